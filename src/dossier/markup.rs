//! Elements of HTML whose text cannot be taken for markup.

use std::fmt::Write;

/// A piece of HTML under way.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// Adds an element around what `inside` adds. Names of elements and attributes are ours.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Html)) {
        self.open(name, attributes);
        inside(self);
        let _ = write!(self.0, "</{name}>");
    }

    /// Adds an element that holds a text.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |html| html.plain(text));
    }

    /// Adds the start of an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.0, "<{name}");
        for (name, value) in attributes {
            let _ = write!(self.0, " {name}=\"");
            self.plain(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Adds text.
    ///
    /// **Source:** HTML Living Standard, 13.3 "Serializing HTML fragments", escaping a string; controls, which no
    /// document may hold (13.2.3.5), are left out, and so are marks of direction, which could reach beyond the text.
    pub(super) fn plain(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\u{a0}' => self.0.push_str("&nbsp;"),
                '\t' | '\n' | '\r' => self.0.push(' '),
                c if c.is_control() || is_mark(c) => {}
                c => self.0.push(c),
            }
        }
    }

    /// Adds our own markup as it is.
    pub(super) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Embeddings, overrides and isolates: U+202A to U+202E and U+2066 to U+2069.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let mut html = Html::default();
        html.text("p", &[("title", "\"><script>")], "<b>&amp;</b>\n\u{202e}\u{0}x'");
        assert_eq!(html.finish(), "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;amp;&lt;/b&gt; x&#39;</p>");
    }
}
