//! The keys: arrows, Enter, Esc, letters with accents, Ctrl-C.

use crate::terminal::{BACKSPACE, CTRL_C, CTRL_D, DOWN, Desk, ENTER, ESCAPE, HIDE_CURSOR, KNOWN, UP, known_but};

#[test]
fn arrows_move_and_enter_chooses() {
    Desk::new(80, 24, KNOWN)
        .sees("Quand faut-il de l'aide ?")
        .sees("(quitter)")
        .types(&[DOWN, DOWN, DOWN, UP, ENTER].concat())
        .sees("→ Cette semaine")
        .sees("Voici la situation")
        .sees("(quitter)")
        .types(ENTER)
        .sees("D'abord")
        .sees("087 34 10 53")
        .sees("Et maintenant ?")
        .sees("(quitter)")
        .types(ESCAPE)
        .sees("Au revoir")
        .ends(0);
}

#[test]
fn escape_goes_back_one_question() {
    let mut desk = Desk::new(80, 24, &known_but(&["--urgence", "--pour"]));
    desk.sees("Quand faut-il").sees("(quitter)").types(&[DOWN, ENTER].concat());
    desk.sees("Pour qui cherchez-vous ?").sees("(quitter)").types(ESCAPE);
    desk.sees("Quand faut-il").sees("(réponse donnée : Aujourd'hui").sees("(quitter)").types(ESCAPE);
    desk.sees("C'est la première question").sees("(quitter)").types(CTRL_C).ends(130);
}

#[test]
fn a_line_of_text_goes_back_with_a_sign() {
    let mut desk = Desk::new(80, 24, &known_but(&["--urgence", "--commune"]));
    desk.sees("Quand faut-il").sees("(quitter)").types(&[DOWN, DOWN, ENTER].concat());
    desk.sees("Où vit").sees("> ").types("<\r");
    desk.sees("Quand faut-il").sees("(réponse donnée : Cette semaine)").sees("(quitter)").types(CTRL_C).ends(130);
}

#[test]
fn accents_are_typed_and_taken_back() {
    let mut desk = Desk::new(80, 24, &known_but(&["--commune"]));
    desk.sees("Où vit la personne ?").sees("> ");
    // « é » is two bytes and one key
    desk.types(&["Lié", BACKSPACE, "ège", ENTER].concat());
    desk.sees("→ Liège").sees("Lieu de vie : Liège");
    desk.hides("n'est pas un lieu connu");
    desk.types(CTRL_C).ends(130);
}

#[test]
fn several_needs_are_ticked_with_enter() {
    let mut desk = Desk::new(
        80,
        40,
        &["--commune", "Verviers", "--age", "34", "--pour", "proche", "--langue", "fr", "--urgence", "semaine"],
    );
    desk.sees("Qu'est-ce qui amène").sees("(quitter)").types(ENTER);
    desk.sees("[ ] ").sees("(revenir aux groupes)").types(ENTER);
    desk.sees("continuer avec : ").sees("(quitter)").types(ENTER).sees("→ ");
    desk.types(CTRL_C).ends(130);
}

#[test]
fn needs_are_found_by_typing_a_word() {
    let mut desk = Desk::new(
        80,
        40,
        &["--commune", "Verviers", "--age", "34", "--pour", "proche", "--langue", "fr", "--urgence", "semaine"],
    );
    desk.sees("Qu'est-ce qui amène").sees("(quitter)");
    // the list turns round: up from its head, past « quitter », « pourquoi » and « je ne sais pas »
    desk.types(&[UP, UP, UP, UP, ENTER].concat());
    desk.sees("Entrée seule").sees("> ").types("solitude\r").sees("→ solitude");
    desk.types(CTRL_C).ends(130);
}

#[test]
fn ctrl_c_gives_the_cursor_back() {
    let mut desk = Desk::new(80, 24, KNOWN);
    desk.sees("Quand faut-il").sees("(quitter)").types(CTRL_C).ends(130);
    assert!(desk.transcript().contains(HIDE_CURSOR) && desk.cursor_is_shown());
}

#[test]
fn ctrl_c_ends_a_line_of_text_and_plain_lines_too() {
    let mut desk = Desk::new(80, 24, &known_but(&["--commune"]));
    desk.sees("Où vit").sees("> ").types("Lié").types(CTRL_C).ends(130);
    assert!(desk.cursor_is_shown());
    Desk::new(80, 24, &["--lignes"]).sees("Numéro (Entrée").types(CTRL_C).ends(130);
}

#[test]
fn the_end_of_the_input_ends_plain_lines_politely() {
    Desk::new(80, 24, &["--lignes"]).sees("Numéro (Entrée").types(CTRL_D).sees("les questions s'arrêtent ici").ends(0);
}

#[test]
fn danger_puts_the_numbers_on_the_screen_before_the_next_question() {
    let mut desk = Desk::new(80, 24, &known_but(&["--urgence", "--pour"]));
    desk.sees("Quand faut-il").sees("(quitter)").types(ENTER);
    desk.sees("À appeler tout de suite").sees("112").sees("0800 32 123").sees("(quitter)");
    assert!(desk.screen().contains("112"), "{}", desk.screen());
    desk.types(CTRL_C).ends(130);
}
