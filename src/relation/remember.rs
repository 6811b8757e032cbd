//! What the next sentence may refer back to.

use super::build::Relation;
use super::clause::{Clause, Memory, Party, is_person};
use super::front::main_clause;
use super::steps_en::steps_kept;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::EntityKind;
use crate::lexicon::{Class, Family, Predicate, Status};
use crate::mention::{PhraseKind, Reader, Referent};
use crate::text::{Span, Tokens};

/// How many of the people named last are remembered.
const MOST_NAMED: usize = 8;

/// Makes `memory` what the next sentence may refer back to, whatever it was.
pub(super) fn remember(
    reader: &Reader<'_>,
    clause: &Clause<'_>,
    tokens: &Tokens,
    before: &Memory,
    found: &[Relation],
    memory: &mut Memory,
) {
    memory.take_up(before);
    memory.here = before.here.or_else(|| clause.dateline(tokens));
    // حضر اللقاء فلان. كما استقبل سموه: who attended is named by the way, and the text goes on about those who met.
    if clause.opens_with_attendance() {
        return;
    }
    // واستقبله فلان: whom it happened to stays the one the text follows.
    let quoting = clause.speaker_behind_quotation();
    let main = quoting.as_ref().or_else(|| {
        clause.subjects.iter().enumerate().find_map(|(at, subject)| {
            let subject = subject.as_ref().filter(|subject| !subject.is_empty())?;
            let acted_on = clause.lang == Lang::Ar
                && clause.units[at].verb().is_some_and(|(.., object)| object.is_some())
                && !subject.carried
                && !before.subject.is_empty();
            (!acted_on).then_some(subject)
        })
    });
    if let Some(person) = opening_person(clause).or_else(|| main.is_none().then(|| whose_deed(clause, found)).flatten())
    {
        memory.subject = vec![person];
    } else if let Some(subject) = main {
        memory.subject.clone_from(&subject.list);
    } else if let Some(found) = clause.subject_of_unlisted(0).filter(|_| clause.lang == Lang::En) {
        memory.subject = found.list;
    } else if clause.subjects.iter().flatten().any(|subject| subject.opaque) {
        memory.subject.clear();
    }
    let topic = topic_received(clause, before, found);
    if let Some(topic) = topic {
        memory.subject = vec![topic];
    }
    memory.addressed = addressed(clause, &memory.subject, found, |told| kind_of_party(reader, told));
    memory.alike = alike(reader, clause, found);
    memory.deeds = deeds(reader, clause, before, found);
    if clause.lang == Lang::En {
        let party = |referent, span| Party { referent, span, kind: kind_of_party(reader, referent), gender: None };
        let own = clause.steps(tokens, clause.units.len(), found, &party);
        memory.steps = steps_kept(&before.steps, own, found);
        memory.opposed = if found.is_empty() { before.opposed } else { opposed(found, &party) };
    }
    memory.speaks_of_step = clause.lang == Lang::Ar && !found.is_empty() && clause.speaks_of_step();
    memory.powers = powers(clause);
    memory.told = told(clause, &memory.subject);
    memory.ahead = ahead(reader, clause, &memory.subject, found);
    memory.about =
        topic.map(|topic| (topic, 0)).or_else(|| about(clause, before, main.map(|found| found.list.as_slice())));
    for (at, unit) in clause.units.iter().enumerate() {
        let agent = unit.phrase().is_some_and(|index| clause.phrases[index].kind == PhraseKind::Agent);
        if agent && unit.delegation {
            memory.delegation = clause.delegates(at);
        }
    }
    if let Some(head) = clause.head_of_delegation(clause.units.len()) {
        memory.delegation = vec![head];
        let delegation = (0..clause.units.len()).rev().find(|&at| clause.is_headed_delegation(at));
        memory.delegation.extend(delegation.map(|at| clause.members_led(at)).unwrap_or_default());
    }
    let people = clause.people_before(clause.units.len());
    for &person in &people {
        memory.named.retain(|known| known.referent != person.referent);
        memory.named.push(person);
    }
    memory.named.drain(..memory.named.len().saturating_sub(MOST_NAMED));
    for phrase in clause.phrases.iter().filter(|phrase| phrase.kind == PhraseKind::Person) {
        if let (&[person @ Referent::New(_)], Some(of)) = (phrase.referents.as_slice(), phrase.of) {
            memory.serves.retain(|&(known, _)| known != person);
            memory.serves.push((person, Referent::Known(of)));
        }
    }
    memory.serves.drain(..memory.serves.len().saturating_sub(MOST_NAMED));
    if let Some(sides) = takes_turn(clause, before, &people) {
        memory.people.clone_from(&sides);
        memory.sides = sides;
    } else if let Some(heads) = heads_of_delegation(clause) {
        memory.people = heads;
        memory.pair = None;
        memory.group.clear();
    } else if people.len() == 2 {
        memory.people = people;
    } else if let Some(two) = two_who_deal(clause, &people, found) {
        memory.people = two;
    }
    if clause.lang == Lang::En && (1..clause.units.len()).any(|at| clause.meets_unnamed(at)) {
        // "briefed leaders": he is one of them.
        memory.people = main.filter(|found| found.list.len() == 1).map_or_else(Vec::new, |found| found.list.clone());
        memory.pair = None;
        memory.group.clear();
    }
    let countries = clause.countries_before(clause.units.len());
    // قطعت السعودية ومصر علاقاتهما مع قطر. واتهم البلدان: the two who act, and not the third.
    // كانت السعودية ومصر قد قطعتا علاقاتهما: so behind an auxiliary, whose own subject is only the first of them.
    let two = |list: &&[Party]| list.len() == 2 && list.iter().all(|party| party.kind == PhraseKind::Country);
    let subjects = clause.subjects.iter().flatten().filter(|own| !own.carried).map(|own| own.list.as_slice());
    let acting = main.map(|found| found.list.as_slice()).into_iter().chain(subjects).find(two);
    let acting = acting.filter(|_| clause.lang == Lang::Ar);
    match acting {
        Some(two) if countries.len() > 2 => memory.countries = two.to_vec(),
        _ if countries.len() == 2 => memory.countries = countries,
        _ => {}
    }
    if clause.lang == Lang::En
        && let Some(lands) = lands_of_journey(reader, clause, found)
    {
        memory.countries = lands;
    }
    if let Some(nations) = clause.listed_countries() {
        memory.nations = nations;
    }
    let journey = found.iter().rev().find(|relation| relation.predicate == Predicate::Visited);
    memory.travelling = journey.is_some();
    if let Some(journey) = journey {
        memory.traveller = vec![Party {
            referent: journey.subject,
            span: journey.subject_span,
            kind: PhraseKind::Person,
            gender: None,
        }];
    }
    // يقوم الوزير بجولة في المنطقة. وتشمل الجولة الأردن: where it leads is told later.
    if journey.is_none()
        && let Some(traveller) = clause.sets_out()
    {
        memory.traveller = vec![traveller];
        memory.travelling = true;
    }
    // "Putin met Merkel. He thanked her": in English a pronoun tells whether a man or a woman is meant.
    let listed = |referent| match referent {
        Referent::Known(key) if clause.lang == Lang::En => reader.knowledge().gazetteer.get(key).gender,
        _ => None,
    };
    let party =
        |referent, span| Party { referent, span, kind: kind_of_party(reader, referent), gender: listed(referent) };
    // استقبل مبارك البشير. وكان أبو الغيط في استقباله. واتفق الرئيسان: who only stood there is no side of what the text tells of.
    let awaits = |relation: &Relation| {
        let known = before.pair.is_some_and(|(a, b)| [a.referent, b.referent].contains(&relation.object));
        let start = |unit: &Unit| tokens.tokens[unit.start].span.start == relation.trigger.start;
        let noun = clause.units.iter().position(start).filter(|_| known && relation.predicate == Predicate::Hosted);
        clause.lang == Lang::Ar && noun.is_some_and(|noun| clause.is_attendance(noun))
    };
    let lasting = |relation: &&Relation| {
        let journey =
            relation.predicate == Predicate::Visited && kind_of_party(reader, relation.object) != PhraseKind::Person;
        // أبلغت حماس القاهرة موافقتها: who only tells another is no side of what the text tells of.
        let tells = relation.predicate == Predicate::Briefed
            && clause.lang == Lang::Ar
            && kind_of_party(reader, relation.subject) != PhraseKind::Person;
        (relation.predicate.family() == Family::Contact && !journey && !tells && !awaits(relation)
            || relation.predicate == Predicate::AgreedWith)
            && !is_spoken_of(clause, tokens, relation)
    };
    // "Sullivan met Vestager to discuss trade, including at the US-EU meeting": the people of whom the text tells.
    let person = |relation: &&Relation| kind_of_party(reader, relation.subject) == PhraseKind::Person;
    // بحث فلان مع فلان جهود البلدين من أجل اتفاق: what two countries only aim at is not told of last.
    let sure = |relation: &&Relation| relation.status == Status::Happened || person(relation);
    let of_people = || {
        let mut people = found.iter().rev().filter(lasting).filter(person).filter(|_| clause.lang == Lang::En);
        let last = people.next()?;
        // "met his counterpart and conveyed the king's greetings to the president. Both sides discussed": those who met.
        let words = matches!(last.predicate, Predicate::Briefed | Predicate::WroteTo);
        let gathered = |other: &&Relation| {
            let together = matches!(other.predicate, Predicate::Met | Predicate::Hosted | Predicate::TalkedWith);
            together && other.subject == last.subject && sure(other)
        };
        words.then(|| people.find(gathered)).flatten().or(Some(last))
    };
    let company = company(clause, main.map(|found| found.list.as_slice()).unwrap_or_default());
    if company.len() > 1 {
        memory.group = company;
        memory.pair = None;
        memory.others.clear();
    }
    if let Some(table) = table(found, party) {
        memory.table = table;
    }
    let told = || found.iter().rev().filter(lasting).find(sure);
    let pair = of_people().or_else(told).or_else(|| found.iter().rev().find(lasting));
    // "called for dialogue between Japan and Korea. The two also discussed": those who met are not parted by what others are to do.
    let only_asked = |relation: &&Relation| {
        let people = |(a, b): (Party, Party)| a.kind == PhraseKind::Person && b.kind == PhraseKind::Person;
        clause.lang == Lang::En && !sure(relation) && memory.pair.is_some_and(people)
    };
    if let Some(relation) = pair.filter(|relation| !only_asked(relation)) {
        memory.group.clear();
        memory.others.clear();
        memory.pair = None;
        memory.remote = matches!(relation.predicate, Predicate::Called | Predicate::WroteTo);
        memory.dealt = matches!(relation.predicate, Predicate::AgreedWith | Predicate::NegotiatedWith);
        for other in
            found.iter().filter(|other| other.predicate == relation.predicate && other.trigger == relation.trigger)
        {
            let (a, b) = (party(other.subject, other.subject_span), party(other.object, other.object_span));
            if memory.others.iter().all(|known| known.referent != b.referent) {
                memory.others.push(b);
            }
            for member in [a, b] {
                if memory.group.iter().all(|known| known.referent != member.referent) {
                    memory.group.push(member);
                }
            }
            // Of several whom somebody met the first is the counterpart.
            memory.pair.get_or_insert((a, b));
        }
        // جمع فلان فلانا وفلانا. واتفق الرجلان: the two whom somebody has brought together.
        if let Some(two) = brought_together(clause, found, relation) {
            memory.pair = Some(two.map(|(referent, span)| party(referent, span)).into());
        }
    }
}

/// The two whom an Arabic sentence tells that somebody brings together.
fn brought_together(clause: &Clause<'_>, found: &[Relation], last: &Relation) -> Option<[(Referent, Option<Span>); 2]> {
    let rows = if clause.lang == Lang::Ar { clause.gathering_rows() } else { Vec::new() };
    let gathers = |told: &&Relation| {
        told.trigger == last.trigger && told.rule.as_ref().is_some_and(|rule| rows.iter().any(|row| **row == **rule))
    };
    let mut guests: Vec<(Referent, Option<Span>)> = Vec::new();
    for told in found.iter().filter(|_| !rows.is_empty()).filter(gathers) {
        if guests.iter().all(|&(known, _)| known != told.object) {
            guests.push((told.object, told.object_span));
        }
    }
    guests.try_into().ok()
}

/// Who did what to whom, as an Arabic sentence tells, with the gender in which it names whom.
fn alike(reader: &Reader<'_>, clause: &Clause<'_>, found: &[Relation]) -> Vec<(Predicate, Party, Party)> {
    let party = |referent: Referent, span: Option<crate::text::Span>| {
        let phrase = clause.phrases.iter().find(|phrase| Some(phrase.span) == span);
        Party { referent, span, kind: kind_of_party(reader, referent), gender: phrase.and_then(|phrase| phrase.gender) }
    };
    let told = |told: &Relation| {
        (told.predicate, party(told.subject, told.subject_span), party(told.object, told.object_span))
    };
    let arabic = clause.lang == Lang::Ar;
    found.iter().filter(|told| arabic && told.predicate != Predicate::CoOccurs).map(told).collect()
}

/// Who attacked, punished or took something, as a sentence tells; while the next ones only judge it or speak of no other such deed, it stays in
/// mind.
fn deeds(reader: &Reader<'_>, clause: &Clause<'_>, before: &Memory, found: &[Relation]) -> Vec<(Party, Predicate)> {
    use Predicate::{Attacked, Criticised, Praised, Rejected, Sanctioned, Seized, Supported};
    let mut own: Vec<(Party, Predicate)> = Vec::new();
    for told in found.iter().filter(|told| told.status == crate::lexicon::Status::Happened) {
        let force = matches!(told.predicate, Attacked | Sanctioned | Seized);
        if force && own.iter().all(|(known, _)| known.referent != told.subject) {
            let (referent, span) = (told.subject, told.subject_span);
            own.push((Party { referent, span, kind: kind_of_party(reader, referent), gender: None }, told.predicate));
        }
    }
    let judges = |told: &Relation| {
        matches!(told.predicate, Criticised | Praised | Rejected | Supported)
            && before.deeds.iter().any(|(doer, _)| doer.referent == told.object)
    };
    let harms = |told| matches!(told, Attacked | Sanctioned | Seized);
    let another = || (0..clause.units.len()).any(|at| clause.units[at].phrase().is_none() && clause.tells(at, harms));
    let kept = own.is_empty() && !before.deeds.is_empty() && (found.iter().any(judges) || !another());
    // هاجمت روسيا أوكرانيا. وقطعت كييف علاقاتها بها: who is punished for it has still attacked.
    let punishes = !own.is_empty() && own.iter().all(|&(_, told)| told == Sanctioned);
    let force = before.deeds.iter().filter(|&&(_, told)| told != Sanctioned && punishes);
    if kept { before.deeds.clone() } else { force.copied().chain(own).collect() }
}

/// "Sisi landed in Khartoum. The two countries": the traveller's own country and the one that he visits, where an English sentence names no third.
fn lands_of_journey(reader: &Reader<'_>, clause: &Clause<'_>, found: &[Relation]) -> Option<Vec<Party>> {
    let journey = found.iter().rev().find(|told| told.predicate == Predicate::Visited)?;
    let land = |referent| match kind_of_party(reader, referent) {
        PhraseKind::Country => Some(referent),
        _ => clause.country_of(referent),
    };
    let (home, host) = (land(journey.subject)?, land(journey.object)?);
    let country = |referent| Party { referent, span: journey.subject_span, kind: PhraseKind::Country, gender: None };
    let named = clause.countries_before(clause.units.len());
    let only = named.iter().all(|party| [home, host].contains(&party.referent));
    // "landed in Lima after a visit to Chile": any two of three may be meant.
    if found.iter().any(|told| told.predicate == Predicate::Visited && land(told.object) != Some(host)) {
        return Some(Vec::new());
    }
    (home != host && only).then(|| vec![country(home), country(host)])
}

/// The two, one of them a body and neither a person, of whom alone a sentence tells something that is no contact.
fn opposed(found: &[Relation], party: &impl Fn(Referent, Option<Span>) -> Party) -> Option<(Party, Party)> {
    let first = found.first()?;
    let two = [first.subject, first.object];
    let theirs = |told: &Relation| {
        told.predicate.family() != Family::Contact && two.contains(&told.subject) && two.contains(&told.object)
    };
    let pair = (party(first.subject, first.subject_span), party(first.object, first.object_span));
    let kinds = [pair.0.kind, pair.1.kind];
    let sides = kinds.iter().all(|kind| matches!(kind, PhraseKind::Body | PhraseKind::Country));
    (sides && kinds.contains(&PhraseKind::Body) && found.iter().all(theirs)).then_some(pair)
}

/// "Erdogan landed in Mogadishu. Mohamud received him": whom alone the text was about before another received him, who only stands in his way.
fn topic_received(clause: &Clause<'_>, before: &Memory, found: &[Relation]) -> Option<Party> {
    let [topic] = before.subject.as_slice() else { return None };
    let receives = |told: &Relation| {
        told.predicate == Predicate::Hosted && told.status == Status::Happened && told.object == topic.referent
    };
    let english = clause.lang == Lang::En && is_person(*topic) && found.iter().any(receives);
    let named = || clause.people_before(clause.units.len()).iter().any(|party| party.referent == topic.referent);
    (english && !named()).then_some(*topic)
}

/// "a delegation headed by Pence and Pompeo": the two who lead others, whom an English text means by "the two".
fn heads_of_delegation(clause: &Clause<'_>) -> Option<Vec<Party>> {
    let led = |at: &usize| {
        let person = clause.unit_phrase(*at).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
        person && clause.units[*at].deputes && clause.bare_party(*at)
    };
    let first = (0..clause.units.len()).rev().filter(|_| clause.lang == Lang::En).find(led)?;
    let heads = clause.list(first).list;
    (heads.len() == 2 && heads.iter().all(|party| clause.is_human(party))).then_some(heads)
}

/// "Putin urged Mashaal to free Shalit. The two met": of several people whom an English sentence names the only two of whom it tells that one
/// has to do with the other.
fn two_who_deal(clause: &Clause<'_>, people: &[Party], found: &[Relation]) -> Option<Vec<Party>> {
    if clause.lang != Lang::En || people.len() < 3 {
        return None;
    }
    let named = |referent: Referent| people.iter().find(|party| party.referent == referent).copied();
    let mut two = found.iter().filter_map(|told| Some((named(told.subject)?, named(told.object)?)));
    let (a, b) = two.next()?;
    two.all(|(c, d)| (c.referent, d.referent) == (a.referent, b.referent)).then(|| vec![a, b])
}

/// "Kerry is due in Tehran", "On Monday, Modi was the first to": the one person who opens an English main clause before "to be" or
/// another auxiliary, whatever follows.
fn opening_person(clause: &Clause<'_>) -> Option<Party> {
    if clause.lang != Lang::En {
        return None;
    }
    let start = main_clause(clause, 0).unwrap_or(0);
    let opens = clause.unit_phrase(start).is_some_and(|phrase| phrase.kind == PhraseKind::Person);
    if !opens || !clause.bare_party(start) || clause.units[start].possessive {
        return None;
    }
    let found = clause.list(start);
    match found.list.as_slice() {
        [party] if is_person(*party) && found.end < clause.units.len() && clause.is_auxiliary(found.end) => {
            Some(*party)
        }
        _ => None,
    }
}

/// "Kerry's visit to Tehran lasted a day", "A visit by Kerry to Tehran is planned": the one person whom a sentence without a subject
/// names, where it tells what he did.
fn whose_deed(clause: &Clause<'_>, found: &[Relation]) -> Option<Party> {
    let unnamed = || clause.subjects.iter().flatten().any(|subject| subject.opaque);
    if clause.lang != Lang::En || found.is_empty() || unnamed() {
        return None;
    }
    match clause.people_before(clause.units.len()).as_slice() {
        [party] if is_person(*party) && found.iter().all(|told| told.subject == party.referent) => Some(*party),
        _ => None,
    }
}

/// Those whom the subject of a sentence accuses, warns, punishes, praises or asks for something, by a verb of his own.
fn addressed(
    clause: &Clause<'_>,
    main: &[Party],
    found: &[Relation],
    kind: impl Fn(Referent) -> PhraseKind,
) -> Vec<Party> {
    use Predicate::{
        Aided, Briefed, Criticised, DemandedOf, Praised, Promised, Rejected, Sanctioned, Supported, Threatened,
    };
    let mut list: Vec<Party> = Vec::new();
    let [subject] = main else { return list };
    if clause.lang != Lang::Ar {
        return list;
    }
    for told in found.iter().filter(|told| told.subject == subject.referent) {
        let stance = matches!(
            told.predicate,
            Aided
                | Briefed
                | Criticised
                | DemandedOf
                | Praised
                | Promised
                | Rejected
                | Sanctioned
                | Supported
                | Threatened
        );
        if stance && list.iter().all(|known| known.referent != told.object) {
            let phrase = clause.phrases.iter().find(|phrase| Some(phrase.span) == told.object_span);
            let gender = phrase.and_then(|phrase| phrase.gender);
            list.push(Party { referent: told.object, span: told.object_span, kind: kind(told.object), gender });
        }
    }
    list
}

/// أعلنت الرئاسة أن هولاند سيزور: the person who is subject of what a body says, and the only one of whom it tells.
fn told(clause: &Clause<'_>, main: &[Party]) -> Vec<Party> {
    let body = matches!(main, [party] if matches!(party.kind, PhraseKind::Body | PhraseKind::Country | PhraseKind::Demonym | PhraseKind::Agent));
    if clause.lang != Lang::Ar || !body {
        return Vec::new();
    }
    let behind = clause.units.iter().position(|unit| unit.is(Class::Complement)).unwrap_or(clause.units.len());
    let mut people =
        clause.subjects.iter().skip(behind).flatten().filter_map(|subject| match subject.list.as_slice() {
            &[person] if is_person(person) => Some(person),
            _ => None,
        });
    let first = people.next();
    first.filter(|first| people.all(|other| other.referent == first.referent)).into_iter().collect()
}

/// تحدث نصر الله عن إيران: the countries and bodies that a sentence names, once each; those that only own a noun or say where are left out.
fn powers(clause: &Clause<'_>) -> Vec<Party> {
    let mut list: Vec<Party> = Vec::new();
    if clause.lang != Lang::Ar {
        return list;
    }
    for at in 0..clause.units.len() {
        let kind = clause.unit_phrase(at).map(|phrase| phrase.kind);
        let named = matches!(kind, Some(PhraseKind::Country | PhraseKind::Body | PhraseKind::Agent));
        for party in if named { clause.parties_of(at) } else { Vec::new() } {
            if list.iter().all(|known| known.referent != party.referent) {
                list.push(party);
            }
        }
    }
    list
}

/// قال المتحدث إن كيري سيجتمع مع عباس: the person whose contact is planned, where the sentence was about another person.
fn ahead(reader: &Reader<'_>, clause: &Clause<'_>, main: &[Party], found: &[Relation]) -> Vec<Party> {
    let planned = |relation: &&Relation| {
        relation.predicate.family() == Family::Contact && relation.status == crate::lexicon::Status::Planned
    };
    let last = found.iter().rev().find(planned).filter(|relation| {
        matches!(main, [teller] if is_person(*teller) && teller.referent != relation.subject)
            && clause.lang == Lang::Ar
            && kind_of_party(reader, relation.subject) == PhraseKind::Person
    });
    let party = |relation: &Relation| Party {
        referent: relation.subject,
        span: relation.subject_span,
        kind: PhraseKind::Person,
        gender: None,
    };
    last.map(party).into_iter().collect()
}

/// "Neuberger arrived. Kyiv blamed that on hackers. She will travel on": whom "she" of the next sentence may be, though the last was
/// about no person.
fn about(clause: &Clause<'_>, before: &Memory, main: Option<&[Party]>) -> Option<(Party, usize)> {
    const SENTENCES: usize = 2;
    match main {
        _ if clause.lang != Lang::En => None,
        Some(&[party]) if is_person(party) => Some((party, 0)),
        _ => {
            let unnamed = clause.subjects.iter().flatten().any(|subject| subject.opaque && subject.is_empty());
            let people = clause.people_before(clause.units.len());
            let (party, ago) = before.about.filter(|_| !unnamed)?;
            let same = people.iter().all(|other| other.referent == party.referent);
            (same && ago < SENTENCES).then_some((party, ago + 1))
        }
    }
}

/// قال فلان... من جانبه، قال فلان: who spoke before and who speaks in turn are the two of whom the text goes on to tell.
fn takes_turn(clause: &Clause<'_>, before: &Memory, people: &[Party]) -> Option<Vec<Party>> {
    const NEAR: usize = 4;
    let turn = clause.units.iter().take(NEAR).any(|unit| unit.is(Class::Turn));
    let ([first], [second]) = (before.subject.as_slice(), people) else { return None };
    let two = clause.is_human(first) && first.referent != second.referent;
    (clause.lang == Lang::Ar && turn && two).then(|| vec![*first, *second])
}

/// Returns a traveller with those who accompany him: "they" of the next sentence.
fn company(clause: &Clause<'_>, main: &[Party]) -> Vec<Party> {
    let verb = (0..clause.units.len()).find(|&at| clause.units[at].kind == Kind::Verb);
    let company = verb.filter(|_| main.len() == 1).map(|verb| clause.company_behind(verb)).unwrap_or_default();
    let mut all = if company.is_empty() { Vec::new() } else { main.to_vec() };
    for party in company {
        if all.iter().all(|known| known.referent != party.referent) {
            all.push(party);
        }
    }
    all
}

/// Returns more than two people who all met each other, as one word of the sentence tells.
fn table(found: &[Relation], party: impl Fn(Referent, Option<crate::text::Span>) -> Party) -> Option<Vec<Party>> {
    let meets = |relation: &&Relation| {
        relation.predicate.is_symmetric() && relation.predicate.family() == Family::Contact
            || relation.predicate == Predicate::AgreedWith
    };
    let last = found.iter().rev().find(meets)?;
    let told = |relation: &&Relation| relation.predicate == last.predicate && relation.trigger == last.trigger;
    let mut members: Vec<Party> = Vec::new();
    let mut pairs = 0;
    for relation in found.iter().filter(told) {
        pairs += 1;
        let (a, b) = (relation.subject, relation.object);
        for member in [party(a, relation.subject_span), party(b, relation.object_span)] {
            if members.iter().all(|known| known.referent != member.referent) {
                members.push(member);
            }
        }
    }
    let all = members.len() * members.len().saturating_sub(1) / 2;
    (members.len() > 2 && pairs >= all && members.iter().all(|party| party.kind == PhraseKind::Person))
        .then_some(members)
}

/// "briefed leaders on his call with", "discussed the meeting between": a contact that is only spoken of is not the one
/// that the text goes on about.
pub(super) fn is_spoken_of(clause: &Clause<'_>, tokens: &Tokens, relation: &Relation) -> bool {
    const WORDS: usize = 3;
    let start = |unit: &Unit| tokens.tokens[unit.start].span.start;
    let Some(noun) = clause.units.iter().position(|unit| start(unit) == relation.trigger.start) else { return false };
    if clause.lang != Lang::En || clause.units[noun].kind != Kind::Noun {
        return false;
    }
    let about = |at: usize| ["on", "about", "regarding"].iter().any(|word| clause.is_preposition_of(at, word));
    let near = (noun.saturating_sub(WORDS)..noun).rev().take_while(|&at| {
        let unit = &clause.units[at];
        unit.kind != Kind::Verb && !unit.is_mark() && (!unit.is_preposition() || about(at))
    });
    near.into_iter().any(about)
}

/// What kind of phrase would name a party.
pub(super) fn kind_of_party(reader: &Reader<'_>, referent: Referent) -> PhraseKind {
    let kind = match referent {
        Referent::Known(key) => reader.knowledge().gazetteer.get(key).kind,
        Referent::New(index) => reader.people[index as usize].kind,
    };
    match kind {
        EntityKind::Person => PhraseKind::Person,
        EntityKind::Country => PhraseKind::Country,
        EntityKind::Organisation => PhraseKind::Body,
        EntityKind::City | EntityKind::Region => PhraseKind::Place,
    }
}
