//! The words of the choice of questions: what an answer changes, and what is not asked because it changes nothing.

use crate::catalogue::terms::Asking;
use crate::rules::questions::Change;
use crate::situation::Field;

use super::list;
use super::questions::of;

/// « Votre budget ne changerait rien ici : je ne le demande pas. »
pub fn left_out(fields: &[Field], asking: Option<Asking>) -> String {
    let you = asking == Some(Asking::Person);
    let names: Vec<String> = fields
        .iter()
        .map(|field| {
            let name = of(*field).yours;
            match (you, name.starts_with('â')) {
                (true, _) => format!("votre {name}"),
                (false, true) => format!("l'{name}"),
                (false, false) => format!("le {name}"),
            }
        })
        .collect();
    let names = capital(&list(&names, "et"));
    if fields.len() == 1 {
        format!("{names} ne changerait rien ici : je ne le demande pas.")
    } else {
        format!("{names} ne changeraient rien ici : je ne les demande pas.")
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// What the answers to a question change most; `None` when it is nothing.
pub fn changes(change: Change) -> Option<String> {
    let most = (change.services + 500) / 1000;
    let services = match (change.services, most) {
        (0, _) => None,
        (_, 0 | 1) => Some("un des cinq premiers services".to_owned()),
        (_, most) => Some(format!("en moyenne {most} des cinq premiers services")),
    };
    let said = [
        (change.safety > 0).then(|| "les numéros à appeler d'abord".to_owned()),
        services,
        (change.services == 0 && change.places > 0).then(|| "l'ordre des cinq premiers services".to_owned()),
        (change.services == 0 && change.details > 0)
            .then(|| "le prix des premiers services, ou ce qu'il faut vérifier".to_owned()),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| format!("Ici, la réponse peut changer {}.", list(&said, "et")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_asked_is_said_in_one_sentence() {
        assert_eq!(
            left_out(&[Field::Budget], Some(Asking::Person)),
            "Votre budget ne changerait rien ici : je ne le demande pas."
        );
        assert_eq!(
            left_out(&[Field::Age, Field::Budget, Field::Migration], None),
            "L'âge, le budget et le parcours migratoire ne changeraient rien ici : je ne les demande pas."
        );
    }

    #[test]
    fn what_an_answer_changes_is_said_in_plain_words() {
        let change = |safety, services, places, details| {
            let said = changes(Change { safety, services, places, details });
            said.unwrap_or_default()
        };
        assert_eq!(change(0, 0, 0, 0), "");
        assert_eq!(
            change(67, 2900, 10, 10),
            "Ici, la réponse peut changer les numéros à appeler d'abord et en moyenne 3 des cinq premiers services."
        );
        assert_eq!(
            change(0, 0, 0, 400),
            "Ici, la réponse peut changer le prix des premiers services, ou ce qu'il faut vérifier."
        );
    }
}
