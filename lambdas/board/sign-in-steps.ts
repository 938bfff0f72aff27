import * as z from "zod/mini";
import { readFactor, spendRecoveryCode } from "../adapters/dynamo-second-factor.ts";
import { lifetimes } from "../contract/limits.ts";
import { assertNever } from "../domain/assert-never.ts";
import { seal, unseal } from "../domain/board/session/sealed.ts";
import { hashOfCode, needsFactor } from "../domain/board/session/second-factor.ts";
import type { Sessions, SignedIn, SignInOutcome, SignInStep } from "../domain/board/session/session-response.ts";
import { ownerOfToken } from "../domain/board/session/token-owner.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { recordAccess } from "./access-trail.ts";
import {
  forgetFailures,
  type GuardDependencies,
  guardedCode,
  guardedTry,
  type Tried,
  type Verdict,
} from "./guarded-try.ts";

export interface SignInDependencies extends GuardDependencies {
  readonly sessions: Sessions;
  /** `required`: all but reps set one up before they get in. */
  readonly secondFactor: "required" | "optional";
}

/** `enrols`: wants to set up a second factor, and gets a ticket for that instead of getting in. */
interface Wish {
  readonly enrols: boolean;
}
interface Credentials extends Wish {
  readonly user: string;
  readonly password: string;
}

/** Password first; then the second factor, if the user has one or needs one. */
export const signIn = async (
  deps: SignInDependencies,
  { user, password, enrols }: Credentials,
  sender: string | undefined,
): Promise<SignInStep> =>
  guardedTry(
    deps,
    await triedBy(deps, user, sender),
    async () => afterPassword(deps, await deps.sessions.signIn(user, password), password, enrols),
    judge,
  );

/** At the first sign-in, or after operations have reset the password. */
export const setPassword = async (
  deps: SignInDependencies,
  { session, password }: { readonly session: string; readonly password: string },
): Promise<SignInStep> => afterPassword(deps, await deps.sessions.setPassword(session, password), password, false);

/** The code of the second factor. */
export const enterCode = async (
  deps: SignInDependencies,
  { session, code, enrols }: Wish & { readonly session: string; readonly code: string },
  sender: string | undefined,
): Promise<SignInStep> => {
  const challenge = CodeSchema.safeParse(unseal(await deps.keyring(), codePurpose, session));
  if (!challenge.success || challenge.data.until <= deps.now()) return { is: "refused" };
  const { user, of } = challenge.data;
  const step = await guardedCode(deps, user, () => deps.sessions.answerCode(of, code), judge);
  if (step.is !== "signed-in") return step;
  await forgetFailures(deps, { user, sender });
  return admitted(deps, step, enrols);
};

/** A recovery code in the place of the factor's, with the password once again. */
export const recover = async (
  deps: SignInDependencies,
  { user: typed, password, code, enrols }: Credentials & { readonly code: string },
  sender: string | undefined,
  correlationId: string,
): Promise<SignInStep> => {
  const { sessions, table } = deps;
  const tried = await triedBy(deps, typed, sender);
  return guardedTry(
    deps,
    tried,
    async (): Promise<SignInStep> => {
      const outcome = await sessions.signIn(typed, password);
      if (outcome.is === "signed-in") await sessions.revoke(outcome.refreshToken);
      else if (outcome.is !== "code-needed") return outcome;
      const { user } = tried;
      const used = await guardedCode(
        deps,
        user,
        async (): Promise<{ readonly is: "spent" | "refused" }> => {
          const isSpent = await spendRecoveryCode(table, user, hashOfCode(user, code), correlationId);
          return { is: isSpent ? "spent" : "refused" };
        },
        ({ is }) => (is === "spent" ? "passed" : "failed"),
      );
      if (used.is === "wait") return used;
      if (used.is === "refused") return { is: "refused" };
      const { outcome: past, isFactorBack } = await sessions.pastFactor(user, password);
      if (past.is !== "signed-in") return past;
      await recordAccess(deps, ownerOfToken(past.accessToken), "recovery-code");
      return admitted(deps, past, enrols || !isFactorBack);
    },
    judge,
  );
};

/** By name and by address it is the same user, whose failed tries count together. */
const triedBy = async (
  { sessions }: SignInDependencies,
  typed: string,
  sender: string | undefined,
): Promise<Tried> => ({
  user: (await sessions.nameOf(typed)) ?? typed.toLowerCase(),
  sender,
});

const afterPassword = async (
  deps: SignInDependencies,
  outcome: SignInOutcome,
  password: string,
  enrols: boolean,
): Promise<SignInStep> => {
  if (outcome.is === "code-needed") return sealedChallenge(deps, outcome);
  if (outcome.is !== "signed-in") return outcome;
  const { user, role } = ownerOfToken(outcome.accessToken);
  if ((await readFactor(deps.table, user)) === undefined)
    return admitted(deps, outcome, enrols || (deps.secondFactor === "required" && needsFactor(role)));
  // The user has a factor and was not asked for it: a sign-in by a recovery code is under way, or ended halfway.
  await deps.sessions.revoke(outcome.refreshToken);
  const again = await deps.sessions.askForFactor(user, password);
  if (again.is === "signed-in") await deps.sessions.revoke(again.refreshToken);
  return again.is === "code-needed" ? sealedChallenge(deps, again) : { is: "recovery-needed" };
};

const codePurpose = "code";
const CodeSchema = z.object({ user: z.string(), of: z.string(), until: z.string() });

/** Only who had the password can try a code: Cognito's own session says nothing of that to us. */
const sealedChallenge = async (
  { keyring, now }: SignInDependencies,
  { user, session: of }: Extract<SignInOutcome, { is: "code-needed" }>,
): Promise<SignInStep> => {
  const challenge = { user, of, until: later(now(), lifetimes.codeSession) };
  return { is: "code-needed", user, session: seal((await keyring())[0], codePurpose, challenge) };
};

export const ticketPurpose = "enrol";
export const TicketSchema = z.object({ refreshToken: z.string(), until: z.string() });

/** Gets in, or a ticket to set up a second factor: until that is done, no token leaves us. */
const admitted = async (
  { keyring, now }: SignInDependencies,
  signedIn: SignedIn,
  enrols: boolean,
): Promise<SignInStep> => {
  if (!enrols) return signedIn;
  const ticket = { refreshToken: signedIn.refreshToken, until: later(now(), lifetimes.enrolment) };
  return { is: "factor-needed", ticket: seal((await keyring())[0], ticketPurpose, ticket) };
};

const later = (now: string, lifetime: (typeof lifetimes)["codeSession" | "enrolment"]): string =>
  new Date(Date.parse(now) + elapsedMillis(lifetime)).toISOString();

const judge = ({ is }: SignInStep): Verdict => {
  switch (is) {
    case "signed-in":
    case "factor-needed":
      return "passed";
    case "refused":
      return "failed";
    case "code-needed":
    case "recovery-needed":
    case "new-password-needed":
    case "factor-secret":
    case "weak-password":
    case "too-many":
    case "wait":
      return "neither";
    default:
      return assertNever(is);
  }
};
