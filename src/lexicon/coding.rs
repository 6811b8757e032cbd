//! Predicates in the codes of event data: CAMEO, as Phoenix, ICEWS and GDELT use it, and PLOVER, as POLECAT does.
//!
//! A table, one row a predicate. A code is there where it means what the predicate means:
//!
//! - `root`: the CAMEO category (two digits) that holds the predicate, or most of it.
//! - `code`: the CAMEO event code, where all that the predicate covers has that code. One that ends in `0` is CAMEO's own
//!   "not specified below": the category is certain and nothing closer is told.
//! - `plover`, `mode`: type and mode of event in PLOVER. Of a visit PLOVER's actor is the visitor; ours of `hosted` is the
//!   host.
//! - What is planned is an act of its own in both systems, the intent to cooperate (CAMEO 03, PLOVER `AGREE`: "all cooperative
//!   actions reported in future tense"), and neither has one for a planned attack. What is possible or denied has no code:
//!   it is no event.
//! - No Goldstein score: it is defined for events between states, by code, and our predicates are wider.
//!
//! **Source:** CAMEO codebook 1.1b3 (Schrodt 2012), chapter 2; PLOVER's manual and `CAMEO2PLOVER-2021.txt`
//! (openeventdata/PLOVER); the sixteen types of POLECAT, and its mode `seize` (ahalterman/NGEC).

use super::predicate::{Predicate, Status};

/// The codes of a relation; `None` where a system has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coding {
    /// CAMEO category, two digits: `EventRootCode` of Phoenix and GDELT.
    pub cameo_root: Option<&'static str>,
    /// CAMEO event code, three digits: `EventCode` of Phoenix and GDELT, `CAMEO Code` of ICEWS.
    pub cameo_code: Option<&'static str>,
    /// PLOVER type of event: `Event Type` of POLECAT.
    pub plover_type: Option<&'static str>,
    /// PLOVER mode of event: `Event Mode` of POLECAT.
    pub plover_mode: Option<&'static str>,
}

/// A row: the codes of what happened, then the CAMEO code of what is planned.
type Row = (Predicate, &'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: [Row; 23] = {
    use Predicate::*;
    [
        (Called,         "04", "041", "CONSULT",  "phone", "03"),  // Discuss by telephone
        (Met,            "04", "040", "CONSULT",  "",      "036"), // Consult; Express intent to meet or negotiate
        (Hosted,         "04", "043", "CONSULT",  "visit", "036"), // Host a visit
        (Visited,        "04", "042", "CONSULT",  "visit", "036"), // Make a visit
        (TalkedWith,     "04", "040", "CONSULT",  "",      "036"), // Consult
        (NegotiatedWith, "04", "046", "CONSULT",  "",      "036"), // Engage in negotiation
        (WroteTo,        "04", "",    "CONSULT",  "",      "03"),  // a letter has no code of its own
        (Briefed,        "04", "",    "CONSULT",  "",      "03"),  // may be 064, Share intelligence or information
        (AgreedWith,     "05", "",    "AGREE",    "",      "03"),  // 057, Sign formal agreement, or less
        (Supported,      "05", "",    "SUPPORT",  "",      "03"),  // 051 to 054
        (Praised,        "05", "051", "SUPPORT",  "",      ""),    // Praise or endorse
        (Aided,          "07", "070", "AID",      "",      "033"), // Provide aid; Express intent to provide material aid
        (Mediated,       "04", "045", "CONSULT",  "",      "039"), // Engage in mediation; Express intent to mediate
        (Promised,       "03", "030", "AGREE",    "",      "03"),  // Express intent to cooperate
        (DemandedOf,     "10", "",    "REQUEST",  "",      ""),    // urging is 02, Appeal
        (Criticised,     "11", "110", "ACCUSE",   "",      ""),    // Disapprove
        (Rejected,       "12", "120", "REJECT",   "",      ""),    // Reject
        (Threatened,     "13", "130", "THREATEN", "",      ""),    // Threaten
        (Sanctioned,     "16", "160", "SANCTION", "",      ""),    // Reduce relations
        (Attacked,       "19", "",    "ASSAULT",  "",      ""),    // 18 or 20, where not by armed forces
        (Seized,         "19", "192", "COERCE",   "seize", ""),    // Occupy territory
        (HoldsOffice,    "",   "",    "",         "",      ""),
        (CoOccurs,       "",   "",    "",         "",      ""),
    ]
};

impl Coding {
    /// Returns the codes of a relation.
    #[must_use]
    pub fn of(predicate: Predicate, status: Status) -> Self {
        let (_, root, code, plover, mode, planned) = ROWS[predicate as usize];
        let some = |text: &'static str| (!text.is_empty()).then_some(text);
        match status {
            Status::Happened => Coding {
                cameo_root: some(root),
                cameo_code: some(code),
                plover_type: some(plover),
                plover_mode: some(mode),
            },
            Status::Planned if !planned.is_empty() => Coding {
                cameo_root: Some(&planned[..2]),
                cameo_code: (planned.len() == 3).then_some(planned),
                plover_type: Some("AGREE"),
                plover_mode: None,
            },
            _ => Coding::default(),
        }
    }

    /// Returns the quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    ///
    /// **Source:** by CAMEO root, as Phoenix and GDELT count; PLOVER's types give the same for each of our predicates.
    #[must_use]
    pub fn quad_class(&self) -> Option<u8> {
        Some(match self.cameo_root? {
            "03" | "04" | "05" => 1,
            "06" | "07" | "08" => 2,
            "10" | "11" | "12" | "13" => 3,
            _ => 4,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Family;

    #[test]
    fn every_predicate_has_its_row() {
        assert_eq!(ROWS.map(|row| row.0).as_slice(), Predicate::ALL);
        for (predicate, root, code, plover, mode, planned) in ROWS {
            let coded = !matches!(predicate.family(), Family::Role | Family::CoOccurrence);
            assert_eq!((!root.is_empty(), !plover.is_empty()), (coded, coded), "{predicate}");
            assert!(code.is_empty() || (code.len() == 3 && code.starts_with(root)), "{predicate}: {code}");
            assert!(mode.is_empty() || coded);
            assert!(planned.is_empty() || planned.starts_with("03"), "{predicate}");
        }
    }

    #[test]
    fn the_documentation_has_the_same_table() {
        let lines: Vec<&str> = include_str!("../../docs/event-codes.md").lines().collect();
        for (predicate, root, code, plover, mode, planned) in ROWS {
            let quad =
                Coding::of(predicate, Status::Happened).quad_class().map_or(String::new(), |class| class.to_string());
            let cells = [predicate.name(), root, code, plover, mode, &quad, planned];
            let row: String = cells.iter().map(|cell| format!("| {cell} ").replace("|  ", "| ")).collect();
            assert!(lines.contains(&&*format!("{row}|")), "docs/event-codes.md lacks {row}|");
        }
    }

    #[test]
    fn quad_classes_follow_the_families_and_are_those_of_plover() {
        for &predicate in Predicate::ALL {
            let coding = Coding::of(predicate, Status::Happened);
            let by_plover = coding.plover_type.map(|kind| match kind {
                "AGREE" | "CONSULT" | "SUPPORT" | "CONCEDE" => 1,
                "COOPERATE" | "AID" | "RETREAT" => 2,
                "REQUEST" | "ACCUSE" | "REJECT" | "THREATEN" => 3,
                "PROTEST" | "SANCTION" | "MOBILIZE" | "COERCE" | "ASSAULT" => 4,
                other => panic!("PLOVER has no {other}"),
            });
            assert_eq!(coding.quad_class(), by_plover, "{predicate}");
            let conflict = coding.quad_class().is_some_and(|class| class > 2);
            assert_eq!(conflict, predicate.family() == Family::Conflict, "{predicate}");
        }
    }

    #[track_caller]
    fn check(predicate: Predicate, status: Status, expected: [Option<&str>; 4]) {
        let Coding { cameo_root, cameo_code, plover_type, plover_mode } = Coding::of(predicate, status);
        assert_eq!([cameo_root, cameo_code, plover_type, plover_mode], expected);
    }

    #[test]
    fn a_plan_is_an_intent_and_a_denial_no_event() {
        let visit = [Some("04"), Some("042"), Some("CONSULT"), Some("visit")];
        check(Predicate::Visited, Status::Happened, visit);
        check(Predicate::Visited, Status::Planned, [Some("03"), Some("036"), Some("AGREE"), None]);
        check(Predicate::WroteTo, Status::Planned, [Some("03"), None, Some("AGREE"), None]);
        check(Predicate::Attacked, Status::Happened, [Some("19"), None, Some("ASSAULT"), None]);
        check(Predicate::Attacked, Status::Planned, [None; 4]);
        check(Predicate::Visited, Status::Possible, [None; 4]);
        check(Predicate::Visited, Status::Denied, [None; 4]);
        assert_eq!(Coding::of(Predicate::Aided, Status::Planned).quad_class(), Some(1));
    }
}
