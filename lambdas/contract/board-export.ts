/** The lists of the board as files: what the API answers, from which the browser makes CSV or XLSX. */
import * as z from "zod/mini";
import { AsideKindSchema } from "./agreed-limits.ts";
import { rowVerdicts } from "./imports.ts";
import type { ReadOnly } from "./read-only.ts";
import { LanguageSchema, StageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/**
 * Which list. `page`: a table that the browser has whole, such as one of the figures; only the audit trail hears of it.
 */
export const ExportListSchema = /* @__PURE__ */ droppable(() =>
  z.enum([
    "pipeline",
    "worklist",
    "attention",
    "aside",
    "wins",
    "trail",
    "decisions",
    "sources",
    "unread",
    "imports",
    "import-rows",
    "page",
  ]),
);
export type ExportList = z.infer<typeof ExportListSchema>;
/** What is found by a search is exported by a post, as it is searched for by one. */
export type Exported = ExportList | "search";

/** Query of `GET exports/{list}`: the language of headings and labels, and what the list itself takes. */
export const ExportQuerySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    language: LanguageSchema,
    /** Of the pipeline: one stage; all when left out. */
    stage: z.optional(StageSchema),
    owner: z.optional(z.string().check(z.maxLength(100))),
    persona: z.optional(z.string()),
    source: z.optional(z.string()),
    grade: z.optional(z.string()),
    overdue: z.optional(z.literal("1")),
    attention: z.optional(z.literal("1")),
    /** Of what is kept aside: the reason. */
    kind: z.optional(AsideKindSchema),
    /** Of the trail, in UTC. */
    day: z.optional(z.iso.date()),
    /** Of decisions: those up to this week's meeting. */
    week: z.optional(z.string().check(z.regex(/^\d{4}-W\d{2}$/))),
    /** Of rows: the import, and what becomes of them. */
    importId: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
    verdict: z.optional(z.enum(rowVerdicts)),
    /** Of a page: which table, and how many rows it has. */
    table: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,80}$/i))),
    rows: z.optional(z.string().check(z.regex(/^\d{1,6}$/))),
  }),
);
export type ExportQuery = z.infer<typeof ExportQuerySchema>;

/** `GET exports/{list}`: all rows of the list, up to a bound. */
export const ExportSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** `time`: on the clocks of the agreement, such as `2026-12-01 10:30:00`. */
    columns: z.array(z.object({ label: z.string(), type: z.enum(["text", "number", "time"]) })),
    rows: z.array(z.array(z.nullable(z.union([z.string(), z.number()])))),
    /** The list goes on beyond the bound. */
    more: z.boolean(),
  }),
);
export type Export = ReadOnly<z.infer<typeof ExportSchema>>;
