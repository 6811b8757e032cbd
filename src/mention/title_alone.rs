//! A title without a name: who holds the office, whose office it is by a list or a pronoun.

use super::kind::MentionType;
use super::name::Context;
use super::phrase::{Phrase, PhraseKind, Referent, Role};
use super::reader::Reader;
use super::title::TitleRun;
use super::trace::Holding;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Gender, Number, OfficeId, State};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, BEH};
use crate::text::{Clitics, Gap, Span};

/// Among so many of the latest mentions or offices something is looked for; further back it is another matter.
const LAST: usize = 256;

impl Reader<'_> {
    pub(super) fn one_holder(&mut self, run: &TitleRun) -> Option<Phrase> {
        if let Some(phrase) = self.title_with_name(run) {
            return Some(phrase);
        }
        if let Some(phrase) = self.two_titles(run) {
            return Some(phrase);
        }
        let own = run.office?;
        self.note_appointed(run);
        let house = self.by_speaking_house(own, run);
        let office = house.map_or(own, |(office, _)| office);
        let told = run.of.or(house.map(|(_, country)| country)).or_else(|| self.country_of_list(run));
        let told = told.or_else(|| self.country_of_leader(run));
        let shared = TitleRun { of: told.or_else(|| self.country_visited(run)), office: Some(office), ..*run };
        let run = &shared;
        // "the US ambassador to Egypt": the preposition of the title belongs to the place.
        let shortened = TitleRun { end: run.end - 1, title_end: run.title_end - 1, ..*run };
        let run = if self.is_followed_by_post(run) { &shortened } else { run };
        let plain_noun = self.lang == Lang::En && run.of.is_none() && !self.is_definite_english(run);
        // كرئيس للنقابة, رئيس شعبة: an open title that nothing fills is anybody's.
        let open = self.lang == Lang::Ar && run.state == State::Construct && run.of.is_none() && !self.is_filled(run);
        // "the Syria opposition chief", "the shadow minister"
        let other = self.lang == Lang::En
            && self.knowledge.gazetteer.offices().name(office) != "opposition_leader"
            && (run.start..run.title_end)
                .any(|at| self.class(at, Kinds::CLASS, |class| class == Class::Faction).is_some());
        let several = self.is_one_of_several(run);
        let named = || {
            let holder = self.titled.get(&self.title_key(run), run.start)?;
            self.note_holder(Holding::Said, office, run.of);
            Some(holder)
        };
        let many = self.knowledge.gazetteer.offices().has_many(office);
        // "Israeli FM official": somebody who works for him.
        let official = |at: usize| at < self.range.1 && matches!(self.form(at), b"official" | b"officials");
        let staff = self.lang == Lang::En
            && (official(run.title_end - 1) && run.title_end > run.head + 1
                || self.joined(run.end) && official(run.end));
        // "Afghanistan's chairman of the High Council": he leads something else there.
        let elsewhere = self.lang == Lang::En
            && run.of.is_some()
            && self.knowledge.gazetteer.offices().name(office) == "leader"
            && self.joined(run.end)
            && self.form(run.end) == b"of";
        let holder = if run.former && self.lang == Lang::Ar && !run.indefinite {
            // وزير الخارجية الألماني الأسبق: whom the document introduces so, and no country.
            named().or_else(|| self.past_holder(office, run.of?))
        } else if self.lang == Lang::En && (run.former || self.is_past_office(office)) && !other && !staff {
            self.former_again(office, run)
        } else if run.former || plain_noun || run.indefinite || open || other || staff || several || elsewhere {
            None
        } else {
            // مساعد الرئيس السوداني: one of several, if the document says who.
            self.minister_called(run)
                .or_else(|| self.by_epithet(office, run))
                .or_else(|| self.head_again(office, run))
                .or_else(|| self.leader_again(office, run))
                .or_else(|| {
                    self.posted_holder(office, run).inspect(|_| self.note_holder(Holding::Post, office, run.of))
                })
                .or_else(|| (many && run.of.is_some()).then(named).flatten())
                .or_else(|| self.called_with(office, run))
                .or_else(|| {
                    // "the FEMA administrator" is no administrator of another body.
                    // رئيس الوزراء تزنغاكوف: whom nobody lists and the text names is not the holder at home.
                    let alone = run.of.is_none() && !self.office_of.contains_key(&office);
                    let stranger = alone && self.joined(run.end) && self.is_name_of_nobody(run.end);
                    let known = run.body.is_none() && !stranger;
                    let holder = if known { self.office_holder(office, run.of) } else { None };
                    let holder = holder.filter(
                        |&holder| !matches!(holder, Referent::Known(key) if self.is_other_head(key, office, run)),
                    );
                    holder.filter(|&holder| self.may_serve_there(holder, office, run))
                })
                .or_else(named)
                .or_else(|| self.named_at_home(office, run))
                .or_else(|| self.sole_ruler(office, run))
                .or_else(|| self.called_in_full(office, run))
                .or_else(|| self.holder_in(office, run.body?))
                .or_else(|| self.heads_state(office, run.of))
                .or_else(|| {
                    let last = self.minister_before(office, run)?;
                    self.note_holder(Holding::LastMinister, office, run.of);
                    Some(last)
                })
                .or_else(|| {
                    let only = self.only_one_serving(office, run)?;
                    self.note_holder(Holding::Only, office, run.of);
                    Some(only)
                })
                .or_else(|| self.named_holder(office, run))
        };
        // السفيرة الأمريكية: no man is called so, though a woman may be called السفير.
        let woman = self.lang == Lang::Ar && run.gender == Some(Gender::Feminine);
        let holder = holder.filter(|&holder| !woman || self.gender_of(holder) != Some(Gender::Masculine));
        // لشؤون الشرق الأدنى: whose affairs it sees to.
        let behind = TitleRun { end: self.past_affairs(run), ..*run };
        let run = &behind;
        let span = self.span(run.head, if run.head == run.start { run.skip } else { 0 }, run.title_end);
        match (holder, self.trace) {
            (Some(person), _) => {
                // خادم الحرمين الشريفين: a title that only one country gives speaks of it.
                if let Some(of) = run.of.filter(|&of| self.knowledge.gazetteer.get(of).kind == EntityKind::Country) {
                    self.speak_of(of);
                }
                self.found(span, person, MentionType::Title);
            }
            (None, Some(trace)) => {
                let indefinite = plain_noun || run.indefinite || open || several;
                trace.vacant(span, office, run.of, self.vacancy(run.of, run.former, indefinite, other));
            }
            (None, None) => {}
        }
        // Without a holder the country stands in for the person, where the title names it or whom it serves.
        let kind = match holder {
            Some(_) => PhraseKind::Person,
            None if self.lang == Lang::Ar
                && run.of.is_some()
                && (self.is_before_somebody_else(run) || self.is_before_another_title(run)) =>
            {
                PhraseKind::Agent
            }
            None => PhraseKind::Unknown,
        };
        let past = run.former || self.lang == Lang::En && self.is_past_office(office);
        let of = run.of.filter(|_| holder.is_none() && !other && !past).map(Referent::Known);
        let end = self.tokens.tokens[run.end - 1].span.end;
        let inside = |span: Span| span.start < end && self.tokens.tokens[run.start].span.start < span.end;
        let named = self.mentions.iter().rev().take(LAST).any(|found| inside(found.span));
        // المتحدث باسم الحركة: the body was named before.
        let again = self.lang == Lang::Ar
            && self.class(run.end - 1, Kinds::PRONOUN, |class| matches!(class, Class::Aforenamed(_))).is_some();
        let of = of.filter(|_| named || again || self.lang == Lang::En && told.is_some());
        // "a Hamas leader", one listed title: its body is named by it.
        if let Some(of) = of.filter(|_| !named && !again) {
            let named = |at: usize| Some((at, self.name(at, Context::default())?));
            let mut bodies = (run.start..run.title_end).filter(|_| several).filter_map(named);
            match bodies.find(|(_, body)| body.referent == of) {
                Some((at, body)) => self.found(self.name_span(at, &body), of, body.kind),
                None => self.found(span, of, MentionType::Title),
            }
        }
        let of = of.or(run.body.filter(|_| again && !other && !past));
        let referents = holder.or(of).into_iter().collect();
        let gender = run.gender.or(holder.and_then(|holder| self.gender_of(holder)));
        Some(Phrase {
            start: run.start,
            end: run.end,
            clitics: run.clitics,
            referents,
            span,
            kind,
            named: false,
            gender,
            number: Number::Singular,
            office: Some(office),
            of: run.of,
        })
    }

    /// استقبل رئيس الجمهورية الوزير. وأكد الرئيس قيس سعيد: whom the text names further on with the same office, in other words and without saying
    /// of which state, where nobody else is called so.
    fn named_at_home(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        let alone = run.of.is_none() && run.body.is_none() && run.state == State::Definite && !self.is_filled(run);
        if self.lang == Lang::En || !alone || !self.is_of_some_state(office) {
            return None;
        }
        let found = self.titled.at_home(office, run.start)?;
        self.note_holder(Holding::Said, office, None);
        Some(found)
    }

    /// Returns whether an office is that of a minister or of who heads a state or its government.
    fn is_of_some_state(&self, office: OfficeId) -> bool {
        let one = !self.knowledge.gazetteer.offices().has_many(office);
        one && (self.is_office_of_state(office) || self.is_high_office(office))
    }

    /// Notes whom a title of an office of a state names.
    pub(super) fn note_office_of_state(&mut self, run: &TitleRun, person: Referent) {
        if let Some(office) =
            run.office.filter(|&office| self.lang == Lang::Ar && !run.former && self.is_of_some_state(office))
        {
            self.late = self.late.max(self.titled.note_office(office, person, run.of.is_some()));
        }
    }

    /// "the pope flew to Tel Aviv": the holder of a ruler's office that only one country gives, where the text says no more.
    fn sole_ruler(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        let gazetteer = &self.knowledge.gazetteer;
        let bare = self.lang == Lang::En && run.of.is_none() && run.body.is_none() && run.end == run.head + 1;
        if !bare || !gazetteer.offices().kind(office).regnal {
            return None;
        }
        const NEAR: usize = 64;
        let country = |of| gazetteer.get(of).kind == EntityKind::Country;
        let of = gazetteer.offices().sole_country(office, country)?;
        let holder = gazetteer.holder(office, of, self.date?)?;
        // "the pope" in Egypt, where the text speaks of another's church, is that church's.
        let other = self.mentions.iter().rev().take(NEAR).any(|found| match found.referent {
            Referent::Known(key) => {
                gazetteer.offices().of_person(key).any(|term| term.office == office && term.of != Some(of))
            }
            Referent::New(_) => false,
        });
        self.note_holder(Holding::Listed, office, Some(of));
        (!other).then_some(Referent::Known(holder))
    }

    /// الرئيس الأمريكي الأسبق: the one man of those who once held an office whom the document names.
    fn past_holder(&self, office: OfficeId, of: EntityId) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        let mut named = offices.past_holders(office, of, self.date?).filter(|&person| self.is_introduced(person));
        let first = named.next()?;
        named.all(|other| other == first).then(|| {
            self.note_holder(Holding::Past, office, Some(of));
            Referent::Known(first)
        })
    }

    /// رئيس الوزراء ووزير الخارجية التركيين: the country that the last title of a list names for all of them.
    fn country_of_list(&self, run: &TitleRun) -> Option<EntityId> {
        use crate::text::fold::{ALEF, LAM};
        const MOST: usize = 6;
        const TAIL: usize = 2;
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        // الرئيس ووزير الخارجية الأمريكي: the president is the reader's own, but for a long list of whom somebody talked with.
        let skip = if run.head == run.start { run.skip as usize } else { 0 };
        let known = form(run.head)[skip..].starts_with(&[ALEF, LAM]);
        let with = run.start > self.range.0
            && self.class(run.start - 1, Kinds::WORD, |class| matches!(class, Class::Prep(_) | Class::Each)).is_some();
        if self.lang == Lang::En {
            return self.country_of_first(run);
        }
        if known && !with || run.former || run.indefinite || run.office.is_none() {
            return None;
        }
        let mut at = run.end;
        for others in 1..=MOST {
            let near = at < self.range.1 && (self.joined(at) || self.tokens.tokens[at].gap == Gap::Punct(b','));
            let (end, ..) = self.title_at(at).filter(|&(_, clitics, _, title)| {
                // رئيس الجمهورية والرئيس الفرنسي: no state has two.
                let another = title.office != run.office;
                near && another && clitics == Clitics::WA && title.office.is_some() && title.body.is_none()
            })?;
            // وزعيمة الحزب الحاكم, وزعيم المعارضة بالبرلمان الهندي: over what belongs to the title.
            let tail = |at: usize| {
                let word = form(at).strip_prefix(&[BEH]).unwrap_or(form(at));
                word.starts_with(&[ALEF, LAM]) && self.demonym(at).is_none()
            };
            at = (end..end + TAIL).find(|&at| !self.joined(at) || !tail(at)).unwrap_or(end + TAIL);
            if self.joined(at)
                && let Some((_, Clitics::NONE, _, country, _)) = self.demonym(at)
            {
                return Some(country).filter(|_| !known || others > 1);
            }
        }
        None
    }

    /// الملك سلمان وولي عهده, بوتين ووزير خارجيته: the country of whom or of what is named right before, whose office a title with a pronoun
    /// on its last word is.
    fn country_of_leader(&self, run: &TitleRun) -> Option<EntityId> {
        use crate::text::fold::HEH;
        let several = run.title_end > run.head + 1;
        if self.lang == Lang::En || !several || run.clitics != Clitics::WA || run.of.is_some() || run.body.is_some() {
            return None;
        }
        // أمير الكويت وولي العهد: without a pronoun the heir alone, of whom no further title tells more.
        let heir = run.state == State::Definite
            && !(self.joined(run.end) && self.title_at(run.end).is_some())
            && run.office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office) == "crown_prince");
        let owned = &self.tokens.tokens[run.title_end - 1];
        let woman = self.tokens.form(owned).ends_with(&[HEH, ALEF]);
        let man = self.tokens.form(owned).ends_with(&[HEH]) && !owned.teh_marbuta;
        let said = man || woman || heir;
        let last = self.mentions.last().filter(|_| said && !run.former && run.start > self.range.0)?;
        let before = self.tokens.tokens[run.start - 1].span.end;
        let Referent::Known(leader) = last.referent else { return None };
        let entity = self.knowledge.gazetteer.get(leader);
        match entity.kind {
            _ if last.span.end != before || last.kind == MentionType::Demonym => None,
            EntityKind::Country => Some(leader),
            EntityKind::Person if heir => entity.country,
            EntityKind::Person if woman == (self.gender_of(last.referent) == Some(Gender::Feminine)) => entity.country,
            _ => None,
        }
    }

    /// "Spain's king and prime minister", "the Bahraini king and crown prince": the country whose office the title right before an English "and"
    /// names, of another title without a name.
    fn country_of_first(&self, run: &TitleRun) -> Option<EntityId> {
        let before = run.start.checked_sub(1).filter(|&before| before >= self.range.0)?;
        let and = self.form(before) == b"and" && before > self.range.0;
        if !and && !self.is_within_titles(run) {
            return None;
        }
        let before = before - usize::from(and);
        // "The Vice President and President discussed": whom the text has called so before.
        let known = |office: &OfficeId| self.office_of.contains_key(office);
        let office = run.office.filter(|_| run.of.is_none() && run.body.is_none() && !run.former)?;
        let last = self.mentions.last()?;
        let adjacent = last.kind == MentionType::Title && last.span.end == self.tokens.tokens[before].span.end;
        // "the king and the prime minister of Spain": what follows names the country itself.
        let alone = !(self.joined(run.end) && matches!(self.form(run.end), b"of" | b"for"));
        let (Referent::Known(person), day) = (last.referent, self.date?) else { return None };
        let offices = self.knowledge.gazetteer.offices();
        let state = |of: &EntityId| self.knowledge.gazetteer.get(*of).kind == EntityKind::Country;
        let of = offices.of_person(person).filter(|term| term.covers(day)).find_map(|term| term.of.filter(state))?;
        let held = self.knowledge.gazetteer.holder(office, of, day).is_some_and(|holder| holder != person);
        (adjacent && alone && held && !known(&office) && !offices.has_many(office)).then_some(of)
    }

    /// "the Turkish president, prime minister and foreign minister": whether a title stands between a comma and another of the list.
    fn is_within_titles(&self, run: &TitleRun) -> bool {
        let comma = |at: usize| self.tokens.tokens[at].gap == Gap::Punct(b',');
        if run.end + 1 >= self.range.1 || !comma(run.start) {
            return false;
        }
        let and = usize::from(self.form(run.end) == b"and");
        let next = self.title_at(run.end + and).filter(|_| and == 1 || comma(run.end));
        next.is_some_and(|(.., title)| title.office.is_some() && title.number == Number::Singular)
    }

    /// وزير الخارجية الأردني فلان ووزير الصناعة فلان: the country that gave the office of whom a list named right before
    /// somebody new.
    pub(super) fn giver_of_list(&self, run: &TitleRun, person: Referent) -> Option<Referent> {
        let new = matches!(person, Referent::New(_)) && run.start > self.range.0;
        let last = self.roles.last().filter(|role| new && role.sentence == self.sentence && !role.former)?;
        let country =
            matches!(last.of, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Country);
        let offices = self.knowledge.gazetteer.offices();
        let minister = |office: Option<OfficeId>| office.is_some_and(|office| offices.is_ministerial(office));
        let heads = |office: Option<OfficeId>| {
            office.is_some_and(|office| offices.kind(office).heads.is_some() || offices.name(office) == "head_of_state")
        };
        let and = self.lang == Lang::En && self.form(run.start - 1) == b"and";
        let joins = match self.lang {
            Lang::Ar => run.clitics == Clitics::WA,
            Lang::En => and || self.tokens.tokens[run.start].gap == Gap::Punct(b','),
        };
        let before = (run.start - 1).saturating_sub(usize::from(and));
        let adjacent = joins && last.span.end == self.tokens.tokens[before].span.end;
        (country && adjacent && (minister(last.office) || heads(last.office)) && minister(run.office))
            .then_some(last.of)
    }

    /// أمينها العام, رئيسه: whether a title says by a pronoun whose head somebody is. Other offices with one are told of without
    /// the names of who holds them as well.
    pub(super) fn is_owned(&self, run: &TitleRun) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let heads =
            |office| matches!(offices.name(office), "president" | "leader" | "secretary_general" | "deputy_head");
        self.has_pronoun(run) && run.office.is_some_and(heads)
    }

    /// Returns whether the first word of an Arabic title has a pronoun of the third person on it.
    fn has_pronoun(&self, run: &TitleRun) -> bool {
        use crate::text::fold::HEH;
        let token = &self.tokens.tokens[run.head];
        let form = self.tokens.form(token);
        let pronoun = form.ends_with(&[HEH]) && !token.teh_marbuta || form.ends_with(&[HEH, ALEF]);
        self.lang == Lang::Ar && run.office.is_some() && run.of.is_none() && run.body.is_none() && pronoun
    }

    /// على لسان أمينها العام فلان, سحبت الجزائر سفيرها فلانا: the body or country named last in the sentence, for a title with a
    /// pronoun.
    pub(super) fn owner_of_title(&self, run: &TitleRun) -> Option<Referent> {
        const NEAR: usize = 3;
        if !self.has_pronoun(run) {
            return None;
        }
        let from = self.tokens.tokens[self.range.0].span.start;
        let before = self.tokens.tokens[run.start].span.start;
        // نقابة الصحافيين التونسيين ... رئيستها: a nationality owns nothing.
        let in_sentence = |found: &super::phrase::Found| {
            from <= found.span.start && found.span.end <= before && found.kind != MentionType::Demonym
        };
        let land = |key: EntityId| self.knowledge.gazetteer.get(key).kind == EntityKind::Country;
        let body = |referent: Referent| match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
            Referent::New(place) => self.people[place as usize].kind == EntityKind::Organisation,
        };
        let posted = run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office));
        let named = self.mentions.iter().rev().filter(|found| in_sentence(found)).take(NEAR);
        let owner = named.map(|found| found.referent).find_map(|referent| match referent {
            Referent::Known(key) if land(key) => Some(referent),
            Referent::Known(key) if body(referent) => Some(Referent::Known(self.office_giver(key))),
            Referent::New(_) if body(referent) => Some(referent),
            _ => None,
        });
        owner.filter(|&owner| !posted || !body(owner))
    }

    /// الوزير, الوزير الأمريكي: the minister (of that country) whom the document named last, of several in one sentence the first, who
    /// is its topic: التقى وزير الخارجية كيري نظيره لافروف. كما اتصل الوزير.
    pub(super) fn minister_before(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        if offices.name(office) != "minister" || run.state != State::Definite {
            return None;
        }
        let minister = |role: &&Role| {
            role.office.is_some_and(|office| {
                let name = offices.name(office);
                name.ends_with("minister") && name != "prime_minister"
            }) && run.of.is_none_or(|of| Referent::Known(of) == role.of)
        };
        let last = self.roles.iter().rev().take(LAST).find(minister)?;
        let before = self.roles.iter().rev().take(LAST).take_while(|role| role.sentence == last.sentence);
        let topic = before.filter(minister).last().filter(|_| last.sentence < self.sentence && run.of.is_none());
        Some(topic.unwrap_or(last).person)
    }

    /// تزنغاكوف إن: whether what nobody knows stands at a token, and looks like a name or opens what it says.
    fn is_name_of_nobody(&self, at: usize) -> bool {
        let unknown = self.scan.word(at).is_none() && self.scan.at(at).is_empty();
        let says = || self.class(at + 1, Kinds::CLAUSE, |class| class == Class::Complement).is_some();
        self.is_strange(at) || unknown && says()
    }

    /// "The Secretary of State met the German Foreign Minister": of two who hold such an office, "the Foreign Minister" is who was
    /// introduced in these words.
    fn called_with(&self, office: OfficeId, run: &TitleRun) -> Option<Referent> {
        let &(first, _) = self.office_of.get(&office).filter(|_| run.of.is_none())?;
        let called = self.titled.only(&self.title_key(run)).filter(|&called| called != first)?;
        let holds = |role: &&Role| role.person == called && role.office == Some(office) && !role.former;
        let role = self.roles.iter().rev().take(LAST).find(holds)?;
        let of = if let Referent::Known(of) = role.of { Some(of) } else { None };
        self.note_holder(Holding::Said, office, of);
        Some(called)
    }

    /// Returns who held an office on the document's day, or who the document last said held it.
    pub(super) fn office_holder(&self, office: OfficeId, of: Option<EntityId>) -> Option<Referent> {
        if let Some(of) = of {
            if let Some(&(person, known)) = self.office_of.get(&office)
                && known == Some(of)
            {
                self.note_holder(Holding::Said, office, Some(of));
                return Some(person);
            }
            if self.knowledge.gazetteer.offices().has_many(office) {
                return self.shared_holder(office, of);
            }
            let holder = self.knowledge.gazetteer.holder(office, of, self.date?)?;
            self.note_holder(Holding::Listed, office, Some(of));
            return Some(Referent::Known(holder));
        }
        // رئيس القسم: a document has many.
        if self.knowledge.gazetteer.offices().name(office) == "section_head" {
            return None;
        }
        let Some(&(person, of)) = self.office_of.get(&office) else { return self.holder_at_home(office) };
        self.note_holder(Holding::Said, office, of);
        Some(person)
    }

    /// إقالة وزير الداخلية: who holds on the day an office of the state in whose news the document stands.
    fn holder_at_home(&self, office: OfficeId) -> Option<Referent> {
        let gazetteer = &self.knowledge.gazetteer;
        if gazetteer.offices().has_many(office) {
            return None;
        }
        if self.lang == Lang::En {
            let of = self.letterhead()?;
            let holder = gazetteer.holder(office, of, self.date?)?;
            self.note_holder(Holding::Listed, office, Some(of));
            return Some(Referent::Known(holder));
        }
        let state = self.home_state(office)?;
        let holder = gazetteer.holder(office, state, self.date?)?;
        self.note_holder(Holding::Listed, office, Some(state));
        Some(Referent::Known(holder))
    }

    /// "The White House", "United Nations" alone in the first line of an English text: in whose name it was put out.
    fn letterhead(&self) -> Option<EntityId> {
        let first = self.mentions.first()?;
        let before = self.text[..first.span.start].trim();
        let alone = before.is_empty() || before.eq_ignore_ascii_case("the");
        let ends = self.text[first.span.end..].starts_with(['\n', '\r']);
        match first.referent {
            Referent::Known(key) if alone && ends => Some(self.office_giver(key)),
            _ => None,
        }
    }

    /// Whether somebody listed as the holder of an office is not meant: الأمين العام للحزب is not its president, where only one
    /// is listed and the title does not name the party.
    pub(super) fn is_other_head(&self, holder: EntityId, office: OfficeId, run: &TitleRun) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        if self.lang == Lang::En || offices.name(office) != "secretary_general" {
            return false;
        }
        let end = self.tokens.tokens[run.end - 1].span.end;
        let inside = |span: Span| span.start < end && self.tokens.tokens[run.start].span.start < span.end;
        !self.mentions.iter().rev().take(LAST).any(|found| inside(found.span))
            && offices.of_person(holder).all(|term| term.office != office)
    }

    /// رئيس الشركة: whom the text has given that office in a body that nobody lists.
    fn holder_in(&self, office: OfficeId, body: Referent) -> Option<Referent> {
        let given = |role: &&Role| role.office == Some(office) && role.of == body && !role.former;
        self.roles.iter().rev().take(LAST).find(given).map(|role| role.person)
    }

    /// رئيس الدولة: whom the text introduced as president, king or emir.
    fn heads_state(&self, office: OfficeId, of: Option<EntityId>) -> Option<Referent> {
        const HEADS: [&str; 3] = ["president", "king", "emir"];
        let offices = self.knowledge.gazetteer.offices();
        if self.lang == Lang::En || offices.name(office) != "head_of_state" {
            return None;
        }
        let said = |name: &&str| {
            let head = offices.id(name)?;
            let &(person, country) = self.office_of.get(&head)?;
            (of.is_none() || of == country).then_some((head, country, person))
        };
        let (head, country, person) = HEADS.iter().find_map(said)?;
        self.note_holder(Holding::Said, head, country);
        Some(person)
    }

    /// السفير الأمريكي: of the many who hold such an office, the one whom the document names.
    fn shared_holder(&self, office: OfficeId, of: EntityId) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        let holders = offices.holders(office, of, self.date?);
        let mut named = holders.iter().filter(|&&person| self.is_introduced(person));
        match (named.next(), named.next()) {
            (Some(&first), None) => {
                self.note_holder(Holding::Only, office, Some(of));
                Some(Referent::Known(first))
            }
            // المتحدث باسم الكرملين: a house that is known to have one voice.
            // المبعوث الأمريكي, who may be any of those for other places, is nobody in particular.
            (None, _) if !offices.is_open(office) && (holders.len() < 2 || !offices.is_posted(office)) => {
                let holder = self.knowledge.gazetteer.holder(office, of, self.date?)?;
                self.note_holder(Holding::Listed, office, Some(of));
                Some(Referent::Known(holder))
            }
            _ => None,
        }
    }
}
