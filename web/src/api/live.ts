/**
 * What changes while the page is open, told by server-sent events (GraphQL over SSE, each
 * subscription on a connection of its own). fetch is used rather than EventSource, which
 * cannot send a query in a body or a key.
 */
import { endpoint, headers, send } from "./client";

const query = `subscription Live($since: String) { contacts(since: $since) { kind cursor } }`;

interface Change {
  data?: { contacts?: { kind: string; cursor: string } };
  errors?: unknown[];
}

/** Calls changed for each change until stopped; comes back after a broken connection, and misses nothing. */
export function watch(changed: () => void): () => void {
  const stop = new AbortController();
  void follow(changed, stop.signal);
  return () => stop.abort();
}

/** Whether the server tells of changes at all. */
async function tells(): Promise<boolean> {
  try {
    return Boolean((await send<{ __type: unknown }>(`{ __type(name: "Subscription") { name } }`)).__type);
  } catch {
    return false;
  }
}

async function follow(changed: () => void, signal: AbortSignal): Promise<void> {
  if (!(await tells())) return;
  let since: string | undefined;
  let wait = 1000;
  while (!signal.aborted) {
    try {
      const response = await fetch(endpoint, { method: "POST", headers: headers("text/event-stream"), body: JSON.stringify({ query, variables: { since } }), signal });
      // A server that does not tell of changes is left in peace.
      if (!response.ok || !response.body || !response.headers.get("content-type")?.startsWith("text/event-stream")) return;
      wait = 1000;
      for await (const change of events(response.body)) {
        if (change.errors) return;
        since = change.data?.contacts?.cursor ?? since;
        if (change.data?.contacts && change.data.contacts.kind !== "CHECKPOINT") changed();
      }
    } catch {
      if (signal.aborted) return;
    }
    await new Promise((done) => setTimeout(done, wait));
    wait = Math.min(60_000, wait * 2);
  }
}

/** Reads the data of "next" events from a stream. */
export async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<Change> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += value.replace(/\r\n?/gu, "\n");
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const lines = part.split("\n");
      if (!lines.some((line) => /^event: ?next$/u.test(line))) continue;
      const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trimStart());
      yield JSON.parse(data.join("\n")) as Change;
    }
  }
}
