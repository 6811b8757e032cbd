//! Ctrl-C, a terminal that closes, and other signals that end the program: files half written are taken away first.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

/// Files that are being written under another name.
static PARTS: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn parts() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    PARTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes a file that is about to be written.
pub(super) fn begin(part: &Path) -> io::Result<()> {
    static WATCH: Once = Once::new();
    parts().insert(part.to_owned());
    let mut watched = Ok(());
    WATCH.call_once(|| watched = watch());
    watched
}

/// Does what ends the writing of a file; no signal comes between.
pub(super) fn end(part: &Path, act: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
    let mut parts = parts();
    act()?;
    parts.remove(part);
    Ok(())
}

/// Waits for signals on a thread of its own.
#[cfg(unix)]
fn watch() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;

    // A file that may not grow further is an error of its writer then, as a full disk is.
    let noted = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    signal_hook::flag::register(SIGXFSZ, noted)?;
    let mut signals = Signals::new(ending(&[SIGHUP, SIGINT, SIGTERM]))?;
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // The lock is kept: nothing is renamed any more.
            let parts = parts();
            for part in parts.iter() {
                let _ = fs::remove_file(part);
            }
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    });
    Ok(())
}

/// Returns those of `signals` that would end the program. To watch one is to ignore it no more, and a run under nohup, or in
/// the background of a script, is not to end by SIGHUP or Ctrl-C.
///
/// **Source:** proc_pid_status(5), `SigIgn`. Systems without it tell the same to unsafe code only; SIGHUP is left alone there.
#[cfg(unix)]
fn ending(signals: &[i32]) -> Vec<i32> {
    let ignored = fs::read_to_string("/proc/self/status").ok().as_deref().and_then(ignored);
    let ends = |signal: i32| match ignored {
        Some(mask) => mask & (1 << (signal - 1)) == 0,
        None => signal != signal_hook::consts::SIGHUP,
    };
    signals.iter().copied().filter(|&signal| ends(signal)).collect()
}

/// Returns the signals that a process ignores, a bit each, from what the system tells of it.
#[cfg(unix)]
fn ignored(status: &str) -> Option<u64> {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?;
    u64::from_str_radix(mask.trim(), 16).ok()
}

#[cfg(not(unix))]
fn watch() -> io::Result<()> {
    Ok(())
}
