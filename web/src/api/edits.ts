/**
 * Decisions of people. Queries are plain texts here, so that the page is built, and works,
 * with servers that take no decisions.
 */
import { forget, send } from "./client";

export interface Change {
  before: Cluster[];
  after: Cluster[];
}
export interface Cluster {
  id: string;
  name: string;
  detail: string;
  size: number;
}
export interface Edit {
  id: string;
  kind: string;
  author: string;
  reason: string;
  time: string;
  withdrawn: boolean;
  subjects: { id: string; node: { __typename: string; id: string; name?: string; quote?: string } | null }[];
  name: string | null;
}
export interface Correction {
  means?: string;
  status?: string;
  time?: string;
  place?: string;
  participants?: Party[];
  attributedTo?: string[];
  clear?: string[];
}
export interface Party {
  entity: string;
  role: string;
  onBehalfOf?: string;
}
/** What a decision did, or would do. */
export interface Outcome {
  edits: string[];
  changes: Change[];
}

let possible: Promise<boolean> | undefined;

/** Whether the server takes decisions. Whether it takes them from this reader, it says when one is made. */
export function takesEdits(): Promise<boolean> {
  possible ??= send<{ __type: { fields: { name: string }[] } | null }>(`{ __type(name: "Mutation") { fields { name } } }`).then(
    ({ __type }) => Boolean(__type?.fields.some((field) => field.name === "decide")),
    () => false,
  );
  return possible;
}

const changes = `changes { before { id name detail size } after { id name detail size } }`;

async function decided(field: string, declared: string, given: string, variables: Record<string, unknown>, many = false): Promise<Outcome> {
  const edit = many ? "edits { id }" : "edit { id }";
  const answer = await send<Record<string, { edit?: { id: string }; edits?: { id: string }[]; changes: Change[] }>>(`mutation (${declared}) { ${field}(${given}) { ${edit} ${changes} } }`, variables);
  const payload = answer[field];
  if (!variables.dryRun) forget();
  return { edits: (payload?.edits ?? (payload?.edit ? [payload.edit] : [])).map((e) => e.id), changes: payload?.changes ?? [] };
}

export interface Pair {
  a: string;
  b: string;
}

/** Judges pairs of entities, or of events; a dry run stores nothing. */
export function decide(pairs: Pair[], judgement: "SAME" | "DIFFERENT" | "UNSURE", reason: string, dryRun: boolean): Promise<Outcome> {
  return decided("decide", "$pairs: [PairInput!]!, $judgement: Judgement!, $reason: String!, $dryRun: Boolean", "pairs: $pairs, judgement: $judgement, reason: $reason, dryRun: $dryRun", { pairs, judgement, reason, dryRun }, true);
}

/** Parts reports of one event. */
export function split(parts: string[][], reason: string, dryRun: boolean): Promise<Outcome> {
  return decided("split", "$parts: [[ID!]!]!, $reason: String!, $dryRun: Boolean", "parts: $parts, reason: $reason, dryRun: $dryRun", { parts, reason, dryRun }, true);
}

/** Sets what a report says. */
export function correctReport(id: string, correction: Correction, reason: string): Promise<Outcome> {
  return decided("correctReport", "$id: ID!, $correction: ReportCorrection!, $reason: String!", "id: $id, correction: $correction, reason: $reason", { id, correction, reason });
}

/** Says that a report does not say what was read from it. */
export function rejectReport(id: string, reason: string): Promise<Outcome> {
  return decided("rejectReport", "$id: ID!, $reason: String!", "id: $id, reason: $reason", { id, reason });
}

/** Gives an entity another name. */
export function renameEntity(id: string, name: string, reason: string): Promise<Outcome> {
  return decided("renameEntity", "$id: ID!, $name: String!, $reason: String!", "id: $id, name: $name, reason: $reason", { id, name, reason });
}

/** Withdraws a decision. */
export function revert(editId: string, reason: string): Promise<Outcome> {
  return decided("revert", "$editId: ID!, $reason: String!", "editId: $editId, reason: $reason", { editId, reason });
}

/** The decisions of people, newest first. */
export async function listEdits(after?: string): Promise<{ nodes: Edit[]; next: string | undefined; total: number }> {
  const { edits } = await send<{ edits: { nodes: Edit[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }>(
    `query ($after: String) { edits(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { id kind author reason time withdrawn name subjects { id node { __typename id ... on Person { name } ... on Organization { name } ... on Place { name } ... on Report { quote } } } } } }`,
    { after },
  );
  return { nodes: edits.nodes, next: edits.pageInfo.hasNextPage ? (edits.pageInfo.endCursor ?? undefined) : undefined, total: edits.totalCount };
}
