//! Whose office a title is: the country, listed body, side or new body that stands in the genitive or in quotation marks behind it.

use super::name::Context;
use super::phrase::Referent;
use super::reader::{Reader, is_side};
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, OfficeId, State};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, HEH, LAM};
use crate::text::{Clitics, Gap};

impl Reader<'_> {
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
            || (bare && self.is_article_alone(run) && kind != EntityKind::Organisation)
            || (bare && kind == EntityKind::Country && self.is_whole_behind_verb(run))
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

    /// طالب الوزير إسرائيل: whether the title is one word with the article, behind which no country stands in the genitive.
    fn is_article_alone(&self, run: &TitleRun) -> bool {
        let form = &self.form(run.head)[if run.head == run.start { run.skip as usize } else { 0 }..];
        self.lang == Lang::Ar && run.end == run.head + 1 && matches!(form, [ALEF, LAM, ..])
    }

    /// اتهم رئيس الوزراء إسرائيل: whether a title of several words that the article makes complete stands right behind a verb, whose object
    /// the country then is.
    fn is_whole_behind_verb(&self, run: &TitleRun) -> bool {
        let last = self.form(run.end - 1);
        let verb = run.start.checked_sub(1).filter(|_| self.lang == Lang::Ar && run.state == State::Definite);
        run.end > run.head + 1
            && matches!(last, [ALEF, LAM, ..])
            && verb.is_some_and(|before| self.joined(run.start) && self.scan.kinds(before).has(Kinds::VERB))
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
    pub(super) fn body_in_title(&mut self, run: &mut TitleRun, at: usize) -> bool {
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
        matches!(
            self.knowledge.gazetteer.offices().name(office),
            "governor" | "deputy_governor" | "mayor" | "security_director" | "police_chief" | "local_director"
        )
    }

    /// رئيس الهيئة الوطنية لمكافحة الفساد: the last word of a title that is complete opens the name of a body.
    pub(super) fn definite_giver(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let complete = run.state == State::Definite && run.title_end == at && at > run.head + 1;
        if !complete || run.office.is_none() || run.of.is_some() || run.body.is_some() {
            return false;
        }
        // رئيس المجلس الأعلى للآثار: the noun may have its adjective in the title.
        let described = at > run.head + 2 && self.opens_definite(at - 2) && self.starts_definite(at - 1);
        let start = match () {
            () if self.opens_definite(at - 1) => at - 1,
            () if described => at - 2,
            () => return self.described_giver(run, at),
        };
        let body = self.arabic_body(start).filter(|body| body.end > at && body.clitics == Clitics::NONE);
        if let Some(body) = body {
            self.take_body(run, start, &body);
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
    pub(super) fn of_camp(&mut self, run: &mut TitleRun, at: usize) -> bool {
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
    pub(super) fn quoted_body(&mut self, run: &mut TitleRun, at: usize) -> bool {
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
            // الأمين العام لحزب «الكتائب»: the noun is a part of the listed name, whatever stands between.
            let whole = self.name(at, Context::default()).filter(|named| named.end > next && self.is_body(named));
            if let Some(whole) = whole {
                self.take_body(run, at, &whole);
                return true;
            }
            // منسق عام تحالف «ضد الفساد»
            return kind && run.state == State::Construct && self.quoted_words(run, next);
        };
        let Referent::Known(key) = named.referent else { return false };
        let body = self.knowledge.gazetteer.get(key);
        // قال رئيس شركة النور لـ«الشروق»: whom he told it, and not whose office it is.
        let media = !kind && matches!(body.subkind, "media" | "news_agency");
        let speaks = |office| self.knowledge.gazetteer.offices().name(office) == "spokesperson";
        let whole = run.body.is_some() || run.state == State::Construct || run.office.is_some_and(speaks);
        if body.kind != EntityKind::Organisation || media && whole {
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

    /// Whether a name is that of a listed organisation.
    fn is_body(&self, named: &super::name::Named) -> bool {
        let body = |key| self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation;
        matches!(named.referent, Referent::Known(key) if body(key))
    }

    /// رئيس «الشاباك» فلان: a house of the state in quotation marks, whose head is not that of the state.
    pub(super) fn quoted_agency(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let heads = run.office.is_some_and(|office| offices.name(office) == "president");
        let agency = |named: &super::name::Named| matches!(named.referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).subkind == "government");
        if self.lang != Lang::Ar || !heads || run.state != State::Construct {
            return false;
        }
        let named = self.name(at, Context::default());
        let Some(named) = named.filter(|named| named.clitics == Clitics::NONE && agency(named)) else { return false };
        self.push_name(at, &named);
        run.of = match named.referent {
            Referent::Known(key) => Some(key),
            Referent::New(_) => None,
        };
        run.end = named.end;
        run.title_end = named.end;
        self.heads_no_state(run);
        true
    }

    /// رئيس «تكتل التغيير» فلان, رئيس كتلة «المستقبل» النيابية فلان: a body nobody lists, in quotation marks, whose head is named
    /// behind them.
    pub(super) fn quoted_words(&mut self, run: &mut TitleRun, at: usize) -> bool {
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
        // فلان، رئيس حزب «غد الثورة»، : behind the noun of a body it is surely one.
        let party = self.class(at - 1, Kinds::BODY, |class| class == Class::Body).is_some();
        let closes = |gap: Gap| gap == Gap::Punct(b'"') || party && matches!(gap, Gap::Punct(_));
        if !quote(end) || !closes(self.tokens.tokens[end].gap) {
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
        let end = match close + usize::from(adjective) {
            end if someone(end) => end,
            _ if party => close,
            _ => return false,
        };
        // رئيس حكومة «الوحدة الوطنية» فلان: the office is the state's.
        if !run.office.is_some_and(|office| self.is_office_of_state(office)) {
            // حزب «النور»: listed under its name with the noun.
            let headed = || {
                let dictionary = &self.knowledge.dictionary;
                let head = dictionary.start(self.scan.word(at - 1)?)?;
                self.behind_head(at, head, Clitics::NONE).filter(|named| named.end == close)
            };
            let listed = self.listed_within(at, close, is_side).map(Referent::Known);
            let listed = listed.or_else(|| headed().map(|named| named.referent));
            let referent = listed.unwrap_or_else(|| self.introduce_body_behind(at, 0, close));
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
}
