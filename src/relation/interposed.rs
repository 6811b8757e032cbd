//! What parts whoever acts from whom he meets, or a contact from with whom it was, and says nothing of either: التقى لافروف الذي يزور
//! البلاد حاليا كيري, أجرى لافروف مباحثات حول الأزمة مع كيري.
//!
//! That somebody is a guest and who comes along without a name is taken out; what a contact is about is put behind with whom it was.

use super::company::people_end;
use super::unit::{Kind, Unit};
use crate::gazetteer::Number;
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// What is asked of words.
pub(super) struct Asked<'a> {
    /// Whether a unit says by whom somebody is accompanied, or who looks on: يرافقه, برفقة, بحضور.
    pub(super) along: &'a dyn Fn(&Unit) -> bool,
    /// Whether a word tells of a journey.
    pub(super) travels: &'a dyn Fn(&Unit) -> bool,
    /// Whether a unit is من.
    pub(super) from: &'a dyn Fn(&Unit) -> bool,
}

/// How many words may tell that somebody is a guest, or who comes along.
const WORDS: usize = 7;

/// التقى لافروف الذي يزور البلاد حاليا كيري, التقى لافروف، يرافقه عدد من الوزراء، كيري: takes out that somebody is on a visit and who
/// comes along, where nobody is named in it and the clause goes on behind it.
pub(super) fn without_guesthood(units: &mut Vec<Unit>, phrases: &[Phrase], asked: &Asked<'_>) {
    let mut at = 1;
    while at + 1 < units.len() {
        let first = at + usize::from(units[at].is_comma());
        if acts(&units[at - 1], phrases)
            && let Some(end) = guesthood_end(units, phrases, first, asked)
        {
            let closes = units.get(end).is_some_and(Unit::is_comma);
            let next = end + usize::from(closes && first > at);
            // يرافقه عدد من الوزراء وفلان: without commas he may come along, too.
            let joined = units.get(next).is_some_and(|unit| unit.clitics.has_conjunction());
            let parted = first > at || units[first].is(Class::Relative);
            // الذي يقوم بجولة زار خلالها: without commas a verb tells more of the visit.
            let verb = units.get(next).is_some_and(|unit| unit.kind == Kind::Verb);
            let more = first == at && verb && units[first].is(Class::Relative);
            if closes == (first > at) && (parted || !joined) && !more && goes_on(units, phrases, next) {
                units.drain(at..next);
            }
        }
        at += 1;
    }
}

/// Whether a unit is somebody who may act: a person, whoever has an office, or a body.
fn acts(unit: &Unit, phrases: &[Phrase]) -> bool {
    unit.phrase().is_some_and(|index| {
        let phrase = &phrases[index];
        matches!(phrase.kind, PhraseKind::Person | PhraseKind::Counterpart)
            || phrase.kind == PhraseKind::Unknown && phrase.office.is_some()
    })
}

/// Where what tells of the visit or the company of somebody ends that begins at a unit.
fn guesthood_end(units: &[Unit], phrases: &[Phrase], first: usize, asked: &Asked<'_>) -> Option<usize> {
    let unit = units.get(first).filter(|unit| unit.phrase().is_none() && unit.clitics == Clitics::NONE)?;
    if unit.is(Class::Relative) {
        // الذي يقوم بزيارة: the noun may tell it.
        let journey = |unit: &Unit| unit.kind == Kind::Noun && unit.clitics == Clitics::BI && (asked.travels)(unit);
        let visits = |verb: &&Unit| (asked.travels)(verb) || units.get(first + 2).is_some_and(journey);
        let verb = units.get(first + 1).filter(|verb| verb.kind == Kind::Verb && verb.clitics == Clitics::NONE);
        return verb.filter(visits).and_then(|_| visit_end(units, phrases, first + 2, asked));
    }
    (asked.along)(unit).then(|| company_end(units, phrases, first + 1, asked)).flatten()
}

fn is_ground(unit: &Unit, phrases: &[Phrase]) -> bool {
    unit.phrase().is_some_and(|index| matches!(phrases[index].kind, PhraseKind::Place | PhraseKind::Country))
}

/// الذي يزور البلاد حاليا, الذي يقوم بزيارة رسمية للبلاد: where a visit ends whose goal nobody names.
fn visit_end(units: &[Unit], phrases: &[Phrase], from: usize, asked: &Asked<'_>) -> Option<usize> {
    let plain = |unit: &&Unit| {
        unit.phrase().is_none()
            && !unit.clitics.has_conjunction()
            // الذي وصل برفقة فلان: who comes along is nobody the clause goes on with.
            && !(asked.along)(unit)
            && match unit.kind {
                Kind::Noun => (asked.travels)(unit) && unit.owner().is_none(),
                Kind::Word => true,
                Kind::Function => {
                    !unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::PrepPronoun(_)))
                }
                _ => false,
            }
    };
    let mut end = from + units.iter().skip(from).take(WORDS).take_while(plain).count();
    // يزور البلاد مع: the preposition is the clause's.
    while end > from && units[end - 1].is_preposition() {
        end -= 1;
    }
    let named = units.get(end).is_some_and(|unit| is_ground(unit, phrases));
    (end > from && !named).then_some(end)
}

/// يرافقه عدد من الوزراء, برفقة وفد رفيع المستوى: where those end whom nobody names.
fn company_end(units: &[Unit], phrases: &[Phrase], from: usize, asked: &Asked<'_>) -> Option<usize> {
    let unnamed = |unit: &&Unit| {
        unit.clitics == Clitics::NONE
            && match unit.kind {
                Kind::Phrase(index) => {
                    let phrase = &phrases[index];
                    phrase.number == Number::Plural && phrase.referents.is_empty() && !phrase.named
                        || phrase.kind == PhraseKind::Demonym
                }
                Kind::Word => true,
                Kind::Function => {
                    (asked.from)(unit)
                        || !unit.is_preposition()
                            && unit.has(|class| {
                                matches!(
                                    class,
                                    Class::Each
                                        | Class::Agent
                                        | Class::Skip
                                        | Class::Deputation
                                        | Class::SideHead
                                        | Class::TitleAdjective { .. }
                                )
                            })
                }
                _ => unit.delegation,
            }
    };
    let end = from + units.iter().skip(from).take(WORDS).take_while(unnamed).count();
    (end > from).then_some(end)
}

/// Whether a clause goes on at a unit with somebody, with a preposition and somebody, with what is had or with the verb of whoever stands
/// before.
fn goes_on(units: &[Unit], phrases: &[Phrase], next: usize) -> bool {
    let person = |at: usize| {
        units.get(at).and_then(Unit::phrase).is_some_and(|index| {
            let phrase = &phrases[index];
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Counterpart | PhraseKind::Agent)
                || phrase.kind == PhraseKind::Unknown && (phrase.office.is_some() || phrase.named)
        })
    };
    units.get(next).is_some_and(|unit| match unit.kind {
        Kind::Phrase(_) => person(next),
        Kind::Noun => unit.clitics == Clitics::NONE && unit.owner().is_none() && !unit.is_definite_noun(),
        Kind::Function => unit.is_preposition() && person(next + 1),
        Kind::Verb => unit.clitics == Clitics::NONE,
        _ => false,
    })
}

/// What is asked of a contact and of what stands behind it.
pub(super) struct Matter<'a> {
    /// Whether a noun tells of a contact.
    pub(super) contact: &'a dyn Fn(&Unit) -> bool,
    /// Whether a unit opens what a contact is about: حول, بشأن, لبحث.
    pub(super) opens: &'a dyn Fn(&Unit) -> bool,
    /// Whether a verb says what a contact is about, or how long it lasts: تناول, استمر.
    pub(super) tells: &'a dyn Fn(&Unit) -> bool,
    /// Whether the noun takes the preposition of a unit.
    pub(super) takes: &'a dyn Fn(&Unit, &Unit) -> bool,
    /// Whether a word is led by a preposition that it is written with.
    pub(super) led: &'a dyn Fn(&Unit) -> bool,
}

/// أجرى مباحثات حول الأزمة مع كيري: puts what a contact is about behind the people with whom it was, and takes out a clause without a
/// relative that says so, or how long it lasted: عقد اجتماعا استمر ساعتين مع كيري.
pub(super) fn matters_last(units: &mut Vec<Unit>, phrases: &[Phrase], asked: &Matter<'_>) {
    let mut from = 0;
    while let Some(noun) = units.iter().skip(from).position(|unit| (asked.contact)(unit)).map(|at| from + at) {
        from = noun + 1;
        let Some((open, party)) = matter(units, phrases, noun, asked) else { continue };
        let verb = units[open + usize::from(units[open].is_comma())].kind == Kind::Verb;
        let closing = units[party - 1].is_comma();
        let moved: Vec<Unit> = units.drain(open..party).collect();
        let kept = moved.len() - usize::from(closing);
        if !verb {
            let first = open + usize::from(units[open].is_preposition());
            let first = first + usize::from(units.get(first).is_some_and(|unit| unit.is(Class::Each)));
            let end = people_end(units, first);
            units.splice(end..end, moved.into_iter().take(kept));
        }
    }
}

/// Where what a contact is about begins behind its noun, with the comma that opens it, and where the preposition stands, or who has it as a clitic,
/// behind which somebody is named.
fn matter(units: &[Unit], phrases: &[Phrase], noun: usize, asked: &Matter<'_>) -> Option<(usize, usize)> {
    const ADJECTIVES: usize = 3;
    const LONGEST: usize = 12;
    const OWNERS: usize = 4;
    let adjective = |unit: &&Unit| {
        unit.phrase().is_none()
            && unit.clitics == Clitics::NONE
            && (unit.kind == Kind::Word && !(asked.led)(unit)
                || unit.kind == Kind::Function
                    && !unit.is_preposition()
                    && unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_))))
    };
    let words = noun + 1 + units.iter().skip(noun + 1).take(ADJECTIVES).take_while(adjective).count();
    // اتصال أجراه لافروف حول الأزمة مع كيري, لقاء لافروف حول الأزمة مع كيري: who had it stands before it.
    let verb =
        usize::from(units.get(words).is_some_and(|unit| {
            unit.clitics == Clitics::NONE && unit.verb().is_some_and(|(.., object)| object.is_some())
        }));
    let who = |unit: &&Unit| {
        unit.clitics == Clitics::NONE
            && unit.phrase().is_some_and(|index| {
                matches!(phrases[index].kind, PhraseKind::Person | PhraseKind::Unknown | PhraseKind::Demonym)
            })
    };
    let owners = units.iter().skip(words + verb).take(OWNERS).take_while(who).count();
    let open = words + verb + owners;
    let owned = open > words || units[noun].owner().is_some();
    let comma = units.get(open)?.is_comma();
    let first = open + usize::from(comma);
    let opens = units.get(first)?;
    let bare = opens.phrase().is_none() && !opens.clitics.has_conjunction();
    let clause = opens.kind == Kind::Verb && !owned && !units[noun].is_definite_noun() && (asked.tells)(opens);
    if !bare || !(clause || (asked.opens)(opens)) {
        return None;
    }
    let somebody = |at: usize, clitics: Clitics| {
        units.get(at).is_some_and(|unit| {
            unit.clitics == clitics
                && unit
                    .phrase()
                    .is_some_and(|index| matches!(phrases[index].kind, PhraseKind::Person | PhraseKind::Counterpart))
        })
    };
    for at in first + 1..units.len().min(first + LONGEST) {
        let unit = &units[at];
        let each = usize::from(units.get(at + 1).is_some_and(|unit| unit.is(Class::Each)));
        let governed = unit.is_preposition() && somebody(at + 1 + each, Clitics::NONE)
            || unit.clitics == Clitics::BI && somebody(at, Clitics::BI);
        if governed && at > first + 1 && (asked.takes)(&units[noun], unit) {
            return (units[at - 1].is_comma() == comma).then_some((open, at));
        }
        let closing = comma && unit.is_comma() && units.get(at + 1).is_some_and(Unit::is_preposition);
        let ends = match unit.kind {
            Kind::Mark(_) => !closing,
            Kind::Verb => true,
            Kind::Noun => (asked.contact)(unit),
            Kind::Phrase(index) => {
                matches!(phrases[index].kind, PhraseKind::Person | PhraseKind::Counterpart | PhraseKind::Agent)
            }
            _ => unit.has(|class| matches!(class, Class::Relative | Class::Complement)),
        };
        if ends {
            return None;
        }
    }
    None
}
