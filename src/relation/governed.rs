//! Whom a preposition governs.

use super::clause::{Clause, Parties, Party};
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Predicate, PrepId};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    pub(super) fn governs(&self, at: usize, preposition: PrepId) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        if unit.kind == Kind::Function
            && unit.has(|class| matches!(class, Class::Prep(id) | Class::PrepPronoun(id) if id == preposition))
        {
            return true;
        }
        let clitic = if unit.clitics.has(Clitics::LI) {
            self.knowledge.lexicon.preposition_id("ل")
        } else if unit.clitics.has(Clitics::BI) {
            self.knowledge.lexicon.preposition_id("ب")
        } else {
            None
        };
        clitic == Some(preposition)
    }

    /// "between their national security teams", "with their governments": the countries of those who are spoken of.
    pub(super) fn teams(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 4;
        let owner = self.units.get(at + 1).filter(|unit| unit.case == Some(Case::Owner))?;
        let plural = self.unit_phrase(at + 1)?.number != Number::Singular;
        let words = |i: &usize| {
            let unit = &self.units[*i];
            unit.phrase().is_none() && !unit.is_mark() && !unit.is_preposition() && unit.kind != Kind::Verb
        };
        let end = (at + 2..self.units.len().min(at + 2 + WORDS))
            .take_while(words)
            .find(|&i| self.units[i].is(Class::Agent) || self.shapes[i].plural && self.units[i].kind == Kind::Word)?;
        if !owner.possessive || !plural || !self.units[end].is(Class::Agent) {
            return None;
        }
        let mut list: Vec<Party> = Vec::new();
        for member in self.parties_of(at + 1) {
            let referent = self.country_of(member.referent).unwrap_or(member.referent);
            if list.iter().all(|known| known.referent != referent) {
                list.push(Party { referent, kind: PhraseKind::Country, gender: None, ..member });
            }
        }
        (list.len() > 1).then(|| Parties::new(list, 0.8, end + 1))
    }

    /// "between Kabila's government and M23", "between Syria's army and Israel": the two sides of which at least one is told by whose people they
    /// are; they begin at a unit.
    fn owned_sides(&self, from: usize) -> Option<Parties> {
        const ADJECTIVES: usize = 2;
        let adjective = |at: &usize| {
            let unit = &self.units[*at];
            unit.phrase().is_none()
                && !unit.is(Class::Agent)
                && (unit.kind == Kind::Word || unit.has(|c| matches!(c, Class::TitleAdjective { .. })))
        };
        // One past the side that begins at a unit, and whether somebody owns it.
        let side = |at: usize| {
            let phrase = self.unit_phrase(at)?;
            if self.bare_party(at) {
                return Some((at + 1, false));
            }
            let owner = matches!(phrase.kind, PhraseKind::Country | PhraseKind::Person | PhraseKind::Body);
            let words = (at + 1..self.units.len()).take(ADJECTIVES).take_while(adjective).count();
            let people = at + 1 + words;
            let acts = self.units.get(people).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Agent));
            (owner && acts && self.units[at].possessive && self.units[at].case.is_none()).then_some((people + 1, true))
        };
        let (and, first_owned) = side(from)?;
        let joined = self.units.get(and).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Conj));
        let (end, second_owned) = side(and + 1).filter(|_| joined)?;
        let mut list = self.parties_of(from);
        list.extend(self.parties_of(and + 1));
        (list.len() == 2 && (first_owned || second_owned)).then(|| Parties::new(list, 0.85, end))
    }

    /// The list behind the preposition at a unit (or on it, as a clitic).
    pub(super) fn governed(&self, at: usize, inside: bool) -> Option<Parties> {
        if self.lang == Lang::En
            && let Some(found) = self.teams(at)
        {
            return Some(found);
        }
        if self.lang == Lang::En
            && self.is_preposition_of(at, "between")
            && let Some(found) = self.owned_sides(at + 1)
        {
            return Some(found);
        }
        if self.lang == Lang::En
            && self.unit_phrase(at).is_none()
            && let Some(found) =
                self.named_group(at + 1).or_else(|| self.included(at + 1)).or_else(|| self.officials_in(at + 1))
        {
            return Some(found);
        }
        if let Some(phrase) = self.unit_phrase(at) {
            if phrase.kind == PhraseKind::Demonym && !phrase.named {
                return Some(Parties::new(self.parties_of(at), 0.8, at + 1)).filter(|_| self.lang == Lang::Ar);
            }
            return Some(self.list(at));
        }
        if let Some(town) = self.town_of_gateway(at) {
            return Some(town);
        }
        let mut next = at + 1;
        // للعاصمة السورية, بالعاصمة الجزائرية
        let head = self.lang == Lang::Ar && self.units.get(at)?.is(Class::PlaceHead) && {
            let clitics = self.units[at].clitics;
            clitics.has(Clitics::LI) || clitics.has(Clitics::BI)
        };
        let mut words = usize::from(head);
        while let Some(unit) = self.units.get(next) {
            if let Some(phrase) = self.unit_phrase(next) {
                // "the Red Sea resort of Sharm el-Sheikh"
                if self.lang == Lang::En && next + 3 < self.units.len() && self.is_of_place(next + 2) {
                    next += 2;
                    words = words.max(1);
                    continue;
                }
                // على مواقع للتنظيم: whose they are.
                let own = words > 0 || next == at + 1 && self.is_of_owner(next);
                if inside && own && phrase.clitics == Clitics::LI && self.lang == Lang::Ar {
                    return Some(Parties { confidence: 0.75, ..self.list(next) });
                }
                // بقيادات وأعضاء الحزب: two words for those of one body.
                let joint = self.lang == Lang::Ar
                    && next == at + 1
                    && self.units[at].is(Class::Agent)
                    && phrase.clitics == Clitics::WA
                    && phrase.number == Number::Plural
                    && phrase.office.is_some();
                if joint {
                    return Some(self.list(next));
                }
                if phrase.clitics.has_preposition() || unit.clitics.has_conjunction() {
                    return None;
                }
                if self.placed(next) {
                    return Some(self.list(next + 1));
                }
                if phrase.kind == PhraseKind::Demonym {
                    // العاصمة الفرنسية باريس: the place itself where it is named, else the country.
                    let named = |kind| {
                        kind == PhraseKind::Place
                            || self.lang == Lang::En && matches!(kind, PhraseKind::Body | PhraseKind::Person)
                    };
                    if self.unit_phrase(next + 1).is_some_and(|p| named(p.kind) && p.clitics == Clitics::NONE) {
                        return Some(self.list(next + 1));
                    }
                    if self.lang == Lang::En && self.units.get(next + 1).is_some_and(|unit| unit.is(Class::Apart)) {
                        return None;
                    }
                    // "the demolition of a Palestinian house": it is done to them.
                    if words > 0 && self.lang == Lang::En && self.is_preposition_of(next - 1, "of") {
                        return None;
                    }
                    if words == 0 && self.lang == Lang::En && inside {
                        return Some(Parties::new(self.parties_of(next), 0.7, next + 1));
                    }
                    if words == 0 && self.lang == Lang::En && self.is_unnamed_capital(next + 1) {
                        return Some(Parties::new(self.parties_of(next), 0.75, next + 2));
                    }
                    if words == 0 && self.lang == Lang::En {
                        next += 1;
                        words += 1;
                        continue;
                    }
                    // مسؤولين كبارا أمريكيين, but not رجال أعمال مصريين.
                    let officials = self.lang == Lang::En
                        || (at..next).any(|i| self.units[i].has(|c| matches!(c, Class::Agent | Class::PlaceHead)));
                    // احتجت على تصريحات تركية: whose it is that a stance is about.
                    // احتجت على الغارات الأمريكية
                    let force = |i: usize| {
                        self.units[i].kind == Kind::Noun
                            && self.units[i].is_definite_noun()
                            && self.tells(i, |told| matches!(told, Predicate::Attacked | Predicate::Sanctioned))
                    };
                    let theirs = inside
                        && self.lang == Lang::Ar
                        && (at..next).any(|i| self.units[i].is(Class::Conduct) || force(i));
                    return (words > 0 && (officials || theirs))
                        .then(|| Parties { confidence: 0.7, ..self.nationalities(next) });
                }
                if unit.possessive && phrase.kind == PhraseKind::Pronoun && words < 2 {
                    // "with his Russian counterpart": over the possessive.
                    words += 1;
                    next += 1;
                    continue;
                }
                if unit.possessive {
                    return inside.then(|| Parties::new(self.parties_of(next), 0.75, next + 1));
                }
                // بين مسؤولين أمنيين من الجانبين: people whom only their country names.
                if phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty() && words < 2 {
                    // مع رئيس الحزب والرئيس بوتين: the first of a list is nobody we know, the others are.
                    if self.next_member(next + 1).is_some() || self.body_of_officials(next).is_some() {
                        return Some(self.list(next));
                    }
                    words += 1;
                    next += 1;
                    continue;
                }
                // زيارته إلى المنطقة نتنياهو: where the journey goes, and behind it somebody else.
                if self.lang == Lang::Ar
                    && phrase.kind == PhraseKind::Person
                    && words > 0
                    && self.leads_nowhere_named(at)
                {
                    return None;
                }
                return Some(self.list(next));
            }
            match unit.kind {
                // إلى خارج إيران is not to Iran.
                Kind::Word | Kind::Function if unit.is(Class::Outside) => return None,
                Kind::Word | Kind::Noun | Kind::Participle
                    if words < if self.lang == Lang::En && (inside || self.heads_place(next)) { 4 } else { 2 }
                        && self.shapes[next].preposition.is_none()
                        && (words == 0 || !self.joins_word(next)) =>
                {
                    words += 1
                }
                // من الحرب الجوية المحدودة التي تشنها: of whom nobody is named before the relative.
                Kind::Word
                    if inside
                        && self.lang == Lang::Ar
                        && words == 2
                        && self.shapes[next].article
                        && self.units.get(next + 1).is_some_and(|unit| unit.is(Class::Relative)) =>
                {
                    words += 1
                }
                // من الحرب التي تشنها أمريكا: whose deed it is.
                Kind::Function if inside && words > 0 && self.lang == Lang::Ar && unit.is(Class::Relative) => {
                    return self.doer(next + 1);
                }
                Kind::Function if unit.is(Class::PlaceHead) || unit.is(Class::Agent) => words = words.max(1),
                // تحفظت على مبادرة فرنسا: a proposal, whose it is.
                Kind::Function
                    if inside
                        && words == 0
                        && self.lang == Lang::Ar
                        && (unit.has(|class| matches!(class, Class::Possible | Class::Document | Class::Effort))
                            // اعترضت على خطة إسرائيل: planned, and what somebody does.
                            || unit.is(Class::Planned) && unit.is(Class::Conduct))
                        && self.unit_phrase(next + 1).is_some() =>
                {
                    words += 1
                }
                // بموقف الاتحاد من هجمات إيران: what somebody's stance is about.
                Kind::Function
                    if self.lang == Lang::Ar
                        && self.is_from(unit)
                        && (at..next).any(|i| self.units[i].is(Class::SideHead)) =>
                {
                    return None;
                }
                Kind::Function if words > 0 && self.lang == Lang::Ar && self.is_from(unit) => {}
                // "the sovereignty and unity of Ukraine", "representatives of Hamas", "groups such as Hezbollah".
                Kind::Function
                    if words > 0
                        && self.lang == Lang::En
                        && (self.belongs(unit)
                            && (inside && !self.is_preposition_of(next, "from")
                                || self.units[next - 1].is(Class::Agent)
                                // "the port city of Aleppo"
                                || self.units[next - 1].is(Class::PlaceHead))
                            || inside && unit.is(Class::Conj)
                            || self.is_example(unit)) => {}
                Kind::Function
                    if unit.has(|class| matches!(class, Class::Each | Class::Skip | Class::TitleAdjective { .. })) => {}
                // مع حليفه المقرب، رئيس بيلاروسيا: the name stands in apposition.
                Kind::Mark(super::unit::Mark::Comma)
                    if words > 0
                        && self
                            .unit_phrase(next + 1)
                            .is_some_and(|p| p.kind == PhraseKind::Person && p.clitics == Clitics::NONE)
                        && !(self.lang == Lang::En
                            && self.units.get(next + 2).is_some_and(|unit| unit.kind == Kind::Verb)) => {}
                _ => return None,
            }
            next += 1;
        }
        None
    }

    /// بالغارات الأمريكية والإسرائيلية: the countries of an Arabic adjective and of those joined to it.
    pub(super) fn nationalities(&self, at: usize) -> Parties {
        let mut list = self.parties_of(at);
        let mut end = at + 1;
        let joined = |at: usize| {
            self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Demonym && p.clitics == Clitics::WA && !p.named)
        };
        while self.lang == Lang::Ar && joined(end) {
            list.extend(self.parties_of(end));
            end += 1;
        }
        Parties::new(list, 0.75, end)
    }

    /// "to the Kenyan capital": whether a kind of place stands at a unit, and no name behind it.
    fn is_unnamed_capital(&self, at: usize) -> bool {
        let head =
            |at: usize| self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::PlaceHead));
        let named = self.unit_phrase(at + 1).is_some_and(|phrase| phrase.named);
        let of_place = at + 1 < self.units.len() && self.is_of_place(at + 1);
        head(at) && !head(at + 1) && !named && !of_place
    }

    /// Returns whether a unit is the "of" behind a kind of place: "the town of Homs".
    pub(super) fn is_of_place(&self, at: usize) -> bool {
        self.lang == Lang::En
            && self.units[at - 1].phrase().is_none()
            && self.units[at - 1].is(Class::PlaceHead)
            && self.is_preposition_of(at, "of")
    }

    /// العاصمة السعودية الرياض: whether a country only says whose the place behind it is.
    pub(super) fn placed(&self, at: usize) -> bool {
        let whose = |kind| matches!(kind, PhraseKind::Country | PhraseKind::Demonym);
        self.lang == Lang::Ar
            && at > 0
            && self.units[at - 1].is(Class::PlaceHead)
            && self.unit_phrase(at).is_some_and(|phrase| whose(phrase.kind) && phrase.clitics == Clitics::NONE)
            && self.unit_phrase(at + 1).is_some_and(|p| p.kind == PhraseKind::Place && p.clitics == Clitics::NONE)
    }

    /// "the largely rebel-held northern province of": what kind of place it is stands a few words on.
    pub(super) fn heads_place(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        let words = self.units[at..].iter().take(WORDS).take_while(|unit| !unit.is_mark() && !unit.is_preposition());
        words.into_iter().any(|unit| unit.is(Class::PlaceHead))
    }

    /// "such as", "including", "like": an example of what stands before.
    pub(super) fn is_example(&self, unit: &Unit) -> bool {
        ["such as", "including"].iter().any(|word| {
            let id = self.knowledge.lexicon.preposition_id(word);
            id.is_some() && unit.has(|class| matches!(class, Class::Prep(p) if Some(p) == id))
        })
    }

    /// "its right to defend itself against rocket attacks": right behind "itself against".
    pub(super) fn is_in_defence(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        (at.saturating_sub(WORDS)..at)
            .rev()
            .take_while(|&i| !self.units[i].is_mark())
            .any(|i| i > 0 && self.is_preposition_of(i, "against") && self.units[i - 1].case == Some(Case::Thing))
    }
}
