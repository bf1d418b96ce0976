/** Adding and correcting, on a store that each journey may change. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launch, samples, Server } from "./server";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each([1280, 320])("at %i px", (width) => {
  let server: Server;
  let context: BrowserContext;
  let page: Page;
  const wrong: string[] = [];
  const start = async (...sources: string[]) => {
    server = await Server.start(...sources);
    await page.goto(server.url);
  };
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width, height: 800 } });
    page = await context.newPage();
    wrong.length = 0;
    page.on("pageerror", (error) => wrong.push(error.message));
  });
  afterEach(async () => {
    expect(wrong).toEqual([]);
    await context.close();
    await server.stop();
  });

  it("loads pasted articles into an empty store, and shows their contacts", async () => {
    await start();
    await page.getByText("Nothing is loaded yet").waitFor();
    await page.getByRole("button", { name: "Add articles" }).last().click();
    await page.getByLabel("Or paste a text").fill("Quill and Marsh speak\n\nThe Harbour Post, 3 March 2026\n\nPresident Ida Quill phoned Prime Minister Tom Marsh on Monday to discuss fishing rights.");
    await page.getByRole("button", { name: "Add", exact: true }).last().click();
    await page.getByText("1 of 1 article").waitFor();
    await page.getByRole("button", { name: "Close" }).last().click();
    await page.locator("#events button").first().waitFor();
    expect(await page.locator("#events").innerText()).toContain("Ida Quill");
  });

  it("corrects the parties of a report, and takes that back", async () => {
    await start(samples);
    await page.goto(`${server.url}/?who=Solheim&with=Jonsson`);
    await page.locator("#events button").first().click();
    await page.getByRole("button", { name: "Correct" }).first().click();
    const parties = page.getByRole("group", { name: "Parties" });
    await parties.getByLabel("Another party").fill("Haugen");
    await parties.getByRole("button", { name: /Haugen/u }).first().click();
    await parties.getByRole("button", { name: "Add" }).click();
    await parties.getByLabel(/^Role of .*Haugen/u).selectOption("MEDIATOR");
    await page.getByLabel("Reason").fill("The article names her two lines above.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved. This changed:").or(page.getByText("Saved. Review has it")).first().waitFor();
    await page.getByRole("complementary").getByRole("button", { name: /Haugen/u }).first().waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").waitFor();
    await expect.poll(() => page.locator("aside .parties").innerText()).not.toContain("Haugen");
  });

  it("settles what is in doubt, with a preview, and shows the decision", async () => {
    await start(samples);
    await page.goto(`${server.url}/?view=review`);
    await page.getByRole("button", { name: /^Near misses/u }).click();
    const card = page.getByRole("article").first();
    await card.getByRole("button", { name: "Look at it" }).click();
    await card.getByText("for", { exact: true }).first().waitFor();
    await card.getByRole("button", { name: "They are one" }).click();
    await card.getByLabel("Reason").fill("Both tell of the envoy's talks in Reykjavik.");
    await card.getByRole("button", { name: "Preview" }).click();
    await card.getByText("This would change:").waitFor();
    await card.getByRole("button", { name: "Save" }).click();
    await page.getByText("1 decision").waitFor();
    await page.getByText("Nothing to review").or(page.getByText(/^\d reviews?$/u)).first().waitFor();
    expect(await page.getByText("the envoy's talks in Reykjavik").count()).toBeGreaterThan(0);
  });

  it("puts a question aside, and takes it up again", async () => {
    await start(samples);
    await page.goto(`${server.url}/?view=review`);
    await page.getByRole("button", { name: "Put aside" }).first().waitFor();
    const before = await page.getByRole("article").count();
    await page.getByRole("button", { name: "Put aside" }).first().click();
    await expect.poll(() => page.getByRole("article").count()).toBe(before - 1);
    await page.getByLabel("Also those put aside").check();
    await page.getByRole("button", { name: "Take up again" }).click();
    await page.getByLabel("Also those put aside").uncheck();
    await expect.poll(() => page.getByRole("article").count()).toBe(before);
  });

  it("tells why reports are one event, and what changed it", async () => {
    await start(samples);
    await page.goto(`${server.url}/?who=Solheim&with=Jonsson`);
    await page.locator("#events button").first().click();
    await page.getByText("Why these are one").click();
    await page.locator("aside .comparison").first().waitFor();
    await page.getByText("History").click();
    await page.locator("aside").getByText("reported by").first().waitFor();
  });
});
