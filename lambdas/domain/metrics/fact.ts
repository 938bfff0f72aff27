import * as z from "zod/mini";
import { type FactItem, factItems, metricNames } from "../../contract/metrics.ts";
import { smokePrefix } from "../../contract/smoke.ts";
import type { Stage } from "../../contract/stages.ts";
import { whenNeeded } from "../../contract/start-light.ts";
import { keys } from "../../contract/table.ts";
import { cardOf } from "../board/card.ts";
import { LeadSchema } from "../lead/lead.ts";
import { MoveFactSchema } from "../lead/move-fact.ts";
import type { Change } from "../publish/events-of-change.ts";

const text = () => z.optional(z.string());

/** Every fact; what is left of an erased lead's has no lead id. */
const fact = () => ({
  source: text(),
  persona: text(),
  /** When the fact was imported; its own time is older than its writing. */
  importedAt: text(),
});

const moveSchema = whenNeeded(() => z.extend(z.omit(MoveFactSchema, { leadId: true }), fact()));
const answerSchema = whenNeeded(() =>
  z.object({
    ...fact(),
    at: z.string(),
    ownerId: z.string(),
    kind: z.string(),
    reason: text(),
    /** Accepted before in this cycle by a former owner. */
    again: z.optional(z.literal(true)),
  }),
);
const outcomeSchema = whenNeeded(() =>
  z.object({
    ...fact(),
    at: z.string(),
    ownerId: z.string(),
    kind: z.string(),
    amount: z.optional(z.number()),
    currency: text(),
    /** When the outcome that this one corrects was recorded, and its kind. */
    corrects: text(),
    correctedKind: text(),
    /** When the deal was closed, and when by the corrected outcome, where that is not the time of the record. */
    closedAt: text(),
    correctedClosedAt: text(),
    correctedAmount: z.optional(z.number()),
    correctedCurrency: text(),
  }),
);
const clockSchema = whenNeeded(() =>
  z.object({
    ...fact(),
    ownerId: z.string(),
    dueAt: z.string(),
    closedAt: z.string(),
    because: z.string(),
    answered: z.boolean(),
    inTime: z.boolean(),
  }),
);
const breachSchema = whenNeeded(() =>
  z.object({ ...fact(), at: z.string(), ownerId: z.string(), level: z.int(), dueAt: z.string() }),
);

export type Move = z.infer<ReturnType<typeof moveSchema>>;
export type Answered = z.infer<ReturnType<typeof answerSchema>>;
export type OutcomeFact = z.infer<ReturnType<typeof outcomeSchema>>;
export type ClockStopped = z.infer<ReturnType<typeof clockSchema>>;
export type Breached = z.infer<ReturnType<typeof breachSchema>>;

/** One immutable fact of a lead: all figures come from these and from nothing else. */
export type CountedFact =
  | { readonly is: "MOVE"; readonly fact: Move }
  | { readonly is: "ANSWER"; readonly fact: Answered }
  | { readonly is: "OUTCOME"; readonly fact: OutcomeFact }
  | { readonly is: "CLOCK"; readonly fact: ClockStopped }
  | { readonly is: "BREACH"; readonly fact: Breached };

const readers: { readonly [K in FactItem]: (item: unknown) => CountedFact } = {
  MOVE: (item) => ({ is: "MOVE", fact: moveSchema().parse(item) }),
  ANSWER: (item) => ({ is: "ANSWER", fact: answerSchema().parse(item) }),
  OUTCOME: (item) => ({ is: "OUTCOME", fact: outcomeSchema().parse(item) }),
  CLOCK: (item) => ({ is: "CLOCK", fact: clockSchema().parse(item) }),
  BREACH: (item) => ({ is: "BREACH", fact: breachSchema().parse(item) }),
};

/** The item as a fact; `undefined` for another kind of item. @throws when it should be a fact and is invalid. */
export const factIn = (item: Record<string, unknown>): CountedFact | undefined => {
  const kind = factItems.find((each) => each === String(item.sk).split("#")[0]);
  return kind === undefined ? undefined : readers[kind](item);
};

const ofSmokeTests = keys.lead(smokePrefix).pk;

/** No figure, no alarm and no pulse counts an item of a smoke test's lead. */
export const isUncounted = ({ pk }: Record<string, unknown>): boolean => String(pk).startsWith(ofSmokeTests);

/** When the fact happened, by which it is counted. */
export const timeOf = ({ is, fact }: CountedFact): string => (is === "CLOCK" ? fact.closedAt : fact.at);

/** When the fact was written into the table. */
export const writtenAt = (counted: CountedFact): string => counted.fact.importedAt ?? timeOf(counted);

/**
 * The fact that a change of the table brings. The facts of an erased lead were counted while they were the lead's;
 * only the erasure is new.
 */
export const newFactOf = ({ before, after }: Pick<Change, "before" | "after">): CountedFact | undefined => {
  if (before !== undefined || after === undefined) return undefined;
  const counted = factIn(after);
  const isOfLead = String(after.pk).startsWith(keys.lead("").pk);
  return isOfLead || (counted !== undefined && isErasure(counted)) ? counted : undefined;
};

/** The same change is counted once. An erasure has one id for both of its records: the lead's and the kept facts'. */
export const markOf = ({ id }: Pick<Change, "id">, counted: CountedFact): string => {
  if (!isErasure(counted)) return id;
  const { cycle, at, from, since = "", ownerId = "" } = counted.fact;
  return ["ERASED", cycle, at, from, since, ownerId].join("#");
};

const isErasure = (counted: CountedFact): counted is Extract<CountedFact, { is: "MOVE" }> =>
  counted.is === "MOVE" && counted.fact.to === null;

/** The dashboard's metric to which a fact adds one. */
export interface Measure {
  readonly metric: string;
  readonly stage?: string;
}

export const measuresOf = (counted: CountedFact): Measure[] => {
  if (counted.is === "MOVE") {
    const { from, to } = counted.fact;
    if (to === null || from === to) return [];
    return [{ metric: metricNames.entered, stage: to }, ...(from === null ? [{ metric: metricNames.newLeads }] : [])];
  }
  return counted.is === "BREACH" && counted.fact.level === 1 ? [{ metric: metricNames.followUpBreached }] : [];
};

/**
 * The stage whose card differs after this change of a lead's own item. Not when it has moved to another
 * stage: its move is a record of its own.
 */
export const cardChanged = ({ before, after }: Change): Stage | undefined => {
  if (before === undefined || after?.sk !== "PROFILE") return undefined;
  const [then, now] = [LeadSchema.parse(before), LeadSchema.parse(after)];
  if (then.stage !== now.stage) return undefined;
  return JSON.stringify(cardOf(then)) === JSON.stringify(cardOf(now)) ? undefined : now.stage;
};
