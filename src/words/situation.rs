//! The situation as the program understood it.

use crate::catalogue::fold::fold;
use crate::catalogue::terms::{Asking, Migration, Nature, Positions, Region, Setting};
use crate::catalogue::{Catalogue, language};
use crate::lookup::{Place, PlaceNote};
use crate::rules::Case;
use crate::situation::{Field, Situation};

use super::{list, questions};

/// What a field is called when a person is spoken to.
pub const fn field_name(field: Field) -> &'static str {
    questions::of(field).called
}

/// One line: « Verviers (4800) · 34 ans · cette semaine · besoin : mal-être ».
pub fn situation_line(situation: &Situation, catalogue: &Catalogue) -> String {
    let told = |field| (questions::of(field).told)(situation, catalogue);
    let parts: Vec<String> = questions::IN_A_LINE.into_iter().filter_map(told).collect();
    if parts.is_empty() {
        return "rien n'est encore connu".to_owned();
    }
    parts.join(" · ")
}

/// « besoins : écoute, logement ».
pub(super) fn several(label: &str, words: &[String]) -> String {
    format!("{label}{} : {}", if words.len() > 1 { "s" } else { "" }, words.join(", "))
}

/// What is taken for granted while nobody says it: « Besoin pas dit, compris : exil et trauma · langue pas dite, supposée :
/// français ». `None` when everything is said.
pub fn assumed_line(case: &Case<'_>) -> Option<String> {
    let mut parts = Vec::new();
    let understood = shorts(case.understood, &case.known.catalogue().needs);
    if !understood.is_empty() {
        let unsaid = if case.said.is_empty() { "Besoin pas dit, compris" } else { "Compris aussi" };
        parts.push(format!("{unsaid} : {}", understood.join(", ")));
    }
    if case.situation.languages.known().is_none() {
        let presumed: Vec<_> = case.spoken().into_iter().map(|code| language::name(code).to_owned()).collect();
        let unsaid = if parts.is_empty() { "Langue" } else { "langue" };
        parts.push(format!("{unsaid} pas dite, supposée : {}", list(&presumed, "ou")));
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What to say, and to try, when nothing is found, `excluded` services being for other people.
pub fn nothing(case: &Case<'_>, excluded: usize) -> String {
    let wants_interpreter = !case.said.and(case.known.of_nature(Nature::Interpreter)).is_empty();
    if wants_interpreter && !case.asks_as(Asking::Professional) {
        return "Un·e interprète est demandé·e par le service où l'on va, pas par la personne : choisissez le service dont elle a \
                besoin (--besoin), et demandez-y un·e interprète dès l'appel. Avec --pour pro, les services d'interprètes se montrent."
            .to_owned();
    }
    if excluded > 0 {
        return "Aucun service du catalogue ne convient à tout ce qui a été dit. Ajoutez --tout pour voir les services écartés et \
                pourquoi, ou changez une réponse."
            .to_owned();
    }
    format!(
        "Aucun service du catalogue ne répond à ce besoin. Essayez un besoin plus large (--besoin ecoute), ou le {} pour parler à \
         quelqu'un.",
        super::listening_line(case)
    )
}

/// When none of the first answers has a telephone, an address or a way to write.
pub const NOBODY_TO_CALL: &str = "Ici, on ne connaît aucun service proche qu'on puisse appeler, à qui écrire ou chez qui \
                                  aller : la première porte est une liste ou un site. Les lignes d'écoute répondent.";

/// How a person asks for somebody who interprets, when none of the first answers is known to speak their language.
pub fn ask_for_an_interpreter(situation: &Situation) -> Option<String> {
    let spoken: Vec<_> = situation.languages.known()?.iter().map(|code| language::name(code).to_owned()).collect();
    let whom = match situation.asking.known() {
        Some(Asking::Professional) => return None,
        Some(Asking::Relative) => "la personne a droit",
        Some(Asking::Person) | None => "vous avez droit",
    };
    Some(format!(
        "Les premiers services ne disent pas parler {} : {whom} à être compris·e. En appelant, demandez un·e interprète \
         (« interprète, {}, s'il vous plaît ») : c'est le service qui l'appelle.",
        list(&spoken, "ou"),
        spoken[0]
    ))
}

/// « Près de Linkebeek, le catalogue ne connaît pas de service fait pour : deuil. » `None` when there is one for each
/// need.
pub fn under_served(needs: Positions, situation: &Situation, catalogue: &Catalogue) -> Option<String> {
    let place = situation.commune.known()?;
    let words = shorts(needs, &catalogue.needs);
    (!words.is_empty()).then(|| {
        format!(
            "Près {}, le catalogue ne connaît pas de service fait pour : {}. Ce qui suit est plus général, plus loin, ou répond à \
             distance.",
            of(&place.name),
            list(&words, "et")
        )
    })
}

fn shorts(set: Positions, table: &crate::catalogue::Table<crate::catalogue::model::Need>) -> Vec<String> {
    set.iter().map(|position| table.get(position).short.to_string()).collect()
}

pub(super) fn place_text(place: &Place) -> String {
    let code = place.postal_code.as_ref().map_or(String::new(), |code| format!(" ({code})"));
    let note = match &place.note {
        Some(PlaceNote::AlsoReaches(others)) => {
            format!(" [ce code postal couvre aussi une partie de {}]", list(others, "et"))
        }
        Some(PlaceNote::SpecialCode(_)) => " [code postal spécial : seule la province est connue]".to_owned(),
        None => String::new(),
    };
    format!("{}{code}{note}", place.name)
}

pub(super) const fn region_text(region: Region) -> &'static str {
    match region {
        Region::Bruxelles => "Région bruxelloise",
        Region::Wallonie => "Wallonie",
        Region::Flandre => "Flandre",
        Region::Germanophone => "Communauté germanophone",
    }
}

pub(super) fn asking_text(asking: Asking, setting: Option<Setting>) -> String {
    match asking {
        Asking::Person => "pour soi".to_owned(),
        Asking::Relative => "demande d'un·e proche".to_owned(),
        Asking::Professional => setting.map_or("demande d'un·e pro".to_owned(), |setting| {
            format!("demande d'un·e pro ({})", super::facts::setting(setting))
        }),
    }
}

/// What is told back of the migration path; a path not told is not told back.
pub(super) const fn migration_text(path: Migration) -> Option<&'static str> {
    match path {
        Migration::None | Migration::Undisclosed => None,
        Migration::Applicant => Some("demande de protection internationale"),
        Migration::Refugee => Some("réfugié·e reconnu·e"),
        Migration::UnaccompaniedMinor => Some("mineur·e étranger·ère non accompagné·e"),
        Migration::WithoutResidence => Some("sans titre de séjour"),
        Migration::Newcomer => Some("primo-arrivant·e"),
        Migration::Other => Some("parcours migratoire"),
    }
}

/// « d'Arlon », « de Namur ».
fn of(name: &str) -> String {
    let first = fold(name).chars().next();
    if first.is_some_and(|letter| "aeiouy".contains(letter)) { format!("d'{name}") } else { format!("de {name}") }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::date::Moment;
    use crate::embedded;
    use crate::rules::Known;
    use crate::situation::Typed;

    use super::*;

    fn said(person: &str, then: impl Fn(&Case<'_>) -> Option<String>) -> Option<String> {
        let typed: Typed = serde_yaml::from_str(&format!("{{ {person} }}")).unwrap();
        let situation = typed.read(embedded(), Moment::parse("2026-11-24T10:00").unwrap()).unwrap();
        let known = Known::new(embedded());
        then(&Case::new(&known, &situation))
    }

    #[test]
    fn what_is_taken_for_granted_is_told_in_one_line() {
        let assumed = said("commune: Liège, age: 19, migration: dpi", assumed_line).unwrap();
        assert!(assumed.starts_with("Besoin pas dit, compris : ") && assumed.contains("exil et trauma"), "{assumed}");
        assert!(assumed.ends_with("langue pas dite, supposée : français"), "{assumed}");
        assert_eq!(
            said("commune: Kraainem, needs: [deuil]", assumed_line).unwrap(),
            "Langue pas dite, supposée : français ou néerlandais"
        );
        assert_eq!(said("commune: Liège, needs: [deuil], languages: [fr]", assumed_line), None);
    }

    #[test]
    fn a_person_is_told_how_to_ask_for_an_interpreter_and_a_professional_is_not() {
        let ask = |case: &Case<'_>| ask_for_an_interpreter(case.situation);
        assert!(said("languages: [ti]", ask).unwrap().contains("« interprète, tigrinya, s'il vous plaît »"));
        assert_eq!(said("languages: [ti], asking: pro", ask), None);
        assert_eq!(said("commune: Arlon", ask), None);
    }

    #[test]
    fn whoever_asks_for_an_interpreter_alone_is_told_who_calls_one() {
        let nothing = |case: &Case<'_>| Some(nothing(case, 0));
        assert!(said("needs: [interprete]", nothing).unwrap().contains("demandé·e par le service"));
        assert!(said("commune: Gent, needs: [deuil]", nothing).unwrap().contains("le 106"));
    }
}
