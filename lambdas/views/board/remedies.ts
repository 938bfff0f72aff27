import type { Bilingual } from "../../contract/stages.ts";
import type { OrphanReason } from "../../domain/wake/audit.ts";

/** The remedy that the board's attention page shows for a lead whose journey has stopped. */
export const remedyOfFlag = (error: string): Bilingual => ({
  es: `Su recorrido se paró por el error «${error}». El sistema lo reintenta solo; si sigue aquí dentro de una hora, operaciones debe mirar «Needs attention» en docs/runbook.md.`,
  en: `Its journey was stopped by the error “${error}”. The system starts it again by itself; if it is still here in an hour, operations should look at “Needs attention” in docs/runbook.md.`,
});

/** @param owner name of the lead's owner; @param manager name of who can reassign it */
export const remedyOfBreach = (owner: string, manager: string): Bilingual => ({
  es: `${owner} tiene que responder hoy, desde su correo o desde la ficha del lead; si no puede, ${manager} lo reasigna desde la ficha.`,
  en: `${owner} has to answer it today, from the mail or from the lead's page; failing that, ${manager} reassigns it on the lead's page.`,
});

const whyOrphan: Record<OrphanReason, { readonly why: Bilingual; readonly remedy: Bilingual }> = {
  "owner-unknown": {
    why: {
      es: "Lo llevaba alguien que ya no está en el acuerdo.",
      en: "It was in the hands of somebody who is no longer in the agreement.",
    },
    remedy: {
      es: "El sistema ya lo ha vuelto a repartir. Comprueba en su ficha quién lo lleva ahora.",
      en: "The system has had it shared out again. Check on its page who has it now.",
    },
  },
  "due-too-late": {
    why: {
      es: "Nadie iba a mirarlo antes de que venciera el plazo de su etapa.",
      en: "Nobody was going to look at it before its stage's time was over.",
    },
    remedy: {
      es: "El sistema ya lo ha puesto en marcha. Comprueba en su ficha qué toca ahora.",
      en: "The system has set it going again. Check on its page what comes next.",
    },
  },
  "no-journey": {
    why: {
      es: "Su recorrido no estaba en marcha.",
      en: "Its journey was not running.",
    },
    remedy: {
      es: "El sistema ya lo ha reiniciado. Si vuelve a aparecer, operaciones debe mirar «Orphan found» en docs/runbook.md.",
      en: "The system has started it again. If it comes back, operations should look at “Orphan found” in docs/runbook.md.",
    },
  },
};

export const sayOrphan = (why: OrphanReason): { readonly why: Bilingual; readonly remedy: Bilingual } => whyOrphan[why];

/** @param runbook anchor of the section in docs/runbook.md */
export const remedyOfDeadLetters = (messages: number, runbook: string): Bilingual => ({
  es: `Operaciones debe leer el motivo de ${messages === 1 ? "ese mensaje" : `esos ${messages} mensajes`}, corregir la causa y devolverlos a su cola: docs/runbook.md#${runbook}.`,
  en: `Operations should read why ${messages === 1 ? "that message" : `those ${messages} messages`} failed, mend the cause, and send them back to their queue: docs/runbook.md#${runbook}.`,
});
