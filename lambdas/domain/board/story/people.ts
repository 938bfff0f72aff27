import type { Agreement } from "../../../contract/agreement.ts";
import { colleagueOf } from "../../team/owner.ts";

/** What a colleague is called; who is in no agreement (any more) goes by their id. */
export const nameOfPerson = (id: string, { terms }: Pick<Agreement, "terms">): string => {
  const { marketing } = terms.team;
  return colleagueOf(id, { terms })?.name ?? (marketing.id === id ? marketing.name : id);
};
