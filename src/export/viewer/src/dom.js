// Elements. Text goes in as text nodes and nowhere else: nothing here reads markup.

/**
 * Makes an element: `h("button", { class: "x", onclick: f, "aria-label": "…" }, "text", child, …)`.
 * A property that begins with `on` is a listener; `null`, `undefined` and `false` leave an attribute or a child out.
 */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  return fill(element, properties, children);
}

/** Makes an element of SVG. */
export function s(tag, properties, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child);
  }
}

/** Puts `children` in the place of all that an element holds. */
export function put(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** A name or date in running text of either direction. */
export function bdi(text, properties) {
  return h("bdi", { dir: "auto", ...properties }, text);
}

/**
 * Returns `text` without what could change how the text around it is shown: control characters and the marks that turn
 * the order of letters by force (U+202D, U+202E) each become U+FFFD. The number of code points stays the same.
 */
export function harmless(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e]/g, "\ufffd");
}

/** Returns the address if a browser may be sent there, else `null`. */
export function safeAddress(text) {
  if (!text) return null;
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Moves the focus by the arrow keys among the elements that `selector` finds in `list`. */
export function arrowKeys(list, selector) {
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    const items = [...list.querySelectorAll(selector)].filter((item) => item.offsetParent !== null);
    const at = items.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    items[Math.max(0, Math.min(items.length - 1, at + step))].focus();
  });
}
