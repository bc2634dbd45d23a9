//! Compiles `catalogue/` into one binary file that the program embeds. A bad catalogue fails the build, with every
//! problem.

#[path = "src/catalogue/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "the program uses what the build does not")]
mod catalogue;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in &problems {
                say(&format!("error={}", problem.replace('\n', " ")));
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Vec<String>> {
    say("rerun-if-changed=catalogue");
    let folder = PathBuf::from("catalogue");
    let bytes = catalogue::compile_folder(&folder, None)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let out = std::env::var_os("OUT_DIR").ok_or_else(|| vec!["OUT_DIR manque".to_owned()])?;
    std::fs::write(PathBuf::from(out).join("catalogue.bin"), bytes).map_err(|error| vec![error.to_string()])
}

/// This is how a build script speaks to cargo.
fn say(line: &str) {
    println!("cargo::{line}");
}
