//! The words of the safety block.

use crate::catalogue::date::Moment;
use crate::catalogue::terms::{Asking, Urgency};
use crate::rules::opening::Opening;
use crate::rules::safety::{EMERGENCY, LISTENING, Tongues};
use crate::rules::{Case, SafetyLine, SafetyReason};
use crate::situation::Situation;

use super::opening_text;

/// Why a number is shown.
const fn safety_reason(reason: SafetyReason) -> &'static str {
    match reason {
        SafetyReason::Danger => "quelqu'un est en danger maintenant",
        SafetyReason::IfDanger => "si la situation devient dangereuse",
        SafetyReason::SuicidalThoughts => "pour parler des idées de mort, tout de suite",
        SafetyReason::Minor => "pour un enfant ou un·e adolescent·e",
        SafetyReason::Violence => "la police, en cas de violence",
        SafetyReason::ViolenceLine => "pour parler des violences et trouver un abri, sans porter plainte",
        SafetyReason::Listening => "pour parler à quelqu'un dans cette langue, de tout",
        SafetyReason::DoctorOnCall => "un médecin de garde, à cette heure (la nuit en semaine : selon la région)",
    }
}

/// Why a number is shown, and when it answers while it does not.
pub fn safety_text(line: &SafetyLine, at: Moment) -> String {
    let reason = safety_reason(line.reason);
    match line.opening {
        closed @ Opening::Closed { .. } => format!("{reason} ({})", opening_text(closed, at)),
        Opening::Open { .. } | Opening::Unknown => reason.to_owned(),
    }
}

/// What to do, in whose presence: said with the numbers, never a score, never a diagnosis. Shelter comes before any call
/// when somebody is violent.
pub fn advice(situation: &Situation, safety: &[SafetyLine]) -> Vec<String> {
    let is_violent = safety.iter().any(|line| line.reason == SafetyReason::ViolenceLine);
    let sentences = match (situation.urgency.known(), is_violent) {
        (Some(Urgency::Danger), true) => vec![shelter_first(situation), until_told(situation)],
        (Some(Urgency::Danger), false) => vec![beside(situation), until_told(situation)],
        (Some(Urgency::Today), true) => vec![shelter_first(situation), if_it_grows_worse(situation.at)],
        (Some(Urgency::Today), false) => vec![if_it_grows_worse(situation.at), in_doubt(situation)],
        _ => Vec::new(),
    };
    sentences.into_iter().map(str::to_owned).collect()
}

/// The number of the line that listens to anybody, in a language of the person or else of the place.
pub fn listening_line(case: &Case<'_>) -> &'static str {
    Tongues::of(case).choose(LISTENING).first().map_or(EMERGENCY.phone, |number| number.phone)
}

fn shelter_first(situation: &Situation) -> &'static str {
    match situation.asking.known() {
        Some(Asking::Person) => {
            "À l'abri d'abord : éloignez-vous de qui vous menace, si vous le pouvez sans risque, puis appelez."
        }
        Some(Asking::Relative | Asking::Professional) => {
            "À l'abri d'abord : aidez la personne à s'éloigner de qui la menace, si c'est possible sans risque, puis appelez avec elle."
        }
        None => "À l'abri d'abord : s'éloigner de qui menace, si c'est possible sans risque, puis appeler.",
    }
}

fn beside(situation: &Situation) -> &'static str {
    match situation.asking.known() {
        Some(Asking::Person) => {
            "Ne restez pas seul·e : appelez, ou demandez à quelqu'un de rester avec vous. Éloignez ce qui peut blesser."
        }
        Some(Asking::Relative | Asking::Professional) | None => {
            "Restez avec la personne, éloignez ce qui peut blesser, et appelez devant elle si elle est d'accord, sans attendre sinon."
        }
    }
}

fn until_told(situation: &Situation) -> &'static str {
    if situation.is_minor() {
        "Un adulte reste auprès de l'enfant jusqu'à l'arrivée de l'aide."
    } else {
        "Restez en ligne jusqu'à ce qu'on vous dise de raccrocher."
    }
}

/// Until when to watch, at this hour.
const fn if_it_grows_worse(at: Moment) -> &'static str {
    match at.hour {
        0..6 => "Si cela s'aggrave avant le matin, rappelez ou appelez le 112.",
        6..18 => "Si cela s'aggrave avant ce soir, rappelez ou appelez le 112.",
        _ => "Si cela s'aggrave dans la nuit, rappelez ou appelez le 112.",
    }
}

fn in_doubt(situation: &Situation) -> &'static str {
    match situation.asking.known() {
        Some(Asking::Person) => "Dans le doute, ne restez pas seul·e.",
        Some(Asking::Relative | Asking::Professional) | None => "Dans le doute, ne laissez pas la personne seule.",
    }
}

#[cfg(test)]
mod tests {
    use crate::embedded;
    use crate::rules::{Known, orient};
    use crate::situation::Typed;

    use super::*;

    fn said(person: &str, at: &str) -> String {
        let typed: Typed = serde_yaml::from_str(&format!("{{ {person} }}")).unwrap();
        let situation = typed.read(embedded(), Moment::parse(at).unwrap()).unwrap();
        advice(&situation, &orient(&Known::new(embedded()), &situation).safety).join(" ")
    }

    #[test]
    fn who_is_beaten_gets_away_before_calling() {
        let threatened = said("commune: Namur, needs: [violences], urgency: danger, asking: moi", "2026-11-24T22:00");
        assert!(threatened.starts_with("À l'abri d'abord : éloignez-vous"), "{threatened}");
        assert!(!said("commune: Namur, urgency: danger", "2026-11-24T22:00").contains("abri"));
    }

    #[test]
    fn the_sentences_know_the_hour() {
        let person = "commune: Namur, urgency: aujourdhui";
        assert!(said(person, "2026-11-24T10:00").contains("avant ce soir"));
        assert!(said(person, "2026-11-24T22:00").contains("dans la nuit"));
        assert!(said(person, "2026-11-25T03:00").contains("avant le matin"));
    }
}
