import type { Agreement } from "../../../contract/agreement.ts";
import type { LeadStory } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { assertNever } from "../../assert-never.ts";
import { ladderOf, type Rung } from "../../follow-up/ladder.ts";
import { overflowsAt } from "../../hand-off/overflow.ts";
import type { LeadIn, Unanswered, Worked } from "../../lead/lead.ts";
import { type Owner, superiorOf } from "../../team/owner.ts";

type Next = LeadStory["next"];

/** An MQL on its way to a rep, or in the queue for one. */
export const nextOfQualified = ({ waiting, nextDueAt }: LeadIn<"qualified">, agreement: Agreement): Next => {
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

/** The deadline, and what the agreement makes of silence: every rung that has not been climbed yet. */
export const nextOfUnanswered = (lead: Unanswered, owner: Owner, agreement: Agreement): Next => {
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
    case "give-back":
      return { es: "Si nadie responde, vuelve a marketing", en: "Without an answer, it goes back to marketing" };
    default:
      return assertNever(act);
  }
};

/** When its owner is asked again, and when the agreed time of its stage is over. */
export const nextOfWorked = ({ stage, askAt, limitAt }: Worked, owner: Owner, { terms }: Agreement): Next => {
  const { label } = terms.stages[stage];
  return [
    { at: askAt, text: { es: `Se pregunta a ${owner.name} cómo va`, en: `${owner.name} is asked how it stands` } },
    {
      at: limitAt,
      text: { es: `Termina el tiempo acordado para «${label.es}»`, en: `The agreed time for “${label.en}” is over` },
    },
  ].toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
};
