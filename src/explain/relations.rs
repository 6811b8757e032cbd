//! Why each relation is told, and why a trigger tells none.

use super::{
    ConfidenceReading, DatedReading, DoubtReading, Explainer, PartyReading, Reason, RelationReading, SlotReading,
    StatusReading, TriggerRow, Untold, UntoldEdge, reason, slot_code, slot_words,
};
use crate::gazetteer::RowRef;
use crate::lexicon::{Class, Slot, TriggerId};
use crate::mention::Role;
use crate::relation::{
    Attempt, Construction, DateRule, Edge, EdgeFate, Place, Relation, RelationRow, SlotTrial, StatusRule, StatusStep,
    Words,
};

impl Explainer<'_> {
    /// Returns why a relation is told.
    pub(super) fn relation(&self, relation: &Relation, row: &RelationRow) -> RelationReading {
        let origin = self.telling.origin(relation);
        let (attempt, edge) = origin.as_ref().map_or((None, None), |(attempt, edge)| (Some(attempt), Some(edge)));
        let trigger = attempt.and_then(|attempt| attempt.trigger);
        let title = if attempt.is_none() { self.title_of(relation) } else { None };
        // محكمة القاهرة برئاسة المستشار فلان: no title gives the office, the word of leading does.
        let office = if title.is_some() { Construction::Office } else { Construction::Heads };
        let construction = attempt.map_or(Some(office), |attempt| attempt.construction);
        RelationReading {
            relation: row.clone(),
            subject: self.who(relation.subject),
            object: self.who(relation.object),
            word: self.quote(relation.trigger),
            trigger: trigger.map(|trigger| self.trigger(trigger)),
            title,
            construction: construction.map(|construction| reason!(construction)),
            slots: attempt.map_or_else(Vec::new, |attempt| self.slots(&attempt.slots)),
            status: self.status(row, edge.map(|edge| edge.because)),
            dated: DatedReading {
                date: row.date,
                rule: reason!(edge.map_or(DateRule::None, |edge| edge.dated.rule)),
                expression: edge.and_then(|edge| edge.dated.words).map(|words| self.words(words)),
            },
            place: relation.place.map(|place| self.who(place)),
            attribution: relation.attribution.map(|who| self.who(who)),
            confidence: self.confidence(relation, edge),
            decisions: Vec::new(),
        }
    }

    /// The row of the title that gives the office.
    fn title_of(&self, relation: &Relation) -> Option<RowRef> {
        let gives = |role: &&Role| {
            role.sentence == relation.sentence && role.person == relation.subject && role.of == relation.object
        };
        let office = self.reader.roles.iter().find(gives)?.office;
        let range = self.ranges[relation.sentence];
        let index = office.and_then(|office| self.reader.title_near(range, relation.trigger, office));
        let title = index.map(|index| self.reader.knowledge().gazetteer.title_row(index));
        title.or_else(|| self.counterpart_row(range))
    }

    fn confidence(&self, relation: &Relation, edge: Option<&Edge>) -> ConfidenceReading {
        let [subject, object, reach] = edge.map_or([1.0; 3], |edge| edge.steps);
        let doubts = edge.map_or_else(Vec::new, |edge| edge.doubts.clone());
        let doubts = doubts.into_iter().map(|(why, factor)| DoubtReading { why: reason!(why), factor }).collect();
        ConfidenceReading {
            told: relation.confidence,
            subject: rounded(subject),
            object: rounded(object),
            reach,
            plain: Relation::PLAIN_CONFIDENCE,
            doubts,
        }
    }

    fn status(&self, row: &RelationRow, because: Option<StatusStep>) -> StatusReading {
        let step = because.unwrap_or(StatusStep { rule: StatusRule::Default, word: None });
        StatusReading {
            status: row.status,
            rule: reason!(step.rule),
            word: step.word.map(|word| self.words(word)),
            row: step.word.and_then(|word| self.row_of(word)),
        }
    }

    /// The row of a word that decides a status.
    fn row_of(&self, (at, _): Words) -> Option<RowRef> {
        let decides = |class: Class| {
            matches!(
                class,
                Class::Negation
                    | Class::Future
                    | Class::Qad
                    | Class::Planned
                    | Class::Possible
                    | Class::Denied
                    | Class::Failed
                    | Class::Postponed
                    | Class::Next
                    | Class::Soon
                    | Class::Day(_)
                    | Class::If
                    | Class::Ending
                    | Class::Circumstance
            )
        };
        let entry = self.reader.entry_at(at, decides)?;
        self.reader.knowledge().lexicon.entry_row(entry)
    }

    fn trigger(&self, id: TriggerId) -> TriggerRow {
        let lexicon = &self.reader.knowledge().lexicon;
        let trigger = lexicon.trigger(id);
        let column = |slots: &[Slot]| slots.iter().map(|&slot| slot_code(slot, lexicon)).collect::<Vec<_>>().join(" ");
        TriggerRow {
            id: trigger.id.clone(),
            row: lexicon.trigger_row(id),
            predicate: trigger.predicate,
            subject: column(&trigger.subject),
            object: column(&trigger.object),
        }
    }

    fn slots(&self, slots: &[SlotTrial]) -> Vec<SlotReading> {
        let lexicon = &self.reader.knowledge().lexicon;
        let reading = |trial: &SlotTrial| SlotReading {
            side: trial.side,
            slot: match trial.place {
                Place::Slot(slot) => Some(slot_code(slot, lexicon).to_owned()),
                Place::Seat(_) => None,
            },
            meaning: match trial.place {
                Place::Slot(slot) => slot_words(slot, lexicon),
                Place::Seat(seat) => seat.text().to_owned(),
            },
            found: trial
                .found
                .iter()
                .map(|party| PartyReading {
                    entity: self.who(party.referent),
                    mention: party.span.map(|span| self.quote(span)),
                    why: party.lost.map(|why| reason!(why)),
                })
                .collect(),
            carried: trial.carried,
            confidence: (!trial.found.is_empty()).then_some(rounded(trial.confidence)),
        };
        slots.iter().map(reading).collect()
    }

    /// Returns what gave no relation, by sentence.
    pub(super) fn untold(&self) -> Vec<(usize, Untold)> {
        let attempts = self.telling.attempts();
        attempts.iter().filter_map(|attempt| Some((attempt.sentence, self.untold_of(attempt)?))).collect()
    }

    fn untold_of(&self, attempt: &Attempt) -> Option<Untold> {
        let told = attempt.edges.iter().any(|edge| edge.fate == EdgeFate::Told);
        let edges: Vec<UntoldEdge> = attempt
            .edges
            .iter()
            .filter(|edge| edge.fate != EdgeFate::Told)
            .map(|edge| UntoldEdge {
                subject: self.who(edge.subject),
                predicate: edge.predicate,
                object: self.who(edge.object),
                why: reason!(edge.fate),
                steps: rounded(edge.steps.iter().product()),
            })
            .collect();
        if told && edges.is_empty() {
            return None;
        }
        Some(Untold {
            word: self.quote(attempt.word),
            trigger: attempt.trigger.map(|trigger| self.trigger(trigger)),
            why: attempt.why.filter(|_| attempt.edges.is_empty()).map(|why| reason!(why)),
            slots: self.slots(&attempt.slots),
            edges,
        })
    }
}

fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
