// Draws the same events with the page's own code, vis-timeline and TimelineJS in one
// Chromium with software rendering, and prints the time of the first draw and the frames a
// second while panning and zooming. A contender that takes over a minute has failed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const web = createRequire(new URL("../../web/package.json", import.meta.url));
const { chromium } = web("playwright-core");
const { build } = await import(web.resolve("vite").replace(/index\.cjs$/u, "dist/node/index.js"));

const built = await build({ root: here("."), logLevel: "error", build: { write: false, minify: true, lib: { entry: here("ours.ts"), formats: ["iife"], name: "ours" } } });
const ours = [built].flat()[0].output[0].code;
const vis = readFileSync(here("node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"), "utf8");
const visStyle = readFileSync(here("node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css"), "utf8");
const knight = readFileSync(here("node_modules/@knight-lab/timelinejs/dist/js/timeline.js"), "utf8");
const tokens = readFileSync(here("../../web/src/style.css"), "utf8");

const contenders = {
  "Dateline's canvas": async (page, count) => {
    await page.addStyleTag({ content: tokens });
    await page.addScriptTag({ content: `${make}${ours};window.ours=ours` });
    return page.evaluate(async (n) => {
      const events = ours.answer(make(n));
      const canvas = Object.assign(document.createElement("canvas"), { width: 1280, height: 600 });
      document.body.replaceChildren(canvas);
      const start = performance.now();
      const move = ours.draw(events, canvas);
      await frame();
      const first = performance.now() - start;
      return { first, fps: await fps(move) };
    }, count);
  },
  "vis-timeline": async (page, count) => {
    await page.addStyleTag({ content: visStyle });
    await page.addScriptTag({ content: `${make}${vis}` });
    return page.evaluate(async (n) => {
      const events = make(n);
      const host = document.createElement("div");
      document.body.replaceChildren(host);
      const items = events.map((e) => ({ id: e.id, group: e.lane, content: e.text, start: e.start, ...(e.end > e.start ? { end: e.end } : {}) }));
      const groups = [...new Set(events.map((e) => e.lane))].map((id) => ({ id, content: `Party ${id}` }));
      const start = performance.now();
      const timeline = new vis.Timeline(host, items, groups, { height: 600, stack: false });
      await new Promise((done) => (timeline.on("changed", done), setTimeout(done, 55_000)));
      await frame();
      const first = performance.now() - start;
      const all = timeline.getWindow();
      const [from, to] = [all.start.getTime(), all.end.getTime()];
      const move = (step) => {
        const span = (to - from) * (0.03 + 0.97 * Math.abs(Math.cos(step / 40)));
        const at = from + (to - from - span) * (0.5 + 0.5 * Math.sin(step / 25));
        timeline.setWindow(at, at + span, { animation: false });
      };
      return { first, fps: await fps(move) };
    }, count);
  },
  TimelineJS: async (page, count) => {
    await page.addScriptTag({ content: `${make}${knight}` });
    return page.evaluate(async (n) => {
      const day = (text) => ({ year: +text.slice(0, 4), month: +text.slice(5, 7), day: +text.slice(8, 10) });
      const events = make(n).map((e) => ({ start_date: day(e.start), end_date: day(e.end), text: { headline: e.text }, unique_id: e.id, group: `Party ${e.lane}` }));
      const host = document.createElement("div");
      host.id = "host";
      host.style.height = "600px";
      document.body.replaceChildren(host);
      const start = performance.now();
      const timeline = new TL.Timeline("host", { events }, { hash_bookmark: false, font: null });
      await new Promise((done) => (timeline.on("loaded", done), setTimeout(done, 55_000)));
      await frame();
      const first = performance.now() - start;
      let at = 0;
      return { first, fps: await fps(() => timeline.goTo(at++ % n)) };
    }, count);
  },
};

const make = `
function make(n) {
  let seed = 7;
  const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
  const iso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
  return Array.from({ length: n }, (_, i) => {
    const day = Math.floor(10957 + random() * 9400);
    const long = random() < 0.25 ? Math.floor(random() * 60) : 0;
    return { id: "e" + i, start: iso(day), end: iso(day + long), lane: 1 + Math.floor(random() ** 3 * 40), text: "Call " + i };
  });
}
const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
async function fps(move) {
  const start = performance.now();
  let frames = 0;
  while (performance.now() - start < 3000) { move(frames++); await new Promise(requestAnimationFrame); }
  return (frames * 1000) / (performance.now() - start);
}
`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
console.log("| events | drawn by | first draw | frames a second |\n|---|---|---|---|");
for (const count of (process.argv[2] ?? "500,5000,50000,200000").split(",").map(Number)) {
  for (const [name, run] of Object.entries(contenders).filter(([name]) => name.includes(process.argv[3] ?? ""))) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 640 } });
    await page.goto("about:blank");
    let line;
    try {
      const late = new Promise((_, failed) => setTimeout(() => failed(new Error("late")), 60_000));
      const { first, fps } = await Promise.race([run(page, count), late]);
      line = `${first < 1000 ? `${first.toFixed(0)} ms` : `${(first / 1000).toFixed(1)} s`} | ${fps.toFixed(fps < 10 ? 1 : 0)}`;
    } catch (cause) {
      line = `${cause.message === "late" ? "over a minute" : `fails: ${cause.message.split("\n")[0].slice(0, 60)}`} |`;
      if (process.env.DEBUG) console.error(cause);
    }
    console.log(`| ${count.toLocaleString("en")} | ${name} | ${line} |`);
    // A page that hangs would hold the browser up.
    void page.close().catch(() => {});
  }
}
setTimeout(() => process.exit(0), 500);
void browser.close();
