//! Where the entries of a YAML list stand in their file, so that a problem can name its line.
//!
//! The YAML library forgets positions once a value is read; this finds them again.

/// What a problem is about, to find its line.
#[derive(Debug, Clone, Copy)]
pub(super) enum At<'a> {
    /// The entry as a whole.
    Start,
    Key(&'a str),
    /// A value of a key, or of the list under a key.
    Field(&'a str, &'a str),
}

/// The lines of a file and where each entry of its main list begins.
#[derive(Debug)]
pub(super) struct Outline<'t> {
    lines: Vec<&'t str>,
    /// 0-based lines on which the entries begin.
    entries: Vec<usize>,
    /// Where the list itself begins, and ends.
    list: usize,
    end: usize,
}

impl<'t> Outline<'t> {
    /// Finds the entries under the key `list` (`services`, `types`...), which stands at the margin.
    pub(super) fn of(text: &'t str, list: &str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let key = format!("{list}:");
        let start = lines.iter().position(|line| line.starts_with(&key)).map_or(lines.len(), |line| line + 1);
        let indent = |line: &str| line.len() - line.trim_start().len();
        let is_item = |line: &str| line.trim_start().starts_with("- ") || line.trim() == "-";
        let width = lines[start..].iter().find(|line| is_item(line)).map_or(0, |line| indent(line));
        let ends = |line: &str| !line.is_empty() && indent(line) == 0 && !is_item(line) && !line.starts_with('#');
        let end = lines.iter().skip(start).position(|line| ends(line)).map_or(lines.len(), |line| start + line);
        let entries = (start..end).filter(|line| is_item(lines[*line]) && indent(lines[*line]) == width).collect();
        Self { lines, entries, list: start, end }
    }

    /// The 1-based line of something of an entry, and whether it stands before the list, in the `defaults`. What is not
    /// found is on the line where the entry begins. Without an entry, only the part before the list is read.
    pub(super) fn find(&self, entry: Option<usize>, at: At<'_>) -> (usize, bool) {
        let Some(entry) = entry else {
            return (self.search(0, self.list, at).map_or(1, |line| line + 1), true);
        };
        let Some(&from) = self.entries.get(entry) else {
            // entries that are not one to a line: [{ … }, { … }]
            return (self.search(0, self.lines.len(), at).map_or(1, |line| line + 1), false);
        };
        let to = self.entries.get(entry + 1).copied().unwrap_or(self.end);
        match (self.search(from, to, at), self.search(0, self.list, at)) {
            (Some(line), _) => (line + 1, false),
            (None, Some(line)) => (line + 1, true),
            (None, None) => (from + 1, false),
        }
    }

    fn search(&self, from: usize, to: usize, at: At<'_>) -> Option<usize> {
        let find = |from: usize, words: &[&str]| {
            (from..to).find(|line| self.lines.get(*line).is_some_and(|text| words.iter().all(|word| holds(text, word))))
        };
        let find_escaped = |key: &str| {
            (from..to).find(|line| self.lines.get(*line).is_some_and(|text| text.contains('\\') && holds(text, key)))
        };
        match at {
            At::Start => None,
            At::Key(key) => find(from, &[&format!("{key}:")]),
            At::Field(key, value) => {
                let (key, value) = (format!("{key}:"), value.trim());
                let named = find(from, &[&key])?;
                let found = find(from, &[&key, value]).or_else(|| find(named, &[value]));
                // a value that is not there as it reads is written with escapes
                found.or_else(|| find_escaped(&key)).or(Some(named))
            }
        }
    }

    /// The text of each entry, with the 0-based line on which it begins.
    pub(super) fn slices(&self) -> impl Iterator<Item = (usize, String)> {
        let ends = self.entries.iter().skip(1).copied().chain([self.end]);
        self.entries.iter().copied().zip(ends).map(|(from, to)| (from, self.lines[from..to].join("\n")))
    }

    /// What stands before the list.
    pub(super) fn head(&self) -> String {
        self.lines[..self.list.saturating_sub(1)].join("\n")
    }
}

/// Whether a line, unless it is a comment, holds a word as a whole: « age: » is not in « usage: », nor « ssm » in «
/// ssm-verviers ».
fn holds(line: &str, word: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    !word.is_empty()
        && !line.trim_start().starts_with('#')
        && line.match_indices(word).any(|(at, found)| {
            let rest = &line[at + found.len()..];
            !line[..at].ends_with(part_of_word) && (word.ends_with(':') || !rest.starts_with(part_of_word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# cresam, name: rien\ndefaults:\n  sources: [cresam]\nservices:\n\n  - id: a\n    name: A\n    usage: 3\n    contacts:\n      \
                        - { phone: \"1\" }\n    languages: [ssm-x, ssm]\n    conditions:\n      - un\n      - deux\n  # name: entre deux\n  \
                        - { id: b, name: B }\nautre: x\n";

    fn line(entry: usize, at: At<'_>) -> usize {
        Outline::of(FILE, "services").find(Some(entry), at).0
    }

    #[test]
    fn entries_and_their_values_are_found_again() {
        assert_eq!(line(0, At::Key("name")), 7);
        assert_eq!(line(0, At::Field("phone", "1")), 10);
        assert_eq!(line(0, At::Field("conditions", "deux")), 14);
        assert_eq!(line(0, At::Field("conditions", "trois")), 12);
        assert_eq!(line(1, At::Key("name")), 16);
        assert_eq!(line(1, At::Key("introuvable")), 16);
    }

    #[test]
    fn a_part_of_a_word_a_comment_and_what_follows_the_list_are_not_it() {
        assert_eq!(line(0, At::Key("age")), 6);
        assert_eq!(line(1, At::Key("autre")), 16);
    }

    #[test]
    fn a_value_that_comes_from_the_defaults_is_shown_there() {
        assert_eq!(Outline::of(FILE, "services").find(Some(1), At::Field("sources", "cresam")), (3, true));
    }

    #[test]
    fn a_file_without_the_list_has_no_entry() {
        assert_eq!(Outline::of("autre: x\n", "services").find(Some(0), At::Start), (1, false));
        assert_eq!(Outline::of("", "services").slices().count(), 0);
    }
}
