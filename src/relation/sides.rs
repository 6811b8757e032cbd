//! Which of several parties are one side: a person and his country, a body and who heads it, those at one table.

use super::clause::Party;
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind};
use crate::lexicon::{Class, Family, Predicate, Sense, Trigger};
use crate::mention::{PhraseKind, Referent, Role};

impl Sentence<'_> {
    /// شارك في الاجتماع تسع دول, شارك فلان وفلان في القمة الإسلامية: many who attend one gathering did not all meet each other.
    pub(super) fn is_crowd(&self, at: usize, trigger: &Trigger, list: &[Party]) -> bool {
        const TABLE: usize = 4;
        let unit = &self.clause.units[at];
        // القمة الروسية التركية is theirs.
        let adjectives = list.iter().all(|party| party.kind == PhraseKind::Demonym);
        let summit = trigger.flags.sense == Some(Sense::Summit);
        // قمتهما: theirs, too.
        let attended = summit && unit.is_definite_noun() && unit.owner().is_none() && !adjectives;
        // القمة التي جمعت قادة دول مجلس التعاون ومصر والأردن: the states of a body are many already.
        let body = |party: &Party| match party.referent {
            Referent::Known(key) => self.clause.knowledge.gazetteer.get(key).subkind == "igo",
            Referent::New(_) => false,
        };
        let crowd = unit.kind == Kind::Noun && list.len() > TABLE || list.len() > 2 && list.iter().any(body);
        self.reader.lang == Lang::Ar && (crowd || attended) && !self.is_round_table(at)
    }

    /// بين أوباما وعباس وفياض: of several at one table those of one country did not come to meet each other.
    pub(super) fn keep_sides_apart(&self, predicate: Predicate, list: &[Party], pairs: &mut Vec<(Party, Party)>) {
        let of = |party: &Party| self.reader.country_of(party.referent);
        let several = list.iter().any(|party| of(party).is_some() && of(party) != of(&list[0]));
        if several && list.len() > 2 && self.reader.lang == Lang::Ar && predicate.family() == Family::Contact {
            pairs.retain(|(a, b)| of(a).is_none() || of(a) != of(b));
        }
    }

    /// بين روسيا وبيلاروسيا من جهة وأوكرانيا من جهة أخرى: only who stands on the other side of "on the one hand" is the other.
    pub(super) fn keep_to_one_side(&self, at: usize, list: &[Party], pairs: &mut Vec<(Party, Party)>) {
        // المحادثات التي أشرف عليها فلان في يونيو الماضي بين: a relative clause may stand between.
        const REACH: usize = 18;
        let units = self.clause.units;
        if self.reader.lang == Lang::En || units[at].kind != Kind::Noun {
            return;
        }
        let side = |i: usize| {
            let joined = |next: usize| {
                units.get(next).is_some_and(|unit| unit.clitics.has_conjunction()) || self.clause.joins_word(next)
            };
            units[i].is(Class::OneSide) || self.clause.is_agentive(&units[i]) && i + 1 < units.len() && joined(i + 1)
        };
        let Some(mark) = (at + 1..units.len().min(at + REACH)).take_while(|&i| !units[i].is_stop()).find(|&i| side(i))
        else {
            return;
        };
        let mark = self.tokens.tokens[units[mark].start].span.start;
        let first = |party: &Party| party.span.is_some_and(|span| span.start < mark);
        if list.iter().any(first) {
            pairs.retain(|(a, b)| first(a) != first(b));
        }
    }

    /// Returns whether somebody is named here, or by his country: الجانب الأمريكي.
    pub(super) fn is_side_of(&self, named: &Party, party: &Party) -> bool {
        named.referent == party.referent
            || self.reader.country_of(party.referent).map(Referent::Known) == Some(named.referent)
    }

    /// A person and the person's own country are one side of a contact.
    pub(super) fn same_side(&self, predicate: Predicate, a: Referent, b: Referent) -> bool {
        let country = |referent: Referent| match referent {
            Referent::Known(key) if self.kind_of(referent) == EntityKind::Country => Some(key),
            _ => None,
        };
        let own = |referent: Referent| self.reader.country_of(referent);
        // خاطبت رئاسة الجمهورية قبل زيارة الرئيس: its own president is no other side of a presidency.
        let contact = predicate.family() == Family::Contact;
        if contact && (self.is_presided_by(a, b) || self.is_presided_by(b, a)) {
            return true;
        }
        if contact && (self.serves(a, b) || self.serves(b, a)) {
            return true;
        }
        let (Some(of), other) = (match (country(a), country(b)) {
            (Some(key), None) => (Some(key), b),
            (None, Some(key)) => (Some(key), a),
            _ => (None, a),
        }) else {
            return false;
        };
        if self.is_state_body(other) {
            return own(other) == Some(of);
        }
        self.kind_of(other) == EntityKind::Person
            && own(other) == Some(of)
            && !self.leads_against_state(other)
            && !(predicate == Predicate::Attacked && self.reader.lang == Lang::Ar && self.commands(other))
            && !matches!(
                predicate,
                Predicate::Criticised | Predicate::Visited | Predicate::Supported | Predicate::Praised
            )
    }

    /// بدأت تركيا محادثات مع أوجلان: whether a listed person leads an armed group on the day of the document, and holds no other office.
    fn leads_against_state(&self, person: Referent) -> bool {
        let (Referent::Known(person), Some(day)) = (person, self.reader.date) else { return false };
        let gazetteer = &self.clause.knowledge.gazetteer;
        let armed = |of: Option<EntityId>| of.is_some_and(|of| gazetteer.get(of).subkind == "armed_group");
        let mut terms = gazetteer.offices().of_person(person).filter(|term| term.covers(day)).peekable();
        terms.peek().is_some() && terms.all(|term| armed(term.of))
    }

    /// لقاؤها بشيخ الأزهر: whether somebody holds an office in an institution on the day of the document. Members of a party or
    /// of a parliament meet one another.
    fn serves(&self, person: Referent, body: Referent) -> bool {
        const INSTITUTIONS: [&str; 5] = ["igo", "government", "ministry", "bank", "intelligence"];
        const LATEST: usize = 64;
        let (Referent::Known(institution), Some(day)) = (body, self.reader.date) else { return false };
        let gazetteer = &self.clause.knowledge.gazetteer;
        if !INSTITUTIONS.contains(&gazetteer.get(institution).subkind) {
            return false;
        }
        let listed = match person {
            Referent::Known(person) => {
                gazetteer.offices().of_person(person).any(|term| term.of == Some(institution) && term.covers(day))
            }
            Referent::New(_) => false,
        };
        let told = |role: &Role| role.person == person && role.of == body && !role.former;
        listed || self.reader.roles.iter().rev().take(LATEST).any(told)
    }

    /// Returns whether a body is the presidency of the country that somebody presides over.
    fn is_presided_by(&self, body: Referent, person: Referent) -> bool {
        let (Referent::Known(body), Referent::Known(person)) = (body, person) else { return false };
        let gazetteer = &self.clause.knowledge.gazetteer;
        let presidency = gazetteer.get(body);
        presidency.id.ends_with("-presidency")
            && gazetteer
                .offices()
                .of_person(person)
                .any(|term| term.of == presidency.country && gazetteer.offices().name(term.office) == "president")
    }
}
