import type { Agreement } from "../../contract/agreement.ts";
import type { Role } from "../../contract/board.ts";

/** A user of the board as they are to be. */
export interface NewUser {
  /** Of a colleague their id in the agreement. */
  readonly user: string;
  readonly email: string;
  readonly role: Role;
}

/** What a colleague of the agreement is on the board; `undefined` for everybody else. The director sees what managers see. */
export const userOf = (colleagueId: string, { terms }: Pick<Agreement, "terms">): NewUser | undefined => {
  const { reps, managers, director, marketing } = terms.team;
  const known = [
    ...reps.map((rep) => ({ ...rep, role: "rep" as const })),
    ...[...managers, director].map((manager) => ({ ...manager, role: "manager" as const })),
    { ...marketing, role: "marketing" as const },
  ];
  const found = known.find(({ id }) => id === colleagueId);
  return found && { user: found.id, email: found.email, role: found.role };
};
