import type { Agreement, Colleague, Rep } from "../../contract/agreement.ts";

/**
 * Whoever has a lead in hand: a rep, as they stand now, or a colleague who takes what no rep can. Only a rep has hours,
 * absences and a manager of their own.
 */
export type Owner = Colleague &
  Partial<Pick<Rep, "timeZone" | "workingHours" | "holidays" | "absences" | "starts" | "leaves" | "manager">>;

/** As the agreement knows them; `undefined` when it does not, or no longer: who was taken out of it has left. */
export const colleagueOf = (ownerId: string, { terms }: Pick<Agreement, "terms">): Owner | undefined =>
  [...terms.team.reps, ...terms.team.managers, terms.team.director].find(({ id }) => id === ownerId);

/** In place of somebody whom the agreement has lost: known by id only, gone for long. What they miss the director reads. */
export const ownerWhoLeft = (ownerId: string, { terms }: Pick<Agreement, "terms">): Owner => ({
  ...terms.team.director,
  id: ownerId,
  name: ownerId,
  leaves: "1970-01-01",
});

/** The rep's manager; the director of everybody else, and of reps whose manager the agreement does not know. */
export const superiorOf = ({ manager }: Pick<Owner, "manager">, { terms }: Pick<Agreement, "terms">): Colleague =>
  terms.team.managers.find(({ id }) => id === manager) ?? terms.team.director;

/** What a colleague is called; who is in no agreement (any more) goes by their id. */
export const nameOfPerson = (id: string, { terms }: Pick<Agreement, "terms">): string => {
  const { marketing } = terms.team;
  return colleagueOf(id, { terms })?.name ?? (marketing.id === id ? marketing.name : id);
};

/** Somebody of the sales team by id or address, as another system knows them. */
export const findColleague = (named: string, agreement: Pick<Agreement, "terms">): Owner | undefined => {
  const { reps, managers, director } = agreement.terms.team;
  const address = named.trim().toLowerCase();
  return (
    colleagueOf(named, agreement) ??
    [...reps, ...managers, director].find(({ email }) => email.toLowerCase() === address)
  );
};
