#![allow(missing_docs)]
mod export;
