// Prints contacts. The types of variables and answers come from the schema: a field that
// the query does not ask for, or a misspelled status, is an error of the compiler.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { ContactsDocument, type ContactsQuery } from "./generated.js";

const url = process.env.DATELINE_URL ?? "http://127.0.0.1:8080";

/** Asks a typed query; throws an Error with the code of the first error. */
async function ask<Result, Variables>(query: TypedDocumentNode<Result, Variables>, variables: Variables): Promise<Result> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (process.env.DATELINE_KEY) headers.authorization = `Bearer ${process.env.DATELINE_KEY}`;
  const response = await fetch(url + "/graphql", { method: "POST", headers, body: JSON.stringify({ query: print(query), variables }) });
  const answer = (await response.json()) as { data?: Result; errors?: { message: string; extensions: { code: string } }[] };
  const error = answer.errors?.[0];
  if (error) throw new Error(`${error.extensions.code}: ${error.message}`);
  return answer.data!;
}

type Contact = ContactsQuery["contacts"]["nodes"][number];

function show(contact: Contact): string {
  const doubt = contact.status === "DISPUTED" || contact.status === "DENIED" ? " (!)" : "";
  const quotes = contact.reports.nodes.map((r) => `  “${r.quote}” — ${r.article.publisher ?? "unknown"}, ${r.article.published ?? "no date"}`);
  return [`${contact.time?.edtf ?? "undated"}: ${contact.summary}${doubt}`, ...quotes].join("\n");
}

const { contacts } = await ask(ContactsDocument, { who: { name: process.argv[2] ?? "Solheim" }, first: 20 });
console.log(`${contacts.totalCount} contacts`);
for (const contact of contacts.nodes) console.log(show(contact));
