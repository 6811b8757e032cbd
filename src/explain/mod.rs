//! Why a document was read as it was: which row linked each mention, which filled each frame, and what lost.
//!
//! For people who see a wrong edge, or miss one. What is told here is what the reading noted while it decided (the traces of
//! `mention` and `relation`); nothing is decided a second time.

mod mentions;
mod relations;
mod slots;

use jiff::civil::Date;
use serde::Serialize;

use crate::document::{Document, Lang, PartialDate};
use crate::gazetteer::RowRef;
use crate::lexicon::{Predicate, Status};
use crate::mention::{self, Ground, Holding, Loss, MentionType, Newcomer, Reader, Referent, Vacancy, slug};
use crate::relation::{
    self, CharRange, Construction, DateRule, Doubt, EdgeFate, EventId, Id, RecordBuilder, Relation, RelationRow, Side,
    StatusRule, Unfit, Why,
};
use crate::text::{Span, Tokens};

pub use slots::{slot_code, slot_words};

/// A reason: a code for programs, and the words for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reason<T> {
    /// The code.
    pub code: T,
    /// The words.
    pub text: &'static str,
}

macro_rules! reason {
    ($code:expr) => {{
        let code = $code;
        Reason { code, text: code.text() }
    }};
}
pub(crate) use reason;

/// How a document was read, sentence by sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// The document.
    pub id: String,
    /// Its language.
    pub lang: Lang,
    /// Its date, on which the meaning of titles and of "yesterday" rests.
    pub date: Option<Date>,
    /// Its sentences.
    pub sentences: Vec<SentenceReading>,
}

/// A place in the text, in code points, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words.
    pub text: String,
}

/// An entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Who {
    /// Its id.
    pub id: Id,
    /// Its Arabic name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_ar: Option<String>,
    /// Its English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
}

/// How one sentence was read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SentenceReading {
    /// Its number in the document, from 1.
    pub number: usize,
    /// The sentence.
    #[serde(flatten)]
    pub quote: Quote,
    /// Whom and what it names.
    pub mentions: Vec<MentionReading>,
    /// Names and titles of the gazetteer that are linked to nobody here.
    pub unlinked: Vec<Unlinked>,
    /// Its date expressions.
    pub dates: Vec<DateReading>,
    /// The relations that it tells.
    pub relations: Vec<RelationReading>,
    /// Words with a trigger row, or frames that were filled, that gave no relation.
    pub untold: Vec<Untold>,
}

/// How a mention was linked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MentionReading {
    /// Where it stands.
    #[serde(flatten)]
    pub quote: Quote,
    /// The entity.
    pub entity: Who,
    /// How it is named.
    #[serde(rename = "type")]
    pub kind: MentionType,
    /// How it was linked.
    pub link: Link,
    /// Whom it might have meant, and why it does not.
    pub others: Vec<Other>,
}

/// How a mention was linked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Link {
    /// By a name of the gazetteer.
    Name {
        /// The name as the row writes it.
        alias: String,
        /// The row.
        row: RowRef,
        /// On what ground.
        ground: Reason<Ground>,
    },
    /// By a name that the document gave in full before, or will.
    NamedBefore,
    /// By a word of which a relation tells whom it names: the government, the opposition.
    Party,
    /// By a name that stands in no list.
    Newcomer {
        /// How it was read.
        how: Reason<Newcomer>,
    },
    /// By a demonym.
    Demonym {
        /// The row.
        row: Option<RowRef>,
    },
    /// By a title.
    Title {
        /// The row of the title.
        row: Option<RowRef>,
        /// The office that it names.
        office: Option<String>,
        /// Whose office.
        of: Option<Who>,
        /// Who holds it, and by what.
        holding: Option<Reason<Holding>>,
        /// The row that says who held the office on the document's day.
        term: Option<RowRef>,
    },
}

/// Whom a mention might have meant.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Other {
    /// The entity.
    pub entity: Who,
    /// The name or title that may mean it.
    pub alias: String,
    /// Its row.
    pub row: RowRef,
    /// Why it is not meant.
    pub why: Reason<Loss>,
    /// The support that its row wants, any one of which suffices: `title|introduced|country|never`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub support: String,
    /// How well it fits, where that was weighed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<i64>,
    /// When somebody else held the office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<String>,
}

/// A name or a title that is linked to nobody.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unlinked {
    /// Where it stands.
    #[serde(flatten)]
    pub quote: Quote,
    /// The office, of a title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// Whose office, where that is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Who>,
    /// Why the title names nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vacancy: Option<Reason<Vacancy>>,
    /// The row of the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<RowRef>,
    /// It begins with a word of the lexicon, which is a name as well: a day, a pronoun, a verb.
    pub lexical: bool,
    /// Whom it might have meant, and why it does not.
    pub others: Vec<Other>,
}

impl Unlinked {
    /// Returns whether it is what one expects: a function word or an everyday word that happens to be a name too.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let plain = |other: &Other| {
            matches!(other.why.code, Loss::Function | Loss::Everyday | Loss::SmallLetter | Loss::LongerName)
        };
        self.vacancy.is_none() && (self.lexical || self.others.iter().all(plain))
    }
}

/// A date expression.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DateReading {
    /// Where it stands.
    #[serde(flatten)]
    pub quote: Quote,
    /// What it means beside something past.
    pub past: PartialDate,
    /// What it means beside something to come.
    pub future: PartialDate,
}

/// A row of the trigger table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TriggerRow {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub row: RowRef,
    /// What it signals.
    pub predicate: Option<Predicate>,
    /// Its slots of the subject, as the column writes them.
    pub subject: String,
    /// Its slots of the object.
    pub object: String,
}

/// A slot that was looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SlotReading {
    /// Whether the subject or the object was looked for.
    pub side: Side,
    /// The slot, as the column writes it; `None` where the parties stand in no slot of the row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<String>,
    /// What that means.
    pub meaning: String,
    /// Who stands there.
    pub found: Vec<PartyReading>,
    /// They were taken over from an earlier clause or sentence.
    pub carried: bool,
    /// How sure the step is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

impl SlotReading {
    /// Returns whether somebody was taken from here.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        self.found.iter().any(|party| party.why.is_none())
    }
}

/// Who stands at a slot.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartyReading {
    /// Who.
    pub entity: Who,
    /// Where it is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mention: Option<Quote>,
    /// Why it is no party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Reason<Unfit>>,
}

/// What decided a status.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatusReading {
    /// The status.
    pub status: Status,
    /// The rule.
    pub rule: Reason<StatusRule>,
    /// The word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<Quote>,
    /// The row of that word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<RowRef>,
}

/// What gave a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DatedReading {
    /// The date.
    pub date: Option<PartialDate>,
    /// The rule.
    pub rule: Reason<DateRule>,
    /// The expression.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expression: Option<Quote>,
}

/// What makes up a confidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConfidenceReading {
    /// What is told.
    pub told: f64,
    /// How sure the step to the subject is.
    pub subject: f64,
    /// How sure the step to the object is.
    pub object: f64,
    /// What a subject of an earlier sentence is worth.
    pub reach: f64,
    /// What is told where nothing is against it.
    pub plain: f64,
    /// What is against it, and by how much it is multiplied.
    pub doubts: Vec<DoubtReading>,
}

/// Something that makes a relation less sure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DoubtReading {
    /// What.
    #[serde(flatten)]
    pub why: Reason<Doubt>,
    /// The factor.
    pub factor: f64,
}

/// Why a relation is told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RelationReading {
    /// The relation, as `nisba extract` writes it.
    pub relation: RelationRow,
    /// Who.
    pub subject: Who,
    /// Whom.
    pub object: Who,
    /// The word that tells it.
    pub word: Quote,
    /// The row of the word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<TriggerRow>,
    /// The row of the title, of an office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<RowRef>,
    /// What tells it, where no row does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub construction: Option<Reason<Construction>>,
    /// The slots that were looked at, in order.
    pub slots: Vec<SlotReading>,
    /// What decided the status.
    pub status: StatusReading,
    /// What gave the date.
    pub dated: DatedReading,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Who>,
    /// Who reports it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Who>,
    /// How sure it is.
    pub confidence: ConfidenceReading,
    /// What people decided of it; nothing until somebody says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionReading>,
}

/// What somebody decided, by which a relation is told otherwise than it was read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionReading {
    /// Where it stands.
    pub row: RowRef,
    /// What was decided.
    pub decision: String,
    /// By whom.
    pub author: String,
    /// On which day.
    pub date: Date,
    /// Why.
    pub reason: String,
}

/// A row at a word that gave no relation, or one that is not told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Untold {
    /// The word.
    pub word: Quote,
    /// The row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trigger: Option<TriggerRow>,
    /// Why it gave nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Reason<Why>>,
    /// The slots that were looked at.
    pub slots: Vec<SlotReading>,
    /// Relations that it gave, and that are not told.
    pub edges: Vec<UntoldEdge>,
}

/// A relation that a frame gave and that is not told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UntoldEdge {
    /// Who.
    pub subject: Who,
    /// What.
    pub predicate: Predicate,
    /// Whom.
    pub object: Who,
    /// Why it is not told.
    pub why: Reason<EdgeFate>,
    /// The product of its steps.
    pub steps: f64,
}

/// What explains a document: what was read, and what was noted on the way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Explainer<'a> {
    pub(crate) reader: &'a Reader<'a>,
    pub(crate) document: &'a Document,
    pub(crate) tokens: &'a Tokens,
    pub(crate) ranges: &'a [(usize, usize)],
    pub(crate) builder: &'a RecordBuilder<'a>,
    pub(crate) names: &'a mention::Trace,
    pub(crate) telling: &'a relation::Trace,
}

impl Explainer<'_> {
    /// Returns the explanation of the relations found, whose rows stand in the same order.
    pub(crate) fn explain(&self, found: &[Relation], rows: &[RelationRow]) -> Explanation {
        let spans: Vec<Span> =
            self.ranges.iter().map(|&range| self.tokens.sentence_span(&self.document.text, range)).collect();
        let mut sentences: Vec<SentenceReading> = spans
            .iter()
            .enumerate()
            .map(|(number, &span)| SentenceReading {
                number: number + 1,
                quote: self.quote(span),
                mentions: Vec::new(),
                unlinked: Vec::new(),
                dates: Vec::new(),
                relations: Vec::new(),
                untold: Vec::new(),
            })
            .collect();
        let of = |span: Span| {
            let after = spans.partition_point(|sentence| sentence.start <= span.start);
            after.checked_sub(1)
        };
        for (span, mention) in self.mentions(found) {
            if let Some(at) = of(span) {
                sentences[at].mentions.push(mention);
            }
        }
        for (span, unlinked) in self.unlinked() {
            if let Some(at) = of(span) {
                sentences[at].unlinked.push(unlinked);
            }
        }
        for time in self.telling.times() {
            let date =
                DateReading { quote: self.words(time.words), past: time.past.partial(), future: time.future.partial() };
            sentences[time.sentence].dates.push(date);
        }
        for (relation, row) in found.iter().zip(rows) {
            sentences[relation.sentence].relations.push(self.relation(relation, row));
        }
        for (sentence, untold) in self.untold() {
            sentences[sentence].untold.push(untold);
        }
        Explanation { id: self.document.id.clone(), lang: self.document.lang, date: self.document.date, sentences }
    }

    fn quote(&self, span: Span) -> Quote {
        let CharRange { start, end } = self.builder.chars(span);
        Quote { start, end, text: span.of(&self.document.text).to_owned() }
    }

    /// The words of a range of tokens.
    fn words(&self, (start, end): relation::Words) -> Quote {
        let tokens = &self.tokens.tokens;
        self.quote(Span::new(tokens[start].span.start, tokens[end.max(start + 1) - 1].span.end))
    }

    fn who(&self, referent: Referent) -> Who {
        let named = |name: &str| (!name.is_empty()).then(|| name.to_owned());
        match referent {
            Referent::Known(key) => {
                let gazetteer = &self.reader.knowledge().gazetteer;
                let entity = gazetteer.get(key);
                Who { id: gazetteer.id(key), name_ar: named(entity.name_ar), name_en: named(entity.name_en) }
            }
            Referent::New(index) => {
                let name = &self.reader.people[index as usize].name;
                let arabic = Lang::detect(name) == Lang::Ar;
                let own = named(name);
                let (name_ar, name_en) = if arabic { (own, None) } else { (None, own) };
                Who { id: slug(name).into(), name_ar, name_en }
            }
        }
    }
}

impl Explanation {
    /// Keeps only the sentence and the relation of an event; returns whether the document has it.
    pub fn keep_event(&mut self, event: &EventId) -> bool {
        let own = |relation: &RelationReading| relation.relation.event.as_ref() == Some(event);
        self.sentences.retain(|sentence| sentence.relations.iter().any(own));
        for sentence in &mut self.sentences {
            sentence.relations.retain(own);
        }
        !self.sentences.is_empty()
    }

    /// Returns the rows that are named, each once, in the order of files and lines.
    #[must_use]
    pub fn rows(&self) -> Vec<RowRef> {
        let mut rows: Vec<RowRef> = self.sentences.iter().flat_map(SentenceReading::rows).collect();
        rows.sort();
        rows.dedup();
        rows
    }
}

impl SentenceReading {
    /// Returns the rows that are named.
    #[must_use]
    pub fn rows(&self) -> Vec<RowRef> {
        let others = |others: &[Other]| others.iter().map(|other| other.row.clone()).collect::<Vec<_>>();
        let mut rows = Vec::new();
        for mention in &self.mentions {
            match &mention.link {
                Link::Name { row, .. } => rows.push(row.clone()),
                Link::Demonym { row } => rows.extend(row.clone()),
                Link::Title { row, term, .. } => rows.extend(row.iter().chain(term).cloned()),
                Link::NamedBefore | Link::Party | Link::Newcomer { .. } => {}
            }
            rows.extend(others(&mention.others));
        }
        for unlinked in &self.unlinked {
            rows.extend(unlinked.row.clone());
            rows.extend(others(&unlinked.others));
        }
        for relation in &self.relations {
            rows.extend(relation.trigger.as_ref().map(|trigger| trigger.row.clone()));
            rows.extend(relation.title.clone());
            rows.extend(relation.status.row.clone());
        }
        rows.extend(self.untold.iter().filter_map(|untold| Some(untold.trigger.as_ref()?.row.clone())));
        rows
    }
}

impl Who {
    /// Returns the name in a language, else in the other, else the id.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Ar => (&self.name_ar, &self.name_en),
            Lang::En => (&self.name_en, &self.name_ar),
        };
        first.as_deref().or(second.as_deref()).unwrap_or(&self.id)
    }
}
