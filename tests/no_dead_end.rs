//! Nobody leaves empty-handed: every commune, every need, five ages, four languages.
//!
//! Unoptimised, one commune in ninety-four is walked; `VERSQUI_TOUT=1 cargo test --release --test no_dead_end` walks
//! all 565.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::thread;

use versqui::catalogue::date::Moment;
use versqui::catalogue::terms::{Nature, Positions, Region, Urgency};
use versqui::catalogue::territory::CommuneSet;
use versqui::embedded;
use versqui::lookup::Place;
use versqui::rules::{Criterion, Delay, Finding, Known, Row, Step, orient};
use versqui::situation::{Answer, Situation};

const AGES: [u8; 5] = [8, 16, 21, 40, 75];
const LANGUAGES: [&str; 4] = ["fr", "nl", "de", "en"];

/// What was found for one need in one region.
#[derive(Default, Clone, Copy)]
struct Tally {
    situations: u32,
    /// Only a general door, a list, a line or something far answers, and the answer says so.
    under_served: u32,
    /// The first answer may be slow, and none of the first six can be used today.
    without_bridge: u32,
}

#[test]
fn everybody_finds_somebody() {
    let catalogue = embedded();
    let known = Known::new(catalogue);
    let all = catalogue.territories.communes.len();
    let step = if std::env::var_os("VERSQUI_TOUT").is_some() { 1 } else { 94 };
    let communes: Vec<usize> = (0..all).step_by(step).collect();
    let threads = thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let (mut failures, mut tallies) = (Vec::new(), BTreeMap::new());
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|worker| {
                let (known, communes) = (&known, &communes);
                scope.spawn(move || {
                    let (mut failures, mut tallies) = (Vec::new(), BTreeMap::new());
                    for commune in communes.iter().skip(worker).step_by(threads) {
                        walk(known, *commune, &mut failures, &mut tallies);
                    }
                    (failures, tallies)
                })
            })
            .collect();
        for worker in workers {
            let (failed, counted) = worker.join().unwrap();
            failures.extend(failed);
            for (key, tally) in counted {
                let all: &mut Tally = tallies.entry(key).or_default();
                all.situations += tally.situations;
                all.under_served += tally.under_served;
                all.without_bridge += tally.without_bridge;
            }
        }
    });
    if std::env::var_os("VERSQUI_TABLEAU").is_some() {
        for ((need, region), tally) in &tallies {
            println!(
                "{need:<24} {region:<14} {:>6} situations, {:>6} sans service proche fait pour elles, {:>6} sans rien pour attendre",
                tally.situations, tally.under_served, tally.without_bridge
            );
        }
    }
    failures.sort();
    assert!(failures.is_empty(), "{} impasses :\n{}", failures.len(), failures[..failures.len().min(20)].join("\n"));
}

type Tallies = BTreeMap<(String, &'static str), Tally>;

fn walk(known: &Known, commune: usize, failures: &mut Vec<String>, tallies: &mut Tallies) {
    let catalogue = known.catalogue();
    let record = catalogue.territories.communes.get(commune);
    let mut situation = Situation::unknown(Moment::parse("2026-11-24T10:00").unwrap());
    let set = CommuneSet::of([commune]);
    situation.region = Answer::Known(record.region);
    situation.communes = Some(set);
    situation.commune = Answer::Known(Place {
        commune: Some(commune),
        communes: set,
        name: record.own_name().to_owned(),
        postal_code: None,
        note: None,
    });
    situation.urgency = Answer::Known(Urgency::Week);
    situation.asking = Answer::Known(versqui::catalogue::terms::Asking::Person);
    for need in 0..catalogue.needs.len() {
        situation.needs = Answer::Known(Positions::of([need]));
        for age in AGES {
            situation.age = Answer::Known(age);
            for language in LANGUAGES {
                situation.languages = Answer::Known(vec![language]);
                let id = catalogue.needs.get(need).id.to_string();
                // an interpreter is called by a service, not by a person: the answer says so, and names no service
                if catalogue.needs.get(need).nature.has(Nature::Interpreter as usize) {
                    continue;
                }
                let tally = tallies.entry((id.clone(), region_name(record.region))).or_default();
                tally.situations += 1;
                match verdict(known, &situation) {
                    Ok(found) => {
                        tally.under_served += u32::from(found.under_served);
                        tally.without_bridge += u32::from(found.without_bridge);
                    }
                    Err(trouble) => {
                        failures.push(format!("{} · {id} · {age} ans · {language} : {trouble}", record.own_name()));
                    }
                }
            }
        }
    }
}

struct Found {
    under_served: bool,
    without_bridge: bool,
}

/// Whether somebody made for the need answers on the spot; an error when nobody usable answers at all.
fn verdict(known: &Known, situation: &Situation) -> Result<Found, String> {
    let orientation = orient(known, situation);
    let reachable = |result: &versqui::rules::Answered| {
        let reach = result.service.facts.reach;
        reach.phone || reach.email || reach.url || reach.address || result.service.facts.general
    };
    if !orientation.results.iter().any(reachable) {
        return Err("personne".to_owned());
    }
    for result in orientation.results.iter().take(5) {
        for criterion in [Criterion::Age, Criterion::Language, Criterion::Territory] {
            if result.service.findings.of(criterion) == Finding::Unmet {
                return Err(format!("{} est écarté et proposé", result.rank));
            }
        }
    }
    let first = &orientation.results[0];
    let slow = first.service.key.level(Row::Delay) != Delay::InTime as u32;
    let mut six = orientation.results.iter().take(6);
    Ok(Found {
        under_served: !orientation.under_served.is_empty(),
        without_bridge: slow && !six.any(|result| result.step == Step::Meanwhile),
    })
}

fn region_name(region: Region) -> &'static str {
    region.slug()
}
