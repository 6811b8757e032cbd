//! The command-line program: parse, run, and say by the exit code how it went.

mod cli;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::run(cli::Cli::parse()) {
        Ok(outcome) => outcome.into(),
        Err(error) if cli::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            cli::tell(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}
