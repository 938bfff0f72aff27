import type { Agreement } from "../../lambdas/contract/agreement.ts";
import type { Mail } from "../../lambdas/contract/mail.ts";
import { isUnanswered, type Lead } from "../../lambdas/domain/lead/lead.ts";
import { mailOfTags } from "../../lambdas/domain/mail/message-tags.ts";
import { looksAtPrices } from "./lives.ts";
import { minutesAgreement } from "./minutes-agreement.ts";
import type { Step } from "./story.ts";

export interface Tale {
  readonly name: string;
  readonly agreement: Agreement;
  readonly steps: readonly Step[];
  readonly ends: Partial<Lead>;
  /** Which mails the mail service refuses for good. */
  readonly refuses?: (mail: Mail) => boolean;
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

/** The hand-offs of the first cycle to so many owners. */
const handOffsBefore =
  (turn: number) =>
  ({ tags }: Mail): boolean => {
    const mail = mailOfTags(Object.fromEntries(Object.entries(tags ?? {}).map(([name, value]) => [name, [value]])));
    return mail?.purpose === "hand-off" && mail.cycle === 1 && Number(mail.step.split(".").at(-1)) < turn;
  };

/** Lives of leads whose owners do not get the mail that tells of them. */
export const refusedTales: readonly Tale[] = [
  {
    name: "the first rep's mail is refused for good: the second one's is not, and they lose it",
    agreement: minutesAgreement(),
    refuses: handOffsBefore(1),
    steps: [looksAtPrices, accepts(1), outcome("accepted", { outcome: "lost", "lost-reason": "price" })],
    ends: { stage: "lost", cycle: 1 },
  },
  {
    name: "no rep can be reached, nor the manager: the director has it, does not answer, and it returns to marketing",
    agreement: minutesAgreement(),
    refuses: handOffsBefore(4),
    steps: [looksAtPrices],
    ends: { stage: "dormant", cycle: 2 },
  },
  {
    name: "nobody can be reached: it waits until the manager answers on the board",
    agreement: minutesAgreement(),
    refuses: handOffsBefore(9),
    steps: [
      looksAtPrices,
      {
        when: (lead) => lead.stage === "assigned" && lead.followUp.nobodyElseUntil !== undefined,
        does: (story) => story.act({ user: "pablo", role: "manager" }, "answer", { answer: "accept" }),
      },
      outcome("accepted", { outcome: "lost", "lost-reason": "price" }),
    ],
    ends: { stage: "lost", cycle: 1 },
  },
];

/** What the form says besides, by tale. */
export const factsOf = ({ name }: Tale): Record<string, unknown> =>
  name.startsWith("a student") ? { jobTitle: "Estudiante" } : {};
