//! The search for the bare object of a verb: where it begins, what it steps over from unit to unit, and what ends it.

use super::argument_search::Next;
use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Membership, Predicate};
use crate::mention::{Phrase, PhraseKind};

/// What is sought: the object of a verb whose subject ends before `from`.
pub(super) struct ObjectSeeker<'c> {
    pub(super) clause: &'c Clause<'c>,
    pub(super) from: usize,
    /// Whose the thing is counts as the object: انتقد موقف روسيا.
    pub(super) inside: bool,
}

/// How far the search has come.
#[derive(Default)]
pub(super) struct ObjectWay {
    pub(super) at: usize,
    /// Plain words on the way.
    pub(super) words: usize,
    commas: usize,
    /// Whether adverbs stand right before: استقبل الملك، اليوم.
    adverbial: bool,
}

impl ObjectWay {
    /// Goes on from a unit, behind so many more words.
    fn on(&mut self, at: usize, words: usize) -> Next {
        self.at = at;
        self.words += words;
        Next::On
    }
}

impl ObjectSeeker<'_> {
    /// The object, sought from where the way begins.
    pub(super) fn parties(&self) -> Parties {
        const REACH: usize = 3;
        let mut way = ObjectWay { at: self.behind_first_comma(self.begins()), ..ObjectWay::default() };
        while way.at < self.clause.units.len() && way.words <= REACH && !self.comes_along(way.at) {
            match self.next(&mut way) {
                Next::On => {}
                Next::Stop => break,
                Next::Found(found) => return found,
            }
        }
        Parties::default()
    }

    /// Where the way begins: behind the rest of the title or of the place and day of whoever acts.
    fn begins(&self) -> usize {
        let (clause, from) = (self.clause, self.from);
        let at = match clause.lang {
            Lang::Ar => clause.over_attribute(clause.over_titles(from)),
            Lang::En if !self.inside => clause.behind_place_and_day(from),
            Lang::En => from,
        };
        if (from..at.min(clause.units.len())).any(|at| self.comes_along(at)) { from } else { at }
    }

    /// زار فلان المتحف بصحبة فلان: whether a word says that who stands behind it comes along, and is not the object.
    fn comes_along(&self, at: usize) -> bool {
        let unit = &self.clause.units[at];
        self.is_arabic() && unit.phrase().is_none() && unit.is(Class::Company)
    }

    /// Where the way goes on if it begins at a comma: behind it, or behind what it opens.
    fn behind_first_comma(&self, at: usize) -> usize {
        let clause = self.clause;
        if !self.is_arabic() || !clause.units.get(at).is_some_and(Unit::is_comma) {
            return at;
        }
        // انتقد السفير، فلان، الحكومة: the comma closes the apposition.
        // A title without a name may be his, too.
        let title = |p: &Phrase| p.kind == PhraseKind::Unknown && p.office.is_some();
        let closes = at > 0
            && clause.shapes[at - 1].enclosed
            && clause.bare_party(at + 1)
            && !clause.unit_phrase(at + 1).is_some_and(title);
        if closes || self.inside && clause.is_object_behind_comma(at) {
            at + 1
        } else if self.inside {
            clause.behind_apposition(at).unwrap_or(at)
        } else {
            clause.behind_parenthesis(at)
        }
    }

    /// What the unit says at which the way stands: whether it ends there, goes on behind, or who the object is.
    fn next(&self, way: &mut ObjectWay) -> Next {
        if way.words > 0 && self.clause.joins_unnamed(self.from, way.at) {
            return Next::Found(Parties { confidence: 0.8, ..self.clause.list(way.at) });
        }
        if self.is_estimate(way.at) {
            return way.on(way.at + 1, 0);
        }
        if self.clause.limit(way.at) || self.opens_aim(way) {
            return Next::Stop;
        }
        self.past_leader(way)
            .or_else(|| self.at_comma(way))
            .or_else(|| self.english_owner(way.at).map(Next::Found))
            .or_else(|| self.placed(way).map(Next::Found))
            .or_else(|| self.at_country_of_other_noun(way))
            .or_else(|| self.at_party(way))
            .or_else(|| self.unnamed_or_owner(way).map(Next::Found))
            .or_else(|| self.past_adverbials(way))
            .unwrap_or_else(|| self.past_word(way))
    }

    /// قتلت نحو 50 فلسطينيا, نحو عشرين فلسطينيا: whether a word spelt like a preposition says that the number behind it is a rough one.
    fn is_estimate(&self, at: usize) -> bool {
        let (clause, units) = (self.clause, self.clause.units);
        let people = |at: usize| clause.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        let number = || {
            clause.shapes.get(at + 1).is_some_and(|shape| shape.digits)
                || units.get(at + 1).is_some_and(|unit| unit.kind == Kind::Word) && people(at + 2)
        };
        self.is_arabic() && units[at].phrase().is_none() && clause.is_preposition_of(at, "نحو") && number()
    }

    /// "rejected any attempts to displace Palestinians": whether behind "to" stands to whom something else would be done.
    fn opens_aim(&self, way: &ObjectWay) -> bool {
        let (clause, at) = (self.clause, way.at);
        let unit = &clause.units[at];
        clause.lang == Lang::En
            && (way.words > 0 && unit.is_to() || self.inside && clause.is_aim(at) && unit.phrase().is_none())
            && clause.units.get(at + 1).is_some_and(|next| next.phrase().is_none())
    }

    /// دعا الحزب برئاسة فلان إلى: who leads the one that acts is not acted on.
    fn past_leader(&self, way: &mut ObjectWay) -> Option<Next> {
        let (clause, at) = (self.clause, way.at);
        let body = || at.checked_sub(1).and_then(|before| clause.unit_phrase(before)).map(|phrase| phrase.kind);
        let led = way.words == 0
            && self.is_arabic()
            && clause.units[at].is(Class::Members(Membership::Led))
            && clause.bare_party(at + 1)
            && body() == Some(PhraseKind::Body);
        led.then(|| way.on(clause.list(at + 1).end, 0))
    }

    /// Where the way goes on behind a comma, or behind the parenthesis that it opens; or ends there.
    fn at_comma(&self, way: &mut ObjectWay) -> Option<Next> {
        const MOST: usize = 4;
        let (clause, at) = (self.clause, way.at);
        if !clause.units[at].is_comma() {
            return None;
        }
        // حث كيري، خلال لقائه عباس، إسرائيل: whom he met meanwhile is not the object.
        if way.words == 0
            && self.is_arabic()
            && let Some(end) = clause.past_noun_in_parenthesis(clause.skip_adverbials(at + 1))
        {
            return Some(way.on(end + 1, 0));
        }
        if clause.resumes(at) {
            return Some(way.on(at + 1, 0));
        }
        way.commas += 1;
        // استقبل الملك، اليوم، بقصره بالرباط، كيري: adverbs between commas.
        let adverbs = way.adverbial && !self.inside && self.is_party(at + 1);
        if adverbs {
            return Some(way.on(at + 1, 0));
        }
        let may = way.words == 0 && way.commas <= MOST;
        let over = if may { self.past_parenthesis(at) } else { None };
        Some(over.map_or(Next::Stop, |next| way.on(next, 0)))
    }

    /// Where the way goes on behind a parenthesis; وانتقد لافروف، في مؤتمر صحفي، أمريكا: of a stance only where a party stands right behind it.
    fn past_parenthesis(&self, comma: usize) -> Option<usize> {
        let clause = self.clause;
        let next = clause.over_parenthesis(comma)?;
        // حذر فلان، من انهيار الوزارة: what the verb says of it, and no parenthesis.
        let says = || self.is_arabic() && clause.opens_complement(comma + 1);
        (!self.inside || clause.bare_party(next) && !says()).then_some(next)
    }

    /// Who stands behind the word for the place where he is: "the rebel-held town of Homs".
    fn placed(&self, way: &ObjectWay) -> Option<Parties> {
        let there = way.words > 0 && self.clause.placed(way.at);
        there.then(|| Parties { confidence: 0.9, ..self.clause.list(way.at + 1) })
    }

    /// A country that stands there for another noun, and is not whom one meets.
    fn at_country_of_other_noun(&self, way: &mut ObjectWay) -> Option<Next> {
        let (clause, at) = (self.clause, way.at);
        if self.inside || at <= self.from {
            return None;
        }
        // يلتقي مرسي خلال زيارته ألمانيا عددا من: where he goes is not whom he meets.
        if self.is_arabic() && clause.is_goal_of_noun(at) {
            return Some(way.on(at + 1, 0));
        }
        // تصافح كيري ولافروف أمام علمي البلدين, لأول مرة في تاريخ البلدين: whose something is, and nobody who is met.
        let both = clause.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::BothCountries);
        both.then(|| Next::Found(Parties { opaque: true, ..Parties::default() }))
    }

    /// The party itself, unless it stands there for something else.
    fn at_party(&self, way: &mut ObjectWay) -> Option<Next> {
        let (clause, at) = (self.clause, way.at);
        if !self.is_party(at) {
            return None;
        }
        // استقبل الأمير بمكتب سموه السفير: whose the office is, and nobody who is received.
        if at > self.from && clause.is_honour_of_place(at) {
            return Some(way.on(at + 1, 0));
        }
        // انتقد البيان إسرائيل: a noun with the article is no owner's deed but who does it.
        if self.inside && way.words > 0 && clause.shapes[at - 1].article {
            // انتقد السياسة السعودية: the name of the country is spelt like its adjective.
            let adjective = clause.shapes[at].adjectival && clause.shapes[at - 1].feminine;
            let theirs = || Next::Found(Parties::new(clause.parties_of(at), 0.7, at + 1));
            return Some(if adjective { theirs() } else { Next::Stop });
        }
        // يصل إلى حد الموافقة على ترشيح تركيا، على أرض مصر: whose the thing is that a preposition governs.
        if at > self.from && clause.is_owner_of_governed(at) {
            return Some(way.on(clause.list(at).end.max(at + 1), 1));
        }
        let found = if self.is_of_something_else(way) {
            Parties { opaque: true, ..Parties::default() }
        } else {
            self.list_from(way)
        };
        Some(Next::Found(found))
    }

    /// Where the way goes on behind adverbs; it ends where the verb begins to say something of its object.
    fn past_adverbials(&self, way: &mut ObjectWay) -> Option<Next> {
        let (clause, at) = (self.clause, way.at);
        // طالب بالتحقيق مع: whom the verb is about stands before what it wants of him.
        if self.inside && self.is_arabic() && clause.opens_complement(at) {
            return Some(Next::Stop);
        }
        let unit = &clause.units[at];
        let next = match clause.lang {
            Lang::Ar => clause.skip_adverbials(at),
            Lang::En => {
                let skipped = |class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_));
                at + usize::from(unit.phrase().is_none() && unit.has(skipped))
            }
        };
        way.adverbial = next > at && self.is_arabic();
        if next <= at {
            return None;
        }
        // وعد كيري بعد لقائه عباس بمساعدة: whom he met meanwhile is not the object.
        let met = way.adverbial
            && clause.units[next - 1].owner().is_some()
            && clause.tells(next - 1, |told| matches!(told, Predicate::Met | Predicate::Hosted))
            && clause.bare_party(next);
        Some(way.on(if met { clause.list(next).end } else { next }, 0))
    }

    /// Where the way goes on behind a word that may stand before the object, or ends there; or whose nationality stands there.
    fn past_word(&self, way: &mut ObjectWay) -> Next {
        let (clause, at) = (self.clause, way.at);
        let unit = &clause.units[at];
        // وكذلك حليفتي سوريا: the list goes on.
        if self.is_arabic() && unit.is(Class::ListMore) {
            return Next::Stop;
        }
        match unit.kind {
            Kind::Noun if self.inside && !unit.clitics.has_preposition() => way.on(at + 1, 1),
            // "shelled the rebel-held town of Homs"
            Kind::Function if at > self.from && clause.is_of_place(at) => way.on(at + 1, 0),
            // زار مدينة بنغازي: what kind of place it is.
            Kind::Function if clause.opens_place(at) => way.on(at + 1, 0),
            // "met during the U.N. General Assembly"
            Kind::Function if clause.lang == Lang::En && unit.is(Class::Circumstance) => Next::Stop,
            // امتدح لاعبا وسكت فلان: what is joined is a clause of its own.
            Kind::Word if way.words > 0 && clause.shapes[at].joined && clause.bare_party(at + 1) => Next::Stop,
            Kind::Word | Kind::Function if !unit.is_preposition() && !unit.is(Class::Conj) => way.on(at + 1, 1),
            Kind::Phrase(_) if way.words > 0 && !unit.clitics.has_preposition() && !unit.clitics.has_conjunction() => {
                self.nationality_behind_words(way).map_or(Next::Stop, Next::Found)
            }
            _ => Next::Stop,
        }
    }

    /// Whether a phrase can be the object by itself, without "and" on it.
    fn is_party(&self, at: usize) -> bool {
        self.clause.bare_party(at) && !self.clause.units[at].clitics.has_conjunction()
    }

    pub(super) fn is_arabic(&self) -> bool {
        self.clause.lang == Lang::Ar
    }
}
