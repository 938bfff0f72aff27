/** What the API for forms and for other systems responds, and the faults of the whole API. */
import * as z from "zod/mini";
import type { ReadOnly } from "./read-only.ts";
import { AbsenceSchema, CapacitySchema } from "./rep-terms.ts";
import { BilingualSchema, StageSchema } from "./stages.ts";
import { droppable } from "./start-light.ts";

/** Where anybody may read what this API is: the document is `docs/openapi.json`. */
export const referencePath = "/openapi.json";

/** What is wrong with one field of a request, for programs. */
export const FieldErrorSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Its name, with dots where it stands inside another; `body` for all of it. */
    field: z.string(),
    detail: z.string(),
    /** On the board: the detail in both languages, where it is for people. */
    said: z.optional(BilingualSchema),
  }),
);

/** A fault, by RFC 9457. */
export const ProblemSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** One entry a field. */
    errors: z.optional(z.array(FieldErrorSchema)),
    /** On the board: the detail in both languages. */
    said: z.optional(BilingualSchema),
    /** What the board does about it: `sign-in-again` asks the user to. */
    code: z.optional(z.literal("sign-in-again")),
  }),
);
export type Problem = ReadOnly<z.infer<typeof ProblemSchema>>;

/** `POST /leads`. */
export const LeadTakenSchema = /* @__PURE__ */ droppable(() => z.object({ reference: z.string() }));
export type LeadTaken = z.infer<typeof LeadTakenSchema>;

/** `POST /sources/{source}`. */
export const ArrivalTakenSchema = /* @__PURE__ */ droppable(() => z.object({ received: z.literal(true) }));
export type ArrivalTaken = z.infer<typeof ArrivalTakenSchema>;

/** What the key of another system may be used for. */
export const KeyScopeSchema = /* @__PURE__ */ droppable(() => z.enum(["answers", "outcomes", "team", "sla:read"]));
export type KeyScope = z.infer<typeof KeyScopeSchema>;

/** `POST /engagements`, and the report of the page behind a mail's button. */
export const EngagementsTakenSchema = /* @__PURE__ */ droppable(() => z.object({ accepted: z.int() }));
export type EngagementsTaken = z.infer<typeof EngagementsTakenSchema>;

/** `POST /answers`. */
export const AnswerTakenSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    cycle: z.int(),
    stage: StageSchema,
    answer: z.object({ kind: z.string(), at: z.string(), by: z.optional(z.string()) }),
    /** Who has the lead now, and until when they are to follow up; neither when it waits for nobody. */
    ownerId: z.optional(z.string()),
    dueAt: z.optional(z.string()),
  }),
);
export type AnswerStored = ReadOnly<z.infer<typeof AnswerTakenSchema>>;

/** `POST /outcomes`. */
export const OutcomeTakenSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    leadId: z.string(),
    cycle: z.int(),
    stage: StageSchema,
    /** `false`: the same was recorded before. */
    recorded: z.boolean(),
  }),
);
export type OutcomeStored = ReadOnly<z.infer<typeof OutcomeTakenSchema>>;

/** `POST /team`: what has been changed of the rep by now. */
export const RepChangedSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    rep: z.string(),
    version: z.int(),
    absences: z.array(AbsenceSchema),
    capacity: z.optional(z.partial(CapacitySchema)),
    leaves: z.optional(z.string()),
    at: z.string(),
  }),
);
export type RepChanged = ReadOnly<z.infer<typeof RepChangedSchema>>;

const rate = z.nullable(z.number());
const counts = z.record(z.string(), z.number());
const kept = /* @__PURE__ */ droppable(() => z.union([z.boolean(), z.enum(["open", "no-figures"])]));

/** What the two departments promised each other, and what came of it in one week: the same for both. */
export const SlaOfWeekSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    week: z.string(),
    state: z.enum(["past", "current", "future"]),
    /** Shares and rates go from 0 to 1 and are `null` where there is nothing to divide by. */
    marketing: z.object({
      /** MQLs a week. */
      promised: z.number(),
      mqls: z.number(),
      /** Of what was promised. */
      share: rate,
      /** MQLs at the end of the week if it goes on so; only while the week goes on, and once it has begun. */
      forecast: z.optional(z.number()),
      leastAcceptanceRate: z.number(),
      accepted: z.number(),
      rejected: z.number(),
      /** How many by the id of the reason. */
      rejectedBecause: counts,
      /** Of the decisions that were made in this week, whenever the lead became an MQL. */
      acceptanceRate: rate,
    }),
    sales: z.object({
      promised: z.object({ followUp: z.string(), fastLane: z.string(), ofSegments: z.record(z.string(), z.string()) }),
      /** Answers in this week. */
      followedUp: z.number(),
      inTime: z.number(),
      /** Promises that were due in this week and not kept: each counts once per rep, answered later or not. */
      breached: z.number(),
      /** Of those, the ones to which nobody has said anything yet. */
      openPastDue: z.number(),
      /** Kept promises of all that were decided, by an answer in time or by the deadline. */
      share: rate,
      reassigned: z.number(),
      givenBack: z.number(),
    }),
    /** What became of accepted leads in this week, by kind. */
    outcomes: counts,
    /** `open`: the week is not over and nothing is broken yet; `no-figures`: the week is before the start, when nothing was promised. */
    kept: z.object({ marketing: kept, sales: kept }),
  }),
);
export type SlaOfWeek = ReadOnly<z.infer<typeof SlaOfWeekSchema>>;

/** The same, with what its figures say: one thing a sentence. */
export const SlaInWordsSchema = /* @__PURE__ */ droppable(() =>
  z.extend(SlaOfWeekSchema, { sentences: z.array(BilingualSchema) }),
);

/** `GET /sla`. */
export const SlaSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Version of the agreement in force. */
    agreement: z.string(),
    timeZone: z.string(),
    asOf: z.string(),
    /** MQLs that wait for a rep now. */
    waiting: z.number(),
    /** In order of time. */
    weeks: z.array(SlaInWordsSchema),
  }),
);
export type Sla = ReadOnly<z.infer<typeof SlaSchema>>;
