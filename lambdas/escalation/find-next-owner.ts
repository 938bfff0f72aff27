import { companyOwnerWrites, readCompanyOwner } from "../adapters/dynamo-company-owners.ts";
import type { NamedWrite } from "../adapters/dynamo-table.ts";
import { countPlace, readTeamFor, takePlace } from "../adapters/dynamo-team.ts";
import type { Bilingual } from "../contract/stages.ts";
import type { WhyReassign } from "../domain/escalation/why-reassign.ts";
import { chooseRep } from "../domain/hand-off/choose-rep.ts";
import { companyOf } from "../domain/hand-off/prospect.ts";
import type { Unanswered, Worked } from "../domain/lead/lead.ts";
import { type Owner, superiorOf } from "../domain/team/owner.ts";
import type { TableTask } from "../journey/task.ts";
import { saySteppedIn } from "../views/escalation/reassignment-words.ts";

/** Who gets the lead, and the writes for it: a place with them, and for a rep the company. */
export interface NextOwner {
  readonly colleague: Owner;
  readonly place: readonly NamedWrite[];
}

interface Wanted {
  readonly lead: Unanswered | Worked;
  readonly owner: Owner;
  readonly why: WhyReassign;
  readonly at: string;
}

/**
 * The next rep, preferably one who has not had the lead in this cycle. The lead of an owner who has left
 * goes to their manager, or to the director, when no rep can take it; every other lead stays where it is.
 */
export const findNextOwner = async (
  { table, agreement }: TableTask,
  { lead, owner, why, at }: Wanted,
): Promise<{ taker?: NextOwner; explanation: Bilingual }> => {
  const company = companyOf(lead, agreement);
  const [team, companyOwner] = await Promise.all([
    readTeamFor(table, lead, agreement, at),
    readCompanyOwner(table, company),
  ]);
  const chooseFrom = (...exclude: string[]) => chooseRep(lead, team, agreement, at, { exclude, companyOwner });
  const fresh = chooseFrom(owner.id, ...lead.followUp.earlier);
  const { rep, explanation, newBelow } = fresh.rep === null ? chooseFrom(owner.id) : fresh;
  if (rep !== null) {
    const place = [
      ...takePlace(table, rep, agreement, at, newBelow),
      ...companyOwnerWrites(table, company, rep.rep.id, at),
    ];
    return { taker: { colleague: rep.rep, place }, explanation };
  }
  if (why.because !== "left") return { explanation };
  const superior = superiorOf(owner, agreement);
  return {
    taker: { colleague: superior, place: [countPlace(table, superior.id)] },
    explanation: saySteppedIn(superior),
  };
};
