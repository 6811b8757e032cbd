//! What stands between a verb or noun and its preposition: what the search steps over, and what ends it.

use super::argument_search::{Next, Seeker, Way};
use super::clause::Parties;
use super::unit::Kind;
use crate::lexicon::{Class, Predicate};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Seeker<'_> {
    /// Where the way ends at a unit behind the head, or goes on behind a parenthesis that opens there.
    pub(super) fn at_end_or_parenthesis(&self, way: &mut Way) -> Option<Next> {
        if self.is_end(way) {
            return Some(Next::Stop);
        }
        let clause = self.clause;
        // رحب هيغ، خلال الزيارة التي يقوم بها، بالتقدم: over a parenthesis with the preposition right behind it; التقى
        // بنكيران، اليوم بالرباط، بنظيره: so of a verb of contact.
        let may = way.words == 0
            && self.is_arabic()
            && (self.inside || self.heads(Kind::Verb))
            && clause.units[way.at].is_comma();
        let end = if may { clause.closing_before(way.at, self.preposition) } else { None };
        end.map(|end| way.on(end + 1, 0, 2))
    }

    /// تهدد إسرائيل، التي تشن حملة، بضرب حزب الله: no ب of a deed stands behind the comma that ends its clause.
    pub(super) fn is_comma_of_deed(&self, at: usize) -> bool {
        self.with && self.clause.units[at].is_comma() && self.heads(Kind::Noun) && self.clause.is_deed(self.head)
    }

    /// Where the way goes on behind what stands between the head and its preposition and says nothing of it, or ends there.
    pub(super) fn at_what_stands_between(&self, way: &mut Way) -> Option<Next> {
        let (clause, at) = (self.clause, way.at);
        // نددت إيران، المتهمة بدعم الحوثيين، بالعملية: over what is said of the subject, with its own prepositions.
        if at == self.behind_subject
            && clause.units[at].is_comma()
            && let Some(next) = clause.past_description(self.head, at, self.preposition)
        {
            return Some(way.on(next, 0, 2));
        }
        if self.is_aim_of_journey(at) {
            return Some(Next::nobody());
        }
        // لقاء كان مقررا مع, اللقاء الذي كان مقررا بين: over the words that say that it was due.
        let due = if self.heads(Kind::Noun) { clause.past_due(at) } else { None };
        let over = due.or_else(|| if self.inside { None } else { clause.past_aside(at, self.preposition) });
        if let Some(next) = over {
            return Some(way.on(next, 0, 0));
        }
        if let Some(next) = self.past_joined_stance(at) {
            return Some(way.on(next, 0, 0));
        }
        if self.is_joined_deed(at) {
            return Some(Next::Stop);
        }
        if self.says_that_it_is_sent(way) {
            return Some(way.on(at + 1, 0, 0));
        }
        // وصل قادما من لندن إلى برلين, التقى كيري الموجود في جنيف مع لافروف: over where he comes from or is.
        if self.is_arabic()
            && self.heads(Kind::Verb)
            && let Some(next) = clause.skip_state(at)
        {
            return Some(way.on(next, 0, 0));
        }
        if clause.limit(at) {
            return Some(self.past_limit(way).unwrap_or(Next::Stop));
        }
        // دعم واشنطن للأكراد لمحاربة داعش: against whom one helps, and nobody who gets it.
        let opposing = clause.units[at].is(Class::Opposing)
            && clause.has_clitic(at, self.preposition)
            && clause.is_help(self.head);
        opposing.then(Next::nobody)
    }

    /// جولة لشرح الوضع في الجزائر: whether behind ل stands what a journey is for, and behind that where the thing is.
    fn is_aim_of_journey(&self, at: usize) -> bool {
        let unit = &self.clause.units[at];
        self.is_arabic()
            && unit.kind == Kind::Noun
            && unit.clitics.has(Clitics::LI)
            && self.clause.is_journey_in(self.head, self.preposition)
    }

    /// للقاء فلان وإبلاغه بموقف حزبه: whether another deed of the same doer is joined to the head, whose preposition it is.
    fn is_joined_deed(&self, at: usize) -> bool {
        let unit = &self.clause.units[at];
        self.is_arabic()
            && self.heads(Kind::Noun)
            && unit.kind == Kind::Noun
            && unit.clitics.has_conjunction()
            && unit.owner().is_some()
            && (self.head + 1..at).any(|i| self.clause.unit_phrase(i).is_some())
    }

    /// إدانتها ورفضها التام لقرار إسرائيل, إدانة مصر وشجبها للعدوان: one past a second stance of the same owner, joined to the first, behind which
    /// stands what both are about.
    fn past_joined_stance(&self, at: usize) -> Option<usize> {
        const ADJECTIVES: usize = 2;
        let (clause, head) = (self.clause, self.head);
        let unit = &clause.units[at];
        let stance = |told| {
            use Predicate::{Criticised, Praised, Rejected, Supported};
            matches!(told, Criticised | Praised | Rejected | Supported)
        };
        let joined = self.is_arabic()
            && unit.clitics == Clitics::WA
            && self.heads(Kind::Noun)
            && unit.kind == Kind::Noun
            && unit.owner().is_some()
            && clause.tells(at, stance)
            // رفضها وإدانتها للعدوان: to refuse is no more than to condemn there.
            && clause.tells(head, |told| told != Predicate::Rejected && stance(told));
        if !joined {
            return None;
        }
        let one_owner = match clause.units[head].owner() {
            Some(owner) => Some(owner) == unit.owner() && at == head + 1,
            None => at == head + 2 && clause.unit_phrase(head + 1).is_some(),
        };
        let adjective = |i: &usize| clause.units[*i].phrase().is_none() && clause.shapes[*i].article;
        let next =
            (at + 1..clause.units.len()).take(ADJECTIVES).take_while(adjective).last().map_or(at + 1, |last| last + 1);
        let takes = next < clause.units.len() && clause.has_clitic(next, self.preposition);
        (one_owner && takes).then_some(next)
    }

    /// رسالة خطية موجهة إلى الملك من الأمير, الاتهامات الموجهة إليه من الأمير: whether a participle says that it is sent.
    fn says_that_it_is_sent(&self, way: &Way) -> bool {
        const NEAR: usize = 2;
        let unit = &self.clause.units[way.at];
        way.words <= NEAR
            && unit.kind == Kind::Participle
            && unit.is(Class::Origin)
            && self.heads(Kind::Noun)
            && self.clause.tells(self.head, |told| matches!(told, Predicate::WroteTo | Predicate::Criticised))
    }

    /// Where the way goes on behind a clause that only describes the head or its subject, and that has not the preposition; none where
    /// the clause of the head ends there.
    fn past_limit(&self, way: &mut Way) -> Option<Next> {
        let (clause, at) = (self.clause, way.at);
        if let Some(next) = self.past_relative_of_verb(at) {
            return Some(way.on(next, 2, 0));
        }
        // رسالة أوباما التي نقلها كارتر إلى أردوغان: over who brings a letter, to whom it is.
        if let Some(next) = clause.past_bearer(self.head, at) {
            return Some(way.on(next, 1, 0));
        }
        if let Some(next) = self.past_relative_of_both(at) {
            way.relative = true;
            return Some(way.on(next, 2, 0));
        }
        // العقوبات الأميركية التي فرضت على إيران: over a relative clause that says only that it is done.
        if let Some(next) = clause.past_passive(self.head, at, self.preposition) {
            return Some(way.on(next, 1, 0));
        }
        if !self.is_bare_relative(way) {
            return None;
        }
        way.relative = !clause.units[self.head].is_definite_noun();
        Some(way.on(at + 1, 2, 0))
    }

    /// التقى الرئيس، الذي يرافقه وفد، مع: one past the verb of a relative clause that does not take the preposition itself.
    fn past_relative_of_verb(&self, at: usize) -> Option<usize> {
        const INNER: usize = 3;
        let clause = self.clause;
        if !self.heads(Kind::Verb) {
            return None;
        }
        let verb = self.verb_of_relative(at).filter(|&verb| !clause.takes(verb, self.preposition))?;
        // الذي يرافقه وفد يضم: a second relative clause within the first.
        let own =
            |verb: &usize| !clause.units[*verb].clitics.has_conjunction() && !clause.takes(*verb, self.preposition);
        let inner = self.verb_within(verb + 1, INNER).filter(own);
        Some(inner.unwrap_or(verb) + 1)
    }

    /// المحادثات التي قادتها الأمم المتحدة بين: one past the verb of a relative clause that speaks of what is between two.
    fn past_relative_of_both(&self, at: usize) -> Option<usize> {
        const NEAR: usize = 4;
        let clause = self.clause;
        if !self.between || !self.is_arabic() || at > self.head + NEAR || !self.heads(Kind::Noun) {
            return None;
        }
        let verb = self.verb_of_relative(at)?;
        // المفاوضات غير المباشرة التي ترعاها مصر بين: who sponsors them stands between the same two.
        // المباحثات التي جرت بينه وبين فلان: so does what says that they took place.
        let occurs =
            || clause.units[verb].forms.iter().any(|form| clause.knowledge.lexicon.trigger(form.trigger).flags.occurs);
        let free =
            !clause.takes(verb, self.preposition) || clause.tells(verb, |told| told == Predicate::Mediated) || occurs();
        free.then_some(verb + 1)
    }

    /// The verb that stands near behind a relative at a unit.
    fn verb_of_relative(&self, at: usize) -> Option<usize> {
        const REACH: usize = 3;
        if self.clause.units[at].is(Class::Relative) { self.verb_within(at + 1, REACH) } else { None }
    }

    /// The first verb of so many units.
    fn verb_within(&self, from: usize, units: usize) -> Option<usize> {
        let clause = self.clause;
        (from..(from + units).min(clause.units.len())).find(|&i| clause.units[i].kind == Kind::Verb)
    }

    /// محادثات وصفها بالجيدة مع: whether a relative clause without a pronoun opens right behind an indefinite noun.
    fn is_bare_relative(&self, way: &Way) -> bool {
        const NEAR: usize = 2;
        let unit = &self.clause.units[way.at];
        unit.kind == Kind::Verb
            && self.is_arabic()
            && way.words <= 1
            && way.at <= self.head + NEAR
            && self.heads(Kind::Noun)
            && !unit.clitics.has_conjunction()
            && !self.clause.tells_legs(way.at)
    }

    /// Where ب has a journey behind it: the leg that a journey begins with (جولته التي بدأها بزيارة السعودية), or another one, which has goals of
    /// its own (زيارة أوباما إلى المنطقة بزيارة إلى رام الله).
    pub(super) fn at_another_journey(&self, at: usize) -> Option<Next> {
        let (clause, unit) = (self.clause, &self.clause.units[at]);
        let named =
            self.is_arabic() && unit.kind == Kind::Noun && unit.clitics.has(Clitics::BI) && clause.names_journey(at);
        if !named {
            return None;
        }
        if clause.governs(at, self.preposition) && clause.tells_legs(self.head) {
            let goal = clause.genitive(at);
            if !goal.is_empty() {
                return Some(Next::Found(Parties { confidence: 0.85, ..goal }));
            }
        }
        (self.heads(Kind::Noun) && clause.names_journey(self.head)).then_some(Next::Stop)
    }

    /// Where the way goes on behind a deed told by the way, or ends at a word that has the preposition for itself.
    pub(super) fn at_other_deed(&self, way: &mut Way) -> Option<Next> {
        let (clause, head, at) = (self.clause, self.head, way.at);
        // أشاد خلال لقائه عباس بدور مصر: over whom he met meanwhile.
        if self.inside
            && let Some(next) = clause.past_meanwhile(head, at)
        {
            return Some(way.on(next, 1, 0));
        }
        // العقوبات الأميركية التي أعيد فرضها على إيران
        if clause.past_passive(head, at.saturating_sub(2), self.preposition) == Some(at + 1) {
            return Some(way.on(at + 1, 1, 0));
        }
        let another = clause.units[at].kind == Kind::Noun
            && !clause.is_compound(head, at)
            && !clause.withholds_between(head)
            && clause.claims(head, at, self.preposition);
        another.then(|| Next::Found(self.person_behind_journey(at).unwrap_or_default()))
    }

    /// التقى خلال زيارته للقاهرة بالرئيس: a journey told by the way leads to no person, so that one behind it is whom the head has.
    fn person_behind_journey(&self, at: usize) -> Option<Parties> {
        const NEAR: usize = 4;
        let clause = self.clause;
        if !self.is_arabic() || !clause.is_journey_by_the_way(self.head, at) {
            return None;
        }
        let person = |i: usize| clause.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let person = (at + 1..(at + 1 + NEAR).min(clause.units.len()))
            .take_while(|&i| !clause.limit(i) && clause.units[i].kind != Kind::Noun)
            .find(|&i| clause.governs(i, self.preposition) && person(i))?;
        Some(Parties { confidence: 0.75, ..clause.list(person) })
    }
}
