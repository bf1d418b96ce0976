/** The page's GraphQL client: typed documents, one cache, and errors with their codes. */
import type { TypedDocumentString } from "./generated";

/** What a request failed with: the code tells what to do about it. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly hint = "",
  ) {
    super(message);
  }
}

interface Body<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string; hint?: string } }[];
}

const kept = new Map<string, Promise<unknown>>();
const keep = 200;

/** The address of the API, beside the page. */
export const endpoint = "graphql";

/** Answers a document, from the cache where the same was asked before. */
export function ask<T, V>(document: TypedDocumentString<T, V>, variables: V): Promise<T> {
  const key = `${String(document)}\n${JSON.stringify(variables)}`;
  const found = kept.get(key) as Promise<T> | undefined;
  if (found) return found;
  const answer = send<T>(String(document), variables as Record<string, unknown>);
  kept.set(key, answer);
  if (kept.size > keep) kept.delete(kept.keys().next().value ?? "");
  answer.catch(() => kept.delete(key));
  return answer;
}

/** Forgets all answers, because the graph has changed. */
export function forget(): void {
  kept.clear();
}

/** Sends any query, uncached. */
export async function send<T>(query: string, variables: Record<string, unknown> = {}, signal?: AbortSignal): Promise<T> {
  const body = await raw<T>(query, variables, signal);
  const error = body.errors?.[0];
  if (error) throw new ApiError(error.message, error.extensions?.code ?? "UNKNOWN", error.extensions?.hint);
  if (!body.data) throw new ApiError("The answer has no data.", "NO_DATA");
  return body.data;
}

/** The headers of a request that accepts a type, with the key of this tab if it has one. */
export function headers(accept: string): Record<string, string> {
  const key = sessionStorage.getItem("key");
  return { "content-type": "application/json", accept, ...(key ? { authorization: `Bearer ${key}` } : {}) };
}

/** Fetches a file with the key of this tab. */
export async function download(link: string): Promise<Blob> {
  const response = await fetch(link, { headers: headers("*/*") });
  if (!response.ok) throw new ApiError(`The server answered with status ${response.status}.`, `HTTP_${response.status}`);
  return response.blob();
}

/** Sends any query and returns the body of the answer as it is. */
export async function raw<T>(query: string, variables: Record<string, unknown> = {}, signal?: AbortSignal, again = 3): Promise<Body<T>> {
  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: "POST",
      headers: headers("application/graphql-response+json, application/json"),
      body: JSON.stringify({ query, variables }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("The server does not answer.", "UNREACHABLE", "Is dateline serve running?");
  }
  if (response.status === 429 || response.status === 503) {
    const wait = Number(response.headers.get("retry-after"));
    if (wait > 0 && wait <= 5 && again > 0) {
      await new Promise((done) => setTimeout(done, wait * 1000));
      return raw(query, variables, signal, again - 1);
    }
  }
  try {
    return (await response.json()) as Body<T>;
  } catch {
    throw new ApiError(`The server answered with status ${response.status}.`, `HTTP_${response.status}`);
  }
}
