import { actionsOfRole, type LeadAction, type Role } from "../../contract/board.ts";
import { assertNever } from "../assert-never.ts";
import { isUndecided } from "../escalation/nobody-answered.ts";
import { openClaims } from "../lead/claims.ts";
import { isUnanswered, isWorked, type Lead } from "../lead/lead.ts";
import { isEnded, outcomesOf } from "../outcome/apply-outcome.ts";

export const mayDo = (role: Role, action: LeadAction): boolean =>
  actionsOfRole[role].some((allowed) => allowed === action);

/** What this role may do with the lead in its present stage. */
export const actionsNow = (role: Role, lead: Lead): LeadAction[] =>
  actionsOfRole[role].filter((action) => fits(action, lead));

/** Whether the lead's stage allows it. */
export const fits = (action: LeadAction, lead: Lead): boolean => {
  switch (action) {
    case "decide":
      return isUndecided(lead);
    case "override":
      return ["captured", "nurturing", "qualified", "dormant", "disqualified"].includes(lead.stage);
    case "answer":
      return isUnanswered(lead);
    case "outcome":
      return isWorked(lead) || isEnded(lead);
    case "reassign":
      return isUnanswered(lead) || isWorked(lead);
    case "recycle":
      return isWorked(lead) || ["lost", "dormant", "disqualified"].includes(lead.stage);
    case "take-over":
    case "dismiss":
      return openClaims(lead).length > 0;
    case "new-deal":
      return isEnded(lead);
    case "edit":
    case "not-same":
      return lead.aside === undefined;
    case "unsubscribe":
      return lead.unsubscribedAt === undefined;
    case "export":
    case "erase":
      return true;
    default:
      return assertNever(action);
  }
};

/** The outcomes that are possible now; for a closed deal, the corrections. */
export const outcomesNow = (lead: Lead): readonly string[] => {
  if (isWorked(lead)) return outcomesOf(lead.stage);
  return isEnded(lead) ? ["won", "lost"] : [];
};
