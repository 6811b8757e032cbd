// How long a page takes until it can be used, beside plain sigma.js on the same graph: node speed.mjs PAGE.html…
//
// Both draw the same entities, at the same places, with the same lines. "Usable" is when the picture has been drawn, the
// graphics are done and the main thread has answered two frames. Each is opened five times, by turns; the least and the
// median are told, and the processor's time of all that the page took (renderer and graphics), which depends less on what
// else the machine does. Plain sigma.js needs the packages of the page: npm ci in src/export/viewer.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const TIMES = 5;
const viewer = new URL("../../src/export/viewer/", import.meta.url);
const esbuild = createRequire(new URL("package.json", viewer))("esbuild");
const folder = mkdtempSync(join(tmpdir(), "nisba-speed-"));

const plain = `
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
const data = JSON.parse(document.getElementById("data").textContent);
const graph = new MultiDirectedGraph();
data.nodes.forEach((row, place) => graph.addNode(place, { x: row[8], y: -row[9], size: 2, label: String(data.texts[row[2] ?? row[3] ?? row[0]]), color: "#888" }));
data.edges.forEach(([a, b], place) => graph.addDirectedEdgeWithKey(place, a, b, { size: 1, color: "#ccc", type: "arrow" }));
new Sigma(graph, document.getElementById("stage"), { enableEdgeEvents: true });
document.documentElement.dataset.ready = "yes";
`;

async function plainPage(path) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: plain, resolveDir: new URL(".", viewer).pathname },
    bundle: true, minify: true, write: false, format: "iife", charset: "ascii", logLevel: "error",
  });
  const [, rest] = readFileSync(path, "utf8").split('type="application/json">');
  const [data] = rest.split("</script>");
  const html = `<!DOCTYPE html><meta charset="utf-8"><div id="stage" style="width:1150px;height:780px"></div><script id="data" type="application/json">${data}</script><script>${outputFiles[0].text}</script>`;
  const to = join(folder, "plain.html");
  writeFileSync(to, html);
  return to;
}

async function measure(path) {
  const browser = await launch();
  const system = await browser.newBrowserCDPSession();
  const used = async () => (await system.send("SystemInfo.getProcessInfo")).processInfo.filter(({ type }) => type !== "browser").reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const before = await used();
  await page.goto(pathToFileURL(path).href, { waitUntil: "commit" });
  await page.waitForFunction(() => document.documentElement.dataset.ready, null, { timeout: 300000 });
  const time = await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (const canvas of document.querySelectorAll("canvas")) {
      const gl = canvas.className.startsWith("sigma") && canvas.getContext("webgl2");
      if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    }
    await frame();
    await frame();
    return performance.now();
  });
  const result = { time, processor: (await used()) - before };
  await browser.close();
  return result;
}

function told(name, results) {
  const sorted = (key) => results.map((result) => result[key]).sort((a, b) => a - b);
  const [times, seconds] = [sorted("time"), sorted("processor")];
  console.log(`  ${name.padEnd(12)} usable after ${Math.round(times[0])} ms at least, ${Math.round(times[TIMES >> 1])} ms in the median of ${TIMES}; processor ${seconds[0].toFixed(2)} s`);
  return times[0];
}

for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, "utf8");
  const data = JSON.parse(text.split('type="application/json">')[1].split("</script>")[0]);
  console.log(`${data.nodes.length} entities, ${data.edges.length} edges, ${Math.round(Buffer.byteLength(text) / 1000)} kB`);
  const plainPath = await plainPage(path);
  const [ours, theirs] = [[], []];
  for (let i = 0; i < TIMES; i++) {
    ours.push(await measure(path));
    theirs.push(await measure(plainPath));
  }
  const least = told("page", ours);
  told("plain sigma", theirs);
  const limit = Number(process.env.LIMIT_MS || 0);
  if (limit && least > limit) {
    console.error(`  more than ${limit} ms`);
    process.exitCode = 1;
  }
}
