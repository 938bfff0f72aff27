import type { Engagement } from "../lead/lead.ts";
import { requestedKinds } from "../text/requested-kind.ts";
import { pageAddress } from "./parse-event.ts";
import type { Submission } from "./submission.ts";

/**
 * Sending a form shows familiarity with the brand: it is an engagement, and so is what it asks for (`demo-requested`). What
 * a colleague noted was a call or a talk at a fair instead. Kinds that the agreement does not know score nothing.
 */
export const engagementsOf = (submission: Submission, submissionId: string, now: string): Engagement[] => {
  const { contact, pageUrl, by, importId, did = [] } = submission;
  const subject = pageUrl && pageAddress(pageUrl);
  const asked = [by?.way ?? "form-submitted", ...requestedKinds(contact.interest)].map((kind) => ({ kind, subject }));
  // Who stands in a list has asked for nothing by that.
  const all = new Map([...(importId === undefined ? asked : []), ...did].map((each) => [each.kind, each]));
  return [...all.values()].map((each) => ({
    engagementId: `${submissionId}.${each.kind}`,
    kind: each.kind,
    at: ("at" in each && each.at) || now,
    subject: each.subject,
  }));
};
