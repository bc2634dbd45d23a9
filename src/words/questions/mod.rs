//! The words of the questionnaire: what is asked, why, and what may be answered.
//!
//! Plain and kind: no word that judges, no question without its reason, and « je ne sais pas » everywhere. The labels
//! of answers hold in 72 bytes: the terminal library counts bytes as columns.

mod asked;
mod choice;
mod row;

pub use asked::{IN_A_LINE, of};
pub use choice::Choice;
pub use row::Words;

use crate::catalogue::language;
use crate::catalogue::terms::{Asking, Migration, Setting, Urgency};
use crate::rules::SafetyLine;
use crate::situation::{Field, Situation, Way};

pub use super::places::{near_places, no_place, outside, place, region, several_places, suggestion, understood};
use super::{advice, safety_text};

/// Said once, before the first question.
pub const OPENING: &str = "Quelques questions. Chacune peut rester sans réponse, et rien n'est gardé.";
/// The commands of the plain lines, said once.
pub const LINE_COMMANDS: &str = "À tout moment : Entrée passe la question, < revient, ? explique, q quitte.";
/// The same for menus.
pub const MENU_COMMANDS: &str = "Flèches et Entrée pour choisir, Échap pour revenir à la question précédente.";

/// The same for a line of text among menus.
pub fn text_commands(skip: &str) -> String {
    format!("Entrée seule : {skip} · < : revenir · ? : pourquoi · q : quitter")
}

pub const UNKNOWN: &str = "je ne sais pas";
/// Typed to have a long list again.
pub const LIST: &str = "liste";
pub const LIST_ABOVE: &str = "(les mêmes réponses que plus haut ; « liste » les montre encore)";
pub const NONE_OF_THESE: &str = "aucune de ces réponses";
pub const SEE_ANSWER: &str = "voir la réponse";
pub const WHY: &str = "pourquoi cette question ?";
pub const QUIT: &str = "quitter";
pub const BACK_TO_LIST: &str = "revenir à la liste";
pub const BACK_TO_GROUPS: &str = "revenir aux groupes";
pub const MORE_BELOW: &str = "La liste continue : flèche vers le bas.";

pub const FIRST_QUESTION: &str = "C'est la première question. Pour quitter : q, ou « quitter » dans la liste.";
pub const GOODBYE: &str = "Au revoir. Rien n'a été gardé. Les numéros d'urgence : versqui urgences";
pub const INPUT_ENDED: &str = "Plus de réponse à lire : les questions s'arrêtent ici. Rien n'a été gardé.";
pub const INTERRUPTED: &str = "Interrompu. Rien n'a été gardé.";

pub const fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Danger => "Maintenant : quelqu'un est en danger",
        Urgency::Today => "Aujourd'hui : ça ne peut pas attendre demain",
        Urgency::Week => "Cette semaine",
        Urgency::Month => "Ce mois-ci, ou plus tard",
    }
}

pub const fn asking(asking: Asking) -> &'static str {
    match asking {
        Asking::Person => "Pour moi",
        Asking::Relative => "Pour un·e proche",
        Asking::Professional => "Pour une personne que j'accompagne (pro, volontaire)",
    }
}

pub const fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Hospital => "Dans un hôpital",
        Setting::GeneralPractice => "En médecine générale",
        Setting::MedicalHouse => "Dans une maison médicale",
        Setting::ContractedPsychologist => "Comme psychologue conventionné·e",
        Setting::PublicService => "Dans un service public (commune, aide sociale…)",
        Setting::SocialService => "Dans un service social ou une association",
        Setting::ReceptionCentre => "Dans un centre d'accueil (Fedasil ou partenaire)",
        Setting::HomeCare => "En soins à domicile",
        Setting::Other => "Ailleurs",
    }
}

pub const fn migration(path: Migration) -> &'static str {
    match path {
        Migration::None => "Aucun",
        Migration::Applicant => "Demande d'asile en cours (protection internationale)",
        Migration::Refugee => "Réfugié·e, ou protection subsidiaire",
        Migration::UnaccompaniedMinor => "Mineur·e arrivé·e sans ses parents (MENA)",
        Migration::WithoutResidence => "Sans titre de séjour",
        Migration::Newcomer => "En Belgique depuis moins de 3 ans, avec un séjour",
        Migration::Other => "Un autre parcours",
        Migration::Undisclosed => "Préfère ne pas dire",
    }
}

pub const fn yes_no(yes: bool) -> &'static str {
    if yes { "Oui" } else { "Non" }
}

/// The item of a menu that lets one type instead.
pub const fn type_instead(field: Field) -> &'static str {
    match field.row().way {
        Way::Languages => "une autre langue…",
        _ => "le dire avec mes mots…",
    }
}

/// « continuer avec : écoute, logement »
pub fn carry_on(chosen: &[&str]) -> String {
    format!("continuer avec : {}", chosen.join(", "))
}

/// « (réponse donnée : 34 ans) »
pub fn current(answer: &str) -> String {
    format!("(réponse donnée : {answer})")
}

/// The end of a plain line, where one number is typed.
pub fn number_prompt(skip: &str) -> String {
    format!("Numéro (Entrée : {skip}) > ")
}

/// The same, where several are, or words.
pub fn words_prompt(skip: &str) -> String {
    format!("Numéros ou mots, comme « 1 3 » (Entrée : {skip}) > ")
}

/// The same, where one number is, or words.
pub fn word_prompt(skip: &str) -> String {
    format!("Numéro ou mots (Entrée : {skip}) > ")
}

/// The same, where a text is.
pub fn text_prompt(skip: &str) -> String {
    format!("Réponse (Entrée : {skip}) > ")
}

/// Before the recap's lines.
pub const RECAP: &str = "Voici la situation. Choisir une ligne permet de la changer.";
/// Why there is a recap.
pub const WHY_RECAP: &str = "Pour relire avant la réponse. Une ligne changée mène droit à la réponse ; ce qui manque n'empêche pas de répondre.";

/// One line of the recap.
pub fn recap_line(field: Field, answer: Option<&str>) -> String {
    format!("{} : {}", of(field).name, answer.unwrap_or("pas précisé"))
}

pub fn age(years: u8) -> String {
    format!("{years} an{}", if years > 1 { "s" } else { "" })
}

pub fn which_one(typed: &str) -> String {
    format!("« {typed} » : est-ce cela ?")
}

/// A word that is no need, no wish, no language; said alone, or among others.
pub fn no_such_word(field: Field, typed: &str, alone: bool) -> String {
    let what = match field.row().way {
        Way::Languages => "une langue connue ici",
        _ => "dans la liste",
    };
    if alone {
        format!("« {typed} » n'est pas {what}. Essayez un autre mot, ou choisissez dans la liste.")
    } else {
        format!("« {typed} » n'est pas {what} : laissé de côté. Le récapitulatif permet d'y revenir.")
    }
}

/// A number or a word that is no answer.
pub fn pick_a_number(typed: &str, count: usize) -> String {
    format!("« {typed} » n'est pas une des réponses. Tapez un numéro de 1 à {count}.")
}

/// An age or an amount that is none.
pub fn unreadable(field: Field, typed: &str) -> String {
    match field.row().way {
        Way::Years => format!("« {typed} » n'est pas un âge. Un nombre de 0 à 120 suffit."),
        Way::Euros => format!("« {typed} » n'est pas un montant. Un nombre d'euros suffit, comme 15 ou 12,50."),
        _ => format!("« {typed} » ne se lit pas ici."),
    }
}

/// The numbers to call, and what to do meanwhile.
pub fn alarm(lines: &[SafetyLine], situation: &Situation) -> String {
    let mut text = String::from("À appeler tout de suite :");
    for line in lines {
        let spoken = match line.number.languages {
            [] => String::new(),
            codes => format!(" ({})", codes.iter().map(|code| language::name(code)).collect::<Vec<_>>().join(", ")),
        };
        let (phone, name) = (line.number.phone, line.number.name);
        text.extend(["\n  ", phone, " · ", name, &spoken, " : ", &safety_text(line, situation.at)]);
    }
    for sentence in advice(situation, lines) {
        text.push('\n');
        text.push_str(&sentence);
    }
    text
}
