//! Offices within a body: مدير إدارة الشرق الأوسط في صندوق النقد الدولي, مقرر لجنة الحريات بنقابة الأطباء.

use super::name::{Context, Named};
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, State};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, LAM, WAW};
use crate::text::{Clitics, Gap};

/// A section whose name is longer has run into the next phrase.
const MOST_WORDS: usize = 6;

impl Reader<'_> {
    /// إدارة الشرق الأوسط, قسم حقوق الإنسان: the section that somebody heads, behind an open title.
    pub(super) fn section(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let open = self.lang == Lang::Ar && run.state == State::Construct && run.of.is_none() && run.body.is_none();
        if !open || run.office.is_none() {
            return false;
        }
        let opens = self.class(at, Kinds::CLASS, |class| class == Class::Section);
        let Some((start, _)) = opens.filter(|&(_, clitics)| clitics == Clitics::NONE) else { return false };
        let (mark, mut end) = (self.mentions.len(), start);
        // اتهم رئيس القسم إيران: a noun with the article has no genitive.
        let definite = self.form(at).starts_with(&[ALEF, LAM]);
        while end < start + MOST_WORDS && self.joined(end) {
            if let Some((stop, Clitics::NONE, skip, country, _)) = self.demonym(end).filter(|_| end > start) {
                self.found_demonym(end, skip, stop, country);
                run.of = Some(country);
                end = stop;
                break;
            }
            if let Some(named) = self.place_of_section(end).filter(|_| end > start || !definite) {
                self.push_name(end, &named);
                end = named.end;
            } else if self.is_word_of_section(end, end > start) {
                end += 1;
            } else {
                break;
            }
        }
        if end == start {
            self.mentions.truncate(mark);
            return false;
        }
        run.end = end;
        run.title_end = end;
        self.heads_a_part(run, true);
        true
    }

    /// Says that an office is that of a part: رئيس القسم heads the section, not the state, and not the `body` of the section.
    pub(super) fn heads_a_part(&self, run: &mut TitleRun, body: bool) {
        let offices = self.knowledge.gazetteer.offices();
        let whole = |name| matches!(name, "president" | "leader") || body && name == "head";
        if run.office.is_some_and(|office| whole(offices.name(office))) {
            run.office = offices.id("section_head");
        }
    }

    /// رئيس اللجنة الاقتصادية بمجلس الشورى: which part it is, behind a title that is complete, before its body.
    pub(super) fn described_part(&self, run: &mut TitleRun, at: usize) -> bool {
        const MOST_ADJECTIVES: usize = 3;
        if self.lang != Lang::Ar || run.state != State::Definite || run.office.is_none() || run.of.is_some() {
            return false;
        }
        let mut end = at;
        while end < at + MOST_ADJECTIVES && self.joined(end) && self.is_word_of_section(end, end > at) {
            end += 1;
        }
        let body = |(_, named): (usize, Named)| {
            matches!(named.referent, Referent::Known(key)
                if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation)
        };
        let followed = end > at && self.joined(end) && self.post_at(end).is_some_and(body);
        if followed {
            run.end = end;
            run.title_end = end;
        }
        followed
    }

    pub(super) fn place_of_section(&self, at: usize) -> Option<Named> {
        let named = self.name(at, Context::default()).filter(|named| named.clitics == Clitics::NONE)?;
        let Referent::Known(key) = named.referent else { return None };
        let kind = self.knowledge.gazetteer.get(key).kind;
        matches!(kind, EntityKind::Country | EntityKind::Region).then_some(named)
    }

    pub(super) fn is_word_of_section(&self, at: usize, further: bool) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let definite = form.starts_with(&[ALEF, LAM]) || further && form.starts_with(&[WAW, ALEF, LAM]);
        let noun =
            !further && self.joined(at + 1) && self.tokens.form(&self.tokens.tokens[at + 1]).starts_with(&[ALEF, LAM]);
        (definite || noun)
            && form.len() > 2
            && !self.is_verb(at)
            && self.title_at(at).is_none()
            && self.name(at, Context { title: true, person: true, ..Context::default() }).is_none()
    }

    /// Takes in the body to which the part belongs that a title names, behind a preposition or with بـ or لـ: رئيس القسم
    /// في البنك الدولي.
    pub(super) fn parent_body(&mut self, run: &mut TitleRun) -> bool {
        let at = run.end;
        if self.lang != Lang::Ar || run.of.is_some() || run.office.is_none() || !self.joined(at) {
            return false;
        }
        // فلان القيادي بالحركة: a body named before, by its kind.
        if let Some((end, body)) = self.kind_at_post(at).filter(|_| run.body.is_none()) {
            self.belongs_to(run, body);
            run.end = end;
            run.title_end = end;
            return true;
        }
        let Some((start, named)) = self.post_at(at).or_else(|| self.new_body_at(at)) else { return false };
        // قال رئيس اللجنة لوكالة فلانة: whom he told it.
        let told = self.form(at).first() == Some(&LAM) && run.state == State::Construct;
        if let Referent::Known(key) = named.referent
            && told
            && matches!(self.knowledge.gazetteer.get(key).subkind, "media" | "news_agency")
        {
            return false;
        }
        if let Referent::Known(key) = named.referent
            && self.knowledge.gazetteer.get(key).kind != EntityKind::Organisation
            && !self.is_minister_of(run, key)
            && self.state_of_post(run, key).is_none()
        {
            return false;
        }
        self.push_name(start, &named);
        self.belongs_to(run, named.referent);
        run.end = named.end;
        run.title_end = named.end;
        true
    }

    /// وزير المالية في لبنان: whether a country is named whose minister somebody may be.
    fn is_minister_of(&self, run: &TitleRun, key: crate::gazetteer::EntityId) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        self.knowledge.gazetteer.get(key).kind == EntityKind::Country
            && run.office.is_some_and(|office| offices.is_ministerial(office))
            && (run.state == State::Definite || self.is_filled(run))
    }

    /// وكيل وزارة الصحة بالدقهلية, المحامي العام لنيابات الإسكندرية: the state of a place in which a lesser office of state is held.
    fn state_of_post(&self, run: &TitleRun, key: crate::gazetteer::EntityId) -> Option<crate::gazetteer::EntityId> {
        let offices = self.knowledge.gazetteer.offices();
        let place = self.knowledge.gazetteer.get(key);
        let within = matches!(place.kind, EntityKind::City | EntityKind::Region);
        let lesser = |office| {
            offices.kind(office).lesser
                && self.is_office_of_state(office)
                && offices.name(office) != "deputy_foreign_minister"
        };
        place.country.filter(|_| within && run.of.is_none() && run.office.is_some_and(lesser))
    }

    /// Says to whom an office belongs that is held there: to a body, or to a country whose minister it is.
    pub(super) fn belongs_to(&self, run: &mut TitleRun, giver: Referent) {
        let offices = self.knowledge.gazetteer.offices();
        let (Some(office), None) = (run.office, run.of) else { return };
        match giver {
            Referent::Known(key) => {
                let gives = match self.knowledge.gazetteer.get(key).kind {
                    EntityKind::Organisation => !offices.is_posted(office),
                    EntityKind::Country => offices.is_ministerial(office),
                    EntityKind::City | EntityKind::Region => {
                        run.of = self.state_of_post(run, key);
                        false
                    }
                    EntityKind::Person => false,
                };
                if gives {
                    run.of = Some(self.office_giver(key));
                    run.body = None;
                    self.heads_a_part(run, true);
                }
            }
            Referent::New(_) => run.body = Some(giver),
        }
    }

    /// في صندوق النقد الدولي, بمجلس الشيوخ, لحركة حماس: what is listed and named behind a preposition, and where its name begins.
    pub(super) fn post_at(&self, at: usize) -> Option<(usize, Named)> {
        let (place, led) = self.behind_preposition(at)?;
        let clitic =
            |clitics| if led { clitics == Clitics::NONE } else { matches!(clitics, Clitics::BI | Clitics::LI) };
        let named = self.name(place, Context::default()).filter(|named| clitic(named.clitics));
        let headed = || {
            let head = |class| class == Class::Body || matches!(class, Class::Generic(_));
            self.class(place, Kinds::BODY.with(Kinds::GENERIC), head).filter(|&(_, clitics)| clitic(clitics))?;
            let listed = self.name(place + 1, Context::default()).filter(|named| named.clitics == Clitics::NONE)?;
            (self.joined(place + 1) || self.quotes_body(place + 1)).then_some((place + 1, listed))
        };
        let (start, named) = named.map(|named| (place, named)).or_else(headed)?;
        let Referent::Known(key) = named.referent else { return None };
        (self.knowledge.gazetteer.get(key).kind != EntityKind::Person).then_some((start, named))
    }

    /// في الحركة, بالحزب: the body of that kind that the document has named last, and the end of the noun.
    pub(super) fn kind_at_post(&self, at: usize) -> Option<(usize, Referent)> {
        let (place, led) = self.behind_preposition(at)?;
        let body = self.body_of_kind(place, if led { Clitics::NONE } else { Clitics::BI })?;
        Some((place + 1, body))
    }

    /// بنقابة أطباء مصر, في حزب الإصلاح والتنمية: the same of a body that nobody listed.
    pub(super) fn new_body_at(&mut self, at: usize) -> Option<(usize, Named)> {
        if let Some(site) = self.institution_of_post(at) {
            return Some((site.start, self.named_institution(site)));
        }
        let (place, led) = self.behind_preposition(at)?;
        let body = self.arabic_body(place)?;
        let fits = if led { body.clitics == Clitics::NONE } else { matches!(body.clitics, Clitics::BI | Clitics::LI) };
        fits.then_some((place, body))
    }

    /// Returns where what is named behind a preposition of place begins, and whether the preposition is a word of its own.
    pub(super) fn behind_preposition(&self, at: usize) -> Option<(usize, bool)> {
        if at >= self.range.1 {
            return None;
        }
        let preposition = self
            .class(at, Kinds::PREPOSITION, |class| self.is_posting_preposition(class))
            .filter(|&(_, clitics)| clitics == Clitics::NONE);
        let place = preposition.map_or(at, |(end, _)| end);
        (place < self.range.1 && (place == at || self.joined(place) || self.quotes_body(place)))
            .then_some((place, place > at))
    }

    /// القيادي في «حماس»: whether a listed body begins at a token, in quotation marks.
    pub(super) fn quotes_body(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && at < self.range.1
            && self.tokens.tokens[at].gap == Gap::Punct(b'"')
            && self.opens_quotation(at)
            && self.name(at, Context::default()).is_some_and(|named| {
                matches!(named.referent, Referent::Known(key)
                    if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation)
            })
    }

    /// في «حماس» أسامة: whether a quotation closes right before a token.
    pub(super) fn closes_quotation(&self, at: usize) -> bool {
        self.lang == Lang::Ar
            && at < self.range.1
            && self.tokens.tokens[at].gap == Gap::Punct(b'"')
            && self.tokens.tokens[at].quote
            && !self.opens_quotation(at)
    }

    /// مدير «الموساد» الإسرائيلي, رئيس «الموساد» السابق, ممثل «حماس» في لبنان: what belongs to a title behind the body in quotation marks.
    pub(super) fn behind_quoted(&mut self, run: &mut TitleRun, at: usize) -> bool {
        if run.of.is_none() || run.number != Number::Singular || !self.closes_quotation(at) {
            return false;
        }
        if let Some((end, Clitics::NONE, skip, country, Number::Singular)) = self.demonym(at) {
            self.found_demonym(at, skip, end, country);
            (run.end, run.title_end) = (end, end);
            return true;
        }
        let adjective = self.class(at, Kinds::ADJECTIVE, |class| matches!(class, Class::TitleAdjective { .. }));
        if let Some((end, Clitics::NONE)) = adjective {
            run.former |=
                self.classes(at, Kinds::ADJECTIVE).any(|(_, class)| class == Class::TitleAdjective { former: true });
            (run.end, run.title_end) = (end, end);
            return true;
        }
        self.posting(run, at)
    }
}
