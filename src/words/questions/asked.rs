//! Each question: what is asked, what is said with it, and why.

use crate::catalogue::terms::Asking;
use crate::situation::Field;

/// The question itself: somebody who asks for themselves is spoken to; while that is not known, the words fit
/// everybody.
pub const fn wording(field: Field, asking: Option<Asking>) -> &'static str {
    match (field, asking) {
        (Field::Urgency, _) => "Quand faut-il de l'aide ?",
        (Field::Asking, _) => "Pour qui cherchez-vous ?",
        (Field::Setting, _) => "Où travaillez-vous ?",
        (Field::Region, Some(Asking::Person)) => "Dans quelle région vivez-vous ?",
        (Field::Region, Some(_)) => "Dans quelle région vit la personne ?",
        (Field::Region, None) => "Dans quelle région vit la personne concernée ?",
        (Field::Commune, Some(Asking::Person)) => "Où vivez-vous ?",
        (Field::Commune, Some(_)) => "Où vit la personne ?",
        (Field::Commune, None) => "Où vit la personne concernée ?",
        (Field::Age, Some(Asking::Person)) => "Quel âge avez-vous ?",
        (Field::Age, Some(_)) => "Quel âge a la personne ?",
        (Field::Age, None) => "Quel âge a la personne concernée ?",
        (Field::Needs, None | Some(Asking::Person)) => "Qu'est-ce qui vous amène ? Plusieurs réponses sont possibles.",
        (Field::Needs, Some(_)) => {
            "Qu'est-ce qui amène la personne, avec ses mots à elle ? Plusieurs réponses sont possibles."
        }
        (Field::Wishes, Some(Asking::Person)) => "Qu'est-ce qui vous aiderait ? Plusieurs réponses sont possibles.",
        (Field::Wishes, _) => "Qu'est-ce qui aiderait la personne ? Plusieurs réponses sont possibles.",
        (Field::About, _) => "Est-ce plus précisément l'un de ceux-ci ? On peut passer.",
        (Field::Budget, Some(Asking::Person)) => "Combien pouvez-vous mettre par séance ?",
        (Field::Budget, Some(_)) => "Combien la personne peut-elle mettre par séance ?",
        (Field::Budget, None) => "Combien peut-on mettre par séance ?",
        (Field::Bim, Some(Asking::Person)) => "Avez-vous l'intervention majorée (statut BIM) ?",
        (Field::Bim, Some(_)) => "La personne a-t-elle l'intervention majorée (statut BIM) ?",
        (Field::Bim, None) => "La personne concernée a-t-elle l'intervention majorée (statut BIM) ?",
        (Field::Languages, Some(Asking::Person)) => {
            "Dans quelles langues êtes-vous à l'aise ? Plusieurs réponses sont possibles."
        }
        (Field::Languages, Some(_)) => {
            "Dans quelles langues la personne est-elle à l'aise ? Plusieurs réponses sont possibles."
        }
        (Field::Languages, None) => "Dans quelles langues se parler ? Plusieurs réponses sont possibles.",
        (Field::Migration, Some(Asking::Person)) => "Quel est votre parcours migratoire ?",
        (Field::Migration, Some(_)) => "Quel est le parcours migratoire de la personne ?",
        (Field::Migration, None) => "Quel est le parcours migratoire de la personne concernée ?",
        (Field::At, _) => "À quel moment ?",
    }
}

/// What is said with the question, before any answer.
pub const fn note(field: Field) -> Option<&'static str> {
    match field {
        Field::Commune => {
            Some("Une commune, un village, un code postal ou une région, dans n'importe quelle langue du pays.")
        }
        Field::Age => Some("En années ; 0 pour un bébé."),
        Field::Budget => Some("En euros ; 0 si rien ne peut être payé."),
        Field::Migration => Some(
            "Certains services sont faits pour un parcours (l'exil, l'asile, une arrivée récente) : la question sert à les \
             trouver. La réponse n'est ni gardée, ni envoyée. « Préfère ne pas dire » est une réponse aussi bonne qu'une \
             autre.",
        ),
        _ => None,
    }
}

/// Why the question is asked.
pub const fn why(field: Field) -> &'static str {
    match field {
        Field::Urgency => {
            "Pour montrer d'abord ce qui peut répondre à temps. En cas de danger, les numéros d'urgence s'affichent tout de \
             suite. Le programme ne mesure pas la gravité : vous dites quand il faut de l'aide. Dans le doute, choisissez le \
             plus tôt."
        }
        Field::Asking => {
            "Certains services répondent à la personne elle-même, d'autres à ses proches, d'autres seulement à des \
             professionnel·les."
        }
        Field::Setting => "Certains services n'aident que les équipes de certains lieux de travail.",
        Field::Region | Field::Commune => {
            "Beaucoup de services accueillent les personnes d'un territoire précis. La commune suffit : l'adresse n'est pas \
             demandée."
        }
        Field::Age => "Certains services sont réservés à un âge, et le prix d'une séance peut changer avec l'âge.",
        Field::Needs => {
            "Pour proposer des services faits pour cela. Ce sont des mots de tous les jours, pas un diagnostic."
        }
        Field::Wishes => "Pour montrer plus haut les services qui s'y prennent de cette façon. Aucun n'est écarté.",
        Field::About => {
            "Certains services sont faits pour un problème précis. Ils ne sont montrés que si la personne le nomme ; sans \
             réponse, ceux qui reçoivent tout le monde viennent d'abord."
        }
        Field::Budget => "Pour montrer d'abord ce qui est payable. Aucun service n'est écarté à cause de son prix.",
        Field::Bim => {
            "Avec l'intervention majorée (BIM : bénéficiaire de l'intervention majorée), certaines séances coûtent moins \
             cher. La mutuelle de la personne peut le dire."
        }
        Field::Languages => {
            "Pour montrer d'abord les services où l'on se comprend, ou qui font venir un·e interprète. Le numéro d'écoute \
             dépend aussi de la langue."
        }
        Field::Migration => {
            "Certains services sont réservés à certaines situations de séjour, d'autres sont ouverts à tout le monde. Sans \
             réponse, rien n'est écarté : ce qui en dépend est marqué « à vérifier ». Rien n'est gardé."
        }
        Field::At => "Pour savoir ce qui est ouvert à ce moment.",
    }
}
