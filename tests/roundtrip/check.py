#!/usr/bin/env python3
"""Reads exported graphs with the readers that people use, and compares what they find.

    check.py FOLDER [EXPECTED.json]

FOLDER holds a graph in every format, as examples/write_fixture writes it; EXPECTED.json (default FOLDER/expected.json) holds the nodes by id and the edges by
id with the values that each must carry. A line for each format and reader tells how many nodes,
edges and values were found right. Exit 1 when any differs.

Needs networkx, igraph, lxml and ladybug (a database with Cypher), Graphviz's `dot`, and xmllint. The RELAX NG schema of GEXF is looked for in
$NISBA_SCHEMAS or ../shared/schemas beside the project; without it that check is skipped, and told.
"""
import calendar
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
    print(f"{'ok  ' if ok else 'FAIL'} {format_:15} {reader:12} {text}")


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
                if isinstance(value, list):
                    continue  # each format has its own form of lists
                if clean and isinstance(value, str):
                    value = ILLEGAL.sub("", value)
                got = gots.get(id_, {}).get(name)
                total += 1
                if missing(got) if value is None else same(value, got):
                    right += 1
                else:
                    wrong.append(f"{what} {id_} {name}: {value!r}, read {got!r}")
    # Edges between the same two, which careless readers and writers merge.
    ends = lambda edges: sorted(n for n in Counter((e["source"], e["target"]) for e in edges.values()).values() if n > 1)
    parallel, wanted = (sum(ends(each)) for each in (edges, expected["edges"]))
    ok = not wrong and parallel == wanted and len(nodes) == len(expected["nodes"]) and len(edges) == len(expected["edges"])
    report(format_, reader, ok,
           f"nodes {len(nodes)}/{len(expected['nodes'])} edges {len(edges)}/{len(expected['edges'])}"
           f" values {right}/{total} parallel {parallel}/{wanted}")
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
    for format_, name in (("graphml", "graphml"), ("graphml-yed", "yed.graphml"), ("graphml-strict", "strict.graphml")):
        graphml_dialect(format_, folder / f"graph.{name}", expected)


def graphml_dialect(format_, path, expected):
    graph = networkx.read_graphml(path)
    compare(format_, "networkx", expected, *by_networkx(graph, lambda key, data: data["event_id"]))

    graph = igraph.Graph.Read_GraphML(str(path))
    nodes = {v["id"]: v.attributes() for v in graph.vs}
    edges = {}
    for edge in graph.es:
        ends = {"source": graph.vs[edge.source]["id"], "target": graph.vs[edge.target]["id"]}
        edges[edge["event_id"]] = {**edge.attributes(), **ends}
    compare(format_, "igraph", expected, nodes, edges)

    tree = etree.parse(str(path))
    root = tree.getroot()
    space, drawn = "{http://graphml.graphdrawing.org/xmlns}", "{http://www.yworks.com/xml/graphml}"
    keys = [key for key in root.findall(f"{space}key") if key.get("yfiles.type") is None]
    legal = {"boolean", "int", "long", "float", "double", "string"}
    bad = [k.get("id") for k in keys if k.get("for") not in ("node", "edge") or k.get("attr.type") not in legal]
    ids = [e.get("id") for e in root.iter(f"{space}edge")]
    text = [k.get("attr.name") for k in keys if k.get("attr.type") == "string"]
    bad += sorted(set(text) & {"weight", "size", "color", "x", "y", "z", "r", "g", "b"})
    report(format_, "lxml", not bad and len(ids) == len(set(ids)), f"{len(keys)} keys, wrong: {bad}")
    if format_ == "graphml-yed":
        labels = sorted(label.text for label in root.iter(f"{drawn}NodeLabel"))
        wanted = sorted(ILLEGAL.sub("", node["label"]) for node in expected["nodes"].values())
        lines = len(root.findall(f".//{space}edge/{space}data/{drawn}PolyLineEdge/{drawn}EdgeLabel"))
        report(format_, "labels", labels == wanted and lines == len(ids), f"nodes {len(labels)} edges {lines}")
    if format_ == "graphml-strict":
        rng = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("graphml-strict.rng"))))
        valid = rng.validate(tree)
        report(format_, "RELAX NG", valid, "valid" if valid else str(rng.error_log.last_error))
    xmllint(format_, path)


def xmllint(format_, path):
    run = subprocess.run(["xmllint", "--noout", path], capture_output=True, encoding="utf-8")
    report(format_, "xmllint", run.returncode == 0 and not run.stderr, run.stderr.strip()[:200] or "well-formed")


def gexf(folder, expected):
    for format_, name in (("gexf", "gexf"), ("gexf-dynamic", "dynamic.gexf")):
        path = folder / f"graph.{name}"
        graph = networkx.read_gexf(path)
        compare(format_, "networkx", expected, *by_networkx(graph, lambda key, data: data.get("id", key)))

        tree = etree.parse(str(path))
        space = "{http://gexf.net/1.3}"
        blocks = tree.getroot().findall(f".//{space}attributes[@class='edge']")
        report(format_, "lxml", len(blocks) <= 1, f"{len(blocks)} declaration of edge attributes")
        times = {edge.get("id"): [spell.get("timestamp") for spell in edge.iter(f"{space}spell")]
                 for edge in tree.getroot().iter(f"{space}edge")}
        if format_ == "gexf":
            report(format_, "times", not any(times.values()), "none")
        else:
            wrong = [id_ for id_, days in times.items() if set(days) != days_of(expected["edges"][id_]["dates"])]
            report(format_, "times", not wrong, f"{sum(map(bool, times.values()))} edges with times, wrong: {wrong[:5]}")
        xmllint(format_, path)
        relax_ng(format_, tree)


def days_of(dates):
    """The days that dates may mean: of a month all, of a year the first of each month and the last."""
    days = set()
    for date in dates:
        year, *rest = map(int, date.split("-"))
        if len(rest) == 2:
            days.add(date)
        for month in range(1, 13) if not rest else rest if len(rest) == 1 else ():
            last = calendar.monthrange(year, month)[1]
            wanted = range(1, last + 1) if rest else {1} | ({31} if month == 12 else set())
            days |= {f"{year:04}-{month:02}-{day:02}" for day in wanted}
    return days


def relax_ng(format_, tree):
    here = Path(__file__).resolve().parents[2]
    for folder in (os.environ.get("NISBA_SCHEMAS"), here.parent / "shared" / "schemas"):
        schema = folder and Path(folder) / "gexf-1.3" / "gexf.rng"
        if schema and schema.is_file():
            rng = etree.RelaxNG(etree.parse(str(schema)))
            valid = rng.validate(tree)
            report(format_, "RELAX NG", valid, "valid" if valid else str(rng.error_log.last_error))
            return
    print(f"skip {format_:15} RELAX NG     no schema found; set NISBA_SCHEMAS")


def node_link(folder, expected):
    with open(folder / "graph.json", encoding="utf-8") as file:
        graph = networkx.node_link_graph(json.load(file), edges="edges")
    compare("node-link", "networkx", expected, *by_networkx(graph, lambda key, data: key), clean=False)

    with open(folder / "graph.d3.json", encoding="utf-8") as file:
        graph = networkx.node_link_graph(json.load(file), edges="links", key="id")
    compare("d3", "networkx", expected, *by_networkx(graph, lambda key, data: key), clean=False)


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
    for format_, name in (("dot", "graph.dot"), ("dot", "graph.en.dot"), ("dot-plain", "graph.plain.dot")):
        path = folder / name
        # One layout, two drawings.
        plain, drawing = path.with_suffix(".plain.txt"), path.with_suffix(".svg")
        run = subprocess.run(["dot", "-Tplain", "-o", plain, "-Tsvg", "-o", drawing, path],
                             capture_output=True, encoding="utf-8")
        lines = plain.read_text(encoding="utf-8").replace("\\\n", "").splitlines()
        nodes = sum(line.startswith("node ") for line in lines)
        edges = sum(line.startswith("edge ") for line in lines)
        counts = nodes == len(expected["nodes"]) and edges == len(expected["edges"])
        report(format_, "dot -Tplain", run.returncode == 0 and not run.stderr and counts,
               f"nodes {nodes}/{len(expected['nodes'])} edges {edges}/{len(expected['edges'])} {run.stderr.strip()[:200]}")
        svg = etree.fromstring(drawing.read_bytes())  # raises where a name, an address or evidence breaks the markup
        links = [link.get("{http://www.w3.org/1999/xlink}href") for link in svg.iter("{http://www.w3.org/2000/svg}a")]
        bad = [link for link in links if link and not re.match("https?://[^\"'<> ]*$", link)]
        report(format_, "dot -Tsvg", not bad, f"well-formed, {len(links)} links, wrong: {bad[:3]}")

    run = subprocess.run(["dot", "-Tjson0", folder / "graph.dot"], capture_output=True, encoding="utf-8")
    read = json.loads(run.stdout)
    plain = lambda text: re.sub("[\u2066-\u2069]", "", text).replace("&amp;", "&").replace("\\\\", "\\")
    got = {item["name"].replace("\\\\", "\\"): plain(item["label"]) for item in read["objects"]}
    want = {id_: ILLEGAL.sub("", data["label"]) for id_, data in expected["nodes"].items()}
    names = {item["_gvid"]: item["name"] for item in read["objects"]}
    ends = Counter((names[e["tail"]], names[e["head"]]) for e in read["edges"])
    wanted_ends = Counter((e["source"], e["target"]) for e in expected["edges"].values())
    report("dot", "dot -Tjson0", got == want and ends == wanted_ends, f"labels {len(got)}, ends {sum(ends.values())}")

    run = subprocess.run(["dot", "-Tjson0", folder / "graph.plain.dot"], capture_output=True, encoding="utf-8")
    read = json.loads(run.stdout)
    value = lambda text: text.replace("\\\\", "\\")
    names = {item["_gvid"]: value(item["name"]) for item in read["objects"]}
    nodes = {value(item["name"]): {key: value(text) for key, text in item.items() if isinstance(text, str)}
             for item in read["objects"]}
    edges = {item["id"]: {**{key: value(text) for key, text in item.items() if isinstance(text, str)},
                          "source": names[item["tail"]], "target": names[item["head"]]} for item in read["edges"]}
    # Values are in one line, and evidence is cut.
    flat = lambda text: re.sub("[\t\n\r]", " ", ILLEGAL.sub("", text)) if isinstance(text, str) else text
    cut = lambda text: text[:300] + "…" if len(text) > 300 else text
    wanted = {what: {id_: {name: cut(flat(text)) if name == "evidence" and text else flat(text)
                           for name, text in row.items()} for id_, row in expected[what].items()}
              for what in ("nodes", "edges")}
    compare("dot-plain", "dot -Tjson0", wanted, nodes, edges)


def neo4j(folder, expected):
    """As neo4j-admin reads: quotes are doubled, a backslash is a backslash, a row is a line."""
    controls = re.compile("\r\n|[\x00-\x1f\x7f-\x9f\u2028\u2029]")
    flat = lambda value: controls.sub(" ", value) if isinstance(value, str) else value
    wanted = {what: {id_: {name: flat(value) for name, value in row.items()}
                     for id_, row in expected[what].items()} for what in ("nodes", "edges")}

    def rows(name):
        with open(folder / name, encoding="utf-8", newline="") as file:
            lines = file.read().split("\n")
            header, *body = csv.reader(lines[:-1], strict=True)
            assert len(body) == len(lines) - 2, "a row is a line"
            return header, body

    header, body = rows("graph.neo4j.nodes.csv")
    types = {"string[]", "long", "double", "boolean", "date", "ID(Entity)"}
    bare = lambda name: name.rsplit(":", 1)[0] if name.rsplit(":", 1)[-1] in types else name
    nodes = {row[0]: dict(zip(map(bare, header), row)) for row in body}
    edge_header, edge_body = rows("graph.neo4j.relationships.csv")
    edges = {}
    for row in edge_body:
        row = dict(zip(map(bare, edge_header), row))
        edges[row["event_id"]] = {**row, "source": row[":START_ID(Entity)"], "target": row[":END_ID(Entity)"]}
    compare("neo4j", "csv", wanted, nodes, edges, clean=False)
    wrong = [e[":TYPE"] for id_, e in edges.items() if e[":TYPE"] != expected["edges"][id_]["predicate"].upper()]
    report("neo4j", "types", not wrong and all(n[":LABEL"].startswith("Entity") for n in nodes.values()), f"wrong: {wrong}")
    copied(folder, wanted, header, edge_header)


def copied(folder, wanted, header, edge_header):
    """The same files, taken in as they are by a database that reads spreadsheets (lists as text)."""
    import ladybug

    special = {"id:ID(Entity)": "id STRING PRIMARY KEY", ":LABEL": "labels STRING", ":TYPE": "type STRING"}
    types = {**TYPES, "string[]": "STRING"}
    declared = lambda cells: ", ".join(
        special.get(cell) or "`{}` {}".format(name, types[kind])
        for cell in cells for name, kind in [f"{cell}:string".split(":")[:2]])
    names = lambda cells, variable: ", ".join(
        f"{variable}.`{cell.split(':')[0]}` AS `{cell.split(':')[0]}`" for cell in cells if not cell.startswith(":"))
    if len(edge_header) == 3:
        return
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    connection.execute(f"CREATE NODE TABLE Entity({declared(header)})")
    connection.execute(f"CREATE REL TABLE Relation(FROM Entity TO Entity, {declared(edge_header[2:])})")
    how = "(HEADER=true, QUOTE='\"', ESCAPE='\"', PARALLEL=false)"
    connection.execute(f"COPY Entity FROM '{folder}/graph.neo4j.nodes.csv' {how}")
    connection.execute(f"COPY Relation FROM '{folder}/graph.neo4j.relationships.csv' {how}")
    nodes = {row["id"]: row for row in ask(connection, f"MATCH (n:Entity) RETURN {names(header, 'n')}")}
    edges = ask(connection, "MATCH (a:Entity)-[r:Relation]->(b:Entity) RETURN a.id AS source, b.id AS target, "
                f"{names(edge_header, 'r')}")
    compare("neo4j", "ladybug COPY", wanted, nodes, {row["event_id"]: row for row in edges}, clean=False)


def ask(connection, question):
    """Returns the rows of an answer, by the names of its columns."""
    result = connection.execute(question)
    names = result.get_column_names()
    rows = []
    while result.has_next():
        rows.append(dict(zip(names, result.get_next())))
    return rows


TYPES = {"string": "STRING", "string[]": "STRING[]", "long": "INT64", "double": "DOUBLE", "boolean": "BOOL", "date": "DATE"}


def cypher(folder, expected):
    """Runs the script in Ladybug, a database in the process that speaks Cypher; it wants its tables declared."""
    import ladybug

    def columns(name, skip):
        with open(folder / name, encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        pairs = [(cell.split(":", 1) + ["string"])[:2] for cell in header[skip:] if not cell.startswith(":")]
        return [(column, TYPES[kind]) for column, kind in pairs]

    types = sorted({edge["predicate"].upper() for edge in expected["edges"].values()})
    nodes = columns("graph.neo4j.nodes.csv", 1)
    edges = columns("graph.neo4j.relationships.csv", 3) if types else []

    def database():
        connection = ladybug.Connection(ladybug.Database(":memory:"))
        declared = lambda columns: ", ".join(f"`{name}` {kind}" for name, kind in columns)
        connection.execute(f"CREATE NODE TABLE Entity(id STRING PRIMARY KEY, {declared(nodes)})")
        for type_ in types:
            connection.execute(f"CREATE REL TABLE `{type_}`(FROM Entity TO Entity, {declared(edges)})")
        return connection

    def read(connection):
        got = {row["id"]: row for row in ask(connection, f"MATCH (n:Entity) RETURN n.id AS id, {returned('n', nodes)}")}
        rows = []
        for type_ in types:
            rows += ask(connection, f"MATCH (a:Entity)-[r:`{type_}`]->(b:Entity) RETURN a.id AS source, b.id AS target, "
                        f"{returned('r', edges)}")
        assert len({row["event_id"] for row in rows}) == len(rows), "edges are distinct"
        return got, {row["event_id"]: row for row in rows}

    returned = lambda variable, columns: ", ".join(f"{variable}.`{name}` AS `{name}`" for name, _ in columns)
    with open(folder / "graph.cypher", encoding="utf-8") as file:
        lines = [line for line in file.read().split("\n") if line]
    # Neo4j's constraint and second labels are not Ladybug's; they are declared above, or left out.
    run = [line for line in lines if not re.match(r"//|CREATE CONSTRAINT|MATCH \(n:Entity\) WHERE n\.kind", line)]
    connection = database()
    for line in run * 2:  # a script can be run again
        connection.execute(line)
    wanted = {what: {id_: {name: value for name, value in row.items()}
                     for id_, row in expected[what].items()} for what in ("nodes", "edges")}
    compare("cypher", "ladybug", wanted, *read(connection), clean=False)
    if not types:
        return
    met = ask(connection, "MATCH (a:Entity)-[r]->(b:Entity) WHERE r.status = 'denied' RETURN count(*) AS n")[0]["n"]
    wanted_met = sum(edge["status"] == "denied" for edge in expected["edges"].values())
    dates = ask(connection, "MATCH ()-[r]->() WHERE r.first_date >= date('1900-01-01') RETURN count(*) AS n")[0]["n"]
    wanted_dates = sum(bool(edge["dates"]) for edge in expected["edges"].values())
    report("cypher", "questions", met == wanted_met and dates == wanted_dates,
           f"denied {met}/{wanted_met} dated {dates}/{wanted_dates}")


def main():
    folder = Path(sys.argv[1])
    with open(sys.argv[2] if len(sys.argv) > 2 else folder / "expected.json", encoding="utf-8") as file:
        expected = json.load(file)
    for check in (graphml, gexf, node_link, events, spreadsheets, dot, neo4j, cypher):
        try:
            check(folder, expected)
        except Exception as error:  # a reader that refuses the file is a finding, not the end
            report(check.__name__, "", False, f"{type(error).__name__}: {error}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
