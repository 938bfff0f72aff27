import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";

/** The reason of a lead that somebody returned in words of their own, which stand in the note. */
export const byHand = "by-hand";

/** What the agreement calls the reason of a lost, rejected or recycled lead; its id when the agreement has lost it. */
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
