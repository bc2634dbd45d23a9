//! One cell of a flat format: what stands under a path, in one line of text that no spreadsheet runs.

use serde_json::Value;

use super::clean::clean;
use super::fields::leaves;

/// Between the values of an array.
pub const BETWEEN: &str = " ; ";

/// A cell. A number stays one, so that it is never taken for a formula.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Number(String),
    Text(String),
}

impl Cell {
    /// The cell of a record at a path; empty where nothing is known.
    pub fn at(record: &Value, path: &[String]) -> Self {
        let leaves = leaves(record, path);
        match leaves.as_slice() {
            [Value::Number(number)] => Self::Number(number.to_string()),
            leaves => {
                Self::Text(leaves.iter().map(line).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(BETWEEN))
            }
        }
    }

    /// The text as it is, for formats that run nothing.
    pub fn plain(self) -> String {
        match self {
            Self::Number(text) | Self::Text(text) => text,
        }
    }

    /// The text for a spreadsheet: what would be run as a formula begins with `'`.
    pub fn defused(self) -> String {
        match self {
            Self::Text(text) if is_formula(&text) => format!("'{text}"),
            Self::Number(text) | Self::Text(text) => text,
        }
    }
}

/// Whether a spreadsheet could run the text instead of showing it. Full-width signs count: some spreadsheets read them
/// as the plain ones.
fn is_formula(text: &str) -> bool {
    let dangerous = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(dangerous)
}

/// Text on one line: tabs, line breaks and other control characters become a space each, so that a record stays a line.
pub fn on_one_line(text: &str) -> String {
    clean(&text.replace(char::is_control, " ")).into_owned()
}

/// One value in words. The objects of the contract each have theirs: an address on one line, a cost's text.
fn line(value: &Value) -> String {
    let Value::Object(object) = value else {
        return match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
    };
    let text = |key: &str| object.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let with_note = |main: &str, note: Option<&str>| note.map_or(main.to_owned(), |note| format!("{main} ({note})"));
    if let (Some(text), true) = (text("text"), object.contains_key("status")) {
        return text.to_owned();
    }
    if let (Some(value), true) = (text("value"), object.contains_key("kind")) {
        return with_note(value, text("label"));
    }
    if let Some(title) = text("title") {
        return with_note(title, text("date"));
    }
    if let Some(on) = text("on") {
        let how: Vec<&str> = [text("by"), text("how")].into_iter().flatten().collect();
        return with_note(on, Some(how.join(", ")).as_deref().filter(|how| !how.is_empty()));
    }
    if object.contains_key("postal_code") {
        return address(text("street"), text("postal_code"), text("commune"));
    }
    value.to_string()
}

/// « Rue de la Colline, 18, 4800 Verviers ».
pub fn address(street: Option<&str>, postal_code: Option<&str>, commune: Option<&str>) -> String {
    let town = [postal_code, commune].into_iter().flatten().collect::<Vec<_>>().join(" ");
    [street, Some(town.as_str())].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn cell(value: &Value) -> Cell {
        Cell::at(&json!({ "x": value }), &["x".to_owned()])
    }

    #[test]
    fn a_formula_is_shown_and_not_run() {
        let formulas = ["=1+1", "+352 26 12 34", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"];
        for formula in formulas {
            assert_eq!(cell(&json!(formula)).defused(), format!("'{formula}"));
        }
        for harmless in ["087 34 10 53", "24 ans = adulte", "a@b.be", "", "« -18 ans »", "'=1"] {
            assert_eq!(cell(&json!(harmless)).defused(), harmless);
        }
        assert_eq!(cell(&json!(-3.5)).defused(), "-3.5", "a number is no formula");
    }

    #[test]
    fn objects_have_one_line_each() {
        let place =
            json!({"label": null, "street": "Rue de la Colline, 18", "postal_code": "4800", "commune": "Verviers"});
        assert_eq!(cell(&place).plain(), "Rue de la Colline, 18, 4800 Verviers");
        assert_eq!(cell(&json!({"status": "free", "text": "gratuit"})).plain(), "gratuit");
        assert_eq!(
            cell(&json!([{"kind": "phone", "value": "107", "label": "nuit"}, {"kind": "url", "value": "u"}])).plain(),
            "107 (nuit) ; u"
        );
        assert_eq!(cell(&json!({"id": "s", "title": "Titre", "date": "2025"})).plain(), "Titre (2025)");
        assert_eq!(cell(&json!({"on": "2025", "by": "x", "how": "mail"})).plain(), "2025 (x, mail)");
        assert_eq!(cell(&json!({"core": ["a"]})).plain(), r#"{"core":["a"]}"#);
        assert_eq!(cell(&Value::Null).plain(), "");
        assert_eq!(cell(&json!(true)).plain(), "true");
    }

    #[test]
    fn a_line_stays_a_line() {
        assert_eq!(on_one_line("a\tb\r\nc\u{1b}[31m"), "a b  c [31m");
        assert_eq!(on_one_line("abc\u{202e}"), "abc\u{fffd}");
    }
}
