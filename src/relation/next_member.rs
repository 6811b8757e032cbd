//! How a list goes on: where its next member stands behind a conjunction, a comma, or what stands between two members.

use super::clause::Clause;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Form, Pronoun, Shape};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

impl Clause<'_> {
    /// Returns where the member of a list stands that goes on at a unit.
    pub(super) fn next_member(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at)?;
        if unit.clitics.has_conjunction() && self.is_member(at) {
            return Some(at);
        }
        self.joined_delegation(at)
            .or_else(|| self.member_behind_and(at, unit))
            .or_else(|| self.added_member(at).filter(|&next| self.is_member(next)))
            .or_else(|| self.member_behind_joined_word(at, unit))
            .or_else(|| self.member_behind_adverb(at))
            .or_else(|| self.member_behind_time(at))
            .or_else(|| self.resumed_member(at))
            .or_else(|| self.member_behind_place(at))
            .or_else(|| self.member_coming_along(at, unit))
            .or_else(|| self.member_behind_place_by_the_way(at, unit))
            .or_else(|| self.member_behind_more(at, unit))
            .or_else(|| self.member_behind_comma(at, unit))
    }

    /// Whether the phrase at a unit may be a member of a list, and does not open a clause of its own.
    fn is_member(&self, at: usize) -> bool {
        self.unit_phrase(at).is_some_and(|phrase| {
            !phrase.clitics.has_preposition() && !matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Pronoun)
        }) && (!self.opens_clause(at + 1) || self.is_no_subject_of(at, at + 1))
    }

    /// محادثات فلان مع الوزير ومدير المخابرات تناولت, لقاءات مع الوزير ومدير المخابرات أعقبها عشاء: whether a man stands before a verb that only
    /// something feminine can have, or that has its own subject behind the pronoun on it.
    fn is_no_subject_of(&self, at: usize, verb: usize) -> bool {
        let unit = &self.units[verb];
        let feminine = |form: &Form| matches!(form.shape, Shape::Verb { gender: Some(Gender::Feminine), .. });
        let man = |phrase: &Phrase| phrase.kind == PhraseKind::Person && phrase.gender == Some(Gender::Masculine);
        unit.kind == Kind::Verb
            && !unit.forms.is_empty()
            && (unit.forms.iter().all(feminine) || self.has_thing_behind_object(verb))
            && self.unit_phrase(at).is_some_and(man)
    }

    /// أعقبها عشاء: whether right behind an Arabic verb with a pronoun for a thing or things on it stands a word that may be its subject.
    fn has_thing_behind_object(&self, verb: usize) -> bool {
        let things = |pronoun: Pronoun| {
            pronoun.gender == Some(Gender::Feminine) && pronoun.number == Number::Singular && !pronoun.speaks
        };
        let suffix = self.units[verb].verb().is_some_and(|(.., object)| object.is_some_and(things));
        let subject = |unit: &Unit| {
            unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Noun) && unit.clitics == Clitics::NONE
        };
        let shape = self.shapes.get(verb + 1);
        self.lang == Lang::Ar
            && suffix
            && self.units.get(verb + 1).is_some_and(subject)
            && shape.is_some_and(|shape| !shape.indefinite && !shape.joined && shape.preposition.is_none())
    }

    /// "Iran as well as Turkey", "not only Iran but also Turkey", "Merkel and her foreign minister, Steinmeier": the member behind a
    /// conjunction that is a word.
    fn member_behind_and(&self, at: usize, unit: &Unit) -> Option<usize> {
        // زار مصر، لكن إسرائيل ليست: what stands against it opens a clause of its own.
        let against = self.lang == Lang::Ar && unit.phrase().is_none() && unit.is(Class::Adversative);
        if against || !unit.is(Class::Conj) || unit.end != unit.start + 1 && self.lang != Lang::En {
            return None;
        }
        let words = if self.lang == Lang::En { 2 } else { 0 };
        let next = self.past_attributes(at + 1, words);
        if self.is_member(next) {
            return Some(next);
        }
        let owner = self.units.get(at + 1)?;
        // "Sarraj and his rival Khalifa Haftar"
        if owner.case == Some(Case::Owner) {
            let next = self.past_attributes(at + 2, 3);
            let named = self.unit_phrase(next).is_some_and(|p| p.kind == PhraseKind::Person && p.named);
            if named && self.is_member(next) {
                return Some(next);
            }
        }
        // "Merkel and her foreign minister, Steinmeier,"
        let owned = self.lang == Lang::En && owner.possessive;
        (owned && self.named_behind_owner(at + 1).is_some()).then_some(at + 1)
    }

    /// One past the words, at most so many, that may stand before a member's name: "and rebel leader Machar".
    fn past_attributes(&self, from: usize, most: usize) -> usize {
        let attribute = |&at: &usize| {
            self.units.get(at).is_some_and(|unit| {
                unit.kind == Kind::Word
                    || unit.kind == Kind::Function
                        && unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Faction))
                    || unit.phrase().is_none() && unit.is(Class::Apart)
            })
        };
        from + (from..from + most).take_while(attribute).count()
    }

    /// "met Obama in Paris, as well as Merkel", "received Kerry, followed by Davutoglu", "Egypt, alongside Jordan": the member that an English list
    /// adds behind a place or a comma.
    fn added_member(&self, at: usize) -> Option<usize> {
        let unit = &self.units[at];
        if self.lang == Lang::Ar {
            return None;
        }
        let adds =
            |at: usize| self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::ListMore));
        if unit.is_comma() {
            let beside = self.units.get(at + 1).is_some() && self.is_preposition_of(at + 1, "alongside");
            return (beside || adds(at + 1)).then_some(at + 2);
        }
        let place = self
            .unit_phrase(at + 1)
            .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country));
        if !unit.is_preposition() || !self.is_preposition_of(at, "in") || !place {
            return None;
        }
        let more = at + 2 + usize::from(self.units.get(at + 2).is_some_and(Unit::is_comma));
        adds(more).then_some(more + 1)
    }

    /// جماعة الحوثي ومؤيدي حكومة هادي: the member that completes a noun with و on it.
    fn member_behind_joined_word(&self, at: usize, unit: &Unit) -> Option<usize> {
        // سوريا ودول مجلس التعاون: so with a short one.
        let joins = || self.joins_word(at) || self.shapes[at].joined;
        if self.lang != Lang::Ar || unit.kind != Kind::Word || !joins() {
            return None;
        }
        let agent = self
            .units
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Function && next.is(Class::Agent) && next.clitics == Clitics::NONE);
        let completed = at + 1 + usize::from(agent);
        let party =
            self.unit_phrase(completed).is_some_and(|phrase| phrase.clitics == Clitics::NONE && may_be_listed(phrase));
        (party && !self.opens_clause(completed + 1)).then_some(completed)
    }

    /// كيري أمس وعباس, الحكومة من جهة والمعارضة: the member with و behind an adverb or two.
    fn member_behind_adverb(&self, at: usize) -> Option<usize> {
        let adverb = |at: usize| {
            self.units.get(at).is_some_and(|unit| {
                unit.kind == Kind::Function
                    && unit.clitics == Clitics::NONE
                    && unit.has(|c| matches!(c, Class::Skip | Class::OneSide | Class::Day(_) | Class::Weekday(_)))
            })
        };
        if self.lang != Lang::Ar || !adverb(at) {
            return None;
        }
        let next = at + 1 + usize::from(adverb(at + 1));
        let joined = self.units.get(next).is_some_and(|unit| unit.clitics.has_conjunction());
        let party = self.unit_phrase(next).is_some_and(may_be_listed);
        (joined && party && self.is_member(next)).then_some(next)
    }

    /// التقى سلال الاثنين الماضي، وبوتفليقة الثلاثاء: the next person of an Arabic list, behind the day on which the one before him has his turn.
    fn member_behind_time(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 4;
        let person = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let day = |at: usize| {
            self.units.get(at).is_some_and(|unit| {
                let time = |c| matches!(c, Class::Day(_) | Class::Weekday(_) | Class::Next | Class::Last);
                unit.phrase().is_none()
                    && unit.kind != Kind::Verb
                    && !unit.clitics.has_conjunction()
                    && (unit.has(time) || unit.is(Class::TimeHead))
            })
        };
        if self.lang != Lang::Ar || !person(at.checked_sub(1)?) {
            return None;
        }
        // يلتقي اليوم كيري وغدا لافروف
        let unit = &self.units[at];
        let on = unit.phrase().is_none() && unit.clitics == Clitics::WA && unit.has(|c| matches!(c, Class::Day(_)));
        if on && person(at + 1) && self.is_member(at + 1) && !self.units[at + 1].clitics.has_conjunction() {
            return Some(at + 1);
        }
        if !day(at) {
            return None;
        }
        let behind = (at..at + LONGEST).find(|&i| !day(i))?;
        let next = behind + usize::from(self.units.get(behind).is_some_and(Unit::is_comma));
        let joined = self.units.get(next).is_some_and(|unit| unit.clitics.has_conjunction());
        (joined && person(next) && self.is_member(next)).then_some(next)
    }

    /// بالأمين العام الذي يؤيد صالح وكذلك العربي, الأسد، الذي استقبله، ووزير الخارجية: the member of a list that goes on
    /// behind a relative clause or a parenthesis.
    fn resumed_member(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 14;
        let comma = |at: usize| self.units.get(at).is_some_and(Unit::is_comma);
        let relative = |at: usize| self.units.get(at).is_some_and(|unit| unit.is(Class::Relative));
        let person = |at: usize| {
            self.unit_phrase(at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Person && !phrase.clitics.has_preposition())
                && !self.opens_clause(at + 1)
        };
        let clause = relative(at) || comma(at) && relative(at + 1);
        // شينزو آبي (يمين) ووزير خارجيته: a few words between commas or brackets.
        let aside = comma(at)
            && (at + 1..at + 4)
                .find(|&i| {
                    self.units.get(i).is_none_or(|unit| !matches!(unit.kind, Kind::Word | Kind::Function))
                        || relative(i)
                })
                .is_some_and(|end| end > at + 1 && comma(end));
        if self.lang == Lang::En || !(clause || aside) {
            return None;
        }
        for next in at + 1..self.units.len().min(at + LONGEST) {
            let unit = &self.units[next];
            if unit.is_stop() || unit.is(Class::Complement) {
                return None;
            }
            if unit.is(Class::ListMore) && person(next + 1) {
                return Some(next + 1);
            }
            if unit.is_comma() && next > at + 1 {
                // الذي نقل إليه تحيات الملك، والأمير فلان: he is joined to whose something is within the relative.
                if next > at + 2 && self.ends_in_genitive_person(next) {
                    return None;
                }
                let joined = self.units.get(next + 1).is_some_and(|unit| unit.clitics.has_conjunction());
                return (joined && person(next + 1)).then_some(next + 1);
            }
        }
        None
    }

    /// تحيات الملك فلان: whether right before a unit somebody is named whose what a noun before him tells is.
    fn ends_in_genitive_person(&self, end: usize) -> bool {
        let noun = end - 2;
        self.bare_party(end - 1)
            && self.unit_phrase(end - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
            && matches!(self.units[noun].kind, Kind::Word | Kind::Noun)
            && self.units[noun].phrase().is_none()
            && !self.shapes[noun].article
    }

    /// الحوثيين في اليمن وحزب الله في لبنان: the member with و behind where the one before is.
    fn member_behind_place(&self, at: usize) -> Option<usize> {
        let lies = |at: usize, clitics: Clitics| {
            self.unit_phrase(at).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country) && phrase.clitics == clitics
            })
        };
        if self.lang == Lang::En {
            return None;
        }
        let next = if lies(at, Clitics::BI) {
            at + 1
        } else {
            (self.is_in(at) && lies(at + 1, Clitics::NONE)).then_some(at + 2)?
        };
        let joined = self.unit_phrase(next).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Agent)
                && phrase.clitics == Clitics::WA
        });
        (joined && self.is_member(next)).then_some(next)
    }

    /// استقبل فلانا ومعه فلان: who comes along.
    fn member_coming_along(&self, at: usize, unit: &Unit) -> Option<usize> {
        if self.lang != Lang::Ar || !unit.clitics.has_conjunction() {
            return None;
        }
        let with = self.knowledge.lexicon.preposition_id("مع");
        let along = unit.has(|class| matches!(class, Class::PrepPronoun(id) if Some(id) == with));
        (along && self.bare_party(at + 1) && self.is_member(at + 1)).then_some(at + 1)
    }

    /// التقى فلانا في مقر إقامته، ووزير الدفاع فلانا: the member behind a place by the way, which ends at a comma.
    fn member_behind_place_by_the_way(&self, at: usize, unit: &Unit) -> Option<usize> {
        let inside = || self.is_in(at) || unit.is(Class::PlaceHead) && unit.clitics.has(Clitics::BI);
        if self.lang != Lang::Ar || unit.phrase().is_some() || !inside() {
            return None;
        }
        let comma = self.skip_preposition(at).filter(|&end| self.units.get(end).is_some_and(Unit::is_comma))?;
        let next = self.units.get(comma + 1).filter(|next| next.clitics == Clitics::WA).map(|_| comma + 1)?;
        let officer = |phrase: &Phrase| phrase.kind == PhraseKind::Person && phrase.named && phrase.office.is_some();
        (self.unit_phrase(next).is_some_and(officer) && self.is_member(next)).then_some(next)
    }

    /// إضافة إلى, فضلا عن, وكل من: the member behind a word by which the list goes on.
    fn member_behind_more(&self, at: usize, unit: &Unit) -> Option<usize> {
        if unit.is(Class::ListMore) && self.is_member(at + 1) {
            return Some(at + 1);
        }
        if unit.is(Class::Each) && unit.clitics.has_conjunction() && self.bare_party(at + 1) {
            return Some(at + 1);
        }
        let more = unit.is_comma() && self.units.get(at + 1).is_some_and(|next| next.is(Class::ListMore));
        (more && self.is_member(at + 2)).then_some(at + 2)
    }

    /// The member behind a comma, where a conjunction stands behind that or further on.
    fn member_behind_comma(&self, at: usize, unit: &Unit) -> Option<usize> {
        let next = self.units.get(at + 1).filter(|_| unit.is_comma())?;
        if next.clitics.has_conjunction() && self.is_member(at + 1) {
            return Some(at + 1);
        }
        let behind = match self.lang {
            Lang::Ar => self.joins_by_word(next).then_some(at + 2),
            // ", and separately Mexican President …"
            Lang::En => next.is(Class::Conj).then(|| {
                let adverb = self.units.get(at + 2).is_some_and(|next| next.is(Class::Skip));
                at + 2 + usize::from(adverb)
            }),
        };
        if let Some(member) = behind.filter(|&member| self.is_member(member)) {
            return Some(member);
        }
        // مجموعة 5+1 (A وB): a bracket only explains.
        let explains = self.shapes.get(at + 1).is_some_and(|shape| shape.bracketed);
        // A, B, C وD: the comma joins when the list goes on to a conjunction.
        let joins = !explains && !next.clitics.has_conjunction() && self.is_member(at + 1) && self.list_goes_on(at + 2);
        joins.then_some(at + 1)
    }

    /// القاهرة، ثم أبوظبي; استقبل السفير، ثم النائب: whether an Arabic word behind a comma joins what follows to the list. زار مصر، لكن
    /// إسرائيل ليست, على سوريا، لكن الأمم المتحدة: what stands against it, or goes on meanwhile, opens a clause of its own.
    fn joins_by_word(&self, unit: &Unit) -> bool {
        let apart = |class| matches!(class, Class::Adversative | Class::While | Class::Circumstance | Class::Where);
        unit.is(Class::Conj) && unit.end == unit.start + 1 && !unit.has(apart)
    }

    /// استقبل السفير ووفدا من الجمعية برئاسة فلان, السفير، ثم وفدا: where a delegation begins that is joined to whom a list names
    /// and whose leader the text names.
    fn joined_delegation(&self, at: usize) -> Option<usize> {
        let behind_comma = at + usize::from(self.units.get(at).is_some_and(Unit::is_comma));
        let then = self.units.get(behind_comma).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Conj));
        let next = behind_comma + usize::from(then);
        let unit = self.units.get(next).filter(|unit| unit.delegation && unit.phrase().is_none())?;
        let joined = if then { unit.clitics == Clitics::NONE } else { unit.clitics.has_conjunction() };
        let bare = !unit.clitics.has_preposition() && !self.shapes[next].article;
        (self.lang == Lang::Ar && joined && bare && self.members(next, true).is_some()).then_some(next)
    }

    fn list_goes_on(&self, mut at: usize) -> bool {
        loop {
            let Some(unit) = self.units.get(at) else { return false };
            if unit.phrase().is_some() && unit.clitics.has_conjunction() || unit.is(Class::Conj) {
                return self.unit_phrase(at).is_some() || self.unit_phrase(at + 1).is_some() || self.names_rest(at + 1);
            }
            if unit.is_comma() && self.units.get(at + 1).is_some_and(|next| next.is(Class::Conj)) {
                return self.unit_phrase(at + 2).is_some() || self.names_rest(at + 2);
            }
            if unit.is_comma() && self.unit_phrase(at + 1).is_some() {
                if self.units[at + 1].clitics.has_conjunction() {
                    return true;
                }
                at += 2;
            } else {
                return false;
            }
        }
    }

    /// "met Jubeir, Hariri and other officials", "and others", "and several ministers": whether behind "and" the rest of a list is told
    /// without a name.
    fn names_rest(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let rest = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Others);
        // "and Arab leaders", "and top officials": people of whom no country is told.
        let people = || {
            let word = |&at: &usize| {
                let unit = &self.units[at];
                unit.phrase().is_none()
                    && !unit.is_mark()
                    && !unit.is_preposition()
                    && unit.kind != Kind::Verb
                    && !unit.is(Class::Auxiliary)
            };
            let words = (at..self.units.len()).take(WORDS).take_while(word).count();
            // "leaders": a title whose holders nobody names.
            let titled =
                |p: &Phrase| p.kind == PhraseKind::Unknown && p.number == Number::Plural && p.referents.is_empty();
            let group = (at..at + words).find(|&at| self.units[at].is(Class::Agent));
            let last = group.or_else(|| Some(at + words).filter(|&at| self.unit_phrase(at).is_some_and(titled)));
            // "and business leaders wrote to him": the subject of a clause of its own.
            last.is_some_and(|last| !self.is_finite_verb(last + 1))
        };
        self.lang == Lang::En && self.units.get(at).is_some_and(|unit| rest(unit) || people())
    }
}

/// A person, a country, a body, or people who act for one.
fn may_be_listed(phrase: &Phrase) -> bool {
    matches!(phrase.kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Country | PhraseKind::Agent)
}
