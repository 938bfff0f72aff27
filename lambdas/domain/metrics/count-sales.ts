import { nobodyFollowedUp } from "../escalation/nobody-answered.ts";
import { inThousandths, type KeptAmount } from "../money/money.ts";
import { amounts } from "./amounts.ts";
import type { Count } from "./count.ts";
import type { Answered, Breached, ClockStopped, OutcomeFact } from "./fact.ts";
import { bounded, slices } from "./slices.ts";

/** The company's figures, and those of the lead's source, persona and rep. */
const allOf = ({ source, persona, ownerId }: Pick<Answered, "source" | "persona" | "ownerId">): string[] => [
  slices.all,
  ...(source === undefined ? [] : [slices.source(source)]),
  ...(persona === undefined ? [] : [slices.persona(persona)]),
  slices.rep(ownerId),
];

/**
 * Sales' decisions. A lead counts as accepted once a cycle: a colleague who takes over an accepted lead does not judge
 * marketing's choice again.
 */
export const countAnswer = (answer: Answered): Count[] => {
  const { at, kind, reason, again } = answer;
  if (kind === "accepted")
    return again
      ? [{ counter: "accepted-again", by: 1, at, slices: [slices.all] }]
      : [{ counter: "accepted", by: 1, at, slices: allOf(answer) }];
  if (kind !== "rejected") return [];
  return [
    { counter: "rejected", by: 1, at, slices: allOf(answer) },
    ...(reason === undefined ? [] : [{ counter: `rejected:${bounded(reason)}`, by: 1, at, slices: [slices.all] }]),
  ];
};

/**
 * Outcomes of accepted leads, when the deal was closed: a later correction of its amount leaves it in its week and
 * quarter. A corrected one is subtracted where it was counted.
 */
export const countOutcome = (fact: OutcomeFact): Count[] => {
  const { at, kind, closedAt = at, corrects, correctedKind } = fact;
  const { correctedClosedAt = corrects, correctedAmount: amount, correctedCurrency: currency } = fact;
  const of = allOf(fact);
  return [
    ...outcome(kind, fact, 1, closedAt, of),
    ...(corrects === undefined ? [] : [{ counter: "outcome-corrected", by: 1, at, slices: [slices.all] }]),
    ...(correctedClosedAt === undefined || correctedKind === undefined
      ? []
      : outcome(correctedKind, { amount, currency }, -1, correctedClosedAt, of)),
  ];
};

const outcome = (kind: string, amount: KeptAmount, by: 1 | -1, at: string, of: readonly string[]): Count[] => [
  { counter: `outcome:${bounded(kind)}`, by, at, slices: of },
  ...(kind === "won" ? [{ counter: "won", by, at, slices: [slices.all], per: "quarter" as const }] : []),
  ...(kind === "won" && amount.amount !== undefined ? [amountCount(amount.amount, amount.currency, by, at, of)] : []),
];

/** Each currency has a counter of its own. */
const amountCount = (amount: number, currency: string | undefined, by: 1 | -1, at: string, of: readonly string[]) =>
  currency === undefined
    ? { counter: amounts.withoutCurrency, by: by * Math.round(amount * 100), at, slices: of }
    : { counter: amounts.in(bounded(currency)), by: by * inThousandths(amount), at, slices: of };

/**
 * A rep's clock for a lead has stopped. A broken promise counts in the week in which it was due, so that what
 * the clock says when it stops falls into the same week as the breach.
 */
export const countClock = (clock: ClockStopped): Count[] => {
  const { dueAt, closedAt: at, because, answered, inTime } = clock;
  const [of, all] = [allOf(clock), [slices.all]];
  return [
    { counter: "clock-closed", by: 1, at, slices: all },
    ...(answered ? [{ counter: "followed-up", by: 1, at, slices: of }] : []),
    ...(inTime ? [{ counter: "followed-up-in-time", by: 1, at, slices: of }] : []),
    ...(because.startsWith("reassigned") ? [{ counter: "reassigned", by: 1, at, slices: all }] : []),
    ...(because === nobodyFollowedUp ? [{ counter: "returned", by: 1, at, slices: all }] : []),
    ...(Date.parse(at) > Date.parse(dueAt) ? [{ counter: "broken", by: 1, at: dueAt, slices: of }] : []),
  ];
};

/**
 * `breached` once per rep's turn, in the week in which it was due; `escalated` at every level, in the week of its
 * notification.
 */
export const countBreach = (breach: Breached): Count[] => {
  const { at, level, dueAt } = breach;
  return [
    { counter: "escalated", by: 1, at, slices: [slices.all] },
    ...(level === 1 ? [{ counter: "breached", by: 1, at: dueAt, slices: allOf(breach) }] : []),
  ];
};
