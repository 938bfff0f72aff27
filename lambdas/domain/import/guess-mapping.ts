import type { OwnField } from "../../contract/agreement.ts";
import type { DateOrder, Decimal, ImportColumn, MappingGuess } from "../../contract/imports.ts";
import { limits } from "../../contract/limits.ts";
import type { Language } from "../../contract/stages.ts";
import { parseEmail } from "../capture/email.ts";
import { fieldMeant } from "../source/map-answers.ts";
import { besideFields, isAddedByUs, isImportField, maySeveralTimes } from "./import-targets.ts";
import { dayFigures, decimalOf } from "./list-values.ts";

type Rows = readonly (readonly string[])[];

/** What the agreement says that a guess depends on. */
export interface GuessRules {
  readonly ownFields: readonly OwnField[];
  /** The agreement's first: it decides where the list says nothing. */
  readonly language: Language;
}

/** Rows by which is guessed. */
const looked = 2000;

/** What the columns of a list seem to be: by their headers, else by what they hold. */
export const guessMapping = (all: Rows, { ownFields, language }: GuessRules): MappingGuess => {
  const rows = all.slice(0, looked);
  const headerRows = headerRowsOf(rows, ownFields);
  const header = headerRows > 0 ? (rows[headerRows - 1] ?? []) : [];
  const body = rows.slice(headerRows).filter((cells) => cells.length > 0);
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const columns = Array.from({ length: width }, (_, column) => {
    const name = header[column] ?? "";
    const values = body.flatMap((cells) => cells[column] || []);
    return { column, name, values, ...guessed(name, values, ownFields) };
  });
  return {
    columns: withoutRepeats(columns).map(({ column, name, values, guess, by }) => ({
      column,
      ...(name !== "" && { header: name.slice(0, sampleCharacters) }),
      samples: samplesOf(values),
      guess,
      by,
    })),
    headerRows,
    dateOrder: dateOrderOf(
      columns.flatMap(({ values }) => (areMostly(values, isDay) ? values : [])),
      language,
    ),
    decimal: decimalIn(
      columns.flatMap(({ values }) => (areMostly(values, isNumber) ? values : [])),
      language,
    ),
  };
};

/** Characters of a value that are shown. */
const sampleCharacters = 120;

const samplesOf = (values: readonly string[]): string[] =>
  [...new Set(values)].slice(0, limits.importSamples).map((value) => value.slice(0, sampleCharacters));

/** Rows above which a header is looked for. */
const mostAbove = 20;

/**
 * A title and empty rows may stand above the header: it is the first row that is about as wide as the list. It names columns,
 * and is nobody's row.
 */
const headerRowsOf = (rows: Rows, own: readonly OwnField[]): number => {
  const widths = rows.map(filled).filter((width) => width > 0);
  const usual = widths.toSorted((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0;
  const found = rows.slice(0, mostAbove).findIndex((cells) => filled(cells) >= Math.max(1, Math.ceil(usual * 0.6)));
  const header = rows[found] ?? [];
  return isHeader(header, rows.slice(found + 1), own) ? found + 1 : Math.max(found, 0);
};

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== "").length;

const isHeader = (header: readonly string[], below: Rows, own: readonly OwnField[]): boolean => {
  if (header.some((cell) => isAddress(cell) || /^\+?[\d\s().-]{7,}$/.test(cell))) return false;
  if (header.some((cell) => meant(cell, own) !== undefined)) return true;
  return header.some(
    (cell, column) =>
      cell !== "" &&
      areMostly(
        below.flatMap((cells) => cells[column] || []),
        isAddress,
      ),
  );
};

const meant = (name: string, own: readonly OwnField[]): string | undefined => {
  // `E-mail 2`, `Teléfono 1 - Value`: lists count their columns.
  const bare = name.replace(/\s*-\s*value$/i, "").replace(/[\s_-]*\d{1,2}$/, "");
  return fieldMeant(name, own) ?? fieldMeant(bare, own);
};

const isAddress = (text: string): boolean => text.includes("@") && parseEmail(text) !== undefined;
const isDay = (text: string): boolean => dayFigures(text) !== undefined;
const isNumber = (text: string): boolean => /^-?\d[\d., ]*(?:\s?[€%])?$/.test(text);
const isPhone = (text: string): boolean => {
  const digits = text.replace(/\D/g, "").length;
  return /^[+(]?\d[\d\s().-]{7,20}$/.test(text) && digits >= 9 && digits <= 15 && !isDay(text);
};

/** Most of the values, and at least one. */
const areMostly = (values: readonly string[], is: (text: string) => boolean): boolean => {
  const some = values.slice(0, 200);
  return some.length > 0 && some.filter(is).length >= some.length * 0.7;
};

type Guess = Pick<ImportColumn, "guess" | "by">;

const guessed = (name: string, values: readonly string[], own: readonly OwnField[]): Guess => {
  const field = name === "" ? undefined : meant(name, own);
  const isOurs = field !== undefined && (isImportField(field) || own.some(({ id }) => id === field));
  // A column that is called `Correo` and holds no addresses says something else about mail.
  const isContradicted = field === "email" && values.length > 0 && !values.some((value) => value.includes("@"));
  if (isOurs && !isContradicted) return { guess: field, by: "header" };
  if (areMostly(values, isAddress)) return { guess: "email", by: "content" };
  if (name === "" && areMostly(values, isPhone)) return { guess: "phone", by: "content" };
  return { guess: name === "" || values.length === 0 || isAddedByUs(name) ? "ignore" : "other", by: "none" };
};

/** Of two columns for one field the first is it, unless several make one value. */
const withoutRepeats = <T extends Guess>(columns: readonly T[]): T[] => {
  const taken = new Set<string>();
  const byHeaderFirst = columns.toSorted((one, other) => Number(other.by === "header") - Number(one.by === "header"));
  const first = new Set<T>();
  for (const column of byHeaderFirst) {
    const { guess } = column;
    if (!taken.has(guess) || maySeveralTimes(guess)) first.add(column);
    taken.add(guess);
  }
  return columns.map((column) => (first.has(column) ? column : { ...column, guess: besideFields[0], by: "none" }));
};

const dateOrderOf = (values: readonly string[], language: Language): MappingGuess["dateOrder"] => {
  const days = values.flatMap((text) => {
    const figures = dayFigures(text);
    return figures === undefined ? [] : [{ text, figures }];
  });
  const votes: Record<DateOrder, number> = { dmy: 0, mdy: 0, ymd: 0 };
  for (const { figures } of days) {
    const [first, second] = figures;
    if (first > 31) votes.ymd += 1;
    else if (first > 12 && second <= 12) votes.dmy += 1;
    else if (second > 12 && first <= 12) votes.mdy += 1;
  }
  const open = days.find(({ figures: [first, second] }) => first <= 12 && second <= 12 && first !== second);
  const [is, most] = mostVoted<DateOrder>(votes, language === "es" ? "dmy" : "mdy");
  const others = Object.values(votes).reduce((sum, each) => sum + each, 0) - most;
  // A list of ISO days needs no choice, and is read alike in each order.
  const isSure = open === undefined ? others === 0 || is === "ymd" : most > 0 && others === 0 && is !== "ymd";
  return { is, isSure, ...(open !== undefined && { example: open.text.slice(0, sampleCharacters) }) };
};

const decimalIn = (values: readonly string[], language: Language): MappingGuess["decimal"] => {
  const votes: Record<Decimal, number> = { ",": 0, ".": 0 };
  let open: string | undefined;
  for (const text of values) {
    const says = decimalOf(text);
    if (says === "ambiguous") open ??= text;
    else if (says !== undefined) votes[says] += 1;
  }
  const [is, most] = mostVoted(votes, language === "es" ? "," : ".");
  const isSure = votes[","] + votes["."] === most && (most > 0 || open === undefined);
  return { is, isSure, ...(open !== undefined && { example: open.slice(0, sampleCharacters) }) };
};

const mostVoted = <T extends string>(votes: Readonly<Record<T, number>>, usual: T): [T, number] => {
  let best: [T, number] = [usual, votes[usual]];
  for (const each in votes) if (votes[each] > best[1]) best = [each, votes[each]];
  return best;
};
