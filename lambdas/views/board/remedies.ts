import type { Bilingual } from "../../contract/stages.ts";
import { plural } from "../../domain/text/plural.ts";
import type { OrphanReason } from "../../domain/wake/audit.ts";

/** The remedy that the board's attention page shows for a lead whose journey has stopped. */
export const remedyOfFlag = (error: string): Bilingual => ({
  es: `Su recorrido se detuvo por el error «${error}». El sistema lo reintenta automáticamente; si sigue aquí dentro de una hora, operaciones debe consultar la sección de estos casos en docs/runbook.md («Needs attention»).`,
  en: `Their journey was stopped by the error “${error}”. The system restarts it automatically; if the lead is still here in an hour, operations should see “Needs attention” in docs/runbook.md.`,
});

/** @param owner name of the colleague who does not get the mail; @param manager name of who can reassign the lead */
export const remedyOfRefusal = (owner: string, manager: string): Bilingual => ({
  es: `${owner} no sabe del lead: el servicio de correo rechazó su correo, y nadie más puede atenderlo ahora. No corre ningún plazo. Se vuelve a intentar; ${manager} puede reasignarlo desde la ficha, y una dirección equivocada se corrige en el acuerdo.`,
  en: `${owner} does not know of the lead: the mail service refused their e-mail, and nobody else can take the lead now. No deadline is running. We keep trying; ${manager} can reassign the lead on its page, and a wrong address is corrected in the agreement.`,
});

/** For a lead whom nobody in sales answered. */
export const remedyOfSilence: Bilingual = {
  es: "Marketing o la dirección de ventas decide: que se le vuelva a llamar, que lo lleve otra persona, que siga en maduración o cerrarlo. Una llamada con una disculpa es lo mejor.",
  en: "Marketing or sales management decides: call again, give the lead to another rep, keep nurturing, or close. A call with an apology works best.",
};

/** @param owner name of the lead's owner; @param manager name of who can reassign it */
export const remedyOfBreach = (owner: string, manager: string): Bilingual => ({
  es: `${owner} debe responder hoy, desde su correo o desde la ficha del lead; si no puede, ${manager} puede reasignarlo desde la ficha.`,
  en: `${owner} should answer today, from their e-mail or the lead's page; otherwise ${manager} can reassign the lead on that page.`,
});

const whyOrphan: Record<OrphanReason, { readonly why: Bilingual; readonly remedy: Bilingual }> = {
  "owner-unknown": {
    why: {
      es: "Su responsable ya no figura en el acuerdo.",
      en: "Their owner is no longer in the agreement.",
    },
    remedy: {
      es: "El sistema ya lo ha reasignado. Comprueba en su ficha quién lo lleva ahora.",
      en: "The system has already reassigned the lead. Check on their page who the owner is now.",
    },
  },
  "due-too-late": {
    why: {
      es: "Su siguiente paso estaba previsto para después del límite de su etapa.",
      en: "Their next step was due after the time limit of their stage.",
    },
    remedy: {
      es: "El sistema ya lo ha puesto en marcha de nuevo. Comprueba en su ficha cuál es el siguiente paso.",
      en: "The system has already set them in motion again. Check on their page what comes next.",
    },
  },
  "no-journey": {
    why: {
      es: "Su recorrido no estaba en marcha.",
      en: "Their journey was not running.",
    },
    remedy: {
      es: "El sistema ya lo ha reiniciado. Si vuelve a aparecer, operaciones debe consultar «Orphan found» en docs/runbook.md.",
      en: "The system has already restarted it. If the lead shows up here again, operations should see “Orphan found” in docs/runbook.md.",
    },
  },
};

export const sayOrphan = (why: OrphanReason): { readonly why: Bilingual; readonly remedy: Bilingual } => whyOrphan[why];

/** @param runbook anchor of the section in docs/runbook.md */
export const remedyOfDeadLetters = (messages: number, runbook: string): Bilingual => ({
  es: `Operaciones debe averiguar ${plural(messages, "es", {
    one: "por qué falló ese mensaje, corregir la causa y devolverlo",
    other: "por qué fallaron esos mensajes, corregir la causa y devolverlos",
  })} a su cola: docs/runbook.md#${runbook}.`,
  en: `Operations should find out why ${plural(messages, "en", {
    one: "this message failed, fix the cause and send it back to its queue",
    other: "these messages failed, fix the cause and send them back to their queue",
  })}: docs/runbook.md#${runbook}.`,
});
