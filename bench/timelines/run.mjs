// Draws the same events with the page's own code, vis-timeline and TimelineJS in the same
// Chromium with software rendering, one after the other, and prints the time of the first draw and the frames a
// second while panning and zooming, both with what else the machine does, and the processor
// time of the first draw, which is the page's own. A contender that takes over a minute has failed.
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

// Each loads its scripts, makes what it draws from the events, draws it, and moves it.
const contenders = {
  "Dateline's canvas": {
    load: async (page) => (await page.addStyleTag({ content: tokens }), page.addScriptTag({ content: `${make}${ours};window.ours=ours` })),
    prepare: (n) => {
      window.events = ours.answer(make(n));
      window.canvas = Object.assign(document.createElement("canvas"), { width: 1280, height: 600 });
      document.body.replaceChildren(canvas);
    },
    first: async () => {
      window.move = ours.draw(events, canvas);
      await frame();
    },
  },
  "vis-timeline": {
    load: async (page) => (await page.addStyleTag({ content: visStyle }), page.addScriptTag({ content: `${make}${vis}` })),
    prepare: (n) => {
      const events = make(n);
      window.host = document.createElement("div");
      document.body.replaceChildren(host);
      window.items = events.map((e) => ({ id: e.id, group: e.lane, content: e.text, start: e.start, ...(e.end > e.start ? { end: e.end } : {}) }));
      window.groups = [...new Set(events.map((e) => e.lane))].map((id) => ({ id, content: `Party ${id}` }));
    },
    first: async () => {
      const timeline = new vis.Timeline(host, items, groups, { height: 600, stack: false });
      await new Promise((done) => (timeline.on("changed", done), setTimeout(done, 55_000)));
      await frame();
      const all = timeline.getWindow();
      const [from, to] = [all.start.getTime(), all.end.getTime()];
      window.move = (step) => {
        const span = (to - from) * (0.03 + 0.97 * Math.abs(Math.cos(step / 40)));
        const at = from + (to - from - span) * (0.5 + 0.5 * Math.sin(step / 25));
        timeline.setWindow(at, at + span, { animation: false });
      };
    },
  },
  TimelineJS: {
    load: (page) => page.addScriptTag({ content: `${make}${knight}` }),
    prepare: (n) => {
      const day = (text) => ({ year: +text.slice(0, 4), month: +text.slice(5, 7), day: +text.slice(8, 10) });
      window.events = make(n).map((e) => ({ start_date: day(e.start), end_date: day(e.end), text: { headline: e.text }, unique_id: e.id, group: `Party ${e.lane}` }));
      const host = Object.assign(document.createElement("div"), { id: "host" });
      host.style.height = "600px";
      document.body.replaceChildren(host);
    },
    first: async () => {
      const timeline = new TL.Timeline("host", { events }, { hash_bookmark: false, font: null });
      await new Promise((done) => (timeline.on("loaded", done), setTimeout(done, 55_000)));
      await frame();
      let at = 0;
      window.move = () => timeline.goTo(at++ % events.length);
    },
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
async function fps() {
  const start = performance.now();
  let frames = 0;
  while (performance.now() - start < 3000) { move(frames++); await new Promise(requestAnimationFrame); }
  return (frames * 1000) / (performance.now() - start);
}
`;

/** Draws once and moves; the processor time is that of the page's main thread. */
async function measure(page, { load, prepare, first }, count) {
  await load(page);
  await page.evaluate(prepare, count);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => 1000 * (await session.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value;
  const before = await busy();
  const time = await page.evaluate(`(async () => { const start = performance.now(); await (${first})(); return performance.now() - start; })()`);
  return { time, cpu: (await busy()) - before, fps: await page.evaluate("fps()") };
}
const inWords = (ms) => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`);

console.log("| events | drawn by | first draw | its CPU | frames a second |\n|---|---|---|---|---|");
for (const count of (process.argv[2] ?? "500,5000,50000,200000").split(",").map(Number)) {
  for (const [name, contender] of Object.entries(contenders).filter(([name]) => name.includes(process.argv[3] ?? ""))) {
    // Each has a browser of its own: a page that hangs would take the time of the next.
    const server = await chromium.launchServer({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage({ viewport: { width: 1280, height: 640 } });
    await page.goto("about:blank");
    let line;
    try {
      const late = new Promise((_, failed) => setTimeout(() => failed(new Error("late")), 60_000));
      const { time, cpu, fps } = await Promise.race([measure(page, contender, count), late]);
      line = `${inWords(time)} | ${inWords(cpu)} | ${fps.toFixed(fps < 10 ? 1 : 0)}`;
    } catch (cause) {
      line = `${cause.message === "late" ? "over a minute" : `fails: ${cause.message.split("\n")[0].slice(0, 60)}`} | |`;
      if (process.env.DEBUG) console.error(cause);
    }
    console.log(`| ${count.toLocaleString("en")} | ${name} | ${line} |`);
    await server.kill();
  }
}
process.exit(0);
