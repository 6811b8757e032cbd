//! Listed people under a name that the list does not hold: with a middle name, or spelled by another ear.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::dictionary::Payload;
use super::people::skeleton;
use super::phrase::Referent;
use super::reader::Reader;
use super::trace::Newcomer;
use crate::document::Lang;
use crate::gazetteer::{Alias, AliasKind, EntityId, EntityKind, Gazetteer, OfficeId};
use crate::lexicon::Class;

/// Countries whose people's names are Arabic, so that every letter counts; all others come through transcription.
const ARABIC_NAMES: [&str; 22] = [
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD",
    "SY", "TN", "YE",
];

const HASHER: FixedState = FixedState::with_seed(0x006E_616D_6573);

/// People by the first and the last word of their names, as hashes of both in order.
#[derive(Debug, Default)]
pub(super) struct Variants {
    /// By the letters, with how many names the listed name has.
    exact: Vec<(u64, EntityId, usize)>,
    /// By the consonants, for names that come through transcription.
    heard: Vec<(u64, EntityId, usize)>,
    /// English names, by the sounds of the first word and the last.
    latin: Vec<(u64, EntityId, usize)>,
}

impl Variants {
    /// Notes a name of a listed person.
    pub(super) fn add(&mut self, gazetteer: &Gazetteer, alias: &Alias, words: &[&[u8]]) {
        let entity = gazetteer.get(alias.entity);
        let full = matches!(alias.kind, AliasKind::Name | AliasKind::Variant | AliasKind::Official);
        if entity.kind != EntityKind::Person || !full || words.len() < 2 {
            return;
        }
        if alias.lang == Lang::En {
            let length = latin_names(words.iter().copied()).count();
            // A name of many (Mohamed Ibrahim) is known by its office alone.
            let length = if alias.support.is_free() { length } else { 0 };
            self.latin.extend(latin_key(words.iter().copied()).map(|key| (key, alias.entity, length)));
            return;
        }
        let joined = compounds(words);
        if let Some(key) = exact_key(&joined) {
            self.exact.push((key, alias.entity, joined.len()));
        }
        let arabic = entity.country.is_some_and(|key| ARABIC_NAMES.contains(&&*gazetteer.get(key).id));
        if !arabic && let Some(key) = heard_key(&joined) {
            self.heard.push((key, alias.entity, joined.len()));
        }
    }

    /// Makes the names ready to be found.
    pub(super) fn finish(&mut self) {
        for table in [&mut self.exact, &mut self.heard, &mut self.latin] {
            table.sort_unstable();
            table.dedup();
        }
    }
}

/// Returns the rows of a sorted table with a key.
fn rows(table: &[(u64, EntityId, usize)], key: u64) -> &[(u64, EntityId, usize)] {
    let start = table.partition_point(|row| row.0 < key);
    let end = start + table[start..].partition_point(|row| row.0 == key);
    &table[start..end]
}

/// Joins what two words write of one name (عبد الله, أبو بكر) and drops بن.
fn compounds(words: &[&[u8]]) -> Vec<Vec<u8>> {
    // عبد, ابو, ابي, ابا, and بن, ابن in normal form.
    const JOINING: [&[u8]; 4] = [&[0x91, 0x81, 0x87], &[0x80, 0x81, 0x9A], &[0x80, 0x81, 0x9B], &[0x80, 0x81, 0x80]];
    const DROPPED: [&[u8]; 2] = [&[0x81, 0x98], &[0x80, 0x81, 0x98]];
    let mut out: Vec<Vec<u8>> = Vec::with_capacity(words.len());
    let mut open = false;
    for &word in words {
        if DROPPED.contains(&word) && !out.is_empty() {
            continue;
        }
        match out.last_mut() {
            Some(last) if open => last.extend_from_slice(word),
            _ => out.push(word.to_vec()),
        }
        open = JOINING.contains(&word);
    }
    out
}

fn ends(words: &[Vec<u8>]) -> Option<(&Vec<u8>, &Vec<u8>)> {
    if words.len() < 2 { None } else { words.first().zip(words.last()) }
}

fn exact_key(words: &[Vec<u8>]) -> Option<u64> {
    // بنكيران is بن كيران: of a last name of six letters or more.
    const SON: [u8; 2] = [0x81, 0x98];
    let (first, last) = ends(words)?;
    let last = last.strip_prefix(&SON).filter(|rest| rest.len() > 3).unwrap_or(last);
    Some(HASHER.hash_one((first.as_slice(), last)))
}

/// The words of an English name without articles, filiations and initials.
fn latin_names<'w>(words: impl Iterator<Item = &'w [u8]>) -> impl Iterator<Item = &'w [u8]> {
    const PARTICLES: [&[u8]; 8] = [b"al", b"el", b"bin", b"ben", b"ibn", b"bint", b"ul", b"as"];
    words.filter(|word| word.len() > 1 && !PARTICLES.contains(word))
}

/// The sounds of the first and the last word of an English name.
fn latin_key<'w>(words: impl Iterator<Item = &'w [u8]>) -> Option<u64> {
    let mut words = latin_names(words);
    let first = latin_sounds(words.next()?);
    let last = latin_sounds(words.last()?);
    (first.len() > 1 && last.len() > 2).then(|| HASHER.hash_one((&first, &last)))
}

/// A word as it sounds, whoever transcribed it: Meshaal and Mashal, Qassem and Qasem, Nikolay and Nikolai.
fn latin_sounds(word: &[u8]) -> Vec<u8> {
    // Elaraby is Al-Arabi.
    let word = match word {
        [b'e' | b'a', b'l', rest @ ..] if rest.len() > 4 && rest[0] != b'l' => rest,
        _ => word,
    };
    let mut out: Vec<u8> = Vec::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let (code, length) = match &word[at..] {
            [b'o', b'u' | b'o', ..] => (b'u', 2),
            [b'a' | b'e', b'i' | b'y', ..] | [b'e', b'e', ..] | [b'i', b'e', ..] => (b'i', 2),
            [b'k', b'h', ..] => (b'x', 2),
            [b'p', b'h', ..] => (b'f', 2),
            [b'g' | b't', b'h', ..] => (word[at], 2),
            [b'c', b'k', ..] => (b'k', 2),
            [b'h'] => break,
            [b'o', ..] => (b'u', 1),
            [b'e', ..] => (b'a', 1),
            [b'y', ..] => (b'i', 1),
            [b'q', ..] => (b'k', 1),
            [b'j', ..] => (b'g', 1),
            [code, ..] => (*code, 1),
            [] => break,
        };
        if out.last() != Some(&code) {
            out.push(code);
        }
        at += length;
    }
    out
}

/// The consonants of both words; too few of them tell nobody apart.
fn heard_key(words: &[Vec<u8>]) -> Option<u64> {
    let (first, last) = ends(words)?;
    let (first, last) = (skeleton(first), skeleton(last));
    // زوبع is no يوسف: of a short name the first sound counts as it is.
    let sound = if last.len() > 2 { None } else { ends(words).and_then(|(_, last)| first_sound(last)) };
    (last.len() > 1 && !first.is_empty() && first.len() + last.len() > 3)
        .then(|| HASHER.hash_one((&first, &last, sound)))
}

/// The first consonant of an Arabic word, and how it may be transcribed: ج, غ, ك and ق write one foreign sound.
fn first_sound(word: &[u8]) -> Option<u8> {
    word.iter().map(|code| code.wrapping_sub(0x80)).find_map(|code| match code {
        1 => Some(b'b'),
        19 => Some(b'f'),
        2 | 14 => Some(b't'),
        7 | 15 => Some(b'd'),
        3 | 11 | 13 => Some(b's'),
        8 | 10 | 16 => Some(b'z'),
        12 => Some(b'c'),
        4 | 18 | 20 | 21 => Some(b'g'),
        5 | 6 => Some(b'h'),
        9 => Some(b'r'),
        22 => Some(b'l'),
        23 => Some(b'm'),
        24 => Some(b'n'),
        _ => None,
    })
}

/// Returns the person of rows that all name the same one.
fn one<'r>(mut rows: impl Iterator<Item = &'r (u64, EntityId, usize)>) -> Option<Referent> {
    let (_, person, _) = rows.next()?;
    rows.all(|(_, other, _)| other == person).then_some(Referent::Known(*person))
}

impl Reader<'_> {
    /// Returns the person whom a name of two words or more means, listed or introduced here.
    pub(super) fn identify(
        &mut self,
        start: usize,
        skip: u32,
        end: usize,
        office: Option<OfficeId>,
        of: Option<EntityId>,
    ) -> Referent {
        let known = self
            .similar_holder(start, end, office, of)
            .map(|holder| (holder, Newcomer::Holder))
            .or_else(|| self.variant(start, skip, end, office, of).map(|known| (known, Newcomer::Variant)))
            .or_else(|| self.named_in_full(start, end).map(|known| (known, Newcomer::Longer)));
        let (referent, how) =
            known.unwrap_or_else(|| (self.introduce(start, skip, end, office, of), Newcomer::Introduced));
        if let Some(trace) = self.trace {
            trace.new_name(self.span(start, skip, end), referent, how);
        }
        if skip == 0 {
            self.note_printed(start, end, referent);
        }
        referent
    }

    /// Ahmed Moaz al-Khatib is Moaz al-Khatib: a first name more than the list has.
    fn named_in_full(&self, start: usize, end: usize) -> Option<Referent> {
        let gazetteer = &self.knowledge.gazetteer;
        let mut found = None;
        // سلطان بن سلمان is no محمد بن سلمان, طارق أبو زيد no أحمد أبو زيد: what begins with a particle is no full name.
        let opens = |at: &usize| self.class(*at, |class| class == Class::Particle).is_none();
        for at in (start + 1..end.saturating_sub(1)).filter(opens) {
            for hit in self.scan.at(at).iter().filter(|hit| hit.end as usize == end && hit.skip == 0) {
                for payload in self.knowledge.dictionary.payloads(hit.node) {
                    let Payload::Alias(index) = *payload else { continue };
                    let alias = &gazetteer.aliases()[index as usize];
                    let entity = gazetteer.get(alias.entity);
                    let country = entity.country.is_some_and(|country| self.countries.contains(&country));
                    if entity.kind == EntityKind::Person && alias.support.is_free() && country {
                        if found.is_some_and(|other| other != alias.entity) {
                            return None;
                        }
                        found = Some(alias.entity);
                    }
                }
            }
        }
        found.map(Referent::Known)
    }

    /// Returns the listed person whose name begins and ends as the tokens do, where country, office and day agree.
    pub(super) fn variant(
        &self,
        start: usize,
        skip: u32,
        end: usize,
        office: Option<OfficeId>,
        of: Option<EntityId>,
    ) -> Option<Referent> {
        let printed = self.name_words(start, skip, end);
        if self.lang == Lang::En {
            let key = latin_key(printed.iter().map(Vec::as_slice))?;
            let length = latin_names(printed.iter().map(Vec::as_slice)).count();
            let rows = rows(&self.knowledge.dictionary.variants().latin, key).iter();
            // Ahmed Ali is not Ahmed Mohamed Ali, unless he holds the office.
            let rows = rows.filter(|(_, key, own)| *own == length || self.holds(*key, office));
            return one(rows.filter(|(_, key, _)| self.may_be(*key, office, of)));
        }
        let lineage = (start + 1..end).any(|at| self.tokens.form(&self.tokens.tokens[at]) == [0x81, 0x98]);
        let joined = compounds(&printed.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let variants = self.knowledge.dictionary.variants();
        let fits = |key: &EntityId| self.may_be(*key, office, of);
        // A middle name that only one of the two gives: the office or the lineage must make sure of it.
        let own = self.class(end - 1, |class| class == Class::FirstName).is_none();
        let sure = |length: usize| lineage && length == 2 || own && length == joined.len();
        let exact = exact_key(&joined).map_or(&[][..], |key| rows(&variants.exact, key));
        let exact = exact.iter().filter(|(_, key, length)| self.holds(*key, office) || sure(*length));
        let heard = heard_key(&joined).map_or(&[][..], |key| rows(&variants.heard, key));
        one(exact.filter(|(_, key, _)| fits(key))).or_else(|| one(heard.iter().filter(|(_, key, _)| fits(key))))
    }

    /// Returns whether country and day allow that a person is meant.
    fn may_be(&self, key: EntityId, office: Option<OfficeId>, of: Option<EntityId>) -> bool {
        const YEARS: i16 = 12;
        let gazetteer = &self.knowledge.gazetteer;
        let Some(own) = gazetteer.get(key).country else { return self.is_introduced(key) };
        let of = of.and_then(|of| gazetteer.get(of).country);
        if of.is_some_and(|of| of != own) || of.is_none() && !self.countries.contains(&own) && !self.holds(key, office)
        {
            return false;
        }
        let Some(day) = self.date else { return true };
        let mut dated = false;
        for term in gazetteer.offices().of_person(key) {
            let (start, end) =
                (term.start.map(|day| day.first_day().year()), term.end.map(|day| day.last_day().year()));
            let Some(first) = start.or(end) else { continue };
            dated = true;
            let last = end.unwrap_or(first.max(day.year()));
            if first - YEARS <= day.year() && day.year() <= last + YEARS {
                return true;
            }
        }
        !dated
    }

    /// Returns whether a person held an office by that title, ever.
    pub(super) fn holds(&self, key: EntityId, office: Option<OfficeId>) -> bool {
        office.is_some_and(|office| self.knowledge.gazetteer.offices().of_person(key).any(|term| term.office == office))
    }

    /// Returns the normal forms of tokens, the first without its proclitics.
    pub(super) fn name_words(&self, start: usize, skip: u32, end: usize) -> Vec<Vec<u8>> {
        (start..end)
            .map(|at| {
                let form = self.tokens.form(&self.tokens.tokens[at]);
                form[if at == start { skip as usize } else { 0 }..].to_vec()
            })
            .collect()
    }

    /// Returns whether a free name of a person begins at a token, and its end.
    pub(super) fn listed_person_at(&self, at: usize) -> Option<usize> {
        if at >= self.range.1 {
            return None;
        }
        let gazetteer = &self.knowledge.gazetteer;
        let named = |payload: &Payload| match *payload {
            Payload::Alias(index) => {
                let alias = &gazetteer.aliases()[index as usize];
                alias.support.is_free() && gazetteer.get(alias.entity).kind == EntityKind::Person
            }
            _ => false,
        };
        self.scan
            .at(at)
            .iter()
            .filter(|hit| self.knowledge.dictionary.payloads(hit.node).iter().any(named))
            .map(|hit| hit.end as usize)
            .max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> Vec<Vec<u8>> {
        let words = crate::text::words(name);
        compounds(&words.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    fn exact(name: &str) -> Option<u64> {
        exact_key(&parts(name))
    }

    fn heard(name: &str) -> Option<u64> {
        heard_key(&parts(name))
    }

    #[test]
    fn middle_names_and_compounds_make_no_difference() {
        assert_eq!(exact("عبد القادر محمد قحطان"), exact("عبدالقادر قحطان"));
        assert_eq!(exact("عادل بن أحمد الجبير"), exact("عادل الجبير"));
        assert_eq!(exact("محمود عبد الله"), exact("محمود عبدالله"));
        assert_eq!(exact("عبد الإله بن كيران"), exact("عبدالإله بنكيران"));
        assert_ne!(exact("حسن نافعة"), exact("حسين نافعة"));
        assert_eq!(exact("أوباما"), None);
    }

    #[test]
    fn english_transcriptions_of_one_name_sound_alike() {
        let latin = |name: &str| latin_key(crate::text::words(name).iter().map(Vec::as_slice));
        assert_eq!(latin("Khaled Meshaal"), latin("Khaled Mashal"));
        assert_eq!(latin("Qassem Suleimani"), latin("Qasem Soleimani"));
        assert_eq!(latin("Nabil Al-Arabi"), latin("Nabil Elaraby"));
        assert_ne!(latin("Mahmoud Hussein"), latin("Mohamed Hussein"));
        assert_ne!(latin("Ali Hassan"), latin("Ali Hussein"));
        assert_eq!(latin("Xi"), None);
    }

    #[test]
    fn transcriptions_of_one_name_sound_alike() {
        assert_eq!(heard("ألكسيس تسيبراس"), heard("أليكسيس تسيبراس"));
        assert_eq!(heard("ديدييه رينديرز"), heard("ديديه ريندرز"));
        assert_eq!(heard("صلاح الدين دمرطاش"), heard("صلاح الدين ديميرتاش"));
        assert_ne!(heard("جون كيري"), heard("جون ماكين"));
        assert_eq!(heard("لي وو"), None);
    }
}
