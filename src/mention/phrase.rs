//! Noun phrases that refer to entities: the unit that the reading of relations works on.

use smallvec::SmallVec;

use super::kind::MentionType;
use crate::gazetteer::{EntityId, Gender, Number, OfficeId};
use crate::text::{Clitics, Span};

/// What a phrase refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Referent {
    /// An entity of the gazetteer.
    Known(EntityId),
    /// An entity that the document introduces: its place among the document's new entities.
    New(u32),
}

/// What a phrase refers to: hardly any refers to more than two, so that most lie within it.
pub type Referents = SmallVec<[Referent; 2]>;

/// What kind of phrase it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhraseKind {
    /// A person, by name or office.
    Person,
    /// A country by name, or a metonym of it.
    Country,
    /// A city or region.
    Place,
    /// An organisation.
    Body,
    /// A bare demonym: an adjective of the noun before it.
    Demonym,
    /// A noun that stands for a country or body: القوات الروسية, "Russian officials".
    Agent,
    /// الجانبان, "both leaders": two parties named before.
    Both,
    /// الرئيسان, "the two ministers": two people named before.
    BothPeople,
    /// البلدان: two countries named before.
    BothCountries,
    /// رئيسا البلدين, وزراء خارجية الدول الثلاث: those who hold an office of the countries named before.
    HeadsOfBoth,
    /// نظيره, "his counterpart", not yet known.
    Counterpart,
    /// A person by an office that nobody known is said to hold.
    Unknown,
    /// A personal pronoun.
    Pronoun,
}

/// A noun phrase of a sentence.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Proclitics of the first token.
    pub clitics: Clitics,
    /// What it refers to: several for a group, none where unknown.
    pub referents: Referents,
    /// Where the phrase names its (first) referent, in bytes.
    pub span: Span,
    /// What kind of phrase it is.
    pub kind: PhraseKind,
    /// Whether a name stands in it.
    pub named: bool,
    /// Gender, where known.
    pub gender: Option<Gender>,
    /// Number.
    pub number: Number,
    /// The office that its title gives.
    pub office: Option<OfficeId>,
    /// The country or body of that office, or the country of an agent.
    pub of: Option<EntityId>,
}

/// One mention found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Place in the text, in bytes.
    pub span: Span,
    /// What is named.
    pub referent: Referent,
    /// How.
    pub kind: MentionType,
}

/// An office that the text gives a person.
#[derive(Clone, Copy, Debug)]
pub struct Role {
    /// The person.
    pub person: Referent,
    /// The country or body.
    pub of: Referent,
    /// The office.
    pub office: Option<OfficeId>,
    /// Held before, or not yet.
    pub former: bool,
    /// The sentence that says so.
    pub sentence: usize,
    /// Where the person is named, in bytes.
    pub span: Span,
}
