// The picture: sigma draws entities and lines; names are drawn here, so that none hides another and Arabic runs its way.

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { colours, SHAPES } from "./colours.js";
import { nameOf } from "./model.js";
import { linePrograms, shapeProgram } from "./programs.js";

const FONT = 'system-ui, "Segoe UI", "Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic", Tahoma, "DejaVu Sans", sans-serif';

/** How long the camera moves, in milliseconds. */
const MOVE = 350;

export class Drawing {
  /**
   * Draws `model` into `container` in the state `{ view, shown, dark }`; `on` hears `node`, `edge`, `nothing` (clicks),
   * `hover` and `camera`.
   */
  constructor(container, model, state, on) {
    this.model = model;
    this.on = on;
    this.hovered = null;
    this.take(state);
    const [width, height] = [Math.max(container.clientWidth, 1), Math.max(container.clientHeight, 1)];
    const box = boundsOf(model.nodes);
    // Pixels of the page for a unit of the layout, when everything is in view.
    this.fit = Math.min((width - 90) / Math.max(box.width, 200), (height - 90) / Math.max(box.height, 120));
    this.sizeScale = Math.min(Math.sqrt(this.fit), 1.15);
    const many = model.edges.length;
    this.alpha = many > 30000 ? "1c" : many > 10000 ? "30" : many > 3000 ? "58" : many > 800 ? "90" : "d0";

    const graph = new MultiDirectedGraph();
    for (const node of model.nodes) {
      graph.addNode(node.place, { x: node.x, y: node.y, size: node.radius * this.sizeScale, shape: SHAPES[node.kind], color: "#888" });
    }
    for (const edge of model.edges) {
      graph.addDirectedEdgeWithKey(edge.place, edge.subject, edge.object, this.lineOf(edge));
    }
    this.graph = graph;
    this.container = container;
    this.sigma = new Sigma(graph, container, {
      allowInvalidContainer: true,
      nodeProgramClasses: { shape: shapeProgram(() => this.theme.border) },
      edgeProgramClasses: linePrograms(many),
      nodeHoverProgramClasses: {},
      defaultNodeType: "shape",
      defaultEdgeType: "straight",
      renderLabels: false,
      enableEdgeEvents: true,
      defaultDrawNodeHover: () => {},
      minCameraRatio: Math.min(0.5, this.fit / 4),
      maxCameraRatio: 3,
      stagePadding: 45,
      zIndex: false,
      hideEdgesOnMove: many > 60000,
      nodeReducer: (place, data) => this.nodeLook(Number(place), data),
      edgeReducer: (_, data) => this.edgeLook(data),
    });
    this.names = document.createElement("canvas");
    this.names.className = "names";
    this.names.setAttribute("aria-hidden", "true");
    container.append(this.names);
    this.listen();
    this.drawNames();
  }

  lineOf(edge) {
    const beside = this.model.between(edge.subject, edge.object);
    const turn = edge.subject <= edge.object ? 1 : -1;
    const middle = (beside.length - 1) / 2;
    const step = Math.min(0.16, 0.6 / beside.length);
    const curve = (beside.indexOf(edge) - middle) * step * turn;
    const status = this.model.statuses[edge.status].name;
    return {
      place: edge.place,
      type: curve || edge.subject === edge.object ? "curved" : "straight",
      curve,
      dash: status === "happened" ? 0 : status === "denied" ? 2 : 1,
      arrow: edge.directed,
      size: 1,
      color: "#888",
    };
  }

  listen() {
    const { sigma } = this;
    sigma.on("clickNode", ({ node }) => this.on.node(this.model.nodes[node]));
    sigma.on("clickEdge", ({ edge }) => this.on.edge(this.model.edges[edge]));
    sigma.on("clickStage", () => this.on.nothing());
    const hover = (kind, item) => {
      this.hovered = item === null ? null : { kind, item };
      this.on.hover(this.hovered);
      this.drawNames();
    };
    sigma.on("enterNode", ({ node }) => hover("node", this.model.nodes[node]));
    sigma.on("leaveNode", () => hover("node", null));
    sigma.on("enterEdge", ({ edge }) => hover("edge", this.model.edges[edge]));
    sigma.on("leaveEdge", () => hover("edge", null));
    sigma.on("afterRender", () => this.drawNames());
    sigma.getCamera().on("updated", (state) => this.on.camera([state.x, state.y, state.ratio]));
  }

  take({ view, shown, dark }) {
    this.view = view;
    this.shown = shown;
    this.theme = colours(dark);
    this.marked = this.markedBy(view);
  }

  /** Shows another state. */
  show(state) {
    this.take(state);
    this.sigma.refresh({ schedule: false });
  }

  /** Draws again if the room for the picture has changed. */
  fitRoom() {
    const { width, height } = this.sigma.getDimensions();
    if (width === this.container.clientWidth && height === this.container.clientHeight) return;
    this.sigma.resize().refresh({ schedule: false });
  }

  /** Returns what is chosen and what is next to it, or `null`. */
  markedBy(view) {
    const { model } = this;
    const nodes = new Map();
    const edges = new Set();
    const edge = view.edge && model.edgeById.get(view.edge);
    const node = view.node && model.byId.get(view.node);
    if (edge) {
      nodes.set(edge.subject, 2).set(edge.object, 2);
      edges.add(edge.place);
      return { nodes, edges, isSoft: true };
    } else if (node) {
      nodes.set(node.place, 2);
      for (const own of node.edges) {
        if (!this.shown.edges[own.place]) continue;
        edges.add(own.place);
        const other = own.subject === node.place ? own.object : own.subject;
        if (!nodes.has(other)) nodes.set(other, 1);
      }
    } else if (this.shown.path && this.shown.path.steps.length) {
      for (const place of this.shown.path.nodes) nodes.set(place, 2);
      return { nodes, edges: null };
    } else {
      return null;
    }
    return { nodes, edges };
  }

  nodeLook(place, data) {
    const { shown, marked, theme } = this;
    if (!shown.nodes[place]) return { ...data, hidden: true };
    const node = this.model.nodes[place];
    const dim = marked && !marked.isSoft && !marked.nodes.has(node.place);
    if (dim) return { ...data, color: theme.faintNode, shape: data.shape + 16 };
    return { ...data, color: theme.kinds[node.kind] };
  }

  edgeLook(data) {
    const { shown, marked, theme } = this;
    const count = shown.edges[data.place];
    if (!count) return { ...data, hidden: true };
    const edge = this.model.edges[data.place];
    const chosen = marked && (!marked.edges || marked.edges.has(edge.place));
    const color = theme.families[this.model.predicates[edge.predicate].family];
    const size = (1 + Math.min(Math.log2(count), 4)) * this.sizeScale;
    if (marked && !chosen) return { ...data, color: marked.isSoft ? `${color}58` : theme.faintEdge, size };
    if (chosen) return { ...data, color, size: size * 1.4, dash: data.dash + 4 };
    return { ...data, color: color + this.alpha, size };
  }

  /** Draws the names that have room: what is chosen first, then the largest. */
  drawNames() {
    const { names, sigma } = this;
    const { width, height } = sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    if (names.width !== Math.round(width * ratio) || names.height !== Math.round(height * ratio)) {
      names.width = Math.round(width * ratio);
      names.height = Math.round(height * ratio);
    }
    const context = names.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.paintNames(context, width, height);
  }

  paintNames(context, width, height) {
    const { sigma, model, shown, marked, theme, view, hovered } = this;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    const taken = new Boxes();
    const zoom = sigma.scaleSize(1);
    const put = (node, strong) => {
      const data = sigma.getNodeDisplayData(node.place);
      if (!data || data.hidden) return;
      const at = sigma.framedGraphToViewport(data);
      if (at.x < -80 || at.y < -30 || at.x > width + 80 || at.y > height + 30) return;
      const radius = data.size * zoom;
      const big = Math.min(Math.max(radius, 6), 18);
      const size = strong ? 14 : 10.5 + big * 0.22;
      const text = short(nameOf(node, view.lang));
      context.font = `${strong ? "600 " : ""}${size.toFixed(1)}px ${FONT}`;
      context.direction = isArabic(text) ? "rtl" : "ltr";
      const wide = context.measureText(text).width;
      const top = at.y + radius + 2;
      const box = [at.x - wide / 2 - 3, top - 1, at.x + wide / 2 + 3, top + size * 1.25];
      if (!strong && taken.isTaken(box)) return;
      taken.take(box);
      context.strokeStyle = theme.halo;
      context.lineWidth = 3.5;
      context.strokeText(text, at.x, top);
      context.fillStyle = theme.ink;
      context.fillText(text, at.x, top);
    };
    const done = new Set();
    const first = [];
    if (hovered && hovered.kind === "node") first.push(hovered.item.place);
    if (marked) for (const [place, rank] of marked.nodes) if (rank === 2) first.push(place);
    for (const place of first) {
      if (!done.has(place)) put(model.nodes[place], true);
      done.add(place);
    }
    let left = 160;
    // In a large graph seen whole, only the largest are named: names of thousands of dots tell nothing.
    const least = zoom * this.sizeScale < 0.35 ? 3.2 : 0;
    for (const node of model.ranked) {
      if (left <= 0) break;
      if (done.has(node.place) || !shown.nodes[node.place]) continue;
      if (marked && !marked.isSoft && !marked.nodes.has(node.place)) continue;
      if (left < 125 && node.radius * this.sizeScale * zoom < least) break;
      const before = taken.count;
      put(node, false);
      if (taken.count > before) left -= 1;
    }
  }

  /** Returns where an entity is, in pixels from the corner of the picture. */
  placeOf(node) {
    const data = node && this.sigma.getNodeDisplayData(node.place);
    return data && this.sigma.framedGraphToViewport(data);
  }

  /** Moves the camera so that these entities are in view. */
  lookAt(places) {
    const points = places.map((place) => this.sigma.getNodeDisplayData(place)).filter(Boolean);
    if (!points.length) return;
    const box = boundsOf(points);
    const ratio = this.ratioFor(box.width, box.height) * (points.length > 2 ? 1.18 : 1.6);
    const least = Math.max(this.fit * 0.7, 0.03);
    this.move({ x: (box.left + box.right) / 2, y: (box.low + box.high) / 2, ratio: Math.min(Math.max(ratio, least), 1.1), angle: 0 });
  }

  /** Moves the camera to an entity, so that those next to it are in view as far as names can still be read. */
  lookAtNode(node) {
    const middle = this.sigma.getNodeDisplayData(node.place);
    if (!middle) return;
    let [x, y] = [0, 0];
    for (const edge of node.edges) {
      if (!this.shown.edges[edge.place]) continue;
      const other = this.sigma.getNodeDisplayData(edge.subject === node.place ? edge.object : edge.subject);
      x = Math.max(x, Math.abs(other.x - middle.x));
      y = Math.max(y, Math.abs(other.y - middle.y));
    }
    const ratio = this.ratioFor(2 * x, 2 * y) * 1.2;
    const [least, most] = [Math.max(this.fit, 0.03), Math.max(this.fit * 2.2, 0.05)];
    this.move({ x: middle.x, y: middle.y, ratio: Math.min(Math.max(ratio, least), most, 1.1), angle: 0 });
  }

  /** Returns the ratio of the camera at which a box is as large as the picture; at 1 the shorter side is 1 long. */
  ratioFor(width, height) {
    const room = this.sigma.getDimensions();
    const shorter = Math.min(room.width, room.height);
    return Math.max((width * shorter) / room.width, (height * shorter) / room.height);
  }

  lookAtAll() {
    this.move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  move(state) {
    const camera = this.sigma.getCamera();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) camera.setState(state);
    else camera.animate(state, { duration: MOVE });
  }

  zoom(factor) {
    const camera = this.sigma.getCamera();
    const ratio = camera.getBoundedRatio(camera.getState().ratio * factor);
    this.move({ ratio });
  }

  pan(x, y) {
    const camera = this.sigma.getCamera();
    const { x: cx, y: cy, ratio } = camera.getState();
    camera.setState({ x: cx + x * ratio * 0.15, y: cy + y * ratio * 0.15 });
  }

  /** Returns a canvas with the picture as it is shown. */
  picture() {
    const { sigma } = this;
    // What WebGL drew is there only until the browser shows it: draw and copy in one go.
    sigma.refresh({ schedule: false });
    const layers = sigma.getCanvases();
    const { width, height } = sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    context.fillStyle = this.theme.page;
    context.fillRect(0, 0, canvas.width, canvas.height);
    for (const layer of [layers.edges, layers.nodes, this.names]) {
      context.drawImage(layer, 0, 0, canvas.width, canvas.height);
    }
    return canvas;
  }
}

/** Boxes of names that are drawn, found by the cell they stand in. */
class Boxes {
  constructor() {
    this.cells = new Map();
    this.count = 0;
  }

  keys([left, top, right, bottom]) {
    const keys = [];
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++) {
      for (let y = Math.floor(top / 32); y <= Math.floor(bottom / 32); y++) keys.push(x * 4096 + y);
    }
    return keys;
  }

  isTaken(box) {
    const [left, top, right, bottom] = box;
    return this.keys(box).some((key) =>
      (this.cells.get(key) || []).some((o) => left < o[2] && right > o[0] && top < o[3] && bottom > o[1]),
    );
  }

  take(box) {
    this.count += 1;
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

function isArabic(text) {
  const strong = /[\p{Script=Arabic}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Hebrew}]/u.exec(text);
  return Boolean(strong && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(strong[0]));
}

function short(text) {
  const points = [...text.replace(/\s+/g, " ").trim()];
  return points.length > 34 ? `${points.slice(0, 33).join("")}…` : points.join("");
}

function boundsOf(nodes) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of nodes) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return left <= right ? { left, right, low, high, width: right - left, height: high - low } : { width: 0, height: 0 };
}
