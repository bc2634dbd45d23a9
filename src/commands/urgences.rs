//! `versqui urgences`: the numbers at once, even with a broken catalogue.

use std::io::Write;

use serde::Serialize;

use crate::catalogue::language;
use crate::catalogue::terms::National;
use crate::cli::Urgences;
use crate::embedded;
use crate::output::{Format, SafetyReport, Style, write_block, write_json};
use crate::rules::safety::{Alarm, Tongues, lines};
use crate::rules::{Case, Known, SafetyLine};
use crate::settings::Settings;
use crate::situation::Typed;

use super::{Exit, Failure, format, no_such};

#[derive(Serialize)]
struct Numbers {
    format: u8,
    safety: Vec<SafetyReport>,
}

pub(super) fn run(flags: &Urgences, settings: &Settings, out: &mut dyn Write) -> Result<Exit, Failure> {
    let format = format(flags.format.as_deref(), &[Format::Table, Format::Json])?.unwrap_or(Format::Table);
    let spoken = flags
        .languages
        .iter()
        .map(|typed| language::find(typed).ok_or_else(|| no_such("--langue", typed, &["fr", "nl", "de", "en"])))
        .collect::<Result<Vec<_>, _>>()?;
    let age = match flags.age.as_deref() {
        None => None,
        Some(typed) => Some(typed.parse::<u8>().ok().filter(|age| *age <= 120).ok_or_else(|| {
            Failure::Usage(format!("--age : « {typed} » ne se lit pas ; un âge de 0 à 120 ans est attendu"))
        })?),
    };
    // an unknown age may be a child's: the children's lines are shown until an adult age is said
    let minor = age.is_none_or(|age| age < 18);
    let alarm = Alarm { danger: true, mind: true, minor, violence: true, ..Alarm::default() };
    let local = local_languages(flags, settings)?;
    write_numbers(&lines(alarm, &Tongues { said: spoken, local }), format, settings, out)?;
    Ok(Exit::Found)
}

/// The languages of the place, when one is named. The program's own catalogue knows the communes: a broken one changes
/// nothing here.
fn local_languages(flags: &Urgences, settings: &Settings) -> Result<Vec<National>, Failure> {
    let typed = Typed { commune: flags.commune.clone(), region: flags.region.clone(), ..Typed::default() };
    if typed == Typed::default() {
        return Ok(Vec::new());
    }
    let catalogue = embedded();
    let situation = typed.read(catalogue, settings.now).map_err(Failure::Mistakes)?;
    Ok(Case::new(&Known::new(catalogue), &situation).local_languages())
}

/// Writes the numbers alone; they need no catalogue.
pub(super) fn write_numbers(
    lines: &[SafetyLine],
    format: Format,
    settings: &Settings,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let safety: Vec<_> = lines.iter().map(|line| SafetyReport::new(line, settings.now)).collect();
    if format == Format::Table {
        let advice = ["Restez avec la personne, ou ne restez pas seul·e, jusqu'à l'arrivée de l'aide.".to_owned()];
        let style = Style { color: settings.color };
        write_block(&safety, &advice, settings.width, style, out)?;
    } else {
        write_json(&Numbers { format: 1, safety }, out)?;
    }
    Ok(())
}
