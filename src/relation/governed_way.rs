//! The way from a preposition to whom it governs: which phrase ends it, and over which words it goes.

use std::ops::ControlFlow::{self, Break, Continue};

use super::clause::{Clause, Parties};
use super::unit::{Kind, Mark, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

/// How far the way from a preposition has got.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// The unit of the preposition, or of the word that has it as a clitic.
    pub(super) at: usize,
    /// The unit that is asked now.
    pub(super) next: usize,
    /// How many words that count it has gone over.
    pub(super) words: usize,
    /// Whether whose a thing behind the preposition is counts as well, as of what a stance is about.
    pub(super) inside: bool,
}

/// Whom the way ends at, if anybody; or how it goes on.
pub(super) type Step = ControlFlow<Option<Parties>, Way>;

impl Way {
    /// The way behind the unit that is asked, which says nothing.
    fn on(self) -> Way {
        Way { next: self.next + 1, ..self }
    }

    /// The way behind a word that counts.
    fn over_word(self) -> Way {
        Way { words: self.words + 1, ..self.on() }
    }

    /// The way behind a word of a kind of place or of people, whose name follows.
    fn over_head(self) -> Way {
        Way { words: self.words.max(1), ..self.on() }
    }
}

impl Clause<'_> {
    /// The next step from a preposition: what a phrase or a word on the way to whom it governs says.
    pub(super) fn step_to_governed(&self, way: Way, unit: &Unit) -> Step {
        match self.unit_phrase(way.next) {
            Some(phrase) => self.phrase_on_way(way, phrase),
            None => self.word_on_way(way, unit),
        }
    }

    /// Whom a phrase on the way tells, or that the way goes on behind it.
    fn phrase_on_way(&self, way: Way, phrase: &Phrase) -> Step {
        let next = way.next;
        let unit = &self.units[next];
        // "the Red Sea resort of Sharm el-Sheikh"
        if self.lang == Lang::En && next + 3 < self.units.len() && self.is_of_place(next + 2) {
            return Continue(Way { next: next + 1, ..way }.over_head());
        }
        if self.is_owner_behind(way, phrase) {
            return Break(Some(Parties { confidence: 0.75, ..self.list(next) }));
        }
        if self.is_joint_with(way, phrase) {
            return Break(Some(self.list(next)));
        }
        if phrase.clitics.has_preposition() || unit.clitics.has_conjunction() {
            return Break(None);
        }
        if self.placed(next) {
            return Break(Some(self.list(next + 1)));
        }
        if phrase.kind == PhraseKind::Demonym {
            return self.demonym_on_way(way);
        }
        if unit.possessive {
            return self.possessive_on_way(way, phrase);
        }
        if phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty() && way.words < 2 {
            return self.nameless_on_way(way);
        }
        // زيارته إلى المنطقة نتنياهو: where the journey goes, and behind it somebody else.
        let beyond = self.lang == Lang::Ar
            && phrase.kind == PhraseKind::Person
            && way.words > 0
            && self.leads_nowhere_named(way.at);
        Break((!beyond).then(|| self.list(next)))
    }

    /// على مواقع للتنظيم: whether a phrase with ل says whose the thing behind the preposition is.
    fn is_owner_behind(&self, way: Way, phrase: &Phrase) -> bool {
        let Way { at, next, words, inside } = way;
        let own = || words > 0 || next == at + 1 && self.is_of_owner(next);
        inside && self.lang == Lang::Ar && phrase.clitics == Clitics::LI && own()
    }

    /// بقيادات وأعضاء الحزب: whether a phrase is the second of two words for those of one body.
    fn is_joint_with(&self, way: Way, phrase: &Phrase) -> bool {
        self.lang == Lang::Ar
            && way.next == way.at + 1
            && self.units[way.at].is(Class::Agent)
            && phrase.clitics == Clitics::WA
            && phrase.number == Number::Plural
            && phrase.office.is_some()
    }

    /// Whom an adjective of a country on the way tells.
    fn demonym_on_way(&self, way: Way) -> Step {
        let next = way.next;
        // العاصمة الفرنسية باريس: the place itself where it is named, else the country.
        let named = |kind| {
            kind == PhraseKind::Place || self.lang == Lang::En && matches!(kind, PhraseKind::Body | PhraseKind::Person)
        };
        if self.unit_phrase(next + 1).is_some_and(|p| named(p.kind) && p.clitics == Clitics::NONE) {
            return Break(Some(self.list(next + 1)));
        }
        match self.lang {
            Lang::Ar => Break(self.nationality_on_way(way)),
            Lang::En => self.english_demonym_on_way(way),
        }
    }

    /// The country of an Arabic adjective behind a noun, where that is of people or, for a stance, of what they do.
    fn nationality_on_way(&self, way: Way) -> Option<Parties> {
        let Way { at, next, words, inside } = way;
        // مسؤولين كبارا أمريكيين, but not رجال أعمال مصريين.
        let officials = || (at..next).any(|i| self.units[i].has(|c| matches!(c, Class::Agent | Class::PlaceHead)));
        // احتجت على الغارات الأمريكية
        let force = |i: usize| {
            self.units[i].kind == Kind::Noun
                && self.units[i].is_definite_noun()
                && self.tells(i, |told| matches!(told, Predicate::Attacked | Predicate::Sanctioned))
        };
        // احتجت على تصريحات تركية: whose it is that a stance is about.
        let theirs = || inside && (at..next).any(|i| self.units[i].is(Class::Conduct) || force(i));
        (words > 0 && (officials() || theirs())).then(|| Parties { confidence: 0.7, ..self.nationalities(next) })
    }

    /// The country of an English adjective: of its people behind other words, of a capital, or of whatever is spoken of.
    fn english_demonym_on_way(&self, way: Way) -> Step {
        let Way { next, words, inside, .. } = way;
        let country = |confidence, end| Break(Some(Parties::new(self.parties_of(next), confidence, end)));
        if self.units.get(next + 1).is_some_and(|unit| unit.is(Class::Apart)) {
            return Break(None);
        }
        // "the demolition of a Palestinian house": it is done to them.
        if words > 0 && self.is_preposition_of(next - 1, "of") {
            return Break(None);
        }
        if words > 0 || inside {
            return country(0.7, next + 1);
        }
        if self.is_unnamed_capital(next + 1) {
            return country(0.75, next + 2);
        }
        Continue(way.over_word())
    }

    /// Whose the thing is that stands behind an English possessive; over a pronoun the way goes on.
    fn possessive_on_way(&self, way: Way, phrase: &Phrase) -> Step {
        // "with his Russian counterpart": over the possessive.
        if phrase.kind == PhraseKind::Pronoun && way.words < 2 {
            return Continue(way.over_word());
        }
        Break(way.inside.then(|| Parties::new(self.parties_of(way.next), 0.75, way.next + 1)))
    }

    /// بين مسؤولين أمنيين من الجانبين: people whom only their country names, behind them.
    fn nameless_on_way(&self, way: Way) -> Step {
        // مع رئيس الحزب والرئيس بوتين: the first of a list is nobody we know, the others are.
        if self.next_member(way.next + 1).is_some() || self.body_of_officials(way.next).is_some() {
            return Break(Some(self.list(way.next)));
        }
        Continue(way.over_word())
    }

    /// Whether the way goes on over a word or a mark.
    fn word_on_way(&self, way: Way, unit: &Unit) -> Step {
        match unit.kind {
            // إلى خارج إيران is not to Iran.
            Kind::Word | Kind::Function if unit.is(Class::Outside) => Break(None),
            _ if self.is_thing_before(way) && self.origin(way.next).is_some() => Break(self.origin(way.next)),
            // احتجت على قرار اتخذته أمريكا: whose deed it is.
            Kind::Verb if self.is_thing_before(way) => Break(self.behind_what(way.next)),
            Kind::Word | Kind::Noun | Kind::Participle if self.goes_over_word(way, unit) => Continue(way.over_word()),
            Kind::Function => self.function_on_way(way, unit),
            Kind::Mark(Mark::Comma) if way.words > 0 && self.parts_name(way.next) => Continue(way.on()),
            _ => Break(None),
        }
    }

    /// على قرار اتخذته: whether an Arabic thing that somebody says or does stands right before a unit, behind a preposition.
    fn is_thing_before(&self, way: Way) -> bool {
        let thing = |class| matches!(class, Class::Document | Class::Possible | Class::Conduct | Class::Effort);
        let deed = |at: usize| self.units[at].kind == Kind::Noun || self.units[at].has(thing);
        self.lang == Lang::Ar && way.inside && (1..3).contains(&way.words) && deed(way.next - 1)
    }

    /// Whether a plain word may stand between a preposition and whom it governs.
    fn goes_over_word(&self, way: Way, unit: &Unit) -> bool {
        let Way { next, words, inside, .. } = way;
        let most = if self.lang == Lang::En && (inside || self.heads_place(next)) { 4 } else { 2 };
        if words < most && self.shapes[next].preposition.is_none() && (words == 0 || !self.joins_word(next)) {
            return true;
        }
        // من الحرب الجوية المحدودة التي تشنها: of whom nobody is named before the relative.
        unit.kind == Kind::Word
            && inside
            && self.lang == Lang::Ar
            && words == 2
            && self.shapes[next].article
            && self.units.get(next + 1).is_some_and(|unit| unit.is(Class::Relative))
    }

    /// Whether the way goes on over a function word, or ends at who does what a relative says.
    fn function_on_way(&self, way: Way, unit: &Unit) -> Step {
        let Way { at, next, words, inside } = way;
        let arabic = self.lang == Lang::Ar;
        // من الحرب التي تشنها أمريكا: whose deed it is.
        if inside && words > 0 && arabic && unit.is(Class::Relative) {
            return Break(self.doer(next + 1));
        }
        // إجراءات تضررت منها مصر
        let on_it = unit.pronoun.is_some() || unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        if arabic && inside && words > 0 && on_it {
            return Break(None);
        }
        if unit.is(Class::PlaceHead) || unit.is(Class::Agent) {
            return Continue(way.over_head());
        }
        if inside && words == 0 && arabic && self.is_proposal_of_somebody(next, unit) {
            return Continue(way.over_word());
        }
        let from = arabic && self.is_from(unit);
        // بموقف الاتحاد من هجمات إيران: what somebody's stance is about.
        if from && (at..next).any(|i| self.units[i].is(Class::SideHead)) {
            return Break(None);
        }
        let passes = words > 0 && (from || !arabic && self.leads_on_to_name(way, unit))
            || unit.has(|class| matches!(class, Class::Each | Class::Skip | Class::TitleAdjective { .. }));
        if passes { Continue(way.on()) } else { Break(None) }
    }

    /// تحفظت على مبادرة فرنسا: whether a word names a proposal whose the phrase behind it is.
    fn is_proposal_of_somebody(&self, at: usize, unit: &Unit) -> bool {
        let proposal = unit.has(|class| matches!(class, Class::Possible | Class::Document | Class::Effort))
            // اعترضت على خطة إسرائيل: planned, and what somebody does.
            || unit.is(Class::Planned) && unit.is(Class::Conduct);
        // على اقتراح قدمته أمريكا
        proposal && (self.unit_phrase(at + 1).is_some() || self.opens_own_deed(at))
    }

    /// "the sovereignty and unity of Ukraine", "representatives of Hamas", "groups such as Hezbollah": whether an English word behind
    /// others leads on to the name.
    fn leads_on_to_name(&self, way: Way, unit: &Unit) -> bool {
        let Way { next, inside, .. } = way;
        let before = &self.units[next - 1];
        self.belongs(unit)
            && (inside && !self.is_preposition_of(next, "from")
                || before.is(Class::Agent)
                // "the port city of Aleppo"
                || before.is(Class::PlaceHead))
            || inside && unit.is(Class::Conj)
            || self.is_example(unit)
    }

    /// مع حليفه المقرب، رئيس بيلاروسيا: whether the comma at a unit parts a name from what it is in apposition to.
    fn parts_name(&self, comma: usize) -> bool {
        let person = |phrase: &Phrase| phrase.kind == PhraseKind::Person && phrase.clitics == Clitics::NONE;
        let verb = || self.units.get(comma + 2).is_some_and(|unit| unit.kind == Kind::Verb);
        self.unit_phrase(comma + 1).is_some_and(person) && !(self.lang == Lang::En && verb())
    }
}
