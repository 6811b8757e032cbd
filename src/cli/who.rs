//! `nisba who`: who spoke to whom, when, and how we know.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use nisba::document::{Input, Lang};
use nisba::gazetteer::Gazetteer;
use nisba::query::{Answer, Answers, Who};
use nisba::relation::{Family, Options, Predicate, Record};

use super::Outcome;
use super::args::{Form, InputArgs, PeriodArgs, lang};
use super::names::{self, Named, isolate};
use super::read::in_order;
use super::report::{Report, count};
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
    input: InputArgs,
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
    period: PeriodArgs,
    /// Show the sentences that prove it (json and csv always hold them)
    #[arg(long)]
    evidence: bool,
    /// How to show the answers
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    format: Form,
    /// The language of names in the answers, ar or en [default: that of the names asked for]
    #[arg(long, value_name = "LANG", value_parser = lang)]
    label_lang: Option<Lang>,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Predicate(Predicate),
    Family(Family),
}

impl Kind {
    fn is_co_occurrence(&self) -> bool {
        matches!(self, Kind::Predicate(Predicate::CoOccurs) | Kind::Family(Family::CoOccurrence))
    }
}

fn kind(word: &str) -> Result<Kind, String> {
    let family = || word.parse().map(Kind::Family).ok();
    let families = || Family::ALL.iter().map(|family| family.name()).collect::<Vec<_>>().join(", ");
    word.parse()
        .map(Kind::Predicate)
        .or_else(|error| family().ok_or_else(|| format!("{error}; or one of the families {}", families())))
}

/// A question whose names may also mean entities that only the documents introduce.
struct Question {
    from: Option<Named>,
    to: Option<Named>,
    who: Who,
}

impl Question {
    fn new(args: &Args, gazetteer: &Gazetteer) -> anyhow::Result<Question> {
        let named = |name: &Option<String>| name.as_deref().map(|name| Named::new(name, gazetteer)).transpose();
        let (from, to) = (named(&args.from)?, named(&args.to)?);
        let ids = |named: &Option<Named>| named.as_ref().map(|named| named.ids().clone()).unwrap_or_default();
        let predicates = args.kind.iter().filter_map(|kind| match kind {
            Kind::Predicate(predicate) => Some(*predicate),
            Kind::Family(_) => None,
        });
        let families = args.kind.iter().filter_map(|kind| match kind {
            Kind::Family(family) => Some(*family),
            Kind::Predicate(_) => None,
        });
        let contact = args.kind.is_empty().then_some(Family::Contact);
        let relations = args.period.filter(predicates, families.chain(contact));
        Ok(Question { who: Who { from: ids(&from), to: ids(&to), relations, ..Who::default() }, from, to })
    }

    fn ask(&self, record: &Record) -> Answers {
        let mut who = self.who.clone();
        for (named, ids) in [(&self.from, &mut who.from), (&self.to, &mut who.to)] {
            ids.extend(named.iter().flat_map(|named| named.introduced(record)));
        }
        let mut answers = Answers::new(who);
        answers.add(record);
        answers
    }
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let co_occurs = args.kind.iter().any(Kind::is_co_occurrence);
    let pipeline = Arc::new(args.input.knowledge.pipeline(Options { co_occurs, ..Options::default() })?);
    let gazetteer = pipeline.gazetteer();
    let question = Question::new(args, gazetteer)?;
    let unlisted: Vec<String> =
        [&question.from, &question.to].into_iter().flatten().filter_map(Named::unlisted).map(str::to_owned).collect();
    let mut report = Report::new(args.input.run.quiet, args.input.strict);
    let mut answers = Answers::default();
    let reader = Arc::clone(&pipeline);
    let work = move |input| {
        let record = match input {
            Input::Document(document) => reader.extract(&document),
            Input::Extracted(line) => Record::from_extracted(&line)?,
        };
        Ok((record.lang, record.mentions.len(), record.relations.len(), question.ask(&record)))
    };
    in_order(args.input.source().inputs(), args.input.run.threads(), work, |result| match result {
        Ok((lang, mentions, relations, some)) => {
            report.read(lang, mentions, relations);
            answers.merge(some);
            ControlFlow::Continue(())
        }
        Err(error) => report.skip(&error),
    });
    report.check()?;
    report.end_progress();
    let label_lang = args.label_lang();
    let mut found = answers.finish();
    for answer in &mut found {
        let label = |id: &str, name: &mut Option<String>| {
            *name = names::label(gazetteer, id, label_lang).or_else(|| name.take()).or_else(|| Some(id.to_owned()));
        };
        label(&answer.subject, &mut answer.subject_name);
        label(&answer.object, &mut answer.object_name);
    }
    let text = match args.format {
        Form::Table => table(&found, label_lang, args.evidence),
        Form::Json => serde_json::to_vec_pretty(&found)?.into_iter().chain([b'\n']).collect(),
        Form::Csv => csv(&found)?,
    };
    io::stdout().write_all(&text)?;
    report.close();
    if found.is_empty() {
        for name in unlisted {
            report.say(&format!("'{name}' is not in the gazetteer (see: nisba gazetteer lookup '{name}')"));
        }
    }
    report.say(&count(found.len() as u64, "answer"));
    Ok(match report.outcome() {
        Outcome::Done if found.is_empty() => Outcome::NothingFound,
        outcome => outcome,
    })
}

impl Args {
    fn label_lang(&self) -> Lang {
        let name = |name: &Option<String>| name.clone().unwrap_or_default();
        let asked = name(&self.from) + &name(&self.to);
        let told = (!asked.is_empty()).then(|| Lang::detect(&asked));
        self.label_lang.or(told).unwrap_or(Lang::En)
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
