// What is shown: which edges the filters leave, with how many of their relations, and the entities at their ends.

/**
 * Returns `{ edges: Uint32Array (relations shown of each edge, 0 for hidden), nodes: Uint8Array, …counts }`.
 * `view` holds the filters; see state.js.
 */
export function shown(model, view) {
  const { nodes, edges } = model;
  const base = new Uint32Array(edges.length);
  for (const edge of edges) {
    if (view.predicatesOff.has(edge.predicate) || view.statusesOff.has(edge.status)) continue;
    if (view.kindsOff.has(nodes[edge.subject].kind) || view.kindsOff.has(nodes[edge.object].kind)) continue;
    const count = inTime(edge, view);
    if (count >= view.least) base[edge.place] = count;
  }
  const near = view.ego && model.byId.has(view.ego.id) ? around(model, base, model.byId.get(view.ego.id).place, view.ego.steps) : null;
  const path = view.path ? pathOf(model, base, view.path) : null;
  const counts = new Uint32Array(edges.length);
  const present = new Uint8Array(nodes.length);
  let [edgeCount, relationCount, nodeCount] = [0, 0, 0];
  for (const edge of edges) {
    const count = base[edge.place];
    if (!count) continue;
    if (near && !(near[edge.subject] && near[edge.object])) continue;
    if (path && path.steps.length && !path.pairs.has(pairOf(edge))) continue;
    counts[edge.place] = count;
    edgeCount += 1;
    relationCount += count;
    present[edge.subject] = present[edge.object] = 1;
  }
  if (view.ego && model.byId.has(view.ego.id)) present[model.byId.get(view.ego.id).place] = 1;
  for (const flag of present) nodeCount += flag;
  return { edges: counts, nodes: present, edgeCount, relationCount, nodeCount, path };
}

/** Returns how many relations of an edge lie in the period. */
export function inTime(edge, view) {
  const { since, until, undated } = view;
  if (since === null && until === null) return undated ? edge.weight : edge.weight - edge.undated;
  let count = undated ? edge.undated : 0;
  for (const [first, last] of edge.times) {
    if ((since === null || last >= since) && (until === null || first <= until)) count += 1;
  }
  return count;
}

/** Returns whether a piece of evidence lies in the period. */
export function evidenceInTime(evidence, view) {
  if (!evidence.days) return view.undated;
  const [first, last] = evidence.days;
  return (view.since === null || last >= view.since) && (view.until === null || first <= view.until);
}

function pairOf(edge) {
  return edge.subject < edge.object ? `${edge.subject} ${edge.object}` : `${edge.object} ${edge.subject}`;
}

function around(model, base, from, steps) {
  const reached = new Uint8Array(model.nodes.length);
  reached[from] = 1;
  let border = [from];
  for (let step = 0; step < steps; step++) {
    const next = [];
    for (const node of border) {
      for (const edge of model.nodes[node].edges) {
        if (!base[edge.place]) continue;
        const other = edge.subject === node ? edge.object : edge.subject;
        if (!reached[other]) {
          reached[other] = 1;
          next.push(other);
        }
      }
    }
    border = next;
  }
  return reached;
}

/** Returns the shortest path between two entities by what is shown; of several, the one of the strongest links. */
function pathOf(model, base, [fromId, toId]) {
  const result = { from: model.byId.get(fromId), to: model.byId.get(toId), steps: [], pairs: new Set(), nodes: [] };
  if (!result.from || !result.to) return result;
  const [from, to] = [result.from.place, result.to.place];
  const distance = new Map([[from, 0]]);
  const strength = new Map([[from, 0]]);
  const before = new Map();
  let border = [from];
  while (border.length && !distance.has(to)) {
    const found = new Set();
    for (const node of border) {
      const links = new Map();
      for (const edge of model.nodes[node].edges) {
        const count = base[edge.place];
        if (!count) continue;
        const other = edge.subject === node ? edge.object : edge.subject;
        links.set(other, (links.get(other) || 0) + count);
      }
      for (const [other, count] of links) {
        if (distance.has(other)) continue;
        const value = strength.get(node) + Math.log1p(count);
        if (!found.has(other) || value > strength.get(other)) {
          strength.set(other, value);
          before.set(other, node);
          found.add(other);
        }
      }
    }
    for (const node of found) distance.set(node, distance.get(before.get(node)) + 1);
    border = [...found];
  }
  if (!distance.has(to) || from === to) return result;
  for (let node = to; node !== from; node = before.get(node)) {
    result.steps.unshift([before.get(node), node]);
  }
  result.nodes = [from, ...result.steps.map(([, node]) => node)];
  for (const [a, b] of result.steps) result.pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  return result;
}
