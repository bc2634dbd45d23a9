//! The table at the desk: safety, the first step and the plan, the situation as understood, then each answer with its
//! number in plain sight.
//!
//! Each answer is a table row of its own, so that its reasons can stand beneath it across the whole width.

use std::io::{self, Write};

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

use crate::words;

use super::clean::clean;
use super::glance;
use super::report::{Report, ResultReport};
use super::safety::write_block;
use super::style::{Role, Style};
use crate::wrap::wrap;

/// The widest telephone number, « 0478 12 34 56 ».
const PHONE: u16 = 13;
const RANK: u16 = 3;
/// Below this, columns would be too thin to be read.
const NARROW: usize = 64;
const DISTANCE: u16 = 9;

/// Writes a report for a person.
///
/// # Errors
/// When the output cannot be written.
pub fn write(report: &Report, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    write_block(&report.safety, &report.advice, width, style, out)?;
    glance::write(report, width, style, out)?;
    let situation = clean(&report.situation_line);
    let lines = if width < NARROW {
        wrap("", &format!("Situation : {situation}"), width)
    } else {
        wrap("Situation : ", &situation, width)
    };
    for line in lines {
        writeln!(out, "{line}")?;
    }
    for line in report.assumed_line.iter().flat_map(|assumed| wrap("", &clean(assumed), width)) {
        writeln!(out, "{}", style.paint(Role::Quiet, line))?;
    }
    writeln!(out)?;
    for note in &report.notes {
        for line in wrap("", &clean(note), width) {
            writeln!(out, "{}", style.paint(Role::Caution, line))?;
        }
        writeln!(out)?;
    }
    if report.results.is_empty() {
        nothing(report, width, out)?;
    }
    for result in &report.results {
        answer(result, width, style, out)?;
    }
    for further in report.further.iter().filter(|_| report.names_further) {
        let phone = further.contacts.iter().find(|contact| contact.kind == "phone");
        let phone = phone.map_or(String::new(), |phone| format!(" ({})", phone.value));
        let text = format!("{}{} : {}", clean(&further.name), clean(&phone), further.because_text);
        for line in wrap("  sans rang ", &text, width) {
            writeln!(out, "{}", style.paint(Role::Quiet, line))?;
        }
    }
    for excluded in &report.excluded_services {
        let text = format!("{} : {}", clean(&excluded.name), clean(&excluded.reasons.join(" ; ")));
        for line in wrap("  écarté  ", &text, width) {
            writeln!(out, "{}", style.paint(Role::Quiet, line))?;
        }
    }
    footer(report, width, style, out)
}

fn nothing(report: &Report, width: usize, out: &mut dyn Write) -> io::Result<()> {
    for line in wrap("", &report.nothing, width) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)
}

/// The widths of the columns name, cost and the three fixed ones, within the whole.
fn widths(width: usize) -> (u16, u16) {
    let fixed = usize::from(PHONE + RANK + DISTANCE) + 4;
    let room = u16::try_from(width.saturating_sub(fixed).max(12)).unwrap_or(u16::MAX);
    let cost = (room * 2 / 5).clamp(6, 30);
    (room - cost, cost)
}

fn answer(result: &ResultReport, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let narrow = width < NARROW;
    let phone =
        result.contacts.iter().find(|contact| contact.kind == "phone").map_or("", |contact| contact.value.as_str());
    let (name, cost) = widths(width);
    if narrow {
        // no room for columns: the same things, one under another, the number first
        let title = format!("{} · {}", clean(&result.name), clean(&result.kind_label));
        for line in wrap(&format!("{:<3}", result.rank), &title, width) {
            writeln!(out, "{}", style.paint(Role::Title, line))?;
        }
        if !phone.is_empty() {
            writeln!(out, "   {}", style.paint(Role::Phone, clean(phone)))?;
        }
        let facts = [result.cost.text.as_str(), &result.distance_text].join(" · ");
        for line in wrap("   ", clean(&facts).trim_end_matches(" · "), width) {
            writeln!(out, "{line}")?;
        }
    } else {
        row(result, phone, &[RANK, name, cost, DISTANCE, PHONE], style, out)?;
    }
    details(result, phone, width, style, out)?;
    writeln!(out)
}

fn row(result: &ResultReport, phone: &str, columns: &[u16], style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(columns.iter().sum::<u16>() + 4);
    table.add_row([
        result.rank.to_string(),
        format!("{}\n{} · {}", clean(&result.name), result.step_text, clean(&result.kind_label)),
        clean(&result.cost.text).into_owned(),
        result.distance_text.clone(),
        clean(phone).into_owned(),
    ]);
    for (at, width) in columns.iter().enumerate() {
        if let Some(column) = table.column_mut(at) {
            let gap = u16::from(at + 1 < columns.len());
            column.set_padding((0, gap)).set_constraint(ColumnConstraint::Absolute(Width::Fixed(width + gap)));
        }
    }
    for (at, line) in table.to_string().lines().enumerate() {
        let line = line.trim_end();
        match line.strip_suffix(phone).filter(|_| at == 0 && !phone.is_empty()) {
            Some(rest) => writeln!(out, "{rest}{}", style.paint(Role::Phone, phone))?,
            None => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

fn details(result: &ResultReport, phone: &str, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut line = |label: &str, text: &str, role: Option<Role>| -> io::Result<()> {
        for wrapped in wrap(&format!("   {label} "), &clean(text), width) {
            match role {
                Some(role) => writeln!(out, "{}", style.paint(role, wrapped))?,
                None => writeln!(out, "{wrapped}")?,
            }
        }
        Ok(())
    };
    let others: Vec<String> = result
        .contacts
        .iter()
        .filter(|contact| contact.value != phone)
        .map(|contact| match &contact.label {
            Some(label) => format!("{} ({label})", contact.value),
            None => contact.value.clone(),
        })
        .collect();
    if !others.is_empty() {
        line("→", &others.join(" · "), None)?;
    }
    if let Some(address) = &result.address {
        let town = [address.postal_code.as_deref(), address.commune.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        let parts: Vec<&str> = [address.street.as_deref(), Some(town.as_str())]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect();
        line("→", &parts.join(", "), None)?;
    }
    if let Some(how) = &result.how_to_reach {
        line("→", how, None)?;
    }
    if let Some(opening) = &result.opening_text {
        line("→", opening, None)?;
    }
    line("+", &result.why.join(" ; "), None)?;
    if let Some(over) = &result.cost.over_budget {
        line("€", over, None)?;
    }
    if !result.to_check.is_empty() {
        let text = format!("à vérifier : {}", result.to_check.join(" ; "));
        line("?", &text, Some(Role::Caution))?;
    }
    line("·", &format!("source : {}", result.source_text), Some(Role::Quiet))
}

fn footer(report: &Report, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    for sentence in footer_sentences(report) {
        for line in wrap("", &sentence, width) {
            writeln!(out, "{}", style.paint(Role::Quiet, line))?;
        }
    }
    Ok(())
}

/// What is not shown, what would sharpen the answer, and what the program does not know.
pub(super) fn footer_sentences(report: &Report) -> Vec<String> {
    let mut sentences = Vec::new();
    let (shown, found) = (report.results.len(), report.found);
    if shown < found {
        sentences.push(words::shown_of(shown, found));
    }
    if report.excluded > 0 && report.excluded_services.is_empty() {
        sentences.push(words::set_aside(report.excluded));
    }
    sentences.extend(report.further_line.clone());
    if !report.questions.is_empty() {
        sentences.push(format!("Pour affiner : {}.", report.questions.join(", ")));
    }
    sentences.push(format!(
        "Catalogue {} ({} services). versqui ne connaît pas les places libres et ne pose pas de diagnostic : appelez avant d'envoyer.",
        report.catalogue.version, report.catalogue.services
    ));
    sentences
}
