//! What of a store is read: conditions as SQL.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::graph::RelationFilter;
use crate::relation::{Id, Predicate, Status};

/// What is asked of a store.
#[derive(Clone, Debug, PartialEq)]
pub enum Selection {
    /// Every document with all that was read in it.
    Whole,
    /// Every document that mentions one of these, introduces it, or names it as its source, with all that was read in it.
    Mentioning(BTreeSet<Id>),
    /// The relations that may answer a question, without mentions.
    ///
    /// Documents without such a relation do not come. Who asks a question asks it of what comes: this only spares
    /// reading the rest.
    Relations {
        /// What relations.
        filter: RelationFilter,
        /// Between whom.
        ends: Ends,
    },
}

/// The ends of a relation, which may stand either way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ends {
    /// Anybody.
    #[default]
    Any,
    /// One of these is an end.
    Touching(BTreeSet<Id>),
    /// One of these acts, or may have: where a relation has no direction, or none is told.
    From(BTreeSet<Id>),
    /// To one of these something is done, or may have been.
    To(BTreeSet<Id>),
    /// One of the first and one of the second are its ends.
    Between(BTreeSet<Id>, BTreeSet<Id>),
}

/// Returns the condition on a document `d` that has to do with one of the entities of these numbers.
pub(super) fn mentioning(keys: &str) -> String {
    let of = |table: &str, column: &str| format!("SELECT doc FROM {table} WHERE {column} IN ({keys})");
    let tables = [
        of("mention", "entity"),
        of("introduction", "entity"),
        of("relation", "subject"),
        of("relation", "object"),
        of("relation", "attribution"),
    ];
    format!("d.doc IN ({})", tables.join(" UNION "))
}

/// Returns the conditions on a row of `relation`, with `keys` for the numbers of entities.
pub(super) fn conditions(filter: &RelationFilter, ends: &Ends, keys: &dyn Fn(&BTreeSet<Id>) -> String) -> String {
    let among = |column: &str, words: Vec<&str>, all: usize| {
        // Names of predicates and statuses are ours; they hold no quotation mark.
        let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
        if words.len() == all { String::new() } else { format!(" AND {column} IN ({})", words.join(",")) }
    };
    let predicates = Predicate::ALL.iter().filter(|&&p| filter.admits_predicate(p)).map(|p| p.name()).collect();
    let mut kinds = among("predicate", predicates, Predicate::ALL.len());
    let statuses = Status::ALL.iter().filter(|&&s| filter.admits_status(s)).map(|s| s.name()).collect();
    kinds.push_str(&among("status", statuses, Status::ALL.len()));
    let mut sql = match ends {
        Ends::Any => format!("1{kinds}"),
        Ends::Touching(ids) => {
            let keys = keys(ids);
            either(&[format!("subject IN ({keys}){kinds}"), format!("object IN ({keys}){kinds}")])
        }
        Ends::From(ids) => {
            let keys = keys(ids);
            either(&[format!("subject IN ({keys}){kinds}"), format!("object IN ({keys}){kinds}{}", turned())])
        }
        Ends::To(ids) => {
            let keys = keys(ids);
            either(&[format!("object IN ({keys}){kinds}"), format!("subject IN ({keys}){kinds}{}", turned())])
        }
        Ends::Between(a, b) => {
            let (a, b) = (keys(a), keys(b));
            let way = |from: &str, to: &str| format!("subject IN ({from}) AND object IN ({to}){kinds}");
            either(&[way(&a, &b), way(&b, &a)])
        }
    };
    if let Some(since) = filter.period.since {
        let _ = write!(sql, " AND last_day >= '{}'", since.first_day());
    }
    if let Some(until) = filter.period.until {
        let _ = write!(sql, " AND first_day <= '{}'", until.last_day());
    }
    if !filter.places.is_empty() {
        let _ = write!(sql, " AND place IN ({})", keys(&filter.places));
    }
    sql
}

/// Returns the condition that the ends of a relation may be exchanged.
fn turned() -> String {
    let symmetric = Predicate::ALL.iter().filter(|predicate| predicate.is_symmetric());
    let names: Vec<String> = symmetric.map(|predicate| format!("'{predicate}'")).collect();
    format!(" AND (either OR predicate IN ({}))", names.join(","))
}

/// Returns the condition that one of several holds. Each of them is answered by an index alone (ends, predicate, status,
/// direction), so that only rows are read that are asked for.
fn either(conditions: &[String]) -> String {
    let of = |condition: &String| format!("SELECT relation FROM relation WHERE {condition}");
    format!("relation IN ({})", conditions.iter().map(of).collect::<Vec<_>>().join(" UNION "))
}
