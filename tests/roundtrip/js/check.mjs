// Reads exported graphs with graphology, d3-force and cytoscape.js, and compares what they find.
//
//     node check.mjs FOLDER
//
// FOLDER is what examples/write_fixture writes. A line for each format and reader tells how many nodes,
// edges, values and parallel edges were found right. Exit 1 when any differs.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import cytoscape from "cytoscape";
import { forceLink, forceSimulation } from "d3-force";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const { MultiDirectedGraph, default: Graph = graphology } = graphology;
const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), "utf8");
const expected = JSON.parse(read("expected.json"));
let failed = false;

// Readers of XML get no characters that XML cannot hold.
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function parallel(edges) {
  const pairs = new Map();
  for (const { source, target } of edges.values()) {
    const pair = JSON.stringify([source, target]);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [...pairs.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

function compare(format, reader, nodes, edges, xml) {
  let right = 0;
  let total = 0;
  const wrong = [];
  for (const [wants, gots] of [[expected.nodes, nodes], [expected.edges, edges]]) {
    for (const [id, want] of Object.entries(wants)) {
      for (let [name, value] of Object.entries(want)) {
        if (Array.isArray(value)) continue; // each format has its own form of lists
        if (xml && typeof value === "string") value = value.replace(ILLEGAL, "");
        const got = gots.get(id)?.[name];
        total += 1;
        const same = value === null ? got === undefined || got === null || got === "" : got === value;
        if (same) right += 1;
        else wrong.push(`${id} ${name}: ${JSON.stringify(value)}, read ${JSON.stringify(got)}`);
      }
    }
  }
  const counts = [Object.keys(expected.nodes).length, Object.keys(expected.edges).length];
  const wantParallel = parallel(new Map(Object.entries(expected.edges)));
  const gotParallel = parallel(edges);
  const ok = !wrong.length && nodes.size === counts[0] && edges.size === counts[1] && gotParallel === wantParallel;
  failed ||= !ok;
  console.log(`${ok ? "ok  " : "FAIL"} ${format.padEnd(15)} ${reader.padEnd(12)} nodes ${nodes.size}/${counts[0]} ` +
    `edges ${edges.size}/${counts[1]} values ${right}/${total} parallel ${gotParallel}/${wantParallel}`);
  for (const line of wrong.slice(0, 5)) console.log("      ", line);
}

function ofGraphology(graph) {
  const nodes = new Map(graph.mapNodes((id, attributes) => [id, attributes]));
  const edges = new Map(graph.mapEdges((id, attributes, source, target) => [id, { ...attributes, source, target }]));
  return [nodes, edges];
}

function tryTo(format, reader, check) {
  try {
    check();
  } catch (error) {
    failed = true;
    console.log(`FAIL ${format.padEnd(15)} ${reader.padEnd(12)} ${error}`);
  }
}

tryTo("graphology", "graphology", () => {
  const graph = Graph.from(JSON.parse(read("graph.graphology.json")));
  compare("graphology", "graphology", ...ofGraphology(graph), false);
});

for (const name of ["gexf", "dynamic.gexf"]) {
  tryTo(name, "graphology", () => {
    compare(name, "graphology", ...ofGraphology(gexf.parse(MultiDirectedGraph, read(`graph.${name}`))), true);
  });
}

for (const name of ["graphml", "yed.graphml", "strict.graphml"]) {
  tryTo(name, "graphology", () => {
    compare(name, "graphology", ...ofGraphology(graphml.parse(MultiDirectedGraph, read(`graph.${name}`))), true);
  });
}

tryTo("d3", "d3-force", () => {
  const { nodes, links } = JSON.parse(read("graph.d3.json"));
  forceSimulation(nodes).force("link", forceLink(links).id((node) => node.id)).stop().tick(2);
  const edges = links.map((link) => [link.id, { ...link, source: link.source.id, target: link.target.id }]);
  compare("d3", "d3-force", new Map(nodes.map((node) => [node.id, node])), new Map(edges), false);
});

tryTo("cytoscape", "cytoscape.js", () => {
  const cy = cytoscape({ headless: true, elements: JSON.parse(read("graph.cytoscape.json")).elements });
  const nodes = cy.nodes().map((node) => [node.id(), node.data()]);
  const edges = cy.edges().map((edge) => [edge.data("event_id"), edge.data()]);
  compare("cytoscape", "cytoscape.js", new Map(nodes), new Map(edges), false);
});

process.exit(failed ? 1 : 0);
