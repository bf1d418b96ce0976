/** An event as a citation: one line for what happened, one for each report with its words. */
import { timeInWords, type Span } from "./time";

export interface Citable {
  id: string;
  summary: string;
  time?: Span | null;
  reports: { nodes: CitedReport[] };
}
export interface CitedReport {
  quote: string;
  attributedTo: { name: string }[];
  article: { id: string; title?: string | null; publisher?: string | null; published?: string | null; url?: string | null };
}
export type CitationForm = "markdown" | "plain" | "bibtex";

/** Writes a citation; link opens the event on this page. */
export function citation(event: Citable, form: CitationForm, link: string): string {
  if (form === "bibtex") return event.reports.nodes.map((report) => bibtex(report, event)).join("\n\n");
  if (form === "plain") return [event.summary, ...event.reports.nodes.map((r) => `“${oneLine(r.quote)}” ${source(r)}`), link].join("\n");
  const key = event.id.replace(/^evt_/u, "").slice(0, 8);
  const notes = event.reports.nodes.map((r, i) => `[^${key}-${i + 1}]: “${escapeMarkdown(oneLine(r.quote))}” ${markdownSource(r)}`);
  const marks = event.reports.nodes.map((_, i) => `[^${key}-${i + 1}]`).join("");
  return [`${escapeMarkdown(oneLine(event.summary))}${marks}`, "", ...notes].join("\n");
}

/** Many events as one Markdown list with footnotes, in the order given. */
export function citedList(events: Citable[], title: string, link: string): string {
  const parts = events.map((event) => citation(event, "markdown", link).split("\n\n"));
  const lines = parts.map(([line = ""], i) => `- **${timeInWords(events[i]?.time)}**: ${line}`);
  return [`# ${escapeMarkdown(title)}`, "", ...lines, "", ...parts.map(([, notes = ""]) => notes), "", `<${link}>`, ""].join("\n");
}

function source(report: CitedReport): string {
  const { title, publisher, published, url } = report.article;
  const said = report.attributedTo.map((e) => e.name).join(", ");
  const where = [publisher, title ? `“${oneLine(title)}”` : "", published, url].filter(Boolean).join(", ");
  return `${said ? `(${said}) ` : ""}${where}.`;
}

function markdownSource(report: CitedReport): string {
  const { title, publisher, published, url } = report.article;
  const name = escapeMarkdown(oneLine(title ?? "untitled"));
  const safe = url && /^https?:\/\/[^\s<>()]+$/iu.test(url) ? `[${name}](${url})` : `*${name}*`;
  const said = report.attributedTo.map((e) => e.name).join(", ");
  return [said && `(${escapeMarkdown(said)})`, [publisher && escapeMarkdown(publisher), safe, published].filter(Boolean).join(", ") + "."].filter(Boolean).join(" ");
}

function bibtex(report: CitedReport, event: Citable): string {
  const { id, title, publisher, published, url } = report.article;
  const fields: [string, string | null | undefined][] = [
    ["title", title ?? "Untitled"],
    ["publisher", publisher],
    ["year", published?.slice(0, 4)],
    ["date", published],
    ["url", url],
    ["note", `${event.summary} “${report.quote}”`],
  ];
  const lines = fields.filter(([, value]) => value).map(([key, value]) => `  ${key} = {${escapeTex(oneLine(value ?? ""))}},`);
  return [`@article{${id},`, ...lines, "}"].join("\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/gu, "\\$&");
}

function escapeTex(text: string): string {
  return text.replace(/[\\{}]/gu, "").replace(/[&%$#_]/gu, "\\$&").replace(/~/gu, "\\textasciitilde{}").replace(/\^/gu, "\\textasciicircum{}");
}
