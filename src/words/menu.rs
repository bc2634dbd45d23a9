//! What can be done with an answer, in words.

/// The menu after the answer.
pub const TITLE: &str = "Et maintenant ?";
pub const WHY_TITLE: &str =
    "La réponse est au-dessus. D'ici, on peut donner une fiche à la personne, comprendre la réponse, ou la changer.";

pub const SHEET: &str = "voir la fiche d'un service";
pub const PRINT: &str = "imprimer ou enregistrer des fiches";
pub const CODE: &str = "un code QR à l'écran, pour un téléphone";
pub const REASON: &str = "pourquoi ce service, ou pourquoi pas un autre ?";
pub const CHANGE: &str = "changer une réponse";
pub const AGAIN: &str = "recommencer pour une autre personne (efface l'écran)";
pub const QUIT: &str = "quitter";
pub const TO_MENU: &str = "revenir au menu";

pub const WHICH_SHEET: &str = "La fiche de quel service ?";
pub const WHICH_CODE: &str = "Le code QR de quel service ?";
pub const WHICH_REASON: &str = "Pourquoi quel service ?";
pub const WHY_WHICH: &str =
    "Un service de la réponse, ou n'importe quel autre du catalogue : quelques mots de son nom suffisent.";
/// The item that lets one name any service.
pub const ANOTHER: &str = "un autre service, par son nom…";

pub const WHICH_PAPERS: &str = "Quelles fiches ? Plusieurs réponses sont possibles.";
pub const WHY_PAPERS: &str =
    "Les fiches choisies vont ensemble dans un fichier, les numéros d'urgence une fois, au pied.";
pub const WHICH_FORM: &str = "Sous quelle forme ?";
pub const WHY_FORM: &str =
    "La page s'ouvre et s'imprime dans un navigateur ; le contact s'enregistre dans un téléphone.";
pub const WHICH_NAME: &str = "Dans quel fichier ?";
pub const WHY_NAME: &str =
    "Un nom suffit : le fichier va dans le dossier d'où le programme est lancé. Il ne dit rien de la personne.";

pub const PAGE: &str = "page à imprimer (html)";
pub const LARGE_PAGE: &str = "page en grands caractères (html)";
pub const TEXT: &str = "texte, en pages A4 (txt)";
pub const CONTACT: &str = "contact à enregistrer dans un téléphone (vcf)";
pub const MESSAGE: &str = "SMS, texte court (txt)";
pub const MAIL: &str = "courriel (eml)";
pub const MARKDOWN: &str = "markdown (md)";

pub const REPLACE: &str = "remplacer";
pub const OTHER_NAME: &str = "donner un autre nom";

/// How to print what was written, when it is for paper.
pub const HOW_TO_PRINT: &str = "Pour l'imprimer : l'ouvrir dans un navigateur, puis Ctrl-P.";

/// What a service is called in a list.
pub fn listed(name: &str, kind: &str) -> String {
    format!("{name} · {kind}")
}

/// A file stands there already.
pub fn replace(name: &str) -> String {
    format!("« {name} » existe déjà. Le remplacer ?")
}

/// Words that name no service.
pub fn no_service(typed: &str) -> String {
    format!("« {typed} » ne ressemble à aucun service. Essayez un autre mot de son nom.")
}

/// Words that may name several.
pub fn which_service(typed: &str) -> String {
    format!("« {typed} » : quel service ?")
}
