//! What `chercher` found, at the desk: a few lines a service, its number in plain sight.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::catalogue::fold::fold;
use crate::words::search as words;

use super::super::clean::clean;
use super::super::style::{Role, Style};
use super::{FoundReport, SearchReport};
use crate::wrap::wrap;

/// Writes a search for a person: a few lines a service, its number in plain sight.
///
/// # Errors
/// When the output cannot be written.
pub fn write(report: &SearchReport, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    if report.results.is_empty() {
        return nothing(report, width, out);
    }
    for result in &report.results {
        answer(result, width, style, out)?;
    }
    let mut say = |text: &str| -> io::Result<()> {
        wrap("", text, width).iter().try_for_each(|line| writeln!(out, "{}", style.paint(Role::Quiet, line)))
    };
    for unfound in &report.not_found {
        say(&words::unfound(&clean(&unfound.typed), &unfound.near, report.region.is_some()))?;
    }
    if report.elsewhere > 0 {
        say(&words::better_elsewhere(report.elsewhere, &report.next.join(" ")))?;
    }
    if report.results.len() < report.found {
        say(&words::shown(report.results.len(), report.found))?;
    }
    say(&words::next(&report.results[0].id))
}

fn nothing(report: &SearchReport, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = wrap("", &words::nothing(&clean(&report.query)), width);
    if report.elsewhere > 0 {
        lines.extend(wrap("", &words::elsewhere(report.elsewhere), width));
    }
    for unfound in &report.not_found {
        lines.extend(wrap(
            "  ",
            &words::unfound(&clean(&unfound.typed), &unfound.near, report.region.is_some()),
            width,
        ));
    }
    lines.push(words::TRY.to_owned());
    for command in &report.next {
        let ask = if command.ends_with("orienter") { words::ASK } else { "" };
        lines.push(format!("  {command}  {ask}").trim_end().to_owned());
    }
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn answer(result: &FoundReport, width: usize, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let phone = result.contacts.iter().find(|contact| contact.kind == "phone").map(|contact| clean(&contact.value));
    let phone = phone.as_deref().unwrap_or_default();
    let rank = format!("{:<3} ", result.rank);
    // the number stands at the right of the first line; on a narrow screen, on its own
    let beside = if width < 64 || phone.is_empty() { 0 } else { phone.width() + 2 };
    for (at, line) in wrap(&rank, &clean(&result.name), width - beside).iter().enumerate() {
        let painted = highlight(line, if at == 0 { rank.len() } else { 0 }, &result.highlight, style);
        if at == 0 && beside > 0 {
            let gap = " ".repeat(width.saturating_sub(line.width() + phone.width()));
            writeln!(out, "{painted}{gap}{}", style.paint(Role::Phone, phone))?;
        } else {
            writeln!(out, "{painted}")?;
        }
    }
    if beside == 0 && !phone.is_empty() {
        writeln!(out, "    {}", style.paint(Role::Phone, phone))?;
    }
    let mut line = |text: &str, role: Option<Role>| -> io::Result<()> {
        for line in wrap("    ", &clean(text), width) {
            match role {
                Some(role) => writeln!(out, "{}", style.paint(role, line))?,
                None => writeln!(out, "{line}")?,
            }
        }
        Ok(())
    };
    let town = result.address.as_ref().and_then(|address| address.commune.as_deref());
    let parts: Vec<&str> =
        [Some(result.kind_label.as_str()), result.organization.as_deref(), town].into_iter().flatten().collect();
    line(&parts.join(" · "), None)?;
    if phone.is_empty() {
        let other = result.contacts.first().map(|contact| contact.value.as_str()).or(result.how_to_reach.as_deref());
        line(other.unwrap_or_default(), None)?;
    }
    line(&format!("{} · {}", result.id, result.found_text), Some(Role::Quiet))?;
    writeln!(out)
}

/// The words of a line that were found, in their role; the first `skip` bytes are left as they are.
fn highlight(line: &str, skip: usize, found: &[String], style: Style) -> String {
    if !style.color || found.is_empty() {
        return line.to_owned();
    }
    let (head, mut rest) = line.split_at(skip.min(line.len()));
    let mut painted = head.to_owned();
    while !rest.is_empty() {
        let is_word = |c: char| c.is_alphanumeric() || c == '·';
        let end = |wanted: bool| rest.find(|c| is_word(c) != wanted).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end(rest.starts_with(is_word)));
        if found.contains(&fold(word)) {
            painted.push_str(&style.paint(Role::Match, word));
        } else {
            painted.push_str(word);
        }
        rest = after;
    }
    painted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_found_are_painted_and_only_in_colour() {
        let found = ["entr".to_owned(), "act".to_owned()];
        assert_eq!(highlight("L’Entr’Act", 0, &found, Style { color: false }), "L’Entr’Act");
        assert_eq!(
            highlight("1 L’Entr’Act", 2, &found, Style { color: true }),
            "1 L’\u{1b}[1;4mEntr\u{1b}[0m’\u{1b}[1;4mAct\u{1b}[0m"
        );
    }
}
