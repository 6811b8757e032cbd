//! To whom, with whom and whose: what stands behind a verb or noun of a clause.
//!
//! The index of a unit comes in, the parties that stand there for the trigger go out.

use super::clause::{Clause, Parties, Party, REACH};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Membership, Predicate, PrepId, Shape, Slot};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// The object of a verb whose subject ends before `from`: the people named of a group, else the bare noun phrase.
    pub(super) fn object(&self, from: usize, inside: bool) -> Parties {
        let found = self.bare_object(from, inside);
        let named = found.list.iter().any(|party| self.is_human(party));
        if inside || named {
            return found;
        }
        self.members(from, false).unwrap_or(found)
    }

    /// زيارته ألمانيا: whether the place at a unit is where the journey goes that the noun before it tells.
    fn is_goal_of_noun(&self, at: usize) -> bool {
        let place =
            self.unit_phrase(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place));
        let journey = &self.units[at - 1];
        place
            && journey.kind == Kind::Noun
            && journey.owner().is_some()
            && self.tells(at - 1, |predicate| predicate == Predicate::Visited)
    }

    /// The bare noun phrase that is the object of a verb whose subject ends before `from`.
    fn bare_object(&self, from: usize, inside: bool) -> Parties {
        if self.lang == Lang::En
            && let Some(found) = self.named_group(from).or_else(|| self.included(from))
        {
            return found;
        }
        // زار فلان المتحف بصحبة فلان: who comes along is not the object.
        let along =
            |at: usize| self.lang == Lang::Ar && self.units[at].phrase().is_none() && self.units[at].is(Class::Company);
        let mut at = if self.lang == Lang::Ar { self.over_attribute(self.over_titles(from)) } else { from };
        if (from..at.min(self.units.len())).any(along) {
            at = from;
        }
        let mut words = 0;
        let mut commas = 0;
        let mut adverbial = false;
        if self.lang == Lang::Ar && self.units.get(at).is_some_and(Unit::is_comma) {
            // انتقد السفير، فلان، الحكومة: the comma closes the apposition.
            // A title without a name may be his, too.
            let title = self.unit_phrase(at + 1).is_some_and(|p| p.kind == PhraseKind::Unknown && p.office.is_some());
            let closes = at > 0 && self.shapes[at - 1].enclosed && self.bare_party(at + 1) && !title;
            at = if closes || inside && self.is_object_behind_comma(at) {
                at + 1
            } else if inside {
                at
            } else {
                self.behind_parenthesis(at)
            };
        }
        while at < self.units.len() && words <= 3 && !along(at) {
            if self.limit(at) {
                break;
            }
            // دعا الحزب برئاسة فلان إلى: who leads the one that acts is not acted on.
            let led = self.units[at].is(Class::Members(Membership::Led)) && words == 0;
            let body = at.checked_sub(1).and_then(|before| self.unit_phrase(before));
            let body = body.is_some_and(|phrase| phrase.kind == PhraseKind::Body);
            if led && self.lang == Lang::Ar && self.bare_party(at + 1) && body {
                at = self.list(at + 1).end;
                continue;
            }
            // حث كيري، خلال لقائه عباس، إسرائيل: whom he met meanwhile is not the object.
            if self.units[at].is_comma()
                && words == 0
                && self.lang == Lang::Ar
                && let Some(end) = self.past_noun_in_parenthesis(self.skip_adverbials(at + 1))
            {
                at = end + 1;
                continue;
            }
            if self.units[at].is_comma() && !self.resumes(at) {
                // استقبل الملك، اليوم، بقصره بالرباط، كيري: adverbs between commas.
                commas += 1;
                if adverbial && !inside && self.bare_party(at + 1) && !self.units[at + 1].clitics.has_conjunction() {
                    at += 1;
                    continue;
                }
                // وانتقد لافروف، في مؤتمر صحفي، أمريكا: of a stance only a party right behind it.
                // حذر فلان، من انهيار الوزارة: what the verb says of it, and no parenthesis.
                let says = inside && self.lang == Lang::Ar && self.opens_complement(at + 1);
                let over = self.over_parenthesis(at).filter(|&next| !inside || self.bare_party(next) && !says);
                match over.filter(|_| words == 0 && commas < 5) {
                    Some(next) => {
                        at = next;
                        continue;
                    }
                    None => break,
                }
            }
            let unit = &self.units[at];
            if unit.is_comma() {
                at += 1;
                continue;
            }
            // "rejected Macron's proposal", انتقد موقف روسيا: the owner of what is rejected.
            if inside && self.lang == Lang::En && unit.possessive && self.unit_phrase(at).is_some() {
                let several = |phrase: &crate::mention::Phrase| phrase.number != Number::Singular;
                if unit.case.is_some() && self.unit_phrase(at).is_some_and(several) {
                    return Parties::default();
                }
                return Parties::new(self.parties_of(at), 0.8, at + 1);
            }
            if inside && self.lang == Lang::En && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Demonym) {
                if self.units.get(at + 1).is_some_and(|next| next.is(Class::Apart)) {
                    return Parties::default();
                }
                return Parties::new(self.parties_of(at), 0.7, at + 1);
            }
            if words > 0 && self.placed(at) {
                return Parties { confidence: 0.9, ..self.list(at + 1) };
            }
            // يلتقي مرسي خلال زيارته ألمانيا عددا من: where he goes is not whom he meets.
            if !inside && at > from && self.lang == Lang::Ar && self.is_goal_of_noun(at) {
                at += 1;
                continue;
            }
            if self.bare_party(at) && !unit.clitics.has_conjunction() {
                // انتقد البيان إسرائيل: a noun with the article is no owner's deed but who does it.
                if inside && words > 0 && self.shapes[at - 1].article {
                    // انتقد السياسة السعودية: the name of the country is spelt like its adjective.
                    if self.shapes[at].adjectival && self.shapes[at - 1].feminine {
                        return Parties::new(self.parties_of(at), 0.7, at + 1);
                    }
                    break;
                }
                // "criticises Iraq war": what goes on there, and nobody.
                let war =
                    |form: &crate::lexicon::Form| self.knowledge.lexicon.trigger(form.trigger).id.starts_with("en-war");
                let compound = self.lang == Lang::En
                    && self.unit_phrase(at).is_some_and(|p| matches!(p.kind, PhraseKind::Country | PhraseKind::Place))
                    && self.units.get(at + 1).is_some_and(|next| {
                        next.phrase().is_none()
                            && !next.determined
                            && (next.is(Class::Apart) || next.forms.iter().any(war))
                    });
                // "welcomes NSF calls": what is theirs, and not they.
                let thing = !inside
                    && self.lang == Lang::En
                    && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Body)
                    && self.units.get(at + 1).is_some_and(|next| {
                        next.phrase().is_none()
                            && !next.determined
                            && (next.kind == Kind::Noun || next.is(Class::Document))
                    });
                if compound || thing {
                    return Parties { opaque: true, ..Parties::default() };
                }
                // "told reporters the president would": those who were told, and a clause of its own.
                let people = |i: usize| self.units[i].kind == Kind::Word && self.shapes[i].plural;
                if self.lang == Lang::En && words > 0 && !inside && at > from && people(at - 1) {
                    return Parties { opaque: true, ..Parties::default() };
                }
                // استقبل اقتراح أولاند: not who is named, but what is his.
                if !inside && words > 0 && self.owns_word_before(at) {
                    return Parties { opaque: true, ..Parties::default() };
                }
                let confidence = if words == 0 { 0.92 } else { 0.7 };
                let mut list = self.list(at);
                if self.lang == Lang::En && !inside && words == 0 {
                    self.go_on_behind_adverbials(&mut list);
                }
                return Parties { confidence, opaque: list.is_empty(), ..list };
            }
            if unit.is(Class::Each) && self.bare_party(at + 1) {
                return Parties { confidence: 0.9, ..self.list(at + 1) };
            }
            // انتقد تصريحات لنتنياهو: of an indefinite deed or saying the preposition tells whose it is.
            // رفضت عرضا من واشنطن
            if inside
                && words == 1
                && self.lang == Lang::Ar
                && self.is_from(unit)
                && self.is_own_act(at - 1)
                && let Some(found) = self.governed(at, false).filter(|found| !found.is_empty())
            {
                return Parties { confidence: 0.75, ..found };
            }
            if inside && words == 1 && self.is_of_owner(at) {
                return Parties::new(self.parties_of(at), 0.75, at + 1);
            }
            let next = if inside && self.lang == Lang::Ar && self.opens_complement(at) {
                // طالب بالتحقيق مع: whom the verb is about stands before what it wants of him.
                break;
            } else if self.lang == Lang::Ar {
                self.skip_adverbials(at)
            } else {
                at + usize::from(
                    unit.phrase().is_none()
                        && unit.has(|class| matches!(class, Class::Skip | Class::Day(_) | Class::Weekday(_))),
                )
            };
            adverbial = next > at && self.lang == Lang::Ar;
            if next > at {
                // وعد كيري بعد لقائه عباس بمساعدة: whom he met meanwhile is not the object.
                let met = adverbial
                    && self.units[next - 1].owner().is_some()
                    && self.tells(next - 1, |predicate| matches!(predicate, Predicate::Met | Predicate::Hosted))
                    && self.bare_party(next);
                at = if met { self.list(next).end } else { next };
                continue;
            }
            // وكذلك حليفتي سوريا: the list goes on.
            if self.lang == Lang::Ar && unit.is(Class::ListMore) {
                break;
            }
            match unit.kind {
                Kind::Noun if inside && !unit.clitics.has_preposition() => words += 1,
                // "shelled the rebel-held town of Homs"
                Kind::Function if at > from && self.is_of_place(at) => {}
                // زار مدينة بنغازي: what kind of place it is.
                Kind::Function if self.opens_place(at) => {}
                // "met during the U.N. General Assembly"
                Kind::Function if self.lang == Lang::En && unit.is(Class::Circumstance) => break,
                // امتدح لاعبا وسكت فلان: what is joined is a clause of its own.
                Kind::Word if words > 0 && self.shapes[at].joined && self.bare_party(at + 1) => break,
                Kind::Word | Kind::Function if !unit.is_preposition() && !unit.is(Class::Conj) => words += 1,
                // A demonym on an unknown noun: مسؤولين كبارا أمريكيين.
                Kind::Phrase(_) if words > 0 && !unit.clitics.has_preposition() && !unit.clitics.has_conjunction() => {
                    // استقبلت مصر آلاف اللاجئين السوريين: those who do not stand for their country.
                    let official = |unit: &Unit| unit.has(|c| matches!(c, Class::Agent | Class::PlaceHead));
                    if !inside && self.lang == Lang::Ar && !self.units[from..at].iter().any(official) {
                        break;
                    }
                    // رفضها المقترح الأمريكي: whose the thing is that a stance is about.
                    let confidence = if inside && words == 1 && self.lang == Lang::Ar { 0.7 } else { 0.6 };
                    return Parties::new(self.parties_of(at), confidence, at + 1);
                }
                _ => break,
            }
            at += 1;
        }
        Parties::default()
    }

    /// مدينة بنغازي, العاصمة باريس: whether an Arabic word for a kind of place stands right before the place.
    fn opens_place(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let place = self.units.get(at + 1).is_some_and(|next| next.clitics == Clitics::NONE)
            && self.unit_phrase(at + 1).is_some_and(|phrase| phrase.kind == PhraseKind::Place);
        self.lang == Lang::Ar && unit.is(Class::PlaceHead) && unit.clitics == Clitics::NONE && place
    }

    /// طالبت روسيا، تركيا الاثنين، بالكف: whether a comma only parts the subject of a verb from its object, behind which stands
    /// what the verb says of it.
    fn is_object_behind_comma(&self, comma: usize) -> bool {
        let object = comma + 1;
        let subject = comma.checked_sub(1).is_some_and(|before| self.bare_party(before));
        if self.lang == Lang::En || !subject || !self.bare_party(object) || self.units[object].clitics.has_conjunction()
        {
            return false;
        }
        let mut next = self.skip_adverbs(object + 1);
        if next > object + 1 && self.units.get(next).is_some_and(Unit::is_comma) {
            next += 1;
        }
        next < self.units.len() && self.opens_complement(next)
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

    /// Returns whether a word without article names what somebody says, proposes or does.
    fn is_own_act(&self, noun: usize) -> bool {
        let unit = &self.units[noun];
        let own = |class| matches!(class, Class::SideHead | Class::Fault | Class::Document | Class::Possible);
        let deed = unit.kind == Kind::Noun && self.tells(noun, |told| told == Predicate::Attacked);
        let shape = &self.shapes[noun];
        unit.phrase().is_none()
            && !shape.article
            && !shape.definite
            && !shape.suffix
            && !unit.is_definite_noun()
            && (deed || unit.has(own))
    }

    /// Returns whether a preposition at a unit opens what a verb of stance says of its object: ب, ل, إلى, على, عن, من.
    fn opens_complement(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.is(Class::Skip) || unit.is(Class::Circumstance) {
            return false;
        }
        let written = ["ب", "ل", "إلى", "على", "عن", "من", "ضد", "مع"];
        let governs = written
            .iter()
            .any(|word| self.knowledge.lexicon.preposition_id(word).is_some_and(|id| self.governs(at, id)));
        governs || unit.kind == Kind::Word && self.shapes[at].preposition.is_some()
    }

    /// Returns whether ب before a place or country tells where people meet, call or talk, and not with whom.
    fn is_where(&self, head: usize, at: usize, found: &Parties, preposition: PrepId) -> bool {
        let with = Some(preposition) == self.knowledge.lexicon.preposition_id("ب");
        let contact = |predicate: Predicate| predicate.family() == Family::Contact && predicate != Predicate::Visited;
        self.lang == Lang::Ar
            && with
            && self.units[at].clitics.has(Clitics::BI)
            && self.tells(head, contact)
            && found.list.iter().all(|party| matches!(party.kind, PhraseKind::Place | PhraseKind::Country))
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
        let mut words = 0;
        let mut commas = 0;
        let mut relative = false;
        let carrying = self.carrying_verb(head);
        let between = Some(preposition) == self.knowledge.lexicon.preposition_id("بين");
        let mut at = carrying.map_or(from, |verb| verb + 1);
        // وساطة لحل الأزمة بين: whose quarrel it is, between them one mediates.
        let mediates = self.lang == Lang::Ar && self.tells(head, |predicate| predicate == Predicate::Mediated);
        // غارات على مواقع لحماس, العقوبات المفروضة عليه: a deed of somebody named meets whose the thing is.
        let meets = self.is_deed(head) && subject.is_some_and(|s| !s.carried || self.units[head].kind != Kind::Verb);
        // تداعيات الحرب السورية على لبنان: it is the consequences that fall on Lebanon.
        let on = Some(preposition) == self.knowledge.lexicon.preposition_id("على");
        if on && self.lang == Lang::Ar && head > 0 && self.units[head - 1].is(Class::Impact) && self.is_deed(head) {
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
            if origin && at > head && unit.is_preposition() && !self.governs(at, preposition) {
                break;
            }
            if at > head && (words > REACH || commas > 2) {
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
                // المحادثات التي قادتها الأمم المتحدة بين: over a relative clause that speaks of the noun.
                if between
                    && unit.is(Class::Relative)
                    && self.units[head].kind == Kind::Noun
                    && self.lang == Lang::Ar
                    && at <= head + 4
                    && let Some(verb) =
                        (at + 1..(at + 4).min(self.units.len())).find(|&i| self.units[i].kind == Kind::Verb)
                    && !self.takes(verb, preposition)
                {
                    relative = true;
                    words += 2;
                    at = verb + 1;
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
            // توقيع اتفاقية للتعاون في مجال الطاقة بين: what an agreement is for stands before those who made it.
            let pact = words > 2 && self.is_pact(head, at);
            if between && words > if relative { REACH } else { 2 } && !pact {
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
                if let Some(pronoun) = unit.pronoun.filter(|_| !inside || meets || asks) {
                    // زيارة له لإسرائيل: whose it is, not to whom; استقبال الأمير له: whom.
                    let owner = subject.is_some()
                        && self.unit_phrase(at - 1).is_none_or(|phrase| phrase.kind == PhraseKind::Pronoun)
                        && self.units[head].kind == Kind::Noun
                        && Some(preposition) == self.knowledge.lexicon.preposition_id("ل");
                    if owner {
                        at += 1;
                        continue;
                    }
                    let found = self.behind_pronoun(at, pronoun, head, subject);
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
                // التقى بوفد من حماس برئاسة مشعل: who leads it, not whose it is.
                let led =
                    || self.members(at + 1, true).filter(|_| !inside && unit.delegation && unit.phrase().is_none());
                if let Some(mut found) =
                    led().or_else(|| self.governed(at, inside)).or_else(group).or_else(thing).or_else(role)
                {
                    // التقى بالقاهرة بالوزير: where they met, not whom.
                    if !inside && at > head && self.is_where(head, at, &found, preposition) {
                        at = found.end.max(at + 1);
                        at_place.get_or_insert(Parties { confidence: 0.82, ..found });
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
        if !by_the_way || !(unit.is_definite_noun() || unit.owner().is_some()) {
            return None;
        }
        let next = noun + 1;
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

    /// كان مقررا, الذي كان مقررا: one past the words that say that something was due, where they begin at a unit.
    fn past_due(&self, at: usize) -> Option<usize> {
        let relative = usize::from(self.units[at].is(Class::Relative));
        let auxiliary = usize::from(self.units.get(at + relative)?.is(Class::Auxiliary));
        let due = at + relative + auxiliary;
        let planned = relative + auxiliary > 0 && self.units.get(due)?.is(Class::Planned);
        (self.lang == Lang::Ar && planned && self.units[due].kind == Kind::Function).then_some(due + 1)
    }

    /// بينه وبين فلان: whom the pronoun means, and who stands behind the preposition that comes again.
    fn between_him_and(&self, at: usize, own: Parties, between: PrepId) -> Parties {
        let again = self.units.get(at + 1).is_some_and(|next| next.clitics.has_conjunction());
        let other = self.governed(at + 1, false).filter(|_| again && self.governs(at + 1, between));
        match other {
            Some(other) if own.list.len() == 1 => {
                let apart = |party: &&Party| party.referent != own.list[0].referent;
                let list: Vec<Party> = own.list.iter().chain(other.list.iter().filter(apart)).copied().collect();
                Parties::new(list, 0.8, other.end)
            }
            _ => own,
        }
    }

    /// Returns whether nothing but adjectives of the noun at `head` stands before a unit.
    fn only_adjectives(&self, head: usize, at: usize) -> bool {
        let definite = self.units[head].is_definite_noun();
        self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && at > head
            && (head + 1..at).all(|i| {
                self.units[i].kind == Kind::Word
                    && self.units[i].clitics == Clitics::NONE
                    && self.shapes[i].preposition.is_none()
                    && self.shapes[i].article == definite
            })
    }

    /// بالجهود الأمريكية, لتحركات روسيا: a noun with the preposition on it, and whose it is.
    pub(super) fn within_word(&self, at: usize, preposition: PrepId) -> Option<Parties> {
        let clitic = match self.units[at].kind {
            Kind::Word => self.shapes[at].preposition?,
            Kind::Noun if self.units[at].clitics.has(Clitics::BI) => Clitics::BI,
            Kind::Noun if self.units[at].clitics.has(Clitics::LI) => Clitics::LI,
            _ => return None,
        };
        let written = if clitic == Clitics::BI { "ب" } else { "ل" };
        if self.knowledge.lexicon.preposition_id(written) != Some(preposition) {
            return None;
        }
        let mut next = at + 1;
        let mut words = 0;
        while let Some(unit) = self.units.get(next) {
            if let Some(phrase) = self.unit_phrase(next) {
                if phrase.clitics != Clitics::NONE {
                    return None;
                }
                if phrase.kind == PhraseKind::Demonym {
                    return Some(Parties::new(self.parties_of(next), 0.75, next + 1));
                }
                return Some(self.list(next));
            }
            // للجهود التي تبذلها مصر: who does what is praised.
            if unit.is(Class::Relative) {
                return self.doer(next + 1);
            }
            if words == 0 && unit.kind == Kind::Verb {
                return self.behind_what(next);
            }
            // بالدور الكبير الذي تلعبه قطر
            if words == 0 && unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::TitleAdjective { .. })) {
                next += 1;
                continue;
            }
            if unit.kind != Kind::Word || words >= 2 || self.shapes[next].preposition.is_some() {
                return None;
            }
            words += 1;
            next += 1;
        }
        None
    }

    /// The subject of a relative clause whose verb takes the noun before it as its object: التي يبذلها, التي تقوم بها.
    pub(super) fn doer(&self, at: usize) -> Option<Parties> {
        let unit = self.units.get(at)?;
        // الذي أحرزته القوات: a verb that the lexicon does not know, with the pronoun on it.
        if unit.kind == Kind::Word && self.shapes[at].suffix && self.bare_party(at + 1) {
            return Some(Parties { confidence: 0.75, ..self.list(at + 1) });
        }
        let (.., object) = unit.verb()?;
        let pronoun = object.is_some()
            || self.units.get(at + 1).is_some_and(|u| u.has(|class| matches!(class, Class::PrepPronoun(_))));
        let subject = self.subjects.get(at)?.as_ref()?;
        (pronoun && !subject.is_empty() && !subject.carried).then(|| Parties { confidence: 0.75, ..subject.clone() })
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
        self.governed(at, false).filter(|found| !found.is_empty())
    }

    /// Returns whether the noun of relation at a unit takes the preposition for itself.
    /// أشاد بما تقدمه تركيا, تقديره لما تبذله مصر: whose deed "what" is behind a preposition.
    fn of_what(&self, from: usize, preposition: PrepId) -> Option<Parties> {
        // إدانة بلاده لما تقوم به إسرائيل
        let own = usize::from(self.units.get(from).is_some_and(|unit| unit.is(Class::OwnLand)));
        let at = self.skip_adverbs(from + own);
        let verb = at + 1;
        let what = self.units.get(at).filter(|unit| unit.phrase().is_none())?;
        // لما is spelt like "not yet".
        let to = Some(preposition) == self.knowledge.lexicon.preposition_id("ل") && what.is(Class::Negation);
        let word = what.kind == Kind::Word && self.has_clitic(at, preposition) && !self.shapes[at].definite;
        // على ما تقوم به مصر
        let on = what.is(Class::Prep(preposition)) && what.kind == Kind::Function;
        let bare = |unit: &Unit| unit.kind == Kind::Word && unit.clitics == Clitics::NONE;
        let on = on && self.units.get(verb).is_some_and(bare) && !self.shapes[verb].article;
        let verb = verb + usize::from(on);
        let describes =
            self.units.get(verb).is_some_and(|unit| unit.kind == Kind::Verb && unit.clitics == Clitics::NONE);
        if self.lang == Lang::En || !describes || !(to || word || on) {
            return None;
        }
        self.behind_what(verb).filter(|found| !found.is_empty())
    }

    /// Returns whether a word has a row that uses the preposition.
    pub(super) fn takes(&self, at: usize, preposition: PrepId) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.object.contains(&Slot::Prep(preposition)) || trigger.subject.contains(&Slot::Prep(preposition))
        })
    }

    /// Returns whether a noun is the bare genitive of another, or joined to it: برقية تهنئة, رسالة شكر وتعزية.
    fn is_compound(&self, head: usize, at: usize) -> bool {
        let definite = |at: usize| {
            self.units[at].forms.iter().any(|form| matches!(form.shape, Shape::Noun { definite: true, .. }))
        };
        self.lang == Lang::Ar
            && self.units[head].kind == Kind::Noun
            && self.units[head].owner().is_none()
            && !definite(at)
            && (head + 1..=at).all(|i| {
                let joined = if i == head + 1 { Clitics::NONE } else { Clitics::WA };
                matches!(self.units[i].kind, Kind::Noun | Kind::Word)
                    && (self.units[i].clitics == joined || self.units[i].kind == Kind::Word && self.joins_word(i))
            })
    }

    /// Returns whether a noun behind a verb is the circumstance in which the verb happened, a journey.
    fn is_journey_by_the_way(&self, head: usize, at: usize) -> bool {
        self.units[head].kind == Kind::Verb
            && self.units[at - 1].is(Class::Circumstance)
            && self.units[at]
                .forms
                .iter()
                .any(|form| self.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Visited))
    }

    pub(super) fn claims(&self, head: usize, at: usize, preposition: PrepId) -> bool {
        let predicates = |unit: usize| {
            self.units[unit].forms.iter().filter_map(|form| self.knowledge.lexicon.trigger(form.trigger).predicate)
        };
        // "brokered a truce between", "imposed sanctions on": verb and noun tell one thing.
        // تعهدت بتقديم مساعدات ل: whom one promises help is helped.
        let help = |predicate| matches!(predicate, Predicate::Aided | Predicate::Supported);
        let shared = predicates(head).any(|own| {
            own == Predicate::Mediated
                || predicates(at).any(|other| {
                    // طلب مساعدات من: of whom one asks for help.
                    other == own
                        || own == Predicate::Promised && help(other)
                        // "threatened sanctions on": whom they would hit.
                        || own == Predicate::Threatened
                            && matches!(other, Predicate::Attacked | Predicate::Sanctioned)
                        || own == Predicate::DemandedOf && (help(other) || other == Predicate::Promised)
                })
        });
        !shared
            && self.units[at].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.object.contains(&Slot::Prep(preposition)) || trigger.subject.contains(&Slot::Prep(preposition))
            })
    }
}
