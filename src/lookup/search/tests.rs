//! What a line of words finds.

use super::*;
use crate::embedded;

fn first(text: &str) -> String {
    let catalogue = embedded();
    let search = Searcher::new(catalogue).search(text, None);
    search.hits.first().map_or(String::new(), |hit| catalogue.records.get(hit.position).id.to_string())
}

#[test]
fn a_name_comes_before_all_that_resembles_it() {
    assert_eq!(first("babel zin"), "babel-zin");
    assert_eq!(first("espace 28"), "espace-28");
    assert_eq!(first("l'entr'act"), "l-entr-act");
}

#[test]
fn words_apart_and_words_together_are_the_same_name() {
    assert_eq!(first("lentract"), "l-entr-act");
    assert_eq!(first("babelzin"), "babel-zin");
    assert_eq!(first("espace28"), "espace-28");
    assert_eq!(first("babel z in"), "babel-zin");
}

#[test]
fn a_telephone_number_finds_who_answers() {
    assert_eq!(first("107"), "tele-accueil-107");
    assert_eq!(first("0800/32.123"), "prevention-suicide-0800-32-123");
    assert_eq!(first("+32 87 34 10 53"), "espace-28");
}

#[test]
fn a_word_found_nowhere_is_named_with_its_nearest() {
    let catalogue = embedded();
    let search = Searcher::new(catalogue).search("espace 28 xyzzyx", None);
    assert_eq!(search.unfound.iter().map(|unfound| unfound.typed.as_str()).collect::<Vec<_>>(), ["xyzzyx"]);
}
