import type { Agreement, Colleague, Rep } from "../../contract/agreement.ts";
import { smokeRep } from "../smoke/smoke-rep.ts";

/**
 * The owner of a lead: a rep with present settings, or a colleague who takes what no rep can. Only a rep has hours,
 * absences and a manager of their own.
 */
export type Owner = Colleague &
  Partial<Pick<Rep, "timeZone" | "workingHours" | "holidays" | "absences" | "starts" | "leaves" | "manager">>;

/**
 * The owner by the agreement; `undefined` when it does not have them (any more): a removed colleague has left. The rep of
 * smoke tests is there under every agreement.
 */
export const colleagueOf = (ownerId: string, { terms }: Pick<Agreement, "terms">): Owner | undefined =>
  [...terms.team.reps, ...terms.team.managers, terms.team.director, smokeRep].find(({ id }) => id === ownerId);

/**
 * Stands for a colleague who is no longer in the agreement: known by id only, and left. Their superior is the director.
 */
export const ownerWhoLeft = (ownerId: string, { terms }: Pick<Agreement, "terms">): Owner => ({
  ...terms.team.director,
  id: ownerId,
  name: ownerId,
  leaves: "1970-01-01",
});

/**
 * The rep's manager; the director of everyone else, and of reps whose manager the agreement does not know. Nobody is above
 * the rep of smoke tests.
 */
export const superiorOf = ({ manager }: Pick<Owner, "manager">, { terms }: Pick<Agreement, "terms">): Colleague =>
  [...terms.team.managers, smokeRep].find(({ id }) => id === manager) ?? terms.team.director;

/** Whom the agreement names as the director, for leads of this owner. */
export const directorFor = ({ id }: Pick<Owner, "id">, { terms }: Pick<Agreement, "terms">): Colleague =>
  id === smokeRep.id ? smokeRep : terms.team.director;

/** A colleague's name; their id when the agreement does not have them (any more). */
export const nameOfPerson = (id: string, { terms }: Pick<Agreement, "terms">): string => {
  const { marketing } = terms.team;
  return colleagueOf(id, { terms })?.name ?? (marketing.id === id ? marketing.name : id);
};

/** Someone of the sales team by id or address, as another system knows them. */
export const findColleague = (named: string, agreement: Pick<Agreement, "terms">): Owner | undefined => {
  const { reps, managers, director } = agreement.terms.team;
  const address = named.trim().toLowerCase();
  return (
    colleagueOf(named, agreement) ??
    [...reps, ...managers, director].find(({ email }) => email.toLowerCase() === address)
  );
};
