import { useEffect, useState } from "react";
import { encode } from "uqr";
import type { SessionReply } from "../../../lambdas/contract/board.ts";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { session } from "../data/board-session.ts";
import { useLanguage } from "../language.tsx";
import { CodeForm } from "./code-form.tsx";
import { sayProblem } from "./say-problem.ts";
import { signInWords } from "./sign-in-words.ts";

interface FactorSetupProps {
  readonly ticket: string;
  readonly onStep: (answer: SessionReply) => void;
}

/** A new secret, to be scanned or typed, and the first code that it makes. */
const FactorSetup = ({ ticket, onStep }: FactorSetupProps) => {
  const { say } = useLanguage();
  const [made, setMade] = useState<{ secret: string; uri: string }>();
  const [problem, setProblem] = useState<Bilingual>();
  useEffect(() => {
    let isOver = false;
    session.newSecret(ticket).then(
      (answer) => answer.is === "factor-secret" && !isOver && setMade(answer),
      (fault: unknown) => !isOver && setProblem(sayProblem(fault, signInWords.ticketOver)),
    );
    return () => {
      isOver = true;
    };
  }, [ticket]);
  if (problem !== undefined) return <p role="alert">{say(problem)}</p>;
  if (made === undefined) return null;
  return (
    <>
      <ol className="factor-steps">
        <li>{say(signInWords.setUpApp)}</li>
        <li>
          {say(signInWords.setUpScan)}
          <QrCode text={made.uri} label={say(signInWords.qrCode)} />
          <details>
            <summary>{say(signInWords.setUpType)}</summary>
            <code className="factor-secret">{made.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
          </details>
        </li>
        <li>{say(signInWords.setUpCode)}</li>
      </ol>
      <CodeForm
        label={signInWords.code}
        isOneTime
        action={signInWords.setUpDo}
        refused={signInWords.firstCodeWrong}
        send={(code) => session.enrol(ticket, code)}
        onStep={onStep}
      />
    </>
  );
};

/** Dark on light in both themes: some authenticators read nothing else. */
const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      className="factor-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
};

export default FactorSetup;
