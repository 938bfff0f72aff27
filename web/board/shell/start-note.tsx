import { Button } from "../components/button.tsx";
import { componentWords } from "../components/component-words.ts";
import { ProblemNote } from "../components/problem-note.tsx";
import type { BoardProblem } from "../data/board-problem.ts";
import { session } from "../data/board-session.ts";
import { LanguageProvider, useLanguage } from "../language.tsx";
import { shellWords } from "./shell-words.ts";
import "./start-note.css";

/** The board could not be opened at all. */
export const StartNote = ({ problem, onRetry }: { problem: BoardProblem; onRetry: () => void }) => (
  <LanguageProvider>
    <main className="start-note">
      <Words problem={problem} onRetry={onRetry} />
    </main>
  </LanguageProvider>
);

const Words = ({ problem, onRetry }: { problem: BoardProblem; onRetry: () => void }) => {
  const { say } = useLanguage();
  return (
    <>
      <h1>{say(shellWords.notOpened)}</h1>
      <ProblemNote problem={problem} />
      <div className="start-note-actions">
        <Button variant="primary" onPress={onRetry}>
          {say(componentWords.retry)}
        </Button>
        <Button onPress={() => void session.signOut()}>{say(shellWords.signOut)}</Button>
      </div>
    </>
  );
};
