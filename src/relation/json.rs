//! The line of a record, byte for byte what `serde_json` makes of it, but for the time: most of that went into looking at each
//! byte of a text for what must be escaped, and into a call for each key.

use std::fmt::Display;
use std::io::Write;

use serde::Serialize;

use super::record::{CharRange, EntityRow, Id, MentionRow, Record, RelationRow};

impl Record {
    /// Adds the record to `out` as one JSON object.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        text(out, r#"{"id":"#, &self.id);
        word(out, r#","lang":"#, self.lang.code());
        shown_or_null(out, r#","date":"#, self.date);
        text_if_any(out, r#","title":"#, self.title.as_deref());
        text_if_any(out, r#","publisher":"#, self.publisher.as_deref());
        text_if_any(out, r#","url":"#, self.url.as_deref());
        shown_if_any(out, r#","sketch":"#, self.sketch);
        text_if_any(out, r#","text":"#, self.text.as_deref());
        list(out, r#","mentions":"#, &self.mentions, mention);
        list(out, r#","relations":"#, &self.relations, relation);
        if !self.entities.is_empty() {
            list(out, r#","entities":"#, &self.entities, entity);
        }
        out.push(b'}');
    }
}

fn mention(out: &mut Vec<u8>, row: &MentionRow) {
    number(out, r#"{"start":"#, row.start);
    number(out, r#","end":"#, row.end);
    text(out, r#","id":"#, &row.id);
    word(out, r#","type":"#, row.kind.name());
    out.push(b'}');
}

fn relation(out: &mut Vec<u8>, row: &RelationRow) {
    let mut subject = r#"{"subject":"#;
    if let Some(event) = row.event {
        shown(out, r#"{"event":"#, event);
        subject = r#","subject":"#;
    }
    list(out, subject, &row.subject, id);
    word(out, r#","predicate":"#, row.predicate.name());
    list(out, r#","object":"#, &row.object, id);
    word(out, r#","status":"#, row.status.name());
    shown_or_null(out, r#","date":"#, row.date);
    if let Some(precision) = row.date_precision {
        word(out, r#","date_precision":"#, precision.name());
    }
    match &row.place {
        Some(place) => text(out, r#","place":"#, place),
        None => put(out, r#","place":null"#),
    }
    number(out, r#","start":"#, row.start);
    number(out, r#","end":"#, row.end);
    if row.either {
        put(out, r#","either":true"#);
    }
    range_if_any(out, r#","trigger":"#, row.trigger);
    range_if_any(out, r#","subject_mention":"#, row.subject_mention);
    range_if_any(out, r#","object_mention":"#, row.object_mention);
    text_if_any(out, r#","attribution":"#, row.attribution.as_deref());
    if let Some(confidence) = row.confidence {
        put(out, r#","confidence":"#);
        other(out, &confidence);
    }
    text_if_any(out, r#","rule":"#, row.rule.as_deref());
    text_if_any(out, r#","evidence":"#, row.evidence.as_deref());
    out.push(b'}');
}

fn entity(out: &mut Vec<u8>, row: &EntityRow) {
    text(out, r#"{"id":"#, &row.id);
    word(out, r#","kind":"#, row.kind.name());
    text(out, r#","name":"#, &row.name);
    text_if_any(out, r#","office":"#, row.office.as_deref());
    text_if_any(out, r#","country":"#, row.country.as_deref());
    out.push(b'}');
}

fn id(out: &mut Vec<u8>, id: &Id) {
    quoted(out, id);
}

#[inline]
fn put(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

/// Adds a value in the way of the library.
fn other(out: &mut Vec<u8>, value: &impl Serialize) {
    serde_json::to_writer(out, value).expect("a number, and memory does not fail to be written");
}

fn list<T>(out: &mut Vec<u8>, key: &str, rows: &[T], each: impl Fn(&mut Vec<u8>, &T)) {
    put(out, key);
    out.push(b'[');
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        each(out, row);
    }
    out.push(b']');
}

#[inline]
fn number(out: &mut Vec<u8>, key: &str, number: usize) {
    put(out, key);
    let mut digits = [0; 20];
    let (mut first, mut rest) = (digits.len(), number);
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[first..]);
}

fn range_if_any(out: &mut Vec<u8>, key: &str, range: Option<CharRange>) {
    let Some(CharRange { start, end }) = range else { return };
    put(out, key);
    number(out, r#"{"start":"#, start);
    number(out, r#","end":"#, end);
    out.push(b'}');
}

/// Adds a word of ours, which holds nothing to escape.
#[inline]
fn word(out: &mut Vec<u8>, key: &str, word: &str) {
    put(out, key);
    out.push(b'"');
    put(out, word);
    out.push(b'"');
}

/// The same of what has such a form.
fn shown(out: &mut Vec<u8>, key: &str, value: impl Display) {
    put(out, key);
    write!(out, "\"{value}\"").expect("memory does not fail to be written");
}

fn shown_if_any(out: &mut Vec<u8>, key: &str, value: Option<impl Display>) {
    if let Some(value) = value {
        shown(out, key, value);
    }
}

fn shown_or_null(out: &mut Vec<u8>, key: &str, value: Option<impl Display>) {
    match value {
        Some(value) => shown(out, key, value),
        None => {
            put(out, key);
            put(out, "null");
        }
    }
}

#[inline]
fn text(out: &mut Vec<u8>, key: &str, text: &str) {
    put(out, key);
    quoted(out, text);
}

fn text_if_any(out: &mut Vec<u8>, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        text(out, key, value);
    }
}

/// Adds a text in quotation marks, with what may not stand there escaped.
fn quoted(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut rest = text.as_bytes();
    loop {
        let (plain, behind) = rest.split_at(plain(rest));
        out.extend_from_slice(plain);
        let Some((&byte, behind)) = behind.split_first() else { break };
        escape(out, byte);
        rest = behind;
    }
    out.push(b'"');
}

/// Returns whether a byte may not stand in a text as it is.
#[inline]
fn is_special(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Returns how many bytes at the front may stand as they are.
#[inline]
fn plain(bytes: &[u8]) -> usize {
    // Sixteen at once, whatever they are: no branch within.
    let (pieces, _) = bytes.as_chunks::<16>();
    let holds = |piece: &[u8; 16]| piece.iter().fold(false, |any, &byte| any | is_special(byte));
    let start = 16 * pieces.iter().position(holds).unwrap_or(pieces.len());
    bytes[start..].iter().position(|&byte| is_special(byte)).map_or(bytes.len(), |at| start + at)
}

fn escape(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'"' => put(out, "\\\""),
        b'\\' => put(out, "\\\\"),
        0x08 => put(out, "\\b"),
        b'\t' => put(out, "\\t"),
        b'\n' => put(out, "\\n"),
        0x0C => put(out, "\\f"),
        b'\r' => put(out, "\\r"),
        _ => write!(out, "\\u{byte:04x}").expect("memory does not fail to be written"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::EntityKind;
    use crate::lexicon::{Predicate, Status};
    use crate::mention::MentionType;
    use crate::text::{Sketch, Tokens};

    #[track_caller]
    fn check(record: &Record) {
        let mut written = Vec::new();
        record.write_json(&mut written);
        assert_eq!(String::from_utf8(written).unwrap(), serde_json::to_string(record).unwrap());
    }

    fn relations() -> Vec<RelationRow> {
        let sparse = serde_json::json!({"subject": "A", "predicate": "met", "object": ["B", "C"]});
        let sparse: RelationRow = serde_json::from_value(sparse).unwrap();
        let range = Some(CharRange { start: 0, end: 1_234_567_890 });
        let full = RelationRow {
            event: Some("9f86d081884c7d65-2".parse().unwrap()),
            date: Some("2013-06".parse().unwrap()),
            date_precision: Some(crate::document::DatePrecision::Month),
            place: Some("Q1".into()),
            start: 10,
            end: usize::MAX,
            either: true,
            trigger: range,
            subject_mention: range,
            object_mention: range,
            attribution: Some("new:أ\"ب".into()),
            confidence: Some(0.1 + 0.2),
            rule: Some("rule".into()),
            evidence: Some("قال: \"نعم\"\n\\ ثم مضى إلى حيث كان".into()),
            ..sparse.clone()
        };
        let all = Predicate::ALL.iter().map(|&predicate| RelationRow { predicate, ..sparse.clone() });
        let statuses = Status::ALL.iter().map(|&status| RelationRow { status, ..sparse.clone() });
        all.chain(statuses).chain([full]).collect()
    }

    #[test]
    fn a_record_is_written_as_the_library_writes_it() {
        check(&Record::default());
        let text: String = (0..=0x2FF_u32).filter_map(char::from_u32).collect();
        let mut tokens = Tokens::default();
        tokens.read("one two three four five six");
        let ids = MentionType::ALL.iter().zip(["Q1", "new:x", "\u{1}", "ق"]);
        let mentions = ids.map(|(&kind, id)| MentionRow { start: 7, end: 10, id: id.into(), kind }).collect();
        let kinds = EntityKind::ALL.iter();
        let entities =
            kinds.map(|&kind| EntityRow { id: "new:y".into(), kind, name: text.clone(), office: None, country: None });
        let mut entities: Vec<EntityRow> = entities.collect();
        (entities[0].office, entities[1].country) = (Some("pope".into()), Some("Q2".into()));
        check(&Record {
            id: "a\u{7F}/\u{2028}".into(),
            lang: crate::document::Lang::En,
            date: Some(jiff::civil::date(2013, 1, 2)),
            title: Some(text.clone()),
            publisher: Some("p".into()),
            url: Some("https://example.org/?a=\"".into()),
            sketch: Sketch::of(&tokens),
            text: Some(text),
            mentions,
            relations: relations(),
            entities,
        });
    }

    #[test]
    fn what_must_be_escaped_is_found_wherever_it_stands() {
        for length in 0..40 {
            for at in 0..length {
                for special in ['"', '\\', '\u{1F}', '\n'] {
                    let text: String = (0..length).map(|place| if place == at { special } else { 'x' }).collect();
                    let mut written = Vec::new();
                    quoted(&mut written, &text);
                    assert_eq!(String::from_utf8(written).unwrap(), serde_json::to_string(&text).unwrap());
                }
            }
        }
    }
}
