use super::*;
use crate::document::PartialDate;

/// Reads lines of date of the document and relations: `2025-08-01 A met B; C visited D 2025-07; A met C (planned)`.
fn records(lines: &[&str]) -> Vec<Record> {
    let record = |(number, line): (usize, &&str)| {
        let (date, rest) = line.split_once(' ').unwrap();
        let relations: Vec<_> = rest
            .split("; ")
            .map(|relation| {
                let words: Vec<&str> = relation.split(' ').collect();
                let status = if relation.contains("(planned)") { "planned" } else { "happened" };
                let date = words.get(3).filter(|word| !word.starts_with('('));
                let (subject, predicate, object) = (words[0], words[1], words[2]);
                serde_json::json!({"subject": subject, "predicate": predicate, "object": object, "status": status, "date": date})
            })
            .collect();
        let date = (date != "-").then_some(date);
        let id = format!("d{number:03}");
        serde_json::from_value(serde_json::json!({"id": id, "date": date, "relations": relations})).unwrap()
    };
    lines.iter().enumerate().map(record).collect()
}

fn ask(route: &Route, records: &[Record]) -> Vec<Chain> {
    let (mut first, mut second) = (Routes::new(route.clone()), Routes::new(route.clone()));
    for (number, record) in records.iter().enumerate() {
        if number % 2 == 0 { first.add(record) } else { second.add(record) }
    }
    second.merge(first);
    second.finish()
}

/// `expected` are chains as `A B C`, in time as `A 2025-08-01 B 2025-08-03 C`.
#[track_caller]
fn check(route: &Route, lines: &[&str], expected: &[&str]) {
    let mut records = records(lines);
    let chains = ask(route, &records);
    let shown = |chain: &Chain| {
        let mut text = chain.steps[0].from.to_string();
        for step in &chain.steps {
            let day = step.day.map(|day| format!("{day} ")).unwrap_or_default();
            text += &format!(" {day}{}", step.to);
        }
        text
    };
    assert_eq!(chains.iter().map(shown).collect::<Vec<_>>(), expected, "{lines:?}");
    records.reverse();
    assert_eq!(ask(route, &records), chains);
}

fn route(ends: &str) -> Route {
    let (from, to) = ends.split_once(' ').unwrap();
    Route {
        limit: NonZeroUsize::new(5).unwrap(),
        ..Route::new(from.split(',').map(Id::from), to.split(',').map(Id::from))
    }
}

#[test]
fn the_shortest_chains_are_those_told_most_first() {
    let lines = &[
        "2025-08-01 A met B; B met D; A met C; C called D; A met X; X met Y; Y met D",
        "2025-08-02 C called D 2025-07-03; A met D (planned); A criticised D; D met D",
    ];
    check(&route("A D"), lines, &["A C D", "A B D"]);
    check(&route("D A"), lines, &["D C A", "D B A"]);
    check(&Route { limit: NonZeroUsize::MIN, ..route("A D") }, lines, &["A C D"]);
    check(&Route { avoid: ["C".into()].into(), ..route("A D") }, lines, &["A B D"]);
    check(&Route { avoid: ["C".into(), "B".into()].into(), ..route("A D") }, lines, &["A X Y D"]);
    check(&Route { max_steps: NonZeroUsize::new(1), ..route("A D") }, lines, &[]);
    check(&route("A Q"), lines, &[]);
    check(&route("A A"), lines, &[]);
    let any = RelationFilter::default();
    check(&Route { relations: any, ..route("A D") }, lines, &["A D"]);
    // A name that may mean several: the nearest two of them.
    check(&route("A,Y D"), lines, &["Y D"]);
    check(&route("Q,A X,Y"), lines, &["A X"]);
    check(&route("A,B A,D"), lines, &[]);
    // Equals in the order of the ids on the way.
    check(&route("A D"), &["- A met C; C met D; B met A; D met B"], &["A B D", "A C D"]);
}

#[test]
fn direction_is_minded_when_asked_for() {
    let lines = &["- A called B; C visited B; A met C"];
    check(&route("B C"), lines, &["B C"]);
    let directed = |ends| Route { directed: true, ..route(ends) };
    check(&directed("B C"), lines, &[]);
    check(&directed("A B"), lines, &["A B"]);
    check(&directed("C A"), lines, &["C A"]);
}

#[test]
fn no_step_in_time_comes_before_the_last() {
    let lines = &["2025-08-09 A met B 2025-08-05; B met C 2025-08-04; B met D 2025-08-06; D met C 2025-08-06"];
    let timed = |ends, order| Route { order, ..route(ends) };
    check(&timed("A C", Order::Any), lines, &["A B C"]);
    for order in [Order::InTime, Order::Surely] {
        check(&timed("A C", order), lines, &["A 2025-08-05 B 2025-08-06 D 2025-08-06 C"]);
        check(&timed("C A", order), lines, &["C 2025-08-04 B 2025-08-05 A"]);
        check(&timed("D A", order), lines, &[]);
        check(&timed("A,B C,D", order), lines, &["B 2025-08-04 C"]);
        check(&timed("Q,A C,D", order), lines, &["A 2025-08-05 B 2025-08-06 D"]);
    }
}

#[test]
fn dates_that_are_not_told_well_leave_days_open() {
    let timed = |ends, order| Route { order, ..route(ends) };
    // Any day of August will do for the second step, and the day of the document for the third.
    let lines = &["2025-08-09 A met B 2025-08-05; B met C 2025-08; C met D"];
    let chain = "A 2025-08-05 B 2025-08-05 C 2025-08-09 D";
    check(&timed("A D", Order::InTime), lines, &[chain]);
    check(&timed("A D", Order::Surely), lines, &[]);
    check(&timed("A C", Order::Surely), lines, &[]);
    // July is over by then, whatever the day; and without any date there is no step.
    let lines = &["2025-08-09 A met B 2025-07; B met C 2025-08-05", "- C met D"];
    check(&timed("A C", Order::Surely), lines, &["A 2025-07-01 B 2025-08-05 C"]);
    check(&timed("A D", Order::InTime), lines, &[]);
    // A period cuts what is open.
    let mut cut = timed("A B", Order::InTime);
    cut.relations.period.since = "2025-07-15".parse::<PartialDate>().ok();
    check(&cut, lines, &["A 2025-07-15 B"]);
}

#[test]
fn chains_that_arrive_later_take_fewer_steps() {
    let lines = &[
        "2025-08-09 A met B 2025-08-01; B met C 2025-08-02; C met D 2025-08-03; B met D 2025-08-04; A met D 2025-08-05",
    ];
    let order = Order::InTime;
    check(
        &Route { order, ..route("A D") },
        lines,
        &["A 2025-08-01 B 2025-08-02 C 2025-08-03 D", "A 2025-08-01 B 2025-08-04 D", "A 2025-08-05 D"],
    );
    check(
        &Route { order, limit: NonZeroUsize::MIN, max_steps: NonZeroUsize::new(2), ..route("A D") },
        lines,
        &["A 2025-08-01 B 2025-08-04 D"],
    );
    // Of those that arrive on one day the way told most.
    let lines =
        &["- A met B 2025-08-01; A met C 2025-08-01; B met D 2025-08-02; C met D 2025-08-02", "- A met C 2025-08-02"];
    check(&Route { order, ..route("A D") }, lines, &["A 2025-08-01 C 2025-08-02 D"]);
}

#[test]
fn a_step_tells_what_joins_the_two() {
    let lines = &["2025-08-01 A met B; B called A 2025-07-02", "2025-08-02 B called A 2025-07-02"];
    let chain = ask(&route("A B"), &records(lines)).remove(0);
    let step = &chain.steps[0];
    assert_eq!((step.events, step.relations, &*step.event.subject, step.event.documents), (2, 3, "B", 2));
    let mut step = step.clone();
    step.label(&crate::gazetteer::Gazetteer::embedded().unwrap(), Lang::En);
    assert_eq!((step.from_name.as_deref(), step.to_name.as_deref()), (Some("A"), Some("B")));
}

/// Returns the earliest arrival by each number of steps, by trying every chain without repetition.
fn try_all(
    ties: &[(u8, u8, Date, Date)],
    at: u8,
    to: u8,
    today: Date,
    seen: &[u8],
    best: &mut Vec<Option<Date>>,
    order: Order,
) {
    for &(a, b, first, last) in ties {
        let Some(next) = (if a == at { Some(b) } else { (b == at).then_some(a) }) else { continue };
        let day = match order {
            Order::Surely if today <= first => last,
            Order::InTime if today <= last => today.max(first),
            Order::Any => today,
            _ => continue,
        };
        if seen.contains(&next) {
            continue;
        }
        let steps = seen.len();
        if next == to {
            best.resize(best.len().max(steps + 1), None);
            best[steps] = Some(best[steps].map_or(day, |known| known.min(day)));
        } else {
            try_all(ties, next, to, day, &[seen, &[next]].concat(), best, order);
        }
    }
}

proptest::proptest! {
    #[test]
    fn no_chain_is_shorter_or_arrives_earlier(
        ties in proptest::collection::vec((0_u8..6, 0_u8..6, 1_u8..28, 0_u8..4), 1..14),
        order in proptest::sample::select(vec![Order::Any, Order::InTime, Order::Surely]),
    ) {
        // One in four is told by its month only; each pair has a predicate of its own number, so that no two are one event.
        let told = |&(a, b, day, kind): &(u8, u8, u8, u8)| {
            let date = if kind == 0 { format!("2025-{:02}", day % 12 + 1) } else { format!("2025-{:02}-{day:02}", kind * 2) };
            (a, b, date)
        };
        let lines: Vec<String> = ties.iter().map(told).map(|(a, b, date)| format!("- e{a} met e{b} {date}")).collect();
        let records = records(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let route = Route { order, limit: NonZeroUsize::MAX, ..Route::new(["e0".into()], ["e5".into()]) };
        let chains = ask(&route, &records);
        let mut again = records.clone();
        again.reverse();
        proptest::prop_assert_eq!(&ask(&route, &again), &chains);
        // The same ties as the web has them: reports of one event are one.
        let mut events = Events::default();
        records.iter().for_each(|record| record.relations.iter().for_each(|row| events.add(record, row)));
        let number = |id: &Id| id[1..].parse::<u8>().unwrap();
        let ties: Vec<_> = events
            .finish()
            .iter()
            .map(|event| (number(&event.subject), number(&event.object), event.date.unwrap().first_day(), event.date.unwrap().last_day()))
            .collect();
        let mut best = Vec::new();
        try_all(&ties, 0, 5, Date::MIN, &[0], &mut best, order);
        let mut expected: Vec<(usize, Option<Date>)> = Vec::new();
        for (steps, day) in best.iter().enumerate().filter_map(|(steps, day)| day.map(|day| (steps, day))) {
            if order == Order::Any {
                expected.extend(expected.is_empty().then_some((steps, None)));
            } else if expected.last().is_none_or(|(_, known)| Some(day) < *known) {
                expected.push((steps, Some(day)));
            }
        }
        expected.reverse();
        let mut seen: Vec<_> = chains.iter().map(|chain| (chain.steps.len(), chain.arrival)).collect();
        if order == Order::Any {
            seen.dedup();
        }
        proptest::prop_assert_eq!(seen, expected);
        for chain in &chains {
            let mut today = Date::MIN;
            proptest::prop_assert_eq!((&*chain.steps[0].from, &*chain.steps.last().unwrap().to), ("e0", "e5"));
            for (step, next) in chain.steps.iter().zip(chain.steps.iter().skip(1)) {
                proptest::prop_assert_eq!(&step.to, &next.from);
            }
            for step in &chain.steps {
                proptest::prop_assert!(step.event.concerns(&step.from) && step.event.concerns(&step.to));
                let date = step.event.date.unwrap();
                if let Some(day) = step.day {
                    proptest::prop_assert!(today <= day && date.first_day() <= day && day <= date.last_day());
                    today = if order == Order::Surely { date.last_day() } else { day };
                }
            }
        }
    }
}
