//! Who says what a clause tells: قال أوباما إن …, أكد لافروف أنه …, مضيفا أن …, and the name before a headline's colon.
//!
//! The index of a unit of the clause comes in, who says it goes out; nobody where the text itself tells it.

use super::clause::{Clause, Parties, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Form, Predicate, Pronoun, Sense, Slot, Tense};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How far a clause may stand from the word that says who says it.
const REACH: usize = 30;

impl Clause<'_> {
    /// Returns who says the clause that a unit stands in.
    pub(super) fn speaker(&self, at: usize) -> Parties {
        if self.lang != Lang::Ar {
            let found = self.accuser(at, self.subjects.get(at).and_then(Option::as_ref));
            return if found.is_empty() { self.speaker_en(at) } else { found };
        }
        for before in (at.saturating_sub(REACH)..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() {
                return self.quoted_behind(before);
            }
            if unit.is(Class::Relative) {
                // إن الجرائم التي ترتكبها إسرائيل: the clause speaks of a deed, and says it of who does it.
                let deed = before + 1 == at && self.units[at].verb().is_some_and(|(.., object)| object.is_some());
                // إن إيران هي التي تدعم الإرهاب: a pronoun that only points out who does it.
                let points = before + 1 == at
                    && before > 1
                    && self.unit_phrase(before - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun)
                    && self.bare_party(before - 2);
                if deed || points {
                    continue;
                }
                return Parties::default();
            }
            if unit.is(Class::Complement) && !unit.is(Class::Auxiliary) {
                return if self.shapes[before].opens_content { self.says_that(before) } else { Parties::default() };
            }
            // مؤكدا ضرورة انسحاب إسرائيل, مشيرا إلى جرائم إسرائيل: the subject of the clause says it.
            if unit.kind != Kind::Verb && unit.is(Class::Saying) && before + 4 > at {
                let found = self.who_goes_on(before);
                if !found.is_empty() {
                    return Parties { confidence: found.confidence * 0.95, ..found };
                }
            }
            // قال هولاند "يتعين على الأسد": what is said right behind who says it.
            if unit.kind == Kind::Verb && self.is_saying(before) {
                // شدد لافروف، خلال اللقاء، على ضرورة: what the verb itself governs.
                let governed = at > 0 && self.units[at - 1].is_preposition();
                return self.saying(before).filter(|found| governed || at <= found.end + 2).unwrap_or_default();
            }
        }
        Parties::default()
    }

    /// قال فلان إن الأردن يدعم الحل، مشيرا إلى: who says more by a participle behind a comma: he who speaks, rather than the country of which he does.
    fn who_goes_on(&self, at: usize) -> Parties {
        if let Some(found) = self.speaker_who_adds(at) {
            return found;
        }
        let found = self.about(at);
        let apart = at > 0 && self.units[at - 1].is_comma() && self.units[at].kind != Kind::Verb;
        if !apart || found.list.iter().any(|party| self.is_human(party)) {
            return found;
        }
        let speaker = self.speaker_before(at).filter(|who| matches!(who.list.as_slice(), [one] if self.is_human(one)));
        speaker.or_else(|| self.who_said_so(at)).unwrap_or(found)
    }

    /// قالت روسيا إن سوريا انسحبت، مشيرة إلى: who is told to have said what stands before a unit; nobody where the text does not name him (قال رئيس
    /// اللجنة إن سوريا انسحبت، مشيرا إلى).
    fn who_said_so(&self, at: usize) -> Option<Parties> {
        let mut before = (0..at).rev().take_while(|&i| !self.units[i].is_stop());
        before.find(|&i| self.units[i].phrase().is_none() && self.shapes[i].opens_content)?;
        let verb = before.find(|&i| self.units[i].kind == Kind::Verb).filter(|&verb| self.is_saying(verb))?;
        let own = self.subjects[verb].as_ref().filter(|own| !own.is_empty() && !own.carried);
        Some(own.map(|own| Parties { confidence: own.confidence * 0.9, ..own.clone() }).unwrap_or_default())
    }

    /// Who says what stands behind a complementiser: the subject of the verb before it, or that of the clause of a participle.
    fn says_that(&self, complement: usize) -> Parties {
        const BETWEEN: usize = 24;
        let mut commas = 0;
        for before in (complement.saturating_sub(BETWEEN)..complement).rev() {
            let unit = &self.units[before];
            if unit.is(Class::Saying) && (before + 3 > complement) {
                let found = self.who_goes_on(before);
                return Parties { confidence: found.confidence * 0.95, ..found };
            }
            match unit.kind {
                // قال بوتين في مقابلة بثتها قناة العربية إن: what others do with his words says nothing.
                Kind::Verb if self.is_of_utterance(before) => {}
                Kind::Verb if self.is_saying(before) || self.is_telling(before) => {
                    return self.says_on(before).unwrap_or_default();
                }
                // قال فلان إن كذا وإن كذا: a second clause, joined to the first.
                Kind::Function if unit.is(Class::Complement) && self.shapes[before].opens_content => {
                    return if self.opens_further_content(complement) {
                        self.says_that(before)
                    } else {
                        Parties::default()
                    };
                }
                Kind::Verb if self.opens_further_content(complement) => {}
                // قال بوتين، الذي يزور طهران، إن: over a relative clause in commas.
                Kind::Verb
                    if commas > 0 && (before.saturating_sub(2)..before).any(|i| self.units[i].is(Class::Relative)) => {}
                Kind::Verb => return Parties::default(),
                Kind::Mark(super::unit::Mark::Stop) => return Parties::default(),
                Kind::Mark(_) => commas += 1,
                _ => {}
            }
        }
        Parties::default()
    }

    /// في تصريحات نقلتها الوكالة, في مقابلة مع الصحيفة نشرت اليوم, في خطاب ألقاه: whether a verb tells what is done with the words that stand
    /// before it behind "in".
    fn is_of_utterance(&self, verb: usize) -> bool {
        const WORDS: usize = 6;
        let it = self.has_object_on_it(verb) || !self.bare_party(verb + 1);
        let open =
            |&i: &usize| !self.units[i].is_mark() && self.units[i].kind != Kind::Verb && !self.shapes[i].opens_content;
        let words = (verb.saturating_sub(WORDS)..verb)
            .rev()
            .take_while(open)
            .find(|&i| self.units[i].phrase().is_none() && self.units[i].is(Class::Utterance));
        let led = |words: usize| {
            !self.shapes[words].article
                && words > 0
                && (self.is_in(words - 1) || self.units[words - 1].is(Class::Circumstance))
        };
        self.lang == Lang::Ar && self.units[verb].clitics == Clitics::NONE && it && words.is_some_and(led)
    }

    /// وأن, وإنه, and أن: whether a complementiser goes on with what the one before it opened.
    pub(super) fn opens_further_content(&self, complement: usize) -> bool {
        self.units[complement].clitics.has_conjunction()
            || self.shapes[complement].joined
            || complement > 0 && self.units[complement - 1].is(Class::Conj)
    }

    /// وأضاف أن إيران تنتهك: who speaks on is who spoke before, though another may act in between.
    fn says_on(&self, verb: usize) -> Option<Parties> {
        let found = self.saying(verb)?;
        let on = self.units[verb].means(&self.knowledge.lexicon, Sense::Adds);
        let sure = found.carried && found.list.len() == 1 && (on && verb < 2 || self.goes_on_to_say(verb, &found));
        Some(if sure { Parties { carried: false, ..found } } else { found })
    }

    /// نددت فرنسا بالقصف، وقالت إن روسيا: whether a verb of saying goes on with who acts in the clause before; وقال إن: or, where it opens the
    /// sentence, with the man of whom the one before is.
    fn goes_on_to_say(&self, verb: usize, found: &Parties) -> bool {
        let joined = self.lang == Lang::Ar && self.units[verb].clitics == Clitics::WA && self.tells_speech(verb);
        if !joined {
            return false;
        }
        let same = |own: &Parties| own.list.len() == 1 && own.list[0].referent == found.list[0].referent;
        match self.actor_before(verb) {
            Some((_, own)) => same(own),
            None => verb == 0 && self.is_human(&found.list[0]),
        }
    }

    /// Returns whether a verb may have what is said behind it.
    pub(super) fn is_saying(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            // "said Iran violated": an English verb that charges somebody says nothing itself.
            let charges = self.lang == Lang::En && trigger.subject.first() == Some(&Slot::Speaker);
            trigger.flags.speech
                || !(trigger.flags.light || charges)
                    && trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Conflict)
        })
    }

    /// أبلغ بوتين أردوغان أن على تركيا: whether a verb tells somebody who is named what stands behind "that"; not أبلغ بوتين أن, which may be "was
    /// told".
    fn is_telling(&self, verb: usize) -> bool {
        let told = |form: &Form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate == Some(Predicate::Briefed) && trigger.subject.first() == Some(&Slot::Subject)
        };
        let Some((.., object)) = self.units[verb].verb() else { return false };
        let Some(teller) = self.subjects[verb].as_ref().filter(|_| self.units[verb].forms.iter().any(told)) else {
            return false;
        };
        let next = if teller.carried { verb + 1 } else { teller.end };
        let addressed = |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.clitics == Clitics::LI);
        object.is_some() || self.bare_party(next) || addressed(next)
    }

    /// The subject of a verb of saying; one of an earlier sentence only where the verb leaves its own out.
    fn saying(&self, verb: usize) -> Option<Parties> {
        // للنظام الذي قال إنه يقتل: of a relative clause it is not told who speaks.
        if verb > 0 && self.units[verb - 1].is(Class::Relative) {
            return None;
        }
        let subject = self.subjects[verb].as_ref().filter(|found| !found.is_empty() && !found.opaque)?;
        let left_out = self.units.get(verb + 1).is_some_and(|next| {
            next.is_mark()
                || next.kind == Kind::Function
                    && next.has(|class| {
                        matches!(
                            class,
                            Class::Complement | Class::Skip | Class::Prep(_) | Class::Circumstance | Class::Duty
                        )
                    })
                // وأضاف قائلا إن: how he goes on.
                || self.lang == Lang::Ar && next.phrase().is_none() && next.is(Class::Saying)
        });
        if subject.carried && (!left_out || subject.list.len() > 1) {
            return None;
        }
        let end = if subject.carried { verb + 1 } else { subject.end };
        Some(Parties { end, ..subject.clone() })
    }

    /// إيران: ندعم الأسد, قال أردوغان "نطالب إسرائيل": who speaks of himself with the verb at a unit.
    pub(super) fn first_person(&self, at: usize) -> Option<Parties> {
        // ألتقي is spelt like التقى: only right behind the colon of a headline (كيري: أتفق) is it the former.
        let own = self.opens_own_words(at) || self.is_of_us(at);
        if !own && self.units[at].persons().iter().any(|(_, gender, _)| gender.is_some()) {
            return None;
        }
        let said = (0..at).rev().find(|&before| self.units[before].is_stop() || self.is_saying(before));
        let found =
            said.and_then(
                |said| {
                    if self.units[said].is_stop() { Some(self.quoted_behind(said)) } else { self.saying(said) }
                },
            );
        let found = found.filter(|found| !found.is_empty()).unwrap_or_else(|| self.own_words(at));
        (!found.is_empty()).then(|| Parties {
            end: at + 1,
            carried: false,
            confidence: found.confidence * 0.95,
            ..found
        })
    }

    /// قال كيري "لقائي مع", مضيفا "محادثاتنا مع": who says the words that a unit stands in, be it in the sentence before.
    pub(super) fn own_words(&self, at: usize) -> Parties {
        let mut opened = self.lang == Lang::En;
        for before in (0..=at).rev() {
            let unit = &self.units[before];
            if before < at {
                let found = match unit.kind {
                    _ if unit.is_stop() => self.quoted_behind(before),
                    // "تتهم كييف بلادنا": but not a verb of the words themselves.
                    Kind::Verb if opened && self.is_saying(before) => self.saying(before).unwrap_or_default(),
                    Kind::Participle if opened && unit.is(Class::Saying) => self.about(before),
                    _ => Parties::default(),
                };
                if !found.is_empty() {
                    return Parties { end: at + 1, carried: false, confidence: found.confidence * 0.95, ..found };
                }
                if opened && unit.kind == Kind::Verb && self.is_saying(before) {
                    break;
                }
            }
            opened |= self.shapes[before].marked || unit.is(Class::Complement);
        }
        let found = self.said_behind(at);
        if !found.is_empty() {
            return Parties { end: at + 1, carried: false, confidence: 0.9, ..found };
        }
        self.quoted.map_or_else(Parties::default, |party| Parties::new(vec![party], 0.8, at + 1))
    }

    /// "سنزور بيروت"، قال لافروف: who says what stands before, where the sentence begins with a quotation mark.
    fn said_behind(&self, at: usize) -> Parties {
        let quoted = self.lang == Lang::Ar && self.shapes.first().is_some_and(|shape| shape.marked);
        let says = |&verb: &usize| {
            self.units[verb].kind == Kind::Verb
                && self.is_saying(verb)
                && (self.shapes[verb].marked || self.units[verb - 1].is_comma())
                && self.bare_party(verb + 1)
        };
        let verb = (at + 1..self.units.len()).filter(|_| quoted).find(says);
        verb.map_or_else(Parties::default, |verb| self.list(verb + 1))
    }

    /// استقبلني, طلب منا: who speaks, of what is done to him by the word at `head`; of "us", where it is a contact or a demand: in
    /// دعمتنا it is his country.
    pub(super) fn speaker_acted_on(&self, at: usize, head: usize, pronoun: Pronoun) -> Vec<Party> {
        if pronoun.number != Number::Singular && !self.reaches_speaker(head) {
            return Vec::new();
        }
        self.own_words(at).list
    }

    /// Whether what a word tells of "us" is done to who speaks, and not to his country: a contact, or a demand.
    pub(super) fn reaches_speaker(&self, head: usize) -> bool {
        self.tells(head, |told| told.family() == Family::Contact || told == Predicate::DemandedOf)
    }

    /// كيري: أتفق, عاجل | كيري: أتفق: whether a unit is the first behind the colon of a headline.
    fn opens_own_words(&self, at: usize) -> bool {
        at > 1 && self.units[at - 1].is_stop() && self.is_alone(at - 2)
    }

    /// قال فلان: وصلت إلى: whether a unit is the first behind a colon without a quotation mark, and what its verb takes behind a
    /// preposition comes next, so that nobody else does it.
    fn opens_told_words(&self, at: usize) -> bool {
        let next = self.skip_adverbs(at + 1);
        let leads = self.units.get(next).is_some_and(|unit| unit.is_preposition() || unit.clitics.has_preposition());
        self.told_from(at).is_some() && leads
    }

    /// قال فلان: وصلت, قال فلان: لقد وصلت: the mark that a verb stands right behind, but for what strengthens it.
    fn told_from(&self, at: usize) -> Option<usize> {
        let strengthens = |unit: &Unit| unit.phrase().is_none() && unit.kind == Kind::Function && unit.is(Class::Qad);
        let before = at.checked_sub(1)?;
        let stop = before - usize::from(before > 0 && strengthens(&self.units[before]));
        (stop > 0 && self.units[stop].is_stop()).then_some(stop)
    }

    /// قال فلان: تحدثنا مع فلان: whether a verb that may be "we" or "he … us" opens what somebody says, and what it takes stands behind a
    /// preposition.
    fn is_of_us(&self, at: usize) -> bool {
        let ours =
            |&(_, gender, number): &(Tense, Option<Gender>, Number)| gender.is_none() && number == Number::Plural;
        self.lang == Lang::Ar && self.opens_told_words(at) && self.units[at].persons().iter().any(ours)
    }

    /// Whether a unit is a noun or a plain word with the article.
    fn is_definite(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.is_definite_noun() || self.shapes[at].article)
    }

    /// Whether a phrase at a unit names a man, who is no subject of a feminine verb.
    fn is_man(&self, at: usize) -> bool {
        self.unit_phrase(at)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.gender == Some(Gender::Masculine))
    }

    /// قال كيري "عقدت", "لقد عقدت": whether a unit is the first behind a quotation mark but for words that open a clause.
    pub(super) fn opens_quote(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let open = |before: &usize| matches!(self.units[*before].kind, Kind::Function | Kind::Word);
        let mut before = (at.saturating_sub(WORDS)..at).rev().take_while(open);
        let first = if self.shapes[at].marked { Some(at) } else { before.find(|&before| self.shapes[before].marked) };
        // ندوة «مستقبل مصر» عقدت: the second mark closes.
        first.is_some_and(|first| (0..=first).filter(|&unit| self.shapes[unit].marked).count() % 2 == 1)
    }

    /// Whether a unit opens its sentence, or stands behind a mark that does so or that ends what was before.
    fn is_alone(&self, at: usize) -> bool {
        match at.checked_sub(1) {
            None => true,
            Some(before) => before == 0 && self.units[0].is_mark() || self.units[before].is_stop(),
        }
    }

    /// أوباما: تحدثت مع روحاني: a past of the headline's speaker that is spelt as the feminine, where nobody stands behind it who
    /// could be its subject.
    pub(super) fn first_person_past(&self, at: usize, found: Option<&Parties>) -> Option<Parties> {
        let feminine = || self.units[at].persons().contains(&(Tense::Past, Some(Gender::Feminine), Number::Singular));
        let nobody = found.is_none_or(|found| found.is_empty() && !found.opaque || found.carried);
        if self.lang == Lang::En || !nobody || !feminine() {
            return None;
        }
        let speaker = match () {
            () if self.opens_own_words(at) => self.quoted_behind(at - 1),
            () if self.opens_told_words(at) => self.quoted_behind(self.told_from(at).unwrap_or(at - 1)),
            // "بدأت المحادثات": a noun with the article may be its subject.
            () if self.opens_quote(at) && (!self.is_definite(at + 1) || self.is_man(at + 1)) => self.own_words(at),
            () => return None,
        };
        let [party] = speaker.list.as_slice() else { return None };
        self.is_human(party).then_some(Parties { end: at + 1, carried: false, ..speaker })
    }

    /// أردوغان: إسرائيل ترتكب, وقال أوباما: who speaks before a colon.
    pub(super) fn quoted_behind(&self, stop: usize) -> Parties {
        let Some(last) = stop.checked_sub(1) else { return Parties::default() };
        let first = usize::from(self.units[0].is_mark());
        if last == first && self.bare_party(last) {
            return Parties { confidence: 0.85, ..self.list(last) };
        }
        if let Some(speaker) = self.hails_before(stop) {
            return speaker;
        }
        const WORDS: usize = 8;
        let verb = (stop.saturating_sub(WORDS)..stop)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb);
        let verb = verb.filter(|&verb| self.is_saying(verb));
        verb.and_then(|verb| self.saying(verb).or_else(|| self.saying_in_relative(verb))).unwrap_or_default()
    }

    /// استقبل السفير الذي قال: whom a relative clause describes, where a colon stands behind its verb of saying, is who speaks.
    fn saying_in_relative(&self, verb: usize) -> Option<Parties> {
        let relative = self.lang == Lang::Ar && verb > 0 && self.units[verb - 1].is(Class::Relative);
        let (_, gender, number, _) = self.units[verb].verb().filter(|_| relative)?;
        let found = self.relative_subject(verb, gender, number)?;
        let [party] = found.list.as_slice() else { return None };
        self.is_human(party).then(|| Parties { end: verb + 1, ..found })
    }
}
