// Serves the record and opens every page of it; to be run where there is no
// network but the machine's own. Prints what failed, and ends with 1 then.
import { pagesOf, startBrowser, startServer } from "./server.mjs";

const server = await startServer();
const browser = await startBrowser();
const faults = [];
try {
  const outside = await fetch("http://192.0.2.1/", { signal: AbortSignal.timeout(2000) }).then(() => true, () => false);
  if (outside) faults.push("there is a network here");
  const pages = await pagesOf(server.base, browser);
  const page = await browser.newPage();
  page.on("requestfailed", (r) => faults.push(`${r.url()} failed: ${r.failure()?.errorText}`));
  page.on("request", (r) => r.url().startsWith(server.base) || r.url().startsWith("data:") || faults.push(`asks ${r.url()}`));
  page.on("pageerror", (e) => faults.push(String(e)));
  for (const [name, path] of Object.entries(pages)) {
    const answer = await page.goto(server.base + path, { waitUntil: "load" });
    if (answer.status() !== (name === "error" ? 404 : 200)) faults.push(`${name}: status ${answer.status()}`);
    if ((await page.evaluate(() => document.styleSheets.length)) !== 1) faults.push(`${name}: not one style sheet`);
    if ((await page.evaluate(() => document.scripts.length)) !== 1) faults.push(`${name}: not one script`);
  }
  console.log(`${Object.keys(pages).length} pages without a network`);
} finally {
  await browser.close();
  server.stop();
}
for (const f of faults) console.error(f);
process.exitCode = faults.length > 0 ? 1 : 0;
