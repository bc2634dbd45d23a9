//! The screens of the questionnaire, as they stand once everything is drawn over, at three widths.

use std::fs;
use std::path::Path;

use crate::terminal::{CTRL_C, DOWN, Desk, ENTER};

const FEW: [&str; 2] = ["--catalogue", "tests/golden/catalogue"];

/// A screen kept; `VERSQUI_GOLDEN=ecrire` writes it.
#[track_caller]
fn looks(desk: &Desk, name: &str, columns: u16) {
    let screen = desk.screen();
    let file = Path::new("tests/golden/screens").join(format!("{name}-{columns}.txt"));
    if std::env::var_os("VERSQUI_GOLDEN").is_some_and(|word| word == "ecrire") {
        fs::write(&file, &screen).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(screen, kept, "{}", file.display());
}

#[test]
fn the_first_question() {
    for columns in [40, 80, 120] {
        let mut desk = Desk::new(columns, 40, &FEW);
        desk.sees("Quand faut-il").sees("(quitter)");
        looks(&desk, "urgence", columns);
        desk.types(CTRL_C).ends(130);
    }
}

#[test]
fn the_needs_in_a_person_s_own_words() {
    for columns in [40, 80, 120] {
        let words = ["--commune", "4800", "--age", "34", "--pour", "moi", "--urgence", "semaine", "--langue", "fr"];
        let mut desk = Desk::new(columns, 40, &[&words[..], &FEW].concat());
        desk.sees("Qu'est-ce qui").sees("(quitter)").types(ENTER);
        desk.sees("(revenir aux").types(ENTER).sees("continuer avec").sees("(quitter)");
        looks(&desk, "besoins", columns);
        desk.types(CTRL_C).ends(130);
    }
}

#[test]
fn the_recap_on_one_screen() {
    for columns in [40, 80, 120] {
        let words = [
            "--commune",
            "4800",
            "--age",
            "34",
            "--pour",
            "pro",
            "--cadre",
            "hopital",
            "--besoin",
            "isolement,mal-etre",
            "--langue",
            "fr",
            "--budget",
            "11",
            "--bim",
            "oui",
            "--parcours-migratoire",
            "aucun",
        ];
        let mut desk = Desk::new(columns, 40, &[&words[..], &FEW].concat());
        desk.sees("Quand faut-il").sees("(quitter)").types(&(DOWN.repeat(2) + ENTER));
        desk.sees("Voici la situation").sees("(quitter)");
        looks(&desk, "recapitulatif", columns);
        desk.types(CTRL_C).ends(130);
    }
}

#[test]
fn a_sheet_on_the_screen() {
    for columns in [40, 80, 120] {
        let words = [&["fiche", "lieu-essai", "ssm-essai", "--quand", "2026-11-24T10:00"], &FEW[..]].concat();
        let mut desk = Desk::command(columns, 80, &[], "exec \"$0\" \"$@\"", &words);
        desk.sees("112").ends(0);
        looks(&desk, "fiche-ecran", columns);
    }
}
