/** Periods in a question: years, months and days in words or digits, and what joins them. */
const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const month = `(?:${months.map((m) => (m === "may" ? m : `${m}|${m.slice(0, 3)}\\.?`)).join("|")}|sept\\.?)`;
const point = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{4}-\\d{2}|\\d{1,2}\\s+${month}\\s+\\d{4}|${month}\\s+\\d{1,2},?\\s+\\d{4}|${month}\\s+\\d{4}|\\d{4})`;
const preposition = "(?:in|on|during|of|for)?";

const forms: { pattern: RegExp; edtf: (from: string, to: string) => string }[] = [
  { pattern: new RegExp(`\\s(?:from|between)?\\s*(${point})\\s*(?:to|until|till|–|-|/|and|\\.\\.)\\s*(${point})(?=[\\s?.,])`, "iu"), edtf: (from, to) => (from && to ? `${from}/${to}` : "") },
  { pattern: new RegExp(`\\s(?:since|after|from)\\s+(${point})(?=[\\s?.,])`, "iu"), edtf: (from) => (from ? `${from}/..` : "") },
  { pattern: new RegExp(`\\s(?:until|till|before|by|up to)\\s+(${point})(?=[\\s?.,])`, "iu"), edtf: (to) => (to ? `../${to}` : "") },
  { pattern: new RegExp(`\\s${preposition}\\s*(${point})(?=[\\s?.,])`, "iu"), edtf: (at) => at },
];

/** The first period of a text with spaces around it, as EDTF, and the text without it. */
export function period(text: string): { edtf: string; rest: string } {
  for (const form of forms) {
    const at = form.pattern.exec(text);
    if (!at) continue;
    const edtf = form.edtf(day(at[1] ?? ""), day(at[2] ?? ""));
    if (edtf) return { edtf, rest: text.slice(0, at.index) + " " + text.slice(at.index + at[0].length) };
  }
  return { edtf: "", rest: text };
}

/** One day, month or year as EDTF; empty if the calendar does not have it. */
export function day(words: string): string {
  const text = words.toLowerCase().replace(/[.,]/gu, " ").trim();
  if (/^\d{4}(-\d{2}){0,2}$/u.test(text)) return valid(text);
  const year = /\d{4}$/u.exec(text)?.[0] ?? "";
  const name = /[a-z]{3}/u.exec(text)?.[0] ?? "";
  const index = months.findIndex((m) => m.startsWith(name));
  if (index < 0 || !year) return "";
  const dated = `${year}-${String(index + 1).padStart(2, "0")}`;
  const number = /(?:^|\s)(\d{1,2})(?=\s|$)/u.exec(text.replace(year, ""))?.[1];
  return valid(number ? `${dated}-${number.padStart(2, "0")}` : dated);
}

function valid(edtf: string): string {
  const [y = 0, m = 1, d = 1] = edtf.split("-").map(Number);
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? edtf : "";
}
