//! The units of a sentence: noun phrases, verbs, nouns of relation, function words and marks, in order.

use smallvec::SmallVec;

use super::arrange::{arrange, encloses};
use super::aside::closes_time;
use super::delegation::settle_delegations;
use super::heading::unread_heading;
use super::lexical::{Limit, is_verbal_spelling, lexical};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Form, Item, Pronoun, Shape, Tense};
use crate::mention::{Kinds, Knowledge, Payload, Phrase, PhraseKind, Scan};
use crate::text::fold::{ALEF, BEH, KAF, LAM};
use crate::text::{Clitics, Gap, Tokens};

/// A mark between units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A comma or bracket.
    Comma,
    /// A colon, semicolon, dash or full stop.
    Stop,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A noun phrase: its place among the sentence's phrases.
    Phrase(usize),
    /// A finite verb.
    Verb,
    /// A noun that may carry a relation.
    Noun,
    /// A participle.
    Participle,
    /// A function word.
    Function,
    /// Any other word.
    Word,
    /// A mark.
    Mark(Mark),
}

/// What an English pronoun is in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// he, she, they, we.
    Subject,
    /// him, her, them.
    Object,
    /// his, her, their.
    Owner,
    /// it, itself.
    Thing,
    /// its.
    ThingOwner,
    /// I, we, our: who speaks.
    Speaker,
    /// you, your: who is spoken to.
    Addressed,
    /// الأخير: who was named last.
    Latter,
}

/// One unit of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) clitics: Clitics,
    pub(super) skip: u32,
    pub(super) forms: SmallVec<[Form; 4]>,
    pub(super) classes: SmallVec<[Class; 8]>,
    /// A possessive 's stands behind it.
    pub(super) possessive: bool,
    /// An English noun of will, with the "to" behind it in one unit or an "of" behind it: "efforts to", "the efforts of".
    pub(super) aim: bool,
    /// Joined by a hyphen to the unit before.
    pub(super) hyphen: bool,
    /// الوفد, البعثة: a delegation spoken of before.
    pub(super) delegation: bool,
    /// A word for people who are sent stands in it.
    pub(super) deputes: bool,
    /// المسؤول الأمريكي: a single official spoken of before.
    pub(super) official: bool,
    /// A phrase that begins with نظيره: whose counterpart it is stands as subject.
    pub(super) counterpart: bool,
    /// A phrase whose first word is a dual of the genitive or accusative: وزيري, الرئيسين.
    pub(super) oblique: bool,
    /// A complementiser with the subject's pronoun on it: إنه, أنها.
    pub(super) resumes: bool,
    /// It is the English word "to".
    pub(super) to: bool,
    /// The case of an English pronoun.
    pub(super) case: Option<Case>,
    /// "Iranian-backed": the phrase that this word is a part of, which is no party by itself.
    pub(super) compound: Option<usize>,
    /// An article stands before it.
    pub(super) determined: bool,
    /// The pronoun on an Arabic preposition (معه, إليهما); of a relative its gender (الذي, التي).
    pub(super) pronoun: Option<Pronoun>,
}

impl Unit {
    #[inline]
    pub(super) fn is(&self, class: Class) -> bool {
        // Most are of another kind, which one byte tells.
        let alike = |own: Class| std::mem::discriminant(&own) == std::mem::discriminant(&class);
        self.classes.iter().any(|&own| alike(own) && own == class)
    }

    #[inline]
    pub(super) fn has(&self, wanted: impl Fn(Class) -> bool) -> bool {
        self.classes.iter().any(|&class| wanted(class))
    }

    #[inline]
    pub(super) fn is_mark(&self) -> bool {
        matches!(self.kind, Kind::Mark(_))
    }

    #[inline]
    pub(super) fn is_stop(&self) -> bool {
        self.kind == Kind::Mark(Mark::Stop)
    }

    #[inline]
    pub(super) fn is_comma(&self) -> bool {
        self.kind == Kind::Mark(Mark::Comma)
    }

    /// Returns whether the unit is a preposition of its own.
    pub(super) fn is_preposition(&self) -> bool {
        self.kind == Kind::Function && self.has(|class| matches!(class, Class::Prep(_)))
    }

    /// Returns whether the unit is the English "to", which opens an infinitive as well as a place.
    pub(super) fn is_to(&self) -> bool {
        self.to
    }

    #[inline]
    pub(super) fn phrase(&self) -> Option<usize> {
        match self.kind {
            Kind::Phrase(index) => Some(index),
            _ => None,
        }
    }

    pub(super) fn verb(&self) -> Option<(Tense, Option<Gender>, Number, Option<Pronoun>)> {
        if self.kind != Kind::Verb {
            return None;
        }
        self.forms.iter().find_map(|form| match form.shape {
            Shape::Verb { tense, gender, number, object } => Some((tense, gender, number, object)),
            _ => None,
        })
    }

    /// The tense of a verb; of a spelling that may be a past or a present (تلقى, تحدث) the past.
    pub(super) fn tense(&self) -> Option<Tense> {
        let (tense, ..) = self.verb()?;
        let past = self.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Past, .. }));
        Some(if past { Tense::Past } else { tense })
    }

    /// The genders and numbers of the subject that the form allows: تلقى is "he received" and "she meets".
    pub(super) fn persons(&self) -> SmallVec<[(Tense, Option<Gender>, Number); 4]> {
        let mut out = SmallVec::new();
        for form in &self.forms {
            if let Shape::Verb { tense, gender, number, .. } = form.shape
                && out.iter().all(|&(_, g, n): &(Tense, Option<Gender>, Number)| (g, n) != (gender, number))
            {
                out.push((tense, gender, number));
            }
        }
        out
    }

    /// Returns whether the unit is a noun with the article or with a possessive suffix.
    pub(super) fn is_definite_noun(&self) -> bool {
        self.kind == Kind::Noun
            && self.forms.iter().all(|form| matches!(form.shape, Shape::Noun { definite: true, .. }))
    }

    pub(super) fn owner(&self) -> Option<Pronoun> {
        self.forms.iter().find_map(|form| match form.shape {
            Shape::Noun { owner, .. } => owner,
            _ => None,
        })
    }
}

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
    out.reserve(range.1 - range.0 + 4);
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
        // A full stop within a sentence belongs to an abbreviation.
        if at > range.0
            && silent != Some(at)
            && token.gap != Gap::Punct(b'.')
            && let Some(mark) = mark(token.gap, token.bracket)
        {
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
            let lists = token.gap == Gap::Punct(b':') && out.last().is_some_and(|unit| unit.is(Class::Each))
                || lang == Lang::Ar && matches!(token.gap, Gap::Punct(b':' | b';')) && out.last().is_some_and(goes);
            // سامح شكري، وزير الخارجية، التقى: the comma behind a title between commas only closes it.
            let closes_title = lang == Lang::Ar
                && mark == Mark::Comma
                && !token.bracket
                && out.last().is_some_and(|unit| unit.phrase().is_some() && encloses(tokens, unit));
            if !(lists
                || closes_title
                || lang == Lang::Ar && mark == Mark::Comma && closes_time(&mut out, is_number, led))
            {
                out.push(plain(at, at, Kind::Mark(mark)));
            }
        }
        let hyphen = token.gap == Gap::Hyphen;
        let form = tokens.form(token);
        while phrases.get(next_phrase).is_some_and(|phrase| phrase.start < at) {
            next_phrase += 1;
        }
        if phrases.get(next_phrase).is_some_and(|phrase| phrase.start == at)
            && let Some(skipped) = before_counterpart(scan, phrases, next_phrase)
        {
            // "his Russian counterpart, Sergey Lavrov" is one party.
            next_phrase += skipped;
            at = phrases[next_phrase].start;
        }
        if lang == Lang::En && phrases.get(next_phrase).is_some_and(|phrase| phrase.start == at) {
            let phrase = &phrases[next_phrase];
            let end = phrase.end + usize::from(is_possessive(tokens, phrase.end, range.1));
            // "the Syrian National Coalition leader Moaz al-Khatib", "his Kosovo counterpart Atifete Jahjaga".
            let titled = phrases
                .get(next_phrase + 1)
                .is_some_and(|next| next.start == end && (next.office.is_some() || !tokens.tokens[next.start].capital));
            let whose = end > phrase.end || phrase.kind == PhraseKind::Demonym || titled;
            if whose
                && matches!(
                    phrase.kind,
                    PhraseKind::Country | PhraseKind::Body | PhraseKind::Place | PhraseKind::Demonym
                )
                && phrases.get(next_phrase + 1).is_some_and(|next| {
                    next.start == end
                        && next.kind == PhraseKind::Person
                        && next.named
                        && tokens.tokens[end].gap.is_weak()
                })
            {
                // "Sudan's Burhan", "Lebanese Michel Suleiman": the person is the party.
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
            unit.official = phrase.kind == PhraseKind::Agent && is_official(form);
            unit.counterpart = is_counterpart(form);
            unit.oblique = lang == Lang::Ar && phrase.number != Number::Singular && is_oblique_dual(form);
            unit.hyphen = hyphen;
            unit.determined = std::mem::take(&mut determined);
            at = phrase.end;
            // Of the words that stand for somebody only the latter has an article.
            if phrase.kind == PhraseKind::Pronoun && lang == Lang::Ar && form.starts_with(&[ALEF, LAM]) {
                unit.case = Some(Case::Latter);
            }
            if phrase.kind == PhraseKind::Pronoun && lang == Lang::En {
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
        // A word of which the lexicon tells nothing here, and which heads no name.
        let before_phrase = phrases.get(next_phrase).is_some_and(|phrase| phrase.start == at + 1);
        if lang == Lang::Ar && is_plain(scan.kinds(at), form) && !before_phrase {
            out.push(Unit { hyphen, determined: has_article(form), ..plain(at, at + 1, Kind::Word) });
            at += 1;
            continue;
        }
        if lang == Lang::En && matches!(form, b"the" | b"a" | b"an") {
            at += 1;
            determined = true;
            continue;
        }
        let limit = Limit::before(&phrases[next_phrase.min(phrases.len())..], range.1);
        let adjective =
            out.last().and_then(Unit::phrase).is_some_and(|index| phrases[index].kind == PhraseKind::Demonym);
        // "the US-Iran talks"
        let pair = out.last().is_some_and(|last| last.hyphen && last.phrase().is_some());
        let determined = std::mem::take(&mut determined) || lang == Lang::En && (adjective || pair) && !hyphen;
        // "the Trade Council (TTC) meeting"
        let body = |unit: &Unit| unit.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Body);
        let compound = form == b"meeting"
            && (token.bracket || out.last().is_some_and(|last| body(last) || matches!(last.kind, Kind::Noun)));
        let determined = determined || compound || lang == Lang::Ar && has_article(form);
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
        let spelling = (determined, token.teh_marbuta, is_verbal_spelling(tokens, token));
        let mut unit = lexical(knowledge, lang, scan, at, &limit, (&out, next), spelling);
        unit.oblique = lang == Lang::Ar && unit.is(Class::Each) && is_accusative_of_several(form);
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
        // "the IMF loan", "an Iran visit": behind one body or country stands no plural of a verb.
        if lang == Lang::En
            && (is_base_behind_one(knowledge, &unit, &out, phrases) || is_thing_of_one(&unit, &out, phrases))
        {
            unit = lexical(knowledge, lang, scan, at, &limit, (&out, next), (true, token.teh_marbuta, true));
        }
        // "a suicide bomb": a base form behind one thing is no verb of it.
        if unit.kind == Kind::Verb
            && out.last().is_some_and(|last| last.kind == Kind::Word && last.end == unit.start)
            && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }))
            && lang == Lang::En
            && !is_plural(tokens.form(&tokens.tokens[unit.start - 1]))
        {
            unit.kind = Kind::Word;
        }
        // "the town of Homs": a noun like others, that also heads a place.
        if lang == Lang::En && unit.kind == Kind::Function && unit.classes.iter().all(|c| *c == Class::PlaceHead) {
            unit.kind = Kind::Word;
        }
        unit.hyphen = hyphen;
        unit.to = form == b"to";
        unit.aim = lang == Lang::En
            && AIMS.contains(&form)
            && match unit.end - unit.start {
                1 => unit.end < range.1 && tokens.form(&tokens.tokens[unit.end]) == b"of",
                _ => tokens.form(&tokens.tokens[unit.end - 1]) == b"to",
            };
        unit.deputes = unit.has(|class| class == Class::Deputation);
        unit.delegation = unit.is(Class::Agent) && unit.deputes;
        if lang == Lang::Ar && unit.has(|class| matches!(class, Class::PrepPronoun(_))) {
            unit.pronoun = pronoun_on(form);
        }
        if lang == Lang::Ar && unit.is(Class::Relative) {
            unit.pronoun = relative_pronoun(form);
        }
        // The normal form of a final ه, ها, هم or هما.
        let pronouns: [&[u8]; 4] = [&[0x99], &[0x99, 0x80], &[0x99, 0x97], &[0x99, 0x97, 0x80]];
        unit.resumes =
            unit.is(Class::Complement) && form.len() > 2 && pronouns.iter().any(|pronoun| form.ends_with(pronoun));
        at = unit.end;
        if lang == Lang::En {
            settle_auxiliary(knowledge, &mut out, &unit);
            settle_compound(&mut out, &mut unit);
        }
        out.push(unit);
    }
    match lang {
        Lang::Ar => arrange(&mut out, knowledge, tokens, scan, phrases),
        Lang::En => settle_delegations(knowledge, &mut out, phrases),
    }
    out
}

/// رفضت روسيا عرضا: a past of two right behind a verb and one party is an indefinite noun.
fn is_noun_of_one(unit: &Unit, before: &[Unit], phrases: &[Phrase]) -> bool {
    let two = |form: &Form| {
        matches!(form.shape, Shape::Verb { tense: Tense::Past, number: Number::Dual, object: None, gender }
            if gender != Some(Gender::Feminine))
    };
    let [.., verb, one] = before else { return false };
    let single =
        one.phrase().is_some_and(|index| phrases[index].number != Number::Dual && phrases[index].referents.len() == 1);
    let singular = |form: &Form| matches!(form.shape, Shape::Verb { number: Number::Singular, .. });
    !unit.forms.is_empty()
        && unit.forms.iter().all(two)
        && single
        && one.clitics == Clitics::NONE
        && verb.kind == Kind::Verb
        && verb.forms.iter().any(singular)
}

/// Returns whether a word of a class stands at a token.
pub(super) fn is_of_class(knowledge: &Knowledge, scan: &Scan, lang: Lang, token: usize, class: Class) -> bool {
    let word = |meaning| matches!(meaning, (of, Item::Class(own)) if of == lang && own == class);
    scan.kinds(token).has(Kinds::CLASS)
        && scan.at(token).iter().any(|hit| knowledge.dictionary.meanings(&knowledge.lexicon, hit.node).any(word))
}

/// "Kenya's capital Nairobi": the phrase of the place that a country with 's and a kind of place stand before, and where it
/// begins.
fn place_of_owner(
    knowledge: &Knowledge,
    tokens: &Tokens,
    scan: &Scan,
    phrases: &[Phrase],
    country: usize,
    at: usize,
) -> Option<(usize, usize)> {
    let owner = phrases.get(country).filter(|phrase| phrase.start == at && phrase.kind == PhraseKind::Country)?;
    let head = owner.end + 1;
    let place = phrases.get(country + 1)?;
    let heads = |hit: &crate::mention::Hit| {
        hit.end as usize == head + 1
            && hit.kinds.has(Kinds::HEAD)
            && knowledge.dictionary.payloads(hit.node).iter().any(|payload| match *payload {
                Payload::Lexicon(index) => {
                    matches!(knowledge.lexicon.entry(index).item, Item::Class(Class::PlaceHead))
                }
                _ => false,
            })
    };
    let named = place.start == head + 1 && place.kind == PhraseKind::Place;
    (named && is_possessive(tokens, owner.end, place.start) && scan.at(head).iter().any(heads))
        .then_some((country + 1, place.start))
}

/// Where a leader ends who stands right behind "an adviser to Iran's".
fn aide_of_leader(tokens: &Tokens, phrases: &[Phrase], title: usize, at: usize) -> Option<usize> {
    let aide = phrases.get(title).filter(|phrase| phrase.start == at)?;
    let leader = phrases.get(title + 1)?;
    let nameless = aide.kind == PhraseKind::Unknown && aide.office.is_some() && !aide.named;
    let owns = is_possessive(tokens, aide.end, leader.start) && leader.start == aide.end + 1;
    (nameless && owns && leader.kind == PhraseKind::Person && leader.office.is_some()).then_some(leader.end)
}

/// Returns whether an English verb in the base form stands right behind a single body or country that no verb, auxiliary
/// or list makes its subject.
fn is_base_behind_one(knowledge: &Knowledge, unit: &Unit, before: &[Unit], phrases: &[Phrase]) -> bool {
    let base = unit.kind == Kind::Verb
        && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }));
    let one = before.last().and_then(Unit::phrase).is_some_and(|index| {
        matches!(phrases[index].kind, PhraseKind::Body | PhraseKind::Country | PhraseKind::Place)
            && phrases[index].number == Number::Singular
    });
    // "help Ukraine fight", "let Iran attack", but not "discuss U.S. support".
    let plain = |verb: &Unit| {
        verb.kind == Kind::Verb
            && verb.forms.iter().all(|form| {
                let row = knowledge.lexicon.trigger(form.trigger);
                !row.flags.control
                    && !row.flags.speech
                    && !matches!(
                        &*row.id,
                        "en-carry-v" | "en-let-v" | "en-see-v" | "en-watch-v" | "en-hear-v" | "en-have-v"
                    )
            })
    };
    let free = before.len() < 2
        || before.get(before.len() - 2).is_some_and(|unit| {
            let modifies = unit.kind == Kind::Function && unit.is(Class::Skip) && !unit.is(Class::Auxiliary);
            unit.phrase().is_none()
                && (modifies
                    || unit.is_preposition() && !unit.is(Class::Circumstance)
                    || unit.kind == Kind::Word
                    || plain(unit))
        });
    base && one && free
}

/// "support additional UN sanctions": behind a verb or preposition, an adjective and one body stands what is the body's.
fn is_thing_of_one(unit: &Unit, before: &[Unit], phrases: &[Phrase]) -> bool {
    let [.., verb, adjective, one] = before else { return false };
    let present = unit.kind == Kind::Verb
        && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { tense: Tense::Present, .. }));
    let body = one.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Body);
    let acts = verb.kind == Kind::Verb && !verb.forms.is_empty();
    let modifies = adjective.kind == Kind::Word
        || adjective.kind == Kind::Function && adjective.has(|class| matches!(class, Class::TitleAdjective { .. }));
    present && body && modifies && (acts || verb.is_preposition())
}

/// Returns whether a word is بين with two phrases behind it that و joins.
fn is_between_two(form: &[u8], phrases: &[Phrase], end: usize) -> bool {
    const BETWEEN: [u8; 3] = [0x81, 0x9B, 0x98];
    let [first, second, ..] = phrases else { return false };
    form == BETWEEN && first.start == end && second.start == first.end && second.clitics == Clitics::WA
}

/// Returns whether a unit is a formula behind a name or title that honours its bearer: حفظه الله, أيده الله, المفدى.
fn is_blessing(tokens: &Tokens, unit: &Unit) -> bool {
    const GOD: [u8; 4] = [ALEF, LAM, LAM, 0x99];
    if unit.has(|class| class == Class::Honour) {
        return unit.clitics == Clitics::NONE;
    }
    unit.kind == Kind::Function
        && unit.is(Class::Skip)
        && unit.end > unit.start + 1
        && (unit.start + 1..unit.end).any(|at| tokens.form(&tokens.tokens[at]) == GOD)
}

/// Returns whether a word in normal form is كلا or عددا, which several have who are an object.
fn is_accusative_of_several(form: &[u8]) -> bool {
    const A_NUMBER: [u8; 4] = [0x91, 0x87, 0x87, ALEF];
    form == [KAF, LAM, ALEF] || form == A_NUMBER
}

/// Returns whether a noun in normal form ends as a dual of the genitive or accusative: وزيري, الرئيسين.
fn is_oblique_dual(form: &[u8]) -> bool {
    use crate::text::fold::NOON;
    const YEH: u8 = 0x9B;
    form.len() > 4 && (form.ends_with(&[YEH]) || form.ends_with(&[YEH, NOON]))
}

/// Returns whether a word in normal form begins with ال, or وال.
fn has_article(form: &[u8]) -> bool {
    use crate::text::fold::WAW;
    form.strip_prefix(&[WAW]).unwrap_or(form).starts_with(&[ALEF, LAM])
}

/// The pronoun at the end of a preposition in normal form: ه, ها, هم, هما.
fn pronoun_on(form: &[u8]) -> Option<Pronoun> {
    const HEH: u8 = 0x99;
    const ALEF: u8 = 0x80;
    const MEEM: u8 = 0x97;
    let (gender, number) = match form {
        [.., HEH, MEEM, ALEF] => (None, Number::Dual),
        [.., HEH, MEEM] => (Some(Gender::Masculine), Number::Plural),
        [.., HEH, ALEF] => (Some(Gender::Feminine), Number::Singular),
        [.., HEH] => (Some(Gender::Masculine), Number::Singular),
        _ => return None,
    };
    Some(Pronoun { gender, number })
}

/// Returns the clitics of a word that heads the name of a body (حركة, تنظيم, لجماعة), if it is one.
fn body_head(scan: &Scan, at: usize) -> Option<Clitics> {
    let whole = |hit: &&crate::mention::Hit| {
        hit.end as usize == at + 1 && (!hit.clitics.has_preposition() || hit.clitics.has(Clitics::LI))
    };
    let head = scan.at(at).iter().filter(whole).find(|hit| hit.kinds.has(Kinds::BODY));
    head.map(|hit| hit.clitics)
}

/// The gender of a relative in normal form: الذي, التي.
fn relative_pronoun(form: &[u8]) -> Option<Pronoun> {
    const TEH: u8 = 0x82;
    const THAL: u8 = 0x88;
    let gender = match form {
        [.., LAM, THAL, _] => Gender::Masculine,
        [.., LAM, TEH, _] => Gender::Feminine,
        _ => return None,
    };
    Some(Pronoun { gender: Some(gender), number: Number::Singular })
}

/// Takes away what parts clauses: marks, complementisers and relative pronouns.
pub(super) fn without_limits(units: &mut Vec<Unit>) {
    units.retain(|unit| !unit.is_mark());
    for unit in units {
        unit.classes.retain(|class| !matches!(class, Class::Complement | Class::Relative));
    }
}

/// Returns whether a word in normal form is المسؤول or المسئول, الدبلوماسي, or الضيف, the guest.
fn is_official(form: &[u8]) -> bool {
    const DIPLOMAT: [u8; 10] = [0x80, 0x96, 0x87, 0x81, 0x96, 0x9A, 0x97, 0x80, 0x8B, 0x9B];
    form == DIPLOMAT
        || matches!(form, [0x80, 0x96, 0x97, 0x8B, 0x9A | 0x9B, 0x9A, 0x96] | [0x80, 0x96, 0x8E, 0x9B, 0x93])
}

/// Returns whether a word in normal form is نظيره, نظيرها, نظيريه or نظرائه.
fn is_counterpart(form: &[u8]) -> bool {
    // نظير, نظرا
    form.starts_with(&[0x98, 0x90, 0x9B, 0x89]) || form.starts_with(&[0x98, 0x90, 0x89, 0x80])
}

/// "has said", "had also met": a verb that may be an auxiliary is one before a participle; "did not meet": so is "do" before a
/// base form.
fn settle_auxiliary(knowledge: &Knowledge, before: &mut [Unit], unit: &Unit) {
    let participle = unit.kind == Kind::Verb
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. }));
    let base = unit.kind == Kind::Verb
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::Base, .. }));
    if !participle && !base {
        return;
    }
    let does = |unit: &Unit| unit.forms.iter().any(|form| &*knowledge.lexicon.trigger(form.trigger).id == "en-do-v");
    let last = before.iter_mut().rev().find(|unit| !unit.has(|c| matches!(c, Class::Skip | Class::Negation)));
    if let Some(last) = last
        && last.kind == Kind::Verb
        && last.is(Class::Auxiliary)
        && (participle || does(last))
    {
        last.kind = Kind::Function;
        last.forms.clear();
    }
}

/// "Iranian-backed", "US-brokered": the country is the doer of the participle, and no party of the clause.
fn settle_compound(before: &mut [Unit], unit: &mut Unit) {
    let participle = unit.hyphen
        && unit.forms.iter().any(|form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. }));
    let Some(last) = before.last_mut().filter(|_| participle) else { return };
    match last.kind {
        Kind::Phrase(index) => {
            last.kind = Kind::Word;
            last.compound = Some(index);
            unit.kind = Kind::Participle;
        }
        // "the rebel-held town", "government-controlled": an adjective, and no verb.
        Kind::Verb | Kind::Noun | Kind::Word if unit.kind == Kind::Verb => {
            last.kind = Kind::Word;
            last.forms.clear();
            unit.kind = Kind::Word;
            unit.forms.clear();
        }
        _ => {}
    }
}

/// Nouns of will, of which an infinitive tells what somebody is after.
const AIMS: [&[u8]; 9] =
    [b"efforts", b"effort", b"bid", b"attempt", b"attempts", b"intention", b"push", b"readiness", b"willingness"];

/// Returns whether a word in Arabic letters is none that the lexicon makes a unit of its own, or keeps something with.
fn is_plain(kinds: Kinds, form: &[u8]) -> bool {
    !kinds.has(Kinds::UNIT) && form.first().is_some_and(|code| !code.is_ascii())
}

/// Returns whether the token is a possessive 's.
fn is_possessive(tokens: &Tokens, at: usize, end: usize) -> bool {
    at < end && tokens.tokens[at].gap == Gap::Joined && tokens.form(&tokens.tokens[at]) == b"s"
}

/// Returns whether an English noun takes a verb in the plural.
fn is_plural(form: &[u8]) -> bool {
    form.ends_with(b"s") || matches!(form, b"people" | b"police" | b"men" | b"women" | b"troops" | b"who")
}

pub(super) fn plain(start: usize, end: usize, kind: Kind) -> Unit {
    Unit {
        start,
        end,
        kind,
        clitics: Clitics::NONE,
        skip: 0,
        forms: SmallVec::new(),
        classes: SmallVec::new(),
        possessive: false,
        aim: false,
        hyphen: false,
        determined: false,
        to: false,
        resumes: false,
        delegation: false,
        deputes: false,
        official: false,
        pronoun: None,
        counterpart: false,
        oblique: false,
        case: None,
        compound: None,
    }
}

/// Returns the case of an English pronoun; `noun` says whether a noun phrase goes on behind it.
fn case(form: &[u8], noun: &dyn Fn() -> bool) -> Option<Case> {
    Some(match form {
        b"we" | b"i" | b"us" | b"me" | b"our" | b"my" | b"ourselves" => Case::Speaker,
        b"your" | b"you" => Case::Addressed,
        b"he" | b"she" | b"they" => Case::Subject,
        b"him" | b"them" => Case::Object,
        b"her" => return Some(if noun() { Case::Owner } else { Case::Object }),
        b"his" | b"their" => Case::Owner,
        b"it" | b"itself" => Case::Thing,
        b"its" => Case::ThingOwner,
        _ => return None,
    })
}

/// "her speech", not "met her in": no mark and no function word stands at the token.
fn opens_noun(knowledge: &Knowledge, tokens: &Tokens, scan: &Scan, at: usize, end: usize) -> bool {
    at < end
        && mark(tokens.tokens[at].gap, tokens.tokens[at].bracket).is_none()
        && !scan.at(at).iter().any(|hit| {
            knowledge.dictionary.payloads(hit.node).iter().any(|payload| match *payload {
                Payload::Lexicon(index) => matches!(
                    knowledge.lexicon.entry(index).item,
                    Item::Class(Class::Prep(_) | Class::Conj | Class::Circumstance | Class::Complement | Class::Day(_))
                ),
                _ => false,
            })
        })
}

/// Returns how many phrases stand in a row before the word "counterpart": a pronoun, and a demonym or none.
fn before_counterpart(scan: &Scan, phrases: &[Phrase], first: usize) -> Option<usize> {
    let pronoun = phrases.get(first).filter(|phrase| phrase.kind == PhraseKind::Pronoun)?;
    let mut end = pronoun.end;
    for (skipped, phrase) in phrases[first + 1..].iter().enumerate().take(2) {
        if phrase.start != end {
            return None;
        }
        if matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Country | PhraseKind::Body) {
            end = phrase.end;
            continue;
        }
        // "his Chinese and Iranian counterparts" begins with the first nationality.
        let several = phrase.number == Number::Plural
            && (phrase.start..phrase.end).any(|at| scan.kinds(at).has(Kinds::COUNTERPART));
        let counterpart = scan.kinds(phrase.start).has(Kinds::COUNTERPART) || several;
        return (counterpart && phrase.kind == PhraseKind::Person).then_some(skipped + 1);
    }
    None
}

fn mark(gap: Gap, bracket: bool) -> Option<Mark> {
    match gap {
        Gap::Punct(b'.' | b';' | b':' | b'!' | b'?') | Gap::Newline => Some(Mark::Stop),
        Gap::Punct(b',' | b'-') => Some(Mark::Comma),
        _ if bracket => Some(Mark::Comma),
        _ => None,
    }
}
