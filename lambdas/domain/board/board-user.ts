import * as z from "zod/mini";
import type { Agreement } from "../../contract/agreement.ts";
import { type Role, RoleSchema } from "../../contract/board.ts";
import type { Lead } from "../lead/lead.ts";
import { ownerIn } from "../lead/move-fact.ts";

/** The signed-in user of the board. */
export interface BoardUser {
  readonly user: string;
  readonly role: Role;
  /** The user's colleague in the agreement; a rep always has one. */
  readonly colleagueId?: string;
}

const ClaimsSchema = z.object({ username: z.string().check(z.minLength(1)), "cognito:groups": z.unknown() });

/**
 * The user, by the claims of the access token.
 * @returns `undefined` when the claims give no role, or more than one, or make a rep of someone whom the agreement does
 * not know: in doubt nothing is shown.
 */
export const boardUserOf = (claims: unknown, agreement: Pick<Agreement, "terms">): BoardUser | undefined => {
  const read = ClaimsSchema.safeParse(claims);
  if (!read.success) return undefined;
  const { username: user, "cognito:groups": groups } = read.data;
  const roles = groupsIn(groups).flatMap((group) => RoleSchema.safeParse(group).data ?? []);
  const [role, ...others] = roles;
  if (role === undefined || others.length > 0) return undefined;
  const { director, marketing, managers, reps } = agreement.terms.team;
  const colleagues = role === "rep" ? reps : [...reps, ...managers, director, marketing];
  if (colleagues.some(({ id }) => id === user)) return { user, role, colleagueId: user };
  return role === "rep" ? undefined : { user, role };
};

/** An HTTP API writes a list as `[a b]`; others pass it on as it is, or as JSON. */
const groupsIn = (groups: unknown): unknown[] => {
  if (Array.isArray(groups)) return groups;
  return typeof groups === "string" ? groups.split(/[[\]",\s]+/).filter((group) => group !== "") : [];
};

/** A rep sees own leads only: those in hand, and those that the rep has closed. */
export const maySee = (user: BoardUser, lead: Lead): boolean => maySeeLeadOf(user, ownerIn(lead));

export const maySeeLeadOf = ({ role, colleagueId }: BoardUser, ownerId: string | undefined): boolean =>
  role !== "rep" || (colleagueId !== undefined && ownerId === colleagueId);

/** A user of the board to be created. */
export interface NewUser {
  /** Of a colleague their id in the agreement. */
  readonly user: string;
  readonly email: string;
  readonly role: Role;
}

/**
 * What a colleague of the agreement is on the board; `undefined` for everyone else. The director sees what managers
 * see.
 */
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
