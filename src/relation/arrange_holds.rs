//! What the words of an Arabic sentence may ask of its arrangement, so that a step without its words is left out.

use smallvec::SmallVec;

use super::arrange_asks::MATTERS;
use super::unit::{Kind, Unit};
use crate::gazetteer::Number;
use crate::lexicon::{Class, Family, Lexicon, Membership, Predicate, PrepId};
use crate::mention::{Phrase, PhraseKind};
use crate::text::{Clitics, Gap, Tokens};

/// What steps ask for: where a sentence holds none of it, they are left out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Holds {
    pub(super) comma: bool,
    /// إضافة إلى
    pub(super) more: bool,
    pub(super) venue: bool,
    /// أول, ثاني
    pub(super) first: bool,
    pub(super) described: bool,
    /// نسب إلى
    pub(super) ascribed: bool,
    /// الذراع السياسية, الجناح العسكري
    pub(super) branch: bool,
    /// طائرة, سفينة
    pub(super) craft: bool,
    pub(super) entering: bool,
    pub(super) relative: bool,
    /// A word for people who are sent.
    pub(super) sent: bool,
    pub(super) participle: bool,
    /// A word for who comes along, or a verb with a suffix, which may be one.
    pub(super) company: bool,
    /// ومساعده: who comes along, known by whose he is.
    pub(super) attendant: bool,
    pub(super) place: bool,
    /// An office of one person without his name.
    pub(super) title: bool,
    /// A name without an office.
    pub(super) bare_name: bool,
    /// هي السنغال ومالي: a pronoun right before a name.
    pub(super) several: bool,
    /// الشقيقة: an adjective that a title may have.
    pub(super) adorned: bool,
    /// الغاشم: what is said of a deed of force.
    pub(super) savage: bool,
    /// A verb that has what may be signed right behind it.
    pub(super) signs: bool,
    /// غير معلنة: the "un-" of an adjective.
    pub(super) prefix: bool,
    pub(super) bracket: bool,
    pub(super) dash: bool,
    /// A phrase behind ل, or one that a step before may put there.
    pub(super) owned: bool,
    /// بقيادة, بزعامة
    pub(super) led: bool,
    /// What may open what a contact is about: حول, لبحث, a verb near behind its noun.
    pub(super) about: bool,
    /// A verb and a noun that tell of a journey.
    pub(super) arrives: bool,
    /// A verb with a pronoun on it.
    pub(super) suffixed: bool,
    /// What its words may tell, a bit a predicate.
    pub(super) told: u32,
}

impl Holds {
    pub(super) fn of(units: &[Unit], phrases: &[Phrase], lexicon: &Lexicon, tokens: &Tokens) -> Holds {
        /// How far behind the noun of a contact a verb may say what it is about.
        const NEAR: usize = 4;
        let not = lexicon.preposition_id("غير");
        let mut matters: Option<SmallVec<[PrepId; 4]>> = None;
        let mut holds = Holds::default();
        for phrase in phrases {
            let (one, office) = (phrase.number == Number::Singular, phrase.office.is_some());
            match phrase.kind {
                PhraseKind::Place => holds.place = true,
                PhraseKind::Pronoun => holds.several = true,
                PhraseKind::Unknown | PhraseKind::Person if one && office && !phrase.named => holds.title = true,
                PhraseKind::Person if one && !office && phrase.named => holds.bare_name = true,
                _ => {}
            }
        }
        // Whether the unit before is a verb of the lexicon.
        let mut behind_verb = false;
        let mut journeys = (false, false);
        // Where the noun of a contact was met last.
        let mut contact = None;
        for (at, unit) in units.iter().enumerate() {
            let phrase = unit.phrase().is_some();
            holds.signs |= behind_verb && !phrase && !unit.is_mark();
            behind_verb = unit.kind == Kind::Verb && !unit.forms.is_empty();
            let token = &tokens.tokens[unit.start];
            holds.bracket |= token.bracket;
            holds.dash |= token.gap == Gap::Punct(b'-');
            if phrase {
                holds.owned |= unit.clitics == Clitics::LI;
                continue;
            }
            holds.comma |= unit.is_comma();
            holds.sent |= unit.delegation;
            holds.participle |= unit.kind == Kind::Participle;
            for form in &unit.forms {
                let told = lexicon.trigger(form.trigger).predicate;
                if told == Some(Predicate::Visited) {
                    journeys.0 |= unit.kind == Kind::Verb;
                    journeys.1 |= unit.kind == Kind::Noun;
                }
                holds.told |= told.map_or(0, |told| 1 << told as u32);
                let noun = unit.kind == Kind::Noun;
                contact =
                    if noun && told.is_some_and(|told| told.family() == Family::Contact) { Some(at) } else { contact };
                holds.about |= noun && unit.clitics == Clitics::LI && told == Some(Predicate::TalkedWith);
            }
            if unit.kind == Kind::Verb {
                holds.about |= contact.is_some_and(|contact| at <= contact + NEAR);
                holds.suffixed |= unit.verb().is_some_and(|(.., object)| object.is_some());
            }
            for class in &unit.classes {
                match class {
                    Class::ListMore => holds.more = true,
                    Class::Venue => holds.venue = true,
                    Class::First => holds.first = true,
                    Class::Described => holds.described = true,
                    Class::Ascribed => holds.ascribed = true,
                    Class::Branch => holds.branch = true,
                    Class::Craft => holds.craft = true,
                    Class::Entering => holds.entering = true,
                    Class::Relative => holds.relative = true,
                    Class::Company => holds.company = true,
                    Class::Attendant => holds.attendant = true,
                    Class::TitleAdjective { .. } => holds.adorned = true,
                    Class::Savage => holds.savage = true,
                    Class::Members(Membership::Led) => holds.led = true,
                    Class::Prep(id) => {
                        holds.prefix |= Some(*id) == not;
                        if contact.is_some() && !holds.about {
                            let ids = || MATTERS.iter().filter_map(|word| lexicon.preposition_id(word)).collect();
                            holds.about = matters.get_or_insert_with(ids).contains(id);
                        }
                    }
                    Class::Presence => holds.company = true,
                    _ => {}
                }
            }
        }
        holds.company |= holds.suffixed;
        holds.arrives = journeys == (true, true);
        holds.owned |= holds.craft || holds.ascribed;
        holds
    }

    /// Returns whether a word of the sentence may tell that some wrote to, called, met or talked with others.
    pub(super) fn contact(self) -> bool {
        use Predicate::{Called, Met, NegotiatedWith, TalkedWith, WroteTo};
        [Called, Met, NegotiatedWith, TalkedWith, WroteTo].into_iter().any(|told| self.tells(told))
    }

    /// Returns whether a word of the sentence may tell a relation of that kind.
    pub(super) fn tells(self, told: Predicate) -> bool {
        self.told >> told as u32 & 1 != 0
    }
}
