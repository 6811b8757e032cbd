//! The rows of a gazetteer folder that would make a discovery known.
//!
//! The columns are those of `gazetteer/README.md`. The rows are proposals: an editor completes the other language's name,
//! the weight and the dates of office, of which the corpus shows only days on which the office was held.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::tally::Discovery;
use super::unlisted::What;
use crate::document::Lang;
use crate::gazetteer::Gazetteer;
use crate::mention::slug;

/// Rows as they stand in the files, without line ends; none where the discovery gives none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OverlayRows {
    /// A row of entities.csv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entities: Option<String>,
    /// A row of aliases.csv.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aliases: Option<String>,
    /// A row of offices.csv; of an office without a known holder the person is left open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offices: Option<String>,
}

/// Returns the header row of a data file, where [`OverlayRows`] has rows of it.
#[must_use]
pub fn header(file: &str) -> Option<&'static str> {
    match file {
        "entities.csv" => Some("id,kind,subkind,name_en,name_ar,country,gender,weight,wikidata,source"),
        "aliases.csv" => Some("entity_id,lang,alias,kind,support,source"),
        "offices.csv" => Some("person_id,office,of,start,end,source,note"),
        _ => None,
    }
}

/// Who wrote the row: whoever pastes it.
const SOURCE: &str = "authored";

/// The weight of a person whose offices say nothing of it.
const WEIGHT: &str = "5";

impl OverlayRows {
    pub(super) fn of(found: &Discovery, ids: &mut Ids<'_>) -> OverlayRows {
        let of = found.of.as_deref().unwrap_or_default();
        let office = |person: &str| {
            let office = found.office.as_deref()?;
            let day = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
            let note = if person.is_empty() { "" } else { "seen" };
            (!of.is_empty()).then(|| row(&[person, office, of, &day(found.since), &day(found.until), SOURCE, note]))
        };
        if found.what == What::Office {
            return OverlayRows { offices: office(""), ..OverlayRows::default() };
        }
        let person = found.what != What::Body;
        let (prefix, kind, weight) = if person { ("gz:p:", "person", WEIGHT) } else { ("org:", "organisation", "0") };
        let id = ids.free(prefix, &found.name);
        let (english, arabic) = match found.lang {
            Lang::En => (found.name.as_str(), ""),
            Lang::Ar => ("", found.name.as_str()),
        };
        let country = if ids.is_country(of) { of } else { "" };
        OverlayRows {
            entities: Some(row(&[&id, kind, "", english, arabic, country, "", weight, "", SOURCE])),
            aliases: Some(row(&[&id, found.lang.code(), &found.name, "name", "", SOURCE])),
            offices: office(&id).filter(|_| person),
        }
    }
}

/// Identifiers that are still free.
pub(super) struct Ids<'g> {
    gazetteer: &'g Gazetteer,
    given: BTreeSet<String>,
}

impl Ids<'_> {
    pub(super) fn new(gazetteer: &Gazetteer) -> Ids<'_> {
        Ids { gazetteer, given: BTreeSet::new() }
    }

    fn is_country(&self, id: &str) -> bool {
        self.gazetteer.entity(id).is_some_and(|entity| entity.kind == crate::gazetteer::EntityKind::Country)
    }

    fn free(&mut self, prefix: &str, name: &str) -> String {
        let slug = slug(name);
        let base = format!("{prefix}{}", slug.trim_start_matches("new:"));
        let numbered = (2..).map(|number| format!("{base}-{number}"));
        let mut ids = std::iter::once(base.clone()).chain(numbered);
        let is_free = |id: &String| self.gazetteer.key(id).is_none() && !self.given.contains(id);
        let id = ids.find(is_free).unwrap_or(base);
        self.given.insert(id.clone());
        id
    }
}

fn row(fields: &[&str]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(fields).ok().and_then(|()| writer.into_inner().ok());
    let line = written.and_then(|bytes| String::from_utf8(bytes).ok());
    line.expect("memory does not fail to be written, and fields are UTF-8").trim_end_matches('\n').to_owned()
}
