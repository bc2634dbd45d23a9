//! The interview: the machine's order, the prompter's replies, and the reading of each answer.

mod reading;

use std::io;

use crate::catalogue::Catalogue;
use crate::catalogue::date::Moment;
use crate::catalogue::text::is_unprintable;
use crate::rules::questions::{Plan, plan};
use crate::rules::{Case, Known, SafetyLine, safety};
use crate::situation::{Answers, Field, Situation, Typed, UNKNOWN, Way};
use crate::words::{questions as words, worth};

use super::heard;
use super::machine::{Machine, Turn};
use super::outcome::{InterviewError, Outcome};
use super::prompt::{Prompter, Reply};
use super::question::{Question, picked};

/// More replies than anybody gives: whatever feeds the questionnaire, it ends.
const MOST_REPLIES: usize = 500;

/// Why an interview stops before its end.
#[derive(Debug)]
enum Stop {
    Quit,
    EndOfInput,
    Interrupted,
    Failed(InterviewError),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Failed(InterviewError::Prompt(error))
    }
}

/// A reply to a question, once the commands that stop or explain are dealt with.
enum Said {
    Chosen(Vec<usize>),
    Typed(String),
    Skip,
    Back,
}

/// Asks what is not known yet and could change the answer, then reads it all over with the person.
///
/// # Errors
/// When the terminal fails, or when `typed` cannot be read.
pub fn interview(
    typed: Typed,
    catalogue: &'static Catalogue,
    now: Moment,
    prompter: &mut dyn Prompter,
) -> Result<Outcome, InterviewError> {
    let machine = Machine::new(typed);
    let held = Interview::new(machine, catalogue, now, prompter).hold();
    end(held, prompter)
}

/// Reads over answers already given, for some of them to be changed.
///
/// # Errors
/// As [`interview`].
pub fn review(
    typed: Typed,
    catalogue: &'static Catalogue,
    now: Moment,
    prompter: &mut dyn Prompter,
) -> Result<Outcome, InterviewError> {
    let machine = Machine::review(typed);
    let mut interview = Interview::new(machine, catalogue, now, prompter);
    // the questions were introduced, and the numbers shown, before the answer
    interview.replies = 1;
    let held = interview.situation().and_then(|situation| {
        interview.alarms = safety::safety(&Case::new(&interview.known, &situation));
        interview.hold()
    });
    end(held, prompter)
}

/// Says good-bye when there is no answer.
fn end(held: Result<Typed, Stop>, prompter: &mut dyn Prompter) -> Result<Outcome, InterviewError> {
    let (farewell, outcome) = match held {
        Ok(typed) => return Ok(Outcome::Answered(typed)),
        Err(Stop::Failed(error)) => return Err(error),
        Err(Stop::Quit) => (words::GOODBYE, Outcome::Quit),
        Err(Stop::EndOfInput) => (words::INPUT_ENDED, Outcome::Quit),
        Err(Stop::Interrupted) => (words::INTERRUPTED, Outcome::Interrupted),
    };
    prompter.say(farewell).map_err(InterviewError::Prompt)?;
    Ok(outcome)
}

struct Interview<'i> {
    catalogue: &'static Catalogue,
    now: Moment,
    known: Known,
    answers: Answers,
    /// What is still worth asking.
    plan: Plan,
    /// The questions of which it was said that they change nothing.
    left_out: Vec<Field>,
    machine: Machine,
    prompter: &'i mut dyn Prompter,
    /// The numbers already on the screen.
    alarms: Vec<SafetyLine>,
    replies: usize,
}

impl<'i> Interview<'i> {
    fn new(machine: Machine, catalogue: &'static Catalogue, now: Moment, prompter: &'i mut dyn Prompter) -> Self {
        Self {
            catalogue,
            now,
            known: Known::new(catalogue),
            answers: Answers::new(catalogue),
            plan: Plan::default(),
            left_out: Vec::new(),
            machine,
            prompter,
            alarms: Vec::new(),
            replies: 0,
        }
    }

    fn hold(&mut self) -> Result<Typed, Stop> {
        loop {
            let typed = self.machine.typed().clone();
            let situation = self.situation()?;
            self.sound_alarms(&situation)?;
            self.plan = plan(&self.known, &self.answers, &situation);
            let open = self.plan.fields();
            while *self.machine.typed() == typed {
                let turn = self.machine.next(&open);
                if !matches!(turn, Turn::Ask(_)) {
                    self.say_left_out(&situation)?;
                }
                match turn {
                    Turn::Ask(field) => self.put(field, &situation)?,
                    Turn::Recap => self.read_over(&situation)?,
                    Turn::Done => return Ok(typed),
                }
            }
        }
    }

    /// Says, once, which of the questions that everybody expects are not asked, and why.
    fn say_left_out(&mut self, situation: &Situation) -> Result<(), Stop> {
        let left_out = self.plan.left_out();
        if left_out.iter().all(|field| self.left_out.contains(field)) {
            return Ok(());
        }
        let asking = situation.asking.known().copied();
        self.say(&worth::left_out(&left_out, asking))?;
        self.left_out = left_out;
        Ok(())
    }

    fn situation(&self) -> Result<Situation, Stop> {
        let read = self.machine.typed().read(self.catalogue, self.now);
        read.map_err(|mistakes| Stop::Failed(InterviewError::Mistakes(mistakes)))
    }

    /// The numbers are on the screen before the next question, each of them once.
    fn sound_alarms(&mut self, situation: &Situation) -> Result<(), Stop> {
        let case = Case::new(&self.known, situation);
        if !case.is_danger() && !case.is_alarming() {
            return Ok(());
        }
        let mut lines = safety::safety(&case);
        lines.retain(|line| !self.alarms.iter().any(|shown| shown.number == line.number));
        if !lines.is_empty() {
            self.prompter.say(&words::alarm(&lines, situation))?;
            self.alarms.extend(lines);
        }
        Ok(())
    }

    /// Asks, and explains as often as it is asked why.
    fn ask(&mut self, question: &Question) -> Result<Said, Stop> {
        loop {
            self.replies += 1;
            if self.replies == 1 {
                self.prompter.say(words::OPENING)?;
            }
            if self.replies > MOST_REPLIES {
                return Err(Stop::EndOfInput);
            }
            return Ok(match self.prompter.ask(question)? {
                Reply::Chosen(at) if at.is_empty() => Said::Skip,
                Reply::Chosen(at) => Said::Chosen(at),
                Reply::Typed(text) => Said::Typed(text.chars().filter(|c| !is_unprintable(*c)).take(200).collect()),
                Reply::Skip => Said::Skip,
                Reply::Back => Said::Back,
                Reply::Why => {
                    self.explain(question)?;
                    continue;
                }
                Reply::Quit => return Err(Stop::Quit),
                Reply::Interrupted => return Err(Stop::Interrupted),
                Reply::EndOfInput => return Err(Stop::EndOfInput),
            });
        }
    }

    /// Why the question is asked, and what its answer changes here.
    fn explain(&mut self, question: &Question) -> Result<(), Stop> {
        let change = question.field.and_then(|field| self.plan.change(field));
        match change.and_then(worth::changes) {
            Some(changes) => self.say(&format!("{}\n{changes}", question.why)),
            None => self.say(question.why),
        }
    }

    /// Puts one question; an answer that cannot be read leaves it open.
    fn put(&mut self, field: Field, situation: &Situation) -> Result<(), Stop> {
        let asking = situation.asking.known().copied();
        let question = Question::about(field, asking, self.machine.answered(), self.catalogue);
        match self.ask(&question)? {
            Said::Skip => self.take(field, "", vec![UNKNOWN.to_owned()]),
            Said::Back => self.back(),
            Said::Chosen(at) => self.take(field, "", picked(&question.choices, &at)),
            Said::Typed(text) => match field.row().way {
                Way::Place => self.place(text),
                Way::Years => self.take(field, &text, vec![heard::age(&text)]),
                Way::Euros => self.take(field, &text, vec![heard::budget(&text)]),
                Way::Named(_) | Way::Languages => self.words(field, &text, &question.choices),
                Way::Pick | Way::YesNo | Way::PickSome | Way::Date => match heard::choice(&text, &question.choices) {
                    Some(at) => self.take(field, &text, picked(&question.choices, &[at])),
                    None => self.say(&words::pick_a_number(&text, question.choices.len())),
                },
            },
        }
    }

    fn say(&mut self, text: &str) -> Result<(), Stop> {
        Ok(self.prompter.say(text)?)
    }

    fn back(&mut self) -> Result<(), Stop> {
        if self.machine.back() { Ok(()) } else { self.say(words::FIRST_QUESTION) }
    }

    /// Takes values that the situation can read; says what is wrong with others.
    fn take(&mut self, field: Field, typed: &str, values: Vec<String>) -> Result<(), Stop> {
        let draft = self.machine.draft(field, values);
        if draft.read(self.catalogue, self.now).is_ok() {
            self.machine.answer(field, draft);
            return Ok(());
        }
        self.say(&words::unreadable(field, typed))
    }

    /// The recap: changes the lines asked for, or goes on to the answer.
    fn read_over(&mut self, situation: &Situation) -> Result<(), Stop> {
        let (question, fields) = Question::recap(situation, self.catalogue);
        match self.ask(&question)? {
            Said::Skip => self.machine.change(Vec::new()),
            Said::Back => return self.back(),
            Said::Chosen(at) => self.machine.change(at.iter().filter_map(|at| fields.get(*at).copied()).collect()),
            Said::Typed(text) => match heard::choice(&text, &question.choices).and_then(|at| fields.get(at)) {
                Some(field) => self.machine.change(vec![*field]),
                None => return self.say(&words::pick_a_number(&text, fields.len())),
            },
        }
        Ok(())
    }
}
