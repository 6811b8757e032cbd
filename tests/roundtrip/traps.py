#!/usr/bin/env python3
"""Compares the verdicts of `nisba check-export` with what the readers do.

    traps.py NISBA [NODE_MODULES]

tests/check/cases.csv tells for each file and reader the verdict of the program and, for NetworkX, igraph, graphology and
Graphviz, what the reader has of the file: `refused`, or an expression over `nodes` (values by id) and `edges` (a list of
values). Here the program and the readers are asked. NODE_MODULES is the folder above graphology's node_modules; without
it graphology's rows are left out, and told. Exit 1 when anything differs.

Needs networkx, pydot, igraph, and Graphviz's `dot`.
"""
import contextlib
import csv
import io
import json
import os
import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path

import igraph
import networkx

HERE = Path(__file__).resolve().parent
FILES = HERE.parent / "check"
warnings.simplefilter("ignore")


def by_networkx(path):
    if path.suffix == ".gexf":
        graph = networkx.read_gexf(path)
    elif path.suffix == ".graphml":
        graph = networkx.read_graphml(path)
    elif path.suffix == ".dot":
        with contextlib.redirect_stdout(io.StringIO()):  # pydot prints what it does not read
            graph = networkx.nx_pydot.read_dot(path)
    else:
        data = json.loads(path.read_text(encoding="utf-8"))
        read = networkx.cytoscape_graph if "elements" in data else networkx.node_link_graph
        graph = read(data)
    edges = [{**values, "source": s, "target": t} for s, t, values in graph.edges(data=True)]
    return dict(graph.nodes(data=True)), edges, graph.is_directed()


def by_igraph(path):
    graph = igraph.Graph.Read_GraphML(str(path))
    edges = [{**edge.attributes(), "source": edge.source, "target": edge.target} for edge in graph.es]
    return {node["id"]: node.attributes() for node in graph.vs}, edges, graph.is_directed()


def by_graphviz(path):
    run = subprocess.run(["dot", "-Tjson0", path], capture_output=True, encoding="utf-8")
    if run.returncode:
        raise ValueError(run.stderr.strip())
    data = json.loads(run.stdout)
    plain = subprocess.run(["dot", "-Tplain", path], capture_output=True, encoding="utf-8").stdout
    drawn = [line for line in plain.splitlines() if line.startswith("node ")]
    nodes = {item["name"]: {**item, "drawn": line} for item, line in zip(data.get("objects", []), drawn)}
    return nodes, data.get("edges", []), data["directed"]


def by_graphology(paths, modules):
    run = subprocess.run(["node", HERE / "traps.mjs", *paths], capture_output=True, encoding="utf-8", check=True,
                         env={**os.environ, "NODE_MODULES": str(modules)})
    return {row["file"]: row for row in map(json.loads, run.stdout.splitlines())}


def seen_by(reader, path, graphology):
    """Returns what a reader has: nodes, edges, whether directed; or why it refuses."""
    if reader == "graphology":
        row = graphology[str(path)]
        return row["refused"] if "refused" in row else (row["nodes"], row["edges"], None)
    try:
        return {"networkx": by_networkx, "igraph": by_igraph, "graphviz": by_graphviz}[reader](path)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def verdict(program, path, reader):
    run = subprocess.run([program, "check-export", path, "--for", reader, "--format", "json"], capture_output=True,
                         encoding="utf-8")
    findings = json.loads(run.stdout)["findings"]
    return findings[0]["severity"] if findings else "nothing"


def main():
    program, modules = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    with open(FILES / "cases.csv", encoding="utf-8", newline="") as file:
        cases = [row for row in csv.DictReader(file) if row["seen"]]
    graphology = {}
    if modules:
        graphology = by_graphology([str(FILES / row["file"]) for row in cases if row["reader"] == "graphology"], modules)
    asked, wrong, left_out = Counter(), 0, 0
    for row in cases:
        path, reader = FILES / row["file"], row["reader"]
        if reader == "graphology" and not modules:
            left_out += 1
            continue
        asked[reader] += 1
        severity = verdict(program, path, reader)
        got = seen_by(reader, path, graphology)
        if isinstance(got, str):
            ok, shown = row["seen"] == "refused", got
        else:
            nodes, edges, directed = got
            shown = f"nodes {nodes} edges {edges}"
            names = {"nodes": nodes, "edges": edges, "directed": directed}
            try:
                ok = row["seen"] != "refused" and bool(eval(row["seen"], {"__builtins__": {"len": len}}, names))
            except (KeyError, IndexError, TypeError) as error:
                ok, shown = False, f"{shown}: {type(error).__name__} {error}"
        if severity != row["severity"] or (severity == "refused") != (row["seen"] == "refused"):
            ok, shown = False, f"the program says {severity}"
        if not ok:
            wrong += 1
            print(f"FAIL {row['file']} {reader}: {row['severity']}, {row['seen']}; {shown[:300]}")
    counts = ", ".join(f"{reader} {count}" for reader, count in sorted(asked.items()))
    print(f"{'FAIL' if wrong else 'ok  '} verdicts   {sum(asked.values()) - wrong}/{sum(asked.values())} as the readers do: {counts}")
    if left_out:
        print(f"skip verdicts   graphology: {left_out} cases; give the folder above its node_modules")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
