//! The lexicon in compiled form: the many forms in columns, the few triggers as they are.

use super::{Entries, Lexicon, PrepId, Trigger};
use crate::compiled::{CompiledError, Reader, Writer};

impl Lexicon {
    /// Writes the lexicon.
    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
    pub(crate) fn write(&self, out: &mut Writer) {
        out.value(&self.triggers);
        out.texts(self.triggers.iter().map(|row| &*row.forms));
        out.texts(self.triggers.iter().map(|row| &*row.positive));
        out.texts(self.triggers.iter().map(|row| &*row.negative));
        self.entries.write(out);
        out.value(&self.prepositions);
        let mut by_preposition: Vec<_> = self.by_preposition.iter().collect();
        by_preposition.sort_unstable();
        out.value(&by_preposition);
        out.value(&self.by_written.sorted());
        out.value(&self.short_months);
        out.value(&self.days);
        out.value(&self.openers);
        out.value(&self.lists);
        out.value(&self.files);
        out.u64s(&self.trigger_rows);
        out.u64s(&self.word_rows);
    }

    /// Reads what [`Lexicon::write`] wrote.
    pub(crate) fn read(from: &mut Reader) -> Result<Lexicon, CompiledError> {
        let mut triggers: Vec<Trigger> = from.value()?;
        let (forms, positive, negative) = (from.texts()?, from.texts()?, from.texts()?);
        for (row, ((forms, positive), negative)) in triggers.iter_mut().zip(forms.zip(positive).zip(negative)) {
            (row.forms, row.positive, row.negative) = (forms, positive, negative);
        }
        let entries = Entries::read(from)?;
        let prepositions = from.value()?;
        let by_preposition: Vec<(Vec<u8>, PrepId)> = from.value()?;
        let by_written: Vec<(Box<str>, PrepId)> = from.value()?;
        Ok(Lexicon {
            triggers,
            entries,
            drafts: Vec::new(),
            prepositions,
            by_preposition: by_preposition.into_iter().collect(),
            by_written: by_written.into_iter().collect(),
            short_months: from.value()?,
            days: from.value()?,
            openers: from.value()?,
            lists: from.value()?,
            files: from.value()?,
            trigger_rows: from.u64s()?,
            word_rows: from.u64s()?,
        })
    }
}
