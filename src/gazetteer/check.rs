//! What loads and is doubtful all the same: the editor's safety net.
//!
//! In: data files that [`Gazetteer::load`](super::Gazetteer::load) accepts. Out: rows to look at, each with its file,
//! line and what to do.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use unicode_normalization::is_nfc;

use super::load::{DataFile, RowError, each_row};
use super::offices::Holders;
use super::row::{AliasKind, AliasLine, DemonymLine, EntityLine, OfficeKindLine, OfficeLine, TitleLine};
use crate::document::{Lang, PartialDate};
use crate::gazetteer::{EntityKind, Support};
use crate::text::{normal_form, words};

/// A row, and where it stands: the number of its file and its line.
type At<T> = ((usize, u64), T);

/// Checks the rows of all `files`, and tells what it finds in those from number `from` on; the earlier ones are the
/// ground they stand on. `ordinary` are words that no free alias should be.
///
/// Finds text not in NFC, letters of the wrong script, rows that stand twice, supports that can never hold, free names that several entities share or
/// that are ordinary words, demonyms of people and cities, terms of one office that overlap and have no
/// note that says why.
#[must_use]
pub fn check<'a>(
    files: &[(&str, DataFile)],
    from: usize,
    ordinary: impl IntoIterator<Item = &'a str>,
) -> Vec<RowError> {
    let mut check = Check { files, from, found: Vec::new() };
    let entities: Vec<At<EntityLine>> = check.rows("entities.csv");
    let kinds: HashMap<&str, EntityKind> = entities.iter().map(|(_, row)| (row.id.as_str(), row.kind)).collect();
    check.text();
    check.entities(&entities);
    check.supports(&entities);
    check.aliases(ordinary.into_iter().map(normal_form).collect());
    check.demonyms(&kinds);
    check.titles();
    check.offices();
    check.found.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| x.problem.cmp(&y.problem)));
    check.found.into_iter().map(|(_, finding)| finding).collect()
}

/// Returns the aliases, in the files from number `from` on, that begin with one of `function_words`.
///
/// They are right, and they cost time: a look into the dictionary at every such word of every text.
#[must_use]
pub fn costly<'a>(
    files: &[(&str, DataFile)],
    from: usize,
    function_words: impl IntoIterator<Item = &'a str>,
) -> Vec<RowError> {
    let mut check = Check { files, from, found: Vec::new() };
    let function_words: HashSet<Vec<u8>> = function_words.into_iter().map(normal_form).collect();
    for (at, row) in check.rows::<AliasLine>("aliases.csv") {
        if words(&row.alias).first().is_some_and(|first| function_words.contains(first)) {
            check.tell(at, format!("'{}' begins with a function word, and costs a look at each", row.alias));
        }
    }
    check.found.into_iter().map(|(_, finding)| finding).collect()
}

struct Check<'f> {
    files: &'f [(&'f str, DataFile)],
    from: usize,
    found: Vec<At<RowError>>,
}

impl Check<'_> {
    fn tell(&mut self, (file, line): (usize, u64), problem: String) {
        if file >= self.from {
            let name = self.files[file].1.name.clone();
            self.found.push(((file, line), RowError { file: name, line, problem }));
        }
    }

    /// Returns the rows of every file called `name`.
    fn rows<T: serde::de::DeserializeOwned>(&self, name: &str) -> Vec<At<T>> {
        let mut rows = Vec::new();
        for (number, (_, file)) in self.files.iter().enumerate().filter(|(_, (called, _))| *called == name) {
            let mut line = 1;
            each_row(file, &mut Vec::new(), |row: T, _| {
                line += 1;
                rows.push(((number, line), row));
                Ok(())
            });
        }
        rows
    }

    /// Tells the second of two rows of one file that have the same key.
    fn twice<K: std::hash::Hash + Eq>(&mut self, rows: impl Iterator<Item = At<(K, String)>>) {
        let mut seen = HashMap::new();
        for (at, (key, name)) in rows {
            if let Some(line) = seen.insert((at.0, key), at.1) {
                self.tell(at, format!("{name} stands twice, first in line {line}; remove one"));
            }
        }
    }

    fn text(&mut self) {
        for number in self.from..self.files.len() {
            for (line, text) in (1..).zip(self.files[number].1.text.lines()) {
                if !is_nfc(text) {
                    self.tell((number, line), "not in Unicode normal form C; save the row as NFC".to_owned());
                }
            }
        }
    }

    fn script(&mut self, at: (usize, u64), lang: Lang, text: &str) {
        let wrong = |c: char| match lang {
            Lang::Ar => c.is_alphabetic() && !is_arabic(c),
            Lang::En => is_arabic(c),
        };
        if let Some(letter) = text.chars().find(|&c| wrong(c)) {
            let of = if lang == Lang::Ar { "an Arabic" } else { "an English" };
            self.tell(at, format!("'{text}': U+{:04X} '{letter}' is no letter of {of} name", u32::from(letter)));
        }
    }

    fn entities(&mut self, rows: &[At<EntityLine>]) {
        self.twice(rows.iter().map(|(at, row)| (*at, (row.id.clone(), format!("id '{}'", row.id)))));
        for (at, row) in rows {
            self.script(*at, Lang::Ar, &row.name_ar);
            self.script(*at, Lang::En, &row.name_en);
        }
    }

    fn supports(&mut self, entities: &[At<EntityLine>]) {
        let entities: HashMap<&str, &EntityLine> = entities.iter().map(|(_, row)| (row.id.as_str(), row)).collect();
        for (at, row) in self.rows::<AliasLine>("aliases.csv") {
            let Some((support, entity)) = Support::read(&row.support).zip(entities.get(row.entity_id.as_str())) else {
                continue;
            };
            let has_country = entity.kind == EntityKind::Country || !entity.country.is_empty();
            let problem = if support.allows(Support::NEVER) && support != Support::NEVER {
                "'never' and another support; keep one of them"
            } else if support == Support::COUNTRY && !has_country {
                "asks for the country of what has none; give the entity one, or the alias another support"
            } else if row.kind == AliasKind::First && support.is_free() {
                "a first name that links freely; give it a support"
            } else if row.kind == AliasKind::Regnal && !support.allows(Support::TITLE) {
                "a regnal name stands behind a title; give it the support 'title'"
            } else if row.kind == AliasKind::Metonym && entity.kind == EntityKind::Person {
                "a metonym of a person; give it another kind"
            } else {
                continue;
            };
            self.tell(at, format!("'{}' of {}: {problem}", row.alias, row.entity_id));
        }
    }

    fn aliases(&mut self, ordinary: HashSet<Vec<u8>>) {
        let rows: Vec<At<AliasLine>> = self.rows("aliases.csv");
        let key =
            |row: &AliasLine| (row.entity_id.clone(), row.lang, row.kind == AliasKind::Metonym, row.alias.clone());
        self.twice(
            rows.iter().map(|(at, row)| (*at, (key(row), format!("alias '{}' of {}", row.alias, row.entity_id)))),
        );
        let mut free: BTreeMap<_, Vec<&At<AliasLine>>> = BTreeMap::new();
        for alias in &rows {
            let (at, row) = alias;
            self.script(*at, row.lang, &row.alias);
            if !row.support.is_empty() {
                continue;
            }
            let form = normal_form(&row.alias);
            if ordinary.contains(&form) {
                let problem = format!("'{}' is also a word of the lexicon; give the alias a support", row.alias);
                self.tell(*at, problem);
            }
            free.entry((row.lang.code(), form, row.kind == AliasKind::Metonym)).or_default().push(alias);
        }
        for rows in free.into_values() {
            let first = &rows[0].1;
            for (at, row) in
                rows.iter().map(|alias| (alias.0, &alias.1)).filter(|(_, r)| r.entity_id != first.entity_id)
            {
                let problem = format!(
                    "'{}' is a free name of {} and of {}; give one of them a support (title, introduced, country, never)",
                    row.alias, first.entity_id, row.entity_id
                );
                self.tell(at, problem);
            }
        }
    }

    fn demonyms(&mut self, kinds: &HashMap<&str, EntityKind>) {
        let rows: Vec<At<DemonymLine>> = self.rows("demonyms.csv");
        let key = |row: &DemonymLine| {
            (row.country.clone(), row.lang, row.form.clone(), row.gender.clone(), row.number.clone())
        };
        self.twice(rows.iter().map(|(at, row)| (*at, (key(row), format!("demonym '{}'", row.form)))));
        for (at, row) in &rows {
            self.script(*at, row.lang, &row.form);
            let has_demonyms =
                |kind| matches!(kind, EntityKind::Country | EntityKind::Region | EntityKind::Organisation);
            if kinds.get(row.country.as_str()).is_some_and(|&kind| !has_demonyms(kind)) {
                let problem = format!(
                    "'{}' is a demonym of {}, which is no country, region or organisation",
                    row.form, row.country
                );
                self.tell(*at, problem);
            }
        }
    }

    fn titles(&mut self) {
        let rows: Vec<At<TitleLine>> = self.rows("titles.csv");
        let key = |row: &TitleLine| (row.lang, row.form.clone(), row.office.clone(), row.state.clone());
        self.twice(rows.iter().map(|(at, row)| (*at, (key(row), format!("title '{}'", row.form)))));
        for (at, row) in &rows {
            self.script(*at, row.lang, &row.form);
        }
    }

    fn offices(&mut self) {
        let rows: Vec<At<OfficeLine>> = self.rows("offices.csv");
        let mut terms: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let date = |text: &str| text.parse::<PartialDate>().ok();
        for row in &rows {
            let (Some(start), end) = (date(&row.1.start), date(&row.1.end)) else { continue };
            let mut note = row.1.note.split_whitespace();
            let is_open = note.clone().any(|word| word == "open");
            // A note of one's own says why two held the office at once: a rival government, an acting minister.
            let is_explained = note.any(|word| word != "open");
            if is_explained {
                continue;
            }
            if end.is_some() || !is_open {
                terms.entry((row.1.office.as_str(), row.1.of.as_str())).or_default().push((row, Bounds { start, end }));
            }
        }
        let kinds: Vec<At<OfficeKindLine>> = self.rows("office_kinds.csv");
        let for_one = kinds.iter().map(|(_, row)| row).filter(|row| row.holders == Holders::One);
        let for_one: BTreeSet<&str> = for_one.map(|row| row.office.as_str()).collect();
        for ((office, of), mut rows) in terms {
            if !for_one.contains(office) || of.is_empty() {
                continue;
            }
            rows.sort_by_key(|(_, bounds)| bounds.start.first_day());
            for pair in rows.windows(2) {
                let ((_, before), (at, after)) = (&pair[0].0, &pair[1].0);
                if pair[0].1.surely_overlaps(pair[1].1) && before.person_id != after.person_id {
                    let problem = format!(
                        "{} is {office} of {of} from {} while {} is until {}; end the earlier term, or say why in a note",
                        after.person_id,
                        after.start,
                        before.person_id,
                        if before.end.is_empty() { "now" } else { &before.end },
                    );
                    self.tell(*at, problem);
                }
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Bounds {
    start: PartialDate,
    end: Option<PartialDate>,
}

impl Bounds {
    /// Returns whether a later term begins before this one ends, by more than a month of handing over and however the
    /// unknown parts of the dates are filled in.
    fn surely_overlaps(self, later: Bounds) -> bool {
        let handed_over = later.start.last_day().saturating_add(jiff::Span::new().days(31));
        self.end.is_none_or(|end| handed_over < end.first_day())
    }
}

/// Returns whether `c` is a letter of the Arabic script as Arabic is written, presentation forms and Persian letters left out.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{0652}' | '\u{0670}' | '\u{06A4}' | '\u{067E}' | '\u{0686}' | '\u{06AF}' | '\u{0698}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTITIES: &str = "id,kind,subkind,name_en,name_ar,country,gender,weight,wikidata,source\n\
        AA,country,,Aland,ألفيا,,,1,,x\nBB,city,,Bet,بيت,AA,,1,,x\nP1,person,,Ann Lee,آن لي,AA,,1,,x\nP2,person,,Bo Lee,بو لي,AA,,1,,x\n";

    #[track_caller]
    fn find(name: &'static str, text: &str, expected: &[&str]) {
        let base = DataFile { name: "base/entities.csv".to_owned(), text: ENTITIES.into() };
        let kinds = "office,holders,means,heads,flags\npresident,one,,,\n";
        let kinds = DataFile { name: "base/office_kinds.csv".to_owned(), text: kinds.into() };
        let file = DataFile { name: name.to_owned(), text: text.to_owned().into() };
        let files = [("entities.csv", base), ("office_kinds.csv", kinds), (name, file)];
        let found: Vec<String> = check(&files, 2, ["قال"]).iter().map(RowError::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn doubtful_rows_are_told_with_their_line() {
        find(
            "aliases.csv",
            "entity_id,lang,alias,kind,support,source\nP1,en,Ann,short,,x\nP1,en,Ann,short,,x\nP2,en,ann,short,,x\n\
             P2,en,Lee,surname,introduced,x\nP1,en,Lee,surname,introduced,x\nP1,ar,قال,short,,x\nP1,ar,لyا,short,,x\n",
            &[
                "aliases.csv:3: alias 'Ann' of P1 stands twice, first in line 2; remove one",
                "aliases.csv:4: 'ann' is a free name of P1 and of P2; give one of them a support (title, introduced, country, never)",
                "aliases.csv:7: 'قال' is also a word of the lexicon; give the alias a support",
                "aliases.csv:8: 'لyا': U+0079 'y' is no letter of an Arabic name",
            ],
        );
        find(
            "aliases.csv",
            "entity_id,lang,alias,kind,support,source\nP1,en,Annie,first,,x\nP1,en,Villa,metonym,,x\nP2,en,Boo,first,title|never,x\n",
            &[
                "aliases.csv:2: 'Annie' of P1: a first name that links freely; give it a support",
                "aliases.csv:3: 'Villa' of P1: a metonym of a person; give it another kind",
                "aliases.csv:4: 'Boo' of P2: 'never' and another support; keep one of them",
            ],
        );
        find(
            "demonyms.csv",
            "country,lang,form,gender,number,support,source\nBB,ar,بيتي,m,sg,,x\nAA,ar,ألفي,m,sg,,x\n",
            &["demonyms.csv:2: 'بيتي' is a demonym of BB, which is no country, region or organisation"],
        );
        find(
            "demonyms.csv",
            "country,lang,form,gender,number,support,source\nAA,ar,ا\u{0654}لفي,m,sg,,x\n",
            &[
                "demonyms.csv:2: 'ا\u{0654}لفي': U+0654 '\u{0654}' is no letter of an Arabic name",
                "demonyms.csv:2: not in Unicode normal form C; save the row as NFC",
            ],
        );
    }

    #[test]
    fn terms_of_one_office_do_not_overlap() {
        let header = "person_id,office,of,start,end,source,note\n";
        let rows =
            |first: &str, second: &str| format!("{header}P1,president,AA,{first},x,\nP2,president,AA,{second},x,\n");
        let told = "offices.csv:3: P2 is president of AA from 2012-01-01 while P1 is until 2013; end the earlier term, or say why in a note";
        find("offices.csv", &rows("2010,2013", "2012-01-01,"), &[told]);
        find("offices.csv", &rows("2010,2012", "2012-01-01,"), &[]);
        find("offices.csv", &rows("2010,2012-01-20", "2012-01-01,"), &[]);
        let explained = rows("2010,2013", "2012-01-01,") + "rival claim\n";
        find("offices.csv", &explained.replace(",x,\nrival", ",x,rival"), &[]);
    }

    #[test]
    fn aliases_that_begin_with_a_function_word_are_told() {
        let text = "entity_id,lang,alias,kind,support,source\nP1,ar,ما لي,short,,x\nP1,ar,مالي,short,,x\n";
        let file = DataFile { name: "aliases.csv".to_owned(), text: text.into() };
        let found = costly(&[("aliases.csv", file)], 0, ["ما", "في"]);
        assert_eq!(
            found.iter().map(RowError::to_string).collect::<Vec<_>>(),
            ["aliases.csv:2: 'ما لي' begins with a function word, and costs a look at each"]
        );
    }
}
