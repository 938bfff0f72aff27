import "../../session/sign-in.css";
import { useState } from "react";
import { Confirmation } from "../../components/confirmation.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import type { Step } from "../../session/sign-in-step.ts";
import { headOf, signInWords } from "../../session/sign-in-words.ts";
import { StepForm } from "../../session/step-form.tsx";

/** Sets up a second factor, or another one, for who is signed in: with the password, and the code of the factor before. */
const SecondFactorPage = () => {
  const { say } = useLanguage();
  const { user } = useMe();
  const [step, setStep] = useState<Step>({ is: "password" });
  const [isDone, setDone] = useState(false);
  const { title, lead } =
    step.is === "password" ? { title: signInWords.factorTitle, lead: signInWords.factorLead } : headOf(step);
  const go = (next: Step | undefined): void => {
    setDone(next === undefined);
    setStep(next ?? { is: "password" });
  };
  return (
    <div className="factor-page">
      <PageHead title={say(title)} />
      <Confirmation said={isDone ? signInWords.factorDone : undefined} />
      {!isDone && (
        <>
          <p>{say(lead)}</p>
          <StepForm step={step} onStep={go} as={user} />
        </>
      )}
    </div>
  );
};

export default SecondFactorPage;
