//! Who is sent out of a country: whether what a row of sanctions tells is the expulsion of envoys, and no other departure.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::unit::Unit;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Sense, Slot, Trigger, WordList};
use crate::mention::{Phrase, PhraseKind, Referent};

impl Sentence<'_> {
    /// طلبت من السفير اللبناني مغادرة البلاد, أمهلت القائم بالأعمال يومين لمغادرة أراضيها: an envoy of whom a country asks to leave it is expelled.
    pub(super) fn is_expulsion(&self, predicate: Predicate, object: Option<&Parties>) -> bool {
        const REACH: usize = 8;
        let clause = self.clause;
        let asks = matches!(predicate, Predicate::DemandedOf | Predicate::Briefed);
        let Some([party]) = object.filter(|_| asks).map(|found| found.list.as_slice()) else { return false };
        if self.reader.lang == Lang::En && self.tells_diplomats_to_leave(party) {
            return true;
        }
        let Some(envoy) = clause.units.iter().position(|unit| {
            let phrase = unit.phrase().map(|index| &clause.phrases[index]);
            phrase.is_some_and(|phrase| Some(phrase.span) == party.span && self.is_of_envoys(phrase))
        }) else {
            return false;
        };
        let end = clause.units.len().min(envoy + REACH);
        (envoy + 1..end).take_while(|&i| !clause.units[i].is_stop()).any(|i| {
            let home = |next: &Unit| next.phrase().is_none() && next.is(Class::HomeLand);
            if self.reader.lang == Lang::En {
                // "asked the Greek ambassador to leave the country", "gave the envoys two days to leave"
                return self.is_to_leave(i);
            }
            clause.units[i].is(Class::Leaving)
                && clause.units.get(i + 1).is_some_and(|next| home(next) || clause.shapes[i + 1].suffix)
        })
    }

    /// "gave Iran's diplomats 48 hours to leave": whether a word for envoys stands right behind the country whose they are, and an infinitive of
    /// leaving behind it.
    fn tells_diplomats_to_leave(&self, party: &Party) -> bool {
        const REACH: usize = 7;
        let units = self.clause.units;
        let named = |at: &usize| self.clause.unit_phrase(*at).is_some_and(|phrase| Some(phrase.span) == party.span);
        let Some(at) = (0..units.len()).find(named) else { return false };
        let envoys = (at + 1..units.len().min(at + 3)).any(|i| self.begins_listed(WordList::Envoys, i));
        envoys && (at + 2..units.len().min(at + REACH)).any(|i| self.is_to_leave(i))
    }

    /// "to leave": whether a unit behind another is an infinitive of leaving.
    fn is_to_leave(&self, at: usize) -> bool {
        self.clause.units[at - 1].is_to() && self.begins_listed(WordList::Leaves, at)
    }

    /// طردت القوات العراقية التنظيم من المدينة: whether whoever drives somebody out is a force, which expels no envoys but fights.
    pub(super) fn fights_out(
        &self,
        trigger: &Trigger,
        predicate: Predicate,
        subject: &Parties,
        object: Option<&Parties>,
    ) -> bool {
        let force = |party: &Party| match party.referent {
            Referent::Known(key) => {
                matches!(self.clause.knowledge.gazetteer.get(key).subkind, "army" | "armed_group")
            }
            Referent::New(_) => false,
        };
        let by_people = |party: &Party| matches!(party.kind, PhraseKind::Agent | PhraseKind::Demonym);
        let all =
            |found: &Parties, asked: &dyn Fn(&Party) -> bool| !found.list.is_empty() && found.list.iter().all(asked);
        // طردت القوات العراقية التنظيم: whose the forces are.
        let of_forces = || all(subject, &by_people) && object.is_some_and(|found| all(found, &force));
        predicate == Predicate::Sanctioned
            && trigger.flags.sense == Some(Sense::Expels)
            && (all(subject, &force) || of_forces())
    }

    /// طرد السفير الإسرائيلي من تركيا: an envoy is expelled by where he was; طرد التنظيم من العراق: others are driven out.
    pub(super) fn drives_out(&self, at: usize, trigger: &Trigger) -> bool {
        trigger.object == [Slot::Genitive]
            && matches!(trigger.subject.as_slice(), [Slot::Prep(_)])
            && !self.clause.unit_phrase(at + 1).is_some_and(|phrase| self.is_of_envoys(phrase))
    }

    /// السفير الباكستاني, ثلاثة دبلوماسيين باكستانيين: whether a phrase is the office of somebody without a name, or a nationality that says
    /// whose diplomats the word before it means.
    pub(super) fn is_of_envoys(&self, phrase: &Phrase) -> bool {
        if self.reader.lang == Lang::En {
            let offices = self.clause.knowledge.gazetteer.offices();
            return phrase.office.is_some_and(|office| {
                matches!(offices.name(office), "ambassador" | "charge_d_affaires" | "consul" | "diplomat" | "envoy")
            });
        }
        // dal, beh, lam, waw, meem, alef, seen, yeh: with the article or without, in any number.
        const DIPLOMAT: [u8; 8] = [0x87, 0x81, 0x96, 0x9A, 0x97, 0x80, 0x8B, 0x9B];
        let word = self.tokens.form(&self.tokens.tokens[phrase.start]);
        let diplomats =
            phrase.kind == PhraseKind::Agent && word.windows(DIPLOMAT.len()).any(|letters| letters == DIPLOMAT);
        diplomats || phrase.kind == PhraseKind::Unknown && phrase.office.is_some()
    }
}
