//! Knowledge in compiled form: tables that the program carries and uses where they lie.
//!
//! The data files of `gazetteer/` take a fifth of a second to be read, checked, inflected and put into tables; the
//! build script does that once and writes the tables one behind another. A section is its length in bytes and its
//! content, padded to eight bytes, in the byte order of the machine that will read it; texts stand apart, so that the
//! compiler has checked their encoding. Long columns are not copied: they are slices of the program.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A column that the program carries, or one that was made from data files.
pub(crate) type Flat<T> = Cow<'static, [T]>;

/// A text that the program carries, or one that was read from a data file.
pub(crate) type Text = Cow<'static, str>;

/// The tables are not what this program writes.
#[derive(Debug, thiserror::Error)]
#[error("the compiled knowledge is damaged at byte {at}")]
pub(crate) struct CompiledError {
    at: usize,
}

const UNIT: usize = 8;

/// Writes tables.
#[derive(Debug, Default)]
#[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    texts: String,
    places: HashMap<String, (u32, u32)>,
    big_endian: bool,
}

#[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
impl Writer {
    /// Returns a writer for a machine of that byte order.
    fn new(big_endian: bool) -> Writer {
        Writer { big_endian, ..Writer::default() }
    }

    /// Returns the tables that `write` writes, and their texts; a text that another begins or ends with lies within it.
    /// Half of all verb forms do, and what lies closer together is less to hold in memory.
    pub(crate) fn tables(big_endian: bool, write: impl Fn(&mut Writer)) -> (Vec<u8>, String) {
        let mut alone = Writer::new(big_endian);
        write(&mut alone);
        let (texts, places) = laid_together(alone.places);
        let mut out = Writer { texts, places, big_endian, ..Writer::default() };
        write(&mut out);
        (out.bytes, out.texts)
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        let length = bytes.len() as u64;
        let length = if self.big_endian { length.to_be_bytes() } else { length.to_le_bytes() };
        self.bytes.extend_from_slice(&length);
        self.bytes.extend_from_slice(bytes);
        self.bytes.resize(self.bytes.len().next_multiple_of(UNIT), 0);
    }

    pub(crate) fn u32s(&mut self, column: &[u32]) {
        let big = self.big_endian;
        let bytes = column.iter().flat_map(|n| if big { n.to_be_bytes() } else { n.to_le_bytes() });
        self.bytes(&bytes.collect::<Vec<u8>>());
    }

    pub(crate) fn u64s(&mut self, column: &[u64]) {
        let big = self.big_endian;
        let bytes = column.iter().flat_map(|n| if big { n.to_be_bytes() } else { n.to_le_bytes() });
        self.bytes(&bytes.collect::<Vec<u8>>());
    }

    /// Writes a column of texts; the same text is kept once.
    pub(crate) fn texts<'t>(&mut self, column: impl Iterator<Item = &'t str>) {
        let (starts, lengths): (Vec<u32>, Vec<u32>) = column.map(|text| self.place(text)).unzip();
        self.u32s(&starts);
        self.u32s(&lengths);
    }

    /// Keeps a text, the same once, and returns where it lies among the texts, for a row that holds more than that.
    pub(crate) fn place(&mut self, text: &str) -> TextPlace {
        if let Some(&place) = self.places.get(text) {
            return place;
        }
        let place = (self.texts.len() as u32, text.len() as u32);
        self.texts.push_str(text);
        self.places.insert(text.to_owned(), place);
        place
    }

    /// Writes a column of small values.
    pub(crate) fn values<T: Serialize>(&mut self, column: impl Iterator<Item = T>) {
        let bytes = column.flat_map(|value| postcard::to_allocvec(&value).unwrap_or_default());
        self.bytes(&bytes.collect::<Vec<u8>>());
    }

    /// Writes anything that is small.
    pub(crate) fn value<T: Serialize>(&mut self, value: &T) {
        // Nothing of the knowledge has a shape that the format lacks.
        self.bytes(&postcard::to_allocvec(value).unwrap_or_default());
    }
}

/// Lays texts together, those that lie within no other in the order in which they came.
#[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
fn laid_together(places: HashMap<String, TextPlace>) -> (String, HashMap<String, TextPlace>) {
    let mut texts: Vec<(String, TextPlace)> = places.into_iter().collect();
    texts.sort_unstable_by_key(|&(_, place)| place);
    let texts: Vec<String> = texts.into_iter().map(|(text, _)| text).collect();
    let (begun, ended) = (holders(&texts, false), holders(&texts, true));

    let mut all = String::new();
    let mut starts: Vec<Option<u32>> = vec![None; texts.len()];
    for (at, text) in texts.iter().enumerate() {
        if begun[at].or(ended[at]).is_none() {
            starts[at] = Some(all.len() as u32);
            all.push_str(text);
        }
    }
    // Longest first: what holds a text has its place before it.
    let mut held: Vec<usize> = (0..texts.len()).filter(|&at| starts[at].is_none()).collect();
    held.sort_by_key(|&at| std::cmp::Reverse(texts[at].len()));
    for at in held {
        let in_front = begun[at].and_then(|holder| starts[holder]);
        let start = || {
            let holder = ended[at]?;
            Some(starts[holder]? + (texts[holder].len() - texts[at].len()) as u32)
        };
        starts[at] = in_front.or_else(start);
    }

    let places = texts.into_iter().zip(starts).map(|(text, start)| {
        let place = (start.unwrap_or_default(), text.len() as u32);
        (text, place)
    });
    let places = places.collect();
    (all, places)
}

/// Returns for each text a longer one that begins with it, or that ends with it.
#[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
fn holders(texts: &[String], at_end: bool) -> Vec<Option<usize>> {
    let key = |text: &str| {
        let mut key = text.as_bytes().to_vec();
        if at_end {
            key.reverse();
        }
        key
    };
    // Where any text begins with another, the one that stands next in order does.
    let mut order: Vec<(Vec<u8>, usize)> = texts.iter().enumerate().map(|(at, text)| (key(text), at)).collect();
    order.sort_unstable();
    let mut holders = vec![None; texts.len()];
    for pair in order.windows(2) {
        if let [(text, at), (longer, holder)] = pair
            && longer.starts_with(text)
        {
            holders[*at] = Some(*holder);
        }
    }
    holders
}

/// Reads tables, in the order in which they were written.
#[derive(Debug)]
pub(crate) struct Reader {
    bytes: &'static [u8],
    texts: &'static str,
    at: usize,
}

impl Reader {
    /// Returns a reader of tables and their texts; the tables begin at a multiple of eight bytes.
    pub(crate) fn new(bytes: &'static [u8], texts: &'static str) -> Reader {
        Reader { bytes, texts, at: 0 }
    }

    fn damaged(&self) -> CompiledError {
        CompiledError { at: self.at }
    }

    fn section(&mut self) -> Result<&'static [u8], CompiledError> {
        let rest = self.bytes.get(self.at..).ok_or(self.damaged())?;
        let (length, rest) = rest.split_first_chunk::<UNIT>().ok_or(self.damaged())?;
        let length = usize::try_from(u64::from_ne_bytes(*length)).map_err(|_| self.damaged())?;
        let section = rest.get(..length).ok_or(self.damaged())?;
        self.at += UNIT + length.next_multiple_of(UNIT);
        Ok(section)
    }

    pub(crate) fn bytes(&mut self) -> Result<Flat<u8>, CompiledError> {
        Ok(Cow::Borrowed(self.section()?))
    }

    pub(crate) fn u32s(&mut self) -> Result<Flat<u32>, CompiledError> {
        let section = self.section()?;
        Ok(Cow::Borrowed(bytemuck::try_cast_slice(section).map_err(|_| self.damaged())?))
    }

    /// Reads a column of rows of several numbers.
    pub(crate) fn rows<const N: usize>(&mut self) -> Result<Flat<[u32; N]>, CompiledError> {
        let section = self.section()?;
        let numbers: &[u32] = bytemuck::try_cast_slice(section).map_err(|_| self.damaged())?;
        let (rows, rest) = numbers.as_chunks();
        if rest.is_empty() { Ok(Cow::Borrowed(rows)) } else { Err(self.damaged()) }
    }

    pub(crate) fn u64s(&mut self) -> Result<Flat<u64>, CompiledError> {
        let section = self.section()?;
        Ok(Cow::Borrowed(bytemuck::try_cast_slice(section).map_err(|_| self.damaged())?))
    }

    /// Reads a column of texts; one that lies outside of all texts is empty.
    pub(crate) fn texts(&mut self) -> Result<impl Iterator<Item = Text> + use<>, CompiledError> {
        let (starts, lengths) = (self.u32s()?, self.u32s()?);
        let all = self.texts;
        Ok((0..starts.len().min(lengths.len())).map(move |at| {
            let start = starts[at] as usize;
            Cow::Borrowed(all.get(start..start + lengths[at] as usize).unwrap_or_default())
        }))
    }

    /// Reads a column of small values, one at a time; where the column is damaged it ends.
    pub(crate) fn values<T: DeserializeOwned>(&mut self) -> Result<impl Iterator<Item = T> + use<T>, CompiledError> {
        let mut rest = self.section()?;
        Ok(std::iter::from_fn(move || {
            let (value, behind) = postcard::take_from_bytes(rest).ok()?;
            rest = behind;
            Some(value)
        }))
    }

    pub(crate) fn value<T: Deserialize<'static>>(&mut self) -> Result<T, CompiledError> {
        let section = self.section()?;
        postcard::from_bytes(section).map_err(|_| self.damaged())
    }
}

/// A column of texts, one behind another.
#[derive(Debug, Default)]
pub(crate) struct TextColumn {
    all: Text,
    starts: Flat<u32>,
    lengths: Flat<u32>,
}

impl TextColumn {
    /// Lays out texts.
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> TextColumn {
        let (mut all, mut starts, mut lengths) = (String::new(), Vec::new(), Vec::new());
        for text in texts {
            starts.push(all.len() as u32);
            lengths.push(text.len() as u32);
            all.push_str(text);
        }
        TextColumn { all: all.into(), starts: starts.into(), lengths: lengths.into() }
    }

    /// Returns a text; there is none where there are not so many. Nothing here can fail, so that the compiler leaves it
    /// out where nobody looks at the text.
    #[inline]
    pub(crate) fn get(&self, index: usize) -> &str {
        let place = self.starts.get(index).zip(self.lengths.get(index));
        place
            .and_then(|(&start, &length)| self.all.get(start as usize..start as usize + length as usize))
            .unwrap_or_default()
    }

    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
    pub(crate) fn write(&self, out: &mut Writer) {
        out.texts((0..self.starts.len()).map(|index| self.get(index)));
    }

    pub(crate) fn read(from: &mut Reader) -> Result<TextColumn, CompiledError> {
        Ok(TextColumn { all: Cow::Borrowed(from.texts), starts: from.u32s()?, lengths: from.u32s()? })
    }
}

/// Where a text lies among [`Texts`]: its first byte, and its length.
pub(crate) type TextPlace = (u32, u32);

/// The texts that columns point into: those that the program carries, and behind them those of a user's files.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    carried: &'static str,
    own: String,
}

impl Texts {
    /// Returns the texts that the program carries beside the tables of a reader.
    pub(crate) fn carried_by(from: &Reader) -> Texts {
        Texts { carried: from.texts, own: String::new() }
    }

    /// Returns a text; one that lies outside of all texts is empty. Nothing here can fail: see [`TextColumn::get`].
    #[inline]
    pub(crate) fn get(&self, (start, length): TextPlace) -> &str {
        let (start, length) = (start as usize, length as usize);
        let (all, start) = match start.checked_sub(self.carried.len()) {
            Some(start) => (self.own.as_str(), start),
            None => (self.carried, start),
        };
        all.get(start..start + length).unwrap_or_default()
    }

    /// Adds a text; `None` where there are too many bytes of them.
    pub(crate) fn push(&mut self, text: &str) -> Option<TextPlace> {
        if text.is_empty() {
            return Some((0, 0));
        }
        let start = self.carried.len() + self.own.len();
        let place = (u32::try_from(start).ok()?, u32::try_from(text.len()).ok()?);
        self.own.push_str(text);
        Some(place)
    }
}

/// A column of places among [`Texts`].
#[derive(Debug, Default)]
pub(crate) struct Places {
    starts: Flat<u32>,
    lengths: Flat<u32>,
}

impl Places {
    /// Returns a place; there is nothing where there are not so many.
    #[inline]
    pub(crate) fn get(&self, index: usize) -> TextPlace {
        let place = self.starts.get(index).zip(self.lengths.get(index));
        place.map_or((0, 0), |(&start, &length)| (start, length))
    }

    pub(crate) fn push(&mut self, (start, length): TextPlace) {
        self.starts.to_mut().push(start);
        self.lengths.to_mut().push(length);
    }

    /// Puts another place where one is.
    pub(crate) fn set(&mut self, index: usize, (start, length): TextPlace) {
        (self.starts.to_mut()[index], self.lengths.to_mut()[index]) = (start, length);
    }

    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
    pub(crate) fn write(&self, texts: &Texts, out: &mut Writer) {
        out.texts((0..self.starts.len()).map(|index| texts.get(self.get(index))));
    }

    pub(crate) fn read(from: &mut Reader) -> Result<Places, CompiledError> {
        Ok(Places { starts: from.u32s()?, lengths: from.u32s()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_back_as_they_were_written() {
        let (bytes, texts) = Writer::tables(cfg!(target_endian = "big"), |out| {
            out.u32s(&[1, 2, 3]);
            out.texts(["مصر", "Egypt", "", "مصر"].into_iter());
            out.value(&(7_u8, Some("x".to_owned())));
            out.u64s(&[u64::MAX]);
        });
        assert_eq!(texts, "مصرEgypt");
        // An aligned home that lives as long as the program.
        let words: Vec<u64> = bytes.chunks_exact(8).map(|c| u64::from_ne_bytes(c.try_into().unwrap())).collect();
        let words: &'static [u64] = words.leak();
        let mut from = Reader::new(bytemuck::cast_slice(words), texts.leak());
        assert_eq!(*from.u32s().unwrap(), [1, 2, 3]);
        assert_eq!(from.texts().unwrap().collect::<Vec<_>>(), ["مصر", "Egypt", "", "مصر"]);
        assert_eq!(from.value::<(u8, Option<String>)>().unwrap(), (7, Some("x".to_owned())));
        assert_eq!(*from.u64s().unwrap(), [u64::MAX]);
        assert_eq!(
            from.u32s().unwrap_err().to_string(),
            format!("the compiled knowledge is damaged at byte {}", bytes.len())
        );
    }

    #[test]
    fn a_text_lies_within_one_that_begins_or_ends_with_it() {
        let column = ["يلتقي", "met", "سيلتقيان", "يلتقيان", "", "meeting", "م", "يلتقي"];
        let (bytes, texts) = Writer::tables(cfg!(target_endian = "big"), |out| out.texts(column.into_iter()));
        assert_eq!(texts, "metسيلتقيانmeetingم");
        let words: Vec<u64> = bytes.chunks_exact(8).map(|c| u64::from_ne_bytes(c.try_into().unwrap())).collect();
        let words: &'static [u64] = words.leak();
        let mut from = Reader::new(bytemuck::cast_slice(words), texts.leak());
        assert_eq!(from.texts().unwrap().collect::<Vec<_>>(), column);
    }
}
