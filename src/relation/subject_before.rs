//! Who stands before a verb as its subject, past titles, adverbials and clauses between them.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Membership};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// تدخلت في شؤون اليمن: whether the words of a verb end in a noun behind a preposition, whose genitive stands behind.
    pub(super) fn ends_in_genitive(&self, verb: usize) -> bool {
        let unit = &self.units[verb];
        let ends = |forms: &str| {
            let mut words = forms.split(' ').skip(1);
            let preposition = matches!(words.next(), Some("في" | "على" | "إلى" | "من" | "عن"));
            preposition && words.last().is_some_and(|last| !last.starts_with("ال"))
        };
        unit.end > unit.start + 2
            && unit.forms.iter().all(|form| ends(&self.knowledge.lexicon.trigger(form.trigger).forms))
    }

    /// قال إنه يزور: the pronoun on the complementiser is the speaker.
    /// أما هادي فوصل إلى الرياض: whom أما sets before the verb.
    pub(super) fn fronted(&self, at: usize) -> Option<Parties> {
        let topic = (0..at).rev().take_while(|&before| self.units[before].kind != Kind::Verb);
        let topic = topic.into_iter().find(|&before| self.units[before].is(Class::Topic))?;
        let found = self.list(topic + 1);
        (!found.is_empty()).then(|| Parties { confidence: 0.9, end: at + 1, ..found })
    }

    /// وفدا إيرانيا رفيع المستوى سيصل: where a delegation ends whose adjectives end at a unit; `end` itself where none does.
    fn behind_delegation(&self, end: usize) -> usize {
        const WORDS: usize = 3;
        let word = |at: &usize| self.units[*at].kind == Kind::Word && self.shapes[*at].preposition.is_none();
        let words = (end.saturating_sub(WORDS)..end).rev().take_while(word).count();
        let first = end - words;
        let delegation = first.checked_sub(1).is_some_and(|before| {
            self.units[before].delegation && self.unit_phrase(before).is_some_and(|p| p.kind == PhraseKind::Agent)
        });
        if words > 0 && delegation && self.lang == Lang::Ar { first } else { end }
    }

    /// كان رئيس الآلية الأفريقية رفيعة المستوى ثابو مبيكي قد: whether somebody named at a unit is of whom "was" speaks, over a title of
    /// his.
    fn is_topic_of_being(&self, at: usize) -> bool {
        const REACH: usize = 9;
        let titled = |before: &usize| {
            let unit = &self.units[*before];
            match self.unit_phrase(*before) {
                Some(phrase) => phrase.kind != PhraseKind::Person || !phrase.named,
                None => {
                    matches!(unit.kind, Kind::Word | Kind::Noun)
                        || unit.kind == Kind::Function && !unit.is_preposition()
                }
            }
        };
        let being = |before: &usize| self.units[*before].phrase().is_none() && self.units[*before].is(Class::Auxiliary);
        let person = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
        self.lang == Lang::Ar
            && person
            && (at.saturating_sub(REACH)..at).rev().take_while(titled).any(|before| being(&before))
    }

    /// A subject that stands before its verb: at the head of the clause, bare, next to the verb but for auxiliaries.
    pub(super) fn subject_before(
        &self,
        at: usize,
        gender: Option<Gender>,
        number: Number,
        over_comma: bool,
    ) -> Option<Parties> {
        let mut last = at;
        while last > 0
            && self.units[last - 1].has(|class| {
                matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Auxiliary | Class::Skip)
            })
            && self.units[last - 1].phrase().is_none()
        {
            last -= 1;
        }
        // إن أردوغان عندما زار القاهرة التقى: whom the sentence begins with is the subject of the clause of time, too.
        if last > 1 && self.lang == Lang::Ar && self.units[last - 1].is(Class::While) && self.bare_party(last - 2) {
            last -= 1;
        }
        // فلان من المقرر أن يزور: over what only says that it is expected of him.
        if let Some(before) = last.checked_sub(1).and_then(|that| self.before_prospect(that))
            && let topic = self.described_before(before).unwrap_or(before)
            && self.unit_phrase(topic).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
        {
            last = topic + 1;
        }
        let perfect = last < at && self.units[last].is(Class::Qad);
        if perfect && self.lang == Lang::Ar {
            last = self.before_adverbials(last);
        }
        if (over_comma || perfect) && last > 0 && self.units[last - 1].is_comma() {
            last -= 1;
        }
        last = self.before_titles(self.behind_delegation(last));
        let phrase_at = last.checked_sub(1)?;
        self.unit_phrase(phrase_at)?;
        if let Some(led) = self.led_before(phrase_at) {
            return Some(led);
        }
        // Back over the list to its first member.
        let mut first = phrase_at;
        while let Some(before) = self.member_before(first) {
            first = before;
        }
        if !self.bare_party(first) || self.unit_phrase(first).is_some_and(|p| p.kind == PhraseKind::Demonym) {
            return None;
        }
        // إن كلا من روسيا وتركيا كانتا قد اتفقتا
        let each = first.checked_sub(1).filter(|&each| self.lang == Lang::Ar && self.units[each].is(Class::Each));
        let head = match each.unwrap_or(first).checked_sub(1).map(|before| &self.units[before]) {
            None => true,
            Some(before) => {
                before.is_mark()
                    || before.has(|class| {
                        matches!(class, Class::Complement | Class::Conj | Class::Auxiliary | Class::Negation)
                    })
                    || before.kind == Kind::Verb && before.end == before.start
            }
        };
        // قال المالكي «عباس سيزور»: a quotation opens with its subject; but «بوتين» التقى only marks a name.
        let quoted = || {
            let opens = self.shapes[first].marked && self.opens_quote(first);
            self.lang == Lang::Ar && opens && (first + 1..=at).all(|unit| !self.shapes[unit].marked)
        };
        let head = head || quoted();
        let own_clause = self.units[first].clitics.has_conjunction()
            || number == Number::Singular && self.units[phrase_at].clitics.has_conjunction();
        if !(head || own_clause || perfect && self.is_topic_of_being(first)) {
            return None;
        }
        // After a verb the phrase is that verb's subject (قال بوتين التقى) unless a clause begins there.
        // قمة بوتين وترمب وويتكوف قد يزور: the last name opens the clause of a singular verb.
        // مصر وإثيوبيا والسودان تتفاوض: of several countries the verb is feminine singular.
        let countries = gender == Some(Gender::Feminine)
            && (first..=phrase_at).filter(|&at| self.unit_phrase(at).is_some()).count() > 2
            && (first..=phrase_at).all(|at| self.unit_phrase(at).is_none_or(|p| p.kind == PhraseKind::Country));
        if number == Number::Singular && first < phrase_at && self.lang == Lang::Ar && !countries {
            first = phrase_at;
        }
        if let Some(group) = self.group_of_members(first, gender) {
            return Some(group);
        }
        let list = self.list_until(first, last);
        if let Some(both) = self.with_who_says(first, number, &list) {
            return Some(both);
        }
        let Some(&party) = list.list.first() else {
            let person = matches!(
                self.unit_phrase(first)?.kind,
                PhraseKind::Unknown
                    | PhraseKind::Counterpart
                    | PhraseKind::Both
                    | PhraseKind::BothPeople
                    | PhraseKind::BothCountries
                    | PhraseKind::HeadsOfBoth
            );
            return person.then(|| Parties { end: at + 1, opaque: true, ..Parties::default() });
        };
        if number == Number::Singular && list.list.len() == 1 && !agrees(party, gender) {
            return None;
        }
        Some(Parties { confidence: 0.9, ..list })
    }

    /// فلان الذي زار سوريا، من المقرر أن يزور: whom the relative clause describes that a comma at a unit closes.
    fn described_before(&self, comma: usize) -> Option<usize> {
        let relative = |at: &usize| self.units[*at].phrase().is_none() && self.units[*at].is(Class::Relative);
        if !self.units[comma].is_comma() {
            return None;
        }
        let opens = (0..comma).rev().take_while(|&at| !self.units[at].is_stop()).find(relative)?;
        let whom = opens.checked_sub(1)?;
        if self.units[whom].is_comma() { whom.checked_sub(1) } else { Some(whom) }
    }

    /// Where the member of a list stands that is joined to by the phrase at a unit: بوتين وأردوغان, بوتين، وأردوغان, «بوتين» و«أردوغان».
    fn member_before(&self, at: usize) -> Option<usize> {
        let member = |steps: usize| at.checked_sub(steps).filter(|&before| self.unit_phrase(before).is_some());
        if self.units[at].clitics.has_conjunction() {
            let comma = at > 0 && self.units[at - 1].is_comma();
            return member(1).or_else(|| member(2).filter(|_| comma));
        }
        // A mark of quotation parts the conjunction from the name.
        let and = at > 0 && self.units[at - 1].phrase().is_none() && self.units[at - 1].is(Class::Conj);
        member(2).filter(|&before| and && self.shapes[at].marked && self.shapes[before].marked)
    }

    /// وفد حماس الذي ضم الحية والعاروري زار القاهرة: the group that opens the clause, where whoever stands at `last`, right before the verb, is only
    /// one of those whom a relative clause counts to it.
    fn group_of_members(&self, last: usize, gender: Option<Gender>) -> Option<Parties> {
        const REACH: usize = 12;
        let joined = self.units[last].clitics == Clitics::WA && self.lang == Lang::Ar;
        let open = |before: &usize| !self.units[*before].is_stop() && !self.units[*before].is(Class::Complement);
        let counts = (last.saturating_sub(REACH)..last)
            .rev()
            .filter(|_| joined)
            .take_while(open)
            .find(|&before| self.units[before].kind == Kind::Verb)
            .filter(|&verb| self.units[verb].has(|class| matches!(class, Class::Members(_))))?;
        let relative = counts.checked_sub(1).filter(|&relative| self.units[relative].is(Class::Relative))?;
        let group = relative.checked_sub(1)?;
        let opens = group.checked_sub(1).is_none_or(|before| {
            let unit = &self.units[before];
            unit.is_mark() || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Complement | Class::Auxiliary))
        });
        let list = self.parties_of(group);
        let fits =
            self.bare_party(group) && list.len() == 1 && (self.units[group].delegation || agrees(list[0], gender));
        (opens && fits).then(|| Parties::new(list, 0.85, last + 1))
    }

    /// قال أوغلو إنه ونظيره العراقي اتفقا: the pronoun on "that", with whoever stands with و behind it, before a verb of two or more.
    fn with_who_says(&self, first: usize, number: Number, others: &Parties) -> Option<Parties> {
        let that = first.checked_sub(1).filter(|&that| self.units[that].resumes)?;
        if self.lang == Lang::En || number == Number::Singular || self.units[first].clitics != Clitics::WA {
            return None;
        }
        let verb = (0..that).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        let own = self.subjects[verb].as_ref().filter(|own| !own.is_empty());
        // ذكر مكتب ميركل أنها ونظيرها: of an office it is whoever stands right before the word.
        let named = || self.people_before(that).last().copied();
        let one = own.and_then(|own| own.list.iter().copied().find(|party| self.is_human(party))).or_else(named)?;
        let joined = |other: &Party| self.is_human(other) && one.referent != other.referent;
        let all = std::iter::once(one).chain(others.list.iter().copied()).collect();
        let fits = !others.list.is_empty() && others.list.iter().all(joined);
        fits.then(|| Parties::new(all, 0.85, others.end))
    }

    /// سبق لكيري أن زار ليبيا, يمكن لكيري أن يزورها: whom ل makes the subject of the clause that "that" opens right behind.
    pub(super) fn dative_before(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        let that =
            at.checked_sub(1).filter(|&that| self.units[that].is(Class::Complement) && !self.units[that].resumes)?;
        let whom = that.checked_sub(1)?;
        // سبق لسوريا ولبنان أن وقعتا
        let mut first = whom;
        while first > 0 && self.units[first].clitics == Clitics::WA && self.unit_phrase(first - 1).is_some() {
            first -= 1;
        }
        let found: Vec<Party> = (first..=whom).flat_map(|party| self.parties_of(party)).collect();
        let dative = self.unit_phrase(first).is_some_and(|phrase| phrase.clitics == Clitics::LI);
        // قال لكيري أن يزور: a verb of saying has somebody to whom it is said.
        let says = (0..first).rev().take(3).find(|&before| self.units[before].kind == Kind::Verb).is_some_and(|verb| {
            self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech)
        });
        let agreeing = found.first().is_some_and(|&party| agrees(party, gender));
        (self.lang == Lang::Ar && dative && !says && agreeing).then(|| Parties::new(found, 0.9, at + 1))
    }

    /// أن وفدا برئاسة فلان التقى: the delegation at the head of the clause that whoever stands at `leader` heads.
    fn led_before(&self, leader: usize) -> Option<Parties> {
        const ADJECTIVES: usize = 3;
        let led = leader.checked_sub(1).filter(|&led| self.units[led].is(Class::Members(Membership::Led)))?;
        // وفد وزاري برئاسة فلان: the delegation may have no country, and adjectives.
        let unnamed = |at: usize| self.units[at].phrase().is_none() && self.units[at].is(Class::Deputation);
        let words = |at: &usize| self.units[*at].kind == Kind::Word;
        let adjectives = (led.saturating_sub(ADJECTIVES)..led).rev().take_while(words).count();
        let group = (led - adjectives).checked_sub(1).filter(|&group| {
            self.units[group].delegation && self.bare_party(group) && adjectives == 0 || unnamed(group)
        })?;
        let head = group.checked_sub(1).is_none_or(|before| {
            self.units[before].is_mark()
                || self.units[before].has(|class| matches!(class, Class::Complement | Class::Auxiliary))
        });
        if unnamed(group) && head && self.lang == Lang::Ar {
            return Some(self.list(leader)).filter(|found| found.list.iter().all(|party| self.is_human(party)));
        }
        (self.lang == Lang::Ar && head).then(|| Parties { confidence: 0.85, ..self.list(group) })
    }

    /// كان فلان، أمس، في باريس، قد التقى: one past the phrase that only adverbials part from `end`; `end` itself where none stands
    /// there.
    fn before_adverbials(&self, end: usize) -> usize {
        const LONGEST: usize = 12;
        let comma = |at: usize| usize::from(self.units.get(at).is_some_and(Unit::is_comma));
        let parted = |phrase: usize| {
            let mut next = phrase + 1;
            while next < end {
                let behind = self.skip_adverbials(next + comma(next));
                let behind = behind + comma(behind);
                if behind <= next + comma(next) {
                    return false;
                }
                next = behind;
            }
            next == end
        };
        (end.saturating_sub(LONGEST)..end)
            .rev()
            .find(|&phrase| self.bare_party(phrase) && parted(phrase))
            .map_or(end, |phrase| phrase + 1)
    }

    /// كان فلان نائب رئيس الدولة رئيس مجلس الوزراء حاكم دبي قد التقى: one past the name that several titles follow before `end`,
    /// `end` itself where none does.
    fn before_titles(&self, end: usize) -> usize {
        let title = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                phrase.office.is_some()
                    && !phrase.named
                    && phrase.number == Number::Singular
                    && phrase.clitics == Clitics::NONE
            })
        };
        let mut first = end;
        while first > 0 && title(first - 1) {
            first -= 1;
        }
        let name = first.checked_sub(1).and_then(|at| self.unit_phrase(at));
        let person = name.is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
        // فلان رئيس الوزراء: somebody whom nobody is known to be but he.
        let own = (first..end).all(|at| {
            self.unit_phrase(at)
                .zip(name)
                .is_some_and(|(title, name)| title.kind == PhraseKind::Unknown || title.referents == name.referents)
        });
        if self.lang == Lang::Ar && person && own { first } else { end }
    }

    /// القاهرة - تلقى فلان رسالة: whether parties are but where, or for which agency, a report was written that opens with that
    /// before a dash.
    pub(super) fn is_of_dateline(&self, verb: usize, parties: &Parties) -> bool {
        const LONGEST: usize = 6;
        let [party] = parties.list.as_slice() else { return false };
        let kind = |at: usize| self.unit_phrase(at).map(|phrase| phrase.kind);
        let land = |at: usize| matches!(kind(at), Some(PhraseKind::Place | PhraseKind::Country));
        let source = |at: usize| match self.units[at].kind {
            Kind::Mark(_) | Kind::Word | Kind::Noun => true,
            Kind::Function => !self.units[at].is_preposition(),
            Kind::Phrase(_) => land(at) || kind(at) == Some(PhraseKind::Body),
            _ => false,
        };
        self.lang == Lang::Ar
            && (2..=LONGEST).contains(&verb)
            && land(0)
            && self.bare_party(0)
            && self.units[1].is_mark()
            && self.units[verb - 1].is_mark()
            && (1..verb).all(source)
            && (0..verb).any(|at| self.parties_of(at).iter().any(|own| own.referent == party.referent))
    }

    /// إن وزير خارجية تركيا، فلان، التقى نظيره: whether the comma right before a verb only closes the apposition of its subject.
    pub(super) fn closes_apposition(&self, at: usize) -> bool {
        let Some(phrase) = at.checked_sub(2).filter(|_| self.units[at - 1].is_comma()) else { return false };
        self.lang == Lang::Ar && self.unit_phrase(phrase).is_some() && self.shapes[phrase].enclosed
    }

    /// The subject that the clause before leaves for a verb whose own subject turned out to be its object.
    pub(super) fn subject_before_clause(&self, at: usize) -> Option<Parties> {
        let (_, gender, number, _) = self.units[at].verb()?;
        let own = self.subjects[at].as_ref()?;
        let apart =
            |found: &Parties| found.list.iter().all(|party| own.list.iter().all(|o| o.referent != party.referent));
        let people = |found: &Parties| found.list.iter().any(|party| self.is_human(party));
        let before = |wanted: &dyn Fn(&Parties) -> bool| {
            (0..at)
                .rev()
                .find_map(|before| self.subjects[before].as_ref().filter(|found| !found.is_empty() && wanted(found)))
        };
        // اجتمع فلان بالمالكي الذي وصف المحادثات بأنها ودية، ثم التقى: whom the main verb has, not who is described.
        let main = (0..at).rev().filter(|&verb| !self.is_relative_verb(verb)).find_map(|verb| {
            self.subjects[verb].as_ref().filter(|found| !found.is_empty() && apart(found) && people(found))
        });
        let then = at > 0 && self.units[at - 1].is(Class::Conj);
        // زار جولة تشمل إسرائيل حيث التقى القادة: rather a person than a country.
        let nearest = || before(&|found| apart(found) && people(found)).or_else(|| before(&|_| true));
        let current = main.filter(|_| then).or_else(nearest);
        let mut found = self.carried(at, gender, number, current);
        if current.is_none()
            && let Some(topic) = (0..at).rev().find(|&before| self.units[before].is(Class::Topic))
        {
            found = Parties { confidence: 0.85, end: at + 1, ..self.list(topic + 1) };
        }
        let other = found.list.iter().all(|party| own.list.iter().all(|o| o.referent != party.referent));
        (!found.is_empty() && other).then_some(found)
    }
}
