//! The program from outside: what is typed, what comes out on each stream, and how it ends.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[allow(dead_code, reason = "each test binary uses a part of it")]
mod support;

use support::{Outcome, versqui};

#[test]
fn a_worker_in_verviers_gets_a_plan() {
    let answer = versqui(&[
        "orienter",
        "--commune",
        "Verviers",
        "--age",
        "34",
        "--besoin",
        "trauma-exil",
        "--parcours-migratoire",
        "refugie",
        "--langue",
        "fr",
        "--urgence",
        "semaine",
        "--pour",
        "moi",
        "--quand",
        "2026-11-24T10:00",
        "--limite",
        "1",
    ]);
    answer.exits(0).says("Espace 28").says("087 34 10 53").says("gratuit").says("sert Verviers (province de Liège)");
    assert_eq!(answer.stderr, "");
}

#[test]
fn danger_puts_the_number_before_everything() {
    let answer = versqui(&["orienter", "--urgence", "danger", "--langue", "fr", "--quand", "2026-11-24T10:00"]);
    answer.exits(0);
    assert!(answer.stdout.starts_with("  112 "), "{}", answer.stdout);
}

#[test]
fn danger_is_answered_even_with_a_broken_catalogue() {
    let answer = versqui(&["--catalogue", "/nulle/part", "orienter", "--urgence", "danger"]);
    answer.exits(3);
    assert!(answer.stdout.starts_with("  112 "), "{}", answer.stdout);
    assert!(answer.stderr.contains("[unreadable]"), "{}", answer.stderr);
    versqui(&["--catalogue", "/nulle/part", "urgences"]).exits(0).says("112");
}

#[test]
fn nothing_fits_is_not_an_error_but_says_so() {
    let answer = versqui(&[
        "orienter",
        "--region",
        "flandre",
        "--besoin",
        "interprete",
        "--pour",
        "moi",
        "--quand",
        "2026-11-24T10:00",
    ]);
    assert!(matches!(answer.status, 0 | 1));
    assert_eq!(answer.status == 1, answer.stdout.contains("Aucun service"));
}

#[test]
fn every_mistake_is_told_at_once_in_french() {
    let answer = versqui(&["orienter", "--age", "cent", "--urgence", "demain", "--besoin", "isolemant"]);
    answer.exits(2);
    assert_eq!(answer.stdout, "");
    assert_eq!(
        answer.stderr,
        "versqui : --age : « cent » ne se lit pas ; un âge de 0 à 120 ans est attendu\n\
         --urgence : « demain » n'existe pas ; vouliez-vous dire « semaine » ?\n\
         --besoin : « isolemant » n'existe pas ; vouliez-vous dire « isolement » ?\n"
    );
}

#[test]
fn a_misspelt_commune_is_offered_never_taken() {
    let answer = versqui(&["orienter", "--commune", "Verviés"]);
    answer.exits(2);
    assert!(answer.stderr.contains("« Verviés » n'est pas un lieu connu"), "{}", answer.stderr);
    assert!(answer.stderr.contains("« Verviers » (4800)"), "{}", answer.stderr);
}

#[test]
fn an_ambiguous_commune_lists_its_choices_and_the_region_settles_it() {
    let answer = versqui(&["orienter", "--commune", "Saint-Nicolas"]);
    answer.exits(2);
    assert!(answer.stderr.contains("(4420)") && answer.stderr.contains("(9100"), "{}", answer.stderr);
    versqui(&["orienter", "--commune", "Saint-Nicolas", "--region", "wallonie", "--format", "json"])
        .exits(0)
        .says("62093");
}

#[test]
fn a_commune_of_another_region_is_a_contradiction() {
    let answer = versqui(&["orienter", "--commune", "Verviers", "--region", "flandre"]);
    answer.exits(2);
    assert_eq!(
        answer.stderr,
        "versqui : --commune : Verviers n'est pas dans la région « flandre » ; corriger --region, ou l'ôter\n"
    );
}

#[test]
fn places_are_found_in_every_national_language() {
    for (typed, nis) in [
        ("Luik", "62063"),
        ("Liège", "62063"),
        ("LIEGE", "62063"),
        ("Schaarbeek", "21015"),
        ("St-Josse-ten-Noode", "21014"),
        ("Ixelles/Elsene", "21009"),
        ("4800", "63079"),
        ("4800 Verviers", "63079"),
        ("Sankt Vith", "63067"),
        ("Gand", "44021"),
        ("Heusy", "63079"),
        ("1040", "21005"),
    ] {
        let answer = versqui(&["orienter", "--commune", typed, "--format", "json", "--limite", "1"]);
        answer.exits(0).says(&format!("\"nis\": \"{nis}\""));
    }
}

#[test]
fn a_postal_code_over_two_communes_says_which_it_took() {
    versqui(&["orienter", "--commune", "1040", "--limite", "1"])
        .exits(0)
        .says("Etterbeek (1040) [ce code postal couvre aussi une partie de Bruxelles]");
}

#[test]
fn a_special_postal_code_falls_back_on_its_province() {
    versqui(&["orienter", "--commune", "6075", "--limite", "1"]).exits(0).says("Province de Hainaut (6075)");
}

#[test]
fn an_answer_may_be_inconnu_everywhere() {
    let flags = [
        "region",
        "commune",
        "age",
        "urgence",
        "budget",
        "bim",
        "parcours-migratoire",
        "langue",
        "pour",
        "cadre",
        "besoin",
        "souhait",
    ];
    let arguments: Vec<String> = std::iter::once("orienter".to_owned())
        .chain(flags.iter().flat_map(|flag| [format!("--{flag}"), "inconnu".to_owned()]))
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    versqui(&arguments).exits(0);
}

#[test]
fn a_script_may_be_english_throughout() {
    let french = versqui(&[
        "orienter",
        "--commune",
        "4800",
        "--urgence",
        "semaine",
        "--besoin",
        "ecoute",
        "--quand",
        "2026-11-24",
        "--format",
        "json",
    ]);
    let english = versqui(&[
        "match",
        "--commune",
        "4800",
        "--urgency",
        "semaine",
        "--need",
        "ecoute",
        "--at",
        "2026-11-24",
        "--format",
        "json",
    ]);
    assert_eq!(french.exits(0).stdout, english.exits(0).stdout);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let once = || {
        versqui(&[
            "orienter",
            "--commune",
            "1000",
            "--besoin",
            "mal-etre,isolement",
            "--quand",
            "2026-11-24T10:00",
            "--tout",
            "--format",
            "json",
        ])
    };
    assert_eq!(once().stdout, once().stdout);
}

#[test]
fn unknown_flags_and_commands_are_told_in_french() {
    versqui(&["orienter", "--besion", "x"])
        .exits(2)
        .errs("versqui : l'option ou l'argument « --besion » n'existe pas ; vouliez-vous dire « --besoin » ?\n");
    versqui(&["cataloge"])
        .exits(2)
        .errs("versqui : la commande « cataloge » n'existe pas ; vouliez-vous dire « catalogue » ?\n");
    versqui(&["orienter", "--format", "jsno"]).exits(2).says_on_stderr("vouliez-vous dire « json »");
}

#[test]
fn help_speaks_french_and_names_every_flag_of_the_contract() {
    let help = versqui(&["orienter", "--aide"]);
    help.exits(0);
    for flag in [
        "--region",
        "--commune",
        "--age",
        "--urgence",
        "--budget",
        "--bim",
        "--parcours-migratoire",
        "--langue",
        "--pour",
        "--cadre",
        "--besoin",
        "--souhait",
        "--quand",
        "--limite",
        "--tout",
        "--format",
        "--catalogue",
        "--sans-questions",
    ] {
        assert!(help.stdout.contains(flag), "{flag} manque dans l'aide");
    }
    for english in ["Usage:", "Options:", "Print", "possible values", "[default"] {
        assert!(!help.stdout.contains(english), "« {english} » dans l'aide");
    }
}

#[test]
fn a_table_fits_any_width_and_never_breaks_a_number() {
    for columns in ["40", "60", "80", "120", "200"] {
        let answer = support::Run::new(&[
            "orienter",
            "--commune",
            "1030",
            "--besoin",
            "isolement,ecoute",
            "--quand",
            "2026-11-24T10:00",
        ])
        .env("COLUMNS", columns)
        .go();
        answer.exits(0);
        let width: usize = columns.parse().unwrap();
        for line in answer.stdout.lines().filter(|line| !line.contains("http")) {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{columns} : {line}");
        }
        assert!(answer.stdout.contains("02 899 21 39") || answer.stdout.contains("0491 91 44 83"), "{}", answer.stdout);
    }
}

#[test]
fn the_catalogue_is_checked_listed_and_exported() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/catalogue");
    versqui(&["catalogue", "verifier", folder]).exits(0).says("aucun problème");
    versqui(&["catalogue", "lister", "--type", "lieu-de-lien", "--region", "bruxelles"]).exits(0).says("l-entr-act");
    let export = versqui(&["catalogue", "exporter", "--format", "json"]);
    let export: serde_json::Value = serde_json::from_str(&export.exits(0).stdout).unwrap();
    assert_eq!(export["format"], 1);
    let service = export["services"].as_array().unwrap().iter().find(|service| service["id"] == "espace-28").unwrap();
    assert_eq!(service["contacts"][0]["value"], "087 34 10 53");
}

#[test]
fn a_closed_pipe_is_a_quiet_success() {
    let Outcome { status, stderr, .. } = support::Run::new(&["catalogue", "exporter"]).close_stdout_early();
    assert_eq!((status, stderr.as_str()), (0, ""));
}
