//! Whom a verb accuses of what a noun behind its ب tells, and whom a pronoun on such a verb means.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::Kind;
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Predicate, Pronoun};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// اتهمت دمشق إسرائيل بقصف, اتهم إيران بمواصلة تزويد: whom the verb before accuses of the deed behind ب.
    pub(super) fn accused(&self, at: usize) -> Parties {
        let Some((verb, deed)) = self.charge_before(at) else { return Parties::default() };
        // واتهمتها واشنطن بتسليح الحوثيين: whom the pronoun means, and not who accuses.
        if let Some((.., Some(pronoun))) = self.units[verb].verb() {
            return Parties::new(self.accused_by_pronoun(verb, pronoun), 0.75, at + 1);
        }
        self.accused_by_name(verb, deed).map(|list| Parties::new(list, 0.8, at + 1)).unwrap_or_default()
    }

    /// The word of accusing before a noun, and the word behind its ب: the noun itself, or words that lead to it.
    fn charge_before(&self, at: usize) -> Option<(usize, usize)> {
        const REACH: usize = 8;
        if self.lang != Lang::Ar {
            return None;
        }
        let light = |i: usize| self.units[i].kind == Kind::Word || self.units[i].kind == Kind::Noun && self.is_light(i);
        let deed = (0..=at).rev().take_while(|&i| i == at || light(i)).find(|&i| self.has_bi(i))?;
        let verb = (deed.saturating_sub(REACH)..deed)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun | Kind::Participle))?;
        self.blames(verb).then_some((verb, deed))
    }

    /// Whom the pronoun on a verb of accusing means.
    fn accused_by_pronoun(&self, verb: usize, pronoun: Pronoun) -> Vec<Party> {
        // عقوبات على موسكو وكييف تتهمها: the country right before who accuses.
        let beside = verb.checked_sub(2).filter(|&beside| {
            self.bare_party(verb - 1)
                && self.units[verb - 1].clitics == Clitics::WA
                && self.unit_phrase(beside).is_some_and(|phrase| phrase.kind == PhraseKind::Country)
                && pronoun.gender == Some(Gender::Feminine)
        });
        beside.map(|beside| self.parties_of(beside)).unwrap_or_else(|| self.meant_by_object(verb, verb, pronoun))
    }

    /// Who is named between a word of accusing, and its subject, and the deed behind ب.
    fn accused_by_name(&self, verb: usize, deed: usize) -> Option<Vec<Party>> {
        // اتهم الائتلاف القوات النظامية بقصف حمص: who accuses is not whom he accuses, though nobody else is named.
        let own = self.subjects[verb].as_ref().filter(|own| !own.carried && !own.is_empty());
        let behind = own.map_or(verb + 1, |own| own.end.max(verb + 1));
        let named = |i: usize| self.unit_phrase(i).is_some_and(|phrase| phrase.kind != PhraseKind::Demonym);
        let last = (behind..deed).rev().find(|&i| named(i) && !self.is_accuser_on(verb, i))?;
        // اتهم تركيا والإمارات بتسليح داعش: all of a list.
        let joined = |&i: &usize| i > 0 && self.units[i].clitics == Clitics::WA && self.bare_party(i - 1);
        let first = last - (0..=last).rev().take_while(joined).count();
        (!self.is_accuser_on(verb, first)).then(|| (first..=last).flat_map(|i| self.parties_of(i)).collect())
    }

    /// نفت طهران اتهامات السعودية بتسليح: whether a party behind a noun of accusing accuses: an adjective, or the genitive of a charge that
    /// is answered.
    fn is_accuser_on(&self, noun: usize, party: usize) -> bool {
        self.units[noun].kind == Kind::Noun
            && (self.adjective_like_its_country(noun, party) || party == noun + 1 && self.is_answered(noun))
    }

    /// اتهمت دمشق إسرائيل بتهديد لبنان: whether the noun at a unit is what a verb before it accuses somebody of.
    pub(super) fn is_charged_with(&self, at: usize) -> bool {
        !self.accused(at).is_empty()
    }

    /// اتهام مصر والسودان بالعرقلة: whether nothing but parties stands between a noun of accusing and a unit.
    pub(super) fn is_in_charge(&self, at: usize) -> bool {
        let noun = (0..at).rev().find(|&before| self.units[before].phrase().is_none());
        noun.is_some_and(|noun| {
            noun + 1 < at
                && self.units[noun].kind == Kind::Noun
                && self.tells(noun, |told| told == Predicate::Criticised)
        })
    }

    /// إيران التي تتهمها واشنطن, زار إيران واتهمها, التقاه وطلب منه: whom the pronoun at `of`, on a verb or on its preposition, means, if one it
    /// can be.
    pub(super) fn meant_by_object(&self, of: usize, verb: usize, pronoun: Pronoun) -> Vec<Party> {
        let accuser = self.subjects[verb].as_ref().map(|found| found.list.as_slice()).unwrap_or_default();
        let other = |party: &Party| accuser.iter().all(|own| own.referent != party.referent);
        let relative = self.relative_before(verb).and_then(|relative| {
            let before = (0..relative).rev().find(|&before| !self.units[before].is_mark())?;
            Some(self.parties_of(before))
        });
        let found = relative.unwrap_or_else(|| match self.another(of, pronoun, accuser) {
            none if none.is_empty() => self.antecedent(of, pronoun),
            some => some,
        });
        match found.as_slice() {
            [party] if other(party) && agrees(*party, pronoun.gender) => found,
            _ => Vec::new(),
        }
    }

    /// رفض الطلب, وافق على طلب: whether the verb before a noun answers what the noun tells.
    pub(super) fn is_answered(&self, at: usize) -> bool {
        let verb = (0..at).rev().take_while(|&i| !self.units[i].is_mark()).find(|&i| self.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| {
            self.lang == Lang::Ar
                && self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.answers)
        })
    }

    /// بقصف: whether ب stands on the word at a unit.
    pub(super) fn has_bi(&self, at: usize) -> bool {
        self.units[at].phrase().is_none()
            && (self.units[at].clitics.has(Clitics::BI) || self.shapes[at].preposition == Some(Clitics::BI))
    }

    /// اتهم, اتهام: whether the word at a unit accuses its object of what stands behind its ب.
    pub(super) fn blames(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.blames)
    }
}
