//! `nisba who`: who spoke to whom, when, and how we know.

use std::io::{self, IsTerminal, Write};

use nisba::document::Lang;
use nisba::query::{Answer, Answers, Who};
use nisba::relation::{Family, Options, Predicate};
use nisba::store::{Ends, Selection};

use super::Outcome;
use super::args::{ConditionArgs, Form, KindArgs, ShowArgs, SourceArgs};
use super::names::isolate;
use super::report::count;
use super::sources::{Named, Sources, asks_co_occurrence};
use super::table::aligned;

const EXAMPLES: &str = "\
Examples:
  Whom did Putin call between two days?
    nisba who --from Putin --kind called --since 2025-08-15 --until 2025-08-19 articles/

  Who is going to meet Egypt's foreign minister, and by which sentence do we know it?
    nisba who --to 'بدر عبد العاطي' --status planned --evidence articles/

  Read once, ask often; a table for a spreadsheet:
    nisba extract articles/ > docs.jsonl
    nisba who --from أمريكا --kind contact,conflict --format csv docs.jsonl > us.csv

Names may be written in any spelling or language, or be ids; see: nisba gazetteer lookup NAME
Exit codes: 0 found, 1 nothing found, 2 something was skipped or failed.";

/// Ask who spoke to whom, in texts or in what was extracted from them
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    input: SourceArgs,
    /// Who called, met, visited … (where no direction is told, either side may be meant)
    #[arg(long, value_name = "NAME", help_heading = "Question")]
    from: Option<String>,
    /// Whom
    #[arg(long, value_name = "NAME", help_heading = "Question")]
    to: Option<String>,
    /// What they did: predicates such as called,met or families such as conflict [default: contact]
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = kind, help_heading = "Question")]
    kind: Vec<Kind>,
    #[command(flatten)]
    conditions: ConditionArgs,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    show: ShowArgs,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Predicate(Predicate),
    Family(Family),
}

fn kind(word: &str) -> Result<Kind, String> {
    let family = || word.parse().map(Kind::Family).ok();
    let families = || Family::ALL.iter().map(|family| family.name()).collect::<Vec<_>>().join(", ");
    word.parse()
        .map(Kind::Predicate)
        .or_else(|error| family().ok_or_else(|| format!("{error}; or one of the families {}", families())))
}

impl Args {
    /// Returns what `--kind`, `--predicate` and `--family` name together.
    fn kinds(&self) -> KindArgs {
        let mut kinds = self.kinds.clone();
        for kind in &self.kind {
            match kind {
                Kind::Predicate(predicate) => kinds.predicate.push(*predicate),
                Kind::Family(family) => kinds.family.push(*family),
            }
        }
        kinds
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let kinds = args.kinds();
    let options = Options { co_occurs: asks_co_occurrence(&kinds), ..Options::default() };
    let mut sources = Sources::open(&args.input.sources, &args.input.read, options)?;
    let mut named = |name: &Option<String>| name.as_deref().map(|name| sources.named(name)).transpose();
    let (from, to) = (named(&args.from)?, named(&args.to)?);
    let relations = sources.filter(&args.conditions, &kinds, &[Family::Contact])?;
    let ids = |named: &Option<Named>| named.as_ref().map(|named| named.ids.clone()).unwrap_or_default();
    let who = Who { from: ids(&from), to: ids(&to), relations };
    let selection = Selection::Relations { filter: who.relations.clone(), ends: ends(&who) };
    let mut answers = Answers::new(who);
    sources.each(&selection, |record| answers.add(record))?;
    let lang = args.show.lang([&args.from, &args.to].into_iter().flatten().map(String::as_str));
    let mut found = answers.finish();
    for answer in &mut found {
        answer.name_ends(&sources, lang);
    }
    let text = match args.show.format {
        Form::Table => table(&found, lang, args.show.evidence),
        Form::Json => serde_json::to_vec_pretty(&found)?.into_iter().chain([b'\n']).collect(),
        Form::Csv => csv(&found)?,
    };
    io::stdout().write_all(&text)?;
    let report = sources.report();
    report.close();
    if found.is_empty() {
        for name in [&from, &to].into_iter().flatten().filter(|named| !named.is_known).map(|named| &named.name) {
            report.say(&format!("'{name}' is not in the gazetteer (see: nisba gazetteer lookup '{name}')"));
        }
    }
    report.say(&count(found.len() as u64, "answer"));
    Ok(match report.outcome() {
        Outcome::Done if found.is_empty() => Outcome::NothingFound,
        outcome => outcome,
    })
}

/// Returns the ends that an answer must have.
fn ends(who: &Who) -> Ends {
    match (who.from.is_empty(), who.to.is_empty()) {
        (true, true) => Ends::Any,
        (false, false) => Ends::Between(who.from.clone(), who.to.clone()),
        (false, true) => Ends::From(who.from.clone()),
        (true, false) => Ends::To(who.to.clone()),
    }
}

fn table(found: &[Answer], lang: Lang, evidence: bool) -> Vec<u8> {
    if found.is_empty() {
        return Vec::new();
    }
    // Isolates keep one cell from turning its neighbours round; a file does not need them.
    let shown = |text: &str| if io::stdout().is_terminal() { isolate(text) } else { text.to_owned() };
    let rows: Vec<_> = found
        .iter()
        .map(|answer| {
            let date = match (answer.date, answer.document_date) {
                (Some(date), _) => date.to_string(),
                (None, Some(date)) => format!("({date})"),
                (None, None) => "-".to_owned(),
            };
            let open = if answer.direction_known { "" } else { " ↔" };
            let cells = vec![
                date,
                answer.status.name().to_owned(),
                answer.document.to_string(),
                shown(answer.subject_name.as_deref().unwrap_or_default()),
                shown(&format!("{}{open}", answer.predicate.label(lang))),
                shown(answer.object_name.as_deref().unwrap_or_default()),
            ];
            let under = evidence.then(|| {
                let sentence =
                    answer.evidence.as_deref().unwrap_or("(the sentence was not kept; extract --with-text keeps it)");
                let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
                let source = answer.publisher.as_deref().map(|name| format!("{name}, ")).unwrap_or_default();
                [shown(&sentence), format!("— {}{}:{}-{}", shown(&source), answer.document, answer.start, answer.end)]
            });
            (cells, under.into_iter().flatten().collect())
        })
        .collect();
    aligned(&["DATE", "STATUS", "DOCUMENT", "WHO", "WHAT", "WHOM"], &rows).into_bytes()
}

fn csv(found: &[Answer]) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for answer in found {
        writer.serialize(answer)?;
    }
    Ok(writer.into_inner()?)
}
