// What is shown, as a table and as a picture.

import { nameOfId } from "./model.js";
import { evidenceInTime } from "./shown.js";

const COLUMNS = [
  "subject_id", "subject_ar", "subject_en", "predicate", "family", "status", "object_id", "object_ar", "object_en",
  "direction_known", "date", "document_date", "place", "confidence", "rule", "document", "title", "publisher", "url",
  "sentence", "subject_text", "trigger_text", "object_text",
];

/** Returns what is shown as CSV (RFC 4180, with a byte order mark, by which Excel knows UTF-8): a relation a line. */
export function csv(model, view, shown) {
  const lines = [COLUMNS.join(",")];
  for (const edge of model.edges) {
    if (!shown.edges[edge.place]) continue;
    const [subject, object] = [model.nodes[edge.subject], model.nodes[edge.object]];
    const predicate = model.predicates[edge.predicate];
    for (const evidence of edge.evidence) {
      if (!evidenceInTime(evidence, view)) continue;
      const { document } = evidence;
      const points = [...evidence.sentence];
      const cut = (range) => (range ? points.slice(range[0], range[1]).join("") : "");
      const row = [
        subject.id, subject.ar, subject.en, predicate.name, model.families[predicate.family].name,
        model.statuses[edge.status].name, object.id, object.ar, object.en,
        edge.directed || predicate.symmetric ? "true" : "false", evidence.date || "", document.date || "",
        nameOfId(model, evidence.place, view.lang), evidence.confidence === null ? "" : String(evidence.confidence),
        evidence.rule, document.id, document.title, document.publisher, document.url, evidence.sentence,
        cut(evidence.subject), cut(evidence.trigger), cut(evidence.object),
      ];
      lines.push(row.map(cell).join(","));
    }
  }
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/**
 * Quotes a cell. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 * Source: OWASP, "CSV Injection".
 */
function cell(text) {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Returns a canvas: the picture with a line of words and the legend below it. */
export function picture(drawing, model, view, words, sentence) {
  const graph = drawing.picture();
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  const band = Math.round(54 * ratio);
  canvas.width = graph.width;
  canvas.height = graph.height + band;
  const context = canvas.getContext("2d");
  const theme = drawing.theme;
  context.fillStyle = theme.page;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(graph, 0, 0);
  context.scale(ratio, ratio);
  const rtl = view.lang === "ar";
  const [width, top] = [canvas.width / ratio, graph.height / ratio];
  context.direction = rtl ? "rtl" : "ltr";
  context.textAlign = "start";
  context.textBaseline = "middle";
  context.font = "13px system-ui, 'Noto Naskh Arabic', Tahoma, 'DejaVu Sans', sans-serif";
  context.fillStyle = theme.ink;
  const side = (x) => (rtl ? width - x : x);
  context.fillText(sentence, side(16), top + 16);
  let x = 16;
  for (const [place, family] of model.families.entries()) {
    if (!model.edges.some((edge) => shownFamily(model, edge) === place)) continue;
    context.fillStyle = theme.families[place];
    context.fillRect(Math.min(side(x), side(x + 20)), top + 37, 20, 3);
    context.fillStyle = theme.ink;
    context.fillText(family[view.lang], side(x + 26), top + 38);
    x += 44 + context.measureText(family[view.lang]).width;
  }
  return canvas;
}

function shownFamily(model, edge) {
  return model.predicates[edge.predicate].family;
}

/** Gives the reader a file. */
export function download(name, blob) {
  const link = document.createElement("a");
  link.download = name;
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

