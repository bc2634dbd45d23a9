//! Figures of the judgement, printed and not asserted: which row or pass decides between neighbours, how many first
//! answers can be called. `cargo test --lib figures -- --ignored --nocapture`

use std::collections::BTreeMap;

use crate::catalogue::date::Moment;
use crate::catalogue::terms::{Migration, Positions};
use crate::embedded;
use crate::situation::{Answer, Situation, Typed};

use super::seat::Ranked;
use super::variety::{first_five, up_to_ten, vary};
use super::{Case, Judged, Known, Row, doors, judge_all, safety, time};

const PLACES: [&str; 20] = [
    "1000",
    "Schaerbeek",
    "Anderlecht",
    "Liège",
    "Namur",
    "Charleroi",
    "Mons",
    "Tournai",
    "Arlon",
    "Verviers",
    "Wavre",
    "Bastogne",
    "Gent",
    "Antwerpen",
    "Hasselt",
    "Brugge",
    "Leuven",
    "Kortrijk",
    "Eupen",
    "Sankt Vith",
];
const AGES: [u8; 3] = [16, 34, 70];

/// What decides between neighbours, and how often.
#[derive(Default)]
struct Table {
    situations: u32,
    neighbours: u32,
    decided: BTreeMap<&'static str, u32>,
    /// Doors that stepped back, and in how many situations.
    doors: (usize, u32),
    /// First answers that have a telephone, by need.
    called: BTreeMap<&'static str, (u32, u32)>,
}

impl Table {
    fn add(&mut self, known: &Known, situation: &Situation, group: &'static str) {
        let case = &Case::new(known, situation);
        let Judged { mut candidates, .. } = judge_all(known, case, &safety::safety(case));
        let stepped = doors::step_doors_back(&mut candidates, case).len();
        self.doors.0 += stepped;
        self.doors.1 += u32::from(stepped > 0);
        let order = time::step_closed_back(&mut candidates, case);
        let open = order.into_iter().filter(|at| !time::is_no_place_for_today(&candidates[*at], case));
        let ranked: Vec<Ranked<'_>> = open.map(|at| &candidates[at]).collect();
        let (picked, rest) = first_five(ranked.clone(), case);
        let varied = up_to_ten(picked, rest, case);
        let given = vary(ranked, case);
        self.situations += 1;
        let place = |position: usize| varied.iter().position(|other| other.position == position);
        for pair in given[..given.len().min(10)].windows(2) {
            let (one, other) = (pair[0], pair[1]);
            let by = match one.key.first_difference(&other.key) {
                Some(Row::OpenNow) if one.key < other.key => "(pass) time",
                Some(row) if one.key < other.key => row.slug(),
                _ if place(one.position) < place(other.position) => "(pass) variety",
                _ => "(pass) five",
            };
            self.neighbours += 1;
            *self.decided.entry(by).or_default() += 1;
        }
        if let Some(first) = given.first() {
            let called = self.called.entry(group).or_default();
            called.0 += u32::from(first.facts.reach.phone);
            called.1 += 1;
        }
    }

    fn print(&self, title: &str) {
        let share = |part: u32, whole: u32| f64::from(part) * 100.0 / f64::from(whole.max(1));
        println!("\n{title}: {} situations, {} neighbours in the first ten", self.situations, self.neighbours);
        let mut decided: Vec<_> = self.decided.iter().collect();
        decided.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (by, count) in decided {
            println!("  {by:<20} {count:>6}  {:>5.1} %", share(*count, self.neighbours));
        }
        println!("  (pass) doors: {} stepped back, in {} situations", self.doors.0, self.doors.1);
        let all = self.called.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        println!("  first answers with a telephone: {:.1} %", share(all.0, all.1));
        for (group, (with, of)) in &self.called {
            println!("    {group:<24} {:>5.1} %", share(*with, *of));
        }
    }
}

fn person(place: &str, age: u8) -> Situation {
    let typed = Typed { commune: Some(place.to_owned()), age: Some(age.to_string()), ..Typed::default() };
    typed.read(embedded(), Moment::parse("2026-11-24T10:00").unwrap()).unwrap()
}

#[test]
#[ignore = "prints figures"]
fn figures() {
    let known = Known::new(embedded());
    let (mut asked, mut five) = (Table::default(), Table::default());
    for (place, age) in PLACES.iter().flat_map(|place| AGES.map(|age| (place, age))) {
        let mut situation = person(place, age);
        for need in 0..embedded().needs.len() {
            situation.needs = Answer::Known(Positions::of([need]));
            asked.add(&known, &situation, embedded().needs.get(need).id.as_str());
        }
        situation.needs = Answer::NotAsked;
        for path in Migration::ALL {
            situation.migration = Answer::Known(*path);
            five.add(&known, &situation, path.slug());
        }
    }
    asked.print("A need, a commune, an age");
    five.print("The five answers alone");
}
