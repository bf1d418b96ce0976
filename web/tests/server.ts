/** Starts the real server on a store of its own, and the real browser on it. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, type Browser } from "playwright-core";

const root = resolve(import.meta.dirname, "../..");
const binary = process.env.DATELINE_BINARY ?? join(root, "dateline");

/** Articles of other people that are not part of the project; tests skip what needs them. */
export const others = resolve(root, "../shared/articles");
export const haveOthers = existsSync(others);
export const samples = join(root, "samples");

export class Server {
  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Loads sources into a new store, which stays empty without any, and serves it on a free port. */
  static async start(...sources: string[]): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), "dateline-web-"));
    const store = `sqlite:${join(folder, "news.db")}`;
    if (sources.length) execFileSync(binary, ["load", ...sources, "--store", store], { stdio: "pipe" });
    // A load that finds no article fails, and leaves an empty store.
    else spawnSync(binary, ["load", folder, "--store", store]);
    const child = spawn(binary, ["serve", "--store", store, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "ignore", "pipe"] });
    const url = await new Promise<string>((found, failed) => {
      let said = "";
      child.stderr.on("data", (text: Buffer) => {
        said += text.toString();
        const at = /http:\/\/127\.0\.0\.1:\d+/u.exec(said);
        if (at) found(at[0]);
      });
      child.on("exit", (code) => failed(new Error(`serve ended with ${String(code)}: ${said}`)));
    });
    return new Server(url, child, folder);
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.removeAllListeners("exit");
    const gone = new Promise((done) => this.process.once("exit", done));
    this.process.kill();
    await Promise.race([ended, gone]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
}
