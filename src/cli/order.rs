//! Work on several threads whose results come out in the order of the inputs.
//!
//! Whichever of the articles 1, 2, 3 is done first, 1 is written first. Only so many are under way
//! or waiting for an earlier one at a time. Order knows nothing of articles.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic;
use std::panic::AssertUnwindSafe;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::thread;

/// How many items may be under way for each thread.
const AHEAD: usize = 16;

/// An item or a result with its number.
type Numbered<T> = (usize, T);

/// Does `work` on every item and hands the results to `take` in the order of the items. Items are
/// made and results taken on this thread.
///
/// # Errors
///
/// The first error of `take`, which ends the work.
pub(super) fn in_order<T: Send, R: Send, E>(
    mut items: impl Iterator<Item = T>,
    jobs: NonZeroUsize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if jobs.get() == 1 {
        return items.try_for_each(|item| take(work(item)));
    }
    let (todo, items_out) = mpsc::channel::<Numbered<T>>();
    let (results_in, done) = mpsc::channel::<Numbered<thread::Result<R>>>();
    let items_out = Mutex::new(items_out);
    thread::scope(|scope| {
        for _ in 0..jobs.get() {
            let results_in = results_in.clone();
            let (items_out, work) = (&items_out, &work);
            scope.spawn(move || serve(items_out, &results_in, work));
        }
        // Dropped when this ends, however it ends, so that the threads end too.
        let todo = todo;
        let mut waiting = BTreeMap::new();
        let (mut sent, mut taken) = (0, 0);
        loop {
            while sent - taken < AHEAD * jobs.get()
                && let Some(item) = items.next()
            {
                // A thread that is gone brings no result, which is noticed below.
                let _ = todo.send((sent, item));
                sent += 1;
            }
            if sent == taken {
                return Ok(());
            }
            let result = awaited(&mut waiting, &done, taken);
            taken += 1;
            take(result)?;
        }
    })
}

/// Works until there are no more items.
fn serve<T, R>(
    items: &Mutex<Receiver<Numbered<T>>>,
    results: &Sender<Numbered<thread::Result<R>>>,
    work: &impl Fn(T) -> R,
) {
    loop {
        let next = items.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, item)) = next else { return };
        let result = panic::catch_unwind(AssertUnwindSafe(|| work(item)));
        if results.send((number, result)).is_err() {
            return;
        }
    }
}

/// The result of this number, as soon as it is there. A panic goes on here.
fn awaited<R>(
    waiting: &mut BTreeMap<usize, thread::Result<R>>,
    done: &Receiver<Numbered<thread::Result<R>>>,
    number: usize,
) -> R {
    loop {
        match waiting.remove(&number) {
            Some(Ok(result)) => return result,
            Some(Err(panic)) => panic::resume_unwind(panic),
            None => {
                let (number, result) = done.recv().expect("every item sent brings a result");
                waiting.insert(number, result);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::time::Duration;

    fn jobs(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    #[test]
    fn the_slow_come_out_in_their_place() {
        let nap = |n: u64| {
            thread::sleep(Duration::from_micros(if n.is_multiple_of(7) { 900 } else { 1 }));
            n
        };
        for count in [1, 2, 5] {
            let mut out = Vec::new();
            let end: Result<(), ()> = in_order(0..500, jobs(count), nap, |n| {
                out.push(n);
                Ok(())
            });
            assert_eq!(end, Ok(()));
            assert_eq!(out, (0..500).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_ends_the_work() {
        for count in [1, 3] {
            let end =
                in_order(0.., jobs(count), |n: u64| n, |n| if n < 300 { Ok(()) } else { Err(n) });
            assert_eq!(end, Err(300));
        }
    }
}
