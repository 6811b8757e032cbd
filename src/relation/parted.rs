//! What a stance is about, where a comma parts it from whoever takes it, and whose it is by a word that says so:
//! انتقد فلان، قرار الوزارة; رفض الطلب المقدم من فلان.

use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Predicate, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// أدانت صحيفة كيهان الإيرانية الرسمية تصريحات فلان: one past the country's adjective of a body that is subject, and what agrees with
    /// it.
    pub(super) fn past_own_country(&self, from: usize) -> usize {
        let body = from
            .checked_sub(1)
            .is_some_and(|before| self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Body));
        let adjective = self.unit_phrase(from).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE && self.shapes[from].definite
        });
        if self.lang == Lang::En || !body || !adjective {
            return from;
        }
        let further = self
            .units
            .get(from + 1)
            .is_some_and(|unit| unit.kind == Kind::Word && !unit.is(Class::Conduct) && self.shapes[from + 1].article);
        from + 1 + usize::from(further && self.shapes[from + 1].feminine == self.shapes[from].feminine)
    }

    /// انتقد فلان، في بيان، قرار الوزارة: one past the comma, or the last of those around adverbs, behind which stands the thing that
    /// a stance is about; `from` itself where none does.
    pub(super) fn past_parting_comma(&self, from: usize) -> usize {
        const ASIDES: usize = 3;
        let comma = |at: usize| self.units.get(at).is_some_and(Unit::is_comma);
        if self.lang == Lang::En {
            return from;
        }
        let mut at = if comma(from) { from } else { self.skip_adverbials(from) };
        for _ in 0..ASIDES {
            if !comma(at) {
                break;
            }
            if self.opens_thing(at + 1) {
                return at + 1;
            }
            let next = self.skip_adverbials(at + 1);
            if next == at + 1 {
                break;
            }
            at = next;
        }
        from
    }

    /// انتقد فلان خلال لقائه بالإعلامي فلان، حكومة فلان: one past the comma that closes a circumstance, behind which stands the party or
    /// thing that a stance is about; `from` itself where there is none.
    pub(super) fn past_circumstance(&self, from: usize) -> usize {
        const LONGEST: usize = 12;
        let comma = |at: usize| self.units.get(at).is_some_and(Unit::is_comma);
        let start = from + usize::from(comma(from));
        let opens = self.units.get(start).is_some_and(|unit| {
            unit.phrase().is_none() && (unit.is(Class::Circumstance) || self.is_in(start) || unit.is(Class::During))
        });
        if self.lang == Lang::En || !opens {
            return from;
        }
        let within = |at: &usize| {
            let unit = &self.units[*at];
            !unit.is_stop() && unit.kind != Kind::Verb && !unit.is(Class::Complement)
        };
        let Some(end) = (start + 1..self.units.len().min(start + LONGEST)).take_while(within).find(|&at| comma(at))
        else {
            return from;
        };
        let party =
            self.bare_party(end + 1) && !self.units[end + 1].clitics.has_conjunction() && !self.opens_clause(end + 2);
        if party || self.opens_thing(end + 1) { end + 1 } else { from }
    }

    /// هاجم فلان، محامي أسرة الضحية، الذي توفي أمس، وزير العدل، مشيرا إلى: one past the comma behind which the object stands, over what
    /// is said of the subject; `from` itself where nothing shows that it is the object.
    pub(super) fn past_descriptions(&self, from: usize) -> usize {
        const LONGEST: usize = 18;
        if self.lang == Lang::En || !self.units.get(from).is_some_and(Unit::is_comma) {
            return from;
        }
        let comments = |at: usize| {
            self.units
                .get(at)
                .is_some_and(|unit| unit.kind == Kind::Participle || unit.kind != Kind::Verb && unit.is(Class::Saying))
        };
        let mut relative = false;
        for at in from + 1..self.units.len().min(from + LONGEST) {
            let unit = &self.units[at];
            relative |= unit.is(Class::Relative);
            if unit.is_stop() || unit.is(Class::Complement) || unit.kind == Kind::Verb && !relative || comments(at) {
                break;
            }
            if !unit.is_comma() {
                continue;
            }
            relative = false;
            let party = self.bare_party(at + 1) && !self.units[at + 1].clitics.has_conjunction();
            if !party || self.opens_clause(at + 2) {
                continue;
            }
            let end = self.list(at + 1).end;
            let closes = self.units.get(end).is_some_and(Unit::is_comma) && comments(end + 1);
            if closes || end < self.units.len() && self.opens_complement(end) {
                return at + 1;
            }
        }
        from
    }

    /// Returns whether what somebody says, does or proposes begins at a unit: قرار الوزارة, ما وصفه, الإجراءات التي.
    fn opens_thing(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at).filter(|unit| unit.phrase().is_none() && unit.clitics == Clitics::NONE)
        else {
            return false;
        };
        let shape = &self.shapes[at];
        let described = |at: usize| self.units.get(at).is_some_and(|next| next.is(Class::Relative));
        match unit.kind {
            Kind::Noun => unit.owner().is_none(),
            Kind::Word | Kind::Function => {
                unit.is(Class::Conduct) || shape.article && shape.feminine && (described(at + 1) || described(at + 2))
            }
            Kind::Verb | Kind::Participle | Kind::Mark(_) | Kind::Phrase(_) => false,
        }
    }

    /// التصريحات الصادرة عن فلان, طلبا مقدما من فلان, تصريحات نسبت إليه: who stands behind the preposition of a word that says whose the
    /// noun before it is.
    pub(super) fn origin(&self, at: usize) -> Option<Parties> {
        let lexicon = &self.knowledge.lexicon;
        let unit = self.units.get(at)?;
        let theirs = |from: usize| {
            let found = self.governed(from, false).filter(|found| !found.is_empty())?;
            Some(Parties { confidence: 0.8, ..found })
        };
        // الانتهاكات من جانب فلان
        if self.is_agentive(unit) {
            return theirs(at);
        }
        let written: &[&str] = match () {
            () if unit.phrase().is_some() => return None,
            () if unit.is(Class::Origin) => &["من", "عن"],
            () if unit.is(Class::Ascribed) => &["إلى", "ل"],
            () => return None,
        };
        let from = self.skip_adverbs(at + 1);
        let governs = |word: &&str| lexicon.preposition_id(word).is_some_and(|id| self.governs(from, id));
        if written.iter().any(governs) { theirs(from) } else { None }
    }

    /// تقدم فلان ببلاغ يتهم فيه فلانا, البلاغ المقدم من فلان والذي يتهم فيه: who accuses in a complaint or suit, of which a verb of criticism
    /// tells what it says.
    pub(super) fn complainant(&self, verb: usize) -> Option<Parties> {
        const REACH: usize = 8;
        let inside = self.units.get(verb + 1).is_some_and(|unit| unit.has(|c| matches!(c, Class::PrepPronoun(_))));
        let free = !self.units[verb].clitics.has_conjunction();
        let accuses = |predicate| predicate == Predicate::Criticised;
        if self.lang == Lang::En || !free || !self.tells(verb, accuses) {
            return None;
        }
        let open = |at: &usize| self.units[*at].kind != Kind::Verb && !self.units[*at].is_stop();
        let noun = (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(open)
            .find(|&at| self.units[at].kind == Kind::Noun && self.units[at].is(Class::Complaint))?;
        let described = (noun + 1..verb).any(|at| self.units[at].is_comma() || self.units[at].is(Class::Relative));
        if !inside && (described || self.units[noun].is_definite_noun()) {
            return None;
        }
        // بلاغا من فلان
        let from =
            || self.units.get(noun + 1).filter(|unit| self.is_from(unit)).and_then(|_| self.governed(noun + 1, false));
        let made = (noun + 1..verb).find_map(|at| self.origin(at)).or_else(from);
        let doer =
            made.or_else(|| Some(self.doer_of_noun(noun))).filter(|found| !found.is_empty() && !found.carried)?;
        Some(Parties { confidence: 0.85, end: verb + 1 + usize::from(inside), ..doer })
    }

    /// ألقى مادورو خطابا حذر فيه ترامب: who gave the speech in which a verb of stance with its one object behind it says something of another.
    pub(super) fn speaks_in_it(&self, verb: usize) -> Option<Parties> {
        const REACH: usize = 5;
        let inside = verb + 1;
        let noun =
            verb.checked_sub(1).filter(|_| self.lang == Lang::Ar && !self.units[verb].clitics.has_conjunction())?;
        // رفض حوارا دعا إليه الأسد: what is called for is nothing in which somebody speaks.
        let to = self.knowledge.lexicon.preposition_id("إلى");
        let pronoun = self
            .units
            .get(inside)
            .is_some_and(|unit| unit.has(|c| matches!(c, Class::PrepPronoun(id) if Some(id) != to)));
        let indefinite = self.units[noun].phrase().is_none()
            && matches!(self.units[noun].kind, Kind::Word | Kind::Noun | Kind::Function)
            && !self.units[noun].is_preposition()
            && !self.shapes[noun].article
            && !self.units[noun].is_definite_noun();
        let stance = self.units[verb].forms.iter().any(|form| {
            let row = self.knowledge.lexicon.trigger(form.trigger);
            let told = matches!(
                row.predicate,
                Some(Predicate::Criticised | Predicate::Threatened | Predicate::Praised | Predicate::DemandedOf)
            );
            told && row.object.contains(&Slot::Object)
        });
        let one = self.bare_party(inside + 1) && {
            let end = self.list(inside + 1).end;
            !self.bare_party(end) || self.units[end].clitics.has_conjunction()
        };
        if !(pronoun && indefinite && stance && one) {
            return None;
        }
        let main = (noun.saturating_sub(REACH)..noun).rev().find(|&i| self.units[i].kind == Kind::Verb)?;
        let own = self.subjects[main].as_ref().filter(|own| !own.is_empty() && !own.opaque && own.end <= noun)?;
        Some(Parties { confidence: own.confidence * 0.95, end: inside + 1, carried: false, ..own.clone() })
    }

    /// أدانت فرنسا الانتهاكات المرتكبة من جانب إسرائيل: whether the thing that a verb with its own subject is about stands before a
    /// unit, so that "by" there says whose the thing is, and the verb is no passive.
    pub(super) fn is_of_thing_before(&self, verb: usize, at: usize) -> bool {
        let own = self.subjects[verb].as_ref().filter(|found| !found.carried && !found.is_empty());
        let thing = own.map(|found| self.skip_adverbs(found.end.max(verb + 1)));
        // أدان أوباما إحراق الرهائن من قبل داعش: a deed with whom it is done to behind it.
        let deed = |thing: usize| {
            let bare = matches!(self.units[thing].kind, Kind::Word | Kind::Noun)
                && self.units[thing].clitics == Clitics::NONE
                && self.shapes[thing].preposition.is_none()
                && !self.shapes[thing].article
                && !self.units[thing].is_definite_noun();
            bare && thing + 1 < at && (self.shapes[thing + 1].article || self.bare_party(thing + 1))
        };
        self.units[verb].kind == Kind::Verb
            && thing.is_some_and(|thing| thing < at && (self.opens_thing(thing) || deed(thing)))
    }
}
