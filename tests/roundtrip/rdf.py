#!/usr/bin/env python3
"""Reads the RDF and FollowTheMoney files of a folder with the readers that people use.

    rdf.py FOLDER

FOLDER holds graph.ttl, graph.nq, graph.jsonld, graph.ftm.json and expected.json, as the example write_fixture writes them.
rdflib and pyoxigraph must find the same triples in all three, an event for each edge, its sentence to the letter, valid
literals, and the answer to a question; `ftm validate` must leave every line as it is. Exit 1 when anything differs.

Needs rdflib, pyoxigraph and followthemoney. Where an RDF 1.2 file graph.12.ttl lies there, pyoxigraph must read it, too.
"""
import json
import subprocess
import sys
import warnings
from pathlib import Path

import pyoxigraph
import rdflib

warnings.filterwarnings("ignore", category=DeprecationWarning)
failed = False
SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
NV = rdflib.Namespace("urn:nisba:vocabulary:")

# Who met Putin, when, and by which sentence do we know it?
QUESTION = """
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX nv: <urn:nisba:vocabulary:>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX wd: <http://www.wikidata.org/entity/>
SELECT ?whom ?when ?sentence WHERE {
  ?event sem:eventType nv:met ; nv:status nv:happened ; sem:hasActor wd:Q7747, ?whom ; prov:wasDerivedFrom ?evidence .
  ?evidence oa:hasSelector/oa:exact ?sentence .
  OPTIONAL { ?event sem:hasTimeStamp ?when }
  FILTER (?whom != wd:Q7747)
}"""


def report(format_, reader, ok, text):
    global failed
    failed |= not ok
    print(f"{'ok  ' if ok else 'FAIL'} {format_:10} {reader:12} {text}")


def plain(term):
    """A term of rdflib as text that does not depend on how it was written."""
    if isinstance(term, rdflib.Literal):
        return ("literal", str(term), term.language, str(term.datatype or ""))
    return ("iri", str(term))


def by_rdflib(path, kind):
    data = rdflib.Dataset() if kind == "nquads" else rdflib.Graph()
    data.parse(path, format=kind)
    quads = data.quads() if kind == "nquads" else ((s, p, o, None) for s, p, o in data)
    triples = {(str(s), str(p), plain(o)) for s, p, o, _ in quads}
    return data, triples


def by_oxigraph(path, kind):
    store = pyoxigraph.Store()
    store.load(path=str(path), format=kind)
    return store, {(q.subject.value, q.predicate.value, str(q.object)) for q in store}


def wanted_answers(expected):
    wanted = set()
    for edge in expected["edges"].values():
        ends = {edge["source"], edge["target"]}
        if edge["predicate"] == "met" and edge["status"] == "happened" and "Q7747" in ends and len(ends) > 1:
            wanted.add(((ends - {"Q7747"}).pop(), edge["evidence"]))
    return wanted


def rdf(folder, expected):
    files = [
        ("turtle", folder / "graph.ttl", "turtle", pyoxigraph.RdfFormat.TURTLE),
        ("nquads", folder / "graph.nq", "nquads", pyoxigraph.RdfFormat.N_QUADS),
        ("jsonld", folder / "graph.jsonld", "json-ld", pyoxigraph.RdfFormat.JSON_LD),
    ]
    sentences = sorted(edge["evidence"] for edge in expected["edges"].values() if edge["evidence"])
    first = {}
    for name, path, kind, format_ in files:
        data, triples = by_rdflib(path, kind)
        first.setdefault("rdflib", triples)
        events = {s for s, p, o in triples if p.endswith("#type") and o == ("iri", str(SEM.Event))}
        quotes = sorted(o[1] for s, p, o in triples if p == str(OA.exact))
        same = triples == first["rdflib"]
        ok = same and len(events) == len(expected["edges"]) and quotes == sentences
        report(name, "rdflib", ok, f"{len(triples)} triples, events {len(events)}/{len(expected['edges'])}, "
               f"sentences {len(quotes)}/{len(sentences)}, as in Turtle: {same}")
        bad = [o for s, p, o in (data.triples((None, None, None)) if kind != "nquads" else ())
               if isinstance(o, rdflib.Literal) and o.ill_typed]
        report(name, "rdflib", not bad, f"literals that are no value of their type: {len(bad)}")

        store, triples = by_oxigraph(path, format_)
        first.setdefault("oxigraph", triples)
        same = triples == first["oxigraph"]
        graphs = sum(1 for _ in store.named_graphs())
        report(name, "pyoxigraph", same and (graphs > 0) == (name == "nquads"),
               f"{len(triples)} triples, {graphs} named graphs, as in Turtle: {same}")

        if name != "nquads":
            rows = {(str(r.whom).rsplit("/", 1)[-1], str(r.sentence)) for r in data.query(QUESTION)}
            report(name, "SPARQL", rows == wanted_answers(expected), f"whom did Putin meet: {len(rows)} answers by rdflib")
        rows = {(r["whom"].value.rsplit("/", 1)[-1], r["sentence"].value)
                for r in store.query(QUESTION, use_default_graph_as_union=True)}
        report(name, "SPARQL", rows == wanted_answers(expected), f"whom did Putin meet: {len(rows)} answers by pyoxigraph")

    newer = folder / "graph.12.ttl"
    if newer.is_file():
        store, triples = by_oxigraph(newer, pyoxigraph.RdfFormat.TURTLE)
        told = sum(1 for q in store if q.predicate.value.endswith("#reifies"))
        directed = sum(1 for edge in expected["edges"].values() if edge["direction_known"])
        arabic = any("ar--rtl" in o for _, _, o in triples)
        report("turtle 1.2", "pyoxigraph", told == directed and arabic, f"{told}/{directed} relations reify their triple")


def ftm(folder, expected):
    path = folder / "graph.ftm.json"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    program = Path(sys.executable).parent / "ftm"
    run = subprocess.run([program, "validate", "-i", path], capture_output=True, encoding="utf-8")
    checked = [json.loads(line) for line in run.stdout.split("\n") if line]
    key = lambda entity: entity["id"]
    tidy = lambda entities: [
        {**e, "properties": {k: sorted(v) for k, v in e["properties"].items()}}
        for e in sorted(({k: e[k] for k in ("id", "schema", "properties")} for e in entities), key=key)
    ]
    same = tidy(lines) == tidy(checked)
    links = sum(e["schema"] == "UnknownLink" for e in lines)
    ids = {e["id"] for e in lines}
    ends = all(e["properties"][end][0] in ids for e in lines if e["schema"] == "UnknownLink" for end in ("subject", "object", "proof"))
    ok = run.returncode == 0 and same and links == len(expected["edges"]) and len(ids) == len(lines) and ends
    report("ftm", "ftm validate", ok, f"{len(lines)} entities, links {links}/{len(expected['edges'])}, left as they are: {same}"
           f" {run.stderr.strip()[-200:] if run.returncode else ''}")
    if not same:
        for a, b in zip(tidy(lines), tidy(checked)):
            if a != b:
                print("     ", a, "\n      ", b)
                break


def main():
    folder = Path(sys.argv[1])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    rdf(folder, expected)
    ftm(folder, expected)
    sys.exit(failed)


if __name__ == "__main__":
    main()
