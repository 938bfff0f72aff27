import type { Agreement } from "../../../contract/agreement.ts";
import type { LeadStory } from "../../../contract/board.ts";
import { assertNever } from "../../assert-never.ts";
import type { Lead, LeadIn } from "../../lead/lead.ts";
import { chooseContent } from "../../nurture/choose-content.ts";
import { mayMail } from "../../nurture/may-mail.ts";
import { type Nurtured, planNurture } from "../../nurture/plan-nurture.ts";
import { contentReadBy } from "../../score/content-read.ts";
import type { Owner } from "../../team/owner.ts";
import type { History } from "./history.ts";
import { nextOfQualified, nextOfUnanswered, nextOfWorked } from "./next-with-sales.ts";

type Next = LeadStory["next"];

interface Outlook {
  readonly lead: Lead;
  readonly history: History;
  /** Whoever has it in hand. */
  readonly owner: Owner | undefined;
  readonly now: string;
}

/** What happens next to the lead by itself, and when, the soonest first. */
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

const nurturedOf = (lead: LeadIn<"nurturing">, { mails, deeds }: History, agreement: Agreement): Nurtured => ({
  lead,
  touches: mails.flatMap(({ purpose, step, cycle, claimedAt: at }) =>
    purpose === "nurture" ? [{ content: step, cycle, at }] : [],
  ),
  asked: mails.flatMap(({ purpose, step }) => (purpose === "confirm-consent" ? [step] : [])),
  read: deeds.flatMap(contentReadBy(agreement.terms)),
  lastAt: deeds
    .map(({ at }) => at)
    .toSorted()
    .at(-1),
});
