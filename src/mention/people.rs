//! People whom the text introduces and nobody listed.

use super::phrase::Referent;
use super::reader::Reader;
use crate::dictionary::{Kinds, has_arabic_names, skeleton};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, OfficeId};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, LAM};

/// An entity that a document introduces.
#[derive(Clone, Debug)]
pub struct NewEntity {
    /// What it is.
    pub kind: EntityKind,
    /// The name as printed.
    pub name: String,
    /// The words of the name in normal form.
    pub words: Vec<Vec<u8>>,
    /// The office the text gives.
    pub office: Option<OfficeId>,
    /// The country the text gives.
    pub country: Option<EntityId>,
}

impl Reader<'_> {
    /// Returns the known holder of an office when a name that nobody lists is a transcription of the holder's.
    ///
    /// Newsrooms write foreign names by ear: أولاند, هولاند, أولوند. The office, the country and the day leave one
    /// candidate, so that the consonants of the surname need only be alike.
    pub(super) fn similar_holder(
        &self,
        start: usize,
        end: usize,
        office: Option<OfficeId>,
        of: Option<EntityId>,
    ) -> Option<Referent> {
        if of.is_none() {
            return self.surname_holder(start, end, office?).or_else(|| self.holder_nearby(start, end, office?));
        }
        let offices = self.knowledge.gazetteer.offices();
        if offices.has_many(office?) {
            let mut holders = offices.holders(office?, of?, self.date?).into_iter();
            return holders.find(|&holder| self.sounds_like(start, end, holder)).map(Referent::Known);
        }
        let holder = self.knowledge.gazetteer.holder(office?, of?, self.date?)?;
        self.is_alike(start, end, holder).then_some(Referent::Known(holder))
    }

    /// Returns whether the first and the last word of a printed name sound like those of a listed person.
    pub(super) fn sounds_like(&self, start: usize, end: usize, person: EntityId) -> bool {
        let entity = self.knowledge.gazetteer.get(person);
        let printed = |at: usize| skeleton(self.tokens.form(&self.tokens.tokens[at]));
        let (first, last) = (printed(start), printed(end - 1));
        let alike = |word: &[u8], printed: &[u8]| likeness(&skeleton(word), printed) >= 0.8;
        end - start > 1
            && last.len() > 1
            && [&entity.name_ar, &entity.name_en].into_iter().any(|name| {
                let words = crate::text::words(name);
                words.len() > 1
                    && words.first().is_some_and(|word| alike(word, &first))
                    && words.last().is_some_and(|word| alike(word, &last))
            })
    }

    /// Returns whether the last word of a printed name sounds like a listed person's last, or most of its words like any of
    /// his.
    fn is_alike(&self, start: usize, end: usize, person: EntityId) -> bool {
        /// How alike two surnames are where the office leaves one candidate, and words of which neither need be the surname.
        const SURNAME: f64 = 0.6;
        const ANY: f64 = 0.8;
        /// And where no given name is shared.
        const STRANGER: f64 = 0.9;
        let entity = self.knowledge.gazetteer.get(person);
        let printed: Vec<Vec<u8>> =
            (start..end).map(|at| skeleton(bare(self.tokens.form(&self.tokens.tokens[at])))).collect();
        let names = [&entity.name_ar, &entity.name_en].map(|name| crate::text::words(name));
        let last_names: Vec<Vec<u8>> =
            names.iter().filter_map(|words| words.last()).map(|word| skeleton(bare(word))).collect();
        let known: Vec<Vec<u8>> = names.iter().flatten().map(|word| skeleton(bare(word))).collect();
        let alike = |a: &Vec<u8>, names: &[Vec<u8>], least: f64| {
            names.iter().any(|b| !a.is_empty() && (a == b || likeness(a, b) >= required(a, b, least)))
        };
        let Some(last) = printed.last() else { return false };
        let shared = printed.iter().filter(|word| alike(word, &known, ANY)).count();
        if !self.shares_given_name(start, end, person) {
            // جوناثان جودلاك: the family's name first.
            return last.len() > 1 && (alike(last, &last_names, STRANGER) || shared == printed.len());
        }
        // One consonant alone (غاوك) says little: the other names must fit as well.
        let arabic = entity.country.is_some_and(|country| has_arabic_names(&self.knowledge.gazetteer, country));
        // Who is called محمد is not yet the one minister of that name: no ear stands between two Arabic spellings.
        let least = if arabic { ANY } else { SURNAME };
        let surname = alike(last, &last_names, least) || alike(last, &known, ANY);
        surname && last.len() > 1 || shared * 2 > printed.len()
    }

    /// Returns whether a name of several words has, before its last, one that sounds like a listed person's before his last:
    /// زياد حداد is no أحمد بحر, however alike حداد and أحمد are.
    fn shares_given_name(&self, start: usize, end: usize, person: EntityId) -> bool {
        const ALIKE: f64 = 0.7;
        let entity = self.knowledge.gazetteer.get(person);
        let given: Vec<Vec<u8>> = [entity.name_ar, entity.name_en]
            .iter()
            .flat_map(|name| {
                let mut words = crate::text::words(name);
                words.pop();
                words.iter().map(|word| skeleton(bare(word))).collect::<Vec<_>>()
            })
            .collect();
        // A son's name is whose the particle is not: بن and آل are everybody's.
        let names =
            (start..end - 1).filter(|&at| self.class(at, Kinds::PARTICLE, |class| class == Class::Particle).is_none());
        let mut names = names.map(|at| skeleton(bare(self.tokens.form(&self.tokens.tokens[at]))));
        names.any(|name| given.iter().any(|own| name == *own || likeness(&name, own) >= required(&name, own, ALIKE)))
    }
}

impl Reader<'_> {
    /// وزير الدفاع عبد الحكيم محمود: the holder of the office, of a country that the document names, who bears both names.
    pub(super) fn holder_nearby(&self, start: usize, end: usize, office: OfficeId) -> Option<Referent> {
        let day = self.date?;
        let printed = self.name_words(start, 0, end);
        let mut bearers = self.countries.iter().filter_map(|&country| {
            let holder = self.knowledge.gazetteer.holder(office, country, day)?;
            let entity = self.knowledge.gazetteer.get(holder);
            let names = crate::text::words(entity.name_ar);
            let all = names.len() > 1 && printed.iter().all(|word| names.contains(word));
            all.then_some(holder)
        });
        let first = bearers.next()?;
        bearers.all(|other| other == first).then_some(Referent::Known(first))
    }

    /// "President Joseph R. Biden": the holder of the office, of whatever country, who bears the last word as surname.
    ///
    /// الأمير سلطان بن سلمان is no محمد بن سلمان: an Arabic given name must be one of the holder's.
    fn surname_holder(&self, start: usize, end: usize, office: OfficeId) -> Option<Referent> {
        use crate::dictionary::Payload;
        let day = self.date?;
        let gazetteer = &self.knowledge.gazetteer;
        let mut found = None;
        for hit in self.scan.at(end - 1).iter().filter(|hit| hit.end as usize == end && hit.skip == 0) {
            for payload in self.knowledge.dictionary.payloads(hit.node) {
                let Payload::Alias(index) = payload else { continue };
                let person = gazetteer.alias(index).entity;
                let own = self.lang == Lang::En || self.bears(person, start);
                let holds =
                    own && gazetteer.offices().of_person(person).any(|term| term.office == office && term.covers(day));
                if holds && found.is_some_and(|other| other != person) {
                    return None;
                }
                if holds {
                    found = Some(person);
                }
            }
        }
        found.map(Referent::Known)
    }

    /// Returns whether a token is one of the names of a listed person, by its sound.
    pub(super) fn bears(&self, person: EntityId, at: usize) -> bool {
        let entity = self.knowledge.gazetteer.get(person);
        let word = skeleton(self.tokens.form(&self.tokens.tokens[at]));
        crate::text::words(entity.name_ar).iter().any(|name| likeness(&skeleton(name), &word) >= 0.8)
    }
}

/// Returns how alike the consonants of two surnames must be: two or fewer say little where they do not begin alike.
fn required(a: &[u8], b: &[u8], least: f64) -> f64 {
    match a.len() {
        0 | 1 => 1.0,
        2 if a.first() == b.first() => least.max(0.8),
        2 => 1.0,
        _ => least,
    }
}

/// Returns a word without the Arabic article, whose consonant says nothing of the name: الحداد is not like المالكي.
pub(super) fn bare(word: &[u8]) -> &[u8] {
    word.strip_prefix(&[ALEF, LAM]).filter(|rest| rest.len() > 2).unwrap_or(word)
}

/// Returns how alike two sequences are: twice the longest common subsequence by both lengths, in [0, 1].
pub(super) fn likeness(a: &[u8], b: &[u8]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let mut row = vec![0_usize; b.len() + 1];
    for &x in a {
        let mut diagonal = 0;
        for (index, &y) in b.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = if x == y { diagonal + 1 } else { row[index + 1].max(row[index]) };
            diagonal = above;
        }
    }
    2.0 * row[b.len()] as f64 / (a.len() + b.len()) as f64
}

/// Returns the identifier of a new entity: `new:` and an ASCII slug of its name.
///
/// Arabic letters are written in a plain romanisation without vowels; it serves to tell names apart, not to read them.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity("new:".len() + name.len());
    out.push_str("new:");
    let mut gap = false;
    for code in crate::text::normal_form(name) {
        let letters: &str = match code {
            b'a'..=b'z' | b'0'..=b'9' => {
                if std::mem::take(&mut gap) {
                    out.push('-');
                }
                out.push(code as char);
                continue;
            }
            0x80.. => romanised(code),
            _ => {
                gap = true;
                continue;
            }
        };
        if std::mem::take(&mut gap) {
            out.push('-');
        }
        out.push_str(letters);
    }
    out
}

fn romanised(code: u8) -> &'static str {
    const LETTERS: [&str; 29] = [
        "a", "b", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z", "a", "gh", "f", "q",
        "k", "l", "m", "n", "h", "w", "y", "",
    ];
    LETTERS.get(usize::from(code - 0x80)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transcriptions_of_a_name_are_alike() {
        let alike = |a: &str, b: &str| {
            likeness(&skeleton(&crate::text::normal_form(a)), &skeleton(&crate::text::normal_form(b)))
        };
        assert!(alike("أولاند", "هولاند") >= 0.6);
        assert!(alike("غاوك", "جواك") >= 0.6);
        assert!(alike("تسيبراس", "Tsipras") >= 0.6);
        assert!(alike("أولاند", "ساركوزي") < 0.6);
        assert!(alike("قنديل", "مرسي") < 0.6);
    }

    #[test]
    fn slugs_are_ascii() {
        assert_eq!(slug("هشام زعزوع"), "new:hsham-zazwa");
        assert_eq!(slug("Hisham Zazou"), "new:hisham-zazou");
    }
}
