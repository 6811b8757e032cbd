//! What was decided on the way to the mentions of a document, kept for whoever asks why.
//!
//! An ordinary run has no trace: each decision then costs one look at a `None`. What is told here is noted where it is
//! decided; nothing is decided a second time.

use std::cell::{Cell, RefCell};

use super::phrase::{Found, Referent};
use super::reader::Reader;
use crate::gazetteer::{EntityId, OfficeId, Support};
use crate::lexicon::Class;
use crate::mention::{Hit, MentionType};
use crate::text::{Clitics, Span};

/// Makes an enumeration of reasons with the words for each.
macro_rules! reasons {
    ($(#[$meta:meta])* $name:ident { $($variant:ident => $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $(#[doc = $text] $variant,)*
        }

        impl $name {
            /// Returns the reason in words.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self {
                    $($name::$variant => $text,)*
                }
            }
        }
    };
}
pub(crate) use reasons;

reasons! {
    /// Why a name may be linked to an entity.
    Ground {
        Free => "the name links freely",
        Title => "a title stands before it",
        Introduced => "the document gives the full name",
        Country => "the document names the country",
        Place => "a capital, where a place is said and nothing else speaks of the country that is spelt so",
        Prominent => "a well-known holder of an office on that day, by the surname",
        Body => "the noun before it says what it is",
        Owner => "the country or body whose possessive stands before it",
        Metonym => "the place stands for its government here",
    }
}

reasons! {
    /// Why a name is not linked to an entity that it may mean.
    Loss {
        Function => "a function word here, or part of an everyday phrase",
        AnotherCountry => "named without its nationality, and the document is not about its country",
        NoPerson => "a title stands before it, and this is no person",
        PointedAt => "\"this\" stands before it: the common noun",
        SmallLetter => "written without the capital that the name has",
        NoRuler => "a given name that needs the ruler's title before it",
        OtherSex => "a woman is no Mr, a man no Mrs",
        NeedsTitle => "the row wants a title before it, or its country in the document",
        NeedsIntroduction => "the row wants the full name elsewhere in the document",
        NeedsCountry => "the row wants its country in the document",
        NeedsAny => "nothing that the row wants for support stands here",
        NeverAlone => "the row says never alone",
        Everyday => "an everyday word here, as the lexicon has it",
        NameGoesOn => "another name stands behind it: somebody else",
        SmallTown => "a small town behind a proclitic, where the letters are a word",
        TitleOfAnother => "the title before it is of another country",
        MeansGovernment => "the place stands for its government here",
        MeansPlace => "the place is meant, not its government",
        LessLikely => "less likely than the one chosen",
        Homograph => "the same letters are the capital of a country that the document names",
        Tie => "two people are as likely: nobody is chosen",
        LongerName => "a longer name begins here",
        AnotherIntroduced => "the document has introduced somebody else by this name",
        AnotherDay => "held the office on another day",
    }
}

reasons! {
    /// By what a title names its holder.
    Holding {
        Post => "the listed holder at the post that is named",
        Said => "the document names the holder with this title",
        Listed => "the listed holder on the document's day",
        Only => "the one holder whom the document names",
        LastMinister => "the minister named last",
        Past => "the one former holder whom the document names",
    }
}

reasons! {
    /// Why a title names nobody.
    Vacancy {
        NoDate => "the document has no date: give --date to know who held the office",
        NoCountry => "nothing says whose office it is",
        Indefinite => "nobody in particular: an indefinite title",
        Former => "a former holder, whom the document does not name",
        Another => "an opposition's or rebels' office",
        NoHolder => "no listed holder on the document's day, or several",
    }
}

reasons! {
    /// How a name that stands in no list was read.
    Newcomer {
        Holder => "much like the name of the office's listed holder",
        Variant => "begins and ends as a listed name, and office, country and day agree",
        Longer => "a listed name with a first name more",
        Introduced => "in no list: introduced by the document",
    }
}

impl Loss {
    /// Returns whether the row wants a support that does not stand here.
    #[must_use]
    pub fn is_of_support(self) -> bool {
        matches!(self, Loss::NeedsAny | Loss::NeedsCountry | Loss::NeedsIntroduction | Loss::NeedsTitle)
    }
}

/// What became of one name that a form may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    /// It may be linked: on what ground.
    Fits(Ground),
    /// It may not.
    Lost(Loss),
}

/// A name that a form may be.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The place of the alias in the gazetteer.
    pub alias: u32,
    /// Whose name it is.
    pub entity: EntityId,
    /// What became of it.
    pub fate: Fate,
    /// How well it fits, where that was weighed: the best is chosen.
    pub score: Option<i64>,
}

/// A form of the gazetteer's names, and whom it was linked to.
#[derive(Clone, Debug)]
pub struct NameTrial {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Where it stands in the text, less proclitics.
    pub span: Span,
    /// The names that it may be.
    pub candidates: Vec<Candidate>,
    /// The entity it was linked to.
    pub chosen: Option<EntityId>,
    /// It begins with a word of the lexicon: a verb, a day, a pronoun.
    pub lexical: bool,
}

/// A title, and whom it names.
#[derive(Clone, Copy, Debug)]
pub struct TitleTrial {
    /// Where the title stands.
    pub span: Span,
    /// The office it names.
    pub office: OfficeId,
    /// Whose office.
    pub of: Option<EntityId>,
    /// Who holds it, and by what.
    pub holder: Result<Holding, Vacancy>,
}

/// The names, titles and newcomers that one reading of a document has noted.
type Reading = (Vec<NameTrial>, Vec<TitleTrial>, Vec<(Span, Referent, Newcomer)>);

/// What was decided on the way to the mentions.
#[derive(Debug, Default)]
pub struct Trace {
    names: RefCell<Vec<NameTrial>>,
    titles: RefCell<Vec<TitleTrial>>,
    /// What a first reading noted, while the document is read again.
    before: RefCell<Reading>,
    newcomers: RefCell<Vec<(Span, Referent, Newcomer)>>,
    holding: Cell<Option<(Holding, OfficeId, Option<EntityId>)>>,
}

impl Trace {
    /// Returns what was tried for the names that stand in a span; the one that agrees with the mention first.
    #[must_use]
    pub fn names_at(&self, span: Span) -> Vec<NameTrial> {
        let names = self.names.borrow();
        names.iter().filter(|trial| trial.span.start >= span.start && trial.span.end <= span.end).cloned().collect()
    }

    /// Returns all names that were tried, in the order of the text, once a form.
    #[must_use]
    pub fn names(&self) -> Vec<NameTrial> {
        self.names.borrow().clone()
    }

    /// Returns the titles that were read.
    #[must_use]
    pub fn titles(&self) -> Vec<TitleTrial> {
        self.titles.borrow().clone()
    }

    /// Returns how a name in no list was read.
    #[must_use]
    pub fn newcomer(&self, span: Span, referent: Referent) -> Option<Newcomer> {
        let newcomers = self.newcomers.borrow();
        let own = |(at, who, _): &&(Span, Referent, Newcomer)| *at == span && *who == referent;
        newcomers.iter().rev().find(own).map(|&(.., how)| how)
    }

    /// Lays a first reading aside: the document is read again.
    pub(super) fn begin_again(&self) {
        *self.before.borrow_mut() = (self.names.take(), self.titles.take(), self.newcomers.take());
        self.holding.set(None);
    }

    /// Takes up the first reading where the second ends, at a byte of the text.
    pub(super) fn go_on_from(&self, end: usize) {
        let (names, titles, newcomers) = self.before.take();
        self.names.borrow_mut().extend(names.into_iter().filter(|trial| trial.span.start >= end));
        self.titles.borrow_mut().extend(titles.into_iter().filter(|trial| trial.span.start >= end));
        self.newcomers.borrow_mut().extend(newcomers.into_iter().filter(|(span, ..)| span.start >= end));
        self.holding.set(None);
    }

    /// Notes what was tried for a form. The same form is asked about with and without a title: what was linked is kept.
    pub(super) fn name(&self, trial: NameTrial) {
        if trial.candidates.is_empty() {
            return;
        }
        let mut names = self.names.borrow_mut();
        match names.iter_mut().find(|known| (known.span, known.chosen) == (trial.span, trial.chosen)) {
            Some(known) => *known = trial,
            None => names.push(trial),
        }
    }

    pub(super) fn new_name(&self, span: Span, referent: Referent, how: Newcomer) {
        self.newcomers.borrow_mut().push((span, referent, how));
    }

    pub(super) fn vacant(&self, span: Span, office: OfficeId, of: Option<EntityId>, why: Vacancy) {
        self.titles.borrow_mut().push(TitleTrial { span, office, of, holder: Err(why) });
    }

    fn found(&self, found: Found) {
        if found.kind != MentionType::Title {
            return;
        }
        if let Some((holding, office, of)) = self.holding.take() {
            self.titles.borrow_mut().push(TitleTrial { span: found.span, office, of, holder: Ok(holding) });
        }
    }
}

impl<'k> Reader<'k> {
    /// Returns the same reader with a trace.
    #[must_use]
    pub fn traced(mut self, trace: Option<&'k Trace>) -> Reader<'k> {
        self.trace = trace;
        self
    }

    /// Notes a mention that is recorded.
    pub(super) fn note_found(&self, found: Found) {
        if let Some(trace) = self.trace {
            trace.found(found);
        }
    }

    /// Notes by what a title names its holder.
    pub(super) fn note_holder(&self, holding: Holding, office: OfficeId, of: Option<EntityId>) {
        if let Some(trace) = self.trace {
            trace.holding.set(Some((holding, office, of)));
        }
    }

    /// Begins to note what a form may be.
    pub(super) fn trial(&self, at: usize, hit: &Hit) -> Option<NameTrial> {
        self.trace?;
        let end = hit.end as usize;
        Some(NameTrial {
            start: at,
            end,
            span: self.span(at, hit.skip, end),
            candidates: Vec::new(),
            chosen: None,
            lexical: self.is_lexical(at),
        })
    }

    /// Notes why the names that a form may be are not linked, all of them for one reason.
    pub(super) fn lose_all(&self, at: usize, hit: &Hit, loss: Loss) {
        let (Some(mut trial), Some(trace)) = (self.trial(at, hit), self.trace) else { return };
        for payload in self.knowledge.dictionary.payloads(hit.node) {
            if let super::Payload::Alias(alias) = payload {
                let entity = self.knowledge.gazetteer.alias(alias).entity;
                trial.candidates.push(Candidate { alias, entity, fate: Fate::Lost(loss), score: None });
            }
        }
        trace.name(trial);
    }

    /// Why the support that a row wants does not stand here.
    pub(super) fn unsupported(&self, support: Support, lexical: bool) -> Loss {
        match support {
            _ if support.is_free() && lexical => Loss::Everyday,
            _ if support.allows(Support::NEVER) => Loss::NeverAlone,
            Support::TITLE => Loss::NeedsTitle,
            Support::INTRODUCED => Loss::NeedsIntroduction,
            Support::COUNTRY => Loss::NeedsCountry,
            _ => Loss::NeedsAny,
        }
    }

    /// Why a title names nobody, as [`Reader::one_holder`] found.
    pub(super) fn vacancy(&self, of: Option<EntityId>, former: bool, indefinite: bool, other: bool) -> Vacancy {
        match () {
            () if indefinite => Vacancy::Indefinite,
            () if other => Vacancy::Another,
            () if former => Vacancy::Former,
            () if of.is_none() => Vacancy::NoCountry,
            () if self.date.is_none() => Vacancy::NoDate,
            () => Vacancy::NoHolder,
        }
    }

    /// Returns the place of the title that a phrase opens with, or that stands inside a span, among the gazetteer's.
    #[must_use]
    pub fn title_in(&self, span: Span) -> Option<usize> {
        let tokens = &self.tokens.tokens;
        let from = tokens.partition_point(|token| token.span.end <= span.start);
        let within = (from..tokens.len()).take_while(|&at| tokens[at].span.start < span.end);
        let (_, _, _, title) = within.into_iter().find_map(|at| self.title_at(at))?;
        self.knowledge.gazetteer.titles().iter().position(|known| std::ptr::eq(known, title))
    }

    /// Returns the place of the title of an office that stands nearest to a name in a sentence, the tokens `range`.
    #[must_use]
    pub fn title_near(&self, range: (usize, usize), name: Span, office: OfficeId) -> Option<usize> {
        let tokens = &self.tokens.tokens;
        let far = |at: usize| tokens[at].span.start.abs_diff(name.start);
        let titles = self.knowledge.gazetteer.titles();
        // The head of a part or of a body holds another office than the title tells alone: مدير إدارة, رئيس الرابطة.
        let part = matches!(self.knowledge.gazetteer.offices().name(office), "section_head" | "head");
        let (_, title) = (range.0..range.1.min(tokens.len()))
            .filter_map(|at| Some((at, self.title_at(at).map(|(.., title)| title)?)))
            .filter(|(_, title)| title.office == Some(office) || part && title.office.is_some())
            .min_by_key(|&(at, title)| (title.office != Some(office), far(at)))?;
        titles.iter().position(|known| std::ptr::eq(known, title))
    }

    /// Returns the place of the demonym at a span among the gazetteer's.
    #[must_use]
    pub fn demonym_in(&self, span: Span, country: EntityId) -> Option<usize> {
        let tokens = &self.tokens.tokens;
        let at = tokens.partition_point(|token| token.span.end <= span.start);
        let hits = if at < tokens.len() { self.scan.at(at) } else { &[] };
        let demonyms = self.knowledge.gazetteer.demonyms();
        hits.iter().filter(|hit| self.span(at, hit.skip, hit.end as usize) == span).find_map(|hit| {
            self.knowledge.dictionary.payloads(hit.node).find_map(|payload| match payload {
                super::Payload::Demonym(index) if demonyms[index as usize].country == country => Some(index as usize),
                _ => None,
            })
        })
    }

    /// Returns the place, among the lexicon's entries, of the word of a class that stands at a token.
    #[must_use]
    pub fn entry_at(&self, at: usize, wanted: impl Fn(Class) -> bool) -> Option<usize> {
        use crate::lexicon::Item;
        let lexicon = &self.knowledge.lexicon;
        let hits = if at < self.tokens.len() { self.scan.at(at) } else { &[] };
        let bare = |hit: &&Hit| hit.clitics == Clitics::NONE;
        hits.iter().filter(bare).chain(hits.iter().filter(|hit| !bare(hit))).find_map(|hit| {
            self.knowledge.dictionary.payloads(hit.node).find_map(|payload| match payload {
                super::Payload::Lexicon(index) => match lexicon.entry(index).item {
                    Item::Class(class) if wanted(class) => Some(index as usize),
                    _ => None,
                },
                _ => None,
            })
        })
    }
}
