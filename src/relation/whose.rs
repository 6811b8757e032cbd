//! Whose a noun of relation is: its genitives, its adjectives of nationality and its suffixed pronoun.
//!
//! The index of the noun comes in, the parties it belongs to go out.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Pronoun, Sense, Shape};
use crate::mention::{Mechanism, PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    /// Returns whether a meeting or an agreement that names no parties is that of the subject of its clause: what a light
    /// verb does, or during what something is said. خلال اللقاء is a meeting told before.
    pub(super) fn is_theirs(&self, at: usize, agreement: bool) -> bool {
        // شارك فلان وفلان لبحث: what somebody else may discuss.
        if self.lang == Lang::Ar && self.units[at].clitics.has(Clitics::LI) {
            return self.is_round_of(at);
        }
        let light = self.carrying_verb(at).is_some()
            || (0..self.counted(at))
                .rev()
                .take_while(|&i| {
                    let joins = agreement && self.tells(i, |p| p == Predicate::AgreedWith);
                    !self.units[i].is_stop() && (self.units[i].kind != Kind::Noun || joins)
                })
                .find(|&i| self.units[i].kind == Kind::Verb)
                .is_some_and(|verb| {
                    self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light)
                });
        let inside = at > 0 && {
            let before = &self.units[at - 1];
            let into = self.knowledge.lexicon.preposition_id("في");
            if agreement {
                before.has(|class| matches!(class, Class::Prep(id) if Some(id) == into))
            } else {
                before.has(|class| class == Class::Circumstance || matches!(class, Class::Prep(id) if Some(id) == into))
            }
        };
        light || inside && !self.units[at].is_definite_noun() || self.asked_together(at).is_some()
    }

    /// عقدت مصر وفرنسا الدورة الثالثة للحوار: whether a noun with ل tells of what a session is that several hold.
    fn is_round_of(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 3;
        let word = |i: usize| self.units[i].kind == Kind::Word && self.shapes[i].preposition.is_none();
        let first = (0..at).rev().take(MOST_WORDS).take_while(|&i| word(i)).last();
        let Some(first) = first else { return false };
        // أعلنا دعمهما للمفاوضات: what they back, and do not hold.
        if (first..at).any(|i| self.shapes[i].suffix) {
            return false;
        }
        (0..first)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| self.units[i].kind == Kind::Verb)
            .is_some_and(|verb| {
                self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light)
                    && self.subjects[verb].as_ref().is_some_and(|found| !found.carried && found.end == first)
            })
    }

    /// جولة جديدة من المشاورات, الرسائل والاتصالات: where the object begins of which a noun is what is counted, or the last.
    fn counted(&self, at: usize) -> usize {
        const MOST_WORDS: usize = 3;
        let units = self.units;
        if self.lang == Lang::En || at == 0 {
            return at;
        }
        let noun = |i: usize| matches!(units[i].kind, Kind::Noun | Kind::Word) && !units[i].clitics.has_preposition();
        if units[at].clitics.has_conjunction() && noun(at - 1) {
            return at - 1;
        }
        if !self.is_from(&units[at - 1]) {
            return at;
        }
        let words = (at.saturating_sub(1 + MOST_WORDS)..at - 1).rev().take_while(|&i| noun(i));
        words.into_iter().find(|&i| units[i].kind == Kind::Noun).unwrap_or(at)
    }

    /// اتفاقية تعاون مع: the noun before "with" only says what the agreement is about.
    pub(super) fn is_pact(&self, head: usize, at: usize) -> bool {
        const PURPOSE: usize = 7;
        let agreed = self.tells(head, |p| p == Predicate::AgreedWith);
        let at = self.before_scene(head, at);
        // مفاوضات السلام بين: talks are called after what they are for.
        let talks =
            at == head + 2 && self.tells(head, |p| matches!(p, Predicate::NegotiatedWith | Predicate::TalkedWith));
        // اتفاقية للتعاون الأمني بين, مذكرة تفاهم في مجال الطاقة بين: and what it is for.
        let about = agreed
            && self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && at <= head + PURPOSE
            && (head + 1..at).all(|i| {
                let unit = &self.units[i];
                let contact = unit.kind == Kind::Noun && self.tells(i, |p| p.family() == Family::Contact);
                unit.phrase().is_none()
                    && !contact
                    && !unit.is_mark()
                    && !matches!(unit.kind, Kind::Verb | Kind::Participle)
                    && !unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::Circumstance))
            });
        about
            || (agreed || talks)
                && at <= head + 3
                && (head + 1..at)
                    .all(|i| self.shapes[i].preposition.is_none() && !self.units[i].clitics.has_preposition())
    }

    /// Returns whether a preposition may say whose people somebody is: من, في, "from", "of".
    pub(super) fn belongs(&self, unit: &Unit) -> bool {
        let lexicon = &self.knowledge.lexicon;
        ["من", "في", "from", "of"].iter().any(|word| {
            let id = lexicon.preposition_id(word);
            unit.kind == Kind::Function && unit.has(|class| matches!(class, Class::Prep(p) if Some(p) == id))
        })
    }

    pub(super) fn is_from(&self, unit: &Unit) -> bool {
        let lexicon = &self.knowledge.lexicon;
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == lexicon.preposition_id("من")))
    }

    /// The genitive right behind a noun; in English its possessor or "of".
    /// Returns whether a person without 's stands before a noun of travel whose person he is: "over Obama visit to".
    fn names_visit_of(&self, person: usize, noun: usize) -> bool {
        let who = self.bare_party(person)
            && self.unit_phrase(person).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
        let led = person > 0 && self.units[person - 1].phrase().is_none() && self.units[person - 1].is_preposition();
        who && led
            && self.is_preposition_of((noun + 1).min(self.units.len() - 1), "to")
            && self.tells(noun, |told| told == Predicate::Visited)
    }

    pub(super) fn genitive(&self, at: usize) -> Parties {
        if self.lang == Lang::En {
            let mut before = at;
            let mut words = 0;
            while before > 0 && words < 4 {
                before -= 1;
                let unit = &self.units[before];
                if self.unit_phrase(before).is_some() {
                    if unit.possessive {
                        let (_, list) = (before, self.parties_of(before));
                        return Parties::new(list, 0.92, at + 1);
                    }
                    // "Hariri's Baghdad talks with": where they are.
                    if words == 0 && self.is_place_of(before, at) {
                        words += 1;
                        continue;
                    }
                    // "for Kerry visit to Cairo": a headline leaves the 's out.
                    if words == 0 && self.names_visit_of(before, at) {
                        return Parties::new(self.parties_of(before), 0.8, at + 1);
                    }
                    break;
                }
                if unit.is_mark()
                    || unit.kind == Kind::Verb
                    || unit.is_preposition()
                    || self.has_article(before + 1)
                    || self.has_article(before)
                {
                    break;
                }
                words += 1;
            }
            if let Some(of) = self.knowledge.lexicon.preposition_id("of")
                && self.units.get(at + 1).is_some_and(|_| self.governs(at + 1, of))
                // "a meeting of the U.S.-Israel group": whoever met there.
                && !self.is_second_of_pair(at + 3)
            {
                return self.governed(at + 1, true).unwrap_or_default();
            }
            return Parties::default();
        }
        // القمة كلا من: a noun with the article or a suffix has no genitive.
        if self.units[at].is_definite_noun() || self.shapes[at].adjectival {
            return Parties::default();
        }
        let next = if self.units.get(at + 1).is_some_and(|unit| unit.is(Class::Each) && !unit.clitics.has_preposition())
        {
            at + 2
        } else {
            at + 1
        };
        if let Some(capital) = self.capital_visited(next) {
            return capital;
        }
        // زيارة مدينة القدس
        // زيارة بلده الثاني الأردن
        let land = || self.names_journey(at) && self.opens_land(next);
        let next = next + usize::from(next < self.units.len() && (self.opens_place(next) || land()));
        if self.bare_party(next) && !self.units[next].clitics.has_conjunction() {
            let mut found = self.list(next);
            // لقاء بوتين وبايدن كان إيجابيا: the verb is that of the meeting, not of the second.
            if found.list.len() == 1
                && self.is_topic(at)
                && self.opens_clause(found.end + 1)
                && self.unit_phrase(found.end).is_some_and(|phrase| {
                    phrase.clitics == Clitics::WA
                        && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
                })
            {
                found.list.extend(self.parties_of(found.end));
                found.end += 1;
            }
            return Parties { confidence: 0.92, ..found };
        }
        // التزام بلاده, but no journey to "his country".
        let stance = self.units[at].forms.iter().any(|form| {
            let predicate = self.knowledge.lexicon.trigger(form.trigger).predicate;
            predicate.is_some_and(|predicate| predicate.family() != Family::Contact)
        });
        if stance && let Some(own) = self.own_land(next) {
            return own;
        }
        // في استقبال الوفد: whose delegation was spoken of.
        self.host_land(at, next).unwrap_or_else(|| self.delegation_at(next))
    }

    /// Returns whether a noun that two do together opens its clause, before any verb: إن لقاء بوتين وبايدن سيكون.
    fn is_topic(&self, at: usize) -> bool {
        let together = self.units[at]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate.is_some_and(Predicate::is_symmetric));
        let mut before = self.units[..at].iter().rev();
        together
            && before
                .by_ref()
                .take_while(|unit| !unit.is_stop() && !unit.is(Class::Complement))
                .all(|unit| unit.kind != Kind::Verb)
    }

    /// Returns whether a meeting of two opens its clause.
    pub(super) fn names_both(&self, at: usize) -> bool {
        let first = at.checked_sub(1).is_none_or(|before| {
            self.units[before].is_mark() || self.units[before].is(Class::Complement) && !self.units[before].resumes
        });
        // إنه تم خلال لقاء مرسي وميركل: nobody's doing but theirs.
        let done = at > 1 && self.units[at - 1].is(Class::Circumstance) && self.units[at - 2].is(Class::Done);
        self.lang == Lang::Ar && (first && self.is_topic(at) || done) && self.genitive(at).list.len() == 2
    }

    /// قال فلان إن لقاء بوتين مع عدد من, لقاءه مع فلان: whether somebody stands behind whose meeting it is with whom he met, so
    /// that nobody of the clause around it did.
    pub(super) fn names_another(&self, at: usize) -> bool {
        let owner = self.genitive(at);
        if self.lang == Lang::En || owner.is_empty() && self.units[at].owner().is_none() {
            return false;
        }
        let next = self.skip_adverbs(owner.end.max(at + 1));
        let Some(unit) = self.units.get(next) else { return false };
        let with = self.knowledge.lexicon.preposition_id("مع");
        let first = at.checked_sub(1).is_none_or(|before| self.units[before].is(Class::Complement));
        let people = self.shapes[next].preposition == Some(Clitics::BI)
            || unit.clitics.has(Clitics::BI) && unit.has(|class| matches!(class, Class::Agent | Class::Each));
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == with)) || first && people
    }

    /// Returns whether an article stands right before a word, so that no possessor does.
    fn has_article(&self, at: usize) -> bool {
        self.units[at].determined && self.units[at].phrase().is_none() && !self.is_behind_demonym(at)
    }

    fn is_behind_demonym(&self, at: usize) -> bool {
        at > 0 && self.unit_phrase(at - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym)
    }

    /// The bare phrase behind the genitive: لقاء الرئيس وزيرَ الخارجية.
    pub(super) fn second_genitive(&self, at: usize) -> Parties {
        let first = self.genitive(at);
        if first.is_empty() && self.units[at].owner().is_none() {
            return Parties::default();
        }
        let from = first.end.max(at + 1);
        let next = self.skip_adverbials(from);
        // يرافق الرئيس في زيارته وزير الخارجية: who comes along is not whom he visits.
        if self.lang == Lang::Ar && self.units[at].owner().is_some() && self.is_of_company(at) {
            return Parties::default();
        }
        if self.is_for_verb_before(at, next) {
            return Parties::default();
        }
        // خلال استقباله، أمس، في القصر، فلانا
        let meets = self.tells(at, |p| p.family() == Family::Contact && p != Predicate::Visited);
        let next = if meets { self.behind_comma(from, next) } else { next };
        // اجتماعه أمس على هامش زيارة الرئيس: whose the last noun is.
        // في استقباله بمطار الجزائر: nor the town of an airport.
        let named = |unit: usize| self.is_construct(unit) || self.units[unit].is(Class::Gateway);
        let person = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let owns = |unit: usize| person && self.units[unit].kind == Kind::Noun && !self.units[unit].is_definite_noun();
        // اجتماعات وزراء الدول، وردا على سؤال حول رؤية القاهرة: nor whose a thing behind another preposition is.
        if next > from && self.is_owner_of_governed(next) {
            return Parties::default();
        }
        if next > from && (owns(next - 1) || !self.tells(at, |p| p == Predicate::Visited) && named(next - 1)) {
            return Parties::default();
        }
        // وصوله مطار القاهرة
        let gate = |unit: &Unit| unit.is(Class::PlaceHead) || unit.is(Class::Gateway);
        let head = self.units.get(next).is_some_and(|unit| gate(unit) && unit.clitics == Clitics::NONE);
        let next = next + usize::from(head && self.lang == Lang::Ar);
        // وصوله العاصمة المصرية القاهرة
        let capital = head && self.lang == Lang::Ar && self.is_named_behind_demonym(next);
        let next = next + usize::from(capital);
        // زيارة كيري هي جولة استماع: a pronoun of its own is the subject of what follows.
        let apart = self.lang == Lang::Ar && self.unit_phrase(next).is_some_and(|p| p.kind == PhraseKind::Pronoun);
        // دعم أمريكا أمن مصر: what is his of whom one supports.
        let own = |class| matches!(class, Class::Welfare | Class::SideHead | Class::Conduct | Class::Effort);
        let thing = self.tells(at, |told| told == Predicate::Supported)
            && self.units.get(next).is_some_and(|unit| unit.phrase().is_none() && unit.has(own))
            && !self.shapes[next].article;
        let next = next + usize::from(thing);
        if self.bare_party(next) && !self.units[next].clitics.has_conjunction() && !apart {
            return Parties { confidence: 0.85, ..self.list(next) };
        }
        if meets { self.delegation_met(next) } else { Parties::default() }
    }

    /// والتقى خلال زيارته رئيس الوزراء: whether the person behind a journey within a verb of meeting is whom that verb asks for.
    fn is_for_verb_before(&self, at: usize, next: usize) -> bool {
        const REACH: usize = 6;
        let within = at > 0 && self.units[at - 1].is(Class::Circumstance);
        let journey = || self.tells(at, |told| told == Predicate::Visited);
        let person = || self.unit_phrase(next).is_none_or(|phrase| phrase.kind == PhraseKind::Person);
        if self.lang == Lang::En || !within || !journey() || !person() {
            return false;
        }
        let near = (at.saturating_sub(REACH)..at - 1).rev();
        let verb = near
            .take_while(|&before| !self.units[before].is_mark() && !self.units[before].is(Class::Complement))
            .find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| self.meets(verb) && (verb + 1..at).filter(|&party| self.bare_party(party)).count() < 2)
    }

    /// Returns whether the verb of the clause around a unit says who comes along.
    fn is_of_company(&self, at: usize) -> bool {
        const REACH: usize = 8;
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&before| self.units[before].kind == Kind::Verb);
        verb.is_some_and(|verb| self.units[verb].means(&self.knowledge.lexicon, Sense::Accompanies))
    }

    /// Returns whether a noun without article and suffix is left open, so that what stands behind completes it.
    pub(super) fn is_construct(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let bare = !self.shapes[at].article && !self.shapes[at].suffix && !self.shapes[at].definite;
        let named = at > 0 && self.units[at - 1].is(Class::PlaceHead);
        match unit.kind {
            Kind::Noun => !unit.is_definite_noun(),
            Kind::Word => bare && !named,
            _ => false,
        }
    }

    /// اجتماعات الدورة الرابعة لمجلس التنسيق السعودي القطري: whether words at a unit lead from a meeting to two demonyms.
    fn council(&self, head: usize, at: usize) -> bool {
        const MOST_WORDS: usize = 5;
        let demonym = |at: usize| {
            self.unit_phrase(at).is_some_and(|p| {
                (p.kind == PhraseKind::Demonym || self.adjective_like_its_country(head, at))
                    && !p.clitics.has_preposition()
            })
        };
        let end = (at..self.units.len().min(head + 1 + MOST_WORDS)).find(|&i| self.units[i].kind != Kind::Word);
        self.units[head].kind == Kind::Noun && end.is_some_and(|end| demonym(end) && demonym(end + 1))
    }

    /// "the U.S.-EU Trade and Technology Council meeting": the end of the two countries whose common body it is.
    fn over_body_of_two(&self, at: usize) -> Option<usize> {
        const WORDS: usize = 7;
        let of_name = |i: &usize| {
            let unit = &self.units[*i];
            let body = self.unit_phrase(*i).is_some_and(|phrase| phrase.kind == PhraseKind::Body);
            unit.hyphen
                || self.shapes[*i].bracketed
                || unit.is_comma()
                || body
                || matches!(unit.kind, Kind::Word | Kind::Noun)
                || unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::Conj | Class::Attracts))
        };
        let second = (at.saturating_sub(WORDS)..at).rev().take_while(of_name).find(|&i| self.is_second_of_pair(i))?;
        (second + 1 < at).then_some(second + 1)
    }

    /// Returns whether a country or body is joined by a hyphen to another before it.
    pub(super) fn is_second_of_pair(&self, at: usize) -> bool {
        let power = |at: usize| {
            self.unit_phrase(at)
                .is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Demonym))
        };
        at > 0 && self.units.get(at).is_some_and(|unit| unit.hyphen) && power(at) && power(at - 1)
    }

    /// القمة السعودية الأمريكية, المحادثات المصرية السعودية: the adjective of a country whose name is written like it, beside
    /// another on a noun that tells what the two do together.
    pub(super) fn adjective_like_its_country(&self, head: usize, at: usize) -> bool {
        let demonym = |at: usize| {
            self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Demonym && p.clitics == Clitics::NONE)
                && self.shapes[at].definite
        };
        let country = self.unit_phrase(at).is_some_and(|p| {
            p.kind == PhraseKind::Country && p.named && p.clitics == Clitics::NONE && p.end == p.start + 1
        });
        let together = |predicate| {
            matches!(
                predicate,
                Predicate::Met | Predicate::TalkedWith | Predicate::NegotiatedWith | Predicate::AgreedWith
            )
        };
        // الغارات السعودية: a noun with the article has no genitive, so that the country behind it is its adjective; but استهدف الهجوم
        // السعودية.
        let described = || {
            let noun = &self.units[head];
            let acts = head > 0 && self.units[head - 1].kind == Kind::Verb;
            noun.is_definite_noun() && noun.owner().is_none() && self.shapes[at].adjectival && !acts
        };
        if country && self.lang == Lang::Ar && described() {
            return true;
        }
        country
            && self.shapes[at].definite
            && self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && self.tells(head, together)
            && (demonym(at + 1) || at > head + 1 && demonym(at - 1))
    }

    /// "White House", "Kremlin", "Downing Street": whether an English phrase names a house that a government sits in.
    fn is_house(&self, at: usize) -> bool {
        const HOUSES: [&str; 4] = ["org:white-house", "org:kremlin", "org:elysee", "org:downing-street"];
        let referents = self.unit_phrase(at).map_or(&[][..], |phrase| phrase.referents.as_slice());
        let house = |referent: &Referent| match *referent {
            Referent::Known(key) => HOUSES.contains(&self.knowledge.gazetteer.get(key).id),
            Referent::New(_) => false,
        };
        self.lang == Lang::En && referents.first().is_some_and(house)
    }

    /// "the French and British strikes", "US and British forces": the adjective that "and" joins to an English one at a unit, both of them
    /// whose the noun behind is.
    fn joined_adjective(&self, at: usize) -> Option<usize> {
        let demonym = |i: usize| self.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        let and = at.checked_sub(1).filter(|&and| self.units[and].is(Class::Conj) && demonym(at))?;
        let first = and.checked_sub(1).filter(|&first| !self.units[first].possessive && !self.shapes[and].or)?;
        let country = self.unit_phrase(first).is_some_and(|phrase| phrase.kind == PhraseKind::Country);
        // "from Germany and Turkish forces"
        let governed = || first.checked_sub(1).is_some_and(|before| self.units[before].is_preposition());
        (demonym(first) || country && !governed()).then_some(first)
    }

    /// "condemned Turkish and Russian attacks": adjectives that follow the one of whose deed a verb speaks, up to the noun that is theirs.
    pub(super) fn adjectives_behind(&self, from: usize, found: &mut Parties) {
        let [party] = found.list.as_slice() else { return };
        let stands = |&at: &usize| self.unit_phrase(at).is_some_and(|phrase| Some(phrase.span) == party.span);
        let Some(mut at) = (from..self.units.len().min(found.end + 2)).find(stands) else { return };
        while let Some(next) = (at + 2..self.units.len().min(at + 4)).find(|&next| {
            self.joined_adjective(next).is_some_and(|first| first == at)
                || next == at + 2
                    && self.units[at + 1].is_comma()
                    && self.units.get(next + 1).is_some_and(|and| and.is(Class::Conj))
                    && next + 2 < self.units.len()
                    && self.joined_adjective(next + 2) == Some(next)
        }) {
            found.list.extend(self.parties_of(next));
            found.end = found.end.max(next + 1);
            at = next;
        }
    }

    /// Demonyms on a noun: القمة الروسية الأمريكية; "the Russian-American summit", "US-Russia talks".
    pub(super) fn adjectives(&self, at: usize) -> Parties {
        if self.without.lacks(Mechanism::DemonymPairs) {
            return Parties::default();
        }
        let mut list = Vec::new();
        let mut end = at + 1;
        if self.lang == Lang::En {
            let mut before = self.over_body_of_two(at).unwrap_or(at);
            while before > 0 {
                before -= 1;
                let Some(phrase) = self.unit_phrase(before) else {
                    // "Russian cross-border attacks": a word of two parts.
                    let compound = before + 2 == at && self.units[before + 1].hyphen
                        || before + 1 == at && self.units[before].hyphen && self.units[before].kind != Kind::Noun;
                    if (self.units[before].kind == Kind::Word && before + 1 == at || compound) && list.is_empty() {
                        continue;
                    }
                    if self.units[before].is_comma() && !list.is_empty() {
                        continue;
                    }
                    break;
                };
                // "the Trump-Putin summit"
                let person = phrase.kind == PhraseKind::Person
                    && self.units[if list.is_empty() { before } else { before + 1 }].hyphen;
                let adjective = person
                    || matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Country)
                    || phrase.kind == PhraseKind::Body
                        && if list.is_empty() {
                            let compound = before + 3 == at && self.units[before + 2].hyphen;
                            before + 1 == at || compound || self.units[before].hyphen
                        } else {
                            self.units[before + 1].hyphen
                        };
                // "a White House meeting" is where it is.
                let house = list.is_empty()
                    && !self.units[before].hyphen
                    && self.is_house(before)
                    && self.tells(at, |told| told.family() == Family::Contact);
                if !adjective || house || self.units[before].possessive {
                    break;
                }
                let mut parties = self.parties_of(before);
                parties.append(&mut list);
                list = parties;
                let apart = before > 0 && self.units[before - 1].is_comma();
                if let Some(first) = self.joined_adjective(before) {
                    before = first + 1;
                    continue;
                }
                if !self.units[before].hyphen && !apart {
                    break;
                }
            }
            return Parties::new(list, 0.85, end);
        }
        let mut next = at + 1;
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            if let Some(phrase) = self.unit_phrase(next) {
                // قتل بالرصاص فلسطينيين: an adjective has the article of its noun.
                let apart = self.units[at].kind == Kind::Noun
                    && self.units[at].is_definite_noun()
                    && self.units[at].owner().is_none()
                    && !self.shapes[next].definite;
                // الهجوم الحوثي: a body's name that is an adjective.
                // الهجوم الحوثي على السعودية: so it is before whom the deed is done to.
                let upon = || ["على", "ضد"].iter().any(|word| self.is_preposition_of(next + 1, word));
                let hits = || self.units.get(next + 1).is_some_and(|verb| verb.kind == Kind::Verb || upon());
                let of_body = phrase.kind == PhraseKind::Body
                    && next == at + 1
                    && self.shapes[next].adjectival
                    && (self.shapes[next].feminine || hits());
                let demonym =
                    phrase.kind == PhraseKind::Demonym || of_body || self.adjective_like_its_country(at, next);
                if !demonym || phrase.clitics.has_preposition() || apart || self.describes_topic(at, next) {
                    break;
                }
                list.extend(self.parties_of(next));
                end = next + 1;
            } else if list.is_empty() && next == at + 1 && unit.kind == Kind::Function && unit.is(Class::Attracts) {
                // معاهدة السلام المصرية الإسرائيلية
                words += 1;
            } else if next == at + 1 && self.is_struck_thing(at, next) {
                break;
            } else if unit.kind == Kind::Word
                && list.is_empty()
                && (words < 2 && self.shapes[next].preposition.is_none() || self.council(at, next))
            {
                words += 1;
            } else if !unit.is_comma() || list.is_empty() {
                break;
            }
            next += 1;
        }
        Parties::new(list, 0.9, end)
    }

    /// قصف القواعد الأمريكية, but not قصف المدفعية السورية: whether a deed of force without the article is done to the things right behind it,
    /// of which the nationality tells whose they are.
    fn is_struck_thing(&self, deed: usize, thing: usize) -> bool {
        let force = self.tells(deed, |told| matches!(told, Predicate::Attacked | Predicate::Seized));
        let unit = &self.units[thing];
        let acts = |class| matches!(class, Class::Agent | Class::Craft);
        force
            && !self.units[deed].is_definite_noun()
            && unit.phrase().is_none()
            && unit.kind == Kind::Word
            && self.shapes[thing].article
            && !unit.has(acts)
            && self.is_demonym(thing + 1)
            && self.shapes[thing + 1].feminine
    }

    /// شهدت القاهرة زيارة: the place that is the subject of the verb whose object the noun is.
    fn scene(&self, noun: usize) -> Option<Parties> {
        let verb = (0..noun).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        let place = self.subjects[verb].as_ref().filter(|found| !found.carried && !found.is_empty())?;
        let lies = |party: &Party| matches!(party.kind, PhraseKind::Place | PhraseKind::Country);
        let object = self.units[noun].clitics == Clitics::NONE && self.skip_adverbials(place.end) == noun;
        (self.units[verb].is(Class::Scene) && object && place.list.iter().all(lies)).then(|| Parties {
            confidence: 0.85,
            end: noun + 1,
            ..place.clone()
        })
    }

    /// "makes first Aleppo visit", "Kerry's Cairo trip": the place that is named right before the noun.
    pub(super) fn destination(&self, at: usize) -> Parties {
        if self.lang == Lang::Ar {
            return self.scene(at).or_else(|| self.host_who_calls_off(at)).unwrap_or_default();
        }
        let Some(before) = at.checked_sub(1).filter(|_| self.lang == Lang::En) else { return Parties::default() };
        let place = self
            .unit_phrase(before)
            .is_some_and(|phrase| phrase.named && matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place));
        let whole = place && !self.units[before].possessive && !self.units[before].hyphen;
        if whole { Parties::new(self.parties_of(before), 0.8, at + 1) } else { Parties::default() }
    }

    /// The possessive suffix of a noun, or his/her/their before it.
    /// استقبل الأمير الشيخ تميم لدى وصوله: who arrives is who is received.
    fn guest(&self, at: usize) -> Option<Party> {
        let tells = |at: usize, predicate: Predicate| {
            let triggers = self.units[at].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
            triggers.into_iter().any(|trigger| trigger.predicate == Some(predicate))
        };
        if !tells(at, Predicate::Visited) {
            return None;
        }
        let verb = (0..at).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        if !tells(verb, Predicate::Hosted) {
            return None;
        }
        let host = self.subjects[verb].as_ref()?;
        let from = if host.carried { verb + 1 } else { host.end };
        match self.object(from, false).list.as_slice() {
            [guest] => Some(*guest),
            _ => None,
        }
    }

    /// أعلنت السعودية وتركيا وإسرائيل تأييدها: the countries and bodies that the verb right before a noun has as its subject, all of
    /// whom its feminine pronoun means where they are more than two.
    fn states_before(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 9;
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&before| self.units[before].kind == Kind::Verb)?;
        let own = self.subjects.get(verb)?.as_ref().filter(|own| !own.carried && own.end == at)?;
        let states = own.list.len() > 2 && own.list.iter().all(|party| !self.is_human(party));
        states.then(|| Parties { confidence: 0.85, end: at + 1, ..own.clone() })
    }

    /// إعلان روسيا سيطرتها: who stands between a noun, whose doer he is, and the one with a pronoun that is its object.
    fn doer_of_noun_before(&self, at: usize) -> Option<Party> {
        let who = at.checked_sub(1).filter(|&who| who > 0 && self.units[at].clitics == Clitics::NONE)?;
        let noun = &self.units[who - 1];
        let open = matches!(noun.kind, Kind::Noun | Kind::Word)
            && !self.shapes[who - 1].article
            && !(noun.kind == Kind::Noun && noun.is_definite_noun());
        let named = self.unit_phrase(who).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body)
                && phrase.clitics == Clitics::NONE
        });
        match self.parties_of(who).as_slice() {
            [party] if open && named => Some(*party),
            _ => None,
        }
    }

    pub(super) fn suffix(&self, at: usize) -> Parties {
        if self.lang == Lang::En {
            for before in (at.saturating_sub(3)..at).rev() {
                if self.has_article(before + 1) {
                    break;
                }
                if before + 1 == at && self.is_place_of(before, at) {
                    continue;
                }
                if let Some(phrase) = self.unit_phrase(before) {
                    if phrase.kind == PhraseKind::Pronoun {
                        let pronoun = Pronoun { gender: phrase.gender, number: phrase.number, speaks: false };
                        return Parties::new(self.pronoun(before, pronoun), 0.75, at + 1);
                    }
                    break;
                }
            }
            return Parties::default();
        }
        if self.units[at].own().is_some() {
            return self.own_words(at);
        }
        let Some(owner) = self.units[at].owner() else { return Parties::default() };
        if let Some(party) = self.judged_in_participle(at, owner) {
            return Parties::new(vec![party], 0.8, at + 1);
        }
        // ترحيب بلاده ودعمها: whose country has the one noun has the other.
        let land = at > 1 && self.units[at - 1].phrase().is_none() && self.units[at - 1].is(Class::OwnLand);
        if land && self.units[at].clitics.has_conjunction() && owner.gender == Some(Gender::Feminine) {
            let found = self.genitive(at - 2);
            if !found.is_empty() {
                return Parties { end: at + 1, ..found };
            }
        }
        if let Some(party) = self.doer_of_noun_before(at).filter(|party| agrees(*party, owner.gender)) {
            return Parties::new(vec![party], 0.85, at + 1);
        }
        if owner.number == Number::Singular
            && owner.gender == Some(Gender::Feminine)
            && let Some(found) = self.states_before(at)
        {
            return found;
        }
        if owner.number == Number::Singular
            && let Some(party) = self.event_owner(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.85, at + 1);
        }
        if owner.number == Number::Singular
            && let Some(party) = self.topic_before_was(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.85, at + 1);
        }
        if owner.number == Number::Singular
            && let Some(party) = self.accompanied(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.8, at + 1);
        }
        if owner.number == Number::Singular
            && let Some(guest) = self.guest(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![guest], 0.85, at + 1);
        }
        if owner.number == Number::Singular
            && let Some(party) =
                self.charged(at).or_else(|| self.blamed_because(at)).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.85, at + 1);
        }
        if owner.number == Number::Singular
            && let Some(party) = self.answers_for(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.85, at + 1);
        }
        if owner.number == Number::Singular
            && let Some(found) = self.judged_for(at, owner)
        {
            return found;
        }
        if owner.number == Number::Singular
            && let Some(party) = self.intends(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.8, at + 1);
        }
        if owner.number == Number::Singular
            && let Some(party) = self.told_owner(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.9, at + 1);
        }
        if owner.number == Number::Singular
            && let Some(party) = self.teller(at).filter(|party| agrees(*party, owner.gender))
        {
            return Parties::new(vec![party], 0.85, at + 1);
        }
        if owner.number == Number::Singular {
            let control = self.control(at);
            if let [party] = control.list.as_slice()
                && agrees(*party, owner.gender)
                && !control.carried
            {
                return Parties { confidence: control.confidence * 0.95, end: at + 1, ..control };
            }
        }
        let list = self.antecedent(at, owner);
        Parties::new(list, 0.7, at + 1)
    }

    /// أكد فلان أن لبنان ينأى بنفسه، وذلك خلال استقباله السفير: who said it, on the occasion that stands behind what was said.
    fn teller(&self, at: usize) -> Option<Party> {
        let leads = |unit: &super::unit::Unit| {
            unit.is_preposition() || unit.has(|class| matches!(class, Class::Circumstance | Class::During))
        };
        let occasion = at.checked_sub(2).filter(|&before| leads(&self.units[before + 1]))?;
        let before = if self.units[occasion].is(Class::Aforesaid) { occasion.checked_sub(1)? } else { occasion };
        let contact = self.units[before].is_comma() && self.tells(at, |told| told.family() == Family::Contact);
        if !contact {
            return None;
        }
        let main = (0..before).find(|&unit| self.units[unit].kind == Kind::Verb)?;
        let said = (main + 1..before).any(|unit| self.units[unit].is(Class::Complement));
        match self.subjects[main].as_ref()?.list.as_slice() {
            [party] if said && party.kind == PhraseKind::Person => Some(*party),
            _ => None,
        }
    }

    /// نوايا روسيا لدعمها فلانا, استعداد إيران لمساندتها النظام: the country right before the deed that it has in mind.
    fn intends(&self, at: usize) -> Option<Party> {
        let before =
            at.checked_sub(1).filter(|_| self.units[at].clitics.has(Clitics::LI) && self.bare_party(at + 1))?;
        let country = self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Country);
        let owned = before > 0 && self.units[before - 1].kind == Kind::Word;
        (country && owned && self.bare_party(before))
            .then(|| self.parties_of(before))
            .and_then(|list| list.first().copied())
    }

    /// زيارة بوتين ... ولقائه: the person whose event the noun before was, where no verb stands between.
    pub(super) fn event_owner(&self, at: usize) -> Option<Party> {
        for before in (0..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() || unit.kind == Kind::Verb || unit.is(Class::Complement) {
                return None;
            }
            if unit.kind == Kind::Noun {
                let owner = self.genitive(before);
                if let [party] = owner.list.as_slice()
                    && party.kind == PhraseKind::Person
                {
                    return Some(*party);
                }
            }
        }
        None
    }

    /// كيري الموجود في القاهرة: whom a participle with the article describes.
    pub(super) fn described(&self, at: usize) -> Option<Parties> {
        let definite = self.units[at].kind == Kind::Participle
            && self.units[at].forms.iter().any(|form| matches!(form.shape, Shape::Participle { definite: true, .. }));
        if !definite {
            return None;
        }
        let before = at.checked_sub(1)?;
        let before = if self.units[before].is_comma() { before.checked_sub(1)? } else { before };
        if self.comes_by(at) {
            return None;
        }
        // موقف بلاده الداعم للعراق
        if let Some(own) = self.named_own_land(before) {
            return Some(own);
        }
        // حزب الله اللبناني المدعوم من: over the adjective of a country.
        let demonym = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        let body = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Body);
        let over = before.checked_sub(1).filter(|&own| demonym(before) && body(own));
        let before = over.unwrap_or(before);
        let named = self.unit_phrase(before).is_some_and(|phrase| phrase.kind != PhraseKind::Demonym);
        Some(if named { Parties::new(self.parties_of(before), 0.85, at + 1) } else { Parties::default() })
    }
}
