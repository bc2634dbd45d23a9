//! csv and tsv: a heading, then a record a line.
//!
//! | | separator | line end | quotes | decimals |
//! |---|---|---|---|---|
//! | csv | `,` | CRLF (RFC 4180) | where needed | `3.7` |
//! | csv, `--excel` | `;`, after a UTF-8 mark (BOM) | CRLF | where needed | `3,7`: Belgian spreadsheets read `3.7` as a date |
//! | tsv | tab | LF | never: tabs and line breaks of the data become spaces | `3.7` |

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};
use serde_json::Value;

use super::cell::{Cell, on_one_line};
use super::clean::clean;
use super::fields::Fields;

/// Which spreadsheet a csv is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Rfc4180,
    /// A Belgian spreadsheet.
    Excel,
}

/// Writes records as csv.
///
/// # Errors
/// When the output cannot be written.
pub fn write_csv(
    dialect: Dialect,
    fields: &Fields,
    records: impl Iterator<Item = io::Result<Value>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let delimiter = match dialect {
        Dialect::Rfc4180 => b',',
        Dialect::Excel => {
            out.write_all("\u{feff}".as_bytes())?;
            b';'
        }
    };
    let mut writer = WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).from_writer(out);
    writer.write_record(fields.headings()).map_err(cause)?;
    for record in records {
        let record = record?;
        writer.write_record(fields.iter().map(|path| in_csv(Cell::at(&record, path), dialect))).map_err(cause)?;
    }
    writer.flush()
}

fn in_csv(cell: Cell, dialect: Dialect) -> String {
    match (cell, dialect) {
        (Cell::Number(number), Dialect::Excel) => number.replace('.', ","),
        // line breaks may stay between quotes; nothing else that a terminal would obey
        (cell, _) => cell.defused().split_inclusive(['\n', '\r', '\t']).map(keep_break).collect(),
    }
}

fn keep_break(piece: &str) -> String {
    let body = piece.trim_end_matches(['\n', '\r', '\t']);
    format!("{}{}", clean(body), &piece[body.len()..])
}

/// The error of the output itself: the csv library hides that a reader closed the pipe.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Writes records as tsv.
///
/// # Errors
/// When the output cannot be written.
pub fn write_tsv(
    fields: &Fields,
    records: impl Iterator<Item = io::Result<Value>>,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", fields.headings().join("\t"))?;
    for record in records {
        let record = record?;
        let cells: Vec<String> = fields.iter().map(|path| on_one_line(&Cell::at(&record, path).defused())).collect();
        writeln!(out, "{}", cells.join("\t"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn written(write: impl Fn(&mut Vec<u8>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn row(text: &str) -> impl Iterator<Item = io::Result<Value>> {
        std::iter::once(Ok(json!({"a": text, "b": 3.7})))
    }

    #[test]
    fn csv_is_rfc_4180_and_excel_is_belgian() {
        let fields = Fields::of(&["a", "b"]);
        let csv = written(|out| write_csv(Dialect::Rfc4180, &fields, row("un \"mot\", deux\nlignes"), out));
        assert_eq!(csv, "a,b\r\n\"un \"\"mot\"\", deux\nlignes\",3.7\r\n");
        let excel = written(|out| write_csv(Dialect::Excel, &fields, row("a;b"), out));
        assert_eq!(excel, "\u{feff}a;b\r\n\"a;b\";3,7\r\n");
    }

    #[test]
    fn tsv_has_no_quotes_and_a_record_a_line() {
        let tsv = written(|out| write_tsv(&Fields::of(&["a", "b"]), row("un \"mot\"\tdeux\nlignes"), out));
        assert_eq!(tsv, "a\tb\nun \"mot\" deux lignes\t3.7\n");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_csv_and_never_breaks_a_tsv_line(text in any::<String>()) {
            let fields = Fields::of(&["a", "b"]);
            let csv = written(|out| write_csv(Dialect::Rfc4180, &fields, row(&text), out));
            let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
            let read = reader.records().next().unwrap().unwrap();
            prop_assert_eq!(&read[1], "3.7");
            prop_assert!(!read[0].starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(read[0].chars().filter(char::is_ascii_alphanumeric).collect::<String>(), text.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
            let tsv = written(|out| write_tsv(&fields, row(&text), out));
            prop_assert_eq!(tsv.lines().count(), 2);
            prop_assert!(tsv.lines().all(|line| line.split('\t').count() == 2));
        }
    }
}
