//! How a place among the five is given, kept, and taken back.

use std::cmp::Reverse;

use super::super::Candidate;
use super::super::fit::Reach;
use super::super::ranking::Row;
use super::super::seat::{FIRST, Ranked, is_own, same_kind};
use super::Five;

impl<'c> Five<'_, 'c> {
    /// Moves the best that fits to the second place, unless one of the first two does; whether one of them fits now. It
    /// stays from then on.
    pub(super) fn among_the_first_two(&mut self, fits: impl Fn(&Candidate) -> bool) -> bool {
        if let Some(fitting) = self.picked.iter().take(2).find(|candidate| fits(candidate)) {
            self.settled.push(fitting.position);
            return true;
        }
        let found = if let Some(at) = self.picked.iter().position(|candidate| fits(candidate)) {
            self.picked.remove(at)
        } else if let Some(at) = self.rest.iter().position(|candidate| fits(candidate)) {
            self.rest.remove(at)
        } else {
            return false;
        };
        self.settled.push(found.position);
        self.picked.insert(1, found);
        if self.picked.len() > FIRST
            && let Some(last) = self.picked.pop()
        {
            self.put_back(last);
        }
        true
    }

    pub(super) fn put_back(&mut self, candidate: Ranked<'c>) {
        let back = self.rest.partition_point(|other| other.key < candidate.key);
        self.rest.insert(back, candidate);
    }

    /// The first stays, and the second unless it is one more of the first's kind.
    pub(super) fn settle_first(&mut self) {
        let mut first = self.picked.iter().take(2);
        let (Some(best), second) = (first.next(), first.next()) else { return };
        self.settled.push(best.position);
        self.settled.extend(second.filter(|second| !same_kind(best, second, self.case)).map(|second| second.position));
    }

    /// Unless one of the five `fits`, takes in the best near one of the rest that does; whether one of them fits now.
    pub(super) fn one_that(&mut self, fits: impl Fn(&Candidate) -> bool) -> bool {
        self.take(|candidate| candidate.reach != Reach::Elsewhere && fits(candidate))
    }

    /// As [`Self::one_that`], wherever it is. What fits stays among the five from then on.
    pub(super) fn take(&mut self, fits: impl Fn(&Candidate) -> bool) -> bool {
        if let Some(fitting) = self.picked.iter().find(|candidate| fits(candidate)) {
            self.settled.push(fitting.position);
            return true;
        }
        let Some(at) = self.rest.iter().position(|candidate| fits(candidate)) else {
            return false;
        };
        let found = self.rest.remove(at);
        self.settled.push(found.position);
        if self.picked.len() < FIRST {
            self.picked.push(found);
            return true;
        }
        let Some(out) = self.spare() else {
            self.settled.pop();
            self.rest.insert(at, found);
            return false;
        };
        let displaced = std::mem::replace(&mut self.picked[out], found);
        self.put_back(displaced);
        true
    }

    /// The one that can be spared: others answer its needs, and it is not made for the person's own path. Of several,
    /// the one that answers least well, then the one that answers fewest needs, then one out of the commune of whose kind
    /// another stays, then the last.
    pub(super) fn spare(&self) -> Option<usize> {
        let (asked, said) = (self.case.asked(), self.case.said);
        let others = |position: usize| {
            self.picked.iter().enumerate().filter(move |(other, _)| *other != position).map(|(_, other)| other)
        };
        let free = |position: &usize| {
            let candidate = self.picked[*position];
            let alone = said
                .iter()
                .any(|need| answers(candidate, need) && !others(*position).any(|other| answers(other, need)));
            // a team made for what is said stays; one that is theirs by their path alone may leave another
            let made_for = !candidate.facts.core.and(said).is_empty();
            let own = is_own(candidate) && (made_for || !others(*position).any(|other| is_own(other)));
            !self.settled.contains(&candidate.position) && !own && !alone
        };
        let worth = |position: &usize| {
            let candidate = self.picked[*position];
            let facts = candidate.facts;
            let needs = facts.core.or(facts.also).and(asked).len();
            let doubled = others(*position).any(|other| same_kind(other, candidate, self.case));
            let key = &candidate.key;
            let place = (candidate.reach, key.level(Row::OtherLanguage), candidate.fit);
            (place, Reverse(needs), doubled && key.level(Row::Step) > 0, key.level(Row::Age), *position)
        };
        (0..self.picked.len()).filter(free).max_by_key(worth)
    }
}

pub(super) fn answers(candidate: &Candidate, need: usize) -> bool {
    candidate.facts.core.or(candidate.facts.also).has(need)
}
