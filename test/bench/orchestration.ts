/** How many state transitions leads of a typical mix take, counted in executed histories, and what they cost. */
import "../../local/twin/with-resolvers.ts";
import { World } from "../../local/twin/world.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { minutesAgreement } from "../twin/minutes-agreement.ts";
import { lived, type Step } from "../twin/story.ts";

interface Kind {
  readonly name: string;
  /** Of 1,000 leads. */
  readonly of1000: number;
  readonly steps: readonly Step[];
  readonly facts?: Record<string, unknown>;
}

const handedOff = (turn: number) => (lead: { stage: string; followUp?: { turn: number } }) =>
  lead.stage === "handed-off" && lead.followUp?.turn === turn;
const looks: Step = { when: (lead) => lead.stage === "nurturing", does: (story) => story.engage("pricing-viewed") };
const accepts = (turn: number): Step => ({
  when: handedOff(turn),
  does: (story) => story.fillIn("answers", { answer: "accept" }),
});
const isAsked: Step["when"] = ({ stage }, { mails }) =>
  stage === "accepted" && mails.some(({ text }) => text.includes("/outcomes/"));
const tells = (fields: Record<string, string>): Step => ({
  when: isAsked,
  does: (story) => story.fillIn("outcomes", fields),
});
const won = tells({ outcome: "won", amount: "900" });
const lost = tells({ outcome: "lost", "lost-reason": "price" });

/**
 * Of 1,000 leads 200 become MQLs, nine in ten of them are answered in time or after a reminder, a sixth of those are
 * won.
 */
const mix: readonly Kind[] = [
  { name: "no lead for us", of1000: 150, steps: [], facts: { jobTitle: "Estudiante" } },
  { name: "agrees to no mails, stays silent", of1000: 350, steps: [], facts: { consent: "" } },
  { name: "is sent the whole programme, stays silent", of1000: 300, steps: [] },
  { name: "MQL, accepted at once, lost", of1000: 110, steps: [looks, accepts(0), lost] },
  { name: "MQL, accepted at once, won", of1000: 30, steps: [looks, accepts(0), won] },
  {
    name: "MQL, rejected, stays silent",
    of1000: 40,
    steps: [
      looks,
      { when: handedOff(0), does: (story) => story.fillIn("answers", { answer: "reject", reason: "not-now" }) },
    ],
  },
  { name: "MQL, breach, accepted by the next rep, lost", of1000: 15, steps: [looks, accepts(1), lost] },
  { name: "MQL, nobody answers at all", of1000: 5, steps: [looks] },
];

const dollarsPer1000Transitions = 0.025;

const definition = synthesisedDefinition();
let total = 0;
console.log("\nState transitions by kind of lead, from executed histories (a programme of 3 mails)");
for (const { name, of1000, steps, facts = {} } of mix) {
  const world = new World(definition, minutesAgreement());
  const { undone } = await lived(world, steps, facts);
  if (undone > 0) throw new Error(`the story of «${name}» was not told to its end`);
  total += of1000 * world.entered.length;
  console.log(`  ${String(world.entered.length).padStart(4)}  ${String(of1000).padStart(4)} of 1,000  ${name}`);
}
const dollars = (total / 1000) * dollarsPer1000Transitions;
console.log(`  1,000 leads: ${total} transitions, $${dollars.toFixed(2)} at $0.025 for 1,000`);
