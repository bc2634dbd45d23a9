//! `pourquoi` at the desk: where the service stands, then each criterion with its fact and its source.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::words::{self, why};

use super::super::clean::clean;
use super::super::report::SourceReport;
use super::super::safety::write_block;
use super::super::style::{Role, Style};
use super::WhyReport;
use crate::wrap::wrap;

/// Columns of the answer and of the name of a criterion.
const ANSWER: usize = 10;
const CRITERION: usize = 15;

/// Writes an explanation for a person.
///
/// # Errors
/// When the output cannot be written.
pub fn write(report: &WhyReport, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    write_block(&report.safety, &report.advice, width, style, out)?;
    let title = format!("{} ({}) · {}", report.service.name, report.service.id, report.service.kind_label);
    say("", &title, Some(Role::Title), width, style, out)?;
    say("Situation : ", &report.situation_line, None, width, style, out)?;
    writeln!(out)?;
    for sentence in &report.headline {
        say("", sentence, None, width, style, out)?;
    }
    if !report.changes.is_empty() {
        let heading = if report.outcome == "other-need" { why::NOT_HERE_EITHER } else { why::CHANGES };
        say("", heading, None, width, style, out)?;
        for change in &report.changes {
            say("  - ", &format!("{} : {}", change.name, change.text), None, width, style, out)?;
        }
    }
    writeln!(out)?;
    criteria(report, width, style, out)?;
    if report.outcome != "listed" {
        writeln!(out)?;
        meanwhile(report, width, style, out)?;
    }
    Ok(())
}

/// The table of criteria, each fact with the number of its source; then the sources.
fn criteria(report: &WhyReport, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut sources: Vec<&SourceReport> = Vec::new();
    let mut cited = |source: Option<&'_ SourceReport>| -> String {
        let Some(source) = source.and_then(|source| all_sources(report).find(|other| other.id == source.id)) else {
            return String::new();
        };
        let at = sources.iter().position(|other| other.id == source.id).unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        });
        format!(" [{}]", at + 1)
    };
    let need = &report.need;
    let answer = if need.met { "oui" } else { "non" };
    let text = format!("{}{} ; {}", need.text, cited(need.source.as_ref()), need.asked_text);
    line(answer, why::NEED, &text, width, style, out)?;
    let (silent, told): (Vec<_>, Vec<_>) =
        report.criteria.iter().partition(|one| one.finding == "open" && one.source.is_none());
    for one in told {
        let person = one.person.as_ref().map_or(String::new(), |person| format!(" ; la personne : {person}"));
        let ask = one.ask.as_ref().map_or(String::new(), |ask| format!(" ; {ask}"));
        let text = format!("{}{}{person}{ask}", one.fact, cited(one.source.as_ref()));
        line(one.answer, one.name, &text, width, style, out)?;
    }
    if !silent.is_empty() {
        let names: Vec<String> = silent.iter().map(|one| one.name.to_owned()).collect();
        line("oui", why::REST, &format!("{} {}", why::NOTHING_ASKED, words::list(&names, "et")), width, style, out)?;
    }
    if sources.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    say("", why::SOURCES, Some(Role::Quiet), width, style, out)?;
    for (number, source) in (1..).zip(&sources) {
        let text = why::source(&source.title, source.date.as_deref());
        say(&format!("  [{number}] "), &text, Some(Role::Quiet), width, style, out)?;
    }
    Ok(())
}

fn all_sources(report: &WhyReport) -> impl Iterator<Item = &SourceReport> {
    report.need.source.iter().chain(report.criteria.iter().filter_map(|one| one.source.as_ref()))
}

/// One criterion: its answer, its name, then the fact. On a narrow screen the fact stands beneath.
fn line(answer: &str, name: &str, text: &str, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let role = match answer {
        "non" => Some(Role::Alarm),
        "à vérifier" => Some(Role::Caution),
        _ => None,
    };
    let pad = |text: &str, to: usize| format!("{text}{}", " ".repeat(to.saturating_sub(text.width())));
    let head = format!("  {}  {}", pad(answer, ANSWER), pad(name, CRITERION));
    let paint = |line: &str| match role {
        // the head only: colour helps to find the answer
        Some(role) => line.replacen(answer, &style.paint(role, answer), 1),
        None => line.to_owned(),
    };
    if width < 64 {
        writeln!(out, "{}", paint(head.trim_end()))?;
        return say("    ", text, None, width, style, out);
    }
    for (at, line) in wrap(&format!("{head} "), &clean(text), width).iter().enumerate() {
        writeln!(out, "{}", if at == 0 { paint(line) } else { line.clone() })?;
    }
    Ok(())
}

fn meanwhile(report: &WhyReport, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if report.instead.is_empty() {
        return say("", &report.nothing_instead, None, width, style, out);
    }
    say("", why::INSTEAD, None, width, style, out)?;
    for one in &report.instead {
        say(&format!("  {}. ", one.rank), &format!("{} · {}", one.name, one.kind_label), None, width, style, out)?;
        match one.contacts.first() {
            Some(contact) if contact.kind == "phone" => {
                writeln!(out, "     {}", style.paint(Role::Phone, clean(&contact.value)))?;
            }
            contact => {
                let address = one.address.as_ref().map(|address| {
                    [address.street.as_deref(), address.postal_code.as_deref(), address.commune.as_deref()]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(" ")
                });
                let reach =
                    contact.map(|contact| contact.value.clone()).or(address).or_else(|| one.how_to_reach.clone());
                say("     ", &reach.unwrap_or_default(), None, width, style, out)?;
            }
        }
    }
    Ok(())
}

fn say(first: &str, text: &str, role: Option<Role>, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    for line in wrap(first, &clean(text), width) {
        match role {
            Some(role) => writeln!(out, "{}", style.paint(role, line))?,
            None => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}
