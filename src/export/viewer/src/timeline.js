// Time: a histogram of the relations and a handle at each end of the period.

import { h, put, s } from "./dom.js";
import { dayText, span } from "./model.js";

/** The most bars that a histogram has. */
const BARS = 120;

/** Returns the bins of a period: `{ unit, edges: [first day of each bin…, day after the last] }`. */
export function bins([first, last]) {
  const days = last - first + 1;
  const [year, month] = dayText(first).split("-").map(Number);
  const until = [];
  if (days <= BARS) {
    for (let day = first; day <= last + 1; day++) until.push(day);
    return { unit: "day", edges: until };
  }
  const step = days / 30.4 <= BARS ? 1 : days / 365 <= BARS ? 12 : 120;
  const begin = step === 1 ? month - 1 : 0;
  const from = step === 120 ? Math.floor(year / 10) * 10 : year;
  for (let at = begin; ; at += step) {
    const day = span(`${String(from + Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}-01`)[0];
    until.push(day);
    if (day > last) break;
  }
  return { unit: step === 1 ? "month" : "year", edges: until };
}

/** Counts the relations of each bin; a date that is known to the month or year is spread over its bins. */
export function histogram(model, { edges: bounds }, isCounted) {
  const counts = new Float64Array(bounds.length - 1);
  const find = (day) => {
    let [low, high] = [0, counts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (bounds[middle] <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  for (const edge of model.edges) {
    if (!isCounted(edge)) continue;
    for (const [first, last] of edge.times) {
      const [from, to] = [find(first), find(last)];
      for (let bin = from; bin <= to; bin++) counts[bin] += 1 / (to - from + 1);
    }
  }
  return counts;
}

export class Timeline {
  /** `on.period(since, until)` and `on.undated(flag)` hear changes; days are numbers, `null` for an open end. */
  constructor(element, model, on) {
    this.model = model;
    this.on = on;
    this.bins = model.period ? bins(model.period) : null;
    this.last = this.bins ? this.bins.edges.length - 1 : 0;
    this.element = element;
    this.build();
  }

  build() {
    if (!this.bins) return;
    this.bars = s("svg", { class: "bars", preserveAspectRatio: "none", viewBox: `0 0 ${this.last} 100`, "aria-hidden": "true" });
    this.range = h("div", { class: "range" });
    this.handles = [0, 1].map((side) =>
      h("div", {
        class: "handle",
        role: "slider",
        tabindex: "0",
        "aria-valuemin": "0",
        "aria-valuemax": String(this.last),
        onkeydown: (event) => this.key(event, side),
        onpointerdown: (event) => this.grab(event, side),
      }),
    );
    this.track = h("div", { class: "track", onpointerdown: (event) => this.grab(event, null) }, this.bars, this.range, this.handles);
    this.labels = [h("bdi", { class: "from" }), h("bdi", { class: "to" })];
    this.unit = h("span", { class: "unit" });
    this.box = h("input", { type: "checkbox", id: "undated", onchange: () => this.on.undated(this.box.checked) });
    this.boxLabel = h("label", { for: "undated" });
    this.whole = h("button", { type: "button", class: "quiet", onclick: () => this.on.period(null, null) });
    put(
      this.element,
      h("div", { class: "time-head" }, this.labels[0], h("span", { "aria-hidden": "true" }, "–"), this.labels[1], this.whole, h("span", { class: "grow" }), h("span", { class: "undated", hidden: !this.model.hasUndated }, this.box, this.boxLabel)),
      this.track,
    );
  }

  /** Shows a state. `counts` are all relations, `inside` those that the other filters leave. */
  show(view, words, isCounted) {
    if (!this.bins) return;
    this.view = view;
    this.words = words;
    const { edges } = this.bins;
    const all = (this.all ||= histogram(this.model, this.bins, () => true));
    const some = histogram(this.model, this.bins, isCounted);
    const top = Math.max(1, ...all);
    const height = (count) => (count ? Math.max(3, Math.sqrt(count / top) * 100) : 0);
    const bar = (count, place, name) =>
      s("rect", { class: name, x: place + 0.08, y: 100 - height(count), width: 0.84, height: height(count) });
    put(this.bars, [...all].map((count, place) => count > 0 && bar(count, place, "of-all")), [...some].map((count, place) => count > 0 && bar(count, place, "of-shown")));
    this.at = [this.placeOf(view.since, 0), this.placeOf(view.until, 1)];
    this.place();
    this.box.checked = view.undated;
    put(this.boxLabel, words.undated);
    put(this.whole, words.wholeTime);
    this.whole.hidden = view.since === null && view.until === null;
    put(this.labels[0], dayText(view.since ?? this.model.period[0]));
    put(this.labels[1], dayText(view.until ?? this.model.period[1]));
    this.handles.forEach((handle, side) => {
      handle.setAttribute("aria-label", `${words.time}: ${side ? words.to : words.from}`);
      handle.setAttribute("aria-valuenow", String(this.at[side]));
      handle.setAttribute("aria-valuetext", dayText(side ? edges[this.at[1]] - 1 : edges[this.at[0]]));
    });
  }

  placeOf(day, side) {
    const { edges } = this.bins;
    if (day === null) return side ? this.last : 0;
    const wanted = side ? day + 1 : day;
    const at = edges.findIndex((edge) => edge >= wanted);
    return at < 0 ? this.last : side || edges[at] === wanted ? at : Math.max(0, at - 1);
  }

  place() {
    const [from, to] = this.at.map((at) => (at / this.last) * 100);
    this.range.style.insetInlineStart = `${from}%`;
    this.range.style.inlineSize = `${to - from}%`;
    this.handles[0].style.insetInlineStart = `${from}%`;
    this.handles[1].style.insetInlineStart = `${to}%`;
  }

  set(side, place) {
    const at = [...this.at];
    at[side] = Math.max(side ? at[0] + 1 : 0, Math.min(side ? this.last : at[1] - 1, place));
    if (at[side] === this.at[side]) return;
    const { edges } = this.bins;
    this.on.period(at[0] === 0 ? null : edges[at[0]], at[1] === this.last ? null : edges[at[1]] - 1);
  }

  key(event, side) {
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const far = Math.max(2, Math.round(this.last / 12));
    const step = { [forward]: 1, ArrowUp: 1, [back]: -1, ArrowDown: -1, PageUp: far, PageDown: -far, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    this.set(side, this.at[side] + step);
  }

  grab(event, side) {
    event.preventDefault();
    event.stopPropagation();
    const box = this.track.getBoundingClientRect();
    const placeAt = (x) => {
      const part = (x - box.left) / box.width;
      return Math.round((document.documentElement.dir === "rtl" ? 1 - part : part) * this.last);
    };
    const mine = side ?? (Math.abs(placeAt(event.clientX) - this.at[0]) <= Math.abs(placeAt(event.clientX) - this.at[1]) ? 0 : 1);
    this.handles[mine].focus();
    if (side === null) this.set(mine, placeAt(event.clientX));
    // Of several moves between two frames the last counts: a large graph takes longer to draw than a hand to move.
    let [latest, frame] = [event.clientX, 0];
    const move = (moved) => {
      latest = moved.clientX;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        this.set(mine, placeAt(latest));
      });
    };
    const end = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
  }
}
