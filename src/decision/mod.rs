//! Decisions of people: a file of what somebody decided in, records that follow it out.
//!
//! A decision says that two entities are one (`same`), that who is taken for somebody is not (`not_same`), that an
//! entity has another name (`rename`), or that an entity, an edge or one relation is left out (`drop`). Each has its
//! author, date and reason. A record is changed when it is asked, never where it is kept: take a row out of the file,
//! and what it did is undone.
//!
//! ```
//! use nisba::decision::{Decisions, Row};
//! use nisba::relation::Record;
//!
//! let row = Row {
//!     decision: "same".into(),
//!     entity: "new:ann-lee".into(),
//!     other: "Q123".into(),
//!     author: "Desk".into(),
//!     date: "2026-01-31".into(),
//!     reason: "the minister, see her page".into(),
//!     ..Row::default()
//! };
//! let decisions = Decisions::of_rows([row])?;
//! let line = r#"{"id": "d1", "relations": [{"subject": "new:ann-lee", "predicate": "met", "object": "Q7747"}]}"#;
//! let record: Record = serde_json::from_str(line)?;
//! assert_eq!(&*decisions.apply(record).relations[0].subject[0], "Q123");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The order of rows does not matter, and what has followed the decisions once does not change when it follows them
//! again. Rows that contradict each other are errors, and both are told.

mod apply;
mod classes;
mod conflict;
mod names;
mod row;
mod spelling;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use apply::Applied;
pub use row::{COLUMNS, Decision, Row, Scope, Verdict};

use crate::gazetteer::{DataFile, EntityKind, KnowledgeError, RowError, each_row};
use crate::relation::{EventId, Id, Predicate, Status};
use crate::text::normal_form;
use classes::Classes;

/// What people decided, ready to be applied. The default changes nothing.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    rows: Vec<Decision>,
    classes: Classes,
    /// For each entity who is not who it is taken for, the narrowest first.
    not_same: BTreeMap<Id, Vec<NotSame>>,
    renames: BTreeMap<Id, Rename>,
    dropped: BTreeMap<Id, Vec<(Option<String>, Because)>>,
    events: BTreeMap<EventId, usize>,
    edges: BTreeMap<(Id, Id), Vec<DropEdge>>,
    kinds: BTreeMap<Id, EntityKind>,
}

/// A `not_same` with a scope, in the ids that stand for their classes.
#[derive(Clone, Debug)]
struct NotSame {
    scope: Scope,
    /// The normal form of the scope's spelling.
    form: Option<Vec<u8>>,
    becomes: Id,
    because: Because,
}

/// The row that decides something, and those that say that whom it names is the same as somebody else.
#[derive(Clone, Debug, Default)]
struct Because(Vec<usize>);

/// The names that an entity is given, each with its row.
#[derive(Clone, Debug, Default)]
struct Rename {
    ar: Option<(String, Because)>,
    en: Option<(String, Because)>,
}

/// An edge that is left out, of which the ends are known.
#[derive(Clone, Debug)]
struct DropEdge {
    predicate: Predicate,
    status: Option<Status>,
    document: Option<String>,
    because: Because,
}

impl Decisions {
    /// Reads a file of decisions.
    ///
    /// # Errors
    /// When it cannot be read, rows are bad or contradict each other; all of them are listed.
    pub fn read(path: &Path) -> Result<Decisions, KnowledgeError> {
        match std::fs::read_to_string(path) {
            Ok(text) => Decisions::load(&[DataFile { name: path.display().to_string(), text: text.into() }]),
            Err(cause) => Err(KnowledgeError::Unreadable { path: path.to_owned(), cause }),
        }
    }

    /// Loads decisions from the texts of files.
    ///
    /// # Errors
    /// When rows are bad or contradict each other; all of them are listed.
    pub fn load(files: &[DataFile]) -> Result<Decisions, KnowledgeError> {
        let (mut rows, mut errors) = (Vec::new(), Vec::new());
        for file in files {
            each_row(file, &mut errors, |row: Row, line| {
                rows.push(Decision::read(&row, &file.name, line)?);
                Ok(())
            });
        }
        if errors.is_empty() { Decisions::new(rows) } else { Err(KnowledgeError::Rows(errors)) }
    }

    /// Returns decisions that stand in no file; errors name the rows by their number, from 1.
    ///
    /// # Errors
    /// When rows are bad or contradict each other; all of them are listed.
    pub fn of_rows(rows: impl IntoIterator<Item = Row>) -> Result<Decisions, KnowledgeError> {
        let (mut decisions, mut errors) = (Vec::new(), Vec::new());
        for (number, row) in (1..).zip(rows) {
            match Decision::read(&row, "row", number) {
                Ok(decision) => decisions.push(decision),
                Err(problem) => errors.push(RowError { file: "row".to_owned(), line: number, problem }),
            }
        }
        if errors.is_empty() { Decisions::new(decisions) } else { Err(KnowledgeError::Rows(errors)) }
    }

    /// Returns decisions that were read before.
    ///
    /// # Errors
    /// When some contradict each other; all of them are listed.
    pub fn new(rows: Vec<Decision>) -> Result<Decisions, KnowledgeError> {
        let classes = Classes::new(&rows);
        let conflicts = conflict::conflicts(&rows, &classes);
        if !conflicts.is_empty() {
            return Err(KnowledgeError::Rows(conflicts));
        }
        let mut all = Decisions { classes, ..Decisions::default() };
        for (index, row) in rows.iter().enumerate() {
            all.take(index, &row.verdict);
        }
        for rules in all.not_same.values_mut() {
            let breadth = |rule: &NotSame| {
                let has = [rule.scope.document.is_some(), rule.form.is_some(), rule.scope.country.is_some()];
                (std::cmp::Reverse(has.iter().filter(|&&has| has).count()), has.map(std::cmp::Reverse))
            };
            rules.sort_by_key(|rule| (breadth(rule), rule.because.0.first().copied()));
        }
        all.rows = rows;
        Ok(all)
    }

    /// Adds what one row says; of two that say the same, the first is kept.
    fn take(&mut self, index: usize, verdict: &Verdict) {
        let stands_for = |id: &Id| self.classes.stands_for(id).clone();
        let ways = verdict.entities().into_iter().flat_map(|id| self.classes.way(id));
        let because = Because(BTreeSet::from_iter(ways.chain([index])).into_iter().collect());
        match verdict {
            Verdict::Same { .. } => {}
            Verdict::NotSame { scope, .. } if scope.is_everywhere() => {}
            Verdict::NotSame { entity, other, scope } => {
                let form = scope.spelling.as_deref().map(normal_form);
                let (entity, becomes) = (stands_for(entity), stands_for(other));
                let rule = NotSame { scope: scope.clone(), form, becomes, because };
                self.not_same.entry(entity).or_default().push(rule);
            }
            Verdict::Rename { entity, name_ar, name_en } => {
                let rename = self.renames.entry(stands_for(entity)).or_default();
                for (place, name) in [(&mut rename.ar, name_ar), (&mut rename.en, name_en)] {
                    if let (None, Some(name)) = (&place, name) {
                        *place = Some((name.clone(), because.clone()));
                    }
                }
            }
            Verdict::DropEntity { entity, document } => {
                self.dropped.entry(stands_for(entity)).or_default().push((document.clone(), because));
            }
            Verdict::DropEvent { event } => drop(self.events.entry(*event).or_insert(index)),
            Verdict::DropEdge { subject, predicate, object, status, document } => {
                let ends = (stands_for(subject), stands_for(object));
                let rule = DropEdge { predicate: *predicate, status: *status, document: document.clone(), because };
                self.edges.entry(ends).or_default().push(rule);
            }
        }
    }

    /// Lets `kind` tell what the entities are that are not who they are taken for: who is set apart from them is taken
    /// to be of the same kind.
    #[must_use]
    pub fn with_kinds(mut self, kind: &dyn Fn(&str) -> Option<EntityKind>) -> Decisions {
        self.kinds = self.not_same.keys().filter_map(|id| Some((id.clone(), kind(id)?))).collect();
        self
    }

    /// Returns the decisions, in the order of the file.
    #[must_use]
    pub fn rows(&self) -> &[Decision] {
        &self.rows
    }

    /// Returns whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the id that stands for `id`, by what is decided to be the same: itself where nothing is.
    ///
    /// Of entities that are one, the id stands for all that comes first by these: it is no `new:`; no row says that it
    /// is another; it is the shorter; it is the first in the alphabet.
    #[must_use]
    pub fn stands_for<'a>(&'a self, id: &'a Id) -> &'a Id {
        self.classes.stands_for(id)
    }

    /// Returns all ids for which `id` stands, itself among them.
    #[must_use]
    pub fn all_of(&self, id: &Id) -> BTreeSet<Id> {
        self.classes.members(id)
    }

    /// Returns whether a decision asks how a name is written, for which a record must have its mentions.
    #[must_use]
    pub fn need_mentions(&self) -> bool {
        self.not_same.values().flatten().any(|rule| rule.form.is_some())
    }

    /// Returns the ids that records may have, before they follow the decisions, for those who are one of `ids` then.
    ///
    /// Who looks records up by ids before they follow the decisions looks for these.
    #[must_use]
    pub fn origins(&self, ids: &BTreeSet<Id>) -> BTreeSet<Id> {
        let mut found = BTreeSet::new();
        let mut waiting: Vec<Id> = ids.iter().cloned().collect();
        while let Some(id) = waiting.pop() {
            let first = self.stands_for(&id);
            let taken_for = self.not_same.iter().filter(|(_, rules)| rules.iter().any(|rule| rule.becomes == *first));
            let before: BTreeSet<Id> =
                self.all_of(&id).into_iter().chain(taken_for.map(|(id, _)| id.clone())).collect();
            waiting.extend(before.into_iter().filter(|id| found.insert(id.clone())));
        }
        found
    }

    /// Returns the decisions that name `id` or one that is the same.
    #[must_use]
    pub fn about(&self, id: &Id) -> Vec<&Decision> {
        let all = self.all_of(id);
        self.rows.iter().filter(|row| row.verdict.entities().iter().any(|id| all.contains(*id))).collect()
    }

    /// Returns each row that says only what others say already, with one of them.
    #[must_use]
    pub fn redundant(&self) -> Vec<(&Decision, Option<&Decision>)> {
        let twin = |index: usize| {
            let same = |row: &&Decision| row.verdict == self.rows[index].verdict;
            self.rows[..index].iter().find(same)
        };
        (0..self.rows.len())
            .filter(|&index| twin(index).is_some() || self.classes.is_redundant(index))
            .map(|index| (&self.rows[index], twin(index)))
            .collect()
    }
}
