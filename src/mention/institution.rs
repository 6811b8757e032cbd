//! Bodies that only an office names, for whoever holds it: مدير شركة الحديد, رئيس محكمة استئناف القاهرة, رئيس الهيئة العامة
//! للاستعلامات; and bodies named before, by what kind of body they are: رئيس النقابة.

use super::kind::MentionType;
use super::name::{Context, Named};
use super::people::NewEntity;
use super::phrase::Referent;
use super::reader::Knowledge;
use super::reader::Reader;
use super::spoken::List;
use super::title::TitleRun;
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityId, EntityKind, State};
use crate::lexicon::Class;
use crate::text::fold::{ALEF, BEH, HEH, LAM};
use crate::text::{Clitics, Gap};

/// A name longer than this has run into the next phrase.
const MOST_WORDS: usize = 4;

/// محافظة in normal form.
const GOVERNORATE: [u8; 6] = [0x97, 0x85, ALEF, 0x93, 0x90, HEH];

/// Where the name of an institution stands.
#[derive(Clone, Copy)]
pub(super) struct Site {
    pub(super) start: usize,
    skip: u32,
    pub(super) clitics: Clitics,
    pub(super) end: usize,
}

impl Reader<'_> {
    /// Takes in the institution that an open title heads, or with لـ one that is complete; or the body named before that
    /// is spoken of by its kind.
    pub(super) fn institution(&mut self, run: &mut TitleRun, at: usize) -> bool {
        if self.lang != Lang::Ar || run.office.is_none() || run.of.is_some() || run.body.is_some() {
            return false;
        }
        let wanted = match run.state {
            State::Construct if !self.is_filled(run) => Clitics::NONE,
            State::Definite if run.end > run.head + 1 => Clitics::LI,
            _ => return false,
        };
        if wanted == Clitics::NONE && self.union_of(run, at) {
            return true;
        }
        // عضو الهيئة العليا للحزب: a member is one of a part of the body.
        let offices = self.knowledge.gazetteer.offices();
        let called = |name| run.office.is_some_and(|office| offices.name(office) == name);
        // رئيس محكمة as one listed title: its last word opens the name.
        let inside = wanted == Clitics::NONE && at > run.head + 1 && run.end == at;
        // رئيس هيئة شبكة المنظمات: and so it does where it is the general noun of a body.
        let whole = inside && self.class(at - 1, Kinds::BODY, |class| class == Class::Body).is_some();
        let site = if called("member") || whole { None } else { self.institution_at(at) };
        let site = site.or_else(|| self.open_institution(at - 1).filter(|site| inside && site.end > at));
        if let Some(site) = site.filter(|site| site.clitics == wanted) {
            self.take_institution(run, site);
            return true;
        }
        let Some(body) = self.body_of_kind(at, wanted) else { return false };
        match body {
            // المتحدثة باسم الوزارة speaks for the ministry.
            Referent::Known(key)
                if called("spokesperson") && self.knowledge.gazetteer.get(key).subkind == "ministry" =>
            {
                run.of = Some(key);
            }
            Referent::Known(key) => run.of = Some(self.office_giver(key)),
            Referent::New(_) => run.body = Some(body),
        }
        run.end = at + 1;
        run.title_end = at + 1;
        self.heads_no_state(run);
        true
    }

    /// نقيب الصحفيين: the union of those whose head the title is; the one listed of a country that the document names, or one
    /// that nobody lists.
    fn union_of(&mut self, run: &mut TitleRun, at: usize) -> bool {
        // نقابة in normal form, and as it is written.
        const UNION: [u8; 5] = [0x98, 0x94, ALEF, BEH, HEH];
        const WRITTEN: &str = "نقابة";
        let offices = self.knowledge.gazetteer.offices();
        if run.office.is_none_or(|office| offices.name(office) != "union_head") {
            return false;
        }
        let Some(end) = self.body_complement(at) else { return false };
        let mut words = vec![UNION.to_vec()];
        words.extend(self.name_words(at, 0, end));
        let referent = match (self.listed_under(&words), self.place_of(&words, List::New)) {
            (Some(key), _) => Referent::Known(key),
            (None, Some(place)) => Referent::New(place as u32),
            (None, None) => {
                let members = self.span(at, 0, end).of(self.text).split_whitespace().collect::<Vec<_>>().join(" ");
                self.note_spoken(&words, List::New, self.people.len());
                let name = format!("{WRITTEN} {members}");
                self.people.push(NewEntity {
                    kind: EntityKind::Organisation,
                    name,
                    words,
                    office: None,
                    country: None,
                });
                Referent::New(self.people.len() as u32 - 1)
            }
        };
        self.found(self.span(at, 0, end), referent, MentionType::Name);
        match referent {
            Referent::Known(key) => run.of = Some(key),
            Referent::New(_) => run.body = Some(referent),
        }
        run.end = end;
        run.title_end = end;
        true
    }

    /// Returns the one listed organisation of a country that the document names which bears these words as a name.
    fn listed_under(&self, words: &[Vec<u8>]) -> Option<EntityId> {
        let dictionary = &self.knowledge.dictionary;
        let (first, others) = words.split_first()?;
        let mut node = dictionary.start(dictionary.word(first)?)?;
        for word in others {
            node = dictionary.step(node, dictionary.word(word)?)?;
        }
        self.body_at_node(node, |own| self.countries.contains(&own))
    }

    /// Returns the listed organisation that a form of the dictionary names, of a country that fits.
    pub(super) fn body_at_node(&self, node: u32, fits: impl Fn(EntityId) -> bool) -> Option<EntityId> {
        let Knowledge { gazetteer, dictionary, .. } = self.knowledge;
        let mut found = dictionary.payloads(node).filter_map(|payload| match payload {
            Payload::Alias(index) => Some(gazetteer.alias(index).entity),
            _ => None,
        });
        found.find(|&key| {
            let entity = gazetteer.get(key);
            entity.kind == EntityKind::Organisation && entity.country.is_some_and(&fits)
        })
    }

    /// Makes the institution that stands there a body of the document, and the giver of the title's office.
    pub(super) fn take_institution(&mut self, run: &mut TitleRun, site: Site) {
        let referent = self.introduce_body_behind(site.start, site.skip, site.end);
        let span = self.span(site.start, site.skip, site.end);
        self.found(span, referent, MentionType::Name);
        run.body = Some(referent);
        run.end = site.end;
        run.title_end = site.end;
        self.heads_no_state(run);
    }

    /// رئيس الشركة heads a body and not the state.
    pub(super) fn heads_no_state(&self, run: &mut TitleRun) {
        let offices = self.knowledge.gazetteer.offices();
        if run.office.is_some_and(|office| matches!(offices.name(office), "president" | "leader")) {
            run.office = offices.id("head");
        }
        if run.office.is_some_and(|office| offices.name(office) == "vice_president") {
            run.office = offices.id("deputy_head");
        }
    }

    /// Returns the institution whose name begins at a token, unless something listed is named there.
    pub(super) fn institution_at(&self, at: usize) -> Option<Site> {
        if at >= self.range.1 {
            return None;
        }
        let listed = self.name(at, Context::default()).is_some_and(|named| {
            matches!(named.referent, Referent::Known(key)
                if self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation)
        });
        if listed {
            return None;
        }
        self.open_institution(at).or_else(|| self.definite_institution(at))
    }

    /// شركة الحديد, محكمة استئناف القاهرة, شركة بلاتنيوم, شركة «النور».
    fn open_institution(&self, at: usize) -> Option<Site> {
        let (hit, _) = self
            .classes(at, Kinds::CLASS)
            .find(|(hit, class)| *class == Class::Institution { definite: false } && hit.end as usize == at + 1)?;
        let (skip, clitics) = (hit.skip, hit.clitics);
        // شركة «النصر»: the noun stands outside the name.
        if let Some(end) = self.words_in_quotes(at + 1) {
            return Some(Site { start: at + 1, skip: 0, clitics, end });
        }
        let end = self.body_complement(at + 1).or_else(|| self.foreign(at + 1))?;
        Some(Site { start: at, skip, clitics, end: self.over_aim(end) })
    }

    /// الغرفة التجارية, الهيئة العامة للاستعلامات: a definite noun and what describes it.
    fn definite_institution(&self, at: usize) -> Option<Site> {
        let institution = self
            .classes(at, Kinds::CLASS)
            .find(|(hit, class)| *class == Class::Institution { definite: true } && hit.end as usize == at + 1)
            .map(|(hit, _)| (hit.skip, hit.clitics));
        let body = || (self.opens_definite(at) && self.is_strong_opener(at)).then_some((0, Clitics::NONE));
        let (skip, clitics) = institution.or_else(body)?;
        let mut end = at + 1;
        // الحركة المختفي: what is said of the noun has its gender.
        let feminine = |at: usize| self.tokens.tokens[at].teh_marbuta;
        while self.joined(end) && end < at + MOST_WORDS && self.describes_body(end) && feminine(end) == feminine(at) {
            end += 1;
        }
        if end == at + 1 {
            return None;
        }
        Some(Site { start: at, skip, clitics, end: self.over_aim(end) })
    }

    /// الجهاز القومي لتنظيم الاتصالات, الهيئة العامة للسلع التموينية: what the body is for.
    fn over_aim(&self, end: usize) -> usize {
        let stop = self.over_purpose(end);
        let form = |at: usize| self.form(at);
        let aim = stop == end
            && self.joined(end)
            && form(end).first() == Some(&LAM)
            && form(end).len() > 4
            && self.title_at(end).is_none()
            && self.name(end, Context::default()).is_none()
            && !self.is_function(end);
        if !aim {
            return stop;
        }
        let mut stop = end + 1;
        if !form(end).starts_with(&[LAM, LAM]) {
            // لتنظيم, which the next word completes.
            if !(self.joined(stop) && self.starts_definite(stop) && !self.is_name_like(stop)) {
                return end;
            }
            stop += 1;
        }
        while self.joined(stop)
            && stop < end + MOST_WORDS
            && self.is_definite_word(stop, true)
            && !self.is_name_like(stop)
        {
            stop += 1;
        }
        stop
    }

    /// التجارية, العامة: a definite word that is said of a body, and no nationality, which is the head's.
    fn describes_body(&self, at: usize) -> bool {
        self.starts_definite(at)
            && (self.is_definite_word(at, false) || self.is_general(at))
            && self.demonym(at).is_none()
            && !self.is_name_like(at)
            && !self.is_thing(at)
    }

    /// العام, العامة: an adjective of titles that belongs to names of bodies as well.
    pub(super) fn is_general(&self, at: usize) -> bool {
        self.class(at, Kinds::ADJECTIVE, |class| class == Class::TitleAdjective { former: false }).is_some()
            && self.class(at, Kinds::EVERYDAY, |class| class == Class::Everyday).is_some()
    }

    /// رئيس النادي, as one listed title: the body of that kind that the document has named last.
    pub(super) fn body_of_title(&self, run: &TitleRun) -> Option<Referent> {
        let offices = self.knowledge.gazetteer.offices();
        let head = run.office.is_some_and(|office| matches!(offices.name(office), "head" | "section_head"));
        let bare = run.end == run.title_end && run.end == run.head + 2 && run.of.is_none() && run.body.is_none();
        if self.lang != Lang::Ar || !head || !bare || run.state != State::Definite || run.former {
            return None;
        }
        self.body_of_kind(run.end - 1, Clitics::NONE)
    }

    /// شركة بلاتنيوم: words that nobody knows.
    pub(super) fn foreign(&self, at: usize) -> Option<usize> {
        const MOST: usize = 2;
        let mut end = at;
        while self.joined(end) && end < at + MOST && self.is_strange(end) && !self.starts_definite(end) {
            end += 1;
        }
        (end > at).then_some(end)
    }

    /// شركة «النور للزيوت»: the words in quotation marks.
    fn words_in_quotes(&self, at: usize) -> Option<usize> {
        if at >= self.range.1 || !self.tokens.tokens[at].quote {
            return None;
        }
        let mut end = at + 1;
        while self.joined(end) && end <= at + MOST_WORDS {
            end += 1;
        }
        let closed = end < self.range.1 && self.tokens.tokens[end].gap != Gap::Space;
        (closed && end <= at + MOST_WORDS).then_some(end)
    }

    /// رئيس النقابة, الأمين العام للحزب: the body that the document has named last of those whose name begins with the noun.
    pub(super) fn body_of_kind(&self, at: usize, wanted: Clitics) -> Option<Referent> {
        let form = self.form(at);
        let noun = match wanted {
            Clitics::LI => form.strip_prefix(&[LAM, LAM]),
            Clitics::BI => form.strip_prefix(&[BEH, ALEF, LAM]),
            _ => form.strip_prefix(&[ALEF, LAM]),
        }?;
        // رئيس الجامعة العربية, رئيس الحزب الحاكم: what is said of it names another.
        let described = self.joined(at + 1)
            && self.starts_definite(at + 1)
            && self.title_at(at + 1).is_none()
            && !self.is_name_like(at + 1);
        if noun.len() < 3 || described {
            return None;
        }
        // السكرتير العام للمحافظة: of the one whose governor the text has named.
        if noun == GOVERNORATE {
            let governs = |office| self.knowledge.gazetteer.offices().name(office) == "governor";
            let last = self.roles.iter().rev().find(|role| role.office.is_some_and(governs) && !role.former);
            return last.map(|role| role.of);
        }
        // المتحدث باسم الحزب, عضو بالمجلس: whoever is only of a body is of the last.
        let heads = wanted == Clitics::NONE;
        self.last_of_kind(noun).filter(|&body| !(heads && self.is_one_of_two_headed(body, noun)))
    }

    /// رئيس مجلس النواب فلان ورئيس مجلس الأمة فلان, and then رئيس المجلس: whether the document has named the heads of two bodies by whose noun
    /// one of them is spoken of.
    fn is_one_of_two_headed(&self, body: Referent, noun: &[u8]) -> bool {
        let headed = |of: Referent| self.roles.iter().any(|role| role.of == of && !role.former);
        headed(body)
            && self.roles.iter().any(|role| role.of != body && !role.former && self.is_named_by_noun(role.of, noun))
    }

    /// Whether the name of a body begins with a noun.
    fn is_named_by_noun(&self, body: Referent, noun: &[u8]) -> bool {
        let bare = |word: &[u8]| word.strip_prefix(&[ALEF, LAM]).unwrap_or(word) == noun;
        match body {
            Referent::Known(key) => {
                let entity = self.knowledge.gazetteer.get(key);
                entity.kind == EntityKind::Organisation
                    && crate::text::words(entity.name_ar).first().is_some_and(|word| bare(word))
            }
            Referent::New(place) => {
                let body = &self.people[place as usize];
                body.kind == EntityKind::Organisation && body.words.first().is_some_and(|word| bare(word))
            }
        }
    }

    /// The body named last of those whose name begins with a noun, or before whose name it stands.
    pub(super) fn last_of_kind(&self, noun: &[u8]) -> Option<Referent> {
        const LAST: usize = 256;
        let bare = |word: &[u8]| word.strip_prefix(&[ALEF, LAM]).unwrap_or(word) == noun;
        let organisation = |referent: Referent| match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Organisation,
            Referent::New(place) => self.people[place as usize].kind == EntityKind::Organisation,
        };
        // حزب «الوفد»: the noun stands outside the name.
        let stands_before = |start: usize| {
            let before = self.tokens.tokens.partition_point(|token| token.span.end <= start);
            // Nearly always another word does.
            if !before.checked_sub(1).is_some_and(|before| self.form(before).ends_with(noun)) {
                return false;
            }
            let quote =
                |mark: char| mark.is_whitespace() || matches!(mark, '"' | '\'' | '«' | '“' | '”' | '‘' | '’' | '(');
            let before = self.text[..start].trim_end_matches(quote);
            let word = before.rsplit(|mark: char| !mark.is_alphabetic()).next().unwrap_or_default();
            crate::text::words(word)
                .first()
                .is_some_and(|word| bare(word) || word.ends_with(noun) && word.len() <= noun.len() + 1)
        };
        let latest = self.mentions.iter().rev().take(LAST);
        latest
            .filter(|found| organisation(found.referent))
            .find(|found| self.is_named_by_noun(found.referent, noun) || stands_before(found.span.start))
            .map(|found| found.referent)
    }

    /// بشركة الحديد, في مستشفى القصر العيني: the institution at which an office is held.
    pub(super) fn institution_of_post(&self, at: usize) -> Option<Site> {
        let (place, led) = self.behind_preposition(at)?;
        let fits = |clitics| if led { clitics == Clitics::NONE } else { matches!(clitics, Clitics::BI | Clitics::LI) };
        self.institution_at(place).filter(|site| fits(site.clitics))
    }

    /// Takes a body that an office is held at, given where its name stands.
    pub(super) fn named_institution(&mut self, site: Site) -> Named {
        let referent = self.introduce_body_behind(site.start, site.skip, site.end);
        Named::new(site.end, site.clitics, site.skip, referent, MentionType::Name)
    }
}
