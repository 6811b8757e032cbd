//! Phrases without a title: names, demonyms, people nobody listed.

use smallvec::smallvec;

use super::kind::MentionType;
use super::name::{Context, Named};
use super::phrase::{Phrase, PhraseKind, Referent};
use super::reader::Reader;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Gender, Number};
use crate::lexicon::{Class, Shape, Tense, WordList};
use crate::text::fold::{ALEF, HEH, LAM, NOON, TEH, WAW, YEH};
use crate::text::{Clitics, Gap, Span};

impl Reader<'_> {
    /// وزارة, محكمة, of a body that nobody lists: whether its name begins with a noun in ة, so that it is no he. A listed one may be called
    /// otherwise (الحرية والعدالة is a party, حزب).
    fn womans_word(&self, at: usize, body: Referent) -> Option<Gender> {
        let new = matches!(body, Referent::New(_)) && self.lang == Lang::Ar;
        (new && self.form(at).ends_with(&[HEH])).then_some(Gender::Feminine)
    }

    /// A body that is named.
    fn body_phrase(&self, start: usize, body: &Named, span: Span) -> Phrase {
        Phrase {
            start,
            end: body.end,
            clitics: body.clitics,
            referents: smallvec![body.referent],
            span,
            kind: PhraseKind::Body,
            named: true,
            gender: self.womans_word(start, body.referent),
            number: Number::Singular,
            office: None,
            of: None,
        }
    }

    pub(super) fn push_name(&mut self, at: usize, named: &Named) {
        let span = self.name_span(at, named);
        self.found(span, named.referent, named.kind);
        self.count(named.referent);
        self.inner_demonyms(at, named);
    }

    /// A demonym inside the name of a body is a mention too; one inside its own country's name is not.
    pub(super) fn inner_demonyms(&mut self, at: usize, named: &Named) {
        let body = match named.referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
            Referent::New(index) => self.people[index as usize].kind == EntityKind::Organisation,
        };
        if !body {
            return;
        }
        let start = at + usize::from(self.lang == Lang::Ar);
        self.demonyms_between(start, named.end, named.end - at);
    }

    /// Records the demonyms in the name of a body, from its second word on.
    pub(super) fn demonyms_within(&mut self, start: usize, end: usize) {
        self.demonyms_between(start, end, end - start + 1);
    }

    fn demonyms_between(&mut self, start: usize, stop: usize, whole: usize) {
        let mut inner = start;
        while inner < stop {
            if let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(inner)
                && end <= stop
                && end - inner < whole
            {
                self.found_demonym(inner, skip, end, country);
                inner = end;
            } else {
                inner += 1;
            }
        }
    }

    pub(super) fn count(&mut self, referent: Referent) {
        if let Referent::Known(key) = referent {
            let count = self.introduced.entry(key).or_default();
            *count += 1;
            if *count == 1 {
                self.note_served(key);
            }
        }
    }

    /// Whether Arabic speaks of a country as he or she, under the name that stands here: لبنان is he, بيروت and قطر are she; none
    /// where the name is a house or has a head of its own (قصر قرطاج, الكيان الصهيوني).
    fn gender_of_land(&self, at: usize, named: &Named, key: EntityId) -> Option<Gender> {
        if self.lang == Lang::En {
            return Some(Gender::Feminine);
        }
        let first = at + named.lead;
        let form = self.tokens.form(&self.tokens.tokens[first]);
        let form = form.get(if named.lead == 0 { named.skip as usize } else { 0 }..).unwrap_or(form);
        let several = named.end > first + 1;
        let masculine = form.starts_with(&[ALEF, LAM]) && !form.ends_with(&[HEH]) && !form.ends_with(&[TEH]);
        let house = named.kind == MentionType::Metonym;
        if several && (masculine || house) {
            return None;
        }
        self.knowledge.gazetteer.get(key).gender.filter(|_| !house).or(Some(Gender::Feminine))
    }

    pub(super) fn named(&mut self, at: usize) -> Option<Phrase> {
        let listed = self.name(at, Context::default());
        // صلاح الدين دميرطاش is no province: the longer name is a listed person's.
        if listed.is_some_and(|named| self.is_longer_person(at, &named)) {
            return None;
        }
        // "Syrian military sites": whose they are, and no army.
        if listed.is_some_and(|named| self.qualifies_thing(at, &named)) {
            return None;
        }
        let named = match listed {
            Some(named) if !self.names_country(named.referent) => named,
            // "U.S. Coast Guard": the country is a mention of its own, the phrase is the body's.
            Some(named) => match self.body_behind(at, named.end, named.referent) {
                Some((start, body)) => {
                    self.push_name(at, &named);
                    let span = self.span(if start == named.end { start } else { at }, 0, body.end);
                    self.found(span, body.referent, body.kind);
                    return Some(self.body_phrase(at, &body, span));
                }
                None => named,
            },
            None => {
                let body = self.unlisted_body(at)?;
                let span = self.span(at, body.skip, body.end);
                self.found_body(at, span, &body);
                self.note_letters(body.end, body.referent);
                if self.lang == Lang::Ar {
                    self.demonyms_within(at + 1, body.end);
                }
                return Some(self.body_phrase(at, &body, span));
            }
        };
        if let Some((end, ..)) = self.demonym(at)
            && end > named.end
        {
            return None;
        }
        self.push_name(at, &named);
        let span = self.name_span(at, &named);
        let person = matches!(named.referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Person);
        if named.skip == 0 && person {
            self.note_printed(at, named.end, named.referent);
        }
        let (kind, gender) = match named.referent {
            Referent::Known(key) => match self.knowledge.gazetteer.get(key).kind {
                EntityKind::Person => (PhraseKind::Person, self.gender_of(named.referent)),
                EntityKind::Country => (PhraseKind::Country, self.gender_of_land(at, &named, key)),
                EntityKind::City | EntityKind::Region => (PhraseKind::Place, Some(Gender::Feminine)),
                EntityKind::Organisation => (PhraseKind::Body, None),
            },
            Referent::New(index) if self.people[index as usize].kind != EntityKind::Person => (PhraseKind::Body, None),
            Referent::New(_) => (PhraseKind::Person, None),
        };
        let gender =
            gender.or_else(|| if kind == PhraseKind::Body { self.womans_word(at, named.referent) } else { None });
        if kind == PhraseKind::Body {
            self.note_letters(named.end, named.referent);
        }
        let end = if kind == PhraseKind::Person {
            let end = self.of_country(named.end, named.referent);
            self.apposition(named.referent, at, end, false)
        } else {
            let end = self.over_plight(named.end);
            if kind == PhraseKind::Body { self.over_nation(end, named.referent) } else { end }
        };
        Some(Phrase {
            start: at,
            end,
            clitics: named.clitics,
            referents: smallvec![named.referent],
            span,
            kind,
            named: true,
            gender,
            number: Number::Singular,
            office: None,
            of: None,
        })
    }

    /// Returns whether the name of an army ends in "military" and only says of what kind the noun behind it is.
    fn qualifies_thing(&self, at: usize, named: &Named) -> bool {
        let end = named.end;
        let army = self.lang == Lang::En && self.form(end - 1) == b"military" && self.demonym(at).is_some();
        if !army || !self.joined(end) {
            return false;
        }
        let token = &self.tokens.tokens[end];
        let mut noun = false;
        for shape in self.knowledge_forms(end) {
            match shape {
                Shape::Verb { .. } => return false,
                Shape::Noun { .. } => noun = true,
                _ => {}
            }
        }
        noun |= self.class(end, Kinds::CLASS, |class| matches!(class, Class::Wrong | Class::Land)).is_some();
        let word = self.class(end, Kinds::WORD, |class| class.is_function()).is_none();
        word && !token.capital && token.gap == Gap::Space && (noun || self.form(end).ends_with(b"s"))
    }

    /// حركة طالبان الأفغانية, شركة غازبروم الروسية: the nationality of a body behind its name, where it is the one that the body is known by.
    fn over_nation(&mut self, end: usize, body: Referent) -> usize {
        let own = match body {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).country,
            Referent::New(_) => None,
        };
        if self.lang != Lang::Ar || !self.joined(end) || !self.starts_definite(end) {
            return end;
        }
        match self.demonym(end) {
            Some((rest, Clitics::NONE, skip, country, _)) if own.is_none_or(|own| own == country) => {
                self.found_demonym(end, skip, rest, country);
                rest
            }
            _ => end,
        }
    }

    /// الضفة الغربية المحتلة, قطاع غزة المحاصر: what befell a place stands behind its name and is no part of it.
    pub(super) fn over_plight(&self, end: usize) -> usize {
        // محتل and محاصر in normal form.
        const PLIGHTS: [&[u8]; 2] = [&[0x97, 0x85, 0x82, 0x96], &[0x97, 0x85, 0x80, 0x8D, 0x89]];
        if self.lang != Lang::Ar || !self.joined(end) {
            return end;
        }
        let form = self.tokens.form(&self.tokens.tokens[end]);
        let plight = form.strip_prefix(&[ALEF, LAM]).is_some_and(|word| {
            PLIGHTS.iter().any(|stem| word.strip_prefix(*stem).is_some_and(|ending| matches!(ending, [] | [HEH])))
        });
        // المحتلة من قبل إسرائيل tells who did it.
        let told = self.class(end + 1, Kinds::PREPOSITION, |class| matches!(class, Class::Prep(_))).is_some()
            && self.joined(end + 1);
        end + usize::from(plight && !told)
    }

    /// Returns whether a place's name at a token only begins the name of a listed person.
    fn is_longer_person(&self, at: usize, named: &Named) -> bool {
        let Referent::Known(key) = named.referent else { return false };
        let place = matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::City | EntityKind::Region);
        place
            && named.skip == 0
            && self
                .new_name(at, false)
                .is_some_and(|end| end > named.end && self.variant(at, 0, end, None, None).is_some())
    }

    /// The body whose name stands right behind a country's, or behind its possessive.
    pub(super) fn body_behind(&mut self, at: usize, end: usize, owner: Referent) -> Option<(usize, Named)> {
        let possessive = self.joined(end) && self.tokens.form(&self.tokens.tokens[end]) == b"s";
        let start = end + usize::from(possessive);
        // تدعم إيران حركة الفجر: in Arabic whose body it is stands behind it.
        if self.lang == Lang::Ar || !self.joined(start) {
            return None;
        }
        // "the U.S.-Israel Consultative Group": a group of both.
        let hyphen =
            |at: usize| self.lang == Lang::En && self.tokens.tokens.get(at).is_some_and(|t| t.gap == Gap::Hyphen);
        if hyphen(start) || hyphen(at) {
            return None;
        }
        if possessive && let Some(body) = self.body_owned_by(owner, start) {
            return Some((start, body));
        }
        // تركيا وحزب العمال: another party.
        Some((start, self.unlisted_body(start)?)).filter(|(_, body)| body.clitics == Clitics::NONE)
    }

    /// "Marcelo Ebrard of Mexico": the country behind a person's name belongs to the phrase; "informed Hochstein of Lebanon's answer" tells whose
    /// the answer is.
    fn of_country(&mut self, end: usize, person: Referent) -> usize {
        let of = self.lang == Lang::En && self.joined(end) && self.tokens.form(&self.tokens.tokens[end]) == b"of";
        if !of {
            return end;
        }
        match self.name(end + 1, Context::default()) {
            Some(country) if self.names_country(country.referent) && !self.owns_what_follows(&country, person) => {
                self.push_name(end + 1, &country);
                country.end
            }
            _ => end,
        }
    }

    /// Returns whether a possessive stands on the name of a country that is not the one a person is listed in.
    pub(super) fn owns_what_follows(&self, country: &Named, person: Referent) -> bool {
        let home = match person {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).country.map(Referent::Known),
            Referent::New(_) => None,
        };
        self.joined(country.end) && self.form(country.end) == b"s" && home != Some(country.referent)
    }

    pub(super) fn names_country(&self, referent: Referent) -> bool {
        matches!(referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Country)
    }

    pub(super) fn bare_demonym(&mut self, at: usize) -> Option<Phrase> {
        let (end, clitics, skip, country, number) = self.demonym(at)?;
        self.found_demonym(at, skip, end, country);
        if self.joined(end)
            && let Some(body) = self.unlisted_body(end)
        {
            // "Russian Academy of Sciences" is named with its adjective.
            let span = self.span(at, skip, body.end);
            self.found(span, body.referent, body.kind);
            return Some(self.body_phrase(at, &body, span));
        }
        if let Some(phrase) = self.group_of_country(at, end, country) {
            return Some(phrase);
        }
        // "Russian officials": the noun behind the adjective makes it an agent.
        let mut kind = PhraseKind::Demonym;
        if self.lang == Lang::Ar && number == Number::Plural && self.stands_alone(at, clitics) {
            kind = PhraseKind::Agent;
        }
        // "the Palestinians": a people that stands for its side.
        if self.lang == Lang::En
            && number == Number::Plural
            && at > self.range.0
            && self.tokens.form(&self.tokens.tokens[at - 1]) == b"the"
        {
            kind = PhraseKind::Agent;
        }
        let mut last = end;
        if self.lang == Lang::En {
            // "Syrian opposition forces": those who stand against the country.
            let faction = |at| self.class(at, Kinds::CLASS, |class| class == Class::Faction).is_some();
            last = self.past_own_fighters(country, end).inspect(|_| kind = PhraseKind::Agent).unwrap_or(end);
            while self.joined(last)
                && !faction(last)
                && !self.opens_longer_noun(last)
                && let Some((e, _)) = self.class(last, Kinds::AGENT.with(Kinds::ADJECTIVE), |class| {
                    matches!(class, Class::Agent | Class::TitleAdjective { .. })
                })
            {
                if self.class(last, Kinds::AGENT, |class| class == Class::Agent).is_some() {
                    kind = PhraseKind::Agent;
                }
                last = e;
            }
            if kind == PhraseKind::Demonym || number == Number::Plural {
                last = end;
            }
            // "visited the German capital": the place, where its name does not follow.
            if kind == PhraseKind::Demonym && self.is_unnamed_capital(end) && self.is_gone_to(at) {
                kind = PhraseKind::Country;
                last = end + 1;
            }
        }
        Some(Phrase {
            start: at,
            end: last,
            clitics,
            referents: smallvec![Referent::Known(country)],
            span: self.span(at, skip, end),
            kind,
            named: false,
            gender: None,
            number,
            office: None,
            of: Some(country),
        })
    }

    /// "Houthi rebels", "the Houthi group": one past the word for those who fight in an armed group behind its adjective: they are the group.
    fn past_own_fighters(&self, of: EntityId, at: usize) -> Option<usize> {
        let armed = self.lang == Lang::En && self.knowledge.gazetteer.get(of).subkind == "armed_group";
        let found = || self.class(at, Kinds::CLASS, |class| class == Class::Fighters);
        (armed && self.joined(at)).then(found).flatten().map(|(end, _)| end)
    }

    /// Returns whether "capital" stands at a token, and its name not right behind.
    fn is_unnamed_capital(&self, at: usize) -> bool {
        let capital = self.joined(at) && self.form(at) == b"capital";
        capital && !(at + 1 < self.range.1 && self.tokens.tokens[at + 1].capital)
    }

    /// "visited the", "travelled to the", "arrived in the": whether somebody goes where a place with an article stands.
    fn is_gone_to(&self, at: usize) -> bool {
        let form = |back: usize| at.checked_sub(back).filter(|&before| before >= self.range.0).map(|at| self.form(at));
        let goes = |form: Option<&[u8]>| form.is_some_and(|form| self.knowledge.lexicon.lists(WordList::GoesTo, form));
        let preposition = matches!(form(2), Some(b"in" | b"to" | b"for"));
        // "arrived earlier in the day from the Indian capital, where"
        let left = form(2) == Some(b"from");
        form(1) == Some(b"the") && (left || goes(form(2)) || preposition && goes(form(3)))
    }

    /// Returns whether no noun stands before a plural demonym, so that it is a noun itself: بين الإسرائيليين والفلسطينيين.
    pub(super) fn stands_alone(&self, at: usize, clitics: Clitics) -> bool {
        if at == self.range.0 || !self.joined(at) || clitics.has_preposition() {
            return true;
        }
        let function = self.class(at - 1, Kinds::WORD, |class| {
            matches!(
                class,
                Class::Prep(_) | Class::Complement | Class::Conj | Class::Negation | Class::Each | Class::Circumstance
            )
        });
        let before = self.mentions.iter().rev().nth(1).is_some_and(|found| {
            found.span.end == self.tokens.tokens[at - 1].span.end && found.kind == MentionType::Demonym
        });
        // بين إسرائيل والفلسطينيين: joined to a name.
        let name = self.mentions.iter().rev().nth(1).is_some_and(|found| {
            found.span.end == self.tokens.tokens[at - 1].span.end && found.kind == MentionType::Name
        });
        // دعت إسرائيل الفلسطينيين: no adjective of a country or of one person.
        let party = self.mentions.iter().rev().nth(1).is_some_and(|found| {
            let one = match found.referent {
                Referent::Known(key) => {
                    matches!(self.knowledge.gazetteer.get(key).kind, EntityKind::Country | EntityKind::Person)
                }
                Referent::New(index) => self.people[index as usize].kind == EntityKind::Person,
            };
            one && found.span.end == self.tokens.tokens[at - 1].span.end
                && matches!(found.kind, MentionType::Name | MentionType::Metonym)
        });
        // يستأنف الفلسطينيون والإسرائيليون, يدعم السوريين: right behind a verb; توجه البريطانيين may be a noun.
        let nominative = self.tokens.form(&self.tokens.tokens[at]).ends_with(&[WAW, NOON]);
        let verb = clitics == Clitics::NONE
            && !self.tokens.form(&self.tokens.tokens[at - 1]).starts_with(&[ALEF, LAM])
            && self.knowledge_forms(at - 1).any(|shape| match shape {
                Shape::Verb { tense, .. } => nominative || tense == Tense::Present,
                _ => false,
            });
        let another = clitics == Clitics::NONE && (party || self.ends_other_phrase(at));
        verb || function.is_some() || clitics.has_conjunction() && (before || name) || another
    }

    /// دعت الخارجية الأمريكية المصريين, ناشد حزب الحرية والعدالة المصريين: whether a plural demonym stands right behind a phrase of
    /// one, which it cannot describe: an adjective in the singular, or a body right behind its verb.
    fn ends_other_phrase(&self, at: usize) -> bool {
        let last = &self.tokens.tokens[at - 1];
        let form = self.tokens.form(last);
        let mut ended = self.mentions.iter().rev().skip(1).take_while(|found| found.span.end == last.span.end);
        if self.lang == Lang::En {
            return false;
        }
        let feminine = last.teh_marbuta && form.ends_with(&[HEH]);
        if ended.clone().any(|found| found.kind == MentionType::Demonym) {
            return form.ends_with(&[YEH]) || feminine;
        }
        let body = |referent| match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
            Referent::New(index) => self.people[index as usize].kind == EntityKind::Organisation,
        };
        let Some(found) = ended.find(|found| body(found.referent)) else { return false };
        // اتحاد العمال التونسيين: what a body consists of may be many.
        let start = (self.range.0..at).rev().find(|&token| self.tokens.tokens[token].span.start <= found.span.start);
        let Some(start) = start.filter(|&start| start > self.range.0) else { return false };
        let behind_verb = self.knowledge_forms(start - 1).any(|shape| matches!(shape, Shape::Verb { .. }));
        behind_verb && (feminine || start + 1 == at)
    }

    /// A person without a title whom nobody listed: a known given name and what follows it.
    pub(super) fn unlisted(&mut self, at: usize) -> Option<Phrase> {
        let (end, skip, clitics) = match self.new_name(at, false) {
            Some(end) => (end, 0, Clitics::NONE),
            None => self.new_name_behind(at)?,
        };
        let span = self.span(at, skip, end);
        let (office, of) = self.office_behind(end);
        let referent = self.identify(at, skip, end, office, of);
        self.found(span, referent, MentionType::Name);
        self.count(referent);
        let end = self.apposition(referent, at, end, false);
        Some(Phrase {
            start: at,
            end,
            clitics,
            referents: smallvec![referent],
            span,
            kind: PhraseKind::Person,
            named: true,
            gender: None,
            number: Number::Singular,
            office: None,
            of: None,
        })
    }

    /// "an American drone strike", "an Israeli military operation": whether a noun of the lexicon of several words begins at a token, so
    /// that its first word is nobody.
    fn opens_longer_noun(&self, at: usize) -> bool {
        self.scan.at(at).iter().any(|hit| hit.kinds.has(Kinds::NOMINAL) && hit.end as usize > at + 1)
    }
}
