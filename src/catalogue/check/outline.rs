//! Where the entries of a YAML list stand in their file, so that a problem can name its line.
//!
//! The YAML library forgets positions once a value is read; this finds them again, only when there is a problem to tell.

/// The lines of a file and where each entry of its main list begins.
#[derive(Debug)]
pub(super) struct Outline<'t> {
    lines: Vec<&'t str>,
    /// 0-based lines on which the entries begin.
    entries: Vec<usize>,
    /// Where the list itself begins.
    list: usize,
}

impl<'t> Outline<'t> {
    /// Finds the entries under the key `list` (`services`, `types`...), which stands at the margin.
    pub(super) fn of(text: &'t str, list: &str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let key = format!("{list}:");
        let start = lines
            .iter()
            .position(|line| line.starts_with(&key))
            .map_or(0, |line| line + 1);
        let indent = |line: &str| line.len() - line.trim_start().len();
        let is_item = |line: &str| line.trim_start().starts_with("- ") || line.trim() == "-";
        let width = lines[start.min(lines.len())..]
            .iter()
            .find(|line| is_item(line))
            .map_or(0, |line| indent(line));
        let ends = |line: &str| {
            !line.is_empty() && indent(line) == 0 && !is_item(line) && !line.starts_with('#')
        };
        let end = lines
            .iter()
            .skip(start)
            .position(|line| ends(line))
            .map_or(lines.len(), |line| start + line);
        let entries = (start..end)
            .filter(|line| is_item(lines[*line]) && indent(lines[*line]) == width)
            .collect();
        Self {
            lines,
            entries,
            list: start,
        }
    }

    /// The 1-based line of the first of `needles` within an entry, in their order; in the part before the list (`defaults`) when the
    /// entry does not hold it; else the line on which the entry begins.
    pub(super) fn find(&self, entry: usize, needles: &[&str]) -> usize {
        let Some(&start) = self.entries.get(entry) else {
            return 1;
        };
        let end = self
            .entries
            .get(entry + 1)
            .copied()
            .unwrap_or(self.lines.len());
        let within = |needle: &str, from: usize, to: usize| {
            (from..to).find(|line| {
                self.lines
                    .get(*line)
                    .is_some_and(|text| text.contains(needle))
            })
        };
        let needles = || needles.iter().filter(|needle| !needle.is_empty());
        needles()
            .find_map(|needle| within(needle, start, end))
            .or_else(|| needles().find_map(|needle| within(needle, 0, self.list)))
            .unwrap_or(start)
            + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# en-tête\ndefaults:\n  sources: [cresam]\nservices:\n\n  - id: a\n    name: A\n    contacts:\n      \
                        - { phone: \"1\" }\n  # entre deux\n  - { id: b, name: B }\nautre: x\n";

    #[test]
    fn entries_and_their_values_are_found_again() {
        let outline = Outline::of(FILE, "services");
        assert_eq!(outline.find(0, &["name"]), 7);
        assert_eq!(outline.find(0, &["\"1\""]), 9);
        assert_eq!(outline.find(1, &["name"]), 11);
        assert_eq!(outline.find(1, &["introuvable"]), 11);
    }

    #[test]
    fn a_value_that_comes_from_the_defaults_is_shown_there() {
        assert_eq!(Outline::of(FILE, "services").find(1, &["cresam"]), 3);
    }
}
