import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry, Tone } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
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
  claimed: { tone: "plain", details: [{ es: "Está saliendo", en: "It is on its way out" }] },
  unconfirmed: {
    tone: "warn",
    details: [
      {
        es: "No se sabe si llegó a salir; no se envía dos veces",
        en: "Nobody knows whether it went out; it is not sent twice",
      },
    ],
  },
};

const sayMail = ({ purpose, step }: Message, agreement: Agreement): Bilingual => {
  switch (purpose) {
    case "nurture": {
      const title = agreement.terms.nurture.content.find(({ id }) => id === step)?.title ?? { es: step, en: step };
      return { es: `Correo al lead: «${title.es}»`, en: `Mail to the lead: “${title.en}”` };
    }
    case "confirm-consent":
      return {
        es: "Correo al lead: se le pide que confirme su consentimiento",
        en: "Mail to the lead: it is asked to confirm its consent",
      };
    case "hand-off": {
      const name = nameOfPerson(step.slice(0, step.lastIndexOf(".")), agreement);
      return { es: `Correo a ${name} con la historia del lead`, en: `Mail to ${name} with the lead's story` };
    }
    default:
      return colleagueMails[purpose] ?? { es: `Correo: ${purpose}`, en: `Mail: ${purpose}` };
  }
};

const colleagueMails: Readonly<Record<string, Bilingual>> = {
  "taken-over": {
    es: "Correo a quien lo llevaba antes: ahora lo lleva otra persona",
    en: "Mail to whoever had it before: somebody else has it now",
  },
  reminder: { es: "Recordatorio a quien lo lleva", en: "Reminder to whoever has it" },
  breach: { es: "Aviso a quien lo lleva: el plazo terminó", en: "Mail to whoever has it: time is up" },
  escalation: { es: "Aviso a su responsable: el plazo terminó", en: "Mail to their superior: time is up" },
  "ask-outcome": { es: "Pregunta a quien lo lleva: qué ha pasado", en: "Question to whoever has it: how it stands" },
  "stage-limit": {
    es: "Aviso: el tiempo acordado de su etapa terminó",
    en: "Mail: the agreed time of its stage is over",
  },
  rejected: { es: "Correo a marketing: por qué no siguió", en: "Mail to marketing: why it did not go on" },
  won: { es: "Correo a los dos equipos: ¡ganado!", en: "Mail to both teams: won!" },
  "sales-is-full": { es: "Aviso: ventas no tiene hueco", en: "Mail: sales has no room" },
};
