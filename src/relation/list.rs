//! Which parties stand in one list: members joined by a conjunction or a comma, past titles and what stands between them.

use super::clause::{Clause, Parties, Party};
use super::unit::{Case, Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Gender, Number};
use crate::lexicon::{Class, Form, Predicate, Shape, Slot};
use crate::mention::{Phrase, PhraseKind, Referent};
use crate::text::Clitics;

impl Clause<'_> {
    /// وكل من كوسوفو: whether "and each of" stands right before where a party is named.
    fn is_behind_each(&self, party: &Party) -> bool {
        let named = |at: &usize| {
            self.unit_phrase(*at).is_some_and(|phrase| party.span.is_some() && Some(phrase.span) == party.span)
        };
        (1..self.units.len())
            .find(named)
            .is_some_and(|at| self.units[at - 1].is(Class::Each) && self.units[at - 1].clitics.has_conjunction())
    }

    /// Whether the first of several parties is joined to others by "and each of".
    pub(super) fn is_joined_by_each(&self, found: &Parties) -> bool {
        self.lang == Lang::Ar && found.list.first().is_some_and(|party| self.is_behind_each(party))
    }

    /// بين صربيا وكل من كوسوفو والبوسنة: the two sides of a list in which "each of" opens the other.
    pub(super) fn opposed_by_each(&self, found: &Parties) -> Option<(Parties, Parties)> {
        let other = |party: &Party| self.is_behind_each(party);
        let split = found.list.iter().position(other).filter(|&split| split > 0 && self.lang == Lang::Ar)?;
        let (one, others) = found.list.split_at(split);
        let side = |list: &[Party]| Parties { list: list.to_vec(), ..found.clone() };
        Some((side(one), side(others)))
    }

    /// Reads a list of parties: A, B وC; A and B. Stops where the next phrase opens a clause of its own.
    pub(super) fn list(&self, at: usize) -> Parties {
        let mut at = self.behind_backer(at);
        // ولي العهد وزير الدفاع الأمير فلان: titles in a row, of which the last has the name.
        while self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Unknown && p.office.is_some())
            && self.unit_phrase(at + 1).is_some_and(|p| {
                p.clitics == Clitics::NONE
                    && matches!(p.kind, PhraseKind::Person | PhraseKind::Unknown)
                    && p.office.is_some() | p.named
            })
            && !self.is_of_another_country(at)
            && !self.is_met_by_members(at)
        {
            at += 1;
        }
        // مسؤولون في الاتحاد الأوروبي, "officials from the White House": the body they belong to.
        if let Some(body) = self.body_of_officials(at) {
            at = body;
        }
        // مع نظيره، رئيس الوزراء الليبي، علي زيدان: who that is, behind a comma.
        let unnamed = self
            .unit_phrase(at)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Counterpart && phrase.referents.is_empty());
        let told = |at: usize| {
            self.bare_party(at)
                && self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
                && !self.units[at].clitics.has_conjunction()
        };
        if unnamed && self.lang == Lang::Ar && self.units.get(at + 1).is_some_and(Unit::is_comma) && told(at + 2) {
            at += 2;
        }
        // "China's Director of the Office and Foreign Minister Wang Yi": two offices of one.
        if let Some(name) = self.second_office(at) {
            at = name;
        }
        let mut list = self.parties_of(at);
        let mut end = at + 1;
        // وفدا روسيا برئاسة لافروف: whom the text names of them.
        let group = self.unit_phrase(at).is_some_and(|p| {
            // الملك وعدد من القادة بينهم فلان: one holder of an office has no members.
            let one = p.office.is_some() && p.number == Number::Singular && !self.units[at].delegation;
            p.kind == PhraseKind::Agent
                || p.kind == PhraseKind::Unknown && !one
                || p.kind == PhraseKind::Person && p.number == Number::Plural
        });
        if group
            && !list.iter().any(|party| self.is_human(party))
            && let Some(found) = self.members(at, self.units[at].delegation)
        {
            return found;
        }
        let mut before_comma = None;
        let mut before_and = None;
        while let Some(next) = self.next_member(self.past_own_titles(end)) {
            // حيث يلتقي السيسي، ثم عمان حيث: the next stop of a journey.
            if self.is_next_stop(next) && list.iter().any(|party| self.is_human(party)) {
                break;
            }
            if self.units[end].is_comma() {
                before_comma.get_or_insert((end, list.len()));
                if self.lang == Lang::En && self.units.get(end + 1).is_some_and(|next| next.is(Class::Conj)) {
                    before_and.get_or_insert((end, list.len()));
                }
            }
            // لقاء بين الوزير ووفد حماس برئاسة مشعل: who leads it.
            if self.units[next].delegation
                && let Some(led) = self.members(next, true)
            {
                list.extend(led.list);
                end = led.end;
                continue;
            }
            // "between Putin and Obama's envoy, Kerry"
            let owned = self.lang == Lang::En && self.units[next].possessive;
            if let Some(named) =
                self.members_of_member(next).or_else(|| self.named_behind_owner(next).filter(|_| owned))
            {
                list.extend(named.list);
                end = named.end;
                continue;
            }
            // السهري، وكيل المجلس وعضو اللجنة: another office of the one before.
            if !self.is_further_office(next) {
                list.extend(self.parties_of(next));
            }
            end = next + 1;
        }
        if let Some(members) = self.joined_members(end) {
            list.extend(members.list);
            end = members.end;
        }
        // "met Lavrov, and Hagel and Hague spoke by phone", "for embracing Hamas, and Egypt was thanked": a clause of its own behind ", and".
        let parted =
            |members: usize| self.is_object_before_clause(at, end) || members == 1 && self.ends_clause_before(at, end);
        if let Some((comma, members)) = before_and.filter(|&(_, members)| parted(members)) {
            list.truncate(members);
            end = comma;
        }
        // "who spoke with Macron, Scholz and Draghi were received": behind the comma stands the subject of the main clause.
        // "met party officials, Scholz and Meloni said": nor are those members of a group that nobody names.
        // "urged Mexico to recognise Guaido, and Panama to deny": nor is who is urged to do something else.
        let urged = self.lang == Lang::En
            && self.units.get(end).is_some_and(Unit::is_to)
            && at > 1
            && self.units[at - 1].kind == Kind::Verb
            && self.units[at - 2].is_to();
        let another = |members: usize| {
            urged || self.is_finite_verb(end) && (members == 0 && at > 0 || self.is_in_clause_of_its_own(at))
        };
        if let Some((comma, members)) = before_comma.filter(|&(_, members)| another(members)) {
            list.truncate(members);
            end = comma;
        }
        // استقبل بوتين، ميركل وماكرون: the comma parts the subject from those to whom the verb does something.
        if let Some((comma, _)) = before_comma.filter(|&(comma, members)| self.parts_objects(at, (comma, end), members))
        {
            list.truncate(1);
            end = comma;
        }
        // "attacked fighters in Mali and America has agreed": behind "and" stands the subject of the next verb.
        if list.len() > 1 && end > at + 2 && self.units[end - 2].is(Class::Conj) && self.opens_next_clause(at, end) {
            list.truncate(list.len() - self.parties_of(end - 1).len().min(list.len() - 1));
            end -= 2;
        }
        let mut seen: Vec<Referent> = Vec::new();
        list.retain(|party| {
            let new = !seen.contains(&party.referent);
            seen.push(party.referent);
            new
        });
        end = self.past_company(end);
        let group = list.len() > 2 && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Pronoun);
        Parties { group, ..Parties::new(list, 1.0, end) }
    }

    /// Whether a place at a unit has "where" right behind it.
    fn is_next_stop(&self, at: usize) -> bool {
        let place = self.unit_phrase(at).is_some_and(|p| matches!(p.kind, PhraseKind::Place | PhraseKind::Country));
        place
            && self.units.get(at + 1).is_some_and(|next| {
                next.phrase().is_none() && next.has(|class| matches!(class, Class::Where | Class::Relative))
            })
    }

    /// استقبل الرئيس فلان، فلانا وفلانا; اتهمت فرنسا، مصر وتركيا بالتصعيد: whether the only comma of what looks like a list behind an Arabic verb
    /// parts its subject from its objects, of which nobody else follows.
    fn parts_objects(&self, at: usize, (comma, end): (usize, usize), members: usize) -> bool {
        // دعا الأمين العام للأمم المتحدة فلان، فلانا: over a title that is a phrase of its own.
        let title = |at: usize| self.unit_phrase(at).is_some_and(|p| p.office.is_some() && !p.named);
        let before = || at.checked_sub(1).map(|before| before - usize::from(before > 0 && title(before)));
        let several = self.lang == Lang::Ar && members == 1 && end > comma + 2;
        let Some(verb) = several.then(before).flatten() else { return false };
        let kind = |at: usize| self.unit_phrase(at).map(|phrase| phrase.kind);
        let objects = comma + 1..end;
        let plain = |i: usize| self.units[i].phrase().is_some();
        // دعا فلان، فلانا وفلانا، إلى
        let enclosed = self.units.get(end).is_some_and(Unit::is_comma)
            && end + 1 < self.units.len()
            && self.opens_complement(end + 1);
        let upon = end < self.units.len() && self.is_preposition_of(end, "على");
        let transitive = self.units[verb].kind == Kind::Verb
            && self.units[verb].forms.iter().any(|form| {
                let trigger = self.knowledge.lexicon.trigger(form.trigger);
                let demand = trigger.predicate == Some(Predicate::DemandedOf);
                trigger.predicate.is_some()
                    && trigger.object.contains(&Slot::Object)
                    && (!demand || enclosed || upon || objects.clone().all(|i| kind(i) != kind(at)))
            });
        let open = self.units.get(end).is_some_and(|next| {
            next.is_comma() && !enclosed
                || next.phrase().is_some_and(|_| !next.clitics.has_preposition())
                || next.kind == Kind::Verb
        });
        transitive
            && !open
            && objects.clone().all(plain)
            && !self.units[comma + 1].clitics.has_conjunction()
            && self.units[verb].verb().is_some_and(|(.., object)| object.is_none())
    }

    /// جمعت فلانا ولي العهد نائب القائد الأعلى وفلانا: one past the titles without a name that follow the last named member of a
    /// list, where somebody else is joined to it behind them; `end` itself where not.
    fn past_own_titles(&self, end: usize) -> usize {
        let title = |at: usize| {
            self.unit_phrase(at).is_some_and(|phrase| {
                phrase.kind == PhraseKind::Unknown
                    && phrase.office.is_some()
                    && !phrase.named
                    && phrase.referents.is_empty()
                    && phrase.clitics == Clitics::NONE
            })
        };
        let named =
            |at: usize| self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named);
        let mut behind = end;
        while title(behind) {
            behind += 1;
        }
        let next = behind + usize::from(self.units.get(behind).is_some_and(Unit::is_comma));
        let joined = named(next) && self.units[next].clitics == Clitics::WA;
        if self.lang == Lang::Ar && behind > end && named(end - 1) && joined { behind } else { end }
    }

    /// التقى عدد من أعضاء الكونغرس الرئيس السيسي: whether several people of a body stand at a unit, and somebody with a title of his own behind
    /// them.
    fn is_met_by_members(&self, at: usize) -> bool {
        let several = self.unit_phrase(at).is_some_and(|phrase| {
            phrase.number == Number::Plural && phrase.of.is_some() && !phrase.referents.is_empty() && !phrase.named
        });
        let other = self.unit_phrase(at + 1).is_some_and(|phrase| {
            phrase.number == Number::Singular && phrase.office.is_some() && phrase.clitics == Clitics::NONE
        });
        several && other && self.lang == Lang::Ar
    }

    /// The name behind "and" whose bearer also has the office that a single title without a name tells.
    fn second_office(&self, at: usize) -> Option<usize> {
        let title = self.unit_phrase(at).filter(|_| self.lang == Lang::En)?;
        let name = at + 2;
        let person = self.unit_phrase(name).filter(|phrase| phrase.kind == PhraseKind::Person && phrase.named)?;
        let [Referent::Known(key)] = person.referents.as_slice() else { return None };
        let country = self.knowledge.gazetteer.get(*key).country.map(Referent::Known);
        let own = title.kind == PhraseKind::Unknown
            && !title.named
            && title.number == Number::Singular
            && title.office.is_some()
            && person.office.is_some()
            && title.referents.first().is_some_and(|&of| Some(of) == country);
        (own && self.units[at + 1].is(Class::Conj)).then_some(name)
    }

    /// Returns whether a title with و and no name stands behind a named person whose own title came last.
    fn is_further_office(&self, at: usize) -> bool {
        let title = self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Unknown && !phrase.named);
        let named = at > 0
            && self.unit_phrase(at - 1).is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named)
            && !self.shapes[at - 1].name_last;
        self.lang == Lang::Ar && title && named
    }

    /// بالأمين العام الذي يؤيد صالح وكذلك العربي, الأسد، الذي استقبله، ووزير الخارجية: the member of a list that goes on
    /// behind a relative clause or a parenthesis.
    fn resumed_member(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 14;
        let comma = |at: usize| self.units.get(at).is_some_and(Unit::is_comma);
        let relative = |at: usize| self.units.get(at).is_some_and(|unit| unit.is(Class::Relative));
        let person = |at: usize| {
            self.unit_phrase(at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Person && !phrase.clitics.has_preposition())
                && !self.opens_clause(at + 1)
        };
        let clause = relative(at) || comma(at) && relative(at + 1);
        // شينزو آبي (يمين) ووزير خارجيته: a few words between commas or brackets.
        let aside = comma(at)
            && (at + 1..at + 4)
                .find(|&i| {
                    self.units.get(i).is_none_or(|unit| !matches!(unit.kind, Kind::Word | Kind::Function))
                        || relative(i)
                })
                .is_some_and(|end| end > at + 1 && comma(end));
        if self.lang == Lang::En || !(clause || aside) {
            return None;
        }
        for next in at + 1..self.units.len().min(at + LONGEST) {
            let unit = &self.units[next];
            if unit.is_stop() || unit.is(Class::Complement) {
                return None;
            }
            if unit.is(Class::ListMore) && person(next + 1) {
                return Some(next + 1);
            }
            if unit.is_comma() && next > at + 1 {
                let joined = self.units.get(next + 1).is_some_and(|unit| unit.clitics.has_conjunction());
                return (joined && person(next + 1)).then_some(next + 1);
            }
        }
        None
    }

    /// استقبل السفير ووفدا من الجمعية برئاسة فلان, السفير، ثم وفدا: where a delegation begins that is joined to whom a list names
    /// and whose leader the text names.
    fn joined_delegation(&self, at: usize) -> Option<usize> {
        let behind_comma = at + usize::from(self.units.get(at).is_some_and(Unit::is_comma));
        let then = self.units.get(behind_comma).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Conj));
        let next = behind_comma + usize::from(then);
        let unit = self.units.get(next).filter(|unit| unit.delegation && unit.phrase().is_none())?;
        let joined = if then { unit.clitics == Clitics::NONE } else { unit.clitics.has_conjunction() };
        let bare = !unit.clitics.has_preposition() && !self.shapes[next].article;
        (self.lang == Lang::Ar && joined && bare && self.members(next, true).is_some()).then_some(next)
    }

    /// محادثات فلان مع الوزير ومدير المخابرات تناولت: whether a man stands before a verb that only something feminine can have.
    fn is_no_subject_of(&self, at: usize, verb: usize) -> bool {
        let verb = &self.units[verb];
        let feminine = |form: &Form| matches!(form.shape, Shape::Verb { gender: Some(Gender::Feminine), .. });
        let man = |phrase: &Phrase| phrase.kind == PhraseKind::Person && phrase.gender == Some(Gender::Masculine);
        verb.kind == Kind::Verb
            && !verb.forms.is_empty()
            && verb.forms.iter().all(feminine)
            && self.unit_phrase(at).is_some_and(man)
    }

    /// Returns where the member of a list stands that goes on at a unit.
    pub(super) fn next_member(&self, at: usize) -> Option<usize> {
        let unit = self.units.get(at)?;
        let member = |at: usize| -> bool {
            self.unit_phrase(at).is_some_and(|phrase| {
                !phrase.clitics.has_preposition() && !matches!(phrase.kind, PhraseKind::Demonym | PhraseKind::Pronoun)
            }) && (!self.opens_clause(at + 1) || self.is_no_subject_of(at, at + 1))
        };
        if unit.clitics.has_conjunction() && member(at) {
            return Some(at);
        }
        if let Some(next) = self.joined_delegation(at) {
            return Some(next);
        }
        // "Iran as well as Turkey", "not only Iran but also Turkey"
        // زار مصر، لكن إسرائيل ليست: what stands against it opens a clause of its own.
        let against = self.lang == Lang::Ar && unit.phrase().is_none() && unit.is(Class::Adversative);
        if !against && unit.is(Class::Conj) && (unit.end == unit.start + 1 || self.lang == Lang::En) {
            let words = if self.lang == Lang::En { 2 } else { 0 };
            let adjective = |at: usize| {
                self.units.get(at).is_some_and(|unit| {
                    matches!(unit.kind, Kind::Word)
                        || unit.kind == Kind::Function
                            && unit.has(|c| matches!(c, Class::TitleAdjective { .. } | Class::Faction))
                        // "and rebel leader Machar"
                        || unit.phrase().is_none() && unit.is(Class::Apart)
                })
            };
            let mut next = at + 1;
            while next <= at + words && adjective(next) {
                next += 1;
            }
            if member(next) {
                return Some(next);
            }
            // "Sarraj and his rival Khalifa Haftar"
            if self.units.get(at + 1).is_some_and(|owner| owner.case == Some(Case::Owner)) {
                let words = (at + 2..at + 5).take_while(|&at| adjective(at)).count();
                let named = |at: usize| self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Person && p.named);
                if member(at + 2 + words) && named(at + 2 + words) {
                    return Some(at + 2 + words);
                }
            }
            // "Merkel and her foreign minister, Steinmeier,"
            let owned = self.lang == Lang::En && self.units.get(at + 1).is_some_and(|owner| owner.possessive);
            if owned && self.named_behind_owner(at + 1).is_some() {
                return Some(at + 1);
            }
        }
        if let Some(next) = self.added_member(at).filter(|&next| member(next)) {
            return Some(next);
        }
        // جماعة الحوثي ومؤيدي حكومة هادي: a noun with و on it that the member completes.
        // سوريا ودول مجلس التعاون: so with a short one.
        let joins = self.joins_word(at) || self.shapes[at].joined;
        if self.lang == Lang::Ar && unit.kind == Kind::Word && joins {
            let agent = self.units.get(at + 1).is_some_and(|next| {
                next.kind == Kind::Function && next.is(Class::Agent) && next.clitics == Clitics::NONE
            });
            let completed = at + 1 + usize::from(agent);
            let party = self.unit_phrase(completed).is_some_and(|p| {
                p.clitics == Clitics::NONE
                    && matches!(p.kind, PhraseKind::Body | PhraseKind::Country | PhraseKind::Agent | PhraseKind::Person)
            });
            if party && !self.opens_clause(completed + 1) {
                return Some(completed);
            }
        }
        // كيري أمس وعباس, الحكومة من جهة والمعارضة: an adverb between.
        let adverb = |at: usize| {
            self.units.get(at).is_some_and(|unit| {
                unit.kind == Kind::Function
                    && unit.clitics == Clitics::NONE
                    && unit.has(|c| matches!(c, Class::Skip | Class::OneSide | Class::Day(_) | Class::Weekday(_)))
            })
        };
        if self.lang == Lang::Ar && adverb(at) {
            let next = at + 1 + usize::from(adverb(at + 1));
            let joined = self.units.get(next).is_some_and(|unit| unit.clitics.has_conjunction());
            let several = self.unit_phrase(next).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Agent | PhraseKind::Country)
            });
            if joined && several && member(next) {
                return Some(next);
            }
        }
        if let Some(next) = self.resumed_member(at) {
            return Some(next);
        }
        // الحوثيين في اليمن وحزب الله في لبنان: where the one before is.
        let lies = |at: usize, clitics: Clitics| {
            self.unit_phrase(at).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country) && phrase.clitics == clitics
            })
        };
        let behind_place = if self.lang == Lang::En {
            None
        } else if lies(at, Clitics::BI) {
            Some(at + 1)
        } else {
            (self.is_in(at) && lies(at + 1, Clitics::NONE)).then_some(at + 2)
        };
        if let Some(next) = behind_place
            && self.unit_phrase(next).is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Person | PhraseKind::Body | PhraseKind::Agent)
                    && phrase.clitics == Clitics::WA
            })
            && member(next)
        {
            return Some(next);
        }
        // استقبل فلانا ومعه فلان: who comes along.
        let with = self.knowledge.lexicon.preposition_id("مع");
        let along = unit.clitics.has_conjunction()
            && unit.has(|class| matches!(class, Class::PrepPronoun(id) if Some(id) == with));
        if self.lang == Lang::Ar && along && self.bare_party(at + 1) && member(at + 1) {
            return Some(at + 1);
        }
        // التقى فلانا في مقر إقامته، ووزير الدفاع فلانا: a place by the way.
        let place = || self.skip_preposition(at).filter(|&end| self.units.get(end).is_some_and(Unit::is_comma));
        if self.lang == Lang::Ar
            && unit.phrase().is_none()
            && (self.is_in(at) || unit.is(Class::PlaceHead) && unit.clitics.has(Clitics::BI))
            && let Some(comma) = place()
            && self.units.get(comma + 1).is_some_and(|next| next.clitics == Clitics::WA)
            && self
                .unit_phrase(comma + 1)
                .is_some_and(|p| p.kind == PhraseKind::Person && p.named && p.office.is_some())
            && member(comma + 1)
        {
            return Some(comma + 1);
        }
        // إضافة إلى, فضلا عن, وكل من: the list goes on.
        if unit.is(Class::ListMore) && member(at + 1) {
            return Some(at + 1);
        }
        if unit.is(Class::Each) && unit.clitics.has_conjunction() && self.bare_party(at + 1) {
            return Some(at + 1);
        }
        if unit.is_comma() && self.units.get(at + 1).is_some_and(|next| next.is(Class::ListMore)) && member(at + 2) {
            return Some(at + 2);
        }
        if unit.is_comma() {
            if self.units.get(at + 1).is_some_and(|next| next.clitics.has_conjunction()) && member(at + 1) {
                return Some(at + 1);
            }
            // القاهرة، ثم أبوظبي; استقبل السفير، ثم النائب
            // زار مصر، لكن إسرائيل ليست: what stands against it, or goes on meanwhile, opens a clause of its own.
            let apart = |next: &Unit| {
                next.has(|class| {
                    matches!(class, Class::Adversative | Class::While | Class::Circumstance | Class::Where)
                })
            };
            let then = self
                .units
                .get(at + 1)
                .filter(|next| next.is(Class::Conj) && next.end == next.start + 1 && !apart(next));
            if self.lang == Lang::Ar && then.is_some() && member(at + 2) {
                return Some(at + 2);
            }
            // على سوريا، لكن الأمم المتحدة: another clause.
            if self.lang == Lang::En && self.units.get(at + 1).is_some_and(|next| next.is(Class::Conj)) {
                // ", and separately Mexican President …"
                let adverb = self.units.get(at + 2).is_some_and(|next| next.is(Class::Skip));
                let next = at + 2 + usize::from(adverb && self.lang == Lang::En);
                if member(next) {
                    return Some(next);
                }
            }
            // A, B, C وD: the comma joins when the list goes on to a conjunction. مجموعة 5+1 (A وB): a bracket only explains.
            let explains = self.shapes.get(at + 1).is_some_and(|shape| shape.bracketed);
            if member(at + 1) && !explains && !self.units[at + 1].clitics.has_conjunction() && self.list_goes_on(at + 2)
            {
                return Some(at + 1);
            }
        }
        None
    }

    /// التقى السفير التركي رئيس الوزراء نوري المالكي: whether the title at a unit is of a country whose office the listed person right behind
    /// it cannot hold.
    fn is_of_another_country(&self, at: usize) -> bool {
        let (Some(title), Some(next)) = (self.unit_phrase(at), self.unit_phrase(at + 1)) else { return false };
        let giver = match title.referents.as_slice() {
            [of @ Referent::Known(_)] => Some(*of),
            _ => title.of.map(Referent::Known),
        };
        let person = match next.referents.as_slice() {
            [person] if next.kind == PhraseKind::Person => self.country_of(*person),
            _ => None,
        };
        let state = |of: Referent| match of {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Country,
            Referent::New(_) => false,
        };
        self.lang == Lang::Ar
            && giver.zip(person).is_some_and(|(giver, own)| state(giver) && state(own) && giver != own)
    }

    /// Returns whether a plain word begins with و before an indefinite noun.
    pub(super) fn joins_word(&self, at: usize) -> bool {
        self.shapes[at].conjunction
    }

    fn list_goes_on(&self, mut at: usize) -> bool {
        loop {
            let Some(unit) = self.units.get(at) else { return false };
            if unit.phrase().is_some() && unit.clitics.has_conjunction() || unit.is(Class::Conj) {
                return self.unit_phrase(at).is_some() || self.unit_phrase(at + 1).is_some() || self.names_rest(at + 1);
            }
            if unit.is_comma() && self.units.get(at + 1).is_some_and(|next| next.is(Class::Conj)) {
                return self.unit_phrase(at + 2).is_some() || self.names_rest(at + 2);
            }
            if unit.is_comma() && self.unit_phrase(at + 1).is_some() {
                if self.units[at + 1].clitics.has_conjunction() {
                    return true;
                }
                at += 2;
            } else {
                return false;
            }
        }
    }

    /// "met Jubeir, Hariri and other officials", "and others", "and several ministers": whether behind "and" the rest of a list is told
    /// without a name.
    fn names_rest(&self, at: usize) -> bool {
        const WORDS: usize = 3;
        let rest = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Others);
        // "and Arab leaders", "and top officials": people of whom no country is told.
        let people = || {
            let word = |&at: &usize| {
                let unit = &self.units[at];
                unit.phrase().is_none()
                    && !unit.is_mark()
                    && !unit.is_preposition()
                    && unit.kind != Kind::Verb
                    && !unit.is(Class::Auxiliary)
            };
            let words = (at..self.units.len()).take(WORDS).take_while(word).count();
            // "leaders": a title whose holders nobody names.
            let titled =
                |p: &Phrase| p.kind == PhraseKind::Unknown && p.number == Number::Plural && p.referents.is_empty();
            let group = (at..at + words).find(|&at| self.units[at].is(Class::Agent));
            let last = group.or_else(|| Some(at + words).filter(|&at| self.unit_phrase(at).is_some_and(titled)));
            // "and business leaders wrote to him": the subject of a clause of its own.
            last.is_some_and(|last| !self.is_finite_verb(last + 1))
        };
        self.lang == Lang::En && self.units.get(at).is_some_and(|unit| rest(unit) || people())
    }

    /// "met Obama in Paris, as well as Merkel", "received Kerry, followed by Davutoglu", "Egypt, alongside Jordan": the member that an English list
    /// adds behind a place or a comma.
    fn added_member(&self, at: usize) -> Option<usize> {
        let unit = &self.units[at];
        if self.lang == Lang::Ar {
            return None;
        }
        let adds =
            |at: usize| self.units.get(at).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::ListMore));
        if unit.is_comma() {
            let beside = self.units.get(at + 1).is_some() && self.is_preposition_of(at + 1, "alongside");
            return (beside || adds(at + 1)).then_some(at + 2);
        }
        let place = self
            .unit_phrase(at + 1)
            .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country));
        if !unit.is_preposition() || !self.is_preposition_of(at, "in") || !place {
            return None;
        }
        let more = at + 2 + usize::from(self.units.get(at + 2).is_some_and(Unit::is_comma));
        adds(more).then_some(more + 1)
    }
}
