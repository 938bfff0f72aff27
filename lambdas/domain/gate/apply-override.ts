import type { Agreement } from "../../contract/agreement.ts";
import type { Bilingual, Stage } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import { settled } from "../escalation/nobody-answered.ts";
import type { Lead, Override } from "../lead/lead.ts";
import { startNextCycle } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";

export type Overridden =
  | { readonly ok: true; readonly lead: Lead }
  /** Why marketing cannot decide on this lead any more. */
  | { readonly ok: false; readonly reason: string };

/**
 * Marketing overrides the gate for the rest of the cycle. A lead that was parked or disqualified
 * starts its next cycle with it; one that was handed off is for sales to decide.
 */
export const overrideGate = (lead: Lead, override: Override, agreement: Agreement): Overridden => {
  switch (lead.stage) {
    case "captured":
    case "nurturing":
    case "qualified":
      // Whoever decides by hand has looked at what was kept aside.
      return {
        ok: true,
        lead: { ...lead, ...settled(lead, override.at), aside: undefined, laneFullAt: undefined, override },
      };
    case "dormant":
    case "disqualified": {
      const nextDueAt = dueInStage("captured", agreement, override.at);
      const next = startNextCycle(lead, "gate-overridden", override.at, nextDueAt, {
        agreementVersion: agreement.version,
      });
      return { ok: true, lead: { ...next, ...settled(lead, override.at), override } };
    }
    case "assigned":
    case "handed-off":
    case "accepted":
    case "sales-qualified":
    case "opportunity":
    case "won":
    case "lost":
      return { ok: false, reason: pastTheGate(lead.stage) };
    default:
      return assertNever(lead);
  }
};

const pastTheGate = (stage: Stage): string =>
  `the lead is past the gate (${stage}): marketing can decide by hand only until the hand-off`;

/** `Marketing (Carla) lo ha decidido a mano, cualificado: «Nos conoce de la feria»`. */
export const sayOverride = ({ verdict, reason, by, to }: Omit<Override, "at">): Bilingual =>
  to === undefined
    ? {
        es: `Marketing (${by}) lo ha decidido a mano, ${verdicts[verdict].es}: «${reason}»`,
        en: `Marketing (${by}) decided by hand, ${verdicts[verdict].en}: “${reason}”`,
      }
    : { es: `${by} decidió que ventas le llame: «${reason}»`, en: `${by} decided that sales calls them: “${reason}”` };

const verdicts = {
  qualified: { es: "cualificado", en: "qualified" },
  "not-yet": { es: "todavía no cualificado", en: "not qualified yet" },
  disqualified: { es: "descartado", en: "disqualified" },
} as const;
