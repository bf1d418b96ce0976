/** Words of a question that say by what means somebody was in contact, or whether it took place. */

/** Verbs between two parties or after them. Those without a means say only that there was a contact. */
const verbs: [means: string, words: string][] = [
  ["CALL", "call|calls|called|phone|phones|phoned|ring|rang|telephone|telephoned"],
  ["MEETING", "meet|meets|met|sit down|sat down"],
  ["VISIT", "visit|visits|visited|travel to|travelled to|traveled to|go to|went to"],
  ["MESSAGE", "write|writes|wrote|text|texted|mail|mailed|cable|cabled"],
  ["", "speak|speaks|spoke|talk|talks|talked|contact|contacts|contacted"],
];
const nouns: [means: string, words: string][] = [
  ["CALL", "calls?|phone calls?|telephone calls?"],
  ["MEETING", "meetings?"],
  ["VISIT", "visits?|trips?"],
  ["MESSAGE", "messages?|letters?"],
  ["TALKS", "talks|negotiations?"],
  ["", "contacts?|everything|anything|all"],
];
const statuses: [status: string, words: string][] = [
  ["DENIED", "denied"],
  ["PLANNED", "planned|expected|coming"],
  ["REQUESTED", "requested|offered"],
  ["CONFIRMED", "confirmed"],
  ["DISPUTED", "disputed"],
  ["HYPOTHETICAL", "possible|hypothetical"],
];

const any = (of: [string, string][]) => of.map(([, words]) => words).join("|");
const found = (of: [string, string][], word: string) => of.find(([, words]) => new RegExp(`^(?:${words})$`, "iu").test(word))?.[0] ?? "";

/** "denied meetings of …", "calls between …", "all visits". */
const what = new RegExp(`^(?:(?:all|any|the)\\s+)?(?:(${any(statuses)})\\s+)?(${any(nouns)})(?:\\s+(?:of|by|between|with|to|from|involving)\\s+|$)`, "iu");
/** "Haugen visits": a noun alone after a name. */
const whose = new RegExp(`^(.+?)(?:['’]s?)?\\s+(calls|meetings|visits|messages|letters)$`, "iu");
/** "… call Jonsson", "… met with Jonsson", "… last speak to Jonsson". */
const doing = new RegExp(`\\s+(?:(?:last|first|ever)\\s+)?(${any(verbs)})(?:\\s+(?:last|first))?(?:\\s+(?:with|to))?\\s+`, "iu");
/** "Macron and Putin last speak". */
const did = new RegExp(`\\s+(?:(?:last|first|ever)\\s+)?(${any(verbs)})(?:\\s+(?:last|first|each other))*$`, "iu");

export interface Kind {
  means: string[];
  status: string[];
  /** The question without the words that were understood; "with" stands between two parties. */
  rest: string;
}

/** Reads the kind of contact that a question is about. Verbs count in a question only: a name may be one. */
export function kindOf(text: string, asks: boolean): Kind {
  const kind = (means: string, status: string, rest: string): Kind => ({ means: means ? [means] : [], status: status ? [status] : [], rest: rest.trim() });
  const noun = what.exec(text);
  if (noun) return kind(found(nouns, noun[2] ?? ""), found(statuses, noun[1] ?? ""), text.slice(noun[0].length));
  const own = whose.exec(text);
  if (own) return kind(found(nouns, own[2] ?? ""), "", own[1] ?? "");
  if (!asks) return kind("", "", text);
  const end = did.exec(text);
  if (end) return kind(found(verbs, end[1] ?? ""), "", text.slice(0, end.index));
  const between = doing.exec(text);
  if (between) return kind(found(verbs, between[1] ?? ""), "", `${text.slice(0, between.index)} with ${text.slice(between.index + between[0].length)}`);
  return kind("", "", text);
}
