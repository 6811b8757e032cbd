//! The forms of the lexicon in columns: hundreds of thousands of forms share a few hundred shapes and classes.

use std::collections::HashMap;

use super::{Class, Draft, Entry, Form, Item, Shape, TriggerId};
use crate::compiled::{CompiledError, Flat, Reader, TextColumn, Writer};
use crate::document::Lang;

/// The forms, each with its text and what it is.
#[derive(Debug, Default)]
pub(super) struct Entries {
    texts: TextColumn,
    /// The trigger and one in the upper half, 0 for a word of a class; the place of shape or class below; [`ENGLISH`].
    items: Flat<u64>,
    shapes: Vec<Shape>,
    classes: Vec<Class>,
}

const ENGLISH: u64 = 1 << 31;
/// Tells the number of a form from none.
const KNOWN: u64 = 1 << 30;

impl Entries {
    /// Lays out forms.
    pub(super) fn of(drafts: &[Draft]) -> Entries {
        let (mut shapes, mut classes) = (Places::default(), Places::default());
        let pack = |draft: &Draft| {
            let english = if draft.lang == Lang::En { ENGLISH } else { 0 };
            let item = match draft.item {
                Item::Class(class) => classes.place(class),
                Item::Form(form) => u64::from(form.trigger.0 + 1) << 32 | shapes.place(form.shape),
            };
            item | english
        };
        let items: Vec<u64> = drafts.iter().map(pack).collect();
        let texts = TextColumn::of(drafts.iter().map(|draft| &*draft.text));
        Entries { texts, items: items.into(), shapes: shapes.values, classes: classes.values }
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<Entry<'_>> {
        (index < self.len()).then(|| self.at(index))
    }

    /// Returns a form; panics when there are not so many.
    #[inline]
    pub(super) fn at(&self, index: usize) -> Entry<'_> {
        let (lang, item) = self.meaning(self.items[index]);
        Entry { lang, text: self.texts.get(index), item }
    }

    /// Returns the language of a form and what it is, as one number, never 0; panics when there are not so many.
    pub(super) fn packed(&self, index: usize) -> u64 {
        self.items[index] | KNOWN
    }

    /// Returns what [`Entries::packed`] packed.
    #[inline]
    pub(super) fn meaning(&self, packed: u64) -> (Lang, Item) {
        let place = (packed as u32 & !((ENGLISH | KNOWN) as u32)) as usize;
        let item = match (packed >> 32) as u32 {
            0 => Item::Class(self.classes[place]),
            trigger => Item::Form(Form { trigger: TriggerId(trigger - 1), shape: self.shapes[place] }),
        };
        (if packed & ENGLISH == 0 { Lang::Ar } else { Lang::En }, item)
    }

    pub(super) fn write(&self, out: &mut Writer) {
        self.texts.write(out);
        out.u64s(&self.items);
        out.value(&(&self.shapes, &self.classes));
    }

    pub(super) fn read(from: &mut Reader) -> Result<Entries, CompiledError> {
        let (texts, items) = (TextColumn::read(from)?, from.u64s()?);
        let (shapes, classes) = from.value()?;
        Ok(Entries { texts, items, shapes, classes })
    }
}

/// Values in the order of their first sight.
struct Places<V> {
    values: Vec<V>,
    places: HashMap<V, u64>,
}

impl<V> Default for Places<V> {
    fn default() -> Places<V> {
        Places { values: Vec::new(), places: HashMap::new() }
    }
}

impl<V: Copy + Eq + std::hash::Hash> Places<V> {
    fn place(&mut self, value: V) -> u64 {
        *self.places.entry(value).or_insert_with(|| {
            self.values.push(value);
            self.values.len() as u64 - 1
        })
    }
}
