//! `nisba view`: documents in, a page to look at the graph out.

use std::path::{Path, PathBuf};

use nisba::export::{Format, Options, Part};
use nisba::graph::Grain;

use super::Outcome;
use super::graph::{self, GraphArgs};
use super::output;

const EXAMPLES: &str = "\
Examples:
  A folder of articles as a page, contacts.html, that any browser opens without a network:
    nisba view articles/

  What is around Egypt in August 2025, with English texts:
    nisba view articles/ --ego Egypt --since 2025-08 --until 2025-08 --label-lang en -o egypt.html

  From what was read before:
    nisba extract articles/ > docs.jsonl
    nisba view docs.jsonl --family contact

On the page: search by any spelling, filter, choose a period, click an edge to read its sentences.";

/// Write a page to look at the graph: one file, for any browser, no network
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    graph: GraphArgs,
    /// Where to write; - for standard output
    #[arg(long, short, value_name = "FILE", default_value = "contacts.html")]
    output: PathBuf,
}

pub(super) fn run(args: &Args) -> anyhow::Result<Outcome> {
    let path = Some(args.output.as_path()).filter(|path| path.as_os_str() != "-");
    path.map(output::check).transpose()?;
    // Every relation with its own sentence: the page puts them together as edges.
    let (graphs, sources) = args.graph.graphs(&[Grain::Events].into())?;
    let options = Options { lang: args.graph.label_lang, ..Options::default() };
    graph::put(&graphs[&Grain::Events], Format::Html, Part::Whole, &options, path)?;
    let report = sources.report();
    report.close();
    graph::say_sizes(&graphs, report);
    if let Some(path) = path {
        report.say(&format!(
            "wrote {}; open it with a double click, or give a browser {}",
            path.display(),
            address(path)
        ));
    }
    Ok(report.outcome())
}

/// Returns the address of a file for a browser.
fn address(path: &Path) -> String {
    let full = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut address = String::from("file://");
    for byte in full.to_string_lossy().replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' | b':' => {
                address.push(byte.into())
            }
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_only_what_an_address_may() {
        assert_eq!(address(Path::new("/no such/نص.html")), "file:///no%20such/%D9%86%D8%B5.html");
    }
}
