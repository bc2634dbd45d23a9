//! The numbers of a danger, in every commune, whatever the language: what is expected is written here anew, from the rule
//! and the file of communes.
//!
//! - 112 stands first in danger; without danger the lines stand first and 112 is « if things get worse ».
//! - Lines stand in the languages spoken. Of who says none: in those of the place, its own first, then in the other
//!   national ones, then in English. Of who speaks one without a line: in those of the place, then in English.
//! - Suicide lines stand where no need or a need of the mind is said; in violence the police, then the lines that find a
//!   refuge, and the line that listens in German or in English to who speaks it.
//! - A child has the children's lines besides; 108 answers every age in German.
//! - 1733 stands only when it answers, and not in danger.

use versqui::catalogue::terms::Urgency;
use versqui::rules::Case;
use versqui::rules::safety::safety;
use versqui::situation::Answer;

use super::{KNOWN, Town, at, everywhere, lives_in, need, none};

type Lines = &'static [(&'static str, &'static str)];

const SUICIDE: Lines = &[("fr", "0800 32 123"), ("nl", "1813"), ("de", "108"), ("en", "02 616 26 26")];
const VIOLENCE: Lines = &[("fr", "0800 30 030"), ("nl", "1712")];
/// Lines that listen to anything, in the languages that no line of violence speaks.
const LISTENING: Lines = &[("de", "108"), ("en", "02 616 26 26")];
const CHILD: Lines = &[("fr", "103"), ("nl", "102"), ("de", "108")];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Alarm {
    Danger,
    SuicideToday,
    ViolenceToday,
    ViolenceNow,
    SickNow,
}

const ALARMS: [Alarm; 5] =
    [Alarm::Danger, Alarm::SuicideToday, Alarm::ViolenceToday, Alarm::ViolenceNow, Alarm::SickNow];

/// The numbers of some lines, in the order of the languages.
fn called(lines: Lines, town: &Town, said: Option<&str>) -> Vec<&'static str> {
    let number = |language: &str| lines.iter().find(|(own, _)| *own == language).map(|(_, number)| *number);
    let place = town.languages.iter().copied();
    let languages: Vec<&str> = match said {
        Some(language) if number(language).is_some() => vec![language],
        Some(_) => place.chain(["en"]).collect(),
        None => {
            let others = ["fr", "nl", "de"].into_iter().filter(|other| !town.languages.contains(other));
            place.chain(others).chain(["en"]).collect()
        }
    };
    languages.into_iter().filter_map(number).collect()
}

fn expected(town: &Town, said: Option<&str>, alarm: Alarm, is_child: bool, is_night: bool) -> Vec<&'static str> {
    let mut block = Vec::new();
    let in_danger = matches!(alarm, Alarm::Danger | Alarm::ViolenceNow | Alarm::SickNow);
    if in_danger {
        block.push("112");
    }
    if matches!(alarm, Alarm::ViolenceToday | Alarm::ViolenceNow) {
        block.push("101");
        // 1712 answers on weekdays until six: at night it stands behind a line that answers
        let mut refuge = called(VIOLENCE, town, said);
        refuge.sort_by_key(|number| is_night && *number == "1712");
        // who speaks German or English is listened to besides, first when it is their first language
        let tongues = said.map_or_else(|| town.languages.clone(), |said| vec![said]);
        let listening = |language: &str| LISTENING.iter().find(|(own, _)| *own == language).map(|(_, number)| *number);
        let beside: Vec<&str> = tongues.iter().filter_map(|language| listening(language)).collect();
        let is_first = tongues.first().is_some_and(|first| listening(first).is_some());
        block.extend(if is_first { [beside, refuge].concat() } else { [refuge, beside].concat() });
    }
    if matches!(alarm, Alarm::Danger | Alarm::SuicideToday) {
        block.extend(called(SUICIDE, town, said));
    }
    if is_child {
        block.extend(called(CHILD, town, said));
    }
    if !in_danger {
        block.push("112");
        if is_night {
            block.push("1733");
        }
    }
    let mut seen = Vec::new();
    block.retain(|number| {
        !seen.contains(number) && {
            seen.push(*number);
            true
        }
    });
    block
}

fn faults(town: &Town) -> Vec<String> {
    let mut faults = Vec::new();
    for (said, alarm, is_child, is_night) in situations() {
        let mut person = lives_in(town);
        person.at = at(if is_night { "2026-11-24T22:00" } else { "2026-11-24T10:00" });
        person.age = Answer::Known(if is_child { 14 } else { 40 });
        person.languages = said.map_or(Answer::NotAsked, |said| Answer::Known(vec![said]));
        let (urgency, needs) = match alarm {
            Alarm::Danger => (Urgency::Danger, Answer::NotAsked),
            Alarm::SuicideToday => (Urgency::Today, Answer::Known(need("idees-suicidaires"))),
            Alarm::ViolenceToday => (Urgency::Today, Answer::Known(need("violences"))),
            Alarm::ViolenceNow => (Urgency::Danger, Answer::Known(need("violences"))),
            Alarm::SickNow => (Urgency::Danger, Answer::Known(need("sante-physique"))),
        };
        person.urgency = Answer::Known(urgency);
        person.needs = needs;
        let shown: Vec<&str> = safety(&Case::new(&KNOWN, &person)).iter().map(|line| line.number.phone).collect();
        let expected = expected(town, said, alarm, is_child, is_night);
        if shown != expected {
            faults.push(format!(
                "{} {:?} · {said:?} · {alarm:?} · enfant {is_child} · nuit {is_night} : {shown:?}, attendu {expected:?}",
                town.name, town.languages
            ));
        }
    }
    faults
}

fn situations() -> impl Iterator<Item = (Option<&'static str>, Alarm, bool, bool)> {
    let languages = [None, Some("fr"), Some("nl"), Some("de"), Some("en"), Some("ti")];
    let asked = languages.into_iter().flat_map(|said| ALARMS.into_iter().map(move |alarm| (said, alarm)));
    asked.flat_map(|(said, alarm)| {
        [(false, false), (false, true), (true, false), (true, true)].map(|(child, night)| (said, alarm, child, night))
    })
}

#[test]
fn in_danger_the_right_numbers_stand_in_the_right_order_in_every_commune() {
    none(everywhere(|_, town| faults(town)), "blocs de sécurité");
}

#[test]
fn in_the_german_speaking_community_a_danger_always_shows_108() {
    let silent = |town: &Town| {
        let mut person = lives_in(town);
        person.urgency = Answer::Known(Urgency::Danger);
        let block = safety(&Case::new(&KNOWN, &person));
        let shown = block.iter().any(|line| line.number.phone == "108");
        (town.languages[0] == "de" && !shown).then(|| town.name.clone())
    };
    none(everywhere(|_, town| silent(town).into_iter().collect()), "communes sans le 108");
}
