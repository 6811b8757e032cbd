//! Verbs of somebody whom the text does not name to us, so that nobody else is their subject.

use super::clause::{Clause, Parties};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Predicate, Slot, Tense, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// غارات يشنها الطيران, حركة تقودها الغالبية: behind a verb with an object suffix that describes a noun stands who does it; يخوض
    /// المعارضون: a plural in the case of subjects; اتصل به 4 أشخاص: behind a pronoun so many people, or one of them.
    ///
    /// `next` is what stands behind the adverbs.
    pub(super) fn has_unnamed_doer(&self, at: usize, next: usize) -> bool {
        let pronoun = |unit: &Unit| unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        if self.lang == Lang::Ar && self.units.get(at + 1).is_some_and(pronoun) && self.is_some_of_many(at + 2) {
            return true;
        }
        // يسيطر عليها مقاتلو المعارضة, but not مقاتلو حزب الله
        let men = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Staff) && !unit.clitics.has_preposition();
        if self.lang == Lang::Ar
            && self.units.get(at + 1).is_some_and(pronoun)
            && self.units.get(at + 2).is_some_and(men)
            && self.units.get(at + 3).is_none_or(|whose| whose.phrase().is_none())
        {
            return true;
        }
        let Some(unit) = self.units.get(next).filter(|_| self.lang == Lang::Ar) else { return false };
        // وزار المسؤول الأممي غزة
        if unit.official && unit.phrase().is_none() && !unit.clitics.has_preposition() {
            return true;
        }
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        let describes = self.is_relative_verb(at) && self.shapes[next].article && suffix;
        let word = unit.kind == Kind::Word && self.shapes[next].preposition.is_none();
        word && (describes || self.shapes[next].plural || suffix && next == at + 1 && self.is_doer_behind_object(at))
    }

    /// انتقدتها صحف غربية, هاجمته محكمة: right behind a verb of stance or force with its object on it stands a word that may be who does it;
    /// not a thing that is told of its object (حملته المسؤولية), nor how it was done (دعمتها ماليا).
    fn is_doer_behind_object(&self, at: usize) -> bool {
        let (unit, shape) = (&self.units[at + 1], &self.shapes[at + 1]);
        let single = |told: Predicate| {
            matches!(
                told,
                Predicate::Attacked
                    | Predicate::Criticised
                    | Predicate::Praised
                    | Predicate::Rejected
                    | Predicate::Supported
                    | Predicate::Threatened
            )
        };
        unit.clitics == Clitics::NONE
            && unit.classes.is_empty()
            && !shape.indefinite
            && !shape.conjunction
            && !shape.joined
            && self.tells(at, single)
    }

    /// انتقد بوتين تقريرا يتهم إيران: a verb right behind a thing without an article that says or wants something, which somebody judges: it is
    /// the thing that says it, and not he.
    pub(super) fn is_said_by_judged(&self, at: usize) -> bool {
        const NEAR: usize = 6;
        let Some(thing) = at.checked_sub(1).filter(|_| self.lang == Lang::Ar) else { return false };
        let says = |class| matches!(class, Class::Document | Class::Utterance | Class::Report);
        let shape = &self.shapes[thing];
        let unit = &self.units[thing];
        let thing_said =
            unit.has(says) || unit.kind == Kind::Noun && self.tells(thing, |told| told == Predicate::Briefed);
        let indefinite = unit.phrase().is_none() && !shape.article && !shape.definite && !shape.suffix && thing_said;
        // تصريحات أدلى بها الوزير: who made it stands behind the verb.
        let on_it = |unit: &Unit| unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        let own = self.units[at].verb().is_some_and(|(.., object)| object.is_none())
            && !self.units.get(at + 1).is_some_and(on_it);
        if !indefinite || !own || self.units[at].clitics.has_conjunction() {
            return false;
        }
        let judges = |told| matches!(told, Predicate::Rejected | Predicate::Criticised | Predicate::Praised);
        let verb = (thing.saturating_sub(NEAR)..thing)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| self.tells(verb, judges))
    }

    /// أحد, 4 أشخاص.
    fn is_some_of_many(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            let bare = self.shapes[at].preposition.is_none() && unit.clitics == Clitics::NONE;
            bare && (self.shapes[at].digits || unit.is(Class::OneOf))
        })
    }

    /// بعد هجوم إرهابي استهدف أنقرة: a verb of force right behind a deed of force, whose subject the deed is.
    pub(super) fn describes_force(&self, at: usize) -> bool {
        const ADJECTIVES: usize = 2;
        let force = |predicate| predicate == Predicate::Attacked;
        if self.lang == Lang::En || self.units[at].clitics.has_conjunction() || !self.tells(at, force) {
            return false;
        }
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        let adjectives = (at.saturating_sub(ADJECTIVES)..at)
            .rev()
            .take_while(|&i| self.units[i].kind == Kind::Word && !self.shapes[i].article)
            .count();
        let noun = at.checked_sub(adjectives + 1).filter(|_| !suffix);
        noun.is_some_and(|noun| {
            self.units[noun].kind == Kind::Noun && !self.units[noun].is_definite_noun() && self.tells(noun, force)
        })
    }

    /// مع رجل يدعم حماس, كل من يساند الأسد, دولة تهدد إسرائيل: a verb of the present right behind an indefinite noun for somebody, who is its
    /// subject and whom the text does not name to us.
    pub(super) fn describes_unnamed(&self, at: usize) -> bool {
        const ADJECTIVES: usize = 2;
        let unit = &self.units[at];
        let present = unit.verb().is_some_and(|(tense, .., object)| tense == Tense::Present && object.is_none());
        let resumes = |unit: &Unit| unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        if self.lang == Lang::En
            || !present
            || unit.clitics != Clitics::NONE
            || unit.persons().iter().any(|&(tense, ..)| tense != Tense::Present)
            || !self.has_party_behind(at)
            || self.units[at + 1..].iter().take(ADJECTIVES + 2).any(resumes)
        {
            return false;
        }
        let adjective = |i: usize| {
            let demonym = self.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Demonym && !p.named);
            let word = self.units[i].kind == Kind::Word && self.units[i].clitics == Clitics::NONE;
            (demonym || word) && !self.shapes[i].article && !self.shapes[i].definite
        };
        let somebody = |i: usize| {
            let unit = &self.units[i];
            let bare = unit.phrase().is_none() && !self.shapes[i].article && unit.kind != Kind::Noun;
            let word = unit.kind == Kind::Word && !unit.clitics.has_conjunction();
            let behind = |wanted: Class| i > 0 && self.units[i - 1].phrase().is_none() && self.units[i - 1].is(wanted);
            let with = || ["مع", "عن"].iter().any(|word| i > 0 && self.is_preposition_of(i - 1, word));
            // على جانب آخر, من جهة
            let aside = i == 0 || self.units[i - 1].is_mark() || self.units[i - 1].is_preposition() && !with();
            // زعيما يدعم الأسد
            let title = self.unit_phrase(i).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Unknown
                    && phrase.office.is_some()
                    && phrase.of.is_none()
                    && phrase.referents.is_empty()
                    && phrase.clitics == Clitics::NONE
                    && !self.shapes[i].definite
            });
            // وفد يضم فلانا: who it is made up of.
            let delegation = unit.deputes || unit.delegation;
            title
                || bare
                    && !delegation
                    && (unit.is(Class::Each)
                        || unit.is(Class::Agent) && !aside
                        || word && (self.shapes[i].indefinite && !aside || behind(Class::Each) || with()))
        };
        (0..=ADJECTIVES)
            .take_while(|&count| at > count && (1..=count).all(|back| adjective(at - back)))
            .any(|count| somebody(at - count - 1))
    }

    /// يدعم حماس, يدعم حرية الشعب الفلسطيني: whether a phrase stands behind a verb, or behind the one plain noun that is its object.
    fn has_party_behind(&self, at: usize) -> bool {
        let phrase = |at: usize| self.units.get(at).is_some_and(|next| next.phrase().is_some());
        let thing = |next: &Unit| next.kind == Kind::Word && next.clitics == Clitics::NONE;
        phrase(at + 1) || phrase(at + 2) && thing(&self.units[at + 1]) && !self.shapes[at + 1].article
    }

    /// القمة الإسلامية تساند حكومة مالي: plain words with the article open the sentence right before a verb of the present, which is
    /// theirs.
    pub(super) fn is_behind_unnamed_topic(&self, at: usize) -> bool {
        const LONGEST: usize = 4;
        let present = self.units[at].verb().is_some_and(|(tense, ..)| tense == Tense::Present);
        let strikes = self.units[at].kind == Kind::Verb && self.tells(at, |told| told == Predicate::Attacked);
        if self.lang == Lang::En || !present && !strikes {
            return false;
        }
        let start = (0..at).rev().take(LONGEST + 1).find(|&i| self.units[i].is_mark()).map_or(0, |mark| mark + 1);
        if start == at || at - start > LONGEST {
            return false;
        }
        let first = &self.units[start];
        // طائرات التحالف الدولي قصفت داعش
        let craft = strikes && start + 1 < at && first.phrase().is_none() && first.is(Class::Craft);
        let opens = (present && first.kind == Kind::Word && self.shapes[start].article
            || present && first.kind == Kind::Noun && first.is_definite_noun() && first.owner().is_none()
            || craft)
            && (start == 0 || self.units[start - 1].is_stop());
        opens
            && (start..at).all(|i| {
                let unit = &self.units[i];
                let demonym =
                    self.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Demonym && p.clitics == Clitics::NONE);
                i == start
                    || unit.kind == Kind::Word && self.shapes[i].article
                    || craft && unit.is_definite_noun()
                    || demonym
                    || unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::TitleAdjective { .. }))
            })
    }

    /// أفاد المرصد أن المقاتلين اقتحموا: between the complementiser and the verb stands who does it, and the text does not
    /// name him to us.
    pub(super) fn is_behind_unnamed(&self, at: usize) -> bool {
        const REACH: usize = 12;
        let mut named = false;
        let they =
            self.units[at].verb().is_some_and(|(_, gender, number, _)| number == Number::Plural && gender.is_some());
        for before in (at.saturating_sub(REACH)..at).rev() {
            let unit = &self.units[before];
            match unit.kind {
                Kind::Function if unit.is(Class::Complement) => {
                    return named && !unit.resumes && !self.joins_nominal_clause(before, at);
                }
                Kind::Word | Kind::Noun => named = true,
                Kind::Function if unit.is(Class::Agent) || unit.is(Class::OneOf) => named = true,
                Kind::Phrase(_) if self.bare_party(before) => return false,
                Kind::Phrase(_) => {}
                // أن فريقا من المحققين الذين يعملون هناك سيزور: over what a relative clause says of him.
                Kind::Verb if before > 0 && self.units[before - 1].is(Class::Relative) => {}
                Kind::Function if unit.is(Class::Relative) && before + 1 < at => {}
                Kind::Function if unit.is(Class::Qad) || unit.is(Class::Skip) || unit.is_preposition() => {}
                // أن عددا من القادة كانوا قد زاروا, وكان عدد من الزعماء قد زاروا: "they" are not whom another sentence names.
                Kind::Function if they && unit.is(Class::Auxiliary) => {
                    if named && (before == 0 || self.units[before - 1].is_mark()) {
                        return true;
                    }
                }
                Kind::Verb | Kind::Participle | Kind::Function | Kind::Mark(_) => return false,
            }
        }
        false
    }

    /// قال أردوغان إن الوضع خطير وانتقد السعودية: whether a verb is joined to a clause that only says how something is, so that who
    /// said it goes on. The predicate of such a clause has no article.
    fn joins_nominal_clause(&self, complement: usize, at: usize) -> bool {
        let (topic, predicate) = (complement + 1, complement + 2);
        at == complement + 3
            && self.units[at].clitics.has_conjunction()
            && self.shapes[topic].article
            && self.units[predicate].kind == Kind::Word
            && !self.shapes[predicate].article
            && !self.shapes[predicate].suffix
    }

    /// أكد الباحث الأمريكي أنه, أعرب فلان عن: between a verb of speech and what is said stands a speaker whom nobody lists.
    pub(super) fn is_unnamed_speaker(&self, at: usize) -> bool {
        const REACH: usize = 6;
        let speaks = self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech);
        let word = |at: usize| {
            let unit = self.units.get(at);
            unit.is_some_and(|unit| unit.kind == Kind::Word && !unit.clitics.has_conjunction())
                && self.shapes[at].preposition.is_none()
        };
        if !speaks || !word(at + 1) {
            return false;
        }
        if self.units.get(at + 2).is_some_and(|unit| self.is_about(unit)) {
            return true;
        }
        let described = |at: usize| word(at) || self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Demonym);
        let said = (at + 2..self.units.len().min(at + REACH)).find(|&next| !described(next));
        self.shapes[at + 1].article && said.is_some_and(|said| self.units[said].is(Class::Complement))
    }

    pub(super) fn is_about(&self, unit: &Unit) -> bool {
        let about = self.knowledge.lexicon.preposition_id("عن");
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == about))
    }
}

impl Sentence<'_> {
    /// وندد المتظاهرون بإسرائيل: behind a verb that takes no object stands whoever does it, even if the text does not name him.
    pub(super) fn is_unnamed(&self, at: usize, trigger: &Trigger, subject: &Parties) -> bool {
        let prepositional = matches!(trigger.object.first(), Some(Slot::Prep(_)));
        self.reader.lang == Lang::Ar
            && self.clause.units[at].kind == Kind::Verb
            && subject.carried
            && prepositional
            && trigger.predicate.is_some_and(|predicate| predicate.family() != Family::Contact)
            && !self.clause.goes_on_without_subject(at)
    }
}
