import { useDemoSeen } from "../data/demo.ts";
import { useLanguage } from "../language.tsx";
import { shellWords } from "./shell-words.ts";

/** Keeps the made-up people of the sample history from being taken for real ones. */
export const DemoMark = () => {
  const { say } = useLanguage();
  if (!useDemoSeen()) return null;
  return (
    <span className="shell-demo" title={say(shellWords.sampleText)}>
      {say(shellWords.sample)}
      <span className="unseen">: {say(shellWords.sampleText)}</span>
    </span>
  );
};
