import type { Card } from "../../../lambdas/contract/board.ts";

/** The best name that we have for a lead. */
export const nameOf = ({ name, company, email }: Pick<Card, "name" | "company" | "email">): string =>
  name ?? company ?? email;
