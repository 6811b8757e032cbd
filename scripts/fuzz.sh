#!/usr/bin/env bash
# Runs the fuzz targets of fuzz/, one after another, and fails on the first finding.
#
#     scripts/fuzz.sh SECONDS [TARGET…]      each target (or those named) for so many seconds
#     scripts/fuzz.sh 0 TARGET FILE…         the inputs in files, once each: to see a finding again
#
# It needs stable Rust and a C++ compiler: the coverage that libFuzzer follows is asked of LLVM itself, so that neither a
# nightly toolchain nor cargo-fuzz is called for (both work as well: `cargo fuzz run --sanitizer none TARGET`). Without a
# sanitizer of addresses, since there is no unsafe code here; arithmetic and assertions are checked. What was found on
# the way is kept in target/fuzz/corpus and used again; a finding lies in target/fuzz/findings. JOBS=2 runs two at a time.
# SEED=1 draws the same inputs each time: CI does, so that a change is judged by itself and not by luck.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || { sed -n '2,13s/^# \{0,1\}//p' "$0"; exit 2; }
seconds=$1
shift

work=$PWD/target/fuzz
built=$PWD/target/debug
RUSTC_WRAPPER=$PWD/scripts/fuzz_rustc.sh CARGO_INCREMENTAL=0 \
  cargo build --quiet --manifest-path fuzz/Cargo.toml --target-dir "$PWD/target"

run() { # TARGET ARGUMENTS…
  local target=$1 folder code=0
  shift
  # Files go where they cost nothing, and are taken away.
  folder=$(mktemp -d "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/nisba-fuzz.XXXXXX")
  (ulimit -c 0 && TMPDIR=$folder "$built/$target" -timeout=30 -rss_limit_mb=2048 "$@") || code=$?
  rm -rf "$folder"
  return "$code"
}

if [ "$seconds" = 0 ] && [ $# -gt 1 ]; then
  run "$@"
  exit
fi
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(sed -n 's/^name = "\(.*\)"/\1/p' fuzz/Cargo.toml | tail -n +2)

one() { # TARGET
  local target=$1 log=$work/$1.log code=0 count
  mkdir -p "$work/findings" "$work/corpus/$target" "fuzz/seeds/$target"
  run "$target" -max_total_time="$seconds" -max_len=4096 -seed="${SEED:-0}" -print_final_stats=1 -artifact_prefix="$work/findings/$target-" \
    "$work/corpus/$target" "fuzz/seeds/$target" >"$log" 2>&1 || code=$?
  count=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
  printf '%-10s %10s executions in %ss, coverage %s\n' "$target" "${count:-?}" "$seconds" \
    "$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$log" | tail -1)"
  [ "$code" = 0 ] && return
  tail -40 "$log"
  printf '%s: a finding; see it again with: scripts/fuzz.sh 0 %s %s\n' "$target" "$target" \
    "$(find "$work/findings" -name "$target-*" -newer "$built/$target" | sort | tail -1)"
  return 1
}
export -f run one
export work built seconds
printf '%s\n' "${targets[@]}" | xargs -P "${JOBS:-1}" -I{} bash -c 'one {}'
