//! A title with a name behind it, at once, behind a comma or behind another title.

use smallvec::smallvec;

use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::{Phrase, PhraseKind, Referent};
use super::reader::Reader;
use super::title::TitleRun;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Gender, Number, OfficeId, State};
use crate::text::fold::{ALEF, LAM};
use crate::text::{Clitics, Gap, Span};

/// The offices that their holder alone has in a country.
pub(super) const HIGHEST: [&str; 5] = ["president", "prime_minister", "speaker", "king", "emir"];

/// Offices of religion, which no other holder of an office has besides his own.
const SPIRITUAL: [&str; 4] = ["grand_imam", "mufti", "patriarch", "pope"];

impl Reader<'_> {
    /// Returns whether a name is that of a person of another country than the one whose office a title is.
    fn is_foreign_to(&self, run: &TitleRun, named: &Named) -> bool {
        run.of.is_some_and(|of| self.is_foreigner(run.office, of, named.referent))
    }

    /// Returns whether a listed person is of another country than the one of an office, which he never held.
    fn is_foreigner(&self, office: Option<OfficeId>, of: EntityId, person: Referent) -> bool {
        let Referent::Known(key) = person else { return false };
        let gazetteer = &self.knowledge.gazetteer;
        let home = gazetteer.get(key).country;
        self.lang == Lang::Ar
            && gazetteer.get(of).kind == EntityKind::Country
            && gazetteer.get(key).kind == EntityKind::Person
            && home.is_some_and(|home| home != of)
            && gazetteer.offices().of_person(key).all(|term| Some(term.office) != office || term.of != Some(of))
    }

    /// هنأ وزيرا خارجية مصر والسعودية محمود عباس: whether a name behind the title of a country's office is that of a foreigner, where the
    /// office has a listed holder, or he an office of his own, on the day of the document.
    pub(super) fn is_stranger(&self, office: Option<OfficeId>, of: EntityId, person: Referent) -> bool {
        let (Some(held), Some(day), Referent::Known(key)) = (office, self.date, person) else { return false };
        self.is_foreigner(office, of, person)
            && (self.knowledge.gazetteer.holder(held, of, day).is_some() || self.office_on_day(key).is_some())
    }

    /// "After talks with the Turkish president, Macron said": whether behind the comma of an office that somebody else is listed as holding
    /// that day the name of a foreigner stands who never held it.
    fn is_another_holder(&self, run: &TitleRun, named: &Named) -> bool {
        let (Some(office), Some(of), Some(day), Referent::Known(key)) = (run.office, run.of, self.date, named.referent)
        else {
            return false;
        };
        let gazetteer = &self.knowledge.gazetteer;
        let abroad = gazetteer.get(key).country.is_some_and(|home| home != of);
        !run.former
            && !run.indefinite
            && abroad
            && gazetteer.get(of).kind == EntityKind::Country
            && gazetteer.get(key).kind == EntityKind::Person
            && gazetteer.holder(office, of, day).is_some()
            && gazetteer.offices().of_person(key).all(|term| term.office != office || term.of != Some(of))
    }

    /// "I met the Turkish president," Macron said: whether a quotation ends between a title and what stands behind its comma.
    fn is_parted_by_quotation(&self, at: usize) -> bool {
        self.tokens.tokens.get(at).is_some_and(|token| token.quote && token.gap == Gap::Punct(b','))
    }

    /// استقبل ملك الأردن محمود عباس: whether the name behind a title is no longer part of it, since its bearer is of another country
    /// and the title has a listed holder, or he an office of his own, on the day of the document.
    fn names_somebody_else(&self, run: &TitleRun, named: &Named) -> bool {
        let (Some(office), Some(of), Some(day)) = (run.office, run.of, self.date) else { return false };
        let Referent::Known(key) = named.referent else { return false };
        let gazetteer = &self.knowledge.gazetteer;
        let holder = || gazetteer.holder(office, of, day);
        let busy = || self.office_on_day(key).is_some();
        // المتحدث باسم وزارة الدفاع محمد العسكري: a spokesman, and of which ministry the document does not say.
        let high = |office| HIGHEST.contains(&gazetteer.offices().name(office));
        let same = || gazetteer.offices().kind(office).lesser && self.office_on_day(key) == Some(office);
        // المسؤول الجيبوتي وزير الخارجية المصري سامح شكري: the title names his country.
        let end = self.tokens.tokens[run.title_end - 1].span.end;
        let inside = |span: Span| span.start < end && self.tokens.tokens[run.start].span.start <= span.start;
        let home = gazetteer.get(key).country.map(Referent::Known);
        let at_home = || {
            let latest = self
                .mentions
                .iter()
                .rev()
                .take_while(|found| found.span.end > self.tokens.tokens[run.start].span.start);
            latest.into_iter().any(|found| inside(found.span) && Some(found.referent) == home)
        };
        if run.former || same() {
            return false;
        }
        if gazetteer.get(of).kind == EntityKind::Country {
            // استقبل الرئيس المصري سامح شكري: a minister at home, who never was at the head.
            let minister = || high(office) && !gazetteer.offices().of_person(key).any(|term| high(term.office));
            return if self.is_foreign_to(run, named) {
                self.is_stranger(run.office, of, named.referent) && !at_home()
            } else {
                self.lang == Lang::Ar
                    && gazetteer.get(key).kind == EntityKind::Person
                    && gazetteer.get(key).country == Some(of)
                    && busy()
                    && minister()
                    && holder().is_some()
            };
        }
        // رئيس مجلس النواب عقيلة صالح: parliaments have one name in many countries.
        let presides = || gazetteer.offices().of_person(key).any(|term| term.office == office && term.covers(day));
        if gazetteer.get(of).subkind == "parliament" && presides() {
            return false;
        }
        // زار الأمين العام للأمم المتحدة محمود عباس: nor is he of the body, whose land is not his, and which has another in the office.
        let home = gazetteer.get(key).country;
        let abroad = match gazetteer.get(of).country {
            Some(seat) => home.is_some_and(|home| home != seat),
            None => gazetteer.offices().name(office) == "secretary_general",
        };
        self.lang == Lang::Ar
            && abroad
            && gazetteer.get(key).kind == EntityKind::Person
            && gazetteer.offices().of_person(key).all(|term| term.of != Some(of))
            && holder().is_some()
    }

    /// استقبل وزير الخارجية الرواندي الرئيس التركي: whether behind a verb and a title stands the title of another country's office.
    pub(super) fn is_before_another_title(&mut self, run: &TitleRun) -> bool {
        let at = run.end;
        if run.start == self.range.0 || !self.joined(run.start) || !self.may_be_verb(run.start - 1) || !self.joined(at)
        {
            return false;
        }
        let (mentions, roles) = (self.mentions.len(), self.roles.len());
        let second = self.title_run(at);
        self.mentions.truncate(mentions);
        self.roles.truncate(roles);
        second.is_some_and(|second| {
            second.clitics == Clitics::NONE
                && second.office.is_some()
                && second.of.is_some_and(|of| Some(of) != run.of)
                && !second.former
        })
    }

    /// استقبل وزير الدفاع الرواندي سامح شكري: whether the name right behind a title is that of another party.
    pub(super) fn is_before_somebody_else(&self, run: &TitleRun) -> bool {
        let context = Context { title: true, office: run.office, of: run.of, person: true };
        self.joined(run.end)
            && self.name(run.end, context).is_some_and(|named| {
                let other = || self.names_somebody_else(run, &named) || self.is_another_at_home(run, &named);
                named.clitics == Clitics::NONE && other()
            })
    }

    /// Returns whether a listed person never held the highest office of a run, or its office of religion, but the one that stands right before
    /// the name: زار شيخ الأزهر البابا تواضروس.
    fn holds_only_second(&self, run: &TitleRun, named: &Named, second: Option<OfficeId>) -> bool {
        let (Some(first), Referent::Known(key)) = (run.office, named.referent) else { return false };
        let offices = self.knowledge.gazetteer.offices();
        let held = |office| offices.of_person(key).any(|term| Some(term.office) == office);
        let alone = HIGHEST.contains(&offices.name(first)) || SPIRITUAL.contains(&offices.name(first));
        self.lang == Lang::Ar && alone && held(second) && !held(Some(first))
    }

    /// وزير الدولة عضو مجلس الوزراء الدكتور فلان: the place behind honorifics, where a name may stand.
    pub(super) fn behind_honorifics(&self, mut at: usize) -> usize {
        while self.lang == Lang::Ar
            && self.joined(at)
            && let Some((end, Clitics::NONE, _, title)) = self.title_at(at)
            && title.office.is_none()
            && !self.is_anothers(at, end)
        {
            at = end;
        }
        at
    }

    /// Returns whether a second title says of what family somebody is, to whom the office before it may belong: it has no listed
    /// holder, and a name that nobody lists follows.
    fn is_rank_behind(&self, run: &TitleRun, second: Option<OfficeId>, end: usize) -> bool {
        let Some(first) = run.office else { return false };
        self.lang == Lang::Ar
            && self.is_of_birth(second)
            && (run.of.is_some() || run.body.is_some())
            && self.office_holder(first, run.of).is_none()
            && self.new_name(end, true).is_some()
    }

    pub(super) fn title_with_name(&mut self, run: &TitleRun) -> Option<Phrase> {
        let mut at = run.end;
        if at >= self.range.1 {
            return None;
        }
        // رئيس مباحث السادات, مأمور قسم الزهور: what stands behind is a place.
        let local = |office| self.is_local(office) && run.state == State::Construct && !self.is_filled(run);
        if self.lang == Lang::Ar && run.of.is_none() && run.body.is_none() && run.office.is_some_and(local) {
            return None;
        }
        // رئيس المكتب السياسي لحركة المقاومة الإسلامية (حماس) خالد مشعل: the body in brackets gives the office.
        let short_name = self.past_short_name(run);
        let of_body = TitleRun { of: short_name.map(|(.., body)| body).or(run.of), ..*run };
        let run = if short_name.is_some() { &of_body } else { run };
        at = short_name.map_or(at, |(_, behind, _)| behind);
        let gap = self.tokens.tokens[at].gap;
        // نائب الرئيس الأمريكي- جو بايدن: a dash right at the title.
        let dash = self.lang == Lang::Ar
            && gap == Gap::Punct(b'-')
            && self.text[self.tokens.tokens[at - 1].span.end..].starts_with('-');
        // الرئيس؛ فلان: some newspapers set a semicolon there.
        let comma =
            short_name.is_none() && gap == Gap::Punct(b',') || dash || self.lang == Lang::Ar && gap == Gap::Punct(b';');
        let quoted = matches!(gap, Gap::Punct(b'"')) && self.tokens.tokens[at].quote;
        // "Mr. Abbas": the full stop of an abbreviated title.
        let abbreviated = self.lang == Lang::En && gap == Gap::Punct(b'.');
        if !self.joined(at) && !comma && !quoted && !abbreviated && short_name.is_none() {
            return None;
        }
        // "the spokesman for the Secretary-General, Stephane Dujarric,": the spokesman's name.
        if comma && self.is_served(run) {
            return None;
        }
        // An honorific may stand between comma and name.
        let mut honorific = run.office.is_none();
        let mut office = run.office;
        while let Some((end, Clitics::NONE, _, title)) = self.title_at(at) {
            if office.is_some() && title.office.is_none() && self.is_anothers(at, end) {
                return None;
            }
            // ولي العهد الأمير محمد بن سلمان: a second title of office only right before the name.
            let context = Context { title: true, office, of: run.of, person: true };
            // القائد العام للجيش الليبي الأمين العام للأمم المتحدة: two people's.
            let country = |key: EntityId| self.knowledge.gazetteer.get(key).country;
            let others = run.of.zip(title.body).is_some_and(|(of, body)| of != body && country(of) != country(body));
            if title.office.is_some() && office.is_some() {
                match self.name(self.behind_honorifics(end), context).filter(|_| !others) {
                    // التقى وزير الخارجية المصري رئيس الوزراء بنيامين نتنياهو: the second is a man of another country.
                    Some(named) if self.is_foreign_to(run, &named) => return None,
                    // استقبل رئيس الحكومة قائد الجيش العماد فلان: nor has he the first office, of which there is one.
                    Some(named) if self.holds_only_second(run, &named, title.office) => return None,
                    Some(_) => {}
                    // أمير منطقة نجران الأمير فلان: a rank of birth before a name that nobody lists.
                    None if self.is_rank_behind(run, title.office, end) => {}
                    None => break,
                }
            }
            office = office.or(title.office);
            honorific = true;
            at = end;
        }
        // رئيس الوزراء اليوناني، فلان: the title says whose minister it is, so that only its holder can follow.
        let told = office.is_some() && (run.of.is_some() || self.is_filled(run)) && !run.indefinite;
        let context = Context { title: !comma || honorific || told, office, of: run.of, person: true };
        // وزير الخارجية، سامح شكري: behind the comma a name that needs a title is that of whoever held the office that day.
        let holds = |named: &Named| {
            let Referent::Known(key) = named.referent else { return false };
            let term = |term: &&crate::gazetteer::Term| {
                Some(term.office) == office && self.date.is_some_and(|day| term.covers(day))
            };
            self.knowledge.gazetteer.offices().of_person(key).any(|held| term(&held))
        };
        let named = self.name(at, context).or_else(|| {
            let titled = Context { title: true, ..context };
            self.name(at, titled).filter(|named| comma && office.is_some() && holds(named))
        });
        // "Mrs Sarkozy", السيدة الأسد: a surname alone behind a woman's honorific is not the man's.
        let woman = run.gender == Some(Gender::Feminine) && office.is_none();
        let named = named.filter(|named| {
            !(woman && named.end == at + 1 && self.gender_of(named.referent) == Some(Gender::Masculine))
        });
        let other = |named: &Named| self.names_somebody_else(run, named) || self.is_another_at_home(run, named);
        if !comma && named.as_ref().is_some_and(other) {
            return None;
        }
        if comma
            && self.lang == Lang::En
            && (self.is_parted_by_quotation(at)
                || named.as_ref().is_some_and(|named| self.is_another_holder(run, named)))
        {
            return None;
        }
        let (referent, end, span) = if let Some(named) = named.filter(|n| n.clitics == Clitics::NONE) {
            (named.referent, named.end, self.name_span(at, &named))
        } else {
            let enclosed = if comma && told && self.lang == Lang::Ar { self.foreign_between_marks(at) } else { None };
            if comma && !honorific && self.lang == Lang::Ar && enclosed.is_none() && !(told && self.is_enclosed(at)) {
                return None;
            }
            if self.is_shared_regnal(at) || self.is_followed_by_post(run) {
                return None;
            }
            let capitals = if comma && told { self.capitals_between_marks(at) } else { None };
            let end = enclosed.or_else(|| self.new_name(at, !comma || honorific)).or(capitals)?;
            if comma && self.is_listed_place(at, end) {
                return None;
            }
            // الدكتور عبد الإله بن كيران رئيس الوزراء المغربي: the office stands behind the name.
            let behind = if office.is_none() { self.holder_behind(at, end) } else { None };
            let of = run.of;
            let referent = behind.unwrap_or_else(|| self.identify(at, 0, end, office, of));
            (referent, end, self.span(at, 0, end))
        };
        if let Some((open, ..)) = short_name
            && let Some(named) = self.name(open, Context::default())
        {
            self.push_name(open, &named);
        }
        let (start, name_end) = (at, end);
        let end = self.over_junior(end);
        let span = if end > name_end { self.span(start, 0, end) } else { span };
        self.found(span, referent, MentionType::Name);
        self.count(referent);
        self.note_printed(at, name_end, referent);
        let gender = run.gender.or(self.gender_of(referent));
        let (end, of) = self.of_behind(run, end, referent);
        if office.is_some() {
            let giver = of.map(Referent::Known).or(run.body);
            let giver = giver.or_else(|| self.giver_of_list(run, referent)).or_else(|| self.owner_of_title(run));
            let giver = giver.or_else(|| self.state_above(referent, run));
            self.give_office(referent, office, giver, run.former, span);
            self.note_secretary(run, referent);
            let key = self.title_key(run);
            self.late = self.late.max(self.titled.insert(key, referent));
            self.note_office_of_state(run, referent);
        }
        self.presided(run.start, referent, span);
        // السفير فلان المتحدث باسم الوزارة: a rank of one word leaves room for an office.
        let titled = office.is_some() && (self.lang == Lang::En || run.title_end > run.head + 1);
        let end = self.apposition(referent, run.start, end, titled);
        Some(Phrase {
            start: run.start,
            end,
            clitics: run.clitics,
            referents: smallvec![referent],
            span,
            kind: PhraseKind::Person,
            named: true,
            gender,
            number: Number::Singular,
            office,
            of,
        })
    }

    /// Returns whether a name stands at a token and a mark behind it: ، فلان الفلاني،
    pub(super) fn is_enclosed(&self, at: usize) -> bool {
        let end = self.new_name(at, false).or_else(|| self.new_name(at, true).filter(|_| self.is_strange(at)));
        let end = end.or_else(|| self.capitals_between_marks(at));
        end.is_some_and(|end| end >= self.range.1 || !self.joined(end))
    }

    /// "the spokesman for the Secretary-General", "a spokeswoman of the Egyptian president": whether before an English title stands the one of who
    /// speaks for its holder.
    fn is_served(&self, run: &TitleRun) -> bool {
        let back = |at: usize| at.checked_sub(1).filter(|&at| at >= self.range.0);
        let article = back(run.start).filter(|&at| self.form(at) == b"the");
        let of = back(article.unwrap_or(run.start)).filter(|&at| matches!(self.form(at), b"for" | b"of"));
        let speaks = |at: usize| {
            let office = self.title_at(at).and_then(|(_, _, _, title)| title.office);
            office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office) == "spokesperson")
        };
        self.lang == Lang::En && of.and_then(back).is_some_and(speaks)
    }

    /// وزير التنمية التركي، سيفديت يالمظ، : nothing but words that nobody knows, between the title's comma and the next mark.
    pub(super) fn foreign_between_marks(&self, at: usize) -> Option<usize> {
        const MOST_WORDS: usize = 4;
        let foreign = |at: usize| {
            let form = self.tokens.form(&self.tokens.tokens[at]);
            let name_word = self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
            let unknown = self.scan.word(at).is_none() && self.scan.at(at).is_empty();
            form.len() > 2
                && form.iter().all(|&code| code >= 0x80)
                && !form.starts_with(&[ALEF, LAM])
                && !self.is_lexical(at)
                && (name_word || unknown)
        };
        let mut end = at;
        while end < self.range.1 && (end == at || self.joined(end)) {
            if !foreign(end) || end - at == MOST_WORDS {
                return None;
            }
            end += 1;
        }
        (end > at + 1 && end < self.range.1).then_some(end)
    }

    /// "the Swiss ambassador, Linus von Arx,": a name of two words or more that nobody lists, in English, between the title's comma and
    /// the next mark.
    fn capitals_between_marks(&self, at: usize) -> Option<usize> {
        if self.lang != Lang::En || self.name(at, Context::default()).is_some() {
            return None;
        }
        let closes =
            |end: usize| end >= self.range.1 || matches!(self.tokens.tokens[end].gap, Gap::Punct(b',' | b';' | b'-'));
        self.new_name(at, true).filter(|&end| end > at + 1 && closes(end))
    }

    /// "According to a Spanish diplomat, Rabat supports": in English, whether all that stands behind the title's comma is a listed place.
    fn is_listed_place(&self, at: usize, end: usize) -> bool {
        let place = |named: Named| {
            let listed = match named.referent {
                Referent::Known(key) => {
                    matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::City | EntityKind::Country)
                }
                Referent::New(_) => false,
            };
            listed && named.end >= end
        };
        self.lang == Lang::En && self.name(at, Context::default()).is_some_and(place)
    }

    /// "Joseph R. Biden, Jr.": the suffix belongs to the name.
    pub(super) fn over_junior(&self, end: usize) -> usize {
        let junior = end < self.range.1
            && matches!(self.tokens.form(&self.tokens.tokens[end]), b"jr" | b"sr" | b"iii" | b"ii")
            && matches!(self.tokens.tokens[end].gap, Gap::Space | Gap::Punct(b','));
        end + usize::from(junior && self.lang == Lang::En)
    }

    /// English: "President Macron of France": the country behind the name; returns the new end and whose office it is.
    fn of_behind(&mut self, run: &TitleRun, end: usize, person: Referent) -> (usize, Option<EntityId>) {
        if self.lang != Lang::En
            || run.of.is_some()
            || !self.joined(end)
            || self.tokens.form(&self.tokens.tokens[end]) != b"of"
        {
            return (end, run.of);
        }
        let article = end + 1 < self.range.1 && self.tokens.form(&self.tokens.tokens[end + 1]) == b"the";
        let next = end + 1 + usize::from(article);
        let place = self.name(next, Context::default()).map(|named| self.governed_place(next, named, run.office));
        if let Some(named) = place
            && let Referent::Known(key) = named.referent
            && self.knowledge.gazetteer.get(key).kind != EntityKind::Person
            && !self.owns_what_follows(&named, person)
        {
            self.push_name(next, &named);
            return (named.end, Some(self.office_giver(key)));
        }
        (end, run.of)
    }
}
