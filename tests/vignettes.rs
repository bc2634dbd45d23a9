//! Plays the vignettes: situations a social worker can read and edit, and what must come of them. One named test each.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use serde::Deserialize;
use versqui::catalogue::date::Moment;
use versqui::embedded;
use versqui::output::{Report, Show};
use versqui::rules::{Known, orient};
use versqui::situation::Typed;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Vignette {
    id: String,
    story: String,
    situation: Typed,
    #[serde(default)]
    first_5: Vec<Vec<String>>,
    #[serde(default)]
    not_first_10: Vec<String>,
    safety: Option<Vec<String>>,
    #[serde(default)]
    verdicts: BTreeMap<String, String>,
    #[serde(default)]
    steps: BTreeMap<String, String>,
    #[serde(default)]
    costs: Vec<ExpectedCost>,
    #[serde(default)]
    why: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    to_check: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    excluded: BTreeMap<String, Vec<String>>,
    because: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedCost {
    id: String,
    status: Option<String>,
    amount_cents: Option<u32>,
    year_max_cents: Option<u32>,
    /// One of these must stand in the text or the conditions.
    #[serde(default)]
    text: Vec<String>,
}

fn main() {
    let arguments = Arguments::from_args();
    let vignettes = vignettes();
    if std::env::var_os("VERSQUI_TABLEAU").is_some() {
        for vignette in &vignettes {
            println!("{:<28} {}", vignette.id, outcome(vignette));
        }
    }
    let trials = vignettes
        .into_iter()
        .map(|vignette| Trial::test(vignette.id.clone(), move || play(&vignette)))
        .chain([Trial::test("ids_are_unique_and_every_case_says_why", ids_are_unique)])
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes")
}

fn vignettes() -> Vec<Vignette> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files.sort();
    files
        .iter()
        .flat_map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            serde_yaml::from_str::<Vec<Vignette>>(&text).unwrap_or_else(|error| panic!("{} : {error}", path.display()))
        })
        .collect()
}

fn ids_are_unique() -> Result<(), Failed> {
    let mut ids = std::collections::BTreeSet::new();
    for vignette in vignettes() {
        if !ids.insert(vignette.id.clone()) {
            return Err(format!("{} : deux fois", vignette.id).into());
        }
        if vignette.because.len() < 8 || vignette.story.len() < 20 {
            return Err(format!("{} : ni histoire, ni raison", vignette.id).into());
        }
    }
    Ok(())
}

fn report(vignette: &Vignette) -> Report {
    let now = Moment::parse("2026-11-24T10:00").unwrap();
    let situation =
        vignette.situation.read(embedded(), now).unwrap_or_else(|mistakes| panic!("{} : {mistakes:?}", vignette.id));
    let known = Known::new(embedded());
    let orientation = orient(&known, &situation);
    Report::new(&orientation, &known, &situation, Show { limit: usize::MAX, excluded: true, further: true })
}

fn outcome(vignette: &Vignette) -> String {
    let report = report(vignette);
    let ids: Vec<&str> = report.results.iter().take(10).map(|result| result.id.as_str()).collect();
    let failed = check(vignette, &report).err().map_or_else(|| "ok".to_owned(), |troubles| troubles.join(" ; "));
    format!("{failed}\n{:28} {}", "", ids.join(" "))
}

fn play(vignette: &Vignette) -> Result<(), Failed> {
    let report = report(vignette);
    check(vignette, &report).map_err(|troubles| {
        let ids: Vec<&str> = report.results.iter().take(10).map(|result| result.id.as_str()).collect();
        format!(
            "{}\n{}\nattendu parce que : {}\nsorti : {}",
            vignette.story,
            troubles.join("\n"),
            vignette.because,
            ids.join(" ")
        )
        .into()
    })
}

fn check(vignette: &Vignette, report: &Report) -> Result<(), Vec<String>> {
    let mut troubles = Vec::new();
    let first: Vec<(&str, &str)> = report
        .safety
        .iter()
        .map(|line| (line.id, line.kind))
        .chain(report.results.iter().take(5).map(|result| (result.id.as_str(), result.kind.as_str())))
        .collect();
    for wanted in &vignette.first_5 {
        let there = wanted.iter().any(|one| match one.strip_prefix("type:") {
            Some(kind) => first.iter().any(|(_, other)| *other == kind),
            None => first.iter().any(|(id, _)| id == one),
        });
        if !there {
            troubles.push(format!("pas dans les cinq premiers : {}", wanted.join(" ou ")));
        }
    }
    for unwanted in &vignette.not_first_10 {
        if let Some(result) = report
            .results
            .iter()
            .take(10)
            .find(|result| result.id == *unwanted || format!("type:{}", result.kind) == *unwanted)
        {
            troubles.push(format!("ne devrait pas être au rang {} : {unwanted}", result.rank));
        }
    }
    if let Some(expected) = &vignette.safety {
        let phones: Vec<&str> =
            report.safety.iter().flat_map(|line| line.contacts.iter().map(|contact| contact.value)).collect();
        if phones != *expected {
            troubles.push(format!("sécurité : {phones:?} au lieu de {expected:?}"));
        }
    }
    judged(vignette, report, &mut troubles);
    if troubles.is_empty() { Ok(()) } else { Err(troubles) }
}

/// Verdicts, steps, costs, reasons, checks and exclusions.
fn judged(vignette: &Vignette, report: &Report, troubles: &mut Vec<String>) {
    let found = |id: &str| report.results.iter().find(|result| result.id == id);
    for (id, verdict) in &vignette.verdicts {
        let got = found(id).map_or("absent", |result| result.verdict);
        if got != verdict {
            troubles.push(format!("{id} : verdict {got} au lieu de {verdict}"));
        }
    }
    for (id, step) in &vignette.steps {
        let got = found(id).map_or("absent", |result| result.step);
        if got != step {
            troubles.push(format!("{id} : étape {got} au lieu de {step}"));
        }
    }
    for expected in &vignette.costs {
        match found(&expected.id) {
            None => troubles.push(format!("{} : absent, son prix ne se voit pas", expected.id)),
            Some(result) => troubles.extend(wrong_cost(expected, &result.cost)),
        }
    }
    for (id, words) in &vignette.why {
        said(troubles, "raisons", id, words, found(id).map(|result| result.why.join(" ; ")));
    }
    for (id, words) in &vignette.to_check {
        said(troubles, "à vérifier", id, words, found(id).map(|result| result.to_check.join(" ; ")));
    }
    for (id, words) in &vignette.excluded {
        let excluded = report.excluded_services.iter().find(|service| service.id == *id);
        said(troubles, "écarté", id, words, excluded.map(|service| service.reasons.join(" ; ")));
    }
}

fn said(troubles: &mut Vec<String>, what: &str, id: &str, words: &[String], text: Option<String>) {
    match text {
        None => troubles.push(format!("{id} : absent ({what})")),
        Some(text) => {
            for word in words.iter().filter(|word| !text.contains(word.as_str())) {
                troubles.push(format!("{id} : {what} ne dit pas « {word} » mais « {text} »"));
            }
        }
    }
}

fn wrong_cost(expected: &ExpectedCost, cost: &versqui::output::report::CostReport) -> Vec<String> {
    let id = &expected.id;
    let mut troubles = Vec::new();
    if expected.status.as_deref().is_some_and(|status| status != cost.status) {
        troubles.push(format!("{id} : prix {} au lieu de {:?}", cost.status, expected.status));
    }
    if expected.amount_cents.is_some() && expected.amount_cents != cost.amount_cents {
        troubles.push(format!("{id} : {:?} cents au lieu de {:?}", cost.amount_cents, expected.amount_cents));
    }
    if expected.year_max_cents.is_some() && expected.year_max_cents != cost.year_max_cents {
        troubles
            .push(format!("{id} : {:?} cents l'année au lieu de {:?}", cost.year_max_cents, expected.year_max_cents));
    }
    let text = format!("{} ; {}", cost.text, cost.conditions.join(" ; "));
    if !expected.text.is_empty() && !expected.text.iter().any(|word| text.contains(word.as_str())) {
        troubles.push(format!("{id} : le prix dit « {text} »"));
    }
    troubles
}
