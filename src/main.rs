//! Parse, run, tell, end.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use versqui::cli::Cli;
use versqui::commands::{Exit, Failure, run};
use versqui::words;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // help and version are answers, on standard output; clap writes them
        Err(error) if !error.use_stderr() => {
            return match error.print().and_then(|()| std::io::stdout().flush()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => fail(&Failure::Output(error)),
            };
        }
        Err(error) => return end(Some(&words::command_line(&error)), Exit::Usage),
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    match run(&cli, &mut out) {
        Ok(exit) => end(None, exit),
        Err(failure) => fail(&failure),
    }
}

fn fail(failure: &Failure) -> ExitCode {
    let (sentence, exit) = failure.tell();
    end(sentence.as_deref(), exit)
}

/// Says why on standard error; that it cannot be written changes nothing to how the program ends.
fn end(sentence: Option<&str>, exit: Exit) -> ExitCode {
    if let Some(sentence) = sentence {
        let _ = writeln!(std::io::stderr(), "versqui : {sentence}");
    }
    ExitCode::from(exit.code())
}
