//! An office that is not told again: وزير الخارجية الأمريكي جون كيري والروسي سيرغي لافروف.

use super::phrase::{Phrase, PhraseKind, Referent};
use super::reader::Reader;
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::text::Clitics;

impl Reader<'_> {
    /// Makes one phrase of a nationality with و and the name behind it, where somebody with an office stands before: the other holds
    /// the same office in his country.
    pub(super) fn with_elided_office(&mut self, before: &mut Vec<Phrase>, phrase: Phrase) -> Phrase {
        let ([.., first, adjective], Lang::Ar) = (before.as_slice(), self.lang) else { return phrase };
        let country = match *adjective.referents.as_slice() {
            [Referent::Known(country)] => country,
            _ => return phrase,
        };
        let holder = first.kind == PhraseKind::Person && first.named && first.number == Number::Singular;
        let same = holder && first.office.is_some() && first.end == adjective.start;
        let nationality = adjective.kind == PhraseKind::Demonym && adjective.clitics == Clitics::WA;
        let person = match *phrase.referents.as_slice() {
            [person] if phrase.kind == PhraseKind::Person && phrase.named && phrase.clitics == Clitics::NONE => person,
            _ => return phrase,
        };
        let own = match person {
            Referent::Known(_) => self.country_of(person) == Some(country),
            Referent::New(_) => true,
        };
        if !same || !nationality || !own || adjective.end != phrase.start || !self.joined(phrase.start) {
            return phrase;
        }
        let (office, start) = (first.office, adjective.start);
        before.pop();
        self.give_office(person, office, Some(Referent::Known(country)), false, phrase.span);
        Phrase { start, clitics: Clitics::WA, office, ..phrase }
    }
}
