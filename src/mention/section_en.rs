//! English offices within a body, and what stands between an office and its holder: "director of the Middle East
//! department at the fund", "minister of state for media affairs", "governor of Nineveh province".

use super::name::{Context, Named};
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Whose};
use crate::text::Gap;

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
        let Some(body) = self.joined(at).then(|| self.unlisted_body(at)).flatten() else { return false };
        self.push_name(at, &body);
        match body.referent {
            Referent::Known(key) => run.of = Some(self.office_giver(key)),
            Referent::New(_) => run.body = Some(body.referent),
        }
        run.end = body.end;
        run.title_end = body.end;
        true
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

    fn over_article(&self, at: usize) -> usize {
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
