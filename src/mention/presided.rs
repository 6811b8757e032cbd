//! Courts and prosecutions that are named with who presides over them: محكمة جنايات القاهرة برئاسة المستشار فلان.

use super::kind::MentionType;
use super::phrase::Referent;
use super::reader::Reader;
use crate::document::Lang;
use crate::text::Span;
use crate::text::fold::{ALEF, BEH, HEH, KAF, MEEM, NOON, SEEN, YEH};

/// برئاسة in normal form.
const PRESIDED: [u8; 6] = [BEH, 0x89, YEH, ALEF, SEEN, HEH];
/// محكمة and نيابة in normal form.
const COURTS: [&[u8]; 2] = [&[MEEM, 0x85, KAF, MEEM, HEH], &[NOON, YEH, ALEF, BEH, HEH]];
/// A name longer than this, its noun included, has run into the next phrase.
const MOST_WORDS: usize = 7;

impl Reader<'_> {
    /// Takes the court that stands before "presided over by" and a person, whose phrase begins at `start`, for a body that the
    /// person heads.
    pub(super) fn presided(&mut self, start: usize, person: Referent, name: Span) {
        let Some(word) = start.checked_sub(1).filter(|&word| self.lang == Lang::Ar && word > self.range.0) else {
            return;
        };
        if self.form(word) != PRESIDED {
            return;
        }
        let first = word.saturating_sub(MOST_WORDS).max(self.range.0);
        let court = |at: &usize| COURTS.iter().any(|noun| self.form(*at).ends_with(noun));
        let Some(noun) = (first..word).rev().find(court) else { return };
        let Some(site) = self.institution_at(noun).filter(|site| site.end == word) else { return };
        let body = self.named_institution(site);
        let span = self.name_span(noun, &body);
        // The city in a court's name is no mention of its own.
        self.mentions.retain(|found| !(span.start <= found.span.start && found.span.end <= span.end));
        self.found(span, body.referent, MentionType::Name);
        let head = self.knowledge.gazetteer.offices().id("head");
        self.give_office(person, head, Some(body.referent), false, name);
    }
}
