//! A note beside the opening hours that says more than they do.

use super::super::fold::fold;
use super::super::model::Record;
use super::super::problem::Code;
use super::outline::At;
use super::report::Report;

/// Words by which a note adds to the hours it stands beside: « le mercredi aussi », « les jours fériés », « jour et nuit ».
const ADDING: &[&str] = &["aussi", "ferie", "feries", "jour et nuit", "prolonge", "prolongee", "plus tard"];

/// Whether the note says that the service opens beyond its hours, which is told: « closed » is then not sure.
pub(super) fn doubt_hours(report: &mut Report<'_>, record: &Record) -> bool {
    let (Some(hours), Some(note)) = (&record.hours, &record.hours_note) else { return false };
    let folded = fold(note);
    let speaks_of_holidays = hours.contains("PH");
    let adds = |word: &&&str| {
        let said = folded.split(|c: char| !c.is_alphanumeric()).any(|part| part == **word)
            || word.contains(' ') && folded.contains(**word);
        said && !(speaks_of_holidays && word.starts_with("ferie"))
    };
    let Some(word) = ADDING.iter().find(adds).filter(|_| hours.as_str() != "24/7") else { return false };
    let message = format!("« hours_note » ajoute à l'horaire (« {word} ») : « fermé » n'est plus sûr");
    let hint = "l'écrire dans « hours » (« ; We 13:00-17:00 », « ; PH 13:15-19:00 »), ou préciser la note".to_owned();
    report.add(Code::HoursAgainstNote, At::Key("hours_note"), message, Some(hint));
    true
}
