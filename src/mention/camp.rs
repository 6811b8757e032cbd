//! Sides within a country that are known by its nationality: المعارضة السورية, and then المعارضة alone.

use super::kind::MentionType;
use super::name::Named;
use super::people::NewEntity;
use super::phrase::Referent;
use super::reader::Reader;
use super::spoken::List;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, HEH, LAM, MEEM, SEEN, WAW, YEH};
use crate::text::{Clitics, Span};

/// The normal form of المسلحة.
const ARMED: &[u8] = &[ALEF, LAM, MEEM, SEEN, LAM, 0x85, HEH];

/// Where a side within a country is named.
#[derive(Clone, Copy)]
pub(super) struct Camp {
    skip: u32,
    clitics: Clitics,
    end: usize,
    /// Where the nationality stands, and whose it is.
    of: Option<(usize, EntityId)>,
}

impl Reader<'_> {
    /// Returns the side that is named at a token, and adds it to what the document introduces.
    pub(super) fn camp(&mut self, at: usize) -> Option<Named> {
        let camp = self.camp_at(at)?;
        let referent = match camp.of {
            Some((place, country)) => self.introduce_camp(at, camp.skip, place, country),
            None => self.camp_named_before(at, camp.skip)?,
        };
        Some(Named::new(camp.end, camp.clitics, camp.skip, referent, MentionType::Name))
    }

    /// Returns where the side ends that is named at a token. An adjective it is not: القوى السياسية المعارضة.
    pub(super) fn camp_at(&self, at: usize) -> Option<Camp> {
        if self.lang != Lang::Ar || at >= self.range.1 || !self.scan.kinds(at).has(Kinds::BODY) {
            return None;
        }
        let (hit, _) =
            self.classes(at, Kinds::BODY).find(|(hit, class)| *class == Class::Camp && hit.end as usize == at + 1)?;
        let (skip, clitics) = (hit.skip, hit.clitics);
        let adjective = clitics == Clitics::NONE && self.stands_behind_its_noun(at);
        let armed = |at: usize| at + usize::from(self.joined(at) && self.form(at) == ARMED);
        let place = armed(at + 1);
        let nation = self.demonym(place).filter(|&(_, clitics, ..)| self.joined(place) && clitics == Clitics::NONE);
        let end = nation.map_or(place, |(end, ..)| armed(end));
        // المعارضة الأمريكية للقرار: the deed of opposing.
        let deed = self.joined(end) && self.form(end).starts_with(&[LAM, LAM]);
        // المعارضة الداخلية: one that the text sets apart from others.
        let another = nation.is_none() && place == at + 1 && self.joined(end) && self.starts_definite(end);
        (!adjective && !deed && !another && !self.closes_a_name(at)).then(|| Camp {
            skip,
            clitics,
            end,
            of: nation.map(|(_, _, _, country, _)| (place, country)),
        })
    }

    /// Records a body that is named at a token; المعارضة alone is no name, whomever it means.
    pub(super) fn found_body(&mut self, at: usize, span: Span, body: &Named) {
        let bare = body.end == at + 1 && self.class(at, Kinds::BODY, |class| class == Class::Camp).is_some();
        if !bare {
            self.found(span, body.referent, body.kind);
        }
    }

    /// الائتلاف الوطني للمعارضة السورية: the last words of a longer name. Nor is قوى المعارضة one side.
    fn closes_a_name(&self, at: usize) -> bool {
        // قوى in normal form.
        const FORCES: [u8; 3] = [0x94, WAW, YEH];
        if at == self.range.0 || !self.joined(at) {
            return false;
        }
        let before = self.tokens.tokens[at - 1].span.end;
        let body = |referent| match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
            Referent::New(place) => self.people[place as usize].kind == EntityKind::Organisation,
        };
        let named = || self.mentions.iter().rev().take(2).any(|m| m.span.end == before && body(m.referent));
        self.form(at - 1).ends_with(&FORCES) || self.form(at).first() == Some(&LAM) && named()
    }

    /// القوى السياسية المعارضة, but not دعا الأسد المعارضة or دعت اليوم المعارضة.
    fn stands_behind_its_noun(&self, at: usize) -> bool {
        let before = || self.tokens.tokens[at - 1].span;
        at > self.range.0
            && self.joined(at)
            && self.starts_definite(at - 1)
            && !self.scan.kinds(at - 1).has(Kinds::TIME)
            && !self
                .mentions
                .iter()
                .rev()
                .take(2)
                .any(|found| found.span.end == before().end && found.kind != MentionType::Demonym)
    }

    fn introduce_camp(&mut self, at: usize, skip: u32, place: usize, country: EntityId) -> Referent {
        let words = vec![self.camp_noun(at, skip), self.form(place).to_vec()];
        if let Some(index) = self.place_of(&words, List::New) {
            return Referent::New(index as u32);
        }
        let noun = self.span(at, skip, at + 1).of(self.text);
        let article = if noun.starts_with('ا') { "" } else { "ا" };
        let name = format!("{article}{noun} {}", self.span(place, 0, place + 1).of(self.text));
        self.note_spoken(&words, List::New, self.people.len());
        self.people.push(NewEntity {
            kind: EntityKind::Organisation,
            name,
            words,
            office: None,
            country: Some(country),
        });
        Referent::New(self.people.len() as u32 - 1)
    }

    /// المعارضة behind المعارضة السورية: the side that the document named last by a nationality.
    fn camp_named_before(&self, at: usize, skip: u32) -> Option<Referent> {
        let noun = self.camp_noun(at, skip);
        let named = |new: &NewEntity| new.kind == EntityKind::Organisation && new.words.first() == Some(&noun);
        self.people.iter().rposition(named).map(|place| Referent::New(place as u32))
    }

    /// The noun in normal form with its article, which a ل before it has swallowed in part.
    fn camp_noun(&self, at: usize, skip: u32) -> Vec<u8> {
        let form = self.form(at);
        let own = form.get(skip as usize..).unwrap_or(form);
        match own {
            [ALEF, LAM, ..] => own.to_vec(),
            _ => [&[ALEF], own].concat(),
        }
    }
}
