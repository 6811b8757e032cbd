//! The gazetteer in compiled form, in columns.

use super::aliases::Aliases;
use super::entities::Entities;
use super::{Demonym, EntityId, Gazetteer, Gender, Number, OfficeId, Offices, State, Support, Title};
use crate::compiled::{CompiledError, Reader, Texts, Writer};
use crate::document::Lang;

/// What a title has beside its text.
type TitleColumn = (Lang, Option<OfficeId>, Option<EntityId>, Option<Gender>, Number, State, bool, bool, bool);

impl Gazetteer {
    /// Writes the gazetteer.
    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
    pub(crate) fn write(&self, out: &mut Writer) {
        self.entities.write(&self.texts, out);
        self.aliases.write(&self.texts, out);

        out.texts(self.demonyms.iter().map(|demonym| &*demonym.text));
        let demonym = |it: &Demonym| (it.country, it.lang, it.gender, it.number, it.support);
        out.values(self.demonyms.iter().map(demonym));

        out.texts(self.titles.iter().map(|title| &*title.text));
        let title = |it: &Title| -> TitleColumn {
            (it.lang, it.office, it.body, it.gender, it.number, it.state, it.regnal, it.press, it.profession)
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
        let (texts, entities, aliases) = (Texts::carried_by(from), Entities::read(from)?, Aliases::read(from)?);
        let mut gazetteer = Gazetteer { texts, entities, aliases, ..Gazetteer::default() };

        let texts = from.texts()?;
        let kinds = from.values::<(EntityId, Lang, Option<Gender>, Number, Support)>()?;
        for (text, (country, lang, gender, number, support)) in texts.zip(kinds) {
            gazetteer.demonyms.push(Demonym { country, lang, text, gender, number, support });
        }

        let texts = from.texts()?;
        let kinds = from.values::<TitleColumn>()?;
        for (text, (lang, office, body, gender, number, state, regnal, press, profession)) in texts.zip(kinds) {
            gazetteer.titles.push(Title { lang, text, office, body, gender, number, state, regnal, press, profession });
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
