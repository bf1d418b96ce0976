// Opens the TimelineJS exports with TimelineJS's own TimelineConfig, in a DOM, since it
// sanitizes texts as a browser does.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { JSDOM } from "jsdom";

const folder = process.argv[2];
const { window } = new JSDOM("<!doctype html>", { url: "http://localhost/" });
for (const name of ["window", ...Object.getOwnPropertyNames(window)]) {
  if (!(name in globalThis)) globalThis[name] = window[name];
}

const bundle = join(import.meta.dirname, "timeline-config.mjs");
await build({
  stdin: { contents: 'export { TimelineConfig } from "@knight-lab/timelinejs/src/js/core/TimelineConfig.js"', resolveDir: import.meta.dirname },
  bundle: true, format: "esm", outfile: bundle, logLevel: "silent",
});
const { TimelineConfig } = await import(bundle);

const fail = (message) => { console.error(message); process.exit(1); };
const statuses = new Set();
for (const kind of ["events", "articles"]) {
  const text = readFileSync(join(folder, kind + ".timelinejs"), "utf8");
  const count = JSON.parse(text).events.length;
  const config = new TimelineConfig(JSON.parse(text));
  config.validate();
  if (!config.isValid()) fail(kind + ": " + config.getErrors("; "));
  if (config.events.length !== count || count === 0) fail(`${kind}: ${config.events.length} of ${count} events`);
  for (const event of [...config.events, config.title]) {
    if (/<script|javascript:[^<]*["']/i.test(event.text.text)) fail("a script: " + event.text.text);
  }
  for (const event of config.events) {
    if (!event.text.text.includes("<blockquote>")) fail("no quote: " + event.text.text);
    if (!event.text.text.includes("https://news.example/")) fail("no URL: " + event.text.text);
    statuses.add(event.text.headline.split(":")[0]);
  }
  console.log(`timelinejs: ${count} ${kind}`);
}
for (const status of ["Denied", "Planned", "Requested", "Hypothetical", "Disputed"]) {
  if (!statuses.has(status)) fail("no headline tells " + status);
}
