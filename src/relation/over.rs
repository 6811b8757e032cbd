//! What the reader steps over on the way to an argument: adverbials, titles, parentheses and relative clauses.
//!
//! The index of a unit comes in, the index where the clause goes on goes out.

use super::clause::Clause;
use super::unit::{Kind, Mark, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Membership, PrepId, Shape};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;

impl Clause<'_> {
    /// Skips adverbs and short prepositional phrases.
    pub(super) fn skip_adverbials(&self, mut at: usize) -> usize {
        let start = at;
        loop {
            let Some(unit) = self.units.get(at) else { return at };
            if at > start + 10 {
                return start;
            }
            let adverb = unit.phrase().is_none()
                && unit.kind != Kind::Verb
                && unit.kind != Kind::Noun
                && unit.has(|class| {
                    matches!(
                        class,
                        Class::Skip
                            | Class::Day(_)
                            | Class::Weekday(_)
                            | Class::Last
                            | Class::Next
                            | Class::This
                            | Class::Month(_)
                            | Class::PrepPronoun(_)
                    )
                });
            let before_adverb = unit.is_comma()
                && at > start
                && self.units.get(at + 1).is_some_and(|next| {
                    next.kind == Kind::Word
                        || next.has(|c| matches!(c, Class::Skip | Class::Day(_) | Class::Weekday(_)))
                });
            // الأحد 17 مارس
            let day = unit.kind == Kind::Word
                && at > start
                && self.units[at - 1].has(|class| matches!(class, Class::Weekday(_) | Class::Day(_)))
                && self.units.get(at + 1).is_some_and(|next| next.has(|class| matches!(class, Class::Month(_))));
            if let Some(end) = self.past_date(at).filter(|&end| end > at) {
                at = end;
            } else if adverb || before_adverb || day {
                at += 1;
            } else if let Some(next) = self.skip_state(at) {
                at = next;
            } else if let Some(next) = self.skip_preposition(at) {
                at = next;
            } else {
                return at;
            }
        }
    }

    /// وصلت القاهرة فجر الأحد، بعثة, استقبل - الاثنين - الوزير: over a comma that ends adverbs, or encloses them, before
    /// a bare phrase; `next` itself where there is none.
    pub(super) fn behind_comma(&self, from: usize, next: usize) -> usize {
        const MOST: usize = 3;
        let comma = |at: usize| self.units.get(at).is_some_and(Unit::is_comma);
        let party =
            |at: usize| self.bare_party(at) && !self.units[at].clitics.has_conjunction() && !self.opens_clause(at + 1);
        if let Some(behind) = self.past_circumstances(from).filter(|&behind| party(behind)) {
            return behind;
        }
        // لقائه، أمس، في مكتبه، الوزير: several in a row.
        let mut at = next;
        for _ in 0..MOST {
            if !comma(at) {
                break;
            }
            if at > from && party(at + 1) {
                return at + 1;
            }
            match self.over_parenthesis(at) {
                Some(behind) if party(behind) => return behind,
                Some(behind) if behind > at && comma(behind) => at = behind,
                _ => break,
            }
        }
        next
    }

    /// استقبل، على هامش أعمال الدورة العشرين للجمعية العامة، الرئيس: one past what two commas enclose right behind a verb, where a
    /// preposition opens it and no verb stands in it.
    fn past_circumstances(&self, comma: usize) -> Option<usize> {
        const LONGEST: usize = 14;
        let opens = self.units.get(comma + 1).is_some_and(|unit| {
            unit.is_preposition()
                || unit.is(Class::Circumstance)
                || self.shapes[comma + 1].preposition.is_some()
                || unit.clitics.has_preposition()
        });
        if self.lang == Lang::En || !opens || !self.units[comma].is_comma() {
            return None;
        }
        let ends = |unit: &Unit| {
            unit.is_mark()
                || unit.kind == Kind::Verb
                || unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Relative | Class::Complement))
        };
        let close = (comma + 2..self.units.len().min(comma + LONGEST)).find(|&at| ends(&self.units[at]))?;
        self.units[close].is_comma().then_some(close + 1)
    }

    /// بلده الثاني الأردن, مملكة البحرين: whether a word for a place at a unit has the country's name right behind it, and no city's behind that.
    pub(super) fn opens_land(&self, at: usize) -> bool {
        let kind =
            |at: usize| self.unit_phrase(at).filter(|phrase| phrase.clitics == Clitics::NONE).map(|phrase| phrase.kind);
        let head = &self.units[at];
        let opens = head.phrase().is_none() && head.is(Class::PlaceHead) && head.clitics == Clitics::NONE;
        opens && kind(at + 1) == Some(PhraseKind::Country) && kind(at + 2) != Some(PhraseKind::Place)
    }

    pub(super) fn is_demonym(&self, at: usize) -> bool {
        self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE)
    }

    /// العاصمة الأردنية, العاصمة السعودية: whether the nationality of the place before a unit stands there, be it spelt like the name of the
    /// country.
    fn is_nationality_of_place(&self, at: usize) -> bool {
        let country = |phrase: &Phrase| phrase.kind == PhraseKind::Country && phrase.clitics == Clitics::NONE;
        self.is_demonym(at) || self.unit_phrase(at).is_some_and(country) && self.shapes[at].adjectival
    }

    /// العاصمة المصرية القاهرة: whether the nationality of a place stands at a unit, and right behind it its name.
    pub(super) fn is_named_behind_demonym(&self, at: usize) -> bool {
        let kind =
            |at: usize| self.unit_phrase(at).filter(|phrase| phrase.clitics == Clitics::NONE).map(|phrase| phrase.kind);
        kind(at) == Some(PhraseKind::Demonym) && matches!(kind(at + 1), Some(PhraseKind::Place | PhraseKind::Country))
    }

    /// دعوة للرئيس، باسم فلان، لزيارة: one past what a comma at a unit opens and another one closes, where no verb stands in it.
    pub(super) fn past_commas(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 5;
        self.units.get(open).filter(|unit| unit.is_comma())?;
        let ends = |unit: &Unit| unit.is_mark() || unit.kind == Kind::Verb;
        let close = (open + 2..self.units.len().min(open + 2 + LONGEST)).find(|&at| ends(&self.units[at]))?;
        self.units[close].is_comma().then_some(close + 1)
    }

    /// غادر البشير والوفد المرافق له القاهرة: one past the company of a party, `end` where it has none.
    pub(super) fn past_company(&self, end: usize) -> usize {
        const WORDS: usize = 2;
        let first = end + usize::from(self.units.get(end).is_some_and(Unit::is_comma));
        let company = self.units.get(first).is_some_and(|unit| unit.delegation && unit.clitics.has_conjunction());
        if !company || self.lang == Lang::En {
            return end;
        }
        let behind = (first + 1..self.units.len().min(first + 2 + WORDS)).find(|&at| self.units[at].kind != Kind::Word);
        match behind {
            Some(at) if self.units[at].has(|class| matches!(class, Class::PrepPronoun(_))) => at + 1,
            _ => end,
        }
    }

    /// Skips a participle that tells where somebody comes from, goes or is: قادما من الدوحة, الموجود في جنيف.
    pub(super) fn skip_state(&self, at: usize) -> Option<usize> {
        let unit = &self.units[at];
        let state = unit.kind == Kind::Participle
            && !unit.clitics.has_preposition()
            && unit.forms.iter().any(|form| {
                let row = self.knowledge.lexicon.trigger(form.trigger);
                matches!(form.shape, Shape::Participle { definite, .. } if row.is_journey() && (!definite || row.flags.abroad))
            });
        if !state {
            return None;
        }
        // الموجود حاليا في جنيف
        let time = |unit: &Unit| {
            unit.phrase().is_none()
                && unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_)))
        };
        let next = at + 1 + usize::from(self.units.get(at + 1).is_some_and(time));
        if self.units.get(next).is_some_and(|unit| unit.is_preposition() || unit.clitics.has_preposition()) {
            self.skip_preposition(next)
        } else {
            None
        }
    }

    /// Skips a prepositional phrase of a few words; returns where it ends.
    pub(super) fn skip_preposition(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at)?;
        if let Some(phrase) = self.unit_phrase(at) {
            return phrase.clitics.has_preposition().then_some(at + 1);
        }
        if let Some(end) = self.past_presidency(at) {
            return Some(end);
        }
        let own = unit.is_preposition() || unit.is(Class::Circumstance);
        let clitic = (unit.kind == Kind::Word && self.shapes[at].preposition.is_some())
            || (unit.clitics.has_preposition() && matches!(unit.kind, Kind::Noun | Kind::Function | Kind::Word));
        if !own && !clitic {
            return None;
        }
        // بعدد من المسؤولين: the phrase behind belongs to the preposition.
        if clitic && unit.is(Class::Each) && self.unit_phrase(at + 1).is_some() {
            return Some(at + 2);
        }
        // بالعاصمة الأردنية عمان
        if clitic && unit.is(Class::PlaceHead) && self.is_nationality_of_place(at + 1) {
            let named = self.unit_phrase(at + 2).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country) && phrase.clitics == Clitics::NONE
            });
            return Some(at + 2 + usize::from(named));
        }
        // بمطار القاهرة الدولي
        if unit.is(Class::PlaceHead)
            && (self.unit_phrase(at + 1).is_some_and(|p| p.kind == PhraseKind::Place && p.clitics == Clitics::NONE)
                || self.is_namesake(at + 1))
        {
            let adjective = self.units.get(at + 2).is_some_and(|unit| {
                unit.phrase().is_none() && unit.has(|class| matches!(class, Class::TitleAdjective { .. }))
            });
            return Some(at + 2 + usize::from(adjective));
        }
        let mut next = at + 1;
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            match unit.kind {
                Kind::Phrase(_) if words == 0 && own && !unit.clitics.has_preposition() => return Some(next + 1),
                // في مقر إقامته المؤقت: an adjective that titles have, too.
                Kind::Function if words > 0 && unit.has(|class| matches!(class, Class::TitleAdjective { .. })) => {
                    next += 1;
                }
                // بمكتب سموه, في قصر سموه: whose it is.
                Kind::Phrase(_) if (clitic || words > 0) && self.is_honour_of_place(next) => return Some(next + 1),
                // أدان خلال الاتصال القصف التركي: a noun with the article has no genitive, so that the next one is no part of the phrase.
                Kind::Noun if words > 0 && self.lang == Lang::Ar && self.units[next - 1].is_definite_noun() => break,
                Kind::Word | Kind::Noun if words < 3 && self.shapes[next].preposition.is_none() => {
                    words += 1;
                    next += 1;
                }
                Kind::Function
                    if unit.has(|class| {
                        matches!(
                            class,
                            Class::PlaceHead
                                | Class::Skip
                                | Class::Period(_)
                                | Class::Month(_)
                                | Class::Weekday(_)
                                | Class::Last
                                | Class::Next
                                | Class::This
                        )
                            // وصل إلى بيروت على متن طائرة عسكرية, على رأس وفد كبير
                            || words > 0 && own && matches!(class, Class::Vehicle | Class::Deputation)
                    }) && !unit.is(Class::Each) =>
                {
                    next += 1;
                    // العاصمة السعودية الرياض: its demonym and its name.
                    if unit.is(Class::PlaceHead) {
                        for kinds in [[PhraseKind::Demonym; 2], [PhraseKind::Place, PhraseKind::Country]] {
                            let follows = self
                                .unit_phrase(next)
                                .is_some_and(|p| kinds.contains(&p.kind) && p.clitics == Clitics::NONE);
                            next += usize::from(follows);
                        }
                        next += usize::from(self.is_namesake(next));
                        // في مطار جدة أمير المنطقة: what comes next is no part of it, but for مطار القاهرة الدولي.
                        if self.unit_phrase(next - 1).is_some_and(|p| p.kind == PhraseKind::Place)
                            || self.is_namesake(next - 1)
                        {
                            let adjective = self.units.get(next).is_some_and(|unit| {
                                unit.phrase().is_none()
                                    && unit.has(|class| matches!(class, Class::TitleAdjective { .. }))
                            });
                            return Some(next + usize::from(adjective));
                        }
                    }
                }
                _ => break,
            }
        }
        // قبل مغادرته القاهرة: the place of a journey whose traveller the suffix is.
        if own
            && words > 0
            && self.units[next - 1].kind == Kind::Noun
            && self.units[next - 1].owner().is_some()
            && self.units[next - 1].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).is_journey())
            && self.unit_phrase(next).is_some_and(|p| {
                matches!(p.kind, PhraseKind::Place | PhraseKind::Country) && p.clitics == Clitics::NONE
            })
        {
            return Some(next + 1);
        }
        // على هامش اجتماعات الجمعية العامة: whose they are, whom nobody met.
        let whose = self
            .unit_phrase(next)
            .is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Body) && p.clitics == Clitics::NONE);
        let open = |noun: &Unit| noun.kind == Kind::Noun && !noun.is_definite_noun() && noun.owner().is_none();
        let circumstance = unit.is(Class::Circumstance)
            && (open(&self.units[next - 1])
                || self.units[next - 1].kind == Kind::Word && !self.shapes[next - 1].article);
        if self.lang == Lang::Ar && words > 0 && whose && (circumstance || self.is_attended_gathering(next - 1)) {
            return Some(next + 1);
        }
        // قام بتأبين ضحايا تفجير السفارة: whose it is, no subject.
        let last = next - 1;
        let chain = clitic && self.units[last].kind == Kind::Word && !self.shapes[last].article;
        let genitive = self.unit_phrase(next).is_some_and(|p| {
            matches!(p.kind, PhraseKind::Agent | PhraseKind::Country | PhraseKind::Body) && p.clitics == Clitics::NONE
        });
        if chain && genitive && words > 0 {
            return Some(next + 1);
        }
        // تشرفت بلقاء فلان: whom the noun takes is no subject of the verb before it.
        let taken = clitic && words == 0 && next == at + 1 && self.units[at].kind == Kind::Noun;
        let person = self.unit_phrase(next).is_some_and(|p| p.kind == PhraseKind::Person && p.clitics == Clitics::NONE);
        if taken && !self.units[at].is_definite_noun() && person && self.units[at].clitics.has(Clitics::BI) {
            return Some(next + 1);
        }
        // قام بزيارة باريس: a place in the genitive does nothing.
        let goal = self
            .unit_phrase(next)
            .is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country) && p.clitics == Clitics::NONE);
        if goal && clitic && words == 0 && unit.kind == Kind::Noun && !unit.is_definite_noun() {
            return Some(next + 1);
        }
        (words > 0 || clitic || next > at + 1).then_some(next)
    }

    /// في مكتبه برئاسة الوزراء, في رئاسة الوزراء: one past the office of whoever heads them, which is a place; a title that names nobody tells
    /// whose it is.
    fn past_presidency(&self, at: usize) -> Option<usize> {
        let agent = |at: usize| {
            self.units.get(at).is_some_and(|unit| unit.is(Class::Agent))
                || self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Agent && !phrase.named)
        };
        let noun = match &self.units[at] {
            unit if unit.is(Class::Members(Membership::Led)) => at,
            unit if unit.is_preposition() && agent(at + 1) => at + 1,
            _ => return None,
        };
        let title = self.unit_phrase(noun + 1).filter(|_| self.lang == Lang::Ar)?;
        let nobody = title.referents.is_empty() && title.office.is_some() && title.clitics == Clitics::NONE;
        (nobody && title.number == Number::Plural).then_some(noun + 2)
    }

    /// بمكتب سموه, في مكتب معاليه: whether the pronoun of honour at a unit says whose the noun is that a preposition governs right before it.
    pub(super) fn is_honour_of_place(&self, at: usize) -> bool {
        // جلالته, of whom the text has called one so, is as good as named.
        let honour = self.unit_phrase(at).is_some_and(|p| {
            let one = || p.kind == PhraseKind::Person && !p.named && p.office.is_none() && p.end == p.start + 1;
            p.clitics == Clitics::NONE && (p.kind == PhraseKind::Pronoun || one())
        });
        if !honour || self.lang != Lang::Ar || at == 0 || self.units[at - 1].kind == Kind::Verb {
            return false;
        }
        let noun = &self.units[at - 1];
        let governed = || at > 1 && self.units[at - 2].is_preposition();
        noun.phrase().is_none()
            && !self.shapes[at - 1].article
            && (noun.clitics.has_preposition() || self.shapes[at - 1].preposition.is_some() || governed())
    }

    /// التقى على هامش اجتماعات الجمعية العامة فلانا: a gathering of a body on whose margin something is told has no other party.
    pub(super) fn is_margin_of_body(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && at > 0
            && (self.units[at - 1].is(Class::Circumstance) || self.is_attended_gathering(at))
            && self.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Body)
    }

    /// مشاركته في اجتماعات مجلس الأمن, حضوره في اجتماع الجامعة: whether a word for a gathering stands at a unit in which somebody takes part, behind
    /// the word that says so of him, so that who has it in his genitive is not whom he met.
    fn is_attended_gathering(&self, at: usize) -> bool {
        let noun = &self.units[at];
        let open = noun.kind == Kind::Noun && !noun.is_definite_noun() && noun.owner().is_none();
        let suffixed = |i: usize| self.units[i].phrase().is_none() && self.shapes[i].suffix;
        open && at > 1
            && self.is_in(at - 1)
            && suffixed(at - 2)
            && self.tells(at, |told| told.family() == Family::Contact)
    }

    /// "met on the margins of the G7 Summit with": the summit of a body, aside from which the verb's own parties met; "with" is the verb's.
    pub(super) fn is_summit_aside(&self, at: usize) -> bool {
        self.lang == Lang::En
            && at > 1
            && self.units[at - 2].is(Class::Margin)
            && self.unit_phrase(at - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Body)
    }

    /// مطار الملك خالد, قاعدة الأمير سلطان: a name that a place bears, by which nobody is mentioned.
    fn is_namesake(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && self.unit_phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Unknown
                    && phrase.named
                    && phrase.referents.is_empty()
                    && phrase.office.is_none()
                    && phrase.clitics == Clitics::NONE
            })
    }

    /// Returns whether the reading of a clause stops before a unit.
    pub(super) fn limit(&self, at: usize) -> bool {
        let unit = &self.units[at];
        // التقى كيري منذ أيام مع عباس: "since" opens a clause only before a verb.
        let since = || {
            self.lang == Lang::Ar
                && unit.is(Class::Since)
                && self.units.get(at + 1).is_none_or(|next| next.kind != Kind::Verb)
        };
        match unit.kind {
            Kind::Verb | Kind::Mark(Mark::Stop) => true,
            Kind::Participle if self.lang == Lang::Ar => true,
            // Most words are of no class.
            _ if unit.classes.is_empty() => false,
            _ => unit.is(Class::Relative) || unit.is(Class::Complement) && !since(),
        }
    }

    /// Skips adverbs behind a comma, where another comma or a bare phrase follows them; returns where that is.
    pub(super) fn over_parenthesis(&self, comma: usize) -> Option<usize> {
        if self.lang == Lang::En {
            return None;
        }
        let next = self.skip_adverbials(comma + 1);
        let party = |at: usize| self.bare_party(at) && !self.units[at].clitics.has_conjunction();
        let after = self.units.get(next).filter(|_| next > comma + 1)?;
        if after.is_comma() {
            return Some(if party(next + 1) { next + 1 } else { next });
        }
        if party(next) {
            return Some(next);
        }
        let close = self.closes_described_utterance(comma, next)?;
        party(close + 1).then_some(close + 1)
    }

    /// طالب فلان، في بيان حصلت الصحيفة على نسخة منه، الحكومة بالرد: the comma that closes an aside by an utterance and what a verb tells of it.
    fn closes_described_utterance(&self, comma: usize, verb: usize) -> Option<usize> {
        const LONGEST: usize = 10;
        let utterance = |unit: &Unit| {
            unit.phrase().is_none()
                && unit.has(|class| matches!(class, Class::Utterance | Class::Document | Class::Report))
        };
        let tells = self.units.get(verb)?.kind == Kind::Verb
            && !self.units[verb].clitics.has_conjunction()
            && self.units[comma + 1..verb].iter().any(utterance);
        let close = (verb + 1..self.units.len().min(verb + LONGEST)).find(|&at| self.units[at].is_mark());
        close.filter(|&at| tells && self.units[at].is_comma())
    }

    /// التقى فلان، وزير الدفاع والإنتاج الحربي، الأحد، مع: the comma that closes an aside of nothing but a day or titles.
    pub(super) fn aside(&self, comma: usize) -> Option<usize> {
        let title = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Unknown && phrase.office.is_some() && !phrase.clitics.has_preposition()
            })
        };
        let day = |at: usize| {
            let unit = &self.units[at];
            unit.phrase().is_none()
                && unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Month(_)))
        };
        let closing = (comma + 1..self.units.len()).find(|&at| !title(at) && !day(at))?;
        (self.lang == Lang::Ar && closing > comma + 1 && self.units[closing].is_comma()).then_some(closing)
    }

    /// وصل وفد، يرأسه فلان، إلى; وصل وفد يضم فلانا وفلانا إلى: over what is told of the subject between commas, or of the
    /// members of a delegation, up to the preposition that the word before takes.
    pub(super) fn past_aside(&self, at: usize, preposition: PrepId) -> Option<usize> {
        const LONGEST: usize = 16;
        let tells = |at: usize, suffix: bool| {
            self.units.get(at).is_some_and(|unit| {
                unit.kind == Kind::Verb
                    && !unit.clitics.has_conjunction()
                    && (suffix && unit.verb().is_some_and(|(.., object)| object.is_some())
                        || unit.has(|class| matches!(class, Class::Members(_))))
            })
        };
        let relative = |at: usize| self.units.get(at).is_some_and(|unit| unit.is(Class::Relative));
        let comma = self.units[at].is_comma();
        if self.lang == Lang::En || !(if comma { tells(at + 1, true) || relative(at + 1) } else { tells(at, false) }) {
            return None;
        }
        let open = |at: &usize| !self.units[*at].is_stop() && !self.units[*at].is(Class::Complement);
        let mut inside = (at + 2..self.units.len().min(at + LONGEST)).take_while(open);
        if comma {
            let close = inside.find(|&end| self.units[end].is_comma() && self.governs(end + 1, preposition))?;
            return Some(close + 1);
        }
        // The further verbs are not those of the members.
        inside
            .take_while(|&end| self.units[end].kind != Kind::Verb)
            .find(|&end| self.units[end].is_preposition() && self.governs(end, preposition))
    }

    /// Skips the further offices of a subject, of which none has a name: ولي العهد نائب رئيس مجلس الوزراء.
    pub(super) fn over_titles(&self, from: usize) -> usize {
        let office = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Unknown
                    && phrase.office.is_some()
                    && !phrase.named
                    && phrase.clitics == Clitics::NONE
            })
        };
        let mut end = from;
        while office(end) {
            end += 1;
        }
        // فلان رئيس المجلس، نائب رئيس الحزب، السفير فلان: further ones of the same behind commas, where somebody is named behind them.
        let mut last = end;
        while last > from && self.units.get(last).is_some_and(Unit::is_comma) && office(last + 1) {
            last += 2;
        }
        if last > end {
            let comma = self.units.get(last).is_some_and(Unit::is_comma) && self.bare_party(last + 1);
            let next = if comma { last + 1 } else { self.behind_comma(last, self.skip_adverbials(last)) };
            let named = self.bare_party(next)
                && self.unit_phrase(next).is_some_and(|phrase| phrase.named || phrase.kind == PhraseKind::Person);
            let person = from.checked_sub(1).and_then(|before| self.unit_phrase(before));
            if named && person.is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named) {
                return next;
            }
        }
        // ولي العهد وزير الدفاع الأمير فلان: the last has the name, and the list reads it.
        let name =
            self.bare_party(end) && self.unit_phrase(end).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        // استقبل فلان أمير المنطقة، في مكتبه، السفير فلان: one title alone, when somebody else is named behind adverbs.
        let one = || {
            let next = self.behind_comma(end, self.skip_adverbials(end));
            let another = |phrase: &crate::mention::Phrase| phrase.named || phrase.office.is_some();
            next > end && self.bare_party(next) && self.unit_phrase(next).is_some_and(another)
        };
        // اتهم فلان وزير التعليم حركة حماس: one title behind a name, before a body or country, is his.
        let own = || {
            let kind = |at: usize| self.unit_phrase(at).map(|phrase| phrase.kind);
            let person = from.checked_sub(1).is_some_and(|before| {
                kind(before) == Some(PhraseKind::Person) && self.unit_phrase(before).is_some_and(|phrase| phrase.named)
            });
            let other = matches!(kind(end), Some(PhraseKind::Body | PhraseKind::Country));
            person && other && self.bare_party(end) && !self.units[end].clitics.has_conjunction()
        };
        if end > from + 1 && !name || end == from + 1 && (one() || own()) { end } else { from }
    }

    /// دعا دمرداش زعيم الحزب الموالي للأكراد حماس إلى: over an adjective of the subject, and what belongs to that.
    pub(super) fn over_attribute(&self, from: usize) -> usize {
        let subject = from.checked_sub(1).is_some_and(|before| self.unit_phrase(before).is_some());
        // طالب فلان أحد المستثمرين رئيس الوزراء: one of many of whom no one is named.
        let one = self.units.get(from).is_some_and(|unit| unit.is(Class::OneOf) && unit.clitics == Clitics::NONE);
        if subject && one && self.units.get(from + 1).is_some_and(|unit| unit.kind == Kind::Word) {
            let further = self.units.get(from + 2).is_some_and(|unit| unit.kind == Kind::Word);
            let end = from + 2 + usize::from(further);
            return if self.bare_party(end) { end } else { from };
        }
        if !subject || self.units.get(from).is_none_or(|unit| unit.kind != Kind::Word) || !self.shapes[from].article {
            return from;
        }
        if self.units.get(from + 1).is_some_and(|unit| unit.is(Class::Conj)) {
            return from;
        }
        // دعت منظمة العفو الحقوقية إسرائيل إلى: an adjective of the body.
        let body = from.checked_sub(1).and_then(|before| self.unit_phrase(before));
        let described = body.is_some_and(|phrase| phrase.kind == PhraseKind::Body)
            && self.shapes[from].feminine
            && self.units[from].clitics == Clitics::NONE;
        if described && self.bare_party(from + 1) && self.units[from + 1].clitics == Clitics::NONE {
            return from + 1;
        }
        // اتهمت الحكومة المعترف بها دوليا إيران: by a pronoun what is said of it comes back to it, and one word may tell how.
        let pronoun = self.units.get(from + 1).filter(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))));
        let Some(end) = pronoun.map(|_| from + 2).or_else(|| self.skip_preposition(from + 1)) else { return from };
        let end = self.skip_adverbials(end);
        let how = self.units.get(end).is_some_and(|unit| unit.kind == Kind::Word && self.shapes[end].indefinite);
        let end = end + usize::from(pronoun.is_some() && how);
        if self.bare_party(end) { end } else { from }
    }

    /// Returns whether the word before a phrase is an indefinite noun, which the phrase completes.
    pub(super) fn owns_word_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let unit = &self.units[before];
        // سلم آبي خامنئي رسالة: the word right behind the verb may be a name that we do not know.
        let subject = before > 0
            && self.units[before - 1].kind == Kind::Verb
            && !self.units[before - 1].clitics.has_conjunction();
        self.lang == Lang::Ar
            && !subject
            && matches!(unit.kind, Kind::Word | Kind::Function)
            && !self.shapes[before].article
            && !self.shapes[before].quoted
            && !unit.has(|class| {
                matches!(class, Class::Skip | Class::Each | Class::Agent | Class::Day(_) | Class::PrepPronoun(_))
            })
    }

    /// التقى الوزير، الذي يزور موسكو، نظيره: where the object stands that a parenthesis between commas keeps from its
    /// verb; the comma itself where there is none.
    pub(super) fn behind_parenthesis(&self, comma: usize) -> usize {
        const LONGEST: usize = 14;
        let person = |at: usize| {
            self.unit_phrase(at).is_some_and(|p| {
                matches!(p.kind, PhraseKind::Person | PhraseKind::Counterpart | PhraseKind::Agent)
                    && p.clitics == Clitics::NONE
            })
        };
        if person(comma + 1) && !self.opens_clause(comma + 2) {
            return comma + 1;
        }
        let opens = self.units.get(comma + 1).is_some_and(|next| {
            next.has(|class| matches!(class, Class::Relative | Class::Circumstance | Class::Skip | Class::Day(_)))
                || next.is_preposition()
                || next.clitics.has_preposition()
                // بقصر السلام
                || self.lang == Lang::Ar && next.kind == Kind::Word && self.shapes[comma + 1].preposition.is_some()
        });
        if !opens {
            return comma;
        }
        let relative = self.units[comma + 1].is(Class::Relative);
        let end = (comma + 2..self.units.len().min(comma + LONGEST)).find(|&at| {
            let closes = person(at + 1) && !self.opens_clause(at + 2);
            self.units[at].is_stop() || self.units[at].is_comma() && (closes || !relative)
        });
        end.filter(|&at| self.units[at].is_comma() && person(at + 1)).map_or(comma, |at| at + 1)
    }

    /// Returns whether a clause goes on behind a comma with a bare phrase: التقى، أمس، وزير الخارجية.
    pub(super) fn resumes(&self, comma: usize) -> bool {
        let adverb_before = comma > 0
            && self.units[comma - 1]
                .has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Last));
        let place_before = comma > 1
            && self.units[comma - 1].phrase().is_some()
            && (self.units[comma - 2].is_preposition()
                || self.lang == Lang::Ar && self.units[comma - 1].clitics.has_preposition());
        let adverb_after = self.units.get(comma + 1).is_some_and(|unit| {
            unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_) | Class::Circumstance))
                && unit.phrase().is_none()
        });
        (adverb_before || place_before) && self.bare_party(comma + 1) || adverb_after
    }

    /// أجرى الوزير، الذي تقود بلاده وساطة، اتصالا: a verb in a relative clause between commas.
    pub(super) fn in_parenthesis(&self, verb: usize, at: usize) -> bool {
        let relative = (verb.saturating_sub(2)..verb).find(|&i| self.units[i].is(Class::Relative));
        let opened = relative.is_some_and(|i| i > 0 && self.units[i - 1].is_comma());
        opened && self.units[at - 1].is_comma() && self.units[at].owner().is_none()
    }
}
