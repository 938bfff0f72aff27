import type { Card } from "../../../lambdas/contract/board.ts";

/** The best name that a lead has. */
export const nameOf = ({ name, company, email }: Pick<Card, "name" | "company" | "email">): string =>
  name ?? company ?? email;
