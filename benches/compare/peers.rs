//! The same work in Python, where it is installed: `peers.py` beside this file, as a child that runs a round when it is told.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use nisba::document::Document;
use nisba::lexicon::Item;
use nisba::pipeline::Pipeline;
use serde_json::Value;

/// How many megabytes of the texts spaCy reads, which needs a second or so for each.
const PART: f64 = 4.0;

/// One pipeline.
pub(crate) struct Peer {
    pub(crate) name: String,
    pub(crate) version: String,
    /// Seconds to make its table of names.
    pub(crate) making: f64,
    pub(crate) documents: u64,
    pub(crate) megabytes: f64,
    /// Seconds of CPU of each round.
    pub(crate) rounds: Vec<f64>,
    /// Names found, and edges.
    pub(crate) found: (u64, u64),
}

/// The pipelines that are there, and why others are not.
pub(crate) struct Peers {
    pub(crate) there: Vec<Peer>,
    pub(crate) missing: Vec<String>,
    child: Option<(Child, ChildStdin, BufReader<ChildStdout>)>,
    folder: PathBuf,
}

impl Peers {
    /// Starts them on the same names and texts; returns when they are made.
    pub(crate) fn start(pipeline: &Pipeline, documents: &[Document]) -> Peers {
        let folder = std::env::temp_dir().join(format!("nisba-peers-{}", std::process::id()));
        let mut peers = Peers { there: Vec::new(), missing: Vec::new(), child: None, folder };
        if let Err(error) = peers.try_start(pipeline, documents) {
            peers.there.clear();
            let python = "name one by $PYTHON, with: pip install spacy pyahocorasick";
            peers.missing.push(format!("Python cannot be asked ({error}): {python}"));
        }
        peers
    }

    fn try_start(&mut self, pipeline: &Pipeline, documents: &[Document]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let write = |name: &str, lines: &mut dyn Iterator<Item = String>| -> io::Result<PathBuf> {
            let path = self.folder.join(name);
            let mut file = BufWriter::new(File::create(&path)?);
            for line in lines {
                writeln!(file, "{line}")?;
            }
            file.flush()?;
            Ok(path)
        };
        let gazetteer = pipeline.gazetteer();
        let aliases = gazetteer.aliases();
        let mut names = aliases.map(|alias| format!("{}\t{}", gazetteer.get(alias.entity).id, alias.text));
        let forms = pipeline.lexicon().entries().filter(|entry| matches!(entry.item, Item::Form(_)));
        let mut triggers = forms.map(|entry| entry.text.to_owned());
        let mut texts = documents.iter().map(|document| Value::from(document.text.as_str()).to_string());
        let files = [write("names", &mut names)?, write("triggers", &mut triggers)?, write("texts", &mut texts)?];
        let python = std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/compare/peers.py");
        let mut command = Command::new(python);
        command.arg(script).args(files).arg(PART.to_string()).stdin(Stdio::piped()).stdout(Stdio::piped());
        // One core, whatever its libraries would do with more.
        command.env("OMP_NUM_THREADS", "1").env("OPENBLAS_NUM_THREADS", "1");
        let mut child = command.spawn()?;
        let gone = || io::Error::other("it closed its pipes");
        let (input, output) = child.stdin.take().zip(child.stdout.take()).ok_or_else(gone)?;
        self.child = Some((child, input, BufReader::new(output)));
        loop {
            let told = self.listen()?;
            let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
            if told["ready"] == true {
                return Ok(());
            }
            if let Some(reason) = told["missing"].as_str() {
                self.missing.push(format!("{0} is left out ({reason}): pip install {0}", text("peer")));
                continue;
            }
            self.there.push(Peer {
                name: text("peer"),
                version: text("version"),
                making: told["making"].as_f64().unwrap_or_default(),
                documents: told["documents"].as_u64().unwrap_or_default(),
                megabytes: told["bytes"].as_f64().unwrap_or_default() / 1e6,
                rounds: Vec::new(),
                found: (0, 0),
            });
        }
    }

    fn listen(&mut self) -> io::Result<Value> {
        let mut line = String::new();
        let Some((_, _, output)) = &mut self.child else { return Err(io::Error::other("it was not started")) };
        if output.read_line(&mut line)? == 0 {
            return Err(io::Error::other("it ended early"));
        }
        Ok(serde_json::from_str(&line)?)
    }

    /// Runs a round of each.
    pub(crate) fn round(&mut self) {
        for at in 0..self.there.len() {
            let name = self.there[at].name.clone();
            if let Some((_, input, _)) = &mut self.child {
                writeln!(input, "{name}").expect("the peers take it");
            }
            let told = self.listen().expect("the peers end a round");
            let peer = &mut self.there[at];
            peer.rounds.push(told["seconds"].as_f64().unwrap_or_default());
            let count = |key: &str| told[key].as_u64().unwrap_or_default();
            peer.found = (count("mentions"), count("edges"));
        }
    }
}

impl Drop for Peers {
    fn drop(&mut self) {
        if let Some((mut child, input, _)) = self.child.take() {
            // It ends when nobody asks any more.
            drop(input);
            let _ = child.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}
