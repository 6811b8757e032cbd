//! Who does it with whom or to whom: the pairs of a filled frame.

use super::clause::{Parties, Party};
use super::emit::Filled;
use super::read::Sentence;
use super::trace::Why;
use crate::document::Lang;
use crate::gazetteer::EntityId;
use crate::lexicon::{Pos, Predicate, Slot};
use crate::mention::Referent;

/// Who does something, and with whom or to whom.
type Pair = (Party, Party);

impl Sentence<'_> {
    /// Each subject with each object; of what is done together also those who sat at one table.
    pub(super) fn pairs_with(&self, filled: Filled<'_>, subject: &Parties, object: &Parties) -> Vec<Pair> {
        let Filled { at, trigger, predicate, .. } = filled;
        if is_one_of_two(predicate, subject, object) {
            self.note(Why::OneOfThem);
            return Vec::new();
        }
        let mut pairs: Vec<Pair> =
            subject.list.iter().flat_map(|&s| object.list.iter().map(move |&o| (s, o))).collect();
        // "was flanked by Finance Minister Le Maire": his own stand beside him at any time.
        if trigger.flags.apart && self.reader.lang == Lang::En {
            pairs.retain(|(a, b)| !self.are_of_one_country(a, b));
            if pairs.is_empty() {
                self.note(Why::OwnCountry);
            }
        }
        // اجتماع ثلاثي مع نظيريه: all sat at one table.
        if predicate.is_symmetric() && (self.is_round_table(at) || self.is_one_table(at)) {
            // محادثات ثلاثية مع نائبي وزير الخارجية الروسي: two of one country are one side of it.
            for (index, a) in object.list.iter().enumerate() {
                let others = object.list[index + 1..].iter().filter(|b| !self.are_of_one_country(a, b));
                pairs.extend(others.map(|&b| (*a, b)));
            }
        }
        pairs
    }

    /// Every two of those who do something together.
    pub(super) fn pairs_among(&self, filled: Filled<'_>, list: &[Party]) -> Vec<Pair> {
        let Filled { at, trigger, predicate, .. } = filled;
        let mut pairs: Vec<Pair> = Vec::new();
        for (index, &s) in list.iter().enumerate() {
            pairs.extend(list[index + 1..].iter().map(|&o| (s, o)));
        }
        if predicate == Predicate::Met && self.is_crowd(at, trigger, list) {
            self.note(Why::Crowd);
            pairs.clear();
        }
        self.keep_sides_apart(predicate, list, &mut pairs);
        self.keep_to_one_side(at, list, &mut pairs);
        // الزيارات المتبادلة بين مصر وقطر: each visited the other; so with letters.
        let barbs = predicate == Predicate::Criticised && self.reader.lang == Lang::En;
        if trigger.is_journey() || predicate == Predicate::WroteTo || barbs {
            let back: Vec<Pair> = pairs.iter().map(|&(s, o)| (o, s)).collect();
            pairs.extend(back);
        }
        if trigger.flags.apart {
            let person = |party: &Party| self.clause.is_human(party);
            pairs.retain(|(a, b)| {
                let (one, other) = (self.land(a), self.land(b));
                person(a) && person(b) && one.is_some() && other.is_some() && one != other
            });
        }
        pairs
    }

    /// Returns a pair with who began the call first, and whether the sentence told which of them that was.
    pub(super) fn caller_first(&self, initiator: &Parties, (s, o): Pair) -> (Pair, bool) {
        let leads = |party: &Party| initiator.list.iter().any(|own| self.is_side_of(own, party));
        let (led, follows) = (leads(&s), leads(&o));
        (if follows && !led { (o, s) } else { (s, o) }, led != follows)
    }

    /// Returns who made a journey: the subject, or the guest of whoever is at home there; `None` where nobody travelled. Of any other
    /// deed it is the subject.
    pub(super) fn traveller(&self, filled: Filled<'_>, s: Party, place: &Party) -> Option<Party> {
        let Filled { at, trigger, predicate, .. } = filled;
        if predicate != Predicate::Visited {
            return Some(s);
        }
        // التقى المالكي أردوغان في طريق عودته إلى العراق: who goes home is himself at home.
        let returns = trigger.flags.foreign || trigger.flags.status.is_some();
        // التقى هادي غريفيث خلال زيارته لعدن: so is he in any city of his country, where whoever he meets is of another.
        let owned = self.clause.units[at].owner().is_some() && self.land(&s) == self.land(place);
        let at_home_there = owned && self.land(&s).is_some() && self.reader.lang == Lang::Ar;
        let mut traveller = s;
        if (self.is_at_home(filled, &s, place) || at_home_there) && !(returns && self.reader.lang == Lang::Ar) {
            // استقبل شكري كيري في أول زيارة له لمصر: the guest, where the host is at home.
            let guest = self.clause.guest_of(at, &s).or_else(|| self.clause.other_before(at, &s));
            let comes = |guest: &Party| !self.is_at_home(filled, guest, place) && self.land(guest) != self.land(place);
            traveller = guest.filter(comes).unwrap_or(s);
        }
        (!self.is_at_home(filled, &traveller, place)).then_some(traveller)
    }

    /// Whether who is told to have travelled is at home in that place.
    fn is_at_home(&self, filled: Filled<'_>, traveller: &Party, place: &Party) -> bool {
        let trigger = filled.trigger;
        // قادما من عدن: whoever comes from a city of his country was at home there.
        let from = self.clause.knowledge.lexicon.preposition_id("من").map(Slot::Prep);
        let comes = trigger.pos == Pos::Participle && trigger.object.first().copied() == from && from.is_some();
        let land = || self.land(traveller);
        self.stays_home(traveller.referent, place.referent, trigger.flags.foreign, trigger.pos)
            || comes && land().is_some() && land() == self.land(place)
    }

    /// Whether both are of one country.
    fn are_of_one_country(&self, a: &Party, b: &Party) -> bool {
        let land = self.land(a);
        land.is_some() && land == self.land(b)
    }

    /// The country of a party.
    fn land(&self, party: &Party) -> Option<EntityId> {
        self.reader.country_of(party.referent)
    }
}

/// حض المبعوث الطرفين: whether of two whom somebody means one is he himself, so that others are meant.
fn is_one_of_two(predicate: Predicate, subject: &Parties, object: &Parties) -> bool {
    let is = |party: &Party, who: Referent| party.referent == who;
    !predicate.is_symmetric()
        && predicate != Predicate::Mediated
        && object.list.len() == 2
        && matches!(subject.list.as_slice(), [only] if object.list.iter().any(|o| is(o, only.referent)))
}
