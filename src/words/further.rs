//! What answers and has no rank, in words.

use crate::rules::Further;

use super::list;

/// Why a service has no rank, after its name.
pub const fn without_a_rank(why: Further) -> &'static str {
    match why {
        Further::Door => "une porte d'entrée : des services de cette sorte sont déjà nommés",
        Further::List => "une liste, un réseau ou un document",
        Further::AboutSomethingElse => "pour autre chose, que personne n'a nommé (--precision)",
        Further::OtherLanguage => "une ligne dans une autre langue",
        Further::TooFar => "trop loin pour cela",
        Further::ClosedToday => "fermé aujourd'hui, ou horaire inconnu",
    }
}

fn counted(why: Further, count: usize) -> String {
    let s = if count > 1 { "s" } else { "" };
    match why {
        Further::Door => format!("{count} porte{s} d'entrée"),
        Further::List => format!("{count} liste{s}, réseau{} ou document{s}", if count > 1 { "x" } else { "" }),
        Further::AboutSomethingElse => format!("{count} sur un autre sujet"),
        Further::OtherLanguage => format!("{count} ligne{s} dans une autre langue"),
        Further::TooFar => format!("{count} trop loin"),
        Further::ClosedToday => format!("{count} fermé{s} aujourd'hui"),
    }
}

/// « Sans rang : 3 portes d'entrée, 30 listes, réseaux ou documents et 10 trop loin (--tout les nomme). » `None` when all
/// that answers has a rank.
pub fn further_line(further: &[(usize, Further)]) -> Option<String> {
    let count = |why: Further| further.iter().filter(|(_, other)| *other == why).count();
    let parts: Vec<String> =
        Further::ALL.iter().filter(|why| count(**why) > 0).map(|why| counted(*why, count(*why))).collect();
    let names = if further.len() > 1 { "les nomme" } else { "la nomme" };
    (!parts.is_empty()).then(|| format!("Sans rang : {} (--tout {names}).", list(&parts, "et")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_rank_is_counted_in_one_sentence() {
        assert_eq!(further_line(&[]), None);
        let all = [(1, Further::Door), (2, Further::List), (3, Further::List), (4, Further::TooFar)];
        assert_eq!(
            further_line(&all).unwrap(),
            "Sans rang : 1 porte d'entrée, 2 listes, réseaux ou documents et 1 trop loin (--tout les nomme)."
        );
    }
}
