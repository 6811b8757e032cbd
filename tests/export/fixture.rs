//! Six articles made to break exporters: three Arabic and three English, as read records.
//!
//! Putin and Trump have three relations of two kinds; there are a denial, a plan, a call whose
//! direction is open, somebody who does something to himself, dates known to the month and the year,
//! an entity that no list knows, one with other names and offices, names and sentences with quotes,
//! backslashes, markup, line breaks, control characters, characters of four bytes, both directions and
//! a last backslash, and a sentence that is longer than some reader's strings may be.
#![allow(dead_code, unreachable_pub, reason = "tests and an example each use their part")]

use nisba::document::Lang;
use nisba::gazetteer::EntityKind;
use nisba::graph::{EntityInfo, Name, Office};
use nisba::relation::Record;
use serde_json::{Value, json};

/// A sentence with everything that some reader takes for an escape, and a backslash at the end.
pub const NASTY: &str = concat!(
    "قال \"نعم\" & <b>{|}</b> \\N C:\\temp\u{8}\u{1f}\n\tثم 'لا' في 2024-05-01;\r\n$x=1 ]]> --> <!-- &amp; ",
    "[a, \"b\"]; 😀👩\u{200d}💻 ", // ZERO WIDTH JOINER
    "(Ann قالت 3/4) \u{200f}",     // RIGHT-TO-LEFT MARK
    "\u{202e}abc\u{202c} ",        // RIGHT-TO-LEFT OVERRIDE, POP DIRECTIONAL FORMATTING
    "\u{202e}open ",               // an override that nobody ends
    "\u{2028}\u{85}",              // LINE SEPARATOR, NEXT LINE
    " 100% \\"
);

/// Returns a sentence of more than 16384 bytes, the longest string of some readers.
pub fn long() -> String {
    format!("Egypt praised {}Russia.", "القوات المسلحة 😀 and its \"armed\" forces and ".repeat(300))
}

const PUTIN: &str = "Q7747";
const TRUMP: &str = "Q22686";
const XI: &str = "Q15031";
const NEW: &str = "new:abu-layth";

/// Returns what the gazetteer of the fixture knows.
pub fn entity(id: &str) -> Option<EntityInfo> {
    let info = |kind, name_ar: &str, name_en: &str, country: Option<&str>| {
        EntityInfo::named(kind, name_ar.to_owned(), name_en.to_owned(), country.map(Into::into))
    };
    let name = |lang, text: &str| Name { lang, text: text.to_owned() };
    let mut info = match id {
        PUTIN => info(EntityKind::Person, "فلاديمير بوتين", "Vladimir Putin", Some("RU")),
        TRUMP => info(EntityKind::Person, "دونالد ترامب", "Donald Trump", Some("US")),
        XI => info(EntityKind::Person, "شي جينبينغ", "Xi Jinping", Some("CN")),
        "RU" => info(EntityKind::Country, "روسيا", "Russia", None),
        "UA" => info(EntityKind::Country, "أوكرانيا", "Ukraine", None),
        "EG" => info(EntityKind::Country, "مصر", "Egypt", None),
        "org:kremlin" => info(EntityKind::Organisation, "الكرملين", "", Some("RU")),
        "gn:5879400" => info(EntityKind::City, "", "Anchorage", Some("US")),
        _ => return None,
    };
    if id.starts_with('Q') {
        info.wikidata = id.to_owned();
    }
    if id == PUTIN {
        info.aliases = vec![name(Lang::Ar, "بوتين"), name(Lang::En, "Putin"), name(Lang::En, "V. \"P; P\"|\n\\")];
        info.offices = vec![
            office("prime_minister", ["رئيس الوزراء", "Prime Minister"], ["2008-05-08", "2012-05"]),
            office("president", ["رئيس", ""], ["2012", ""]),
        ];
    }
    if id == "EG" {
        info.aliases = vec![name(Lang::Ar, "جمهورية مصر العربية")];
        info.wikidata = "Q79".to_owned();
    }
    Some(info)
}

/// A term of office in Russia; an empty day is not known.
fn office(key: &str, [title_ar, title_en]: [&str; 2], [start, end]: [&str; 2]) -> Office {
    Office {
        key: key.to_owned(),
        title_ar: title_ar.to_owned(),
        title_en: title_en.to_owned(),
        of: Some("RU".into()),
        of_ar: "روسيا".to_owned(),
        of_en: "Russia".to_owned(),
        start: start.parse().ok(),
        end: end.parse().ok(),
    }
}

/// Returns the records.
pub fn records() -> Vec<Record> {
    vec![
        article(
            &json!({"id": "ar-1", "lang": "ar", "date": "2025-08-16", "publisher": "وكالة \"أ & ب\"",
                "title": "قمة ألاسكا", "url": "https://news.example/1?a=1&b=\"2\""}),
            &[
                (
                    "التقى بوتين ترامب في أنكوريج أمس.",
                    json!({"subject": PUTIN, "predicate": "met", "object": TRUMP,
                    "date": "2025-08-15", "place": "gn:5879400", "confidence": 0.9, "rule": "met.iltaqa"}),
                    "التقى",
                ),
                (
                    "وقال الكرملين إن بوتين سيتصل بترامب في سبتمبر.",
                    json!({"subject": PUTIN, "predicate": "called",
                    "object": TRUMP, "date": "2025-09", "status": "planned", "confidence": 0.8,
                    "attribution": "org:kremlin", "rule": "called.ittasala"}),
                    "سيتصل",
                ),
                (NASTY, json!({"subject": NEW, "predicate": "criticised", "object": "EG", "confidence": 1.0}), "قال"),
            ],
        ),
        article(
            &json!({"id": "ar-2", "lang": "ar", "date": "2025-08-18"}),
            &[
                (
                    "أجرى بوتين اتصالا هاتفيا مع شي.",
                    json!({"subject": PUTIN, "predicate": "called", "object": XI,
                    "either": true, "date": "2025-08-17", "confidence": 0.95}),
                    "اتصالا",
                ),
                (
                    "ونفى الكرملين أن يكون بوتين قد اتصل بترامب.",
                    json!({"subject": PUTIN, "predicate": "called",
                    "object": TRUMP, "status": "denied", "confidence": 0.7}),
                    "اتصل",
                ),
            ],
        ),
        article(
            &json!({"id": "ar-3", "lang": "ar", "date": null}),
            &[(
                "ضمت روسيا القرم من أوكرانيا عام 2014.",
                json!({"subject": "RU", "predicate": "seized",
                "object": "UA", "date": "2014", "confidence": 0.85}),
                "ضمت",
            )],
        ),
        article(
            &json!({"id": "en-1", "lang": "en", "date": "2025-08-19", "publisher": "The Example"}),
            &[
                (
                    "Trump met Putin in Anchorage on Friday.",
                    json!({"subject": TRUMP, "predicate": "met",
                    "object": PUTIN, "date": "2025-08-15", "confidence": 0.9}),
                    "met",
                ),
                (
                    "Xi and Putin spoke by phone on Sunday.",
                    json!({"subject": XI, "predicate": "called",
                    "object": PUTIN, "either": true, "date": "2025-08-17", "confidence": 0.9}),
                    "spoke by phone",
                ),
                ("Trump and Xi were named.", json!({"subject": TRUMP, "predicate": "co_occurs", "object": XI}), ""),
            ],
        ),
        article(
            &json!({"id": "en 2 \"quoted\" \\", "lang": "en", "date": "2025-08-20"}),
            &[
                ("Trump thanked Egypt.", json!({"subject": TRUMP, "predicate": "praised", "object": "EG"}), "thanked"),
                ("Putin met Trump.", json!({"subject": PUTIN, "predicate": "met", "object": TRUMP}), "met"),
            ],
        ),
        article(
            &json!({"id": "en-3", "lang": "en", "date": "2025-09-02", "url": "javascript:alert(1)",
                "title": "</script><script>alert(1)</script> 😀"}),
            &[
                (
                    "Trump praised himself 😀 (\u{202e}دونالد).",
                    json!({"subject": TRUMP, "predicate": "praised", "object": TRUMP, "date": "2025-08-31"}),
                    "praised",
                ),
                (
                    &long(),
                    json!({"subject": "EG", "predicate": "praised", "object": "RU", "date": "2025-08"}),
                    "praised",
                ),
            ],
        ),
    ]
}

/// Puts the sentences one after the other and finds the offsets.
fn article(about: &Value, sentences: &[(&str, Value, &str)]) -> Record {
    let (mut text, mut relations) = (String::new(), Vec::new());
    for (sentence, relation, trigger) in sentences {
        let start = text.chars().count();
        text.push_str(sentence);
        let mut relation = relation.clone();
        relation["start"] = start.into();
        relation["end"] = text.chars().count().into();
        if let Some(at) = sentence.find(trigger).filter(|_| !trigger.is_empty()) {
            let at = start + sentence[..at].chars().count();
            relation["trigger"] = json!({"start": at, "end": at + trigger.chars().count()});
        }
        relations.push(relation);
        text.push(' ');
    }
    let mut record = about.clone();
    record["text"] = text.into();
    record["relations"] = relations.into();
    record["mentions"] = json!([{"start": 0, "end": 1, "id": PUTIN, "type": "name"}]);
    record["entities"] = json!([{"id": NEW, "kind": "person", "name": "أبو \"الليث\" & <ابنه> \\", "country": "EG"}]);
    serde_json::from_value(record).expect("a record")
}
