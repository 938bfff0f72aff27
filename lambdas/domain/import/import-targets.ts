import type { OwnField } from "../../contract/agreement.ts";
import type { KnownField } from "../capture/field-names.ts";
import { ownField } from "../score/fact.ts";

/** The fields of ours that a column of a list can be, in the order in which they are offered. */
export const importFields = [
  "email",
  "name",
  "firstName",
  "lastName",
  "secondLastName",
  "company",
  "jobTitle",
  "phone",
  "phoneCountry",
  "companySize",
  "industry",
  "country",
  "region",
  "language",
  "timeZone",
  "interest",
  "message",
  "consent",
  "consentAt",
] as const satisfies readonly KnownField[];
export type ImportField = (typeof importFields)[number];

export const isImportField = (target: string): target is ImportField => importFields.some((each) => each === target);

/** What a column can be beside a field: kept as it was written, or left out. */
export const besideFields = ["other", "ignore"] as const;

/** Of these, several columns make one value. */
const severalTimes: ReadonlySet<string> = new Set(["phone", "interest", "message", ...besideFields]);

export const maySeveralTimes = (target: string): boolean => severalTimes.has(target);

export const isTarget = (target: string, own: readonly OwnField[]): boolean =>
  isImportField(target) || besideFields.some((each) => each === target) || ownField(target, own) !== undefined;

/** How we call what we add to a list of refused rows: imported again, it is about no lead. */
export const refusedColumns = {
  row: { es: "Fila de la lista", en: "Row of the list" },
  reason: { es: "Motivo del rechazo", en: "Reason for the refusal" },
} as const;

const addedByUs: ReadonlySet<string> = new Set(Object.values(refusedColumns).flatMap(({ es, en }) => [es, en]));

export const isAddedByUs = (header: string): boolean => addedByUs.has(header);
