//! What is said of formats and of the output itself.

use std::io::{self, ErrorKind};

/// `--excel` with another format.
pub const EXCEL_IS_CSV: &str = "--excel ne va qu'avec --format csv ; ôter l'un des deux";

/// `--champs` with the table.
pub const TABLE_HAS_NO_FIELDS: &str =
    "--champs ne va pas avec la table ; ajouter --format csv, tsv, markdown, json ou ndjson";

/// `--champs` or `--excel` with the standard.
pub const HSDS_HAS_ITS_FIELDS: &str =
    "--champs et --excel ne vont pas avec --format hsds : ses champs sont ceux du standard ; les ôter";

/// A field that does not exist: the nearest ones, or those one can begin with.
pub fn unknown_field(typed: &str, near: &[String], first: &[String]) -> String {
    let quoted = |names: &[String]| names.iter().map(|name| format!("« {name} »")).collect::<Vec<_>>();
    match near {
        [] => format!("--champs : « {typed} » n'existe pas ; choisir parmi : {}", first.join(", ")),
        near => {
            format!("--champs : « {typed} » n'existe pas ; vouliez-vous dire {} ?", super::list(&quoted(near), "ou"))
        }
    }
}

/// How many services are not shown.
pub fn shown_of(shown: usize, found: usize) -> String {
    let many = if shown > 1 { "s" } else { "" };
    format!("{shown} service{many} montré{many} sur {found} qui conviennent (--limite N, --tout).")
}

/// How many services answer the need, but not for this person.
pub fn set_aside(count: usize) -> String {
    if count == 1 {
        return "1 service écarté, parce qu'il n'est pas pour cette situation : --tout le montre avec sa raison."
            .to_owned();
    }
    format!(
        "{count} services écartés, parce qu'ils ne sont pas pour cette situation : --tout les montre avec leur raison."
    )
}

/// The answer could not be written, in one sentence.
pub fn unwritable(error: &io::Error) -> String {
    let cause = match error.kind() {
        ErrorKind::StorageFull => "plus de place sur le disque".to_owned(),
        ErrorKind::PermissionDenied => "écriture interdite".to_owned(),
        ErrorKind::QuotaExceeded => "le quota du disque est atteint".to_owned(),
        _ => error.to_string(),
    };
    format!("impossible d'écrire la réponse : {cause}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert!(shown_of(1, 5).starts_with("1 service montré sur 5"));
        assert!(shown_of(2, 5).starts_with("2 services montrés sur 5"));
        assert!(set_aside(1).contains("parce qu'il n'est pas"));
        assert!(set_aside(2).contains("parce qu'ils ne sont pas"));
    }
}
