// The graph as the program wrote it (src/export/html/data.rs describes the rows), made into objects.

import { fold } from "./fold.js";
import { harmless } from "./dom.js";

const DAY = 86400000;

/** Returns the days from 1970 to the first and to the last day of `2025-08-17`, `2025-08` or `2025`; `null` of nothing. */
export function span(date) {
  if (!date) return null;
  const [year, month, day] = date.split("-").map(Number);
  const at = (y, m, d) => {
    const time = new Date(0);
    time.setUTCFullYear(y, m, d);
    return Math.round(time.getTime() / DAY);
  };
  if (day) {
    const only = at(year, month - 1, day);
    return [only, only];
  }
  return month ? [at(year, month - 1, 1), at(year, month, 0)] : [at(year, 0, 1), at(year, 11, 31)];
}

/** Returns `2025-08-17` for a number of days from 1970. */
export function dayText(days) {
  return new Date(days * DAY).toISOString().slice(0, 10).replace(/^[+-]0*(?=\d{4}-)/, "");
}

/** Reads the data of the page. */
export function read(data) {
  const texts = data.texts.map(harmless);
  const raw = data.texts;
  const text = (number) => (number === null ? "" : texts[number]);
  const documents = data.documents.map(([id, lang, date, title, publisher, url]) => ({
    id: text(id),
    lang,
    date,
    title: text(title),
    publisher: text(publisher),
    url: url === null ? "" : raw[url],
  }));
  const nodes = data.nodes.map((row, place) => {
    const [id, kind, ar, en, country, mentions, count, isNew, x, y, radius, wikidata, aliases, offices] = row;
    return {
      place,
      id: text(id),
      kind,
      ar: text(ar),
      en: text(en),
      country: text(country),
      mentions,
      documents: count,
      isNew: isNew === 1,
      x,
      y: -y,
      radius,
      wikidata: text(wikidata),
      aliases: aliases.map(text),
      offices: offices.map(([titleAr, titleEn, ofAr, ofEn, since, until]) => ({
        ar: { title: text(titleAr), of: text(ofAr) || text(ofEn) },
        en: { title: text(titleEn), of: text(ofEn) || text(ofAr) },
        since,
        until,
      })),
      edges: [],
      folded: null,
    };
  });
  const edges = data.edges.map((row, place) => {
    const [subject, object, predicate, status, directed, weight, evidence, others] = row;
    const list = evidence.map(evidenceOf);
    const times = [];
    let undated = 0;
    for (const item of list) item.days ? times.push(item.days) : (undated += 1);
    for (const date of others) times.push(span(date));
    const edge = {
      place,
      subject,
      object,
      predicate,
      status,
      directed: directed === 1,
      weight,
      evidence: list,
      times,
      undated,
    };
    edge.id = [nodes[subject].id, data.predicates[predicate].name, nodes[object].id, data.statuses[status].name, directed]
      .map(encodeURIComponent)
      .join("~");
    nodes[subject].edges.push(edge);
    if (object !== subject) nodes[object].edges.push(edge);
    return edge;
  });

  function evidenceOf(row) {
    const [document, sentence, date, place, reporter, confidence, rule, ...offsets] = row;
    const source = documents[document];
    return {
      document: source,
      sentence: text(sentence),
      date,
      days: span(date || source.date),
      place: text(place),
      reporter: text(reporter),
      confidence: confidence === null ? null : confidence / 1000,
      rule: text(rule),
      trigger: range(offsets[0], offsets[1]),
      subject: range(offsets[2], offsets[3]),
      object: range(offsets[4], offsets[5]),
    };
  }

  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const parallel = new Map();
  for (const edge of edges) {
    const key = pair(edge.subject, edge.object);
    if (!parallel.has(key)) parallel.set(key, []);
    parallel.get(key).push(edge);
  }
  const ranked = [...nodes].sort((a, b) => b.radius - a.radius || b.mentions - a.mentions || a.place - b.place);
  let [first, last] = [Infinity, -Infinity];
  for (const edge of edges) {
    for (const [since, until] of edge.times) {
      first = Math.min(first, since);
      last = Math.max(last, until);
    }
  }
  return {
    ...data,
    texts: null,
    documents,
    nodes,
    edges,
    byId,
    edgeById,
    ranked,
    names: new Map(Object.entries(data.names || {})),
    period: first <= last ? [first, last] : null,
    hasUndated: edges.some((edge) => edge.undated > 0),
    between: (a, b) => parallel.get(pair(a, b)) || [],
  };
}

function range(start, end) {
  return start < 0 ? null : [start, end];
}

function pair(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Returns the name of an entity in `lang`, else in the other language, else the words of its id. */
export function nameOf(node, lang) {
  const [first, second] = lang === "ar" ? [node.ar, node.en] : [node.en, node.ar];
  return first || second || (node.id.startsWith("new:") ? node.id.slice(4).replaceAll("-", " ") : node.id);
}

/** Returns the name of an entity that may not be in the graph: a country, a place, a reporter. */
export function nameOfId(model, id, lang) {
  if (!id) return "";
  const node = model.byId.get(id);
  if (node) return nameOf(node, lang);
  const known = model.names.get(id);
  if (known) return harmless((lang === "ar" ? known[0] || known[1] : known[1] || known[0]) || id);
  if (/^[A-Z]{2}$/.test(id)) {
    try {
      return new Intl.DisplayNames([lang], { type: "region" }).of(id) || id;
    } catch {
      return id;
    }
  }
  return id;
}

/** Returns the entities that `query` may mean, the likeliest first. */
export function search(model, query, limit) {
  const wanted = fold(query);
  if (!wanted) return model.ranked.slice(0, limit);
  const hits = [];
  for (const node of model.ranked) {
    node.folded ||= [node.ar, node.en, ...node.aliases, node.id, node.wikidata].filter(Boolean).map(fold);
    let best = 0;
    for (const name of node.folded) {
      const at = name.indexOf(wanted);
      if (at < 0) continue;
      const atWord = at === 0 || name[at - 1] === " ";
      const value = name === wanted ? 4 : at === 0 ? 3 : atWord ? 2 : 1;
      if (value > best) best = value;
    }
    if (best) hits.push([best, node]);
  }
  // A stable sort: within one value the order of rank stays.
  hits.sort((a, b) => b[0] - a[0]);
  return hits.slice(0, limit).map(([, node]) => node);
}
