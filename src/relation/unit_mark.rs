//! What parts the units of a sentence: which marks are units, and which part nothing.

use super::arrange::encloses;
use super::aside::closes_time;
use super::unit::{Kind, Mark, Unit, plain};
use super::units::{Cutter, mark};
use crate::document::{Lang, is_behind_dots};
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Form, Item, Predicate};
use crate::mention::{Kinds, Knowledge, Payload, Phrase, PhraseKind, Scan};
use crate::text::fold::{ALEF, BEH, NOON};
use crate::text::{Clitics, Gap, Token, Tokens};

impl Cutter<'_> {
    /// "the National Salvation Front (NSF) and": passes what a body is called for short, which parts nothing.
    pub(super) fn passes_short_form(&mut self, token: &Token) -> bool {
        let Cutter { tokens, at, range, .. } = *self;
        let short = self.lang == Lang::En
            && token.bracket
            && self.silent != Some(at)
            && self.out.last().is_some_and(|unit| unit.phrase().is_some() && is_short_form(tokens, at, range.1, unit));
        if short {
            self.at += 1;
            let goes_on = tokens.tokens.get(self.at).is_some_and(|next| mark(next.gap, false).is_none());
            self.silent = Some(self.at).filter(|_| goes_on);
        }
        short
    }

    /// "met with, among others, Macron": passes an aside between an English preposition and whom it leads.
    pub(super) fn passes_among_others(&mut self, token: &Token) -> bool {
        let Cutter { tokens, at, range, .. } = *self;
        let comma = |token: &Token| token.gap == Gap::Punct(b',');
        if self.lang != Lang::En || !comma(token) || at + 2 >= range.1 {
            return false;
        }
        let form = |at: usize| tokens.form(&tokens.tokens[at]);
        let aside = form(at) == b"among" && form(at + 1) == b"others" && comma(&tokens.tokens[at + 2]);
        let passes = aside && self.out.last().is_some_and(Unit::is_preposition);
        if passes {
            self.at += 2;
            self.silent = Some(self.at);
        }
        passes
    }

    /// Writes the mark before the next token, where one parts something there.
    pub(super) fn part(&mut self, token: &Token) {
        if self.at == self.range.0 {
            return;
        }
        if token.gap == Gap::Punct(b'.') {
            self.part_at_dots(token);
            return;
        }
        if token.gap == Gap::Punct(b'/') && self.lang == Lang::Ar && self.closes_agency() {
            self.out.push(plain(self.at, self.at, Kind::Mark(Mark::Comma)));
            return;
        }
        if let Some(mark) = mark(token.gap, token.bracket)
            && self.silent != Some(self.at)
            && !(self.lang == Lang::En && is_thousands(self.tokens, self.at))
            && !(token.gap == Gap::Punct(b'-') && self.joins_two())
        {
            self.part_by(token, mark);
        }
    }

    /// أبوظبي في 13 أغسطس / وام / بحث فلان, شفق نيوز/ بحث فلان: whether the slash before the next token closes the name of who reports it,
    /// behind which the news begins.
    fn closes_agency(&self) -> bool {
        const LATEST: usize = 12;
        const WORDS: usize = 4;
        const OUTLET: usize = 3;
        let slash = |at: &usize| self.tokens.tokens[*at].gap == Gap::Punct(b'/');
        let first = self.at.saturating_sub(WORDS).max(self.range.0 + 1);
        let opens = self.at <= self.range.0 + OUTLET || (first..self.at).any(|at| slash(&at));
        // طرابلس/اليوم/ أن: the newspaper's own name closes no dateline.
        let verb = |kinds: Kinds| kinds.has(Kinds::VERB);
        self.at < self.range.0 + LATEST && opens && self.scan.at(self.at).iter().any(|hit| verb(hit.kinds))
    }

    /// غدا.. فلان يزور برلين: the dots between a headline and its day are a comma, and any other full stop within a sentence
    /// belongs to an abbreviation.
    fn part_at_dots(&mut self, token: &Token) {
        if self.lang != Lang::Ar {
            return;
        }
        let lexicon = &self.knowledge.lexicon;
        let day = |unit: &Unit| unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_)));
        let circumstance = || {
            is_behind_dots(self.tokens, self.range.0, self.at) && lexicon.opens_circumstance(self.form(self.range.0))
        };
        if self.out.iter().all(day) || lexicon.is_day(self.tokens.form(token)) || circumstance() {
            self.out.push(plain(self.at, self.at, Kind::Mark(Mark::Comma)));
        }
    }

    /// Writes a mark, unless what stands around it says that it parts nothing.
    fn part_by(&mut self, token: &Token, mark: Mark) {
        // الرئيس؛ فلان: what some newspapers set between a title and its name is no more than a comma.
        let titled = || self.lang == Lang::Ar && opens_name(&self.out, self.phrases, self.next_phrase, self.at);
        let mark = if token.gap == Gap::Punct(b';') && titled() { Mark::Comma } else { mark };
        let arabic_comma = self.lang == Lang::Ar && mark == Mark::Comma;
        let silent = self.opens_list(token)
            || self.lang == Lang::Ar && token.gap == Gap::Punct(b':') && self.quotes_that()
            // سامح شكري، وزير الخارجية، التقى: the comma behind a title between commas only closes it.
            || arabic_comma && !token.bracket && self.out.last().is_some_and(|unit| self.is_enclosed(unit))
            || arabic_comma && self.closes_time();
        if !silent {
            self.out.push(plain(self.at, self.at, Kind::Mark(mark)));
        }
    }

    /// Whether a colon stands between what governs a list and its first member.
    fn opens_list(&self, token: &Token) -> bool {
        // تلقى برقيات من: الرئيس التونسي, ورئيس الوزراء المصري
        let governs = |unit: &Unit| unit.is(Class::Each) || self.lang == Lang::Ar && unit.is_preposition();
        // استقبل كلا من: السفير المصري, والسفير التركي; حيث سيزور: لندن وبرلين
        let goes = |unit: &Unit| {
            unit.kind == Kind::Verb
                && unit.forms.iter().all(|form| self.knowledge.lexicon.trigger(form.trigger).is_journey())
        };
        // التقى كلا على حدة: فلانا وفلانا
        let apart = || matches!(self.out.as_slice(), [.., each, last] if each.is(Class::Each) && last.is(Class::Skip));
        token.gap == Gap::Punct(b':') && (self.out.last().is_some_and(governs) || apart())
            || self.lang == Lang::Ar
                && matches!(token.gap, Gap::Punct(b':' | b';'))
                && self.out.last().is_some_and(goes)
    }

    /// Whether a unit is a phrase between marks.
    fn is_enclosed(&self, unit: &Unit) -> bool {
        unit.phrase().is_some() && encloses(self.tokens, unit)
    }

    /// Whether a comma closes a time that a comma opened, which is then taken away.
    fn closes_time(&mut self) -> bool {
        let tokens = self.tokens;
        let form = |unit: &Unit| tokens.form(&tokens.tokens[unit.start]);
        let is_number = |unit: &Unit| unit.kind == Kind::Word && form(unit).iter().all(u8::is_ascii_digit);
        // بقصر السلام: ب before a word that nobody lists.
        let led = |unit: &Unit| {
            matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Function)
                && form(unit).len() > 3
                && form(unit).first() == Some(&BEH)
        };
        let parted = |unit: &Unit| {
            unit.phrase().is_some()
                && encloses(tokens, unit)
                && tokens.tokens.get(unit.end).is_some_and(|next| next.gap == Gap::Punct(b','))
        };
        closes_time(&mut self.out, is_number, led, parted)
    }

    fn joins_two(&self) -> bool {
        joins_two(self.knowledge, &self.out, self.phrases, self.next_phrase, self.at, self.lang)
    }

    fn quotes_that(&self) -> bool {
        quotes_that(self.knowledge, self.tokens, self.scan, &self.out, self.at)
    }
}

/// Whether a token in brackets is short for the phrase right before it, or for the body that its holder's title ends in ("Amano, the head of the
/// International Atomic Energy Agency (IAEA)"): it begins as that does.
fn is_short_form(tokens: &Tokens, at: usize, end: usize, phrase: &Unit) -> bool {
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;
    let token = &tokens.tokens[at];
    let closed = at + 1 == end || tokens.tokens[at + 1].bracket;
    let form = tokens.form(token);
    closed
        && token.capital
        && LETTERS.contains(&form.len())
        && phrase.end == at
        && (tokens.form(&tokens.tokens[phrase.start]).first() == form.first()
            || ends_in_initials(&tokens.tokens[phrase.start..phrase.end], tokens, form))
}

/// Whether the last words of a phrase that begin with capitals are about as many as the letters of a short form, and begin as it does.
fn ends_in_initials(words: &[Token], tokens: &Tokens, short: &[u8]) -> bool {
    const FEWEST: usize = 2;
    let capitals = words.iter().rev().filter(|word| word.capital);
    let spelt = |(count, word): (usize, &Token)| {
        count + 1 >= FEWEST.max(short.len() - 1) && tokens.form(word).first() == short.first()
    };
    capitals.take(short.len()).enumerate().any(spelt)
}

/// "39,000": whether the comma before a token parts the thousands of a number, and nothing else.
fn is_thousands(tokens: &Tokens, at: usize) -> bool {
    let (before, token) = (&tokens.tokens[at - 1], &tokens.tokens[at]);
    let digits = |token| tokens.form(token).iter().all(u8::is_ascii_digit);
    token.gap == Gap::Punct(b',')
        && tokens.form(token).len() == 3
        && before.span.end + 1 == token.span.start
        && digits(token)
        && digits(before)
}

/// Whether the last unit is a title without a name, and the phrase at a token the bare name of one person.
fn opens_name(out: &[Unit], phrases: &[Phrase], next: usize, at: usize) -> bool {
    let title = out.last().and_then(Unit::phrase).is_some_and(|index| {
        let phrase = &phrases[index];
        phrase.office.is_some() && !phrase.named && phrase.number == Number::Singular
    });
    title
        && phrases.get(next).filter(|phrase| phrase.start == at).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Person
                && phrase.named
                && phrase.clitics == Clitics::NONE
                && phrase.number == Number::Singular
        })
}

/// قمة أوباما - بوتين, لقاء عون – الحريري: whether a dash stands between the two whose meeting the noun before them tells of.
fn joins_two(knowledge: &Knowledge, before: &[Unit], phrases: &[Phrase], next: usize, at: usize, lang: Lang) -> bool {
    let [.., noun, first] = before else { return false };
    let told = |form: &Form| {
        let told = knowledge.lexicon.trigger(form.trigger).predicate;
        told.is_some_and(|told| told.family() == Family::Contact && told != Predicate::Visited)
    };
    let party = |phrase: &Phrase| matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body);
    let Some(own) = first.phrase().map(|index| &phrases[index]) else { return false };
    let Some(other) = phrases.get(next).filter(|phrase| phrase.start == at) else { return false };
    lang == Lang::Ar
        && noun.kind == Kind::Noun
        && noun.owner().is_none()
        && noun.forms.iter().any(told)
        && party(own)
        && own.kind == other.kind
        && [own, other].iter().all(|phrase| phrase.clitics == Clitics::NONE)
}

/// قال فلان: إن العدوان, وأضاف: "أن الجيش": whether a colon parts a verb of saying and its subject from the "that" behind it, so that it parts nothing.
fn quotes_that(knowledge: &Knowledge, tokens: &Tokens, scan: &Scan, before: &[Unit], at: usize) -> bool {
    const REACH: usize = 9;
    let that = matches!(tokens.form(&tokens.tokens[at]), [ALEF, NOON, ..])
        && scan.kinds(at).has(Kinds::CLASS)
        && scan.at(at).iter().any(|hit| {
            knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                Payload::Lexicon(index) => {
                    matches!(knowledge.lexicon.entry(index).item, Item::Class(Class::Complement))
                }
                _ => false,
            })
        });
    let speaks = |unit: &Unit| {
        let speech = |form: &Form| knowledge.lexicon.trigger(form.trigger).flags.speech;
        unit.kind == Kind::Verb && unit.forms.iter().any(speech)
    };
    let clause = before.iter().rev().take(REACH).take_while(|unit| !unit.is_stop() && !unit.is(Class::Complement));
    let named = before.last().is_some_and(|last| last.phrase().is_some());
    that && named && clause.into_iter().any(speaks)
}
