//! Capitals to which something is said or done: حذر أردوغان موسكو, انتقادات إلى باريس, العقوبات على طهران.

use super::kind::MentionType;
use super::phrase::Referent;
use super::reader::Reader;
use super::scan::Hit;
use crate::dictionary::Kinds;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Form, Item, Predicate, Shape, Slot};
use crate::mention::Payload;
use crate::text::Clitics;

/// How many tokens may stand between a word of stance and the capital behind its preposition or its subject.
const REACH: usize = 7;

/// Returns whether a predicate joins governments and says nothing of places.
fn is_stance(predicate: Predicate) -> bool {
    matches!(
        predicate,
        Predicate::Supported
            | Predicate::Praised
            | Predicate::Promised
            | Predicate::DemandedOf
            | Predicate::Criticised
            | Predicate::Rejected
            | Predicate::Threatened
            | Predicate::Sanctioned
            | Predicate::WroteTo
    )
}

fn is_verb(form: Form) -> bool {
    matches!(form.shape, Shape::Verb { .. })
}

impl Reader<'_> {
    /// Returns whether a capital at a token is whom a word of stance before it is about.
    pub(super) fn is_addressed(&self, at: usize, hit: &Hit) -> bool {
        if hit.clitics.has_conjunction() {
            return false;
        }
        let before = at - 1;
        if self.class(before, Kinds::HEAD, |class| class == Class::PlaceHead).is_some() {
            return false;
        }
        // دعا بوتين إلى موسكو is no demand: behind إلى only a noun tells of a stance.
        let behind = |word: &str| {
            let id = self.knowledge.lexicon.preposition_id(word);
            self.class(before, Kinds::PREPOSITION, |class| matches!(class, Class::Prep(p) if Some(p) == id)).is_some()
        };
        if behind("إلى") {
            // أرسل برقية إلى الرياض: to whom a letter goes, though one sends people to places with the same verb.
            const WORDS: usize = 2;
            let letter = |form: Form, predicate| !is_verb(form) && predicate == Predicate::WroteTo;
            if (before.saturating_sub(WORDS).max(self.range.0)..before).any(|at| self.stance(at, &letter)) {
                return true;
            }
            // عاد وزير الدفاع إلى الرياض is a journey.
            return !(self.range.0..before).any(|at| self.arrives(at))
                && self.stance_before(at, |form, predicate| !is_verb(form) && predicate != Predicate::DemandedOf);
        }
        if hit.clitics.has(Clitics::LI) && self.is_given_by_government(before) {
            return true;
        }
        if hit.clitics.has(Clitics::LI) || behind("على") || behind("ضد") {
            return self.stance_before(at, |_, _| true);
        }
        if hit.clitics != Clitics::NONE {
            return false;
        }
        // عقوبات واشنطن, مطالبا طهران.
        if self.stance(before, &|form, _| !is_verb(form)) {
            return true;
        }
        // حذر أردوغان موسكو: right behind the subject of such a verb.
        let subject = self.mentions.last().is_some_and(|found| found.span.end == self.tokens.tokens[before].span.end);
        subject && self.stance_before(at, |form, _| is_verb(form))
    }

    /// Returns whether a word of stance stands before a token of its clause, with no other word of the lexicon between that
    /// opens a clause.
    fn stance_before(&self, at: usize, wanted: impl Fn(Form, Predicate) -> bool) -> bool {
        for before in (at.saturating_sub(REACH).max(self.range.0)..at).rev() {
            if self.stance(before, &wanted) {
                return true;
            }
            let gap = self.tokens.tokens[before].gap;
            let clause = self.class(before, Kinds::CLAUSE.with(Kinds::CONJUNCTION), |class| {
                matches!(class, Class::Complement | Class::Relative | Class::Conj)
            });
            let other = self.forms(before).any(|form| matches!(form.shape, Shape::Verb { .. }));
            if !gap.is_weak() || clause.is_some() || other && !self.is_named(before) {
                return false;
            }
        }
        false
    }

    /// Returns whether a token is part of a mention.
    pub(super) fn is_named(&self, at: usize) -> bool {
        let span = self.tokens.tokens[at].span;
        self.mentions.iter().rev().take(4).any(|found| found.span.start <= span.start && span.end <= found.span.end)
    }

    fn stance(&self, at: usize, wanted: &impl Fn(Form, Predicate) -> bool) -> bool {
        self.forms(at).any(|form| {
            let predicate = self.knowledge.lexicon.trigger(form.trigger).predicate;
            let informs = || self.informs(form);
            predicate.is_some_and(|predicate| (is_stance(predicate) || informs()) && wanted(form, predicate))
        })
    }

    /// أبلغت إيران واشنطن, إخطار باريس: whether a form tells that whoever stands behind it without a preposition is informed.
    fn informs(&self, form: Form) -> bool {
        let row = self.knowledge.lexicon.trigger(form.trigger);
        let slot = if is_verb(form) { Slot::Object } else { Slot::SecondGenitive };
        row.predicate == Some(Predicate::Briefed) && row.object.contains(&slot)
    }

    /// تقدم واشنطن للقاهرة مساعدات, التي تقدمها السعودية لبيروت: whether another government ends at a token, right behind a verb of giving.
    fn is_given_by_government(&self, last: usize) -> bool {
        let Some(found) = self.mentions.last() else { return false };
        let country = matches!(found.referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Country);
        if !country || found.kind == MentionType::Demonym || found.span.end != self.tokens.tokens[last].span.end {
            return false;
        }
        let first = (self.range.0..=last).rev().find(|&at| self.tokens.tokens[at].span.start <= found.span.start);
        let Some(verb) = first.and_then(|first| first.checked_sub(1)).filter(|&verb| verb >= self.range.0) else {
            return false;
        };
        let row = |form: Form| self.knowledge.lexicon.trigger(form.trigger);
        self.forms(verb).any(|form| is_verb(form) && row(form).flags.light)
            && !self.forms(verb).any(|form| row(form).is_journey())
    }

    pub(super) fn forms(&self, at: usize) -> impl Iterator<Item = Form> {
        let lexicon = &self.knowledge.lexicon;
        let hits = if at < self.range.1 { self.scan.at(at) } else { &[] };
        hits.iter().filter(move |hit| hit.end as usize == at + 1).flat_map(move |hit| {
            self.knowledge.dictionary.payloads(hit.node).filter_map(move |payload| match payload {
                Payload::Lexicon(index) => match lexicon.entry(index).item {
                    Item::Form(form) => Some(form),
                    Item::Class(_) => None,
                },
                _ => None,
            })
        })
    }
}
