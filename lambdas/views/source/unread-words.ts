import type { Bilingual } from "../../contract/stages.ts";
import type { UnreadReason } from "../../domain/source/unread.ts";

/** Why something that a form tool has sent could not be read, and what to do. */
const sayings: Record<UnreadReason, Bilingual> = {
  empty: {
    es: "Llegó vacío: comprueba en la herramienta que el envío incluye las respuestas.",
    en: "It came empty: check in the tool that it sends the answers along.",
  },
  "not-json": {
    es: "No es JSON, y esta herramienta envía JSON: elige ese formato en la herramienta.",
    en: "It is no JSON, which is what this tool sends: choose that format in the tool.",
  },
  "not-a-form": {
    es: "No contiene nombres y valores: comprueba en la herramienta qué se envía y en qué formato.",
    en: "There are no names and values in it: check in the tool what it sends, and in which format.",
  },
  "other-shape": {
    es: "No tiene la forma que documenta la herramienta: comprueba que la fuente es del tipo adecuado y que el aviso es el que indican los tres pasos.",
    en: "It does not have the shape that the tool documents: check that the source is of the right kind, and that the tool sends what the three steps say.",
  },
  "too-many": {
    es: "Trae más de lo que se acepta en un envío: divídelo en la herramienta.",
    en: "It brings more than one request may: split it in the tool.",
  },
  "no-email": {
    es: "No contiene ninguna dirección de correo válida: si el formulario la pide, indica en «mapping» qué respuesta es el correo y vuelve a leerlo.",
    en: "There is no valid e-mail address in it: if the form asks for one, say under “mapping” which answer is the e-mail, and read it again.",
  },
  "no-token": {
    es: "La herramienta solo envía un identificador y no hay ningún token vigente para pedir el lead: añade uno y vuelve a leerlo.",
    en: "The tool sends an ID only, and there is no valid token to fetch the lead with: add one, and read it again.",
  },
  "token-refused": {
    es: "La herramienta ya no acepta el token con el que se pide el lead: añade uno nuevo y vuelve a leerlo.",
    en: "The tool no longer accepts the token with which leads are fetched: add a new one, and read it again.",
  },
  "lead-gone": {
    es: "La herramienta dice que ese lead no existe: puede que lo hayan borrado allí, o que el token no tenga acceso.",
    en: "The tool says that there is no such lead: it may have been deleted there, or the token has no access to it.",
  },
  "tool-unreachable": {
    es: "La herramienta no ha respondido cuando se le ha pedido el lead: vuelve a leerlo más tarde.",
    en: "The tool has not responded when it was asked for the lead: read it again later.",
  },
  "source-gone": {
    es: "El acuerdo ya no tiene esta fuente, o la tiene con otro tipo: vuelve a incluirla para poder leerlo.",
    en: "The agreement no longer has this source, or has it as another kind: put it back so that this can be read.",
  },
  "body-gone": {
    es: "El contenido ya no está: no se puede leer; descártalo.",
    en: "What was sent is no longer there: it cannot be read; drop it.",
  },
};

/** @param detail what the reason is about, such as a status; nothing that a person has written */
export const sayUnread = (because: UnreadReason, detail?: string): Bilingual => {
  const { es, en } = sayings[because];
  const isStatus = detail !== undefined && /^\d{3}$/.test(detail);
  return isStatus ? { es: `${es} (HTTP ${detail})`, en: `${en} (HTTP ${detail})` } : { es, en };
};
