//! Only the five answers: region and commune, age, urgency, budget, migration path.

use std::sync::atomic::{AtomicUsize, Ordering};

use versqui::catalogue::model::Facts;
use versqui::catalogue::money::Cents;
use versqui::catalogue::terms::{Asking, Migration, National, Nature, Positions, Region, Urgency};
use versqui::rules::fit::Reach;
use versqui::rules::{Answered, Case, Fit, Orientation, Row, orient, orient_first};
use versqui::situation::{Answer, Situation};

use super::{KNOWN, Town, everywhere, id, is_walked, lives_in, none};

const AGES: [u8; 3] = [16, 34, 70];
const URGENCIES: [Option<Urgency>; 2] = [None, Some(Urgency::Week)];
const BUDGETS: [Option<Cents>; 2] = [None, Some(Cents(0))];
/// One in so many is walked when not all are.
const SHARE: usize = 96;

/// Everybody who lives there, as far as the five answers tell.
fn people(number: usize, town: &Town) -> impl Iterator<Item = Situation> {
    let answers = Migration::ALL.iter().flat_map(|path| {
        let ages = AGES.into_iter().flat_map(|age| URGENCIES.map(|urgency| (age, urgency)));
        ages.flat_map(|(age, urgency)| BUDGETS.map(|budget| (age, urgency, budget))).map(move |rest| (*path, rest))
    });
    let walked = answers.enumerate().filter(move |(combination, _)| is_walked(number, *combination, SHARE));
    walked.map(|(_, (path, (age, urgency, budget)))| {
        let mut person = lives_in(town);
        person.migration = Answer::Known(path);
        person.age = Answer::Known(age);
        person.urgency = urgency.map_or(Answer::NotAsked, Answer::Known);
        person.budget = budget.map_or(Answer::NotAsked, Answer::Known);
        person
    })
}

fn told(town: &Town, person: &Situation) -> String {
    let path = person.migration.known().unwrap().slug();
    let (age, urgency) = (person.age.known().unwrap(), person.urgency.known().map(|urgency| urgency.slug()));
    format!("{} · {path} · {age} ans · {urgency:?} · budget {:?}", town.name, person.budget.known())
}

/// The language presumed of who says none: those of the commune, and French in Brussels.
fn presumed(town: &Town) -> &[&'static str] {
    if town.is_brussels { &["fr"] } else { &town.languages }
}

/// Known to speak none of these languages, and no interpreter; but not the public service without another beside it.
fn speaks_only_others(facts: &Facts, languages: &[&str]) -> bool {
    let alone = facts.competent && (facts.home != Some(Region::Bruxelles) || facts.languages.len() != 1);
    if alone || facts.interpreter == Some(true) {
        return false;
    }
    let spoken: Vec<&str> = if facts.languages.is_empty() {
        National::ALL.iter().filter(|one| facts.usual_languages.has(**one as usize)).map(|one| one.slug()).collect()
    } else {
        KNOWN.spoken_of(facts.languages).collect()
    };
    !spoken.is_empty() && spoken.iter().all(|language| !languages.contains(language))
}

/// A team made for exile that would receive this person: it admits their path and not « aucun », serves their commune,
/// stands within 40 km, takes their age, cares for the mind, keeps nobody but professionals out.
fn is_their_exile_team(facts: &Facts, town: &Town, person: &Situation) -> bool {
    let path = *person.migration.known().unwrap();
    let age = *person.age.known().unwrap();
    let care = KNOWN.of_nature(Nature::Care).and(KNOWN.of_nature(Nature::Mind)).and(KNOWN.of_nature(Nature::Problem));
    let for_exile = !facts.core.and(care).and(exile()).is_empty();
    let admits = facts.admits.migration.has(path as usize) && !facts.admits.migration.has(Migration::None as usize);
    let serves =
        KNOWN.area(facts.area).is_some_and(|area| area.communes.has(town.position) && !area.unsure.has(town.position));
    let near = KNOWN.store().distance(facts, town.position).is_none_or(|away| away <= 400);
    let of_age = facts.age_min.is_none_or(|min| age >= min) && facts.age_max.is_none_or(|max| age <= max);
    let audience = match facts.admits.audience {
        None => true,
        Some(audience) => match audience.slug() {
            "adultes" => age >= 18 || facts.age_min.is_some_and(|min| min <= age),
            "jeunes" => age <= 18 || facts.age_max.is_some_and(|max| max >= age),
            _ => age >= 60 || facts.age_min.is_some_and(|min| min <= age),
        },
    };
    let for_them = facts.admits.asking.is_empty() || facts.admits.asking.has(Asking::Person as usize);
    let open = for_them && facts.admits.papers.is_empty() && facts.about.is_empty() && !KNOWN.is_a_list(facts);
    for_exile
        && admits
        && serves
        && near
        && of_age
        && audience
        && open
        && !facts.general
        && !speaks_only_others(facts, presumed(town))
}

/// What every path but « aucun » makes understood of the mind: exile.
fn exile() -> Positions {
    use versqui::catalogue::terms::Clue;
    KNOWN.clued(Clue::Applicant).and(KNOWN.clued(Clue::Refugee)).and(KNOWN.clued(Clue::OtherPath))
}

fn names(orientation: &Orientation, most: usize) -> Vec<&'static str> {
    orientation.results.iter().take(most).map(|answered| id(answered.service.position)).collect()
}

#[test]
fn a_team_made_for_exile_that_serves_the_place_is_in_the_first_five() {
    let with_a_team = AtomicUsize::new(0);
    let faults = everywhere(|number, town| {
        let missing = |person: Situation| {
            let path = *person.migration.known()?;
            if matches!(path, Migration::None | Migration::Undisclosed) {
                return None;
            }
            let facts = &KNOWN.catalogue().facts;
            let teams: Vec<usize> =
                (0..facts.len()).filter(|position| is_their_exile_team(facts.get(*position), town, &person)).collect();
            with_a_team.fetch_add(usize::from(!teams.is_empty()), Ordering::Relaxed);
            let answer = orient_first(&KNOWN, &person, 5);
            let has_one = answer.results.iter().any(|answered| teams.contains(&answered.service.position));
            (!teams.is_empty() && !has_one).then(|| {
                let teams: Vec<&str> = teams.iter().map(|team| id(*team)).collect();
                format!("{} : {:?}, sans {teams:?}", told(town, &person), names(&answer, 5))
            })
        };
        people(number, town).filter_map(missing).collect()
    });
    none(faults, "situations sans équipe d'exil");
    let with_a_team = with_a_team.into_inner();
    println!("{with_a_team} situations où une équipe d'exil sert l'endroit");
    assert!(with_a_team > 100, "{with_a_team}");
}

#[test]
fn a_service_known_to_speak_only_other_languages_is_never_in_the_first_five() {
    let faults = everywhere(|number, town| {
        let other = |person: Situation| {
            let answer = orient_first(&KNOWN, &person, 5);
            let foreign = |answered: &&Answered| speaks_only_others(answered.service.facts, presumed(town));
            let found = answer.results.iter().take(5).find(foreign)?;
            let rank = found.rank;
            Some(format!(
                "{} : {} est {rank}e de {:?}",
                told(town, &person),
                id(found.service.position),
                names(&answer, 5)
            ))
        };
        people(number, town).filter_map(other).collect()
    });
    none(faults, "services d'une autre langue dans les cinq premiers");
}

/// Whether one can call it, write to it, go there.
fn can_be_reached(facts: &Facts) -> bool {
    facts.reach.phone || facts.reach.email || facts.reach.address
}

#[test]
fn one_of_the_first_two_can_be_called_or_the_answer_says_that_none_is_known() {
    let faults = everywhere(|number, town| {
        let fault = |person: Situation| {
            let answer = orient(&KNOWN, &person);
            let reached = answer.results.iter().take(2).any(|answered| can_be_reached(answered.service.facts));
            let says = format!("{} : {:?}", told(town, &person), names(&answer, 5));
            if answer.can_be_called != reached {
                return Some(format!("{says}, dit {}", answer.can_be_called));
            }
            // « none is known » is true: none that answers as well, here, one step further at most
            let first = &answer.results.first()?.service;
            let language = Case::new(&KNOWN, &person);
            let would_do = |answered: &&Answered| {
                let other = &answered.service;
                can_be_reached(other.facts)
                    && other.reach == Reach::Here
                    && other.fit <= Fit::MadeForFar.max(first.fit)
                    && other.key.level(Row::Step) <= first.key.level(Row::Step) + 1
                    && other.key.level(Row::SecondLine) <= first.key.level(Row::SecondLine)
                    && !other.facts.general
                    && !KNOWN.is_remote(other.facts)
                    && !language.speaks_otherwise(other.facts)
                    && other.key.level(Row::Aside) == 0
            };
            let missed = if reached { None } else { answer.results.iter().find(would_do) };
            missed.map(|missed| format!("{says}, et {} est {}e", id(missed.service.position), missed.rank))
        };
        people(number, town).filter_map(fault).collect()
    });
    none(faults, "situations où personne ne peut être appelé");
}
