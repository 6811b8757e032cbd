//! How a document is read, in lines that people can follow: the units of each sentence.

use super::unit::{Kind, Unit};
use super::units::units;
use crate::mention::{Phrase, Reader, Referent, Scan};
use crate::text::Tokens;

/// Returns how each sentence of a document is read: its units in order, a line a sentence.
///
/// For people who want to know why a relation was found or missed.
#[must_use]
pub fn outline(
    reader: &mut Reader<'_>,
    tokens: &Tokens,
    scan: &Scan,
    ranges: &[(usize, usize)],
    text: &str,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, (phrases, &range)) in reader.phrases(ranges).into_iter().zip(ranges).enumerate() {
        reader.turn_to(number, range);
        let units = units(reader.knowledge(), reader.lang, tokens, scan, range, &phrases);
        let line: Vec<String> = units.iter().map(|unit| describe(reader, tokens, text, &phrases, unit)).collect();
        lines.push(line.join(" | "));
    }
    lines
}

fn describe(reader: &Reader<'_>, tokens: &Tokens, text: &str, phrases: &[Phrase], unit: &Unit) -> String {
    if let Kind::Mark(mark) = unit.kind {
        return format!("{mark:?}");
    }
    let printed = &text[tokens.tokens[unit.start].span.start..tokens.tokens[unit.end - 1].span.end];
    let name = |referent: Referent| match referent {
        Referent::Known(key) => reader.knowledge().gazetteer.get(key).id.to_string(),
        Referent::New(index) => format!("new:{index}"),
    };
    match unit.kind {
        Kind::Phrase(index) => {
            let phrase = &phrases[index];
            let names: Vec<String> = phrase.referents.iter().map(|&referent| name(referent)).collect();
            format!("[{printed} = {:?} {}]", phrase.kind, names.join("+"))
        }
        Kind::Word => printed.to_owned(),
        kind => {
            let rows: Vec<&str> =
                unit.forms.iter().map(|form| &*reader.knowledge().lexicon.trigger(form.trigger).id).collect();
            format!("{printed}/{kind:?} {:?} {}", unit.classes, rows.join(","))
        }
    }
}
