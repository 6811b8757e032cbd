//! Triggers: the words that signal relations, with where their parties stand.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

use super::predicate::{Predicate, Status};
use super::word::{Class, PrepId};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};

/// A trigger, by its place in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TriggerId(pub u32);

/// A part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Pos {
    /// A finite verb.
    Verb,
    /// A noun, verbal nouns included.
    Noun,
    /// An active participle.
    Participle,
}

/// Where a party of a relation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Slot {
    /// The grammatical subject of the verb.
    Subject,
    /// The direct object: a bare noun phrase or an object suffix.
    Object,
    /// The genitive right after the noun.
    Genitive,
    /// The bare noun phrase after the genitive.
    SecondGenitive,
    /// The possessive suffix.
    Suffix,
    /// Demonyms on the noun.
    Adjective,
    /// The subject of the clause that holds the noun or participle.
    Control,
    /// The subject of the light verb whose object the noun is.
    Doer,
    /// The subject of the verb of receiving whose object the noun is.
    Sufferer,
    /// Whom the deed behind the verb's ب is to be done to.
    Target(PrepId),
    /// Who does what a threat is made to depend on: هدد بالرد إذا لم ترفع واشنطن.
    Condition,
    /// Whom the verb of force behind a noun of force hits: شن غارة استهدفت القاعدة.
    Struck,
    /// The nearest party named before.
    Before,
    /// Whose deed the object of the verb is: "welcomed Trump's decision".
    ObjectOwner,
    /// The subject of the clause behind "that": "demanded that Turkey withdraw".
    Complement,
    /// Who says the clause that holds the word: قال فلان إن, or the name before a headline's colon.
    Speaker,
    /// Who is to do what a demand names: دعا إلى رحيل الأسد, طالب بأن تنسحب إسرائيل.
    Actor,
    /// Who demands what the noun names, of a noun of what is to be done to somebody: طالب بإقالة فلان.
    Demander,
    /// Who is to do something in what somebody says: "said that Iran must stop".
    Obliged,
    /// The place named right before the noun: "a Moscow visit".
    Destination,
    /// Who stands before "against", "in the face of" what the noun tells.
    Facing,
    /// Behind a preposition.
    Prep(PrepId),
    /// Who gets what the noun names: the subject of a verb of receiving, the recipient of a verb of handing over.
    Receiver,
    /// To whom the verb of the clause does something, of a noun that tells how: هنأه في اتصال.
    Besides,
    /// Who acts in the clause, of a noun of purpose: لضرب التنظيم.
    Purpose,
    /// Who stands right before "in": دور مصر في الحرب على, شركاء واشنطن في المعركة ضد.
    Side,
    /// Whose journey the clause tells of: جولته التي شملت.
    Traveller,
    /// Whose the meeting is that the verb speaks of: لقاءات كيري شملت.
    MeetingOwner,
    /// Who stands there to receive: كان في استقباله الرئيس.
    Attendant,
    /// The parties of the other slot: every pair of them.
    Same,
}

/// What a word means that is read in a way of its own. A row has one of them, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sense {
    /// It accepts what was asked or offered: قبل, لبى.
    Accepts,
    /// By it somebody comes along: "accompanied by", يرافقه.
    Accompanies,
    /// It goes on with what somebody says: أضاف.
    Adds,
    /// It says who takes part in something.
    Attends,
    /// Before a base form it is an auxiliary: "did visit".
    Auxiliary,
    /// Who brings what another sends: نقل رسالة.
    Bears,
    /// Behind a verb of holding it is a charge: "held Israel responsible for".
    Blames,
    /// What it has for its aim has begun: "continue efforts to".
    Continues,
    /// Somebody is sent or driven out by it: طرد, أبعد.
    Expels,
    /// Behind عن it says what somebody stays away from: اعتذر عن لقاء.
    Declines,
    /// It is a visit where nothing is asked: "called on the imam".
    Demands,
    /// Nothing unless how long somebody has to do something stands behind its object: "gave Iran two weeks to reply".
    Limits,
    /// It says that something is something: يشكل خطرا.
    Copula,
    /// Its present tells of a journey that is still ahead: "heads to Cairo".
    Departs,
    /// Its two subjects do the fighting with each other: خاضا حربا.
    Fights,
    /// It says who was found somewhere: وجد في استقباله.
    Finds,
    /// Who does it sits at the head of the talks that it names, or takes another to be guilty: "convened talks", "held Israel
    /// responsible".
    Holds,
    /// With an infinitive it is an order: "told Japan not to".
    Informs,
    /// What it offers may be: "accepted an invitation to visit".
    Invites,
    /// A party behind it may do what a base form behind that party says: "let Iran attack".
    Lets,
    /// It says who made what a stance is about: "rejected the declaration that Morsi issued".
    Makes,
    /// It tells how people spoke: "by phone".
    Manner,
    /// Without an infinitive it is no order: "was told of the plan".
    Orders,
    /// With an epithet behind its object it is a charge: "called the raid a crime".
    Names,
    /// What it leaves undone or unsaid; negated, that is done or said: لم يتردد في انتقاد, لم يخف استياءه.
    Omits,
    /// It tells a visit to a person, of whom nothing is asked: "called on the king".
    PaysCall,
    /// Whoever does it does what its noun of force tells: "carried out strikes".
    Performs,
    /// What it has for its object has been: "recognise the annexation".
    Recognises,
    /// It ends what its object tells: رفع العقوبات, أنهى الحرب.
    Lifts,
    /// What it names is only spoken or thought of, whoever does it: علق على, تساءل عن.
    Regards,
    /// What it answers has been: رد على العقوبات.
    Replies,
    /// Its subject means to do what its noun tells to whom stands behind that: تعتزم فرنسا دعم مصر.
    Intends,
    /// A contact that it names is decided on, and still to come: قرر زيارة.
    Resolves,
    /// With a man for its object it ends his office: "dismissed his finance minister".
    Sacks,
    /// It is a meeting only of people, with nothing behind them that they do: "see Abbas in Amman".
    Sees,
    /// A contact by a channel, whoever had it: اتصالات شملت.
    Spoken,
    /// Those who attend it have not all met each other.
    Summit,
    /// By it an envoy is called in, so that his country is told something.
    Summons,
    /// Behind a country it is what goes on there: "Iraq war".
    War,
}

impl Sense {
    fn parse(word: &str) -> Option<Sense> {
        Some(match word {
            "accepts" => Sense::Accepts,
            "accompanies" => Sense::Accompanies,
            "adds" => Sense::Adds,
            "bears" => Sense::Bears,
            "guilt" => Sense::Blames,
            "adverb" => Sense::Manner,
            "asks" => Sense::Demands,
            "attends" => Sense::Attends,
            "channel" => Sense::Spoken,
            "continues" => Sense::Continues,
            "expels" => Sense::Expels,
            "copula" => Sense::Copula,
            "declines" => Sense::Declines,
            "limits" => Sense::Limits,
            "departs" => Sense::Departs,
            "does" => Sense::Auxiliary,
            "fights" => Sense::Fights,
            "finds" => Sense::Finds,
            "holds" => Sense::Holds,
            "intends" => Sense::Intends,
            "invitation" => Sense::Invites,
            "lets" => Sense::Lets,
            "makes" => Sense::Makes,
            "omits" => Sense::Omits,
            "orders" => Sense::Orders,
            "names" => Sense::Names,
            "pays" => Sense::PaysCall,
            "performs" => Sense::Performs,
            "recognises" => Sense::Recognises,
            "lifts" => Sense::Lifts,
            "regards" => Sense::Regards,
            "replies" => Sense::Replies,
            "resolves" => Sense::Resolves,
            "sacks" => Sense::Sacks,
            "sees" => Sense::Sees,
            "summit" => Sense::Summit,
            "summons" => Sense::Summons,
            "tells" => Sense::Informs,
            "war" => Sense::War,
            _ => return None,
        })
    }
}

/// What else a row says of its trigger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent column value")]
pub struct Flags {
    /// The direction is not told.
    pub either: bool,
    /// The status that the word itself sets.
    pub status: Option<Status>,
    /// A carried-over subject is not enough.
    pub weak: bool,
    /// The object must be a place.
    pub place: bool,
    /// The object must be a person, country or organisation.
    pub human: bool,
    /// A light verb: its object noun carries the relation.
    pub light: bool,
    /// A light verb whose subject receives what its noun tells.
    pub receives: bool,
    /// A light verb by which several do to each other what its noun tells.
    pub mutual: bool,
    /// Its subject is whom the accusation or demand is made of that its object names: رفض الاتهامات.
    pub answers: bool,
    /// It tells something only where it is negated: لم يقبل العرض.
    pub negated: bool,
    /// It calls its object what stands behind ب: وصفه بالإرهابي.
    pub calls: bool,
    /// A verb of saying.
    pub speech: bool,
    /// A verb by which somebody hands over what somebody else has sent.
    pub hands: bool,
    /// A word of invitation: who is invited, not who invites, does what it names.
    pub invites: bool,
    /// Its preposition must stand right behind the verb and its subject.
    pub near: bool,
    /// It says that somebody is or was at a place: a journey only where that is another country than the own.
    pub abroad: bool,
    /// It tells of a journey only where the place is known to be another country than the own.
    pub foreign: bool,
    /// A person right behind the preposition is no object: it is what somebody does.
    pub deeds: bool,
    /// The party stands right behind the preposition, and is not who owns what stands there.
    pub direct: bool,
    /// Neither party may be a person: it is force, not words.
    pub force: bool,
    /// The subject or the object must be a person: it is words, not force.
    pub words: bool,
    /// It tells what the meeting or agreement beside it does: اللقاء الذي جمع, ترعى محادثات.
    pub event: bool,
    /// Says of the meeting that is its subject that it takes place: تمت, جرت, "took place".
    pub occurs: bool,
    /// Behind its object an infinitive or "for" must stand: "asked Scholz for tanks", not "asked Scholz whether".
    pub infinitive: bool,
    /// It tells a journey only of a delegation that stands behind it: "led a delegation to".
    pub heads: bool,
    /// The object is no person: "called Iran to stop" is a demand, "called Putin to thank him" a call.
    pub powers: bool,
    /// An infinitive behind it tells what its object does: "allow Iran to sell".
    pub control: bool,
    /// What stands behind its ب is the deed of its object: اتهم إيران بتزويد.
    pub blames: bool,
    /// It is no relation unless what is withheld stands with it: جمد أموال, علق عضوية, أغلق سفارة.
    pub assets: bool,
    /// It is no relation unless a word of this class stands with its object: حمل فلانا المسؤولية, أسقط طائرة, احتل المركز.
    pub needs: Option<Class>,
    /// It takes ground only where it says to what, or is told in the past: ضمت روسيا القرم, not تضم إنجلترا وويلز.
    pub annexes: bool,
    /// Only people of different countries do it together: ترأس فلان وفلان اجتماع اللجنة.
    pub apart: bool,
    /// Its objects have met each other, for its subject brings them together; one alone it brings to nobody: جمع كيري عباس ونتنياهو.
    pub gathers: bool,
    /// What it means that is read in a way of its own.
    pub sense: Option<Sense>,
}

/// One row of the trigger table. In compiled form its texts lie in columns of their own, and are used where they lie.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Trigger {
    /// Stable identifier.
    #[serde(deserialize_with = "shared")]
    pub id: Arc<str>,
    /// The language.
    pub lang: Lang,
    /// Part of speech.
    pub pos: Pos,
    /// Principal parts as written.
    #[serde(skip)]
    pub forms: Cow<'static, str>,
    /// The relation it signals; `None` for a verb that only opens a clause.
    pub predicate: Option<Predicate>,
    /// Slots of the subject, in order of preference.
    pub subject: Vec<Slot>,
    /// Slots of the object, in order of preference.
    pub object: Vec<Slot>,
    /// What else the row says.
    pub flags: Flags,
    /// A sentence with the relation, and the row it must give.
    #[serde(skip)]
    pub positive: Cow<'static, str>,
    /// A sentence that must not give the relation.
    #[serde(skip)]
    pub negative: Cow<'static, str>,
}

/// Reads a text to be shared, without a copy of it in between.
fn shared<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
    <&str>::deserialize(from).map(Arc::from)
}

impl Trigger {
    /// Returns whether it is an adverb that tells how people spoke, or the table at which they sit: هاتفيا, عبر الهاتف,
    /// طاولة المفاوضات.
    #[must_use]
    pub fn is_manner(&self) -> bool {
        matches!(self.predicate, Some(Predicate::Called | Predicate::NegotiatedWith))
            && self.pos == Pos::Noun
            && self.subject == [Slot::Control]
    }

    /// Returns whether it tells of a journey to a place.
    #[must_use]
    pub fn is_journey(&self) -> bool {
        self.predicate == Some(Predicate::Visited)
    }

    /// قام بزيارة فلان: a journey to the person in the genitive.
    #[must_use]
    pub fn visits_people(&self) -> bool {
        self.is_journey()
            && self.flags.human
            && !self.flags.powers
            && self.subject == [Slot::Doer]
            && self.object == [Slot::Genitive]
    }

    /// Returns whether it tells of a journey to which one may be invited: not of a return or a mere stay.
    #[must_use]
    pub fn sets_out(&self) -> bool {
        self.is_journey() && !self.flags.foreign
    }
}

/// Tense and mood, as far as the reading needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tense {
    /// The Arabic perfect, the English past.
    Past,
    /// The Arabic imperfect, the English present.
    Present,
    /// With the prefix س.
    Future,
    /// An English past participle, which may also be a past tense.
    PastParticiple,
    /// An English form in -ing.
    Gerund,
    /// The bare English base form.
    Base,
}

/// The person behind a pronoun, as far as the form tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pronoun {
    /// Gender.
    pub gender: Option<Gender>,
    /// Number.
    pub number: Number,
    /// Of the first person: لقائي, محادثاتنا, استقبلني.
    pub speaks: bool,
}

/// The grammar of one inflected form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shape {
    /// A finite verb (or an English participle).
    Verb {
        /// Tense.
        tense: Tense,
        /// Gender of the subject.
        gender: Option<Gender>,
        /// Number of the subject.
        number: Number,
        /// The object suffix.
        object: Option<Pronoun>,
    },
    /// A noun.
    Noun {
        /// Has the article.
        definite: bool,
        /// The possessive suffix.
        owner: Option<Pronoun>,
    },
    /// A participle.
    Participle {
        /// Gender.
        gender: Option<Gender>,
        /// Number.
        number: Number,
        /// Has the article.
        definite: bool,
    },
}

/// An inflected form of a trigger.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Form {
    /// The row.
    pub trigger: TriggerId,
    /// The grammar.
    pub shape: Shape,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TriggerLine {
    pub(super) id: String,
    lang: Lang,
    pos: Pos,
    forms: String,
    predicate: String,
    subject: String,
    object: String,
    flags: String,
    positive: String,
    negative: String,
}

impl TriggerLine {
    pub(super) fn read(self, mut preposition: impl FnMut(&str) -> PrepId) -> Result<Trigger, String> {
        if self.id.is_empty() || self.forms.trim().is_empty() {
            return Err("columns 'id' and 'forms' must not be empty".to_owned());
        }
        let predicate = if self.predicate.is_empty() {
            None
        } else {
            Some(self.predicate.parse().map_err(|error| format!("column 'predicate': {error}"))?)
        };
        let mut slots = |column: &str| -> Vec<Slot> {
            column
                .split_whitespace()
                .map(|word| match word {
                    "subj" => Slot::Subject,
                    "obj" => Slot::Object,
                    "gen" => Slot::Genitive,
                    "gen2" => Slot::SecondGenitive,
                    "suf" => Slot::Suffix,
                    "adj" => Slot::Adjective,
                    "ctl" => Slot::Control,
                    "rcv" => Slot::Receiver,
                    "purp" => Slot::Purpose,
                    "side" => Slot::Side,
                    "bes" => Slot::Besides,
                    "trip" => Slot::Traveller,
                    "evt" => Slot::MeetingOwner,
                    "att" => Slot::Attendant,
                    "lgt" => Slot::Doer,
                    "rec" => Slot::Sufferer,
                    "back" => Slot::Before,
                    "deed" => Slot::Target(preposition("ب")),
                    "facing" => Slot::Facing,
                    "own" => Slot::ObjectOwner,
                    "that" => Slot::Complement,
                    "spk" => Slot::Speaker,
                    "act" => Slot::Actor,
                    "cond" => Slot::Condition,
                    "hit" => Slot::Struck,
                    "dem" => Slot::Demander,
                    "must" => Slot::Obliged,
                    "dest" => Slot::Destination,
                    "=" => Slot::Same,
                    word => Slot::Prep(preposition(word)),
                })
                .collect()
        };
        let (subject, object) = (slots(&self.subject), slots(&self.object));
        if predicate.is_some() && (subject.is_empty() || object.is_empty()) {
            return Err("columns 'subject' and 'object' need a slot where there is a predicate".to_owned());
        }
        let mut flags = Flags::default();
        for word in self.flags.split_whitespace() {
            match word {
                "either" => flags.either = true,
                "planned" => flags.status = Some(Status::Planned),
                "possible" => flags.status = Some(Status::Possible),
                "denied" => flags.status = Some(Status::Denied),
                "weak" => flags.weak = true,
                "place" => flags.place = true,
                "human" => flags.human = true,
                "light" => flags.light = true,
                "receives" => (flags.light, flags.receives) = (true, true),
                "mutual" => flags.mutual = true,
                "answers" => flags.answers = true,
                "negated" => flags.negated = true,
                "calls" => flags.calls = true,
                "speech" => flags.speech = true,
                "hands" => flags.hands = true,
                "invites" => flags.invites = true,
                "near" => flags.near = true,
                "abroad" => (flags.abroad, flags.foreign) = (true, true),
                "foreign" => flags.foreign = true,
                "deeds" => flags.deeds = true,
                "direct" => flags.direct = true,
                "force" => flags.force = true,
                "words" => flags.words = true,
                "event" => flags.event = true,
                "occurs" => flags.occurs = true,
                "infinitive" => flags.infinitive = true,
                "heads" => flags.heads = true,
                "powers" => flags.powers = true,
                "control" => flags.control = true,
                "blames" => flags.blames = true,
                "assets" => flags.assets = true,
                "deputes" => flags.needs = Some(Class::Deputation),
                "reports" => flags.needs = Some(Class::Report),
                "burdens" => flags.needs = Some(Class::Burden),
                "honours" => flags.needs = Some(Class::Reception),
                "regrets" => flags.needs = Some(Class::Fault),
                "ascribes" => flags.needs = Some(Class::Crime),
                "shoots" => flags.needs = Some(Class::Craft),
                "strikes" => flags.needs = Some(Class::Land),
                "severs" => flags.needs = Some(Class::Tie),
                "founds" => flags.needs = Some(Class::Founding),
                "annexes" => flags.annexes = true,
                "apart" => flags.apart = true,
                "gathers" => flags.gathers = true,
                _ => match Sense::parse(word) {
                    Some(sense) => flags.sense = Some(sense),
                    None => return Err(format!("column 'flags': '{word}' is not a flag")),
                },
            }
        }
        Ok(Trigger {
            id: self.id.as_str().into(),
            lang: self.lang,
            pos: self.pos,
            forms: self.forms.into(),
            predicate,
            subject,
            object,
            flags,
            positive: self.positive.into(),
            negative: self.negative.into(),
        })
    }
}
