//! Whom a headline lets somebody speak to: أوباما لعباس: ملتزمون بالحل, روحاني لبوتين هاتفيا: نرفض.
//!
//! Nothing stands before the colon but who speaks, whom he speaks to and at most how. What follows is said to the other; a newspaper
//! that it is said to only prints it.

use super::build::Relation;
use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Predicate, Status};
use crate::mention::{PhraseKind, Referent};

/// How many words may tell how it was said: هاتفيا, في اتصال هاتفي.
const HOW: usize = 3;

/// What a headline tells before its colon.
struct Hail {
    speaker: Parties,
    told: Parties,
    /// Where whom he speaks to stands.
    at: usize,
    /// By telephone.
    called: bool,
}

impl Clause<'_> {
    /// أوباما لعباس: who speaks to whom before the colon of a headline.
    fn hail(&self) -> Option<Hail> {
        let first = usize::from(self.units.first()?.is_mark());
        // Most sentences end here: two parties stand at their beginning, the other behind ل.
        if self.lang != Lang::Ar || !self.bare_party(first) {
            return None;
        }
        let speaker = self.list(first);
        let at = speaker.end;
        let to = self.knowledge.lexicon.preposition_id("ل")?;
        if at != first + 1 || !self.governs(at, to) {
            return None;
        }
        let told = self.governed(at, false).filter(|told| !told.is_empty())?;
        let stop = (told.end..self.units.len().min(told.end + HOW + 1)).find(|&next| self.units[next].is_stop())?;
        let how = told.end..stop;
        let plain = |next: usize| self.units[next].phrase().is_none() && self.units[next].kind != Kind::Verb;
        let called = how.clone().any(|next| self.tells(next, |told| told == Predicate::Called));
        let behind = stop + 1 < self.units.len();
        (behind && (how.is_empty() || called) && how.clone().all(plain)).then_some(Hail { speaker, told, at, called })
    }

    /// أوباما لعباس: إسرائيل ترتكب: who speaks to somebody before the colon at a unit.
    pub(super) fn hails_before(&self, stop: usize) -> Option<Parties> {
        let hail = self.hail()?;
        let next = hail.told.end..=hail.told.end + HOW;
        (next.contains(&stop) && stop > 0).then_some(Parties { confidence: 0.8, ..hail.speaker })
    }
}

impl Sentence<'_> {
    /// أوباما لعباس: ملتزمون: who speaks tells the other, or has called him.
    pub(super) fn hails(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        let Some(hail) = self.clause.hail() else { return };
        let speaks = |party: &&Party| matches!(party.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body);
        // فلان لـ«الأهرام»: an interview is no contact; nor does one speak to whom nobody lists.
        let listens = |party: &&Party| match party.referent {
            // السيسي للمصريين, أردوغان لتركي: a people, or a first name that is an adjective, too.
            _ if !matches!(party.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body) => false,
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                matches!(entity.kind, EntityKind::Person | EntityKind::Country | EntityKind::Organisation)
                    && !matches!(entity.subkind, "media" | "company" | "club" | "university")
            }
            Referent::New(index) => {
                self.reader.people.get(index as usize).is_some_and(|who| who.kind == EntityKind::Person)
            }
        };
        // أديب للإخوان: at home it is a retort that papers print, abroad what one told the other.
        let home = |party: &Party| match party.referent {
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                if entity.kind == EntityKind::Country { Some(key) } else { entity.country }
            }
            Referent::New(_) => None,
        };
        let abroad = |s: &Party, o: &Party| home(s).is_some_and(|own| home(o).is_some_and(|other| own != other));
        let predicate = if hail.called { Predicate::Called } else { Predicate::Briefed };
        for s in hail.speaker.list.iter().filter(speaks) {
            for o in hail.told.list.iter().filter(listens).filter(|o| o.referent != s.referent) {
                if !hail.called && !abroad(s, o) {
                    continue;
                }
                out.push(self.untriggered(hail.at, predicate, Status::Happened, (*s, *o), SURE));
            }
        }
    }
}
