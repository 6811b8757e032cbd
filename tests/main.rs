//! Tests from outside: the library by its public names, the program by its command line.

mod cli;
mod eval;
mod export;
