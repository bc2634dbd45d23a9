//! The menu after the answer.

use crate::terminal::{CTRL_C, DOWN, Desk, ENTER, ESCAPE, KNOWN};

/// A window high enough for the answer and its menu, every question answered.
fn answered(words: &[&str]) -> Desk {
    let mut desk = Desk::new(80, 50, &[KNOWN, &["--urgence", "semaine", "--limite", "3"], words].concat());
    desk.sees("087 34 10 53").sees("Et maintenant ?").sees("(quitter)");
    desk
}

fn item(number: usize) -> String {
    DOWN.repeat(number - 1) + ENTER
}

#[test]
fn a_sheet_is_shown_and_the_menu_comes_back() {
    let mut desk = answered(&[]);
    desk.types(&item(1)).sees("La fiche de quel service ?").sees("(revenir au menu)").types(ENTER);
    desk.sees("Joindre").sees("087 34 10 53").sees("112").sees("Et maintenant ?").sees("(quitter)");
    desk.types(ESCAPE).sees("Au revoir").ends(0);
}

#[test]
fn escape_leads_back_to_the_menu_then_out() {
    let mut desk = answered(&[]);
    desk.types(&item(4)).sees("Pourquoi quel service ?").sees("(revenir au menu)").types(ESCAPE);
    desk.sees("Et maintenant ?").sees("(quitter)").types(ESCAPE).sees("Au revoir").ends(0);
}

#[test]
fn why_not_another_service_is_asked_in_words() {
    let mut desk = answered(&[]);
    desk.types(&item(4)).sees("Pourquoi quel service ?").sees("(revenir au menu)");
    // after the three services shown: « un autre service »
    desk.types(&item(4)).sees("Entrée seule").sees("> ").types("carda\r");
    desk.sees("Écarté").sees("Et maintenant ?").sees("(quitter)").types(ESCAPE).ends(0);
}

#[test]
fn a_changed_answer_gives_another_answer() {
    let mut desk = answered(&[]);
    desk.types(&item(5)).sees("Voici la situation").sees("(quitter)");
    // « voir la réponse » stands first, then the delay
    desk.types(&item(2)).sees("Quand faut-il").sees("(quitter)").types(&(DOWN.to_owned() + ENTER));
    desk.sees("Situation :").sees("ce mois").sees("Et maintenant ?").sees("(quitter)").types(ESCAPE).ends(0);
}

#[test]
fn starting_again_clears_the_screen_of_the_person_before() {
    let mut desk = answered(&[]);
    desk.types(&item(6)).sees("Quelques questions").sees("Quand faut-il").sees("(quitter)");
    let screen = desk.screen();
    assert!(!screen.contains("Verviers") && !screen.contains("Espace 28"), "{screen}");
    desk.types(CTRL_C).ends(130);
    assert!(desk.cursor_is_shown());
}

#[test]
fn no_question_no_menu() {
    let words = [KNOWN, &["--urgence", "semaine", "--sans-questions"]].concat();
    Desk::new(80, 50, &words).sees("087 34 10 53").ends(0).hides("Et maintenant ?");
    let words = [KNOWN, &["--urgence", "semaine", "--format", "csv"]].concat();
    Desk::new(80, 50, &words).sees("espace-28").ends(0).hides("Et maintenant ?");
}
