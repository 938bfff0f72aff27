import { type ReactNode, useEffect } from "react";
import { useMe } from "../me.tsx";
import "./page-head.css";

interface PageHeadProps {
  /** Heading of the page, and of its tab in the browser. */
  readonly title: string;
  readonly actions?: ReactNode;
  /** Below the heading. */
  readonly children?: ReactNode;
}

/** The page heading, which gets the focus when the reader comes to the page. */
export const PageHead = ({ title, actions, children }: PageHeadProps) => {
  const { company } = useMe();
  useEffect(() => {
    document.title = `${title} · ${company}`;
  }, [title, company]);
  return (
    <header className="page-head">
      <div className="page-head-words">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
      {actions !== undefined && <div className="page-head-actions">{actions}</div>}
    </header>
  );
};
