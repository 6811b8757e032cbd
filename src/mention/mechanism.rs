//! The mechanisms of the reading, each of which can be switched off, so that one can measure what it is worth.

use std::fmt;
use std::str::FromStr;

/// One mechanism of the reading of mentions or relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mechanism {
    /// Offices are looked up by the document's day: "the French president" is whoever held the office then.
    OfficeDates,
    /// A title that stands before its holder's name is read with what the document says further on.
    LookAhead,
    /// A title behind a name belongs to its bearer: "Lavrov, the Russian foreign minister".
    Apposition,
    /// People and bodies that nobody lists are read.
    NewNames,
    /// A verb without a subject of its own takes that of the verb or the sentence before.
    CarriedSubjects,
    /// Pronouns and possessive suffixes stand for somebody named before.
    Pronouns,
    /// Two demonyms on a noun are its parties: القمة الروسية الأمريكية, "US-Russia talks".
    DemonymPairs,
    /// Marks, complementisers and relative pronouns end a clause.
    ClauseLimits,
    /// What is planned, possible or denied is told from what happened.
    Status,
}

use Mechanism::{
    Apposition, CarriedSubjects, ClauseLimits, DemonymPairs, LookAhead, NewNames, OfficeDates, Pronouns, Status,
};

impl Mechanism {
    /// All mechanisms, those of mentions first.
    pub const ALL: [Mechanism; 9] =
        [OfficeDates, LookAhead, Apposition, NewNames, CarriedSubjects, Pronouns, DemonymPairs, ClauseLimits, Status];

    /// Returns the name by which it is asked for.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            OfficeDates => "office-dates",
            LookAhead => "look-ahead",
            Apposition => "apposition",
            NewNames => "new-names",
            CarriedSubjects => "carried-subjects",
            Pronouns => "pronouns",
            DemonymPairs => "demonym-pairs",
            ClauseLimits => "clause-limits",
            Status => "status",
        }
    }
}

impl fmt::Display for Mechanism {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Mechanism {
    type Err = String;

    fn from_str(name: &str) -> Result<Mechanism, String> {
        let known = Mechanism::ALL.into_iter().find(|mechanism| mechanism.name() == name);
        known.ok_or_else(|| {
            format!("'{name}' is no mechanism; there are {}", Mechanism::ALL.map(Mechanism::name).join(", "))
        })
    }
}

/// The mechanisms that are switched off; by default none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Without(u16);

impl Without {
    /// Returns the same set with one more.
    #[must_use]
    pub fn and(self, mechanism: Mechanism) -> Without {
        Without(self.0 | 1 << mechanism as u16)
    }

    /// Returns whether a mechanism is switched off.
    #[must_use]
    #[inline]
    pub fn lacks(self, mechanism: Mechanism) -> bool {
        self.0 & (1 << mechanism as u16) != 0
    }
}

impl FromIterator<Mechanism> for Without {
    fn from_iter<I: IntoIterator<Item = Mechanism>>(mechanisms: I) -> Without {
        mechanisms.into_iter().fold(Without::default(), Without::and)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mechanisms_are_told_apart() {
        for mechanism in Mechanism::ALL {
            assert_eq!(mechanism.name().parse(), Ok(mechanism));
            let only = Without::from_iter([mechanism]);
            assert_eq!(Mechanism::ALL.into_iter().filter(|&other| only.lacks(other)).collect::<Vec<_>>(), [mechanism]);
        }
        assert!("titles".parse::<Mechanism>().is_err_and(|error| error.contains("office-dates, look-ahead")));
    }
}
