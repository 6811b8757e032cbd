//! "Turkey's foreign and defence ministers", "the Turkish foreign, defence and interior ministers": several ministers of one government,
//! whose portfolios stand before one plural.

use smallvec::SmallVec;

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use crate::document::Lang;
use crate::gazetteer::{EntityId, Number, OfficeId};
use crate::text::{Clitics, Gap, Span};

/// How many portfolios stand before one plural.
const MOST: usize = 4;

impl Reader<'_> {
    /// Returns the phrase of the ministers of a country that a nationality or a possessive at a token names, where their portfolios
    /// and then "ministers" stand behind it.
    pub(super) fn portfolios(&mut self, at: usize) -> Option<Phrase> {
        const WORDS: usize = 3 * MOST;
        let near = self.range.1.min(at + WORDS);
        if self.lang != Lang::En || !(at + 1..near).any(|word| self.form(word) == b"ministers") {
            return None;
        }
        let (start, country, span, kind) = self.government(at)?;
        let (offices, end) = self.offices_before_ministers(start)?;
        self.found(span, Referent::Known(country), kind);
        let mut referents = Referents::new();
        for office in offices {
            let holder = self.office_holder(office, Some(country)).unwrap_or(Referent::Known(country));
            if !referents.contains(&holder) {
                referents.push(holder);
            }
        }
        Some(Phrase {
            start: at,
            end,
            clitics: Clitics::NONE,
            referents,
            span: Span::new(span.start, self.tokens.tokens[end - 1].span.end),
            kind: PhraseKind::Person,
            named: false,
            gender: None,
            number: Number::Plural,
            office: None,
            of: None,
        })
    }

    /// "Turkish", "Turkey's": whose ministers they are, and where their portfolios begin.
    fn government(&self, at: usize) -> Option<(usize, EntityId, Span, MentionType)> {
        if let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(at) {
            return self.joined(end).then(|| (end, country, self.span(at, skip, end), MentionType::Demonym));
        }
        let named = self.name(at, Context::default()).filter(|named| self.names_country(named.referent))?;
        let owns = named.end + 1 < self.range.1 && self.form(named.end) == b"s" && self.joined(named.end + 1);
        let Referent::Known(country) = named.referent else { return None };
        owns.then(|| (named.end + 1, country, self.name_span(at, &named), MentionType::Name))
    }

    /// "foreign, defence and interior ministers": the offices that several portfolios before one plural name, and where it ends.
    fn offices_before_ministers(&self, at: usize) -> Option<(SmallVec<[OfficeId; MOST]>, usize)> {
        let mut words: SmallVec<[usize; MOST]> = SmallVec::new();
        let mut next = at;
        while words.len() < MOST && next + 1 < self.range.1 {
            words.push(next);
            let behind = next + 1;
            if self.form(behind) == b"ministers" && self.joined(behind) {
                let offices: Option<SmallVec<_>> = words.iter().map(|&word| self.office_of_portfolio(word)).collect();
                return offices.filter(|_| words.len() > 1).map(|offices| (offices, behind + 1));
            }
            let and = self.form(behind) == b"and";
            let comma = self.tokens.tokens[behind].gap == Gap::Punct(b',');
            if !and && !comma {
                return None;
            }
            next = behind + usize::from(and);
        }
        None
    }

    /// "defence" of "defence minister": the office of who has a portfolio of one word.
    fn office_of_portfolio(&self, word: usize) -> Option<OfficeId> {
        let span = self.tokens.tokens[word].span;
        let portfolio = self.text.get(span.start..span.end)?.to_lowercase();
        let titles = self.knowledge.gazetteer.titles().iter();
        let mut own = titles.filter(|title| title.lang == Lang::En && title.number == Number::Singular);
        let minister = |text: &str| text.strip_suffix(" minister") == Some(portfolio.as_str());
        own.find(|title| minister(&title.text)).and_then(|title| title.office)
    }
}
