import { putFactor } from "../adapters/dynamo-second-factor.ts";
import { unseal } from "../domain/board/session/sealed.ts";
import { hashOfCode, keyUriOf, newRecoveryCodes } from "../domain/board/session/second-factor.ts";
import type { RefreshOutcome, SignInStep } from "../domain/board/session/session-response.ts";
import { ownerOfToken, type TokenOwner } from "../domain/board/session/token-owner.ts";
import { recordAccess } from "./access-trail.ts";
import { type SignInDependencies, TicketSchema, ticketPurpose } from "./sign-in-steps.ts";

type Bearer = Extract<RefreshOutcome, { is: "refreshed" }> & {
  readonly refreshToken: string;
  readonly owner: TokenOwner;
};

/** A new secret for the user's authenticator. From now on an earlier one is good for nothing. */
export const newSecret = async (deps: SignInDependencies, ticket: string): Promise<SignInStep> => {
  const bearer = await bearerOf(deps, ticket);
  if (bearer.is !== "refreshed") return bearer;
  const secret = await deps.sessions.newSecret(bearer.accessToken);
  return { is: "factor-secret", secret, uri: keyUriOf(bearer.owner.user, secret) };
};

/** A first code proves that the authenticator has the secret: the user has a second factor, new recovery codes, and gets in. */
export const enrol = async (
  deps: SignInDependencies,
  { ticket, code }: { readonly ticket: string; readonly code: string },
): Promise<SignInStep> => {
  const bearer = await bearerOf(deps, ticket);
  if (bearer.is !== "refreshed") return bearer;
  const { accessToken, refreshToken, expiresInSeconds, owner } = bearer;
  if (!(await deps.sessions.isFirstCode(accessToken, code))) return { is: "refused" };
  const recoveryCodes = newRecoveryCodes();
  const hashes = recoveryCodes.map((each) => hashOfCode(owner.user, each));
  await putFactor(deps.table, owner.user, hashes, deps.now());
  await deps.sessions.turnFactorOn(owner.user);
  await recordAccess(deps, owner, "second-factor");
  return { is: "signed-in", accessToken, refreshToken, expiresInSeconds, recoveryCodes };
};

const bearerOf = async (
  { keyring, now, sessions }: SignInDependencies,
  sealed: string,
): Promise<Bearer | Exclude<RefreshOutcome, { is: "refreshed" }>> => {
  const ticket = TicketSchema.safeParse(unseal(await keyring(), ticketPurpose, sealed));
  if (!ticket.success || ticket.data.until <= now()) return { is: "refused" };
  const outcome = await sessions.refresh(ticket.data.refreshToken);
  if (outcome.is !== "refreshed") return outcome;
  return { ...outcome, refreshToken: ticket.data.refreshToken, owner: ownerOfToken(outcome.accessToken) };
};
