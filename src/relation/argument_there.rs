//! Who stands behind a preposition where the search has come to it: by name, as a pronoun, by what is theirs, and who else.

use super::argument_search::{Next, Seeker, Way};
use super::clause::Parties;
use super::unit::{Kind, Unit};
use crate::gazetteer::Number;
use crate::lexicon::{Class, Form, Predicate, Pronoun, Status};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Seeker<'_> {
    /// Whom the preposition at a unit governs; none where it stands there for somebody else or nobody is found behind it.
    pub(super) fn at_preposition(&self, way: &mut Way) -> Option<Next> {
        if !self.governs_party(way) {
            return None;
        }
        let at = way.at;
        if self.is_of_thing_right_before(at) {
            return Some(Next::nobody());
        }
        if let Some(pronoun) = self.clause.units[at].pronoun {
            let addressed = self.is_addressed(at);
            if !self.inside || self.meets || addressed {
                return Some(self.at_pronoun(way, pronoun, addressed));
            }
        }
        let near = self.is_near(way);
        if self.is_of_thing_between(at) || near && self.is_backed_by_another(at) {
            return Some(Next::nobody());
        }
        let found = self.named_behind(at, near)?;
        Some(self.unless_a_place(way, found))
    }

    /// Whether the preposition stands at a unit, and before somebody to whom the head can reach.
    fn governs_party(&self, way: &Way) -> bool {
        const FAR: usize = 4;
        let unit = &self.clause.units[way.at];
        if !self.clause.governs(way.at, self.preposition) {
            return false;
        }
        // دعوة للقاء, رحب في الاجتماع بإعلان الدولة: ل or ب on a noun of action tells why or what, not whom.
        let purpose = !self.inside
            && way.at > self.head
            && unit.kind == Kind::Noun
            && (unit.clitics.has(Clitics::LI) || unit.clitics.has(Clitics::BI));
        // غادر القاهرة متوجها على رأس وفد إلى ألمانيا: where he is bound, the participle tells.
        let heads_there = |i: usize| {
            let unit = &self.clause.units[i];
            let ahead = |form: &Form| {
                let row = self.clause.knowledge.lexicon.trigger(form.trigger);
                row.predicate == Some(Predicate::Visited) && row.flags.status == Some(Status::Planned)
            };
            // قادما من لندن: from where he comes.
            let from = self.clause.knowledge.lexicon.preposition_id("من");
            let comes = from.is_some_and(|from| i + 1 < way.at && self.clause.governs(i + 1, from));
            unit.kind == Kind::Participle && !comes && unit.forms.iter().any(ahead)
        };
        let bound = self.is_arabic()
            && self.heads(Kind::Verb)
            && self.clause.tells(self.head, |told| told == Predicate::Visited)
            && (self.head + 1..way.at).any(heads_there);
        let far = way.words > FAR || way.commas > 0 && way.words > 0 && self.heads(Kind::Verb);
        !(purpose || bound || far && unit.clitics.has_preposition())
    }

    /// التعاون بين البلدين, العلاقات مع مصر: whether right before the preposition stands a word that has it for itself.
    fn is_of_thing_right_before(&self, at: usize) -> bool {
        let clause = self.clause;
        at.checked_sub(1).is_some_and(|before| before != self.head && clause.units[before].is(Class::Attracts))
            && (!self.inside || self.between)
            && !clause.is_pact(self.head, at)
            && !self.is_of_ties()
            && !clause.is_talk_with_official(self.head, at + 1)
    }

    /// حول التعاون الثنائي بين البلدين: whether it is the cooperation on the way that is between them.
    fn is_of_thing_between(&self, at: usize) -> bool {
        let clause = self.clause;
        self.between
            && self.is_arabic()
            && (self.head + 1..at).any(|i| clause.units[i].is(Class::Attracts))
            && !clause.is_pact(self.head, at)
            && !self.is_of_ties()
    }

    /// Whether the head tells what is done to the ties between two: قطع العلاقات بين, what is cut is theirs; "brokered a truce between".
    fn is_of_ties(&self) -> bool {
        self.mediates() || self.is_arabic() && self.clause.withholds_between(self.head)
    }

    /// وساطة لحل الأزمة بين: whether somebody mediates, and so between those whose quarrel it is.
    fn mediates(&self) -> bool {
        self.clause.tells(self.head, |told| told == Predicate::Mediated)
    }

    /// Whether so few words stand between that what is found there, and names nobody, may be what the head is about.
    fn is_near(&self, way: &Way) -> bool {
        const NEAR: usize = 2;
        let unit = &self.clause.units[way.at];
        way.words <= NEAR && !(unit.kind == Kind::Noun && unit.clitics.has_preposition())
    }

    /// غارة على فصائل مدعومة من إيران: whether nobody named is hit, but who is backed by somebody named.
    fn is_backed_by_another(&self, at: usize) -> bool {
        const NEAR: usize = 3;
        let clause = self.clause;
        self.meets
            && clause.unit_phrase(at).is_none()
            && (at + 1..clause.units.len().min(at + 1 + NEAR)).any(|i| clause.is_word_of_backing(i))
    }

    // ---- a pronoun -------------------------------------------------------------------------------------------

    /// Whether a pronoun on the preposition is whom the head itself addresses, helps or is given to.
    fn is_addressed(&self, at: usize) -> bool {
        self.is_asked(at)
            || self.is_helped(at)
            || self.is_given(at)
            || self.clause.is_stance_to_him(self.head, at, self.subject)
    }

    /// طلب منه, تعهد له: whom one asks or promises.
    fn is_asked(&self, at: usize) -> bool {
        let told = |predicate| self.clause.tells(self.head, |told| told == predicate);
        self.is_arabic()
            && at == self.head + 1
            && self.heads(Kind::Verb)
            && (told(Predicate::Promised) || self.is_preposition("من") && told(Predicate::DemandedOf))
    }

    /// دعم بلاده لها: whom one helps.
    fn is_helped(&self, at: usize) -> bool {
        const NEAR: usize = 3;
        let unit = &self.clause.units[at];
        self.is_arabic()
            && self.heads(Kind::Noun)
            && at <= self.head + NEAR
            && unit.clitics == Clitics::NONE
            && unit.has(|class| matches!(class, Class::PrepPronoun(_)))
            && self.tells_help_right_before_end(at)
    }

    /// انتقادات وجهها إليه ترامب: to whom the verb of the relative gives it, before whoever does.
    fn is_given(&self, at: usize) -> bool {
        self.is_arabic()
            && !self.with
            && self.carrying.is_some_and(|verb| verb > self.head && verb + 1 == at)
            && self.clause.units[at].has(|class| matches!(class, Class::PrepPronoun(_)))
            && self.subject.is_some_and(|doer| !doer.carried && doer.end > at)
    }

    /// قدمت دعما ماليا لها, دعم بلاده لها: whether the head tells of help, and its clause ends behind a pronoun.
    fn tells_help_right_before_end(&self, at: usize) -> bool {
        self.clause.units.get(at + 1).is_none_or(Unit::is_mark)
            && self.clause.tells(self.head, |told| matches!(told, Predicate::Aided | Predicate::Supported))
    }

    /// Whom the pronoun on the preposition means; over it, where it only says whose the head is.
    fn at_pronoun(&self, way: &mut Way, pronoun: Pronoun, addressed: bool) -> Next {
        if self.is_owner(way.at) {
            return way.on(way.at + 1, 0, 0);
        }
        Next::Found(self.meant_by(way.at, pronoun, addressed))
    }

    /// زيارة له لإسرائيل: whether a pronoun is whose the noun is, and not to whom it is done; استقبال الأمير له: whom.
    fn is_owner(&self, at: usize) -> bool {
        let clause = self.clause;
        let before = at.checked_sub(1).and_then(|before| clause.unit_phrase(before));
        self.subject.is_some()
            && before.is_none_or(|phrase| phrase.kind == PhraseKind::Pronoun)
            && self.heads(Kind::Noun)
            // استقباله له: whom, where whose it is stands on the noun.
            && clause.units[self.head].owner().is_none()
            && self.is_preposition("ل")
            && !self.tells_help_right_before_end(at)
    }

    /// Whom a pronoun on the preposition means.
    fn meant_by(&self, at: usize, pronoun: Pronoun, addressed: bool) -> Parties {
        let clause = self.clause;
        let mut found = clause.behind_pronoun(at, pronoun, self.head, self.subject);
        // رفضت باكستان اتهام الهند لها: right behind whose stance it is.
        if found.is_empty()
            && addressed
            && let Some(doer) = self.subject
        {
            found = clause.sole_other(at, pronoun, doer).unwrap_or_default();
        }
        // المحادثات بينه وبين فلان
        if self.between && self.is_arabic() && pronoun.number == Number::Singular {
            return clause.between_him_and(at, found, self.preposition);
        }
        // ساءت علاقة أوباما بأردوغان. الاتصالات بينهما: the two of whom the text spoke before.
        let people = &clause.memory.people;
        if self.between && pronoun.number == Number::Dual && found.is_empty() && people.len() == 2 {
            return Parties::new(people.clone(), 0.8, at + 1);
        }
        let person = found.list.iter().any(|party| party.kind == PhraseKind::Person);
        if self.inside && person && !addressed { Parties::default() } else { found }
    }

    // ---- a name ----------------------------------------------------------------------------------------------

    /// Who stands behind the preposition at a unit: by name, of a group, or by what is theirs.
    fn named_behind(&self, at: usize, near: bool) -> Option<Parties> {
        let (clause, head) = (self.clause, self.head);
        self.leader_behind(at)
            // "talks with Obama's envoy, Kerry": who is named, not whose man he is.
            .or_else(|| if self.inside || self.is_arabic() { None } else { clause.named_behind_owner(at + 1) })
            .or_else(|| clause.draft_behind(head, at))
            .or_else(|| clause.own_land_behind(head, at, self.subject))
            .or_else(|| clause.governed(at, self.inside))
            .or_else(|| if self.inside { None } else { clause.members(at + 1, false) })
            .or_else(|| self.owner_of_thing(at, near))
            .or_else(|| if self.is_arabic() && clause.is_backing(head) { clause.role_behind(at) } else { None })
            .or_else(|| clause.struck_in(head, at))
    }

    /// التقى بوفد من حماس برئاسة مشعل: who leads the delegation, not whose it is.
    fn leader_behind(&self, at: usize) -> Option<Parties> {
        let unit = &self.clause.units[at];
        let sent = !self.inside && unit.delegation && unit.phrase().is_none();
        if sent { self.clause.members(at + 1, true) } else { None }
    }

    /// Whose the thing is on which the deed is, or about which one mediates.
    fn owner_of_thing(&self, at: usize, near: bool) -> Option<Parties> {
        let told = self.inside && self.meets && near || self.is_arabic() && self.mediates();
        if told { self.clause.belongings(self.head, at) } else { None }
    }

    /// Those who were found, with the others of their list; the way goes on behind them where they are only where it was.
    fn unless_a_place(&self, way: &mut Way, found: Parties) -> Next {
        let (clause, at) = (self.clause, way.at);
        let next = found.end.max(at + 1);
        if at > self.head {
            // التقى بالقاهرة بالوزير: where they met, not whom.
            if !self.inside && clause.is_where(self.head, at, &found, self.preposition) {
                // بالعاصمة المصرية is nobody whom one meets.
                if !clause.units[at].is(Class::PlaceHead) {
                    way.place.get_or_insert(Parties { confidence: 0.82, ..found });
                }
                return way.on(next, 0, 0);
            }
            if clause.is_where_posted(at, found.end, self.preposition)
                || !self.inside && clause.is_of_post(at, self.preposition)
            {
                return way.on(next, 0, 0);
            }
        }
        let found = self.with_repeated(self.with_other_side(found));
        Next::Found(Parties { confidence: self.sureness(way), ..found })
    }

    /// How sure it is that the head reaches so far.
    fn sureness(&self, way: &Way) -> f64 {
        match way.words {
            0 => 0.92,
            // مباحثات مكثفة مع, اتصالا هاتفيا مطولا ب: its adjectives part a noun from nobody.
            1..=2 if !self.inside && self.clause.only_adjectives(self.head, way.at) => 0.92,
            1..=3 => 0.82,
            _ => 0.65,
        }
    }

    /// Behind "between", which needs two: the other side, where a list has ended before it.
    fn with_other_side(&self, mut found: Parties) -> Parties {
        let clause = self.clause;
        if !self.between || !self.is_arabic() {
            return found;
        }
        // اتصال بين السيسي وأردوغان أكد الجانبان: whatever comes next.
        if found.list.len() == 1
            && let Some(unit) = clause.units.get(found.end).filter(|unit| unit.clitics.has_conjunction())
            && clause.bare_party(found.end)
        {
            let led = if unit.delegation { clause.members(found.end, true) } else { None };
            let other = led.unwrap_or_else(|| Parties::new(clause.parties_of(found.end), 1.0, found.end + 1));
            found.list.extend(other.list);
            found.end = other.end;
        }
        // بين القوات الأرمينية والأذربيجانية: the forces of the other, too.
        let forces = found.list.len() == 1
            && clause.unit_phrase(found.end).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::WA && phrase.referents.len() == 1
            });
        if forces {
            found.list.extend(clause.parties_of(found.end));
            found.end += 1;
        }
        found
    }

    /// ومع زعيم كوريا: those behind the same preposition again.
    fn with_repeated(&self, mut found: Parties) -> Parties {
        let clause = self.clause;
        while let Some(more) =
            clause.repeated(found.end, self.preposition).or_else(|| self.further_thing_of_another(found.end))
        {
            found.list.extend(more.list);
            found.end = more.end;
        }
        found
    }

    /// أشاد بدور قطر وبجهود مصر: what is his of another.
    fn further_thing_of_another(&self, at: usize) -> Option<Parties> {
        let unit = self.clause.units.get(at).filter(|unit| self.inside && unit.clitics.has_conjunction());
        let more = unit.and_then(|_| self.clause.within_word(at, self.preposition))?;
        (!more.is_empty() && more.end > at).then_some(more)
    }

    /// The party that a word behind the head holds together with the preposition on it: لبلاده, بجهود مصر.
    pub(super) fn at_word_with_preposition(&self, way: &Way) -> Option<Next> {
        const FAR: usize = 4;
        if way.words > FAR {
            return None;
        }
        let clause = self.clause;
        // دعم السعودية لبلاده
        if clause.units[way.at].is(Class::OwnLand)
            && clause.has_clitic(way.at, self.preposition)
            && let Some(found) = clause.own_land_behind(self.head, way.at, self.subject)
        {
            return Some(Next::Found(found));
        }
        if !self.inside {
            return None;
        }
        let found = clause.within_word(way.at, self.preposition).or_else(|| self.owner_of_thing_in_word(way))?;
        Some(Next::Found(Parties { confidence: 0.75, ..found }))
    }

    /// غارات لمواقع: whose the thing is that a plain word tells with the preposition on it, of a deed.
    fn owner_of_thing_in_word(&self, way: &Way) -> Option<Parties> {
        const NEAR: usize = 2;
        let thing = self.meets
            && way.words <= NEAR
            && self.clause.units[way.at].kind == Kind::Word
            && self.clause.has_clitic(way.at, self.preposition);
        if thing { self.clause.belongings(self.head, way.at) } else { None }
    }
}
