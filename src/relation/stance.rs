//! Stances that no single verb tells: what is exchanged (تبادلا الاتهامات), what somebody says that another does (قال فلان إن
//! إيران ترتكب), whose deed a stance is about (الجهود التي تبذلها مصر, ما وصفه بالعدوان الروسي).

use super::clause::{Clause, Parties, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Gender, Number};
use crate::lexicon::{Class, Family, Form, Predicate, PrepId, Pronoun, Sense, Slot, Status, Tense, Trigger};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

impl Sentence<'_> {
    /// تبادل بوتين وترامب الاتهامات, تبادل التهنئة مع بوتين: both do to each other what the noun tells.
    pub(super) fn exchange(&self, at: usize, trigger: &Trigger) -> Option<(Parties, Option<Parties>)> {
        let predicate = trigger.predicate?;
        let noun = self.reader.lang == Lang::Ar && self.clause.units[at].kind == Kind::Noun;
        // تبادل فلان وفلان الرسائل: of contacts only what each sends the other.
        let contact = predicate.family() == Family::Contact && predicate != Predicate::WroteTo;
        // تبادلا الاتهامات بدعم المتمردين: what stands behind ب of what is exchanged is not exchanged itself.
        let of_it = at > 0
            && self.clause.units[at].clitics.has(Clitics::BI)
            && matches!(self.clause.units[at - 1].kind, Kind::Noun | Kind::Word);
        if !noun || predicate.is_symmetric() || contact || of_it || predicate == Predicate::Mediated {
            return None;
        }
        let both = self.clause.exchanged(at)?;
        // تبادل الجانبان الاتهامات: who they are is too often told wrongly.
        let unnamed = predicate.family() == Family::Conflict && both.carried;
        if unnamed {
            return None;
        }
        let subject = self.fit(trigger, &trigger.subject, both);
        let object = self.fit(trigger, &trigger.object, subject.clone());
        (object.list.len() > 1).then_some((subject, Some(object)))
    }

    /// Returns whether a verb that a speaker says of another tells what that one does, or threatens what will come to him:
    /// not what he did not do, and no threat of the past.
    pub(super) fn is_charge(&self, at: usize, trigger: &Trigger, object: &Parties) -> bool {
        if self.reader.lang == Lang::En {
            return self.is_charge_in_english(at, trigger, object);
        }
        let units = self.clause.units;
        let before = at.checked_sub(1).map(|before| &units[before]);
        let negated = self.is_negated(at);
        let doubted = before.is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Qad))
            && units[at].tense() == Some(Tense::Present);
        let ahead = units[at].tense() == Some(Tense::Future)
            || before.is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Future));
        let threat = trigger.predicate == Some(Predicate::Threatened);
        let here = object.list.iter().all(|party| !self.is_earlier(party));
        // يحاول تقويض الاتفاق: of a noun the verb counts that carries it.
        if units[at].kind == Kind::Noun {
            let verb = (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
            let strives = |verb: usize| {
                let light = |form: &Form| self.clause.knowledge.lexicon.trigger(form.trigger).flags.light;
                units[verb].forms.iter().any(light) && !self.clause.tells_speech(verb) && !self.is_negated(verb)
            };
            // قال عباس إن جرائم إسرائيل مستمرة: a noun that blames whom it has behind it needs none.
            // يرتكبان نفس جرائم مبارك: nor where it says of somebody else's deed what it is.
            // يحاول وقف انتهاك الهدنة: who ends it does not do it.
            let ended = before.is_some_and(|unit| unit.is(Class::Halting));
            if ended {
                return false;
            }
            let owned = !trigger.object.contains(&Slot::Doer) && before.is_some_and(|unit| unit.kind != Kind::Word);
            return (owned || verb.is_some_and(strives)) && !object.carried;
        }
        // تنتهك القوانين: what the clause before leaves for it is too often somebody else.
        // لم تلتزم بالاتفاق, لا تحترم القانون: what he ought to have done.
        let negated = negated || self.reader.lang == Lang::En && self.is_refrained_from(at);
        negated == trigger.flags.negated && !doubted && here && !object.carried && ahead == threat
    }

    /// لم يقبل نتنياهو عرض كيري, لن تقبل إيران: a particle of negation right before a verb.
    pub(super) fn is_negated(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.clause.units[before]);
        before.is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Negation)) || self.clause.may_not(at)
    }

    /// رفضت إيران الاتهامات الأمريكية: who denies or refuses what another says denies not that it was said.
    pub(super) fn status_of_received(&self, at: usize, trigger: &Trigger, found: Status) -> Status {
        // ستدفع الثمن: what is said is ahead, the threat is made.
        // "Russia must withdraw," Hague said: what ought to be is no condition of his saying so.
        let ought =
            self.reader.lang == Lang::En && found == Status::Possible && trigger.object.first() == Some(&Slot::Obliged);
        // طالب بإقالة الوزير: what is demanded is ahead, the charge is made.
        let demanded = trigger.subject.first() == Some(&Slot::Demander) && found != Status::Denied;
        if ought || demanded || trigger.flags.negated || trigger.subject.first() == Some(&Slot::Speaker) {
            return Status::Happened;
        }
        // "denied accusations from Iran": that he is accused he does not deny.
        if self.reader.lang == Lang::En
            && found == Status::Denied
            && trigger.predicate == Some(Predicate::Criticised)
            && trigger.object.first() == Some(&Slot::Control)
            && matches!(trigger.subject.first(), Some(Slot::Prep(_)))
        {
            return Status::Happened;
        }
        // قدم كيري مبادرة رفضتها إسرائيل: what a relative clause without its word tells of a proposal has been.
        let unit = &self.clause.units[at];
        let told = found == Status::Possible
            && self.reader.lang == Lang::Ar
            && unit.verb().is_some_and(|(tense, .., object)| tense == Tense::Past && object.is_some())
            && at.checked_sub(1).is_some_and(|before| {
                // إذا التقاه, ربما التقاه: nor what a condition or a doubt opens.
                let unit = &self.clause.units[before];
                unit.is(Class::Possible) && unit.is(Class::Conduct)
            });
        if told {
            return Status::Happened;
        }
        let received = self.reader.lang == Lang::Ar
            && matches!(found, Status::Denied | Status::Possible)
            && (trigger.object.first() == Some(&Slot::Sufferer) || self.is_charge_of_another(at, trigger))
            && trigger.predicate.is_some_and(|predicate| predicate.family() != Family::Contact);
        if !received {
            return found;
        }
        let units = self.clause.units;
        let verb = (0..at).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb);
        let answers = verb.is_some_and(|verb| {
            units[verb].forms.iter().any(|form| self.clause.knowledge.lexicon.trigger(form.trigger).flags.answers)
        });
        // نفى الحزب تلقي أموال من إيران: who says that he has not got it denies that it was given.
        let gets = |unit: &Unit| {
            unit.kind == Kind::Noun
                && unit.forms.iter().any(|f| self.clause.knowledge.lexicon.trigger(f.trigger).flags.receives)
        };
        if verb.is_some_and(|verb| units[verb + 1..at].iter().any(gets)) {
            return found;
        }
        // لقي عرض الخطيب تأييد واشنطن: an offer that met with something was made.
        let met = found == Status::Possible
            && verb.is_some_and(|verb| {
                units[verb].tense() == Some(Tense::Past)
                    && units[verb].forms.iter().any(|f| self.clause.knowledge.lexicon.trigger(f.trigger).flags.receives)
                    && units[verb + 1..at].iter().any(|unit| unit.is(Class::Possible))
            });
        if answers || met { Status::Happened } else { found }
    }
}

impl Sentence<'_> {
    /// نفى ظريف اتهامات واشنطن لطهران: the charge was made, by whom the genitive names.
    fn is_charge_of_another(&self, at: usize, trigger: &Trigger) -> bool {
        trigger.predicate == Some(Predicate::Criticised)
            && self.clause.units[at].kind == Kind::Noun
            && trigger.subject.contains(&Slot::Genitive)
            && (!self.clause.genitive(at).is_empty() || self.clause.is_accuser_adjective(at + 1))
    }
}

impl Clause<'_> {
    /// لا يمكن لدمشق أن تقبل: whether a verb stands behind the "that" of what cannot be.
    fn may_not(&self, at: usize) -> bool {
        let word = |i: usize| self.units[i].phrase().is_none();
        let Some(that) = at.checked_sub(1).filter(|&that| word(that) && self.units[that].is(Class::Complement)) else {
            return false;
        };
        let dative = that > 0 && self.unit_phrase(that - 1).is_some_and(|phrase| phrase.clitics == Clitics::LI);
        let can =
            that.checked_sub(1 + usize::from(dative)).filter(|&can| can > 0 && self.units[can].is(Class::Possible));
        self.lang == Lang::Ar
            && can.is_some_and(|can| {
                self.units[can].kind == Kind::Verb && word(can - 1) && self.units[can - 1].is(Class::Negation)
            })
    }

    /// بلاده at a unit: the country of whom the clause is about.
    pub(super) fn own_land(&self, at: usize) -> Option<Parties> {
        // قالت إسرائيل إن قواتها قصفت: who commands them.
        let forces = self.units.get(at)?.is(Class::OwnForces);
        if !forces && !self.units[at].is(Class::OwnLand) {
            return None;
        }
        if let Some(found) = self.land_of_title(at) {
            return Some(found);
        }
        // انتقد ماكرون بوتين بسبب هجوم بلاده
        let answers = self.answers_for(at).map(|party| vec![party]);
        // قال بوروشينكو إن قواتها: not of the man who speaks, unlike قواته. أشاد بجهود تبذلها السعودية وبدعم تركيا لبلاده: nor that of a country.
        let gender = Some(if self.shapes[at].feminine { Gender::Masculine } else { Gender::Feminine });
        let owner =
            answers.unwrap_or_else(|| self.antecedent(at, Pronoun { gender, number: Number::Singular, speaks: false }));
        let owner = if owner.is_empty() && forces { self.accused_power().into_iter().collect() } else { owner };
        let [party] = owner.as_slice() else { return None };
        let key = match party.referent {
            Referent::Known(key) => key,
            // وزير التجارة الهندي فلان: of whom nobody lists, the country of his title.
            Referent::New(_) => self.phrases.iter().find(|phrase| Some(phrase.span) == party.span)?.of?,
        };
        let entity = self.knowledge.gazetteer.get(key);
        let itself = entity.kind == EntityKind::Country || forces && entity.kind == EntityKind::Organisation;
        let country = if itself { key } else { entity.country? };
        let party = Party { referent: Referent::Known(country), span: None, kind: PhraseKind::Country, gender: None };
        Some(Parties::new(vec![party], 0.85, at + 1))
    }

    /// اتهم بوروشينكو روسيا بالكذب. وقال إن قواتها: the one country or body that the speaker blamed or addressed in the sentence before.
    fn accused_power(&self) -> Option<Party> {
        let power = |party: &&Party| !matches!(party.kind, PhraseKind::Person | PhraseKind::Unknown);
        let mut powers = self.memory.addressed.iter().filter(power);
        powers.next().copied().filter(|_| powers.next().is_none())
    }

    /// أكد السفير الصيني دعم بلاده: the country of the title right before, though the text does not name who holds it.
    fn land_of_title(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 6;
        let title = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.unit_phrase(before).is_some())?;
        let phrase = self.unit_phrase(title)?;
        let [Referent::Known(key)] = phrase.referents.as_slice() else { return None };
        let country = self.knowledge.gazetteer.get(*key).kind == EntityKind::Country;
        let unnamed = phrase.kind == PhraseKind::Unknown && phrase.office.is_some() && country;
        let party = Party { referent: Referent::Known(*key), span: None, kind: PhraseKind::Country, gender: None };
        (unnamed && self.lang == Lang::Ar).then(|| Parties::new(vec![party], 0.8, at + 1))
    }

    /// أكد أن بلاده تدعم, أصدر مجلس الأمن قرارا يدين, قرار مجلس الأمن يدين: who acts through what stands before a verb.
    pub(super) fn land_or_document(&self, at: usize) -> Option<Parties> {
        let mut before = at.checked_sub(1)?;
        while before > 0
            && self.units[before].phrase().is_none()
            && self.units[before].has(|class| {
                matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Auxiliary | Class::Skip)
            })
        {
            before -= 1;
        }
        let opens = before > 0 && self.shapes[before - 1].opens_content;
        if opens && let Some(own) = self.own_land(before) {
            return Some(Parties { end: at + 1, ..own });
        }
        // انتقدت إيران قرارا اتخذه ترامب: with the pronoun on the verb the document does nothing.
        let means_it = self.units[at].verb().is_some_and(|(.., object)| object.is_some());
        if self.units[before].is(Class::Document) && before + 1 == at && !means_it {
            let verb = (before.saturating_sub(4)..before).rev().find(|&verb| self.units[verb].kind == Kind::Verb)?;
            let issuer = self.subjects[verb].as_ref().filter(|found| !found.carried && !found.is_empty())?;
            return (issuer.end == before).then(|| Parties { confidence: issuer.confidence * 0.95, ..issuer.clone() });
        }
        let document = before.checked_sub(1)?;
        // الفيتو ضد مشروع قرار أوروبي يدين سوريا: the draft condemns, and not who turns it down.
        let plain = self.units[before].kind == Kind::Word && !self.shapes[before].article && before + 1 == at;
        if plain
            && self.units[document].is(Class::Document)
            && document > 0
            && self.units[document - 1].is(Class::Conduct)
        {
            return Some(Parties { opaque: true, end: at + 1, ..Parties::default() });
        }
        let body = self.bare_party(before) && self.units[document].is(Class::Document) && before + 1 == at;
        body.then(|| Parties { confidence: 0.8, ..self.list(before) })
    }

    /// أشاد بيان الاتحاد الأوروبي بدور مصر: whose document it is that acts, right behind a verb.
    pub(super) fn document_behind(&self, at: usize) -> Option<Parties> {
        let document = self.units.get(at + 1)?;
        let indefinite = document.phrase().is_none()
            && document.is(Class::Document)
            && document.clitics == Clitics::NONE
            && !self.shapes[at + 1].article;
        // دعا بيان للخارجية القطرية سوريا إلى: or stands behind ل.
        let body = self.unit_phrase(at + 2).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Body | PhraseKind::Agent | PhraseKind::Country)
                && (self.bare_party(at + 2) || phrase.clitics == Clitics::LI)
        });
        let told = self.tells(at, |predicate| {
            matches!(
                predicate,
                Predicate::Praised | Predicate::Criticised | Predicate::DemandedOf | Predicate::Threatened
            )
        });
        (self.lang == Lang::Ar && told && indefinite && body).then(|| Parties { confidence: 0.75, ..self.list(at + 2) })
    }

    /// إسرائيل دولة إرهابية, وصف إسرائيل بالدولة الإرهابية, بأنها إرهابية: who is called what stands at a unit.
    pub(super) fn called(&self, at: usize) -> Option<Parties> {
        let mut head = at;
        let noun = |unit: &Unit| unit.kind == Kind::Word || unit.kind == Kind::Function && unit.is(Class::Agent);
        // بأنه قائد عظيم, بأنه رئيس فاشل: an office that is nobody's.
        let titled = |at: usize| self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Unknown && !p.named);
        if head > 0
            && (noun(&self.units[head - 1]) || titled(head - 1))
            && !self.units[head - 1].clitics.has_conjunction()
        {
            head -= 1;
        }
        // بأنها أكبر دولة داعمة للإرهاب
        if head > 1 && noun(&self.units[head - 1]) && self.units[head - 2].resumes {
            head -= 1;
        }
        let about = self.shapes[head].preposition == Some(Clitics::BI) || self.units[head].clitics.has(Clitics::BI);
        let mut before = head.checked_sub(1)?;
        if about || self.units[before].resumes {
            return self.object_of_calling(if about { head } else { before });
        }
        if before > 0 && self.unit_phrase(before).is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun) {
            before -= 1;
        }
        // إن قرار تركيا يشكل انتهاكا
        let is = |unit: &Unit| {
            unit.kind == Kind::Verb
                && unit.tense() == Some(Tense::Present)
                && unit.means(&self.knowledge.lexicon, Sense::Copula)
        };
        if before > 0 && head == at && is(&self.units[before]) {
            before -= 1;
        }
        self.topic_before(before).or_else(|| self.held_to_be(before))
    }

    /// إن إسرائيل دولة إرهابية, إن الهجوم الإسرائيلي عمل إرهابي: whom a clause is about that begins with him or with what is his, up to
    /// a unit.
    pub(super) fn topic_before(&self, last: usize) -> Option<Parties> {
        const WORDS: usize = 2;
        let last = self.before_adjective(last);
        let opens = |at: usize| at == 0 || self.units[at - 1].is_stop() || self.shapes[at - 1].opens_content;
        if opens(last) {
            return self.bare_party(last).then(|| Parties { confidence: 0.85, ..self.list(last) });
        }
        // إن ما تفعله إسرائيل جريمة, إن ما تقوم به
        let does = |verb: usize| self.units[verb].kind == Kind::Verb && verb > 1 && opens(verb - 2);
        if self.bare_party(last)
            && let Some(verb) = (last.saturating_sub(2)..last).rev().find(|&verb| does(verb))
            && self.units[verb - 1].kind == Kind::Word
        {
            return self.behind_what(verb).filter(|found| found.end == self.list(last).end);
        }
        let owner = self.unit_phrase(last).filter(|phrase| {
            phrase.clitics == Clitics::NONE
                && (matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Country | PhraseKind::Body)
                    || phrase.kind == PhraseKind::Person && phrase.named)
        })?;
        let thing = |at: usize| {
            let unit = &self.units[at];
            let noun = matches!(unit.kind, Kind::Word | Kind::Noun) && self.shapes[at].preposition.is_none()
                || unit.kind == Kind::Function && unit.has(|c| matches!(c, Class::Document | Class::Possible));
            unit.phrase().is_none() && noun && !unit.clitics.has_preposition()
        };
        let first = (last.saturating_sub(WORDS)..last).rev().take_while(|&at| thing(at)).last()?;
        // استهداف الأراضي العراقية انتهاك: it is done to them.
        let suffers = first + 1 < last
            && !self.shapes[first].article
            && self.units[first].kind != Kind::Function
            && self.shapes[first + 1].article
            && (self.units[first].is(Class::Harm)
                || self.tells(first, |told| matches!(told, Predicate::Attacked | Predicate::Seized)));
        // الخطوة السعودية: behind an article the country is spelt like what is its own.
        let alike = owner.kind == PhraseKind::Country && self.shapes[last - 1].article && first + 1 == last;
        let adjective = (owner.kind == PhraseKind::Demonym && self.shapes[last].definite || alike) && !suffers;
        // تقسيم سوريا غير مقبول: not all that is done to a country is its deed.
        let own = |class| {
            matches!(class, Class::SideHead | Class::Fault | Class::Document | Class::Possible | Class::Epithet)
        };
        let construct = owner.kind != PhraseKind::Demonym
            && first + 1 == last
            && !self.shapes[first].article
            && self.units[first].has(own);
        (opens(first) && (adjective || construct)).then(|| Parties::new(self.parties_of(last), 0.75, last + 1))
    }

    /// اعتبر أردوغان إسرائيل دولة إرهابية: whom a verb of calling holds to be what stands right behind.
    fn held_to_be(&self, last: usize) -> Option<Parties> {
        // اعتبر القرار التركي انتهاكا للقانون
        let adjective = self.unit_phrase(last).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE && self.shapes[last].definite
        });
        let found = (self.bare_party(last) || adjective).then(|| self.object_of_calling(last + 1))??;
        (found.end == last + 1).then_some(found)
    }

    /// The object of a verb of calling before a unit: وصف أردوغان إسرائيل.
    fn object_of_calling(&self, before: usize) -> Option<Parties> {
        const REACH: usize = 6;
        // رد على ترامب، واصفا إياه بأنه متهور
        let verb = (before.saturating_sub(REACH)..before)
            .rev()
            .find(|&verb| matches!(self.units[verb].kind, Kind::Verb | Kind::Participle))?;
        if self.units[verb].kind == Kind::Participle {
            return self.called_by_participle(verb, before);
        }
        let calls = self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.calls);
        let subject = self.subjects[verb].as_ref().filter(|found| calls && !found.is_empty())?;
        let from = if subject.carried { verb + 1 } else { subject.end.max(verb + 1) };
        // ووصفه الزند بأنه عدوان على القضاء: whose the thing is that the suffix means.
        if let Some((.., Some(pronoun))) = self.units[verb].verb() {
            let made = Some(self.maker_before(verb, pronoun.gender)).filter(|found| !found.is_empty());
            return made.or_else(|| self.called_in_relative(verb, pronoun.gender));
        }
        let found = self.object(from, true);
        if found.is_empty() {
            return Some(self.maker_of_conduct(verb, from)).filter(|made| !made.is_empty());
        }
        (found.end <= before).then_some(found)
    }

    /// الأسد، الذي وصفه أردوغان بأنه: who calls him so, where a relative clause says it of whom it describes, told from `at`, an epithet.
    pub(super) fn caller_in_relative(&self, at: usize, epithet: bool) -> Option<Parties> {
        const REACH: usize = 7;
        let calls = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.calls;
        let verb =
            (at.saturating_sub(REACH)..at).rev().filter(|_| epithet).find(|&i| self.units[i].kind == Kind::Verb)?;
        let suffix = self.units[verb].forms.iter().any(calls) && self.units[verb].verb()?.3.is_some();
        self.relative_before(verb).filter(|_| suffix)?;
        let caller = self.subjects[verb].as_ref().filter(|found| !found.carried && !found.is_empty())?;
        Some(Parties { end: at + 1, ..caller.clone() })
    }

    /// الأسد، الذي وصفه أردوغان بأنه: whom a relative clause means whose verb of calling has a suffix.
    fn called_in_relative(&self, verb: usize, gender: Option<Gender>) -> Option<Parties> {
        let relative = self.relative_before(verb)?;
        let apart = usize::from(relative > 1 && self.units[relative - 1].is_comma());
        let antecedent =
            relative.checked_sub(1 + apart).filter(|&antecedent| self.unit_phrase(antecedent).is_some())?;
        let found = Parties::new(self.parties_of(antecedent), 0.8, verb + 1);
        let fits = |party: &Party| party.gender.is_none_or(|own| Some(own) == gender);
        (found.list.len() == 1 && found.list.iter().all(fits)).then_some(found)
    }

    /// رحبت إسرائيل بقرار الاتحاد، فيما استنكرته موسكو; قدم كيري مبادرة رفضتها إيران; ووصفه فلان بأنه: whose the thing is that the suffix
    /// of a verb means, by its gender the last one before the verb: its owner's, else that of whoever made it.
    pub(super) fn maker_before(&self, at: usize, gender: Option<Gender>) -> Parties {
        const REACH: usize = 12;
        let units = self.units;
        let subject = self.subjects[at].as_ref().filter(|found| !found.is_empty());
        let (Some(subject), None) = (subject, self.relative_before(at)) else { return Parties::default() };
        let own = |class| matches!(class, Class::SideHead | Class::Document | Class::Possible);
        let thing = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| !units[i].is_stop())
            .find(|&i| units[i].phrase().is_none() && !units[i].is_preposition() && units[i].has(own));
        // Of plurals of things one speaks as of a woman.
        let Some(thing) = thing.filter(|&thing| self.shapes[thing].feminine == (gender == Some(Gender::Feminine)))
        else {
            return Parties::default();
        };
        // للقرار الأمريكي، فيما انتقدته تركيا
        let owner = match self.is_demonym(thing + 1) {
            true => Some(Parties::new(self.parties_of(thing + 1), 0.72, thing + 2)),
            false => self.bare_party(thing + 1).then(|| self.list(thing + 1)),
        };
        let maker = || {
            let verb = (0..thing).rev().take_while(|&i| !units[i].is_stop()).find(|&i| units[i].kind == Kind::Verb)?;
            let makes = units[verb].forms.iter().all(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                trigger.predicate.is_none_or(|predicate| predicate.family() == Family::Contact)
            });
            self.subjects[verb].clone().filter(|found| makes && !found.carried && found.end <= thing)
        };
        let found = owner.or_else(maker).unwrap_or_default();
        let apart = found.list.iter().all(|party| subject.list.iter().all(|own| own.referent != party.referent));
        if apart { Parties { confidence: 0.72, end: at + 1, ..found } } else { Parties::default() }
    }

    /// أعلنت واشنطن نقل سفارتها، ووصف عباس القرار بأنه; نددت إيران بالخطوة: who did what a stance calls "the step" and no more, told
    /// from a unit on: who acts in the clause before, else in the sentence before.
    pub(super) fn maker_of_conduct(&self, at: usize, from: usize) -> Parties {
        if let Some(found) = self.maker_of_own_conduct(at, from) {
            return found;
        }
        let subject = self.subjects[at].as_ref().filter(|found| !found.is_empty() && !found.carried && !found.opaque);
        subject.map(|judge| self.maker_judged_by(judge, at, from)).unwrap_or_default()
    }

    /// The same, where those judge.
    pub(super) fn maker_judged_by(&self, subject: &Parties, at: usize, from: usize) -> Parties {
        let units = self.units;
        if self.lang != Lang::Ar {
            return Parties::default();
        }
        let negated = |verb: usize| verb > 0 && units[verb - 1].is(Class::Negation);
        if let Some(found) =
            self.doer_of_deed(at, from).filter(|found| !negated(at) && self.are_apart(&subject.list, &found.list))
        {
            return found;
        }
        // رفض هذا القرار, رفض تنفيذ القرار: a word before it, but no preposition.
        let conduct = |at: usize| {
            let unit = units.get(at).filter(|unit| unit.phrase().is_none() && unit.is(Class::Conduct))?;
            (self.shapes[at].article || self.shapes[at].definite || unit.is_definite_noun()).then_some(at)
        };
        let plain = |at: usize| {
            units.get(at).is_some_and(|unit| unit.kind == Kind::Word && unit.clitics == Clitics::NONE)
                && !self.shapes[at].article
                && self.shapes[at].preposition.is_none()
        };
        let start = if conduct(from).is_some() { from } else { self.skip_adverbials(from) };
        let Some(thing) = conduct(start).or_else(|| conduct(start + 1).filter(|_| plain(start))) else {
            return Parties::default();
        };
        // القرار الأمريكي, الخطوة التي اتخذتها: its own words tell whose it is.
        let owned = units.get(thing + 1).is_some_and(|next| {
            next.phrase().is_some()
                || next.is(Class::Relative)
                || self.shapes[thing + 1].article && !self.units.get(thing + 2).is_none_or(Unit::is_mark)
                || matches!(next.kind, Kind::Word | Kind::Noun | Kind::Participle)
                    && !self.shapes[thing + 1].article
                    && self.shapes[thing + 1].preposition.is_none()
        });
        if owned || negated(at) {
            return Parties::default();
        }
        // قال ظريف إن أمريكا تتجاهل القرارات: not who only says it.
        let told = |verb: usize| (verb..at).any(|i| self.shapes[i].opens_content) && self.is_saying(verb);
        let here = self.actor_before(at);
        if here.is_some_and(|(verb, _)| told(verb)) {
            return Parties::default();
        }
        // عارضت فرنسا المشروع، بينما أيدت روسيا القرار: nor who only judges the same, or votes on it with others.
        let judges = |told| matches!(told, Predicate::Rejected | Predicate::Supported | Predicate::Praised);
        let omits = |form: &Form| self.knowledge.lexicon.trigger(form.trigger).flags.status == Some(Status::Denied);
        let votes = |verb: usize| self.tells(verb, judges) || units[verb].forms.iter().any(omits);
        if subject.list.len() > 2 || here.is_some_and(|(verb, _)| votes(verb)) {
            return Parties::default();
        }
        let here = here.map(|(_, found)| found);
        // نددت الجبهة بالخطوة الأمريكية، ووصف فلان القرار بأنه: whose the sentence has said that it is.
        let owner = (0..at).rev().find(|&i| {
            units[i].phrase().is_none()
                && units[i].is(Class::Conduct)
                && self
                    .unit_phrase(i + 1)
                    .is_some_and(|phrase| phrase.clitics == Clitics::NONE && !phrase.referents.is_empty())
        });
        let found = match here {
            Some(found) if owner.is_some_and(|owner| owner >= found.end) => {
                Parties::new(self.parties_of(owner.unwrap_or(at) + 1), 0.7, thing + 1)
            }
            Some(found) => Parties { confidence: 0.7, ..found.clone() },
            None => Parties::new(self.makers_before(), 0.62, thing + 1),
        };
        let apart = self.are_apart(&subject.list, &found.list);
        if apart { Parties { end: thing + 1, carried: false, ..found } } else { Parties::default() }
    }

    /// رحب أردوغان بوساطة قطر, أشاد برعاية مصر للمحادثات: who mediates, where the word that has the preposition in itself stands at a unit.
    pub(super) fn mediator_judged(&self, at: usize) -> Option<Parties> {
        let noun = self.units.get(at)?;
        let mediation = noun.kind == Kind::Noun
            && noun.clitics == Clitics::NONE
            && self.tells(at, |told| told == Predicate::Mediated);
        mediation.then(|| self.genitive(at)).filter(|found| !found.is_empty())
    }

    /// The last verb before a unit of which the sentence itself tells who acts, and who that is; not of a relative clause, and not of what was
    /// not done.
    pub(super) fn actor_before(&self, at: usize) -> Option<(usize, &Parties)> {
        let units = self.units;
        let relative = |verb: usize| (verb.saturating_sub(2)..verb).any(|i| units[i].is(Class::Relative));
        let negated = |verb: usize| verb > 0 && units[verb - 1].is(Class::Negation);
        let acts = |verb: &usize| units[*verb].kind == Kind::Verb && !relative(*verb) && !negated(*verb);
        (0..at).rev().filter(acts).find_map(|verb| {
            let found = self.subjects[verb].as_ref().filter(|found| !found.is_empty() && !found.carried)?;
            (found.end <= at).then_some((verb, found))
        })
    }

    /// Whether nobody of one side stands on the other, too: no minister beside his own country.
    pub(super) fn are_apart(&self, one: &[Party], other: &[Party]) -> bool {
        let home = |party: &Party| match party.referent {
            Referent::Known(key) => self.knowledge.gazetteer.country_of(key),
            Referent::New(_) => None,
        };
        other.iter().all(|party| {
            let land = home(party);
            one.iter().all(|own| {
                let people = self.is_human(own) && self.is_human(party);
                own.referent != party.referent && (land.is_none() || home(own) != land || people)
            })
        })
    }

    /// The two who exchange what a noun tells, where it is the object of a verb of exchanging.
    fn exchanged(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 8;
        let verb = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&before| !self.units[before].is_stop())
            .find(|&before| self.units[before].kind == Kind::Verb)?;
        let mutual =
            self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.mutual);
        let subject = self.subjects[verb].as_ref().filter(|found| mutual && !found.is_empty())?;
        // تبادلا الاتهامات بشأن إسقاط الطائرة: what the charges are about is not exchanged.
        if (verb + 1..at).any(|i| self.opens_topic(i)) {
            return None;
        }
        if subject.list.len() == 2 {
            let both = self.unit_phrase(verb + 1).is_some_and(|phrase| phrase.referents.is_empty());
            return Some(Parties { carried: subject.carried || both, ..subject.clone() });
        }
        let with = self.knowledge.lexicon.preposition_id("مع")?;
        let other = (at + 1..self.units.len().min(at + REACH))
            .take_while(|&next| !self.limit(next))
            .find(|&next| self.governs(next, with))
            .and_then(|next| self.governed(next, false))
            .filter(|other| subject.list.len() == 1 && other.list.len() == 1)?;
        let list = vec![subject.list[0], other.list[0]];
        Some(Parties { confidence: subject.confidence * 0.9, ..Parties::new(list, 1.0, at + 1) })
    }

    /// ثمن الجهود التي تبذلها مصر, انتقد ما وصفه بالعدوان الروسي: whose deed the object of a stance is, from a unit on.
    pub(super) fn deed_in_clause(&self, from: usize) -> Parties {
        const WORDS: usize = 4;
        let mut words = 0;
        // بيانا أصدرته: what is judged is no adverb, though it may end like one.
        let thing = |class| matches!(class, Class::Document | Class::Possible | Class::Conduct);
        let named = self.units.get(from).is_some_and(|unit| unit.phrase().is_none() && unit.has(thing));
        let mut at = if named { from } else { self.skip_adverbials(from) };
        while let Some(unit) = self.units.get(at) {
            if unit.is(Class::Relative) {
                let made = || self.doer(at + 1).or_else(|| self.origin(at + 1)).unwrap_or_default();
                return if words > 0 { made() } else { Parties::default() };
            }
            // الطلب المقدم من فلان, تصريحات صدرت عن فلان
            if words > 0
                && let Some(found) = self.origin(at)
            {
                return found;
            }
            match unit.kind {
                Kind::Verb if words == 1 => return self.behind_what(at).unwrap_or_default(),
                Kind::Word | Kind::Noun if words < WORDS && !unit.clitics.has_conjunction() => words += 1,
                // كل الجهود التي تبذلها
                Kind::Function if words == 0 && unit.is(Class::Each) => {}
                // قرارا اتخذه ترامب, الموقف الذي اتخذته
                Kind::Function
                    if words == 0
                        && unit.has(|class| matches!(class, Class::Document | Class::Possible | Class::Conduct)) =>
                {
                    words += 1;
                }
                // التصريحات الأخيرة الصادرة عن فلان
                Kind::Function
                    if unit.has(|class| {
                        matches!(class, Class::TitleAdjective { .. } | Class::Last | Class::Latter(_))
                    }) => {}
                _ => return Parties::default(),
            }
            at += 1;
        }
        Parties::default()
    }

    /// ما حققته مصر, ما وصفه بالعدوان الروسي: whose deed "what" is, the verb of its clause at a unit.
    pub(super) fn behind_what(&self, verb: usize) -> Option<Parties> {
        let (.., object) = self.units[verb].verb()?;
        // ما تقوم به مصر
        let pronoun = || self.units.get(verb + 1).is_some_and(|unit| unit.has(|c| matches!(c, Class::PrepPronoun(_))));
        if object.is_none() && !pronoun() {
            return None;
        }
        // بما أعلنته تركيا: who says it, unless somebody is called something.
        let calls = self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.calls);
        let says = !calls && self.bare_party(verb + 1) && object.is_some();
        let speech = calls
            || self.units[verb].forms.iter().any(|form| self.knowledge.lexicon.trigger(form.trigger).flags.speech);
        // ما وصفه بالتحريض الذي تمارسه الجماعة: who does it, as the clause behind the noun tells.
        let done = || {
            const NEAR: usize = 3;
            let relative =
                (verb + 2..self.units.len().min(verb + 2 + NEAR)).find(|&at| self.units[at].is(Class::Relative))?;
            let noun = (verb + 1..relative).all(|at| matches!(self.units[at].kind, Kind::Word | Kind::Noun));
            self.doer(relative + 1).filter(|_| calls && noun)
        };
        let called = if speech { self.so_called(verb + 1).or_else(done) } else { None };
        called.or_else(|| self.doer(verb).filter(|_| !speech || says))
    }

    /// بالعدوان الروسي, جرائم إسرائيل, بالسياسة العدوانية للولايات المتحدة: whose deed a noun names behind "what he called".
    pub(super) fn so_called(&self, from: usize) -> Option<Parties> {
        const WORDS: usize = 3;
        let first = self.units.get(from)?;
        if !matches!(first.kind, Kind::Word | Kind::Noun) {
            return None;
        }
        for at in from + 1..self.units.len().min(from + 1 + WORDS) {
            if let Some(phrase) = self.unit_phrase(at) {
                let own = phrase.clitics == Clitics::NONE || phrase.clitics == Clitics::LI;
                let found = if phrase.kind == PhraseKind::Demonym {
                    Parties::new(self.parties_of(at), 0.75, at + 1)
                } else {
                    self.list(at)
                };
                return own.then_some(Parties { confidence: 0.75, ..found });
            }
            let adjective = |unit: &Unit| {
                matches!(unit.kind, Kind::Word | Kind::Noun)
                    || unit.has(|class| matches!(class, Class::TitleAdjective { .. }))
            };
            if !adjective(&self.units[at]) {
                return None;
            }
        }
        None
    }

    /// The comma that closes a parenthesis of time, place or occasion which a comma opens, where the preposition stands
    /// right behind it.
    pub(super) fn closing_before(&self, comma: usize, preposition: PrepId) -> Option<usize> {
        const LONGEST: usize = 16;
        let opens = self.units.get(comma + 1).is_some_and(|next| {
            next.is_preposition()
                || next.has(|class| matches!(class, Class::Circumstance | Class::Day(_) | Class::Weekday(_)))
        });
        if !opens {
            return None;
        }
        let end = (comma + 2..self.units.len().min(comma + LONGEST)).find(|&at| self.units[at].is_mark())?;
        let goes_on = self.governs(end + 1, preposition)
            || end + 1 < self.units.len() && self.within_word(end + 1, preposition).is_some();
        (self.units[end].is_comma() && goes_on).then_some(end)
    }

    /// حث كيري، خلال لقائه عباس في رام الله، إسرائيل: past the object of a noun in a parenthesis that begins at a comma; the
    /// unit behind the comma that ends it.
    pub(super) fn past_noun_in_parenthesis(&self, next: usize) -> Option<usize> {
        const REACH: usize = 8;
        const ADVERBS: usize = 6;
        // خلال استقباله في القصر، السفير فلانا، فرنسا: a second comma before whom he received.
        let apart = self.units.get(next).is_some_and(Unit::is_comma);
        let party = next + usize::from(apart);
        let noun = (next.saturating_sub(ADVERBS)..next)
            .rev()
            .take_while(|&at| !self.units[at].is_mark() && self.units[at].kind != Kind::Verb)
            .find(|&at| self.units[at].kind == Kind::Noun)?;
        let meets = || {
            self.units[noun].owner().is_some() && self.tells(noun, |p| matches!(p, Predicate::Met | Predicate::Hosted))
        };
        if !self.bare_party(party) || (apart || noun + 1 < next) && !(meets() && self.names_person(party)) {
            return None;
        }
        let end = self.skip_adverbials(self.list(party).end);
        let end = (end..self.units.len().min(end + REACH)).find(|&at| self.units[at].is_comma() || self.limit(at))?;
        self.units[end].is_comma().then_some(end)
    }

    fn names_person(&self, at: usize) -> bool {
        self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
    }
}
