// What the reader has chosen, and its form in the address of the page (the part behind #), from which it is restored.

import { dayText, span } from "./model.js";

/** Returns the state that a page begins with. */
export function initial(model) {
  return {
    lang: model.lang,
    theme: null,
    query: "",
    node: null,
    edge: null,
    ego: null,
    path: null,
    choosingPath: null,
    camera: null,
    predicatesOff: new Set(),
    statusesOff: new Set(),
    kindsOff: new Set(),
    least: 1,
    since: null,
    until: null,
    undated: true,
  };
}

/** Returns whether some filter is set. */
export function isFiltered(view) {
  const { predicatesOff, statusesOff, kindsOff, least, since, until, undated, ego, path } = view;
  return Boolean(
    predicatesOff.size || statusesOff.size || kindsOff.size || least > 1 || since !== null || until !== null || !undated || ego || path,
  );
}

/** Returns the part of the address behind `#`; what is as at first is left out. */
export function write(model, view) {
  const parts = new URLSearchParams();
  const names = (set, all) => [...set].sort((a, b) => a - b).map((place) => all[place].name).join(",");
  const put = (key, value) => value && parts.set(key, value);
  put("lang", view.lang !== model.lang && view.lang);
  put("theme", view.theme);
  put("q", view.query);
  put("node", view.node);
  put("edge", view.edge);
  put("ego", view.ego && `${view.ego.steps},${view.ego.id}`);
  put("path", view.path && view.path.map(encodeURIComponent).join(","));
  put("without", names(view.predicatesOff, model.predicates));
  put("without-status", names(view.statusesOff, model.statuses));
  put("without-kind", names(view.kindsOff, model.kinds));
  put("least", view.least > 1 && String(view.least));
  put("since", view.since !== null && dayText(view.since));
  put("until", view.until !== null && dayText(view.until));
  put("undated", !view.undated && "no");
  put("at", view.camera && view.camera.map((value) => Number(value.toFixed(4))).join(","));
  return parts.toString();
}

/** Returns the state that an address tells; what it tells wrongly is as at first. */
export function parse(model, fragment) {
  const view = initial(model);
  let parts;
  try {
    parts = new URLSearchParams(fragment.replace(/^#/, ""));
  } catch {
    return view;
  }
  const get = (key) => parts.get(key) || "";
  const places = (key, all) => {
    const wanted = get(key).split(",");
    return new Set(all.flatMap(({ name }, place) => (wanted.includes(name) ? [place] : [])));
  };
  const day = (key, side) => {
    if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(get(key))) return null;
    const days = span(get(key));
    return Number.isFinite(days[side]) ? days[side] : null;
  };
  if (["ar", "en"].includes(get("lang"))) view.lang = get("lang");
  if (["light", "dark"].includes(get("theme"))) view.theme = get("theme");
  view.query = get("q");
  if (model.byId.has(get("node"))) view.node = get("node");
  if (model.edgeById.has(get("edge"))) view.edge = get("edge");
  const ego = /^([12]),(.+)$/.exec(get("ego"));
  if (ego && model.byId.has(ego[2])) view.ego = { steps: Number(ego[1]), id: ego[2] };
  const path = get("path").split(",").map(decoded);
  if (path.length === 2 && path.every((id) => model.byId.has(id))) view.path = path;
  view.predicatesOff = places("without", model.predicates);
  view.statusesOff = places("without-status", model.statuses);
  view.kindsOff = places("without-kind", model.kinds);
  view.least = Math.max(1, Math.floor(Number(get("least"))) || 1);
  view.since = day("since", 0);
  view.until = day("until", 1);
  view.undated = get("undated") !== "no";
  const camera = get("at").split(",").map(Number);
  if (camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0) view.camera = camera;
  return view;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
