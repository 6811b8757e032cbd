//! Further parties of an English verb behind days and places: "met Putin on Sunday and Xi on Monday", "with Putin in Moscow and with Xi".

use super::clause::{Clause, Parties, Party};
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, PrepId, Tense};
use crate::mention::PhraseKind;

impl Clause<'_> {
    /// "met Putin on Sunday and Xi on Monday", "visited Oman and later Kuwait": adds who stands behind days, places and "and", where
    /// no verb comes next.
    pub(super) fn go_on_behind_adverbials(&self, list: &mut Parties) {
        const MOST: usize = 4;
        self.take_middle(list);
        for _ in 0..MOST {
            let end = list.end;
            self.add_behind_and(list);
            self.add_behind_comma(list);
            if list.end == end {
                break;
            }
        }
    }

    /// "met Putin in Moscow, then Macron in Paris", "Putin in Moscow, Macron in Paris and Merkel": adds the person behind a comma whom an adverb of order
    /// or a place of his own parts from the one before.
    fn add_behind_comma(&self, list: &mut Parties) {
        const REACH: usize = 6;
        let people = |parties: &[Party]| {
            !parties.is_empty() && parties.iter().all(|party| party.kind == PhraseKind::Person && self.is_human(party))
        };
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        };
        let passed = |at: &usize| {
            let bare = self.units[*at].phrase().is_none();
            place(*at) && *at > 0 && self.is_preposition_of(*at - 1, "in")
                || bare && (self.is_in_date(*at) || self.is_preposition_of(*at, "in"))
        };
        let from = list.end;
        let comma = from + (from..self.units.len()).take(REACH).take_while(passed).count();
        if !people(&list.list) || !self.units.get(comma).is_some_and(Unit::is_comma) {
            return;
        }
        let conj = self.units.get(comma + 1).filter(|unit| unit.phrase().is_none() && unit.is(Class::Conj));
        let joint = comma + 1 + usize::from(conj.is_some());
        // "and then" may be one unit.
        let then = conj.is_some_and(|unit| unit.end > unit.start + 1) || self.is_then(joint);
        let next = joint + usize::from(self.is_then(joint));
        if next >= self.units.len() || !self.bare_party(next) || self.units[next].possessive {
            return;
        }
        let found = self.list(next);
        let own = found.end + 1 < self.units.len()
            && (self.is_preposition_of(found.end, "in") && place(found.end + 1) || self.is_in_date(found.end));
        if people(&found.list) && (then || comma > from && own) && self.ends_list(found.end) {
            list.list.extend(found.list);
            list.end = found.end;
        }
    }

    /// Whether what stands behind the last of a list, from a unit on, tells no more than where and when.
    fn ends_list(&self, end: usize) -> bool {
        const REACH: usize = 6;
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
                && self.units[at - 1].is_preposition()
        };
        let adverbial = |at: &usize| {
            let unit = &self.units[*at];
            !unit.is_mark()
                && unit.kind != Kind::Verb
                && !self.is_auxiliary(*at)
                && (unit.phrase().is_none() && !unit.has(|c| matches!(c, Class::Conj | Class::Relative)) || place(*at))
        };
        let next = end + (end..self.units.len()).take(REACH).take_while(adverbial).count();
        self.units.get(next).is_none_or(|unit| {
            unit.is_mark() || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Conj | Class::Circumstance))
        }) || next == end + REACH
    }

    /// Adds who stands behind days, places and one "and".
    fn add_behind_and(&self, list: &mut Parties) {
        const REACH: usize = 8;
        let ends = |at: usize| {
            let unit = &self.units[at];
            unit.phrase().is_none() && (unit.kind == Kind::Word || unit.is(Class::Auxiliary))
        };
        let and = self.and_behind_adverbials(list.end, REACH, ends);
        let Some(and) = and.or_else(|| self.comma_before_then(list.end, REACH)) else { return };
        // "and, separately, Harris"
        let aside = self.units.get(and + 1).is_some_and(Unit::is_comma);
        let skip = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none() && unit.is(Class::Skip) && !unit.is_preposition() || aside && unit.is_comma()
        };
        let next = and + 1 + (and + 1..self.units.len()).take_while(skip).count();
        if next == list.end + 1 || next >= self.units.len() || !self.bare_party(next) || self.units[next].possessive {
            return;
        }
        // "and later Kampala and Kigali"
        let Parties { list: more, end, .. } = self.list(next);
        let ends = self.units.get(end).is_none_or(|unit| {
            unit.is_mark()
                || unit.phrase().is_none()
                    && !unit.is(Class::Auxiliary)
                    && (unit.is_preposition()
                        || unit.has(|c| matches!(c, Class::Day(_) | Class::Weekday(_) | Class::Circumstance))
                        || unit.is(Class::Skip) && !self.is_finite_verb(end + 1))
        });
        // "and Medvedev a day later"
        let ends = ends || self.is_time_behind(end);
        let kind = |parties: &[Party]| parties.first().map(|party| self.is_human(party));
        if ends && kind(&more) == kind(&list.list) {
            list.list.extend(more);
            list.end = end;
        }
    }

    /// "a day later", "the week after": whether no more than a length of time stands behind a list, up to a mark.
    fn is_time_behind(&self, end: usize) -> bool {
        const WORDS: usize = 3;
        let word = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none() && unit.kind != Kind::Verb && !unit.is_mark() && !unit.is_preposition()
        };
        let words = (end..self.units.len()).take(WORDS).take_while(word).count();
        let time = |class| matches!(class, Class::Skip | Class::After | Class::Circumstance | Class::Day(_));
        words > 0
            && self.units[end..end + words].iter().any(|unit| unit.has(time))
            && self.units.get(end + words).is_none_or(Unit::is_mark)
    }

    /// "Oman, Kuwait and later Iraq": adds the place between two commas or a comma and an "and" behind which an adverb of time leads to the last.
    fn take_middle(&self, list: &mut Parties) {
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
                && self.bare_party(at)
                && !self.units[at].possessive
        };
        let end = list.end;
        let joins = |at: usize| {
            let unit = &self.units[at];
            unit.is_comma() || unit.phrase().is_none() && unit.is(Class::Conj)
        };
        let middle = end > 0
            && end + 4 < self.units.len()
            && place(end - 1)
            && self.units[end].is_comma()
            && place(end + 1)
            && joins(end + 2)
            && self.is_then(end + 3)
            && place(end + 4);
        if middle {
            list.list.extend(self.parties_of(end + 1));
            list.end = end + 2;
        }
    }

    /// "then", "later": an adverb of time or order that stands between the parties of one verb.
    fn is_then(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            unit.phrase().is_none() && unit.is(Class::Skip) && !unit.is_preposition() && unit.kind != Kind::Verb
        })
    }

    /// "will visit Oman on Monday, then Kuwait": the comma behind days and places before an adverb and one more place.
    fn comma_before_then(&self, from: usize, reach: usize) -> Option<usize> {
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        };
        let passed = |at: &usize| {
            let unit = &self.units[*at];
            match unit.phrase() {
                Some(_) => place(*at) && *at > 0 && self.units[at - 1].is_preposition(),
                None => unit.kind == Kind::Function && !unit.has(|c| matches!(c, Class::Complement | Class::Relative)),
            }
        };
        let here = from.checked_sub(1).is_some_and(place);
        let comma = from + (from..self.units.len()).take(reach).take_while(passed).count();
        // "on Saturday, and later Kuwait"
        let and = self.units.get(comma + 1).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Conj));
        let joint = comma + usize::from(and);
        let here = here && self.units.get(comma).is_some_and(Unit::is_comma);
        // "next, and then Ghana": one unit.
        let and_then = and && self.units[joint].end > self.units[joint].start + 1;
        let next = joint + 2 - usize::from(and_then);
        let then = here && (and_then || self.is_then(joint + 1));
        (then && next < self.units.len() && place(next)).then_some(joint)
    }

    /// "Kerry meets Abbas, Netanyahu in bid to", "Clinton to press Ukraine, Azerbaijan on": adds whom the comma of a headline joins to the object
    /// of its verb.
    pub(super) fn go_on_in_headline(&self, verb: usize, list: &mut Parties) {
        let headline = self.lang == Lang::En
            && list.list.len() == 1
            && self.units.get(list.end).is_some_and(Unit::is_comma)
            && self.units[verb].persons().iter().any(|&(tense, ..)| matches!(tense, Tense::Present | Tense::Base));
        if !headline || self.units.iter().filter(|unit| unit.is_comma()).count() > 1 {
            return;
        }
        let next = list.end + 1;
        let named = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                phrase.named && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
            })
        };
        let goes_on = self
            .units
            .get(next + 1)
            .is_none_or(|unit| unit.phrase().is_none() && (unit.is_stop() || unit.is_preposition() || unit.is_to()));
        if !(self.bare_party(next) && named(next) && goes_on) || self.units[next].possessive {
            return;
        }
        let more = self.parties_of(next);
        let kind = |parties: &[Party]| parties.first().map(|party| party.kind);
        if kind(&more) == kind(&list.list) && more[0].referent != list.list[0].referent {
            list.list.extend(more);
            list.end = next + 1;
        }
    }

    /// "Kerry speaks to Lavrov, Zarif", "Kerry holds talks with Lavrov, Zarif": so it is behind a preposition.
    pub(super) fn listed_in_headline(&self, head: usize, mut found: Parties) -> Parties {
        let comma = self.lang == Lang::En && self.units.get(found.end).is_some_and(Unit::is_comma);
        let verb = |at: &usize| self.units[*at].kind == Kind::Verb;
        let main = || (0..=head).rev().take_while(|&at| !self.units[at].is_mark()).find(verb);
        if comma && let Some(verb) = main() {
            self.go_on_in_headline(verb, &mut found);
        }
        found
    }

    /// "accused Iran of meddling and Hezbollah of terror", "thanked Egypt for its role and Qatar for its help": adds those of whom the same verb
    /// says something else behind the same preposition.
    pub(super) fn go_on_with_next_charge(&self, verb: usize, list: &mut Parties) {
        const REACH: usize = 14;
        let judges = |told| matches!(told, Predicate::Criticised | Predicate::Praised);
        let word = |at: usize| {
            ["of", "for"].into_iter().find(|word| at < self.units.len() && self.is_preposition_of(at, word))
        };
        let Some(charge) = word(list.end).filter(|_| self.lang == Lang::En && self.tells(verb, judges)) else { return };
        let open = |at: &usize| {
            let unit = &self.units[*at];
            !(unit.is_stop()
                || unit.phrase().is_none() && unit.has(|c| matches!(c, Class::Relative | Class::Complement)))
        };
        let mut from = list.end + 1;
        while let Some(and) = (from..self.units.len())
            .take(REACH)
            .take_while(open)
            .find(|&at| self.units[at].phrase().is_none() && self.units[at].is(Class::Conj) && self.bare_party(at + 1))
        {
            let more = self.list(and + 1);
            if word(more.end) == Some(charge) {
                let new = |party: &super::clause::Party| list.list.iter().all(|own| own.referent != party.referent);
                let more: Vec<_> = more.list.iter().copied().filter(new).collect();
                list.list.extend(more);
            }
            from = and + 2;
        }
    }

    /// "received in Cairo on Monday his Sudanese counterpart": where the object of an English verb stands behind where and when it
    /// is done; `from` itself where nobody stands there.
    pub(super) fn behind_place_and_day(&self, from: usize) -> usize {
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
                && !self.units[at].possessive
        };
        let day = |at: usize| {
            self.units.get(at).is_some_and(|unit| {
                unit.phrase().is_none()
                    && !unit.is_preposition()
                    && unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_)))
            })
        };
        let opens = |unit: &Unit| {
            unit.has(|c| matches!(c, Class::Complement | Class::Relative | Class::Conj | Class::Circumstance))
        };
        let word = |unit: &&Unit| {
            unit.kind == Kind::Word || unit.kind == Kind::Function && !unit.is_preposition() && !opens(unit)
        };
        // "at Cairo International Airport"
        let words = |at: usize| {
            const MOST: usize = 2;
            self.units.iter().skip(at).take(MOST).take_while(|unit| word(unit) && !unit.determined).count()
        };
        let house = |at: usize| {
            const MOST: usize = 4;
            let in_it = self.is_preposition_of(at - 1, "at") || self.is_preposition_of(at - 1, "in");
            let own = |at: usize| self.units[at].case == Some(Case::Owner);
            // "at Al-Yamamah Palace": whose name it has.
            let named = |at: usize| {
                let word = self.units.get(at + 1).is_some_and(|next| word(&next) && !next.determined);
                word && self.bare_party(at)
            };
            let owner = usize::from(in_it && (own(at) || named(at)));
            let words = self.units.iter().skip(at + owner).take(MOST).take_while(word).count();
            if in_it && words > 0 { owner + words } else { 0 }
        };
        let mut at = from;
        while at + 1 < self.units.len() {
            let preposition = self.units[at].phrase().is_none() && self.units[at].is_preposition();
            at += match () {
                () if day(at) => 1,
                () if preposition && place(at + 1) => 2 + words(at + 2),
                () if preposition && day(at + 1) => 2,
                // "at the Grand Serail", "at his office in Beirut"
                () if preposition && house(at + 1) > 0 => 1 + house(at + 1),
                () => break,
            };
        }
        let somebody = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Person | PhraseKind::Agent))
        };
        if at > from && at < self.units.len() && self.bare_party(at) && somebody(at) { at } else { from }
    }

    /// "met with Putin in Moscow on Sunday and with Xi": where "with" stands behind places, days and "and", from `end` on; `end`
    /// itself where it does not.
    pub(super) fn before_next_of_list(&self, end: usize, preposition: PrepId) -> usize {
        const REACH: usize = 9;
        if self.lang == Lang::Ar {
            return self.before_again(end, preposition).unwrap_or(end);
        }
        let named = |at: usize| self.bare_party(at) && !self.units[at].possessive;
        // "with Xi, and later with Abe", "with Xi, then with Abe"
        let comma = self.units.get(end).is_some_and(Unit::is_comma);
        if comma
            && self.is_then(end + 1)
            && end + 3 < self.units.len()
            && self.governs(end + 2, preposition)
            && named(end + 3)
        {
            return end + 2;
        }
        let joined = comma
            && self.units.get(end + 1).is_some_and(|unit| {
                // "and then", one unit
                let adverb = unit.end > unit.start + 1 || self.is_then(end + 2);
                unit.phrase().is_none() && unit.is(Class::Conj) && adverb
            });
        let from = end + usize::from(joined);
        let and = self.and_behind_adverbials(from, REACH, |at| self.governs(at, preposition));
        let Some(and) = and else { return end };
        // "and then to Amman", "and later with Xi", "and, separately, with Xi"
        let aside = self.units.get(and + 1).is_some_and(Unit::is_comma);
        let skip = |at: &usize| {
            if self.units[*at].is_comma() {
                return aside;
            }
            self.units[*at].phrase().is_none()
                && !self.governs(*at, preposition)
                && (self.units[*at].is(Class::Skip)
                    || self.is_preposition_of(*at, "on") && self.governs(at + 1, preposition))
        };
        let next = and + 1 + (and + 1..self.units.len()).take_while(skip).count();
        let goes_on = next + 1 < self.units.len() && self.governs(next, preposition) && named(next + 1);
        if goes_on { next } else { end }
    }

    /// محادثات مع فلان يوم الخميس ومع فلان يوم الجمعة, زيارة إلى مصر غدا وإلى تونس بعد غد: where the preposition stands again with و behind days and places,
    /// from `end` on.
    fn before_again(&self, end: usize, preposition: PrepId) -> Option<usize> {
        const REACH: usize = 8;
        let again = |at: usize| self.units[at].clitics.has_conjunction() && self.governs(at, preposition);
        let adverbials = self.skip_adverbials(end);
        if let Some(found) = (end + 1..=adverbials).take(REACH).find(|&at| at < self.units.len() && again(at)) {
            return Some(found);
        }
        // مع فلان يوم الخميس، ومع فلان يوم الجمعة
        let comma = adverbials > end && self.units.get(adverbials).is_some_and(Unit::is_comma);
        if comma && adverbials + 1 < self.units.len() && again(adverbials + 1) {
            return Some(adverbials + 1);
        }
        // في القاهرة, بموسكو
        let place = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country))
        };
        let at = adverbials;
        let inside = self.units.get(at)?;
        let behind = if place(at) && inside.clitics.has_preposition() && !self.governs(at, preposition) {
            at + 1
        } else if inside.phrase().is_none()
            && inside.is_preposition()
            && !self.governs(at, preposition)
            && place(at + 1)
        {
            at + 2
        } else {
            return None;
        };
        let next = self.skip_adverbials(behind);
        (next < self.units.len() && again(next)).then_some(next)
    }

    /// Returns where "and" stands behind days, places and other adverbials, `reach` units from `from` on; `ends` tells of a unit
    /// whether it is none of these, nor leads to one.
    fn and_behind_adverbials(&self, from: usize, reach: usize, ends: impl Fn(usize) -> bool) -> Option<usize> {
        let adverbial = |at: usize| {
            let unit = &self.units[at];
            match self.unit_phrase(at) {
                Some(phrase) => {
                    matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country)
                        && self.units[at - 1].is_preposition()
                        && !ends(at - 1)
                }
                None => {
                    unit.kind == Kind::Word
                        || unit.kind == Kind::Function
                            && !unit.has(|c| matches!(c, Class::Complement | Class::Relative))
                }
            }
        };
        let and = |at: usize| self.units[at].phrase().is_none() && self.units[at].is(Class::Conj);
        (from..self.units.len().min(from + reach))
            .take_while(|&at| and(at) || adverbial(at) && !ends(at))
            .find(|&at| and(at))
    }
}
