//! What a unit of a sentence is: a noun phrase, verb, noun of relation, function word or mark, and what may be asked of it.

use smallvec::SmallVec;

use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Form, Lexicon, Pronoun, Sense, Shape, Tense};
use crate::text::Clitics;

/// A mark between units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A comma or bracket.
    Comma,
    /// A colon, semicolon, dash or full stop.
    Stop,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A noun phrase: its place among the sentence's phrases.
    Phrase(usize),
    /// A finite verb.
    Verb,
    /// A noun that may carry a relation.
    Noun,
    /// A participle.
    Participle,
    /// A function word.
    Function,
    /// Any other word.
    Word,
    /// A mark.
    Mark(Mark),
}

/// What an English pronoun is in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// he, she, they, we.
    Subject,
    /// him, her, them.
    Object,
    /// his, her, their.
    Owner,
    /// it, itself.
    Thing,
    /// its.
    ThingOwner,
    /// I, we, our: who speaks.
    Speaker,
    /// you, your: who is spoken to.
    Addressed,
    /// الأخير: who was named last.
    Latter,
}

/// One unit of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) clitics: Clitics,
    pub(super) skip: u32,
    pub(super) forms: SmallVec<[Form; 4]>,
    pub(super) classes: SmallVec<[Class; 8]>,
    /// A possessive 's stands behind it.
    pub(super) possessive: bool,
    /// An English noun of will, with the "to" behind it in one unit or an "of" behind it: "efforts to", "the efforts of".
    pub(super) aim: bool,
    /// Joined by a hyphen to the unit before.
    pub(super) hyphen: bool,
    /// الوفد, البعثة: a delegation spoken of before.
    pub(super) delegation: bool,
    /// A word for people who are sent stands in it.
    pub(super) deputes: bool,
    /// الرئيسان الروسي والتركي, وفدان: two who are one phrase, with no preposition on it.
    pub(super) pair: bool,
    /// "the Turkish initiative": what a country does or says, which the phrase ends in.
    pub(super) deed: bool,
    /// المسؤول الأمريكي: a single official spoken of before.
    pub(super) official: bool,
    /// A phrase that begins with نظيره: whose counterpart it is stands as subject.
    pub(super) counterpart: bool,
    /// A phrase whose first word is a dual of the genitive or accusative: وزيري, الرئيسين.
    pub(super) oblique: bool,
    /// A complementiser with the subject's pronoun on it: إنه, أنها.
    pub(super) resumes: bool,
    /// إلا or ألا, which newspapers spell alike.
    pub(super) unless: bool,
    /// A complementiser with the speaker's pronoun on it: إنني, أننا.
    pub(super) speaks: bool,
    /// It is the English word "to".
    pub(super) to: bool,
    /// An English auxiliary in the form of a gerund: "having", "planning to".
    pub(super) gerund: bool,
    /// An English auxiliary of one alone: "has", "is", "was".
    pub(super) alone: bool,
    /// The case of an English pronoun.
    pub(super) case: Option<Case>,
    /// "US-led": it leads what the noun behind it names.
    pub(super) leads: bool,
    /// "Iranian-backed": the phrase that this word is a part of, which is no party by itself.
    pub(super) compound: Option<usize>,
    /// An article stands before it.
    pub(super) determined: bool,
    /// The pronoun on an Arabic preposition (معه, إليهما); of a relative its gender (الذي, التي).
    pub(super) pronoun: Option<Pronoun>,
}

impl Unit {
    #[inline]
    pub(super) fn is(&self, class: Class) -> bool {
        // Most are of another kind, which one byte tells.
        let alike = |own: Class| std::mem::discriminant(&own) == std::mem::discriminant(&class);
        self.classes.iter().any(|&own| alike(own) && own == class)
    }

    /// Returns whether a word of it means this by its row.
    pub(super) fn means(&self, lexicon: &Lexicon, sense: Sense) -> bool {
        self.forms.iter().any(|form| lexicon.trigger(form.trigger).flags.sense == Some(sense))
    }

    #[inline]
    pub(super) fn has(&self, wanted: impl Fn(Class) -> bool) -> bool {
        self.classes.iter().any(|&class| wanted(class))
    }

    #[inline]
    pub(super) fn is_mark(&self) -> bool {
        matches!(self.kind, Kind::Mark(_))
    }

    #[inline]
    pub(super) fn is_stop(&self) -> bool {
        matches!(self.kind, Kind::Mark(Mark::Stop))
    }

    #[inline]
    pub(super) fn is_comma(&self) -> bool {
        matches!(self.kind, Kind::Mark(Mark::Comma))
    }

    /// Returns whether the unit is a preposition of its own.
    pub(super) fn is_preposition(&self) -> bool {
        self.kind == Kind::Function && self.has(|class| matches!(class, Class::Prep(_)))
    }

    /// Returns whether the unit is the English "to", which opens an infinitive as well as a place.
    pub(super) fn is_to(&self) -> bool {
        self.to
    }

    #[inline]
    pub(super) fn phrase(&self) -> Option<usize> {
        match self.kind {
            Kind::Phrase(index) => Some(index),
            _ => None,
        }
    }

    pub(super) fn verb(&self) -> Option<(Tense, Option<Gender>, Number, Option<Pronoun>)> {
        if self.kind != Kind::Verb {
            return None;
        }
        self.forms.iter().find_map(|form| match form.shape {
            Shape::Verb { tense, gender, number, object } => Some((tense, gender, number, object)),
            _ => None,
        })
    }

    /// The tense of a verb; of a spelling that may be a past or a present (تلقى, تحدث) the past.
    pub(super) fn tense(&self) -> Option<Tense> {
        let (tense, ..) = self.verb()?;
        let past = self.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Past, .. }));
        Some(if past { Tense::Past } else { tense })
    }

    /// Returns whether a verb may be the base form: "met" may not, "cut" may.
    pub(super) fn may_be_base(&self) -> bool {
        self.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }))
    }

    /// The genders and numbers of the subject that the form allows: تلقى is "he received" and "she meets".
    pub(super) fn persons(&self) -> SmallVec<[(Tense, Option<Gender>, Number); 4]> {
        let mut out = SmallVec::new();
        for form in &self.forms {
            if let Shape::Verb { tense, gender, number, .. } = form.shape
                && out.iter().all(|&(_, g, n): &(Tense, Option<Gender>, Number)| (g, n) != (gender, number))
            {
                out.push((tense, gender, number));
            }
        }
        out
    }

    /// Returns whether the unit is a noun with the article or with a possessive suffix.
    pub(super) fn is_definite_noun(&self) -> bool {
        self.kind == Kind::Noun
            && self.forms.iter().all(|form| matches!(form.shape, Shape::Noun { definite: true, .. }))
    }

    pub(super) fn owner(&self) -> Option<Pronoun> {
        let open = || self.forms.iter().any(|form| matches!(form.shape, Shape::Noun { definite: false, .. }));
        self.owners().find(|owner| !owner.speaks || !open())
    }

    /// Whose the noun is, where he may be who speaks: زيارتي, spelt like the dual before a genitive.
    pub(super) fn own(&self) -> Option<Pronoun> {
        self.owners().find(|owner| owner.speaks)
    }

    fn owners(&self) -> impl Iterator<Item = Pronoun> {
        self.forms.iter().filter_map(|form| match form.shape {
            Shape::Noun { owner, .. } => owner,
            _ => None,
        })
    }
}

#[inline]
pub(super) fn plain(start: usize, end: usize, kind: Kind) -> Unit {
    Unit {
        start,
        end,
        kind,
        clitics: Clitics::NONE,
        skip: 0,
        forms: SmallVec::new(),
        classes: SmallVec::new(),
        possessive: false,
        aim: false,
        hyphen: false,
        determined: false,
        to: false,
        gerund: false,
        alone: false,
        resumes: false,
        speaks: false,
        unless: false,
        delegation: false,
        deputes: false,
        pair: false,
        deed: false,
        official: false,
        pronoun: None,
        counterpart: false,
        oblique: false,
        case: None,
        compound: None,
        leads: false,
    }
}
