//! A body whose first word alone stands in quotation marks, as some newspapers write their ministries: «الخارجية» الإيرانية.

use super::kind::MentionType;
use super::name::Named;
use super::phrase::Referent;
use super::reader::Reader;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::text::{Clitics, Gap};

impl Reader<'_> {
    /// The listed body whose name is the quoted word at a token and the word behind its closing mark.
    #[inline]
    pub(super) fn quoted_head(&self, at: usize) -> Option<Named> {
        let next = self.tokens.tokens.get(at + 1).filter(|_| at + 1 < self.range.1)?;
        let quoted = self.tokens.tokens[at].quote && next.gap == Gap::Punct(b'"') && !next.bracket;
        // «الكونجرس» الأمريكي: a word that is a name by itself is the whole of it.
        let whole = || self.scan.kinds(at).has(Kinds::NAME);
        if !quoted || self.lang != Lang::Ar || whole() { None } else { self.body_of_quoted_head(at) }
    }

    fn body_of_quoted_head(&self, at: usize) -> Option<Named> {
        let (gazetteer, dictionary) = (&self.knowledge.gazetteer, &self.knowledge.dictionary);
        let (first, next) = (&self.tokens.tokens[at], &self.tokens.tokens[at + 1]);
        // صحيفة "الخبر" الجزائرية, and not قال "مرشد "الإخوان": the first mark stands right before the word, the second right behind it.
        let (before, behind) = (&self.text[..first.span.start], &self.text[first.span.end..next.span.start]);
        let mark = |c: char| !c.is_whitespace() && !c.is_alphanumeric();
        if !before.ends_with(mark) || !behind.starts_with(mark) || !behind.ends_with(char::is_whitespace) {
            return None;
        }
        let node = dictionary.start(self.scan.word(at)?)?;
        let node = dictionary.step(node, self.scan.word(at + 1)?)?;
        let key = dictionary.payloads(node).find_map(|payload| match payload {
            Payload::Alias(index) => {
                let alias = gazetteer.alias(index);
                let entity = gazetteer.get(alias.entity);
                let kinds =
                    ["ministry", "government", "parliament", "army", "police", "intelligence", "party", "court"];
                let serves = kinds.contains(&entity.subkind);
                (alias.support.is_free() && entity.kind == EntityKind::Organisation && serves).then_some(alias.entity)
            }
            _ => None,
        })?;
        Some(Named::new(at + 2, Clitics::NONE, 0, Referent::Known(key), MentionType::Name))
    }
}
