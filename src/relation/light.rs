//! Whose deed a noun tells: the subject of the light verb that governs it, the receiver of it, the agent of a passive.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Gender;
use crate::lexicon::{Class, Form, Predicate, PrepId, Pronoun, Sense, Shape, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

/// How many words may stand between a light verb and the noun that is its object: سلسلة من الغارات المكثفة.
pub(super) const MOST_WORDS: usize = 4;

/// What a light verb says of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// شن, وجه: the subject does what the noun tells.
    Doer,
    /// تلقى, تعرض لـ: the subject is whom it is done to.
    Receiver,
}

impl Clause<'_> {
    /// شنت إسرائيل غارات على: who does what a noun tells, by the light verb whose object it is.
    pub(super) fn doer_of_noun(&self, at: usize) -> Parties {
        // أعلنت موسكو قيام إسرائيل بقصف سوريا: not who tells of it.
        if let Some(performer) = self.performer(at) {
            return performer;
        }
        let willing = self.resolved_on(at);
        let found = if willing.is_empty() { self.party_of_light(at, Role::Doer) } else { willing };
        if found.is_empty() { self.accused(at) } else { found }
    }

    /// تبنى داعش هجمات باريس: who claims a deed, or does it, of which the place stands behind the noun.
    pub(super) fn owner_of_claim(&self, at: usize) -> Parties {
        self.party_of_light(at, Role::Doer)
    }

    /// حرص بلاده على دعم مصر: whose will it is to give the support that a noun tells.
    pub(super) fn resolved_on(&self, at: usize) -> Parties {
        const WORDS: usize = 4;
        let help = self.lang == Lang::Ar && self.tells(at, |told| told == Predicate::Supported);
        let Some(on) = at.checked_sub(1).filter(|&on| help && self.is_preposition_of(on, "على")) else {
            return Parties::default();
        };
        let will = |&head: &usize| {
            let unit = &self.units[head];
            unit.phrase().is_none() && unit.is(Class::SideHead) && !self.shapes[head].article
        };
        let Some(head) = (on.saturating_sub(WORDS)..on).rev().find(will) else { return Parties::default() };
        let owner = self.genitive(head);
        let owner = if owner.is_empty() { Parties::new(self.parties_of(head + 1), 0.85, head + 2) } else { owner };
        let described = |at: usize| self.units[at].kind == Kind::Word && self.shapes[at].article;
        let whole = !owner.is_empty() && owner.end <= on && (owner.end..on).all(described);
        if whole { Parties { end: at + 1, ..owner } } else { Parties::default() }
    }

    /// "carried out several strikes", "stepped up its raids", "resumed strikes": who does what a noun of force tells, by the verb of doing
    /// whose object it is.
    pub(super) fn force_doer(&self, at: usize) -> Parties {
        let plain = |unit: &&Unit| {
            let adjective = unit.kind == Kind::Function && !unit.is_preposition();
            // "carried out their second raid"
            let own = unit.case == Some(Case::Owner) || unit.case == Some(Case::ThingOwner);
            own || unit.phrase().is_none() && (unit.kind == Kind::Word || adjective)
        };
        let mut words = self.units[..at].iter().rev().take(MOST_WORDS).take_while(plain).count();
        // "carried out a series of strikes", "mounted dozens of raids"
        let quantity = |of: usize| {
            self.is_preposition_of(of, "of")
                && of > 0
                && self.units[of - 1].kind != Kind::Noun
                && plain(&&self.units[of - 1])
        };
        if let Some(of) = at.checked_sub(words + 1).filter(|&of| quantity(of)) {
            words += 1 + self.units[..of].iter().rev().take(MOST_WORDS).take_while(plain).count();
        }
        let verb = at.checked_sub(words + 1);
        let carries = |form: &Form| {
            let flags = &self.knowledge.lexicon.trigger(form.trigger).flags;
            let goes_on = flags.occurs || flags.sense == Some(Sense::Continues);
            flags.sense == Some(Sense::Performs) || flags.light && goes_on
        };
        // "condemned renewed raids": a participle that describes them.
        let describes = |verb: usize| verb > 0 && self.units[verb - 1].kind == Kind::Verb;
        let does = |verb: &usize| {
            self.units[*verb].kind == Kind::Verb && self.units[*verb].forms.iter().any(carries) && !describes(*verb)
        };
        verb.filter(does).map(|verb| self.party_of_verb(verb)).unwrap_or_default()
    }

    /// أشاد فلان بالدعم المقدم من الكويت: whether a verb of stance has a noun behind ب for what it is about.
    pub(super) fn is_judged_by_verb(&self, at: usize) -> bool {
        const WORDS: usize = 5;
        let verb = (at.saturating_sub(WORDS)..at)
            .rev()
            .take_while(|&i| !self.units[i].is_mark())
            .find(|&i| self.units[i].kind == Kind::Verb);
        let with = self.knowledge.lexicon.preposition_id("ب").map(Slot::Prep);
        verb.is_some_and(|verb| {
            self.units[verb].forms.iter().any(|form| {
                let row = self.knowledge.lexicon.trigger(form.trigger);
                let judges = matches!(row.predicate, Some(Predicate::Praised | Predicate::Criticised));
                // رحب بالدعم الأمريكي: who welcomes it gets it.
                judges && !row.flags.deeds && with.is_some_and(|with| row.object.contains(&with))
            })
        })
    }

    /// سقطت كابول في يد طالبان: the nearest place or party named before a unit of its clause.
    pub(super) fn named_before(&self, at: usize) -> Parties {
        for before in (at.saturating_sub(5)..at).rev() {
            let unit = &self.units[before];
            if unit.is_stop() || unit.has(|class| matches!(class, Class::Complement)) {
                break;
            }
            // السفير التركي في بغداد: where he is posted.
            let post = before > 1 && self.is_in(before - 1) && self.unit_phrase(before - 2).is_some();
            let post = post && self.unit_phrase(before).is_some_and(|p| p.kind == PhraseKind::Place);
            if !post
                && self
                    .unit_phrase(before)
                    .is_some_and(|p| p.kind != PhraseKind::Demonym || self.describes_thing(before))
            {
                return Parties::new(self.parties_of(before), 0.75, at + 1);
            }
        }
        Parties::default()
    }

    /// العلاقات بين مصر وإيران مقطوعة, العلاقات المقطوعة بين: between whom the ties are that a word says are cut.
    pub(super) fn pair_of_ties(&self, at: usize) -> Parties {
        const REACH: usize = 7;
        let from = at.saturating_sub(REACH);
        let Some(between) = self.knowledge.lexicon.preposition_id("بين") else { return Parties::default() };
        let Some(ties) = (from..at).rev().take_while(|&i| !self.limit(i)).find(|&i| self.units[i].is(Class::Asset))
        else {
            return Parties::default();
        };
        let range = ties + 1..self.units.len().min(at + 2);
        let found = range.into_iter().find(|&i| self.governs(i, between)).and_then(|i| self.governed(i, false));
        found
            .filter(|found| found.list.len() == 2)
            .map(|found| Parties { confidence: 0.8, ..found })
            .unwrap_or_default()
    }

    pub(super) fn party_of_light(&self, at: usize, role: Role) -> Parties {
        // منعت إسرائيل كيري من لقاء عباس: whom one lets or keeps from it.
        if role == Role::Doer
            && let Some(party) = self.bound(at)
        {
            return Parties::new(vec![party], 0.85, at + 1);
        }
        if role == Role::Doer
            && let Some(found) = self.willing(at)
        {
            return found;
        }
        if role == Role::Doer
            && let Some(found) = self.giver_of_what(at).or_else(|| self.lifter(at)).or_else(|| self.asked_to_end(at))
        {
            return found;
        }
        let carrying = self.carrying_verb(at).or_else(|| self.carrying_behind_party(at));
        if let Some(verb) = carrying {
            if self.has_role(verb, role) {
                return self.party_of_verb(verb);
            }
            // قتل جنود في هجوم شنه فلان, رفضت قطر الاتهامات التي وجهها فلان: who does it stands behind, whom it is done to before.
            let blamed = verb > at && self.tells(at, |told| told == Predicate::Criticised);
            if role == Role::Doer || !self.is_deed(at) && !blamed {
                return Parties::default();
            }
        }
        // ردا على قصف القنصلية, بعد غارة: when or why something else is done.
        let because = self.knowledge.lexicon.preposition_id("بسبب");
        let by_the_way = |unit: &Unit| {
            unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == because)) || unit.is(Class::Circumstance)
        };
        let aside = role == Role::Doer && self.lang == Lang::Ar && self.is_deed(at);
        if aside && at > 0 && by_the_way(&self.units[at - 1]) {
            return Parties::default();
        }
        // قدمت فرنسا مشروع قرار لوقف القصف: nor who wants to end it with what he does.
        let ends = |unit: &Unit| unit.phrase().is_none() && unit.clitics.has(Clitics::LI) && unit.is(Class::Halting);
        if aside && at > 0 && ends(&self.units[at - 1]) {
            return Parties::default();
        }
        let mut words = 0;
        let mut commas = 0;
        // قررت واشنطن فرض عقوبات: over a light verbal noun with no doer of its own.
        let mut over_noun = false;
        for before in (0..at).rev() {
            let unit = &self.units[before];
            match unit.kind {
                Kind::Verb => {
                    let Some(subject) = &self.subjects[before] else { return Parties::default() };
                    if role == Role::Doer && self.is_only_regarded(at) {
                        return Parties::default();
                    }
                    // الحظر الذي يفرضه على إرسال أسلحة: the verb has its object already.
                    if self.lang == Lang::Ar && unit.verb().is_some_and(|(.., object)| object.is_some()) {
                        return Parties::default();
                    }
                    let behind = carrying.is_none_or(|verb| verb > at && !self.is_deed(at));
                    let answers = || behind && self.answers(before, at);
                    let has_role = self.has_role(before, role) || role == Role::Receiver && answers();
                    if !subject.carried && subject.end > at
                        || !(has_role || self.says(before, at) || over_noun && role == Role::Receiver)
                        || subject.carried && self.answers(before, at) && role == Role::Receiver
                    {
                        return Parties::default();
                    }
                    // دعا أوباما إلى فرض عقوبات, طلب مساعدات: who asks for it does not do it. لوح بفرض عقوبات: nor who threatens.
                    let threatens = self.lang == Lang::Ar && self.tells(before, |p| p == Predicate::Threatened);
                    // أعلن لبنان تسلم مساعدات من الكويت, نفى الحزب تلقي أموال: who tells of what is received has it himself.
                    let receives = over_noun && role == Role::Receiver && self.tells_speech(before);
                    // تسعى بريطانيا إلى رفع الحظر: who only wants it lifted need not have imposed it.
                    let wants_lifted = role == Role::Doer
                        && self.lang == Lang::Ar
                        && at > 1
                        && self.lifts(at - 1)
                        && self.is_preposition_of(at - 2, "إلى");
                    if self.demands(before)
                        || wants_lifted
                        || threatens
                        || self.orders_force(before, at)
                        || !has_role && (over_noun || role == Role::Receiver) && !receives
                    {
                        return Parties::default();
                    }
                    let found = self.party_of_verb(before);
                    let unnamed = role == Role::Receiver && (found.is_empty() || found.carried);
                    if !unnamed {
                        return found;
                    }
                    return self
                        .sufferer_of_thing(before, at)
                        .or_else(|| self.doer_of_cause(before, at))
                        .unwrap_or(found);
                }
                // لقي قرار الكويت ترحيبا: what meets with it is whose the thing is.
                Kind::Noun if role == Role::Receiver && self.lang == Lang::Ar && unit.is(Class::Document) => words += 1,
                Kind::Noun if self.is_light(before) => {
                    if !self.has_role(before, role) {
                        return Parties::default();
                    }
                    let owner = self.genitive(before);
                    if !owner.is_empty() && owner.end <= at {
                        return owner;
                    }
                    let owner = self.suffix(before);
                    if !owner.is_empty() {
                        return owner;
                    }
                    if role == Role::Receiver
                        && let Some(found) = self.sufferer_of_thing(before, at)
                    {
                        return found;
                    }
                    over_noun = true;
                }
                Kind::Mark(super::unit::Mark::Stop) => return Parties::default(),
                Kind::Mark(_) => {
                    commas += 1;
                    if commas > 2 {
                        return Parties::default();
                    }
                }
                // تلقى رسالة بخصوص الغارة: the verb has another noun for its object, or the noun a preposition of its own.
                // تبادل فلان وفلان الاتهامات بدعم المتمردين: nor does who accuses do what the charge is of.
                Kind::Noun
                    if before + 1 == at
                        && self.lang == Lang::Ar
                        && self.units[at].clitics.has(Clitics::BI)
                        && self.tells(before, |told| told == Predicate::Criticised) =>
                {
                    return Parties::default();
                }
                // برقية تهنئة: two nouns in a row are one object.
                // عن استنكاره للاعتداء: nor one that it says what it is about. شنت مسيرة تركية غارة: but the craft is who does it.
                Kind::Noun
                    if !self.units[at].clitics.has_conjunction()
                        && !unit.is(Class::Craft)
                        && (before + 1 < at || self.lang == Lang::Ar && self.units[at].clitics.has(Clitics::LI)) =>
                {
                    return Parties::default();
                }
                Kind::Word if self.shapes[before].preposition.is_some() => return Parties::default(),
                Kind::Word | Kind::Noun => {
                    words += 1;
                    if words > MOST_WORDS {
                        return Parties::default();
                    }
                }
                Kind::Function if unit.has(|class| matches!(class, Class::Complement | Class::Relative)) => {
                    return Parties::default();
                }
                // مصر مستعدة لتقديم المساعدة: who is ready to.
                Kind::Function
                    if role == Role::Doer && over_noun && unit.is(Class::Possible) && self.heads_clause(before) =>
                {
                    return Parties { confidence: 0.8, end: at + 1, ..self.list(before - 1) };
                }
                // متوجها بالشكر إلى: a participle with the noun for its object.
                Kind::Participle if before + 1 == at && role == Role::Doer => return self.control(before),
                Kind::Participle => return Parties::default(),
                // ألقى كلمة حول العدوان على سوريا: of what he only speaks.
                Kind::Function if role == Role::Doer && self.lang == Lang::Ar && self.is_topical(before) => {
                    return Parties::default();
                }
                Kind::Phrase(_) | Kind::Function => {}
            }
        }
        Parties::default()
    }

    /// حول, بشأن: whether a preposition says what something is about.
    fn is_topical(&self, at: usize) -> bool {
        self.units[at].is_preposition() && ["حول", "بشأن", "بخصوص"].iter().any(|word| self.is_preposition_of(at, word))
    }

    /// ما قدمته السعودية من دعم للبنان: who gives what a noun behind "of" says that "what" is.
    fn giver_of_what(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 6;
        let from = at.checked_sub(1).filter(|&from| self.lang == Lang::Ar && self.is_preposition_of(from, "من"))?;
        let verb = (from.saturating_sub(REACH)..from).rev().find(|&i| self.units[i].kind == Kind::Verb)?;
        let resumes = self.units[verb].verb().is_some_and(|(.., object)| object.is_some());
        let what = verb.checked_sub(1).is_some_and(|what| {
            let unit = &self.units[what];
            unit.phrase().is_none()
                && unit.end == unit.start + 1
                && (unit.kind == Kind::Word || unit.is(Class::Negation))
        });
        if !resumes || !what || !self.gives(verb) {
            return None;
        }
        let (_, gender, ..) = self.units[verb].verb()?;
        let agreeing = |own: &&Parties| !own.carried || own.list.iter().all(|&party| agrees(party, gender));
        let Some(own) = self.subjects[verb].as_ref().filter(|own| !own.is_empty()).filter(agreeing) else {
            // شكر الصين على ما قدمته من دعم: the verb leaves out whom the clause has named.
            let (_, gender, number, _) = self.units[verb].verb()?;
            let list = self.antecedent(verb, Pronoun { gender, number, speaks: false });
            return (list.len() == 1 && verb + 1 == from).then(|| Parties::new(list, 0.8, at + 1));
        };
        let whole = own.carried || own.end <= from && self.skip_adverbs(own.end) == from;
        let confidence = own.confidence * 0.95;
        whole.then(|| Parties { confidence, carried: false, ..own.clone() })
    }

    /// مصر مستعدة, إن مصر مستعدة: whether one party that opens its clause stands right before a unit.
    pub(super) fn heads_clause(&self, at: usize) -> bool {
        let Some(party) = at.checked_sub(1) else { return false };
        let opens = party == 0 || self.units[party - 1].is_stop() || self.shapes[party - 1].opens_content;
        self.lang == Lang::Ar && opens && self.bare_party(party)
    }

    /// تعرض موقع للجيش اللبناني لقصف, مقتل جندي إسرائيلي في هجوم: whose the thing or the man is that a deed was done to.
    fn sufferer_of_thing(&self, head: usize, deed: usize) -> Option<Parties> {
        self.owner_of_thing(head + 1, 0).filter(|found| self.lang == Lang::Ar && found.end <= deed)
    }

    /// أثار إعدام السعودية للشيخ غضب طهران: whose deed it is that met with something.
    fn doer_of_cause(&self, verb: usize, noun: usize) -> Option<Parties> {
        let deed = verb + 1;
        let own = self.lang == Lang::Ar && self.units[deed].kind == Kind::Noun && deed < noun;
        let doer = own.then(|| self.genitive(deed)).filter(|doer| !doer.is_empty() && doer.end <= noun)?;
        Some(Parties { end: noun + 1, confidence: 0.8, ..doer })
    }

    /// اتهمت دمشق إسرائيل بقصف, اتهم إيران بمواصلة تزويد: whom the verb before accuses of the deed behind ب.
    pub(super) fn accused(&self, at: usize) -> Parties {
        const REACH: usize = 8;
        let light = |i: usize| self.units[i].kind == Kind::Word || self.units[i].kind == Kind::Noun && self.is_light(i);
        let deed = (0..=at).rev().take_while(|&i| i == at || light(i)).find(|&i| self.has_bi(i));
        let Some(deed) = deed.filter(|_| self.lang == Lang::Ar) else { return Parties::default() };
        let verb = (deed.saturating_sub(REACH)..deed)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .find(|&i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun | Kind::Participle))
            .filter(|&i| self.blames(i));
        // نفت طهران اتهامات السعودية بتسليح: the genitive of a charge that is answered accuses.
        let accuses = |head: usize, i: usize| {
            self.units[head].kind == Kind::Noun
                && (self.adjective_like_its_country(head, i) || i == head + 1 && self.is_answered(head))
        };
        let party = |head: usize, i: usize| {
            self.unit_phrase(i).is_some_and(|p| p.kind != PhraseKind::Demonym) && !accuses(head, i)
        };
        // واتهمتها واشنطن بتسليح الحوثيين: whom the pronoun means, and not who accuses.
        let pronoun = verb.and_then(|verb| Some((verb, self.units[verb].verb()?.3?)));
        if let Some((verb, pronoun)) = pronoun {
            // عقوبات على موسكو وكييف تتهمها: the country right before who accuses.
            let beside = verb.checked_sub(2).filter(|&beside| {
                self.bare_party(verb - 1)
                    && self.units[verb - 1].clitics == Clitics::WA
                    && self.unit_phrase(beside).is_some_and(|phrase| phrase.kind == PhraseKind::Country)
                    && pronoun.gender == Some(Gender::Feminine)
            });
            let list = beside
                .map(|beside| self.parties_of(beside))
                .unwrap_or_else(|| self.meant_by_object(verb, verb, pronoun));
            return Parties::new(list, 0.75, at + 1);
        }
        // اتهم الائتلاف القوات النظامية بقصف حمص: who accuses is not whom he accuses, though nobody else is named.
        let behind = |verb: usize| {
            let own = self.subjects[verb].as_ref().filter(|own| !own.carried && !own.is_empty());
            own.map_or(verb + 1, |own| own.end.max(verb + 1))
        };
        let accused = verb.and_then(|verb| (behind(verb)..deed).rev().find(|&i| party(verb, i)));
        // اتهم تركيا والإمارات بتسليح داعش: all of a list.
        let joined = |&i: &usize| i > 0 && self.units[i].clitics == Clitics::WA && self.bare_party(i - 1);
        let first = accused.map(|last| {
            let links = (0..=last).rev().take_while(joined).count();
            (last - links, last)
        });
        let first = first.filter(|&(first, _)| verb.is_none_or(|head| !accuses(head, first)));
        let all = |first: usize, last: usize| (first..=last).flat_map(|i| self.parties_of(i)).collect();
        first.map(|(first, last)| Parties::new(all(first, last), 0.8, at + 1)).unwrap_or_default()
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

    pub(super) fn has_bi(&self, at: usize) -> bool {
        self.units[at].phrase().is_none()
            && (self.units[at].clitics.has(Clitics::BI) || self.shapes[at].preposition == Some(Clitics::BI))
    }

    pub(super) fn blames(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.blames)
    }

    fn party_of_verb(&self, verb: usize) -> Parties {
        let subject = self.subjects[verb].clone().unwrap_or_default();
        Parties { confidence: subject.confidence * 0.95, ..subject }
    }

    /// المعركة ضد داعش التي تخوضها بغداد: the light verb of a relative clause behind whom the deed is done to.
    fn carrying_behind_party(&self, at: usize) -> Option<usize> {
        const REACH: usize = 6;
        if self.lang != Lang::Ar || !self.is_deed(at) {
            return None;
        }
        let relative = (at + 1..self.units.len().min(at + REACH))
            .take_while(|&i| !self.units[i].is_stop() && !matches!(self.units[i].kind, Kind::Verb | Kind::Noun))
            .find(|&i| self.units[i].is(Class::Relative))?;
        let verb = relative + 1;
        let unit = self.units.get(verb).filter(|unit| unit.kind == Kind::Verb)?;
        let suffix = unit.verb().is_some_and(|(.., object)| object.is_some());
        let named = (at + 1..relative).any(|i| self.unit_phrase(i).is_some());
        (suffix && named && self.is_light(verb)).then_some(verb)
    }

    pub(super) fn is_light(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light)
    }

    /// Returns whether the verb or verbal noun at a unit is light and may say this of its subject: تلقى is "she delivers" too.
    /// Returns whether the subject of a light verb at a unit does what its noun tells.
    pub(super) fn gives(&self, at: usize) -> bool {
        self.has_role(at, Role::Doer)
    }

    /// "received a call from", "got a call from": whether the verb of the clause takes in what a noun tells.
    pub(super) fn is_got(&self, noun: usize) -> bool {
        let verb =
            (0..noun).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| self.has_role(verb, Role::Receiver))
    }

    /// استمع المجلس إلى إحاطة المبعوث: whether the subject of the verb before a noun behind a preposition gets what it tells.
    pub(super) fn is_heard(&self, noun: usize) -> bool {
        noun > 0 && self.units[noun - 1].is_preposition() && self.lang == Lang::Ar && self.is_got(noun)
    }

    /// حظي باستقبال: whether the subject of the verb that has a noun with it is whom that is done to.
    pub(super) fn gets_it(&self, noun: usize) -> bool {
        let before =
            || (0..noun).rev().take_while(|&i| !self.units[i].is_mark()).find(|&i| self.units[i].kind == Kind::Verb);
        let verb = self.carrying_verb(noun).or_else(before);
        self.lang == Lang::Ar && verb.is_some_and(|verb| self.has_role(verb, Role::Receiver))
    }

    pub(super) fn has_role(&self, at: usize, role: Role) -> bool {
        // توقع الوزير استمرار العمليات: "she signs" is spelt like "he expects".
        let own = self.subjects.get(at).and_then(Option::as_ref).filter(|found| !found.carried);
        let subject = own.and_then(|found| found.list.first().copied());
        self.units[at].forms.iter().any(|form| {
            let flags = self.knowledge.lexicon.trigger(form.trigger).flags;
            let agreeing = match form.shape {
                Shape::Verb { gender, .. } if self.lang == Lang::Ar => {
                    subject.is_none_or(|party| party.kind != PhraseKind::Person || agrees(party, gender))
                }
                _ => true,
            };
            flags.light && agreeing && flags.receives == (role == Role::Receiver)
        })
    }

    /// رفضت إيران الاتهامات: who answers an accusation or a demand is whom it is made of.
    fn answers(&self, verb: usize, noun: usize) -> bool {
        let flags = || self.units[verb].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger).flags);
        // نفت إيران أي ضغوط: who denies a demand says that there is none.
        let denies = flags().any(|flags| flags.speech);
        // رفض الهجوم الإسرائيلي على مصر: it was made on somebody else.
        let on = self.knowledge.lexicon.preposition_id("على");
        let aimed = (noun + 1..self.units.len().min(noun + 4))
            .take_while(|&next| !self.limit(next) && !self.units[next].is_mark())
            .any(|next| self.units[next].has(|class| matches!(class, Class::Prep(id) if Some(id) == on)));
        flags().any(|flags| flags.answers)
            && !(aimed && self.tells(noun, |told| told == Predicate::Attacked))
            && self.tells(noun, |predicate| match predicate {
                Predicate::Criticised | Predicate::Threatened => true,
                Predicate::DemandedOf => !denies,
                _ => false,
            })
    }

    /// أعلنت فرنسا دعما كاملا لـ: a verb of saying, where its object is the indefinite noun itself.
    fn says(&self, verb: usize, noun: usize) -> bool {
        let speech =
            self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech);
        let indefinite = self.units[noun]
            .forms
            .iter()
            .any(|form| matches!(form.shape, Shape::Noun { definite: false, .. } | Shape::Noun { owner: Some(_), .. }));
        let aid = self.tells(noun, |predicate| predicate == Predicate::Aided);
        speech && indefinite && !aid
    }

    /// تبادل الجانبان الآراء, شهد اللقاء تبادل الآراء: whether the verb or noun before says that several exchange what a noun
    /// names.
    pub(super) fn exchanges(&self, at: usize) -> bool {
        let head = (0..at)
            .rev()
            .take_while(|&i| !self.units[i].is_stop() && !self.opens_topic(i))
            .find(|&i| matches!(self.units[i].kind, Kind::Verb | Kind::Noun));
        self.carrying_verb(at).or(head).is_some_and(|head| {
            self.units[head].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.mutual)
        })
    }

    /// Returns whether the word at a unit has a row with such a predicate.
    pub(super) fn tells(&self, at: usize, wanted: impl Fn(Predicate) -> bool) -> bool {
        self.units[at]
            .forms
            .iter()
            .any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate.is_some_and(&wanted))
    }

    fn demands(&self, verb: usize) -> bool {
        self.units[verb].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate == Some(Predicate::DemandedOf) && !trigger.object.contains(&Slot::Obliged)
        })
    }

    /// دعا المغرب والجزائر إلى استئناف المفاوضات: of whom a verb demands talks, where they are two.
    ///
    /// دعا روسيا إلى التفاوض مع أوكرانيا: or one, where the talks are with somebody.
    pub(super) fn asked_together(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 10;
        if self.lang == Lang::En || self.units[at].kind != Kind::Noun || !self.tells(at, Predicate::is_symmetric) {
            return None;
        }
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&before| self.limit(before))?;
        if !matches!(self.units[verb].kind, Kind::Verb | Kind::Participle) || !self.demands(verb) {
            return None;
        }
        let from = self.subjects[verb].as_ref().filter(|found| !found.carried).map_or(verb + 1, |found| found.end);
        let asked = self.object(from.max(verb + 1), false);
        // دعا فلانا وفلانا إلى الهدوء قبل لقاء غيرهما: what it demands comes first.
        let together = (asked.list.len() == 2 || asked.list.len() == 1 && self.is_with_somebody(at))
            && asked.end <= at
            && self.units.get(asked.end)?.is_preposition()
            && self.units[asked.end..at].iter().all(|unit| !unit.is(Class::Circumstance));
        together.then_some(Parties { confidence: 0.8, ..asked })
    }

    /// دعت فرنسا وبريطانيا إلى وقف لإطلاق النار: whether several call for a truce or deal with nobody told, which is then that of others.
    pub(super) fn is_only_called_for(&self, at: usize) -> bool {
        const REACH: usize = 10;
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&before| self.limit(before));
        self.lang == Lang::Ar
            && verb.is_some_and(|verb| {
                matches!(self.units[verb].kind, Kind::Verb | Kind::Participle) && self.demands(verb)
            })
            && self.asked_together(at).is_none()
            && !self.is_with_somebody(at)
    }

    /// أكد الوزيران ضرورة التوصل إلى هدنة: whether a deal is what somebody says to be needed, and between others.
    pub(super) fn is_only_found_needed(&self, at: usize) -> bool {
        const REACH: usize = 10;
        let open = |before: &usize| !self.units[*before].is_mark();
        let before = || (at.saturating_sub(REACH)..at).rev().take_while(open);
        let verb = before().find(|&before| matches!(self.units[before].kind, Kind::Verb | Kind::Participle));
        let says = |verb: usize| {
            let speech = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.speech;
            self.units[verb].forms.iter().any(speech)
        };
        let needed = |at: usize| self.units[at].phrase().is_none() && self.units[at].is(Class::Need);
        // جهود الوساطة التي تقوم بها الدوحة والقاهرة من أجل هدنة: nor is it theirs who only strive for it.
        let strives = |at: usize| {
            // بوساطة قطر: but by whose means they reached it.
            let means = self.units[at].clitics.has(Clitics::BI) || at > 0 && self.units[at - 1].is(Class::After);
            !means
                && (self.units[at].phrase().is_none() && self.units[at].is(Class::Effort)
                    || self.tells(at, |told| told == Predicate::Mediated))
        };
        self.lang == Lang::Ar
            && (verb.is_some_and(|verb| says(verb) && (verb + 1..at).any(needed)) || before().any(strives))
            && !self.is_with_somebody(at)
    }

    /// حوار شامل مع أوكرانيا: whether a few words behind a noun the text says with whom.
    fn is_with_somebody(&self, at: usize) -> bool {
        const WORDS: usize = 4;
        let with = self.knowledge.lexicon.preposition_id("مع");
        let open = |i: &usize| self.units[*i].kind == Kind::Word || self.units[*i].is_preposition();
        (at + 1..self.units.len().min(at + WORDS))
            .take_while(open)
            .any(|i| with.is_some_and(|with| self.governs(i, with)))
    }

    /// مظاهرات مناهضة لـ: an indefinite participle right behind an indefinite noun describes that noun, which nobody owns unless
    /// the verb says who made it.
    pub(super) fn is_adjective(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.lang == Lang::Ar) else { return false };
        // قالت جماعات موالية لفلان: those who act are nobody's whom the sentence named before.
        let doer = before.checked_sub(1).and_then(|verb| self.subjects.get(verb)?.as_ref());
        let unnamed = |unit: &Unit| unit.kind == Kind::Word || unit.phrase().is_none() && unit.is(Class::Agent);
        let own =
            unnamed(&self.units[before]) && !self.shapes[before].article && self.shapes[before].preposition.is_none();
        if doer.is_some_and(|found| found.carried) && own {
            return true;
        }
        // بين موالين لفلان ومؤيدين للمعارضة: behind a preposition it is a noun, and nobody's.
        let led = self.units[before].is_preposition() || self.units[at].clitics.has_preposition();
        if led && self.tells(at, |told| told == Predicate::Supported) {
            return true;
        }
        let indefinite = self.units[before].kind == Kind::Word && !self.shapes[before].article
            || self.units[before].kind == Kind::Noun
                && self.units[before]
                    .forms
                    .iter()
                    .all(|form| matches!(form.shape, Shape::Noun { definite: false, owner: None }));
        if !indefinite || self.comes_by(at) {
            return false;
        }
        let verb =
            (0..before).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        let told = verb.is_none_or(|verb| {
            self.units[verb].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.flags.light || trigger.flags.speech || trigger.predicate.is_some()
            })
        });
        !told
    }

    /// أكد السفير أن الجيش لا يستهدف المدنيين، متهما إسرائيل: a participle of saying behind a comma is of who says the clause.
    pub(super) fn outer_speaker(&self, at: usize) -> Option<Parties> {
        let says = |predicate| {
            matches!(
                predicate,
                Predicate::Criticised
                    | Predicate::DemandedOf
                    | Predicate::Praised
                    | Predicate::Supported
                    | Predicate::Threatened
                    | Predicate::Rejected
                    | Predicate::Promised
            )
        };
        let apart = at.checked_sub(1).is_some_and(|before| self.units[before].is_comma());
        if self.lang == Lang::En || !apart || !self.tells(at, says) {
            return None;
        }
        self.speaker_before(at).or_else(|| self.speaker_past_relative(at))
    }

    /// أدانت دمشق الغارة التي شنتها إسرائيل، داعية إلى: whom the main verb has, over verbs that only describe what it is about.
    fn speaker_past_relative(&self, at: usize) -> Option<Parties> {
        let open = |i: &usize| !self.units[*i].is_stop() && !self.units[*i].is(Class::Complement);
        let mut verbs = (0..at).rev().take_while(open).filter(|&i| self.units[i].kind == Kind::Verb).peekable();
        verbs.next_if(|&verb| self.is_relative_verb(verb))?;
        let main = verbs.find(|&verb| !self.is_relative_verb(verb))?;
        let subject = self.subjects[main].as_ref().filter(|found| !found.is_empty() && !found.carried)?;
        Some(Parties { confidence: subject.confidence * 0.9, end: at + 1, ..subject.clone() })
    }

    /// قال ماكرون إن بلاده ستنظم، معربا عن: who says the sentence, where what he says stands before a unit.
    pub(super) fn speaker_before(&self, at: usize) -> Option<Parties> {
        let open = |i: &usize| !self.units[*i].is_stop();
        let mut content = (0..at).rev().take_while(open).find(|&i| self.shapes[i].opens_content)?;
        let verb = loop {
            let verb = (0..content).rev().take_while(open).find(|&i| self.units[i].kind == Kind::Verb)?;
            if self.tells_speech(verb) {
                break verb;
            }
            // قال فلان إن الوزارة تعود إلى ما كانت وإن القانون أداة، مطالبا: a second clause, joined to the first.
            let joined = self.opens_further_content(content);
            content = (0..verb).rev().take_while(open).find(|&i| joined && self.shapes[i].opens_content)?;
        };
        let subject = self.subjects[verb].as_ref()?;
        // وقال إن: who opens his sentence with a verb of saying goes on from the one before.
        let opens = (0..verb).all(|i| self.units[i].kind == Kind::Function);
        let least = if opens && !subject.is_empty() { 0.8 } else { 0.0 };
        Some(Parties { confidence: (subject.confidence * 0.9).max(least), end: at + 1, ..subject.clone() })
    }

    /// دعا بوتين أردوغان إلى زيارة روسيا: what stands behind the party is a journey, so that it is an invitation; دعاه إلى مأدبة عشاء:
    /// and so it is where one honours guests with it.
    pub(super) fn invites(&self, from: usize, end: usize) -> bool {
        // وجه دعوة للرئيس، باسم فلان، لزيارة تركيا
        let end = self.past_commas(end).filter(|_| self.lang == Lang::Ar).unwrap_or(end);
        (from..self.units.len().min(end + 3)).take_while(|&at| !self.limit(at)).any(|at| {
            // مغادرة البلاد: to leave is no visit.
            let triggers = || self.units[at].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
            let journey =
                triggers().any(|trigger| trigger.sets_out()) && !triggers().any(|trigger| trigger.flags.abroad);
            // إلى استقبال فلان: whom another is to receive.
            let feast = self.lang == Lang::Ar
                && self.units[at].kind == Kind::Noun
                && !self.bare_party(at + 1)
                && triggers().any(|row| row.predicate == Some(Predicate::Hosted) && row.subject == [Slot::Doer]);
            journey || feast
        })
    }

    /// دعا زيلينسكي شولتس إلى كييف: whether whom a word of inviting names is called to a place.
    pub(super) fn calls_to_place(&self, invitation: usize, end: usize) -> bool {
        let to = self.knowledge.lexicon.preposition_id("إلى");
        let place = |at: usize| {
            self.bare_party(at) && self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Place)
        };
        self.lang == Lang::Ar
            && self.is_invitation(invitation)
            && to.is_some_and(|to| self.governs(end, to))
            && place(end + 1)
    }

    /// دعا فلان فلانا لحضور القمة: whether those who end at a unit are people whom one wants to be there.
    pub(super) fn invites_to_attend(&self, from: usize, object: &Parties) -> bool {
        let end = object.end.max(from);
        let person = |party: &Party| party.kind == PhraseKind::Person;
        self.lang == Lang::Ar
            && object.list.iter().all(person)
            && (end..self.units.len().min(end + 2))
                .any(|at| self.units[at].phrase().is_none() && self.units[at].is(Class::Attending))
    }

    /// Returns whether behind a verb, and adverbs, stands its object or a preposition, so that its subject is left out.
    pub(super) fn goes_on_without_subject(&self, at: usize) -> bool {
        let adverb = |unit: &Unit| unit.kind == Kind::Function && unit.is(Class::Skip);
        let next = (at + 1..self.units.len()).find(|&next| !adverb(&self.units[next]));
        next.is_none_or(|next| {
            let unit = &self.units[next];
            match unit.kind {
                Kind::Phrase(_) => true,
                // وثمن دور الأردن: what somebody does is judged, and judges nobody.
                Kind::Word => self.shapes[next].preposition.is_some() || self.judges_deed_right_behind(at),
                Kind::Noun => true,
                Kind::Function => !unit.is(Class::Agent) || unit.clitics.has_preposition(),
                Kind::Verb | Kind::Participle | Kind::Mark(_) => false,
            }
        })
    }

    /// Returns whether a noun or word stands at a unit with ب or ل on it.
    pub(super) fn has_clitic(&self, at: usize, preposition: PrepId) -> bool {
        let clitic = match self.units[at].kind {
            Kind::Word => self.shapes[at].preposition,
            Kind::Noun if self.units[at].clitics.has(Clitics::BI) => Some(Clitics::BI),
            Kind::Noun if self.units[at].clitics.has(Clitics::LI) => Some(Clitics::LI),
            _ => None,
        };
        let written = if clitic == Some(Clitics::BI) { "ب" } else { "ل" };
        clitic.is_some() && self.knowledge.lexicon.preposition_id(written) == Some(preposition)
    }
}
