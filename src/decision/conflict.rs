//! Decisions that contradict each other: rows in, what cannot both hold out.

use std::collections::BTreeMap;

use super::classes::Classes;
use super::row::{Decision, Scope, Verdict};
use crate::document::Lang;
use crate::gazetteer::RowError;
use crate::relation::Id;
use crate::text::normal_form;

/// Returns every contradiction, each at the last of its rows, naming the others.
pub(super) fn conflicts(rows: &[Decision], classes: &Classes) -> Vec<RowError> {
    let mut found = Found { rows, errors: Vec::new() };
    not_same_and_same(&mut found, classes);
    two_names(&mut found, classes);
    same_and_dropped(&mut found, classes);
    two_outcomes(&mut found, classes);
    circles(&mut found, classes);
    found.errors.sort_by(|a, b| (&a.file, a.line, &a.problem).cmp(&(&b.file, b.line, &b.problem)));
    found.errors
}

struct Found<'a> {
    rows: &'a [Decision],
    errors: Vec<RowError>,
}

impl Found<'_> {
    /// Tells that some rows cannot all hold.
    fn tell(&mut self, rows: impl IntoIterator<Item = usize>, why: &str) {
        let mut rows: Vec<usize> = rows.into_iter().collect();
        rows.sort_unstable();
        rows.dedup();
        let Some((&last, others)) = rows.split_last() else { return };
        let others: Vec<String> = others
            .iter()
            .map(|&index| {
                format!("{} '{}' by {}", self.rows[index].place(), self.rows[index].verdict, self.rows[index].author)
            })
            .collect();
        let Decision { verdict, author, file, line, .. } = &self.rows[last];
        let problem =
            format!("'{verdict}' by {author} contradicts {}: {why}; take one of them out", others.join(" with "));
        self.errors.push(RowError { file: file.clone(), line: *line, problem });
    }
}

fn not_same_and_same(found: &mut Found<'_>, classes: &Classes) {
    for (index, row) in found.rows.iter().enumerate() {
        let Verdict::NotSame { entity, other, .. } = &row.verdict else { continue };
        if let Some(way) = classes.between(entity, other) {
            found.tell(way.into_iter().chain([index]), &format!("{entity} and {other} cannot be the same and not"));
        }
    }
}

fn two_names(found: &mut Found<'_>, classes: &Classes) {
    let mut known: BTreeMap<(&Id, Lang), (&str, usize)> = BTreeMap::new();
    for (index, row) in found.rows.iter().enumerate() {
        let Verdict::Rename { entity, name_ar, name_en } = &row.verdict else { continue };
        let first = classes.stands_for(entity);
        for (lang, name) in [(Lang::Ar, name_ar), (Lang::En, name_en)] {
            let Some(name) = name else { continue };
            let (other, at) = *known.entry((first, lang)).or_insert((name, index));
            if other != name {
                let why = format!("{first} can have one name in a language, '{other}' or '{name}'");
                let between = match &found.rows[at].verdict {
                    Verdict::Rename { entity: before, .. } => classes.between(before, entity).unwrap_or_default(),
                    _ => Default::default(),
                };
                found.tell(between.into_iter().chain([at, index]), &why);
            }
        }
    }
}

fn same_and_dropped(found: &mut Found<'_>, classes: &Classes) {
    for (index, row) in found.rows.iter().enumerate() {
        let Verdict::DropEntity { entity, document: None } = &row.verdict else { continue };
        let same = found.rows.iter().enumerate().filter(|(_, row)| match &row.verdict {
            Verdict::Same { entity: one, .. } => classes.stands_for(one) == classes.stands_for(entity),
            _ => false,
        });
        let same: Vec<usize> = same.map(|(index, _)| index).collect();
        if !same.is_empty() {
            let why = format!("{entity} is left out everywhere, and with it whoever is the same");
            found.tell(same.into_iter().chain([index]), &why);
        }
    }
}

/// The same entity in the same scope becomes two others.
fn two_outcomes(found: &mut Found<'_>, classes: &Classes) {
    type Key<'a> = (&'a Id, &'a Option<String>, Option<Vec<u8>>, &'a Option<Id>);
    let mut known: BTreeMap<Key<'_>, (&Id, usize)> = BTreeMap::new();
    for (index, row) in found.rows.iter().enumerate() {
        let Verdict::NotSame { entity, other, scope } = &row.verdict else { continue };
        if scope.is_everywhere() {
            continue;
        }
        let Scope { document, spelling, country } = scope;
        let key = (classes.stands_for(entity), document, spelling.as_deref().map(normal_form), country);
        let becomes = classes.stands_for(other);
        let (before, at) = *known.entry(key).or_insert((becomes, index));
        if before != becomes {
            found.tell([at, index], &format!("who is taken for {entity} there is either {before} or {becomes}"));
        }
    }
}

/// Rows of `not_same` that lead back to where they began, where all may hold of one mention: A is B there, and B is A.
fn circles(found: &mut Found<'_>, classes: &Classes) {
    let mut ways = Ways::new();
    for (index, row) in found.rows.iter().enumerate() {
        if let Verdict::NotSame { entity, other, scope } = &row.verdict
            && !scope.is_everywhere()
            && classes.stands_for(entity) != classes.stands_for(other)
        {
            let form = scope.spelling.as_deref().map(normal_form);
            let way = Way { to: classes.stands_for(other), document: scope.document.as_deref(), form, row: index };
            ways.entry(classes.stands_for(entity)).or_default().push(way);
        }
    }
    // Each circle is told once, at the first of its entities.
    for &start in ways.keys() {
        let mut gone = Vec::new();
        if leads_back(start, &ways, &mut gone) && gone.iter().all(|way| way.to >= start) {
            found.tell(gone.iter().map(|way| way.row), "each becomes the next, and the last the first again");
        }
    }
}

/// From an entity to what it becomes.
struct Way<'a> {
    to: &'a Id,
    document: Option<&'a str>,
    form: Option<Vec<u8>>,
    row: usize,
}

type Ways<'a> = BTreeMap<&'a Id, Vec<Way<'a>>>;

/// Goes on from the end of `gone` until it is at `start` again.
fn leads_back<'w, 'a>(start: &'a Id, ways: &'w Ways<'a>, gone: &mut Vec<&'w Way<'a>>) -> bool {
    let at = gone.last().map_or(start, |way| way.to);
    for way in ways.get(at).into_iter().flatten() {
        let both = |other: &&Way<'_>| {
            let differ = |one: bool, other: bool, equal: bool| one && other && !equal;
            !differ(way.document.is_some(), other.document.is_some(), way.document == other.document)
                && !differ(way.form.is_some(), other.form.is_some(), way.form == other.form)
        };
        if gone.iter().any(|known| known.to == way.to) || !gone.iter().all(both) {
            continue;
        }
        gone.push(way);
        if way.to == start || leads_back(start, ways, gone) {
            return true;
        }
        gone.pop();
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::decision::{Decisions, Row};

    /// Rows as `decision entity other key=value`.
    fn rows(lines: &[&str]) -> Vec<Row> {
        lines
            .iter()
            .map(|line| {
                let mut row =
                    Row { author: "A".into(), date: "2026-01-01".into(), reason: "R".into(), ..Row::default() };
                let mut places = 0;
                for word in line.split(' ') {
                    match word.split_once('=') {
                        Some(("document", value)) => row.document = value.into(),
                        Some(("spelling", value)) => row.spelling = value.into(),
                        Some(("ar", value)) => row.name_ar = value.into(),
                        Some((_, value)) => row.name_en = value.into(),
                        None => {
                            places += 1;
                            match places {
                                1 => row.decision = word.into(),
                                2 => row.entity = word.into(),
                                _ => row.other = word.into(),
                            }
                        }
                    }
                }
                row
            })
            .collect()
    }

    #[track_caller]
    fn check(lines: &[&str], expected: &[&str]) {
        let told = match Decisions::of_rows(rows(lines)) {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        assert_eq!(told.lines().count().saturating_sub(1), expected.len(), "{told}");
        for (line, expected) in told.lines().skip(1).zip(expected) {
            assert!(line.contains(expected), "{expected}\n{told}");
        }
    }

    #[test]
    fn what_contradicts_is_told_with_both_rows() {
        check(
            &["same Q1 Q2", "not_same Q2 Q1"],
            &["row:2: 'not_same Q2 Q1' by A contradicts row:1 'same Q1 Q2' by A: Q2 and Q1 cannot be the same"],
        );
        check(
            &["same Q1 Q2", "same Q2 Q3", "same Q3 Q9", "not_same Q1 Q3 document=d"],
            &["row:4: 'not_same Q1 Q3 in document d' by A contradicts row:1 'same Q1 Q2' by A with row:2"],
        );
        check(&["not_same Q1 Q2", "same Q1 Q3"], &[]);
        check(
            &["rename Q1 en=A", "rename Q1 en=B"],
            &["row:2: 'rename Q1 'B'' by A contradicts row:1 'rename Q1 'A''"],
        );
        check(&["rename Q1 en=A", "rename Q2 en=B", "same Q1 Q2"], &["row:3: 'same Q1 Q2' by A contradicts row:1"]);
        check(&["rename Q1 en=A", "rename Q1 ar=فلان", "rename Q1 en=A"], &[]);
        check(
            &["drop Q1", "same Q1 Q2"],
            &["row:2: 'same Q1 Q2' by A contradicts row:1 'drop Q1' by A: Q1 is left out"],
        );
        check(&["drop Q1 document=d", "same Q1 Q2"], &[]);
        check(
            &["not_same Q1 Q2 document=d", "not_same Q1 Q3 document=d"],
            &["row:2: 'not_same Q1 Q3 in document d' by A contradicts row:1"],
        );
        check(&["not_same Q1 Q2 spelling=Ann", "not_same Q1 Q3 spelling=ANN"], &["is either Q2 or Q3"]);
        check(&["not_same Q1 Q2 document=d", "not_same Q1 Q3 spelling=Ann"], &[]);
        check(
            &["not_same Q1 Q2 document=d", "not_same Q2 Q1 document=d"],
            &["row:2: 'not_same Q2 Q1 in document d' by A contradicts row:1"],
        );
        check(&["not_same Q1 Q2 document=d", "not_same Q2 Q1 document=e"], &[]);
        check(&["not_same Q1 Q2 document=d", "not_same Q2 Q3 document=d", "not_same Q3 Q1 spelling=Ann"], &["row:3:"]);
        check(&["same Q1 Q2", "same Q2 Q1", "same Q1 Q2"], &[]);
    }

    #[test]
    fn all_contradictions_are_told_at_once() {
        check(&["same Q1 Q2", "not_same Q1 Q2", "rename Q5 en=A", "rename Q5 en=B"], &["row:2:", "row:4:"]);
    }
}
