//! `--format markdown`: an orientation to paste in a file or a message, or a table of chosen fields.

use std::io::{self, Write};

use serde_json::Value;

use super::cell::{Cell, address, on_one_line};
use super::fields::Fields;
use super::report::{Report, ResultReport};
use super::safety::spoken;
use super::table::footer_sentences;

/// Writes records as one table.
///
/// # Errors
/// When the output cannot be written.
pub fn write_table(
    fields: &Fields,
    records: impl Iterator<Item = io::Result<Value>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let headings = fields.headings();
    writeln!(out, "| {} |", headings.join(" | "))?;
    writeln!(out, "|{}", " --- |".repeat(headings.len()))?;
    for record in records {
        let record = record?;
        let cells: Vec<String> = fields.iter().map(|path| escape(&Cell::at(&record, path).plain())).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

/// Writes an orientation for a person to read.
///
/// # Errors
/// When the output cannot be written.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# Vers qui se tourner\n")?;
    for line in &report.safety {
        let phone = line.contacts.first().map_or("", |contact| contact.value);
        writeln!(out, "> - **{phone}** {}{} : {}", escape(line.name), spoken(line.languages), line.reason)?;
    }
    if !report.safety.is_empty() && !report.advice.is_empty() {
        writeln!(out, ">")?;
    }
    for sentence in &report.advice {
        writeln!(out, "> {sentence}")?;
    }
    if !report.safety.is_empty() || !report.advice.is_empty() {
        writeln!(out)?;
    }
    writeln!(out, "**Situation** : {}\n", escape(&report.situation_line))?;
    for said in report.assumed_line.iter().chain(&report.notes) {
        writeln!(out, "{}\n", escape(said))?;
    }
    if report.results.is_empty() {
        writeln!(out, "{}\n", report.nothing)?;
    }
    for result in &report.results {
        answer(result, out)?;
    }
    if report.names_further && !report.further.is_empty() {
        writeln!(out, "## Sans rang\n")?;
        for further in &report.further {
            writeln!(out, "- {} : {}", escape(&further.name), further.because_text)?;
        }
        writeln!(out)?;
    }
    if !report.excluded_services.is_empty() {
        writeln!(out, "## Services écartés\n")?;
        for service in &report.excluded_services {
            writeln!(out, "- {} : {}", escape(&service.name), escape(&service.reasons.join(" ; ")))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "---\n")?;
    let footer: Vec<String> = footer_sentences(report).iter().map(|sentence| escape(sentence)).collect();
    writeln!(out, "{}", footer.join("\n\n"))
}

fn answer(result: &ResultReport, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}. {}\n", result.rank, escape(&result.name))?;
    let facts = [result.step_text, &result.kind_label, &result.distance_text, &result.cost.text];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).map(escape).collect();
    writeln!(out, "*{}*\n", facts.join(" · "))?;
    for contact in &result.contacts {
        let (name, value) = match contact.kind {
            "phone" => ("Téléphone", format!("**{}**", escape(&contact.value))),
            "email" => ("Courriel", link(&contact.value, "mailto:")),
            _ => ("Site", link(&contact.value, "")),
        };
        let label = contact.label.as_deref().map_or(String::new(), |label| format!(" ({})", escape(label)));
        writeln!(out, "- {name} : {value}{label}")?;
    }
    let mut point = |name: &str, text: &str| {
        if text.is_empty() { Ok(()) } else { writeln!(out, "- {name} : {}", escape(text)) }
    };
    if let Some(place) = &result.address {
        point("Adresse", &address(place.street.as_deref(), place.postal_code.as_deref(), place.commune.as_deref()))?;
    }
    point("Y entrer", result.how_to_reach.as_deref().unwrap_or_default())?;
    point("Horaire", result.opening_text.as_deref().unwrap_or_default())?;
    point("Pourquoi", &result.why.join(" ; "))?;
    point("Budget", result.cost.over_budget.as_deref().unwrap_or_default())?;
    point("**À vérifier**", &result.to_check.join(" ; "))?;
    point("Source", &result.source_text)?;
    writeln!(out)
}

/// An address between angle brackets, which every reader makes a link of; plain text when it could end them early.
fn link(address: &str, scheme: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '|' | '`');
    let known = !scheme.is_empty() || address.starts_with("https://") || address.starts_with("http://");
    if known && address.chars().all(plain) { format!("<{address}>") } else { escape_word(&on_one_line(address)) }
}

/// Text that Markdown shows as it is, on one line.
fn escape(text: &str) -> String {
    let text = on_one_line(text);
    let address = |word: &str| word.starts_with("https://") || word.starts_with("http://");
    let words: Vec<String> =
        text.split(' ').map(|word| if address(word) { link(word, "") } else { escape_word(word) }).collect();
    let text = words.join(" ");
    // what would begin a list, a heading or a quote
    if text.starts_with(['-', '+', '#', '>', '=']) {
        return format!("\\{text}");
    }
    let number = text.chars().take_while(char::is_ascii_digit).count();
    if number > 0 && text[number..].starts_with(['.', ')']) {
        format!("{}\\{}", &text[..number], &text[number..])
    } else {
        text
    }
}

fn escape_word(word: &str) -> String {
    let mut escaped = String::with_capacity(word.len());
    for c in word.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn data_never_becomes_markup() {
        assert_eq!(
            escape("*gras* | <b> _a_ `x` [y](z) & ~n~"),
            "\\*gras\\* \\| \\<b\\> \\_a\\_ \\`x\\` \\[y\\](z) \\& \\~n\\~"
        );
        assert_eq!(escape("# titre\nligne"), "\\# titre ligne");
        assert_eq!(escape("- point"), "\\- point");
        assert_eq!(escape("1. point"), "1\\. point");
        assert_eq!(escape("voir https://a.be/x_y ici"), "voir <https://a.be/x_y> ici");
        assert_eq!(link("https://a.be/<script>", ""), "https://a.be/\\<script\\>");
        assert_eq!(link("javascript:alert(1)", ""), "javascript:alert(1)");
    }

    #[test]
    fn a_table_cell_cannot_end_its_column() {
        let mut out = Vec::new();
        write_table(&Fields::of(&["a", "b"]), std::iter::once(Ok(json!({"a": "x | y\nz", "b": ["u", "v"]}))), &mut out)
            .unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "| a | b |\n| --- | --- |\n| x \\| y z | u ; v |\n");
    }
}
