import "./sign-in.css";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../language.tsx";
import { NewPasswordForm } from "./new-password-form.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { signInWords } from "./sign-in-words.ts";

/** Keeps the address, so that signing in leads to the page that was asked for. */
export const SignInPage = ({ because }: { because: "never-in" | "asked" | "ended" }) => {
  const { say, language, setLanguage } = useLanguage();
  const [first, setFirst] = useState<{ user: string; session: string }>();
  const title = say(first === undefined ? signInWords.title : signInWords.newTitle);
  useSignInTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  // The field that had the focus is gone with the first form.
  useEffect(() => {
    if (first !== undefined) heading.current?.focus();
  }, [first]);
  const other = language === "es" ? "en" : "es";
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-brand">Smarketing</p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="sign-in-lead">{say(first === undefined ? signInWords.lead : signInWords.newLead)}</p>
        <div role="status">
          {because !== "never-in" && first === undefined && <p className="sign-in-note">{say(signInWords[because])}</p>}
        </div>
        {first === undefined ? (
          <SignInForm onFirst={(user, session) => setFirst({ user, session })} />
        ) : (
          <NewPasswordForm user={first.user} session={first.session} />
        )}
      </div>
      <button type="button" className="sign-in-language" lang={other} onClick={() => setLanguage(other)}>
        {other === "es" ? "Español" : "English"}
      </button>
    </main>
  );
};

const useSignInTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Smarketing`;
  }, [title]);
};
