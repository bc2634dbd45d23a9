//! The interview: the machine's order, the prompter's replies, and the reading of each answer.

use std::io;

use crate::catalogue::date::Moment;
use crate::catalogue::fold::fold;
use crate::catalogue::text::is_unprintable;
use crate::catalogue::{Catalogue, Corrupt};
use crate::lookup::{PlaceError, Suggestion};
use crate::orientation::{Known, QUESTION_ORDER, SafetyLine, orient, safety};
use crate::situation::{Answer, Field, Mistake, Situation, Trouble, Typed};
use crate::words::questions as words;

use super::heard::{self, Heard};
use super::machine::{Machine, Turn, UNKNOWN};
use super::prompt::{Prompter, Reply};
use super::question::{Choice, Question, Questions, places};

/// More replies than anybody gives: whatever feeds the questionnaire, it ends.
const MOST_REPLIES: usize = 500;

/// How an interview ends.
#[expect(
    clippy::large_enum_variant,
    reason = "made once, and taken apart at once"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Answered(Typed),
    /// Quit, or nothing more to read.
    Quit,
    /// Ctrl-C.
    Interrupted,
}

/// Why an interview cannot be held.
#[derive(Debug)]
pub enum InterviewError {
    Prompt(io::Error),
    Corrupt(Corrupt),
    /// What was known before the first question cannot be read.
    Mistakes(Vec<Mistake>),
}

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

impl From<Corrupt> for Stop {
    fn from(error: Corrupt) -> Self {
        Self::Failed(InterviewError::Corrupt(error))
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
/// When the terminal fails, when the catalogue is damaged, or when `typed` cannot be read.
pub fn interview(
    typed: Typed,
    catalogue: &Catalogue<'_>,
    now: Moment,
    prompter: &mut dyn Prompter,
) -> Result<Outcome, InterviewError> {
    let machine = Machine::new(typed);
    let held = Interview::new(machine, catalogue, now, prompter)
        .and_then(|mut interview| interview.hold());
    end(held, prompter)
}

/// Reads over answers already given, for some of them to be changed.
///
/// # Errors
/// As [`interview`].
pub fn review(
    typed: Typed,
    catalogue: &Catalogue<'_>,
    now: Moment,
    prompter: &mut dyn Prompter,
) -> Result<Outcome, InterviewError> {
    let machine = Machine::review(typed);
    let held = Interview::new(machine, catalogue, now, prompter).and_then(|mut interview| {
        // the questions were introduced, and the numbers shown, before the answer
        interview.replies = 1;
        interview.alarms = safety::safety(&interview.known, &interview.situation()?);
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

struct Interview<'i, 'a> {
    catalogue: &'i Catalogue<'a>,
    now: Moment,
    known: Known<'a>,
    questions: Questions<'a>,
    machine: Machine,
    prompter: &'i mut dyn Prompter,
    /// The numbers already on the screen.
    alarms: Vec<SafetyLine>,
    replies: usize,
}

impl<'i, 'a> Interview<'i, 'a> {
    fn new(
        machine: Machine,
        catalogue: &'i Catalogue<'a>,
        now: Moment,
        prompter: &'i mut dyn Prompter,
    ) -> Result<Self, Stop> {
        Ok(Self {
            catalogue,
            now,
            known: Known::new(catalogue)?,
            questions: Questions::new(catalogue)?,
            machine,
            prompter,
            alarms: Vec::new(),
            replies: 0,
        })
    }

    fn hold(&mut self) -> Result<Typed, Stop> {
        loop {
            let typed = self.machine.typed().clone();
            let situation = self.situation()?;
            self.sound_alarms(&situation)?;
            let open = self.open(&situation)?;
            while *self.machine.typed() == typed {
                match self.machine.next(&open) {
                    Turn::Ask(field) => self.put(field, &situation)?,
                    Turn::Recap => self.read_over(&situation)?,
                    Turn::Done => return Ok(typed),
                }
            }
        }
    }

    fn situation(&self) -> Result<Situation, Stop> {
        let read = self.machine.typed().read(self.catalogue, self.now)?;
        read.map_err(|mistakes| Stop::Failed(InterviewError::Mistakes(mistakes)))
    }

    /// The questions whose answer could still change something; without a commune, a region is better than nothing.
    fn open(&self, situation: &Situation) -> Result<Vec<Field>, Stop> {
        let mut open = orient(&self.known, situation)?.next_questions;
        if situation.commune == Answer::Declined && !situation.region.is_asked() {
            let rank = |field: &Field| QUESTION_ORDER.iter().position(|other| other == field);
            let after = open
                .iter()
                .position(|field| rank(field) > rank(&Field::Commune))
                .unwrap_or(open.len());
            open.insert(after, Field::Region);
        }
        Ok(open)
    }

    /// The numbers are on the screen before the next question, each of them once.
    fn sound_alarms(&mut self, situation: &Situation) -> Result<(), Stop> {
        let alarming = situation.is_danger()
            || ["idees-suicidaires", "violences"]
                .iter()
                .any(|need| self.known.asks_for(situation, need));
        if !alarming {
            return Ok(());
        }
        let mut lines = safety::safety(&self.known, situation);
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
                Reply::Typed(text) => Said::Typed(
                    text.chars()
                        .filter(|c| !is_unprintable(*c))
                        .take(200)
                        .collect(),
                ),
                Reply::Skip => Said::Skip,
                Reply::Back => Said::Back,
                Reply::Why => {
                    self.prompter.say(question.why)?;
                    continue;
                }
                Reply::Quit => return Err(Stop::Quit),
                Reply::Interrupted => return Err(Stop::Interrupted),
                Reply::EndOfInput => return Err(Stop::EndOfInput),
            });
        }
    }

    /// Puts one question; an answer that cannot be read leaves it open.
    fn put(&mut self, field: Field, situation: &Situation) -> Result<(), Stop> {
        let question = self.questions.about(
            field,
            situation.asking.known().copied(),
            self.machine.answered(),
        );
        match self.ask(&question)? {
            Said::Skip => self.take(field, "", vec![UNKNOWN.to_owned()]),
            Said::Back => self.back(),
            Said::Chosen(at) => self.take(field, "", picked(&question.choices, &at)),
            Said::Typed(text) => match field {
                Field::Commune => self.place(text),
                Field::Age => self.take(field, &text, vec![heard::age(&text)]),
                Field::Budget => self.take(field, &text, vec![heard::budget(&text)]),
                Field::Needs | Field::Wishes | Field::Languages => {
                    self.words(field, &text, &question.choices)
                }
                _ => match heard::choice(&text, &question.choices) {
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
        if self.machine.back() {
            Ok(())
        } else {
            self.say(words::FIRST_QUESTION)
        }
    }

    /// Takes values that the situation can read; says what is wrong with others.
    fn take(&mut self, field: Field, typed: &str, values: Vec<String>) -> Result<(), Stop> {
        let draft = self.machine.draft(field, values);
        if draft.read(self.catalogue, self.now)?.is_ok() {
            self.machine.answer(field, draft);
            return Ok(());
        }
        self.say(&words::unreadable(field, typed))
    }

    /// Reads a place, and has one picked when the text names none, or several.
    fn place(&mut self, mut text: String) -> Result<(), Stop> {
        let mut sure = false;
        loop {
            let draft = self.machine.draft(Field::Commune, vec![text.clone()]);
            let trouble = match draft.read(self.catalogue, self.now)? {
                Ok(situation) => {
                    self.machine.answer(Field::Commune, draft);
                    return if sure {
                        Ok(())
                    } else {
                        self.tell_place(&text, &situation)
                    };
                }
                Err(mistakes) => mistakes.into_iter().next().map(|mistake| mistake.trouble),
            };
            let (wording, near): (String, Vec<Suggestion>) = match trouble {
                Some(Trouble::OutsideRegion { commune, region }) => {
                    return self.say(&words::outside(&commune, region));
                }
                Some(Trouble::Place(PlaceError::Ambiguous(near))) => {
                    (words::several_places(&text), near)
                }
                Some(Trouble::Place(PlaceError::Unknown(near))) if !near.is_empty() => {
                    (words::near_places(&text), near)
                }
                _ => return self.say(&words::no_place(&text)),
            };
            let question = Questions::which(Field::Commune, wording, places(&near));
            match self.ask(&question)? {
                Said::Chosen(at) => match picked(&question.choices, &at).pop() {
                    Some(value) => (text, sure) = (value, true),
                    None => return Ok(()),
                },
                // the beginning of one of these, or another name
                Said::Typed(other) => {
                    let at = heard::choice(&other, &question.choices);
                    let value = at.and_then(|at| picked(&question.choices, &[at]).pop());
                    sure = value.is_some();
                    text = value.unwrap_or(other);
                }
                Said::Skip | Said::Back => return Ok(()),
            }
        }
    }

    /// Says the place back when it is not what was typed, or when something had to be decided.
    fn tell_place(&mut self, typed: &str, situation: &Situation) -> Result<(), Stop> {
        match situation.commune.known() {
            Some(place) if place.note.is_some() || fold(&place.name) != fold(typed) => {
                self.say(&words::understood(place))
            }
            _ => Ok(()),
        }
    }

    /// Needs, wishes or languages in words: each part is a number of the list, a sure hit, or one to pick.
    fn words(&mut self, field: Field, text: &str, choices: &[Choice]) -> Result<(), Stop> {
        let mut values: Vec<String> = Vec::new();
        for part in heard::parts(text) {
            let numbered = part
                .parse::<usize>()
                .ok()
                .and_then(|number| choices.get(number.checked_sub(1)?));
            let meant = match numbered {
                Some(choice) => vec![choice.value.clone()],
                // one part that means nothing here does not lose the others
                None => self.meant(field, part)?.unwrap_or_default(),
            };
            for value in meant {
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        if values.is_empty() {
            Ok(())
        } else {
            self.take(field, text, values)
        }
    }

    /// What a few words mean; picked among a few when they may mean several things. `None`: ask the question again.
    fn meant(&mut self, field: Field, part: &str) -> Result<Option<Vec<String>>, Stop> {
        let mut part = part.to_owned();
        loop {
            let choices = match self.hear(field, &part) {
                Heard::Meant(values) => return Ok(Some(values)),
                Heard::Perhaps(choices) => choices,
                Heard::Nothing => {
                    self.say(&words::no_such_word(field, &part))?;
                    return Ok(None);
                }
            };
            let question = Questions::which(field, words::which_one(&part), choices);
            match self.ask(&question)? {
                Said::Chosen(at) => return Ok(Some(picked(&question.choices, &at))),
                Said::Skip | Said::Back => return Ok(None),
                // the beginning of one of these, or another word
                Said::Typed(other) => match heard::choice(&other, &question.choices) {
                    Some(at) => return Ok(Some(picked(&question.choices, &[at]))),
                    None => part = other,
                },
            }
        }
    }

    fn hear(&self, field: Field, part: &str) -> Heard {
        match field {
            Field::Languages => heard::languages(part),
            Field::Wishes => heard::need(part, &self.questions.wishes),
            _ => heard::need(part, &self.questions.needs),
        }
    }

    /// The recap: changes the lines asked for, or goes on to the answer.
    fn read_over(&mut self, situation: &Situation) -> Result<(), Stop> {
        let (question, fields) = self.questions.recap(situation);
        match self.ask(&question)? {
            Said::Skip => self.machine.change(Vec::new()),
            Said::Back => return self.back(),
            Said::Chosen(at) => self.machine.change(
                at.iter()
                    .filter_map(|at| fields.get(*at).copied())
                    .collect(),
            ),
            Said::Typed(text) => {
                match heard::choice(&text, &question.choices).and_then(|at| fields.get(at)) {
                    Some(field) => self.machine.change(vec![*field]),
                    None => return self.say(&words::pick_a_number(&text, fields.len())),
                }
            }
        }
        Ok(())
    }
}

fn picked(choices: &[Choice], at: &[usize]) -> Vec<String> {
    at.iter()
        .filter_map(|at| choices.get(*at))
        .map(|choice| choice.value.clone())
        .collect()
}
