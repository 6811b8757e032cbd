//! Which parties stand in one list: members joined by a conjunction or a comma, past titles and what stands between them.

use super::clause::{Clause, Parties, Party};
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number};
use crate::lexicon::{Class, Predicate, Slot};
use crate::mention::{PhraseKind, Referent};
use crate::text::Clitics;

/// A list as far as it has been read.
struct Listed {
    /// The unit of its first member.
    at: usize,
    /// Its members.
    list: Vec<Party>,
    /// One past its last unit.
    end: usize,
    /// Its first comma, and how many members stand before that.
    before_comma: Option<(usize, usize)>,
    /// The first comma with an English "and" behind it, and how many members stand before that.
    before_and: Option<(usize, usize)>,
}

impl Listed {
    /// Takes in several members, with where they end.
    fn take(&mut self, others: Parties) {
        self.list.extend(others.list);
        self.end = others.end;
    }

    /// Ends the list at a unit, with so many members.
    fn cut(&mut self, end: usize, members: usize) {
        self.list.truncate(members);
        self.end = end;
    }
}

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
        let at = self.first_named(at);
        let list = self.parties_of(at);
        if self.is_group_with_members(at)
            && !list.iter().any(|party| self.is_human(party))
            && let Some(found) = self.members(at, self.units[at].delegation)
        {
            return found;
        }
        let mut listed = Listed { at, list, end: at + 1, before_comma: None, before_and: None };
        self.take_members(&mut listed);
        self.part_clauses(&mut listed);
        self.part_objects(&mut listed);
        let Listed { mut list, end, .. } = listed;
        let mut seen: Vec<Referent> = Vec::new();
        list.retain(|party| {
            let new = !seen.contains(&party.referent);
            seen.push(party.referent);
            new
        });
        let end = self.past_company(end);
        let group = list.len() > 2 && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Pronoun);
        Parties { group, ..Parties::new(list, 1.0, end) }
    }

    /// The unit that names the first member of a list, past what only tells who that is.
    fn first_named(&self, at: usize) -> usize {
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
        if self.is_counterpart_before_name(at) {
            at += 2;
        }
        // "China's Director of the Office and Foreign Minister Wang Yi": two offices of one.
        self.second_office(at).unwrap_or(at)
    }

    /// مع نظيره، رئيس الوزراء الليبي، علي زيدان: whether who a counterpart is stands behind a comma.
    fn is_counterpart_before_name(&self, at: usize) -> bool {
        let person = |at: usize| {
            self.bare_party(at)
                && self.unit_phrase(at).is_some_and(|phrase| phrase.kind == PhraseKind::Person)
                && !self.units[at].clitics.has_conjunction()
        };
        self.lang == Lang::Ar
            && self
                .unit_phrase(at)
                .is_some_and(|phrase| phrase.kind == PhraseKind::Counterpart && phrase.referents.is_empty())
            && self.units.get(at + 1).is_some_and(Unit::is_comma)
            && person(at + 2)
    }

    /// وفدا روسيا برئاسة لافروف: whether a phrase tells of a group of which the text may name members.
    fn is_group_with_members(&self, at: usize) -> bool {
        self.unit_phrase(at).is_some_and(|p| {
            // الملك وعدد من القادة بينهم فلان: one holder of an office has no members.
            let one = p.office.is_some() && p.number == Number::Singular && !self.units[at].delegation;
            p.kind == PhraseKind::Agent
                || p.kind == PhraseKind::Unknown && !one
                || p.kind == PhraseKind::Person && p.number == Number::Plural
        })
    }

    /// Takes in member after member, as long as the list goes on.
    fn take_members(&self, listed: &mut Listed) {
        while let Some(next) = self.next_member(self.past_own_titles(listed.end)) {
            // حيث يلتقي السيسي، ثم عمان حيث: the next stop of a journey.
            if self.is_next_stop(next) && listed.list.iter().any(|party| self.is_human(party)) {
                break;
            }
            self.note_comma(listed);
            // لقاء بين الوزير ووفد حماس برئاسة مشعل: who leads it.
            if self.units[next].delegation
                && let Some(led) = self.members(next, true)
            {
                listed.take(led);
                continue;
            }
            // "between Putin and Obama's envoy, Kerry"
            let owned = self.lang == Lang::En && self.units[next].possessive;
            if let Some(named) =
                self.members_of_member(next).or_else(|| self.named_behind_owner(next).filter(|_| owned))
            {
                listed.take(named);
                continue;
            }
            // السهري، وكيل المجلس وعضو اللجنة: another office of the one before.
            if !self.is_further_office(next) {
                listed.list.extend(self.parties_of(next));
            }
            listed.end = next + 1;
        }
        if let Some(members) = self.joined_members(listed.end) {
            listed.take(members);
        }
    }

    /// Keeps where the first comma of a list stands, and the first English one with "and", with how many members stand before it.
    fn note_comma(&self, listed: &mut Listed) {
        let end = listed.end;
        if !self.units[end].is_comma() {
            return;
        }
        let here = (end, listed.list.len());
        listed.before_comma.get_or_insert(here);
        if self.lang == Lang::En && self.units.get(end + 1).is_some_and(|next| next.is(Class::Conj)) {
            listed.before_and.get_or_insert(here);
        }
    }

    /// Ends a list at the comma behind which another clause begins.
    fn part_clauses(&self, listed: &mut Listed) {
        let at = listed.at;
        // "met Lavrov, and Hagel and Hague spoke by phone", "for embracing Hamas, and Egypt was thanked": a clause of its own behind ", and".
        if let Some((comma, members)) = listed.before_and {
            let end = listed.end;
            if self.is_object_before_clause(at, end) || members == 1 && self.ends_clause_before(at, end) {
                listed.cut(comma, members);
            }
        }
        // "who spoke with Macron, Scholz and Draghi were received": behind the comma stands the subject of the main clause.
        // "met party officials, Scholz and Meloni said": nor are those members of a group that nobody names.
        if let Some((comma, members)) = listed.before_comma {
            let end = listed.end;
            let another = || self.is_finite_verb(end) && (members == 0 && at > 0 || self.is_in_clause_of_its_own(at));
            if self.is_urged_before(at, end) || another() || self.is_of_opening_occasion(at, end) {
                listed.cut(comma, members);
            }
        }
    }

    /// "urged Mexico to recognise Guaido, and Panama to deny": whether an infinitive behind a list tells what the last of it is urged to do,
    /// where the first is the object of an infinitive himself.
    fn is_urged_before(&self, at: usize, end: usize) -> bool {
        self.lang == Lang::En
            && self.units.get(end).is_some_and(Unit::is_to)
            && at > 1
            && self.units[at - 1].kind == Kind::Verb
            && self.units[at - 2].is_to()
    }

    /// Leaves out of a list whom the verb does something to, and who does what the next verb tells.
    fn part_objects(&self, listed: &mut Listed) {
        let at = listed.at;
        // استقبل بوتين، ميركل وماكرون: the comma parts the subject from those to whom the verb does something.
        if let Some((comma, members)) = listed.before_comma
            && self.parts_objects(at, (comma, listed.end), members)
        {
            listed.cut(comma, 1);
        }
        // "attacked fighters in Mali and America has agreed": behind "and" stands the subject of the next verb.
        let (end, several) = (listed.end, listed.list.len() > 1);
        if several && end > at + 2 && self.units[end - 2].is(Class::Conj) && self.opens_next_clause(at, end) {
            let others = listed.list.len() - 1;
            let last = self.parties_of(end - 1).len().min(others);
            listed.cut(end - 2, others + 1 - last);
        }
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
}
