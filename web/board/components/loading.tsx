import { useLanguage } from "../language.tsx";
import { componentWords } from "./component-words.ts";
import "./loading.css";

/** Announced at once, but shown after a moment: most responses arrive before that. */
export const Loading = ({ lines = 3 }: { lines?: number }) => {
  const { say } = useLanguage();
  return (
    <div className="loading" role="status">
      <span className="unseen">{say(componentWords.loading)}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <span key={line} className="loading-line" />
      ))}
    </div>
  );
};
