/** A query as a program that others can run. */
export type Program = "curl" | "typescript" | "python";

/** Writes a query for a shell, TypeScript or Python, against an endpoint. */
export function program(form: Program, endpoint: string, query: string, variables: Record<string, unknown>): string {
  const body = JSON.stringify({ query, variables });
  if (form === "curl") return `curl -s ${shell(endpoint)} -H 'content-type: application/json' -d ${shell(body)}\n`;
  if (form === "python")
    return [
      "import json, urllib.request",
      "",
      `query = ${JSON.stringify(query)}`,
      `variables = json.loads(${JSON.stringify(JSON.stringify(variables))})`,
      "request = urllib.request.Request(",
      `    ${JSON.stringify(endpoint)},`,
      '    data=json.dumps({"query": query, "variables": variables}).encode(),',
      '    headers={"content-type": "application/json"},',
      ")",
      "print(json.dumps(json.load(urllib.request.urlopen(request)), indent=2, ensure_ascii=False))",
      "",
    ].join("\n");
  return [
    `const query = \`${query.replace(/[\\`]|\$\{/gu, "\\$&")}\`;`,
    `const variables = ${JSON.stringify(variables, null, 2)};`,
    `const response = await fetch(${JSON.stringify(endpoint)}, {`,
    '  method: "POST",',
    '  headers: { "content-type": "application/json" },',
    "  body: JSON.stringify({ query, variables }),",
    "});",
    "console.log(JSON.stringify(await response.json(), null, 2));",
    "",
  ].join("\n");
}

function shell(text: string): string {
  return `'${text.replace(/'/gu, "'\\''")}'`;
}
