//! What the vocabularies must mean: the alarms and the roles that the judgement looks for.

use super::super::model::{Kind, Need};
use super::super::problem::Code;
use super::super::terms::{Alarm, Clue, Family, Nature, Role};
use super::outline::At;
use super::report::Report;

/// What the judgement cannot do without: a need for each alarm, one of the mind (the suicide lines), and one to understand
/// when nothing is said. Without them a number or an answer would vanish in silence.
pub(super) fn needs(report: &mut Report<'_>, needs: &[Need]) {
    report.enter_defaults();
    let mut miss = |message: String, hint: &str| {
        report.add(Code::MissingMeaning, At::Start, message, Some(hint.to_owned()));
    };
    for alarm in Alarm::ALL.iter().filter(|alarm| !needs.iter().any(|need| need.alarm == Some(**alarm))) {
        let hint = "le donner au besoin qui le dit : sans lui, des numéros de secours disparaîtraient";
        miss(format!("aucun besoin ne porte « alarm: {} »", alarm.slug()), hint);
    }
    if !needs.iter().any(|need| need.nature.has(Nature::Mind as usize)) {
        let hint =
            "l'écrire dans « nature » des besoins du psychique : sans lui, un danger ne donne plus les lignes de crise";
        miss(format!("aucun besoin n'est de nature « {} »", Nature::Mind.slug()), hint);
    }
    if !needs.iter().any(|need| need.understood_from.has(Clue::Nothing as usize)) {
        let hint = "écrire « understood_from: [rien] » aux besoins de qui ne sait pas dire";
        miss("aucun besoin n'est compris quand rien n'est dit".to_owned(), hint);
    }
}

/// A kind for each role without which nobody would be sent where the law or the first line of care sends.
pub(super) fn roles(report: &mut Report<'_>, kinds: &[Kind]) {
    report.enter_defaults();
    let roles = [
        ("first_line", kinds.iter().any(|kind| kind.first_line)),
        ("competent", kinds.iter().any(|kind| kind.competent)),
    ];
    for (role, _) in roles.iter().filter(|(_, there)| !there) {
        let message = format!("aucun type ne porte « {role}: true »");
        let hint = "le donner au type qui convient (catalogue/README.md)".to_owned();
        report.add(Code::MissingMeaning, At::Start, message, Some(hint));
    }
}

/// What a family alone says of a kind: a directory or a network informs, an emergency service is made for crises.
pub(super) fn kind(report: &mut Report<'_>, family: Option<Family>, role: Option<Role>, crisis: Option<bool>) {
    let missing = match family {
        Some(Family::Directory | Family::Network) if role != Some(Role::List) => "role: list",
        Some(Family::Emergency) if crisis != Some(true) => "crisis: true",
        _ => return,
    };
    let message = format!("un type de cette famille porte « {missing} »");
    let hint = format!("ajouter « {missing} », ou changer de famille");
    report.add(Code::MissingMeaning, At::Key("family"), message, Some(hint));
}
