//! Each relation told once: all that a document's sentences yield comes in, without repetitions and nested journeys it
//! goes out.

use super::build::Relation;
use super::carry::overrule;
use super::read::is_sure;
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Family, Predicate, Status};
use crate::mention::{Reader, Referent};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

type Pair = (Referent, Referent);

fn pair(relation: &Relation) -> Pair {
    let (a, b) = (relation.subject, relation.object);
    if a <= b { (a, b) } else { (b, a) }
}

/// One relation a subject, predicate, object and status; a general predicate gives way to a special one of its pair.
pub(super) fn distinct(reader: &Reader<'_>, relations: Vec<Relation>) -> Vec<Relation> {
    let mut relations = relations;
    overrule(reader, &mut relations);
    round_of_calls(reader, &mut relations);
    let relations = without_open_calls(without_stand_ins(reader, relations));
    let relations = without_nested_journeys(reader, without_own_countries(reader, relations));
    let relations = without_second_agreements(without_own_governments(reader, relations));
    let special: HashSet<(Pair, Status)> = relations
        .iter()
        .filter(|r| {
            is_sure(r)
                && matches!(
                    r.predicate,
                    Predicate::Called | Predicate::Met | Predicate::Hosted | Predicate::NegotiatedWith
                )
        })
        .map(|r| (pair(r), r.status))
        .collect();
    let hosted: HashSet<(Pair, Status)> =
        relations.iter().filter(|r| r.predicate == Predicate::Hosted).map(|r| (pair(r), r.status)).collect();
    let mut out: Vec<Relation> = Vec::new();
    let mut general: Vec<Relation> = Vec::new();
    for relation in relations {
        let key = (pair(&relation), relation.status);
        if relation.predicate == Predicate::TalkedWith && special.contains(&key)
            || relation.predicate == Predicate::Met && hosted.contains(&key)
        {
            general.push(relation);
            continue;
        }
        let free = relation.predicate.is_symmetric() || relation.either;
        let told = out.iter_mut().find(|known| {
            known.predicate == relation.predicate
                && (known.status == relation.status || known.trigger == relation.trigger)
                && if free {
                    pair(known) == pair(&relation)
                } else {
                    (known.subject, known.object) == (relation.subject, relation.object)
                }
        });
        match told {
            Some(known) => known.take_time_of(&relation),
            None => out.push(relation),
        }
    }
    lend_to_special(&mut out, &general);
    out
}

/// أجرى اليوم محادثات معه, and then بدأ اللقاء بينهما: what gives way to a more special telling of one event lends it its day.
fn lend_to_special(told: &mut [Relation], general: &[Relation]) {
    let special = |relation: &Relation| {
        matches!(relation.predicate, Predicate::Called | Predicate::Met | Predicate::Hosted | Predicate::NegotiatedWith)
    };
    for relation in general.iter().filter(|relation| relation.when.is_some()) {
        let same =
            |known: &&mut Relation| special(known) && known.status == relation.status && pair(known) == pair(relation);
        let mut events = told.iter_mut().filter(same);
        if let (Some(event), None) = (events.next(), events.next())
            && event.when.is_none()
            && event.telling.earlier == relation.telling.earlier
        {
            event.take_time_of(relation);
        }
    }
}

/// Of a person and the person's country told of one contact in one sentence the person is who it is about: أعدت الهند لاستقبال
/// مرسي الذي استقبله الرئيس الهندي.
fn without_own_countries(reader: &Reader<'_>, relations: Vec<Relation>) -> Vec<Relation> {
    let of = |person: Referent, country: Referent| {
        person != country && reader.country_of(person).map(Referent::Known) == Some(country)
    };
    let outdone = |relation: &Relation| {
        relations.iter().any(|other| {
            other.sentence == relation.sentence
                && other.predicate == relation.predicate
                && other.status == relation.status
                && (other.object == relation.object && of(other.subject, relation.subject)
                    || other.subject == relation.subject && of(other.object, relation.object))
        })
    };
    let keep: Vec<bool> = relations.iter().map(|r| r.predicate != Predicate::Hosted || !outdone(r)).collect();
    relations.into_iter().zip(keep).filter_map(|(relation, keep)| keep.then_some(relation)).collect()
}

/// فرض الاتحاد عقوبات على سورية, and then على النظام السوري: what is told of a country is not told once more of its government.
fn without_own_governments(reader: &Reader<'_>, relations: Vec<Relation>) -> Vec<Relation> {
    let country = |body: Referent| match body {
        Referent::Known(key) if reader.knowledge().gazetteer.get(key).id.starts_with("org:government-of-") => {
            reader.country_of(body).map(Referent::Known)
        }
        _ => None,
    };
    let state = |party: Referent| country(party).unwrap_or(party);
    let again = |relation: &Relation| {
        let (subject, object) = (state(relation.subject), state(relation.object));
        (subject, object) != (relation.subject, relation.object)
            && relations.iter().any(|other| {
                other.predicate == relation.predicate
                    && other.status == relation.status
                    && is_sure(other)
                    && (other.subject, other.object) == (subject, object)
            })
    };
    let keep: Vec<bool> = relations.iter().map(|relation| !again(relation)).collect();
    relations.into_iter().zip(keep).filter_map(|(relation, keep)| keep.then_some(relation)).collect()
}

/// اتفق الرئيسان على تنفيذ الترتيبات الواردة في اتفاق التعاون: of what two have agreed on in a sentence an agreement named further on is no other
/// that they are still to make.
fn without_second_agreements(relations: Vec<Relation>) -> Vec<Relation> {
    let again = |relation: &Relation| {
        relation.predicate == Predicate::AgreedWith
            && relation.status == Status::Planned
            && relations.iter().any(|other| {
                other.predicate == Predicate::AgreedWith
                    && other.status == Status::Happened
                    && other.sentence == relation.sentence
                    && other.trigger.start < relation.trigger.start
                    && pair(other) == pair(relation)
            })
    };
    let keep: Vec<bool> = relations.iter().map(|relation| !again(relation)).collect();
    relations.into_iter().zip(keep).filter_map(|(relation, keep)| keep.then_some(relation)).collect()
}

/// A headline that names a guest by his office alone (يستقبل نائب وزير الخارجية الياباني) says of his country what the report
/// says of him.
fn without_stand_ins(reader: &Reader<'_>, relations: Vec<Relation>) -> Vec<Relation> {
    let stands_in = |party: Referent, span: Option<Span>| {
        matches!(party, Referent::Known(key) if reader.knowledge().gazetteer.get(key).kind == EntityKind::Country)
            && !reader.mentions.iter().any(|found| found.referent == party && Some(found.span) == span)
    };
    let of = |person: Referent, country: Referent| {
        person != country && reader.country_of(person).map(Referent::Known) == Some(country)
    };
    let contact = |relation: &Relation| relation.predicate.family() == Family::Contact;
    let outdone = |relation: &Relation| {
        relation.sentence == 0
            && contact(relation)
            && (stands_in(relation.subject, relation.subject_span) || stands_in(relation.object, relation.object_span))
            && relations.iter().any(|other| {
                // وصل إلى البلاد. وكان في استقباله فلان: a journey to the country is none to whoever receives there.
                let journeys = relation.predicate != Predicate::Visited || other.predicate == Predicate::Visited;
                let apart = other.sentence > 0 && other.status == relation.status && contact(other) && journeys;
                let subject = other.subject == relation.subject && of(other.object, relation.object);
                let object = other.object == relation.object && of(other.subject, relation.subject);
                let met = other.predicate.is_symmetric() || relation.predicate.is_symmetric();
                let crossed = other.subject == relation.object && of(other.object, relation.subject)
                    || other.object == relation.subject && of(other.subject, relation.object);
                apart && (subject || object || met && crossed)
            })
    };
    let keep: Vec<bool> = relations.iter().map(|relation| !outdone(relation)).collect();
    relations.into_iter().zip(keep).filter_map(|(relation, keep)| keep.then_some(relation)).collect()
}

/// In a report of somebody's round of calls the talks with others are calls too.
///
/// A leader who telephones three others and "also spoke with" a fourth is not told to have met the fourth; what came of
/// "his talks" with somebody (محادثاته) is another event.
fn round_of_calls(reader: &Reader<'_>, relations: &mut [Relation]) {
    const ROUND: usize = 3;
    let mut calls: HashMap<Referent, HashSet<Referent>> = HashMap::new();
    for relation in relations.iter().filter(|r| r.predicate == Predicate::Called && r.status == Status::Happened) {
        calls.entry(relation.subject).or_default().insert(relation.object);
    }
    for relation in relations.iter_mut() {
        let told = reader.text.get(relation.trigger.start..relation.trigger.end);
        let owned = reader.lang == Lang::Ar && told.is_some_and(|word| word.ends_with('ه'));
        let talks = relation.predicate == Predicate::TalkedWith && relation.status == Status::Happened && !owned;
        if talks && calls.get(&relation.subject).is_some_and(|others| others.len() >= ROUND) {
            relation.predicate = Predicate::Called;
            relation.either = true;
        }
    }
}

/// اتصال هاتفي بين فلان وفلان, and then تلقى فلان اتصالا من فلان: what a headline leaves open of a call, the report tells.
fn without_open_calls(relations: Vec<Relation>) -> Vec<Relation> {
    let told = |open: &Relation| {
        open.either
            && !open.predicate.is_symmetric()
            && relations.iter().any(|other| {
                let apart = open.when.zip(other.when).is_some_and(|(a, b)| !a.is_within(b) && !b.is_within(a));
                !other.either
                    && other.predicate == open.predicate
                    && other.status == open.status
                    && pair(other) == pair(open)
                    && !apart
            })
    };
    let keep: Vec<bool> = relations.iter().map(|relation| !told(relation)).collect();
    relations.into_iter().zip(keep).filter_map(|(relation, keep)| keep.then_some(relation)).collect()
}

/// One journey, told by its city and by its country, is one.
fn without_nested_journeys(reader: &Reader<'_>, relations: Vec<Relation>) -> Vec<Relation> {
    let gazetteer = &reader.knowledge().gazetteer;
    let country_of_city = |referent: Referent| match referent {
        Referent::Known(key) if gazetteer.get(key).kind == EntityKind::City => gazetteer.get(key).country,
        _ => None,
    };
    let nested = |city: Referent, land: Referent| country_of_city(city).map(Referent::Known) == Some(land);
    let capital = |referent: Referent| match referent {
        Referent::Known(key) => gazetteer.get(key).subkind == "capital",
        Referent::New(_) => false,
    };
    let mut out: Vec<Relation> = Vec::with_capacity(relations.len());
    for relation in relations {
        // A second city of the country is a journey of its own, and so is one in another sentence that is no capital.
        let apart = |journey: &Relation| {
            journey.sentence != relation.sentence
                && nested(relation.object, journey.object)
                && !capital(relation.object)
        };
        let among = out.iter().any(|other| {
            other.predicate == Predicate::Visited
                && other.subject == relation.subject
                && other.object != relation.object
                && country_of_city(other.object).is_some()
                && country_of_city(other.object) == country_of_city(relation.object)
        });
        // وصل إلى بيروت لزيارة لبنان: who has come to the city for that is there.
        let purpose = |journey: &Relation| {
            reader.lang == Lang::Ar
                && journey.sentence == relation.sentence
                && (journey.status, relation.status) == (Status::Happened, Status::Planned)
                && relation.when.is_none()
                && nested(journey.object, relation.object)
        };
        let told = out.iter_mut().find(|journey| {
            let city = journey.telling.city;
            relation.predicate == Predicate::Visited
                && journey.predicate == Predicate::Visited
                && journey.subject == relation.subject
                && (journey.status == relation.status || purpose(journey))
                && !apart(journey)
                && !(among && nested(relation.object, journey.object))
                && (nested(journey.object, relation.object)
                    || nested(relation.object, journey.object) && city.is_none_or(|city| city == relation.object))
        });
        match told {
            // رسالة تتضمن دعوة لزيارة الرياض. ومن المحتمل أن يزور السعودية: of what is only possible the surer telling.
            Some(journey)
                if relation.status == Status::Possible
                    && nested(journey.object, relation.object)
                    && relation.confidence > journey.confidence =>
            {
                let city = Some(journey.object);
                *journey = relation;
                journey.telling.city = city;
            }
            Some(journey) => {
                journey.take_time_of(&relation);
                if nested(relation.object, journey.object) {
                    journey.telling.city = Some(relation.object);
                }
            }
            None => out.push(relation),
        }
    }
    out
}
