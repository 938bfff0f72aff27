import type { AccessChange, LeadAction, TrailStep } from "../../contract/board.ts";
import type { Exported } from "../../contract/board-export.ts";
import type { ImportAction } from "../../contract/imports.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { proposalDeeds } from "../../domain/board/trail.ts";

const words = {
  did: {
    opened: { es: "Abrió el lead", en: "Opened the lead" },
    searched: { es: "Buscó", en: "Searched" },
    added: { es: "Añadió", en: "Added" },
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
    edit: { es: "Corrigió sus datos", en: "Corrected their details" },
    "not-same": { es: "Revisó un posible duplicado", en: "Looked at a possible duplicate" },
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
  byHand: {
    leads: { es: "Añadió un lead a mano", en: "Added a lead by hand" },
    "leads/similar": { es: "Buscó antes de añadir un lead", en: "Searched before adding a lead" },
  },
  imports: {
    begin: { es: "Empezó a importar una lista", en: "Began to import a list" },
    uploaded: { es: "Subió la lista", en: "Uploaded the list" },
    read: { es: "Hizo leer la lista de otra forma", en: "Had the list read in another way" },
    terms: { es: "Probó la importación", en: "Tried the import" },
    start: { es: "Puso en marcha la importación", en: "Started the import" },
    pause: { es: "Pausó la importación", en: "Paused the import" },
    resume: { es: "Reanudó la importación", en: "Resumed the import" },
    stop: { es: "Detuvo la importación", en: "Stopped the import" },
    undo: { es: "Deshizo la importación", en: "Undid the import" },
    rows: { es: "Vio las filas de la lista", en: "Looked at the rows of the list" },
    refused: { es: "Se llevó las filas rechazadas", en: "Took along the refused rows" },
  } satisfies Record<ImportAction | "begin" | "rows", Bilingual>,
  change: { es: "Cerró un cambio del acuerdo", en: "Closed a change of the agreement" },
  proposals: {
    proposals: { es: "Propuso un cambio del acuerdo", en: "Proposed a change of the agreement" },
    "proposals/withdraw": { es: "Retiró una propuesta para el acuerdo", en: "Withdrew a proposal for the agreement" },
    "proposals/refuse": { es: "Rechazó una propuesta para el acuerdo", en: "Refused a proposal for the agreement" },
    "proposals/sign": { es: "Firmó una propuesta para el acuerdo", en: "Signed a proposal for the agreement" },
    "proposals/try": { es: "Probó una propuesta con el pasado", en: "Tried a proposal on the past" },
    "proposals/signers": {
      es: "Nombró a quien firma el acuerdo en lugar de otra persona",
      en: "Named who signs the agreement in place of somebody",
    },
  } satisfies Record<(typeof proposalDeeds)[number], Bilingual>,
  decision: { es: "Anotó una decisión de la reunión", en: "Noted a meeting decision" },
  exports: {
    pipeline: { es: "Exportó el pipeline", en: "Exported the pipeline" },
    worklist: { es: "Exportó los leads de un responsable", en: "Exported an owner's leads" },
    attention: { es: "Exportó lo que requiere atención", en: "Exported what needs attention" },
    aside: { es: "Exportó lo apartado", en: "Exported what is kept aside" },
    wins: { es: "Exportó las ventas ganadas", en: "Exported the won deals" },
    trail: { es: "Exportó el registro de auditoría", en: "Exported the audit trail" },
    search: { es: "Exportó el resultado de una búsqueda", en: "Exported the results of a search" },
    decisions: { es: "Exportó las decisiones de las reuniones", en: "Exported the meetings’ decisions" },
    sources: { es: "Exportó las fuentes", en: "Exported the sources" },
    unread: { es: "Exportó los envíos sin leer", en: "Exported what could not be read" },
    imports: { es: "Exportó las listas importadas", en: "Exported the imported lists" },
    "import-rows": { es: "Exportó las filas de una lista", en: "Exported the rows of a list" },
    page: { es: "Exportó una tabla", en: "Exported a table" },
  } satisfies Record<Exported, Bilingual>,
};

/** The step in a few words. */
export const sayTrailStep = ({ did, by }: Pick<TrailStep, "did" | "by">): Bilingual => {
  if (by === "meetings/decisions") return words.decision;
  if (by === "meetings/changes") return words.change;
  const named = [
    ...Object.entries(words.actions).map(([name, said]) => [`leads/${name}`, said] as const),
    ...Object.entries(words.byHand),
    ...Object.entries(words.proposals),
    ...Object.entries(words.sources).map(([name, said]) => [`sources/${name}`, said] as const),
    ...Object.entries(words.access).map(([name, said]) => [`session/${name}`, said] as const),
    ...Object.entries(words.exports).map(([name, said]) => [`exports/${name}`, said] as const),
    // On the board beginning has the list's own address; the command calls every step by its name.
    ["imports", words.imports.begin] as const,
    ...Object.entries(words.imports).flatMap(([name, said]) => [
      [`imports/${name}`, said] as const,
      [`leads:import/${name}`, said] as const,
    ]),
  ];
  return named.find(([name]) => name === by)?.[1] ?? words.did[did];
};
