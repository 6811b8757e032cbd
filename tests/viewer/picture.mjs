// Takes a picture of a page: node picture.mjs PAGE.html OUT.png FRAGMENT [WIDTHxHEIGHT]
import { launch, open } from "./browser.mjs";

const [path, out, fragment = "", size = "1280x800"] = process.argv.slice(2);
const [width, height] = size.split("x").map(Number);
const browser = await launch();
const page = await open(browser, path, fragment, { viewport: { width, height } });
await page.waitForTimeout(800);
await page.screenshot({ path: out });
await browser.close();
if (page.troubles.length) throw new Error(page.troubles.join("\n"));
