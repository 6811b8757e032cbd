//! Whose the thing is that somebody judges, where it stands before: "remarks by Erdogan, which Egypt called an insult", "Obama
//! unveiled a plan, which Russia rejected", "a deal outlined by Biden and endorsed by the G7".

use super::clause::{Clause, Parties};
use super::status::is_harm;
use super::subject_en::VerbForm;
use super::unit::{Case, Kind, Unit};
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Form, Predicate, Sense, Slot};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// أدانت المنظمة انتهاكات حقوق الإنسان في الصين, ندد بالاعتقالات في بيلاروسيا: who governs the country in which is done what only rulers
    /// do, told from a unit on.
    pub(super) fn ruler_where(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let word =
            |i: usize| self.units[i].phrase().is_none() && !self.units[i].is_mark() && self.units[i].kind != Kind::Verb;
        let done = |i: usize| word(i) && self.units[i].is(Class::Repression);
        let near = self.units.len().min(from + 2);
        let at = if (from..near).any(done) { from } else { self.skip_adverbials(from) };
        let end = self.units.len().min(at + 1 + WORDS);
        let inside = (at + 1..end).take_while(|&i| word(i)).find(|&i| self.is_in(i))?;
        if !(at..inside).any(done) {
            return None;
        }
        let country = self.unit_phrase(inside + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Country);
        country.then(|| Parties { confidence: 0.75, ..self.list(inside + 1) })
    }

    /// رد على ترامب، واصفا إياه بأنه متهور; رد على تصريحات ترامب، واصفا إياها بالخطيرة: whom a participle of calling means, or whose the
    /// thing is that it does, before a unit.
    pub(super) fn called_by_participle(&self, at: usize, before: usize) -> Option<Parties> {
        const REACH: usize = 12;
        let calls = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.calls;
        if !self.units[at].forms.iter().any(calls) {
            return None;
        }
        let pronoun = self.unit_phrase(at + 1).filter(|phrase| phrase.kind == PhraseKind::Pronoun);
        let Some(pronoun) = pronoun else {
            return Some(self.object(at + 1, true)).filter(|found| !found.is_empty() && found.end <= before);
        };
        let own = |class| matches!(class, Class::SideHead | Class::Document | Class::Conduct);
        let feminine = pronoun.gender == Some(Gender::Feminine);
        let thing = (at.saturating_sub(REACH)..at).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| {
            self.units[i].phrase().is_none()
                && !self.units[i].is_preposition()
                && self.units[i].has(own)
                && self.shapes[i].feminine == feminine
        });
        if let Some(thing) = thing.filter(|&thing| self.bare_party(thing + 1)) {
            return Some(Parties { confidence: 0.75, end: before, ..self.list(thing + 1) });
        }
        Some(Parties::new(self.parties_of(at + 1), 0.8, before)).filter(|found| thing.is_none() && !found.is_empty())
    }

    /// "Erdogan's remarks, which Egypt called", "a plan that Greece and Egypt reject": whose the thing is that the relative clause
    /// of a verb means.
    pub(super) fn owner_of_relative(&self, at: usize) -> Parties {
        let last = match self.chain_start(at).checked_sub(1) {
            Some(last) if self.bare_party(last) => last,
            _ => return Parties::default(),
        };
        let (first, _) = self.list_ending_at(last);
        let which = |unit: &Unit| {
            unit.phrase().is_none() && unit.is(Class::Relative) && !unit.is(Class::Circumstance) && !unit.is_mark()
        };
        let Some(relative) = first.checked_sub(1).filter(|&before| which(&self.units[before])) else {
            // "recalled its envoy, a decision Baghdad condemned"
            return self.doer_of_act(at, first).map(|found| Parties { end: at + 1, ..found }).unwrap_or_default();
        };
        let comma = usize::from(relative > 0 && self.units[relative - 1].is_comma());
        // "a move that Baghdad condemned"
        let found = self.doer_of_act(at, relative).unwrap_or_else(|| self.owner_of_thing_ending(relative - comma, at));
        Parties { end: at + 1, ..found }
    }

    /// "an incursion into Syria, which Merkel criticised": whether the relative that has a verb stands behind the place that a deed of force or a
    /// penalty is aimed at, so that the deed is judged and not the place; whose that is, or nobody.
    pub(super) fn relative_behind_deed(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        const ONTO: [&str; 5] = ["into", "on", "against", "over", "in"];
        let last = self.chain_start(at).checked_sub(1).filter(|&last| self.bare_party(last))?;
        let relative = self.list_ending_at(last).0.checked_sub(1).filter(|&before| {
            let unit = &self.units[before];
            unit.phrase().is_none() && unit.is(Class::Relative) && !unit.is(Class::Circumstance)
        });
        let comma = relative.and_then(|relative| relative.checked_sub(1)).filter(|&comma| self.units[comma].is_comma());
        let place = comma.and_then(|comma| comma.checked_sub(1)).filter(|&place| self.bare_party(place))?;
        let onto = place.checked_sub(1).filter(|&onto| ONTO.iter().any(|word| self.is_preposition_of(onto, word)));
        let harms = |&noun: &usize| self.units[noun].kind == Kind::Noun && self.tells(noun, is_harm);
        let noun = onto.and_then(|onto| (onto.saturating_sub(WORDS)..onto).rev().find(harms))?;
        Some(self.doer_before_place(noun, at))
    }

    /// "Turkey's incursion", "Turkey launched an incursion": who does what the noun at a unit tells, as its owner or the subject of its verb.
    fn doer_before_place(&self, noun: usize, at: usize) -> Parties {
        const WORDS: usize = 4;
        let word =
            |&i: &usize| self.units[i].phrase().is_none() && matches!(self.units[i].kind, Kind::Word | Kind::Function);
        let words = (0..noun).rev().take(WORDS).take_while(word).count();
        let Some(before) = (noun - words).checked_sub(1) else { return Parties::default() };
        let owns = self.unit_phrase(before).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Demonym || self.units[before].possessive && self.units[before].case.is_none()
        });
        if owns {
            return Parties::new(self.parties_of(before), 0.85, at + 1);
        }
        let own = self.subjects[before].as_ref().filter(|own| {
            self.units[before].kind == Kind::Verb
                && self.verb_form(before) == VerbForm::Finite
                && !own.opaque
                && !own.carried
        });
        own.map_or_else(Parties::default, |own| Parties {
            confidence: own.confidence * 0.85,
            end: at + 1,
            ..own.clone()
        })
    }

    /// "Backed by Russia, Assad rejected": whom a participle that opens its clause describes, behind who does it and a comma.
    pub(super) fn described_by_opening(&self, at: usize, agent: &Parties) -> Parties {
        let opens = at == 0 || self.units[at - 1].is_stop();
        // "accused by Oman of meddling, Iran": what of, which opens no clause.
        const WORDS: usize = 9;
        let within = |unit: &Unit| {
            !unit.is_mark()
                && (unit.phrase().is_some() || !unit.has(|c| matches!(c, Class::Complement | Class::Relative)))
        };
        let led = self.units.get(agent.end).is_some_and(|unit| unit.phrase().is_none() && unit.is_preposition());
        let words =
            if led { self.units[agent.end..].iter().take(WORDS).take_while(|unit| within(unit)).count() } else { 0 };
        let end = agent.end + words;
        let comma = self.units.get(end).is_some_and(Unit::is_comma);
        let next = end + 1;
        if !opens || !comma || agent.is_empty() || !self.bare_party(next) {
            return Parties::default();
        }
        let found = self.list(next);
        // "backed by Russia, China and Iran"
        let goes_on = self.units.get(found.end).is_some_and(|unit| !unit.is_mark());
        if goes_on { Parties { confidence: 0.85, ..found } } else { Parties::default() }
    }

    /// "Morsi's statements, which were condemned by": whose the thing is that a relative right before a passive means.
    pub(super) fn owner_of_own_relative(&self, at: usize) -> Parties {
        let chain = self.chain_start(at);
        let which = |unit: &Unit| {
            unit.phrase().is_none() && unit.is(Class::Relative) && !unit.is(Class::Circumstance) && !unit.is_mark()
        };
        let Some(relative) = chain.checked_sub(1).filter(|&before| which(&self.units[before])) else {
            return Parties::default();
        };
        let comma = usize::from(relative > 0 && self.units[relative - 1].is_comma());
        Parties { end: at + 1, ..self.owner_of_thing_ending(relative - comma, at) }
    }

    /// "was endorsed by the main opposition bloc, the Front": who is named behind a comma as whoever did it, or leads them.
    pub(super) fn named_agent(&self, at: usize) -> Parties {
        const WORDS: usize = 6;
        let by = at + 1;
        if !self.units.get(by).is_some_and(|_| self.is_preposition_of(by, "by")) {
            return Parties::default();
        }
        // "by the Saudi-led coalition"
        if self.units.get(by + 1).is_some_and(|doer| doer.leads) {
            return Parties::new(self.parties_of(by + 1), 0.8, by + 2);
        }
        // "its neighbour", "Egypt's main opposition bloc"
        let part = |at: &usize| {
            let unit = &self.units[*at];
            match self.unit_phrase(*at) {
                Some(phrase) => {
                    unit.possessive
                        || unit.case.is_some()
                        || phrase.kind == PhraseKind::Demonym
                        || phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty()
                }
                None => {
                    !unit.is_mark()
                        && unit.kind != Kind::Verb
                        && (!unit.is_preposition() || self.belongs(unit))
                        && !unit.has(|class| matches!(class, Class::Conj | Class::Relative | Class::Complement))
                }
            }
        };
        let words = (by + 1..self.units.len().min(by + 1 + WORDS)).take_while(part).count();
        let comma = by + 1 + words;
        let named = words > 0
            && self.units.get(comma).is_some_and(Unit::is_comma)
            && comma + 1 < self.units.len()
            && self.bare_party(comma + 1);
        let found = if named { self.list(comma + 1) } else { Parties::default() };
        // "was condemned by activists, Egypt said"
        let ends = self.units.get(found.end).is_none_or(Unit::is_mark);
        if ends && found.list.len() == 1 { Parties { confidence: 0.85, ..found } } else { Parties::default() }
    }

    /// Whose the thing is that a passive says is judged: its subject's owner, or whom the words before tell of.
    pub(super) fn judged_thing(&self, at: usize) -> Parties {
        let found = |parties: Parties| Some(parties).filter(|parties| !parties.is_empty());
        found(self.owner_of_subject(at))
            .or_else(|| found(self.maker_of_judged(at)))
            .or_else(|| found(self.owner_of_own_relative(at)))
            .or_else(|| self.judged_before(at).and_then(|before| found(self.judged_thing(before))))
            .map(|found| Parties { end: at + 1, ..found })
            .unwrap_or_default()
    }

    /// "was welcomed by Netanyahu but rejected by": the passive of judging that another is joined to, behind whoever does it.
    fn judged_before(&self, at: usize) -> Option<usize> {
        let and = at.checked_sub(1).filter(|&and| self.units[and].is(Class::Conj))?;
        let by = |verb: usize| self.units.get(verb + 1).is_some() && self.is_preposition_of(verb + 1, "by");
        let judges = |told: Predicate| {
            matches!(told, Predicate::Criticised | Predicate::Praised | Predicate::Rejected | Predicate::Supported)
        };
        let verb = (0..and).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        let end = if self.units[and - 1].is_comma() { and - 1 } else { and };
        let agent = (by(verb) && self.tells(verb, judges) && self.bare_party(verb + 2)).then(|| self.list(verb + 2))?;
        (agent.end == end).then_some(verb)
    }

    /// "a deal outlined by Biden and endorsed by the G7": who made what a participle says is judged, as the participle joined to it
    /// tells.
    pub(super) fn maker_of_judged(&self, at: usize) -> Parties {
        let Some(and) = at.checked_sub(1).filter(|&and| self.units[and].is(Class::Conj)) else {
            return Parties::default();
        };
        let open = |at: &usize| !self.units[*at].is_mark() && self.units[*at].kind != Kind::Verb;
        let words = (0..and).rev().take_while(open).count();
        let verb = (and - words).checked_sub(1).filter(|&verb| self.units[verb].kind == Kind::Verb);
        let made = verb.filter(|&verb| self.verb_form(verb) == VerbForm::Reduced && self.makes(verb));
        match made {
            Some(verb) if self.bare_party(verb + 2) => {
                let found = self.list(verb + 2);
                if found.end == and { Parties { confidence: 0.85, end: at + 1, ..found } } else { Parties::default() }
            }
            _ => Parties::default(),
        }
    }

    /// Returns whether a verb tells that somebody makes what stands behind it.
    pub(super) fn makes(&self, verb: usize) -> bool {
        self.units[verb].means(&self.knowledge.lexicon, Sense::Makes)
    }

    /// "Brazil's decision to lift the embargo was", "the offer by Peru to host talks was": where a noun phrase ends but for what somebody
    /// means to do.
    pub(super) fn before_aim(&self, end: usize) -> usize {
        const REACH: usize = 12;
        let units = self.units;
        let open = |&at: &usize| {
            let parts = |class| matches!(class, Class::Complement | Class::Relative);
            !(units[at].is_mark() || units[at].phrase().is_none() && units[at].has(parts))
        };
        let work = |at: usize| self.is_work(&units[at]);
        let aims = |&to: &usize| {
            let made = |before: usize| {
                before > 1
                    && units[before].phrase().is_some()
                    && ["by", "of", "from"].iter().any(|word| self.is_preposition_of(before - 1, word))
                    && work(before - 2)
            };
            to > 0
                && units[to].is_to()
                && units.get(to + 1).is_some_and(|next| next.kind == Kind::Verb)
                && (work(to - 1) || made(to - 1))
        };
        (end.saturating_sub(REACH)..end).rev().take_while(open).find(aims).unwrap_or(end)
    }

    /// Whose the thing is whose noun phrase ends before a unit: "Egypt's demands on the dam", "a speech in Paris by Putin",
    /// "Obama unveiled a plan"; `verb` judges it.
    fn owner_of_thing_ending(&self, end: usize, verb: usize) -> Parties {
        const REACH: usize = 8;
        let end = self.before_aim(end);
        let backed = self.tells(verb, |told| matches!(told, Predicate::Supported | Predicate::Praised))
            && !self.tells(verb, |told| told == Predicate::Criticised);
        let plain =
            |unit: &Unit| unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Noun) || self.is_work(unit);
        let mut noun = None;
        for at in (end.saturating_sub(REACH)..end).rev() {
            let unit = &self.units[at];
            if plain(unit) {
                noun = noun.or(Some(at));
                continue;
            }
            if let Some(phrase) = self.unit_phrase(at) {
                let governed = at > 0 && self.units[at - 1].is_preposition();
                let thing = noun.is_some_and(|noun| self.is_judgeable(noun, backed));
                // "the Iranian offer", "Iran's offer"
                let owns = unit.possessive && unit.case.is_none()
                    || phrase.kind == PhraseKind::Demonym && noun.is_some_and(|noun| self.is_work(&self.units[noun]));
                if owns {
                    return if thing { Parties::new(self.parties_of(at), 0.8, end) } else { Parties::default() };
                }
                // "remarks by Erdogan", "an offer from Iran"
                let made = governed
                    && at > 1
                    && noun.is_none()
                    && (self.is_preposition_of(at - 1, "by") || self.is_preposition_of(at - 1, "from"))
                    && self.is_judgeable(at - 2, backed);
                if made {
                    return Parties::new(self.parties_of(at), 0.8, end);
                }
                if !governed {
                    break;
                }
                noun = None;
                continue;
            }
            if unit.kind == Kind::Verb {
                let own = self.subjects[at].as_ref().filter(|found| found.list.len() == 1);
                let thing =
                    noun.is_some_and(|noun| self.is_judgeable(noun, backed)) && self.verb_form(at) == VerbForm::Finite;
                return match own {
                    Some(own) if thing && self.makes(at) => {
                        Parties { confidence: own.confidence * 0.85, end, ..own.clone() }
                    }
                    _ => Parties::default(),
                };
            }
            if unit.is_mark() || unit.has(|class| matches!(class, Class::Conj | Class::Relative | Class::Complement)) {
                break;
            }
            if unit.is_preposition() {
                noun = None;
            }
        }
        Parties::default()
    }

    /// "Putin, Assad's main backer, said", "Iran is the chief regional backer of": whom a noun describes, in apposition or behind "is".
    pub(super) fn described_by(&self, at: usize) -> Parties {
        const WORDS: usize = 5;
        let part = |before: usize| {
            let unit = &self.units[before];
            match self.unit_phrase(before) {
                Some(phrase) => {
                    unit.possessive
                        || phrase.kind == PhraseKind::Demonym
                        || phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty()
                }
                None => {
                    !unit.is_mark()
                        && unit.kind != Kind::Verb
                        && !self.is_auxiliary(before)
                        && (!unit.is_preposition() || self.is_preposition_of(before, "of"))
                        && !unit.has(|class| matches!(class, Class::Conj | Class::Relative | Class::Complement))
                }
            }
        };
        let words = (0..at).rev().take(WORDS).take_while(|&before| part(before)).count();
        let first = at - words;
        let Some(before) = first.checked_sub(1) else { return Parties::default() };
        let opens = self.units[first].determined || words > 0;
        // "Macron, a fierce critic of", "McCain is a critic of"
        let comma = self.units[before].is_comma();
        let is = self.units[before].phrase().is_none() && self.is_auxiliary(before);
        let Some(who) = before.checked_sub(1).filter(|&who| opens && (comma || is) && self.bare_party(who)) else {
            return Parties::default();
        };
        let (start, list) = self.list_ending_at(who);
        // "met Macron, a critic of Trump": the last one, whom alone the noun describes.
        let list = if self.shapes[at].plural || list.len() < 2 { list } else { self.parties_of(who) };
        let governed = is && start > 0 && self.units[start - 1].is_preposition();
        if governed { Parties::default() } else { Parties::new(list, 0.85, at + 1) }
    }

    /// "threatened to cut ties with Israel": whether the preposition at a unit leads to whom the deed harms that a verb tells.
    fn takes_in_deed(&self, verb: usize, preposition: usize) -> bool {
        self.units[verb].forms.iter().any(|form| {
            let row = self.knowledge.lexicon.trigger(form.trigger);
            let takes = |slot: &Slot| matches!(slot, Slot::Prep(id) if self.units[preposition].is(Class::Prep(*id)));
            row.predicate.is_some_and(is_harm) && row.object.iter().any(takes)
        })
    }

    /// "warned it would close the strait to America", "threatened to expel Iran's envoy": whom it falls on what somebody threatens to
    /// do himself.
    pub(super) fn threatened_by_deed(&self, at: usize) -> Parties {
        const WORDS: usize = 10;
        let mut verb = at + 1 + usize::from(self.units.get(at + 1).is_some_and(|unit| unit.is(Class::Complement)));
        let himself = self.units.get(verb).is_some_and(|unit| matches!(unit.case, Some(Case::Subject | Case::Thing)));
        if himself {
            let modal = |unit: &Unit| {
                unit.phrase().is_none()
                    && unit.has(|class| {
                        matches!(class, Class::Future | Class::Possible | Class::Planned | Class::Negation)
                    })
            };
            let modals = self.units[verb + 1..].iter().take_while(|unit| modal(unit)).count();
            verb += 1 + modals;
            // "warned it would be a mistake"
            let is = |unit: &Unit| unit.is(Class::Auxiliary);
            let be = self.units.get(verb).is_none_or(is) || is(&self.units[verb - 1]);
            if modals == 0 || be {
                return Parties::default();
            }
        } else if self.units.get(verb).is_some_and(Unit::is_to) {
            verb += 1;
        } else {
            return Parties::default();
        }
        for next in verb + 1..self.units.len().min(verb + WORDS) {
            let unit = &self.units[next];
            if let Some(phrase) = self.unit_phrase(next) {
                let whom = matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body);
                let before = next - 1;
                let on = !self.units[before].is_preposition()
                    || ["to", "against", "on"].iter().any(|word| self.is_preposition_of(before, word))
                    || self.takes_in_deed(verb, before);
                let free = unit.possessive || self.bare_party(next);
                return if whom && on && free {
                    Parties::new(self.parties_of(next), 0.8, next + 1)
                } else {
                    Parties::default()
                };
            }
            if unit.is_mark()
                || unit.has(|class| {
                    matches!(class, Class::Conj | Class::Relative | Class::Complement | Class::Circumstance)
                })
            {
                break;
            }
        }
        Parties::default()
    }

    /// A noun that tells what somebody has said, done or wants.
    fn is_work(&self, unit: &Unit) -> bool {
        unit.phrase().is_none()
            && (unit.kind == Kind::Noun
                || unit.has(|class| matches!(class, Class::Document | Class::Act | Class::Effort)))
    }

    /// Returns whether a noun names a thing that may be judged, and no people or harm; what is backed may be a party, too.
    fn is_judgeable(&self, at: usize, backed: bool) -> bool {
        let unit = &self.units[at];
        self.is_work(unit)
            || !backed
                && unit.phrase().is_none()
                && unit.kind == Kind::Word
                && !self.shapes[at].plural
                && !unit.has(|class| {
                    matches!(class, Class::Harm | Class::Apart | Class::Staff | Class::Agent | Class::Body)
                })
    }
}
