//! One line of NDJSON: what is asked, and what is only carried along.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::situation::{Field, LineError, Typed, Way};

/// What one record says.
#[derive(Debug, Default)]
pub(super) struct Entry<'l> {
    /// As it was written.
    pub(super) id: Option<Cow<'l, str>>,
    /// Keys and values, in JSON, as they were written.
    pub(super) extra: Vec<(Cow<'l, str>, Cow<'l, str>)>,
    pub(super) typed: Typed,
}

/// The keys of an object with their values as they were written, in order.
struct Pairs<'l>(Vec<(Cow<'l, str>, &'l RawValue)>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Pairs<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(Key(key)) = map.next_key()? {
                    pairs.push((key, map.next_value()?));
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

/// A text, borrowed from the line when nothing in it is escaped.
#[derive(serde::Deserialize)]
struct Key<'l>(#[serde(borrow)] Cow<'l, str>);

impl<'l> Entry<'l> {
    /// Reads a line.
    pub(super) fn read(line: &'l [u8]) -> Result<Self, (Box<Self>, LineError)> {
        let mut entry = Self::default();
        match entry.fill(line) {
            Ok(()) => Ok(entry),
            Err(error) => Err((Box::new(entry), error)),
        }
    }

    fn fill(&mut self, line: &'l [u8]) -> Result<(), LineError> {
        let line = std::str::from_utf8(line).map_err(|_| LineError::NotText)?;
        let Pairs(pairs) = serde_json::from_str(line)
            .map_err(|error| if error.is_data() { LineError::NotObject } else { LineError::NotJson(error.column()) })?;
        let mut trouble = None;
        let mut seen: Vec<Field> = Vec::new();
        for (key, value) in pairs {
            let Some(field) = Field::named(&key) else {
                self.carry(key, Cow::Borrowed(value.get()), &mut trouble);
                continue;
            };
            if seen.contains(&field) {
                trouble.get_or_insert(LineError::Twice(key.into_owned()));
            }
            seen.push(field);
            match words(field, value.get()) {
                Some(words) => self.typed.set(field, words),
                None => {
                    trouble.get_or_insert(LineError::Shape(field));
                }
            }
        }
        trouble.map_or(Ok(()), Err)
    }

    /// The id and what is not asked are given back with the answer.
    pub(super) fn carry(&mut self, key: Cow<'l, str>, value: Cow<'l, str>, trouble: &mut Option<LineError>) {
        let twice = if key == "id" {
            self.id.replace(value).is_some()
        } else {
            let known = self.extra.iter().any(|(other, _)| *other == key);
            if !known {
                self.extra.push((key.clone(), value));
            }
            known
        };
        if twice {
            trouble.get_or_insert(LineError::Twice(key.into_owned()));
        }
    }
}

/// The words of a value: a text, a number, a truth, or a list of those; `None` when it is something else.
fn words(field: Field, value: &str) -> Option<Vec<String>> {
    match value.as_bytes().first()? {
        b'[' => {
            let items: Vec<&RawValue> = serde_json::from_str(value).ok()?;
            if !field.is_list() {
                return None;
            }
            let word = |item: &&RawValue| word(field, item.get());
            items.iter().map(word).collect()
        }
        b'{' if matches!(field.row().way, Way::Place) => Some(vec![commune(value)?]),
        b'n' => Some(Vec::new()),
        _ => {
            let word = word(field, value)?;
            Some(if field.is_list() { split(&word) } else { vec![word] })
        }
    }
}

fn word(field: Field, value: &str) -> Option<String> {
    let yes_no = matches!(field.row().way, Way::YesNo);
    match value.as_bytes().first()? {
        b'"' => {
            let Key(text) = serde_json::from_str(value).ok()?;
            Some(text.into_owned())
        }
        b't' if yes_no => Some("oui".to_owned()),
        b'f' if yes_no => Some("non".to_owned()),
        // a table with empty cells often writes 34 as 34.0
        b'-' | b'0'..=b'9' => Some(value.strip_suffix(".0").unwrap_or(value).to_owned()),
        _ => None,
    }
}

/// The commune of an answer, given back as a question.
fn commune(value: &str) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        nis: Option<String>,
        name: Option<String>,
    }
    let named: Named = serde_json::from_str(value).ok()?;
    named.nis.or(named.name)
}

/// Several words in one cell.
pub(super) fn split(cell: &str) -> Vec<String> {
    cell.split([';', ',']).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Entry<'_> {
        Entry::read(line.as_bytes()).unwrap_or_else(|(_, error)| panic!("{line} : {error:?}"))
    }

    fn error(line: &str) -> String {
        format!("{:?}", Entry::read(line.as_bytes()).unwrap_err().1)
    }

    #[test]
    fn numbers_words_and_lists_say_the_same() {
        let entry =
            read(r#"{"commune":4800,"age":34.0,"budget":13.19,"bim":true,"needs":"ecoute; deuil","languages":["fr"]}"#);
        assert!(matches!(entry.typed.commune.as_deref(), Some("4800")));
        assert_eq!(entry.typed.age.as_deref(), Some("34"));
        assert_eq!(entry.typed.budget.as_deref(), Some("13.19"));
        assert_eq!(entry.typed.bim.as_deref(), Some("oui"));
        assert_eq!(entry.typed.needs, ["ecoute", "deuil"]);
    }

    #[test]
    fn what_is_not_asked_is_carried_as_it_was_written() {
        let entry = read(r#"{"id": 7.50, "région": {"b":[1, 2]}, "age":null}"#);
        assert_eq!(entry.id.as_deref(), Some("7.50"));
        assert_eq!(entry.extra, [("région".into(), r#"{"b":[1, 2]}"#.into())]);
        assert_eq!(entry.typed, Typed::default());
    }

    #[test]
    fn an_answer_s_own_commune_is_a_question_again() {
        let entry = read(r#"{"commune":{"nis":"63079","name":"Verviers"},"urgence":"semaine"}"#);
        assert_eq!(entry.typed.commune.as_deref(), Some("63079"));
        assert_eq!(entry.typed.urgency.as_deref(), Some("semaine"));
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert_eq!(error("{\"age\":3"), "NotJson(8)");
        assert_eq!(error("[1]"), "NotObject");
        assert_eq!(error("34"), "NotObject");
        assert_eq!(error(r#"{"age":1,"age":2}"#), "Twice(\"age\")");
        assert_eq!(error(r#"{"x":1,"x":2}"#), "Twice(\"x\")");
        assert_eq!(error(r#"{"age":[1]}"#), "Shape(Age)");
        assert_eq!(error(r#"{"needs":[["a"]]}"#), "Shape(Needs)");
        assert_eq!(error(r#"{"needs":[null]}"#), "Shape(Needs)");
        assert_eq!(error(r#"{"asking":true}"#), "Shape(Asking)");
        let (entry, _) = Entry::read(b"{\"id\":\"a\",\"age\":{}}").unwrap_err();
        assert_eq!(entry.id.as_deref(), Some("\"a\""));
    }
}
