//! What an ambiguous name needs beside it before it is linked.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A set of conditions, any one of which suffices; empty means that the name links freely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support(u8);

impl Support {
    /// A title or honorific stands right before the name.
    pub const TITLE: Support = Support(1);
    /// The entity stood earlier in the document under a free name.
    pub const INTRODUCED: Support = Support(2);
    /// The entity's country stands in the same sentence.
    pub const COUNTRY: Support = Support(4);
    /// The name is never linked alone.
    pub const NEVER: Support = Support(8);

    /// Returns whether the name links without any condition.
    #[must_use]
    pub fn is_free(self) -> bool {
        self.0 == 0
    }

    /// Returns whether `other` is one of the conditions.
    #[must_use]
    pub fn allows(self, other: Support) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns the conditions as bits.
    pub(super) fn bits(self) -> u8 {
        self.0
    }

    /// Returns the conditions of bits.
    #[inline]
    pub(super) fn of_bits(bits: u8) -> Support {
        Support(bits)
    }

    /// Reads `title|introduced|country|never`, or an empty field.
    pub(super) fn read(field: &str) -> Option<Support> {
        field.split('|').filter(|word| !word.is_empty()).try_fold(Support(0), |all, word| {
            Some(Support(
                all.0
                    | match word {
                        "title" => 1,
                        "introduced" => 2,
                        "country" => 4,
                        "never" => 8,
                        _ => return None,
                    },
            ))
        })
    }
}

/// As the column writes it.
impl fmt::Display for Support {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = [(1, "title"), (2, "introduced"), (4, "country"), (8, "never")];
        let words: Vec<&str> = all.into_iter().filter(|(bit, _)| self.0 & bit != 0).map(|(_, word)| word).collect();
        f.write_str(&words.join("|"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read() {
        assert!(Support::read("").unwrap().is_free());
        let support = Support::read("title|introduced").unwrap();
        assert!(
            support.allows(Support::TITLE) && support.allows(Support::INTRODUCED) && !support.allows(Support::COUNTRY)
        );
        assert_eq!(Support::read("maybe"), None);
        assert_eq!(
            (support.to_string(), Support::default().to_string()),
            ("title|introduced".to_owned(), String::new())
        );
    }
}
