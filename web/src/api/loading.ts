/**
 * Loading articles over the API: files become requests that a server takes, and each is
 * followed to its end. The query is a plain text, so that the page is built, and works, with
 * servers that load nothing.
 */
import { ApiError, forget, send } from "./client";

export interface Source {
  name: string;
  text: string;
}
/** What became of one file. */
export interface Outcome {
  name: string;
  outcome: string;
  reports: number;
  reason: string;
}

/** A request may have 1 MB (docs/http.md); JSON takes somewhat more room than the text itself. */
const mostBytes = 700_000;
const mostArticles = 20;

/** Sorts files into requests, and out those that are too large for one. */
export function batches(sources: Source[]): { sent: Source[][]; tooLarge: Source[] } {
  const sent: Source[][] = [];
  const tooLarge: Source[] = [];
  let room = 0;
  for (const source of sources) {
    const bytes = new TextEncoder().encode(JSON.stringify(source.text)).length;
    if (bytes > mostBytes) {
      tooLarge.push(source);
      continue;
    }
    const last = sent.at(-1);
    if (last && last.length < mostArticles && bytes <= room) last.push(source);
    else {
      sent.push([source]);
      room = mostBytes;
    }
    room -= bytes;
  }
  return { sent, tooLarge };
}

interface Progress {
  job: string;
  finished: boolean;
  failure?: string | null;
  outcomes: { index: number; outcome: string; reports: number; reason: string | null }[];
}
const fields = "job finished outcomes { index outcome reports reason }";

/** Loads one batch; told is called with what is done so far, as often as the server knows more. */
export async function loadBatch(batch: Source[], told: (outcomes: Outcome[]) => void): Promise<void> {
  const articles = batch.map(({ name, text }) => (/\.x?html?$/iu.test(name) ? { html: text } : { text }));
  const named = (progress: Progress) => progress.outcomes.map(({ index, outcome, reports, reason }) => ({ name: batch[index]?.name ?? "", outcome, reports, reason: reason ?? "" }));
  let { load: progress } = await send<{ load: Progress }>(`mutation ($articles: [ArticleInput!]!) { load(articles: $articles) { ${fields} } }`, { articles });
  told(named(progress));
  while (!progress.finished) {
    await new Promise((done) => setTimeout(done, 700));
    const { loading } = await send<{ loading: Progress | null }>(`query ($job: ID!) { loading(job: $job) { ${fields} failure } }`, { job: progress.job });
    if (!loading) throw new ApiError("The server no longer knows this job.", "NOT_FOUND", "Add the files again: what is stored already does not change.");
    progress = loading;
    told(named(progress));
    if (progress.failure) throw new ApiError(progress.failure, "FAILED", "Add the files again: what is stored already does not change.");
  }
  forget();
}
