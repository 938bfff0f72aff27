import type { SessionReply } from "../../../lambdas/contract/board.ts";
import { assertNever } from "../../../lambdas/domain/assert-never.ts";
import type { Credentials } from "./sign-in-form.tsx";

/** Where somebody is on the way in. */
export type Step =
  | { readonly is: "password" }
  /** Asks for a link by mail; then says that it is on its way, if there is such a user. */
  | { readonly is: "forgotten" }
  | { readonly is: "link-sent" }
  | { readonly is: "new-password"; readonly user: string; readonly session: string }
  | { readonly is: "code"; readonly session: string; readonly typed: Credentials }
  /** `isOnly`: the authenticator's codes are good for nothing any more. */
  | { readonly is: "recovery"; readonly typed: Credentials; readonly isOnly: boolean }
  | { readonly is: "set-up"; readonly ticket: string }
  | { readonly is: "recovery-codes"; readonly codes: readonly string[]; readonly answer: SessionReply };

/** @returns `undefined` when there is nothing more to do: the session has taken the token */
export const stepAfter = (answer: SessionReply, typed: Credentials): Step | undefined => {
  switch (answer.is) {
    case "signed-in":
      return answer.recoveryCodes === undefined
        ? undefined
        : { is: "recovery-codes", codes: answer.recoveryCodes, answer };
    case "new-password-needed":
      return { is: "new-password", user: typed.user, session: answer.session };
    case "code-needed":
      return { is: "code", session: answer.session, typed };
    case "recovery-needed":
      return { is: "recovery", typed, isOnly: true };
    case "factor-needed":
      return { is: "set-up", ticket: answer.ticket };
    case "factor-secret":
      return undefined;
    default:
      return assertNever(answer);
  }
};
