import { companyOwnerWrites, readCompanyOwner } from "../adapters/dynamo-company-owners.ts";
import type { NamedWrite } from "../adapters/dynamo-table.ts";
import { countPlace, readTeamFor, takePlace } from "../adapters/dynamo-team.ts";
import type { Agreement } from "../contract/agreement.ts";
import type { Bilingual } from "../contract/stages.ts";
import type { WhyReassign } from "../domain/escalation/why-reassign.ts";
import { chooseRep, type RepChoice } from "../domain/hand-off/choose-rep.ts";
import { standInFor } from "../domain/hand-off/overflow.ts";
import { companyOf } from "../domain/hand-off/prospect.ts";
import { isUnreachable, reachableFrom, refusalOf } from "../domain/hand-off/refused-hand-off.ts";
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
 * The next rep, preferably one who has not had the lead in this cycle; none whom mails about it do not reach. When no rep
 * can take it, the lead of an owner who has left goes to their manager, or to the director. The lead of an owner who never
 * got the hand-off waits for a rep as long as any lead does, and goes there at once when there is none. Every other lead
 * stays where it is.
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
  const unreachable = team.flatMap(({ rep }) => (isUnreachable(lead, rep) ? [rep.id] : []));
  const chooseFrom = (...others: string[]) =>
    chooseRep(lead, team, agreement, at, { exclude: [...others, ...unreachable], companyOwner });
  const fresh = chooseFrom(owner.id, ...lead.followUp.earlier);
  const chosen = fresh.rep === null ? chooseFrom(owner.id) : fresh;
  const { rep, explanation, newBelow } = chosen;
  if (rep !== null) {
    const place = [
      ...takePlace(table, rep, agreement, at, newBelow),
      ...companyOwnerWrites(table, company, lead, rep.rep.id, at),
    ];
    return { taker: { colleague: rep.rep, place }, explanation };
  }
  const colleague = stepsIn(lead, owner, why, chosen, agreement, at);
  if (colleague === undefined) return { explanation };
  return { taker: { colleague, place: [countPlace(table, colleague.id)] }, explanation: saySteppedIn(colleague) };
};

/** Who takes a lead that no rep can take. */
const stepsIn = (
  lead: Unanswered | Worked,
  owner: Owner,
  { because }: WhyReassign,
  { reps, bestPlaced }: RepChoice,
  agreement: Agreement,
  at: string,
): Owner | undefined => {
  const superior = superiorOf(owner, agreement);
  if (because === "left") return reachableFrom(lead, superior, agreement) ?? superior;
  const since = refusalOf(lead, owner)?.at;
  if (because !== "unreachable" || since === undefined) return undefined;
  const colleague = reps.length === 0 ? superior : standInFor({ since, bestPlaced: bestPlaced?.rep }, agreement, at);
  const taker = colleague && reachableFrom(lead, colleague, agreement);
  return taker?.id === owner.id ? undefined : taker;
};
