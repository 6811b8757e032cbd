//! Arabic: the like that another does to the same party: هنأ الملك أوباما. كما هنأه ولي العهد; فرض الاتحاد عقوبات على روسيا. كما فرضت كندا
//! عقوبات مماثلة.

use super::build::Relation;
use super::clause::{Parties, Party};
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Pronoun, Status, Tense, Trigger, WordList};
use crate::text::fold::{ALEF, BEH, HEH, KAF, LAM, MEEM, WAW, YEH};

/// كما at the head of a sentence, in normal form.
const LIKEWISE: [u8; 3] = [KAF, MEEM, ALEF];

/// أيضا, كذلك, بدوره, بدورها in normal form.
const TOO: [&[u8]; 4] = [
    &[ALEF, YEH, 0x8E, ALEF],
    &[KAF, 0x88, LAM, KAF],
    &[BEH, 0x87, WAW, 0x89, HEH],
    &[BEH, 0x87, WAW, 0x89, HEH, ALEF],
];

impl Sentence<'_> {
    /// Whom the suffix of a verb means that opens a sentence and has a subject of its own: the one to whom somebody else did the same
    /// in the sentence before, where a word says so or the pronoun cannot mean who did it.
    pub(super) fn done_alike_before(&self, at: usize, pronoun: Pronoun, subject: &Parties) -> Option<Party> {
        let clause = self.clause;
        let [own] = subject.list.as_slice() else { return None };
        let opens = (0..at).all(|unit| clause.units[unit].kind != Kind::Verb && clause.unit_phrase(unit).is_none());
        if self.reader.lang != Lang::Ar || subject.carried || !opens {
            return None;
        }
        let likened = self.is_likened(at);
        let apart = |party: &Party| party.referent != own.referent;
        let mut found = clause.memory.alike.iter().filter(|(told, doer, object)| {
            clause.tells(at, |own| own == *told)
                && apart(doer)
                && apart(object)
                && self.may_mean(pronoun, object)
                && (likened || !self.may_mean(pronoun, doer))
        });
        let (.., first) = found.next()?;
        found.all(|(.., other)| other.referent == first.referent).then_some(*first)
    }

    /// كما هنأه, وانتقدها أيضا: whether a word says that the same was done before.
    fn is_likened(&self, at: usize) -> bool {
        const REACH: usize = 6;
        let units = self.clause.units;
        let form = |unit: usize| self.tokens.form(&self.tokens.tokens[units[unit].start]);
        let turn = |unit: usize| TOO.contains(&form(unit)) || units[unit].is(Class::Turn);
        form(0) == LIKEWISE
            || (0..at).any(turn)
            || (at + 1..units.len().min(at + REACH)).take_while(|&unit| units[unit].kind != Kind::Verb).any(turn)
    }

    /// كما فرضت كندا عقوبات مماثلة, وبعث الأمير برقية مماثلة: to whom somebody else did the like of what a noun tells in the sentence before.
    pub(super) fn like_before(&self, at: usize, trigger: &Trigger, subject: &Parties) -> Option<Parties> {
        // مماثل and مشابه in normal form.
        const LIKE: [&[u8]; 2] = [&[MEEM, MEEM, ALEF, 0x83, LAM], &[MEEM, 0x8C, ALEF, BEH, HEH]];
        const WORDS: usize = 2;
        let clause = self.clause;
        let told = trigger.predicate.filter(|_| self.reader.lang == Lang::Ar && clause.units[at].kind == Kind::Noun)?;
        let end = clause.units[at].end;
        let said = (end..(end + WORDS).min(self.tokens.tokens.len()))
            .any(|token| LIKE.iter().any(|like| self.tokens.form(&self.tokens.tokens[token]).starts_with(like)));
        if !said || subject.is_empty() {
            return None;
        }
        let own = |party: &Party| subject.list.iter().any(|own| own.referent == party.referent);
        let mut list: Vec<Party> = Vec::new();
        for (_, doer, object) in clause.memory.alike.iter().filter(|(other, ..)| *other == told) {
            if own(doer) || own(object) {
                return None;
            }
            if list.iter().all(|known| known.referent != object.referent) {
                list.push(*object);
            }
        }
        let found = self.fit(trigger, &trigger.object, Parties::new(list, 0.75, at + 1));
        (!found.is_empty()).then_some(found)
    }
}

impl Sentence<'_> {
    /// طردت لندن دبلوماسيين روسا. وردت موسكو بالمثل; قطعت السعودية علاقاتها مع قطر. وحذت مصر حذوها: who pays back in kind, or does as another did, by
    /// what the sentence before tells.
    pub(super) fn done_in_kind(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        const WORDS: usize = 6;
        let clause = self.clause;
        if self.reader.lang != Lang::Ar || clause.memory.alike.is_empty() {
            return;
        }
        for at in 1..clause.units.len() {
            let in_kind = self.begins_listed(WordList::InKind, at);
            if !in_kind && !self.begins_listed(WordList::Footsteps, at) {
                continue;
            }
            let own = |&i: &usize| clause.units[i].kind == Kind::Verb;
            let Some(verb) = (at.saturating_sub(WORDS)..at).rev().find(own) else { continue };
            let done = clause.units[verb].tense() == Some(Tense::Past) && !clause.units[verb].persons().is_empty();
            let subject = clause.subjects[verb].as_ref().filter(|own| done && !own.carried && own.list.len() == 1);
            let Some([own]) = subject.map(|own| own.list.as_slice()) else { continue };
            if in_kind && !self.pays_back(verb) {
                continue;
            }
            for &(told, doer, whom) in &clause.memory.alike {
                use Predicate::{Attacked, Criticised, Sanctioned};
                let (same, other) = match in_kind {
                    true => (matches!(told, Attacked | Sanctioned) && self.is_or_governs(own, &whom), doer),
                    false => (matches!(told, Attacked | Sanctioned | Criticised), whom),
                };
                if same && clause.are_apart(&[*own], &[other]) && doer.referent != own.referent {
                    out.push(self.untriggered(at, told, Status::Happened, (*own, other), SURE));
                }
            }
        }
    }

    /// رد, وردت: whether a verb is one of paying back, with or without "and" on it.
    fn pays_back(&self, verb: usize) -> bool {
        let word = self.word_at(verb);
        let bare = word.strip_prefix(&[WAW]).unwrap_or(word);
        self.clause.knowledge.lexicon.lists(WordList::PaysBack, bare)
    }

    fn is_or_governs(&self, own: &Party, whom: &Party) -> bool {
        own.referent == whom.referent || self.clause.country_of(own.referent).is_some_and(|land| land == whom.referent)
    }
}
