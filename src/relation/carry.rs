//! What one telling of an event lends to another: dates and places, between the relations of one document.
//!
//! A headline names the parties and the first sentence the day; a later sentence says where. Two relations tell one
//! event when they join the same two parties (or their countries) in contacts of the same status. A visit lends its day
//! to the meetings of the visitor, and a meeting its month to the visit during which it happens.

use super::build::Relation;
use super::moment::Moment;
use super::setting::has_place;
use super::when::Lasts;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Family, Predicate, Status};
use crate::mention::{Reader, Referent};

/// Fills in the dates and places that other relations of the document tell.
pub(super) fn carry(reader: &Reader<'_>, relations: &mut [Relation]) {
    lend_within_events(reader, relations);
    lend_to_headline(reader, relations);
    lend_within_journeys(reader, relations);
    lend_between_visits_and_meetings(reader, relations);
    lend_destinations(reader, relations);
    lend_to_words(reader, relations);
    // What a visit got from one meeting it lends to no other, but a headline may have it.
    lend_within_events(reader, relations);
}

fn is_meeting(relation: &Relation) -> bool {
    relation.predicate.family() == Family::Contact && relation.predicate != Predicate::Visited
}

/// Returns whether a contact is one of people who are in one place, as travellers are with whom they meet.
fn is_in_person(relation: &Relation) -> bool {
    matches!(relation.predicate, Predicate::Met | Predicate::Hosted | Predicate::TalkedWith | Predicate::NegotiatedWith)
}

/// Returns whether two contacts may be one event: a call is no meeting.
fn same_channel(a: &Relation, b: &Relation) -> bool {
    let call = |relation: &Relation| relation.predicate == Predicate::Called;
    let open = |relation: &Relation| matches!(relation.predicate, Predicate::TalkedWith | Predicate::Briefed);
    call(a) == call(b) || open(a) || open(b)
}

/// Returns whether two contacts join the same parties, the countries of people counted as those people.
fn same_parties(reader: &Reader<'_>, a: &Relation, b: &Relation) -> bool {
    let same = |a: Referent, b: Referent| {
        let country = |of: Referent| reader.country_of(of).map(Referent::Known);
        a == b || country(a) == Some(b) || country(b) == Some(a)
    };
    same(a.subject, b.subject) && same(a.object, b.object) || same(a.subject, b.object) && same(a.object, b.subject)
}

/// What only the present tense, or nothing, says to happen is planned where the document elsewhere says that it is: a headline
/// names as done what the report announces.
pub(super) fn overrule(reader: &Reader<'_>, relations: &mut [Relation]) {
    let tells_of = |open: &Relation, other: &Relation| match (open.predicate, other.predicate) {
        // A headline sums up a journey of many stops.
        (Predicate::Visited, Predicate::Visited) if open.sentence == 0 => {
            // وفد يمني يتوجه إلى لندن: who leads it is named in the report.
            let sent = reader.country_of(other.subject).map(Referent::Known) == Some(open.subject);
            open.subject == other.subject || sent && open.object == other.object
        }
        // سيزور بوتين تركيا الأسبوع المقبل. وتكتسب زيارته إلى أنقرة أهمية: the country and its capital.
        (Predicate::Visited, Predicate::Visited) if open.object != other.object => {
            let land = |place: Referent| reader.country_of(place).map(Referent::Known).unwrap_or(place);
            // سيلتقي مرسي خلال زيارته للقاهرة: the journey may have begun.
            let announced = other.status != Status::Planned || other.when.is_some();
            let arabic = reader.lang == Lang::Ar && !is_past(reader, open);
            arabic && announced && open.subject == other.subject && land(open.object) == land(other.object)
        }
        (a, b) if a == b && open.sentence > 0 => {
            (open.subject, open.object) == (other.subject, other.object)
                || (open.subject, open.object) == (other.object, other.subject)
        }
        (a, b) => {
            (a == b || open.sentence == 0 && is_meeting(open) && is_meeting(other)) && same_parties(reader, open, other)
        }
    };
    // سيستقبل السيسي غدا هولاند. ويتناول لقاء السيسي وهولاند التعاون: what a noun tells of the two in the present is the meeting that is to come.
    let meets = |open: &Relation, other: &Relation| {
        let ends = |r: &Relation| (r.subject.max(r.object), r.subject.min(r.object));
        let held = |told| matches!(told, Predicate::Met | Predicate::Hosted | Predicate::TalkedWith);
        reader.lang == Lang::Ar
            && open.sentence > 0
            && open.when.is_none()
            && open.predicate == Predicate::Met
            && held(other.predicate)
            && ends(open) == ends(other)
    };
    // تأتي القمة في إطار اللقاءات المتواصلة بين الزعيمين: there have been others.
    let several_meetings = |open: &Relation| {
        let word = reader.text.get(open.trigger.start..open.trigger.end);
        reader.lang == Lang::Ar && open.predicate == Predicate::Met && word.is_some_and(|word| word.ends_with("ات"))
    };
    let overruled: Vec<usize> = relations
        .iter()
        .enumerate()
        .filter(|(_, open)| open.tentative && !several_meetings(open))
        .filter(|(_, open)| {
            let planned = |told: &dyn Fn(&Relation) -> bool| {
                let others = || relations.iter().filter(|other| told(other));
                others().any(|other| other.status == Status::Planned)
                    && !others().any(|other| other.status == Status::Happened && !other.tentative)
            };
            // A meeting without a day of its own may be the planned one of the two countries.
            let summit = |other: &Relation| other.predicate == Predicate::Met && same_parties(reader, open, other);
            planned(&|other| tells_of(open, other))
                || planned(&|other| meets(open, other))
                || open.predicate == Predicate::Met && open.when.is_none() && planned(&summit)
        })
        .map(|(at, _)| at)
        .collect();
    for at in overruled {
        relations[at].status = Status::Planned;
        relations[at].when = relations[at].telling.ahead.or(relations[at].when);
    }
}

/// Whether a relation has a day before that of the document.
fn is_past(reader: &Reader<'_>, relation: &Relation) -> bool {
    relation.when.zip(reader.today).is_some_and(|(when, today)| when.last < today)
}

fn lend_within_events(reader: &Reader<'_>, relations: &mut [Relation]) {
    let same_event = |a: &Relation, b: &Relation| {
        a.status == b.status
            && is_meeting(a)
            && is_meeting(b)
            && same_channel(a, b)
            && same_parties(reader, a, b)
            && !is_of_another_time(reader, a, b)
    };
    for at in 0..relations.len() {
        let others = || {
            let relation = &relations[at];
            relations
                .iter()
                .enumerate()
                .filter(move |&(i, other)| i != at && same_event(relation, other))
                .map(|(_, r)| r)
        };
        // What one sentence tells of the two is one event, whatever else they did: اتصل به في اليوم نفسه لإطلاعه.
        let near = || agreed(others().filter(|other| other.sentence == relations[at].sentence).filter_map(|r| r.when));
        let when = relations[at].when.or_else(near).or_else(|| agreed(others().filter_map(|other| other.when)));
        let place = relations[at].place.or_else(|| others().find_map(|other| other.place));
        relations[at].when = when;
        if is_meeting(&relations[at]) && has_place(relations[at].predicate) {
            relations[at].place = place;
        }
    }
}

/// أجرى الرئيس مباحثات مع نظيره, and elsewhere اجتماع اللجنة المصرية الهندية في مارس 2012: whether what two countries held long before is
/// no other telling of what their people did, of which the text tells no day.
fn is_of_another_time(reader: &Reader<'_>, a: &Relation, b: &Relation) -> bool {
    const MONTHS: i64 = 2;
    let same = (a.subject, a.object) == (b.subject, b.object) || (a.subject, a.object) == (b.object, b.subject);
    let old = |moment: Moment| {
        let since = reader.today.and_then(|today| today.checked_sub(jiff::Span::new().months(MONTHS)).ok());
        since.is_some_and(|since| moment.last < since)
    };
    !same && a.sentence != b.sentence && a.status == Status::Happened && b.when.is_some_and(old)
}

/// What two people said to each other when they met or spoke has the day of that, where the document tells of one such day and of
/// the words soon behind: "called him on Tuesday … thanked him, it said".
fn lend_to_words(reader: &Reader<'_>, relations: &mut [Relation]) {
    const NEAR: usize = 4;
    let words = |relation: &Relation| {
        matches!(relation.predicate, Predicate::Praised | Predicate::Promised | Predicate::DemandedOf)
    };
    let person = |who: Referent| match who {
        Referent::Known(key) => reader.knowledge().gazetteer.get(key).kind == EntityKind::Person,
        Referent::New(_) => true,
    };
    let happened = |relation: &Relation| relation.status == Status::Happened;
    let both = |a: &Relation, b: &Relation| {
        (a.subject, a.object) == (b.subject, b.object) || (a.subject, a.object) == (b.object, b.subject)
    };
    let mut lent: Vec<(usize, Moment)> = Vec::new();
    for (at, relation) in relations.iter().enumerate() {
        if relation.when.is_some() || !words(relation) || !happened(relation) || relation.telling.earlier {
            continue;
        }
        if !person(relation.subject) || !person(relation.object) {
            continue;
        }
        let contacts = || relations.iter().filter(|other| is_meeting(other) && both(relation, other));
        let near = |other: &Relation| {
            other.sentence <= relation.sentence && relation.sentence <= other.sentence + NEAR && happened(other)
        };
        let days = agreed(contacts().filter_map(|other| other.when)).filter(|moment| moment.as_day().is_some());
        if contacts().all(happened) && contacts().any(near) {
            lent.extend(days.map(|day| (at, day)));
        }
    }
    for (at, day) in lent {
        relations[at].when = Some(day);
    }
}

/// A headline says without a day what the lead says with one: بلغاريا تتهم حزب الله.
fn lend_to_headline(reader: &Reader<'_>, relations: &mut [Relation]) {
    const LEAD: usize = 2;
    let alike = |a: Referent, b: Referent| {
        let country = |of: Referent| reader.country_of(of).map(Referent::Known);
        a == b || country(a) == Some(b) || country(b) == Some(a)
    };
    let same = |headline: &Relation, lead: &Relation| {
        lead.predicate == headline.predicate
            && lead.status == headline.status
            && alike(headline.subject, lead.subject)
            && alike(headline.object, lead.object)
    };
    for at in 0..relations.len() {
        let headline = &relations[at];
        let stance = headline.predicate.family() != Family::Contact;
        if headline.sentence > 0 || headline.when.is_some() || !stance {
            continue;
        }
        let lead = relations.iter().filter(|lead| (1..=LEAD).contains(&lead.sentence) && same(headline, lead));
        let when = agreed(lead.filter_map(|lead| lead.when));
        relations[at].when = when;
    }
}

/// Of one journey a headline names the country and the report the city, or the other way round, and a headline the delegation
/// and the report its head: only one may tell the day.
fn lend_within_journeys(reader: &Reader<'_>, relations: &mut [Relation]) {
    // The lead stands right behind the headline.
    const LEAD: usize = 2;
    let land = |place: Referent| reader.country_of(place).map(Referent::Known);
    let entity = |of: Referent| match of {
        Referent::Known(key) => Some(reader.knowledge().gazetteer.get(key)),
        Referent::New(_) => None,
    };
    let body = |who: Referent| entity(who).is_some_and(|entity| entity.kind != EntityKind::Person);
    let headed = |a: &Relation, b: &Relation| {
        a.sentence == 0 && (1..=LEAD).contains(&b.sentence) && (body(a.subject) || body(b.subject))
    };
    let of_one_journey = |a: &Relation, b: &Relation| {
        let visits = |relation: &Relation| relation.predicate == Predicate::Visited && !relation.telling.earlier;
        let place = a.object == b.object || land(a.object) == Some(b.object) || land(b.object) == Some(a.object);
        visits(a) && visits(b) && place && a.status == b.status && (a.subject == b.subject || headed(a, b))
    };
    // Who comes to a city of the provinces has been in the country before, or comes there after its capital.
    let provincial = |city: Referent, country: Referent| {
        land(city) == Some(country) && entity(city).is_none_or(|place| place.subkind != "capital")
    };
    let day_for = |visit: &Relation, other: &Relation| {
        let inland = provincial(other.object, visit.object) || provincial(visit.object, other.object);
        other.when.map(|moment| if inland { moment.cut_to_month() } else { moment })
    };
    let lent: Vec<(usize, Moment)> = relations
        .iter()
        .enumerate()
        .filter(|(_, visit)| visit.predicate == Predicate::Visited && visit.when.is_none())
        .filter_map(|(at, visit)| {
            let others = relations.iter().filter(|other| of_one_journey(visit, other));
            Some((at, agreed(others.filter_map(|other| day_for(visit, other)))?))
        })
        .collect();
    for (at, moment) in lent {
        relations[at].when = Some(moment);
    }
}

fn lend_between_visits_and_meetings(reader: &Reader<'_>, relations: &mut [Relation]) {
    // What is still to come is met on no journey of a month gone by.
    let gone = |moment: &Moment| reader.date.is_some_and(|today| moment.last < today.first_of_month());
    let takes_part = |relation: &Relation, who: Referent| relation.subject == who || relation.object == who;
    let happened = |relation: &Relation| relation.status == Status::Happened;
    // A visit of one day is the day of all its meetings; one of several days only where it has just begun.
    let begun = |moment: Moment| {
        let recent = reader.today.and_then(|today| today.yesterday().ok());
        recent.is_some_and(|recent| moment.first >= recent)
    };
    let day_of = |visit: &Relation| match visit.telling.lasts {
        Some(Lasts::Longer) => visit.when.filter(|&moment| begun(moment)),
        _ => visit.when,
    };
    let of_visit = |visit: &Relation| match visit.telling.lasts {
        Some(Lasts::Day) => visit.when,
        _ => visit.when.map(Moment::cut_to_month),
    };
    let mut lent: Vec<(usize, Moment)> = Vec::new();
    for (at, relation) in relations.iter().enumerate().filter(|(_, relation)| relation.when.is_none()) {
        // وكان الرئيس قد استقبله: before the rest, but on the day of a visit that was for hours.
        let earlier = relation.telling.earlier;
        let moment = if relation.predicate == Predicate::Visited && !earlier {
            let meetings = relations.iter().filter(|other| {
                is_in_person(other) && other.status == relation.status && takes_part(other, relation.subject)
            });
            // A headline tells of no journey of a month gone by.
            let news = |moment: &Moment| relation.sentence > 0 || !gone(moment);
            agreed_month(meetings.filter_map(|other| other.when)).filter(|_| happened(relation)).filter(news)
        } else if is_in_person(relation) {
            let visits = relations
                .iter()
                .filter(|visit| visit.predicate == Predicate::Visited && takes_part(relation, visit.subject))
                .filter(|visit| !earlier || visit.telling.lasts == Some(Lasts::Day));
            let arrived =
                || agreed(visits.clone().filter_map(|visit| visit.when)).filter(|moment| moment.as_day().is_some());
            match relation.status {
                Status::Planned if relation.telling.on_arrival && arrived().is_some() => arrived(),
                Status::Planned => agreed(
                    visits
                        .filter(|visit| matches!(visit.status, Status::Planned | Status::Happened))
                        .filter_map(of_visit)
                        .filter(|moment| !gone(moment)),
                ),
                Status::Happened => agreed(visits.filter(|visit| happened(visit)).filter_map(day_of))
                    .filter(|moment| moment.as_day().is_some()),
                _ => None,
            }
        } else {
            None
        };
        lent.extend(moment.map(|moment| (at, moment)));
    }
    for (at, moment) in lent {
        relations[at].when = Some(moment);
    }
}

/// Whom a traveller meets is met where the journey goes, where the document tells of one journey only.
fn lend_destinations(reader: &Reader<'_>, relations: &mut [Relation]) {
    let mut lent: Vec<(usize, Referent)> = Vec::new();
    for (at, relation) in relations.iter().enumerate() {
        if relation.place.is_some() || !has_place(relation.predicate) || !is_meeting(relation) {
            continue;
        }
        let visits: Vec<&Relation> = relations
            .iter()
            // زار فلانا: whom one visits is no place.
            .filter(|visit| visit.predicate == Predicate::Visited && !is_somebody(reader, visit.object))
            .filter(|visit| {
                visit.subject == relation.subject
                    || visit.object != relation.subject && visit.subject == relation.object
            })
            // التقى فلانا قبل أن يتوجه إلى بيروت: not where he went from there.
            .filter(|visit| {
                let before = visit.sentence == relation.sentence && relation.trigger.start < visit.trigger.start;
                !(visit.telling.onward && before)
            })
            .collect();
        let here = visits.iter().filter(|visit| visit.sentence == relation.sentence).copied().collect::<Vec<_>>();
        // "received him on Monday … was due in Berlin later on Tuesday": nor where somebody only will go on a later day.
        let ahead = |visit: &Relation| {
            let day = |of: &Relation| of.when.and_then(|when| when.as_day());
            visit.status == Status::Planned
                && relation.status == Status::Happened
                && day(visit).zip(day(relation)).is_some_and(|(visit, own)| own < visit)
        };
        let fits = |visit: &Relation| {
            matches!(visit.status, Status::Happened | Status::Planned)
                && !ahead(visit)
                && match (visit.when, relation.when) {
                    (Some(visit), Some(own)) => own.is_within(visit.cut_to_month()) || visit.is_within(own),
                    _ => true,
                }
        };
        let chosen = if here.is_empty() { visits } else { here };
        // Of a land it is told only in the same breath: a visit of days goes to more than its capital.
        let near = chosen.iter().all(|visit| visit.sentence == relation.sentence);
        let told = |place: &Referent| near || !is_land(reader, *place);
        if let Some(place) =
            one_destination(reader, &chosen).filter(told).filter(|_| chosen.iter().all(|visit| fits(visit)))
        {
            lent.push((at, place));
        }
    }
    for (at, place) in lent {
        relations[at].place = Some(place);
    }
}

/// The destination of journeys that all go to one place: the city before its country.
fn one_destination(reader: &Reader<'_>, visits: &[&Relation]) -> Option<Referent> {
    let land = |place: Referent| reader.country_of(place).map(Referent::Known);
    let place = |visit: &Relation| visit.telling.city.unwrap_or(visit.object);
    let mut chosen = place(visits.first()?);
    for visit in visits[1..].iter().map(|visit| place(visit)) {
        if land(visit) == Some(chosen) {
            chosen = visit;
        } else if visit != chosen && land(chosen) != Some(visit) {
            return None;
        }
    }
    Some(chosen)
}

fn is_somebody(reader: &Reader<'_>, visited: Referent) -> bool {
    match visited {
        Referent::Known(key) => reader.knowledge().gazetteer.get(key).kind == EntityKind::Person,
        Referent::New(at) => reader.people.get(at as usize).is_some_and(|who| who.kind == EntityKind::Person),
    }
}

fn is_land(reader: &Reader<'_>, place: Referent) -> bool {
    matches!(place, Referent::Known(key) if reader.knowledge().gazetteer.get(key).kind == EntityKind::Country)
}

/// The moment on which all agree, told as exactly as any of them does.
fn agreed(mut moments: impl Iterator<Item = Moment>) -> Option<Moment> {
    let first = moments.next()?;
    moments.try_fold(
        first,
        |known, next| {
            if next.is_within(known) { Some(next) } else { known.is_within(next).then_some(known) }
        },
    )
}

/// The month in which all are.
fn agreed_month(moments: impl Iterator<Item = Moment>) -> Option<Moment> {
    agreed(moments.map(Moment::cut_to_month))
}
