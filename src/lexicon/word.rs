//! Closed classes of words.

use serde::{Deserialize, Serialize};

use crate::document::Lang;
use crate::gazetteer::Gender;

use super::list::WordList;
use super::predicate::Status;
use super::trigger::Pronoun;

/// A preposition, by its place in the lexicon's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PrepId(pub u8);

/// A calendar period named by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Period {
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Of whose name a word that says what kind of thing it is stays outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Whose {
    /// Where the rest is a name by itself.
    Named,
    /// Of every city and region.
    Place,
    /// Of every newspaper and broadcaster.
    Media,
}

/// What kind of parties a word for two stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sides {
    /// People or countries: الجانبان, "both sides".
    Any,
    /// People: الزعيمان, "both leaders".
    People,
    /// Countries: البلدان, "both countries".
    Countries,
}

/// How a word names members of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Membership {
    /// It says who leads or makes up a delegation, and may say so of other things: برئاسة, يضم.
    Led,
    /// It speaks of several people: أبرزهم, في مقدمتهم.
    Plural,
}

/// What a word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Class {
    /// Joins words or clauses.
    Conj,
    /// A preposition.
    Prep(PrepId),
    /// A preposition with a pronoun on it (معه).
    PrepPronoun(PrepId),
    /// Opens an adverbial: during, after, on the sidelines of.
    Circumstance,
    /// Opens a complement clause: أن, "that".
    Complement,
    /// Opens a relative clause.
    Relative,
    /// Negates what follows.
    Negation,
    /// Marks the future.
    Future,
    /// قد (qad): perfect with a past verb, doubt with an imperfect one.
    Qad,
    /// An auxiliary verb.
    Auxiliary,
    /// With a verbal noun behind it, says that something was done: تم, جرى.
    Done,
    /// Says that what it governs is planned.
    Planned,
    /// Says that what it governs is possible.
    Possible,
    /// Says that what it governs did not happen.
    Denied,
    /// Says that what it governs failed: that somebody did not do it, or that it had no success.
    Failed,
    /// Says that what it governs was put off.
    Postponed,
    /// An adverb that may stand between a verb and its parties.
    Skip,
    /// Introduces a list: "each of".
    Each,
    /// Goes on with a list: "as well as", إضافة إلى.
    ListMore,
    /// A noun that, with a country beside it, stands for the country.
    Agent,
    /// Stands for the two parties named before: الجانبان, "both sides".
    Both(Sides),
    /// Says that more than two sit at one table: ثلاثي, رباعي.
    Together,
    /// Names members of a group: برئاسة, أبرزهم.
    Members(Membership),
    /// An adjective that may stand with a title.
    TitleAdjective {
        /// It says that the office is no longer, or not yet, held.
        former: bool,
    },
    /// A particle within personal names.
    Particle,
    /// A noun that takes a following "with" for itself.
    Attracts,
    /// A month, 1 to 12.
    Month(u8),
    /// A day of the week, 1 (Monday) to 7.
    Weekday(u8),
    /// A day counted from the document's, such as -1 for yesterday.
    Day(i8),
    /// A period.
    Period(Period),
    /// A noun that says that something is held: عقد, إجراء.
    Holding,
    /// The same of what a pronoun on it stands for: عقدها, إجرائه.
    HeldIt,
    /// Some days, about that many: الأيام القليلة.
    Stretch(i8),
    /// The time from now on, so many days: خلال أيام; -1 where the count follows: في غضون.
    Within(i8),
    /// A season, 1 (spring) to 4 (winter).
    Season(u8),
    /// Opens what was at the same time: عندما, "when".
    While,
    /// Goes on at the place told before: حيث.
    Where,
    /// What is told of something that has been: ملابسات, أسباب.
    Background,
    /// With a negation before it and a day behind it says that the day of what is announced is still open: (دون) تحديد موعد.
    Undated,
    /// Says that one is glad of what أن opens, which one therefore does: من دواعي سروري, يسعدني.
    Pleased,
    /// Sets another's deed beside what was told: فيما, في حين.
    Beside,
    /// Stands for what was told right before: ذلك.
    Aforesaid,
    /// Stands for the place that the dateline names: "arrived here".
    Here,
    /// Sums up in an apposition what the clause before tells: "a move condemned by".
    Act,
    /// Who acts for a country where he is found: "officials in Seoul", "the regime in Damascus".
    Authority,
    /// Says that something happens as soon as somebody has come: (فور) وصوله, "upon arrival".
    Arrival,
    /// Announces what a day will bring: أهم الأخبار المتوقعة.
    Agenda,
    /// Points to the period at hand: هذا (الأسبوع).
    Near,
    /// Says that a count is rough: نحو, "about".
    About,
    /// Stands for a small count: بضعة, "a few".
    Several,
    /// With an ordinal behind it, a part of a period: النصف (الثاني من مارس).
    Part,
    /// A day counted from the one that the text named last: "the next day", في اليوم نفسه.
    AnchorDay(i8),
    /// A number word.
    Number(u8),
    /// An ordinal that may be a day of the month: السادس, الحادي والعشرون.
    Ordinal(u8),
    /// How many periods a word names (يومين: two), 0 where a number must tell; days are [`Class::Days`].
    Duration(u8, Period),
    /// How many days a word names, 0 where a number must tell.
    Days(u8),
    /// Counts a duration from today: قبل (-1), بعد (1), "ago".
    Ago(i8),
    /// Opens the time from which something goes on: منذ, "since".
    Since,
    /// Ends a time: حتى, "until".
    Until,
    /// A part of a day or month before its date: يوم, مساء, مطلع.
    TimeHead,
    /// Says of a period that it is the one told before: (الشهر) نفسه, "the same (month)".
    Same,
    /// Two days that end a week: "weekend".
    Weekend,
    /// Turns to something else: من جهة أخرى, "meanwhile".
    Shift,
    /// Turns to what somebody else did: من جانبه, بدوره.
    Turn,
    /// Says that a day bears another date, too: الموافق, المصادف.
    Falling,
    /// Joins what may be or is denied with the other: أو.
    Or,
    /// What is done with an agreement that exists: تعديل, بنود, الالتزام.
    Standing,
    /// A noun that dates are names of: ثورة 25 يناير.
    Dated,
    /// "During it": of the visit or meeting told before.
    During,
    /// Says that something goes on now.
    Now,
    /// An English auxiliary of the present: "is", "are".
    Present,
    /// At whose wish people spoke stands behind it: بمبادرة من, بناء على طلب; whoever took the lead before it: بادر بالاتصال.
    Initiative,
    /// What is done against whom stands behind it: "the displacement of", "the defeat of".
    Undoing,
    /// A time that is soon: خلال أيام.
    Soon,
    /// What one tells whom one reports to: نتائج, تقرير.
    Report,
    /// The people of a body, as a noun that has the body behind it: قيادات, أفراد.
    Staff,
    /// What is said of a deed of force between it and whose it is: الغاشم, الإرهابي.
    Savage,
    /// What somebody says to be needed or weighty stands behind it: ضرورة, أهمية.
    Need,
    /// Several places of a kind, which are named behind it: دول, عواصم.
    Lands,
    /// What one state withholds from another: أموال, عضوية, سفارة.
    Asset,
    /// What is laid on whom one blames: المسؤولية, تبعات.
    Burden,
    /// With what one honours a guest: باستقبال, بحفاوة.
    Reception,
    /// What one regrets in another: رفض, قرار.
    Fault,
    /// What one is, or does, who is blamed: "responsible", "guilty", "a violation", "a threat".
    Blame,
    /// What somebody says, does or proposes, on which others take a stance: تصريحات, ممارسات, مقترح.
    Conduct,
    /// The same with the pronoun of whose it is: تصريحاته, مبادرتها.
    OwnConduct(Gender),
    /// What one lays before a court or prosecutor against somebody: بلاغ, دعوى.
    Complaint,
    /// With من or عن behind it says whose a thing is: الصادرة عن, المقدم من.
    Origin,
    /// With إلى or ل behind it says whose a thing is: نسبت إلى, المنسوبة لـ.
    Ascribed,
    /// What is shot down: طائرة, مسيرة.
    Craft,
    /// What binds two countries, and is cut: "ties", "diplomatic relations".
    Tie,
    /// A place in a table, which is held and not taken: المركز, المرتبة.
    Rank,
    /// Says that of those between whom something is, those before are one side: من جهة.
    OneSide,
    /// Ground that can be taken: أراضي, مناطق, هضبة.
    Land,
    /// With "on" behind it says on whom something tells, no deed of its own: تداعيات الحرب على لبنان.
    Impact,
    /// A will, right or try, whose owner does what is named behind it; with the status of that, of a contact where it is planned: قرار, حق,
    /// محاولة.
    Will(Option<Status>),
    /// Says that something is upon somebody, or open or barred to him, who stands behind على, ل or لدى: يتعين, يحق, تعذر.
    Incumbent,
    /// Denies what is to come: لن.
    Never,
    /// What war is made on where no war is meant: الإرهاب, الفساد.
    Evil,
    /// What is done to somebody whom "of" names: "the displacement of", "the killing of".
    Harm,
    /// Says that something lasts no longer than a day: ساعات, "one-day".
    Brief,
    /// Says that something had been before the rest: كان, "had", سابقا, "previously".
    Earlier,
    /// Names who reports: بحسب, "according to".
    Source,
    /// Opens a condition: إذا, "if".
    If,
    /// Brings another to do what stands behind it: "prompted him to", "convinced him to".
    Caused,
    /// Says that what it governs went on until then: وقف, رفع, "end of".
    Ending,
    /// A participle of saying, which a clause follows: مؤكدا, مضيفا.
    Saying,
    /// Says that somebody ought to do what follows: يجب, ضرورة.
    Duty,
    /// A deed with what is done behind ب: قيام.
    Performing,
    /// What somebody undertakes, so that who backs it backs those among whom it is undertaken: جهود, عملية.
    Effort,
    /// What one feels about what another does, so that it is not one's own deed: قلق من, مخاوف إزاء.
    Feeling,
    /// Says that what a gerund or a clause with a base form tells is only thought of or asked for: "considered meeting", "insisted that he meet".
    Weighed,
    /// Says that what a clause with "will" tells is only hoped or feared: "hopes he will meet".
    Wished,
    /// Says that it is not known whether what follows is so: "whether".
    Open,
    /// The beginning of what is told behind في: الدخول في مفاوضات.
    Entering,
    /// What a body puts out, which demands and condemns in its name: قرار, بيان.
    Document,
    /// The country of whom the clause is about: بلاده.
    OwnLand,
    /// The forces of whom the clause is about: قواتها, طائراتها.
    OwnForces,
    /// What only those do who govern a country: قمع, اعتقالات, أحكام الإعدام.
    Repression,
    /// The ground or the people of whom the clause is about, where others strike him: أراضيه, جنودها.
    OwnGround,
    /// البلاد, السلطنة: the newspaper's own country.
    HomeLand,
    /// Opens a clause that gives grounds or circumstances, and is told for itself where it has a past: لأن, بعدما, رغم أن, في حين.
    Grounds,
    /// Tells that somebody leaves: مغادرة, الرحيل.
    Leaving,
    /// Whom a country calls its own of another one, by where they are: الأشقاء في مصر.
    Ours,
    /// What one takes with an office, between the verb and the title: منصب, اليمين الدستورية.
    Post,
    /// A verb of holding an office or being sworn in: شغل, أدى.
    TakesPost,
    /// Opens a clause that stands against the one before: لكنه, غير أن.
    Adversative,
    /// "the opposition chief", "the Druze leader": whose offices are not those of the state.
    Faction,
    /// "rebels", "insurgents", "group": who fights in an armed group, behind its name; they are the group.
    Fighters,
    /// "militant", "armed", "Islamist": what kind of group fights.
    Militant,
    /// "seal", "announce", "launch": what makes a partnership, of which else only its being is told.
    Founding,
    /// What one calls whom one condemns: إرهابي, طاغية.
    Epithet,
    /// What one calls whom, or whose deed, one praises: قائد عظيم, خطوة شجاعة.
    Acclaim,
    /// Where one is interviewed, and who does it: قناة, برنامج, الإعلامي.
    Broadcast,
    /// Tells of a game: منتخب, مباراة, "quarter-finals".
    Sport,
    /// People who are for or against the one named before them, who is not they: "Assad supporters".
    Partisan,
    /// Says that one would have something from others: "seeks support for", "wants aid for".
    Wants,
    /// What is written, broadcast or asked for others to read and hear, so that who is told by it is not who it belongs to: "newspaper".
    Press,
    /// Says which part of a place is meant, so that the place behind it is no party: "in northern Mali".
    Whereabouts,
    /// One of several, whom the text does not name: أحد.
    OneOf,
    /// That something end: وقف, إنهاء, سحب.
    Halting,
    /// Opens what is said, so that an occasion behind it is that of the saying: "need to", "importance of".
    Content,
    /// What one punishes others with: "ban", "freeze".
    Penalty,
    /// The rest of a list that nobody names: "and other officials".
    Others,
    /// The part that somebody takes in a deed: "role", "contribution".
    Share,
    /// What one wants to end, and the nation or body whose deed it is stands behind: استيطان, حصار, انتهاكات.
    Wrong,
    /// In what something was said: تصريحات, بيان, مؤتمر صحفي.
    Utterance,
    /// What is told next came next: ثم.
    Thereupon,
    /// What one promises to whose it is: أمن, سيادة.
    Welfare,
    /// Says that what was reported is not so: عار من الصحة.
    Belied,
    /// A deed that nobody suffers, so that the genitive behind it is who does it: رحيل, انسحاب.
    Acting,
    /// Says that what it governs is still ahead of what is told: قبل, "ahead of".
    Ahead,
    /// Says that what it governs is over when the rest is told: بعد, "after".
    After,
    /// "last", of a period or day.
    Last,
    /// "next", of a period or day.
    Next,
    /// "this", of a period.
    This,
    /// A personal pronoun.
    Pronoun(Pronoun),
    /// نظيره, "his counterpart".
    Counterpart,
    /// ضيفه, مضيفه: who is received, or receives.
    Guest,
    /// سيكون: will be.
    WillBe,
    /// لحضور القمة: to be there, to which guests are invited.
    Attending,
    /// بحضور فلان: in the presence of those who follow.
    Presence,
    /// الأخير: the one named last.
    Latter(Gender),
    /// الحركة, الحزب: the body named before, by the kind of body it is.
    Aforenamed(Gender),
    /// برفقة, ومعه: whom somebody brings along stands behind.
    Company,
    /// مساعده, زوجته: somebody known only by whose he is, who comes along.
    Attendant,
    /// الخارج, الداخل: where people of a body are, without the name of a place.
    Abroad,
    /// جريمة, عدوان: what a deed is that somebody blames another for.
    Crime,
    /// سبق: somebody has done before what stands behind أن.
    Precedent,
    /// جولة: of a deed that is done several times, how much of it.
    Round,
    /// مماثلة: of the same kind as what was told before, and to the same.
    Alike,
    /// Never part of a personal name.
    Stop,
    /// A given name.
    FirstName,
    /// A noun that makes a following city a place: مدينة, مطار, "airport".
    PlaceHead,
    /// A noun of what governments have, so that a capital behind it is one: سياسة واشنطن, حلفاء دمشق.
    SideHead,
    /// What is named after people, who have no part in it: شارع, جامعة, جائزة, "airport", "prize".
    NamedAfter,
    /// Fronts what the clause is about: أما.
    Topic,
    /// People who do not stand for the country that their adjective names: rebels, refugees.
    Apart,
    /// English: people who bear no arms, who are harmed as their country's: "civilians", "a teenager".
    Civilian,
    /// English: what is called military and is no army: "military aid", "a military base".
    Martial,
    /// English: behind a possessive pronoun the state of whom it means: "his country", "her government".
    OwnState,
    /// English: says behind people who leads them: "writers led by".
    Led,
    /// English: people who act together: "a coalition", "a group of".
    Band,
    /// Stands between who is in danger and from what: "in the face of".
    Facing,
    /// Heads the name of a body: حزب, وزارة, "ministry".
    Body,
    /// What one meets that is nobody: "the deadline", "their demands".
    Requirement,
    /// The handing over of something: تسليم, نقل.
    Handover,
    /// Says of a meeting that it may take place, negated that it will not: وارد, ممكن, مطروح.
    Feasible,
    /// Between marks behind a name, where somebody stands in a picture: "right", "L".
    Caption,
    /// A part of the world by no name: المنطقة.
    Region,
    /// Where one arrives in a country: مطار, ميناء, قاعدة.
    Gateway,
    /// How many stand there under one title: الرؤساء الثلاثة.
    Counted,
    /// Honours whose name or title stands before it, and says nothing else: المفدى, المعظم.
    Honour,
    /// A passive of calling something what stands behind ب: وصف, اعتبر.
    Described,
    /// English: says beside talks that they are there: "stalled", "advance", "deadlock in".
    UnderWay,
    /// What one does against whom it names, where that is the purpose of something else: محاربة, إسقاط.
    Opposing,
    /// Fighting or an effort that has an aim, which is still ahead: حملة لاستعادة مدينة.
    Campaign,
    /// What one body is of another, told behind its name: الذراع السياسية, الجناح العسكري, أكبر أحزاب.
    Branch,
    /// With a name behind a colon or dash, says who wrote the report: كتب, إعداد.
    Byline,
    /// People who are sent by what stands behind "from": وفد, بعثة, "delegation".
    Deputation,
    /// What a place is on a journey to several: "stop", "leg".
    Stage,
    /// What a country has with another, or against it, so that "with" behind it tells of that: "tension", "ties".
    Strife,
    /// The dual or plural of such a noun, behind which several are named: حزبا, حركتي, أحزاب.
    Bodies,
    /// A noun with the article that with a nationality names a side within a country: المعارضة السورية.
    Camp,
    /// A part of a body that somebody may head: إدارة, قسم.
    Section,
    /// A noun that is the name of a body with one word more, where somebody has an office there: شركة, محكمة, نادي.
    Institution {
        /// It has the article: الشركة.
        definite: bool,
    },
    /// A house in which people meet, whose owner stands behind it: مقر, قصر, ديوان.
    Venue,
    /// A verb that says no more than that there is, or that one holds, what stands behind it: حدث, شهد, تضمن.
    Existing,
    /// Counts one of many: أول زيارة, الزيارة الثانية.
    First,
    /// A verb whose subject is where its object happens: شهدت القاهرة زيارة.
    Scene,
    /// On the sidelines of what stands behind it, which has nothing else to do with what is told: على هامش.
    Margin,
    /// Turns a place into anywhere else: خارج.
    Outside,
    /// Carries a traveller, who stands behind it: طائرة, موكب.
    Vehicle,
    /// An everyday word that is nobody's name.
    Everyday,
    /// A function word that is also a family name, where it is written letter for letter as in its row: بان, and not بأن.
    Surname,
    /// Says what kind of place or body a name is, and stays outside it: مدينة, إقليم, صحيفة.
    Generic(Whose),
    /// One of a list, which only who asks for it by its letters sees.
    Listed(WordList),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordLine {
    pub(super) lang: Lang,
    pub(super) form: String,
    pub(super) class: String,
    pub(super) note: String,
}

impl Class {
    /// Returns whether a date, or what tells how long something lasts, may begin with a word of the class.
    #[must_use]
    pub fn is_of_time(self) -> bool {
        matches!(
            self,
            Class::Month(_)
                | Class::Weekday(_)
                | Class::Day(_)
                | Class::Period(_)
                | Class::Stretch(_)
                | Class::Within(_)
                | Class::Season(_)
                | Class::AnchorDay(_)
                | Class::Number(_)
                | Class::Ordinal(_)
                | Class::Duration(..)
                | Class::Days(_)
                | Class::Ago(_)
                | Class::Since
                | Class::Until
                | Class::TimeHead
                | Class::Falling
                | Class::Same
                | Class::Weekend
                | Class::Dated
                | Class::During
                | Class::Now
                | Class::Soon
                | Class::Brief
                | Class::Earlier
                | Class::Near
                | Class::About
                | Class::Several
                | Class::Part
                | Class::Ahead
                | Class::After
                | Class::Last
                | Class::Next
                | Class::This
        )
    }

    /// Returns whether a word of the class holds a sentence together, so that it is no part of a name.
    #[must_use]
    pub fn is_function(self) -> bool {
        !self.is_noted()
            && !matches!(
                self,
                Class::FirstName
                    | Class::Aforenamed(_)
                    | Class::Particle
                    | Class::Everyday
                    | Class::Surname
                    | Class::Generic(_)
                    | Class::Body
                    | Class::Bodies
                    | Class::Camp
                    | Class::Section
                    | Class::Institution { .. }
                    | Class::Agent
                    | Class::Attracts
                    | Class::PlaceHead
                    | Class::SideHead
                    | Class::NamedAfter
                    | Class::Planned
                    | Class::Possible
                    | Class::Denied
                    | Class::Postponed
                    | Class::TitleAdjective { .. }
            )
    }

    /// Returns whether words of the class stand in a sentence as any other word would: only who looks for them sees them.
    #[must_use]
    pub fn is_quiet(self) -> bool {
        matches!(
            self,
            Class::FirstName
                | Class::Aforenamed(_)
                | Class::Particle
                | Class::Body
                | Class::Bodies
                | Class::Camp
                | Class::Section
                | Class::Institution { .. }
                | Class::Stop
                | Class::Everyday
                | Class::Surname
                | Class::Generic(_)
                | Class::Number(_)
                | Class::Ordinal(_)
                | Class::Duration(..)
                | Class::Days(_)
                | Class::Ago(_)
                | Class::TimeHead
                | Class::Stretch(_)
                | Class::Within(_)
                | Class::Season(_)
                | Class::Near
                | Class::About
                | Class::Several
                | Class::Part
                | Class::Brief
                | Class::Dated
                | Class::Falling
                | Class::Same
                | Class::Weekend
        ) || self.is_noted()
    }

    /// Returns whether a quiet class is kept with its word, for those who ask whether it is there.
    #[must_use]
    pub fn is_noted(self) -> bool {
        matches!(
            self,
            Class::Ending
                | Class::Or
                | Class::Standing
                | Class::Caption
                | Class::Civilian
                | Class::Martial
                | Class::OwnState
                | Class::Led
                | Class::Band
                | Class::Deputation
                | Class::Stage
                | Class::Strife
                | Class::Byline
                | Class::Described
                | Class::UnderWay
                | Class::Opposing
                | Class::Campaign
                | Class::Branch
                | Class::Honour
                | Class::Handover
                | Class::Requirement
                | Class::While
                | Class::Aforesaid
                | Class::Where
                | Class::Pleased
                | Class::Undated
                | Class::Background
                | Class::Beside
                | Class::Here
                | Class::Authority
                | Class::Act
                | Class::Arrival
                | Class::Holding
                | Class::HeldIt
                | Class::Lands
                | Class::Savage
                | Class::Need
                | Class::Asset
                | Class::Report
                | Class::Staff
                | Class::Burden
                | Class::Reception
                | Class::Fault
                | Class::Blame
                | Class::Conduct
                | Class::OwnConduct(_)
                | Class::Complaint
                | Class::Origin
                | Class::Ascribed
                | Class::Craft
                | Class::Tie
                | Class::Rank
                | Class::Land
                | Class::Evil
                | Class::Harm
                | Class::Weighed
                | Class::Wished
                | Class::Open
                | Class::Impact
                | Class::Will(_)
                | Class::Incumbent
                | Class::Never
                | Class::Saying
                | Class::Duty
                | Class::Acting
                | Class::Welfare
                | Class::Broadcast
                | Class::Whereabouts
                | Class::Press
                | Class::Wants
                | Class::Partisan
                | Class::OneOf
                | Class::Utterance
                | Class::Halting
                | Class::Content
                | Class::Others
                | Class::Penalty
                | Class::Share
                | Class::Wrong
                | Class::Performing
                | Class::Caused
                | Class::Effort
                | Class::Feeling
                | Class::Entering
                | Class::Attending
                | Class::Presence
                | Class::Company
                | Class::Attendant
                | Class::Alike
                | Class::Precedent
                | Class::Round
                | Class::Crime
                | Class::Abroad
                | Class::Document
                | Class::OwnLand
                | Class::OwnForces
                | Class::OwnGround
                | Class::Repression
                | Class::HomeLand
                | Class::Grounds
                | Class::Leaving
                | Class::Ours
                | Class::Post
                | Class::TakesPost
                | Class::Adversative
                | Class::Faction
                | Class::Fighters
                | Class::Founding
                | Class::Militant
                | Class::Epithet
                | Class::Acclaim
                | Class::Venue
                | Class::Existing
                | Class::First
                | Class::Scene
                | Class::Margin
                | Class::Feasible
                | Class::Gateway
                | Class::Region
                | Class::Counted
        )
    }
}
