import type { Engagement } from "../lead/lead.ts";
import { bareWord } from "../text/normal-form.ts";
import { pageAddress } from "./parse-event.ts";
import type { Submission } from "./submission.ts";

/** What leads ask for, by the agreement's kinds of event. */
const inOurWords: Record<string, string> = {
  demostracion: "demo",
  "una-demo": "demo",
  demonstration: "demo",
  precio: "pricing",
  precios: "pricing",
  tarifas: "pricing",
  prices: "pricing",
  presupuesto: "quote",
  quotation: "quote",
  guia: "guide",
};

/** Interests are a word or two; a sentence is no kind of event. */
const longestInterest = 40;

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

/** The kinds of event that these interests are, separated by commas; the agreement may not know all of them. */
export const requestedKinds = (interests = ""): string[] => interests.split(",").flatMap(requestedKind);

/** The kind of event that this interest is: `Guía` is a `guide-requested`. */
export const requestedKind = (interest: string): string[] => {
  const words = bareWord(interest, longestInterest * 4).match(/[a-z0-9]+/g) ?? [];
  const slug = words.join("-");
  return slug === "" || slug.length > longestInterest ? [] : [`${inOurWords[slug] ?? slug}-requested`];
};
