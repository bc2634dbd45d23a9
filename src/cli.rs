//! The grammar of the command line, nothing else: what may be typed, not what it means.
//!
//! Commands and flags are French; each has an English alias, named as its JSON key. Values stay text here: `situation`
//! reads them once, and its errors speak French.

use clap::{Arg, ArgAction, ArgMatches, Args, Command as Grammar, FromArgMatches, Parser, Subcommand};

use crate::situation::{Field, Typed, Way};
use crate::words::questions as words;

/// clap's own template, in French.
const TEMPLATE: &str = "{before-help}{about}\n\nUsage : {usage}\n\n{all-args}{after-help}";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "versqui",
    version,
    about = "Vers qui se tourner ? Les services belges de santé mentale et d'aide sociale qui conviennent à une personne.",
    help_template = TEMPLATE,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Commandes",
    subcommand_value_name = "COMMANDE",
    max_term_width = 98,
    after_help = "Sans commande, versqui pose ses questions (= versqui orienter).\n\
                  versqui ne pose pas de diagnostic, ne connaît pas les places libres et ne garde rien sur personne.\n\
                  En danger : 112."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub global: Global,
}

/// Flags of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Catalogue à utiliser au lieu de celui du programme : un dossier YAML ou un fichier compilé
    #[arg(long, value_name = "CHEMIN", global = true, help_heading = "Général")]
    pub catalogue: Option<std::path::PathBuf>,
    /// Couleurs : auto, toujours, jamais
    #[arg(long = "couleur", alias = "color", value_name = "QUAND", global = true, help_heading = "Général")]
    pub color: Option<String>,
    #[arg(
        help = "Tout écrire d'un coup, sans pageur (VERSQUI_PAGER, sinon PAGER, sinon less)",
        long = "sans-pageur",
        alias = "no-pager",
        global = true,
        help_heading = "Général"
    )]
    pub no_pager: bool,
    /// Montrer cette aide
    #[arg(short = 'h', long = "aide", alias = "help", action = clap::ArgAction::Help, global = true, help_heading = "Général")]
    pub help: Option<bool>,
    /// Montrer la version
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version, help_heading = "Général")]
    pub version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Trouver les services qui conviennent à une situation
    #[command(alias = "match", help_template = TEMPLATE)]
    Orienter(Box<Orienter>),
    /// Retrouver un service par quelques mots : nom, organisation, sorte, besoin, commune, langue, « gratuit »
    #[command(alias = "search", help_template = TEMPLATE)]
    Chercher(Chercher),
    /// Pourquoi ce service, ou pourquoi pas : critère par critère, pour une situation
    #[command(alias = "why", help_template = TEMPLATE)]
    Pourquoi(Box<Pourquoi>),
    /// La fiche d'un service, à donner : papier, SMS, courriel, contact ou code QR
    #[command(alias = "show", help_template = TEMPLATE)]
    Fiche(Box<Fiche>),
    /// Orienter beaucoup de situations : une par ligne en entrée, une orientation par ligne en sortie
    #[command(alias = "batch", help_template = TEMPLATE)]
    Lot(Lot),
    /// Les numéros d'urgence, tout de suite
    #[command(alias = "emergency", help_template = TEMPLATE)]
    Urgences(Urgences),
    /// Vérifier, lister, exporter ou compiler le catalogue
    #[command(help_template = TEMPLATE, subcommand_help_heading = "Commandes", subcommand_value_name = "COMMANDE", disable_help_subcommand = true)]
    Catalogue {
        #[command(subcommand)]
        command: CatalogueCommand,
    },
    /// Écrire le schéma JSON de ce que les commandes écrivent
    #[command(help_template = TEMPLATE)]
    Schema {
        /// sortie (de orienter, par défaut), recherche (de chercher) ou export (du catalogue)
        #[arg(value_name = "SCHÉMA")]
        schema: Option<String>,
    },
    /// Écrire de quoi compléter les commandes dans un shell
    #[command(help_template = TEMPLATE)]
    Completions {
        /// bash, zsh, fish ou powershell
        #[arg(value_name = "SHELL")]
        shell: String,
    },
    /// Écrire la page de manuel : versqui man | man -l -
    #[command(help_template = TEMPLATE)]
    Man {
        /// La commande dont on veut la page ; celle de versqui par défaut
        #[arg(value_name = "COMMANDE")]
        command: Vec<String>,
    },
}

/// What is known of the person: a flag for each question. Each answer may be « inconnu ».
#[derive(Debug, Clone, Default)]
pub struct SituationFlags(Typed);

impl SituationFlags {
    /// The same, as a situation is typed anywhere.
    pub fn typed(&self) -> Typed {
        self.0.clone()
    }
}

impl Args for SituationFlags {
    fn augment_args(command: Grammar) -> Grammar {
        let mut fields = Field::ALL;
        // the wider one first: the commune, then the region, is how the JSON has them
        fields.swap(0, 1);
        command.args(fields.map(situation_flag))
    }

    fn augment_args_for_update(command: Grammar) -> Grammar {
        Self::augment_args(command)
    }
}

impl FromArgMatches for SituationFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut typed = Typed::default();
        for field in Field::ALL {
            let values = matches.get_many::<String>(field.key()).into_iter().flatten();
            typed.put(field, values.cloned().collect());
        }
        Ok(Self(typed))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn situation_flag(field: Field) -> Arg {
    let (row, words) = (field.row(), words::of(field));
    let flag = row.flag.trim_start_matches("--");
    let english = row.also.iter().copied().chain([row.key]).filter(|name| *name != flag);
    let arg = Arg::new(row.key)
        .long(flag)
        .aliases(english)
        .value_name(words.value)
        .help(words.help)
        .help_heading("La situation (chaque réponse peut être « inconnu »)")
        .allow_negative_numbers(matches!(row.way, Way::Years | Way::Euros));
    if row.list { arg.action(ArgAction::Append).value_delimiter(',') } else { arg.action(ArgAction::Set) }
}

#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "La réponse")]
pub struct Orienter {
    #[command(flatten)]
    pub situation: SituationFlags,
    /// Nombre de services montrés, 10 par défaut
    #[arg(long = "limite", alias = "limit", value_name = "NOMBRE", help_heading = "La réponse")]
    pub limit: Option<String>,
    /// Montrer tout, les services écartés à la fin avec leur raison
    #[arg(long = "tout", alias = "all", help_heading = "La réponse")]
    pub all: bool,
    #[command(flatten)]
    pub layout: LayoutFlags,
    /// Ne rien demander
    #[arg(long = "sans-questions", alias = "no-questions")]
    pub no_questions: bool,
    /// Poser les questions en lignes simples (lecteur d'écran, terminal simple)
    #[arg(long = "lignes", alias = "lines")]
    pub lines: bool,
}

/// How an answer is written.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "La réponse")]
pub struct LayoutFlags {
    /// table, json, ndjson (un résultat par ligne), csv, tsv ou markdown
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Champs à écrire, dans cet ordre : id,name,cost.text… (sauf pour la table ; liste : versqui schema)
    #[arg(long = "champs", alias = "fields", value_name = "CHAMPS", value_delimiter = ',')]
    pub fields: Vec<String>,
    /// csv pour un tableur belge : points-virgules, virgules décimales, marque UTF-8
    #[arg(long)]
    pub excel: bool,
}

#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "La fiche")]
pub struct Fiche {
    /// Identifiant d'un service, comme orienter et chercher les donnent (plusieurs possibles)
    #[arg(value_name = "ID", required = true, help_heading = "La fiche")]
    pub ids: Vec<String>,
    /// texte (par défaut), markdown, html, sms, mail, vcard, qr, qr-svg ou json
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// Grands caractères (html)
    #[arg(long = "grand", alias = "large")]
    pub large: bool,
    /// Ce que porte le code QR : tel, vcard ou site ; en html, ajoute le code à la fiche
    #[arg(long, value_name = "CONTENU")]
    pub qr: Option<String>,
    /// Le code QR en image SVG (= --format qr-svg)
    #[arg(long)]
    pub svg: bool,
    /// Écrire dans ce fichier ; sa fin (.html, .vcf…) donne le format
    #[arg(short = 'o', long = "sortie", alias = "output", value_name = "FICHIER")]
    pub output: Option<std::path::PathBuf>,
    /// Remplacer le fichier s'il existe
    #[arg(long = "force")]
    pub force: bool,
    #[command(flatten)]
    pub situation: SituationFlags,
}

#[derive(Debug, Clone, Args)]
pub struct Chercher {
    /// Les mots à chercher ; les fautes et les accents sont pardonnés
    #[arg(value_name = "TEXTE", required = true)]
    pub text: Vec<String>,
    /// Seulement les services qui servent cette région ou s'y trouvent
    #[arg(long, value_name = "RÉGION")]
    pub region: Option<String>,
    /// Nombre de services montrés, 10 par défaut
    #[arg(long = "limite", alias = "limit", value_name = "NOMBRE")]
    pub limit: Option<String>,
    #[command(flatten)]
    pub layout: LayoutFlags,
}

#[derive(Debug, Clone, Args)]
pub struct Pourquoi {
    /// L'identifiant du service, par exemple espace-28
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub situation: SituationFlags,
    /// table (par défaut) ou json
    #[arg(long, value_name = "FORMAT", help_heading = "La réponse")]
    pub format: Option<String>,
}

#[derive(Debug, Clone, Args)]
pub struct Lot {
    /// Fichier de situations, NDJSON ou CSV avec en-tête ; « - » ou rien pour l'entrée standard
    #[arg(value_name = "FICHIER")]
    pub file: Option<std::path::PathBuf>,
    /// csv ou ndjson ; reconnu au contenu si rien n'est dit
    #[arg(long = "entree", alias = "input", value_name = "FORMAT")]
    pub input: Option<String>,
    /// Nombre de services par situation, 10 par défaut
    #[arg(long = "limite", alias = "limit", value_name = "NOMBRE")]
    pub limit: Option<String>,
    /// Seulement ces champs de chaque service, dans cet ordre : id,name,cost.text… (liste : versqui schema)
    #[arg(long = "champs", alias = "fields", value_name = "CHAMPS", value_delimiter = ',')]
    pub fields: Vec<String>,
    /// Date et heure des situations qui n'en disent pas (2026-11-24T10:00), maintenant par défaut
    #[arg(long = "quand", alias = "at", value_name = "DATE")]
    pub at: Option<String>,
    /// Nombre de cœurs utilisés, tous par défaut
    #[arg(long = "fils", alias = "threads", value_name = "NOMBRE")]
    pub threads: Option<String>,
}

#[derive(Debug, Clone, Args)]
pub struct Urgences {
    /// Commune, localité ou code postal : les numéros de l'endroit d'abord
    #[arg(long, value_name = "LIEU")]
    pub commune: Option<String>,
    /// bruxelles, wallonie, flandre ou germanophone
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Langue parlée, code ISO 639-1 (peut se répéter)
    #[arg(long = "langue", aliases = ["language", "languages"], value_name = "CODE", value_delimiter = ',')]
    pub languages: Vec<String>,
    /// Âge de la personne en difficulté
    #[arg(long, value_name = "ANS", allow_negative_numbers = true)]
    pub age: Option<String>,
    /// table (par défaut) ou json
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum CatalogueCommand {
    /// Dire tous les problèmes d'un dossier de catalogue
    #[command(alias = "check", help_template = TEMPLATE)]
    Verifier {
        /// Le dossier (par défaut, celui de --catalogue, sinon « catalogue »)
        #[arg(value_name = "DOSSIER")]
        folder: Option<std::path::PathBuf>,
    },
    /// Lister les services
    #[command(alias = "list", help_template = TEMPLATE)]
    Lister {
        /// Seulement ce type de service
        #[arg(long = "type", value_name = "TYPE")]
        kind: Option<String>,
        /// Seulement les services qui servent cette région ou s'y trouvent
        #[arg(long, value_name = "RÉGION")]
        region: Option<String>,
        #[command(flatten)]
        layout: LayoutFlags,
    },
    /// Exporter tout le catalogue, en json par défaut ; --format hsds : le standard d'échange du secteur
    #[command(alias = "export", help_template = TEMPLATE)]
    Exporter {
        #[command(flatten)]
        layout: LayoutFlags,
    },
    /// Compiler un dossier en un fichier que --catalogue ouvre aussitôt
    #[command(alias = "compile", help_template = TEMPLATE)]
    Compiler {
        /// Le dossier (par défaut, celui de --catalogue, sinon « catalogue »)
        #[arg(value_name = "DOSSIER")]
        folder: Option<std::path::PathBuf>,
        /// Le fichier à écrire ; « - » pour la sortie standard
        #[arg(short = 'o', long = "sortie", alias = "output", value_name = "FICHIER", required = true)]
        output: std::path::PathBuf,
        /// Remplacer le fichier s'il existe
        #[arg(long = "force")]
        force: bool,
    },
}
