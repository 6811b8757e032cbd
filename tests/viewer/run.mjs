// The page in a real browser: node run.mjs NISBA ARTICLES FOLDER
//
// NISBA is the program, ARTICLES the example articles, FOLDER where pages and pictures go. Each test is a function; ONLY in
// the environment chooses those whose name holds it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch, open } from "./browser.mjs";
import { records as hostileRecords } from "./hostile.mjs";

const [nisba, articles, folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: node run.mjs NISBA ARTICLES FOLDER");
mkdirSync(folder, { recursive: true });
const file = (name) => join(folder, name);
const run = (...args) => execFileSync(nisba, args, { maxBuffer: 1 << 28 }).toString();

run("view", "-q", articles, "-o", file("ar.html"));
run("view", "-q", articles, "--label-lang", "en", "-o", file("en.html"));
run("build", "-q", articles, "--grain", "aggregated", "--to", "html", "-o", file("aggregated.html"));
writeFileSync(file("hostile.jsonl"), hostileRecords.map((record) => `${JSON.stringify(record)}\n`).join(""));
run("view", "-q", file("hostile.jsonl"), "-o", file("hostile.html"));
writeFileSync(file("none.jsonl"), '{"id": "d", "text": "No news.", "relations": []}\n');
run("view", "-q", file("none.jsonl"), "-o", file("none.html"));

/** What the program itself says of the same articles. */
const told = run("extract", "-q", articles, "--with-text").trim().split("\n").map((line) => JSON.parse(line));
const stated = told.flatMap((document) => document.relations.filter((row) => row.predicate !== "co_occurs" && row.subject && row.object).map((row) => ({ document, row })));

const browser = await launch();

const shownOf = async (page) => (await page.locator(".sentence").innerText()).match(/\d+/g).map(Number);
const names = (page) => page.locator("#found .what").allInnerTexts();
const search = async (page, text) => {
  await page.locator("#search").fill(text);
  return names(page);
};
const download = async (page, button) => {
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return readFileSync(await saved.path());
};
const settled = (page) => page.waitForTimeout(400);

/** Reads CSV. */
function rows(text) {
  const found = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    found.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") found.push([]);
    if (end === "") break;
  }
  const [head, ...rest] = found.filter((row) => row.length > 1);
  return rest.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
}

const tests = {
  async "the whole graph is shown, in Arabic from the right"() {
    const page = await open(browser, file("ar.html"));
    const [nodes, edges, relations, documents] = await shownOf(page);
    assert.equal(relations, stated.length);
    assert.equal(documents, told.length);
    assert.ok(nodes > 50 && edges > 50 && edges <= relations);
    assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
    return page;
  },

  async "a name is found in any spelling of either language, and by its id"() {
    const page = await open(browser, file("ar.html"));
    const first = async (query) => (await search(page, query))[0];
    for (const query of ["بوتين", "فلاديمير بُوتِيـن", "putin", "PUTIN", "Q7747"]) assert.equal(await first(query), "فلاديمير بوتين", query);
    for (const query of ["اوباما", "أوباما", "إوباما", "obama"]) assert.equal(await first(query), "باراك أوباما", query);
    assert.equal(await first("erdogan"), await first("Erdoğan"));
    assert.match(await first("erdogan"), /أردوغان/);
    assert.deepEqual(await search(page, "لا أحد اسمه هكذا"), []);
    await page.locator("#language").click();
    assert.equal(await first("بوتين"), "Vladimir Putin");
    return page;
  },

  async "filters narrow what is shown, and can be reset"() {
    const page = await open(browser, file("en.html"));
    const whole = await shownOf(page);
    const count = (of) => stated.filter(({ row }) => of(row)).length;
    await page.locator("#family-0").uncheck();
    await page.locator("#family-1").uncheck();
    await page.locator("#family-3").uncheck();
    const conflict = ["demanded_of", "criticised", "rejected", "threatened", "sanctioned", "attacked", "seized"];
    assert.equal((await shownOf(page))[2], count((row) => conflict.includes(row.predicate)));
    await page.getByRole("button", { name: "Reset filters" }).click();
    assert.deepEqual(await shownOf(page), whole);
    const met = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).predicates.findIndex(({ name }) => name === "met"));
    await page.locator(`#predicate-${met}`).uncheck();
    assert.equal((await shownOf(page))[2], stated.length - count((row) => row.predicate === "met"));
    await page.locator(`#predicate-${met}`).check();
    await page.locator("#statusesOff-0").uncheck();
    assert.equal((await shownOf(page))[2], count((row) => row.status && row.status !== "happened"));
    await page.locator("#statusesOff-0").check();
    await page.locator("#kindsOff-0").uncheck();
    assert.ok((await shownOf(page))[0] < whole[0] / 2, "without persons little is left");
    await page.locator("#kindsOff-0").check();
    await page.locator("#least").fill("3");
    await page.locator("#least").press("Enter");
    const [, edges, relations] = await shownOf(page);
    assert.ok(edges > 0 && relations >= 3 * edges && edges < whole[1]);
    return page;
  },

  async "a click on an edge shows its evidence, with both parties and the trigger marked by code points"() {
    const page = await open(browser, file("en.html"));
    const data = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent));
    const text = (number) => data.texts[number];
    const between = (edge) => data.edges.filter(([a, b]) => (a === edge[0] && b === edge[1]) || (a === edge[1] && b === edge[0])).length;
    const edge = data.edges.find((edge) => between(edge) === 1 && edge[6].every((item) => item[7] >= 0 && item[9] >= 0 && item[11] >= 0));
    const [a, b] = [text(data.nodes[edge[0]][0]), text(data.nodes[edge[1]][0])];
    await page.close();
    // Only this edge in view: the path between its ends.
    const near = await open(browser, file("en.html"), `path=${a},${b}`);
    await settled(near);
    const at = await near.evaluate(([a, b]) => [nisba.at(a), nisba.at(b)], [a, b]);
    await near.mouse.move((at[0].x + at[1].x) / 2, (at[0].y + at[1].y) / 2);
    await settled(near);
    assert.ok(await near.locator(".tip").isVisible(), "the edge under the pointer is named");
    await near.mouse.click((at[0].x + at[1].x) / 2, (at[0].y + at[1].y) / 2);
    await near.locator(".evidence").first().waitFor();
    for (const [place, item] of edge[6].entries()) {
      const shown = near.locator(".evidence").nth(place);
      const points = [...text(item[1])];
      assert.equal((await shown.locator("blockquote").textContent()), points.join(""));
      for (const [name, from] of [["trigger", 7], ["subject", 9], ["object", 11]]) {
        const marks = await shown.locator(`mark.${name}`).allTextContents();
        assert.equal(marks.join(""), points.slice(item[from], item[from + 1]).join(""), name);
      }
      assert.match(await shown.locator(".when").innerText(), /\d{4}/);
    }
    // The offsets are the program's own: those of its records.
    const { document, row } = stated.find(({ row }) => row.subject[0] === a && row.object[0] === b || row.subject[0] === b && row.object[0] === a || row.subject === a && row.object === b || row.subject === b && row.object === a);
    const trigger = [...document.text].slice(row.trigger.start, row.trigger.end).join("");
    assert.ok((await near.locator("mark.trigger").allTextContents()).some((mark) => trigger.includes(mark) || mark.includes(trigger)));
    return near;
  },

  async "a click on an entity shows its card; its contacts lead on"() {
    const page = await open(browser, file("en.html"));
    const at = await page.evaluate(() => nisba.at("Q7747"));
    await page.mouse.click(at.x, at.y);
    const panel = page.locator(".panel");
    await panel.waitFor();
    const card = await panel.innerText();
    for (const words of ["Vladimir Putin", "فلاديمير بوتين", "person", "Russia", "Office at the time", "president"]) assert.ok(card.includes(words), words);
    const contacts = await panel.locator("section").first().locator(".count").allInnerTexts();
    assert.deepEqual(contacts.map(Number), contacts.map(Number).sort((a, b) => b - a), "most first");
    const dates = (await panel.locator(".date").allInnerTexts()).filter((date) => /^\d{4}/.test(date));
    assert.deepEqual(dates, [...dates].sort(), "in order of time");
    await panel.locator("section").first().locator("button.row").first().click();
    assert.ok(await panel.locator(".evidence").count());
    return page;
  },

  async "the period is set by key and by pointer; what lies outside is gone"() {
    const page = await open(browser, file("en.html"));
    const whole = (await shownOf(page))[2];
    const last = page.getByRole("slider").nth(1);
    await last.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
    const until = await last.getAttribute("aria-valuetext");
    const expected = stated.filter(({ document, row }) => !(row.date || document.date) || (row.date || document.date).slice(0, 4) <= until.slice(0, 4)).length;
    assert.equal((await shownOf(page))[2], expected);
    assert.ok(expected < whole);
    const first = page.getByRole("slider").nth(0);
    const [from, to] = [await first.boundingBox(), await last.boundingBox()];
    await page.mouse.move(from.x + from.width / 2, from.y + 10);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x * 3) / 4, from.y + 10, { steps: 5 });
    await page.mouse.up();
    const less = (await shownOf(page))[2];
    assert.ok(less < expected && less > 0, `${less} of ${expected}`);
    await page.getByRole("button", { name: "whole period" }).click();
    assert.equal((await shownOf(page))[2], whole);
    return page;
  },

  async "the address keeps what is seen"() {
    const page = await open(browser, file("ar.html"));
    await page.locator("#language").click();
    await page.locator("#theme").click();
    await page.locator("#family-3").uncheck();
    await search(page, "trump");
    await page.locator("#found button").first().click();
    await page.getByRole("button", { name: "1 step" }).click();
    await page.getByRole("slider").nth(0).focus();
    await page.keyboard.press("ArrowRight");
    await settled(page);
    const [address, seen, card] = [page.url(), await shownOf(page), await page.locator(".panel").innerText()];
    const again = await open(browser, file("ar.html"), address.split("#")[1]);
    assert.deepEqual(await shownOf(again), seen);
    assert.equal(await again.locator(".panel").innerText(), card);
    assert.equal(await again.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dataset.theme}`), "en dark");
    assert.equal(await again.locator("#search").inputValue(), "trump");
    for (const wrong of ["node=nobody&edge=x~y&ego=9,Q1&path=%E0%A4%A&since=2025-99&at=1,2&least=-4", "%%%", "lang=fr&without=nothing"]) {
      const odd = await open(browser, file("ar.html"), wrong);
      assert.equal((await shownOf(odd))[2], stated.length, wrong);
      assert.deepEqual(odd.troubles, []);
      await odd.context().close();
    }
    await page.context().close();
    return again;
  },

  async "what is around an entity, and the path between two"() {
    const page = await open(browser, file("en.html"), "node=Q7747");
    const whole = await shownOf(page);
    await page.getByRole("button", { name: "1 step" }).click();
    const one = await shownOf(page);
    await page.getByRole("button", { name: "2 steps" }).click();
    const two = await shownOf(page);
    assert.ok(one[0] < two[0] && two[0] < whole[0]);
    await page.getByRole("button", { name: "everything", exact: true }).click();
    assert.deepEqual(await shownOf(page), whole);
    await page.getByRole("button", { name: "Path to…" }).click();
    await search(page, "Obama");
    await page.locator("#found button").first().click();
    const steps = await page.locator(".path > li").count();
    assert.ok(steps >= 1 && (await shownOf(page))[0] === steps + 1);
    assert.match(await page.locator(".panel h2").innerText(), /Vladimir Putin[^]*Barack Obama/);
    await page.getByRole("button", { name: "End the path" }).click();
    assert.deepEqual(await shownOf(page), whole);
    return page;
  },

  async "what is shown is saved as a table and as a picture"() {
    const page = await open(browser, file("en.html"), "without-status=planned,possible,denied");
    const table = rows((await download(page, "#csv")).toString("utf8"));
    assert.equal(table.length, (await shownOf(page))[2]);
    assert.ok(table.every((row) => row.status === "happened" && row.sentence.includes(row.trigger_text) && row.subject_id && row.document));
    const wanted = stated.filter(({ row }) => (row.status || "happened") === "happened").map(({ document }) => document.id).sort();
    assert.deepEqual(table.map((row) => row.document).sort(), wanted);
    assert.ok(table.some((row) => row.subject_ar === "فلاديمير بوتين" && row.subject_en === "Vladimir Putin"));
    const picture = await download(page, "#png");
    assert.equal(picture.subarray(1, 4).toString(), "PNG");
    writeFileSync(file("saved.png"), picture);
    const colours = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
      return new Set(pixels).size;
    }, picture.toString("base64"));
    assert.ok(colours > 200, `${colours} colours: lines, shapes and names are there`);
    return page;
  },

  async "keys: search, lists, closing; every control has a name"() {
    const page = await open(browser, file("en.html"));
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "search");
    await page.keyboard.type("putin");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    assert.match(await page.locator(".panel h2").innerText(), /Putin/);
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator(".panel").isVisible()));
    const whole = await page.evaluate(() => nisba.at("Q7747").x);
    await page.locator(".stage").focus();
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    await settled(page);
    assert.notEqual(await page.evaluate(() => nisba.at("Q7747").x), whole);
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll("button, input, [role], a, [tabindex='0']")]
        .filter((element) => element.checkVisibility() && element.tagName !== "LI")
        .filter((element) => !(element.textContent.trim() || element.getAttribute("aria-label") || element.labels?.length))
        .map((element) => element.outerHTML.slice(0, 90)));
    assert.deepEqual(nameless, []);
    return page;
  },

  async "text stands out from its ground, light and dark"() {
    for (const theme of ["light", "dark"]) {
      for (const fragment of ["node=Q7747", "q=a"]) {
        const page = await open(browser, file("en.html"), `theme=${theme}&${fragment}`);
        if (fragment === "node=Q7747") await page.locator(".panel section button.row").first().click();
        const low = await page.evaluate(lowContrast);
        assert.deepEqual(low, [], theme);
        assert.deepEqual(page.troubles, []);
        await page.context().close();
      }
    }
  },

  async "Arabic letters are joined, on the page and in the picture"() {
    const page = await open(browser, file("ar.html"));
    const [joined, apart] = await page.evaluate(() => {
      const context = document.createElement("canvas").getContext("2d");
      context.font = `40px ${getComputedStyle(document.body).fontFamily}`;
      const word = "محمد بن سلمان";
      return [word, [...word].join("\u200c")].map((text) => context.measureText(text).width);
    });
    assert.ok(joined < apart * 0.85, `${joined} and ${apart}: joined forms are narrower`);
    return page;
  },

  async "what a document says is text, whatever it says"() {
    const page = await open(browser, file("hostile.html"));
    const tags = () => page.evaluate(() => ["script", "img", "iframe", "object", "b", "svg script", "style", "meta", "link"].map((name) => document.querySelectorAll(name).length));
    const before = await tags();
    const edges = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).edges.length);
    assert.equal(edges, hostileRecords.flatMap(({ relations }) => relations).length);
    const listed = await page.locator("#found button").count();
    let read = "";
    for (let place = 0; place < listed; place++) {
      await page.locator("#found button").nth(place).click();
      read += await page.locator(".panel").innerText();
      for (let edge = 0; edge < (await page.locator(".panel section").first().locator("button.row").count()); edge++) {
        await page.locator(".panel section").first().locator("button.row").nth(edge).click();
        read += await page.locator(".panel").textContent();
        for (const link of await page.locator(".panel a").all()) {
          assert.match(await link.getAttribute("href"), /^https?:/);
          assert.match(await link.getAttribute("rel"), /noopener/);
        }
        await page.keyboard.press("Escape");
      }
    }
    for (const words of ["<script>window.hit=1</script>", "</script><script>", "<!--", "<img src=x onerror=window.hit=1>", "javascript:window.hit=1", "{{7*7}}", "&lt;b&gt;", "\ud83d\ude00"]) {
      assert.ok(read.includes(words), words);
    }
    assert.ok(!/[\u0000-\u0008\u202d\u202e]/.test(read), "no control and no override is left");
    assert.ok(read.includes("\ufffd"));
    assert.deepEqual(await tags(), before);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    const table = (await download(page, "#csv")).toString("utf8");
    assert.ok(table.includes("'=HYPERLINK"), "a formula is no formula");
    return page;
  },

  async "the policy of the page stops a script that came in all the same"() {
    const page = await open(browser, file("en.html"));
    const stopped = await page.evaluate(() => new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective));
      const script = document.createElement("script");
      try {
        script.textContent = "window.hit = 1";
      } catch {
        resolve("trusted-types");
      }
      document.body.append(script);
      setTimeout(() => resolve(window.hit ? "ran" : "silent"), 1000);
    }));
    assert.match(stopped, /script-src|trusted-types/);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.equal(await page.evaluate(() => fetch("https://news.example/").then(() => "came", () => "stopped")), "stopped");
    page.troubles = [];
    return page;
  },

  async "an aggregated graph and an empty one have a page, too"() {
    const page = await open(browser, file("aggregated.html"));
    assert.equal((await shownOf(page))[2], stated.length);
    await page.locator("#found button").first().click();
    await page.locator(".panel section button.row").first().click();
    assert.equal(await page.locator(".evidence").count(), 1);
    const none = await open(browser, file("none.html"));
    assert.ok(await none.locator(".message").isVisible());
    assert.deepEqual(none.troubles, []);
    return page;
  },

  async "printing shows what is chosen as text"() {
    const page = await open(browser, file("en.html"), "node=Q7747");
    await page.locator(".panel section button.row").first().click();
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".evidence").first().isVisible());
    assert.ok(await page.locator(".printed img").isVisible());
    assert.ok(!(await page.locator(".sidebar").isVisible()) && !(await page.locator(".stage").isVisible()));
    await page.pdf({ path: file("printed.pdf"), format: "A4" });
    return page;
  },
};

/** Runs in the page: texts whose contrast with their ground is below 4.5. */
function lowContrast() {
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const low = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || ["SCRIPT", "NOSCRIPT"].includes(element.tagName)) continue;
    const [ink, under] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const contrast = (Math.max(ink, under) + 0.05) / (Math.min(ink, under) + 0.05);
    if (contrast < 4.5) low.add(`${contrast.toFixed(2)} ${element.className || element.tagName}: ${walker.currentNode.data.slice(0, 30)}`);
  }
  return [...low];
}

const only = process.env.ONLY;
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  if (only && !name.includes(only)) continue;
  try {
    const page = await test();
    if (page) {
      assert.deepEqual(page.troubles, [], "errors, dialogs or requests");
      await page.context().close();
    }
    console.log(`ok: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${name}\n${error.stack}`);
  }
}
await browser.close();
if (failed) process.exit(1);
