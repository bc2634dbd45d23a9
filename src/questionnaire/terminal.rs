//! Menus in a terminal: the only file that names dialoguer, and where each of their traps is guarded.
//!
//! | trap of dialoguer 0.12 and console 0.16 | guard |
//! |---|---|
//! | panics under 3 rows, at 1 column, or when resized to that while it waits | plain lines; a panic is caught, the question asked again |
//! | counts the bytes of a label as columns, and draws over what is above | labels are cut to the columns there are |
//! | writes « [Page 1/3] » in English beside its own prompt | it is given no prompt: the question is written above |
//! | Esc and `q` are one key in menus, and none in a line of text | « quitter » is an item; on a line, `<` and `q` |
//! | a multiple choice needs the space bar: Enter alone chooses nothing | items are ticked with Enter, in a menu that comes back |
//! | Ctrl-C kills the program with its cursor hidden | a handler is set: menus report it, anything else ends with 130 |
//! | reads /dev/tty when the input is a pipe | plain lines are used then: see [`prompter`] |

use std::io::{self, IsTerminal};
use std::panic::{self, AssertUnwindSafe};

use console::Term;
use dialoguer::theme::Theme;
use dialoguer::{Input, Select};

use crate::interrupt;
use crate::words::menu as menu_words;
use crate::words::questions as words;

use super::lines::Lines;
use super::prompt::{Front, Prompter, Reply, command, front, lines_of};
use super::question::{Question, Shape};

/// The prompter for this terminal: menus where they fit, plain lines elsewhere. Both talk on standard error.
pub fn prompter(dumb: bool, forced_lines: bool) -> Box<dyn Prompter> {
    let term = Term::stderr();
    let piped = !term.is_term() || !io::stdin().is_terminal();
    let plain = dumb || forced_lines || piped;
    interrupt::listen(!plain);
    if plain { Box::new(lines()) } else { Box::new(Terminal { term, told: false }) }
}

fn lines() -> Lines<io::StdinLock<'static>, io::Stderr> {
    let lines = Lines::new(io::stdin().lock(), io::stderr());
    let term = Term::stderr();
    if term.is_term() { lines.within(term.size().1) } else { lines }
}

/// The front with menus.
struct Terminal {
    term: Term,
    /// The keys of a menu were said once.
    told: bool,
}

/// How a menu or a line of text ended.
enum Ended<T> {
    With(T),
    Escape,
    Reply(Reply),
    /// The library failed: the window became too small under it.
    Failed,
}

/// A line of text is introduced by its question above, and by nothing else.
struct Bare;

impl Theme for Bare {
    fn format_input_prompt(&self, f: &mut dyn std::fmt::Write, _: &str, _: Option<&str>) -> std::fmt::Result {
        write!(f, "> ")
    }
}

/// What an item of a menu does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    Choose(usize),
    Open(String),
    Up,
    Type,
    CarryOn,
    Reply(Reply),
}

type Menu = Vec<(String, Item)>;

impl Prompter for Terminal {
    fn ask(&mut self, question: &Question) -> io::Result<Reply> {
        let (rows, columns) = self.term.size();
        if front(rows, columns, false, false) == Front::Lines {
            return lines().ask(question);
        }
        self.say("")?;
        self.say(&question.wording)?;
        for line in question.note.into_iter().chain(question.current.as_deref()) {
            self.say(line)?;
        }
        let reply = match question.shape {
            Shape::Text => self.text(question.skip),
            Shape::One | Shape::OneOrWords | Shape::Recap | Shape::Menu => self.one(question),
            Shape::Several | Shape::SeveralOrWords => self.several(question),
        }?;
        match reply {
            Some(reply) => {
                self.echo(question, &reply)?;
                Ok(reply)
            }
            None => lines().ask(question),
        }
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        let columns = usize::from(self.term.size().1);
        lines_of(text, Some(columns)).iter().try_for_each(|line| self.term.write_line(line))
    }

    /// The screen, and what scrolled off it: the next person must not read it.
    fn wipe(&mut self) -> io::Result<()> {
        self.term.write_str("\u{1b}[H\u{1b}[2J\u{1b}[3J")
    }
}

impl Terminal {
    /// The menu goes once an answer is chosen: the answer stays.
    fn echo(&mut self, question: &Question, reply: &Reply) -> io::Result<()> {
        let text = match reply {
            Reply::Chosen(at) => {
                let labels = at.iter().filter_map(|at| question.choices.get(*at)).map(|choice| choice.label.as_str());
                labels.collect::<Vec<_>>().join(", ")
            }
            // words typed after items were ticked: the items come back as values
            Reply::Typed(text) => question.choices.iter().fold(text.clone(), |text, choice| {
                text.replace(&format!("{}, ", choice.value), &format!("{}, ", choice.label))
            }),
            Reply::Skip => question.skip.to_owned(),
            Reply::Back | Reply::Why | Reply::Quit | Reply::Interrupted | Reply::EndOfInput => {
                return Ok(());
            }
        };
        self.say(&format!("→ {text}"))
    }

    /// `None` when the question must be asked as plain lines.
    fn one(&mut self, question: &Question) -> io::Result<Option<Reply>> {
        let mut menu: Menu =
            question.choices.iter().enumerate().map(|(at, choice)| (choice.label.clone(), Item::Choose(at))).collect();
        if question.shape == Shape::Recap {
            for (at, (label, _)) in menu.iter_mut().enumerate() {
                *label = format!("{}. {label}", at + 1);
            }
            menu.insert(0, (question.skip.to_owned(), Item::Reply(Reply::Skip)));
        }
        if question.shape == Shape::OneOrWords {
            menu.push((type_instead(question).to_owned(), Item::Type));
        }
        menu.extend(commands(question));
        let start = question.chosen.first().copied().unwrap_or_default();
        loop {
            return Ok(match self.menu(&menu, start)? {
                Ended::With(Item::Choose(at)) => Some(Reply::Chosen(vec![at])),
                Ended::With(Item::Type) => match self.text(words::BACK_TO_LIST)? {
                    Some(Reply::Back | Reply::Skip) => continue,
                    other => other,
                },
                Ended::With(Item::Reply(reply)) | Ended::Reply(reply) => Some(reply),
                Ended::With(_) | Ended::Escape => Some(Reply::Back),
                Ended::Failed => None,
            });
        }
    }

    /// Items ticked one by one, group by group when there are groups; going on is an item, and the cursor waits there.
    fn several(&mut self, question: &Question) -> io::Result<Option<Reply>> {
        let mut ticked = question.chosen.clone();
        let mut group: Option<String> = None;
        loop {
            let menu = ticking(question, group.as_deref(), &ticked);
            match self.menu(&menu, 0)? {
                Ended::With(Item::Choose(at)) => {
                    match ticked.iter().position(|other| *other == at) {
                        Some(position) => {
                            ticked.remove(position);
                        }
                        None => ticked.push(at),
                    }
                    group = None;
                }
                Ended::With(Item::Open(name)) => group = Some(name),
                Ended::With(Item::Up) => group = None,
                Ended::Escape if group.is_some() => group = None,
                Ended::With(Item::CarryOn) => {
                    ticked.sort_unstable();
                    return Ok(Some(Reply::Chosen(ticked)));
                }
                Ended::With(Item::Type) => match self.text(words::BACK_TO_LIST)? {
                    Some(Reply::Typed(text)) => {
                        let values = ticked
                            .iter()
                            .filter_map(|at| question.choices.get(*at))
                            .map(|choice| choice.value.as_str());
                        return Ok(Some(Reply::Typed(values.chain([text.as_str()]).collect::<Vec<_>>().join(", "))));
                    }
                    Some(Reply::Back | Reply::Skip) => {}
                    other => return Ok(other),
                },
                Ended::With(Item::Reply(reply)) | Ended::Reply(reply) => return Ok(Some(reply)),
                Ended::Escape => return Ok(Some(Reply::Back)),
                Ended::Failed => return Ok(None),
            }
        }
    }

    fn text(&mut self, skip: &str) -> io::Result<Option<Reply>> {
        self.say(&words::text_commands(skip))?;
        let input = || Input::<String>::with_theme(&Bare).allow_empty(true).report(false).interact_text_on(&self.term);
        Ok(match self.guarded(|| input().map(Some))? {
            Ended::With(line) => Some(command(&line).unwrap_or(Reply::Typed(line))),
            Ended::Escape => Some(Reply::Back),
            Ended::Reply(reply) => Some(reply),
            Ended::Failed => None,
        })
    }

    fn menu(&mut self, menu: &Menu, start: usize) -> io::Result<Ended<Item>> {
        let (rows, columns) = self.term.size();
        if front(rows, columns, false, false) == Front::Lines {
            return Ok(Ended::Failed);
        }
        if !self.told {
            self.told = true;
            self.say(words::MENU_COMMANDS)?;
        }
        if menu.len() + 2 > usize::from(rows) {
            self.say(words::MORE_BELOW)?;
        }
        let labels: Vec<&str> = menu.iter().map(|(label, _)| label.as_str()).collect();
        let labels = labels.iter().map(|label| cut(&lines_of(label, None).concat(), usize::from(columns) - 4));
        let select = Select::new().items(labels).default(start.min(menu.len().saturating_sub(1)));
        let ended = self.guarded(|| select.interact_on_opt(&self.term))?;
        Ok(match ended {
            Ended::With(at) => menu.get(at).map_or(Ended::Escape, |(_, item)| Ended::With(item.clone())),
            Ended::Escape => Ended::Escape,
            Ended::Reply(reply) => Ended::Reply(reply),
            Ended::Failed => Ended::Failed,
        })
    }

    /// Waits for a menu or a line of text; whatever happens to it, the cursor is shown again.
    fn guarded<T>(&self, wait: impl FnOnce() -> dialoguer::Result<Option<T>>) -> io::Result<Ended<T>> {
        interrupt::waiting();
        let hook = panic::take_hook();
        panic::set_hook(Box::new(|_| {}));
        let ended = panic::catch_unwind(AssertUnwindSafe(wait));
        panic::set_hook(hook);
        // after Ctrl-C the handler stays silent: the interview says good-bye and ends
        let interrupted =
            matches!(&ended, Ok(Err(dialoguer::Error::IO(error))) if error.kind() == io::ErrorKind::Interrupted);
        interrupt::waited(interrupted);
        self.term.show_cursor()?;
        match ended {
            _ if interrupted => {
                self.term.write_line("")?;
                Ok(Ended::Reply(Reply::Interrupted))
            }
            Err(_) => Ok(Ended::Failed),
            Ok(Ok(Some(value))) => Ok(Ended::With(value)),
            Ok(Ok(None)) => Ok(Ended::Escape),
            Ok(Err(dialoguer::Error::IO(error))) if error.kind() == io::ErrorKind::UnexpectedEof => {
                Ok(Ended::Reply(Reply::EndOfInput))
            }
            Ok(Err(dialoguer::Error::IO(error))) => Err(error),
        }
    }
}

/// The items that answer nothing: between parentheses, after the answers.
fn commands(question: &Question) -> Menu {
    let skip = (question.skip, Reply::Skip);
    let others = [(words::WHY, Reply::Why), (words::QUIT, Reply::Quit)];
    let items: Vec<(&str, Reply)> = match question.shape {
        Shape::Recap => others.into(),
        Shape::Menu | Shape::OneOrWords => vec![skip],
        _ => [skip].into_iter().chain(others).collect(),
    };
    items.into_iter().map(|(label, reply)| (format!("({label})"), Item::Reply(reply))).collect()
}

/// The item that lets one type instead.
fn type_instead(question: &Question) -> &'static str {
    question.field.map_or(menu_words::ANOTHER, words::type_instead)
}

/// The menu of a multiple choice: its groups, or the choices of one group.
fn ticking(question: &Question, group: Option<&str>, ticked: &[usize]) -> Menu {
    let mut menu = Menu::new();
    if group.is_none() && !ticked.is_empty() {
        let labels: Vec<&str> =
            ticked.iter().filter_map(|at| question.choices.get(*at)).map(|choice| choice.label.as_str()).collect();
        menu.push((words::carry_on(&labels), Item::CarryOn));
    }
    for (at, choice) in question.choices.iter().enumerate() {
        let item = match (&choice.group, group) {
            (Some(name), None) => (name.clone(), Item::Open(name.clone())),
            (name, open) if name.as_deref() == open => {
                let mark = if ticked.contains(&at) { "[x]" } else { "[ ]" };
                (format!("{mark} {}", choice.label), Item::Choose(at))
            }
            _ => continue,
        };
        if menu.last() != Some(&item) {
            menu.push(item);
        }
    }
    if group.is_some() {
        menu.push((format!("({})", words::BACK_TO_GROUPS), Item::Up));
    } else {
        if question.shape == Shape::SeveralOrWords {
            menu.push((type_instead(question).to_owned(), Item::Type));
        }
        menu.extend(commands(question));
    }
    menu
}

/// A label in at most so many bytes.
fn cut(label: &str, bytes: usize) -> String {
    const DOTS: &str = "…";
    if label.len() <= bytes {
        return label.to_owned();
    }
    let mut end = bytes.saturating_sub(DOTS.len());
    while !label.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{DOTS}", &label[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_cut_between_characters() {
        assert_eq!(cut("Seul·e", 16), "Seul·e");
        for bytes in 4..20 {
            let label = cut("J'ai été écouté·e là-bas", bytes);
            assert!(label.len() <= bytes && label.ends_with('…'), "{label}");
        }
    }
}
