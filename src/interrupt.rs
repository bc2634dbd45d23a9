//! Ctrl-C: who takes it, and how the program ends when nobody does.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use console::Term;

/// What the shell sees after Ctrl-C.
const INTERRUPTED: i32 = 130;

/// Longer than a menu takes to report the key it read.
const MOMENT: Duration = Duration::from_millis(300);

/// A pager is at work: Ctrl-C is its own affair.
static PAGING: AtomicBool = AtomicBool::new(false);
/// A menu waits for a key, and reads Ctrl-C as one.
static WAITING: AtomicBool = AtomicBool::new(false);
/// A menu has read Ctrl-C: whoever showed it ends the program.
static REPORTED: AtomicBool = AtomicBool::new(false);
/// A cursor may have been hidden.
static MENUS: AtomicBool = AtomicBool::new(false);

/// From now on, Ctrl-C ends the program with a cursor and a fresh line, unless a menu or a pager takes it.
pub fn listen(menus: bool) {
    MENUS.fetch_or(menus, Ordering::SeqCst);
    terminal::remember();
    // a second handler is refused, and changes nothing
    ctrlc::set_handler(take).ok();
}

/// A pager begins, or has ended.
pub fn paging(begins: bool) {
    PAGING.store(begins, Ordering::SeqCst);
}

/// A menu begins to wait for a key.
pub fn waiting() {
    WAITING.store(true, Ordering::SeqCst);
}

/// It waits no longer; whether Ctrl-C is what it read.
pub fn waited(interrupted: bool) {
    REPORTED.store(interrupted, Ordering::SeqCst);
    WAITING.store(false, Ordering::SeqCst);
}

fn take() {
    if PAGING.load(Ordering::SeqCst) {
        return;
    }
    // a signal that came just before the menu read its first key, or from elsewhere, is reported by nobody
    if WAITING.load(Ordering::SeqCst) {
        sleep(MOMENT);
    }
    if REPORTED.load(Ordering::SeqCst) {
        return;
    }
    terminal::restore();
    let term = Term::stderr();
    if MENUS.load(Ordering::SeqCst) {
        term.show_cursor().ok();
    }
    term.write_line("").ok();
    std::process::exit(INTERRUPTED);
}

/// A menu reads keys one by one: the terminal is given back as it was, lines and echo.
#[cfg(unix)]
mod terminal {
    use std::io::stdin;
    use std::sync::OnceLock;

    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

    static BEFORE: OnceLock<Option<Termios>> = OnceLock::new();

    pub(super) fn remember() {
        BEFORE.get_or_init(|| tcgetattr(stdin()).ok());
    }

    pub(super) fn restore() {
        if let Some(Some(before)) = BEFORE.get() {
            tcsetattr(stdin(), OptionalActions::Now, before).ok();
        }
    }
}

#[cfg(not(unix))]
mod terminal {
    pub(super) const fn remember() {}
    pub(super) const fn restore() {}
}
