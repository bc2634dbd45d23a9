//! The first glance: one step to take now, with its number in plain sight, then the plan in a few lines. The reasons
//! and the conditions stand in the table below.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::words::glance as words;

use super::clean::clean;
use super::report::{Report, ResultReport};
use super::style::{Role, Style};
use crate::wrap::wrap;

/// A plan of so few answers is the table itself.
const FEW: usize = 3;
/// Answers named for one step of the plan.
const NAMED: usize = 2;
/// Below this, the number stands on a line of its own.
const NARROW: usize = 64;
/// Room for « En attendant ».
const MARGIN: usize = 14;

/// Writes the first glance; nothing for a single answer, which is one already.
///
/// # Errors
/// When the output cannot be written.
pub fn write(report: &Report, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if report.results.len() < 2 {
        return Ok(());
    }
    let mut lines = Lines { width, style, out };
    // in danger the first step is a number of the safety block
    let first = report.results.iter().find(|result| result.step == "d-abord");
    let plan = plan(report);
    if first.is_none() && plan.is_empty() {
        return Ok(());
    }
    if let Some(first) = first {
        lines.first(first)?;
    }
    let number = |results: &[&ResultReport]| results.iter().any(|result| phone(result).is_some());
    if first.is_some_and(|first| phone(first).is_none()) && !number(&plan) {
        let by_phone = report.results.iter().find(|result| phone(result).is_some());
        if let Some(result) = by_phone {
            lines.one(words::BY_PHONE, result)?;
        }
    }
    let mut step = "";
    for result in plan {
        let label = if result.step == step { String::new() } else { words::step(result.step_text) };
        step = result.step;
        lines.one(&label, result)?;
    }
    writeln!(lines.out)
}

/// The steps after the first, each with its first answers; without the numbers of the safety block.
fn plan(report: &Report) -> Vec<&ResultReport> {
    if report.results.len() <= FEW {
        return Vec::new();
    }
    let said = |result: &&ResultReport| {
        let numbers = report.safety.iter().flat_map(|line| &line.contacts);
        phone(result).is_some_and(|phone| numbers.into_iter().any(|number| number.value == phone))
    };
    let of_step = |step: &'static str| {
        let results = report.results.iter().filter(move |one| one.step == step);
        results.filter(|one| !said(one)).take(NAMED)
    };
    ["tout-de-suite", "aussi", "en-attendant"].into_iter().flat_map(of_step).collect()
}

struct Lines<'o> {
    width: usize,
    style: Style,
    out: &'o mut dyn Write,
}

impl Lines<'_> {
    /// Its name and its number, why it, what it costs, whether it is open.
    fn first(&mut self, result: &ResultReport) -> io::Result<()> {
        self.named(&words::step(result.step_text), &clean(&result.name), result)?;
        let indent = self.indent();
        let room = self.width.saturating_sub(indent.width());
        let why = result.why.iter().filter(|why| **why != result.cost.text).fold(String::new(), |line, why| {
            let longer = if line.is_empty() { why.clone() } else { format!("{line} ; {why}") };
            if line.is_empty() || longer.width() <= room { longer } else { line }
        });
        let opening = match (&result.opening_text, phone(result)) {
            (Some(text), _) => Some(beginning(text)),
            (None, Some(_)) => Some(words::HOURS_UNKNOWN),
            (None, None) => None,
        };
        let facts = [Some(result.cost.text.as_str()), opening];
        let facts: Vec<&str> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
        self.text(&indent, &why, None)?;
        self.text(&indent, &facts.join(" · "), None)?;
        if phone(result).is_none() {
            let reach =
                result.how_to_reach.as_deref().or(result.contacts.first().map(|contact| contact.value.as_str()));
            self.text(&indent, reach.unwrap_or(words::NO_CONTACT), None)?;
        }
        if result.verdict == "to_check" {
            self.text(&indent, words::TO_CHECK, Some(Role::Caution))?;
        }
        Ok(())
    }

    fn one(&mut self, label: &str, result: &ResultReport) -> io::Result<()> {
        let name = format!("{}. {}", result.rank, clean(&result.name));
        self.named(label, &name, result)
    }

    /// A label, a name, a number at the right.
    fn named(&mut self, label: &str, name: &str, result: &ResultReport) -> io::Result<()> {
        let number = phone(result).map(clean).unwrap_or_default();
        let narrow = self.width < NARROW;
        let beside = if narrow || number.is_empty() { 0 } else { number.width() + 2 };
        if narrow && !label.is_empty() {
            writeln!(self.out, "{}", self.style.paint(Role::Title, label))?;
        }
        let begin = if narrow { self.indent() } else { format!("{label:<MARGIN$}") };
        for (at, line) in wrap(&begin, name, self.width - beside).iter().enumerate() {
            let painted = match line.strip_prefix(label).filter(|_| !narrow && at == 0) {
                Some(rest) => format!("{}{rest}", self.style.paint(Role::Title, label)),
                None => line.clone(),
            };
            if at == 0 && beside > 0 {
                let gap = " ".repeat(self.width.saturating_sub(line.width() + number.width()));
                writeln!(self.out, "{painted}{gap}{}", self.style.paint(Role::Phone, &number))?;
            } else {
                writeln!(self.out, "{painted}")?;
            }
        }
        if narrow && !number.is_empty() {
            writeln!(self.out, "{}{}", self.indent(), self.style.paint(Role::Phone, &number))?;
        }
        Ok(())
    }

    fn text(&mut self, indent: &str, text: &str, role: Option<Role>) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        for line in wrap(indent, &clean(text), self.width) {
            match role {
                Some(role) => writeln!(self.out, "{}", self.style.paint(role, line))?,
                None => writeln!(self.out, "{line}")?,
            }
        }
        Ok(())
    }

    fn indent(&self) -> String {
        " ".repeat(if self.width < NARROW { 2 } else { MARGIN })
    }
}

/// The first sentence, or the first part of it: the whole stands in the table.
fn beginning(text: &str) -> &str {
    let ends = [". ", " ; ", " (", " : "];
    let end = ends.iter().filter_map(|end| text.find(end)).min();
    text[..end.unwrap_or(text.len())].trim_end_matches('.')
}

fn phone(result: &ResultReport) -> Option<&str> {
    result.contacts.iter().find(|contact| contact.kind == "phone").map(|contact| contact.value.as_str())
}
