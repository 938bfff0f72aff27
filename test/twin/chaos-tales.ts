import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { isUnanswered, isWorked, type Lead } from "../../lambdas/domain/lead/lead.ts";
import { looksAtPrices } from "./lives.ts";
import { hoursAgreement } from "./minutes-agreement.ts";
import { type Tale, tales } from "./stories.ts";
import type { Step, Story } from "./story.ts";

const manager = { user: "pablo", role: "manager" } as const;
const marketing = { user: "carla", role: "marketing" } as const;

const agreement = hoursAgreement();
const everybody: AgreementTerms["acknowledgement"] = { after: ["qualified", "not-yet", "disqualified"] };
const won = { outcome: "won", amount: 600 } as const;
const isMailed: Step["when"] = ({ stage }, world) => stage === "nurturing" && world.mails.length > 0;
const isHandedOff = (lead: Lead) => lead.stage === "handed-off" && lead.cycle === 1;
const isAccepted = (lead: Lead) => lead.stage === "accepted";
const ownerOf = (lead: Lead): string => ("followUp" in lead ? lead.followUp.ownerId : "");
const somebodyElse = (lead: Lead): string => ["ana", "luis", "eva"].find((id) => id !== ownerOf(lead)) ?? "";

const accepts = (when: Step["when"] = isHandedOff): Step => ({
  when,
  does: (story) => story.fillIn("answers", { answer: "accept" }),
});
const crm = (when: Step["when"], path: "/answers" | "/outcomes", body: (lead: Lead) => object): Step => ({
  when,
  does: async (story) => story.signed(path, body(await story.lead())),
});
const away = async (story: Story): Promise<void> => {
  const [today] = story.world.now().split("T");
  const later = new Date(Date.parse(story.world.now()) + 5 * 24 * 3_600_000).toISOString().slice(0, 10);
  const absence = { from: today ?? "", to: later };
  await story.changeRep({ repId: ownerOf(await story.lead()), steps: [{ set: "absence-added", absence }] });
};

/** The tales of the other tests, in hours; and what else people do with a lead. */
export const chaosTales: readonly Tale[] = [
  ...tales.map((tale) => ({ ...tale, agreement: hoursAgreement({}, tale.name.startsWith("no rep") ? 0 : 50) })),
  {
    name: "a manager gives an accepted lead to a colleague, who loses it",
    agreement,
    steps: [
      looksAtPrices,
      accepts(),
      {
        when: isAccepted,
        does: async (story) =>
          story.act(manager, "reassign", { to: somebodyElse(await story.lead()), reason: "Vacaciones" }),
      },
      accepts((lead) => isUnanswered(lead) && lead.stage === "handed-off" && lead.followUp.turn === 1),
      crm(isAccepted, "/outcomes", (lead) => ({ by: ownerOf(lead), outcome: "lost", reason: "price" })),
    ],
    ends: { stage: "lost", cycle: 1 },
  },
  {
    name: "sales answers from its own system, stage by stage",
    agreement,
    steps: [
      looksAtPrices,
      crm(isHandedOff, "/answers", (lead) => ({ by: ownerOf(lead), answer: "accept" })),
      crm(isAccepted, "/outcomes", (lead) => ({ by: ownerOf(lead), outcome: "opportunity" })),
      crm(
        ({ stage }) => stage === "opportunity",
        "/outcomes",
        (lead) => ({
          by: ownerOf(lead),
          outcome: "won",
          amount: 900,
        }),
      ),
    ],
    ends: { stage: "won", cycle: 1 },
  },
  {
    name: "the person writes again, before and after the hand-off",
    agreement,
    steps: [
      { when: ({ stage }) => stage === "nurturing", does: (story) => story.submit({ phone: "+34 910 000 001" }) },
      { ...looksAtPrices, does: (story) => story.engage("pricing-viewed", "first") },
      { when: isHandedOff, does: (story) => story.submit({ message: "¿Cuándo me llaman?" }) },
      accepts(),
      crm(isAccepted, "/outcomes", (lead) => ({ by: ownerOf(lead), outcome: "won", amount: 1200 })),
    ],
    ends: { stage: "won", cycle: 1 },
  },
  {
    name: "the owner falls ill, and the next one wins it",
    agreement,
    steps: [
      looksAtPrices,
      { when: isHandedOff, does: away },
      accepts((lead) => isUnanswered(lead) && lead.stage === "handed-off" && lead.followUp.turn === 1),
      crm(isAccepted, "/outcomes", (lead) => ({ by: ownerOf(lead), outcome: "won", amount: 700 })),
    ],
    ends: { stage: "won", cycle: 1 },
  },
  {
    name: "marketing takes up a lead again that was ruled out",
    agreement,
    steps: [
      looksAtPrices,
      {
        when: isHandedOff,
        does: (story) => story.fillIn("answers", { answer: "reject", reason: "not-a-buyer" }),
      },
      {
        when: ({ stage }) => stage === "disqualified",
        does: (story) => story.act(marketing, "recycle", { reason: "Ha cambiado de puesto" }),
      },
    ],
    ends: { stage: "dormant", cycle: 3 },
  },
  {
    name: "all of it on the board: let through, accepted for the rep, won",
    agreement,
    steps: [
      {
        when: isMailed,
        does: (story) => story.act(marketing, "override", { verdict: "qualified", reason: "Lo pide el director" }),
      },
      { when: isHandedOff, does: (story) => story.act(manager, "answer", { answer: "accept" }) },
      { when: isAccepted, does: (story) => story.act(manager, "outcome", { outcome: "won", amount: 500 }) },
    ],
    ends: { stage: "won", cycle: 1 },
  },
  {
    name: "more time, then passed on, and lost",
    agreement,
    steps: [
      looksAtPrices,
      {
        when: isHandedOff,
        does: (story) => story.fillIn("answers", { answer: "more-time", why: "Llaman el viernes" }),
      },
      crm(
        (lead) => isUnanswered(lead) && lead.stage === "handed-off" && lead.followUp.extensions === 1,
        "/answers",
        (lead) => ({ by: ownerOf(lead), answer: "pass-on", to: somebodyElse(lead) }),
      ),
      accepts((lead) => isUnanswered(lead) && lead.stage === "handed-off" && lead.followUp.turn === 1),
      crm(isAccepted, "/outcomes", (lead) => ({ by: ownerOf(lead), outcome: "lost", reason: "price" })),
    ],
    ends: { stage: "lost", cycle: 1 },
  },
  {
    name: "a colleague ends the mails on the phone",
    agreement,
    steps: [{ when: isMailed, does: (story) => story.act(marketing, "unsubscribe", { reason: "Lo ha pedido" }) }],
    ends: { stage: "dormant", cycle: 1 },
  },
  {
    name: "erased while a rep has it",
    agreement,
    steps: [looksAtPrices, { when: isHandedOff, does: erase }],
    ends: {},
  },
  {
    name: "erased after it was accepted",
    agreement,
    steps: [looksAtPrices, accepts(), { when: (lead) => isWorked(lead), does: erase }],
    ends: {},
  },
  {
    name: "a student is told that it is not for us",
    agreement: hoursAgreement({ acknowledgement: everybody }),
    steps: [],
    ends: { stage: "disqualified", cycle: 1 },
  },
  {
    name: "the person is told that nobody calls for now",
    agreement: hoursAgreement({ acknowledgement: everybody }),
    steps: [looksAtPrices, accepts(), crm(isAccepted, "/outcomes", (lead) => ({ by: ownerOf(lead), ...won }))],
    ends: { stage: "won", cycle: 1 },
  },
  {
    name: "the person is told by when they are called",
    agreement: hoursAgreement({
      acknowledgement: everybody,
      gate: { ...agreement.terms.gate, leastMatches: 0, leastFit: 0, leastFamiliarity: -100 },
    }),
    steps: [accepts(), crm(isAccepted, "/outcomes", (lead) => ({ by: ownerOf(lead), ...won }))],
    ends: { stage: "won", cycle: 1 },
  },
];

async function erase(story: Story): Promise<void> {
  await story.act(marketing, "erase", { reason: "Lo ha pedido", confirm: (await story.lead()).email });
}
