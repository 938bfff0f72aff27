import * as z from "zod/mini";

/** The lifecycle stages of a lead, in the order of its way. The agreement gives each an owner, a label and a time limit. */
export const StageSchema = z.enum([
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
]);
export type Stage = z.infer<typeof StageSchema>;

/** Stages in which somebody, or the machine, still owes the lead something: each has a next due time. */
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

export const DepartmentSchema = z.enum(["marketing", "sales"]);

export const LanguageSchema = z.enum(["es", "en"]);
export type Language = z.infer<typeof LanguageSchema>;

/** So marked, it leaves no zod in the board's first page. */
const words = /* @__PURE__ */ z.string().check(z.minLength(1));
/** The same words in both languages, and nothing else: in YAML a comma in `{ es: uno, dos, en: one }` begins another key. */
export const BilingualSchema = z.strictObject({ es: words, en: words });
export type Bilingual = z.infer<typeof BilingualSchema>;
