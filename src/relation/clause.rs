//! The parties of a sentence: who stands as subject, object, genitive or behind which preposition.
//!
//! Everything here looks at the units of one sentence from the place of one head (a verb, noun or participle) and
//! answers with parties and how sure the step is. Clause limits are marks, complementisers, relative pronouns and
//! finite verbs.

use std::cell::Cell;

use super::held::Held;
use super::narrative::Narrative;
use super::steps_en::Step;
use super::subject_en::VerbForm;
use super::trace::Trace;
use super::unit::{Kind, Unit};
use super::when::{Bond, Times, When};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Predicate, Pronoun};
use crate::mention::{Knowledge, Phrase, PhraseKind, Referent, Without};
use crate::text::{Clitics, Span};
use jiff::civil::Date;

/// One party of a relation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Party {
    pub(super) referent: Referent,
    pub(super) span: Option<Span>,
    pub(super) kind: PhraseKind,
    pub(super) gender: Option<Gender>,
}

impl Party {
    /// Where the text names the party: nowhere where الحركة stands for a body that was named before; only its phrase has a
    /// gender.
    pub(super) fn named_at(&self) -> Option<Span> {
        self.span.filter(|_| self.kind != PhraseKind::Body || self.gender.is_none())
    }
}

/// Parties found at one slot.
#[derive(Clone, Debug, Default)]
pub(super) struct Parties {
    pub(super) list: Vec<Party>,
    /// How sure the step is, in [0, 1].
    pub(super) confidence: f64,
    /// One past the last unit.
    pub(super) end: usize,
    /// Taken over from an earlier clause or sentence.
    pub(super) carried: bool,
    /// More than two people behind one pronoun: not each met each.
    pub(super) group: bool,
    /// The text says that somebody is there, but not who.
    pub(super) opaque: bool,
    /// Whom another asks, orders or lets do it.
    pub(super) bidden: bool,
}

impl Parties {
    pub(super) fn new(list: Vec<Party>, confidence: f64, end: usize) -> Parties {
        Parties { list, confidence, end, carried: false, group: false, opaque: false, bidden: false }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The first of them, and the others as another side.
    pub(super) fn first_and_others(self) -> Option<(Parties, Option<Parties>)> {
        let (first, others) = self.list.split_first()?;
        let others = Parties { list: others.to_vec(), ..self.clone() };
        Some((Parties { list: vec![*first], ..self }, Some(others)))
    }
}

/// What earlier sentences leave behind for the reading of pronouns and bare verbs.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The subject of the last main verb.
    pub(super) subject: Vec<Party>,
    /// The two parties of the last relation.
    pub(super) pair: Option<(Party, Party)>,
    /// أيدت قطر الخطوة: whether the last sentence that told something spoke of a step, decision or the like that is known.
    pub(super) speaks_of_step: bool,
    /// "Hamas accused Fatah. Both sides": the two, one of them a body, of whom an English sentence told that one stands against the other or for it.
    pub(super) opposed: Option<(Party, Party)>,
    /// Whether they called or wrote to each other, so that neither is the other's guest.
    pub(super) remote: bool,
    /// Whether they agreed or negotiated, and did not only meet or talk.
    pub(super) dealt: bool,
    /// Whose delegation was last spoken of.
    pub(super) delegation: Vec<Party>,
    /// The two people whom the last sentence with just two of them named.
    pub(super) people: Vec<Party>,
    /// People whom nobody lists, with the country or body that the text says they serve, the latest at the end.
    pub(super) serves: Vec<(Referent, Referent)>,
    /// غزت روسيا أوكرانيا. ودانت اليابان الهجوم: who attacked, punished or took something in the sentence before, and which of these.
    pub(super) deeds: Vec<(Party, Predicate)>,
    /// "Israel approved the homes. France condemned the move": what was decided, proposed, said or asked in the sentence before, in English.
    pub(super) steps: Vec<Step>,
    /// هنأ الملك أوباما. كما هنأه ولي العهد: who did what to whom in the sentence before.
    pub(super) alike: Vec<(Predicate, Party, Party)>,
    /// The two people who last spoke in turn.
    pub(super) sides: Vec<Party>,
    /// The two countries last spoken of together.
    pub(super) countries: Vec<Party>,
    /// Two or more countries that last stood in one list.
    pub(super) nations: Vec<Party>,
    /// All who took part in the last contact.
    pub(super) group: Vec<Party>,
    /// Those of them with whom the others had it.
    pub(super) others: Vec<Party>,
    /// Who made the last journey.
    pub(super) traveller: Vec<Party>,
    /// قالت الوزارة إن كيري سيزور: the one person of whom the body told that was the last subject.
    pub(super) told: Vec<Party>,
    /// اتهم كيري روسيا. كما هددها: whom the subject of the sentence before accused, warned, punished, praised or asked for something.
    pub(super) addressed: Vec<Party>,
    /// The countries and bodies that the last sentence named by themselves, once each.
    pub(super) powers: Vec<Party>,
    /// Where the report was written, as its dateline says: "here".
    pub(super) here: Option<Party>,
    /// قال المتحدث إن كيري سيجتمع مع عباس: whose contact is still ahead, where the last subject was somebody else.
    pub(super) ahead: Vec<Party>,
    /// The day of which the document last told news.
    pub(super) narrative: Option<Narrative>,
    /// Whether that was in the sentence before.
    pub(super) travelling: bool,
    /// The document lists what the day will bring.
    pub(super) agenda: bool,
    /// The people last named, the latest at the end.
    pub(super) named: Vec<Party>,
    /// Whose statement the document is, as its headline says: he is "I".
    pub(super) narrator: Option<Party>,
    /// More than two who all met each other, in the last such meeting: "the three ministers".
    pub(super) table: Vec<Party>,
    /// The person whom the last sentences were about, and how many sentences without any person ago: "she", "he".
    pub(super) about: Option<(Party, usize)>,
}

impl Memory {
    /// Makes it what another is, in the room that its lists have; the day of the news is each sentence's own.
    pub(super) fn take_up(&mut self, other: &Memory) {
        let lists = [
            (&mut self.subject, &other.subject),
            (&mut self.delegation, &other.delegation),
            (&mut self.people, &other.people),
            (&mut self.sides, &other.sides),
            (&mut self.countries, &other.countries),
            (&mut self.nations, &other.nations),
            (&mut self.group, &other.group),
            (&mut self.others, &other.others),
            (&mut self.traveller, &other.traveller),
            (&mut self.told, &other.told),
            (&mut self.ahead, &other.ahead),
            (&mut self.named, &other.named),
            (&mut self.table, &other.table),
            (&mut self.addressed, &other.addressed),
            (&mut self.powers, &other.powers),
        ];
        for (own, list) in lists {
            own.clone_from(list);
        }
        self.serves.clone_from(&other.serves);
        self.deeds.clone_from(&other.deeds);
        self.steps.clone_from(&other.steps);
        self.alike.clone_from(&other.alike);
        self.narrative = None;
        (self.pair, self.here, self.narrator, self.about) = (other.pair, other.here, other.narrator, other.about);
        (self.travelling, self.agenda, self.remote) = (other.travelling, other.agenda, other.remote);
        self.dealt = other.dealt;
        self.opposed = other.opposed;
        self.speaks_of_step = other.speaks_of_step;
    }
}

/// The units of one sentence, with what is needed to read them.
#[derive(Debug)]
pub(super) struct Clause<'s> {
    pub(super) knowledge: &'s Knowledge,
    pub(super) lang: Lang,
    pub(super) units: &'s [Unit],
    pub(super) phrases: &'s [Phrase],
    pub(super) memory: &'s Memory,
    /// The words of the sentence: whether an opaque word begins with a preposition, and with the article.
    pub(super) shapes: &'s [WordShape],
    /// What it tells of time.
    pub(super) times: &'s Times,
    /// What it has words for.
    pub(super) held: Held,
    /// Who is "I" here: whose statement the document is, where the sentence quotes nobody.
    pub(super) narrator: Option<Party>,
    /// Who said what the sentence goes on to quote, where an earlier one says so.
    pub(super) quoted: Option<Party>,
    /// The day whose holders of offices the document means.
    pub(super) day: Option<Date>,
    /// What is switched off.
    pub(super) without: Without,
    /// What was decided on the way, where somebody asks.
    pub(super) trace: Option<&'s Trace>,
    /// Subjects of the verbs, by unit, as far as they have been found.
    pub(super) subjects: Vec<Option<Parties>>,
    /// How many questions for whom a phrase means wait for the one being answered.
    pub(super) asked: Cell<u8>,
}

/// So many such questions may wait for one another; who a word means hangs on few others, and no text may ask without end.
const DEEPEST: u8 = 32;

impl Clause<'_> {
    /// Returns whether a unit is part of a date that stands free in its clause, or governs one: قبل of قبل ثلاثة أيام, خلال of
    /// خلال الأسبوع الماضي.
    pub(super) fn is_in_date(&self, at: usize) -> bool {
        let within = |when: &When| (when.at..when.end).contains(&at) || when.at == at + 1 && self.governs_date(at);
        self.times.dates.iter().any(|when| within(when) && !matches!(when.bond, Bond::Noun(_)))
    }

    /// "the May 2011 killing": whether a unit is part of a date, be it a noun's.
    pub(super) fn is_part_of_date(&self, at: usize) -> bool {
        self.times.dates.iter().any(|when| (when.at..when.end).contains(&at))
    }

    /// One past the date that begins at a unit, or behind the preposition there: في أبريل الماضي, يوم 3 مايو.
    pub(super) fn past_date(&self, at: usize) -> Option<usize> {
        let begins = |when: &&When| {
            (when.at == at || when.at == at + 1 && self.governs_date(at)) && !matches!(when.bond, Bond::Noun(_))
        };
        self.times.dates.iter().find(begins).map(|when| when.end)
    }

    /// في, خلال, هذا: what a date behind it belongs to.
    fn governs_date(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.phrase().is_none()
            && unit.kind != Kind::Verb
            && (unit.is_preposition() || unit.has(|class| matches!(class, Class::Circumstance)))
    }
}

/// What a plain word of unknown meaning seems to begin with.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordShape {
    /// ب or ل before it.
    pub(super) preposition: Option<Clitics>,
    /// و before a noun without article.
    pub(super) conjunction: bool,
    /// و before what is no noun that begins with it: وسكت.
    pub(super) joined: bool,
    /// The article before it.
    pub(super) article: bool,
    /// ه or ها behind it, which may be the object of a verb: أحرزته.
    pub(super) suffix: bool,
    /// Of a phrase: a name, not a title, stands last.
    pub(super) name_last: bool,
    /// Of a phrase: a title or what honours stands first, before a name.
    pub(super) title_first: bool,
    /// Of a phrase: a comma stands in it, so that the next one may close the apposition.
    pub(super) enclosed: bool,
    /// Of a phrase: a bracket stands before it.
    pub(super) bracketed: bool,
    /// Of a phrase: it begins with جانب or طرف, as in من جانب مصر.
    pub(super) side: bool,
    /// مجلس: a body's name begins with this word, of masculine gender.
    pub(super) council: bool,
    /// Of a phrase: it begins with the article; of a word: it has one behind a preposition (بالمطار).
    pub(super) definite: bool,
    /// Of a phrase: one word with the ending of a relative adjective: السعودية; of a noun: its last word is one without the
    /// article, so that it has no genitive: اتصال هاتفي.
    pub(super) adjectival: bool,
    /// Of a word, or of the first one of a phrase: it ends like a feminine or its plural.
    pub(super) feminine: bool,
    /// Of an Arabic word: it ends like the accusative of an indefinite noun: زعيما.
    pub(super) indefinite: bool,
    /// In quotation marks.
    pub(super) quoted: bool,
    /// Whether a quotation mark stands right before it, whatever it is.
    pub(super) marked: bool,
    /// A noun that names several people or things that act: rebels, gunmen; in Arabic in the case of subjects: المعارضون.
    pub(super) plural: bool,
    /// An English word with the ending of a past: a verb that nobody lists.
    pub(super) past: bool,
    /// "or", "nor".
    pub(super) or: bool,
    /// Ends in -ing, as a gerund that nobody lists: "looking".
    pub(super) doing: bool,
    /// An English word or phrase that tells one of a kind or of few: "the first", "one of the few leaders".
    pub(super) ranked: bool,
    /// An English word for armed people or their craft: "troops".
    pub(super) troops: bool,
    /// "any", of which there need not be one.
    pub(super) any: bool,
    /// The English word for whose side forces are on: "loyal".
    pub(super) loyal: bool,
    /// Says how something is done: "angrily".
    pub(super) manner: bool,
    /// Of an English phrase: how many people or sides it counts, where these are more than two: "the three ministers".
    pub(super) several: usize,
    /// ب and the article before a plural of people: بالعاملين.
    pub(super) people: bool,
    /// A number in digits.
    pub(super) digits: bool,
    /// Opens what somebody says, not when or why something happens: أن, إنه, إلى أن, but not بعد أن.
    pub(super) opens_content: bool,
}

impl Clause<'_> {
    /// قبل أن يتوجه إلى, قبل توجهه إلى: whether an Arabic journey is one that somebody goes on to.
    pub(super) fn is_onward(&self, at: usize) -> bool {
        const NEAR: usize = 2;
        let ahead = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Ahead);
        self.lang == Lang::Ar && self.units[at.saturating_sub(NEAR)..at].iter().any(ahead)
    }

    /// سيجري محادثات معه فور وصوله: it happens as soon as somebody has come.
    pub(super) fn is_on_arrival(&self, at: usize) -> bool {
        let within = |unit: &&Unit| !unit.is_stop() && !unit.is(Class::Complement);
        let soon = |unit: usize| unit > 0 && !self.units[unit - 1].is_mark() && self.units[unit - 1].phrase().is_none();
        let reach = self.units[at..].iter().take_while(within).count();
        (at + 1..at + reach).any(|unit| self.units[unit].is(Class::Arrival) && soon(unit))
    }
}

/// How many plain words may stand between a head and a party behind a preposition.
pub(super) const REACH: usize = 9;

impl Clause<'_> {
    /// Returns whether a unit is the preposition of a place or time: في, "in", "at".
    pub(super) fn is_in(&self, at: usize) -> bool {
        let lexicon = &self.knowledge.lexicon;
        self.units[at].has(|class| {
            matches!(class, Class::Prep(id) if ["في", "in", "at"].iter().any(|word| Some(id) == lexicon.preposition_id(word)))
        })
    }

    // ---- phrases and lists -----------------------------------------------------------------------------------

    pub(super) fn unit_phrase(&self, at: usize) -> Option<&Phrase> {
        self.units.get(at)?.phrase().map(|index| &self.phrases[index])
    }

    /// Returns whether the unit is a phrase that can be a party by itself, without a preposition on it.
    pub(super) fn bare_party(&self, at: usize) -> bool {
        self.unit_phrase(at)
            .is_some_and(|phrase| phrase.kind != PhraseKind::Demonym && !phrase.clitics.has_preposition())
            && !self.units[at].possessive
    }

    /// Returns what a phrase refers to here.
    pub(super) fn parties_of(&self, at: usize) -> Vec<Party> {
        let Some(phrase) = self.unit_phrase(at) else { return Vec::new() };
        let asked = self.asked.get();
        if asked >= DEEPEST {
            return Vec::new();
        }
        self.asked.set(asked + 1);
        let found = self.meant_by(at, phrase);
        self.asked.set(asked);
        found
    }

    fn meant_by(&self, at: usize, phrase: &Phrase) -> Vec<Party> {
        let party = |referent| party_of(phrase, referent);
        match phrase.kind {
            PhraseKind::Both | PhraseKind::BothPeople
                if self.lang == Lang::En && phrase.referents.is_empty() && self.rest_of_group(at).is_some() =>
            {
                self.rest_of_group(at).unwrap_or_default()
            }
            PhraseKind::HeadsOfBoth => self.heads_of_both(at),
            PhraseKind::BothCountries if self.shapes[at].several > 2 => self.several_countries(at),
            PhraseKind::Both if self.shapes[at].several > 2 && self.several(at).is_empty() => {
                self.several_countries(at)
            }
            PhraseKind::Both | PhraseKind::BothPeople if self.shapes[at].several > 2 => self.several(at),
            PhraseKind::Both | PhraseKind::BothPeople if self.is_large_group(phrase) => self.memory.group.clone(),
            // "thanked each of the governors for coming"
            PhraseKind::Unknown if self.lang == Lang::En && self.names_group(at, phrase) => {
                self.rest_of_group(at).unwrap_or_default()
            }
            PhraseKind::Both | PhraseKind::BothPeople | PhraseKind::BothCountries if phrase.referents.is_empty() => {
                self.both(at, phrase.kind)
            }
            PhraseKind::Counterpart if phrase.gender.is_some() && phrase.of.is_some() => {
                self.guest_from(at, phrase).into_iter().collect()
            }
            // ضيفه, which alone of those has a gender: nobody is the guest of whom he calls.
            PhraseKind::Counterpart if phrase.gender.is_some() && self.memory.remote => Vec::new(),
            PhraseKind::Counterpart if phrase.referents.is_empty() => self.other_person(at).into_iter().collect(),
            PhraseKind::Pronoun if !phrase.referents.is_empty() => {
                let pronoun = Pronoun { gender: phrase.gender, number: phrase.number, speaks: false };
                let own = |party: &Party| phrase.referents.contains(&party.referent);
                let likely =
                    self.antecedent(at, pronoun).into_iter().chain(self.memory.subject.iter().copied()).find(own);
                // قام بتسليم الرسالة لسموه فلان. حضر المقابلة سمو ولي العهد. كما استقبل سموه: one of the two who met, before who came along.
                let met = self.memory.pair.and_then(|(a, b)| [a, b].into_iter().find(own));
                let last = phrase.referents.last().map(|&last| Party { kind: PhraseKind::Person, ..party(last) });
                likely.or(met).or(last).into_iter().collect()
            }
            PhraseKind::Pronoun => {
                self.pronoun(at, Pronoun { gender: phrase.gender, number: phrase.number, speaks: false })
            }
            PhraseKind::Agent if self.units[at].official && phrase.referents.len() == 1 => {
                vec![self.official(at, phrase.referents[0]).unwrap_or_else(|| party(phrase.referents[0]))]
            }
            _ => phrase.referents.iter().map(|&referent| party(referent)).collect(),
        }
    }

    /// Returns whether a plural title without a name stands for those of the last contact: "each of the ministers".
    fn names_group(&self, at: usize, phrase: &Phrase) -> bool {
        const WORDS: usize = 2;
        let each = (at.saturating_sub(WORDS + 1)..at)
            .rev()
            .take_while(|&before| self.units[before].kind != Kind::Verb)
            .any(|before| self.units[before].phrase().is_none() && self.units[before].is(Class::Each));
        phrase.referents.is_empty() && phrase.number == Number::Plural && (each || self.units[at].determined)
    }

    /// "briefed leaders on", "met with ministers": several people whom nobody names.
    pub(super) fn meets_unnamed(&self, at: usize) -> bool {
        let Some(phrase) = self.unit_phrase(at) else { return false };
        let several =
            phrase.kind == PhraseKind::Unknown && phrase.referents.is_empty() && phrase.number == Number::Plural;
        let verb = |at: usize| self.units[at].kind == Kind::Verb;
        let object = verb(at - 1) || at > 1 && verb(at - 2) && self.is_preposition_of(at - 1, "with");
        several && object && !self.names_group(at, phrase)
    }

    /// المسؤول الأمريكي: whom of that country the text named last. Nobody where somebody was named since of whom nothing tells
    /// which country he serves.
    fn official(&self, at: usize, country: Referent) -> Option<Party> {
        let titled = self.phrases.iter().filter(|phrase| phrase.kind == PhraseKind::Person);
        let here = titled.filter_map(|phrase| Some((*phrase.referents.first()?, Referent::Known(phrase.of?))));
        let serves: Vec<(Referent, Referent)> = here.chain(self.memory.serves.iter().copied()).collect();
        let of = |party: Party| match party.referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).country.map(Referent::Known),
            Referent::New(_) => {
                Some(serves.iter().find(|(who, _)| *who == party.referent).map_or(country, |&(_, of)| of))
            }
        };
        let here = self.people_before(at).into_iter().rev();
        // المسؤول الأممي: whose title the text has told, whatever land he is from.
        let titled = |party: Party| serves.contains(&(party.referent, country));
        let named = here.chain(self.memory.named.iter().rev().copied());
        let last = named.into_iter().find(|&party| of(party) == Some(country) || titled(party))?;
        let told = matches!(last.referent, Referent::Known(_)) || serves.contains(&(last.referent, country));
        told.then_some(last)
    }

    /// نظيره with no name: the person before, other than the subject.
    pub(super) fn other_person(&self, at: usize) -> Option<Party> {
        let people: Vec<Party> = (0..at)
            .filter_map(|unit| self.unit_phrase(unit))
            .filter(|phrase| phrase.kind == PhraseKind::Person)
            .flat_map(|phrase| {
                phrase.referents.iter().map(|&referent| Party {
                    referent,
                    span: Some(phrase.span),
                    kind: phrase.kind,
                    gender: phrase.gender,
                })
            })
            .collect();
        // وأطلع ضيفه على: where nobody is named, the other of the two whom the last contact told of.
        let Some(last) = people.last() else {
            let [subject] = self.memory.subject.as_slice() else { return None };
            let (a, b) = self.memory.pair?;
            return match (a.referent == subject.referent, b.referent == subject.referent) {
                (true, false) => Some(b),
                (false, true) => Some(a),
                _ => None,
            };
        };
        people.iter().rev().skip(1).find(|party| party.referent != last.referent).copied().or_else(|| {
            let (a, b) = self.memory.pair?;
            if a.referent == last.referent {
                Some(b)
            } else if b.referent == last.referent {
                Some(a)
            } else {
                None
            }
        })
    }

    /// أبلغ ضيفه الهندي: the other of the two if he is of that country, else the person of it whom the text named last.
    fn guest_from(&self, at: usize, phrase: &Phrase) -> Option<Party> {
        let country = phrase.of.map(Referent::Known);
        let own = |party: &Party| self.is_human(party) && self.country_of(party.referent) == country;
        let unlisted = |party: &Party| matches!(party.referent, Referent::New(_));
        let other = self.other_person(at);
        other.filter(own).or_else(|| self.memory.named.iter().rev().copied().find(own)).or(other.filter(unlisted))
    }

    /// Returns whether an English verb with a subject of its own, or what stands before one, begins at a unit.
    pub(super) fn is_finite_verb(&self, at: usize) -> bool {
        self.lang == Lang::En
            && self.units.get(at).is_some_and(|unit| {
                // "met Blinken next week": a time to come is no auxiliary.
                let time = !unit.has(|class| matches!(class, Class::Auxiliary | Class::Future))
                    && unit.has(|class| matches!(class, Class::Day(_) | Class::Soon | Class::Next | Class::Skip));
                unit.kind == Kind::Verb && self.verb_form(at) == VerbForm::Finite
                    || self.is_auxiliary(at) && (!time || self.is_finite_verb(at + 1))
            })
    }

    /// Returns whether an English clause with a subject and a finite verb begins at a unit, and holds the head.
    pub(super) fn opens_own_clause(&self, at: usize, head: usize) -> bool {
        let subject = self.unit_phrase(at).is_some() && !self.units[at].possessive;
        self.lang == Lang::En && subject && (at + 1..head).any(|i| self.is_finite_verb(i))
    }

    /// Returns whether a finite verb stands right behind a list that belongs to another verb of the clause, and to no noun that
    /// may be its subject: "talks between Iran and Israel were held".
    pub(super) fn opens_next_clause(&self, at: usize, end: usize) -> bool {
        const REACH: usize = 8;
        // "came as Britain, France and Germany criticised": all of them open the clause of time.
        let opener = at.checked_sub(1).map(|before| &self.units[before]);
        let of_time = |unit: &Unit| unit.phrase().is_none() && unit.is(Class::Circumstance) && !unit.is(Class::During);
        if self.lang == Lang::En && opener.is_some_and(of_time) && self.is_finite_verb(end) {
            return false;
        }
        // "the truce that Egypt brokered between Israel and Hamas collapsed"
        if self.lang == Lang::En && at > 0 && self.is_preposition_of(at - 1, "between") {
            return false;
        }
        if self.opens_next_absolute(at, end) {
            return true;
        }
        if !self.is_finite_verb(end) || self.units[at].phrase().is_none() {
            return false;
        }
        let clause = (at.saturating_sub(REACH)..at).rev().take_while(|&before| {
            let unit = &self.units[before];
            !unit.is_mark() && !unit.has(|class| matches!(class, Class::Complement | Class::Relative | Class::Conj))
        });
        let mut noun = false;
        for before in clause {
            match self.units[before].kind {
                Kind::Verb => return !noun && self.verb_form(before) == VerbForm::Finite && !self.tells_speech(before),
                Kind::Noun => noun = true,
                _ => {}
            }
        }
        false
    }

    /// "who spoke with Macron", "after he met Macron": whether a verb, and before it a relative or "after", stands before a
    /// unit, with no mark between.
    pub(super) fn is_in_clause_of_its_own(&self, at: usize) -> bool {
        const REACH: usize = 12;
        let clause = (at.saturating_sub(REACH)..at).rev().take_while(|&before| !self.units[before].is_mark());
        let mut verb = false;
        for before in clause {
            let unit = &self.units[before];
            verb |= unit.kind == Kind::Verb;
            if unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Relative | Class::Circumstance)) {
                return verb;
            }
        }
        false
    }

    /// مسؤولون في الاتحاد الأوروبي, كبار المسؤولين بالحكومة: where the body stands that people without names belong to.
    pub(super) fn body_of_officials(&self, at: usize) -> Option<usize> {
        let body = |at: usize| {
            self.unit_phrase(at)
                .is_some_and(|p| matches!(p.kind, PhraseKind::Body | PhraseKind::Country | PhraseKind::Agent))
        };
        let people = self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Unknown && p.referents.is_empty());
        let joined = |unit: &Unit| unit.clitics.has(Clitics::BI) && self.lang == Lang::Ar;
        let several = self.unit_phrase(at).is_some_and(|phrase| phrase.number == Number::Plural);
        // نظرائه في دول مجلس التعاون, نظراءه من الأردن ومصر: where counterparts without names hold their office.
        let counterparts = self.lang == Lang::Ar
            && self.unit_phrase(at).is_some_and(|p| p.kind == PhraseKind::Counterpart && p.referents.is_empty());
        if counterparts && self.units.get(at + 1).is_some_and(|unit| self.belongs(unit)) {
            let word =
                self.units.get(at + 2).is_some_and(|unit| unit.kind == Kind::Word && !self.shapes[at + 2].article);
            let home = at + 2 + usize::from(word);
            return (body(home) && self.units[home].clitics == Clitics::NONE).then_some(home);
        }
        if !people {
            None
        } else if self.units.get(at + 1).is_some_and(|unit| self.belongs(unit)) && body(at + 2) {
            Some(at + 2)
        } else if several && self.units.get(at + 1).is_some_and(joined) && body(at + 1) {
            Some(at + 1)
        } else {
            None
        }
    }

    /// Returns whether a finite verb (with what may stand before it) begins at a unit.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        let Some(unit) = self.units.get(at) else { return false };
        if unit.kind == Kind::Verb {
            // دعا فرنسا وألمانيا لتلبية النداء: a purpose opens no clause.
            return !unit.clitics.has_conjunction() && !unit.clitics.has(Clitics::LI) && self.lang == Lang::Ar;
        }
        self.lang == Lang::Ar
            && unit.has(|class| matches!(class, Class::Qad | Class::Negation | Class::Future | Class::Auxiliary))
            && !unit.clitics.has_conjunction()
            && (unit.is(Class::Auxiliary) || self.units.get(at + 1).is_some_and(|next| next.kind == Kind::Verb))
    }
}

/// A referent of a phrase as a party.
pub(super) fn party_of(phrase: &Phrase, referent: Referent) -> Party {
    Party { referent, span: Some(phrase.span), kind: phrase.kind, gender: phrase.gender }
}

pub(super) fn is_person(party: Party) -> bool {
    matches!(party.kind, PhraseKind::Person | PhraseKind::Unknown)
}

/// Returns whether a party can be the subject of a form of that gender.
pub(super) fn agrees(party: Party, gender: Option<Gender>) -> bool {
    match (party.gender, gender) {
        (Some(own), Some(form)) => {
            // وزارة الصحة ... أثناء انتقاده: no body that is a woman's word is he.
            let body = party.kind == PhraseKind::Body && (own, form) != (Gender::Feminine, Gender::Masculine);
            own == form
                || body
                || !matches!(
                    party.kind,
                    PhraseKind::Person | PhraseKind::Country | PhraseKind::Unknown | PhraseKind::Body
                )
                // Of masculine countries (السودان، اليمن) newspapers speak as of feminine ones, too.
                || party.kind == PhraseKind::Country && own == Gender::Masculine
        }
        // A person of unknown gender is most often a man.
        (None, Some(Gender::Feminine)) => !matches!(party.kind, PhraseKind::Person),
        _ => true,
    }
}
