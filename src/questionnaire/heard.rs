//! What typed words mean: needs, wishes, languages, a choice, a number. A sure hit is taken; a near one is only
//! offered.

use std::cmp::Reverse;

use crate::catalogue::fold::fold;
use crate::catalogue::language::LANGUAGES;
use crate::catalogue::model::Need;
use crate::lookup::nearest;

use super::question::Choice;

/// How many answers are offered to pick from.
const OFFERED: usize = 8;

/// What one word, or a few, turned out to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// These values, for sure.
    Meant(Vec<String>),
    /// Perhaps one of these, the likeliest first.
    Perhaps(Vec<Choice>),
    Nothing,
}

/// « alcool, logement »: each part is one answer.
pub fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ';']).map(str::trim).filter(|part| !part.is_empty())
}

/// The need that a few words name: exactly, within a sentence (« je suis seule »), or nearly (« soliture »).
pub fn need(typed: &str, needs: &[&Need]) -> Heard {
    let query = fold(typed);
    if query.is_empty() {
        return Heard::Nothing;
    }
    let names: Vec<(String, &Need)> = needs
        .iter()
        .copied()
        .flat_map(|need| {
            let own = [&need.id, &need.short, &need.label];
            own.into_iter().chain(&need.synonyms).map(move |name| (fold(name), need))
        })
        .collect();
    let exact = distinct(names.iter().filter(|(name, _)| *name == query).map(|(_, need)| Choice::of_need(need)));
    match exact.as_slice() {
        [] => {}
        [one] => return Heard::Meant(vec![one.value.clone()]),
        _ => return perhaps(exact),
    }
    let sentence = format!(" {query} ");
    let said = |name: &str| sentence.contains(&format!(" {name} "));
    let within = distinct(names.iter().filter(|(name, _)| said(name)).map(|(_, need)| Choice::of_need(need)));
    if !within.is_empty() {
        return perhaps(within);
    }
    let near =
        distinct(nearest(typed, names.iter().cloned(), OFFERED * 4).iter().map(|near| Choice::of_need(near.candidate)));
    if near.is_empty() { perhaps(sharing(&query, &names)) } else { perhaps(near) }
}

/// The needs that share words with a sentence (« elle a peur »), those that share the most first. Short words say
/// nothing.
fn sharing(query: &str, names: &[(String, &Need)]) -> Vec<Choice> {
    let words: Vec<&str> = query.split(' ').filter(|word| word.len() > 3 && !EMPTY_WORDS.contains(word)).collect();
    let shared = |name: &str| words.iter().filter(|word| name.split(' ').any(|other| other == **word)).count();
    let length = |name: &str| name.split(' ').count();
    let mut hits: Vec<(usize, usize, &Need)> = names
        .iter()
        .map(|(name, need)| (shared(name), length(name), *need))
        .filter(|(shared, ..)| *shared > 0)
        .collect();
    // a word of a short sentence says more than the same word in a long one
    hits.sort_by_key(|(shared, length, _)| (Reverse(*shared), *length));
    distinct(hits.into_iter().map(|(.., need)| Choice::of_need(need)))
}

/// Words of any sentence.
const EMPTY_WORDS: [&str; 28] = [
    "avec", "sans", "pour", "dans", "elle", "elles", "mais", "plus", "tout", "tous", "tres", "trop", "cette", "comme",
    "depuis", "quand", "suis", "sont", "etre", "avoir", "faire", "fait", "mon", "voudrais", "besoin", "cherche",
    "quelqu", "chose",
];

fn distinct(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut kept: Vec<Choice> = Vec::new();
    for choice in choices {
        if !kept.contains(&choice) {
            kept.push(choice);
        }
    }
    kept
}

fn perhaps(mut found: Vec<Choice>) -> Heard {
    found.truncate(OFFERED);
    if found.is_empty() { Heard::Nothing } else { Heard::Perhaps(found) }
}

/// How people call their language, where no French name of the list says it.
const OWN_NAMES: [(&str, &str); 14] = [
    ("flamand", "nl"),
    ("nederlands", "nl"),
    ("deutsch", "de"),
    ("english", "en"),
    ("arabic", "ar"),
    ("darija", "ar"),
    ("pachtou", "ps"),
    ("pashto", "ps"),
    ("kurmandji", "ku"),
    ("sorani", "ku"),
    ("pular", "ff"),
    ("poular", "ff"),
    ("ukrainian", "uk"),
    ("espanol", "es"),
];

/// The languages that a few words name: « fr nl », « arabe et dari ».
pub fn languages(typed: &str) -> Heard {
    if let Some(code) = one_language(typed) {
        return Heard::Meant(vec![code.to_owned()]);
    }
    let words = typed.split_whitespace().filter(|word| !matches!(fold(word).as_str(), "et" | "ou"));
    let each: Option<Vec<String>> = words.map(|word| one_language(word).map(str::to_owned)).collect();
    if let Some(codes) = each.filter(|codes| !codes.is_empty()) {
        return Heard::Meant(codes);
    }
    perhaps(distinct(nearest(typed, names(), OFFERED * 2).iter().map(|near| Choice::of_language(near.candidate))))
}

fn one_language(typed: &str) -> Option<&'static str> {
    let query = fold(typed);
    let code = LANGUAGES.iter().find(|(code, _)| *code == query).map(|(code, _)| *code);
    code.or_else(|| names().find(|(name, _)| *name == query).map(|(_, code)| code))
}

/// Every name of a language, folded: « persan (farsi, dari) » is three.
fn names() -> impl Iterator<Item = (String, &'static str)> {
    let french = LANGUAGES.iter().flat_map(|(code, name)| name.split(['(', ',', ')']).map(move |part| (part, *code)));
    french.chain(OWN_NAMES).map(|(name, code)| (fold(name), code)).filter(|(name, _)| !name.is_empty())
}

/// The choice that a word names: its number, its value, its label, or the beginning of one of them.
pub fn choice(typed: &str, choices: &[Choice]) -> Option<usize> {
    if let Ok(number) = typed.parse::<usize>() {
        return number.checked_sub(1).filter(|at| *at < choices.len());
    }
    let query = fold(typed);
    let names = |choice: &Choice| [fold(&choice.value), fold(&choice.label)];
    if let Some(exact) = choices.iter().position(|choice| names(choice).contains(&query)) {
        return Some(exact);
    }
    // « o » is enough for « Oui », not among eight answers
    let enough = if choices.len() <= 2 { 1 } else { 3 };
    let begins = |choice: &&Choice| names(choice).iter().any(|name| name.starts_with(&query));
    let mut hits = choices.iter().enumerate().filter(|(_, choice)| query.len() >= enough && begins(choice));
    match (hits.next(), hits.next()) {
        (Some((at, _)), None) => Some(at),
        _ => None,
    }
}

/// « 34 ans » is 34.
pub fn age(typed: &str) -> String {
    typed.trim().trim_end_matches("ans").trim_end_matches("an").trim().to_owned()
}

/// « 12,50 euros » is 12,50; « rien » and « gratuit » are 0.
pub fn budget(typed: &str) -> String {
    match fold(typed).as_str() {
        "rien" | "zero" | "gratuit" => "0".to_owned(),
        _ => {
            let lower = typed.trim().to_lowercase();
            ["euros", "euro", "eur", "€"]
                .iter()
                .find_map(|unit| lower.strip_suffix(unit))
                .unwrap_or(&lower)
                .trim()
                .to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::terms::Terms;

    use super::*;

    fn of(needs: &[(&'static str, &[&'static str])]) -> Vec<&'static Need> {
        let need = |(id, synonyms): &(&'static str, &[&'static str])| Need {
            id: (*id).into(),
            group: "".into(),
            label: (*id).into(),
            short: (*id).into(),
            nature: Terms::default(),
            alarm: None,
            understood_from: Terms::default(),
            synonyms: synonyms.iter().map(|word| (*word).into()).collect(),
        };
        needs.iter().map(|words| &*Box::leak(Box::new(need(words)))).collect()
    }

    fn meant(values: &[&str]) -> Heard {
        Heard::Meant(values.iter().map(|value| (*value).to_owned()).collect())
    }

    fn offered(heard: Heard) -> Vec<String> {
        let Heard::Perhaps(choices) = heard else { panic!("{heard:?}") };
        choices.into_iter().map(|choice| choice.value).collect()
    }

    #[test]
    fn a_need_is_taken_when_it_is_named_and_offered_when_it_is_near() {
        let needs = of(&[("isolement", &["seul", "seule", "solitude"]), ("finances", &["argent", "dettes"])]);
        assert_eq!(need("Seule", &needs), meant(&["isolement"]));
        assert_eq!(offered(need("je suis seule et sans argent", &needs)), ["isolement", "finances"]);
        assert_eq!(offered(need("soliture", &needs)), ["isolement"]);
        let needs = of(&[("violences", &["on me fait du mal, j'ai peur"]), ("deuil", &["perte d'un proche"])]);
        assert_eq!(offered(need("elle a peur la nuit", &needs)), ["violences"]);
        assert_eq!((need("zzz", &needs), need(" - ", &needs)), (Heard::Nothing, Heard::Nothing));
    }

    #[test]
    fn languages_are_heard_by_code_and_by_name() {
        assert_eq!(languages("fr nl"), meant(&["fr", "nl"]));
        assert_eq!(languages("Dari"), meant(&["fa"]));
        assert_eq!(languages("arabe et tigrinya"), meant(&["ar", "ti"]));
        assert_eq!(offered(languages("tigrina")).first().map(String::as_str), Some("ti"));
        assert_eq!(languages("!!"), Heard::Nothing);
    }

    #[test]
    fn ages_and_amounts_are_said_in_many_ways() {
        assert_eq!((age("34 ans"), age(" 1 an "), age("x")), ("34".into(), "1".into(), "x".into()));
        assert_eq!((budget("Rien"), budget("12,50 euros"), budget("11€")), ("0".into(), "12,50".into(), "11".into()));
    }
}
