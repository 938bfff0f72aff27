import type { ReactNode } from "react";
import "./empty.css";

/** In place of an empty list: says that there is nothing, why, and what to do. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children !== undefined && <div className="empty-text">{children}</div>}
  </div>
);
