import { describe, expect, it } from "vitest";
import type { LineFragment } from "../api/generated";
import { networkOf, seat } from "./network";

const party = (id: string) => ({ __typename: "Person" as const, id, name: id.toUpperCase(), country: null });
const line = (id: string, who: [string, string?][], status: LineFragment["status"] = "ASSERTED"): LineFragment => ({
  id,
  type: "CONTACT",
  means: "CALL",
  status,
  summary: id,
  several: false,
  articleCount: 1,
  publisherCount: 1,
  time: { edtf: "2024", earliest: "2024-01-01", latest: "2024-12-31", precision: "YEAR", approximate: false, text: null, boundOnly: false },
  participants: who.map(([entity, sender]) => ({ role: "PARTICIPANT", entity: party(entity), onBehalfOf: sender ? party(sender) : null })),
  conflicts: [],
  firstReports: { nodes: [] },
});

describe("network", () => {
  it("counts what took place apart from what did not, each event once", () => {
    const call = line("e1", [["a"], ["b"]]);
    const { links } = networkOf([call, call, line("e2", [["b"], ["a"]], "PLANNED")], 10);
    expect(links).toEqual([{ key: "a b", a: "a", b: "b", count: 1, others: 1, earliest: "2024-01-01", latest: "2024-12-31", envoy: false }]);
  });
  it("draws an envoy's sender as that, not as a contact", () => {
    const { nodes, links } = networkOf([line("e", [["envoy", "boss"], ["host"]])], 10);
    expect(nodes.map((n) => n.id).sort()).toEqual(["boss", "envoy", "host"]);
    expect(links.filter((l) => l.envoy).map((l) => l.key)).toEqual(["envoy for boss"]);
    expect(links.filter((l) => !l.envoy).map((l) => l.key)).toEqual(["envoy host"]);
  });
  it("keeps to its limit, says how many are left out, and leaves out none that must stay", () => {
    const lines = Array.from({ length: 30 }, (_, i) => line(`e${i}`, [["hub"], [`p${i}`]]));
    const { nodes, links, left } = networkOf(lines, 10, new Set(["p29"]));
    expect(nodes).toHaveLength(10);
    expect(nodes.some((n) => n.id === "p29")).toBe(true);
    expect([links.length, left]).toEqual([9, 21]);
  });
  it("seats the same party in the same place", () => {
    expect(seat("per_a")).toEqual(seat("per_a"));
    expect(seat("per_a")).not.toEqual(seat("per_b"));
  });
});
