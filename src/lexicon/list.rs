//! Short lists of words that one question asks for by their letters: no sentence is searched for them, and they stand in no dictionary.

use serde::{Deserialize, Serialize};

use super::{Class, Draft, Item};
use crate::gazetteer::RowPlace;
use crate::text::normal_form;

/// Makes the lists with their names in the column `note` of a row of class `list`.
macro_rules! lists {
    ($($(#[$doc:meta])+ $list:ident = $name:literal,)+) => {
        /// A list of words, by the question that is asked of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum WordList {
            $($(#[$doc])+ $list,)+
        }

        impl WordList {
            /// Every list with its name.
            const ALL: &[(&str, WordList)] = &[$(($name, WordList::$list),)+];
        }
    };
}

lists! {
    /// What carries people or goods and stands for whose it is: "two Jordanian planes".
    Carriers = "carriers",
    /// Verbs of getting: "has enjoyed Iranian backing".
    Gets = "gets",
    /// Verbs of promising help: "vowed to support Lebanon".
    Promises = "promises",
    /// Verbs of promising force, which is threatened: "vowed to attack Israel".
    Vows = "vows",
    /// Verbs that say of a charge that it is untrue.
    Refutes = "refutes",
    /// What somebody was charged with: "a charge Tehran denies", "rejected the allegations".
    Charges = "charges",
    /// Verbs that say whom a penalty is aimed at: "sanctions targeting Iran".
    Aims = "aims",
    /// Participles that say that a penalty hits somebody: "crippled by sanctions".
    Stricken = "stricken",
    /// For how long somebody was backed, who is not who is backed: "with backing for years".
    Spans = "spans",
    /// Words that open what somebody will not do: "refused to", "ruled out".
    Declines = "declines",
    /// What "over" may govern that nobody is attacked for: "over the weekend", "over the border".
    OffTopic = "off_topic",
    /// How one goes on who attacks with words: "attacked Macron, saying".
    Branding = "branding",
    /// What of somebody is attacked with words: "attacked Macron's record".
    Record = "record",
    /// Participles of firing: "rockets fired by Hamas".
    Fired = "fired",
    /// What is fired and is no craft.
    Shells = "shells",
    /// Who stands for a country abroad: "Iran's diplomats".
    Envoys = "envoys",
    /// What an envoy does who is sent away: "two days to leave".
    Leaves = "leaves",
    /// Lengths of time that somebody is given.
    Lengths = "lengths",
    /// What is vowed to an enemy: "vowed an answer to".
    Answers = "answers",
    /// Says that somebody pays back in kind: ردت بالمثل.
    InKind = "in_kind",
    /// Verbs of paying back: رد.
    PaysBack = "pays_back",
    /// Says that somebody does as another did: حذت حذوها.
    Footsteps = "footsteps",
    /// How many there are of something: "dozens of Houthi targets".
    Counts = "counts",
    /// People who are taken, and are no ground: "captured two Israeli soldiers".
    Captives = "captives",
    /// People who are received, and no deed: "an Iranian delegation was welcomed".
    Delegates = "delegates",
    /// What a country is called that is somebody's own: "his nation".
    Homelands = "homelands",
    /// Says of a meeting that several met each other: "a trilateral meeting".
    OneTable = "one_table",
    /// Forms of "to be" and "to remain" that say what somebody or something is.
    Copulas = "copulas",
    /// Says on whom penalties lie: "faces US sanctions".
    Faces = "faces",
    /// What a document is, as its headline says: "Statement from".
    Papers = "papers",
    /// What kind of document that is: "Joint statement by".
    PaperKinds = "paper_kinds",
    /// What one agrees to that lasts: "agreed to stay in touch".
    Lasting = "lasting",
    /// Nouns of will that stand for whoever has them: "Israeli plans to".
    Wills = "wills",
    /// Nouns of will, of which an infinitive tells what somebody is after: "efforts to".
    Efforts = "efforts",
    /// Participles behind a hyphen of which the noun that they describe is the deed of whoever stands before it: "the US-led invasion".
    Led = "led",
    /// Plurals of words, times or talks, which do nothing: "statements", "weeks".
    Inactive = "inactive",
    /// Plurals of people without the ending of one, behind which a base form is a verb: "police", "women".
    Plurals = "plurals",
    /// Words with the ending of an adverb that tell nothing of how something is done: "ally", "weekly".
    NoManner = "no_manner",
    /// One of a kind, or few: "first", "latest".
    Ranked = "ranked",
    /// Which part of a period "of" or "in" stands behind: "the end of the month".
    PartsOfPeriod = "parts_of_period",
    /// Talk that is of its topic, and not of those who talk: "a discussion of Syria".
    Debates = "debates",
    /// What stands for what was said before: "This came during a meeting with".
    Spoken = "spoken",
    /// Nouns of holding a meeting, upon which two agree: عقد لقاء.
    Holding = "holding",
    /// Words of taking part in a meeting: "was present at the talks".
    Present = "present",
    /// Ranks before a given name that stands alone: "Sheikh Mohamed".
    Ranks = "ranks",
    /// How one is honoured before an office: "His Highness the Prime Minister".
    Honours = "honours",
    /// What an armed group is called: "urged the group to".
    Groups = "groups",
    /// Says of a ground that it is in somebody's hands: خاضعة لسيطرة.
    Under = "under",
    /// Says of a delegation that it comes along: والوفد المرافق.
    Escorts = "escorts",
    /// What kind of state a country is, behind ل before its name: زيارة لدولة قطر.
    States = "states",
    /// What a newspaper calls its own country: "ambassador to the Kingdom".
    Realms = "realms",
    /// Who is received, or receives: "briefed his guest".
    Guests = "guests",
    /// Verbs that bring somebody to where the text is: "came from Cairo".
    Arrives = "arrives",
    /// Words for going where a place with an article stands: "travelled to the Indian capital".
    GoesTo = "goes_to",
    /// Says that remarks were made: "The comments came".
    Uttered = "uttered",
    /// When, or how often, one rings somebody up: "called Putin last week".
    CallTimes = "call_times",
    /// How the force was of which a noun speaks again: "condemned the terrorist attack".
    DeedKinds = "deed_kinds",
    /// Participles that lead to whose the deed or word is: "condemned the attack carried out by", "the steps taken by".
    Performed = "performed",
    /// Verbs of saying that have no noun as their object: قال, صرح.
    Telling = "telling",
    /// Honorifics that may be the second of somebody's names: أحمد الشيخ.
    MiddleTitles = "middle_titles",
    /// What a government is called by who leads it or where it sits: إدارة ترامب.
    Governments = "governments",
    /// Bodies that what they are for may follow: معهد, جمعية.
    WithPurpose = "with_purpose",
    /// Who leads a side, told between two sides: الجيش بقيادة فلان وقوات.
    Commands = "commands",
    /// Bodies that one word more makes no name of: لجنة, جهاز.
    WeakOpeners = "weak_openers",
    /// Says of a minister that he has an office for a time: المكلف.
    Charged = "charged",
    /// What there is between those who do not agree: وسط توتر مع روسيا.
    Strains = "strains",
    /// What one is whom a speaker does not blame, if he is: "not serious about peace".
    Virtues = "virtues",
    /// What one asks of both sides of a quarrel: "urged restraint".
    Restraint = "restraint",
    /// Verbs by which one stands up for what is somebody's right: "reaffirmed Iran's right to".
    Affirms = "affirms",
    /// Troops and what carries them, which visit nobody: "Turkish tanks rolled into Syria".
    Troops = "troops",
    /// Who stands between two: "UN mediator Griffiths", "through Egyptian intermediaries".
    Mediators = "mediators",
    /// Under whose roof or care two agree: "under Qatari mediation".
    Mediation = "mediation",
    /// Whom somebody is married to, by whose she or he is: وعقيلته.
    Spouses = "spouses",
    /// What another's deed is used as: "uses it as an excuse".
    Excuses = "excuses",
    /// Verbs of killing people whom nobody names: "killed dozens in Gaza".
    Kills = "kills",
    /// Verbs of blaming, of which who is blamed may stand behind "on".
    Blames = "blames",
    /// Verbs of using something as an excuse.
    Uses = "uses",
    /// What a deed must do that somebody wants to end: "must stop".
    Ceases = "ceases",
    /// What must be done to such a deed: "should be lifted".
    Ceased = "ceased",
    /// Words before "of" that say by what something has come about: "because of".
    CausedOf = "caused_of",
    /// Words before "to" that say by what something has come about: "due to".
    CausedTo = "caused_to",
    /// Verbs of giving that have whom they give to right behind them: "gave Rama his support".
    Gives = "gives",
    /// Friends whom nobody names: "and its allies".
    Allies = "allies",
    /// What is done to somebody, named again: "the measures".
    Measures = "measures",
    /// Verbs by which one calls something by a name of one's own: "what he called".
    CallsSo = "calls_so",
    /// Verbs of moving two towards each other: "brought them together".
    Brings = "brings",
    /// Verbs of thanking somebody to his face: "thank you for".
    Thanks = "thanks",
    /// Verbs of saying that have whom something is said to as their object: "told Macron".
    TellsWhom = "tells_whom",
    /// Verbs by which one asks for restraint: "urged calm".
    Urges = "urges",
    /// What something is "for" whose turn it is to do it: "vital for Iran to act".
    TurnFor = "turn_for",
    /// What something is "on" or "upon" whose turn it is to do it: "incumbent on Iran to act".
    TurnOn = "turn_on",
    /// Words before "to" that say what somebody has not done, for which he is blamed: "failed to".
    Shirks = "shirks",
    /// Verbs that say of talks or a letter what they are about, or how long they last: محادثات تناولت الأزمة.
    Concerns = "concerns",
    /// Verbs of deciding and doing what others judge: "approved", "suspended".
    Decides = "decides",
    /// Verbs of proposing: "called for a conference".
    Proposes = "proposes",
    /// What has been proposed, named again: "rejected the idea".
    Proposals = "proposals",
    /// What has been decided or done, named again by its kind: "condemned the launch".
    Enactments = "enactments",
    /// What has been said, named again: "condemned the remarks".
    Sayings = "sayings",
    /// What somebody was asked for, named again: "rejected the demand".
    Demands = "demands",
    /// Verbs of not doing what one was asked for: "Iran refused", "declined to comply".
    Refuses = "refuses",
    /// Verbs by which a deed has judgements behind it: "drew condemnation from".
    Draws = "draws",
    /// Words for answering a deed by another: "vowed to retaliate".
    Retaliates = "retaliates",
    /// Family names that stand before the given ones: "Wu Dawei".
    FamilyNames = "family_names",
    /// Verbs of getting or seeking the backing of others: "to rally support for".
    Rallies = "rallies",
    /// Verbs of taking on what one is to do: "agreed to cut arms in their phone call".
    Undertakes = "undertakes",
    /// What says that somebody gets an office: "was sworn in as", "named Tarawneh".
    Appoints = "appoints",
    /// Verbs of coming into another's office: "to replace Tarawneh as".
    Replaces = "replaces",
    /// Words for those who fight: "Houthi rebels", "the rebels".
    Fighters = "fighters",
    /// What stands before an office that somebody gets: "as interim president".
    Interim = "interim",
}

impl WordList {
    /// Reads the name of a list.
    pub(super) fn named(name: &str) -> Result<WordList, String> {
        let found = WordList::ALL.iter().find(|(own, _)| *own == name).map(|&(_, list)| list);
        found.ok_or_else(|| format!("column 'note': '{name}' is not a list of words"))
    }
}

/// The words of every list.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Lists {
    /// By the place of the list: its words in normal form one behind the other, each behind its length.
    words: Vec<Box<[u8]>>,
    /// By the place of the list: the marks of its words. Most words that are asked for are none of it, and told by theirs.
    marks: Vec<u128>,
}

/// One of 128 bits, by the ends of a word and its length.
fn mark(form: &[u8]) -> u128 {
    let (first, last) = (form.first().copied().unwrap_or_default(), form.last().copied().unwrap_or_default());
    let place = u32::from(first) + 5 * u32::from(last) + 11 * (form.len() as u32);
    1 << (place % u128::BITS)
}

impl Lists {
    /// Takes the words of lists out of those of the classes, with the rows where they stand.
    pub(super) fn take_out(drafts: &mut Vec<Draft>, rows: &mut Vec<RowPlace>) -> Lists {
        let mut words: Vec<Vec<u8>> = vec![Vec::new(); WordList::ALL.len()];
        let mut marks = vec![0; words.len()];
        for draft in drafts.iter() {
            let place = draft.list().map_or(usize::MAX, |list| list as usize);
            if let (Some(words), Some(marks)) = (words.get_mut(place), marks.get_mut(place)) {
                let form = normal_form(&draft.text);
                *marks |= mark(form.get(..form.len().min(u8::MAX.into())).unwrap_or(&form));
                words.push(u8::try_from(form.len()).unwrap_or_default());
                words.extend(form.iter().take(u8::MAX.into()));
            }
        }
        let mut listed = drafts.iter().map(|draft| draft.list().is_some());
        rows.retain(|_| !listed.next().unwrap_or_default());
        drafts.retain(|draft| draft.list().is_none());
        Lists { words: words.into_iter().map(Vec::into_boxed_slice).collect(), marks }
    }

    /// Returns whether a word in normal form is one of a list.
    pub(super) fn hold(&self, list: WordList, form: &[u8]) -> bool {
        self.marks.get(list as usize).is_some_and(|marks| marks & mark(form) != 0)
            && self.of(list).any(|word| word == form)
    }

    /// Returns the words of a list in normal form.
    fn of(&self, list: WordList) -> impl Iterator<Item = &[u8]> {
        let mut rest = self.words.get(list as usize).map_or(&[][..], |words| words);
        std::iter::from_fn(move || {
            let (&length, behind) = rest.split_first()?;
            let (word, next) = behind.split_at_checked(length.into())?;
            rest = next;
            Some(word)
        })
    }
}

impl Draft {
    fn list(&self) -> Option<WordList> {
        match self.item {
            Item::Class(Class::Listed(list)) => Some(list),
            _ => None,
        }
    }
}

/// Returns whether a row may be of a list: those are of one word, which is not too long.
pub(super) fn is_listable(form: &str) -> bool {
    let form = normal_form(form);
    form.len() <= u8::MAX.into() && !form.contains(&b' ')
}

#[cfg(test)]
mod tests {
    use super::WordList;
    use crate::gazetteer::DataFile;
    use crate::lexicon::Lexicon;
    use crate::text::normal_form;

    /// The lexicon with rows of a user's.
    fn with(own: &str) -> Result<Lexicon, String> {
        let mut files = Lexicon::embedded_files();
        let text = format!("lang,form,class,note\n{own}");
        files.push(("words-en.csv", DataFile { name: "mine/words-en.csv".to_owned(), text: text.into() }));
        Lexicon::load(&files).map_err(|error| error.to_string())
    }

    #[test]
    fn every_list_has_words_and_none_is_an_entry() {
        let lexicon = with("").unwrap();
        for &(name, list) in WordList::ALL {
            assert!(lexicon.lists.of(list).count() > 2, "{name}");
        }
        assert!(lexicon.entries().all(|entry| !format!("{:?}", entry.item).contains("Listed")));
    }

    #[test]
    fn a_list_holds_its_words_and_no_others() {
        let lexicon = with("").unwrap();
        let holds = |list, word| lexicon.lists(list, &normal_form(word));
        for (list, word, other) in [
            (WordList::Carriers, "frigate", "frigates"),
            (WordList::Gets, "enjoyed", "enjoyable"),
            (WordList::Copulas, "was", "wa"),
            (WordList::Ranks, "sheikh", "king"),
            (WordList::Governments, "إدارة", "وزارة"),
        ] {
            assert!(holds(list, word) && !holds(list, other), "{word}");
        }
    }

    #[test]
    fn a_user_adds_to_a_list_and_takes_from_one() {
        let lexicon = with("en,zeppelin,list,carriers\nen,frigate,none,\n").unwrap();
        let holds = |word| lexicon.lists(WordList::Carriers, &normal_form(word));
        assert_eq!((holds("zeppelin"), holds("frigate"), holds("ship")), (true, false, true));
        let bad = with("en,zeppelin,list,nowhere\nen,air ship,list,carriers\n").unwrap_err();
        assert!(bad.contains("'nowhere' is not a list") && bad.contains("'air ship' is not one word"), "{bad}");
    }
}
