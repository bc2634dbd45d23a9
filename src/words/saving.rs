//! What is said around a sheet: where it went, why it did not, what does not go together.

use std::io;
use std::path::Path;

use crate::catalogue::in_french;

/// Why a file was not written, as data.
#[derive(Debug)]
pub enum NotSaved {
    /// It exists already.
    Exists,
    /// A folder, a device, a pipe: nothing a rename may replace.
    NotAFile,
    Io(io::Error),
}

impl From<io::Error> for NotSaved {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A file that `--sortie` did not write, and the way out.
pub fn not_saved(path: &Path, why: &NotSaved) -> String {
    format!("--sortie : {}", not_saved_here(path, why))
}

/// A file that was not written, and the way out.
pub fn not_saved_here(path: &Path, why: &NotSaved) -> String {
    let path = path.display();
    match why {
        NotSaved::Exists => {
            format!("« {path} » existe déjà ; ajouter --force pour le remplacer, ou donner un autre nom")
        }
        NotSaved::NotAFile => {
            format!("« {path} » n'est pas un fichier ordinaire ; donner un nom de fichier")
        }
        NotSaved::Io(error) => {
            let cause = match error.kind() {
                io::ErrorKind::NotFound => "le dossier n'existe pas".to_owned(),
                io::ErrorKind::PermissionDenied => "l'écriture y est interdite".to_owned(),
                io::ErrorKind::StorageFull => "le disque est plein".to_owned(),
                _ => in_french(error),
            };
            format!("« {path} » ne peut pas être écrit : {cause} ; donner un autre endroit")
        }
    }
}

/// A file that was written.
pub fn saved(path: &Path) -> String {
    format!("fiche enregistrée : {}", path.display())
}

/// A flag that means nothing without another.
pub fn only_with(flag: &str, other: &str) -> String {
    format!("{flag} ne va qu'avec {other} ; l'ajouter, ou ôter {flag}")
}

/// An id that is none, and the nearest ones with their names.
pub fn no_such_service(typed: &str, near: &[&(String, String)]) -> String {
    match near {
        [] => format!("« {typed} » n'est pas l'identifiant d'un service ; chercher : versqui chercher « {typed} »"),
        [(id, name)] => format!("« {typed} » n'est pas l'identifiant d'un service ; vouliez-vous dire {id} ({name}) ?"),
        several => {
            let lines: Vec<String> = several.iter().map(|(id, name)| format!("\n  - {id} ({name})")).collect();
            format!("« {typed} » n'est pas l'identifiant d'un service ; vouliez-vous dire :{}", lines.concat())
        }
    }
}

/// The sheet of a service that is not for this person.
pub fn not_for_this_situation(name: &str, reasons: &[String]) -> String {
    format!("attention : {name} ne convient pas à cette situation ({})", reasons.join(" ; "))
}

/// « 2 SMS (201 caractères) ».
pub fn sms_parts(parts: usize, length: usize) -> String {
    format!("{parts} SMS ({length} caractères)")
}

pub fn one_image_at_a_time() -> String {
    "--format qr-svg : une image à la fois ; donner un seul identifiant".to_owned()
}

pub fn nothing_to_encode(name: &str) -> String {
    format!("--qr : {name} n'a ni ce numéro ni ce site ; choisir --qr tel, vcard ou site")
}

pub fn too_long_to_encode(name: &str) -> String {
    format!("--qr : le contact de {name} est trop long pour un code QR ; choisir --qr tel ou site")
}

pub fn too_narrow_for_a_code(columns: usize) -> String {
    format!(
        "--format qr : il faut {columns} colonnes ; élargir la fenêtre, ou choisir --qr tel ou --svg --sortie code.svg"
    )
}

/// What stands under a code.
pub fn payload(text: &str, phone: Option<&str>) -> String {
    match phone {
        Some(phone) if text.starts_with("tel:") => format!("Appeler le {phone}"),
        _ if text.starts_with("BEGIN:VCARD") => "Enregistrer ce contact".to_owned(),
        _ => text.to_owned(),
    }
}
