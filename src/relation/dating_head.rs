//! What the words say of a head that a date may be for: joined, aside, over, ahead, in a relative clause, about a journey.

use super::dating::{DURING, Heads};
use super::unit::{Kind, Unit};
use super::when::{Bond, When};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, Shape, Slot, Tense, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// اختتم زيارة, أنهى جولة: a verb of ending right before the journey, but for a date or its subject.
pub(super) fn journey_ends(units: &[Unit], verb: usize, noun: usize) -> bool {
    units[verb].is(Class::Ending)
        && units[noun].kind == Kind::Noun
        && units[verb + 1..noun].iter().all(|unit| !matches!(unit.kind, Kind::Verb | Kind::Noun))
}

impl Heads<'_, '_> {
    /// The verb of which a noun tells how it was done: "spoke by phone", تحدث أمس هاتفيا.
    pub(super) fn verb_of_manner(&self, at: usize) -> Option<usize> {
        let units = self.units();
        let manner = |form: &Form| self.clause.knowledge.lexicon.trigger(form.trigger).is_manner();
        let here = units[at].kind == Kind::Noun && units[at].forms.iter().any(manner);
        here.then(|| self.verb_before(at))
            .flatten()
            .filter(|&verb| self.between(verb, at).all(|unit| !units[unit].is_mark()))
    }

    /// Returns whether a noun stands as an adjective behind a definite one, and tells of what was done with that: الاتفاق
    /// الموقع بينهما في 1994, البرنامج المبرم.
    pub(super) fn is_attribute(&self, noun: usize) -> bool {
        let Some(before) = noun.checked_sub(1).map(|before| &self.units()[before]) else { return false };
        let definite = self.clause.shapes[noun - 1].article || before.is_definite_noun();
        let agreed = |trigger: &Trigger| trigger.predicate == Some(Predicate::AgreedWith);
        let row = |form: &Form| agreed(self.clause.knowledge.lexicon.trigger(form.trigger));
        self.predicate.family() == Family::Contact
            && self.clause.lang == Lang::Ar
            && before.phrase().is_none()
            && definite
            && self.units()[noun].forms.iter().all(row)
    }

    /// أكد أن ...، مضيفا في بيان أمس: a participle of saying goes on with the main verb.
    pub(super) fn says_on(&self, at: usize, date: usize) -> bool {
        let units = self.units();
        let Some(says) = (at + 1..date).rev().find(|&unit| units[unit].is(Class::Saying)) else { return false };
        let first = units[..at].iter().rev().take_while(|unit| !unit.is_stop()).all(|unit| unit.kind != Kind::Verb);
        first
            && self.is_speech(at)
            && (says + 1..date).all(|unit| units[unit].kind != Kind::Verb && !self.opens_complement(unit))
    }

    /// Returns whether behind a date a clause opens that tells what was then, and the head is its verb.
    pub(super) fn opens_again(&self, at: usize, end: usize) -> bool {
        let units = self.units();
        let opens = end + usize::from(units.get(end).is_some_and(Unit::is_comma));
        opens < at
            && units[opens].is(Class::While)
            && units[at].kind == Kind::Verb
            && units[opens + 1..at].iter().all(|unit| unit.kind != Kind::Verb && !unit.is_mark())
    }

    /// Returns whether a verb is that of an aside that says who tells the rest, closed by a comma right before the date:
    /// ، بحسب ما أعلن البيت الأبيض، أمس.
    pub(super) fn is_in_source_aside(&self, verb: usize, date: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.units();
        let opens = (verb.saturating_sub(WORDS)..verb)
            .rev()
            .find(|&unit| units[unit].is(Class::Source) && units[unit].phrase().is_none());
        self.clause.lang == Lang::Ar
            && date > 0
            && units[date - 1].is_comma()
            && opens.is_some_and(|opens| opens > 0 && units[opens - 1].is_comma())
            && units[verb + 1..date - 1].iter().all(|unit| unit.kind != Kind::Verb && !unit.is_mark())
    }

    /// Returns whether a unit opens what was at the same time as the verb, or is the auxiliary of that.
    pub(super) fn is_while(&self, at: usize, unit: usize) -> bool {
        let units = self.units();
        unit > at + 1
            && (units[unit].is(Class::While) || units[unit].is(Class::Auxiliary) && units[unit - 1].is(Class::While))
    }

    /// يلتقي فلان الذي يرافقه وفد اليوم مع فلان: behind the date the main verb goes on to its other party.
    pub(super) fn resumes_behind(&self, at: usize, end: usize) -> bool {
        let lexicon = &self.clause.knowledge.lexicon;
        let Some(next) = self.units().get(end).filter(|unit| unit.phrase().is_none()) else { return false };
        self.units()[at].forms.iter().any(|form| {
            lexicon.trigger(form.trigger).object.iter().any(|slot| match slot {
                Slot::Prep(wanted) => next.has(|class| matches!(class, Class::Prep(id) if id == *wanted)),
                _ => false,
            })
        })
    }

    /// Returns whether a relative clause opens between two units.
    pub(super) fn in_relative(&self, at: usize, unit: usize) -> bool {
        self.units()[at + 1..unit].iter().any(|before| before.is(Class::Relative) && before.phrase().is_none())
    }

    /// Returns whether a verb is that of a relative clause before the main verb `at`.
    pub(super) fn is_of_relative(&self, verb: usize, at: usize) -> bool {
        let units = self.units();
        let start = (0..verb).rev().find(|&unit| units[unit].is_stop()).map_or(0, |stop| stop + 1);
        let main = |unit: &Unit| unit.kind == Kind::Verb;
        let relative = (start..verb).find(|&unit| units[unit].is(Class::Relative) && units[unit].phrase().is_none());
        // "Brahimi, fresh from Damascus, where he saw Assad on Saturday, briefed"
        let place = (start..verb).rev().find(|&unit| units[unit].is(Class::Relative) && units[unit].phrase().is_none());
        let where_he_was = place.is_some_and(|place| {
            verb - place <= 3
                && place > start
                && units[place - 1].is_comma()
                && units[verb + 1..at].iter().any(Unit::is_comma)
                && !units[place + 1..verb].iter().any(|unit| main(unit) || unit.is_mark())
        });
        if self.clause.lang == Lang::En && units[at].kind == Kind::Verb && !self.is_joined(at) && where_he_was {
            return true;
        }
        self.clause.lang == Lang::En
            && units[at].kind == Kind::Verb
            && !self.is_joined(at)
            && relative.is_some_and(|relative| {
                verb - relative <= 3
                    && !units[start..relative].iter().any(main)
                    && !units[relative..verb].iter().any(main)
            })
    }

    /// "Lavrov, due in Baghdad on Friday, called him": whether a date stands in what is said between commas of the plans of the subject.
    pub(super) fn is_in_plan_aside(&self, at: usize, date: usize) -> bool {
        let units = self.units();
        if self.clause.lang != Lang::En || units[at].kind != Kind::Verb {
            return false;
        }
        let near =
            |end: usize| (0..end).rev().take_while(|&unit| !units[unit].is_stop()).find(|&unit| units[unit].is_comma());
        let Some(closes) = near(at).filter(|&closes| closes > date) else { return false };
        let Some(opens) = near(closes).filter(|&opens| opens > 0 && opens < date) else { return false };
        let plan = &units[opens + 1];
        let planned = plan.kind == Kind::Participle || plan.phrase().is_none() && plan.is(Class::Planned);
        planned && self.clause.bare_party(opens - 1)
    }

    /// قادما من القاهرة, آتيا على متن طائرة من القاهرة: where somebody had been, on the day of arrival only if it was for hours.
    pub(super) fn tells_origin(&self, at: usize) -> bool {
        const WORDS: usize = 6;
        let units = self.units();
        let from = self.clause.knowledge.lexicon.preposition_id("من");
        self.clause.lang == Lang::Ar
            && units[at].kind == Kind::Participle
            && self.is_journey(at)
            && units[at + 1..]
                .iter()
                .take(WORDS)
                .take_while(|unit| !unit.is_mark() && unit.kind != Kind::Verb && unit.phrase().is_none())
                .any(|unit| unit.has(|c| matches!(c, Class::Prep(id) if Some(id) == from)))
    }

    /// شارك أمس في المؤتمر الذي نظمته روما، والتقى; ، حيث التقى: whether the past at `verb`, joined behind a comma that closes a
    /// relative clause, tells what the subject of the past at `main` did next.
    pub(super) fn goes_on_behind_relative(&self, main: usize, verb: usize) -> bool {
        let units = self.units();
        let past = |unit: usize| units[unit].tense() == Some(Tense::Past);
        if self.clause.lang != Lang::Ar || verb <= main + 1 || !past(main) || !past(verb) {
            return false;
        }
        let word = |unit: usize| units[unit].phrase().is_none() && units[unit].is(Class::Conj);
        let opens = if word(verb - 1) { verb - 1 } else { verb };
        let joined = opens < verb || units[verb].clitics.has_conjunction();
        if !joined || opens < 1 || !units[opens - 1].is_comma() {
            return false;
        }
        let own = |verb: usize| self.clause.subjects.get(verb).and_then(Option::as_ref);
        let Some((first, next)) = own(main).zip(own(verb)) else { return false };
        let abroad = |form: &Form| self.clause.knowledge.lexicon.trigger(form.trigger).flags.abroad;
        // عاد, اختتم جولته: what else he did was done before.
        let leaves = units[main].is(Class::Ending) || units[main].forms.iter().any(abroad);
        first.list.iter().any(|party| next.list.iter().any(|other| other.referent == party.referent))
            && !leaves
            && (main..opens).all(|unit| !self.opens_complement(unit))
    }

    /// وصل أمس قادما من القاهرة حيث التقى: what was done where somebody came from was on a day before.
    pub(super) fn follows_origin(&self, date: usize, verb: usize) -> bool {
        let units = self.units();
        let Some(place) = (date..verb).rev().find(|&unit| units[unit].is(Class::Where)) else { return false };
        let from = self.clause.knowledge.lexicon.preposition_id("من");
        (date..place).any(|unit| {
            units[unit].has(|class| matches!(class, Class::Prep(id) if Some(id) == from))
                && units[unit - 1].kind == Kind::Participle
                && self.is_journey(unit - 1)
        })
    }

    /// يلتقي خلالها: it happens during what was told before.
    pub(super) fn says_during(&self, at: usize) -> bool {
        self.units()[at + 1..]
            .iter()
            .take(DURING)
            // اتصالا بفلان شكرته خلاله: of another deed.
            .take_while(|unit| unit.kind != Kind::Verb || self.is_journey(at))
            .any(|unit| unit.is(Class::During))
    }

    /// Returns whether a date in front is one of what the rest came after: بعد لقائه به أمس، غادر.
    pub(super) fn dates_what_is_over(&self, when: &When) -> bool {
        let units = self.units();
        (0..when.at)
            .rev()
            .take_while(|&unit| !units[unit].is_mark())
            .any(|unit| units[unit].kind == Kind::Noun && self.carries_relation(unit) && self.is_over(unit))
    }

    /// "His visit next week was criticised on Tuesday": whether an English date in front stands with the subject.
    pub(super) fn dates_subject(&self, when: &When) -> bool {
        let units = self.units();
        self.clause.lang == Lang::En
            && (0..when.at)
                .rev()
                .take_while(|&unit| !units[unit].is_mark())
                .any(|unit| units[unit].kind == Kind::Noun && self.carries_relation(unit))
    }

    /// جولة تشمل الكويت, محادثات تناولت العلاقات: an Arabic verb without a conjunction in the middle of a clause tells of the noun
    /// before it.
    pub(super) fn is_attributive(&self, verb: usize) -> bool {
        let units = self.units();
        let follows = verb.checked_sub(1).is_some_and(|before| {
            let before = &units[before];
            before.phrase().is_some() || matches!(before.kind, Kind::Noun | Kind::Word)
        });
        self.clause.lang == Lang::Ar && follows && !self.is_joined(verb) && !self.is_speech(verb)
    }

    /// بدأ أمس جولة في المنطقة تشمل الأردن: the stops of a journey that begins that day are made while it lasts.
    pub(super) fn is_stop_of_journey(&self, verb: usize, date: usize) -> bool {
        let units = self.units();
        let journey = (date + 1..verb)
            .rev()
            .take_while(|&unit| !matches!(units[unit].kind, Kind::Verb | Kind::Mark(_)))
            .any(|unit| units[unit].kind == Kind::Noun && self.is_journey(unit));
        journey && units[verb].tense() == Some(Tense::Present) && self.is_attributive(verb)
    }

    /// The tense of a verb; "met and thanked": a regular past has the form of its participle.
    pub(super) fn time(&self, verb: usize) -> Option<Tense> {
        match self.units()[verb].tense() {
            Some(Tense::PastParticiple) => Some(Tense::Past),
            tense => tense,
        }
    }

    /// The verb of the relative clause that follows a noun of contact, where it has no relation of its own.
    pub(super) fn tells_of_head(&self, noun: usize, verb: usize) -> bool {
        const WORDS: usize = 4;
        let units = self.units();
        let relative = (noun + 1..verb).find(|&unit| units[unit].is(Class::Relative));
        // الزيارة إلى القاهرة التي بدأت أمس: what begins or ends is no place.
        let begins = units[verb].is(Class::Auxiliary) && self.is_light(verb);
        let close = relative.is_some_and(|relative| {
            relative - noun <= WORDS
                && units[noun + 1..relative]
                    .iter()
                    .all(|unit| unit.kind != Kind::Verb && (begins || !unit.is_preposition()))
        });
        // المحادثات التي قادتها الأمم المتحدة في يونيو: the suffix is the head.
        let resumes = units[verb].verb().is_some_and(|(.., object)| object.is_some());
        let own = self.carries_relation(verb) && !begins && !resumes;
        // زيارة وزير الخارجية الفرنسي، لوران فابيوس، الذي وصلها أمس: the visitor it is that came.
        let came = self.predicate == Predicate::Visited
            && resumes
            && self.is_journey(verb)
            && relative.is_some_and(|relative| {
                relative + 1 == verb
                    && units[noun + 1..relative]
                        .iter()
                        .all(|unit| unit.kind != Kind::Verb && unit.kind != Kind::Noun && !unit.is_stop())
            });
        let bare = self.is_bare_relative(noun, verb) || self.is_bare_event(noun, verb);
        (close || came || bare) && units[noun].kind == Kind::Noun && !own && !self.is_speech(verb)
    }

    /// لقاء عقداه أمس: behind an indefinite noun nothing opens the relative clause.
    fn is_bare_relative(&self, noun: usize, verb: usize) -> bool {
        const WORDS: usize = 4;
        let units = self.units();
        self.clause.lang == Lang::Ar
            && (units[verb].verb().is_some_and(|(.., object)| object.is_some())
                // زيارة قام بها فلان أمس
                || units.get(verb + 1).is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_)))))
            && self.is_light(verb)
            && !units[noun].is_definite_noun()
            && verb - noun <= WORDS
            && units[noun + 1..verb].iter().all(|unit| unit.kind != Kind::Verb && !unit.is_mark())
    }

    /// قمة عقدت في باريس أمس, قمة جمعت في سوتشي أمس: right behind an indefinite noun of contact its own verb needs no relative.
    fn is_bare_event(&self, noun: usize, verb: usize) -> bool {
        const WORDS: usize = 3;
        self.clause.lang == Lang::Ar
            && verb - noun <= WORDS
            && !self.clause.shapes[noun].article
            && !self.is_joined(verb)
            && self.units()[noun + 1..verb].iter().all(|unit| unit.phrase().is_none() && !unit.is_mark())
            && (self.clause.tells_of_event(noun, verb, false) || self.gathers(verb, noun))
    }

    /// بحث فلان خلال لقاء عقداه أمس: what is told of a meeting is told of all that was done there.
    pub(super) fn tells_of_meeting(&self, at: usize, verb: usize) -> bool {
        let noun = (at + 1..verb).rev().find(|&unit| self.units()[unit].kind == Kind::Noun);
        noun.is_some_and(|noun| self.is_bare_relative(noun, verb) && self.is_aside(noun))
    }

    /// في بيان أصدره, في كلمة ألقاها, خلال مؤتمر صحفي عقده: whether a unit is the relative, or the verb with or without one, that says
    /// of an utterance in which the verb at `at` was spoken how it was given out.
    pub(super) fn gives_out(&self, at: usize, unit: usize) -> bool {
        const WORDS: usize = 4;
        let units = self.units();
        let opens = |unit: usize| units[unit].is(Class::Relative) && units[unit].phrase().is_none();
        if self.clause.lang != Lang::Ar || units[unit].kind != Kind::Verb && !opens(unit) {
            return false;
        }
        let noun = (unit.saturating_sub(WORDS).max(at + 1)..unit).rev().find(|&noun| units[noun].is(Class::Utterance));
        noun.is_some_and(|noun| {
            noun > at + 1
                && (units[noun - 1].is_preposition() || units[noun - 1].is(Class::Circumstance))
                && units[noun + 1..unit].iter().enumerate().all(|(skipped, between)| {
                    between.kind != Kind::Verb
                        && !between.is_stop()
                        && between.phrase().is_none()
                        && (!between.is_preposition() || opens(noun + 1 + skipped))
                })
        })
    }

    /// Returns whether a clause of what came after the rest opens at a unit of an Arabic sentence, so that its times are its
    /// own: وذلك بعد توليه منصبه الاثنين, قبل توليه منصبه في مايو.
    pub(super) fn opens_other_time(&self, at: usize, when: &When) -> bool {
        let units = self.units();
        let bare = units[at].phrase().is_none() && !self.clause.is_in_date(at);
        let word = units.get(at + 1).is_some_and(|next| next.phrase().is_none() && !self.carries_relation(at + 1));
        // وذلك بعد
        let comma = at > 0 && (units[at - 1].is_comma() || units[at - 1].is(Class::Aforesaid));
        self.clause.lang == Lang::Ar
            && bare
            && word
            && (units[at].is(Class::After) && (comma || when.past.as_day().is_none())
                || units[at].is(Class::Ahead) && when.past.as_day().is_none())
    }

    /// A verb joined by a conjunction to the one before it.
    pub(super) fn is_joined(&self, verb: usize) -> bool {
        let units = self.units();
        let word = |unit: usize| units[unit].is(Class::Conj) && units[unit].phrase().is_none();
        units[verb].clitics.has_conjunction()
            || verb > 0 && word(verb - 1)
            || verb > 1 && word(verb - 2) && units[verb - 1].kind == Kind::Function
    }

    /// Returns whether a verb tells, behind a comma, what comes after that: ، ثم يستقبل.
    pub(super) fn comes_next(&self, verb: usize) -> bool {
        let units = self.units();
        verb > 1
            && units[verb - 1].is(Class::Thereupon)
            && units[verb - 1].phrase().is_none()
            && units[verb - 2].is_comma()
    }

    /// An infinitive, gerund or participle that tells more of the verb before it: "met to discuss", "held on".
    pub(super) fn is_infinite(&self, verb: usize) -> bool {
        let units = self.units();
        // يلتقي اليوم نظيره ليبحث معه
        if self.clause.lang == Lang::Ar {
            return units[verb].tense() == Some(Tense::Present) && units[verb].clitics.has(Clitics::LI);
        }
        self.clause.lang == Lang::En
            && units[verb].verb().is_some_and(|(tense, ..)| match tense {
                Tense::Base => verb > 0 && units[verb - 1].to,
                // "told him he is sending": a clause of its own.
                Tense::Gerund => verb == 0 || !units[verb - 1].is(Class::Auxiliary),
                Tense::PastParticiple => {
                    units[..verb].last().is_none_or(|unit| unit.phrase().is_none() && !unit.is(Class::Relative))
                }
                _ => false,
            })
    }

    /// قرر أمس فرض عقوبات على, أعلنت طرد السفير: whether a noun tells, without the article and without whose it is, of what is done by the
    /// words of the verb of saying before it.
    pub(super) fn is_act_announced(&self, says: usize, noun: usize) -> bool {
        let units = self.units();
        let words = |unit: usize| {
            let plan = |class| matches!(class, Class::Planned | Class::Possible | Class::Relative);
            units[unit].kind != Kind::Verb && !units[unit].is_mark() && !units[unit].has(plan) && !self.is_aside(unit)
        };
        self.clause.lang == Lang::Ar
            && matches!(self.predicate, Predicate::Sanctioned | Predicate::Aided)
            && units[noun].kind == Kind::Noun
            && self.is_speech(says)
            && !units[noun].is_definite_noun()
            && units[noun].owner().is_none()
            && !self.is_governed(noun)
            && (says + 1..noun).all(words)
    }

    /// نتيجة لاعتراف الأمم المتحدة بفلسطين: whether a governed noun tells what the party right behind it does, and no contact.
    pub(super) fn is_deed_of_another(&self, noun: usize) -> bool {
        self.clause.lang == Lang::Ar
            && self.predicate.family() != Family::Contact
            && self.is_governed(noun)
            && self.units().get(noun + 1).is_some_and(|next| next.phrase().is_some() && !next.clitics.has_preposition())
    }

    /// Returns whether a contact is the purpose of a journey named right before it: زيارة لبغداد للاجتماع مع.
    pub(super) fn is_purpose_of(&self, at: usize, journey: usize) -> bool {
        let units = self.units();
        let place = |unit: &Unit| unit.phrase().is_some() || unit.is_preposition();
        self.clause.lang == Lang::Ar
            && journey < at
            && units[at].kind == Kind::Noun
            && self.predicate.family() == Family::Contact
            && self.is_journey(journey)
            && self.is_purpose(at)
            && units[journey + 1..at].iter().all(place)
    }

    /// قمة مرتقبة، وسط ترجيحات بعقدها في باريس الأسبوع المقبل: whether a date follows a word of holding whose pronoun stands for the
    /// meeting at `at`, the last one named before that.
    pub(super) fn is_held_on(&self, at: usize, date: usize) -> bool {
        const WORDS: usize = 5;
        let units = self.units();
        let contact = matches!(self.predicate, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith);
        if self.clause.lang != Lang::Ar || !contact || units[at].kind != Kind::Noun {
            return false;
        }
        let within = |&unit: &usize| {
            let unlike = units[unit].kind == Kind::Verb && !units[unit].is(Class::HeldIt);
            !unlike && !units[unit].is_stop() && !self.opens_complement(unit)
        };
        let mut near = (date.saturating_sub(WORDS).max(at + 1)..date).rev().take_while(within);
        let Some(held) = near.find(|&unit| units[unit].is(Class::HeldIt) && units[unit].phrase().is_none()) else {
            return false;
        };
        // The meeting itself, or its noun again: القمة.
        let last = (at..held).rev().find(|&unit| units[unit].kind == Kind::Noun && self.is_contact_noun(unit));
        !units[at..held].iter().any(Unit::is_stop)
            && last.is_some_and(|last| last == at || units[last].is_definite_noun() && self.tells_alike(at, last))
    }

    fn is_contact_noun(&self, at: usize) -> bool {
        let contact = |told| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith);
        self.clause.tells(at, contact)
    }

    fn tells_alike(&self, a: usize, b: usize) -> bool {
        self.clause.tells(a, |told| self.clause.tells(b, |other| other == told))
    }

    /// تحتل إسرائيل الضفة منذ عام 1967, "has occupied it since 1967": a state that goes on has the day on which it began.
    pub(super) fn begins_state(&self, since: usize, when: &When) -> bool {
        self.is_state() && when.bond == Bond::Since && when.at <= since + 2
    }

    /// Returns whether what is told goes on from the day on which it began.
    pub(super) fn is_state(&self) -> bool {
        matches!(self.predicate, Predicate::Seized | Predicate::Sanctioned)
    }

    /// A complementiser or a word that opens a clause of its own; not منذ, which opens a time.
    pub(super) fn opens_complement(&self, unit: usize) -> bool {
        let unit = &self.units()[unit];
        unit.is(Class::Complement) && !unit.is(Class::Since) && unit.phrase().is_none()
    }

    /// Returns whether a unit lies in a relative clause that a comma closes before the date: "X, الذي يزور القاهرة، أمس".
    pub(super) fn in_closed_relative(&self, at: usize, unit: usize, date: usize) -> bool {
        let units = self.units();
        let comma = |unit: usize| units[unit].is_comma();
        let Some(opens) = (at + 1..=unit).rev().find(|&before| units[before].is(Class::Relative)) else { return false };
        let closes = (unit..date).rev().find(|&behind| comma(behind));
        opens > 0 && comma(opens - 1) && closes.is_some_and(|closes| closes > opens + 2 && date - closes <= 4)
    }

    /// جدد فلان الذي يزور القاهرة للمرة الأولى، الاثنين: the main verb, where one in a relative clause stands before a date and the
    /// comma right before the date closes the clause.
    pub(super) fn verb_past_relative(&self, verb: usize, date: usize) -> Option<usize> {
        const WORDS: usize = 12;
        let units = self.units();
        let closed = self.clause.lang == Lang::Ar
            && date > verb + 1
            && units[date - 1].is_comma()
            && units[verb].kind == Kind::Verb
            && self.units().len() > date + 1;
        if !closed || date - verb > WORDS || units[verb..date - 1].iter().any(Unit::is_mark) {
            return None;
        }
        let relative = |unit: usize| units[unit].is(Class::Relative) && units[unit].phrase().is_none();
        let opens = verb.checked_sub(1).filter(|&opens| opens > 0 && relative(opens))?;
        let other = (verb + 1..date).any(|unit| units[unit].kind == Kind::Verb);
        let main = (0..opens)
            .rev()
            .take_while(|&unit| !units[unit].is_stop() && !self.opens_complement(unit) && !relative(unit))
            .find(|&unit| units[unit].kind == Kind::Verb)?;
        (units[opens - 1].phrase().is_some() && !other).then_some(main)
    }

    /// استقبل أمس فلانا الذي سلمه رسالة: whether the head at `at` is, or hangs on, a past verb with a pronoun right behind the only
    /// relative since a date, and `verb` tells of a contact.
    pub(super) fn is_done_there(&self, verb: usize, from: usize, at: usize) -> bool {
        let units = self.units();
        let relative = |unit: &usize| units[*unit].is(Class::Relative) && units[*unit].phrase().is_none();
        let mut opens = (from..at).filter(relative);
        let (Some(opens), None, Lang::Ar) = (opens.next(), opens.next(), self.clause.lang) else { return false };
        let done = opens + 1;
        let with_pronoun =
            units[done].verb().is_some_and(|(tense, .., object)| tense == Tense::Past && object.is_some());
        let contact = |form: &Form| {
            let predicate = self.clause.knowledge.lexicon.trigger(form.trigger).predicate;
            predicate.is_some_and(|told| matches!(told, Predicate::Hosted | Predicate::Met | Predicate::Called))
        };
        // الذي سلمه, ، الذي نقل إليه
        let named = opens.saturating_sub(1 + usize::from(opens > 0 && units[opens - 1].is_comma()));
        opens > 0
            && units[named].phrase().is_some()
            && done <= at
            && with_pronoun
            && units[verb].forms.iter().any(contact)
            && units[done + 1..=at].iter().all(|unit| unit.kind != Kind::Verb)
    }

    /// قمة ثلاثية جمعت: whether the verb at `at` tells, without a conjunction, of a meeting that is named right before it and behind
    /// a date.
    pub(super) fn gathers(&self, at: usize, from: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.units();
        let meets = |form: &Form| {
            let predicate = self.clause.knowledge.lexicon.trigger(form.trigger).predicate;
            predicate
                .is_some_and(|told| matches!(told, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith))
        };
        let noun = (from.max(at.saturating_sub(WORDS))..at).find(|&unit| units[unit].kind == Kind::Noun);
        self.clause.lang == Lang::Ar
            && matches!(self.predicate, Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith)
            && self.time(at) == Some(Tense::Past)
            && self.is_attributive(at)
            && noun.is_some_and(|noun| {
                units[noun].forms.iter().any(meets)
                    && units[noun + 1..at].iter().all(|unit| unit.phrase().is_none() && !unit.is_mark())
            })
    }

    /// تواصلت في القاهرة أمس المفاوضات بين: whether a definite noun of contact is the subject of the verb before it, which names none.
    pub(super) fn is_subject_of(&self, verb: usize, noun: usize) -> bool {
        let units = self.units();
        let party = |unit: &Unit| {
            unit.phrase().is_some_and(|index| {
                let kind = self.clause.phrases[index].kind;
                !matches!(kind, PhraseKind::Place)
            })
        };
        self.clause.lang == Lang::Ar
            && units[noun].kind == Kind::Noun
            && self.clause.shapes[noun].article
            && self.predicate.family() == Family::Contact
            && !self.is_governed(noun)
            && !units[verb + 1..noun].iter().any(|unit| party(unit) || matches!(unit.kind, Kind::Verb | Kind::Noun))
    }

    pub(super) fn is_journey(&self, at: usize) -> bool {
        self.units()[at].forms.iter().any(|form| self.clause.knowledge.lexicon.trigger(form.trigger).is_journey())
    }

    /// معركة مع القوات الموالية للأسد أمس: whether a participle with the article says whose side those before it are on, which no day dates.
    pub(super) fn is_backing(&self, at: usize) -> bool {
        self.units()[at].kind == Kind::Participle
            && self.units()[at].forms.iter().any(|form| matches!(form.shape, Shape::Participle { definite: true, .. }))
            && self.clause.tells(at, |told| told == Predicate::Supported)
    }

    pub(super) fn carries_relation(&self, at: usize) -> bool {
        let lexicon = &self.clause.knowledge.lexicon;
        self.units()[at].forms.iter().any(|form| {
            let trigger = lexicon.trigger(form.trigger);
            trigger.predicate.is_some() && !trigger.flags.light && !trigger.object.contains(&Slot::Obliged)
        })
    }

    pub(super) fn is_light(&self, at: usize) -> bool {
        self.units()[at].forms.iter().any(|form| self.clause.knowledge.lexicon.trigger(form.trigger).flags.light)
    }

    pub(super) fn is_speech(&self, at: usize) -> bool {
        self.units()[at].forms.iter().any(|form| self.clause.knowledge.lexicon.trigger(form.trigger).flags.speech)
    }

    /// A contact that is what another verb is about: يرحب بزيارة فلان الشهر المقبل dates the visit.
    pub(super) fn is_about(&self, noun: usize) -> bool {
        let contact = self.units()[noun].forms.iter().any(|form| {
            let trigger = self.clause.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact)
        });
        contact && self.predicate.family() != Family::Contact && !self.is_aside(noun)
    }

    /// A noun behind خلال, أثناء, عقب, "during", "after", or في: it happens while, or right before, what the verb tells.
    pub(super) fn is_aside(&self, noun: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.units();
        // شرع اليوم في زيارة إلى مصر: what the verb says that somebody begins.
        let begun = noun > 0 && self.clause.is_in(noun - 1) && self.is_journey(noun);
        if begun && self.verb_before(noun).is_some_and(|verb| self.is_light(verb)) {
            return false;
        }
        (noun.saturating_sub(WORDS)..noun)
            .rev()
            .take_while(|&unit| units[unit].kind != Kind::Verb && !units[unit].is_mark())
            .any(|unit| {
                (units[unit].is(Class::Circumstance) || self.clause.is_in(unit)) && !self.clause.is_in_date(unit)
            })
    }

    /// Returns whether a noun is one that the rest came after: بعد محادثات, عقب لقائه.
    pub(super) fn is_over(&self, noun: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.units();
        (noun.saturating_sub(WORDS)..noun)
            .rev()
            .take_while(|&unit| units[unit].kind != Kind::Verb && !units[unit].is_mark())
            .any(|unit| units[unit].is(Class::After) && !self.clause.is_in_date(unit))
    }

    /// Returns whether a contact is held at the event which a date is part of: على هامش القمة المقررة الأربعاء.
    pub(super) fn happens_beside(&self, at: usize, noun: usize, when: &When) -> bool {
        let units = self.units();
        let meets = self.predicate.family() == Family::Contact && self.predicate != Predicate::Visited;
        // بعد شهر من لقاء فلان: that is the day of the noun alone.
        let tells = self.clause.lang == Lang::En || when.past == when.future && when.at > noun;
        let away =
            |unit: &Unit| unit.has(|c| matches!(c, Class::After | Class::Ahead | Class::Since | Class::Relative));
        meets
            && tells
            && at < noun
            && self.is_aside(noun)
            && !units[at + 1..noun]
                .iter()
                .any(|unit| unit.is_stop() || unit.kind == Kind::Verb || unit.phrase().is_none() && away(unit))
    }

    /// Returns whether a noun is one that the rest comes before: قبل زيارته, "ahead of talks".
    pub(super) fn is_ahead(&self, noun: usize) -> bool {
        const WORDS: usize = 2;
        let units = self.units();
        (noun.saturating_sub(WORDS)..noun)
            .rev()
            .take_while(|&unit| units[unit].kind != Kind::Verb && !units[unit].is_mark())
            .any(|unit| units[unit].is(Class::Ahead) && !self.clause.is_in_date(unit))
    }

    /// منذ توليه منصبه في فبراير: whether a date tells since when something is, by what stands before it.
    pub(super) fn is_since_something(&self, date: usize) -> bool {
        const WORDS: usize = 5;
        let units = self.units();
        // "since taking office on February 1"
        let gerund = |unit: &Unit| unit.tense() == Some(Tense::Gerund);
        let within = |&unit: &usize| !units[unit].is_mark() && (units[unit].kind != Kind::Verb || gerund(&units[unit]));
        let mut before = (date.saturating_sub(WORDS)..date).rev().take_while(within);
        before.any(|unit| units[unit].is(Class::Since) && unit + 1 < date && !self.clause.is_in_date(unit))
    }

    /// A circumstance behind a comma, or behind "and that", which belongs to the main clause again.
    pub(super) fn is_afterthought(&self, noun: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.units();
        let opens = (noun.saturating_sub(WORDS)..noun)
            .rev()
            .take_while(|&unit| units[unit].kind != Kind::Verb)
            .find(|&unit| units[unit].is(Class::Circumstance) && !self.clause.is_in_date(unit));
        // ، وذلك خلال لقاء
        let comma = |unit: usize| {
            let passed =
                |unit: &Unit| unit.has(|c| matches!(c, Class::Skip | Class::Aforesaid)) && unit.phrase().is_none();
            let skips = usize::from(unit > 0 && passed(&units[unit - 1]));
            // ، وذلك خلال لقاء, وذلك إثر مباحثات
            let that = skips > 0 && units[unit - 1].clitics.has_conjunction();
            that || unit.checked_sub(1 + skips).is_some_and(|before| units[before].is_comma())
        };
        opens.is_some_and(comma)
    }

    pub(super) fn is_journey_aside(&self, at: usize) -> bool {
        self.is_journey(at) && self.units()[at].kind == Kind::Noun && self.is_aside(at)
    }

    /// A noun behind a preposition: من الحرب, على العقوبات.
    pub(super) fn is_governed(&self, noun: usize) -> bool {
        let units = self.units();
        let preposition = |unit: usize| units[unit].is_preposition() || self.clause.shapes[unit].preposition.is_some();
        units[noun].kind == Kind::Noun
            && (units[noun].clitics.has_preposition()
                || noun > 0 && preposition(noun - 1) && units[noun - 1].phrase().is_none())
    }

    /// لإجراء محادثات, للقاء نظيره.
    pub(super) fn is_purpose(&self, noun: usize) -> bool {
        let shapes = self.clause.shapes;
        self.clause.lang == Lang::Ar
            && (noun.saturating_sub(2)..=noun).any(|unit| {
                self.units()[unit].phrase().is_none()
                    && (shapes[unit].preposition.is_some() || self.units()[unit].clitics.has(crate::text::Clitics::LI))
            })
    }

    pub(super) fn verb_before(&self, at: usize) -> Option<usize> {
        let units = self.units();
        (0..at)
            .rev()
            .take_while(|&unit| !units[unit].is_stop() && !self.opens_complement(unit))
            .find(|&unit| units[unit].kind == Kind::Verb)
    }

    /// الذي يزور القاهرة حاليا, "is currently visiting": it goes on while the document is written.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        const WORDS: usize = 8;
        const CARRIED: usize = 3;
        let units = self.units();
        let present = units[at].verb().is_some_and(|(tense, ..)| matches!(tense, Tense::Present | Tense::Gerund));
        let relative = (at.saturating_sub(2)..at).any(|unit| units[unit].is(Class::Relative));
        let now = (at.saturating_sub(2)..units.len().min(at + WORDS))
            .take_while(|&unit| unit <= at || !units[unit].is_stop())
            .any(|unit| {
                unit != at
                    && units[unit].phrase().is_none()
                    && units[unit].has(|c| matches!(c, Class::Now | Class::This))
            });
        // زيارة يقوم بها, الذي يقوم بزيارة
        let journey = |verb: usize| units[verb].tense() == Some(Tense::Present) && self.is_light(verb);
        let carried = || {
            let behind = self.clause.carrying_verb(at).is_some_and(journey);
            let before = self.verb_before(at).filter(|&verb| at - verb <= CARRIED && journey(verb));
            behind
                || before.is_some_and(|verb| (verb.saturating_sub(2)..verb).any(|unit| units[unit].is(Class::Relative)))
        };
        present && relative || now || self.clause.lang == Lang::Ar && units[at].kind == Kind::Noun && carried()
    }
}
