//! The program itself, run as a user runs it: its start, and what a second thread costs.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::clock;
use crate::median;

const PROGRAM: &str = env!("CARGO_BIN_EXE_nisba");

/// The time from start to end of the program on an empty text, in milliseconds: the median of several runs.
pub(crate) fn start_up() -> Option<f64> {
    let folder = std::env::temp_dir().join(format!("nisba-compare-{}", std::process::id()));
    fs::create_dir_all(&folder).ok()?;
    let text = folder.join("short.txt");
    fs::write(&text, "Putin met Trump.").ok()?;
    let times = (0..9).map(|_| {
        let start = Instant::now();
        let output = Command::new(PROGRAM).args(["extract", "--quiet"]).arg(&text).output();
        assert!(output.is_ok_and(|output| output.status.success()), "the program reads a short text");
        start.elapsed().as_secs_f64()
    });
    let milliseconds = median(times.collect()) * 1000.0;
    fs::remove_dir_all(&folder).ok()?;
    Some(milliseconds)
}

/// Runs `nisba extract` with one thread and with two, turn and turn about; returns the medians of their seconds of CPU and
/// of their time.
pub(crate) fn with_threads(files: &[PathBuf], rounds: usize) -> Option<[(f64, f64); 2]> {
    let run = |threads: usize| {
        let (before, start) = (clock::cpu_of_children()?, Instant::now());
        let mut command = Command::new(PROGRAM);
        command.args(["extract", "--quiet", "--threads", &threads.to_string()]).args(files);
        // What cannot be read is told in any case; here only the time counts.
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
        Some((clock::cpu_of_children()? - before, start.elapsed()))
    };
    let mut turns: [Vec<(f64, Duration)>; 2] = Default::default();
    for _ in 0..rounds {
        for (which, turns) in turns.iter_mut().enumerate() {
            turns.push(run(which + 1)?);
        }
    }
    Some(turns.map(|turns| {
        let cpu = turns.iter().map(|(cpu, _)| *cpu).collect();
        let time = turns.iter().map(|(_, time)| time.as_secs_f64()).collect();
        (median(cpu), median(time))
    }))
}
