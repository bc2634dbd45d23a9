//! A session at the desk: the questions, the answer, then what is done with it, as often as there are people.

use std::io::Write;

use crate::output::{Format, Layout, Report, Screen, Show, Style, write_report};
use crate::questionnaire::{InterviewError, Listed, Outcome, Prompter, interview, review};
use crate::rules::{Known, orient_first};
use crate::settings::Settings;
use crate::situation::Typed;
use crate::words::menu as words;

use super::super::{Exit, Failure};
use super::after::{After, Answer, Next};

/// What answers are made from and written to.
pub(super) struct Desk<'d> {
    pub known: &'d Known,
    pub layout: &'d Layout,
    pub show: Show,
    pub settings: &'d Settings,
    pub out: &'d mut dyn Write,
}

impl Desk<'_> {
    /// Asks, answers, and stays for what comes after when somebody is there.
    pub(super) fn session(&mut self, typed: Typed, stays: bool, prompter: &mut dyn Prompter) -> Result<Exit, Failure> {
        let at = typed.at.clone();
        let mut asked = self.ask(typed, prompter, interview)?;
        let mut exit = Exit::Found;
        while let Some(mut typed) = asked {
            let mut answer = self.answer(&typed)?;
            exit = answer.exit;
            if !stays {
                break;
            }
            asked = loop {
                let after = After::new(self.known, self.settings, self.out, &answer);
                match after.stay(prompter)? {
                    Next::Leave => return Ok(exit),
                    Next::Change => {
                        let Some(changed) = self.ask(typed.clone(), prompter, review)? else {
                            return Ok(exit);
                        };
                        if changed != typed {
                            typed = changed;
                            answer = self.answer(&typed)?;
                            exit = answer.exit;
                        }
                    }
                    // nothing of this person stays, neither on the screen nor in what is known
                    Next::Again => {
                        prompter.wipe()?;
                        let at = at.clone();
                        let nobody = Typed { at, ..Typed::default() };
                        break self.ask(nobody, prompter, interview)?;
                    }
                }
            };
        }
        Ok(exit)
    }

    /// Holds an interview; `None` when somebody quits.
    fn ask(&self, typed: Typed, prompter: &mut dyn Prompter, hold: Interview) -> Result<Option<Typed>, Failure> {
        match hold(typed, self.known.catalogue(), self.settings.now, prompter) {
            Ok(Outcome::Answered(typed)) => Ok(Some(typed)),
            Ok(Outcome::Quit) => Ok(None),
            Ok(Outcome::Interrupted) => Err(Failure::Interrupted),
            Err(InterviewError::Prompt(error)) => Err(Failure::Output(error)),
            Err(InterviewError::Mistakes(mistakes)) => Err(Failure::Mistakes(mistakes)),
        }
    }

    /// Writes the answer to a situation.
    pub(super) fn answer(&mut self, typed: &Typed) -> Result<Answer, Failure> {
        let (known, show) = (self.known, self.show);
        let situation = typed.read(known.catalogue(), self.settings.now).map_err(Failure::Mistakes)?;
        let orientation = orient_first(known, &situation, show.limit);
        let report = Report::new(&orientation, known, &situation, show);
        let screen = Screen { width: self.settings.width, style: Style { color: self.settings.color } };
        if self.layout.format == Format::Table {
            let mut text = Vec::new();
            write_report(self.layout, &report, screen, &mut text)?;
            self.settings.pager.show(&text, self.out)?;
        } else {
            write_report(self.layout, &report, screen, self.out)?;
        }
        let positions = orientation.results.iter().map(|one| one.service.position);
        let listed = positions
            .zip(&report.results)
            .map(|(position, result)| Listed { position, label: words::listed(&result.name, &result.kind_label) });
        Ok(Answer {
            exit: if report.results.is_empty() { Exit::NothingFound } else { Exit::Found },
            listed: listed.collect(),
            situation,
        })
    }
}

/// How questions are put: all the open ones, or the lines of a recap to change.
type Interview = fn(
    Typed,
    &'static crate::catalogue::Catalogue,
    crate::catalogue::date::Moment,
    &mut dyn Prompter,
) -> Result<Outcome, InterviewError>;
