//! How a text begins and ends.

pub(super) fn lower_first(text: &str) -> String {
    let mut chars = text.trim_end_matches('.').chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

/// A sentence of the catalogue, with its capital and its full stop.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut chars = text.chars();
    let mut sentence: String = chars.next().map(char::to_uppercase).into_iter().flatten().chain(chars).collect();
    if !sentence.is_empty() && !sentence.ends_with(['.', '!', '?', '…', '»']) {
        sentence.push('.');
    }
    sentence
}
