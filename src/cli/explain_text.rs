//! An explanation as a page for people.

use std::fmt::Write;

use nisba::document::Lang;
use nisba::explain::{
    Explanation, Link, MentionReading, Other, Quote, RelationReading, SentenceReading, SlotReading, TriggerRow,
    Unlinked, Untold, Who,
};
use nisba::gazetteer::RowRef;
use nisba::relation::{Side, Why};

use super::explain::Part;
use super::names;

/// No more losers of a mention are shown unless all are asked for.
const MOST_OTHERS: usize = 4;

/// How explanations are shown.
pub(super) struct Page {
    /// The language of names.
    pub(super) lang: Lang,
    /// What is shown.
    pub(super) parts: Vec<Part>,
    /// Everything that was tried.
    pub(super) all: bool,
    /// For a terminal that lays out both directions.
    pub(super) isolates: bool,
}

/// Returns text on one line, with nothing in it that steers a terminal.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {}
            _ if char.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ if char.is_control() => out.push('\u{FFFD}'),
            _ => out.push(char),
        }
    }
    out
}

fn both(first: &str, second: &str) -> String {
    format!("{first:<10}{second}")
}

impl Page {
    /// Returns the page of one document.
    pub(super) fn write(&self, explanation: &Explanation) -> String {
        let date = explanation.date.map_or("no date".to_owned(), |date| date.to_string());
        let mut text = format!("{}  ({}, {date})\n", plain(&explanation.id), explanation.lang.code());
        if explanation.date.is_none() {
            text += "  Without a date nobody holds an office, and \"yesterday\" is no day: give --date YYYY-MM-DD.\n";
        }
        for sentence in &explanation.sentences {
            self.sentence(&mut text, sentence);
        }
        text
    }

    /// Returns the rows that the page names.
    pub(super) fn rows(&self, found: &[Explanation]) -> Vec<RowRef> {
        let mut rows: Vec<RowRef> = found
            .iter()
            .flat_map(|explanation| &explanation.sentences)
            .flat_map(|sentence| self.shown(sentence).rows())
            .collect();
        rows.sort();
        rows.dedup();
        rows
    }

    fn shows(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// Returns of a sentence what is to be shown.
    fn shown(&self, sentence: &SentenceReading) -> SentenceReading {
        let mut shown = sentence.clone();
        if !self.shows(Part::Mentions) {
            shown.mentions.clear();
        }
        if !self.all {
            shown.mentions.iter_mut().for_each(|mention| mention.others.truncate(MOST_OTHERS));
            shown.unlinked.retain(|unlinked| !unlinked.is_plain());
            shown.unlinked.iter_mut().for_each(|unlinked| unlinked.others.truncate(MOST_OTHERS));
            shown.untold.retain(|untold| is_telling(untold, sentence));
        }
        if !self.shows(Part::Missing) {
            shown.unlinked.clear();
            shown.untold.clear();
        }
        if !self.shows(Part::Relations) {
            shown.relations.clear();
        }
        shown
    }

    fn sentence(&self, text: &mut String, sentence: &SentenceReading) {
        let shown = self.shown(sentence);
        let _ = writeln!(text, "\n{:>2}  {}", sentence.number, self.marked(sentence));
        if !shown.mentions.is_empty() {
            text.push_str("\n    named\n");
            for (number, mention) in (1..).zip(&shown.mentions) {
                self.mention(text, number, mention, sentence);
            }
        }
        if !sentence.dates.is_empty() && self.shows(Part::Relations) {
            text.push_str("\n    dates\n");
            for date in &sentence.dates {
                let other = if date.future == date.past {
                    String::new()
                } else {
                    format!(", or {} of what is ahead", date.future)
                };
                let _ = writeln!(text, "      '{}'  {}{other}", self.words(&date.quote), date.past);
            }
        }
        if !shown.relations.is_empty() {
            text.push_str("\n    told\n");
            shown.relations.iter().for_each(|relation| self.relation(text, relation, sentence));
        }
        if !shown.untold.is_empty() {
            text.push_str("\n    not told\n");
            let same =
                |a: &Untold, b: &Untold| a.word == b.word && a.why == b.why && a.edges.is_empty() && b.edges.is_empty();
            for rows in shown.untold.chunk_by(same) {
                self.untold(text, rows, sentence);
            }
        }
        if !shown.unlinked.is_empty() {
            text.push_str("\n    linked to nobody\n");
            shown.unlinked.iter().for_each(|unlinked| self.unlinked(text, unlinked));
        }
        let several = sentence.mentions.iter().any(|mention| mention.entity.id != sentence.mentions[0].entity.id);
        if self.shows(Part::Missing) && several && sentence.relations.is_empty() && sentence.untold.is_empty() {
            text.push_str("\n    not told\n      no word here is a trigger; a verb is a row of triggers-ar.csv or triggers-en.csv\n");
        }
    }

    /// The sentence with the mentions in brackets, numbered as in the list.
    fn marked(&self, sentence: &SentenceReading) -> String {
        let mut marks: Vec<(usize, bool, String)> = Vec::new();
        for (number, mention) in (1..).zip(&sentence.mentions) {
            marks.push((mention.quote.start, true, format!("[{number} ")));
            marks.push((mention.quote.end, false, "]".to_owned()));
        }
        // At one place brackets close before others open; an outer one opens first, as the list has it.
        marks.sort_by_key(|&(place, opens, _)| (place, opens));
        let mut out = String::new();
        let mut marks = marks.into_iter().peekable();
        for (place, char) in (sentence.quote.start..).zip(sentence.quote.text.chars()) {
            while let Some((_, _, mark)) = marks.next_if(|&(at, ..)| at <= place) {
                out += &mark;
            }
            out.push(char);
        }
        marks.for_each(|(.., mark)| out += &mark);
        self.isolated(&plain(&out))
    }

    fn isolated(&self, text: &str) -> String {
        if self.isolates { names::isolate(text) } else { text.to_owned() }
    }

    fn words(&self, quote: &Quote) -> String {
        self.isolated(&plain(&quote.text))
    }

    fn name(&self, who: &Who) -> String {
        self.isolated(&plain(who.name(self.lang)))
    }

    fn who(&self, who: &Who) -> String {
        if *who.id == *who.name(self.lang) {
            plain(&who.id)
        } else {
            format!("{} ({})", self.name(who), plain(&who.id))
        }
    }

    fn mention(&self, text: &mut String, number: usize, mention: &MentionReading, sentence: &SentenceReading) {
        let _ = writeln!(text, "      {number}  '{}' is {}", self.words(&mention.quote), self.who(&mention.entity));
        let _ = writeln!(text, "         {}", self.link(&mention.link));
        self.others(text, &mention.others, sentence.mentions[number - 1].others.len());
    }

    fn link(&self, link: &Link) -> String {
        match link {
            Link::Name { alias, row, ground } => {
                format!("by the name '{}' ({row}): {}", self.isolated(&plain(alias)), ground.text)
            }
            Link::NamedBefore => "by a name that the document gives in full elsewhere".to_owned(),
            Link::Party => "by a word of which a relation tells whom it names".to_owned(),
            Link::Newcomer { how } => format!("by its place in the text: {}", how.text),
            Link::Demonym { row } => format!("by the nationality{}", in_brackets(row.as_ref())),
            Link::Title { row, office, of, holding, term } => {
                let office =
                    office.as_deref().map(|office| format!(" as {}", office.replace('_', " "))).unwrap_or_default();
                let of = of.as_ref().map(|of| format!(" of {}", self.name(of))).unwrap_or_default();
                let holding = holding.map(|holding| format!(": {}", holding.text)).unwrap_or_default();
                format!("by the title{}{office}{of}{holding}{}", in_brackets(row.as_ref()), in_brackets(term.as_ref()))
            }
        }
    }

    fn others(&self, text: &mut String, others: &[Other], all: usize) {
        for other in others {
            let score = other.score.map(|score| format!(" (fits by {score})")).unwrap_or_default();
            let alias = match &other.held {
                Some(held) => held.clone(),
                None => format!("'{}'", self.isolated(&plain(&other.alias))),
            };
            let (who, row) = (self.who(&other.entity), &other.row);
            let wants = if other.why.code.is_of_support() { format!(" ({})", other.support) } else { String::new() };
            let _ = writeln!(text, "         not {who}, {alias} ({row}): {}{wants}{score}", other.why.text);
        }
        if others.len() < all {
            let _ = writeln!(text, "         and not {} more (--all)", all - others.len());
        }
    }

    fn unlinked(&self, text: &mut String, unlinked: &Unlinked) {
        let office = unlinked.office.as_ref().map(|office| {
            let of = unlinked.of.as_ref().map(|of| format!(" of {}", self.name(of))).unwrap_or_default();
            format!(": {}{of}{}", office.replace('_', " "), in_brackets(unlinked.row.as_ref()))
        });
        let why = unlinked.vacancy.map(|why| format!(": {}", why.text)).unwrap_or_default();
        let _ = writeln!(text, "      '{}'{}{why}", self.words(&unlinked.quote), office.unwrap_or_default());
        self.others(text, &unlinked.others, unlinked.others.len());
    }

    fn relation(&self, text: &mut String, reading: &RelationReading, sentence: &SentenceReading) {
        let row = &reading.relation;
        let date = reading.dated.date.map_or("no date".to_owned(), |date| date.to_string());
        let event = row.event.as_ref().map(|event| format!("  event {event}")).unwrap_or_default();
        let arrow = if row.either { " (or the other way round)" } else { "" };
        let _ = writeln!(
            text,
            "      {} {} {}{arrow}: {}, {date}, {:.2}{event}",
            self.name(&reading.subject),
            row.predicate.label(Lang::En),
            self.name(&reading.object),
            row.status.name(),
            reading.confidence.told
        );
        let mut line = |head: &str, words: &str| {
            let _ = writeln!(text, "         {}", both(head, words));
        };
        let by = match (&reading.trigger, reading.construction) {
            (Some(trigger), _) => format!(": {}", self.row(trigger)),
            (None, Some(construction)) => format!(": {}{}", construction.text, in_brackets(reading.title.as_ref())),
            (None, None) => String::new(),
        };
        line("word", &format!("'{}'{by}", self.words(&reading.word)));
        for slot in &reading.slots {
            if self.all || slot.is_filled() {
                line(side(slot.side), &self.slot(slot, sentence));
            }
        }
        let word = reading.status.word.as_ref().map(|word| format!(", '{}'", self.words(word))).unwrap_or_default();
        let status_row = in_brackets(reading.status.row.as_ref());
        line("status", &format!("{}: {}{word}{status_row}", row.status.name(), reading.status.rule.text));
        let expression =
            reading.dated.expression.as_ref().map(|words| format!("'{}', ", self.words(words))).unwrap_or_default();
        line("date", &format!("{date}: {expression}{}", reading.dated.rule.text));
        if let Some(place) = &reading.place {
            line("place", &self.who(place));
        }
        if let Some(who) = &reading.attribution {
            line("reported", &format!("by {}", self.who(who)));
        }
        line("sure", &confidence(reading));
        for decided in &reading.decisions {
            let reason = self.isolated(&plain(&decided.reason));
            let words = format!(
                "{} ({}): {reason}; {}, {}",
                plain(&decided.decision),
                decided.row,
                plain(&decided.author),
                decided.date
            );
            line("decided", &words);
        }
    }

    fn row(&self, trigger: &TriggerRow) -> String {
        let predicate = trigger.predicate.map_or("no relation", |predicate| predicate.name());
        format!(
            "{} ({}), {predicate}; subject {}; object {}",
            trigger.id,
            trigger.row,
            self.isolated(&trigger.subject),
            self.isolated(&trigger.object)
        )
    }

    fn slot(&self, slot: &SlotReading, sentence: &SentenceReading) -> String {
        let mut parts = Vec::new();
        for party in &slot.found {
            let number = party.mention.as_ref().and_then(|own| {
                sentence
                    .mentions
                    .iter()
                    .position(|mention| mention.quote.start < own.end && own.start < mention.quote.end)
            });
            let place = match (&party.mention, number) {
                (_, Some(number)) => format!(" [{}]", number + 1),
                (Some(quote), None) if quote.end <= sentence.quote.start => {
                    format!(", named before as '{}'", self.words(quote))
                }
                (Some(quote), None) => format!(", '{}'", self.words(quote)),
                (None, None) => String::new(),
            };
            let why = party.why.map(|why| format!(" — no: {}", why.text)).unwrap_or_default();
            parts.push(format!("{}{place}{why}", self.name(&party.entity)));
        }
        let nobody = if parts.is_empty() { "nobody".to_owned() } else { parts.join("; ") };
        let carried = if slot.carried && !parts.is_empty() { ", taken over from an earlier clause" } else { "" };
        let code = match &slot.slot {
            // "behind 'with'" names it.
            Some(code) if !slot.meaning.contains('\'') => format!("{code}, "),
            _ => String::new(),
        };
        format!("{code}{}: {nobody}{carried}", self.isolated(&slot.meaning))
    }

    /// Rows of one word that gave nothing for one reason.
    fn untold(&self, text: &mut String, rows: &[Untold], sentence: &SentenceReading) {
        for untold in rows {
            let row = untold.trigger.as_ref().map(|trigger| format!(": {}", self.row(trigger))).unwrap_or_default();
            let _ = writeln!(text, "      '{}'{row}", self.words(&untold.word));
        }
        let Some(first) = rows.first() else { return };
        if let Some(why) = first.why {
            let _ = writeln!(text, "         {}", both("why", why.text));
        }
        for edge in &first.edges {
            let (subject, object) = (self.name(&edge.subject), self.name(&edge.object));
            let edge_words =
                format!("{subject} {} {object} ({:.2}): {}", edge.predicate.label(Lang::En), edge.steps, edge.why.text);
            let _ = writeln!(text, "         {}", both("why", &edge_words));
        }
        let mut told: Vec<String> = Vec::new();
        for slot in rows.iter().flat_map(|untold| &untold.slots) {
            let line = both(side(slot.side), &self.slot(slot, sentence));
            if !told.contains(&line) {
                let _ = writeln!(text, "         {line}");
                told.push(line);
            }
        }
    }
}

/// Returns whether it says something that a row of the same word should have given a relation and did not.
fn is_telling(untold: &Untold, sentence: &SentenceReading) -> bool {
    let same = |relation: &RelationReading| relation.word == untold.word;
    let nested = matches!(
        untold.why.map(|why| why.code),
        Some(Why::AlreadyFilled | Why::ToldByNext | Why::BindsNext | Why::NoMeeting)
    );
    !nested && !sentence.relations.iter().any(same)
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Subject => "subject",
        Side::Object => "object",
    }
}

fn in_brackets(row: Option<&RowRef>) -> String {
    row.map(|row| format!(" ({row})")).unwrap_or_default()
}

fn confidence(reading: &RelationReading) -> String {
    let parts = &reading.confidence;
    let mut text = format!("{:.2} = {:.2}", parts.told, parts.plain);
    for doubt in &parts.doubts {
        let _ = write!(text, " × {:.2} ({})", doubt.factor, doubt.why.text);
    }
    if reading.trigger.is_some() {
        let reach = if parts.reach < 1.0 {
            format!(" × {:.2} (a subject of an earlier sentence)", parts.reach)
        } else {
            String::new()
        };
        let _ = write!(text, "; steps {:.2} (subject) × {:.2} (object){reach}", parts.subject, parts.object);
    }
    text
}
