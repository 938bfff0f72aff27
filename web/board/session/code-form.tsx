import { type FormEvent, useState } from "react";
import type { SessionReply } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useLanguage } from "../language.tsx";
import { sayProblem } from "./say-problem.ts";
import { signInWords } from "./sign-in-words.ts";

interface CodeFormProps {
  readonly label: Bilingual;
  readonly hint?: Bilingual;
  /** Six digits of an authenticator; phones show their digits and fill it in. */
  readonly isOneTime?: boolean;
  readonly action: Bilingual;
  /** Why a code was refused. */
  readonly refused: Bilingual;
  readonly send: (code: string) => Promise<SessionReply>;
  readonly onStep: (answer: SessionReply) => void;
}

/** Asks for one code: of the second factor, for recovery, or the first of a new factor. */
export const CodeForm = ({ label, hint, isOneTime = false, action, refused, send, onStep }: CodeFormProps) => {
  const { say } = useLanguage();
  const [code, setCode] = useState("");
  const [isPending, setPending] = useState(false);
  const [wrong, setWrong] = useState<Bilingual>();

  const enter = async (): Promise<void> => {
    setPending(true);
    try {
      onStep(await send(code.trim()));
    } catch (fault) {
      setWrong(sayProblem(fault, refused));
    }
    setPending(false);
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const missing = code.trim() === "" ? signInWords.codeMissing : undefined;
    setWrong(missing);
    if (missing === undefined && !isPending) void enter();
  };

  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <TextField
        label={say(label)}
        {...(hint !== undefined && { hint: say(hint) })}
        autoComplete={isOneTime ? "one-time-code" : "off"}
        inputMode={isOneTime ? "numeric" : "text"}
        maxLength={40}
        value={code}
        onChange={setCode}
        error={wrong && say(wrong)}
      />
      <Button type="submit" variant="primary" isPending={isPending}>
        {say(action)}
      </Button>
    </form>
  );
};
