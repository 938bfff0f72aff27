import * as z from "zod/mini";
import { AbsenceSchema, type Capacity, CapacitySchema } from "../../contract/rep-terms.ts";
import type { RepStep } from "./apply-rep-change.ts";

/** What one form of the settings page asks for. */
export interface SettingsForm {
  readonly repId: string;
  /** Version of the settings that the form was made from. */
  readonly version: number;
  readonly step: RepStep;
}

export type SettingsFormProblem = "form-unknown" | "dates-missing" | "capacity-wrong" | "leaves-wrong";

export type SettingsReading =
  | { readonly ok: true; readonly form: SettingsForm }
  | { readonly ok: false; readonly repId: string | undefined; readonly problem: SettingsFormProblem };

/** Reads a form of the settings page: `rep`, `version`, `set`, and the fields that go with it. */
export const parseSettings = (fields: URLSearchParams): SettingsReading => {
  const repId = fields.get("rep") ?? undefined;
  const version = VersionSchema.safeParse(fields.get("version"));
  if (repId === undefined || !version.success) return { ok: false, repId, problem: "form-unknown" };
  const step = stepOf(fields);
  return typeof step === "string"
    ? { ok: false, repId, problem: step }
    : { ok: true, form: { repId, version: version.data, step } };
};

const wholeNumber = (text: unknown) => (typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : undefined);
const VersionSchema = z.pipe(z.transform(wholeNumber), z.int());

const stepOf = (fields: URLSearchParams): RepStep | SettingsFormProblem => {
  switch (fields.get("set")) {
    case "absence-added":
    case "absence-removed": {
      const absence = AbsenceSchema.safeParse({ from: typed(fields, "from"), to: typed(fields, "to") });
      if (!absence.success) return "dates-missing";
      return fields.get("set") === "absence-added"
        ? { set: "absence-added", absence: absence.data }
        : { set: "absence-removed", absence: absence.data };
    }
    case "capacity":
      return capacityOf(fields);
    case "leaves":
      return leavesOf(typed(fields, "leaves"));
    default:
      return "form-unknown";
  }
};

const typed = (fields: URLSearchParams, name: string): string => (fields.get(name) ?? "").trim();

/** An empty field: as agreed. */
const capacityOf = (fields: URLSearchParams): RepStep | SettingsFormProblem => {
  const given = (["newPerWeek", "openAtMost"] as const satisfies readonly (keyof Capacity)[])
    .filter((name) => typed(fields, name) !== "")
    .map((name) => [name, wholeNumber(typed(fields, name)) ?? "no number"]);
  const capacity = PartialCapacitySchema.safeParse(Object.fromEntries(given));
  return capacity.success ? { set: "capacity", capacity: capacity.data } : "capacity-wrong";
};

const PartialCapacitySchema = z.partial(CapacitySchema);

const leavesOf = (text: string): RepStep | SettingsFormProblem => {
  if (text === "") return { set: "leaves", leaves: undefined };
  const leaves = AbsenceSchema.shape.from.safeParse(text);
  return leaves.success ? { set: "leaves", leaves: leaves.data } : "leaves-wrong";
};
