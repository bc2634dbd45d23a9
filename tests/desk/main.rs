//! At the desk, on a real pseudo-terminal: keys go in, and a screen is read.
//!
//! Each trap of the terminal library (the table in `src/questionnaire/terminal.rs`) has its test here or beside the
//! code:
//!
//! | trap | test |
//! |---|---|
//! | panics under 3 rows | `traps::three_rows_get_plain_lines`, `traps::a_window_that_shrinks_to_nothing_gets_plain_lines` |
//! | panics at 1 column (Backspace in a line of text) | `traps::a_line_of_text_outlives_a_window_of_one_column` |
//! | counts bytes as columns | `traps::accents_do_not_make_a_menu_draw_over_its_question` |
//! | « [Page 1/3] » in English | `traps::a_long_list_says_in_french_that_it_goes_on` |
//! | Esc, and no way back | `keys::escape_goes_back_one_question`, `keys::a_line_of_text_goes_back_with_a_sign` |
//! | Enter alone chooses nothing in a multiple choice | `keys::several_needs_are_ticked_with_enter` |
//! | Ctrl-C hides the cursor | `keys::ctrl_c_gives_the_cursor_back` |
//! | reads /dev/tty when the input is a pipe | `traps::piped_answers_are_read_from_the_pipe` |
//! | y/n, in English | `traps::yes_and_no_are_french_and_may_stay_unknown` |
//! | cursor codes on TERM=dumb | `traps::a_dumb_terminal_gets_no_code_at_all` |
//! | spins without a terminal (`FuzzySelect`) | left out of the build (Cargo.toml); places: `questionnaire::tests` |
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

mod after;
mod keys;
mod pages;
mod screens;
mod terminal;
mod traps;
