//! Who comes along: وصل عباس إلى القاهرة يرافقه الأحمد, استقبل هادي بان كي مون ومعه الزياني.

use super::build::Relation;
use super::clause::{Clause, Party};
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::lexicon::{Class, Lexicon, Pos, Predicate, Sense};
use crate::mention::{Phrase, PhraseKind, Referent};
use crate::text::Clitics;

/// يرافقه: whether a unit is a verb that says by whom somebody is accompanied.
pub(super) fn accompanies(lexicon: &Lexicon, unit: &Unit) -> bool {
    unit.kind == Kind::Verb
        && unit.verb().is_some_and(|(.., object)| object.is_some())
        && unit.means(lexicon, Sense::Accompanies)
}

/// Returns where a list of phrases ends that begins at a unit: الأحمد، وفرج وأبو ردينة.
pub(super) fn people_end(units: &[Unit], from: usize) -> usize {
    let joined =
        |at: usize| units.get(at).is_some_and(|unit| unit.phrase().is_some() && unit.clitics.has_conjunction());
    let mut end = from + usize::from(units.get(from).is_some_and(|unit| unit.phrase().is_some()));
    while end > from {
        match end {
            _ if joined(end) => end += 1,
            _ if units.get(end).is_some_and(Unit::is_comma) && joined(end + 1) => end += 2,
            _ => break,
        }
    }
    end
}

/// وصل عباس، يرافقه الأحمد، إلى القاهرة: puts the words of who comes along behind the clause that they part.
pub(super) fn companions_last(units: &mut Vec<Unit>, accompanies: impl Fn(&Unit) -> bool) {
    let comma = |units: &[Unit], at: usize| units.get(at).is_some_and(Unit::is_comma);
    let mut from = 1;
    while let Some(at) = units.iter().skip(from).position(&accompanies) {
        let verb = from + at;
        let mut end = people_end(units, verb + 1);
        let people = end - verb - 1;
        from = end;
        let last = end + units[end..].iter().position(Unit::is_stop).unwrap_or(units.len() - end);
        // استقبل فلان، ومعه فلان، السفير: but a verb with و begins a clause.
        let aside = units[verb].kind != Kind::Verb && comma(units, verb - 1) && comma(units, end);
        if people == 0 || end == last || units[verb].clitics.has_conjunction() && !aside {
            continue;
        }
        let mut start = verb;
        let mut last = last;
        if aside && units[verb].clitics.has_conjunction() {
            // The comma goes along, so that no list goes on to who comes along.
            units.remove(end);
            (start, last) = (start - 1, last - 1);
        } else if comma(units, start - 1) && comma(units, end) {
            units.remove(end);
            units.remove(start - 1);
            (start, end, last) = (start - 1, end - 1, last - 2);
        }
        units[start..last].rotate_left(end - start);
        from = last;
    }
}

/// زار لافروف ومساعده إيران, لافروف ونائبه يزوران: takes out who comes along with somebody and is known only by whose he is, where the
/// clause goes on with its verb, a preposition or a place. `joined` tells of a word whether و stands before it, `place` of a unit
/// whether it is one.
pub(super) fn without_attendants(
    units: &mut Vec<Unit>,
    phrases: &[Phrase],
    joined: impl Fn(&Unit) -> bool,
    place: impl Fn(&Unit) -> bool,
    spouse: impl Fn(&Unit) -> bool,
) {
    let mut at = 1;
    while at < units.len() {
        let unit = &units[at];
        let attendant =
            unit.phrase().is_none() && unit.is(Class::Attendant) && joined(unit) && units[at - 1].phrase().is_some();
        // ومساعده ريابكوف: his name stands behind.
        let goes_on = |next: &Unit| {
            next.is_stop()
                || next.kind == Kind::Verb && next.clitics == Clitics::NONE
                || next.phrase().is_none() && next.is_preposition()
                || next.clitics == Clitics::NONE && place(next)
        };
        if attendant && units.get(at + 1).is_none_or(goes_on) {
            units.remove(at);
        } else if attendant
            && spouse(unit)
            && let Some(next) = behind_spouse(units, phrases, at)
        {
            units.drain(at..next);
        } else {
            at += 1;
        }
    }
}

/// استقبل الرئيس شي وعقيلته بنغ لي يوان الرئيس ماكرون: where the guest begins, by his office, behind the name that nobody lists of the
/// wife or husband who receives him with the subject of a verb.
fn behind_spouse(units: &[Unit], phrases: &[Phrase], spouse: usize) -> Option<usize> {
    const NAME: usize = 4;
    // بنغ لي يوان: a part of a name may be spelt like anything.
    let part =
        |unit: &&Unit| unit.phrase().is_none() && !unit.is_mark() && unit.kind != Kind::Verb && !unit.is_preposition();
    let words = units[spouse + 1..].iter().take(NAME).take_while(part).count();
    let guest = spouse + 1 + words;
    let phrase = units.get(guest).and_then(Unit::phrase).map(|index| &phrases[index])?;
    let titled = phrase.kind == PhraseKind::Person && phrase.office.is_some() && phrase.clitics == Clitics::NONE;
    let receives = spouse > 1 && units[spouse - 2].kind == Kind::Verb;
    // وعقيلته الملكة رانيا الرئيس التركي: she has a title herself.
    let another = units.get(guest + 1).is_some_and(|next| {
        next.clitics == Clitics::NONE && next.phrase().is_some_and(|index| phrases[index].kind == PhraseKind::Person)
    });
    (titled && receives && !another).then_some(guest)
}

/// ترأس لافروف بمعية شكري الاجتماع: reads whoever sits at the head with somebody as joined to him by "and". `heads` tells of a unit
/// whether it is a verb that says who heads something together.
pub(super) fn joint_heads(units: &mut Vec<Unit>, heads: impl Fn(&Unit) -> bool) {
    const SUBJECT: usize = 3;
    let mut at = 2;
    while at + 1 < units.len() {
        let subject = units[..at].iter().rev().take_while(|unit| unit.phrase().is_some()).count();
        let verb = (at - subject).checked_sub(1).map(|verb| &units[verb]);
        let joint = units[at].phrase().is_none()
            && units[at].is(Class::Company)
            && units[at].kind != Kind::Verb
            && !units[at].clitics.has_conjunction()
            && (1..=SUBJECT).contains(&subject)
            && verb.is_some_and(|verb| verb.kind == Kind::Verb && heads(verb))
            && units[at + 1].phrase().is_some()
            && units[at + 1].clitics == Clitics::NONE;
        if joint {
            units.remove(at);
            units[at].clitics = Clitics::WA;
        }
        at += 1;
    }
}

impl Clause<'_> {
    /// ومساعده الدكتور فلان: whether a noun joined by "and" and spelt like help stands right before somebody's name.
    pub(super) fn is_assistant(&self, at: usize) -> bool {
        let named = self
            .unit_phrase(at + 1)
            .is_some_and(|phrase| phrase.kind == PhraseKind::Person && phrase.named && phrase.clitics == Clitics::NONE);
        self.lang == Lang::Ar && self.units[at].kind == Kind::Noun && self.units[at].clitics == Clitics::WA && named
    }

    /// على رأس وفد يضم فلانا وفلانا: the members named of a delegation that somebody heads.
    pub(super) fn members_led(&self, at: usize) -> Vec<Party> {
        let found = self.members(at, true).map(|found| found.list).unwrap_or_default();
        found.into_iter().filter(|party| party.kind == PhraseKind::Person).collect()
    }

    fn accompanies(&self, at: usize) -> bool {
        accompanies(&self.knowledge.lexicon, &self.units[at])
    }

    /// The people whom a word at a unit says to come along with somebody named before.
    fn companions(&self, at: usize) -> Vec<Party> {
        let unit = &self.units[at];
        if self.is_headed_delegation(at) {
            return self.members_led(at);
        }
        if !self.accompanies(at) && !unit.is(Class::Company) {
            return Vec::new();
        }
        let next = self.skip_adverbials(at + 1);
        let joined = self.units.get(next).is_some_and(|unit| unit.clitics.has_conjunction());
        if joined || !self.bare_party(next) {
            return Vec::new();
        }
        let found = self.list(next).list;
        found.into_iter().filter(|party| party.kind == PhraseKind::Person).collect()
    }
}

impl Sentence<'_> {
    /// Those who come along make the journey, or are received, with whom they accompany.
    pub(super) fn with_companions(&self, out: &mut Vec<Relation>) {
        const SURE: f64 = 0.8;
        if self.reader.lang != Lang::Ar {
            return;
        }
        for at in 1..self.clause.units.len() {
            let people = self.clause.companions(at);
            if people.is_empty() {
                continue;
            }
            let word = self.tokens.tokens[self.clause.units[at].start].span.start;
            let here = || {
                out.iter().rev().filter(|told| {
                    told.sentence == self.number
                        && told.trigger.start < word
                        && matches!(told.predicate, Predicate::Visited | Predicate::Hosted)
                })
            };
            // وصل إلى القاهرة قادما من الدوحة يرافقه: rather to where he comes than from where.
            let aside = |told: &&Relation| told.rule.as_ref().is_some_and(|rule| rule.ends_with("-p"));
            // قام عباس يرافقه الأحمد بزيارة إلى القاهرة: the journey may be told behind, of whom is named right before.
            let ahead = || {
                out.iter().find(|told| {
                    told.sentence == self.number
                        && told.trigger.start > word
                        && told.predicate == Predicate::Visited
                        && told.subject_span.is_some_and(|span| span.end <= word)
                })
            };
            let led = here().find(|told| !aside(told)).or_else(|| here().next()).or_else(ahead);
            let Some(led) = led.cloned() else { continue };
            for party in people {
                let itself = [led.subject, led.object].contains(&party.referent);
                // ورافقه من المطار وزير الخارجية: who is at home there has come to meet him.
                // برفقة مدير البرنامج فلان: but of whom nothing else is known, he comes along.
                let stranger = self.clause.units[at].is(Class::Company) && matches!(party.referent, Referent::New(_));
                let home = led.predicate == Predicate::Visited
                    && !stranger
                    && self.stays_home(party.referent, led.object, true, Pos::Verb)
                    || led.predicate == Predicate::Hosted
                        && self.reader.country_of(party.referent) == self.reader.country_of(led.subject);
                if itself || home {
                    continue;
                }
                // استقبل فلان، ومعه فلان، السفير: who stands before the guest receives him, too.
                let receives = led.predicate == Predicate::Hosted
                    && led.object_span.is_some_and(|guest| guest.start > word)
                    && led.subject_span.is_some_and(|host| host.end <= word);
                let ends = match led.predicate {
                    Predicate::Hosted if receives => (party.referent, party.span, led.object, led.object_span),
                    Predicate::Hosted => (led.subject, led.subject_span, party.referent, party.span),
                    _ => (party.referent, party.span, led.object, led.object_span),
                };
                let (subject, subject_span, object, object_span) = ends;
                let confidence = led.confidence * SURE;
                out.push(Relation {
                    subject,
                    subject_span,
                    object,
                    object_span,
                    confidence,
                    rule: None,
                    ..led.clone()
                });
            }
        }
    }
}

/// ظريف والوفد المرافق له، والسفير فلان: takes out an entourage without a name where the list goes on behind it, with the comma between.
pub(super) fn without_entourage(units: &mut Vec<Unit>, escorts: impl Fn(&Unit) -> bool) {
    let pronoun = |unit: &Unit| unit.phrase().is_none() && unit.has(|class| matches!(class, Class::PrepPronoun(_)));
    let mut at = 1;
    while at + 2 < units.len() {
        let sent = &units[at];
        let comes = sent.delegation && sent.phrase().is_none() && sent.clitics.has_conjunction();
        let named = units[at - 1].phrase().is_some();
        let mut end = at + 2 + usize::from(pronoun(&units[at + 2]));
        end += usize::from(units.get(end).is_some_and(Unit::is_comma));
        let next = units.get(end).filter(|next| next.phrase().is_some() && next.clitics == Clitics::WA);
        if comes && named && escorts(&units[at + 1]) && next.is_some() {
            units.drain(at..end);
        } else {
            at += 1;
        }
    }
}
