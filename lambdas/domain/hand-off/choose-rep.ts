import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { Lead } from "../lead/lead.ts";
import { onDay } from "../score/fact.ts";
import type { RepNow } from "../team/rep-now.ts";
import { eligibleFor } from "./eligible.ts";
import { explainChoice } from "./explain-choice.ts";
import { leastPressed, pickRep } from "./pick-rep.ts";
import { outlookOf, type Promised, segmentOf } from "./prospect.ts";

export interface RepChoice {
  /** `null` when no rep is free. */
  readonly rep: RepNow | null;
  readonly explanation: Bilingual;
  /** Ids of the eligible reps, whether or not they have room and are present. */
  readonly reps: string[];
  /**
   * For `takePlace`: refused when the rep has had so many leads this week meanwhile, since then it is another rep's
   * turn.
   */
  readonly newBelow: number;
  /** Of the eligible, the one under the least pressure, free or not; `undefined` when there is none. */
  readonly bestPlaced: RepNow | undefined;
}

interface ChoiceOptions {
  /** Ids of reps who must not get it. */
  readonly exclude?: readonly string[] | undefined;
  /** Id of the rep who has the lead's company. */
  readonly companyOwner?: string | undefined;
  /** Places that leads ahead in the queue will take. */
  readonly promised?: Promised | undefined;
}

type Choosable = Pick<Lead, "leadId" | "language" | "email" | "contact" | "lane" | "wantedBy">;

/**
 * The right rep for the lead: `eligibleFor` says who is eligible, `pickRep` who of them is chosen. No rep gets
 * a lead while they are away, or will be before its deadline.
 */
export const chooseRep = (
  lead: Choosable,
  team: readonly RepNow[],
  agreement: Agreement,
  now: string,
  options: ChoiceOptions = {},
): RepChoice => {
  const segment = segmentOf(onDay(lead, now), agreement);
  const { reps, givenUp } = eligibleFor({ ...lead, segment }, team, agreement, now, options.exclude);
  const outlook = outlookOf(agreement, now);
  const prospects = reps.map((each) => outlook(each, { lane: lead.lane, segment }, options.promised));
  const picked = pickRep({ ...lead, segment, companyOwner: options.companyOwner }, prospects);
  return {
    rep: picked?.prospect.repNow ?? null,
    explanation: explainChoice({ picked, prospects, givenUp, language: lead.language }, agreement, now),
    reps: reps.map(({ rep }) => rep.id),
    newBelow: picked?.newBelow ?? 0,
    bestPlaced: leastPressed(prospects, lead.leadId)?.repNow,
  };
};
