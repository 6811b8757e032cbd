//! Arabic: جاء ذلك خلال اتصال هاتفي أجراه الرئيس: the occasion at which the two of the sentence before said what they said.
//!
//! The call or meeting is told without its parties; who called or was called may be named once more.

use super::build::Relation;
use super::clause::Party;
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, Status};
use crate::mention::PhraseKind;
use crate::text::fold::{ALEF, FEH, HEH, JEEM, KAF, LAM, MEEM, TEH, WAW, YEH};

impl Sentence<'_> {
    /// Adds the call, the meeting or the reception of the two of the last contact that a sentence says something came at.
    pub(super) fn came_at_meeting(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.75;
        const REACH: usize = 8;
        let clause = self.clause;
        let Some((a, b)) = clause.memory.pair.filter(|(a, b)| clause.is_human(a) && clause.is_human(b)) else { return };
        if self.reader.lang != Lang::Ar || !self.opens_with_that_came() || clause.memory.others.len() > 1 {
            return;
        }
        let units = clause.units;
        let wanted = [Predicate::Called, Predicate::Met, Predicate::Hosted];
        let noun = (1..units.len().min(REACH)).find(|&at| {
            units[at].kind == Kind::Noun && wanted.iter().any(|&wanted| clause.tells(at, |told| told == wanted))
        });
        // خلال, أثناء, في and not قبل in normal form: at the meeting, and not before it.
        const AT: [&[u8]; 3] = [&[0x86, LAM, ALEF, LAM], &[ALEF, 0x83, 0x98, ALEF, 0x9C], &[FEH, YEH]];
        let before = |noun: usize| self.tokens.form(&self.tokens.tokens[units[noun].start - 1]);
        let Some(noun) = noun.filter(|&noun| AT.contains(&before(noun))) else { return };
        let known = |party: &Party| [a.referent, b.referent].contains(&party.referent);
        let strangers = (0..units.len()).any(|unit| {
            clause.unit_phrase(unit).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Person | PhraseKind::Unknown | PhraseKind::Body | PhraseKind::Agent)
                    && !clause.parties_of(unit).iter().all(known)
            })
        });
        let told = |relation: &Relation| wanted.contains(&relation.predicate);
        if strangers || out.iter().any(told) || !self.is_told_alone(noun) {
            return;
        }
        let tells = |wanted: Predicate| clause.tells(noun, |told| told == wanted);
        if tells(Predicate::Hosted) {
            // استقباله له: the one of whom the text goes on to tell receives the other.
            if units[noun].owner().is_some_and(|owner| owner.number == Number::Singular) && self.is_behind_for(noun) {
                out.push(self.untriggered(noun, Predicate::Hosted, Status::Happened, (a, b), SURE));
            }
            return;
        }
        if units[noun].owner().is_some() {
            return;
        }
        if !tells(Predicate::Called) {
            if !clause.memory.remote {
                out.push(self.untriggered(noun, Predicate::Met, Status::Happened, (a, b), SURE));
            }
            return;
        }
        let either =
            Relation { either: true, ..self.untriggered(noun, Predicate::Called, Status::Happened, (a, b), SURE) };
        out.push(match self.caller_named(noun, (a, b)) {
            Some(ends) => self.untriggered(noun, Predicate::Called, Status::Happened, ends, SURE),
            None => either,
        });
    }

    /// جاء ذلك, وجرى ذلك, يأتي هذا: whether a sentence opens by saying that what was told came or went on.
    fn opens_with_that_came(&self) -> bool {
        const COMES: [&[u8]; 4] = [&[JEEM, ALEF], &[JEEM, 0x89, YEH], &[YEH, ALEF, TEH, YEH], &[TEH, MEEM]];
        const THAT: [&[u8]; 2] = [&[0x88, LAM, KAF], &[HEH, 0x88, ALEF]];
        let Some(first) = self.clause.units.first() else { return false };
        let verb = self.token_at(first.start);
        let verb = verb.strip_prefix(&[WAW]).unwrap_or(verb);
        // جاء has a hamza at the end, in normal form a letter of its own.
        let came = COMES.iter().any(|&known| verb == known || verb.strip_suffix(&[0x9C]) == Some(known));
        came && THAT.contains(&self.token_at(first.start + 1))
    }

    /// Whether behind the noun stands no word that makes it another meeting: اجتماع مجلس الوزراء, لقاء صحفي.
    fn is_told_alone(&self, noun: usize) -> bool {
        let clause = self.clause;
        // في جنيف, but not مع عدد من الوزراء
        let inside = clause.knowledge.lexicon.preposition_id("في");
        let where_or_whom = |class: Class| match class {
            Class::Prep(id) => Some(id) == inside,
            Class::PrepPronoun(_) => true,
            _ => false,
        };
        clause.units.get(noun + 1).is_none_or(|next| {
            next.is_mark()
                || next.kind == Kind::Verb
                || next.phrase().is_none() && next.has(where_or_whom)
                || clause.is_in_date(noun + 1)
        })
    }

    /// استقباله له: whether ل with a pronoun stands right behind a noun.
    fn is_behind_for(&self, noun: usize) -> bool {
        let to = self.clause.knowledge.lexicon.preposition_id("ل");
        let units = &self.clause.units;
        units.get(noun + 1).is_some_and(|next| next.has(|c| matches!(c, Class::PrepPronoun(id) if Some(id) == to)))
    }

    /// أجراه بوتين, تلقاه بوتين: who of the two called the other, by the verb behind the noun and its subject.
    fn caller_named(&self, noun: usize, (a, b): (Party, Party)) -> Option<(Party, Party)> {
        let verb = (noun + 1 < self.clause.units.len() && self.clause.units[noun + 1].kind == Kind::Verb)
            .then_some(noun + 1)?;
        let own = self.clause.subjects[verb].as_ref().filter(|own| !own.carried)?;
        let [doer] = own.list.as_slice() else { return None };
        let (doer, other) = match doer.referent {
            own if own == a.referent => (a, b),
            own if own == b.referent => (b, a),
            _ => return None,
        };
        let lexicon = &self.clause.knowledge.lexicon;
        let gets = self.clause.units[verb].forms.iter().any(|form| lexicon.trigger(form.trigger).flags.receives);
        Some(if gets { (other, doer) } else { (doer, other) })
    }
}
