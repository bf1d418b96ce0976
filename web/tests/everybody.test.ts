/** What holds for every view: accessibility in both themes, one origin, and hostile texts. */
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, samples, Server } from "./server";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await launch();
  server = await Server.start(samples);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface Look {
  dark?: boolean;
  width?: number;
  forced?: boolean;
  contrast?: boolean;
}

/** Opens a page that writes down what goes wrong or elsewhere. */
async function visit(url: string, options: Look = {}): Promise<{ page: Page; wrong: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: options.width ?? 1280, height: 820 }, colorScheme: options.dark ? "dark" : "light", reducedMotion: "reduce", forcedColors: options.forced ? "active" : "none", contrast: options.contrast ? "more" : "no-preference", permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("dialog", (dialog) => (wrong.push(`dialog: ${dialog.message()}`), void dialog.dismiss()));
  page.on("request", (request) => !request.url().startsWith(new URL(url).origin) && !/^(?:blob|data):/u.test(request.url()) && wrong.push(`request to ${request.url()}`));
  await page.goto(url);
  return { page, wrong, close: () => context.close() };
}

const views: { name: string; search: string; ready: (page: Page) => Promise<unknown> }[] = [
  { name: "the start", search: "", ready: (page) => page.getByText("17 contacts").waitFor() },
  { name: "an event", search: "?who=Solheim&with=Jonsson", ready: async (page) => (await page.locator("#events button").nth(2).click(), page.getByRole("heading", { name: /^\d+ reports?$/u }).waitFor()) },
  { name: "the filters", search: "", ready: async (page) => (await page.getByRole("button", { name: "Filter" }).click(), page.getByRole("region", { name: "Filters" }).getByText("Means").waitFor()) },
  { name: "taking away", search: "", ready: async (page) => (await page.getByRole("button", { name: "Take away" }).click(), page.getByText("GEXF for Gephi").waitFor()) },
  { name: "adding articles", search: "", ready: async (page) => (await page.getByRole("button", { name: "Add articles" }).click(), page.getByLabel("Files").waitFor()) },
  { name: "correcting", search: "?who=Solheim&with=Jonsson", ready: async (page) => (await page.locator("#events button").nth(2).click(), await page.getByRole("button", { name: "Correct" }).first().click(), page.getByRole("group", { name: "Parties" }).waitFor()) },
  { name: "the keys", search: "", ready: async (page) => (await page.getByRole("button", { name: "Keys" }).click(), page.getByRole("dialog").waitFor()) },
  { name: "the marks", search: "", ready: (page) => page.getByRole("button", { name: "Marks" }).click() },
  { name: "the graph", search: "?view=graph", ready: async (page) => (await page.getByRole("list", { name: "Parties" }).getByRole("button").first().click(), page.getByRole("button", { name: "Expand" }).waitFor()) },
  { name: "the list", search: "?view=list", ready: (page) => page.locator("#events button").first().waitFor() },
  { name: "a chain", search: "?view=graph&path=Haugen,J%25C3%25B3nsson", ready: (page) => page.getByText(/^Connected in \d steps$/u).waitFor() },
  { name: "the query", search: "?view=query", ready: async (page) => (await page.locator(".cm-content").waitFor(), await page.getByRole("button", { name: "Run" }).click(), page.getByText('"totalCount"').waitFor()) },
  { name: "an article", search: "?who=Haugen", ready: async (page) => (await page.locator("#events button").first().click(), await page.getByRole("button", { name: "Read in article" }).first().click(), page.locator("mark.at").first().waitFor()) },
  { name: "comparing", search: "?who=Solheim&compare=Friis", ready: (page) => page.locator("#events button").first().waitFor() },
  { name: "the review", search: "?view=review", ready: (page) => page.getByRole("region", { name: "Review" }).getByRole("heading").first().waitFor() },
  { name: "nothing found", search: "?who=Solheim&during=1990", ready: (page) => page.getByText("No contact matches").waitFor() },
  { name: "an error", search: "?during=nonsense", ready: (page) => page.getByRole("alert").waitFor() },
];

for (const { name, ...look } of [{ name: "in the light" }, { name: "in the dark", dark: true }, { name: "on a phone of 320 px", width: 320 }, { name: "in forced colours", forced: true }, { name: "with more contrast, in the dark", contrast: true, dark: true }]) {
  describe(name, () => {
    for (const view of views) {
      it(`${view.name}: axe finds nothing, and no request leaves the origin`, async () => {
        const { page, wrong, close } = await visit(server.url + "/" + view.search, look);
        await view.ready(page);
        await page.waitForTimeout(150);
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => ((await (window as unknown as { axe: { run: (what: unknown, how: unknown) => Promise<{ violations: Violation[] }> } }).axe.run(document, { resultTypes: ["violations"] })).violations));
        expect(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 160)} ${n.failureSummary?.slice(0, 260) ?? ""}`).join(" | ")}`)).toEqual([]);
        expect(wrong.filter((w) => view.name !== "an error" || !w.includes("Failed to load resource"))).toEqual([]);
        await close();
      });
    }
  });
}

describe("hostile texts", () => {
  let hostile: Server;
  const rtl = "\u202e";
  beforeAll(async () => {
    const file = join(mkdtempSync(join(tmpdir(), "dateline-hostile-")), "hostile.jsonl");
    const script = `<script>alert("1")</script><img src=x onerror=alert(2)>`;
    const said = `Prime Minister Ana Lim met President Bo Okoro in Oslo on 3 May 2024, said ${script}${rtl}evil. `;
    writeFileSync(
      file,
      [
        { id: "1", title: `${script}${rtl}reversed "title"`, publisher: `</title>${script}${"P".repeat(5000)}`, published: "2024-05-04", url: "javascript:alert(3)", text: said + "x".repeat(100_000) },
        { id: "2", title: "شركة النيل", publisher: "صحيفة", published: "2024-05-05", text: "Prime Minister Ana Lim called President Bo Okoro on 4 May 2024. وقال إنه اجتمع معه" },
        { id: "3", text: "Ana Lim called Bo Okoro on 6 May 2024." },
      ].map((article) => JSON.stringify(article)).join("\n"),
    );
    hostile = await Server.start(file);
  });
  afterAll(() => hostile.stop());

  it("harm nothing in any view", async () => {
    const { page, wrong, close } = await visit(hostile.url);
    const rows = page.locator("#events button");
    await rows.first().waitFor();
    for (let i = 0; i < (await rows.count()); i++) {
      await rows.nth(i).click();
      const read = page.getByRole("button", { name: "Read in article" }).first();
      await read.click();
      await page.locator(".at").first().waitFor();
      await page.getByRole("button", { name: "Back to the events" }).click();
    }
    for (const view of ["Graph", "List", "Query", "Timeline"]) await page.getByRole("button", { name: view, exact: true }).click();
    await page.goto(`${hostile.url}/?who=${encodeURIComponent(`<img src=x onerror=alert(4)>${rtl}`)}&text=${"a".repeat(3000)}&event=%22%3E%3Cscript%3E&article=&gql=%3Cscript%3E`);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => document.querySelectorAll("main script, main img, aside script, aside img").length)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    // The server refuses such an ID or text, and the browser writes that down; nothing else may go wrong.
    expect(wrong.filter((w) => !w.includes("Failed to load resource"))).toEqual([]);
    await close();
  });

  it("make an SVG that is well formed", async () => {
    const { page, wrong, close } = await visit(hostile.url);
    await page.locator("#events button").first().waitFor();
    await page.getByRole("button", { name: "Take away" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "SVG" }).click()]);
    const svg = readFileSync(await download.path(), "utf8");
    const problem = await page.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror, script")?.textContent ?? "", svg);
    expect(problem).toBe("");
    expect(svg).toContain("Ana Lim");
    expect(wrong).toEqual([]);
    await close();
  });
});

describe("in forced colours", () => {
  it.each([["light", false], ["dark", true]] as const)("names on the timeline differ from what is behind them, %s", async (_, dark) => {
    const { page, close } = await visit(server.url, { forced: true, dark });
    await page.locator("#events button").first().waitFor();
    await page.waitForTimeout(150);
    const shades = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".stage canvas");
      const data = canvas?.getContext("2d")?.getImageData(8, 0, 180, canvas.height).data ?? [];
      const counts = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const key = `${data[i]},${data[i + 1]},${data[i + 2]}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return [...counts.values()].sort((a, b) => b - a);
    });
    // One colour for the paper, and enough of others for letters.
    expect(shades.length).toBeGreaterThan(5);
    await close();
  });
});

describe("on a phone of 320 px", () => {
  it.each(views.filter((v) => !["the marks"].includes(v.name)))("$name does not scroll sideways", async (view) => {
    const { page, close } = await visit(server.url + "/" + view.search, { width: 320 });
    await view.ready(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  });
});
