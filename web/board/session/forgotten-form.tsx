import { type FormEvent, useState } from "react";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { sayProblem } from "./say-problem.ts";
import { signInWords } from "./sign-in-words.ts";

/** Asks for a link by mail. */
export const ForgottenForm = ({ onSent }: { onSent: () => void }) => {
  const { say, language } = useLanguage();
  const [user, setUser] = useState("");
  const [isPending, setPending] = useState(false);
  const [wrong, setWrong] = useState<Bilingual>();

  const send = async (): Promise<void> => {
    setPending(true);
    try {
      await session.forgot(user.trim(), language);
      onSent();
    } catch (fault) {
      setWrong(sayProblem(fault, signInWords.noAnswer));
      setPending(false);
    }
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const missing = user.trim() === "" ? signInWords.userMissing : undefined;
    setWrong(missing);
    if (missing === undefined && !isPending) void send();
  };

  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <TextField
        label={say(signInWords.userOrAddress)}
        autoComplete="username"
        value={user}
        onChange={setUser}
        error={wrong && say(wrong)}
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {say(signInWords.forgottenDo)}
      </Button>
    </form>
  );
};
