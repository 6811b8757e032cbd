//! The page: one file of HTML, without script and without network.
//!
//! A Content-Security-Policy in the page admits nothing but its own style, by its hash. **Source:** W3C, Content Security
//! Policy Level 3, 2.3.1. Every text of a document is escaped ([`markup`](super::markup)), stands in its own direction
//! (`dir="auto"`, `bdi`), and only addresses of the web become links.

use sha2::{Digest, Sha256};

use super::chart::{Chart, FAMILIES};
use super::markup::Html;
use super::words::{self, Words};
use super::{LISTED, NAMED, Numbers, date, date_or_dash, sentences, web};
use crate::query::{Dossier, Event, Party, Term};
use crate::relation::Status;

const STYLE: &str = include_str!("style.css");

/// Returns the page.
#[must_use]
pub fn html(dossier: &Dossier) -> String {
    let page = Page { dossier, words: Words::of(dossier.lang), numbers: Numbers::new(dossier) };
    let mut html = Html::default();
    html.raw("<!doctype html>\n");
    html.element("html", &[("lang", dossier.lang.code()), ("dir", page.words.dir)], |html| {
        html.element("head", &[], |html| page.head(html));
        html.raw("\n");
        html.element("body", &[], |html| page.body(html));
    });
    html.raw("\n");
    html.finish()
}

struct Page<'d> {
    dossier: &'d Dossier,
    words: &'static Words,
    numbers: Numbers<'d>,
}

impl Page<'_> {
    fn head(&self, html: &mut Html) {
        let hash = base64(&Sha256::digest(STYLE.as_bytes()));
        let policy = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
        html.open("meta", &[("charset", "utf-8")]);
        html.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy)]);
        html.open("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        html.open("meta", &[("name", "referrer"), ("content", "no-referrer")]);
        html.text("title", &[], &format!("{} – {}", self.dossier.entity.name, self.words.dossier));
        html.raw("<style>");
        html.raw(STYLE);
        html.raw("</style>");
    }

    fn body(&self, html: &mut Html) {
        let (dossier, words) = (self.dossier, self.words);
        html.element("header", &[], |html| self.header(html));
        html.element("main", &[], |html| {
            self.facts(html);
            self.names(html);
            if dossier.sources.is_empty() {
                html.text("p", &[("class", "note")], words.nothing);
            }
            self.chart(html);
            self.contacts(html);
            self.cards(html, words.key_events, &dossier.key_events);
            self.cards(html, words.ahead, &dossier.ahead);
            self.cards(html, words.denied, &dossier.denied);
            self.quotes(html);
            self.places(html);
            self.timeline(html);
            self.cards(html, words.roles, &dossier.roles);
            self.publishers(html);
            self.sources(html);
        });
        html.element("footer", &[], |html| {
            html.text("p", &[], words.note);
            html.text("p", &[], words.made_by);
        });
    }

    fn header(&self, html: &mut Html) {
        let (entity, words) = (&self.dossier.entity, self.words);
        html.text("p", &[("class", "kicker")], words.dossier);
        html.text("h1", &[("dir", "auto")], &entity.name);
        if !entity.other_name.is_empty() {
            html.element("p", &[("class", "other")], |html| html.text("bdi", &[], &entity.other_name));
        }
        html.element("p", &[("class", "note")], |html| {
            let kind = entity.kind.map(|kind| words::kind(kind, self.dossier.lang));
            let country = entity.country.as_ref().and_then(|country| country.name.as_deref());
            for (at, text) in kind.into_iter().chain(country).chain([&*entity.id]).enumerate() {
                if at > 0 {
                    html.plain(" · ");
                }
                html.text("bdi", &[], text);
            }
            if !entity.wikidata.is_empty() && entity.wikidata.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                html.plain(" · ");
                let url = format!("https://www.wikidata.org/wiki/{}", entity.wikidata);
                html.text("a", &[("href", &url), ("rel", "noreferrer")], &format!("Wikidata {}", entity.wikidata));
            }
        });
        if entity.is_new {
            html.text("p", &[("class", "note")], words.only_documents);
        }
    }

    fn facts(&self, html: &mut Html) {
        let (counts, words) = (&self.dossier.counts, self.words);
        let facts = [
            (words.events, counts.events.to_string()),
            (words.documents, counts.telling.to_string()),
            (words.texts, counts.texts.to_string()),
            (words.publishers, counts.publishers.to_string()),
            (words.mentions, counts.mentions.to_string()),
            (words.contacts, counts.contacts.to_string()),
            (words.first, date_or_dash(counts.first)),
            (words.last, date_or_dash(counts.last)),
        ];
        html.element("dl", &[("class", "facts")], |html| {
            for (name, value) in &facts {
                html.element("div", &[], |html| {
                    html.text("dt", &[], name);
                    html.element("dd", &[], |html| html.text("bdi", &[], value));
                });
            }
        });
    }

    fn names(&self, html: &mut Html) {
        let (entity, words) = (&self.dossier.entity, self.words);
        if !entity.offices.is_empty() {
            html.text("h2", &[], words.offices);
            html.element("ul", &[("class", "plain")], |html| {
                for term in &entity.offices {
                    html.element("li", &[], |html| office(html, term));
                }
            });
        }
        if !entity.aliases.is_empty() {
            html.text("h2", &[], words.names);
            html.element("ul", &[("class", "plain tags")], |html| {
                for alias in &entity.aliases {
                    html.text("li", &[("lang", alias.lang.code()), ("dir", "auto")], &alias.text);
                }
            });
        }
    }

    fn chart(&self, html: &mut Html) {
        let chart = Chart::new(&self.dossier.months);
        if chart.bars.is_empty() {
            return;
        }
        html.text("h2", &[], chart.title(self.words));
        html.element("div", &[("class", "scroll")], |html| chart.draw(html, self.dossier.lang));
        html.element("p", &[("class", "legend note")], |html| {
            for family in FAMILIES {
                html.element("span", &[], |html| {
                    html.text("i", &[("class", &format!("mark {}", family.name()))], "");
                    html.plain(words::family(family, self.dossier.lang));
                });
            }
        });
    }

    fn contacts(&self, html: &mut Html) {
        let (contacts, words) = (&self.dossier.contacts, self.words);
        if contacts.is_empty() {
            return;
        }
        html.text("h2", &[], words.contacts);
        let families = FAMILIES.map(|family| words::family(family, self.dossier.lang));
        let head = [&[words.who][..], &families, &[words.documents, words.first, words.last]].concat();
        table(html, "contacts", &head, contacts.iter().take(LISTED), |html, contact| {
            html.element("td", &[], |html| name(html, &contact.party));
            for family in FAMILIES {
                let count = contact.counts.get(&family).map(u64::to_string).unwrap_or_default();
                html.text("td", &[("class", "number")], &count);
            }
            html.text("td", &[("class", "number")], &contact.documents.to_string());
            for date in [contact.first, contact.last] {
                html.text("td", &[("class", "date")], &date_or_dash(date));
            }
        });
        self.more(html, contacts.len());
    }

    fn places(&self, html: &mut Html) {
        let (places, words) = (&self.dossier.places, self.words);
        if places.is_empty() {
            return;
        }
        html.text("h2", &[], words.places);
        let head = [words.place, words.events, words.first, words.last];
        table(html, "places", &head, places.iter().take(LISTED), |html, place| {
            html.element("td", &[], |html| name(html, &place.party));
            html.text("td", &[("class", "number")], &place.events.to_string());
            for date in [place.first, place.last] {
                html.text("td", &[("class", "date")], &date_or_dash(date));
            }
        });
        self.more(html, places.len());
    }

    /// Says how many are not shown of `count`.
    fn more(&self, html: &mut Html, count: usize) {
        if count > LISTED {
            html.text("p", &[("class", "note")], &format!("… +{} {}", count - LISTED, self.words.more));
        }
    }

    fn section<T>(&self, html: &mut Html, title: &str, items: &[T], each: impl Fn(&mut Html, &T)) {
        if !items.is_empty() {
            html.text("h2", &[], title);
            items.iter().for_each(|item| each(html, item));
        }
    }

    fn cards(&self, html: &mut Html, title: &str, events: &[Event]) {
        self.section(html, title, &events[..events.len().min(LISTED)], |html, event| self.card(html, event));
        self.more(html, events.len());
    }

    /// An event with the sentences that show it.
    fn card(&self, html: &mut Html, event: &Event) {
        html.element("div", &[("class", "event")], |html| {
            html.element("p", &[], |html| self.line(html, event));
            for report in sentences(event, self.dossier.lang) {
                let sentence = report.evidence.as_deref().unwrap_or_default();
                html.text("blockquote", &[("dir", "auto"), ("lang", report.lang.code())], sentence);
                self.source_of(html, &report.document, report.publisher.as_deref());
            }
        });
    }

    fn source_of(&self, html: &mut Html, document: &crate::relation::Id, publisher: Option<&str>) {
        html.element("p", &[("class", "source")], |html| {
            html.plain("— ");
            html.text("bdi", &[], publisher.unwrap_or(document));
            html.plain(" ");
            self.references(html, &self.numbers.of(document));
        });
    }

    /// An event in one line: when, who, what, whom, where, and who tells it.
    fn line(&self, html: &mut Html, event: &Event) {
        let lang = self.dossier.lang;
        html.text("span", &[("class", "date"), ("dir", "ltr")], &date(event));
        html.plain(" ");
        html.text("i", &[("class", &format!("mark {}", event.family.name()))], "");
        html.text("bdi", &[], event.subject_name.as_deref().unwrap_or(&event.subject));
        html.plain(" ");
        html.plain(event.predicate.label(lang));
        html.plain(if event.direction_known { " " } else { " ↔ " });
        html.text("bdi", &[], event.object_name.as_deref().unwrap_or(&event.object));
        if let Some(place) = &event.place_name {
            html.plain(" · ");
            html.text("bdi", &[], place);
        }
        if event.status != Status::Happened {
            html.plain(" ");
            html.text("span", &[("class", "status")], event.status.label(lang));
        }
        html.plain(" ");
        self.references(html, &self.numbers.of_event(event));
    }

    fn references(&self, html: &mut Html, numbers: &[usize]) {
        html.element("span", &[("class", "refs"), ("dir", "ltr")], |html| {
            for number in numbers.iter().take(NAMED) {
                html.text("a", &[("href", &format!("#s{number}"))], &format!("[{number}]"));
            }
            if numbers.len() > NAMED {
                html.plain(&format!(" +{}", numbers.len() - NAMED));
            }
        });
    }

    fn quotes(&self, html: &mut Html) {
        let (quotes, words) = (&self.dossier.quotes, self.words);
        if quotes.is_empty() {
            return;
        }
        html.text("h2", &[], words.quotes);
        html.text("p", &[("class", "note")], words.quotes_note);
        for quote in quotes.iter().take(LISTED) {
            html.element("div", &[("class", "event")], |html| {
                html.text("blockquote", &[("dir", "auto"), ("lang", quote.lang.code())], &quote.sentence);
                html.element("p", &[("class", "source")], |html| {
                    html.plain("— ");
                    html.text("bdi", &[], quote.publisher.as_deref().unwrap_or(&quote.document));
                    if let Some(date) = quote.date {
                        html.plain(" ");
                        html.text("span", &[("class", "date"), ("dir", "ltr")], &date.to_string());
                    }
                    html.plain(" ");
                    self.references(html, &self.numbers.of(&quote.document));
                });
            });
        }
        self.more(html, quotes.len());
    }

    fn timeline(&self, html: &mut Html) {
        let (timeline, words) = (&self.dossier.timeline, self.words);
        self.section(html, words.timeline, if timeline.is_empty() { &[] } else { &[()] }, |html, ()| {
            for month in timeline {
                html.element("h3", &[], |html| {
                    let name = month.month.map_or_else(|| words.no_date.to_owned(), |month| month.to_string());
                    html.text("bdi", &[], &name);
                });
                html.element("ul", &[("class", "plain timeline")], |html| {
                    for event in &month.events {
                        html.element("li", &[], |html| self.line(html, event));
                    }
                });
            }
        });
    }

    fn publishers(&self, html: &mut Html) {
        let (publishers, words) = (&self.dossier.publishers, self.words);
        self.section(html, words.publishers, if publishers.is_empty() { &[] } else { &[()] }, |html, ()| {
            html.element("ul", &[("class", "plain tags")], |html| {
                for publisher in publishers {
                    html.element("li", &[], |html| {
                        html.text("bdi", &[], &publisher.name);
                        html.plain(&format!(" {}", publisher.documents));
                    });
                }
            });
        });
    }

    fn sources(&self, html: &mut Html) {
        let (sources, words) = (&self.dossier.sources, self.words);
        self.section(html, words.sources, if sources.is_empty() { &[] } else { &[()] }, |html, ()| {
            html.element("ol", &[("class", "sources")], |html| {
                for (at, source) in sources.iter().enumerate() {
                    html.element("li", &[("id", &format!("s{}", at + 1))], |html| {
                        let title = source.title.as_deref().unwrap_or(&source.document);
                        let lang = source.lang.code();
                        match web(source.url.as_deref()) {
                            Some(url) => html.text(
                                "a",
                                &[("href", url), ("rel", "noreferrer"), ("dir", "auto"), ("lang", lang)],
                                title,
                            ),
                            None => html.text("bdi", &[("lang", lang)], title),
                        }
                        html.element("span", &[("class", "source")], |html| {
                            for text in source.publisher.iter().cloned().chain(source.date.map(|date| date.to_string()))
                            {
                                html.plain(" · ");
                                html.text("bdi", &[], &text);
                            }
                        });
                    });
                }
            });
        });
    }
}

fn name(html: &mut Html, party: &Party) {
    html.text("bdi", &[], party.name.as_deref().unwrap_or(&party.id));
}

fn office(html: &mut Html, term: &Term) {
    html.text("bdi", &[], &term.title);
    if let Some(of) = &term.of {
        html.plain(" · ");
        name(html, of);
    }
    if term.start.is_some() || term.end.is_some() {
        let date = |date: Option<crate::document::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        html.plain(" ");
        html.text("span", &[("class", "date"), ("dir", "ltr")], &format!("{} – {}", date(term.start), date(term.end)));
    }
}

fn table<T>(html: &mut Html, class: &str, head: &[&str], rows: impl Iterator<Item = T>, each: impl Fn(&mut Html, T)) {
    html.element("div", &[("class", "scroll")], |html| {
        html.element("table", &[("class", class)], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| head.iter().for_each(|cell| html.text("th", &[("scope", "col")], cell)));
            });
            html.element("tbody", &[], |html| rows.for_each(|row| html.element("tr", &[], |html| each(html, row))));
        });
    });
}

/// **Source:** RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let sum = (0..3).fold(0_usize, |sum, at| sum << 8 | usize::from(chunk.get(at).copied().unwrap_or_default()));
        for at in 0..4 {
            let digit = DIGITS[sum >> (18 - 6 * at) & 63];
            text.push(if at <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tests::dossier;
    use super::*;
    use crate::document::Lang;

    #[test]
    fn base64_is_that_of_the_standard() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("\u{ff}", "w78=")];
        for (text, expected) in cases {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }

    #[test]
    fn no_text_of_a_document_is_markup_and_only_web_addresses_are_links() {
        let nasty = "</style><script>alert(1)</script><img src=x onerror=\"y\">";
        let page = html(&dossier(nasty, "javascript:alert(1)", Lang::En));
        let plain = html(&dossier("x", "y", Lang::En));
        assert_eq!(page.matches('<').count(), plain.matches('<').count());
        assert_eq!(page.matches('"').count(), plain.matches('"').count());
        assert!(!page.contains("href=\"javascript"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        let linked = html(&dossier("x", "https://example.org/?a=1&b=\"2\"", Lang::En));
        assert!(linked.contains("href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\""));
    }

    #[test]
    fn the_page_asks_for_nothing_outside_and_has_no_style_that_its_policy_forbids() {
        for lang in [Lang::Ar, Lang::En] {
            let page = html(&dossier("x", "y", lang));
            assert!(page.contains("default-src &#39;none&#39;"));
            for outside in ["<script", "<link", " src=", "@import", "url(", " style=", "<iframe"] {
                assert!(!page.contains(outside), "{outside}");
            }
            assert!(page.contains(if lang == Lang::Ar { "dir=\"rtl\"" } else { "<html lang=\"en\" dir=\"ltr\"" }));
        }
    }

    #[test]
    fn elements_are_closed_and_references_lead_somewhere() {
        let page = html(&dossier("x", "y", Lang::Ar));
        for name in
            ["div", "p", "ul", "ol", "li", "table", "tr", "td", "span", "bdi", "a", "g", "svg", "blockquote", "h2"]
        {
            let opened = page.matches(&format!("<{name} ")).count() + page.matches(&format!("<{name}>")).count();
            assert_eq!(opened, page.matches(&format!("</{name}>")).count(), "{name}");
        }
        for (at, _) in page.match_indices("href=\"#") {
            let target = page[at + 7..].split('"').next().unwrap();
            assert!(page.contains(&format!("id=\"{target}\"")), "{target}");
        }
    }
}
