import { type FormEvent, useState } from "react";
import type { SessionReply } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { sayProblem } from "./say-problem.ts";
import { signInWords } from "./sign-in-words.ts";

/** What was typed: a later step of the same sign-in may need it again. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

interface SignInFormProps {
  /** Somebody who is signed in proves it by the password: the user cannot be changed. */
  readonly as?: string;
  /** Leads to setting up a second factor. */
  readonly enrols?: boolean;
  /** Called when the password is right, and there is more to do. */
  readonly onStep: (answer: SessionReply, typed: Credentials) => void;
}

export const SignInForm = ({ as, enrols = false, onStep }: SignInFormProps) => {
  const { say } = useLanguage();
  const [user, setUser] = useState(as ?? "");
  const [password, setPassword] = useState("");
  const [isPending, setPending] = useState(false);
  const [wrong, setWrong] = useState<{ user?: Bilingual; password?: Bilingual }>({});

  const signIn = async (): Promise<void> => {
    setPending(true);
    const typed = { user: user.trim(), password };
    try {
      onStep(await session.signIn(typed.user, typed.password, enrols), typed);
    } catch (fault) {
      setWrong({ password: sayProblem(fault, as === undefined ? signInWords.wrong : signInWords.wrongPassword) });
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
      {as === undefined ? (
        <TextField
          label={say(signInWords.user)}
          autoComplete="username"
          value={user}
          onChange={setUser}
          error={wrong.user && say(wrong.user)}
        />
      ) : (
        <UnseenUser user={as} />
      )}
      <TextField
        label={say(signInWords.password)}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={wrong.password && say(wrong.password)}
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {say(as === undefined ? signInWords.signIn : signInWords.goOn)}
      </Button>
    </form>
  );
};

/** Password managers know by it whose password this is. */
export const UnseenUser = ({ user }: { user: string }) => (
  <input
    className="unseen"
    type="text"
    autoComplete="username"
    value={user}
    readOnly
    tabIndex={-1}
    aria-hidden="true"
  />
);
