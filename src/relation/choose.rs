//! Which reading of a word holds: a unit with every reading its spelling allows comes in, with what stands before and
//! behind it; the same unit with the readings that may stand there goes out.

use super::unit::{Kind, Unit};
use super::{choose_ar, choose_en};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Shape, Tense};
use crate::mention::Phrase;

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
    /// It is the verb of a clause that an occasion opens: وفور وصوله عقد اجتماعا مع.
    pub(super) fronted: bool,
}

/// Decides between the verb, noun and participle that one spelling may be.
pub(super) fn choose(lang: Lang, unit: &mut Unit, before: &[Unit], next: Option<&Phrase>, heard: Heard) {
    if lang == Lang::En && choose_en::is_month(unit, before) {
        unit.classes.retain(|class| *class != Class::Possible);
    }
    // Most words of a class are no form of a trigger, and there is nothing to choose.
    if unit.forms.is_empty() {
        return;
    }
    let spoken = match lang {
        Lang::Ar => choose_ar::is_deed_of_next(unit, before, next, heard.says),
        Lang::En => choose_en::is_behind_auxiliary(unit, before),
    };
    if spoken {
        unit.classes.clear();
    } else if is_function(unit) || lang == Lang::Ar && choose_ar::is_adverb_within(unit, before) {
        unit.forms.clear();
        return;
    }
    let readings = Readings::of(unit);
    if lang == Lang::Ar && choose_ar::is_no_form(unit, before, next, readings) {
        unit.forms.clear();
        return;
    }
    let Some(kind) = kind(lang, unit, before, next, heard, readings) else { return };
    unit.kind = kind;
    unit.forms.retain(|form| match form.shape {
        Shape::Verb { .. } => kind == Kind::Verb,
        Shape::Noun { .. } => kind == Kind::Noun,
        Shape::Participle { .. } => kind == Kind::Participle,
    });
}

/// Whether a unit is a word of a closed class that is no verb or noun, whatever its letters.
fn is_function(unit: &Unit) -> bool {
    unit.has(|class| {
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
    })
}

/// What one spelling may be.
#[derive(Clone, Copy)]
pub(super) struct Readings {
    pub(super) verb: bool,
    pub(super) noun: bool,
    pub(super) participle: bool,
}

impl Readings {
    fn of(unit: &Unit) -> Self {
        let mut found = Readings { verb: false, noun: false, participle: false };
        for form in &unit.forms {
            match form.shape {
                Shape::Verb { .. } => found.verb = true,
                Shape::Noun { .. } => found.noun = true,
                Shape::Participle { .. } => found.participle = true,
            }
        }
        found
    }
}

/// What a unit is where it stands; `None` where its spelling is none of the three.
fn kind(
    lang: Lang,
    unit: &Unit,
    before: &[Unit],
    next: Option<&Phrase>,
    heard: Heard,
    readings: Readings,
) -> Option<Kind> {
    let Readings { verb, noun, participle } = readings;
    // أكدت فرنسا موقفها، مطالبة إيران: behind a comma the participle.
    let noun = noun && !(lang == Lang::Ar && participle && before.last().is_some_and(Unit::is_comma));
    let nominal = if noun { Kind::Noun } else { Kind::Participle };
    let is_verb = match (verb, noun || participle) {
        (false, false) => return None,
        (false, true) => return Some(nominal),
        (true, false) => {
            let word = match lang {
                Lang::Ar => choose_ar::is_word(unit, before, heard),
                Lang::En => choose_en::verb_is_nominal(unit, before),
            };
            return Some(if word { Kind::Word } else { Kind::Verb });
        }
        (true, true) => match lang {
            Lang::Ar => choose_ar::is_verb(unit, before, next, heard),
            Lang::En => choose_en::takes_party(unit, before, next) || !choose_en::verb_is_nominal(unit, before),
        },
    };
    Some(if is_verb { Kind::Verb } else { nominal })
}

/// Returns whether a form is the past of a man without a pronoun on it.
pub(super) fn is_past_of_him(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Verb { tense: Tense::Past, gender: Some(Gender::Masculine), number: Number::Singular, object: None }
    )
}
