//! People whom the text introduces and nobody listed.

use crate::gazetteer::{EntityId, EntityKind, OfficeId};

/// An entity that a document introduces.
#[derive(Clone, Debug)]
pub struct NewEntity {
    /// What it is.
    pub kind: EntityKind,
    /// The name as printed.
    pub name: String,
    /// The words of the name in normal form.
    pub words: Vec<Vec<u8>>,
    /// The office the text gives.
    pub office: Option<OfficeId>,
    /// The country the text gives.
    pub country: Option<EntityId>,
}

/// Returns the identifier of a new entity: `new:` and an ASCII slug of its name.
///
/// Arabic letters are written in a plain romanisation without vowels; it serves to tell names apart, not to read them.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut out = String::from("new:");
    let mut gap = false;
    for code in crate::text::normal_form(name) {
        let letters: &str = match code {
            b'a'..=b'z' | b'0'..=b'9' => {
                if std::mem::take(&mut gap) {
                    out.push('-');
                }
                out.push(code as char);
                continue;
            }
            0x80.. => romanised(code),
            _ => {
                gap = true;
                continue;
            }
        };
        if std::mem::take(&mut gap) {
            out.push('-');
        }
        out.push_str(letters);
    }
    out
}

fn romanised(code: u8) -> &'static str {
    const LETTERS: [&str; 29] = [
        "a", "b", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z", "a", "gh", "f", "q", "k",
        "l", "m", "n", "h", "w", "y", "",
    ];
    LETTERS.get(usize::from(code - 0x80)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii() {
        assert_eq!(slug("هشام زعزوع"), "new:hsham-zazwa");
        assert_eq!(slug("Hisham Zazou"), "new:hisham-zazou");
    }
}
