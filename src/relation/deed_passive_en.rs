//! English passives of which the deed itself, or what is sent, is the subject: "Sanctions were imposed on Iran by Canada", "An attack on Israel was
//! launched by Hezbollah", "Rockets were fired at Israel by Hamas", "The raid was blamed by Chad on Sudan".
//!
//! What the sentence has told so far comes in; who does it to whom goes out.

use super::build::Relation;
use super::clause::Parties;
use super::read::Sentence;
use super::status::status;
use super::unit::{Kind, Unit};
use crate::lexicon::{Class, Form, Predicate, PrepId, Shape, Slot, Status, Tense};

/// How far behind the participle its "by" may stand.
const REACH: usize = 10;
/// How many units the subject may have.
const SUBJECT: usize = 9;

/// What a passive tells: the predicate, the unit that tells it, and the prepositions that lead to whom it is done.
struct Deed {
    predicate: Predicate,
    at: usize,
    leads: Vec<PrepId>,
}

/// Returns whether a predicate is of a deed or stance that one does to another.
fn is_one_way(predicate: Predicate) -> bool {
    matches!(
        predicate,
        Predicate::Attacked
            | Predicate::Sanctioned
            | Predicate::Threatened
            | Predicate::Criticised
            | Predicate::DemandedOf
            | Predicate::Supported
            | Predicate::Praised
            | Predicate::Aided
            | Predicate::WroteTo
    )
}

impl Sentence<'_> {
    /// Adds who did to whom what the subject of a passive names.
    pub(super) fn done_in_passive(&self, out: &mut Vec<Relation>) {
        for verb in 2..self.clause.units.len() {
            if let Some(first) = self.subject_of_passive(verb) {
                self.tell_passive(first, verb, out);
            }
        }
    }

    /// Where the subject of a finite passive at a unit begins, if it opens its clause and is a thing.
    fn subject_of_passive(&self, verb: usize) -> Option<usize> {
        let (clause, units) = (self.clause, self.clause.units);
        let participle = |form: &Form| matches!(form.shape, Shape::Verb { tense: Tense::PastParticiple, .. });
        if units[verb].kind != Kind::Verb || !units[verb].forms.iter().any(participle) {
            return None;
        }
        let chain = clause.chain_start(verb);
        let word = |at: usize| self.tokens.form(&self.tokens.tokens[units[at].end.max(1) - 1]);
        let be = |at: usize| clause.is_auxiliary(at) && !matches!(word(at), b"has" | b"have" | b"had");
        if chain == 0 || !(chain..verb).any(be) {
            return None;
        }
        let ends = |unit: &Unit| {
            unit.is_mark()
                || unit.kind == Kind::Verb
                || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Complement | Class::Relative))
        };
        let words = (0..chain).rev().take_while(|&at| !ends(&units[at])).count();
        let first = chain - words;
        // "who said that sanctions were", but no object of another verb: "imposing sanctions was".
        let opens = first == 0 || units[first - 1].kind != Kind::Verb || clause.tells_speech(first - 1);
        (opens && (1..=SUBJECT).contains(&words)).then_some(first)
    }

    /// Tells of a passive whose subject begins at a unit.
    fn tell_passive(&self, first: usize, verb: usize, out: &mut Vec<Relation>) {
        let (clause, units) = (self.clause, self.clause.units);
        let open = |&at: &usize| !units[at].is_mark() && units[at].kind != Kind::Verb;
        let end = units.len().min(verb + REACH);
        let mut behind = (verb + 1..end).take_while(open);
        let Some(by) = behind.find(|&at| clause.is_preposition_of(at, "by") && at + 1 < units.len()) else { return };
        if !clause.bare_party(by + 1) {
            return;
        }
        let Some(deed) = self.named_deed(first, verb).or_else(|| self.deed_of_verb(first, verb)) else { return };
        let agents = Parties { confidence: 0.85, ..clause.list(by + 1) };
        let Some(whom) = self.whom_of_passive(&deed, first, verb, by, agents.end) else { return };
        if !clause.are_apart(&agents.list, &whom.list) {
            return;
        }
        let (known, status) = (out.len(), status(clause, verb, deed.predicate));
        if status != Status::Denied {
            self.says_of(deed.at, deed.predicate, &agents, &whom, out);
        }
        for told in out.iter_mut().skip(known) {
            told.status = status;
        }
    }

    /// The deed that heads the subject, where the participle says that somebody does it: "sanctions … imposed", "an attack … launched".
    fn named_deed(&self, first: usize, verb: usize) -> Option<Deed> {
        let (clause, units) = (self.clause, self.clause.units);
        let chain = clause.chain_start(verb);
        let noun = (first..chain).find(|&at| {
            let unit = &units[at];
            unit.kind == Kind::Noun || unit.phrase().is_none() && unit.is_preposition()
        })?;
        // "a series of strikes", "dozens of raids"
        let of = units[noun].kind != Kind::Noun && clause.is_preposition_of(noun, "of");
        let noun = if of { (noun + 1..chain).find(|&at| units[at].kind == Kind::Noun)? } else { noun };
        let plain = |at: usize| units[at].kind == Kind::Word || units[at].kind == Kind::Function;
        if units[noun].kind != Kind::Noun || (first..noun).any(|at| !plain(at)) {
            return None;
        }
        let row = |form: &Form| clause.knowledge.lexicon.trigger(form.trigger);
        let rows = || units[noun].forms.iter().map(row);
        let predicate = rows().filter_map(|row| row.predicate).find(|&told| is_one_way(told))?;
        let letter = predicate == Predicate::WroteTo;
        // "A message from Salman was delivered by the envoy": it is another's.
        if letter && (noun + 1..chain).any(|at| clause.is_preposition_of(at, "from") || units[at].possessive) {
            return None;
        }
        let claimed = predicate == Predicate::Attacked && self.word_at(verb) == b"claimed";
        let does = clause.gives(verb) || claimed || clause.tells(verb, |told| told == predicate);
        let hands = letter && clause.tells(verb, |told| told == Predicate::Aided);
        if !(does || hands) {
            return None;
        }
        let own = rows().filter(|row| row.predicate == Some(predicate));
        let leads: Vec<PrepId> = own.flat_map(|row| leads_of(&row.object)).collect();
        (!leads.is_empty()).then_some(Deed { predicate, at: noun, leads })
    }

    /// What the participle itself tells of whom a preposition leads to: "fired at", "sent to", "blamed on".
    fn deed_of_verb(&self, first: usize, verb: usize) -> Option<Deed> {
        let (clause, units) = (self.clause, self.clause.units);
        let chain = clause.chain_start(verb);
        // "Iran was threatened with war by Israel": whom it is done to is the subject.
        let thing = (first..chain).all(|at| units[at].phrase().is_none());
        let found = units[verb].forms.iter().find_map(|form| {
            let row = clause.knowledge.lexicon.trigger(form.trigger);
            let predicate = row.predicate.filter(|&told| is_one_way(told) && told != Predicate::DemandedOf)?;
            // "Weapons" are a noun that tells of help as well.
            let same = |at: usize| clause.tells(at, |told| told == predicate) && units[at].kind == Kind::Noun;
            let has = |class: Class| {
                (first..chain).any(|at| units[at].phrase().is_none() && (units[at].is(class) || same(at)))
            };
            let meant = match (row.flags.assets, row.flags.needs) {
                (assets, None) if assets || predicate == Predicate::Aided => has(Class::Asset),
                (_, Some(class)) => has(class),
                _ => predicate != Predicate::WroteTo,
            };
            // "supplied to Syria": what is sent is the subject, whoever else may be the object of the row.
            let sent = row.flags.assets || predicate == Predicate::Aided;
            let led = sent || row.flags.needs.is_some() || !row.object.contains(&Slot::Object);
            (meant && led).then(|| Deed { predicate, at: verb, leads: leads_of(&row.object).collect() })
        });
        found.filter(|deed| thing && !deed.leads.is_empty())
    }

    /// Who stands behind one of the prepositions of a deed: in its subject, between the participle and who does it, or behind him.
    fn whom_of_passive(&self, deed: &Deed, first: usize, verb: usize, by: usize, end: usize) -> Option<Parties> {
        let (clause, units) = (self.clause, self.clause.units);
        let leads = |at: usize| {
            units[at].phrase().is_none()
                && units[at].has(|class| matches!(class, Class::Prep(id) if deed.leads.contains(&id)))
        };
        let chain = clause.chain_start(verb);
        let within = if deed.at < chain { deed.at + 1..chain } else { first..first };
        let behind = end..units.len().min(end + 1);
        let at = within.chain(verb + 1..by).chain(behind).find(|&at| leads(at) && at + 1 < units.len())?;
        let word = usize::from(units.get(at + 1).is_some_and(|next| next.kind == Kind::Word));
        let party = at + 1 + word;
        if units.get(party).is_none() || !clause.bare_party(party) || clause.is_in_date(party) {
            return None;
        }
        // "on Iran's banks" is read by its owner.
        Some(Parties { confidence: 0.85, ..clause.list(party) })
    }
}

/// The prepositions among the slots of an object.
fn leads_of(slots: &[Slot]) -> impl Iterator<Item = PrepId> + '_ {
    slots.iter().filter_map(|slot| if let Slot::Prep(id) = slot { Some(*id) } else { None })
}
