//! What one document names and the gazetteer does not know.

use std::sync::Arc;

use serde::Serialize;

use crate::gazetteer::{EntityId, EntityKind, Gazetteer, OfficeId};
use crate::mention::{Found, Reader, Referent};
use crate::text::{Span, Tokens, normal_form};

/// What may be missing in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// A person whom nobody lists.
    Person,
    /// A body that nobody lists.
    Body,
    /// Words behind a title that were not read as a name.
    Words,
    /// An office without a holder on the document's day.
    Office,
}

impl What {
    /// Returns the word for a table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            What::Person => "person",
            What::Body => "body",
            What::Words => "words",
            What::Office => "office",
        }
    }
}

/// One such thing in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// What it is.
    pub what: What,
    /// The name, the words, or the title, as printed first.
    pub name: String,
    /// The same in normal form.
    pub key: Vec<u8>,
    /// The office that the text gives.
    pub office: Option<String>,
    /// The country or body of that office, or of the person.
    pub of: Option<Arc<str>>,
    /// How often it stands in the document.
    pub times: u64,
    /// The first sentence that holds it.
    pub sentence: String,
}

/// A sentence longer than this is cut.
const MOST_LETTERS: usize = 300;

/// Returns what a document names and the gazetteer does not know, each once.
///
/// `reader` has read nothing yet.
pub fn unlisted(reader: &mut Reader<'_>, tokens: &Tokens, ranges: &[(usize, usize)], text: &str) -> Vec<Sighting> {
    let gazetteer = &reader.knowledge().gazetteer;
    let mut out: Vec<Sighting> = Vec::new();
    for (number, (phrases, &range)) in reader.phrases(ranges).into_iter().zip(ranges).enumerate() {
        reader.turn_to(number, range);
        for phrase in phrases {
            let Some(found) = reader.unmatched(&phrase) else { continue };
            let office = gazetteer.offices().name(found.office).to_owned();
            let of = found.of.map(|of| id(gazetteer, of));
            let (what, span) = found.words.map_or((What::Office, found.title), |words| (What::Words, words));
            let name = printed(span.of(text));
            let key = normal_form(&name);
            let sentence = shortened(tokens.sentence_span(text, range).of(text));
            note(&mut out, Sighting { what, name, key, office: Some(office), of, times: 1, sentence });
        }
    }
    for (index, entity) in (0_u32..).zip(&reader.people) {
        let mut places: Vec<Span> =
            reader.mentions.iter().filter(|m| m.referent == Referent::New(index)).map(|m: &Found| m.span).collect();
        places.sort_by_key(|span| span.start);
        let Some(first) = places.first() else { continue };
        let what = if entity.kind == EntityKind::Person { What::Person } else { What::Body };
        let sentence = ranges.iter().map(|&range| tokens.sentence_span(text, range)).find(|s| first.start < s.end);
        out.push(Sighting {
            what,
            name: entity.name.clone(),
            key: normal_form(&entity.name),
            office: entity.office.map(|office: OfficeId| gazetteer.offices().name(office).to_owned()),
            of: entity.country.map(|country| id(gazetteer, country)),
            times: places.len() as u64,
            sentence: shortened(sentence.map_or("", |span| span.of(text))),
        });
    }
    out
}

fn id(gazetteer: &Gazetteer, key: EntityId) -> Arc<str> {
    gazetteer.id(key)
}

fn note(out: &mut Vec<Sighting>, sighting: Sighting) {
    match out.iter_mut().find(|known| known.what == sighting.what && known.key == sighting.key) {
        Some(known) => known.times += 1,
        None => out.push(sighting),
    }
}

fn printed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shortened(text: &str) -> String {
    let text = printed(text);
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
