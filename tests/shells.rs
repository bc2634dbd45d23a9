//! Completions, loaded in the real shell and asked as a Tab key asks; the manual, read by the real reader.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on must stop and say so"
)]

mod common;

use std::path::Path;
use std::process::Command;

use common::{clean, printed, program, tool};

/// What is typed, what must be offered, what must not.
const TYPED: &[(&str, &[&str], &[&str])] = &[
    ("versqui ", &["orienter", "urgences", "catalogue"], &["bruxelles"]),
    ("versqui orienter --region ", &["bruxelles", "wallonie", "flandre", "germanophone", "inconnu"], &["orienter"]),
    ("versqui orienter --urgence d", &["danger"], &["semaine"]),
    ("versqui orienter --besoin iso", &["isolement"], &["logement"]),
    ("versqui match --besoin ecoute --besoin log", &["logement"], &["isolement"]),
    ("versqui orienter --souhait sans-r", &["sans-rendez-vous"], &["anonyme"]),
    ("versqui --couleur jamais orienter --parcours-migratoire re", &["refugie"], &["dpi"]),
    ("versqui orienter --format nd", &["ndjson"], &["json"]),
    ("versqui orienter --champs cost.t", &["cost.text"], &["cost.unit"]),
    ("versqui orienter --langue f", &["fr"], &["nl"]),
    ("versqui catalogue lister --type equipe-ex", &["equipe-exil"], &["ssm"]),
    ("versqui catalogue list --region g", &["germanophone"], &["wallonie"]),
    ("versqui completions ", &["bash", "zsh", "fish", "powershell"], &["isolement"]),
    ("versqui catalogue exporter --format h", &["hsds"], &["json"]),
    ("versqui catalogue lister --format ", &["csv"], &["hsds"]),
    ("versqui chercher --champs matched.", &["matched.field"], &["cost.text"]),
    ("versqui fiche --format v", &["vcard"], &["table"]),
    ("versqui schema ", &["sortie", "recherche", "export"], &["isolement"]),
];

/// Writes the script for a shell into a folder and gives a command whose PATH finds `versqui`.
fn loaded(shell: &str, folder: &Path) -> Option<Command> {
    // PowerShell loads nothing without its own extension
    let file = if shell == "powershell" { "versqui.completions.ps1" } else { "versqui.completions" };
    std::fs::write(folder.join(file), printed(&["completions", shell], 0)).unwrap();
    let Some(path) = tool(if shell == "powershell" { "pwsh" } else { shell }) else {
        println!("{shell} n'est pas installé ici : non vérifié");
        return None;
    };
    let bin = program().parent().unwrap().display();
    let mut command = clean(Command::new(path));
    command.current_dir(folder).env("HOME", folder).env("LANG", "C.UTF-8");
    command.env("PATH", format!("{bin}:{}", std::env::var("PATH").unwrap_or_default()));
    Some(command)
}

/// Runs `script` in the shell for each line typed, and holds what it prints against what is expected.
fn ask(shell: &str, arguments: impl Fn(&str) -> Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    for (typed, wanted, unwanted) in TYPED {
        let Some(mut command) = loaded(shell, folder.path()) else {
            return;
        };
        let output = command.args(arguments(typed)).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).replace('\r', "");
        let offered: Vec<&str> = text.lines().map(|line| line.split('\t').next().unwrap_or_default().trim()).collect();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(errors.is_empty(), "{shell}, {typed:?} : {errors}");
        for word in *wanted {
            assert!(offered.contains(word), "{shell}, {typed:?} : « {word} » manque à {offered:?}");
        }
        for word in *unwanted {
            assert!(!offered.contains(word), "{shell}, {typed:?} : « {word} » est de trop dans {offered:?}");
        }
    }
}

#[test]
fn bash_completes_commands_and_values() {
    const SCRIPT: &str = r#"
        source ./versqui.completions
        complete -p versqui > /dev/null || exit 1
        compopt () { :; }
        read -ra COMP_WORDS <<< "$1"
        [[ $1 == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )) COMP_LINE=$1 COMP_POINT=${#1}
        _versqui versqui "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
        printf '%s\n' "${COMPREPLY[@]}""#;
    ask("bash", |typed| ["--norc", "-c", SCRIPT, "bash", typed].map(str::to_owned).to_vec());
}

#[test]
fn fish_completes_commands_and_values() {
    ask("fish", |typed| {
        ["--no-config", "-c", "source versqui.completions; complete -C $argv[1]", typed].map(str::to_owned).to_vec()
    });
}

#[test]
fn zsh_completes_commands_and_values() {
    // a shell in a shell, with a terminal between them: zsh completes only where somebody types
    const SCRIPT: &str = r#"
        zmodload zsh/zpty
        zpty z zsh -f -i
        zpty -w z 'PS1=; autoload -U compinit; compinit -u -D; source ./versqui.completions; zstyle ":completion:*" insert-tab false'
        zpty -w z 'mark () { print -r -- "<<>>" }; finish () { print -r -- "<<>>"; exit }'
        zpty -w z 'compprefuncs=(mark); comppostfuncs=(finish); bindkey "^I" complete-word'
        zpty -w z 'compadd () { local -a a; builtin compadd -A a "$@"; print -rl -- $a; builtin compadd "$@" }; print RE""ADY'
        zpty -r z line '*READY*' > /dev/null
        zpty -w -n z "$1"$'\t'
        zpty -r z out '*<<>>*<<>>*'
        print -r -- ${${out#*<<>>}%<<>>*}
        zpty -d z"#;
    ask("zsh", |typed| ["-f", "-c", SCRIPT, "zsh", typed].map(str::to_owned).to_vec());
}

#[test]
fn powershell_completes_commands_and_values() {
    const SCRIPT: &str = ". ./versqui.completions.ps1; \
        (TabExpansion2 -inputScript $args[0] -cursorColumn $args[0].Length).CompletionMatches | ForEach-Object { $_.CompletionText }";
    ask("powershell", |typed| {
        ["-NoProfile", "-NonInteractive", "-CommandWithArgs", SCRIPT, typed].map(str::to_owned).to_vec()
    });
}

#[test]
fn powershell_has_the_values_even_where_it_cannot_be_run() {
    let script = printed(&["completions", "powershell"], 0);
    for (command, flag, value) in [
        ("versqui;orienter", "--region", "wallonie"),
        ("versqui;match", "--besoin", "isolement"),
        ("versqui;catalogue;list", "--type", "ssm"),
    ] {
        let key = script.lines().find_map(|line| line.trim().strip_prefix(&format!("'{command} {flag}' = "))).unwrap();
        let list = script.lines().find(|line| line.trim().starts_with(&format!("{key} = @("))).unwrap();
        assert!(list.contains(&format!("'{value}'")), "{list}");
    }
    // a hash literal with the same key twice is refused by PowerShell, which does not tell upper from lower case
    let keys: Vec<String> = script
        .lines()
        .filter(|line| line.contains("' = $values"))
        .map(|line| line.split(" = ").next().unwrap().to_lowercase())
        .collect();
    assert!(
        keys.len() > 20 && keys.iter().all(|key| keys.iter().filter(|other| *other == key).count() == 1),
        "{keys:?}"
    );
    let balance = |open: char, close: char| script.matches(open).count() == script.matches(close).count();
    assert!(balance('{', '}') && balance('(', ')') && balance('[', ']'));
}

#[test]
fn every_page_of_the_manual_is_rendered_without_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let pages: &[&[&str]] = &[
        &["man"],
        &["man", "orienter"],
        &["man", "urgences"],
        &["man", "catalogue"],
        &["man", "catalogue", "lister"],
        &["man", "match"],
    ];
    for page in pages {
        let roff = printed(page, 0);
        assert!(
            roff.contains(".SH NOM\n") && !roff.contains(".SH NAME") && roff.starts_with(".TH \"VERSQUI"),
            "{roff}"
        );
        let Some(man) = tool("man") else {
            println!("man n'est pas installé ici : non vérifié");
            continue;
        };
        let file = folder.path().join("page.1");
        std::fs::write(&file, &roff).unwrap();
        for columns in ["40", "80", "120"] {
            let mut command = clean(Command::new(&man));
            command.env("LC_ALL", "C.UTF-8").env("MANWIDTH", columns).args(["--warnings", "-l"]).arg(&file);
            let output = command.output().unwrap();
            let (text, warnings) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            assert!(output.status.success() && warnings.is_empty(), "{page:?} : {warnings}");
            assert!(text.contains("versqui") && text.contains("NOM"), "{text}");
        }
    }
    let orienter = printed(&["man", "orienter"], 0);
    assert!(orienter.contains("parcours\\-migratoire") && orienter.contains("GÉNÉRAL"));
}
