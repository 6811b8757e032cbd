//! The gazetteer in compiled form, in columns.

use super::{Alias, AliasKind, Demonym, Entity, EntityId, EntityKind, Gazetteer, Gender, Number, OfficeId, Offices};
use super::{State, Support, Title};
use crate::compiled::{CompiledError, Reader, Writer};
use crate::document::Lang;

/// What a title has beside its text.
type TitleColumn = (Lang, Option<OfficeId>, Option<EntityId>, Option<Gender>, Number, State, bool, bool);

impl Gazetteer {
    /// Writes the gazetteer.
    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
    pub(crate) fn write(&self, out: &mut Writer) {
        let entities = &self.entities;
        out.texts(entities.iter().map(|entity| &*entity.id));
        out.texts(entities.iter().map(|entity| &*entity.subkind));
        out.texts(entities.iter().map(|entity| &*entity.name_ar));
        out.texts(entities.iter().map(|entity| &*entity.name_en));
        out.texts(entities.iter().map(|entity| &*entity.wikidata));
        out.texts(entities.iter().map(|entity| &*entity.source));
        out.u32s(&entities.iter().map(|entity| entity.country.map_or(u32::MAX, |key| key.0)).collect::<Vec<_>>());
        out.u64s(&entities.iter().map(|entity| entity.weight).collect::<Vec<_>>());
        out.values(entities.iter().map(|entity| (entity.kind, entity.gender)));
        out.u32s(&self.by_id);

        out.texts(self.aliases.iter().map(|alias| &*alias.text));
        out.u32s(&self.aliases.iter().map(|alias| alias.entity.0).collect::<Vec<_>>());
        out.values(self.aliases.iter().map(|alias| (alias.lang, alias.kind, alias.support)));

        out.texts(self.demonyms.iter().map(|demonym| &*demonym.text));
        let demonym = |it: &Demonym| (it.country, it.lang, it.gender, it.number, it.support);
        out.values(self.demonyms.iter().map(demonym));

        out.texts(self.titles.iter().map(|title| &*title.text));
        let title = |it: &Title| -> TitleColumn {
            (it.lang, it.office, it.body, it.gender, it.number, it.state, it.regnal, it.press)
        };
        out.values(self.titles.iter().map(title));

        self.offices.write(out);
        out.value(&self.files);
        for rows in [&self.entity_rows, &self.alias_rows, &self.demonym_rows, &self.title_rows, &self.term_rows] {
            out.u64s(rows);
        }
    }

    /// Reads what [`Gazetteer::write`] wrote.
    pub(crate) fn read(from: &mut Reader) -> Result<Gazetteer, CompiledError> {
        let mut gazetteer = Gazetteer::default();
        let (mut ids, mut subkinds) = (from.texts()?, from.texts()?);
        let (mut arabic, mut english) = (from.texts()?, from.texts()?);
        let (mut wikidata, mut sources) = (from.texts()?, from.texts()?);
        let (countries, weights) = (from.u32s()?, from.u64s()?);
        let kinds = from.values::<(EntityKind, Option<Gender>)>()?;
        gazetteer.entities.reserve_exact(countries.len());
        for ((&country, &weight), (kind, gender)) in countries.iter().zip(&*weights).zip(kinds) {
            gazetteer.entities.push(Entity {
                id: ids.next().unwrap_or_default().into(),
                kind,
                subkind: subkinds.next().unwrap_or_default(),
                name_ar: arabic.next().unwrap_or_default(),
                name_en: english.next().unwrap_or_default(),
                country: (country != u32::MAX).then_some(EntityId(country)),
                gender,
                weight,
                wikidata: wikidata.next().unwrap_or_default(),
                source: sources.next().unwrap_or_default(),
            });
        }
        gazetteer.by_id = from.u32s()?;

        let (texts, entities) = (from.texts()?, from.u32s()?);
        let kinds = from.values::<(Lang, AliasKind, Support)>()?;
        gazetteer.aliases.reserve_exact(entities.len());
        for ((text, &entity), (lang, kind, support)) in texts.zip(&*entities).zip(kinds) {
            gazetteer.aliases.push(Alias { entity: EntityId(entity), lang, text, kind, support });
        }

        let texts = from.texts()?;
        let kinds = from.values::<(EntityId, Lang, Option<Gender>, Number, Support)>()?;
        for (text, (country, lang, gender, number, support)) in texts.zip(kinds) {
            gazetteer.demonyms.push(Demonym { country, lang, text, gender, number, support });
        }

        let texts = from.texts()?;
        let kinds = from.values::<TitleColumn>()?;
        for (text, (lang, office, body, gender, number, state, regnal, press)) in texts.zip(kinds) {
            gazetteer.titles.push(Title { lang, text, office, body, gender, number, state, regnal, press });
        }

        gazetteer.offices = Offices::read(from)?;
        gazetteer.files = from.value()?;
        gazetteer.entity_rows = from.u64s()?;
        gazetteer.alias_rows = from.u64s()?;
        gazetteer.demonym_rows = from.u64s()?;
        gazetteer.title_rows = from.u64s()?;
        gazetteer.term_rows = from.u64s()?;
        Ok(gazetteer)
    }
}
