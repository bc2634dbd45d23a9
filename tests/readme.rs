//! The README is kept true: its commands run, its options are those of the program, its screen is what comes out.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[allow(dead_code, reason = "each test binary uses a part of it")]
mod support;

use std::fmt::Write as _;

use support::versqui;
use versqui::rules::{PASSES, Row};

const README: &str = include_str!("../README.md");

/// The lines of the `console` blocks.
fn console() -> Vec<&'static str> {
    let mut inside = false;
    README
        .lines()
        .filter(|line| {
            if line.starts_with("```") {
                inside = line.starts_with("```console");
                return false;
            }
            inside
        })
        .collect()
}

/// The table of the ranking, as the program has it: the rows, then the passes that move an answer after them.
fn ranking() -> String {
    let rows = Row::ALL.iter().map(|row| (row.slug(), row.levels(), row.why()));
    let passes = PASSES.iter().map(|pass| (pass.slug, pass.does, pass.why));
    let mut table = String::from("| n° | ligne | du meilleur au moins bon | pourquoi |\n|---|---|---|---|\n");
    for (at, (slug, levels, why)) in (1..).zip(rows) {
        writeln!(table, "| {at} | `{slug}` | {levels} | {why} |").unwrap();
    }
    table.push_str("\nPuis des passes, dans l'ordre, déplacent une réponse :\n\n| passe | ce qu'elle fait | pourquoi |\n|---|---|---|\n");
    for (slug, does, why) in passes {
        writeln!(table, "| `{slug}` | {does} | {why} |").unwrap();
    }
    table
}

/// After a change that is meant: `VERSQUI_GOLDEN=ecrire cargo test --test readme`.
#[test]
fn the_table_of_the_ranking_is_that_of_the_program() {
    let (begin, end) = ("<!-- classement -->\n", "<!-- fin du classement -->\n");
    let (before, rest) = README.split_once(begin).unwrap();
    let (written, after) = rest.split_once(end).unwrap();
    if std::env::var_os("VERSQUI_GOLDEN").is_some_and(|word| word == "ecrire") {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
        std::fs::write(path, [before, begin, "\n", &ranking(), "\n", end, after].concat()).unwrap();
        return;
    }
    assert_eq!(written.trim(), ranking().trim());
}

#[test]
fn every_command_of_the_readme_runs() {
    let commands: Vec<&str> = console().into_iter().filter_map(|line| line.strip_prefix("$ versqui ")).collect();
    assert!(commands.len() >= 8, "{commands:?}");
    for command in commands {
        let arguments: Vec<&str> = command.split(' ').collect();
        versqui(&arguments).exits(0);
    }
}

#[test]
fn the_screen_of_the_readme_is_what_comes_out() {
    let lines = console();
    let answer = versqui(&lines[0].strip_prefix("$ versqui ").unwrap().split(' ').collect::<Vec<_>>());
    let screen = lines[1..].iter().take_while(|line| !line.starts_with('$')).copied().collect::<Vec<_>>().join("\n");
    assert!(answer.stdout.starts_with(screen.trim_end()), "{}", answer.stdout);
}

#[test]
fn the_options_of_the_readme_are_those_of_the_program() {
    let help = versqui(&["orienter", "--aide"]).stdout;
    let documented: Vec<&str> =
        README.lines().filter_map(|line| line.strip_prefix("| `--")?.split('`').next()).collect();
    for option in &documented {
        assert!(
            help.contains(&format!("--{option} ")) || help.contains(&format!("--{option}\n")),
            "--{option} n'existe pas"
        );
    }
    for option in help.split_whitespace().filter_map(|word| word.strip_prefix("--")) {
        let option = option.trim_end_matches([',', ')', '.']);
        let known = documented.contains(&option) || ["aide", "version", "tout"].contains(&option);
        assert!(known, "--{option} n'est pas dans le README");
    }
}
