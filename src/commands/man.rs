//! `versqui man`: the manual page of the program, or of one of its commands.

use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::Cli;
use crate::words::manual;

use super::{Exit, Failure, no_such};

pub(super) fn run(path: &[String], out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut root = Cli::command();
    root.build();
    let mut command = &root;
    for name in path {
        command = find(command, name)?;
    }
    out.write_all(page(command)?.as_bytes())?;
    Ok(Exit::Found)
}

fn find<'c>(command: &'c Command, name: &str) -> Result<&'c Command, Failure> {
    let names: Vec<&str> = command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(Command::get_name).collect();
    match command.find_subcommand(name) {
        Some(found) => Ok(found),
        None if names.is_empty() => {
            Err(Failure::Usage(format!("man : « {} » n'a pas de commande « {name} »", command.get_name())))
        }
        None => Err(no_such("man", name, &names)),
    }
}

fn page(command: &Command) -> io::Result<String> {
    let man = Man::new(command.clone());
    let mut page = title(&man.get_filename()).into_bytes();
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    man.render_options_section(&mut page)?;
    if command.get_name() == "versqui" {
        entries(manual::EXAMPLES_HEADING, manual::EXAMPLES, &mut page)?;
        entries(manual::EXITS_HEADING, manual::EXITS, &mut page)?;
        entries(manual::ENVIRONMENT_HEADING, manual::ENVIRONMENT, &mut page)?;
    }
    if let Some(remarks) = command.get_after_help() {
        paragraphs(manual::REMARKS_HEADING, &remarks.to_string(), &mut page)?;
    }
    Ok(in_french(&String::from_utf8_lossy(&page)))
}

/// The generator leaves an empty date out, and what follows slips into its place. French words are not cut by English
/// rules (`.nh`), nor spread over the line (`.ad l`).
fn title(file: &str) -> String {
    let name = file.trim_end_matches(".1").to_uppercase();
    format!(".TH \"{name}\" 1 \"\" \"versqui {}\" \"{}\"\n.nh\n.ad l\n", env!("CARGO_PKG_VERSION"), manual::TITLE)
}

fn paragraphs(heading: &str, text: &str, page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for line in text.lines() {
        roff.text([roman(line)]);
        roff.control("PP", []);
    }
    roff.to_writer(page)
}

fn entries(heading: &str, entries: &[(&str, &str)], page: &mut Vec<u8>) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    for (term, text) in entries {
        roff.control("TP", []);
        roff.text([bold(*term)]);
        roff.text([roman(*text)]);
    }
    roff.to_writer(page)
}

/// The generator's headings in French, and its preamble once instead of before each section.
fn in_french(page: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in page.lines() {
        let preamble = line.starts_with(".ie ") || line.starts_with(".el ");
        if preamble && lines.iter().any(|before| before == line) {
            continue;
        }
        let heading = line.strip_prefix(".SH ").map(|heading| heading.trim_matches('"'));
        let french = manual::HEADINGS.iter().find(|(english, _)| Some(*english) == heading);
        lines.push(french.map_or_else(|| line.to_owned(), |(_, french)| format!(".SH {french}")));
    }
    lines.join("\n") + "\n"
}
