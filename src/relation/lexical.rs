//! The words of the lexicon as units: the longest form at a token, and which of its readings the token allows.

use std::cmp::Reverse;

use smallvec::SmallVec;

use super::choose::{Heard, choose, is_past_of_him};
use super::fronted::is_deed_behind_occasion;
use super::unit::{Kind, Unit, plain};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Form, Item, Predicate, Sense, Shape, Slot, Tense};
use crate::mention::{Hit, Kinds, Knowledge, Phrase, PhraseKind, Scan};
use crate::text::{Clitics, Token, Tokens};

/// How far a form of the lexicon may reach into the phrases behind it.
pub(super) struct Limit<'p> {
    /// Where the next phrase begins.
    phrase: usize,
    /// Where the next phrase begins that names somebody.
    named: usize,
    phrases: &'p [Phrase],
}

impl<'p> Limit<'p> {
    /// `phrases` are those to come, in a sentence that ends at `end`.
    pub(super) fn before(phrases: &'p [Phrase], end: usize) -> Self {
        let nameless = |phrase: &&Phrase| matches!(phrase.kind, PhraseKind::Pronoun | PhraseKind::Unknown);
        let few = phrases.iter().take_while(nameless).count();
        let start = |at: usize| phrases.get(at).map_or(end, |phrase| phrase.start);
        Self { phrase: start(0), named: start(few), phrases: &phrases[..few] }
    }

    /// Returns whether a form may end there. That of a trigger may have a nameless phrase in it, whole:
    /// "gave his word", سحب سفيرها.
    fn allows(&self, end: usize, trigger: bool) -> bool {
        end <= self.phrase
            || trigger
                && end <= self.named
                && self.phrases.iter().all(|phrase| end <= phrase.start || phrase.end <= end)
    }
}

/// Returns the longest form of the lexicon at a token, as one unit; a plain word where there is none.
pub(super) fn lexical(
    knowledge: &Knowledge,
    lang: Lang,
    scan: &Scan,
    at: usize,
    limit: &Limit<'_>,
    (before, next): (&[Unit], Option<&Phrase>),
    (determined, teh_marbuta, finite, behind_what): (bool, bool, bool, bool),
) -> Unit {
    if !scan.kinds(at).has(Kinds::UNIT) {
        return Unit { determined: determined && lang == Lang::Ar, ..plain(at, at + 1, Kind::Word) };
    }
    let mut unit = plain(at, at + 1, Kind::Word);
    // The longest form, of those the one with the fewest proclitics.
    let mut best: Option<(u32, Reverse<u32>)> = None;
    let mut noted: SmallVec<[(u32, Class); 4]> = SmallVec::new();
    let owned = lang == Lang::En && before.last().is_some_and(|last| last.possessive);
    let acts = next.is_some_and(|phrase| phrase.start == at + 1 && phrase.clitics == Clitics::NONE);
    let joined = lang == Lang::Ar && acts && is_joined_verb(knowledge, scan, at);
    let known = |hit: &&Hit| {
        hit.kinds.has(Kinds::UNIT) && limit.allows(hit.end as usize, true) && !(joined && hit.clitics == Clitics::NONE)
    };
    for hit in scan.at(at).iter().filter(known) {
        let single = hit.end as usize == at + 1;
        for (of, item) in knowledge.dictionary.meanings(&knowledge.lexicon, hit.node) {
            if of != lang {
                continue;
            }
            // غير مقبول: of several words it is no negation.
            let whole = |class| !single && matches!(class, Class::Epithet | Class::Acclaim);
            if let Item::Class(class) = item
                && class.is_quiet()
                && !whole(class)
            {
                if class.is_noted()
                    && (single
                        || matches!(
                            class,
                            Class::Duty
                                | Class::Deputation
                                | Class::Content
                                | Class::Margin
                                | Class::Open
                                | Class::Will(_)
                                | Class::Incumbent
                                | Class::Grounds
                                | Class::Adversative
                                | Class::Sport
                        ))
                {
                    noted.push((hit.end, class));
                }
                continue;
            }
            // "his thanks to Putin" is no cause.
            if owned && !single && matches!(item, Item::Class(Class::Circumstance)) {
                continue;
            }
            let within = limit.allows(hit.end as usize, matches!(item, Item::Form(_)));
            let other = teh_marbuta && single && ends_in_heh(item) || !finite && is_past(item);
            let place = Some((hit.end, Reverse(hit.skip)));
            if !within || other || !allowed(item, hit.clitics) || place < best {
                continue;
            }
            if place > best {
                best = place;
                (unit.end, unit.skip) = (hit.end as usize, hit.skip);
                unit.classes.clear();
                unit.forms.clear();
            }
            unit.clitics = hit.clitics;
            match item {
                Item::Class(class) => unit.classes.push(class),
                Item::Form(form) => unit.forms.push(form),
            }
        }
    }
    if best.is_none() {
        unit.determined = determined && lang == Lang::Ar;
        note(&mut unit, &noted);
        return unit;
    }
    unit.kind = Kind::Function;
    unit.determined = determined;
    let next = next.filter(|phrase| phrase.start == unit.end);
    // Most words of a class are no form of a trigger.
    let says = !unit.forms.is_empty() && settle_forms(knowledge, lang, scan, at, limit, &mut unit, (before, next));
    let preposition = |class: &Class| matches!(class, Class::Prep(_));
    if lang == Lang::En && unit.is(Class::Planned) && unit.has(|class| preposition(&class)) {
        let base = |tense| tense == Tense::Base;
        let will = opens_verb(knowledge, scan, unit.end, base);
        // "due to meet" is a plan, "due to the war" is a cause.
        unit.classes.retain(|&mut class| (class == Class::Planned) == will);
    }
    // بما توصل له فلان: behind "what" stands no verbal noun.
    let past = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past, object: None, .. });
    if behind_what && unit.clitics == Clitics::NONE && unit.forms.iter().any(past) {
        unit.forms.retain(|form| matches!(form.shape, Shape::Verb { .. }));
    }
    // "days of fighting between Kenya and Uganda"
    if lang == Lang::En && is_noun_or_gerund(&unit) && stands_between(knowledge, scan, unit.end) {
        unit.forms.retain(|form| matches!(form.shape, Shape::Noun { .. }));
    }
    let addresses = lang == Lang::Ar && unit.forms.iter().any(|form| is_address(knowledge, form));
    let lifts = lang == Lang::Ar && unit.means(&knowledge.lexicon, Sense::Lifts);
    let aims = lang == Lang::Ar && unit.clitics == Clitics::WA && goes_on_with_aim(knowledge, &unit, (before, next));
    let fronted = lang == Lang::Ar && is_deed_behind_occasion(knowledge, scan, &unit, (before, next));
    choose(lang, &mut unit, before, next, Heard { says, addresses, lifts, aims, fronted });
    if lang == Lang::En && unit.kind == Kind::Verb && is_target(knowledge, &unit, before) {
        unit.kind = Kind::Word;
        unit.forms.clear();
    }
    // ثلاثي is an adjective like any other, قاعدة a noun.
    let plain_word = |&class: &Class| matches!(class, Class::Together | Class::NamedAfter | Class::SideHead);
    let thing = |&class: &Class| {
        lang == Lang::En
            && matches!(class, Class::Tie | Class::Craft | Class::Fighters | Class::Founding | Class::Militant)
    };
    if unit.kind == Kind::Function && unit.classes.iter().all(|class| plain_word(class) || thing(class)) {
        unit.kind = Kind::Word;
    }
    note(&mut unit, &noted);
    unit
}

/// وردت موسكو بفرض عقوبات: whether a token is و and a light verb, and by its letters else only a verb that tells nothing.
fn is_joined_verb(knowledge: &Knowledge, scan: &Scan, at: usize) -> bool {
    let (mut light, mut idle) = (false, true);
    for hit in scan.at(at).iter().filter(|hit| hit.end as usize == at + 1 && hit.kinds.has(Kinds::VERB)) {
        for (_, item) in knowledge.dictionary.meanings(&knowledge.lexicon, hit.node) {
            let Item::Form(form) = item else { continue };
            let row = knowledge.lexicon.trigger(form.trigger);
            match hit.clitics {
                Clitics::WA => light |= row.flags.light && matches!(form.shape, Shape::Verb { object: None, .. }),
                Clitics::NONE => idle &= row.predicate.is_none() && !row.flags.light && !row.flags.speech,
                _ => {}
            }
        }
    }
    light && idle
}

/// حث, شكر: whether a form is a verb of demanding or thanks, of which a man is more often the subject than somebody the owner of the
/// noun of the same letters.
fn is_address(knowledge: &Knowledge, form: &Form) -> bool {
    let told = knowledge.lexicon.trigger(form.trigger).predicate;
    matches!(form.shape, Shape::Verb { .. }) && matches!(told, Some(Predicate::DemandedOf | Predicate::Praised))
}

/// "bombed Islamic State targets in Libya", "hit several targets": whether a third person is what a verb of force hits, right before it, its
/// owner or a few words.
fn is_target(knowledge: &Knowledge, unit: &Unit, before: &[Unit]) -> bool {
    const WORDS: usize = 3;
    let third = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Present, .. });
    let force = |form: &Form| {
        let deed = matches!(
            form.shape,
            Shape::Verb { tense: Tense::Past | Tense::PastParticiple | Tense::Base | Tense::Gerund, .. }
        );
        deed && knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Attacked)
    };
    let before = match before.split_last() {
        Some((owner, rest)) if owner.phrase().is_some() => rest,
        _ => before,
    };
    let plain = |unit: &&Unit| {
        unit.phrase().is_none()
            && !unit.is_mark()
            && unit.kind != Kind::Verb
            && !unit.has(|c| matches!(c, Class::Conj | Class::Relative | Class::Complement | Class::Circumstance))
    };
    let words = before.iter().rev().take(WORDS).take_while(plain).count();
    let verb = before.len().checked_sub(words + 1).map(|verb| &before[verb]);
    unit.forms.iter().all(third) && verb.is_some_and(|verb| verb.kind == Kind::Verb && verb.forms.iter().any(force))
}

/// Leaves out the forms of triggers that the words around a unit exclude; returns whether it is a word of saying.
fn settle_forms(
    knowledge: &Knowledge,
    lang: Lang,
    scan: &Scan,
    at: usize,
    limit: &Limit<'_>,
    unit: &mut Unit,
    (before, next): (&[Unit], Option<&Phrase>),
) -> bool {
    // ظهر الأربعاء is a time, and nobody has appeared.
    let day = |class| matches!(class, Class::Weekday(_) | Class::Day(_));
    let verb = |form: &Form| matches!(form.shape, Shape::Verb { .. });
    // هنأ أمس بوتين أردوغان: at the head of a clause "he congratulated", though its letters may be "here".
    let opens_clause = before.last().is_none_or(Unit::is_mark) || unit.clitics == Clitics::WA;
    let thanks =
        |form: &Form| verb(form) && knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Praised);
    if unit.is(Class::Skip)
        && unit.forms.iter().any(verb)
        && !(lang == Lang::Ar && opens_clause && unit.forms.iter().any(thanks))
        && unit.end < limit.phrase
        && (opens(knowledge, scan, unit.end, day)
            // ظهر يوم الأربعاء
            || unit.end + 1 < limit.phrase
                && opens(knowledge, scan, unit.end, |class| matches!(class, Class::TimeHead))
                && opens(knowledge, scan, unit.end + 1, day))
    {
        unit.forms.clear();
    }
    // وفقا لبيان: who tells it, and no two men who made peace.
    if unit.is(Class::Source) && lang == Lang::Ar {
        unit.forms.retain(|form| !verb(form));
    }
    let says = scan.kinds(at).has(Kinds::SAYING)
        && unit.forms.iter().any(|form| knowledge.lexicon.trigger(form.trigger).flags.speech);
    // عبر عن, عبر خلاله: before another preposition the verb of those letters.
    let preposition = |class: &Class| matches!(class, Class::Prep(_));
    if says && lang == Lang::Ar && unit.has(|class| preposition(&class)) && leads_on(knowledge, scan, unit.end) {
        unit.classes.retain(|class| !preposition(class));
    }
    if lang == Lang::Ar && asks_of_him(knowledge, scan, unit) {
        unit.forms.retain(|form| verb(form));
    }
    if lang == Lang::Ar && happens_meanwhile(knowledge, scan, unit, before) {
        unit.forms.retain(|form| verb(form));
    }
    if lang == Lang::Ar && unit.clitics == Clitics::WA && is_thanks_to(knowledge, scan, unit) {
        unit.forms.retain(|form| !verb(form));
    }
    if lang == Lang::Ar && opens_what_is_said(knowledge, unit, before, next) {
        unit.forms.retain(|form| !verb(form));
    }
    if lang == Lang::Ar && before.last().is_some_and(Unit::is_comma) && is_of_own_land(knowledge, scan, unit) {
        unit.forms.retain(|form| !verb(form));
    }
    if lang == Lang::Ar && unit.clitics == Clitics::NONE && belongs_to(scan, unit, before) {
        unit.forms.retain(|form| !verb(form));
    }
    says
}

/// أعرب عن تقديره، وشكره للأردن على دعمه: whether thanks with a pronoun have ل right behind them, which the verb of that spelling has not.
fn is_thanks_to(knowledge: &Knowledge, scan: &Scan, unit: &Unit) -> bool {
    let praises = |form: &Form| knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Praised);
    let noun = |form: &Form| matches!(form.shape, Shape::Noun { owner: Some(_), .. }) && praises(form);
    let verb = |form: &Form| matches!(form.shape, Shape::Verb { object: Some(_), .. }) && praises(form);
    let to = || scan.holds(unit.end) && scan.at(unit.end).iter().any(|hit| hit.clitics == Clitics::LI);
    unit.forms.iter().any(noun) && unit.forms.iter().any(verb) && to()
}

/// موقعا تابعا لحماس: whether what is spelt like a verb of two stands behind a plain noun and right before ل, as "belonging to" does.
fn belongs_to(scan: &Scan, unit: &Unit, before: &[Unit]) -> bool {
    let two =
        |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past, number: Number::Dual, object: None, .. });
    let to = || scan.holds(unit.end) && scan.at(unit.end).iter().any(|hit| hit.clitics == Clitics::LI);
    let noun = before.last().is_some_and(|last| matches!(last.kind, Kind::Word | Kind::Noun));
    noun && !unit.forms.is_empty() && unit.forms.iter().all(two) && to()
}

/// Returns whether a preposition stands at a token, alone or with a pronoun: عن, خلاله, فيه.
fn leads_on(knowledge: &Knowledge, scan: &Scan, at: usize) -> bool {
    let leads = |class| matches!(class, Class::Prep(_) | Class::PrepPronoun(_) | Class::During);
    let bare = |hit: &&Hit| hit.end as usize == at + 1 && hit.clitics == Clitics::NONE;
    scan.holds(at)
        && scan.at(at).iter().filter(bare).any(|hit| {
            let mut meanings = knowledge.dictionary.meanings(&knowledge.lexicon, hit.node);
            meanings.any(|(_, item)| matches!(item, Item::Class(class) if leads(class)))
        })
}

/// Keeps the quiet classes of a word with its unit, where they are of the whole unit; a game is one by its first word ("World Cup").
fn note(unit: &mut Unit, noted: &[(u32, Class)]) {
    for &(end, class) in noted {
        if (end as usize == unit.end || class == Class::Sport) && !unit.classes.contains(&class) {
            unit.classes.push(class);
        }
    }
}

/// حملة is no حمله: no verb ends in ة, and no suffix does.
fn ends_in_heh(item: Item) -> bool {
    match item {
        Item::Form(form) => matches!(form.shape, Shape::Verb { .. } | Shape::Noun { owner: Some(_), .. }),
        Item::Class(_) => false,
    }
}

/// إقامته, إدانتها: of form IV the past is written with أ or ا, and with إ only its verbal noun.
///
/// Verbs of the forms VII, VIII and X are misprinted with إ (إجتمع, إتفق, إنتقد, إستقبل), and may be verbs.
pub(super) fn is_verbal_spelling(tokens: &Tokens, token: &Token) -> bool {
    use crate::text::fold::{ALEF, NOON, TAH, TEH, ZAIN};
    let form = tokens.form(token);
    let Some(first) = form.iter().take(2).position(|&code| code == ALEF).filter(|_| token.hamza_below) else {
        return true;
    };
    let is = |at: usize, codes: &[u8]| form.get(first + at).is_some_and(|code| codes.contains(code));
    is(1, &[TEH, TAH, NOON, ZAIN]) || is(2, &[TEH, TAH])
}

fn is_past(item: Item) -> bool {
    matches!(item, Item::Form(Form { shape: Shape::Verb { tense: Tense::Past, .. }, .. }))
}

/// ما, بما, لما, مما
pub(super) fn is_what(form: &[u8]) -> bool {
    use crate::text::fold::{ALEF, BEH, LAM, MEEM};
    matches!(form, [MEEM, ALEF] | [BEH | LAM | MEEM, MEEM, ALEF])
}

/// فيه, فيها
pub(super) fn is_in_it(form: &[u8]) -> bool {
    use crate::text::fold::{ALEF, HEH, YEH};
    const FEH: u8 = 0x93;
    matches!(form, [FEH, YEH, HEH] | [FEH, YEH, HEH, ALEF])
}

/// A verb takes no ب or ك; ل before an imperfect is "in order to".
fn allowed(item: Item, clitics: Clitics) -> bool {
    match item {
        Item::Form(Form { shape: Shape::Verb { tense, .. }, .. }) => {
            !clitics.has(Clitics::BI)
                && !clitics.has(Clitics::KA)
                && (!clitics.has(Clitics::LI) || tense == Tense::Present)
        }
        Item::Form(_) => true,
        // كامل is no آمل
        Item::Class(Class::Possible) => !clitics.has(Clitics::KA),
        Item::Class(_) => true,
    }
}

/// Returns whether a word of a class begins at a token.
fn opens(knowledge: &Knowledge, scan: &Scan, at: usize, wanted: impl Fn(Class) -> bool) -> bool {
    let of_class = |hit: &Hit| {
        hit.clitics == Clitics::NONE
            && hit.kinds.has(Kinds::UNIT)
            && knowledge
                .dictionary
                .meanings(&knowledge.lexicon, hit.node)
                .any(|(_, item)| matches!(item, Item::Class(class) if wanted(class)))
    };
    scan.at(at).iter().any(of_class)
}

/// "fighting": whether a spelling may be a gerund or a noun.
fn is_noun_or_gerund(unit: &Unit) -> bool {
    let noun = |form: &Form| matches!(form.shape, Shape::Noun { .. });
    let gerund = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Gerund, .. });
    unit.forms.iter().any(noun) && unit.forms.iter().any(gerund)
}

/// Whether the word "between" stands at a token.
fn stands_between(knowledge: &Knowledge, scan: &Scan, at: usize) -> bool {
    let Some(between) = knowledge.lexicon.preposition_id("between") else { return false };
    let own = |item: Item| matches!(item, Item::Class(Class::Prep(id)) if id == between);
    scan.holds(at)
        && scan.at(at).iter().filter(|hit| hit.end as usize == at + 1).any(|hit| {
            knowledge.dictionary.meanings(&knowledge.lexicon, hit.node).any(|(of, item)| of == Lang::En && own(item))
        })
}

/// Returns whether a verb of a tense begins at a token.
pub(super) fn opens_verb(knowledge: &Knowledge, scan: &Scan, at: usize, wanted: impl Fn(Tense) -> bool) -> bool {
    let verb = |item| matches!(item, Item::Form(Form { shape: Shape::Verb { tense, .. }, .. }) if wanted(tense));
    let of_verb = |hit: &Hit| {
        hit.clitics == Clitics::NONE
            && hit.kinds.has(Kinds::UNIT)
            && knowledge.dictionary.meanings(&knowledge.lexicon, hit.node).any(|(_, item)| verb(item))
    };
    scan.holds(at) && scan.at(at).iter().any(of_verb)
}

/// قال إن دعم بلاده لإسرائيل: whether a past that a verbal noun shares its spelling with stands right behind the "that" of a verb of
/// saying, where its noun stands; not سبق أن دعم.
fn opens_what_is_said(knowledge: &Knowledge, unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    const REACH: usize = 12;
    let Some(that) = before.last().filter(|that| that.is(Class::Complement) && !that.resumes) else { return false };
    let past = |form: &Form| is_past_of_him(form.shape);
    let noun = |form: &Form| matches!(form.shape, Shape::Noun { .. });
    let both = unit.clitics == Clitics::NONE && unit.forms.iter().any(past) && unit.forms.iter().any(noun);
    let person = next.is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.clitics == Clitics::NONE);
    let verb = before.iter().rev().take(REACH).take_while(|unit| !unit.is_stop()).find(|unit| unit.kind == Kind::Verb);
    let says = |verb: &Unit| verb.forms.iter().any(|form| knowledge.lexicon.trigger(form.trigger).flags.speech);
    both && that.end == that.start + 1 && !person && verb.is_some_and(says)
}

/// زيارة إلى باريس بحث خلالها: whether a past that a verbal noun shares its spelling with stands right before "during it", as a noun with
/// nobody behind it does not.
fn happens_meanwhile(knowledge: &Knowledge, scan: &Scan, unit: &Unit, before: &[Unit]) -> bool {
    let noun = |form: &Form| matches!(form.shape, Shape::Noun { .. });
    let past = |form: &Form| {
        matches!(form.shape, Shape::Verb { tense: Tense::Past, number: Number::Singular, object: None, .. })
    };
    let during = |class: Class| class == Class::During;
    // تم بحث خلاله, وسيتم عرض خلاله: what is done is a noun.
    let done =
        before.last().is_none_or(|last| last.is(Class::Done) || last.is_preposition() || last.kind == Kind::Verb);
    unit.clitics == Clitics::NONE
        && !done
        && unit.forms.iter().any(noun)
        && unit.forms.iter().any(past)
        && scan.holds(unit.end)
        && opens(knowledge, scan, unit.end, during)
}

/// أكد الوزير، في مؤتمر صحفي، رفض بلاده: whether a past that a verbal noun shares its spelling with stands right before "his country",
/// which would have its verb in the feminine.
fn is_of_own_land(knowledge: &Knowledge, scan: &Scan, unit: &Unit) -> bool {
    let noun = |form: &Form| matches!(form.shape, Shape::Noun { .. });
    let masculine = |form: &Form| !matches!(form.shape, Shape::Verb { .. }) || is_past_of_him(form.shape);
    let land = |class: Class| class == Class::OwnLand;
    unit.clitics == Clitics::NONE
        && unit.forms.iter().any(noun)
        && unit.forms.iter().all(masculine)
        && scan.holds(unit.end)
        && opens(knowledge, scan, unit.end, land)
}

/// وطلب منه, وعرض عليه: whether a joined past that a verbal noun shares its spelling with stands right before the pronoun on a
/// preposition that the verb takes.
fn asks_of_him(knowledge: &Knowledge, scan: &Scan, unit: &Unit) -> bool {
    let both = unit.clitics == Clitics::WA
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Noun { .. }))
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { object: None, .. }));
    let takes = |class: Class| {
        let Class::PrepPronoun(id) = class else { return false };
        let row = |form: &Form| &knowledge.lexicon.trigger(form.trigger).object;
        unit.forms
            .iter()
            .any(|form| matches!(form.shape, Shape::Verb { object: None, .. }) && row(form).contains(&Slot::Prep(id)))
    };
    both && scan.holds(unit.end) && opens(knowledge, scan, unit.end, takes)
}

/// هدد ترامب بقصف إيران وفرض عقوبات على روسيا: whether a spelling that is both noun and verb, joined by و, stands behind a deed that the verb before
/// threatens or promises, with nobody right behind it who would do it.
fn goes_on_with_aim(knowledge: &Knowledge, unit: &Unit, (before, next): (&[Unit], Option<&Phrase>)) -> bool {
    let noun = unit.forms.iter().any(|form| matches!(form.shape, Shape::Noun { .. }));
    let verb = unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { .. }));
    let doer = next.is_some_and(|phrase| phrase.clitics == Clitics::NONE && phrase.kind == PhraseKind::Person);
    if !noun || !verb || doer {
        return false;
    }
    let open = |unit: &&Unit| !unit.is_mark() && !unit.has(|c| matches!(c, Class::Complement | Class::Relative));
    let behind = before.iter().rev().take_while(open).take_while(|unit| unit.kind != Kind::Verb).count();
    let Some(main) = before.len().checked_sub(behind + 1).map(|at| &before[at]) else { return false };
    let wills = main.kind == Kind::Verb
        && main.forms.iter().any(|form| {
            let told = knowledge.lexicon.trigger(form.trigger).predicate;
            matches!(told, Some(Predicate::Threatened | Predicate::Promised))
        });
    let deed = |unit: &Unit| matches!(unit.kind, Kind::Noun | Kind::Word) && unit.clitics.has(Clitics::BI);
    wills && before[before.len() - behind..].iter().any(deed)
}
