//! What teaches: help by example, completions, the man page.

use super::Desk;

#[test]
fn help_teaches_by_example() {
    let desk = Desk::new(&[]);
    for command in [
        &[][..],
        &["build"],
        &["extract"],
        &["who"],
        &["top"],
        &["path"],
        &["view"],
        &["decide"],
        &["conflicts"],
        &["diff"],
        &["explain"],
        &["gazetteer", "lookup"],
        &["gazetteer", "check"],
        &["gazetteer", "discover"],
        &["lexicon", "hits"],
        &["eval"],
    ] {
        let args: Vec<&str> = command.iter().copied().chain(["--help"]).collect();
        let run = desk.run(&args);
        run.ends_with(0);
        let example = format!("nisba {}", command.join(" "));
        let (_, examples) = run.out.split_once("Examples:").unwrap_or_else(|| panic!("no examples: {args:?}"));
        assert!(examples.contains(example.trim_end()), "{args:?}");
    }
    assert!(desk.run(&[]).ends_with(2).err.contains("Usage"));
    assert!(desk.run(&["--version"]).ends_with(0).out.starts_with("nisba "));
}

#[test]
fn help_lists_the_formats_and_who_reads_them() {
    let help = Desk::new(&[]).run(&["build", "--help"]).ends_with(0).out.clone();
    for format in nisba::export::Format::ALL {
        let line = help.lines().find(|line| line.starts_with(&format!("  {} ", format.name())));
        let line = line.unwrap_or_else(|| panic!("no line for {format}"));
        assert!(line.contains(&format!(".{}", format.extension())) && line.contains(format.readers()), "{line}");
        assert!(line.chars().count() < 100, "{line}");
    }
}

#[test]
fn completions_of_each_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = Desk::new(&[]).run(&["completions", shell]);
        assert!(run.ends_with(0).out.contains("gazetteer"), "{shell}");
    }
}

#[test]
fn man_pages() {
    let desk = Desk::new(&[]);
    let page = desk.run(&["man"]);
    assert!(page.ends_with(0).out.contains(".TH nisba 1") && page.out.contains("Exit codes"));
    assert!(desk.run(&["man", "who"]).ends_with(0).out.contains(".TH nisba-who 1"));
    desk.run(&["man", "nothing"]).ends_with(2).says("there are: add, build, check-export, extract");
}
