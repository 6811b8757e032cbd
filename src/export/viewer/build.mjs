// Builds dist/page.html: script and style inlined, and a Content-Security-Policy that admits them by their hashes.
// The output is committed, so that building the program needs no Node. Same sources and lock file, same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// The licences of what is bundled (all MIT) go beside the page and, as they ask, into every copy of it.
const BUNDLED = ["sigma", "graphology", "graphology-utils", "events"];
const licences = BUNDLED.map((name) => {
  const folder = `node_modules/${name}`;
  const { version } = JSON.parse(readFileSync(here(`${folder}/package.json`), "utf8"));
  const file = readdirSync(here(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version}\n\n${readFileSync(here(`${folder}/${file}`), "utf8").trim()}\n`;
}).join("\n----\n\n");

async function built(entry, banner) {
  const result = await esbuild.build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["chrome100", "firefox100", "safari15"],
    charset: "ascii",
    legalComments: "none",
    banner,
    logLevel: "warning",
  });
  return result.outputFiles[0].text.trim();
}

function ascii(text) {
  return text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").replaceAll("*/", "");
}

const script = await built("src/main.js", { js: `/*!\nThis page holds:\n\n${ascii(licences)}*/` });
const style = await built("src/viewer.css", {});
for (const [name, text] of Object.entries({ script, style })) {
  if (/<\/(script|style)|<!--|@@(LANG|DIR|TITLE|DATA)@@/i.test(text)) throw new Error(`the ${name} would end its element or holds a mark`);
}
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

const put = { POLICY: policy, STYLE: style, SCRIPT: script };
const page = readFileSync(here("src/page.html"), "utf8").replace(/@@(POLICY|STYLE|SCRIPT)@@/g, (_, name) => put[name]);
mkdirSync(here("dist"), { recursive: true });
writeFileSync(here("dist/page.html"), page);
writeFileSync(here("dist/LICENSES.txt"), licences);
console.log(`dist/page.html: ${Buffer.byteLength(page)} bytes`);
