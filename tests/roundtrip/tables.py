#!/usr/bin/env python3
"""Reads exported Parquet tables with pyarrow and DuckDB, and compares what they find.

    tables.py FOLDER

FOLDER holds graph.{entities,relations,evidence,documents}.parquet and expected.json, as `write_fixture` leaves them.
Exit 1 when anything differs. Needs pyarrow and duckdb.
"""
import json
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet

TEXT, DAY, LONG, REAL, FLAG = pa.string(), pa.date32(), pa.int64(), pa.float64(), pa.bool_()
TYPES = {
    "entities": {"id": TEXT, "name_ar": TEXT, "mentions": LONG, "is_new": FLAG},
    "relations": {"id": TEXT, "date": DAY, "last_date": DAY, "date_precision": TEXT, "weight": LONG, "texts": LONG,
                  "confidence": REAL, "symmetric": FLAG, "quad_class": LONG},
    "evidence": {"sentence": TEXT, "char_start": LONG, "char_end": LONG, "confidence": REAL, "date": DAY},
    "documents": {"id": TEXT, "date": DAY, "url": TEXT},
}
LISTS = {"entities": ["aliases_ar", "aliases_en"], "relations": ["dates", "documents", "publishers"]}
WHO_CALLED_WHOM = """
    SELECT s.label AS source, o.label AS target, r.date, e.sentence, d.publisher
    FROM relations r JOIN entities s ON s.id = r.subject JOIN entities o ON o.id = r.object
    JOIN evidence e ON e.relation = r.id JOIN documents d ON d.id = e.document
    WHERE r.predicate = 'called' AND r.status = 'happened' AND r.date BETWEEN DATE '2025-08-01' AND DATE '2025-08-31'
    ORDER BY r.date, r.id
"""
failed = False


def report(reader, ok, text):
    global failed
    failed |= not ok
    print(f"{'ok  ' if ok else 'FAIL'} parquet    {reader:12} {text}")


def values(expected, entities, relations, evidence, documents):
    """Compares rows (dicts by id) with what is expected; returns how many values are right, and the wrong ones."""
    right, wrong = 0, []

    def check(what, want, got):
        nonlocal right
        if want == got:
            right += 1
        else:
            wrong.append(f"{what}: {want!r}, read {got!r}")

    for id_, want in expected["nodes"].items():
        for name in ("label", "mentions", "documents", "is_new", "country"):
            check(f"{id_} {name}", want[name], entities[id_][name])
        check(f"{id_} kind", want["kind"], entities[id_]["kind"] or "unknown")
    for id_, want in expected["edges"].items():
        row, proof = relations[id_], evidence[id_]
        document = documents[proof["document"]]
        for name in ("label", "predicate", "status", "family", "direction_known", "weight", "texts", "publishers", "confidence", "place"):
            check(f"{id_} {name}", want[name], row[name])
        check(f"{id_} ends", (want["source"], want["target"]), (row["subject"], row["object"]))
        check(f"{id_} documents", want["documents"], len(row["documents"]))
        ours = ("evidence", "evidence_start", "evidence_end", "trigger", "rule")
        for name, theirs in zip(ours, ("sentence", "char_start", "char_end", "trigger", "rule")):
            check(f"{id_} {name}", want[name], proof[theirs])
        for name in ("url", "publisher"):
            check(f"{id_} {name}", want[name], document[name])
    return right, wrong


def compare(reader, expected, tables):
    by = {name: {row["relation" if name == "evidence" else "id"]: row for row in rows} for name, rows in tables.items()}
    right, wrong = values(expected, *(by[name] for name in TYPES))
    counts = [len(tables[name]) for name in TYPES]
    want = [len(expected["nodes"]), len(expected["edges"]), len(expected["edges"])]
    ok = not wrong and counts[:3] == want and all(len(by[name]) == len(tables[name]) for name in TYPES)
    report(reader, ok, f"rows {counts}, values {right}/{right + len(wrong)}")
    for line in wrong[:5]:
        print("     ", line)


def main():
    folder = Path(sys.argv[1])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    paths = {name: folder / f"graph.{name}.parquet" for name in TYPES}

    wrong, tables = [], {}
    for name, path in paths.items():
        table = pyarrow.parquet.read_table(path)
        tables[name] = table.to_pylist()
        wrong += [f"{name}.{column}" for column, type_ in TYPES[name].items() if table.schema.field(column).type != type_]
        lists = [table.schema.field(column).type for column in LISTS.get(name, [])]
        wrong += [f"{name}: {type_}" for type_ in lists if not (pa.types.is_list(type_) and type_.value_type == TEXT)]
    report("pyarrow", not wrong, f"types, wrong: {wrong}")
    compare("pyarrow", expected, tables)

    database = duckdb.connect()
    for name, path in paths.items():
        database.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{path}')")
    rows = {name: database.sql(f"SELECT * FROM {name}").to_arrow_table().to_pylist() for name in TYPES}
    compare("DuckDB", expected, rows)
    types = {name: dict(database.sql(f"SELECT column_name, column_type FROM (DESCRIBE {name})").fetchall()) for name in TYPES}
    sql = {TEXT: "VARCHAR", DAY: "DATE", LONG: "BIGINT", REAL: "DOUBLE", FLAG: "BOOLEAN"}
    wrong = [(name, column, types[name][column]) for name in TYPES for column, type_ in TYPES[name].items()
             if types[name][column] != sql[type_]]
    wrong += [(name, column) for name in LISTS for column in LISTS[name] if types[name][column] != "VARCHAR[]"]
    report("DuckDB", not wrong, f"types, wrong: {wrong}")

    answer = database.sql(WHO_CALLED_WHOM).fetchall()
    labels = {id_: node["label"] for id_, node in expected["nodes"].items()}
    in_august = {row["id"] for row in tables["relations"] if row["date"] and str(row["date"])[:7] == "2025-08"}
    want = [(labels[e["source"]], labels[e["target"]], e["evidence"], e["publisher"]) for id_, e in expected["edges"].items()
            if e["predicate"] == "called" and e["status"] == "happened" and id_ in in_august]
    got = [(source, target, sentence, publisher) for source, target, _, sentence, publisher in answer]
    key = lambda row: tuple(str(cell) for cell in row)
    report("DuckDB", sorted(got, key=key) == sorted(want, key=key), f"who called whom in August 2025: {len(got)} answers")
    for source, target, day, sentence, publisher in answer[:3]:
        print("     ", source, "→", target, day, "|", sentence, "|", publisher)
    sys.exit(failed)


if __name__ == "__main__":
    main()
