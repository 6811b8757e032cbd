//! Of what kind a party is, by the gazetteer and by the words beside it: a house, the press, people apart from their country.

use super::clause::Party;
use super::read::Sentence;
use super::unit::{Kind, Unit};
use super::venue::HOUSES;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number};
use crate::lexicon::{Class, Predicate, Sense, Trigger, WordList};
use crate::mention::{Phrase, PhraseKind, Referent};
use crate::text::Clitics;

impl Sentence<'_> {
    pub(super) fn kind_of(&self, referent: Referent) -> EntityKind {
        match referent {
            Referent::Known(key) => self.clause.knowledge.gazetteer.get(key).kind,
            Referent::New(index) => self.reader.people[index as usize].kind,
        }
    }

    /// The finer kind that the gazetteer gives a listed party; empty for one whom nobody lists.
    pub(super) fn subkind_of(&self, referent: Referent) -> &str {
        match referent {
            Referent::Known(key) => self.clause.knowledge.gazetteer.get(key).subkind,
            Referent::New(_) => "",
        }
    }

    /// Returns whether a listed region has a government that others deal with: إقليم كردستان, أرض الصومال.
    pub(super) fn governs_itself(&self, referent: Referent) -> bool {
        matches!(self.subkind_of(referent), "autonomous" | "breakaway")
    }

    /// Returns whether a listed body is a ministry or a government, whose people others meet.
    pub(super) fn is_authority(&self, referent: Referent) -> bool {
        matches!(self.subkind_of(referent), "ministry" | "government")
    }

    /// A ministry, an army or a parliament is one side with its country.
    pub(super) fn is_state_body(&self, referent: Referent) -> bool {
        matches!(
            self.subkind_of(referent),
            "ministry" | "government" | "parliament" | "police" | "army" | "intelligence"
        )
    }

    /// Returns whether a party is a political party, a union or a society, which fights with words.
    pub(super) fn is_civil(&self, referent: Referent) -> bool {
        matches!(self.subkind_of(referent), "party" | "union" | "ngo" | "media")
    }

    pub(super) fn is_media(&self, referent: Referent) -> bool {
        matches!(self.subkind_of(referent), "news_agency" | "media")
    }

    pub(super) fn is_observer(&self, referent: Referent) -> bool {
        self.subkind_of(referent) == "ngo"
    }

    fn is_armed_group(&self, referent: Referent) -> bool {
        self.subkind_of(referent) == "armed_group"
    }

    pub(super) fn is_house(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => HOUSES.contains(&self.clause.knowledge.gazetteer.get(key).id),
            Referent::New(_) => false,
        }
    }

    pub(super) fn is_new_court(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(_) => false,
            Referent::New(index) => self.reader.people[index as usize].name.starts_with("محكمة"),
        }
    }

    /// A sea, a square or a site does nothing.
    pub(super) fn is_mere_place(&self, referent: Referent) -> bool {
        const PLACES: [&str; 18] = [
            "sea",
            "site",
            "waterway",
            "facility",
            "islands",
            "island",
            "military_base",
            "river",
            "ocean",
            "peninsula",
            "dam",
            "base",
            "project",
            "corridor",
            "estate",
            "district",
            "archipelago",
            "governorate",
        ];
        match referent {
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                entity.kind == EntityKind::Region && PLACES.contains(&entity.subkind)
            }
            Referent::New(_) => false,
        }
    }

    pub(super) fn is_vast(&self, referent: Referent, trigger: &Trigger) -> bool {
        let force = matches!(trigger.predicate, Some(Predicate::Attacked | Predicate::Seized));
        match referent {
            Referent::Known(key) => {
                let entity = self.clause.knowledge.gazetteer.get(key);
                // "attacked ships in the Red Sea": in English nor is any made on a sea.
                force
                    && entity.kind == EntityKind::Region
                    && (matches!(entity.subkind, "supranational" | "continent")
                        || self.reader.lang == Lang::En && matches!(entity.subkind, "sea" | "ocean" | "strait"))
            }
            Referent::New(_) => false,
        }
    }

    /// الحكومة alone: the phrase names nobody, and says of which country it is only by what the document is about.
    pub(super) fn is_bare_government(&self, party: &Party) -> bool {
        party.kind == PhraseKind::Body
            && self.clause.phrases.iter().any(|phrase| Some(phrase.span) == party.span && !phrase.named)
    }

    /// أبلغت الحركة مصر: a body that was named before, and stands here by its kind; only its phrase has a gender.
    pub(super) fn is_aforenamed(&self, party: &Party) -> bool {
        party.gender.is_some() && party.kind == PhraseKind::Body
    }

    /// حواره مع الإعلامي فلان, يستضيف الإعلامي فلان فلانا: an interview is no contact.
    pub(super) fn is_interviewer(&self, party: &Party, trigger: &Trigger, object: bool) -> bool {
        let talk = matches!(trigger.predicate, Some(Predicate::Met | Predicate::TalkedWith | Predicate::Called))
            || !object && trigger.predicate == Some(Predicate::Hosted);
        let phrase = |phrase: &&Phrase| Some(phrase.span) == party.span;
        talk && self.clause.phrases.iter().find(phrase).is_some_and(|phrase| self.reader.is_press(phrase))
    }

    /// المصريين: a plural demonym that stands alone.
    pub(super) fn is_people(&self, party: &Party) -> bool {
        let phrase = |phrase: &&Phrase| Some(phrase.span) == party.span;
        self.reader.lang == Lang::Ar
            && party.kind == PhraseKind::Agent
            && self
                .clause
                .phrases
                .iter()
                .find(phrase)
                .is_some_and(|phrase| phrase.number == Number::Plural && phrase.end == phrase.start + 1)
    }

    /// "UAE newspaper Al-Bayan", "Israel's Army Radio", "the FIFA official website": whether a party is a paper or broadcaster that nobody lists,
    /// or whose it is.
    pub(super) fn is_of_press(&self, party: &Party) -> bool {
        const WORDS: usize = 3;
        let units = self.clause.units;
        let Some(at) = self.unit_of(party) else { return false };
        let press = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Press);
        let before = at.checked_sub(1).is_some_and(|before| press(&units[before]));
        let plain = |unit: &&Unit| {
            matches!(unit.kind, Kind::Word | Kind::Function) && !unit.is_preposition() && !unit.is(Class::Conj)
        };
        let behind = units[at + 1..].iter().take(WORDS).take_while(plain).any(press);
        before && matches!(party.referent, Referent::New(_)) || behind
    }

    /// "two Jordanian planes", "a Russian warship": whether a party is named by its ships, planes or lorries.
    pub(super) fn is_vehicle(&self, party: &Party) -> bool {
        let Some(at) = self.unit_of(party).filter(|_| party.kind == PhraseKind::Agent) else { return false };
        self.ends_listed(WordList::Carriers, at)
    }

    /// اعترفت كندا بفلان رئيسا: whether what somebody is recognised as stands right behind his name.
    pub(super) fn is_recognised_as(&self, trigger: &Trigger, party: &Party) -> bool {
        let clause = self.clause;
        let recognises = trigger.flags.sense == Some(Sense::Recognises) && self.reader.lang == Lang::Ar;
        let Some(next) = self.unit_of(party).filter(|_| recognises).map(|at| at + 1) else { return false };
        let office = clause.unit_phrase(next).is_some_and(|phrase| {
            phrase.kind == PhraseKind::Unknown
                && phrase.office.is_some()
                && !phrase.named
                && phrase.clitics == Clitics::NONE
        });
        let word = clause.units.get(next).is_some_and(|unit| unit.kind == Kind::Word && clause.shapes[next].indefinite);
        office || word
    }

    /// "Syria rebels", "Egypt opposition", "Assad's supporters": whether people who stand apart from a country, or are only for or against
    /// somebody, are named right behind it.
    pub(super) fn is_of_people_apart(&self, party: &Party, trigger: &Trigger, object: bool) -> bool {
        let units = self.clause.units;
        // "called Parliament elections": to a body's own people nothing is done that is done to it; what they do it does.
        let country = matches!(party.kind, PhraseKind::Country | PhraseKind::Demonym | PhraseKind::Place)
            || party.kind == PhraseKind::Body && object;
        let Some(at) = self.unit_of(party) else { return false };
        let Some(next) = units.get(at + 1) else { return false };
        // "Taliban insurgents": those who fight in an armed group are the group.
        if next.is(Class::Fighters) && self.is_armed_group(party.referent) {
            return false;
        }
        // "a Texas-sized triangle", "Al-Qaeda-affiliated groups"
        if next.hyphen && next.kind == Kind::Word {
            return true;
        }
        // "one of Assad's fiercest critics": but whom the noun itself is against it tells.
        let lexicon = &self.clause.knowledge.lexicon;
        let told = |unit: &Unit| unit.forms.iter().any(|form| std::ptr::eq(lexicon.trigger(form.trigger), trigger));
        let partisan = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Partisan) && !told(unit);
        // "Israel's bitterest enemies"
        let behind = units.get(at + 2).filter(|_| units[at].possessive && next.kind == Kind::Word);
        // "killed five Greek civilians"
        let harmed = object && trigger.predicate == Some(Predicate::Attacked) && self.clause.are_harmed(at + 1);
        let apart = next.phrase().is_none() && next.is(Class::Apart) && country && !units[at].possessive && !harmed;
        partisan(next) || behind.is_some_and(partisan) || apart
    }
}
