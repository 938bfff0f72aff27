import "./deadline.css";
import { useFormat } from "../format.ts";
import { useLanguage } from "../language.tsx";
import { useNowNear } from "./now.ts";
import { type Due, timeLeft } from "./time-left.ts";

/** Time left, live, in colour and words; the tooltip shows date and time. */
export const Deadline = (due: Due) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { seconds, tone } = timeLeft(due, useNowNear(due.at));
  const length = wholeUnits(format.duration(Math.abs(seconds)));
  return (
    <time className={`deadline deadline-${tone}`} dateTime={due.at} title={format.dateTime(due.at)}>
      {say(wordsOf(due.isStep === true, seconds)(length))}
    </time>
  );
};

/** A number stays on the line of its unit. */
const wholeUnits = (length: string): string => length.replace(/(?<=\d) /g, "\u00a0");

const wordsOf = (isStep: boolean, seconds: number) => {
  if (isStep) return seconds < 0 ? deadlineWords.stepNow : deadlineWords.step;
  return seconds < 0 ? deadlineWords.late : deadlineWords.left;
};

const deadlineWords = {
  left: (length: string) => ({ es: `Vence en ${length}`, en: `Due in ${length}` }),
  late: (length: string) => ({ es: `Venció hace ${length}`, en: `Was due ${length} ago` }),
  step: (length: string) => ({ es: `Continúa en ${length}`, en: `Next step in ${length}` }),
  stepNow: (length: string) => ({ es: `Previsto hace ${length}`, en: `Step due ${length} ago` }),
} as const;
