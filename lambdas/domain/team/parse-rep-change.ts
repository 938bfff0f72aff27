import * as z from "zod/mini";
import { limits } from "../../contract/limits.ts";
import { AbsenceSchema, CapacitySchema } from "../../contract/rep-terms.ts";
import { droppable } from "../../contract/start-light.ts";
import { type FieldError, fieldErrorsOf } from "../http/http.ts";
import type { RepChange, RepChangeProblem, RepStep } from "./apply-rep-change.ts";

/** `absences` replaces all those that were added to the agreement's; `null` (or `{}`): as agreed. */
export const RepChangeBodySchema = /* @__PURE__ */ droppable(() =>
  z.strictObject({
    rep: z.string().check(z.minLength(1), z.maxLength(100)),
    absences: z.optional(z.array(AbsenceSchema).check(z.maxLength(limits.absencesPerRep))),
    capacity: z.optional(z.nullable(z.partial(CapacitySchema))),
    leaves: z.optional(z.nullable(AbsenceSchema.shape.from)),
  }),
);

export type RepChangeReading =
  | { readonly ok: true; readonly change: RepChange }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The body of `POST /team`, and the detail of the event `ChangeRep`: `{rep, absences?, capacity?, leaves?}`. */
export const parseRepChange = (body: unknown): RepChangeReading => {
  const read = RepChangeBodySchema.safeParse(body);
  if (!read.success) return { ok: false, errors: fieldErrorsOf(read.error, "rep, absences, capacity and leaves") };
  const steps = stepsOf(read.data);
  return steps.length === 0
    ? { ok: false, errors: [{ field: "body", detail: "must change at least one of absences, capacity and leaves" }] }
    : { ok: true, change: { repId: read.data.rep, steps } };
};

const stepsOf = ({ absences, capacity, leaves }: z.infer<typeof RepChangeBodySchema>): RepStep[] => [
  ...(absences === undefined ? [] : [{ set: "absences", absences } as const]),
  ...(capacity === undefined ? [] : [{ set: "capacity", capacity: capacity ?? {} } as const]),
  ...(leaves === undefined ? [] : [{ set: "leaves", leaves: leaves ?? undefined } as const]),
];

/** Why a well-formed change is refused, as the API reports it. */
export const refusedRepChange = (problem: RepChangeProblem): FieldError => ({
  field: problem.startsWith("leaves") ? "leaves" : "absences",
  detail: refusals[problem],
});

const refusals: Record<RepChangeProblem, string> = {
  "dates-reversed": "an absence ends before it begins",
  "absence-over": "an absence that is over cannot be added",
  "absence-too-long": `an absence is longer than ${limits.absenceDays} days`,
  "absences-too-many": `more than ${limits.absencesPerRep} absences`,
  "absence-unknown": "no such absence",
  "leaves-before-start": "the last day is before the first one",
};
