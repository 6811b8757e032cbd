//! Reading on several threads: inputs in order in, results in the same order out, memory bounded.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use nisba::document::{Input, Place, SourceError};

/// How many inputs, and how many bytes of them, travel together: as few as keep the cost of sending them small, since what
/// one thread takes and another gives back stays with the first.
const BATCH: usize = 32;
const BATCH_BYTES: usize = 64 << 10;

type Item = Result<Input, SourceError>;

/// Calls `work` on each input, on `threads` threads, and `each` on the results in the order of the inputs.
///
/// At most four batches a thread are under way. When `each` breaks, reading stops. An input over which `work` stumbles is told as
/// such, and the others are read.
pub(super) fn in_order<T: Send + 'static>(
    inputs: impl Iterator<Item = Item> + Send + 'static,
    threads: usize,
    work: impl Fn(Input) -> Result<T, SourceError> + Send + Sync + 'static,
    mut each: impl FnMut(Result<T, SourceError>) -> ControlFlow<()>,
) {
    let work = move |input: Input| guarded(&work, input);
    if threads == 1 {
        for input in inputs {
            if each(input.and_then(&work)).is_break() {
                return;
            }
        }
        return;
    }
    // A place is taken for each batch that is read and given back when its results have been handed on.
    let (take_place, give_place) = sync_channel::<()>(4 * threads);
    let (send_job, jobs) = sync_channel(4 * threads);
    let (send_result, results) = sync_channel(4 * threads);
    thread::spawn(move || read(inputs, &take_place, &send_job));
    let (jobs, work) = (Arc::new(Mutex::new(jobs)), Arc::new(work));
    for _ in 0..threads {
        let (jobs, work, send_result) = (Arc::clone(&jobs), Arc::clone(&work), send_result.clone());
        thread::spawn(move || toil(&jobs, &*work, &send_result));
    }
    drop((jobs, send_result));
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, outcome) in results {
        waiting.insert(number, outcome);
        while let Some(outcome) = waiting.remove(&next) {
            next += 1;
            for result in outcome.unwrap_or_else(|panic| resume_unwind(panic)) {
                if each(result).is_break() {
                    return;
                }
            }
            // Fails when all has been read.
            let _ = give_place.try_recv();
        }
    }
}

/// Calls `work` on an input; a panic of it is that input's error.
fn guarded<T>(work: impl Fn(Input) -> Result<T, SourceError>, input: Input) -> Result<T, SourceError> {
    let place = match &input {
        Input::Document(document) => Place::file(document.id.as_str()),
        Input::Extracted(line) => line.place.clone(),
    };
    // What a reader keeps between documents is cleared before each, so that a half-read one leaves nothing behind.
    catch_unwind(AssertUnwindSafe(|| work(input))).unwrap_or(Err(SourceError::Defect { place }))
}

fn read(inputs: impl Iterator<Item = Item>, take_place: &SyncSender<()>, send_job: &SyncSender<(u64, Vec<Item>)>) {
    let mut inputs = inputs.peekable();
    let mut number = 0;
    while inputs.peek().is_some() {
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let Some(item) = inputs.next() else { break };
            bytes += match &item {
                Ok(Input::Document(document)) => document.text.len(),
                Ok(Input::Extracted(line)) => line.json.len(),
                Err(_) => 0,
            };
            batch.push(item);
        }
        if take_place.send(()).is_err() || send_job.send((number, batch)).is_err() {
            return;
        }
        number += 1;
    }
}

type Outcome<T> = thread::Result<Vec<Result<T, SourceError>>>;

fn toil<T>(
    jobs: &Mutex<Receiver<(u64, Vec<Item>)>>,
    work: &dyn Fn(Input) -> Result<T, SourceError>,
    send_result: &SyncSender<(u64, Outcome<T>)>,
) {
    loop {
        let job = jobs.lock().map(|jobs| jobs.recv());
        let Ok(Ok((number, batch))) = job else { return };
        let outcome =
            catch_unwind(AssertUnwindSafe(|| batch.into_iter().map(|item| item.and_then(work)).collect::<Vec<_>>()));
        if send_result.send((number, outcome)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nisba::document::Source;

    fn lines(count: usize, threads: usize, stop_at: usize) -> Vec<String> {
        let file = tempfile::Builder::new().suffix(".jsonl").tempfile().unwrap();
        let line = |n: usize| match n % 50 {
            7 => "{broken\n".to_owned(),
            _ => format!("{{\"id\":\"{n}\",\"text\":\"t\"}}\n"),
        };
        std::fs::write(file.path(), (0..count).map(line).collect::<String>()).unwrap();
        let mut seen = Vec::new();
        let work = |input| match input {
            Input::Document(document) => {
                thread::sleep(std::time::Duration::from_micros(document.id.parse::<u64>().unwrap() % 7 * 10));
                Ok(document.id)
            }
            Input::Extracted(line) => Ok(line.json),
        };
        in_order(Source::new([file.path()]).inputs(), threads, work, |result| {
            seen.push(match result {
                Ok(id) => id,
                Err(error) => format!("line {}", error.place().line.unwrap_or_default()),
            });
            if seen.len() == stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        seen
    }

    #[test]
    fn results_keep_the_order_of_the_inputs_on_any_number_of_threads() {
        let one = lines(3000, 1, usize::MAX);
        assert_eq!((one.len(), one[6].as_str(), one[7].as_str()), (3000, "6", "line 8"));
        for threads in [2, 3, 16] {
            assert_eq!(lines(3000, threads, usize::MAX), one);
        }
        assert_eq!(lines(3000, 4, 10), one[..10]);
        assert!(lines(0, 4, 10).len() == 1, "an empty file is told");
    }

    #[test]
    fn an_input_that_work_stumbles_over_is_told_and_the_others_are_read() {
        let file = tempfile::Builder::new().suffix(".jsonl").tempfile().unwrap();
        let lines: String = (0..100).map(|n| format!("{{\"id\":\"{n}\",\"text\":\"t\"}}\n")).collect();
        std::fs::write(file.path(), lines).unwrap();
        let work = |input| match input {
            Input::Document(document) if document.id == "7" => panic!("on purpose"),
            Input::Document(document) => Ok(document.id),
            Input::Extracted(line) => Ok(line.json),
        };
        for threads in [1, 2] {
            let mut seen = Vec::new();
            in_order(Source::new([file.path()]).inputs(), threads, work, |result| {
                seen.push(result.unwrap_or_else(|error| error.to_string()));
                ControlFlow::Continue(())
            });
            assert_eq!(seen.len(), 100);
            assert_eq!(seen[7], "7: the program failed on this document, which is a mistake of its own");
            assert_eq!(seen[8], "8");
        }
    }
}
