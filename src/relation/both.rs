//! Two parties named before: الجانبان, الرئيسان, البلدان; "both sides", "the two presidents".
//!
//! The sentence itself is asked first, then what the sentences before left behind; where neither names exactly two that
//! fit, the phrase stands for nobody.

use super::clause::{Clause, Party, is_person, party_of};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, OfficeId};
use crate::lexicon::{Class, Family, Predicate};
use crate::mention::{Phrase, PhraseKind, Referent};
use crate::text::Clitics;

/// How the rows begin whose noun tells that somebody brings others together.
const BRINGS: &str = "ar-jam-n";

impl Clause<'_> {
    /// Returns the two parties that the phrase at a unit stands for, none where the text leaves it open.
    pub(super) fn both(&self, at: usize, kind: PhraseKind) -> Vec<Party> {
        match kind {
            PhraseKind::BothCountries => self.both_countries(at),
            PhraseKind::BothPeople => self.both_people(at),
            _ => self.both_sides(at),
        }
    }

    /// الرئيسان, الوزيران: two people.
    pub(super) fn both_people(&self, at: usize) -> Vec<Party> {
        let office = self.unit_phrase(at).and_then(|phrase| phrase.office);
        let mut here = self.people_who(0..at, |own| self.may_hold(own, office));
        self.without_servant(at, &mut here);
        // "hosted Rama and Karim and urged the two leaders to": not who urges them.
        if here.len() > 2 && self.lang == Lang::En && self.is_acted_on_en(at) {
            let own = self.own_subject(at);
            here.retain(|party| own.iter().all(|own| own.referent != party.referent));
        }
        // "hosted the two men": in English they are the object.
        let subject = self.lang == Lang::Ar && at > 0 && self.units[at - 1].kind == Kind::Verb;
        let pair = self.memory.pair.filter(|&(a, b)| is_person(a) && is_person(b));
        let pair = pair.filter(|(a, b)| [a, b].into_iter().all(|party| self.has_held(party, office)));
        let known = |party: &Party| pair.is_some_and(|(a, b)| [a, b].iter().any(|p| p.referent == party.referent));
        let in_group = |party: &Party| self.memory.group.iter().any(|other| other.referent == party.referent);
        let apart = |list: &[Party]| {
            list.iter().all(|one| self.memory.group.iter().all(|other| other.referent != one.referent))
        };
        if here.len() < 2
            && apart(&here)
            && let Some(two) = self.met_together(office)
        {
            return two;
        }
        match here.as_slice() {
            [_, _] => here,
            // تحدث فلان وفلان مع بوتين. وحض بوتين الزعيمين: the two with whom he spoke.
            [one] if !subject && self.lang == Lang::Ar && self.memory.group.len() == 3 && in_group(one) => {
                self.memory.group.iter().filter(|other| other.referent != one.referent).copied().collect()
            }
            // زار فلان مصر وبحث الرئيسان: he is one of the two, and who is the other? But قال المتحدث إن الرئيسين, استقبل
            // فلان الوزيرين speak of two others.
            [one] if subject && !known(one) && !self.complement_before(at) => Vec::new(),
            // التقى ماكرون السراج وحفتر. واتفق الرجلان: the two with whom he met, where neither is the other's man.
            [] if subject && office.is_none() && self.two_guests().is_some() => self.two_guests().unwrap_or_default(),
            [] | [_] => match pair {
                Some((a, b)) => vec![a, b],
                None if self.memory.people.len() == 2
                    && self.memory.people.iter().all(|party| self.has_held(party, office)) =>
                {
                    self.memory.people.clone()
                }
                // "Obama and Castro said that the Pope had helped. The two men": the two of whom the sentence before told.
                None if here.is_empty() && self.lang == Lang::En && self.told_of_two(office) => {
                    self.memory.subject.clone()
                }
                // "briefed leaders on his call. The leaders agreed": one of several, and the others are not named.
                None if self.lang == Lang::En
                    && self.memory.people.len() == 1
                    && self.unit_phrase(at).is_some_and(|phrase| phrase.number == Number::Plural) =>
                {
                    self.memory.people.clone()
                }
                None => Vec::new(),
            },
            [..] => match pair {
                Some((a, b)) if here.iter().filter(|party| known(party)).count() == 2 => vec![a, b],
                _ => Vec::new(),
            },
        }
    }

    /// قال الأمين العام إنه سيجتمع بعلييف وباشينيان. وقبل الزعيمان: the two whom one met together, where both of them lead a country.
    fn met_together(&self, office: Option<OfficeId>) -> Option<Vec<Party>> {
        let offices = self.knowledge.gazetteer.offices();
        let high = |held: OfficeId| {
            let kind = offices.kind(held);
            kind.regnal || kind.national || matches!(offices.name(held), "president" | "prime_minister" | "leader")
        };
        let leads = |party: &Party| match party.referent {
            Referent::Known(key) => offices.of_person(key).any(|term| high(term.office)),
            Referent::New(_) => false,
        };
        let (first, _) = self.memory.pair?;
        let two = &self.memory.others;
        let apart = two.len() == 2 && two.iter().all(|party| party.referent != first.referent && leads(party));
        let fits = self.lang == Lang::Ar && office.is_none_or(high) && self.memory.group.len() == 3;
        (fits && apart && is_person(first) && !self.same_country(two[0], two[1])).then(|| two.clone())
    }

    /// The two people of different countries whom a third one met, who has neither's country.
    fn two_guests(&self) -> Option<Vec<Party>> {
        let [a, b] = self.memory.others.as_slice() else { return None };
        let own = self.memory.group.iter().find(|party| ![a.referent, b.referent].contains(&party.referent))?;
        let land = |party: &Party| self.country_of(party.referent);
        let apart =
            land(a).is_some() && land(b).is_some() && land(a) != land(b) && ![land(a), land(b)].contains(&land(own));
        let people = [a, b, own].iter().all(|party| is_person(**party));
        (self.lang == Lang::Ar && self.memory.group.len() == 3 && apart && people).then(|| vec![*a, *b])
    }

    /// "Morsi's spokesman, Yasser Ali, said the two leaders": leaves him out who speaks for the other of two people named before a unit.
    fn without_servant(&self, at: usize, people: &mut Vec<Party>) {
        if let [master, servant] = people[..]
            && self.lang == Lang::En
            && self.serves_one_named(at, master, servant)
        {
            people.truncate(1);
        }
    }

    /// "Morsi's spokesman, Yasser Ali, said the two leaders": whether the second of two people named before a unit is told by a word of what he
    /// is to the first, who is his own master, and no counterpart or guest.
    fn serves_one_named(&self, at: usize, master: Party, servant: Party) -> bool {
        const WORDS: usize = 6;
        let names = |unit: usize, party: Party| {
            self.unit_phrase(unit)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.referents.contains(&party.referent))
        };
        let Some(owner) = (0..at).find(|&unit| self.units[unit].possessive && names(unit, master)) else {
            return false;
        };
        // "spokesman", "chief of staff": a word or a title that means nobody by itself.
        let post = |at: usize| {
            let unit = &self.units[at];
            let vague = |phrase: &Phrase| phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty();
            let title = self.unit_phrase(at).is_none_or(vague);
            !unit.counterpart && title && (unit.is_comma() || !unit.is_mark() && unit.kind != Kind::Verb)
        };
        let reach = self.units.len().min(owner + WORDS).min(at);
        let Some(named) = (owner + 1..reach).find(|&unit| !post(unit)) else {
            return false;
        };
        let stranger = matches!(servant.referent, Referent::New(_)) || self.same_country(master, servant);
        stranger && names(named, servant) && !self.units[named].counterpart
    }

    /// Returns whether two people did what the sentence before told, as far as an office tells which.
    fn told_of_two(&self, office: Option<OfficeId>) -> bool {
        let two = self.memory.subject.as_slice();
        two.len() == 2 && two.iter().all(|party| is_person(*party) && self.has_held(party, office))
    }

    /// البلدان, الحكومتان: two countries.
    pub(super) fn both_countries(&self, at: usize) -> Vec<Party> {
        if let Some(two) = self.named_behind(at) {
            return two;
        }
        let here = self.countries_before(at);
        let known = |party: &Party| self.memory.countries.iter().any(|other| other.referent == party.referent);
        let listed = |party: &Party| self.memory.nations.iter().any(|other| other.referent == party.referent);
        let both = |mut two: Vec<Party>| {
            two.iter_mut().for_each(|party| party.kind = PhraseKind::BothCountries);
            two
        };
        both(match here.len() {
            2 => here,
            // زار فلان تونس وليبيا. وأكد دعم بلاده للبلدين: the two of a list where no two had to do with each other.
            0 if self.memory.countries.is_empty() && self.memory.nations.len() == 2 && self.is_favoured(at) => {
                self.memory.nations.clone()
            }
            0 => self.memory.countries.clone(),
            // هاتف أمير قطر رئيسي سوريا والعراق. وأكد وقوف قطر إلى جانب البلدين: the other two of three.
            1 if self.others_of_three(at, &here).is_some() => self.others_of_three(at, &here).unwrap_or_default(),
            // نشب خلاف بين مصر وتركيا. ودعا لافروف البلدين: who demands is none of those of whom he does.
            _ if self.is_acted_on(at) && self.memory.countries.len() == 2 && !here.iter().any(known) => {
                self.memory.countries.clone()
            }
            // أجرت تركيا محادثات مع السويد وفنلندا. وكانت أنقرة قد اتهمت البلدين: the two of a list that it is none of.
            _ if self.is_acted_on(at) && self.memory.nations.len() == 2 && !here.iter().any(listed) => {
                self.memory.nations.clone()
            }
            _ if self.memory.countries.len() == 2
                && here.iter().filter(|party| known(party)).count() == here.len().min(2) =>
            {
                self.memory.countries.clone()
            }
            _ => Vec::new(),
        })
    }

    /// The countries of the other two of three whose people had to do with each other, beside the one named here.
    fn others_of_three(&self, at: usize, here: &[Party]) -> Option<Vec<Party>> {
        let between = at > 0 && self.is_preposition_of(at - 1, "بين");
        let [own] = here else { return None };
        let three = self.countries_of(&self.memory.group);
        if self.lang != Lang::Ar || between || three.len() != 3 {
            return None;
        }
        let others: Vec<Party> = three.into_iter().filter(|party| party.referent != own.referent).collect();
        (others.len() == 2).then_some(others)
    }

    /// حث فلان البلدين, أشاد فلان بالبلدين: whether a phrase stands behind a verb of stance and its subject, as those whom it is about.
    fn is_acted_on(&self, at: usize) -> bool {
        // حثت مصر وقطر الطرفين: over all who act.
        let bare = |at: usize| self.unit_phrase(at).is_some_and(|phrase| !phrase.clitics.has_preposition());
        let attached = self
            .unit_phrase(at)
            .is_some_and(|phrase| matches!(phrase.clitics, Clitics::NONE | Clitics::BI | Clitics::LI));
        let verb = (0..at).rev().find(|&before| !bare(before));
        if self.lang == Lang::En {
            return self.is_acted_on_en(at);
        }
        attached
            && verb.is_some_and(|verb| {
                // اتهمت البلدين has its subject before it or none.
                self.units[verb].kind == Kind::Verb
                    && self.tells(verb, |told| {
                        told == Predicate::Briefed
                            || told != Predicate::AgreedWith
                                && told.family() != Family::Contact
                                && told != Predicate::Mediated
                    })
            })
            || self.is_favoured(at)
            || self.is_brought_together(at)
    }

    /// دعم بلاده للبلدين, وقوف قطر إلى جانب البلدين, تضامنها مع البلدين: whether a noun of support or blame has a phrase behind its preposition.
    fn is_favoured(&self, at: usize) -> bool {
        const REACH: usize = 5;
        let led = self.unit_phrase(at).is_some_and(|phrase| phrase.clitics == Clitics::LI)
            || at > 0 && ["إلى", "مع", "على"].iter().any(|word| self.is_preposition_of(at - 1, word));
        let stance = |told: Predicate| {
            matches!(told, Predicate::Supported | Predicate::Aided | Predicate::Praised | Predicate::Criticised)
        };
        let near = (at.saturating_sub(REACH)..at).rev().take_while(|&i| !self.units[i].is_mark());
        let head = near.into_iter().find(|&i| matches!(self.units[i].kind, Kind::Noun | Kind::Verb));
        self.lang == Lang::Ar
            && led
            && head.is_some_and(|head| self.units[head].kind == Kind::Noun && self.tells(head, stance))
    }

    /// البلدين مصر والأردن: the two countries that are named right behind.
    fn named_behind(&self, at: usize) -> Option<Vec<Party>> {
        let country = |at: usize, clitics: Clitics| {
            self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Country && phrase.clitics == clitics)
        };
        let two = self.lang == Lang::Ar && country(at + 1, Clitics::NONE) && country(at + 2, Clitics::WA);
        two.then(|| [self.parties_of(at + 1), self.parties_of(at + 2)].concat()).filter(|two| two.len() == 2)
    }

    /// ترعى مصر وقطر المفاوضات بين الطرفين: whether a phrase stands behind "between" and a verb of mediating, none of whose subjects it means.
    fn is_brought_together(&self, at: usize) -> bool {
        let between = at.checked_sub(1).filter(|&before| self.is_preposition_of(before, "بين"));
        let open = |before: &usize| !self.units[*before].is_mark();
        let verb = between.and_then(|between| {
            (0..between).rev().take_while(open).find(|&before| self.units[before].kind == Kind::Verb)
        });
        verb.is_some_and(|verb| self.tells(verb, |told| told == Predicate::Mediated))
    }

    /// "urged both countries to", "mediates between the two sides": whether a phrase is the object of a verb of stance in English, or
    /// whom somebody mediates between.
    fn is_acted_on_en(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let between = self.units[before].phrase().is_none() && self.is_preposition_of(before, "between");
        // "called on both sides to"
        let on = self.units[before].phrase().is_none()
            && ["on", "upon"].iter().any(|word| self.is_preposition_of(before, word))
            && before > 0
            && self.tells(before - 1, |told| told == Predicate::DemandedOf);
        let verb = if between || on { before.checked_sub(1) } else { Some(before) };
        verb.is_some_and(|verb| {
            self.units[verb].kind == Kind::Verb
                && self.tells(verb, |told| {
                    told == Predicate::Mediated
                        || !between && told.family() != Family::Contact && told != Predicate::AgreedWith
                })
        })
    }

    /// الجانبان, الطرفان: those of the last contact, else two countries.
    fn both_sides(&self, at: usize) -> Vec<Party> {
        if let Some(two) = self.between_whom(at) {
            return two;
        }
        if let Some(two) = self.sides_of_sponsored(at) {
            return two;
        }
        let mut people = self.people_before(at);
        self.without_servant(at, &mut people);
        if people.len() == 2 && !self.same_country(people[0], people[1]) {
            return people;
        }
        // تبادلت إسرائيل وحماس ... قبل أن يتفق الجانبان: the two that did something before.
        // حثت السعودية وأمريكا الطرفين على: not the two who act on them.
        let verb = || (0..at).rev().find(|&before| self.units[before].kind == Kind::Verb);
        let end = if self.is_acted_on(at) { verb().unwrap_or(at) } else { at };
        let subjects = self.subjects.iter().take(end).flatten().rev().find(|found| found.list.len() == 2);
        if people.is_empty()
            && let Some(two) = subjects.filter(|found| !found.carried)
        {
            return two.list.clone();
        }
        match (self.memory.pair, self.memory.sides.as_slice()) {
            (Some((a, b)), _) => vec![a, b],
            // "Medvedev thanked Assad. The two met": the two whom the text has named.
            _ if self.lang == Lang::En && self.units[at].pair && self.memory.people.len() == 2 => {
                self.memory.people.clone()
            }
            (None, &[a, b]) if !self.same_country(a, b) => vec![a, b],
            (None, _) => match self.memory.opposed {
                Some((a, b)) => vec![a, b],
                None => self.both_countries(at),
            },
        }
    }

    /// ترعى السعودية وأمريكا المفاوضات بين الطرفين: of talks that two sponsor, those of whom the text told before; nobody where it told of
    /// none.
    fn sides_of_sponsored(&self, at: usize) -> Option<Vec<Party>> {
        const REACH: usize = 8;
        let before = at.checked_sub(1).filter(|_| self.lang == Lang::Ar)?;
        let open = |i: &usize| !self.units[*i].is_stop();
        let verb = || {
            (before.saturating_sub(REACH)..before)
                .rev()
                .take_while(open)
                .find(|&i| self.units[i].kind == Kind::Verb)
                .filter(|&i| self.tells(i, |told| told == Predicate::Mediated))
        };
        // أدى فلان دورا في جمع الطرفين: nor is who brings them together one of them.
        let brings = self.units[before]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).id.starts_with(BRINGS));
        let own = if self.is_preposition_of(before, "بين") {
            self.subjects.get(verb()?)?.as_ref().filter(|own| own.list.len() == 2)?.list.clone()
        } else if brings {
            [self.people_before(at), self.countries_before(at)].concat()
        } else {
            return None;
        };
        let other = |party: &Party| own.iter().all(|own| own.referent != party.referent);
        let told = [self.memory.pair.map(|(a, b)| vec![a, b]).unwrap_or_default()];
        let told = told.iter().chain([&self.memory.sides, &self.memory.countries]);
        let two = told.into_iter().find(|two| two.len() == 2 && two.iter().all(other)).cloned();
        Some(two.unwrap_or_default())
    }

    /// "mediates between Israel and the Palestinians, called on both sides": the two between whom something stands, in English.
    fn between_whom(&self, at: usize) -> Option<Vec<Party>> {
        let between =
            (0..at).rev().filter(|_| self.lang == Lang::En).find(|&i| self.is_preposition_of(i, "between"))?;
        let (first, second) = (between + 1, between + 3);
        // "between both sides" means nobody by itself.
        let named =
            |kind| matches!(kind, PhraseKind::Country | PhraseKind::Agent | PhraseKind::Body | PhraseKind::Person);
        let party = |i: usize| self.bare_party(i) && self.unit_phrase(i).is_some_and(|phrase| named(phrase.kind));
        if second >= at || !party(first) || !self.units[between + 2].is(Class::Conj) || !party(second) {
            return None;
        }
        let two = [self.parties_of(first), self.parties_of(second)].concat();
        (two.len() == 2 && !self.same_country(two[0], two[1])).then_some(two)
    }

    /// رئيسا وزراء البلدين: whether somebody named before may be one of them, as far as an office tells which.
    fn has_held(&self, party: &Party, office: Option<OfficeId>) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let Some(office) = office.filter(|&office| offices.name(office).ends_with("_minister")) else { return true };
        match party.referent {
            Referent::Known(key) => offices.of_person(key).any(|term| term.office == office),
            Referent::New(_) => true,
        }
    }

    /// Returns whether a party is a human being.
    pub(super) fn is_human(&self, party: &Party) -> bool {
        match party.referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Person,
            Referent::New(_) => is_person(*party),
        }
    }

    /// The people named before a unit, once each.
    pub(super) fn people_before(&self, at: usize) -> Vec<Party> {
        // محادثات بين فلان وفلان بحضور المبعوث، حيث اتفقا: who is only present is none of the two.
        let presence =
            (0..at).find(|&unit| self.units[unit].phrase().is_none() && self.units[unit].is(Class::Presence));
        // Read off the phrases: who they are may itself hang on who was named before.
        let people = |from: usize| self.units[from..].iter().take_while(|unit| unit.phrase().is_some()).count();
        let present = presence.map_or(at..at, |unit| unit..unit + 1 + people(unit + 1));
        self.people_who((0..at).filter(|unit| !present.contains(unit)), |_| true)
    }

    /// وصل كيري يرافقه هاغل إلى تونس وكان في استقبالهما: the people named before a unit, with who comes along, who is read last.
    pub(super) fn people_along(&self, at: usize) -> Vec<Party> {
        let before = |&unit: &usize| unit < at || self.units[unit].start < self.units[at].start;
        self.people_who((0..self.units.len()).filter(before), |_| true)
    }

    /// الوزيران are no president and ambassador: whether a title may be of the kind of another.
    fn may_hold(&self, own: Option<OfficeId>, asked: Option<OfficeId>) -> bool {
        let (Some(own), Some(asked)) = (own, asked) else { return true };
        let offices = self.knowledge.gazetteer.offices();
        let lesser = offices.kind(own).lesser;
        let (own, asked) = (offices.name(own), offices.name(asked));
        // رئيسا وزراء البلدين are no foreign ministers, الوزيران may be any.
        let other = asked.ends_with("_minister") && own.ends_with("minister") && asked != own;
        own == asked || own.ends_with("minister") == asked.ends_with("minister") && !lesser && !other
    }

    /// The people named in some units whose titles are as wanted, once each.
    fn people_who(&self, units: impl Iterator<Item = usize>, wanted: impl Fn(Option<OfficeId>) -> bool) -> Vec<Party> {
        let mut people: Vec<Party> = Vec::new();
        for unit in units {
            let Some(phrase) = self.unit_phrase(unit).filter(|phrase| phrase.kind == PhraseKind::Person) else {
                continue;
            };
            if !wanted(phrase.office) {
                continue;
            }
            // A person's phrase stands for nobody else.
            let party = |&referent: &Referent| party_of(phrase, referent);
            for party in phrase.referents.iter().map(party).filter(|party| self.is_human(party)) {
                if people.iter().all(|known| known.referent != party.referent) {
                    people.push(party);
                }
            }
        }
        people
    }

    /// The countries named before a unit, by themselves, by a demonym or by an office, once each.
    pub(super) fn countries_before(&self, at: usize) -> Vec<Party> {
        let mut countries: Vec<Party> = Vec::new();
        for unit in 0..at.min(self.units.len()) {
            let Some(phrase) = self.unit_phrase(unit) else { continue };
            let party = |referent| Party { referent, span: Some(phrase.span), kind: PhraseKind::Country, gender: None };
            let own = matches!(phrase.kind, PhraseKind::Country | PhraseKind::Demonym | PhraseKind::Agent);
            let whose = |&referent: &Referent| match phrase.kind {
                // "UN envoy Rama": his body's man is no side of what two countries do.
                PhraseKind::Person if self.lang == Lang::En => self
                    .country_of(referent)
                    .filter(|_| phrase.of.is_none_or(|of| self.is_country(Referent::Known(of)))),
                PhraseKind::Person => self.country_of(referent),
                _ => Some(referent).filter(|_| own),
            };
            for country in phrase.referents.iter().filter_map(whose).map(party) {
                if self.is_country(country.referent) && countries.iter().all(|known| known.referent != country.referent)
                {
                    countries.push(country);
                }
            }
        }
        countries.extend(self.land_of_town(at, &countries));
        countries
    }

    /// زار السيسي باريس. ووقع البلدان: beside a single country the one other in which the towns lie that are named before a unit.
    fn land_of_town(&self, at: usize, countries: &[Party]) -> Option<Party> {
        let [own] = countries else { return None };
        // الجامعة الأمريكية بالقاهرة: not beside an adjective.
        let guest =
            |phrase: &crate::mention::Phrase| Some(phrase.span) == own.span && phrase.kind == PhraseKind::Person;
        if !self.phrases.iter().any(guest) {
            return None;
        }
        let mut lands = (0..at.min(self.units.len())).filter_map(|unit| {
            let phrase = self.unit_phrase(unit).filter(|phrase| phrase.kind == PhraseKind::Place)?;
            let land = self.country_of(*phrase.referents.first()?)?;
            let party = Party { referent: land, span: Some(phrase.span), kind: PhraseKind::Country, gender: None };
            (land != own.referent).then_some(party)
        });
        let found = lands.next().filter(|_| self.lang == Lang::Ar)?;
        lands.all(|other| other.referent == found.referent).then_some(found)
    }

    fn is_country(&self, referent: Referent) -> bool {
        matches!(referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Country)
    }

    /// The country of a listed person.
    pub(super) fn country_of(&self, referent: Referent) -> Option<Referent> {
        match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).country.map(Referent::Known),
            Referent::New(_) => None,
        }
    }

    /// Whether two are of one country.
    pub(super) fn same_country(&self, a: Party, b: Party) -> bool {
        let of = self.country_of(a.referent);
        of.is_some() && of == self.country_of(b.referent)
    }

    fn complement_before(&self, at: usize) -> bool {
        self.units[..at].iter().any(|unit| unit.is(Class::Complement))
    }
}
