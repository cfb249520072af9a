// Starts the real server on a record of the example reports, and a browser.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const reports = ["examples/niger-2023", "testdata/stories/war/1-great-lakes-dispatch.txt", "testdata/stories/war/2-kivu-morning.txt", "tests/browser/reports"];

/** Reads the reports, serves them, and returns the address and a way to stop. GRIOT names a built program; else it is built. */
export async function startServer() {
  const dir = mkdtempSync(join(tmpdir(), "griot-browser-"));
  const program = process.env.GRIOT ?? join(dir, "griot");
  if (!process.env.GRIOT) execFileSync("go", ["build", "-o", program, "./cmd/griot"], { cwd: root, stdio: "inherit" });
  const record = join(dir, "record.db");
  execFileSync(program, ["read", "--quiet", "--record", record, ...reports], { cwd: root, stdio: "ignore" });
  const server = spawn(program, ["serve", "--record", record, "--addr", "127.0.0.1:0"], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const base = await new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (b) => {
      said += b;
      const at = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (at) resolve(at[0]);
    });
    server.on("exit", (code) => reject(new Error(`griot serve ended with ${code}: ${said}`)));
  });
  for (let tries = 0; (await fetch(base + "/timeline")).status === 503 && tries < 60; tries++) await new Promise((r) => setTimeout(r, 1000));
  const stop = () => {
    server.removeAllListeners("exit");
    server.kill();
    rmSync(dir, { recursive: true, force: true });
  };
  return { base, stop, program, record, dir };
}

/** Debian's chromium, without what it would ask of the network by itself. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Every kind of page, empty and wrong ones too, by name. */
export async function pagesOf(base, browser) {
  const page = await browser.newPage();
  const first = async (path, selector) => {
    await page.goto(base + path);
    return page.locator(selector).first().getAttribute("href");
  };
  const pages = {
    today: "/", timeline: "/timeline", map: "/map", world: "/map?view=world", state: "/state", figures: "/figures", expectations: "/expectations",
    actors: "/actors", sources: "/sources", search: "/search?q=soldiers", nothing: "/search?q=xyzzy", diff: "/diff?day1=2023-07-28&day2=2023-08-04",
    event: await first("/timeline?only=contested", ".event h4 a"), actor: await first("/actors", "tbody th a"), report: await first("/sources", "td a"),
    empty: "/timeline?actor=nobody", error: "/events/e_0", past: "/?as-of=2023-07-28",
  };
  await page.close();
  return pages;
}
