import { type Outcome, outcomeKinds } from "./parse-outcome.ts";

/** What was told of a lead, as it was recorded. */
export interface StoredOutcome {
  readonly kind: Outcome["kind"];
  readonly at: string;
  readonly amount?: number | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** Id of who said so. */
  readonly by?: string | undefined;
  /** It takes the place of what was told at that time. */
  readonly corrects?: string | undefined;
}

/** A recorded fact as an outcome. @throws when its kind is not one of an outcome. */
export const toldBy = <F extends { readonly kind: string; readonly at: string }>(fact: F) => {
  const kind = outcomeKinds.find((each) => each === fact.kind);
  if (kind === undefined) throw new Error(`no outcome is called ${fact.kind}`);
  return { ...fact, kind };
};

/** The same word once more: a double click, or an event that came twice. What was noted beside it does not matter. */
export const saysTheSame = (told: StoredOutcome, outcome: Outcome): boolean =>
  told.kind === outcome.kind &&
  told.amount === ("amount" in outcome ? outcome.amount : undefined) &&
  told.reason === ("reason" in outcome ? outcome.reason : undefined);

/** It ended the deal, in this cycle at least. */
export const isEnding = ({ kind }: Pick<StoredOutcome, "kind">): boolean =>
  kind === "won" || kind === "lost" || kind === "recycled";
