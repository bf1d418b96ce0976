import { describe, expect, it } from "vitest";
import { correctionOf, type Said } from "./correction";

const lim = { id: "p1", name: "Ada Lim" };
const okoro = { id: "p2", name: "Ben Okoro" };
const oslo = { id: "l1", name: "Oslo" };
const before: Said = { means: "CALL", status: "ASSERTED", time: "2026-03", place: oslo, participants: [{ entity: lim, role: "INITIATOR" }, { entity: okoro, role: "RECIPIENT" }], attributedTo: [lim] };

describe("correctionOf", () => {
  it("says nothing of what stays", () => {
    expect(correctionOf(before, { ...before, participants: [...before.participants] })).toEqual({});
  });
  it("sets what is another", () => {
    const after = { ...before, means: "MEETING", time: " 2026-03-04 ", participants: [{ entity: okoro, role: "INITIATOR", onBehalfOf: lim }] };
    expect(correctionOf(before, after)).toEqual({ means: "MEETING", time: "2026-03-04", participants: [{ entity: "p2", role: "INITIATOR", onBehalfOf: "p1" }] });
  });
  it("clears what the article does not say", () => {
    expect(correctionOf(before, { ...before, time: "", place: undefined, attributedTo: [] })).toEqual({ clear: ["TIME", "PLACE", "ATTRIBUTED_TO"] });
  });
  it("takes a change of role for one of the parties", () => {
    const [first, second] = before.participants;
    expect(correctionOf(before, { ...before, participants: [{ ...first!, role: "PARTICIPANT" }, second!] }).participants).toHaveLength(2);
  });
});
