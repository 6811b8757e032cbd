#!/usr/bin/env bash
# Draws docs/contacts.png, the README's picture, from the example articles. Needs Graphviz (built with pango) and a font
# with Arabic letters.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo run --quiet --release -- build --quiet examples/news --family contact --kind person --ego Putin --to dot |
  dot -Tpng -o docs/contacts.png
