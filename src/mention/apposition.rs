//! Titles that follow a name: "Lavrov, the Russian foreign minister".

use super::mechanism::Mechanism;
use super::name::{Context, Named};
use super::phrase::{Referent, Role};
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, Number, OfficeId};
use crate::lexicon::{Class, Item, Slot};
use crate::text::fold::ALEF;
use crate::text::{Clitics, Gap, Span};

impl Reader<'_> {
    /// لافروف، وزير الخارجية الروسي: takes in a title without a name that follows its holder, whose phrase begins at `start`; returns
    /// the new end.
    pub(super) fn apposition(&mut self, person: Referent, start: usize, end: usize, titled: bool) -> usize {
        if end >= self.range.1 || self.without.lacks(Mechanism::Apposition) {
            return end;
        }
        let gap = self.tokens.tokens[end].gap;
        // فلان «سفير هولندا بالقاهرة»: the quotation marks set the title apart as commas do.
        let quoted = self.lang == Lang::Ar && self.opens_quotation(end);
        // فلان (رئيس الحزب), فلان - رئيس الحزب -: so do brackets and dashes, where both stand.
        let token = &self.tokens.tokens[end];
        let enclosed = self.lang == Lang::Ar && (token.bracket || gap == Gap::Punct(b'-'));
        let bracket = token.bracket;
        let comma = gap == Gap::Punct(b',') || quoted || enclosed;
        if !(comma || self.joined(end)) {
            return end;
        }
        let mut at = if comma { end } else { self.past_post(start, end) };
        if self.lang == Lang::En {
            if !comma {
                return end;
            }
            if self.tokens.form(&self.tokens.tokens[at]) == b"the" || self.tokens.form(&self.tokens.tokens[at]) == b"a"
            {
                at += 1;
            }
        }
        let mark = self.mentions.len();
        let Some(mut run) = self.title_run(at) else {
            self.mentions.truncate(mark);
            return end;
        };
        self.over_service(&mut run);
        self.parent_body(&mut run);
        self.over_second_giver(&mut run);
        self.over_owned_body(&mut run);
        let left = !comma && !titled && self.is_said_where(&run) && self.leaves_object(start, &run);
        let closes = |at: usize| {
            let next = self.tokens.tokens.get(at).filter(|_| at < self.range.1);
            // قال فلان - رئيس الحزب: إن
            next.is_none_or(
                |next| if bracket { next.bracket } else { matches!(next.gap, Gap::Punct(_) | Gap::Newline) },
            )
        };
        // "Velayati, a top adviser to Iran's Supreme Leader": whoever serves him serves no country.
        let owner = self.lang == Lang::En
            && run.end < self.range.1
            && self.tokens.tokens[run.end].gap == Gap::Joined
            && self.form(run.end) == b"s";
        let fits = run.number == Number::Singular
            && !owner
            && run.clitics == Clitics::NONE
            && run.office.is_some()
            && (!enclosed || closes(run.end))
            && !self.heads_pair(&run)
            && (!self.name_follows(&run)
                || left
                || self.serves_whoever_follows(&run)
                // الأمير فلان أمير المنطقة الأمير فلانا: the next one has a title of his own.
                || self.may_govern(person, &run) && self.joined(run.end) && self.title_at(run.end).is_some())
            && self.may_hold(
                person,
                &run,
                comma || left || !titled && self.is_said_where(&run) && self.is_named_alone(start),
                titled,
            );
        if !fits {
            self.mentions.truncate(mark);
            return match person {
                Referent::Known(key) if !enclosed => self.titles_in_a_row(key, end),
                _ => end,
            };
        }
        // الأمير فلان أمير المنطقة: a prince who has an office has that one.
        if self.roles.last().is_some_and(|role| role.person == person && self.is_of_birth(role.office)) {
            self.roles.pop();
        }
        let span =
            self.mentions.iter().rev().find(|m| m.referent == person).map_or(self.span(at, 0, run.end), |m| m.span);
        let giver = run.of.map(Referent::Known).or(run.body).or_else(|| self.state_above(person, &run));
        self.give_office(person, run.office, giver, run.former, span);
        if let Some(office) = run.office
            && !self.is_held_at_home(office, run.of)
        {
            self.office_of.insert(office, (person, run.of));
        }
        self.note_secretary(&run, person);
        let key = self.title_key(&run);
        self.late = self.late.max(self.titled.insert(key, person));
        self.note_office_of_state(&run, person);
        if let Referent::New(index) = person {
            let country = run.of.and_then(|key| self.knowledge.gazetteer.get(key).country);
            let new = &mut self.people[index as usize];
            new.office = new.office.or(run.office);
            new.country = new.country.or(country);
        }
        self.further_offices(person, start, &run, span)
    }

    /// "Jalili, the secretary of Iran's Supreme National Security Council (SNSC), met": takes in the listed body of the country of which the title
    /// seems to be, which stands behind the country's s.
    fn over_owned_body(&mut self, run: &mut TitleRun) {
        let (owner, body) = (run.end, run.end + 1);
        let land = run.of.filter(|&of| self.knowledge.gazetteer.get(of).kind == EntityKind::Country);
        let owned = self.lang == Lang::En
            && body < self.range.1
            && self.tokens.tokens[owner].gap == Gap::Joined
            && self.form(owner) == b"s"
            && self.joined(body);
        let Some(land) = land.filter(|_| owned) else { return };
        let Some(named) = self.name(body, Context::default()) else { return };
        let Referent::Known(key) = named.referent else { return };
        let entity = self.knowledge.gazetteer.get(key);
        // Behind the name another word would go on with it.
        let ends = named.end >= self.range.1 || !self.joined(named.end);
        if entity.kind != EntityKind::Organisation || entity.country != Some(land) || !ends {
            return;
        }
        self.push_name(body, &named);
        run.of = Some(self.office_giver(key));
        run.end = named.end;
        run.title_end = named.end;
    }

    /// "Kofi Annan, the envoy of the UN and the Arab League, met": takes in the second of those whom one serves.
    fn over_second_giver(&mut self, run: &mut TitleRun) {
        let and = run.end;
        let given = self.lang == Lang::En && (run.of.is_some() || run.body.is_some());
        if !given || !self.joined(and) || self.form(and) != b"and" || !self.joined(and + 1) {
            return;
        }
        let at = and + 1 + usize::from(self.form(and + 1) == b"the");
        if !self.joined(at) {
            return;
        }
        let body = |named: &Named| matches!(named.referent, Referent::Known(key) if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation);
        let Some(named) = self.name(at, Context::default()).filter(body) else { return };
        let closed = named.end >= self.range.1
            || self.tokens.tokens[named.end].gap == Gap::Punct(b',')
            || self.joined(named.end) && matches!(self.form(named.end), b"to" | b"for" | b"on");
        if closed {
            self.push_name(at, &named);
            run.end = named.end;
        }
    }

    /// يشغل فلان منصب وزير الخارجية, أدى فلان اليمين الدستورية وزيرا للدفاع: over the words between who holds an office and its title, behind a verb of
    /// holding it or swearing it in.
    fn past_post(&self, start: usize, end: usize) -> usize {
        if self.lang == Lang::En || start == self.range.0 || !self.joined(start) {
            return end;
        }
        let Some((post, _)) = self.class(end, Kinds::CLASS, |class| class == Class::Post) else { return end };
        let taken = self.class(start - 1, Kinds::CLASS, |class| class == Class::TakesPost).is_some();
        if taken && post < self.range.1 && self.joined(post) { post } else { end }
    }

    /// استقبل فلان محافظ الأقصر السفير الصيني, استقبل فلان رئيس الحزب وفدا: whether behind a title stands what the verb before the
    /// name does something to, so that the title is that of whoever does it.
    fn leaves_object(&mut self, start: usize, run: &TitleRun) -> bool {
        let at = run.end;
        let verb = self.lang == Lang::Ar && start > self.range.0 && self.joined(start) && self.may_be_verb(start - 1);
        if !verb || !self.joined(at) {
            return false;
        }
        let sent = self.class(at, Kinds::CLASS, |class| class == Class::Deputation);
        if sent.is_some_and(|(_, clitics)| clitics == Clitics::NONE) && self.form(at).last() == Some(&ALEF) {
            return true;
        }
        let (mentions, roles) = (self.mentions.len(), self.roles.len());
        let second = self.title_run(at);
        self.mentions.truncate(mentions);
        self.roles.truncate(roles);
        second.is_some_and(|second| {
            second.number == Number::Singular
                && second.clitics == Clitics::NONE
                && second.office.is_some()
                && self.is_filled(&second)
                && !self.name_beyond(&second)
        })
    }

    /// فلان، عضو مجلس النواب ورئيس الحزب، and قال فلان، عضو المجلس، رئيس الحزب، إن: takes in the titles behind one that stands behind
    /// its holder; returns the new end.
    fn further_offices(&mut self, person: Referent, start: usize, run: &TitleRun, span: Span) -> usize {
        const MOST: usize = 3;
        let mut end = run.end;
        for _ in 0..MOST {
            if self.lang == Lang::En {
                let Some(stop) = self.joined_office_en(person, end, span) else { break };
                end = stop;
                continue;
            }
            if end >= self.range.1 {
                break;
            }
            let (mentions, roles) = (self.mentions.len(), self.roles.len());
            let Some(stop) = self.further_office(person, start, run.office, end, span) else {
                self.mentions.truncate(mentions);
                self.roles.truncate(roles);
                break;
            };
            end = stop;
        }
        end
    }

    /// "Sheikh Mohamed, Crown Prince of Abu Dhabi and Deputy Supreme Commander of the Armed Forces, received": the title joined to one
    /// behind its holder, who may hold both. With an article it is somebody else's.
    fn joined_office_en(&mut self, person: Referent, end: usize, span: Span) -> Option<usize> {
        if !self.joined(end) || self.form(end) != b"and" || !self.joined(end + 1) {
            return None;
        }
        let (mentions, roles) = (self.mentions.len(), self.roles.len());
        let run = self.title_run(end + 1).filter(|run| {
            run.number == Number::Singular && run.clitics == Clitics::NONE && run.office.is_some() && !run.former
        });
        let run = run.filter(|run| !self.name_beyond(run) && self.may_hold(person, run, true, false));
        let Some(run) = run else {
            self.mentions.truncate(mentions);
            self.roles.truncate(roles);
            return None;
        };
        let giver = run.of.map(Referent::Known).or(run.body).or_else(|| self.state_above(person, &run));
        self.give_office(person, run.office, giver, false, span);
        Some(run.end)
    }

    fn further_office(
        &mut self,
        person: Referent,
        start: usize,
        first: Option<OfficeId>,
        at: usize,
        span: Span,
    ) -> Option<usize> {
        // Behind a comma a title may be that of whom something is done to: التقى فلان، وزير الصحة، رئيس الحزب.
        let wanted = match self.tokens.tokens[at].gap {
            Gap::Punct(b',') if self.is_named_alone(start) => Clitics::NONE,
            _ if self.joined(at) => Clitics::WA,
            _ => return None,
        };
        // فلان مساعد وزير الداخلية مدير أمن القاهرة: an assistant of the state heads something in a town.
        let offices = self.knowledge.gazetteer.offices();
        let assists = self.joined(at) && first.is_some_and(|office| offices.kind(office).lesser);
        let mut run = self.title_run(at).filter(|run| {
            let local =
                assists && run.clitics == Clitics::NONE && run.office.is_some_and(|office| self.is_local(office));
            run.number == Number::Singular && (run.clitics == wanted || local) && run.office.is_some() && !run.former
        })?;
        self.parent_body(&mut run);
        let closed = !self.joined(run.end)
            || self
                .class(run.end, Kinds::CLAUSE, |class| matches!(class, Class::Complement | Class::Relative))
                .is_some();
        // فلان ولي العهد ووزير الدفاع وزير الخارجية الأمريكي فلانا: what its holder is known to be is no title of the next one's.
        let held = !closed
            && self.office_title_follows(&run)
            && matches!(person, Referent::Known(key) if self.holds_now(key, &run));
        let fits = (held || closed && !self.name_beyond(&run))
            && !run.indefinite
            && self.is_said_where(&run)
            && !self.heads_pair(&run)
            && !self.is_owned(&run)
            && self.may_hold(person, &run, true, false);
        if !fits {
            return None;
        }
        let giver = run.of.map(Referent::Known).or(run.body).or_else(|| self.state_above(person, &run));
        self.give_office(person, run.office, giver, false, span);
        Some(run.end)
    }

    /// Returns whether a name stands behind a title, at once or behind a comma, whose title it is then.
    fn name_beyond(&self, run: &TitleRun) -> bool {
        let at = run.end;
        if self.name_follows(run) {
            return true;
        }
        if at >= self.range.1 || self.tokens.tokens[at].gap != Gap::Punct(b',') {
            return false;
        }
        let context = Context { title: true, office: run.office, of: run.of, person: true };
        let person = |named: &Named| named.clitics == Clitics::NONE && self.is_person(named.referent);
        self.name(at, context).is_some_and(|named| person(&named)) || self.is_enclosed(at)
    }

    /// استقبل فلان رئيس وأعضاء المجلس: whether a title has only a second noun for people behind it, whose body is its own, too.
    fn heads_pair(&self, run: &TitleRun) -> bool {
        self.lang == Lang::Ar
            && run.of.is_none()
            && run.body.is_none()
            && run.end == run.start + 1
            && self.head(run.start).is_some()
            && self.joined(run.end)
            && self.head(run.end) == Some(Clitics::WA)
    }

    /// فلان رئيس الجمهورية, and then فلان رئيس الهند: whether the text has said who holds an office of state at home, and now speaks
    /// of another country's.
    fn is_held_at_home(&self, office: OfficeId, of: Option<EntityId>) -> bool {
        self.lang == Lang::Ar
            && of.is_some()
            && (self.is_high_office(office) || self.is_office_of_state(office))
            && self.office_of.get(&office).is_some_and(|&(_, known)| known.is_none())
    }

    /// السيسي نائب رئيس مجلس الوزراء وزير الدفاع القائد العام: titles in a row behind a name belong to it up to the last
    /// that the person holds on the day, even where somebody else's title follows; returns the new end.
    fn titles_in_a_row(&mut self, person: EntityId, end: usize) -> usize {
        const MOST: usize = 4;
        if self.lang == Lang::En {
            return end;
        }
        let mut at = end;
        let mut taken = (end, self.mentions.len());
        let mut held = Vec::new();
        for _ in 0..MOST {
            // فلان، ولي العهد نائب رئيس مجلس الوزراء: the first of them may stand behind a comma.
            if at > end && !self.joined(at) {
                break;
            }
            let run = self.title_run(at).filter(|run| run.number == Number::Singular);
            let run = run.filter(|run| run.clitics == Clitics::NONE || at > end && run.clitics == Clitics::WA);
            let Some(run) = run.filter(|run| run.office.is_some() && !self.heads_pair(run)) else { break };
            let further = self.joined(run.end)
                && self
                    .title_at(run.end)
                    .is_some_and(|(_, clitics, _, title)| clitics == Clitics::WA && title.office.is_some());
            let title_follows = further || self.office_title_follows(&run);
            // نبيل العربي الأمين العام للجامعة العربية أحمد داود أوغلو: what names its body is the holder's, whoever follows.
            let own = title_follows || run.of.is_some() || !self.name_follows(&run);
            if own && self.holds_now(person, &run) {
                taken = (run.end, self.mentions.len());
                held.push((run.office, run.of));
            }
            if !title_follows {
                break;
            }
            at = run.end;
        }
        self.mentions.truncate(taken.1);
        let named = self.mentions.iter().rev().find(|m| m.referent == Referent::Known(person)).map(|m| m.span);
        if let Some(span) = named {
            for (office, of) in held {
                self.give_office(Referent::Known(person), office, of.map(Referent::Known), false, span);
            }
        }
        taken.0
    }

    /// Returns whether the title of another office stands right behind a title.
    fn office_title_follows(&self, run: &TitleRun) -> bool {
        self.joined(run.end)
            && self
                .title_at(run.end)
                .is_some_and(|(_, clitics, _, title)| clitics == Clitics::NONE && title.office.is_some())
    }

    /// Returns whether a person is known to hold the office of a title on the day, of the body that it names if any.
    fn holds_now(&self, person: EntityId, run: &TitleRun) -> bool {
        let Some(day) = self.date else { return false };
        self.knowledge
            .gazetteer
            .offices()
            .of_person(person)
            .any(|term| Some(term.office) == run.office && term.covers(day) && (run.of.is_none() || run.of == term.of))
    }

    /// Returns the office, and whose, that a title behind a name gives, without taking it in.
    pub(super) fn office_behind(&mut self, end: usize) -> (Option<OfficeId>, Option<EntityId>) {
        let follows = end < self.range.1 && (self.joined(end) || self.tokens.tokens[end].gap == Gap::Punct(b','));
        if !follows || self.lang == Lang::En {
            return (None, None);
        }
        let mark = self.mentions.len();
        let run = self.title_run(end).filter(|run| run.number == Number::Singular && run.clitics == Clitics::NONE);
        let told = run.filter(|run| run.office.is_some() && !self.name_follows(run));
        self.mentions.truncate(mark);
        told.map_or((None, None), |run| (run.office, run.of))
    }

    /// Returns the holder of the office that stands behind a name, where both sound alike.
    pub(super) fn holder_behind(&mut self, start: usize, end: usize) -> Option<Referent> {
        let (office, of) = self.office_behind(end);
        let Some(of) = of else { return self.holder_nearby(start, end, office?) };
        let office = office?;
        let named = self.variant(start, 0, end, Some(office), Some(of));
        let holders = self.knowledge.gazetteer.offices().holders(office, of, self.date?);
        // محمد حامد مصطفى for محمد مصطفى حامد: the same names in another order.
        let same = |key: &EntityId| end > start + 2 && (start..end).all(|at| self.bears(*key, at));
        let alike = |key: &EntityId| self.sounds_like(start, end, *key) || same(key);
        named.or_else(|| holders.into_iter().find(alike).map(Referent::Known))
    }

    /// ", the head of South Korea's intelligence service,": an apposition runs on to its comma.
    fn over_service(&self, run: &mut TitleRun) {
        const MOST_WORDS: usize = 5;
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        if self.lang != Lang::En || !self.joined(run.end) || form(run.end) != b"s" {
            return;
        }
        let end = (run.end + 1..self.range.1.min(run.end + 1 + MOST_WORDS)).find(|&at| !self.joined(at));
        if let Some(end) = end.filter(|&end| self.tokens.tokens[end].gap == Gap::Punct(b',')) {
            run.end = end;
        }
    }

    /// بايدن، نائب الرئيس الأمريكي باراك أوباما: whether the name behind a deputy's title is that of whom he serves.
    fn serves_whoever_follows(&self, run: &TitleRun) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        let deputy = run.office.is_some_and(|office| offices.name(office) == "vice_president");
        let context = Context { title: true, office: None, of: run.of, person: true };
        let named =
            if deputy && self.lang == Lang::Ar && self.joined(run.end) { self.name(run.end, context) } else { None };
        let (Some(day), Some(Referent::Known(key))) = (self.date, named.map(|named| named.referent)) else {
            return false;
        };
        offices.of_person(key).any(|term| term.covers(day) && offices.name(term.office) == "president")
    }

    pub(super) fn name_follows(&self, run: &TitleRun) -> bool {
        let at = run.end;
        if at >= self.range.1 || !self.joined(at) {
            return false;
        }
        let context = Context { title: true, office: run.office, of: run.of, person: true };
        self.name(at, context).is_some_and(|named| named.clitics == Clitics::NONE)
            || self.title_at(at).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE)
            || (self.lang == Lang::Ar && self.new_name(at, true).is_some() && self.scan.word(at).is_some())
            // "Mayor Bass of Los Angeles, Mayor Brandon Johnson of": two words that nobody lists are the next one's name.
            || (self.lang == Lang::En && self.new_name(at, true).is_some_and(|end| end > at + 1))
    }

    /// Returns whether a quotation mark that opens stands right before a token: behind a space, or one that is never closing.
    pub(super) fn opens_quotation(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let mut before = self.text[..token.span.start].chars().rev();
        let mark = before.next();
        token.quote && (mark == Some('«') || matches!(mark, Some('"' | '“' | '”')) && before.next() == Some(' '))
    }

    /// Returns whether a title says whose office it is, or is one that only a state gives: رئيس النادي is anybody's.
    fn is_said_where(&self, run: &TitleRun) -> bool {
        run.of.is_some() || run.body.is_some() || run.office.is_some_and(|office| self.is_office_of_state(office))
    }

    /// Returns whether only a state gives an office.
    pub(super) fn is_office_of_state(&self, office: OfficeId) -> bool {
        self.knowledge.gazetteer.offices().is_of_state(office)
    }

    /// أكد فلان رئيس الحزب رفضه, مع فلان رئيس الحزب: whether nobody but the one whose phrase begins at a token can be named there: it
    /// stands behind a preposition, or behind a verb of saying that takes no object.
    fn is_named_alone(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1).filter(|&before| before >= self.range.0 && self.joined(start)) else {
            return false;
        };
        let preposition = self.class(before, Kinds::PREPOSITION, |class| matches!(class, Class::Prep(_))).is_some();
        self.lang == Lang::Ar && (preposition || self.says_to_nobody(before))
    }

    /// Returns whether a verb of saying stands at a token, and none that has those who are told for its object.
    fn says_to_nobody(&self, at: usize) -> bool {
        let lexicon = &self.knowledge.lexicon;
        let takes_object = |payload: Payload| match payload {
            Payload::Lexicon(index) => match lexicon.entry(index).item {
                Item::Form(form) => lexicon.trigger(form.trigger).object.contains(&Slot::Object),
                Item::Class(_) => false,
            },
            _ => false,
        };
        let hits = self.scan.at(at).iter().filter(|hit| hit.end as usize == at + 1 && hit.kinds.has(Kinds::FORM));
        self.scan.kinds(at).has(Kinds::SAYING)
            && !hits.into_iter().any(|hit| self.knowledge.dictionary.payloads(hit.node).any(takes_object))
    }

    /// الأمير فلان أمير المنطقة: whether the text has just called somebody a prince, and goes on with the office of a part of a
    /// country.
    fn may_govern(&self, person: Referent, run: &TitleRun) -> bool {
        let prince = match person {
            Referent::Known(_) => {
                self.roles.last().filter(|role| role.person == person).is_some_and(|role| self.is_of_birth(role.office))
            }
            Referent::New(index) => self.is_of_birth(self.people[index as usize].office),
        };
        self.lang == Lang::Ar && prince && run.of.is_some() && run.office.is_some_and(|office| self.is_local(office))
    }

    /// Returns whether a title is one of birth, beside which its bearer may have an office.
    pub(super) fn is_of_birth(&self, office: Option<OfficeId>) -> bool {
        let offices = self.knowledge.gazetteer.offices();
        office.is_some_and(|office| matches!(offices.name(office), "prince" | "princess"))
    }

    /// الأمير فلان: whether an office is one of birth, and its bearer is known to hold no other on the day.
    #[must_use]
    pub fn is_only_of_birth(&self, role: &Role) -> bool {
        if !self.is_of_birth(role.office) {
            return false;
        }
        let (Referent::Known(key), Some(day)) = (role.person, self.date) else { return true };
        let mut terms = self.knowledge.gazetteer.offices().of_person(key);
        !terms.any(|term| term.covers(day) && !self.is_of_birth(Some(term.office)))
    }

    /// Returns whether a title behind a name may belong to the person: nobody else is known to hold it.
    pub(super) fn may_hold(&self, person: Referent, run: &TitleRun, comma: bool, titled: bool) -> bool {
        // قال فلان رئيس حزب المؤتمر إن: between the speaker and what is said, a title is the speaker's; الأمير تشارلز ولي عهد بريطانيا
        // الذي: and before a relative whose it stands behind.
        let at_home = || run.office.is_some_and(|office| self.home_state(office).is_some());
        let said = !titled
            && (run.of.is_some() || run.body.is_some() || at_home())
            && self.joined(run.end)
            && self
                .class(run.end, Kinds::CLAUSE, |class| matches!(class, Class::Complement | Class::Relative))
                .is_some();
        let comma = comma || said;
        let offices = self.knowledge.gazetteer.offices();
        // انتقد فلان وزير الداخلية: in the news of a state, who is its minister is known.
        let of =
            run.of.or_else(|| run.office.filter(|_| run.body.is_none()).and_then(|office| self.home_state(office)));
        let holder = of.zip(run.office).and_then(|(of, office)| {
            let day = self.date.filter(|_| !offices.has_many(office))?;
            let holder = self.knowledge.gazetteer.holder(office, of, day)?;
            (!self.is_other_head(holder, office, run)).then_some(holder)
        });
        match (person, holder) {
            (Referent::Known(key), Some(holder)) if key == holder => true,
            (Referent::Known(key), _) => {
                // الشيخ فلان رئيس الدولة: the head of state is the emir, the king or the president.
                let means = |office| run.office.is_some_and(|own| offices.kind(own).means.contains(&office));
                let held = offices
                    .of_person(key)
                    .any(|term| Some(term.office) == run.office || self.lang == Lang::Ar && means(term.office));
                if run.of.is_some()
                    && offices.of_person(key).any(|term| Some(term.office) == run.office && term.of == run.of)
                {
                    return true;
                }
                let same = run.of.is_none_or(|of| {
                    self.knowledge.gazetteer.get(of).country == self.knowledge.gazetteer.get(key).country
                });
                same && (held || holder.is_none() && !titled && (comma || self.may_govern(person, run)))
            }
            (Referent::New(_), Some(_)) => comma && !titled,
            // سلم العامر القائم بالأعمال مذكرة: who has an office by now gets no other one without a comma.
            (Referent::New(index), None) => {
                let own = self.people[index as usize].office;
                comma
                    || !titled
                        && (self.lang == Lang::En
                            || own.is_none_or(|own| Some(own) == run.office)
                            || self.may_govern(person, run))
            }
        }
    }
}
