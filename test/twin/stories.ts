import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { isUnanswered, type Lead } from "../../lambdas/domain/lead/lead.ts";
import { looksAtPrices } from "./lives.ts";
import { minutesAgreement } from "./minutes-agreement.ts";
import type { Step } from "./story.ts";

export interface Tale {
  readonly name: string;
  readonly agreement: Agreement;
  readonly steps: readonly Step[];
  readonly ends: Partial<Lead>;
}

const isInTurn = (turn: number) => (lead: Lead) => lead.stage === "handed-off" && lead.followUp.turn === turn;
const isNurtured = (cycle: number) => (lead: Lead) => lead.stage === "nurturing" && lead.cycle === cycle;

const accepts = (turn: number, fields: Record<string, string> = {}): Step => ({
  when: isInTurn(turn),
  does: (story) => story.fillIn("answers", { answer: "accept", ...fields }),
});
const outcome = (from: Lead["stage"], fields: Record<string, string>): Step => ({
  when: (lead, world) => lead.stage === from && world.mails.some(({ text }) => text.includes("/outcomes/")),
  does: (story) => story.fillIn("outcomes", fields),
});

/** Lives of leads that together pass every state of the journey. */
export const tales: readonly Tale[] = [
  {
    name: "nobody answers: reminder, breach, the next rep, the director, back to marketing, asleep",
    agreement: minutesAgreement(),
    steps: [looksAtPrices],
    ends: { stage: "dormant", cycle: 2 },
  },
  {
    name: "the second rep accepts, and wins it stage by stage",
    agreement: minutesAgreement(),
    steps: [
      looksAtPrices,
      accepts(1),
      outcome("accepted", { outcome: "sales-qualified" }),
      outcome("sales-qualified", { outcome: "opportunity" }),
      outcome("opportunity", { outcome: "won", amount: "12.500" }),
    ],
    ends: { stage: "won", cycle: 1 },
  },
  {
    name: "too early: recycled, comes back, accepted and lost",
    agreement: minutesAgreement(),
    steps: [
      looksAtPrices,
      { when: isInTurn(0), does: (story) => story.fillIn("answers", { answer: "reject", reason: "not-now" }) },
      { when: isNurtured(2), does: (story) => story.engage("pricing-viewed") },
      { when: (lead) => isUnanswered(lead) && lead.cycle === 2 && lead.stage === "handed-off", does: accepts(0).does },
      outcome("accepted", { outcome: "lost", "lost-reason": "price" }),
    ],
    ends: { stage: "lost", cycle: 2 },
  },
  {
    name: "no rep has room: it waits, and goes to the manager",
    agreement: minutesAgreement({}, 0),
    steps: [looksAtPrices, accepts(0), outcome("accepted", { outcome: "won", amount: "100" })],
    ends: { stage: "won", cycle: 1 },
  },
  {
    name: "a student: no lead for us",
    agreement: minutesAgreement(),
    steps: [],
    ends: { stage: "disqualified", cycle: 1 },
  },
];

/** What the form says besides, by tale. */
export const factsOf = ({ name }: Tale): Record<string, unknown> =>
  name.startsWith("a student") ? { jobTitle: "Estudiante" } : {};
