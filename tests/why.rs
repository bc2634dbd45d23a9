//! « Pourquoi ce service, ou pourquoi pas ? », asked at the desk.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::process::{Command, Output};

use versqui::rules::Criterion;

fn why(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_versqui"));
    for name in ["VERSQUI_CATALOGUE", "NO_COLOR", "COLUMNS", "TERM", "LANG"] {
        command.env_remove(name);
    }
    command.arg("pourquoi").args(arguments).args(["--quand", "2026-11-24T10:00"]).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(arguments: &[&str]) -> serde_json::Value {
    let output = why(&[arguments, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error} : {}", text(&output.stderr)))
}

fn status<'r>(report: &'r serde_json::Value, criterion: &str) -> &'r str {
    let criteria = report["criteria"].as_array().unwrap();
    criteria.iter().find(|one| one["criterion"] == criterion).unwrap()["status"].as_str().unwrap()
}

const VERVIERS: [&str; 4] = ["--commune", "Verviers", "--besoin", "trauma-exil"];

#[test]
fn a_service_that_fits_says_its_rank_and_each_criterion_with_its_source() {
    let report = json(&[&["espace-28", "--parcours-migratoire", "dpi", "--langue", "fr"][..], &VERVIERS].concat());
    assert_eq!(report["outcome"], "listed");
    assert!(report["rank"].as_u64().unwrap() <= 5);
    assert_eq!(report["criteria"].as_array().unwrap().len(), Criterion::ALL.len());
    assert_eq!((status(&report, "territory"), status(&report, "migration")), ("met", "met"));
    let territory = &report["criteria"][0];
    assert!(territory["fact"].as_str().unwrap().contains("province de Liège"));
    assert!(!territory["source"]["title"].as_str().unwrap().is_empty());
    assert!(!territory["source"]["date"].as_str().unwrap().is_empty());
}

#[test]
fn a_service_for_another_path_says_what_would_change_it_and_what_to_take_meanwhile() {
    let output = why(&[&["espace-28", "--parcours-migratoire", "aucun"][..], &VERVIERS].concat());
    let shown = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    for said in
        ["Écarté", "réservé aux demandeurs de protection internationale", "En attendant", "  1. ", "  2. ", "Sources :"]
    {
        assert!(shown.contains(said), "« {said} » manque :\n{shown}");
    }
}

#[test]
fn an_age_outside_the_bounds_is_told_as_a_bound() {
    let folder = tempfile::tempdir().unwrap();
    let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    for name in ["types.yaml", "needs.yaml", "tariffs.yaml", "sources.yaml"] {
        std::fs::copy(own.join(name), folder.path().join(name)).unwrap();
    }
    std::fs::create_dir(folder.path().join("services")).unwrap();
    let services = "services: [{ id: des-18, name: Dès 18 ans, type: ssm, service_area: [belgique], contacts: [{ phone: \"02 555 12 34\" }], \
                    eligibility: { age: { min: 18 } }, needs: { core: [mal-etre] }, sources: [cresam-2025] }]";
    std::fs::write(folder.path().join("services/essai.yaml"), services).unwrap();
    let catalogue = folder.path().to_str().unwrap();
    let output = why(&["des-18", "--age", "16", "--besoin", "mal-etre", "--catalogue", catalogue]);
    let shown = text(&output.stdout);
    assert!(
        shown.contains("l'âge : à partir de 18 ans") && shown.contains("la personne : 16 ans"),
        "{shown}{}",
        text(&output.stderr)
    );
    assert!(shown.contains("le 107 écoute tout le monde"), "{shown}");
}

#[test]
fn an_unknown_answer_is_asked_of_the_person_not_refused() {
    let report = json(&[&["espace-28"][..], &VERVIERS].concat());
    assert_eq!(report["outcome"], "listed");
    assert_eq!(status(&report, "migration"), "unknown");
    assert_eq!(report["criteria"][3]["ask"], "demander à la personne : est-ce votre cas ?");
}

#[test]
fn a_service_for_another_need_says_which_it_answers() {
    let shown =
        text(&why(&["carda", "--commune", "Verviers", "--besoin", "logement", "--parcours-migratoire", "dpi"]).stdout);
    assert!(
        shown.contains("ne répond pas au besoin demandé") && shown.contains("Fait pour : exil et trauma"),
        "{shown}"
    );
}

#[test]
fn danger_is_answered_first_whatever_is_asked() {
    let shown = text(&why(&["l-entr-act", "--urgence", "danger", "--commune", "Anderlecht"]).stdout);
    assert!(shown.trim_start().starts_with("112"), "{shown}");
    assert!(shown.contains("une urgence moins grande"), "{shown}");
}

#[test]
fn an_unknown_id_offers_the_nearest_and_a_name_is_taken() {
    let output = why(&["espase-28"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("espace-28 (Espace 28)"), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
    assert_eq!(json(&["Espace 28"])["service"]["id"], "espace-28");
}

#[test]
fn the_english_alias_and_flags() {
    let output = Command::new(env!("CARGO_BIN_EXE_versqui"))
        .args([
            "why",
            "setisw",
            "--need",
            "interprete",
            "--asking",
            "pro",
            "--at",
            "2026-11-24T10:00",
            "--format",
            "json",
        ])
        .env_remove("VERSQUI_CATALOGUE")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}
