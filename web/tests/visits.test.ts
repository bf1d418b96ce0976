/** What else a journalist would try, beyond the journeys that have a number of acts. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { launch, samples, Server } from "./server";

let browser: Browser;
let server: Server;
let context: BrowserContext;
let page: Page;
const wrong: string[] = [];
beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), Server.start(samples)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 820 }, permissions: ["clipboard-read", "clipboard-write"] });
  page = await context.newPage();
  wrong.length = 0;
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(server.url);
  await page.locator("#events button").first().waitFor();
});
afterEach(async () => {
  expect(wrong).toEqual([]);
  await context.close();
});
const asks = async (text: string) => {
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
};

it.each([
  ["who did Solheim meet in 2024", "5 contacts"],
  ["when did Solheim last call Jonsson?", "3 contacts"],
  ["denied meetings of Solheim", "1 contact"],
  ["calls between Solheim and Jonsson since 2023", "1 contact"],
])("understands “%s”", async (text, count) => {
  await asks(text);
  await page.getByText(count, { exact: true }).waitFor();
});

it("looks for a word in quotes where nobody bears it as a name", async () => {
  await asks("herring");
  await page.getByRole("button", { name: "“herring” in quotes and summaries: 4 contacts" }).click();
  await page.getByText("4 contacts", { exact: true }).waitFor();
});

it("offers both names where both are slips", async () => {
  await asks("Solhiem with Jonson");
  await page.getByRole("button", { name: "Ingrid Solheim", exact: true }).click();
  await page.getByRole("button", { name: "Einar Jonsson", exact: true }).click();
  await page.getByText("8 contacts", { exact: true }).waitFor();
});

it("compares two at the same scale", async () => {
  await asks("Solheim vs Friis");
  await page.getByText("against").waitFor();
  await page.getByLabel(/^Timeline: \d+ events in 2 lanes/u).waitFor();
});

it("opens an event without a time from its tray, with the words for that", async () => {
  await page.getByRole("group", { name: "Time unknown" }).getByRole("button").first().click();
  await page.getByRole("complementary", { name: "Evidence" }).getByText("time unknown").first().waitFor();
});

it("goes back from the article to the event to the list, and forward again", async () => {
  const evidence = page.getByRole("complementary", { name: "Evidence" });
  const article = page.getByRole("article", { name: "Article" });
  await page.locator("#events button").nth(2).click();
  await page.getByRole("button", { name: "Read in article" }).first().click();
  await article.waitFor();
  await page.goBack();
  await article.waitFor({ state: "detached" });
  await evidence.waitFor();
  await page.goBack();
  await evidence.waitFor({ state: "detached" });
  await page.goForward();
  await evidence.waitFor();
});

it("prints every event, not only those in sight", async () => {
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => page.locator(".printed li").count()).toBe(17);
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => page.locator(".printed li").count()).toBe(0);
});

it("shows a view in a frame, with a way to the whole page", async () => {
  await page.goto(`${server.url}/embed?who=Solheim`);
  await page.getByText("Contacts: Solheim").waitFor();
  expect(await page.getByRole("link", { name: "Open in Dateline" }).getAttribute("href")).toContain("who=Solheim");
});

it("gives the same view to who opens the link, with window and graph", async () => {
  await page.goto(`${server.url}/?who=Solheim&window=2024-03-01/2024-05-01&view=graph`);
  await page.getByRole("list", { name: "Parties" }).getByRole("button").first().waitFor();
  await page.getByRole("button", { name: "Share" }).click();
  const asked = (url: string) => Object.fromEntries(new URL(url).searchParams);
  expect(asked(await page.evaluate(() => navigator.clipboard.readText()))).toEqual({ who: "Solheim", window: "2024-03-01/2024-05-01", view: "graph" });
});

it("is heard in the order of what matters: question, counts, view, events", async () => {
  const order = await page.evaluate(() => ["[role=search]", ".counts", "[aria-label=View]", "main", "#events"].map((at) => document.querySelector(at)).every((one, i, all) => !i || Boolean(one && (all[i - 1]?.compareDocumentPosition(one) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING)));
  expect(order).toBe(true);
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Skip to the content" }).press("Enter");
  for (let i = 0; i < 30 && !(await page.evaluate(() => document.activeElement?.closest("#events"))); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "Evidence" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest("#events")))).toBe(true);
});
