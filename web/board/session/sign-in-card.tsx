import "./sign-in.css";
import { type ReactNode, useEffect, useRef } from "react";
import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { useLanguage } from "../language.tsx";

interface SignInCardProps {
  readonly title: Bilingual;
  readonly lead: Bilingual;
  /** The form before is gone, and with it the field that had the focus: the heading gets it. */
  readonly hasFocus: boolean;
  readonly children: ReactNode;
}

/** The frame of the pages before the board. */
export const SignInCard = ({ title, lead, hasFocus, children }: SignInCardProps) => {
  const { say, language, setLanguage } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const head = say(title);
  useEffect(() => {
    document.title = `${head} · Smarketing`;
  }, [head]);
  useEffect(() => {
    if (hasFocus && title !== undefined) heading.current?.focus();
  }, [hasFocus, title]);
  const other = language === "es" ? "en" : "es";
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-brand">Smarketing</p>
        <h1 ref={heading} tabIndex={-1}>
          {head}
        </h1>
        <p className="sign-in-lead">{say(lead)}</p>
        {children}
      </div>
      <button type="button" className="sign-in-language" lang={other} onClick={() => setLanguage(other)}>
        {other === "es" ? "Español" : "English"}
      </button>
    </main>
  );
};
