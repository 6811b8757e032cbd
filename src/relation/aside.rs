//! Commas that part nothing: around a time that stands in the way, and between a subject and its verb.
//!
//! Newspapers set a time between commas wherever it falls (اتصال هاتفي، اليوم الأربعاء، بين …) and a comma behind a long
//! subject. What reads clauses takes a comma for a limit, so these are left out of the units.

use super::unit::{Kind, Unit};
use crate::gazetteer::Number;
use crate::lexicon::{Class, Membership};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// How many units a time between commas may have: صباح يوم الخميس 12 مايو 2014.
const LONGEST: usize = 8;

/// How many phrases a subject may consist of: title, name, title.
const SUBJECT: usize = 3;

/// لقاء وُصف بالحاسم جرى بين, محادثات وصفت بأنها صعبة مع: takes out what somebody calls an indefinite deed right before who does
/// it. `described` tells of a unit whether it is such a passive, `led` of a word whether ب stands before it.
pub(super) fn without_descriptions(
    units: &mut Vec<Unit>,
    described: impl Fn(&Unit) -> bool,
    led: impl Fn(&Unit) -> bool,
) {
    const WORDS: usize = 3;
    let mut at = 1;
    while at + 1 < units.len() {
        let noun = || units[at - 1].kind == Kind::Noun && !units[at - 1].is_definite_noun();
        let opens = &units[at + 1];
        let as_what = || opens.phrase().is_none() && (led(opens) || opens.is(Class::Complement));
        if noun() && described(&units[at]) && as_what() {
            let word = |unit: &&Unit| unit.kind == Kind::Word;
            let words = units[at + 2..].iter().take(WORDS).take_while(word).count();
            units.drain(at..at + 2 + words);
        }
        at += 1;
    }
}

/// رئيس حزب العدالة، الذراع السياسية للجماعة، في مكتبه: takes out what a body is of another, so that the comma behind it stands right behind whom
/// it follows. `encloses` tells of a phrase whether a comma stands within it: the one that closes its title is then left out.
pub(super) fn without_branches(units: &mut Vec<Unit>, encloses: impl Fn(&Unit) -> bool) {
    const WORDS: usize = 8;
    let mut at = 1;
    while at + 3 < units.len() {
        let comma = usize::from(units[at].is_comma());
        let next = &units[at + comma];
        let branch = next.phrase().is_none() && next.clitics == Clitics::NONE && next.is(Class::Branch);
        let before = &units[at - 1];
        if branch && before.phrase().is_some() && (comma == 1 || encloses(before)) {
            let first = at + comma;
            let inner = |unit: &&Unit| !unit.is_mark() && !matches!(unit.kind, Kind::Verb | Kind::Participle);
            let close = first + units[first..].iter().take(WORDS).take_while(inner).count();
            // ، الجناح الأكبر، alone may begin a list.
            let whose =
                units.get(first + 1..close).is_some_and(|inner| inner.iter().any(|unit| unit.phrase().is_some()));
            if whose && units.get(close).is_some_and(Unit::is_comma) {
                units.drain(at..close + 1 - comma);
            }
        }
        at += 1;
    }
}

/// خلال الزيارة التي تستغرق يومين الرئيس: takes out how long a visit lasts, where whom the clause goes on with stands behind it.
/// `lasts` tells of a verb whether it says no more than that something goes on.
pub(super) fn without_durations(units: &mut Vec<Unit>, phrases: &[Phrase], lasts: impl Fn(&Unit) -> bool) {
    const WORDS: usize = 5;
    let mut at = 1;
    while at + 2 < units.len() {
        if !units[at].is(Class::Relative) || units[at - 1].phrase().is_some() || !lasts(&units[at + 1]) {
            at += 1;
            continue;
        }
        // المباحثات التي جرت بينه وبين فلان: a pronoun on a preposition tells of more than time.
        let pronoun = |unit: &Unit| unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        let time = |unit: &&Unit| {
            unit.kind == Kind::Word || unit.kind == Kind::Function && !unit.is_preposition() && !pronoun(unit)
        };
        let words = units[at + 2..].iter().take_while(time).count();
        let person = |unit: &Unit| {
            unit.clitics == Clitics::NONE
                && unit.phrase().is_some_and(|index| {
                    matches!(phrases[index].kind, PhraseKind::Person | PhraseKind::Unknown | PhraseKind::Agent)
                })
        };
        let goes_on = |unit: &Unit| unit.is_preposition() || person(unit);
        if (1..=WORDS).contains(&words) && units.get(at + 2 + words).is_some_and(goes_on) {
            units.drain(at..at + 2 + words);
        }
        at += 1;
    }
}

/// وفدا من أعضاء الكونغرس: takes out that they are sent, where they are told by their office. `from` tells of a unit whether it is من.
pub(super) fn without_deputations(units: &mut Vec<Unit>, phrases: &[Phrase], from: impl Fn(&Unit) -> bool) {
    let mut at = 0;
    while at + 2 < units.len() {
        let people = units[at + 2].clitics == Clitics::NONE
            && units[at + 2].phrase().is_some_and(|index| {
                let phrase = &phrases[index];
                phrase.number == Number::Plural && phrase.office.is_some() && !phrase.named
            });
        if units[at].phrase().is_none() && units[at].delegation && from(&units[at + 1]) && people {
            units[at + 2].clitics = units[at].clitics;
            units.drain(at..at + 2);
        }
        at += 1;
    }
}

/// معسكرا تابعا للحكومة: takes out that what an indefinite noun names belongs to somebody, so that he stands right behind it. `belongs` tells of a unit whether it says so.
pub(super) fn without_belonging(units: &mut Vec<Unit>, belongs: impl Fn(&Unit) -> bool) {
    let mut at = 1;
    while at + 1 < units.len() {
        let owner = units[at + 1].phrase().is_some() && units[at + 1].clitics == Clitics::LI;
        let noun = matches!(units[at - 1].kind, Kind::Word | Kind::Function)
            && !units[at - 1].is_preposition()
            && units[at - 1].phrase().is_none()
            // أصولا تابعة لروسيا: ل tells whose what is frozen is.
            && !units[at - 1].is(Class::Asset);
        if noun && owner && units[at].phrase().is_none() && belongs(&units[at]) {
            units.remove(at);
        }
        at += 1;
    }
}

/// مباحثات غير معلنة جرت بين: takes out the "un-" of an adjective right behind a noun, which says nothing of who takes part. `not` tells
/// of a unit whether it is that word.
pub(super) fn without_prefixes(units: &mut Vec<Unit>, not: impl Fn(&Unit) -> bool) {
    let mut at = 1;
    while at + 1 < units.len() {
        let adjective = units[at + 1].kind == Kind::Word && units[at + 1].clitics == Clitics::NONE;
        let noun = units[at - 1].kind == Kind::Noun && units[at - 1].phrase().is_none();
        if noun && adjective && units[at].clitics == Clitics::NONE && not(&units[at]) {
            units.remove(at);
        }
        at += 1;
    }
}

/// دعاه إلى الدخول في مفاوضات مع: takes out the word that says no more than that somebody begins what stands behind في.
pub(super) fn without_beginnings(units: &mut Vec<Unit>) {
    let mut at = 0;
    while at + 2 < units.len() {
        let (inside, deed) = (&units[at + 1], &units[at + 2]);
        let begins = units[at].phrase().is_none() && units[at].is(Class::Entering);
        let leads = inside.kind == Kind::Function && inside.is_preposition();
        if begins && leads && deed.kind == Kind::Noun && deed.owner().is_none() {
            units[at + 2].clitics = units[at].clitics;
            units.drain(at..at + 2);
        }
        at += 1;
    }
}

/// مأدبة أقامها على شرفه ماريانو: puts in whose honour somebody gives a feast behind who gives it, right behind whom its verb stands.
pub(super) fn honours_last(units: &mut [Unit], phrases: &[Phrase], honours: impl Fn(&Unit) -> bool) {
    for at in 1..units.len().saturating_sub(1) {
        let verb = &units[at - 1];
        let gives = verb.verb().is_some_and(|(.., object)| object.is_some());
        let host = units[at + 1].clitics == Clitics::NONE
            && units[at + 1].phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Person);
        if gives && host && units[at].kind == Kind::Noun && units[at].owner().is_some() && honours(&units[at]) {
            units.swap(at, at + 1);
        }
    }
}

/// التقى شكري، عبر تقنية الفيديو، نظيره: puts how people spoke, with or without commas around it, behind whom the other one met. `channel` tells
/// of a unit whether it says so.
pub(super) fn channel_last(units: &mut Vec<Unit>, phrases: &[Phrase], channel: impl Fn(&Unit) -> bool) {
    let person = |unit: &Unit| {
        unit.clitics == Clitics::NONE
            && unit
                .phrase()
                .is_some_and(|index| matches!(phrases[index].kind, PhraseKind::Person | PhraseKind::Counterpart))
    };
    let mut at = 2;
    while at + 1 < units.len() {
        if units[at].kind != Kind::Noun || !channel(&units[at]) {
            at += 1;
            continue;
        }
        let first = at - usize::from(units[at - 1].is_comma());
        let last = at + 1 + usize::from(units[at + 1].is_comma());
        let whom = units.get(last).is_some_and(person);
        let met = first > 1 && person(&units[first - 1]) && units[first - 2].kind == Kind::Verb;
        if whom && met && (first < at) == (last > at + 1) {
            let told = units[at].clone();
            units.drain(first..last);
            units.insert(first + 1, told);
        }
        at += 1;
    }
}

/// غارة لطائرة أمريكية بدون طيار: takes out what a nation strikes with, so that the nation stands right behind the deed with ل. `deed` tells of a unit
/// whether it is a noun of such a deed, `for_craft` of a word whether it is a craft with ل on it.
pub(super) fn without_craft(units: &mut Vec<Unit>, deed: impl Fn(&Unit) -> bool, for_craft: impl Fn(&Unit) -> bool) {
    let mut at = 1;
    while at + 1 < units.len() {
        let nation = units[at + 1].phrase().is_some() && units[at + 1].clitics == Clitics::NONE;
        let craft = units[at].phrase().is_none() && units[at].is(Class::Craft) && for_craft(&units[at]);
        if nation && craft && deed(&units[at - 1]) {
            units[at + 1].clitics = Clitics::LI;
            // بدون طيار
            if units.get(at + 2).is_some_and(|unit| unit.is(Class::Skip) && unit.end > unit.start + 1) {
                units.remove(at + 2);
            }
            units.remove(at);
        }
        at += 1;
    }
}

/// هجوم نسب إلى إسرائيل على سوريا, غارات منسوبة لإسرائيل: takes out that a deed is put down to somebody, so that he stands behind it with ل. `deed`
/// tells of a unit whether it is a noun of such a deed, `to` whether it is إلى.
pub(super) fn without_ascriptions(units: &mut Vec<Unit>, deed: impl Fn(&Unit) -> bool, to: impl Fn(&Unit) -> bool) {
    let mut at = 1;
    while at + 1 < units.len() {
        let ascribed =
            units[at].phrase().is_none() && units[at].is(Class::Ascribed) && units[at].clitics == Clitics::NONE;
        let led = usize::from(units[at + 1].phrase().is_none() && to(&units[at + 1]));
        let owner = units.get(at + 1 + led).is_some_and(|unit| {
            unit.phrase().is_some() && unit.clitics == if led == 1 { Clitics::NONE } else { Clitics::LI }
        });
        if ascribed && owner && deed(&units[at - 1]) {
            units[at + 1 + led].clitics = Clitics::LI;
            units.drain(at..at + 1 + led);
        }
        at += 1;
    }
}

/// Takes the comma away that opened a time, where another one is about to close it, and returns whether it did: the closing
/// one is then not wanted either. `is_number` tells of a unit whether it is written in digits, `led` of a word whether ب stands
/// before it, `parted` of a phrase whether the comma behind it was left out already, since it closed a title.
pub(super) fn closes_time(
    units: &mut Vec<Unit>,
    is_number: impl Fn(&Unit) -> bool,
    led: impl Fn(&Unit) -> bool,
    parted: impl Fn(&Unit) -> bool,
) -> bool {
    let times = units.iter().rev().take(LONGEST).take_while(|unit| is_time(unit) || is_number(unit)).count();
    let Some(opening) = units.len().checked_sub(times + 1) else { return false };
    let dated = units[opening + 1..].iter().any(|unit| unit.has(tells_day));
    // التقى فلان، وزير الخارجية، يوم 12 أكتوبر، بفلان: one comma closed the title and opened the time.
    if dated && opening > 0 && parted(&units[opening]) && units[opening - 1].kind == Kind::Verb {
        return true;
    }
    // بدأ، الخميس، زيارة: right behind a verb the comma leaves its subject out.
    let behind_verb = opening > 0 && units[opening - 1].kind == Kind::Verb;
    if !dated || !units[opening].is_comma() || behind_verb {
        return false;
    }
    // الرئيس، فلان، أمس، وزير: the same comma closes an apposition, and stays.
    let ends_apposition = opening >= 2 && units[opening - 1].phrase().is_some() && units[opening - 2].is_comma();
    if !ends_apposition {
        units.remove(opening);
    }
    // استقبل فلان، في قصر السلام، يوم الثلاثاء، وزير: the last comma closes what the first opened.
    !opens_aside(&units[..opening], led)
}

/// Returns whether units end within an adverbial that a comma opened behind a phrase: فلان، في قصر السلام.
fn opens_aside(units: &[Unit], led: impl Fn(&Unit) -> bool) -> bool {
    let length = units.iter().rev().take_while(|unit| !unit.is_stop()).position(Unit::is_comma);
    let Some(comma) = length.map(|length| units.len() - 1 - length).filter(|&comma| comma > 0) else { return false };
    // وفقا لما أعلنته الرئاسة: who reports it has a verb of his own.
    let told = units.get(comma + 1).is_some_and(|next| next.phrase().is_none() && next.is(Class::Source));
    units[comma - 1].phrase().is_some()
        && (told || units[comma..].iter().all(|unit| unit.kind != Kind::Verb))
        && units.get(comma + 1).is_some_and(|next| {
            next.phrase().is_none()
                && (told
                    || next.is_preposition()
                    || next.is(Class::Circumstance)
                    || next.clitics.has_preposition()
                    || led(next))
        })
}

/// أمس, الأربعاء, مايو.
fn tells_day(class: Class) -> bool {
    matches!(class, Class::Day(_) | Class::Weekday(_) | Class::Month(_))
}

fn is_time(unit: &Unit) -> bool {
    let part_of_time = |class| {
        tells_day(class)
            || matches!(
                class,
                Class::Skip | Class::TimeHead | Class::Last | Class::Next | Class::This | Class::Period(_)
            )
    };
    unit.kind == Kind::Function && unit.clitics == Clitics::NONE && unit.has(part_of_time)
}

/// Takes the commas away that stand between a subject and its verb, or a traveller and his goal.
pub(super) fn without_needless_commas(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    says: impl Fn(&Unit) -> bool,
    light: impl Fn(&Unit) -> bool,
    led: impl Fn(&Unit) -> bool,
    definite: impl Fn(&Unit) -> bool,
) {
    // A loop of its own: a closure is called for each unit, of which few are commas.
    let mut needless = Vec::new();
    for at in 1..units.len().saturating_sub(1) {
        if units[at].is_comma()
            && (parts_subject(units, at)
                || parts_turn(units, phrases, at)
                || parts_summons(units, phrases, at, &says)
                || parts_deed(units, at, &led)
                || parts_object(units, at, &light)
                || parts_denial(units, at, &definite)
                || parts_goal(units, phrases, at, &says)
                || parts_capital(units, phrases, at)
                || parts_leader(units, phrases, at))
        {
            needless.push(at);
        }
    }
    for at in needless.into_iter().rev() {
        units.remove(at);
    }
}

/// بأن ولي العهد الأمير محمد، استقبل: behind "that" stands a subject, and then its verb.
fn parts_subject(units: &[Unit], comma: usize) -> bool {
    let verb = &units[comma + 1];
    let names = units[..comma].iter().rev().take_while(|unit| unit.phrase().is_some()).count();
    let opens = comma.checked_sub(names + 1).is_some_and(|before| units[before].is(Class::Complement));
    opens && (1..=SUBJECT).contains(&names) && verb.kind == Kind::Verb && !verb.clitics.has_conjunction()
}

/// استدعت الخارجية الفرنسية، السفير الروسي: a verb that says nothing, the body or country that does it, and whom another country's
/// office names.
fn parts_summons(units: &[Unit], phrases: &[Phrase], comma: usize, says: impl Fn(&Unit) -> bool) -> bool {
    let phrase = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| &phrases[index]);
    let doer = phrase(comma - 1).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Body | PhraseKind::Country));
    let holder = phrase(comma + 1).is_some_and(|phrase| {
        phrase.office.is_some()
            && !phrase.named
            && phrase.number == Number::Singular
            && phrase.clitics == Clitics::NONE
            && phrase.referents.len() == 1
    });
    // شكر الرئيس التونسي فلان، الرئيس الجزائري: so of a person who holds the office of another country.
    let office = |at: usize| phrase(at).filter(|phrase| phrase.kind == PhraseKind::Person).and_then(|phrase| phrase.of);
    let abroad = || {
        let named = phrase(comma - 1).is_some_and(|phrase| phrase.named && phrase.number == Number::Singular);
        named && office(comma - 1).zip(office(comma + 1)).is_some_and(|(own, other)| own != other)
    };
    let ends = units.get(comma + 2).is_none_or(|next| !next.is_comma() && next.phrase().is_none());
    let verb = comma.checked_sub(2).map(|verb| &units[verb]).filter(|unit| unit.kind == Kind::Verb);
    (doer || abroad()) && holder && ends && verb.is_some_and(|verb| !says(verb))
}

/// دعا الاتحاد الأوروبي، الحكومة السودانية والحركة إلى المفاوضات: takes out the comma between who asks and of whom, a body or country with the
/// preposition of the demand behind it. `demands` tells of a verb whether it asks of its object, `to` of a unit whether it is إلى or على.
pub(super) fn without_demand_commas(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    demands: impl Fn(&Unit) -> bool,
    to: impl Fn(&Unit) -> bool,
) {
    const MOST: usize = 6;
    let mut comma = 2;
    while comma + 2 < units.len() {
        let phrase = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| &phrases[index]);
        let asked = |at: usize| {
            phrase(at).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body) && phrase.clitics == Clitics::NONE
            })
        };
        let more = |at: &usize| {
            phrase(*at).is_some_and(|next| next.clitics == Clitics::WA || next.kind == PhraseKind::Demonym)
        };
        if units[comma].is_comma()
            && asked(comma + 1)
            && phrase(comma - 1).is_some()
            && units[comma - 2].kind == Kind::Verb
            && demands(&units[comma - 2])
        {
            let others = (comma + 2..units.len()).take(MOST).take_while(more).count();
            if units.get(comma + 2 + others).is_some_and(&to) {
                units.remove(comma);
            }
        }
        comma += 1;
    }
}

/// سيزور فلان، إضافة إلى دمشق، طهران والقاهرة: whom or what else somebody visits or meets opens the list that it parts from its verb.
/// `meets` tells of a verb whether it has those for its objects.
pub(super) fn additions_joined(units: &mut Vec<Unit>, phrases: &[Phrase], meets: impl Fn(&Unit) -> bool) {
    const MOST: usize = 3;
    let object = |unit: &Unit, clitics: Clitics| {
        unit.phrase().is_some_and(|index| {
            matches!(phrases[index].kind, PhraseKind::Place | PhraseKind::Country | PhraseKind::Person)
                && phrases[index].clitics == clitics
        })
    };
    let person = |unit: &Unit| {
        let named = |index: usize| phrases[index].kind == PhraseKind::Person && phrases[index].named;
        unit.clitics == Clitics::NONE && unit.phrase().is_some_and(named)
    };
    let mut at = 1;
    while at + 3 < units.len() {
        // ستلتقي كلينتون إضافة إلى فلان، فلانا: the comma before it may be left out, and so may who does it.
        let comma = usize::from(units[at].is_comma());
        let more = at + comma;
        let adds = units[more].phrase().is_none() && units[more].is(Class::ListMore);
        let named = units[more + 1..].iter().take(MOST).take_while(|unit| unit.phrase().is_some()).count();
        let close = more + 1 + named;
        let meets = |verb: usize| units[verb].kind == Kind::Verb && meets(&units[verb]);
        let subject = at > 1 && units[at - 1].phrase().is_some() && meets(at - 2) || meets(at - 1);
        let closed = named > 0 && units.get(close).is_some_and(Unit::is_comma);
        if adds && subject && closed && units.get(close + 1).is_some_and(|unit| object(unit, Clitics::NONE)) {
            units[close + 1].clitics = Clitics::WA;
            units.remove(close);
            units.drain(at..=more);
        } else if adds && subject && named > 1 && person(&units[more + 1]) && person(&units[more + 2]) {
            // سيلتقي إضافة إلى فلان الرئيس فلانا: nor need a comma stand behind it.
            units[more + 2].clitics = Clitics::WA;
            units.drain(at..=more);
        }
        at += 1;
    }
}

/// اجتماع جمعه والرئيس, ضمه إلى فلان: whom a meeting gathers with somebody reads as those with whom it gathers him. `gathers` tells of
/// a verb whether it says so of a meeting, `towards` of a unit whether it is إلى.
pub(super) fn gathered_with(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    gathers: impl Fn(&Unit) -> bool,
    towards: impl Fn(&Unit) -> bool,
) {
    let person = |unit: &Unit| {
        unit.phrase().is_some_and(|index| {
            matches!(phrases[index].kind, PhraseKind::Person | PhraseKind::Unknown | PhraseKind::Counterpart)
        })
    };
    let mut verb = 0;
    while verb + 1 < units.len() {
        let at = verb;
        verb += 1;
        let suffixed = units[at].verb().is_some_and(|(.., object)| object.is_some());
        if !suffixed || !gathers(&units[at]) {
            continue;
        }
        if towards(&units[at + 1]) && units.get(at + 2).is_some_and(person) {
            units.remove(at + 1);
            units[at + 1].clitics = Clitics::BI;
        } else if units[at + 1].clitics == Clitics::WA && person(&units[at + 1]) {
            units[at + 1].clitics = Clitics::BI;
        }
    }
}

/// ميقاتي من جهته، ثمن; لافروف أمس، قال: who opens the sentence, an adverb, and his verb.
fn parts_turn(units: &[Unit], phrases: &[Phrase], comma: usize) -> bool {
    let adverb = |unit: &Unit| unit.kind == Kind::Function && unit.clitics == Clitics::NONE && unit.is(Class::Skip);
    let adverbs = units[..comma].iter().rev().take_while(|unit| adverb(unit)).count();
    let Some(opening) = comma.checked_sub(adverbs + 1).filter(|_| adverbs > 0) else { return false };
    let opens = opening == 0 || units[opening - 1].is_stop() || units[opening - 1].is(Class::Complement);
    let somebody = units[opening].phrase().is_some_and(|index| {
        matches!(phrases[index].kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Country)
            && !phrases[index].clitics.has_preposition()
    });
    let verb = &units[comma + 1];
    opens && somebody && verb.kind == Kind::Verb && !verb.clitics.has_conjunction()
}

/// رحب بالبيان، الذي أصدره فلان: what a verb takes behind ب, and a clause that tells whose it is.
fn parts_deed(units: &[Unit], comma: usize, led: impl Fn(&Unit) -> bool) -> bool {
    // بالغارات العنيفة، التي شنتها إسرائيل
    let adjective = |at: usize| at > 1 && units[at].kind == Kind::Word && units[at].clitics == Clitics::NONE;
    let noun = if adjective(comma - 1) && led(&units[comma - 2]) { comma - 2 } else { comma - 1 };
    let (deed, relative) = (&units[noun], &units[comma + 1]);
    let word = deed.phrase().is_none() && matches!(deed.kind, Kind::Word | Kind::Noun) && led(deed);
    let verb = units.get(comma + 2).is_some_and(|verb| verb.verb().is_some_and(|(.., object)| object.is_some()));
    word && relative.phrase().is_none() && relative.is(Class::Relative) && verb
}

/// أجرى الأمير فلان أمير البلاد المفدى، اتصالا: a light verb, its subject, and the noun that carries the relation.
fn parts_object(units: &[Unit], comma: usize, light: impl Fn(&Unit) -> bool) -> bool {
    let noun = &units[comma + 1];
    // أجرى فلان مع فلان، اتصالا: over a party behind a preposition.
    let inner = |unit: &Unit| unit.kind == Kind::Word || unit.is_preposition();
    let verb = units[..comma].iter().rposition(|unit| unit.phrase().is_none() && !inner(unit));
    let named = verb.is_some_and(|verb| units[verb + 1..comma].iter().any(|unit| unit.phrase().is_some()));
    let carries = noun.kind == Kind::Noun && noun.clitics == Clitics::NONE && !noun.is_definite_noun();
    named && carries && verb.is_some_and(|verb| comma - verb <= SUBJECT + 2 && light(&units[verb]))
}

/// نفى السفير فلان، صحة ما ذكر: a verb of denying, its subject, and the noun of what is denied.
fn parts_denial(units: &[Unit], comma: usize, definite: impl Fn(&Unit) -> bool) -> bool {
    let noun = &units[comma + 1];
    let names = units[..comma].iter().rev().take_while(|unit| unit.phrase().is_some()).count();
    let denies = comma
        .checked_sub(names + 1)
        .is_some_and(|verb| units[verb].kind == Kind::Verb && units[verb].is(Class::Denied));
    let bare = noun.phrase().is_none() && noun.clitics == Clitics::NONE && !noun.is_preposition() && !definite(noun);
    let thing = noun.kind == Kind::Word || noun.kind == Kind::Function && noun.is(Class::Relative);
    (1..=SUBJECT).contains(&names) && denies && bare && thing
}

/// وزار «روبيو»، الرياض، عشية: a person behind a verb that says nothing of what he said, and a place.
fn parts_goal(units: &[Unit], phrases: &[Phrase], comma: usize, says: impl Fn(&Unit) -> bool) -> bool {
    let phrase = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| &phrases[index]);
    let traveller = phrase(comma - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
    // غادر فلان، العاصمة المالية باماكو، اليوم: the capital with the adjective of its country.
    let head = units.get(comma + 1).is_some_and(|unit| {
        unit.phrase().is_none() && unit.is(Class::PlaceHead) && unit.is(Class::Land) && unit.clitics == Clitics::NONE
    });
    let capital = head && phrase(comma + 2).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
    let place = comma + 1 + if capital { 2 } else { 0 };
    let goal = phrase(place).is_some_and(|phrase| {
        matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country) && phrase.clitics == Clitics::NONE
    });
    let ends = units.get(place + 1).is_none_or(|next| next.is_mark() || next.is_preposition());
    let goes = |verb: &Unit| verb.kind == Kind::Verb && !says(verb);
    traveller && goal && ends && comma >= 2 && goes(&units[comma - 2])
}

/// زار العاصمة السعودية، الرياض: the capital of a country, and its name.
fn parts_capital(units: &[Unit], phrases: &[Phrase], comma: usize) -> bool {
    let kind = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| phrases[index].kind);
    let capital = comma >= 2
        && units[comma - 2].phrase().is_none()
        && units[comma - 2].is(Class::PlaceHead)
        && units[comma - 2].is(Class::Land);
    let bare = units.get(comma + 1).is_some_and(|unit| unit.clitics == Clitics::NONE);
    capital
        && bare
        && matches!(kind(comma - 1), Some(PhraseKind::Demonym | PhraseKind::Country))
        && kind(comma + 1) == Some(PhraseKind::Place)
}

/// زار وفد من حماس، برئاسة مشعل، إيران: the commas around who leads a delegation, where it goes on to a place.
fn parts_leader(units: &[Unit], phrases: &[Phrase], comma: usize) -> bool {
    let kind = |at: usize| units.get(at).and_then(Unit::phrase).map(|index| phrases[index].kind);
    let opens = |open: usize| {
        let led = units.get(open + 1).is_some_and(|unit| unit.is(Class::Members(Membership::Led)));
        let close = open + 3;
        // إن وفدا من حماس، برئاسة مشعل، توجه: or to the verb, where the delegation stands before it.
        let first = units[..open].iter().rposition(|unit| unit.is_mark() || unit.is(Class::Complement));
        let heads = || units[first.map_or(0, |first| first + 1)..open].iter().all(|unit| unit.kind != Kind::Verb);
        let goal = units.get(close + 1).is_some_and(|unit| {
            let place = matches!(kind(close + 1), Some(PhraseKind::Place | PhraseKind::Country));
            unit.clitics == Clitics::NONE
                && (place || unit.kind == Kind::Verb && open > 0 && units[open - 1].delegation && heads())
        });
        open > 0
            && units[open].is_comma()
            && units[open - 1].phrase().is_some()
            && led
            && kind(open + 2) == Some(PhraseKind::Person)
            && units.get(close).is_some_and(Unit::is_comma)
            && goal
    };
    opens(comma) || comma >= 3 && opens(comma - 3)
}
