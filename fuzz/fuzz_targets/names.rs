//! Names found by the dictionary are those that a table of all names, asked for every run of words, finds.
#![no_main]

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use nisba::mention::{Payload, Scan};
use nisba::text::{Clitics, Tokens, words};
use nisba_fuzz::pipeline;

type Found = BTreeSet<(u32, u32, u32)>;

/// The names by their words, and how many words the longest has.
static NAMES: LazyLock<(HashMap<Vec<Vec<u8>>, Vec<u32>>, usize)> = LazyLock::new(|| {
    let mut names: HashMap<_, Vec<u32>> = HashMap::new();
    for (place, alias) in pipeline().gazetteer().aliases().enumerate() {
        names.entry(words(&alias.text)).or_default().push(place as u32);
    }
    let longest = names.keys().map(Vec::len).max().unwrap_or(0);
    (names, longest)
});

/// How many words each name has.
static LENGTHS: LazyLock<Vec<u32>> =
    LazyLock::new(|| pipeline().gazetteer().aliases().map(|alias| words(&alias.text).len() as u32).collect());

fn by_table(tokens: &Tokens) -> Found {
    let (names, longest) = &*NAMES;
    let mut found = Found::new();
    for start in 0..tokens.len() {
        let mut run = Vec::new();
        for (count, token) in tokens.tokens[start..].iter().take(*longest).enumerate() {
            if count > 0 && !token.gap.is_weak() {
                break;
            }
            run.push(tokens.form(token).to_vec());
            for &place in names.get(&run).into_iter().flatten() {
                found.insert((start as u32, (start + count) as u32 + 1, place));
            }
        }
    }
    found
}

fn by_dictionary(tokens: &Tokens) -> Found {
    let dictionary = &pipeline().knowledge().dictionary;
    let mut scan = Scan::default();
    scan.read(dictionary, tokens);
    let mut found = Found::new();
    for hit in (0..tokens.len()).flat_map(|at| scan.at(at)).filter(|hit| hit.clitics == Clitics::NONE) {
        for payload in dictionary.payloads(hit.node) {
            // "Antony J. Blinken": the table knows nothing of initials.
            if let Payload::Alias(place) = payload
                && LENGTHS[place as usize] == hit.end - hit.start
            {
                found.insert((hit.start, hit.end, place));
            }
        }
    }
    found
}

fuzz_target!(|data: &[u8]| {
    let text = nisba_fuzz::text(data);
    let mut tokens = Tokens::default();
    tokens.read(&text);
    assert_eq!(by_dictionary(&tokens), by_table(&tokens));
});
