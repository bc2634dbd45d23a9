//! What answers and has no rank, in words.

use crate::rules::Further;

use super::list;

/// Why a service has no rank, after its name.
pub const fn without_a_rank(why: Further) -> &'static str {
    match why {
        Further::Door => "une porte, et des services de cette sorte qu'on peut appeler servent ce lieu",
        Further::List => "une liste, un réseau ou un document : il renseigne, il n'accueille personne",
        Further::AboutSomethingElse => {
            "pour un problème ou un public précis, que rien de ce qui est dit ne nomme (--precision)"
        }
        Further::OtherLanguage => "une ligne dans une autre langue que celle de l'endroit (--langue)",
        Further::TooFar => "trop loin pour ce qui est demandé",
        Further::ClosedToday => "fermé aujourd'hui, ou ses heures de ce jour-là sont inconnues",
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
