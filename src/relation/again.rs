//! When a meeting was that one sentence tells, and another takes up without its parties: التقى كيري لافروف. وقال خلال اللقاء الذي عقد أمس, "The
//! meeting took place on Sunday".

use jiff::civil::Date;

use super::build::Relation;
use super::clause::Clause;
use super::dating;
use super::moment::Moment;
use super::status::status;
use super::unit::{Kind, Unit};
use super::when::Times;
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Slot, Status};
use crate::mention::PhraseKind;
use crate::text::Tokens;

/// How many sentences may lie between the two.
const NEAR: usize = 4;

/// A meeting that a sentence names without its parties, and when it was.
#[derive(Clone, Copy, Debug)]
pub(super) struct Again {
    sentence: usize,
    when: Moment,
    called: bool,
}

impl Again {
    /// Gives the day that a sentence tells of "the meeting" to the one that was told right before, if that has none; what no meeting
    /// before can be is returned.
    pub(super) fn of(
        relations: &mut [Relation],
        number: usize,
        clause: &Clause<'_>,
        times: &Times,
        today: Option<Date>,
    ) -> Option<Again> {
        if times.dates.is_empty() {
            return None;
        }
        let nouns = (0..clause.units.len()).filter(|&at| is_named_again(clause, at));
        let told = |noun| {
            let called = clause.tells(noun, |told| told == Predicate::Called);
            let predicate = if called { Predicate::Called } else { Predicate::Met };
            let status = status(clause, noun, predicate);
            let when = when_it_was(clause, times, today, noun, predicate, status)?;
            (status == Status::Happened).then_some(Again { sentence: number, when, called })
        };
        let again = nouns.filter_map(told).next()?;
        let from = relations.partition_point(|relation| relation.sentence + NEAR < number);
        // تحدث مع نظيره: by what channel is open, so that only what stands right before was a meeting.
        let open = |relation: &Relation| relation.predicate == Predicate::TalkedWith && relation.sentence + 1 < number;
        let like = |relation: &Relation| is_like(relation, again.called) && !open(relation);
        let Some(last) = relations[from..].iter().rev().find(|relation| like(relation)).map(|r| r.sentence) else {
            return Some(again);
        };
        let meant = |relation: &&mut Relation| relation.sentence == last && like(relation);
        if relations[from..].iter_mut().filter(meant).all(|relation| relation.when.is_none()) {
            for relation in relations[from..].iter_mut().filter(meant) {
                relation.when = Some(again.when);
                if let Some(trace) = clause.trace {
                    trace.dated_later(relation);
                }
            }
        }
        None
    }

    /// ويأتي ذلك بعد اجتماع فلان مع فلان: the meeting whose day was told before is that one.
    pub(super) fn lend(self, found: &mut [Relation], number: usize, clause: &Clause<'_>) {
        let verb = clause.units.iter().position(|unit| unit.kind == Kind::Verb);
        let background = verb
            .and_then(|verb| clause.units.get(verb + 1))
            .is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Aforesaid));
        if clause.lang == Lang::En || !background || !clause.times.dates.is_empty() || number > self.sentence + NEAR {
            return;
        }
        for relation in found.iter_mut().filter(|r| r.when.is_none() && is_like(r, self.called)) {
            relation.when = Some(self.when);
        }
    }
}

/// جاء ذلك في لقاء على هامش القمة, جاء ذلك خلال اتصال هاتفي: gives the talks that the sentence before told the way of a meeting or call that the
/// sentence at `number` tells without anybody's name.
pub(super) fn tell_channel(relations: &mut [Relation], number: usize, clause: &Clause<'_>, tokens: &Tokens) {
    let Some(channel) = channel_of_aforesaid(clause) else {
        return tell_channel_again(relations, number, clause, tokens);
    };
    let from = relations.partition_point(|relation| relation.sentence + 1 < number);
    for relation in &mut relations[from..] {
        if relation.predicate == Predicate::TalkedWith
            && relation.status == Status::Happened
            && !relation.telling.earlier
        {
            relation.predicate = channel;
            relation.either |= channel == Predicate::Called;
        }
    }
}

/// بحث فلان مع فلان الوضع. وأضاف أن اللقاء تناول, وقال خلال الاتصال الهاتفي: gives the talks of two people, the last contact that was told, the way
/// that the sentence at `number` takes for known.
fn tell_channel_again(relations: &mut [Relation], number: usize, clause: &Clause<'_>, tokens: &Tokens) {
    const REACH: usize = 2;
    let Some((a, b)) = clause.memory.pair else { return };
    if !clause.is_human(&a) || !clause.is_human(&b) {
        return;
    }
    let from = relations.partition_point(|relation| relation.sentence + REACH < number);
    // "The president updated the king" is what was said there.
    let contact = |relation: &&Relation| {
        relation.predicate.family() == Family::Contact && relation.predicate != Predicate::Briefed
    };
    let Some(last) = relations[from..].iter().rev().find(contact).map(|relation| relation.sentence) else { return };
    let pair = |relation: &Relation| {
        let ends = [relation.subject, relation.object];
        ends.contains(&a.referent) && ends.contains(&b.referent)
    };
    let talks = |relation: &Relation| {
        relation.predicate == Predicate::TalkedWith
            && relation.status == Status::Happened
            && !relation.telling.earlier
            && pair(relation)
    };
    let told = |relation: &&Relation| relation.sentence == last && contact(relation);
    if !relations[from..].iter().filter(told).all(talks) {
        return;
    }
    // كيري يلتقي فلانا. السيسي يبحث مع كيري. وجرى اللقاء: it may be another meeting that the text has told.
    let another = |relation: &Relation| {
        let meeting = matches!(relation.predicate, Predicate::Met | Predicate::Hosted | Predicate::Called);
        meeting && relation.status == Status::Happened && !pair(relation)
    };
    if relations.iter().any(another) {
        return;
    }
    let named = |at: usize| match clause.lang {
        Lang::Ar => channel_named_again(clause, at),
        Lang::En => channel_named_again_en(clause, tokens, at),
    };
    let Some(channel) = (0..clause.units.len()).find_map(named) else { return };
    for relation in relations[from..].iter_mut().filter(|relation| relation.sentence == last && talks(relation)) {
        relation.predicate = channel;
        relation.either |= channel == Predicate::Called;
    }
}

/// اللقاء, الاجتماع, الاتصال الهاتفي: by what a noun takes for known that two people spoke; المقابلة may be an interview.
fn channel_named_again(clause: &Clause<'_>, at: usize) -> Option<Predicate> {
    let nationalities = |form: &Form| {
        let trigger = clause.knowledge.lexicon.trigger(form.trigger);
        trigger.predicate == Some(Predicate::Met) && trigger.subject == [Slot::Adjective]
    };
    let unit = clause.units.get(at).filter(|unit| unit.kind == Kind::Noun)?;
    let called = clause.tells(at, |told| told == Predicate::Called);
    if !called && !unit.forms.iter().any(nationalities) {
        return None;
    }
    // اللقاء التشاوري, الاجتماع الوزاري: an adjective makes it another.
    let adjective = |next: &Unit| next.phrase().is_some() || next.kind == Kind::Word && clause.shapes[at + 1].article;
    let plain = !clause.units.get(at + 1).is_some_and(adjective);
    let plain = plain && is_named_again(clause, at) || is_subject_again(clause, at);
    let channel = if called { Predicate::Called } else { Predicate::Met };
    (plain && status(clause, at, channel) == Status::Happened).then_some(channel)
}

/// "confirmed the call", "during the meeting": the same of an English noun behind its article.
fn channel_named_again_en(clause: &Clause<'_>, tokens: &Tokens, at: usize) -> Option<Predicate> {
    let start = clause.units[at].start;
    let article = start > 0 && clause.units[at].kind == Kind::Noun && tokens.form(&tokens.tokens[start - 1]) == b"the";
    // "made the call from his office": behind such a verb where it was says nothing of whose it is.
    let made = at > 0
        && clause.units[at - 1].kind == Kind::Verb
        && clause.units[at - 1].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.light);
    let there = made
        && at + 1 < clause.units.len()
        && ["in", "from", "at", "on"].iter().any(|word| clause.is_preposition_of(at + 1, word));
    if !article || !(is_named_again(clause, at) || there && clause.tells(at, |told| told == Predicate::Called)) {
        return None;
    }
    // "The meeting was attended by": another may be meant than that at which they spoke.
    let during = at > 0 && (clause.units[at - 1].is_preposition() || clause.units[at - 1].is(Class::Circumstance));
    let tells = |predicate: &Predicate| clause.tells(at, |told| told == *predicate);
    let channel = [Predicate::Called, Predicate::Met].into_iter().find(tells)?;
    let channel = Some(channel).filter(|&channel| during || channel == Predicate::Called)?;
    (status(clause, at, channel) == Status::Happened).then_some(channel)
}

/// تناول اللقاء الوضع, حضر اللقاء سفير فلان: whether a definite noun stands right behind a verb, with no parties of its own.
fn is_subject_again(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    let verb = at.checked_sub(1).is_some_and(|verb| clause.units[verb].kind == Kind::Verb);
    let unit = &clause.units[at];
    if !verb || !unit.is_definite_noun() || unit.owner().is_some() || unit.clitics.has_preposition() {
        return false;
    }
    let parties = |class: Class| {
        ["مع", "بين"].iter().any(|word| {
            let id = clause.knowledge.lexicon.preposition_id(word);
            matches!(class, Class::Prep(own) | Class::PrepPronoun(own) if Some(own) == id)
        })
    };
    let own = |unit: &Unit| unit.phrase().is_none() && unit.has(parties) || unit.is(Class::Relative);
    let adjective = clause.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
    !adjective && !clause.units[at + 1..].iter().take(WORDS).take_while(|unit| !unit.is_mark()).any(own)
}

/// By what the sentence says that what was told before it came about, where it names nobody.
fn channel_of_aforesaid(clause: &Clause<'_>) -> Option<Predicate> {
    const WORDS: usize = 2;
    let units = clause.units;
    let verb = units.iter().position(|unit| unit.kind == Kind::Verb).filter(|_| clause.lang == Lang::Ar)?;
    let came = clause.tells(verb, |told| told == Predicate::Visited) && units.get(verb + 1)?.is(Class::Aforesaid);
    let noun = (verb + 2..units.len().min(verb + 3 + WORDS)).find(|&at| units[at].kind == Kind::Noun)?;
    let during =
        units[verb + 2].phrase().is_none() && (clause.is_in(verb + 2) || units[verb + 2].is(Class::Circumstance));
    let open = !units[noun].is_definite_noun() && units[noun].owner().is_none();
    let somebody = |unit: &Unit| {
        let person = |index: usize| clause.phrases[index].kind != PhraseKind::Place;
        unit.phrase().is_some_and(person) || unit.pronoun.is_some() || unit.kind == Kind::Verb
    };
    let nobody = !units[noun + 1..].iter().take_while(|unit| !unit.is_mark()).any(somebody);
    if !(came && during && open && nobody) || units[verb + 2].has(|c| matches!(c, Class::After | Class::Ahead)) {
        return None;
    }
    let tells = |predicate| clause.tells(noun, |told| told == predicate);
    [Predicate::Called, Predicate::Met].into_iter().find(|&predicate| tells(predicate))
}

/// Returns whether a relation may be the meeting, or the call, that is named again.
/// بحث لافروف مع كيري هاتفيا الوضع. وأشارت الوزارة إلى أن الاتصال جرى بمبادرة من الجانب الأمريكي: turns a call that was told before the way that the
/// sentence at `number` says of "the call".
pub(super) fn tell_initiator(relations: &mut [Relation], number: usize, clause: &Clause<'_>) {
    let units = clause.units;
    if clause.lang != Lang::Ar || relations.is_empty() {
        return;
    }
    let from = relations.partition_point(|relation| relation.sentence + NEAR < number);
    let told = |relation: &Relation| {
        relation.predicate == Predicate::Called && relation.status == Status::Happened && !relation.telling.earlier
    };
    let Some(last) = relations[from..].iter().rev().find(|relation| told(relation)) else { return };
    let pair = [last.subject, last.object];
    let wish = |unit: &Unit| unit.phrase().is_none() && unit.kind != Kind::Verb && unit.is(Class::Initiative);
    let Some(word) = units.iter().position(wish) else { return };
    let call = |at: &usize| {
        units[*at].kind == Kind::Noun
            && units[*at].is_definite_noun()
            && clause.tells(*at, |told| told == Predicate::Called)
    };
    let Some(call) = (0..word).rev().find(call) else { return };
    let next = word + 1 + usize::from(units.get(word + 1).is_some_and(|unit| clause.is_from(unit)));
    if next >= units.len() || !clause.bare_party(next) || units[call..word].iter().any(|unit| unit.phrase().is_some()) {
        return;
    }
    let [party] = clause.list(next).list[..] else { return };
    // بطلب من واشنطن: a capital by its country.
    let side = if party.kind == PhraseKind::Place { clause.country_of(party.referent) } else { Some(party.referent) };
    let is = |end| end == party.referent || side.is_some() && clause.country_of(end) == side;
    if is(pair[0]) == is(pair[1]) {
        return;
    }
    for relation in relations.iter_mut().filter(|relation| told(relation)) {
        if !pair.contains(&relation.subject) || !pair.contains(&relation.object) {
            continue;
        }
        if is(relation.object) {
            if let Some(trace) = clause.trace {
                trace.turned(relation);
            }
            std::mem::swap(&mut relation.subject, &mut relation.object);
            std::mem::swap(&mut relation.subject_span, &mut relation.object_span);
        }
        relation.either = false;
    }
}

fn is_like(relation: &Relation, called: bool) -> bool {
    use Predicate::{Called, Hosted, Met, NegotiatedWith, TalkedWith};
    relation.status == Status::Happened
        && !relation.telling.earlier
        && match relation.predicate {
            Called => called,
            Met | Hosted | TalkedWith | NegotiatedWith => !called,
            _ => false,
        }
}

/// اللقاء, الاجتماع, "the meeting": whether a noun names a meeting that was told before, with no parties of its own.
fn is_named_again(clause: &Clause<'_>, at: usize) -> bool {
    const WORDS: usize = 2;
    let unit = &clause.units[at];
    if unit.kind != Kind::Noun {
        return false;
    }
    let contact = |told| matches!(told, Predicate::Met | Predicate::Called | Predicate::TalkedWith);
    let definite = match clause.lang {
        Lang::Ar => unit.is_definite_noun() && unit.owner().is_none(),
        Lang::En => unit.determined,
    };
    let own = |unit: &Unit| unit.phrase().is_some() || unit.is(Class::First);
    // المحادثات التي أجرياها: who held it is told.
    let relative = |at: usize| clause.units.get(at).is_some_and(|unit| unit.is(Class::Relative));
    let held = || {
        (at + 1..=at + 2).find(|&next| relative(next)).is_some_and(|relative| {
            let verb = clause.units.get(relative + 1).and_then(Unit::verb);
            verb.is_some_and(|(.., object)| object.is_some())
        })
    };
    definite
        && clause.tells(at, contact)
        && !held()
        && !clause.units[at + 1..].iter().take(WORDS).take_while(|unit| !unit.is_mark()).any(own)
}

/// On which day a meeting was that is named again: its own, or that of what was said at its end or within it.
fn when_it_was(
    clause: &Clause<'_>,
    times: &Times,
    today: Option<Date>,
    noun: usize,
    predicate: Predicate,
    status: Status,
) -> Option<Moment> {
    let past = |when: &Moment| when.as_day().is_some() && today.is_none_or(|today| when.last <= today);
    let own = dating::moment(clause, times, today, noun, predicate, status).filter(past);
    own.or_else(|| {
        let verb = (0..noun)
            .rev()
            .take_while(|&at| !clause.units[at].is_stop())
            .find(|&at| clause.units[at].kind == Kind::Verb)
            .filter(|_| dating::is_aside(clause, noun))?;
        dating::moment(clause, times, today, verb, predicate, Status::Happened).filter(past)
    })
}
