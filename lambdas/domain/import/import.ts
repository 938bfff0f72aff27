import * as z from "zod/mini";
import {
  type ImportAction,
  ImportCountsSchema,
  ImportStateSchema,
  ImportTermsSchema,
  ImportUndoneSchema,
  ReadAskedSchema,
  ReadAsListSchema,
  UnreadableSchema,
} from "../../contract/imports.ts";
import { lifetimes } from "../../contract/limits.ts";
import type { ReadOnly } from "../../contract/read-only.ts";
import { droppable } from "../../contract/start-light.ts";
import { elapsedMillis } from "../working-time/duration.ts";

/** An import as it is kept: codes, counts and what colleagues have decided; its rows are elsewhere. */
export const ImportSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    importId: z.string(),
    state: ImportStateSchema,
    /** Optimistic lock of every write. */
    lock: z.int(),
    /** What a colleague decides on: raised by each decision, and when it is ours to wait again. */
    version: z.int(),
    /** How often it was asked to go on: each is one message. */
    turn: z.int(),
    by: z.string(),
    /** The colleague of the agreement, if the user is one. */
    colleagueId: z.optional(z.string()),
    at: z.string(),
    fileName: z.string(),
    bytes: z.int(),
    correlationId: z.string(),
    asked: z.optional(ReadAskedSchema),
    read: z.optional(ReadAsListSchema),
    unreadable: z.optional(UnreadableSchema),
    /** Rows of the file, header and empty ones among them; and the most portions that there were of any reading. */
    lines: z.optional(z.int()),
    portions: z.optional(z.int()),
    terms: z.optional(ImportTermsSchema),
    /** Rows that are dealt with: of the trial, the import or its undoing, by the state. */
    cursor: z._default(z.int(), 0),
    /** Rows behind the cursor that are being taken in: whoever goes on begins with them. */
    taking: z.optional(z.int()),
    counts: z.optional(ImportCountsSchema),
    /** What a colleague wants of a running import, at its next stop. */
    wish: z.optional(z.enum(["pause", "stop"])),
    holds: z.optional(z.enum(["pace", "waiting"])),
    /** Mailboxes of people who are erased, by their hashes: their rows have to go. */
    forget: z.optional(z.array(z.string())),
    /** When somebody has to look at it, unless it went on by itself. */
    dueAt: z.optional(z.string()),
    /** How often the sweep had to, since it last went on. */
    restarts: z.optional(z.int()),
    startedAt: z.optional(z.string()),
    endedAt: z.optional(z.string()),
    undone: z.optional(ImportUndoneSchema),
    /** Which of its rows are still in the bucket: `all`, those that were `refused`, or none. */
    kept: z.enum(["all", "refused", "none"]),
    /** Portions that are removed, while they are. */
    cleared: z.optional(z.int()),
    expiresAt: z.int(),
  }),
);
export type Import = ReadOnly<z.infer<typeof ImportSchema>>;

/** How long a function may be silent before the sweep has another one go on. */
const leaseMillis = 4 * 60_000;

export const leaseUntil = (now: string, millis = leaseMillis): string =>
  new Date(Date.parse(now) + millis).toISOString();

/** The instant at which what began at `at` has lasted so long. */
export const later = (at: string, lifetime: "importUpload" | "importUnstarted" | "importUndo"): string =>
  new Date(Date.parse(at) + elapsedMillis(lifetimes[lifetime])).toISOString();

/** The first row of the list that is a lead, counted from 0. */
export const firstRow = ({ terms }: Pick<Import, "terms">): number => terms?.headerRows ?? 0;

/** Until when what it added can be undone; `undefined` of one that has added nothing. */
export const undoUntilOf = ({ endedAt, state, counts }: Import): string | undefined =>
  endedAt !== undefined && (state === "done" || state === "stopped") && (counts?.new ?? 0) > 0
    ? later(endedAt, "importUndo")
    : undefined;

/** What a colleague may do with it now. */
export const actionsNow = (it: Import, now: string): ImportAction[] => {
  const undoUntil = undoUntilOf(it);
  switch (it.state) {
    case "awaiting-file":
      return ["uploaded", "stop"];
    case "unreadable":
      return ["read", "stop"];
    case "mapping":
      return ["read", "terms", "stop"];
    case "tried":
      return ["read", "terms", "start", "stop"];
    case "running":
      return it.wish === undefined ? ["pause", "stop"] : [];
    case "paused":
      return ["resume", "stop"];
    case "done":
    case "stopped":
      return [
        ...(undoUntil !== undefined && now < undoUntil ? (["undo"] as const) : []),
        ...((it.counts?.refused ?? 0) > 0 && it.kept === "refused" ? (["refused"] as const) : []),
      ];
    case "reading":
    case "trying":
    case "undoing":
    case "undone":
      return [];
  }
};

/** What a colleague has decided, with what it needs. */
export type Decision =
  | { readonly action: "read"; readonly asked: Import["asked"] }
  | { readonly action: "terms"; readonly terms: NonNullable<Import["terms"]> }
  | { readonly action: Exclude<ImportAction, "read" | "terms" | "refused"> };

/** The import after the decision: a function goes on with it where `turn` is another one. */
export const afterDecision = (it: Import, decision: Decision, now: string): Import => {
  const decided = { ...it, version: it.version + 1 };
  const goesOn = { ...decided, turn: it.turn + 1, dueAt: leaseUntil(now), restarts: undefined };
  switch (decision.action) {
    case "uploaded":
      return { ...goesOn, state: "reading" };
    case "read":
      return { ...goesOn, state: "reading", asked: decision.asked, unreadable: undefined, counts: undefined };
    case "terms":
      return {
        ...goesOn,
        state: "trying",
        terms: decision.terms,
        cursor: decision.terms.headerRows,
        counts: undefined,
      };
    case "start":
      return { ...goesOn, state: "running", startedAt: now, cursor: firstRow(it), counts: undefined };
    case "pause":
      return { ...goesOn, wish: "pause" };
    case "resume":
      return { ...goesOn, state: "running", wish: undefined };
    case "stop":
      return it.state === "running" ? { ...goesOn, wish: "stop" } : ended(goesOn, "stopped", now);
    case "undo":
      return { ...goesOn, state: "undoing", cursor: firstRow(it), undone: { erased: 0, kept: {}, leads: [] } };
  }
};

/** It has come to its end: its rows are removed next, but for those that were refused. */
export const ended = (it: Import, state: "done" | "stopped" | "undone", now: string): Import => ({
  ...it,
  state,
  version: it.version + 1,
  wish: undefined,
  holds: undefined,
  taking: undefined,
  endedAt: it.endedAt ?? now,
  cleared: 0,
  dueAt: leaseUntil(now),
});

/** We wait for a colleague, for as long as an import may lie that nobody starts. */
export const awaiting = (
  it: Import,
  state: "awaiting-file" | "unreadable" | "mapping" | "tried" | "paused",
  now: string,
): Import => ({
  ...it,
  state,
  version: it.version + 1,
  wish: undefined,
  holds: undefined,
  dueAt: later(now, "importUnstarted"),
  restarts: undefined,
});

/** Before its list is read nobody knows who stands in it. */
export const hasToForget = ({ forget = [], state }: Pick<Import, "forget" | "state">): boolean =>
  forget.length > 0 && state !== "awaiting-file" && state !== "reading";

/** Whether a function has something to do with it now. */
export const isWork = (it: Import, now: string): boolean =>
  it.state === "reading" ||
  it.state === "trying" ||
  it.state === "running" ||
  it.state === "undoing" ||
  it.cleared !== undefined ||
  hasToForget(it) ||
  // Nobody has started it, or its refused rows have been there long enough.
  (it.dueAt !== undefined && it.dueAt <= now);
