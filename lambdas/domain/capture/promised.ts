import type { AgreementTerms } from "../../contract/agreement.ts";
import { requestedOf } from "../nurture/requested.ts";
import { requestedKinds } from "../text/requested-kind.ts";

type Terms = Pick<AgreementTerms, "familiarity" | "nurture" | "acknowledgement">;

/**
 * What can be promised to everybody who sends this form, before anybody knows who they are. `content`: it is mailed,
 * whatever the gate says; `answer`: something was asked for, and the gate may say no; `nothing`: it asks for nothing.
 */
export type Promised = "content" | "answer" | "nothing";

export const promisedTo = (interest: string | undefined, terms: Terms): readonly Promised[] => {
  const { content, wishes } = requestedOf(requestedKinds(interest), terms);
  const isAlwaysSent = content.length > 0 && terms.acknowledgement?.after.length === verdicts;
  if (isAlwaysSent) return wishes.length > 0 ? ["content", "answer"] : ["content"];
  return [wishes.length > 0 || content.length > 0 ? "answer" : "nothing"];
};

/** Of the gate: after each of them the mail goes. */
const verdicts = 3;
