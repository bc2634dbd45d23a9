//! Near words: how alike two folded texts are, and the best few of many.

use strsim::normalized_damerau_levenshtein;

use crate::catalogue::fold::fold;

/// Below this, a likeness is chance. Measured on 61 real misspellings of communes: the lowest right answer scores 0.57,
/// the best nonsense 0.62, so no threshold separates them; a near hit is offered, never taken.
const OFFER: f64 = 0.55;

/// A candidate and how near it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Near<T> {
    pub candidate: T,
    pub score: f64,
}

/// How alike two folded texts are, from 0 to 1: normalised Damerau-Levenshtein, over the window of the candidate's
/// words that fits the query best (61 of 61 right first, against 56 for Jaro-Winkler).
pub fn similarity(query: &str, candidate: &str) -> f64 {
    if query.is_empty() || candidate.is_empty() {
        return 0.0;
    }
    let whole = normalized_damerau_levenshtein(query, candidate);
    let words: Vec<&str> = candidate.split(' ').collect();
    let width = query.split(' ').count();
    if words.len() <= width {
        return whole;
    }
    // a window is a part of the name: the whole name alike wins over a part alike
    let window =
        words.windows(width).map(|part| normalized_damerau_levenshtein(query, &part.join(" "))).fold(0.0, f64::max);
    whole.max(window * 0.99)
}

/// The candidates nearest to what was typed, best first, at most `count`; equal scores keep the order given.
pub fn nearest<T>(typed: &str, candidates: impl Iterator<Item = (String, T)>, count: usize) -> Vec<Near<T>> {
    let query = fold(typed);
    let mut hits: Vec<Near<T>> = candidates
        .map(|(folded, candidate)| {
            let begins = query.len() >= 3 && folded.starts_with(&query);
            Near { candidate, score: if begins { 0.995 } else { similarity(&query, &folded) } }
        })
        .filter(|near| near.score >= OFFER)
        .collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    hits.truncate(count);
    hits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_is_nearer_than_another_word() {
        let words = ["semaine", "mois", "danger", "aujourdhui"];
        let best = nearest("aujourd'hui", words.iter().map(|word| (fold(word), *word)), 1);
        assert_eq!(best[0].candidate, "aujourdhui");
        assert!(nearest("zzz", words.iter().map(|word| (fold(word), *word)), 1).is_empty());
    }

    #[test]
    fn nothing_typed_is_near_nothing() {
        assert!(nearest("", [(String::new(), ())].into_iter(), 3).is_empty());
        assert!(nearest(" - ", [("mons".to_owned(), ())].into_iter(), 3).is_empty());
    }
}
