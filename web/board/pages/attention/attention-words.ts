import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

export const attentionWords = {
  title: { es: "Atención", en: "Attention" },
  intro: {
    es: "Lo que conviene revisar y qué hacer en cada caso.",
    en: "What needs a closer look, and what to do about each item.",
  },
  asOf: (time: string): Bilingual => ({
    es: `Actualizado a las ${time}; se actualiza cada 10 segundos.`,
    en: `Updated at ${time}; refreshes every 10 seconds.`,
  }),
  well: { es: "Todo en orden", en: "All clear" },
  wellText: {
    es: "No hay leads detenidos, ni fuera de plazo, ni huérfanos, ni mensajes sin procesar.",
    en: "No stopped leads, no overdue leads, no orphans and no unprocessed messages.",
  },
  count: (count: number, isMore: boolean): Bilingual => {
    if (count === 0) return { es: "Nada que revisar.", en: "Nothing to review." };
    const said = pluralInBoth(count, {
      es: ["# asunto por revisar.", "# asuntos por revisar."],
      en: ["# item to review.", "# items to review."],
    });
    return isMore ? { es: `Al menos ${said.es}`, en: `At least ${said.en}` } : said;
  },
  counting: { es: "Contando…", en: "Counting…" },
  remedy: { es: "Qué hacer", en: "What to do" },
  flagged: { es: "Detenidos por un fallo nuestro", en: "Stopped by an error on our side" },
  flaggedNone: { es: "No hay ningún lead detenido.", en: "No lead is stopped." },
  error: { es: "Error", en: "Error" },
  refused: { es: "Su responsable no recibió el correo", en: "Their owner did not get the e-mail" },
  refusedNone: {
    es: "El servicio de correo no ha rechazado ningún lead entregado.",
    en: "The mail service has refused no hand-off.",
  },
  unanswered: { es: "Nadie de ventas les ha respondido", en: "Nobody in sales has answered them" },
  unansweredNone: {
    es: "Ningún lead ha vuelto a marketing sin respuesta y sin decisión.",
    en: "No lead has come back to marketing unanswered and undecided.",
  },
  unansweredSince: { es: "Espera desde el", en: "Waiting since" },
  decide: { es: "Decidir", en: "Decide" },
  moreUnanswered: {
    es: "Hay más: estos son los que más esperan.",
    en: "There are more: these have waited longest.",
  },
  breached: { es: "Fuera de plazo", en: "Overdue" },
  breachedNone: { es: "Ventas va al día.", en: "Sales is up to date." },
  moreBreached: { es: "Hay más: estos son los más urgentes.", en: "There are more: these are the most urgent." },
  orphans: { es: "Huérfanos", en: "Orphans" },
  orphansNone: {
    es: "Todos los leads abiertos tienen responsable y fecha para el siguiente paso.",
    en: "Every open lead has an owner and a date for their next step.",
  },
  found: { es: "Detectado el", en: "Detected on" },
  deadLetters: { es: "Mensajes sin procesar", en: "Unprocessed messages" },
  deadLettersNone: { es: "Ninguna cola tiene mensajes sin procesar.", en: "No queue has unprocessed messages." },
  messages: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["# mensaje", "# mensajes"], en: ["# message", "# messages"] }),
  loss: { es: "Qué se pierde mientras tanto", en: "What is lost in the meantime" },
  erasedSoon: (days: number): Bilingual => ({
    es: `Se borran en los próximos ${days} días`,
    en: `Erased within the next ${days} days`,
  }),
  erasedSoonNone: {
    es: "A nadie le llega la fecha de borrado que fija el acuerdo.",
    en: "Nobody reaches the date of erasure that the agreement sets.",
  },
  atLeast: (count: number): Bilingual => ({ es: `al menos ${count}`, en: `at least ${count}` }),
  erasedOn: { es: "Se borra el", en: "Erased on" },
  erasedSoonWhat: {
    es: "Se borran solos, como fija el acuerdo. Si hay que volver a hablar con alguien, reabre su ciclo o empieza un negocio nuevo antes de su fecha.",
    en: "It happens by itself, as the agreement says. If there is more to talk about with one of them, reopen the lead or start a new deal before their date.",
  },
  open: { es: "Ver su historia", en: "See their story" },
} as const;
