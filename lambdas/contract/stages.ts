import * as z from "zod/mini";
import { droppable } from "./start-light.ts";

/** The lifecycle stages of a lead, in order. The agreement gives each an owner, a label and a time limit. */
export const StageSchema = /* @__PURE__ */ droppable(() =>
  z.enum([
    "captured",
    "nurturing",
    "qualified",
    "assigned",
    "handed-off",
    "accepted",
    "sales-qualified",
    "opportunity",
    "won",
    "lost",
    "dormant",
    "disqualified",
  ]),
);
export type Stage = z.infer<typeof StageSchema>;

/** Open stages: a colleague or the machine owes the lead a next step, so each has a next due time. */
export const openStages = [
  "captured",
  "nurturing",
  "qualified",
  "assigned",
  "handed-off",
  "accepted",
  "sales-qualified",
  "opportunity",
] as const satisfies readonly Stage[];
export type OpenStage = (typeof openStages)[number];

/** Stages in which a rep works on a lead that they have accepted: SAL, SQL, opportunity. */
export const workedStages = ["accepted", "sales-qualified", "opportunity"] as const satisfies readonly OpenStage[];
export type WorkedStage = (typeof workedStages)[number];
/** Stages in which a lead is in a rep's hands and the deal is still open. */
export const stagesInHand = ["assigned", "handed-off", ...workedStages] as const satisfies readonly OpenStage[];

export const DepartmentSchema = /* @__PURE__ */ droppable(() => z.enum(["marketing", "sales"]));
export type Department = z.infer<typeof DepartmentSchema>;

export const LanguageSchema = /* @__PURE__ */ droppable(() => z.enum(["es", "en"]));
export type Language = z.infer<typeof LanguageSchema>;

const words = /* @__PURE__ */ droppable(() => z.string().check(z.minLength(1)));
/**
 * The same words in both languages, and nothing else: in YAML a comma in `{ es: uno, dos, en: one }` begins another
 * key.
 */
export const BilingualSchema = /* @__PURE__ */ droppable(() => z.strictObject({ es: words, en: words }));
export type Bilingual = z.infer<typeof BilingualSchema>;
