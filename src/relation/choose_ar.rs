//! Arabic: whether a spelling that may be a verb, a noun, a participle or a function word is the verb where it stands.

use super::choose::{Heard, Readings, is_past_of_him};
use super::unit::{Kind, Unit};
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Form, Shape, Tense};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// عبر الرئيس عن قلقه, مارس الرئيس ضغوطا: whether a preposition or a month by its spelling is the verb of somebody who speaks or acts and
/// stands right behind it.
pub(super) fn is_deed_of_next(unit: &Unit, before: &[Unit], next: Option<&Phrase>, says: bool) -> bool {
    let month = || unit.has(|class| matches!(class, Class::Month(_)));
    let speaker = |phrase: &Phrase| {
        let title = phrase.kind == PhraseKind::Unknown && phrase.office.is_some();
        let body = phrase.kind == PhraseKind::Body && phrase.gender != Some(Gender::Feminine);
        (phrase.kind == PhraseKind::Person || title || body) && phrase.clitics == Clitics::NONE
    };
    let opens = |last: &Unit| last.is_mark() || last.has(|class| matches!(class, Class::Conj | Class::Qad));
    let spelt = says && unit.has(|class| matches!(class, Class::Prep(_))) || month();
    spelt && next.is_some_and(speaker) && before.last().is_none_or(opens) && !is_behind_time(before)
}

/// جرت اليوم، بين فلان وفلان: whether a parenthesis of time closes right before, behind which stands the preposition.
fn is_behind_time(before: &[Unit]) -> bool {
    let [.., time, comma] = before else { return false };
    comma.is_comma() && time.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_) | Class::Skip))
}

/// وصل إلى القاهرة ظهر السبت: whether an adverb that is spelt like a past stands in a clause that has its verb.
pub(super) fn is_adverb_within(unit: &Unit, before: &[Unit]) -> bool {
    unit.is(Class::Skip) && is_bare_past(unit) && within_clause(before)
}

/// Whether a unit is no form of a trigger where it stands, though its spelling is one.
pub(super) fn is_no_form(unit: &Unit, before: &[Unit], next: Option<&Phrase>, readings: Readings) -> bool {
    // برنامج هنا العاصمة: an adverb that is spelt like a verb is one only where a clause begins.
    let adverb = || readings.verb && unit.is(Class::Skip) && !greets(unit, next) && !opens_clause(unit, before);
    adverb() || is_of_two(unit, before) || readings.participle && unit.is(Class::Next) && is_coming_event(unit, before)
}

/// جمع لقاء ثنائي الرئيسين: an adjective right behind a noun that is spelt like "my praise".
fn is_of_two(unit: &Unit, before: &[Unit]) -> bool {
    let mine = |form: &Form| matches!(form.shape, Shape::Noun { owner: Some(owner), .. } if owner.speaks);
    let open = |last: &Unit| last.phrase().is_none() && last.kind == Kind::Noun && last.owner().is_none();
    unit.clitics == Clitics::NONE
        && !unit.forms.is_empty()
        && unit.forms.iter().all(mine)
        && before.last().is_some_and(|last| open(last) && !last.is_definite_noun())
}

/// استقبل الوفد وهنأ السيسي: joined, right before somebody, the verb.
fn greets(unit: &Unit, next: Option<&Phrase>) -> bool {
    unit.clitics.has_conjunction()
        && next.is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country) && phrase.clitics == Clitics::NONE
        })
}

/// Whether a spelling that may be no form but a verb is a word that is none.
pub(super) fn is_word(unit: &Unit, before: &[Unit], heard: Heard) -> bool {
    is_behind_preposition(before)
        || is_right_of_party(unit, before)
        || heard.lifts && is_ending_spoken_of(unit, before)
        || is_object(unit, before, heard.says)
        || is_thing_of_stance(unit, before)
        // تم كشف, يتم إبلاغ: what is done is a noun.
        || before.last().is_some_and(|last| last.is(Class::Done))
}

/// Whether a preposition stands right before; but أول من دعا: the preposition is spelt like "who".
fn is_behind_preposition(before: &[Unit]) -> bool {
    let leads = |last: &Unit| {
        last.kind == Kind::Function
            && last.has(|c| matches!(c, Class::Prep(_) | Class::Circumstance))
            && !last.is(Class::Complement)
    };
    let who = before.iter().nth_back(1).is_some_and(|first| first.is(Class::First));
    !who && before.last().is_some_and(leads)
}

/// دعم بلاده لحق إسرائيل: a right with ل on it, spelt like "followed".
fn is_right_of_party(unit: &Unit, before: &[Unit]) -> bool {
    let whose = |last: &Unit| last.phrase().is_some() || last.is(Class::OwnLand) || is_stance_taken(last);
    unit.has(|class| matches!(class, Class::Will(_))) && is_bare_past(unit) && before.last().is_some_and(whose)
}

/// رفضه تدخل تركيا, رافضا تدخل تركيا: whether a unit is a noun with whose it is on it, or a participle.
fn is_stance_taken(unit: &Unit) -> bool {
    unit.kind == Kind::Participle || unit.kind == Kind::Noun && unit.owner().is_some()
}

/// Whether a bare past is the object of the verb before it.
fn is_object(unit: &Unit, before: &[Unit], says: bool) -> bool {
    // جولته التي شملت قطر قال: a verb of saying behind a relative clause is no object of it.
    let relative = || before.iter().nth_back(2).is_some_and(|third| third.is(Class::Relative));
    // مصر تدعم أمن لبنان: nor is a bare past one right behind a verb.
    // قوبل عرض تركيا; but not where the one before has its object: قرار ترشحه جاء بعد لقاء.
    let open = |last: &Unit| last.kind == Kind::Verb && last.verb().is_some_and(|(.., object)| object.is_none());
    // نفى أن يكون هدد تركيا: but behind "that he be" stands what he has done, if it is spelt like no noun.
    if before.last().is_some_and(|last| last.is(Class::Auxiliary)) && is_deed_of_being(unit, before) {
        return false;
    }
    is_bare_past(unit) && (behind_subject(before) && !(says && relative()) || before.last().is_some_and(open))
}

/// أن يكون هدد: whether a spelling that is only a verb's stands right behind "that" and an auxiliary.
fn is_deed_of_being(unit: &Unit, before: &[Unit]) -> bool {
    let verb = |form: &Form| matches!(form.shape, Shape::Verb { .. });
    let that = before.iter().nth_back(1).is_some_and(|that| that.phrase().is_none() && that.is(Class::Complement));
    that && unit.forms.iter().all(verb)
}

/// رفضت مصر تدخل تركيا, مصر ترفض تدخل تركيا, استمرار تدخل تركيا: what a stance is about or what goes on, spelt like a verb.
fn is_thing_of_stance(unit: &Unit, before: &[Unit]) -> bool {
    let goes_on = |last: &Unit| {
        let lasting = last.is(Class::Ending) && last.is(Class::Conduct);
        unit.clitics == Clitics::NONE && last.phrase().is_none() && last.kind != Kind::Verb && lasting
    };
    // نفى وجود خطط
    let exists = |last: &Unit| unit.clitics == Clitics::NONE && last.kind == Kind::Noun && last.is(Class::Existing);
    unit.is(Class::SideHead)
        && (before.last().is_some_and(|last| goes_on(last) || exists(last))
            || behind_subject(before)
            || is_right_behind_verb(unit, before)
            || unit.clitics == Clitics::NONE && before.last().is_some_and(is_stance_taken))
}

/// Whether a spelling that may be verb or noun is the verb.
pub(super) fn is_verb(unit: &Unit, before: &[Unit], next: Option<&Phrase>, heard: Heard) -> bool {
    if heard.aims || is_halted(unit, before) || is_of_his_land(unit, before) || is_of_her_too(unit, before) {
        return false;
    }
    heard.fronted
        || is_deed_of_pair(unit, before)
        || is_deed_of_speaker(unit, before)
        || describes_noun(unit, before)
        || gathers_people(unit, before, next)
        || opens_clause(unit, before)
            && (is_negated(before)
                || opens_with_verb(before)
                || heard.addresses && is_next_clause(unit, before)
                || !is_verbal_noun(unit, before, next))
        || behind_adverbial(unit, before, next)
        || opens_behind_adverbs(unit, before, next)
        || is_about_what(unit, before)
        || goes_on_about_him(unit, before)
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

/// إدانتها وشجبها للعدوان, إدانة المملكة وشجبها: whether a spelling with a pronoun of hers is a noun joined right to another noun with the same
/// pronoun, or with the country whose both are.
fn is_of_her_too(unit: &Unit, before: &[Unit]) -> bool {
    let hers = |form: &Form| matches!(form.shape, Shape::Noun { owner: Some(owner), .. } if owner.gender == Some(Gender::Feminine));
    let first = |last: &Unit| last.phrase().is_none() && last.kind == Kind::Noun && last.forms.iter().any(hers);
    let land = |phrase: &Unit| phrase.phrase().is_some() && phrase.clitics == Clitics::NONE;
    let noun = |head: &Unit| head.phrase().is_none() && head.kind == Kind::Noun && !head.is_definite_noun();
    let of_land = || matches!(before, [.., head, whose] if land(whose) && noun(head));
    unit.clitics == Clitics::WA && unit.forms.iter().any(hers) && (before.last().is_some_and(first) || of_land())
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

/// Returns whether a spelling that is both verb and noun can only be the noun: ضم روسيا (the verb would be ضمت), دعما.
fn is_verbal_noun(unit: &Unit, before: &[Unit], next: Option<&Phrase>) -> bool {
    let dual = unit
        .forms
        .iter()
        .all(|form| !matches!(form.shape, Shape::Verb { number: Number::Singular | Number::Plural, .. }));
    let owner = next.is_some_and(|phrase| {
        phrase.kind == PhraseKind::Country && phrase.clitics == Clitics::NONE && phrase.gender == Some(Gender::Feminine)
    });
    let subject = before.last().is_some_and(|last| last.phrase().is_some());
    let masculine = unit.forms.iter().any(|form| {
        matches!(
            form.shape,
            Shape::Verb { tense: Tense::Past, gender: Some(Gender::Masculine), number: Number::Singular, object: None }
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
            // بينما أدانتها إيران, في حين أدانته الحكومة العراقية
            let power = matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent);
            let land = power && unit.clitics == Clitics::NONE;
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
