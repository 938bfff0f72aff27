import "./avatar.css";

/** Initials as an ornament: the name stands beside them, or labels the button around them. */
export const Avatar = ({ name }: { name: string }) => (
  <span className="avatar" data-initials={initials(name)} aria-hidden="true" />
);

/** `Inês Carvalho` is IC. */
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0]?.toUpperCase() ?? "")
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join("");
