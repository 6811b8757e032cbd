//! "An Egyptian delegation led by Shoukry arrived": in English a delegation is whoever leads it.
//!
//! The units of a sentence come in; where a word of leading and a person stand behind a delegation, the person stands for both.

use super::clause::{Clause, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::Class;
use crate::mention::{Knowledge, Phrase, PhraseKind};

/// How many units may stand between the delegation and the word of leading: "a delegation of ministers and lawmakers from Iraq".
const REACH: usize = 8;

/// Leaves out the delegations whose leaders are named, with the words of leading and the commas around the leader.
pub(super) fn settle_delegations(knowledge: &Knowledge, units: &mut Vec<Unit>, phrases: &[Phrase]) {
    let by = knowledge.lexicon.preposition_id("by");
    let heads = |unit: &Unit| unit.forms.iter().any(|form| knowledge.lexicon.trigger(form.trigger).flags.heads);
    let agent =
        |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == by));
    let mut led = 1;
    while led + 2 < units.len() {
        if heads(&units[led])
            && agent(&units[led + 1])
            && is_leader(&units[led + 2], phrases)
            && let Some(first) = delegation_before(units, phrases, led)
        {
            let enclosed = units[led - 1].is_comma();
            let determined = units[first].determined;
            units.drain(first..led + 2);
            units[first].determined = determined;
            units[first].deputes = true;
            if enclosed {
                without_closing_comma(units, first + 1);
            }
            led = first;
        }
        led += 1;
    }
}

impl Clause<'_> {
    /// "a Hamas delegation", "the IMF's technical team": whether people who are sent stand behind the name of the party.
    pub(super) fn is_sent_by(&self, party: &Party) -> bool {
        let named = |unit: &Unit| unit.phrase().is_some_and(|index| Some(self.phrases[index].span) == party.span);
        // A country's team plays.
        let sent = |at: usize| {
            let body = party.kind == PhraseKind::Body;
            self.sent_behind(at).is_some_and(|sent| body || self.units[sent].is(Class::Agent))
        };
        self.lang == Lang::En && self.units.iter().position(named).is_some_and(sent)
    }

    /// The body or country right before, or a word or two before, the people who are sent at a unit.
    pub(super) fn sender_of(&self, sent: usize) -> Option<usize> {
        const WORDS: usize = 2;
        let named = |at: &usize| {
            self.unit_phrase(*at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Body | PhraseKind::Country))
        };
        let word = self.units[sent].phrase().is_none() && self.units[sent].deputes;
        let before = (sent.saturating_sub(WORDS + 1)..sent).rev().find(|&at| self.units[at].kind != Kind::Word);
        before.filter(|at| word && named(at) && self.sent_behind(*at) == Some(sent))
    }

    /// The people who are sent, behind the name at a unit and a word or two.
    pub(super) fn sent_behind(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 2;
        let end = self.units.len().min(at + 2 + WORDS);
        let found = (at + 1..end).find(|&next| self.units[next].deputes || self.units[next].kind != Kind::Word)?;
        self.units[found].deputes.then_some(found)
    }
}

/// A person, also one whom a title alone tells.
fn is_leader(unit: &Unit, phrases: &[Phrase]) -> bool {
    let person = |index: usize| phrases[index].kind == PhraseKind::Person && !phrases[index].referents.is_empty();
    unit.phrase().is_some_and(person) && !unit.possessive
}

/// Where the noun phrase of the delegation begins that a word of leading at a unit speaks of.
fn delegation_before(units: &[Unit], phrases: &[Phrase], led: usize) -> Option<usize> {
    let names = |unit: &Unit| unit.deputes;
    let within = |unit: &&Unit| {
        !unit.is_stop() && unit.kind != Kind::Verb && !unit.has(|class| matches!(class, Class::Complement))
    };
    let away = units[..led].iter().rev().take(REACH).take_while(within).position(names)?;
    let noun = led - 1 - away;
    // "a delegation met Macron, headed by": another party may be the one that is led.
    let other = |unit: &Unit| unit.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Person);
    if units[noun].possessive || units[noun + 1..led].iter().any(other) {
        return None;
    }
    let mut first = noun;
    while first > 0 && !units[first].determined {
        let before = &units[first - 1];
        let sender = before.phrase().is_some_and(|index| {
            matches!(
                phrases[index].kind,
                PhraseKind::Body | PhraseKind::Country | PhraseKind::Demonym | PhraseKind::Place
            )
        });
        let adjective = before.phrase().is_none()
            && (before.kind == Kind::Word || before.has(|class| matches!(class, Class::TitleAdjective { .. })));
        if !sender && !adjective {
            break;
        }
        first -= 1;
    }
    Some(first)
}

/// Takes away the comma that closes "a delegation, led by X,".
fn without_closing_comma(units: &mut Vec<Unit>, behind: usize) {
    let verb = units
        .get(behind + 1)
        .is_some_and(|unit| unit.kind == Kind::Verb || unit.phrase().is_none() && unit.is(Class::Auxiliary));
    if verb && units[behind].is_comma() {
        units.remove(behind);
    }
}
