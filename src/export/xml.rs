//! What the XML formats share: characters that XML can hold, and elements with escaped attributes.
//!
//! quick-xml writes the tags. Its own escaping leaves line breaks in attributes, which a reader has
//! to turn into spaces, and control characters, which a reader has to refuse; so it is done here.
//! The readers of JavaScript (xmldom 0.8) break lines where XML 1.1 does, so those are escaped, too.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::name::QName;

/// Returns the text without the characters that XML 1.0 cannot hold.
///
/// **Source:** XML 1.0 (5th edition), production 2, `Char`.
pub(super) fn legal(text: &str) -> Cow<'_, str> {
    let is_legal =
        |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(is_legal) { text.into() } else { text.chars().filter(|&c| is_legal(c)).collect() }
}

/// Writes elements.
pub(super) struct Elements<'w> {
    writer: Writer<&'w mut dyn io::Write>,
}

impl<'w> Elements<'w> {
    /// Begins a document.
    pub(super) fn new(out: &'w mut dyn io::Write) -> io::Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Elements { writer })
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.writer.write_event(Event::Empty(start(name, attributes)))
    }

    /// Writes an element that holds text.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))?;
        self.writer.write_event(Event::Text(BytesText::from_escaped(escape(text, false))))?;
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Ends the document.
    pub(super) fn finish(self) -> io::Result<()> {
        self.writer.into_inner().write_all(b"\n")
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut tag = BytesStart::new(name);
    for (key, value) in attributes {
        let value = escape(value, true);
        tag.push_attribute(Attribute { key: QName(key), value: Cow::Borrowed(&value) });
    }
    tag
}

fn escape(text: &str, in_attribute: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in legal(text).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\r' => escaped.push_str("&#13;"),
            // NEXT LINE, LINE SEPARATOR: line breaks of XML 1.1, which some readers make of them anyway.
            '\u{85}' => escaped.push_str("&#133;"),
            '\u{2028}' => escaped.push_str("&#8232;"),
            '"' if in_attribute => escaped.push_str("&quot;"),
            '\n' if in_attribute => escaped.push_str("&#10;"),
            '\t' if in_attribute => escaped.push_str("&#9;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, in_attribute: bool, expected: &str) {
        assert_eq!(escape(text, in_attribute), expected);
    }

    #[test]
    fn text_survives_every_reader() {
        check("a<b>&\"c\"\n", false, "a&lt;b&gt;&amp;\"c\"\n");
        check("a<b>&\"c\"\t\r\n", true, "a&lt;b&gt;&amp;&quot;c&quot;&#9;&#13;&#10;");
        check("a\u{85}\u{2028}b", false, "a&#133;&#8232;b");
        check("قال\u{0}\u{8}\u{b}\u{1f}\u{fffe}\u{ffff} نعم", false, "قال نعم");
        check("\u{200f}\u{1f600}", true, "\u{200f}\u{1f600}");
    }
}
