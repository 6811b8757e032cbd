//! Sources as a whole: files in a folder in, the list of documents and complaints out.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;

const PUTIN: &str = "التقى بوتين ترامب في ألاسكا.";

struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Folder(tempfile::tempdir().unwrap());
        for (name, bytes) in files {
            let path = folder.path(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        if name.is_empty() { self.0.path().to_owned() } else { self.0.path().join(name) }
    }

    /// Returns one line an item: `id date lang text` or the message, with the folder cut off.
    fn list(&self, source: Source) -> Vec<String> {
        let folder = format!("{}/", self.0.path().display());
        let show = |item: Result<Input, SourceError>| match item {
            Ok(Input::Document(d)) => {
                let date = d.date.map_or("-".to_owned(), |date| date.to_string());
                format!("{} {date} {} {}", d.id, d.lang.code(), d.text.trim_end())
            }
            Ok(Input::Extracted(line)) => format!("{}: extracted", line.place),
            Err(error) => format!("! {error}"),
        };
        source.inputs().map(|item| show(item).replace(&folder, "")).collect()
    }

    #[track_caller]
    fn check(&self, paths: &[&str], expected: &[&str]) {
        assert_eq!(self.list(Source::new(paths.iter().map(|path| self.path(path)))), expected);
    }
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn folders_are_walked_in_order_and_other_files_passed_over() {
    let folder = Folder::new(&[
        ("b.txt", b"Second"),
        ("a/2025-08-15.txt", PUTIN.as_bytes()),
        ("a/picture.png", b"\x89PNG"),
        (".hidden/c.txt", b"no"),
        ("z.jsonl", b"{\"id\": 7, \"text\": \"Third\", \"date\": null, \"other\": [1]}\n\n{\"text\":\"Fourth\"}\n"),
    ]);
    let all = [
        "a/2025-08-15 2025-08-15 ar التقى بوتين ترامب في ألاسكا.",
        "b - en Second",
        "7 - en Third",
        "z.jsonl:3 - en Fourth",
    ];
    folder.check(&[""], &all);
    folder.check(&["", "b.txt", "a"], &all);
    folder.check(&["*.txt"], &["b - en Second"]);
    folder.check(&["**/*.txt"], &[all[0], all[1]]);
    folder.check(&["a/*"], &["2025-08-15 2025-08-15 ar التقى بوتين ترامب في ألاسكا."]);
    folder.check(&["none*"], &["! none*: the pattern matches no file"]);
    folder.check(&["none"], &["! none: cannot be read"]);
    folder.check(&["a/picture.png"], &["! a/picture.png: unknown kind of file"]);
}

#[test]
fn the_same_name_in_two_folders_keeps_both() {
    let folder = Folder::new(&[("a/x.txt", b"One"), ("b/x.txt", b"Two"), ("e/.keep", b"")]);
    folder.check(&["a", "b"], &["x - en One", "b/x - en Two"]);
    folder.check(&["e"], &["! e: no text in this folder"]);
}

#[test]
fn packed_files_of_any_number_of_members() {
    let mut members = gz(b"{\"id\":\"1\",\"text\":\"One\"}\n");
    members.extend(gz(b"{\"id\":\"2\",\"text\":\"Two\"}\n"));
    let whole = gz(b"{\"id\":\"3\",\"text\":\"Three\"}\n");
    let folder = Folder::new(&[
        ("a.jsonl.gz", &members),
        ("b.txt.zst", &zstd::encode_all(PUTIN.as_bytes(), 1).unwrap()),
        ("c.jsonl.gz", &whole[..whole.len() - 9]),
    ]);
    folder.check(&[""], &["1 - en One", "2 - en Two", &format!("b - ar {PUTIN}"), "! c.jsonl.gz: cannot be read"]);
}

#[test]
fn charsets_of_every_format() {
    let utf16: Vec<u8> = PUTIN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let row = format!("id,text\r\n1,{PUTIN}\r\n");
    let old = |text: &str| encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
    let line = format!("{{\"id\":\"4\",\"text\":\"{PUTIN}\"}}\n{{\"id\":\"5\",\"text\":\"Plain\"}}");
    let folder = Folder::new(&[
        ("a.txt", &utf16),
        ("b.txt", &old(PUTIN)),
        ("c.csv", &old(&row)),
        ("d.jsonl", &old(&line)),
        ("e.txt", format!("\u{FEFF}{PUTIN}").as_bytes()),
        ("f.csv", format!("\u{FEFF}{}", row.replace("1,", "6,")).as_bytes()),
        ("g.txt", &[PUTIN.as_bytes(), &[0xD8]].concat()),
    ]);
    let with = |id: &str| format!("{id} - ar {PUTIN}");
    let (end, told) = (PUTIN.len(), "broken UTF-8 at byte");
    let expected = [with("a"), with("b"), with("1"), with("4"), "5 - en Plain".to_owned(), with("e"), with("6")];
    let expected: Vec<String> = expected.into_iter().chain([format!("! g.txt: {told} {end} of the text")]).collect();
    folder.check(&[""], &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn manifests_describe_the_texts_below_them() {
    let folder = Folder::new(&[
        ("n/a.txt", b"One"),
        ("n/b.txt", b"---\ndate: 2025-01-01\n---\nTwo"),
        ("n/c.txt", b"Three"),
        ("n/s/d.txt.gz", &gz(b"Four")),
        (
            "n/manifest.csv",
            b"file,id,date,lang,note\na.txt,first,2024-05-06,ar,x\nb.txt,second,2024-01-01,,\nc.txt,third,May 2024,,\n\
              gone.txt,fourth,,,\ns/d.txt,fifth,2024-07-08,,\nshort\n",
        ),
        ("m/manifest.csv", b"name,date\nx,2024-01-01\n"),
        ("m/x.txt", b"Five"),
    ]);
    folder.check(
        &["n"],
        &[
            "! n/manifest.csv:5: the manifest names 'gone.txt', which is not there",
            "! n/manifest.csv:7: 1 cells where the header names 5",
            "first 2024-05-06 ar One",
            "second 2025-01-01 en Two",
            "! n/manifest.csv:4: 'May 2024' is not the date of a day",
            "fifth 2024-07-08 en Four",
        ],
    );
    folder.check(
        &["n/a.txt", "n/manifest.csv"],
        &[
            "! n/manifest.csv:5: the manifest names 'gone.txt', which is not there",
            "! n/manifest.csv:7: 1 cells where the header names 5",
            "first 2024-05-06 ar One",
        ],
    );
    folder.check(&["m"], &["! m/manifest.csv:1: no column 'file' (found: name, date)", "x - en Five"]);
}

#[test]
fn bad_input_is_told_with_its_line_and_the_rest_is_read() {
    let folder = Folder::new(&[
        ("a.jsonl", b"{\"id\":\"1\",\"text\":\"One\"}\n{\"id\":\n{\"id\":\"2\",\"text\":\"Two\",\"date\":\"1.2.2024\"}\n\
            {\"id\":\"1\",\"text\":\"Again\"}\n{\"id\":\"3\"}\n{\"id\":\"4\",\"text\":\" \"}\n{\"id\":\"5\",\"relations\":[]}\n\
            {\"id\":\"6\",\"text\":\"Bonjour\",\"lang\":\"fr\"}\n{\"id\":\"7\",\"text\":\"Seven\"}"),
        ("b.csv", b"id,body\n1,x\n"),
        ("c.csv", b"id,text\n8,Eight\n9\n\"10\",\"Ten,\n10\"\n11,\n"),
        ("d.txt", b"\x00\x01\x02\x03"),
        ("e.txt", b"%PDF-1.7 ..."),
        ("f.txt", b"  \n"),
        ("g.jsonl", b""),
    ]);
    folder.check(
        &[""],
        &[
            "1 - en One",
            "! a.jsonl:2: broken JSON",
            "! a.jsonl:3: '1.2.2024' is not the date of a day",
            "! a.jsonl:4: a document with the id '1' was read before",
            "! a.jsonl:5: no \"text\" in the object",
            "! a.jsonl:6: the text is empty",
            "a.jsonl:7: extracted",
            "! a.jsonl:8: 'fr' is not a language that is read here",
            "7 - en Seven",
            "! b.csv:1: no column 'text' (found: id, body)",
            "8 - en Eight",
            "! c.csv:3: 1 cells where the header names 2",
            "10 - en Ten,\n10",
            "! c.csv:6: the text is empty",
            "! d.txt: not a text but binary data",
            "! e.txt: not a text but a PDF",
            "! f.txt: the text is empty",
            "! g.jsonl: the text is empty",
        ],
    );
}

#[test]
fn limits_hold_for_texts_lines_and_rows() {
    let long = "x".repeat(200_000);
    let line = format!("{{\"text\":\"{long}\"}}\n{{\"id\":\"2\",\"text\":\"Two\"}}\n");
    let folder = Folder::new(&[
        ("a.txt", long.as_bytes()),
        ("b.jsonl", line.as_bytes()),
        ("c.jsonl.gz", &gz(line.as_bytes())),
        ("d.csv", format!("id,text\n3,Three\n4,\"{long}\n").as_bytes()),
    ]);
    let source = Source::new([folder.path("")]).with_limit(50_000);
    let more = "more than 50000 bytes in one document";
    assert_eq!(
        folder.list(source),
        [
            format!("! a.txt: {more}"),
            format!("! b.jsonl:1: {more}"),
            "2 - en Two".to_owned(),
            format!("! c.jsonl.gz:1: {more}"),
            "3 - en Three".to_owned(),
            format!("! d.csv:3: {more}"),
        ]
    );
}

#[test]
fn defaults_stand_between_metadata_and_file_name() {
    let folder = Folder::new(&[(
        "2020-01-01.jsonl",
        b"{\"text\":\"A\",\"date\":\"2021-02-03\",\"lang\":\"en\"}\n{\"text\":\"B\"}",
    )]);
    let source = || Source::new([folder.path("")]);
    assert_eq!(folder.list(source())[1], "2020-01-01.jsonl:2 2020-01-01 en B");
    let told = source().with_date(Some(jiff::civil::date(2022, 3, 4))).with_lang(Some(Lang::Ar));
    assert_eq!(folder.list(told), ["2020-01-01.jsonl:1 2021-02-03 en A", "2020-01-01.jsonl:2 2022-03-04 ar B"]);
}

#[test]
fn every_complaint_has_a_hint() {
    let folder = Folder::new(&[("a.txt", b""), ("b.jsonl", b"[\n"), ("c.csv", b"x\n")]);
    for item in Source::new([folder.path(""), folder.path("none")]).documents() {
        let error = item.unwrap_err();
        assert!(!error.hint().is_empty() && Path::new(&*error.place().file).is_absolute(), "{error}");
    }
}
