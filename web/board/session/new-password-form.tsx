import { type FormEvent, useState } from "react";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { BoardProblem } from "../data/board-problem.ts";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { sayProblem } from "./say-problem.ts";
import { signInWords } from "./sign-in-words.ts";

/** @param challenge ties this to the sign-in that asked for a new password */
export const NewPasswordForm = ({ user, session: challenge }: { user: string; session: string }) => {
  const { say } = useLanguage();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [isPending, setPending] = useState(false);
  const [wrong, setWrong] = useState<{ password?: Bilingual; again?: Bilingual }>({});

  const save = async (): Promise<void> => {
    setPending(true);
    await session.setPassword(password, challenge).catch(async (fault: unknown) => {
      if (!(await isSaved(fault))) setWrong({ password: sayProblem(fault, signInWords.weak) });
    });
    setPending(false);
  };

  /** The challenge is used up when the answer to an earlier try was lost; then the new password signs in. */
  const isSaved = async (fault: unknown): Promise<boolean> => {
    if (!(fault instanceof BoardProblem) || fault.status !== 401) return false;
    return session.signIn(user, password).then(
      ({ is }) => is === "signed-in",
      () => false,
    );
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = {
      ...(password === "" && { password: signInWords.passwordMissing }),
      ...(password !== again && { again: signInWords.notSame }),
    };
    setWrong(found);
    if (Object.keys(found).length === 0 && !isPending) void save();
  };

  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      {/* Password managers keep the new password for this user. */}
      <input
        className="unseen"
        type="text"
        autoComplete="username"
        value={user}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextField
        label={say(signInWords.newPassword)}
        hint={say(signInWords.newHint)}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={wrong.password && say(wrong.password)}
      />
      <TextField
        label={say(signInWords.again)}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={wrong.again && say(wrong.again)}
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {say(signInWords.save)}
      </Button>
    </form>
  );
};
