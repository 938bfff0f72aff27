import type { SourceView, WalkedAnswer } from "../../../../lambdas/contract/board-sources.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";
import { countLabels } from "../../../../lambdas/views/source/source-columns.ts";

type Use = SourceView["needs"][number];

export const sourcesWords = {
  source: { es: "Fuente", en: "Source" },
  title: { es: "Fuentes", en: "Sources" },
  intro: {
    es: "Las herramientas de formularios que envían leads: cómo se conecta cada una y qué ha llegado.",
    en: "The form tools that send leads: how to connect each, and what has come.",
  },
  none: { es: "El acuerdo no tiene ninguna fuente", en: "The agreement has no source" },
  noneText: {
    es: "Una fuente se añade en «sources», en el acuerdo: su identificador, la herramienta y de dónde vienen sus leads.",
    en: "A source is added under “sources” in the agreement: its ID, the tool, and where its leads come from.",
  },
  address: { es: "Dirección", en: "Address" },
  addressEnds: {
    es: "La dirección completa termina con el secreto: la imprime, una sola vez, la orden que lo crea. Quien la ve puede enviar leads.",
    en: "The whole address ends with the secret: the command that makes it prints it, once. Whoever sees it can send leads.",
  },
  copy: { es: "Copiar", en: "Copy" },
  copied: { es: "Copiado", en: "Copied" },
  steps: { es: "Cómo se conecta", en: "How to connect it" },
  proof: {
    signed: { es: "La herramienta firma lo que envía", en: "The tool signs what it sends" },
    header: { es: "La herramienta envía el secreto en una cabecera", en: "The tool sends the secret in a header" },
    address: { es: "El secreto va en la dirección", en: "The secret is in the address" },
  } satisfies Record<SourceView["proof"], Bilingual>,
  untried: {
    es: "Sin probar: no hemos encontrado documentación de la herramienta. Envía una prueba antes de publicarlo.",
    en: "Untried: no documentation of the tool was found. Send a test before you go live.",
  },
  lacks: {
    proof: {
      es: "Todavía no tiene secreto: rechaza todo lo que llega. Operaciones lo añade con:",
      en: "It has no secret yet: whatever comes is refused. Operations adds it with:",
    },
    challenge: {
      es: "Falta el secreto para responder a la pregunta de la herramienta. Operaciones lo añade con:",
      en: "The secret that answers the tool's question is missing. Operations adds it with:",
    },
    token: {
      es: "Falta el token con el que se piden los leads a la herramienta. Operaciones lo añade con:",
      en: "The token with which leads are fetched from the tool is missing. Operations adds it with:",
    },
  } satisfies Record<Use, Bilingual>,
  ends: {
    proof: (day: string): Bilingual => ({
      es: `El secreto deja de valer el ${day}.`,
      en: `The secret ends on ${day}.`,
    }),
    challenge: (day: string): Bilingual => ({
      es: `El secreto de la pregunta deja de valer el ${day}.`,
      en: `The secret of the question ends on ${day}.`,
    }),
    token: (day: string): Bilingual => ({ es: `El token deja de valer el ${day}.`, en: `The token ends on ${day}.` }),
  } satisfies Record<Use, (day: string) => Bilingual>,
  last: { es: "Último envío", en: "Last received" },
  never: { es: "Todavía nada", en: "Nothing yet" },
  today: { es: "Hoy (UTC)", en: "Today (UTC)" },
  week: { es: "7 días", en: "7 days" },
  counts: countLabels,
  figures: { es: "Qué ha llegado", en: "What has come" },
  unread: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: ["# envío sin leer, en Atención", "# envíos sin leer, en Atención"],
      en: ["# could not be read: see Attention", "# could not be read: see Attention"],
    }),
  tryIt: { es: "Probar un envío", en: "Try a request" },
  trying: (label: string): Bilingual => ({ es: `Probar un envío: ${label}`, en: `Try a request: ${label}` }),
  tryingText: {
    es: "Se recorre sin guardar ni enviar nada: qué respuesta pasa a ser qué campo, cuál no, y qué criterios no se cumplirán nunca.",
    en: "It is walked through, and nothing is kept or sent: which answer becomes which field, which does not, and which criteria can never match.",
  },
  request: { es: "Envío de la herramienta", en: "Request of the tool" },
  requestHint: {
    es: "Pega el cuerpo, o el mensaje HTTP entero. Si lo dejas vacío, se recorre lo último que llegó.",
    en: "Paste the body, or the whole HTTP message. Left empty, the newest that came is walked through.",
  },
  walkIt: { es: "Recorrer", en: "Walk it through" },
  cameAt: (when: string): Bilingual => ({ es: `Llegó el ${when}.`, en: `It came on ${when}.` }),
  columns: {
    asked: { es: "Pregunta", en: "Question" },
    said: { es: "Respuesta", en: "Answer" },
    field: { es: "Campo", en: "Field" },
    kept: { es: "Lo que tendrá el lead", en: "What the lead will have" },
  },
  by: {
    rule: { es: "por el acuerdo", en: "by the agreement" },
    name: { es: "por su nombre", en: "by its name" },
    value: { es: "la única dirección", en: "the only address" },
    none: { es: "También dijo", en: "Also said" },
  } satisfies Record<WalkedAnswer["by"], Bilingual>,
  noField: { es: "Ningún campo", en: "No field" },
  beside: { es: "también tal como se escribió", en: "as it was written, too" },
  perhaps: (field: string): Bilingual => ({ es: `¿Es ${field}?`, en: `Is it ${field}?` }),
  suggestions: { es: "Para el acuerdo, en esta fuente", en: "For the agreement, in this source" },
  suggestionsText: {
    es: "Revisa estas líneas y añádelas a «mapping» (o «consent») de la fuente.",
    en: "Check these lines, and add them to the source's “mapping” (or “consent”).",
  },
  unused: { es: "Reglas que ninguna respuesta cumple", en: "Rules that no answer meets" },
  neverMatch: { es: "Criterios que no se cumplirán nunca", en: "Criteria that can never match" },
  neverText: {
    es: "Este envío no lo pregunta. Muchas herramientas omiten lo que se deja en blanco: prueba con todo contestado.",
    en: "This request does not ask. Many tools leave out blank answers: test with all of them filled in.",
  },
} as const;

/** Words of the section under Attention. */
export const unreadWords = {
  request: { es: "Envío", en: "Request" },
  refused: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: [
        "Hoy se ha rechazado # envío que no demuestra ser de la herramienta, y no se ha guardado: comprueba que allí está el secreto de esta fuente, y envíalo otra vez.",
        "Hoy se han rechazado # envíos que no demuestran ser de la herramienta, y no se han guardado: comprueba que allí está el secreto de esta fuente, y envíalos otra vez.",
      ],
      en: [
        "# request was refused today and is not kept, since it does not prove to be the tool’s: check that the tool has this source’s secret, and send it again.",
        "# requests were refused today and are not kept, since they do not prove to be the tool’s: check that the tool has this source’s secret, and send them again.",
      ],
    }),
  title: { es: "Fuentes: envíos sin leer", en: "Sources: could not be read" },
  none: {
    es: "Todo lo que han enviado las fuentes se ha leído.",
    en: "Everything that the sources have sent was read.",
  },
  intro: {
    es: "Se conservan 30 días. Corrige el acuerdo o el token y vuelve a leerlos: no se pierde nada.",
    en: "They are kept for 30 days. Correct the agreement or the token, and read them again: nothing is lost.",
  },
  again: { es: "Leer de nuevo", en: "Read again" },
  drop: { es: "Descartar", en: "Drop" },
  look: { es: "Ver recorrido", en: "Walk through" },
  againAll: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: ["Leer # de nuevo", "Leer los # de nuevo"],
      en: ["Read # again", "Read all # again"],
    }),
  dropAll: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["Descartar #", "Descartar los #"], en: ["Drop #", "Drop all #"] }),
  dropping: {
    es: "Se borran para siempre: los leads que haya en ellos se pierden.",
    en: "They are deleted for good: the leads in them are lost.",
  },
  more: { es: "Hay más: estos son los más recientes.", en: "There are more: these are the newest." },
  readAgain: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: [
        "# se vuelve a leer: en unos segundos se ve el resultado.",
        "# se vuelven a leer: en unos segundos se ve el resultado.",
      ],
      en: [
        "# is being read again: the result shows in some seconds.",
        "# are being read again: the result shows in some seconds.",
      ],
    }),
  dropped: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["# descartado.", "# descartados."], en: ["# dropped.", "# dropped."] }),
} as const;
