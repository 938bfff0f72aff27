import type { Agreement } from "../../contract/agreement.ts";
import { colleagueOf, type Owner } from "./owner.ts";

/** Somebody of the sales team by id or address, as another system knows them. */
export const findColleague = (named: string, agreement: Pick<Agreement, "terms">): Owner | undefined => {
  const { reps, managers, director } = agreement.terms.team;
  const address = named.trim().toLowerCase();
  return (
    colleagueOf(named, agreement) ??
    [...reps, ...managers, director].find(({ email }) => email.toLowerCase() === address)
  );
};
