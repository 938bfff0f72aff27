import type { Agreement } from "../../contract/agreement.ts";
import { type Facts, factOf } from "../score/fact.ts";
import { matchOf } from "../score/match.ts";

/** Id of the agreement's first segment whose test the lead passes; `undefined` when it passes none. */
export const segmentOf = (lead: Facts, { terms }: Pick<Agreement, "terms">): string | undefined =>
  terms.segments.find(({ field, test }) => matchOf(test, factOf(lead, field)) !== undefined)?.id;
