import type { AgreementTerms, Content } from "../../contract/agreement.ts";
import { requestedKinds } from "../capture/engagements-of-submission.ts";

type Terms = Pick<AgreementTerms, "familiarity" | "nurture" | "acknowledgement">;

/** What a form asks for, by the agreement. What the agreement does not know is not here. */
export interface Requested {
  /** Content that is mailed to whoever asks for it, with or without consent to more. */
  readonly content: readonly Content[];
  /** Kinds of event that only a colleague can fulfil: a demo, a quote. */
  readonly wishes: readonly string[];
}

export const requestedOf = (
  kinds: readonly string[],
  { familiarity, nurture }: Pick<Terms, "familiarity" | "nurture">,
): Requested => {
  const events = familiarity.filter(({ kind }) => kind !== "form-submitted" && kinds.includes(kind));
  const sent = new Set(events.flatMap(({ sends }) => sends ?? []));
  return {
    content: nurture.content.filter(({ id }) => sent.has(id)),
    wishes: events.flatMap(({ kind, sends }) => (sends === undefined ? [kind] : [])),
  };
};

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
