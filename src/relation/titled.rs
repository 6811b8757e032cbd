//! A title that names nobody, and behind a comma who that is: رئيس المخابرات اليمنية، مطهر محمد.
//!
//! By itself the title stands for the body, and the comma would end the subject or object. So the name alone stays in the units.
//! So it does behind a title that goes on with words of which the reader knows nothing: رئيس اتحاد منظمي الرحلات الألمان "فلان".

use super::unit::{Kind, Unit};
use crate::gazetteer::Number;
use crate::lexicon::Class;
use crate::mention::{Phrase, PhraseKind, Referent};
use crate::text::Clitics;

/// Takes away titles and the commas behind them, where a bare name follows that bears no title of its own.
pub(super) fn without_titles_before_names(units: &mut Vec<Unit>, phrases: &[Phrase]) {
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let mut at = 0;
    while at + 2 < units.len() {
        let new =
            phrase(&units[at + 2]).is_some_and(|phrase| matches!(phrase.referents.as_slice(), [Referent::New(_)]));
        let title = phrase(&units[at]).is_some_and(|phrase| {
            // Whom nobody lists holds the office whose holder the lists know: that day it was he.
            (phrase.kind == PhraseKind::Unknown || phrase.kind == PhraseKind::Person && new)
                && phrase.office.is_some()
                && !phrase.named
                && phrase.number == Number::Singular
                && !phrase.clitics.has_preposition()
        });
        let name = phrase(&units[at + 2]).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Person
                && phrase.named
                && phrase.office.is_none()
                && phrase.number == Number::Singular
                && phrase.clitics == Clitics::NONE
        });
        if title && (name || is_titled_again(units, phrases, at)) && units[at + 1].is_comma() {
            units[at + 2].clitics = units[at].clitics;
            units.drain(at..at + 2);
        }
        at += 1;
    }
}

/// إلى رئيس الاتحاد الأفريقي، الرئيس التشادي فلان: whether the name behind the comma that follows a title bears one of its own, where the
/// title stands behind a preposition or behind who acts, so that no other party is due.
fn is_titled_again(units: &[Unit], phrases: &[Phrase], at: usize) -> bool {
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let Some(before) = at.checked_sub(1).map(|before| &units[before]) else { return false };
    let actor = phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named)
        && at.checked_sub(2).is_some_and(|verb| units[verb].kind == Kind::Verb);
    let unknown = phrase(&units[at]).is_some_and(|phrase| phrase.kind == PhraseKind::Unknown);
    let titled = phrase(&units[at + 2]).is_some_and(|phrase| {
        phrase.kind == PhraseKind::Person
            && phrase.named
            && phrase.office.is_some()
            && phrase.number == Number::Singular
            && phrase.clitics == Clitics::NONE
    });
    unknown && titled && (actor || before.is_preposition())
}

/// Whether the second of two phrases may be what the first is called besides.
pub(super) fn is_byname(one: &Phrase, other: &Phrase) -> bool {
    one.kind == PhraseKind::Person && other.kind == one.kind && one.named && one.referents == other.referents
}

/// التقى عباس (أبو مازن) كيري, التقى حفتر قائد الجيش الليبي كيري: takes away what somebody is called besides, right behind his name or in
/// brackets, where another one follows right behind it, who else would not be whom he meets.
pub(super) fn without_bynames(units: &mut Vec<Unit>, phrases: &[Phrase], bracketed: impl Fn(&Unit) -> bool) {
    let person = |unit: &Unit| {
        unit.phrase().map(|index| &phrases[index]).filter(|phrase| {
            phrase.kind == PhraseKind::Person && phrase.number == Number::Singular && phrase.referents.len() == 1
        })
    };
    let mut at = 1;
    while at + 1 < units.len() {
        let bracket = units[at].is_comma() && bracketed(&units[at + 1]);
        let byname = at + usize::from(bracket);
        let next = byname + 1 + usize::from(bracket);
        let bare = |unit: &Unit| unit.clitics == Clitics::NONE;
        let same = person(&units[at - 1]).zip(units.get(byname).filter(|unit| bare(unit)).and_then(person));
        let same = same.is_some_and(|(one, other)| one.named && one.referents == other.referents);
        let closes = !bracket || units.get(byname + 1).is_some_and(Unit::is_comma);
        let other = units.get(next).filter(|unit| bare(unit)).and_then(person);
        if same
            && closes
            && other.is_some_and(|other| person(&units[at - 1]).is_none_or(|one| one.referents != other.referents))
        {
            units.drain(at..next);
        }
        at += 1;
    }
}

/// عقد كونو ونائب رئيس مجلس الوزراء وزير الخارجية القطري فلان جلسة: takes away a title without a name that stands, joined or behind a preposition, before
/// the one that bears the name, or that opens a sentence whose verb stands behind the name.
pub(super) fn without_first_titles(units: &mut Vec<Unit>, phrases: &[Phrase], hosts: impl Fn(&Unit) -> bool) {
    let mut at = 0;
    while at + 1 < units.len() {
        let title = units[at].phrase().map(|index| &phrases[index]).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Unknown
                && phrase.office.is_some()
                && !phrase.named
                && phrase.number == Number::Singular
        });
        let nobodys = units[at].phrase().is_some_and(|index| phrases[index].referents.is_empty());
        let named = units[at + 1].phrase().map(|index| &phrases[index]).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Person
                && phrase.named
                && phrase.office.is_some()
                && phrase.number == Number::Singular
                && phrase.clitics == Clitics::NONE
        });
        // استقبل الملك ونائب الرئيس وزير الخارجية: whom they receive.
        let joined = || {
            units[at].clitics == Clitics::WA
                && at > 0
                && units[at - 1].phrase().is_some()
                && !units[..at].iter().rev().take_while(|unit| !unit.is_stop()).any(&hosts)
        };
        let governed = || at > 0 && units[at].clitics == Clitics::NONE && units[at - 1].is_preposition();
        let opens = || {
            units[at].clitics == Clitics::NONE
                && (at == 0 || units[at - 1].is_stop())
                && units.get(at + 2).is_some_and(|verb| verb.kind == Kind::Verb && verb.clitics == Clitics::NONE)
        };
        // استقبل كونو نائب المستشارة الألمانية وزير المالية فلانا: whom somebody meets is one.
        let met = || at > 1 && units[at].clitics == Clitics::NONE && is_met(units, phrases, at);
        if title && named && (nobodys && (joined() || opens()) || governed() || met()) {
            units[at + 1].clitics = units[at].clitics;
            units.remove(at);
        }
        at += 1;
    }
}

/// Takes away titles that go on with further words before a bare name: رئيس لجنة الموازنة في البرلمان الألماني "فلان". `quoted` tells
/// of a unit whether a quotation begins with it, `is_in` whether it is في.
pub(super) fn without_long_titles(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    quoted: impl Fn(&Unit) -> bool,
    is_in: impl Fn(&Unit) -> bool,
) {
    let mut at = 0;
    while at + 2 < units.len() {
        if let Some(name) = name_behind(units, phrases, at, &quoted, &is_in) {
            units[name].clitics = units[at].clitics;
            units.drain(at..name);
        }
        at += 1;
    }
}

/// Returns where the name stands that a title at a unit ends in, behind further words.
fn name_behind(
    units: &[Unit],
    phrases: &[Phrase],
    at: usize,
    quoted: impl Fn(&Unit) -> bool,
    is_in: impl Fn(&Unit) -> bool,
) -> Option<usize> {
    const LONGEST: usize = 7;
    let phrase = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| &phrases[index]);
    let title = phrase(at).filter(|title| {
        title.office.is_some()
            && !title.named
            && title.number == Number::Singular
            && matches!(title.kind, PhraseKind::Unknown | PhraseKind::Person)
    })?;
    let belongs = |at: usize| match phrase(at) {
        Some(phrase) => match phrase.kind {
            PhraseKind::Demonym => phrase.clitics == Clitics::NONE,
            // في البرلمان الألماني, لشؤون الشرق الأوسط
            PhraseKind::Body => phrase.clitics == Clitics::NONE || phrase.clitics == Clitics::LI,
            PhraseKind::Place | PhraseKind::Country => !is_in(&units[at - 1]) && phrase.clitics == Clitics::NONE,
            _ => false,
        },
        None => matches!(units[at].kind, Kind::Word) || is_in(&units[at]) && phrase(at + 1).is_some(),
    };
    let name = (at + 1..units.len().min(at + LONGEST)).find(|&next| !belongs(next))?;
    let bare = phrase(name).is_some_and(|phrase| {
        phrase.kind == PhraseKind::Person
            && phrase.named
            && phrase.office.is_none()
            && phrase.number == Number::Singular
            && phrase.clitics == Clitics::NONE
    });
    let new = phrase(name).is_some_and(|phrase| matches!(phrase.referents.as_slice(), [Referent::New(_)]));
    let aside = units[at + 1..name].iter().any(&is_in);
    let whose = quoted(&units[name]) || new && !aside && title.kind == PhraseKind::Unknown;
    (name > at + 1 && bare && whose).then_some(name)
}

/// مع رئيس وفد المعارضة إلى مفاوضات جنيف نصر الحريري, التقى كونو رئيس لجنة العلاقات الخارجية بمجلس الشيوخ السيناتور بوب كوركر: takes away a title
/// that goes on with words and places before the name of who bears it, where just one party is due: behind a preposition, behind who acts, or
/// before another one whom its bearer meets. `leads` tells of a preposition whether it may stand in a title, `clings` of a word whether
/// one is written with it.
pub(super) fn without_titles_of_named(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    leads: impl Fn(&Unit) -> bool,
    clings: impl Fn(&Unit) -> bool,
) {
    const LONGEST: usize = 9;
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let mut at = 0;
    while at + 2 < units.len() {
        let title = phrase(&units[at]).filter(|title| {
            title.office.is_some()
                && !title.named
                && title.number == Number::Singular
                && (title.kind == PhraseKind::Unknown || title.kind == PhraseKind::Person)
                && matches!(title.clitics, Clitics::NONE | Clitics::LI | Clitics::WA)
        });
        let Some(title) = title else {
            at += 1;
            continue;
        };
        let belongs = |next: usize| {
            let (unit, before) = (&units[next], &units[next - 1]);
            match phrase(unit) {
                Some(phrase) => match phrase.kind {
                    PhraseKind::Demonym => phrase.clitics == Clitics::NONE,
                    PhraseKind::Body | PhraseKind::Place | PhraseKind::Country => true,
                    _ => false,
                },
                None => match unit.kind {
                    Kind::Word => true,
                    Kind::Function => leads(unit) || unit.is(Class::PlaceHead) || unit.is(Class::Body),
                    Kind::Noun => leads(before) && unit.clitics == Clitics::NONE,
                    _ => false,
                },
            }
        };
        let name = (at + 1..units.len().min(at + LONGEST)).find(|&next| !belongs(next));
        let name = name.filter(|&name| name > at + 1 && !leads(&units[name - 1]));
        let bears = |name: &usize| {
            phrase(&units[*name]).is_some_and(|person| {
                person.kind == PhraseKind::Person
                    && person.named
                    && person.number == Number::Singular
                    && person.clitics == Clitics::NONE
                    && (title.kind == PhraseKind::Unknown || title.referents == person.referents)
            })
        };
        let Some(name) = name.filter(bears) else {
            at += 1;
            continue;
        };
        // في مكتبه كيري, أمس كيري: what tells when and where is no part of a title; نائب رئيس الحزب لشؤون الإعلام: what one sees to is.
        let inside = units[at + 1..name].iter().all(|unit| {
            !unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Circumstance))
        });
        let told = units[at + 1..name].iter().any(|unit| leads(unit) || unit.clitics.has_preposition() || clings(unit));
        if inside && told && (title.clitics == Clitics::LI || is_due(units, phrases, at, name)) {
            units[name].clitics = units[at].clitics;
            units.drain(at..name);
        }
        at += 1;
    }
}

/// Whether right before a unit, or before what tells when and where, somebody named stands who acts.
fn is_met(units: &[Unit], phrases: &[Phrase], at: usize) -> bool {
    const REACH: usize = 6;
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let quiet = |unit: &&Unit| {
        phrase(unit).map_or(matches!(unit.kind, Kind::Function | Kind::Word), |phrase| {
            matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country | PhraseKind::Demonym)
        })
    };
    let adverbs = units[..at].iter().rev().take(REACH).take_while(quiet).count();
    let actor = (at - adverbs).checked_sub(1).and_then(|actor| phrase(&units[actor]));
    actor.is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named)
}

/// Whether just one party is due where a title at a unit goes on to a name: behind a preposition, behind who acts, or before what its bearer does.
fn is_due(units: &[Unit], phrases: &[Phrase], at: usize, name: usize) -> bool {
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let next = units.get(name + 1);
    let acts = next.is_some_and(|next| next.kind == Kind::Verb && next.clitics == Clitics::NONE || next.is(Class::Qad));
    let Some(before) = at.checked_sub(1).map(|before| &units[before]).filter(|before| !before.is_stop()) else {
        return acts;
    };
    let governs = before.is_preposition() || before.has(|class| matches!(class, Class::Each | Class::Members(_)));
    // التقى كونو أمس في جنيف: who acts, with what tells when and where behind him.
    let actor = is_met(units, phrases, at);
    let opens = before.kind == Kind::Verb || before.is(Class::Auxiliary) || before.is(Class::Complement);
    let other = next.is_some_and(|next| match phrase(next) {
        Some(phrase) => {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Counterpart) && phrase.clitics == Clitics::NONE
        }
        None => next.kind == Kind::Noun && !next.is_definite_noun() && next.clitics == Clitics::NONE,
    });
    // عقد كونو ورئيس الوفد إلى جنيف نصر الحريري جلسة
    let joined = units[at].clitics == Clitics::WA;
    let listed = joined && phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
    listed || !joined && (governs || actor || opens && (other || acts))
}

/// How many adjectives may stand behind a title: رئيس أركان الجيش الوطني الشعبي.
const ADJECTIVES: usize = 3;

/// استقبل وزير الدولة، وزير الخارجية السيد فلان رئيس الحزب الوطني، أمس، وزير الدفاع الألماني فلانا: takes away further titles before
/// and behind the name of who acts, with the adjectives behind them, where somebody with a title of his own is named before the
/// next verb. `definite` tells of a word whether it has the article.
pub(super) fn without_further_titles(units: &mut Vec<Unit>, phrases: &[Phrase], definite: impl Fn(&Unit) -> bool) {
    let mut verb = 0;
    while verb + 3 < units.len() {
        if units[verb].kind == Kind::Verb {
            let actor = behind_titles(units, phrases, verb + 1, &definite);
            let named = units.get(actor).and_then(Unit::phrase).map(|index| &phrases[index]).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Person && phrase.named && phrase.clitics == Clitics::NONE
            });
            let aside = behind_titles_in_commas(units, phrases, actor + 1, &definite).filter(|_| named);
            let other = other_behind(units, phrases, aside.unwrap_or(actor + 1)).filter(|_| named);
            if let Some(other) = other {
                let end = aside.or_else(|| behind_title(units, phrases, actor + 1, &definite)).unwrap_or(actor + 1);
                let end = end + usize::from(end > actor + 1 && end + 1 == other && units[end].is_comma());
                units.drain(actor + 1..end);
                units.drain(verb + 1..actor);
            }
        }
        verb += 1;
    }
}

/// Returns what stands behind titles at a unit that each end in a comma.
fn behind_titles(units: &[Unit], phrases: &[Phrase], from: usize, definite: impl Fn(&Unit) -> bool) -> usize {
    let mut at = from;
    while let Some(end) = behind_title(units, phrases, at, &definite).filter(|&end| units[end].is_comma()) {
        at = end + 1;
    }
    at
}

/// Returns what stands behind a title at a unit that names nobody, and behind its adjectives.
fn behind_title(units: &[Unit], phrases: &[Phrase], at: usize, definite: impl Fn(&Unit) -> bool) -> Option<usize> {
    let title = units.get(at).and_then(Unit::phrase).map(|index| &phrases[index]).is_some_and(|phrase| {
        phrase.kind == PhraseKind::Unknown
            && phrase.office.is_some()
            && phrase.referents.is_empty()
            && phrase.number == Number::Singular
            && phrase.clitics == Clitics::NONE
    });
    let adjective = |unit: &&Unit| unit.kind == Kind::Word && definite(unit);
    let end = at + 1 + units[at..].iter().skip(1).take(ADJECTIVES).take_while(adjective).count();
    (title && end < units.len()).then_some(end)
}

/// Returns where somebody with a title of his own is named behind a unit, before the next verb or the end of the sentence.
fn other_behind(units: &[Unit], phrases: &[Phrase], from: usize) -> Option<usize> {
    const REACH: usize = 9;
    let open = |unit: &&Unit| {
        let joined = unit.phrase().is_some() && unit.clitics.has_conjunction();
        !matches!(unit.kind, Kind::Verb | Kind::Participle) && !unit.is_stop() && !unit.is(Class::Complement) && !joined
    };
    let person = |unit: &Unit| {
        unit.phrase().is_some_and(|index| {
            let phrase = &phrases[index];
            phrase.kind == PhraseKind::Counterpart
                || phrase.kind == PhraseKind::Person && phrase.office.is_some() && phrase.clitics == Clitics::NONE
        })
    };
    units[from..].iter().take(REACH).take_while(open).position(person).map(|behind| from + behind)
}

/// استقبل ولي العهد فلان، نائب رئيس مجلس الوزراء وزير الدفاع، في الرياض الرئيس فلانا: returns what stands behind the comma that closes further titles
/// between commas, with which whom they describe is told on from a unit.
fn behind_titles_in_commas(
    units: &[Unit],
    phrases: &[Phrase],
    from: usize,
    definite: impl Fn(&Unit) -> bool,
) -> Option<usize> {
    const LONGEST: usize = 7;
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let office = |phrase: &Phrase| phrase.office.is_some() && !phrase.named && phrase.number == Number::Singular;
    // مقرن النائب الثاني لرئيس مجلس الوزراء، المستشار
    let nameless = |unit: &Unit| {
        phrase(unit).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Unknown && office(phrase) && phrase.clitics == Clitics::NONE
        })
    };
    let comma = from + units.get(from..)?.iter().take_while(|unit| nameless(unit)).count();
    let first = units.get(comma).filter(|unit| unit.is_comma()).and_then(|_| units.get(comma + 1))?;
    let held = phrase(first)
        .is_some_and(|phrase| phrase.kind == PhraseKind::Person && office(phrase) && phrase.clitics == Clitics::NONE);
    let opens = nameless(first) || held || first.kind == Kind::Word && definite(first);
    let title = |unit: &Unit| match phrase(unit) {
        // والمبعوث الخاص لخادم الحرمين
        Some(phrase) => office(phrase) || phrase.clitics == Clitics::LI || phrase.kind == PhraseKind::Demonym,
        None => matches!(unit.kind, Kind::Word | Kind::Noun) && !unit.clitics.has_preposition(),
    };
    let count = units[comma + 1..].iter().take(LONGEST).take_while(|unit| title(unit)).count();
    let close = comma + 1 + count;
    let titled = units[comma + 1..close].iter().any(|unit| phrase(unit).is_some_and(office));
    let closed = units.get(close).is_some_and(Unit::is_comma);
    let joined = units.get(close + 1).is_some_and(|next| next.clitics.has_conjunction());
    (opens && titled && closed && !joined).then_some(close + 1)
}
