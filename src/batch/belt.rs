//! A belt between those who cut, those who answer and the one who writes: bounded, and in order.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Work goes in at one end in order and comes out at the other in the same order, whoever did it.
#[derive(Debug)]
pub(super) struct Belt<W, R> {
    state: Mutex<State<W, R>>,
    moved: Condvar,
    /// What was written, to be filled again.
    spare: Mutex<Vec<R>>,
    /// The most that may be on the belt: waiting, in hand, or done and not yet written.
    capacity: usize,
}

#[derive(Debug)]
struct State<W, R> {
    waiting: VecDeque<(usize, W)>,
    done: BTreeMap<usize, R>,
    put: usize,
    taken_out: usize,
    ended: bool,
    stopped: bool,
    trouble: Option<io::Error>,
}

impl<W, R> Belt<W, R> {
    pub(super) fn new(capacity: usize) -> Self {
        let state = State {
            waiting: VecDeque::new(),
            done: BTreeMap::new(),
            put: 0,
            taken_out: 0,
            ended: false,
            stopped: false,
            trouble: None,
        };
        Self { state: Mutex::new(state), moved: Condvar::new(), spare: Mutex::new(Vec::new()), capacity }
    }

    fn state(&self) -> MutexGuard<'_, State<W, R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state, once `ready`.
    fn when(&self, ready: impl Fn(&State<W, R>) -> bool) -> MutexGuard<'_, State<W, R>> {
        self.moved
            .wait_while(self.state(), |state| !state.stopped && !ready(state))
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts work on the belt, waiting for room; `false` when nobody wants it any more.
    pub(super) fn put(&self, work: W) -> bool {
        let mut state = self.when(|state| state.put - state.taken_out < self.capacity);
        if state.stopped {
            return false;
        }
        let place = state.put;
        state.put += 1;
        state.waiting.push_back((place, work));
        drop(state);
        self.moved.notify_all();
        true
    }

    /// No more work will come, perhaps because of a trouble.
    pub(super) fn end(&self, trouble: Option<io::Error>) {
        let mut state = self.state();
        state.ended = true;
        state.trouble = trouble;
        drop(state);
        self.moved.notify_all();
    }

    /// The next work and its place; `None` when there is none any more.
    pub(super) fn take(&self) -> Option<(usize, W)> {
        let mut state = self.when(|state| state.ended || !state.waiting.is_empty());
        if state.stopped {
            return None;
        }
        state.waiting.pop_front()
    }

    /// Gives the result of the work of this place.
    pub(super) fn give(&self, place: usize, result: R) {
        self.state().done.insert(place, result);
        self.moved.notify_all();
    }

    /// The next result in order; `None` at the end.
    pub(super) fn next(&self) -> Option<R> {
        let mut state = self
            .when(|state| state.done.contains_key(&state.taken_out) || (state.ended && state.taken_out == state.put));
        let place = state.taken_out;
        let result = state.done.remove(&place)?;
        state.taken_out += 1;
        drop(state);
        self.moved.notify_all();
        Some(result)
    }

    /// Gives back what was written: room that has been made once serves again.
    pub(super) fn give_back(&self, result: R) {
        self.spare().push(result);
    }

    /// Something given back, if there is any.
    pub(super) fn take_back(&self) -> Option<R> {
        self.spare().pop()
    }

    fn spare(&self) -> MutexGuard<'_, Vec<R>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Everybody goes home.
    pub(super) fn stop(&self) {
        self.state().stopped = true;
        self.moved.notify_all();
    }

    /// What ended the work before its end.
    pub(super) fn trouble(&self) -> Option<io::Error> {
        self.state().trouble.take()
    }
}

/// Stops the belt when its holder panics, so that nobody waits for what will never come.
pub(super) struct Watch<'b, W, R>(pub(super) &'b Belt<W, R>);

impl<W, R> Drop for Watch<'_, W, R> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_out_in_the_order_of_the_work_whoever_is_quicker() {
        let belt: Belt<u64, u64> = Belt::new(6);
        let out = std::thread::scope(|scope| {
            scope.spawn(|| {
                for work in 0..200 {
                    assert!(belt.put(work));
                }
                belt.end(None);
            });
            for _ in 0..3 {
                scope.spawn(|| {
                    while let Some((place, work)) = belt.take() {
                        std::thread::sleep(std::time::Duration::from_micros(work * 37 % 100));
                        belt.give(place, work * 2);
                    }
                });
            }
            std::iter::from_fn(|| belt.next()).collect::<Vec<_>>()
        });
        assert_eq!(out, (0..200).map(|work| work * 2).collect::<Vec<_>>());
    }

    #[test]
    fn a_full_belt_lets_nothing_more_on_and_a_stopped_one_frees_everybody() {
        let belt: Belt<u8, u8> = Belt::new(2);
        assert!(belt.put(1) && belt.put(2));
        std::thread::scope(|scope| {
            let third = scope.spawn(|| belt.put(3));
            std::thread::sleep(std::time::Duration::from_millis(20));
            assert!(!third.is_finished());
            belt.stop();
            assert!(!third.join().unwrap());
        });
        assert_eq!(belt.take(), None);
        assert_eq!(belt.next(), None);
    }
}
