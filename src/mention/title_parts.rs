//! What stands behind a title and belongs to it: adjectives, nationality, whose office it is, where it is held.

use super::name::Context;
use super::phrase::Referent;
use super::reader::{Reader, is_side};
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, OfficeId, State};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, HEH};
use crate::text::{Clitics, Gap};

impl Reader<'_> {
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
            return quoted && run.number == Number::Singular && (self.genitive(run, at) || self.quoted_words(run, at));
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
        if let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(at)
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
                (Some(_), Some(_)) => return false,
            }
            run.gender = run.gender.or(gender);
            run.end = end;
            self.inside_title(run, at, end);
            return true;
        }
        if self.institution(run, at) || run.office.is_some() && run.of.is_none() && self.genitive(run, at) {
            return true;
        }
        self.section(run, at)
            || self.described_part(run, at)
            || self.for_peace(run, at)
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

    /// مبعوث أوباما, مستشار الرئيس عباس, المستشار الدبلوماسي لبوتين: the person whom somebody else serves.
    fn principal(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        if !run.office.is_some_and(|office| offices.kind(office).serves) {
            return false;
        }
        // مستشار الرئيس, as one title: the last of its words is one of its own.
        let inner = (run.head + 1..run.title_end).find_map(|start| {
            self.title_at(start)
                .filter(|(end, clitics, ..)| *end <= run.title_end && *clitics == Clitics::NONE)?
                .3
                .office
        });
        let under = run.under.or(inner);
        let context = Context { title: true, office: under, of: run.of, person: true };
        let Some(named) = self.name(at, context) else { return false };
        let Referent::Known(key) = named.referent else { return false };
        let serves = match (named.clitics, under) {
            (Clitics::LI, None) => true,
            (Clitics::NONE, None) => run.state == State::Construct && run.of.is_none() && !self.is_filled(run),
            (Clitics::NONE, Some(office)) => {
                offices.of_person(key).any(|term| term.office == office && self.date.is_none_or(|day| term.covers(day)))
            }
            _ => false,
        };
        if !serves {
            return false;
        }
        self.push_name(at, &named);
        run.of = run.of.or(self.knowledge.gazetteer.get(key).country);
        run.state = State::Definite;
        run.end = named.end;
        run.title_end = named.end;
        true
    }

    /// المبعوث الشخصي للرئيس الفرنسي فرانسوا هولاند: the principal behind a title of his own, whose name follows.
    fn titled_principal(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        if !run.office.is_some_and(|office| offices.kind(office).serves) {
            return false;
        }
        let Some((end, Clitics::LI, _, title)) = self.title_at(at) else { return false };
        let office = title.office;
        let demonym = self.demonym(end).filter(|&(_, clitics, ..)| self.joined(end) && clitics == Clitics::NONE);
        let start = demonym.map_or(end, |(end, ..)| end);
        let context = Context { title: true, office, of: run.of, person: true };
        let named = self.joined(start).then(|| self.name(start, context)).flatten();
        let Some(named) = named.filter(|named| named.clitics == Clitics::NONE) else { return false };
        let Referent::Known(key) = named.referent else { return false };
        let holds = office.is_some()
            && offices
                .of_person(key)
                .any(|term| Some(term.office) == office && self.date.is_none_or(|day| term.covers(day)));
        if !holds || !self.is_held_by(run, named.end) && !self.leads_on(named.end) {
            return false;
        }
        if let Some((after, _, skip, country, _)) = demonym {
            self.found_demonym(end, skip, after, country);
        }
        self.push_name(start, &named);
        run.of = run.of.or(self.knowledge.gazetteer.get(key).country);
        run.state = State::Definite;
        run.end = named.end;
        run.title_end = named.end;
        true
    }

    /// Returns whether a place to which somebody is sent stands at a token: إلى الشرق الأوسط, لسوريا.
    fn leads_on(&self, at: usize) -> bool {
        if !self.joined(at) {
            return false;
        }
        let preposition = self.class(at, Kinds::PREPOSITION, |class| self.is_posting_preposition(class));
        let place = preposition.map_or(at, |(end, _)| end);
        let named = self.joined(place).then(|| self.name(place, Context::default())).flatten();
        named.is_some_and(|named| preposition.is_some() || named.clitics == Clitics::LI)
    }

    /// مبعوث الأمم المتحدة والجامعة العربية الأخضر الإبراهيمي: the second body that sends an envoy.
    fn joint(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let envoy = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office) == "envoy");
        if !envoy || run.of.is_none() {
            return false;
        }
        let named = self.name(at, Context::default()).filter(|named| named.clitics == Clitics::WA);
        let Some(named) = named else { return false };
        let Referent::Known(key) = named.referent else { return false };
        if self.knowledge.gazetteer.get(key).kind != EntityKind::Organisation {
            return false;
        }
        let adjective = self.class(named.end, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }));
        let next = adjective.map_or(named.end, |(end, _)| end);
        if !self.is_held_by(run, next) && !self.leads_on(next) {
            return false;
        }
        self.push_name(at, &named);
        run.end = next;
        run.title_end = next;
        true
    }

    /// السفير الفرنسي بالقاهرة فلان, المبعوث الأممي إلى سوريا فلان: where the office is held, before the name.
    pub(super) fn posting(&mut self, run: &mut TitleRun, at: usize) -> bool {
        if run.office.is_none() {
            return false;
        }
        let preposition = self
            .class(at, Kinds::PREPOSITION, |class| self.is_posting_preposition(class))
            .filter(|&(_, clitics)| clitics == Clitics::NONE);
        let place = preposition.map_or(at, |(end, _)| end);
        if place > at && !self.joined(place) {
            return false;
        }
        // السفير الكندي لدى المملكة فلان: where the newspaper is at home.
        let home = self
            .class(place, Kinds::AGENT, |class| class == Class::Agent)
            .or_else(|| self.class(place, Kinds::CLASS, |class| class == Class::HomeLand))
            .filter(|&(_, clitics)| clitics == Clitics::NONE);
        if let Some((end, _)) = home.filter(|&(end, _)| place > at && self.is_held_by(run, end)) {
            run.end = run.end.max(end);
            return true;
        }
        // عميد الكلية بجامعة المنصورة الدكتور فلان: a body that nobody lists, too.
        let Some((start, named)) = self.post_at(at).or_else(|| self.new_body_at(at)) else { return false };
        let next = named.end;
        let mark = self.mentions.len();
        self.push_name(start, &named);
        // السفير لدى الأمم المتحدة في نيويورك فلان: a place within a place.
        if self.is_held_by(run, next) || self.joined(next) && self.posting(run, next) {
            run.end = run.end.max(next);
            self.belongs_to(run, named.referent);
            return true;
        }
        self.mentions.truncate(mark);
        false
    }

    /// استقبل الرئيس أخاه الملك, استقبل الرئيس ضيفه فلانا: an honorific with a pronoun on it begins somebody else than the title before.
    pub(super) fn is_anothers(&self, at: usize, end: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let form = self.tokens.form(token);
        let pronoun = form.ends_with(&[HEH]) && !token.teh_marbuta || form.ends_with(&[HEH, ALEF]);
        self.lang == Lang::Ar && end == at + 1 && form.len() > 3 && pronoun
    }

    /// Returns whether a token is an English preposition before the place where an office is held.
    fn leads_to_post(&self, at: usize) -> bool {
        self.lang == Lang::En && matches!(self.tokens.form(&self.tokens.tokens[at]), b"to" | b"in" | b"for")
    }

    /// Returns whether a title ends in such a preposition and a place follows: "ambassador to Egypt" names nobody.
    pub(super) fn is_followed_by_post(&self, run: &TitleRun) -> bool {
        self.leads_to_post(run.end - 1) && self.post_behind(run).is_some()
    }

    /// السفير الأمريكي في القاهرة, "the UN envoy to Libya": where an office is held that nobody is named for.
    fn post_behind(&self, run: &TitleRun) -> Option<crate::gazetteer::EntityId> {
        let at = run.end;
        if !self.joined(at) {
            return None;
        }
        let preposition = self
            .class(at, Kinds::PREPOSITION, |class| self.is_posting_preposition(class))
            .filter(|&(_, clitics)| clitics == Clitics::NONE);
        // "ambassador to" is a title of its own.
        let inside = self.leads_to_post(at - 1);
        let place = if self.leads_to_post(at) { at + 1 } else { preposition.map_or(at, |(end, _)| end) };
        if place > at && !self.joined(place) {
            return None;
        }
        let named = self.name(place, Context::default())?;
        let Referent::Known(key) = named.referent else { return None };
        let entity = self.knowledge.gazetteer.get(key);
        let clitic = named.clitics == Clitics::BI || named.clitics == Clitics::LI;
        let there = if place == at { clitic || inside } else { named.clitics == Clitics::NONE };
        match entity.kind {
            EntityKind::Person => None,
            EntityKind::City => entity.country.filter(|_| there),
            _ => Some(key).filter(|_| there),
        }
    }

    /// Returns the ambassador or envoy who served at the place behind the title; an envoy, where none is told, in the only
    /// country of the document that has one.
    pub(super) fn posted_holder(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        let (of, day) = (run.of?, self.date?);
        if !offices.is_posted(office) {
            return None;
        }
        if let Some(post) = self.post_behind(run) {
            return offices.posted(office, of, day, |there| there == post).next().map(Referent::Known);
        }
        if self.office_of.contains_key(&office) || offices.name(office) != "envoy" {
            return None;
        }
        let mut holders = offices.posted(office, of, day, |there| there != of && self.countries.contains(&there));
        let first = holders.next()?;
        holders.all(|other| other == first).then_some(Referent::Known(first))
    }

    /// Returns whether a person may hold an office at the place behind the title: no other post of theirs is known.
    pub(super) fn may_serve_there(&self, person: Referent, office: OfficeId, run: &TitleRun) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let Referent::Known(key) = person else { return true };
        if !offices.is_posted(office) {
            return true;
        }
        let Some(post) = self.post_behind(run) else { return true };
        let mut terms = offices.of_person(key).filter(|term| term.office == office).peekable();
        terms.peek().is_none() || terms.any(|term| term.post.is_none_or(|there| there == post))
    }

    /// Returns whether the holder of a posted title stands at a token: at once, or between commas.
    fn is_held_by(&self, run: &TitleRun, at: usize) -> bool {
        let person = Context { title: true, office: run.office, of: run.of, person: true };
        let known = |at: usize| {
            self.name(at, person).filter(|named| named.clitics == Clitics::NONE && self.may_serve(named.referent, run))
        };
        // كبير المفاوضين الإيرانيين في جنيف خافيير سولانا: somebody of another country.
        let other = self.name(at, person).is_some_and(|named| !self.may_serve(named.referent, run));
        if self.joined(at) && other {
            return false;
        }
        if self.joined(at) {
            // سفير مالطا لدى المملكة الدكتور فلان: honorifics stand before the name.
            let mut at = at;
            while let Some((end, Clitics::NONE, _, title)) = self.title_at(at)
                && title.office.is_none()
                && self.joined(end)
            {
                at = end;
            }
            return known(at).is_some()
                || (self.scan.word(at).is_some_and(|word| {
                    let dictionary = &self.knowledge.dictionary;
                    dictionary.is_given_name(word) || self.lang == Lang::Ar && dictionary.is_name_word(word)
                }) || self.is_strange(at))
                    && self.new_name(at, true).is_some();
        }
        if at >= self.range.1 || self.tokens.tokens[at].gap != Gap::Punct(b',') {
            return false;
        }
        let mut start = at;
        while let Some((end, Clitics::NONE, _, title)) = self.title_at(start)
            && title.office.is_none()
            && self.joined(end)
        {
            start = end;
        }
        known(start).map_or_else(
            || self.is_enclosed(start),
            |named| self.is_person(named.referent) && (named.end >= self.range.1 || !self.joined(named.end)),
        )
    }

    /// Returns whether the country that a title names may be whom a person serves.
    fn may_serve(&self, person: Referent, run: &TitleRun) -> bool {
        let gazetteer = &self.knowledge.gazetteer;
        let Referent::Known(key) = person else { return true };
        let of = run.of.filter(|&of| gazetteer.get(of).kind == EntityKind::Country);
        of.is_none() || gazetteer.get(key).country.is_none_or(|own| Some(own) == of) || self.holds(key, run.office)
    }

    pub(super) fn is_posting_preposition(&self, class: Class) -> bool {
        matches!(class, Class::Prep(id) if self.knowledge.lexicon.is_posting_preposition(id))
    }

    /// رئيس مصر, الأمين العام للأمم المتحدة: the country or body whose office it is.
    pub(super) fn genitive(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let at = at + usize::from(self.regime_of(run, at));
        let Some(named) = self.name(at, Context::default()) else { return self.genitive_body(run, at) };
        let Referent::Known(key) = named.referent else { return self.introduced_giver(run, at, &named) };
        let kind = self.knowledge.gazetteer.get(key).kind;
        let bare = named.clitics == Clitics::NONE;
        // رئيس جامعة أسيوط: the last word of the title and the place are the body's name.
        let place = matches!(kind, EntityKind::City | EntityKind::Region | EntityKind::Country);
        if place && bare && self.body_in_title(run, at) {
            return true;
        }
        // الأمين العام للأمم المتحدة; but الرئيس لألمانيا goes there.
        let behind_li = named.clitics == Clitics::LI && (run.state != State::Definite || run.end > run.head + 1);
        if kind == EntityKind::Person
            || !(bare || behind_li)
            || behind_li && kind != EntityKind::Organisation && !self.is_sent(run) && self.follows_person(run.start)
            || (bare && run.state == State::Definite && kind == EntityKind::City)
        {
            return false;
        }
        self.push_name(at, &named);
        // محافظ أسوان governs the city, not the country.
        let local = run.office.is_some_and(|office| self.is_local(office));
        run.of = Some(if local { key } else { self.office_giver(key) });
        run.end = self.over_plight(named.end);
        run.title_end = run.end;
        true
    }

    /// وكيل نقابة الصحفيين, where the text has spoken of the union before: a body that nobody lists, by its full name.
    fn introduced_giver(&mut self, run: &mut TitleRun, at: usize, named: &super::name::Named) -> bool {
        let Referent::New(place) = named.referent else { return false };
        let body = self.people[place as usize].kind == EntityKind::Organisation;
        let wanted = match run.state {
            State::Construct => Clitics::NONE,
            State::Definite if run.end > run.head + 1 => Clitics::LI,
            _ => return false,
        };
        if self.lang != Lang::Ar || !body || run.office.is_none() || named.clitics != wanted {
            return false;
        }
        self.take_body(run, at, named);
        self.heads_no_state(run);
        true
    }

    /// رئيس جامعة أسيوط, as one listed title and a place: the last word of the title opens the name of a body.
    fn body_in_title(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let inside = at > run.head + 1 && self.title_at(run.head).is_some_and(|(end, ..)| end == at);
        if self.lang != Lang::Ar || !inside || run.office.is_none() || run.state != State::Construct {
            return false;
        }
        if let Some(body) = self.arabic_body(at - 1).filter(|body| body.end > at && body.clitics == Clitics::NONE) {
            self.take_body(run, at - 1, &body);
        } else if let Some(site) = self.institution_at(at - 1).filter(|site| site.clitics == Clitics::NONE) {
            self.take_institution(run, site);
        } else {
            return false;
        }
        self.heads_no_state(run);
        true
    }

    /// وزير خارجية نظام إيران, وزير دفاع حكومة إسرائيل: whether "the government of" stands before a country.
    fn regime_of(&self, run: &TitleRun, at: usize) -> bool {
        use crate::text::fold::LAM;
        // نظام and حكومة in normal form.
        const REGIMES: [&[u8]; 2] = [&[0x98, 0x90, 0x80, 0x97], &[0x85, 0x95, 0x9A, 0x97, 0x99]];
        let office =
            run.office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office).ends_with("_minister"));
        let regime = || office && REGIMES.contains(&self.tokens.form(&self.tokens.tokens[at]));
        // وزير خارجية مملكة هولندا, رئيس جمهورية كوريا: what kind of country it is.
        // وزير الخارجية بجمهورية غامبيا: the state of the title is then any.
        let kind = |wanted: Clitics| {
            self.class(at, Kinds::GENERIC, |class| matches!(class, Class::Generic(_)))
                .is_some_and(|(end, clitics)| end == at + 1 && clitics == wanted)
        };
        // هاجم رئيس حزب الحياة دولة قطر: what ends in a definite noun is complete.
        let bare = !self.tokens.form(&self.tokens.tokens[at - 1]).starts_with(&[ALEF, LAM]);
        // سفير جمهورية ألمانيا الاتحادية: the whole is the country's name.
        let whole = || self.name(at, Context::default()).is_some_and(|named| named.end > at + 1);
        self.lang == Lang::Ar
            && run.office.is_some()
            && (run.state == State::Construct && (regime() || kind(Clitics::NONE) && bare) || kind(Clitics::BI))
            && !whole()
            && self.joined(at + 1)
            && self.name(at + 1, Context::default()).is_some_and(|named| {
                let country = |key| self.knowledge.gazetteer.get(key).kind == EntityKind::Country;
                named.clitics == Clitics::NONE && matches!(named.referent, Referent::Known(key) if country(key))
            })
    }

    /// فلان المندوب الدائم لتركيا: the title of who is sent, in more than a word, asks for whom he represents.
    fn is_sent(&self, run: &TitleRun) -> bool {
        run.end > run.head + 1
            && run.of.is_none()
            && run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office))
    }

    /// زيارة قنديل رئيس الوزراء للعراق: behind a name, "to Iraq" belongs to what the person does.
    fn follows_person(&self, at: usize) -> bool {
        at > self.range.0
            && self.joined(at)
            && self.mentions.iter().rev().take(3).any(|found| {
                let person = match found.referent {
                    Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Person,
                    Referent::New(_) => true,
                };
                person && found.span.end == self.tokens.tokens[at - 1].span.end
            })
    }

    pub(super) fn is_local(&self, office: OfficeId) -> bool {
        matches!(self.knowledge.gazetteer.offices().name(office), "governor" | "mayor" | "security_director")
    }

    /// رئيس الهيئة الوطنية لمكافحة الفساد: the last word of a title that is complete opens the name of a body.
    fn definite_giver(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let complete = run.state == State::Definite && run.title_end == at && at > run.head + 1;
        if !complete || run.office.is_none() || run.of.is_some() || run.body.is_some() {
            return false;
        }
        if !self.opens_definite(at - 1) {
            return self.described_giver(run, at);
        }
        let body = self.arabic_body(at - 1).filter(|body| body.end > at && body.clitics == Clitics::NONE);
        if let Some(body) = body {
            self.take_body(run, at - 1, &body);
            return true;
        }
        self.described_giver(run, at)
    }

    /// رئيس النادي الرياضي: the same of a body that only an office names.
    fn described_giver(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let site = self.institution_at(at - 1).filter(|site| site.end > at && site.clitics == Clitics::NONE);
        site.is_some_and(|site| {
            self.take_institution(run, site);
            true
        })
    }

    /// المدير العام لوزارة الطاقة والثروة المعدنية العراقية: the country of a ministry whose name is long.
    fn country_of_ministry(&mut self, run: &mut TitleRun, at: usize) -> bool {
        const MOST_WORDS: usize = 7;
        // لوزارة in normal form.
        const OF_MINISTRY: [u8; 6] = [0x96, 0x9A, 0x8A, ALEF, 0x89, HEH];
        use crate::text::fold::{LAM, WAW};
        if self.tokens.form(&self.tokens.tokens[at]) != OF_MINISTRY {
            return false;
        }
        let definite = |form: &[u8]| form.starts_with(&[ALEF, LAM]) || form.starts_with(&[WAW, ALEF, LAM]);
        let mut end = at + 1;
        while end < at + MOST_WORDS && self.joined(end) && definite(self.tokens.form(&self.tokens.tokens[end])) {
            if let Some((stop, Clitics::NONE, skip, country, _)) = self.demonym(end) {
                self.found_demonym(end, skip, stop, country);
                run.of = Some(country);
                run.end = stop;
                run.title_end = stop;
                return true;
            }
            end += 1;
        }
        false
    }

    /// Takes the body whose name begins at `start` into a title, as that which gives the office.
    fn take_body(&mut self, run: &mut TitleRun, start: usize, body: &super::name::Named) {
        let span = self.span(start, body.skip, body.end);
        self.found_body(start, span, body);
        self.demonyms_within(start + 1, body.end);
        match body.referent {
            Referent::Known(key) => run.of = Some(self.office_giver(key)),
            Referent::New(_) => run.body = Some(body.referent),
        }
        run.end = body.end;
        run.title_end = body.end;
    }

    /// المتحدث باسم المعارضة السورية: a side within a country, whose office it is.
    fn of_camp(&mut self, run: &mut TitleRun, at: usize) -> bool {
        if run.office.is_none() || run.of.is_some() || run.body.is_some() || run.number != Number::Singular {
            return false;
        }
        let Some(camp) = self.camp(at).filter(|camp| matches!(camp.clitics, Clitics::NONE | Clitics::LI)) else {
            return false;
        };
        self.take_body(run, at, &camp);
        true
    }

    /// رئيس لجنة التشريع العام: a body that nobody listed.
    fn genitive_body(&mut self, run: &mut TitleRun, at: usize) -> bool {
        // الأمين العام لحزب العمل, المدير العام لوزارة النقل: with لـ behind a title that is complete.
        let behind_li = run.state == State::Definite && run.end > run.head + 1;
        if self.lang != Lang::Ar || run.office.is_none() || run.state != State::Construct && !behind_li {
            return false;
        }
        if behind_li {
            let body = self.arabic_body(at).filter(|body| body.clitics == Clitics::LI);
            if body.is_none() && self.country_of_ministry(run, at) {
                return true;
            }
            return body.is_some_and(|body| {
                self.take_body(run, at, &body);
                true
            });
        }
        if let Some((start, listed)) = self.body_behind_noun(at)
            && let Referent::Known(key) = listed.referent
        {
            let span = self.span(start, 0, listed.end);
            self.found(span, listed.referent, listed.kind);
            self.count(listed.referent);
            self.inner_demonyms(at, &listed);
            run.of = Some(key);
            run.end = listed.end;
            run.title_end = listed.end;
            return true;
        }
        // رئيس حزب, رئيس لجنة as one listed title: its last word opens the name.
        let inside = at > run.head + 1 && self.title_at(run.head).is_some_and(|(end, ..)| end == at);
        let whole = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office) != "section_head");
        let inside = inside && (self.is_strong_opener(at - 1) || whole);
        let body = self.arabic_body(at).map(|body| (at, body));
        let body = body.or_else(|| inside.then(|| self.arabic_body(at - 1).map(|body| (at - 1, body))).flatten());
        let Some((start, body)) = body.filter(|(_, body)| body.clitics == Clitics::NONE) else { return false };
        self.take_body(run, start, &body);
        // رئيس مجلس الإدارة heads the board, not the state.
        let offices = self.knowledge.gazetteer.offices();
        if run.office.is_some_and(|office| matches!(offices.name(office), "president" | "leader")) {
            run.office = offices.id("head");
        }
        true
    }

    /// رئيس المكتب السياسي لحركة «حماس», الأمين العام لـ«حزب الله» اللبناني: a listed body in quotation marks, behind what kind of
    /// body it is.
    fn quoted_body(&mut self, run: &mut TitleRun, at: usize) -> bool {
        use crate::text::fold::LAM;
        let next = at + 1;
        if self.lang != Lang::Ar || run.office.is_none() || run.of.is_some() || next >= self.range.1 {
            return false;
        }
        let kind = self.class(at, Kinds::BODY, |class| class == Class::Body).is_some_and(|(end, clitics)| {
            end == next && (clitics == Clitics::LI || clitics == Clitics::NONE && run.state == State::Construct)
        });
        let opens = kind || self.tokens.form(&self.tokens.tokens[at]) == [LAM];
        let quoted = self.tokens.tokens[next].quote || self.tokens.tokens[next].gap == Gap::Punct(b'"');
        if !opens || !quoted {
            return false;
        }
        let Some(named) = self.name(next, Context::default()).filter(|named| named.clitics == Clitics::NONE) else {
            return false;
        };
        let Referent::Known(key) = named.referent else { return false };
        if self.knowledge.gazetteer.get(key).kind != EntityKind::Organisation {
            return false;
        }
        self.push_name(next, &named);
        run.of = Some(key);
        run.end = named.end;
        let behind = named.end < self.range.1 && self.tokens.tokens[named.end].gap != Gap::Punct(b',');
        if let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(named.end).filter(|_| behind) {
            self.found_demonym(named.end, skip, end, country);
            run.end = end;
        }
        run.title_end = run.end;
        true
    }

    /// رئيس «تكتل التغيير» فلان, رئيس كتلة «المستقبل» النيابية فلان: a body nobody lists, in quotation marks, whose head is named
    /// behind them.
    fn quoted_words(&mut self, run: &mut TitleRun, at: usize) -> bool {
        const MOST_WORDS: usize = 6;
        let quote = |at: usize| self.tokens.tokens.get(at).is_some_and(|token| at < self.range.1 && token.quote);
        let offices = self.knowledge.gazetteer.offices();
        // مبعوث «الخبر» فلان: whom a newspaper sends.
        let sent = run.office.is_some_and(|office| offices.is_posted(office));
        if run.state != State::Construct || sent || !self.opens_quotation(at) {
            return false;
        }
        let mut end = at + 1;
        while end < at + MOST_WORDS && self.joined(end) && !quote(end) {
            end += 1;
        }
        if !quote(end) || self.tokens.tokens[end].gap != Gap::Punct(b'"') {
            return false;
        }
        let person = Context { title: true, office: run.office, of: None, person: true };
        let someone = |at: usize| {
            self.title_at(at).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE)
                || self.name(at, person).is_some_and(|named| named.clitics == Clitics::NONE && self.is_someone(&named))
                || self.new_name(at, true).is_some()
        };
        // كتلة «المستقبل» النيابية: its adjective.
        let adjective = self.starts_definite(end)
            && self.joined(end + 1)
            && self.title_at(end).is_none()
            && self.name(end, person).is_none();
        let close = end;
        let end = end + usize::from(adjective);
        if !someone(end) {
            return false;
        }
        // رئيس حكومة «الوحدة الوطنية» فلان: the office is the state's.
        if !run.office.is_some_and(|office| self.is_office_of_state(office)) {
            let referent = match self.listed_within(at, close, is_side) {
                Some(key) => Referent::Known(key),
                None => self.introduce_body_behind(at, 0, close),
            };
            let body = super::name::Named::new(close, Clitics::NONE, 0, referent, crate::mention::MentionType::Name);
            self.take_body(run, at, &body);
        }
        run.end = end;
        run.title_end = end;
        let offices = self.knowledge.gazetteer.offices();
        if run.office.is_some_and(|office| matches!(offices.name(office), "president" | "leader")) {
            run.office = offices.id("head");
        }
        true
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

    /// المبعوث الأمريكي للسلام فلان
    fn for_peace(&self, run: &mut TitleRun, at: usize) -> bool {
        // للسلام in normal form.
        const FOR_PEACE: [u8; 6] = [0x96, 0x96, 0x8B, 0x96, 0x80, 0x97];
        let envoy = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office));
        let found = envoy && self.tokens.form(&self.tokens.tokens[at]) == FOR_PEACE;
        if found {
            run.end = at + 1;
            run.title_end = at + 1;
        }
        found
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
        let followed = self.joined(end)
            && self.title_at(end).is_none()
            && (self.name(end, person).is_some_and(|named| named.clitics == Clitics::NONE)
                || self.new_name(end, true).is_some());
        if followed {
            run.end = end;
        }
        followed
    }

    /// الوزير الفرنسي للشؤون الخارجية والتنمية الدولية فلان: what a minister is minister of, behind his country and before
    /// his name.
    fn portfolio_behind(&mut self, run: &mut TitleRun, at: usize) -> bool {
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
        let minister =
            run.office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office).ends_with("minister"));
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
        let honorific =
            self.title_at(end).filter(|(_, clitics, _, title)| *clitics == Clitics::NONE && title.office.is_none());
        let named = match honorific {
            Some((behind, ..)) if behind == end + 1 => {
                self.joined(behind) && (self.name(behind, person).is_some() || self.new_name(behind, true).is_some())
            }
            Some(_) => false,
            None => self.new_name(end, true).is_some(),
        };
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

    /// في اليمن فلان: whether where an office is held, and then who holds it, stands at a token.
    fn is_posted_holder(&self, at: usize, run: &TitleRun) -> bool {
        self.post_at(at).is_some_and(|(_, named)| self.is_held_by(run, named.end))
    }

    /// الوزير المنتدب المكلف بالتجارة الخارجية فلان: what a minister of the Maghreb is charged with.
    fn charged(&self, run: &mut TitleRun, at: usize) -> bool {
        const MOST_WORDS: usize = 6;
        // المنتدب, المكلف and the same of a woman, in normal form.
        const CHARGED: [&[u8]; 4] = [
            &[ALEF, 0x96, 0x97, 0x98, 0x82, 0x87, 0x81],
            &[ALEF, 0x96, 0x97, 0x98, 0x82, 0x87, 0x81, HEH],
            &[ALEF, 0x96, 0x97, 0x95, 0x96, 0x93],
            &[ALEF, 0x96, 0x97, 0x95, 0x96, 0x93, HEH],
        ];
        use crate::text::fold::{BEH, LAM, WAW};
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let minister = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_ministerial(office));
        if !minister || run.state != State::Definite || !CHARGED.contains(&form(at)) {
            return false;
        }
        let mut end = at + 1;
        // المنتدب المكلف
        end += usize::from(self.joined(end) && CHARGED.contains(&form(end)));
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
    fn portfolio_joined(&mut self, run: &mut TitleRun, at: usize) -> bool {
        use crate::text::fold::{ALEF, LAM, WAW};
        const MOST_WORDS: usize = 6;
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        let joins = form(at).starts_with(&[WAW, ALEF, LAM]);
        let minister =
            run.office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office).ends_with("minister"));
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

    fn is_someone(&self, named: &super::name::Named) -> bool {
        match named.referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Person,
            Referent::New(_) => true,
        }
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.may_be_verb(at) && self.class(at, Kinds::CLAUSE, |class| class == Class::Relative).is_none()
            || self.class(at, Kinds::CLAUSE, |class| matches!(class, Class::Relative | Class::Complement)).is_some()
    }

    /// "US ambassador to Israel Dan Shapiro": where the office is held, before the name.
    fn posting_english(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let place = at + usize::from(self.leads_to_post(at));
        if place == at && !self.leads_to_post(at - 1) || !self.joined(place) {
            return false;
        }
        let Some(named) = self.name(place, Context::default()) else { return false };
        let Referent::Known(key) = named.referent else { return false };
        if self.knowledge.gazetteer.get(key).kind == EntityKind::Person || !self.is_held_by(run, named.end) {
            return false;
        }
        self.push_name(place, &named);
        run.end = named.end;
        true
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
        if run.of.is_none() && matches!(word, b"of" | b"to" | b"for") {
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
            {
                self.push_name(next, &named);
                run.of = Some(self.office_giver(key));
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
