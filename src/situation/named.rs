//! Fields by the names they are given in files: the JSON key, or the flag's French name.

use super::{Field, Typed};

impl Field {
    const ALL: [Self; 14] = [
        Self::Commune,
        Self::Region,
        Self::Age,
        Self::Urgency,
        Self::Budget,
        Self::Bim,
        Self::Migration,
        Self::Languages,
        Self::Asking,
        Self::Setting,
        Self::Needs,
        Self::Wishes,
        Self::About,
        Self::At,
    ];

    /// The field a key or a column names: `needs`, `need`, `besoin`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "need" => Some(Self::Needs),
            "wish" => Some(Self::Wishes),
            "subject" => Some(Self::About),
            "language" => Some(Self::Languages),
            _ => {
                Self::ALL.into_iter().find(|field| name == field.key() || Some(name) == field.flag().strip_prefix("--"))
            }
        }
    }

    /// Whether it may have several values.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Needs | Self::Wishes | Self::About | Self::Languages)
    }

    /// The keys of the JSON contract, in its order.
    pub fn keys() -> Vec<&'static str> {
        Self::ALL.into_iter().map(Self::key).collect()
    }
}

impl Typed {
    /// Sets what was typed for a field; an empty text is no answer.
    pub fn set(&mut self, field: Field, mut words: Vec<String>) {
        words.retain(|word| !word.trim().is_empty());
        let one = |words: Vec<String>| words.into_iter().next();
        match field {
            Field::Commune => self.commune = one(words),
            Field::Region => self.region = one(words),
            Field::Age => self.age = one(words),
            Field::Urgency => self.urgency = one(words),
            Field::Budget => self.budget = one(words),
            Field::Bim => self.bim = one(words),
            Field::Migration => self.migration = one(words),
            Field::Languages => self.languages = words,
            Field::Asking => self.asking = one(words),
            Field::Setting => self.setting = one(words),
            Field::Needs => self.needs = words,
            Field::Wishes => self.wishes = words,
            Field::About => self.about = words,
            Field::At => self.at = one(words),
        }
    }
}

#[cfg(test)]
mod tests {
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
}
