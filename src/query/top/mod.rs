//! The question "who matters": records in, entities by how much they have to do with others, or the groups they form, out.
//!
//! ```
//! use nisba::query::{Contacts, Top};
//! use nisba::relation::Record;
//!
//! let line = r#"{"id": "d1", "date": "2025-08-18", "relations": [
//!     {"subject": "Q7747", "predicate": "met", "object": "Q22686"},
//!     {"subject": "Q7747", "predicate": "called", "object": "Q1058"}]}"#;
//! let record: Record = serde_json::from_str(line)?;
//! let mut contacts = Contacts::new(Top::default());
//! contacts.add(&record);
//! let ranking = contacts.rank(&nisba::gazetteer::Gazetteer::embedded()?, &|_| ());
//! assert_eq!((&*ranking.rows[0].entity, ranking.rows[0].degree), ("Q7747", 2));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod calendar;
mod groups;
mod rank;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use crate::document::{Lang, PartialDate};
use crate::gazetteer::EntityKind;
use crate::graph::{Builder, Filter, Grain, KnowledgeGraph, Network, RelationFilter, Texts, Tie};
use crate::query::Names;
use crate::relation::{Family, Id, NameError, Predicate, Record, Status};

pub use calendar::{Every, Span};
pub use groups::{Group, Groups, Member, MemberRow};
pub use rank::{Ranked, Ranking};

/// What makes an entity matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// With how many others it has to do.
    #[default]
    Degree,
    /// How many relations it has with them; what one text and its copies tell counts once.
    Weighted,
    /// How many of the shortest paths between others lead over it.
    Betweenness,
    /// How much it is acted on by those who matter.
    PageRank,
}

/// Who matters, by what, when. The default ranks everybody by contacts that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Top {
    /// Which relations make two entities neighbours; the default is the contact family, happened.
    pub relations: RelationFilter,
    /// By what entities are ranked.
    pub by: Measure,
    /// Rank anew in each period; a relation whose date is not told so well is left out of all of them.
    pub per: Option<Every>,
    /// Tell only of these kinds, each with its rank among all; empty for every kind.
    pub kinds: BTreeSet<EntityKind>,
    /// At most so many entities (of each period) or groups; `None` for all.
    pub limit: Option<NonZeroUsize>,
    /// Betweenness is estimated from the paths that begin at so many entities; `None` for all.
    pub sample: Option<NonZeroUsize>,
    /// The language of names.
    pub lang: Lang,
}

impl Default for Top {
    fn default() -> Self {
        let relations = RelationFilter {
            families: [Family::Contact].into(),
            statuses: [Status::Happened].into(),
            ..RelationFilter::default()
        };
        Top {
            relations,
            by: Measure::default(),
            per: None,
            kinds: BTreeSet::new(),
            limit: None,
            sample: None,
            lang: Lang::En,
        }
    }
}

/// Collects who has to do with whom.
#[derive(Clone, Debug)]
pub struct Contacts {
    top: Top,
    builder: Builder,
    by_span: HashMap<Told, Texts, FixedState>,
    unplaced: u64,
}

/// What is told of one period: that one did to another what (directed or not). Copies of one text tell it once.
type Told = (Span, Id, Id, Predicate, Status, bool);

impl Contacts {
    /// Returns a collector for `top`.
    #[must_use]
    pub fn new(top: Top) -> Self {
        let filter = Filter { relations: top.relations.clone(), ..Filter::default() };
        Contacts { top, builder: Builder::new(Grain::Aggregated, filter), by_span: HashMap::default(), unplaced: 0 }
    }

    /// Adds one record.
    pub fn add(&mut self, record: &Record) {
        self.builder.add(record);
        let Some(every) = self.top.per else { return };
        let document = Id::from(record.id.as_str());
        for row in record.relations.iter().filter(|row| self.top.relations.admits(record, row)) {
            let (Some(subject), Some(object)) = (row.subject.first(), row.object.first()) else { continue };
            let date = row.date.or(record.date.map(PartialDate::day));
            let Some(span) = date.and_then(|date| every.span(date)) else {
                self.unplaced += 1;
                continue;
            };
            let directed = !row.either && !row.predicate.is_symmetric();
            // Without direction the ends stand in the order of their ids, so that both tellings are one.
            let (one, other) = if directed || subject <= object { (subject, object) } else { (object, subject) };
            let told = (span, one.clone(), other.clone(), row.predicate, row.status, directed);
            self.by_span.entry(told).or_default().add(&document, record.sketch);
        }
    }

    /// Adds what another collector has for the same question.
    pub fn merge(&mut self, other: Contacts) {
        self.builder.merge(other.builder);
        other.by_span.into_iter().for_each(|(told, texts)| self.by_span.entry(told).or_default().merge(texts));
        self.unplaced += other.unplaced;
    }

    fn graph(builder: Builder, names: &dyn Names) -> KnowledgeGraph {
        builder.finish(&|id| names.info(id))
    }

    /// Returns the network of each period, in order.
    fn spans(by_span: HashMap<Told, Texts, FixedState>) -> Vec<(Span, Network)> {
        let mut by_period: BTreeMap<Span, Vec<Tie>> = BTreeMap::new();
        for ((span, subject, object, _, _, directed), texts) in by_span {
            by_period.entry(span).or_default().push(Tie { subject, object, directed, weight: texts.count() as u64 });
        }
        by_period.into_iter().map(|(span, ties)| (span, Network::new(ties))).collect()
    }
}

impl Measure {
    /// Every measure.
    pub const ALL: &'static [Measure] = &[Measure::Degree, Measure::Weighted, Measure::Betweenness, Measure::PageRank];

    /// Returns the name used in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Measure::Degree => "degree",
            Measure::Weighted => "weighted",
            Measure::Betweenness => "betweenness",
            Measure::PageRank => "pagerank",
        }
    }
}

impl FromStr for Measure {
    type Err = NameError;

    fn from_str(word: &str) -> Result<Self, NameError> {
        Measure::ALL.iter().copied().find(|measure| measure.name() == word).ok_or_else(|| NameError {
            word: word.to_owned(),
            what: "measure",
            known: Measure::ALL.iter().map(|measure| measure.name()).collect::<Vec<_>>().join(", "),
        })
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::EntityInfo;

    struct Nobody;

    impl Names for Nobody {
        fn info(&self, id: &str) -> Option<EntityInfo> {
            let kind = if id.len() == 1 { EntityKind::Person } else { EntityKind::City };
            Some(EntityInfo::named(kind, String::new(), format!("the {id}"), None))
        }
    }

    /// Reads lines of date of the document and relations: `2025-08-01 A met B; C visited D 2025-07; A met C (planned)`.
    fn records(lines: &[&str]) -> Vec<Record> {
        let record = |(number, line): (usize, &&str)| {
            let (date, rest) = line.split_once(' ').unwrap();
            let relations: Vec<_> = rest
                .split("; ")
                .map(|relation| {
                    let words: Vec<&str> = relation.split(' ').collect();
                    let status = if relation.contains("(planned)") { "planned" } else { "happened" };
                    let date = words.get(3).filter(|word| !word.starts_with('('));
                    let (subject, predicate, object) = (words[0], words[1], words[2]);
                    serde_json::json!({"subject": subject, "predicate": predicate, "object": object, "status": status, "date": date})
                })
                .collect();
            let date = (date != "-").then_some(date);
            serde_json::from_value(
                serde_json::json!({"id": format!("d{number}"), "date": date, "relations": relations}),
            )
            .unwrap()
        };
        lines.iter().enumerate().map(record).collect()
    }

    fn contacts(top: Top, records: &[Record]) -> Contacts {
        let (mut first, mut second) = (Contacts::new(top.clone()), Contacts::new(top));
        for (number, record) in records.iter().enumerate() {
            if number % 2 == 0 { first.add(record) } else { second.add(record) }
        }
        first.merge(second);
        first
    }

    /// `expected` are the rows as `period rank change name figure`.
    #[track_caller]
    fn check(top: Top, lines: &[&str], expected: &[&str]) {
        let mut records = records(lines);
        for _ in 0..2 {
            let ranking = contacts(top.clone(), &records).rank(&Nobody, &|_| ());
            let shown = |row: &Ranked| {
                let period = row.period.map(|period| format!("{period} ")).unwrap_or_default();
                let change = row.change.map(|change| format!(" {change:+}")).unwrap_or_default();
                let figure = match top.by {
                    Measure::Degree => format!("{} {}/{}", row.degree, row.degree_in, row.degree_out),
                    Measure::Weighted => format!("{} {}/{}", row.relations, row.relations_in, row.relations_out),
                    Measure::Betweenness => format!("{:.2}", row.betweenness.unwrap()),
                    Measure::PageRank => format!("{:.3}", row.page_rank),
                };
                format!("{period}{}{change} {} {figure}", row.rank, row.entity)
            };
            assert_eq!(ranking.rows.iter().map(shown).collect::<Vec<_>>(), expected);
            records.reverse();
        }
    }

    const LINES: &[&str] = &[
        "2025-07-01 A met B; A visited Rome; A criticised C",
        "2025-07-20 A met B; C met A (planned); B called C 2025-08",
        "2025-08-05 C met D; C met B 2025; Rome met C",
        "- D met C",
    ];

    #[test]
    fn contacts_that_happened_are_ranked_and_equals_share_a_rank() {
        check(Top::default(), LINES, &["1 C 3 3/3", "2 A 2 1/2", "2 B 2 2/2", "2 Rome 2 2/1", "5 D 1 1/1"]);
        let by = |by| Top { by, limit: NonZeroUsize::new(2), ..Top::default() };
        check(by(Measure::Weighted), LINES, &["1 C 5 5/4", "2 B 4 3/4"]);
        // C holds D to the rest, and one of two ways from B to Rome.
        check(by(Measure::Betweenness), LINES, &["1 C 0.58", "2 B 0.17"]);
        check(by(Measure::PageRank), LINES, &["1 C 0.389", "2 D 0.195"]);
        let cities = Top { kinds: [EntityKind::City].into(), ..Top::default() };
        check(cities, LINES, &["2 Rome 2 2/1"]);
        check(Top::default(), &["2025-07-01 A criticised B; A met A"], &[]);
    }

    #[test]
    fn each_period_is_ranked_by_itself() {
        let per = |per| Top { per: Some(per), ..Top::default() };
        let months = &[
            "2025-07 1 A 2 1/2",
            "2025-07 2 B 1 1/1",
            "2025-07 2 Rome 1 1/0",
            "2025-08 1 C 3 3/2",
            "2025-08 2 +0 B 1 0/1",
            "2025-08 2 D 1 1/1",
            "2025-08 2 +0 Rome 1 1/1",
        ];
        // B called C in August; that C met B in 2025 tells no month, and that D met C tells nothing.
        check(per(Every::Month), LINES, months);
        let ranking = contacts(per(Every::Month), &records(LINES)).rank(&Nobody, &|_| ());
        assert_eq!((ranking.unplaced, ranking.relations, ranking.entities, ranking.ties), (2, 8, 5, 5));
        let ranking = contacts(per(Every::Year), &records(LINES)).rank(&Nobody, &|_| ());
        assert_eq!((ranking.unplaced, ranking.rows.len()), (1, 5));
    }

    #[test]
    fn copies_of_one_text_and_what_one_text_tells_twice_count_once() {
        let mut records = records(&[
            "2025-07-01 A met B; A called B; A met B",
            "2025-07-02 B met A",
            "2025-07-03 A met B; B called C",
            "2025-07-03 A called B",
        ]);
        let sketch = |text: &str| text.repeat(32).parse().ok();
        // The second is a copy of the first; of the fourth no text was seen.
        for (record, text) in records.iter_mut().zip(["00ff", "00ff", "0a0b"]) {
            record.sketch = sketch(text);
        }
        for per in [None, Some(Every::Month)] {
            let ranking = contacts(Top { per, ..Top::default() }, &records).rank(&Nobody, &|_| ());
            let shown: Vec<_> = ranking
                .rows
                .iter()
                .map(|row| format!("{} {} {}/{}", row.entity, row.relations, row.relations_in, row.relations_out))
                .collect();
            // Two texts tell that A met B, two that A called B, one that B called C.
            assert_eq!(shown, ["B 5 4/3", "A 4 2/4", "C 1 1/0"]);
            assert_eq!(ranking.relations, 5);
        }
    }

    #[test]
    fn groups_are_named_after_their_first_members() {
        let lines =
            ["2025-07-01 A met B; B met C; C met A; X met Y; Y called X; C met X; Q met Q", "2025-07-02 B met A"];
        let groups = contacts(Top::default(), &records(&lines)).groups(&Nobody);
        let shown = |group: &Group| {
            let members =
                group.members.iter().map(|member| format!("{}:{}/{}", member.entity, member.inside, member.outside));
            format!(
                "{} {} {}/{} {}",
                group.name,
                group.size,
                group.inside,
                group.outside,
                members.collect::<Vec<_>>().join(" ")
            )
        };
        let expected = ["the A, the B, the C 3 4/1 A:3/0 B:3/0 C:2/1", "the X, the Y 2 2/1 X:2/1 Y:2/0"];
        assert_eq!(groups.groups.iter().map(shown).collect::<Vec<_>>(), expected);
        // Seven relations: four and two of them inside, nine and five of fourteen ends.
        assert!((groups.modularity - (6.0 / 7.0 - (81.0 + 25.0) / 196.0)).abs() < 1e-12);
        assert_eq!((groups.count, groups.entities, groups.relations), (2, 5, 7));
        assert_eq!(groups.rows().map(|row| row.place).collect::<Vec<_>>(), [1, 2, 3, 1, 2]);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(16))]
        #[test]
        fn neither_the_order_of_records_nor_their_parting_makes_a_difference(
            ties in proptest::collection::vec((0_u8..9, 0_u8..9, 0_usize..3, 1_u8..28), 1..40),
            order in proptest::prelude::any::<u64>(),
        ) {
            let told = |&(a, b, verb, day): &(u8, u8, usize, u8)| {
                format!("2025-0{}-{day:02} e{a} {} e{b}", day % 9 + 1, ["met", "called", "visited"][verb])
            };
            let lines: Vec<String> = ties.iter().map(told).collect();
            let records = records(&lines.iter().map(String::as_str).collect::<Vec<_>>());
            let mut shuffled = records.clone();
            shuffled.sort_by_key(|record| {
                record.id.bytes().fold(order, |sum, byte| sum.rotate_left(7).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ u64::from(byte))
            });
            for by in Measure::ALL {
                for per in [None, Some(Every::Quarter)] {
                    let top = Top { by: *by, per, ..Top::default() };
                    let rank = |records: &[Record]| contacts(top.clone(), records).rank(&Nobody, &|_| ());
                    let text = |ranking: &Ranking| serde_json::to_string(&ranking.rows).unwrap();
                    proptest::prop_assert_eq!(text(&rank(&records)), text(&rank(&shuffled)));
                }
            }
            let groups = |records: &[Record]| contacts(Top::default(), records).groups(&Nobody);
            proptest::prop_assert_eq!(groups(&records), groups(&shuffled));
        }
    }
}
