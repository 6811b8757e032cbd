//! English inflection of verbs and nouns.
//!
//! **Source:** Huddleston and Pullum, *The Cambridge Grammar of the English Language* (2002), chapter 18.

use super::trigger::{Pos, Shape, Tense};
use crate::gazetteer::Number;

/// Returns every form of a row with its grammar.
pub(super) fn forms(pos: Pos, parts: &str) -> Vec<(String, Shape)> {
    match pos {
        Pos::Verb => verb_forms(parts),
        Pos::Noun => parts
            .split('|')
            .map(|form| (form.trim().to_owned(), Shape::Noun { definite: false, owner: None }))
            .collect(),
        Pos::Participle => parts
            .split('|')
            .map(|form| {
                let shape = Shape::Participle { gender: None, number: Number::Singular, definite: false };
                (form.trim().to_owned(), shape)
            })
            .collect(),
    }
}

fn verb_forms(parts: &str) -> Vec<(String, Shape)> {
    let (head, tail) = parts.split_once(' ').map_or((parts, ""), |(h, t)| (h, t));
    let mut words = head.split('/');
    let base = words.next().unwrap_or_default();
    let past = words.next().map_or_else(|| add(base, "ed"), str::to_owned);
    let participle = words.next().map_or_else(|| past.clone(), str::to_owned);
    let gerund = words.next().map_or_else(|| add(base, "ing"), str::to_owned);
    let shape = |tense| Shape::Verb { tense, gender: None, number: Number::Singular, object: None };
    let mut forms = vec![
        (base.to_owned(), shape(Tense::Base)),
        (third_person(base), shape(Tense::Present)),
        (past.clone(), shape(Tense::Past)),
        (gerund, shape(Tense::Gerund)),
    ];
    if participle == past {
        forms[2].1 = shape(Tense::PastParticiple);
    } else {
        forms.push((participle, shape(Tense::PastParticiple)));
    }
    if !tail.is_empty() {
        for (form, _) in &mut forms {
            form.push(' ');
            form.push_str(tail);
        }
    }
    forms
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn third_person(base: &str) -> String {
    let letters: Vec<char> = base.chars().collect();
    match letters.as_slice() {
        [.., before, 'y'] if !is_vowel(*before) => format!("{}ies", &base[..base.len() - 1]),
        [.., 's' | 'x' | 'z' | 'o'] | [.., 'c' | 's', 'h'] => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

/// Adds -ed or -ing: a final e falls, y becomes i before -ed, a short final consonant of one syllable doubles.
fn add(base: &str, ending: &str) -> String {
    let letters: Vec<char> = base.chars().collect();
    let syllables = letters.windows(2).filter(|w| is_vowel(w[1]) && !is_vowel(w[0])).count()
        + usize::from(letters.first().is_some_and(|&c| is_vowel(c)));
    match letters.as_slice() {
        [.., 'e', 'e'] if ending == "ing" => format!("{base}ing"),
        [.., 'i', 'e'] if ending == "ing" => format!("{}ying", &base[..base.len() - 2]),
        [.., 'e'] => format!("{}{ending}", &base[..base.len() - 1]),
        [.., before, 'y'] if !is_vowel(*before) && ending == "ed" => format!("{}ied", &base[..base.len() - 1]),
        [.., c, v, last]
            if syllables == 1
                && !is_vowel(*c)
                && is_vowel(*v)
                && !is_vowel(*last)
                && !matches!(last, 'w' | 'x' | 'y') =>
        {
            format!("{base}{last}{ending}")
        }
        _ => format!("{base}{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(parts: &str, expected: &[&str]) {
        let mut forms: Vec<String> = verb_forms(parts).into_iter().map(|(f, _)| f).collect();
        forms.sort();
        assert_eq!(forms, expected, "{parts}");
    }

    #[test]
    fn verbs_inflect() {
        check("call", &["call", "called", "calling", "calls"]);
        check("meet/met/met", &["meet", "meeting", "meets", "met"]);
        check("host", &["host", "hosted", "hosting", "hosts"]);
        check("praise", &["praise", "praised", "praises", "praising"]);
        check("ban", &["ban", "banned", "banning", "bans"]);
        check("visit", &["visit", "visited", "visiting", "visits"]);
        check("deny", &["denied", "denies", "deny", "denying"]);
        check("write/wrote/written to", &["write to", "writes to", "writing to", "written to", "wrote to"]);
    }
}
