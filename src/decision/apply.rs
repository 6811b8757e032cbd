//! A record in, the record that follows the decisions out, and what each decision did to it.

use std::collections::BTreeSet;

use super::spelling::{Named, Texts, is_written};
use super::{Decision, Decisions, DropEdge, NotSame};
use crate::document::Lang;
use crate::relation::{EntityRow, EventId, Id, Record, RelationRow};

/// How often each decision was applied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    counts: Vec<u64>,
}

impl Applied {
    /// Adds what was counted elsewhere, by the same decisions.
    pub fn merge(&mut self, other: &Applied) {
        self.counts.resize(self.counts.len().max(other.counts.len()), 0);
        self.counts.iter_mut().zip(&other.counts).for_each(|(mine, others)| *mine += others);
    }

    /// Returns how many mentions and relations the decision at `row` has changed; a name, in how many documents.
    #[must_use]
    pub fn of(&self, row: usize) -> u64 {
        self.counts.get(row).copied().unwrap_or_default()
    }

    /// Returns how often decisions were applied, all together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    fn note(&mut self, row: usize) {
        if self.counts.len() <= row {
            self.counts.resize(row + 1, 0);
        }
        self.counts[row] += 1;
    }
}

/// What is done to one relation on the way.
#[derive(Clone, Debug, Default)]
struct Fate {
    /// The decisions that changed it.
    by: BTreeSet<usize>,
    /// One of its ends is another than before.
    is_moved: bool,
    is_gone: bool,
}

impl Decisions {
    /// Returns the record that follows the decisions.
    ///
    /// Relations keep their [`EventId`]. A relation of an entity to itself goes, and of relations that
    /// have become equal one is left.
    #[must_use]
    pub fn apply(&self, record: Record) -> Record {
        self.apply_to(record, None, &mut Applied::default())
    }

    /// As [`Decisions::apply`], and counts in `applied`. `text` is the text of the document, where the caller
    /// has it and the record has not: without it, a spelling is known only in sentences that prove relations.
    #[must_use]
    pub fn apply_to(&self, record: Record, text: Option<&str>, applied: &mut Applied) -> Record {
        self.follow(record, text, applied).0
    }

    /// Returns the decisions that changed one relation of `record`, or took it out; `record` has not followed them yet.
    #[must_use]
    pub fn explain(&self, record: &Record, event: EventId) -> Vec<&Decision> {
        let mut record = record.clone();
        record.identify();
        let place = record.relations.iter().position(|row| row.event == Some(event));
        let fates = self.follow(record, None, &mut Applied::default()).1;
        let fate = place.and_then(|place| fates.into_iter().nth(place));
        fate.into_iter().flat_map(|fate| fate.by).map(|row| &self.rows[row]).collect()
    }

    /// Returns which decisions were never applied, among those that could have been: a `not_same` without a
    /// scope only forbids, and what others say already is not missed.
    #[must_use]
    pub fn never_applied(&self, applied: &Applied) -> Vec<&Decision> {
        let is_missed = |index: usize| {
            let forbids =
                matches!(&self.rows[index].verdict, super::Verdict::NotSame { scope, .. } if scope.is_everywhere());
            let twin = self.rows[..index].iter().any(|row| row.verdict == self.rows[index].verdict);
            applied.of(index) == 0 && !forbids && !twin && !self.classes.is_redundant(index)
        };
        (0..self.rows.len()).filter(|&index| is_missed(index)).map(|index| &self.rows[index]).collect()
    }

    fn follow(&self, mut record: Record, text: Option<&str>, applied: &mut Applied) -> (Record, Vec<Fate>) {
        if self.is_empty() {
            return (record, Vec::new());
        }
        record.identify();
        let mut fates = vec![Fate::default(); record.relations.len()];
        if !self.concern(&record) {
            return (record, fates);
        }
        self.join_entities(&mut record, &mut fates, applied);
        // Somebody introduced on the way has a country, which decides about him, too.
        for _ in 0..=self.rows.len() {
            if !self.set_apart(&mut record, text, &mut fates, applied) {
                break;
            }
        }
        self.leave_out(&mut record, &mut fates, applied);
        join_equal(&mut record.relations, &mut fates);
        for fate in &fates {
            fate.by.iter().for_each(|&row| applied.note(row));
        }
        let mut kept = fates.iter().map(|fate| !fate.is_gone);
        record.relations.retain(|_| kept.next().unwrap_or(true));
        self.rename(&mut record, applied);
        (record, fates)
    }

    /// Returns whether a record names somebody, or tells something, that a decision is about.
    fn concern(&self, record: &Record) -> bool {
        let concerns = |id: &Id| {
            self.classes.is_other(id)
                || self.not_same.contains_key(id)
                || self.renames.contains_key(id)
                || self.dropped.contains_key(id)
        };
        let row_concerns = |row: &RelationRow| {
            let ends = row.subject.iter().flat_map(|subject| row.object.iter().map(move |object| (subject, object)));
            let is_edge = |(a, b): (&Id, &Id)| self.edges_between(a, b).next().is_some();
            ids_of_relation(row).any(concerns)
                || row.event.is_some_and(|event| self.events.contains_key(&event))
                || (!self.edges.is_empty() && ends.into_iter().any(is_edge))
        };
        record.mentions.iter().any(|mention| concerns(&mention.id))
            || record.relations.iter().any(row_concerns)
            || record
                .entities
                .iter()
                .any(|entity| concerns(&entity.id) || entity.country.as_ref().is_some_and(concerns))
    }

    /// Rows that drop edges from one of two to the other, each with whether the row has them the other way round.
    fn edges_between<'a>(&'a self, a: &Id, b: &Id) -> impl Iterator<Item = (&'a DropEdge, bool)> {
        let of = |subject: &Id, object: &Id| self.edges.get(&(subject.clone(), object.clone())).into_iter().flatten();
        of(a, b).map(|edge| (edge, false)).chain(of(b, a).map(|edge| (edge, true)))
    }

    /// Puts the id that stands for an entity in the place of all its others.
    fn join_entities(&self, record: &mut Record, fates: &mut [Fate], applied: &mut Applied) {
        let first = |id: &mut Id| {
            if !self.classes.is_other(id) {
                return Vec::new();
            }
            let way = self.classes.way(id);
            *id = self.classes.stands_for(id).clone();
            way
        };
        for mention in &mut record.mentions {
            first(&mut mention.id).into_iter().for_each(|row| applied.note(row));
        }
        for (row, fate) in record.relations.iter_mut().zip(fates) {
            for ids in [&mut row.subject, &mut row.object] {
                let ways: Vec<usize> = ids.iter_mut().flat_map(first).collect();
                if !ways.is_empty() {
                    fate.is_moved = true;
                    fate.by.extend(ways);
                    without_repetitions(ids);
                }
            }
            fate.by.extend([&mut row.place, &mut row.attribution].into_iter().flatten().flat_map(first));
        }
        for entity in &mut record.entities {
            first(&mut entity.id).into_iter().for_each(|row| applied.note(row));
            entity.country.iter_mut().for_each(|country| drop(first(country)));
        }
        without_repetitions(&mut record.entities);
    }

    /// Makes others of those who are not who they were taken for, and returns whether there were any.
    fn set_apart(&self, record: &mut Record, text: Option<&str>, fates: &mut [Fate], applied: &mut Applied) -> bool {
        let ids: BTreeSet<Id> = ids(record).filter(|id| self.not_same.contains_key(*id)).cloned().collect();
        if ids.is_empty() {
            return false;
        }
        let texts = Texts::new(text, record);
        let named = Named::new(&texts, record);
        let scene = Scene { decisions: self, document: record.id.clone(), entities: record.entities.clone() };
        let mut apart: BTreeSet<(Id, Id, Option<String>)> = BTreeSet::new();
        let mut take = |id: &mut Id, words: Option<&str>| {
            let (other, rows) = scene.who(id, words);
            if !rows.is_empty() {
                apart.insert((id.clone(), other.clone(), words.map(str::to_owned)));
                *id = other;
            }
            rows
        };
        for (place, mention) in record.mentions.iter_mut().enumerate() {
            take(&mut mention.id, named.at(place)).into_iter().for_each(|row| applied.note(row));
        }
        for (row, fate) in record.relations.iter_mut().zip(fates) {
            let end = row.end;
            for (ids, mention) in [(&mut row.subject, row.subject_mention), (&mut row.object, row.object_mention)] {
                for id in ids {
                    let own = mention.and_then(|range| texts.words(range));
                    let words = own.as_deref().or_else(|| named.before(id, end));
                    let rows = take(id, words);
                    fate.is_moved |= !rows.is_empty();
                    fate.by.extend(rows);
                }
            }
            for id in [&mut row.place, &mut row.attribution].into_iter().flatten() {
                let words = named.before(id, end);
                fate.by.extend(take(id, words));
            }
        }
        let any = !apart.is_empty();
        self.introduce(record, apart);
        any
    }

    /// Lets a record introduce those who were set apart from others, as far as their names are known.
    fn introduce(&self, record: &mut Record, apart: BTreeSet<(Id, Id, Option<String>)>) {
        for (before, other, words) in &apart {
            if !other.starts_with("new:") || record.entities.iter().any(|entity| entity.id == *other) {
                continue;
            }
            let told = record.entities.iter().find(|entity| entity.id == *before).cloned();
            let named = |name: &String| {
                let kind = *self.kinds.get(before)?;
                Some(EntityRow { id: other.clone(), kind, name: name.clone(), office: None, country: None })
            };
            let row = told.map(|told| EntityRow { id: other.clone(), ..told });
            record.entities.extend(row.or_else(|| words.as_ref().and_then(named)));
        }
        let left: BTreeSet<Id> = ids_of_mentions_and_relations(record).cloned().collect();
        let is_left = |id: &Id| left.contains(id) || !apart.iter().any(|(before, ..)| before == id);
        record.entities.retain(|entity| is_left(&entity.id));
    }

    /// Takes out entities, edges and relations.
    fn leave_out(&self, record: &mut Record, fates: &mut [Fate], applied: &mut Applied) {
        let document = record.id.clone();
        let here = |scope: &Option<String>| scope.as_ref().is_none_or(|scope| *scope == document);
        let dropped = |id: &Id| {
            let rows = self.dropped.get(id)?;
            rows.iter().find(|(scope, _)| here(scope)).map(|(_, because)| because.0.clone())
        };
        for mention in &record.mentions {
            dropped(&mention.id).into_iter().flatten().for_each(|row| applied.note(row));
        }
        record.mentions.retain(|mention| dropped(&mention.id).is_none());
        record.entities.retain(|entity| dropped(&entity.id).is_none());
        for (row, fate) in record.relations.iter_mut().zip(fates) {
            fate.by.extend(row.event.and_then(|event| self.events.get(&event)));
            fate.is_gone |= row.event.is_some_and(|event| self.events.contains_key(&event));
            for ids in [&mut row.subject, &mut row.object] {
                let rows: Vec<usize> = ids.iter().filter_map(dropped).flatten().collect();
                if !rows.is_empty() {
                    ids.retain(|id| dropped(id).is_none());
                    fate.is_gone |= ids.is_empty();
                    fate.by.extend(rows);
                }
            }
            for id in [&mut row.place, &mut row.attribution] {
                if let Some(by) = id.as_ref().and_then(dropped) {
                    *id = None;
                    fate.by.extend(by);
                }
            }
            let (Some(subject), Some(object)) = (row.subject.first(), row.object.first()) else { continue };
            fate.is_gone |= fate.is_moved && subject == object;
            let is_free = row.predicate.is_symmetric() || row.either;
            for (edge, turned) in self.edges_between(subject, object) {
                if (is_free || !turned)
                    && edge.predicate == row.predicate
                    && edge.status.is_none_or(|status| status == row.status)
                    && here(&edge.document)
                {
                    fate.is_gone = true;
                    fate.by.extend(&edge.because.0);
                }
            }
        }
    }

    /// Gives those whom the record introduces their new names, and counts the renamed that it names.
    fn rename(&self, record: &mut Record, applied: &mut Applied) {
        let ids: BTreeSet<Id> = ids(record).filter(|id| self.renames.contains_key(*id)).cloned().collect();
        for id in ids {
            let rename = &self.renames[&id];
            let names = [(Lang::Ar, &rename.ar), (Lang::En, &rename.en)];
            let names = names
                .into_iter()
                .filter_map(|(lang, name)| name.as_ref().map(|(name, because)| (lang, name, &because.0)));
            let Some(told) = record.entities.iter().position(|entity| entity.id == id) else {
                names.for_each(|(.., rows)| rows.iter().for_each(|&row| applied.note(row)));
                continue;
            };
            for (lang, name, rows) in names {
                rows.iter().for_each(|&row| applied.note(row));
                let mut is_told = false;
                for entity in record.entities.iter_mut().filter(|entity| entity.id == id) {
                    if entity.name == *name || Lang::detect(&entity.name) == lang {
                        name.clone_into(&mut entity.name);
                        is_told = true;
                    }
                }
                if !is_told {
                    let entity = EntityRow { name: name.clone(), ..record.entities[told].clone() };
                    record.entities.push(entity);
                }
            }
        }
        without_repetitions(&mut record.entities);
    }
}

/// One document, asked who somebody in it is.
struct Scene<'d> {
    decisions: &'d Decisions,
    document: String,
    entities: Vec<EntityRow>,
}

impl Scene<'_> {
    /// Returns who is written with `words` and taken for `id`, and the decisions that say so.
    fn who(&self, id: &Id, words: Option<&str>) -> (Id, Vec<usize>) {
        let (mut at, mut rows) = (id.clone(), Vec::new());
        // Decisions that lead back to where they began are conflicts; still nobody waits here for ever.
        for _ in 0..=self.decisions.rows.len() {
            let rules = self.decisions.not_same.get(&at).into_iter().flatten();
            let Some(rule) = rules.into_iter().find(|rule| self.holds(rule, &at, words)) else { break };
            rows.extend(&rule.because.0);
            at = rule.becomes.clone();
        }
        (at, rows)
    }

    fn holds(&self, rule: &NotSame, id: &Id, words: Option<&str>) -> bool {
        let of_country = |country: &Id| {
            let country = self.decisions.stands_for(country);
            self.entities.iter().any(|entity| entity.id == *id && entity.country.as_ref() == Some(country))
        };
        rule.scope.document.as_ref().is_none_or(|document| *document == self.document)
            && rule.form.as_ref().is_none_or(|form| is_written(form, words))
            && rule.scope.country.as_ref().is_none_or(of_country)
    }
}

/// Takes out relations that have become equal to an earlier one, which learns what it did not know.
fn join_equal(relations: &mut [RelationRow], fates: &mut [Fate]) {
    for later in 1..relations.len() {
        let found = (0..later).find(|&earlier| {
            (fates[earlier].is_moved || fates[later].is_moved)
                && !fates[earlier].is_gone
                && !fates[later].is_gone
                && tell_the_same(&relations[earlier], &relations[later])
        });
        let Some(earlier) = found else { continue };
        let (before, after) = relations.split_at_mut(later);
        let (known, other) = (&mut before[earlier], &after[0]);
        if known.date.is_none() {
            (known.date, known.date_precision) = (other.date, other.date_precision);
        }
        known.place = known.place.take().or_else(|| other.place.clone());
        known.attribution = known.attribution.take().or_else(|| other.attribution.clone());
        known.confidence = known.confidence.into_iter().chain(other.confidence).reduce(f64::max);
        fates[later].is_gone = true;
        let by = fates[later].by.clone();
        fates[earlier].by.extend(by);
    }
}

fn tell_the_same(one: &RelationRow, other: &RelationRow) -> bool {
    let is_free = one.predicate.is_symmetric() || one.either;
    let ends = |row: &RelationRow| (row.subject.first().cloned(), row.object.first().cloned());
    let ((a, b), (c, d)) = (ends(one), ends(other));
    one.predicate == other.predicate
        && one.status == other.status
        && one.either == other.either
        && (one.date.is_none() || other.date.is_none() || one.date == other.date)
        && ((&a, &b) == (&c, &d) || is_free && (&a, &b) == (&d, &c))
}

fn ids(record: &Record) -> impl Iterator<Item = &Id> {
    ids_of_mentions_and_relations(record).chain(record.entities.iter().map(|entity| &entity.id))
}

fn ids_of_mentions_and_relations(record: &Record) -> impl Iterator<Item = &Id> {
    record.mentions.iter().map(|mention| &mention.id).chain(record.relations.iter().flat_map(ids_of_relation))
}

fn ids_of_relation(row: &RelationRow) -> impl Iterator<Item = &Id> {
    row.subject.iter().chain(&row.object).chain(&row.place).chain(&row.attribution)
}

/// Keeps the first of equals, in the order they stand.
fn without_repetitions<T: PartialEq + Clone>(items: &mut Vec<T>) {
    let mut kept: Vec<T> = Vec::with_capacity(items.len());
    for item in items.drain(..) {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    *items = kept;
}
