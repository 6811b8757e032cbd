//! DOT as tokens with their lines: tolerant, so that what Graphviz refuses can be told.
//!
//! **Source:** graphviz.org/doc/info/lang.html.

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) line: usize,
    /// White space stands before it.
    pub(super) is_apart: bool,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An identifier or number without quotation marks.
    Bare(String),
    /// What stands between quotation marks, escapes as written.
    Quoted(String),
    /// What stands between angle brackets.
    Markup(String),
    /// `->` or `--`.
    Arrow(&'static str),
    /// `{ } [ ] ; , = :`
    Sign(char),
    /// A string that does not end.
    Unclosed,
    /// A character that begins nothing.
    Stray(char),
}

/// Returns the tokens of a text; comments are left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut line = 1;
    let mut is_apart = true;
    while let Some(c) = rest.chars().next() {
        let (kind, length) = match c {
            c if c.is_whitespace() => (None, c.len_utf8()),
            '#' if rest.len() == text.len() || text[..text.len() - rest.len()].ends_with('\n') => {
                (None, rest.find('\n').unwrap_or(rest.len()))
            }
            '/' if rest.starts_with("//") => (None, rest.find('\n').unwrap_or(rest.len())),
            '/' if rest.starts_with("/*") => (None, rest.find("*/").map_or(rest.len(), |end| end + 2)),
            '-' if rest.starts_with("->") => (Some(Kind::Arrow("->")), 2),
            '-' if rest.starts_with("--") => (Some(Kind::Arrow("--")), 2),
            '"' => quoted(rest),
            '<' => markup(rest),
            '{' | '}' | '[' | ']' | ';' | ',' | '=' | ':' | '+' => (Some(Kind::Sign(c)), 1),
            c if is_word(c)
                || c == '.'
                || c == '-' && rest[1..].starts_with(|c: char| c.is_ascii_digit() || c == '.') =>
            {
                let end = rest[c.len_utf8()..].find(|c: char| !is_word(c) && c != '.').map(|end| end + c.len_utf8());
                let end = end.unwrap_or(rest.len());
                (Some(Kind::Bare(rest[..end].to_owned())), end)
            }
            c => (Some(Kind::Stray(c)), c.len_utf8()),
        };
        match kind {
            Some(kind) => {
                tokens.push(Token { kind, line, is_apart });
                is_apart = false;
            }
            None => is_apart = true,
        }
        line += rest.as_bytes()[..length].iter().filter(|&&byte| byte == b'\n').count();
        rest = &rest[length..];
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii()
}

/// Only `\"` is an escape to the scanner; the backslash stays in the string.
fn quoted(rest: &str) -> (Option<Kind>, usize) {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return (Some(Kind::Quoted(rest[1..at].to_owned())), at + 1),
            _ => at += 1,
        }
    }
    (Some(Kind::Unclosed), rest.len())
}

fn markup(rest: &str) -> (Option<Kind>, usize) {
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => {
                depth -= 1;
                if depth == 0 {
                    return (Some(Kind::Markup(rest[1..at].to_owned())), at + 1);
                }
            }
            _ => {}
        }
    }
    (Some(Kind::Unclosed), rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_have_their_lines_and_keep_escapes() {
        let found = tokens("digraph \"a \\\" b\\\\\" {\n// no\n  x->b [l=<<b>i</b>>]; # no comment\n");
        let kinds: Vec<Kind> = found.iter().map(|token| token.kind.clone()).collect();
        assert_eq!(kinds[1], Kind::Quoted("a \\\" b\\\\".to_owned()));
        assert_eq!((&kinds[4], found[4].is_apart, found[4].line), (&Kind::Arrow("->"), false, 3));
        assert!(kinds.contains(&Kind::Markup("<b>i</b>".to_owned())) && kinds.contains(&Kind::Stray('#')));
        assert_eq!(tokens("\"a\\\"").last().map(|token| token.kind.clone()), Some(Kind::Unclosed));
    }
}
