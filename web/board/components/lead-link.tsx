import { Link } from "wouter";
import type { Card } from "../../../lambdas/contract/board.ts";
import { nameOf } from "./name-of.ts";

/** A link to the lead, by the best name that we have. */
export const LeadLink = ({ card }: { card: Pick<Card, "leadId" | "name" | "company" | "email"> }) => (
  <Link href={`/leads/${card.leadId}`}>{nameOf(card)}</Link>
);
