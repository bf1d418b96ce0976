/** The article's own text, with everything that the graph knows about it. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, Server } from "./server";

let browser: Browser;
let server: Server;
const calls = 130;
beforeAll(async () => {
  const day = (i: number) => new Date(Date.UTC(2024, 0, 2 + i));
  const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const text = Array.from({ length: calls }, (_, i) => `President Ida Quill called Prime Minister Tom Marsh on ${words.format(day(i))}.`).join("\n\n");
  const file = join(mkdtempSync(join(tmpdir(), "dateline-reader-")), "long.jsonl");
  const other = { id: "other", title: "Quill again", publisher: "Post", published: "2024-12-02", text: "President Ida Quill called Prime Minister Tom Marsh on Sunday." };
  writeFileSync(file, [{ id: "long", title: "A year of calls", publisher: "Post", published: "2024-12-01", text }, other].map((a) => JSON.stringify(a)).join("\n"));
  [browser, server] = await Promise.all([launch(), Server.start(file)]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

it("marks all mentions and reports of an article, however many", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}/?during=2024-05-09`);
  await page.locator("#events button").first().click();
  await page.getByRole("button", { name: "Read in article" }).first().click();
  const article = page.getByRole("article", { name: "Article" });
  await article.getByText(`of ${calls}`).waitFor();
  expect(await article.locator("button.note").count()).toBe(calls);
  expect(await article.getByRole("link", { name: /Ida Quill/u }).count()).toBe(calls);
  expect(await article.getByRole("link", { name: /Tom Marsh/u }).count()).toBe(calls);
  await page.close();
});
