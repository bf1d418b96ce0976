import { describe, expect, it } from "vitest";
import { citation, citedList } from "./citation";

const event = {
  id: "evt_abcdefghij",
  summary: "Lim called Okoro on 3 May 2024.",
  time: { edtf: "2024-05-03", earliest: "2024-05-03", latest: "2024-05-03", precision: "DAY", approximate: false, boundOnly: false },
  reports: {
    nodes: [
      { quote: "Lim *called*\nOkoro.", attributedTo: [{ name: "a spokesman" }], article: { id: "art_1", title: "They {spoke} & more", publisher: "Post", published: "2024-05-04", url: "https://example.org/a" } },
      { quote: "“Yes”", attributedTo: [], article: { id: "art_2", title: null, publisher: null, published: null, url: "javascript:alert(1)" } },
    ],
  },
};

describe("citation", () => {
  it("is a Markdown footnote with the exact words", () => {
    expect(citation(event, "markdown", "http://here/?event=evt_abcdefghij")).toBe(
      [
        "Lim called Okoro on 3 May 2024.[^abcdefgh-1][^abcdefgh-2]",
        "",
        "[^abcdefgh-1]: “Lim \\*called\\* Okoro.” (a spokesman) Post, [They {spoke} & more](https://example.org/a), 2024-05-04.",
        "[^abcdefgh-2]: ““Yes”” *untitled*.",
      ].join("\n"),
    );
  });

  it("is BibTeX without what breaks it", () => {
    const tex = citation(event, "bibtex", "");
    expect(tex).toContain("@article{art_1,");
    expect(tex).toContain("title = {They spoke \\& more},");
    expect(tex.match(/\{/gu)?.length).toBe(tex.match(/\}/gu)?.length);
  });

  it("lists events with their times", () => {
    expect(citedList([event], "A [title]", "http://here/")).toContain("- **3 May 2024**: Lim called Okoro on 3 May 2024.[^abcdefgh-1]");
  });
});
