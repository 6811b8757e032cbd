//! Our figures and the referee's, on a copy of the gold made wrong in many ways.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nisba::eval::{FIGURES, read_annotated, score};
use serde_json::{Value, json};

fn gold_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold")
}

/// Makes a found row of a gold row, wrong in one of several ways.
fn spoil(row: &Value, turn: usize) -> Vec<Value> {
    let mut row = row.clone();
    let first = row["subject"][0].clone();
    match turn % 11 {
        0 => return vec![],
        1 => row["status"] = json!("denied"),
        2 => {
            row["subject"] = row["object"].clone();
            row["object"] = json!([first]);
        }
        3 => row["predicate"] = json!("met"),
        4 => return vec![row.clone(), row],
        5 => row["date"] = json!("2001-01"),
        6 => row["subject"] = json!("new:someone"),
        7 => {
            let mut other = row.clone();
            other["predicate"] = json!("talked_with");
            other["either"] = json!(true);
            return vec![row, other];
        }
        8 => row["object"] = row["object"].as_array().and_then(|ids| ids.last()).cloned().unwrap_or_default(),
        9 => row["predicate"] = json!("unheard_of"),
        _ => {}
    }
    vec![row]
}

fn spoil_mention(row: &Value, turn: usize) -> Vec<Value> {
    let mut row = row.clone();
    if let Some(slug) = row["id"].as_str().and_then(|id| id.strip_prefix("new:")) {
        row["id"] = json!(if turn.is_multiple_of(9) { format!("new:{turn}") } else { format!("new:my-{slug}") });
    }
    match turn % 13 {
        0 => return vec![],
        1 => row["start"] = json!(row["start"].as_u64().unwrap_or(0) + 1),
        2 => row["id"] = json!("XX"),
        3 => return vec![row.clone(), row],
        _ => {}
    }
    vec![row]
}

fn spoiled(line: &str, number: usize) -> Value {
    let mut document: Value = serde_json::from_str(line).unwrap();
    let each = |rows: &Value, spoil: fn(&Value, usize) -> Vec<Value>| -> Value {
        rows.as_array().unwrap().iter().enumerate().flat_map(|(i, row)| spoil(row, i * 3 + number)).collect()
    };
    let relations = each(&document["relations"], spoil);
    let renamed = relations.to_string().replace("\"new:", "\"new:my-");
    document["relations"] = serde_json::from_str(&renamed).unwrap();
    document["mentions"] = each(&document["mentions"], spoil_mention);
    document
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
fn figures_are_the_referees() {
    let referee = gold_folder().join("score.py");
    let has_python = Command::new("python3").arg("--version").output().is_ok_and(|out| out.status.success());
    if !referee.is_file() || !has_python {
        eprintln!("left out: needs python3 and {}", referee.display());
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (gold, found) = (folder.path().join("gold.jsonl"), folder.path().join("found.jsonl"));
    let read = |name: &str| fs::read_to_string(gold_folder().join(name)).unwrap();
    let all = read("seeds.jsonl") + &read("dev.jsonl");
    let lines: Vec<String> = all
        .lines()
        .enumerate()
        .filter(|(number, _)| number % 10 != 9)
        .map(|(number, line)| spoiled(line, number).to_string() + "\n")
        .collect();
    fs::write(&gold, &all).unwrap();
    fs::write(&found, lines.concat()).unwrap();
    let known = folder.path().join("known.txt");
    fs::write(&known, "RU\nUS\nEG\nQ7747\nQ22686\nFR\nSA\n").unwrap();

    let output = Command::new("python3")
        .arg(&referee)
        .args([&gold, &found])
        .args(["--json".as_ref(), "--known".as_ref(), known.as_os_str()])
        .output();
    let expected: Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    let gold = read_annotated(&gold).unwrap();
    let found: BTreeMap<_, _> = read_annotated(&found).unwrap().into_iter().map(|d| (d.id.clone(), d)).collect();
    let ids = ["RU", "US", "EG", "Q7747", "Q22686", "FR", "SA"];
    let is_known = |id: &str| ids.contains(&id);
    for (name, tallies) in
        [("all", score(&gold, &found, None)), ("in gazetteer", score(&gold, &found, Some(&is_known)))]
    {
        for (figure, tally) in FIGURES.iter().zip(&tallies) {
            assert_eq!(serde_json::to_value(tally.figures()).unwrap(), expected[name][figure], "{name}: {figure}");
        }
        assert!(tallies.iter().all(|tally| tally.figures().gold > 0), "{name}: a figure without gold proves nothing");
    }
}
