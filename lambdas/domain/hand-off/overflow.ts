import type { Agreement, Rep } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import { awayAt } from "../team/availability.ts";
import { colleagueOf, type Owner } from "../team/owner.ts";
import { sayDuration } from "../text/say-duration.ts";
import { addDuration, calendarOf } from "../working-time/calendar.ts";

/** When a lead that has waited since then overflows; `undefined` where the agreement lets it wait. */
export const overflowsAt = (since: string, agreement: Agreement): string | undefined => {
  const { after, to } = agreement.terms.sla.sales.overflow;
  return to === "nobody" ? undefined : addDuration(since, after, calendarOf(agreement));
};

/**
 * Who takes a lead for which no rep has been free for so long: the rep's manager, or the manager's deputy, as agreed.
 * The manager also when the deputy is away.
 */
export const overflowTo = (
  rep: Pick<Rep, "manager"> | undefined,
  agreement: Agreement,
  now: string,
): Owner | undefined => {
  const { team, sla } = agreement.terms;
  const { to } = sla.sales.overflow;
  const manager = team.managers.find(({ id }) => id === rep?.manager) ?? team.managers.at(0);
  switch (to) {
    case "nobody":
      return undefined;
    case "manager":
      return manager ?? team.director;
    case "deputy": {
      const deputy = manager?.deputy === undefined ? undefined : colleagueOf(manager.deputy, agreement);
      const isThere = deputy !== undefined && awayAt(deputy, agreement, now) === undefined;
      return isThere ? deputy : (manager ?? team.director);
    }
    default:
      return assertNever(to);
  }
};

/** Who takes the lead because it has waited too long; `undefined` while it waits for a rep. */
export const standInFor = (
  { since, bestPlaced }: { readonly since: string; readonly bestPlaced: Pick<Rep, "manager"> | undefined },
  agreement: Agreement,
  now: string,
): Owner | undefined => {
  const at = overflowsAt(since, agreement);
  return at !== undefined && at <= now ? overflowTo(bestPlaced, agreement, now) : undefined;
};

/** @param nobodyFree why no rep got it */
export const explainOverflow = ({ name }: Owner, nobodyFree: Bilingual, { terms }: Agreement): Bilingual => {
  const { after } = terms.sla.sales.overflow;
  const waited = { es: sayDuration(after, "es"), en: sayDuration(after, "en") };
  return {
    es: `${name} lo recibe, como está acordado cuando nadie tiene capacidad en ${waited.es}. ${nobodyFree.es}`,
    en: `${name} takes the lead, as agreed when nobody has had capacity for ${waited.en}. ${nobodyFree.en}`,
  };
};
