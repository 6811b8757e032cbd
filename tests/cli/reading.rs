//! What is read, and what is known of it.

use std::io::Write;

use super::Desk;

const NEWS: &str = "التقى بوتين ترامب في ألاسكا.";

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn every_format_packed_or_not() {
    let desk = Desk::new(&[
        ("news/a.txt", NEWS),
        ("news/b/c.jsonl", "{\"id\":\"j1\",\"text\":\"One\"}\n{\"text\":\"Two\",\"date\":\"2025-01-02T10:00:00Z\"}\n"),
        ("news/d.csv", "Text,ID,Date\n\"One, and\nmore\",c1,2025-03-04\nTwo,c2,\n"),
        ("news/README.md", "not read"),
    ]);
    desk.put("news/e.txt.gz", &gz(b"Five"));
    desk.put(
        "news/f.jsonl.gz",
        &[gz(b"{\"id\":\"m1\",\"text\":\"x\"}\n"), gz(b"{\"id\":\"m2\",\"text\":\"x\"}\n")].concat(),
    );
    desk.put("news/g.csv.zst", &zstd::encode_all(&b"id,text\nz1,Seven\n"[..], 1).unwrap());
    let expected = [
        "a - ar",
        "j1 - en",
        "b/c.jsonl:2 2025-01-02 en",
        "c1 2025-03-04 en",
        "c2 - en",
        "e - en",
        "m1 - en",
        "m2 - en",
        "z1 - en",
    ];
    let run = desk.run(&["extract", "news"]);
    assert_eq!(run.ends_with(0).documents(), expected);
    run.says("read 9 documents (1 Arabic, 8 English), skipped 0;");
    assert_eq!(desk.run(&["extract", "news/**/*.jsonl"]).documents(), &expected[1..3]);
}

#[test]
fn charsets() {
    let desk = Desk::new(&[("e.txt", &format!("\u{FEFF}{NEWS}"))]);
    let wide = |to_bytes: fn(u16) -> [u8; 2]| NEWS.encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
    desk.put("a.txt", &encoding_rs::WINDOWS_1256.encode(NEWS).0);
    desk.put("b.txt", &wide(u16::to_le_bytes));
    desk.put("c.txt", &[&[0xFE, 0xFF], wide(u16::to_be_bytes).as_slice()].concat());
    desk.put("d.csv", &encoding_rs::WINDOWS_1256.encode(&format!("id,text\n1,{NEWS}\n")).0);
    let run = desk.run(&["extract", "--with-text", "."]);
    run.ends_with(0);
    let texts: Vec<String> = run
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["text"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(texts, [NEWS; 5]);
}

#[test]
fn standard_input_of_any_format() {
    let desk = Desk::new(&[]);
    let read = |input: &[u8]| desk.run_with(&["extract", "-"], input).ends_with(0).documents();
    assert_eq!(read(NEWS.as_bytes()), ["stdin - ar"]);
    assert_eq!(read(b"{\"text\":\"One\"}\n{\"id\":\"2\",\"text\":\"Two\"}"), ["stdin:1 - en", "2 - en"]);
    assert_eq!(read(b"id;text\nx;One\n"), ["x - en"]);
    assert_eq!(read(&gz(b"{\"id\":\"p\",\"text\":\"One\"}\n")), ["p - en"]);
    desk.run_with(&["extract", "-"], b"").ends_with(2).says("<stdin>: the text is empty");
}

#[test]
fn dates_from_metadata_then_the_option_then_the_file_name() {
    let desk = Desk::new(&[
        ("2025-08-17.txt", "One"),
        ("20250818-x.txt", "---\ndate: 2024-05-06\n---\nTwo"),
        ("plain.txt", "Three"),
    ]);
    assert_eq!(
        desk.run(&["extract", "."]).documents(),
        ["2025-08-17 2025-08-17 en", "20250818-x 2024-05-06 en", "plain - en"]
    );
    assert_eq!(
        desk.run(&["extract", ".", "--date", "2020-01-01", "--lang", "ar"]).documents(),
        ["2025-08-17 2020-01-01 ar", "20250818-x 2024-05-06 ar", "plain 2020-01-01 ar"]
    );
    desk.run(&["extract", ".", "--date", "today"]).ends_with(2).says("write YYYY-MM-DD");
}

#[test]
fn metadata_comes_from_headers_and_manifests() {
    let desk = Desk::new(&[
        ("n/a.txt", "---\nid: first\npublisher: Header\n---\nOne"),
        ("n/b.txt", "Two"),
        (
            "n/manifest.csv",
            "file,id,title,publisher,url\na.txt,x,A title,Manifest,\nb.txt,second,,,https://news.example/2\n",
        ),
    ]);
    let run = desk.run(&["extract", "n"]);
    let lines: Vec<serde_json::Value> =
        run.ends_with(0).out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!((&lines[0]["id"], &lines[1]["id"]), (&"first".into(), &"second".into()));
    assert_eq!((&lines[0]["title"], &lines[0]["publisher"]), (&"A title".into(), &"Header".into()));
    assert_eq!(lines[1]["url"], "https://news.example/2");
}

#[test]
fn stages_are_json_lines_with_a_type() {
    let desk = Desk::new(&[("a.txt", NEWS)]);
    let run = desk.run(&["extract", "--stage", "sentences", "a.txt"]);
    let line: serde_json::Value = serde_json::from_str(run.ends_with(0).out.lines().next().unwrap()).unwrap();
    assert_eq!((&line["type"], &line["document"], &line["start"]), (&"sentence".into(), &"a".into(), &0.into()));
    assert_eq!(line["end"], NEWS.chars().count());
    for stage in ["mentions", "relations"] {
        desk.run(&["extract", "--stage", stage, "a.txt"]).ends_with(0);
    }
    desk.run(&["extract", "--stage", "words", "a.txt"])
        .ends_with(2)
        .says("possible values: sentences, mentions, relations");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let lines: String = (0..2000)
        .map(|n| match n % 97 {
            5 => "{broken\n".to_owned(),
            _ => format!("{{\"id\":\"d{n}\",\"text\":\"{NEWS} {n}\"}}\n"),
        })
        .collect();
    let desk = Desk::new(&[("a.jsonl", &lines)]);
    let one = desk.run(&["extract", "--threads", "1", "a.jsonl"]);
    for threads in ["2", "4", "16"] {
        let more = desk.run(&["extract", "--threads", threads, "a.jsonl"]);
        assert!(more.out == one.out && more.err == one.err && more.code == 2, "{threads} threads");
    }
    desk.run(&["extract", "--threads", "0", "a.jsonl"]).ends_with(2);
}
