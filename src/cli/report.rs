//! What is said about a run: progress, what was skipped, the closing summary.

use std::error::Error;
use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use nisba::document::{Lang, SourceError};

use super::{Outcome, tell};

/// Counts what is read, and says it.
pub(super) struct Report {
    bar: ProgressBar,
    quiet: bool,
    strict: bool,
    arabic: u64,
    english: u64,
    mentions: u64,
    relations: u64,
    skipped: u64,
    asks_store: bool,
    stopped: bool,
    /// What else the closing summary says.
    notes: Vec<String>,
}

impl Report {
    /// Returns a report that shows progress when standard error is a terminal.
    pub(super) fn new(quiet: bool, strict: bool) -> Self {
        let bar = if quiet || !io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::no_length() };
        let style = ProgressStyle::with_template("{spinner} {human_pos} documents read  {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        let (arabic, english, mentions, relations, skipped) = (0, 0, 0, 0, 0);
        let (asks_store, stopped, notes) = (false, false, Vec::new());
        Report { bar, quiet, strict, arabic, english, mentions, relations, skipped, asks_store, stopped, notes }
    }

    /// Counts a document that was read.
    pub(super) fn read(&mut self, lang: Lang, mentions: usize, relations: usize) {
        match lang {
            Lang::Ar => self.arabic += 1,
            Lang::En => self.english += 1,
        }
        self.mentions += mentions as u64;
        self.relations += relations as u64;
        self.bar.inc(1);
    }

    /// Counts a document that was looked through for something else.
    pub(super) fn document(&mut self, lang: Lang) {
        self.read(lang, 0, 0);
    }

    /// Notes that a store is asked, of which nothing is read.
    pub(super) fn ask_store(&mut self) {
        self.asks_store = true;
    }

    /// Counts a document that did not have to be read.
    pub(super) fn pass(&self) {
        self.bar.inc(1);
    }

    /// Returns the number of inputs that were skipped.
    pub(super) fn skipped(&self) -> u64 {
        self.skipped
    }

    /// Tells an input that was skipped; breaks when the run must stop at the first.
    pub(super) fn skip(&mut self, error: &SourceError) -> ControlFlow<()> {
        self.skipped += 1;
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(error) = cause {
            message.push_str(&format!(": {error}"));
            cause = error.source();
        }
        self.bar.suspend(|| tell(&format!("{message}\n  hint: {}", error.hint())));
        self.stopped = self.strict;
        if self.strict { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Lets the closing summary say more, behind what was read.
    pub(super) fn set_notes(&mut self, notes: Vec<String>) {
        self.notes = notes;
    }

    /// Says something in the closing summary.
    pub(super) fn say(&self, message: &str) {
        if !self.quiet {
            self.bar.suspend(|| tell(message));
        }
    }

    /// Returns an error when the run stopped at the first bad input.
    pub(super) fn check(&self) -> anyhow::Result<()> {
        anyhow::ensure!(!self.stopped, "stopped at the first input that could not be read (--strict)");
        Ok(())
    }

    /// Takes the progress off the terminal, to make room for results.
    pub(super) fn end_progress(&self) {
        self.bar.finish_and_clear();
    }

    /// Ends the progress and says what was read; the rest of the summary follows.
    pub(super) fn close(&self) {
        let (mentions, relations) = (count(self.mentions, "mention"), count(self.relations, "relation"));
        self.close_with(&format!("{mentions} and {relations}"));
    }

    /// Ends the progress and says what was read, and what was found in it.
    pub(super) fn close_with(&self, found: &str) {
        self.end_progress();
        let documents = self.arabic + self.english;
        // Of a store nothing was read; how much of it was looked at is no news.
        if documents + self.skipped > 0 || !self.asks_store {
            let langs = match (self.arabic, self.english) {
                (0, _) | (_, 0) => String::new(),
                (arabic, english) => format!(" ({arabic} Arabic, {english} English)"),
            };
            self.say(&format!("read {}{langs}, skipped {}; found {found}", count(documents, "document"), self.skipped));
        }
        self.notes.iter().for_each(|note| self.say(note));
    }

    /// Returns how the run went.
    pub(super) fn outcome(&self) -> Outcome {
        if self.skipped > 0 { Outcome::Skipped } else { Outcome::Done }
    }
}

/// Returns `1 document`, `2 documents`.
pub(super) fn count(number: u64, thing: &str) -> String {
    if number == 1 { format!("1 {thing}") } else { format!("{number} {thing}s") }
}
