import type { Agreement } from "../../contract/agreement.ts";
import type { LeadStory } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import { ladderOf, type Rung } from "../../domain/follow-up/ladder.ts";
import { overflowsAt } from "../../domain/hand-off/overflow.ts";
import type { History } from "../../domain/lead/history.ts";
import type { Lead, LeadIn, Unanswered, Worked } from "../../domain/lead/lead.ts";
import { chooseContent } from "../../domain/nurture/choose-content.ts";
import { mayMail, type Nurtured, planNurture } from "../../domain/nurture/plan-nurture.ts";
import { contentReadBy } from "../../domain/score/content-read.ts";
import { type Owner, superiorOf } from "../../domain/team/owner.ts";

type Next = LeadStory["next"];

interface Outlook {
  readonly lead: Lead;
  readonly history: History;
  /** Its owner. */
  readonly owner: Owner | undefined;
  readonly now: string;
}

/** What happens to the lead next without anyone's action, and when, the soonest first. */
export const nextOf = ({ lead, history, owner, now }: Outlook, agreement: Agreement): Next => {
  switch (lead.stage) {
    case "captured":
      return [
        {
          at: lead.nextDueAt,
          text: { es: "Se puntúa y pasa por la puerta MQL", en: "It is scored and judged at the MQL gate" },
        },
      ];
    case "nurturing":
      return nextOfNurturing(lead, history, agreement, now);
    case "qualified":
      return nextOfQualified(lead, agreement);
    case "assigned":
    case "handed-off":
      return owner === undefined ? [] : nextOfUnanswered(lead, owner, agreement);
    case "accepted":
    case "sales-qualified":
    case "opportunity":
      return owner === undefined ? [] : nextOfWorked(lead, owner, agreement);
    case "dormant":
      return [
        { text: { es: "Vuelve a empezar en cuanto haga algo", en: "It begins again as soon as it does something" } },
      ];
    case "won":
    case "lost":
    case "disqualified":
      return [
        { text: { es: "Vuelve a empezar si envía otro formulario", en: "It begins again if it sends another form" } },
      ];
    default:
      return assertNever(lead);
  }
};

const nextOfNurturing = (lead: LeadIn<"nurturing">, history: History, agreement: Agreement, now: string): Next => {
  const nurtured = nurturedOf(lead, history, agreement);
  const plan = planNurture(nurtured, agreement, now);
  const at = plan.next === "wait" ? plan.until : lead.nextDueAt;
  if (plan.next === "confirm")
    return [
      { at, text: { es: "Se le pide que confirme su consentimiento", en: "It is asked to confirm its consent" } },
    ];
  const { coolUntil } = lead.recycled ?? {};
  if (coolUntil !== undefined && coolUntil > now)
    return [
      {
        at: coolUntil,
        text: {
          es: "Hasta entonces descansa; después se vuelve a juzgar",
          en: "Until then it rests; then it is judged again",
        },
      },
    ];
  const content = nextContent(nurtured, agreement);
  return content === undefined
    ? [{ at, text: { es: "Si sigue en silencio, queda dormido", en: "If it stays silent, it is parked as dormant" } }]
    : [{ at, text: { es: `Siguiente correo: «${content.title.es}»`, en: `Next mail: “${content.title.en}”` } }];
};

const nextContent = ({ lead, touches, read }: Nurtured, agreement: Agreement) => {
  const sent = touches.filter(({ cycle }) => cycle === lead.cycle).length;
  if (mayMail(lead, agreement) !== "yes" || sent >= agreement.terms.nurture.mostTouches) return undefined;
  return chooseContent(lead, new Set([...touches.map(({ content }) => content), ...read]), agreement);
};

const nurturedOf = (lead: LeadIn<"nurturing">, { mails, engagements }: History, agreement: Agreement): Nurtured => ({
  lead,
  touches: mails.flatMap(({ purpose, step, cycle, claimedAt: at }) =>
    purpose === "nurture" ? [{ content: step, cycle, at }] : [],
  ),
  asked: mails.flatMap(({ purpose, step }) => (purpose === "confirm-consent" ? [step] : [])),
  read: engagements.flatMap(contentReadBy(agreement.terms)),
  lastAt: engagements
    .map(({ at }) => at)
    .toSorted()
    .at(-1),
});

type NextWithSales = LeadStory["next"];

/** An MQL on its way to a rep, or in the queue for one. */
const nextOfQualified = ({ waiting, nextDueAt }: LeadIn<"qualified">, agreement: Agreement): NextWithSales => {
  if (waiting === undefined)
    return [
      { at: nextDueAt, text: { es: "Se asigna a una persona de ventas", en: "It is given to somebody in sales" } },
    ];
  const overflowAt = overflowsAt(waiting.since, agreement);
  return [
    {
      at: nextDueAt,
      text: { es: "En la cola: se vuelve a buscar a alguien de ventas", en: "In the queue: a rep is looked for again" },
    },
    ...(overflowAt === undefined
      ? []
      : [
          {
            at: overflowAt,
            text: {
              es: "Si nadie queda libre, lo lleva quien está acordado para eso",
              en: "If nobody is free by then, whoever is agreed for that takes it",
            },
          },
        ]),
  ];
};

/** The deadline, and what follows silence by the agreement: every rung that has not been climbed yet. */
const nextOfUnanswered = (lead: Unanswered, owner: Owner, agreement: Agreement): NextWithSales => {
  const { followUp } = lead;
  const rungs = ladderOf(followUp, owner, agreement)
    .filter(({ rung }) => rung > followUp.rung)
    .map((rung) => ({ at: rung.at, text: sayRung(rung, owner, agreement) }));
  const deadline = {
    at: followUp.dueAt,
    text: { es: `Plazo de ${owner.name} para responder`, en: `Deadline for ${owner.name} to answer` },
  };
  const nobodyElse =
    followUp.nobodyElseUntil === undefined
      ? []
      : [
          {
            at: followUp.nobodyElseUntil,
            text: { es: "Se vuelve a buscar a otra persona", en: "Somebody else is looked for again" },
          },
        ];
  return [deadline, ...nobodyElse, ...rungs].toSorted((one, other) =>
    one.at < other.at ? -1 : Number(one.at > other.at),
  );
};

const sayRung = ({ act, to }: Rung, owner: Owner, agreement: Agreement): Bilingual => {
  switch (act) {
    case "remind":
      return { es: `Recordatorio a ${owner.name}`, en: `Reminder to ${owner.name}` };
    case "escalate": {
      const name = to === "director" ? agreement.terms.team.director.name : superiorOf(owner, agreement).name;
      return { es: `Si nadie responde, se avisa a ${name}`, en: `Without an answer, ${name} is told` };
    }
    case "reassign":
      return { es: "Si nadie responde, pasa a otra persona", en: "Without an answer, it goes to somebody else" };
    case "return-to-marketing":
      return { es: "Si nadie responde, vuelve a marketing", en: "Without an answer, it goes back to marketing" };
    default:
      return assertNever(act);
  }
};

/** When its owner is asked again, and when its stage's limit passes. */
const nextOfWorked = ({ stage, askAt, limitAt }: Worked, owner: Owner, { terms }: Agreement): NextWithSales => {
  const { label } = terms.stages[stage];
  return [
    { at: askAt, text: { es: `Se pregunta a ${owner.name} cómo va`, en: `${owner.name} is asked how it stands` } },
    {
      at: limitAt,
      text: { es: `Termina el tiempo acordado para «${label.es}»`, en: `The agreed time for “${label.en}” is over` },
    },
  ].toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
};
