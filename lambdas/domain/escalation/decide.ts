import type { Agreement } from "../../contract/agreement.ts";
import type { SilenceDecision } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import type { Lead } from "../lead/lead.ts";
import { moveTo, startNextCycle } from "../lead/move.ts";
import { dueInStage } from "../lead/next-due.ts";
import { closedByHand, settled, type Undecided } from "./nobody-answered.ts";

/** What somebody decides on a lead whom sales never answered. */
interface Decided {
  readonly decision: SilenceDecision;
  /** Of another call: the id of the colleague. */
  readonly to?: string | undefined;
  readonly reason: string;
  /** Name of the colleague who decided. */
  readonly by: string;
  readonly at: string;
}

/** Whether a colleague is to call after it. */
export const isCall = (decision: SilenceDecision): boolean => decision === "call-again" || decision === "other-rep";

/**
 * The lead after the decision. To be called, it passes the gate by the colleague's word, and goes to the one whom they
 * named, with a clock of its own. Nurtured, it stays where it is. One that was asleep begins its next cycle with either.
 */
export const decideOnSilence = (lead: Undecided, decided: Decided, agreement: Agreement): Lead => {
  const { decision, at } = decided;
  switch (decision) {
    case "call-again":
    case "other-rep": {
      const { reason, by, to } = decided;
      const override = { verdict: "qualified", reason, by, at, to } as const;
      return { ...awake(lead, undefined, agreement, at), ...settled(lead, at), laneFullAt: undefined, override };
    }
    case "nurture":
      return { ...awake(lead, at, agreement, at), ...settled(lead, at) };
    case "close": {
      // By the override its journey hears of it, and ends.
      const override = { verdict: "disqualified", reason: decided.reason, by: decided.by, at } as const;
      return { ...moveTo("disqualified", lead, {}, { because: closedByHand, now: at, agreement }), override };
    }
    default:
      return assertNever(decision);
  }
};

const awake = (lead: Undecided, returnedAt: string | undefined, agreement: Agreement, at: string): Lead =>
  lead.stage === "dormant"
    ? startNextCycle(lead, "recycled-by-hand", at, dueInStage("captured", agreement, at), {
        returnedAt,
        agreementVersion: agreement.version,
      })
    : lead;

/** `Carla Paz decidió que Ana Gil le llame: «Es un buen cliente»`. @param name of the one who is to call */
export const sayDecided = (
  { decision, reason, by }: Pick<Decided, "decision" | "reason" | "by">,
  name: string,
): Bilingual => {
  const { es, en } = words[decision](by, name);
  return { es: `${es}: «${reason}»`, en: `${en}: “${reason}”` };
};

const calls = (by: string, name: string): Bilingual => ({
  es: `${by} decidió que ${name} le llame`,
  en: `${by} decided that ${name} calls them`,
});

const words: Record<SilenceDecision, (by: string, name: string) => Bilingual> = {
  "call-again": calls,
  "other-rep": calls,
  nurture: (by) => ({ es: `${by} decidió que siga en maduración`, en: `${by} decided to keep nurturing them` }),
  close: (by) => ({ es: `${by} decidió cerrarlo`, en: `${by} decided to close the lead` }),
};
