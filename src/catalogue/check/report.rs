//! Collects the problems of one file, each with its line.

use std::collections::HashMap;

use super::super::problem::{Code, Problem};
use super::super::text::{is_placeholder, is_unprintable};
use super::outline::Outline;

/// The problems of one file, told entry by entry.
pub(super) struct Report<'t> {
    file: &'t str,
    text: &'t str,
    list: &'t str,
    outline: Option<Outline<'t>>,
    entry: (usize, Option<String>),
    pub(super) problems: Vec<Problem>,
}

impl<'t> Report<'t> {
    /// Of the file `file` whose entries stand under `list`.
    pub(super) fn new(file: &'t str, text: &'t str, list: &'t str) -> Self {
        Self {
            file,
            text,
            list,
            outline: None,
            entry: (0, None),
            problems: Vec::new(),
        }
    }

    /// What follows is about this entry.
    pub(super) fn enter(&mut self, position: usize, id: Option<&str>) {
        self.entry = (position, id.map(str::to_owned));
    }

    /// Notes a problem at the line of the first of `needles` found in the entry.
    pub(super) fn add(
        &mut self,
        code: Code,
        needles: &[&str],
        message: impl Into<String>,
        hint: Option<String>,
    ) {
        let outline = self
            .outline
            .get_or_insert_with(|| Outline::of(self.text, self.list));
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: outline.find(self.entry.0, needles),
            code,
            entry: self.entry.1.clone(),
            message: message.into(),
            hint,
        });
    }

    pub(super) fn file(&self) -> &'t str {
        self.file
    }

    /// The line on which the current entry begins, « file:line ».
    pub(super) fn place(&self) -> String {
        self.file.to_owned()
    }

    /// A text that must be there.
    pub(super) fn required(
        &mut self,
        key: &str,
        value: Option<String>,
        limit: usize,
    ) -> Option<String> {
        if value.is_none() {
            self.add(
                Code::MissingField,
                &[],
                format!("« {key} » manque"),
                Some(format!("ajouter « {key}: … »")),
            );
        }
        self.text(key, value, limit)
    }

    /// A text that may be absent, but not empty, nor a placeholder, nor unprintable, nor longer than `limit` characters.
    pub(super) fn text(
        &mut self,
        key: &str,
        value: Option<String>,
        limit: usize,
    ) -> Option<String> {
        let value = value?;
        let needles = [value.trim(), key];
        if value.trim().is_empty() {
            self.add(
                Code::EmptyText,
                &[key],
                format!("« {key} » est vide"),
                Some("écrire le texte, ou ôter la ligne".into()),
            );
        } else if is_placeholder(&value) {
            let message = format!("« {key} » vaut « {} », qui ne dit rien", value.trim());
            self.add(
                Code::PlaceholderText,
                &needles,
                message,
                Some("écrire le texte, ou ôter la ligne : absent veut dire inconnu".into()),
            );
        } else if let Some(c) = value.chars().find(|c| is_unprintable(*c)) {
            let message = format!(
                "« {key} » contient le caractère invisible U+{:04X}",
                u32::from(c)
            );
            self.add(
                Code::UnprintableText,
                &[key],
                message,
                Some("retaper le texte à la main".into()),
            );
        } else if value.chars().count() > limit {
            let message = format!(
                "« {key} » compte {} caractères, {limit} au plus",
                value.chars().count()
            );
            self.add(
                Code::TextTooLong,
                &[key],
                message,
                Some("dire l'essentiel en phrases courtes".into()),
            );
        } else {
            return Some(value.trim().to_owned());
        }
        None
    }

    /// Texts of a list, each as [`Self::text`].
    pub(super) fn texts(
        &mut self,
        key: &str,
        values: Option<Vec<String>>,
        limit: usize,
    ) -> Vec<String> {
        values
            .unwrap_or_default()
            .into_iter()
            .filter_map(|value| self.text(key, Some(value), limit))
            .collect()
    }

    /// An id: lower-case letters, digits and single hyphens.
    pub(super) fn id(&mut self, value: Option<String>) -> Option<String> {
        let id = self.required("id", value, 80)?;
        let fits = !id.starts_with('-')
            && !id.ends_with('-')
            && !id.contains("--")
            && id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            let hint = format!(
                "par exemple « {} »",
                super::super::fold::fold(&id).replace(' ', "-")
            );
            self.add(Code::BadId, &[&id], format!("l'identifiant « {id} » n'a pas la forme attendue (minuscules, chiffres, tirets)"), Some(hint));
            return None;
        }
        Some(id)
    }

    /// Positions, in a table, of the words of a list.
    pub(super) fn positions(
        &mut self,
        code: Code,
        what: &str,
        words: &[String],
        table: &HashMap<String, usize>,
    ) -> Vec<usize> {
        words
            .iter()
            .filter_map(|word| self.position(code, what, word, table))
            .collect()
    }

    /// The position of one word in a table.
    pub(super) fn position(
        &mut self,
        code: Code,
        what: &str,
        word: &str,
        table: &HashMap<String, usize>,
    ) -> Option<usize> {
        let position = table.get(word).copied();
        if position.is_none() {
            let hint = nearest(word, table.keys().map(String::as_str));
            self.add(
                code,
                &[word],
                format!("{what} « {word} » n'existe pas"),
                hint,
            );
        }
        position
    }

    /// A word of a closed vocabulary.
    pub(super) fn word<T: Copy>(
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
                &[word, key],
                message,
                Some(format!("valeurs possibles : {}", choices.join(", "))),
            );
        }
        value
    }
}

/// « vouliez-vous dire … ? », for the word that shares the longest beginning.
pub(super) fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<String> {
    let common = |other: &str| {
        word.chars()
            .zip(other.chars())
            .take_while(|(a, b)| a == b)
            .count()
    };
    words
        .map(|other| (common(other), std::cmp::Reverse(other.len()), other))
        .filter(|(length, _, _)| *length >= 3)
        .max()
        .map(|(_, _, other)| format!("vouliez-vous dire « {other} » ?"))
}
