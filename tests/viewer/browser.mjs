// A headless Chromium that speaks to nobody, and pages in it that are watched.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const PROGRAMS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function launch() {
  const executablePath = PROGRAMS.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("no Chromium: apt-get install chromium, or set CHROMIUM to one");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
      "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
      "--no-first-run", "--no-pings",
    ],
  });
}

/** Opens a file; `troubles` of the page collects errors, warnings, dialogs and requests that leave the file. */
export async function open(browser, path, fragment = "", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce", acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.troubles = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.troubles.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => page.troubles.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    page.troubles.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) page.troubles.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(path).href + (fragment ? `#${fragment}` : ""));
  await page.waitForFunction(() => document.documentElement.dataset.ready, null, { timeout: 120000 });
  return page;
}
