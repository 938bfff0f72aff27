import { useEffect } from "react";
import { Link } from "wouter";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { PageHead } from "../../components/page-head.tsx";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { leadWords } from "./lead-words.ts";
import "./lead.css";

type NoLeadProps =
  | { readonly because: "unknown" | "forbidden" }
  | { readonly because: "erased"; readonly said: Bilingual };

/** In place of a story: why there is none to show, and where to go instead. */
export const NoLead = (props: NoLeadProps) => {
  const { say } = useLanguage();
  const { role } = useMe();
  const { because } = props;
  useEffect(() => {
    // The dialog and its button, which had the focus, are gone.
    const heading = document.querySelector("main h1");
    if (because === "erased" && heading instanceof HTMLElement) heading.focus();
  }, [because]);
  const text = props.because === "erased" ? props.said : leadWords[`${props.because}Text`];
  return (
    <>
      <PageHead title={say(leadWords[because])} />
      <div className="lead-none">
        <p>{say(text)}</p>
        <p className="lead-ways">
          <Link href="/">{say(leadWords.toPipeline)}</Link>
          {role === "rep" && <Link href="/my-leads">{say(leadWords.toMyLeads)}</Link>}
        </p>
      </div>
    </>
  );
};
