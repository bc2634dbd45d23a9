//! Where the library that draws menus goes wrong, and what stands there instead.

use crate::terminal::{BACKSPACE, CTRL_C, DOWN, Desk, ENTER, KNOWN, UP, known_but};

#[test]
fn three_rows_get_plain_lines() {
    let mut desk = Desk::new(20, 3, KNOWN);
    desk.sees("1. Maintenant").sees("Numéro").types("3\r").sees("Voici").sees("Numéro").types("q\r").ends(0);
    desk.hides("\u{1b}[");
}

#[test]
fn a_window_that_shrinks_to_nothing_gets_plain_lines() {
    let mut desk = Desk::new(80, 24, KNOWN);
    desk.sees("Quand faut-il").sees("(quitter)").resizes(10, 2).types(DOWN);
    // the menu failed, or is asked again where it fits no more: numbered lines follow
    desk.types(&[DOWN, ENTER].concat()).sees("1. ");
    desk.types(CTRL_C).ends(130);
    assert!(desk.cursor_is_shown());
}

#[test]
fn a_window_that_changes_size_keeps_its_question() {
    let mut desk = Desk::new(100, 30, KNOWN);
    desk.sees("Quand faut-il").sees("(quitter)");
    desk.resizes(40, 12).types(DOWN).sees("> Aujourd'hui").sees("(quitter)");
    desk.resizes(120, 50).types(DOWN).sees("> Cette semaine").sees("(quitter)");
    desk.types(ENTER).sees("→ Cette semaine").sees("Voici").sees("(quitter)").types(CTRL_C).ends(130);
}

#[test]
fn a_line_of_text_outlives_a_window_of_one_column() {
    let mut desk = Desk::new(80, 24, &known_but(&["--commune"]));
    desk.sees("Où vit").sees("> ").types("Lièg").sees("Lièg");
    desk.resizes(1, 24).types(&[BACKSPACE, BACKSPACE].concat());
    desk.resizes(80, 24).types("\r");
    // the name was lost, or is no place: it is asked again, and can be given
    desk.sees("> ").types("4000\r").sees("Lieu de vie : Liège").types(CTRL_C).ends(130);
}

#[test]
fn accents_do_not_make_a_menu_draw_over_its_question() {
    // « > Réfugié·e, ou protection subsidiaire » is 38 columns and 41 bytes
    for columns in [20, 38, 39, 40, 41, 64] {
        let words = [
            "--commune",
            "Verviers",
            "--age",
            "34",
            "--urgence",
            "semaine",
            "--pour",
            "proche",
            "--langue",
            "fr",
            "--besoin",
            "trauma-exil",
            "--budget",
            "0",
            "--bim",
            "oui",
        ];
        let mut desk = Desk::new(columns, 60, &words);
        desk.sees("Quel est").sees("(quitter)");
        for _ in 0..6 {
            desk.types(DOWN).sees("(quitter)").types(UP).sees("(quitter)");
        }
        let screen = desk.screen();
        for text in ["Quel est", "Sans titre", "(quitter)", "\n> "] {
            assert_eq!(screen.matches(text).count(), 1, "{columns}, « {text} » :\n{screen}");
        }
        desk.types(CTRL_C).ends(130);
    }
}

#[test]
fn a_long_list_says_in_french_that_it_goes_on() {
    let mut desk = Desk::new(
        80,
        8,
        &["--commune", "Verviers", "--age", "34", "--urgence", "semaine", "--pour", "proche", "--langue", "fr"],
    );
    desk.sees("Qu'est-ce").sees("La liste continue").sees("> ");
    desk.types(&DOWN.repeat(12)).types(CTRL_C).ends(130);
    desk.hides("[Page");
}

#[test]
fn yes_and_no_are_french_and_may_stay_unknown() {
    let mut desk = Desk::new(80, 24, &[&["--lignes"], KNOWN].concat());
    desk.sees("Quand faut-il").sees("Numéro").types("3\r").sees("Voici").sees("Numéro").types("intervention\r");
    desk.sees("1. Oui").sees("2. Non").sees("(Entrée : je ne sais pas)").types(CTRL_C).ends(130);
    desk.hides("[y/n]");
}

#[test]
fn a_dumb_terminal_gets_no_code_at_all() {
    let mut desk = Desk::with(80, 24, &[("TERM", "dumb"), ("PAGER", "less")], KNOWN);
    desk.sees("1. Maintenant").sees("Numéro").types("3\r").sees("Voici").sees("Numéro").types("\r");
    desk.sees("D'abord").sees("Et maintenant ?").sees("Numéro").types("q\r").ends(0);
    desk.hides("\u{1b}");
}

#[test]
fn piped_answers_are_read_from_the_pipe() {
    let words = [&["orienter", "--quand", "2026-11-24T10:00", "--lignes"], KNOWN].concat();
    let mut desk = Desk::command(80, 24, &[], "printf '3\\n\\n' | \"$0\" \"$@\"", &words);
    // read from the pipe to its end; nobody is there for a menu
    desk.sees("Cette semaine").sees("Voici").sees("087 34 10 53").ends(0);
    desk.hides("Et maintenant ?");
}

#[test]
fn with_a_pipe_and_no_lines_nothing_is_asked() {
    let words = [&["orienter", "--quand", "2026-11-24T10:00"], KNOWN].concat();
    let mut desk = Desk::command(80, 24, &[], "printf '3\\n\\n' | \"$0\" \"$@\"", &words);
    desk.sees("087 34 10 53").ends(0);
    desk.hides("Quand faut-il").hides("Et maintenant ?");
}
