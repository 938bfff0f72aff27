/** What the board shows of the sources of the agreement: the contract between its page and its API. */
import * as z from "zod/mini";
import { limits } from "./limits.ts";
import type { ReadOnly } from "./read-only.ts";
import { droppable } from "./start-light.ts";

/** A text in both languages. */
const SaidSchema = /* @__PURE__ */ droppable(() => z.object({ es: z.string(), en: z.string() }));

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
    by: z.enum(["rule", "name", "value", "none"]),
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

const count = () => z.int();
const CountsSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** Requests that were the tool's, and what came of them. */
    received: count(),
    accepted: count(),
    /** They seem to be a machine's, or are beyond a limit. */
    aside: count(),
    tests: count(),
    engagements: count(),
    /** Requests that were not the tool's, as far as their proof says. */
    refused: count(),
  }),
);
export type SourceCounts = ReadOnly<z.infer<typeof CountsSchema>>;

const UnreadSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    id: z.string(),
    /** When it came. */
    at: z.string(),
    /** Why it cannot be read, and what to do. */
    reason: SaidSchema,
  }),
);

const SourceViewSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    id: z.string(),
    label: SaidSchema,
    /** The tool, as it calls itself. */
    tool: z.string(),
    /** Nothing was found that it follows: nobody has seen it work. */
    isUntried: z.boolean(),
    /** How a request proves that it is the tool's; of `address` the address ends with the secret. */
    proof: z.enum(["signed", "header", "address"]),
    /** To be pasted into the tool, without any secret. */
    address: z.string(),
    steps: z.array(SaidSchema),
    /** The uses for which it needs a secret, and the secrets that it has; never a secret itself. */
    needs: z.array(z.enum(["proof", "challenge", "token"])),
    /** Of these, what the tool makes and shows: it is typed in, not made by us. */
    toolMakes: z.array(z.enum(["proof", "challenge", "token"])),
    secrets: z.array(
      z.object({
        secretId: z.string(),
        use: z.enum(["proof", "challenge", "token"]),
        createdAt: z.string(),
        until: z.optional(z.string()),
      }),
    ),
    lastAt: z.optional(z.string()),
    /** Of this day (UTC), and of the last seven. */
    today: CountsSchema,
    week: CountsSchema,
    /** What could not be read: how much, and the newest of it. */
    unread: z.object({ count: z.int(), entries: z.array(UnreadSchema) }),
  }),
);
export type SourceView = ReadOnly<z.infer<typeof SourceViewSchema>>;

/** `GET sources`: the sources of the agreement, how to connect them, and what came by them. */
export const SourcesViewSchema = /* @__PURE__ */ droppable(() =>
  z.object({ asOf: z.string(), sources: z.array(SourceViewSchema) }),
);

const sourceId = () => z.string().check(z.maxLength(60));
const arrivalId = () => z.string().check(z.minLength(1), z.maxLength(64));

/** What is walked: a request that was pasted, one that could not be read, else the newest that came by the source. */
export const SourceTryBodySchema = /* @__PURE__ */ droppable(() =>
  z.strictObject({
    sourceId: sourceId(),
    request: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.boardRequestBytes))),
    arrivalId: z.optional(arrivalId()),
  }),
);

export const SourceTriedSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** When it came; missing of one that was pasted. */
    at: z.optional(z.string()),
    walk: WalkSchema,
  }),
);
export type SourceTried = ReadOnly<z.infer<typeof SourceTriedSchema>>;

/** Which: some by name, or those of one source that were listed until then, the oldest first and some at a time. */
export const UnreadWishSchema = /* @__PURE__ */ droppable(() =>
  z.union([
    z.strictObject({ ids: z.array(arrivalId()).check(z.minLength(1), z.maxLength(25)) }),
    z.strictObject({ sourceId: sourceId(), until: z.iso.datetime() }),
  ]),
);

/** `again`: it is read again, in some seconds. `drop`: it goes, for good. */
export const UnreadDecisionSchema = /* @__PURE__ */ droppable(() => z.enum(["again", "drop"]));
export type UnreadDecision = z.infer<typeof UnreadDecisionSchema>;

export const UnreadDoneSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    count: z.int(),
    /** There are more of this source: the same request again goes on with them. */
    left: z.boolean(),
    said: SaidSchema,
  }),
);
export type UnreadDone = ReadOnly<z.infer<typeof UnreadDoneSchema>>;
