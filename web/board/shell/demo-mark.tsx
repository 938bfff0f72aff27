import { useDemoSeen } from "../data/demo.ts";
import { useLanguage } from "../language.tsx";
import { shellWords } from "./shell-words.ts";

/** Nobody is to take the demo's people for real ones. */
export const DemoMark = () => {
  const { say } = useLanguage();
  if (!useDemoSeen()) return null;
  return (
    <span className="shell-demo" title={say(shellWords.demoText)}>
      {say(shellWords.demo)}
      <span className="unseen">: {say(shellWords.demoText)}</span>
    </span>
  );
};
