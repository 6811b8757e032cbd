// The filters, which are the legend, too: each kind and family with its shape or line.

import { h, put } from "./dom.js";
import { lineIcon, shapeIcon } from "./panel.js";

export class Filters {
  /** `change(patch)` hears what the reader chooses. */
  constructor(element, model, change) {
    this.element = element;
    this.model = model;
    this.change = change;
    this.open = new Set([0]);
    const count = (of) => {
      const counts = new Map();
      for (const edge of model.edges) for (const key of of(edge)) counts.set(key, (counts.get(key) || 0) + edge.weight);
      return counts;
    };
    this.byPredicate = count((edge) => [edge.predicate]);
    this.byStatus = count((edge) => [edge.status]);
    this.byKind = new Map();
    for (const node of model.nodes) this.byKind.set(node.kind, (this.byKind.get(node.kind) || 0) + 1);
    this.most = Math.max(1, ...model.edges.map((edge) => edge.weight));
  }

  show(view, words, theme) {
    const { model } = this;
    const focused = document.activeElement && this.element.contains(document.activeElement) ? document.activeElement.id : null;
    const families = model.families.map((family, place) => {
      const own = model.predicates.flatMap((predicate, at) => (predicate.family === place && this.byPredicate.has(at) ? [at] : []));
      return { family, place, own };
    });
    put(
      this.element,
      h("h2", null, words.predicates),
      families.filter(({ own }) => own.length).map((family) => this.family(family, view, theme)),
      this.group(words.statuses, model.statuses, this.byStatus, view.statusesOff, "statusesOff", view, (place) => lineIcon(theme, 0, model.statuses[place].name)),
      this.group(words.kinds, model.kinds, this.byKind, view.kindsOff, "kindsOff", view, (place) => shapeIcon(theme, place)),
      h("label", { class: "weight", for: "least" }, h("span", null, words.weight),
        h("input", {
          id: "least",
          type: "number",
          min: "1",
          max: String(this.most),
          value: String(view.least),
          onchange: (event) => this.change({ least: Math.max(1, Math.floor(Number(event.target.value)) || 1) }),
        })),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  family({ family, place, own }, view, theme) {
    const off = own.filter((at) => view.predicatesOff.has(at)).length;
    const set = (isOn) => {
      const predicatesOff = new Set(view.predicatesOff);
      for (const at of own) isOn ? predicatesOff.delete(at) : predicatesOff.add(at);
      this.change({ predicatesOff });
    };
    const box = h("input", { type: "checkbox", id: `family-${place}`, checked: off < own.length, onchange: () => set(off > 0 && off === own.length) });
    box.indeterminate = off > 0 && off < own.length;
    const sum = own.reduce((sum, at) => sum + this.byPredicate.get(at), 0);
    const details = h("details", { class: "family-group", open: this.open.has(place) },
      h("summary", null, box, h("label", { for: `family-${place}` }, lineIcon(theme, place, "happened"), h("span", { class: "what" }, family[view.lang])), h("span", { class: "count" }, String(sum))),
      own.map((at) => this.check(`predicate-${at}`, this.model.predicates[at][view.lang], this.byPredicate.get(at), view.predicatesOff, "predicatesOff", at, null)),
    );
    details.addEventListener("toggle", () => (details.open ? this.open.add(place) : this.open.delete(place)));
    return details;
  }

  group(title, all, counts, off, name, view, icon) {
    const known = all.map((words, place) => ({ words, place })).filter(({ place }) => counts.has(place));
    if (!known.length) return null;
    return h("fieldset", null, h("legend", null, title),
      known.map(({ words, place }) => this.check(`${name}-${place}`, words[view.lang], counts.get(place), off, name, place, icon(place))));
  }

  check(id, text, count, off, name, place, icon) {
    const toggle = (event) => {
      const next = new Set(off);
      event.target.checked ? next.delete(place) : next.add(place);
      this.change({ [name]: next });
    };
    return h("div", { class: "check" },
      h("input", { type: "checkbox", id, checked: !off.has(place), onchange: toggle }),
      h("label", { for: id }, icon, h("span", { class: "what" }, text)),
      h("span", { class: "count" }, String(count)));
  }
}
