//! Capitals: the city, or the government that sits there.

use smallvec::SmallVec;

use super::kind::MentionType;
use super::name::YEH;
use super::phrase::Referent;
use super::reader::Reader;
use super::scan::Hit;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{AliasKind, EntityKind};
use crate::lexicon::{Class, Form, Item, Predicate, PrepId, Shape, Slot};
use crate::text::fold::LAM;
use crate::text::{Clitics, Gap};

impl Reader<'_> {
    /// الخطوة التي قامت بها واشنطن, دعت إليها القاهرة: whether a preposition with a pronoun stands right behind a verb, so that who stands behind
    /// both does what is told.
    fn acts_on_it(&self, at: usize) -> bool {
        let towards = |class| {
            matches!(class, Class::PrepPronoun(id) if ["ب", "على", "عن", "إلى"]
                .iter()
                .any(|word| self.knowledge.lexicon.preposition_id(word) == Some(id)))
        };
        at > self.range.0
            && self.tokens.tokens[at].gap.is_weak()
            && self.class(at, Kinds::WORD, towards).is_some()
            && self.may_be_verb(at - 1)
            && !self.arrives(at - 1)
            && !self.is_service(at - 1)
    }

    /// Returns whether a capital city stands for its government here, rather than for a place.
    ///
    /// It does where it acts (next to a finite verb, behind "that"), where it is a side (بين, مع, ضد), and in a pair
    /// with another government.
    pub(super) fn acts(&self, at: usize, hit: &Hit) -> bool {
        let end = hit.end as usize;
        if hit.clitics.has(Clitics::BI) || self.is_stop_of_journey(end) {
            return false;
        }
        if self.lang == Lang::En && self.acts_in_english(at, end) {
            return true;
        }
        if at == self.range.0 && self.is_dateline(end) {
            return false;
        }
        let pair = |index: usize, conjunction: bool| {
            index < self.range.1
                && self.scan.at(index).iter().any(|other| {
                    other.clitics.has_conjunction() == conjunction
                        && self.knowledge.dictionary.payloads(other.node).any(|payload| match payload {
                            Payload::Alias(alias) => {
                                let alias = self.knowledge.gazetteer.alias(alias);
                                alias.kind == AliasKind::Metonym
                                    || self.knowledge.gazetteer.get(alias.entity).kind == EntityKind::Country
                            }
                            _ => false,
                        })
                })
        };
        if at > self.range.0 {
            let before = at - 1;
            let gap = self.tokens.tokens[at].gap;
            let tight = gap.is_weak() || self.tokens.tokens[at].quote;
            if tight
                && hit.clitics.has_conjunction()
                && let Some(found) = self.mentions.last()
                && self.tokens.tokens[before].span.end == found.span.end
                && let Referent::Known(key) = found.referent
            {
                return self.knowledge.gazetteer.get(key).kind != EntityKind::City;
            }
            if tight && self.is_ground(before) {
                return false;
            }
            if tight && self.lang == Lang::Ar && self.is_addressed(at, hit) {
                return true;
            }
            if tight && hit.clitics == Clitics::NONE && self.is_asked(before) {
                return true;
            }
            if tight {
                // بعد توجيه طهران رسالة إلى بغداد: whose deed a noun tells that only carries another.
                if self.lang == Lang::Ar && hit.clitics == Clitics::NONE && self.is_deed_of_government(before, end) {
                    return true;
                }
                let placed = self.class(before, Kinds::PREPOSITION.with(Kinds::HEAD), |class| {
                    self.is_place_preposition(class) || class == Class::PlaceHead
                });
                if placed.is_some() || self.goes_there(at) || self.is_taken(before) {
                    return false;
                }
                // العاصمة السعودية الرياض
                let whose = self.mentions.last().is_some_and(|found| {
                    found.kind != MentionType::Metonym && self.tokens.tokens[before].span.end == found.span.end
                });
                let head = before > self.range.0 && self.lang == Lang::Ar && hit.clitics == Clitics::NONE && whose;
                if head && self.class(before - 1, Kinds::HEAD, |class| class == Class::PlaceHead).is_some() {
                    return false;
                }
                // سياسة واشنطن, حلفاء دمشق.
                if hit.clitics == Clitics::NONE
                    && self.class(before, Kinds::HEAD, |class| class == Class::SideHead).is_some()
                {
                    return true;
                }
                // على موسكو الآن أن تفهم: whose duty it is.
                let clause = |at: usize| {
                    self.joined(at) && self.class(at, Kinds::CLAUSE, |class| class == Class::Complement).is_some()
                };
                if self.lang == Lang::Ar
                    && self.tokens.form(&self.tokens.tokens[before]) == [0x91, LAM, YEH]
                    && (clause(end) || clause(end + 1) || self.is_obliged(before))
                {
                    return true;
                }
                // اتهمت موسكو واشنطن: one government behind another.
                let government = self.mentions.last().is_some_and(|found| {
                    found.kind == MentionType::Metonym && self.tokens.tokens[before].span.end == found.span.end
                });
                if government && hit.clitics == Clitics::NONE && self.lang == Lang::Ar {
                    return true;
                }
                if hit.clitics == Clitics::NONE && (self.is_blamed(at) || self.is_blamed_by_owner(at)) {
                    return true;
                }
                let side = self.class(before, Kinds::WORD, |class| {
                    matches!(class, Class::Complement | Class::Auxiliary | Class::Negation)
                        || matches!(class, Class::Prep(id) if self.knowledge.lexicon.is_side_preposition(id))
                });
                if side.is_some() {
                    return true;
                }
                let verb = self.may_be_verb(before) && !self.is_service(before);
                let motion = self.arrives(before);
                if verb && !motion && self.lang == Lang::Ar {
                    return true;
                }
                if motion {
                    return false;
                }
                if self.lang == Lang::Ar && self.acts_on_it(before) {
                    return true;
                }
            }
        }
        let comma = at > self.range.0 && self.tokens.tokens[at].gap == Gap::Punct(b',');
        if comma && hit.clitics == Clitics::NONE && (self.is_blamed(at) || self.is_blamed_by_owner(at)) {
            return true;
        }
        if end < self.range.1 {
            let next = &self.tokens.tokens[end];
            if next.gap.is_weak() {
                if self.lang == Lang::Ar && pair(end, true) {
                    return true;
                }
                if self.may_be_verb(end) {
                    return true;
                }
                // كان مدير أمن القاهرة قد تلقى: behind a noun قد belongs to another verb.
                let owned = self.lang == Lang::Ar && at > self.range.0 && self.tokens.tokens[at].gap.is_weak();
                let acting = |class| match class {
                    Class::Auxiliary | Class::Future => true,
                    Class::Qad => !owned,
                    _ => false,
                };
                if self.class(end, Kinds::AUXILIARY, acting).is_some() {
                    return true;
                }
                if next.gap == Gap::Joined && self.tokens.form(next) == b"s" {
                    return true;
                }
                // واشنطن مستعدة, طهران منفتحة على: who is ready is no place.
                let ready = |class| matches!(class, Class::Possible | Class::Planned);
                if self.lang == Lang::Ar
                    && next.teh_marbuta
                    && self.class(end, Kinds::WORD.with(Kinds::CLASS), ready).is_some()
                {
                    return true;
                }
            }
            // A headline: the capital, a colon, what it says.
            let tells = self.may_be_verb(end);
            if at == self.range.0 && next.gap == Gap::Punct(b':') && self.sentence > 0 && tells {
                // القاهرة: يستقبل الرئيس … : a line of the day's agenda.
                return false;
            }
            if at == self.range.0 && next.gap == Gap::Punct(b':') {
                return self.sentence > 0 || next.span.start > 0 && !next.quote;
            }
        }
        hit.clitics.has_conjunction() && at == self.range.0
    }

    /// مدير أمن القاهرة: whether the word at a token, which may be a verb too, completes the word before it.
    fn is_service(&self, at: usize) -> bool {
        let opens = |class| {
            matches!(class, Class::Complement | Class::Relative | Class::Conj | Class::Qad | Class::Negation)
                || matches!(class, Class::Auxiliary | Class::Future)
        };
        at > self.range.0
            && self.joined(at)
            && self.class(at, Kinds::CLASS, |class| class == Class::Welfare).is_some()
            && self.class(at - 1, Kinds::CLAUSE.with(Kinds::CONJUNCTION).with(Kinds::AUXILIARY), opens).is_none()
    }

    /// توجيه طهران رسالة, إجراء باريس محادثات: whether a noun at a token only says that what is told by the noun behind the capital is done.
    fn is_deed_of_government(&self, at: usize, end: usize) -> bool {
        let row = |form: Form| self.knowledge.lexicon.trigger(form.trigger);
        let bare = |form: Form| matches!(form.shape, Shape::Noun { owner: None, .. });
        let light = |form: Form| bare(form) && row(form).flags.light;
        let told = |form: Form| bare(form) && row(form).predicate.is_some();
        end < self.range.1 && self.joined(end) && self.forms(at).any(light) && self.forms(end).any(told)
    }

    /// القاهرة ـ أ ش أ, بيروت (رويترز): whether a dash or bracket stands right behind where a report was written.
    fn is_dateline(&self, end: usize) -> bool {
        const DASHES: [char; 6] = ['\u{640}', '-', '\u{2013}', '\u{2014}', '_', '('];
        let rest = self.text[self.tokens.tokens[end - 1].span.end..].trim_start_matches(' ');
        self.lang == Lang::Ar && end == self.range.0 + 1 && rest.starts_with(DASHES)
    }

    /// يجب على واشنطن, إن على واشنطن: whether the "on" at a token says whose duty something is.
    fn is_obliged(&self, on: usize) -> bool {
        let duty = |class| matches!(class, Class::Duty | Class::Complement);
        on > self.range.0 && self.joined(on) && self.class(on - 1, Kinds::CLASS, duty).is_some()
    }

    /// كانت القاهرة المحطة الثانية في جولته: whether a noun of what one stops at on a journey stands behind a city.
    fn is_stop_of_journey(&self, end: usize) -> bool {
        const WORDS: usize = 3;
        let row = |payload: Payload| match payload {
            Payload::Lexicon(index) => match self.knowledge.lexicon.entry(index).item {
                Item::Form(form) => Some(self.knowledge.lexicon.trigger(form.trigger)),
                Item::Class(_) => None,
            },
            _ => None,
        };
        let stops = |token: &usize| {
            let told = |payload: Payload| {
                row(payload).is_some_and(|row| {
                    row.predicate == Some(Predicate::Visited) && row.object.contains(&Slot::Before) && row.flags.place
                })
            };
            self.scan.kinds(*token).has(Kinds::NOMINAL)
                && self.scan.at(*token).iter().any(|hit| self.knowledge.dictionary.payloads(hit.node).any(told))
        };
        let arabic = self.lang == Lang::Ar;
        arabic
            && (end..self.range.1.min(end + WORDS)).take_while(|&token| self.joined(token)).any(|token| stops(&token))
    }

    /// سيطرة الحوثيين على صنعاء أثارت: whether the "on" at a token leads to the ground that somebody takes or holds.
    fn is_taken(&self, on: usize) -> bool {
        const MOST_WORDS: usize = 6;
        if self.lang != Lang::Ar || self.tokens.form(&self.tokens.tokens[on]) != [0x91, LAM, YEH] {
            return false;
        }
        let id = self.knowledge.lexicon.preposition_id("على");
        let held = |form: Form| {
            let row = self.knowledge.lexicon.trigger(form.trigger);
            row.predicate == Some(Predicate::Seized)
                && row.object.iter().any(|slot| matches!(slot, Slot::Prep(prep) if Some(*prep) == id))
        };
        let from = self.range.0.max(on.saturating_sub(MOST_WORDS));
        (from..on).rev().take_while(|&word| self.joined(word + 1)).any(|word| self.forms(word).any(held))
    }

    /// هجوم الفصائل على طرابلس, السيطرة على صنعاء: whether the "on" at a token belongs to a noun of force or of taking ground, right before it, by which the
    /// city itself is hit; but the "attack" of a man or of another government may be words.
    fn is_ground(&self, on: usize) -> bool {
        const LONGEST: usize = 2;
        if self.lang != Lang::Ar || self.tokens.form(&self.tokens.tokens[on]) != [0x91, LAM, YEH] {
            return false;
        }
        let told = |predicates: &[Predicate]| {
            (on.saturating_sub(LONGEST).max(self.range.0)..on).any(|start| {
                self.scan.at(start).iter().filter(|hit| hit.end as usize == on).any(|hit| {
                    self.knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                        Payload::Lexicon(index) => match self.knowledge.lexicon.entry(index).item {
                            crate::lexicon::Item::Form(form) if matches!(form.shape, Shape::Noun { .. }) => {
                                let predicate = self.knowledge.lexicon.trigger(form.trigger).predicate;
                                predicate.is_some_and(|told| predicates.contains(&told))
                            }
                            _ => false,
                        },
                        _ => false,
                    })
                })
            })
        };
        let words = || {
            self.mentions.last().is_some_and(|found| {
                let person = match found.referent {
                    Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Person,
                    Referent::New(_) => true,
                };
                person || found.kind == MentionType::Metonym
            })
        };
        told(&[Predicate::Attacked, Predicate::Seized])
            && !told(&[Predicate::Sanctioned])
            && !(told(&[Predicate::Criticised]) && words())
    }

    /// طلب العراق من واشنطن: whether a preposition stands at a token that leads to whom a verb before it asks, blames or backs.
    fn is_asked(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 8;
        if self.lang != Lang::Ar {
            return false;
        }
        let prepositions = self.classes(at, Kinds::PREPOSITION).filter_map(|(hit, class)| match class {
            Class::Prep(id) if hit.end as usize == at + 1 && hit.skip == 0 => Some(id),
            _ => None,
        });
        let prepositions: SmallVec<[PrepId; 2]> = prepositions.collect();
        if prepositions.is_empty() {
            return false;
        }
        for before in (self.range.0.max(at.saturating_sub(MOST_WORDS))..at).rev() {
            if !self.joined(before + 1)
                || self
                    .class(before, Kinds::CLAUSE, |class| matches!(class, Class::Complement | Class::Relative))
                    .is_some()
            {
                return false;
            }
            if self.may_be_verb(before) && !self.tokens.tokens[before].teh_marbuta {
                return self.asks(before, &prepositions);
            }
        }
        false
    }

    /// Returns whether a verb that names whom it asks, blames or backs behind one of the prepositions may stand at a token.
    fn asks(&self, at: usize, prepositions: &[PrepId]) -> bool {
        let leads = |slot: &Slot| matches!(slot, Slot::Prep(id) if prepositions.contains(id));
        self.scan.at(at).iter().any(|hit| {
            self.knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                Payload::Lexicon(index) => match self.knowledge.lexicon.entry(index).item {
                    crate::lexicon::Item::Form(form) if matches!(form.shape, Shape::Verb { .. }) => {
                        let trigger = self.knowledge.lexicon.trigger(form.trigger);
                        trigger.object.iter().any(leads)
                            && matches!(
                                trigger.predicate,
                                Some(
                                    Predicate::Criticised
                                        | Predicate::Threatened
                                        | Predicate::DemandedOf
                                        | Predicate::Supported
                                        | Predicate::Rejected
                                )
                            )
                    }
                    _ => false,
                },
                _ => false,
            })
        })
    }

    /// اتهمت المتحدثة فلانة واشنطن, اتهمت واشنطن، طهران: whether a verb of blame, threat or demand stands before, whose subject ends
    /// right before a token or before a comma, so that the next name is whom it blames.
    fn is_blamed(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 14;
        let comma = self.tokens.tokens[at].gap == Gap::Punct(b',');
        let subject = self.mentions.last().is_some_and(|found| {
            let person = match found.referent {
                Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Person,
                Referent::New(_) => true,
            };
            let government = match found.referent {
                Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Country,
                Referent::New(_) => false,
            };
            (person || government && comma) && (comma || self.tokens.tokens[at - 1].span.end == found.span.end)
        });
        if self.lang != Lang::Ar || !(subject || self.ends_those_named_before(at)) {
            return false;
        }
        for before in (self.range.0.max(at.saturating_sub(MOST_WORDS))..at).rev() {
            let gap = self.tokens.tokens[before + 1].gap;
            let open = gap.is_weak() || self.tokens.tokens[before + 1].quote || gap == Gap::Punct(b',');
            if !open
                || self
                    .class(before, Kinds::CLAUSE, |class| matches!(class, Class::Complement | Class::Relative))
                    .is_some()
            {
                return false;
            }
            // وزارة is no وزاره: no verb ends in ة.
            let verb = self.may_be_verb(before);
            if verb && !self.tokens.tokens[before].teh_marbuta {
                return self.blames(before);
            }
        }
        false
    }

    /// اتهم البلدان الدوحة, طالبت الدول الأربع الدوحة: whether a word for those named before ends right before a token.
    fn ends_those_named_before(&self, at: usize) -> bool {
        let from = at.saturating_sub(2).max(self.range.0);
        let ends = |before: usize| {
            self.classes(before, Kinds::BOTH).any(|(hit, class)| {
                matches!(class, Class::Both(_)) && hit.end as usize == at && !hit.clitics.has_preposition()
            })
        };
        self.joined(at) && (from..at).any(ends)
    }

    /// مطالبة فرنسا طهران, اتهام وزير الخارجية فلان واشنطن: whether a verbal noun of blame or demand stands right before whose it is, and he
    /// right before a token.
    fn is_blamed_by_owner(&self, at: usize) -> bool {
        const TITLES: usize = 6;
        let Some(owner) = self.mentions.last().filter(|_| self.lang == Lang::Ar && at > self.range.0) else {
            return false;
        };
        let acts = match owner.referent {
            Referent::Known(key) => {
                matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::Person | EntityKind::Country)
            }
            Referent::New(_) => true,
        };
        let comma = self.tokens.tokens[at].gap == Gap::Punct(b',');
        if !acts || !comma && self.tokens.tokens[at - 1].span.end != owner.span.end {
            return false;
        }
        let first = (self.range.0..at).rev().find(|&token| self.tokens.tokens[token].span.start <= owner.span.start);
        let Some(first) = first.filter(|&first| first > self.range.0) else { return false };
        let person = !self.names_country(owner.referent);
        let low = self.range.0.max(first.saturating_sub(if person { TITLES } else { 1 }));
        let titles = (low..first).rev().take_while(|&before| self.joined(before + 1));
        titles.into_iter().any(|before| self.is_noun_of_blame(before))
    }

    /// Returns whether a verbal noun that has whom it blames or asks behind whose it is stands at a token.
    fn is_noun_of_blame(&self, at: usize) -> bool {
        self.scan.at(at).iter().filter(|hit| hit.end as usize == at + 1).any(|hit| {
            self.knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                Payload::Lexicon(index) => match self.knowledge.lexicon.entry(index).item {
                    crate::lexicon::Item::Form(form)
                        if matches!(form.shape, Shape::Noun { definite: false, owner: None, .. }) =>
                    {
                        let trigger = self.knowledge.lexicon.trigger(form.trigger);
                        trigger.object.contains(&Slot::SecondGenitive)
                            && trigger.subject.first() == Some(&Slot::Genitive)
                            && matches!(trigger.predicate, Some(Predicate::Criticised | Predicate::DemandedOf))
                    }
                    _ => false,
                },
                _ => false,
            })
        })
    }

    /// Returns whether a verb that has whom it blames, threatens or asks as its object may stand at a token.
    fn blames(&self, at: usize) -> bool {
        self.scan.at(at).iter().any(|hit| {
            self.knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                Payload::Lexicon(index) => match self.knowledge.lexicon.entry(index).item {
                    crate::lexicon::Item::Form(form) if matches!(form.shape, Shape::Verb { object: None, .. }) => {
                        let trigger = self.knowledge.lexicon.trigger(form.trigger);
                        trigger.object.first() == Some(&Slot::Object)
                            && matches!(
                                trigger.predicate,
                                Some(
                                    Predicate::Criticised
                                        | Predicate::Threatened
                                        | Predicate::DemandedOf
                                        | Predicate::Briefed
                                )
                            )
                    }
                    _ => false,
                },
                _ => false,
            })
        })
    }

    /// Returns whether a journey is told right before, with nothing but the traveller between: زار وزير الخارجية القاهرة.
    pub(super) fn goes_there(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 7;
        self.lang == Lang::Ar && self.goes_there_within(at, MOST_WORDS)
    }

    /// The same in either language, where so many words may stand between.
    pub(super) fn goes_there_within(&self, at: usize, most: usize) -> bool {
        for before in (self.range.0.max(at.saturating_sub(most))..at).rev() {
            if !self.joined(before + 1) && !self.tokens.tokens[before + 1].quote {
                return false;
            }
            // جاء ذلك خلال: what is told came about, and nobody came.
            let about = |class| class == Class::Aforesaid;
            if self.arrives(before) && self.class(before + 1, Kinds::CLASS, about).is_none() {
                return true;
            }
            let clause = |class| matches!(class, Class::Complement | Class::Relative);
            // زار أردوغان لبنان لكن بيروت طلبت: what stands against it is another clause.
            let against = self.class(before, Kinds::CLASS, |class| class == Class::Adversative).is_some();
            let parted = against || self.may_be_verb(before) || self.class(before, Kinds::CLAUSE, clause).is_some();
            // بان كي مون: no word of a name is a verb.
            if parted && !self.is_named(before) {
                return false;
            }
        }
        false
    }

    /// Returns whether a verb of coming or going (one whose row asks for a place) stands at a token.
    ///
    /// Not of sending somebody there, nor of a word that may tell something else: ضمت موسكو القرم.
    pub(super) fn arrives(&self, at: usize) -> bool {
        self.scan.at(at).iter().any(|hit| {
            let triggers = self.knowledge.dictionary.payloads(hit.node).filter_map(|payload| match payload {
                Payload::Lexicon(index) => match self.knowledge.lexicon.entry(index).item {
                    // الحملة التي تقودها واشنطن: behind the suffix stands who leads, and nowhere to go.
                    crate::lexicon::Item::Form(form) if matches!(form.shape, Shape::Verb { object: Some(_), .. }) => {
                        None
                    }
                    crate::lexicon::Item::Form(form) => Some(self.knowledge.lexicon.trigger(form.trigger)),
                    crate::lexicon::Item::Class(_) => None,
                },
                _ => None,
            });
            let mut goes = false;
            for trigger in triggers {
                if trigger.predicate == Some(Predicate::Seized) {
                    return false;
                }
                // بدأت موسكو مفاوضات: of a verb that tells the legs of a journey behind a preposition the capital begins something.
                let legs = trigger.subject.first() == Some(&Slot::Traveller)
                    && trigger.object.iter().all(|slot| matches!(slot, Slot::Prep(_)));
                // أوفدت باريس وزيرا: nor does who sends a delegation go anywhere.
                let sends = trigger.flags.needs == Some(Class::Deputation);
                goes |= trigger.is_journey() && trigger.subject.first() != Some(&Slot::Object) && !legs && !sends;
            }
            goes
        })
    }

    pub(super) fn is_place_preposition(&self, class: Class) -> bool {
        match class {
            Class::Prep(id) => self.knowledge.lexicon.is_place_preposition(id),
            _ => false,
        }
    }

    /// "al-Qaeda", "el-Khatib": the Arabic article, which many print small within a sentence, before the name itself.
    fn is_small_article(&self, at: usize) -> bool {
        matches!(self.form(at), b"al" | b"el") && self.joined(at + 1) && self.tokens.tokens[at + 1].capital
    }

    pub(super) fn capital_as(&self, at: usize, alias: &str) -> bool {
        let token = &self.tokens.tokens[at];
        // "US" is no "us", nor "WHO" a "who".
        if alias.len() > 1 && alias.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return token.span.of(self.text).bytes().all(|byte| byte.is_ascii_uppercase());
        }
        !alias.starts_with(char::is_uppercase) || token.capital || self.is_small_article(at)
    }
}
