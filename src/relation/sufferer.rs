//! Whom a deed is done to that a noun or a verb tells: behind its preposition, or as the one who is helped, blamed or hit.

use super::clause::{Clause, Parties, Party};
use super::light::{MOST_WORDS, Role};
use super::status::is_harm;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Family, Form, Predicate, PrepId, Slot, Tense, Trigger};
use crate::mention::PhraseKind;
use crate::text::Clitics;

impl Clause<'_> {
    /// رفض اتهامات أمريكا: to deny what one is accused of is not to refuse what another wants.
    pub(super) fn passes_blame(&self, from: usize, end: usize) -> bool {
        (from..end.min(self.units.len())).filter(|&at| self.units[at].kind == Kind::Noun).any(|at| {
            // جرائم إسرائيل: a deed that blames only where somebody says it is no blame itself.
            let rows = self.units[at].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger));
            rows.into_iter()
                .any(|row| row.predicate == Some(Predicate::Criticised) && row.subject.first() != Some(&Slot::Speaker))
        })
    }

    /// Returns whether a noun of contact stands between two units.
    pub(super) fn passes_contact(&self, from: usize, end: usize) -> bool {
        // رفض أمس خلال لقائه هولاند الاقتراح: on which occasion it was refused.
        let adverb = |unit: &Unit| {
            unit.phrase().is_none()
                && unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_) | Class::Skip))
        };
        let opens = |unit: &Unit| unit.phrase().is_none() && (unit.is(Class::Circumstance) || unit.is_preposition());
        let first = from + self.units[from.min(self.units.len())..].iter().take_while(|unit| adverb(unit)).count();
        let occasion = self.units.get(first).is_some_and(opens);
        let contact = |at: &usize| self.units[*at].kind == Kind::Noun && !(occasion && *at == first + 1);
        (from..end.min(self.units.len())).filter(contact).any(|at| {
            // رفض خطاب نصر الله: words, unlike a meeting, are refused themselves.
            self.tells(at, |predicate| predicate.family() == Family::Contact && predicate != Predicate::WroteTo)
        })
    }

    /// استنكر قتل المواطنين المصريين, أدان استهداف الرياض: whom a deed on the way to the object was done to is not blamed for it.
    ///
    /// A demonym right behind the deed says whose it is, and so does a genitive with the sufferer behind it.
    pub(super) fn suffers(&self, from: usize, found: &Parties) -> bool {
        let Some(party) = found.end.checked_sub(1) else { return false };
        let force = |predicate| matches!(predicate, Predicate::Attacked | Predicate::Seized | Predicate::Sanctioned);
        let Some(deed) = (from..party).rev().find(|&at| self.units[at].kind == Kind::Noun && self.tells(at, force))
        else {
            return false;
        };
        // قصف سلاح الجو الباكستاني ولاية كونر: whose the forces are that do it.
        let forces = (deed + 1..party).all(|at| self.units[at].phrase().is_none() && self.units[at].is(Class::Agent));
        if !forces && self.is_nationality_of_definite(deed, party) {
            return false;
        }
        if !forces || found.list.len() > 1 {
            return true;
        }
        // اغتيال التونسي فلان: with a name behind it the adjective is who he was.
        let named =
            self.unit_phrase(party + 1).is_some_and(|p| p.kind == PhraseKind::Person && p.clitics == Clitics::NONE);
        let doer = !named && self.unit_phrase(party).is_some_and(|p| p.kind == PhraseKind::Demonym);
        let transitive = self.units[deed].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            // هجمات بوكو حرام: but of a place alone the genitive is where it was.
            let taken = |slot| trigger.object.contains(&slot) && !trigger.flags.place;
            taken(Slot::SecondGenitive) || taken(Slot::Genitive)
        });
        // اغتيال المعارض التونسي المنسق العام لحزب: of a man a title behind him is his own.
        let man = self
            .unit_phrase(party)
            .is_some_and(|p| matches!(p.kind, PhraseKind::Agent | PhraseKind::Person | PhraseKind::Unknown));
        let sufferer = self.units.get(party + 1).is_some_and(|unit| {
            // استهداف الحوثيين للمدنيين
            let clinging = unit.kind == Kind::Word && self.shapes[party + 1].preposition == Some(Clitics::LI);
            unit.clitics.has(Clitics::LI)
                || clinging
                || unit.is_preposition()
                || unit.phrase().is_some() && unit.clitics == Clitics::NONE && !man && !named
                // قصف إسرائيل أراضيه, قصف تركيا مدينة عفرين
                || unit.phrase().is_none()
                    && unit.clitics == Clitics::NONE
                    && unit.has(|class| matches!(class, Class::OwnGround | Class::PlaceHead | Class::Land))
        });
        !doer && transitive && !sufferer
    }

    /// العدوان العسكري الإسرائيلي, الغارات الجديدة الروسية: whether a noun with the article has only adjectives with theirs before a nationality, which
    /// is one of them; not قتل المواطنين المصريين.
    fn is_nationality_of_definite(&self, noun: usize, at: usize) -> bool {
        let adjective = |i: usize| {
            let (unit, shape) = (&self.units[i], &self.shapes[i]);
            let word = unit.kind == Kind::Word || unit.has(|class| matches!(class, Class::TitleAdjective { .. }));
            word && unit.phrase().is_none() && unit.clitics == Clitics::NONE && shape.article && !shape.joined
        };
        let nationality = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Demonym);
        self.lang == Lang::Ar
            && nationality
            && self.shapes[at].definite
            && self.units[at].clitics == Clitics::NONE
            && (self.shapes[noun].article || self.units[noun].is_definite_noun())
            && (noun + 1..at).all(adjective)
    }

    /// إدانته لاغتيال فلان, نددت باعتقال فلان: takes out the man to whom something was done, who is not blamed, refused or
    /// threatened for it. Who did it would stand before a ل.
    pub(super) fn without_harmed(&self, trigger: &Trigger, parties: &mut Parties) {
        let stance =
            matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::Rejected | Predicate::Threatened));
        // طالب بإقالة الوزير: who is to be dismissed is blamed.
        // هدد باستهداف لبنان, باغتيال فلان: to whom it is to be done is threatened.
        let menace = trigger.object.iter().any(|slot| matches!(slot, Slot::Target(_)));
        if !stance || trigger.subject.first() == Some(&Slot::Demander) {
            return;
        }
        let harmed = |party: &Party| {
            // السلطات الإيرانية: those who act for a country do it.
            let man = matches!(party.kind, PhraseKind::Person | PhraseKind::Unknown);
            let named = |unit: &Unit| unit.phrase().is_some_and(|index| Some(self.phrases[index].span) == party.span);
            let at = self.units.iter().position(named).filter(|&at| at > 0 && self.bare_party(at));
            at.is_some_and(|at| {
                let deed = &self.units[at - 1];
                let done_by = self.units.get(at + 1).is_some_and(|unit| {
                    let clinging = unit.kind == Kind::Word && self.shapes[at + 1].preposition == Some(Clitics::LI);
                    unit.clitics.has(Clitics::LI) || clinging
                });
                // استهداف إسرائيل مدنيين: of a country or body only where nobody else can be meant.
                let alone = self.units.get(at + 1).is_none_or(|unit| unit.is_mark() || unit.is_preposition());
                // توعد بالرد على اغتيال القائد: but not the man for whose death one answers.
                let answered = || man && at > 1 && self.is_preposition_of(at - 2, "على");
                let harmed = deed.phrase().is_none() && deed.is(Class::Harm) && !done_by && (man || alone);
                harmed && (!menace || answered())
            })
        };
        parties.list.retain(|party| !harmed(party));
    }

    /// أسفرت غارة أمريكية عن مقتل زعيم الحركة, هجوم لحركة الشباب أدى إلى مقتل جنود كينيين: who was killed or hurt by the deed of force
    /// that a noun tells, by what came of it.
    pub(super) fn victim_of(&self, at: usize) -> Option<Parties> {
        const REACH: usize = 14;
        if self.lang != Lang::Ar || !self.tells(at, |told| told == Predicate::Attacked) {
            return None;
        }
        // هجوم مالي أدى إلى مقتل: where it was.
        let placed = self.unit_phrase(at + 1).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Country | PhraseKind::Place) && phrase.clitics == Clitics::NONE
        });
        if placed {
            return None;
        }
        let casualty = |i: usize| {
            let rows = self.units[i].forms.iter().map(|form| self.knowledge.lexicon.trigger(form.trigger).flags);
            self.units[i].kind == Kind::Noun && rows.into_iter().any(|flags| flags.receives)
        };
        let other = |i: usize| self.units[i].kind == Kind::Noun && self.tells(i, |told| told == Predicate::Attacked);
        let open = |i: &usize| !self.units[*i].is_stop() && !self.units[*i].is(Class::Complement);
        let victim = (at + 1..self.units.len().min(at + REACH))
            .take_while(open)
            .find(|&i| casualty(i) || other(i))
            .filter(|&i| casualty(i))?;
        let before = &self.units[victim - 1];
        let to = ["عن", "إلى", "في"].map(|word| self.knowledge.lexicon.preposition_id(word));
        let led = self.units[victim].clitics.has(Clitics::BI)
            || before.has(|class| matches!(class, Class::Prep(id) if to.contains(&Some(id))));
        // ندد بالغارة التي أسفرت عن مقتل: a verb of what came of it, which tells nothing else.
        let silent = |unit: &Unit| {
            unit.forms.iter().all(|form| self.knowledge.lexicon.trigger(form.trigger).predicate.is_none())
        };
        let verbs = (at + 1..victim).filter(|&i| self.units[i].kind == Kind::Verb);
        let told =
            verbs.into_iter().all(|verb| silent(&self.units[verb])) && !self.units[victim].clitics.has_conjunction();
        if !led || !told {
            return None;
        }
        let own = self.genitive(victim);
        let named = if own.is_empty() { self.owner_of_thing(victim + 1, 0)? } else { own };
        Some(Parties { confidence: 0.8, end: at + 1, ..named }).filter(|found| !found.is_empty())
    }

    /// تعرضت سوريا لقصف: to whom it is done, by the verb of receiving whose object the noun is.
    ///
    /// بدعم من إيران يواصل الحوثيون: with ب on a noun of `help` it is whoever acts in the clause.
    pub(super) fn receiver_of_noun(&self, at: usize, help: bool) -> Parties {
        let found = self.party_of_light(at, Role::Receiver);
        let found = if found.is_empty() { self.victim_of(at).unwrap_or(found) } else { found };
        // اتهمه بتلقي أسلحة من إيران: who is accused of what he has received.
        let blamed = at > 0 && self.units[at - 1].kind == Kind::Noun && self.has_role(at - 1, Role::Receiver);
        let found = if found.is_empty() && blamed && self.lang == Lang::Ar { self.accused(at - 1) } else { found };
        if found.is_empty() && help && self.units[at].clitics.has(Clitics::BI) && !self.is_judged_by_verb(at) {
            return self.control(at);
        }
        found
    }

    /// دعا فلان نظيره إلى خطوات من جانب بلاده: whether a verb has somebody right behind its own subject, so that it is no passive.
    pub(super) fn has_both_sides(&self, at: usize) -> bool {
        let own = self.subjects.get(at).and_then(Option::as_ref).filter(|own| !own.carried && own.list.len() == 1);
        let other = |end: usize| {
            self.unit_phrase(end).is_some_and(|phrase| {
                phrase.clitics == Clitics::NONE
                    && matches!(phrase.kind, PhraseKind::Person | PhraseKind::Counterpart | PhraseKind::Country)
            })
        };
        self.units[at].kind == Kind::Verb && own.is_some_and(|own| own.end > at + 1 && other(own.end))
    }

    /// قصف مواقع التنظيم من قبل روسيا: the agent of a passive, where nothing between may claim it.
    pub(super) fn passive_agent(&self, at: usize) -> Option<Parties> {
        if !self.held.may_name_agent(at + 1) {
            return None;
        }
        let mut words = 0;
        for next in at + 1..self.units.len() {
            let unit = &self.units[next];
            let side = || self.shapes.get(next + 1).is_some_and(|shape| shape.side);
            // التهديدات الموجهة من واشنطن إلى تركيا: a noun's own participle tells that it is no other "from".
            // تأكيد مقتل فلان صدر من الجزائر: but of a death it is only told.
            let sent = || {
                self.units[at].kind == Kind::Noun
                    && next > at + 1
                    && self.units[next - 1].is(Class::Origin)
                    && !self.tells(at, |told| told == Predicate::Attacked)
            };
            if self.is_agentive(unit) || self.is_from(unit) && (side() || sent()) {
                // طالبت الوزارة سرعة موافاتها من قبل الإمارات: by whom the noun before it is done.
                let owned = self.lang == Lang::Ar
                    && next > at + 1
                    && self.units[next - 1].kind == Kind::Word
                    && self.shapes[next - 1].suffix
                    && self.units[at].kind == Kind::Verb;
                if owned || self.is_of_thing_before(at, next) {
                    return None;
                }
                let found = self.governed(next, false)?;
                return (!found.is_empty()).then_some(Parties { confidence: 0.85, ..found });
            }
            // مساندة مجلس النواب في انتظار التصويت عليه من قبل الشيوخ: another word between, by its pronoun, is what they do.
            let another = self.units[at].kind == Kind::Noun
                && next > at + 1
                && unit.has(|class| matches!(class, Class::PrepPronoun(_)));
            if another {
                return None;
            }
            // تحرير الموصل من قبضة داعش على يد العراق: who held it stands between.
            // سيستقبل خلال الزيارة من طرف الرئيس: over when it is done.
            let during = unit.is_definite_noun() && self.units[next - 1].is(Class::Circumstance);
            // تزويد سوريا بالسلاح من قبل روسيا: over what is given.
            let given = unit.clitics.has(Clitics::BI) && self.tells(at, |told| told == Predicate::Aided);
            let from = unit.kind == Kind::Noun && (during || given || self.takes_back(next));
            // التهديدات الموجهة إلى تركيا من قبل واشنطن: over its own participle.
            let own = self.units[at].kind == Kind::Noun && unit.phrase().is_none() && unit.is(Class::Origin);
            if !own && (self.limit(next) || unit.kind == Kind::Noun && !from) || words > MOST_WORDS {
                return None;
            }
            words += usize::from(unit.kind == Kind::Word);
        }
        None
    }

    /// عقوبات استهدفت روسيا, العقوبات التي طالت إيران: whether a verb without a subject of its own stands right behind sanctions, or behind
    /// their relative.
    /// استهدف هجوم قاعدة أمريكية في العراق: whether right behind a verb of force stands a deed of which nobody says whose it is, so that those
    /// named behind it are hit and do not hit.
    pub(super) fn is_hit_by_unnamed(&self, at: usize, trigger: &Trigger, id: PrepId) -> bool {
        let verb = if self.units[at].kind == Kind::Noun { at.saturating_sub(1) } else { at };
        let deed = self.lang == Lang::Ar
            && trigger.predicate == Some(Predicate::Attacked)
            && self.units[verb].kind == Kind::Verb
            && !self.is_light(verb)
            && self.knowledge.lexicon.preposition_id("في") == Some(id)
            && self.units.get(verb + 1).is_some_and(|noun| {
                noun.kind == Kind::Noun && noun.clitics == Clitics::NONE && !noun.is_definite_noun()
            })
            && self.tells(verb + 1, |told| told == Predicate::Attacked);
        // استهدفت غارة إسرائيلية موقعا في لبنان: but its own nationality tells whose it is.
        let own = self
            .unit_phrase(verb + 2)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE);
        deed && !own
    }

    pub(super) fn is_deed_of_sanctions(&self, at: usize) -> bool {
        let relative = at > 0 && self.units[at - 1].is(Class::Relative);
        let own = self.subjects[at].as_ref().is_some_and(|found| !found.carried && found.end > at);
        let noun = at.checked_sub(1 + usize::from(relative)).map(|noun| &self.units[noun]);
        self.lang == Lang::Ar
            && !own
            && self.units[at].kind == Kind::Verb
            && noun.is_some_and(|noun| {
                noun.kind == Kind::Noun
                    && noun.forms.iter().any(|form| {
                        self.knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Sanctioned)
                    })
            })
    }

    /// أدانت بغداد احتلال الموصل من قبل داعش, ندد باقتحام المسجد من جانب إسرائيل: who does the deed that a stance is about, told from a unit on,
    /// behind "by".
    pub(super) fn agent_of_deed(&self, from: usize, preposition: Option<PrepId>) -> Option<Parties> {
        let led = from < self.units.len() && preposition.is_some_and(|id| self.has_clitic(from, id));
        let start = if led { from } else { self.skip_adverbials(from) };
        let alone = |id: PrepId| self.units[start].kind == Kind::Function && self.governs(start, id);
        let noun = match preposition {
            _ if self.lang == Lang::En || start >= self.units.len() => return None,
            None => Some(start),
            Some(id) if self.has_clitic(start, id) => Some(start),
            Some(id) => alone(id).then_some(start + 1),
        };
        let deed = |&at: &usize| self.units.get(at).is_some_and(|unit| matches!(unit.kind, Kind::Noun | Kind::Word));
        self.passive_agent(noun.filter(deed)?)
    }

    /// Returns whether "by" stands right behind a verb, over adverbs.
    pub(super) fn agent_is_next(&self, at: usize) -> bool {
        self.units.get(self.skip_adverbs(at + 1)).is_some_and(|unit| self.is_agentive(unit))
    }

    /// استعادة الموصل من أيدي داعش: whether a unit says in whose hands is what a word before it tells to be taken.
    pub(super) fn is_taken_back(&self, at: usize) -> bool {
        const NEAR: usize = 5;
        let seized = |told| told == Predicate::Seized;
        self.lang == Lang::Ar
            && self.takes_back(at)
            && (at.saturating_sub(NEAR)..at)
                .any(|i| matches!(self.units[i].kind, Kind::Noun | Kind::Verb) && self.tells(i, seized))
    }

    /// Returns whether the noun at a unit says in whose hands the party before it is.
    fn takes_back(&self, at: usize) -> bool {
        self.units[at].forms.iter().any(|form| {
            let trigger = self.knowledge.lexicon.trigger(form.trigger);
            trigger.predicate == Some(Predicate::Seized) && trigger.object.contains(&Slot::Before)
        })
    }

    /// من قبل, من جانب, على يد: prepositions of two words that stand for "by".
    pub(super) fn is_agentive(&self, unit: &Unit) -> bool {
        unit.kind == Kind::Function && unit.end == unit.start + 2 && self.is_from(unit)
    }

    /// Returns whether a slot is "from", and no "by" stands behind a unit.
    pub(super) fn is_from_without_by(&self, at: usize, slot: Slot) -> bool {
        const REACH: usize = 8;
        let from = self.knowledge.lexicon.preposition_id("من").map(Slot::Prep);
        let end = self.units.len().min(at + REACH);
        from == Some(slot) && !self.units[at + 1..end].iter().any(|unit| self.is_agentive(unit))
    }

    /// هدد بضرب إيران, بفرض عقوبات على روسيا: to whom the deed behind a preposition is to be done.
    ///
    /// Of a promise only what helps somebody counts: تعهد بالدفاع عن بولندا.
    pub(super) fn target_of_deed(&self, at: usize, preposition: PrepId, help: bool) -> Parties {
        const REACH: usize = 6;
        let words: &[&str] = if help { &["عن", "ل"] } else { &["على", "ضد"] };
        let mut towards: Vec<PrepId> =
            words.iter().filter_map(|word| self.knowledge.lexicon.preposition_id(word)).collect();
        let from = self.subjects[at].as_ref().filter(|s| !s.carried).map_or(at + 1, |s| s.end.max(at + 1));
        // هدد ترامب الثلاثاء، في خطاب له، بتدمير
        let dated = self.units.get(from).is_some_and(|unit| {
            unit.kind == Kind::Function && unit.has(|class| matches!(class, Class::Day(_) | Class::Weekday(_)))
        });
        let aside = self.units.get(from + 1).is_some_and(Unit::is_comma);
        let from = from + usize::from(self.lang == Lang::Ar && dated && aside);
        // تعهد أوباما، الثلاثاء، بتقديم: over adverbs between commas.
        let comma = self.units.get(from).is_some_and(Unit::is_comma);
        let over = if comma { self.over_parenthesis(from) } else { None };
        let over = over.map(|next| next + usize::from(self.units[next].is_comma()));
        let from = over.or_else(|| self.past_setting(from, preposition).filter(|_| comma)).unwrap_or(from);
        if help && let Some(found) = self.helped_in_clause(from) {
            return found;
        }
        let own = |at: usize| self.units[at].is(Class::OwnLand);
        // هدد بـ"تدمير كوريا الشمالية": the preposition stands before the quotation.
        let alone = |next: usize| {
            self.lang == Lang::Ar
                && self.units[next].kind == Kind::Function
                && self.units[next].is(Class::Prep(preposition))
        };
        // هدد بإلغاء الاتفاق
        let halts = |next: usize| self.units[next].is(Class::Halting) && self.has_bi(next);
        // تعهد دعم العراق, تعهد تقديم مساعدات للعراق: newspapers of the Levant leave the preposition out.
        let bare = |next: usize| {
            let unit = &self.units[next];
            help && self.lang == Lang::Ar
                && next == from
                && unit.phrase().is_none()
                && unit.kind == Kind::Noun
                && unit.clitics == Clitics::NONE
                && !unit.is_definite_noun()
                && (self.is_light(next)
                    || self.tells(next, |told| matches!(told, Predicate::Supported | Predicate::Aided)))
        };
        let leads = |next: &usize| {
            !own(*next) && (bare(*next) || self.has_clitic(*next, preposition) || alone(*next) || !help && halts(*next))
        };
        let Some(deed) = (from..self.units.len().min(from + 2))
            .find(leads)
            .map(|next| next + usize::from(alone(next)))
            .filter(|&deed| deed < self.units.len())
        else {
            return Parties::default();
        };
        let helps = |predicate| matches!(predicate, Predicate::Supported | Predicate::Aided);
        // تعهد برفع العقوبات عن كوبا
        let wanted = |at: usize| {
            if help { self.tells(at, helps) || self.lifts(at) } else { self.tells(at, is_harm) }
        };
        // تعهد بمواصلة دعم لبنان: what he will go on with.
        // هدد باستئناف قصف إيران, تعهد بإعادة فرض العقوبات عليها
        let further = |next: usize| wanted(next) || !help && self.is_light(next);
        let plain = !help
            && matches!(self.units[deed].kind, Kind::Noun | Kind::Function)
            && !self.units[deed].has(|class| matches!(class, Class::Halting | Class::Ending));
        let goes_on = (self.units[deed].kind == Kind::Word || plain)
            && !(wanted(deed) || self.is_light(deed) || self.lifts(deed))
            && !self.shapes[deed].definite
            && self
                .units
                .get(deed + 1)
                .is_some_and(|unit| unit.kind == Kind::Noun && unit.clitics == Clitics::NONE && further(deed + 1));
        let deed = deed + usize::from(goes_on);
        // تعهد بتقديم مساعدات: the light noun and what it carries.
        let carried = self.is_light(deed) && {
            let noun = (deed + 1..self.units.len().min(deed + 4)).find(|&next| self.units[next].kind == Kind::Noun);
            noun.is_some_and(wanted)
        };
        // برفع العقوبات المفروضة على إيران
        if help && self.lifts(deed) {
            towards.extend(self.knowledge.lexicon.preposition_id("على"));
        }
        let welfare = self.units[deed].is(Class::Welfare);
        if help && !welfare && !wanted(deed) && !carried {
            return Parties::default();
        }
        // تعهد بدعم سوريا, برفع العقوبات عنها: a promise is a threat only where it is one of harm (تعهد بتدمير الحركة).
        let promise = !help && self.tells(at, |told| told == Predicate::Promised);
        if promise && (self.lifts(deed) || !wanted(deed) && !carried) {
            return Parties::default();
        }
        // بقطع العلاقات مع إسرائيل, بالوقوف إلى جانب إسرائيل: the deed's own preposition.
        let own = |at: usize| {
            (deed..at.min(deed + 4)).filter(|&noun| wanted(noun)).any(|noun| {
                self.units[noun].forms.iter().any(|form| {
                    self.knowledge.lexicon.trigger(form.trigger).object.iter().any(|slot| match slot {
                        Slot::Prep(id) => self.governs(at, *id),
                        _ => false,
                    })
                })
            })
        };
        // هدد بالإطاحة بمادورو, توعد بالانتقام من فرنسا: the harm takes a preposition right behind it.
        let harm = !help && self.lang == Lang::Ar && self.units[deed].is(Class::Harm);
        let taken = ["ب", "من"].map(|word| self.knowledge.lexicon.preposition_id(word));
        let harmed = |next: usize| harm && next == deed + 1 && taken.iter().flatten().any(|&id| self.governs(next, id));
        // هدد بإلغاء الاتفاق مع روسيا, لوح بوقف التعاون مع إيران: with whom it is ended.
        let ends = !help
            && self.lang == Lang::Ar
            && self.units[deed].has(|class| matches!(class, Class::Halting | Class::Ending | Class::Denied));
        let with = self.knowledge.lexicon.preposition_id("مع").filter(|_| ends);
        // لوح بالتدخل عسكريا في النيجر
        let meddles = !help && self.units[deed].is(Class::Acting) && self.units[deed].is(Class::Wrong);
        let inside = self.knowledge.lexicon.preposition_id("في");
        let mut transitive = true;
        for next in deed + 1..self.units.len().min(deed + 1 + REACH) {
            let unit = &self.units[next];
            // باغتيال فلان حال عودته لباكستان: when it is to be done is not to whom.
            let when = self.lang == Lang::Ar
                && unit.phrase().is_none()
                && (unit.has(|c| matches!(c, Class::Circumstance | Class::If))
                    || next > deed + 1
                        && unit.owner().is_some()
                        && self.tells(next, |told| told == Predicate::Visited));
            if self.limit(next) || unit.is_comma() || when {
                break;
            }
            let into = meddles && inside.is_some_and(|id| self.governs(next, id));
            let against = harmed(next) || with.is_some_and(|id| self.governs(next, id));
            if into || against || towards.iter().any(|&id| self.governs(next, id)) || own(next) {
                // بفرض رسوم على سلع صينية: whose the goods are.
                let goods = || self.belongings(deed, next).filter(|_| !help);
                let found = self.governed(next, true).filter(|found| !found.is_empty()).or_else(goods);
                return found.map(|found| Parties { confidence: 0.8, ..found }).unwrap_or_default();
            }
            // بضرب القواعد الأمريكية: whose the thing is.
            let adjective = self
                .unit_phrase(next)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Demonym && phrase.clitics == Clitics::NONE);
            let word = |i: usize| match self.units[i].kind {
                Kind::Word => true,
                Kind::Function => self.shapes[i].article,
                // منظومات الدفاع الجوي
                Kind::Noun => self.lang == Lang::Ar && self.units[i].is_definite_noun(),
                _ => false,
            };
            let thing = deed + 1 < next && (deed + 1..next).all(word);
            // بتدمير الاقتصاد التركي
            let destroys =
                self.tells(deed, |told| told == Predicate::Attacked) || harm || self.units[deed].is(Class::Opposing);
            if adjective && thing && !help && destroys {
                return Parties::new(self.parties_of(next), 0.75, next + 1);
            }
            // بقصف مواقع حزب الله, بضرب منشآت إيران
            let power = self.bare_party(next)
                && self.unit_phrase(next).is_some_and(|phrase| {
                    matches!(phrase.kind, PhraseKind::Body | PhraseKind::Agent | PhraseKind::Country)
                });
            let things = (deed + 1..next).all(|i| self.units[i].kind == Kind::Word && !self.shapes[i].article);
            if self.lang == Lang::Ar && power && thing && things && !help && destroys {
                return Parties { confidence: 0.75, ..self.list(next) };
            }
            // هدد بقصف الرياض, but not بمغادرة القاهرة: a town is only hit.
            let spared = self.unit_phrase(next).is_some_and(|phrase| phrase.kind == PhraseKind::Place)
                && !wanted(deed)
                && !self.units[deed].is(Class::Harm);
            if transitive && self.bare_party(next) && next == deed + 1 && !spared {
                return Parties { confidence: 0.85, ..self.list(next) };
            }
            let effort = usize::from(self.units[next].is(Class::Effort) && self.units[next].clitics == Clitics::NONE);
            // بدعم جهود السودان, بدعم الشعب الفلسطيني: whose the thing is that is helped.
            if transitive
                && help
                && next == deed + 1
                && wanted(deed)
                && !carried
                && let Some(found) = self.owner_of_thing(next + effort, effort)
            {
                return Parties { confidence: 0.8, ..found };
            }
            transitive = false;
        }
        Parties::default()
    }

    /// هدد بتدمير غزة والقضاء على حماس, بقصف إيران وفرض عقوبات على روسيا: adds whom the further deeds of a threat are to be done to.
    pub(super) fn further_targets(&self, found: &mut Parties) {
        const MOST: usize = 3;
        const NEAR: usize = 3;
        let towards = ["على", "ضد"].map(|word| self.knowledge.lexicon.preposition_id(word));
        let harms = |at: usize| {
            self.tells(at, is_harm) || self.units[at].has(|class| matches!(class, Class::Opposing | Class::Harm))
        };
        for _ in 0..MOST {
            let deed = found.end;
            let Some(unit) = self.units.get(deed).filter(|_| !found.is_empty()) else { return };
            let joined = unit.clitics.has_conjunction() || self.shapes[deed].joined;
            let noun = unit.phrase().is_none() && matches!(unit.kind, Kind::Noun | Kind::Word);
            let end = self.units.len().min(deed + 1 + NEAR);
            let carried =
                || self.is_light(deed) && (deed + 1..end).any(|at| self.units[at].kind == Kind::Noun && harms(at));
            if !joined || !noun || !(harms(deed) || carried()) {
                return;
            }
            let bare = self.bare_party(deed + 1) && harms(deed);
            let on = |at: &usize| towards.iter().flatten().any(|&id| self.governs(*at, id));
            let further = if bare {
                Some(self.list(deed + 1))
            } else {
                let open = |at: &usize| !self.limit(*at) && !self.units[*at].is_comma();
                (deed + 1..end).take_while(open).find(on).and_then(|at| self.governed(at, true))
            };
            let Some(further) = further.filter(|further| !further.is_empty() && further.end > deed) else { return };
            found.list.extend(further.list);
            found.end = further.end;
        }
    }

    /// هدد بالانسحاب إذا لم ترفع واشنطن العقوبات, لوحت بالرد في حال فرض الاتحاد الأوروبي عقوبات: who is to do, or not to do, what
    /// a threat is made to depend on. `warns` where it may be no threat, but a warning of what comes of it, as حذر من: there only of
    /// what somebody is not to leave undone.
    pub(super) fn doer_of_condition(&self, at: usize, warns: bool) -> Parties {
        const REACH: usize = 24;
        const NEAR: usize = 3;
        if self.lang == Lang::En {
            return self.doer_of_if(at);
        }
        let open = |at: &usize| {
            let unit = &self.units[*at];
            // سترد: what one will do says nothing yet.
            let says = unit.kind == Kind::Verb && unit.tense() != Some(Tense::Future) && self.tells_speech(*at);
            !unit.is_stop() && unit.kind != Kind::Participle && !says
        };
        let condition = |at: &usize| self.units[*at].phrase().is_none() && self.units[*at].is(Class::If);
        let end = self.units.len();
        let Some(condition) = (at + 1..end.min(at + REACH)).take_while(open).find(condition) else {
            return Parties::default();
        };
        let particle = |at: &usize| {
            self.units[*at].phrase().is_none()
                && self.units[*at].has(|c| matches!(c, Class::Negation | Class::Qad | Class::Future | Class::Skip))
        };
        let head = (condition + 1..end.min(condition + NEAR)).find(|at| !particle(at)).filter(open);
        let Some(head) = head else { return Parties::default() };
        let left_undone = (condition..head).any(|at| self.units[at].is(Class::Negation));
        let found = match self.units[head].kind {
            _ if warns && !left_undone && !self.menaces_between(at + 1, condition) => None,
            // إذا تعرضت إسرائيل لهجوم: who only suffers is not threatened.
            Kind::Verb if self.only_suffers(head) => None,
            Kind::Verb => self.subjects[head].clone().filter(|found| !found.carried),
            // في حال فرض الاتحاد الأوروبي عقوبات, في حال عدم استجابة الحكومة
            Kind::Noun | Kind::Word if !self.shapes[head].article => {
                let none = usize::from(self.units[head].is(Class::Denied) || self.units[head].is(Class::Fault));
                let deed = if self.bare_party(head + 1) { head } else { head + none };
                Some(deed + 1).filter(|&party| self.bare_party(party)).map(|party| self.list(party))
            }
            _ => None,
        };
        found.map(|found| Parties { confidence: 0.85, ..found }).unwrap_or_default()
    }

    /// حذر من عواقب وخيمة إذا, حذر من أن بلاده سترد إذا: whether what a warning is of is what the one who warns will do, and no danger.
    fn menaces_between(&self, from: usize, end: usize) -> bool {
        let burden = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Burden) && !unit.is(Class::Report);
        let units = &self.units[from..end];
        let own = units.iter().any(|unit| unit.phrase().is_none() && unit.is(Class::OwnLand));
        let will = |unit: &Unit| unit.tense() == Some(Tense::Future);
        units.iter().any(burden) || own && units.iter().any(will)
    }

    /// "threatened sanctions if Assad interferes", "warned that it would act unless Turkey backed down": who does what an English threat behind a verb
    /// depends on; a warning is one only where it tells what will be, or for who leaves something undone.
    fn doer_of_if(&self, at: usize) -> Parties {
        const REACH: usize = 24;
        const NEAR: usize = 5;
        let open = |at: &usize| !self.units[*at].is_stop() && !self.units[*at].is_comma();
        let condition = |at: &usize| self.units[*at].phrase().is_none() && self.units[*at].is(Class::If);
        let end = self.units.len();
        let Some(condition) = (at + 1..end.min(at + REACH)).take_while(open).find(condition) else {
            return Parties::default();
        };
        let who = condition + 1;
        if who >= end || !self.bare_party(who) || self.units[who].case.is_some() {
            return Parties::default();
        }
        let found = self.list(who);
        let verb = (found.end..end.min(found.end + NEAR)).take_while(open).find(|&i| {
            self.units[i].kind == Kind::Verb || self.units[i].kind == Kind::Word && !self.units[i].is_preposition()
        });
        let none = |i: usize| self.units[i].has(|c| matches!(c, Class::Negation | Class::Denied | Class::Failed));
        let left_undone = || verb.is_some_and(|verb| (found.end..=verb).any(none));
        let will = || (at + 1..condition).any(|i| self.units[i].phrase().is_none() && self.units[i].is(Class::Future));
        if verb.is_none() || self.is_object_control(at) && !will() && !left_undone() {
            return Parties::default();
        }
        Parties { confidence: 0.8, ..found }
    }

    /// تعرضت إسرائيل لهجوم, تلقت سوريا مساعدات: whether the subject of a verb is who something is done to.
    fn only_suffers(&self, verb: usize) -> bool {
        let receives = |form: &Form| {
            let flags = &self.knowledge.lexicon.trigger(form.trigger).flags;
            flags.receives && !flags.answers
        };
        self.units[verb].forms.iter().any(receives)
    }

    /// هدد ترامب، في خطاب له أمام الجمعية العامة، بتدمير: one past an aside between commas that says where or when, with the preposition of
    /// the deed behind it.
    fn past_setting(&self, comma: usize, preposition: PrepId) -> Option<usize> {
        const LONGEST: usize = 16;
        let opens = self.units.get(comma + 1).is_some_and(|next| {
            next.is_preposition()
                || next.has(|c| matches!(c, Class::Circumstance | Class::Day(_) | Class::Weekday(_) | Class::Relative))
        });
        let units = self.units.len();
        let end = (comma + 2..units.min(comma + LONGEST)).find(|&at| self.units[at].is_mark()).filter(|_| opens)?;
        let leads = |at: usize| {
            self.has_clitic(at, preposition) || self.units[at].kind == Kind::Function && self.governs(at, preposition)
        };
        (self.units[end].is_comma() && end + 1 < units && leads(end + 1)).then_some(end + 1)
    }

    /// وعد بأن بلاده ستساعد لبنان: whom the verb behind "that" is to help.
    fn helped_in_clause(&self, from: usize) -> Option<Parties> {
        const REACH: usize = 8;
        let open = |at: &usize| !self.limit(*at) && !self.units[*at].is_mark();
        let end = self.units.len();
        let that = (from..end.min(from + 3)).find(|at| !open(at))?;
        if self.lang != Lang::Ar || !self.units[that].is(Class::Complement) {
            return None;
        }
        let verb = (that + 1..end.min(that + REACH)).find(|at| !open(at))?;
        // بأن تواصل بلاده, بأن تقدم بلاده: right behind "that" it is no past tense, whatever it is spelt like.
        let to_come = verb == that + 1 || matches!(self.units[verb].tense()?, Tense::Future | Tense::Present);
        let helps = |at: usize| self.tells(at, |told| matches!(told, Predicate::Supported | Predicate::Aided));
        if to_come && !helps(verb) {
            return self.help_carried(verb).filter(|_| self.is_light(verb));
        }
        if !to_come || !helps(verb) {
            return None;
        }
        let behind = self.subjects.get(verb)?.as_ref().filter(|s| !s.carried).map_or(verb + 1, |s| s.end.max(verb + 1));
        let found = self.object(behind, true);
        (!found.is_empty()).then_some(Parties { confidence: 0.8, ..found })
    }

    /// تعهد بأن تواصل بلاده دعم لبنان: whom the support is for that a light verb has as its object.
    fn help_carried(&self, verb: usize) -> Option<Parties> {
        const WORDS: usize = 5;
        let helps = |at: usize| self.tells(at, |told| told == Predicate::Supported);
        let open = |at: &usize| !self.units[*at].is_mark() && self.units[*at].kind != Kind::Verb;
        let end = self.units.len().min(verb + 1 + WORDS);
        let noun =
            (verb + 1..end).take_while(open).find(|&at| self.units[at].kind == Kind::Noun).filter(|&at| helps(at))?;
        let genitive = Some(self.genitive(noun)).filter(|found| !found.is_empty());
        let led = || {
            let to = (noun + 1..self.units.len().min(noun + WORDS))
                .take_while(open)
                .find(|&at| self.unit_phrase(at).is_some())?;
            let clitic = self.units[to].clitics == Clitics::LI;
            let before = ["إلى", "مع"].iter().any(|word| self.is_preposition_of(to - 1, word));
            (clitic || before).then(|| self.list(to))
        };
        genitive.or_else(led).map(|found| Parties { confidence: 0.8, ..found })
    }

    /// Returns whether a verb, or a noun that a light verb carries, stands in the clause of what somebody promises: تعهد بأن تدعم بلاده لبنان.
    pub(super) fn is_promised(&self, at: usize) -> bool {
        const REACH: usize = 8;
        let verb = if self.units[at].kind == Kind::Noun && self.tells(at, |told| told == Predicate::Supported) {
            (at.saturating_sub(REACH)..at)
                .rev()
                .take_while(|&i| !self.units[i].is_mark())
                .find(|&i| self.units[i].kind == Kind::Verb)
                .filter(|&i| self.is_light(i))
        } else {
            Some(at).filter(|&at| self.units[at].kind == Kind::Verb)
        };
        let Some(verb) = verb else { return false };
        let that = (verb.saturating_sub(REACH)..verb).rev().find(|&at| self.limit(at));
        let Some(that) = that.filter(|&at| self.units[at].is(Class::Complement)) else { return false };
        let promise = (that.saturating_sub(REACH)..that)
            .rev()
            .find(|&at| matches!(self.units[at].kind, Kind::Verb | Kind::Participle) || self.units[at].is_stop());
        promise.is_some_and(|at| self.tells(at, |predicate| predicate == Predicate::Promised))
    }
}
