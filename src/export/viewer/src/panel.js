// The panel at the side: an edge with its evidence, an entity with its card, a path. All text of documents goes in as text.

import { arrowKeys, bdi, h, put, s, safeAddress } from "./dom.js";
import { nameOf, nameOfId } from "./model.js";
import { evidenceInTime } from "./shown.js";

/** How many items a long list shows at first, and then with each request. */
const PAGE = 25;

export class Panel {
  /** `act` holds what a click does: `node(id)`, `edge(id)`, `ego(id, steps)`, `choosePath(id)`, `endPath()`, `close()`. */
  constructor(element, model, act) {
    this.element = element;
    this.model = model;
    this.act = act;
    arrowKeys(element, "button.row, a.row");
  }

  show(view, shown, words, theme) {
    Object.assign(this, { view, shown, words, theme });
    const edge = view.edge && this.model.edgeById.get(view.edge);
    const node = view.node && this.model.byId.get(view.node);
    const content = edge ? this.edgeCard(edge) : node ? this.nodeCard(node) : shown.path ? this.pathCard(shown.path) : null;
    const key = [view.lang, view.edge, view.node, content ? "" : "none"].join("|");
    const isNew = key !== this.key;
    this.key = key;
    this.element.hidden = !content;
    if (!content) return put(this.element);
    const at = this.element.scrollTop;
    put(
      this.element,
      h("button", { type: "button", class: "close", "aria-label": words.close, title: `${words.close} (Esc)`, onclick: () => this.act.close() }, "×"),
      content,
    );
    this.element.scrollTop = isNew ? 0 : at;
  }

  name(node) {
    return bdi(nameOf(node, this.view.lang), { class: "name" });
  }

  nodeButton(node) {
    return h("button", { type: "button", class: "link", onclick: () => this.act.node(node.id) }, this.name(node));
  }

  relation(edge) {
    const { model, view } = this;
    const predicate = model.predicates[edge.predicate];
    const status = model.statuses[edge.status];
    return [
      h("span", { class: `family f${predicate.family}` }, predicate[view.lang]),
      status.name !== "happened" && h("span", { class: "status" }, ` (${status[view.lang]})`),
    ];
  }

  edgeCard(edge) {
    const { model, view, words, shown } = this;
    const [subject, object] = [model.nodes[edge.subject], model.nodes[edge.object]];
    const predicate = model.predicates[edge.predicate];
    const evidence = edge.evidence.filter((item) => evidenceInTime(item, view));
    const beside = model.between(edge.subject, edge.object);
    const hidden = edge.weight - edge.evidence.length;
    return [
      h("h2", { class: "edge-title" }, this.nodeButton(subject), " ", this.relation(edge), " ", this.nodeButton(object)),
      !edge.directed && !predicate.symmetric && h("p", { class: "note" }, words.either),
      beside.length > 1 &&
        h("section", null,
          h("h3", null, words.between),
          h("ul", { class: "list" },
            beside.map((other) =>
              h("li", null,
                h("button", {
                  type: "button",
                  class: "row",
                  "aria-current": other === edge ? "true" : null,
                  onclick: () => this.act.edge(other.id),
                },
                  this.line(other),
                  h("span", { class: "what" }, other.directed && [bdi(nameOf(model.nodes[other.subject], view.lang)), " "], this.relation(other)),
                  h("span", { class: "count" }, String(shown.edges[other.place] || other.weight)),
                ),
              ),
            ),
          ),
        ),
      h("h3", null, words.evidence(evidence.length)),
      h("p", { class: "key" },
        h("mark", { class: "subject" }, words.subject), " ",
        h("mark", { class: "trigger" }, words.trigger), " ",
        h("mark", { class: "object" }, words.object),
      ),
      this.pages(evidence, (item) => this.evidence(item), "ol", "evidence-list"),
      hidden > 0 && h("p", { class: "note" }, words.notHeld(hidden)),
    ];
  }

  evidence(item) {
    const { words, model, view } = this;
    const { document } = item;
    const address = safeAddress(document.url);
    const date = item.date || document.date;
    const facts = [
      document.publisher && [words.publisher, bdi(document.publisher)],
      item.date && document.date && [words.published, bdi(document.date)],
      item.place && [words.place, bdi(nameOfId(model, item.place, view.lang))],
      item.reporter && [words.reporter, bdi(nameOfId(model, item.reporter, view.lang))],
      item.confidence !== null && [words.confidence, bdi(`${Math.round(item.confidence * 100)}%`)],
      item.rule && [words.rule, bdi(item.rule, { class: "code" })],
      [words.document, bdi(document.id, { class: "code" })],
    ].filter(Boolean);
    return h("li", { class: "evidence" },
      h("p", { class: "when" },
        date ? h("time", { datetime: date }, bdi(date, { dir: "ltr" })) : h("span", null, words.undated),
        date && !item.date && h("span", { class: "note" }, ` ${words.dateFromDocument}`),
      ),
      h("blockquote", { dir: "auto", lang: document.lang }, item.sentence ? marked(item) : h("em", null, words.noSentence)),
      h("p", { class: "source", dir: "auto" },
        address
          ? h("a", { href: address, rel: "noopener noreferrer", target: "_blank", class: "title", title: words.open }, bdi(document.title || address))
          : document.title && bdi(document.title, { class: "title" }),
        document.url && !address && h("span", { class: "code" }, " ", bdi(document.url)),
      ),
      h("dl", { class: "facts" }, facts.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value)))),
    );
  }

  nodeCard(node) {
    const { model, view, words, shown } = this;
    const edges = node.edges.filter((edge) => shown.edges[edge.place]);
    const kind = model.kinds[node.kind];
    const second = view.lang === "ar" ? node.en : node.ar;
    const [atTheTime, others] = officesOf(node, edges);
    const ego = view.ego && view.ego.id === node.id ? view.ego.steps : 0;
    const step = (steps, text) =>
      h("button", { type: "button", "aria-pressed": String(ego === steps), onclick: () => this.act.ego(node.id, steps) }, text);
    return [
      h("h2", null, this.shape(node), this.name(node)),
      second && second !== nameOf(node, view.lang) && h("p", { class: "second" }, bdi(second)),
      h("dl", { class: "facts wide" },
        h("div", null, h("dt", null, words.kind), h("dd", null, kind[view.lang])),
        node.country && h("div", null, h("dt", null, words.country), h("dd", null, bdi(nameOfId(model, node.country, view.lang)))),
        atTheTime.length > 0 && h("div", null, h("dt", null, words.office), h("dd", null, atTheTime.map((office) => this.office(office)))),
      ),
      node.isNew && h("p", { class: "note" }, words.isNew),
      h("p", { class: "note" }, words.counts(node.mentions, node.documents)),
      h("div", { class: "buttons", role: "group", "aria-label": words.ego },
        h("span", null, words.ego), step(1, words.step1), step(2, words.step2), step(0, words.everything),
      ),
      h("div", { class: "buttons" },
        h("button", { type: "button", onclick: () => this.act.choosePath(node.id) }, words.path),
        view.path && h("button", { type: "button", onclick: () => this.act.endPath() }, words.endPath),
      ),
      this.contacts(node, edges),
      this.timeline(node, edges),
      (others.length > 0 || node.aliases.length > 0) &&
        h("details", null,
          h("summary", null, others.length > 0 ? words.otherOffices : words.otherNames),
          others.map((office) => this.office(office)),
          node.aliases.length > 0 && h("p", { class: "aliases" }, h("strong", null, `${words.otherNames}: `), node.aliases.map((alias, place) => [place > 0 && " · ", bdi(alias)])),
        ),
      h("p", { class: "note code" }, bdi(node.id, { dir: "ltr" }), node.wikidata && node.wikidata !== node.id && [" ", bdi(node.wikidata, { dir: "ltr" })]),
    ];
  }

  office(office) {
    const { title, of } = office[this.view.lang];
    const years = [office.since, office.until].map((date) => (date ? date.slice(0, 10) : ""));
    return h("p", { class: "office" }, bdi(title), of && [" ", bdi(`(${of})`)], (years[0] || years[1]) && [" ", bdi(`${years[0]} – ${years[1]}`, { dir: "ltr", class: "years" })]);
  }

  contacts(node, edges) {
    const { model, words, shown, view } = this;
    const contacts = new Map();
    for (const edge of edges) {
      const other = edge.subject === node.place ? edge.object : edge.subject;
      const known = contacts.get(other) || { place: other, count: 0, families: new Map(), best: edge };
      const count = shown.edges[edge.place];
      const family = model.predicates[edge.predicate].family;
      known.count += count;
      known.families.set(family, (known.families.get(family) || 0) + count);
      if (count > shown.edges[known.best.place]) known.best = edge;
      contacts.set(other, known);
    }
    const ranked = [...contacts.values()].sort((a, b) => b.count - a.count || a.place - b.place);
    const most = ranked.length ? ranked[0].count : 1;
    const row = ({ place, count, families, best }) =>
      h("li", null,
        h("button", { type: "button", class: "row", onclick: () => this.act.edge(best.id) },
          bdi(nameOf(model.nodes[place], view.lang), { class: "what" }),
          this.bar(families, most),
          h("span", { class: "count" }, String(count)),
        ),
      );
    return h("section", null, h("h3", null, words.contacts(ranked.length)), this.pages(ranked, row, "ul", "list", 8));
  }

  /** A bar whose parts are the families of the relations. */
  bar(families, most) {
    const svg = s("svg", { class: "bar", viewBox: "0 0 60 8", "aria-hidden": "true" });
    let x = 0;
    for (const [family, count] of [...families].sort((a, b) => a[0] - b[0])) {
      const width = (count / most) * 60;
      svg.append(s("rect", { x: x.toFixed(2), y: 1, width: Math.max(width, 1).toFixed(2), height: 6, class: `fill f${family}` }));
      x += width;
    }
    return svg;
  }

  timeline(node, edges) {
    const { model, words, view } = this;
    const events = [];
    for (const edge of edges) {
      for (const item of edge.evidence) if (evidenceInTime(item, view)) events.push({ edge, item, day: item.days ? item.days[0] : Infinity });
    }
    events.sort((a, b) => a.day - b.day || a.edge.place - b.edge.place);
    const row = ({ edge, item }) => {
      const other = model.nodes[edge.subject === node.place ? edge.object : edge.subject];
      const passive = edge.directed && edge.object === node.place;
      return h("li", null,
        h("button", { type: "button", class: "row", onclick: () => this.act.edge(edge.id) },
          h("bdi", { class: "date", dir: "ltr" }, item.date || item.document.date || "—"),
          h("span", { class: "what" }, passive && [bdi(nameOf(other, view.lang)), " "], this.relation(edge), !passive && [" ", bdi(nameOf(other, view.lang))]),
        ),
      );
    };
    return h("section", null, h("h3", null, words.timeline(events.length)), this.pages(events, row, "ul", "list", 8));
  }

  pathCard(path) {
    const { model, words } = this;
    const steps = path.steps.map(([from, to]) => {
      const edges = model.between(from, to).filter((edge) => this.shown.edges[edge.place]);
      return h("li", null,
        h("p", { class: "step" }, this.nodeButton(model.nodes[from]), " – ", this.nodeButton(model.nodes[to])),
        h("ul", { class: "list" }, edges.map((edge) =>
          h("li", null, h("button", { type: "button", class: "row", onclick: () => this.act.edge(edge.id) },
            this.line(edge), h("span", { class: "what" }, edge.directed && [bdi(nameOf(model.nodes[edge.subject], this.view.lang)), " "], this.relation(edge)), h("span", { class: "count" }, String(this.shown.edges[edge.place]))))),
        ),
      );
    });
    return [
      h("h2", null, words.pathFrom, " ", path.from && this.name(path.from), " – ", path.to && this.name(path.to)),
      h("p", { class: "note" }, steps.length ? words.pathSteps(steps.length) : words.pathNone),
      h("ol", { class: "path" }, steps),
      h("div", { class: "buttons" }, h("button", { type: "button", onclick: () => this.act.endPath() }, words.endPath)),
    ];
  }

  shape(node) {
    return shapeIcon(this.theme, node.kind);
  }

  line(edge) {
    return lineIcon(this.theme, this.model.predicates[edge.predicate].family, this.model.statuses[edge.status].name);
  }

  /** A list that grows when asked. */
  pages(items, row, tag, className, first = PAGE) {
    const list = h(tag, { class: className });
    let next = 0;
    const more = h("button", { type: "button", class: "more", onclick: () => grow(PAGE) });
    const grow = (count) => {
      const from = next;
      for (const item of items.slice(next, next + count)) list.append(row(item));
      next = Math.min(items.length, next + count);
      more.hidden = next >= items.length;
      put(more, this.words.more(Math.min(PAGE, items.length - next)));
      if (from > 0) list.children[from].querySelector("button, a")?.focus();
    };
    grow(first);
    return [list, more];
  }
}

/** Returns the sentence with both parties and the trigger marked; ranges count code points. */
export function marked({ sentence, subject, object, trigger }) {
  const points = [...sentence];
  const ranges = [["subject", subject], ["object", object], ["trigger", trigger]].filter(([, range]) => range);
  const cuts = new Set([0, points.length]);
  for (const [, [start, end]] of ranges) cuts.add(Math.min(start, points.length)).add(Math.min(end, points.length));
  const ordered = [...cuts].sort((a, b) => a - b);
  const pieces = [];
  for (let at = 0; at + 1 < ordered.length; at++) {
    const [start, end] = [ordered[at], ordered[at + 1]];
    const names = ranges.filter(([, range]) => range[0] <= start && end <= range[1]).map(([name]) => name);
    const text = points.slice(start, end).join("");
    pieces.push(names.length ? h("mark", { class: names.join(" ") }, text) : text);
  }
  return pieces;
}

/** Returns the offices held at the time of the edges, and the others. Without any date, the latest counts. */
function officesOf(node, edges) {
  let [first, last] = [Infinity, -Infinity];
  for (const edge of edges) {
    for (const [since, until] of edge.times) {
      first = Math.min(first, since);
      last = Math.max(last, until);
    }
  }
  const day = (date, end) => {
    if (!date) return end ? Infinity : -Infinity;
    const [year, month = end ? 12 : 1, dayOf = end ? 31 : 1] = date.split("-").map(Number);
    return Date.UTC(year, month - 1, dayOf) / 86400000;
  };
  const held = node.offices.filter(({ since, until }) => day(since, false) <= last && day(until, true) >= first);
  return [held.reverse(), node.offices.filter((office) => !held.includes(office)).reverse()];
}

const DASHES = { happened: null, planned: "5 3", possible: "5 3", denied: "1.5 2.5" };

/** A short line as an edge is drawn. */
export function lineIcon(theme, family, status) {
  return s("svg", { class: "icon", viewBox: "0 0 22 10", "aria-hidden": "true" },
    s("line", { x1: 1, y1: 5, x2: 21, y2: 5, stroke: theme.families[family], "stroke-width": 2.4, "stroke-dasharray": DASHES[status] }));
}

/** The shape of a kind as it is drawn. */
export function shapeIcon(theme, kind) {
  const style = { fill: theme.kinds[kind], stroke: theme.ink, "stroke-width": 1 };
  const polygon = (points) => s("polygon", { points, ...style });
  const shapes = [
    () => s("circle", { cx: 8, cy: 8, r: 6, ...style }),
    () => s("rect", { x: 2.5, y: 2.5, width: 11, height: 11, ...style }),
    () => polygon("8,1 15,8 8,15 1,8"),
    () => polygon("8,14.5 1,2.5 15,2.5"),
    () => polygon("4.7,2.3 11.3,2.3 14.6,8 11.3,13.7 4.7,13.7 1.4,8"),
    () => s("circle", { cx: 8, cy: 8, r: 5, fill: "none", stroke: theme.kinds[kind], "stroke-width": 3 }),
  ];
  return s("svg", { class: "icon shape", viewBox: "0 0 16 16", "aria-hidden": "true" }, shapes[kind]());
}
