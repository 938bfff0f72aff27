import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";

/** The reason code of a lead that a colleague returned in their own words, which are in the note. */
export const byHand = "by-hand";

/**
 * The agreement's label for the reason of a lost, rejected or recycled lead; its id when the agreement no longer has
 * it.
 */
export const reasonLabel = (
  { kind, reason }: { readonly kind: string; readonly reason?: string | undefined },
  { terms }: Agreement,
): Bilingual | undefined => {
  if (reason === undefined) return undefined;
  if (reason === byHand) return { es: "decidido a mano", en: "decided by hand" };
  const { lostReasons, rejectReasons } = terms.sla.sales;
  const agreed = (kind === "lost" ? lostReasons : rejectReasons).find(({ id }) => id === reason);
  return agreed?.label ?? { es: reason, en: reason };
};
