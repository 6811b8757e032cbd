//! Why a text was read as it was.

use serde_json::Value;

use super::Desk;

const CALL: &str = "Putin called the Turkish president on Monday.";
const ARABIC: &str =
    "استقبل الرئيس المصري محمد مرسي اليوم وزير الخارجية الأمريكي. ومن المقرر أن يزور كيري تركيا الأسبوع المقبل.";

fn explain(desk: &Desk, args: &[&str]) -> String {
    let args: Vec<&str> = ["explain", "--quiet"].iter().chain(args).copied().collect();
    desk.run(&args).ends_with(0).out.clone()
}

/// The line of a data file that an explanation names: `gazetteer/aliases.csv:15593`.
fn named_row(text: &str, file: &str) -> String {
    let (_, rest) = text.split_once(&format!("({file}:")).unwrap_or_else(|| panic!("no row of {file} in\n{text}"));
    let line: usize = rest.split(')').next().unwrap().parse().unwrap();
    let whole = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    whole.lines().nth(line - 1).unwrap().to_owned()
}

#[track_caller]
fn holds(text: &str, lines: &[&str]) {
    for line in lines {
        assert!(text.contains(line), "expected {line:?} in\n{text}");
    }
}

#[test]
fn the_row_of_every_decision_is_named() {
    let text = explain(&Desk::new(&[]), &["--date", "2025-08-19", CALL]);
    holds(
        &text,
        &[
            "text  (en, 2025-08-19)\n\n 1  [1 Putin] called the [2 [3 Turkish] president] on Monday.\n",
            "1  'Putin' is Vladimir Putin (Q7747)\n         by the name 'Putin' (gazetteer/aliases.csv:",
            "by the title (gazetteer/titles.csv:",
            "as president of Turkey: the listed holder on the document's day (gazetteer/offices.csv:",
            "'on Monday'  2025-08-18, or 2025-08-25 of what is ahead",
            "Vladimir Putin called Recep Tayyip Erdoğan (or the other way round): happened, 2025-08-18, 0.95  event ",
            "subject   subj, the subject of the verb: Vladimir Putin [1]",
            "object    obj, the direct object: Recep Tayyip Erdoğan [2]",
            "status    happened: nothing says otherwise",
            "date      2025-08-18: 'on Monday', ",
            "--gazetteer DIR  aliases.csv, demonyms.csv, offices.csv, titles.csv\n  --lexicon DIR    triggers-en.csv\n",
        ],
    );
    assert!(named_row(&text, "gazetteer/aliases.csv").starts_with("Q7747,en,Putin,"));
    assert!(named_row(&text, "gazetteer/titles.csv").starts_with("en,president,"));
    assert!(named_row(&text, "gazetteer/demonyms.csv").starts_with("TR,en,Turkish,"));
    let trigger = named_row(&text, "gazetteer/lexicon/triggers-en.csv");
    assert!(text.contains(&format!("'called': {} (", trigger.split(',').next().unwrap())), "{trigger}");
}

#[test]
fn arabic_is_explained_as_well() {
    let text = explain(&Desk::new(&[]), &["--date", "2013-02-04", ARABIC]);
    holds(
        &text,
        &[
            " 1  استقبل الرئيس [1 المصري] [2 محمد مرسي] اليوم [3 وزير الخارجية [4 الأمريكي]].\n",
            "'وزير الخارجية الأمريكي' is John Kerry (Q22316)",
            "not Hillary Clinton (Q6294), 2009-01-21 to 2013-02-01 (gazetteer/offices.csv:",
            "Mohamed Morsi hosted John Kerry: happened, 2013-02-04, 0.95",
            "'استقبل': ar-istaqbala-v (gazetteer/lexicon/triggers-ar.csv:",
            "Mohamed Morsi holds office in Egypt",
            ": a title beside the name (gazetteer/titles.csv:",
            "John Kerry visited Turkey: planned, 2013-02, ",
            "status    planned: the word before it governs it, 'ومن المقرر' (gazetteer/lexicon/words-ar.csv:",
        ],
    );
}

#[test]
fn what_is_missing_is_told() {
    let text = explain(
        &Desk::new(&[]),
        &[
            "--only",
            "missing",
            "Obama met with Khan in Paris. The Turkish president called Macron. Putin likes Berlin.",
        ],
    );
    holds(
        &text,
        &[
            "text  (en, no date)\n  Without a date nobody holds an office",
            "'met': en-meet-v (gazetteer/lexicon/triggers-en.csv:",
            "why       nobody stands where the row looks for the object\n",
            "subject   subj, the subject of the verb: Barack Obama [1]",
            "object    behind 'with': nobody",
            "'Khan'\n         not Imran Khan (Q155164), 'Khan' (gazetteer/aliases.csv:",
            "nothing that the row wants for support stands here (title|introduced)",
            "'Turkish president': president of Turkey (gazetteer/titles.csv:",
            ": the document has no date: give --date to know who held the office",
            "no word here is a trigger; a verb is a row of",
        ],
    );
    assert!(!text.contains("\n    named\n") && !text.contains("\n    told\n"));
}

#[test]
fn an_overlay_mends_what_an_explanation_shows() {
    let desk = Desk::new(&[]);
    let text = "Orbanek skyped Macron from Berlin.";
    let before = explain(&desk, &["--date", "2020-05-01", text]);
    holds(&before, &["no word here is a trigger"]);
    assert!(!before.contains(" called "));
    // A person whom nobody lists, and a verb.
    desk.put(
        "mine/entities.csv",
        b"id,kind,subkind,name_en,name_ar,country,gender,weight,wikidata,source\nmy:orbanek,person,,Jan Orbanek,,CZ,m,5,,mine\n",
    );
    desk.put("mine/aliases.csv", b"entity_id,lang,alias,kind,support,source\nmy:orbanek,en,Orbanek,surname,,mine\n");
    desk.put(
        "words/triggers-en.csv",
        b"id,lang,pos,forms,predicate,subject,object,flags,positive,negative\nmy-skype-v,en,verb,skype/skyped/skyped,called,subj,obj,human,,\n",
    );
    let after = explain(&desk, &["--date", "2020-05-01", "--gazetteer", "mine", "--lexicon", "words", "--rows", text]);
    holds(
        &after,
        &[
            "'Orbanek' is Jan Orbanek (my:orbanek)\n         by the name 'Orbanek' (mine/aliases.csv:2): the name links freely",
            "Jan Orbanek called Emmanuel Macron",
            "'skyped': my-skype-v (words/triggers-en.csv:2), called; subject subj; object obj",
            "\nwords/triggers-en.csv\n        id,lang,pos,",
            "\n      2 my-skype-v,en,verb,skype/skyped/skyped,called,subj,obj,human,,\n",
        ],
    );
}

#[test]
fn a_wrong_edge_goes_when_its_row_is_replaced() {
    let desk = Desk::new(&[]);
    let date = ["--date", "2013-02-04", "--only", "relations"];
    let before = explain(&desk, &[&date[..], &["Obama called Kerry."]].concat());
    holds(&before, &["Barack Obama called John Kerry"]);
    // Of the trigger only the predicate goes, of the name only the support changes.
    let row = named_row(&before, "gazetteer/lexicon/triggers-en.csv");
    let mut columns: Vec<String> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(row.as_bytes())
        .records()
        .next()
        .unwrap()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(columns[4], "called");
    (columns[4], columns[5], columns[6]) = (String::new(), String::new(), String::new());
    (columns[8], columns[9]) = (String::new(), String::new());
    let header = "id,lang,pos,forms,predicate,subject,object,flags,positive,negative\n";
    desk.put("words/triggers-en.csv", format!("{header}{}\n", columns.join(",")).as_bytes());
    let after = explain(&desk, &[&date[..], &["--lexicon", "words", "Obama called Kerry."]].concat());
    assert!(
        !after.contains("gazetteer/lexicon/triggers-en.csv:") || !after.contains(&format!("{} (gazetteer", columns[0])),
        "{after}"
    );
    desk.put("names/aliases.csv", b"entity_id,lang,alias,kind,support,source\nQ22316,en,Kerry,surname,never,mine\n");
    let after = explain(&desk, &["--date", "2013-02-04", "--gazetteer", "names", "Obama called Kerry."]);
    holds(&after, &["'Kerry'\n", "John Kerry (Q22316), 'Kerry' (names/aliases.csv:2): the row says never alone"]);
    assert!(!after.contains("Barack Obama called John Kerry"));
}

#[test]
fn json_holds_all_of_it() {
    let run = Desk::new(&[]).run(&["explain", "--date", "2025-08-19", "--format", "json", CALL]);
    let found: Value = serde_json::from_str(&run.ends_with(0).out).unwrap();
    let sentence = &found[0]["sentences"][0];
    assert_eq!((&sentence["number"], &sentence["text"]), (&1.into(), &CALL.into()));
    let mention = &sentence["mentions"][0];
    assert_eq!(
        (&mention["entity"]["id"], &mention["type"], &mention["start"], &mention["end"]),
        (&"Q7747".into(), &"name".into(), &0.into(), &5.into())
    );
    assert_eq!(
        (&mention["link"]["by"], &mention["link"]["ground"]["code"], &mention["link"]["row"]["file"]),
        (&"name".into(), &"free".into(), &"gazetteer/aliases.csv".into())
    );
    let relation = &sentence["relations"][0];
    assert_eq!(
        (&relation["relation"]["predicate"], &relation["relation"]["date"]),
        (&"called".into(), &"2025-08-18".into())
    );
    assert_eq!(
        (&relation["status"]["rule"]["code"], &relation["dated"]["rule"]["code"]),
        (&"default".into(), &"bound".into())
    );
    assert_eq!(relation["confidence"]["told"], 0.95);
    assert_eq!((&relation["slots"][0]["side"], &relation["slots"][0]["slot"]), (&"subject".into(), &"subj".into()));
}

#[test]
fn one_event_of_many_documents() {
    let desk = Desk::new(&[
        ("news/a.txt", "Obama met Cameron in London. Putin called Erdogan."),
        ("news/b.txt", "Macron visited Berlin."),
    ]);
    let answers = desk.run(&["who", "news", "--kind", "called", "--format", "json", "--quiet"]);
    let answers: Value = serde_json::from_str(&answers.ends_with(0).out).unwrap_or_default();
    let event = answers[0]["event"].as_str().map(str::to_owned).unwrap_or_else(|| {
        let extracted = desk.run(&["extract", "news", "--quiet"]).ends_with(0).out.clone();
        let record: Value = serde_json::from_str(extracted.lines().next().unwrap()).unwrap();
        let relations = record["relations"].as_array().unwrap();
        relations.iter().find(|row| row["predicate"] == "called").unwrap()["event"].as_str().unwrap().to_owned()
    });
    let text = explain(&desk, &["news", &event]);
    holds(&text, &[" 2  [1 Putin] called [2 Erdogan].", &format!("event {event}")]);
    assert!(!text.contains("Cameron") && !text.contains("Berlin"));
    desk.run(&["explain", "news", "0123456789abcdef"]).ends_with(1).says("no document has the event 0123456789abcdef");
}

#[test]
fn what_cannot_be_explained_is_told() {
    let desk = Desk::new(&[("a.txt", "Macron visited Berlin."), ("x.jsonl", "{\"id\":\"d\",\"relations\":[]}\n")]);
    desk.run(&["explain", "nothing.txt"]).ends_with(2).says("'nothing.txt' is no file and no text of several words");
    desk.run(&["explain", "x.jsonl"]).ends_with(2).says("the text of d was not kept").says("--with-text");
    desk.run(&["explain", "a.txt", "--sentence", "7"]).ends_with(1).says("no document has such a sentence");
    let piped = desk.run_with(&["explain", "-", "--quiet"], "Macron visited Berlin.".as_bytes());
    holds(&piped.ends_with(0).out, &["[1 Macron] visited [2 Berlin]"]);
    let raw = desk.run(&["explain", "--quiet", "Macron \u{1b}[31mvisited\u{202e} Berlin today."]);
    assert!(!raw.ends_with(0).out.contains(['\u{1b}', '\u{202e}']), "{}", raw.out);
}

#[test]
fn an_event_of_a_store_and_what_people_decided_of_it() {
    let desk = Desk::new(&[
        (
            "news/a.jsonl",
            "{\"id\":\"a\",\"date\":\"2025-08-19\",\"text\":\"Obama met Cameron in London. Putin called Erdogan on Monday.\"}\n",
        ),
        ("news/b.jsonl", "{\"id\":\"b\",\"date\":\"2025-08-19\",\"text\":\"Macron visited Berlin.\"}\n"),
    ]);
    desk.run(&["add", "s.nisba", "news", "--quiet"]).ends_with(0);
    let answers = desk.run(&["who", "s.nisba", "--predicate", "called", "--format", "json", "--quiet"]);
    let answers: Value = serde_json::from_str(&answers.ends_with(0).out).unwrap();
    let event = answers[0]["event"].as_str().unwrap();
    let row = format!("drop,,,,,,,,{event},,,Desk,2025-09-01,a misprint\n");
    let columns =
        "decision,entity,other,predicate,status,document,spelling,country,event,name_ar,name_en,author,date,reason\n";
    desk.put("decisions.csv", format!("{columns}{row}").as_bytes());
    let text = explain(&desk, &["s.nisba", event, "--decisions", "decisions.csv"]);
    holds(
        &text,
        &[
            "a  (en, 2025-08-19)\n\n 2  [1 Putin] called [2 Erdogan] on Monday.",
            &format!("happened, 2025-08-18, 0.95  event {event}"),
            &format!("decided   drop event {event} (decisions.csv:2): a misprint; Desk, 2025-09-01"),
        ],
    );
    assert!(!text.contains("Cameron") && !text.contains("Berlin"));
    holds(&explain(&desk, &["s.nisba", "--doc", "b"]), &["[1 Macron] visited [2 Berlin]"]);
    desk.run(&["explain", "s.nisba"]).ends_with(2).says("the id of an event (nisba who s.nisba --format json)");
    desk.run(&["explain", "s.nisba", "0123456789abcdef"]).ends_with(1).says("no document has the event");
    desk.run(&["explain", "s.nisba", "--doc", "z"]).ends_with(1).says("no document has this id");
    desk.run(&["add", "bare.nisba", "news", "--quiet", "--without-text"]).ends_with(0);
    desk.run(&["explain", "bare.nisba", "--doc", "a"]).ends_with(2).says("has not kept the text of a");
}

#[test]
fn a_wrong_office_and_a_wrong_status_go_when_their_rows_are_replaced() {
    let desk = Desk::new(&[]);
    let text = "The Turkish president may visit Berlin.";
    let before = explain(&desk, &["--date", "2025-08-19", text]);
    holds(
        &before,
        &[
            "Recep Tayyip Erdoğan visited Berlin: possible",
            "the word before it governs it, 'may' (gazetteer/lexicon/words-en.csv:",
        ],
    );
    desk.put("words/words-en.csv", b"lang,form,class,note\nen,may,none,\n");
    // The term is that of the row which is named, and ends before the day.
    let (_, rest) = before.split_once("gazetteer/offices.csv:").unwrap();
    let line: usize = rest.split(')').next().unwrap().parse().unwrap();
    let whole = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/gazetteer/offices.csv")).unwrap();
    let mut cells: Vec<&str> = whole.lines().nth(line - 1).unwrap().split(',').collect();
    cells[4] = "2024-12-31";
    let own = format!("{}\n{}\n", whole.lines().next().unwrap(), cells.join(","));
    desk.put("names/offices.csv", own.as_bytes());
    let after = explain(&desk, &["--date", "2025-08-19", "--lexicon", "words", "--gazetteer", "names", text]);
    holds(
        &after,
        &[
            "'Turkish president': president of Turkey (gazetteer/titles.csv:",
            ": no listed holder on the document's day",
        ],
    );
    assert!(!after.contains("possible"), "{after}");
}

#[test]
fn a_row_of_ones_own_says_that_somebody_brings_others_together() {
    let header = "id,lang,pos,forms,predicate,subject,object,flags,positive,negative\n";
    let told = |flags: &str, text: &str| {
        let desk = Desk::new(&[]);
        let row = format!("my-lamlama-v,ar,verb,لملم/يلملم,met,subj,obj,{flags},,\n");
        desk.put("words/triggers-ar.csv", format!("{header}{row}").as_bytes());
        explain(&desk, &["--date", "2014-02-04", "--only", "relations", "--lexicon", "words", text])
    };
    // One alone is brought together with nobody.
    let text = "لملم جون كيري محمود عباس وبنيامين نتنياهو في باريس.\n\nلملم سيرغي لافروف رجب طيب أردوغان في موسكو.";
    let hosts = ["John Kerry met Mahmoud Abbas", "John Kerry met Benjamin Netanyahu"];
    let guests = |text: &str| {
        text.contains("Mahmoud Abbas met Benjamin Netanyahu") || text.contains("Benjamin Netanyahu met Mahmoud Abbas")
    };
    let one = "Sergey Lavrov met Recep Tayyip Erdoğan";
    let with = told("human weak gathers", text);
    holds(&with, &hosts);
    assert!(guests(&with) && !with.contains(one), "{with}");
    let without = told("human weak", text);
    holds(&without, &hosts);
    assert!(!guests(&without) && without.contains(one), "{without}");
}
