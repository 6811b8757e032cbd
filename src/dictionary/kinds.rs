//! What a form of the dictionary is, as bits: each word of a text asks its questions of these before it asks the data.

use super::Payload;
use crate::lexicon::{Class, Item, Lexicon, Shape};

/// What kinds of payload a form has: whoever looks for one kind passes over a token that has none of it.
///
/// A bit says that the form is that in some language; whether it is in the language of the document, with these
/// proclitics, is for who looks to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds(pub(super) u32);

impl Kinds {
    /// None.
    pub const NONE: Kinds = Kinds(0);
    /// Names.
    pub const NAME: Kinds = Kinds(1);
    /// Demonyms.
    pub const DEMONYM: Kinds = Kinds(1 << 1);
    /// Titles.
    pub const TITLE: Kinds = Kinds(1 << 2);
    /// نظيره, "his counterpart".
    pub const COUNTERPART: Kinds = Kinds(1 << 3);
    /// Nouns that with a country stand for it: القوات.
    pub const AGENT: Kinds = Kinds(1 << 4);
    /// الجانبان, "both sides".
    pub const BOTH: Kinds = Kinds(1 << 5);
    /// Personal pronouns.
    pub const PRONOUN: Kinds = Kinds(1 << 6);
    /// Nouns of what is named after people.
    pub const NAMED_AFTER: Kinds = Kinds(1 << 7);
    /// General nouns of bodies: مجلس, لجنة, council.
    pub const BODY: Kinds = Kinds(1 << 8);
    /// Words that a date may begin with.
    pub const TIME: Kinds = Kinds(1 << 9);
    /// Given names.
    pub const FIRST_NAME: Kinds = Kinds(1 << 10);
    /// Particles within names.
    pub const PARTICLE: Kinds = Kinds(1 << 11);
    /// Everyday words that are nobody's name.
    pub const EVERYDAY: Kinds = Kinds(1 << 12);
    /// What stays outside a name and says what kind of thing it is: مدينة.
    pub const GENERIC: Kinds = Kinds(1 << 13);
    /// Adjectives of titles.
    pub const ADJECTIVE: Kinds = Kinds(1 << 14);
    /// Common phrases that are never part of a name.
    pub const STOP: Kinds = Kinds(1 << 15);
    /// Prepositions.
    pub const PREPOSITION: Kinds = Kinds(1 << 16);
    /// What opens a clause: أن, الذي, "that", "which".
    pub const CLAUSE: Kinds = Kinds(1 << 17);
    /// Conjunctions.
    pub const CONJUNCTION: Kinds = Kinds(1 << 18);
    /// Nouns that make a city behind them a place, or a government.
    pub const HEAD: Kinds = Kinds(1 << 19);
    /// Words that name members of a group.
    pub const MEMBERS: Kinds = Kinds(1 << 20);
    /// Announcements of what a day will bring.
    pub const AGENDA: Kinds = Kinds(1 << 21);
    /// Auxiliaries and particles before verbs.
    pub const AUXILIARY: Kinds = Kinds(1 << 22);
    /// Words of the closed classes, first names and everyday words left out.
    pub const CLASS: Kinds = Kinds(1 << 23);
    /// Those of them that no name may hold.
    pub const FUNCTION: Kinds = Kinds(1 << 24);
    /// Words of a class that are words of the language, and no parts of names.
    pub const LANGUAGE: Kinds = Kinds(1 << 25);
    /// Finite verbs.
    pub const VERB: Kinds = Kinds(1 << 26);
    /// Nouns and participles that may carry a relation.
    pub const NOMINAL: Kinds = Kinds(1 << 27);
    /// Forms of words of saying.
    pub const SAYING: Kinds = Kinds(1 << 28);
    /// Words that make a unit of a sentence other than a plain word, or are kept with one: triggers, and most classes.
    pub const UNIT: Kinds = Kinds(1 << 29);

    /// أحد, إحدى: one of those who follow.
    pub const ONE_OF: Kinds = Kinds(1 << 30);

    /// Words that make a phrase by themselves, or open one: نظيره, القوات, الجانبان, هو, أحد.
    pub const PHRASE: Kinds =
        Kinds::COUNTERPART.with(Kinds::AGENT).with(Kinds::BOTH).with(Kinds::PRONOUN).with(Kinds::ONE_OF);
    /// Forms of triggers.
    pub const FORM: Kinds = Kinds::VERB.with(Kinds::NOMINAL);
    /// Words of any class.
    pub const WORD: Kinds = Kinds::CLASS.with(Kinds::FIRST_NAME).with(Kinds::EVERYDAY);
    /// Whatever stands in the lexicon.
    pub const LEXICON: Kinds = Kinds::FORM.with(Kinds::WORD);

    /// Returns whether any of `other` is among them.
    #[must_use]
    #[inline]
    pub fn has(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns whether there are none.
    #[must_use]
    #[inline]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns both together.
    #[must_use]
    #[inline]
    pub const fn with(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Adds those of `other`.
    #[inline]
    pub fn add(&mut self, other: Kinds) {
        self.0 |= other.0;
    }

    /// Returns the kinds of one payload; each has at least one.
    pub(super) fn of(payload: Payload, lexicon: &Lexicon) -> Kinds {
        match payload {
            Payload::Alias(_) | Payload::Bare(_) => Kinds::NAME,
            Payload::Demonym(_) => Kinds::DEMONYM,
            Payload::Title(_) => Kinds::TITLE,
            Payload::Lexicon(index) => match lexicon.entry(index).item {
                Item::Class(class) => {
                    let plain = class.is_quiet() && !class.is_noted();
                    Kinds::of_class(class).with(if plain { Kinds::NONE } else { Kinds::UNIT })
                }
                Item::Form(form) => {
                    let saying = if lexicon.trigger(form.trigger).flags.speech { Kinds::SAYING } else { Kinds(0) };
                    let verb = matches!(form.shape, Shape::Verb { .. });
                    saying.with(if verb { Kinds::VERB } else { Kinds::NOMINAL }).with(Kinds::UNIT)
                }
            },
        }
    }

    /// Returns the kinds of a word of a class.
    fn of_class(class: Class) -> Kinds {
        let own = match class {
            Class::Counterpart | Class::Guest => Kinds::COUNTERPART,
            Class::Agent => Kinds::AGENT,
            Class::OneOf => Kinds::ONE_OF,
            Class::Both(_) => Kinds::BOTH,
            Class::Pronoun(_) | Class::Latter(_) | Class::Aforenamed(_) => Kinds::PRONOUN,
            Class::NamedAfter => Kinds::NAMED_AFTER,
            Class::Body | Class::Bodies | Class::Camp => Kinds::BODY,
            Class::FirstName => return Kinds::FIRST_NAME,
            Class::Particle => Kinds::PARTICLE,
            Class::Everyday => return Kinds::EVERYDAY.with(Kinds::LANGUAGE),
            Class::Generic(_) => Kinds::GENERIC,
            Class::TitleAdjective { .. } => Kinds::ADJECTIVE,
            Class::Stop => Kinds::STOP,
            Class::Prep(_) => Kinds::PREPOSITION,
            Class::Complement | Class::Relative => Kinds::CLAUSE,
            Class::Conj => Kinds::CONJUNCTION,
            Class::PlaceHead | Class::SideHead => Kinds::HEAD,
            Class::Members(_) => Kinds::MEMBERS,
            Class::Agenda => Kinds::AGENDA,
            Class::Auxiliary | Class::Qad | Class::Future => Kinds::AUXILIARY,
            class if class.is_of_time() => Kinds::TIME,
            _ => Kinds::CLASS,
        };
        let function = if class.is_function() { Kinds::FUNCTION } else { Kinds(0) };
        let part_of_names = matches!(class, Class::Particle | Class::Generic(_));
        let language = if part_of_names { Kinds(0) } else { Kinds::LANGUAGE };
        own.with(function).with(language).with(Kinds::CLASS)
    }
}
