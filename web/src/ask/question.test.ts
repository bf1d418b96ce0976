import { describe, expect, it } from "vitest";
import { day } from "./period";
import { question } from "./question";

const cases: [string, Partial<ReturnType<typeof question>>][] = [
  ["Macron", { who: "Macron" }],
  ["Macron with Putin", { who: "Macron", with: "Putin" }],
  ["when did Macron and Putin last speak?", { who: "Macron", with: "Putin" }],
  ["anybody of France with anybody of Russia in February 2026", { who: "country:FR", with: "country:RU", during: "2026-02" }],
  ["everything between France and Russia in February 2026", { who: "France", with: "Russia", during: "2026-02" }],
  ["how is Haugen connected with Jónsson", { who: "Haugen", with: "Jónsson", path: true }],
  ["Haugen → Jónsson", { who: "Haugen", with: "Jónsson", path: true }],
  ["path from Haugen to Jónsson", { who: "Haugen", with: "Jónsson", path: true }],
  ["Macron since 2022", { who: "Macron", during: "2022/.." }],
  ["Macron until 3 March 2025", { who: "Macron", during: "../2025-03-03" }],
  ["Macron 2022–2026", { who: "Macron", during: "2022/2026" }],
  ["Macron between January 2022 and April 2022", { who: "Macron", during: "2022-01/2022-04" }],
  ["Macron 2026-02-10", { who: "Macron", during: "2026-02-10" }],
  ['"first conversation since"', { text: "first conversation since" }],
  ["Macron “technical level”", { who: "Macron", text: "technical level" }],
  ["Macron vs Zelensky vs. Trump since 2022", { who: "Macron", compare: ["Zelensky", "Trump"], during: "2022/.." }],
  ["compare Macron and Zelensky", { who: "Macron", compare: ["Zelensky"] }],
  ["anybody of Atlantis", { who: "Atlantis" }],
  ["anyone from the United States with Iran", { who: "country:US", with: "Iran" }],
  ["May Lim", { who: "May Lim" }],
  ["who did Solheim meet in 2024", { who: "Solheim", means: ["MEETING"], during: "2024" }],
  ["did Jonsson call Solheim in March 2024?", { who: "Jonsson", with: "Solheim", means: ["CALL"], during: "2024-03" }],
  ["when did Solheim last speak to Jonsson?", { who: "Solheim", with: "Jonsson" }],
  ["has Bonne ever met with Ushakov", { who: "Bonne", with: "Ushakov", means: ["MEETING"] }],
  ["denied meetings of Solheim", { who: "Solheim", means: ["MEETING"], status: ["DENIED"] }],
  ["calls between Solheim and Jonsson since 2023", { who: "Solheim", with: "Jonsson", means: ["CALL"], during: "2023/.." }],
  ["all planned visits", { means: ["VISIT"], status: ["PLANNED"] }],
  ["Brekke's visits", { who: "Brekke", means: ["VISIT"] }],
  ["everything", {}],
  ["Rahul Mail", { who: "Rahul Mail" }],
  ["Meetings Industry Association", { who: "Meetings Industry Association" }],
  ["", {}],
];

describe("question", () => {
  for (const [typed, expected] of cases) {
    it(typed || "(nothing)", () => {
      expect(question(typed)).toEqual({ who: "", with: "", during: "", text: "", path: false, compare: [], means: [], status: [], ...expected });
    });
  }

  it("knows the calendar", () => {
    expect(day("30 February 2024")).toBe("");
    expect(day("29 February 2024")).toBe("2024-02-29");
    expect(day("2024-13")).toBe("");
  });
});
