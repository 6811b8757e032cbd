//! Whose affairs an office without a name sees to: مساعد وزير الخارجية الأميركي لشؤون الشرق الأدنى.
//!
//! The country or part of the world belongs to the title. Left out of its phrase, it would stand as a party of its own between a verb
//! and whom it speaks of.

use super::name::{Context, Named};
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::text::Clitics;
use crate::text::fold::LAM;

/// لشؤون and لشئون in normal form.
const FOR_AFFAIRS: [&[u8]; 2] = [&[LAM, 0x8C, 0x9A, 0x9A, 0x98], &[LAM, 0x8C, 0x9B, 0x9A, 0x98]];

/// How many places may be joined: لشؤون الشرق الأوسط والخليج وشمال أفريقيا.
const MOST: usize = 4;

impl Reader<'_> {
    /// Whether "for the affairs of" stands at a token, which begins nobody's name.
    pub(super) fn is_for_affairs(&self, at: usize) -> bool {
        self.lang == Lang::Ar && at < self.range.1 && FOR_AFFAIRS.contains(&self.form(at))
    }

    /// One past the places whose affairs the office of a run sees to, recording them; the end of the run where there are none.
    pub(super) fn past_affairs(&mut self, run: &TitleRun) -> usize {
        let at = run.end;
        if run.of.is_none() || run.office.is_none() || !self.joined(at) || !self.is_for_affairs(at) {
            return at;
        }
        let mut end = at;
        for joins in [Clitics::NONE].into_iter().chain([Clitics::WA; MOST]) {
            let next = if end == at { at + 1 } else { end };
            let Some(named) = self.place_of_affairs(next, joins) else { break };
            self.push_name(next, &named);
            end = named.end;
        }
        end
    }

    /// The country or part of the world at a token, with the proclitic that joins it to what stands before.
    fn place_of_affairs(&self, at: usize, joins: Clitics) -> Option<Named> {
        if at >= self.range.1 || !self.joined(at) {
            return None;
        }
        let named = self.name(at, Context::default()).filter(|named| named.clitics == joins)?;
        let Referent::Known(key) = named.referent else { return None };
        let kind = self.knowledge.gazetteer.get(key).kind;
        matches!(kind, EntityKind::Country | EntityKind::Region).then_some(named)
    }
}
