//! Whether who stands behind a verb of meeting is whom its subject met, so that the subject was named before.

use super::clause::{Clause, Parties, Party, agrees};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Slot};
use crate::mention::{Mechanism, PhraseKind};
use crate::text::Clitics;

impl Clause<'_> {
    /// وصل إلى دمشق حيث التقى المعلم, and a sentence that begins with كما التقى المعلم: who meets the one party behind a verb that
    /// needs two, if he was named before.
    pub(super) fn met_by_another(&self, at: usize, found: &Parties, current: Option<&Parties>) -> Option<Parties> {
        let human = |party: &Party| self.is_human(party);
        // زيارة استمرت يومين التقى خلالها الرئيس: nor does whom the traveller met on it go on.
        let goes_on = self.goes_on(at) || current.is_none() || self.is_within_event(at);
        if self.without.lacks(Mechanism::CarriedSubjects)
            || !goes_on
            || !self.stands_behind(at, found)
            || !(self.meets(at) || current.is_some() && self.congratulates(at))
            || !found.list.iter().all(human)
        {
            return None;
        }
        // والتقى السيسي عددا من: somebody else is the object.
        let next = self.skip_adverbials(found.end);
        // زار القصر حيث هنأ الرئيس بانتخابه: for what
        let reason = !self.meets(at) && self.shapes.get(next).is_some_and(|shape| shape.preposition.is_some());
        let opens = |unit: &Unit| {
            unit.is_mark()
                || reason
                || unit.kind == Kind::Verb
                || current.is_none() && unit.phrase().is_none() && opens_clause(unit)
        };
        if self.units.get(next).is_some_and(|unit| !opens(unit)) {
            return None;
        }
        // يلتقي موسى، الذي يزور لندن، هيغ: whom he met stands behind what is told of him.
        let aside = self.units.get(next).is_some_and(|unit| unit.is_comma())
            && self.units.get(next + 1).is_some_and(|unit| unit.is(Class::Relative))
            && self.behind_parenthesis(next) > next;
        if aside || current.is_none() && self.has_another_behind(found.end) {
            return None;
        }
        let (_, gender, number, _) = self.units[at].verb()?;
        let before = self.carried(at, gender, number, current);
        let other = !before.is_empty()
            && before
                .list
                .iter()
                .all(|party| human(party) && found.list.iter().all(|own| own.referent != party.referent));
        (other && !self.takes_behind(at, found.end)).then_some(before)
    }

    /// كان صالحي في تركيا حيث التقى, فلان موجود في أنقرة حيث يلتقي: the one person of whom a clause without a verb of its own says where he
    /// is, where the word at a unit goes on from that place.
    pub(super) fn who_stays_there(&self, at: usize) -> Option<Parties> {
        const WORDS: usize = 1;
        let unit = &self.units[at];
        if self.lang != Lang::Ar || unit.phrase().is_some() || !unit.is(Class::Where) {
            return None;
        }
        let start = (0..at).rev().find(|&i| self.units[i].is_stop()).map_or(0, |stop| stop + 1);
        let was = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Auxiliary);
        let who = start + usize::from(self.units.get(start).is_some_and(was));
        if let Some(legs) =
            (start..at).rev().find(|&verb| self.units[verb].kind == Kind::Verb).filter(|&verb| self.tells_legs(verb))
        {
            return self.owner_of_visit(legs);
        }
        if who >= at || !self.bare_party(who) || self.units[start..at].iter().any(|i| i.kind == Kind::Verb && !was(i)) {
            return None;
        }
        let found = self.list(who);
        let word = |i: &usize| *i < at && matches!(self.units[*i].kind, Kind::Word | Kind::Participle);
        let inside = found.end + (found.end..found.end + WORDS).take_while(word).count();
        let one = matches!(found.list.as_slice(), [party] if self.is_human(party));
        (one && inside + 1 < at && self.is_in(inside)).then_some(Parties { confidence: 0.85, ..found })
    }

    /// هنأ, شكر: a verb of praise that says to whom it is said.
    fn congratulates(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate == Some(Predicate::Praised) && trigger.flags.human && trigger.object == [Slot::Object]
        })
    }

    /// الصفدي يبحث ونظيره المصري الأوضاع: who stands with و right behind a verb of talking does it with its subject, who stands
    /// before it.
    pub(super) fn with_accompanying(&self, at: usize, found: Parties) -> Parties {
        let [own] = found.list.as_slice() else { return found };
        let next = self.skip_adverbs(at + 1);
        let together = |trigger: &crate::lexicon::Trigger| {
            trigger.object.contains(&Slot::Same)
                && trigger.predicate.is_some_and(|predicate| predicate.family() == Family::Contact)
        };
        let verb = || self.units[at].forms.iter().any(|form| together(self.knowledge.lexicon.trigger(form.trigger)));
        let singular = || self.units[at].persons().iter().any(|&(.., number)| number == Number::Singular);
        let joined = self.unit_phrase(next).is_some_and(|phrase| {
            phrase.clitics == Clitics::WA
                && !matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Pronoun | PhraseKind::Place)
        });
        let light = || self.units[at].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.light);
        if self.lang == Lang::En || !joined || found.end > next || !singular() {
            return found;
        }
        let verb = verb();
        if !verb && !light() {
            return found;
        }
        let other = self.list(next);
        // عقد ونظيره الفرنسي محادثات: so of a verb whose noun tells that they talked.
        let noun = self.skip_adverbials(other.end);
        let talks =
            || self.units.get(noun).is_some_and(|unit| unit.kind == Kind::Noun && unit.clitics == Clitics::NONE);
        if !(verb || talks() && self.tells(noun, |predicate| predicate.family() == Family::Contact)) {
            return found;
        }
        let apart = other.list.iter().all(|party| party.referent != own.referent);
        if other.is_empty()
            || !apart
            || self.opens_clause(other.end)
            || self.is_human(own) && !other.list.iter().all(|party| self.is_human(party))
        {
            return found;
        }
        let list = found.list.iter().chain(&other.list).copied().collect();
        Parties { list, end: other.end, confidence: found.confidence * 0.95, carried: found.carried && verb, ..found }
    }

    /// التقيا: a verb whose form says that two did it.
    pub(super) fn is_dual_verb(&self, at: usize) -> bool {
        self.lang == Lang::Ar && self.units[at].verb().is_some_and(|(_, _, number, _)| number == Number::Dual)
    }

    /// حيث يجتمع ونظيره: whether the last of those who do what a verb tells stands with و right behind it.
    pub(super) fn is_accompanied(&self, at: usize, found: &Parties) -> bool {
        let next = self.skip_adverbs(at + 1);
        let joined = self.unit_phrase(next).is_some_and(|phrase| phrase.clitics == Clitics::WA);
        let last = found.list.last();
        self.lang == Lang::Ar
            && self.units[at].kind == Kind::Verb
            && joined
            && last.is_some_and(|last| self.list(next).list.iter().any(|party| party.referent == last.referent))
    }

    /// أوفد هولاند فابيوس إلى بيروت: whom somebody sends, who acts from there on.
    pub(super) fn sent_by(&self, at: usize) -> Option<Parties> {
        let sends = self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            // دعا شولتس إلى كييف: whom one only invites does not act yet.
            trigger.is_journey() && trigger.subject == [Slot::Object] && trigger.flags.status.is_none()
        });
        let subject = self.subjects[at].as_ref().filter(|_| sends && self.lang == Lang::Ar)?;
        let (_, gender, ..) = self.units[at].verb()?;
        let from = if subject.carried { at + 1 } else { subject.end.max(at + 1) };
        // أوفد إلى بيروت وزير الخارجية: over where he is sent.
        let goal = if self.units.get(from).is_some_and(super::unit::Unit::is_preposition) { from + 2 } else { from };
        let found = [from, goal].into_iter().map(|next| self.object(next, false)).find(|found| !found.is_empty())?;
        let [party] = found.list.as_slice() else { return None };
        let other = subject.list.iter().all(|own| own.referent != party.referent);
        // أوفدت تركيا وزيرها: of a state that sends somebody the verb says nothing of whom.
        let state = !subject.carried && subject.list.iter().all(|own| !self.is_human(own));
        let fits = state || agrees(*party, gender);
        (other && self.is_human(party) && fits).then_some(Parties { confidence: 0.85, carried: false, ..found })
    }

    /// أوفدت تركيا وزيرها إلى طرابلس حيث التقى فلانا: who has been sent where the clause of a verb is set.
    pub(super) fn sent_there(&self, at: usize, gender: Option<Gender>) -> Option<Parties> {
        let place = at.checked_sub(1).filter(|&place| self.units[place].is(Class::Where))?;
        let verb =
            (0..place).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb)?;
        let sent = self.sent_by(verb)?;
        let fits = sent.list.iter().all(|party| agrees(*party, gender));
        fits.then(|| Parties { end: at + 1, ..sent })
    }

    /// كما التقى كلا من الوزير والسفير: whether several before a unit are by their case the object of whom the text was about.
    pub(super) fn meets_several(&self, at: usize, end: usize, current: Option<&Parties>) -> bool {
        let several = |unit: &Unit| unit.oblique && unit.phrase().is_none() && unit.is(Class::Each);
        let about = current.map_or(self.memory.subject.len() == 1, |found| found.list.len() == 1);
        about && self.meets(at) && (at + 1..end.min(self.units.len())).any(|between| several(&self.units[between]))
    }

    /// استقبل الوزير، في مكتبه أمس، السفير: whether somebody else stands behind a unit before the next verb or clause.
    pub(super) fn has_another_behind(&self, end: usize) -> bool {
        let clause = |unit: &Unit| {
            unit.is_stop() || unit.kind == Kind::Verb || unit.has(|c| matches!(c, Class::Complement | Class::Relative))
        };
        (end..self.units.len()).take_while(|&next| !clause(&self.units[next])).any(|next| {
            let kind = self.unit_phrase(next).map(|phrase| phrase.kind);
            self.bare_party(next) && kind.is_some_and(|kind| !matches!(kind, PhraseKind::Demonym | PhraseKind::Place))
        })
    }

    /// زار لبنان والتقى الرئيس ورئيس الوزراء: whether several behind a verb joined to another are whom its subject met: those
    /// of one country did not come to meet each other.
    pub(super) fn is_met_by(&self, at: usize, found: &Parties, before: &Parties) -> bool {
        let ([own], [first, ..]) = (before.list.as_slice(), found.list.as_slice()) else { return false };
        // يلتقي الرئيس وكبار المسؤولين السعوديين: people of whom only the country is told, behind one who is named.
        let official = |party: &Party| self.is_human(party) || self.is_human(first) && party.kind == PhraseKind::Agent;
        let people = self.is_human(own) && found.list.iter().all(official);
        let apart = found.list.iter().all(|party| party.referent != own.referent);
        let joined = self.lang == Lang::Ar && (self.goes_on(at) || self.is_within_event(at)) && self.meets(at);
        let suffix = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        if !joined || suffix || found.carried || found.end <= at + 1 || !people || !apart {
            return false;
        }
        // زار ظريف مسقط، وزار لافروف طهران: who has his own goal behind him travels himself.
        let goal = |at: usize| {
            self.bare_party(at)
                && !self.units[at].clitics.has_conjunction()
                && self.unit_phrase(at).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country))
        };
        if self.travels_by(at) && goal(found.end) {
            return false;
        }
        let of = self.country_of(first.referent);
        let own = self.country_of(own.referent);
        // يصل بايدن إلى إسرائيل ويلتقي نتنياهو وعباس: the traveller meets them.
        let verb = (0..at)
            .rev()
            .take_while(|&verb| !self.units[verb].is_stop())
            .find(|&verb| self.units[verb].kind == Kind::Verb && !self.is_leg_of(verb, before));
        let journey = verb.is_some_and(|verb| self.travels_by(verb));
        // استقبل الرئيس النائب، ثم التقى فلانا ففلانا: so does who receives people at home.
        let hosts = self.is_joined_or_then(at) && self.receives_before(at, before);
        // وصل إلى أربيل والتقى فيها فلانا وفلانا: there they are at home.
        let there = self.units.get(at + 1).is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))));
        let foreign = |party: &Party| there || own.is_none() || self.country_of(party.referent) != own;
        // وصل إلى القاهرة والتقى مرسي ثم توجه إلى الرياض: one of another country alone behind the verb, too.
        let alone = || journey && own.is_some() && of.is_some() && !self.has_another_behind(found.end);
        (found.list.len() > 1 || alone())
            && (self.is_within_event(at)
                || self.follows_earlier(at) && found.list.iter().all(foreign)
                || of.is_some() && own != of && found.list.iter().all(|party| self.country_of(party.referent) == of)
                || hosts
                || (journey || self.goes_on_in_clause(at, before)) && found.list.iter().all(foreign))
    }

    /// يزور القاهرة حيث يلتقي مرسي، ثم عمان حيث يلتقي الملك: whether a verb tells whom the traveller meets at a stop of his journey.
    fn is_leg_of(&self, verb: usize, traveller: &Parties) -> bool {
        verb > 0
            && self.units[verb - 1].phrase().is_none()
            && self.units[verb - 1].is(Class::Where)
            && self.subjects[verb].as_ref().is_some_and(|own| own.carried && own.list == traveller.list)
    }

    /// أعلن البيت الأبيض أن أوباما سيزور إسرائيل. وسيلتقي نتنياهو وعباس: the traveller of the sentence before, where several foreigners stand
    /// behind a verb of meeting that opens this one.
    pub(super) fn traveller_meets(&self, at: usize, found: &Parties) -> Option<Parties> {
        let [traveller] = self.memory.traveller.as_slice() else { return None };
        let (_, gender, number, suffix) = self.units[at].verb()?;
        let several = found.list.len() > 1 && found.list.iter().all(|party| self.is_human(party));
        if self.lang == Lang::En
            || !self.memory.travelling
            || suffix.is_some()
            || found.carried
            || found.end <= at + 1
            || !several
            || !self.meets(at)
            || !self.goes_on(at)
            || self.has_another_behind(found.end)
        {
            return None;
        }
        let own = self.country_of(traveller.referent)?;
        let foreign = |party: &Party| {
            party.referent != traveller.referent
                && self.country_of(party.referent).is_some_and(|country| country != own)
        };
        let before = self.carried(at, gender, number, None);
        let same = before.list.iter().all(|party| party.referent == traveller.referent);
        // ومن المقرر أن يلتقي بوتين وأردوغان: two of different countries may meet each other.
        let land = found.list.first().and_then(|first| self.country_of(first.referent));
        let home = || found.list.iter().all(|party| self.country_of(party.referent) == land);
        let ahead = at > 0 && self.units[at - 1].is(Class::Complement);
        if ahead && !home() {
            return None;
        }
        (found.list.iter().all(foreign) && !before.is_empty() && same).then_some(before)
    }

    /// شارك كيري في المؤتمر، والتقى لافروف وظريف: a verb joined to another whose subject stands with it in the same sentence, and
    /// which says nothing in anybody's words.
    fn goes_on_in_clause(&self, at: usize, before: &Parties) -> bool {
        let verb = (0..at)
            .rev()
            .take_while(|&verb| !self.units[verb].is_stop() && !self.units[verb].is(Class::Complement))
            .find(|&verb| self.units[verb].kind == Kind::Verb && !self.is_relative_verb(verb));
        let own = |found: &Parties| !found.carried && found.list == before.list;
        self.is_joined_or_then(at)
            && !before.carried
            && verb.is_some_and(|verb| !self.is_saying(verb) && self.subjects[verb].as_ref().is_some_and(own))
    }

    /// والتقى, ثم التقى
    fn is_joined_or_then(&self, at: usize) -> bool {
        let then = at > 0 && self.units[at - 1].is(Class::Conj) && self.units[at].clitics == Clitics::NONE;
        self.units[at].clitics == Clitics::WA || then
    }

    /// استقبل الرئيس فلانا وعرض معه الأوضاع، ثم التقى: whether those who go on are told before, in the same clause, to receive or meet
    /// somebody.
    fn receives_before(&self, at: usize, before: &Parties) -> bool {
        let receives = |told| matches!(told, Predicate::Hosted | Predicate::Met);
        let own = |found: &Parties| !found.carried && found.list == before.list;
        (0..at)
            .rev()
            .take_while(|&verb| !self.units[verb].is_stop() && !self.units[verb].is(Class::Complement))
            .filter(|&verb| self.units[verb].kind == Kind::Verb && !self.is_relative_verb(verb))
            .any(|verb| self.subjects[verb].as_ref().is_some_and(own) && self.tells(verb, receives))
    }

    /// زيارة يلتقي خلالها, زيارة إلى بيروت التقى فيها: a verb right behind a noun or its place, which says what happens during what that
    /// names.
    fn is_within_event(&self, at: usize) -> bool {
        const NEAR: usize = 3;
        const PLACE: usize = 6;
        let inside = |unit: &super::unit::Unit| unit.phrase().is_none() && unit.is(Class::During);
        let bare = self.units[at].clitics == Clitics::NONE;
        let there =
            |unit: &super::unit::Unit| unit.has(|class| matches!(class, Class::PrepPronoun(id) if self.is_inside(id)));
        let journey = || {
            (at.saturating_sub(PLACE)..at)
                .rev()
                .take_while(|&noun| !self.units[noun].is_mark() && self.units[noun].kind != Kind::Verb)
                .any(|noun| self.units[noun].kind == Kind::Noun && self.tells(noun, |told| told == Predicate::Visited))
        };
        bare && (self.units[at + 1..].iter().take(NEAR).any(inside)
            || self.units.get(at + 1).is_some_and(there) && journey())
    }

    /// غادر إلى بيروت على أن يلتقي: whether "on that" leads to a verb that tells what comes next, behind a verb that asks for no "on".
    fn is_next_step(&self, at: usize) -> bool {
        const NEAR: usize = 3;
        let Some(on) = at.checked_sub(2).filter(|_| self.units[at - 1].is(Class::Complement)) else { return false };
        let id = self.knowledge.lexicon.preposition_id("على");
        let leads = id.is_some_and(|id| self.units[on].phrase().is_none() && self.governs(on, id));
        let asks =
            |i: usize| id.is_some_and(|id| matches!(self.units[i].kind, Kind::Verb | Kind::Noun) && self.takes(i, id));
        leads && !(on.saturating_sub(NEAR)..on).any(asks)
    }

    /// كيري، بعد أن زار القاهرة، التقى عباس ونتنياهو: who opens the sentence before an aside that ends right before a verb of meeting, where
    /// whoever stands behind it has nobody left to meet.
    pub(super) fn topic_meets(&self, at: usize, found: &Parties) -> Option<Parties> {
        const ASIDE: usize = 24;
        if self.lang != Lang::Ar
            || at < 4
            || !self.units[at - 1].is_comma()
            || found.carried
            || found.end <= at + 1
            || !self.meets(at)
            || self.units[at].verb().is_some_and(|(.., object)| object.is_some())
        {
            return None;
        }
        let stop = |unit: &Unit| unit.is_stop() || unit.is(Class::Complement) && unit.phrase().is_none();
        let commas: Vec<usize> = (at.saturating_sub(ASIDE)..at - 1)
            .rev()
            .take_while(|&i| !self.units[i].is_stop())
            .filter(|&i| self.units[i].is_comma())
            .collect();
        let [open] = commas.as_slice() else { return None };
        let opens = open.checked_sub(1).filter(|&topic| self.bare_party(topic))?;
        let first = opens == 0 || stop(&self.units[opens - 1]);
        let (_, gender, number, _) = self.units[at].verb()?;
        let topic = self.parties_of(opens);
        let [party] = topic.as_slice() else { return None };
        let apart = self.is_human(party)
            && agrees(*party, gender)
            && number == Number::Singular
            && found.list.iter().all(|other| other.referent != party.referent && self.is_human(other));
        (first && apart && !self.has_another_behind(found.end)).then(|| Parties {
            confidence: 0.85,
            end: at + 1,
            ..Parties::new(topic, 0.85, at + 1)
        })
    }

    /// Where the auxiliaries right before a verb begin: كان قد التقى.
    fn past_auxiliaries(&self, at: usize) -> usize {
        const MOST: usize = 2;
        let auxiliary = |unit: &Unit| {
            unit.phrase().is_none()
                && unit.clitics == Clitics::NONE
                && unit.has(|c| matches!(c, Class::Auxiliary | Class::Qad))
        };
        at - self.units[..at].iter().rev().take(MOST).take_while(|unit| auxiliary(unit)).count()
    }

    /// أجرى اجتماعا في لندن بعدما كان قد التقى: whether a clause of time tells what who does something else did before.
    fn follows_earlier(&self, at: usize) -> bool {
        let first = self.past_auxiliaries(at);
        let after = first.checked_sub(1).map(|before| &self.units[before]);
        let opens = |unit: &Unit| unit.has(|class| matches!(class, Class::Complement | Class::Conj));
        let time = after.is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Grounds) && opens(unit));
        if self.lang != Lang::Ar || !time {
            return false;
        }
        let verb =
            (0..first).rev().take_while(|&i| !self.units[i].is_stop()).find(|&i| self.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| !self.is_saying(verb))
    }

    /// وكان قد التقى, وكان استقبل: whether a verb stands right behind a joined word for the past, so that nobody is told between them who did it
    /// earlier.
    pub(super) fn is_joined_earlier(&self, at: usize) -> bool {
        let word = |at: usize, class: fn(Class) -> bool| self.units[at].phrase().is_none() && self.units[at].has(class);
        let Some(before) = at.checked_sub(1).filter(|_| self.lang == Lang::Ar) else { return false };
        let first = before - usize::from(before > 0 && word(before, |class| class == Class::Qad));
        word(first, |class| class == Class::Auxiliary)
            && self.units[first].clitics == Clitics::WA
            && self.units[at].clitics == Clitics::NONE
    }

    /// وصل والتقى, حيث التقى, بعدما التقى, قبل أن يلتقي: whether a verb goes on with what the clause before tells.
    fn goes_on(&self, at: usize) -> bool {
        // بعدما كان قد التقى
        if self.follows_earlier(at) || self.is_joined_earlier(at) {
            return true;
        }
        let before = at.checked_sub(1).map(|before| &self.units[before]);
        let complement = before.is_some_and(|unit| unit.is(Class::Complement));
        self.units[at].clitics.has_conjunction()
            || before.is_some_and(opens_clause)
            || complement && at.checked_sub(2).is_some_and(|further| opens_clause(&self.units[further]))
            || complement && self.is_next_step(at)
            || complement && self.is_joined_prospect(at - 1)
    }

    /// Whether a verb of meeting stands behind "that" and what is joined to the clause before and says that it is ahead.
    pub(super) fn is_joined_prospect_of(&self, verb: usize) -> bool {
        verb > 0 && self.units[verb - 1].is(Class::Complement) && self.meets(verb) && self.is_joined_prospect(verb - 1)
    }

    /// وصل إلى القاهرة، ومن المقرر أن يلتقي; حيث من المنتظر أن يلتقي: whether what a complementiser depends on says that something is ahead, and is
    /// joined to what stands before it or opens the sentence so.
    fn is_joined_prospect(&self, complement: usize) -> bool {
        let Some(first) = complement.checked_sub(1) else { return false };
        let unit = &self.units[first];
        let ahead = unit.phrase().is_none() && unit.is(Class::Planned);
        let first = first - usize::from(first > 0 && ahead && self.is_from(&self.units[first - 1]));
        let joined = self.units[first].clitics.has_conjunction();
        self.lang == Lang::Ar && ahead && (joined || first > 0 && opens_clause(&self.units[first - 1]))
    }

    /// واستقبل فلان محافظ الأقصر السفير الصيني, واستقبل فلان أهالي القرية: whether somebody with a title stands further behind
    /// the one party of a verb, or the people of a place right behind it.
    pub(super) fn has_guest_behind(&self, end: usize) -> bool {
        const REACH: usize = 4;
        let bare = |at: usize| {
            let unit = &self.units[at];
            let plain = !unit.is_mark() && unit.kind != Kind::Verb && !unit.is_preposition();
            plain && unit.clitics == Clitics::NONE && self.shapes[at].preposition.is_none()
        };
        let titled = |kind: PhraseKind| matches!(kind, PhraseKind::Person | PhraseKind::Agent | PhraseKind::Unknown);
        if end < self.units.len() && self.units[end].is(Class::PlaceHead) && bare(end) {
            return true;
        }
        let near = end..self.units.len().min(end + REACH);
        near.take_while(|&at| bare(at))
            .any(|at| self.shapes[at].definite && self.unit_phrase(at).is_some_and(|phrase| titled(phrase.kind)))
    }

    /// بالعاملين, بمسؤولين: whether people whom the text does not name stand at a unit, behind ب.
    pub(super) fn is_with_people(&self, at: usize) -> bool {
        let agent = |unit: &Unit| unit.is(Class::Agent) && unit.clitics.has(Clitics::BI);
        self.units.get(at).is_some_and(|unit| self.shapes[at].people || agent(unit))
    }

    /// التقى الوزير خلال الأيام الماضية بعدد من الخبراء: whether behind when it was stand people whom the text does not name, as whom somebody met.
    pub(super) fn meets_people_later(&self, from: usize) -> bool {
        const REACH: usize = 7;
        let several = |at: usize| self.units[at].clitics.has(Clitics::BI) && self.units[at].is(Class::Each);
        let word = |at: &usize| self.units[*at].kind != Kind::Verb && !self.units[*at].is_mark();
        (from..self.units.len().min(from + REACH))
            .take_while(|at| word(at) && self.unit_phrase(*at).is_none())
            .any(|at| several(at) || self.is_with_people(at) || self.is_preposition_of(at, "مع"))
    }

    /// Returns whether somebody stands behind a preposition that a verb takes.
    fn takes_behind(&self, at: usize, from: usize) -> bool {
        // كما التقى الوزير بالعاملين
        let with = self.knowledge.lexicon.preposition_id("ب");
        let takes = |id| with == Some(id) && self.is_with_people(from);
        self.units[at].forms.iter().any(|form| {
            self.knowledge.lexicon.trigger(form.trigger).object.iter().any(|&slot| match slot {
                Slot::Prep(id) => takes(id) || !self.behind(at, from, id, false, None).is_empty(),
                _ => false,
            })
        })
    }
}

/// ثم, حيث, بعدما, قبل: whether a word leads to a clause that goes on with the one before.
fn opens_clause(unit: &Unit) -> bool {
    unit.has(|class| {
        matches!(class, Class::Conj | Class::Where | Class::While | Class::After | Class::Ahead | Class::Circumstance)
    })
}

impl Clause<'_> {
    /// خلال لقائه أمس بالفصائل, بعد اجتماعه مع عدد من التجار: whether behind a meeting with a pronoun stand those whom he met, and nobody we
    /// know. Where or when it was does not say so.
    pub(super) fn met_others(&self, at: usize) -> bool {
        let with = self.knowledge.lexicon.preposition_id("مع");
        let next = self.skip_adverbs(at + 1);
        let Some(unit) = self.units.get(next).filter(|unit| unit.phrase().is_none()) else { return false };
        let word = |unit: &Unit| unit.phrase().is_none() && matches!(unit.kind, Kind::Word | Kind::Noun);
        let elsewhere = |unit: &Unit| {
            unit.has(|c| matches!(c, Class::PlaceHead | Class::Venue | Class::Institution { .. } | Class::Day(_)))
        };
        let joined = self.shapes[next].preposition == Some(Clitics::BI) && unit.kind == Kind::Word;
        let people = joined && !elsewhere(unit) && self.units.get(next + 1).is_none_or(|unit| unit.phrase().is_none());
        let led = with.is_some_and(|id| self.governs(next, id)) && self.units.get(next + 1).is_some_and(word);
        self.lang == Lang::Ar && self.tells(at, |told| told == Predicate::Met) && (people || led)
    }
}
