//! Several nouns for the people of one body: قيادات وضباط الأمن المركزي, رئيس وأعضاء المجلس.
//!
//! Only the last noun has the body behind it; those before it would stand as parties of their own, or between a word and its
//! party. So the phrase begins with the first of them, and has its proclitics.

use super::phrase::{Phrase, PhraseKind};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{Number, State};
use crate::lexicon::Class;
use crate::text::Clitics;
use crate::text::fold::{ALEF, LAM, NOON, WAW, YEH};

impl Reader<'_> {
    /// Lets the phrases of bodies and their members begin with the first of several nouns for those.
    pub(super) fn paired_heads(&self, phrases: &mut Vec<Phrase>) {
        if self.lang != Lang::Ar {
            return;
        }
        let mut index = 0;
        while index < phrases.len() {
            let found = self.first_head(&phrases[index]).or_else(|| self.members_of_party(&phrases[index]));
            if let Some((start, clitics)) = found {
                phrases[index].start = start;
                phrases[index].clitics = clitics;
                // A noun of them may have been read as a title that names nobody.
                let first = phrases[..index].partition_point(|before| before.start < start);
                phrases.drain(first..index);
                index = first;
            }
            index += 1;
        }
    }

    /// Returns where the first of several nouns stands of which the last has the body of a phrase behind it, and its proclitics.
    fn first_head(&self, phrase: &Phrase) -> Option<(usize, Clitics)> {
        let people = phrase.office.is_some() && phrase.number == Number::Plural
            || phrase.kind == PhraseKind::Agent
            || phrase.kind == PhraseKind::Body && self.head(phrase.start).is_some();
        let mut at = match phrase.clitics {
            _ if phrase.referents.is_empty() => return None,
            Clitics::WA if people => phrase.start,
            // قيادات وكوادر حركة حماس: the noun of the body's kind stands between.
            Clitics::NONE if phrase.kind == PhraseKind::Body => {
                let kind = |at: usize| self.class(at, Kinds::BODY.with(Kinds::GENERIC), is_kind_of_body).is_some();
                let start = phrase.start;
                let noun = start - usize::from(start > self.range.0 && self.joined(start) && kind(start - 1));
                let head = noun.checked_sub(1).filter(|_| noun > self.range.0 && self.joined(noun))?;
                (self.head(head)? == Clitics::WA).then_some(head)?
            }
            _ => return None,
        };
        let mut found = None;
        while at > self.range.0
            && self.joined(at)
            && let Some(clitics) = self.head(at - 1)
        {
            at -= 1;
            found = Some((at, clitics));
            if clitics != Clitics::WA {
                break;
            }
        }
        found
    }

    /// Returns the proclitics of a noun for the people of a body that has another noun behind it.
    pub(super) fn head(&self, at: usize) -> Option<Clitics> {
        let staff = || self.class(at, Kinds::CLASS, |class| class == Class::Staff);
        let titled = || {
            let (end, clitics, _, title) = self.title_at(at)?;
            (title.state == State::Construct && title.office.is_some()).then_some((end, clitics))
        };
        let (end, clitics) = staff().or_else(titled)?;
        (end == at + 1 && !self.has_article(at)).then_some(clitics)
    }

    pub(super) fn has_article(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        self.lang == Lang::Ar
            && [form, form.get(1..).unwrap_or_default()].iter().any(|form| form.starts_with(&[ALEF, LAM]))
    }

    /// التقى أوباما الأعضاء الجمهوريين: where the noun stands that a party's name in the plural is an adjective of.
    fn members_of_party(&self, phrase: &Phrase) -> Option<(usize, Clitics)> {
        let noun = phrase.start.checked_sub(1).filter(|&noun| noun >= self.range.0 && self.joined(phrase.start))?;
        let form = self.tokens.form(&self.tokens.tokens[phrase.start]);
        let party = phrase.kind == PhraseKind::Body
            && phrase.clitics == Clitics::NONE
            && phrase.end == phrase.start + 1
            && self.has_article(phrase.start)
            && (form.ends_with(&[YEH, NOON]) || form.ends_with(&[WAW, NOON]));
        let staff = || self.class(noun, Kinds::CLASS, |class| class == Class::Staff);
        let titled = || {
            let (end, clitics, _, title) = self.title_at(noun)?;
            (title.number == Number::Plural).then_some((end, clitics))
        };
        let (end, clitics) = party.then(|| staff().or_else(titled)).flatten()?;
        (end == phrase.start && self.has_article(noun)).then_some((noun, clitics))
    }
}

fn is_kind_of_body(class: Class) -> bool {
    matches!(class, Class::Body | Class::Generic(_))
}
