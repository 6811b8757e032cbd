#!/usr/bin/env python3
"""Holds `nisba top` and `nisba path` against NetworkX, igraph and trying everything.

    metrics.py NISBA FOLDER RECORDS…

NISBA is the program, FOLDER a place for what is made, RECORDS are extracted lines (.jsonl). Of each, of Zachary's karate club,
of a network told by many copies, and of small ones made by chance (always the same):

- degree, betweenness and PageRank of every entity are those that NetworkX and igraph find on the GraphML of the same records;
- the modularity told is that which igraph finds for the groups told, and at most 2 % below its own Louvain's and Leiden's;
- shortest paths are as long as NetworkX finds them, and told by as many relations as any that is as short;
- paths in time arrive when the first of all chains does, tried one by one, day by day, and in as few steps.

Exit 1 when anything differs. Needs networkx and igraph.
"""
import collections
import datetime
import json
import random
import subprocess
import sys
from pathlib import Path

import igraph
import networkx
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

NISBA, FOLDER, *RECORDS = sys.argv[1:]
NEAR = 1e-6
PREDICATES = ["met", "called", "visited", "hosted"]
DIRECTED = {"called", "visited", "hosted"}
failed = False


def report(what, ok, text):
    global failed
    failed |= not ok
    print(f"{'ok  ' if ok else 'FAIL'} {what:12} {text}")


def ask(*args, code=0):
    run = subprocess.run([NISBA, *map(str, args)], capture_output=True, text=True)
    if run.returncode != code:
        sys.exit(f"{args}: exit {run.returncode}\n{run.stderr}")
    return run.stdout


def put(name, relations, texts=None):
    """Writes each relation as a document of its own; of `texts`, those of one number are copies of one another."""
    path = Path(FOLDER) / f"{name}.jsonl"
    rows = [{"id": f"d{number:04}", "relations": [relation]} for number, relation in enumerate(relations)]
    for row, text in zip(rows, texts or []):
        row["sketch"] = f"{text + 1:04x}" * 32
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def copied():
    """Returns relations, and the text that tells each: many texts are printed several times."""
    chance = random.Random(7)
    pairs = [chance.sample(range(30), 2) for _ in range(60)]
    told = [(*chance.choice(pairs), chance.choice(PREDICATES), chance.randrange(40)) for _ in range(400)]
    relations = [{"subject": f"c{a:02}", "predicate": predicate, "object": f"c{b:02}"} for a, b, predicate, _ in told]
    return relations, [text for *_, text in told]


def graphs(graphml):
    """Returns the pairs with their number of relations, and the arcs; copies of one text tell a relation once."""
    edges = networkx.read_graphml(graphml, force_multigraph=True)
    pairs, arcs = networkx.Graph(), networkx.DiGraph()
    pairs.add_nodes_from(edges)
    arcs.add_nodes_from(edges)

    def add(graph, a, b, weight):
        known = graph.get_edge_data(a, b, {"weight": 0})["weight"]
        graph.add_edge(a, b, weight=known + weight)

    for a, b, edge in edges.edges(data=True):
        if a == b:
            continue
        add(pairs, a, b, int(edge["texts"]))
        add(arcs, a, b, int(edge["texts"]))
        if edge["symmetric"] or not edge["direction_known"]:
            add(arcs, b, a, int(edge["texts"]))
    return pairs, arcs


def to_igraph(graph):
    """Returns the same graph, its entities in the same order."""
    names = sorted(graph)
    places = {name: place for place, name in enumerate(names)}
    edges = [(places[a], places[b]) for a, b in graph.edges()]
    other = igraph.Graph(n=len(names), edges=edges, directed=graph.is_directed())
    other.es["weight"] = [weight for _, _, weight in graph.edges(data="weight")]
    return names, other


def differs(name, told, found):
    """Says the greatest difference between what is told and found of each entity."""
    worst = max(((abs(told[entity] - found[entity]), entity) for entity in told), default=(0, "-"))
    return worst[0] <= NEAR, f"{name} {worst[0]:.1e}"


def measures(source):
    rows = {row["entity"]: row for row in json.loads(ask("top", "-q", source, "--by", "betweenness", "--limit", "0", "--format", "json"))}
    graphml = Path(FOLDER) / "measured.graphml"
    ask("build", "-q", source, "--family", "contact", "--status", "happened", "-o", graphml)
    pairs, arcs = graphs(graphml)
    isolates = list(networkx.isolates(pairs))
    names, undirected = to_igraph(pairs)
    _, directed = to_igraph(arcs)
    told = lambda key: {entity: row[key] for entity, row in rows.items()}
    by_igraph = lambda values: dict(zip(names, values))
    if set(rows) != set(pairs) - set(isolates):
        report("top", False, f"{source.name}: other entities than in its GraphML")
        return
    checks = {
        "networkx": [
            differs("degree", told("degree"), dict(pairs.degree())),
            differs("in", told("degree_in"), dict(arcs.in_degree())),
            differs("out", told("degree_out"), dict(arcs.out_degree())),
            differs("relations", told("relations"), dict(pairs.degree(weight="weight"))),
            differs("pagerank", told("page_rank"), _pagerank_python(arcs, tol=1e-12, max_iter=1000)),
        ],
        "igraph": [
            differs("degree", told("degree"), by_igraph(undirected.degree())),
            differs("relations in", told("relations_in"), by_igraph(directed.strength(mode="in", weights="weight"))),
            differs("relations out", told("relations_out"), by_igraph(directed.strength(mode="out", weights="weight"))),
            differs("pagerank", told("page_rank"), by_igraph(directed.pagerank(damping=0.85, weights="weight"))),
        ],
    }
    scale = max((len(names) - 1) * (len(names) - 2) / 2, 1)
    checks["igraph"].append(differs("betweenness", told("betweenness"), by_igraph([b / scale for b in undirected.betweenness(directed=False)])))
    if len(names) <= 500:
        checks["networkx"].append(differs("betweenness", told("betweenness"), networkx.betweenness_centrality(pairs)))
    for reader, found in checks.items():
        text = ", ".join(text for _, text in found)
        report(reader, all(ok for ok, _ in found), f"{source.name}: {len(names)} entities, {pairs.number_of_edges()} pairs; {text}")


def groups(source):
    answer = json.loads(ask("top", "-q", source, "--community", "--limit", "0", "--format", "json"))
    names, graph = to_igraph(graphs(Path(FOLDER) / "measured.graphml")[0])
    of = {member["entity"]: group["group"] for group in answer["groups"] for member in group["members"]}
    membership = [of.get(name, -place - 1) for place, name in enumerate(names)]
    ids = {group: number for number, group in enumerate(sorted(set(membership)))}
    membership = [ids[group] for group in membership]
    recomputed = graph.modularity(membership, weights="weight")
    random.seed(1)
    louvain = max(graph.community_multilevel(weights="weight").modularity for _ in range(5))
    leiden = (graph.community_leiden("modularity", weights="weight", n_iterations=-1) for _ in range(5))
    leiden = max(graph.modularity(found.membership, weights="weight") for found in leiden)
    told = answer["modularity"]
    inside = sum(group["inside"] for group in answer["groups"])
    within = sum(edge["weight"] for edge in graph.es if membership[edge.source] == membership[edge.target])
    connected = all(graph.induced_subgraph([p for p, of in enumerate(membership) if of == group]).is_connected() for group in set(membership))
    ok = abs(told - recomputed) <= NEAR and told >= 0.98 * max(louvain, leiden) and inside == within and connected
    report("groups", ok, f"{source.name}: {answer['count']} groups, modularity {told:.5f}, igraph finds it {recomputed:.5f}; "
                         f"its Louvain {louvain:.5f}, its Leiden {leiden:.5f}")


def made(number):
    """Returns a small network: at most one event of each pair and predicate, some dated by their month only."""
    chance = random.Random(number)
    size = chance.randint(4, 7)
    relations, seen = [], set()
    for _ in range(chance.randint(4, 14)):
        a, b = chance.sample(range(size), 2)
        predicate = chance.choice(PREDICATES)
        if (min(a, b), max(a, b), predicate) in seen:
            continue
        seen.add((min(a, b), max(a, b), predicate))
        day = datetime.date(2025, 1, 1) + datetime.timedelta(days=chance.randint(0, 120))
        date = day.isoformat()[:7] if chance.random() < 0.3 else day.isoformat()
        relations.append({"subject": f"e{a}", "predicate": predicate, "object": f"e{b}", "date": date})
    return relations


def days(date):
    """Returns every day that a date leaves open."""
    if len(date) == 10:
        return [datetime.date.fromisoformat(date)]
    first = datetime.date.fromisoformat(f"{date}-01")
    all_days = (first + datetime.timedelta(days=day) for day in range(31))
    return [day for day in all_days if day.month == first.month]


def chains(relations, directed, at, seen):
    """Yields every chain from `at` to e1 over no entity twice, as the events of its steps."""
    for event in relations:
        ends = [(event["subject"], event["object"])]
        if not directed or event["predicate"] not in DIRECTED:
            ends.append((event["object"], event["subject"]))
        for a, b in ends:
            if a == at and b not in seen:
                if b == "e1":
                    yield [event]
                else:
                    yield from ([event, *rest] for rest in chains(relations, directed, b, seen | {b}))


def arrival(chain, surely):
    """Returns the first day on which the chain may be walked through, trying all days; surely: by which it is."""
    possible = {datetime.date.min}
    for event in chain:
        open_days = days(event["date"])
        if surely:
            possible = set(open_days) if max(possible) <= min(open_days) else set()
        else:
            possible = {day for day in open_days if any(before <= day for before in possible)}
        if not possible:
            return None
    return max(possible) if surely else min(possible)


def paths():
    wrong, asked, found = [], 0, 0
    for number in range(15):
        relations = made(number)
        source = put("made", relations)
        directed = number % 3 == 0
        every = list(chains(relations, directed, "e0", {"e0"}))
        for flags in ([], ["--time"], ["--time", "--certain"]):
            if directed:
                flags = [*flags, "--directed"]
            asked += 1
            if "--time" in flags:
                arrivals = [(arrival(chain, "--certain" in flags), len(chain)) for chain in every]
                arrivals = [known for known in arrivals if known[0]]
                best = min(arrivals, default=None)
                want = best and [best[0].isoformat(), best[1]]
            else:
                want = [None, min(map(len, every))] if every else None
            answer = json.loads(ask("path", "-q", source, "e0", "e1", *flags, "--format", "json", code=0 if want else 1))
            got = [answer[0]["arrival"], len(answer[0]["steps"])] if answer else None
            found += bool(got)
            if got != want:
                wrong.append(f"made({number}) {' '.join(flags)}: {want}, told {got}")
            if want and "--time" not in flags:
                joined = collections.Counter()
                for event in relations:
                    joined[event["subject"], event["object"]] += 1
                    if not directed or event["predicate"] not in DIRECTED:
                        joined[event["object"], event["subject"]] += 1
                graph = networkx.DiGraph(list(joined))
                shortest = list(networkx.all_shortest_paths(graph, "e0", "e1"))
                most = max(sum(joined[a, b] for a, b in zip(path, path[1:])) for path in shortest)
                told = sum(step["relations"] for step in answer[0]["steps"])
                if (len(shortest[0]) - 1, most) != (got[1], told):
                    wrong.append(f"made({number}) {' '.join(flags)}: {most} relations, told {told}")
    report("paths", not wrong, f"{asked} questions, {found} with an answer" + "".join(f"\n     {text}" for text in wrong))


Path(FOLDER).mkdir(parents=True, exist_ok=True)
karate = put("karate", [{"subject": f"k{a}", "predicate": "met", "object": f"k{b}"} for a, b in networkx.karate_club_graph().edges()])
for source in [karate, put("copies", *copied()), *map(Path, RECORDS)]:
    measures(source)
    groups(source)
paths()
sys.exit(failed)
