//! هاجم رئيس إقليم كردستان نوري المالكي: whether behind the title of one leader the name of another of the same country stands, with no title of his own.

use super::name::Named;
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use super::title_named::HIGHEST;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, OfficeId};

/// The offices of who is at the head of a party, a union or a region.
const HEADS: [&str; 6] = ["leader", "secretary_general", "president", "chairman", "head", "supreme_leader"];

impl Reader<'_> {
    /// Returns whether the office of a title has a listed holder on the day of the document, and the name behind it is that of somebody
    /// else at the head of a state or a body of the same country, who never held it.
    pub(super) fn is_another_at_home(&self, run: &TitleRun, named: &Named) -> bool {
        let (Some(office), Referent::Known(key)) = (run.office, named.referent) else { return false };
        let gazetteer = &self.knowledge.gazetteer;
        let person = gazetteer.get(key);
        if self.lang != Lang::Ar || run.former || person.kind != EntityKind::Person || self.date.is_none() {
            return false;
        }
        let Some(home) = person.country else { return false };
        // رئيس مجلس الأعيان: of speakers a country may have two.
        let title = gazetteer.offices().name(office);
        let high = HIGHEST.contains(&title) && title != "speaker";
        match run.of {
            Some(of) if of == home => high && self.has_other_holder(office, home, key),
            Some(of) if gazetteer.get(of).kind != EntityKind::Country => {
                // القائد العام للقوات المسلحة نوري المالكي: whoever leads a state may command its army.
                let political =
                    matches!(gazetteer.get(of).subkind, "party" | "armed_group" | "parliament" | "autonomous");
                political && gazetteer.get(of).country == Some(home) && self.has_other_holder(office, of, key)
            }
            Some(_) => false,
            // استقبل رئيس الجمهورية سعد الحريري: but الرئيس سعد الحريري is how whoever was at the head of a government is addressed.
            None => {
                let two_words = run.title_end > run.head + 1 && run.body.is_none();
                two_words && high && self.has_other_holder_at_home(office, home, key)
            }
        }
    }

    /// Whether a body or country has another in an office than a person, who is at the head of something else.
    fn has_other_holder(&self, office: OfficeId, of: EntityId, key: EntityId) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        let country = gazetteer.get(of).kind == EntityKind::Country;
        let never =
            gazetteer.offices().of_person(key).all(|term| term.of != Some(of) || country && term.office != office);
        never
            && self.date.and_then(|day| gazetteer.holder(office, of, day)).is_some_and(|holder| holder != key)
            && self.leads_elsewhere(key, office, country)
    }

    /// Whether somebody else of the same country holds an office in whose title no country stands.
    fn has_other_holder_at_home(&self, office: OfficeId, home: EntityId, key: EntityId) -> bool {
        let Some(Referent::Known(holder)) = self.office_holder(office, None) else { return false };
        self.knowledge.gazetteer.get(holder).country == Some(home)
            && holder != key
            && self.has_other_holder(office, home, key)
    }

    /// Whether a person is, on the day of the document, at the head of a state or of a body; of a country's other high office it is enough that
    /// he ever held it.
    fn leads_elsewhere(&self, key: EntityId, office: OfficeId, country: bool) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        offices.of_person(key).any(|term| {
            let name = offices.name(term.office);
            let now = self.date.is_some_and(|day| term.covers(day));
            let state = (now || country) && HIGHEST.contains(&name) && (term.office != office || !country);
            state || now && HEADS.contains(&name)
        })
    }
}
