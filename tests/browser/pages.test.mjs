// Every page: whole, reachable by all, within its limits, on its own origin.
// SHOTS=full keeps pictures of whole pages in shots/, else of what a window shows.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { pagesOf, startBrowser, startServer } from "./server.mjs";

const shots = join(dirname(fileURLToPath(import.meta.url)), "shots");
// What axe checks in each look: all of it once, then what a look can change.
const checks = {
  light: (axe) => axe,
  dark: (axe) => axe.withRules(["color-contrast", "link-in-text-block"]),
  phone: (axe) => axe.disableRules(["color-contrast"]),
};
const looks = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  dark: { viewport: { width: 1600, height: 1000 }, colorScheme: "dark" },
  phone: { viewport: { width: 360, height: 780 }, colorScheme: "light" },
};
// Pages that look like others on a phone.
const alike = new Set(["world", "nothing", "empty", "past"]);
let server, browser, pages;

before(async () => {
  mkdirSync(shots, { recursive: true });
  server = await startServer();
  browser = await startBrowser();
  pages = await pagesOf(server.base, browser);
});
after(async () => {
  await browser?.close();
  server?.stop();
});

for (const [look, options] of Object.entries(looks)) {
  test(`pages look right: ${look}`, async () => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults = [];
    page.on("request", (r) => r.url().startsWith(server.base) || r.url().startsWith("data:") || faults.push(`asks ${r.url()}`));
    page.on("console", (m) => m.type() === "error" && !m.text().includes("404") && faults.push(m.text()));
    page.on("pageerror", (e) => faults.push(String(e)));
    for (const [name, path] of Object.entries(pages)) {
      if (look === "phone" && alike.has(name)) continue;
      const answer = await page.goto(server.base + path);
      const size = (await answer.body()).length;
      if (size > 100_000) faults.push(`${name}: ${size} bytes`);
      if (answer.status() !== (name === "error" ? 404 : 200)) faults.push(`${name}: status ${answer.status()}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wider > 0) faults.push(`${name}: ${wider} px too wide`);
      const { violations } = await checks[look](new AxeBuilder({ page })).analyze();
      for (const v of violations.filter((v) => ["serious", "critical"].includes(v.impact))) {
        faults.push(`${name}: ${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map((n) => n.target + " " + n.failureSummary.split("\n")[1]).join(" | ")}`);
      }
      await page.screenshot({ path: join(shots, `${look}-${name}.png`), fullPage: process.env.SHOTS === "full" });
    }
    await context.close();
    assert.deepEqual(faults, []);
  });
}

test("every link of the record leads somewhere", async () => {
  const seen = new Set();
  const queue = Object.entries(pages).filter(([name]) => name !== "error").map(([, path]) => path);
  const broken = [];
  while (queue.length > 0 && seen.size < 300) {
    const path = queue.shift();
    if (seen.has(path)) continue;
    if (/^\/(events|reports|actors)\/.*as-of=/.test(path)) continue; // an earlier day may not know the thing yet
    seen.add(path);
    const answer = await fetch(server.base + path);
    const body = await answer.text();
    if (!answer.ok) broken.push(`${path}: ${answer.status}`);
    if (!answer.headers.get("content-type").startsWith("text/html")) continue;
    for (const [, href] of body.matchAll(/ href="(\/[^"#]*)/g)) queue.push(href.replaceAll("&amp;", "&"));
  }
  assert.deepEqual(broken, []);
  assert.ok(seen.size > 100, `only ${seen.size} pages`);
});
