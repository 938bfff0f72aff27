import { useEffect, useState } from "react";
import { boardPaths } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { BoardProblem } from "../data/board-problem.ts";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { ChoosePasswordForm } from "./choose-password-form.tsx";
import { sayProblem } from "./say-problem.ts";
import { SignInCard } from "./sign-in-card.tsx";
import { signInWords } from "./sign-in-words.ts";

/** Behind the link that is mailed for a forgotten password. Opening it changes nothing. */
export const ResetPage = () => {
  const { say } = useLanguage();
  const [isDone, setDone] = useState(false);
  const [reference] = useState(() => window.location.hash.slice(1));
  // Out of the address, which browsers keep and people copy.
  useEffect(() => window.history.replaceState(null, "", boardPaths.newPassword), []);

  const choose = async (password: string): Promise<Bilingual | undefined> => {
    try {
      await session.resetPassword(reference, password);
      setDone(true);
      return undefined;
    } catch (fault) {
      const isOver = fault instanceof BoardProblem && fault.status !== 422;
      return sayProblem(fault, isOver ? signInWords.linkOver : signInWords.resetWeak);
    }
  };

  return (
    <SignInCard
      title={isDone ? signInWords.resetDoneTitle : signInWords.resetTitle}
      lead={isDone ? signInWords.resetDoneLead : signInWords.resetLead}
      hasFocus={isDone}
    >
      {!isDone && <ChoosePasswordForm action={signInWords.resetDo} choose={choose} />}
      <a className="sign-in-other" href={boardPaths.board}>
        {say(signInWords.toSignIn)}
      </a>
    </SignInCard>
  );
};
