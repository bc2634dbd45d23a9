//! What can be done with an answer: a pure state machine, as the questions'. It asks nothing, shows nothing, writes
//! nothing.
//!
//! ```text
//! menu ─▶ pick a service ─▶ sheet, code, why        pick several ─▶ form ─▶ name ─▶ (replace?) ─▶ file
//!   │          └▶ words ─▶ which of these ─▶ …
//!   └▶ change an answer, start again, quit
//! ```

use crate::words::menu as words;
use crate::words::questions::{NONE_OF_THESE, pick_a_number};

use super::heard;
use super::paper::Paper;
use super::prompt::Reply;
use super::question::{Choice, Question, Shape};

/// A service that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// In the catalogue.
    pub position: usize,
    pub label: String,
}

/// What is done with one service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    Sheet,
    Code,
    Reason,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub services: Vec<usize>,
    pub paper: Paper,
    pub name: String,
    pub replace: bool,
}

/// What is to be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Only the next question.
    Nothing,
    Say(String),
    Do(Task, usize),
    /// Search these words, then [`Menu::found`].
    Find(String),
    /// Write, then [`Menu::saved`], [`Menu::exists`], or nothing: the name is asked again.
    Save(File),
    Change,
    Again,
    Quit,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Room {
    Menu,
    Pick(Task),
    Which(Task, String, Vec<Listed>),
    Papers,
    Form(Vec<usize>),
    Name(Vec<usize>, Paper),
    Replace(File),
}

/// Where the menu stands.
#[derive(Debug, Clone)]
pub struct Menu {
    results: Vec<Listed>,
    room: Room,
}

impl Menu {
    /// The menu of an answer.
    pub const fn new(results: Vec<Listed>) -> Self {
        Self { results, room: Room::Menu }
    }

    fn items(&self) -> Vec<(&'static str, Act, Room)> {
        let stay = |act: Act| (act, Room::Menu);
        let items = [
            (words::SHEET, (Act::Nothing, Room::Pick(Task::Sheet))),
            (words::PRINT, (Act::Nothing, Room::Papers)),
            (words::CODE, (Act::Nothing, Room::Pick(Task::Code))),
            (words::REASON, (Act::Nothing, Room::Pick(Task::Reason))),
            (words::CHANGE, stay(Act::Change)),
            (words::AGAIN, stay(Act::Again)),
        ];
        items
            .into_iter()
            // without an answer there is no sheet of it to print; any service can still be asked about
            .filter(|(_, (_, room))| *room != Room::Papers || !self.results.is_empty())
            .map(|(label, (act, room))| (label, act, room))
            .collect()
    }

    /// What is asked now.
    pub fn question(&self) -> Question {
        let labels = |listed: &[Listed]| listed.iter().map(|one| one.label.clone()).collect();
        match &self.room {
            Room::Menu => {
                let items = self.items().iter().map(|item| item.0.to_owned()).collect();
                ask(Shape::Menu, words::TITLE, words::WHY_TITLE, items, words::QUIT)
            }
            Room::Pick(task) => ask(
                Shape::OneOrWords,
                match task {
                    Task::Sheet => words::WHICH_SHEET,
                    Task::Code => words::WHICH_CODE,
                    Task::Reason => words::WHICH_REASON,
                },
                words::WHY_WHICH,
                labels(&self.results),
                words::TO_MENU,
            ),
            Room::Which(_, typed, found) => {
                ask(Shape::Menu, words::which_service(typed), words::WHY_WHICH, labels(found), NONE_OF_THESE)
            }
            Room::Papers => {
                ask(Shape::Several, words::WHICH_PAPERS, words::WHY_PAPERS, labels(&self.results), words::TO_MENU)
            }
            Room::Form(_) => {
                let forms = Paper::ALL.map(|paper| paper.label().to_owned());
                let forms = forms.to_vec();
                ask(Shape::Menu, words::WHICH_FORM, words::WHY_FORM, forms, words::TO_MENU)
            }
            Room::Name(_, paper) => ask(Shape::Text, words::WHICH_NAME, words::WHY_NAME, Vec::new(), paper.name()),
            Room::Replace(file) => {
                let ways = vec![words::OTHER_NAME.to_owned(), words::REPLACE.to_owned()];
                ask(Shape::Menu, words::replace(&file.name), words::WHY_NAME, ways, words::TO_MENU)
            }
        }
    }

    /// Takes a reply to [`Menu::question`]; what ends a session (quitting, Ctrl-C, the end of the input) is not for the
    /// menu.
    pub fn take(&mut self, reply: Reply) -> Act {
        let question = self.question();
        let room = std::mem::replace(&mut self.room, Room::Menu);
        // words that begin a choice are the choice
        let reply = match reply {
            Reply::Typed(text) if !matches!(room, Room::Name(..)) => {
                heard::choice(&text, &question.choices).map_or(Reply::Typed(text), |at| Reply::Chosen(vec![at]))
            }
            reply => reply,
        };
        match (room, reply) {
            (Room::Menu, Reply::Chosen(at)) => self.enter(&at),
            (Room::Menu, Reply::Skip | Reply::Back) => Act::Quit,
            (Room::Pick(task), Reply::Chosen(at)) => one(&self.results, &at, task),
            (Room::Pick(task) | Room::Which(task, ..), Reply::Typed(text)) => {
                self.room = Room::Pick(task);
                Act::Find(text)
            }
            (Room::Which(task, _, found), Reply::Chosen(at)) => one(&found, &at, task),
            (Room::Which(task, ..), _) => self.ask_in(Room::Pick(task)),
            (Room::Papers, Reply::Chosen(at)) if !at.is_empty() => {
                let chosen = at.iter().filter_map(|at| self.results.get(*at));
                self.ask_in(Room::Form(chosen.map(|one| one.position).collect()))
            }
            (Room::Form(services), Reply::Chosen(at)) => match first(&Paper::ALL, &at) {
                Some(paper) => self.ask_in(Room::Name(services, *paper)),
                None => Act::Nothing,
            },
            (Room::Form(_), Reply::Back) => self.ask_in(Room::Papers),
            (Room::Name(services, _), Reply::Back) => self.ask_in(Room::Form(services)),
            (Room::Name(services, paper), Reply::Skip) => self.save(services, paper, paper.name().to_owned(), false),
            (Room::Name(services, paper), Reply::Typed(text)) => self.save(services, paper, paper.named(&text), false),
            (Room::Replace(file), Reply::Chosen(at)) if at == [1] => {
                self.save(file.services, file.paper, file.name, true)
            }
            (Room::Replace(file), Reply::Chosen(_) | Reply::Back) => self.ask_in(Room::Name(file.services, file.paper)),
            (room, Reply::Typed(text)) => {
                self.room = room;
                Act::Say(pick_a_number(&text, question.choices.len()))
            }
            _ => Act::Nothing,
        }
    }

    /// The services that words searched turned out to name; one alone is taken.
    pub fn found(&mut self, typed: &str, found: Vec<Listed>) -> Act {
        let Room::Pick(task) = self.room else {
            return Act::Nothing;
        };
        match found.as_slice() {
            [] => Act::Say(words::no_service(typed)),
            [only] => {
                self.room = Room::Menu;
                Act::Do(task, only.position)
            }
            _ => self.ask_in(Room::Which(task, typed.to_owned(), found)),
        }
    }

    /// The file is written.
    pub fn saved(&mut self) {
        self.room = Room::Menu;
    }

    /// A file of this name was there already, and is as it was.
    pub fn exists(&mut self, file: File) {
        self.room = Room::Replace(file);
    }

    fn enter(&mut self, at: &[usize]) -> Act {
        match at.first().and_then(|at| self.items().into_iter().nth(*at)) {
            Some((_, act, room)) => {
                self.room = room;
                act
            }
            None => Act::Nothing,
        }
    }

    fn ask_in(&mut self, room: Room) -> Act {
        self.room = room;
        Act::Nothing
    }

    /// Until it is written, the name is what is asked.
    fn save(&mut self, services: Vec<usize>, paper: Paper, name: String, replace: bool) -> Act {
        self.room = Room::Name(services.clone(), paper);
        Act::Save(File { services, paper, name, replace })
    }
}

fn first<'l, T>(list: &'l [T], at: &[usize]) -> Option<&'l T> {
    at.first().and_then(|at| list.get(*at))
}

fn one(listed: &[Listed], at: &[usize], task: Task) -> Act {
    first(listed, at).map_or(Act::Nothing, |one| Act::Do(task, one.position))
}

fn ask(
    shape: Shape,
    wording: impl Into<String>,
    why: &'static str,
    labels: Vec<String>,
    skip: &'static str,
) -> Question {
    let choices = labels.into_iter().map(|label| Choice { value: label.clone(), label, group: None });
    Question {
        field: None,
        shape,
        wording: wording.into(),
        note: None,
        why,
        choices: choices.collect(),
        chosen: Vec::new(),
        current: None,
        skip,
    }
}
