//! What is told of when, where or how something was said or done, and of what somebody is, between a verb and its parties: وانتقد
//! فلان، رئيس الحزب، في مؤتمر صحفي عقده أمس في الدوحة، سياسة تركيا.
//!
//! It stands between a verb with its subject and the object, or between a subject and its verb; its commas and its own verb would
//! end the clause for whoever looks for that. What somebody is goes, the rest is put behind the clause.

use std::ops::Range;

use super::unit::{Kind, Mark, Unit, plain};
use crate::lexicon::{Class, Shape};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// How many units may stand between two commas.
const LONGEST: usize = 16;

/// How many phrases a subject may consist of: title, name, title.
const SUBJECT: usize = 4;

/// How many asides may follow each other.
const ASIDES: usize = 4;

/// What is asked of words.
pub(super) struct Asked<'a> {
    /// Whether ب stands before a word.
    pub(super) led: &'a dyn Fn(&Unit) -> bool,
    /// Whether a unit is في.
    pub(super) inside: &'a dyn Fn(&Unit) -> bool,
    /// Whether a verb takes the preposition of a unit, or may take it: a demand takes any.
    pub(super) takes: &'a dyn Fn(&Unit, &Unit) -> bool,
    /// Whether a verb has an object or a party behind the preposition of a unit.
    pub(super) governs: &'a dyn Fn(&Unit, &Unit) -> bool,
    /// Whether a unit is a verb, or spelt like one, that tells of what was said and done by the way (عقده).
    pub(super) says: &'a dyn Fn(&Unit) -> bool,
    /// Whether a word tells a stance and no contact.
    pub(super) stance: &'a dyn Fn(&Unit) -> bool,
    /// Whether a verb tells that somebody turns something down.
    pub(super) rejects: &'a dyn Fn(&Unit) -> bool,
    /// Whether a verb leaves what is told to a noun, and the unit is one that tells a stance or a deed.
    pub(super) carries: &'a dyn Fn(&Unit, &Unit) -> bool,
    /// Whether a word ends as adjectives of relation do: صحفي.
    pub(super) relates: &'a dyn Fn(&Unit) -> bool,
    /// Whether و stands before a word.
    pub(super) joined: &'a dyn Fn(&Unit) -> bool,
    /// Whether what a phrase refers to are organisations.
    pub(super) bodies: &'a dyn Fn(&Phrase) -> bool,
    /// Whether a comma stands within a phrase: a name and what he is.
    pub(super) encloses: &'a dyn Fn(&Unit) -> bool,
}

/// Where a subject and its verb stand, as far as they do.
#[derive(Clone, Copy)]
struct Head {
    /// The verb, where it stands before the asides.
    verb: Option<usize>,
    /// One past the verb and its subject.
    end: usize,
}

/// Puts each parenthesis behind the clause that it parts, and takes away what only says what the subject is.
pub(super) fn parentheses_last(units: &mut Vec<Unit>, phrases: &[Phrase], asked: &Asked<'_>) {
    let mut at = 0;
    while at < units.len() {
        if let Some(head) = head(units, phrases, at, asked) {
            set_last(units, phrases, head, asked);
        }
        at += 1;
    }
}

/// The verb that stands at a unit with its subject, or the subject that begins there and has its verb behind the asides.
fn head(units: &[Unit], phrases: &[Phrase], at: usize, asked: &Asked<'_>) -> Option<Head> {
    let unit = &units[at];
    let verb = unit.kind == Kind::Verb;
    let that = unit.kind == Kind::Function && unit.is(Class::Complement) && !unit.resumes;
    let opens = unit.phrase().is_some() && (at == 0 || units[at - 1].is_stop());
    if !(verb || that || opens) || verb && unit.clitics.has_preposition() {
        return None;
    }
    let first = at + usize::from(verb || that);
    let mut end = first;
    let place = |at: usize| {
        let phrase = units[at].phrase().map(|index| &phrases[index]);
        at > first
            && phrase.is_some_and(|phrase| {
                phrase.clitics == Clitics::BI && matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country)
            })
    };
    while units.get(end).is_some_and(|next| next.phrase().is_some())
        && !is_further_office(units, phrases, end, asked)
        && !place(end)
    {
        end += 1;
    }
    let named = end > first;
    ((named || verb) && end - first <= SUBJECT).then_some(Head { verb: verb.then_some(at), end })
}

/// الدكتور فلان، رئيس الشعبة، وعضو اللجنة: a further office of somebody whose first one stands behind his name.
fn is_further_office(units: &[Unit], phrases: &[Phrase], at: usize, asked: &Asked<'_>) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &units[before]) else { return false };
    let person = is_named_person(before, phrases);
    let Some(unit) = units.get(at) else { return false };
    let office = unit.phrase().is_some_and(|index| {
        let phrase = &phrases[index];
        // وعضو جبهة الإنقاذ: whose office it is may be known; a country's (ووزير الخارجية التركي) is rather another person's.
        let whose = phrase.referents.is_empty() || (asked.bodies)(phrase);
        phrase.kind == PhraseKind::Unknown && phrase.office.is_some() && !phrase.named && whose
    });
    person && office && unit.clitics.has_conjunction() && (asked.encloses)(before)
}

/// Takes the asides behind a verb and its subject, or behind a subject, away or puts them last, where the clause goes on behind them.
fn set_last(units: &mut Vec<Unit>, phrases: &[Phrase], head: Head, asked: &Asked<'_>) {
    let verb = head.verb.map(|at| &units[at]);
    let mut moved: Vec<Range<usize>> = Vec::new();
    let mut at = head.end;
    let mut apposed = false;
    for _ in 0..ASIDES {
        let comma = units.get(at).is_some_and(Unit::is_comma);
        let first = at + usize::from(comma);
        if let Some(close) = apposition(units, phrases, head, first, apposed, asked).filter(|_| comma || at == head.end)
        {
            at = close;
            apposed = true;
        } else if is_further_office(units, phrases, at, asked) {
            at += 1;
            apposed = true;
        } else if comma && let Some(close) = closing(units, verb, at, asked) {
            moved.push(at + 1..close);
            at = close;
        } else if !comma && let Some(close) = remark(units, phrases, verb, at, asked) {
            moved.push(at..close);
            at = close;
        } else if at == head.end
            && let Some(close) = bare_time(units, at).filter(|&close| scene(units, phrases, close, asked).is_some())
        {
            moved.push(at..close);
            at = close;
        } else if comma && let Some(close) = scene(units, phrases, at, asked).filter(|_| !moved.is_empty()) {
            moved.push(at + 1..close);
            at = close;
        } else if at == head.end
            && let Some(close) = whereabouts(units, phrases, head, asked)
        {
            moved.push(at..close);
            at = close;
        } else {
            break;
        }
    }
    if at == head.end {
        return;
    }
    let next = at + usize::from(units.get(at).is_some_and(Unit::is_comma));
    let encloses = moved.last().is_some_and(|last| last.end == at && names_person(&units[at - 1], phrases));
    let goes_on = units.get(next).is_some_and(|unit| {
        // خلال لقاء عقده مع فلان، وزير الخارجية، أن: what stands behind the name is his office.
        let office = encloses && next > at && unit.phrase().is_some_and(|index| phrases[index].office.is_some());
        !office && goes_on(units, phrases, verb, next, asked)
    });
    if !goes_on {
        return;
    }
    let end = (next..units.len()).find(|&at| units[at].is_mark()).unwrap_or(units.len());
    let mut arranged: Vec<Unit> = units[next..end].to_vec();
    for aside in moved {
        arranged.push(plain(units[aside.start].start, units[aside.start].start, Kind::Mark(Mark::Comma)));
        arranged.extend_from_slice(&units[aside]);
    }
    units.splice(head.end..end, arranged);
}

fn names_person(unit: &Unit, phrases: &[Phrase]) -> bool {
    unit.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Person)
}

fn is_named_person(unit: &Unit, phrases: &[Phrase]) -> bool {
    unit.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Person && phrases[index].named)
}

/// Returns whether a clause goes on at a unit: with what its verb takes, or with the verb of the subject before.
fn goes_on(units: &[Unit], phrases: &[Phrase], verb: Option<&Unit>, next: usize, asked: &Asked<'_>) -> bool {
    let unit = &units[next];
    let acts = || {
        let before = |unit: &Unit| {
            unit.kind == Kind::Function
                && unit.has(|class| matches!(class, Class::Qad | Class::Negation | Class::Future))
                && !unit.clitics.has_conjunction()
        };
        let at = next + usize::from(before(unit));
        units.get(at).is_some_and(|unit| unit.kind == Kind::Verb && unit.clitics == Clitics::NONE)
    };
    match verb {
        // كان فلان، في بيان، قد طالب
        Some(verb) if verb.is(Class::Auxiliary) => acts(),
        Some(verb) => {
            // رفض فلان، وفق مصدر، طلب: a noun that is spelt like a verb.
            let noun = unit.kind == Kind::Verb
                && unit.clitics == Clitics::NONE
                && (asked.rejects)(verb)
                && unit.forms.iter().any(|form| matches!(form.shape, Shape::Noun { .. }));
            (asked.takes)(verb, unit) || (is_object(unit, phrases) || noun) && !(asked.led)(unit)
        }
        None => acts(),
    }
}

/// هاجم فلان، نائب رئيس الحزب، فلانا: the comma that closes what somebody is, told in words without another's name.
fn apposition(
    units: &[Unit],
    phrases: &[Phrase],
    head: Head,
    start: usize,
    apposed: bool,
    asked: &Asked<'_>,
) -> Option<usize> {
    const WORDS: usize = 10;
    let phrase = |unit: &Unit| unit.phrase().map(|index| &phrases[index]);
    let subject = &units[head.end.checked_sub(1)?];
    let person = is_named_person(subject, phrases);
    let first = units.get(start)?;
    let office = match phrase(first) {
        Some(phrase) => phrase.kind == PhraseKind::Unknown && phrase.office.is_some() && !phrase.named,
        // وأحد مؤسسي الحركة
        None if first.is(Class::OneOf) => true,
        None => first.kind == Kind::Word && !(asked.led)(first) && first.end == first.start + 1,
    };
    // القيادي بحزب الدستور عن دائرة الجيزة، : further words of what stands behind the comma within the phrase.
    let word = (first.kind == Kind::Word || first.is_preposition())
        && first.clitics == Clitics::NONE
        && head.verb.is_none_or(|verb| !(asked.takes)(&units[verb], first));
    // عضو الهيئة العليا للحزب بالإسكندرية،
    let place = phrase(first).is_some_and(|phrase| phrase.kind == PhraseKind::Place)
        && first.clitics.has(Clitics::BI)
        && units.get(start + 1).is_some_and(Unit::is_comma);
    // نائب الرئيس للعلاقات الدولية،
    let portfolio = first.phrase().is_none()
        && first.clitics == Clitics::LI
        && head.verb.is_none_or(|verb| !(asked.takes)(&units[verb], first));
    let further = start == head.end && (asked.encloses)(subject) && (word || place || portfolio);
    // رئيس الشعبة، وعضو اللجنة: the comma behind the first office is part of the phrase.
    let joined = first.clitics == Clitics::NONE && start > head.end
        || (apposed || (asked.encloses)(subject))
            && (first.clitics.has_conjunction() || (asked.joined)(first))
            && !first.clitics.has_preposition();
    if !person || !(office && joined || further) {
        return None;
    }
    let close = next_comma(units, start + 1..start + 1 + WORDS)?;
    let plain = |unit: &Unit| match unit.kind {
        Kind::Word | Kind::Function => !unit.is(Class::Relative) && !unit.is(Class::Complement),
        Kind::Phrase(index) => phrases[index].kind != PhraseKind::Person,
        Kind::Verb | Kind::Noun | Kind::Participle | Kind::Mark(_) => false,
    };
    units[start + usize::from(further && portfolio)..close].iter().all(plain).then_some(close)
}

/// Returns whether a unit may open what tells of when, where or how.
fn opens_adverbial(unit: &Unit, asked: &Asked<'_>) -> bool {
    unit.phrase().is_none()
        && !unit.clitics.has_conjunction()
        && (unit.is_preposition()
            || unit.has(|class| matches!(class, Class::Circumstance | Class::Source))
            || unit.clitics.has_preposition()
            || unit.kind == Kind::Word && (asked.led)(unit))
}

/// Returns whether nothing between two units begins a clause of its own, but for what was said and done by the way.
fn tells_nothing_else(units: &[Unit], asked: &Asked<'_>) -> bool {
    const NEAR: usize = 3;
    (0..units.len()).all(|at| {
        let unit = &units[at];
        let relative = || units[at.saturating_sub(NEAR)..at].iter().any(|unit| unit.is(Class::Relative));
        !unit.is_stop() && !unit.is(Class::Complement) && (unit.kind != Kind::Verb || (asked.says)(unit) || relative())
    })
}

/// Returns the first mark of those units, if it is a comma.
fn next_comma(units: &[Unit], near: Range<usize>) -> Option<usize> {
    (near.start..units.len().min(near.end)).find(|&at| units[at].is_mark()).filter(|&at| units[at].is_comma())
}

/// Returns the comma that closes a parenthesis which a comma opens.
fn closing(units: &[Unit], verb: Option<&Unit>, open: usize, asked: &Asked<'_>) -> Option<usize> {
    let opens = units.get(open + 1).filter(|unit| opens_adverbial(unit, asked))?;
    let close = next_comma(units, open + 2..open + LONGEST)?;
    let inside = &units[open + 1..close];
    let told = inside.iter().any(asked.says);
    let remark = inside.get(1).is_some_and(is_utterance);
    // خلال الزيارة التي يقوم بها: a contact has its own readers, and pronouns that look back.
    // فرضت تركيا، بعد الهجوم، عقوبات
    let carries = |verb: &Unit| units.get(close + 1).is_some_and(|next| (asked.carries)(verb, next));
    let stance = verb.is_none_or(|verb| (asked.stance)(verb) || verb.is(Class::Auxiliary) || carries(verb))
        && !inside.iter().any(|unit| unit.kind == Kind::Noun && !remark && !(asked.stance)(unit));
    // وفقا لوكالة الأنباء، وفق بيان الرئاسة: who reports it.
    let sourced = opens.is(Class::Source) && !opens.clitics.has_preposition();
    let own = verb.is_some_and(|verb| (asked.governs)(verb, opens)) && !told && !remark;
    ((told || remark || stance || sourced) && !own && tells_nothing_else(inside, asked)).then_some(close)
}

/// استقبل فلان أمس، في منتجع: one past the words right behind a subject that tell the day, which no comma opens.
fn bare_time(units: &[Unit], at: usize) -> Option<usize> {
    let time = |unit: &&Unit| {
        unit.kind == Kind::Function
            && unit.clitics == Clitics::NONE
            && unit.has(|class| {
                matches!(class, Class::Day(_) | Class::Weekday(_) | Class::Month(_) | Class::Skip | Class::TimeHead)
            })
    };
    let end = at + units.get(at..)?.iter().take_while(time).count();
    (end > at && units.get(end)?.is_comma()).then_some(end)
}

/// استقبل فلان أمس، في منتجع سوتشي على البحر الأسود، رئيس: the comma that closes where it was, told by words and places alone.
fn scene(units: &[Unit], phrases: &[Phrase], open: usize, asked: &Asked<'_>) -> Option<usize> {
    units.get(open + 1).filter(|unit| (asked.inside)(unit))?;
    let close = next_comma(units, open + 2..open + LONGEST)?;
    let place = |unit: &Unit| match unit.kind {
        Kind::Word => true,
        Kind::Function => !unit.has(|class| matches!(class, Class::Relative | Class::Complement)),
        Kind::Phrase(index) => {
            matches!(phrases[index].kind, PhraseKind::Place | PhraseKind::Country | PhraseKind::Demonym)
        }
        Kind::Verb | Kind::Noun | Kind::Participle | Kind::Mark(_) => false,
    };
    units[open + 1..close].iter().all(place).then_some(close)
}

/// Where a remark ends that no comma opens: في تصريحات صحفية، خلال مؤتمر صحفي, في حوار مع قناة.
fn remark(units: &[Unit], phrases: &[Phrase], verb: Option<&Unit>, at: usize, asked: &Asked<'_>) -> Option<usize> {
    let opens = units.get(at).filter(|unit| opens_adverbial(unit, asked) && !unit.clitics.has_preposition())?;
    if !opens.is_preposition() && !opens.is(Class::Circumstance) || !is_utterance(units.get(at + 1)?) {
        return None;
    }
    let taken = |unit: &Unit| verb.is_some_and(|verb| (asked.governs)(verb, unit));
    let mut end = at + 2;
    while let Some(unit) = units.get(end) {
        let next = units.get(end + 1);
        let adjective = unit.kind == Kind::Word && unit.clitics == Clitics::NONE && (asked.relates)(unit);
        let time = unit.phrase().is_none()
            && unit.has(|class| {
                matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Last | Class::PrepPronoun(_))
            });
        // لـ«المصري اليوم», مع قناة الجزيرة, على برنامج
        let medium = |unit: &Unit| {
            unit.is(Class::Broadcast)
                || unit.phrase().is_some_and(|index| {
                    matches!(phrases[index].kind, PhraseKind::Body | PhraseKind::Place | PhraseKind::Country)
                        || phrases[index].referents.is_empty()
                })
        };
        let within = unit.clitics.has_preposition() && medium(unit) && !taken(unit);
        if adjective || time || within {
            end += 1;
        } else if unit.is_preposition() && !taken(unit) && next.is_some_and(medium) {
            end += 2;
        } else {
            break;
        }
    }
    // في مؤتمر تحالف الأمة: whose it is.
    let whole = end > at + 2 || units.get(end).is_some_and(|unit| unit.phrase().is_none());
    if units.get(end)?.is_comma() || whole && goes_on(units, phrases, verb, end, asked) {
        return Some(end);
    }
    // في كلمة ألقاها أمام المؤتمر، تصريحات
    let close = next_comma(units, end..at + LONGEST)?;
    let inside = &units[at..close];
    (tells_nothing_else(inside, asked) && !inside.iter().skip(2).any(taken)).then_some(close)
}

/// حزب الوفد بالإسكندرية يطالب, طالب الحزب في الشرقية الحكومة: one past the place that tells where a subject right before it is.
fn whereabouts(units: &[Unit], phrases: &[Phrase], head: Head, asked: &Asked<'_>) -> Option<usize> {
    let subject = units[head.end.checked_sub(1)?].phrase().map(|index| &phrases[index])?;
    let verb = head.verb.map(|at| &units[at]);
    // التقى كيري بالقاهرة: of contacts the place has its own readers.
    if !matches!(subject.kind, PhraseKind::Body | PhraseKind::Person) || verb.is_some_and(|verb| !(asked.stance)(verb))
    {
        return None;
    }
    let place = |at: usize, clitics: Clitics| {
        units.get(at).and_then(Unit::phrase).is_some_and(|index| {
            let phrase = &phrases[index];
            matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country) && phrase.clitics == clitics
        })
    };
    let first = units.get(head.end)?;
    // سحب الحزب في اليمن، والتكتل: behind a comma only a further aside, no further subject.
    let ends = |&end: &usize| {
        let aside = || units.get(end + 1).is_some_and(|next| opens_adverbial(next, asked));
        !units.get(end).is_some_and(Unit::is_comma) || aside()
    };
    // أشاد كاتس بالولايات المتحدة لموقفها: it is the verb's own preposition, where no object and no other ب follows.
    let own = verb.is_some_and(|verb| (asked.takes)(verb, first));
    let word = units
        .get(head.end + 1)
        .is_some_and(|next| next.kind == Kind::Word && !verb.is_some_and(|verb| (asked.takes)(verb, next)));
    if place(head.end, Clitics::BI) {
        return Some(head.end + 1).filter(ends).filter(|_| !(own && word));
    }
    // بمحافظة الشرقية, في الشرقية
    let led = first.phrase().is_none()
        && first.is(Class::PlaceHead)
        && (first.clitics.has(Clitics::BI) || (asked.led)(first));
    let inside = (asked.inside)(first);
    (led || inside && subject.kind == PhraseKind::Body)
        .then_some(head.end + 2)
        .filter(|_| place(head.end + 1, Clitics::NONE))
        .filter(ends)
}

/// Returns whether a unit may be the object with which a clause goes on.
fn is_object(unit: &Unit, phrases: &[Phrase]) -> bool {
    let bare = unit.clitics == Clitics::NONE;
    match unit.kind {
        Kind::Phrase(index) => bare && (phrases[index].kind != PhraseKind::Unknown || phrases[index].named),
        Kind::Noun | Kind::Word => bare,
        Kind::Function => {
            bare && unit.has(|class| matches!(class, Class::Agent | Class::Body | Class::SideHead | Class::Each))
        }
        Kind::Verb | Kind::Participle | Kind::Mark(_) => false,
    }
}

/// تصريحات, مؤتمر صحفي, برنامج.
fn is_utterance(unit: &Unit) -> bool {
    unit.has(|class| matches!(class, Class::Utterance | Class::Broadcast))
}
