//! The units of an Arabic sentence in the order in which they are read: what parts a verb from who does it or to whom, and says
//! nothing of either, is taken out or put last.
//!
//! Each step is a file of its own: where a place lies (`bracket`), houses and their owners (`venue`), titles before names (`titled`), offices that speak for somebody (`bureau`), offices of whoever held
//! them (`whoever`), posts of envoys (`posting`), commas (`aside`), parentheses with a verb of their own
//! (`parenthesis`), visits before who makes them (`arrival`), leaders within a list (`leaders`), who holds a ground (`held_ground`), companions (`company`), backers (`backed`), what is signed before those who sign it (`signed`).

use super::arrange_asks::Asks;
use super::arrange_holds::Holds;
use super::arrival::{self, visits_last};
use super::aside::{
    additions_joined, channel_last, gathered_with, honours_last, without_ascriptions, without_beginnings,
    without_belonging, without_branches, without_craft, without_demand_commas, without_deputations,
    without_descriptions, without_durations, without_needless_commas, without_prefixes,
};
use super::backed::{auspices_last, backers_last};
use super::bracket::{without_list_brackets, without_locations, without_members_in_dashes};
use super::bureau::without_bureaus;
use super::company::{accompanies, companions_last, joint_heads, without_attendants, without_entourage};
use super::counted::without_counts;
use super::held_ground::without_holders;
use super::inserted::insertions_last;
use super::interposed::{self, matters_last, without_guesthood};
use super::leaders::leaders_last;
use super::parenthesis::{Asked, parentheses_last};
use super::posting::{Posts, without_postings};
use super::signed::pacts_last;
use super::titled::{
    is_byname, without_bynames, without_first_titles, without_further_titles, without_long_titles,
    without_titles_before_names, without_titles_of_named,
};
use super::unit::{Kind, Unit};
use super::venue::{without_named_houses, without_station, without_venues};
use super::whoever::without_whoever;
use crate::lexicon::{Class, Predicate};
use crate::mention::{Knowledge, Phrase, PhraseKind, Scan, is_belonging};
use crate::text::{Clitics, Gap, Tokens};

/// Arranges the units of a sentence.
pub(super) fn arrange(units: &mut Vec<Unit>, knowledge: &Knowledge, tokens: &Tokens, scan: &Scan, phrases: &[Phrase]) {
    let holds = Holds::of(units, phrases, &knowledge.lexicon, tokens);
    let asks = Asks::new(knowledge, tokens, scan, phrases);
    without_what_adorns(units, &asks, holds);
    without_bracketed(units, &asks, holds);
    without_houses(units, &asks, holds);
    without_titles(units, &asks, holds);
    without_station(units, phrases, |unit| asks.is_from(unit));
    without_posts(units, &asks);
    if holds.sent {
        without_entourage(units, |unit| asks.escorts(unit));
    }
    if holds.tells(Predicate::Seized) {
        without_holders(units, &asks);
    }
    backers_and_auspices_last(units, &asks, holds);
    without_bureaus_and_tools(units, &asks, holds);
    channels_and_honours_last(units, &asks, holds);
    without_descriptive(units, &asks, holds);
    without_interposed(units, &asks, holds);
    without_commas(units, &asks, holds);
    put_parentheses_last(units, &asks);
    if holds.arrives {
        put_visits_last(units, &asks);
    }
    if holds.comma && holds.contact() {
        insertions_last(units, phrases, |unit| unit.kind == Kind::Noun && asks.tells_contact_but_visits(unit));
    }
    if holds.signs {
        pacts_last(units, phrases, |unit| asks.signs(unit), |unit| asks.is_pact(unit), |unit| asks.is_on(unit));
    }
    if holds.attendant {
        let (joined, ground) = (|unit: &Unit| asks.begins_with_and(unit), |unit: &Unit| asks.is_ground(unit));
        without_attendants(units, phrases, joined, ground, |unit| asks.is_and_spouse(unit));
    }
    if holds.company {
        companions_where_they_belong(units, &asks, holds);
    }
    if holds.led {
        leaders_last(units, phrases, |unit| asks.commands(unit));
    }
}

/// Takes out what adorns a name, blackens a deed or counts those who are named.
fn without_what_adorns(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    if holds.adorned {
        without_adornments(units, asks.phrases);
    }
    if holds.savage {
        without_savageries(units, asks.phrases);
    }
    if holds.prefix {
        without_prefixes(units, |unit| asks.is_un(unit));
    }
    if holds.several {
        without_counts(units, asks.phrases, |unit| asks.is_count(unit));
    }
}

/// Takes out places in brackets, brackets within lists and members between dashes.
fn without_bracketed(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    let Asks { tokens, phrases, .. } = *asks;
    if holds.comma && holds.bracket {
        without_locations(units, phrases, |unit| tokens.tokens[unit.start].bracket);
        without_list_brackets(units, phrases, |unit| tokens.tokens[unit.start].bracket);
    }
    if holds.comma && holds.dash {
        without_members_in_dashes(units, phrases, |unit| tokens.tokens[unit.start].gap == Gap::Punct(b'-'));
    }
}

/// Takes out the houses in which somebody is met.
fn without_houses(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    let phrases = asks.phrases;
    if holds.venue {
        let (led, is_in) = (|unit: &Unit| asks.is_led(unit), |unit: &Unit| asks.is_in(unit));
        without_venues(units, phrases, led, is_in, |unit| asks.travels(unit), |unit| asks.is_definite(unit));
    }
    if phrases.iter().any(|phrase| phrase.kind == PhraseKind::Body && asks.names_house(phrase)) {
        let house = |unit: &Unit| unit.phrase().is_some_and(|index| asks.names_house(&phrases[index]));
        without_named_houses(units, phrases, |unit| asks.is_in(unit), house, |unit| asks.tells_contact(unit));
    }
}

/// Takes out titles that stand before names, or behind other titles.
fn without_titles(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    let Asks { tokens, phrases, .. } = *asks;
    if holds.title {
        without_titles_before_names(units, phrases);
    }
    if holds.title && holds.bare_name {
        let quoted = |unit: &Unit| tokens.tokens[unit.start].quote;
        without_long_titles(units, phrases, quoted, |unit| asks.is_in(unit));
    }
    if holds.title {
        without_further_titles(units, phrases, |unit| asks.is_definite(unit));
        without_titles_of_named(units, phrases, |unit| asks.leads_in_title(unit), |unit| asks.clings(unit));
        without_first_titles(units, phrases, |unit| unit.kind == Kind::Verb && asks.tells(unit, Predicate::Hosted));
    }
    if phrases.len() > 2 && phrases.windows(2).any(|two| is_byname(&two[0], &two[1])) {
        without_bynames(units, phrases, |unit| tokens.tokens[unit.start].bracket);
    }
    if holds.first {
        without_whoever(units, phrases, |unit| asks.travels(unit), |unit| asks.is_definite(unit));
    }
}

/// Takes out where envoys are posted.
fn without_posts(units: &mut Vec<Unit>, asks: &Asks<'_>) {
    let posts = Posts {
        accredits: &|unit| asks.is_at_court(unit),
        is_in: &|unit| asks.is_in(unit),
        towards: &|unit| asks.is_towards(unit),
        posted: &|unit| asks.ends_in_posted_title(unit),
        encloses: &|unit| encloses(asks.tokens, unit),
    };
    without_postings(units, asks.phrases, &posts);
}

/// Puts last who backs somebody and under whose auspices it is.
fn backers_and_auspices_last(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    if holds.participle && holds.tells(Predicate::Supported) {
        let backs = |unit: &Unit| unit.kind == Kind::Participle && asks.tells_only(unit, Predicate::Supported);
        backers_last(units, asks.phrases, backs);
    }
    if holds.tells(Predicate::Mediated) {
        let auspices = |unit: &Unit| asks.is_led(unit) && asks.tells(unit, Predicate::Mediated);
        auspices_last(units, asks.phrases, auspices, |unit| asks.is_towards(unit));
    }
}

/// Takes out offices that speak for somebody, and with what or by whose word something is done.
fn without_bureaus_and_tools(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    let strikes = |unit: &Unit| unit.kind == Kind::Noun && asks.tells(unit, Predicate::Attacked);
    if holds.venue {
        without_bureaus(units, asks.phrases, |unit| asks.speaks(unit));
    }
    if holds.entering {
        without_beginnings(units);
    }
    if holds.craft {
        without_craft(units, strikes, |unit| asks.is_led_by_li(unit));
    }
    if holds.ascribed {
        without_ascriptions(units, strikes, |unit| asks.is_towards(unit));
    }
}

/// Puts last by what channel somebody called, and with what honours a guest was received.
fn channels_and_honours_last(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    if holds.tells(Predicate::Called) {
        channel_last(units, asks.phrases, |unit| asks.is_channel(unit));
    }
    if holds.suffixed && holds.tells(Predicate::Hosted) {
        let honours = |unit: &Unit| unit.end > unit.start + 1 && asks.tells(unit, Predicate::Hosted);
        honours_last(units, asks.phrases, honours);
    }
}

/// Takes out what only says more of somebody: whose he is, what he is known for, how long something lasts.
fn without_descriptive(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    let Asks { tokens, phrases, .. } = *asks;
    if holds.owned {
        without_belonging(units, |unit| {
            unit.end == unit.start + 1 && is_belonging(tokens.form(&tokens.tokens[unit.start]))
        });
    }
    if holds.comma && holds.branch {
        without_branches(units, |unit| encloses(tokens, unit));
    }
    if holds.described {
        without_descriptions(units, |unit| asks.is_described(unit), |unit| asks.is_led(unit));
    }
    if holds.sent {
        without_deputations(units, phrases, |unit| asks.is_from(unit));
    }
    if holds.relative {
        without_durations(units, phrases, |unit| asks.lasts(unit));
    }
    if holds.more {
        additions_joined(units, phrases, |unit| asks.meets(unit));
    }
}

/// Takes out that somebody is a guest and who comes along, and puts what a contact is about behind with whom it was.
fn without_interposed(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    let guesthood = interposed::Asked {
        along: &|unit| {
            accompanies(&asks.knowledge.lexicon, unit)
                || unit.has(|class| matches!(class, Class::Company | Class::Presence))
        },
        travels: &|unit| asks.travels(unit),
        from: &|unit| asks.is_from(unit),
    };
    if holds.company || holds.relative {
        without_guesthood(units, asks.phrases, &guesthood);
    }
    if holds.about && holds.contact() {
        let matter = interposed::Matter {
            contact: &|unit| {
                unit.kind == Kind::Noun && !unit.clitics.has(Clitics::LI) && asks.tells_contact_but_visits(unit)
            },
            opens: &|unit| asks.opens_matter(unit),
            tells: &|unit| asks.concerns(unit),
            takes: &|noun, unit| asks.has_side_behind(noun, unit),
            led: &|unit| asks.is_led(unit),
        };
        matters_last(units, asks.phrases, &matter);
    }
}

/// Takes out commas that part nothing.
fn without_commas(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    let phrases = asks.phrases;
    if holds.comma {
        let (says, light) = (|unit: &Unit| asks.speaks(unit), |unit: &Unit| asks.is_light(unit));
        without_needless_commas(units, phrases, says, light, |unit| asks.is_led(unit), |unit| asks.is_definite(unit));
    }
    if holds.comma && holds.tells(Predicate::DemandedOf) {
        without_demand_commas(units, phrases, |unit| asks.demands(unit), |unit| asks.is_to_or_upon(unit));
    }
}

/// Puts parentheses behind the verb and its parties.
fn put_parentheses_last(units: &mut Vec<Unit>, asks: &Asks<'_>) {
    let asked = Asked {
        led: &|unit| asks.is_led(unit),
        inside: &|unit| asks.is_in(unit),
        takes: &|verb, next| asks.takes(verb, next),
        governs: &|verb, next| asks.governs(verb, next),
        says: &|unit| asks.is_by_the_way(unit),
        stance: &|unit| asks.tells_stance(unit),
        rejects: &|unit| asks.tells(unit, Predicate::Rejected),
        carries: &|verb, next| asks.is_light(verb) && next.kind == Kind::Noun && asks.tells_stance(next),
        relates: &|unit| asks.is_adjective_of_relation(unit),
        joined: &|unit| asks.is_joined_word(unit),
        bodies: &|phrase| asks.means_bodies(phrase),
        encloses: &|unit| encloses(asks.tokens, unit),
    };
    parentheses_last(units, asks.phrases, &asked);
}

/// Puts what a visit is called behind whoever makes it.
fn put_visits_last(units: &mut Vec<Unit>, asks: &Asks<'_>) {
    let asked = arrival::Asked {
        travels: &|unit| asks.travels(unit),
        inside: &|unit| asks.is_in(unit),
        lasts: &|unit| asks.lasts(unit),
        towards: &|unit| asks.is_towards(unit),
    };
    visits_last(units, asks.phrases, &asked);
}

/// Puts those who come along where they belong.
fn companions_where_they_belong(units: &mut Vec<Unit>, asks: &Asks<'_>, holds: Holds) {
    if holds.suffixed && holds.tells(Predicate::Met) {
        gathered_with(units, asks.phrases, |unit| asks.gathers(unit), |unit| asks.is_towards(unit));
    }
    joint_heads(units, |unit| asks.is_apart(unit));
    let comes_along = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Company);
    companions_last(units, |unit| accompanies(&asks.knowledge.lexicon, unit) || comes_along(unit));
}

/// في الجمهورية اليمنية الشقيقة: takes out what only adorns a country or whose office ends in one, so that a list goes on behind it.
fn without_adornments(units: &mut Vec<Unit>, phrases: &[Phrase]) {
    let adorns = |unit: &Unit| {
        unit.kind == Kind::Function
            && unit.phrase().is_none()
            && !unit.classes.is_empty()
            && unit.classes.iter().all(|class| matches!(class, Class::TitleAdjective { former: false }))
    };
    // نشكر الشقيقة إيران والصديقة روسيا: nor before it.
    for at in (1..units.len()).rev() {
        let country = units[at].phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Country);
        let before = units[at - 1].clitics;
        let joins = before == Clitics::NONE || before == Clitics::WA;
        if country && units[at].clitics == Clitics::NONE && adorns(&units[at - 1]) && joins {
            units[at].clitics = before;
            units.remove(at - 1);
        }
    }
    let mut behind = false;
    units.retain(|unit| {
        let adorns = adorns(unit) && unit.clitics == Clitics::NONE;
        if behind && adorns {
            return false;
        }
        behind = unit
            .phrase()
            .is_some_and(|index| !matches!(phrases[index].kind, PhraseKind::Demonym | PhraseKind::Pronoun));
        true
    });
}

/// الهجوم الإرهابي الحوثي, ميليشيا الحوثي الإرهابية المدعومة من إيران: takes out what is said of a deed before whose it is, and of a body before
/// who backs it.
fn without_savageries(units: &mut Vec<Unit>, phrases: &[Phrase]) {
    let kind = |unit: &Unit| unit.phrase().map(|index| phrases[index].kind);
    let side = |unit: &Unit| matches!(kind(unit), Some(PhraseKind::Demonym | PhraseKind::Body));
    let mut at = 1;
    while at + 1 < units.len() {
        let (before, unit, next) = (&units[at - 1], &units[at], &units[at + 1]);
        let savage = unit.phrase().is_none() && unit.clitics == Clitics::NONE && unit.is(Class::Savage);
        let deed = before.is_definite_noun() && side(next) && next.clitics == Clitics::NONE;
        let backed = side(before) && next.kind == Kind::Participle && next.clitics == Clitics::NONE;
        if savage && (deed || backed) {
            units.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Returns whether a comma stands within a unit: a name and a title behind it.
pub(super) fn encloses(tokens: &Tokens, unit: &Unit) -> bool {
    tokens.tokens[unit.start..unit.end].iter().skip(1).any(|token| token.gap == Gap::Punct(b','))
}
