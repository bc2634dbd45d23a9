//! Numbered plain lines, over any input and any output: for screen readers, simple terminals and tests. Nothing moves,
//! nothing is drawn over.

use std::io::{self, BufRead, Read, Write};

use crate::catalogue::fold::fold;
use crate::words::questions as words;

use super::prompt::{Prompter, Reply, command, lines_of};
use super::question::{Question, Shape};

/// A longer line is no answer; a line without end would never be one.
const LONGEST: u64 = 4096;

/// A list that is said once, however often its question is asked again.
const LONG: usize = 8;

/// The plain front.
#[derive(Debug)]
pub struct Lines<R, W> {
    input: R,
    output: W,
    /// The commands were said once.
    told: bool,
    /// How wide the terminal is, when it is one.
    columns: Option<usize>,
    /// The question asked last, while it is asked again.
    last: Option<Question>,
}

impl<R: BufRead, W: Write> Lines<R, W> {
    pub const fn new(input: R, output: W) -> Self {
        Self { input, output, told: false, columns: None, last: None }
    }

    /// For a terminal so wide.
    pub fn within(self, columns: u16) -> Self {
        Self { columns: Some(usize::from(columns)), ..self }
    }

    fn line(&mut self, text: &str) -> io::Result<()> {
        for line in lines_of(text, self.columns) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    /// What was written to.
    pub fn into_output(self) -> W {
        self.output
    }

    /// One line, whatever its encoding; `None` at the end of the input.
    fn read(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        if self.input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned()))
    }

    fn show(&mut self, question: &Question) -> io::Result<()> {
        writeln!(self.output)?;
        self.line(&question.wording)?;
        for line in question.note.into_iter().chain(question.current.as_deref()) {
            self.line(line)?;
        }
        if self.last.as_ref() == Some(question) && question.choices.len() > LONG {
            self.line(words::LIST_ABOVE)?;
            return self.prompt(question);
        }
        self.last = Some(question.clone());
        let mut heading: Option<&str> = None;
        for (at, choice) in question.choices.iter().enumerate() {
            if choice.group.as_deref() != heading {
                heading = choice.group.as_deref();
                self.line(heading.unwrap_or_default())?;
            }
            self.line(&format!("{:>4}. {}", at + 1, choice.label))?;
        }
        if !self.told {
            self.told = true;
            self.line(words::LINE_COMMANDS)?;
        }
        self.prompt(question)
    }

    fn prompt(&mut self, question: &Question) -> io::Result<()> {
        let prompt = match question.shape {
            Shape::Text => words::text_prompt(question.skip),
            Shape::SeveralOrWords => words::words_prompt(question.skip),
            Shape::OneOrWords => words::word_prompt(question.skip),
            Shape::One | Shape::Several | Shape::Recap | Shape::Menu => words::number_prompt(question.skip),
        };
        write!(self.output, "{prompt}")?;
        self.output.flush()
    }
}

impl<R: BufRead, W: Write> Prompter for Lines<R, W> {
    fn ask(&mut self, question: &Question) -> io::Result<Reply> {
        loop {
            self.show(question)?;
            let Some(line) = self.read()? else {
                writeln!(self.output)?;
                return Ok(Reply::EndOfInput);
            };
            if question.choices.len() > LONG && fold(&line) == words::LIST {
                self.last = None;
                continue;
            }
            let reply = command(&line).unwrap_or_else(|| answer(question, line));
            return Ok(reply);
        }
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        self.line(text)?;
        self.output.flush()
    }
}

/// Numbers of the list are choices; anything else is words.
fn answer(question: &Question, line: String) -> Reply {
    let numbers: Option<Vec<usize>> = line
        .split([' ', ',', ';'])
        .filter(|word| !word.is_empty())
        .map(|word| word.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < question.choices.len()))
        .collect();
    match (question.shape, numbers) {
        (Shape::Several | Shape::SeveralOrWords | Shape::Recap, Some(mut numbers)) if !numbers.is_empty() => {
            numbers.sort_unstable();
            numbers.dedup();
            Reply::Chosen(numbers)
        }
        (Shape::One | Shape::OneOrWords | Shape::Menu, Some(numbers)) if numbers.len() == 1 => Reply::Chosen(numbers),
        _ => Reply::Typed(line),
    }
}
