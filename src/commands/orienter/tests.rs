//! Sessions at the desk, through the plain lines: what is typed, what was said, what came out.

use std::path::{Path, PathBuf};

use crate::catalogue::Catalogue;
use crate::catalogue::date::Moment;
use crate::embedded;
use crate::output::{Format, Layout, Show};
use crate::pager::Pager;
use crate::questionnaire::Lines;
use crate::rules::Known;
use crate::settings::Settings;
use crate::situation::Typed;

use super::super::{Exit, Failure, open};
use super::desk::Desk;

/// A session: its talk on standard error, its answers on standard output, how it ended.
struct Session {
    said: String,
    printed: String,
    ended: Result<Exit, Failure>,
}

impl Session {
    #[track_caller]
    fn prints(&self, texts: &[&str]) -> &Self {
        in_order(&self.printed, texts);
        self
    }

    #[track_caller]
    fn says(&self, texts: &[&str]) -> &Self {
        in_order(&self.said, texts);
        self
    }

    #[track_caller]
    fn ends(&self, exit: Exit) -> &Self {
        assert_eq!(self.ended.as_ref().ok(), Some(&exit), "{}", self.said);
        self
    }
}

#[track_caller]
fn in_order(screen: &str, texts: &[&str]) {
    let mut rest = screen;
    for text in texts {
        let Some(at) = rest.find(text) else { panic!("« {text} » n'est pas (ou plus) là :\n{screen}") };
        rest = &rest[at + text.len()..];
    }
}

fn settings() -> Settings {
    Settings {
        catalogue: None,
        width: 80,
        rows: 24,
        pager: Pager { command: None, rows: 24, columns: 80 },
        color: false,
        to_terminal: true,
        progress: false,
        interactive: true,
        dumb: false,
        now: Moment::parse("2026-11-24T10:00").unwrap(),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a field of `Typed` is optional")]
fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A refugee in Verviers: every question is answered.
fn given() -> Typed {
    Typed {
        commune: text("Verviers"),
        age: text("34"),
        urgency: text("semaine"),
        budget: text("0"),
        bim: text("oui"),
        migration: text("refugie"),
        languages: vec!["fr".to_owned()],
        asking: text("proche"),
        needs: vec!["trauma-exil".to_owned()],
        at: text("2026-11-24T10:00"),
        ..Typed::default()
    }
}

fn at_the_desk(typed: Typed, settings: &Settings, stays: bool, lines: &[&str]) -> Session {
    with(embedded(), typed, settings, stays, lines)
}

fn with(catalogue: &'static Catalogue, typed: Typed, settings: &Settings, stays: bool, lines: &[&str]) -> Session {
    let known = Known::new(catalogue);
    let script: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
    let mut front = Lines::new(script.as_bytes(), Vec::new());
    let mut printed = Vec::new();
    let mut desk = Desk {
        known: &known,
        layout: &Layout { format: Format::Table, fields: None, excel: false },
        show: Show { limit: 5, excluded: false, further: false },
        settings,
        out: &mut printed,
    };
    let ended = desk.session(typed, stays, &mut front);
    Session {
        said: String::from_utf8(front.into_output()).unwrap(),
        printed: String::from_utf8(printed).unwrap(),
        ended,
    }
}

fn session(lines: &[&str]) -> Session {
    at_the_desk(given(), &settings(), true, lines)
}

const SHEET: &str = "1";
const PRINT: &str = "2";
const CODE: &str = "3";
const REASON: &str = "4";
const CHANGE: &str = "5";
const AGAIN: &str = "6";

#[test]
fn the_menu_comes_after_the_answer_and_leaving_it_keeps_its_exit_status() {
    let session = session(&["q"]);
    session.prints(&["Espace 28", "087 34 10 53"]);
    session.says(&["Et maintenant ?", "Au revoir."]).ends(Exit::Found);
}

#[test]
fn an_empty_line_or_a_step_back_leaves_the_menu() {
    for line in ["", "<"] {
        session(&[line]).says(&["Au revoir."]).ends(Exit::Found);
    }
}

#[test]
fn the_end_of_the_input_ends_politely_with_the_status_of_the_answer() {
    session(&[]).says(&["Et maintenant ?", "Rien n'a été gardé"]).ends(Exit::Found);
    let few = open(Some(Path::new("tests/golden/catalogue"))).unwrap();
    let nothing = Typed {
        region: text("flandre"),
        asking: text("pro"),
        needs: vec!["logement".to_owned()],
        age: text("3"),
        ..Typed::default()
    };
    with(few, nothing, &settings(), true, &[""; 15])
        .prints(&["Aucun service"])
        .says(&["Et maintenant ?", "1. voir la fiche", "2. un code QR"])
        .ends(Exit::NothingFound);
}

#[test]
fn without_a_terminal_no_menu_is_shown() {
    let session = at_the_desk(given(), &settings(), false, &["1"]);
    session.prints(&["Espace 28"]).ends(Exit::Found);
    assert_eq!(session.said, "");
}

#[test]
fn a_sheet_of_the_answer_or_any_other_is_shown() {
    let session = session(&[SHEET, "1", SHEET, "carda", SHEET, "<", "q"]);
    session.prints(&["Espace 28", "Joindre", "087 34 10 53", "112", "CARDA", "Joindre"]);
    session.says(&["La fiche de quel service ?", "Et maintenant ?", "ne convient pas"]);
}

#[test]
fn a_question_mark_explains_the_menu_too() {
    session(&["?", PRINT, "?", "q"]).says(&["La réponse est au-dessus", "Quelles fiches ?", "dans un fichier"]);
}

#[test]
fn why_not_another_service_is_answered_by_words() {
    let session = session(&[REASON, "carda", REASON, "croix rouge", "1", "q"]);
    session.prints(&["CARDA", "Écarté", "le parcours"]);
    session.says(&["Pourquoi quel service ?", "« croix rouge » : quel service ?"]);
}

#[test]
fn words_that_name_nothing_ask_again() {
    session(&[REASON, "zzzzqqqq", "<", "q"])
        .says(&["ne ressemble à aucun service", "Pourquoi quel service ?", "Et maintenant ?"])
        .ends(Exit::Found);
}

#[test]
fn a_code_is_drawn_with_what_it_carries() {
    session(&[CODE, "1", "q"]).prints(&["Espace 28", "█", "Appeler le 087 34 10 53"]);
}

#[test]
fn a_code_wider_than_the_window_is_said_and_the_menu_comes_back() {
    let narrow = Settings { width: 20, ..settings() };
    at_the_desk(given(), &narrow, true, &[CODE, "1", "q"])
        .says(&["il faut", "colonnes", "Et maintenant ?"])
        .ends(Exit::Found);
}

#[test]
fn a_changed_answer_gives_another_answer_at_once() {
    // the line of the recap that holds the place
    let session = session(&[CHANGE, "lieu de vie", "Namur", "q"]);
    session.prints(&["Situation : Verviers", "Situation : Namur"]);
    session.says(&["Voici la situation", "Où vit la personne", "Et maintenant ?"]);
    assert_eq!(session.said.matches("Quelques questions").count(), 0);
}

#[test]
fn a_recap_left_as_it_is_leads_back_to_the_menu_without_a_second_answer() {
    for lines in [[CHANGE, "", "q"], [CHANGE, "<", "q"]] {
        let session = session(&lines);
        assert_eq!(session.printed.matches("Situation :").count(), 1);
        session.says(&["Voici la situation", "Et maintenant ?"]).ends(Exit::Found);
    }
}

#[test]
fn starting_again_keeps_nothing_of_the_person_before() {
    let session = session(&[AGAIN, "3", "q"]);
    session.says(&["Et maintenant ?", "Quelques questions", "Quand faut-il de l'aide ?", "Au revoir"]);
    let after = session.said.split("Quelques questions").nth(1).unwrap();
    assert!(!after.contains("Verviers") && !after.contains("réponse donnée"), "{after}");
}

#[test]
fn in_danger_a_changed_line_does_not_repeat_the_numbers() {
    let danger = Typed { urgency: text("danger"), ..given() };
    let session = at_the_desk(danger, &settings(), true, &[CHANGE, "", "q"]);
    session.prints(&["112", "0800 32 123", "Situation"]);
    assert_eq!(session.said.matches("0800 32 123").count(), 1, "{}", session.said);
}

#[test]
fn sheets_are_saved_and_a_file_is_replaced_only_on_purpose() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    let name = path("pour elle");
    let typed = name.to_str().unwrap();
    let file = path("pour elle.html");
    session(&[PRINT, "1 2", "1", typed, "q"]).says(&["Quelles fiches ?", "Sous quelle forme ?", "fiche enregistrée"]);
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(page.contains("Espace 28") && page.contains("112"));

    std::fs::write(&file, "avant").unwrap();
    // not replaced: another name is asked, and the first file is as it was
    let other = path("autre.html");
    session(&[PRINT, "1", "1", typed, "1", other.to_str().unwrap(), "q"]).says(&[
        "existe déjà",
        "Dans quel fichier ?",
        "fiche enregistrée",
    ]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "avant");
    session(&[PRINT, "1", "1", typed, "2", "q"]).says(&["existe déjà", "fiche enregistrée"]);
    assert_ne!(std::fs::read_to_string(&file).unwrap(), "avant");
}

#[test]
fn a_file_that_cannot_be_written_asks_for_another_name() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("rien/fiche");
    let contact = folder.path().join("contact");
    session(&[PRINT, "1", "4", nowhere.to_str().unwrap(), contact.to_str().unwrap(), "q"]).says(&[
        "le dossier n'existe pas",
        "Dans quel fichier ?",
        "fiche enregistrée",
    ]);
    let card = std::fs::read_to_string(folder.path().join("contact.vcf")).unwrap();
    assert!(card.starts_with("BEGIN:VCARD"));
}
