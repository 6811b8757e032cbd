//! Whatever is thrown at it: documents, files and folders that are not as they should be, and runs that end too soon.

use std::io::Write;

use super::Desk;

/// Reads a text in every form that a file may have; the run ends, and says nothing of a panic.
#[track_caller]
fn check(name: &str, bytes: &[u8], code: i32) -> super::Run {
    let desk = Desk::new(&[]);
    desk.put(name, bytes);
    let run = desk.run(&["extract", name]);
    assert!(!run.err.contains("panicked"), "{}", run.err);
    run.ends_with(code);
    run
}

#[test]
fn broken_letters() {
    // UTF-16 with half of a pair of surrogates in the middle.
    let mut units: Vec<u8> = "\u{FEFF}التقى بوتين ".encode_utf16().flat_map(u16::to_le_bytes).collect();
    units.extend([0x00, 0xD8, 0x20, 0x00]);
    units.extend("ترامب".encode_utf16().flat_map(u16::to_le_bytes));
    check("a.txt", &units, 2).says("broken UTF-16");
    // A slash in two bytes, a NUL in two bytes, a surrogate in three.
    for overlong in [&b"\xC0\xAF"[..], b"\xC0\x80", b"\xED\xA0\x80", b"\xF5\x80\x80\x80"] {
        let text = ["التقى الرئيس الروسي بوتين ".as_bytes(), overlong, " ترامب".as_bytes()].concat();
        check("a.txt", &text, 2).says("broken UTF-8 at byte");
    }
    check("a.txt", "Putin\0 met Trump".as_bytes(), 2).says("binary data");
    check("a.jsonl", b"{\"text\":\"Putin\\u0000 met \\ud800 Trump\"}", 2).says("broken JSON");
    check("a.jsonl", b"{\"text\":\"Putin\\u0000 met Trump\"}", 0);
    check("a.jsonl", format!("{{\"text\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000)).as_bytes(), 2);
}

#[test]
fn texts_without_end() {
    check("a.txt", &vec![b'a'; 1 << 20], 0);
    check("a.txt", "ب".repeat(1 << 19).as_bytes(), 0);
    check("a.txt", format!("بوتين{} التقى ترامب", "\u{064E}".repeat(100_000)).as_bytes(), 0);
    check("a.txt", "وبالوبال".repeat(20_000).as_bytes(), 0);
    check("a.txt", "و بال ".repeat(20_000).as_bytes(), 0);
    check("a.txt", "Tو".repeat(20_000).as_bytes(), 0);
    check("a.txt", "\u{202E}\u{2066}بوتين\u{2069} ".repeat(10_000).as_bytes(), 0);
}

#[test]
fn a_sentence_of_fifty_thousand_names() {
    let names = ["Putin", "Trump", "Macron", "Merkel", "Erdogan", "Obama"];
    let text: String = (0..50_000).map(|at| format!("{} met ", names[at % names.len()])).collect();
    let run = check("a.txt", text.as_bytes(), 0);
    assert!(run.err.contains("50000 mentions"), "{}", run.err);
}

#[test]
fn bombs_are_told_and_the_limit_can_be_raised() {
    let large = "word ".repeat(500_000);
    let mut gz = flate2(&large);
    check("a.txt.gz", &gz, 0);
    let desk = Desk::new(&[("z-good.txt", "Putin met Trump.")]);
    desk.put("a.txt.gz", &gz);
    desk.put("b.txt.zst", &zstd::encode_all(large.as_bytes(), 1).unwrap());
    desk.put("c.jsonl.gz", &flate2(&format!("{{\"text\":\"{large}\"}}\n")));
    desk.put("d.csv.zst", &zstd::encode_all(format!("id,text\n1,{large}\n").as_bytes(), 1).unwrap());
    let run = desk.run(&["extract", ".", "--max-document", "1"]);
    run.ends_with(2).says("read 1 document, skipped 4;").says("--max-document");
    for name in ["a.txt.gz", "b.txt.zst", "c.jsonl.gz:1", "d.csv.zst:2"] {
        run.says(&format!("{name}: more than 1048576 bytes in one document"));
    }
    desk.run(&["extract", ".", "--max-document", "3"]).ends_with(0).says("read 5 documents, skipped 0;");
    // Cut off in the middle.
    gz.truncate(gz.len() / 2);
    check("a.txt.gz", &gz, 2).says("cannot be read");
}

fn flate2(text: &str) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text.as_bytes()).unwrap();
    packed.finish().unwrap()
}

#[test]
fn nothing_of_a_document_steers_the_terminal() {
    let text = "Putin met Trump \u{1B}[31mred\u{1B}]0;title\u{7} in Moscow \u{202E}on Monday.";
    let desk = Desk::new(&[("a.txt", text)]);
    let no_controls = |text: &str| !text.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202E}');
    for args in [
        &["who", "a.txt", "--from", "Putin", "--evidence"][..],
        &["timeline", "a.txt", "Putin", "--evidence"],
        &["between", "a.txt", "Putin", "Trump", "--evidence"],
        &["path", "a.txt", "Putin", "Trump", "--evidence"],
        &["explain", "a.txt"],
    ] {
        let run = desk.run(args);
        run.ends_with(0);
        assert!(run.out.contains("[31mred") && no_controls(&run.out), "{args:?}: {:?}", run.out);
    }
    desk.put("b.jsonl", br#"{"id":"x\u001b[2J","text":"x","date":"\u001b[31m"}"#);
    let run = desk.run(&["extract", "b.jsonl"]);
    run.ends_with(2).says("[31m' is not the date of a day");
    assert!(no_controls(&run.err), "{:?}", run.err);
}

#[cfg(unix)]
mod unix {
    use std::process::Command;

    use super::*;

    #[test]
    fn folders_of_links_and_pipes() {
        let desk = Desk::new(&[("d/a.txt", "Putin met Trump.")]);
        std::os::unix::fs::symlink("..", desk.path("d/loop")).unwrap();
        std::os::unix::fs::symlink("gone", desk.path("d/broken.txt")).unwrap();
        assert!(Command::new("mkfifo").arg(desk.path("d/pipe.txt")).status().unwrap().success());
        let run = desk.run(&["extract", "d"]);
        run.ends_with(2).says("d/loop: cannot be read").says("read 1 document, skipped 2;");
        let run = desk.run(&["extract", "d/*.txt"]);
        run.says("read 1 document");
    }

    #[test]
    fn a_disk_that_is_full_leaves_nothing() {
        let desk = Desk::new(&[("a.txt", &"Putin met Trump in Moscow. ".repeat(2000))]);
        let run = |command: &str| {
            Command::new("sh")
                .args(["-c", command])
                .env("NISBA", env!("CARGO_BIN_EXE_nisba"))
                .current_dir(desk.path(""))
                .output()
                .unwrap()
        };
        let output = run("ulimit -f 1; exec \"$NISBA\" extract a.txt --with-text -o out.jsonl");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("nisba: "), "{said}");
        assert_eq!(desk.names(), ["a.txt"]);
        #[cfg(target_os = "linux")]
        {
            let output = run("exec \"$NISBA\" extract a.txt > /dev/full");
            assert_eq!(output.status.code(), Some(2));
            assert!(String::from_utf8_lossy(&output.stderr).contains("No space left"));
        }
    }
}
