//! What a minister is minister of, where it stands behind his country or goes on behind the listed title.

use super::name::Context;
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::gazetteer::{EntityKind, State};
use crate::lexicon::{Class, WordList};
use crate::text::fold::ALEF;
use crate::text::{Clitics, Gap};

impl Reader<'_> {
    /// الوزير الفرنسي للشؤون الخارجية والتنمية الدولية فلان: what a minister is minister of, behind his country and before
    /// his name.
    pub(super) fn portfolio_behind(&mut self, run: &mut TitleRun, at: usize) -> bool {
        use crate::text::fold::{ALEF, LAM, WAW};
        const MOST_WORDS: usize = 7;
        // لشؤون and لشئون, and behind للـ what is left of them, in normal form.
        const FOR_AFFAIRS: [&[u8]; 4] = [
            &[LAM, 0x8C, 0x9A, 0x9A, 0x98],
            &[LAM, 0x8C, 0x9B, 0x9A, 0x98],
            &[0x8C, 0x9A, 0x9A, 0x98],
            &[0x8C, 0x9B, 0x9A, 0x98],
        ];
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let affairs = FOR_AFFAIRS.contains(&form(at).strip_prefix(&[LAM, LAM]).unwrap_or(form(at)));
        let minister = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_ministerial(office));
        let opens = affairs || minister && run.state == State::Definite && form(at).starts_with(&[LAM, LAM]);
        // مساعد رئيس الجمهورية للشؤون السياسية: of the state that the document is about.
        let of_state = affairs && run.office.is_some_and(|office| self.is_office_of_state(office));
        if run.office.is_none() || run.of.is_none() && !of_state || !opens {
            return false;
        }
        let definite = |form: &[u8]| form.starts_with(&[ALEF, LAM]) || form.starts_with(&[WAW, ALEF, LAM]);
        let person = Context { title: true, office: run.office, of: None, person: true };
        let mark = self.mentions.len();
        let mut end = at + 1;
        while end < at + MOST_WORDS && self.joined(end) {
            if self.name(end, person).is_some_and(|named| named.clitics == Clitics::NONE && self.is_someone(&named)) {
                run.end = end;
                return true;
            }
            // لشؤون أميركا اللاتينية: the affairs of a part of the world.
            let place = self.place_of_section(end);
            if place.is_none() && !definite(form(end)) {
                break;
            }
            end = match place {
                Some(named) => {
                    self.push_name(end, &named);
                    named.end
                }
                None => end + 1,
            };
        }
        // The affairs may be those of a part of the world: لشؤون الشرق الأوسط فلان.
        // للشؤون السياسية د. فلان
        let named = self.names_behind_honorific(end, person).unwrap_or_else(|| self.new_name(end, true).is_some());
        // للشؤون القانونية، فلان: between commas.
        let behind_comma = || {
            end < self.range.1
                && self.tokens.tokens[end].gap == Gap::Punct(b',')
                && (self.names_holder(end, run) || self.is_enclosed(end))
        };
        let followed = end > at && (self.joined(end) && (named || self.is_posted_holder(end, run)) || behind_comma());
        if followed {
            run.end = end;
        } else {
            self.mentions.truncate(mark);
        }
        followed
    }

    /// د. فلان: whether a name follows the honorific of one word that stands at a token, if one does.
    pub(super) fn names_behind_honorific(&self, at: usize, person: Context) -> Option<bool> {
        let (behind, ..) =
            self.title_at(at).filter(|(_, clitics, _, title)| *clitics == Clitics::NONE && title.office.is_none())?;
        Some(
            behind == at + 1
                && self.joined(behind)
                && (self.name(behind, person).is_some() || self.new_name(behind, true).is_some()),
        )
    }

    /// المنتدب, المكلف: whether a word at a token says that a minister is one for a time or for something.
    fn is_charged(&self, at: usize) -> bool {
        self.knowledge.lexicon.lists(WordList::Charged, self.tokens.form(&self.tokens.tokens[at]))
    }

    /// المكلف بالتجارة: whether a word at a token says with what a minister is charged that stands behind it.
    pub(super) fn is_charged_with(&self, at: usize) -> bool {
        use crate::text::fold::BEH;
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        self.is_charged(at) && self.joined(at + 1) && form(at + 1).first() == Some(&BEH)
    }

    /// كاتب الدولة الفرنسي لدى الوزير الأول فلان: beside which minister a minister of state serves, before his name.
    pub(super) fn at_minister(&self, run: &mut TitleRun, at: usize) -> bool {
        // لدى in normal form.
        const AT: &[u8] = &[0x96, 0x87, 0x9B];
        let offices = self.knowledge.gazetteer.offices();
        let minister = run.office.is_some_and(|office| offices.is_ministerial(office)) && run.of.is_some();
        if !minister || self.tokens.form(&self.tokens.tokens[at]) != AT || !self.joined(at + 1) {
            return false;
        }
        let Some((end, Clitics::NONE, _, title)) = self.title_at(at + 1) else { return false };
        let named = |office| offices.name(office).ends_with("minister");
        let beside = title.office.is_some_and(named) && title.state == State::Definite;
        if beside {
            run.end = end;
            run.title_end = end;
        }
        beside
    }

    /// الوزير المنتدب المكلف بالتجارة الخارجية فلان: what a minister of the Maghreb is charged with.
    pub(super) fn charged(&self, run: &mut TitleRun, at: usize) -> bool {
        const MOST_WORDS: usize = 6;
        use crate::text::fold::{BEH, LAM, WAW};
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let minister = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_ministerial(office));
        if !minister || run.state != State::Definite || !self.is_charged(at) {
            return false;
        }
        let mut end = at + 1;
        // المنتدب المكلف
        end += usize::from(self.joined(end) && self.is_charged(end));
        let first = |form: &[u8]| form.starts_with(&[BEH, ALEF, LAM]) || form.starts_with(&[BEH]) && form.len() > 4;
        let further = |form: &[u8]| {
            [&[ALEF, LAM][..], &[WAW, ALEF, LAM], &[WAW, BEH, ALEF, LAM]]
                .iter()
                .any(|article| form.starts_with(article))
        };
        if self.joined(end) && first(form(end)) && !self.is_function(end) {
            end += 1;
            while end < at + MOST_WORDS
                && self.joined(end)
                && further(form(end))
                && self.demonym(end).is_none()
                && self.title_at(end).is_none()
                && !self.is_name_like(end)
            {
                end += 1;
            }
        }
        run.end = end;
        run.title_end = end;
        true
    }

    /// وزير الدفاع والمحاربين القدامى المالي، العقيد فلان: what else a minister is minister of, where his name follows.
    pub(super) fn portfolio_joined(&mut self, run: &mut TitleRun, at: usize) -> bool {
        use crate::text::fold::{ALEF, LAM, WAW};
        const MOST_WORDS: usize = 6;
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let joins = form(at).starts_with(&[WAW, ALEF, LAM]);
        let minister = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_ministerial(office));
        let own_field = minister && run.of.is_none() && run.state == State::Definite;
        if !joins || !(own_field || self.is_behind_ministry(at)) {
            return false;
        }
        let definite = |at: usize| form(at).starts_with(&[ALEF, LAM]) || form(at).starts_with(&[WAW, ALEF, LAM]);
        let own = |at: usize| {
            self.title_at(at).is_some()
                || self.demonym(at).is_some()
                || self
                    .class(at, Kinds::AGENT.with(Kinds::BOTH), |class| matches!(class, Class::Agent | Class::Both(_)))
                    .is_some()
                || self.name(at, Context::default()).is_some()
        };
        let mut end = at;
        while end < self.range.1 && end < at + MOST_WORDS && self.joined(end) && definite(end) && !own(end) {
            end += 1;
        }
        // فلان، وزير الاقتصاد والتخطيط الإثيوبي: behind its holder the country is enough.
        let behind = || {
            self.is_behind_person(run.start)
                && self.joined(end)
                && self.demonym(end).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE)
        };
        let followed = end > at && (self.names_holder(end, run) || behind());
        if followed {
            run.end = end;
            run.title_end = end;
        }
        followed
    }

    /// المدير العام لوزارة النقل والتجارة الأردنية فلان: whether the name of a listed ministry ends right before a token.
    fn is_behind_ministry(&self, at: usize) -> bool {
        self.mentions.iter().rev().take(2).any(|found| {
            let ministry =
                matches!(found.referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).subkind == "ministry");
            ministry && found.span.end == self.tokens.tokens[at - 1].span.end
        })
    }

    /// Returns whether a person is named right before a token, behind a comma or not.
    fn is_behind_person(&self, at: usize) -> bool {
        at > self.range.0
            && self
                .mentions
                .iter()
                .rev()
                .take(2)
                .any(|found| found.span.end == self.tokens.tokens[at - 1].span.end && self.is_person(found.referent))
    }

    /// المالي العقيد فلان, بجمهورية مالي، السيد فلان: whether whose minister it is, or nothing, and then a name stands at a token.
    fn names_holder(&self, at: usize, run: &TitleRun) -> bool {
        let mut next = at;
        if let Some((end, Clitics::NONE, ..)) = self.demonym(next).filter(|_| self.joined(next)) {
            next = end;
        } else if next < self.range.1
            && self.joined(next)
            && let Some((end, Clitics::BI)) =
                self.class(next, Kinds::GENERIC, |class| matches!(class, Class::Generic(_)))
            && let Some(named) = self.name(end, Context::default())
        {
            next = named.end;
        }
        if next >= self.range.1 {
            return false;
        }
        let comma = self.tokens.tokens[next].gap == Gap::Punct(b',');
        if !comma && !self.joined(next) {
            return false;
        }
        let mut honorific = false;
        while let Some((end, Clitics::NONE, ..)) = self.title_at(next).filter(|(.., title)| title.office.is_none()) {
            honorific = true;
            next = end;
        }
        let person = Context { title: true, office: run.office, of: None, person: true };
        let known =
            self.name(next, person).is_some_and(|named| named.clitics == Clitics::NONE && self.is_someone(&named));
        known || (honorific || !comma) && self.new_name(next, true).is_some()
    }

    pub(super) fn is_someone(&self, named: &super::name::Named) -> bool {
        match named.referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Person,
            Referent::New(_) => true,
        }
    }
}
