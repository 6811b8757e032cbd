//! Where somebody arrives, told by the airport, port or base that lies there: إلى مطار الملك خالد الدولي بالرياض, في قاعدة الأمير سلطان
//! الجوية في الخرج.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Gender};
use crate::lexicon::{Class, Predicate, Tense};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

/// How many units the name of an airport may have.
const NAME: usize = 6;

impl Clause<'_> {
    /// خلال زيارة إلى بولندا، ضم القرم: whether a verb may tell the legs of a journey that stands before it: of what is a woman in Arabic, unless
    /// it is the plan of the journey (برنامج زيارته) of which it tells.
    pub(super) fn may_have_legs(&self, journey: usize, verb: usize) -> bool {
        let masculine = matches!(self.units[verb].verb(), Some((Tense::Past, Some(Gender::Masculine), ..)));
        let plan = journey > 0 && self.units[journey - 1].kind == Kind::Word;
        self.lang == Lang::En || !masculine || plan
    }

    /// يتوجه إلى مدينة القبة شرق ليبيا: whether what stands behind a town, and further behind a verb of going, is the part of a country where
    /// that town lies, and not who goes.
    pub(super) fn is_where_town_lies(&self, verb: usize, at: usize) -> bool {
        let region = |referent: &Referent| match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(*key).kind == EntityKind::Region,
            Referent::New(_) => false,
        };
        let place = |at: usize| {
            self.unit_phrase(at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Place || phrase.referents.iter().any(region))
        };
        at > verb + 2 && self.lang == Lang::Ar && place(at) && place(at - 1) && self.travels_by(verb)
    }

    /// The town in which a gateway lies that stands right behind the preposition at `at`, where its own name is nobody's and no
    /// town's.
    pub(super) fn town_of_gateway(&self, at: usize) -> Option<Parties> {
        let units = self.units;
        let gate = units.get(at + 1)?;
        if self.lang != Lang::Ar || gate.phrase().is_some() || !gate.is(Class::Gateway) || gate.clitics != Clitics::NONE
        {
            return None;
        }
        for (next, unit) in units.iter().enumerate().skip(at + 2).take(NAME) {
            match unit.kind {
                Kind::Phrase(_) => {
                    let phrase = self.unit_phrase(next)?;
                    let namesake = phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty();
                    let town = phrase.kind == PhraseKind::Place
                        && (phrase.clitics == Clitics::BI
                            || phrase.clitics == Clitics::NONE && self.stands_in_town(next - 1));
                    if town {
                        return Some(Parties {
                            confidence: 0.85,
                            ..Parties::new(self.parties_of(next), 0.85, next + 1)
                        });
                    }
                    if !namesake || phrase.clitics != Clitics::NONE {
                        return None;
                    }
                }
                Kind::Word if self.shapes[next].preposition.is_none() => {}
                // الدولي, الجوية
                Kind::Function if unit.has(|class| matches!(class, Class::TitleAdjective { .. } | Class::Each)) => {}
                // بمدينة جدة, في مدينة جدة
                Kind::Function if unit.is(Class::PlaceHead) || self.stands_in_town(next) => {}
                _ => return None,
            }
        }
        None
    }

    /// اعترف بالقدس عاصمة لإسرائيل: whose capital a city is recognised to be, told right behind it.
    pub(super) fn recognised_capital(&self, at: usize) -> Option<Parties> {
        // القدس الشرقية عاصمة
        let part = self.units.get(at).is_some_and(|unit| unit.kind == Kind::Word && self.shapes[at].article);
        let at = at + usize::from(part);
        let capital = self.units.get(at).filter(|_| self.lang == Lang::Ar)?;
        let head = capital.phrase().is_none() && capital.is(Class::PlaceHead) && !self.shapes[at].article;
        let described = usize::from(self.units.get(at + 1).is_some_and(|unit| unit.kind == Kind::Word));
        let owner = at + 1 + described;
        let owned = self
            .unit_phrase(owner)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Country && phrase.clitics == Clitics::LI);
        (head && owned).then(|| Parties::new(self.parties_of(owner), 0.85, owner + 1))
    }

    /// أدان التدخل التركي والأمريكي: those whose nationalities are joined to that of whom a stance is about.
    pub(super) fn with_joined_nations(&self, mut found: Parties) -> Parties {
        let nation = |at: usize, clitics: Clitics| {
            self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym && phrase.clitics == clitics)
        };
        let last = found.end.checked_sub(1).filter(|_| self.lang == Lang::Ar && found.list.len() == 1);
        if last.is_some_and(|last| nation(last, Clitics::NONE)) {
            while nation(found.end, Clitics::WA) {
                found.list.extend(self.parties_of(found.end));
                found.end += 1;
            }
        }
        found
    }

    /// قرار عباس وقف العمل بالاتفاقيات الموقعة مع إسرائيل: whether somebody other than the subject is named between its verb and a unit.
    pub(super) fn names_another_before(&self, at: usize, subject: &Parties) -> bool {
        let verb = (0..at).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| {
            (verb + 1..at).any(|i| {
                let party = self.unit_phrase(i).is_some_and(|phrase| {
                    matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
                });
                let own = |party: &super::clause::Party| subject.list.iter().any(|own| own.referent == party.referent);
                party && !self.parties_of(i).iter().any(own)
            })
        })
    }

    /// البلاد, أرض الوطن: one past the newspaper's own country, where it stands at a unit without its name.
    pub(super) fn over_homeland(&self, at: usize) -> Option<usize> {
        let home = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::HomeLand) && unit.clitics == Clitics::NONE;
        let plain = |unit: &Unit| unit.kind == Kind::Word && unit.phrase().is_none() && !unit.clitics.has_preposition();
        let (first, second) = (self.units.get(at)?, self.units.get(at + 1));
        if home(first) {
            return Some(at + 1);
        }
        (plain(first) && !self.shapes[at].article && second.is_some_and(home)).then_some(at + 2)
    }

    /// إلى المنطقة, إلى البلاد: whether a place that has no name stands right behind the preposition at `at`.
    pub(super) fn leads_nowhere_named(&self, at: usize) -> bool {
        let goal = self.knowledge.lexicon.preposition_id("إلى").is_some_and(|id| self.governs(at, id));
        let place = |unit: &Unit| unit.phrase().is_none() && unit.has(|c| matches!(c, Class::HomeLand | Class::Region));
        goal && self.units.get(at + 1).is_some_and(place)
    }

    /// جولة في: whether a noun of journey takes a preposition that tells where it leads, but stands with any word besides.
    pub(super) fn is_journey_in(&self, noun: usize, preposition: crate::lexicon::PrepId) -> bool {
        self.units[noun].kind == Kind::Noun
            && self.knowledge.lexicon.preposition_id("في") == Some(preposition)
            && self.tells(noun, |told| told == crate::lexicon::Predicate::Visited)
    }

    /// في, or a kind of place with ب or behind it: بمدينة, في مدينة.
    fn stands_in_town(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let head = unit.phrase().is_none() && unit.is(Class::PlaceHead);
        self.is_in(at) || head && (unit.clitics.has(Clitics::BI) || at > 0 && self.is_in(at - 1))
    }

    /// غادر كيري قطر في أعقاب زيارة إلى المنطقة: whether the preposition of a place is that of another journey's noun, behind a place to
    /// which the verb goes itself.
    pub(super) fn is_of_another_journey(&self, verb: usize, place: usize) -> bool {
        const WORDS: usize = 3;
        let verbal = self.lang == Lang::Ar && self.units[verb].kind == Kind::Verb;
        let near = place.saturating_sub(WORDS).max(verb + 1)..place;
        let journey =
            |at: usize| self.units[at].kind == Kind::Noun && self.tells(at, |told| told == Predicate::Visited);
        let bare = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country) && phrase.clitics == Clitics::NONE
            }) && !self.units[at - 1].is_preposition()
        };
        verbal && near.clone().any(journey) && (verb + 1..place).any(bare)
    }

    /// اتصال هاتفي بحث الوضع الراهن بسوريا: whether a word that nobody lists parts a country from the call, so that ب is no part of that.
    pub(super) fn is_parted_from_call(&self, party: usize) -> bool {
        let word = party.checked_sub(1).is_some_and(|before| self.units[before].kind == Kind::Word);
        self.lang == Lang::Ar
            && word
            && self.units[party].clitics.has_preposition()
            && self.unit_phrase(party).is_some_and(|phrase| phrase.kind == PhraseKind::Country)
    }
}
