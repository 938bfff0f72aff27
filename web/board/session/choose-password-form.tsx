import { type FormEvent, useState } from "react";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useLanguage } from "../language.tsx";
import { UnseenUser } from "./sign-in-form.tsx";
import { signInWords } from "./sign-in-words.ts";

interface ChoosePasswordFormProps {
  /** Where it is known; password managers keep the password for this user. */
  readonly user?: string;
  readonly action: Bilingual;
  /** @returns what is wrong with the password */
  readonly choose: (password: string) => Promise<Bilingual | undefined>;
}

/** Asks for a new password, twice. */
export const ChoosePasswordForm = ({ user, action, choose }: ChoosePasswordFormProps) => {
  const { say } = useLanguage();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [isPending, setPending] = useState(false);
  const [wrong, setWrong] = useState<{ password?: Bilingual; again?: Bilingual }>({});

  const save = async (): Promise<void> => {
    setPending(true);
    const refusal = await choose(password);
    if (refusal !== undefined) setWrong({ password: refusal });
    setPending(false);
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
      {user !== undefined && <UnseenUser user={user} />}
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
        {say(action)}
      </Button>
    </form>
  );
};
