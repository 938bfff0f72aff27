import { initials } from "./initials.ts";
import "./avatar.css";

/** Initials as an ornament: the name stands beside them, or labels the button around them. */
export const Avatar = ({ name }: { name: string }) => (
  <span className="avatar" data-initials={initials(name)} aria-hidden="true" />
);
