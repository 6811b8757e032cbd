#!/usr/bin/env python3
"""Reads exported graphs with the readers that people use, and compares what they find.

    check.py FOLDER [EXPECTED.json]

FOLDER holds graph.graphml, graph.gexf, graph.json, graph.jsonl, graph.nodes.csv, graph.edges.csv
and graph.dot; EXPECTED.json (default FOLDER/expected.json) holds the nodes by id and the edges by
id with the values that each must carry. A line for each format and reader tells how many nodes,
edges and values were found right. Exit 1 when any differs.

Needs networkx, igraph and lxml, and Graphviz's `dot`. The RELAX NG schema of GEXF is looked for in
$NISBA_SCHEMAS or ../shared/schemas beside the project; without it that check is skipped, and told.
"""
import csv
import json
import math
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import igraph
import networkx
from lxml import etree

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
failed = False


def report(format_, reader, ok, text):
    global failed
    failed |= not ok
    print(f"{'ok  ' if ok else 'FAIL'} {format_:10} {reader:12} {text}")


def same(want, got):
    """Values that a reader may hand over in another type."""
    if isinstance(want, bool):
        return str(got).lower() in (str(want).lower(), "1.0" if want else "0.0")
    if isinstance(want, (int, float)):
        try:
            return math.isclose(float(got), float(want))
        except (TypeError, ValueError):
            return False
    return got == want


def missing(got):
    return got is None or got == "" or (isinstance(got, float) and math.isnan(got))


def compare(format_, reader, expected, nodes, edges, clean=True):
    """Compares dicts of values, by id; what is expected to be unknown must be absent or empty."""
    right = total = 0
    wrong = []
    for what, wants, gots in (("node", expected["nodes"], nodes), ("edge", expected["edges"], edges)):
        for id_, want in wants.items():
            for name, value in want.items():
                if clean and isinstance(value, str):
                    value = ILLEGAL.sub("", value)
                got = gots.get(id_, {}).get(name)
                total += 1
                if missing(got) if value is None else same(value, got):
                    right += 1
                else:
                    wrong.append(f"{what} {id_} {name}: {value!r}, read {got!r}")
    ok = not wrong and len(nodes) == len(expected["nodes"]) and len(edges) == len(expected["edges"])
    report(format_, reader, ok,
           f"nodes {len(nodes)}/{len(expected['nodes'])} edges {len(edges)}/{len(expected['edges'])}"
           f" values {right}/{total}")
    for line in wrong[:5]:
        print("     ", line)


def by_networkx(graph, edge_id):
    nodes = {str(id_): data for id_, data in graph.nodes(data=True)}
    if graph.is_multigraph():
        rows = [(s, t, key, data) for s, t, key, data in graph.edges(keys=True, data=True)]
    else:
        rows = [(s, t, None, data) for s, t, data in graph.edges(data=True)]
    edges = {edge_id(key, data): {**data, "source": s, "target": t} for s, t, key, data in rows}
    if len(edges) != len(rows):
        report("", "networkx", False, "edge ids repeat")
    return nodes, edges


def graphml(folder, expected):
    path = folder / "graph.graphml"
    graph = networkx.read_graphml(path)
    compare("graphml", "networkx", expected, *by_networkx(graph, lambda key, data: data["event_id"]))

    graph = igraph.Graph.Read_GraphML(str(path))
    nodes = {v["id"]: v.attributes() for v in graph.vs}
    edges = {}
    for edge in graph.es:
        ends = {"source": graph.vs[edge.source]["id"], "target": graph.vs[edge.target]["id"]}
        edges[edge["event_id"]] = {**edge.attributes(), **ends}
    compare("graphml", "igraph", expected, nodes, edges)

    root = etree.parse(str(path)).getroot()
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = root.findall(f"{space}key")
    legal = {"boolean", "int", "long", "float", "double", "string"}
    bad = [k.get("id") for k in keys if k.get("for") not in ("node", "edge") or k.get("attr.type") not in legal]
    ids = [e.get("id") for e in root.iter(f"{space}edge")]
    text = [k.get("attr.name") for k in keys if k.get("attr.type") == "string"]
    bad += sorted(set(text) & {"weight", "size", "color", "x", "y", "z", "r", "g", "b"})
    report("graphml", "lxml", not bad and len(ids) == len(set(ids)), f"{len(keys)} keys, wrong: {bad}")


def gexf(folder, expected):
    path = folder / "graph.gexf"
    graph = networkx.read_gexf(path)
    compare("gexf", "networkx", expected, *by_networkx(graph, lambda key, data: data.get("id", key)))

    tree = etree.parse(str(path))
    blocks = tree.getroot().findall(".//{http://gexf.net/1.3}attributes[@class='edge']")
    report("gexf", "lxml", len(blocks) <= 1, f"{len(blocks)} declaration of edge attributes")
    here = Path(__file__).resolve().parents[2]
    for folder_ in (os.environ.get("NISBA_SCHEMAS"), here.parent / "shared" / "schemas"):
        schema = folder_ and Path(folder_) / "gexf-1.3" / "gexf.rng"
        if schema and schema.is_file():
            rng = etree.RelaxNG(etree.parse(str(schema)))
            valid = rng.validate(tree)
            report("gexf", "RELAX NG", valid, "valid" if valid else str(rng.error_log.last_error))
            return
    print("skip gexf       RELAX NG     no schema found; set NISBA_SCHEMAS")


def node_link(folder, expected):
    with open(folder / "graph.json", encoding="utf-8") as file:
        graph = networkx.node_link_graph(json.load(file), edges="edges")
    compare("node-link", "networkx", expected, *by_networkx(graph, lambda key, data: key), clean=False)


def events(folder, expected):
    with open(folder / "graph.jsonl", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file.read().split("\n") if line]
    edges = {row["event_id"]: {**row, "source": row["subject"], "target": row["object"]} for row in rows}
    labels = {row[f"{end}"]: row[f"{end}_label"] for row in rows for end in ("subject", "object")}
    only_labels = {id_: {"label": want["label"]} for id_, want in expected["nodes"].items()}
    nodes = {id_: {"label": label} for id_, label in labels.items()}
    compare("events", "json", {"nodes": only_labels, "edges": expected["edges"]}, nodes, edges, clean=False)


def spreadsheets(folder, expected):
    def rows(name):
        with open(folder / name, encoding="utf-8", newline="") as file:
            # As Gephi reads: quotes may be doubled, a backslash escapes.
            reader = csv.DictReader(file, doublequote=True, escapechar="\\", strict=True)
            return {row["Id"]: {key[0].lower() + key[1:]: value for key, value in row.items()} for row in reader}

    compare("csv", "as Gephi", expected, rows("graph.nodes.csv"), rows("graph.edges.csv"))
    report("csv", "header", " " not in open(folder / "graph.edges.csv", encoding="utf-8").readline(), "no space")


def dot(folder, expected):
    run = subprocess.run(["dot", "-Tplain", folder / "graph.dot"], capture_output=True, encoding="utf-8")
    lines = run.stdout.replace("\\\n", "").splitlines()
    nodes = sum(line.startswith("node ") for line in lines)
    edges = sum(line.startswith("edge ") for line in lines)
    ok = run.returncode == 0 and not run.stderr and nodes == len(expected["nodes"]) and edges == len(expected["edges"])
    report("dot", "dot -Tplain", ok, f"nodes {nodes}/{len(expected['nodes'])} edges {edges}/{len(expected['edges'])}"
           f" {run.stderr.strip()[:200]}")

    run = subprocess.run(["dot", "-Tjson0", folder / "graph.dot"], capture_output=True, encoding="utf-8")
    read = json.loads(run.stdout)
    plain = lambda text: re.sub("[\u2066-\u2069]", "", text).replace("&amp;", "&").replace("\\\\", "\\")
    got = {item["name"].replace("\\\\", "\\"): plain(item["label"]) for item in read["objects"]}
    want = {id_: ILLEGAL.sub("", data["label"]) for id_, data in expected["nodes"].items()}
    names = {item["_gvid"]: item["name"] for item in read["objects"]}
    ends = Counter((names[e["tail"]], names[e["head"]]) for e in read["edges"])
    wanted_ends = Counter((e["source"], e["target"]) for e in expected["edges"].values())
    report("dot", "dot -Tjson0", got == want and ends == wanted_ends, f"labels {len(got)}, ends {sum(ends.values())}")


def main():
    folder = Path(sys.argv[1])
    with open(sys.argv[2] if len(sys.argv) > 2 else folder / "expected.json", encoding="utf-8") as file:
        expected = json.load(file)
    for check in (graphml, gexf, node_link, events, spreadsheets, dot):
        try:
            check(folder, expected)
        except Exception as error:  # a reader that refuses the file is a finding, not the end
            report(check.__name__, "", False, f"{type(error).__name__}: {error}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
