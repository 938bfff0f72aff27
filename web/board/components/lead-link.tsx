import { Link } from "wouter";
import type { Card } from "../../../lambdas/contract/board.ts";

/** The lead by the best name that it has. */
export const LeadLink = ({ card }: { card: Pick<Card, "leadId" | "name" | "company" | "email"> }) => (
  <Link href={`/leads/${card.leadId}`}>{card.name ?? card.company ?? card.email}</Link>
);
