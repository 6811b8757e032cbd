//! From what was found, in bytes and keys, to the record, in code points and identifiers.

use std::sync::Arc;

use super::moment::Moment;
use super::record::{CharRange, EntityRow, Id, MentionRow, Record, RelationRow};
use super::when::Lasts;
use crate::document::{Document, PartialDate};
use crate::gazetteer::Gazetteer;
use crate::lexicon::{Predicate, Status};
use crate::mention::{Found, MentionType, Reader, Referent, slug};
use crate::text::{Sketch, Span, Tokens};

/// One relation found, before it is written.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Who.
    pub subject: Referent,
    /// What.
    pub predicate: Predicate,
    /// To whom.
    pub object: Referent,
    /// Whether it happened.
    pub status: Status,
    /// Nothing but the present tense, or nothing at all, says that it happened: a plan told elsewhere overrules it.
    pub tentative: bool,
    /// The direction is not told.
    pub either: bool,
    /// When.
    pub when: Option<Moment>,
    /// What else the sentence says of its time.
    pub telling: Telling,
    /// Where.
    pub place: Option<Referent>,
    /// Who reported it.
    pub attribution: Option<Referent>,
    /// Which sentence says so.
    pub sentence: usize,
    /// The trigger, in bytes.
    pub trigger: Span,
    /// Where the subject is named, in bytes.
    pub subject_span: Option<Span>,
    /// Where the object is named, in bytes.
    pub object_span: Option<Span>,
    /// The lexicon row.
    pub rule: Option<Arc<str>>,
    /// How sure, in [0, 1]: while the document is read, the product of the steps; in the end, what is told.
    pub confidence: f64,
}

impl Relation {
    /// What is told where nothing makes a relation less sure.
    pub const PLAIN_CONFIDENCE: f64 = super::confidence::PLAIN;

    /// Takes over what a later telling of the same says of its time.
    pub(super) fn take_time_of(&mut self, other: &Relation) {
        self.when = Moment::finer(self.when, other.when);
        self.telling.lasts = self.telling.lasts.or(other.telling.lasts);
        self.telling.earlier &= other.telling.earlier;
        self.telling.on_arrival |= other.telling.on_arrival;
        self.telling.city = self.telling.city.or(other.telling.city);
    }
}

/// What a sentence says of the time and way of a relation beside its date and place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Telling {
    /// It had been before the rest: "had met", في وقت سابق.
    pub earlier: bool,
    /// How long it lasts.
    pub lasts: Option<Lasts>,
    /// When, if it is only planned.
    pub ahead: Option<Moment>,
    /// It is the news of its sentence, whose day another one tells: جاء ذلك أمس.
    pub open: bool,
    /// It was or will be when somebody has come: فور وصوله.
    pub on_arrival: bool,
    /// It is what somebody goes on to behind what his sentence told first: قبل أن يتوجه إلى بيروت.
    pub onward: bool,
    /// The city of a journey that is told by its country.
    pub city: Option<Referent>,
}

/// Writes the record of one document.
#[derive(Debug)]
pub struct RecordBuilder<'d> {
    gazetteer: &'d Gazetteer,
    document: &'d Document,
    tokens: &'d Tokens,
    ranges: &'d [(usize, usize)],
    marks: CharIndex,
}

impl<'d> RecordBuilder<'d> {
    /// Prepares the record of `document`.
    #[must_use]
    pub fn new(
        gazetteer: &'d Gazetteer,
        document: &'d Document,
        tokens: &'d Tokens,
        ranges: &'d [(usize, usize)],
    ) -> RecordBuilder<'d> {
        RecordBuilder { gazetteer, document, tokens, ranges, marks: CharIndex::new(&document.text) }
    }

    /// Returns the record of what `reader` found, with `relations`.
    #[must_use]
    pub fn build(&self, reader: &Reader<'_>, relations: Vec<Relation>) -> Record {
        let news: Vec<Id> = reader.people.iter().map(|person| slug(&person.name).into()).collect();
        let id = |referent: Referent| -> Id {
            match referent {
                Referent::Known(key) => self.gazetteer.id(key),
                Referent::New(index) => news[index as usize].clone(),
            }
        };
        let mut mentions: Vec<MentionRow> = reader
            .mentions
            .iter()
            .chain(&named_by_relations(&reader.mentions, &relations))
            .map(|found| {
                let range = self.chars(found.span);
                MentionRow { start: range.start, end: range.end, id: id(found.referent), kind: found.kind }
            })
            .collect();
        mentions.sort_by(|a, b| (a.start, a.end, &a.id, a.kind).cmp(&(b.start, b.end, &b.id, b.kind)));
        mentions.dedup();
        let relations = relations
            .into_iter()
            .map(|relation| {
                let date = relation.when.map(Moment::partial);
                let span = self.tokens.sentence_span(&self.document.text, self.ranges[relation.sentence]);
                let range = self.chars(span);
                RelationRow {
                    event: None,
                    subject: vec![id(relation.subject)],
                    predicate: relation.predicate,
                    object: vec![id(relation.object)],
                    status: relation.status,
                    date,
                    date_precision: date.map(PartialDate::precision),
                    place: relation.place.map(id),
                    start: range.start,
                    end: range.end,
                    either: relation.either,
                    trigger: Some(self.chars(relation.trigger)),
                    subject_mention: relation.subject_span.map(|span| self.chars(span)),
                    object_mention: relation.object_span.map(|span| self.chars(span)),
                    attribution: relation.attribution.map(id),
                    confidence: Some(relation.confidence),
                    rule: relation.rule,
                    evidence: Some(span.of(&self.document.text).to_owned()),
                }
            })
            .collect();
        let entities = reader
            .people
            .iter()
            .zip(&news)
            .map(|(person, id)| EntityRow {
                id: id.clone(),
                kind: person.kind,
                name: person.name.clone(),
                office: person.office.map(|office| self.gazetteer.offices().name(office).to_owned()),
                country: person.country.map(|country| self.gazetteer.id(country)),
            })
            .collect();
        let document = self.document;
        let mut record = Record {
            id: document.id.clone(),
            lang: document.lang,
            date: document.date,
            title: document.title.clone(),
            publisher: document.publisher.clone(),
            url: document.url.clone(),
            sketch: Sketch::of(self.tokens),
            text: None,
            mentions,
            relations,
            entities,
        };
        record.identify();
        record
    }

    /// Returns where a span lies, in code points.
    #[must_use]
    pub fn chars(&self, span: Span) -> CharRange {
        let text = &self.document.text;
        let start = self.marks.of(text, span.start);
        // Most spans are short.
        let within = text.as_bytes().get(span.start..span.end).filter(|span| span.len() < STEP);
        let end = within.map_or_else(|| self.marks.of(text, span.end), |span| start + starts(span) as usize);
        CharRange { start, end }
    }
}

/// طالب الحكومة, اتهم النظام: the words that name somebody only because a relation tells whose government it is, beside
/// the `mentions` that stand by themselves.
#[must_use]
pub fn named_by_relations(mentions: &[Found], relations: &[Relation]) -> Vec<Found> {
    if relations.is_empty() {
        return Vec::new();
    }
    let mut spans: Vec<Span> = mentions.iter().map(|found| found.span).collect();
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    // Spans may stand in each other: the furthest end up to each tells whether one reaches into a word.
    let mut furthest = 0;
    for span in &mut spans {
        furthest = furthest.max(span.end);
        span.end = furthest;
    }
    let is_named = |word: Span| {
        let before = spans.partition_point(|span| span.start < word.end);
        before > 0 && spans[before - 1].end > word.start
    };
    let sides =
        |relation: &Relation| [(relation.subject_span, relation.subject), (relation.object_span, relation.object)];
    relations
        .iter()
        .flat_map(sides)
        .filter_map(|(span, referent)| Some(Found { span: span?, referent, kind: MentionType::Name }))
        .filter(|found| !is_named(found.span))
        .collect()
}

/// Code points before every 64th byte, so that a byte offset becomes a code point offset in short time.
#[derive(Debug)]
struct CharIndex {
    counts: Vec<u32>,
}

const STEP: usize = 64;

impl CharIndex {
    fn new(text: &str) -> CharIndex {
        let mut total = 0;
        let counts = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let before = total;
                total += starts(chunk);
                before
            })
            .collect();
        CharIndex { counts }
    }

    fn of(&self, text: &str, byte: usize) -> usize {
        let Some(&before) = self.counts.get(byte / STEP) else {
            return self.counts.last().map_or(0, |&last| {
                last as usize + starts(&text.as_bytes()[(self.counts.len() - 1) * STEP..]) as usize
            });
        };
        before as usize + starts(&text.as_bytes()[byte / STEP * STEP..byte]) as usize
    }
}

/// Bytes that begin a code point.
fn starts(bytes: &[u8]) -> u32 {
    // So few at once that a byte counts them, which are counted many at a time.
    let few = |chunk: &[u8]| u32::from(chunk.iter().map(|&byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>());
    bytes.chunks(STEP).map(few).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_offsets_become_code_point_offsets() {
        let text = "أب c دé".repeat(100);
        let index = CharIndex::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.of(&text, byte), count);
        }
        assert_eq!(index.of(&text, text.len()), text.chars().count());
    }
}
