//! What stands behind a title and belongs to it: adjectives, nationality, whose office it is, where it is held.

use super::name::Context;
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, State};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, HEH};
use crate::text::{Clitics, Gap};

impl Reader<'_> {
    /// انتخب فلان رئيسا لمصر: whether what is a dual by its letters is one man, since whose office it is stands behind with ل.
    fn is_accusative(&self, run: &TitleRun, at: usize) -> bool {
        let dual = run.number == Number::Dual && run.state == State::Construct && run.end == run.head + 1;
        let giver = |named: super::name::Named| {
            let gives =
                |key| matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::Country | EntityKind::Organisation);
            named.clitics == Clitics::LI && matches!(named.referent, Referent::Known(key) if gives(key))
        };
        dual && self.form(run.head).last() == Some(&ALEF) && self.name(at, Context::default()).is_some_and(giver)
    }

    /// Takes one more element into a run of titles; returns whether there was one.
    pub(super) fn extend_run(&mut self, run: &mut TitleRun) -> bool {
        let at = run.end;
        if at >= self.range.1 {
            return false;
        }
        let tight = self.joined(at);
        if self.lang == Lang::En {
            return self.extend_run_english(run, at, tight);
        }
        if !tight {
            let quoted =
                matches!(self.tokens.tokens[at].gap, Gap::Punct(b'"')) && run.office.is_some() && run.of.is_none();
            // رئيس شركة «النصر»: an institution with its name in quotation marks.
            if !quoted {
                return self.behind_quoted(run, at);
            }
            return run.number == Number::Singular
                && (self.quoted_agency(run, at)
                    || self.genitive(run, at)
                    || self.quoted_words(run, at)
                    || self.institution(run, at));
        }
        // رئيس الاتحاد العام للغرف التجارية: general is the body, and not its head.
        if run.number == Number::Singular && self.is_general(at) && self.definite_giver(run, at) {
            return true;
        }
        if self.of_camp(run, at) {
            return true;
        }
        // قادة المعارضة السورية are no leaders of the country.
        if run.number != Number::Singular && self.camp_at(at).is_some() {
            return false;
        }
        // الوزيرة الإسبانية المكلفة بالشؤون الخارجية: charged with what follows, and not for the time being.
        if self.is_charged_with(at) && self.charged(run, at) || self.at_minister(run, at) {
            return true;
        }
        if let Some((end, Clitics::NONE)) =
            self.class(at, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }))
            && self.title_at(at).is_none_or(|(e, ..)| e <= end)
            && self.name(at, Context::default()).is_none_or(|named| named.end <= end)
        {
            run.former |=
                self.classes(at, Kinds::ADJECTIVE).any(|(_, class)| class == Class::TitleAdjective { former: true });
            run.end = end;
            if run.number == Number::Singular {
                run.title_end = end;
            }
            return true;
        }
        if self.is_accusative(run, at) {
            run.number = Number::Singular;
        }
        if run.number != Number::Singular {
            return false;
        }
        if self.principal(run, at)
            || self.titled_principal(run, at)
            || self.joint(run, at)
            || self.quoted_body(run, at)
            || self.definite_giver(run, at)
        {
            return true;
        }
        if let Some((end, Clitics::NONE, skip, country, number)) = self.demonym(at)
            && !(run.of.is_some() && number == Number::Plural)
            && self
                .name(at, Context { title: true, person: true, ..Context::default() })
                .is_none_or(|named| named.end <= end)
            && !(run.of.is_some() && self.is_land_behind_demonym(at, end))
        {
            self.found_demonym(at, skip, end, country);
            run.of = run.of.or(Some(country));
            run.end = end;
            run.title_end = end;
            // رئيس إيراني: "an Iranian president" is nobody in particular.
            let form = self.tokens.form(&self.tokens.tokens[at]);
            run.indefinite |=
                run.state != State::Definite && !form.starts_with(&[crate::text::fold::ALEF, crate::text::fold::LAM]);
            return true;
        }
        // رئيس جامعة الملك سعود: whom a body is named after is no king whom its head serves.
        if self.scan.kinds(at - 1).has(Kinds::NAMED_AFTER) && self.body_in_title(run, at) {
            return true;
        }
        if let Some((end, Clitics::NONE, _, title)) = self.title_at(at) {
            let (office, gender, body, state) = (title.office, title.gender, title.body, title.state);
            match (run.office, office) {
                (Some(_), None) if self.is_anothers(at, end) => return false,
                // الرئيس الدكتور: an honorific behind a title.
                (Some(_), None) => {}
                // الفريق أول وزير الدفاع: the office behind an honorific.
                (None, Some(_)) => {
                    run.office = office;
                    run.of = run.of.or(body);
                    run.title_end = end;
                    if self.lang == Lang::Ar {
                        (run.head, run.state) = (at, state);
                    }
                }
                (None, None) => {}
                // مستشار الرئيس: the second title is the complement of the first.
                (Some(_), Some(_)) if run.state == State::Construct && run.of.is_none() => {
                    run.title_end = end;
                    run.under = office;
                }
                // سفير مصر لدى قطر السفير فلان: the title once more.
                (Some(own), Some(again))
                    if own == again
                        && self.knowledge.gazetteer.offices().is_posted(own)
                        && state == State::Definite
                        && run.of.is_some()
                        && self.joined(end)
                        && self.demonym(end).is_none() => {}
                (Some(_), Some(_)) => return false,
            }
            run.gender = run.gender.or(gender);
            run.end = end;
            self.inside_title(run, at, end);
            return true;
        }
        if self.profession(run, at) {
            return true;
        }
        if self.institution(run, at) || run.office.is_some() && run.of.is_none() && self.genitive(run, at) {
            return true;
        }
        self.section(run, at)
            || self.described_part(run, at)
            || self.for_peace(run, at)
            || self.constituency(run, at)
            || self.posting(run, at)
            || self.kind_of_body(run, at)
            || self.portfolio_behind(run, at)
            || self.portfolio_joined(run, at)
            || self.charged(run, at)
            || self.complement(run, at)
    }

    /// يزور الرئيس الفرنسي السعودية: whether behind the nationality of a title stands a country whose name is spelt like another.
    fn is_land_behind_demonym(&self, at: usize, end: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.demonym(before));
        let land = self.name(at, Context::default());
        before.is_some_and(|(stop, ..)| stop == at)
            && land.is_some_and(|named| named.end == end && self.names_country(named.referent))
    }

    /// استقبل الرئيس أخاه الملك, استقبل الرئيس ضيفه فلانا: an honorific with a pronoun on it begins somebody else than the title before.
    pub(super) fn is_anothers(&self, at: usize, end: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let form = self.tokens.form(token);
        let pronoun = form.ends_with(&[HEH]) && !token.teh_marbuta || form.ends_with(&[HEH, ALEF]);
        self.lang == Lang::Ar && end == at + 1 && form.len() > 3 && pronoun
    }

    /// وزير التخطيط والتعاون الدولي: definite words that belong to an open title.
    pub(super) fn complement(&mut self, run: &mut TitleRun, at: usize) -> bool {
        if run.state != State::Construct || run.of.is_some() || run.office.is_none() {
            return false;
        }
        let form = self.tokens.form(&self.tokens.tokens[at]);
        use crate::text::fold::{ALEF, LAM, WAW};
        let definite =
            form.starts_with(&[ALEF, LAM]) || (run.end > run.head + 1 && form.starts_with(&[WAW, ALEF, LAM]));
        if !definite || self.tokens.tokens[at].quote || run.end - run.start > 7 || form.len() < 4 {
            return false;
        }
        if self.is_verb(at) || self.name(at, Context { title: true, person: true, ..Context::default() }).is_some() {
            return false;
        }
        run.end = at + 1;
        run.title_end = at + 1;
        // رئيس البعثة heads the mission, not the state.
        self.heads_a_part(run, false);
        true
    }

    /// المبعوث الأمريكي للسلام فلان, المبعوث الخاص لعملية السلام فلان
    fn for_peace(&self, run: &mut TitleRun, at: usize) -> bool {
        let Some(end) = self.purpose_of_peace(at) else { return false };
        let envoy = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office));
        if envoy {
            run.end = end;
            run.title_end = end;
        }
        envoy
    }

    /// Returns where "for peace" or "for the peace process" ends that stands at a token.
    pub(super) fn purpose_of_peace(&self, at: usize) -> Option<usize> {
        // للسلام, لعملية and السلام in normal form.
        const FOR_PEACE: [u8; 6] = [0x96, 0x96, 0x8B, 0x96, 0x80, 0x97];
        const FOR_PROCESS: [u8; 6] = [0x96, 0x91, 0x97, 0x96, 0x9B, HEH];
        const PEACE: [u8; 6] = [ALEF, 0x96, 0x8B, 0x96, 0x80, 0x97];
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        match form(at) {
            word if word == FOR_PEACE => Some(at + 1),
            word if word == FOR_PROCESS && self.joined(at + 1) && form(at + 1) == PEACE => Some(at + 2),
            _ => None,
        }
    }

    /// الأمين العام للحزب فلان: the body that is only called by its kind, before the name.
    fn kind_of_body(&mut self, run: &mut TitleRun, at: usize) -> bool {
        use crate::text::fold::LAM;
        const MOST_WORDS: usize = 3;
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        if run.state != State::Definite
            || run.office.is_none()
            || run.of.is_some()
            || !form(at).starts_with(&[LAM, LAM])
        {
            return false;
        }
        let mut end = at + 1;
        while self.joined(end)
            && end < at + MOST_WORDS
            && form(end).starts_with(&[ALEF, LAM])
            && !self.is_name_like(end)
        {
            end += 1;
        }
        let person = Context { title: true, office: run.office, of: None, person: true };
        // للآثار د. فلان
        let followed = self.joined(end)
            && self.names_behind_honorific(end, person).unwrap_or_else(|| {
                self.title_at(end).is_none()
                    && (self.name(end, person).is_some_and(|named| named.clitics == Clitics::NONE)
                        || self.new_name(end, true).is_some())
            });
        if followed {
            run.end = end;
        }
        followed
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.may_be_verb(at) && self.class(at, Kinds::CLAUSE, |class| class == Class::Relative).is_none()
            || self.class(at, Kinds::CLAUSE, |class| matches!(class, Class::Relative | Class::Complement)).is_some()
    }

    /// "the spokesman for UN Secretary-General Guterres", "an adviser to Lebanese President Aoun": whether the office behind the name of a body or
    /// country is that of whom somebody serves, and the name behind it not his own.
    fn serves_holder_of(&self, run: &TitleRun, end: usize) -> bool {
        let serves = |office| {
            let name = self.knowledge.gazetteer.offices().name(office);
            ["spokes", "advis", "chief_of_staff", "special_envoy"].iter().any(|kind| name.starts_with(kind))
        };
        let office = || self.title_at(end).is_some_and(|(.., title)| title.office.is_some());
        run.office.is_some_and(serves) && self.joined(end) && office()
    }

    pub(super) fn extend_run_english(&mut self, run: &mut TitleRun, at: usize, tight: bool) -> bool {
        if !tight {
            return false;
        }
        if run.office.is_some() && run.of.is_some() && self.posting_english(run, at) {
            return true;
        }
        if self.part_english(run, at) {
            return true;
        }
        let word = self.tokens.form(&self.tokens.tokens[at]);
        // "his first trip as president to Cuba", "welcomed the prime minister to Egypt": who heads a state or ministry is sent nowhere.
        let goes = word == b"to"
            && run.office.is_some_and(|office| self.is_high_office(office) || self.is_office_of_state(office))
            && !run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office));
        if run.of.is_none() && matches!(word, b"of" | b"to" | b"for") && !goes {
            let mut next = at + 1;
            if next < self.range.1 && self.tokens.form(&self.tokens.tokens[next]) == b"the" {
                next += 1;
            }
            let place = self.name(next, Context::default()).map(|named| self.governed_place(next, named, run.office));
            if let Some(named) = place
                && let Referent::Known(key) = named.referent
                && self.knowledge.gazetteer.get(key).kind != EntityKind::Person
                // "thanked the president for Qatar's role", "its minister for Egypt's"
                && !(word == b"for" && self.joined(named.end) && self.form(named.end) == b"s")
                && !self.serves_holder_of(run, named.end)
            {
                self.push_name(next, &named);
                // "the special envoy for Syria": where he is sent, not who sends him.
                let sent = word != b"of"
                    && run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office));
                if !sent {
                    run.of = Some(self.office_giver(key));
                }
                run.end = named.end;
                run.title_end = named.end;
                return true;
            }
            return word == b"of" && run.office.is_some() && run.body.is_none() && self.unlisted_giver(run, next);
        }
        if let Some((end, _, _, title)) = self.title_at(at)
            && self.tokens.tokens[at].gap == Gap::Space
        {
            let office = title.office;
            if run.office.is_none() || office.is_none() {
                run.office = run.office.or(office);
                run.end = end;
                run.title_end = end;
                return true;
            }
        }
        false
    }
}
