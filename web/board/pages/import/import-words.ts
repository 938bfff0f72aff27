import type { RowVerdict } from "../../../../lambdas/contract/imports.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { pluralInBoth } from "../../../../lambdas/domain/text/plural.ts";
import { stateNames, verdictNames } from "../../../../lambdas/views/import/import-columns.ts";

const rows = (count: number): Bilingual => pluralInBoth(count, { es: ["# fila", "# filas"], en: ["# row", "# rows"] });
const leads = (count: number): Bilingual =>
  pluralInBoth(count, { es: ["# lead", "# leads"], en: ["# lead", "# leads"] });

export const importWords = {
  title: { es: "Importar una lista", en: "Import a list" },
  intro: {
    es: "De una feria, una compra o un CRM anterior: ves qué pasaría con cada fila antes de guardar nada, y puedes deshacerlo durante 30 días.",
    en: "From a fair, a purchase or an old CRM: you see what would become of each row before anything is stored, and can undo it for 30 days.",
  },
  steps: {
    file: { es: "Archivo", en: "File" },
    columns: { es: "Columnas", en: "Columns" },
    check: { es: "Comprobar", en: "Check" },
    take: { es: "Importar", en: "Import" },
  },
  stepOf: (step: number): Bilingual => ({ es: `Paso ${step} de 4`, en: `Step ${step} of 4` }),
  drop: { es: "Suelta aquí una lista CSV o Excel (.xlsx)", en: "Drop a CSV or Excel (.xlsx) list here" },
  dropLimits: { es: "Hasta 100.000 filas y 25 MB", en: "Up to 100,000 rows and 25 MB" },
  choose: { es: "Elegir archivo", en: "Choose a file" },
  uploading: (name: string, share: string): Bilingual => ({
    es: `Subiendo ${name}: ${share}`,
    en: `Uploading ${name}: ${share}`,
  }),
  uploadFailed: {
    es: "El archivo no se ha podido subir. Comprueba la conexión e inténtalo otra vez.",
    en: "The file could not be uploaded. Check your connection and try again.",
  },
  tooLarge: {
    es: "El archivo supera 25 MB. Divídelo en varias listas.",
    en: "The file is larger than 25 MB. Split it into several lists.",
  },
  emptyFile: { es: "El archivo está vacío.", en: "The file is empty." },
  oneFile: { es: "Suelta un solo archivo.", en: "Drop a single file." },
  notUploaded: {
    es: "El archivo no llegó a subirse entero. Elígelo otra vez.",
    en: "The file was not uploaded completely. Choose it again.",
  },
  earlier: { es: "Listas importadas", en: "Imported lists" },
  earlierNone: { es: "Todavía no se ha importado ninguna lista", en: "No list has been imported yet" },
  back: { es: "Todas las listas", en: "All lists" },
  another: { es: "Importar otra lista", en: "Import another list" },
  table: {
    file: { es: "Archivo", en: "File" },
    by: { es: "Quién", en: "By" },
    at: { es: "Cuándo", en: "When" },
    state: { es: "Estado", en: "State" },
    leads: { es: "Leads nuevos", en: "New leads" },
  },
  states: stateNames,
  read: { es: "Lo que hemos leído", en: "What was read" },
  readAs: (count: number, columns: number): Bilingual => ({
    es: `${rows(count).es}, ${columns} columnas.`,
    en: `${rows(count).en}, ${columns} columns.`,
  }),
  readWrong: { es: "¿Se ven mal los acentos o las columnas?", en: "Do accents or columns look wrong?" },
  readAgain: { es: "Leer otra vez", en: "Read again" },
  sheet: { es: "Hoja", en: "Sheet" },
  encoding: { es: "Codificación", en: "Encoding" },
  encodings: {
    "utf-8": { es: "UTF-8 (lo habitual)", en: "UTF-8 (the usual one)" },
    "windows-1252": { es: "Windows (Europa occidental)", en: "Windows (Western European)" },
    "utf-16le": { es: "UTF-16 (texto Unicode de Excel)", en: "UTF-16 (Excel's Unicode text)" },
    "utf-16be": { es: "UTF-16, orden inverso", en: "UTF-16, big-endian" },
  },
  separator: { es: "Separador", en: "Separator" },
  separators: {
    ",": { es: "Coma", en: "Comma" },
    ";": { es: "Punto y coma", en: "Semicolon" },
    "\t": { es: "Tabulador", en: "Tab" },
    "|": { es: "Barra vertical", en: "Vertical bar" },
  },
  guessed: { es: "Automático", en: "Automatic" },
  firstRows: { es: "Ver las primeras filas", en: "See the first rows" },
  columns: { es: "Qué es cada columna", en: "What each column is" },
  columnsText: {
    es: "Las hemos asignado por su nombre y por lo que contienen. Cambia las que no sean correctas.",
    en: "They are mapped by their names and by what they hold. Change those that are not right.",
  },
  column: { es: "Columna", en: "Column" },
  samples: { es: "Contiene", en: "Holds" },
  field: { es: "Es", en: "Is" },
  fieldOf: (column: string): Bilingual => ({ es: `Qué es «${column}»`, en: `What “${column}” is` }),
  unnamed: (letter: string): Bilingual => ({ es: `Columna ${letter}`, en: `Column ${letter}` }),
  by: {
    header: { es: "por su nombre", en: "by its name" },
    content: { es: "por lo que contiene", en: "by what it holds" },
  },
  begins: { es: "El primer lead está en la fila", en: "The first lead is in row" },
  lacksEmail: {
    es: "Di qué columna es el correo: sin él no hay lead.",
    en: "Say which column is the e-mail address: there is no lead without one.",
  },
  twice: (label: string): Bilingual => ({
    es: `Dos columnas son «${label}»: deja una.`,
    en: `Two columns are “${label}”: keep one.`,
  }),
  terms: { es: "De dónde vienen y qué aceptaron", en: "Where they come from, and what they agreed to" },
  origin: { es: "De dónde vienen estos leads", en: "Where these leads come from" },
  originHint: (id: string): Bilingual => ({ es: `En las cifras: ${id}`, en: `In the figures: ${id}` }),
  originEmpty: { es: "Por ejemplo: Feria de Bilbao 2026", en: "For example: Bilbao Fair 2026" },
  originLacks: {
    es: "Di de dónde vienen: así lo cuentan las cifras.",
    en: "Say where they come from: the figures count by it.",
  },
  campaign: { es: "Campaña", en: "Campaign" },
  engagement: { es: "Qué hicieron", en: "What they did" },
  engagementNone: { es: "Nada en particular", en: "Nothing in particular" },
  engagementDay: { es: "Cuándo", en: "When" },
  language: { es: "Idioma de quienes no lo dicen", en: "Language of those who do not say" },
  languages: { es: { es: "Español", en: "Spanish" }, en: { es: "Inglés", en: "English" } },
  basis: { es: "¿Aceptaron recibir correos?", en: "Did they agree to receive mails?" },
  bases: {
    none: { es: "No, o no lo sabemos", en: "No, or we do not know" },
    noneHint: {
      es: "No reciben contenidos por correo. Ventas puede llamarles.",
      en: "They get no content by mail. Sales may call them.",
    },
    consented: { es: "Sí, todas las personas de la lista", en: "Yes, everybody on the list" },
    consentedHint: {
      es: "Se guarda como consentimiento con tu prueba. A quien se dio de baja no se le vuelve a escribir.",
      en: "Kept as consent with your proof. Those who have unsubscribed are not written to again.",
    },
    "per-row": { es: "Lo dice una columna de la lista", en: "A column of the list says so" },
    perRowHint: {
      es: "Cuenta solo un sí explícito (sí, x, 1, acepto…); lo demás cuenta como ninguno.",
      en: "Only an explicit yes counts (yes, x, 1, I agree…); anything else counts as none.",
    },
    perRowLacks: {
      es: "Para usarlo, asigna arriba una columna a «Consentimiento».",
      en: "To use it, map a column above to “Consent”.",
    },
  },
  basisLacks: { es: "Elige una respuesta.", en: "Choose an answer." },
  proof: { es: "Prueba del consentimiento", en: "Proof of the consent" },
  proofHint: {
    es: "Quién lo recogió, dónde, cuándo y con qué palabras. Se guarda con cada lead.",
    en: "Who collected it, where, when, and in which words. It is kept with each lead.",
  },
  proofLacks: {
    es: "Escribe la prueba: sin ella no se puede demostrar el consentimiento.",
    en: "Write down the proof: without it the consent cannot be shown.",
  },
  consentDay: { es: "Fecha del consentimiento", en: "Date of the consent" },
  values: { es: "Cómo se leen fechas y números", en: "How dates and numbers are read" },
  dateOrder: { es: "Orden de las fechas", en: "Order of dates" },
  dateOrders: {
    dmy: { es: "Día, mes, año", en: "Day, month, year" },
    mdy: { es: "Mes, día, año", en: "Month, day, year" },
    ymd: { es: "Año, mes, día", en: "Year, month, day" },
  },
  dateExample: (text: string, day: string): Bilingual => ({
    es: `${text} se lee como ${day}`,
    en: `${text} is read as ${day}`,
  }),
  dateUnsure: {
    es: "La lista no deja claro si va primero el día o el mes: compruébalo.",
    en: "The list does not tell whether the day or the month comes first: check it.",
  },
  decimal: { es: "Signo decimal", en: "Decimal sign" },
  decimals: {
    ",": { es: "Coma: 1.234,50", en: "Comma: 1.234,50" },
    ".": { es: "Punto: 1,234.50", en: "Point: 1,234.50" },
  },
  check: { es: "Comprobar cada fila", en: "Check each row" },
  checkText: { es: "No se guarda nada todavía.", en: "Nothing is stored yet." },
  incomplete: { es: "Falta algo: revisa lo marcado.", en: "Something is missing: see what is marked." },
  discard: { es: "Descartar la lista", en: "Discard the list" },
  change: { es: "Cambiar", en: "Change" },
  cancelChange: { es: "No cambiar nada", en: "Change nothing" },
  result: { es: "Qué pasaría con cada fila", en: "What would become of each row" },
  became: { es: "Qué ha sido de cada fila", en: "What has become of each row" },
  start: (count: number): Bilingual => ({ es: `Importar ${leads(count).es}`, en: `Import ${leads(count).en}` }),
  nothingToTake: {
    es: "Ninguna fila puede ser un lead. Cambia las columnas, o corrige la lista.",
    en: "No row can be a lead. Change the columns, or correct the list.",
  },
  all: { es: "Todas", en: "All" },
  verdicts: {
    new: { es: "Nuevos", en: "New" },
    known: { es: "Ya conocidos", en: "Known already" },
    refused: { es: "Rechazadas", en: "Refused" },
  } satisfies Record<RowVerdict["is"], Bilingual>,
  verdict: verdictNames,
  facts: {
    consentYes: (count: number) =>
      pluralInBoth(count, {
        es: ["# acepta correos", "# aceptan correos"],
        en: ["# agrees to mails", "# agree to mails"],
      }),
    consentNo: (count: number) =>
      pluralInBoth(count, {
        es: ["# no quiere correos", "# no quieren correos"],
        en: ["# wants no mails", "# want no mails"],
      }),
    consentNotUnderstood: (count: number) =>
      pluralInBoth(count, {
        es: ["# consentimiento no se entiende", "# consentimientos no se entienden"],
        en: ["# consent is not understood", "# consents are not understood"],
      }),
    noMail: (count: number) =>
      pluralInBoth(count, {
        es: ["# está de baja o no le llega el correo", "# están de baja o no les llega el correo"],
        en: ["# has unsubscribed or gets no mail", "# have unsubscribed or get no mail"],
      }),
    filled: (count: number) =>
      pluralInBoth(count, {
        es: ["# conocido se completa", "# conocidos se completan"],
        en: ["# known lead is completed", "# known leads are completed"],
      }),
    differing: (count: number) =>
      pluralInBoth(count, {
        es: ["# conocido difiere: nada se sustituye", "# conocidos difieren: nada se sustituye"],
        en: ["# known lead differs: nothing is replaced", "# known leads differ: nothing is replaced"],
      }),
  },
  row: { es: "Fila", en: "Row" },
  who: { es: "Quién", en: "Who" },
  becomes: { es: "Qué pasa", en: "What happens" },
  noRows: { es: "Ninguna fila es así.", en: "No row is like this." },
  more: { es: "Siguientes filas", en: "Next rows" },
  first: { es: "Primeras filas", en: "First rows" },
  toLead: { es: "Ver el lead", en: "See the lead" },
  progress: (done: string, of: string): Bilingual => ({ es: `${done} de ${of} filas`, en: `${done} of ${of} rows` }),
  pace: (perHour: string): Bilingual => ({
    es: `Ritmo acordado: ${perHour} filas por hora`,
    en: `Agreed pace: ${perHour} rows an hour`,
  }),
  ends: (when: string): Bilingual => ({ es: `Termina hacia el ${when}`, en: `Ends about ${when}` }),
  holds: {
    pace: { es: "Espera para no superar el ritmo acordado.", en: "It waits, so as not to exceed the agreed pace." },
    waiting: {
      es: "Espera porque hay demasiados MQL sin comercial asignado. Sigue sola.",
      en: "It waits because too many MQLs wait for a rep. It goes on by itself.",
    },
  },
  leave: { es: "Puedes cerrar esta página: sigue sola.", en: "You can close this page: it goes on by itself." },
  pause: { es: "Pausar", en: "Pause" },
  resume: { es: "Reanudar", en: "Resume" },
  stop: { es: "Interrumpir", en: "Stop" },
  stopTitle: { es: "Interrumpir la importación", en: "Stop the import" },
  stopText: {
    es: "Las filas que faltan no se importan. Los leads que ya están se quedan; después puedes deshacerlo todo.",
    en: "The rows that are left are not imported. The leads that are there stay; you can undo all of it afterwards.",
  },
  refusedFile: { es: "Descargar las filas rechazadas (CSV)", en: "Download the refused rows (CSV)" },
  refusedText: {
    es: "Cada fila con su motivo: corrígelas y vuelve a importar ese archivo.",
    en: "Each row with its reason: correct them, and import that file again.",
  },
  refusedMore: {
    es: "Son más de las que caben en un archivo: faltan las últimas.",
    en: "There are more than one file holds: the last ones are missing.",
  },
  undo: { es: "Deshacer la importación", en: "Undo the import" },
  undoUntil: (day: string): Bilingual => ({
    es: `Se puede deshacer hasta el ${day}.`,
    en: `Can be undone until ${day}.`,
  }),
  undoGoes: (count: number): Bilingual =>
    pluralInBoth(count, {
      es: [
        "Se borra del todo, si nadie ha hecho nada con él, el # lead nuevo que añadió.",
        "Se borran del todo los leads nuevos que añadió (#) y con los que nadie ha hecho nada.",
      ],
      en: [
        "Erased completely, if nobody has done anything with it: the # new lead that it added.",
        "Erased completely: the new leads that it added (#) and that nobody has done anything with.",
      ],
    }),
  undoStays: {
    es: "Se quedan: los leads que han respondido, abierto algo o enviado un formulario, los que ya tiene ventas o ha cambiado alguien, y lo que completó en leads que ya conocíamos.",
    en: "These stay: leads that have answered, opened something or sent a form, those that sales has or that somebody has changed, and what it filled in of known leads.",
  },
  undoDo: { es: "Deshacer y borrar", en: "Undo and erase" },
  undone: (count: number): Bilingual =>
    pluralInBoth(count, { es: ["# lead borrado", "# leads borrados"], en: ["# lead erased", "# leads erased"] }),
  kept: {
    engaged: (count: number) =>
      pluralInBoth(count, {
        es: ["# se queda: ha interactuado", "# se quedan: han interactuado"],
        en: ["# stays: has engaged", "# stay: have engaged"],
      }),
    form: (count: number) =>
      pluralInBoth(count, {
        es: ["# se queda: ha enviado un formulario", "# se quedan: han enviado un formulario"],
        en: ["# stays: has sent a form", "# stay: have sent a form"],
      }),
    colleague: (count: number) =>
      pluralInBoth(count, {
        es: ["# se queda: lo ha tocado un compañero", "# se quedan: los ha tocado un compañero"],
        en: ["# stays: a colleague has acted on it", "# stay: a colleague has acted on them"],
      }),
    sales: (count: number) =>
      pluralInBoth(count, {
        es: ["# se queda: ya lo tiene ventas", "# se quedan: ya los tiene ventas"],
        en: ["# stays: sales has it", "# stay: sales has them"],
      }),
    gone: (count: number) =>
      pluralInBoth(count, {
        es: ["# ya no estaba", "# ya no estaban"],
        en: ["# was gone already", "# were gone already"],
      }),
  },
  discarded: { es: "No se ha importado nada.", en: "Nothing was imported." },
} as const;
