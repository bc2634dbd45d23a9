//! Tables: a header names the columns, each row is a situation.

use std::borrow::Cow;

use crate::situation::{Field, LineError};

use super::InputError;
use super::entry::{Entry, split};

/// What the columns of a table are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    delimiter: u8,
    columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Asked(Field),
    /// The id, or what is only carried along.
    Carried(String),
}

impl Header {
    /// Reads the first record of a table.
    pub(super) fn read(record: &[u8]) -> Result<Self, InputError> {
        let text = std::str::from_utf8(record).map_err(|_| InputError::HeaderNotText)?;
        let delimiter = delimiter(text);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(record);
        let mut names = csv::StringRecord::new();
        reader.read_record(&mut names).map_err(|_| InputError::HeaderNotText)?;
        let mut columns: Vec<Column> = Vec::new();
        for name in names.iter().map(str::trim) {
            let column = Field::named(name).map_or_else(|| Column::Carried(name.to_owned()), Column::Asked);
            if columns.contains(&column) {
                return Err(InputError::TwiceColumn(name.to_owned()));
            }
            columns.push(column);
        }
        if !columns.iter().any(|column| matches!(column, Column::Asked(_))) {
            return Err(InputError::NoColumn);
        }
        Ok(Self { delimiter, columns })
    }

    pub(super) const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    pub(super) fn entry<'l>(&self, row: &'l csv::ByteRecord) -> Result<Entry<'l>, (Box<Entry<'l>>, LineError)> {
        let mut entry = Entry::default();
        if row.len() != self.columns.len() {
            let error = LineError::Cells(row.len(), self.columns.len());
            return Err((Box::new(entry), error));
        }
        for (column, cell) in self.columns.iter().zip(row) {
            let Ok(cell) = std::str::from_utf8(cell) else {
                return Err((Box::new(entry), LineError::NotText));
            };
            match column {
                Column::Asked(field) if field.is_list() => entry.typed.set(*field, split(cell)),
                Column::Asked(field) => entry.typed.set(*field, vec![cell.trim().to_owned()]),
                Column::Carried(name) => {
                    // a header never names a column twice
                    let cell = serde_json::to_string(cell).unwrap_or_default();
                    entry.carry(Cow::Owned(name.clone()), Cow::Owned(cell), &mut None);
                }
            }
        }
        Ok(entry)
    }
}

/// The separator that cuts the header in the most columns: comma, semicolon (Belgian spreadsheets), tab.
fn delimiter(header: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    for byte in header.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(byte == *delimiter && !quoted);
        }
    }
    // the first of equals
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> csv::ByteRecord {
        csv::ByteRecord::from(cells.to_vec())
    }

    #[test]
    fn the_separator_is_the_one_that_makes_columns() {
        assert_eq!(delimiter("commune,age\n"), b',');
        assert_eq!(delimiter("commune;\"a,b\";besoin\n"), b';');
        assert_eq!(delimiter("commune\tage\n"), b'\t');
        assert_eq!(delimiter("commune\n"), b',');
    }

    #[test]
    fn french_and_english_columns_are_read_and_the_rest_is_carried() {
        let header = Header::read("id;commune;âge;age;besoin\n".as_bytes()).unwrap();
        let cells = row(&["a\"1", " 4800 ", "x", "", "ecoute,deuil"]);
        let entry = header.entry(&cells).unwrap_or_else(|(_, error)| panic!("{error:?}"));
        assert_eq!(entry.id.as_deref(), Some("\"a\\\"1\""));
        assert_eq!(entry.extra, [("âge".into(), "\"x\"".into())]);
        assert_eq!(entry.typed.commune.as_deref(), Some("4800"));
        assert_eq!(entry.typed.age, None);
        assert_eq!(entry.typed.needs, ["ecoute", "deuil"]);
    }

    #[test]
    fn a_table_that_cannot_be_read_is_refused_at_its_header() {
        assert!(matches!(Header::read(b"nom,prenom\n"), Err(InputError::NoColumn)));
        assert!(matches!(Header::read(b"age,age\n"), Err(InputError::TwiceColumn(_))));
        assert!(matches!(Header::read(b"need,besoin\n"), Err(InputError::TwiceColumn(_))));
        assert!(matches!(Header::read(b"\xE9t\xE9,age\n"), Err(InputError::HeaderNotText)));
        let header = Header::read(b"commune,age\n").unwrap();
        let short = row(&["4800"]);
        assert!(matches!(header.entry(&short), Err((_, LineError::Cells(1, 2)))));
    }
}
