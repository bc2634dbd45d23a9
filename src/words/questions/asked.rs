//! Each question: what is asked, what is said with it, why, and what is told of its answer. One row each; the rows stand
//! in the order in which a situation is summed up.

use crate::catalogue::terms::{Asking, Migration, Region, Setting, Urgency};
use crate::situation::{Field, LANGUAGES};
use crate::words::situation as told;
use crate::words::{euros, urgency as delay};

use super::choice::{Choice, all, grouped, named, shorts, subjects, tongues, yes_or_no};
use super::row::{Wording, Words, none, nothing, words};
use super::{age, asking, migration, place, region, setting, urgency, yes_no};

words! {
    Commune {
        name: "Lieu de vie",
        called: "la commune",
        yours: "lieu de vie",
        wording: Wording {
            to_person: "Où vivez-vous ?",
            of_person: "Où vit la personne ?",
            of_anybody: "Où vit la personne concernée ?",
        },
        note: Some("Une commune, un village, un code postal ou une région, dans n'importe quelle langue du pays."),
        why: WHY_PLACE,
        value: "LIEU",
        help: "Commune, localité ou code postal, en français, néerlandais ou allemand",
        described: "Où elle vit.",
        choices: none,
        answer: |situation, _| situation.commune.known().map(place),
        told: |situation, _| situation.commune.known().map(told::place_text),
    }
    Region {
        name: "Région",
        called: "la région",
        yours: "lieu de vie",
        wording: Wording {
            to_person: "Dans quelle région vivez-vous ?",
            of_person: "Dans quelle région vit la personne ?",
            of_anybody: "Dans quelle région vit la personne concernée ?",
        },
        note: None,
        why: WHY_PLACE,
        value: "RÉGION",
        help: "bruxelles, wallonie, flandre ou germanophone",
        described: "Sa région.",
        choices: |_, _| all(Region::ALL, Region::slug, region),
        answer: |situation, _| situation.region.known().map(|known| region(*known).to_owned()),
        // a commune says more
        told: |situation, _| match situation.commune.known() {
            Some(_) => None,
            None => situation.region.known().map(|region| told::region_text(*region).to_owned()),
        },
    }
    Age {
        name: "Âge",
        called: "l'âge",
        yours: "âge",
        wording: Wording {
            to_person: "Quel âge avez-vous ?",
            of_person: "Quel âge a la personne ?",
            of_anybody: "Quel âge a la personne concernée ?",
        },
        note: Some("En années ; 0 pour un bébé."),
        why: "Certains services sont réservés à un âge, et le prix d'une séance peut changer avec l'âge.",
        value: "ANS",
        help: "Âge de la personne concernée, de 0 à 120 ans",
        described: "Son âge en années.",
        choices: none,
        answer: |situation, _| situation.age.known().map(|years| age(*years)),
        told: |situation, _| situation.age.known().map(|age| format!("{age} ans")),
    }
    Asking {
        name: "Pour qui",
        called: "qui demande",
        yours: "rôle",
        wording: Wording::same("Pour qui cherchez-vous ?"),
        note: None,
        why: "Certains services répondent à la personne elle-même, d'autres à ses proches, d'autres seulement à des \
              professionnel·les.",
        value: "QUI",
        help: "Qui demande : moi, proche ou pro",
        described: "Qui demande.",
        choices: |_, _| all(Asking::ALL, Asking::slug, asking),
        answer: |situation, _| situation.asking.known().map(|known| asking(*known).to_owned()),
        told: |situation, _| {
            let setting = situation.setting.known().copied();
            situation.asking.known().map(|asking| told::asking_text(*asking, setting))
        },
    }
    Setting {
        name: "Lieu de travail",
        called: "le cadre de travail",
        yours: "rôle",
        wording: Wording::same("Où travaillez-vous ?"),
        note: None,
        why: "Certains services n'aident que les équipes de certains lieux de travail.",
        value: "CADRE",
        help: "Pour un·e pro, son cadre : hopital, medecine-generaliste, maison-medicale, service-social…",
        described: "Le cadre de travail de qui demande.",
        choices: |_, _| all(Setting::ALL, Setting::slug, setting),
        answer: |situation, _| situation.setting.known().map(|known| setting(*known).to_owned()),
        // with who is asking
        told: nothing,
    }
    Urgency {
        name: "Délai",
        called: "l'urgence",
        yours: "délai",
        wording: Wording::same("Quand faut-il de l'aide ?"),
        note: None,
        why: "Pour montrer d'abord ce qui peut répondre à temps. En cas de danger, les numéros d'urgence s'affichent \
              tout de suite. Le programme ne mesure pas la gravité : vous dites quand il faut de l'aide. Dans le doute, \
              choisissez le plus tôt.",
        value: "DÉLAI",
        help: "danger (maintenant), aujourdhui, semaine ou mois (ou plus tard)",
        described: "Le délai.",
        choices: |_, _| all(Urgency::ALL, Urgency::slug, urgency),
        answer: |situation, _| situation.urgency.known().map(|known| urgency(*known).to_owned()),
        told: |situation, _| situation.urgency.known().map(|asked| delay(*asked).to_owned()),
    }
    Needs {
        name: "Besoins",
        called: "le besoin",
        yours: "besoin",
        wording: Wording {
            to_person: "Qu'est-ce qui vous amène ? Plusieurs réponses sont possibles.",
            of_person: "Qu'est-ce qui amène la personne, avec ses mots à elle ? Plusieurs réponses sont possibles.",
            of_anybody: "Qu'est-ce qui vous amène ? Plusieurs réponses sont possibles.",
        },
        note: None,
        why: "Pour proposer des services faits pour cela. Ce sont des mots de tous les jours, pas un diagnostic.",
        value: "BESOIN",
        help: "Besoin : ecoute, mal-etre, isolement, logement… (peut se répéter)",
        described: "Les besoins, comme dans needs.yaml.",
        choices: |_, catalogue| grouped(&catalogue.needs),
        answer: |situation, catalogue| {
            situation.needs.known().map(|set| shorts(*set, &catalogue.needs).join(", "))
        },
        told: |situation, catalogue| {
            situation.needs.known().map(|set| told::several("besoin", &shorts(*set, &catalogue.needs)))
        },
    }
    Wishes {
        name: "Souhaits",
        called: "les souhaits",
        yours: "besoin",
        wording: Wording {
            to_person: "Qu'est-ce qui vous aiderait ? Plusieurs réponses sont possibles.",
            of_person: "Qu'est-ce qui aiderait la personne ? Plusieurs réponses sont possibles.",
            of_anybody: "Qu'est-ce qui aiderait la personne ? Plusieurs réponses sont possibles.",
        },
        note: None,
        why: "Pour montrer plus haut les services qui s'y prennent de cette façon. Aucun n'est écarté.",
        value: "SOUHAIT",
        help: "Souhait : sans-rendez-vous, anonyme, a-domicile, week-end… (peut se répéter)",
        described: "Les souhaits, comme dans needs.yaml.",
        choices: |_, catalogue| catalogue.wishes.iter().map(Choice::of_need).collect(),
        answer: |situation, catalogue| {
            situation.wishes.known().map(|set| shorts(*set, &catalogue.wishes).join(", "))
        },
        told: |situation, catalogue| {
            situation.wishes.known().map(|set| told::several("souhait", &shorts(*set, &catalogue.wishes)))
        },
    }
    About {
        name: "Précision",
        called: "la précision",
        yours: "besoin",
        wording: Wording::same("Est-ce plus précisément l'un de ceux-ci ? On peut passer."),
        note: None,
        why: "Certains services sont faits pour un problème précis. Ils ne sont montrés que si la personne le nomme ; \
              sans réponse, ceux qui reçoivent tout le monde viennent d'abord.",
        value: "PRECISION",
        help: "Précision : un problème ou un public plus étroit que le besoin (`partenaire`, `alcool`, `sourds`…)",
        described: "Ce qui est dit plus précisément que le besoin, comme « subjects » dans needs.yaml.",
        choices: subjects,
        answer: |situation, catalogue| named(situation, catalogue).map(|named| named.join(", ")),
        told: |situation, catalogue| named(situation, catalogue).map(|named| told::several("précision", &named)),
    }
    Budget {
        name: "Budget par séance",
        called: "le budget",
        yours: "budget",
        wording: Wording {
            to_person: "Combien pouvez-vous mettre par séance ?",
            of_person: "Combien la personne peut-elle mettre par séance ?",
            of_anybody: "Combien peut-on mettre par séance ?",
        },
        note: Some("En euros ; 0 si rien ne peut être payé."),
        why: "Pour montrer d'abord ce qui est payable. Aucun service n'est écarté à cause de son prix.",
        value: "EUROS",
        help: "Ce que la personne peut mettre par séance, en euros",
        described: "Ce qu'elle peut payer par séance, en euros.",
        choices: none,
        answer: |situation, _| situation.budget.known().map(|budget| euros(*budget)),
        told: |situation, _| situation.budget.known().map(|budget| format!("budget {}", euros(*budget))),
    }
    Bim {
        name: "Intervention majorée (BIM)",
        called: "le statut BIM",
        yours: "statut BIM",
        wording: Wording {
            to_person: "Avez-vous l'intervention majorée (statut BIM) ?",
            of_person: "La personne a-t-elle l'intervention majorée (statut BIM) ?",
            of_anybody: "La personne concernée a-t-elle l'intervention majorée (statut BIM) ?",
        },
        note: None,
        why: "Avec l'intervention majorée (BIM : bénéficiaire de l'intervention majorée), certaines séances coûtent \
              moins cher. La mutuelle de la personne peut le dire.",
        value: "OUI|NON",
        help: "Statut BIM (intervention majorée) : oui ou non",
        described: "Statut BIM (intervention majorée).",
        choices: yes_or_no,
        answer: |situation, _| situation.bim.known().map(|bim| yes_no(*bim).to_owned()),
        told: |situation, _| {
            situation.bim.known().map(|bim| if *bim { "BIM".to_owned() } else { "sans BIM".to_owned() })
        },
    }
    Languages {
        name: "Langues",
        called: "la langue",
        yours: "choix de langue",
        wording: Wording {
            to_person: "Dans quelles langues êtes-vous à l'aise ? Plusieurs réponses sont possibles.",
            of_person: "Dans quelles langues la personne est-elle à l'aise ? Plusieurs réponses sont possibles.",
            of_anybody: "Dans quelles langues se parler ? Plusieurs réponses sont possibles.",
        },
        note: None,
        why: "Pour montrer d'abord les services où l'on se comprend, ou qui font venir un·e interprète. Le numéro \
              d'écoute dépend aussi de la langue.",
        value: "CODE",
        help: "Langue parlée, code ISO 639-1 : fr, nl, de, en, ar… (peut se répéter)",
        described: "Les langues parlées, en codes ISO 639-1.",
        choices: |_, _| LANGUAGES.map(Choice::of_language).into(),
        answer: |situation, _| situation.languages.known().map(|spoken| tongues(spoken)),
        told: |situation, _| situation.languages.known().map(|spoken| tongues(spoken)),
    }
    Migration {
        name: "Parcours migratoire",
        called: "le parcours migratoire",
        yours: "parcours migratoire",
        wording: Wording {
            to_person: "Quel est votre parcours migratoire ?",
            of_person: "Quel est le parcours migratoire de la personne ?",
            of_anybody: "Quel est le parcours migratoire de la personne concernée ?",
        },
        note: Some(
            "Certains services sont faits pour un parcours (l'exil, l'asile, une arrivée récente) : la question sert à les \
             trouver. La réponse n'est ni gardée, ni envoyée. « Préfère ne pas dire » est une réponse aussi bonne qu'une \
             autre.",
        ),
        why: "Certains services sont réservés à certaines situations de séjour, d'autres sont ouverts à tout le monde. \
              Sans réponse, rien n'est écarté : ce qui en dépend est marqué « à vérifier ». Rien n'est gardé.",
        value: "PARCOURS",
        help: "aucun, dpi, refugie, mena, sans-sejour, primo-arrivant, autre, ou tait (préfère ne pas dire)",
        described: "Son parcours migratoire.",
        choices: |_, _| all(Migration::ALL, Migration::slug, migration),
        answer: |situation, _| situation.migration.known().map(|path| migration(*path).to_owned()),
        told: |situation, _| {
            situation.migration.known().and_then(|path| told::migration_text(*path)).map(str::to_owned)
        },
    }
    At {
        name: "Moment",
        called: "le moment",
        yours: "délai",
        wording: Wording::same("À quel moment ?"),
        note: None,
        why: "Pour savoir ce qui est ouvert à ce moment.",
        value: "DATE",
        help: "Date et heure (2026-11-24T10:00), maintenant par défaut",
        described: "Le moment de la demande, à l'heure de Bruxelles.",
        choices: none,
        answer: nothing,
        told: nothing,
    }
}

const WHY_PLACE: &str = "Beaucoup de services accueillent les personnes d'un territoire précis. La commune suffit : l'adresse n'est pas \
     demandée.";
