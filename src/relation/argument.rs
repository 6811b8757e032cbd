//! To whom and with whom: who stands behind a preposition of a verb or noun of a clause.

use super::argument_search::Seeker;
use super::clause::{Clause, Parties};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Predicate, PrepId, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// ناقش الوزير الأزمة مع نظيره المصري: whether a verb of talking has behind it somebody by his office, with whom there is no crisis and no
    /// cooperation.
    pub(super) fn is_talk_with_official(&self, verb: usize, with: usize) -> bool {
        let talks = |told| matches!(told, Predicate::TalkedWith | Predicate::Called);
        let official = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Counterpart || phrase.kind == PhraseKind::Person && phrase.office.is_some()
            })
        };
        self.lang == Lang::Ar
            && with < self.units.len()
            && (self.units[with].counterpart || official(with))
            && self.units[verb].kind == Kind::Verb
            && self.tells(verb, talks)
    }

    /// تصريحات لنتنياهو, هجوما للجيش: whether a phrase behind ل owns the indefinite deed or saying right before it.
    pub(super) fn is_of_owner(&self, at: usize) -> bool {
        let owner = self.unit_phrase(at).is_some_and(|phrase| {
            phrase.clitics == Clitics::LI
                && matches!(
                    phrase.kind,
                    PhraseKind::Person | PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent
                )
        });
        at.checked_sub(1).is_some_and(|noun| owner && self.lang == Lang::Ar && self.is_own_act(noun))
    }

    /// Returns whether ب before a place or country tells where people meet, call or talk, and not with whom.
    pub(super) fn is_where(&self, head: usize, at: usize, found: &Parties, preposition: PrepId) -> bool {
        let with = Some(preposition) == self.knowledge.lexicon.preposition_id("ب");
        let contact = |predicate: Predicate| predicate.family() == Family::Contact && predicate != Predicate::Visited;
        self.lang == Lang::Ar
            && with
            && self.units[at].clitics.has(Clitics::BI)
            && self.tells(head, contact)
            && found
                .list
                .iter()
                .all(|party| matches!(party.kind, PhraseKind::Place | PhraseKind::Country | PhraseKind::Demonym))
    }

    /// أشاد السفير الفرنسي بالأردن بجهود مصر: whether ب before a land, right behind who acts, tells where he is, since what the verb is about
    /// follows behind the same preposition.
    pub(super) fn is_where_posted(&self, at: usize, end: usize, preposition: PrepId) -> bool {
        let land = self.unit_phrase(at).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place) && phrase.clitics == Clitics::BI
        });
        let acts = at > 0 && self.unit_phrase(at - 1).is_some_and(|phrase| !phrase.clitics.has_preposition());
        self.lang == Lang::Ar && land && acts && end < self.units.len() && self.has_clitic(end, preposition)
    }

    /// يلتقي فلان رئيس لجنة الصناعة بمجلس الشورى غدا بوزير الإنتاج: whether a body belongs to the title before it, and whom
    /// somebody meets follows behind the same preposition.
    pub(super) fn is_of_post(&self, at: usize, preposition: PrepId) -> bool {
        const REACH: usize = 6;
        let title = at > 0
            && self
                .unit_phrase(at - 1)
                .is_some_and(|p| p.kind == PhraseKind::Unknown && p.office.is_some() && !p.named);
        let body = self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Body && p.clitics.has(Clitics::BI));
        let person = |i: usize| {
            self.governs(i, preposition) && self.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Person)
        };
        let mut behind = (at + 1..self.units.len().min(at + REACH)).take_while(|&i| !self.limit(i));
        self.lang == Lang::Ar && title && body && behind.any(person)
    }

    /// The parties behind a preposition that belongs to the head at `head`, looked for from `from` on.
    ///
    /// `inside` says that whose deed or word it is counts as the party: أشاد بجهود مصر, "thanked for Israel's support".
    /// `subject` is who fills the other slot, where that is known: a pronoun means somebody else.
    pub(super) fn behind(
        &self,
        head: usize,
        from: usize,
        preposition: PrepId,
        inside: bool,
        subject: Option<&Parties>,
    ) -> Parties {
        let sought = || Seeker::new(self, head, from, preposition, inside, subject).parties(from);
        if self.held.may_have(preposition, from.min(head + 1)) {
            return sought();
        }
        debug_assert!(sought().end == 0, "a preposition governs where `held` has none");
        Parties::default()
    }

    /// خلال اللقاء, خلال لقائه عباس, أثناء استقباله للوزير: one past a contact by the way, on which a verb of stance says something.
    pub(super) fn past_meanwhile(&self, head: usize, noun: usize) -> Option<usize> {
        let unit = &self.units[noun];
        let by_the_way = self.lang == Lang::Ar
            && noun > head + 1
            && self.units[head].kind == Kind::Verb
            && unit.kind == Kind::Noun
            && unit.clitics == Clitics::NONE
            && self.units[noun - 1].is(Class::Circumstance)
            && self.tells(noun, |predicate| predicate.family() == Family::Contact);
        let next = noun + 1;
        // خلال لقاء السبسي
        let owned = unit.owner().is_some() || self.unit_phrase(next).is_some() && self.bare_party(next);
        if !by_the_way || !(unit.is_definite_noun() || owned) {
            return None;
        }
        let person = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        let with = self.knowledge.lexicon.preposition_id("مع").is_some_and(|id| self.governs(next, id));
        match self.units.get(next) {
            Some(unit) if unit.owner().is_none() && self.bare_party(next) && !unit.clitics.has_conjunction() => {
                Some(self.list(next).end)
            }
            Some(_) if person && self.units[noun].owner().is_some() => Some(self.list(next).end),
            Some(_) if with => Some(self.governed(next, false)?.end),
            _ => Some(next),
        }
    }

    /// العقوبات الأميركية التي فرضت على إيران, التي أعيد فرضها على إيران: where the preposition stands right behind a relative clause of a deed
    /// that says only that it is done, so that who does it stands before.
    pub(super) fn past_passive(&self, head: usize, at: usize, preposition: PrepId) -> Option<usize> {
        const NEAR: usize = 4;
        let relative = self.lang == Lang::Ar
            && at <= head + NEAR
            && self.units[at].is(Class::Relative)
            && self.units[head].kind == Kind::Noun
            && Some(preposition) != self.knowledge.lexicon.preposition_id("في")
            && self.is_deed(head);
        // التي اعتمدت على تقرير فلان: right behind the preposition whom the deed meets.
        let whom = |i: usize| {
            let stands =
                |i: usize| self.units.get(i).is_some_and(|unit| unit.phrase().is_some() || unit.is(Class::OwnLand));
            stands(i) || self.units.get(i).is_some_and(|unit| unit.is_preposition()) && stands(i + 1)
        };
        let verb = self.units.get(at + 1).filter(|unit| relative && unit.phrase().is_none())?;
        let plain = |i: usize| self.units.get(i).is_some_and(|unit| unit.phrase().is_none() && !unit.is_mark());
        let light = verb.kind == Kind::Verb
            && verb.verb().is_some_and(|(.., object)| object.is_none())
            && verb.forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
        if light && self.governs(at + 2, preposition) && whom(at + 2) {
            return Some(at + 2);
        }
        let again = self.units.get(at + 2).filter(|_| plain(at + 2)).is_some_and(|noun| {
            self.shapes[at + 2].suffix
                || noun.owner().is_some()
                || noun.verb().is_some_and(|(.., object)| object.is_some())
        });
        (again && self.governs(at + 3, preposition) && whom(at + 3)).then_some(at + 3)
    }

    /// كان مقررا, الذي كان مقررا: one past the words that say that something was due, where they begin at a unit.
    pub(super) fn past_due(&self, at: usize) -> Option<usize> {
        let relative = usize::from(self.units[at].is(Class::Relative));
        let auxiliary = usize::from(self.units.get(at + relative)?.is(Class::Auxiliary));
        let due = at + relative + auxiliary;
        let planned = relative + auxiliary > 0 && self.units.get(due)?.is(Class::Planned);
        (self.lang == Lang::Ar && planned && self.units[due].kind == Kind::Function).then_some(due + 1)
    }

    /// ومع زعيم كوريا: the preposition again, for another member of the list.
    pub(super) fn repeated(&self, end: usize, preposition: PrepId) -> Option<Parties> {
        let before = end;
        let end = self.before_next_of_list(end, preposition);
        let at = if self.units.get(end).is_some_and(Unit::is_comma) { end + 1 } else { end };
        let unit = self.units.get(at)?;
        // "and later with Xi": over the adverb.
        let over = self.lang == Lang::En && end > before;
        let again = self.governs(at, preposition)
            && (over
                || unit.clitics.has_conjunction()
                || self.units.get(at.checked_sub(1)?).is_some_and(|u| u.is(Class::Conj) || u.is(Class::ListMore)));
        // إلى الدوحة ثم إلى بغداد, إلى روما ومنها إلى باريس
        let onward = unit.is(Class::ListMore)
            || self.lang == Lang::Ar
                && (unit.is(Class::Conj)
                    || unit.clitics.has_conjunction() && unit.has(|class| matches!(class, Class::PrepPronoun(_))));
        let again = again || onward && self.governs(at + 1, preposition);
        if !again {
            return None;
        }
        let at = if self.governs(at, preposition) { at } else { at + 1 };
        // وبعدد من القادة بينهم فلان: whom the text names of a group.
        let members = || self.members(at + 1, false).filter(|_| self.unit_phrase(at).is_none());
        self.governed(at, false).filter(|found| !found.is_empty()).or_else(members)
    }

    /// Returns whether a word has a row that uses the preposition.
    pub(super) fn takes(&self, at: usize, preposition: PrepId) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.object.contains(&Slot::Prep(preposition)) || trigger.subject.contains(&Slot::Prep(preposition))
        })
    }

    pub(super) fn claims(&self, head: usize, at: usize, preposition: PrepId) -> bool {
        let predicates = |unit: usize| {
            self.units[unit].forms.iter().filter_map(|form| self.knowledge.lexicon.trigger(form.trigger).predicate)
        };
        // "brokered a truce between", "imposed sanctions on": verb and noun tell one thing.
        // تعهدت بتقديم مساعدات ل: whom one promises help is helped.
        let help = |predicate| matches!(predicate, Predicate::Aided | Predicate::Supported);
        // في زيارة للتحضير للزيارة المرتقبة للرئيس: of another journey, behind its article, who comes.
        let another = self.lang == Lang::Ar
            && self.knowledge.lexicon.preposition_id("ل") == Some(preposition)
            && self.units[head].kind == Kind::Noun
            && self.units[at].is_definite_noun()
            && self.units[at].owner().is_none()
            && self.tells(at, |told| told == Predicate::Visited);
        let shared = predicates(head).any(|own| {
            own == Predicate::Mediated
                || predicates(at).any(|other| {
                    // طلب مساعدات من: of whom one asks for help.
                    other == own && !another
                        || own == Predicate::Promised && help(other)
                        // "threatened sanctions on": whom they would hit.
                        || own == Predicate::Threatened
                            && matches!(other, Predicate::Attacked | Predicate::Sanctioned)
                        || own == Predicate::DemandedOf && (help(other) || other == Predicate::Promised)
                })
        });
        // "blamed the attack on Iran": who has done it.
        let blamed = self.tells(at, |told| matches!(told, Predicate::Attacked | Predicate::Seized))
            && self.units[head].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate == Some(Predicate::Criticised) && trigger.object == [Slot::Prep(preposition)]
            });
        !shared
            && !blamed
            && !self.is_deed_from(head, at, preposition)
            && self.units[at].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.object.contains(&Slot::Prep(preposition)) || trigger.subject.contains(&Slot::Prep(preposition))
            })
    }

    /// "rejected a demand from London", "condemned the attack by the militia": whose deed it is that an English verb of stance is about
    /// stands behind the preposition.
    fn is_deed_from(&self, verb: usize, noun: usize, preposition: PrepId) -> bool {
        let stance = |told| {
            matches!(told, Predicate::Rejected | Predicate::Praised | Predicate::Criticised | Predicate::Supported)
        };
        self.lang == Lang::En
            && self.units[verb].kind == Kind::Verb
            && self.tells(verb, stance)
            && self.units[noun]
                .forms
                .iter()
                .any(|form| self.knowledge.lexicon.trigger(form.trigger).subject.contains(&Slot::Prep(preposition)))
    }
}
