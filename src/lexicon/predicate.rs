//! Predicates, their families and statuses: the types of relation.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A group of predicates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Who spoke to, met, visited, wrote to whom.
    Contact,
    /// Support, praise, agreements, aid.
    Cooperation,
    /// Demands, criticism, threats, force.
    Conflict,
    /// Offices held.
    Role,
    /// Two entities in one sentence, with no stated relation.
    CoOccurrence,
}

/// Whether the text says that a relation happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It happened, or is going on.
    #[default]
    Happened,
    /// Announced, scheduled or sought.
    Planned,
    /// Hedged, conditional, an offer not yet taken up.
    Possible,
    /// Said not to have happened.
    Denied,
}

macro_rules! predicates {
    ($($variant:ident $name:literal $family:ident $symmetric:literal $doc:literal;)*) => {
        /// The type of a relation; the definitions stand in the documentation of each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Predicate { $(#[doc = $doc] $variant,)* }

        impl Predicate {
            /// Every predicate, in the order of the documentation.
            pub const ALL: &'static [Predicate] = &[$(Predicate::$variant,)*];

            /// Returns the name used in files and on the command line.
            #[must_use]
            pub fn name(self) -> &'static str { match self { $(Predicate::$variant => $name,)* } }

            /// Returns the family.
            #[must_use]
            pub fn family(self) -> Family { match self { $(Predicate::$variant => Family::$family,)* } }

            /// Returns whether subject and object may be exchanged.
            #[must_use]
            pub fn is_symmetric(self) -> bool { match self { $(Predicate::$variant => $symmetric,)* } }
        }
    };
}

predicates! {
    Called "called" Contact false "They spoke by telephone or video link; from the one who called.";
    Met "met" Contact true "They met in person.";
    Hosted "hosted" Contact false "The host received the guest.";
    Visited "visited" Contact false "The visitor went to the place or host.";
    TalkedWith "talked_with" Contact true "Talks or consultations, channel not told.";
    NegotiatedWith "negotiated_with" Contact true "Negotiations towards a deal.";
    WroteTo "wrote_to" Contact false "A letter, message or cable.";
    Briefed "briefed" Contact false "One informed the other.";
    AgreedWith "agreed_with" Cooperation true "An agreement or a joint position.";
    Supported "supported" Cooperation false "Backing of a side, its moves or its position.";
    Praised "praised" Cooperation false "Praise, thanks, or welcome of an act.";
    Aided "aided" Cooperation false "Money, arms or relief given.";
    Mediated "mediated" Cooperation false "Mediation, from the mediator to each party.";
    Promised "promised" Cooperation false "A pledge or guarantee.";
    DemandedOf "demanded_of" Conflict false "A demand, call or urging.";
    Criticised "criticised" Conflict false "Criticism, condemnation, accusation.";
    Rejected "rejected" Conflict false "Refusal of the other's demand or offer.";
    Threatened "threatened" Conflict false "A threat or warning.";
    Sanctioned "sanctioned" Conflict false "Sanctions, expulsions, broken relations.";
    Attacked "attacked" Conflict false "Force, war, strikes.";
    Seized "seized" Conflict false "Annexation, occupation, control of ground.";
    HoldsOffice "holds_office" Role false "A named person is given an office of a country or organisation.";
    CoOccurs "co_occurs" CoOccurrence true "Both stand in one sentence; nothing is stated between them.";
}

/// The word is no name of a predicate, family or status.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{word}' is not a {what}; known: {known}")]
pub struct NameError {
    /// What was read.
    pub word: String,
    /// What was expected.
    pub what: &'static str,
    /// The accepted words.
    pub known: String,
}

fn by_name<T: Copy>(
    all: &[T],
    name: impl Fn(T) -> &'static str,
    what: &'static str,
    word: &str,
) -> Result<T, NameError> {
    all.iter().copied().find(|&item| name(item) == word).ok_or_else(|| NameError {
        word: word.to_owned(),
        what,
        known: all.iter().map(|&item| name(item)).collect::<Vec<_>>().join(", "),
    })
}

impl Family {
    /// Every family.
    pub const ALL: &'static [Family] =
        &[Family::Contact, Family::Cooperation, Family::Conflict, Family::Role, Family::CoOccurrence];

    /// Returns the name used in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Family::Contact => "contact",
            Family::Cooperation => "cooperation",
            Family::Conflict => "conflict",
            Family::Role => "role",
            Family::CoOccurrence => "co_occurrence",
        }
    }
}

impl Status {
    /// Every status.
    pub const ALL: &'static [Status] = &[Status::Happened, Status::Planned, Status::Possible, Status::Denied];

    /// Returns the name used in files and on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Status::Happened => "happened",
            Status::Planned => "planned",
            Status::Possible => "possible",
            Status::Denied => "denied",
        }
    }
}

impl FromStr for Predicate {
    type Err = NameError;
    fn from_str(word: &str) -> Result<Self, NameError> {
        by_name(Predicate::ALL, Predicate::name, "predicate", word)
    }
}

impl FromStr for Family {
    type Err = NameError;
    fn from_str(word: &str) -> Result<Self, NameError> {
        by_name(Family::ALL, Family::name, "family", word)
    }
}

impl FromStr for Status {
    type Err = NameError;
    fn from_str(word: &str) -> Result<Self, NameError> {
        by_name(Status::ALL, Status::name, "status", word)
    }
}

impl fmt::Display for Predicate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_serde_and_read_back() {
        for &predicate in Predicate::ALL {
            assert_eq!(serde_json::to_value(predicate).unwrap(), predicate.name());
            assert_eq!(predicate.name().parse::<Predicate>().unwrap(), predicate);
        }
        for &family in Family::ALL {
            assert_eq!(serde_json::to_value(family).unwrap(), family.name());
        }
        assert!("spoke".parse::<Predicate>().unwrap_err().to_string().contains("called, met, hosted"));
    }
}
