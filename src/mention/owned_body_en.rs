//! English bodies called by their country instead of its nationality: "Turkey's Foreign Ministry" for the Turkish Foreign Ministry.

use super::kind::MentionType;
use super::name::Named;
use super::phrase::Referent;
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::EntityId;
use crate::lexicon::Class;
use crate::text::Clitics;

/// "Ministry of Foreign Affairs"
const MOST_WORDS: usize = 5;

impl Reader<'_> {
    /// Returns the listed body of a country whose name, behind the nationality, is the words from a token on.
    pub(super) fn body_owned_by(&self, owner: Referent, start: usize) -> Option<Named> {
        let Referent::Known(country) = owner else { return None };
        let stop = self.range.1.min(start + MOST_WORDS);
        let noun = |at: usize| {
            (at == start || self.joined(at)) && self.class(at, Kinds::BODY, |class| class == Class::Body).is_some()
        };
        if !(start..stop).any(noun) {
            return None;
        }
        let demonyms = self.knowledge.gazetteer.demonyms().iter();
        let mut nationalities = demonyms.filter(|demonym| demonym.country == country && demonym.lang == Lang::En);
        nationalities.find_map(|demonym| self.body_called(&demonym.text, country, start, stop))
    }

    /// The longest listed name that begins with a nationality and goes on with the words from a token on.
    fn body_called(&self, nationality: &str, country: EntityId, start: usize, stop: usize) -> Option<Named> {
        let dictionary = &self.knowledge.dictionary;
        let mut node = None;
        for word in nationality.to_ascii_lowercase().split_whitespace() {
            let word = dictionary.word(word.as_bytes())?;
            node = Some(match node {
                None => dictionary.start(word)?,
                Some(node) => dictionary.step(node, word)?,
            });
        }
        let mut node = node?;
        let mut longest = None;
        // "Syria's army": a bare word names no one body.
        let named = |end: usize| end > start + 1 || self.tokens.tokens[start].capital;
        for at in start..stop {
            if at > start && !self.joined(at) {
                break;
            }
            let Some(next) = dictionary.word(self.form(at)).and_then(|word| dictionary.step(node, word)) else { break };
            node = next;
            if let Some(body) = self.body_at_node(node, |own| own == country).filter(|_| named(at + 1)) {
                longest = Some(Named::new(at + 1, Clitics::NONE, 0, Referent::Known(body), MentionType::Name));
            }
        }
        longest
    }
}
