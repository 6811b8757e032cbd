//! What the arrangement of an Arabic sentence asks of one of its units.

use super::unit::{Kind, Unit};
use super::venue::has_house;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Family, Form, Item, Predicate, PrepId, Slot, Trigger, WordList};
use crate::mention::{Kinds, Knowledge, Payload, Phrase, PhraseKind, Referent, Scan};
use crate::text::fold::{ALEF, BEH, HEH, LAM, NOON, WAW, YEH};
use crate::text::{Clitics, Tokens};

/// What opens what a contact is about.
pub(super) const MATTERS: &[&str] = &["حول", "بشأن", "بخصوص"];

/// Who answers what is asked of units.
pub(super) struct Asks<'s> {
    pub(super) knowledge: &'s Knowledge,
    pub(super) tokens: &'s Tokens,
    scan: &'s Scan,
    pub(super) phrases: &'s [Phrase],
    /// في
    inside: Option<PrepId>,
    /// إلى
    towards: Option<PrepId>,
    /// لدى
    at_court: Option<PrepId>,
}

impl<'s> Asks<'s> {
    pub(super) fn new(knowledge: &'s Knowledge, tokens: &'s Tokens, scan: &'s Scan, phrases: &'s [Phrase]) -> Asks<'s> {
        let id = |word| knowledge.lexicon.preposition_id(word);
        Asks { knowledge, tokens, scan, phrases, inside: id("في"), towards: id("إلى"), at_court: id("لدى") }
    }

    fn row(&self, form: &Form) -> &'s Trigger {
        self.knowledge.lexicon.trigger(form.trigger)
    }

    fn first_form(&self, unit: &Unit) -> &'s [u8] {
        self.tokens.form(&self.tokens.tokens[unit.start])
    }

    fn last_form(&self, unit: &Unit) -> &'s [u8] {
        self.tokens.form(&self.tokens.tokens[unit.end - 1])
    }

    /// Whether one of the forms of a unit tells this.
    pub(super) fn tells(&self, unit: &Unit, told: Predicate) -> bool {
        unit.forms.iter().any(|form| self.row(form).predicate == Some(told))
    }

    /// المرافق: whether a word says of a delegation that it comes along.
    pub(super) fn escorts(&self, unit: &Unit) -> bool {
        self.knowledge.lexicon.lists(WordList::Escorts, self.first_form(unit))
    }

    /// Whether all forms of a unit tell this.
    pub(super) fn tells_only(&self, unit: &Unit, told: Predicate) -> bool {
        unit.forms.iter().all(|form| self.row(form).predicate == Some(told))
    }

    fn tells_contact_in(&self, form: &Form) -> bool {
        self.row(form).predicate.is_some_and(|told| told.family() == Family::Contact)
    }

    pub(super) fn tells_contact(&self, unit: &Unit) -> bool {
        unit.forms.iter().any(|form| self.tells_contact_in(form))
    }

    /// Whether a word tells that some called, met or wrote to others.
    pub(super) fn tells_contact_but_visits(&self, unit: &Unit) -> bool {
        let visits = |form: &Form| self.row(form).predicate == Some(Predicate::Visited);
        unit.forms.iter().any(|form| self.tells_contact_in(form) && !visits(form))
    }

    /// Whether a word tells a stance and no contact.
    pub(super) fn tells_stance(&self, unit: &Unit) -> bool {
        let mut predicates = unit.forms.iter().filter_map(|form| self.row(form).predicate);
        predicates.clone().next().is_some() && predicates.all(|told| told.family() != Family::Contact)
    }

    fn is_preposition(&self, unit: &Unit, word: &str) -> bool {
        let wanted = self.knowledge.lexicon.preposition_id(word);
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == wanted))
    }

    /// غير معلنة
    pub(super) fn is_un(&self, unit: &Unit) -> bool {
        unit.phrase().is_none() && self.is_preposition(unit, "غير")
    }

    /// في
    pub(super) fn is_in(&self, unit: &Unit) -> bool {
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == self.inside))
    }

    /// إلى
    pub(super) fn is_towards(&self, unit: &Unit) -> bool {
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == self.towards))
    }

    /// لدى
    pub(super) fn is_at_court(&self, unit: &Unit) -> bool {
        unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == self.at_court))
    }

    /// من
    pub(super) fn is_from(&self, unit: &Unit) -> bool {
        self.is_preposition(unit, "من")
    }

    /// على
    pub(super) fn is_on(&self, unit: &Unit) -> bool {
        self.knowledge.lexicon.preposition_id("على").is_some_and(|on| unit.is(Class::Prep(on)))
    }

    /// Whether a preposition leads to whom or upon whom a demand is made.
    pub(super) fn is_to_or_upon(&self, unit: &Unit) -> bool {
        unit.is_preposition() && (self.is_towards(unit) || self.is_preposition(unit, "على"))
    }

    /// Whether ب stands before a word.
    pub(super) fn is_led(&self, unit: &Unit) -> bool {
        unit.clitics.has(Clitics::BI) || self.first_form(unit).first() == Some(&BEH)
    }

    /// Whether ل stands before a single word.
    pub(super) fn is_led_by_li(&self, unit: &Unit) -> bool {
        unit.end == unit.start + 1 && self.first_form(unit).first() == Some(&LAM)
    }

    /// Whether و stands before a word.
    pub(super) fn begins_with_and(&self, unit: &Unit) -> bool {
        self.first_form(unit).first() == Some(&WAW)
    }

    /// وعقيلته: whether و and a word for a spouse stand there.
    pub(super) fn is_and_spouse(&self, unit: &Unit) -> bool {
        let rest = self.first_form(unit).strip_prefix(&[WAW]);
        rest.is_some_and(|form| self.knowledge.lexicon.lists(WordList::Spouses, form))
    }

    /// Whether و stands before a word that nobody lists.
    pub(super) fn is_joined_word(&self, unit: &Unit) -> bool {
        unit.kind == Kind::Word && self.first_form(unit).len() > 4 && self.begins_with_and(unit)
    }

    /// Whether a word has the article.
    pub(super) fn is_definite(&self, unit: &Unit) -> bool {
        let form = self.first_form(unit);
        form.starts_with(&[LAM, LAM]) || form.starts_with(&[ALEF, LAM])
    }

    /// Whether a word ends as adjectives of relation do: صحفي.
    pub(super) fn is_adjective_of_relation(&self, unit: &Unit) -> bool {
        let form = self.last_form(unit);
        form.len() > 3
            && matches!(form, [.., YEH] | [.., YEH, HEH] | [.., YEH, ALEF])
            && !form.starts_with(&[ALEF, LAM])
    }

    /// Whether a word counts those who stand behind it.
    pub(super) fn is_count(&self, unit: &Unit) -> bool {
        let number = |payload: Payload| match payload {
            Payload::Lexicon(index) => {
                matches!(self.knowledge.lexicon.entry(index).item, Item::Class(Class::Number(_) | Class::Several))
            }
            _ => false,
        };
        let mut hits = self.scan.at(unit.start).iter().filter(|hit| hit.end as usize == unit.end);
        hits.any(|hit| self.knowledge.dictionary.payloads(hit.node).any(number))
    }

    pub(super) fn travels(&self, unit: &Unit) -> bool {
        unit.forms.iter().any(|form| self.row(form).is_journey())
    }

    /// رئيس الوفد إلى, السفير لدى, عضو اللجنة في: whether a preposition may stand within a title.
    pub(super) fn leads_in_title(&self, unit: &Unit) -> bool {
        unit.is_preposition() && (self.is_in(unit) || self.is_towards(unit) || self.is_at_court(unit))
    }

    /// بمجلس, لشؤون: whether a word that nobody lists has a preposition written with it.
    pub(super) fn clings(&self, unit: &Unit) -> bool {
        unit.kind == Kind::Word && (self.is_led(unit) || self.is_led_by_li(unit))
    }

    /// حول, بشأن, لبحث: whether a unit opens what a contact is about.
    pub(super) fn opens_matter(&self, unit: &Unit) -> bool {
        let talk = || unit.kind == Kind::Noun && unit.clitics == Clitics::LI && unit.owner().is_none();
        unit.is_preposition() && MATTERS.iter().any(|word| self.is_preposition(unit, word))
            || talk() && self.tells(unit, Predicate::TalkedWith)
    }

    /// تناول, استغرق: whether a verb says what a contact is about or how long it lasts.
    pub(super) fn concerns(&self, unit: &Unit) -> bool {
        unit.end == unit.start + 1 && self.knowledge.lexicon.lists(WordList::Concerns, self.first_form(unit))
    }

    /// Whether a noun has somebody behind the preposition of a unit, as one side of the contact or the other.
    pub(super) fn has_side_behind(&self, noun: &Unit, next: &Unit) -> bool {
        let written = self.knowledge.lexicon.preposition_id("ب").filter(|_| next.clitics == Clitics::BI);
        let is = |id: PrepId| written == Some(id) || next.is(Class::Prep(id));
        let sides = |row: &'s Trigger| row.subject.iter().chain(&row.object);
        noun.forms.iter().flat_map(|form| sides(self.row(form))).any(|slot| matches!(slot, Slot::Prep(id) if is(*id)))
    }

    /// بقيادة, بزعامة: whether a word says that somebody leads a side.
    pub(super) fn commands(&self, unit: &Unit) -> bool {
        self.knowledge.lexicon.lists(WordList::Commands, self.first_form(unit))
    }

    /// Whether a word is one of saying.
    pub(super) fn speaks(&self, unit: &Unit) -> bool {
        unit.forms.iter().any(|form| self.row(form).flags.speech)
    }

    /// Whether a verb only carries a noun: أجرى.
    pub(super) fn is_light(&self, unit: &Unit) -> bool {
        unit.kind == Kind::Verb && unit.forms.iter().any(|form| self.row(form).flags.light)
    }

    /// Whether a verb says how something is described.
    pub(super) fn is_described(&self, unit: &Unit) -> bool {
        unit.kind == Kind::Verb && unit.is(Class::Described) && is_without_object(unit)
    }

    /// Whether a verb says how long something goes on.
    pub(super) fn lasts(&self, unit: &Unit) -> bool {
        let occurs = |form: &Form| self.row(form).flags.occurs && self.row(form).predicate.is_none();
        unit.kind == Kind::Verb && is_without_object(unit) && unit.forms.iter().all(occurs)
    }

    /// Whether a verb takes those who are met as its object.
    pub(super) fn meets(&self, unit: &Unit) -> bool {
        let takes = |form: &Form| self.tells_contact_in(form) && self.row(form).object.contains(&Slot::Object);
        is_without_object(unit) && unit.forms.iter().any(takes)
    }

    /// Whether a word takes of whom something is demanded as its object.
    pub(super) fn demands(&self, unit: &Unit) -> bool {
        unit.forms.iter().any(|form| {
            let row = self.row(form);
            row.predicate == Some(Predicate::DemandedOf) && row.object.contains(&Slot::Object)
        })
    }

    /// Whether a word says by what somebody called.
    pub(super) fn is_channel(&self, unit: &Unit) -> bool {
        unit.forms.iter().any(|form| {
            let row = self.row(form);
            row.predicate == Some(Predicate::Called) && row.object.contains(&Slot::Besides)
        })
    }

    /// Whether a word tells of a meeting that gathers people.
    pub(super) fn gathers(&self, unit: &Unit) -> bool {
        unit.forms.iter().any(|form| {
            let row = self.row(form);
            row.flags.event && row.predicate == Some(Predicate::Met)
        })
    }

    /// Whether those whom a word joins stand for different sides.
    pub(super) fn is_apart(&self, unit: &Unit) -> bool {
        unit.forms.iter().any(|form| self.row(form).flags.apart)
    }

    /// Whether a verb tells that somebody signs.
    pub(super) fn signs(&self, unit: &Unit) -> bool {
        let signs = |form: &Form| {
            let row = self.row(form);
            row.predicate == Some(Predicate::AgreedWith) && row.subject.first() == Some(&Slot::Subject)
        };
        unit.kind == Kind::Verb && is_without_object(unit) && unit.forms.iter().any(signs)
    }

    /// Whether a noun is what may be signed.
    pub(super) fn is_pact(&self, unit: &Unit) -> bool {
        let known = || self.is_definite(unit) && unit.clitics == Clitics::NONE;
        unit.phrase().is_none()
            && (unit.is_definite_noun() && self.tells(unit, Predicate::AgreedWith) && unit.owner().is_none()
                || unit.is(Class::Document) && known())
    }

    /// Whether a unit is a place or heads the name of one.
    pub(super) fn is_ground(&self, unit: &Unit) -> bool {
        let lies = |index: usize| matches!(self.phrases[index].kind, PhraseKind::Place | PhraseKind::Country);
        unit.phrase().map_or_else(|| unit.is(Class::PlaceHead), lies)
    }

    /// Whether a phrase names a body that is called by its house.
    pub(super) fn names_house(&self, phrase: &Phrase) -> bool {
        let body = phrase.referents.as_slice();
        matches!(body, &[Referent::Known(key)] if has_house(self.knowledge.gazetteer.get(key).id))
    }

    /// Whether what a phrase refers to are organisations.
    pub(super) fn means_bodies(&self, phrase: &Phrase) -> bool {
        phrase.referents.iter().all(|&referent| match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
            Referent::New(_) => true,
        })
    }

    /// خلال الزيارة التي يقوم بها: whether a unit is a verb, or spelt like one, that tells of what was said and done by the way (عقده); what
    /// is done by the way has its own readers, and pronouns that look back.
    pub(super) fn is_by_the_way(&self, unit: &Unit) -> bool {
        let silent = || unit.forms.iter().all(|form| self.row(form).predicate.is_none());
        match unit.kind {
            Kind::Verb => !unit.clitics.has_conjunction() && (!is_without_object(unit) || !self.is_light(unit)),
            Kind::Noun => unit.owner().is_some() && silent(),
            _ => false,
        }
    }

    /// Whether a verb takes the preposition of a unit, or may take it: a demand takes any.
    pub(super) fn takes(&self, verb: &Unit, next: &Unit) -> bool {
        let lexicon = &self.knowledge.lexicon;
        // أعرب فلان، في بيان، عن دعمه: what a verb of saying says, too.
        if self.speaks(verb) && lexicon.preposition_id("عن").is_some_and(|about| next.is(Class::Prep(about))) {
            return true;
        }
        let written = |word: &str, clitic: Clitics, letter: u8| {
            let clinging =
                next.clitics.has(clitic) || next.kind == Kind::Word && self.first_form(next).first() == Some(&letter);
            lexicon.preposition_id(word).filter(|_| clinging)
        };
        let own = [written("ب", Clitics::BI, BEH), written("ل", Clitics::LI, LAM)];
        let is = |id: PrepId| own.contains(&Some(id)) || next.is(Class::Prep(id));
        verb.forms.iter().flat_map(|form| &self.row(form).object).any(|slot| match *slot {
            Slot::Prep(id) | Slot::Target(id) => is(id),
            Slot::Actor => own[0].is_some() || next.is_preposition(),
            _ => false,
        })
    }

    /// Whether a verb has an object or a party behind the preposition of a unit.
    ///
    /// طالب فلان في كلمة: what is demanded stands behind ب, على or إلى.
    pub(super) fn governs(&self, verb: &Unit, next: &Unit) -> bool {
        let actor = |form: &Form| self.row(form).object.iter().any(|slot| matches!(slot, Slot::Actor));
        let inner = || self.is_in(next) || next.is(Class::Circumstance);
        self.takes(verb, next) && !(verb.forms.iter().any(actor) && inner())
    }

    /// Whether a phrase ends in the title of an envoy, and not in a name.
    pub(super) fn ends_in_posted_title(&self, unit: &Unit) -> bool {
        let Some(phrase) = unit.phrase().map(|index| &self.phrases[index]) else { return false };
        let name_last = phrase.named && phrase.span.end == self.tokens.tokens[unit.end - 1].span.end;
        let gazetteer = &self.knowledge.gazetteer;
        let posted = |payload: Payload| match payload {
            Payload::Title(index) => {
                gazetteer.titles()[index as usize].office.is_some_and(|office| gazetteer.offices().is_posted(office))
            }
            _ => false,
        };
        // استدعى المغرب سفيره لدى ألمانيا: his own envoy, whom the verb asks for with his post.
        let suffixed = phrase.kind == PhraseKind::Unknown
            && matches!(self.last_form(unit), [.., HEH] | [.., HEH, ALEF] | [.., NOON, ALEF]);
        !name_last
            && !suffixed
            && (unit.start..unit.end)
                .flat_map(|at| self.scan.at(at))
                .filter(|hit| hit.kinds.has(Kinds::TITLE))
                .any(|hit| self.knowledge.dictionary.payloads(hit.node).any(posted))
    }
}

/// Whether a unit is a verb without a pronoun on it.
fn is_without_object(unit: &Unit) -> bool {
    unit.verb().is_some_and(|(.., object)| object.is_none())
}
