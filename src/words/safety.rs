//! The words of the safety block.

use crate::catalogue::terms::{Asking, Urgency};
use crate::rules::SafetyReason;
use crate::situation::Situation;

/// Why a number is shown.
pub const fn safety_reason(reason: SafetyReason) -> &'static str {
    match reason {
        SafetyReason::Danger => "quelqu'un est en danger maintenant",
        SafetyReason::IfDanger => "si la situation devient dangereuse",
        SafetyReason::SuicidalThoughts => "pour parler des idées de mort, tout de suite",
        SafetyReason::Minor => "pour un enfant ou un·e adolescent·e",
        SafetyReason::Violence => "la police, en cas de violence",
        SafetyReason::ViolenceLine => "pour parler des violences et trouver un abri, sans porter plainte",
        SafetyReason::DoctorOnCall => "un médecin, le soir et le week-end",
    }
}

/// What to do, in whose presence: said with the numbers, never a score, never a diagnosis.
pub fn advice(situation: &Situation) -> Vec<&'static str> {
    let asking = situation.asking.known();
    match situation.urgency.known() {
        Some(Urgency::Danger) => vec![
            match asking {
                Some(Asking::Person) => {
                    "Ne restez pas seul·e : appelez, ou demandez à quelqu'un de rester avec vous. Éloignez ce qui peut blesser."
                }
                Some(Asking::Relative | Asking::Professional) | None => {
                    "Restez avec la personne, éloignez ce qui peut blesser, et appelez devant elle si elle est d'accord, sans attendre sinon."
                }
            },
            if situation.is_minor() {
                "Un adulte reste auprès de l'enfant jusqu'à l'arrivée de l'aide."
            } else {
                "Restez en ligne jusqu'à ce qu'on vous dise de raccrocher."
            },
        ],
        Some(Urgency::Today) => vec![
            "Si cela s'aggrave avant ce soir, rappelez ou appelez le 112. Ne laissez pas la personne seule si vous avez un doute.",
        ],
        _ => Vec::new(),
    }
}
