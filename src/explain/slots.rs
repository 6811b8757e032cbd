//! The slots of a trigger row, as the column writes them and in words.

use crate::lexicon::{Lexicon, Slot};

/// Returns a slot as the columns `subject` and `object` write it.
#[must_use]
pub fn slot_code(slot: Slot, lexicon: &Lexicon) -> &str {
    match slot {
        Slot::Subject => "subj",
        Slot::Object => "obj",
        Slot::Genitive => "gen",
        Slot::SecondGenitive => "gen2",
        Slot::Suffix => "suf",
        Slot::Adjective => "adj",
        Slot::Control => "ctl",
        Slot::Doer => "lgt",
        Slot::Sufferer => "rec",
        Slot::Target(_) => "deed",
        Slot::Condition => "cond",
        Slot::Struck => "hit",
        Slot::Before => "back",
        Slot::ObjectOwner => "own",
        Slot::Complement => "that",
        Slot::Speaker => "spk",
        Slot::Actor => "act",
        Slot::Demander => "dem",
        Slot::Obliged => "must",
        Slot::Destination => "dest",
        Slot::Facing => "facing",
        Slot::Prep(id) => lexicon.preposition_text(id),
        Slot::Receiver => "rcv",
        Slot::Besides => "bes",
        Slot::Purpose => "purp",
        Slot::Side => "side",
        Slot::Traveller => "trip",
        Slot::MeetingOwner => "evt",
        Slot::Attendant => "att",
        Slot::Same => "=",
    }
}

/// Returns what a slot means.
#[must_use]
pub fn slot_words(slot: Slot, lexicon: &Lexicon) -> String {
    let words = match slot {
        Slot::Subject => "the subject of the verb",
        Slot::Object => "the direct object",
        Slot::Genitive => "the genitive right behind the noun",
        Slot::SecondGenitive => "the noun phrase behind the genitive",
        Slot::Suffix => "the pronoun on the word",
        Slot::Adjective => "the nationality beside the noun",
        Slot::Control => "the subject of the clause",
        Slot::Doer => "the subject of the light verb before the noun",
        Slot::Sufferer => "the subject of the verb of receiving before the noun",
        Slot::Target(_) => "whom the deed is to be done to",
        Slot::Condition => "who does what it depends on",
        Slot::Struck => "whom the verb of force behind it hits",
        Slot::Before => "the party named last before it",
        Slot::ObjectOwner => "whose deed the object is",
        Slot::Complement => "the subject of the clause behind \"that\"",
        Slot::Speaker => "who says the clause",
        Slot::Actor => "who is to do what is demanded",
        Slot::Demander => "who demands that it be done",
        Slot::Obliged => "who is to do something in what is said",
        Slot::Destination => "the place named right before the noun",
        Slot::Facing => "who stands before \"against\"",
        Slot::Prep(id) => return format!("behind '{}'", lexicon.preposition_text(id)),
        Slot::Receiver => "who gets it",
        Slot::Besides => "to whom the verb of the clause does something",
        Slot::Purpose => "who acts in the clause of which it is the purpose",
        Slot::Side => "who stands before \"in\"",
        Slot::Traveller => "whose journey it is",
        Slot::MeetingOwner => "whose meeting it is",
        Slot::Attendant => "who stands there to receive",
        Slot::Same => "the parties of the other column, with each other",
    };
    words.to_owned()
}
