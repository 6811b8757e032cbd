//! What a negation says of a head: whether it denies the head or another word, what is not left undone, and what is only rumoured and denied.

use super::clause::Clause;
use super::governing::{Says, Search, word_status};
use super::inherited::negates;
use super::status::tells;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, PrepId, Sense, Status};

impl Search<'_> {
    /// لم يتردد في انتقاد, لا يخفي دعمه: what somebody does not leave undone he does.
    pub(super) fn by_omission(&self) -> Option<Says> {
        let status = not_omitted(self.clause, self.word)?;
        let says = self.is(status);
        Some(if status == Status::Happened { Says::Nothing } else { says })
    }

    /// لم, لن, لا right before the verb; "not" among its auxiliaries.
    pub(super) fn by_negation(&self) -> Option<Says> {
        if !negates(self.clause, self.word) {
            return None;
        }
        if self.is_of_adjective() {
            return Some(Says::GoesOn);
        }
        if !self.is_near_negation() {
            return None;
        }
        if self.is_outcome() {
            return Some(Says::Nothing);
        }
        if is_journey_meanwhile(self.clause, self.word, self.at) {
            return Some(self.journey_meanwhile());
        }
        Some(self.is(Status::Denied))
    }

    /// مفاوضات غير مباشرة بوساطة مصر: "un-" is of the next word only; but دون إجراء محادثات مع: over the noun that says no more than that what
    /// stands behind it is done.
    fn is_of_adjective(&self) -> bool {
        let clause = self.clause;
        self.is_arabic()
            && self.distance > 0
            && self.unit().has(|class| matches!(class, Class::Prep(_)))
            && !clause.units[self.word + 1..self.at].iter().all(|unit| is_light_noun(clause, unit))
    }

    /// Whether nothing but words that say no more than that it is done stands between a negation and the head, or the negated verb governs it.
    fn is_near_negation(&self) -> bool {
        let clause = self.clause;
        let between = &clause.units[self.word + 1..self.at];
        let passes = |unit: &Unit| {
            unit.kind == Kind::Function
                || is_light_noun(clause, unit)
                || unit.phrase().is_none() && unit.is(Class::Existing)
                || self.is_attendance(unit)
        };
        let verb = || clause.units.get(self.word + 1).is_some_and(|next| next.kind == Kind::Verb);
        self.distance == 0 || between.iter().all(passes) || self.governor.is_some() && verb()
    }

    /// عدم حضور اجتماع مع إسرائيل: whether a word says that one takes part in what the head tells; but عدم المشاركة في اتفاق بين فلان وفلان is not theirs.
    fn is_attendance(&self, unit: &Unit) -> bool {
        const ADJECTIVES: usize = 2;
        let clause = self.clause;
        let behind = self.at + 1..clause.units.len().min(self.at + 2 + ADJECTIVES);
        let between = || behind.into_iter().any(|at| clause.is_preposition_of(at, "بين"));
        self.is_arabic() && unit.phrase().is_none() && unit.is(Class::Attending) && !between()
    }

    /// لم تسفر زيارة كيري عن شيء: whether what came of it is denied, not the visit.
    pub(super) fn is_outcome(&self) -> bool {
        self.governor.is_some_and(|verb| !carries(self.clause, verb)) && !is_any(self.clause, self.at)
    }

    /// "will not meet him during his visit to Moscow": the journey during which something is not done is ahead where that is.
    fn journey_meanwhile(&self) -> Says {
        const NEAR: usize = 2;
        let units = self.clause.units;
        let ahead = |unit: &&Unit| unit.phrase().is_none() && unit.is(Class::Future);
        let next = units[self.word.saturating_sub(NEAR)..self.word].iter().find(ahead);
        match next.filter(|_| !units[self.word..self.at].iter().any(|unit| unit.is(Class::After))) {
            Some(unit) => {
                self.clause.because_of(unit);
                Says::Is(Status::Planned)
            }
            None => Says::Nothing,
        }
    }
}

/// "Nor did Lula criticise", "Never had Israel promised", "At no stage had Israel promised": whether the clause of a verb opens with a negation,
/// with the auxiliary before the subject.
pub(super) fn is_inverted(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 6;
    let units = clause.units;
    if clause.lang != Lang::En || units[at].kind != Kind::Verb {
        return false;
    }
    let auxiliary = |i: usize| units[i].phrase().is_none() && units[i].is(Class::Auxiliary);
    let part =
        |i: usize| units[i].phrase().is_some() || matches!(units[i].kind, Kind::Function | Kind::Word) || auxiliary(i);
    let Some(first) = (at.saturating_sub(WORDS)..at).rev().take_while(|&i| part(i)).find(|&i| auxiliary(i)) else {
        return false;
    };
    let subject = first + 1 < at && clause.bare_party(first + 1);
    let negation = (first.saturating_sub(3)..first)
        .rev()
        // "Not only did Lula"
        .take_while(|&i| units[i].phrase().is_none() && matches!(units[i].kind, Kind::Function | Kind::Word))
        .take_while(|&i| !units[i].is(Class::Skip) || units[i].is(Class::Negation))
        .find(|&i| units[i].is(Class::Negation));
    let opens = |i: usize| {
        i == 0 || units[i - 1].is_mark() || units[i - 1].has(|class| matches!(class, Class::Complement | Class::Conj))
    };
    let found = |i: usize| opens(i) || units[i - 1].is_preposition() && opens(i - 1);
    subject && negation.is_some_and(found)
}

/// لم يتردد في انتقاد, لن يتردد في مهاجمة: what becomes of what stands behind a verb of leaving undone that the negation at a unit negates.
pub(super) fn not_omitted(clause: &Clause<'_>, negation: usize) -> Option<Status> {
    let unit = &clause.units[negation];
    let omits = |next: &Unit| next.kind == Kind::Verb && next.means(&clause.knowledge.lexicon, Sense::Omits);
    let negated = clause.lang == Lang::Ar && unit.is(Class::Negation) && unit.phrase().is_none();
    let found = negated && clause.units.get(negation + 1).is_some_and(omits);
    found.then_some(if unit.is(Class::Never) { Status::Planned } else { Status::Happened })
}

/// "did not meet the king during his visit to London": whether a noun tells the journey during or after which something else, told from
/// `word` on, was not done.
pub(super) fn is_journey_meanwhile(clause: &Clause<'_>, word: usize, at: usize) -> bool {
    let units = clause.units;
    let while_it = |i: &usize| units[*i].phrase().is_none() && units[*i].is(Class::Circumstance);
    if clause.lang != Lang::En || units[at].kind != Kind::Noun || !tells(clause, at, Predicate::Visited) {
        return false;
    }
    // "without any visit to": of a journey whose it is, or of which the text has told.
    let whose = |i: usize| units[i].determined || units[i].possessive || units[i].case == Some(Case::Owner);
    (word + 1..at)
        .rev()
        .take_while(|&i| units[i].kind != Kind::Verb)
        .find(while_it)
        .is_some_and(|opens| (opens + 1..=at).any(whose) && !units[opens + 1..at].iter().any(Unit::is_comma))
}

/// لم يسجل أي لقاء: behind a negation there was none of what "any" stands before.
pub(super) fn is_any(clause: &Clause<'_>, noun: usize) -> bool {
    noun > 0 && clause.units[noun - 1].phrase().is_none() && clause.units[noun - 1].is(Class::Each)
}

/// إجراء, توقيع, فرض: whether a noun says no more than that what stands behind it is done.
pub(super) fn is_light_noun(clause: &Clause<'_>, unit: &Unit) -> bool {
    clause.lang == Lang::Ar
        && unit.phrase().is_none()
        && (unit.has(|class| matches!(class, Class::Holding | Class::Performing))
            || unit.forms.iter().any(|form| {
                let trigger = clause.knowledge.lexicon.trigger(form.trigger);
                trigger.flags.light && trigger.predicate.is_none()
            }))
}

/// Returns whether a verb before a noun says no more than that what it names takes place or is done: تعقد, تجري, تتم, تلقى. Any
/// other verb (تؤثر, تسفر) has a meaning of its own, which is what a negation before it denies.
pub(super) fn carries(clause: &Clause<'_>, verb: usize) -> bool {
    let unit = &clause.units[verb];
    clause.lang == Lang::En
        || unit.has(|class| matches!(class, Class::Done | Class::Holding | Class::Performing | Class::Existing))
        || unit.forms.iter().any(|form| {
            let trigger = clause.knowledge.lexicon.trigger(form.trigger);
            let flags = &trigger.flags;
            flags.light || flags.occurs || flags.event || flags.receives || flags.control || flags.infinitive
        })
}

/// اعتذر فلان عن لقاء كيري, عن عدم حضور لقاء, "pulled out of a summit with": whether a verb says that somebody stays away from the contact that a noun tells; but اعتذر له في اتصال.
pub(super) fn declines(clause: &Clause<'_>, verb: usize, noun: usize) -> bool {
    const WORDS: usize = 3;
    let units = clause.units;
    let unit = &units[verb];
    if unit.kind != Kind::Verb || !unit.means(&clause.knowledge.lexicon, Sense::Declines) {
        return false;
    }
    // "pulled out of a summit with", "withdrew from a meeting with"; but who leaves talks had begun them.
    let english = clause.lang == Lang::En;
    let ahead = |told: Predicate| matches!(told, Predicate::Met | Predicate::Hosted | Predicate::Visited);
    let contact = clause.tells(noun, |told| if english { ahead(told) } else { told.family() == Family::Contact });
    let words: &[&str] = if english { &["of", "from"] } else { &["عن"] };
    let from: Vec<PrepId> = words.iter().filter_map(|word| clause.knowledge.lexicon.preposition_id(word)).collect();
    let away = |i: &usize| from.iter().any(|&id| units[*i].is(Class::Prep(id)));
    let governed = (noun.saturating_sub(WORDS + 1).max(verb + 1)..noun).rev().find(away);
    let words = |i: usize| units[i].phrase().is_none() && !units[i].is_mark() && units[i].kind != Kind::Verb;
    contact && governed.is_some_and(|prep| (prep + 1..noun).all(words))
}

/// ما نشر حول لقاء, الأنباء التي ترددت عن لقاء: whether right behind a verb stands what it is about.
pub(super) fn is_told_of(clause: &Clause<'_>, verb: usize) -> bool {
    // ما نشر في إحدى الصحف عن لقاء: where it was told, before.
    const WORDS: usize = 4;
    let about = ["عن", "حول", "بشأن", "بخصوص"].map(|word| clause.knowledge.lexicon.preposition_id(word));
    let open = |unit: &&Unit| unit.phrase().is_none() && !unit.is_mark() && unit.kind != Kind::Verb;
    let leads = |unit: &Unit| unit.has(|class| matches!(class, Class::Prep(id) if about.contains(&Some(id))));
    clause.units.iter().skip(verb + 1).take(WORDS).take_while(open).any(leads)
}

/// نفى مصدر ما تردد بشأن لقاء: a verb of what was said, which a verb before denies.
pub(super) fn is_rumour(clause: &Clause<'_>, verb: usize) -> bool {
    // نفى رئيس البعثة بالقاهرة السفير فلان صحة ما نقلته
    const REACH: usize = 18;
    let units = clause.units;
    let word = verb.checked_sub(1).is_some_and(|before| matches!(units[before].kind, Kind::Word | Kind::Function));
    // ما نشرته صحيفة, ما تداولته مواقع: with a pronoun that looks back to "what".
    let published = units[verb].verb().is_some_and(|(.., object)| object.is_some());
    let speech = published
        || is_told_of(clause, verb)
        || units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.speech);
    let denies = (verb.saturating_sub(REACH)..verb)
        .rev()
        // نفى السفير فلان، ما تردد
        .take_while(|&before| !units[before].is_stop() && !units[before].is(Class::Complement))
        .find(|&before| units[before].kind == Kind::Verb);
    word && speech && denies.is_some_and(|verb| word_status(clause, &units[verb]) == Some(Status::Denied))
}

/// نفت حماس ما تناقلته الصحف والمواقع الإخبارية حول تلقي مشعل أموالا من قطر: whether a noun tells what a rumour is about that somebody denies, however far
/// before.
pub(super) fn is_of_denied_rumour(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 14;
    let units = clause.units;
    if clause.lang == Lang::En || units[at].kind != Kind::Noun {
        return false;
    }
    let about = ["عن", "حول", "بشأن", "بخصوص"].map(|word| clause.knowledge.lexicon.preposition_id(word));
    let leads = |unit: &Unit| unit.has(|class| matches!(class, Class::Prep(id) if about.contains(&Some(id))));
    let open = |&i: &usize| !units[i].is_mark() && !units[i].is(Class::Complement) && !units[i].is(Class::Relative);
    let mut before = (at.saturating_sub(WORDS)..at).rev().take_while(open);
    before.any(|i| units[i].kind == Kind::Verb && units[i + 1..at].iter().any(leads) && is_rumour(clause, i))
}
