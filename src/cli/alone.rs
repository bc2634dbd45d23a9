//! Reading the command line by as little of its grammar as answers.

use std::ffi::OsString;

use clap::{Args, FromArgMatches, Parser};

use super::{Chercher, Cli, Fiche, Global, Orienter, Pourquoi, Urgences};

impl Cli {
    /// Reads what was typed, the program's name first.
    ///
    /// # Errors
    /// When it is no command line of this program, or asks for help or the version.
    pub fn read(typed: &[OsString]) -> Result<Self, clap::Error> {
        // whatever is wrong or asked about is told by the whole grammar
        Self::read_alone(typed).map_or_else(|| Self::try_parse_from(typed), Ok)
    }

    /// The same, by the grammar of the command named first and no other: building the flags of all of them takes longer
    /// than answering.
    fn read_alone(typed: &[OsString]) -> Option<Self> {
        let (name, flags): (_, fn(clap::Command) -> clap::Command) = match typed.get(1)?.to_str()? {
            "urgences" | "emergency" => ("urgences", Urgences::augment_args),
            "orienter" | "match" => ("orienter", Orienter::augment_args),
            "pourquoi" | "why" => ("pourquoi", Pourquoi::augment_args),
            "fiche" | "show" => ("fiche", Fiche::augment_args),
            "chercher" | "search" => ("chercher", Chercher::augment_args),
            _ => return None,
        };
        let root = clap::Command::new("versqui")
            .disable_help_flag(true)
            .disable_version_flag(true)
            .version(env!("CARGO_PKG_VERSION"));
        let named = typed[..1].iter().cloned().chain([name.into()]).chain(typed[2..].iter().cloned());
        let matches =
            Global::augment_args(root).subcommand(flags(clap::Command::new(name))).try_get_matches_from(named);
        Self::from_arg_matches(&matches.ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a command says alone is what it says among all.
    #[test]
    fn a_command_read_alone_is_read_as_by_the_whole_grammar() {
        for line in [
            "urgences",
            "emergency --langue nl,fr --age 15 --format json",
            "urgences --catalogue x --couleur jamais",
            "orienter",
            "match --need ecoute,deuil --besoin isolement --age -3 --at 2026-11-24T10:00 --all",
            "orienter --commune=4800 --champs id,name --excel --color never --lignes",
            "pourquoi carda --commune Liège --format json",
            "why carda",
            "fiche a b --qr tel -o x.svg --force",
            "show a --commune 4800 --large",
            "chercher psy gratuit namur --limit 3",
            "search -- --x",
        ] {
            let typed: Vec<OsString> = ["versqui"].into_iter().chain(line.split(' ')).map(OsString::from).collect();
            let alone = Cli::read_alone(&typed).map(|cli| format!("{cli:?}"));
            let whole = Cli::try_parse_from(&typed).ok();
            assert_eq!(alone, whole.map(|cli| format!("{cli:?}")), "{line}");
            assert!(alone.is_some(), "{line}");
        }
    }

    /// Help, versions and mistakes are never answered by a part of the grammar.
    #[test]
    fn what_is_wrong_or_asked_about_is_left_to_the_whole_grammar() {
        for line in [
            "urgences --aide",
            "orienter -h",
            "fiche",
            "fiche a -V",
            "orienter --agee 3",
            "orienter quelque chose",
            "urgences urgences",
            "lot",
            "urgnces",
            "",
        ] {
            let typed: Vec<OsString> = ["versqui"].into_iter().chain(line.split(' ')).map(OsString::from).collect();
            assert!(Cli::read_alone(&typed).is_none(), "{line}");
        }
    }
}
