//! Refusals of what a sentence tells was asked (وهو ما رفضته أرمينيا), contacts that somebody refuses, and whom somebody asks or threatens whom
//! a parenthesis has him speak to.

use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Slot, Status, WordList};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    /// رفض مرسي المساس بسيادة سوريا, رفضت أي اعتداء على لبنان, رفض التدخل في شؤون اليمن: whether what somebody refuses at a unit is harm that
    /// is done to others, and nobody's whom the words beside it name.
    pub(super) fn rejects_harm(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        if self.lang == Lang::En || !self.tells(at, |told| told == Predicate::Rejected) {
            return false;
        }
        let own = self.subjects.get(at).and_then(Option::as_ref).filter(|own| !own.carried);
        let from = own.map_or(at + 1, |own| own.end.max(at + 1));
        let aside = |unit: &Unit| match unit.phrase() {
            Some(_) => unit.clitics == Clitics::NONE && self.units[at].kind == Kind::Noun,
            None => {
                unit.has(|class| matches!(class, Class::OwnLand | Class::Each | Class::Skip))
                    || unit.kind == Kind::Function
                        && unit.forms.is_empty()
                        && !unit.is_preposition()
                        && !unit.is(Class::Harm)
            }
        };
        let end = self.units.len().min(from + WORDS);
        let Some(deed) = (from..end).find(|&i| !aside(&self.units[i])) else { return false };
        let unit = &self.units[deed];
        let meddles = unit.is(Class::Acting) && unit.is(Class::Wrong);
        let force = |told| matches!(told, Predicate::Attacked | Predicate::Seized);
        let harm = unit.phrase().is_none()
            && unit.clitics == Clitics::NONE
            && !matches!(unit.kind, Kind::Verb | Kind::Mark(_))
            && (unit.is(Class::Harm) || meddles || unit.kind == Kind::Noun && self.tells(deed, force));
        // التدخل في شؤون
        let affairs = unit.kind == Kind::Noun
            && unit.end > unit.start + 2
            && self.tells(deed, |told| told == Predicate::Criticised);
        let adjective = |i: &usize| self.units[*i].kind == Kind::Word && self.shapes[*i].article;
        let next = (deed + 1..self.units.len()).find(|i| !adjective(i));
        let done_to = next.is_some_and(|next| self.units[next].is_preposition() || self.has_bi(next));
        harm && done_to || affairs
    }

    /// رفض فلان استبعاد لقاء: whether the word of ruling out at a unit is what somebody refuses to do.
    pub(super) fn is_exclusion_rejected(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        (at.saturating_sub(WORDS)..at).any(|before| self.rejects_exclusion(before))
    }

    /// رفض استبعاد التسليح, رافضا استبعاد: whether what somebody refuses at a unit is to rule something out, so that it may be.
    pub(super) fn rejects_exclusion(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        let refuses = self.lang == Lang::Ar
            && matches!(self.units[at].kind, Kind::Verb | Kind::Participle)
            && self.tells(at, |told| told == Predicate::Rejected);
        let excludes = |next: &&Unit| {
            next.clitics == Clitics::NONE && next.phrase().is_none() && next.is(Class::Denied) && next.is(Class::Harm)
        };
        refuses
            && self.units[at + 1..].iter().take(WORDS).take_while(|next| !next.is_mark()).any(|next| excludes(&next))
    }
}

impl Sentence<'_> {
    /// طالبت باكو يريفان بالانسحاب، وهو ما رفضته أرمينيا; لكنها ترفض ذلك: who refuses what the sentence tells was demanded of him.
    pub(super) fn refusals(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        let units = self.clause.units;
        if self.reader.lang == Lang::En {
            return self.refused_contacts(out);
        }
        for at in 0..units.len() {
            let verb = units[at].kind == Kind::Verb && self.clause.tells(at, |p| p == Predicate::Rejected);
            let Some(subject) = self.clause.subjects[at].as_ref().filter(|found| verb && !found.is_empty()) else {
                continue;
            };
            let suffix = units[at].verb().is_some_and(|(.., object)| object.is_some());
            // الأمر الذي رفضته, وهو ما رفضته
            let named =
                |i: usize| units[i].phrase().is_some_and(|p| self.clause.phrases[p].kind != PhraseKind::Pronoun);
            let opens = at > 0 && units[at - 1].is(Class::Relative)
                || at > 1 && units[at - 1].kind == Kind::Word && units[at - 2].phrase().is_some();
            let what = suffix && opens && !(at > 1 && named(at - 2));
            // ورفضت الطلب: the demand told before.
            let next = if subject.carried { at + 1 } else { subject.end.max(at + 1) };
            let this = usize::from(units.get(next).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Near)));
            let demand = self.names_the_demand(next + this);
            let that = units.get(next).is_some_and(|unit| unit.is(Class::Aforesaid)) || demand;
            // لكن أنقرة رفضت: with nothing behind it, what was asked of it just before.
            let behind_relative = at > 0 && units[at - 1].is(Class::Relative);
            let alone = !suffix && !behind_relative && units.get(subject.end.max(at + 1)).is_none_or(Unit::is_stop);
            if !(what || that || alone) || self.is_negated(at) {
                continue;
            }
            let home = |referent| self.reader.country_of(referent).map(Referent::Known);
            let same = |a: Referent, b: Referent| a == b || home(a) == Some(b) || home(b) == Some(a);
            let refuses = |whom: Referent| subject.list.iter().any(|party| same(party.referent, whom));
            let demand = out.iter().rev().find(|told| {
                told.sentence == self.number && told.predicate == Predicate::DemandedOf && refuses(told.object)
            });
            // طالب العراق تركيا بسحب قواتها. ورفضت أنقرة ذلك
            let before = || {
                let alike = &self.clause.memory.alike;
                let asked =
                    |told: &&(Predicate, Party, Party)| told.0 == Predicate::DemandedOf && refuses(told.2.referent);
                alike.iter().rev().find(asked).filter(|_| that || alone).map(|told| told.1)
            };
            let asker = demand.map(|demand| Party {
                referent: demand.subject,
                span: demand.subject_span,
                kind: PhraseKind::Country,
                gender: None,
            });
            let object = match asker.or_else(before) {
                Some(asker) => asker,
                // دعا حمد بن جاسم إلى إرسال قوات، وهو ما رفضته دمشق: whose proposal it is.
                None => match self.clause.actor_before(at).filter(|_| what && !subject.carried && self.sums_up(at)) {
                    Some((_, actor)) if actor.list.len() == 1 && self.clause.are_apart(&subject.list, &actor.list) => {
                        actor.list[0]
                    }
                    _ => continue,
                },
            };
            let refused = self.untriggered(at, Predicate::Rejected, Status::Happened, (subject.list[0], object), SURE);
            let known = |told: &Relation| {
                told.sentence == self.number
                    && (told.subject, told.predicate, told.object)
                        == (refused.subject, refused.predicate, refused.object)
            };
            if !out.iter().any(known) {
                out.push(refused);
            }
        }
        self.asked_in_contact(out);
        self.refused_contacts(out);
    }

    /// الطلب, المطالب: whether a definite noun of demanding stands at a unit, and nothing says whose it is.
    fn names_the_demand(&self, at: usize) -> bool {
        let clause = self.clause;
        let noun = clause.units.get(at).filter(|unit| unit.kind == Kind::Noun && unit.is_definite_noun());
        let owned = |next: &Unit| next.phrase().is_some() || next.is(Class::Relative);
        noun.is_some_and(|noun| noun.owner().is_none())
            && clause.tells(at, |told| told == Predicate::DemandedOf)
            && !clause.units.get(at + 1).is_some_and(owned)
    }

    /// طالب كيري، في اتصال هاتفي مع نتنياهو، بوقف الاستيطان; هدد أوباما، خلال اجتماع مع نتنياهو، بوقف المساعدات: of whom somebody demands, or whom he
    /// threatens, whom the parenthesis has him speak to.
    fn asked_in_contact(&self, out: &mut Vec<Relation>) {
        const REACH: usize = 20;
        const SURE: f64 = 0.72;
        let units = self.clause.units;
        let start = |at: usize| self.tokens.span_after(&self.tokens.tokens[units[at].start], units[at].skip).start;
        let here = |told: &&Relation| told.sentence == self.number;
        let spoken = |told: &Relation| {
            told.predicate.family() == Family::Contact
                && told.predicate != Predicate::Visited
                && told.status == Status::Happened
        };
        if !out.iter().rev().take_while(here).any(spoken) {
            return;
        }
        for at in (0..units.len()).filter(|&at| units[at].kind == Kind::Verb && !self.is_negated(at)) {
            let asks = units[at].forms.iter().find_map(|form| {
                let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
                let direct = trigger.object.contains(&Slot::Object);
                trigger.predicate.filter(|told| direct && matches!(told, Predicate::DemandedOf | Predicate::Threatened))
            });
            let subject = self.clause.subjects[at].as_ref().filter(|found| !found.carried && !found.is_empty());
            let (Some(predicate), Some(subject)) = (asks, subject) else { continue };
            let told = |told: &Relation| told.sentence == self.number && told.trigger.start == start(at);
            // هدد فلان، في اجتماع مع فلان، بأن
            let with = |at: usize| {
                let shape = &self.clause.shapes[at];
                shape.opens_content || shape.preposition == Some(Clitics::BI) || units[at].clitics.has(Clitics::BI)
            };
            let asked = |at: usize| units[at].phrase().is_none() && with(at) && units[at - 1].is_comma();
            let wish = (subject.end.max(at + 1)..units.len().min(at + REACH))
                .take_while(|&next| !units[next].is_stop() && units[next].kind != Kind::Verb)
                .find(|&next| asked(next));
            let Some(wish) = wish.filter(|_| !out.iter().any(told)) else { continue };
            // Of whom one meets one does not always demand what one demands.
            let directed = |told: &Relation| {
                predicate == Predicate::Threatened || matches!(told.predicate, Predicate::Called | Predicate::WroteTo)
            };
            for &who in &subject.list {
                let contact = out.iter().find(|told| {
                    told.sentence == self.number
                        && spoken(told)
                        && directed(told)
                        && (start(at)..start(wish)).contains(&told.trigger.start)
                        && told.subject == who.referent
                });
                let Some(contact) = contact else { continue };
                let (referent, span) = (contact.object, contact.object_span);
                let object = Party { referent, span, kind: PhraseKind::Country, gender: None };
                out.push(self.untriggered(at, predicate, Status::Happened, (who, object), SURE));
            }
        }
    }

    /// رفضت حماس لقاء كيري, رفضه الحوار مع إيران, رافضا استقبال الوفد, "refused to meet Abbas", "rejected talks with Hamas": who
    /// refuses a contact with another refuses him.
    fn refused_contacts(&self, out: &mut Vec<Relation>) {
        const REACH: usize = 10;
        let contact =
            |told: &Relation| told.predicate.family() == Family::Contact && told.predicate != Predicate::Visited;
        // رفضت حماس مواصلة المفاوضات: what has been, and is to go on.
        let goes_on = |noun: usize| {
            let before = noun.checked_sub(1).map(|before| &self.clause.units[before]);
            self.reader.lang == Lang::Ar
                && before.is_some_and(|unit| unit.is(Class::Ending) && !unit.is(Class::Halting))
        };
        let talks = |told: &Relation| matches!(told.predicate, Predicate::NegotiatedWith | Predicate::TalkedWith);
        let refused = |told: &Relation| {
            contact(told) && (told.status == Status::Denied || told.status == Status::Happened && talks(told))
        };
        if !out.iter().rev().take_while(|told| told.sentence == self.number).any(refused) {
            return;
        }
        let units = self.clause.units;
        let start = |at: usize| self.tokens.span_after(&self.tokens.tokens[units[at].start], units[at].skip).start;
        for at in 0..units.len() {
            let heads = matches!(units[at].kind, Kind::Verb | Kind::Noun | Kind::Participle)
                && self.clause.tells(at, |p| p == Predicate::Rejected)
                || self.stays_away(at)
                || self.declines(at);
            if !heads || self.is_negated(at) || self.clause.rejects_exclusion(at) {
                continue;
            }
            let contact = (at + 1..units.len().min(at + REACH))
                .take_while(|&next| !self.clause.limit(next) || next == at + 1 && self.declines(at))
                .filter(|&next| units[next].kind == Kind::Noun || next == at + 1 && units[next].kind == Kind::Verb)
                .find_map(|noun| {
                    out.iter().find(|told| {
                        told.sentence == self.number
                            && told.trigger.start == start(noun)
                            && refused(told)
                            && (told.status == Status::Denied || goes_on(noun))
                    })
                });
            let Some(contact) = contact else { continue };
            let by = |party: &Party| party.referent == contact.subject;
            let subject = self.clause.subjects[at].as_ref().filter(|_| units[at].kind == Kind::Verb);
            if subject.is_some_and(|found| !found.list.iter().any(by)) {
                continue;
            }
            let party = |referent, span| Party { referent, span, kind: PhraseKind::Country, gender: None };
            let parties = (party(contact.subject, contact.subject_span), party(contact.object, contact.object_span));
            let refused =
                self.untriggered(at, Predicate::Rejected, Status::Happened, parties, contact.confidence.min(0.75));
            out.push(refused);
        }
    }

    /// وهو ما رفضته, وهو الطلب الذي رفضه, الأمر الذي رفضته: whether the relative clause of a verb of refusing is about all that was said; but
    /// القارب الذي اعترضته.
    fn sums_up(&self, at: usize) -> bool {
        let units = self.clause.units;
        let pronoun = |i: usize| {
            self.clause.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun)
                && units[i].clitics.has_conjunction()
        };
        let refuses = |form: &Form| {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate == Some(Predicate::Rejected) && !trigger.flags.negated
        };
        let opens = at > 2 && units[at - 3].is_comma() && units[at - 2].kind != Kind::Verb;
        units[at].forms.iter().any(refuses) && (opens || (at.saturating_sub(3)..at).any(pronoun))
    }

    /// "refused to meet", "ruled out talks with", and not "denied that he met": whether a word says that somebody will not do it.
    fn declines(&self, at: usize) -> bool {
        let unit = &self.clause.units[at];
        unit.kind == Kind::Function && unit.is(Class::Denied) && self.is_listed(WordList::Declines, unit.start)
    }
}
