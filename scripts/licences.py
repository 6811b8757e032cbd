#!/usr/bin/env python3
"""Writes docs/licences.csv: every crate that the program or its tests are built of, with version and licence.

    scripts/licences.py            writes the file anew
    scripts/licences.py --check    fails where it is not what Cargo.lock gives

No network is asked but the registry that cargo knows. `tests/licences.rs` holds the file against Cargo.lock and against the
licences that are taken in, so that a new dependency is looked at by somebody.
"""
import csv
import io
import json
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
command = ["cargo", "metadata", "--format-version", "1", "--locked"]
packages = json.loads(subprocess.run(command, cwd=root, check=True, capture_output=True).stdout)["packages"]
rows = sorted((p["name"], p["version"], p["license"] or "") for p in packages if p["source"])
text = io.StringIO()
writer = csv.writer(text, lineterminator="\n")
writer.writerow(["crate", "version", "licence"])
writer.writerows(rows)
path = root / "docs/licences.csv"
if "--check" in sys.argv[1:]:
    sys.exit(0 if path.read_text() == text.getvalue() else "docs/licences.csv is not what Cargo.lock gives: scripts/licences.py")
path.write_text(text.getvalue())
