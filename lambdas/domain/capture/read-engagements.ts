import type { HttpRequest } from "../http/index.ts";
import type { Engagement } from "../lead/lead.ts";
import type { CaptureRules } from "./capture-rules.ts";
import type { EngagementSender } from "./engagement-sender.ts";
import { refusedFields } from "./problems.ts";
import { readBody } from "./read-body.ts";
import type { Refused } from "./read-submission.ts";
import { refuse } from "./refuse.ts";
import { understandEngagements } from "./understand-engagements.ts";

/** What somebody did, by one of the names that a sender may have; nobody has looked yet whose they are. */
export interface AcceptedEngagements extends EngagementSender {
  readonly ok: true;
  readonly engagements: readonly Engagement[];
}

/** Reads `POST /engagements`: the events, or the answer that says what is wrong. */
export const readEngagements = async (
  request: HttpRequest,
  rules: CaptureRules,
): Promise<AcceptedEngagements | Refused> => {
  const body = await readBody(request);
  if (!body.ok) return { ok: false, response: refuse(request, body.refusal, rules) };
  const read = understandEngagements(body.sent, rules);
  return read.ok ? read : { ok: false, response: refuse(request, refusedFields(read.problems), rules) };
};
