//! For what reasons a frame whose slots are there tells nothing of them all the same.

use super::clause::{Parties, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number};
use crate::lexicon::{Class, Form, Predicate, Sense, Shape, Slot, Tense, Trigger, WordList};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;
use crate::text::fold::BEH;

impl Sentence<'_> {
    /// نفت إيران واتهمت واشنطن بالكذب: whether a verb of praise or blame, joined to another, has one listed party behind it and
    /// no object, which the verb cannot do without.
    pub(super) fn needs_object(&self, at: usize, trigger: &Trigger, subject: &Parties) -> bool {
        let clause = self.clause;
        // قال أوباما ذلك، ودعا القذافي إلى التنحي: so of a demand that goes on with what the sentence tells of somebody.
        let goes_on = trigger.predicate == Some(Predicate::DemandedOf)
            && subject.list.iter().all(|party| clause.is_human(party))
            && (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).any(|i| {
                clause.subjects[i].as_ref().is_some_and(|found| {
                    found.list.len() == 1
                        && found.list.iter().all(|party| clause.is_human(party))
                        && found.list.iter().all(|party| subject.list.iter().all(|o| o.referent != party.referent))
                })
            });
        let judges = matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::Praised)) || goes_on;
        let listed = |party: &Party| matches!(party.referent, Referent::Known(_));
        let nothing_behind = clause.units.get(subject.end).is_none_or(|next| {
            next.is_stop()
                || ["ب", "على"].into_iter().chain(goes_on.then_some("إلى")).any(|form| {
                    let id = clause.knowledge.lexicon.preposition_id(form);
                    let behind = subject.end + usize::from(goes_on && next.is_comma());
                    id.is_some_and(|id| clause.units.get(behind).is_some() && clause.governs(behind, id))
                })
                || clause.shapes[subject.end].preposition == Some(Clitics::BI)
                // واتهم الجيش السوداني بأنه
                || next.phrase().is_none() && next.is(Class::Complement) && self.word_at(subject.end).first() == Some(&BEH)
        });
        judges
            && trigger.object.first() == Some(&Slot::Object)
            && clause.units[at].clitics.has_conjunction()
            && subject.list.iter().all(listed)
            && nothing_behind
    }

    /// Returns whether a word that may tell of a contact tells of none where it stands.
    pub(super) fn is_untold(&self, at: usize, trigger: &Trigger, shape: Shape) -> bool {
        let clause = self.clause;
        let unit = &clause.units[at];
        if self.reader.lang != Lang::Ar {
            return match trigger.predicate {
                Some(Predicate::AgreedWith) => clause.is_dealing(at),
                Some(Predicate::Rejected) => clause.is_faction(at),
                _ => false,
            };
        }
        let verb_before = || (0..at).any(|i| clause.units[i].kind == Kind::Verb);
        match trigger.predicate {
            // وبإخطار اللواء أمر بضبط المتهم: who told him is not said. أقول لإيران: said to the public.
            Some(Predicate::Briefed) if unit.kind == Kind::Noun => {
                trigger.subject.first() == Some(&Slot::Control) && unit.clitics.has(Clitics::BI) && !verb_before()
            }
            Some(Predicate::Briefed) if self.reads(at, shape) => true,
            Some(Predicate::Briefed) => {
                trigger.flags.near
                    && matches!(
                        shape,
                        Shape::Verb { tense: Tense::Present, gender: None, number: Number::Singular, .. }
                    )
            }
            Some(Predicate::Sanctioned) if unit.kind == Kind::Noun => self.is_in_draft_opposed(at),
            // يتوجه إلى روسيا بدعوة من لافروف: on whose invitation somebody goes there.
            Some(Predicate::DemandedOf) if unit.kind == Kind::Noun && unit.clitics.has(Clitics::BI) => {
                const WORDS: usize = 2;
                let next = (at + 1..clause.units.len()).take(WORDS).find(|&next| clause.units[next].is_preposition());
                trigger.subject.first() == Some(&Slot::Doer)
                    && next.is_some_and(|next| clause.is_from(&clause.units[next]))
            }
            // خطابات مرسي: with whose they are behind them they come from nobody else.
            Some(Predicate::WroteTo) => {
                matches!(trigger.subject.first(), Some(Slot::Prep(_))) && !clause.genitive(at).is_empty()
            }
            // بحثا التهدئة بين إسرائيل وحماس: a peace that people only talk about need not have been made.
            Some(Predicate::AgreedWith) => {
                trigger.flags.weak
                    && matches!(trigger.subject.as_slice(), [Slot::Prep(_)])
                    && self.is_peace_talked_about(at)
            }
            // تبادل الآراء: opinions and words tell of talk only where people exchange them.
            Some(Predicate::TalkedWith) if unit.kind == Kind::Noun && trigger.flags.mutual => !clause.exchanges(at),
            // شارك في المحادثات عن الجانب المصري فلان وفلان: those of one side do not talk with each other.
            Some(Predicate::TalkedWith | Predicate::NegotiatedWith)
                if unit.kind == Kind::Noun
                    && trigger.subject.contains(&Slot::Control)
                    && clause.past_side(at + 1).is_some() =>
            {
                true
            }
            // مبادرة مصر لرعاية مفاوضات: whoever hosts talks is not one of those who talk.
            Some(Predicate::TalkedWith | Predicate::NegotiatedWith) if unit.kind == Kind::Noun => {
                trigger.subject.contains(&Slot::Control)
                    && at > 0
                    && clause.units[at - 1].kind == Kind::Noun
                    && clause.tells(at - 1, |p| matches!(p, Predicate::Mediated | Predicate::Hosted))
                    && !unit.clitics.has_conjunction()
            }
            _ => false,
        }
    }

    /// استخدمت روسيا الفيتو ضد مشروع قرار يفرض عقوبات على سوريا: whether what a draft would impose is told, by its own verb, of a draft that whoever the
    /// clause is about opposes.
    fn is_in_draft_opposed(&self, at: usize) -> bool {
        const REACH: usize = 3;
        let clause = self.clause;
        let units = &clause.units;
        let verb = (at.saturating_sub(REACH)..at).rev().find(|&i| units[i].kind == Kind::Verb);
        let Some(verb) = verb.filter(|&verb| units[verb].tense() == Some(Tense::Present)) else { return false };
        let adjective = |unit: &Unit| unit.phrase().is_some() || !unit.is_mark() && !unit.is_preposition();
        let draft = (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(|&i| adjective(&units[i]) && units[i].kind != Kind::Verb)
            .find(|&i| units[i].phrase().is_none() && units[i].is(Class::Document));
        let Some(draft) = draft else { return false };
        let against = |i: usize| {
            clause.is_preposition_of(i, "ضد")
                || units[i].kind == Kind::Verb && clause.tells(i, |told| told == Predicate::Rejected)
        };
        (draft.saturating_sub(REACH)..draft).any(against)
    }

    /// ناقش مرسي مع ميركل التهدئة بين: whether a verb of talking has the noun at a unit as what is talked about, with no other verb and no clause between.
    fn is_peace_talked_about(&self, at: usize) -> bool {
        const REACH: usize = 12;
        let clause = self.clause;
        let verb = (at.saturating_sub(REACH)..at)
            .rev()
            .take_while(|&i| !clause.units[i].is_stop() && !clause.units[i].is(Class::Complement))
            .find(|&i| clause.units[i].kind == Kind::Verb);
        verb.is_some_and(|verb| clause.tells(verb, |told| told == Predicate::TalkedWith))
            && !(at > 0 && clause.units[at - 1].has(|class| matches!(class, Class::Circumstance)))
    }

    /// أطلع على التقرير: whether what somebody gets to know stands where whom he tells should.
    fn reads(&self, at: usize, shape: Shape) -> bool {
        let clause = self.clause;
        let on = clause.knowledge.lexicon.preposition_id("على");
        let next = clause.units.get(at + 1);
        matches!(shape, Shape::Verb { object: None, .. })
            && next.is_some_and(|next| next.has(|class| matches!(class, Class::Prep(id) if Some(id) == on)))
    }

    /// مصر تلتقي غانا في تصفيات كأس العالم: sides of a game, which no listed person has part in.
    pub(super) fn plays(&self, predicate: Predicate, subject: &Parties, object: Option<&Parties>) -> bool {
        let person = |party: &Party| self.kind_of(party.referent) == EntityKind::Person;
        let listed = |party: &Party| person(party) && matches!(party.referent, Referent::Known(_));
        let guests = object.map_or(&subject.list, |object| &object.list);
        // "Rooney gives United a win": in English players are told of as well, but nobody listed.
        let english = self.reader.lang == Lang::En;
        let outside = guests.iter().any(|party| if english { listed(party) } else { person(party) });
        self.clause.is_played(predicate) && !outside && !subject.list.iter().any(listed)
    }

    /// وتابع: "استقبل الأردن آلاف اللاجئين": the country right behind the verb is who receives, and not whom somebody that
    /// was named before receives.
    pub(super) fn is_no_guest(&self, at: usize, predicate: Predicate, subject: &Parties) -> bool {
        let verb = self.clause.units[at].kind == Kind::Verb;
        predicate == Predicate::Hosted
            && self.reader.lang == Lang::Ar
            && verb
            && subject.carried
            && self.clause.unit_phrase(at + 1).is_some_and(|next| next.kind == PhraseKind::Country)
    }

    /// نفت دمشق قصف مواقع إسرائيلية: of a construct with a doer by its verb the adjective is whose the thing is.
    pub(super) fn has_doer(&self, at: usize, trigger: &Trigger, shape: Shape) -> bool {
        let construct = matches!(shape, Shape::Noun { definite: false, owner: None })
            && trigger.object.contains(&Slot::SecondGenitive)
            && self.clause.units.get(at + 1).is_some_and(|unit| unit.kind == Kind::Word);
        construct && self.reader.lang == Lang::Ar && !self.clause.doer_of_noun(at).is_empty()
    }

    /// القلق من أن الاتفاق مع إيران يعني: an agreement that a clause speaks of is not that of whoever spoke before.
    pub(super) fn is_told_of(&self, at: usize, trigger: &Trigger, shape: Shape) -> bool {
        self.reader.lang == Lang::Ar
            && trigger.predicate == Some(Predicate::AgreedWith)
            && matches!(shape, Shape::Noun { definite: true, .. })
            && at > 0
            && self.clause.units[at - 1].is(Class::Complement)
            && !self.clause.units[at - 1].is(Class::Circumstance)
    }

    /// جمد أموال, علق عضوية: whether what is withheld stands behind a word, up to whose it is or right behind that.
    pub(super) fn withholds(&self, at: usize, trigger: &Trigger, end: usize) -> bool {
        const BEHIND: usize = 4;
        let clause = self.clause;
        // علق على قرار إقالة الوزير: what one says of something withholds nothing.
        let on = clause.knowledge.lexicon.preposition_id("على");
        let takes = on.is_none_or(|on| trigger.object.contains(&Slot::Prep(on)));
        let comments = !takes
            && clause.units[at].kind == Kind::Verb
            && (at + 1..end.min(clause.units.len()))
                .any(|i| clause.units[i].has(|class| matches!(class, Class::Prep(id) if Some(id) == on)));
        if comments && self.reader.lang == Lang::Ar {
            return false;
        }
        // سلمت أمريكا ملفات تطالب فيها بتسليم فلان: a verb behind it tells something else.
        let another = |i: usize| self.reader.lang == Lang::Ar && i >= end && clause.units[i].kind == Kind::Verb;
        let behind =
            (at + 1..(end + BEHIND).min(clause.units.len())).take_while(|&i| !clause.units[i].is_stop() && !another(i));
        // العلاقات التي قطعتها
        let before = clause.relative_before(at).map_or(at..at, |relative| relative.saturating_sub(BEHIND)..relative);
        before.chain(behind).any(|i| match clause.unit_phrase(i) {
            // سحب سفيره: somebody whom the text does not name to us.
            // استدعت تونس السفير الفرنسي فلان: an envoy who is called in, named or not.
            Some(phrase) => {
                let posted = |office| clause.knowledge.gazetteer.offices().is_posted(office);
                // استدعت الجزائر سفيرها فلان: but not her own.
                let subject = clause.subjects[at].as_ref().map_or(&[][..], |subject| subject.list.as_slice());
                let foreign = phrase.of.is_some() && subject.iter().all(|party| self.land_of(party) != phrase.of);
                // استدعى السفير إلى لقاء: nor one who is asked to come somewhere.
                let asked = i + 1 < clause.units.len() && clause.is_preposition_of(i + 1, "إلى");
                let judged = trigger.predicate == Some(Predicate::Criticised) && foreign && !asked;
                let called_in = judged && phrase.office.is_some_and(posted);
                // سلم رسالة الأمير إلى الرئيس: an envoy is withdrawn, but nobody is given one.
                self.reader.lang == Lang::Ar
                    && trigger.predicate != Some(Predicate::Aided)
                    && phrase.office.is_some()
                    && (phrase.kind == PhraseKind::Unknown && !phrase.named || called_in)
            }
            // "announced new sanctions on"
            None if self.reader.lang == Lang::En => {
                // "halted development aid to", but not "extending US military aid"
                let withheld = !trigger.object.contains(&Slot::Object);
                let same = |told| Some(told) == trigger.predicate || withheld && told == Predicate::Aided;
                clause.units[i].is(Class::Asset) || clause.units[i].kind == Kind::Noun && clause.tells(i, same)
            }
            // أودع مليار دولار, جمدت مساعداتها العسكرية: what is given, or was.
            None => clause.units[i].is(Class::Asset) || clause.tells(i, |told| told == Predicate::Aided),
        })
    }

    /// تحمل الجنسية التركية, تضم إنجلترا وويلز, تحتل المركز الأول: whether the words behind a verb show that it is meant in
    /// another sense.
    pub(super) fn means_another(&self, at: usize, trigger: &Trigger, shape: Shape, object: &Parties) -> bool {
        const BEHIND: usize = 9;
        // What one reports stands right behind whom one reports to.
        const REPORT: usize = 3;
        let units = self.clause.units;
        // "cut all ties with": what is cut stands before those with whom it was shared.
        let reach = match trigger.flags.needs {
            Some(Class::Report) => REPORT,
            // نسب الهجوم إلى إيران: nor what is said behind whom it is put down to.
            Some(Class::Tie | Class::Crime) => 0,
            _ => BEHIND,
        };
        let near = || units.iter().skip(at + 1).take((object.end + reach).saturating_sub(at + 1));
        let said = || near().take_while(|unit| !unit.is_stop());
        if let Some(class) = trigger.flags.needs {
            // الطائرة التي أسقطتها
            let before = self.clause.relative_before(at).map_or(0..0, |end| end.saturating_sub(BEHIND)..end);
            // "signed a partnership with", "the partnership that they launched"
            let before = if class == Class::Founding { at.saturating_sub(BEHIND)..at } else { before };
            // هجمات نسبتها كندا إلى, استقبال خصه به: an indefinite noun has no relative behind it.
            let resumed = matches!(class, Class::Crime | Class::Reception)
                && matches!(shape, Shape::Verb { object: Some(_), .. });
            let before = if resumed && before.is_empty() { at.saturating_sub(2)..at } else { before };
            // إرسال وفد is one unit.
            let named = class == Class::Deputation
                && (said().any(|unit| unit.delegation)
                    || units[at].kind == Kind::Noun && units[at].end > units[at].start + 1);
            // "downed a Russian warplane": one phrase of whose it is.
            let craft = class == Class::Craft
                && self.reader.lang == Lang::En
                && object.list.iter().all(|party| party.kind == PhraseKind::Agent);
            // نسبت تركيا الهجوم إلى داعش: any noun of force is a crime there.
            let force = |form: &Form| {
                self.clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Attacked)
            };
            // أسفه لموقف روسيا: one phrase of whose it is.
            let stance = class == Class::Fault
                && self.reader.lang == Lang::Ar
                && object.list.iter().all(|party| party.kind == PhraseKind::Agent);
            let craft = craft || stance;
            let host =
                |form: &Form| self.clause.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Hosted);
            let noun =
                |unit: &Unit, told: &dyn Fn(&Form) -> bool| unit.kind == Kind::Noun && unit.forms.iter().any(told);
            let shown = |unit: &Unit| {
                unit.is(class)
                    || class == Class::Crime && noun(unit, &force)
                    || class == Class::Reception && noun(unit, &host)
            };
            return !named && !craft && !said().any(shown) && !units[before].iter().any(shown);
        }
        // قاطعت جمعة محاكمة النظام, قاطعتها: who stays away from an event cuts off nobody.
        if trigger.flags.powers && trigger.predicate == Some(Predicate::Sanctioned) && self.reader.lang == Lang::Ar {
            let suffix = matches!(shape, Shape::Verb { object: Some(_), .. });
            let span = object.list.first().and_then(|party| party.span);
            let first = units
                .iter()
                .position(|unit| unit.phrase().is_some_and(|phrase| Some(self.clause.phrases[phrase].span) == span));
            let thing = first.and_then(|first| first.checked_sub(1)).is_some_and(|before| {
                before > at
                    && matches!(units[before].kind, Kind::Word | Kind::Noun)
                    && !units[before].has(|class| matches!(class, Class::Agent | Class::Staff))
            });
            return suffix && self.clause.relative_before(at).is_none() || thing;
        }
        if trigger.predicate == Some(Predicate::Seized)
            && trigger.flags.weak
            && trigger.object.first() == Some(&Slot::Object)
            && !self.is_taken(object.end)
        {
            return true;
        }
        let inside = || units.iter().take(object.end).skip(at + 1);
        if trigger.predicate == Some(Predicate::Seized) && inside().any(|unit| unit.is(Class::Rank)) {
            return true;
        }
        let to = self.clause.knowledge.lexicon.preposition_id("إلى");
        let to = |unit: &super::unit::Unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == to));
        let country = object.list.iter().any(|party| matches!(party.kind, PhraseKind::Country | PhraseKind::Demonym));
        let present = matches!(shape, Shape::Verb { tense: Tense::Present, .. });
        let members = present && (country || object.list.len() > 1) || object.list.len() > 2;
        trigger.flags.annexes && members && !units.get(object.end).is_some_and(to)
    }

    /// "attacked Aoun in a speech", "attacked Macron's policies": whether an English verb of force is meant of words, since it is in words that it
    /// was done or against them.
    pub(super) fn is_attack_in_words(&self, at: usize, object: &Parties) -> bool {
        const WORDS: usize = 4;
        let units = self.clause.units;
        let open = |i: &usize| !units[*i].is_stop() && units[*i].kind != Kind::Verb;
        let plain = |i: &usize| units[*i].phrase().is_none() && !units[*i].is_mark() && !units[*i].is_preposition();
        let word = |i: usize| units[i].phrase().is_none() && units[i].is(Class::Utterance);
        if self.reader.lang == Lang::Ar || units[at].kind != Kind::Verb || object.end <= at {
            return false;
        }
        let owned = object.end > 0 && object.end <= units.len() && units[object.end - 1].possessive;
        let his = owned
            && (object.end..units.len())
                .take(2)
                .take_while(plain)
                .any(|i| word(i) || units[i].has(|c| matches!(c, Class::Act | Class::Document)));
        let leads =
            ["in", "during", "on", "over"].iter().any(|word| {
                object.end + 1 < units.len() && object.end > at && self.clause.is_preposition_of(object.end, word)
            }) || units.get(object.end).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Circumstance));
        let token = |i: usize| self.word_at(i);
        // "attacked Macron for failing to", "for his remarks"
        let end = object.end;
        let reason = |i: usize| token(i).ends_with(b"ing") || matches!(token(i), b"his" | b"her" | b"its" | b"their");
        // "attacked Macron over human rights", but not "over the weekend", "over the border"
        let topic = || (end + 1..end + 4).all(|i| !self.begins_listed(WordList::OffTopic, i));
        let blamed =
            token(end) == b"for" && reason(end + 1) || token(end) == b"over" && end + 1 < units.len() && topic();
        // "attacked Macron, saying"
        let comma = units.get(end).is_some_and(|unit| unit.is_comma()) && end + 1 < units.len();
        let spoken = comma && self.begins_listed(WordList::Branding, end + 1);
        // "attacked Macron's record"
        let conduct = || (end..end + 3).any(|i| self.begins_listed(WordList::Record, i));
        let his = his || token(at).starts_with(b"attack") && owned && conduct();
        // "bombed Gaza over the raid", "Israel attacked Syria for its strikes": force; people attack with words.
        let human = |list: &[Party]| list.iter().any(|party| self.clause.is_human(party));
        let own = self.clause.subjects[at].as_ref();
        let people =
            token(at).starts_with(b"attack") && (human(&object.list) || own.is_some_and(|own| human(&own.list)));
        his || people && (blamed || spoken)
            || leads && (object.end + 1..units.len()).take(WORDS).take_while(open).any(word)
    }

    /// "took Kabul in a day": but not "took Israel to court", "took Iran hostage", "it would take Iran a year": whether an English verb of taking
    /// has no more to its object than when, where or how.
    fn is_taken(&self, end: usize) -> bool {
        let how = ["in", "after", "by", "on", "during", "within", "without", "with"];
        self.reader.lang == Lang::Ar
            || self.clause.units.get(end).is_none_or(|next| {
                next.is_mark()
                    || next.phrase().is_none()
                        && (how.iter().any(|word| self.clause.is_preposition_of(end, word))
                            || next.has(|c| {
                                matches!(c, Class::Conj | Class::Circumstance | Class::Day(_) | Class::Weekday(_))
                            }))
            })
    }

    /// رفض التدخلات الأمريكية, لاتهامها: of a noun of stance with a thing or an owner behind it an adjective is not whose stance it
    /// is; بالرصاص فلسطينيين: it agrees with its noun in the article.
    pub(super) fn is_of_thing(&self, at: usize, trigger: &Trigger, shape: Shape) -> bool {
        let Shape::Noun { definite, owner } = shape else { return false };
        let Some(next) = self.clause.units.get(at + 1).filter(|_| self.reader.lang == Lang::Ar) else { return false };
        let stance = matches!(
            trigger.predicate,
            Some(Predicate::Rejected | Predicate::Criticised | Predicate::Supported | Predicate::Praised)
        );
        let article = next.phrase().is_none() && self.clause.shapes[at + 1].article;
        let attracts = next.phrase().is_none() && next.is(Class::Attracts);
        stance && !definite && (owner.is_some() || article && !attracts)
    }

    /// Returns whether a noun of fighting is what two fight, and nobody stands behind a preposition whom they fight together.
    pub(super) fn fights_each_other(&self, at: usize) -> bool {
        const BEHIND: usize = 4;
        let clause = self.clause;
        let against = ["على", "ضد", "مع"].map(|form| clause.knowledge.lexicon.preposition_id(form));
        let behind = clause.units.iter().skip(at + 1).take(BEHIND).take_while(|unit| !unit.is_mark());
        let others = behind.into_iter().any(|unit| {
            unit.has(|class| matches!(class, Class::Prep(id) | Class::PrepPronoun(id) if against.contains(&Some(id))))
        });
        let fights = |verb: usize| clause.units[verb].means(&clause.knowledge.lexicon, Sense::Fights);
        let verb = (0..at)
            .rev()
            .take_while(|&before| !clause.units[before].is_stop())
            .find(|&before| clause.units[before].kind == Kind::Verb);
        let both = verb.filter(|&verb| fights(verb)).and_then(|verb| clause.subjects[verb].as_ref());
        !others && both.is_some_and(|both| both.list.len() == 2 && !both.carried)
    }

    /// زيارة تضامنية لقنديل: whether somebody stands with ل right behind a journey that no light verb has as its object.
    pub(super) fn is_made_by_guest(&self, at: usize) -> bool {
        const ADJECTIVES: usize = 2;
        let clause = self.clause;
        let behind = (at + 1..clause.units.len()).take(ADJECTIVES + 1);
        let guest = behind
            .take_while(|&i| clause.units[i].kind == Kind::Word || clause.units[i].phrase().is_some())
            .find(|&i| clause.units[i].phrase().is_some());
        let named = guest.is_some_and(|i| clause.units[i].clitics.has(Clitics::LI));
        let verb = (0..at)
            .rev()
            .take_while(|&before| !clause.units[before].is_stop())
            .find(|&before| clause.units[before].kind == Kind::Verb);
        let made = verb.is_some_and(|verb| {
            clause.units[verb].forms.iter().any(|form| {
                let row = clause.knowledge.lexicon.trigger(form.trigger);
                row.flags.light || row.is_journey()
            })
        });
        let circumstance = at > 0 && clause.units[at - 1].is(Class::Circumstance);
        self.reader.lang == Lang::Ar && named && (!made || circumstance)
    }

    /// استقبال الرئيس للوفد: whether guests stand right behind the genitive of a reception.
    pub(super) fn hosts_others(&self, at: usize, trigger: &Trigger) -> bool {
        let clause = self.clause;
        let reception = trigger.predicate == Some(Predicate::Hosted) && self.reader.lang == Lang::Ar;
        let end = if reception { clause.genitive(at).end } else { return false };
        let to = clause.knowledge.lexicon.preposition_id("ل");
        let him =
            |unit: &super::unit::Unit| unit.has(|class| matches!(class, Class::PrepPronoun(id) if Some(id) == to));
        // استقبال الوزير الكويتي، فلان، له
        let next = end + usize::from(clause.units.get(end).is_some_and(super::unit::Unit::is_comma));
        end > at
            && (clause.units.get(next).is_some_and(him)
                || clause.units.get(end).is_some_and(|unit| {
                    unit.clitics.has(Clitics::LI) || clause.shapes[end].preposition == Some(Clitics::LI)
                }))
    }

    /// اتهام إيران بدعم الإرهاب, لاتهامه بالفساد: right before what the charge is stands whom it is made of.
    pub(super) fn is_accused(&self, at: usize, trigger: &Trigger, end: usize) -> bool {
        let noun = self.clause.units[at].kind == Kind::Noun && self.reader.lang == Lang::Ar;
        let Some(next) = self.clause.units.get(end) else { return false };
        let with = next.clitics.has(Clitics::BI) || self.clause.shapes[end].preposition == Some(Clitics::BI);
        noun && trigger.flags.blames && with
    }
}
