import type { SourceView } from "../../../../lambdas/contract/board-sources.ts";

type Secret = SourceView["secrets"][number];

/** The secret that counts for this use: of those that are valid, the one that lasts longest. */
export const secretOf = (
  { secrets }: Pick<SourceView, "secrets">,
  use: Secret["use"],
  asOf: string,
): Secret | undefined => {
  const valid = secrets.filter((each) => each.use === use && (each.until === undefined || each.until > asOf));
  return (
    valid.find(({ until }) => until === undefined) ??
    valid.toSorted((one, other) => (other.until ?? "").localeCompare(one.until ?? ""))[0]
  );
};

/** How operations makes one, or types in the tool's; which deployment is meant, they add. */
export const keyCommand = ({ id, toolMakes }: Pick<SourceView, "id" | "toolMakes">, use: Secret["use"]): string =>
  [
    `npm run keys -- source add ${id}`,
    ...(use === "proof" ? [] : [`--use ${use}`]),
    ...(toolMakes.includes(use) ? ["--secret-from -"] : []),
  ].join(" ");
