//! Seconds of CPU and memory, as Linux tells them of this process and of those it waited for; `None` elsewhere.
//!
//! **Source:** proc(5).

use std::fs;

/// Ticks of the clock in `/proc/PID/stat` a second, on every architecture that Rust runs on.
const TICKS: f64 = 100.0;

/// Returns the seconds of CPU that the living threads of this process have used.
pub(crate) fn cpu() -> Option<f64> {
    // What is told of a thread is brought up to date when it lets others run.
    std::thread::yield_now();
    let mut nanoseconds = 0.0;
    for thread in fs::read_dir("/proc/self/task").ok()? {
        let told = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        nanoseconds += told.split(' ').next()?.parse::<f64>().ok()?;
    }
    Some(nanoseconds / 1e9)
}

/// Returns the seconds of CPU that programs used which this one started and waited for.
pub(crate) fn cpu_of_children() -> Option<f64> {
    let told = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program may hold spaces; the fields behind it are counted from the third.
    let fields: Vec<&str> = told.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field - 3)?.parse::<f64>().ok();
    Some((ticks(16)? + ticks(17)?) / TICKS)
}

/// Returns resident memory of this process in MiB: `VmRSS:` now, or `VmHWM:` the most it has been.
pub(crate) fn memory(field: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(field))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}
