//! What English frames need beside their slots: namings that are no calls, threats, participles in compounds.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Alias, AliasKind, EntityKind, Support};
use crate::lexicon::{Class, Form, Predicate, Sense, Slot, Trigger, WordList};
use crate::mention::{PhraseKind, Referent};

impl Sentence<'_> {
    /// "both welcomed the meeting between their teams": not theirs.
    pub(super) fn is_judged(&self, at: usize) -> bool {
        let units = self.clause.units;
        let verb = (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
        self.reader.lang == Lang::En
            && verb.is_some_and(|verb| self.clause.judges(verb) && !self.is_said_within(verb, at))
    }

    /// "praised Bulgaria in a meeting with Borissov", "criticised Syria during a press conference with": whether a noun tells where something was
    /// said of whoever stands before it.
    fn is_said_within(&self, verb: usize, at: usize) -> bool {
        const WORDS: usize = 3;
        let units = self.clause.units;
        let word = |i: &usize| {
            let unit = &units[*i];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && !unit.is(Class::Circumstance)
        };
        let words = (verb + 1..at).rev().take(WORDS).take_while(word).count();
        let Some(leads) = (at - words).checked_sub(1).filter(|&leads| leads > verb + 1) else { return false };
        let within = ["in", "at"].iter().any(|word| self.clause.is_preposition_of(leads, word))
            || units[leads].phrase().is_none()
                && units[leads].is(Class::Circumstance)
                && !units[leads].is(Class::Complement);
        within && (verb + 1..leads).any(|i| units[i].phrase().is_some())
    }

    /// "the leaders welcomed the meeting": an event that is the object of a verb which does not carry it out.
    pub(super) fn is_talked_about(&self, at: usize) -> bool {
        let units = self.clause.units;
        if self.reader.lang != Lang::En || units[at].kind != Kind::Noun {
            return false;
        }
        let verb = (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
        let row = |form: &Form| self.clause.knowledge.lexicon.trigger(form.trigger);
        let predicates: Vec<Option<Predicate>> = units[at].forms.iter().map(|form| row(form).predicate).collect();
        // "held a meeting", "signed a treaty": the verb carries the noun, or tells the same.
        verb.is_some_and(|verb| {
            self.clause.judges(verb)
                || !units[verb].forms.iter().map(row).any(|row| row.flags.light || predicates.contains(&row.predicate))
        })
    }

    /// "Iranian-backed groups such as Hezbollah": who does it stands in the word, to whom behind it.
    pub(super) fn compound(&self, at: usize, trigger: &Trigger) -> Option<(Parties, Option<Parties>)> {
        let clause = self.clause;
        if !trigger.object.contains(&Slot::Object) {
            return None;
        }
        let doer = &clause.phrases[clause.units[at.checked_sub(1)?].compound?];
        let party = |&referent| Party { referent, span: Some(doer.span), kind: doer.kind, gender: None };
        let subject = Parties::new(doer.referents.iter().map(party).collect(), 0.9, at);
        const MOST_WORDS: usize = 4;
        let plain = |unit: &Unit| {
            matches!(unit.kind, Kind::Word | Kind::Noun)
                || unit.kind == Kind::Function && !unit.is(Class::Conj) && !unit.is_preposition()
                || clause.is_example(unit)
        };
        let next = (at + 1..clause.units.len().min(at + 2 + MOST_WORDS)).find(|&i| !plain(&clause.units[i]))?;
        let demonym = clause.unit_phrase(next)?.kind == PhraseKind::Demonym;
        // "the Iran-backed Lebanese group Hezbollah"
        let kind = |i: &usize| demonym && matches!(clause.units[*i].kind, Kind::Word | Kind::Noun);
        let next = next + usize::from(demonym);
        let next = next + (next..clause.units.len().min(next + 3)).take_while(kind).count();
        if !clause.bare_party(next) || demonym && clause.unit_phrase(next)?.kind != PhraseKind::Body {
            return None;
        }
        let object = self.fit(trigger, &trigger.object, Parties { confidence: 0.85, ..clause.list(next) });
        (!subject.is_empty() && !object.is_empty()).then_some((subject, Some(object)))
    }

    /// "called Assad a butcher", "called him 'the devil'": that is no call.
    pub(super) fn is_naming(&self, trigger: &Trigger, object: &Parties) -> bool {
        if self.reader.lang != Lang::En
            || trigger.predicate != Some(Predicate::Called)
            || !trigger.object.contains(&Slot::Object)
        {
            return false;
        }
        let Some(unit) = self.clause.units.get(object.end).filter(|unit| !unit.is_mark()) else { return false };
        // "called Iran to stop enrichment": that is a demand.
        let person = |party: &Party| super::clause::is_person(*party);
        if unit.is_to() && !object.list.iter().any(person) {
            return true;
        }
        let time = (unit.start..unit.start + 3).any(|at| self.is_listed(WordList::CallTimes, at));
        let adverb = unit.has(|c| matches!(c, Class::Skip | Class::Day(_) | Class::Period(_) | Class::Circumstance));
        // "a party called 'The Tahrir Party'"
        let quoted = object
            .end
            .checked_sub(1)
            .map(|last| &self.clause.units[last])
            .is_some_and(|last| last.phrase().is_some() && self.tokens.tokens[last.start].quote);
        if quoted {
            return true;
        }
        let name = unit.determined || self.tokens.tokens[unit.start].quote || unit.kind == Kind::Word;
        name && !time && !adverb
    }

    /// "rejected the displacement of Palestinians", "does not recognise Russia's annexation of": who suffers the deed is not
    /// who is refused, and no deed is backed by not being recognised.
    pub(super) fn is_of_victim(&self, at: usize, trigger: &Trigger, object: &Parties) -> bool {
        const WORDS: usize = 5;
        let units = self.clause.units;
        if self.reader.lang != Lang::En || units[at].kind != Kind::Verb {
            return false;
        }
        match trigger.predicate {
            Some(Predicate::Rejected | Predicate::Criticised) => {
                let of = object.end.checked_sub(2).filter(|&of| self.clause.is_preposition_of(of, "of"));
                of.and_then(|of| of.checked_sub(1))
                    .is_some_and(|noun| units[noun].phrase().is_none() && units[noun].is(Class::Harm))
            }
            Some(Predicate::Supported) if trigger.flags.sense == Some(Sense::Recognises) => {
                let behind = units[object.end.min(units.len())..].iter().take(WORDS).take_while(|unit| !unit.is_mark());
                behind.into_iter().any(|unit| {
                    unit.kind == Kind::Noun
                        && unit.forms.iter().any(|form| {
                            matches!(
                                self.clause.knowledge.lexicon.trigger(form.trigger).predicate,
                                Some(Predicate::Seized | Predicate::Attacked)
                            )
                        })
                })
            }
            _ => false,
        }
    }

    /// "said on Sunday that Iran must stop": the subject of what somebody says has to be done.
    pub(super) fn obliged(&self, at: usize) -> Parties {
        let clause = self.clause;
        let units = clause.units;
        let quiet = |unit: &Unit| {
            unit.phrase().is_none()
                && unit.has(|c| matches!(c, Class::Complement | Class::Skip | Class::Day(_) | Class::Weekday(_)))
        };
        let behind = (at + 1..units.len().min(at + 5)).find(|&i| !quiet(&units[i]));
        // "told reporters that Iran must", "said in a statement that": behind those who are told and where it is said.
        let told = || {
            let reach =
                (at + 1..units.len().min(at + 10)).take_while(|&i| !units[i].is_mark() && units[i].kind != Kind::Verb);
            let that = reach.into_iter().find(|&i| units[i].phrase().is_none() && units[i].is(Class::Complement))?;
            Some(that + 1).filter(|&who| who < units.len() && clause.bare_party(who))
        };
        let told_first = behind.is_some_and(|i| {
            !clause.bare_party(i)
                || units
                    .get(clause.list(i).end)
                    .is_some_and(|next| next.phrase().is_none() && next.is(Class::Complement))
        });
        let bidden = self.bidden_to(at + 1);
        let behind = if told_first { told() } else { behind };
        let due = || self.whose_turn(at);
        let named =
            bidden.or_else(due).or_else(|| behind.filter(|&who| clause.bare_party(who)).map(|who| self.bound(who)));
        // "Israel must stop," said Hamas: behind the verb stands who says it.
        named
            .filter(|found| !found.is_empty())
            .or_else(|| Some(self.bound(self.quoted_before(at)?)))
            .unwrap_or_default()
    }

    /// "told Netanyahu that he must stop", "told Iran it should": those at a unit who are told, where the clause behind says by a pronoun that
    /// they ought to do something; "told Putin Russia must": who ought to, where no "that" stands between.
    pub(super) fn bidden_to(&self, told: usize) -> Option<Parties> {
        const WORDS: usize = 8;
        let clause = self.clause;
        let list = Some(told).filter(|&told| told < clause.units.len() && clause.bare_party(told));
        let list = clause.list(list?);
        let end = clause.units.len().min(list.end + WORDS);
        let that = (list.end..end)
            .take_while(|&i| !clause.units[i].is_mark() && clause.units[i].kind != Kind::Verb)
            .find(|&i| clause.units[i].phrase().is_none() && clause.units[i].is(Class::Complement));
        let who = that.map_or(list.end, |that| that + 1);
        let unit = clause.units.get(who)?;
        let single = list.list.len() == 1 && list.list[0].kind == PhraseKind::Person;
        let means = match unit.case? {
            Case::Subject => {
                let several = self.tokens.form(&self.tokens.tokens[unit.start]) == b"they";
                several != single
            }
            Case::Thing => !single,
            _ => false,
        };
        let found = self.bound_behind(who + 1, list);
        (means && !found.is_empty()).then_some(found)
    }

    /// Those at a unit of whom a verb of duty says that they must, should or have to do something.
    pub(super) fn bound(&self, who: usize) -> Parties {
        let list = self.clause.list(who);
        self.bound_behind(list.end, list)
    }

    /// "was at a crossroads and should choose": where a verb of duty stands that is joined to the verb at a unit, else that unit.
    fn duty_joined_to(&self, at: usize) -> usize {
        const REACH: usize = 14;
        let units = &self.clause.units;
        let modal = |i: usize| matches!(self.tokens.form(&self.tokens.tokens[units[i].start]), b"must" | b"should");
        let verb = units.get(at).is_some_and(|unit| unit.kind == Kind::Verb || self.clause.is_auxiliary(at));
        let open = (at..units.len().min(at + REACH))
            .take_while(|&i| !units[i].is_stop() && !units[i].is(Class::Complement) && !units[i].is(Class::Relative));
        let joined = open.into_iter().find(|&i| i > at && units[i - 1].is(Class::Conj) && modal(i));
        joined.filter(|_| verb).unwrap_or(at)
    }

    /// Those in a list, where a verb of duty stands at a unit.
    fn bound_behind(&self, at: usize, list: Parties) -> Parties {
        let clause = self.clause;
        let at = self.duty_joined_to(at);
        let word = |at: usize| self.token_at(at);
        let Some(next) = clause.units.get(at).filter(|unit| !unit.is_mark()).map(|unit| unit.start) else {
            return Parties::default();
        };
        // "must", "should", "needs to", "has to", "ought to"
        let modal = match word(next) {
            b"must" | b"should" => next + 1,
            b"needs" | b"need" | b"needed" | b"has" | b"have" | b"had" | b"ought" if word(next + 1) == b"to" => {
                next + 2
            }
            _ => return Parties::default(),
        };
        // "must not be allowed", "should be proud" ask nothing of them.
        let not = usize::from(matches!(word(modal), b"not" | b"also" | b"now" | b"immediately" | b"never"));
        if matches!(word(modal + not), b"be" | b"have") {
            return Parties::default();
        }
        Parties { confidence: 0.8, ..list }
    }

    /// "Russia must pull back its forces," Hague said; said Hague: where what is said begins, which stands before who says it.
    fn quoted_before(&self, verb: usize) -> Option<usize> {
        let clause = self.clause;
        let units = clause.units;
        let party = |at: usize| clause.bare_party(at) && !units[at].possessive;
        let speaker = verb.checked_sub(1).filter(|&before| party(before));
        let comma = speaker.unwrap_or(verb).checked_sub(1).filter(|&comma| units[comma].is_comma())?;
        let inverted = speaker.is_none() && units.get(verb + 1).is_some() && party(verb + 1);
        let start = units[..comma].iter().rposition(|unit| unit.is_stop()).map_or(0, |stop| stop + 1);
        ((speaker.is_some() || inverted) && start < comma && party(start)).then_some(start)
    }

    /// "meet its obligations", "met the kidnappers' demands": that is no meeting.
    pub(super) fn meets_demand(&self, at: usize, predicate: Predicate) -> bool {
        const REACH: usize = 6;
        let units = self.clause.units;
        if self.reader.lang != Lang::En || predicate != Predicate::Met || units[at].kind != Kind::Verb {
            return false;
        }
        let object = (at + 1..units.len().min(at + REACH)).take_while(|&i| {
            !units[i].is_mark()
                && units[i].kind != Kind::Verb
                && !units[i].is_preposition()
                && !units[i].is(Class::Conj)
        });
        object.into_iter().any(|i| units[i].is(Class::Requirement))
    }

    /// "is to see Abbas in Amman", but not "wants to see Assad go".
    pub(super) fn sees(&self, trigger: &Trigger, object: &Parties) -> bool {
        if trigger.flags.sense != Some(Sense::Sees) {
            return true;
        }
        let people = object.list.iter().all(|party| party.kind == PhraseKind::Person);
        let ends = self.clause.units.get(object.end).is_none_or(|unit| {
            unit.is_mark()
                || unit.phrase().is_none()
                    && unit.has(|c| {
                        matches!(c, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Ahead | Class::After)
                    })
                || ["in", "at", "during"].iter().any(|word| self.clause.is_preposition_of(object.end, word))
        });
        people && ends
    }

    /// "calls from the opposition to resign", "rejected calls from Paris for a truce": a demand, and no call.
    pub(super) fn is_plea(&self, at: usize, trigger: &Trigger, end: usize) -> bool {
        self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Called)
            && self.clause.units[at].kind == Kind::Noun
            && matches!(trigger.subject.first(), Some(Slot::Prep(_)))
            && self.asks(end)
            && !self.is_spoken(at, end)
            && !self.clause.units.get(end + 1).is_some_and(|unit| unit.is(Class::Last))
    }

    /// "a phone call from Obama to discuss the crisis", "a call from Obama to congratulate him": a call by the word for it, or by what is
    /// said in it, where what it is for stands at `end`.
    fn is_spoken(&self, at: usize, end: usize) -> bool {
        let units = self.clause.units;
        let by_phone = units[at].end > units[at].start + 1;
        let said = |told: Predicate| {
            matches!(told, Predicate::Briefed | Predicate::Praised | Predicate::Promised | Predicate::TalkedWith)
        };
        let discusses = units.get(end).is_some_and(Unit::is_to)
            && units.get(end + 1).is_some_and(|unit| unit.kind == Kind::Verb)
            && self.clause.tells(end + 1, said)
            && self.clause.is_got(at);
        by_phone || discusses
    }

    /// "An Iranian delegation was welcomed": whether the last phrase before a verb is of people, and of no deed.
    pub(super) fn people_before(&self, at: usize) -> bool {
        let last = self.clause.units[..at].iter().rev().find(|unit| unit.phrase().is_some());
        last.is_some_and(|unit| self.is_listed(WordList::Delegates, unit.end - 1))
    }

    /// "led a U.S. delegation to", "heads a trade mission to".
    pub(super) fn heads_delegation(&self, at: usize) -> bool {
        const REACH: usize = 4;
        let units = self.clause.units;
        (at + 1..units.len().min(at + 1 + REACH)).any(|i| {
            // ترأس فلان وفد بلاده إلى
            let arabic = self.reader.lang == Lang::Ar && units[i].delegation;
            arabic || units[i].deputes
        })
    }

    /// "asked Scholz to", "asked Scholz for".
    pub(super) fn asks(&self, at: usize) -> bool {
        let clause = self.clause;
        // دعوتها إلى روسيا للانسحاب
        if self.reader.lang == Lang::Ar {
            return clause.units.get(at).is_some_and(|unit| clause.opens_complement(at) && !unit.is(Class::Attending));
        }
        // "asked Israel only for restraint"
        let skips = clause.units.get(at).is_some_and(|unit| unit.kind == Kind::Function && unit.is(Class::Skip));
        // "asked Libya last Thursday to hand over"
        let at = at + usize::from(skips);
        let last = |at: usize| clause.units.get(at).is_some_and(|unit| unit.is(Class::Last));
        let at = (at..at + 3).find(|&at| !clause.is_part_of_date(at) && !last(at)).unwrap_or(at);
        clause.units.get(at).is_some_and(|unit| {
            unit.is_to() || unit.is(Class::Negation) || unit.is(Class::Possible) || clause.is_preposition_of(at, "for")
        })
    }

    /// Returns whether one person is called on, and nothing asked of him in the rest of the clause.
    pub(super) fn calls_at(&self, object: &super::clause::Parties) -> bool {
        const WORDS: usize = 8;
        let clause = self.clause;
        let [party] = object.list.as_slice() else { return false };
        let end = clause.units.len().min(object.end + WORDS);
        let asked = (object.end..end).take_while(|&at| !clause.units[at].is_stop()).any(|at| {
            clause.units[at].is_to() || clause.is_preposition_of(at, "for") || clause.units[at].is(Class::Negation)
        });
        clause.is_human(party) && (!asked || self.acts_next(object.end)) && object.end > 0
    }

    /// "called on the prime minister and discussed the border": whether what the same did next is joined at a unit.
    fn acts_next(&self, end: usize) -> bool {
        let clause = self.clause;
        let joined = clause.units.get(end).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Conj));
        let verb = clause.units.get(end + 1).is_some_and(|unit| unit.kind == Kind::Verb);
        joined && verb && clause.verb_form(end + 1) == VerbForm::Finite
    }

    /// "called on the king in Jeddah on Friday": whether a verb of calling on somebody tells a visit to one person, where the clause says no
    /// more than when, where and with whom.
    pub(super) fn pays_call(&self, at: usize, object: &super::clause::Parties) -> bool {
        let clause = self.clause;
        let [party] = object.list.as_slice() else { return false };
        let plain = |unit: &Unit| {
            unit.phrase().is_some()
                || unit.is_preposition()
                || unit.has(|c| {
                    matches!(
                        c,
                        Class::Skip
                            | Class::Day(_)
                            | Class::Weekday(_)
                            | Class::Month(_)
                            | Class::Circumstance
                            | Class::Conj
                    )
                })
        };
        // "called on the prime minister and discussed the border": what he did next.
        let goes_on = self.acts_next(object.end);
        let behind = if goes_on { clause.units.len() } else { object.end.min(clause.units.len()) };
        let last = clause.units[behind..].iter().take_while(|unit| !unit.is_mark());
        let next = clause.units.get(behind);
        let ends = |unit: &Unit| unit.is_comma() || unit.is_mark() && object.end + 1 == clause.units.len();
        let behind = next.is_none_or(|unit| {
            ends(unit) || unit.phrase().is_none() && plain(unit) && !unit.is_to() && !unit.is(Class::Conj)
        });
        // "I call on the president": a demand, told or not.
        let quoted = at > 0 && clause.units[at - 1].case == Some(Case::Speaker);
        clause.verb_form(at) == VerbForm::Finite
            && !quoted
            && party.kind == PhraseKind::Person
            && behind
            && self.calls_at(object)
            && !last.into_iter().any(|unit| unit.is_to() || unit.kind == Kind::Verb)
    }

    /// "held Israel fully responsible for", "holds Hamas and its allies accountable", "was held responsible by": who holds whom to be
    /// guilty, where the word of guilt stands at a unit.
    pub(super) fn held_guilty(&self, at: usize, trigger: &Trigger) -> Option<(Parties, Option<Parties>)> {
        const REACH: usize = 16;
        let clause = self.clause;
        let verb = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !clause.units[before].is_stop())
            .find(|&before| clause.units[before].kind == Kind::Verb)?;
        // "took Hungary to task"
        let holds = trigger.flags.weak || clause.units[verb].means(&clause.knowledge.lexicon, Sense::Holds);
        let own = clause.subjects[verb].clone().filter(|_| holds)?;
        let (critic, held) = if verb + 1 == at {
            let by = clause.knowledge.lexicon.preposition_id("by")?;
            (clause.behind(at, at + 1, by, false, None), own)
        } else {
            (own, clause.object(verb + 1, true))
        };
        let before = verb + 1 == at || held.end <= at;
        let critic = self.fit(trigger, &trigger.subject, critic);
        let held = self.fit(trigger, &trigger.object, held);
        (before && !critic.is_empty() && !held.is_empty()).then_some((critic, Some(held)))
    }

    /// "told Japan not to level": whether an infinitive begins at a unit.
    pub(super) fn orders(&self, at: usize) -> bool {
        let clause = self.clause;
        let to = |at: usize| clause.units.get(at).is_some_and(super::unit::Unit::is_to);
        let verb = |at: usize| clause.units.get(at).is_some_and(|unit| unit.phrase().is_none() && !unit.is_mark());
        self.reader.lang == Lang::En
            && (to(at) && verb(at + 1) || clause.units.get(at).is_some_and(|unit| unit.is(Class::Negation)))
    }

    /// "gave Iran a 60-day ultimatum": whether what is given, right behind whom it is given to, is a demand or a threat.
    pub(super) fn menaces(&self, at: usize, end: usize) -> bool {
        const WORDS: usize = 4;
        let clause = self.clause;
        let gives = |unit: &Unit| !unit.is_mark() && !unit.is_preposition() && !unit.is(Class::Circumstance);
        self.reader.lang == Lang::En
            && clause.units[at].kind == Kind::Verb
            && (end..clause.units.len().min(end + WORDS))
                .take_while(|&i| gives(&clause.units[i]))
                .any(|i| clause.units[i].kind == Kind::Noun && clause.tells(i, |told| told != Predicate::Aided))
            || self.grants_time(end)
    }

    /// "gave Iran two weeks to reply": whether how long somebody has, and what to do, stands at a unit.
    pub(super) fn grants_time(&self, end: usize) -> bool {
        const WORDS: usize = 4;
        let clause = self.clause;
        let length = |i: usize| {
            clause.units[i].has(|c| matches!(c, Class::Period(_) | Class::Duration(..)))
                || self.ends_listed(WordList::Lengths, i)
        };
        // "gave Iran until Friday to reply"
        let until = clause.units.get(end).is_some_and(|unit| {
            self.tokens.form(&self.tokens.tokens[unit.start]) == b"until"
                && (end..clause.units.len().min(end + WORDS + 2)).any(|i| clause.units[i].is_to())
        });
        let plain = |&i: &usize| {
            let unit = &clause.units[i];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition()
        };
        let long = |i: usize| length(i) && clause.units.get(i + 1).is_some_and(Unit::is_to);
        let mut words = end..clause.units.len().min(end + WORDS);
        self.reader.lang == Lang::En && (until || words.by_ref().take_while(plain).any(long))
    }

    /// "invaded his country": the country of whom the pronoun means, to whom nothing is done himself.
    pub(super) fn own_country(&self, at: usize, predicate: Predicate) -> Option<Parties> {
        let clause = self.clause;
        let force = matches!(
            predicate,
            Predicate::Attacked
                | Predicate::Seized
                | Predicate::Sanctioned
                | Predicate::Supported
                | Predicate::Aided
                | Predicate::Threatened
                | Predicate::Criticised
        );
        let owner = clause.units.get(at).filter(|unit| force && unit.case == Some(Case::Owner))?;
        let land = clause.units.get(at + 1).filter(|unit| unit.phrase().is_none())?;
        let country = self.is_listed(WordList::Homelands, land.end - 1);
        let person = (self.reader.lang == Lang::En && country && owner.possessive).then(|| clause.parties_of(at))?;
        let home = |party: &Party| {
            let key = self.reader.country_of(party.referent)?;
            Some(Party { referent: Referent::Known(key), kind: PhraseKind::Country, gender: None, span: party.span })
        };
        let list: Vec<Party> = person.iter().filter_map(home).collect();
        Some(Parties { opaque: list.is_empty(), ..Parties::new(list, 0.8, at + 2) })
    }

    /// "vowed an answer to Syrian gunfire", "condemned Egypt to defeat": whether what is promised to somebody is no gift, or somebody is
    /// condemned to something.
    pub(super) fn vows_answer(&self, at: usize, trigger: &Trigger, end: usize) -> bool {
        let units = self.clause.units;
        if self.reader.lang != Lang::En || units[at].kind != Kind::Verb {
            return false;
        }
        let answer = |unit: &Unit| self.is_listed(WordList::Answers, unit.end - 1);
        match trigger.predicate {
            Some(Predicate::Promised) => {
                (at + 2..end.min(units.len())).any(|to| units[to].is_to() && answer(&units[to - 1]))
            }
            Some(Predicate::Criticised) => {
                let condemns = self.tokens.form(&self.tokens.tokens[units[at].start]).starts_with(b"condemn");
                condemns
                    && units.get(end).is_some_and(Unit::is_to)
                    && units.get(end + 1).is_some_and(|next| next.kind != Kind::Verb)
            }
            _ => false,
        }
    }

    /// "is headed to", "were bound for": whether an English participle is listed with its auxiliary.
    pub(super) fn is_with_auxiliary(&self, at: usize) -> bool {
        let unit = &self.clause.units[at];
        self.reader.lang == Lang::En
            && unit.kind == Kind::Participle
            && matches!(self.tokens.form(&self.tokens.tokens[unit.start]), b"is" | b"are" | b"was" | b"were" | b"been")
    }

    /// "struck dozens of Houthi targets": behind how many there are.
    pub(super) fn past_quantity(&self, from: usize) -> usize {
        let units = self.clause.units;
        let counts = |unit: &Unit| self.is_listed(WordList::Counts, unit.end - 1);
        let of = self.reader.lang == Lang::En
            && units.get(from).is_some_and(|unit| unit.phrase().is_none() && counts(unit))
            && from + 1 < units.len()
            && self.clause.is_preposition_of(from + 1, "of");
        from + 2 * usize::from(of)
    }

    /// "Putin and Xi raised tariffs", "consulted their advisers": whether what two do, of which no "with" is told, they do with each other.
    pub(super) fn is_mutual(&self, at: usize, trigger: &Trigger) -> bool {
        let own = self.clause.units.get(at + 1).is_some_and(|next| next.case == Some(Case::Owner));
        // "raised the issue at the summit": those who attend one have not all met.
        if self.clause.units[at].kind == Kind::Noun {
            let there = |before: usize| self.clause.is_preposition_of(before, "at") && self.clause.units[at].determined;
            let gathers = self.tokens.form(&self.tokens.tokens[self.clause.units[at].start]) == b"summit";
            // "reaffirmed the strategic partnership between": that there is one, and they have not made it now.
            const BEHIND: usize = 9;
            let founds = |unit: &Unit| trigger.flags.needs.is_some_and(|class| unit.is(class));
            let made = trigger.flags.needs != Some(Class::Founding)
                || self.clause.units[at.saturating_sub(BEHIND)..at].iter().any(founds);
            return made && !(gathers && at.checked_sub(1).is_some_and(there));
        }
        self.clause.units[at].kind != Kind::Verb
            || !(trigger.flags.direct || own && trigger.object.contains(&Slot::Object))
    }

    /// اعتذر عن لقائه: whether an Arabic verb says that somebody stays away from what stands behind it, which refuses the other; English verbs
    /// of staying away ("pulled out of") say no more than that it did not take place.
    pub(super) fn stays_away(&self, at: usize) -> bool {
        let unit = &self.clause.units[at];
        self.reader.lang == Lang::Ar
            && unit.kind == Kind::Verb
            && unit.means(&self.clause.knowledge.lexicon, Sense::Declines)
    }

    /// "captured two Israeli soldiers", but not "captured Syrian positions": whether people are what is taken, and no ground.
    pub(super) fn takes_people(&self, trigger: &Trigger, end: usize) -> bool {
        let word = |unit: &Unit| self.is_listed(WordList::Captives, unit.end - 1);
        let units = self.clause.units;
        self.reader.lang == Lang::En
            && trigger.predicate == Some(Predicate::Seized)
            && (units.get(end).is_some_and(|unit| unit.phrase().is_none() && word(unit))
                || end.checked_sub(1).is_some_and(|last| units[last].phrase().is_some() && word(&units[last])))
    }

    /// "threatened to attack", "threatened to impose sanctions on": the deed is only threatened.
    pub(super) fn is_threat(&self, at: usize, predicate: Predicate) -> bool {
        let units = self.clause.units;
        if self.reader.lang != Lang::En
            || !matches!(
                predicate,
                Predicate::Attacked | Predicate::Sanctioned | Predicate::Seized | Predicate::Criticised
            )
        {
            return false;
        }
        let mut verbs = (0..=at).rev().take_while(|&i| !units[i].is_stop()).filter(|&i| units[i].kind == Kind::Verb);
        let Some(verb) = verbs.next() else { return false };
        let infinitive = self.clause.verb_form(verb) == VerbForm::Infinitive;
        // "warned that its forces would fire into": what one says that one will do.
        let chain = self.clause.chain_start(verb);
        let future = units[chain..verb].iter().any(|unit| unit.is(Class::Future));
        let first = |at: usize| self.clause.subjects[at].as_ref()?.list.first().map(|party| party.referent);
        // "vowed to attack Israel", "pledged to destroy": force that is promised is threatened.
        let force = matches!(predicate, Predicate::Attacked | Predicate::Seized);
        if force
            && (chain.saturating_sub(2)..verb)
                .any(|at| units[at].phrase().is_none() && self.begins_listed(WordList::Vows, at))
        {
            return true;
        }
        if !infinitive && !future {
            return false;
        }
        let tells = |at: usize| {
            let mut forms = units[at].forms.iter();
            forms.any(|form| {
                self.clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Threatened)
            })
        };
        // "Iran's threat to attack": by a noun right before the infinitive.
        let to = chain.checked_sub(1).filter(|&to| infinitive && units[to].is_to());
        if to.and_then(|to| to.checked_sub(1)).is_some_and(|noun| units[noun].kind == Kind::Noun && tells(noun)) {
            return true;
        }
        (0..verb).rev().take(9).take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb).is_some_and(
            |before| {
                let same = first(before).is_some() && first(before) == first(verb);
                tells(before) && (infinitive || same) || force && !infinitive && self.who_threatens(verb).is_some()
            },
        )
    }

    /// "Rama warned that Albania would strike Kenya": who threatens with what the verb at a unit tells that his own country will do.
    fn who_threatens(&self, verb: usize) -> Option<Parties> {
        const WORDS: usize = 9;
        let units = self.clause.units;
        let open = |i: &usize| !units[*i].is_stop();
        let before = (0..verb).rev().take(WORDS).take_while(open).find(|&i| units[i].kind == Kind::Verb)?;
        let warns = self.begins_listed(WordList::Vows, before)
            || self.clause.tells(before, |told| told == Predicate::Threatened);
        let speaker =
            self.clause.subjects[before].as_ref().filter(|own| warns && !own.opaque && own.list.len() == 1)?;
        let acts = self.clause.subjects[verb].as_ref().filter(|own| own.list.len() == 1)?;
        let person = self.clause.is_human(&speaker.list[0]) && !self.clause.is_human(&acts.list[0]);
        let own = person && !self.clause.are_apart(&speaker.list, &acts.list);
        own.then(|| Parties { carried: false, ..speaker.clone() })
    }

    /// Who threatens somebody, where he says what his own country will do to him; `at` is the word for that.
    pub(super) fn threatener(&self, at: usize) -> Option<Parties> {
        let units = self.clause.units;
        let verb = (0..=at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb)?;
        let chain = self.clause.chain_start(verb);
        let future = self.clause.verb_form(verb) != VerbForm::Infinitive
            && units[chain..verb].iter().any(|unit| unit.is(Class::Future));
        future.then(|| self.who_threatens(verb)).flatten()
    }

    /// "a trilateral meeting": each met each.
    pub(super) fn is_one_table(&self, at: usize) -> bool {
        let first = self.clause.units[at.saturating_sub(4)].start;
        self.reader.lang == Lang::En
            && (first..=self.clause.units[at].start).any(|token| self.is_listed(WordList::OneTable, token))
    }

    /// "informed Washington", "warned Tehran": a capital that is told something stands for its country.
    pub(super) fn capitals_for_countries(&self, parties: &mut Parties) {
        let gazetteer = &self.clause.knowledge.gazetteer;
        for party in &mut parties.list {
            let Referent::Known(key) = party.referent else { continue };
            let entity = gazetteer.get(key);
            let capital = entity.kind == EntityKind::City && entity.subkind == "capital";
            // انتقادات من بروكسل: not where the name never stands for its country.
            let never = |country| {
                gazetteer.aliases_of(country).any(|alias| {
                    alias.kind == AliasKind::Metonym
                        && alias.support == Support::NEVER
                        && gazetteer.aliases_of(key).any(|own| own.text == alias.text)
                })
            };
            // سحب سفيره من تل أبيب: a town that is no capital may stand for its country, too.
            let stands_for = |country| {
                let metonym = |alias: &Alias<'_>| alias.kind == AliasKind::Metonym && alias.support != Support::NEVER;
                entity.kind == EntityKind::City
                    && gazetteer
                        .aliases_of(country)
                        .any(|alias| metonym(&alias) && gazetteer.aliases_of(key).any(|own| own.text == alias.text))
            };
            let wanted = |&country: &_| capital && !never(country) || !capital && stands_for(country);
            if let Some(country) = entity.country.filter(wanted) {
                party.referent = Referent::Known(country);
                party.kind = PhraseKind::Country;
            }
        }
    }
}
