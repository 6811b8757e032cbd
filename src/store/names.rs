//! The names that a store knows: those of the gazetteer with which it was filled, and those its documents give.

use std::collections::BTreeSet;

use rusqlite::{OptionalExtension as _, params};

use super::error::StoreError;
use super::open::Store;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::graph::{EntityInfo, Name};
use crate::query::Names;
use crate::relation::Id;
use crate::text::{normal_form, words};

impl Store {
    /// Returns the entities of the store that have this id, or that are called so in any spelling: by the gazetteer,
    /// else by the documents that introduce them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn named(&self, name: &str) -> Result<BTreeSet<Id>, StoreError> {
        let form = normal_form(name);
        let by_id = self.ids("SELECT id FROM entity WHERE id = ?1", name)?;
        if !by_id.is_empty() || form.is_empty() {
            return Ok(by_id);
        }
        let listed = self.ids("SELECT id FROM name JOIN entity USING (entity) WHERE form = ?1", &form)?;
        if !listed.is_empty() {
            return Ok(listed);
        }
        self.ids("SELECT id FROM introduction JOIN entity USING (entity) WHERE form = ?1", &form)
    }

    /// Returns the entities that documents introduce and one of whose names holds every word of `name`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn introduced_in_part(&self, name: &str) -> Result<BTreeSet<Id>, StoreError> {
        let wanted = words(name);
        let read = || {
            let mut statement =
                self.connection.prepare("SELECT DISTINCT id, name FROM introduction JOIN entity USING (entity)")?;
            let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
            let mut found = BTreeSet::new();
            for row in rows {
                let (id, text) = row?;
                let words = words(&text);
                if wanted.iter().all(|word| words.contains(word)) {
                    found.insert(Id::from(id));
                }
            }
            Ok(found)
        };
        read().map_err(|source| self.failed(source))
    }

    fn ids(&self, sql: &str, value: impl rusqlite::ToSql) -> Result<BTreeSet<Id>, StoreError> {
        let read = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            let rows = statement.query_map(params![value], |row| row.get::<_, String>(0))?;
            rows.map(|id| id.map(Id::from)).collect::<rusqlite::Result<_>>()
        };
        read().map_err(|source| self.failed(source))
    }

    fn read_info(&self, id: &str) -> rusqlite::Result<Option<EntityInfo>> {
        let sql =
            "SELECT entity, kind, name_ar, name_en, country, wikidata FROM entity WHERE id = ? AND kind IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([id], |row| {
            let text = |column| Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
            let kind = text(1)?;
            let kind = EntityKind::ALL.iter().copied().find(|known| known.name() == kind);
            let country: Option<String> = row.get(4)?;
            let info = kind.map(|kind| {
                Ok::<_, rusqlite::Error>(EntityInfo {
                    wikidata: text(5)?,
                    ..EntityInfo::named(kind, text(2)?, text(3)?, country.map(Id::from))
                })
            });
            Ok((row.get::<_, i64>(0)?, info.transpose()?))
        });
        let Some((entity, Some(mut info))) = found.optional()? else { return Ok(None) };
        let mut statement =
            self.connection.prepare_cached("SELECT lang, text FROM name WHERE entity = ? ORDER BY lang, text")?;
        let names = statement.query_map([entity], |row| {
            let lang: String = row.get(0)?;
            Ok(Name { lang: if lang == Lang::En.code() { Lang::En } else { Lang::Ar }, text: row.get(1)? })
        })?;
        let names = names.collect::<rusqlite::Result<Vec<Name>>>()?;
        info.aliases =
            names.into_iter().filter(|name| name.text != info.name_ar && name.text != info.name_en).collect();
        Ok(Some(info))
    }
}

/// What the store kept of the gazetteer: no terms of office. A row that cannot be read is an entity without a name.
impl Names for Store {
    fn info(&self, id: &str) -> Option<EntityInfo> {
        self.read_info(id).ok().flatten()
    }

    fn label(&self, id: &str, lang: Lang) -> Option<String> {
        let sql = match lang {
            Lang::Ar => "SELECT coalesce(name_ar, name_en) FROM entity WHERE id = ?",
            Lang::En => "SELECT coalesce(name_en, name_ar) FROM entity WHERE id = ?",
        };
        let mut statement = self.connection.prepare_cached(sql).ok()?;
        statement.query_row([id], |row| row.get(0)).optional().ok().flatten().flatten()
    }
}
