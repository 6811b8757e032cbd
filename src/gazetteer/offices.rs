//! Who held which office, of what, when.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::EntityId;
use crate::compiled::{CompiledError, Flat, Reader, Writer};
use crate::document::PartialDate;

/// An office key such as `foreign_minister`, by its place in the table of offices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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

/// How many hold an office of one country or body at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Holders {
    /// One, and the data files may list no second.
    One,
    /// One as a rule: of several listed the title means the last to begin.
    #[default]
    #[serde(rename = "")]
    Usual,
    /// Several, each with a field: the title means its holder only where one is known.
    Field,
    /// Many, most of them listed nowhere: that only one is known does not make the title his.
    Open,
    /// So many that the title alone means nobody: القيادي في حماس.
    Many,
}

/// What kind of office one is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OfficeKind {
    /// How many hold it at a time.
    pub holders: Holders,
    /// The offices that the title may mean, best first, where it is not just this one.
    pub means: Vec<OfficeId>,
    /// The place among the titles of whoever heads a body, 1 the best: "the leader" of a party may be its chairman.
    pub heads: Option<u8>,
    /// It is an office or honorific of a ruler or a ruler's house.
    pub regnal: bool,
    /// It is held at a place: an ambassador, an envoy.
    pub posted: bool,
    /// Who holds it serves somebody, whom the title may name: an adviser, a spokesperson.
    pub serves: bool,
    /// Who holds it ranks below the heads and ministers: an ambassador is none of "the two presidents".
    pub lesser: bool,
    /// The rows of a country tell it for the body in which it is held: the speaker of a parliament.
    pub national: bool,
    /// It is a minister's, or of one who works for a minister.
    pub minister: bool,
    /// Only a state gives it, though it is no minister's: the presidential ones.
    pub state: bool,
    /// The Arabic nouns by which its holder is spoken of with a pronoun (جلالة of a king: جلالته), in normal form.
    pub courtesies: Vec<Box<[u8]>>,
}

/// All terms of office, to be asked by office or by person.
#[derive(Debug, Default)]
pub struct Offices {
    names: Vec<Box<str>>,
    /// The kinds of the offices, by their key; the last offices may have none.
    kinds: Vec<OfficeKind>,
    /// The offices of whoever heads a body, best first.
    heads: Vec<OfficeId>,
    by_name: HashMap<Box<str>, OfficeId>,
    terms: Vec<Term>,
    /// The terms by their `of`, then by office; where each `of` begins, by its key.
    of_order: Flat<u32>,
    of_starts: Flat<u32>,
    /// The terms by person; where each person begins, by the key.
    person_order: Flat<u32>,
    person_starts: Flat<u32>,
    /// The only country that gives an office, by its key, once it was asked for.
    sole_countries: OnceLock<Vec<Option<EntityId>>>,
}

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

    /// Notes what kind of office one is; a later kind replaces an earlier one.
    pub(super) fn set_kind(&mut self, office: OfficeId, kind: OfficeKind) {
        let index = usize::from(office.0);
        if self.kinds.len() <= index {
            self.kinds.resize_with(index + 1, OfficeKind::default);
        }
        self.heads.retain(|&other| other != office);
        let place = |other: OfficeId, kinds: &[OfficeKind]| kinds[usize::from(other.0)].heads;
        if kind.heads.is_some() {
            let at = self.heads.partition_point(|&other| place(other, &self.kinds) <= kind.heads);
            self.heads.insert(at, office);
        }
        self.kinds[index] = kind;
    }

    /// Returns what kind of office one is.
    #[must_use]
    pub fn kind(&self, office: OfficeId) -> &OfficeKind {
        const USUAL: &OfficeKind = &OfficeKind {
            holders: Holders::Usual,
            means: Vec::new(),
            heads: None,
            regnal: false,
            posted: false,
            serves: false,
            lesser: false,
            national: false,
            minister: false,
            state: false,
            courtesies: Vec::new(),
        };
        self.kinds.get(usize::from(office.0)).unwrap_or(USUAL)
    }

    /// Takes the terms out, to be filled in again with more.
    pub(super) fn take_terms(&mut self) -> Vec<Term> {
        std::mem::take(&mut self.terms)
    }

    pub(super) fn fill(&mut self, terms: Vec<Term>) {
        let (of, person) =
            (order(&terms, |term| Some((term.of?, term.office.0))), order(&terms, |term| Some((term.person, 0))));
        (self.of_order, self.of_starts) = (of.0.into(), of.1.into());
        (self.person_order, self.person_starts) = (person.0.into(), person.1.into());
        self.sole_countries = OnceLock::new();
        self.terms = terms;
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

    /// Returns the terms of an office of a country or a body.
    fn terms_of(&self, office: OfficeId, of: EntityId) -> impl Iterator<Item = &Term> {
        let all = range(&self.of_order, &self.of_starts, of);
        let start = all.partition_point(|&i| self.terms[i as usize].office < office);
        let terms = all[start..].iter().map(|&i| &self.terms[i as usize]);
        terms.take_while(move |term| term.office == office)
    }

    /// Returns the terms of a person.
    pub fn of_person(&self, person: EntityId) -> impl Iterator<Item = &Term> {
        range(&self.person_order, &self.person_starts, person).iter().map(|&i| &self.terms[i as usize])
    }

    /// Returns those who held `office` of `of` on `day`, the latest to begin first.
    #[must_use]
    pub fn holders(&self, office: OfficeId, of: EntityId, day: Date) -> Vec<EntityId> {
        let mut held: Vec<&Term> = self.terms_of(office, of).filter(|t| t.covers(day)).collect();
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

    /// Returns the one country that ever gave an office, of those that `is_country` tells to be countries: the pope's.
    ///
    /// It is asked of every bare "the pope" of a text, so that what all terms tell is gone through once; later calls must bring the
    /// same `is_country`.
    pub fn sole_country(&self, office: OfficeId, is_country: impl Fn(EntityId) -> bool) -> Option<EntityId> {
        let countries = self.sole_countries.get_or_init(|| {
            let mut givers: Vec<Option<Option<EntityId>>> = vec![None; self.names.len()];
            for (term, of) in
                self.terms.iter().filter_map(|term| Some((term, term.of?))).filter(|(_, of)| is_country(*of))
            {
                let giver = &mut givers[usize::from(term.office.0)];
                *giver = Some(giver.map_or(Some(of), |known| known.filter(|&known| known == of)));
            }
            givers.into_iter().map(Option::flatten).collect()
        });
        countries.get(usize::from(office.0)).copied().flatten()
    }

    /// Returns those who held `office` of `of` before `day` and no longer do, one or more times each.
    pub fn past_holders(&self, office: OfficeId, of: EntityId, day: Date) -> impl Iterator<Item = EntityId> {
        self.terms_of(office, of)
            .filter(move |term| !term.covers(day) && term.start.is_none_or(|start| start.first_day() <= day))
            .map(|term| term.person)
    }

    /// Returns the holder whom the title alone means: the latest to begin, or, where a country has many, the only one.
    fn only_holder(&self, office: OfficeId, of: EntityId, day: Date) -> Option<EntityId> {
        let people = self.holders(office, of, day);
        if matches!(self.kind(office).holders, Holders::One | Holders::Usual) {
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
        matches!(self.kind(office).holders, Holders::Open | Holders::Many)
    }

    /// Returns whether a country or a body has many in an office.
    #[must_use]
    pub fn has_many(&self, office: OfficeId) -> bool {
        matches!(self.kind(office).holders, Holders::Field | Holders::Open | Holders::Many)
    }

    /// Returns whether the office is held at a place: an ambassador, an envoy.
    #[must_use]
    pub fn is_posted(&self, office: OfficeId) -> bool {
        self.kind(office).posted
    }

    /// Returns whether the office is a minister's, or of one who works for a minister.
    #[must_use]
    pub fn is_ministerial(&self, office: OfficeId) -> bool {
        self.kind(office).minister
    }

    /// Returns whether only a state gives the office.
    #[must_use]
    pub fn is_of_state(&self, office: OfficeId) -> bool {
        let kind = self.kind(office);
        kind.minister || kind.state
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
            .terms_of(office, of)
            .filter(|term| term.start.is_some() && term.covers(day) && term.post.is_some_and(&at))
            .collect();
        held.sort_by_key(|term| std::cmp::Reverse(term.start));
        held.into_iter().map(|term| term.person)
    }

    /// Returns whether so many hold an office that the title alone means nobody.
    #[must_use]
    pub fn is_shared(&self, office: OfficeId) -> bool {
        self.kind(office).holders == Holders::Many
    }

    /// Returns the one person meant by "`office` of `of`" on `day`, where `of` is a body of `country`.
    pub(super) fn holder_in_body(
        &self,
        office: OfficeId,
        of: EntityId,
        country: Option<EntityId>,
        day: Date,
    ) -> Option<EntityId> {
        let kind = self.kind(office);
        let first = |office, of| self.only_holder(office, of, day);
        let kin = if kind.heads.is_some() { self.heads.clone() } else { self.kin(office) };
        first(office, of).or_else(|| kin.into_iter().find_map(|office| first(office, of))).or_else(|| {
            // رئيس البرلمان العراقي: of the body itself nothing is listed.
            let country = country.filter(|_| kind.national)?;
            self.holder(office, country, day, false)
        })
    }

    /// Returns the office itself and those that the same title may mean, best first.
    fn kin(&self, office: OfficeId) -> Vec<OfficeId> {
        let means = &self.kind(office).means;
        if means.is_empty() { vec![office] } else { means.clone() }
    }
}

/// Returns the places of terms by an entity and a rank (those without are left out), and for each entity where it begins.
fn order(terms: &[Term], key: impl Fn(&Term) -> Option<(EntityId, u16)>) -> (Vec<u32>, Vec<u32>) {
    let mut places: Vec<(u32, u16, u32)> =
        (0..).zip(terms).filter_map(|(at, term)| key(term).map(|(entity, rank)| (entity.0, rank, at))).collect();
    places.sort_unstable();
    let mut starts = Vec::new();
    for (at, place) in (0..).zip(&places) {
        starts.resize(place.0 as usize + 1, at);
    }
    starts.push(places.len() as u32);
    (places.iter().map(|place| place.2).collect(), starts)
}

/// Returns what [`order`] laid out for one key.
fn range<'o>(order: &'o [u32], starts: &[u32], key: EntityId) -> &'o [u32] {
    match starts.get(key.0 as usize..key.0 as usize + 2) {
        Some(&[start, end]) => &order[start as usize..end as usize],
        _ => &[],
    }
}

impl Offices {
    /// Writes offices and terms.
    #[cfg_attr(not(test), allow(dead_code, reason = "the build script writes, the program reads"))]
    pub(super) fn write(&self, out: &mut Writer) {
        out.value(&(&self.names, &self.kinds, &self.heads));
        let column = |key: fn(&Term) -> u32| self.terms.iter().map(key).collect::<Vec<u32>>();
        out.u32s(&column(|term| term.person.0));
        out.u32s(&column(|term| u32::from(term.office.0) << 1 | u32::from(term.open)));
        out.u32s(&column(|term| packed(term.of)));
        out.u32s(&column(|term| term.start.map_or(0, PartialDate::packed)));
        out.u32s(&column(|term| term.end.map_or(0, PartialDate::packed)));
        out.u32s(&column(|term| packed(term.post)));
        for column in [&self.of_order, &self.of_starts, &self.person_order, &self.person_starts] {
            out.u32s(column);
        }
    }

    /// Reads what [`Offices::write`] wrote.
    pub(super) fn read(from: &mut Reader) -> Result<Offices, CompiledError> {
        let (names, kinds, heads): (Vec<Box<str>>, _, _) = from.value()?;
        let by_name = (0..).zip(&names).map(|(id, name)| (name.clone(), OfficeId(id))).collect();
        let (people, offices, of) = (from.u32s()?, from.u32s()?, from.u32s()?);
        let (starts, ends, posts) = (from.u32s()?, from.u32s()?, from.u32s()?);
        let terms = people.iter().zip(&*offices).zip(&*of).zip(&*starts).zip(&*ends).zip(&*posts);
        let terms = terms.map(|(((((&person, &office), &of), &start), &end), &post)| Term {
            person: EntityId(person),
            office: OfficeId((office >> 1) as u16),
            of: unpacked(of),
            start: PartialDate::unpacked(start),
            end: PartialDate::unpacked(end),
            open: office & 1 == 1,
            post: unpacked(post),
        });
        Ok(Offices {
            terms: terms.collect(),
            names,
            kinds,
            heads,
            by_name,
            of_order: from.u32s()?,
            of_starts: from.u32s()?,
            person_order: from.u32s()?,
            person_starts: from.u32s()?,
            sole_countries: OnceLock::new(),
        })
    }
}

fn packed(key: Option<EntityId>) -> u32 {
    key.map_or(0, |key| key.0 + 1)
}

fn unpacked(packed: u32) -> Option<EntityId> {
    packed.checked_sub(1).map(EntityId)
}
