//! What a verb with a subject of an earlier clause or sentence tells of that subject: whether it goes on with him, and how sure that is.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind};
use crate::lexicon::{Class, Family, Predicate, Shape, Slot, Trigger};
use crate::mention::Referent;
use crate::text::fold::{ALEF, HEH};

impl Sentence<'_> {
    /// How much a subject of an earlier sentence is worth: those who speak and travel are the ones a story follows, those
    /// who demand or attack are more often somebody whom the sentence leaves out.
    ///
    /// كما اتهم إيران: a verb that opens an Arabic sentence and has its object right behind it leaves nobody out.
    pub(super) fn reach(&self, predicate: Predicate, party: &Party, subject: &Parties, at: usize) -> f64 {
        const EARLIER: f64 = 0.8;
        let arabic = self.reader.lang == Lang::Ar;
        // The two presidents, whoever they are, are named here.
        let here = arabic && !subject.carried && self.clause.units[at].kind == Kind::Verb;
        let opens = arabic && self.opens_sentence(at) && self.clause.goes_on_without_subject(at);
        let stance = predicate.family() != Family::Contact;
        // وأضاف أنه شكره: nor where he acts on the other of the two who met.
        let opens = opens || arabic && self.clause.acts_on_other(at, &subject.list);
        if stance && self.is_earlier(party) && !here && !opens { EARLIER } else { 1.0 }
    }

    /// Returns whether a party was named in an earlier sentence.
    pub(super) fn is_earlier(&self, party: &Party) -> bool {
        let Some(first) = self.clause.units.first().map(|unit| unit.start) else { return false };
        let start = self.tokens.tokens[first].span.start;
        party.span.is_some_and(|span| span.end <= start)
    }

    /// انتقد كيري سوريا وطالب إيران بـ: a verb joined to the one whose subject it shares, in one sentence.
    pub(super) fn is_coordinated(&self, at: usize, subject: &Parties) -> bool {
        // زارت إسطنبول قبل أن تنتقل إلى أنقرة
        let next = at > 0 && self.clause.units[at - 1].is(Class::Ahead) || self.journeys_on(at);
        self.reader.lang == Lang::Ar
            && (next || self.clause.units[at].clitics.has_conjunction())
            && self.clause.goes_on_without_subject(at)
            && subject.list.iter().all(|party| !self.is_earlier(party))
    }

    /// زار دمشق ثم انتقل إلى أنقرة, يزور دمشق على أن ينتقل: whether a verb of travel tells what comes after a meeting or journey that the
    /// verb or noun before it tells.
    fn journeys_on(&self, at: usize) -> bool {
        const REACH: usize = 14;
        let units = self.clause.units;
        let Some(opener) = at.checked_sub(1) else { return false };
        let then = units[opener].is(Class::Conj)
            || opener > 0 && units[opener].is(Class::Complement) && units[opener - 1].is_preposition();
        let event = |told| matches!(told, Predicate::Visited | Predicate::Met | Predicate::Hosted);
        then && self.clause.tells(at, |told| told == Predicate::Visited)
            && (opener.saturating_sub(REACH)..opener)
                .rev()
                .take_while(|&before| !units[before].is_stop())
                .find(|&before| matches!(units[before].kind, Kind::Verb | Kind::Noun))
                .is_some_and(|before| self.clause.tells(before, event))
    }

    /// Returns whether nothing but conjunctions and adverbs stands before a verb in its sentence.
    fn opens_sentence(&self, at: usize) -> bool {
        let before = &self.clause.units[..at];
        before.iter().all(|unit| {
            unit.kind == Kind::Function
                && unit.has(|class| matches!(class, Class::Conj | Class::Skip | Class::ListMore | Class::Qad))
        })
    }

    /// وقطعت علاقاتها مع طهران, وقد وقع مع بوتين اتفاقية: whether a verb whose subject was named before goes on right away with what is that
    /// subject's own, or with the preposition it takes, and has another country, or somebody of another country, for its object.
    pub(super) fn does_abroad(&self, at: usize, trigger: &Trigger, shape: Shape, subject: &Parties) -> bool {
        let units = self.clause.units;
        let [own] = subject.list.as_slice() else { return false };
        let takes = |slot: &Slot| matches!(slot, Slot::Prep(id) if self.clause.governs(at + 1, *id));
        let Some(next) = units.get(at + 1) else { return false };
        let certain = if trigger.flags.assets {
            let last = &self.tokens.tokens[next.end - 1];
            let pronoun = matches!(self.tokens.form(last), [.., HEH] | [.., HEH, ALEF]) && !last.teh_marbuta;
            // وعلق عضوية مالي: what a body withholds is not its own.
            let member = self.kind_of(own.referent) == EntityKind::Organisation && next.is(Class::Asset);
            next.phrase().is_none() && (next.owner().is_some() || pronoun || member)
        } else {
            next.is_preposition() && trigger.object.iter().any(takes)
        };
        let opens = units[at].clitics.has_conjunction()
            || at.checked_sub(1).is_none_or(|before| {
                let unit = &units[before];
                unit.is_mark()
                    || unit.phrase().is_none()
                        && unit.has(|class| matches!(class, Class::Conj | Class::ListMore | Class::Qad))
            });
        let verb = self.reader.lang == Lang::Ar && units[at].kind == Kind::Verb;
        if !(verb && certain && opens) || trigger.is_journey() {
            return false;
        }
        let Some((object, _)) = self.slot(at, trigger, &trigger.object, shape, Some(subject)) else { return false };
        let home = self.land_of(own);
        let body = home.is_none() && self.kind_of(own.referent) == EntityKind::Organisation;
        (home.is_some() || body)
            && object.list.iter().all(|party| self.land_of(party).is_some_and(|land| Some(land) != home))
    }

    /// The country that a party is, or is of.
    pub(super) fn land_of(&self, party: &Party) -> Option<EntityId> {
        match party.referent {
            Referent::Known(key) if self.kind_of(party.referent) == EntityKind::Country => Some(key),
            referent => self.reader.country_of(referent),
        }
    }
}
