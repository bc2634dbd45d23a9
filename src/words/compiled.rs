//! What is said of a compiled catalogue: made, or refused.

use std::path::Path;

use crate::catalogue::Corrupt;

use super::batch::thousands;

/// « catalogue compilé : 1 812 services, 1,4 Mo, dans catalogue.bin ».
pub fn compiled(path: &Path, services: usize, bytes: usize) -> String {
    let plural = if services > 1 { "s" } else { "" };
    format!("catalogue compilé : {} service{plural}, {}, dans {}", thousands(services), weight(bytes), path.display())
}

/// A size as people read it: « 812 o », « 64 ko », « 1,4 Mo ».
fn weight(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} o"),
        1_000..1_000_000 => format!("{} ko", bytes.div_ceil(1_000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{},{} Mo", thousands(tenths / 10), tenths % 10)
        }
    }
}

/// A compiled catalogue that cannot be trusted, and the way out.
pub fn not_trusted(path: &Path, why: Corrupt) -> String {
    let path = path.display();
    format!("« {path} » : {why} ; le refaire : versqui catalogue compiler DOSSIER --sortie {path} --force")
}

/// A file with nothing in it, given for a catalogue.
pub fn empty_catalogue(path: &Path) -> String {
    let path = path.display();
    format!(
        "« {path} » : ce fichier est vide ; le refaire : versqui catalogue compiler DOSSIER --sortie {path} --force"
    )
}

/// A file that is no compiled catalogue; perhaps a YAML file of a folder.
pub fn no_catalogue(path: &Path) -> String {
    format!(
        "« {} » n'est ni un dossier, ni un catalogue compilé ; donner le dossier, ou le compiler : versqui catalogue compiler DOSSIER --sortie FICHIER",
        path.display()
    )
}

/// A catalogue that was just compiled cannot be read back.
pub fn damaged(why: Corrupt) -> String {
    format!("{why} ; le refaire : versqui catalogue compiler DOSSIER --sortie FICHIER")
}

/// Bytes are of no use on a terminal.
pub fn not_for_a_terminal() -> String {
    "--sortie - : un catalogue compilé ne se lit pas à l'écran ; donner un nom de fichier, ou l'envoyer dans un tube"
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up_and_said_in_french() {
        let said = [0, 999, 1_000, 64_001, 1_400_000, 73_210_000].map(weight);
        assert_eq!(said, ["0 o", "999 o", "1 ko", "65 ko", "1,4 Mo", "73,3 Mo"]);
    }
}
