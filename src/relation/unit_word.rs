//! The units that are words: what the lexicon says of them, where what stands around them leaves it.

use super::lexical::{Limit, is_in_it, is_verbal_spelling, is_what, lexical};
use super::settled::{
    behind_auxiliary, is_base, is_base_behind_one, is_compound_aid, is_deed_of_one, is_do, is_noun_of_one,
    is_part_of_name, is_thing_of_one, settle_auxiliary, settle_compound,
};
use super::unit::{Kind, Mark, Unit, plain};
use super::unit_form::{
    body_head, has_article, is_accusative, is_accusative_of_several, is_between_two, is_blessing, is_official,
    is_plural, pronoun_on, relative_pronoun,
};
use super::units::{Cutter, Word, mark};
use crate::document::Lang;
use crate::lexicon::{Class, Lexicon, Shape, Tense, WordList};
use crate::mention::{Kinds, Phrase, PhraseKind};
use crate::text::fold::{ALEF, LAM, NOON, YEH};
use crate::text::{Clitics, Gap, Tokens};

impl Cutter<'_> {
    /// Takes a word of which the lexicon tells nothing here, and which heads no name.
    pub(super) fn takes_plain_word(&mut self, word: Word<'_>) -> bool {
        let at = self.at;
        if self.lang != Lang::Ar || !is_plain(self.scan.kinds(at), word.form) {
            return false;
        }
        // No phrase begins here or right behind it.
        if self.phrases.get(self.next_phrase).is_some_and(|phrase| phrase.start <= at + 1) {
            return false;
        }
        self.out.push(Unit {
            unless: word.form == [ALEF, LAM, ALEF],
            hyphen: word.hyphen(),
            determined: has_article(word.form),
            ..plain(at, at + 1, Kind::Word)
        });
        self.at += 1;
        true
    }

    /// Takes the next word, or the words that are one form of the lexicon.
    pub(super) fn take_word(&mut self, word: Word<'_>) {
        let Word { token, form } = word;
        let determined = self.is_determined(word);
        if self.takes_body_with_head(word) {
            return;
        }
        let (at, lang) = (self.at, self.lang);
        let next = self.phrases.get(self.next_phrase);
        let limit = Limit::before(self.phrases_ahead(), self.range.1);
        let spelling = (determined, token.teh_marbuta, is_verbal_spelling(self.tokens, token), self.is_about_what());
        let read = |out: &[Unit], spelling| lexical(self.knowledge, lang, self.scan, at, &limit, (out, next), spelling);
        let mut unit = read(&self.out, spelling);
        match lang {
            Lang::Ar => {
                unit.oblique = unit.is(Class::Each) && is_accusative_of_several(form)
                    || unit.is(Class::Agent) && unit.delegation && is_accusative(form);
                if self.passes_blessing(&unit) {
                    return;
                }
                self.settle_arabic(&mut unit, form);
            }
            Lang::En => {
                if unit.kind != Kind::Verb && !determined && is_do(self.knowledge, &self.out) {
                    // "did meet": what is no verb as the object of "do" may be one behind an auxiliary.
                    let behind = read(&behind_auxiliary(&self.out), spelling);
                    unit = if is_base(&behind) { behind } else { unit };
                }
                unread_will(&mut unit, word);
                if self.is_no_verb(&unit) {
                    unit = read(&self.out, (true, token.teh_marbuta, true, false));
                }
                self.settle_english(&mut unit);
            }
        }
        self.note_form_of_word(&mut unit, word);
        self.at = unit.end;
        if lang == Lang::En {
            if self.is_led_by_last(word) {
                return;
            }
            settle_auxiliary(self.knowledge, &mut self.out, &unit);
            settle_compound(&mut self.out, &mut unit);
        }
        self.out.push(unit);
    }

    /// The phrases from the next one on.
    fn phrases_ahead(&self) -> &[Phrase] {
        &self.phrases[self.next_phrase.min(self.phrases.len())..]
    }

    /// Whether an article or what stands before a word says that it is a noun.
    fn is_determined(&mut self, word: Word<'_>) -> bool {
        let article = std::mem::take(&mut self.determined);
        let phrase_of = |unit: &Unit| unit.phrase().map(|index| &self.phrases[index]);
        // "the Trade Council (TTC) meeting"
        let compound = || {
            word.form == b"meeting"
                && (word.token.bracket
                    || self.out.last().is_some_and(|last| {
                        last.kind == Kind::Noun || phrase_of(last).is_some_and(|phrase| phrase.kind == PhraseKind::Body)
                    }))
        };
        if self.lang == Lang::Ar {
            return article || has_article(word.form) || compound();
        }
        let adjective = || self.out.last().and_then(phrase_of).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        // "the US-Iran talks"
        let pair = || self.out.last().is_some_and(|last| last.hyphen && last.phrase().is_some());
        // "no meeting between": behind "no" a noun stands.
        let none = || {
            self.at > self.range.0
                && word.token.gap == Gap::Space
                && !word.token.quote
                && self.form(self.at - 1) == b"no"
        };
        article || !word.hyphen() && (adjective() || pair()) || compound() || none()
    }

    /// حركة حماس, تنظيم داعش: takes what heads the name of a body with the phrase that it is part of.
    fn takes_body_with_head(&mut self, word: Word<'_>) -> bool {
        let Cutter { tokens, at, lang, .. } = *self;
        let body = |phrase: &&Phrase| {
            let first = || &tokens.tokens[phrase.start];
            lang == Lang::Ar
                && phrase.start == at + 1
                && phrase.kind == PhraseKind::Body
                && phrase.clitics == Clitics::NONE
                && (first().gap.is_weak() || first().quote)
        };
        let Some(phrase) = self.phrases.get(self.next_phrase).filter(body) else { return false };
        let Some(clitics) = body_head(self.scan, at) else { return false };
        let mut unit = plain(at, phrase.end, Kind::Phrase(self.next_phrase));
        unit.clitics = clitics;
        unit.hyphen = word.hyphen();
        self.out.push(unit);
        self.at = phrase.end;
        self.next_phrase += 1;
        true
    }

    /// كلمة شكر فيها فلانا: whether a word stands behind "what" or before "in it".
    fn is_about_what(&self) -> bool {
        let within = || self.at + 1 < self.range.1 && is_in_it(self.form(self.at + 1));
        self.lang == Lang::Ar && self.at > 0 && (within() || is_what(self.form(self.at - 1)))
    }

    /// الملك فلان - حفظه الله - والرئيس فلان: passes a blessing, which parts nothing, nor do the marks around it.
    fn passes_blessing(&mut self, unit: &Unit) -> bool {
        if !is_blessing(self.tokens, unit) {
            return false;
        }
        self.at = unit.end;
        let closing = self.tokens.tokens.get(self.at).filter(|_| self.at < self.range.1);
        let closes = closing.is_some_and(|token| mark(token.gap, token.bracket) == Some(Mark::Comma));
        if closes && self.out.last().is_some_and(Unit::is_comma) {
            self.out.pop();
            self.silent = Some(self.at);
        }
        true
    }

    /// Takes the verb out of an Arabic word where what stands before it leaves it none.
    fn settle_arabic(&self, unit: &mut Unit, form: &[u8]) {
        if unit.kind == Kind::Verb && unit.clitics == Clitics::NONE {
            // قمة أردنية فلسطينية، بين فلان وفلان: with two behind it the preposition.
            if self.out.last().is_some_and(Unit::is_comma)
                && is_between_two(form, self.phrases_ahead(), unit.end)
                && let Some(between) = self.knowledge.lexicon.preposition_id("بين")
            {
                unit.kind = Kind::Function;
                unit.forms.clear();
                unit.classes.push(Class::Prep(between));
            }
        }
        // في مقر اقامته: behind a house a past with a suffix is the noun of the same letters.
        let house = |last: &Unit| last.kind == Kind::Word && last.is(Class::Venue) && !last.determined;
        if unit.clitics == Clitics::NONE
            && unit.tense() == Some(Tense::Past)
            && unit.verb().is_some_and(|(.., object)| object.is_some())
            && self.out.last().is_some_and(house)
        {
            make_word(unit);
        }
        // أي تدخل تركي: behind "any" stands no verb.
        let any = |unit: &Unit| unit.phrase().is_none() && unit.end == unit.start + 1 && unit.is(Class::Each);
        if unit.kind == Kind::Verb
            && unit.clitics == Clitics::NONE
            && (self.out.last().is_some_and(any) || is_noun_of_one(unit, &self.out, self.phrases))
        {
            make_word(unit);
        }
        if unit.end == self.at + 1 {
            unit.unless = form == [ALEF, LAM, ALEF];
            // المسؤول الأممي: an official of whom no country says who he is.
            unit.official = unit.is(Class::Agent) && has_article(form) && is_official(form);
        }
    }

    /// Whether what stands before an English word leaves no verb of it.
    fn is_no_verb(&self, unit: &Unit) -> bool {
        let Cutter { knowledge, tokens, phrases, ref out, .. } = *self;
        // "the IMF loan", "an Iran visit": behind one body or country stands no plural of a verb; "rebels" are people.
        let rebels = unit.kind == Kind::Verb
            && unit.is(Class::Apart)
            && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Present, .. }));
        rebels
            || is_compound_aid(tokens, unit, out)
            || is_part_of_name(tokens, unit, out, phrases.get(self.next_phrase))
            || is_base_behind_one(knowledge, unit, out, phrases)
            || is_thing_of_one(unit, out, phrases)
            || is_deed_of_one(knowledge, unit, out, phrases, word_at(tokens, unit.end, self.range.1))
    }

    /// Makes an English word one without meaning where it is a noun like others.
    fn settle_english(&self, unit: &mut Unit) {
        // "a suicide bomb": a base form behind one thing is no verb of it.
        if unit.kind == Kind::Verb
            && self.out.last().is_some_and(|last| last.kind == Kind::Word && last.end == unit.start)
            && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }))
            && !is_plural(&self.knowledge.lexicon, self.form(unit.start - 1))
        {
            unit.kind = Kind::Word;
        }
        // "the town of Homs": a noun like others, that also heads a place.
        if unit.kind == Kind::Function && unit.classes.iter().all(|class| *class == Class::PlaceHead) {
            unit.kind = Kind::Word;
        }
    }

    /// Notes what the letters of a word and what stands behind it say of it.
    fn note_form_of_word(&self, unit: &mut Unit, word: Word<'_>) {
        let form = word.form;
        unit.hyphen = word.hyphen();
        unit.to = form == b"to";
        unit.gerund = self.lang == Lang::En && is_gerund_of_aux(form, unit.end - unit.start);
        unit.alone = self.lang == Lang::En && matches!(form, b"has" | b"is" | b"was");
        unit.aim = self.lang == Lang::En && is_aim(&self.knowledge.lexicon, self.tokens, self.range.1, unit, form);
        note_pronouns(self.lang, unit, form);
    }

    /// "the US-led invasion" is theirs, as "the US invasion" is: whether a word only says that of whom stands before it.
    fn is_led_by_last(&mut self, word: Word<'_>) -> bool {
        let next = self.phrases.get(self.next_phrase).map(|next| next.start);
        let led = word.hyphen()
            && self.knowledge.lexicon.lists(WordList::Led, word.form)
            && is_doer_in_compound(&self.out, self.phrases, next, self.at);
        if led && let Some(doer) = self.out.last_mut() {
            doer.leads = true;
            doer.possessive |= doer.phrase().is_some_and(|index| self.phrases[index].kind != PhraseKind::Demonym);
        }
        led
    }
}

/// Leaves a word without what the lexicon says that it tells.
fn make_word(unit: &mut Unit) {
    unit.kind = Kind::Word;
    unit.forms.clear();
}

/// "well", "ill": takes the future away, since "we'll" and "I'll" are it only where an apostrophe is left out.
fn unread_will(unit: &mut Unit, word: Word<'_>) {
    let form = word.form;
    if unit.is(Class::Future)
        && form.ends_with(b"ll")
        && !matches!(form, b"will" | b"shall")
        && word.token.span.end - word.token.span.start == form.len()
    {
        unit.classes.retain(|class| *class != Class::Future);
        unit.kind = if unit.classes.is_empty() && unit.forms.is_empty() { Kind::Word } else { unit.kind };
    }
}

/// Notes what the classes of a unit, whose first word in normal form is `form`, tell of people sent and of pronouns on it.
fn note_pronouns(lang: Lang, unit: &mut Unit, form: &[u8]) {
    let (mut agent, mut governing, mut relative, mut complement) = (false, false, false, false);
    for &class in &unit.classes {
        match class {
            Class::Deputation => unit.deputes = true,
            Class::Agent => agent = true,
            Class::PrepPronoun(_) => governing = true,
            Class::Relative => relative = true,
            Class::Complement => complement = true,
            _ => {}
        }
    }
    unit.delegation = agent && unit.deputes;
    if lang == Lang::Ar && relative {
        unit.pronoun = relative_pronoun(form);
    } else if lang == Lang::Ar && governing {
        unit.pronoun = pronoun_on(form);
    }
    // The normal form of a final ه, ها, هم or هما.
    let pronouns: [&[u8]; 4] = [&[0x99], &[0x99, 0x80], &[0x99, 0x97], &[0x99, 0x97, 0x80]];
    unit.resumes = complement && form.len() > 2 && pronouns.iter().any(|pronoun| form.ends_with(pronoun));
    // Of the two letters of إن and ي or نا behind them, with any particle before.
    let speaker: [&[u8]; 3] = [&[ALEF, NOON, YEH], &[ALEF, NOON, NOON, YEH], &[ALEF, NOON, NOON, ALEF]];
    unit.speaks = complement && speaker.iter().any(|pronoun| form.ends_with(pronoun));
}

/// "efforts to", "the efforts of", "a plan by": whether a noun of will stands here with what says of what or of whom it is.
fn is_aim(lexicon: &Lexicon, tokens: &Tokens, end: usize, unit: &Unit, form: &[u8]) -> bool {
    if unit.end - unit.start > 1 {
        return tokens.form(&tokens.tokens[unit.end - 1]) == b"to" && lexicon.lists(WordList::Efforts, form);
    }
    let next = if unit.end < end { tokens.form(&tokens.tokens[unit.end]) } else { b"" };
    match next {
        b"of" => lexicon.lists(WordList::Efforts, form),
        b"by" => lexicon.lists(WordList::Efforts, form) || matches!(form, b"plan" | b"plans"),
        _ => false,
    }
}

/// "having", "planning to", "refusing to": whether a word opens a gerund that another verb ends; "willing to" is none.
fn is_gerund_of_aux(form: &[u8], words: usize) -> bool {
    form == b"having" || words > 1 && form.ends_with(b"ing") && !form.ends_with(b"willing")
}

/// Returns whether a word in Arabic letters is none that the lexicon makes a unit of its own, or keeps something with.
fn is_plain(kinds: Kinds, form: &[u8]) -> bool {
    !kinds.has(Kinds::UNIT) && form.first().is_some_and(|code| !code.is_ascii())
}

/// "the US-led invasion", "Haftar-led forces", not "the Brotherhood-led Alliance": whether a word of leading behind a hyphen says whose deed or
/// side the noun behind it is, where `next` is where the next phrase begins.
fn is_doer_in_compound(out: &[Unit], phrases: &[Phrase], next: Option<usize>, end: usize) -> bool {
    let whose = |unit: &Unit| {
        unit.phrase().is_some_and(|index| {
            matches!(
                phrases[index].kind,
                PhraseKind::Demonym | PhraseKind::Country | PhraseKind::Body | PhraseKind::Person
            )
        })
    };
    next != Some(end) && out.last().is_some_and(whose)
}

/// The word at a token of a sentence, as long as it goes on.
fn word_at(tokens: &Tokens, at: usize, end: usize) -> &[u8] {
    tokens.tokens.get(at).filter(|_| at < end).map_or(&[], |token| tokens.form(token))
}
