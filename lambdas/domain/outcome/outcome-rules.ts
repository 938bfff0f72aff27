import type { Agreement } from "../../contract/agreement.ts";
import { assertNever } from "../assert-never.ts";
import type { Lead, LeadIn } from "../lead/lead.ts";
import { moveTo } from "../lead/move.ts";
import { recycle } from "./answer-rules.ts";
import type { Outcome } from "./read-outcome.ts";

/** The lead after its rep has said what became of it. */
export const applyOutcome = (lead: LeadIn<"accepted">, outcome: Outcome, agreement: Agreement, now: string): Lead => {
  const { ownerId } = lead.followUp;
  switch (outcome.kind) {
    case "won":
    case "lost":
      return moveTo(outcome.kind, lead, { ownerId }, { because: outcome.kind, now });
    case "recycled":
      return recycle(lead, "recycled", agreement, now);
    default:
      return assertNever(outcome);
  }
};
