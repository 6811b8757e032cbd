//! بلاده as the object of what another does: دعم السعودية لبلاده, العقوبات الروسية على بلاده; in English also what "his country" does.

use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Term};
use crate::lexicon::{Class, Family, Predicate, Slot, Trigger};
use crate::mention::{PhraseKind, Referent};
use crate::text::{Clitics, Gap, Tokens};

impl Sentence<'_> {
    /// "The country" to which somebody comes: that of his host, or the one from whose capital the agency reports.
    pub(super) fn land_come_to(&self, at: usize, trigger: &Trigger, subject: &Parties) -> Option<Parties> {
        let host = self.clause.land_of_host(at, trigger, subject);
        host.or_else(|| self.clause.land_of_report(at, trigger, subject, self.tokens))
    }
}

impl Clause<'_> {
    /// أشاد السيسي بدعم السعودية لبلاده: the country of whom the clause is about, behind a preposition of a stance or deed of another.
    pub(super) fn own_land_behind(&self, head: usize, at: usize, doer: Option<&Parties>) -> Option<Parties> {
        // زيارة أردوغان إلى بلاده: so of a journey, which the land says is that of another.
        let journey = || self.units[head].kind == Kind::Noun && self.tells(head, |told| told == Predicate::Visited);
        if !(self.is_deed_of_another(head) || self.lang == Lang::Ar && journey()) {
            return None;
        }
        // لبلاده, على بلاده, إلى جانب بلاده
        // العقوبات الأمريكية على البلاد: so of force, sanctions and help for "the country", which is that of whom the news is about.
        let meets = |told| {
            matches!(told, Predicate::Attacked | Predicate::Sanctioned | Predicate::Supported | Predicate::Aided)
        };
        let theirs = self.lang == Lang::Ar && self.units[head].kind == Kind::Noun && self.tells(head, meets);
        let land = (at..self.units.len().min(at + 3))
            .find(|&i| self.units[i].is(Class::OwnLand) || theirs && self.units[i].is(Class::HomeLand))?;
        if self.units[at..land].iter().any(|unit| unit.phrase().is_some() || unit.is_mark()) {
            return None;
        }
        let found = self.land_of_speaker(head, land, doer)?;
        // زار ماكرون العراق وتحدث عن الهجمات على البلاد: where another country is named, it may be that one.
        (self.units[land].is(Class::OwnLand) || self.names_no_other_land(&found, doer)).then_some(found)
    }

    /// Whether the sentence names no country or town but those of two sides.
    fn names_no_other_land(&self, own: &Parties, doer: Option<&Parties>) -> bool {
        let sides = own.list.iter().chain(doer.into_iter().flat_map(|doer| doer.list.iter()));
        let lands: Vec<Referent> =
            sides.map(|party| self.country_of(party.referent).unwrap_or(party.referent)).collect();
        let land = |kind| matches!(kind, PhraseKind::Country | PhraseKind::Place | PhraseKind::Demonym);
        self.phrases.iter().filter(|phrase| land(phrase.kind)).all(|phrase| {
            phrase
                .referents
                .iter()
                .all(|&of| lands.contains(&of) || self.country_of(of).is_some_and(|of| lands.contains(&of)))
        })
    }

    /// قال بوروشينكو إن روسيا هاجمت بلاده: the same, as the object of a verb or verbal noun that ends before `from`.
    pub(super) fn own_land_object(&self, head: usize, from: usize, doer: Option<&Parties>) -> Option<Parties> {
        let land = self.units.get(from).filter(|unit| unit.phrase().is_none() && unit.is(Class::OwnLand))?;
        let bare = land.clitics == Clitics::NONE && self.shapes[from].preposition.is_none();
        (bare && self.is_deed_of_another(head)).then(|| self.land_of_speaker(head, from, doer)).flatten()
    }

    /// استقبل أمير الكويت الرئيس اللبناني الذي يزور البلاد, التقى الأمير عون. وكان عون وصل إلى البلاد: "the country" where somebody is
    /// who has a host there, in his clause or in the sentence before.
    pub(super) fn land_of_host(&self, at: usize, trigger: &Trigger, subject: &Parties) -> Option<Parties> {
        const REACH: usize = 6;
        if self.lang != Lang::Ar
            || trigger.predicate != Some(Predicate::Visited)
            || trigger.subject == [Slot::Traveller]
        {
            return None;
        }
        let [traveller] = subject.list.as_slice() else { return None };
        let land = (at + 1..self.units.len().min(at + 1 + REACH))
            .take_while(|&i| !self.units[i].is_stop() && self.units[i].kind != Kind::Verb)
            .find(|&i| self.units[i].phrase().is_none() && self.units[i].is(Class::HomeLand))?;
        let own = |party: &Party| self.country_of(party.referent);
        let receives = |predicate| matches!(predicate, Predicate::Hosted | Predicate::Met);
        let received = || {
            let verb = (0..at)
                .rev()
                .take_while(|&i| !self.units[i].is_stop())
                .find(|&i| self.units[i].kind == Kind::Verb && self.tells(i, receives) && self.subjects[i].is_some())?;
            let found = self.subjects[verb].as_ref().filter(|found| !found.carried)?;
            match (found.list.as_slice(), self.object(found.end, false).list.as_slice()) {
                ([host], [guest]) => Some((*host, *guest)),
                _ => None,
            }
        };
        let (a, b) = received().or(self.memory.pair.filter(|_| !self.memory.remote))?;
        // بمناسبة زيارته للبلاد: of the host's own country the guest is who travels.
        let owned = self.units[at].owner().is_some() && a.referent == traveller.referent;
        let (host, guest) = if b.referent == traveller.referent || owned { (a, b) } else { return None };
        let country = own(&host).filter(|&country| self.is_human(&host) && own(&guest) != Some(country))?;
        let party = Party { referent: country, span: None, kind: PhraseKind::Country, gender: None };
        Some(Parties::new(vec![party], 0.75, land + 1))
    }

    /// الدوحة - قنا: وصل إلى البلاد الرئيس الغاني: the country of the place from which the sentence is dated, if the traveller is of another.
    fn land_of_report(&self, at: usize, trigger: &Trigger, subject: &Parties, tokens: &Tokens) -> Option<Parties> {
        const REACH: usize = 6;
        if self.lang != Lang::Ar || trigger.predicate != Some(Predicate::Visited) || trigger.flags.abroad {
            return None;
        }
        let [traveller] = subject.list.as_slice() else { return None };
        let named = |i: usize| self.units[i].phrase().is_none() && self.units[i].is(Class::HomeLand);
        let land = (at + 1..self.units.len().min(at + 1 + REACH))
            .take_while(|&i| !self.units[i].is_mark() && self.units[i].kind != Kind::Verb)
            .find(|&i| named(i))?;
        let place = self.place_of_report(at, tokens)?;
        let country = match self.is_country_party(place) {
            true => place,
            false => self.country_of(place)?,
        };
        let own = self.country_of(traveller.referent)?;
        if !self.is_human(traveller) || own == country {
            return None;
        }
        let party = Party { referent: country, span: None, kind: PhraseKind::Country, gender: None };
        Some(Parties::new(vec![party], 0.75, land + 1))
    }

    fn is_country_party(&self, referent: Referent) -> bool {
        matches!(referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Country)
    }

    /// الرياض 14 نوفمبر (واس), الكويت - كونا: the place that an Arabic sentence opens with as its dateline, before a verb.
    fn place_of_report(&self, verb: usize, tokens: &Tokens) -> Option<Referent> {
        const LONGEST: usize = 8;
        let phrase = self.unit_phrase(0).filter(|phrase| phrase.clitics == Clitics::NONE)?;
        let place = matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country);
        let marks =
            |at: usize| matches!(tokens.tokens[self.units[at].start].gap, Gap::Punct(b'-' | b':' | b'(' | b')' | b'/'));
        let end = verb.min(LONGEST);
        let quiet = (1..end).take_while(|&at| self.units[at].kind != Kind::Verb);
        let dated = quiet.into_iter().any(marks) || verb <= end && marks(verb);
        phrase.referents.first().copied().filter(|_| place && dated)
    }

    /// موقف بلاده الداعم للعراق: the country that a word for one's own stands for.
    pub(super) fn named_own_land(&self, at: usize) -> Option<Parties> {
        let word = self.lang == Lang::Ar && self.units[at].phrase().is_none();
        word.then(|| self.own_land(at)).flatten()
    }

    /// Whether a word tells a stance or a deed that one does to another.
    fn is_deed_of_another(&self, head: usize) -> bool {
        let deed = |told: Predicate| told.family() != Family::Contact && !told.is_symmetric();
        self.lang == Lang::Ar && matches!(self.units[head].kind, Kind::Noun | Kind::Verb) && self.tells(head, deed)
    }

    /// The country of whom the clause before the deed is about, where it is not that of who does it; `land` is the word for it.
    fn land_of_speaker(&self, head: usize, land: usize, doer: Option<&Parties>) -> Option<Parties> {
        let doer = doer.filter(|doer| !doer.carried && !doer.is_empty())?;
        // لكن بوتين دافع عن سجل بلاده: of a man who acts it is his own.
        if self.units[head].kind == Kind::Verb && doer.list.iter().any(|party| self.is_human(party)) {
            return None;
        }
        let own = |key: Referent| {
            doer.list.iter().any(|party| party.referent == key || self.country_of(party.referent) == Some(key))
        };
        let country = self.land_of_subject(head, land, doer).filter(|&country| !own(country))?;
        let party = Party { referent: country, span: None, kind: PhraseKind::Country, gender: None };
        Some(Parties::new(vec![party], 0.8, land + 1))
    }

    /// أدان لبنان قصف إسرائيل أراضيه, اتهمت أرمينيا أذربيجان بقتل سبعة من جنودها: whose ground or people a deed of force strikes, told from
    /// a unit behind who does it: those of who acts in the clause around it.
    pub(super) fn own_ground_struck(&self, head: usize, from: usize, doer: &Parties) -> Option<Parties> {
        const REACH: usize = 4;
        let force = self.units[head].kind == Kind::Noun && self.tells(head, |told| told == Predicate::Attacked);
        if self.lang == Lang::En || !force || doer.is_empty() {
            return None;
        }
        let end = self.units.len().min(from + REACH);
        // قصف أراضي بلاده
        let own = |i: usize| {
            let land = self.units[i].is(Class::OwnLand) && i > from && self.units[i - 1].is(Class::Land);
            land || self.units[i].is(Class::OwnGround)
        };
        let ground = (from..end)
            .take_while(|&i| self.units[i].phrase().is_none() && !self.units[i].is_mark() && !self.limit(i))
            .find(|&i| own(i))?;
        // اغتيال القائد على أراضيها: a preposition that the noun does not govern only tells where it was done.
        let before = ground - usize::from(ground > from);
        let on = ["على", "في"].iter().any(|word| self.is_preposition_of(before, word));
        if on && !self.strikes_upon(head) {
            return None;
        }
        let verb = (0..head).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| {
            self.units[i].kind == Kind::Verb
                && self.subjects[i].as_ref().is_some_and(|own| !own.is_empty() && own.end <= head)
        })?;
        let [owner] = self.subjects[verb].as_ref()?.list.as_slice() else { return None };
        // قال الأسد إن إسرائيل قصفت أراضيه: a man's ground is his country's, a body's its own.
        let body = matches!(owner.referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation);
        let struck = if body { owner.referent } else { self.land_of(owner.referent)? };
        let other =
            doer.list.iter().all(|party| party.referent != struck && self.country_of(party.referent) != Some(struck));
        let kind = if body { owner.kind } else { PhraseKind::Country };
        let party = Party { referent: struck, span: None, kind, gender: None };
        other.then(|| Parties::new(vec![party], 0.8, ground + 1))
    }

    /// "his country supported", "its foreign minister met": the state of whom the pronoun at a unit means, or who holds the office in it that
    /// follows, where the verb stands right behind.
    pub(super) fn own_state(&self, owner: usize, chain: usize, verb: usize) -> Option<Parties> {
        let pronoun = self.unit_phrase(owner)?;
        if self.lang != Lang::En || owner + 2 != chain || pronoun.named || !self.units[owner].possessive {
            return None;
        }
        let [person] = self.parties_of(owner)[..] else { return None };
        let state = self.land_of(person.referent)?;
        let thing = &self.units[owner + 1];
        if thing.phrase().is_none() && thing.is(Class::OwnState) {
            let party = Party { referent: state, span: person.span, kind: PhraseKind::Country, gender: None };
            return Some(Parties::new(vec![party], 0.85, verb + 1));
        }
        let title = self.unit_phrase(owner + 1)?;
        let Referent::Known(key) = state else { return None };
        let vague = title.kind == PhraseKind::Unknown && title.referents.is_empty();
        let office = title.office.filter(|_| vague)?;
        let holder = self.knowledge.gazetteer.holder(office, key, self.day?)?;
        let referent = Referent::Known(holder);
        // "Putin said his president would": he speaks of nobody else.
        let other = referent != person.referent;
        let party = Party { referent, span: Some(title.span), kind: PhraseKind::Person, gender: title.gender };
        other.then(|| Parties::new(vec![party], 0.85, verb + 1))
    }

    /// "his country and Norway were urging": the parties of a list that begins at a unit, with the state that is joined before them.
    pub(super) fn with_own_state(&self, first: usize, mut list: Vec<Party>) -> Vec<Party> {
        let joined = first > 2 && self.units[first - 1].phrase().is_none() && self.units[first - 1].is(Class::Conj);
        if let Some(mut own) = joined.then(|| self.own_state(first - 3, first - 1, first)).flatten() {
            own.list.append(&mut list);
            return own.list;
        }
        list
    }

    /// هجوم على, غارات في: whether a noun of force has whom it strikes behind "on" or "in".
    fn strikes_upon(&self, head: usize) -> bool {
        let upon = ["على", "في"].map(|word| self.knowledge.lexicon.preposition_id(word));
        self.units[head].forms.iter().any(|form| {
            let mut slots = self.knowledge.lexicon.trigger(form.trigger).object.iter();
            slots.any(|slot| matches!(slot, Slot::Prep(id) if upon.contains(&Some(*id))))
        })
    }

    /// The country of who acts in the last clause before a unit, also where a title tells it of somebody whom the text does not name to us
    /// (الوزير القطري).
    fn land_of_subject(&self, head: usize, land: usize, doer: &Parties) -> Option<Referent> {
        // قال بوروشينكو إن روسيا فرضت عقوبات على بلاده: over the verb of who does it.
        // أشاد ماكرون بالجهود التي تبذلها روسيا وبدعم تركيا لبلاده: a country has no "his country".
        let his = self.units[land].is(Class::OwnLand) && self.shapes[land].feminine;
        let human = |own: &Parties| !his || own.list.iter().any(|party| self.is_human(party));
        let told =
            |own: &Parties| own.opaque || !own.is_empty() && own.end <= head && own.list != doer.list && human(own);
        let verb = (0..head)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb && self.subjects[i].as_ref().is_some_and(told))?;
        let own = self.subjects[verb].as_ref()?;
        if let [party] = own.list.as_slice() {
            return self.land_of(party.referent);
        }
        let title = self.unit_phrase(verb + 1).filter(|phrase| own.list.is_empty() && phrase.office.is_some())?;
        match title.referents.as_slice() {
            [key] if title.kind == PhraseKind::Unknown => self.land_of(*key),
            _ => None,
        }
    }

    fn land_of(&self, referent: Referent) -> Option<Referent> {
        let Referent::Known(key) = referent else { return self.country_of(referent) };
        let country = self.knowledge.gazetteer.get(key).kind == EntityKind::Country;
        if country { Some(referent) } else { self.country_of(referent) }
    }
}

impl Sentence<'_> {
    /// وصل رئيس إقليم كردستان إلى بغداد: whether a listed person holds or has held the offices of a region, and none of the country on
    /// the day of the document, so that the capital is not where he is at home.
    pub(super) fn comes_from_region(&self, person: Referent, home: EntityId) -> bool {
        let Referent::Known(person) = person else { return false };
        let gazetteer = &self.clause.knowledge.gazetteer;
        let region = |of: Option<EntityId>| of.is_some_and(|of| gazetteer.get(of).kind == EntityKind::Region);
        let now = |from: &Term| self.reader.date.is_none_or(|day| from.covers(day));
        let terms = || gazetteer.offices().of_person(person);
        terms().any(|term| region(term.of)) && !terms().any(|term| term.of == Some(home) && now(term))
    }
}
