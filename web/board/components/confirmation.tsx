import { useEffect, useRef } from "react";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { useLanguage } from "../language.tsx";
import "./confirmation.css";

/** Confirms what was just done. Gets the focus, as the button that was pressed may be gone. */
export const Confirmation = ({ said }: { readonly said: Bilingual | undefined }) => {
  const { say } = useLanguage();
  const note = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said === undefined) return;
    // After the closing dialog has returned the focus.
    const timer = setTimeout(() => note.current?.focus(), 50);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div className="confirmation-place" role="status">
      {said !== undefined && (
        <p ref={note} tabIndex={-1} className="confirmation">
          {say(said)}
        </p>
      )}
    </div>
  );
};
