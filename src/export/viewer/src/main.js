// The page: reads its data, builds what is seen, and keeps state, picture, lists and address in step.

import { colours } from "./colours.js";
import { arrowKeys, bdi, h, put } from "./dom.js";
import { Drawing } from "./drawing.js";
import { Filters } from "./filters.js";
import { nameOf, read, search } from "./model.js";
import { Panel, shapeIcon } from "./panel.js";
import { csv, download, picture } from "./save.js";
import { inTime, shown as whatIsShown } from "./shown.js";
import { initial, isFiltered, parse, write } from "./state.js";
import { Timeline } from "./timeline.js";
import { words as wordsOf } from "./words.js";

/** How many entities the list shows. */
const LISTED = 60;

const model = read(JSON.parse(document.getElementById("data").textContent));
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
let view = parse(model, location.hash);
let words = wordsOf(view.lang);
let shown = null;
let drawing = null;
let isRestoring = true;

// The parts of the page, in the order of the Tab key.
const searchBox = h("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false", role: "combobox", "aria-expanded": "true", "aria-controls": "found", oninput: () => find(searchBox.value), onkeydown: searchKey });
const found = h("ul", { id: "found", class: "list" });
const foundTitle = h("h2", { "aria-live": "polite" });
const chooser = h("p", { class: "chooser", hidden: true });
const filtersElement = h("section", { class: "filters" });
const filtersTitle = h("summary");
const resetButton = h("button", { type: "button", class: "quiet", onclick: reset });
const sidebar = h("nav", { class: "sidebar" }, h("div", { class: "finder" }, searchBox, chooser, foundTitle, found), h("details", { class: "filter-box", open: innerWidth > 900 }, filtersTitle, filtersElement, resetButton));
const buttons = h("div", { class: "buttons", role: "toolbar" });
const title = h("h1");
const sentence = h("p", { class: "sentence", role: "status" });
const stage = h("div", { class: "stage", tabindex: "0", role: "application", onkeydown: stageKey });
const tip = h("div", { class: "tip", hidden: true, "aria-hidden": "true" });
const zoomButtons = h("div", { class: "zoom" });
const message = h("p", { class: "message", hidden: true });
const welcome = h("p", { class: "welcome" });
const panelElement = h("aside", { class: "panel", tabindex: "-1", hidden: true });
const timeElement = h("section", { class: "time" });
const help = h("dialog", { class: "help" });
const printed = h("section", { class: "printed" });

document.body.append(
  h("header", null, h("div", { class: "titles" }, title, sentence), buttons),
  h("main", null, sidebar, h("div", { class: "middle" }, h("div", { class: "graph" }, stage, tip, zoomButtons, message, welcome), timeElement), panelElement),
  help,
  printed,
);

const panel = new Panel(panelElement, model, {
  node: (id) => chooseNode(id),
  edge: (id) => set({ edge: id }, { look: true }),
  ego: (id, steps) => set({ ego: steps ? { id, steps } : null }, { lookAll: true }),
  choosePath: (id) => {
    set({ choosingPath: id });
    searchBox.focus();
    searchBox.select();
  },
  endPath: () => set({ path: null }, { lookAll: true }),
  close: () => close(),
});
const filters = new Filters(filtersElement, model, (patch) => set(patch));
const timeline = new Timeline(timeElement, model, {
  period: (since, until) => set({ since, until }),
  undated: (undated) => set({ undated }),
});
arrowKeys(found, "button.row");

/** Changes the state, then what depends on it. */
function set(patch, { look = false, lookAll = false } = {}) {
  Object.assign(view, patch);
  render();
  if (drawing && look) lookAtChosen();
  if (drawing && lookAll) lookAtShown();
  rememberSoon();
}

function render() {
  words = wordsOf(view.lang);
  shown = whatIsShown(model, view);
  const isDark = view.theme ? view.theme === "dark" : prefersDark.matches;
  const theme = colours(isDark);
  const root = document.documentElement;
  root.lang = view.lang;
  root.dir = view.lang === "ar" ? "rtl" : "ltr";
  root.dataset.theme = isDark ? "dark" : "light";
  put(title, words.title);
  put(sentence, words.shown(shown.nodeCount, shown.edgeCount, shown.relationCount), " · ", words.documentsRead(model.read));
  renderButtons(isDark);
  renderFinder(theme);
  put(filtersTitle, words.filters);
  put(resetButton, words.reset);
  resetButton.hidden = !isFiltered(view);
  filters.show(view, words, theme);
  const ends = { ...view, since: null, until: null };
  timeline.show(view, words, (edge) => shown.edges[edge.place] > 0 || (!view.ego && !view.path && isLeft(edge, ends)));
  panelElement.setAttribute("aria-label", words.panel);
  panel.show(view, shown, words, theme);
  stage.setAttribute("aria-label", words.graph(shown.nodeCount, shown.edgeCount));
  const said = !model.edges.length ? words.empty : !shown.edgeCount ? words.emptyShown : "";
  put(message, said);
  message.hidden = !said;
  put(welcome, words.start, h("br"), words.startHint);
  welcome.hidden = Boolean(said || view.node || view.edge || view.ego || view.path);
  if (drawing) {
    drawing.show({ view, shown, dark: isDark });
    drawing.fitRoom();
  }
}

/** Makes the picture; without WebGL the lists remain. */
function draw() {
  const state = { view, shown, dark: document.documentElement.dataset.theme === "dark" };
  try {
    drawing = new Drawing(stage, model, state, {
      node: (node) => chooseNode(node.id),
      edge: (edge) => set({ edge: edge.id }),
      nothing: () => (view.edge || view.node) && set({ edge: null, node: null }),
      hover: showTip,
      camera: (camera) => {
        view.camera = camera;
        rememberSoon();
      },
    });
  } catch (error) {
    console.warn(String(error));
    put(message, words.noWebGl);
    message.hidden = false;
  }
}

/** Returns whether an edge is left by all filters but that of time. */
function isLeft(edge, ends) {
  return !view.predicatesOff.has(edge.predicate) && !view.statusesOff.has(edge.status) && !view.kindsOff.has(model.nodes[edge.subject].kind) && !view.kindsOff.has(model.nodes[edge.object].kind) && inTime(edge, ends) >= view.least;
}

/** Searches; nothing else depends on it. */
function find(query) {
  view.query = query;
  renderFinder(colours(document.documentElement.dataset.theme === "dark"));
  rememberSoon();
}

function renderButtons(isDark) {
  const button = (name, act, properties) => h("button", { type: "button", onclick: act, ...properties }, name);
  buttons.setAttribute("aria-label", words.title);
  put(
    buttons,
    button(words.language, () => set({ lang: view.lang === "ar" ? "en" : "ar" }), { lang: view.lang === "ar" ? "en" : "ar", title: words.languageName, id: "language" }),
    button(isDark ? "☀" : "☾", () => set({ theme: isDark ? "light" : "dark" }), { "aria-label": words.theme, title: words.theme, id: "theme" }),
    button(words.png, savePicture, { id: "png" }),
    button(words.csv, saveTable, { id: "csv" }),
    button(words.print, () => print(), { id: "print" }),
    button("?", showHelp, { "aria-label": words.help, title: words.help, id: "help" }),
  );
  const zoom = (sign, name, act, id) => h("button", { type: "button", "aria-label": name, title: name, onclick: act, id }, sign);
  put(zoomButtons, zoom("+", words.zoomIn, () => drawing?.zoom(1 / 1.5), "zoom-in"), zoom("−", words.zoomOut, () => drawing?.zoom(1.5), "zoom-out"), zoom("⤢", words.fit, () => drawing?.lookAtAll(), "fit"));
}

function renderFinder(theme) {
  if (searchBox.value !== view.query) searchBox.value = view.query;
  searchBox.placeholder = words.search;
  searchBox.setAttribute("aria-label", `${words.search}: ${words.searchHint}`);
  searchBox.title = `${words.searchHint} ( / )`;
  chooser.hidden = !view.choosingPath;
  if (view.choosingPath) put(chooser, bdi(words.pathChoose(nameOf(model.byId.get(view.choosingPath), view.lang))));
  const hits = search(model, view.query, view.query ? LISTED : model.nodes.length);
  const listed = [];
  for (const node of hits) {
    if (!shown.nodes[node.place] && !view.query) continue;
    listed.push(node);
    if (listed.length >= LISTED) break;
  }
  put(foundTitle, view.query ? (listed.length ? words.found(listed.length) : words.nothingFound) : words.entities);
  put(found, listed.map((node) =>
    h("li", null,
      h("button", {
        type: "button",
        class: shown.nodes[node.place] ? "row" : "row out",
        "aria-current": view.node === node.id ? "true" : null,
        onclick: () => (view.choosingPath ? endChoice(node.id) : chooseNode(node.id, true)),
      },
        shapeIcon(theme, node.kind),
        bdi(nameOf(node, view.lang), { class: "what" }),
        h("span", { class: "count" }, String(contactsOf(node))),
      ),
    ),
  ));
}

function contactsOf(node) {
  node.contacts ??= new Set(node.edges.map((edge) => (edge.subject === node.place ? edge.object : edge.subject))).size;
  return node.contacts;
}

function chooseNode(id, look = false) {
  if (view.choosingPath) return endChoice(id);
  set({ node: id, edge: null }, { look });
}

function endChoice(id) {
  const from = view.choosingPath;
  set({ choosingPath: null, path: from === id ? null : [from, id], node: null, edge: null, ego: null, query: "" }, { lookAll: true });
}

/** Closes one thing: the choice of a path, the edge, the entity, what is around one, the path. */
function close() {
  if (view.choosingPath) set({ choosingPath: null });
  else if (view.edge) set({ edge: null });
  else if (view.node) set({ node: null });
  else if (view.ego) set({ ego: null }, { lookAll: true });
  else if (view.path) set({ path: null }, { lookAll: true });
  else if (view.query) set({ query: "" });
}

function reset() {
  const { predicatesOff, statusesOff, kindsOff, least, since, until, undated } = initial(model);
  set({ predicatesOff, statusesOff, kindsOff, least, since, until, undated, ego: null, path: null }, { lookAll: true });
}

function lookAtChosen() {
  const edge = view.edge && model.edgeById.get(view.edge);
  const node = view.node && model.byId.get(view.node);
  if (edge) drawing.lookAt([edge.subject, edge.object]);
  else if (node) drawing.lookAtNode(node);
}

function lookAtShown() {
  if (!view.ego && !view.path) return drawing.lookAtAll();
  drawing.lookAt([...shown.nodes.keys()].filter((place) => shown.nodes[place]));
}

function searchKey(event) {
  if (event.key === "ArrowDown") {
    event.preventDefault();
    found.querySelector("button")?.focus();
  } else if (event.key === "Enter") {
    found.querySelector("button")?.click();
  }
}

function stageKey(event) {
  if (!drawing || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {
    "+": () => drawing.zoom(1 / 1.4),
    "=": () => drawing.zoom(1 / 1.4),
    "-": () => drawing.zoom(1.4),
    "0": () => drawing.lookAtAll(),
    ArrowLeft: () => drawing.pan(-1, 0),
    ArrowRight: () => drawing.pan(1, 0),
    ArrowUp: () => drawing.pan(0, 1),
    ArrowDown: () => drawing.pan(0, -1),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName || "");
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    searchBox.focus();
    searchBox.select();
  } else if (event.key === "Escape" && !help.open) {
    event.preventDefault();
    close();
  }
});

function showTip(hovered) {
  tip.hidden = !hovered || hovered.kind !== "edge";
  stage.style.cursor = hovered ? "pointer" : "";
  if (tip.hidden) return;
  const edge = hovered.item;
  const [predicate, status] = [model.predicates[edge.predicate], model.statuses[edge.status]];
  put(tip, bdi(nameOf(model.nodes[edge.subject], view.lang)), " ", predicate[view.lang], status.name === "happened" ? "" : ` (${status[view.lang]})`, " ", bdi(nameOf(model.nodes[edge.object], view.lang)), ` · ${shown.edges[edge.place]}`);
}

stage.addEventListener("pointermove", (event) => {
  if (tip.hidden) return;
  const box = stage.getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX - box.left + 14, box.width - tip.offsetWidth - 8)}px`;
  tip.style.top = `${event.clientY - box.top + 18}px`;
});

function sentenceShown() {
  return words.shown(shown.nodeCount, shown.edgeCount, shown.relationCount);
}

function savePicture() {
  if (!drawing) return;
  picture(drawing, model, view, words, sentenceShown()).toBlob((blob) => blob && download("nisba.png", blob), "image/png");
}

function saveTable() {
  download("nisba.csv", new Blob([csv(model, view, shown)], { type: "text/csv;charset=utf-8" }));
}

function showHelp() {
  put(help,
    h("h2", null, words.help),
    h("p", null, words.helpText),
    h("dl", null, words.keys.map(([key, what]) => h("div", null, h("dt", null, h("kbd", null, key)), h("dd", null, what)))),
    h("form", { method: "dialog" }, h("button", null, words.close)));
  help.setAttribute("aria-label", words.help);
  help.showModal();
}

/** Before printing: the picture as it is, and what is chosen as text. */
window.addEventListener("beforeprint", () => {
  const image = drawing && h("img", { src: picture(drawing, model, view, words, sentenceShown()).toDataURL("image/png"), alt: sentenceShown() });
  put(printed, h("h1", null, words.printed), image || "");
});
window.addEventListener("afterprint", () => put(printed));

// The address of the page follows the state, not more often than browsers allow.
let timer = null;
function rememberSoon() {
  if (isRestoring) return;
  clearTimeout(timer);
  timer = setTimeout(remember, 250);
}

function remember() {
  const fragment = write(model, view);
  if (fragment !== location.hash.replace(/^#/, "")) {
    history.replaceState(null, "", `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`);
  }
}

function restore() {
  isRestoring = true;
  render();
  if (!drawing) draw();
  if (drawing) {
    if (view.camera) {
      const [x, y, ratio] = view.camera;
      drawing.sigma.getCamera().setState({ x, y, ratio, angle: 0 });
    } else if (view.ego || view.path) lookAtShown();
    else if (view.node || view.edge) lookAtChosen();
  }
  isRestoring = false;
}

window.addEventListener("hashchange", () => {
  view = parse(model, location.hash);
  restore();
});
prefersDark.addEventListener("change", () => view.theme || render());
restore();
new ResizeObserver(() => drawing?.fitRoom()).observe(stage);
// For tests and scripts: where an entity is on the screen, in pixels.
globalThis.nisba = {
  at(id) {
    const box = stage.getBoundingClientRect();
    const point = drawing?.placeOf(model.byId.get(id));
    return point && { x: box.left + point.x, y: box.top + point.y };
  },
};
document.documentElement.dataset.ready = "yes";
