//! What the fuzz targets share: the pipeline, texts made of what it knows, and what must hold of every record.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use nisba::document::{Document, Lang};
use nisba::pipeline::Pipeline;
use nisba::relation::{CharRange, Record};

/// Returns the pipeline with the knowledge inside the program, loaded once.
pub fn pipeline() -> &'static Pipeline {
    static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::embedded().expect("the data files are whole"));
    &PIPELINE
}

/// Words that make sentences, marks that part them, and characters that are treated in a way of their own.
const COMMON: &[&str] = &[
    "بوتين",
    "ترامب",
    "الرئيس الروسي",
    "القاهرة",
    "التقى",
    "اتصل",
    "بـ",
    "مع",
    "و",
    "أمس",
    "زيارة",
    "نظيره",
    "الجانبان",
    "أن",
    "وبال",
    "لل",
    "قال",
    "لم",
    "سوف",
    "الذي",
    "كلا من",
    "Putin",
    "Trump",
    "met",
    "called",
    "with",
    "and",
    "on Monday",
    "the president of France",
    "'s",
    "who",
    "to",
    "by",
    "did not",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    ". ",
    "، ",
    ", ",
    ": ",
    "؟ ",
    "\"",
    "«",
    "»",
    "(",
    ")",
    "-",
    "–",
    "…",
    "\u{0640}",
    "\u{064E}",
    "\u{0651}",
    "\u{200C}",
    "\u{200F}",
    "\u{202E}",
    "\u{0301}",
    "\u{FEFF}",
    "\u{0}",
    "\u{1B}[31m",
    "2025-08-15",
    "15 أغسطس",
    "Feb. 27",
    "٣",
    "(5+1)",
    "U.S.",
    "و.أ.ج",
];

/// What the gazetteer and the lexicon list, a part of it.
fn listed() -> &'static [&'static str] {
    static LISTED: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let (gazetteer, lexicon) = (pipeline().gazetteer(), pipeline().lexicon());
        let names = gazetteer.aliases().map(|alias| &*alias.text).step_by(41);
        let demonyms = gazetteer.demonyms().iter().map(|demonym| &*demonym.text).step_by(23);
        let titles = gazetteer.titles().iter().map(|title| &*title.text).step_by(19);
        let forms = lexicon.entries().map(|entry| &*entry.text).step_by(17);
        names.chain(demonyms).chain(titles).chain(forms).collect()
    });
    &LISTED
}

/// Returns the text that `data` stands for: itself, as far as it is UTF-8, or made of words of the data files.
pub fn text(data: &[u8]) -> String {
    match data.split_first() {
        Some((0xFF, pieces)) => made(&mut Unstructured::new(pieces)).unwrap_or_default(),
        _ => String::from_utf8_lossy(data).into_owned(),
    }
}

/// Returns a text made of words of the data files.
pub fn made(data: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    // Long enough for what grows with the square of the length to be seen, short enough for the slow oracles.
    while !data.is_empty() && text.len() < 1 << 16 {
        let number: u8 = data.arbitrary()?;
        match usize::from(number) {
            number if number < COMMON.len() => text.push_str(COMMON[number]),
            number if number < 0xC0 => {
                let index = usize::from(data.arbitrary::<u8>()?) << 6 | (number - COMMON.len());
                text.push_str(listed()[index % listed().len()]);
                text.push(' ');
            }
            number => {
                for _ in 0..number - 0xC0 {
                    let Some(c) = text.chars().next() else { break };
                    text.push(c);
                    text.push_str("و");
                }
            }
        }
    }
    Ok(text)
}

/// The words of our own sentences (`tests/sentences`) of one language, sentence by sentence.
fn sentences(lang: &str) -> Vec<Vec<String>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/sentences").join(lang);
    let files = std::fs::read_dir(&folder).expect("the sentences lie beside the targets");
    let mut files: Vec<_> = files.map(|file| file.expect("a folder that can be read").path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let mut table = csv::Reader::from_path(&file).expect("a table");
        let text = table.headers().expect("a head").iter().position(|name| name == "text").expect("a column of texts");
        for row in table.records() {
            found.push(row.expect("a row")[text].split_whitespace().map(str::to_owned).collect());
        }
    }
    found
}

/// Returns a text made of runs of words of our own sentences: grammar that breaks off and goes on as another's, which no string
/// of names and triggers has.
pub fn pieces(data: &mut Unstructured<'_>) -> Result<String> {
    static ARABIC: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| sentences("ar"));
    static ENGLISH: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| sentences("en"));
    const LONGEST: usize = 16;
    const MARKS: [&str; 16] = [" ", " ", " ", " ", " ", " ", " ", "، ", ", ", ". ", "\n", ": ", " «", "» ", " (", ") "];
    let all = if data.arbitrary::<u8>()? % 3 == 0 { &*ENGLISH } else { &*ARABIC };
    let mut text = String::new();
    while !data.is_empty() && text.len() < 1 << 11 {
        let words = &all[usize::from(data.arbitrary::<u16>()?) % all.len()];
        let from = usize::from(data.arbitrary::<u8>()?) % words.len().max(1);
        let shape = usize::from(data.arbitrary::<u8>()?);
        let to = words.len().min(from + 1 + shape % LONGEST);
        text.push_str(&words[from..to].join(" "));
        text.push_str(MARKS[shape / LONGEST]);
    }
    Ok(text)
}

/// Returns a document of a known day.
pub fn document(text: String) -> Document {
    let date = Some(jiff::civil::date(2025, 8, 19));
    Document { id: "d".to_owned(), lang: Lang::detect(&text), date, text, ..Document::default() }
}

/// Panics where a record breaks what every record promises.
pub fn check_record(text: &str, record: &Record) {
    let length = text.chars().count();
    let holds = |outer: (usize, usize), inner: CharRange| {
        outer.0 <= inner.start && inner.start <= inner.end && inner.end <= outer.1
    };
    assert!(record.mentions.iter().map(|mention| (mention.start, mention.end)).is_sorted(), "mentions stand in order");
    assert!(record.mentions.iter().all(|m| m.start < m.end && m.end <= length), "a mention is a part of the text");
    assert!(record.relations.iter().map(|row| row.start).is_sorted(), "relations stand in order");
    for row in &record.relations {
        let sentence = (row.start, row.end);
        assert!(row.start < row.end && row.end <= length, "a sentence is a part of the text");
        assert!(row.trigger.is_none_or(|trigger| holds(sentence, trigger)), "{row:?}");
        for mention in [row.subject_mention, row.object_mention].into_iter().flatten() {
            assert!(holds((0, length), mention) && mention.end <= row.end, "{mention:?}: {row:?}");
            let is_named = record.mentions.iter().any(|row| row.start < mention.end && mention.start < row.end);
            assert!(is_named, "{mention:?} holds no mention of the record: {row:?}");
        }
        if let Some(told) = &row.evidence {
            let evidence: String = text.chars().skip(row.start).take(row.end - row.start).collect();
            assert_eq!(*told, evidence);
        }
        assert!(row.confidence.is_none_or(|confidence| (0.0..=1.0).contains(&confidence)), "{row:?}");
    }
}

/// A file of any bytes under a name, in a folder of this process.
pub fn put(name: &str, bytes: &[u8]) -> std::path::PathBuf {
    static FOLDER: LazyLock<std::path::PathBuf> = LazyLock::new(|| {
        let folder = std::env::temp_dir().join(format!("nisba-fuzz-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for files");
        folder
    });
    let path = FOLDER.join(name);
    std::fs::write(&path, bytes).expect("a file can be written");
    path
}

/// Returns records whose ids, names and texts are any strings, the awkward ones among them.
pub fn records(data: &mut Unstructured<'_>) -> Result<Vec<Record>> {
    const AWKWARD: &[&str] = &[
        "A",
        "Q7747",
        "Q22686",
        "new:x",
        "new:ann-lee",
        "a b",
        "\"",
        "'",
        "<",
        ">",
        "&",
        "]]>",
        "-->",
        "</script>",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "\u{0}",
        "\u{1}",
        "\u{1B}[2J",
        "\u{7F}",
        "\u{85}",
        "\u{2028}",
        "\u{202E}",
        "\u{FEFF}",
        "\u{FFFE}",
        "\u{FFFF}",
        "=1+1",
        "@x",
        "https://example.org/a?b=c&d",
        "javascript:alert(1)",
        "عبد الله",
        "\u{1F600}",
        "{",
        "}",
        ";",
        ",",
        "|",
        "$",
        "`",
        "%00",
        "_:b",
        "<http://x>",
        "\"@en",
        "é",
        "e\u{301}",
        "null",
        "true",
        "1e999",
        "NaN",
    ];
    fn word(data: &mut Unstructured<'_>) -> Result<String> {
        let mut out = String::new();
        for _ in 0..data.int_in_range(1..=3)? {
            if data.ratio(3, 4)? { out.push_str(data.choose(AWKWARD)?) } else { out.push_str(data.arbitrary()?) }
        }
        Ok(out)
    }
    /// What is read of a file has ids that every format can hold: not empty, no control characters, no white space at
    /// the ends.
    fn id(data: &mut Unstructured<'_>) -> Result<String> {
        let mut id = word(data)?;
        id.retain(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'));
        let id = id.trim();
        Ok(if id.is_empty() { "x".to_owned() } else { id.to_owned() })
    }
    fn maybe<'a, T>(
        data: &mut Unstructured<'a>,
        value: impl FnOnce(&mut Unstructured<'a>) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(if data.arbitrary()? { Some(value(data)?) } else { None })
    }
    let mut ids: Vec<std::sync::Arc<str>> = vec!["Q7747".into(), "Q22686".into()];
    for _ in 0..data.int_in_range(1..=4)? {
        ids.push(id(data)?.into());
    }
    let mut records = Vec::new();
    for number in 0..data.int_in_range(1..=3)? {
        let mut record = Record { id: format!("{number}{}", word(data)?), ..Record::default() };
        record.lang = if data.arbitrary()? { Lang::En } else { Lang::Ar };
        record.date = maybe(data, |data| {
            Ok(jiff::civil::date(
                data.int_in_range(-100..=9999)?,
                data.int_in_range(1..=12)?,
                data.int_in_range(1..=28)?,
            ))
        })?;
        record.title = maybe(data, word)?;
        record.publisher = maybe(data, word)?;
        record.url = maybe(data, word)?;
        for _ in 0..data.int_in_range(0..=4)? {
            let range = |data: &mut Unstructured<'_>| {
                Ok(CharRange { start: data.int_in_range(0..=99)?, end: data.int_in_range(0..=99)? })
            };
            let predicate = *data.choose(nisba::relation::Predicate::ALL)?;
            let (subject, object) = (data.choose(&ids)?.clone(), data.choose(&ids)?.clone());
            let (start, end) = (data.int_in_range(0..=99)?, data.int_in_range(0..=99)?);
            let date = maybe(data, |data| {
                let text = format!("{:04}-{:02}", data.int_in_range(0..=9999)?, data.int_in_range(1..=12)?);
                Ok(text.parse::<nisba::document::PartialDate>().ok())
            })?;
            let mut row: nisba::relation::RelationRow = serde_json::from_value(serde_json::json!({
                "subject": &*subject, "predicate": predicate.to_string(), "object": &*object, "start": start, "end": end,
            }))
            .expect("our own row");
            row.date = date.flatten();
            row.date_precision = row.date.map(nisba::document::PartialDate::precision);
            row.status = *data.choose(nisba::relation::Status::ALL)?;
            row.either = data.arbitrary()?;
            row.place = maybe(data, |data| Ok(data.choose(&ids)?.clone()))?;
            row.attribution = maybe(data, |data| Ok(data.choose(&ids)?.clone()))?;
            row.trigger = maybe(data, range)?;
            row.subject_mention = maybe(data, range)?;
            row.object_mention = maybe(data, range)?;
            row.confidence = maybe(data, |data| Ok(f64::from(data.int_in_range(0..=100)?) / 100.0))?;
            row.rule = maybe(data, |data| Ok(word(data)?.into()))?;
            row.evidence = maybe(data, word)?;
            record.relations.push(row);
        }
        for id in ids.iter().filter(|id| id.starts_with("new:")) {
            let (name, office) = (word(data)?, maybe(data, word)?);
            let country = maybe(data, |data| Ok(data.choose(&ids)?.clone()))?;
            let kind = nisba::gazetteer::EntityKind::Person;
            record.entities.push(nisba::relation::EntityRow { id: id.clone(), kind, name, office, country });
        }
        record.identify();
        records.push(record);
    }
    Ok(records)
}
