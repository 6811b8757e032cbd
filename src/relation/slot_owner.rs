//! Looks for whose a noun is where a row asks it of a slot: genitive, suffix and adjective, who does what it tells, and to whom.
//!
//! What stands there `whose`, `light` and `sufferer` tell; here is asked whether it is the side that the row means.

use super::clause::Parties;
use super::read::Sentence;
use super::slot::Sought;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Shape, Slot, Status, Trigger, WordList};
use crate::text::Clitics;
use crate::text::fold::ALEF;

impl Sentence<'_> {
    /// The genitive of a noun, where that is the side that is looked for.
    pub(super) fn at_genitive(&self, sought: &Sought) -> Parties {
        if self.has_genitive_of_another(sought) {
            return Parties::default();
        }
        Some(self.clause.genitive(sought.at))
            .filter(|found| !found.is_empty())
            .or_else(|| self.thing_of_deed(sought))
            .unwrap_or_default()
    }

    /// Returns whether what stands as the genitive of a noun is not the side that is looked for.
    fn has_genitive_of_another(&self, sought: &Sought) -> bool {
        let clause = self.clause;
        let &Sought { at, trigger, subject, .. } = sought;
        // زيارة الوفد: who comes, not where to.
        let comes =
            trigger.is_journey() && sought.is_object() && clause.units.get(at + 1).is_some_and(|unit| unit.delegation);
        let margin = || clause.is_margin_of_body(at) && clause.units[at - 1].is(Class::Margin);
        // استقبال الرئيس للوفد: the host, where the guests stand behind ل.
        let hosts = || subject.is_some() && self.hosts_others(at, trigger);
        let accused = || subject.is_none() && self.is_accused(at, trigger, self.owner_end(at, Slot::Genitive));
        // "voiced criticism of Israel": behind "of" stands the object, where the row says so.
        let object =
            || subject.is_none() && (self.is_of_object(at, trigger) || clause.replies_with(at) || self.is_of_topic(at));
        comes || margin() || hosts() || accused() || object()
    }

    /// The pronoun on a noun, or before it.
    pub(super) fn at_suffix(&self, sought: &Sought) -> Parties {
        let clause = self.clause;
        let &Sought { at, trigger, .. } = sought;
        let Some(subject) = sought.subject else { return self.first_at_suffix(at, trigger) };
        if self.waits_for_guest(at, trigger) {
            return self.traveller_before(at).unwrap_or_else(|| clause.other_suffix(at, subject));
        }
        if self.reader.lang == Lang::Ar { clause.other_suffix(at, subject) } else { clause.suffix(at) }
    }

    /// The pronoun on a noun of which nobody has been found yet.
    fn first_at_suffix(&self, at: usize, trigger: &Trigger) -> Parties {
        let clause = self.clause;
        if self.is_accused(at, trigger, self.owner_end(at, Slot::Suffix)) {
            return Parties::default();
        }
        // سلم الرسالة للرئيس خلال استقباله له: who gets it receives who brings it.
        if trigger.predicate == Some(Predicate::Hosted)
            && let Some(host) = clause.host_of_who_brings(at)
        {
            return host;
        }
        if let Some(struck) = clause.struck_before_answer(at).filter(|_| trigger.predicate == Some(Predicate::Attacked))
        {
            return struck;
        }
        // كان في استقباله الرئيس: whom he receives is who was there.
        if self.waits_for_guest(at, trigger) { Parties::default() } else { clause.suffix(at) }
    }

    /// The adjectives of nationality on a noun.
    pub(super) fn at_adjective(&self, sought: &Sought) -> Parties {
        let &Sought { at, trigger, shape, subject, .. } = sought;
        let of_another =
            subject.is_none() && (self.has_doer(at, trigger, shape) || self.is_of_thing(at, trigger, shape));
        if of_another || self.clause.is_summit_aside(at) { Parties::default() } else { self.clause.adjectives(at) }
    }

    /// Who does what a noun tells, by the verb that has it for its object.
    pub(super) fn at_doer(&self, sought: &Sought) -> Parties {
        let clause = self.clause;
        let &Sought { at, trigger, .. } = sought;
        if self.is_deal_of_others(sought)
            || self.is_blamed_for(at, trigger)
            || self.is_held_for_others(sought)
            || self.is_request_answered(sought)
            || self.is_turned_down(sought)
        {
            return Parties::default();
        }
        let penalty = sought.tells(Predicate::Sanctioned);
        if self.reader.lang == Lang::En && (penalty || sought.tells(Predicate::Attacked)) {
            let found = clause.force_doer(at, penalty);
            // "the sanctions that Oman has imposed"
            let carried = penalty && found.is_empty() && clause.carrying_verb(at).is_some();
            return if carried { clause.doer_of_noun(at) } else { found };
        }
        // اتهام حماس بتنفيذ هجوم رفح: where it was is no proof of who is accused of it.
        let claimed = trigger.flags.place && trigger.object.contains(&Slot::Genitive);
        if claimed { clause.owner_of_claim(at) } else { clause.doer_of_noun(at) }
    }

    /// ترفض الصين العقوبات على إيران, but ترفض فرض عقوبات: whether a noun with the article, which a verb of refusing has for its object, is a
    /// burden or a deed of others that the subject will not have, and nothing that he leaves undone.
    fn is_turned_down(&self, sought: &Sought) -> bool {
        const NEAR: usize = 6;
        let (clause, at) = (self.clause, sought.at);
        let burden = matches!(
            sought.trigger.predicate,
            Some(Predicate::Sanctioned | Predicate::Attacked | Predicate::Threatened)
        );
        let definite = burden && self.reader.lang == Lang::Ar && clause.units[at].is_definite_noun();
        let open = |&i: &usize| {
            let unit = &clause.units[i];
            !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Noun
        };
        let mut before = (at.saturating_sub(NEAR)..at).rev().filter(|_| definite).take_while(open);
        let Some(verb) = before.find(|&i| clause.units[i].kind == Kind::Verb) else { return false };
        let refuses = |form: &Form| {
            let flags = &clause.knowledge.lexicon.trigger(form.trigger).flags;
            flags.light && flags.status == Some(Status::Denied)
        };
        clause.tells(verb, |told| told == Predicate::Rejected)
            && clause.units[verb].forms.iter().any(refuses)
            && clause.carrying_verb(at).is_none_or(|carries| carries == verb)
    }

    /// رفضت مصر طلبا للولايات المتحدة: whether the clause tells of a request by what is answered to it, so that it is not its
    /// subject's own.
    fn is_request_answered(&self, sought: &Sought) -> bool {
        // رفض الدعوة التي وجهها فلان: but whose it is its own clause tells.
        sought.tells(Predicate::DemandedOf)
            && self.clause.is_answered(sought.at)
            && self.clause.carrying_verb(sought.at).is_none()
    }

    /// To whom it is done what a noun tells.
    pub(super) fn at_sufferer(&self, sought: &Sought) -> Parties {
        let &Sought { at, trigger, .. } = sought;
        if self.names_accused_itself(sought) {
            return Parties::default();
        }
        if let Some(found) = self.who_replies(sought) {
            return found;
        }
        // افتتح مدرسة بتمويل من فرنسا: what is paid for is not whoever acts.
        let help = matches!(trigger.predicate, Some(Predicate::Supported | Predicate::Aided))
            && !trigger.flags.weak
            && matches!(trigger.subject.first(), Some(Slot::Prep(_)));
        self.clause.receiver_of_noun(at, help)
    }

    /// قال أردوغان، ردا على انتقادات ماكرون، إن; ردا على انتقادات ماكرون، قال أردوغان: who speaks in reply to what a noun of blame or threat tells.
    fn who_replies(&self, sought: &Sought) -> Option<Parties> {
        // ردا in normal form.
        const REPLYING: [u8; 3] = [0x89, 0x87, ALEF];
        let clause = self.clause;
        let against = sought.tells(Predicate::Criticised) || sought.tells(Predicate::Threatened);
        let reply = sought.at.checked_sub(1).filter(|_| against && self.reader.lang == Lang::Ar)?;
        if !clause.units[reply].is_preposition() || !self.word_at(reply).ends_with(&REPLYING) {
            return None;
        }
        let open = |&i: &usize| !clause.units[i].is_stop();
        let speaks = |i: usize| {
            let own = clause.subjects[i].as_ref().filter(|own| !own.is_empty() && !own.carried && !own.opaque);
            own.filter(|_| clause.units[i].kind == Kind::Verb && clause.is_saying(i))
        };
        let before = (0..reply).rev().take_while(open).find_map(speaks);
        let found = before.or_else(|| (sought.at + 1..clause.units.len()).take_while(open).find_map(speaks))?;
        Some(Parties { confidence: found.confidence * 0.9, end: sought.at + 1, ..found.clone() })
    }

    /// نفى اتهامات جوبا للخرطوم: whether a noun of accusing says itself who is accused, behind who accuses.
    fn names_accused_itself(&self, sought: &Sought) -> bool {
        let clause = self.clause;
        let Some(accuser) = sought.subject.filter(|_| sought.tells(Predicate::Criticised)) else { return false };
        let named = || {
            let next = clause.units.get(accuser.end);
            next.is_some_and(|next| next.phrase().is_some() && next.clitics.has(Clitics::LI))
        };
        clause.own_land_behind(sought.at, accuser.end, Some(accuser)).is_some() || named()
    }

    /// تحرير مدينة تكريت, نفت قصف مواقع في سوريا: whose the thing is that a noun of force, sanction or aid has as its object.
    fn thing_of_deed(&self, sought: &Sought) -> Option<Parties> {
        let at = sought.at;
        let bare = matches!(sought.shape, Shape::Noun { definite: false, owner: None });
        let found = (bare && sought.is_object() && self.clause.is_deed(at))
            .then(|| self.clause.owner_of_thing(at + 1, 1))
            .flatten();
        found.filter(|found| self.clause.can_meet(at, at + 1, found.end))
    }

    /// Returns whether what completes an English noun of blame is its object by the row: its "of", and no possessor.
    fn is_of_object(&self, at: usize, trigger: &Trigger) -> bool {
        let of = self.clause.knowledge.lexicon.preposition_id("of");
        self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Criticised)
            && trigger.object.iter().any(|slot| matches!(slot, Slot::Prep(id) if Some(*id) == of))
            && self.clause.genitive(at).end > at + 1
    }

    /// "a discussion of Syria": what is talked about, where it stands behind "of".
    fn is_of_topic(&self, at: usize) -> bool {
        self.reader.lang == Lang::En
            && self.begins_listed(WordList::Debates, at)
            && self.clause.genitive(at).end > at + 1
    }

    /// One past whose deed a noun is, by its genitive or its suffix.
    fn owner_end(&self, at: usize, slot: Slot) -> usize {
        let genitive = if slot == Slot::Genitive { self.clause.genitive(at) } else { Parties::default() };
        genitive.end.max(at + 1)
    }

    /// حمله مسؤولية الهجوم على: a deed that somebody answers for is not of who says so.
    fn is_blamed_for(&self, at: usize, trigger: &Trigger) -> bool {
        let deed = matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::Attacked));
        deed && at > 0 && self.clause.units[at].is_definite_noun() && self.clause.units[at - 1].is(Class::Burden)
    }
}
