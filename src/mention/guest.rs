//! Who is received or receives, and is not named with it: أبلغ ضيفه, شكر مضيفه الفرنسي.

use super::phrase::{Phrase, PhraseKind, Referents};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::Class;
use crate::text::Clitics;

impl Reader<'_> {
    /// A guest or host without a name, with the adjective of his country: of the two whom the text speaks of he is the other one.
    ///
    /// مضيفة أن ("adding that") and ضيفة (a woman who is a guest) are folded to the same letters.
    pub(super) fn guest(&mut self, at: usize) -> Option<Phrase> {
        let (mut end, clitics) = self.class(at, Kinds::COUNTERPART, |class| class == Class::Guest)?;
        let word = self.tokens.tokens[end - 1].span;
        let adds = self.class(end, Kinds::CLAUSE, |class| class == Class::Complement).is_some();
        if self.text[word.start..word.end].ends_with('ة') || adds {
            return None;
        }
        let skip = self.scan.at(at).iter().find(|hit| hit.end as usize == end && hit.clitics == clitics)?.skip;
        let span = self.span(at, skip, end);
        let adjective = self.demonym(end).filter(|(_, clitics, ..)| self.joined(end) && *clitics == Clitics::NONE);
        let of = adjective.map(|(.., country, _)| country);
        if let Some((behind, _, skip, country, _)) = adjective {
            self.found_demonym(end, skip, behind, country);
            end = behind;
        }
        Some(Phrase {
            start: at,
            end,
            clitics,
            referents: Referents::default(),
            span,
            kind: PhraseKind::Counterpart,
            named: false,
            gender: Some(Gender::Masculine),
            number: Number::Singular,
            office: None,
            of,
        })
    }
}
