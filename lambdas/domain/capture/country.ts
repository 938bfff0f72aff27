import { normalForm } from "../text/normal-form.ts";

/** Code units of the longest name of a country, and some. */
const longestName = 200;

/** Common spellings that are neither the code nor an official name. */
const alsoCalled: Record<string, string> = {
  espanya: "ES",
  esp: "ES",
  eeuu: "US",
  usa: "US",
  estadosunidosdeamerica: "US",
  unitedstatesofamerica: "US",
  granbretana: "GB",
  greatbritain: "GB",
  inglaterra: "GB",
  england: "GB",
  escocia: "GB",
  scotland: "GB",
  gales: "GB",
  wales: "GB",
  gbr: "GB",
  holanda: "NL",
  holland: "NL",
  thenetherlands: "NL",
  republicacheca: "CZ",
  czechrepublic: "CZ",
  mejico: "MX",
  emiratosarabes: "AE",
  turkey: "TR",
};

const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/** Assigned by CLDR, but no country. */
const noCountries = new Set(["EU", "EZ", "UN", "XA", "XB", "ZZ"]);

/** ISO 3166-1 alpha-2 of a country given by its code or by its Spanish or English name; else the text as it came. */
export const parseCountry = (text: string): string => {
  const name = folded(text);
  countries ??= countriesByName();
  return countries.get(name) ?? text;
};

let countries: ReadonlyMap<string, string> | undefined;

/** Built on first use: naming all codes takes some milliseconds. */
const countriesByName = (): ReadonlyMap<string, string> => {
  const names = (["es", "en"] as const).map(
    (language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
  );
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const entries = codes.flatMap((code): [string, string][] => {
    const today = new Intl.Locale(`und-${code}`).region ?? code;
    const called = names.flatMap((inLanguage) => inLanguage.of(code) ?? []);
    if (called.length === 0 || noCountries.has(today)) return [];
    return [code.toLowerCase(), ...called.map(folded)].map((name) => [name, today]);
  });
  return new Map([...entries, ...Object.entries(alsoCalled)]);
};

const folded = (text: string): string =>
  normalForm(text, "NFKD", longestName)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
