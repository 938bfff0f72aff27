import { LanguageSchema } from "../../contract/stages.ts";
import { countryZones } from "../country-zones.ts";

/** People and segments of the agreement, which a cell may refer to by id or by name. */
export interface Known {
  readonly managers: readonly Named[];
  readonly segments: readonly Named[];
}

export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

export interface Column {
  /** Where the value stands in a rep. */
  readonly path: readonly [field: string, key?: string];
  /** Headers by which the column is known, as `plain` writes them; the first one is shown. */
  readonly headers: readonly string[];
  /** What cannot be read is handed on as it is: the agreement's check says what is expected. */
  readonly read: (cell: string, known: Known) => unknown;
}

/** Letters and figures alone: case, accents, spaces and hyphens make no difference in headers and names. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

const listOf = (cell: string): string[] =>
  cell
    .split(/[|\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");

const text = (cell: string): string => cell;
const list = (read: (cell: string, known: Known) => unknown) => (cell: string, known: Known) =>
  listOf(cell).map((each) => read(each, known));

/** `1,5` is what a Spanish spreadsheet writes. */
const number = (cell: string): unknown => {
  const value = Number(cell.replace(",", "."));
  return Number.isNaN(value) ? cell : value;
};

/** `2026-09-01`, or `1/9/2026` with the day first. */
const date = (cell: string): string => {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  return year === "" ? cell : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
};

/** The code for a name in Spanish or English, or for itself. */
const codeOf = (codes: readonly string[], type: "language" | "region") => {
  const named = ["es", "en"].map((language) => new Intl.DisplayNames(language, { type }));
  const byName = new Map(
    codes.flatMap((code) => [code, ...named.map((names) => names.of(code) ?? code)].map((name) => [plain(name), code])),
  );
  return (cell: string): string => byName.get(plain(cell)) ?? cell;
};
const language = codeOf(LanguageSchema.options, "language");
const country = codeOf(Object.keys(countryZones), "region");

/** `ES: Madrid|Toledo; PT`: countries by code or name, each alone or with some of its regions. */
const territories = (cell: string): unknown[] =>
  cell.split(/[;\n]/).flatMap((part) => {
    const [place = "", ...regions] = part.split(":");
    if (regions.length === 0) return listOf(place).map((each) => ({ country: country(each) }));
    return [{ country: country(place.trim()), regions: listOf(regions.join(":")) }];
  });

const idOf = (all: readonly Named[], cell: string): string =>
  all.find(({ id, names }) => [id, ...names].some((name) => plain(name) === plain(cell)))?.id ?? cell;

export const columns: readonly Column[] = [
  { path: ["id"], headers: ["id", "identificador"], read: text },
  { path: ["name"], headers: ["name", "nombre"], read: text },
  { path: ["email"], headers: ["email", "mail", "correo", "correoelectronico"], read: text },
  { path: ["language"], headers: ["language", "idioma"], read: language },
  { path: ["speaks"], headers: ["speaks", "habla", "idiomas"], read: list(language) },
  { path: ["territories"], headers: ["territories", "territory", "territorios", "zonas", "zona"], read: territories },
  {
    path: ["segments"],
    headers: ["segments", "segmentos"],
    read: list((cell, { segments }) => idOf(segments, cell)),
  },
  { path: ["industries"], headers: ["industries", "sectores"], read: list(text) },
  { path: ["timeZone"], headers: ["timezone", "zonahoraria", "husohorario"], read: text },
  { path: ["capacity", "newPerWeek"], headers: ["newperweek", "nuevosporsemana"], read: number },
  { path: ["capacity", "openAtMost"], headers: ["openatmost", "abiertosalavez"], read: number },
  { path: ["weight"], headers: ["weight", "peso"], read: number },
  { path: ["starts"], headers: ["starts", "empieza", "alta"], read: date },
  { path: ["leaves"], headers: ["leaves", "termina", "baja"], read: date },
  { path: ["manager"], headers: ["manager", "responsable"], read: (cell, { managers }) => idOf(managers, cell) },
];

export const columnOf = (header: string): Column | undefined =>
  columns.find(({ headers }) => headers.includes(plain(header)));
