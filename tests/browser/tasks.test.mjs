// What analysts do: by mouse, by keyboard alone, and without a script.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { startBrowser, startServer } from "./server.mjs";

let server, browser, context, page;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  server?.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ reducedMotion: "reduce" });
  page = await context.newPage();
});
afterEach(() => context.close());

const query = () => new URL(page.url()).searchParams;

test("a dispute leads to its sentences", async () => {
  await page.goto(server.base + "/");
  await page.getByRole("link", { name: /contested$/ }).first().click();
  await page.locator(".event.contested h4 a").first().click();
  const sides = page.locator(".disputebox .sides li");
  assert.ok((await sides.count()) >= 2);
  await sides.nth(1).getByRole("link").first().click();
  const id = new URL(page.url()).hash.slice(1);
  const words = await page.locator(`#${id} mark`).innerText();
  assert.match(words, /killed/);
  await page.locator(`#${id} footer a`).click();
  assert.match(page.url(), /\/reports\/r_.*#c_/);
  assert.ok((await page.locator(".reporttext a.claim").count()) > 0);
});

test("the day can be scrubbed", async () => {
  await page.goto(server.base + "/state");
  const before = await page.locator("main").innerText();
  await page.getByLabel("Day of the record").focus();
  await page.keyboard.press("Home");
  await page.waitForURL(/as-of=2023-07-27/);
  assert.notEqual(await page.locator("main").innerText(), before);
  await page.getByRole("link", { name: "Next day with reports" }).click();
  assert.equal(query().get("as-of"), "2023-07-28");
  await page.getByRole("link", { name: "Timeline" }).click();
  assert.equal(query().get("as-of"), "2023-07-28", "the day goes along");
  await page.getByRole("link", { name: "Latest" }).click();
  assert.equal(query().get("as-of"), null);
});

test("the state can be scrubbed by key, from change to change", async () => {
  await page.goto(server.base + "/state");
  const slider = page.getByLabel("Day of the state");
  await slider.focus();
  await page.keyboard.press("Home");
  await page.waitForURL(/[?&]on=2023-07-26/);
  assert.ok((await page.locator("svg.system .fact").count()) > 0, "the drawing shows that day");
  assert.ok(await slider.evaluate((e) => e === document.activeElement), "the slider keeps the focus");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL((url) => url.searchParams.get("on") > "2023-07-26");
  const fact = page.locator("svg.system a").filter({ has: page.locator(".fact") }).first();
  const id = (await fact.getAttribute("href")).slice(1);
  assert.equal(await page.locator(`tr[id="${id}"]`).count(), 1, "what is drawn stands in a table too");
});

test("the timeline can be narrowed to an actor", async () => {
  await page.goto(server.base + "/timeline");
  const all = await page.locator(".event").count();
  await page.getByText("Filter", { exact: true }).click();
  await page.getByRole("combobox", { name: "Actor" }).fill("ECOWAS");
  await page.getByRole("button", { name: "Apply" }).click();
  const some = await page.locator(".event").count();
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  await page.getByRole("link", { name: "Map" }).click();
  assert.equal(query().get("actor"), "ECOWAS", "the filter goes along");
  await page.getByRole("link", { name: /Remove the filter/ }).click();
  assert.equal(query().get("actor"), null);
});

test("all by keyboard alone", async () => {
  await page.goto(server.base + "/timeline");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the page");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  const focused = await page.evaluate(() => document.activeElement.href);
  assert.equal(focused, await page.locator(".event h4 a").first().evaluate((a) => a.href));
  await page.keyboard.press("w");
  await page.waitForURL(/\/events\/.*#how/);
  assert.ok(await page.locator("#how details").first().evaluate((d) => d.open));
  await page.keyboard.press("[");
  await page.waitForURL(/as-of=/);
  const day = query().get("as-of");
  await page.keyboard.press("]");
  await page.waitForFunction((d) => !location.search.includes(d), day);
  await page.keyboard.press("?");
  assert.ok(await page.getByRole("dialog").isVisible());
  await page.keyboard.press("Escape");
  assert.ok(!(await page.getByRole("dialog").isVisible()));
  await page.goto(server.base + "/");
  await page.keyboard.press("/");
  await page.keyboard.type("ambush soldiers");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search/);
  assert.ok((await page.locator("main mark").count()) > 0);
});

test("the map zooms by button and key", async () => {
  await page.goto(server.base + "/map");
  const box = () => page.locator(".mapbox svg").getAttribute("viewBox");
  const whole = await box();
  await page.getByRole("button", { name: "Zoom in" }).click();
  const near = await box();
  assert.notEqual(near, whole);
  await page.locator(".mapbox").focus();
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await box(), near);
  await page.keyboard.press("0");
  assert.equal(await box(), whole);
});

test("everything can be read without a script", async () => {
  await context.close();
  context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
  await page.goto(server.base + "/");
  for (const name of ["Timeline", "Map", "State", "Figures", "Expected", "Actors", "Sources", "Changes"]) {
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true }).click();
    assert.ok((await page.locator("main h1").innerText()).length > 0, name);
    assert.ok((await page.locator("main a").count()) > 0, name);
  }
  await page.getByLabel("As known on").fill("2023-08-04");
  await page.getByRole("button", { name: "Go" }).click();
  assert.equal(query().get("as-of"), "2023-08-04");
  await page.getByLabel("Search reports, events and actors").fill("Bazoum");
  await page.getByRole("button", { name: "Search" }).first().click();
  assert.equal(query().get("as-of"), "2023-08-04", "the day goes along");
  assert.ok((await page.locator("main mark").count()) > 0);
});
