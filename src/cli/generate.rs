//! `nisba completions` and `nisba man`: files for the shell and for `man`.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Outcome};

const COMPLETION_EXAMPLES: &str = "\
Examples:
  nisba completions bash > ~/.local/share/bash-completion/completions/nisba
  nisba completions zsh > ~/.zfunc/_nisba
  nisba completions fish > ~/.config/fish/completions/nisba.fish";

/// Write the completions of a shell to standard output
#[derive(Debug, clap::Args)]
#[command(after_help = COMPLETION_EXAMPLES)]
pub(super) struct CompletionArgs {
    /// The shell
    shell: Shell,
}

/// Write the man page to standard output
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  nisba man > ~/.local/share/man/man1/nisba.1")]
pub(super) struct ManArgs {
    /// The page of one command, such as build [default: of the program]
    command: Option<String>,
}

pub(super) fn completions(args: &CompletionArgs) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "nisba", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Outcome::Done)
}

pub(super) fn man(args: &ManArgs) -> anyhow::Result<Outcome> {
    let mut program = Cli::command();
    program.build();
    let command = match &args.command {
        None => program,
        Some(name) => {
            let known = || program.get_subcommands().map(clap::Command::get_name).collect::<Vec<_>>().join(", ");
            let found = program
                .find_subcommand(name)
                .ok_or_else(|| anyhow::anyhow!("no command '{name}'; there are: {}", known()))?;
            found.clone()
        }
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(Outcome::Done)
}
