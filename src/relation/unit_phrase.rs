//! The units that are noun phrases: which words are one with them, and what their letters say of them.

use super::settled::{aide_of_leader, before_counterpart, place_of_owner};
use super::unit::{Case, Kind, Unit, plain};
use super::unit_form::{case, is_accusative, is_counterpart, is_oblique_dual, is_of_class, is_official, is_possessive};
use super::units::{Cutter, Word, mark};
use crate::document::Lang;
use crate::gazetteer::Number;
use crate::lexicon::{Class, Item, WordList};
use crate::mention::{Knowledge, Payload, Phrase, PhraseKind, Scan};
use crate::text::fold::{ALEF, LAM};
use crate::text::{Clitics, Gap, Tokens};

impl Cutter<'_> {
    /// Takes the phrase at the next token, with what belongs to it, where one begins there.
    pub(super) fn takes_phrase(&mut self, word: Word<'_>) -> bool {
        if self.phrase_here().is_none() {
            return self.lang == Lang::En && self.takes_phrase_further_on(word);
        }
        if let Some(skipped) = before_counterpart(self.lang, self.scan, self.phrases, self.next_phrase) {
            // "his Russian counterpart, Sergey Lavrov" is one party.
            self.next_phrase += skipped;
            self.at = self.phrases[self.next_phrase].start;
        }
        if self.takes_opposed(word) {
            return true;
        }
        if self.lang == Lang::En {
            self.pass_owner();
            self.pass_owner_of_place();
            if self.takes_aide(word) {
                return true;
            }
        }
        self.takes_phrase_itself(word)
    }

    /// Takes a phrase that begins behind the next token, which says whose it is.
    fn takes_phrase_further_on(&mut self, word: Word<'_>) -> bool {
        self.pass_owner_of_place();
        self.takes_aide(word) || self.takes_phrase_itself(word)
    }

    /// "anti-Assad rebels": who is fought is no party to what they do.
    fn takes_opposed(&mut self, word: Word<'_>) -> bool {
        let against = self.lang == Lang::En
            && word.hyphen()
            && self.at > self.range.0
            && matches!(self.form(self.at - 1), b"anti" | b"pro");
        let Some(phrase) = self.phrase_here().filter(|_| against) else { return false };
        self.out.push(plain(self.at, phrase.end, Kind::Word));
        self.at = phrase.end;
        self.next_phrase += 1;
        true
    }

    /// "Sudan's Burhan", "Lebanese Michel Suleiman", "Lebanon's Hezbollah": the person or body is the party.
    fn pass_owner(&mut self) {
        let Some(phrase) = self.phrase_here() else { return };
        let Cutter { tokens, phrases, next_phrase, range, .. } = *self;
        let end = phrase.end + usize::from(is_possessive(tokens, phrase.end, range.1));
        let Some(next) = phrases.get(next_phrase + 1).filter(|next| next.start == end) else { return };
        // "the Syrian National Coalition leader Moaz al-Khatib", "his Kosovo counterpart Atifete Jahjaga".
        let titled = next.office.is_some() || !tokens.tokens[next.start].capital;
        // "received in Riyadh Lebanese Prime Minister Saad Hariri": where it is done, and not whose title follows.
        let place = || {
            matches!(phrase.kind, PhraseKind::Place | PhraseKind::Country)
                && self.out.last().is_some_and(|unit| is_within(self.knowledge, unit))
        };
        let whose = end > phrase.end || phrase.kind == PhraseKind::Demonym || titled && !place();
        let owner =
            matches!(phrase.kind, PhraseKind::Country | PhraseKind::Body | PhraseKind::Place | PhraseKind::Demonym);
        let owned = next.kind == PhraseKind::Body && phrase.kind == PhraseKind::Country && end > phrase.end;
        if whose
            && owner
            && (next.kind == PhraseKind::Person || owned)
            && next.named
            && tokens.tokens[end].gap.is_weak()
        {
            self.next_phrase += 1;
            self.at = end;
        }
    }

    /// "Kenya's capital Nairobi": the place is the party.
    fn pass_owner_of_place(&mut self) {
        let found = place_of_owner(self.knowledge, self.tokens, self.scan, self.phrases, self.next_phrase, self.at);
        if let Some((index, start)) = found {
            self.next_phrase = index;
            self.at = start;
        }
    }

    /// "an adviser to Iran's Supreme Leader Ali Khamenei" is one party, and not the leader.
    fn takes_aide(&mut self, word: Word<'_>) -> bool {
        let Some(end) = aide_of_leader(self.tokens, self.phrases, self.next_phrase, self.at) else { return false };
        let mut unit = plain(self.at, end, Kind::Phrase(self.next_phrase));
        unit.hyphen = word.hyphen();
        unit.determined = std::mem::take(&mut self.determined);
        self.out.push(unit);
        self.at = end;
        self.next_phrase += 2;
        true
    }

    /// Takes the phrase at the next token as a unit.
    fn takes_phrase_itself(&mut self, word: Word<'_>) -> bool {
        let Some(phrase) = self.phrase_here() else { return false };
        let mut unit = plain(self.at, phrase.end, Kind::Phrase(self.next_phrase));
        unit.clitics = phrase.clitics;
        unit.hyphen = word.hyphen();
        unit.determined = std::mem::take(&mut self.determined);
        self.note_people(&mut unit, phrase, word.form);
        self.note_form(&mut unit, phrase, word.form);
        self.at = phrase.end;
        self.note_pronoun(&mut unit, phrase, word.form);
        self.take_possessive(&mut unit, phrase);
        self.out.push(unit);
        self.next_phrase += 1;
        true
    }

    /// Notes who stands for somebody, and what stands for a deed or an aim of his.
    fn note_people(&self, unit: &mut Unit, phrase: &Phrase, form: &[u8]) {
        let agent = phrase.kind == PhraseKind::Agent;
        let is = |at, class| is_of_class(self.knowledge, self.scan, self.lang, at, class);
        unit.delegation = agent && is(phrase.start, Class::Deputation);
        unit.official = agent && is_official(form);
        if self.lang == Lang::En {
            let last = self.form(phrase.end - 1);
            unit.deputes = (phrase.start..phrase.end).any(|token| is(token, Class::Deputation));
            unit.deed = agent && is(phrase.end - 1, Class::Act);
            // "Israeli plans to annex": what a country means to do.
            unit.aim = agent
                && self.knowledge.lexicon.lists(WordList::Wills, last)
                && phrase.end < self.range.1
                && self.form(phrase.end) == b"to";
        }
    }

    /// Notes how many a phrase means, in which case it stands, and whether it is the counterpart of somebody.
    fn note_form(&self, unit: &mut Unit, phrase: &Phrase, form: &[u8]) {
        unit.pair = match self.lang {
            Lang::Ar => {
                phrase.clitics == Clitics::NONE && (phrase.number == Number::Dual || phrase.referents.len() == 2)
            }
            // "the two" are people more often than "the two sides".
            Lang::En => {
                phrase.kind == PhraseKind::Both
                    && matches!(self.form(phrase.end - 1), b"two" | b"pair" | b"duo" | b"them" | b"both")
            }
        };
        // ضيفه, مضيفه
        let guest = phrase.kind == PhraseKind::Counterpart && (self.lang == Lang::Ar || phrase.gender.is_some());
        // بنظيره, لنظيره
        let bare = if phrase.clitics.has_preposition() { form.get(1..).unwrap_or(form) } else { form };
        unit.counterpart = is_counterpart(bare) || guest;
        unit.oblique = self.lang == Lang::Ar
            && (phrase.number != Number::Singular && is_oblique_dual(form) || unit.delegation && is_accusative(form));
    }

    /// Notes what a pronoun says of itself by its letters.
    fn note_pronoun(&self, unit: &mut Unit, phrase: &Phrase, form: &[u8]) {
        if phrase.kind != PhraseKind::Pronoun {
            return;
        }
        // Of the words that stand for somebody only the latter has an article.
        let article = if self.lang == Lang::Ar { form.starts_with(&[ALEF, LAM]) } else { form == b"the" };
        if article {
            unit.case = Some(Case::Latter);
        } else if self.lang == Lang::En {
            let opens = || opens_noun(self.knowledge, self.tokens, self.scan, self.at, self.range.1);
            unit.case = case(form, &opens);
            unit.possessive =
                matches!(unit.case, Some(Case::Owner | Case::ThingOwner)) || matches!(form, b"our" | b"my" | b"your");
        }
    }

    /// Takes the "'s" behind a phrase.
    fn take_possessive(&mut self, unit: &mut Unit, phrase: &Phrase) {
        let tokens = &self.tokens.tokens;
        if self.at < self.range.1 && tokens[self.at].gap == Gap::Joined && self.form(self.at) == b"s" {
            unit.possessive = true;
            self.at += 1;
        } else if tokens[self.at - 1].owner && phrase.kind != PhraseKind::Pronoun {
            unit.possessive = true;
        }
    }
}

/// "in", "at": whether a unit says where something is done.
fn is_within(knowledge: &Knowledge, unit: &Unit) -> bool {
    let within = ["in", "at"].map(|word| knowledge.lexicon.preposition_id(word));
    unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Prep(id) if within.contains(&Some(id))))
}

/// "her speech", not "met her in": no mark and no function word stands at the token.
fn opens_noun(knowledge: &Knowledge, tokens: &Tokens, scan: &Scan, at: usize, end: usize) -> bool {
    at < end
        && mark(tokens.tokens[at].gap, tokens.tokens[at].bracket).is_none()
        && !scan.at(at).iter().any(|hit| {
            // "called her last week", but "her earlier remarks"
            let time = hit.end as usize > at + 1;
            knowledge.dictionary.payloads(hit.node).any(|payload| match payload {
                Payload::Lexicon(index) => match knowledge.lexicon.entry(index).item {
                    Item::Class(Class::Skip) => time,
                    Item::Class(class) => matches!(
                        class,
                        Class::Prep(_) | Class::Conj | Class::Circumstance | Class::Complement | Class::Day(_)
                    ),
                    _ => false,
                },
                _ => false,
            })
        })
}
