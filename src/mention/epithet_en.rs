//! English: whom words mean that say less than the document has told of him: "the Turkish leader", "the Iraqi official", "the former
//! president".

use smallvec::smallvec;

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent};
use super::reader::Reader;
use super::title::TitleRun;
use super::trace::Holding;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number, OfficeId};
use crate::lexicon::{Class, Shape};
use crate::text::{Clitics, Gap};

/// Among so many of the latest mentions or offices somebody is looked for; further back it is another matter.
const LAST: usize = 256;

/// Who serves a country or body, by words that give no office.
const SERVANTS: [&[u8]; 2] = [b"official", b"diplomat"];

/// So many words may say what kind of official somebody is: "the senior Iraqi official", "the veteran Algerian diplomat".
const ADJECTIVES: usize = 2;

impl Reader<'_> {
    /// "the Turkish leader": the one of those who lead a country whom the text has named.
    pub(super) fn leader_again(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        let general = matches!(self.knowledge.gazetteer.offices().name(office), "leader" | "ruler");
        if self.lang != Lang::En || run.body.is_some() || !general {
            return None;
        }
        let country = run.of.filter(|&of| self.knowledge.gazetteer.get(of).kind == EntityKind::Country)?;
        let leader =
            self.only_named(|person| self.leads(person, country)).or_else(|| self.only_leader_to_come(country))?;
        self.note_holder(Holding::Said, office, run.of);
        Some(leader)
    }

    /// "Mr Kerry … The secretary of state", "Mohammed bin Salman … the prince": the one man whom the text has named that holds such an office on
    /// its day, where it gives that to nobody.
    pub(super) fn named_holder(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        const OF_BIRTH: [&str; 4] = ["prince", "crown_prince", "deputy_crown_prince", "emir"];
        let offices = self.knowledge.gazetteer.offices();
        let bare = self.lang == Lang::En && run.of.is_none() && run.body.is_none() && run.number == Number::Singular;
        let name = offices.name(office);
        let one = offices.is_ministerial(office) || self.is_leading(office) || name == "prince";
        if !bare || !one || name == "minister" || !self.is_told_again(run) || self.is_followed_by_owner(run) {
            return None;
        }
        let same = |other: OfficeId| other == office || name == "prince" && OF_BIRTH.contains(&offices.name(other));
        let day = self.date?;
        let state = |of: EntityId| self.knowledge.gazetteer.get(of).kind == EntityKind::Country;
        let holds = |person: Referent| match person {
            Referent::Known(key) => offices
                .of_person(key)
                .any(|term| same(term.office) && term.covers(day) && (name == "prince" || term.of.is_some_and(state))),
            Referent::New(_) => false,
        };
        let holder = self.only_named(holds)?;
        self.note_holder(Holding::Said, office, None);
        Some(holder)
    }

    /// "the president of the court": whether whose office it is stands behind the title, as far as nobody knows it.
    fn is_followed_by_owner(&self, run: &TitleRun) -> bool {
        // "thanked the president for his support": what he is thanked for owns no office.
        let named = |at: usize| at < self.range.1 && self.tokens.tokens[at].capital;
        let served = |at: usize| named(self.over_article(at));
        self.joined(run.end)
            && match self.form(run.end) {
                b"of" => true,
                b"for" => served(run.end + 1),
                _ => named(run.end),
            }
    }

    /// "Lebanese leader visits Riyadh", above a text that names Hariri in full, and nobody else who leads the country.
    fn only_leader_to_come(&self, country: EntityId) -> Option<Referent> {
        let mut leaders = self.anticipated.iter().copied().filter(|&key| {
            self.knowledge.gazetteer.get(key).country == Some(country) && self.leads(Referent::Known(key), country)
        });
        let first = leaders.next().filter(|_| self.sentence == 0)?;
        leaders.next().is_none().then_some(Referent::Known(first))
    }

    /// Whether somebody leads a country, by what the text says or by the day.
    fn leads(&self, person: Referent, country: EntityId) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let told = self.roles.iter().rev().take(LAST).any(|role| {
            let leading = || role.office.is_some_and(|office| self.is_leading(office));
            role.person == person && role.of == Referent::Known(country) && !role.former && leading()
        });
        let serves = |key: EntityId| {
            let day = self.date?;
            let mut terms = offices.of_person(key).filter(|term| term.of == Some(country) && term.covers(day));
            terms.find(|term| self.is_leading(term.office))
        };
        told || matches!(person, Referent::Known(key) if serves(key).is_some())
    }

    /// The one person who fits among those whom the text has named so far.
    fn only_named(&self, fits: impl Fn(Referent) -> bool) -> Option<Referent> {
        let people = self.mentions.iter().rev().take(LAST).map(|found| found.referent);
        let mut named = people.filter(|&person| self.is_person(person) && fits(person));
        let first = named.next()?;
        named.all(|other| other == first).then_some(first)
    }

    /// "The former president", "the former US secretary of state", "the ex-premier": the one man named before who has held the office.
    pub(super) fn former_again(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        if self.lang != Lang::En || run.indefinite || run.number != Number::Singular || !self.is_told_again(run) {
            return None;
        }
        let offices = self.knowledge.gazetteer.offices();
        let past = offices.name(office).strip_prefix("former_").and_then(|name| offices.id(name));
        let base = past.unwrap_or(office);
        // "the former UN chief": by a word that says only that he headed it.
        let heads = |other: OfficeId| offices.kind(base).heads.is_some() && offices.kind(other).heads.is_some();
        let same = |other: OfficeId| other == base || Some(other) == past || run.of.is_some() && heads(other);
        let of = run.of.map(Referent::Known).or(run.body);
        let held = |person: Referent| {
            let told = self.roles.iter().rev().take(LAST).any(|role| {
                let alike = role.office.is_some_and(|own| own == office || same(own));
                role.person == person && role.former && alike && of.is_none_or(|of| of == role.of)
            });
            told || matches!(person, Referent::Known(key) if self.has_held(key, run.of, same))
        };
        let person = self.only_named(held)?;
        self.note_holder(Holding::Past, office, run.of);
        Some(person)
    }

    /// "ex-premier", "former president": whether a title's own words say that who has it holds the office no longer.
    pub(super) fn is_past_office(&self, office: OfficeId) -> bool {
        self.knowledge.gazetteer.offices().name(office).starts_with("former_")
    }

    /// Whether somebody no longer holds an office on the document's day that he is listed with; where no country is told, he must hold none.
    fn has_held(&self, person: EntityId, of: Option<EntityId>, same: impl Fn(OfficeId) -> bool) -> bool {
        let Some(day) = self.date else { return false };
        let before = |start: Option<crate::document::PartialDate>| start.is_none_or(|start| start.first_day() <= day);
        let mut terms = self.knowledge.gazetteer.offices().of_person(person);
        (of.is_some() || self.office_on_day(person).is_none())
            && terms.any(|term| {
                same(term.office) && of.is_none_or(|of| term.of == Some(of)) && !term.covers(day) && before(term.start)
            })
    }

    /// Whether a title has an article or an owner before it: "a former minister" is nobody.
    fn is_told_again(&self, run: &TitleRun) -> bool {
        let before = |at: usize| at > self.range.0 && self.joined(at) && self.form(at - 1) == b"the";
        before(run.start) || self.form(run.start) == b"the"
    }

    /// "The Iraqi official", "the veteran Algerian diplomat", "the Hamas official": the one man of a country or body whom the text has
    /// named, where it speaks of no official of its without a name.
    pub(super) fn official_again(&mut self, at: usize) -> Option<Phrase> {
        let near = self.range.1.min(at + 1 + ADJECTIVES + 1);
        let noun = (at + 1..near).find(|&token| SERVANTS.contains(&self.form(token)))?;
        if !(at + 1..=noun).all(|token| self.joined(token)) || !self.is_behind_article(at) || self.qualifies_next(noun)
        {
            return None;
        }
        let (end, of, demonym) = self.country_or_body(at)?;
        let adjective = |at: usize| {
            self.class(at, Kinds::ADJECTIVE, |class| class == Class::TitleAdjective { former: false }).is_some()
        };
        if !(end..noun).all(adjective) || self.speaks_of_unnamed(at, self.form(noun)) {
            return None;
        }
        let diplomat = self.form(noun) == b"diplomat";
        let person = self.only_named(|person| self.is_official_of(person, of, diplomat))?;
        match demonym {
            Some(skip) => self.found_demonym(at, skip, end, of),
            None => self.found(self.span(at, 0, end), Referent::Known(of), MentionType::Name),
        }
        // The words give no office: whom they mean is told, and no title of his.
        Some(self.person_again(at, noun + 1, person))
    }

    /// The phrase of words that mean somebody named before, and give him no office.
    fn person_again(&self, at: usize, end: usize, person: Referent) -> Phrase {
        Phrase {
            start: at,
            end,
            clitics: Clitics::NONE,
            referents: smallvec![person],
            span: self.span(at, 0, end),
            kind: PhraseKind::Person,
            named: false,
            gender: self.gender_of(person),
            number: Number::Singular,
            office: None,
            of: None,
        }
    }

    /// "The Iranian later telephoned": the one man of a nationality whom the text has named, where its adjective stands alone before a verb.
    pub(super) fn national_again(&mut self, at: usize) -> Option<Phrase> {
        let verb = at + 1 + usize::from(self.joined(at + 1) && self.is_adverb(at + 1));
        // "the Iranian-backed group"
        let space = |at: usize| at < self.range.1 && self.tokens.tokens[at].gap == Gap::Space;
        let alone = at > self.range.0 && self.form(at - 1) == b"the" && space(at) && space(at + 1) && space(verb);
        if !alone || !self.is_plain_verb(verb) {
            return None;
        }
        let (end, Clitics::NONE, skip, country, Number::Singular) = self.demonym(at)? else { return None };
        // "the British", "the Japanese" are a people.
        let people = [b"sh".as_slice(), b"ch", b"se", b"ss"].iter().any(|ending| self.form(at).ends_with(ending));
        if end != at + 1 || people {
            return None;
        }
        let person = self.only_named(|person| self.country_of(person) == Some(country))?;
        self.found_demonym(at, skip, end, country);
        Some(self.person_again(at, end, person))
    }

    fn is_adverb(&self, at: usize) -> bool {
        matches!(self.form(at), b"also" | b"later" | b"then" | b"earlier") || self.form(at).ends_with(b"ly")
    }

    /// Whether a verb in the past, or an auxiliary, stands at a token, and nothing that may be a noun.
    fn is_plain_verb(&self, at: usize) -> bool {
        let auxiliary =
            matches!(self.form(at), b"has" | b"had" | b"was" | b"is" | b"will" | b"would" | b"said" | b"told");
        let mut verb = false;
        for shape in self.knowledge_forms(at) {
            match shape {
                Shape::Verb { .. } => verb = true,
                _ => return auxiliary,
            }
        }
        auxiliary || verb && self.form(at).ends_with(b"ed")
    }

    /// The country whose adjective or name stands at a token, or the body, with where it ends and, of an adjective, what is skipped.
    fn country_or_body(&self, at: usize) -> Option<(usize, EntityId, Option<u32>)> {
        if let Some((end, Clitics::NONE, skip, country, Number::Singular)) = self.demonym(at) {
            return Some((end, country, Some(skip)));
        }
        let named = self.name(at, Context::default())?;
        let Referent::Known(key) = named.referent else { return None };
        let giver = matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::Country | EntityKind::Organisation);
        giver.then_some((named.end, key, None))
    }

    /// Whether "the", or "the" and words that say what kind of official somebody is, stand before a token.
    fn is_behind_article(&self, at: usize) -> bool {
        let before =
            |back: usize| at.checked_sub(back).filter(|&token| token >= self.range.0 && self.joined(token + 1));
        let kind =
            |token: usize| !self.tokens.tokens[token].capital && !self.is_function(token) && !self.is_verb(token);
        let article = |back: usize| before(back).is_some_and(|token| self.form(token) == b"the");
        article(1) || before(1).is_some_and(kind) && article(2)
    }

    /// "the Iraqi official news agency", "the Turkish official Anadolu agency": whether the word is no man but says something of what follows.
    pub(super) fn qualifies_next(&self, noun: usize) -> bool {
        let next = noun + 1;
        self.joined(next)
            && (self.tokens.tokens[next].capital
                || self.form(next) == b"of"
                || !self.is_function(next) && !self.is_verb(next) && !self.form(next).ends_with(b"ly"))
    }

    /// Whether somebody stands before a token whom the text calls by the same word without a name: "an Iraqi official", "senior official says".
    fn speaks_of_unnamed(&self, at: usize, noun: &[u8]) -> bool {
        const NEAR: usize = 4;
        (0..at).filter(|&token| self.form(token) == noun).any(|token| {
            let before = token.saturating_sub(NEAR)..token;
            let capital = self.tokens.tokens.get(token + 1).is_some_and(|next| next.capital && next.gap.is_weak());
            !capital && !before.into_iter().any(|token| self.form(token) == b"the")
        })
    }

    /// Whether somebody serves a country or body: he holds an office of it or is of that nationality, and does not lead it.
    fn is_official_of(&self, person: Referent, of: EntityId, diplomat: bool) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let roles = self.roles.iter().rev().take(LAST).filter(|role| role.person == person);
        let mut held: Vec<(OfficeId, bool)> =
            roles.filter_map(|role| Some((role.office?, role.of == Referent::Known(of)))).collect();
        if let (Referent::Known(key), Some(day)) = (person, self.date) {
            let terms = offices.of_person(key).filter(|term| term.covers(day));
            held.extend(terms.map(|term| (term.office, term.of == Some(of))));
        }
        let own = held.iter().any(|&(_, own)| own) || self.country_of(person) == Some(of);
        let leads = held.iter().any(|&(office, own)| own && self.is_leading(office));
        let fits = |&(office, _): &(OfficeId, bool)| !diplomat || is_diplomatic(offices.name(office));
        own && !leads && held.iter().any(fits)
    }
}

/// Whether who holds an office is called a diplomat.
fn is_diplomatic(office: &str) -> bool {
    ["foreign_", "ambassador", "envoy", "consul", "negotiator", "commissioner", "secretary_general"]
        .iter()
        .any(|part| office.contains(part))
}
