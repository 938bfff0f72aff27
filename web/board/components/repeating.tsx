import { useRepeating } from "../data/connection.ts";
import { useLanguage } from "../language.tsx";
import { componentWords } from "./component-words.ts";
import "./repeating.css";

/** Beside a form that has been sent: says that it is being sent again, and that this does no harm. */
export const Repeating = () => {
  const { say } = useLanguage();
  const isRepeating = useRepeating();
  return <div role="status">{isRepeating && <p className="repeating">{say(componentWords.repeating)}</p>}</div>;
};
