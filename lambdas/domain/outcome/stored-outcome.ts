import { type Outcome, outcomeKinds } from "./parse-outcome.ts";

/** A stored outcome. */
export interface StoredOutcome {
  readonly kind: Outcome["kind"];
  readonly at: string;
  /** When the deal was won or lost, where that was before: a correction of an amount or a reason does not move it. */
  readonly closedAt?: string | undefined;
  readonly amount?: number | undefined;
  /** Of the amount; of one that was stored before the agreement named currencies there is none. */
  readonly currency?: string | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** Id of the colleague who recorded it. */
  readonly by?: string | undefined;
  /** The time of the outcome that it replaces. */
  readonly corrects?: string | undefined;
}

/** A stored item as an outcome. @throws when its kind is not an outcome's. */
export const storedOutcomeOf = <F extends { readonly kind: string; readonly at: string }>(fact: F) => {
  const kind = outcomeKinds.find((each) => each === fact.kind);
  if (kind === undefined) throw new Error(`no outcome is called ${fact.kind}`);
  return { ...fact, kind };
};

/**
 * The same outcome again: a double click, or an event delivered twice. The note does not matter.
 * @param own the company's own currency: that of a stored amount without one
 */
export const saysTheSame = (stored: StoredOutcome, outcome: Outcome, own: string): boolean =>
  stored.kind === outcome.kind &&
  stored.amount === ("amount" in outcome ? outcome.amount : undefined) &&
  (stored.amount === undefined || (stored.currency ?? own) === ("currency" in outcome ? outcome.currency : own)) &&
  stored.reason === ("reason" in outcome ? outcome.reason : undefined);

/** Whether it ended the deal, in this cycle at least. */
export const isEnding = ({ kind }: Pick<StoredOutcome, "kind">): boolean =>
  kind === "won" || kind === "lost" || kind === "recycled";
