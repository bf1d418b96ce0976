import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { program } from "./program";

const query = "{ contacts(who: {name: \"O'Neil\"}, text: \"`${x}` \\\\\") { totalCount } }";
const variables = { name: "Jónsson's “words”" };

describe("programs", () => {
  it("are exact in a shell", () => {
    const said = execFileSync("bash", ["-c", program("curl", "http://here/graphql", query, variables).replace("curl", "printf '%s\\n'")]).toString();
    expect(said).toContain(JSON.stringify({ query, variables }));
  });
  it("are exact in TypeScript", () => {
    const text = program("typescript", "http://here/graphql", query, variables);
    const found = new Function(`${text.split("const response")[0] ?? ""}; return { query, variables };`)() as unknown;
    expect(found).toEqual({ query, variables });
  });
  it("are exact in Python", () => {
    const text = program("python", "http://here/graphql", query, variables).split("request =")[0] ?? "";
    const said = execFileSync("python3", ["-c", `${text}\nprint(json.dumps([query, variables]))`]).toString();
    expect(JSON.parse(said)).toEqual([query, variables]);
  });
});
