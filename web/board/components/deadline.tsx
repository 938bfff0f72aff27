import { useFormat } from "../format.ts";
import { useLanguage } from "../language.tsx";
import { deadlineWords } from "./deadline-words.ts";
import { useNowNear } from "./now.ts";
import { type Due, timeLeft } from "./time-left.ts";
import "./deadline.css";

/** Time left, live, in colour and words; the tooltip shows date and time. */
export const Deadline = (due: Due) => {
  const { say } = useLanguage();
  const format = useFormat();
  const { seconds, tone } = timeLeft(due, useNowNear(due.at));
  const length = format.duration(Math.abs(seconds));
  return (
    <time className={`deadline deadline-${tone}`} dateTime={due.at} title={format.dateTime(due.at)}>
      {say(wordsOf(due.isStep === true, seconds)(length))}
    </time>
  );
};

const wordsOf = (isStep: boolean, seconds: number) => {
  if (isStep) return seconds < 0 ? deadlineWords.stepNow : deadlineWords.step;
  return seconds < 0 ? deadlineWords.late : deadlineWords.left;
};
