//! English offices within a body, and what stands between an office and its holder: "director of the Middle East
//! department at the fund", "minister of state for media affairs", "governor of Nineveh province".

use super::kind::MentionType;
use super::mechanism::Mechanism;
use super::name::{Context, Named};
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::{Kinds, Payload};
use crate::gazetteer::{EntityKind, OfficeId};
use crate::lexicon::{Class, Whose};
use crate::text::{Clitics, Gap};

/// What is longer has run into the next phrase.
const MOST_WORDS: usize = 5;

impl Reader<'_> {
    /// Takes the part of a body, the body, the portfolio or the kind of place behind an English title into it.
    pub(super) fn part_english(&mut self, run: &mut TitleRun, at: usize) -> bool {
        run.office.is_some()
            && (self.portfolio_english(run, at)
                || self.kind_of_place(run, at)
                || run.of.is_none() && (self.section_english(run, at) || self.staff_english(run, at)))
    }

    /// "of the Middle East department at the fund", "of the fund's Middle East department".
    fn section_english(&mut self, run: &mut TitleRun, at: usize) -> bool {
        if !matches!(self.form(at), b"of" | b"for") {
            return false;
        }
        let start = self.over_article(at + 1);
        let giver = self.body_at(start).filter(|named| self.joined(named.end) && self.form(named.end) == b"s");
        let first = giver.as_ref().map_or(start, |named| named.end + 1);
        let Some(noun) = self.part_noun(first + usize::from(giver.is_none())) else { return false };
        // "of the World Health Organization": a name that holds the noun.
        if giver.is_none() && self.name(start, Context::default()).is_some_and(|named| named.end > noun) {
            return false;
        }
        run.end = noun + 1;
        run.title_end = noun + 1;
        self.heads_a_part(run, true);
        self.names_in_section(first, noun);
        if let Some(named) = giver {
            self.take_giver(run, start, &named, false);
        } else if matches!(self.form_behind(run.end), Some(b"of" | b"at" | b"in")) {
            let place = self.over_article(run.end + 1);
            if let Some(named) = self.body_at(place) {
                self.take_giver(run, place, &named, true);
            }
        }
        true
    }

    /// "the Middle East department": the part of the world is mentioned, too.
    fn names_in_section(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let named = self.place_of_section(at).filter(|named| named.end <= to);
            if let Some(named) = &named {
                self.push_name(at, named);
            }
            at = named.map_or(at + 1, |named| named.end);
        }
    }

    /// "leader of the Conservative Party": a body that nobody lists.
    pub(super) fn unlisted_giver(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let body = self.joined(at).then(|| self.unlisted_body(at)).flatten();
        let Some(body) = body.or_else(|| self.unknown_body(run, at)) else { return false };
        self.push_name(at, &body);
        match body.referent {
            Referent::Known(key) => run.of = Some(self.office_giver(key)),
            Referent::New(_) => run.body = Some(body.referent),
        }
        run.end = body.end;
        run.title_end = body.end;
        true
    }

    /// "chairman of Medtronic": one to three words with capitals that nobody knows, behind the title of who heads a firm.
    fn unknown_body(&mut self, run: &TitleRun, at: usize) -> Option<Named> {
        const MOST_WORDS: usize = 3;
        const HEADS: [&str; 5] = ["leader", "head", "executive_director", "managing_director", "chairman"];
        let offices = self.knowledge.gazetteer.offices();
        let firm = run.office.is_some_and(|office| HEADS.contains(&offices.name(office)));
        if !firm || self.without.lacks(Mechanism::NewNames) || self.is_headline() {
            return None;
        }
        let part = |next: usize| {
            self.joined(next)
                && self.tokens.tokens[next].capital
                && self.scan.at(next).is_empty()
                && self.scan.word(next).is_none()
                && self.form(next).len() > 2
                && self.form(next).iter().all(u8::is_ascii_lowercase)
        };
        let end = at + (at..at + MOST_WORDS).take_while(|&next| part(next)).count();
        let ends = end > at && !(self.joined(end) && self.tokens.tokens[end].capital);
        ends.then(|| Named::new(end, Clitics::NONE, 0, self.introduce_body_behind(at, 0, end), MentionType::Name))
    }

    /// "National Economic Council director", "FEMA administrator": where the title behind a body that nobody lists begins.
    pub(super) fn unlisted_before_title(&self, at: usize) -> Option<usize> {
        if self.without.lacks(Mechanism::NewNames) {
            return None;
        }
        let named = self.name(at, Context::default());
        // Letters that stand for a body: "(NSF)".
        let new = |named: &Named| {
            let letters = named.end == at + 1 && self.is_acronym(at);
            letters && matches!(named.referent, Referent::New(_)) && !self.is_person(named.referent)
        };
        let end = match named {
            Some(named) if new(&named) => named.end,
            Some(_) => return None,
            None if self.is_headline() => return None,
            None => self.body_head(at).filter(|&head| head > at).or_else(|| self.is_acronym(at).then_some(at))? + 1,
        };
        let heads = |office| {
            let offices = self.knowledge.gazetteer.offices();
            !offices.name(office).ends_with("minister") && !offices.is_posted(office)
        };
        let title = self.title_at(end).filter(|_| self.joined(end))?.3;
        title.office.is_some_and(heads).then_some(end)
    }

    /// Takes in the body that nobody lists before a title; returns where the title begins, and the body.
    pub(super) fn body_before_title(&mut self, at: usize) -> Option<(usize, Referent)> {
        let title = self.unlisted_before_title(at)?;
        let known = self.name(at, Context::default()).map(|named| named.referent);
        let referent = known.unwrap_or_else(|| self.introduce_body_behind(at, 0, title));
        self.push_name(at, &Named::new(title, Clitics::NONE, 0, referent, MentionType::Name));
        Some((title, referent))
    }

    /// "Governor Kemp of Georgia": of namesakes, the region that has governors and senators rather than the country or city.
    pub(super) fn governed_place(&self, at: usize, named: Named, office: Option<OfficeId>) -> Named {
        let gazetteer = &self.knowledge.gazetteer;
        let state = office.is_some_and(|office| {
            matches!(gazetteer.offices().name(office), "governor" | "deputy_governor" | "senator")
        });
        let other = |key| matches!(gazetteer.get(key).kind, EntityKind::Country | EntityKind::City);
        if !state || !matches!(named.referent, Referent::Known(key) if other(key)) {
            return named;
        }
        let hits = self.scan.at(at).iter().filter(|hit| hit.end as usize == named.end && hit.skip == 0);
        let mut aliases = hits.flat_map(|hit| self.knowledge.dictionary.payloads(hit.node)).filter_map(|payload| {
            let Payload::Alias(index) = payload else { return None };
            let entity = gazetteer.alias(index).entity;
            (gazetteer.get(entity).subkind == "us_state").then_some(entity)
        });
        aliases.next().map_or(named, |entity| Named {
            referent: Referent::Known(entity),
            kind: MentionType::Name,
            ..named
        })
    }

    /// "FEMA", "EPA": a word of three to five capitals that is no word of the lexicon and no title.
    fn is_acronym(&self, at: usize) -> bool {
        if at >= self.range.1 {
            return false;
        }
        let printed = self.tokens.tokens[at].span.of(self.text);
        (3..=5).contains(&printed.len())
            && printed.bytes().all(|byte| byte.is_ascii_uppercase())
            && !self.scan.kinds(at).has(Kinds::NAME)
            && !self.is_lexical(at)
            && self.title_at(at).is_none()
    }

    /// "chief economist at the World Bank".
    fn staff_english(&mut self, run: &mut TitleRun, at: usize) -> bool {
        if !matches!(self.form(at), b"at" | b"with") {
            return false;
        }
        let place = self.over_article(at + 1);
        let Some(named) = self.body_at(place) else { return false };
        self.take_giver(run, place, &named, true);
        true
    }

    /// "for Near Eastern Affairs".
    fn portfolio_english(&self, run: &mut TitleRun, at: usize) -> bool {
        if !matches!(self.form(at), b"for" | b"of") {
            return false;
        }
        let word = |next: usize| next < self.range.1 && self.tokens.tokens[next].gap == Gap::Space;
        let last =
            (at + 1..=at + MOST_WORDS).take_while(|&next| word(next)).find(|&next| self.form(next) == b"affairs");
        if let Some(last) = last.filter(|&last| last > at + 1) {
            run.end = last + 1;
        }
        last.is_some_and(|last| last > at + 1)
    }

    /// "Nineveh province": what kind of place it is that somebody governs.
    fn kind_of_place(&self, run: &mut TitleRun, at: usize) -> bool {
        let place = run.of.is_some() && run.title_end == at;
        let kind = self.class(at, Kinds::GENERIC.with(Kinds::HEAD), |class| {
            matches!(class, Class::Generic(Whose::Place) | Class::PlaceHead)
        });
        let Some((end, _)) = kind.filter(|_| place) else { return false };
        run.end = end;
        run.title_end = end;
        true
    }

    fn take_giver(&mut self, run: &mut TitleRun, at: usize, named: &Named, extends: bool) {
        let Referent::Known(key) = named.referent else { return };
        self.push_name(at, named);
        run.of = Some(self.office_giver(key));
        if extends {
            run.end = named.end;
            run.title_end = named.end;
        }
    }

    fn form_behind(&self, at: usize) -> Option<&[u8]> {
        (at < self.range.1 && self.joined(at)).then(|| self.form(at))
    }

    pub(super) fn over_article(&self, at: usize) -> usize {
        at + usize::from(self.form_behind(at) == Some(b"the"))
    }

    /// Returns the listed body or country that is named at a token.
    fn body_at(&self, at: usize) -> Option<Named> {
        let named = (at < self.range.1 && self.joined(at)).then(|| self.name(at, Context::default())).flatten()?;
        let Referent::Known(key) = named.referent else { return None };
        let kind = self.knowledge.gazetteer.get(key).kind;
        matches!(kind, EntityKind::Organisation | EntityKind::Country).then_some(named)
    }

    /// Returns the first noun of a part of a body among the next words, none of which leads on.
    fn part_noun(&self, from: usize) -> Option<usize> {
        let part = |at: usize| self.class(at, Kinds::CLASS, |class| class == Class::Section).is_some();
        let ends = Kinds::PREPOSITION.with(Kinds::CONJUNCTION).with(Kinds::CLAUSE).with(Kinds::AUXILIARY);
        (from..from + MOST_WORDS)
            .take_while(|&at| self.joined(at) && self.class(at, ends, |_| true).is_none() && !self.is_verb(at))
            .find(|&at| part(at))
    }
}
