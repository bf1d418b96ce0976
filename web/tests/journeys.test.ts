/**
 * The journeys that the page is made for, each with the number of acts that it may take
 * from the start page. A click, a text that is typed and sent, and a run of keys that
 * goes to one place are one act each.
 */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { haveOthers, launch, others, samples, Server } from "./server";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A person at the page, who counts what they do. */
class Visitor {
  acts = 0;
  constructor(
    readonly page: Page,
    readonly hands: "mouse" | "keys",
  ) {}
  async asks(text: string): Promise<void> {
    if (this.hands === "mouse") await this.page.getByRole("combobox", { name: "Who, with whom, when" }).click();
    else await this.page.keyboard.press("/");
    this.acts++;
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    this.acts++;
    await this.page.locator("#events[aria-busy=true]").waitFor({ state: "detached" });
  }
  /** Opens an event of the list by its number. */
  async opens(nth: number): Promise<void> {
    const row = this.page.locator("#events li button").nth(nth);
    await row.waitFor();
    if (this.hands === "mouse") await row.click();
    else {
      for (let i = 0; i <= nth; i++) await this.page.keyboard.press(".");
      await expect.poll(() => row.evaluate((e) => e === document.activeElement)).toBe(true);
      await this.page.keyboard.press("Enter");
    }
    this.acts++;
  }
  /** Presses a button by its name, or by the key that stands for it. */
  async presses(name: string | RegExp, key = ""): Promise<void> {
    const button = this.page.getByRole("button", { name }).first();
    await button.waitFor();
    if (this.hands === "mouse") await button.click();
    else if (key) await this.page.keyboard.press(key);
    else {
      await button.focus();
      await this.page.keyboard.press("Enter");
    }
    this.acts++;
  }
}

const ways = [
  { name: "by mouse", hands: "mouse", width: 1280 },
  { name: "by keyboard alone", hands: "keys", width: 1280 },
  { name: "on a phone of 320 px", hands: "mouse", width: 320 },
] as const;

for (const way of ways) {
  describe(way.name, () => {
    let context: BrowserContext;
    let page: Page;
    let visitor: Visitor;
    const strange: string[] = [];
    beforeEach(async () => {
      context = await browser.newContext({ viewport: { width: way.width, height: 800 }, permissions: ["clipboard-read", "clipboard-write"] });
      page = await context.newPage();
      visitor = new Visitor(page, way.hands);
      strange.length = 0;
      page.on("console", (message) => message.type() === "error" && strange.push(message.text()));
      page.on("pageerror", (error) => strange.push(error.message));
    });
    afterEach(async () => {
      expect(strange).toEqual([]);
      await context.close();
    });
    const evidence = () => page.getByRole("complementary");

    describe("on the samples", () => {
      let server: Server;
      beforeAll(async () => {
        server = await Server.start(samples);
      });
      afterAll(() => server.stop());
      beforeEach(async () => {
        await page.goto(server.url);
      });

      it("finds when Solheim and Jonsson last called, and who says so", async () => {
        await visitor.asks("Solheim with Jonsson");
        await page.getByText("8 contacts").waitFor();
        await visitor.opens(0);
        await evidence().getByText("on the word of").first().waitFor();
        expect(visitor.acts).toBeLessThanOrEqual(3);
      });

      it("finds what contradicts “first conversation since”", async () => {
        await visitor.asks("“first conversation since”");
        await visitor.opens(0);
        await evidence().getByText("another reports a contact in the summer of 2022").waitFor();
        expect(visitor.acts).toBeLessThanOrEqual(4);
      });

      it("finds for whom Haugen travelled, and reads it in the article", async () => {
        await visitor.asks("Haugen");
        await visitor.opens(0);
        await evidence().getByText("for Ingrid Solheim").first().waitFor();
        await visitor.presses("Read in article");
        await page.getByRole("article", { name: "Article" }).locator("mark.at").first().waitFor();
        expect(visitor.acts).toBeLessThanOrEqual(4);
      });

      it("takes everything between Norway and Iceland in March 2024 as a cited list", async () => {
        await visitor.asks("anybody of Norway with anybody of Iceland in March 2024");
        await page.getByText(/^\d+ contacts?$/u).waitFor();
        await visitor.presses("Take away");
        await visitor.presses("Markdown list with sources");
        await page.getByText("with sources.").waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toContain("- **20 March 2024**: Lars Haugen");
        expect(copied).toMatch(/\[\^[a-z0-9]+-1\]: “/u);
        expect(visitor.acts).toBeLessThanOrEqual(5);
      });

      it("finds how Haugen is connected with Jónsson", async () => {
        await visitor.asks("how is Haugen connected with Jónsson");
        await page.getByText(/^Connected in \d steps$/u).waitFor();
        await page.getByRole("button", { name: "Ingrid Solheim", exact: true }).waitFor();
        expect(visitor.acts).toBeLessThanOrEqual(4);
      });

      it("understands slips", async () => {
        await visitor.asks("Solhiem");
        await visitor.presses("Ingrid Solheim");
        await page.getByText(/^\d+ contacts$/u).waitFor();
      });

      it("comes back to what was there before", async () => {
        await visitor.asks("Brekke");
        await page.getByText("1 contact").waitFor();
        await visitor.opens(0);
        await evidence().waitFor();
        await page.goBack();
        await evidence().waitFor({ state: "detached" });
        await page.goBack();
        await page.getByText("17 contacts").waitFor();
      });

      it("shares what it shows", async () => {
        await visitor.asks("Brekke");
        await page.getByText("1 contact").waitFor();
        visitor.acts = 0;
        await visitor.presses("Share", "Shift+Y");
        const link = await page.evaluate(() => navigator.clipboard.readText());
        const other = await browser.newContext();
        const there = await other.newPage();
        await there.goto(link);
        await there.getByText("visit by Ola Brekke to Iceland").waitFor();
        await other.close();
        expect(visitor.acts).toBeLessThanOrEqual(2);
      });
    });

    describe.skipIf(!haveOthers)("on real articles", () => {
      let server: Server;
      beforeAll(async () => {
        server = await Server.start(others);
      });
      afterAll(() => server.stop());
      beforeEach(async () => {
        await page.goto(server.url);
      });

      it("finds when Macron and Putin last spoke, and who says so", async () => {
        await visitor.asks("Macron with Putin");
        await visitor.opens(0);
        await evidence().getByRole("heading", { name: "spoke by phone in July 2025" }).waitFor();
        await evidence().getByText("Macron last spoke with Putin in July").first().waitFor();
        expect(visitor.acts).toBeLessThanOrEqual(3);
      });

      it("finds what contradicts “first conversation since the invasion”", async () => {
        await visitor.asks("“first conversation”");
        await visitor.opens(0);
        await evidence().getByText("another reports a contact in September 2022").waitFor();
        expect(visitor.acts).toBeLessThanOrEqual(4);
      });

      it("finds for whom Bonne travelled, and reads it in the article", async () => {
        await visitor.asks("Bonne");
        await visitor.opens(0);
        await evidence().getByText("for Emmanuel Macron").first().waitFor();
        await visitor.presses("Read in article");
        await page.getByRole("article", { name: "Article" }).locator("mark.at").first().waitFor();
        expect(visitor.acts).toBeLessThanOrEqual(4);
      });

      it("takes everything between France and Russia in February 2026 as a cited list", async () => {
        await visitor.asks("anybody of France with anybody of Russia in February 2026");
        await page.getByText(/^\d+ contacts?$/u).waitFor();
        await visitor.presses("Take away");
        await visitor.presses("Markdown list with sources");
        await page.getByText("with sources.").waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Emmanuel Bonne (for Emmanuel Macron) visited Yury Ushakov");
        expect(visitor.acts).toBeLessThanOrEqual(5);
      });
    });
  });
}
