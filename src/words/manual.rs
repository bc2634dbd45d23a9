//! What the manual page says besides the commands' own help.

/// Commands to start from, and what each does.
pub const EXAMPLES: &[(&str, &str)] = &[
    ("versqui", "Pose les questions une à une, puis montre vers qui se tourner."),
    (
        "versqui orienter --commune Verviers --age 34 --besoin mal-etre --budget 11",
        "Répond sans rien demander de ce qui est déjà dit.",
    ),
    (
        "versqui orienter --commune 4800 --besoin isolement --format csv --excel > services.csv",
        "Écrit un fichier pour un tableur.",
    ),
    (
        "versqui orienter --commune Namur --besoin logement --format ndjson --champs name,phone,cost.text | jq -r .name",
        "Écrit un résultat par ligne, ces champs-là seulement.",
    ),
    ("versqui urgences", "Les numéros d'urgence, tout de suite."),
];

/// Exit statuses: a contract.
pub const EXITS: &[(&str, &str)] = &[
    ("0", "Au moins un service convient."),
    ("1", "Aucun."),
    ("2", "Une option ou une valeur ne convient pas, ou la réponse n'a pas pu être écrite."),
    ("3", "Le catalogue ne peut pas être utilisé."),
    ("130", "Arrêt par Ctrl-C."),
];

/// Environment variables the program reads.
pub const ENVIRONMENT: &[(&str, &str)] = &[
    ("VERSQUI_CATALOGUE", "Le catalogue à utiliser, comme avec --catalogue."),
    ("NO_COLOR", "Pas de couleurs, quelle que soit sa valeur."),
    ("COLUMNS", "La largeur de la table."),
    ("TERM", "« dumb » : ni couleurs, ni curseur déplacé."),
];

/// Section headings, where the generator's are English.
pub const HEADINGS: &[(&str, &str)] = &[("NAME", "NOM"), ("Commandes", "COMMANDES"), ("SUBCOMMANDS", "COMMANDES")];

pub const REMARKS_HEADING: &str = "REMARQUES";
pub const EXAMPLES_HEADING: &str = "EXEMPLES";
pub const EXITS_HEADING: &str = "ÉTAT DE SORTIE";
pub const ENVIRONMENT_HEADING: &str = "ENVIRONNEMENT";
/// The name of the manual, at the top of each page.
pub const TITLE: &str = "Manuel de versqui";
