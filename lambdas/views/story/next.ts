import type { Agreement } from "../../contract/agreement.ts";
import type { LeadStory } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import { isSilenceOurs, isUndecided } from "../../domain/escalation/nobody-answered.ts";
import { ladderOf, type Rung } from "../../domain/follow-up/ladder.ts";
import { overflowsAt } from "../../domain/hand-off/overflow.ts";
import { handOffMailOf, refusalOf } from "../../domain/hand-off/refused-hand-off.ts";
import type { History } from "../../domain/lead/history.ts";
import type { Lead, LeadIn, Unanswered, Worked } from "../../domain/lead/lead.ts";
import { chooseContent } from "../../domain/nurture/choose-content.ts";
import { mayMail } from "../../domain/nurture/may-mail.ts";
import { type Nurtured, planNurture } from "../../domain/nurture/plan-nurture.ts";
import { contentReadBy } from "../../domain/score/content-read.ts";
import { onDay } from "../../domain/score/fact.ts";
import { type Owner, superiorOf } from "../../domain/team/owner.ts";

type Next = LeadStory["next"];

interface Outlook {
  readonly lead: Lead;
  readonly history: History;
  /** Its owner. */
  readonly owner: Owner | undefined;
  readonly now: string;
}

/**
 * What happens to the lead next without anyone's action, and when, the soonest first; before it what people have to
 * decide.
 */
export const nextOf = (outlook: Outlook, agreement: Agreement): Next => [
  ...(isUndecided(outlook.lead) ? [{ text: toBeDecided }] : []),
  ...nextByItself(outlook, agreement),
];

const toBeDecided: Bilingual = {
  es: "Nadie de ventas respondió: marketing o la dirección de ventas decide qué se hace",
  en: "Nobody in sales answered: marketing or sales management decides what to do",
};

const nextByItself = ({ lead, history, owner, now }: Outlook, agreement: Agreement): Next => {
  switch (lead.stage) {
    case "captured":
      return [
        {
          at: lead.nextDueAt,
          text: { es: "Se puntúa y pasa por la puerta de MQL", en: "The lead is scored and judged at the MQL gate" },
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
        {
          text: {
            es: "Empieza otro ciclo en cuanto haga algo",
            en: "A new cycle begins as soon as the lead does something",
          },
        },
      ];
    case "won":
    case "lost":
      return [
        {
          text: {
            es: "Otro ciclo empieza solo si alguien del equipo empieza un negocio nuevo",
            en: "A new cycle begins only when somebody on the team starts a new deal",
          },
        },
      ];
    case "disqualified":
      return [
        {
          text: {
            es: "Empieza otro ciclo si envía otro formulario",
            en: "A new cycle begins if the lead sends another form",
          },
        },
      ];
    default:
      return assertNever(lead);
  }
};

const nextOfNurturing = (lead: LeadIn<"nurturing">, history: History, agreement: Agreement, now: string): Next => {
  const nurtured = nurturedOf(lead, history, agreement);
  const plan = planNurture(nurtured, agreement, now);
  const at = plan.next === "wait" ? plan.until : lead.nextDueAt;
  if (plan.next === "acknowledge")
    return [{ at, text: { es: "Se le dice qué pasará con su formulario", en: "The lead is told what will happen" } }];
  if (plan.next === "confirm")
    return [
      {
        at,
        text: { es: "Se le pide que confirme su consentimiento", en: "The lead is asked to confirm their consent" },
      },
    ];
  const { coolUntil } = lead.recycled ?? {};
  if (coolUntil !== undefined && coolUntil > now)
    return [
      {
        at: coolUntil,
        text: {
          es: "Hasta entonces está en pausa; después se vuelve a evaluar",
          en: "In cool-down until then; then the lead is judged again",
        },
      },
    ];
  const content = nextContent(nurtured, agreement, now);
  return content === undefined
    ? [
        {
          at,
          text: isSilenceOurs(lead)
            ? { es: "Si no hay nada nuevo, queda dormido", en: "If nothing new comes in, the lead becomes dormant" }
            : { es: "Si no da señales de vida, queda dormido", en: "If the lead stays silent, they become dormant" },
        },
      ]
    : [{ at, text: { es: `Siguiente correo: «${content.title.es}»`, en: `Next e-mail: “${content.title.en}”` } }];
};

const nextContent = ({ lead, touches, read }: Nurtured, agreement: Agreement, now: string) => {
  const sent = touches.filter(({ cycle }) => cycle === lead.cycle).length;
  if (lead.wokenBy !== undefined || mayMail(lead, agreement) !== "yes" || sent >= agreement.terms.nurture.mostTouches)
    return undefined;
  return chooseContent(onDay(lead, now), new Set([...touches.map(({ content }) => content), ...read]), agreement);
};

const nurturedOf = (lead: LeadIn<"nurturing">, { mails, engagements }: History, agreement: Agreement): Nurtured => ({
  lead,
  touches: mails.flatMap(({ purpose, step, cycle, claimedAt: at }) =>
    purpose === "nurture" ? [{ content: step, cycle, at }] : [],
  ),
  asked: mails.flatMap(({ purpose, step }) => (purpose === "confirm-consent" ? [step] : [])),
  mails: mails.map(({ purpose, step, claimedAt: at }) => ({ purpose, step, at })),
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
    return [{ at: nextDueAt, text: { es: "Se asigna a un comercial", en: "The lead is assigned to a rep" } }];
  const overflowAt = overflowsAt(waiting.since, agreement);
  return [
    {
      at: nextDueAt,
      text: { es: "En la cola: se vuelve a buscar comercial", en: "In the queue: we look for a rep again" },
    },
    ...(overflowAt === undefined
      ? []
      : [
          {
            at: overflowAt,
            text: {
              es: "Si nadie tiene capacidad, se asigna a quien indica el acuerdo",
              en: "If nobody has capacity by then, the lead goes to the person named in the agreement",
            },
          },
        ]),
  ];
};

/** No clock runs yet. */
const unconfirmed = (at: string, { name }: Owner) => ({
  at,
  text: {
    es: `El correo a ${name} está sin confirmar: se comprueba y, si hace falta, se reenvía; su plazo empieza entonces`,
    en: `The e-mail to ${name} is not confirmed yet: it is checked, and sent again if need be; the deadline starts then`,
  },
});

const refused = (at: string, { name }: Owner, isTried: boolean) => ({
  at,
  text: isTried
    ? {
        es: `El servicio de correo rechazó el correo a ${name}: se busca a otra persona; no corre ningún plazo`,
        en: `The mail service refused the e-mail to ${name}: we look for somebody else; no deadline is running`,
      }
    : {
        es: `El servicio de correo rechazó el texto del correo a ${name}: avisa o reasigna el lead; no corre ningún plazo`,
        en: `The mail service refused the text of the e-mail to ${name}: tell them or reassign the lead; no deadline is running`,
      },
});

/** The deadline, and what follows silence by the agreement: every rung that has not been climbed yet. */
const nextOfUnanswered = (lead: Unanswered, owner: Owner, agreement: Agreement): NextWithSales => {
  const mail = handOffMailOf(lead);
  if (mail === "unconfirmed") return [unconfirmed(lead.nextDueAt, owner)];
  if (mail === "refused") return [refused(lead.nextDueAt, owner, refusalOf(lead, owner)?.refusal !== "content")];
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
            text: { es: "Se vuelve a buscar a otra persona", en: "We look for somebody else again" },
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
      return { es: `Si nadie responde, se avisa a ${name}`, en: `Without an answer, ${name} is notified` };
    }
    case "reassign":
      return { es: "Si nadie responde, pasa a otra persona", en: "Without an answer, the lead goes to somebody else" };
    case "return-to-marketing":
      return { es: "Si nadie responde, vuelve a marketing", en: "Without an answer, the lead returns to marketing" };
    default:
      return assertNever(act);
  }
};

/** When its owner is asked again, and when its stage's limit passes. */
const nextOfWorked = ({ stage, askAt, limitAt }: Worked, owner: Owner, { terms }: Agreement): NextWithSales => {
  const { label } = terms.stages[stage];
  return [
    { at: askAt, text: { es: `Se pregunta a ${owner.name} cómo va`, en: `${owner.name} is asked how it is going` } },
    {
      at: limitAt,
      text: { es: `Termina el tiempo acordado para «${label.es}»`, en: `The agreed time for “${label.en}” ends` },
    },
  ].toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
};
