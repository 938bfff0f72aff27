import { useState } from "react";
import { useLanguage } from "../language.tsx";
import { SignInCard } from "./sign-in-card.tsx";
import type { Step } from "./sign-in-step.ts";
import { headOf, signInWords } from "./sign-in-words.ts";
import { StepForm } from "./step-form.tsx";

const first: Step = { is: "password" };

/** Keeps the address, so that signing in leads to the page that was asked for. */
export const SignInPage = ({ because }: { because: "never-in" | "asked" | "ended" }) => {
  const { say } = useLanguage();
  const [step, setStep] = useState<Step>(first);
  return (
    <SignInCard {...headOf(step)} hasFocus={step !== first}>
      <div role="status">
        {because !== "never-in" && step === first && <p className="sign-in-note">{say(signInWords[because])}</p>}
      </div>
      <StepForm step={step} onStep={(next) => next !== undefined && setStep(next)} />
      {step.is !== "password" && step.is !== "recovery-codes" && (
        <button type="button" className="sign-in-other" onClick={() => setStep({ is: "password" })}>
          {say(signInWords.back)}
        </button>
      )}
    </SignInCard>
  );
};
