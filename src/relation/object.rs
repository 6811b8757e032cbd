//! The object of a verb: behind it, as a suffix, or the ground that is taken.

use super::clause::{Parties, Party};
use super::other_side;
use super::read::Sentence;
use super::unit::{Kind, Unit};
use crate::document::Lang;
use crate::gazetteer::{Gender, Number};
use crate::lexicon::{Class, Family, Predicate, Pronoun, Sense, Shape, Slot, Trigger};
use crate::mention::{Phrase, PhraseKind};
use crate::text::Clitics;
use crate::text::fold::{ALEF, YEH};

/// A verb or noun whose object is looked for behind it.
struct Head<'a> {
    at: usize,
    /// Where the object begins.
    from: usize,
    predicate: Predicate,
    /// Tells more than a contact, so that whose a thing is may be its object.
    stance: bool,
    /// Whose deed a noun is.
    owner: Option<&'a Parties>,
    /// The owner, or the subject of the clause, where it is not carried over.
    subject: Option<&'a Parties>,
}

impl Head<'_> {
    /// Whether it praises, blames, rejects or supports.
    fn judges(&self) -> bool {
        matches!(
            self.predicate,
            Predicate::Praised | Predicate::Criticised | Predicate::Rejected | Predicate::Supported
        )
    }
}

impl Sentence<'_> {
    /// Who is the object of a verb or noun that tells a relation: by the pronoun on it, by what stands before it, or behind it.
    pub(super) fn object(&self, at: usize, trigger: &Trigger, shape: Shape, subject: Option<&Parties>) -> Parties {
        let predicate = trigger.predicate.unwrap_or(Predicate::CoOccurs);
        if let Shape::Verb { object: Some(pronoun), .. } = shape {
            return match self.is_thing(at, predicate) {
                true => self.thing_on_verb(at, predicate, shape),
                false => self.party_on_verb(at, predicate, shape, pronoun),
            };
        }
        if let Some(told) = self.told_elsewhere(at, trigger, predicate) {
            return told;
        }
        let Some(head) = self.governing_head(at, trigger, subject) else { return Parties::default() };
        // تحميل سوريا مسؤولية الأزمة من جانب فرنسا: nor a charge that has its own object.
        if predicate == Predicate::Criticised
            && !self.is_described_noun(at, head.from)
            && trigger.flags.needs != Some(Class::Burden)
            && let Some(agent) = self.clause.agent_of_deed(head.from, None)
        {
            return agent;
        }
        let found = self.right_behind_head(&head);
        if self.is_no_object(&head, trigger, &found) {
            return Parties::default();
        }
        let arabic = self.reader.lang == Lang::Ar;
        if !found.is_empty() || found.opaque && arabic {
            return found;
        }
        if arabic { self.whose_object(&head).unwrap_or(found) } else { self.object_of_relative(&head) }
    }

    /// انتقادات شديدة من جانب الحكومة: whether what stands right behind a noun is its adjective, and no deed that somebody else does.
    fn is_described_noun(&self, at: usize, next: usize) -> bool {
        let units = self.clause.units;
        units[at].kind == Kind::Noun
            && units[at].owner().is_none()
            && next == at + 1
            && units.get(next).is_some_and(|unit| unit.kind == Kind::Word)
    }

    /// فرفضته, التي سيطر عليها: whose the thing is that the pronoun on the verb means, or the ground.
    fn thing_on_verb(&self, at: usize, predicate: Predicate, shape: Shape) -> Parties {
        if predicate == Predicate::Seized {
            let doer = self.clause.subjects[at].as_ref().filter(|found| !found.carried).map_or(0, |found| found.end);
            return self.ground(at, doer.max(at + 1));
        }
        Some(self.maker_before(at, predicate, shape))
            .filter(|made| !made.is_empty())
            .or_else(|| self.proposer(at, predicate, shape))
            .unwrap_or_default()
    }

    /// Whom the pronoun on the verb means.
    fn party_on_verb(&self, at: usize, predicate: Predicate, shape: Shape, pronoun: Pronoun) -> Parties {
        let clause = self.clause;
        let subject = clause.subjects[at].clone().unwrap_or_default();
        // قال إنهما هدداه: which two the clause before means is open.
        if subject.carried && matches!(shape, Shape::Verb { number: Number::Dual, .. }) {
            return Parties::default();
        }
        let mut list = self.object_pronoun(at, pronoun, &subject);
        list.retain(|party| subject.list.iter().all(|own| own.referent != party.referent));
        if list.is_empty() {
            return self.maker_before(at, predicate, shape);
        }
        // كما هددها: whom the same subject has just accused.
        // التقى عباس كيري. وحثه: the other of the two who met.
        let known = [
            self.addressed_before(at, pronoun, &subject),
            clause.other_side(at, pronoun, &subject.list),
            self.power_before(at, pronoun, &subject),
        ];
        let sure = |known: &Party| list.iter().all(|party| party.referent == known.referent);
        let confidence = if known.iter().flatten().any(sure) { other_side::SURE } else { 0.75 };
        Parties { list, confidence, end: at + 1, ..Parties::default() }
    }

    /// The object of a journey, a call or an English helper, where it is not the bare noun phrase behind; nobody where what it helps
    /// is told for itself.
    fn told_elsewhere(&self, at: usize, trigger: &Trigger, predicate: Predicate) -> Option<Parties> {
        let clause = self.clause;
        // أوفدت تركيا وزيرها: who sends somebody is no place to go to.
        if trigger.is_journey()
            && self.reader.lang == Lang::Ar
            && trigger.subject != [Slot::Object]
            && let Some(place) = clause.place_first(at)
        {
            return Some(place);
        }
        if trigger.subject.contains(&Slot::Traveller) {
            return Some(clause.legs(at));
        }
        if predicate == Predicate::Called
            && let Some(found) = clause.called_to(at)
        {
            return Some(found);
        }
        let helps = self.reader.lang == Lang::En && trigger.flags.sense == Some(Sense::Lets);
        (helps && self.is_done(at + 1)).then(Parties::default)
    }

    /// "helped mediate the swap", "would help topple Assad": whether what one helps to be done stands there, which is told for itself.
    fn is_done(&self, at: usize) -> bool {
        let clause = self.clause;
        clause.units.get(at).is_some_and(|unit| {
            unit.kind == Kind::Verb && unit.may_be_base()
                || unit.kind == Kind::Word && !unit.determined && !clause.shapes[at].plural
        })
    }

    /// Where the object of a verb or noun begins; none where a pronoun stands there that is the subject of what follows.
    fn governing_head<'a>(&'a self, at: usize, trigger: &Trigger, subject: Option<&'a Parties>) -> Option<Head<'a>> {
        let clause = self.clause;
        let arabic = self.reader.lang == Lang::Ar;
        // رفضها المقترح الإسرائيلي: the object of a verbal noun stands behind whose deed it is.
        let owner = subject.filter(|_| clause.units[at].kind == Kind::Noun);
        let subject = owner.or(clause.subjects[at].as_ref()).filter(|subject| !subject.carried);
        let from = subject.map_or(at + 1, |s| s.end.max(at + 1));
        let from = if trigger.is_journey() { clause.past_adjective(from) } else { from };
        let from = from + usize::from(subject.is_some_and(|own| own.list.len() > 1) && clause.is_of_those_before(from));
        let from = if arabic { clause.past_relative(from).unwrap_or(from) } else { from };
        // زيارة كيري هي جولة استماع: a pronoun of its own is the subject of what follows.
        // إياه alone is an object.
        let accusative = || self.tokens.form(&self.tokens.tokens[clause.units[from].start]).starts_with(&[ALEF, YEH]);
        let apart = |phrase: &Phrase| phrase.kind == PhraseKind::Pronoun && !accusative();
        if arabic && clause.unit_phrase(from).is_some_and(apart) {
            return None;
        }
        let predicate = trigger.predicate.unwrap_or(Predicate::CoOccurs);
        let stance = predicate.family() != Family::Contact && predicate != Predicate::CoOccurs;
        let mut head = Head { at, from, predicate, stance, owner, subject };
        head.from = self.past_measures(&head);
        Some(head)
    }

    /// Where the object begins behind the comma that parts it from the subject, the weapon of an attack, and how many or how much it is.
    fn past_measures(&self, head: &Head<'_>) -> usize {
        let clause = self.clause;
        let from = head.from;
        let from = if head.stance { clause.past_parting_comma(clause.past_own_country(from)) } else { from };
        let armed = head.predicate == Predicate::Attacked && head.subject.is_some();
        let from = if armed { clause.past_weapon(from) } else { from };
        let from = match head.predicate {
            Predicate::Attacked | Predicate::Seized => self.past_quantity(from),
            _ => from,
        };
        clause.past_amount(from)
    }

    /// The object that stands where it is looked for first, with others of its list.
    fn right_behind_head(&self, head: &Head<'_>) -> Parties {
        let clause = self.clause;
        // قال بوروشينكو إن روسيا هاجمت بلاده
        let doer = head.subject.or(clause.subjects[head.at].as_ref());
        let mut found = self
            .own_country(head.from, head.predicate)
            .or_else(|| clause.own_land_object(head.at, head.from, doer))
            .unwrap_or_else(|| clause.object(head.from, head.stance));
        // استقبل فلان، رئيس المجلس، أمس في قصره، الوزير فلان: no place and nobody unnamed is whom he receives.
        let nobody = |party: &Party| matches!(party.kind, PhraseKind::Place);
        if matches!(head.predicate, Predicate::Hosted | Predicate::Met)
            && found.list.iter().all(nobody)
            && let Some(guest) = head.subject.and_then(|subject| clause.guest_apart(head.at, head.from, subject))
        {
            found = guest;
        }
        clause.go_on_in_headline(head.at, &mut found);
        clause.go_on_with_next_charge(head.at, &mut found);
        match head.predicate {
            Predicate::DemandedOf if self.reader.lang == Lang::Ar => clause.with_others_asked(head.from, found),
            _ => found,
        }
    }

    /// Whether who was found is not whom the verb or noun is about.
    fn is_no_object(&self, head: &Head<'_>, trigger: &Trigger, found: &Parties) -> bool {
        let (clause, from) = (self.clause, head.from);
        // "dismissed his finance minister": a man who loses his office, and whose word is not rejected.
        let sacked = trigger.flags.sense == Some(Sense::Sacks)
            && !found.is_empty()
            && (clause.bare_party(from) || clause.named_behind_owner(from).is_some())
            && found.list.iter().all(|party| clause.is_human(party));
        if sacked || self.reader.lang != Lang::Ar {
            return sacked;
        }
        // رفض لقاء نتنياهو: to refuse a meeting is not to reject what the other wants; قتل المصريين: who suffers is not blamed.
        let other = match head.predicate {
            Predicate::Rejected => clause.passes_contact(from, found.end) || clause.passes_blame(from, found.end),
            Predicate::Criticised => clause.suffers(from, found),
            _ => false,
        };
        // دعم عباس في أعقاب سيطرة حماس: whom a circumstance names suffers nothing of it.
        // دعم لبنان في مواجهة العدوان الإسرائيلي: nor whom a preposition on the way governs.
        let circumstance = |unit: &Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Circumstance | Class::Prep(_)))
        };
        other || head.owner.is_some() && clause.units[from.min(found.end)..found.end].iter().any(circumstance)
    }

    /// Where nobody stands bare behind an Arabic verb or noun: whose the thing is that it is about.
    fn whose_object(&self, head: &Head<'_>) -> Option<Parties> {
        let (clause, from) = (self.clause, head.from);
        if head.predicate == Predicate::Attacked && head.subject.is_some() {
            return Some(self.whose_attacked(from));
        }
        let forceful = matches!(head.predicate, Predicate::Seized | Predicate::Sanctioned | Predicate::Attacked);
        if head.stance && !forceful && head.subject.is_some() {
            let later = clause.past_circumstance(from);
            let later = if later > from { later } else { clause.past_descriptions(from) };
            let found = if later > from { clause.object(later, true) } else { Parties::default() };
            if !found.is_empty() {
                return Some(found);
            }
        }
        let backed = if head.predicate == Predicate::Supported { clause.backed_in(from, None) } else { None };
        backed.or_else(|| self.whose_judged(head))
    }

    /// هاجم معسكرا للجيش المصري, اغتال قياديا في حماس: whose the thing or the man is.
    fn whose_attacked(&self, from: usize) -> Parties {
        let clause = self.clause;
        let theirs = |party: &Party| matches!(party.kind, PhraseKind::Body | PhraseKind::Agent);
        Some(clause.killed_one(from))
            .filter(|found| !found.is_empty())
            .or_else(|| clause.owner_of_thing(from, 0).filter(|found| found.list.iter().all(theirs)))
            .unwrap_or_default()
    }

    /// أدان الهجوم الذي شنته روسيا, رفض مشروع قرار أعدته روسيا: who did or made what an Arabic stance is about; none where it is a deed of force and no
    /// word of blame.
    fn whose_judged(&self, head: &Head<'_>) -> Option<Parties> {
        let (clause, from, predicate) = (self.clause, head.from, head.predicate);
        // An attack by force, though one may attack by words.
        let force = || clause.tells(from.min(clause.units.len().saturating_sub(1)), |told| told == Predicate::Attacked);
        let judges =
            head.judges() && (predicate == Predicate::Criticised || !clause.passes_blame(from, from + 2) || force());
        if !judges {
            return None;
        }
        let favour = || match predicate {
            Predicate::Praised => clause.doer_of_favour(from, head.subject?),
            _ => None,
        };
        let ruler = || if predicate == Predicate::Criticised { clause.ruler_where(from) } else { None };
        let found = Some(clause.deed_in_clause(from))
            .filter(|made| !made.is_empty())
            .or_else(|| self.maker_of_draft(from))
            .or_else(ruler)
            .or_else(|| Some(clause.maker_of_conduct(head.at, from)).filter(|made| !made.is_empty()))
            .or_else(favour);
        Some(found.unwrap_or_default())
    }

    /// رفض المجلس، اليوم السبت، مشروع قرار أعدته روسيا: whose the draft is.
    fn maker_of_draft(&self, from: usize) -> Option<Parties> {
        let clause = self.clause;
        let thing = clause.skip_adverbials(from);
        let draft = clause.units.get(thing).is_some_and(|unit| unit.phrase().is_none() && unit.is(Class::Conduct));
        if draft { clause.draft_at(thing) } else { None }
    }

    /// Where nobody stands bare behind an English verb: who made what it judges, or whom its relative clause speaks of.
    fn object_of_relative(&self, head: &Head<'_>) -> Parties {
        let clause = self.clause;
        if head.judges() {
            if let Some(doer) = clause.relative_behind_deed(head.at) {
                return doer;
            }
            return Some(clause.maker_in_relative(head.from))
                .filter(|made| !made.is_empty())
                .or_else(|| Some(clause.relative_object(head.at)).filter(|found| !found.is_empty()))
                .unwrap_or_else(|| clause.owner_of_relative(head.at));
        }
        Some(clause.relative_object(head.at))
            .filter(|found| !found.is_empty() || head.predicate != Predicate::DemandedOf)
            .unwrap_or_else(|| clause.called_to_demand(head.at))
    }

    /// فيما استنكرته موسكو: whose the thing is that the suffix of a verb of stance means.
    fn maker_before(&self, at: usize, predicate: Predicate, shape: Shape) -> Parties {
        let Shape::Verb { object: Some(pronoun), .. } = shape else { return Parties::default() };
        let stance = matches!(
            predicate,
            Predicate::Rejected | Predicate::Supported | Predicate::Criticised | Predicate::Praised
        );
        if stance { self.clause.maker_before(at, pronoun.gender) } else { Parties::default() }
    }

    /// دعا مرسي إلى الحوار، وأيده حزب النور: "him" or "it" is who acts in the clause before, or what he proposes.
    fn proposer(&self, at: usize, predicate: Predicate, shape: Shape) -> Option<Parties> {
        let Shape::Verb { object: Some(pronoun), .. } = shape else { return None };
        let gender = pronoun.gender.filter(|_| pronoun.number == Number::Singular)?;
        let clause = self.clause;
        let backed = matches!(predicate, Predicate::Supported | Predicate::Rejected);
        let own = clause.subjects[at].as_ref().is_some_and(|found| !found.carried);
        // ما يرفضه الحزب, برنامج تدعمه أمريكا, ودعمه لسوريا: not of a thing in the clause, and of no noun that is spelt so.
        let unit = &clause.units[at];
        let joins = unit.clitics.has_conjunction() || at > 0 && clause.units[at - 1].is(Class::Circumstance);
        let whose = clause.units.get(at + 1).is_some_and(|next| {
            next.clitics.has(Clitics::LI) || clause.shapes[at + 1].preposition == Some(Clitics::LI)
        });
        let own = own && joins && !whose && unit.forms.iter().all(|form| matches!(form.shape, Shape::Verb { .. }));
        // اتفاق كشف عنه أردوغان وتدعمه واشنطن: nor of the thing that the clause before speaks of by a pronoun.
        let clause_of_thing =
            (0..at).rev().take_while(|&i| !clause.units[i].is_stop()).find(|&i| clause.units[i].kind == Kind::Verb);
        let own = own && !clause_of_thing.is_some_and(|verb| clause.is_about_bare_thing(verb));
        let found =
            (backed && own && clause.relative_before(at).is_none()).then(|| clause.other_actor(at, gender))??;
        Some(Parties { end: at + 1, carried: false, ..found })
    }

    /// التي سيطرت عليها, التي استعاد السيطرة عليها: the verb of a relative clause that says of the ground before it, by a preposition with a
    /// pronoun right behind a word of taking, that it was taken.
    pub(super) fn resumes_ground(&self, at: usize, trigger: &Trigger) -> Option<usize> {
        const NEAR: usize = 4;
        let units = self.clause.units;
        let resumed = self.reader.lang == Lang::Ar
            && trigger.predicate == Some(Predicate::Seized)
            && units.get(at + 1).is_some_and(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))));
        if !resumed {
            return None;
        }
        let verb = match units[at].kind {
            Kind::Verb => at,
            Kind::Noun => (at.saturating_sub(NEAR)..at)
                .rev()
                .take_while(|&before| !units[before].is_mark())
                .find(|&before| units[before].kind == Kind::Verb)?,
            _ => return None,
        };
        self.clause.relative_before(verb).map(|_| verb)
    }

    /// سيطر الجيش على حلب بعدما كانت تسيطر عليها داعش: the place named last before a word of taking that has it as a pronoun.
    pub(super) fn ground_before(&self, at: usize, trigger: &Trigger) -> Option<Parties> {
        let clause = self.clause;
        let pronoun =
            clause.units.get(at + 1).filter(|unit| unit.has(|class| matches!(class, Class::PrepPronoun(_))))?;
        let feminine = pronoun
            .pronoun
            .is_some_and(|pronoun| pronoun.gender == Some(Gender::Feminine) && pronoun.number == Number::Singular);
        let taken = self.reader.lang == Lang::Ar && trigger.predicate == Some(Predicate::Seized);
        // مناطق تسيطر عليها المعارضة: what stands bare before the verb is the ground.
        let own = match clause.units[at].kind {
            Kind::Verb => at.checked_sub(1).is_some_and(|before| {
                clause.unit_phrase(before).is_some() || clause.units[before].is(Class::Auxiliary)
            }),
            _ => clause.units[at].owner().is_some(),
        };
        if !taken || !feminine || !own || clause.relative_before(at).is_some() {
            return None;
        }
        let place = (0..at)
            .rev()
            .take_while(|&i| !clause.units[i].is_stop())
            .find(|&i| clause.unit_phrase(i).is_some_and(|phrase| phrase.kind == PhraseKind::Place))?;
        Some(Parties::new(clause.parties_of(place), 0.75, at + 2)).filter(|found| found.list.len() == 1)
    }

    /// الأراضي التي احتلتها في لبنان: where the ground is that a relative clause says was taken, told from a unit on.
    pub(super) fn ground(&self, at: usize, from: usize) -> Parties {
        let clause = self.clause;
        let land = clause
            .relative_before(at)
            .and_then(|relative| relative.checked_sub(1))
            .is_some_and(|noun| clause.units[noun].has(|class| matches!(class, Class::Land | Class::PlaceHead)));
        let inside = from < clause.units.len() && clause.is_in(from);
        let found = if land && inside { clause.governed(from, false) } else { None };
        found.map(|found| Parties { confidence: 0.8, ..found }).unwrap_or_default()
    }

    /// الأمر الذي ترفضه موسكو, فرفضته: what is refused, backed or taken is more often a thing than the party named last.
    pub(super) fn is_thing(&self, at: usize, predicate: Predicate) -> bool {
        let units = self.clause.units;
        if self.reader.lang != Lang::Ar || predicate.family() == Family::Contact {
            return false;
        }
        match self.clause.relative_before(at) {
            // حزب الله، الذي تدعمه إيران
            Some(relative) => {
                let apart = usize::from(relative > 1 && units[relative - 1].is_comma());
                relative.checked_sub(1 + apart).is_none_or(|noun| units[noun].phrase().is_none())
            }
            None => matches!(
                predicate,
                Predicate::Rejected | Predicate::Supported | Predicate::Attacked | Predicate::Seized
            ),
        }
    }

    /// في كل دولة يزورها, أول مسؤول يلتقيه: whether a verb without a relative describes an indefinite noun that nothing names.
    pub(super) fn is_any_of_kind(&self, at: usize) -> bool {
        let units = self.clause.units;
        let noun = at.checked_sub(1).filter(|&noun| {
            matches!(units[noun].kind, Kind::Word | Kind::Function)
                && units[noun].phrase().is_none()
                && !self.clause.shapes[noun].article
                && !self.clause.shapes[noun].suffix
        });
        let quantified = |unit: &Unit| {
            unit.phrase().is_none() && unit.has(|class| matches!(class, Class::Each | Class::First | Class::TimeHead))
        };
        self.reader.lang == Lang::Ar
            && units[at].clitics == Clitics::NONE
            && noun.is_some_and(|noun| noun > 0 && quantified(&units[noun - 1]))
    }
}
