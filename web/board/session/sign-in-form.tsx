import { type FormEvent, useState } from "react";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { sayProblem } from "./say-problem.ts";
import { signInWords } from "./sign-in-words.ts";

/** @param onFirst called when the password is right but has to be replaced */
export const SignInForm = ({ onFirst }: { onFirst: (user: string, session: string) => void }) => {
  const { say } = useLanguage();
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const [isPending, setPending] = useState(false);
  const [wrong, setWrong] = useState<{ user?: Bilingual; password?: Bilingual }>({});

  const signIn = async (): Promise<void> => {
    setPending(true);
    try {
      const answer = await session.signIn(user.trim(), password);
      if (answer.is === "new-password-needed") onFirst(user.trim(), answer.session);
    } catch (fault) {
      setWrong({ password: sayProblem(fault, signInWords.wrong) });
    }
    setPending(false);
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const missing = {
      ...(user.trim() === "" && { user: signInWords.userMissing }),
      ...(password === "" && { password: signInWords.passwordMissing }),
    };
    setWrong(missing);
    if (Object.keys(missing).length === 0 && !isPending) void signIn();
  };

  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <TextField
        label={say(signInWords.user)}
        autoComplete="username"
        value={user}
        onChange={setUser}
        error={wrong.user && say(wrong.user)}
      />
      <TextField
        label={say(signInWords.password)}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={wrong.password && say(wrong.password)}
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {say(signInWords.signIn)}
      </Button>
    </form>
  );
};
