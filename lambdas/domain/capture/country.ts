import { whenNeeded } from "../../contract/start-light.ts";
import { normalForm } from "../text/normal-form.ts";
import { countryByCode, countryCodes } from "./country-codes.ts";

/** Code units of the longest name of a country, and some. */
const longestName = 200;

/** Common spellings that are neither a code nor an official name. */
const alsoCalled: Record<string, string> = {
  eeuu: "US",
  estadosunidosdeamerica: "US",
  unitedstatesofamerica: "US",
  america: "US",
  unitedkingdomofgreatbritainnorthernireland: "GB",
  reinounidodegranbretanaeirlandadelnorte: "GB",
  granbretana: "GB",
  greatbritain: "GB",
  britain: "GB",
  inglaterra: "GB",
  england: "GB",
  escocia: "GB",
  scotland: "GB",
  gales: "GB",
  wales: "GB",
  northernireland: "GB",
  irlandadelnorte: "GB",
  holanda: "NL",
  holland: "NL",
  thenetherlands: "NL",
  republicacheca: "CZ",
  czechrepublic: "CZ",
  mejico: "MX",
  emiratosarabes: "AE",
  uae: "AE",
  turkey: "TR",
  eire: "IE",
  brd: "DE",
  großbritannien: "GB",
  grandebretagne: "GB",
  granbretagna: "GB",
  grabretanha: "GB",
  granbretanya: "GB",
  repcheca: "CZ",
  czechrep: "CZ",
  russianfederation: "RU",
  federacionrusa: "RU",
  koreasouth: "KR",
  koreanorth: "KP",
  korearepublicof: "KR",
  koreademocraticpeoplesrepublicof: "KP",
  iranislamicrepublicof: "IR",
  tanzaniaunitedrepublicof: "TZ",
  boliviaplurinationalstateof: "BO",
  venezuelabolivarianrepublicof: "VE",
  moldovarepublicof: "MD",
  syrianarabrepublic: "SY",
  laopeoplesdemocraticrepublic: "LA",
  bruneidarussalam: "BN",
  taiwanprovinceofchina: "TW",
  eua: "US",
  coreadelsur: "KR",
  southkorea: "KR",
  republicofkorea: "KR",
  republicadecorea: "KR",
  republicofchina: "TW",
  republicadechina: "TW",
  birmania: "MM",
  burma: "MM",
  costademarfil: "CI",
  ivorycoast: "CI",
  bielorrusia: "BY",
  macedonia: "MK",
  moldavia: "MD",
  suazilandia: "SZ",
  hongkong: "HK",
  macao: "MO",
  macau: "MO",
  bosnia: "BA",
  holysee: "VA",
  vaticano: "VA",
  elvaticano: "VA",
  democraticrepublicofthecongo: "CD",
  drcongo: "CD",
  swaziland: "SZ",
  libyanarabjamahiriya: "LY",
  virginislandsbritish: "VG",
  virginislandsus: "VI",
  easttimor: "TL",
  kazajstan: "KZ",
  nuevazelandia: "NZ",
  koreatherepublicof: "KR",
  corearepublicade: "KR",
  federacionderusia: "RU",
  palestina: "PS",
  palestine: "PS",
  repdominicana: "DO",
  dominicanrep: "DO",
  canarias: "ES",
  islascanarias: "ES",
  baleares: "ES",
};

/**
 * ISO 3166-1 alpha-2 of a country given by one of its codes or by its name in a language of Europe, alone or beside others
 * (`España (+34)`, `ES - Spain`, `Madrid, España`); else the text as it came.
 */
export const parseCountry = (text: string): string => {
  const whole = countryCalled(text);
  if (whole !== undefined) return whole;
  const parts = text.slice(0, longestName).split(/[/(),;|:·+–—]|\s-\s|\d+/);
  const found = new Set(parts.filter(isName).flatMap((part) => countryCalled(part) ?? []));
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : text;
};

/** A code beside something else may be a province's or a state's: `San Francisco, CA`. */
const isName = (part: string): boolean => folded(part).length > 3 || /^\s*(?:UK|U\.K\.|USA|U\.S\.A\.)\s*$/.test(part);

const countryCalled = (text: string): string | undefined => {
  const [, code] = /^\s*[a-z]{2}[-_]([A-Z]{2})\s*$/.exec(text) ?? [];
  if (code !== undefined) return countryByCode.get(code);
  // ISO 3166-2: Madrid is ES-MD.
  const [, of] = /^\s*([A-Z]{2})-[A-Z0-9]{1,3}\s*$/.exec(text) ?? [];
  if (of !== undefined) return countryByCode.get(of);
  // ISO 3166-1 has a number for each, too: 724 is Spain.
  if (/^\s*\d{3}\s*$/.test(text)) return countryByCode.get(new Intl.Locale(`und-${text.trim()}`).region ?? "");
  const name = folded(withoutFlags(text) || letteredFlags(text));
  if (name === "") return undefined;
  return (
    countryByCode.get(name.toUpperCase()) ??
    ourNames().get(name) ??
    (name.length < shortestName ? undefined : (otherNames().get(name) ?? otherNames().get(name.replace(form, ""))))
  );
};

const shortestName = 3;

/** How a country calls itself before its name, where the rest is one. */
const form =
  /^(?:the|el|la|los|las|reinode|reinodela|kingdomof|republicof|therepublicof|republicade|republicadel|republicadela|federalrepublicof|republicafederalde|estadode|stateof|principadode|principalityof|grandduchyof|granducadode)/;

const flag = /[\u{1f1e6}-\u{1f1ff}]/gu;
const withoutFlags = (text: string): string => text.replace(flag, "").trim();
/** A flag alone is two letters of its own. */
const letteredFlags = (text: string): string =>
  text.replace(flag, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41));

const languagesOfEurope =
  "de fr it pt ca eu gl nl pl ro cs sk sl hr hu da sv fi et lv lt el bg uk ru sr mt ga is tr sq mk bs lb cy be nb".split(
    " ",
  );

/** Naming all codes takes some milliseconds, more the first time: nothing is built before it is asked for. */
const ourNames = whenNeeded(() => new Map([...namesIn("en"), ...namesIn("es"), ...Object.entries(alsoCalled)]));

/** The other languages together take about 20 ms: they are asked only for what ours do not know. */
const otherNames = whenNeeded(() => new Map([...languagesOfEurope.toReversed().flatMap(namesIn), ...ourNames()]));

const namesIn = (language: string): [string, string][] => {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  return countryCodes.flatMap((code): [string, string][] => {
    const name = names.of(code);
    return name === undefined ? [] : [[folded(name), code]];
  });
};

/** However `and` and `saint` are written. */
const folded = (text: string): string =>
  normalForm(text, "NFKD", longestName)
    .toLowerCase()
    .replace(/\s(?:and|y|&)\s(?:the\s)?|\s\(the\)$/g, " ")
    .replace(/\bsaint\b/g, "st")
    .replace(/[^\p{L}\p{N}]/gu, "");
