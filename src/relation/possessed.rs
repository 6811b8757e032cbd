//! Whose a noun is that stands where a party would: بالجهود الأمريكية, التي يبذلها فلان, and whether it is a compound.

use super::clause::{Clause, Parties, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Membership, Predicate, PrepId, Shape, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// بينه وبين فلان: whom the pronoun means, and who stands behind the preposition that comes again.
    pub(super) fn between_him_and(&self, at: usize, own: Parties, between: PrepId) -> Parties {
        let again = self.units.get(at + 1).is_some_and(|next| next.clitics.has_conjunction());
        let other = if again && self.governs(at + 1, between) { self.governed(at + 1, false) } else { None };
        match other {
            Some(other) if own.list.len() == 1 => {
                let apart = |party: &&Party| party.referent != own.list[0].referent;
                let list: Vec<Party> = own.list.iter().chain(other.list.iter().filter(apart)).copied().collect();
                Parties::new(list, 0.8, other.end)
            }
            _ => own,
        }
    }

    /// Returns whether nothing but adjectives of the noun at `head` stands before a unit.
    pub(super) fn only_adjectives(&self, head: usize, at: usize) -> bool {
        let definite = self.units[head].is_definite_noun();
        self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && at > head
            && (head + 1..at).all(|i| {
                self.units[i].kind == Kind::Word
                    && self.units[i].clitics == Clitics::NONE
                    && self.shapes[i].preposition.is_none()
                    && self.shapes[i].article == definite
            })
    }

    /// Whether a word tells help or backing.
    pub(super) fn is_help(&self, head: usize) -> bool {
        self.tells(head, |told| matches!(told, Predicate::Aided | Predicate::Supported))
    }

    /// بالجهود الأمريكية, لتحركات روسيا: a noun with the preposition on it, and whose it is.
    pub(super) fn within_word(&self, at: usize, preposition: PrepId) -> Option<Parties> {
        let clitic = match self.units[at].kind {
            Kind::Word => self.shapes[at].preposition?,
            Kind::Noun if self.units[at].clitics.has(Clitics::BI) => Clitics::BI,
            Kind::Noun if self.units[at].clitics.has(Clitics::LI) => Clitics::LI,
            // بجهود بذلتها مصر, بمبادرة طرحتها
            Kind::Function if self.opens_own_deed(at) && self.units[at].clitics.has(Clitics::BI) => Clitics::BI,
            Kind::Function if self.is_leading_judged(at) => Clitics::BI,
            // باستمرار القصف الروسي, لمواصلة تدخل تركيا
            Kind::Function if self.goes_on_with_deed(at) && self.led_or_adverb(at) => Clitics::BI,
            Kind::Function if self.goes_on_with_deed(at) && self.units[at].clitics.has(Clitics::LI) => Clitics::LI,
            Kind::Function if self.opens_own_deed(at) && self.units[at].clitics.has(Clitics::LI) => Clitics::LI,
            _ => return None,
        };
        let written = if clitic == Clitics::BI { "ب" } else { "ل" };
        if self.knowledge.lexicon.preposition_id(written) != Some(preposition) {
            return None;
        }
        let mut next = at + 1 + usize::from(self.goes_on_with_deed(at));
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            if let Some(phrase) = self.unit_phrase(next) {
                // بالدور الكبير لقطر
                let theirs = phrase.clitics == Clitics::LI && next > at + 1 && self.units[at].kind != Kind::Noun;
                if theirs && (at..next).all(|i| self.shapes[i].definite || self.shapes[i].article) {
                    return Some(Parties { confidence: 0.75, ..self.list(next) });
                }
                if phrase.clitics != Clitics::NONE {
                    return None;
                }
                if phrase.kind == PhraseKind::Demonym {
                    return Some(self.nationalities(next));
                }
                return Some(self.list(next));
            }
            // للجهود التي تبذلها مصر: who does what is praised.
            if unit.is(Class::Relative) {
                return self.doer(next + 1).or_else(|| self.origin(next + 1));
            }
            // بتصريحات نسبت إلى فلان, بالقرارات الصادرة عن المجلس
            if let Some(found) = self.origin(next) {
                return Some(found);
            }
            // بمشروع قرار قدمته مصر
            let draft = next == at + 2 && self.units[at].is(Class::Conduct) && self.units[at + 1].is(Class::Document);
            if (words == 0 || draft) && unit.kind == Kind::Verb {
                return self.behind_what(next);
            }
            if words == 0
                && next == at + 1
                && unit.kind == Kind::Noun
                && unit.is(Class::Document)
                && self.opens_own_deed(at)
            {
                words += 1;
                next += 1;
                continue;
            }
            // بالدور الكبير الذي تلعبه قطر
            if words == 0 && unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::TitleAdjective { .. })) {
                next += 1;
                continue;
            }
            // بالجهود الكبيرة والدور المهم لمصر: two things, each with its adjective.
            let known = (at..=next).all(|i| self.shapes[i].definite || self.shapes[i].article);
            let most = if known { 4 } else { 2 };
            if unit.kind != Kind::Word || words >= most || self.shapes[next].preposition.is_some() {
                return None;
            }
            words += 1;
            next += 1;
        }
        None
    }

    /// أشاد بايدن بقيادة السيسي: whether it is how somebody leads that a verb of praise or blame is about, right behind the verb or the person
    /// who judges; but أشادت الحركة بقيادة فلان بكذا, وفد بقيادة فلان.
    fn is_leading_judged(&self, at: usize) -> bool {
        let leads = self.units[at].is(Class::Members(Membership::Led)) && self.units[at].phrase().is_none();
        let Some(before) = at.checked_sub(1).filter(|_| leads && self.lang == Lang::Ar) else { return false };
        let person = self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let verb = (at.saturating_sub(4)..at).rev().find(|&i| self.units[i].kind == Kind::Verb);
        let judges = |told| matches!(told, Predicate::Praised | Predicate::Criticised | Predicate::Supported);
        (person || verb == Some(before)) && verb.is_some_and(|verb| self.tells(verb, judges))
    }

    /// بمواصلة القصف, باستمرار القصف: the second is spelt like "constantly".
    fn led_or_adverb(&self, at: usize) -> bool {
        self.units[at].clitics.has(Clitics::BI)
            || self.units[at].clitics == Clitics::NONE && self.units[at].is(Class::Now)
    }

    /// استمرار القصف الروسي: whether a word says that what the noun right behind it tells goes on.
    pub(super) fn goes_on_with_deed(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let lasting = unit.phrase().is_none()
            && (unit.is(Class::Ending) && unit.is(Class::Conduct)
                || unit.kind == Kind::Function && unit.is(Class::Now));
        let noun = self.units.get(at + 1).filter(|_| lasting && self.lang == Lang::Ar && !self.shapes[at].suffix);
        noun.is_some_and(|noun| {
            noun.phrase().is_none()
                && matches!(noun.kind, Kind::Noun | Kind::Word)
                && noun.clitics == Clitics::NONE
                && self.shapes[at + 1].preposition.is_none()
        })
    }

    /// بجهود بذلتها مصر: whether a word for what somebody says or proposes stands before a verb with the pronoun that means it.
    pub(super) fn opens_own_deed(&self, at: usize) -> bool {
        // بمشروع قرار قدمته مصر
        let draft = self.units.get(at + 1).is_some_and(|next| {
            self.units[at].is(Class::Conduct) && next.phrase().is_none() && next.is(Class::Document)
        });
        let verb = at + 1 + usize::from(draft);
        let on_it = |unit: &Unit| unit.has(|class| matches!(class, Class::PrepPronoun(_)));
        let told = self.units.get(verb).and_then(Unit::verb).is_some_and(|(.., object)| {
            // باقتراح تقدمت به مصر
            object.is_some() || self.units.get(verb + 1).is_some_and(on_it)
        });
        self.lang == Lang::Ar
            && told
            && self.units[at].has(|class| matches!(class, Class::Possible | Class::Document | Class::Effort))
    }

    /// أشاد بالإصلاحات التي شهدتها مصر, but not أدان الهجوم الذي شهدته مصر: whether a stance before a verb is one in favour, so that what somebody sees may
    /// be a deed of his.
    fn is_in_favour(&self, verb: usize) -> bool {
        const REACH: usize = 10;
        let favours = |told| matches!(told, Predicate::Praised | Predicate::Supported);
        (verb.saturating_sub(REACH)..verb).rev().any(|i| self.tells(i, favours))
    }

    /// The subject of a relative clause whose verb takes the noun before it as its object: التي يبذلها, التي تقوم بها.
    pub(super) fn doer(&self, at: usize) -> Option<Parties> {
        let unit = self.units.get(at)?;
        if unit.phrase().is_none() && unit.is(Class::Scene) && !self.is_in_favour(at) {
            return None;
        }
        // الذي أحرزته القوات: a verb that the lexicon does not know, with the pronoun on it.
        if unit.kind == Kind::Word && self.shapes[at].suffix && self.bare_party(at + 1) {
            return Some(Parties { confidence: 0.75, ..self.list(at + 1) });
        }
        let (.., object) = unit.verb()?;
        // الهجوم الذي تعرضت له مصر, الدعم الذي تلقته سوريا: what befalls somebody is no deed of his.
        let suffers = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.receives;
        if unit.forms.iter().any(suffers) {
            return None;
        }
        // قرار رفضته إيران: who judges it has not made it.
        if self.lang == Lang::Ar && object.is_some() && self.only_judges(at) {
            return None;
        }
        // إجراءات تضررت منها مصر
        let done = |id| ["من", "ل"].iter().all(|word| self.knowledge.lexicon.preposition_id(word) != Some(id));
        let pronoun = object.is_some()
            || self
                .units
                .get(at + 1)
                .is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(id) if done(id))));
        let subject = self.subjects.get(at)?.as_ref()?;
        (pronoun && !subject.is_empty() && !subject.carried).then(|| Parties { confidence: 0.75, ..subject.clone() })
    }

    /// Whether a verb says nothing of its subject but what he thinks of a thing.
    fn only_judges(&self, verb: usize) -> bool {
        use Predicate::{Criticised, Praised, Rejected};
        let of_subject = |form: &Form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate.filter(|_| trigger.subject.first() == Some(&Slot::Subject))
        };
        let mut told = self.units[verb].forms.iter().filter_map(of_subject).peekable();
        told.peek().is_some() && told.all(|predicate| matches!(predicate, Rejected | Criticised | Praised))
    }

    /// Returns whether the noun of relation at a unit takes the preposition for itself.
    /// أشاد بما تقدمه تركيا, تقديره لما تبذله مصر: whose deed "what" is behind a preposition.
    pub(super) fn of_what(&self, from: usize, preposition: PrepId) -> Option<Parties> {
        // إدانة بلاده لما تقوم به إسرائيل
        let own = usize::from(self.units.get(from).is_some_and(|unit| unit.is(Class::OwnLand)));
        let at = self.skip_adverbs(from + own);
        let verb = at + 1;
        let what = self.units.get(at).filter(|unit| unit.phrase().is_none())?;
        // لما is spelt like "not yet".
        let to = Some(preposition) == self.knowledge.lexicon.preposition_id("ل") && what.is(Class::Negation);
        let word = what.kind == Kind::Word && self.has_clitic(at, preposition) && !self.shapes[at].definite;
        // على ما تقوم به مصر
        let on = what.is(Class::Prep(preposition)) && what.kind == Kind::Function;
        let bare = |unit: &Unit| unit.kind == Kind::Word && unit.clitics == Clitics::NONE;
        let on = on && self.units.get(verb).is_some_and(bare) && !self.shapes[verb].article;
        let verb = verb + usize::from(on);
        let describes =
            self.units.get(verb).is_some_and(|unit| unit.kind == Kind::Verb && unit.clitics == Clitics::NONE);
        if self.lang == Lang::En || !describes || !(to || word || on) {
            return None;
        }
        self.behind_what(verb).filter(|found| !found.is_empty())
    }

    /// "welcomed the Iran talks", "hosted the Kenya team": whether an article stands before a country that has none, so that it is the
    /// article of the thing behind it.
    pub(super) fn is_named_for_thing(&self, at: usize) -> bool {
        // "the US", "the UAE"
        const SHORT: usize = 4;
        let unit = &self.units[at];
        let thing = |next: &super::unit::Unit| {
            next.phrase().is_none()
                && matches!(next.kind, Kind::Word | Kind::Noun | Kind::Verb)
                && next.classes.is_empty()
        };
        unit.determined
            && !unit.possessive
            && unit.end == unit.start + 1
            && self.unit_phrase(at).is_some_and(|phrase| {
                // "the Philippines"
                let letters = phrase.span.end.saturating_sub(phrase.span.start);
                phrase.kind == PhraseKind::Country && letters >= SHORT && !self.shapes[at].plural
            })
            && self.units.get(at + 1).is_some_and(thing)
    }

    /// "condemns Syria airstrike", "welcomed the Lebanon truce": whether a country only says where that is which the noun behind it tells; but
    /// "condemns US airstrike", "condemned the Turkey raid on".
    pub(super) fn is_scene_of(&self, at: usize) -> bool {
        // "US", "UAE", "U.S." stand for what they do.
        let longer = |letters: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Country && phrase.span.end.saturating_sub(phrase.span.start) > letters
            })
        };
        let aims = || {
            self.units
                .get(at + 2)
                .is_some_and(|next| next.phrase().is_some() || next.is_preposition() && !next.is(Class::Circumstance))
        };
        !self.units[at].possessive
            && at + 1 < self.units.len()
            && (longer(3) && self.tells(at + 1, is_between_several)
                || longer(4) && self.tells(at + 1, |told| told == Predicate::Attacked) && !aims())
    }

    /// Returns whether a noun is the bare genitive of another, or joined to it: برقية تهنئة, رسالة شكر وتعزية.
    pub(super) fn is_compound(&self, head: usize, at: usize) -> bool {
        let definite = |at: usize| {
            self.units[at].forms.iter().any(|form| matches!(form.shape, Shape::Noun { definite: true, .. }))
        };
        self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && self.units[head].owner().is_none()
            && !definite(at)
            && (head + 1..=at).all(|i| {
                let joined = if i == head + 1 { Clitics::NONE } else { Clitics::WA };
                matches!(self.units[i].kind, Kind::Noun | Kind::Word)
                    && (self.units[i].clitics == joined || self.units[i].kind == Kind::Word && self.joins_word(i))
            })
    }

    /// Returns whether a noun behind a verb is the circumstance in which the verb happened, a journey.
    pub(super) fn is_journey_by_the_way(&self, head: usize, at: usize) -> bool {
        self.units[head].kind == Kind::Verb
            && self.units[at - 1].is(Class::Circumstance)
            && self.units[at]
                .forms
                .iter()
                .any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Visited))
    }
}

/// "deal", "talks", "visit": whether it is told of several, of whom the country before its noun is at most one.
fn is_between_several(told: Predicate) -> bool {
    told == Predicate::AgreedWith || told.family() == Family::Contact
}
