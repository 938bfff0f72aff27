import { lazy, Suspense } from "react";
import type { SessionReply } from "../../../lambdas/contract/board.ts";
import { assertNever } from "../../../lambdas/domain/assert-never.ts";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { CodeForm } from "./code-form.tsx";
import { ForgottenForm } from "./forgotten-form.tsx";
import { NewPasswordForm } from "./new-password-form.tsx";
import { type Credentials, SignInForm } from "./sign-in-form.tsx";
import { type Step, stepAfter } from "./sign-in-step.ts";
import { signInWords } from "./sign-in-words.ts";

/** With the code that draws QR codes, which nobody else needs. */
const FactorSetup = lazy(() => import("./factor-setup.tsx"));
const RecoveryCodes = lazy(() => import("./recovery-codes.tsx"));

interface StepFormProps {
  readonly step: Step;
  /** `undefined`: done. */
  readonly onStep: (next: Step | undefined) => void;
  /** Who is signed in and sets up a second factor, or proves it once more; left out, somebody signs in. */
  readonly as?: string;
  /** Leads to setting up a second factor. @default whether it is known who it is */
  readonly enrols?: boolean;
}

/** The form of one step on the way in, or to a second factor. */
export const StepForm = ({ step, onStep, as, enrols = as !== undefined }: StepFormProps) => {
  const { say } = useLanguage();
  const go = (answer: SessionReply, typed: Credentials) => onStep(stepAfter(answer, typed));
  switch (step.is) {
    case "password":
      return (
        <>
          <SignInForm {...(as !== undefined && { as })} enrols={enrols} onStep={go} />
          {as === undefined && (
            <button type="button" className="sign-in-other" onClick={() => onStep({ is: "forgotten" })}>
              {say(signInWords.toForgotten)}
            </button>
          )}
        </>
      );
    case "forgotten":
      return <ForgottenForm onSent={() => onStep({ is: "link-sent" })} />;
    case "link-sent":
      return null;
    case "new-password":
      return <NewPasswordForm user={step.user} session={step.session} onStep={go} />;
    case "code":
      return (
        <>
          <CodeForm
            key="code"
            label={signInWords.code}
            isOneTime
            action={as === undefined ? signInWords.signIn : signInWords.goOn}
            refused={signInWords.codeWrong}
            send={(code) => session.enterCode(step.session, code, enrols)}
            onStep={(answer) => go(answer, step.typed)}
          />
          <button
            type="button"
            className="sign-in-other"
            onClick={() => onStep({ is: "recovery", typed: step.typed, isOnly: false })}
          >
            {say(signInWords.toRecovery)}
          </button>
        </>
      );
    case "recovery":
      return (
        <CodeForm
          key="recovery"
          label={signInWords.recoveryCode}
          hint={signInWords.recoveryHint}
          action={as === undefined ? signInWords.signIn : signInWords.goOn}
          refused={signInWords.recoveryWrong}
          send={(code) => session.recover(step.typed, code, enrols)}
          onStep={(answer) => go(answer, step.typed)}
        />
      );
    case "set-up":
      return (
        <Suspense>
          <FactorSetup ticket={step.ticket} onStep={(answer) => go(answer, { user: "", password: "" })} />
        </Suspense>
      );
    case "recovery-codes":
      return (
        <Suspense>
          <RecoveryCodes
            codes={step.codes}
            onSeen={() => {
              session.accept(step.answer);
              onStep(undefined);
            }}
          />
        </Suspense>
      );
    default:
      return assertNever(step);
  }
};
