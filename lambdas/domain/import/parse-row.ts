import type { OwnField } from "../../contract/agreement.ts";
import type { ImportTerms, RowConsent, RowNote, RowRefusal } from "../../contract/imports.ts";
import type { CaptureRules } from "../capture/capture-rules.ts";
import { boundOther, type Submission } from "../capture/submission.ts";
import { parseFields } from "../capture/submission-fields.ts";
import { ownField } from "../score/fact.ts";
import { isPlaceholder } from "../text/placeholder.ts";
import type { ImportField } from "./import-targets.ts";
import { isCutNumber, isoDay, letters, listNumber, withoutGuard } from "./list-values.ts";
import { answersOf, consentsOf } from "./row-consent.ts";

/** A row that can be a lead, or why it cannot. */
export type ParsedRow =
  | {
      readonly ok: true;
      /** As a form's, with the consent that the list's terms give it. */
      readonly submission: Submission;
      /** SHA-256 of what the row says: equal for equal rows under the same mapping. */
      readonly bodyHash: string;
      readonly consent: RowConsent;
      readonly notes: readonly RowNote[];
    }
  | { readonly ok: false; readonly because: RowRefusal; readonly field?: string };

export interface RowRules {
  readonly terms: ImportTerms;
  /** The cells of the header row, for the names of what is kept beside; empty when there is none. */
  readonly header: readonly string[];
  readonly rules: CaptureRules;
}

/** A row without any value is no row: it is passed over and counted nowhere. */
export const isEmptyRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** Reads rows as a form is read, by the list's own mapping, order of dates and decimal sign. */
export const rowReader = ({ terms, header, rules: agreed }: RowRules): ((cells: readonly string[]) => ParsedRow) => {
  const rules = { ...agreed, defaultLanguage: terms.language ?? agreed.defaultLanguage };
  const columns = terms.mapping
    .filter(({ to }) => to !== "ignore")
    .map(({ column, to }) => ({ column, to, own: ownField(to, rules.ownFields) }));
  return (cells) => {
    const { sent, beside, notes } = sortCells(cells, columns, terms, header);
    const cellOf = (field: ImportField) => cells[columns.find(({ to }) => to === field)?.column ?? -1]?.trim() ?? "";
    const email = cellOf("email");
    if (email === "" || isPlaceholder(email)) return { ok: false, because: "no-email", field: "email" };
    const answers = answersOf(terms, cellOf("consent"), cellOf("consentAt"), rules.defaultLanguage);
    const parsed = parseFields([...sent, ...answers.sent], rules);
    if (!parsed.ok) return { ok: false, because: "invalid-email", field: "email" };
    const { submission, bodyHash } = parsed;
    const { consents, consent } = consentsOf(submission, terms, answers, bodyHash, rules);
    const { other, cut } = boundOther([
      ...submission.other.map(({ name, value }) => [name, value] as const),
      ...beside,
    ]);
    return {
      ok: true,
      bodyHash,
      consent,
      notes: [...notes, ...unreadIn(submission, [...sent.keys()])],
      submission: {
        ...submission,
        consents,
        utm: { ...submission.utm, ...(terms.campaign !== undefined && { campaign: terms.campaign }) },
        origin: terms.origin,
        ...(terms.engagement && { did: [{ kind: terms.engagement.kind }] }),
        other,
        cut: submission.cut + cut,
      },
    };
  };
};

interface Column {
  readonly column: number;
  readonly to: string;
  readonly own: OwnField | undefined;
}

/** The cells that are fields, as a form would send them, and those that are kept beside. */
const sortCells = (
  cells: readonly string[],
  columns: readonly Column[],
  terms: ImportTerms,
  header: readonly string[],
) => {
  const sent = new Map<string, string | number>();
  const beside: [string, string][] = [];
  const notes: RowNote[] = [];
  for (const { column, to, own } of columns) {
    const text = withoutGuard((cells[column] ?? "").trim());
    if (text === "" || to === "consent" || to === "consentAt") continue;
    const value = to === "other" ? undefined : valueIn(text, to, own, terms);
    if (value !== undefined) sent.set(to, sent.has(to) ? `${sent.get(to)}, ${value}` : value);
    else if (to === "other") beside.push([header[column] || letters(column), text]);
    else {
      beside.push([to, text]);
      notes.push({ field: to, because: isCutNumber(text) ? "number-in-scientific-notation" : "unread" });
    }
  }
  return { sent, beside, notes };
};

/** The value as a form would send it; `undefined` when it cannot be one by the list's terms. */
const valueIn = (
  text: string,
  to: string,
  own: OwnField | undefined,
  { dateOrder, decimal }: ImportTerms,
): string | number | undefined => {
  if ((to === "phone" || own?.type === "text") && isCutNumber(text)) return undefined;
  switch (own?.type) {
    case "date":
      return isoDay(text, dateOrder);
    case "number":
    case "money":
      return listNumber(text, decimal) ?? text;
    default:
      return text;
  }
};

/** What was said of a field and has become no value of it; the words are kept beside. */
const unreadIn = ({ contact, languageChosen, timeZone, other }: Submission, fields: readonly string[]) => {
  const beside = new Set(other.map(({ name }) => name));
  const isRead = (field: string): boolean => {
    if (field === "language") return languageChosen;
    if (field === "timeZone") return timeZone !== undefined;
    const { own = {}, readAs: _, ...values } = contact;
    return Object.hasOwn(own, field) || Object.hasOwn(values, field);
  };
  return fields
    .filter((field) => beside.has(field) && !isRead(field) && !partsOfOthers.has(field))
    .map((field): RowNote => ({ field, because: "unread" }));
};

/** They have no value of their own. */
const partsOfOthers: ReadonlySet<string> = new Set([
  "email",
  "firstName",
  "lastName",
  "secondLastName",
  "phoneCountry",
]);
