import type { AgreementTerms, Content } from "../../contract/agreement.ts";

/** What a form asks for, by the agreement. What the agreement does not know is not here. */
export interface Requested {
  /** Content that is mailed to whoever asks for it, with or without consent to more. */
  readonly content: readonly Content[];
  /** Kinds of event that only a colleague can fulfil: a demo, a quote. */
  readonly wishes: readonly string[];
}

export const requestedOf = (
  kinds: readonly string[],
  { familiarity, nurture }: Pick<AgreementTerms, "familiarity" | "nurture">,
): Requested => {
  const events = familiarity.filter(({ kind }) => kind !== "form-submitted" && kinds.includes(kind));
  const sent = new Set(events.flatMap(({ sends }) => sends ?? []));
  return {
    content: nurture.content.filter(({ id }) => sent.has(id)),
    wishes: events.flatMap(({ kind, sends }) => (sends === undefined ? [kind] : [])),
  };
};
