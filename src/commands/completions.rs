//! `versqui completions`: what a shell needs to complete commands, flags and their values.
//!
//! `clap_complete` writes the scripts from the grammar. Values are not in the grammar (they stay text there, so that
//! errors speak French): they are given here to a copy of it. What two of the shells' generators leave out is added:
//! the values of arguments without a flag in fish, every value in PowerShell.

use std::fmt::Write as _;
use std::io::Write;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command, CommandFactory, ValueHint};
use clap_complete::Shell;

use crate::catalogue::Catalogue;
use crate::catalogue::text::Text;
use crate::cli::Cli;
use crate::embedded;
use crate::output::sheet::SheetFormat;
use crate::output::{Format, Schema, Shape, fields, hsds};
use crate::situation::{Field, UNKNOWN, Way};

use super::{Exit, Failure, no_such};

const SHELLS: [(&str, Shell); 4] =
    [("bash", Shell::Bash), ("zsh", Shell::Zsh), ("fish", Shell::Fish), ("powershell", Shell::PowerShell)];
const NAME: &str = "versqui";

pub(super) fn run(typed: &str, out: &mut dyn Write) -> Result<Exit, Failure> {
    let names = SHELLS.map(|(name, _)| name);
    let Some((_, shell)) =
        SHELLS.into_iter().find(|(name, _)| *name == typed || (typed == "pwsh" && *name == "powershell"))
    else {
        return Err(no_such("completions", typed, &names));
    };
    let values = Values::read(embedded());
    let mut command = values.give(Cli::command(), NAME);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, NAME, &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    match shell {
        Shell::Fish => fish_arguments(&command, &[], &mut script),
        Shell::PowerShell => script = powershell_values(&command, &script),
        _ => {}
    }
    out.write_all(script.as_bytes())?;
    Ok(Exit::Found)
}

/// The values of the open vocabularies, in the catalogue the program was built with.
struct Values {
    kinds: Vec<PossibleValue>,
    ids: Vec<PossibleValue>,
}

impl Values {
    fn read(catalogue: &Catalogue) -> Self {
        Self {
            kinds: catalogue.kinds.iter().map(|kind| value(&kind.id, Some(&kind.label))).collect(),
            ids: catalogue.records.iter().map(|record| value(&record.id, None)).collect(),
        }
    }

    /// The command and its own commands, their arguments given the values they may take. A second name of a command is
    /// shown to the generator, which else completes nothing after it.
    fn give(&self, command: Command, path: &str) -> Command {
        let inner: Vec<(String, Vec<String>)> = command
            .get_subcommands()
            .map(|sub| (sub.get_name().to_owned(), sub.get_all_aliases().map(str::to_owned).collect()))
            .collect();
        let name = path.to_owned();
        let mut command = command.mut_args(|arg| self.complete(arg, &name));
        for (sub, aliases) in inner {
            let path = format!("{path} {sub}");
            command = command
                .mut_subcommand(sub, |inner| self.give(inner.alias(None::<&str>).visible_aliases(aliases), &path));
        }
        command
    }

    fn complete(&self, arg: Arg, command: &str) -> Arg {
        if !arg.get_action().takes_values() {
            return arg;
        }
        if let Some(field) = Field::named(arg.get_id().as_str()) {
            return asked(field, arg);
        }
        let values = match arg.get_id().as_str() {
            "catalogue" | "output" | "file" => return arg.value_hint(ValueHint::AnyPath),
            "folder" => return arg.value_hint(ValueHint::DirPath),
            "color" => plain(&["auto", "toujours", "jamais"]),
            "kind" => self.kinds.clone(),
            "id" | "ids" => self.ids.clone(),
            "format" => formats(command),
            "fields" => paths(match command {
                _ if command.contains("catalogue") => &fields::SERVICE,
                _ if command.ends_with(" chercher") => &fields::FOUND,
                _ => &fields::RESULT,
            }),
            "schema" => Schema::ALL.iter().map(|schema| PossibleValue::new(schema.slug())).collect(),
            "shell" => plain(&SHELLS.map(|(name, _)| name)),
            "command" => plain(&["orienter", "urgences", "catalogue"]),
            // text of one's own: a file name is no help
            _ => return arg.value_hint(ValueHint::Other),
        };
        arg.value_parser(PossibleValuesParser::new(values))
    }
}

/// What `--format` may be, of each command.
fn formats(command: &str) -> Vec<PossibleValue> {
    let last = command.rsplit(' ').next().unwrap_or_default();
    match last {
        "urgences" | "pourquoi" => plain(&["table", "json"]),
        "fiche" => plain(&SheetFormat::names()),
        _ => {
            let more: &[&'static str] = if last == "exporter" { &[hsds::SLUG] } else { &[] };
            let slugs = Format::ALL.iter().map(|format| format.slug());
            plain(&slugs.chain(more.iter().copied()).collect::<Vec<_>>())
        }
    }
}

fn value(id: &Text, label: Option<&Text>) -> PossibleValue {
    let value = PossibleValue::new(id.to_string());
    match label {
        Some(label) => value.help(label.to_string()),
        None => value,
    }
}

fn plain(values: &[&'static str]) -> Vec<PossibleValue> {
    values.iter().map(|&value| PossibleValue::new(value)).collect()
}

/// The answers to a question; where there are too many, a file name is no help.
fn asked(field: Field, arg: Arg) -> Arg {
    let values = (field.row().values)(embedded());
    if values.is_empty() {
        return arg.value_hint(ValueHint::Other);
    }
    // each language is offered by its code; not to know which is to give none
    let unknown = (!matches!(field.row().way, Way::Languages)).then(|| PossibleValue::new(UNKNOWN));
    let value = |(value, meaning): (String, Option<String>)| match meaning {
        Some(meaning) => PossibleValue::new(value).help(meaning),
        None => PossibleValue::new(value),
    };
    arg.value_parser(PossibleValuesParser::new(values.into_iter().map(value).chain(unknown)))
}

fn paths(shape: &Shape) -> Vec<PossibleValue> {
    let mut paths = shape.paths();
    paths.sort();
    paths.into_iter().map(PossibleValue::new).collect()
}

/// The arguments of a command that are no flags and have known values.
fn arguments(command: &Command) -> Vec<String> {
    command.get_positionals().flat_map(values_of).collect()
}

fn values_of(arg: &Arg) -> Vec<String> {
    arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

/// Fish: the generator forgets values without a flag.
fn fish_arguments(command: &Command, parents: &[String], script: &mut String) {
    let values = arguments(command);
    if let (Some((first, inner)), false) = (parents.split_first(), values.is_empty()) {
        let mut condition = format!("__fish_{NAME}_using_subcommand {first}");
        for names in inner {
            let _ = write!(condition, "; and __fish_seen_subcommand_from {names}");
        }
        let _ = writeln!(script, "complete -c {NAME} -n \"{condition}\" -f -a '{}'", values.join(" "));
    }
    for sub in command.get_subcommands() {
        let mut path = parents.to_vec();
        path.push(sub.get_name_and_visible_aliases().join(" "));
        fish_arguments(sub, &path, script);
    }
}

/// What PowerShell runs before its generator's own choice: which command is typed, whatever flags stand before it, and
/// which values its last flag takes.
const POWERSHELL_LOOKUP: &str = r#"
    $last = $commandElements.Count - [int][bool]$wordToComplete
    $command = 'versqui'
    for ($i = 1; $i -lt $last; $i++) {
        if ($commands -contains "$command;$($commandElements[$i])") { $command = "$command;$($commandElements[$i])" }
    }
    $flagged = $values["$command $($commandElements[$last - 1])"]
    $offered = if ($flagged) { $flagged } else { $values[$command] }
    $offered = @($offered | Where-Object { $_ } | ForEach-Object {
        [CompletionResult]::new($_, $_, [CompletionResultType]::ParameterValue, $_)
    })
    if ($flagged) { return $offered.Where{ $_.CompletionText -like "$wordToComplete*" } }

"#;

/// PowerShell: the generator knows no values at all. They are looked up by command and flag, each list written once.
fn powershell_values(command: &Command, script: &str) -> String {
    let mut table = PowerShell::default();
    table.walk(command, &[NAME.to_owned()]);
    let commands: Vec<String> = table.commands.iter().map(|path| format!("'{path}'")).collect();
    let before = format!(
        "$commands = @({})\n{}    $values = @{{\n{}    }}{POWERSHELL_LOOKUP}    ",
        commands.join(", "),
        table.lists(),
        table.keys
    );
    let script = script.replacen("$completions = @(switch", &format!("{before}$completions = @(switch"), 1);
    script.replacen(
        "    $completions.Where{",
        "    $completions = @($completions) + $offered\n    $completions.Where{",
        1,
    )
}

#[derive(Default)]
struct PowerShell {
    /// Every way to type a command below the first: `versqui;catalogue;list`.
    commands: Vec<String>,
    /// Distinct lists of values, and where each is used.
    distinct: Vec<Vec<String>>,
    keys: String,
}

impl PowerShell {
    fn walk(&mut self, command: &Command, paths: &[String]) {
        for arg in command.get_opts() {
            let values = values_of(arg);
            let longs = arg.get_long_and_visible_aliases().unwrap_or_default();
            for key in paths.iter().flat_map(|path| longs.iter().map(move |long| format!("{path} --{long}"))) {
                self.add(&key, &values);
            }
        }
        for path in paths {
            self.add(path, &arguments(command));
        }
        for sub in command.get_subcommands() {
            let names = sub.get_name_and_visible_aliases();
            let inner: Vec<String> =
                paths.iter().flat_map(|path| names.iter().map(move |name| format!("{path};{name}"))).collect();
            self.commands.extend(inner.iter().cloned());
            self.walk(sub, &inner);
        }
    }

    fn add(&mut self, key: &str, values: &[String]) {
        if values.is_empty() {
            return;
        }
        let at = self.distinct.iter().position(|known| known == values).unwrap_or_else(|| {
            self.distinct.push(values.to_vec());
            self.distinct.len() - 1
        });
        let _ = writeln!(self.keys, "        '{key}' = $values{at}");
    }

    fn lists(&self) -> String {
        let mut lists = String::new();
        for (at, values) in self.distinct.iter().enumerate() {
            let quoted: Vec<String> = values.iter().map(|value| format!("'{}'", value.replace('\'', "''"))).collect();
            let _ = writeln!(lists, "    $values{at} = @({})", quoted.join(", "));
        }
        lists
    }
}
