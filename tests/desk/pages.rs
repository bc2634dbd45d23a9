//! Long answers and the user's pager.

use crate::terminal::{CTRL_C, Desk, KNOWN};

/// A pager that marks what goes through it.
const MARKS: (&str, &str) = ("VERSQUI_PAGER", "sed 's/^/PAGE /'");

fn answered(variables: &[(&str, &str)], words: &[&str]) -> Desk {
    let words = [KNOWN, &["--urgence", "semaine", "--sans-questions"], words].concat();
    Desk::with(80, 24, variables, &words)
}

#[test]
fn a_long_answer_goes_through_the_pager() {
    answered(&[MARKS], &[]).sees("PAGE D'abord").sees("PAGE Situation").ends(0);
}

#[test]
fn the_program_s_own_variable_comes_before_everybody_s() {
    answered(&[MARKS, ("PAGER", "sed 's/^/AUTRE /'")], &[]).sees("PAGE D'abord").ends(0).hides("AUTRE");
    answered(&[("PAGER", "sed 's/^/AUTRE /'")], &[]).sees("AUTRE D'abord").ends(0);
    answered(&[("VERSQUI_PAGER", ""), ("PAGER", "sed 's/^/AUTRE /'")], &[]).sees("D'abord").ends(0).hides("AUTRE");
}

#[test]
fn no_pager_where_none_is_wanted_or_needed() {
    answered(&[MARKS], &["--sans-pageur"]).sees("D'abord").ends(0).hides("PAGE");
    answered(&[MARKS], &["--no-pager"]).sees("D'abord").ends(0).hides("PAGE");
    answered(&[MARKS, ("TERM", "dumb")], &[]).sees("D'abord").ends(0).hides("PAGE");
    // it fits
    answered(&[MARKS], &["--limite", "1"]).sees("087 34 10 53").ends(0).hides("PAGE");
}

#[test]
fn a_pipe_never_goes_through_the_pager() {
    let words = [&["orienter", "--quand", "2026-11-24T10:00", "--sans-questions"], KNOWN].concat();
    Desk::command(80, 24, &[MARKS], "\"$0\" \"$@\" | cat", &words).sees("D'abord").ends(0).hides("PAGE");
}

#[test]
fn a_pager_that_does_not_exist_is_done_without() {
    answered(&[("PAGER", "versqui-pas-de-pageur -x")], &[]).sees("D'abord").sees("Catalogue").ends(0);
}

#[test]
fn leaving_the_pager_early_is_a_success() {
    answered(&[("PAGER", "head -n 1")], &["--tout"]).sees("D'abord").ends(0).hides("Situation");
}

#[test]
fn ctrl_c_in_the_pager_leaves_the_terminal_to_it_until_it_ends() {
    // as less does: it takes the signal and stays, until a key closes it
    let pager = "sh -c 'trap \"echo PRIS\" INT; echo ATTEND; until read -r line </dev/tty; do :; done'";
    answered(&[("PAGER", pager)], &["--tout"]).sees("ATTEND").types(CTRL_C).sees("PRIS").types("\r").ends(0);
}

#[test]
fn the_other_commands_page_too() {
    for words in [
        &["pourquoi", "espace-28", "--commune", "Verviers", "--besoin", "trauma-exil"][..],
        &["fiche", "espace-28", "tele-accueil-107"],
        &["chercher", "psy", "namur"],
        &["catalogue", "lister"],
    ] {
        let line = "exec \"$0\" \"$@\"";
        Desk::command(80, 8, &[MARKS], line, words).sees("PAGE ").ends(0);
    }
}
