//! The units of an Arabic sentence in the order in which they are read: what parts a verb from who does it or to whom, and says
//! nothing of either, is taken out or put last.
//!
//! Each step is a file of its own: where a place lies (`bracket`), houses and their owners (`venue`), titles before names (`titled`), offices that speak for somebody (`bureau`), offices of whoever held
//! them (`whoever`), posts of envoys (`posting`), commas (`aside`), parentheses with a verb of their own
//! (`parenthesis`), companions (`company`), backers (`backed`), what is signed before those who sign it (`signed`).

use super::aside::{
    additions_joined, channel_last, gathered_with, honours_last, without_ascriptions, without_beginnings,
    without_belonging, without_branches, without_craft, without_demand_commas, without_deputations,
    without_descriptions, without_durations, without_needless_commas, without_prefixes,
};
use super::backed::{auspices_last, backers_last};
use super::bracket::{without_list_brackets, without_locations, without_members_in_dashes};
use super::bureau::without_bureaus;
use super::company::{accompanies, companions_last, joint_heads, without_attendants};
use super::counted::without_counts;
use super::parenthesis::{Asked, parentheses_last};
use super::posting::{Posts, without_postings};
use super::signed::pacts_last;
use super::titled::{without_further_titles, without_long_titles, without_titles_before_names};
use super::unit::{Kind, Unit};
use super::venue::{has_house, without_named_houses, without_venues};
use super::whoever::without_whoever;
use crate::gazetteer::{EntityKind, Number};
use crate::lexicon::{Class, Family, Form, Item, Lexicon, Predicate, PrepId, Slot};
use crate::mention::{Kinds, Knowledge, Payload, Phrase, PhraseKind, Referent, Scan, is_belonging};
use crate::text::fold::{ALEF, BEH, HEH, LAM, NOON, WAW, YEH};
use crate::text::{Clitics, Gap, Tokens};

/// Arranges the units of a sentence.
pub(super) fn arrange(units: &mut Vec<Unit>, knowledge: &Knowledge, tokens: &Tokens, scan: &Scan, phrases: &[Phrase]) {
    let not = knowledge.lexicon.preposition_id("غير");
    let holds = Holds::of(units, phrases, &knowledge.lexicon, tokens);
    if holds.adorned {
        without_adornments(units, phrases);
    }
    if holds.savage {
        without_savageries(units, phrases);
    }
    if holds.prefix {
        without_prefixes(units, |unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == not))
        });
    }
    if holds.several {
        let number = |payload: Payload| match payload {
            Payload::Lexicon(index) => {
                matches!(knowledge.lexicon.entry(index).item, Item::Class(Class::Number(_) | Class::Several))
            }
            _ => false,
        };
        let counts = |unit: &Unit| {
            let mut hits = scan.at(unit.start).iter().filter(|hit| hit.end as usize == unit.end);
            hits.any(|hit| knowledge.dictionary.payloads(hit.node).any(number))
        };
        without_counts(units, phrases, counts);
    }
    if holds.comma && holds.bracket {
        without_locations(units, phrases, |unit| tokens.tokens[unit.start].bracket);
        without_list_brackets(units, phrases, |unit| tokens.tokens[unit.start].bracket);
    }
    if holds.comma && holds.dash {
        without_members_in_dashes(units, phrases, |unit| tokens.tokens[unit.start].gap == Gap::Punct(b'-'));
    }
    let led =
        |unit: &Unit| unit.clitics.has(Clitics::BI) || tokens.form(&tokens.tokens[unit.start]).first() == Some(&BEH);
    let inside = knowledge.lexicon.preposition_id("في");
    let is_in = |unit: &Unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == inside));
    let journey = |unit: &Unit| unit.forms.iter().any(|form| knowledge.lexicon.trigger(form.trigger).is_journey());
    let definite = |unit: &Unit| {
        let form = tokens.form(&tokens.tokens[unit.start]);
        form.starts_with(&[LAM, LAM]) || form.starts_with(&[ALEF, LAM])
    };
    if holds.venue {
        without_venues(units, phrases, led, is_in, journey, definite);
    }
    let houses = |phrase: &Phrase| {
        let body = phrase.referents.as_slice();
        matches!(body, &[Referent::Known(key)] if has_house(knowledge.gazetteer.get(key).id))
    };
    if phrases.iter().any(|phrase| phrase.kind == PhraseKind::Body && houses(phrase)) {
        let house = |unit: &Unit| unit.phrase().is_some_and(|index| houses(&phrases[index]));
        let contact = |row: Option<Predicate>| row.is_some_and(|predicate| predicate.family() == Family::Contact);
        let meets =
            |unit: &Unit| unit.forms.iter().any(|form| contact(knowledge.lexicon.trigger(form.trigger).predicate));
        without_named_houses(units, phrases, is_in, house, meets);
    }
    if holds.title {
        without_titles_before_names(units, phrases);
    }
    if holds.title && holds.bare_name {
        let quoted = |unit: &Unit| tokens.tokens[unit.start].quote;
        without_long_titles(units, phrases, quoted, is_in);
    }
    if holds.title {
        without_further_titles(units, phrases, definite);
    }
    if holds.first {
        without_whoever(units, phrases, journey, definite);
    }
    let home = knowledge.lexicon.preposition_id("لدى");
    let goal = knowledge.lexicon.preposition_id("إلى");
    without_postings(
        units,
        phrases,
        &Posts {
            accredits: &|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == home)),
            is_in: &is_in,
            towards: &|unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == goal)),
            posted: &|unit| ends_in_posted_title(knowledge, tokens, scan, phrases, unit),
            encloses: &|unit| encloses(tokens, unit),
        },
    );
    if holds.participle && holds.tells(Predicate::Supported) {
        backers_last(units, phrases, |unit| {
            let backs = |form: &Form| knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Supported);
            unit.kind == Kind::Participle && unit.forms.iter().all(backs)
        });
    }
    if holds.tells(Predicate::Mediated) {
        auspices_last(
            units,
            phrases,
            |unit| {
                let told = |form: &Form| knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Mediated);
                led(unit) && unit.forms.iter().any(told)
            },
            |unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == goal)),
        );
    }
    let says = |unit: &Unit| unit.forms.iter().any(|form| knowledge.lexicon.trigger(form.trigger).flags.speech);
    let light = |unit: &Unit| {
        unit.kind == Kind::Verb && unit.forms.iter().any(|form| knowledge.lexicon.trigger(form.trigger).flags.light)
    };
    let described = |unit: &Unit| {
        unit.kind == Kind::Verb && unit.is(Class::Described) && unit.verb().is_some_and(|(.., object)| object.is_none())
    };
    if holds.venue {
        without_bureaus(units, phrases, says);
    }
    if holds.entering {
        without_beginnings(units);
    }
    let strikes = |unit: &Unit| {
        let told = |form: &Form| knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Attacked);
        unit.kind == Kind::Noun && unit.forms.iter().any(told)
    };
    if holds.craft {
        without_craft(units, strikes, |unit| {
            let form = tokens.form(&tokens.tokens[unit.start]);
            unit.end == unit.start + 1 && form.first() == Some(&LAM)
        });
    }
    if holds.ascribed {
        without_ascriptions(units, strikes, |unit| {
            unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == goal))
        });
    }
    if holds.tells(Predicate::Called) {
        channel_last(units, phrases, |unit| {
            unit.forms.iter().any(|form| {
                let row = knowledge.lexicon.trigger(form.trigger);
                row.predicate == Some(Predicate::Called) && row.object.contains(&Slot::Besides)
            })
        });
    }
    if holds.suffixed && holds.tells(Predicate::Hosted) {
        honours_last(units, phrases, |unit| {
            unit.end > unit.start + 1
                && unit
                    .forms
                    .iter()
                    .any(|form| knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::Hosted))
        });
    }
    if holds.owned {
        without_belonging(units, |unit| {
            unit.end == unit.start + 1 && is_belonging(tokens.form(&tokens.tokens[unit.start]))
        });
    }
    if holds.comma && holds.branch {
        without_branches(units, |unit| encloses(tokens, unit));
    }
    if holds.described {
        without_descriptions(units, described, led);
    }
    if holds.sent {
        let from = knowledge.lexicon.preposition_id("من");
        without_deputations(units, phrases, |unit| {
            unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == from))
        });
    }
    if holds.relative {
        let lasts = |unit: &Unit| {
            unit.kind == Kind::Verb
                && unit.verb().is_some_and(|(.., object)| object.is_none())
                && unit.forms.iter().all(|form| {
                    let trigger = knowledge.lexicon.trigger(form.trigger);
                    trigger.flags.occurs && trigger.predicate.is_none()
                })
        };
        without_durations(units, phrases, lasts);
    }
    if holds.more {
        let meets = |unit: &Unit| {
            unit.verb().is_some_and(|(.., object)| object.is_none())
                && unit.forms.iter().any(|form| {
                    let trigger = knowledge.lexicon.trigger(form.trigger);
                    let contact = trigger.predicate.is_some_and(|told| told.family() == Family::Contact);
                    contact && trigger.object.contains(&Slot::Object)
                })
        };
        additions_joined(units, phrases, meets);
    }
    if holds.comma {
        without_needless_commas(units, phrases, says, light, led, definite);
    }
    if holds.comma && holds.tells(Predicate::DemandedOf) {
        let upon = knowledge.lexicon.preposition_id("على");
        let demands = |unit: &Unit| {
            let asks = |form: &Form| {
                let row = knowledge.lexicon.trigger(form.trigger);
                row.predicate == Some(Predicate::DemandedOf) && row.object.contains(&Slot::Object)
            };
            unit.forms.iter().any(asks)
        };
        let to = |unit: &Unit| {
            unit.is_preposition() && unit.has(|c| matches!(c, Class::Prep(id) if Some(id) == goal || Some(id) == upon))
        };
        without_demand_commas(units, phrases, demands, to);
    }
    // أعرب فلان، في بيان، عن دعمه: what a verb of saying says, too.
    let from = knowledge.lexicon.preposition_id("عن");
    let takes = |verb: &Unit, next: &Unit| {
        if says(verb) && from.is_some_and(|from| next.is(Class::Prep(from))) {
            return true;
        }
        let written = |word: &str, clitic: Clitics, letter: u8| {
            let clinging = next.clitics.has(clitic)
                || next.kind == Kind::Word && tokens.form(&tokens.tokens[next.start]).first() == Some(&letter);
            knowledge.lexicon.preposition_id(word).filter(|_| clinging)
        };
        let own = [written("ب", Clitics::BI, BEH), written("ل", Clitics::LI, LAM)];
        let is = |id: PrepId| own.contains(&Some(id)) || next.is(Class::Prep(id));
        verb.forms.iter().flat_map(|form| &knowledge.lexicon.trigger(form.trigger).object).any(|slot| match *slot {
            Slot::Prep(id) => is(id),
            Slot::Target(id) => is(id),
            Slot::Actor => own[0].is_some() || next.is_preposition(),
            _ => false,
        })
    };
    // طالب فلان في كلمة: what is demanded stands behind ب, على or إلى.
    let inner = |next: &Unit| is_in(next) || next.is(Class::Circumstance);
    let silent =
        |unit: &Unit| unit.forms.iter().all(|form| knowledge.lexicon.trigger(form.trigger).predicate.is_none());
    // خلال الزيارة التي يقوم بها: what is done by the way has its own readers, and pronouns that look back.
    let does = |unit: &Unit| unit.verb().is_none_or(|(.., object)| object.is_some()) || !light(unit);
    let says = |unit: &Unit| match unit.kind {
        Kind::Verb => !unit.clitics.has_conjunction() && does(unit),
        Kind::Noun => unit.owner().is_some() && silent(unit),
        _ => false,
    };
    let governs = |verb: &Unit, next: &Unit| {
        let acts = verb
            .forms
            .iter()
            .any(|form| knowledge.lexicon.trigger(form.trigger).object.iter().any(|slot| matches!(slot, Slot::Actor)));
        takes(verb, next) && (!acts || !inner(next))
    };
    let stance = |verb: &Unit| {
        let mut predicates = verb.forms.iter().filter_map(|form| knowledge.lexicon.trigger(form.trigger).predicate);
        predicates.clone().next().is_some() && predicates.all(|predicate| predicate.family() != Family::Contact)
    };
    let relates = |unit: &Unit| {
        let form = tokens.form(&tokens.tokens[unit.end - 1]);
        form.len() > 3
            && matches!(form, [.., YEH] | [.., YEH, HEH] | [.., YEH, ALEF])
            && !form.starts_with(&[ALEF, LAM])
    };
    let asked = Asked {
        led: &led,
        inside: &is_in,
        takes: &takes,
        governs: &governs,
        says: &says,
        stance: &stance,
        relates: &relates,
        joined: &|unit| {
            let form = tokens.form(&tokens.tokens[unit.start]);
            unit.kind == Kind::Word && form.len() > 4 && form.first() == Some(&WAW)
        },
        bodies: &|phrase| {
            phrase.referents.iter().all(|&referent| match referent {
                Referent::Known(key) => knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
                Referent::New(_) => true,
            })
        },
        encloses: &|unit| encloses(tokens, unit),
    };
    parentheses_last(units, phrases, &asked);
    if holds.signs {
        let signs = |unit: &Unit| {
            let row = |form: &Form| knowledge.lexicon.trigger(form.trigger);
            let signs = |form: &Form| {
                row(form).predicate == Some(Predicate::AgreedWith) && row(form).subject.first() == Some(&Slot::Subject)
            };
            unit.kind == Kind::Verb
                && unit.verb().is_some_and(|(.., object)| object.is_none())
                && unit.forms.iter().any(signs)
        };
        let pact = |unit: &Unit| {
            let agreed = |form: &Form| knowledge.lexicon.trigger(form.trigger).predicate == Some(Predicate::AgreedWith);
            let known = || definite(unit) && unit.clitics == Clitics::NONE;
            unit.phrase().is_none()
                && (unit.is_definite_noun() && unit.forms.iter().any(agreed) && unit.owner().is_none()
                    || unit.is(Class::Document) && known())
        };
        let on = knowledge.lexicon.preposition_id("على");
        pacts_last(units, phrases, signs, pact, |unit| on.is_some_and(|on| unit.is(Class::Prep(on))));
    }
    if holds.attendant {
        let ground = |unit: &Unit| {
            let lies = |index: usize| matches!(phrases[index].kind, PhraseKind::Place | PhraseKind::Country);
            unit.phrase().map_or_else(|| unit.is(Class::PlaceHead), lies)
        };
        let joined = |unit: &Unit| tokens.form(&tokens.tokens[unit.start]).first() == Some(&WAW);
        without_attendants(units, joined, ground);
    }
    if holds.company {
        let gathers = |form: &Form| {
            let row = knowledge.lexicon.trigger(form.trigger);
            row.flags.event && row.predicate == Some(Predicate::Met)
        };
        let towards = |unit: &Unit| unit.has(|class| matches!(class, Class::Prep(id) if Some(id) == goal));
        if holds.suffixed && holds.tells(Predicate::Met) {
            gathered_with(units, phrases, |unit| unit.forms.iter().any(gathers), towards);
        }
        let apart = |form: &Form| knowledge.lexicon.trigger(form.trigger).flags.apart;
        joint_heads(units, |unit| unit.forms.iter().any(apart));
        let comes_along = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Company);
        companions_last(units, |unit| accompanies(&knowledge.lexicon, unit) || comes_along(unit));
    }
}

/// What steps ask for: where a sentence holds none of it, they are left out.
#[derive(Clone, Copy, Debug, Default)]
struct Holds {
    comma: bool,
    /// إضافة إلى
    more: bool,
    venue: bool,
    /// أول, ثاني
    first: bool,
    described: bool,
    /// نسب إلى
    ascribed: bool,
    /// الذراع السياسية, الجناح العسكري
    branch: bool,
    /// طائرة, سفينة
    craft: bool,
    entering: bool,
    relative: bool,
    /// A word for people who are sent.
    sent: bool,
    participle: bool,
    /// A word for who comes along, or a verb with a suffix, which may be one.
    company: bool,
    /// ومساعده: who comes along, known by whose he is.
    attendant: bool,
    place: bool,
    /// An office of one person without his name.
    title: bool,
    /// A name without an office.
    bare_name: bool,
    /// هي السنغال ومالي: a pronoun right before a name.
    several: bool,
    /// الشقيقة: an adjective that a title may have.
    adorned: bool,
    /// الغاشم: what is said of a deed of force.
    savage: bool,
    /// A verb that has what may be signed right behind it.
    signs: bool,
    /// غير معلنة: the "un-" of an adjective.
    prefix: bool,
    bracket: bool,
    dash: bool,
    /// A phrase behind ل, or one that a step before may put there.
    owned: bool,
    /// A verb with a pronoun on it.
    suffixed: bool,
    /// What its words may tell, a bit a predicate.
    told: u32,
}

impl Holds {
    fn of(units: &[Unit], phrases: &[Phrase], lexicon: &Lexicon, tokens: &Tokens) -> Holds {
        let not = lexicon.preposition_id("غير");
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
        for unit in units {
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
                holds.told |= told.map_or(0, |told| 1 << told as u32);
            }
            if unit.kind == Kind::Verb {
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
                    Class::Prep(id) => holds.prefix |= Some(*id) == not,
                    _ => {}
                }
            }
        }
        holds.company |= holds.suffixed;
        holds.owned |= holds.craft || holds.ascribed;
        holds
    }

    /// Returns whether a word of the sentence may tell a relation of that kind.
    fn tells(self, told: Predicate) -> bool {
        self.told >> told as u32 & 1 != 0
    }
}

/// في الجمهورية اليمنية الشقيقة: takes out what only adorns a country or whose office ends in one, so that a list goes on behind it.
fn without_adornments(units: &mut Vec<Unit>, phrases: &[Phrase]) {
    let adorns = |unit: &Unit| {
        unit.kind == Kind::Function
            && unit.phrase().is_none()
            && !unit.classes.is_empty()
            && unit.classes.iter().all(|class| matches!(class, Class::TitleAdjective { former: false }))
    };
    // نشكر الشقيقة إيران والصديقة روسيا: nor before it.
    for at in (1..units.len()).rev() {
        let country = units[at].phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Country);
        let before = units[at - 1].clitics;
        let joins = before == Clitics::NONE || before == Clitics::WA;
        if country && units[at].clitics == Clitics::NONE && adorns(&units[at - 1]) && joins {
            units[at].clitics = before;
            units.remove(at - 1);
        }
    }
    let mut behind = false;
    units.retain(|unit| {
        let adorns = adorns(unit) && unit.clitics == Clitics::NONE;
        if behind && adorns {
            return false;
        }
        behind = unit
            .phrase()
            .is_some_and(|index| !matches!(phrases[index].kind, PhraseKind::Demonym | PhraseKind::Pronoun));
        true
    });
}

/// الهجوم الإرهابي الحوثي, ميليشيا الحوثي الإرهابية المدعومة من إيران: takes out what is said of a deed before whose it is, and of a body before
/// who backs it.
fn without_savageries(units: &mut Vec<Unit>, phrases: &[Phrase]) {
    let kind = |unit: &Unit| unit.phrase().map(|index| phrases[index].kind);
    let side = |unit: &Unit| matches!(kind(unit), Some(PhraseKind::Demonym | PhraseKind::Body));
    let mut at = 1;
    while at + 1 < units.len() {
        let (before, unit, next) = (&units[at - 1], &units[at], &units[at + 1]);
        let savage = unit.phrase().is_none() && unit.clitics == Clitics::NONE && unit.is(Class::Savage);
        let deed = before.is_definite_noun() && side(next) && next.clitics == Clitics::NONE;
        let backed = side(before) && next.kind == Kind::Participle && next.clitics == Clitics::NONE;
        if savage && (deed || backed) {
            units.remove(at);
        } else {
            at += 1;
        }
    }
}

/// Returns whether a phrase ends in the title of an envoy, and not in a name.
fn ends_in_posted_title(knowledge: &Knowledge, tokens: &Tokens, scan: &Scan, phrases: &[Phrase], unit: &Unit) -> bool {
    let Some(phrase) = unit.phrase().map(|index| &phrases[index]) else { return false };
    let name_last = phrase.named && phrase.span.end == tokens.tokens[unit.end - 1].span.end;
    let gazetteer = &knowledge.gazetteer;
    let posted = |payload: Payload| match payload {
        Payload::Title(index) => {
            gazetteer.titles()[index as usize].office.is_some_and(|office| gazetteer.offices().is_posted(office))
        }
        _ => false,
    };
    // استدعى المغرب سفيره لدى ألمانيا: his own envoy, whom the verb asks for with his post.
    let suffixed = phrase.kind == PhraseKind::Unknown
        && matches!(tokens.form(&tokens.tokens[unit.end - 1]), [.., HEH] | [.., HEH, ALEF] | [.., NOON, ALEF]);
    !name_last
        && !suffixed
        && (unit.start..unit.end)
            .flat_map(|at| scan.at(at))
            .filter(|hit| hit.kinds.has(Kinds::TITLE))
            .any(|hit| knowledge.dictionary.payloads(hit.node).any(posted))
}

/// Returns whether a comma stands within a unit: a name and a title behind it.
pub(super) fn encloses(tokens: &Tokens, unit: &Unit) -> bool {
    tokens.tokens[unit.start..unit.end].iter().skip(1).any(|token| token.gap == Gap::Punct(b','))
}
