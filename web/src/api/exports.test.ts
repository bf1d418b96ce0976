import { describe, expect, it } from "vitest";
import { start } from "../address";
import { exportLink } from "./exports";

describe("links to exports", () => {
  it("ask for exactly what the address asks for", () => {
    const link = exportLink({ ...start, who: "country:FR", with: "per_abc", place: "Paris", means: ["CALL", "VISIT"], during: "2026-02", minArticles: 2, order: "asc" }, "csv", "A & B");
    expect(Object.fromEntries(new URLSearchParams(link.replace("export?", "")))).toEqual({
      format: "csv", whoCountry: "FR", withId: "per_abc", place: "Paris", means: "CALL,VISIT", during: "2026-02", minArticles: "2", orderBy: "TIME_ASC", title: "A & B",
    });
  });
});
