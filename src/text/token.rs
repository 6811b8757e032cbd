//! Tokens of a text in normal form, each with its place in the original.

use super::fold::{Fold, Folds, HAMZA_BELOW, WAW};
use super::span::Span;

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: the script changes, or a word is split from its possessive `'s`.
    Joined,
    /// White space.
    Space,
    /// A hyphen.
    Hyphen,
    /// A full stop after a single letter, as in "U.S." or أ.ش.أ.
    Dot,
    /// One or more marks; the strongest of them (`.` before `;` before `,` before the rest).
    Punct(u8),
    /// A line end (with or without marks).
    Newline,
}

impl Gap {
    /// Returns whether a name may run across the gap.
    #[must_use]
    #[inline]
    pub fn is_weak(self) -> bool {
        matches!(self, Gap::Joined | Gap::Space | Gap::Hyphen | Gap::Dot)
    }
}

/// A word, number or possessive of a text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Place in the original text, in bytes.
    pub span: Span,
    /// First code of the normal form, an index into [`Tokens::codes`].
    pub start: u32,
    /// One past the last code.
    pub end: u32,
    /// What stands before the token.
    pub gap: Gap,
    /// Whether a quotation mark stands between this token and the one before.
    pub quote: bool,
    /// Whether a bracket stands between this token and the one before.
    pub bracket: bool,
    /// Whether the word begins with a capital letter.
    pub capital: bool,
    /// Whether the word is written with a final ة, which the normal form does not tell from ه.
    pub teh_marbuta: bool,
    /// Whether an apostrophe stands right behind a final s, as in "the States' troops".
    pub owner: bool,
    /// Whether the word has an إ, which the normal form does not tell from أ and ا.
    pub hamza_below: bool,
}

/// The tokens of one text, with their normal form; the buffers are reused from text to text.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// The normal form of all tokens, one after another.
    pub codes: Vec<u8>,
    /// For each code, the byte of the original text where its character starts.
    pub offsets: Vec<u32>,
    /// The tokens in order.
    pub tokens: Vec<Token>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Arabic,
    Latin,
    Foreign,
}

fn strength(mark: u8) -> u8 {
    match mark {
        b'.' | b'!' | b'?' => 4,
        b';' | b':' => 3,
        b',' => 2,
        _ => 1,
    }
}

/// So many letters of a word are taken in at once; hardly any word has more.
const PIECE: usize = 16;
/// Where the letters of a piece begin, two bytes each.
const PLACES: [u32; PIECE] = [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30];

/// A word as far as it has been read.
#[derive(Clone, Copy)]
struct Open {
    script: Script,
    /// Where it starts in the text, and its first code.
    start: usize,
    first: u32,
    capital: bool,
    hamza_below: bool,
    teh_marbuta: bool,
}

impl Open {
    fn at(start: usize, first: u32, script: Script, c: char) -> Open {
        // Arabic has no capitals.
        let capital = script != Script::Arabic && c.is_uppercase();
        Open { script, start, first, capital, hamza_below: false, teh_marbuta: false }
    }
}

/// Returns the script and the code of a letter.
#[inline]
fn letter(folded: Fold) -> Option<(Script, u8)> {
    match folded {
        Fold::Letter(code) => Some((if code >= 0x80 { Script::Arabic } else { Script::Latin }, code)),
        Fold::Foreign => Some((Script::Foreign, 0x7F)),
        _ => None,
    }
}

/// Returns the character at a byte, and where the next begins.
#[inline]
fn char_at(text: &str, at: usize) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    match (*bytes.get(at)?, bytes.get(at + 1)) {
        (ascii @ 0..0x80, _) => Some((char::from(ascii), at + 1)),
        (lead @ 0xC0..0xE0, Some(&trail)) => {
            let code = u32::from(lead & 0x1F) << 6 | u32::from(trail & 0x3F);
            Some((char::from_u32(code)?, at + 2))
        }
        _ => text[at..].chars().next().map(|c| (c, at + c.len_utf8())),
    }
}

struct Between {
    gap: Gap,
    quote: bool,
    bracket: bool,
}

impl Between {
    const NONE: Between = Between { gap: Gap::Joined, quote: false, bracket: false };

    fn mark(&mut self, mark: u8) {
        self.quote |= mark == b'"';
        self.bracket |= matches!(mark, b'(' | b')' | b'[' | b']');
        self.gap = match self.gap {
            Gap::Newline => Gap::Newline,
            Gap::Punct(old) if strength(old) >= strength(mark) => Gap::Punct(old),
            _ => Gap::Punct(mark),
        };
    }

    fn weak(&mut self, gap: Gap) {
        if matches!(self.gap, Gap::Joined | Gap::Space) {
            self.gap = gap;
        }
    }
}

impl Tokens {
    /// Splits `text`, replacing what the buffers held.
    pub fn read(&mut self, text: &str) {
        self.codes.clear();
        self.offsets.clear();
        self.tokens.clear();
        // As many as an Arabic text has, so that a name costs one allocation a buffer.
        self.codes.reserve(text.len() / 2 + PIECE);
        self.offsets.reserve(text.len() / 2 + PIECE);
        let mut between = Between { gap: Gap::Newline, quote: false, bracket: false };
        let mut open: Option<Open> = None;
        let folds = Folds::get();
        let (mut next, mut last_end) = (0, 0);
        loop {
            let run = self.arabic_run(folds, text, next, (&mut open, last_end, &mut between));
            if run > next {
                (next, last_end) = (run, run);
                // Behind most words stands one blank.
                if text.as_bytes().get(next) == Some(&b' ') {
                    self.close_here(&mut open, last_end, &mut between);
                    between.weak(Gap::Space);
                    next += 1;
                    continue;
                }
            }
            let Some((c, behind)) = char_at(text, next) else { break };
            let at = std::mem::replace(&mut next, behind);
            let folded = folds.fold(c);
            if let Some((script, code)) = letter(folded) {
                if open.is_some_and(|word| word.script != script) {
                    self.close(&mut open, last_end, &mut between);
                }
                let first = self.codes.len() as u32;
                let word = open.get_or_insert_with(|| Open::at(at, first, script, c));
                next = self.letters(folds, text, word, (at, c, code), behind);
                last_end = next;
                continue;
            }
            match folded {
                // القاهرة ـ تلقى: a tatweel on its own is a dash.
                Fold::Drop
                    if c == '\u{0640}' && open.is_none() && char_at(text, next).is_none_or(|(c, _)| c == ' ') =>
                {
                    between.mark(b'-');
                }
                Fold::Drop => {
                    if open.is_some() && c != '\u{200B}' && is_mark(c) {
                        last_end = next;
                    }
                }
                Fold::Apostrophe => {
                    let mut ahead = text[next..].chars();
                    let (first, after) = (ahead.next(), ahead.next());
                    let inside = open.is_some_and(|word| word.script == Script::Latin)
                        && first.is_some_and(char::is_alphanumeric);
                    let ends_in_s = matches!(first, Some('s' | 'S')) && !after.is_some_and(char::is_alphanumeric);
                    // "the U.N.'s": behind the full stop of an abbreviation.
                    let dotted = open.is_none() && between.gap == Gap::Dot && ends_in_s;
                    if dotted {
                        between.gap = Gap::Joined;
                    } else if inside && ends_in_s {
                        self.close(&mut open, last_end, &mut between);
                    } else if !inside {
                        let word = open.is_some() && self.codes.last() == Some(&b's');
                        self.close(&mut open, last_end, &mut between);
                        if let Some(last) = self.tokens.last_mut().filter(|_| word) {
                            last.owner = first.is_some_and(char::is_whitespace);
                        }
                        // لحركة 'فتح': in Arabic it is a quotation mark.
                        let arabic = |c: char| ('\u{621}'..='\u{64A}').contains(&c);
                        let quotes = first.is_some_and(arabic) || self.codes.last().is_some_and(|&code| code >= 0x80);
                        between.mark(if quotes { b'"' } else { b'\'' });
                    }
                }
                Fold::Space => {
                    self.close(&mut open, last_end, &mut between);
                    between.weak(Gap::Space);
                }
                Fold::Newline => {
                    self.close(&mut open, last_end, &mut between);
                    between.gap = Gap::Newline;
                }
                Fold::Hyphen => {
                    let tight = (open.is_some() || between.gap == Gap::Dot)
                        && char_at(text, next).is_some_and(|(c, _)| c.is_alphanumeric());
                    self.close(&mut open, last_end, &mut between);
                    if tight {
                        between.gap = Gap::Hyphen;
                    } else {
                        between.mark(b'-');
                    }
                }
                Fold::Punct(b'.')
                    if open.is_some_and(|word| self.codes.len() as u32 - word.first == 1)
                        && !self.codes.last().is_some_and(u8::is_ascii_digit) =>
                {
                    self.close(&mut open, last_end, &mut between);
                    between.weak(Gap::Dot);
                }
                // مجموعة (5+1): the marks belong to the name.
                Fold::Punct(_) if is_sum(text, at) => {
                    self.close(&mut open, last_end, &mut between);
                    between.weak(Gap::Space);
                }
                // "St. Petersburg", "Mt. Lebanon": the full stop of a word that only stands within names.
                Fold::Punct(b'.')
                    if open.is_some_and(|word| word.capital && self.opens_place(word.first, text, next)) =>
                {
                    self.close(&mut open, last_end, &mut between);
                    between.weak(Gap::Dot);
                }
                Fold::Punct(mark) => {
                    self.close(&mut open, last_end, &mut between);
                    between.mark(mark);
                }
                Fold::Letter(_) | Fold::Foreign => unreachable!("letters are handled above"),
            }
        }
        self.close(&mut open, last_end, &mut between);
    }

    /// Takes in the letters of one script that run on from the one given; returns where they end.
    fn letters(&mut self, folds: Folds, text: &str, word: &mut Open, first: (usize, char, u8), behind: usize) -> usize {
        let ((mut at, mut c, mut code), mut next) = (first, behind);
        loop {
            self.codes.push(code);
            self.offsets.push(at as u32);
            word.hamza_below |= c == 'إ';
            word.teh_marbuta = c == 'ة';
            let Some((following, end)) = char_at(text, next) else { break };
            let Some((_, more)) = letter(folds.fold(following)).filter(|&(script, _)| script == word.script) else {
                break;
            };
            (at, c, code, next) = (next, following, more, end);
        }
        next
    }

    /// Takes in the letters of the block of Arabic that stand at `next`, which nearly all of an Arabic text are; returns where
    /// they end.
    #[inline]
    fn arabic_run(
        &mut self,
        folds: Folds,
        text: &str,
        next: usize,
        (open, last_end, between): (&mut Option<Open>, usize, &mut Between),
    ) -> usize {
        const TEH_MARBUTA: [u8; 2] = [0xD8, 0xA9];
        let mut letters = text.as_bytes()[next..].as_chunks::<2>().0;
        let (mut at, mut seen) = (next, 0);
        loop {
            let mut codes = [0; PIECE];
            let mut count = 0;
            for (place, &letter) in codes.iter_mut().zip(letters) {
                let code = folds.arabic(letter);
                if code == 0 {
                    break;
                }
                seen |= code;
                *place = code as u8;
                count += 1;
            }
            let Some(&last) = letters[..count].last() else { return at };
            if at == next {
                if open.is_some_and(|word| word.script != Script::Arabic) {
                    self.close(open, last_end, between);
                }
                let first = self.codes.len() as u32;
                open.get_or_insert_with(|| Open::at(next, first, Script::Arabic, 'ا'));
            }
            // A piece is copied whole, at a known cost, and what stands behind the word is cut off.
            let behind = self.codes.len() + count;
            self.codes.extend_from_slice(&codes);
            self.codes.truncate(behind);
            self.offsets.extend_from_slice(&PLACES.map(|place| place + at as u32));
            self.offsets.truncate(behind);
            at += count * 2;
            letters = &letters[count..];
            let word = open.as_mut().expect("it was just opened");
            word.hamza_below |= seen & HAMZA_BELOW != 0;
            word.teh_marbuta = last == TEH_MARBUTA;
            if count < PIECE {
                return at;
            }
        }
    }

    fn close(&mut self, open: &mut Option<Open>, end: usize, between: &mut Between) {
        self.close_here(open, end, between);
    }

    /// The same, taken into whoever calls it.
    #[inline(always)]
    fn close_here(&mut self, open: &mut Option<Open>, end: usize, between: &mut Between) {
        if let Some(Open { start: at, first, capital, hamza_below, teh_marbuta, .. }) = open.take() {
            let codes = self.codes.len() as u32;
            // و أضاف: newspapers of the Maghreb set the conjunction apart, and it is one word all the same.
            let apart = between.gap == Gap::Space && !between.quote && !between.bracket;
            if apart && self.codes[first as usize] >= 0x80 && self.ends_in_waw() {
                let waw = self.tokens.last_mut().expect("it was just asked");
                (waw.span.end, waw.end) = (end, codes);
                (waw.teh_marbuta, waw.hamza_below) = (teh_marbuta, hamza_below);
                *between = Between::NONE;
                return;
            }
            self.tokens.push(Token {
                span: Span::new(at, end),
                start: first,
                end: codes,
                gap: between.gap,
                quote: between.quote,
                bracket: between.bracket,
                capital,
                teh_marbuta,
                owner: false,
                hamza_below,
            });
            *between = Between::NONE;
        }
    }

    /// Returns whether the word that began at a code is "St", "Ft" or "Mt", and a word with a capital stands behind the full
    /// stop and a blank.
    fn opens_place(&self, first: u32, text: &str, next: usize) -> bool {
        matches!(&self.codes[first as usize..], b"st" | b"ft" | b"mt")
            && text[next..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase))
    }

    /// Returns whether the last token is the conjunction و alone.
    fn ends_in_waw(&self) -> bool {
        self.tokens.last().is_some_and(|last| self.form(last) == [WAW])
    }

    /// Returns the normal form of a token.
    #[must_use]
    #[inline]
    pub fn form(&self, token: &Token) -> &[u8] {
        &self.codes[token.start as usize..token.end as usize]
    }

    /// Returns the number of tokens.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Returns whether there are no tokens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Returns the original place of a range of tokens with the closing marks behind it on the same line.
    #[must_use]
    pub fn sentence_span(&self, text: &str, range: (usize, usize)) -> Span {
        let start = self.tokens[range.0].span.start;
        let end = self.tokens[range.1 - 1].span.end;
        let limit = self.tokens.get(range.1).map_or(text.len(), |next| next.span.start);
        let mut last = end;
        for (at, c) in text[end..limit].char_indices() {
            if c == '\n' || c.is_whitespace() {
                break;
            }
            last = end + at + c.len_utf8();
        }
        Span::new(start, last)
    }

    /// Returns the original place of a token less its first `skip` codes (its proclitics).
    #[must_use]
    pub fn span_after(&self, token: &Token, skip: u32) -> Span {
        Span::new(self.offsets[(token.start + skip) as usize] as usize, token.span.end)
    }
}

/// Returns whether a round bracket at a byte opens or closes a sum of two digits: (5+1).
fn is_sum(text: &str, at: usize) -> bool {
    let sum = |bytes: &[u8]| matches!(bytes, [b'(', first, b'+', second, b')'] if first.is_ascii_digit() && second.is_ascii_digit());
    let bytes = text.as_bytes();
    match bytes[at] {
        b'(' => bytes.get(at..at + 5).is_some_and(sum),
        b')' => at >= 4 && sum(&bytes[at - 4..=at]),
        _ => false,
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}') || unicode_normalization::char::is_combining_mark(c)
}

/// Returns the normal forms of the words of `text`, as a name or lexicon entry is stored.
#[must_use]
pub fn words(text: &str) -> Vec<Vec<u8>> {
    let mut tokens = Tokens::default();
    tokens.read(text);
    tokens.tokens.iter().map(|t| tokens.form(t).to_vec()).collect()
}

/// Returns the normal form of a text as one string of codes, words parted by single spaces.
#[must_use]
pub fn normal_form(text: &str) -> Vec<u8> {
    let mut tokens = Tokens::default();
    tokens.read(text);
    let mut form: Vec<u8> = Vec::with_capacity(tokens.codes.len() + tokens.len());
    let mut conjunction = false;
    for word in tokens.tokens.iter().map(|token| tokens.form(token)) {
        // A و at the end of a line is read as apart, and would not be when the form is read again.
        let joined = conjunction && word.first().is_some_and(|&code| code >= 0x80);
        if !form.is_empty() && !joined {
            form.push(b' ');
        }
        conjunction = word == [WAW];
        form.extend_from_slice(word);
    }
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Tokens::default();
        tokens.read(text);
        let seen: Vec<&str> = tokens.tokens.iter().map(|t| t.span.of(text)).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn words_are_parted() {
        check("قال بوتين، أمس: \"نعم\".", &["قال", "بوتين", "أمس", "نعم"]);
        check("Putin's call, U.S. envoy", &["Putin", "s", "call", "U", "S", "envoy"]);
        check("Sana’a and Ban Ki-moon", &["Sana’a", "and", "Ban", "Ki", "moon"]);
        check("الـ6 من الشهر", &["الـ", "6", "من", "الشهر"]);
        check("G7 مُهمّة", &["G7", "مُهمّة"]);
        check("زار مصر و الأردن، و قال", &["زار", "مصر", "و الأردن", "و قال"]);
        check("و.أ.ج و 2013 و «نعم»", &["و", "أ", "ج", "و", "2013", "و", "نعم"]);
    }

    #[test]
    fn gaps_tell_what_stands_between() {
        let mut tokens = Tokens::default();
        tokens.read("أ.ش.أ قال، ثم\nعاد");
        let gaps: Vec<Gap> = tokens.tokens.iter().map(|t| t.gap).collect();
        assert_eq!(gaps, [Gap::Newline, Gap::Dot, Gap::Dot, Gap::Space, Gap::Punct(b','), Gap::Newline]);
    }
}
