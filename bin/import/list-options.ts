import { readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod/mini";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import {
  DateOrderSchema,
  type ImportTerms,
  ImportTermsSchema,
  listEncodings,
  type MappingGuess,
  type ReadAsked,
} from "../../lambdas/contract/imports.ts";
import { fieldCalled } from "../../lambdas/domain/capture/field-names.ts";
import { checkTerms, kindsOfLists, type TermsProblem } from "../../lambdas/domain/import/check-terms.ts";
import { guessMapping } from "../../lambdas/domain/import/guess-mapping.ts";
import { isTarget } from "../../lambdas/domain/import/import-targets.ts";
import { letters } from "../../lambdas/domain/import/list-values.ts";
import { originOf } from "../../lambdas/domain/import/origin-id.ts";
import { type ListTable, readTable } from "../../lambdas/domain/import/read-table.ts";
import { sayUnreadable } from "../../lambdas/views/import/say-unreadable.ts";
import { CommandError, UsageError } from "../frame/errors.ts";
import { numberFrom, option, optionalText } from "../frame/option.ts";

const separators = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
const oneOf = <const T extends string>(values: readonly T[], says: string, takes: string) =>
  option(z.optional(z.enum(values)), { takes, says, kind: `one of ${values.join(", ")}` });

/** How a list is read, and on which terms: what the board asks for, with the same guesses. */
export const listOptions = {
  map: optionalText(
    "COLUMNS",
    'what columns are, where the guess is wrong: "C=company,Notas=ignore", by letter or header',
  ),
  "header-rows": option(z.optional(numberFrom(0, 50, true)), {
    takes: "N",
    says: "rows above the first lead (default: as it seems)",
    kind: "a whole number from 0 to 50",
  }),
  sheet: optionalText("NAME", "the sheet of the workbook (default: the first one with something in it)"),
  encoding: oneOf(listEncodings, "the encoding of a CSV file (default: as it seems)", "NAME"),
  separator: oneOf(["comma", "semicolon", "tab", "bar"], "what separates its columns (default: as it seems)", "NAME"),
  "date-order": oneOf(DateOrderSchema.options, "the order of day, month and year (default: as it seems)", "ORDER"),
  decimal: oneOf(["comma", "point"], "the decimal sign (default: as it seems)", "SIGN"),
  origin: optionalText("ID", "where the leads come from, in the figures (default: the file's name)"),
  campaign: optionalText("NAME", "the campaign"),
  consent: oneOf(["none", "consented", "per-row"], "whether they agreed to mails (default: none)", "BASIS"),
  proof: optionalText("TEXT", "who collected the consents, where, when, and in which words"),
  "consent-at": option(z.optional(z.iso.date()), {
    takes: "DAY",
    says: "when they were given",
    kind: "a day such as 2026-03-10",
  }),
};
export type ListValues = z.output<z.ZodMiniObject<typeof listOptions, z.core.$strip>>;

/** How the list is to be read, where it is not read as it seems. */
export const askedOf = ({ sheet, encoding, separator }: ListValues): ReadAsked => ({
  ...(sheet !== undefined && { sheet }),
  ...(encoding !== undefined && { encoding }),
  ...(separator !== undefined && { separator: separators[separator] }),
});

/** @throws {CommandError} when it is no list */
export const listIn = async (file: string, values: ListValues): Promise<ListTable> => {
  const read = await readTable(readFileSync(file), askedOf(values));
  if (!read.ok) throw new CommandError(`${file}: ${sayUnreadable(read.because).en}`);
  return read.table;
};

/** The terms by the options, and by what the list seems to be. @throws {UsageError} when they cannot be kept */
export const termsOfList = (
  file: string,
  { rows }: ListTable,
  values: ListValues,
  agreement: Agreement,
): { readonly terms: ImportTerms; readonly guess: MappingGuess } => {
  const { fields: ownFields = [], company } = agreement.terms;
  const guess = guessMapping(rows, { ownFields, language: company.languages[0] ?? "en" });
  const { "header-rows": headerRows = guess.headerRows, "date-order": dateOrder, decimal, consent = "none" } = values;
  const said = mappingSaid(values.map ?? "", guess, (target) => isTarget(target, ownFields));
  const mapping = guess.columns.map(({ column, guess: guessed }) => {
    const to = said.get(column) ?? guessed;
    // Nobody asked for what the column says.
    return { column, to: to === "consent" && consent !== "per-row" && !said.has(column) ? "ignore" : to };
  });
  const at = values["consent-at"] && `${values["consent-at"]}T12:00:00.000Z`;
  const terms = ImportTermsSchema.safeParse({
    mapping,
    headerRows,
    dateOrder: dateOrder ?? guess.dateOrder.is,
    decimal: decimal === undefined ? guess.decimal.is : decimal === "comma" ? "," : ".",
    origin: values.origin ?? originOf(path.basename(file).replace(/\.[^.]*$/, "")),
    ...(values.campaign !== undefined && { campaign: values.campaign }),
    basis: consent === "none" ? { is: consent } : { is: consent, proof: values.proof ?? "", ...(at && { at }) },
  });
  if (!terms.success) throw new UsageError(terms.error.issues.map(sayIssue).join("\n"));
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const problems = checkTerms(terms.data, {
    ownFields,
    kinds: kindsOfLists(agreement.terms),
    rows: rows.length,
    columns,
  });
  if (problems.length > 0) throw new UsageError(problems.map(sayProblem).join("\n"));
  return { terms: terms.data, guess };
};

const sayIssue = ({ path: at }: z.core.$ZodIssue): string => {
  const [first, second] = at.map(String);
  if (second === "proof") return "--proof is missing: who collected the consents, where, when, and in which words.";
  return `--${first === "origin" ? "origin must be an ID such as fair-2026" : `${first} is not valid`}.`;
};

const sayProblem = (problem: TermsProblem): string => {
  switch (problem.because) {
    case "no-email":
      return "No column is the e-mail address: say which one with --map, such as --map B=email.";
    case "no-consent-column":
      return "--consent per-row needs a column: say which one with --map, such as --map D=consent.";
    case "consent-unused":
      return "A column is mapped to consent: use --consent per-row, or map it to ignore.";
    case "twice":
      return `Column ${letters(problem.column)} is ${problem.to}, as another one is: map one of them to other or ignore.`;
    case "no-rows":
      return "There are no rows below the header.";
    default:
      return `The terms cannot be kept: ${problem.because}.`;
  }
};

/** `B=email,Notas=ignore`. */
const mappingSaid = (
  said: string,
  { columns }: MappingGuess,
  isKnown: (target: string) => boolean,
): ReadonlyMap<number, string> => {
  const pairs = said.split(",").filter((pair) => pair.trim() !== "");
  return new Map(
    pairs.map((pair): [number, string] => {
      const at = pair.lastIndexOf("=");
      const [name, target] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      const found = columns.find(({ column, header }) => header === name || letters(column) === name.toUpperCase());
      if (at < 1 || found === undefined) throw new UsageError(`--map: there is no column "${name || pair}".`);
      const to = isKnown(target) ? target : (fieldCalled(target) ?? target);
      if (!isKnown(to)) throw new UsageError(`--map: "${target}" is no field.`);
      return [found.column, to];
    }),
  );
};
