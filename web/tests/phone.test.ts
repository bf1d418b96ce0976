/** The timeline of a phone: time runs down, and fingers move it. */
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { launch, samples, Server } from "./server";

let browser: Browser;
let server: Server;
let context: BrowserContext;
let page: Page;
let fingers: CDPSession;
beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), Server.start(samples)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });
  page = await context.newPage();
  fingers = await context.newCDPSession(page);
  await page.goto(`${server.url}/?during=2024`);
  await page.locator("#events button").first().waitFor();
});
afterEach(() => context.close());

const stage = () => page.getByRole("group", { name: "Lanes of the timeline" });
const shownDays = () => {
  const [from = "", to = ""] = (new URL(page.url()).searchParams.get("window") ?? "").split("/");
  return { from: Date.parse(from), to: Date.parse(to) };
};
/** Returns the days that are shown once the address no longer changes. */
async function settled(): Promise<{ from: number; to: number }> {
  let last: string;
  do {
    last = page.url();
    await page.waitForTimeout(400);
  } while (last !== page.url());
  return shownDays();
}
/** Moves fingers from some heights of the stage to others. */
async function move(from: number[], to: number[]): Promise<void> {
  const box = await stage().boundingBox();
  const points = (heights: number[]) => heights.map((height, id) => ({ x: (box?.x ?? 0) + 150 + 4 * id, y: (box?.y ?? 0) + height, id }));
  await fingers.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(from) });
  for (let step = 1; step <= 6; step++) await fingers.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(from.map((y, i) => y + ((to[i] ?? y) - y) * (step / 6))) });
  await fingers.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect.poll(() => page.url()).toContain("window=");
}

it("opens an event whose words are tapped, as a sheet", async () => {
  const box = await stage().boundingBox();
  await page.touchscreen.tap((box?.x ?? 0) + 200, (box?.y ?? 0) + 60);
  await page.getByRole("complementary", { name: "Evidence" }).waitFor();
  expect(page.url()).toContain("event=");
});

it("moves time with one finger: down leads to later days, since the newest stand at the top", async () => {
  await move([60], [140]);
  const once = await settled();
  await move([60], [140]);
  const twice = await settled();
  expect(twice.from).toBeGreaterThan(once.from);
  expect(twice.to - twice.from).toBeCloseTo(once.to - once.from, -9);
});

it("zooms with two", async () => {
  await move([100, 140], [40, 200]);
  const near = await settled();
  await move([40, 200], [90, 150]);
  const far = await settled();
  expect(far.to - far.from).toBeGreaterThan((near.to - near.from) * 1.5);
});

it("makes pictures with lanes, as on a wide screen", async () => {
  await page.getByRole("button", { name: "Take away" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "SVG" }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.svg$/u);
  const stream = await download.createReadStream();
  let svg = "";
  for await (const part of stream) svg += String(part);
  expect(svg).toMatch(/^<svg[^>]* width="1000"/u);
});
