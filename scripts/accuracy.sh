#!/usr/bin/env bash
# Rewrites the tables of docs/accuracy.md from a fresh reading of annotated articles:
#
#     scripts/accuracy.sh GOLD.jsonl...
#
# Needs python3. The program is built by cargo, or is $NISBA where that is set.
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2; }
gold=()
for file in "$@"; do gold+=("$(realpath "$file")"); done
cd "$(dirname "$0")/.."
if [ -n "${NISBA:-}" ]; then nisba=("$NISBA"); else nisba=(cargo run --quiet --release --); fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${nisba[@]}" eval "${gold[@]}" --format json >"$work/figures.json"
"${nisba[@]}" eval "${gold[@]}" --ablation --format json >"$work/ablation.json"
python3 - docs/accuracy.md "$work/figures.json" "$work/ablation.json" <<'PY'
import json, re, sys

path, figures, ablation = sys.argv[1], *(json.load(open(name)) for name in sys.argv[2:])

def table(header, rows):
    lines = [header, [":--" if i == 0 else "--:" for i in range(len(header))], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)

def shares(row):
    return [f"{row[name]:.3f}" for name in ("precision", "recall", "f1")] + [row["gold"], row["predicted"], row["hit"]]

HEADER = ["precision", "recall", "F1", "in the gold", "found", "right"]
ORDER = ["who spoke to whom", "who spoke to whom, happened", "contact directed", "relations plain", "relations strict",
         "dates", "holds_office", "mentions strict", "mentions relaxed"]
all_ = {name: figures["all"][name] for name in ORDER}
parts = figures["parts"]
LANGUAGES = {"ar": "Arabic", "en": "English"}
SHOWN = {"mentions strict": "mentions", "relations strict": "strict", "relations plain": "plain",
         "who spoke to whom": "who spoke to whom", "holds_office": "offices"}
everything = ablation[0]["figures"]

def against(row):
    cells = [row["reading"]]
    for name in SHOWN:
        f1, whole = row["figures"][name]["f1"], everything[name]["f1"]
        cells.append(f"{f1:.3f}" if row is ablation[0] else f"{f1:.3f} ({f1 - whole:+.3f})")
    plain = row["figures"]["relations plain"]
    return cells + [f"{plain['precision']:.3f}", f"{plain['recall']:.3f}"]

def bins():
    names = {"relations": "relations", "contact": "of these, contact", "holds_office": "holds_office"}
    for part, name in names.items():
        for bin in figures["reliability"][part]:
            yield [name, f"{bin['from']:.1f} to {bin['to']:.1f}", bin["count"], bin["right"],
                   f"{bin['share']:.3f}", f"{bin['confidence']:.3f}"]

ERRORS = [("missed_pair", "missed: both are found, nothing is told of them"),
          ("missed_otherwise", "missed: another relation of the two is told"),
          ("missed_entity", "missed: an entity is not found"),
          ("wrong_pair", "wrong: the gold has no relation of the two"),
          ("wrong_predicate", "wrong: the gold has another relation of the two"),
          ("wrong_direction", "wrong: the gold has it the other way round"),
          ("wrong_entity", "wrong: the gold does not name one of the two"),
          ("wrong_status", "right but for the status")]

tables = {
    "all": table(["figure", *HEADER], [[name, *shares(row)] for name, row in all_.items()]),
    "language": "\n\n".join(
        table([LANGUAGES[lang], *HEADER], [[name, *shares(rows[name])] for name in all_ if name in rows])
        for lang, rows in parts["by_language"].items()),
    "predicate": table(["predicate", *HEADER], [[row["predicate"], *shares(row)] for row in parts["by_predicate"]]),
    "ablation": table(["reading", *SHOWN.values(), "plain precision", "plain recall"], map(against, ablation)),
    "reliability": table(["relations", "confidence", "found", "right", "share right", "mean confidence"], bins()),
    "errors": table(["error", "relations"], [[name, parts["errors"][key]] for key, name in ERRORS]),
}
text = open(path, encoding="utf-8").read()
seen = set()

def fresh(match):
    seen.add(match[1])
    return f"<!-- figures: {match[1]} -->\n{tables[match[1]]}\n<!-- end -->"

text = re.sub(r"<!-- figures: (\w+) -->\n.*?<!-- end -->", fresh, text, flags=re.S)
missing = set(tables) - seen
if missing:
    sys.exit(f"{path} has no place for: {', '.join(sorted(missing))}")
open(path, "w", encoding="utf-8").write(text)
PY
