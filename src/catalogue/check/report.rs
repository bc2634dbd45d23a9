//! Collects the problems of one file, each with its line.

use std::collections::HashMap;

use super::super::date::PartialDate;
use super::super::fold::fold;
use super::super::problem::{Code, Problem};
use super::super::terms::Terms;
use super::super::text::{is_placeholder, is_unprintable};
use super::outline::{At, Outline};

/// The problems of one file, told entry by entry.
pub(in crate::catalogue) struct Report<'t> {
    pub(super) file: &'t str,
    text: &'t str,
    list: &'t str,
    /// The day of the check, when somebody asks for it; a build knows none.
    pub(super) today: Option<PartialDate>,
    outline: Option<Outline<'t>>,
    /// The entry that is read, and its id; without a position, the defaults.
    entry: (Option<usize>, Option<String>),
    pub(super) problems: Vec<Problem>,
}

/// The ids of one vocabulary.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) positions: HashMap<String, usize>,
    /// The file was read: an id that is not here does not exist. When it was not, that one problem has been told.
    pub(super) whole: bool,
    /// Its name, for whoever looks for an id.
    pub(super) file: &'static str,
}

impl<'t> Report<'t> {
    /// Of the file `file` whose entries stand under `list`.
    pub(super) fn new(file: &'t str, text: &'t str, list: &'t str, today: Option<PartialDate>) -> Self {
        Self { file, text, list, today, outline: None, entry: (None, None), problems: Vec::new() }
    }

    /// What follows is about this entry.
    pub(super) fn enter(&mut self, position: usize, id: Option<&str>) {
        self.entry = (Some(position), id.map(str::to_owned));
    }

    /// What follows is about what stands before the entries.
    pub(super) fn enter_defaults(&mut self) {
        self.entry = (None, None);
    }

    fn outline(&mut self) -> &Outline<'t> {
        self.outline.get_or_insert_with(|| Outline::of(self.text, self.list))
    }

    /// Notes a problem. What comes from a file's defaults is of no entry: it is told once, whatever the number of
    /// entries that take it.
    pub(super) fn add(&mut self, code: Code, at: At<'_>, message: impl Into<String>, hint: Option<String>) {
        let entry = self.entry.0;
        let (line, from_defaults) = self.outline().find(entry, at);
        self.push(code, line, from_defaults, message.into(), hint);
    }

    /// Notes a problem whose line is known.
    pub(super) fn add_at(&mut self, code: Code, line: usize, message: String, hint: Option<String>) {
        self.push(code, line, false, message, hint);
    }

    fn push(&mut self, code: Code, line: usize, from_defaults: bool, message: String, hint: Option<String>) {
        let entry = if from_defaults { None } else { self.entry.1.clone() };
        self.problems.push(Problem { file: self.file.to_owned(), line, code, entry, message, hint });
    }

    /// Whether something was told that makes the file unusable.
    pub(super) fn is_bad(&self) -> bool {
        self.problems.iter().any(|problem| !problem.code.is_advice())
    }

    /// The file's text entry by entry, with the 0-based line where each begins, and what stands before.
    pub(super) fn slices(&mut self) -> (String, Vec<(usize, String)>) {
        let outline = self.outline();
        (outline.head(), outline.slices().collect())
    }

    /// Where the current entry begins: the file, a colon, the line.
    pub(super) fn place(&mut self) -> String {
        let entry = self.entry.0;
        let (line, _) = self.outline().find(entry, At::Start);
        format!("{}:{line}", self.file)
    }

    /// A text that must be there.
    pub(super) fn required(&mut self, key: &str, value: Option<String>, limit: usize) -> Option<String> {
        if value.is_none() {
            self.add(Code::MissingField, At::Start, format!("« {key} » manque"), Some(format!("ajouter « {key}: … »")));
        }
        self.text(key, value, limit)
    }

    /// A text that may be absent, but not empty, nor a placeholder, nor unprintable, nor longer than `limit`
    /// characters.
    pub(super) fn text(&mut self, key: &str, value: Option<String>, limit: usize) -> Option<String> {
        let value = value?;
        let at = At::Field(key, &value);
        if value.trim().is_empty() {
            self.add(
                Code::EmptyText,
                At::Key(key),
                format!("« {key} » est vide"),
                Some("écrire le texte, ou ôter la ligne".into()),
            );
        } else if is_placeholder(&value) {
            let message = format!("« {key} » vaut « {} », qui ne dit rien", value.trim());
            self.add(
                Code::PlaceholderText,
                at,
                message,
                Some("écrire le texte, ou ôter la ligne : absent veut dire inconnu".into()),
            );
        } else if value.trim().contains('\n') {
            let hint = "l'écrire avec « >- » au lieu de « | », sans ligne vide".to_owned();
            self.add(Code::UnprintableText, at, format!("« {key} » a plusieurs lignes"), Some(hint));
        } else if let Some(c) = value.trim().chars().find(|c| is_unprintable(*c)) {
            let message = format!("« {key} » contient le caractère invisible U+{:04X}", u32::from(c));
            self.add(Code::UnprintableText, at, message, Some("retaper le texte à la main".into()));
        } else if value.chars().count() > limit {
            let message = format!("« {key} » compte {} caractères, {limit} au plus", value.chars().count());
            self.add(Code::TextTooLong, at, message, Some("dire l'essentiel en phrases courtes".into()));
        } else {
            return Some(value.trim().to_owned());
        }
        None
    }

    /// Texts of a list, each as [`Self::text`].
    pub(super) fn texts(&mut self, key: &str, values: Option<Vec<String>>, limit: usize) -> Vec<String> {
        values.unwrap_or_default().into_iter().filter_map(|value| self.text(key, Some(value), limit)).collect()
    }

    /// An id: lower-case letters, digits and single hyphens.
    pub(super) fn id(&mut self, value: Option<String>) -> Option<String> {
        let id = self.required("id", value, 80)?;
        let fits = !id.starts_with('-')
            && !id.ends_with('-')
            && !id.contains("--")
            && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            let better: String =
                fold(&id).replace(' ', "-").chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            let example = if better.is_empty() { "espace-28" } else { &better };
            let message = format!("l'identifiant « {id} » n'a pas la forme attendue (minuscules, chiffres, tirets)");
            self.add(Code::BadId, At::Field("id", &id), message, Some(format!("par exemple « {example} »")));
            return None;
        }
        Some(id)
    }

    /// Positions, in a vocabulary, of the words of a list.
    pub(super) fn positions(
        &mut self,
        code: Code,
        what: &str,
        key: &str,
        words: &[String],
        index: &Index,
    ) -> Vec<usize> {
        words.iter().filter_map(|word| self.position(code, what, key, word, index)).collect()
    }

    /// The position of one word in a vocabulary.
    pub(super) fn position(&mut self, code: Code, what: &str, key: &str, word: &str, index: &Index) -> Option<usize> {
        let position = index.positions.get(word).copied();
        if position.is_none() && index.whole {
            let hint = match nearest(word, index.positions.keys().map(String::as_str)) {
                Some(near) => format!("vouliez-vous dire « {near} » ?"),
                None => format!("choisir parmi les identifiants de {}", index.file),
            };
            self.add(code, At::Field(key, word), format!("{what} « {word} » n'existe pas"), Some(hint));
        }
        position
    }

    /// The words of a list, as a set of a closed vocabulary.
    pub(in crate::catalogue) fn terms<T: Copy>(
        &mut self,
        key: &str,
        words: Option<Vec<String>>,
        all: &[T],
        slug: impl Fn(T) -> &'static str + Copy,
    ) -> Terms {
        let words = words.unwrap_or_default();
        Terms::of(words.iter().filter_map(|word| {
            self.word(key, word, all, slug)?;
            all.iter().position(|value| slug(*value) == word)
        }))
    }

    /// A word of a closed vocabulary.
    pub(in crate::catalogue) fn word<T: Copy>(
        &mut self,
        key: &str,
        word: &str,
        all: &[T],
        slug: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let value = all.iter().copied().find(|value| slug(*value) == word);
        if value.is_none() {
            let choices: Vec<_> = all.iter().map(|value| slug(*value)).collect();
            let message = format!("« {key} » ne connaît pas « {word} »");
            self.add(
                Code::UnknownValue,
                At::Field(key, word),
                message,
                Some(format!("valeurs possibles : {}", choices.join(", "))),
            );
        }
        value
    }

    /// A date that a source gives.
    pub(super) fn date(&mut self, key: &str, value: Option<String>) -> Option<PartialDate> {
        let value = value?;
        let date = PartialDate::parse(value.trim());
        if date.is_none() {
            let hint = "écrire 2025, 2025-10 ou 2025-10-31".to_owned();
            self.add(
                Code::BadDate,
                At::Field(key, &value),
                format!("« {key} » : « {value} » n'est pas une date"),
                Some(hint),
            );
        }
        date
    }

    /// The date of something that has happened.
    pub(super) fn past_date(&mut self, key: &str, value: Option<String>) -> Option<PartialDate> {
        let date = self.date(key, value)?;
        if let Some(today) = self.today.filter(|today| date.is_after(*today)) {
            let message = format!("« {key} » : {date} n'est pas encore passé (aujourd'hui : {today})");
            self.add(Code::FutureDate, At::Field(key, &date.to_string()), message, Some("corriger la date".into()));
        }
        Some(date)
    }
}

/// The word that shares the longest beginning, of three letters at least.
pub(super) fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let common = |other: &str| word.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    words
        .map(|other| (common(other), std::cmp::Reverse(other.len()), other))
        .filter(|(length, _, _)| *length >= 3)
        .max()
        .map(|(_, _, other)| other)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a table longer than 65 535 entries is refused by the file size limits"
)]
pub(super) fn short(positions: Vec<usize>) -> Vec<u16> {
    positions.into_iter().map(|position| position as u16).collect()
}
