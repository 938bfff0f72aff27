import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { eligibleFor } from "../hand-off/eligible.ts";
import type { Lead, Unanswered } from "../lead/lead.ts";
import { awayAt } from "../team/availability.ts";
import type { Owner } from "../team/owner.ts";
import type { RepNow } from "../team/rep-now.ts";

/** A lead in somebody's hands, or one that is to come into them, with its segment. */
type Takeable = Pick<Lead, "contact" | "email" | "language" | "segment"> & {
  readonly followUp?: Unanswered["followUp"] | undefined;
};

/** A colleague to whom the lead could be passed on. */
export interface PossibleOwner {
  readonly colleague: Owner;
  /** The rep as read, whose place has to be taken; managers have no limit. */
  readonly repNow?: RepNow;
  readonly can: "take-it" | "not-while-full" | "not-while-away";
  /** Why not, with the figures: `5 de 5 esta semana`. */
  readonly why?: Bilingual;
}

/** The colleagues who could take the lead from its owner, or one that has none: the eligible reps, and the managers. */
export const possibleOwners = (
  lead: Takeable,
  team: readonly RepNow[],
  agreement: Agreement,
  now: string,
): PossibleOwner[] => {
  const ownerId = lead.followUp?.ownerId;
  const reps = eligibleFor(lead, team, agreement, now, ownerId === undefined ? [] : [ownerId]).reps.map(
    (repNow): PossibleOwner => {
      const { rep } = repNow;
      if (awayAt(rep, agreement, now) !== undefined) return { colleague: rep, repNow, can: "not-while-away" };
      const why = fullness(repNow);
      return why === undefined
        ? { colleague: rep, repNow, can: "take-it" }
        : { colleague: rep, repNow, can: "not-while-full", why };
    },
  );
  const managers = agreement.terms.team.managers
    .filter(({ id }) => id !== ownerId)
    .map((colleague): PossibleOwner => ({ colleague, can: "take-it" }));
  return [...reps, ...managers];
};

const fullness = ({ rep: { capacity }, open, newThisWeek, newAtMost }: RepNow): Bilingual | undefined => {
  const { openAtMost } = capacity;
  if (open >= openAtMost)
    return {
      es: `sin capacidad: ${open} de ${openAtMost} abiertos`,
      en: `at capacity: ${open} of ${openAtMost} open`,
    };
  if (newThisWeek >= newAtMost)
    return {
      es: `sin capacidad: ${newThisWeek} de ${newAtMost} esta semana`,
      en: `at capacity: ${newThisWeek} of ${newAtMost} this week`,
    };
  return undefined;
};
