//! Who is given which office by the text, and in which country or body.

use super::phrase::{Referent, Role};
use super::reader::Reader;
use super::title::TitleRun;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, OfficeId, Term};
use crate::text::Span;

/// The country in whose news a document stands, by the offices that it gives without saying whose they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Home {
    #[default]
    Unknown,
    Of(EntityId),
    Several,
}

impl Reader<'_> {
    /// Records that the text gives a person an office; without a country, the one the person is known to serve.
    pub(super) fn give_office(
        &mut self,
        person: Referent,
        office: Option<OfficeId>,
        of: Option<Referent>,
        former: bool,
        span: Span,
    ) {
        let known = match person {
            Referent::Known(key) => {
                let offices = self.knowledge.gazetteer.offices();
                let day = self.date;
                let of_title = |term: &&Term| office.is_none_or(|office| term.office == office);
                offices
                    .of_person(key)
                    .filter(|term| day.is_none_or(|day| term.covers(day)))
                    .find(of_title)
                    .and_then(|term| term.of)
                    .or(self
                        .knowledge
                        .gazetteer
                        .get(key)
                        .country
                        .filter(|_| !self.is_of_a_body(office, span) && !self.is_of_some_body(office)))
            }
            Referent::New(_) => office.and_then(|office| self.home_state(office)),
        };
        let elsewhere =
            |of: Referent| self.is_of_another_country(person, of) || self.holds_elsewhere(person, office, of);
        let untold = of.is_none();
        let of = of.filter(|&of| !elsewhere(of)).or(known.map(Referent::Known)).or(of);
        let Some(of) = of else { return };
        if let (true, Referent::Known(_), Referent::Known(state)) = (untold && !former, person, of) {
            self.note_home(office, state);
        }
        self.roles.push(Role { person, of, office, former, sentence: self.sentence, span });
    }

    /// اللواء فلان مساعد وزير الداخلية: the one country whose affairs an Arabic document is about, for an office that only a
    /// state gives; where another is named as often, or more of its cities, nothing is told of either. Nor is it of a foreign
    /// minister, who is where another country is.
    ///
    /// Where it gives listed people of one country such offices and says of none whose they are, it is that country.
    pub(super) fn home_state(&self, office: OfficeId) -> Option<EntityId> {
        const LEAST: u32 = 2;
        let name = self.knowledge.gazetteer.offices().name(office);
        if name == "foreign_minister" || !self.is_office_of_state(office) {
            return None;
        }
        if let Home::Of(state) = self.home {
            return Some(state);
        }
        // مساعد وزير الخارجية للشئون القنصلية: nor whoever speaks of those abroad.
        if name == "deputy_foreign_minister" {
            return None;
        }
        let most = |counts: &[u32]| counts.iter().copied().max().unwrap_or(0);
        let named = most(&self.country_counts);
        let mut first = (0..self.countries.len()).filter(|&place| self.country_counts[place] == named);
        let home = first.next().filter(|_| self.lang == Lang::Ar && named >= LEAST && first.next().is_none())?;
        (self.city_counts[home] == most(&self.city_counts)).then_some(self.countries[home])
    }

    /// وزير الداخلية محمد إبراهيم: notes that the text gives a minister an office without saying of which country.
    fn note_home(&mut self, office: Option<OfficeId>, state: EntityId) {
        let country = self.knowledge.gazetteer.get(state).kind == EntityKind::Country;
        if self.lang != Lang::Ar || !country || !office.is_some_and(|office| self.is_office_of_state(office)) {
            return;
        }
        self.home = match self.home {
            Home::Unknown => Home::Of(state),
            Home::Of(known) if known == state => self.home,
            Home::Of(_) | Home::Several => Home::Several,
        };
    }

    /// نائب مساعد وزير الخارجية, مستشار وزير التموين: the state in whose office somebody stands under another.
    pub(super) fn state_above(&self, person: Referent, run: &TitleRun) -> Option<Referent> {
        let above = run.under.filter(|_| self.lang == Lang::Ar && run.of.is_none() && run.body.is_none())?;
        if !self.is_office_of_state(above) {
            return None;
        }
        let state = match person {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).country,
            Referent::New(_) => self.home_state(above),
        };
        state.map(Referent::Known)
    }

    /// رئيس الديوان الملكي فايز الطراونة: a body of the state that another country has under the same name.
    fn is_of_another_country(&self, person: Referent, of: Referent) -> bool {
        let (Referent::Known(person), Referent::Known(body)) = (person, of) else { return false };
        let (person_of, body) = (self.knowledge.gazetteer.get(person).country, self.knowledge.gazetteer.get(body));
        let state = matches!(
            body.subkind,
            "government" | "ministry" | "parliament" | "army" | "police" | "bank" | "court" | "intelligence" | "agency"
        );
        self.lang == Lang::Ar
            && body.kind == EntityKind::Organisation
            && state
            && body.country.zip(person_of).is_some_and(|(own, other)| own != other)
    }

    /// وزير الشؤون الخارجية ناصر بوريطة in a Yemeni report: who holds the very office on the day, in another country and not in
    /// this one.
    fn holds_elsewhere(&self, person: Referent, office: Option<OfficeId>, of: Referent) -> bool {
        let (Referent::Known(person), Referent::Known(country)) = (person, of) else { return false };
        let Some((office, day)) = office.zip(self.date) else { return false };
        let gazetteer = &self.knowledge.gazetteer;
        let is_land = |key| gazetteer.get(key).kind == EntityKind::Country;
        let mut held = gazetteer.offices().of_person(person).filter(|term| term.office == office && term.covers(day));
        let elsewhere = |term: &Term| term.of.is_some_and(|of| of != country && is_land(of));
        is_land(country) && held.next().is_some_and(|first| elsewhere(first) && held.all(elsewhere))
    }

    /// القيادي بالحزب, المدير التنفيذي للحركة: an office of which no country is the giver, whoever is not named as such.
    fn is_of_some_body(&self, office: Option<OfficeId>) -> bool {
        const OFFICES: [&str; 13] = [
            "pope",
            "patriarch",
            "senior_member",
            "member",
            "section_head",
            "union_head",
            "founder",
            "treasurer",
            "deputy_head",
            "head",
            "executive_director",
            "director_general",
            "deputy_secretary_general",
        ];
        self.lang == Lang::Ar
            && office.is_some_and(|office| OFFICES.contains(&self.knowledge.gazetteer.offices().name(office)))
    }

    /// "opposition leader", "party member": an office that no country gives, unlike that of "Leader Schumer".
    fn is_of_a_body(&self, office: Option<OfficeId>, span: Span) -> bool {
        const OFFICES: [&str; 10] = [
            "leader",
            "head",
            "member",
            "candidate",
            "activist",
            "cleric",
            "journalist",
            "commander",
            "opposition_leader",
            "spokesperson",
        ];
        self.lang == Lang::En
            && !self.text[..span.start].trim_end().ends_with("Leader")
            && office.is_some_and(|office| OFFICES.contains(&self.knowledge.gazetteer.offices().name(office)))
    }
}
