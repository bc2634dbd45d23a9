//! The public service that the law makes competent never loses its place to language.

use versqui::catalogue::model::Facts;
use versqui::embedded;
use versqui::rules::orient_first;
use versqui::situation::Answer;

use super::{KNOWN, Town, everywhere, is_walked, lives_in, need, none};

const LANGUAGES: [Option<&str>; 4] = [None, Some("fr"), Some("nl"), Some("de")];
/// Competent for what is asked, and serving this commune and few others: the CPAS, not a line of the whole country.
fn is_the_town_s(facts: &Facts, town: &Town) -> bool {
    let area = KNOWN.area(facts.area);
    facts.competent
        && !facts.general
        && area.is_some_and(|area| area.communes.has(town.position) && area.communes.len() < 5)
}

/// Where the competent service of the commune stands among the first ten, for each language.
fn ranks(town: &Town, asked: &str) -> [Option<usize>; LANGUAGES.len()] {
    LANGUAGES.map(|said| {
        let mut person = lives_in(town);
        person.needs = Answer::Known(need(asked));
        person.languages = said.map_or(Answer::NotAsked, |said| Answer::Known(vec![said]));
        let results = orient_first(&KNOWN, &person, 10).results;
        results.iter().find(|answered| is_the_town_s(answered.service.facts, town)).map(|answered| answered.rank)
    })
}

/// In each commune that has such a service: those with facilities always, a share of the others.
fn displaced(asked: &str, keeps_its_place: impl Fn(&Town, &[Option<usize>]) -> bool + Sync) -> Vec<String> {
    let has_its_own = |town: &Town| embedded().facts.iter().any(|facts| is_the_town_s(facts, town));
    everywhere(|number, town| {
        if !(town.has_facilities || is_walked(number, 0, 4)) || !has_its_own(town) {
            return Vec::new();
        }
        let ranks = ranks(town, asked);
        if keeps_its_place(town, &ranks) { Vec::new() } else { vec![format!("{} : {ranks:?}", town.name)] }
    })
}

#[test]
fn who_needs_money_finds_the_town_s_public_service_at_the_same_place_whatever_they_speak() {
    let keeps = |_: &Town, ranks: &[Option<usize>]| {
        ranks.iter().all(|rank| *rank == ranks[0]) && ranks[0].is_some_and(|rank| rank <= 2)
    };
    none(displaced("finances", keeps), "services publics déplacés");
}

#[test]
fn who_needs_a_roof_finds_the_town_s_public_service_in_the_first_five_whatever_they_speak() {
    // another language opens other shelters, in Brussels to who speaks French near it
    let keeps = |_: &Town, ranks: &[Option<usize>]| ranks.iter().all(|rank| rank.is_some_and(|rank| rank <= 5));
    none(displaced("logement", keeps), "services publics déplacés");
}
