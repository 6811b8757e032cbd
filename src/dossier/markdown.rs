//! The page as Markdown: reads as text, and through any converter.
//!
//! **Source:** CommonMark 0.31, 2.4 "Backslash escapes"; tables and `~` as of GitHub Flavored Markdown; `$`, `^` and `@` mean
//! something to pandoc. What runs in the other direction stands in isolates (Unicode Standard Annex 9), as Markdown has no
//! directions.

use super::chart::{Chart, FAMILIES, total};
use super::markup::is_mark;
use super::words::{self, Words};
use super::{LISTED, NAMED, Numbers, date, date_or_dash, sentences, web};
use crate::document::{Lang, PartialDate};
use crate::query::{Dossier, Event, Party};
use crate::relation::{Id, Status};

/// Returns the page.
#[must_use]
pub fn markdown(dossier: &Dossier) -> String {
    let mut page =
        Page { dossier, words: Words::of(dossier.lang), numbers: Numbers::new(dossier), text: String::new() };
    page.head();
    page.facts();
    page.names();
    page.chart();
    page.contacts();
    page.cards(page.words.key_events, &dossier.key_events);
    page.cards(page.words.ahead, &dossier.ahead);
    page.cards(page.words.denied, &dossier.denied);
    page.quotes();
    page.places();
    page.timeline();
    page.cards(page.words.roles, &dossier.roles);
    page.publishers();
    page.sources();
    page.text
}

struct Page<'d> {
    dossier: &'d Dossier,
    words: &'static Words,
    numbers: Numbers<'d>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn title(&mut self, title: &str) {
        self.line(&format!("\n## {title}\n"));
    }

    /// Returns a text of a document, with nothing in it that means something to Markdown.
    fn safe(&self, text: &str) -> String {
        isolated(&escape(text), self.dossier.lang)
    }

    fn head(&mut self) {
        let entity = &self.dossier.entity;
        self.line(&format!("# {}\n", self.safe(&entity.name)));
        let kind = entity.kind.map(|kind| words::kind(kind, self.dossier.lang).to_owned());
        let other = Some(self.safe(&entity.other_name)).filter(|name| !name.is_empty());
        let country = entity.country.as_ref().map(|country| self.party(country));
        let is_item = !entity.wikidata.is_empty() && entity.wikidata.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let wikidata = is_item.then(|| format!("[Wikidata {0}](https://www.wikidata.org/wiki/{0})", entity.wikidata));
        let id = Some(format!("`{}`", entity.id.replace('`', "'")));
        let parts: Vec<String> = [other, kind, country, id, wikidata].into_iter().flatten().collect();
        self.line(&parts.join(" · "));
        if entity.is_new {
            self.line(&format!("\n*{}*", self.words.only_documents));
        }
        let note = self.words.note;
        self.line(&format!("\n*{note}*"));
        if self.dossier.sources.is_empty() {
            self.line(&format!("\n{}", self.words.nothing));
        }
    }

    fn facts(&mut self) {
        let (counts, words) = (self.dossier.counts, self.words);
        let facts = [
            (words.events, counts.events.to_string()),
            (words.documents, counts.telling.to_string()),
            (words.texts, counts.texts.to_string()),
            (words.publishers, counts.publishers.to_string()),
            (words.mentions, counts.mentions.to_string()),
            (words.first, date_or_dash(counts.first)),
            (words.last, date_or_dash(counts.last)),
        ];
        self.line("");
        for (name, value) in facts {
            self.line(&format!("- {name}: **{value}**"));
        }
    }

    fn names(&mut self) {
        let (entity, words) = (&self.dossier.entity, self.words);
        if !entity.offices.is_empty() {
            self.title(words.offices);
            for term in &entity.offices {
                let of = term.of.as_ref().map(|of| format!(" · {}", self.party(of))).unwrap_or_default();
                let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
                let dates = if term.start.is_some() || term.end.is_some() {
                    format!(" ({} – {})", date(term.start), date(term.end))
                } else {
                    String::new()
                };
                self.line(&format!("- {}{of}{dates}", self.safe(&term.title)));
            }
        }
        if !entity.aliases.is_empty() {
            self.title(words.names);
            let names: Vec<String> = entity.aliases.iter().map(|alias| self.safe(&alias.text)).collect();
            self.line(&names.join(" · "));
        }
    }

    fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        self.line(&format!("| {} |", head.join(" | ")));
        self.line(&format!("|{}", " --- |".repeat(head.len())));
        for row in rows {
            self.line(&format!("| {} |", row.join(" | ")));
        }
    }

    fn chart(&mut self) {
        let chart = Chart::new(&self.dossier.months);
        if chart.bars.is_empty() {
            return;
        }
        self.title(chart.title(self.words));
        let families = FAMILIES.map(|family| words::family(family, self.dossier.lang));
        let period = if chart.is_by_year { self.words.year } else { self.words.month };
        let rows: Vec<Vec<String>> = chart
            .bars
            .iter()
            .filter(|bar| total(bar) > 0)
            .map(|bar| {
                let counts = FAMILIES.map(|family| bar.counts.get(&family).map(u64::to_string).unwrap_or_default());
                [vec![bar.month.to_string()], counts.to_vec()].concat()
            })
            .collect();
        self.table(&[&[period][..], &families].concat(), &rows);
    }

    fn contacts(&mut self) {
        let (contacts, words) = (&self.dossier.contacts, self.words);
        if contacts.is_empty() {
            return;
        }
        self.title(words.contacts);
        let families = FAMILIES.map(|family| words::family(family, self.dossier.lang));
        let rows: Vec<Vec<String>> = contacts
            .iter()
            .take(LISTED)
            .map(|contact| {
                let counts = FAMILIES.map(|family| contact.counts.get(&family).map(u64::to_string).unwrap_or_default());
                let rest = [contact.documents.to_string(), date_or_dash(contact.first), date_or_dash(contact.last)];
                [vec![self.party(&contact.party)], counts.to_vec(), rest.to_vec()].concat()
            })
            .collect();
        self.table(&[&[words.who][..], &families, &[words.documents, words.first, words.last]].concat(), &rows);
        self.more(contacts.len());
    }

    fn places(&mut self) {
        let (places, words) = (&self.dossier.places, self.words);
        if places.is_empty() {
            return;
        }
        self.title(words.places);
        let rows: Vec<Vec<String>> = places
            .iter()
            .take(LISTED)
            .map(|place| {
                let (first, last) = (date_or_dash(place.first), date_or_dash(place.last));
                vec![self.party(&place.party), place.events.to_string(), first, last]
            })
            .collect();
        self.table(&[words.place, words.events, words.first, words.last], &rows);
        self.more(places.len());
    }

    fn more(&mut self, count: usize) {
        if count > LISTED {
            self.line(&format!("\n… +{} {}", count - LISTED, self.words.more));
        }
    }

    fn cards(&mut self, title: &str, events: &[Event]) {
        if events.is_empty() {
            return;
        }
        self.title(title);
        for event in events.iter().take(LISTED) {
            self.line(&format!("- {}\n", self.event(event)));
            for report in sentences(event, self.dossier.lang) {
                let sentence = self.safe(report.evidence.as_deref().unwrap_or_default());
                let source = self.source(&report.document, report.publisher.as_deref());
                self.line(&format!("  > {sentence}\n  >\n  > — {source}\n"));
            }
        }
        self.more(events.len());
    }

    fn event(&self, event: &Event) -> String {
        let lang = self.dossier.lang;
        let open = if event.direction_known { "" } else { " ↔" };
        let place = event.place_name.as_ref().map(|place| format!(" · {}", self.safe(place))).unwrap_or_default();
        let status = if event.status == Status::Happened {
            String::new()
        } else {
            format!(" — *{}*", event.status.label(lang))
        };
        let numbers = references(&self.numbers.of_event(event));
        format!(
            "{} {} {}{open} {}{place}{status} {numbers}",
            date(event),
            self.safe(event.subject_name.as_deref().unwrap_or(&event.subject)),
            event.predicate.label(lang),
            self.safe(event.object_name.as_deref().unwrap_or(&event.object)),
        )
    }

    fn source(&self, document: &Id, publisher: Option<&str>) -> String {
        let number = references(&self.numbers.of(document));
        format!("{} {number}", self.safe(publisher.unwrap_or(document)))
    }

    fn party(&self, party: &Party) -> String {
        self.safe(party.name.as_deref().unwrap_or(&party.id))
    }

    fn quotes(&mut self) {
        let (quotes, words) = (&self.dossier.quotes, self.words);
        if quotes.is_empty() {
            return;
        }
        self.title(words.quotes);
        for quote in quotes.iter().take(LISTED) {
            let date = quote.date.map(|date| format!(", {date}")).unwrap_or_default();
            let source = self.source(&quote.document, quote.publisher.as_deref());
            self.line(&format!("> {}\n>\n> — {source}{date}\n", self.safe(&quote.sentence)));
        }
        self.more(quotes.len());
    }

    fn timeline(&mut self) {
        if self.dossier.timeline.is_empty() {
            return;
        }
        self.title(self.words.timeline);
        for (at, month) in self.dossier.timeline.iter().enumerate() {
            let name = month.month.map_or_else(|| self.words.no_date.to_owned(), |month| month.to_string());
            self.line(&format!("{}### {name}\n", if at > 0 { "\n" } else { "" }));
            for event in &month.events {
                self.line(&format!("- {}", self.event(event)));
            }
        }
    }

    fn publishers(&mut self) {
        if self.dossier.publishers.is_empty() {
            return;
        }
        self.title(self.words.publishers);
        for publisher in &self.dossier.publishers {
            self.line(&format!("- {}: {}", self.safe(&publisher.name), publisher.documents));
        }
    }

    fn sources(&mut self) {
        if self.dossier.sources.is_empty() {
            return;
        }
        self.title(self.words.sources);
        for (at, source) in self.dossier.sources.iter().enumerate() {
            let title = self.safe(source.title.as_deref().unwrap_or(&source.document));
            let title = match web(source.url.as_deref()) {
                Some(url) => format!("[{title}](<{}>)", address(url)),
                None => title,
            };
            let publisher = source.publisher.as_ref().map(|name| format!(" · {}", self.safe(name))).unwrap_or_default();
            let date = source.date.map(|date| format!(" · {date}")).unwrap_or_default();
            self.line(&format!("{}. {title}{publisher}{date}", at + 1));
        }
    }
}

fn references(numbers: &[usize]) -> String {
    let mut text: String = numbers.iter().take(NAMED).map(|number| format!("\\[{number}\\]")).collect();
    if numbers.len() > NAMED {
        text.push_str(&format!(" +{}", numbers.len() - NAMED));
    }
    text
}

/// Returns text in which nothing means something to Markdown, in one line.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    // Only at its start may text be taken for a list, a heading or a number.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let starts =
            (at == 0 && matches!(c, '-' | '+' | '=')) || (digits > 0 && at == digits && matches!(c, '.' | ')'));
        let means = "\\`*_{}[]<>#|~!&$^@\"'".contains(c);
        if is_mark(c) {
            continue;
        }
        if starts || means {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Returns the text in isolates where it runs in another direction than the page.
fn isolated(text: &str, page: Lang) -> String {
    let is_arabic = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    let turns = match page {
        Lang::En => text.chars().any(is_arabic),
        Lang::Ar => text.chars().any(char::is_alphabetic) && !text.chars().any(is_arabic),
    };
    if turns { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// Returns an address that ends where it ends.
fn address(url: &str) -> String {
    let mut address = String::new();
    for c in url.chars() {
        match c {
            '<' | '>' | '\\' | '|' | '`' => address.push_str(&format!("%{:02X}", u32::from(c))),
            c if c.is_whitespace() || c.is_control() || is_mark(c) => {}
            c => address.push(c),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::super::tests::dossier;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn nothing_in_a_text_means_something() {
        check("a | b\n\nc", "a \\| b c");
        check("1. one", "1\\. one");
        check("- x - y", "\\- x - y");
        check("2025) and 3)", "2025\\) and 3)");
        check("[x](y) <b> *i* _u_ `c`", "\\[x\\](y) \\<b\\> \\*i\\* \\_u\\_ \\`c\\`");
        check("#1 $2 user@x \u{202e}\\", "\\#1 \\$2 user\\@x \\\\");
    }

    #[test]
    fn addresses_stay_in_their_brackets() {
        assert_eq!(address("https://example.org/a>b <c>\n"), "https://example.org/a%3Eb%3Cc%3E");
    }

    #[test]
    fn the_page_has_every_part() {
        let page = markdown(&dossier("قال | نعم", "https://example.org/1", Lang::En));
        assert!(page.starts_with("# Ann\n"), "{page}");
        for part in ["## Contacts", "| Bob | 1 |", "## Key events", "## Sources", "](<https://example.org/1>)"] {
            assert!(page.contains(part), "{part}\n{page}");
        }
        assert!(page.contains("> \u{2068}قال \\| نعم\u{2069}"), "{page}");
        let arabic = markdown(&dossier("x", "y", Lang::Ar));
        assert!(arabic.contains("## المصادر") && !arabic.contains("](<"), "{arabic}");
    }
}
