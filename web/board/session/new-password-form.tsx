import type { SessionReply } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { BoardProblem } from "../data/board-problem.ts";
import { session } from "../data/board-session.ts";
import { ChoosePasswordForm } from "./choose-password-form.tsx";
import { sayProblem } from "./say-problem.ts";
import type { Credentials } from "./sign-in-form.tsx";
import { signInWords } from "./sign-in-words.ts";

interface NewPasswordFormProps {
  readonly user: string;
  /** Ties this to the sign-in that asked for a new password. */
  readonly session: string;
  /** Called when the password is set. */
  readonly onStep: (answer: SessionReply, typed: Credentials) => void;
}

export const NewPasswordForm = ({ user, session: challenge, onStep }: NewPasswordFormProps) => {
  const choose = async (password: string): Promise<Bilingual | undefined> => {
    /** The challenge is used up when the answer to an earlier try was lost; then the new password signs in. */
    const ifSaved = async (fault: unknown): Promise<SessionReply> => {
      if (!(fault instanceof BoardProblem) || fault.status !== 401) throw fault;
      return session.signIn(user, password).catch(() => Promise.reject(fault));
    };
    try {
      onStep(await session.setPassword(password, challenge).catch(ifSaved), { user, password });
      return undefined;
    } catch (fault) {
      return sayProblem(fault, signInWords.weak);
    }
  };
  return <ChoosePasswordForm user={user} action={signInWords.save} choose={choose} />;
};
