//! What must hold in each of the 565 communes.
//!
//! Unoptimised, each commune is walked with a share of the answers, another share in the next one;
//! `VERSQUI_TOUT=1 cargo test --release --test everywhere` walks each with all of them.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod competent;
mod five_answers;
mod holidays;
mod numbers;
mod safety;

use std::sync::LazyLock;
use std::thread;

use versqui::catalogue::date::Moment;
use versqui::catalogue::terms::{Positions, Region};
use versqui::catalogue::territory::CommuneSet;
use versqui::embedded;
use versqui::lookup::Place;
use versqui::rules::Known;
use versqui::situation::{Answer, Situation};

static KNOWN: LazyLock<Known> = LazyLock::new(|| Known::new(embedded()));

/// A commune as the file of communes says it, read without the program.
struct Town {
    /// Its place among the program's communes.
    position: usize,
    name: String,
    /// The language of its administration, then that of its facilities; in Brussels French and Dutch.
    languages: Vec<&'static str>,
    has_facilities: bool,
    is_brussels: bool,
}

static TOWNS: LazyLock<Vec<Town>> = LazyLock::new(|| {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue/territories/communes.csv");
    let mut reader = csv::Reader::from_path(file).unwrap();
    let head = reader.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|title| title == name).unwrap();
    let (nis, name, own, facilities) = (column("nis"), column("name_fr"), column("langue"), column("facilites"));
    let code = |word: &str| match word {
        "francophone" | "fr" => "fr",
        "neerlandophone" | "nl" => "nl",
        "germanophone" | "de" => "de",
        other => panic!("{other} ?"),
    };
    let read = |row: csv::StringRecord| {
        let is_brussels = &row[own] == "bilingue";
        let mut languages = if is_brussels { vec!["fr", "nl"] } else { vec![code(&row[own])] };
        let has_facilities = !row[facilities].is_empty();
        if has_facilities {
            languages.push(code(&row[facilities]));
        }
        let position = embedded().territories.commune_by_nis(&row[nis]).unwrap();
        Town { position, name: row[name].to_owned(), languages, has_facilities, is_brussels }
    };
    reader.records().map(|row| read(row.unwrap())).collect()
});

/// Somebody of whom only where they live is known.
fn lives_in(town: &Town) -> Situation {
    let record = embedded().territories.communes.get(town.position);
    let mut person = Situation::unknown(at("2026-11-24T10:00"));
    let set = CommuneSet::of([town.position]);
    person.region = Answer::Known(record.region);
    person.communes = Some(set);
    let name = record.own_name().to_owned();
    person.commune =
        Answer::Known(Place { commune: Some(town.position), communes: set, name, postal_code: None, note: None });
    person
}

fn at(moment: &str) -> Moment {
    Moment::parse(moment).unwrap()
}

/// The need of an id.
fn need(id: &str) -> Positions {
    Positions::of([embedded().needs.position(id).unwrap()])
}

fn id(position: usize) -> &'static str {
    embedded().records.get(position).id.as_str()
}

/// Whether one of so many combinations is for this commune: all are when everything is walked, else one in `share`.
fn is_walked(town: usize, combination: usize, share: usize) -> bool {
    std::env::var_os("VERSQUI_TOUT").is_some() || (town + combination).is_multiple_of(share)
}

/// Walks every commune, over all processors, and gathers what is found.
fn everywhere<T: Send>(walk: impl Fn(usize, &Town) -> Vec<T> + Sync) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(2, std::num::NonZero::get);
    thread::scope(|scope| {
        let walk = &walk;
        let worker = |first: usize| {
            move || {
                let mine = TOWNS.iter().enumerate().skip(first).step_by(threads);
                mine.flat_map(|(number, town)| walk(number, town)).collect::<Vec<T>>()
            }
        };
        let workers: Vec<_> = (0..threads).map(|first| scope.spawn(worker(first))).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

/// Fails with the first faults when there is any.
fn none(mut faults: Vec<String>, what: &str) {
    faults.sort();
    assert!(faults.is_empty(), "{} {what} :\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

#[test]
fn the_country_has_565_communes_and_27_with_facilities() {
    assert_eq!(TOWNS.len(), 565);
    assert_eq!(TOWNS.iter().filter(|town| town.has_facilities).count(), 27);
    let german = |town: &&Town| embedded().territories.communes.get(town.position).region == Region::Germanophone;
    assert_eq!(TOWNS.iter().filter(german).count(), 9);
}
