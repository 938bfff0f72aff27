import { useLanguage } from "../language.tsx";
import { componentWords } from "./component-words.ts";
import "./loading.css";

interface LoadingProps {
  readonly lines?: number;
  /** What comes in their place: lines of text, rows of a list, or panels; so that it does not jump when it is there. */
  readonly as?: "lines" | "rows" | "panels";
}

/** Announced at once, but shown after a moment: most responses arrive before that. */
export const Loading = ({ lines = 3, as = "lines" }: LoadingProps) => {
  const { say } = useLanguage();
  return (
    <div className={`loading loading-${as}`} role="status">
      <span className="unseen">{say(componentWords.loading)}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <span key={line} className="loading-line" />
      ))}
    </div>
  );
};
