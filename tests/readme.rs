//! The README is kept true: its commands run, its options are those of the program, its screen is what comes out.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[allow(dead_code, reason = "each test binary uses a part of it")]
mod support;

use support::versqui;

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
