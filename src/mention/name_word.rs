//! Which words may be parts of a name: given names and surnames that are words of the language besides, and words that nobody knows.

use super::phrase::Referent;
use super::reader::Reader;
use super::unlisted::{SERVANT, TEH, YEH};
use crate::dictionary::{Kinds, Payload};
use crate::document::Lang;
use crate::gazetteer::{EntityKind, OfficeId};
use crate::lexicon::{Class, Item, Predicate, Shape, WordList};
use crate::text::fold::{ALEF, BEH, JEEM, LAM, SEEN, WAW};
use crate::text::{Clitics, Gap};

/// م in normal form.
const MEEM: u8 = 0x97;

impl Reader<'_> {
    /// Returns whether a token less its proclitics is in the list of given names, and no everyday word.
    pub(super) fn is_first_name_behind(&self, at: usize, skip: u32) -> bool {
        let is = |wanted: fn(Class) -> bool| {
            self.classes(at, Kinds::WORD)
                .any(|(hit, class)| hit.end as usize == at + 1 && hit.skip == skip && wanted(class))
        };
        is(|class| class == Class::FirstName) && !is(|class| class != Class::FirstName)
    }

    /// بنضال القطامين، وزير العمل: a given name that is a word of the language besides, behind a proclitic, where a name of the
    /// family and an office say that somebody is meant.
    pub(super) fn is_office_holder_behind(&self, at: usize, skip: u32) -> bool {
        let given = self
            .classes(at, Kinds::FIRST_NAME)
            .any(|(hit, class)| hit.end as usize == at + 1 && hit.skip == skip && class == Class::FirstName);
        given
            && self.joined(at + 1)
            && (self.is_strange(at + 1)
                || self.is_certain_surname(at + 1)
                || self.class(at + 1, Kinds::PARTICLE, |class| class == Class::Particle).is_some())
            && self.office_follows(at + 2)
    }

    /// Returns whether an office stands behind a name whose second word ends before a token, within two words of the name and
    /// a comma.
    pub(super) fn office_follows(&self, at: usize) -> bool {
        const MOST_WORDS: usize = 3;
        for end in at..at + MOST_WORDS {
            if end >= self.range.1 {
                return false;
            }
            let near = self.joined(end) || self.tokens.tokens[end].gap == Gap::Punct(b',');
            if !near {
                return false;
            }
            if let Some((_, clitics, _, title)) = self.title_at(end) {
                return clitics == Clitics::NONE && title.office.is_some();
            }
            if !self.joined(end) || self.is_lexical(end) {
                return false;
            }
        }
        false
    }

    /// عبد الجواد: what stands behind عبد is the second half of a given name, whatever else it means.
    pub(super) fn is_behind_servant(&self, at: usize) -> bool {
        let form = |at: usize| self.tokens.form(&self.tokens.tokens[at]);
        at > self.range.0
            && self.joined(at)
            // عبد الله: no word with the article is shorter.
            && form(at).len() > 3
            && form(at).starts_with(&[ALEF, LAM])
            && form(at - 1).ends_with(&SERVANT)
    }

    /// جان لوك بوتييه: what nobody knows, or a name, behind جان and before another such.
    pub(super) fn is_behind_jean(&self, at: usize) -> bool {
        let name = |at: usize| {
            // Behind the last word of a text stands nothing.
            if !self.joined(at) || self.is_lexical(at) {
                return false;
            }
            let word = self.scan.word(at);
            word.is_some_and(|word| self.knowledge.dictionary.is_name_word(word)) || self.is_strange(at)
        };
        at > self.range.0
            && self.tokens.form(&self.tokens.tokens[at - 1]) == [JEEM, ALEF, 0x98]
            && name(at)
            && name(at + 1)
    }

    /// عادل عبد الظاهر, فضل الجعدي: whether a given name that is a word of the language besides is surely one here, by the
    /// particle or the name of a family behind it.
    pub(super) fn is_certain_given(&self, at: usize) -> bool {
        let word = self.scan.word(at).filter(|_| self.lang == Lang::Ar && self.joined(at + 1) && !self.is_function(at));
        let given = word.is_some_and(|word| self.knowledge.dictionary.is_given_name(word));
        // كما طالب عبد المقصود, يرى الأبنودي: a verb and who is its subject.
        let verb = || {
            self.says(at)
                || self.looks_verbal(at)
                || !self.is_first_name(at) && self.knowledge_forms(at).any(|shape| matches!(shape, Shape::Verb { .. }))
        };
        if !given || self.tokens.form(&self.tokens.tokens[at]).starts_with(&[ALEF, LAM]) || verb() {
            return false;
        }
        let form = self.tokens.form(&self.tokens.tokens[at + 1]);
        // عبد, أبو and آل: what is not said of a thing.
        const PARTICLES: [&[u8]; 3] = [&SERVANT, &[ALEF, BEH, WAW], &[ALEF, LAM]];
        PARTICLES.contains(&form) && self.joined(at + 2) || self.is_certain_surname(at + 1)
    }

    /// الشمراني, الجعدي: a relative adjective with the article that is no word of the language, nor of a country.
    pub(super) fn is_certain_surname(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        form.len() > 5
            && form.starts_with(&[ALEF, LAM])
            && form.last() == Some(&YEH)
            && !self.is_lexical(at)
            && self.demonym(at).is_none()
            && self.title_at(at).is_none()
    }

    /// أكد فلان متانة العلاقات: a feminine noun right before a definite word of the language is what he speaks of.
    pub(super) fn is_quality(&self, at: usize) -> bool {
        let article = |at: usize| self.tokens.form(&self.tokens.tokens[at]).starts_with(&[ALEF, LAM]);
        self.tokens.tokens[at].span.of(self.text).ends_with('\u{629}')
            && self.joined(at + 1)
            && article(at + 1)
            && self.is_lexical(at + 1)
            && self.title_at(at + 1).is_none()
    }

    /// محمد السيد خليفة, أحمد الشيخ: an honorific as the second of somebody's names.
    pub(super) fn is_middle_title(&self, at: usize) -> bool {
        at > self.range.0
            && self.knowledge.lexicon.lists(WordList::MiddleTitles, self.tokens.form(&self.tokens.tokens[at]))
            && self.is_first_name(at - 1)
            && !self.is_function(at - 1)
    }

    /// قال مدحت عوض، الناشط: behind a verb that has no noun as its object, an everyday word after a given name is the
    /// family's, where a title, a mark or "that" follows. `led` says that a title stands before the given name: وزير النفط علي
    /// الشاعر، where the family's name has the article.
    pub(super) fn is_ordinary_surname(&self, at: usize, led: bool) -> bool {
        if at < self.range.0 + 2 || !self.joined(at) {
            return false;
        }
        let given = self.is_first_name(at - 1) && self.joined(at - 1) && (self.tells(at - 2) || self.is_ranked(at - 1));
        let led = led && !self.is_ruled(at - 1);
        // رئيس حزب الوفد خالد سلامة: the office need not stand right before the given name.
        let certain = || self.is_first_name(at - 1) && !self.is_lexical_itself(at - 1);
        let definite = || self.starts_definite(at) && (self.is_first_name(at - 1) || self.is_ali(at - 1));
        let given = given || led && (definite() || certain());
        // وخالد ميري وعلاء ثابت: in a list of people, with the conjunction on the given name.
        let listed = || self.is_first_name_behind(at - 1, 1) && self.is_told_of(at - 1);
        if !given && !listed() {
            return false;
        }
        let form = self.tokens.form(&self.tokens.tokens[at]);
        let everyday = self.classes(at, Kinds::WORD).all(|(hit, class)| {
            hit.end as usize == at + 1 && hit.clitics == Clitics::NONE && (!class.is_function() || class.is_quiet())
        });
        // محمد عقدة: عقده would be a verb with its object, but no pronoun is written so.
        // الدكتور علاء صادق، الناقد: behind a rank and before a mark neither verb nor its object stands.
        let alone =
            || self.is_ranked(at - 1) && at + 1 < self.range.1 && self.tokens.tokens[at + 1].gap == Gap::Punct(b',');
        let verbal =
            !self.tokens.tokens[at].teh_marbuta && self.knowledge_forms(at).next().is_some() && !(certain() && alone());
        let followed = at + 1 < self.range.1
            && (!self.joined(at + 1)
                || self.title_at(at + 1).is_some()
                || self.class(at + 1, Kinds::CLAUSE, |class| class == Class::Complement).is_some());
        everyday
            && !verbal
            && form.len() > 2
            // خالد الشاعر: a word that honours may be the family's name.
            && self.title_at(at).is_none_or(|(end, _, _, title)| {
                let none = title.office.is_none() && self.title_at(end).is_none();
                led && end == at + 1 && (none || self.is_family_of_judges(at, title.office))
            })
            && self.demonym(at).is_none()
            && followed
    }

    /// اللواء حسين القاضي: behind a rank and a given name, and before no name, "the judge" is the family's name.
    fn is_family_of_judges(&self, at: usize, office: Option<OfficeId>) -> bool {
        let judge = office.is_some_and(|office| self.knowledge.gazetteer.offices().name(office) == "judge");
        judge && self.starts_definite(at) && self.is_ranked(at - 1) && !self.is_name_like(at + 1)
    }

    /// الشيخ محمد, ولي العهد الأمير محمد: whether a title of a ruler's house, behind which a given name is complete, stands right before
    /// a token.
    fn is_ruled(&self, at: usize) -> bool {
        at > self.range.0 && self.title_at(at - 1).is_some() && !self.is_ranked(at)
    }

    /// Returns whether a verb of saying that has no noun as its object stands at a token: قال, صرح, أضاف.
    pub(super) fn tells(&self, at: usize) -> bool {
        let verb = self.tokens.form(&self.tokens.tokens[at]);
        let verb = verb.strip_prefix(&[WAW]).filter(|_| verb.len() > 3).unwrap_or(verb);
        self.knowledge.lexicon.lists(WordList::Telling, verb)
    }

    /// الدكتور أيمن, اللواء سامح: whether a title that honours stands right before a token, and none before which a ruler's given
    /// name is complete: أكد الشيخ محمد أهمية ذلك.
    pub(super) fn is_ranked(&self, at: usize) -> bool {
        const ALONE: [&str; 6] = ["sheikh", "sheikha", "prince", "princess", "king", "sultan"];
        let offices = self.knowledge.gazetteer.offices();
        at > self.range.0
            && self.joined(at)
            && self.title_at(at - 1).is_some_and(|(end, _, _, title)| {
                end == at && title.office.is_none_or(|office| !ALONE.contains(&offices.name(office)))
            })
    }

    /// Returns whether a given name without a title stands where people are named: behind a verb of saying, in a list of
    /// people, alone on its line.
    pub(super) fn is_told_of(&self, at: usize) -> bool {
        if at == self.range.0 {
            return !self.joined(at + 2);
        }
        let listed = self.mentions.last().is_some_and(|found| {
            found.span.end == self.tokens.tokens[at - 1].span.end && self.is_person(found.referent)
        });
        listed || self.joined(at) && self.says(at - 1)
    }

    pub(super) fn is_person(&self, referent: Referent) -> bool {
        match referent {
            Referent::Known(key) => self.knowledge.gazetteer.get(key).kind == EntityKind::Person,
            Referent::New(index) => self.people[index as usize].kind == EntityKind::Person,
        }
    }

    /// Returns whether a token is an ordinary word of the language, or a demonym.
    pub(super) fn is_common(&self, at: usize) -> bool {
        let word = self.scan.word(at);
        let name_word = word.is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
        self.is_lexical(at) || self.demonym(at).is_some_and(|(_, clitics, ..)| clitics == Clitics::NONE && !name_word)
    }

    /// Returns whether a token is in the list of given names.
    pub(super) fn is_first_name(&self, at: usize) -> bool {
        self.class(at, Kinds::FIRST_NAME, |class| class == Class::FirstName)
            .is_some_and(|(end, c)| end == at + 1 && c == Clitics::NONE)
    }

    /// علي with its dots is Ali; على is mostly "on", but not between a rank and the name of a family, or of a father: السفير على
    /// العشيري, الرائد على فيصل.
    pub(super) fn is_ali(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let ranked = || {
            let before = if at > self.range.0 && self.joined(at) { self.title_at(at - 1) } else { None };
            let Some((.., title)) = before.filter(|&(end, ..)| end == at) else { return false };
            let family = |at: usize| {
                let form = self.tokens.form(&self.tokens.tokens[at]);
                form.starts_with(&[ALEF, LAM]) && form.last() == Some(&YEH) && !self.is_lexical(at)
            };
            let father = |at: usize| {
                let form = self.tokens.form(&self.tokens.tokens[at]);
                form == SERVANT || self.is_first_name(at) && !self.is_lexical(at)
            };
            // أكد المحافظ على فيصل: he may urge him, and a rank urges nobody.
            self.joined(at + 1) && (family(at + 1) || title.office.is_none() && father(at + 1))
        };
        self.tokens.form(token) == [0x91, LAM, YEH] && (token.span.of(self.text).ends_with('ي') || ranked())
    }

    /// التقى بان أيضا, وقال بان إن: a function word, written as in the row that makes it a surname (without the hamza of "that"), is one
    /// behind a verb that says nothing and before what opens no clause.
    pub(super) fn is_written_surname(&self, at: usize) -> bool {
        let lexicon = &self.knowledge.lexicon;
        let own = self.tokens.tokens[at].span.of(self.text);
        let surname = |payload: Payload| match payload {
            Payload::Lexicon(index) => {
                let entry = lexicon.entry(index);
                matches!(entry.item, Item::Class(Class::Surname)) && entry.text == own
            }
            _ => false,
        };
        let mut hits = self.scan.at(at).iter().filter(|hit| hit.end as usize == at + 1 && hit.skip == 0);
        if !hits.any(|hit| self.knowledge.dictionary.payloads(hit.node).any(surname)) {
            return false;
        }
        let speech = |item: Item| match item {
            Item::Form(form) => {
                let row = lexicon.trigger(form.trigger);
                row.flags.speech || row.predicate == Some(Predicate::Briefed)
            }
            Item::Class(_) => false,
        };
        let says = |at: usize| {
            self.scan.at(at).iter().filter(|hit| hit.kinds.has(Kinds::VERB)).any(|hit| {
                self.knowledge
                    .dictionary
                    .meanings(lexicon, hit.node)
                    .any(|(lang, item)| lang == self.lang && speech(item))
            })
        };
        let acts = at > self.range.0 && self.joined(at) && self.may_be_verb(at - 1) && !says(at - 1);
        // بان إن, بان أن: nothing says "that" twice.
        let twice =
            self.joined(at + 1) && self.class(at + 1, Kinds::CLAUSE, |class| class == Class::Complement).is_some();
        acts || twice
    }

    /// قال علي محسن: behind a verb of saying and before another given name, علي with its dots is not على.
    pub(super) fn is_dotted_name(&self, at: usize) -> bool {
        let given = |at: usize| self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_given_name(word));
        at > self.range.0
            && self.joined(at)
            && self.says(at - 1)
            && given(at + 1)
            && self.joined(at + 2)
            && self.is_name_like(at + 2)
    }

    /// العماد علي أيوب, but not أكد الوزير علي أهمية: whether what follows is a word of names and nothing else, or a family's with
    /// the article.
    pub(super) fn is_ali_of(&self, at: usize) -> bool {
        let name_word = |at: usize| self.scan.word(at).is_some_and(|word| self.knowledge.dictionary.is_name_word(word));
        self.joined(at)
            && (name_word(at) && !self.is_common(at) && !self.is_function(at)
                || self.tokens.form(&self.tokens.tokens[at]) == SERVANT && self.is_behind_servant(at + 1))
            || self.starts_definite_word(at) && (self.is_ordinary_surname(at, true) || self.is_dotted_family(at))
    }

    /// السفير علي الظفيري: a relative adjective with its dots that the language does not know otherwise, and that no country has.
    fn is_dotted_family(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let form = self.tokens.form(token);
        form.len() > 5
            && token.span.of(self.text).ends_with('ي')
            && self.scan.word(at).is_none_or(|word| self.knowledge.dictionary.is_name_word(word))
            && !self.is_lexical(at)
            && !self.is_common(at)
            && self.demonym(at).is_none()
    }

    fn starts_definite_word(&self, at: usize) -> bool {
        at < self.range.1 && self.joined(at) && self.starts_definite(at)
    }

    /// خادم الحرمين الشريفين: a title of several words.
    pub(super) fn is_longer_title(&self, at: usize) -> bool {
        self.title_at(at).is_some_and(|(end, clitics, ..)| clitics == Clitics::NONE && end > at + 1)
    }

    /// Returns whether a token is a word that neither the gazetteer nor the lexicon knows, and that looks like no
    /// inflected form of the language: a rare family name, a foreign name.
    pub(super) fn is_strange(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        // Most words are known.
        if form.len() <= 2 || form[0] < 0x80 || self.scan.word(at).is_some() || !self.scan.at(at).is_empty() {
            return false;
        }
        // مستغربا, استغرب, تساءل; وللمرة.
        let derived = form.starts_with(&[ALEF, SEEN, TEH])
            || form.starts_with(&[MEEM, SEEN, TEH])
            || form.len() > 4 && form.first() == Some(&MEEM) && form.last() == Some(&ALEF)
            || form.len() > 3 && form.first() == Some(&TEH) && form.get(1) != Some(&YEH) && form.get(1) != Some(&WAW);
        // بأكملها, لهم: a pronoun on the word.
        const HEH: u8 = 0x99;
        let pronoun = [[HEH, ALEF], [HEH, MEEM]].iter().any(|end| form.len() > 4 && form.ends_with(end));
        // لإهداره: "for his wasting".
        let his = form.len() > 5 && matches!(form[0], LAM | BEH) && form.last() == Some(&HEH);
        let attached = pronoun
            || his
            || form.len() > 4 && form.starts_with(&[LAM, LAM])
            || form.starts_with(&[BEH, ALEF, LAM])
            || form.starts_with(&[WAW, ALEF, LAM]);
        !derived && !attached && !self.looks_verbal(at) && !self.is_lexical(at)
    }

    /// Returns whether a verb of saying stands at a token.
    pub(super) fn says(&self, at: usize) -> bool {
        self.scan.kinds(at).has(Kinds::SAYING)
    }

    /// Returns whether a token is a conjunction or preposition with a known word on it.
    pub(super) fn peels_to_name(&self, at: usize) -> bool {
        self.scan.at(at).iter().any(|hit| {
            hit.clitics.has_conjunction()
                || hit.clitics.has_preposition()
                    && self
                        .knowledge
                        .dictionary
                        .payloads(hit.node)
                        .any(|payload| !matches!(payload, Payload::Lexicon(_)))
        })
    }

    /// زينب لإطلاق, حمدي بقرية: a preposition on an everyday word of three letters or more.
    pub(super) fn is_prepositional(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        form.len() > 3
            && self.scan.at(at).iter().any(|hit| {
                hit.end as usize == at + 1
                    && hit.clitics.has_preposition()
                    && form.len() - hit.skip as usize > 2
                    && self
                        .classes(at, Kinds::EVERYDAY)
                        .any(|(other, class)| other.node == hit.node && class == Class::Everyday)
            })
    }

    /// Returns whether an unknown word looks like an imperfect verb (يحاول) rather than a name.
    pub(super) fn looks_verbal(&self, at: usize) -> bool {
        let form = self.tokens.form(&self.tokens.tokens[at]);
        (form.len() > 3 && form[0] == YEH) || (form.len() > 4 && form[0] == SEEN && form[1] == YEH)
    }
}
