import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";

export const trailWords = {
  title: { es: "Registro de auditoría", en: "Audit trail" },
  intro: {
    es: "Quién ha abierto, buscado, cambiado, exportado o borrado qué. Se guarda 400 días, sin lo que se ha leído ni escrito.",
    en: "Who has opened, searched, changed, exported or erased what. Kept for 400 days, without what was read or typed.",
  },
  day: { es: "Día (UTC)", en: "Day (UTC)" },
  none: { es: "Ese día no hay nada registrado", en: "Nothing was recorded on that day" },
  more: { es: "Hay más de lo que se muestra aquí.", en: "There is more than is shown here." },
  when: { es: "Cuándo", en: "When" },
  who: { es: "Quién", en: "Who" },
  role: { es: "Rol", en: "Role" },
  what: { es: "Qué", en: "What" },
  lead: { es: "Lead", en: "Lead" },
  times: { es: "Veces", en: "Times" },
  count: (count: number): Bilingual => pluralInBoth(count, { es: ["# paso", "# pasos"], en: ["# step", "# steps"] }),
  rows: (count: number): Bilingual => pluralInBoth(count, { es: ["# fila", "# filas"], en: ["# row", "# rows"] }),
  refused: { es: "rechazado", en: "refused" },
  did: {
    opened: { es: "Abrió el lead", en: "Opened the lead" },
    searched: { es: "Buscó", en: "Searched" },
    changed: { es: "Cambió", en: "Changed" },
    erased: { es: "Borró a la persona", en: "Erased the person" },
    secured: { es: "Cambió su acceso", en: "Changed how they sign in" },
    exported: { es: "Exportó todo lo que se guarda de la persona", en: "Exported all that is kept of the person" },
  } satisfies Record<TrailStep["did"], Bilingual>,
  actions: {
    decide: { es: "Decidió sobre un lead sin respuesta", en: "Decided on an unanswered lead" },
    override: { es: "Decidió en lugar de la puerta MQL", en: "Overrode the MQL gate" },
    answer: { es: "Respondió a la entrega", en: "Answered the hand-off" },
    outcome: { es: "Actualizó la venta", en: "Updated the deal" },
    reassign: { es: "Lo pasó a otra persona", en: "Reassigned it" },
    recycle: { es: "Lo devolvió a marketing", en: "Returned it to marketing" },
    "new-deal": { es: "Empezó un negocio nuevo", en: "Started a new deal" },
    "take-over": { es: "Aceptó lo que decía un formulario", en: "Took over what a form said" },
    dismiss: { es: "Descartó lo que decía un formulario", en: "Dismissed what a form said" },
    unsubscribe: { es: "Dio de baja sus correos", en: "Unsubscribed it from e-mails" },
    export: { es: "Dio a la persona acceso a sus datos", en: "Gave the person access to their data" },
    erase: { es: "Borró a la persona", en: "Erased the person" },
  } satisfies Record<LeadAction, Bilingual>,
  access: {
    "second-factor": { es: "Configuró su segundo factor", en: "Set up a second factor" },
    "recovery-code": { es: "Entró con un código de recuperación", en: "Signed in with a recovery code" },
    "factor-reset": { es: "Operaciones reinició su segundo factor", en: "Had the second factor reset by operations" },
    password: {
      es: "Cambió su contraseña por un enlace del correo",
      en: "Changed the password by a link in an e-mail",
    },
    everywhere: { es: "Cerró su sesión en todas partes", en: "Signed out everywhere" },
  } satisfies Record<AccessChange, Bilingual>,
  sources: {
    try: { es: "Recorrió lo que envió una fuente", en: "Walked through what a source sent" },
    again: { es: "Hizo leer de nuevo lo que envió una fuente", en: "Had what a source sent read again" },
    drop: { es: "Descartó lo que envió una fuente", en: "Dropped what a source sent" },
  },
  decision: { es: "Anotó una decisión de la reunión", en: "Noted a meeting decision" },
};

/** The step in a few words. */
export const sayStep = ({ did, by }: Pick<TrailStep, "did" | "by">): Bilingual => {
  if (by === "meetings/decisions") return trailWords.decision;
  const named = [
    ...Object.entries(trailWords.actions).map(([name, words]) => [`leads/${name}`, words] as const),
    ...Object.entries(trailWords.sources).map(([name, words]) => [`sources/${name}`, words] as const),
    ...Object.entries(trailWords.access).map(([name, words]) => [`session/${name}`, words] as const),
  ];
  return named.find(([name]) => name === by)?.[1] ?? trailWords.did[did];
};
