import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual } from "../../contract/stages.ts";

/** What the agreement calls the reason of a lost, rejected or recycled lead; its id when the agreement has lost it. */
export const reasonLabel = (
  { kind, reason }: { readonly kind: string; readonly reason?: string | undefined },
  { terms }: Agreement,
): Bilingual | undefined => {
  if (reason === undefined) return undefined;
  const { lostReasons, rejectReasons } = terms.sla.sales;
  const agreed = (kind === "lost" ? lostReasons : rejectReasons).find(({ id }) => id === reason);
  return agreed?.label ?? { es: reason, en: reason };
};
