import { useEffect, useRef } from "react";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { useLanguage } from "../language.tsx";
import "./said.css";

/** What was just done. Gets the focus: the button that was pressed may be gone with what it did. */
export const Said = ({ said }: { readonly said: Bilingual | undefined }) => {
  const { say } = useLanguage();
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said === undefined) return;
    // After the dialog has given the focus back.
    const timer = setTimeout(() => note.current?.focus(), 50);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div className="said-place" role="status">
      {said !== undefined && (
        <p ref={note} tabIndex={-1} className="said">
          {say(said)}
        </p>
      )}
    </div>
  );
};
