/**
 * What a person types into the ask box, read without guessing: parties joined by a few
 * words, a period, and quoted words. A part that is not understood stays a name.
 */
import { countryCode } from "./countries";
import { kindOf } from "./kinds";
import { period } from "./period";

export interface Question {
  who: string;
  with: string;
  during: string;
  text: string;
  /** True if a chain of contacts from who to with is asked for. */
  path: boolean;
  /** Parties to show below who, at the same scale. */
  compare: string[];
  means: string[];
  status: string[];
}

const joins = [
  { words: /\s+(?:→|->|⇢)\s+/u, path: true },
  { words: /\s+(?:is\s+)?(?:connected|linked)\s+(?:with|to)\s+/iu, path: true },
  { words: /\s+(?:with|and|&|–)\s+/iu, path: false },
];

const leads = /^(?:how\s+(?:is|are|was)|who(?:m)?\s+(?:contacted|met|called|visited)|between|with|path\s+(?:from|between))\s+/iu;
/** "did …", "when did …", "has …": what follows may have a verb. */
const asking = /^(?:(?:when|where|how often|who|whom|how)\s+)?(?:did|does|do|has|have|had)\s+/iu;
const trails = /\s+(?:connected|linked)$/iu;
const side = /^(?:anybody|anyone|somebody|people|officials?)\s+(?:of|from|in)\s+/iu;

/** Reads a question. */
export function question(typed: string): Question {
  const asked: Question = { who: "", with: "", during: "", text: "", path: false, compare: [], means: [], status: [] };
  let rest = typed.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/gu, (_, words: string) => {
    asked.text = [asked.text, words.trim()].filter(Boolean).join(" ");
    return " ";
  });
  rest = ` ${rest} `.replace(/\s+/gu, " ");
  const found = period(rest);
  asked.during = found.edtf;
  rest = found.rest.replace(/[?!.\s]+$/u, "").trim();
  asked.path = /^(?:how\s+(?:is|are|was)|path\s+(?:from|between))\s/iu.test(rest);
  const compared = rest.replace(/^compare\s+/iu, "").split(/\s+(?:vs\.?|versus)\s+/iu);
  if (/^compare\s/iu.test(rest) && compared.length === 1) compared.splice(0, 1, ...rest.replace(/^compare\s+/iu, "").split(/\s+(?:and|with)\s+|,\s*/iu));
  if (compared.length > 1) {
    const [first = "", ...others] = compared.map(party).filter(Boolean);
    return { ...asked, who: first, compare: others.slice(0, 5), path: false };
  }
  const toPath = /^path\s+from\s/iu.test(rest);
  const kind = kindOf(rest.replace(asking, ""), asking.test(rest));
  [asked.means, asked.status] = [kind.means, kind.status];
  rest = kind.rest.replace(leads, "").replace(trails, "").trim();
  const all = toPath ? [{ words: /\s+to\s+/iu, path: true }, ...joins] : joins;
  for (const join of all) {
    const at = join.words.exec(rest);
    if (!at) continue;
    asked.who = party(rest.slice(0, at.index));
    asked.with = party(rest.slice(at.index + at[0].length));
    asked.path = asked.path || join.path;
    return asked;
  }
  asked.who = party(rest.replace(/^(?:with|of)\s+/iu, ""));
  asked.path = false;
  return asked;
}

/** A party as the address writes it: a side where the words say "anybody of", else the name. */
function party(words: string): string {
  const name = words.trim().replace(/[,;?]+$/u, "").trim();
  const of = side.exec(name);
  if (!of) return name;
  const country = name.slice(of[0].length);
  const code = countryCode(country);
  return code ? `country:${code}` : country;
}
