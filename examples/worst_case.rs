//! Documents made to be slow, against ordinary news: what a byte of each costs, in one run.
//!
//! ```sh
//! cargo run --release --example worst_case [FILE.csv…]
//! ```
//!
//! Each kind of document is read at two sizes; a cost a byte that is the same at both shows that the time grows with the
//! text and not faster. The last column is the cost at the larger size over that of ordinary news (`examples/news`, or the files
//! given), which is read turn and turn about with it. Costs are of the thread's CPU where the system tells it.

#![allow(clippy::print_stdout, reason = "a program")]

use std::error::Error;
use std::fmt::Write as _;
use std::time::Instant;

use nisba::document::{Document, Lang, Source};
use nisba::pipeline::Pipeline;

/// The two sizes of a document, in bytes.
const SIZES: [usize; 2] = [1 << 16, 1 << 19];

/// How often each is read; the median counts.
const TURNS: usize = 5;

/// A document that costs so many times what news costs at the smaller size is not read at the larger: it would not end.
const HOPELESS: f64 = 100.0;

/// Says a document a piece at a time, by the number of the piece.
type Piece = Box<dyn Fn(usize) -> String>;

fn repeated(words: &'static str) -> Piece {
    Box::new(move |_| words.to_owned())
}

/// Returns the pieces in turn.
fn in_turn(pieces: Vec<String>, gap: &'static str) -> Piece {
    Box::new(move |number| format!("{}{gap}", pieces[number * 7 % pieces.len()]))
}

/// Returns a word of its own for a number, with a capital: Babab, Cabab …
fn invented(mut number: usize) -> String {
    let mut word = String::new();
    for _ in 0..4 {
        word.push(char::from(b'b' + (number % 20) as u8));
        word.push('a');
        number /= 20;
    }
    word[..1].to_uppercase() + &word[1..]
}

fn kinds(pipeline: &Pipeline, news: &[Document]) -> Vec<(&'static str, Piece)> {
    let (gazetteer, lexicon) = (pipeline.gazetteer(), pipeline.lexicon());
    let names = |lang| {
        let names = gazetteer.aliases().filter(move |alias| alias.lang == lang);
        names.map(|alias| alias.text.to_string()).collect::<Vec<_>>()
    };
    let (arabic, english) = (names(Lang::Ar), names(Lang::En));
    let titles: Vec<String> = gazetteer.titles().iter().map(|title| title.text.to_string()).collect();
    let demonyms: Vec<String> = gazetteer.demonyms().iter().map(|demonym| demonym.text.to_string()).collect();
    let words: Vec<String> = lexicon.entries().map(|entry| entry.text.to_string()).collect();
    let endless: Vec<String> =
        news.iter().map(|article| article.text.replace(['.', '\n', '!', '?', '؟'], " ")).collect();
    let lines: Vec<String> = news.iter().map(|article| article.text.replace(' ', "\n")).collect();
    let (some, others) = (english.clone(), arabic.clone());
    vec![
        ("names, Arabic", in_turn(arabic.clone(), " ")),
        ("names, English", in_turn(english.clone(), " ")),
        ("a list: A و B و C", in_turn(arabic.clone(), " و")),
        ("a list: A, B, C", in_turn(english.clone(), ", ")),
        ("a list: A and B and C", in_turn(english.clone(), " and ")),
        ("titles", in_turn(titles, " ")),
        ("demonyms", in_turn(demonyms, " ")),
        ("words of the lexicon", in_turn(words, " ")),
        ("A met B met C", in_turn(english.clone(), " met ")),
        ("A said B said C", in_turn(english.clone(), " said ")),
        ("A, who met B, who met C", in_turn(english.clone(), ", who met ")),
        ("A's B's C", in_turn(english.clone(), "'s ")),
        ("التقى A B", in_turn(arabic.clone(), " التقى ")),
        ("قال A إن B", in_turn(arabic.clone(), " قال إن ")),
        ("A الذي زار B", in_turn(arabic.clone(), " الذي زار ")),
        ("a trigger alone", repeated("التقى ")),
        ("a trigger in English", repeated("met ")),
        ("an endless sentence", in_turn(endless, " ")),
        ("news, a word a line", in_turn(lines, "\n")),
        ("clitics in one word", repeated("وبال")),
        ("clitics apart", repeated("و بال ")),
        ("one letter", repeated("a")),
        ("marks on one letter", repeated("\u{064E}")),
        ("scripts in turn", repeated("Tو")),
        ("commas", repeated("، ")),
        ("commas between words", repeated("كلمة، ")),
        ("full stops", repeated(". ")),
        ("quotation marks", repeated("\"")),
        ("nested quotations", repeated("قال \"إن بوتين قال «")),
        ("nested brackets", repeated("(بوتين [ترامب ")),
        ("the president of the minister of", repeated("the president of the minister of ")),
        ("وزير خارجية رئيس", repeated("وزير خارجية رئيس ")),
        ("pronouns", repeated("قال إنه التقى نظيره وإنه معه ")),
        ("pronouns in English", repeated("he told him that they met his counterpart ")),
        ("dates", repeated("يوم الثلاثاء 15 أغسطس 2025 ")),
        ("dates in English", repeated("on Monday, 15 August 2025, at 10 ")),
        ("digits", repeated("12 ")),
        ("white space", repeated(" ")),
        (
            "new people",
            Box::new(|number| format!("Minister {} {} met Putin.\n", invented(number), invented(number + 9))),
        ),
        (
            "new people in one sentence",
            Box::new(|number| format!("Minister {} {} and ", invented(number), invented(number + 9))),
        ),
        ("new people, the same family name", Box::new(|number| format!("Mr. {} Babab said. ", invented(number)))),
        ("headlines", Box::new(move |number| format!("{}\n", some[number * 5 % some.len()]))),
        ("many short sentences", Box::new(move |number| format!("زار {} مصر. ", others[number * 5 % others.len()]))),
        ("not who is named", repeated("لم يلتق الرئيس الروسي نظيره الأمريكي، بل اتصل به. ")),
        ("a ruler by his bare title", repeated("the pope met the king, ")),
        ("a title before another party", repeated("استقبل وزير الخارجية الرواندي سامح شكري ")),
        ("commas right behind verbs", repeated("استقبل، على هامش أعمال الدورة، ")),
        ("both sides", repeated("والتقى الجانبان، ")),
    ]
}

fn made(piece: &Piece, size: usize) -> Document {
    let mut text = String::with_capacity(size + 100);
    for number in 0.. {
        let _ = write!(text, "{}", piece(number));
        if text.len() >= size {
            break;
        }
    }
    let date = Some(jiff::civil::date(2025, 8, 19));
    Document { id: "d".to_owned(), lang: Lang::detect(&text), date, text, ..Document::default() }
}

/// Returns the nanoseconds of CPU that this thread has used, or those since the start where the system does not tell them.
fn clock(start: Instant) -> f64 {
    // What is told is brought up to date when the thread lets others run.
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let used = told.as_deref().and_then(|told| told.split(' ').next()?.parse().ok());
    used.unwrap_or_else(|| start.elapsed().as_nanos() as f64)
}

/// Returns nanoseconds a byte.
fn cost(pipeline: &Pipeline, documents: &[Document]) -> f64 {
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let start = Instant::now();
    let before = clock(start);
    for document in documents {
        std::hint::black_box(pipeline.extract(document));
    }
    (clock(start) - before) / bytes as f64
}

fn median(mut costs: Vec<f64>) -> f64 {
    costs.sort_by(f64::total_cmp);
    costs[costs.len() / 2]
}

/// Returns what a byte costs of a kind at both sizes, and of the news read beside it.
fn costs(pipeline: &Pipeline, piece: &Piece, news: &[Document]) -> [f64; 3] {
    let documents = SIZES.map(|size| [made(piece, size)]);
    let mut turns: [Vec<f64>; 3] = Default::default();
    for _ in 0..TURNS {
        let ordinary = cost(pipeline, news);
        let small = cost(pipeline, &documents[0]);
        let large = if small > HOPELESS * ordinary { small } else { cost(pipeline, &documents[1]) };
        for (turns, cost) in turns.iter_mut().zip([small, large, ordinary]) {
            turns.push(cost);
        }
    }
    turns.map(median)
}

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let paths = if paths.is_empty() { vec!["examples/news".to_owned()] } else { paths };
    let news: Vec<Document> = Source::new(paths).documents().collect::<Result<_, _>>()?;
    let pipeline = Pipeline::embedded()?;
    cost(&pipeline, &news);
    println!("{:<36} {:>9} {:>9} {:>9} {:>7}", "ns a byte", "64 KiB", "512 KiB", "news", "ratio");
    let mut worst = 0_f64;
    for (name, piece) in kinds(&pipeline, &news) {
        let [small, large, ordinary] = costs(&pipeline, &piece, &news);
        let ratio = large / ordinary;
        worst = worst.max(ratio);
        println!("{name:<36} {small:>9.1} {large:>9.1} {ordinary:>9.1} {ratio:>7.2}");
    }
    println!("{:<36} {:>9} {:>9} {:>9} {worst:>7.2}", "the worst", "", "", "");
    Ok(())
}
