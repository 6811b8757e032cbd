//! Which reading of a word holds: a unit with every reading its spelling allows comes in, with what stands before and
//! behind it; the same unit with the readings that may stand there goes out.

use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Form, Shape, Tense};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// What the verbs that one spelling may be tell.
#[derive(Clone, Copy)]
pub(super) struct Heard {
    /// That somebody says something.
    pub(super) says: bool,
    /// That a burden comes to its end: رفع العقوبات.
    pub(super) lifts: bool,
    /// A demand or thanks.
    pub(super) addresses: bool,
    /// It goes on with what somebody threatens or promises to do: هدد بقصف إيران وفرض عقوبات.
    pub(super) aims: bool,
}

/// Decides between the verb, noun and participle that one spelling may be.
pub(super) fn choose(lang: Lang, unit: &mut Unit, before: &[Unit], next: Option<&Phrase>, heard: Heard) {
    let Heard { says, addresses, lifts, aims } = heard;
    // "in May 2013", "On May 12", "in early May": behind what leads to a time, may is the month.
    let dated = || {
        before.last().is_none_or(|last| {
            last.is_preposition()
                || last.has(|c| matches!(c, Class::Last | Class::Next | Class::This | Class::Part | Class::Number(_)))
                || last.kind == Kind::Word && before.len() > 1 && before[before.len() - 2].is_preposition()
        })
    };
    if lang == Lang::En && unit.is(Class::Possible) && unit.has(|class| matches!(class, Class::Month(_))) && dated() {
        unit.classes.retain(|class| *class != Class::Possible);
    }
    // Most words of a class are no form of a trigger, and there is nothing to choose.
    if unit.forms.is_empty() {
        return;
    }
    let function = unit.has(|class| {
        matches!(
            class,
            Class::Prep(_)
                | Class::Circumstance
                | Class::Complement
                | Class::Conj
                | Class::Relative
                | Class::Negation
                | Class::Qad
                | Class::Month(_)
                | Class::Weekday(_)
                | Class::ListMore
                | Class::PlaceHead
                | Class::PrepPronoun(_)
        )
    });
    // "has given": a preposition by its spelling is a participle behind an auxiliary.
    let participle = lang == Lang::En
        && unit.is(Class::Circumstance)
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. }))
        && before.last().is_some_and(|last| last.is(Class::Auxiliary));
    // عبر الرئيس عن قلقه: a preposition by its spelling, of somebody who speaks.
    // جرت اليوم، بين فلان وفلان: behind a parenthesis of time the preposition.
    let timed = before.len() > 1
        && before[before.len() - 1].is_comma()
        && before[before.len() - 2].has(|class| matches!(class, Class::Day(_) | Class::Weekday(_) | Class::Skip));
    let speaker = lang == Lang::Ar
        && says
        && !timed
        && next.is_some_and(|phrase| {
            let title = phrase.kind == PhraseKind::Unknown && phrase.office.is_some();
            (phrase.kind == PhraseKind::Person || title) && phrase.clitics == Clitics::NONE
        })
        && before
            .last()
            .is_none_or(|last| last.is_mark() || last.has(|class| matches!(class, Class::Conj | Class::Qad)))
        && unit.has(|class| matches!(class, Class::Prep(_)));
    if participle || speaker {
        unit.classes.clear();
    } else if function || lang == Lang::Ar && unit.is(Class::Skip) && is_bare_past(unit) && within_clause(before) {
        unit.forms.clear();
        return;
    }
    let verb = unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { .. }));
    let noun = unit.forms.iter().any(|form| matches!(form.shape, Shape::Noun { .. }));
    let participle = unit.forms.iter().any(|form| matches!(form.shape, Shape::Participle { .. }));
    // برنامج هنا العاصمة: an adverb that is spelt like a verb is one only where a clause begins.
    // استقبل الوفد وهنأ السيسي: joined, right before somebody, the verb.
    let greets = unit.clitics.has_conjunction()
        && next.is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country) && phrase.clitics == Clitics::NONE
        });
    if lang == Lang::Ar && verb && unit.is(Class::Skip) && !greets && !opens_clause(unit, before) {
        unit.forms.clear();
        return;
    }
    if lang == Lang::Ar && participle && unit.is(Class::Next) && is_coming_event(unit, before) {
        unit.forms.clear();
        return;
    }
    // أكدت فرنسا موقفها، مطالبة إيران: behind a comma the participle.
    let noun = noun && !(lang == Lang::Ar && participle && before.last().is_some_and(Unit::is_comma));
    let kind = match (verb, noun || participle) {
        (false, false) => return,
        (true, false) => {
            // جولته التي شملت قطر قال: a verb of saying behind a relative clause is no object of it.
            let relative = before.len() > 2 && before[before.len() - 3].is(Class::Relative);
            let object = lang == Lang::Ar && !(says && relative) && is_bare_past(unit) && behind_subject(before);
            // أول من دعا: the preposition is spelt like "who".
            let who = before.len() > 1 && before[before.len() - 2].is(Class::First);
            let behind_preposition = lang == Lang::Ar
                && !who
                && before.last().is_some_and(|last| {
                    last.kind == Kind::Function
                        && last.has(|c| matches!(c, Class::Prep(_) | Class::Circumstance))
                        && !last.is(Class::Complement)
                });
            // تم كشف, يتم إبلاغ: what is done is a noun.
            let done = lang == Lang::Ar && before.last().is_some_and(|last| last.is(Class::Done));
            // رفضت مصر تدخل تركيا, مصر ترفض تدخل تركيا: what a stance is about, spelt like a verb.
            // رفضه تدخل تركيا, رافضا تدخل تركيا
            let taken = before
                .last()
                .is_some_and(|last| last.kind == Kind::Participle || last.kind == Kind::Noun && last.owner().is_some());
            let thing = lang == Lang::Ar
                && unit.is(Class::SideHead)
                && (behind_subject(before)
                    || is_right_behind_verb(unit, before)
                    || taken && unit.clitics == Clitics::NONE);
            // مصر تدعم أمن لبنان: nor is a bare past one right behind a verb.
            // قوبل عرض تركيا; but not where the one before has its object: قرار ترشحه جاء بعد لقاء.
            let open =
                |last: &Unit| last.kind == Kind::Verb && last.verb().is_some_and(|(.., object)| object.is_none());
            let object = object || lang == Lang::Ar && is_bare_past(unit) && before.last().is_some_and(open);
            // دعم بلاده لحق إسرائيل: a right with ل on it, spelt like "followed".
            let right = lang == Lang::Ar
                && is_bare_past(unit)
                && unit.has(|class| matches!(class, Class::Will(_)))
                && before.last().is_some_and(|last| last.phrase().is_some() || last.is(Class::OwnLand) || taken);
            if behind_preposition
                || right
                || lifts && is_ending_spoken_of(unit, before)
                || object
                || thing
                || done
                || lang == Lang::En && verb_is_nominal(unit, before)
            {
                Kind::Word
            } else {
                Kind::Verb
            }
        }
        (false, true) => {
            if noun {
                Kind::Noun
            } else {
                Kind::Participle
            }
        }
        (true, true) => {
            let as_verb = match lang {
                Lang::Ar if aims || is_halted(unit, before) || is_of_his_land(unit, before) => false,
                Lang::Ar => {
                    is_deed_of_pair(unit, before)
                        || is_deed_of_speaker(unit, before)
                        || describes_noun(unit, before)
                        || gathers_people(unit, before, next)
                        || opens_clause(unit, before)
                            && (is_negated(before)
                                || opens_with_verb(before)
                                || addresses && is_next_clause(unit, before)
                                || !is_verbal_noun(unit, before, next))
                        || behind_adverbial(unit, before, next)
                        || opens_behind_adverbs(unit, before, next)
                        || is_about_what(unit, before)
                        || goes_on_about_him(unit, before)
                }
                Lang::En => takes_party(unit, before, next) || !verb_is_nominal(unit, before),
            };
            if as_verb {
                Kind::Verb
            } else if noun {
                Kind::Noun
            } else {
                Kind::Participle
            }
        }
    };
    unit.kind = kind;
    unit.forms.retain(|form| match form.shape {
        Shape::Verb { .. } => kind == Kind::Verb,
        Shape::Noun { .. } => kind == Kind::Noun,
        Shape::Participle { .. } => kind == Kind::Participle,
    });
}

/// ترحيب بلاده ودعمها: whether a spelling with a pronoun is a noun joined to another one, of which his country has both.
fn is_of_his_land(unit: &Unit, before: &[Unit]) -> bool {
    let own = |form: &Form| matches!(form.shape, Shape::Noun { owner: Some(_), .. });
    let [.., head, land] = before else { return false };
    unit.clitics.has_conjunction()
        && land.phrase().is_none()
        && land.is(Class::OwnLand)
        && head.kind == Kind::Noun
        && unit.forms.iter().any(own)
}

/// بوقف دعمها للحزب: whether a spelling with a pronoun is the noun of what somebody is to end, right behind the word for that.
fn is_halted(unit: &Unit, before: &[Unit]) -> bool {
    let own = |form: &Form| matches!(form.shape, Shape::Noun { owner: Some(_), .. });
    let ends = |last: &Unit| last.phrase().is_none() && last.kind != Kind::Verb && last.is(Class::Halting);
    unit.clitics == Clitics::NONE && unit.forms.iter().any(own) && before.last().is_some_and(ends)
}

/// أوباما وأردوغان عقدا اجتماعا: a dual right behind two names, though its letters may be a noun.
fn is_deed_of_pair(unit: &Unit, before: &[Unit]) -> bool {
    let dual = |form: &Form| matches!(form.shape, Shape::Verb { number: Number::Dual, .. });
    // قال إنهما بحثا الأزمة, إنه وعباس بحثا الأزمة
    let they = match before {
        [.., that, other] if other.phrase().is_some() => that.resumes && other.clitics == Clitics::WA,
        [.., that] => that.resumes && that.phrase().is_none(),
        [] => false,
    };
    unit.clitics == Clitics::NONE && unit.forms.iter().any(dual) && (behind_two(before) || they)
}

/// قال لافروف "طلبنا من", but not في طلبنا: "we asked" is spelt like "our request", and that stands behind what governs it.
fn is_deed_of_speaker(unit: &Unit, before: &[Unit]) -> bool {
    let ours = unit.own().is_some() && unit.owner().is_some();
    let governed = |last: &Unit| {
        last.is_preposition() || last.is(Class::During) || matches!(last.kind, Kind::Verb | Kind::Noun | Kind::Word)
    };
    ours && !unit.clitics.has_preposition() && !before.last().is_some_and(governed)
}

/// المحادثات القادمة بين, زيارة بوتين القادمة إلى: whether "coming" says of what is to happen when it does, and nobody comes.
fn is_coming_event(unit: &Unit, before: &[Unit]) -> bool {
    let event = |back: usize| before.len() >= back && before[before.len() - back].kind == Kind::Noun;
    let feminine = |form: &Form| matches!(form.shape, Shape::Participle { gender: Some(Gender::Feminine), .. });
    let named = before.last().is_some_and(|last| last.phrase().is_some());
    event(1) || event(2) && named && unit.forms.iter().all(feminine)
}

/// Returns whether a unit is a bare third person of the past, which a verbal noun often shares: عرض, سحب.
fn is_bare_past(unit: &Unit) -> bool {
    unit.clitics == Clitics::NONE && unit.forms.iter().all(|form| is_past_of_him(form.shape))
}

/// Returns whether a form is the past of a man without a pronoun on it.
pub(super) fn is_past_of_him(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Verb { tense: Tense::Past, gender: Some(Gender::Masculine), number: Number::Singular, object: None }
    )
}

/// Returns whether a spelling that is both verb and noun can only be the noun: ضم روسيا (the verb would be ضمت), دعما.
fn is_verbal_noun(unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    let dual = unit
        .forms
        .iter()
        .all(|form| !matches!(form.shape, Shape::Verb { number: Number::Singular | Number::Plural, .. }));
    let owner = next.is_some_and(|phrase| {
        phrase.kind == PhraseKind::Country
            && phrase.clitics == Clitics::NONE
            && phrase.gender == Some(crate::gazetteer::Gender::Feminine)
    });
    let subject = before.last().is_some_and(|last| last.phrase().is_some());
    let masculine = unit.forms.iter().any(|form| {
        matches!(
            form.shape,
            Shape::Verb {
                tense: Tense::Past,
                gender: Some(crate::gazetteer::Gender::Masculine),
                number: Number::Singular,
                object: None
            }
        )
    });
    // تواصل مصر جهودها: a present of hers.
    let hers = |form: &Form| {
        matches!(form.shape, Shape::Verb { tense: Tense::Present, gender: Some(Gender::Feminine), object: None, .. })
    };
    let hers = unit.forms.iter().any(hers);
    // إدانة تركيا: spelt like "he condemned him" in normal form, where ه and ة are one.
    let object = unit.forms.iter().all(|form| !matches!(form.shape, Shape::Verb { object: None, .. }));
    let behind_relative = before.last().is_some_and(|last| last.is(Class::Relative) || last.phrase().is_some());
    let ending = object
        && next.is_some_and(|phrase| phrase.clitics == Clitics::NONE)
        && !behind_relative
        && !is_done_by_next(unit, before, next);
    // رفض إيراني لـ: an adjective of a country right behind it.
    let adjective = next.is_some_and(|phrase| phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE);
    // ألمانيا وفرنسا أدانتا: behind two who are joined it is what both did.
    dual && !behind_two(before)
        || adjective && masculine && !subject
        || ending
        || owner && masculine && !subject && !hers
}

/// فيما رفضه عباس, ، ورفضه عباس: whether somebody stands right behind a past with a pronoun on it that opens a clause, and it is no thing of his.
fn is_done_by_next(unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    let past = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past, object: Some(_), .. });
    let thing = |form: &Form| matches!(form.shape, Shape::Noun { owner: None, .. });
    let opens = before.last().is_some_and(|last| {
        let conjunction = last.phrase().is_none() && last.is(Class::Conj) && unit.clitics == Clitics::NONE;
        conjunction || last.is_mark() && unit.clitics == Clitics::WA
    });
    opens
        && next.is_some_and(|phrase| {
            // بينما أدانتها إيران
            let land = phrase.kind == PhraseKind::Country && unit.clitics == Clitics::NONE;
            (phrase.kind == PhraseKind::Person || land) && phrase.clitics == Clitics::NONE
        })
        && unit.forms.iter().any(past)
        && !unit.forms.iter().any(thing)
}

/// ألمانيا وفرنسا أدانتا: whether two phrases stand right before, the second joined to the first.
fn behind_two(before: &[Unit]) -> bool {
    if before.last().is_some_and(|last| last.pair) && opens_with_pair(before) {
        return true;
    }
    let [.., first, second] = before else { return false };
    first.phrase().is_some()
        && !first.clitics.has_preposition()
        && second.phrase().is_some()
        && second.clitics == Clitics::WA
}

/// الرئيسان الروسي والتركي عقدا اجتماعا, but not وقع الوزيران عقدا: whether no verb stands in the clause before two who are one phrase.
fn opens_with_pair(before: &[Unit]) -> bool {
    let opens = |unit: &&Unit| {
        !unit.is_mark()
            && (unit.phrase().is_some() || !unit.has(|class| matches!(class, Class::Complement | Class::Relative)))
    };
    before.iter().rev().take_while(opens).all(|unit| unit.kind != Kind::Verb)
}

/// وهو ما رفضه فلان: whether "what" stands right before a past with a pronoun on it, behind a pronoun that goes on.
fn is_about_what(unit: &Unit, before: &[Unit]) -> bool {
    let [.., pronoun, what] = before else { return false };
    let past = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past, object: Some(_), .. });
    pronoun.phrase().is_some()
        && pronoun.clitics.has_conjunction()
        && what.kind == Kind::Word
        && what.end == what.start + 1
        && what.clitics == Clitics::NONE
        && unit.forms.iter().any(past)
}

/// تحدث بايدن إلى السيسي وشكره على دوره: whether a past with a pronoun on it and "and" before it goes on right behind somebody whom the verb
/// of the clause met, who is no more thanks of his.
fn goes_on_about_him(unit: &Unit, before: &[Unit]) -> bool {
    let past = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Past, object: Some(_), .. });
    let own = |form: &Form| !matches!(form.shape, Shape::Noun { owner: None, .. });
    unit.clitics == Clitics::WA
        && before.last().is_some_and(|last| last.phrase().is_some())
        && unit.forms.iter().any(past)
        && unit.forms.iter().all(own)
        && behind_met(before)
}

/// Returns whether nothing but phrases and prepositions stands between the verb of the clause and a unit.
fn behind_met(before: &[Unit]) -> bool {
    before
        .iter()
        .rev()
        .find(|unit| unit.phrase().is_none() && !unit.is_preposition())
        .is_some_and(|unit| unit.kind == Kind::Verb)
}

/// أشاد فلان بجهود مصر، وحث إسرائيل: whether a word joined with و opens a clause behind a mark, or the sentence.
fn is_next_clause(unit: &Unit, before: &[Unit]) -> bool {
    // كما شكر مصر
    let joined = |last: &Unit| last.phrase().is_none() && last.kind == Kind::Function && last.is(Class::Conj);
    unit.clitics == Clitics::WA && before.last().is_none_or(Unit::is_mark)
        || unit.clitics == Clitics::NONE && before.last().is_some_and(joined)
}

/// لم توافق سوريا: whether a particle of negation stands right before, and no "un-" of an adjective.
fn is_negated(before: &[Unit]) -> bool {
    before.last().is_some_and(|last| last.is(Class::Negation) && !last.has(|class| matches!(class, Class::Prep(_))))
}

/// الذي وعد مصر, قد وعد مصر: whether what stands right before takes a verb, whatever comes next.
fn opens_with_verb(before: &[Unit]) -> bool {
    before.last().is_some_and(|last| {
        last.phrase().is_none()
            && last.kind == Kind::Function
            && last.has(|c| matches!(c, Class::Relative | Class::Qad))
    })
}

/// Returns whether the clause has its verb already and goes on: وصل إلى القاهرة ظهر السبت is no "appeared".
fn within_clause(before: &[Unit]) -> bool {
    let opens = |unit: &Unit| {
        unit.is_mark() || unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::Conj))
    };
    before.iter().rev().take_while(|unit| !opens(unit)).any(|unit| unit.kind == Kind::Verb)
}

/// Returns whether a verb and its subject stand right before, so that an object comes next.
fn behind_subject(before: &[Unit]) -> bool {
    let mut back = before.iter().rev();
    match back.next() {
        Some(unit) if unit.phrase().is_some() && !unit.clitics.has_preposition() => {
            back.next().is_some_and(|unit| unit.kind == Kind::Verb)
        }
        _ => false,
    }
}

/// Returns whether a word without a conjunction stands right behind a verb, and not behind one of its own clause.
fn is_right_behind_verb(unit: &Unit, before: &[Unit]) -> bool {
    let subject = before.iter().rev().nth(1).is_some_and(|unit| unit.phrase().is_some());
    subject && unit.clitics == Clitics::NONE && before.last().is_some_and(|last| last.kind == Kind::Verb)
}

/// بحث فلان مع فلان رفع العقوبات: whether the word for an end, spelt like a past, stands behind a party in a clause that has its verb.
fn is_ending_spoken_of(unit: &Unit, before: &[Unit]) -> bool {
    let open = |unit: &&Unit| {
        !unit.is_mark() && !unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::Conj))
    };
    is_bare_past(unit)
        // ناقش فلان ملف رفع العقوبات
        && before.last().is_some_and(|last| last.phrase().is_some() || last.kind == Kind::Word && !last.determined)
        && !behind_relative(before)
        && before.iter().rev().take_while(open).any(|unit| unit.kind == Kind::Verb)
        && before.iter().rev().take_while(open).all(|unit| !unit.is(Class::Relative))
}

/// اجتماع عقده فلان, لقاءات منفردة عقدها: a verb with a suffix for the noun before it; اجتماع ضم: one whose subject that is.
fn describes_noun(unit: &Unit, before: &[Unit]) -> bool {
    let noun = before.iter().rev().take(3).find(|unit| unit.kind != Kind::Word);
    let behind_noun = noun.is_some_and(|unit| unit.kind == Kind::Noun) && !unit.clitics.has_conjunction();
    let suffix = unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { object: Some(_), .. }))
        && unit.forms.iter().all(|form| !matches!(form.shape, Shape::Noun { owner: None, .. }));
    let gathers = unit.has(|class| matches!(class, Class::Members(_)))
        && before.last().is_some_and(|last| last.kind == Kind::Noun);
    // أكد خلال الاتصال دعمه: a clause without a relative describes nothing definite, but the object of the verb before may follow.
    let definite = noun.is_some_and(Unit::is_definite_noun);
    let meanwhile = definite && before.len() > 2 && {
        let opener = &before[before.len() - 2];
        opener.phrase().is_none() && (opener.is(Class::Circumstance) || opener.is_preposition())
    };
    let has_verb = || {
        let open = |unit: &&Unit| !unit.is_mark() && !unit.has(|c| matches!(c, Class::Complement | Class::Relative));
        before.iter().rev().take_while(open).any(|unit| unit.kind == Kind::Verb)
    };
    behind_noun && (suffix && !(meanwhile && has_verb()) || gathers)
}

/// اجتماع ثلاثي موسع ضم وزراء: over the adjectives of the meeting, where people come next.
fn gathers_people(unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    const WORDS: usize = 3;
    let noun =
        before.iter().rev().take(WORDS + 1).find(|unit| unit.kind != Kind::Word || unit.clitics != Clitics::NONE);
    let people = next.is_some_and(|phrase| {
        phrase.start == unit.end && phrase.kind == PhraseKind::Person && phrase.clitics == Clitics::NONE
    });
    people
        && unit.clitics == Clitics::NONE
        && unit.has(|class| matches!(class, Class::Members(_)))
        && noun.is_some_and(|noun| noun.kind == Kind::Noun)
}

/// على هامش القمة عقد السيسي لقاءات, وفي الدوحة بحث كيري: behind an adverbial that opens the clause and ends in something
/// definite, which takes no genitive, stands the verb and its subject.
fn behind_adverbial(unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    let past = unit.clitics == Clitics::NONE
        && unit.forms.iter().any(|form| {
            matches!(form.shape, Shape::Verb { tense: Tense::Past, number: Number::Singular, object: None, .. })
        });
    let subject = next.is_some_and(|phrase| {
        phrase.start == unit.end && phrase.kind == PhraseKind::Person && phrase.clitics == Clitics::NONE
    });
    let Some(last) = before.last().filter(|_| past && subject) else { return false };
    let definite = match last.kind {
        Kind::Noun => last.is_definite_noun(),
        Kind::Word => last.determined,
        Kind::Function => last.has(|class| matches!(class, Class::Last | Class::Day(_) | Class::Weekday(_))),
        Kind::Phrase(_) => true,
        Kind::Verb | Kind::Participle | Kind::Mark(_) => false,
    };
    let opens = |unit: &Unit| unit.is_mark() || unit.has(|class| matches!(class, Class::Complement | Class::Relative));
    let start = before.iter().rposition(opens).map_or(0, |at| at + 1);
    let clause = &before[start.min(before.len() - 1)..];
    let adverbial = clause
        .first()
        .is_some_and(|first| first.phrase().is_none() && (first.is_preposition() || first.is(Class::Circumstance)));
    // طلب بوتين دعم الأسد: what somebody wants is a noun.
    let owned = clause.iter().rev().nth(1).is_some_and(|noun| matches!(noun.kind, Kind::Noun | Kind::Word));
    definite
        && adverbial
        && !(owned && last.phrase().is_some())
        && clause.iter().all(|unit| !matches!(unit.kind, Kind::Verb | Kind::Participle))
}

/// أمس تلقى فلان اتصالا, من جهة أخرى تسلم فلان رسالة: a past right before its subject, behind nothing but adverbs that open the clause.
fn opens_behind_adverbs(unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    let past = unit.forms.iter().any(|form| {
        matches!(form.shape, Shape::Verb { tense: Tense::Past, number: Number::Singular, object: None, .. })
    });
    let somebody = next.is_some_and(|phrase| {
        let office = phrase.kind == PhraseKind::Unknown && phrase.office.is_some();
        phrase.start == unit.end && phrase.clitics == Clitics::NONE && (phrase.kind == PhraseKind::Person || office)
    });
    if !past || !somebody || unit.clitics != Clitics::NONE {
        return false;
    }
    let adverb = |unit: &Unit| {
        let opens =
            |class| matches!(class, Class::Skip | Class::Shift | Class::Turn | Class::Day(_) | Class::Weekday(_));
        unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Function) && unit.has(opens)
    };
    let start = before.iter().rposition(Unit::is_mark).map_or(0, |at| at + 1);
    start < before.len() && before[start..].iter().all(adverb)
}

/// Arabic: a spelling that is both verb and noun is a verb where a clause begins or a subject stands before it.
fn opens_clause(unit: &Unit, before: &[Unit]) -> bool {
    if unit.clitics.has_preposition() {
        return unit.clitics.has(Clitics::LI) && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { .. }));
    }
    let Some(last) = before.last() else { return true };
    // تم بحث, جرى استعراض: what is done is a noun; اجتماع عقده: a relative clause without a pronoun.
    if last.is(Class::Done) {
        return false;
    }
    if describes_noun(unit, before) {
        return true;
    }
    // Behind a verb and its subject the noun is the object: قدمت قطر منحة.
    let clause_verb = !behind_relative(before)
        && before
            .iter()
            .rev()
            .take_while(|unit| {
                !unit.is_mark() && !unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::Conj))
            })
            .any(|unit| unit.kind == Kind::Verb);
    match last.kind {
        Kind::Mark(_) => true,
        Kind::Phrase(_) if clause_verb && !unit.clitics.has_conjunction() => false,
        // عزم كيري قصف دمشق: nor what somebody wills.
        Kind::Phrase(_) if is_of_will(before) && unit.clitics == Clitics::NONE => false,
        Kind::Phrase(_) => {
            !last.clitics.has_preposition() && !before.iter().rev().nth(1).is_some_and(Unit::is_preposition)
        }
        // من جانبه هنأ بوتين ماكرون: whose turn it is has said no verb yet.
        Kind::Function if last.is(Class::Turn) && !clause_verb => true,
        Kind::Function => last.has(|class| {
            matches!(
                class,
                Class::Conj
                    | Class::Complement
                    | Class::Relative
                    | Class::Negation
                    | Class::Qad
                    | Class::Auxiliary
                    | Class::Future
                    // بدوره شكر
                    | Class::Turn
            )
        }),
        _ => unit.clitics.has_conjunction() && before.iter().any(|unit| unit.kind == Kind::Verb),
    }
}

/// عزم كيري, قرار واشنطن: whether a word of will and whose it is stand right before.
fn is_of_will(before: &[Unit]) -> bool {
    let [.., will, owner] = before else { return false };
    will.phrase().is_none()
        && will.has(|class| matches!(class, Class::Will(_)))
        && !will.is(Class::Document)
        && owner.clitics == Clitics::NONE
}

/// التحالف الذي تقوده السعودية شن: behind a relative clause of one verb and its subject, whose antecedent opens the clause and
/// still has no verb of its own.
fn behind_relative(before: &[Unit]) -> bool {
    let [antecedents @ .., relative, verb, subject] = before else { return false };
    let opens = |unit: &Unit| unit.is_mark() || unit.is(Class::Complement);
    let topic = antecedents.iter().rev().take_while(|unit| !opens(unit));
    let resumes = verb.verb().is_some_and(|(.., object)| object.is_some());
    relative.is(Class::Relative)
        && resumes
        && subject.phrase().is_some()
        && !subject.clitics.has_preposition()
        && antecedents.last().is_some_and(|last| !last.is_mark())
        && topic.into_iter().all(|unit| {
            unit.kind != Kind::Verb
                && !unit.is_preposition()
                && !unit.is(Class::Circumstance)
                && !unit.clitics.has_preposition()
        })
}

/// "the occupied West Bank", "in annexed Jerusalem", "their shared view": no verb stands behind these.
fn is_attributive(unit: &Unit, before: &[Unit]) -> bool {
    unit.determined
        || before.last().is_some_and(|last| {
            !unit.hyphen && (last.possessive || last.is_preposition() && !last.is(Class::Circumstance))
        })
}

/// "are the only allies": behind "are" stands no third person.
fn is_predicate(before: &[Unit]) -> bool {
    let adverb = |unit: &&Unit| unit.is(Class::Skip) && !unit.is(Class::Auxiliary);
    before
        .iter()
        .rev()
        .find(|unit| !adverb(unit))
        .is_some_and(|unit| unit.kind == Kind::Function && unit.is(Class::Auxiliary))
}

/// "condemned terrorism and attacks": a present joined to a noun, behind a past, is a noun as well.
fn is_joined_to_noun(before: &[Unit]) -> bool {
    let [.., noun, and] = before else { return false };
    let past = before.iter().rev().take_while(|unit| !unit.is_stop()).find(|unit| unit.kind == Kind::Verb).is_some_and(
        |unit| {
            unit.forms
                .iter()
                .any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Past | Tense::PastParticiple, .. }))
        },
    );
    and.is(Class::Conj) && matches!(noun.kind, Kind::Word | Kind::Noun) && past
}

/// "his first", "Obama's upcoming", "the last": nothing but adjectives behind a possessive or an article.
fn is_modified(before: &[Unit]) -> bool {
    const MOST_WORDS: usize = 3;
    for unit in before.iter().rev().take(MOST_WORDS + 1) {
        if unit.phrase().is_some() {
            return unit.possessive;
        }
        let adjective = unit.kind == Kind::Word
            || unit.kind == Kind::Function
                && unit.has(|class| {
                    matches!(
                        class,
                        Class::Skip
                            | Class::Next
                            | Class::Last
                            | Class::Planned
                            | Class::Month(_)
                            | Class::TitleAdjective { .. }
                    )
                })
                && !unit.has(|class| matches!(class, Class::Auxiliary | Class::Future | Class::Day(_)));
        if !adjective {
            return false;
        }
        if unit.determined {
            return true;
        }
    }
    false
}

/// "denied meeting Lavrov", "rebels fighting Assad", "Meeting Abbas in Ramallah, Obama said": a gerund between a verb or people and a party, though its letters may be a noun; but "held a meeting", "meetings".
fn takes_party(unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    let people = |last: &Unit| {
        last.phrase().is_none() && last.has(|class| matches!(class, Class::Apart | Class::Faction | Class::Agent))
    };
    let gerund = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::Gerund, .. });
    let party = |phrase: &Phrase| {
        phrase.start == unit.end
            && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Agent | PhraseKind::Country)
    };
    !unit.determined
        && before.last().is_none_or(|last| last.kind == Kind::Verb || people(last) || last.is_stop())
        && unit.forms.iter().any(gerund)
        && next.is_some_and(party)
}

/// "Egypt and Sudan clashes": behind two joined names no third person stands.
fn is_pair(before: &[Unit]) -> bool {
    let [.., first, and, _] = before else { return false };
    first.phrase().is_some() && !first.possessive && and.phrase().is_none() && and.is(Class::Conj)
}

/// "Kerry then", "he then": whether a unit may be the subject of a verb behind an adverb.
fn is_subject(unit: &Unit) -> bool {
    let named = unit.phrase().is_some() && !unit.possessive && !unit.is_preposition();
    named || unit.kind == Kind::Function && unit.has(|class| matches!(class, Class::Pronoun(_)))
}

/// English: a spelling that may be a verb is a noun behind an article, adjective, possessive, preposition or verb.
fn verb_is_nominal(unit: &Unit, before: &[Unit]) -> bool {
    let bare = unit
        .forms
        .iter()
        .any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base | Tense::Present | Tense::Gerund, .. }));
    let participle =
        unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. }));
    // "threatened to cut ties": spelt like its participle.
    if participle && !(bare && before.last().is_some_and(Unit::is_to)) && is_attributive(unit, before) {
        return true;
    }
    if unit.determined {
        return bare;
    }
    if bare && unit.hyphen {
        return true;
    }
    let gerund = unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Gerund, .. }));
    let noun = unit.forms.iter().any(|form| matches!(form.shape, Shape::Noun { .. }));
    let Some(last) = before.last() else { return bare && noun };
    if !bare {
        return false;
    }
    let singular =
        unit.forms.iter().all(|form| !matches!(form.shape, Shape::Verb { tense, .. } if tense != Tense::Present));
    if singular && (is_predicate(before) || noun && is_joined_to_noun(before)) {
        return true;
    }
    // "after talks with": no third person stands right behind a conjunction of time.
    if singular && noun && last.kind == Kind::Function && last.is(Class::Circumstance) && !last.is(Class::Relative) {
        return true;
    }
    // "After brief talks": a verb needs somebody to do it.
    if !noun
        && !gerund
        && !singular
        && last.kind == Kind::Function
        && last.is(Class::Circumstance)
        && !last.is(Class::Relative)
    {
        return true;
    }
    // "In private talks with Obama, Putin": nor does a third person stand right behind what opens a clause.
    let opening = || before.len() == 1 || before[before.len() - 2].is_mark();
    if singular && noun && last.phrase().is_none() && last.end > last.start + 1 && last.is(Class::Skip) && opening() {
        return true;
    }
    // "said that talks between": behind a verb and "that" no third person opens the clause.
    let said = |unit: &Unit| unit.kind == Kind::Verb;
    if singular && noun && last.is(Class::Complement) && before.len() > 1 && said(&before[before.len() - 2]) {
        return true;
    }
    // "a possible meeting between"
    if noun && gerund && last.determined && last.kind == Kind::Function && last.is(Class::Possible) {
        return true;
    }
    // "hold first meeting", "holds first call"
    if noun && last.kind == Kind::Function && last.is(Class::Skip) && !last.is(Class::Auxiliary) {
        // "his first meeting"
        let owned = |unit: &Unit| unit.phrase().is_some() && unit.possessive;
        let held = before.len() > 1
            && (matches!(before[before.len() - 2].kind, Kind::Verb | Kind::Word)
                || owned(&before[before.len() - 2])
                || last.determined);
        if held || gerund {
            return held;
        }
    }
    // "this call follows", "UN-brokered talks"
    let joined = last.compound.is_some() || last.hyphen && last.kind == Kind::Participle;
    if noun && !gerund && last.phrase().is_none() && (last.is(Class::This) || joined) {
        return true;
    }
    // "his Baghdad visit", "Hariri's Baghdad talks"
    let owner = before.len().checked_sub(2).map(|owner| &before[owner]);
    let placed = noun
        && owner
            .is_some_and(|owner| owner.phrase().is_some() && owner.possessive && (owner.case.is_some() || !singular));
    match last.kind {
        Kind::Phrase(_) => last.possessive || unit.hyphen || placed || singular && noun && is_pair(before),
        Kind::Mark(_) => noun && !gerund,
        // "had cut ties"
        Kind::Verb if participle && last.is(Class::Auxiliary) => false,
        Kind::Verb => !gerund || noun,
        // "A possible meeting between": behind an article and an adjective.
        Kind::Function
            if noun
                && last.determined
                && last.has(|c| matches!(c, Class::Possible | Class::Planned | Class::TitleAdjective { .. }))
                && !last.is(Class::Auxiliary) =>
        {
            true
        }
        // "his upcoming visit", "a two-day visit": over the adjectives to the possessive or the article.
        Kind::Function if noun && !gerund && is_modified(before) => true,
        Kind::Function => {
            let to = last.has(|class| matches!(class, Class::Prep(_))) && last.end == last.start + 1;
            let auxiliary = last.has(|class| {
                matches!(class, Class::Auxiliary | Class::Future | Class::Negation | Class::Planned | Class::Possible)
            });
            // "will then travel", "Kerry then visits": the adverb, and no adjective.
            let adverb = last.is(Class::Skip)
                && before.len() > 1
                && (before[before.len() - 2].has(|c| matches!(c, Class::Auxiliary | Class::Future | Class::Planned))
                    || is_subject(&before[before.len() - 2]) && !last.determined);
            !auxiliary
                && !adverb
                && (to && !last.is_to() && !gerund
                    || last.has(|class| matches!(class, Class::TitleAdjective { .. } | Class::Attracts)))
        }
        Kind::Word => noun,
        // "a surprise attack": behind another noun no base form begins.
        Kind::Noun => noun && !singular && !gerund,
        _ => false,
    }
}
