#!/usr/bin/env bash
# Builds the command with what a run of it taught the compiler (profile-guided optimisation): the same bytes out, an eighth less
# of the CPU (docs/performance.md). The run reads the example articles and the test sentences, and what articles are named.
#
#     scripts/profiled.sh [NEWS…]            the program is target/profiled/HOST/release/nisba
#
# It needs llvm-profdata of the compiler's own LLVM: `rustup component add llvm-tools`, or the package llvm-N of the system,
# where `rustc -vV` says which N. LLVM_PROFDATA names another.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
host=$(rustc -vV | sed -n 's/^host: //p')
merge=${LLVM_PROFDATA:-}
for name in "$(rustc --print sysroot)/lib/rustlib/$host/bin/llvm-profdata" "llvm-profdata-$version" llvm-profdata; do
  [ -n "$merge" ] || merge=$(command -v "$name" || true)
done
[ -n "$merge" ] || {
  echo "profiled.sh: no llvm-profdata of LLVM $version: rustup component add llvm-tools, or apt install llvm-$version" >&2
  exit 1
}

folder=$PWD/target/profiled
rm -rf "$folder/told" && mkdir -p "$folder/told"
build() { # FLAG
  # A target is named, so that the flag is for the program and not for what builds it.
  RUSTFLAGS="${RUSTFLAGS:-} $1" CARGO_TARGET_DIR=$folder cargo build --release --bin nisba --target "$host"
}
build "-Cprofile-generate=$folder/told"
"$folder/$host/release/nisba" extract --quiet --threads 1 examples/news tests/sentences/ar tests/sentences/en "$@" >/dev/null
"$folder/$host/release/nisba" build --quiet examples/news -o "$folder/told/graph.graphml"
"$merge" merge -o "$folder/nisba.profdata" "$folder"/told/*.profraw
build "-Cprofile-use=$folder/nisba.profdata"
echo "$folder/$host/release/nisba"
