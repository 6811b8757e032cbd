//! What belongs to a body and is no name by itself: لجنة العلاقات الخارجية بالكونغرس, أعضاء مجلس الأعمال, وفدا من اتحاد الصناعات.
//!
//! By themselves these words would be parties whom nobody names, and part a verb or preposition from the body. So the phrase of
//! the body begins with them.

use super::phrase::{Phrase, PhraseKind, Referent};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number};
use crate::lexicon::Class;
use crate::text::Clitics;
use crate::text::fold::{ALEF, BEH, FEH, HEH, JEEM, LAM, MEEM, NOON, SEEN, WAW, YEH};

/// The normal form of من.
const MIN: &[u8] = &[MEEM, NOON];

/// The normal form of رأس.
const HEAD: &[u8] = &[0x89, ALEF, SEEN];

/// The normal form of في.
const IN: &[u8] = &[FEH, YEH];

impl Reader<'_> {
    /// لجنة العلاقات الخارجية بالكونغرس, اللجنة التشريعية بمجلس الشورى: takes a committee before its body into the body's phrase,
    /// where it has no name of its own.
    ///
    /// Where it has one (لجنة حقوق الإنسان بمجلس الشورى), its phrase takes the body in, and none is left.
    pub(super) fn with_committee(&self, before: &mut [Phrase], phrase: Phrase) -> Option<Phrase> {
        const MOST_WORDS: usize = 5;
        let body = |key| self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation;
        if self.lang != Lang::Ar || !matches!(*phrase.referents.as_slice(), [Referent::Known(key)] if body(key)) {
            return Some(phrase);
        }
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let from = before.last().map_or(self.range.0, |last| last.end);
        // بالكونغرس, في الكونغرس, بمجلس الشورى
        let generic =
            phrase.start.checked_sub(1).filter(|&at| at >= from && self.joined(phrase.start)).and_then(|at| {
                let kind = |class| matches!(class, Class::Body | Class::Generic(_));
                let (end, clitics) = self.class(at, Kinds::BODY.with(Kinds::GENERIC), kind)?;
                (end == phrase.start && phrase.clitics == Clitics::NONE).then_some((at, clitics))
            });
        let (start, clitics) = generic.unwrap_or((phrase.start, phrase.clitics));
        let end = match clitics {
            Clitics::BI => start,
            Clitics::NONE if start > from && form(start - 1) == IN => start - 1,
            _ => return Some(phrase),
        };
        let own = |last: &&mut Phrase| {
            last.end == end
                && matches!(last.kind, PhraseKind::Body | PhraseKind::Agent)
                && matches!(last.referents.as_slice(), [Referent::New(_)])
                && (last.start..last.end).any(|at| committee(form(at)).is_some())
        };
        if let Some(last) = before.last_mut().filter(|_| self.joined(end)).filter(own) {
            last.end = phrase.end;
            return None;
        }
        let mut at = end;
        while at > from && end - at < MOST_WORDS && self.joined(at) {
            at -= 1;
            if let Some(clitics) = committee(form(at)) {
                let named = end > at + 1;
                return Some(if named {
                    Phrase { start: at, clitics, number: Number::Singular, ..phrase }
                } else {
                    phrase
                });
            }
            let stem = form(at).strip_prefix(&[WAW]).unwrap_or(form(at));
            if !stem.starts_with(&[ALEF, LAM]) && end != at + 2 || self.is_verb(at) {
                break;
            }
        }
        Some(phrase)
    }

    /// أعضاء مجلس الأعمال, وفدا من اتحاد الصناعات: takes those of a body that stand right before it into its phrase, where the
    /// body is none that the words for them look up.
    pub(super) fn with_own_people(&self, before: &mut Vec<Phrase>, phrase: Phrase) -> Phrase {
        const ADJECTIVES: usize = 2;
        if let Some((start, clitics)) = self.representatives(before, &phrase) {
            return Phrase { start, clitics, number: Number::Plural, ..phrase };
        }
        let body = matches!(phrase.kind, PhraseKind::Body) && phrase.clitics == Clitics::NONE;
        if self.lang != Lang::Ar || !body || phrase.start == self.range.0 || !self.joined(phrase.start) {
            return phrase;
        }
        let several = |one: &Phrase| {
            one.end == phrase.start
                && one.kind == PhraseKind::Unknown
                && one.number == Number::Plural
                && one.referents.is_empty()
        };
        if let Some(people) = before.pop_if(|one| several(one)) {
            return Phrase { start: people.start, clitics: people.clitics, number: Number::Plural, ..phrase };
        }
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let from = before.last().map_or(self.range.0, |last| last.end);
        let sent = phrase.start - 1;
        if form(sent) != MIN || sent <= from || !self.joined(sent) {
            return phrase;
        }
        for at in (from.max(sent.saturating_sub(ADJECTIVES + 1))..sent).rev() {
            // على رأس وفد من: who leads it was named before.
            // وفد قيادي من حماس: the word for those who are sent stands before what they are.
            let deputed = || {
                let word = |class| class == Class::Deputation;
                at > from && self.joined(at) && self.class(at - 1, Kinds::CLASS, word).is_some()
            };
            let staff = |class| class == Class::Staff && !self.has_article(at) && !deputed();
            let people = |class| class == Class::Deputation || staff(class);
            let sent = self.class(at, Kinds::CLASS, people);
            if let Some((_, clitics)) = sent.filter(|_| at == self.range.0 || form(at - 1) != HEAD) {
                return Phrase { start: at, clitics, kind: PhraseKind::Agent, number: Number::Singular, ..phrase };
            }
            if !self.joined(at) || self.is_function(at) || self.is_verb(at) {
                break;
            }
        }
        phrase
    }

    /// ممثلين لحركة طالبان, مندوبون لروسيا: where the people of a listed body or of a country stand right before it, theirs by ل, and their
    /// proclitics; an article would make the noun an apposition (الممثلون لـ).
    fn representatives(&self, before: &[Phrase], phrase: &Phrase) -> Option<(usize, Clitics)> {
        let from = before.last().map_or(self.range.0, |last| last.end);
        let kind = matches!(phrase.kind, PhraseKind::Body | PhraseKind::Country);
        // ممثلين للمعارضة السورية: of a camp they may be anybody.
        let listed = matches!(*phrase.referents.as_slice(), [Referent::Known(_)]);
        if self.lang != Lang::Ar || !kind || !listed || phrase.start <= from {
            return None;
        }
        // لحركة طالبان: the word for what kind of body it is has the preposition.
        let generic = || {
            let at = phrase.start - 1;
            let kind = |class| matches!(class, Class::Body | Class::Generic(_));
            let (end, clitics) = self.class(at, Kinds::BODY.with(Kinds::GENERIC), kind)?;
            (end == phrase.start && clitics == Clitics::LI && self.joined(phrase.start)).then_some(at)
        };
        let owner = match phrase.clitics {
            Clitics::LI => phrase.start,
            Clitics::NONE => generic()?,
            _ => return None,
        };
        let people = owner.checked_sub(1).filter(|&at| at >= from && self.joined(owner))?;
        let form = self.tokens.form(&self.tokens.tokens[people]);
        let several = form.ends_with(&[YEH, NOON]) || form.ends_with(&[WAW, NOON]);
        Some((people, self.head(people).filter(|_| several)?))
    }
}

/// Returns whether a word in normal form is لجنة or اللجنة, and its proclitics.
fn committee(form: &[u8]) -> Option<Clitics> {
    const STEM: [u8; 4] = [LAM, JEEM, NOON, HEH];
    let clitics = match form.strip_suffix(&STEM)? {
        [] | [ALEF, LAM] => Clitics::NONE,
        [WAW] | [WAW, ALEF, LAM] => Clitics::WA,
        [BEH] | [BEH, ALEF, LAM] => Clitics::BI,
        [LAM] => Clitics::LI,
        _ => return None,
    };
    Some(clitics)
}
