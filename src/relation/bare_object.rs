//! The bare noun phrase that is the object of a verb.

use super::bare_object_search::ObjectSeeker;
use super::clause::{Clause, Parties};
use super::subject_en::VerbForm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Form, Predicate, Sense, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// The object of a verb whose subject ends before `from`: the people named of a group, else the bare noun phrase.
    pub(super) fn object(&self, from: usize, inside: bool) -> Parties {
        let mut found = self.bare_object(from, inside);
        if inside && self.lang == Lang::En {
            self.adjectives_behind(from, &mut found);
        }
        while inside && let Some(more) = self.further_deed(&found) {
            found.list.extend(more.list);
            found.end = more.end;
        }
        let named = found.list.iter().any(|party| self.is_human(party));
        if inside || named {
            return found;
        }
        self.members(from, false).or_else(|| self.joined_to_unnamed(from)).unwrap_or(found)
    }

    /// ثمن جهود مصر وجهود تركيا وقطر: whose the next thing is that a stance is about, joined to the one before.
    fn further_deed(&self, found: &Parties) -> Option<Parties> {
        let thing = found.end;
        let unit = self.units.get(thing).filter(|_| self.lang == Lang::Ar && !found.is_empty() && thing > 1)?;
        let joined = unit.clitics == Clitics::WA || unit.kind == Kind::Word && self.shapes[thing].joined;
        let own = |class| matches!(class, Class::SideHead | Class::Conduct | Class::Effort | Class::Initiative);
        let same = unit.phrase().is_none() && unit.kind != Kind::Verb && unit.has(own);
        let owner = thing + 1 + usize::from(self.units.get(thing + 1).is_some_and(|next| next.is(Class::Each)));
        let owned =
            self.bare_party(owner) && !self.units[owner].clitics.has_conjunction() && !self.shapes[thing].suffix;
        (joined && same && owned && self.units[thing - 1].phrase().is_some()).then(|| self.list(owner))
    }

    /// على ترشيح تركيا, على أرض مصر: whether a phrase stands right behind a plain word without an article, of which the lexicon tells nothing, and
    /// that a preposition of its own governs.
    pub(super) fn is_owner_of_governed(&self, at: usize) -> bool {
        let Some(thing) = at.checked_sub(1).filter(|_| self.lang == Lang::Ar) else { return false };
        let (unit, shape) = (&self.units[thing], &self.shapes[thing]);
        let known = |class| !matches!(class, Class::SideHead | Class::Report | Class::Conduct);
        let plain = unit.kind == Kind::Word && !unit.has(known) && unit.clitics == Clitics::NONE;
        let bare = !(shape.article || shape.definite || shape.suffix || shape.digits || shape.quoted);
        let led = ["على", "إلى", "عن", "من", "حول", "بشأن"]
            .iter()
            .any(|word| thing > 0 && self.is_preposition_of(thing - 1, word));
        // في ترشيح العراق, but not في ظهران الأمير فلانا
        let land = |p: &crate::mention::Phrase| matches!(p.kind, PhraseKind::Country | PhraseKind::Body);
        let inside = thing > 0 && self.is_in(thing - 1) && self.unit_phrase(at).is_some_and(land);
        plain && bare && (led || inside)
    }

    /// "briefed the Security Council via video link": whether a noun only tells how somebody spoke.
    pub(super) fn is_manner_of_speech(&self, noun: &Unit) -> bool {
        noun.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).is_manner())
    }

    /// "visited Peru at the invitation of": whether a noun of several words begins with a preposition, so that what stands before it is no part of it.
    pub(super) fn begins_with_preposition(&self, noun: &Unit) -> bool {
        let lexicon = &self.knowledge.lexicon;
        let first = |form: &Form| lexicon.trigger(form.trigger).forms.split(' ').next().unwrap_or_default();
        noun.end > noun.start + 1 && noun.forms.iter().any(|form| lexicon.preposition_id(first(form)).is_some())
    }

    /// "any suggestion Hamas intended", "claims Iran had lied": whether behind a party stands its verb, which does not say that it made what
    /// stands before it ("the terms Iran offered").
    pub(super) fn opens_clause_of_its_own(&self, at: usize) -> bool {
        let end = self.list(at).end;
        let Some(next) = self.units.get(end).filter(|_| !self.units[at].possessive) else { return false };
        // "told reporters Obama should": who is told is no thing of his.
        if at > 0 && self.units[at - 1].is(Class::Press) {
            return false;
        }
        let makes = |verb: usize| {
            verb < self.units.len()
                && (self.units[verb].means(&self.knowledge.lexicon, Sense::Makes)
                    || self.units[verb].kind == Kind::Verb && self.tells(verb, |told| told == Predicate::Promised))
        };
        self.is_auxiliary(end) && next.kind != Kind::Verb && !(end + 1..end + 4).any(makes)
            || self.shapes[end].past && self.units.get(end + 1).is_some_and(Unit::is_to)
    }

    /// "condemned the Damascus attack": whether a town or region stands before a noun of force, which is done there and not by it.
    pub(super) fn is_struck_town(&self, at: usize) -> bool {
        let town = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Place);
        town && self.units[at].determined && self.tells(at + 1, |told| told == Predicate::Attacked)
    }

    /// زيارته ألمانيا: whether the place at a unit is where the journey goes that the noun before it tells.
    pub(super) fn is_goal_of_noun(&self, at: usize) -> bool {
        let place =
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place));
        let journey = &self.units[at - 1];
        place
            && journey.kind == Kind::Noun
            && journey.owner().is_some()
            && self.tells(at - 1, |predicate| predicate == Predicate::Visited)
    }

    /// "met his predecessor, Medvedev, in Sochi", "praised Obama's envoy John Kerry": who is named behind what he is to another.
    pub(super) fn named_behind_owner(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let owner = self.units.get(from).filter(|unit| unit.possessive && unit.phrase().is_some());
        owner?;
        let person = |at: usize| {
            self.bare_party(at)
                && !self.units[at].possessive
                && self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
        };
        let calls = |at: &usize| {
            let unit = &self.units[*at];
            let nameless = self.unit_phrase(*at).is_some_and(|phrase| phrase.kind == PhraseKind::Unknown);
            // "his close ally, Lukashenko"
            let ally = unit.phrase().is_none()
                && unit.has(|class| matches!(class, Class::Apart | Class::TitleAdjective { .. }));
            nameless && !unit.possessive || unit.kind == Kind::Word && !unit.is(Class::Each) || ally
        };
        let words = (from + 1..self.units.len()).take(WORDS).take_while(calls).count();
        let next = from + 1 + words;
        if person(next) {
            return Some(Parties { confidence: 0.85, ..self.list(next) });
        }
        // "urged its neighbour Israel to"
        let other = words > 0
            && self.bare_party(next)
            && self.unit_phrase(next).is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Body))
            && self.units[from].case.is_some()
            && !self.units.get(next + 1).is_some_and(|unit| matches!(unit.kind, Kind::Word | Kind::Noun));
        if other {
            return Some(Parties { confidence: 0.85, ..self.list(next) });
        }
        // Without a title the commas on both sides say that he is it.
        let opens = words > 0 && self.units.get(next).is_some_and(Unit::is_comma) && person(next + 1);
        let found = opens.then(|| Parties::new(self.parties_of(next + 1), 0.8, next + 2))?;
        self.units.get(next + 2).is_none_or(Unit::is_mark).then_some(found)
    }

    /// "supports and arms the Houthis", "condemned and strongly rejected": the verb that "and" joins to an English one right before a unit, whose
    /// object is that of both; not "was attacked and fled".
    fn verb_joined_behind(&self, from: usize) -> Option<usize> {
        let verb = from.checked_sub(1).filter(|&verb| self.lang == Lang::En && self.units[verb].kind == Kind::Verb)?;
        let and = self.units.get(from).filter(|and| and.is(Class::Conj) && and.end == and.start + 1)?;
        let passive = self.units[verb].tense() == Some(Tense::PastParticiple)
            && (self.chain_start(verb)..verb).any(|before| self.is_auxiliary(before));
        let next = (from + 1..from + 3).find(|&i| self.units.get(i).is_some_and(|unit| unit.kind == Kind::Verb))?;
        // "chaired a meeting and praised"
        let gerund = |at: usize| self.verb_form(at) == VerbForm::Gerund;
        let alike = gerund(verb) == gerund(next);
        (and.phrase().is_none() && alike && !passive && self.chain_start(next) == from + 1).then_some(next)
    }

    /// "attacked the Iran-backed Hezbollah", "met US-educated President Ghani": where the party stands behind a word that tells who backs it; `at`
    /// itself where none does.
    pub(super) fn behind_backer(&self, at: usize) -> usize {
        let backer = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Country | PhraseKind::Demonym | PhraseKind::Body | PhraseKind::Place)
            })
        };
        let word = |at: usize| self.units.get(at).is_some_and(|unit| unit.hyphen && unit.phrase().is_none());
        // A country that backs somebody is a word here, as "well" is of the well-armed.
        let told = |at: usize| self.units[at].kind == Kind::Word && self.units[at + 1].kind == Kind::Participle;
        if self.lang != Lang::En || !word(at + 1) || !(backer(at) || told(at)) || self.units[at].possessive {
            return at;
        }
        let adjective = |at: usize| {
            let demonym = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
            demonym || self.units.get(at).is_some_and(|unit| unit.kind == Kind::Word)
        };
        let next = at + 2 + usize::from(adjective(at + 2) && self.bare_party(at + 3));
        if self.bare_party(next) { next } else { at }
    }

    /// The bare noun phrase that is the object of a verb whose subject ends before `from`.
    fn bare_object(&self, from: usize, inside: bool) -> Parties {
        let from = self.behind_backer(from);
        if let Some(next) = self.verb_joined_behind(from) {
            let found = self.object(next + 1, inside);
            return Parties { confidence: found.confidence * 0.95, ..found };
        }
        let told = if self.lang == Lang::En { self.told_right_behind(from, inside) } else { None };
        if let Some(found) = told {
            return found;
        }
        if inside && let Some(object) = self.behind_long_title(from) {
            return Parties { confidence: 0.85, ..self.list(object) };
        }
        ObjectSeeker { clause: self, from, inside }.parties()
    }

    /// Whom English words right behind a verb tell by what they are to another, by their group, their side or their envoys.
    fn told_right_behind(&self, from: usize, inside: bool) -> Option<Parties> {
        self.named_behind_owner(from)
            .or_else(|| self.named_group(from))
            .or_else(|| self.included(from))
            .or_else(|| self.officials_in(from))
            .or_else(|| if inside { self.side_of(from) } else { self.people_sent_by(from) })
    }

    /// دعا فلان المجتمع الدولي ومجلس الأمن: whether a party is joined to one or two definite words that stand right behind the subject
    /// and name nobody.
    pub(super) fn joins_unnamed(&self, from: usize, at: usize) -> bool {
        let behind_subject = from > 0 && self.units[from - 1].phrase().is_some();
        let definite = |word: usize| {
            matches!(self.units[word].kind, Kind::Word | Kind::Function)
                && self.units[word].clitics == Clitics::NONE
                && self.shapes[word].article
        };
        let somebody = self
            .unit_phrase(at)
            .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Country));
        self.lang == Lang::Ar
            && behind_subject
            && somebody
            && self.units[at].clitics == Clitics::WA
            && (from + 1..=from + 2).contains(&at)
            && (from..at).all(definite)
            && !self.shapes[from].joined
            && !self.opens_clause(at + 1)
    }

    /// مدينة بنغازي, العاصمة باريس: whether an Arabic word for a kind of place stands right before the place.
    pub(super) fn opens_place(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let place = self.units.get(at + 1).is_some_and(|next| next.clitics == Clitics::NONE)
            && self.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Place);
        self.lang == Lang::Ar && unit.is(Class::PlaceHead) && unit.clitics == Clitics::NONE && place
    }

    /// طالبت روسيا، تركيا الاثنين، بالكف: whether a comma only parts the subject of a verb from its object, behind which stands
    /// what the verb says of it.
    pub(super) fn is_object_behind_comma(&self, comma: usize) -> bool {
        let object = comma + 1;
        let titled =
            |at: usize| self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Unknown && p.office.is_some());
        let subject = comma.checked_sub(1).is_some_and(|before| self.bare_party(before) && !titled(before));
        if self.lang == Lang::En || !subject || !self.bare_party(object) || self.units[object].clitics.has_conjunction()
        {
            return false;
        }
        // حثت فرنسا، مصر وتركيا على
        let joined =
            self.units.get(object + 1).is_some_and(|unit| unit.clitics == Clitics::WA && unit.phrase().is_some());
        let mut next = self.skip_adverbs(if joined { self.list(object).end } else { object + 1 });
        if self.units.get(next).is_some_and(Unit::is_comma) {
            if next == object + 1 && !self.is_between_commas(comma) {
                return false;
            }
            // حماس، إسرائيل، اليوم، إلى
            next = self.skip_adverbs(next + 1);
            next += usize::from(self.units.get(next).is_some_and(Unit::is_comma));
        }
        // انتقدت روسيا، تركيا بسبب الصفقة
        let because = self.knowledge.lexicon.preposition_id("بسبب");
        let grounds = |unit: &Unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == because));
        let told = next < self.units.len() && (self.opens_complement(next) || grounds(&self.units[next]));
        told || self.parts_named(comma)
    }

    /// هاجم البرادعي، جبهة الإنقاذ; هاجم الإعلامي فلان، الرئيس فلانا: whether a comma stands between a named person right behind his verb and
    /// somebody whom that name cannot have for an apposition.
    fn parts_named(&self, comma: usize) -> bool {
        let named =
            |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
        let other = self.unit_phrase(comma + 1).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Body | PhraseKind::Country) && phrase.clitics == Clitics::NONE
        });
        // القبض على: مدحت سعد، أحمد سعد، عبد الباقي: no name of a list that is spelt like a verb.
        let opens =
            |verb: usize| self.units[verb].clitics.has_conjunction() || verb == 0 || self.units[verb - 1].is_stop();
        let behind_verb =
            comma > 1 && self.units[comma - 2].kind == Kind::Verb && opens(comma - 2) && self.bare_party(comma - 1);
        let list = self.list(comma + 1);
        let ends = self.units.get(list.end).is_none_or(|unit| unit.is_mark() || unit.phrase().is_none());
        behind_verb && named(comma - 1) && (other || named(comma + 1)) && ends
    }

    /// طالب فلان، المبعوث السابق إلى السودان، إسرائيل بوقف: the object behind an apposition in commas of which the reader knows not every
    /// word, with what the verb says of it behind.
    pub(super) fn behind_apposition(&self, comma: usize) -> Option<usize> {
        const LONGEST: usize = 12;
        let subject = comma.checked_sub(1).and_then(|before| self.unit_phrase(before));
        let person = subject.is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
        let first = self.units.get(comma + 1).filter(|_| person)?;
        // أستاذ العلوم السياسية: what somebody is, with whose or of what right behind it.
        let construct = || {
            let next = comma + 2;
            let definite =
                |unit: &Unit| unit.clitics == Clitics::NONE && (self.shapes[next].article || unit.phrase().is_some());
            matches!(first.kind, Kind::Word | Kind::Function)
                && !first.is_preposition()
                && !first.has(|class| {
                    matches!(class, Class::Circumstance | Class::Complement | Class::Relative | Class::Skip)
                })
                && first.clitics == Clitics::NONE
                && self.shapes[comma + 1].preposition.is_none()
                && self.units.get(next).is_some_and(definite)
        };
        let office = match self.unit_phrase(comma + 1) {
            Some(phrase) => phrase.office.is_some() && !phrase.named && first.clitics == Clitics::NONE,
            None => matches!(first.kind, Kind::Word | Kind::Function) && self.shapes[comma + 1].article || construct(),
        };
        // الذي عمل بالقوات الجوية
        let plain = |at: &usize| {
            let unit = &self.units[*at];
            !unit.is_mark()
                && (unit.kind != Kind::Verb
                    || self.units[at.saturating_sub(2)..*at].iter().any(|u| u.is(Class::Relative)))
                && !unit.is(Class::Complement)
        };
        let end = comma + 1 + (comma + 1..self.units.len()).take(LONGEST).take_while(plain).count();
        // ، المستشار السياسي لهنية، مساء السبت، حركة حماس
        let adverbs = self.skip_adverbials(end + 1);
        let day = end < self.units.len() && adverbs > end + 1 && self.units.get(adverbs).is_some_and(Unit::is_comma);
        let object = if day { adverbs } else { end } + 1;
        let comes = office
            && self.units.get(end).is_some_and(Unit::is_comma)
            && self.units.get(object).is_some_and(|unit| unit.clitics == Clitics::NONE)
            && self.bare_party(object);
        let behind = if comes { self.list(object).end } else { return None };
        (behind < self.units.len() && self.opens_complement(behind)).then_some(object)
    }

    /// طالب فلان رئيس جهاز حماية المستهلك، وزير التموين فلانا بتشكيل: the object behind a comma that closes an office of which the reader
    /// knows not every word.
    fn behind_long_title(&self, from: usize) -> Option<usize> {
        const LONGEST: usize = 7;
        let person = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let words = |at: &usize| {
            let unit = &self.units[*at];
            match unit.kind {
                Kind::Phrase(_) => !unit.clitics.has_conjunction() && !person(*at),
                Kind::Word | Kind::Noun => {
                    unit.clitics == Clitics::NONE && self.shapes[*at].preposition.is_none() && !self.shapes[*at].joined
                }
                Kind::Function => unit.has(|class| matches!(class, Class::TitleAdjective { .. } | Class::Agent)),
                Kind::Verb | Kind::Participle | Kind::Mark(_) => false,
            }
        };
        let first = self.units.get(from)?;
        let office = match self.unit_phrase(from) {
            Some(phrase) => phrase.kind == PhraseKind::Unknown && phrase.office.is_some(),
            None => matches!(first.kind, Kind::Word | Kind::Function) && !self.shapes[from].article,
        };
        let subject = from > 1 && person(from - 1) && self.units[from - 2].kind == Kind::Verb;
        if self.lang == Lang::En || !subject || !office {
            return None;
        }
        let comma = from + (from..self.units.len()).take(LONGEST).take_while(words).count();
        let object = comma + 1;
        let comes = comma > from + 1
            && self.units.get(comma).is_some_and(Unit::is_comma)
            && self.units.get(object).is_some_and(|unit| unit.clitics == Clitics::NONE)
            && self.bare_party(object);
        let end = if comes { self.list(object).end } else { return None };
        (end < self.units.len() && self.opens_complement(end)).then_some(object)
    }

    /// طالبت النقابة، الدكتور أحمد الطيب شيخ الأزهر، بتعيين: whether the object between two commas is another than the subject before
    /// the first, and not its name behind its title.
    fn is_between_commas(&self, comma: usize) -> bool {
        let mut first = comma;
        while first > 0 && self.unit_phrase(first - 1).is_some() {
            first -= 1;
        }
        let behind_verb = first > 0 && self.units[first - 1].kind == Kind::Verb;
        let (Some(subject), Some(object)) = (self.unit_phrase(comma - 1), self.unit_phrase(comma + 1)) else {
            return false;
        };
        let person = |phrase: &crate::mention::Phrase| phrase.kind == PhraseKind::Person;
        behind_verb && object.kind != PhraseKind::Unknown && (!person(subject) || subject.named)
    }

    /// انتقدت التراجع الخطير لتركيا, ثمن الجهود الشخصية للرئيس: whether ل stands before a party right behind a thing with the article and its
    /// adjectives, `words` in all.
    pub(super) fn is_owner_behind_adjectives(&self, at: usize, words: usize) -> bool {
        let owner = self.unit_phrase(at).is_some_and(|phrase| {
            let party =
                matches!(phrase.kind, PhraseKind::Person | PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent);
            party && phrase.clitics == Clitics::LI
        });
        let definite = |i: usize| {
            let unit = &self.units[i];
            let plain = matches!(unit.kind, Kind::Word | Kind::Noun | Kind::Function) && unit.clitics == Clitics::NONE;
            plain && !self.shapes[i].joined && (self.shapes[i].article || unit.is_definite_noun())
        };
        let own =
            |class| matches!(class, Class::SideHead | Class::Fault | Class::Conduct | Class::Document | Class::Effort);
        let thing =
            at.checked_sub(words).filter(|&first| self.units[first].kind == Kind::Noun || self.units[first].has(own));
        self.lang == Lang::Ar && owner && thing.is_some_and(|first| (first..at).all(definite))
    }

    /// دور الأردن, جهود مصر, سياسة واشنطن: whether a word for what somebody does stands right before whose it is.
    pub(super) fn is_deed_of_next(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let deed = |class| matches!(class, Class::SideHead | Class::Fault | Class::Conduct | Class::Effort);
        self.lang == Lang::Ar
            && unit.phrase().is_none()
            && matches!(unit.kind, Kind::Word | Kind::Function | Kind::Noun)
            && unit.clitics == Clitics::NONE
            && !self.shapes[at].article
            && !unit.is_definite_noun()
            && self.shapes[at].preposition.is_none()
            && unit.has(deed)
            && self.bare_party(at + 1)
            && !self.units[at + 1].clitics.has_conjunction()
    }

    /// وثمن دور الأردن: whether a verb of stance has right behind it what somebody does, and nobody behind that who would judge it.
    pub(super) fn judges_deed_right_behind(&self, at: usize) -> bool {
        use Predicate::{Criticised, Praised, Rejected, Supported};
        let stance = |told| matches!(told, Praised | Criticised | Rejected | Supported);
        if self.lang != Lang::Ar || at + 2 >= self.units.len() || self.units[at].kind != Kind::Verb {
            return false;
        }
        let end = if self.is_deed_of_next(at + 1) {
            self.list(at + 2).end
        } else if self.is_deed_of_nationality(at + 1) {
            at + 3
        } else {
            return false;
        };
        // وأدان بيان الاتحاد سياسة تركيا: the first is what judges the second.
        let next = self.skip_adverbs(end);
        self.tells(at, stance) && !self.bare_party(next) && !(next < self.units.len() && self.is_deed_of_next(next))
    }

    /// الدور الأردني, السياسة الأمريكية: whether a definite word for what somebody does stands right before whose it is; not البيان الأمريكي, which
    /// may judge itself.
    pub(super) fn is_deed_of_nationality(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let theirs = self.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        theirs
            && self.units[at + 1].clitics == Clitics::NONE
            && self.shapes[at + 1].definite
            && unit.phrase().is_none()
            && matches!(unit.kind, Kind::Word | Kind::Function)
            && unit.clitics == Clitics::NONE
            && unit.has(|class| matches!(class, Class::Conduct | Class::Effort))
            && !unit.has(|class| matches!(class, Class::Document | Class::Utterance | Class::Report))
            && self.shapes[at].article
    }

    /// Returns whether a word without article names what somebody says, proposes or does.
    pub(super) fn is_own_act(&self, noun: usize) -> bool {
        let unit = &self.units[noun];
        let own = |class| {
            matches!(class, Class::SideHead | Class::Fault | Class::Conduct | Class::Document | Class::Possible)
        };
        let deed = unit.kind == Kind::Noun && self.tells(noun, |told| told == Predicate::Attacked);
        let shape = &self.shapes[noun];
        unit.phrase().is_none()
            && !shape.article
            && !shape.definite
            && !shape.suffix
            && !unit.is_definite_noun()
            && (deed || unit.has(own))
    }

    /// Returns whether a preposition at a unit opens what a verb of stance says of its object: ب, ل, إلى, على, عن, من.
    pub(super) fn opens_complement(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.is(Class::Skip) || unit.is(Class::Circumstance) {
            return false;
        }
        // حمل فلان، فلانا، المسؤولية; اتهم فلان، فلانا بأنه
        if unit.phrase().is_none() && (unit.is(Class::Burden) || self.shapes[at].opens_content) {
            return true;
        }
        let written = ["ب", "ل", "إلى", "على", "عن", "من", "ضد", "مع"];
        // طالب فلان، إسرائيل بأن تنسحب
        let that = self.shapes[at].opens_content && unit.kind == Kind::Function;
        let governs = that
            || written
                .iter()
                .any(|word| self.knowledge.lexicon.preposition_id(word).is_some_and(|id| self.governs(at, id)));
        governs || unit.kind == Kind::Word && self.shapes[at].preposition.is_some()
    }
}
