#!/usr/bin/env bash
# Takes docs/page.png, the picture of the page, from the example articles. Needs Node, Chromium and a font with Arabic
# letters (Debian: chromium, fonts-noto-core or fonts-dejavu-core).
set -euo pipefail
cd "$(dirname "$0")/.."
npm ci --silent --ignore-scripts --prefix tests/viewer
page=$(mktemp --suffix .html)
trap 'rm -f "$page"' EXIT
cargo run --quiet --release -- view --quiet examples/news --label-lang en -o "$page"
node tests/viewer/picture.mjs "$page" docs/page.png 'edge=Q7747~hosted~Q3052772~happened~1&ego=2,Q7747&without=holds_office' 1280x800
