//! What is done with an answer: the menu's acts, done with what the other commands do.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::lookup::find_service;
use crate::lookup::search::Searcher;
use crate::output::save::save;
use crate::output::sheet::{SheetFormat, Sheets};
use crate::output::{Format, clean};
use crate::questionnaire::{Act, File, Listed, Menu, Paper, Prompter, Reply, Task};
use crate::rules::Known;
use crate::settings::Settings;
use crate::situation::Situation;
use crate::words::{self, NotSaved, menu as menu_words, questions};

use super::super::fiche::{Asked, warnings, write};
use super::super::{Exit, Failure, pourquoi};

/// Services offered for a few words.
const OFFERED: usize = 8;

/// What follows an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Leave,
    Change,
    Again,
}

/// An answer that was written.
pub(super) struct Answer {
    pub exit: Exit,
    pub situation: Situation,
    /// The services shown.
    pub listed: Vec<Listed>,
}

/// An answer, and what can be done with it.
pub(super) struct After<'s> {
    known: &'s Known,
    settings: &'s Settings,
    out: &'s mut dyn Write,
    answer: &'s Answer,
    menu: Menu,
}

impl<'s> After<'s> {
    pub(super) fn new(known: &'s Known, settings: &'s Settings, out: &'s mut dyn Write, answer: &'s Answer) -> Self {
        let cleaned = answer.listed.iter().map(|one| Listed { label: clean(&one.label).into_owned(), ..one.clone() });
        let menu = Menu::new(cleaned.collect());
        Self { known, settings, out, answer, menu }
    }

    /// Asks what to do, and does it, until somebody leaves or wants another answer.
    pub(super) fn stay(mut self, prompter: &mut dyn Prompter) -> Result<Next, Failure> {
        loop {
            let question = self.menu.question();
            let act = match prompter.ask(&question)? {
                Reply::Why => Act::Say(question.why.to_owned()),
                Reply::Quit => Act::Quit,
                Reply::Interrupted => {
                    prompter.say(questions::INTERRUPTED)?;
                    return Err(Failure::Interrupted);
                }
                Reply::EndOfInput => {
                    prompter.say(questions::INPUT_ENDED)?;
                    return Ok(Next::Leave);
                }
                reply => self.menu.take(reply),
            };
            match act {
                Act::Change => return Ok(Next::Change),
                Act::Again => return Ok(Next::Again),
                Act::Quit => {
                    prompter.say(questions::GOODBYE)?;
                    return Ok(Next::Leave);
                }
                act => self.act(act, prompter)?,
            }
        }
    }

    fn act(&mut self, act: Act, prompter: &mut dyn Prompter) -> Result<(), Failure> {
        match act {
            Act::Say(text) => prompter.say(&text)?,
            Act::Do(task, position) => self.task(task, position, prompter)?,
            Act::Find(typed) => {
                let found = self.find(&typed);
                let act = self.menu.found(&typed, found);
                return self.act(act, prompter);
            }
            Act::Save(file) => self.save(file, prompter)?,
            Act::Nothing | Act::Change | Act::Again | Act::Quit => {}
        }
        Ok(())
    }

    /// Shows a sheet, a code, or the reasons.
    fn task(&mut self, task: Task, position: usize, prompter: &mut dyn Prompter) -> Result<(), Failure> {
        let (known, settings) = (self.known, self.settings);
        let situation = &self.answer.situation;
        writeln!(self.out)?;
        let format = match task {
            Task::Reason => {
                pourquoi::tell(position, known, situation, Format::Table, settings, self.out)?;
                return Ok(self.out.flush()?);
            }
            Task::Sheet => SheetFormat::Text,
            Task::Code => SheetFormat::Qr,
        };
        let sheets = Sheets::new(&[position], known, situation);
        let mut notes = warnings(&[position], known, situation);
        let mut text = Vec::new();
        match write(&sheets, format.into(), settings, settings.to_terminal, &mut notes, &mut text) {
            // a code that does not fit the window: said, and the menu comes back
            Err(Failure::Usage(sentence)) => notes.push(sentence),
            ended => ended?,
        }
        settings.pager.show(&text, self.out)?;
        Ok(notes.iter().try_for_each(|note| prompter.say(note))?)
    }

    /// The services that a few words name: the one of that id or name, else the nearest.
    fn find(&self, typed: &str) -> Vec<Listed> {
        let catalogue = self.known.catalogue();
        let positions = if let Ok(position) = find_service(catalogue, typed) {
            vec![position]
        } else {
            let search = Searcher::new(catalogue).search(typed, None);
            let hits = search.hits.iter().take(OFFERED);
            hits.map(|hit| hit.position).collect()
        };
        let listed = positions.into_iter().map(|position| {
            let record = catalogue.records.get(position);
            let kind = self.known.kind(catalogue.facts.get(position));
            let label = menu_words::listed(&record.name, &kind.label);
            let label = clean(&label).into_owned();
            Listed { position, label }
        });
        listed.collect()
    }

    fn save(&mut self, file: File, prompter: &mut dyn Prompter) -> Result<(), Failure> {
        let (known, situation) = (self.known, &self.answer.situation);
        let sheets = Sheets::new(&file.services, known, situation);
        let mut notes = Vec::new();
        let mut bytes = Vec::new();
        let asked = asked(file.paper);
        write(&sheets, asked, self.settings, false, &mut notes, &mut bytes)?;
        let path = at_home(&file.name);
        match save(&path, &bytes, file.replace) {
            Ok(()) => {
                self.menu.saved();
                notes.push(words::saved(&path));
                if asked.format == SheetFormat::Html {
                    notes.push(menu_words::HOW_TO_PRINT.to_owned());
                }
            }
            Err(NotSaved::Exists) => {
                self.menu.exists(file);
                return Ok(());
            }
            Err(error) => notes = vec![words::not_saved_here(&path, &error)],
        }
        Ok(notes.iter().try_for_each(|note| prompter.say(note))?)
    }
}

fn asked(paper: Paper) -> Asked {
    let format = match paper {
        Paper::Page | Paper::LargePage => SheetFormat::Html,
        Paper::Text => SheetFormat::Text,
        Paper::Contact => SheetFormat::Vcard,
        Paper::Message => SheetFormat::Sms,
        Paper::Mail => SheetFormat::Mail,
        Paper::Markdown => SheetFormat::Markdown,
    };
    Asked { large: paper == Paper::LargePage, ..format.into() }
}

/// « ~/fiche.html »: no shell stands between the menu and the file.
fn at_home(name: &str) -> PathBuf {
    match (name.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => Path::new(name).to_owned(),
    }
}
