//! Whom a pronoun stands for.

use super::clause::{Clause, Parties, Party, agrees, is_person};
use super::subject_en::VerbForm;
use super::unit::{Case, Kind};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Pronoun, Tense};
use crate::mention::{Mechanism, Phrase, PhraseKind};
use crate::text::Clitics;

impl Clause<'_> {
    /// Returns who the pronoun at a unit stands for, by its case where the language shows it.
    pub(super) fn pronoun(&self, at: usize, pronoun: Pronoun) -> Vec<Party> {
        if self.without.lacks(Mechanism::Pronouns) {
            return Vec::new();
        }
        if self.lang == Lang::En
            && let Some(topic) = self.topic_quoted(at, pronoun)
        {
            return vec![topic];
        }
        match self.units[at].case {
            Some(Case::Object) if pronoun.number == Number::Singular => self.other_than_subject(at, pronoun),
            Some(Case::Object) => self.others_than_subject(at, pronoun),
            // "severed ties with Qatar, accusing it of": of what is charged or asked of it, another one.
            Some(Case::Thing) if self.is_charged(at) => {
                let own = self.own_subject(at);
                let near = self.thing_other_than(at, own);
                near.into_iter().collect()
            }
            // "NATO said it would", "the Houthis said they had": of what a body tells, the body itself.
            Some(Case::Thing | Case::Subject) if self.is_body_told_of_itself(at, pronoun) => {
                self.body_that_speaks(at).into_iter().collect()
            }
            // "blamed it on": most often no country.
            Some(Case::Thing) if at > 0 && self.units[at - 1].kind == Kind::Verb && !self.is_object_control(at - 1) => {
                Vec::new()
            }
            Some(Case::Thing | Case::ThingOwner) => self.thing(at),
            // "I met Rama," he said: nobody whom he names himself.
            Some(Case::Subject) if self.ends_quotation(at) => self.goes_on_speaking(at, pronoun).into_iter().collect(),
            Some(Case::Subject) if self.follows_occasion(at) && self.goes_on_speaking(at, pronoun).is_some() => {
                self.goes_on_speaking(at, pronoun).into_iter().collect()
            }
            Some(Case::Subject) if self.stands_for_unnamed(at) => {
                let owner = self.owner_of_opening(at, pronoun).or_else(|| self.represented(at, pronoun));
                owner.into_iter().collect()
            }
            Some(Case::Subject) if pronoun.number != Number::Singular && self.two_in_contact(at).is_some() => {
                self.two_in_contact(at).unwrap_or_default()
            }
            // "Statement from the President … I spoke": but not what he quotes.
            Some(Case::Speaker) => self.narrator.or_else(|| self.quoted_speaker(at, pronoun)).into_iter().collect(),
            Some(Case::Addressed) => self.told_beside_quotation(at),
            // "was brokered by Obama during his visit"
            Some(Case::Owner) if pronoun.number == Number::Singular && self.agent_before(at, pronoun).is_some() => {
                self.agent_before(at, pronoun).into_iter().collect()
            }
            // "thanked the president for his support", whoever the president is.
            Some(Case::Owner) if pronoun.number == Number::Singular && self.judges_nobody(at) => Vec::new(),
            Some(Case::Owner) if pronoun.number == Number::Singular => {
                self.judged(at).map_or_else(|| self.antecedent(at, pronoun), |party| vec![party])
            }
            Some(Case::Latter) => self.latter(at, pronoun).into_iter().collect(),
            None if self.lang == Lang::Ar && at > 0 && self.units[at - 1].kind == Kind::Participle => {
                self.object_of_participle(at, pronoun)
            }
            _ => self.antecedent(at, pronoun),
        }
    }

    /// "Your visit was a success," Merkel said: whether a noun is told of as theirs to whom one speaks, whoever they are.
    pub(super) fn is_yours(&self, noun: usize) -> bool {
        const WORDS: usize = 3;
        let yours = |unit: &super::unit::Unit| unit.possessive && unit.case == Some(Case::Addressed);
        let near = (noun.saturating_sub(WORDS)..noun).rev().take_while(|&before| !self.units[before].is_mark());
        self.lang == Lang::En && near.into_iter().any(|before| yours(&self.units[before]))
    }

    /// "Your visit was a success," Merkel told Rama: whom the verb of telling beside a quotation names, if it names somebody.
    fn told_beside_quotation(&self, at: usize) -> Vec<Party> {
        let quoted = (0..self.units.len()).any(|unit| self.shapes[unit].marked);
        let tells = |&verb: &usize| {
            self.units[verb].kind == Kind::Verb
                && self.tells(verb, |told| told == Predicate::Briefed)
                && self.unit_phrase(verb + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
                && self.bare_party(verb + 1)
        };
        let verb = (at + 1..self.units.len()).find(tells).or_else(|| (0..at).rev().find(tells)).filter(|_| quoted);
        verb.map(|verb| self.parties_of(verb + 1)).unwrap_or_default()
    }

    /// "Kerry met Lavrov in Geneva, where they agreed": the two people of whose contact the verb before tells.
    fn two_in_contact(&self, at: usize) -> Option<Vec<Party>> {
        let open = |before: &usize| !self.units[*before].is_stop();
        let verb = (0..at).rev().take_while(open).find(|&before| self.units[before].kind == Kind::Verb)?;
        let contact = self.tells(verb, |told| told.family() == Family::Contact && told != Predicate::Visited);
        let own = self.subjects.get(verb)?.as_ref().filter(|own| contact && !own.is_empty())?;
        let whom = verb + 1 + usize::from(verb + 2 < at && self.is_preposition_of(verb + 1, "with"));
        let other = (whom < at && self.bare_party(whom)).then(|| self.list(whom))?;
        let nobody_else = (other.end..at).all(|i| self.unit_phrase(i).is_none_or(|p| p.kind != PhraseKind::Person));
        match (own.list.as_slice(), other.list.as_slice()) {
            ([a], [b]) if is_person(*a) && is_person(*b) && a.referent != b.referent && nobody_else => {
                Some(vec![*a, *b])
            }
            _ => None,
        }
    }

    /// The one person behind the "by" of a passive, where nobody else stands before a pronoun.
    fn agent_before(&self, at: usize, pronoun: Pronoun) -> Option<Party> {
        let near = (0..at).rev().find(|&i| self.units[i].phrase().is_some()).filter(|&near| near > 1)?;
        let agent = self.is_preposition_of(near - 1, "by") && self.units[near - 2].kind == Kind::Verb;
        let person = |party: &Party| is_person(*party) && agrees(*party, pronoun.gender);
        // "was received by Tamim on his arrival": the guest arrives.
        let arrives = || {
            let hosts = self.tells(near - 2, |told| matches!(told, Predicate::Hosted | Predicate::Met));
            let words =
                self.units.iter().enumerate().skip(at + 1).take(3).take_while(|(_, unit)| unit.phrase().is_none());
            hosts && words.into_iter().any(|(noun, _)| self.tells(noun, |told| told == Predicate::Visited))
        };
        if agent && arrives() {
            let guest = self.subjects.get(near - 2)?.as_ref().filter(|own| own.list.len() == 1)?;
            return guest.list.first().copied().filter(person);
        }
        match self.parties_of(near).as_slice() {
            [party] if agent && person(party) => Some(*party),
            _ => None,
        }
    }

    /// Returns whether "it" or "they" opens what a country or body says.
    fn is_body_told_of_itself(&self, at: usize, pronoun: Pronoun) -> bool {
        let thing = self.units[at].case == Some(Case::Thing);
        (thing || pronoun.number != Number::Singular) && self.body_that_speaks(at).is_some()
    }

    /// The country, body or people that an English verb of saying has as its subject, where what it says begins at a unit.
    fn body_that_speaks(&self, at: usize) -> Option<Party> {
        // "told Germany that it would meet", "admitted to Germany that it had"
        let informs = |verb: usize| {
            self.units[verb].kind == Kind::Verb
                && (self.tells_speech(verb)
                    || self.tells(verb, |told| matches!(told, Predicate::Briefed | Predicate::Promised)))
        };
        let told = |i: usize| {
            let verb = i - 1 - usize::from(i > 1 && self.units[i - 1].is_to());
            self.bare_party(i) && informs(verb)
        };
        let duty = self.units.get(at + 1).is_some_and(|next| next.is(Class::Possible));
        let verb = (0..at)
            .rev()
            .take_while(|&i| {
                !self.units[i].is_mark() && (self.units[i].phrase().is_none() || i > 0 && !duty && told(i))
            })
            .find(|&i| self.units[i].kind == Kind::Verb)?;
        let own = self.subjects.get(verb)?.as_ref().filter(|own| informs(verb) && !own.carried)?;
        match own.list.as_slice() {
            [party] if !is_person(*party) => Some(*party),
            _ => None,
        }
    }

    /// تلقى شكري اتصالا من كيري، وأكد الأخير: who was named last, here or in the sentence before; of countries only "she" is one.
    fn latter(&self, at: usize, pronoun: Pronoun) -> Option<Party> {
        let may_be = |kind| match pronoun.gender {
            Some(Gender::Feminine) => matches!(kind, PhraseKind::Person | PhraseKind::Country),
            _ => kind == PhraseKind::Person,
        };
        let here = (0..at).rev().filter(|&unit| self.unit_phrase(unit).is_some_and(|phrase| may_be(phrase.kind)));
        let here = here.filter_map(|unit| self.parties_of(unit).last().copied()).next();
        // التقى شكري كيري. وقال شكري إن الأخير: he speaks of another.
        let speaker = self.speaker_alone(at);
        let said_of = |party: &Party| speaker.is_none_or(|own| own.referent != party.referent);
        let here = here.filter(said_of);
        // "Kerry urged the opposition, which the latter rejected": in English also a body or country may be the latter.
        let other = |phrase: &Phrase| matches!(phrase.kind, PhraseKind::Body | PhraseKind::Agent | PhraseKind::Country);
        let nearest =
            (0..at).rev().find_map(|unit| self.unit_phrase(unit).filter(|phrase| phrase.kind != PhraseKind::Pronoun));
        if self.lang == Lang::En && nearest.is_some_and(other) {
            return None;
        }
        let before = || self.memory.named.iter().rev().find(|party| said_of(party)).copied();
        let party = here.or_else(before)?;
        agrees(party, pronoun.gender).then_some(party)
    }

    /// وقال شكري إن الأخير: whose words begin right before a unit, where the sentence has named nobody else.
    fn speaker_alone(&self, at: usize) -> Option<Party> {
        // إن هذا الأخير
        let this = |unit: usize| self.units[unit].phrase().is_none() && !self.units[unit].is(Class::Complement);
        let this = at.checked_sub(1).is_some_and(this);
        let opens = at.checked_sub(1 + usize::from(this)).filter(|&that| self.units[that].is(Class::Complement))?;
        let verb = (0..opens).rev().find(|&verb| self.units[verb].kind == Kind::Verb)?;
        let own = self.subjects.get(verb)?.as_ref().filter(|_| self.lang == Lang::Ar && self.tells_speech(verb))?;
        let [own] = own.list.as_slice() else { return None };
        let others = self.people_before(at).iter().any(|other| other.referent != own.referent);
        (!others).then_some(*own)
    }

    /// قال ترامب إن مادورو يقمع شعبه، متهما إياه بـ: somebody named before who is not the one that the participle speaks of.
    fn object_of_participle(&self, at: usize, pronoun: Pronoun) -> Vec<Party> {
        let actor = self.outer_speaker(at - 1).unwrap_or_else(|| self.control(at - 1));
        let fits = |party: &Party| {
            agrees(*party, pronoun.gender) && actor.list.iter().all(|own| own.referent != party.referent)
        };
        // أجرى اتصالا بالسيسي مهنئا إياه: a person behind a preposition, too.
        let is = |unit: usize, kind| self.unit_phrase(unit).is_some_and(|phrase| phrase.kind == kind);
        // التقى نتنياهو في القدس، مطالبا إياه: nor where it was.
        let site = |unit: usize| unit > 0 && self.units[unit - 1].is_preposition() && is(unit, PhraseKind::Place);
        let named = (0..at)
            .rev()
            .filter(|&unit| (self.bare_party(unit) || is(unit, PhraseKind::Person)) && !site(unit))
            .map(|unit| (unit, self.parties_of(unit)));
        let single = named.filter(|(_, list)| list.len() == 1).map(|(unit, list)| (unit, list[0]));
        let mut fitting: Vec<(usize, Party)> = single.filter(|(_, party)| fits(party)).collect();
        // اتهم السعودية بدعم داعش، داعيا إياها: nor who stands in the charge, where somebody else is accused.
        let charged = |unit: usize| unit > 0 && self.units[unit - 1].kind == Kind::Noun && self.has_bi(unit - 1);
        if fitting.len() > 1 && charged(fitting[0].0) {
            fitting.remove(0);
        }
        if actor.is_empty() {
            return Vec::new();
        }
        if fitting.is_empty() && pronoun.gender == Some(Gender::Feminine) {
            fitting.extend(self.state_done_to(at).filter(|(_, party)| fits(party)));
        }
        let joined = |unit: usize| self.states_ending_at(unit, &actor);
        match pronoun.number {
            // اتهم تركيا وقطر بدعم الإرهاب، مطالبا إياهما
            Number::Dual => {
                fitting.first().map(|&(unit, _)| joined(unit)).filter(|two| two.len() == 2).unwrap_or_default()
            }
            // حمل أمريكا وبريطانيا وفرنسا المسؤولية، محذرا إياها: of several states one speaks as of a woman.
            Number::Singular if pronoun.gender == Some(Gender::Feminine) => {
                let several = fitting.first().map(|&(unit, _)| joined(unit)).filter(|several| several.len() > 1);
                several.unwrap_or_else(|| fitting.first().map(|&(_, party)| party).into_iter().collect())
            }
            Number::Singular => fitting.first().map(|&(_, party)| party).into_iter().collect(),
            Number::Plural => Vec::new(),
        }
    }

    /// قطعت علاقاتها بقطر متهمة إياها, فرضت عقوبات على إيران متهمة إياها: the country or body to which the deed before was done, behind a preposition.
    fn state_done_to(&self, at: usize) -> Option<(usize, Party)> {
        let state = |unit: usize| {
            self.unit_phrase(unit).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body))
        };
        let places = ["في", "من"].iter().filter_map(|word| self.knowledge.lexicon.preposition_id(word));
        let places: Vec<_> = places.collect();
        let within =
            |unit: usize| places.iter().any(|&id| self.governs(unit, id) || unit > 0 && self.governs(unit - 1, id));
        let last = (0..at).rev().find(|&unit| state(unit) && !within(unit))?;
        self.parties_of(last).first().map(|&party| (last, party))
    }

    /// The countries and bodies joined to each other that end at a unit, where none of them is who acts.
    fn states_ending_at(&self, last: usize, actor: &Parties) -> Vec<Party> {
        let state = |unit: usize| {
            self.unit_phrase(unit)
                .is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent))
        };
        let mut first = last;
        while first > 0 && state(first) && self.units[first].clitics == Clitics::WA && state(first - 1) {
            first -= 1;
        }
        let list: Vec<Party> =
            (first..=last).filter(|&unit| state(unit)).flat_map(|unit| self.parties_of(unit)).collect();
        let own = list.iter().any(|party| actor.list.iter().any(|own| own.referent == party.referent));
        if own { Vec::new() } else { list }
    }

    /// Returns who a pronoun stands for, when one reading is likely enough.
    pub(super) fn antecedent(&self, at: usize, pronoun: Pronoun) -> Vec<Party> {
        if self.without.lacks(Mechanism::Pronouns) {
            return Vec::new();
        }
        if pronoun.speaks {
            return self.own_words(at).list;
        }
        if pronoun.number != Number::Singular {
            // The subjects of the sentence, when there are several; else those of the last contact.
            let several = (0..at).rev().find_map(|unit| self.subjects.get(unit)?.as_ref().filter(|s| s.list.len() > 1));
            if let Some(subject) = several {
                return subject.list.clone();
            }
            // "Merkel stood beside Sarkozy after their meeting"
            let of_meeting = || {
                const WORDS: usize = 4;
                self.lang == Lang::En
                    && (at + 1..self.units.len().min(at + WORDS))
                        .take_while(|&next| self.units[next].phrase().is_none() && !self.units[next].is_mark())
                        .any(|next| {
                            self.units[next].kind == Kind::Noun
                                && self.tells(next, |told| told.is_symmetric() || told == Predicate::Called)
                        })
            };
            if pronoun.number == Number::Dual
                && let Some(two) = self.two_to_come(at)
            {
                return two.to_vec();
            }
            // "Annan said after talks with Assad that they had agreed"
            let met_before = || {
                self.lang == Lang::En
                    && self.units[at].case == Some(Case::Subject)
                    && (0..at).any(|before| {
                        matches!(self.units[before].kind, Kind::Noun | Kind::Verb)
                            && self.tells(before, |told| told.is_symmetric() || told == Predicate::Called)
                    })
            };
            if pronoun.number == Number::Dual || of_meeting() || met_before() {
                let mut two: Vec<Party> = Vec::new();
                for party in (0..at)
                    .rev()
                    .filter(|&unit| self.unit_phrase(unit).is_some_and(|p| p.kind == PhraseKind::Person))
                    .flat_map(|unit| self.parties_of(unit))
                {
                    if two.iter().all(|other| other.referent != party.referent) {
                        two.push(party);
                    }
                }
                if two.len() == 2 {
                    two.reverse();
                    return two;
                }
                if self.lang == Lang::Ar
                    && let Some(two) = self.two_with_those_before(&two)
                {
                    return two;
                }
            }
            // التقى مبارك ساركوزي. وتوجه القادة الأوروبيون إلى القدس حيث أقام لهم فلان مأدبة: those are meant whom nobody names.
            let unnamed = || {
                self.lang == Lang::Ar
                    && pronoun.number == Number::Plural
                    && (0..at).filter_map(|unit| self.unit_phrase(unit)).any(|phrase| {
                        let people =
                            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Agent | PhraseKind::Unknown);
                        people && phrase.number == Number::Plural && !phrase.named && phrase.referents.len() < 2
                    })
            };
            let met = || if unnamed() { Vec::new() } else { self.memory.group.clone() };
            let group = self.travellers_before(at).unwrap_or_else(met);
            // "The members of the Council met. They condemned": the body whose people those are.
            // "Saudi Arabia and Egypt cut ties with Qatar. They accused": or the several powers that acted.
            let powers = |list: &[Party]| list.len() > 1 && list.iter().all(|party| !self.is_human(party));
            let people = |subject: &[Party]| match subject {
                [one] => one.kind == PhraseKind::Agent,
                several => powers(several),
            };
            let they = self.lang == Lang::En && self.units[at].case == Some(Case::Subject);
            return if group.is_empty() && they && people(&self.memory.subject) {
                self.memory.subject.clone()
            } else {
                group
            };
        }
        let person = self.lang == Lang::En && pronoun.gender.is_some();
        let fits = |party: &Party| agrees(*party, pronoun.gender) && (!person || is_person(*party));
        if self.is_of_unnamed(at) {
            // "Blinken's visit came a day after his meeting with": whose the thing is that opens the sentence.
            let owner = self.units[at].case == Some(Case::Owner) && person;
            return if owner { self.owner_of_opening(at, pronoun).into_iter().collect() } else { Vec::new() };
        }
        let later = self.comes_later(at).or_else(|| self.named_behind_opening(at));
        if let Some(party) = later.filter(|party| person && fits(party)) {
            return vec![party];
        }
        // The subject of the clause or of the sentence before, else the last person named before the pronoun.
        let passed = |unit: &usize| self.is_bidden_before_relative(*unit, at);
        let here = (0..at)
            .rev()
            .filter(|unit| !passed(unit))
            .find_map(|unit| self.subjects.get(unit)?.as_ref().filter(|s| s.list.len() == 1));
        if let Some(party) = here.and_then(|subject| subject.list.first().copied()).filter(fits) {
            return vec![party];
        }
        // "Anne Karlov travelled to Rabat, where she met": nor is there anybody else whom it could be.
        let may_be_she = |party: &Party| self.lang == Lang::En && is_person(*party) && party.gender.is_none();
        let nobody_else = |own: &Party| self.people_before(at).iter().all(|other| other.referent == own.referent);
        let own = here.and_then(|subject| subject.list.first().copied());
        if let Some(party) = own.filter(|own| person && may_be_she(own) && nobody_else(own)) {
            return vec![party];
        }
        let named = (0..at).rev().filter(|&unit| self.units[unit].phrase().is_some()).find_map(|unit| {
            let phrase = self.unit_phrase(unit)?;
            if !matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Agent | PhraseKind::Body) {
                return None;
            }
            let parties = self.parties_of(unit);
            parties.first().copied().filter(|party| parties.len() == 1 && fits(party))
        });
        if let Some(party) = named {
            return vec![party];
        }
        if let [likely] = self.memory.subject[..]
            && person
            && let Some(other) = self.other_than_named_behind(at, likely, pronoun)
        {
            return vec![other];
        }
        // "Anne Karlov arrived. She met": a person whom nobody lists may be a woman, where the text goes on about her.
        match (self.memory.subject.as_slice(), here) {
            ([party], _) if fits(party) => vec![*party],
            ([_] | [_, _], _) if person && self.only_of_gender(pronoun).is_some() => {
                self.only_of_gender(pronoun).into_iter().collect()
            }
            ([party], None) if may_be_she(party) => vec![*party],
            ([party], _) if is_person(*party) => Vec::new(),
            (several, None) if several.len() < 2 && person && self.units[at].case == Some(Case::Subject) => {
                let about = self.memory.about.map(|(party, _)| party);
                about.filter(|party| fits(party) || may_be_she(party)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// جاء ذلك في مؤتمر مع فلان عقب لقائهما: the one whom the sentence names, with whom the text was about; where it names nobody, the
    /// two who spoke in turn.
    fn two_with_those_before(&self, here: &[Party]) -> Option<Vec<Party>> {
        let group = &self.memory.group;
        let known = |party: &Party| group.iter().any(|other| other.referent == party.referent);
        match here {
            [] if group.is_empty() && self.memory.sides.len() == 2 => Some(self.memory.sides.clone()),
            // تحدث فلان وفلان مع بوتين. وقال الكرملين إن بوتين أطلعهما: the two with whom he spoke.
            [one] if group.len() == 3 && known(one) => {
                Some(group.iter().filter(|other| other.referent != one.referent).copied().collect())
            }
            [one] if !known(one) => match self.memory.subject.as_slice() {
                [before] if self.is_human(before) && before.referent != one.referent => Some(vec![*before, *one]),
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns whether "the leaders" are the more than two who took part in the last contact.
    pub(super) fn is_large_group(&self, phrase: &Phrase) -> bool {
        phrase.referents.is_empty() && phrase.number == Number::Plural && self.memory.group.len() > 2
    }

    /// "the three ministers": as many who last sat at one table, else who took part in the last contact; of the sentence's own
    /// people where these are as many.
    pub(super) fn several(&self, at: usize) -> Vec<Party> {
        let count = self.shapes[at].several;
        let here = self.people_before(at);
        [&here, &self.memory.table, &self.memory.group, &self.memory.subject]
            .into_iter()
            .filter(|group| self.lang == Lang::En || group.iter().all(|party| self.is_human(party)))
            .find(|group| group.len() == count)
            .cloned()
            .unwrap_or_default()
    }

    /// Returns whether all of a list met each other at one table.
    pub(super) fn sat_together(&self, list: &[Party]) -> bool {
        list.iter().all(|party| self.memory.table.iter().any(|other| other.referent == party.referent))
    }

    /// "thanked both leaders", "told the ministers": of a group, those other than who does it.
    pub(super) fn rest_of_group(&self, at: usize) -> Option<Vec<Party>> {
        let [own] = self.own_subject(at) else { return None };
        let (group, others) = (&self.memory.group, &self.memory.others);
        let is_own = |party: &Party| party.referent == own.referent;
        // "briefed the ministers": who met each other, somebody else being with them.
        if !self.memory.table.is_empty() && !self.memory.table.iter().any(is_own) && !group.iter().any(is_own) {
            return Some(self.memory.table.clone());
        }
        if group.len() < 3 || !group.iter().any(is_own) {
            return None;
        }
        // "officials from A and B met C and D. A thanked participants": those on the other side.
        if others.len() > 1 && !others.iter().any(is_own) {
            return Some(others.clone());
        }
        Some(group.iter().copied().filter(|party| !is_own(party)).collect())
    }

    /// "A spokesman said he": the subject of the verb before is somebody whom the text does not name.
    fn stands_for_unnamed(&self, at: usize) -> bool {
        // "will travel to Brussels, followed by a trip to Warsaw, where he": a participle has no subject of its own.
        // Nor has "before leaving he received" one.
        let reduced = |at: usize| {
            self.units[at].kind == Kind::Verb && (self.verb_form(at) == VerbForm::Reduced || self.opens_as_gerund(at))
        };
        let before =
            (0..at).rev().filter(|&before| !reduced(before)).find_map(|before| self.subjects.get(before)?.as_ref());
        before.is_some_and(|subject| subject.opaque && subject.is_empty())
    }

    /// "accusing it of", "urged it to": whether a verb of charge or demand right before a pronoun says of what.
    fn is_charged(&self, at: usize) -> bool {
        let verb = at.checked_sub(1).filter(|&verb| self.units[verb].kind == Kind::Verb);
        let behind = self.units.get(at + 1).is_some_and(|next| next.is_to() || self.is_preposition_of(at + 1, "of"));
        behind
            && verb.is_some_and(|verb| {
                self.tells(verb, |told| {
                    matches!(told, Predicate::Criticised | Predicate::DemandedOf | Predicate::Threatened)
                })
            })
    }

    /// The country or body named last before a unit that is none of `own`.
    fn thing_other_than(&self, at: usize, own: &[Party]) -> Option<Party> {
        let before = (0..at).rev().find(|&unit| {
            self.unit_phrase(unit)
                .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent))
                && !(unit > 0 && self.is_preposition_of(unit - 1, "in"))
        })?;
        let list = self.parties_of(before);
        list.first().copied().filter(|party| list.len() == 1 && own.iter().all(|own| own.referent != party.referent))
    }

    /// "Obama's speech came a day after he met": whose the thing is that opens the sentence.
    fn owner_of_opening(&self, at: usize, pronoun: Pronoun) -> Option<Party> {
        let owner =
            self.unit_phrase(0).filter(|phrase| phrase.kind == PhraseKind::Person && self.units[0].possessive)?;
        let others = (1..at).any(|unit| {
            self.unit_phrase(unit).is_some_and(|p| matches!(p.kind, PhraseKind::Person | PhraseKind::Unknown))
                && !self.is_spokesperson(unit)
        });
        let party = self.parties_of(0).first().copied().filter(|party| agrees(*party, pronoun.gender))?;
        (owner.kind == PhraseKind::Person && !others).then_some(party)
    }

    /// "During his meeting with Obama, Abbas said": the subject of the clause that a pronoun's adverbial opens.
    fn comes_later(&self, at: usize) -> Option<Party> {
        const REACH: usize = 12;
        let first = self.units.first()?;
        // "Asked about what he had told Kerry in their talks, Lavrov said"
        let participle = self.lang == Lang::En
            && first.kind == Kind::Verb
            && matches!(first.tense(), Some(Tense::Gerund | Tense::Past | Tense::PastParticiple));
        let owner = self.units[at].case == Some(Case::Owner)
            || participle && self.units[at].case == Some(Case::Subject) && self.units[at].pronoun.is_none();
        let opens = participle || first.phrase().is_none() && (first.is_preposition() || first.is(Class::Circumstance));
        let verb = |unit: usize| self.units[unit].kind == Kind::Verb && !participle;
        let pronoun = |unit: usize| participle && self.unit_phrase(unit).is_some_and(|p| p.kind == PhraseKind::Pronoun);
        let nobody = || (0..at).all(|unit| !verb(unit) && (self.unit_phrase(unit).is_none() || pronoun(unit)));
        if !owner || !opens || !nobody() {
            return None;
        }
        let near = || (at + 1..self.units.len().min(at + REACH)).take_while(|&i| !self.units[i].is_stop() && !verb(i));
        let person = |i: usize| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        // "on his first trip abroad as president, Obama": the office is one phrase with the name.
        let as_holder = |&i: &usize| person(i) && self.is_preposition_of(i - 1, "as");
        let who = match near().find(|&i| self.units[i].is_comma()) {
            Some(comma) => comma + 1,
            None if participle => return None,
            None => near().find(as_holder)?,
        };
        let phrase = self.unit_phrase(who).filter(|_| person(who))?;
        let list = self.parties_of(who);
        // "Abbas also said"
        let adverb = self.units.get(who + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Skip));
        let behind = who + 1 + usize::from(adverb && self.lang == Lang::En);
        let verb = self.units.get(behind).is_some_and(|next| {
            next.kind == Kind::Verb
                || next.is_comma()
                || next.phrase().is_none() && (self.is_auxiliary(behind) || self.shapes[behind].past)
        });
        (phrase.number == Number::Singular && verb && list.len() == 1).then(|| list[0])
    }

    /// "Before leaving he received", "After arriving he met": whether a gerund opens an English sentence behind a word of time.
    fn opens_as_gerund(&self, at: usize) -> bool {
        let first = || {
            let unit = &self.units[0];
            unit.phrase().is_none() && (unit.is_preposition() || unit.is(Class::Circumstance))
        };
        self.lang == Lang::En && at == 1 && first() && self.verb_form(at) == VerbForm::Gerund
    }

    /// أكد الباحث أن رحلته: whom the main verb before leaves unnamed may be whom a pronoun stands for.
    fn is_of_unnamed(&self, at: usize) -> bool {
        let main = |before: &usize| {
            self.units[*before].kind == Kind::Verb && !self.is_relative_verb(*before) && !self.opens_as_gerund(*before)
        };
        let Some(verb) = (0..at).rev().find(main) else { return false };
        // تأتي زيارته: the subject is what he does. But البابا كانت زيارته الأولى
        let opens = verb == 0 || self.units[verb].clitics.has_conjunction() || self.units[verb - 1].is_mark();
        let own = self.lang == Lang::Ar
            && opens
            && self.skip_adverbs(verb + 1) == at
            && self.units[at].kind == Kind::Noun
            && self.tells(at, |told| told.family() == Family::Contact);
        let subject = self.subjects.get(verb).and_then(Option::as_ref);
        !own && subject.is_some_and(|subject| subject.opaque && subject.is_empty())
    }

    /// "thanked the minister for his": the one who is thanked is nobody we know.
    fn judges_nobody(&self, at: usize) -> bool {
        let Some(verb) = (0..at).rev().find(|&before| self.units[before].kind == Kind::Verb) else { return false };
        at > verb + 2
            && self.units[at - 1].is_preposition()
            && self.judges(verb)
            && self.unit_phrase(verb + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Unknown)
            && self.parties_of(verb + 1).is_empty()
    }

    /// "thanked Sisi for his efforts", "congratulated him on his victory": whose deed the praise or blame is about.
    fn judged(&self, at: usize) -> Option<Party> {
        let verb = (0..at).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        let behind = at > verb + 1 && self.units[at - 1].is_preposition();
        if !behind || !self.judges(verb) {
            return None;
        }
        match self.object(verb + 1, false).list.as_slice() {
            [party] if is_person(*party) => Some(*party),
            _ => None,
        }
    }

    /// The subject of the verb before a unit.
    pub(super) fn own_subject(&self, at: usize) -> &[Party] {
        let verb = (0..at).rev().find(|&before| self.units[before].kind == Kind::Verb);
        let subject = verb.and_then(|verb| self.subjects.get(verb)?.as_ref());
        subject.map_or(&[], |subject| subject.list.as_slice())
    }

    /// "met Morsi and congratulated him": him is not who congratulates.
    fn other_than_subject(&self, at: usize, pronoun: Pronoun) -> Vec<Party> {
        let own = self.own_subject(at);
        let fits = |party: &Party| {
            is_person(*party) && agrees(*party, pronoun.gender) && own.iter().all(|own| own.referent != party.referent)
        };
        if let Some(told) = self.told_person(at).filter(|party| fits(party)) {
            return vec![told];
        }
        let subject = (0..at).rev().find_map(|before| {
            let subject = self.subjects.get(before)?.as_ref()?;
            subject.list.first().copied().filter(|party| subject.list.len() == 1 && fits(party))
        });
        let named = || {
            let people: Vec<Party> = (0..at)
                .rev()
                .filter(|&before| self.unit_phrase(before).is_some_and(|p| p.kind == PhraseKind::Person))
                .flat_map(|before| self.parties_of(before))
                .filter(fits)
                .collect();
            people.first().copied().filter(|first| people.iter().all(|other| other.referent == first.referent))
        };
        let earlier = || {
            let subject = self.memory.subject.first().copied().into_iter();
            let Some((a, b)) = self.memory.pair else {
                return self.topic_welcomed(at, own).or_else(|| self.other_of_two_named(own)).filter(fits);
            };
            subject.chain([b, a]).find(|party| fits(party))
        };
        // "Merkel arrived in Nairobi. President Kenyatta received her": whom alone the sentence before was about.
        let alone = || {
            let [about] = self.memory.subject[..] else { return None };
            let last = self.memory.named.last().is_some_and(|last| last.referent == about.referent);
            // "I am not going to sit down with him": of whom somebody speaks in his own words.
            let quoted = (0..at).any(|unit| self.units[unit].case == Some(Case::Speaker));
            Some(about).filter(|about| last && !quoted && !own.is_empty() && fits(about))
        };
        subject.or_else(named).or_else(earlier).or_else(alone).into_iter().collect()
    }

    /// "them": those named last in one list, else those of the last contact, less who acts.
    fn others_than_subject(&self, at: usize, pronoun: Pronoun) -> Vec<Party> {
        let own = self.own_subject(at).to_vec();
        // "spoke with Macron and Scholz and briefed them"
        let last = (0..at).rev().find(|&unit| {
            self.bare_party(unit) && self.unit_phrase(unit).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
        });
        if let Some(last) = last {
            let (_, list) = self.list_ending_at(last);
            let apart = list.iter().all(|party| own.iter().all(|own| own.referent != party.referent));
            if list.len() > 1 && apart {
                return list;
            }
        }
        // "criticised Kenya and Somalia and urged them to"
        let state = |kind| {
            use PhraseKind::{Body, Both, BothCountries, Country};
            matches!(kind, Body | Both | BothCountries | Country)
        };
        let last = (0..at).rev().find(|&unit| self.bare_party(unit) && self.units[unit].case.is_none());
        let last = last.filter(|&last| self.lang == Lang::En && self.unit_phrase(last).is_some_and(|p| state(p.kind)));
        if let Some(last) = last {
            let (_, list) = self.list_ending_at(last);
            let apart = list.iter().all(|party| own.iter().all(|own| own.referent != party.referent));
            if list.len() > 1 && apart {
                return list;
            }
        }
        let mut list = self.antecedent(at, pronoun);
        list.retain(|party| own.iter().all(|own| own.referent != party.referent));
        // "Macron met Merkel. He urged them": nobody says "them" of one man.
        if list.len() == 1 && is_person(list[0]) {
            list.clear();
        }
        list
    }

    /// "it", "its": the country or body that the clause is about, else the last one named.
    fn thing(&self, at: usize) -> Vec<Party> {
        // "imposed sanctions on it": on somebody else.
        let behind = self.units[at].case == Some(Case::Thing) && at > 0 && self.units[at - 1].is_preposition();
        let own = if behind { self.own_subject(at) } else { &[] };
        let fits = |party: &Party| !is_person(*party) && own.iter().all(|own| own.referent != party.referent);
        let subject = (0..at).rev().find_map(|before| {
            let subject = self.subjects.get(before)?.as_ref()?;
            subject.list.first().copied().filter(|party| subject.list.len() == 1 && fits(party))
        });
        // "Ukraine as it defends itself": what stands right before the clause of the pronoun.
        let opens = at > 0
            && (self.units[at - 1].has(|c| matches!(c, Class::Circumstance | Class::Complement))
                || self.units[at].case == Some(Case::ThingOwner) && self.units[at - 1].is_preposition());
        let near = at.checked_sub(2).filter(|_| opens).filter(|&before| self.bare_party(before));
        if let Some(near) = near {
            let list = self.parties_of(near);
            if list.len() == 1 && fits(&list[0]) {
                return list;
            }
        }
        let named = || {
            (0..at).rev().find_map(|before| {
                let kind = self.unit_phrase(before)?.kind;
                let thing = matches!(kind, PhraseKind::Country | PhraseKind::Agent | PhraseKind::Body);
                let list = if thing { self.parties_of(before) } else { Vec::new() };
                list.first().copied().filter(|party| list.len() == 1 && fits(party))
            })
        };
        let earlier = || match self.memory.subject.as_slice() {
            [party] if fits(party) => Some(*party),
            _ => None,
        };
        subject.or_else(named).or_else(earlier).into_iter().collect()
    }
}
