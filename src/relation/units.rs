//! Cuts a sentence into its units: tokens and phrases come in, units in the order of the text go out.

use super::arrange::{arrange, encloses};
use super::aside::closes_time;
use super::closing_en::without_closing_commas;
use super::delegation::settle_delegations;
use super::enclosed_en::without_enclosed_members;
use super::heading::unread_heading;
use super::lexical::{Limit, is_in_it, is_verbal_spelling, is_what, lexical};
use super::settled::{
    aide_of_leader, before_counterpart, is_base_behind_one, is_compound_aid, is_deed_of_one, is_noun_of_one,
    is_part_of_name, is_thing_of_one, place_of_owner, settle_auxiliary, settle_compound,
};
use super::unit::{Case, Kind, Mark, Unit, plain};
use super::unit_form::{
    body_head, case, has_article, is_accusative, is_accusative_of_several, is_between_two, is_blessing, is_counterpart,
    is_oblique_dual, is_of_class, is_official, is_plural, is_possessive, pronoun_on, relative_pronoun,
};
use crate::document::{Lang, is_behind_dots};
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Item, Lexicon, Predicate, Shape, Tense, WordList};
use crate::mention::{Kinds, Knowledge, Payload, Phrase, PhraseKind, Scan};
use crate::text::fold::{ALEF, BEH, LAM, NOON, YEH};
use crate::text::{Clitics, Gap, Tokens};

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
    let mut next_phrase = 0;
    let mut determined = false;
    let source = unread_heading(knowledge, lang, tokens, scan, range, phrases);
    let mut at = range.0;
    // Before which token a mark parts nothing.
    let mut silent = None;
    while at < range.1 {
        if at == source.start {
            at = source.end;
            continue;
        }
        let token = &tokens.tokens[at];
        // "the National Salvation Front (NSF) and": what a body is called for short parts nothing.
        if lang == Lang::En
            && token.bracket
            && silent != Some(at)
            && out.last().is_some_and(|unit| unit.phrase().is_some() && is_short_form(tokens, at, range.1, unit))
        {
            at += 1;
            let goes_on = tokens.tokens.get(at).is_some_and(|next| mark(next.gap, false).is_none());
            silent = Some(at).filter(|_| goes_on);
            continue;
        }
        // غدا.. فلان يزور برلين: the dots between a headline and its day are a comma, and any other full stop within a sentence
        // belongs to an abbreviation.
        if at > range.0 && lang == Lang::Ar && token.gap == Gap::Punct(b'.') {
            let day = |unit: &Unit| unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_)));
            let first = tokens.form(&tokens.tokens[range.0]);
            let circumstance = || is_behind_dots(tokens, range.0, at) && knowledge.lexicon.opens_circumstance(first);
            if out.iter().all(day) || knowledge.lexicon.is_day(tokens.form(token)) || circumstance() {
                out.push(plain(at, at, Kind::Mark(Mark::Comma)));
            }
        }
        if at > range.0
            && silent != Some(at)
            && token.gap != Gap::Punct(b'.')
            && !(lang == Lang::En && is_thousands(tokens, at))
            && !(token.gap == Gap::Punct(b'-') && joins_two(knowledge, &out, phrases, next_phrase, at, lang))
            && let Some(mark) = mark(token.gap, token.bracket)
        {
            // الرئيس؛ فلان: what some newspapers set between a title and its name is no more than a comma.
            let titled = || lang == Lang::Ar && opens_name(&out, phrases, next_phrase, at);
            let mark = if token.gap == Gap::Punct(b';') && titled() { Mark::Comma } else { mark };
            let is_number = |unit: &Unit| {
                unit.kind == Kind::Word && tokens.form(&tokens.tokens[unit.start]).iter().all(u8::is_ascii_digit)
            };
            // بقصر السلام: ب before a word that nobody lists.
            let led = |unit: &Unit| {
                let form = tokens.form(&tokens.tokens[unit.start]);
                matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Function)
                    && form.len() > 3
                    && form.first() == Some(&BEH)
            };
            // استقبل كلا من: السفير المصري, والسفير التركي
            // حيث سيزور: لندن وبرلين
            let goes = |unit: &Unit| {
                unit.kind == Kind::Verb
                    && unit.forms.iter().all(|form| knowledge.lexicon.trigger(form.trigger).is_journey())
            };
            // تلقى برقيات من: الرئيس التونسي, ورئيس الوزراء المصري
            let governs = |unit: &Unit| unit.is(Class::Each) || lang == Lang::Ar && unit.is_preposition();
            // التقى كلا على حدة: فلانا وفلانا
            let apart = || matches!(out.as_slice(), [.., each, last] if each.is(Class::Each) && last.is(Class::Skip));
            let lists = token.gap == Gap::Punct(b':') && (out.last().is_some_and(governs) || apart())
                || lang == Lang::Ar && matches!(token.gap, Gap::Punct(b':' | b';')) && out.last().is_some_and(goes);
            // سامح شكري، وزير الخارجية، التقى: the comma behind a title between commas only closes it.
            let closes_title = lang == Lang::Ar
                && mark == Mark::Comma
                && !token.bracket
                && out.last().is_some_and(|unit| unit.phrase().is_some() && encloses(tokens, unit));
            let parted = |unit: &Unit| {
                unit.phrase().is_some()
                    && encloses(tokens, unit)
                    && tokens.tokens.get(unit.end).is_some_and(|next| next.gap == Gap::Punct(b','))
            };
            if !(lists
                || lang == Lang::Ar && token.gap == Gap::Punct(b':') && quotes_that(knowledge, tokens, scan, &out, at)
                || closes_title
                || lang == Lang::Ar && mark == Mark::Comma && closes_time(&mut out, is_number, led, parted))
            {
                out.push(plain(at, at, Kind::Mark(mark)));
            }
        }
        let hyphen = token.gap == Gap::Hyphen;
        let form = tokens.form(token);
        while phrases.get(next_phrase).is_some_and(|phrase| phrase.start < at) {
            next_phrase += 1;
        }
        let here = phrases.get(next_phrase).is_some_and(|phrase| phrase.start == at);
        // A word of which the lexicon tells nothing here, and which heads no name.
        if lang == Lang::Ar
            && !here
            && is_plain(scan.kinds(at), form)
            && phrases.get(next_phrase).is_none_or(|phrase| phrase.start != at + 1)
        {
            let unless = lang == Lang::Ar && form == [ALEF, LAM, ALEF];
            out.push(Unit { unless, ..plain(at, at + 1, Kind::Word) });
            let word = out.last_mut().expect("it was just added");
            (word.hyphen, word.determined) = (hyphen, has_article(form));
            at += 1;
            continue;
        }
        if here && let Some(skipped) = before_counterpart(lang, scan, phrases, next_phrase) {
            // "his Russian counterpart, Sergey Lavrov" is one party.
            next_phrase += skipped;
            at = phrases[next_phrase].start;
        }
        // "anti-Assad rebels": who is fought is no party to what they do.
        let against = lang == Lang::En
            && hyphen
            && at > range.0
            && matches!(tokens.form(&tokens.tokens[at - 1]), b"anti" | b"pro");
        if let Some(phrase) = phrases.get(next_phrase).filter(|phrase| against && phrase.start == at) {
            out.push(plain(at, phrase.end, Kind::Word));
            at = phrase.end;
            next_phrase += 1;
            continue;
        }
        if lang == Lang::En && phrases.get(next_phrase).is_some_and(|phrase| phrase.start == at) {
            let phrase = &phrases[next_phrase];
            let end = phrase.end + usize::from(is_possessive(tokens, phrase.end, range.1));
            // "the Syrian National Coalition leader Moaz al-Khatib", "his Kosovo counterpart Atifete Jahjaga".
            let titled = phrases
                .get(next_phrase + 1)
                .is_some_and(|next| next.start == end && (next.office.is_some() || !tokens.tokens[next.start].capital));
            // "received in Riyadh Lebanese Prime Minister Saad Hariri": where it is done, and not whose title follows.
            let place = matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country)
                && out.last().is_some_and(|unit| is_within(knowledge, unit));
            let whose = end > phrase.end || phrase.kind == PhraseKind::Demonym || titled && !place;
            if whose
                && matches!(
                    phrase.kind,
                    PhraseKind::Country | PhraseKind::Body | PhraseKind::Place | PhraseKind::Demonym
                )
                && phrases.get(next_phrase + 1).is_some_and(|next| {
                    let owned = next.kind == PhraseKind::Body && phrase.kind == PhraseKind::Country && end > phrase.end;
                    next.start == end
                        && (next.kind == PhraseKind::Person || owned)
                        && next.named
                        && tokens.tokens[end].gap.is_weak()
                })
            {
                // "Sudan's Burhan", "Lebanese Michel Suleiman", "Lebanon's Hezbollah": the person or body is the party.
                next_phrase += 1;
                at = end;
            }
        }
        if lang == Lang::En
            && let Some((index, start)) = place_of_owner(knowledge, tokens, scan, phrases, next_phrase, at)
        {
            // "Kenya's capital Nairobi": the place is the party.
            next_phrase = index;
            at = start;
        }
        if lang == Lang::En
            && let Some(end) = aide_of_leader(tokens, phrases, next_phrase, at)
        {
            // "an adviser to Iran's Supreme Leader Ali Khamenei" is one party, and not the leader.
            let mut unit = plain(at, end, Kind::Phrase(next_phrase));
            unit.hyphen = hyphen;
            unit.determined = std::mem::take(&mut determined);
            out.push(unit);
            at = end;
            next_phrase += 2;
            continue;
        }
        if let Some(phrase) = phrases.get(next_phrase).filter(|phrase| phrase.start == at) {
            let mut unit = plain(at, phrase.end, Kind::Phrase(next_phrase));
            unit.clitics = phrase.clitics;
            unit.delegation =
                phrase.kind == PhraseKind::Agent && is_of_class(knowledge, scan, lang, at, Class::Deputation);
            unit.deputes = lang == Lang::En
                && (at..phrase.end).any(|token| is_of_class(knowledge, scan, lang, token, Class::Deputation));
            unit.deed = lang == Lang::En
                && phrase.kind == PhraseKind::Agent
                && is_of_class(knowledge, scan, lang, phrase.end - 1, Class::Act);
            unit.pair = match lang {
                Lang::Ar => {
                    phrase.clitics == Clitics::NONE && (phrase.number == Number::Dual || phrase.referents.len() == 2)
                }
                // "the two" are people more often than "the two sides".
                Lang::En => {
                    let last = tokens.form(&tokens.tokens[phrase.end - 1]);
                    phrase.kind == PhraseKind::Both && matches!(last, b"two" | b"pair" | b"duo" | b"them" | b"both")
                }
            };
            unit.official = phrase.kind == PhraseKind::Agent && is_official(form);
            // "Israeli plans to annex": what a country means to do.
            unit.aim = lang == Lang::En
                && phrase.kind == PhraseKind::Agent
                && knowledge.lexicon.lists(WordList::Wills, tokens.form(&tokens.tokens[phrase.end - 1]))
                && phrase.end < range.1
                && tokens.form(&tokens.tokens[phrase.end]) == b"to";
            // ضيفه, مضيفه
            let guest = phrase.kind == PhraseKind::Counterpart && (lang == Lang::Ar || phrase.gender.is_some());
            // بنظيره, لنظيره
            let bare = if phrase.clitics.has_preposition() { form.get(1..).unwrap_or(form) } else { form };
            unit.counterpart = is_counterpart(bare) || guest;
            unit.oblique = lang == Lang::Ar
                && (phrase.number != Number::Singular && is_oblique_dual(form)
                    || unit.delegation && is_accusative(form));
            unit.hyphen = hyphen;
            unit.determined = std::mem::take(&mut determined);
            at = phrase.end;
            // Of the words that stand for somebody only the latter has an article.
            let article = if lang == Lang::Ar { form.starts_with(&[ALEF, LAM]) } else { form == b"the" };
            if phrase.kind == PhraseKind::Pronoun && article {
                unit.case = Some(Case::Latter);
            }
            if phrase.kind == PhraseKind::Pronoun && lang == Lang::En && !article {
                unit.case = case(form, &|| opens_noun(knowledge, tokens, scan, at, range.1));
                unit.possessive = matches!(unit.case, Some(Case::Owner | Case::ThingOwner))
                    || matches!(form, b"our" | b"my" | b"your");
            }
            if at < range.1 && tokens.tokens[at].gap == Gap::Joined && tokens.form(&tokens.tokens[at]) == b"s" {
                unit.possessive = true;
                at += 1;
            } else if tokens.tokens[at - 1].owner && phrase.kind != PhraseKind::Pronoun {
                unit.possessive = true;
            }
            out.push(unit);
            next_phrase += 1;
            continue;
        }
        // "met HE Ayman Safadi": a "he" that is no pronoun honours whom it stands before.
        if lang == Lang::En && matches!(form, b"the" | b"a" | b"an" | b"he") {
            at += 1;
            determined = true;
            continue;
        }
        let limit = Limit::before(&phrases[next_phrase.min(phrases.len())..], range.1);
        let adjective =
            || out.last().and_then(Unit::phrase).is_some_and(|index| phrases[index].kind == PhraseKind::Demonym);
        // "the US-Iran talks"
        let pair = || out.last().is_some_and(|last| last.hyphen && last.phrase().is_some());
        let determined = std::mem::take(&mut determined) || lang == Lang::En && !hyphen && (adjective() || pair());
        // "the Trade Council (TTC) meeting"
        let body = |unit: &Unit| unit.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Body);
        let compound = form == b"meeting"
            && (token.bracket || out.last().is_some_and(|last| body(last) || matches!(last.kind, Kind::Noun)));
        // "no meeting between": behind "no" a noun stands.
        let none = lang == Lang::En
            && at > range.0
            && token.gap == Gap::Space
            && !token.quote
            && tokens.form(&tokens.tokens[at - 1]) == b"no";
        let determined = determined || compound || none || lang == Lang::Ar && has_article(form);
        let next = phrases.get(next_phrase);
        // حركة حماس, تنظيم داعش: what heads the name of a body is part of the phrase.
        if let Some(phrase) = next.filter(|phrase| {
            lang == Lang::Ar
                && phrase.start == at + 1
                && phrase.kind == PhraseKind::Body
                && phrase.clitics == Clitics::NONE
                && (tokens.tokens[phrase.start].gap.is_weak() || tokens.tokens[phrase.start].quote)
        }) && let Some(clitics) = body_head(scan, at)
        {
            let mut unit = plain(at, phrase.end, Kind::Phrase(next_phrase));
            unit.clitics = clitics;
            unit.hyphen = hyphen;
            at = phrase.end;
            out.push(unit);
            next_phrase += 1;
            continue;
        }
        // كلمة شكر فيها فلانا: nor does one before "in it".
        let within = at + 1 < range.1 && is_in_it(tokens.form(&tokens.tokens[at + 1]));
        let what = lang == Lang::Ar && at > 0 && (within || is_what(tokens.form(&tokens.tokens[at - 1])));
        let spelling = (determined, token.teh_marbuta, is_verbal_spelling(tokens, token), what);
        let mut unit = lexical(knowledge, lang, scan, at, &limit, (&out, next), spelling);
        // "well", "ill": "we'll" and "I'll" only where an apostrophe is left out.
        if lang == Lang::En
            && unit.is(Class::Future)
            && form.ends_with(b"ll")
            && !matches!(form, b"will" | b"shall")
            && token.span.end - token.span.start == form.len()
        {
            unit.classes.retain(|class| *class != Class::Future);
            unit.kind = if unit.classes.is_empty() && unit.forms.is_empty() { Kind::Word } else { unit.kind };
        }
        unit.oblique = lang == Lang::Ar
            && (unit.is(Class::Each) && is_accusative_of_several(form)
                || unit.is(Class::Agent) && unit.delegation && is_accusative(form));
        // الملك فلان - حفظه الله - والرئيس فلان: a blessing parts nothing, nor do the marks around it.
        if lang == Lang::Ar && is_blessing(tokens, &unit) {
            at = unit.end;
            let closing = tokens.tokens.get(at).filter(|_| at < range.1);
            let closes = closing.is_some_and(|token| mark(token.gap, token.bracket) == Some(Mark::Comma));
            if closes && out.last().is_some_and(Unit::is_comma) {
                out.pop();
                silent = Some(at);
            }
            continue;
        }
        // قمة أردنية فلسطينية، بين فلان وفلان: with two behind it the preposition.
        if lang == Lang::Ar
            && unit.kind == Kind::Verb
            && unit.clitics == Clitics::NONE
            && out.last().is_some_and(Unit::is_comma)
            && is_between_two(form, &phrases[next_phrase.min(phrases.len())..], unit.end)
            && let Some(between) = knowledge.lexicon.preposition_id("بين")
        {
            unit.kind = Kind::Function;
            unit.forms.clear();
            unit.classes.push(Class::Prep(between));
        }
        // في مقر اقامته: behind a house a past with a suffix is the noun of the same letters.
        if lang == Lang::Ar
            && unit.clitics == Clitics::NONE
            && unit.tense() == Some(Tense::Past)
            && unit.verb().is_some_and(|(.., object)| object.is_some())
            && out.last().is_some_and(|last| last.kind == Kind::Word && last.is(Class::Venue) && !last.determined)
        {
            unit.kind = Kind::Word;
            unit.forms.clear();
        }
        // أي تدخل تركي: behind "any" stands no verb.
        let any = |unit: &Unit| unit.phrase().is_none() && unit.end == unit.start + 1 && unit.is(Class::Each);
        if lang == Lang::Ar
            && unit.kind == Kind::Verb
            && unit.clitics == Clitics::NONE
            && (out.last().is_some_and(any) || is_noun_of_one(&unit, &out, phrases))
        {
            unit.kind = Kind::Word;
            unit.forms.clear();
        }
        // "the IMF loan", "an Iran visit": behind one body or country stands no plural of a verb; "rebels" are people.
        let rebels = unit.kind == Kind::Verb
            && unit.is(Class::Apart)
            && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Present, .. }));
        if lang == Lang::En
            && (rebels
                || is_compound_aid(tokens, &unit, &out)
                || is_part_of_name(tokens, &unit, &out, phrases.get(next_phrase))
                || is_base_behind_one(knowledge, &unit, &out, phrases)
                || is_thing_of_one(&unit, &out, phrases)
                || is_deed_of_one(knowledge, &unit, &out, phrases, word_at(tokens, unit.end, range.1)))
        {
            unit = lexical(knowledge, lang, scan, at, &limit, (&out, next), (true, token.teh_marbuta, true, false));
        }
        // "a suicide bomb": a base form behind one thing is no verb of it.
        if unit.kind == Kind::Verb
            && out.last().is_some_and(|last| last.kind == Kind::Word && last.end == unit.start)
            && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }))
            && lang == Lang::En
            && !is_plural(&knowledge.lexicon, tokens.form(&tokens.tokens[unit.start - 1]))
        {
            unit.kind = Kind::Word;
        }
        // "the town of Homs": a noun like others, that also heads a place.
        if lang == Lang::En && unit.kind == Kind::Function && unit.classes.iter().all(|c| *c == Class::PlaceHead) {
            unit.kind = Kind::Word;
        }
        unit.hyphen = hyphen;
        if lang == Lang::Ar && unit.end == at + 1 {
            unit.unless = form == [ALEF, LAM, ALEF];
            // المسؤول الأممي: an official of whom no country says who he is.
            unit.official = unit.is(Class::Agent) && has_article(form) && is_official(form);
        }
        unit.to = form == b"to";
        unit.gerund = lang == Lang::En && is_gerund_of_aux(form, unit.end - unit.start);
        unit.aim = lang == Lang::En && is_aim(&knowledge.lexicon, tokens, range.1, &unit, form);
        note_pronouns(lang, &mut unit, form);
        at = unit.end;
        // "the US-led invasion" is theirs, as "the US invasion" is.
        let led = lang == Lang::En && hyphen && knowledge.lexicon.lists(WordList::Led, form);
        if led && is_doer_in_compound(&out, phrases, next.map(|next| next.start), at) {
            if let Some(doer) = out.last_mut() {
                doer.leads = true;
                doer.possessive |= doer.phrase().is_some_and(|index| phrases[index].kind != PhraseKind::Demonym);
            }
            continue;
        }
        if lang == Lang::En {
            settle_auxiliary(knowledge, &mut out, &unit);
            settle_compound(&mut out, &mut unit);
        }
        out.push(unit);
    }
    match lang {
        Lang::Ar => arrange(&mut out, knowledge, tokens, scan, phrases),
        Lang::En => {
            without_enclosed_members(&mut out, phrases, tokens, &knowledge.lexicon);
            without_closing_commas(&mut out, phrases, tokens, &knowledge.lexicon);
            settle_delegations(knowledge, &mut out, phrases);
        }
    }
    out
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

/// Takes away what parts clauses: marks, complementisers and relative pronouns.
pub(super) fn without_limits(units: &mut Vec<Unit>) {
    units.retain(|unit| !unit.is_mark());
    for unit in units {
        unit.classes.retain(|class| !matches!(class, Class::Complement | Class::Relative));
    }
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

/// "in", "at": whether a unit says where something is done.
fn is_within(knowledge: &Knowledge, unit: &Unit) -> bool {
    let within = ["in", "at"].map(|word| knowledge.lexicon.preposition_id(word));
    unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Prep(id) if within.contains(&Some(id))))
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

/// Whether a token in brackets is short for the phrase right before it: it begins as that does.
fn is_short_form(tokens: &Tokens, at: usize, end: usize, phrase: &Unit) -> bool {
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;
    let token = &tokens.tokens[at];
    let closed = at + 1 == end || tokens.tokens[at + 1].bracket;
    let form = tokens.form(token);
    closed
        && token.capital
        && LETTERS.contains(&form.len())
        && phrase.end == at
        && tokens.form(&tokens.tokens[phrase.start]).first() == form.first()
}

/// "her speech", not "met her in": no mark and no function word stands at the token.
fn opens_noun(knowledge: &Knowledge, tokens: &Tokens, scan: &Scan, at: usize, end: usize) -> bool {
    at < end
        && mark(tokens.tokens[at].gap, tokens.tokens[at].bracket).is_none()
        && !scan.at(at).iter().any(|hit| {
            knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                Payload::Lexicon(index) => matches!(
                    knowledge.lexicon.entry(index).item,
                    Item::Class(Class::Prep(_) | Class::Conj | Class::Circumstance | Class::Complement | Class::Day(_))
                ),
                _ => false,
            })
        })
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

fn mark(gap: Gap, bracket: bool) -> Option<Mark> {
    match gap {
        Gap::Punct(b'.' | b';' | b':' | b'!' | b'?') | Gap::Newline => Some(Mark::Stop),
        Gap::Punct(b',' | b'-') => Some(Mark::Comma),
        _ if bracket => Some(Mark::Comma),
        _ => None,
    }
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

/// The word at a token of a sentence, as long as it goes on.
fn word_at(tokens: &Tokens, at: usize, end: usize) -> &[u8] {
    tokens.tokens.get(at).filter(|_| at < end).map_or(&[], |token| tokens.form(token))
}

/// قمة أوباما - بوتين, لقاء عون – الحريري: whether a dash stands between the two whose meeting the noun before them tells of.
fn joins_two(knowledge: &Knowledge, before: &[Unit], phrases: &[Phrase], next: usize, at: usize, lang: Lang) -> bool {
    let [.., noun, first] = before else { return false };
    let told = |form: &crate::lexicon::Form| {
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
        let speech = |form: &crate::lexicon::Form| knowledge.lexicon.trigger(form.trigger).flags.speech;
        unit.kind == Kind::Verb && unit.forms.iter().any(speech)
    };
    let clause = before.iter().rev().take(REACH).take_while(|unit| !unit.is_stop() && !unit.is(Class::Complement));
    let named = before.last().is_some_and(|last| last.phrase().is_some());
    that && named && clause.into_iter().any(speaks)
}
