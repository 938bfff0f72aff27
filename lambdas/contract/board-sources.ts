/** What the board shows of the sources of the agreement: the contract between its page and its API. */
import * as z from "zod/mini";
import { SaidSchema } from "./board.ts";
import type { ReadOnly } from "./read-only.ts";
import { droppable } from "./start-light.ts";

const WalkedAnswerSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Counted from 1. */
    position: z.int(),
    /** The question as its tool calls it: its label, else its id. */
    name: z.string(),
    /** The tool's id, beside the label. */
    id: z.optional(z.string()),
    /** What was answered, shortened; empty when nothing was. */
    said: z.string(),
    /** The field that it is; missing when it is none that we know. */
    to: z.optional(SaidSchema),
    /** `rule`: the mapping says so; `name`: by its id or label. */
    by: z.enum(["rule", "name", "none"]),
    /** What the lead has of it, as the pipeline keeps it. */
    kept: z.optional(SaidSchema),
    /** It, or what could not be read of it, is shown beside the lead as it was written. */
    isBeside: z.boolean(),
    /** Which field it seems to be, and the line of the agreement that would say so. */
    suggestion: z.optional(z.object({ to: SaidSchema, rule: z.string() })),
  }),
);

const WalkedThingSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    becomes: z.enum(["lead", "test", "refused", "engagement", "fetched", "nothing"]),
    /** The same as a sentence. */
    says: SaidSchema,
    answers: z.array(WalkedAnswerSchema),
    /** What else there is to know: consent, what was left out. */
    notes: z.array(SaidSchema),
    /** Lines of the mapping that no answer meets. */
    unused: z.array(z.string()),
    /** Criteria that no lead of this form can meet, since it does not ask. */
    never: z.array(z.object({ persona: SaidSchema, criteria: z.array(SaidSchema) })),
  }),
);

/** A request of a form tool, walked through what would become of it. */
export const WalkSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Why nothing in it can be read, and what to do. */
    unread: z.optional(SaidSchema),
    things: z.array(WalkedThingSchema),
  }),
);
export type Walk = ReadOnly<z.infer<typeof WalkSchema>>;
export type WalkedThing = Walk["things"][number];
export type WalkedAnswer = WalkedThing["answers"][number];
