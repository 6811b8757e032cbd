//! Tests from outside: the library by its public names, the program by its command line.

mod eval;
mod export;
