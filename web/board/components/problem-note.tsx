import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import type { BoardProblem } from "../data/board-problem.ts";
import { nameOfField } from "../data/field-words.ts";
import { useLanguage } from "../language.tsx";
import { componentWords } from "./component-words.ts";
import "./problem-note.css";

/** Says what went wrong, and with which fields, in the reader's language: what the API says in English is for programs. */
export const ProblemNote = ({ problem }: { problem: BoardProblem }) => {
  const { say, language } = useLanguage();
  const fields = [...new Set(problem.errors.map(({ field }) => field))].flatMap((field) => nameOfField(field) ?? []);
  return (
    <div className="problem-note" role="alert">
      <p>{say(wordsOf(problem))}</p>
      {fields.length > 0 && (
        <p className="problem-note-detail">
          {say(componentWords.checkFields(new Intl.ListFormat(language).format(fields.map(say))))}
        </p>
      )}
    </div>
  );
};

const byStatus: Readonly<Record<number, Bilingual>> = {
  0: componentWords.noAnswer,
  400: componentWords.badRequest,
  401: componentWords.ended,
  403: componentWords.forbidden,
  404: componentWords.missing,
  409: componentWords.conflict,
  413: componentWords.unfit,
  422: componentWords.unfit,
  429: componentWords.tooMany,
};

/** The sentence alone, where there is no room for details. */
export const wordsOf = ({ said, status }: BoardProblem): Bilingual => said ?? byStatus[status] ?? componentWords.broken;
