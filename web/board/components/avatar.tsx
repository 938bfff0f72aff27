import { initials } from "./initials.ts";
import "./avatar.css";

/** Initials, drawn: the name itself stands beside it, or is its label. */
export const Avatar = ({ name }: { name: string }) => (
  <span className="avatar" data-initials={initials(name)} aria-hidden="true" />
);
