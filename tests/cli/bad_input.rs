//! Every kind of bad input: told with file, line and hint, skipped, counted; the rest is read.

use super::Desk;

const GOOD: (&str, &str) = ("z-good.txt", "Putin met Trump in Alaska.");

/// Reads the whole folder: the good file is read, the bad input told.
#[track_caller]
fn check(bad: &[(&str, &[u8])], place_and_problem: &str, hint: &str) {
    let desk = Desk::new(&[GOOD]);
    bad.iter().for_each(|(name, bytes)| desk.put(name, bytes));
    let run = desk.run(&["extract", "."]);
    run.ends_with(2).says(&format!("nisba: ./{place_and_problem}")).says("\n  hint: ").says(hint);
    assert_eq!(run.documents().last().map(String::as_str), Some("z-good - en"), "{}", run.err);
    run.says(", skipped 1;");
    let strict = desk.run(&["extract", "--strict", ".", "-o", "docs.jsonl"]);
    strict.ends_with(2).says(place_and_problem).says("--strict");
    assert!(!desk.names().iter().any(|name| name.contains("docs.jsonl")), "an output is whole or absent");
}

#[test]
fn binary_file() {
    check(&[("a.txt", b"\x00\x01\x02\xFF")], "a.txt: not a text but binary data", "plain text");
    check(&[("a.txt", b"%PDF-1.7\n1 0 obj")], "a.txt: not a text but a PDF", "pdftotext");
    check(&[("a.csv", b"PK\x03\x04\x14\x00")], "a.csv: not a text but a zip archive or office document", "plain text");
}

#[test]
fn unreadable_file() {
    let desk = Desk::new(&[GOOD]);
    let run = desk.run(&["extract", "gone.txt", "z-good.txt"]);
    run.ends_with(2).says("nisba: gone.txt: cannot be read: No such file").says("hint: check the spelling");
    assert_eq!(run.documents(), ["z-good - en"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", desk.path("a.txt")).unwrap();
        let run = desk.run(&["extract", "."]);
        run.ends_with(2).says("a.txt: cannot be read").says("read 1 document, skipped 1;");
    }
}

#[test]
fn damaged_archive() {
    let packed = zstd::encode_all(&b"{\"text\":\"x\"}\n".repeat(100)[..], 1).unwrap();
    check(&[("a.jsonl.zst", &packed[..packed.len() - 5])], "a.jsonl.zst: cannot be read", "pack it again");
}

#[test]
fn broken_json_line() {
    let lines = b"{\"id\":\"1\",\"text\":\"One\"}\n{\"id\":\"2\",\n{\"id\":\"3\",\"text\":\"Three\"}\n";
    check(&[("a.jsonl", lines)], "a.jsonl:2: broken JSON: EOF while parsing", "one whole object a line");
    let desk = Desk::new(&[]);
    desk.put("a.jsonl", lines);
    assert_eq!(desk.run(&["extract", "a.jsonl"]).documents(), ["1 - en", "3 - en"]);
}

#[test]
fn missing_column() {
    check(&[("a.csv", b"id,body\n1,x\n")], "a.csv:1: no column 'text' (found: id, body)", "the first row must name");
    check(&[("a.jsonl", b"{\"id\":\"1\",\"body\":\"x\"}\n")], "a.jsonl:1: no \"text\"", "under \"text\"");
    let manifest: &[u8] = b"name,date\nz-good.txt,2025-01-01\n";
    check(&[("manifest.csv", manifest)], "manifest.csv:1: no column 'file'", "file,… for a manifest");
}

#[test]
fn row_of_another_length() {
    check(
        &[("a.csv", b"id,text\n1,One\n2,Two,2\n3,Three\n")],
        "a.csv:3: 3 cells where the header names 2",
        "double quotes",
    );
}

#[test]
fn bad_date() {
    let hint = "write YYYY-MM-DD";
    let line = b"{\"id\":\"1\",\"text\":\"One\",\"date\":\"17/08/2025\"}\n";
    check(&[("a.jsonl", line)], "a.jsonl:1: '17/08/2025' is not the date of a day", hint);
    check(&[("a.csv", b"text,date\nOne,2025-02-30\n")], "a.csv:2: '2025-02-30' is not the date of a day", hint);
    check(&[("a.txt", b"---\nid: 1\ndate: 2025\n---\nOne")], "a.txt:3: '2025' is not the date of a day", hint);
    let manifest: &[u8] = b"file,date\na.txt,yesterday\n";
    check(
        &[("a.txt", b"One"), ("manifest.csv", manifest)],
        "manifest.csv:2: 'yesterday' is not the date of a day",
        hint,
    );
}

#[test]
fn folder_without_text() {
    let desk = Desk::new(&[GOOD, ("empty/picture.png", "")]);
    let run = desk.run(&["extract", "empty", "z-good.txt"]);
    run.ends_with(2).says("nisba: empty: no text in this folder").says("hint: files that are read: .txt, .jsonl, .csv");
    assert_eq!(run.documents(), ["z-good - en"]);
}

#[test]
fn unknown_kind_of_file() {
    let desk = Desk::new(&[GOOD, ("a.docx", "x")]);
    let run = desk.run(&["extract", "a.docx", "z-good.txt"]);
    run.ends_with(2).says("nisba: a.docx: unknown kind of file").says("hint: files that are read");
    assert_eq!(run.documents(), ["z-good - en"]);
    desk.run(&["extract", "."]).ends_with(0);
}

#[test]
fn pattern_without_match() {
    let run = Desk::new(&[GOOD]).run(&["extract", "*.jsonl", "*.txt"]);
    run.ends_with(2).says("nisba: *.jsonl: the pattern matches no file").says("hint: quote the pattern");
    assert_eq!(run.documents(), ["z-good - en"]);
}

#[test]
fn empty_text() {
    check(&[("a.txt", b" \n")], "a.txt: the text is empty", "remove it");
    check(&[("a.jsonl", b"{\"id\":\"1\",\"text\":\"\"}\n")], "a.jsonl:1: the text is empty", "remove it");
    check(&[("a.csv", b"id,text\n")], "a.csv: the text is empty", "remove it");
}

#[test]
fn broken_encoding() {
    let mut bytes = "التقى بوتين ترامب".as_bytes().to_vec();
    bytes.pop();
    check(&[("a.txt", &bytes)], "a.txt: broken UTF-8 at byte 30", "iconv");
}

#[test]
fn broken_header() {
    check(
        &[("a.txt", b"---\nid: 1\nno colon\n---\nOne")],
        "a.txt:3: the header between '---' lines is broken",
        "key: value",
    );
    check(
        &[("a.txt", b"---\nid: 1\nOne: two\n")],
        "a.txt:1: the header between '---' lines is broken",
        "close with '---'",
    );
}

#[test]
fn manifest_names_a_missing_file() {
    check(
        &[("manifest.csv", b"file,id\ngone.txt,1\n")],
        "manifest.csv:2: the manifest names 'gone.txt'",
        "remove the row",
    );
}

#[test]
fn id_given_twice() {
    let lines = b"{\"id\":\"1\",\"text\":\"One\"}\n{\"id\":\"1\",\"text\":\"Two\"}\n";
    check(&[("a.jsonl", lines)], "a.jsonl:2: a document with the id '1' was read before", "its own id");
}

#[test]
fn language_that_is_not_read() {
    check(
        &[("a.jsonl", b"{\"text\":\"Bonjour\",\"lang\":\"fr\"}")],
        "a.jsonl:1: 'fr' is not a language",
        "write ar or en",
    );
}

#[test]
fn extracted_lines_have_no_text_to_extract_from() {
    check(
        &[("a.jsonl", b"{\"id\":\"1\",\"relations\":[]}")],
        "a.jsonl:1: a line of extracted relations",
        "--with-text",
    );
}

#[test]
fn extracted_lines_of_another_shape() {
    let desk = Desk::new(&[(
        "docs.jsonl",
        "{\"id\":\"1\",\"relations\":[{\"subject\":\"RU\"}]}\n{\"id\":\"2\",\"relations\":[]}",
    )]);
    let run = desk.run(&["build", "docs.jsonl", "--to", "node-link"]);
    run.ends_with(2).says("docs.jsonl:1: broken JSON: missing field").says("read 1 document, skipped 1;");
    assert!(run.out.starts_with('{'));
}
