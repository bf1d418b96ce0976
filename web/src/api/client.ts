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

/** Sends any query and returns the body of the answer as it is. */
export async function raw<T>(query: string, variables: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Body<T>> {
  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json, application/json" },
      body: JSON.stringify({ query, variables }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("The server does not answer.", "UNREACHABLE", "Is dateline serve running?");
  }
  try {
    return (await response.json()) as Body<T>;
  } catch {
    throw new ApiError(`The server answered with status ${response.status}.`, `HTTP_${response.status}`);
  }
}
