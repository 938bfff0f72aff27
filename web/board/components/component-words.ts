import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../lambdas/domain/text/plural.ts";

/** Words of the parts that every page uses. */
export const componentWords = {
  close: { es: "Cerrar", en: "Close" },
  cancel: { es: "Cancelar", en: "Cancel" },
  print: { es: "Imprimir", en: "Print" },
  retry: { es: "Reintentar", en: "Try again" },
  loading: { es: "Cargando…", en: "Loading…" },
  export: { es: "Exportar", en: "Export" },
  format: { csv: { es: "CSV", en: "CSV" }, xlsx: { es: "Excel", en: "Excel" } },
  exporting: { es: "Preparando el archivo…", en: "Preparing the file…" },
  exportedAll: (rows: number): Bilingual =>
    pluralInBoth(rows, { es: ["# fila exportada", "# filas exportadas"], en: ["# row exported", "# rows exported"] }),
  exportedSome: (rows: number): Bilingual =>
    pluralInBoth(rows, {
      es: ["Solo # fila exportada: hay más. Filtra la lista.", "Solo # filas exportadas: hay más. Filtra la lista."],
      en: [
        "Only # row exported: there are more. Filter the list.",
        "Only # rows exported: there are more. Filter the list.",
      ],
    }),
  required: { es: "obligatorio", en: "required" },
  choose: { es: "Elige…", en: "Choose…" },
  fastLane: { es: "Vía rápida", en: "Fast lane" },
  wroteAgain: { es: "Ha vuelto a escribir", en: "Wrote again" },
  heldWish: { es: "Solicitud sin responder", en: "Request not answered" },
  unconfirmedRequest: { es: "Solicitud sin confirmar", en: "Request not confirmed" },
  needsAttention: { es: "Requiere atención", en: "Needs attention" },
  mailUnconfirmed: { es: "Correo sin confirmar", en: "E-mail not confirmed yet" },
  mailRefused: { es: "Correo rechazado", en: "E-mail refused" },
  sampleData: { es: "Datos de ejemplo", en: "Sample data" },
  newCustomer: { es: "Un cliente nuevo", en: "A new customer" },
  busy: {
    es: "El servicio está ocupado: seguimos intentándolo.",
    en: "The service is busy: trying again.",
  },
  repeating: {
    es: "El servicio está ocupado: lo enviamos de nuevo en cuanto se pueda. No se hará dos veces.",
    en: "The service is busy: it is sent again as soon as possible. It will not be done twice.",
  },
  stale: (time: string, age: string) => ({
    es: `No se ha podido actualizar: ves los datos de las ${time} (${age}).`,
    en: `It could not be refreshed: you see it as of ${time} (${age}).`,
  }),
  justNow: { es: "hace menos de un minuto", en: "less than a minute ago" },
  noAnswer: {
    es: "El servidor no responde. Comprueba la conexión e inténtalo de nuevo.",
    en: "The server is not responding. Check your connection and try again.",
  },
  forbidden: { es: "Tu rol no te lo permite.", en: "Your role does not allow this." },
  missing: { es: "No existe o no tienes acceso.", en: "It does not exist, or you do not have access to it." },
  conflict: {
    es: "Este lead ha cambiado mientras tanto. Revisa cómo está ahora e inténtalo de nuevo.",
    en: "This lead has changed in the meantime. Check where they stand now and try again.",
  },
  tooMany: {
    es: "Demasiadas peticiones seguidas. Espera un momento e inténtalo de nuevo.",
    en: "Too many requests in a short time. Wait a moment and try again.",
  },
  unfit: {
    es: "Hay datos que no son válidos. No se ha cambiado nada.",
    en: "Some of this is not valid. Nothing was changed.",
  },
  badRequest: { es: "La petición no es válida.", en: "The request is not valid." },
  ended: {
    es: "Tu sesión ha terminado. Vuelve a iniciarla para continuar.",
    en: "Your session has ended. Sign in again to go on.",
  },
  otherVersion: {
    es: "Esta página y el servidor son de versiones distintas. Vuelve a cargarla.",
    en: "This page and the server are of different versions. Reload the page.",
  },
  fieldUnfit: { es: "Este valor no es válido.", en: "This value is not valid." },
  checkFields: (fields: string) => ({ es: `Revisa: ${fields}.`, en: `Check: ${fields}.` }),
  broken: {
    es: "Ha habido un fallo por nuestra parte. Inténtalo de nuevo más tarde.",
    en: "Something went wrong on our side. Try again later.",
  },
} as const;
