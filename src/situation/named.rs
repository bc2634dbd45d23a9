//! What is read of a row by the name of its field.

use serde_json::Value;

use crate::catalogue::Catalogue;

use super::fields::Row;
use super::{Field, Situation, Typed};

impl Field {
    /// The key of the field in JSON and YAML.
    pub const fn key(self) -> &'static str {
        self.row().key
    }

    /// The flag of the field on the command line.
    pub const fn flag(self) -> &'static str {
        self.row().flag
    }

    /// Whether it may have several values.
    pub const fn is_list(self) -> bool {
        self.row().list
    }

    /// The keys of the JSON contract, in its order.
    pub fn keys() -> Vec<&'static str> {
        Self::ALL.into_iter().map(Self::key).collect()
    }

    /// The situation once every answer is given, where a few stand for more.
    pub fn every(self, situation: &Situation, catalogue: &Catalogue) -> Vec<Situation> {
        (self.row().every)(situation, catalogue)
    }

    /// As it is written back in JSON.
    pub fn told(self, situation: &Situation, catalogue: &Catalogue) -> Value {
        (self.row().told)(situation, catalogue)
    }

    /// In the order in which they are asked when their answers change as much.
    pub fn in_turn() -> [Self; Self::ALL.len()] {
        let mut fields = Self::ALL;
        fields.sort_by_key(|field| field.row().turn);
        fields
    }

    /// The field a key or a column names: `needs`, `need`, `besoin`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| {
            let Row { key, flag, also, .. } = field.row();
            name == *key || Some(name) == flag.strip_prefix("--") || also.contains(&name)
        })
    }
}

impl Typed {
    /// The values of a field.
    pub fn words(&self, field: Field) -> Vec<&str> {
        (field.row().typed)(self)
    }

    /// Sets the values of a field, as they were typed.
    pub fn put(&mut self, field: Field, words: Vec<String>) {
        (field.row().put)(self, words);
    }

    /// Sets what was typed for a field; an empty text is no answer.
    pub fn set(&mut self, field: Field, mut words: Vec<String>) {
        words.retain(|word| !word.trim().is_empty());
        self.put(field, words);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Turn;
    use super::*;

    #[test]
    fn a_field_is_known_by_its_key_and_by_its_flag() {
        for field in Field::ALL {
            assert_eq!(Field::named(field.key()), Some(field));
            assert_eq!(Field::named(&field.flag()[2..]), Some(field));
        }
        assert_eq!(Field::named("cadre"), Some(Field::Setting));
        assert_eq!(Field::named("--age"), None);
        assert_eq!(Field::named("prenom"), None);
    }

    /// Two questions of one turn would be asked in the order of the rows, which says nothing.
    #[test]
    fn no_two_questions_share_a_turn() {
        let turns = Field::in_turn().map(|field| field.row().turn);
        for pair in turns.windows(2) {
            assert!(pair[0] < pair[1] || pair[0] == Turn::Never, "{pair:?}");
        }
    }
}
