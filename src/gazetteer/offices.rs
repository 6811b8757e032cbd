//! Who held which office, of what, when.

use std::collections::HashMap;

use jiff::civil::Date;

use super::EntityId;
use crate::document::PartialDate;

/// An office key such as `foreign_minister`, by its place in the table of offices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OfficeId(pub u16);

/// One term of office.
#[derive(Clone, Debug)]
pub struct Term {
    /// Who held it.
    pub person: EntityId,
    /// The office.
    pub office: OfficeId,
    /// Of which country or body.
    pub of: Option<EntityId>,
    /// First day, as far as known.
    pub start: Option<PartialDate>,
    /// Last day, as far as known.
    pub end: Option<PartialDate>,
    /// The end is unknown rather than yet to come.
    pub open: bool,
    /// Where an ambassador or an envoy serves: a country, a region or a body.
    pub post: Option<EntityId>,
}

impl Term {
    /// Returns whether the term covers `day`; an unknown bound is taken to.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.start.is_none_or(|start| start.first_day() <= day) && self.end.is_none_or(|end| day <= end.last_day())
    }
}

/// All terms of office, to be asked by office or by person.
#[derive(Debug, Default)]
pub struct Offices {
    names: Vec<Box<str>>,
    by_name: HashMap<Box<str>, OfficeId>,
    terms: Vec<Term>,
    by_office: HashMap<(OfficeId, EntityId), Vec<u32>>,
    by_person: HashMap<EntityId, Vec<u32>>,
}

/// Offices that "the leader" of a country may hold, best first.
const LEADERS: [&str; 12] = [
    "president",
    "king",
    "emir",
    "sultan",
    "supreme_leader",
    "emperor",
    "queen",
    "pope",
    "grand_duke",
    "prime_minister",
    "chancellor",
    "head_of_state",
];

/// Titles of whoever heads a body, best first: "the leader" of a party may be its chairman, its secretary general or a guide.
const HEADS: [&str; 14] = [
    "leader",
    "supreme_guide",
    "president",
    "head",
    "secretary_general",
    "director_general",
    "executive_director",
    "managing_director",
    "commission_president",
    "commissioner_general",
    "high_commissioner",
    "commander",
    "intelligence_chief",
    "central_bank_governor",
];

/// Offices that many hold at once, so that the title alone means nobody: القيادي في حماس.
const SHARED: [&str; 5] =
    ["senior_member", "member_of_parliament", "member_of_presidency", "senator", "political_analyst"];

/// Offices of which a country or a body has many, each with its own field: the title alone means its holder only where
/// one is known.
const POSTS: [&str; 14] = [
    "ambassador",
    "commander",
    "commissioner",
    "deputy_chairman",
    "deputy_foreign_minister",
    "deputy_minister",
    "deputy_prime_minister",
    "deputy_secretary_general",
    "envoy",
    "minister",
    "minister_of_state",
    "presidential_adviser",
    "rapporteur",
    "spokesperson",
];

/// Offices of which nobody lists all holders: that only one is known does not make it his.
const OPEN: [&str; 9] = [
    "adviser",
    "aide",
    "ambassador",
    "commissioner",
    "envoy",
    "member",
    "minister",
    "official",
    "presidential_adviser",
];

/// Offices that the rows of a country tell for the body in which they are held.
const OF_THE_COUNTRY: [&str; 5] =
    ["speaker", "central_bank_governor", "army_chief", "chief_of_general_staff", "intelligence_chief"];

impl Offices {
    pub(super) fn intern(&mut self, name: &str) -> OfficeId {
        if let Some(&id) = self.by_name.get(name) {
            return id;
        }
        let id = OfficeId(u16::try_from(self.names.len()).expect("there are few kinds of office"));
        self.names.push(name.into());
        self.by_name.insert(name.into(), id);
        id
    }

    pub(super) fn fill(&mut self, terms: Vec<Term>) {
        self.terms = terms;
        for (index, term) in self.terms.iter().enumerate() {
            if let Some(of) = term.of {
                self.by_office.entry((term.office, of)).or_default().push(index as u32);
            }
            self.by_person.entry(term.person).or_default().push(index as u32);
        }
    }

    /// Returns the key of an office.
    #[must_use]
    pub fn id(&self, name: &str) -> Option<OfficeId> {
        self.by_name.get(name).copied()
    }

    /// Returns the name of an office.
    #[must_use]
    pub fn name(&self, office: OfficeId) -> &str {
        &self.names[office.0 as usize]
    }

    /// Returns all terms.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Returns the terms of a person.
    pub fn of_person(&self, person: EntityId) -> impl Iterator<Item = &Term> {
        self.by_person.get(&person).into_iter().flatten().map(|&i| &self.terms[i as usize])
    }

    /// Returns those who held `office` of `of` on `day`, the latest to begin first.
    #[must_use]
    pub fn holders(&self, office: OfficeId, of: EntityId, day: Date) -> Vec<EntityId> {
        let mut held: Vec<&Term> = self
            .by_office
            .get(&(office, of))
            .into_iter()
            .flatten()
            .map(|&i| &self.terms[i as usize])
            .filter(|t| t.covers(day))
            .collect();
        // A term that is known to have begun beats one with no dates; a closed one beats one whose end is unknown.
        held.sort_by_key(|t| (t.start.is_none(), std::cmp::Reverse(t.start), t.open));
        let mut people = Vec::new();
        for term in held {
            if !people.contains(&term.person) {
                people.push(term.person);
            }
        }
        people
    }

    /// Returns those who held `office` of `of` before `day` and no longer do, one or more times each.
    pub fn past_holders(&self, office: OfficeId, of: EntityId, day: Date) -> impl Iterator<Item = EntityId> {
        let terms = self.by_office.get(&(office, of)).into_iter().flatten().map(|&i| &self.terms[i as usize]);
        terms
            .filter(move |term| !term.covers(day) && term.start.is_none_or(|start| start.first_day() <= day))
            .map(|term| term.person)
    }

    /// Returns the holder whom the title alone means: the latest to begin, or, where a country has many, the only one.
    fn only_holder(&self, office: OfficeId, of: EntityId, day: Date) -> Option<EntityId> {
        let people = self.holders(office, of, day);
        if !POSTS.contains(&self.name(office)) {
            return people.first().copied();
        }
        // Those of whom no first day is known may have served at any time.
        let serves = |term: &Term| term.office == office && term.start.is_some() && term.covers(day);
        let mut serving = people.into_iter().filter(|&person| self.of_person(person).any(serves));
        let first = serving.next()?;
        serving.next().is_none().then_some(first)
    }

    /// Returns the one person meant by "`office` of `of`" on `day`, where that is certain enough.
    ///
    /// `parliamentary` says that the head of government leads the country.
    #[must_use]
    pub fn holder(&self, office: OfficeId, of: EntityId, day: Date, parliamentary: bool) -> Option<EntityId> {
        let mut kin = self.kin(office);
        if parliamentary && self.name(office) == "leader" {
            let heads = ["prime_minister", "chancellor"];
            kin.sort_by_key(|&office| !heads.contains(&self.name(office)));
        }
        kin.iter().find_map(|&o| self.only_holder(o, of, day))
    }

    /// Returns whether a country or a body has many in an office, most of them listed nowhere: its ambassadors, its envoys.
    #[must_use]
    pub fn is_open(&self, office: OfficeId) -> bool {
        OPEN.contains(&self.name(office)) || self.is_shared(office)
    }

    /// Returns whether a country or a body has many in an office.
    #[must_use]
    pub fn has_many(&self, office: OfficeId) -> bool {
        POSTS.contains(&self.name(office)) || self.is_open(office)
    }

    /// Returns whether the office is held at a place: an ambassador, an envoy.
    #[must_use]
    pub fn is_posted(&self, office: OfficeId) -> bool {
        matches!(self.name(office), "ambassador" | "envoy")
    }

    /// Returns those who held `office` of `of` on `day` at a post that `at` accepts, the latest to begin first.
    pub fn posted(
        &self,
        office: OfficeId,
        of: EntityId,
        day: Date,
        at: impl Fn(EntityId) -> bool,
    ) -> impl Iterator<Item = EntityId> {
        let mut held: Vec<&Term> = self
            .by_office
            .get(&(office, of))
            .into_iter()
            .flatten()
            .map(|&i| &self.terms[i as usize])
            .filter(|term| term.start.is_some() && term.covers(day) && term.post.is_some_and(&at))
            .collect();
        held.sort_by_key(|term| std::cmp::Reverse(term.start));
        held.into_iter().map(|term| term.person)
    }

    pub(super) fn is_shared(&self, office: OfficeId) -> bool {
        SHARED.contains(&self.name(office))
    }

    /// Returns the one person meant by "`office` of `of`" on `day`, where `of` is a body of `country`.
    pub(super) fn holder_in_body(
        &self,
        office: OfficeId,
        of: EntityId,
        country: Option<EntityId>,
        day: Date,
    ) -> Option<EntityId> {
        let name = self.name(office);
        let first = |office, of| self.only_holder(office, of, day);
        let kin = if HEADS.contains(&name) {
            HEADS.iter().filter_map(|name| self.id(name)).collect()
        } else {
            self.kin(office)
        };
        first(office, of).or_else(|| kin.into_iter().find_map(|office| first(office, of))).or_else(|| {
            // رئيس البرلمان العراقي: of the body itself nothing is listed.
            let country = country.filter(|_| OF_THE_COUNTRY.contains(&name))?;
            self.holder(office, country, day, false)
        })
    }

    /// Returns the office itself and those that the same title may mean, best first.
    fn kin(&self, office: OfficeId) -> Vec<OfficeId> {
        let names: &[&str] = match self.name(office) {
            "leader" => &LEADERS,
            "head_of_state" => &["head_of_state", "president", "king", "emir", "sultan", "queen"],
            "president" => &["president", "acting_president", "head_of_state"],
            "prime_minister" => &["prime_minister", "chancellor"],
            "chancellor" => &["chancellor", "prime_minister"],
            "king" => &["king", "queen"],
            "emir" => &["emir"],
            "chief_of_general_staff" => &["chief_of_general_staff", "army_chief"],
            "army_chief" => &["army_chief", "chief_of_general_staff", "commander"],
            _ => return vec![office],
        };
        names.iter().filter_map(|name| self.id(name)).collect()
    }
}
