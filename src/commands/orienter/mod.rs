//! `versqui orienter`: from a situation to a plan.

mod after;
mod desk;
#[cfg(test)]
mod tests;

use std::io::Write;

use crate::catalogue::language;
use crate::catalogue::model::Need;
use crate::catalogue::terms::{Alarm as Rung, Nature, Urgency};
use crate::cli::Orienter;
use crate::embedded;
use crate::output::{Format, Layout, Show, fields};
use crate::questionnaire::prompter;
use crate::rules::safety::{Alarm, Tongues, lines};
use crate::rules::{Known, SafetyLine};
use crate::settings::Settings;
use crate::situation::Typed;

use super::layout::layout;
use super::{Exit, Failure, open};

use desk::Desk;

/// How many services are shown when nothing is said.
const LIMIT: usize = 10;

pub(super) fn run(flags: &Orienter, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    let layout = layout(&flags.layout, &fields::RESULT, Format::Table)?;
    let show = Show { limit: limit(flags)?, excluded: flags.all, further: flags.all || layout.format == Format::Json };
    let typed = flags.situation.typed();
    match answer(typed.clone(), flags, &layout, show, settings, out) {
        // whatever is wrong with the catalogue or the other answers, somebody in danger gets the numbers
        Err(failure @ (Failure::Problems(_) | Failure::Unusable(_) | Failure::Mistakes(_))) if in_danger(&typed) => {
            super::urgences::write_numbers(&safety_of(&typed), layout.format, settings, out)?;
            out.flush()?;
            Err(failure)
        }
        ended => ended,
    }
}

fn answer(
    typed: Typed,
    flags: &Orienter,
    layout: &Layout,
    show: Show,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let known = Known::new(open(settings.catalogue.as_deref())?);
    let mut desk = Desk { known: &known, layout, show, settings, out };
    let asks = (settings.interactive || flags.lines) && !flags.no_questions;
    if !asks {
        return desk.answer(&typed).map(|answer| answer.exit);
    }
    let stays = settings.interactive && settings.to_terminal && layout.format == Format::Table;
    let mut prompter = prompter(settings.dumb, flags.lines);
    desk.session(typed, stays, prompter.as_mut())
}

fn in_danger(typed: &Typed) -> bool {
    typed.urgency.as_deref().map(str::trim) == Some(Urgency::Danger.slug())
}

/// The safety block from what was typed, as far as it can be read without a catalogue.
fn safety_of(typed: &Typed) -> Vec<SafetyLine> {
    let age = typed.age.as_deref().and_then(|age| age.trim().parse::<u8>().ok());
    let said = typed.languages.iter().filter_map(|code| language::find(code.trim())).collect();
    // what a need means is read in the program's own catalogue, which is always there
    let own = embedded();
    let is_said = |need: &&Need| typed.needs.iter().any(|typed| typed.trim() == need.id.as_str());
    let needs: Vec<&Need> = own.needs.iter().filter(is_said).collect();
    let rings = |alarm| needs.iter().any(|need| need.alarm == Some(alarm));
    let alarm = Alarm {
        danger: true,
        mind: needs.is_empty() || needs.iter().any(|need| need.nature.has(Nature::Mind as usize)),
        minor: age.is_some_and(|age| age < 18),
        violence: rings(Rung::Violence),
        suicidal_thoughts: rings(Rung::Suicide),
        ..Alarm::default()
    };
    lines(alarm, &Tongues { said, local: Vec::new() })
}

fn limit(flags: &Orienter) -> Result<usize, Failure> {
    match flags.limit.as_deref() {
        None => Ok(if flags.all { usize::MAX } else { LIMIT }),
        Some(typed) => typed.parse().ok().filter(|limit| *limit > 0).ok_or_else(|| {
            Failure::Usage(format!("--limite : « {typed} » ne se lit pas ; un nombre à partir de 1 est attendu"))
        }),
    }
}
