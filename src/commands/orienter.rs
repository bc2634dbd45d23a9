//! `versqui orienter`: from a situation to a plan.

use std::io::Write;

use crate::catalogue::terms::Urgency;
use crate::catalogue::{Catalogue, language};
use crate::cli::Orienter;
use crate::orientation::safety::{Alarm, lines};
use crate::orientation::{Known, SafetyLine, orient_first};
use crate::output::{Format, Layout, Report, Screen, Show, Style, fields, write_report};
use crate::questionnaire::{InterviewError, Outcome, interview, prompter};
use crate::settings::Settings;
use crate::situation::Typed;

use super::layout::layout;
use super::{Exit, Failure, Source};

/// How many services are shown when nothing is said.
const LIMIT: usize = 10;

pub(super) fn run(
    flags: &Orienter,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let layout = layout(&flags.layout, &fields::RESULT, Format::Table)?;
    let show = Show {
        limit: limit(flags)?,
        excluded: flags.all,
    };
    let typed = flags.situation.typed();
    match answer(typed.clone(), flags, &layout, show, settings, out) {
        // whatever is wrong with the catalogue or the other answers, somebody in danger gets the numbers
        Err(
            failure @ (Failure::Problems(_)
            | Failure::Unusable(_)
            | Failure::Corrupt(_)
            | Failure::Mistakes(_)),
        ) if in_danger(&typed) => {
            super::urgences::write_numbers(&safety_of(&typed), layout.format, settings, out)?;
            out.flush()?;
            Err(failure)
        }
        ended => ended,
    }
}

/// The questions left, when somebody is there to answer; what they answer joins what was typed.
fn ask(
    typed: Typed,
    catalogue: &Catalogue<'_>,
    flags: &Orienter,
    settings: &Settings,
) -> Result<Option<Typed>, Failure> {
    let asks = (settings.interactive || flags.lines) && !flags.no_questions;
    if !asks {
        return Ok(Some(typed));
    }
    let mut front = prompter(settings.dumb, flags.lines);
    match interview(typed, catalogue, settings.now, front.as_mut()) {
        Ok(Outcome::Answered(typed)) => Ok(Some(typed)),
        Ok(Outcome::Quit) => Ok(None),
        Ok(Outcome::Interrupted) => Err(Failure::Interrupted),
        Err(InterviewError::Prompt(error)) => Err(Failure::Output(error)),
        Err(InterviewError::Corrupt(corrupt)) => Err(Failure::Corrupt(corrupt)),
        Err(InterviewError::Mistakes(mistakes)) => Err(Failure::Mistakes(mistakes)),
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
    let source = Source::read(settings.catalogue.as_deref())?;
    let catalogue = source.open()?;
    let Some(typed) = ask(typed, &catalogue, flags, settings)? else {
        return Ok(Exit::Found);
    };
    let situation = typed
        .read(&catalogue, settings.now)?
        .map_err(Failure::Mistakes)?;
    let known = Known::new(&catalogue)?;
    let orientation = orient_first(&known, &situation, show.limit)?;
    let report = Report::new(&orientation, &known, &situation, show)?;
    let screen = Screen {
        width: settings.width,
        style: Style {
            color: settings.color,
        },
    };
    write_report(layout, &report, screen, out)?;
    Ok(if report.results.is_empty() {
        Exit::NothingFound
    } else {
        Exit::Found
    })
}

fn in_danger(typed: &Typed) -> bool {
    typed.urgency.as_deref().map(str::trim) == Some(Urgency::Danger.slug())
}

/// The safety block from what was typed, as far as it can be read without a catalogue.
fn safety_of(typed: &Typed) -> Vec<SafetyLine> {
    let age = typed
        .age
        .as_deref()
        .and_then(|age| age.trim().parse::<u8>().ok());
    let spoken: Vec<&str> = typed
        .languages
        .iter()
        .filter_map(|code| language::find(code.trim()))
        .collect();
    let asks = |need: &str| typed.needs.iter().any(|typed| typed.trim() == need);
    let alarm = Alarm {
        danger: true,
        minor: age.is_some_and(|age| age < 18),
        violence: asks("violences"),
        suicidal_thoughts: asks("idees-suicidaires"),
        today: false,
    };
    lines(alarm, (!spoken.is_empty()).then_some(&spoken))
}

fn limit(flags: &Orienter) -> Result<usize, Failure> {
    match flags.limit.as_deref() {
        None => Ok(if flags.all { usize::MAX } else { LIMIT }),
        Some(typed) => typed
            .parse()
            .ok()
            .filter(|limit| *limit > 0)
            .ok_or_else(|| {
                Failure::Usage(format!(
                    "--limite : « {typed} » ne se lit pas ; un nombre à partir de 1 est attendu"
                ))
            }),
    }
}
