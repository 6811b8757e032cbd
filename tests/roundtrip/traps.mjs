// Reads graph files with graphology, and prints what it has: {"nodes": {id: values}, "edges": [values]}, or {"refused": why}.
//
//   node traps.mjs FILE…          with graphology, graphology-gexf, graphology-graphml where NODE_MODULES says
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.resolve(process.env.NODE_MODULES ?? '.', 'package.json'));
const Graph = require('graphology');
const readers = { '.gexf': require('graphology-gexf/node'), '.graphml': require('graphology-graphml/node') };
// The XML parser of Node tells its doubts here.
for (const way of ['error', 'warn']) console[way] = () => {};

for (const file of process.argv.slice(2)) {
  let out;
  try {
    const text = fs.readFileSync(file, 'utf8');
    const reader = readers[path.extname(file)];
    const graph = reader ? reader.parse(Graph, text) : Graph.from(JSON.parse(text));
    out = {
      nodes: Object.fromEntries(graph.mapNodes((key, values) => [key, values])),
      edges: graph.mapEdges((key, values, source, target) => ({ key, source, target, ...values })),
    };
  } catch (error) {
    out = { refused: String(error.message) };
  }
  console.log(JSON.stringify({ file, ...out }));
}
