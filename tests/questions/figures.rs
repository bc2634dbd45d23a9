//! The figures, for who wants them.

use std::cell::RefCell;
use std::time::Instant;

use crate::both::{Both, Side, all, keys, mean, median, number, percent, same_services, shared, tableau};
use crate::desk::Desk;

#[test]
fn figures_are_written_for_who_wants_them() {
    if !tableau() {
        return;
    }
    for both in all() {
        let (measured, fixed) = (&both.measured.asked, &both.fixed.asked);
        let counts = format!("{} au lieu de {}", measured.len(), fixed.len());
        println!("{:<30} {counts:<16} {}", both.id, keys(measured));
    }
    println!("\n{} vignettes", all().len());
    figures("ordre mesuré", |both| &both.measured);
    figures("ordre fixe", |both| &both.fixed);
    println!("\nservices des cinq premiers déjà là, et numéros déjà justes (mesuré ; fixe)");
    for asked in 0..=10 {
        let services = |side: Side| 100.0 * mean(|both| shared(side(both).after(asked), &both.whole));
        let numbers = |side: Side| percent(|both| side(both).after(asked).numbers == both.whole.numbers);
        println!(
            "après {asked:>2} questions : services {:5.1} % ; {:5.1} %   numéros {:5.1} % ; {:5.1} %",
            services(|both| &both.measured),
            services(|both| &both.fixed),
            numbers(|both| &both.measured),
            numbers(|both| &both.fixed),
        );
    }
    time_of_a_plan();
}

fn figures(name: &str, side: Side) {
    let end = |both: &Both| side(both).last().clone();
    println!(
        "{name:<13} questions {:.2} en moyenne, {} en médiane ; mêmes cinq {:.1} %, dans le même ordre {:.1} %, mêmes verdicts et prix {:.1} %, mêmes numéros {:.1} %",
        mean(|both| number(side(both).asked.len())),
        median(|both| side(both).asked.len()),
        percent(|both| same_services(&end(both), &both.whole)),
        percent(|both| end(both).services == both.whole.services),
        percent(|both| end(both).details == both.whole.details),
        percent(|both| end(both).numbers == both.whole.numbers),
    );
}

/// How long one waits for the next question.
fn time_of_a_plan() {
    let desk = Desk::open();
    let times = RefCell::new(Vec::new());
    for both in all() {
        desk.play(&both.truth, |typed| {
            let start = Instant::now();
            let next = desk.measured(typed);
            times.borrow_mut().push(start.elapsed().as_secs_f64() * 1000.0);
            next
        });
    }
    let mut times = times.into_inner();
    times.sort_by(f64::total_cmp);
    let at = |hundredth: usize| times[(times.len() - 1) * hundredth / 100];
    println!(
        "\nchoix d'une question, en ms : médiane {:.1}, 95 % sous {:.1}, 99 % sous {:.1}, au plus {:.1} ({} choix)",
        at(50),
        at(95),
        at(99),
        at(100),
        times.len()
    );
}
