#!/usr/bin/env bash
# Called by cargo in place of rustc (RUSTC_WRAPPER, see fuzz.sh): our own crates are compiled with the coverage that
# libFuzzer follows, all others as the tests have them, so that these are not built twice.
rustc=$1
shift
case " $* " in
  *' --crate-name nisba '* | *' --crate-name nisba_fuzz '* | *' --crate-name libfuzzer_sys '* | *' fuzz_targets/'*)
    set -- "$@" -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
      -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
      -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing
    ;;
esac
exec "$rustc" "$@"
