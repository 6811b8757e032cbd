//! DOT: what Graphviz refuses or draws otherwise, and the smaller language that Gephi's importer reads.
//!
//! **Source:** graphviz.org/doc/info/lang.html, `docs/attr-types/escString`; Graphviz 2.43, `lib/cgraph/scan.l`; Gephi's
//! `ImporterDOT`; pydot 4, by which NetworkX reads.

use std::collections::{BTreeMap, BTreeSet};

use super::dot_tokens::{Kind, Token, tokens};
use super::sightings::{EdgeSeen, Sightings};

/// Longest string that Graphviz's scanner takes, in bytes.
const LONGEST: usize = 16_384;

/// Attributes whose text is drawn, with escapes.
const DRAWN: [&str; 4] = ["label", "xlabel", "headlabel", "taillabel"];

type Attributes<'t> = Vec<(String, &'t Token)>;

struct Parser<'t, 's> {
    tokens: &'t [Token],
    at: usize,
    seen: &'s mut Sightings,
    is_directed: bool,
    is_strict: bool,
    nodes: BTreeMap<String, usize>,
    /// Ends with the values of `key`.
    edges: BTreeSet<(String, String)>,
    keys: BTreeSet<(String, String, String)>,
    /// Which of `graph`, `node`, `edge` have a font by default.
    fonts: BTreeSet<String>,
}

pub(super) fn scan(text: &str, seen: &mut Sightings) {
    let tokens = tokens(text);
    let mut parser = Parser {
        tokens: &tokens,
        at: 0,
        seen,
        is_directed: true,
        is_strict: false,
        nodes: BTreeMap::new(),
        edges: BTreeSet::new(),
        keys: BTreeSet::new(),
        fonts: BTreeSet::new(),
    };
    if let Err((line, place)) = parser.whole() {
        parser.seen.see("dot-syntax", Some(line), place);
    }
    let Parser { nodes, seen, .. } = parser;
    for (id, line) in nodes {
        seen.node(&id, Some(line));
    }
    strings(&tokens, seen);
}

fn strings(tokens: &[Token], seen: &mut Sightings) {
    for token in tokens {
        let Kind::Quoted(text) = &token.kind else { continue };
        if text.len() >= LONGEST {
            seen.see("dot-long-string", Some(token.line), format!("a string of {} bytes", text.len()));
        }
        // A string that goes on over what looks like the end of a statement was meant to end there.
        if ["\\\"]", "\\\",", "\\\";"].iter().any(|end| text.contains(end)) && text.contains('\n') {
            seen.see("dot-backslash-at-end", Some(token.line), text.chars().take(30).collect::<String>());
        }
    }
}

type Wrong = (usize, String);

impl<'t> Parser<'t, '_> {
    fn whole(&mut self) -> Result<(), Wrong> {
        if self.word().is_some_and(|word| word.eq_ignore_ascii_case("strict")) {
            self.is_strict = true;
            self.at += 1;
        }
        match self.word().map(|word| word.to_ascii_lowercase()).as_deref() {
            Some("digraph") => self.is_directed = true,
            Some("graph") => self.is_directed = false,
            _ => return Err(self.wrong("graph or digraph")),
        }
        self.at += 1;
        if !self.is_sign('{') {
            self.id()?;
        }
        self.sign('{')?;
        self.statements(0)
    }

    fn statements(&mut self, depth: usize) -> Result<(), Wrong> {
        loop {
            if self.is_sign('}') {
                self.at += 1;
                return Ok(());
            }
            if self.is_sign(';') {
                self.at += 1;
                continue;
            }
            self.statement(depth)?;
        }
    }

    fn statement(&mut self, depth: usize) -> Result<(), Wrong> {
        let line = self.line();
        if let Some(word @ ("graph" | "node" | "edge")) = self.word().map(str::to_ascii_lowercase).as_deref()
            && self.sign_after('[')
        {
            self.seen.see("dot-defaults", Some(line), format!("{word} [...]"));
            self.at += 1;
            let attributes = self.attributes()?;
            if attributes.iter().any(|(name, _)| name == "fontname") {
                self.fonts.insert(word.to_owned());
            }
            self.drawn(word, word, &attributes);
            return Ok(());
        }
        if matches!(self.kind(), Some(Kind::Bare(_) | Kind::Quoted(_))) && self.sign_after('=') {
            let name = self.id()?;
            self.at += 1;
            let value = self.token()?;
            self.id()?;
            self.seen.see("dot-assignment", Some(line), format!("{name}=..."));
            self.drawn("graph", "graph", &vec![(name, value)]);
            return Ok(());
        }
        let mut groups = vec![self.end(depth)?];
        while let Some(&Kind::Arrow(arrow)) = self.kind() {
            let (line, is_apart) = (self.line(), self.tokens[self.at].is_apart);
            if (arrow == "->") != self.is_directed {
                self.seen.see("dot-arrow", Some(line), arrow);
            }
            self.at += 1;
            if !is_apart || self.tokens.get(self.at).is_some_and(|token| !token.is_apart) {
                self.seen.see("dot-no-spaces", Some(line), arrow);
            }
            groups.push(self.end(depth)?);
        }
        let attributes = if self.is_sign('[') { self.attributes()? } else { Vec::new() };
        match groups.as_slice() {
            [one] => {
                if let Some(node) = one.first() {
                    self.drawn("node", &format!("node {node}"), &attributes);
                }
            }
            _ => self.edges(&groups, &attributes, line),
        }
        Ok(())
    }

    fn edges(&mut self, groups: &[Vec<String>], attributes: &Attributes<'t>, line: usize) {
        let key = attributes.iter().find(|(name, _)| name == "key").map(|(_, value)| words(value).to_owned());
        for pair in groups.windows(2) {
            for source in &pair[0] {
                for target in &pair[1] {
                    let place = format!("edge {source} to {target}");
                    let ends = match (self.is_directed, source <= target) {
                        (false, false) => (target.clone(), source.clone()),
                        _ => (source.clone(), target.clone()),
                    };
                    if let Some(key) = &key
                        && !self.keys.insert((ends.0.clone(), ends.1.clone(), key.clone()))
                    {
                        self.seen.see("dot-key", Some(line), place.clone());
                    }
                    if !self.edges.insert(ends) && self.is_strict {
                        self.seen.see("dot-strict", Some(line), place.clone());
                    }
                    self.drawn("edge", &place, attributes);
                    let weight = attributes.iter().find(|(name, _)| name == "weight");
                    self.seen.edge(EdgeSeen {
                        source: source.clone(),
                        target: target.clone(),
                        is_undirected: !self.is_directed,
                        weight: weight.map(|(_, value)| words(value).to_owned()),
                        line: Some(line),
                        ..EdgeSeen::default()
                    });
                }
            }
        }
    }

    /// Reads a node or a group of nodes.
    fn end(&mut self, depth: usize) -> Result<Vec<String>, Wrong> {
        let line = self.line();
        let is_subgraph = self.word().is_some_and(|word| word.eq_ignore_ascii_case("subgraph"));
        if is_subgraph || self.is_sign('{') {
            self.seen.see("dot-cluster", Some(line), "a group of nodes");
            if is_subgraph {
                self.at += 1;
                if !self.is_sign('{') {
                    self.id()?;
                }
            }
            self.sign('{')?;
            let before: BTreeSet<String> = self.nodes.keys().cloned().collect();
            if depth > 200 {
                return Err((line, "groups within groups".to_owned()));
            }
            self.statements(depth + 1)?;
            return Ok(self.nodes.keys().filter(|id| !before.contains(*id)).cloned().collect());
        }
        let id = self.id()?;
        if self.is_sign(':') {
            self.seen.see("dot-port", Some(line), format!("node {id}"));
            while self.is_sign(':') {
                self.at += 1;
                self.id()?;
            }
        }
        self.nodes.entry(id.clone()).or_insert(line);
        Ok(vec![id])
    }

    fn attributes(&mut self) -> Result<Attributes<'t>, Wrong> {
        let mut attributes = Vec::new();
        while self.is_sign('[') {
            self.at += 1;
            while !self.is_sign(']') {
                if self.is_sign(',') || self.is_sign(';') {
                    self.at += 1;
                    continue;
                }
                let token = self.token()?;
                let name = self.id()?.to_ascii_lowercase();
                let mut value = token;
                if self.is_sign('=') {
                    self.at += 1;
                    value = self.token()?;
                    self.id()?;
                }
                attributes.push((name, value));
            }
            self.at += 1;
        }
        Ok(attributes)
    }

    /// Looks at what is drawn of a node, an edge or the graph.
    fn drawn(&mut self, element: &str, place: &str, attributes: &Attributes<'t>) {
        let get = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| words(value));
        let has_font = get("fontname").is_some() || self.fonts.contains(element) || self.fonts.contains("graph");
        let is_record = get("shape").is_some_and(|shape| shape.eq_ignore_ascii_case("record") || shape == "Mrecord");
        for &(ref name, token) in attributes {
            let line = Some(token.line);
            match &token.kind {
                Kind::Quoted(text) => {
                    self.seen.see("dot-quoted-value", line, format!("{place} {name}"));
                    if !DRAWN.contains(&&**name) {
                        continue;
                    }
                    if let Some(escape) = odd_escape(text) {
                        self.seen.see("dot-escape", line, format!("{place}: \\{escape}"));
                    }
                    if is_record && text.contains(['{', '}', '|', '<', '>']) {
                        self.seen.see("dot-record", line, place);
                    }
                    if text.chars().any(is_arabic) {
                        if !has_font {
                            self.seen.see("dot-arabic-font", line, place);
                        }
                        if text.split("\\n").any(reverses_a_date) {
                            self.seen.see("dot-arabic-date", line, place);
                        }
                    }
                }
                Kind::Markup(_) => self.seen.see("dot-markup", line, format!("{place} {name}")),
                _ => {}
            }
        }
    }

    fn kind(&self) -> Option<&'t Kind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    fn line(&self) -> usize {
        self.tokens.get(self.at).or(self.tokens.last()).map_or(1, |token| token.line)
    }

    fn word(&self) -> Option<&'t str> {
        match self.kind() {
            Some(Kind::Bare(word)) => Some(word),
            _ => None,
        }
    }

    fn token(&self) -> Result<&'t Token, Wrong> {
        self.tokens.get(self.at).ok_or_else(|| self.wrong("more"))
    }

    fn is_sign(&self, sign: char) -> bool {
        self.kind() == Some(&Kind::Sign(sign))
    }

    fn sign_after(&self, sign: char) -> bool {
        self.tokens.get(self.at + 1).is_some_and(|token| token.kind == Kind::Sign(sign))
    }

    fn sign(&mut self, sign: char) -> Result<(), Wrong> {
        if !self.is_sign(sign) {
            return Err(self.wrong(&sign.to_string()));
        }
        self.at += 1;
        Ok(())
    }

    fn id(&mut self) -> Result<String, Wrong> {
        let id = match self.kind() {
            Some(Kind::Bare(text) | Kind::Quoted(text) | Kind::Markup(text)) => text.clone(),
            _ => return Err(self.wrong("a name")),
        };
        self.at += 1;
        // Strings are joined by `+`.
        while self.is_sign('+') {
            self.at += 1;
            self.id()?;
        }
        Ok(id)
    }

    fn wrong(&self, expected: &str) -> Wrong {
        let found = match self.kind() {
            None => "the end".to_owned(),
            Some(Kind::Unclosed) => "a string without an end".to_owned(),
            Some(Kind::Stray(c) | Kind::Sign(c)) => format!("'{c}'"),
            Some(Kind::Arrow(arrow)) => format!("'{arrow}'"),
            Some(Kind::Bare(text) | Kind::Quoted(text) | Kind::Markup(text)) => {
                format!("'{}'", text.chars().take(30).collect::<String>())
            }
        };
        (self.line(), format!("{found} where {expected} is expected"))
    }
}

fn words(token: &Token) -> &str {
    match &token.kind {
        Kind::Bare(text) | Kind::Quoted(text) | Kind::Markup(text) => text,
        _ => "",
    }
}

/// Returns the first escape that is neither a line break nor a doubled backslash nor a quotation mark.
fn odd_escape(text: &str) -> Option<char> {
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            match chars.next()? {
                'n' | 'l' | 'r' | '"' | '\\' | '\n' => {}
                odd => return Some(odd),
            }
        }
    }
    None
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fefc}')
}

/// Returns whether a line begins in Arabic and has `2024-05` that is not isolated: it is drawn as `05-2024`.
fn reverses_a_date(line: &str) -> bool {
    let is_strong = |c: char| is_arabic(c) || c.is_alphabetic();
    if !line.chars().find(|&c| is_strong(c)).is_some_and(is_arabic) {
        return false;
    }
    let bytes = line.as_bytes();
    let digits =
        |from: usize, count: usize| bytes.get(from..from + count).is_some_and(|d| d.iter().all(u8::is_ascii_digit));
    let is_date = |at: usize| digits(at, 4) && bytes.get(at + 4) == Some(&b'-') && digits(at + 5, 2);
    (0..bytes.len()).filter(|&at| is_date(at)).any(|at| {
        let before = &line[..at];
        let opened = before.matches(['\u{2066}', '\u{2068}']).count();
        opened == 0
            || before.matches('\u{2069}').count() >= before.matches(['\u{2066}', '\u{2067}', '\u{2068}']).count()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_after_arabic_turns_unless_it_is_isolated() {
        assert!(reverses_a_date("مصر في 2024-05-01"));
        assert!(!reverses_a_date("مصر في 2024/05/01"));
        assert!(!reverses_a_date("Cairo 2024-05-01"));
        assert!(!reverses_a_date("\u{2067}مصر في \u{2066}2024-05-01\u{2069}\u{2069}"));
    }

    #[test]
    fn line_breaks_are_no_odd_escapes() {
        assert_eq!(odd_escape("a\\nb\\\\N\\\"\\l"), None);
        assert_eq!(odd_escape("a \\N"), Some('N'));
        assert_eq!(odd_escape("\\u0645"), Some('u'));
    }
}
