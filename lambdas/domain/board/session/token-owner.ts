import * as z from "zod/mini";
import { type Role, RoleSchema } from "../../../contract/board.ts";

/** Whose token it is. */
export interface TokenOwner {
  readonly user: string;
  /** `undefined` of a user without a role, or with several. */
  readonly role: Role | undefined;
}

const ClaimsSchema = z.object({
  username: z.string().check(z.minLength(1)),
  "cognito:groups": z._default(z.array(z.string()), []),
});

/** Reads an access token that Cognito has just given to us: its signature need not be checked. */
export const ownerOfToken = (accessToken: string): TokenOwner => {
  const [, claims = ""] = accessToken.split(".");
  const read = ClaimsSchema.parse(JSON.parse(Buffer.from(claims, "base64url").toString()));
  const roles = read["cognito:groups"].flatMap((group) => RoleSchema.safeParse(group).data ?? []);
  return { user: read.username, role: roles.length === 1 ? roles[0] : undefined };
};
