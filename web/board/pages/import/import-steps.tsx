import type { ImportState } from "../../../../lambdas/contract/imports.ts";
import { useLanguage } from "../../language.tsx";
import { importWords } from "./import-words.ts";

const steps = ["file", "columns", "check", "take"] as const;

const stepOf: Record<ImportState, number> = {
  "awaiting-file": 0,
  reading: 0,
  unreadable: 0,
  mapping: 1,
  trying: 2,
  tried: 2,
  running: 3,
  paused: 3,
  done: 4,
  stopped: 4,
  undoing: 4,
  undone: 4,
};

/** How far an import has come. */
export const ImportSteps = ({ state }: { readonly state: ImportState }) => {
  const { say } = useLanguage();
  const at = stepOf[state];
  return (
    <ol className="import-steps">
      {steps.map((step, i) => (
        <li key={step} aria-current={i === at ? "step" : undefined} className={i < at ? "import-step-done" : ""}>
          <span>{say(importWords.steps[step])}</span>
        </li>
      ))}
    </ol>
  );
};
