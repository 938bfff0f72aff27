import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry, Tone } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { ownerOfStep } from "../../domain/hand-off/refused-hand-off.ts";
import type { History } from "../../domain/lead/history.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";

type Message = History["mails"][number];

/** Mails to the lead, and about it to colleagues; also those of which it is unknown whether they went out. */
export const mailEntries = ({ mails }: History, agreement: Agreement): StoryEntry[] =>
  mails.map((message) => {
    const { cycle, claimedAt, sentAt = claimedAt } = message;
    const { tone, details } = sayStatus[message.status];
    return { at: sentAt, cycle, kind: "mail", title: sayMail(message, agreement), details, tone };
  });

const sayStatus: Record<Message["status"], { readonly tone: Tone; readonly details: readonly Bilingual[] }> = {
  sent: { tone: "plain", details: [] },
  claimed: { tone: "plain", details: [{ es: "Se está enviando", en: "Being sent" }] },
  sending: {
    tone: "plain",
    details: [
      { es: "Enviado; falta que el servicio de correo lo confirme", en: "Sent; not confirmed by the mail service yet" },
    ],
  },
  undeliverable: {
    tone: "warn",
    details: [
      { es: "El servicio de correo lo rechazó: no se entregó", en: "Refused by the mail service: not delivered" },
    ],
  },
  unknown: {
    tone: "warn",
    details: [
      {
        es: "No se sabe si llegó a enviarse; no se reenvía, para no enviarlo dos veces",
        en: "We do not know whether it was sent; it is not sent again, so that nobody gets it twice",
      },
    ],
  },
  "not-sent": {
    tone: "plain",
    details: [{ es: "No se envió: ya no hacía falta", en: "Not sent: no longer needed" }],
  },
};

const sayMail = ({ purpose, step }: Message, agreement: Agreement): Bilingual => {
  switch (purpose) {
    case "nurture": {
      const title = agreement.terms.nurture.content.find(({ id }) => id === step)?.title ?? { es: step, en: step };
      return { es: `Correo al lead: «${title.es}»`, en: `E-mail to the lead: “${title.en}”` };
    }
    case "confirm-consent":
      return {
        es: "Correo al lead: se le pide que confirme su formulario",
        en: "E-mail to the lead: they are asked to confirm their form",
      };
    case "person-export":
      return { es: "Correo al lead: el enlace a sus datos", en: "E-mail to the lead: the link to their data" };
    case "acknowledgement":
      return {
        es: "Correo al lead: qué haremos con su formulario",
        en: "E-mail to the lead: what we will do about their form",
      };
    case "hand-off": {
      const name = nameOfPerson(ownerOfStep(step), agreement);
      return { es: `Correo a ${name} con la historia del lead`, en: `E-mail to ${name} with the lead's story` };
    }
    default:
      return colleagueMails[purpose] ?? { es: `Correo: ${purpose}`, en: `E-mail: ${purpose}` };
  }
};

const colleagueMails: Readonly<Record<string, Bilingual>> = {
  "taken-over": {
    es: "Correo a su responsable anterior: ahora lo lleva otra persona",
    en: "E-mail to the previous owner: the lead has a new owner",
  },
  reminder: { es: "Recordatorio a su responsable", en: "Reminder to the owner" },
  breach: { es: "Aviso a su responsable: plazo vencido", en: "E-mail to the owner: deadline missed" },
  escalation: { es: "Escalado a la dirección: plazo vencido", en: "Escalation to management: deadline missed" },
  "ask-outcome": { es: "Pregunta a su responsable: qué ha pasado", en: "Question to the owner: how it is going" },
  "stage-limit": {
    es: "Aviso: terminó el tiempo acordado para su etapa",
    en: "E-mail: the time limit of the stage has passed",
  },
  "lead-unreached": {
    es: "Aviso a su responsable: los correos no llegan al lead",
    en: "E-mail to the owner: e-mails do not reach the lead",
  },
  "wrote-again": {
    es: "Aviso a su responsable: ha vuelto a escribir",
    en: "E-mail to the owner: the lead has written again",
  },
  "shorter-clock": {
    es: "Aviso a su responsable: el plazo es más corto",
    en: "E-mail to the owner: the deadline is sooner",
  },
  "nobody-answered": {
    es: "Aviso a marketing y a la dirección de ventas: nadie ha respondido",
    en: "E-mail to marketing and the sales director: nobody answered",
  },
  undelivered: {
    es: "Aviso: un correo sobre este lead no se pudo entregar",
    en: "E-mail: a mail about this lead could not be delivered",
  },
  rejected: { es: "Correo a marketing: por qué no siguió", en: "E-mail to marketing: why the lead did not go on" },
  won: { es: "Correo a los dos equipos: ¡ganado!", en: "E-mail to both teams: won!" },
  "forms-kept-aside": { es: "Aviso: formularios apartados", en: "E-mail: forms kept aside" },
  proposal: { es: "Aviso: propuesta para el acuerdo", en: "E-mail: a proposal for the agreement" },
  "sales-is-full": { es: "Aviso: ventas no tiene capacidad", en: "E-mail: sales has no capacity" },
};
