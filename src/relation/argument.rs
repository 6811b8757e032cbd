//! To whom and with whom: who stands behind a preposition of a verb or noun of a clause.

use super::clause::{Clause, Parties, REACH};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Predicate, PrepId, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// ناقش الوزير الأزمة مع نظيره المصري: whether a verb of talking has behind it somebody by his office, with whom there is no crisis and no
    /// cooperation.
    fn is_talk_with_official(&self, verb: usize, with: usize) -> bool {
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
    fn is_where(&self, head: usize, at: usize, found: &Parties, preposition: PrepId) -> bool {
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
    fn is_where_posted(&self, at: usize, end: usize, preposition: PrepId) -> bool {
        let land = self.unit_phrase(at).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place) && phrase.clitics == Clitics::BI
        });
        let acts = at > 0 && self.unit_phrase(at - 1).is_some_and(|phrase| !phrase.clitics.has_preposition());
        self.lang == Lang::Ar && land && acts && end < self.units.len() && self.has_clitic(end, preposition)
    }

    /// يلتقي فلان رئيس لجنة الصناعة بمجلس الشورى غدا بوزير الإنتاج: whether a body belongs to the title before it, and whom
    /// somebody meets follows behind the same preposition.
    fn is_of_post(&self, at: usize, preposition: PrepId) -> bool {
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
        if self.held.may_have(preposition, from.min(head + 1)) {
            return self.sought_behind(head, from, preposition, inside, subject);
        }
        debug_assert!(
            self.sought_behind(head, from, preposition, inside, subject).end == 0,
            "a preposition governs where `held` has none"
        );
        Parties::default()
    }

    /// The same where the preposition stands behind the head, or may.
    fn sought_behind(
        &self,
        head: usize,
        from: usize,
        preposition: PrepId,
        inside: bool,
        subject: Option<&Parties>,
    ) -> Parties {
        // دعم بلاده لها
        const NEAR: usize = 3;
        let mut words = 0;
        let mut commas = 0;
        let mut relative = false;
        let carrying = self.carrying_verb(head);
        let between = Some(preposition) == self.knowledge.lexicon.preposition_id("بين");
        let with = Some(preposition) == self.knowledge.lexicon.preposition_id("ب");
        // زيارة إلى الصين يقوم بها فلان: where it goes stands before who makes it.
        let goal_first = carrying.is_some_and(|verb| {
            self.subjects[verb].as_ref().is_some_and(|own| !own.carried && !own.is_empty())
                && (head + 1..verb).any(|at| self.past_goal(head, at).is_some())
        });
        // سنطلب مع البريطانيين تقديم موعد الاجتماع: with whom one asks for it is not whom one meets there.
        let asks = carrying.is_some_and(|verb| verb < head && self.tells(verb, |told| told == Predicate::DemandedOf));
        let mut at = carrying.filter(|_| !goal_first && !asks).map_or(from, |verb| verb + 1);
        // وساطة لحل الأزمة بين: whose quarrel it is, between them one mediates.
        let mediates = self.lang == Lang::Ar && self.tells(head, |predicate| predicate == Predicate::Mediated);
        // غارات على مواقع لحماس, العقوبات المفروضة عليه: a deed of somebody named meets whose the thing is.
        let meets = self.is_deed(head) && subject.is_some_and(|s| !s.carried || self.units[head].kind != Kind::Verb);
        // تداعيات الحرب السورية على لبنان: it is the consequences that fall on Lebanon.
        let on = Some(preposition) == self.knowledge.lexicon.preposition_id("على");
        // تداعيات العدوان الإسرائيلي على القطاع: but an attack, unlike a war, is always on somebody.
        // إثر هجوم نفذته الحركة على مصر: nor where it is the verb of the deed that has it.
        let own_verb = carrying.is_some_and(|verb| verb > head);
        let impact = on && self.lang == Lang::Ar && head > 0 && self.units[head - 1].is(Class::Impact) && !own_verb;
        if impact && self.is_deed(head) && (self.is_war(head) || self.adjectives(head).is_empty()) {
            return Parties::default();
        }
        // قطع العلاقات بين: what is cut is theirs.
        // "brokered a truce between"
        let ties = mediates
            || self.lang == Lang::En && self.tells(head, |predicate| predicate == Predicate::Mediated)
            || self.lang == Lang::Ar && self.withholds_between(head);
        let origin = self.lang == Lang::En
            && self.units[head].kind == Kind::Noun
            && Some(preposition) == self.knowledge.lexicon.preposition_id("from");
        let own = self.subjects.get(head).and_then(Option::as_ref).filter(|found| !found.carried);
        let behind_subject = own.map_or(from, |found| found.end.max(from));
        if inside && let Some(found) = self.of_what(behind_subject, preposition) {
            return found;
        }
        let mut at_place = None;
        while at < self.units.len() {
            let unit = &self.units[at];
            // "support for the evacuation from Kabul": the preposition belongs to the noun in between.
            // "a call on May 24 from"
            let dated = |at: usize| at + 1 < self.units.len() && self.is_in_date(at + 1);
            if origin && at > head && unit.is_preposition() && !self.governs(at, preposition) && !dated(at) {
                break;
            }
            if at > head && (words > REACH || commas > 2) {
                break;
            }
            if at > head && self.opens_absolute(at) {
                break;
            }
            // عقد محادثات في باريس، لكن مع غياب لافروف: what stands against it is told for itself.
            // ليس مع الحكومة ولكن مع الأزهر: unless it stands against what is only not so.
            if at > head
                && self.lang == Lang::Ar
                && unit.phrase().is_none()
                && unit.is(Class::Adversative)
                && !self.units[head..at].iter().any(|unit| unit.is(Class::Negation))
            {
                break;
            }
            // "attacks, according to a statement by the ministry": who tells it stands there.
            if at > head && self.lang == Lang::En && unit.is(Class::Source) {
                break;
            }
            // رحب هيغ، خلال الزيارة التي يقوم بها، بالتقدم: over a parenthesis with the preposition right behind it; التقى
            // بنكيران، اليوم بالرباط، بنظيره: so of a verb of contact.
            if at > head
                && (inside || self.units[head].kind == Kind::Verb)
                && words == 0
                && unit.is_comma()
                && self.lang == Lang::Ar
                && let Some(end) = self.closing_before(at, preposition)
            {
                commas += 2;
                at = end + 1;
                continue;
            }
            // تهدد إسرائيل، التي تشن حملة، بضرب حزب الله: no ب of a deed stands behind the comma that ends its clause.
            if unit.is_comma() && with && self.is_deed(head) && self.units[head].kind == Kind::Noun {
                break;
            }
            // نددت إيران، المتهمة بدعم الحوثيين، بالعملية: over what is said of the subject, with its own prepositions.
            if at > head
                && at == behind_subject
                && unit.is_comma()
                && let Some(next) = self.past_description(head, at, preposition)
            {
                commas += 2;
                at = next;
                continue;
            }
            // جولة لشرح الوضع في الجزائر: where the thing is that a journey is for.
            let purpose = at > head && unit.kind == Kind::Noun && unit.clitics.has(Clitics::LI);
            if purpose && self.lang == Lang::Ar && self.is_journey_in(head, preposition) {
                return Parties::default();
            }
            // لقاء كان مقررا مع, اللقاء الذي كان مقررا بين: over the words that say that it was due.
            if at > head
                && self.units[head].kind == Kind::Noun
                && let Some(next) = self.past_due(at)
            {
                at = next;
                continue;
            }
            if at > head
                && !inside
                && let Some(next) = self.past_aside(at, preposition)
            {
                at = next;
                continue;
            }
            // للقاء فلان وإبلاغه بموقف حزبه: another deed, whose preposition it is.
            if at > head
                && self.lang == Lang::Ar
                && self.units[head].kind == Kind::Noun
                && unit.kind == Kind::Noun
                && unit.clitics.has_conjunction()
                && unit.owner().is_some()
                && (head + 1..at).any(|i| self.unit_phrase(i).is_some())
            {
                break;
            }
            // رسالة خطية موجهة إلى الملك من الأمير, الاتهامات الموجهة إليه من الأمير: the participle says that it is sent.
            if at > head
                && words <= 2
                && unit.kind == Kind::Participle
                && unit.is(Class::Origin)
                && self.units[head].kind == Kind::Noun
                && self.tells(head, |told| matches!(told, Predicate::WroteTo | Predicate::Criticised))
            {
                at += 1;
                continue;
            }
            // محادثات وصفها بالجيدة مع: a relative clause without a pronoun right behind an indefinite noun.
            if at > head && self.limit(at) {
                // التقى الرئيس، الذي يرافقه وفد، مع: over a relative clause that does not take the preposition itself.
                if unit.is(Class::Relative)
                    && self.units[head].kind == Kind::Verb
                    && let Some(verb) =
                        (at + 1..(at + 4).min(self.units.len())).find(|&i| self.units[i].kind == Kind::Verb)
                    && !self.takes(verb, preposition)
                {
                    words += 2;
                    at = verb + 1;
                    // الذي يرافقه وفد يضم: a second relative clause within the first.
                    let inner = (at..(at + 3).min(self.units.len())).find(|&i| self.units[i].kind == Kind::Verb);
                    if let Some(inner) =
                        inner.filter(|&i| !self.units[i].clitics.has_conjunction() && !self.takes(i, preposition))
                    {
                        at = inner + 1;
                    }
                    continue;
                }
                // رسالة أوباما التي نقلها كارتر إلى أردوغان: over who brings a letter, to whom it is.
                if let Some(next) = self.past_bearer(head, at) {
                    words += 1;
                    at = next;
                    continue;
                }
                // المحادثات التي قادتها الأمم المتحدة بين: over a relative clause that speaks of the noun.
                if between
                    && unit.is(Class::Relative)
                    && self.units[head].kind == Kind::Noun
                    && self.lang == Lang::Ar
                    && at <= head + 4
                    && let Some(verb) =
                        (at + 1..(at + 4).min(self.units.len())).find(|&i| self.units[i].kind == Kind::Verb)
                    // المفاوضات غير المباشرة التي ترعاها مصر بين: who sponsors them stands between the same two.
                    // المباحثات التي جرت بينه وبين فلان: so does what says that they took place.
                    && (!self.takes(verb, preposition)
                        || self.tells(verb, |told| told == Predicate::Mediated)
                        || self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.occurs))
                {
                    relative = true;
                    words += 2;
                    at = verb + 1;
                    continue;
                }
                // العقوبات الأميركية التي فرضت على إيران: over a relative clause that says only that it is done.
                if let Some(next) = self.past_passive(head, at, preposition) {
                    words += 1;
                    at = next;
                    continue;
                }
                let bare_relative = unit.kind == Kind::Verb
                    && self.lang == Lang::Ar
                    && words <= 1
                    && at <= head + 2
                    && self.units[head].kind == Kind::Noun
                    && !unit.clitics.has_conjunction()
                    && !self.tells_legs(at);
                if !bare_relative {
                    break;
                }
                words += 2;
                relative = !self.units[head].is_definite_noun();
                at += 1;
                continue;
            }
            // دعم واشنطن للأكراد لمحاربة داعش: against whom one helps, and nobody who gets it.
            if at > head && unit.is(Class::Opposing) && self.has_clitic(at, preposition) && self.is_help(head) {
                return Parties::default();
            }
            // توقيع اتفاقية للتعاون في مجال الطاقة بين: what an agreement is for stands before those who made it.
            let pact = words > 2 && self.is_pact(head, at);
            if between && words > if relative { REACH } else { 2 } && !pact {
                break;
            }
            // جولته التي بدأها بزيارة السعودية: the journey that the first leg is.
            let leg = at > head
                && self.lang == Lang::Ar
                && unit.kind == Kind::Noun
                && unit.clitics.has(Clitics::BI)
                && self.governs(at, preposition)
                && self.names_journey(at)
                && self.tells_legs(head);
            if leg && let Some(goal) = Some(self.genitive(at)).filter(|goal| !goal.is_empty()) {
                return Parties { confidence: 0.85, ..goal };
            }
            // زيارة أوباما إلى المنطقة بزيارة إلى رام الله: another journey has goals of its own.
            let another = at > head
                && self.lang == Lang::Ar
                && self.units[head].kind == Kind::Noun
                && unit.kind == Kind::Noun
                && unit.clitics.has(Clitics::BI);
            if another && self.names_journey(at) && self.names_journey(head) {
                break;
            }
            // دعوة للقاء, رحب في الاجتماع بإعلان الدولة: ل or ب on a noun of action tells why or what, not whom.
            let purpose = !inside
                && at > head
                && unit.kind == Kind::Noun
                && (unit.clitics.has(Clitics::LI) || unit.clitics.has(Clitics::BI));
            if self.governs(at, preposition)
                && !purpose
                && !(unit.clitics.has_preposition()
                    && (words > 4 || commas > 0 && words > 0 && self.units[head].kind == Kind::Verb))
            {
                if at > 0
                    && at - 1 != head
                    && (!inside || between)
                    && self.units[at - 1].is(Class::Attracts)
                    && !self.is_pact(head, at)
                    && !ties
                    && !self.is_talk_with_official(head, at + 1)
                {
                    return Parties::default();
                }
                // طلب منه, تعهد له: whom one asks or promises.
                let asks = self.lang == Lang::Ar
                    && at == head + 1
                    && self.units[head].kind == Kind::Verb
                    && (self.tells(head, |told| told == Predicate::Promised)
                        || self.tells(head, |told| told == Predicate::DemandedOf)
                            && Some(preposition) == self.knowledge.lexicon.preposition_id("من"));
                // رفضت باكستان اتهام الهند لها: right behind whose stance it is.
                // أكد للكويت دعم بلاده لها: whom one helps.
                let helps = self.lang == Lang::Ar
                    && self.units[head].kind == Kind::Noun
                    && at <= head + NEAR
                    && unit.clitics == Clitics::NONE
                    && unit.has(|class| matches!(class, Class::PrepPronoun(_)))
                    && self.units.get(at + 1).is_none_or(Unit::is_mark)
                    && self.tells(head, |told| matches!(told, Predicate::Aided | Predicate::Supported));
                // انتقادات وجهها إليه ترامب: to whom the verb of the relative gives it, before whoever does.
                let given = self.lang == Lang::Ar
                    && !with
                    && unit.has(|class| matches!(class, Class::PrepPronoun(_)))
                    && carrying.is_some_and(|verb| verb > head && verb + 1 == at)
                    && subject.is_some_and(|doer| !doer.carried && doer.end > at);
                let asks = asks || helps || given || self.is_stance_to_him(head, at, subject);
                if let Some(pronoun) = unit.pronoun.filter(|_| !inside || meets || asks) {
                    // زيارة له لإسرائيل: whose it is, not to whom; استقبال الأمير له: whom.
                    let owner = subject.is_some()
                        && self.unit_phrase(at - 1).is_none_or(|phrase| phrase.kind == PhraseKind::Pronoun)
                        && self.units[head].kind == Kind::Noun
                        // استقباله له: whom, where whose it is stands on the noun.
                        && self.units[head].owner().is_none()
                        // قدمت دعما ماليا لها, دعم بلاده لها: who gets it.
                        && !(self.tells(head, |told| matches!(told, Predicate::Aided | Predicate::Supported))
                            && self.units.get(at + 1).is_none_or(Unit::is_mark))
                        && Some(preposition) == self.knowledge.lexicon.preposition_id("ل");
                    if owner {
                        at += 1;
                        continue;
                    }
                    let mut found = self.behind_pronoun(at, pronoun, head, subject);
                    if found.is_empty()
                        && asks
                        && let Some(doer) = subject
                    {
                        found = self.sole_other(at, pronoun, doer).unwrap_or_default();
                    }
                    // المحادثات بينه وبين فلان
                    if between && self.lang == Lang::Ar && pronoun.number == Number::Singular {
                        return self.between_him_and(at, found, preposition);
                    }
                    // ساءت علاقة أوباما بأردوغان. الاتصالات بينهما: the two of whom the text spoke before.
                    if between && pronoun.number == Number::Dual && found.is_empty() && self.memory.people.len() == 2 {
                        return Parties::new(self.memory.people.clone(), 0.8, at + 1);
                    }
                    let person = found.list.iter().any(|party| party.kind == PhraseKind::Person);
                    return if inside && person && !asks { Parties::default() } else { found };
                }
                let group = || self.members(at + 1, false).filter(|_| !inside);
                // حول التعاون الثنائي بين البلدين: it is the cooperation that is between them.
                if between
                    && self.lang == Lang::Ar
                    && (head + 1..at).any(|i| self.units[i].is(Class::Attracts))
                    && !self.is_pact(head, at)
                    && !ties
                {
                    return Parties::default();
                }
                let near = words <= 2 && !(unit.kind == Kind::Noun && unit.clitics.has_preposition());
                let thing = || self.belongings(head, at).filter(|_| mediates || inside && meets && near);
                let role = || self.role_behind(at).filter(|_| self.lang == Lang::Ar && self.is_backing(head));
                let struck = || self.struck_in(head, at);
                // التقى بوفد من حماس برئاسة مشعل: who leads it, not whose it is.
                let led =
                    || self.members(at + 1, true).filter(|_| !inside && unit.delegation && unit.phrase().is_none());
                // "talks with Obama's envoy, Kerry": who is named, not whose man he is.
                let named = || self.named_behind_owner(at + 1).filter(|_| !inside && self.lang == Lang::En);
                // غارة على فصائل مدعومة من إيران: nobody named is hit.
                if meets
                    && near
                    && self.unit_phrase(at).is_none()
                    && (at + 1..self.units.len().min(at + 4)).any(|i| self.is_word_of_backing(i))
                {
                    return Parties::default();
                }
                if let Some(mut found) = led()
                    .or_else(named)
                    .or_else(|| self.draft_behind(head, at))
                    .or_else(|| self.own_land_behind(head, at, subject))
                    .or_else(|| self.governed(at, inside))
                    .or_else(group)
                    .or_else(thing)
                    .or_else(role)
                    .or_else(struck)
                {
                    // التقى بالقاهرة بالوزير: where they met, not whom.
                    if !inside && at > head && self.is_where(head, at, &found, preposition) {
                        at = found.end.max(at + 1);
                        // بالعاصمة المصرية is nobody whom one meets.
                        if !unit.is(Class::PlaceHead) {
                            at_place.get_or_insert(Parties { confidence: 0.82, ..found });
                        }
                        continue;
                    }
                    if at > head && self.is_where_posted(at, found.end, preposition) {
                        at = found.end.max(at + 1);
                        continue;
                    }
                    if !inside && at > head && self.is_of_post(at, preposition) {
                        at = found.end.max(at + 1);
                        continue;
                    }
                    // اتصال بين السيسي وأردوغان أكد الجانبان: "between" needs two, whatever comes next.
                    if between
                        && found.list.len() == 1
                        && self.lang == Lang::Ar
                        && self.units.get(found.end).is_some_and(|unit| unit.clitics.has_conjunction())
                        && self.bare_party(found.end)
                    {
                        let led = self.members(found.end, true).filter(|_| self.units[found.end].delegation);
                        let other = led.unwrap_or_else(|| Parties::new(self.parties_of(found.end), 1.0, found.end + 1));
                        found.list.extend(other.list);
                        found.end = other.end;
                    }
                    // بين القوات الأرمينية والأذربيجانية: the forces of the other, too.
                    if between
                        && found.list.len() == 1
                        && self.lang == Lang::Ar
                        && self.unit_phrase(found.end).is_some_and(|p| {
                            p.kind == PhraseKind::Demonym && p.clitics == Clitics::WA && p.referents.len() == 1
                        })
                    {
                        found.list.extend(self.parties_of(found.end));
                        found.end += 1;
                    }
                    while let Some(more) = self.repeated(found.end, preposition).or_else(|| {
                        // أشاد بدور قطر وبجهود مصر: what is his of another.
                        let again = inside && self.units.get(found.end)?.clitics.has_conjunction();
                        let more = again.then(|| self.within_word(found.end, preposition)).flatten()?;
                        (!more.is_empty() && more.end > found.end).then_some(more)
                    }) {
                        found.list.extend(more.list);
                        found.end = more.end;
                    }
                    // مباحثات مكثفة مع, اتصالا هاتفيا مطولا ب: its adjectives part a noun from nobody.
                    let adjectives = !inside && words <= 2 && self.only_adjectives(head, at);
                    let confidence = if words == 0 || adjectives {
                        0.92
                    } else if words < 4 {
                        0.82
                    } else {
                        0.65
                    };
                    return Parties { confidence, ..found };
                }
            }
            // دعم السعودية لبلاده
            if at > head
                && words <= 4
                && unit.is(Class::OwnLand)
                && self.has_clitic(at, preposition)
                && let Some(found) = self.own_land_behind(head, at, subject)
            {
                return found;
            }
            if inside
                && at > head
                && words <= 4
                && let Some(found) = self.within_word(at, preposition).or_else(|| {
                    let thing = meets && words <= 2 && unit.kind == Kind::Word && self.has_clitic(at, preposition);
                    self.belongings(head, at).filter(|_| thing)
                })
            {
                return Parties { confidence: 0.75, ..found };
            }
            // أشاد خلال لقائه عباس بدور مصر: over whom he met meanwhile.
            if inside && let Some(next) = self.past_meanwhile(head, at) {
                words += 1;
                at = next;
                continue;
            }
            // العقوبات الأميركية التي أعيد فرضها على إيران
            if at > head && self.past_passive(head, at.saturating_sub(2), preposition) == Some(at + 1) {
                words += 1;
                at += 1;
                continue;
            }
            if at > head
                && unit.kind == Kind::Noun
                && !self.is_compound(head, at)
                && !self.withholds_between(head)
                && self.claims(head, at, preposition)
            {
                // التقى خلال زيارته للقاهرة بالرئيس: a journey told by the way leads to no person.
                if self.lang == Lang::Ar && self.is_journey_by_the_way(head, at) {
                    let person = (at + 1..(at + 5).min(self.units.len()))
                        .take_while(|&i| !self.limit(i) && self.units[i].kind != Kind::Noun)
                        .find(|&i| {
                            self.governs(i, preposition)
                                && self.unit_phrase(i).is_some_and(|p| p.kind == PhraseKind::Person)
                        });
                    if let Some(person) = person {
                        return Parties { confidence: 0.75, ..self.list(person) };
                    }
                }
                return Parties::default();
            }
            match unit.kind {
                Kind::Word | Kind::Noun => words += 1,
                Kind::Mark(_) => {
                    commas += 1;
                    if let Some(closing) = self.aside(at).filter(|_| at > head) {
                        at = closing;
                    }
                }
                _ => {}
            }
            at += 1;
        }
        at_place.unwrap_or_default()
    }

    /// خلال اللقاء, خلال لقائه عباس, أثناء استقباله للوزير: one past a contact by the way, on which a verb of stance says something.
    fn past_meanwhile(&self, head: usize, noun: usize) -> Option<usize> {
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
    fn past_passive(&self, head: usize, at: usize, preposition: PrepId) -> Option<usize> {
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
    fn past_due(&self, at: usize) -> Option<usize> {
        let relative = usize::from(self.units[at].is(Class::Relative));
        let auxiliary = usize::from(self.units.get(at + relative)?.is(Class::Auxiliary));
        let due = at + relative + auxiliary;
        let planned = relative + auxiliary > 0 && self.units.get(due)?.is(Class::Planned);
        (self.lang == Lang::Ar && planned && self.units[due].kind == Kind::Function).then_some(due + 1)
    }

    /// ومع زعيم كوريا: the preposition again, for another member of the list.
    pub(super) fn repeated(&self, end: usize, preposition: PrepId) -> Option<Parties> {
        let end = self.before_next_of_list(end, preposition);
        let at = if self.units.get(end).is_some_and(Unit::is_comma) { end + 1 } else { end };
        let unit = self.units.get(at)?;
        let again = self.governs(at, preposition)
            && (unit.clitics.has_conjunction()
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
