//! Cuts a sentence into its units: tokens and phrases come in, units in the order of the text go out.

use super::allies_en::without_allies;
use super::arrange::arrange;
use super::capitals_en::{without_capital_commas, without_places_heads};
use super::closing_en::without_closing_commas;
use super::delegation::settle_delegations;
use super::enclosed_en::without_enclosed_members;
use super::heading::unread_heading;
use super::so_called_en::without_so_called;
use super::unit::{Kind, Mark, Unit, plain};
use crate::document::Lang;
use crate::lexicon::Class;
use crate::mention::{Knowledge, Phrase, Scan};
use crate::text::{Gap, Token, Tokens};

/// Returns the units of the sentence `range`, whose noun phrases are `phrases`.
pub(super) fn units(
    knowledge: &Knowledge,
    lang: Lang,
    tokens: &Tokens,
    scan: &Scan,
    range: (usize, usize),
    phrases: &[Phrase],
) -> Vec<Unit> {
    units_into(Vec::new(), knowledge, lang, tokens, scan, range, phrases)
}

/// How many units a sentence of so many words has at most, or nearly so.
pub(super) fn units_of(words: usize) -> usize {
    words + 4
}

/// The same, in the room of those of another sentence.
pub(super) fn units_into(
    mut out: Vec<Unit>,
    knowledge: &Knowledge,
    lang: Lang,
    tokens: &Tokens,
    scan: &Scan,
    range: (usize, usize),
    phrases: &[Phrase],
) -> Vec<Unit> {
    out.clear();
    out.reserve(units_of(range.1 - range.0));
    let cutter = Cutter {
        knowledge,
        lang,
        tokens,
        scan,
        range,
        phrases,
        out,
        at: range.0,
        next_phrase: 0,
        determined: false,
        silent: None,
    };
    let mut out = cutter.cut();
    match lang {
        Lang::Ar => arrange(&mut out, knowledge, tokens, scan, phrases),
        Lang::En => {
            without_so_called(&mut out, tokens, &knowledge.lexicon);
            without_allies(&mut out, tokens, &knowledge.lexicon);
            without_enclosed_members(&mut out, phrases, tokens, &knowledge.lexicon);
            without_capital_commas(&mut out, phrases);
            let of = knowledge.lexicon.preposition_id("of");
            without_places_heads(&mut out, phrases, |unit| of.is_some_and(|of| unit.is(Class::Prep(of))));
            without_closing_commas(&mut out, phrases, tokens, &knowledge.lexicon);
            settle_delegations(knowledge, &mut out, phrases);
        }
    }
    out
}

/// A sentence on its way into units.
pub(super) struct Cutter<'s> {
    pub(super) knowledge: &'s Knowledge,
    pub(super) lang: Lang,
    pub(super) tokens: &'s Tokens,
    pub(super) scan: &'s Scan,
    pub(super) range: (usize, usize),
    pub(super) phrases: &'s [Phrase],
    /// The units so far.
    pub(super) out: Vec<Unit>,
    /// The token that is next.
    pub(super) at: usize,
    /// The phrase that is next.
    pub(super) next_phrase: usize,
    /// An article stood right before.
    pub(super) determined: bool,
    /// Before which token a mark parts nothing.
    pub(super) silent: Option<usize>,
}

/// The word at which the cutting stands.
#[derive(Clone, Copy)]
pub(super) struct Word<'s> {
    pub(super) token: &'s Token,
    /// In normal form.
    pub(super) form: &'s [u8],
}

impl Word<'_> {
    /// A hyphen stands before it.
    pub(super) fn hyphen(self) -> bool {
        self.token.gap == Gap::Hyphen
    }
}

impl<'s> Cutter<'s> {
    /// Goes through the sentence once.
    fn cut(mut self) -> Vec<Unit> {
        let source = unread_heading(self.knowledge, self.lang, self.tokens, self.scan, self.range, self.phrases);
        while self.at < self.range.1 {
            if self.at == source.start {
                self.at = source.end;
                // واشنطن - رويترز التقى: the sentence proper begins behind who tells it.
                let unparted =
                    self.tokens.tokens.get(self.at).is_some_and(|next| mark(next.gap, next.bracket).is_none());
                if unparted && !self.out.is_empty() {
                    self.out.push(plain(self.at, self.at, Kind::Mark(Mark::Comma)));
                }
                continue;
            }
            let token = &self.tokens.tokens[self.at];
            let word = Word { token, form: self.tokens.form(token) };
            if self.passes_short_form(token) || self.passes_among_others(token) {
                continue;
            }
            self.part(token);
            while self.phrases.get(self.next_phrase).is_some_and(|phrase| phrase.start < self.at) {
                self.next_phrase += 1;
            }
            if !(self.takes_plain_word(word) || self.takes_phrase(word) || self.passes_article(word.form)) {
                self.take_word(word);
            }
        }
        self.out
    }

    /// The phrase that begins at the next token.
    pub(super) fn phrase_here(&self) -> Option<&'s Phrase> {
        self.phrases.get(self.next_phrase).filter(|phrase| phrase.start == self.at)
    }

    /// The normal form of a token.
    pub(super) fn form(&self, at: usize) -> &'s [u8] {
        self.tokens.form(&self.tokens.tokens[at])
    }

    /// "met HE Ayman Safadi": passes an article, or a "he" that is no pronoun and honours whom it stands before.
    fn passes_article(&mut self, form: &[u8]) -> bool {
        let article = self.lang == Lang::En && matches!(form, b"the" | b"a" | b"an" | b"he");
        if article {
            self.at += 1;
            self.determined = true;
        }
        article
    }
}

/// Takes away what parts clauses: marks, complementisers and relative pronouns.
pub(super) fn without_limits(units: &mut Vec<Unit>) {
    units.retain(|unit| !unit.is_mark());
    for unit in units {
        unit.classes.retain(|class| !matches!(class, Class::Complement | Class::Relative));
    }
}

/// Returns how what stands before a token parts the sentence.
pub(super) fn mark(gap: Gap, bracket: bool) -> Option<Mark> {
    match gap {
        Gap::Punct(b'.' | b';' | b':' | b'!' | b'?') | Gap::Newline => Some(Mark::Stop),
        Gap::Punct(b',' | b'-') => Some(Mark::Comma),
        _ if bracket => Some(Mark::Comma),
        _ => None,
    }
}
