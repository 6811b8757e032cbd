//! Several people under one title: الرئيسان الروسي والأمريكي, "the leaders of Brazil and India".

use smallvec::smallvec;

use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::{Phrase, PhraseKind, Referent, Referents};
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityKind, Number, State};
use crate::lexicon::{Class, Sides};
use crate::text::fold::{ALEF, LAM};
use crate::text::{Clitics, Gap, Span};

impl Reader<'_> {
    /// الرئيسان الروسي فلاديمير بوتين والأميركي دونالد ترمب، وزيرا خارجية مصر وتركيا: a title shared by several.
    pub(super) fn holders(&mut self, run: &TitleRun) -> Option<Phrase> {
        if let Some(phrase) = self.ministers(run) {
            return Some(phrase);
        }
        let mut at = run.end;
        let mut referents = Referents::new();
        if let Some(of) = run.of.filter(|_| self.lang == Lang::Ar) {
            // أعضاء الكونغرس الأميركي: the body is named already.
            if let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(at).filter(|_| self.joined(at)) {
                self.found_demonym(at, skip, end, country);
                at = end;
            }
            return Some(Phrase {
                start: run.start,
                end: at,
                clitics: run.clitics,
                referents: smallvec![Referent::Known(of)],
                span: self.span(run.start, run.skip, run.end),
                kind: PhraseKind::Unknown,
                named: false,
                gender: run.gender,
                number: run.number,
                office: run.office,
                of: Some(of),
            });
        }
        let mut first_span = None;
        let mut named = false;
        // "the presidents of Russia and the United States": the first country stands in the title.
        if let Some(of) = run.of.filter(|_| self.lang == Lang::En && at < self.range.1 && !run.former) {
            let token = &self.tokens.tokens[at];
            if self.tokens.form(token) == b"and" || token.gap == Gap::Punct(b',') {
                let holder = run.office.and_then(|office| self.office_holder(office, Some(of)));
                referents.push(holder.unwrap_or(Referent::Known(of)));
                first_span = Some(self.span(run.start, run.skip, run.end));
            }
        }
        let counted = self.over_count(run, at);
        // الرؤساء الثلاثة، بوتين وروحاني وأردوغان
        let listed = counted > at;
        at = counted;
        at = self.over_each(run, at);
        let of_both = self.past_both_countries(run, at);
        at = of_both.unwrap_or_else(|| self.over_inside(run, at));
        let mark = (self.mentions.len(), self.roles.len());
        let alone = referents.len();
        // رؤساء أحزاب الوسط والنور: the bodies, whose people they are.
        if self.joined(at)
            && self.names_several(at)
            && let Some(bodies) = self.several_bodies(at)
        {
            referents = bodies.referents;
            first_span = Some(bodies.span);
            named = true;
            at = bodies.end;
        }
        // قادة حركة حماس, ممثلي المعارضة السورية are of it; the dual in the genitive is spelt like the plural.
        if self.lang == Lang::Ar
            && run.number != Number::Singular
            && self.joined(at)
            && let Some((start, body)) = self.body_of_several(at)
        {
            let span = self.name_span(start, &body);
            self.found_body(start, span, &body);
            self.demonyms_within(start + 1, body.end);
            referents.push(body.referent);
            first_span = Some(span);
            at = body.end;
        }
        // أعضاء المكتب السياسي لحركة حماس: which part of the body they are of stands before it.
        if referents.is_empty()
            && let Some((start, body)) = self.body_of_part(run, at)
        {
            let span = self.name_span(start, &body);
            self.push_name(start, &body);
            referents.push(body.referent);
            first_span = Some(span);
            at = body.end;
        }
        while at < self.range.1 && referents.len() < 12 {
            let gap = self.tokens.tokens[at].gap;
            // الفرنسي "إيمانويل ماكرون" والأميركي
            let quoted = self.lang == Lang::Ar && gap == Gap::Punct(b'"') && !referents.is_empty();
            let first = referents.is_empty() && self.opens_nationals(run, at);
            if !(self.joined(at) || quoted || first || gap == Gap::Punct(b',') && (listed || !referents.is_empty())) {
                break;
            }
            let Some((end, item, span)) = self.holder_item(run, at, referents.is_empty()) else { break };
            referents.extend(item);
            first_span.get_or_insert(span);
            named = true;
            at = end;
        }
        // قادة حزب النور: several of one body, who are the body, and not the one that heads it.
        if self.lang == Lang::Ar
            && run.number == Number::Plural
            && let [_] = referents.as_slice()
            && let Some(body) = first_span.and_then(|span| self.body_named_in(span))
        {
            referents = smallvec![body];
        }
        // التقى وزيرا خارجية البلدين بوتين: one name behind an office of two is somebody else's.
        if let Some(end) = of_both.filter(|_| referents.len() < 2) {
            self.mentions.truncate(mark.0);
            self.roles.truncate(mark.1);
            referents.clear();
            (at, first_span, named) = (end, None, false);
        }
        // "the leaders of Iran, and": nobody joined the first.
        if referents.len() == alone {
            referents.clear();
            first_span = None;
        }
        // يزور رئيسي السعودية: of one country nobody is two presidents; it is Raisi.
        let country = matches!(referents.as_slice(), [Referent::Known(key)] if !matches!(self.knowledge.gazetteer.get(*key).kind, EntityKind::Person | EntityKind::Organisation));
        if country && run.number == Number::Dual && run.state == State::Construct {
            return None;
        }
        let again = self.past_number(run, at).filter(|_| referents.is_empty() && run.of.is_none() && of_both.is_none());
        at = again.unwrap_or(at);
        let kind = match (referents.is_empty(), run.number) {
            (false, _) => PhraseKind::Person,
            _ if of_both.is_some() => PhraseKind::HeadsOfBoth,
            _ if again.is_some() => PhraseKind::BothPeople,
            // وسيطا is also the accusative of one mediator: only الوسيطان is surely two.
            (true, Number::Dual) if run.state == State::Definite || self.lang == Lang::En => PhraseKind::BothPeople,
            // "French officials said they": several of a country whom nobody names stand for it, as "French diplomats" do.
            (true, Number::Plural) if self.lang == Lang::En && run.of.is_some() => PhraseKind::Agent,
            (true, _) => PhraseKind::Unknown,
        };
        // "Iranian envoys": the country stands for people whom nobody names.
        if referents.is_empty() {
            referents.extend(self.house(run).or(run.of).map(Referent::Known));
        }
        Some(Phrase {
            start: run.start,
            end: at,
            clitics: run.clitics,
            referents,
            span: first_span.unwrap_or_else(|| self.span(run.start, run.skip, run.end)),
            kind,
            named,
            gender: run.gender,
            number: run.number,
            office: run.office,
            of: None,
        })
    }

    /// الرئيسان، الروسي فلان والمصري فلان, وزيرا الخارجية: الروسي فلان: whether a comma or a colon behind a dual only parts it from the
    /// nationality of the first of the two, behind which his name stands.
    fn opens_nationals(&self, run: &TitleRun, at: usize) -> bool {
        let parted = matches!(self.tokens.tokens[at].gap, Gap::Punct(b',' | b':'));
        if self.lang != Lang::Ar || run.number != Number::Dual || !parted {
            return false;
        }
        let Some((end, Clitics::NONE, ..)) = self.demonym(at) else { return false };
        end < self.range.1
            && self
                .name(end, Context { title: true, person: true, ..Context::default() })
                .is_some_and(|named| named.clitics == Clitics::NONE && self.is_person(named.referent))
    }

    /// The listed body that a stretch of the text names.
    fn body_named_in(&self, span: Span) -> Option<Referent> {
        let named = self.mentions.iter().rev().find(|found| found.span == span)?.referent;
        let body = |key| self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation;
        matches!(named, Referent::Known(key) if body(key)).then_some(named)
    }

    /// The body behind a noun that says what kind it is, or that nobody listed, and where its name begins.
    pub(super) fn body_of_several(&mut self, at: usize) -> Option<(usize, Named)> {
        if let Some(named) = self.name(at, Context::default()) {
            // One that the text has introduced, and that is named again.
            let body = |place: u32| self.people[place as usize].kind == EntityKind::Organisation;
            let again = matches!(named.referent, Referent::New(place) if body(place));
            return (again && named.clitics == Clitics::NONE).then_some((at, named));
        }
        let behind = self.body_behind_noun(at);
        let found = behind.or_else(|| self.arabic_body(at).map(|body| (at, body)));
        found.filter(|(_, body)| body.clitics == Clitics::NONE)
    }

    /// The listed body behind a definite part of it, and where its name begins.
    fn body_of_part(&self, run: &TitleRun, at: usize) -> Option<(usize, Named)> {
        const MOST_WORDS: usize = 3;
        if self.lang != Lang::Ar || run.of.is_some() || run.state != State::Construct || !self.joined(at) {
            return None;
        }
        if !self.starts_definite(at) {
            return None;
        }
        let word =
            |&end: &usize| self.joined(end) && self.starts_definite(end) && self.is_word_of_section(end, end > at);
        let end = at + (at..at + MOST_WORDS).take_while(word).count();
        let (start, named) = self.post_at(end).filter(|_| end > at && self.joined(end))?;
        let body = matches!(named.referent, Referent::Known(key)
            if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation);
        body.then_some((start, named))
    }

    /// الرؤساء الثلاثة بوتين وروحاني وأردوغان: one past the number, where a holder follows it.
    fn over_count(&mut self, run: &TitleRun, at: usize) -> usize {
        let several = self.lang == Lang::Ar && run.number == Number::Plural && self.joined(at);
        let counted = if several { self.class(at, Kinds::CLASS, |class| class == Class::Counted) } else { None };
        let Some((end, Clitics::NONE)) = counted else { return at };
        let mark = self.mentions.len();
        let comma = end < self.range.1 && self.tokens.tokens[end].gap == Gap::Punct(b',');
        let name = comma && self.name(end, Context::default()).is_some_and(|named| self.is_person(named.referent));
        let follows = (self.joined(end) || name) && self.holder_item(run, end, true).is_some();
        self.mentions.truncate(mark);
        if follows { end } else { at }
    }

    /// القادة الثلاثة, وزراء الخارجية الأربعة: one past the number of those who were named before.
    fn past_number(&self, run: &TitleRun, at: usize) -> Option<usize> {
        let several = self.lang == Lang::Ar && run.number == Number::Plural && run.state == State::Definite;
        if !several || run.former || run.body.is_some() || !self.joined(at) {
            return None;
        }
        let (end, clitics) = self.class(at, Kinds::CLASS, |class| class == Class::Counted)?;
        (clitics == Clitics::NONE).then_some(end)
    }

    /// رئيسا البلدين, وزيرا الدفاع في البلدين, وزراء خارجية الدول الثلاث: one past the countries named before, as many as hold the office.
    fn past_both_countries(&self, run: &TitleRun, at: usize) -> Option<usize> {
        if self.lang == Lang::En {
            return self.past_two_countries(run, at);
        }
        let several = self.lang == Lang::Ar && run.number != Number::Singular && run.office.is_some();
        if !several || run.of.is_some() || run.body.is_some() || run.former || !self.joined(at) {
            return None;
        }
        let inside = self.knowledge.lexicon.preposition_id("في");
        let is_in = |class| matches!(class, Class::Prep(id) if Some(id) == inside);
        let prep = self.class(at, Kinds::PREPOSITION, is_in).filter(|&(end, _)| self.joined(end));
        let start = match (prep, run.state) {
            (Some((end, Clitics::NONE)), State::Definite) => end,
            (None, State::Construct) => at,
            _ => return None,
        };
        let (end, clitics) = self.class(start, Kinds::BOTH, |class| class == Class::Both(Sides::Countries))?;
        // قادة البلدين may be many, قادة الدول الثلاث are three.
        let counted = end == start + 2 && self.form(start).starts_with(&[ALEF, LAM]);
        (clitics == Clitics::NONE && counted == (run.number == Number::Plural)).then_some(end)
    }

    /// "the foreign ministers of the two countries", "the leaders of both nations": one past the two.
    fn past_two_countries(&self, run: &TitleRun, at: usize) -> Option<usize> {
        let plural = run.number == Number::Plural && run.office.is_some();
        let free = run.of.is_none() && run.body.is_none() && !run.former;
        if !(plural && free) || at + 1 >= self.range.1 || !self.joined(at) || self.form(at) != b"of" {
            return None;
        }
        let start = at + 1;
        let (end, _) = self.class(start, Kinds::BOTH, |class| class == Class::Both(Sides::Countries))?;
        let two = (start..end).any(|token| matches!(self.form(token), b"two" | b"both"));
        (self.joined(start) && two).then_some(end)
    }

    /// وزيرا الطاقة في العراق وتركيا: one past "in" where two countries follow it, each with its minister.
    fn over_inside(&self, run: &TitleRun, at: usize) -> usize {
        // السفراء في مصر والأردن: of many each country has more than one.
        let offices = self.knowledge.gazetteer.offices();
        let each_one = run.office.is_some_and(|office| !offices.has_many(office));
        let several = run.number == Number::Dual || run.number == Number::Plural && each_one;
        let several = self.lang == Lang::Ar && several && run.state == State::Definite;
        let open = several && run.office.is_some() && run.of.is_none() && run.body.is_none() && !run.former;
        if !open || !self.joined(at) {
            return at;
        }
        let inside = self.knowledge.lexicon.preposition_id("في");
        let is_in = |class| matches!(class, Class::Prep(id) if Some(id) == inside);
        let country = |at: usize, joins: Clitics| {
            let named = self.name(at, Context::default()).filter(|named| self.joined(at) && named.clitics == joins)?;
            self.names_country(named.referent).then_some(named.end)
        };
        let Some((start, Clitics::NONE)) = self.class(at, Kinds::PREPOSITION, is_in) else { return at };
        if start >= self.range.1 {
            return at;
        }
        // في كل من مصر والأردن
        let each = self.class(start, Kinds::WORD, |class| class == Class::Each);
        let start = each.map_or(start, |(end, _)| end);
        let second = |end: usize| if end < self.range.1 { country(end, Clitics::WA) } else { None };
        let two = country(start, Clitics::NONE).and_then(second);
        let three = two.and_then(second);
        if (if run.number == Number::Dual { two } else { three }).is_some() { start } else { at }
    }

    /// وزراء خارجية كل من فرنسا وبريطانيا: one past "each of" where a holder follows it.
    fn over_each(&mut self, run: &TitleRun, at: usize) -> usize {
        let each = self.class(at, Kinds::WORD, |class| class == Class::Each);
        let Some((end, Clitics::NONE)) = each.filter(|_| self.lang == Lang::Ar && self.joined(at)) else { return at };
        let mark = self.mentions.len();
        let follows = self.joined(end) && self.holder_item(run, end, true).is_some();
        self.mentions.truncate(mark);
        if follows { end } else { at }
    }

    /// دول مجلس التعاون: whether "states" stands right before the body that they belong to.
    pub(super) fn states_of(&self, at: usize) -> bool {
        // دول in normal form.
        const STATES: [u8; 3] = [0x87, 0x9A, 0x96];
        self.tokens.form(&self.tokens.tokens[at]) == STATES
            && self.joined(at + 1)
            && self.name(at + 1, Context::default()).is_some_and(|named| {
                let body = |key| self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation;
                named.clitics == Clitics::NONE && matches!(named.referent, Referent::Known(key) if body(key))
            })
    }

    /// السفيران الإيراني، فلان، والروسي، فلان: whether the name of one of two stands at a token between commas.
    fn is_name_aside(&self, run: &TitleRun, at: usize) -> bool {
        let comma = |at: usize| self.tokens.tokens[at].gap == Gap::Punct(b',');
        if self.lang != Lang::Ar || run.number != Number::Dual || at >= self.range.1 || !comma(at) {
            return false;
        }
        let context = Context { title: true, office: run.office, of: None, person: true };
        let listed = self.name(at, context).filter(|named| named.clitics == Clitics::NONE).map(|named| named.end);
        listed.or_else(|| self.new_name(at, true)).is_some_and(|end| end >= self.range.1 || comma(end))
    }

    /// "Qatar, Saudi Arabia": whether the adjective at `at` that ends at `end` begins a country's longer name.
    pub(super) fn country_goes_on(&self, at: usize, end: usize) -> bool {
        self.lang == Lang::En
            && self
                .name(at, Context::default())
                .is_some_and(|named| named.end > end && self.names_country(named.referent))
    }

    /// نواب وزراء خارجية تركيا وروسيا, مستشاري رئيسي البلدين: whether a word for people of theirs stands right before, so that those who hold the
    /// office are not meant, but others of their countries.
    fn is_of_deputies(&self, run: &TitleRun) -> bool {
        let Some(before) = run.start.checked_sub(1).filter(|&before| before >= self.range.0) else { return false };
        let several = |end: usize, title: &crate::gazetteer::Title| {
            end == run.start && title.state == State::Construct && title.number != Number::Singular
        };
        self.lang == Lang::Ar
            && run.number != Number::Singular
            && self.joined(run.start)
            && (self.class(before, Kinds::CLASS, |class| class == Class::Staff).is_some()
                || self.title_at(before).is_some_and(|(end, _, _, title)| several(end, title)))
    }

    /// Whether the first word of a title of several has the article: الزعيمان, للرئيسين, but not وزيرا الخارجية.
    fn is_complete_plural(&self, run: &TitleRun) -> bool {
        let form = &self.form(run.head)[if run.head == run.start { run.skip as usize } else { 0 }..];
        run.number != Number::Singular && run.title_end == run.head + 1 && matches!(form, [ALEF, LAM, ..])
    }

    pub(super) fn holder_item(
        &mut self,
        run: &TitleRun,
        at: usize,
        first: bool,
    ) -> Option<(usize, Option<Referent>, Span)> {
        // مسؤولون سعوديون إيران: a further one without و stands behind a comma.
        let listed = self.lang == Lang::En || self.tokens.tokens[at].gap == Gap::Punct(b',');
        let joins = |clitics: Clitics| {
            if first { clitics == Clitics::NONE } else { clitics == Clitics::WA || clitics == Clitics::NONE && listed }
        };
        let mut next = at;
        if self.lang == Lang::En && matches!(self.tokens.form(&self.tokens.tokens[next]), b"and" | b"of" | b"the") {
            next += 1;
            if next < self.range.1 && self.tokens.form(&self.tokens.tokens[next]) == b"the" {
                next += 1;
            }
        }
        // وزراء خارجية دول الاتحاد الأوروبي: "the states of" stands between the title and whose it is.
        let states = first && self.lang == Lang::Ar && run.state == State::Construct && self.states_of(next);
        next += usize::from(states);
        let mut country = None;
        let mut place = None;
        let mut several = states || self.is_of_deputies(run);
        // ودان الزعيمان تركيا: behind the article no country stands in the genitive.
        let complete = self.lang == Lang::Ar && first && self.is_complete_plural(run);
        let demonym =
            self.demonym(next).filter(|&(end, clitics, ..)| joins(clitics) && !self.country_goes_on(next, end));
        if let Some((end, _, skip, of, number)) = demonym {
            several |= number == Number::Plural;
            self.found_demonym(next, skip, end, of);
            place = Some(self.span(next, skip, end));
            country = Some(of);
            next = end;
        } else if let Some(named) = self.name(next, Context::default()).filter(|named| joins(named.clitics))
            && let Referent::Known(key) = named.referent
            && self.knowledge.gazetteer.get(key).kind != EntityKind::Person
            && !complete
        {
            self.push_name(next, &named);
            place = Some(self.name_span(next, &named));
            country = Some(self.office_giver(key));
            next = named.end;
        } else if first
            && !complete
            && self.joined(next)
            && let Some((start, named)) = self.body_behind_noun(next)
            && let Referent::Known(key) = named.referent
        {
            // قادة حركة حماس: what kind of body it is stands before its name.
            self.push_name(start, &named);
            place = Some(self.name_span(start, &named));
            country = Some(key);
            next = named.end;
        }
        // Honorifics before the name.
        let mut titled = next;
        while let Some((end, Clitics::NONE, _, title)) =
            self.title_at(titled).filter(|_| country.is_none() || self.joined(titled))
        {
            if title.office.is_some() {
                break;
            }
            titled = end;
        }
        let aside = country.is_some() && self.is_name_aside(run, titled);
        // الفرنسي "إيمانويل ماكرون"
        let quoted = titled < self.range.1 && self.tokens.tokens[titled].quote;
        if titled < self.range.1 && (country.is_none() || self.joined(titled) || aside || quoted) {
            let context = Context { title: true, office: run.office, of: country, person: true };
            let found = self
                .name(titled, context)
                .filter(|named| if country.is_some() { named.clitics == Clitics::NONE } else { joins(named.clitics) });
            // هنأ وزيرا خارجية مصر والسعودية محمود عباس: whom they congratulate.
            let other = country
                .zip(found.as_ref())
                .is_some_and(|(of, named)| self.joined(titled) && self.is_stranger(run.office, of, named.referent));
            let (referent, end, span) = if other {
                (None, titled, Span::new(0, 0))
            } else if let Some(named) = found {
                (Some(named.referent), named.end, self.name_span(titled, &named))
            } else if country.is_some()
                && let Some(end) = self.new_name(titled, true).filter(|_| self.scan.word(titled).is_some())
            {
                let referent = self.identify(titled, 0, end, run.office, country);
                (Some(referent), end, self.span(titled, 0, end))
            } else {
                (None, titled, Span::new(0, 0))
            };
            if let Some(referent) = referent {
                self.found(span, referent, MentionType::Name);
                self.count(referent);
                self.note_printed(titled, end, referent);
                // "European Commission Vice Presidents A and B"
                let of = country.or(run.of.filter(|_| self.lang == Lang::En));
                // "Egyptian politicians A and B": a word for people that gives no office.
                if run.office.is_some() || self.lang == Lang::Ar {
                    self.give_office(referent, run.office, of.map(Referent::Known), run.former, span);
                }
                if let Some(office) = run.office {
                    self.office_of.insert(office, (referent, country));
                }
                return Some((end, Some(referent), span));
            }
        }
        let of = country?;
        // "the former presidents of France and Brazil": none of those who are it now.
        if run.former && run.number == Number::Plural && run.office.is_some() && self.lang == Lang::En {
            return Some((next, None, place?));
        }
        // القادة الإسرائيليين: several people of one country, whom the country stands for.
        let holder = run.office.filter(|_| !several).and_then(|office| self.office_holder(office, Some(of)));
        // لقاء الوزيرين المصري والتركي: the one minister of each whom the document has named.
        let two = self.lang == Lang::Ar && run.number == Number::Dual && !several && holder.is_none();
        let minister = |office| self.knowledge.gazetteer.offices().name(office) == "minister";
        let named = || self.only_minister(of).filter(|_| run.office.is_some_and(minister));
        let holder = if two { named() } else { holder };
        Some((next, Some(holder.unwrap_or(Referent::Known(of))), place?))
    }
}
