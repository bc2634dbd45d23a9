//! The vignettes played in both orders, once for all the tests, and what is counted of them.

use std::sync::OnceLock;

use versqui::rules::questions::Plan;
use versqui::situation::{Field, Typed};

use crate::desk::{Desk, Played, Read, Vignette, vignettes};

/// A vignette, played in both orders.
pub struct Both {
    pub id: String,
    pub truth: Typed,
    pub whole: Read,
    pub measured: Played,
    /// What the measured order leaves at its end.
    pub left: Plan,
    pub fixed: Played,
}

pub fn tableau() -> bool {
    std::env::var_os("VERSQUI_TABLEAU").is_some()
}

/// Played once for all the tests.
pub fn all() -> &'static [Both] {
    static ALL: OnceLock<Vec<Both>> = OnceLock::new();
    ALL.get_or_init(|| {
        let desk = Desk::open();
        let both = |Vignette { id, situation }| {
            let measured = desk.play(&situation, |typed| desk.measured(typed));
            Both {
                id,
                whole: desk.answer(&situation),
                left: desk.plan(&measured.typed),
                measured,
                fixed: desk.play(&situation, |typed| desk.fixed(typed)),
                truth: situation,
            }
        };
        let step = if tableau() { 1 } else { 6 };
        let vignettes: Vec<Vignette> = vignettes().into_iter().step_by(step).collect();
        let (one, two) = vignettes.split_at(vignettes.len() / 2);
        let play = |part: &[Vignette]| part.iter().cloned().map(both).collect::<Vec<_>>();
        std::thread::scope(|scope| {
            let first = scope.spawn(|| play(one));
            let second = play(two);
            let mut all = first.join().unwrap();
            all.extend(second);
            all
        })
    })
}

pub fn same_services(one: &Read, other: &Read) -> bool {
    shared(one, other) >= 1.0
}

/// The share of the first five that two answers have in common.
pub fn shared(one: &Read, other: &Read) -> f64 {
    let common = one.services.iter().filter(|service| other.services.contains(service));
    let most = one.services.len().max(other.services.len());
    if most == 0 { 1.0 } else { number(common.count()) / number(most) }
}

pub fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

pub fn mean(of: impl Fn(&Both) -> f64) -> f64 {
    all().iter().map(of).sum::<f64>() / number(all().len())
}

/// In how many of a hundred.
pub fn percent(yes: impl Fn(&Both) -> bool) -> f64 {
    100.0 * mean(|both| f64::from(u8::from(yes(both))))
}

pub fn median(of: impl Fn(&Both) -> usize) -> usize {
    let mut counts: Vec<usize> = all().iter().map(of).collect();
    counts.sort_unstable();
    counts[counts.len() / 2]
}

pub fn keys(fields: &[Field]) -> String {
    let keys: Vec<&str> = fields.iter().map(|field| field.key()).collect();
    keys.join(" ")
}

pub type Side = fn(&Both) -> &Played;
