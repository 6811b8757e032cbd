//! What is asked: stores, extracted lines and texts, as one stream of records.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, bail};
use jiff::civil::Date;
use nisba::document::{Input, Lang, PartialDate};
use nisba::gazetteer::Gazetteer;
use nisba::graph::{EntityInfo, Office, Period, Publisher, RelationFilter};
use nisba::mention::slug;
use nisba::pipeline::Pipeline;
use nisba::query::Names;
use nisba::relation::{EntityRow, Family, Id, Options, Predicate, Record};
use nisba::store::{Selection, Store};
use nisba::text::{normal_form, words};

use super::add::told;
use super::args::{ConditionArgs, KindArgs, ReadArgs};
use super::decided::Decided;
use super::names::{self, LISTED};
use super::read::in_order;
use super::report::Report;

/// The sources of one question, opened.
pub(super) struct Sources {
    stores: Vec<Store>,
    texts: Vec<PathBuf>,
    read: ReadArgs,
    options: Options,
    /// Loaded where something must be read, or a question wants what no store keeps.
    pipeline: Option<Arc<Pipeline>>,
    decided: Arc<Decided>,
    /// What was read already, where a question had to know all before the first answer.
    held: Option<Vec<Record>>,
    /// Names that a store was asked for.
    labels: RefCell<HashMap<(Id, Lang), Option<String>>>,
    report: Report,
}

/// The entities that a name may mean.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Never none: where nobody knows the name, the id that it would have.
    pub(super) ids: BTreeSet<Id>,
    /// As it was typed.
    pub(super) name: String,
    /// Whether anybody of that name is known.
    pub(super) is_known: bool,
}

impl Sources {
    /// Opens sources; `options` says how texts are read.
    pub(super) fn open(paths: &[PathBuf], read: &ReadArgs, options: Options) -> anyhow::Result<Sources> {
        let (stores, texts): (Vec<PathBuf>, Vec<PathBuf>) = paths.iter().cloned().partition(|path| Store::is_at(path));
        let stores =
            stores.iter().map(|path| Store::open(path).map_err(told)).collect::<anyhow::Result<Vec<Store>>>()?;
        let mut report = Report::new(read.run.quiet, read.strict);
        if !stores.is_empty() {
            report.ask_store();
        }
        let decided = Decided::load(&read.decisions)?;
        let (pipeline, held) = (None, None);
        let (read, labels) = (read.clone(), RefCell::default());
        let mut sources =
            Sources { stores, texts, read, options, pipeline, decided: Arc::default(), held, labels, report };
        let is_told = |id: &Id| sources.stores.iter().any(|store| store.info(id).is_some());
        if !sources.texts.is_empty() || !decided.listed().into_iter().all(is_told) {
            sources.load()?;
        }
        let decided = decided.with_kinds(&|id| Some(sources.info(id)?.kind));
        sources.decided = Arc::new(decided);
        Ok(sources)
    }

    /// Loads what is known of entities apart from the documents: offices with their terms, whom no document names.
    ///
    /// A store knows the names of those whom its documents name, which is enough for most questions.
    pub(super) fn load(&mut self) -> anyhow::Result<Arc<Pipeline>> {
        if let Some(pipeline) = &self.pipeline {
            return Ok(Arc::clone(pipeline));
        }
        let pipeline = Arc::new(self.read.knowledge.pipeline(self.options)?);
        self.pipeline = Some(Arc::clone(&pipeline));
        Ok(pipeline)
    }

    /// Calls `each` on the record of each document that `selection` asks for: those of stores first, then those of the
    /// other sources in the order of the inputs. Texts and extracted lines come whole, whatever is asked for.
    ///
    /// What cannot be read is told and passed over.
    pub(super) fn each(&mut self, selection: &Selection, mut each: impl FnMut(&Record)) -> anyhow::Result<()> {
        let decided = Arc::clone(&self.decided);
        let selection = decided.selection(selection);
        for store in &self.stores {
            let report = &self.report;
            store
                .records(&selection, |record| {
                    let record = decided.apply(record, None);
                    report.pass();
                    each(&record);
                })
                .map_err(told)?;
        }
        // Of a store only a part was asked: what was not applied there may be elsewhere in it.
        let is_whole = self.stores.is_empty() || matches!(*selection, Selection::Whole);
        if self.texts.is_empty() {
            self.report.set_notes(decided.summary(is_whole));
            self.report.end_progress();
            return Ok(());
        }
        if let Some(held) = &self.held {
            held.iter().for_each(each);
            self.report.set_notes(decided.summary(is_whole));
            return Ok(());
        }
        let reader = self.load()?;
        let work = move |input| match input {
            Input::Document(document) => Ok(decided.apply(reader.extract(&document), Some(&document.text))),
            Input::Extracted(line) => Ok(decided.apply(Record::from_extracted(&line)?, None)),
        };
        let report = &mut self.report;
        in_order(self.read.source(&self.texts).inputs(), self.read.run.threads(), work, |result| match result {
            Ok(record) => {
                report.read(record.lang, record.mentions.len(), record.relations.len());
                each(&record);
                ControlFlow::Continue(())
            }
            Err(error) => report.skip(&error),
        });
        report.check()?;
        report.end_progress();
        report.set_notes(self.decided.summary(is_whole));
        Ok(())
    }

    /// Reads the texts and extracted lines, so that they can be looked through before they are asked.
    fn hold(&mut self) -> anyhow::Result<&[Record]> {
        if self.held.is_none() && !self.texts.is_empty() {
            let stores = std::mem::take(&mut self.stores);
            let mut held = Vec::new();
            let done = self.each(&Selection::Whole, |record| held.push(Record { text: None, ..record.clone() }));
            self.stores = stores;
            done?;
            self.held = Some(held);
        }
        Ok(self.held.as_deref().unwrap_or_default())
    }

    /// Returns the entities called `name`, in any spelling; where there are none, those one of whose names holds its words.
    pub(super) fn named(&mut self, name: &str) -> anyhow::Result<Named> {
        if normal_form(name).is_empty() {
            bail!("'{name}' holds no letters; give a name, such as Putin or بوتين, or an id, such as Q7747");
        }
        let mut found = self.decided.named(name);
        if let Some(pipeline) = self.pipeline.as_ref().filter(|_| !found.is_empty()) {
            found.extend(pipeline.gazetteer().named(name).into_iter().map(|key| pipeline.gazetteer().id(key)));
        }
        if self.pipeline.is_none() {
            for store in &self.stores {
                found.extend(store.named(name).map_err(told)?);
            }
        }
        if found.is_empty() {
            found = listed(name, self.load()?.gazetteer())?;
        }
        if found.is_empty() {
            found = self.introduced(name)?;
        }
        let is_known = !found.is_empty();
        // The name itself may be an id that nobody lists.
        let ids = if is_known { found } else { [name.into(), slug(name).into()].into() };
        let ids = ids.iter().map(|id| self.decided.decisions.stands_for(id).clone()).collect();
        Ok(Named { ids, name: name.to_owned(), is_known })
    }

    /// Returns the one entity called `name`.
    pub(super) fn one(&mut self, name: &str) -> anyhow::Result<Id> {
        let named = self.named(name)?;
        if !named.is_known {
            bail!(
                "nobody is called '{name}', neither in the gazetteer nor in what was read (see: nisba gazetteer lookup '{name}')"
            );
        }
        match named.ids.iter().collect::<Vec<_>>().as_slice() {
            [id] => Ok((*id).clone()),
            several => {
                let lines: Vec<String> = several.iter().map(|id| self.line(id)).collect();
                bail!("'{name}' may mean\n{}\n  hint: give the id instead", lines.join("\n"))
            }
        }
    }

    /// Returns the entities of that name that documents introduce.
    fn introduced(&mut self, name: &str) -> anyhow::Result<BTreeSet<Id>> {
        let (form, parts) = (normal_form(name), words(name));
        let mut called = BTreeSet::new();
        for store in &self.stores {
            called.extend(store.named(name).map_err(told)?);
        }
        let rows = |held: &[Record]| held.iter().flat_map(|record| record.entities.clone()).collect::<Vec<_>>();
        let rows = rows(self.hold()?);
        let is_called = |row: &&EntityRow| *row.id == *name || normal_form(&row.name) == form;
        called.extend(rows.iter().filter(is_called).map(|row| row.id.clone()));
        if !called.is_empty() {
            return Ok(called);
        }
        let holds = |row: &&EntityRow| {
            let words = words(&row.name);
            parts.iter().all(|part| words.contains(part))
        };
        let mut in_part: BTreeSet<Id> = rows.iter().filter(holds).map(|row| row.id.clone()).collect();
        for store in &self.stores {
            in_part.extend(store.introduced_in_part(name).map_err(told)?);
        }
        if in_part.len() > LISTED {
            let some: Vec<String> = in_part.iter().take(LISTED).map(|id| format!("  {id}")).collect();
            bail!(
                "'{name}' may mean {} entities, among them\n{}\n  hint: give more of the name, or the id",
                in_part.len(),
                some.join("\n")
            );
        }
        Ok(in_part)
    }

    /// Returns the conditions of a question. With no predicate and no family given, `families` are asked for; where these
    /// are empty as well, every relation is.
    pub(super) fn filter(
        &mut self,
        conditions: &ConditionArgs,
        kinds: &KindArgs,
        families: &[Family],
    ) -> anyhow::Result<RelationFilter> {
        let mut places = BTreeSet::new();
        for name in &conditions.place {
            places.extend(self.named(name)?.ids);
        }
        let since = match conditions.last {
            Some(last) => Some(PartialDate::day(last.since(self.newest()?.context(
                "--last counts from the newest document, and no document has a date; give --since instead",
            )?))),
            None => conditions.since,
        };
        let told = !kinds.predicate.is_empty() || !kinds.family.is_empty();
        let families = if told { &kinds.family } else { families };
        Ok(RelationFilter {
            predicates: kinds.predicate.iter().copied().collect(),
            families: families.iter().copied().collect(),
            statuses: conditions.status.iter().copied().collect(),
            period: Period { since, until: conditions.until },
            places,
            publishers: conditions.publisher.iter().map(|name| Publisher::new(name)).collect(),
            min_confidence: conditions.min_confidence,
            co_occurs: false,
        })
    }

    /// Returns the day of the newest document.
    fn newest(&mut self) -> anyhow::Result<Option<Date>> {
        let mut newest = self.hold()?.iter().filter_map(|record| record.date).max();
        for store in &self.stores {
            newest = newest.max(store.newest().map_err(told)?);
        }
        Ok(newest)
    }

    /// Returns what the reading was said to give, still to be closed.
    pub(super) fn report(&self) -> &Report {
        &self.report
    }

    fn line(&self, id: &str) -> String {
        let info = self.info(id);
        let kind = info.as_ref().map_or("introduced by a document", |info| info.kind.name());
        let name = |lang| self.label(id, lang).unwrap_or_default();
        format!("  {id}  {} ({kind})  {}", name(Lang::En), names::isolate(&name(Lang::Ar)))
    }
}

impl Names for Sources {
    fn info(&self, id: &str) -> Option<EntityInfo> {
        let info = match &self.pipeline {
            Some(pipeline) => pipeline.gazetteer().info(id),
            None => self.stores.iter().find_map(|store| store.info(id)),
        };
        self.decided.decisions.info(id, info)
    }

    fn label(&self, id: &str, lang: Lang) -> Option<String> {
        if let Some(name) = self.decided.decisions.label(id, lang) {
            return Some(name.to_owned());
        }
        match &self.pipeline {
            Some(pipeline) => pipeline.gazetteer().label(id, lang),
            None => {
                // A thousand answers name the same few.
                let mut labels = self.labels.borrow_mut();
                let asked = || self.stores.iter().find_map(|store| store.label(id, lang));
                labels.entry((id.into(), lang)).or_insert_with(asked).clone()
            }
        }
    }

    fn officials(&self, of: &str) -> Vec<(Id, Office)> {
        // No store keeps terms of office: who asks for them calls `load` before.
        self.pipeline.as_ref().map(|pipeline| pipeline.gazetteer().officials(of)).unwrap_or_default()
    }
}

/// Returns the entities of the gazetteer called `name`; where there are none, those one of whose names holds its words.
fn listed(name: &str, gazetteer: &Gazetteer) -> anyhow::Result<BTreeSet<Id>> {
    let mut found = gazetteer.named(name);
    if found.is_empty() {
        found = gazetteer.named_in_part(name);
        if found.len() > LISTED {
            let some = names::list(&found[..LISTED], gazetteer);
            bail!(
                "'{name}' may mean {} entities, among them\n{some}\n  hint: give more of the name, or the id",
                found.len()
            );
        }
    }
    Ok(found.into_iter().map(|key| gazetteer.id(key)).collect())
}

/// Returns whether a relation that merely says that two stand in one sentence is asked for.
pub(super) fn asks_co_occurrence(kinds: &KindArgs) -> bool {
    kinds.predicate.contains(&Predicate::CoOccurs) || kinds.family.contains(&Family::CoOccurrence)
}
