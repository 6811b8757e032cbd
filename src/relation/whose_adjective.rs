//! The adjectives of nationality on a noun: القمة الروسية الأمريكية.

use super::clause::{Clause, Parties};
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate};
use crate::mention::{Mechanism, Phrase, PhraseKind};
use crate::text::Clitics;

impl Clause<'_> {
    /// Demonyms on a noun: القمة الروسية الأمريكية; "the Russian-American summit", "US-Russia talks".
    pub(super) fn adjectives(&self, at: usize) -> Parties {
        if self.without.lacks(Mechanism::DemonymPairs) {
            return Parties::default();
        }
        if self.lang == Lang::En { self.adjectives_en(at) } else { self.adjectives_ar(at) }
    }

    fn adjectives_ar(&self, at: usize) -> Parties {
        let mut list = Vec::new();
        let mut end = at + 1;
        let mut words = 0;
        for next in at + 1..self.units.len() {
            if let Some(phrase) = self.unit_phrase(next) {
                if !self.is_adjective_of(at, next, phrase) {
                    break;
                }
                list.extend(self.parties_of(next));
                end = next + 1;
            } else if list.is_empty() && self.leads_to_adjective(at, next, words) {
                words += 1;
            } else if !self.units[next].is_comma() || list.is_empty() {
                break;
            }
        }
        Parties::new(list, 0.9, end)
    }

    /// Returns whether a phrase behind a noun tells of what country or body it is.
    fn is_adjective_of(&self, at: usize, next: usize, phrase: &Phrase) -> bool {
        let noun = &self.units[at];
        // قتل بالرصاص فلسطينيين: an adjective has the article of its noun.
        let apart =
            noun.kind == Kind::Noun && noun.is_definite_noun() && noun.owner().is_none() && !self.shapes[next].definite;
        if phrase.clitics.has_preposition() || apart {
            return false;
        }
        // الهجوم الحوثي: a body's name that is an adjective.
        // الهجوم الحوثي على السعودية: so it is before whom the deed is done to.
        let upon = || ["على", "ضد"].iter().any(|word| self.is_preposition_of(next + 1, word));
        let hits = || self.units.get(next + 1).is_some_and(|verb| verb.kind == Kind::Verb || upon());
        let of_body = || {
            phrase.kind == PhraseKind::Body
                && next == at + 1
                && self.shapes[next].adjectival
                && (self.shapes[next].feminine || hits())
        };
        let demonym = phrase.kind == PhraseKind::Demonym || of_body() || self.adjective_like_its_country(at, next);
        demonym && !self.describes_topic(at, next)
    }

    /// الغارات الجوية الروسية: whether a word may stand between a noun and its adjective of nationality, behind so many others.
    fn leads_to_adjective(&self, at: usize, next: usize, words: usize) -> bool {
        let unit = &self.units[next];
        // معاهدة السلام المصرية الإسرائيلية
        let attracts = next == at + 1 && unit.kind == Kind::Function && unit.is(Class::Attracts);
        let word = || {
            unit.kind == Kind::Word
                && !(next == at + 1 && self.is_struck_thing(at, next))
                && (words < 2 && self.shapes[next].preposition.is_none() || self.council(at, next))
        };
        attracts || word()
    }

    /// اجتماعات الدورة الرابعة لمجلس التنسيق السعودي القطري: whether words at a unit lead from a meeting to two demonyms.
    pub(super) fn council(&self, head: usize, at: usize) -> bool {
        const MOST_WORDS: usize = 5;
        let demonym = |at: usize| {
            self.unit_phrase(at).is_some_and(|p| {
                (p.kind == PhraseKind::Demonym || self.adjective_like_its_country(head, at))
                    && !p.clitics.has_preposition()
            })
        };
        let end = (at..self.units.len().min(head + 1 + MOST_WORDS)).find(|&i| self.units[i].kind != Kind::Word);
        self.units[head].kind == Kind::Noun && end.is_some_and(|end| demonym(end) && demonym(end + 1))
    }

    /// قصف القواعد الأمريكية, but not قصف المدفعية السورية: whether a deed of force without the article is done to the things right behind it,
    /// of which the nationality tells whose they are.
    fn is_struck_thing(&self, deed: usize, thing: usize) -> bool {
        let force = self.tells(deed, |told| matches!(told, Predicate::Attacked | Predicate::Seized));
        let unit = &self.units[thing];
        let acts = |class| matches!(class, Class::Agent | Class::Craft);
        force
            && !self.units[deed].is_definite_noun()
            && unit.phrase().is_none()
            && unit.kind == Kind::Word
            && self.shapes[thing].article
            && !unit.has(acts)
            && self.is_demonym(thing + 1)
            && self.shapes[thing + 1].feminine
    }

    /// القمة السعودية الأمريكية, المحادثات المصرية السعودية: the adjective of a country whose name is written like it, beside
    /// another on a noun that tells what the two do together.
    pub(super) fn adjective_like_its_country(&self, head: usize, at: usize) -> bool {
        let demonym = |at: usize| {
            self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Demonym && p.clitics == Clitics::NONE)
                && self.shapes[at].definite
        };
        let country = self.unit_phrase(at).is_some_and(|p| {
            p.kind == PhraseKind::Country && p.named && p.clitics == Clitics::NONE && p.end == p.start + 1
        });
        let together = |predicate| {
            matches!(
                predicate,
                Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::AgreedWith
            )
        };
        // الغارات السعودية: a noun with the article has no genitive, so that the country behind it is its adjective; but استهدف الهجوم
        // السعودية.
        let described = || {
            let noun = &self.units[head];
            let acts = head > 0 && self.units[head - 1].kind == Kind::Verb;
            noun.is_definite_noun() && noun.owner().is_none() && self.shapes[at].adjectival && !acts
        };
        if country && self.lang == Lang::Ar && described() {
            return true;
        }
        country
            && self.shapes[at].definite
            && self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && self.tells(head, together)
            && (demonym(at + 1) || at > head + 1 && demonym(at - 1))
    }
}
