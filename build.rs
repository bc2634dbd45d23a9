//! Compiles `catalogue/` into one binary file that the program embeds. A bad catalogue fails the build, with every
//! problem.

#[path = "src/catalogue/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "the program uses what the build does not")]
mod catalogue;

use std::env::var;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    start_sooner();
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

/// A look-up takes a millisecond, half of which the system spends starting the program. On Linux it starts sooner when
/// the compiler's own library is inside it: one file less to find and load. Where the machine has no such library, it
/// is linked as any other program.
fn start_sooner() {
    let is = |name: &str, value: &str| var(name).is_ok_and(|found| found == value);
    let release = is("PROFILE", "release");
    let here = var("HOST").ok() == var("TARGET").ok();
    let linux = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    if !(release && here && linux) {
        return;
    }
    let linker = var("RUSTC_LINKER").unwrap_or_else(|_| "cc".to_owned());
    let found = Command::new(linker).arg("-print-file-name=libgcc_eh.a").output();
    // the bare name comes back when there is no such file
    let there = found.is_ok_and(|found| {
        let path = String::from_utf8_lossy(&found.stdout).into_owned();
        Path::new(path.trim()).is_absolute()
    });
    if there {
        say("rustc-link-lib=static:-bundle=gcc_eh");
    }
}

/// This is how a build script speaks to cargo.
fn say(line: &str) {
    println!("cargo::{line}");
}
