//! Who heads a body, where no title says it: حزب النور برئاسة فلان, قوات الدعم السريع التي يقودها فلان.

use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Membership, Predicate, Status};
use crate::mention::{PhraseKind, Referent};

/// Bodies that have a head of their own; who presides over a ministry or a bank is told by his title.
const HEADED: [&str; 7] = ["party", "army", "armed_group", "government", "igo", "ngo", "union"];

impl Clause<'_> {
    /// The body that a word of leading at a unit says is led by whoever stands behind.
    pub(super) fn body_led(&self, at: usize) -> Option<Party> {
        const REACH: usize = 6;
        let mut before = at.checked_sub(1)?;
        if self.units[before].is(Class::Relative) {
            before = before.checked_sub(1)?;
            before -= usize::from(before > 0 && self.units[before].is_comma());
        }
        let phrase = self.unit_phrase(before).filter(|phrase| phrase.kind == PhraseKind::Body)?;
        let [Referent::Known(key)] = phrase.referents.as_slice() else { return None };
        let entity = self.knowledge.gazetteer.get(*key);
        let headed = entity.kind == EntityKind::Organisation && HEADED.contains(&entity.subkind);
        // اجتمع مجلس الوزراء برئاسة الملك: who presides over a meeting need not head the body that meets.
        let meets = |unit: usize| {
            self.units[unit].delegation
                || self.tells(unit, |told| {
                    matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith)
                })
        };
        let meeting = (before.saturating_sub(REACH)..before).any(meets);
        if !headed || meeting || self.units[before].delegation {
            return None;
        }
        self.parties_of(before).first().copied()
    }
}

impl Sentence<'_> {
    /// Gives those whom a word of leading ties to a body an office in it.
    pub(super) fn heads_of_bodies(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.85;
        if self.reader.lang != Lang::Ar {
            return;
        }
        let clause = self.clause;
        for at in 1..clause.units.len() {
            let leads = clause.units[at].is(Class::Members(Membership::Led));
            // حزب يضم فلانا: one of its members.
            if !leads || clause.tells(at, |told| told == Predicate::Seized) || !clause.bare_party(at + 1) {
                continue;
            }
            let Some(body) = clause.body_led(at) else { continue };
            let [head] = clause.list(at + 1).list[..] else { continue };
            let told = self.reader.roles.iter().any(|role| role.person == head.referent && role.of == body.referent);
            if head.kind == PhraseKind::Person && !told {
                out.push(self.untriggered(at, Predicate::HoldsOffice, Status::Happened, (head, body), SURE));
            }
        }
    }
}
