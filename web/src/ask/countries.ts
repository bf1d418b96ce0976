/** Names of countries, as the browser knows them, in the language of the page. */
const language = "en";
const others: Record<string, string> = { "united states of america": "US", usa: "US", "the us": "US", us: "US", uk: "GB", britain: "GB", "great britain": "GB", eu: "EU", "european union": "EU", czechia: "CZ", "ivory coast": "CI" };
let codes: Map<string, string> | undefined;
const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });

/** The ISO 3166-1 code of a country's name or code; empty if it is none. */
export function countryCode(name: string): string {
  const key = fold(name);
  codes ??= table();
  return codes.get(key) ?? (/^[A-Z]{2}$/u.test(name.trim()) && countryName(name.trim()) ? name.trim() : "");
}

/** The name of a country's code; empty if there is none. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/u.test(code)) return "";
  return names.of(code) ?? "";
}

/** Countries whose name starts with these letters. */
export function countriesLike(typed: string): { code: string; name: string }[] {
  const start = fold(typed);
  if (start.length < 2) return [];
  codes ??= table();
  const found = new Map<string, string>();
  for (const [name, code] of codes) if (name.startsWith(start)) found.set(code, countryName(code));
  return [...found].slice(0, 3).map(([code, name]) => ({ code, name }));
}

function fold(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/^the /u, "").trim();
}

function table(): Map<string, string> {
  const map = new Map<string, string>(Object.entries(others));
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const a of letters)
    for (const b of letters) {
      const name = names.of(a + b);
      // Old codes, such as SU or DD, name what a newer code names too.
      if (name && !retired.has(a + b)) map.set(fold(name), a + b);
    }
  return map;
}

const retired = new Set(["AN", "BU", "CS", "DD", "DY", "FX", "HV", "NH", "NT", "RH", "SU", "TP", "UK", "VD", "YD", "YU", "ZR", "ZZ", "QO", "EZ", "UN", "XA", "XB"]);
