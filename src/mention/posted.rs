//! Titles of who is sent somewhere or serves somebody: where the office is held, whom its holder serves.

use super::name::{Context, Named};
use super::phrase::Referent;
use super::reader::Reader;
use super::title::TitleRun;
use crate::dictionary::Kinds;
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, OfficeId, State};
use crate::lexicon::{Class, WordList};
use crate::text::{Clitics, Gap};

/// Whose holders Lebanese papers call "the president": of the republic, of the government, of the house.
const PRESIDING: [&str; 3] = ["president", "prime_minister", "speaker"];

impl Reader<'_> {
    /// مبعوث أوباما, مستشار الرئيس عباس, المستشار الدبلوماسي لبوتين: the person whom somebody else serves.
    pub(super) fn principal(&mut self, run: &mut TitleRun, at: usize) -> bool {
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
        let presides = |office| PRESIDING.contains(&offices.name(office));
        let called_president = under.is_some_and(|office| offices.name(office) == "president");
        // مستشار الرئيس بري فلان: where his name ends is told by the office that he holds.
        let heads = |named: &Named| matches!(named.referent, Referent::Known(key) if offices.of_person(key).any(|term| presides(term.office)));
        let others = || {
            let further = PRESIDING[1..].iter().filter(|_| called_president).filter_map(|name| offices.id(name));
            further.into_iter().find_map(|office| {
                self.name(at, Context { office: Some(office), ..context }).filter(|named| heads(named))
            })
        };
        let named = self.name(at, context);
        let Some(named) = named.filter(|named| !called_president || heads(named)).or_else(others) else { return false };
        let Referent::Known(key) = named.referent else { return false };
        let serves = match (named.clitics, under) {
            (Clitics::LI, None) => true,
            (Clitics::NONE, None) => run.state == State::Construct && run.of.is_none() && !self.is_filled(run),
            (Clitics::NONE, Some(office)) => {
                offices.of_person(key).any(|term| term.office == office && self.date.is_none_or(|day| term.covers(day)))
                    // مستشار الرئيس بري: whoever heads a government or a house is called so, too.
                    || called_president && heads(&named)
            }
            _ => false,
        };
        if !serves {
            return false;
        }
        self.push_name(at, &named);
        run.of = run.of.or(self.sender_of_envoys(key));
        run.state = State::Definite;
        run.end = named.end;
        run.title_end = named.end;
        true
    }

    /// مبعوث كي مون: for whom a person sends envoys, the body that he heads or serves on the document's day,
    /// else his country.
    fn sender_of_envoys(&self, person: EntityId) -> Option<EntityId> {
        let gazetteer = &self.knowledge.gazetteer;
        let country = gazetteer.get(person).country;
        let terms = || {
            let day = self.date;
            gazetteer.offices().of_person(person).filter(move |term| day.is_some_and(|day| term.covers(day)))
        };
        let at_home = terms().any(|term| term.of.is_some() && term.of == country);
        let heads = |office| gazetteer.offices().name(office) == "secretary_general";
        let first = terms().find(|term| heads(term.office)).or_else(|| terms().find(|term| term.of.is_some()));
        let body = first.and_then(|term| term.of);
        if at_home { country } else { body.or(country) }
    }

    /// المبعوث الشخصي للرئيس الفرنسي فرانسوا هولاند: the principal behind a title of his own, whose name follows.
    pub(super) fn titled_principal(&mut self, run: &mut TitleRun, at: usize) -> bool {
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
        let Some(named) = named.filter(|named| named.clitics == Clitics::NONE) else {
            return office.is_some() && self.unnamed_principal(run, end);
        };
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

    /// المبعوث الخاص للرئيس الأميركي لعملية السلام فلان: the principal whom only his office and country name.
    fn unnamed_principal(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(at).filter(|_| self.joined(at)) else {
            return false;
        };
        let leads = self.leads_on(end) || self.joined(end) && self.purpose_of_peace(end).is_some();
        if run.of.is_some() || !(leads || self.joined(end) && self.is_held_by(run, end)) {
            return false;
        }
        self.found_demonym(at, skip, end, country);
        run.of = Some(country);
        run.state = State::Definite;
        run.end = end;
        run.title_end = end;
        true
    }

    /// Returns whether a place to which somebody is sent stands at a token: إلى الشرق الأوسط, لسوريا.
    fn leads_on(&self, at: usize) -> bool {
        if !self.joined(at) {
            return false;
        }
        let preposition = self.class(at, Kinds::PREPOSITION, |class| self.is_posting_preposition(class));
        let place = preposition.map_or(at, |(end, _)| end);
        // إلى المنطقة
        let region = |class| class == Class::Region;
        if preposition.is_some() && self.joined(place) && self.class(place, Kinds::CLASS, region).is_some() {
            return true;
        }
        let named = self.joined(place).then(|| self.name(place, Context::default())).flatten();
        named.is_some_and(|named| preposition.is_some() || named.clitics == Clitics::LI)
    }

    /// مبعوث الأمم المتحدة والجامعة العربية الأخضر الإبراهيمي: the second body that sends an envoy.
    pub(super) fn joint(&mut self, run: &mut TitleRun, at: usize) -> bool {
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
        if place > at && !self.joined(place) && !self.quotes_body(place) {
            return false;
        }
        // السفير الكندي لدى المملكة فلان: where the newspaper is at home.
        let home = self
            .class(place, Kinds::AGENT, |class| class == Class::Agent)
            // رئيس الحركة في الخارج فلان, المبعوث الصيني إلى المنطقة فلان: or anywhere but at home.
            .or_else(|| {
                self.class(place, Kinds::CLASS, |class| {
                    matches!(class, Class::HomeLand | Class::Abroad | Class::Region)
                })
            })
            .filter(|&(_, clitics)| clitics == Clitics::NONE);
        if let Some((end, _)) = home.filter(|&(end, _)| place > at && self.is_held_by(run, end)) {
            run.end = run.end.max(end);
            return true;
        }
        // القيادي في الحركة فلان: a body named before, by its kind.
        if let Some((end, body)) = self.kind_at_post(at).filter(|_| run.of.is_none() && run.body.is_none())
            && self.is_held_by(run, end)
        {
            run.end = end;
            self.belongs_to(run, body);
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
        // القيادي في حركة النهضة التونسية فلان: the nationality of the body.
        if let Some((end, Clitics::NONE, skip, country, _)) = self.demonym(next).filter(|_| self.joined(next))
            && !self.is_person(named.referent)
            && !self.names_country(named.referent)
            && self.is_held_by(run, end)
        {
            self.found_demonym(next, skip, end, country);
            run.end = run.end.max(end);
            self.belongs_to(run, named.referent);
            return true;
        }
        self.mentions.truncate(mark);
        false
    }

    /// النائب عن حركة فتح فلان, فلان، عضو مجلس النواب عن محافظة الأنبار: for which party or place somebody sits in parliament.
    pub(super) fn constituency(&mut self, run: &mut TitleRun, at: usize) -> bool {
        // عن in normal form.
        const FOR: [u8; 2] = [0x91, 0x98];
        let offices = self.knowledge.gazetteer.offices();
        let sits = run.office.is_some_and(|office| matches!(offices.name(office), "member_of_parliament" | "senator"));
        let next = at + 1;
        if self.lang != Lang::Ar || !sits || run.former || self.form(at) != FOR || !self.joined(next) {
            return false;
        }
        let mark = self.mentions.len();
        let listed = self.name(next, Context::default()).filter(|named| named.clitics == Clitics::NONE);
        let body = self.body_behind_noun(next).or_else(|| Some((next, listed?)));
        let headed = |at: usize| {
            let (end, _) = self.class(at, Kinds::GENERIC.with(Kinds::CLASS), |class| {
                matches!(class, Class::Generic(_) | Class::PlaceHead)
            })?;
            let place = self.name(end, Context::default()).filter(|named| named.clitics == Clitics::NONE)?;
            self.joined(end).then_some((end, place))
        };
        let found = body.or_else(|| headed(next)).or_else(|| self.arabic_body(next).map(|body| (next, body)));
        let Some((start, named)) = found.filter(|(_, named)| named.clitics == Clitics::NONE) else { return false };
        let kind = match named.referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind,
            Referent::New(_) => EntityKind::Organisation,
        };
        // تحدث النائب عن مصر: what he spoke of.
        let held = self.is_held_by(run, named.end) || kind == EntityKind::Organisation && !self.joined(named.end);
        if matches!(kind, EntityKind::Person | EntityKind::Country) || !held {
            self.mentions.truncate(mark);
            return false;
        }
        self.push_name(start, &named);
        match named.referent {
            _ if run.of.is_some() || run.body.is_some() => {}
            Referent::Known(key) if kind == EntityKind::Organisation => run.of = Some(key),
            Referent::Known(key) => run.of = self.knowledge.gazetteer.get(key).country,
            Referent::New(_) => run.body = Some(named.referent),
        }
        run.end = named.end;
        run.title_end = named.end;
        true
    }

    /// Returns whether a token is an English preposition before the place where an office is held.
    fn leads_to_post(&self, at: usize) -> bool {
        self.lang == Lang::En && matches!(self.tokens.form(&self.tokens.tokens[at]), b"to" | b"in" | b"for")
    }

    /// Returns whether a title ends in such a preposition and a place follows: "ambassador to Egypt" names nobody; or a verb of which it is no
    /// preposition: "asked the Greek ambassador to leave".
    pub(super) fn is_followed_by_post(&self, run: &TitleRun) -> bool {
        let verb = || {
            self.lang == Lang::En
                && run.end - 1 > run.head
                && self.joined(run.end)
                && self.name(run.end, Context::default()).is_none()
        };
        self.leads_to_post(run.end - 1) && (self.post_behind(run).is_some() || verb())
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
        let place = if place > at || inside { self.over_the(place) } else { place };
        let named = self.name(place, Context::default())?;
        let Referent::Known(key) = named.referent else { return None };
        let entity = self.knowledge.gazetteer.get(key);
        let clitic = named.clitics == Clitics::BI || named.clitics == Clitics::LI;
        let there =
            if place == at || inside && place == at + 1 { clitic || inside } else { named.clitics == Clitics::NONE };
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
        let near = self.joined(at) || self.closes_quotation(at);
        if near && other {
            return false;
        }
        if near {
            // سفير مالطا لدى المملكة الدكتور فلان: honorifics stand before the name, سفير مصر لدى قطر السفير فلان: or the title once more.
            let again = self.title_at(at).filter(|(end, clitics, _, title)| {
                let same = title.office == run.office && title.state == State::Definite;
                *clitics == Clitics::NONE && same && self.joined(*end)
            });
            let at = self.over_honorifics(again.map_or(at, |(end, ..)| end));
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
        let start = self.over_honorifics(at);
        known(start).map_or_else(
            || self.is_enclosed(start) || run.of.is_some() && self.foreign_between_marks(start).is_some(),
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

    /// فلان المندوب الدائم لتركيا: the title of who is sent, in more than a word, asks for whom he represents.
    pub(super) fn is_sent(&self, run: &TitleRun) -> bool {
        run.end > run.head + 1
            && run.of.is_none()
            && run.office.is_some_and(|office| self.knowledge.gazetteer.offices().is_posted(office))
    }

    /// في اليمن فلان: whether where an office is held, and then who holds it, stands at a token.
    pub(super) fn is_posted_holder(&self, at: usize, run: &TitleRun) -> bool {
        self.post_at(at).is_some_and(|(_, named)| self.is_held_by(run, named.end))
    }

    /// "to the UAE", "to the Kingdom": one past the article that some places have.
    fn over_the(&self, at: usize) -> usize {
        let article = self.lang == Lang::En && self.form(at) == b"the" && self.joined(at + 1);
        at + usize::from(article)
    }

    /// "US ambassador to Israel Dan Shapiro": where the office is held, before the name.
    pub(super) fn posting_english(&mut self, run: &mut TitleRun, at: usize) -> bool {
        let place = at + usize::from(self.leads_to_post(at));
        if place == at && !self.leads_to_post(at - 1) || !self.joined(place) {
            return false;
        }
        let place = self.over_the(place);
        let Some(named) = self.name(place, Context::default()) else {
            // "ambassador to the Kingdom, Khan": where the newspaper is at home.
            let home =
                self.knowledge.lexicon.lists(WordList::Realms, self.form(place)) && self.is_held_by(run, place + 1);
            run.end = if home { place + 1 } else { run.end };
            return home;
        };
        let Referent::Known(key) = named.referent else { return false };
        if self.knowledge.gazetteer.get(key).kind == EntityKind::Person || !self.is_held_by(run, named.end) {
            return false;
        }
        self.push_name(place, &named);
        run.end = named.end;
        true
    }
}
