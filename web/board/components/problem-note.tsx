import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import type { BoardProblem } from "../data/board-problem.ts";
import { useLanguage } from "../language.tsx";
import { componentWords } from "./component-words.ts";
import "./problem-note.css";

/** Says what went wrong in the reader's language; details from the API stand below. */
export const ProblemNote = ({ problem }: { problem: BoardProblem }) => {
  const { say } = useLanguage();
  const { said } = problem;
  const details = [
    said === undefined ? problem.detail : "",
    ...problem.errors.map(({ field, detail }) => `${field}: ${detail}`),
  ];
  return (
    <div className="problem-note" role="alert">
      <p>{say(wordsOf(problem))}</p>
      {details.filter(Boolean).map((detail) => (
        <p key={detail} className="problem-note-detail">
          {detail}
        </p>
      ))}
    </div>
  );
};

const byStatus: Readonly<Record<number, Bilingual>> = {
  0: componentWords.noAnswer,
  403: componentWords.forbidden,
  404: componentWords.missing,
  409: componentWords.conflict,
  429: componentWords.tooMany,
};

/** The sentence alone, where there is no room for details. */
export const wordsOf = ({ said, status }: BoardProblem): Bilingual => said ?? byStatus[status] ?? componentWords.broken;
