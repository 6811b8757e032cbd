//! Looks for a side of a frame behind a preposition: which of those that stand there the word means, and who counts for it
//! where nobody does.

use super::clause::Parties;
use super::read::Sentence;
use super::slot::Sought;
use super::unit::{Kind, Unit};
use super::unit_form::is_counterpart;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, PrepId, Slot, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Sentence<'_> {
    /// The party behind a preposition; `None` where who stands there has another part in what is told.
    pub(super) fn at_preposition(&self, sought: &Sought, id: PrepId) -> Option<Parties> {
        let clause = self.clause;
        let &Sought { at, trigger, slots, subject, .. } = sought;
        if let Some(found) = self.handed_to(sought, Slot::Prep(id)) {
            return Some(found);
        }
        if self.has_another_part(sought, id) {
            return None;
        }
        // وقعت الاتفاقية من قبل مصر وروسيا, not وقعت على مقربة من مصر: who signs stands behind "by" alone.
        let signs = sought.tells(Predicate::AgreedWith) && trigger.subject == [Slot::Prep(id)];
        if signs && clause.is_from_without_by(at, Slot::Prep(id)) {
            return Some(Parties::default());
        }
        if sought.tells(Predicate::Met) {
            return Some(self.met_behind(sought, id));
        }
        // بعدما كانت تسيطر عليها داعش: the ground named last.
        if let Some(ground) = self.ground_before(at, trigger).or_else(|| self.ground_resumed(at, trigger)) {
            return Some(ground);
        }
        // "to defend itself against attacks from Hamas in Gaza": where those are who attack it.
        if clause.is_in_defence(at) && slots.contains(&Slot::Facing) && !clause.facing(at).is_empty() {
            return None;
        }
        if trigger.is_journey() && slots.first() == Some(&Slot::Object) && subject.is_some() {
            return Some(self.land_of_visited(sought, id));
        }
        Some(self.told_otherwise(sought, id).unwrap_or_else(|| self.behind_or_judged(sought, id)))
    }

    /// عقد فلان مباحثات ونظيره العراقي: the counterpart of who talks, whom a conjunction joins to the noun in the place of "with".
    fn joined_counterpart(&self, sought: &Sought, id: PrepId) -> Option<Parties> {
        let clause = self.clause;
        let next = sought.at + 1;
        let form = |unit: &Unit| self.tokens.form(&self.tokens.tokens[unit.start]);
        let other = |unit: &Unit| unit.clitics == Clitics::WA && form(unit).get(1..).is_some_and(is_counterpart);
        let joined = self.reader.lang == Lang::Ar
            && clause.units[sought.at].kind == Kind::Noun
            && clause.units.get(next).is_some_and(|unit| unit.phrase().is_some() && other(unit))
            && sought.subject.is_some_and(|found| !found.is_empty())
            && sought.trigger.predicate.is_some_and(|told| told.family() == Family::Contact)
            && clause.knowledge.lexicon.preposition_id("مع") == Some(id);
        joined.then(|| clause.list(next)).filter(|found| !found.is_empty())
    }

    /// Returns whether who stands behind a preposition has got what came from another, or is asked by a letter.
    fn has_another_part(&self, sought: &Sought, id: PrepId) -> bool {
        let clause = self.clause;
        let &Sought { at, trigger, slots, subject, .. } = sought;
        // تلقى برقية بمناسبة اختياره لرئاسة الاتحاد: who gets what came from another is the subject.
        let received = subject.is_some_and(|found| !found.carried) && clause.is_received(at, trigger, slots);
        // طلب فلان في رسالة من الحزب أن: of whom the verb asks, who has sent nothing.
        let asked = || {
            sought.tells(Predicate::WroteTo) && trigger.subject.contains(&Slot::Prep(id)) && clause.is_asked_of(at, id)
        };
        // ناقش فلان مع فلان في مكالمة إصدار قرار من المجلس: to whom one speaks in a call, the verb has said.
        let called = || {
            sought.tells(Predicate::Called)
                && std::ptr::eq(slots, trigger.subject.as_slice())
                && clause.units[at].kind == Kind::Noun
                && !clause.besides(at).is_empty()
        };
        received || asked() || self.reader.lang == Lang::Ar && called()
    }

    /// Whom one met, behind a preposition.
    fn met_behind(&self, sought: &Sought, id: PrepId) -> Parties {
        let mut found = self.no_place(id, self.behind(sought.at, sought.trigger, id, sought.subject));
        // قمة قادة الدول الأعضاء بالمنظمة: the body they belong to.
        if self.clause.units[sought.at].kind == Kind::Noun && found.confidence < 0.9 && self.is_with_clitic(id) {
            found.list.retain(|party| party.kind != PhraseKind::Body);
        }
        found
    }

    /// الأراضي التي سيطرت عليها في أوكرانيا: the ground that a pronoun means.
    fn ground_resumed(&self, at: usize, trigger: &Trigger) -> Option<Parties> {
        let clause = self.clause;
        let verb = self.resumes_ground(at, trigger)?;
        let before = clause.relative_before(verb).and_then(|relative| relative.checked_sub(1));
        let land = |i: usize| i > 0 && clause.units[i - 1].has(|c| matches!(c, Class::Land | Class::PlaceHead));
        let named = before
            .filter(|&i| clause.bare_party(i) || clause.unit_phrase(i).is_some() && land(i))
            .map(|i| Parties::new(clause.parties_of(i), 0.8, at + 2));
        let doer = clause.subjects[verb].as_ref().filter(|found| !found.carried).map_or(0, |found| found.end);
        Some(named.unwrap_or_else(|| self.ground(verb, doer.max(at + 2))))
    }

    /// "visited refugees in Turkey": in which country those are whom one visits, but "hospitals in Amman and Beirut".
    fn land_of_visited(&self, sought: &Sought, id: PrepId) -> Parties {
        let &Sought { at, trigger, subject, .. } = sought;
        let found = Some(self.behind(at, trigger, id, subject));
        let mut found = found.filter(|found| self.admits(at, trigger, id, found)).unwrap_or_default();
        let inside = self.reader.lang == Lang::En && self.clause.knowledge.lexicon.preposition_id("in") == Some(id);
        found.list.retain(|party| !inside || party.kind == PhraseKind::Country);
        found
    }

    /// Who counts instead of who stands right behind a preposition; nobody where another word tells this side.
    fn told_otherwise(&self, sought: &Sought, id: PrepId) -> Option<Parties> {
        let clause = self.clause;
        let &Sought { at, trigger, subject, .. } = sought;
        if let Some(found) = self.joined_counterpart(sought, id) {
            return Some(found);
        }
        // في خطوة نددت بها كييف: who stands behind the pronoun judges.
        if let Some(made) = self.maker_by_pronoun(at, trigger, id) {
            return Some(made);
        }
        // نددت باقتحام المسجد من قبل إسرائيل
        if sought.tells(Predicate::Criticised)
            && subject.is_some()
            && let Some(agent) = clause.agent_of_deed(sought.past_subject(), Some(id))
        {
            return Some(agent);
        }
        let nobody = subject.is_none() && (self.has_accuser(sought) || self.is_beyond_source(at, trigger, id));
        if nobody { Some(Parties::default()) } else { clause.doer_to_victim_behind(at, subject, id) }
    }

    /// اتهامات موسكو لأنقرة بشراء النفط من داعش: whether the genitive says whose charge it is.
    fn has_accuser(&self, sought: &Sought) -> bool {
        sought.tells(Predicate::Criticised)
            && sought.trigger.object.first() == Some(&Slot::Sufferer)
            && self.reader.lang == Lang::Ar
            && !self.clause.genitive(sought.at).is_empty()
    }

    /// Who stands behind a preposition, or else whose the deed or the thing is that stands there.
    fn behind_or_judged(&self, sought: &Sought, id: PrepId) -> Parties {
        let clause = self.clause;
        let &Sought { at, trigger, subject, .. } = sought;
        Some(self.behind(at, trigger, id, subject))
            .map(|found| clause.past_strife(at, trigger, id, found))
            .map(|found| clause.listed_in_headline(at, found))
            .filter(|found| self.admits(at, trigger, id, found))
            .filter(|found| !found.is_empty())
            .or_else(|| {
                let backed = sought.tells(Predicate::Supported) && subject.is_some();
                backed.then(|| clause.backed_in(sought.past_subject(), Some(id))).flatten()
            })
            .or_else(|| self.maker_judged(sought, id))
            .or_else(|| {
                let own = subject.filter(|_| sought.tells(Predicate::Praised))?;
                clause.doer_of_favour(sought.past_subject(), own)
            })
            .or_else(|| {
                let own = subject.filter(|own| !own.is_empty())?;
                clause.doer_judged_by_noun(own, at, id)
            })
            .or_else(|| {
                let talks = subject.is_some() && super::topic::is_of_topic(trigger, id);
                talks.then(|| clause.partner_behind_topic(at, id))
            })
            .or_else(|| subject.and_then(|_| self.with_whom(at, id)))
            .unwrap_or_default()
    }

    /// "Rama, with whom he spoke": whom a relative behind the preposition of a verb means.
    fn with_whom(&self, verb: usize, id: PrepId) -> Option<Parties> {
        let (whom, found) = self.clause.whom_before(verb)?;
        let first = self.tokens.form(&self.tokens.tokens[self.clause.units[whom].start]);
        (first == self.clause.knowledge.lexicon.preposition_text(id).as_bytes()).then_some(found)
    }

    /// Whose the conduct, the mediation or the rule is that an Arabic verb judges behind its ب.
    fn maker_judged(&self, sought: &Sought, id: PrepId) -> Option<Parties> {
        let clause = self.clause;
        let at = sought.at;
        let judged = matches!(sought.trigger.predicate, Some(Predicate::Criticised | Predicate::Praised))
            && clause.units[at].kind == Kind::Verb
            && self.is_with_clitic(id);
        if !judged {
            return None;
        }
        let from = sought.past_subject();
        Some(clause.maker_of_conduct(at, from))
            .filter(|made| !made.is_empty())
            .or_else(|| clause.mediator_judged(from))
            .or_else(|| sought.tells(Predicate::Criticised).then(|| clause.ruler_where(from)).flatten())
    }

    /// The party behind a preposition; of an adverb such as هاتفيا, "by phone" also one that stands before it.
    pub(super) fn behind(
        &self,
        at: usize,
        trigger: &Trigger,
        preposition: PrepId,
        subject: Option<&Parties>,
    ) -> Parties {
        let clause = self.clause;
        if !clause.held.may_have(preposition, 0)
            || self.reader.lang == Lang::En && clause.leads_to_people_apart(at, preposition)
        {
            return Parties::default();
        }
        if trigger.flags.near {
            return self.close_behind(at, trigger, preposition, subject);
        }
        let mut found = self.behind_traveller(at, trigger, preposition, subject);
        if self.is_strained(at, trigger, preposition, &found) {
            return Parties::default();
        }
        if found.is_empty() && self.may_stand_before_noun(at, trigger) {
            found = clause.before_noun(at, preposition, subject);
        }
        if found.is_empty()
            && matches!(trigger.predicate, Some(Predicate::Sanctioned | Predicate::Attacked))
            && clause.is_behind_open_pronoun(at)
        {
            found = clause.addressed_by_same(at).unwrap_or_default();
        }
        if !found.is_empty() || !clause.units[at].is(Class::Skip) {
            return found;
        }
        let verb =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        verb.map_or(found, |verb| clause.behind(verb, verb + 1, preposition, false, subject))
    }

    /// The party behind a preposition that stands right behind its word, as the row asks.
    fn close_behind(&self, at: usize, trigger: &Trigger, preposition: PrepId, subject: Option<&Parties>) -> Parties {
        let clause = self.clause;
        let found = clause.right_behind(at, preposition, subject);
        if found.is_empty() && gives_by_words(trigger) && self.reader.lang == Lang::Ar {
            return clause.before_noun(at, preposition, subject);
        }
        // "his support of Sweden's bid"
        if found.is_empty()
            && self.reader.lang == Lang::En
            && self.descends(trigger)
            && clause.governs(at + 1, preposition)
        {
            return clause.behind(at, at + 1, preposition, true, subject);
        }
        found
    }

    /// زيارة لكيري لمصر: where the traveller stands behind a preposition, the goal stands behind him.
    fn behind_traveller(
        &self,
        at: usize,
        trigger: &Trigger,
        preposition: PrepId,
        subject: Option<&Parties>,
    ) -> Parties {
        let clause = self.clause;
        let prepositional = trigger.is_journey() && matches!(trigger.subject.first(), Some(Slot::Prep(_)));
        let taken = subject.filter(|found| prepositional && !found.carried);
        let from = taken.map_or(at + 1, |found| found.end.max(at + 1));
        let found = clause.behind(at, from, preposition, self.descends(trigger), subject);
        // "a meeting took place on Monday between": behind the verb that tells that it did.
        if found.is_empty()
            && Some(preposition) == clause.knowledge.lexicon.preposition_id("between")
            && let Some(verb) = clause.verb_of_event(at)
        {
            return clause.behind(verb, verb + 1, preposition, false, subject);
        }
        found
    }

    /// Returns whether a preposition and its party may stand before an Arabic noun that tells what goes to that party.
    fn may_stand_before_noun(&self, at: usize, trigger: &Trigger) -> bool {
        let clause = self.clause;
        if self.reader.lang != Lang::Ar || trigger.is_journey() {
            return false;
        }
        let contact = trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact);
        contact
            || gives_by_words(trigger)
            || match trigger.predicate {
                // وصلت إلى دمشق شحنة مساعدات من قطر: where it arrives.
                Some(Predicate::Aided | Predicate::Threatened) => true,
                // روسيا التي تفرض عليها واشنطن عقوبات: to whom it is done.
                Some(Predicate::Sanctioned | Predicate::Attacked | Predicate::AgreedWith) => {
                    !clause.is_behind_open_pronoun(at)
                }
                Some(Predicate::Supported) => clause.is_told_to_somebody(at),
                _ => false,
            }
    }

    /// Returns whether a comma or a noun of relation stands between an Arabic noun of conflict and the "from" behind it, which says then
    /// something else than whose deed it is.
    fn is_beyond_source(&self, at: usize, trigger: &Trigger, preposition: PrepId) -> bool {
        const REACH: usize = 12;
        let clause = self.clause;
        let conflict = trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Conflict);
        let from = Some(preposition) == clause.knowledge.lexicon.preposition_id("من");
        if !conflict || !from || self.reader.lang == Lang::En || clause.units[at].kind != Kind::Noun {
            return false;
        }
        let end = clause.units.len().min(at + REACH);
        let Some(source) = (at + 1..end).find(|&i| clause.governs(i, preposition)) else { return false };
        // إحالة بلاغ المحامي ضد الوزير بسبب سحله من قبل قوات الأمن: nor behind whom it is against, where the row knows no other source.
        let against =
            |i: usize| trigger.object.iter().any(|slot| matches!(slot, Slot::Prep(id) if clause.governs(i, *id)));
        let alone = trigger.subject.len() == 1;
        (at + 1..source)
            .any(|i| clause.units[i].is_comma() && !clause.is_agentive(&clause.units[source]) || alone && against(i))
    }

    /// Returns whether a preposition is ب.
    pub(super) fn is_with_clitic(&self, preposition: PrepId) -> bool {
        self.clause.knowledge.lexicon.preposition_id("ب") == Some(preposition)
    }

    /// لقاء بمصر: a country behind "in" is where people meet, not whom.
    pub(super) fn no_place(&self, preposition: PrepId, mut parties: Parties) -> Parties {
        if self.is_with_clitic(preposition) {
            parties.list.retain(|party| !matches!(party.kind, PhraseKind::Country | PhraseKind::Place));
        }
        parties
    }
}

/// وجه بوتين إلى السيسي الشكر, قدمت مصر لروسيا طلبا: whether a row tells what one gives another by words.
fn gives_by_words(trigger: &Trigger) -> bool {
    matches!(
        trigger.predicate,
        Some(Predicate::Praised | Predicate::Promised | Predicate::DemandedOf | Predicate::Criticised)
    ) && trigger.subject.contains(&Slot::Doer)
}
