//! What a deed is done to: على الأراضي السورية, على شركات صينية, مواقع لحماس, ضد أهداف في سوريا.
//!
//! The index of the preposition, or of the first word, comes in; the party whose thing it is goes out. Of force, sanctions
//! and aid the owner of what they meet counts as the party; of words and meetings it does not.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Membership, Predicate, PrepId, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How many words may stand between the preposition and whose thing they name.
const MOST_WORDS: usize = 5;

impl Clause<'_> {
    /// Returns whether the word at a unit tells a deed that meets somebody through what is his.
    pub(super) fn is_deed(&self, head: usize) -> bool {
        self.lang == Lang::Ar
            && self.tells(head, |predicate| {
                matches!(predicate, Predicate::Attacked | Predicate::Seized | Predicate::Sanctioned | Predicate::Aided)
            })
    }

    /// Whether a noun of force is that of a war, which has sides (دور مصر في الحرب).
    pub(super) fn is_war(&self, head: usize) -> bool {
        let side = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).subject.contains(&Slot::Side);
        self.units[head].forms.iter().any(side)
    }

    /// قتلت أكثر من 30 جنديا نيجيريا: behind the words for more or less than a number, which stand before whom a deed meets.
    pub(super) fn past_amount(&self, from: usize) -> usize {
        let word = self.units.get(from).is_some_and(|unit| {
            unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Function) && unit.clitics == Clitics::NONE
        });
        let number = self.shapes.get(from + 2).is_some_and(|shape| shape.digits);
        let more = self.lang == Lang::Ar && word && number && self.is_preposition_of(from + 1, "من");
        from + 2 * usize::from(more)
    }

    /// دور مصر في الحرب على, شركاء واشنطن في المعركة ضد: who stands right before "in" takes part.
    pub(super) fn side(&self, at: usize) -> Parties {
        // دور مصر في الحرب, but not تدعم إيران حماس في الحرب: whose part in it is told.
        let part = |before: usize| before > 0 && matches!(self.units[before - 1].kind, Kind::Word | Kind::Noun);
        let in_it = |&before: &usize| self.is_in(before + 1) && (self.lang == Lang::En || part(before));
        let Some(before) = at.checked_sub(2).filter(in_it) else {
            return Parties::default();
        };
        let party = self.unit_phrase(before).filter(|phrase| {
            matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent | PhraseKind::Demonym)
        });
        party.map(|_| Parties::new(self.parties_of(before), 0.75, at + 1)).unwrap_or_default()
    }

    /// الأرض التي تحتلها, التي ما زالت إسرائيل تحتلها: the relative pronoun of the clause whose verb stands at a unit.
    pub(super) fn relative_before(&self, verb: usize) -> Option<usize> {
        const REACH: usize = 4;
        let near = (verb.saturating_sub(2)..verb).rev().find(|&i| self.units[i].is(Class::Relative));
        if near.is_some() || self.lang != Lang::Ar {
            return near;
        }
        let passes = |i: usize| {
            self.bare_party(i)
                || self.units[i]
                    .has(|class| matches!(class, Class::Auxiliary | Class::Negation | Class::Qad | Class::Skip))
        };
        (verb.saturating_sub(REACH)..verb)
            .rev()
            .find(|&i| self.units[i].is(Class::Relative) || !passes(i))
            .filter(|&i| self.units[i].is(Class::Relative))
    }

    /// Returns whether the word at a unit may say that ties are cut: قطع, علق.
    pub(super) fn withholds_between(&self, head: usize) -> bool {
        self.units[head].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.assets)
    }

    /// Whose the thing is that stands behind the preposition at a unit, or in the word with ب or ل on it.
    pub(super) fn belongings(&self, head: usize, at: usize) -> Option<Parties> {
        let clitic = self.shapes[at].preposition.is_some() || self.units[at].clitics.has_preposition();
        if self.unit_phrase(at).is_some() {
            return None;
        }
        let words = usize::from(clitic && matches!(self.units[at].kind, Kind::Word | Kind::Noun | Kind::Function));
        self.owner_of_thing(at + 1, words).filter(|found| self.can_meet(head, at, found.end))
    }

    /// "strikes on militant bases in Pakistan": where the things are that nobody owns by name and force is done to.
    pub(super) fn struck_in(&self, head: usize, preposition: usize) -> Option<Parties> {
        const WORDS: usize = 6;
        if self.lang != Lang::En || !self.tells(head, |told| told == Predicate::Attacked) {
            return None;
        }
        // "launched a campaign against crime in Cairo": no force where nothing says so.
        let light = self.units[head].kind == Kind::Verb
            && self.units[head].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
        let plain = |at: &usize| {
            let unit = &self.units[*at];
            let joins = unit.is_preposition()
                || unit.has(|c| matches!(c, Class::Conj | Class::Relative | Class::Complement | Class::Circumstance));
            // "military bases", which is no verb.
            let acts = unit.kind == Kind::Verb && !unit.is(Class::Agent);
            unit.phrase().is_none() && !unit.is_mark() && !acts && !joins
        };
        let end = self.units.len().min(preposition + 1 + WORDS);
        let inside = preposition + 1 + (preposition + 1..end).take_while(plain).count();
        if light || inside >= end {
            return None;
        }
        let within =
            self.is_in(inside) || ["inside", "near", "across"].iter().any(|word| self.is_preposition_of(inside, word));
        let land = self.unit_phrase(inside + 1).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place) && !self.units[inside + 1].possessive
        });
        // "against militants in Mali": no attack on Mali.
        let side = |unit: &Unit| unit.has(|c| matches!(c, Class::Evil | Class::Apart | Class::Faction));
        let near = !self.units[preposition + 1..inside].iter().any(side);
        (inside > preposition + 1 && within && land && near)
            .then(|| Parties { confidence: 0.75, ..self.list(inside + 1) })
    }

    /// Returns whether the thing named between two units is one that the deed at `head` can be done to: ground is taken, no war
    /// is made on corruption.
    pub(super) fn can_meet(&self, head: usize, from: usize, end: usize) -> bool {
        let words = self.units.get(from..end).unwrap_or_default();
        let named = |wanted: fn(Class) -> bool| words.iter().any(|unit| unit.phrase().is_none() && unit.has(wanted));
        let taken = self.tells(head, |predicate| predicate == Predicate::Seized);
        !named(|class| class == Class::Evil)
            && (!taken || named(|class| matches!(class, Class::PlaceHead | Class::Land | Class::Each)))
    }

    /// أثنى على الدور القطري, تضامن مع القضية الفلسطينية: whose the definite thing behind a preposition is.
    pub(super) fn role_behind(&self, preposition: usize) -> Option<Parties> {
        let noun = |at: usize| {
            self.units.get(at).is_some_and(|unit| {
                unit.phrase().is_none()
                    && matches!(unit.kind, Kind::Word | Kind::Noun)
                    && self.shapes[at].preposition.is_none()
            })
        };
        let article = |at: usize| self.shapes[at].article || self.units[at].is_definite_noun();
        // لصالح مشروع القرار الروسي
        let construct = noun(preposition + 1) && !article(preposition + 1) && noun(preposition + 2);
        let thing = preposition + 1 + usize::from(construct);
        let owner = thing + 1;
        let unit = self.units.get(thing)?;
        let definite = article(thing);
        let adjective = self
            .unit_phrase(owner)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE);
        let bare = unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Noun);
        (bare && definite && adjective && self.shapes[owner].definite)
            .then(|| Parties::new(self.parties_of(owner), 0.75, owner + 1))
    }

    /// الفيتو ضد مشروع قرار أمريكي, ضد مشروع قرار قدمته البرازيل: whose the draft is that a noun of refusal turns against.
    pub(super) fn draft_behind(&self, head: usize, preposition: usize) -> Option<Parties> {
        let refuses = self.units[head].kind == Kind::Noun && self.tells(head, |told| told == Predicate::Rejected);
        if self.lang != Lang::Ar || !refuses {
            return None;
        }
        self.draft_at(preposition + 1)
    }

    /// مشروع قرار أمريكي, مشروع قرار قدمته البرازيل: whose the draft is that begins at a unit.
    pub(super) fn draft_at(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let word = |at: &usize| {
            let unit = &self.units[*at];
            let plain = matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Function) && !unit.is_preposition();
            plain && self.shapes[*at].preposition.is_none() && !self.limit(*at)
        };
        let words = (from..self.units.len()).take(WORDS).take_while(word).count();
        let owner = from + words;
        let unit = self.units.get(owner).filter(|_| words > 0)?;
        if let Some(phrase) = self.unit_phrase(owner) {
            let adjective = phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE;
            return adjective.then(|| Parties::new(self.parties_of(owner), 0.75, owner + 1));
        }
        let suffix = unit.verb().is_some_and(|(.., object)| object.is_some());
        let pronoun = self.units.get(owner + 1).is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(_))));
        let maker = owner + 1 + usize::from(!suffix && pronoun);
        let made = unit.kind == Kind::Verb && (suffix || pronoun) && self.bare_party(maker);
        made.then(|| Parties { confidence: 0.75, ..self.list(maker) })
    }

    /// نددت إيران، المتهمة بدعم الحوثيين، بالعملية: where an Arabic verb goes on with a preposition behind a definite word of its subject
    /// and what belongs to that, between commas.
    pub(super) fn past_description(&self, head: usize, comma: usize, preposition: PrepId) -> Option<usize> {
        const LONGEST: usize = 12;
        let units = self.units.len();
        let word = self.units.get(comma + 1)?;
        let described = matches!(word.kind, Kind::Word | Kind::Participle) && self.shapes[comma + 1].article;
        if self.lang != Lang::Ar || self.units[head].kind != Kind::Verb || !described {
            return None;
        }
        let end = (comma + 2..units.min(comma + LONGEST)).find(|&at| self.units[at].is_mark())?;
        let goes_on = |at: usize| self.governs(at, preposition) || self.has_clitic(at, preposition);
        let verb = (comma + 1..end).any(|at| self.units[at].kind == Kind::Verb);
        (self.units[end].is_comma() && !verb && end + 1 < units && goes_on(end + 1)).then_some(end + 1)
    }

    /// Returns whether a word tells praise or support, which one gives to somebody by giving it to what is his.
    pub(super) fn is_backing(&self, head: usize) -> bool {
        self.tells(head, |predicate| matches!(predicate, Predicate::Praised | Predicate::Supported))
    }

    /// دعم بريطانيا للجهود الأمنية في مالي, تساند الحكومة الشرعية في ليبيا: people or efforts that are backed, by the country in
    /// which they are.
    pub(super) fn backed_in(&self, from: usize, preposition: Option<PrepId>) -> Option<Parties> {
        const NEAR: usize = 4;
        if self.lang != Lang::Ar || preposition.is_some_and(|id| !self.held.may_have(id, from)) {
            return None;
        }
        let near = from..self.units.len().min(from + NEAR);
        let start = match preposition {
            Some(id) => near
                .into_iter()
                .take_while(|&at| !self.limit(at))
                .find(|&at| self.governs(at, id) || self.has_clitic(at, id))?,
            None => self.skip_adverbials(from),
        };
        let head = start + usize::from(self.units.get(start)?.is_preposition());
        let side = |class| matches!(class, Class::Agent | Class::Body | Class::Effort);
        let people = self.units.get(head).filter(|unit| unit.phrase().is_none() && unit.has(side))?;
        if preposition.is_none() && (people.clitics.has_preposition() || people.clitics.has_conjunction()) {
            return None;
        }
        let described = |at: &usize| {
            let unit = &self.units[*at];
            let adjective = unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::TitleAdjective { .. }));
            unit.kind == Kind::Word && self.shapes[*at].preposition.is_none() || adjective
        };
        let inside = (head + 1..self.units.len()).take(MOST_WORDS).find(|at| !described(at))?;
        let country = self
            .unit_phrase(inside + 1)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Country && phrase.clitics == Clitics::NONE);
        (self.is_in(inside) && country).then(|| Parties { confidence: 0.72, ..self.list(inside + 1) })
    }

    /// يسيطر على القرم، ونحو 75% من مناطق دونيتسك وخيرسون، وأكثر من 99% من لوهانسك: what else is taken, by how much of it.
    pub(super) fn further_ground(&self, mut found: Parties) -> Parties {
        const LONGEST: usize = 9;
        let place = |at: usize| {
            self.bare_party(at)
                && self.unit_phrase(at).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
        };
        loop {
            // A relative clause about the last one is passed over.
            let Some(unit) = self.units.get(found.end) else { return found };
            let mut open = found.end;
            if unit.is(Class::Relative) {
                let comma = (open..self.units.len().min(open + LONGEST)).find(|&i| self.units[i].is_mark());
                match comma.filter(|&i| self.units[i].is_comma()) {
                    Some(comma) => open = comma,
                    None => return found,
                }
            }
            let comma = self.units[open].is_comma();
            let start = open + usize::from(comma);
            let Some(first) = self.units.get(start) else { return found };
            let including =
                comma && first.kind == Kind::Word && self.units.get(start + 1).is_some_and(|_| self.is_in(start + 1));
            let joined = first.phrase().is_none() && (first.clitics.has_conjunction() || self.joins_word(start));
            if !(including || joined) || first.kind == Kind::Verb {
                return found;
            }
            let passes = |i: usize| {
                let unit = &self.units[i];
                matches!(unit.kind, Kind::Word) || unit.kind == Kind::Function && !unit.is(Class::Complement)
            };
            let end = (start..self.units.len().min(start + LONGEST)).find(|&i| !passes(i));
            let Some(next) = end.filter(|&i| i > start && place(i) && !self.units[i].clitics.has_conjunction()) else {
                return found;
            };
            // Only by how much of it: a number, "all of", "parts of", or "including".
            let counted = (start..next)
                .any(|i| self.is_from(&self.units[i]) || self.units[i].has(|c| matches!(c, Class::Each | Class::Land)));
            let clause =
                next + 1 < self.units.len() && self.limit(next + 1) && !self.units[next + 1].is(Class::Relative);
            if !(counted || including) || clause {
                return found;
            }
            let more = self.list(next);
            for party in more.list {
                if found.list.iter().all(|known| known.referent != party.referent) {
                    found.list.push(party);
                }
            }
            found.end = more.end;
        }
    }

    /// Whose the thing is that begins at a unit, `words` of which have been read.
    pub(super) fn owner_of_thing(&self, from: usize, mut words: usize) -> Option<Parties> {
        let mut next = from;
        while let Some(unit) = self.units.get(next) {
            if let Some(phrase) = self.unit_phrase(next) {
                if words == 0 || unit.clitics.has_conjunction() {
                    return None;
                }
                // مواقع لحماس
                if phrase.clitics == Clitics::LI {
                    return Some(Parties { confidence: 0.75, ..self.list(next) });
                }
                if phrase.clitics.has_preposition() {
                    return None;
                }
                // على الأراضي السورية
                if phrase.kind == PhraseKind::Demonym {
                    return Some(Parties::new(self.parties_of(next), 0.75, next + 1));
                }
                return Some(Parties { confidence: 0.75, ..self.list(next) });
            }
            // قياديا في حماس: one of theirs.
            if self.is_in(next)
                && words > 0
                && self.units[next - 1].kind == Kind::Word
                && self.unit_phrase(next + 1).is_some_and(|p| p.kind == PhraseKind::Body && p.clitics == Clitics::NONE)
            {
                return Some(Parties { confidence: 0.75, ..self.list(next + 1) });
            }
            // أهداف في سوريا, إرسال أسلحة إلى سوريا: where they are or go.
            let lexicon = &self.knowledge.lexicon;
            let to = unit.kind == Kind::Function
                && unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == lexicon.preposition_id("إلى")));
            if (self.is_in(next) || to) && words > 0 {
                // في محيط مدينة دمشق
                const HEADS: usize = 2;
                let heads = self.units[next + 1..].iter().take(HEADS);
                let head = heads.take_while(|unit| unit.phrase().is_none() && unit.is(Class::PlaceHead)).count();
                let place = self.unit_phrase(next + 1 + head).is_some_and(|p| {
                    matches!(p.kind, PhraseKind::Country | PhraseKind::Place) && p.clitics == Clitics::NONE
                });
                return place.then(|| Parties { confidence: 0.72, ..self.list(next + 1 + head) });
            }
            if words > 0
                && let Some(land) = self.beyond_border(next)
            {
                return Some(land);
            }
            // مواقع لميليشيات موالية لإيران: on whose side they are, and not whose things.
            if self.is_word_of_backing(next) {
                return None;
            }
            if words > 0
                && let Some(people) = self.people_within(next)
            {
                return Some(people);
            }
            let passes = match unit.kind {
                // أهداف للدفاع الجوي الليبي: what they belong to, before whose it is.
                Kind::Word if words > 0 && self.shapes[next].preposition == Some(Clitics::LI) => {
                    self.shapes[next].definite
                }
                Kind::Noun if words > 0 && unit.clitics == Clitics::LI => unit.is_definite_noun(),
                Kind::Word | Kind::Noun | Kind::Participle => {
                    self.shapes[next].preposition.is_none() && !unit.clitics.has_preposition()
                }
                Kind::Function => unit.has(|class| {
                    matches!(class, Class::PlaceHead | Class::Agent | Class::Each | Class::TitleAdjective { .. })
                        // لقي القرار القطري ترحيبا, قوبلت مبادرة قطر برفض
                        || words == 0 && matches!(class, Class::Document | Class::Possible)
                        // على الحدود اللبنانية
                        || self.shapes[next].article && class == Class::Asset
                }),
                Kind::Verb | Kind::Mark(_) | Kind::Phrase(_) => false,
            };
            words += 1;
            if !passes || words > MOST_WORDS {
                return None;
            }
            next += 1;
        }
        None
    }

    /// فصائل مدعومة من إيران: whether an indefinite participle tells who backs those whom nobody names.
    pub(super) fn is_word_of_backing(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && self.units[at].kind == Kind::Participle
            && self.tells(at, |told| told == Predicate::Supported)
            && !self.units[at].is_definite_noun()
    }

    /// قصفت قاعدة تضم جنودا أمريكيين: whose people are in a place, as the word right behind it tells.
    fn people_within(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        if at == 0 || !self.units[at].is(Class::Members(Membership::Led)) || self.units[at - 1].kind != Kind::Word {
            return None;
        }
        let word = |at: &usize| {
            self.units[*at].phrase().is_none()
                && matches!(self.units[*at].kind, Kind::Word | Kind::Function)
                && self.shapes[*at].preposition.is_none()
        };
        let end = self.units.len().min(at + 1 + WORDS);
        let nation = at + 1 + (at + 1..end).take_while(word).count();
        let theirs = nation > at + 1
            && self.unit_phrase(nation).is_some_and(|p| p.kind == PhraseKind::Demonym && p.clitics == Clitics::NONE);
        theirs.then(|| Parties::new(self.parties_of(nation), 0.75, nation + 1))
    }

    /// قصفت بلدة على الحدود اللبنانية: in whose land a place is that only its border names. A border of two lands leaves it open.
    fn beyond_border(&self, at: usize) -> Option<Parties> {
        let border = at + 1;
        let unit = self.units.get(border)?;
        let place = self.units[at - 1].has(|class| matches!(class, Class::Land | Class::PlaceHead));
        let named = place
            && self.is_preposition_of(at, "على")
            && unit.phrase().is_none()
            && unit.is(Class::Asset)
            && unit.is(Class::Attracts);
        let demonym = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        let land = border + 1;
        (named && demonym(land) && !demonym(land + 1)).then(|| Parties::new(self.parties_of(land), 0.72, land + 1))
    }

    /// قصفت المدفعية السورية بلدة على الحدود الأردنية: whose the place is that a deed of force hits, told from a unit on, where only the border
    /// says it.
    pub(super) fn struck_at_border(&self, head: usize, from: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let force = self.lang == Lang::Ar && self.tells(head, |told| told == Predicate::Attacked);
        let start = self.skip_adverbs(from);
        let word = |at: &usize| {
            self.units
                .get(*at)
                .is_some_and(|unit| unit.phrase().is_none() && !unit.is_preposition() && !self.limit(*at))
        };
        let end = start + (start..start + WORDS).take_while(word).count();
        (force && end > start).then(|| self.beyond_border(end)).flatten()
    }

    /// أدرجت واشنطن شركات إيرانية على القائمة, سقطت بلدة سورية في يد داعش: whether an adjective of nationality says whose the thing right before
    /// it is. Behind a name it describes that.
    pub(super) fn describes_thing(&self, at: usize) -> bool {
        let demonym = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        let thing = at.checked_sub(1).map(|before| &self.units[before]);
        demonym
            && self.lang == Lang::Ar
            && thing.is_some_and(|unit| unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Function))
    }
}
