//! The environment, the terminal and the clock, read once.

use std::io::IsTerminal;
use std::path::PathBuf;

use crate::catalogue::date::{Moment, PartialDate};
use crate::cli::Global;
use crate::pager::{self, Pager};
use crate::words::PAGER_KEYS;

/// How wide a table is when nothing says.
const DEFAULT_WIDTH: u16 = 100;

/// What the program needs to know of where it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one fact of the terminal")]
pub struct Settings {
    pub catalogue: Option<PathBuf>,
    /// Columns of the output.
    pub width: usize,
    pub rows: usize,
    /// What long answers go through; none where nobody turns pages.
    pub pager: Pager,
    pub color: bool,
    /// Standard output is a terminal.
    pub to_terminal: bool,
    /// Standard error is a terminal that can move its cursor: a progress line may be drawn.
    pub progress: bool,
    /// Questions can be asked: somebody reads standard error and types.
    pub interactive: bool,
    /// The terminal cannot move its cursor.
    pub dumb: bool,
    /// Now, in Brussels.
    pub now: Moment,
}

/// Values of `--couleur`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorChoice {
    Auto,
    Always,
    Never,
}

impl ColorChoice {
    /// Reads the flag's value.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "auto" => Some(Self::Auto),
            "toujours" | "always" => Some(Self::Always),
            "jamais" | "never" => Some(Self::Never),
            _ => None,
        }
    }
}

impl Settings {
    /// Reads the environment, the terminal and the clock.
    pub fn read(global: &Global, color: ColorChoice) -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let text = |name: &str| std::env::var(name).ok();
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let to_terminal = std::io::stdout().is_terminal();
        let size = terminal_size::terminal_size();
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let width = columns.or(size.map(|(width, _)| width.0)).unwrap_or(DEFAULT_WIDTH);
        let rows = size.map_or(24, |(_, height)| usize::from(height.0));
        Self {
            catalogue: global
                .catalogue
                .clone()
                .or_else(|| std::env::var_os("VERSQUI_CATALOGUE").map(PathBuf::from))
                .filter(|path| !path.as_os_str().is_empty()),
            width: usize::from(width).clamp(40, 200),
            rows,
            pager: Pager {
                command: (to_terminal && !dumb && !global.no_pager)
                    .then(|| {
                        let (own, usual) = (text("VERSQUI_PAGER"), text("PAGER"));
                        pager::command(own.as_deref(), usual.as_deref(), PAGER_KEYS)
                    })
                    .flatten(),
                rows,
                columns: size.map_or(usize::from(width), |(columns, _)| usize::from(columns.0)),
            },
            color: match color {
                ColorChoice::Always => true,
                ColorChoice::Never => false,
                ColorChoice::Auto => to_terminal && !dumb && !set("NO_COLOR"),
            },
            to_terminal,
            progress: std::io::stderr().is_terminal() && !to_terminal && !dumb,
            interactive: std::io::stdin().is_terminal() && std::io::stderr().is_terminal(),
            dumb,
            now: now_in_brussels(),
        }
    }
}

/// The clock on a wall in Brussels, whatever the machine's own time zone.
fn now_in_brussels() -> Moment {
    let brussels = jiff::tz::get!("Europe/Brussels");
    let now = jiff::Timestamp::now().to_zoned(brussels).datetime();
    let number = |value: i8| u8::try_from(value).unwrap_or_default();
    Moment {
        date: PartialDate {
            year: u16::try_from(now.year()).unwrap_or_default(),
            month: number(now.month()),
            day: number(now.day()),
        },
        hour: number(now.hour()),
        minute: number(now.minute()),
    }
}
