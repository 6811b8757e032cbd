//! The decisions of people on the way: records that follow them, and what is said about it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use nisba::decision::{Applied, Decisions};
use nisba::gazetteer::{DataFile, EntityKind, KnowledgeError};
use nisba::graph::{Period, RelationFilter};
use nisba::mention::slug;
use nisba::relation::{Id, Record};
use nisba::store::{Ends, Selection};

use super::report::count;

/// How many decisions are named that were never applied.
const NAMED: usize = 8;

/// The decisions of a run, shared by the threads that read.
#[derive(Debug, Default)]
pub(super) struct Decided {
    pub(super) decisions: Decisions,
    applied: Mutex<Applied>,
}

impl Decided {
    /// Loads the files that were given.
    pub(super) fn load(paths: &[PathBuf]) -> anyhow::Result<Decided> {
        let decisions =
            load(paths).context("nothing was read: decisions must be right first (see: nisba decide FILE check)")?;
        Ok(Decided { decisions, applied: Mutex::default() })
    }

    /// Lets `kind` tell the kinds of entities.
    pub(super) fn with_kinds(self, kind: &dyn Fn(&str) -> Option<EntityKind>) -> Decided {
        Decided { decisions: self.decisions.with_kinds(kind), ..self }
    }

    /// Returns the entities that decisions name, without those that only documents introduce.
    pub(super) fn listed(&self) -> BTreeSet<&Id> {
        let ids = self.decisions.rows().iter().flat_map(|row| row.verdict.entities());
        ids.filter(|id| !id.starts_with("new:")).collect()
    }

    /// Returns what must be read of a store, so that what is asked for is there once it follows the decisions.
    pub(super) fn selection<'s>(&self, selection: &'s Selection) -> Cow<'s, Selection> {
        if self.decisions.is_empty() {
            return Cow::Borrowed(selection);
        }
        let before = |ids: &BTreeSet<Id>| self.decisions.origins(ids);
        let (filter, ends) = match selection {
            Selection::Whole => return Cow::Borrowed(selection),
            Selection::Mentioning(ids) => return Cow::Owned(Selection::Mentioning(before(ids))),
            Selection::Relations { filter, ends } => (filter, ends),
        };
        // Where a name is written how, mentions tell, and they come with whole documents.
        if self.decisions.need_mentions() {
            return Cow::Owned(match ends {
                Ends::Any => Selection::Whole,
                Ends::Touching(ids) | Ends::From(ids) | Ends::To(ids) | Ends::Between(ids, _) => {
                    Selection::Mentioning(before(ids))
                }
            });
        }
        let ends = match ends {
            Ends::Any => Ends::Any,
            Ends::Touching(ids) => Ends::Touching(before(ids)),
            Ends::From(ids) => Ends::From(before(ids)),
            Ends::To(ids) => Ends::To(before(ids)),
            Ends::Between(one, other) => Ends::Between(before(one), before(other)),
        };
        // Relations that become equal lend each other date and place.
        let filter = RelationFilter { period: Period::default(), places: BTreeSet::new(), ..filter.clone() };
        Cow::Owned(Selection::Relations { filter, ends })
    }

    /// Returns the record that follows the decisions; `text` is the text of its document, where it is at hand.
    pub(super) fn apply(&self, record: Record, text: Option<&str>) -> Record {
        if self.decisions.is_empty() {
            return record;
        }
        let mut applied = Applied::default();
        let record = self.decisions.apply_to(record, text, &mut applied);
        if applied.total() > 0 {
            self.applied.lock().unwrap_or_else(PoisonError::into_inner).merge(&applied);
        }
        record
    }

    /// Returns those to whom somebody gave this name, or who are somebody of this name by what was decided.
    pub(super) fn named(&self, name: &str) -> BTreeSet<Id> {
        let ids = [Id::from(name), slug(name).into()];
        let others = ids.iter().map(|id| (id, self.decisions.stands_for(id))).filter(|(id, other)| id != other);
        self.decisions.named(name).into_iter().chain(others.map(|(_, other)| other.clone())).collect()
    }

    /// Returns what is said about them when everything has been read, or a part of a store.
    pub(super) fn summary(&self, is_whole: bool) -> Vec<String> {
        if self.decisions.is_empty() {
            return Vec::new();
        }
        let applied = self.applied.lock().unwrap_or_else(PoisonError::into_inner);
        let rows = self.decisions.rows().len();
        let used = (0..rows).filter(|&row| applied.of(row) > 0).count();
        let times = count(applied.total(), "time");
        let mut said = vec![format!("{used} of {} applied, {times}", count(rows as u64, "decision"))];
        let never = if is_whole { self.decisions.never_applied(&applied) } else { Vec::new() };
        said.extend(never.iter().take(NAMED).map(|row| format!("{} applied to nothing: {row}", row.place())));
        if never.len() > NAMED {
            said.push(format!("{} more applied to nothing", never.len() - NAMED));
        }
        said
    }
}

/// Loads files of decisions; all that is wrong is told at once.
pub(super) fn load(paths: &[PathBuf]) -> Result<Decisions, KnowledgeError> {
    let read = |path: &PathBuf| match std::fs::read_to_string(path) {
        Ok(text) => Ok(DataFile { name: path.display().to_string(), text: text.into() }),
        Err(cause) => Err(KnowledgeError::Unreadable { path: path.clone(), cause }),
    };
    Decisions::load(&paths.iter().map(read).collect::<Result<Vec<_>, _>>()?)
}
