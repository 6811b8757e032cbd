//! Professions with what belongs to them: the field (الباحث في الشؤون الإيرانية فلان), the body (الخبير بمركز الأهرام فلان), the
//! second one (الناشط والمحامي فلان).

use super::name::{Context, Named};
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::Class;
use crate::text::fold::{ALEF, BEH, LAM};
use crate::text::{Clitics, Gap};

/// A field whose name is longer has run into the next phrase.
const MOST_WORDS: usize = 5;

impl Reader<'_> {
    /// Takes in what belongs to a profession, where a person's name stands behind it.
    pub(super) fn profession(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let open = self.lang == Lang::Ar && run.profession && run.office.is_none() && run.number == Number::Singular;
        if !open {
            return false;
        }
        let mark = self.mentions.len();
        let end = self.second_profession(at).or_else(|| self.place_of_work(at)).or_else(|| self.field_of_work(at));
        let Some(end) = end.filter(|&end| self.is_person_at(end)) else {
            self.mentions.truncate(mark);
            return false;
        };
        run.end = end;
        run.title_end = end;
        true
    }

    /// Returns whether somebody's name stands at a token, at once, or alone between a comma and the next mark.
    pub(super) fn is_person_at(&self, at: usize) -> bool {
        if at >= self.range.1 {
            return false;
        }
        if self.tokens.tokens[at].gap == Gap::Punct(b',') {
            return self.is_enclosed(at);
        }
        let context = Context { title: true, person: true, ..Context::default() };
        let listed = |named: Named| named.clitics == Clitics::NONE && self.is_person(named.referent);
        let further = || {
            let title =
                self.title_at(at).filter(|&(_, clitics, _, title)| clitics == Clitics::NONE && title.office.is_none());
            title.is_some_and(|(end, ..)| self.joined(end) && self.is_person_at(end))
        };
        self.joined(at)
            && (self.name(at, context).is_some_and(listed) || self.new_name(at, true).is_some() || further())
    }

    /// الناشط والمحامي, رجل الأعمال والسياسي: a second profession, with what stands behind it.
    fn second_profession(&mut self, at: usize) -> Option<usize> {
        let (end, Clitics::WA, _, title) = self.title_at(at)? else { return None };
        let second = title.profession && title.number == Number::Singular;
        let end = second.then_some(end)?;
        match self.demonym(end).filter(|_| self.joined(end)) {
            Some((stop, Clitics::NONE, skip, country, Number::Singular)) => {
                self.found_demonym(end, skip, stop, country);
                Some(stop)
            }
            _ => Some(end),
        }
    }

    /// بمركز الأهرام, في معهد واشنطن لسياسة الشرق الأدنى: the body at which somebody works.
    fn place_of_work(&mut self, at: usize) -> Option<usize> {
        let (start, named) = self.post_at(at).or_else(|| self.new_body_at(at))?;
        self.push_name(start, &named);
        Some(named.end)
    }

    /// في الشؤون الإيرانية, في شؤون الحركات الإسلامية, بالشأن السوري: what somebody knows about.
    fn field_of_work(&mut self, at: usize) -> Option<usize> {
        let (start, led) = self.behind_preposition(at)?;
        let wanted = if led { Clitics::NONE } else { Clitics::BI };
        let section = self.class(start, Kinds::CLASS, |class| class == Class::Section);
        let definite =
            if led { self.is_word_of_section(start, false) } else { self.form(start).starts_with(&[BEH, ALEF, LAM]) };
        if !definite && section.is_none_or(|(_, clitics)| clitics != wanted) {
            return None;
        }
        let mut end = start + 1;
        while end < start + MOST_WORDS && self.joined(end) && !self.is_person_at(end) {
            if let Some((stop, Clitics::NONE, skip, country, _)) = self.demonym(end) {
                self.found_demonym(end, skip, stop, country);
                end = stop;
            } else if let Some(named) = self.place_of_section(end) {
                self.push_name(end, &named);
                end = named.end;
            } else if self.is_word_of_section(end, true) {
                end += 1;
            } else {
                break;
            }
        }
        Some(end)
    }
}
