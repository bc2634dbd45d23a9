//! On a legal holiday, hours that say nothing of holidays are unknown.

use versqui::embedded;
use versqui::rules::opening::Opening;

use super::{KNOWN, at, id, none};

#[test]
fn on_christmas_day_only_hours_that_speak_of_holidays_say_open_or_closed() {
    let mut faults = Vec::new();
    let (mut told, mut silent) = (0, 0);
    for position in 0..embedded().facts.len() {
        let Some(hours) = embedded().records.get(position).hours.as_deref() else { continue };
        let speaks = hours.contains("PH") || hours == "24/7";
        *(if speaks { &mut told } else { &mut silent }) += 1;
        for moment in ["2026-12-25T11:00", "2026-12-25T15:30", "2026-12-25T20:00"] {
            let opening = KNOWN.store().opening(position, embedded().facts.get(position), Some(hours), at(moment));
            if !speaks && opening != Opening::Unknown {
                faults.push(format!("{} · {hours} · {moment} : {opening:?}", id(position)));
            }
        }
    }
    assert!(told > 20 && silent > 20, "{told} horaires parlent des jours fériés, {silent} non");
    none(faults, "horaires lus un jour férié");
}
