// Makes records of articles that nobody wrote, for a graph as large as asked: node generate.mjs NODES EDGES > records.jsonl
//
// Contacts are spread as in the news: a few entities have most, many have one. The same numbers give the same bytes.
import { writeSync } from "node:fs";

const [nodes, edges] = process.argv.slice(2).map(Number);
if (!nodes || !edges) throw new Error("usage: node generate.mjs NODES EDGES");

let seed = 20251126;
/** Returns a number in [0, 1): mulberry32, public domain. */
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];

const GIVEN = ["سامي", "ليلى", "نادر", "هدى", "كريم", "منى", "طارق", "سلمى", "فؤاد", "رانيا", "وليد", "دينا", "Anna", "Omar", "Peter", "Maria"];
const FAMILY = ["الحداد", "النجار", "الخياط", "الصباغ", "الطحان", "البناء", "العطار", "الفلاح", "Baker", "Smith", "Weaver", "Miller"];
const KINDS = ["person", "person", "person", "person", "organisation", "city", "region", "country"];
const PREDICATES = [
  ["met", "التقى"], ["met", "التقى"], ["called", "اتصل"], ["called", "اتصل"], ["visited", "زار"], ["hosted", "استقبل"],
  ["talked_with", "تباحث"], ["agreed_with", "اتفق"], ["supported", "دعم"], ["criticised", "انتقد"], ["threatened", "هدد"],
];
const STATUSES = ["happened", "happened", "happened", "happened", "happened", "planned", "possible", "denied"];

const name = (node) => `${GIVEN[node % GIVEN.length]} ${FAMILY[Math.floor(node / GIVEN.length) % FAMILY.length]} ${node}`;
const entity = (node) => ({ id: `new:n${node}`, kind: KINDS[node % KINDS.length], name: name(node) });

/** Returns the ends of an edge: communities of about 60 around hubs, and now and then a link between two of them. */
function ends(edge) {
  if (edge < nodes - 1) {
    // Everyone has a first contact: mostly in the own community, some pairs stay alone.
    const node = edge + 1;
    if (random() < 0.06) return [node, node - 1];
    const base = node - (node % 60);
    const inner = Math.floor(random() * random() * random() * Math.max(1, node - base));
    return [node, random() < 0.9 ? base + inner : Math.floor(random() ** 4 * node)];
  }
  const node = Math.floor(random() ** 2 * nodes);
  const base = node - (node % 60);
  const other = random() < 0.75 ? Math.min(nodes - 1, base + Math.floor(random() * random() * 60)) : Math.floor(random() ** 3 * nodes);
  return [node, other];
}

const lines = [];
const perDocument = 8;
for (let edge = 0, document = 0; edge < edges; document++) {
  const date = new Date(Date.UTC(2022, 0, 1) + Math.floor(random() * 1400) * 86400000).toISOString().slice(0, 10);
  let [text, relations, entities] = ["", [], new Map()];
  for (let i = 0; i < perDocument && edge < edges; edge++) {
    const [a, b] = ends(edge);
    if (a === b) continue;
    i += 1;
    const [predicate, word] = pick(PREDICATES);
    const start = [...text].length;
    const [first, second] = [name(a), name(b)];
    const sentence = `${word} ${first} ${second} في لقاء رقم ${edge}.`;
    const at = start + [...word].length + 1;
    const then = at + [...first].length + 1;
    text += `${sentence} `;
    relations.push({
      subject: `new:n${a}`, predicate, object: `new:n${b}`, status: pick(STATUSES),
      date: random() < 0.7 ? date : null, start, end: start + [...sentence].length,
      trigger: { start, end: at - 1 }, subject_mention: { start: at, end: then - 1 },
      object_mention: { start: then, end: then + [...second].length },
      confidence: Number((0.5 + random() / 2).toFixed(2)), rule: `ar-${predicate}`, evidence: sentence,
    });
    for (const node of [a, b]) entities.set(node, entity(node));
  }
  lines.push(JSON.stringify({
    id: `made-${document}`, lang: "ar", date: random() < 0.97 ? date : null, title: `خبر مصنوع رقم ${document}`,
    publisher: `ناشر ${document % 40}`, url: `https://news.example/${document}`, relations, entities: [...entities.values()],
  }));
  if (lines.length >= 500) flush();
}
flush();

function flush() {
  if (lines.length) writeSync(1, `${lines.splice(0).join("\n")}\n`);
}
