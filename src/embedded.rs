//! The knowledge inside the program, compiled when the program was built.

use crate::compiled::{CompiledError, Reader};
use std::path::Path;

use crate::dictionary::{Dictionary, Held};
use crate::gazetteer::{Gazetteer, KnowledgeError};
use crate::lexicon::Lexicon;
use crate::mention::Knowledge;

/// Bytes at a place where columns of eight-byte numbers may begin.
#[repr(C, align(8))]
struct Aligned<B: ?Sized>(B);

macro_rules! tables {
    ($name:literal) => {{
        static TABLES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".tables")));
        Reader::new(&TABLES.0, include_str!(concat!(env!("OUT_DIR"), "/", $name, ".texts")))
    }};
}

impl Gazetteer {
    /// Returns the gazetteer inside the program.
    ///
    /// # Errors
    /// When a built-in row is bad, which a test excludes.
    pub fn embedded() -> Result<Gazetteer, KnowledgeError> {
        Gazetteer::read(&mut tables!("gazetteer")).or_else(|_| Gazetteer::load(&Gazetteer::embedded_files()))
    }

    /// Loads the gazetteer inside the program with the rows of `dir` added to it or put in their place.
    ///
    /// # Errors
    /// When a file cannot be read or a row is bad; all bad rows are listed.
    pub fn with_overlay(dir: &Path) -> Result<Gazetteer, KnowledgeError> {
        Gazetteer::joined(Gazetteer::embedded()?, Gazetteer::files_of(dir)?).map(|(gazetteer, _)| gazetteer)
    }
}

impl Lexicon {
    /// Returns the lexicon inside the program.
    ///
    /// # Errors
    /// When a built-in row is bad, which a test excludes.
    pub fn embedded() -> Result<Lexicon, KnowledgeError> {
        Lexicon::read(&mut tables!("lexicon")).or_else(|_| Lexicon::load(&Lexicon::embedded_files()))
    }
}

impl Dictionary {
    /// Returns the dictionary inside the program: at one place, so that the program carries it once.
    fn embedded() -> Result<Dictionary, CompiledError> {
        Dictionary::read(&mut tables!("dictionary"))
    }
}

impl Knowledge {
    /// Returns the knowledge inside the program, ready to be found in text.
    ///
    /// # Errors
    /// When a built-in row is bad, which a test excludes.
    pub fn embedded() -> Result<Knowledge, KnowledgeError> {
        let (gazetteer, lexicon) = (Gazetteer::embedded()?, Lexicon::embedded()?);
        let dictionary = Dictionary::embedded().unwrap_or_else(|_| Dictionary::new(&gazetteer, &lexicon));
        Ok(Knowledge { gazetteer, lexicon, dictionary })
    }
}

impl Knowledge {
    /// Returns the knowledge inside the program with the rows of the user's folders. What the program carries is not read
    /// again: new rows are laid to its tables, and the dictionary is made anew only where a row stands in another's place.
    ///
    /// # Errors
    /// When a file cannot be read or a row is bad; all bad rows are listed.
    pub fn with_overlay(gazetteer: Option<&Path>, lexicon: Option<&Path>) -> Result<Knowledge, KnowledgeError> {
        Knowledge::overlaid(gazetteer, lexicon).map(|(knowledge, _)| knowledge)
    }

    /// The same; also tells whether the dictionary is that of the program, with more in it.
    fn overlaid(gazetteer: Option<&Path>, lexicon: Option<&Path>) -> Result<(Knowledge, bool), KnowledgeError> {
        let embedded = Gazetteer::embedded()?;
        let mut held = Held { aliases: embedded.aliases().len(), ..Held::default() };
        (held.demonyms, held.titles) = (embedded.demonyms().len(), embedded.titles().len());
        let (gazetteer, kept) = match gazetteer {
            Some(dir) => Gazetteer::joined(embedded, Gazetteer::files_of(dir)?)?,
            None => (embedded, true),
        };
        let kept = kept && lexicon.is_none();
        let lexicon = lexicon.map_or_else(Lexicon::embedded, Lexicon::with_overlay)?;
        held.entries = lexicon.entries().len();
        let base = if kept { Dictionary::embedded().ok() } else { None };
        let joined = base.and_then(|base| base.joined(held, &gazetteer, &lexicon));
        let kept = joined.is_some();
        let dictionary = joined.unwrap_or_else(|| Dictionary::new(&gazetteer, &lexicon));
        Ok((Knowledge { gazetteer, lexicon, dictionary }, kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::{EntityId, Term, Title};

    #[test]
    fn what_is_compiled_is_what_the_files_say() {
        let gazetteer = Gazetteer::load(&Gazetteer::embedded_files()).unwrap_or_else(|error| panic!("{error}"));
        let lexicon = Lexicon::load(&Lexicon::embedded_files()).unwrap_or_else(|error| panic!("{error}"));
        let dictionary = Dictionary::new(&gazetteer, &lexicon);
        let reading = Gazetteer::read(&mut tables!("gazetteer")).unwrap();
        let written = |write: &dyn Fn(&mut crate::compiled::Writer)| {
            crate::compiled::Writer::tables(cfg!(target_endian = "big"), write)
        };
        // What is read back is written again as the files' rows are: nothing is lost or moved.
        assert!(written(&|out| reading.write(out)) == written(&|out| gazetteer.write(out)), "gazetteer");
        assert!(reading.key("EG").is_some() && reading.key("EG") == gazetteer.key("EG"));
        assert_eq!(reading.offices().id("president"), gazetteer.offices().id("president"));
        let reading = Lexicon::read(&mut tables!("lexicon")).unwrap();
        assert!(written(&|out| reading.write(out)) == written(&|out| lexicon.write(out)), "lexicon");
        let reading = Dictionary::embedded().unwrap();
        assert!(written(&|out| reading.write(out)) == written(&|out| dictionary.write(out)), "dictionary");
    }

    /// The files of a folder with rows of those names and texts.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        files.iter().for_each(|(name, text)| std::fs::write(dir.path().join(name), text).unwrap());
        dir
    }

    /// What a dictionary says of a form, whatever the numbers of its words and nodes.
    fn told(dictionary: &Dictionary, gazetteer: &Gazetteer, form: &str) -> String {
        let words: Vec<_> = crate::text::words(form).iter().map(|word| dictionary.word(word)).collect();
        let marks = |word: crate::text::WordId| (dictionary.is_name_word(word), dictionary.is_given_name(word));
        let names: Vec<_> = words.iter().map(|word| word.map(marks)).collect();
        let mut rest = words.iter().copied();
        let start = rest.next().flatten().and_then(|word| dictionary.start(word));
        let node = rest
            .try_fold(start, |node, word| Some(node.zip(word).and_then(|(node, word)| dictionary.step(node, word))));
        let Some(node) = node.flatten() else { return format!("{names:?}") };
        let payloads: Vec<_> = dictionary.payloads(node).collect();
        let leads: Vec<_> = payloads
            .iter()
            .filter_map(|&payload| match payload {
                crate::dictionary::Payload::Alias(index) => Some(dictionary.lead(node, gazetteer.alias(index).entity)),
                _ => None,
            })
            .collect();
        format!("{names:?} {payloads:?} {:?} {leads:?}", dictionary.kinds(node))
    }

    /// Compares what is joined with what is read from all files at once; tells whether the dictionary was kept.
    /// Of forms, all that stand in the user's files are looked at and each thirty-seventh of the others.
    #[track_caller]
    fn check(files: &[(&'static str, &str)]) -> bool {
        let dir = folder(files);
        let (joined, kept) = Knowledge::overlaid(Some(dir.path()), None).unwrap_or_else(|error| panic!("{error}"));
        let mut all = Gazetteer::embedded_files();
        all.extend(Gazetteer::files_of(dir.path()).unwrap());
        let gazetteer = Gazetteer::load(&all).unwrap_or_else(|error| panic!("{error}"));
        let dictionary = Dictionary::new(&gazetteer, &joined.lexicon);
        let rows = |gazetteer: &Gazetteer| {
            // Each seventh of those of the program, and the last, which are new.
            let some = |count: usize| (0..count).filter(move |at| at % 7 == 0 || at + 20 > count);
            let office = |key| gazetteer.offices().name(key).to_owned();
            let (demonyms, titles) = (gazetteer.demonyms(), gazetteer.titles());
            let terms = gazetteer.offices().terms();
            let entity = |at| (gazetteer.get(EntityId(at as u32)), gazetteer.entity_row(EntityId(at as u32)));
            let alias = |at| (gazetteer.alias(at as u32), gazetteer.alias_row(at));
            let title = |it: &Title| (it.text.clone(), it.office.map(office), it.regnal, it.body);
            let term = |it: &Term| (it.person, it.of, office(it.office), it.start, it.post);
            let entities = some(gazetteer.entities().len()).map(|at| format!("{:?}", entity(at)));
            let aliases = some(gazetteer.aliases().len()).map(|at| format!("{:?}", alias(at)));
            let demonyms = some(demonyms.len()).map(|at| format!("{:?} {}", demonyms[at], gazetteer.demonym_row(at)));
            let titles = some(titles.len()).map(|at| format!("{:?} {}", title(&titles[at]), gazetteer.title_row(at)));
            let terms = some(terms.len()).map(|at| format!("{:?} {}", term(&terms[at]), gazetteer.term_row(at)));
            entities.chain(aliases).chain(demonyms).chain(titles).chain(terms).collect::<Vec<_>>()
        };
        assert!(rows(&joined.gazetteer) == rows(&gazetteer), "rows of {files:?}");
        let names = gazetteer.aliases().map(|it| it.text.to_owned());
        let demonyms = gazetteer.demonyms().iter().map(|it| it.text.to_string());
        let accusatives = gazetteer.demonyms().iter().map(|it| format!("{}ا", it.text));
        let titles = gazetteer.titles().iter().map(|it| it.text.to_string());
        let forms = joined.lexicon.entries().map(|it| it.text.to_owned());
        let bare = gazetteer.aliases().filter_map(|it| it.text.rsplit_once(' ').map(|(bare, _)| bare.to_owned()));
        let own = files.iter().flat_map(|(_, text)| text.split([',', '\n']).map(str::to_owned));
        let others = names.chain(demonyms).chain(accusatives).chain(titles).chain(forms).chain(bare).step_by(37);
        for form in own.chain(others) {
            let (seen, expected) =
                (told(&joined.dictionary, &joined.gazetteer, &form), told(&dictionary, &gazetteer, &form));
            assert_eq!(seen, expected, "{form}");
        }
        assert_eq!(format!("{:?}", joined.dictionary.variants()), format!("{:?}", dictionary.variants()));
        kept
    }

    const ENTITIES: &str = "id,kind,subkind,name_en,name_ar,country,gender,weight,wikidata,source\n";
    const ALIASES: &str = "entity_id,lang,alias,kind,support,source\n";

    #[test]
    fn what_is_joined_is_what_all_files_say_together() {
        let person =
            format!("{ENTITIES}x1,person,,Zed Quux,زد ككسو,XX,m,1,,mine\nXX,country,,Quuxia,ككسويا,,,1,,mine\n");
        let ministry = "x2,organisation,ministry,,وزارة الأحلام المصرية,EG,,1,,mine\nx3,city,,,مدينة ككسوم,EG,,1,,mine\n";
        let names = format!(
            "{ALIASES}x1,ar,زد ككسو,name,,mine\nx1,en,Zed Quux,name,,mine\nx1,ar,عبد الزد بن ككسو,variant,introduced,mine\n\
             x2,ar,وزارة الأحلام المصرية,name,,mine\nx3,ar,مدينة ككسوم,name,,mine\nx3,ar,ككسوم,short,,mine\nXX,ar,ككسويا,name,,mine\n\
             Q7747,ar,مدينة بوتين,short,never,mine\nEG,en,Pharaohland,variant,,mine\nx1,ar,القاهرة,surname,title,mine\n"
        );
        let titles = "lang,form,office,gender,number,state,rank\nar,كبير الككسويين,grand_quux,m,sg,construct,office\n";
        let terms = "person_id,office,of,start,end,source,note\nx1,grand_quux,XX,2012,,mine,\n";
        let entities = format!("{person}{ministry}");
        let new =
            [("entities.csv", &*entities), ("aliases.csv", &*names), ("titles.csv", titles), ("offices.csv", terms)];
        assert!(check(&new), "rows that are all new leave the tables as they are");
        assert!(check(&[(
            "offices.csv",
            "person_id,office,of,start,end,source,note\nQ7747,president,EG,2030,,mine,\n"
        )]));
        // The accusative of a demonym becomes a name.
        let accusative = format!("{ALIASES}EG,ar,عراقيا,variant,,mine\n");
        assert!(!check(&[("aliases.csv", &accusative)]));
        let person = "Q7747,person,,Waldemar Putin,فالديمار بوتين,,m,1,,mine\n";
        let replaced = format!("{ENTITIES}{person}EG,region,,Egypt,مصر,,,1,,mine\n");
        assert!(!check(&[
            ("entities.csv", &replaced),
            ("aliases.csv", &format!("{ALIASES}EG,ar,مصر,name,never,mine\n"))
        ]));
        let demonyms = "country,lang,form,gender,number,support,source\nEG,ar,ككسوي,m,sg,,mine\n";
        let kinds = "office,holders,means,heads,flags\npresident,many,,,regnal\n";
        assert!(!check(&[("demonyms.csv", demonyms), ("office_kinds.csv", kinds)]));
    }
}
