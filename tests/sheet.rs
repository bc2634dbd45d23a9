//! The sheet in hand, as a worker asks for it at the desk.

#![allow(clippy::unwrap_used, dead_code, reason = "a test stops at the first surprise")]

mod support;

use std::path::Path;

use support::Outcome;

/// A Tuesday morning.
const WHEN: &str = "2026-11-24T10:00";

fn fiche(arguments: &[&str]) -> Outcome {
    support::versqui(&[&["fiche", "--quand", WHEN], arguments].concat())
}

/// Standard output of a sheet that must come.
#[track_caller]
fn sheet(arguments: &[&str]) -> String {
    fiche(arguments).exits(0).stdout.clone()
}

/// Standard error of a sheet that must not come.
#[track_caller]
fn refusal(arguments: &[&str]) -> String {
    let outcome = fiche(arguments);
    outcome.exits(2);
    assert!(outcome.stdout.is_empty(), "{arguments:?}");
    outcome.stderr
}

fn before(text: &str, first: &str, second: &str) -> bool {
    matches!((text.find(first), text.find(second)), (Some(first), Some(second)) if first < second)
}

#[test]
fn a_sheet_says_what_a_person_needs_in_the_order_they_need_it() {
    let text = sheet(&["espace-28"]);
    let order = [
        "Espace 28",
        "Joindre",
        "087 34 10 53",
        "info@espace28.be",
        "Que dire",
        "Prix",
        "Ouvert",
        "Y aller",
        "À vérifier",
        "Source",
        "112",
    ];
    for pair in order.windows(2) {
        assert!(before(&text, pair[0], pair[1]), "{pair:?}\n{text}");
    }
    assert!(text.contains("osm.org/search?query=Rue+de+la+Colline+18+4800+Verviers"), "{text}");
    assert!(text.contains("0800 32 123") && text.contains("107, Télé-Accueil"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn the_english_command_writes_the_same() {
    let english = ["show", "espace-28", "--format", "text", "--at", WHEN];
    assert_eq!(support::versqui(&english).stdout, sheet(&["espace-28", "--format", "texte"]));
}

#[test]
fn nothing_of_the_person_stands_on_the_paper() {
    let situation = [
        "--age",
        "34",
        "--besoin",
        "trauma-exil",
        "--parcours-migratoire",
        "dpi",
        "--budget",
        "5",
        "--commune",
        "Verviers",
        "--langue",
        "fr",
    ];
    for format in ["texte", "html", "markdown", "json", "mail", "sms", "vcard"] {
        let mut args = vec!["psychologues-conventionnes", "carda", "--format", format];
        args.extend(situation);
        let text = sheet(&args);
        for told in ["34 ans", "budget", "Dépasse", "trauma-exil", "dpi", "Verviers"] {
            assert!(!text.replace("\"within_budget\": null", "").contains(told), "{format} : {told}\n{text}");
        }
    }
}

#[test]
fn the_price_is_this_person_s() {
    let everybody = sheet(&["psychologues-conventionnes"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        everybody.contains("11,00 € la séance (gratuit jusqu'à 23 ans, 4,00 € si BIM [intervention majorée])"),
        "{everybody}"
    );
    let adult = sheet(&["psychologues-conventionnes", "--age", "40", "--bim", "oui"]);
    assert!(adult.contains("4,00 € la séance") && !adult.contains("11,00"), "{adult}");
    assert!(sheet(&["psychologues-conventionnes", "--age", "20"]).contains("Prix          Gratuit."));
}

#[test]
fn what_the_situation_settles_is_not_to_be_checked_again() {
    let unknown = sheet(&["espace-28"]);
    assert!(unknown.contains("Pour les personnes qui habitent : province de Liège."), "{unknown}");
    let known = sheet(&["espace-28", "--commune", "Verviers", "--parcours-migratoire", "dpi"]);
    assert!(!known.contains("À vérifier"), "{known}");
}

#[test]
fn the_numbers_at_the_foot_follow_language_and_age() {
    let adult = sheet(&["espace-28", "--age", "30", "--langue", "nl"]);
    assert!(
        adult.contains("1813") && adult.contains("106") && !adult.contains("102") && !adult.contains("0800 32 123"),
        "{adult}"
    );
    let child = sheet(&["espace-28", "--age", "12", "--langue", "fr"]);
    assert!(child.contains("103") && !child.contains("102"), "{child}");
    let line = sheet(&["tele-accueil-107"]);
    assert!(!line.contains("En attendant") && line.contains("112"), "a line that listens is its own bridge\n{line}");
}

#[test]
fn the_foot_of_a_service_for_violence_has_the_numbers_of_violence() {
    let violence = sheet(&["ecoute-violences-conjugales"]);
    assert!(violence.contains("101") && violence.contains("0800 30 030"), "{violence}");
    assert!(!violence.contains("0800 32 123"), "{violence}");
    assert!(!sheet(&["espace-28"]).contains("0800 30 030"));
}

#[test]
fn a_service_that_is_not_for_this_person_is_printed_and_said() {
    fiche(&["espace-28", "--commune", "Bruges"])
        .exits(0)
        .says("087 34 10 53")
        .says_on_stderr("Espace 28 ne convient pas à cette situation");
}

#[test]
fn pages_of_paper_have_sixty_lines_and_each_its_emergency_numbers() {
    let text = sheet(&["espace-28", "carda", "babel-zin", "l-entr-act", "setisw", "psychologues-conventionnes"]);
    let pages: Vec<&str> = text.split('\u{c}').collect();
    assert!(pages.len() >= 3 && pages.len() < 6, "several services stand on one page : {}", pages.len());
    for page in &pages {
        assert!(page.trim().lines().count() <= 60 && page.contains("En danger, ou si quelqu'un l'est : 112"), "{page}");
    }
    let short = sheet(&["tele-accueil-107", "ecoute-enfants-103", "telefonhilfe-108"]);
    assert!(!short.contains('\u{c}'), "three short services fit one page\n{short}");
}

#[test]
fn an_unknown_id_gets_close_matches() {
    let said = refusal(&["espac-28", "babelzin"]);
    assert!(said.contains("espace-28 (Espace 28)") && said.contains("babel-zin"), "both are told at once : {said}");
    assert!(refusal(&["zzzzzzzzzzzz"]).contains("versqui chercher"));
    assert_eq!(sheet(&["ESPACE 28"]), sheet(&["espace-28"]), "an exact name will do");
}

#[test]
fn flags_that_do_not_go_together_say_what_does() {
    assert!(refusal(&["espace-28", "--format", "htlm"]).contains("« html »"));
    assert!(refusal(&["espace-28", "--grand"]).contains("--format html"));
    assert!(refusal(&["espace-28", "--qr", "tle", "--format", "qr"]).contains("« tel »"));
    assert!(refusal(&["espace-28", "--force"]).contains("--sortie"));
    assert!(refusal(&["psychologues-conventionnes", "--format", "qr", "--qr", "tel"]).contains("site"));
    assert!(refusal(&["espace-28", "carda", "--svg"]).contains("un seul identifiant"));
    assert!(refusal(&["espace-28", "--age", "200"]).contains("--age"));
}

#[test]
fn a_file_is_written_whole_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fiche.html");
    let file = path.to_str().unwrap();
    assert_eq!(
        sheet(&["espace-28", "--sortie", file]),
        "",
        "the file's ending chooses the format, and nothing goes to the screen"
    );
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.starts_with("<!DOCTYPE html>"));
    assert!(refusal(&["carda", "--output", file]).contains("--force"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), written, "the first sheet is still there");
    sheet(&["carda", "-o", file, "--force"]);
    assert!(std::fs::read_to_string(&path).unwrap().contains("CARDA"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left behind");
    assert!(refusal(&["carda", "-o", folder.path().to_str().unwrap(), "--force"]).contains("fichier ordinaire"));
    assert!(refusal(&["carda", "-o", "/nulle/part/fiche.txt"]).contains("le dossier n'existe pas"));
    assert!(!Path::new("/nulle").exists());
}

#[test]
fn json_keeps_its_shape() {
    let json: serde_json::Value = serde_json::from_str(&sheet(&["espace-28", "carda", "--format", "json"])).unwrap();
    assert_eq!(json["format"], 1);
    let first = &json["sheets"][0];
    assert_eq!((first["id"].as_str(), first["type"].as_str()), (Some("espace-28"), Some("equipe-exil")));
    assert_eq!(first["contacts"][0]["kind"], "phone");
    assert_eq!(first["cost"]["status"], "free");
    assert_eq!(first["places"][0]["address"]["postal_code"], "4800");
    assert_eq!(json["sheets"][1]["id"], "carda");
    assert!(json["safety"].as_array().unwrap().iter().any(|number| number["contacts"][0]["value"] == "112"));
    assert_eq!(json["meanwhile"][0]["contacts"][0]["value"], "107");
}

#[test]
fn catalogue_text_cannot_become_code() {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    for name in ["types.yaml", "needs.yaml", "tariffs.yaml", "sources.yaml"] {
        std::fs::copy(catalogue.join(name), folder.path().join(name)).unwrap();
    }
    std::fs::create_dir_all(folder.path().join("services/belgique")).unwrap();
    std::fs::write(
        folder.path().join("services/belgique/essai.yaml"),
        "services:\n- id: essai\n  name: \"<script>alert(1)</script> & *gras*\"\n  type: ssm\n  summary: \"Une \\\"phrase\\\" <b>forte</b>.\"\n  \
         contacts:\n    - { phone: \"087 34 10 53\", label: \"a;b,c\" }\n  needs: { core: [mal-etre], also: [] }\n  sources: [cresam-2025]\n",
    )
    .unwrap();
    let from = folder.path().to_str().unwrap();
    let html = sheet(&["essai", "--catalogue", from, "--format", "html"]);
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; *gras*")
            && !html.contains("<script")
            && !html.contains("<b>forte"),
        "{html}"
    );
    assert!(
        sheet(&["essai", "--catalogue", from, "--format", "markdown"])
            .contains("\\<script\\>alert(1)\\</script\\> & \\*gras\\*")
    );
    let text = sheet(&["essai", "--catalogue", from, "--format", "vcard"]);
    assert_eq!(vcard4::parse(&text).unwrap()[0].tel[0].to_string(), "tel:+3287341053");
}
