//! Ctrl-C: who takes it, and how the program ends when nobody does.

use std::sync::atomic::{AtomicBool, Ordering};

use console::Term;

/// What the shell sees after Ctrl-C.
const INTERRUPTED: i32 = 130;

/// A menu or a pager is at work: it takes Ctrl-C itself.
static HELD: AtomicBool = AtomicBool::new(false);
/// A cursor may have been hidden.
static MENUS: AtomicBool = AtomicBool::new(false);

/// From now on, Ctrl-C ends the program with a cursor and a fresh line, unless it is held.
pub fn listen(menus: bool) {
    MENUS.fetch_or(menus, Ordering::SeqCst);
    // a second handler is refused, and changes nothing
    ctrlc::set_handler(|| {
        if !HELD.load(Ordering::SeqCst) {
            end();
        }
    })
    .ok();
}

/// Somebody else takes Ctrl-C, or no longer does.
pub fn hold(held: bool) {
    HELD.store(held, Ordering::SeqCst);
}

fn end() {
    let term = Term::stderr();
    if MENUS.load(Ordering::SeqCst) {
        term.show_cursor().ok();
    }
    term.write_line("").ok();
    std::process::exit(INTERRUPTED);
}
