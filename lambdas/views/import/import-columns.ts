import type { Agreement } from "../../contract/agreement.ts";
import type { ImportCard, ImportCounts, ImportState, RowVerdict } from "../../contract/imports.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { letters } from "../../domain/import/list-values.ts";
import { columnIn, type TableColumn, wallClock } from "../../domain/list/table.ts";
import { sourceLabel } from "../../domain/metrics/source-label.ts";
import { nameOfPerson } from "../../domain/team/owner.ts";

/** Where an import stands, in a word or two. */
export const stateNames = {
  "awaiting-file": { es: "Sin archivo", en: "No file" },
  reading: { es: "Leyendo", en: "Reading" },
  unreadable: { es: "No se puede leer", en: "Cannot be read" },
  mapping: { es: "Por asignar", en: "To be mapped" },
  trying: { es: "Comprobando", en: "Checking" },
  tried: { es: "Comprobada", en: "Checked" },
  running: { es: "Importando", en: "Importing" },
  paused: { es: "En pausa", en: "Paused" },
  done: { es: "Terminada", en: "Done" },
  stopped: { es: "Interrumpida", en: "Stopped" },
  undoing: { es: "Deshaciendo", en: "Undoing" },
  undone: { es: "Deshecha", en: "Undone" },
} as const satisfies Record<ImportState, Bilingual>;

export const verdictNames = {
  new: { es: "Nuevo", en: "New" },
  known: { es: "Conocido", en: "Known" },
  refused: { es: "Rechazada", en: "Refused" },
} as const satisfies Record<RowVerdict["is"], Bilingual>;

const words = {
  file: { es: "Archivo", en: "File" },
  state: { es: "Estado", en: "State" },
  by: { es: "Quién", en: "By" },
  at: { es: "Cuándo", en: "When" },
  origin: { es: "Origen", en: "Source" },
  rows: { es: "Filas", en: "Rows" },
  new: { es: "Leads nuevos", en: "New leads" },
  known: { es: "Ya conocidos", en: "Known already" },
  refused: { es: "Rechazadas", en: "Refused" },
  consentYes: { es: "Con consentimiento", en: "With consent" },
  consentNo: { es: "Sin consentimiento", en: "Without consent" },
  consentNotUnderstood: { es: "Consentimiento no entendido", en: "Consent not understood" },
  noMail: { es: "No reciben correos", en: "Get no e-mails" },
  filled: { es: "Completados", en: "Filled in" },
  differing: { es: "Con datos distintos", en: "With other details" },
  ended: { es: "Terminada", en: "Ended" },
  undoUntil: { es: "Se puede deshacer hasta", en: "Can be undone until" },
  importId: { es: "ID de la importación", en: "Import ID" },
  row: { es: "Fila", en: "Row" },
  becomes: { es: "Qué pasa", en: "What becomes of it" },
  why: { es: "Explicación", en: "Explanation" },
  lead: { es: "ID del lead", en: "Lead ID" },
} as const satisfies Record<string, Bilingual>;

const counted = [
  "new",
  "known",
  "refused",
  "consentYes",
  "consentNo",
  "consentNotUnderstood",
  "noMail",
  "filled",
  "differing",
] as const satisfies readonly (keyof ImportCounts)[];

export const importColumns = (agreement: Agreement, language: Language): TableColumn<ImportCard>[] => {
  const column = columnIn(words, language);
  const clock = wallClock(agreement.terms.company.timeZone);
  return [
    column("file", ({ fileName }) => fileName),
    column("state", ({ state }) => stateNames[state][language]),
    column("by", ({ by }) => nameOfPerson(by, agreement)),
    column("at", ({ at }) => clock(at), "time"),
    column("origin", ({ origin }) => origin && sourceLabel(origin, agreement.terms.sources)[language]),
    column("rows", ({ rows }) => rows, "number"),
    ...counted.map((name) => column<ImportCard>(name, ({ counts }) => counts?.[name], "number")),
    column("ended", ({ endedAt }) => clock(endedAt), "time"),
    column("undoUntil", ({ undoUntil }) => clock(undoUntil), "time"),
    column("importId", ({ importId }) => importId),
  ];
};

/** A row of a list with what becomes of it, in words; its cells while they are kept. */
export interface ImportRow {
  readonly row: number;
  readonly cells?: readonly string[] | undefined;
  readonly verdict: RowVerdict;
  readonly says: Bilingual;
}

/** @param header the names of the list's own columns; those without are called by their letters */
export const rowColumns = (header: readonly string[], language: Language): TableColumn<ImportRow>[] => {
  const column = columnIn(words, language);
  return [
    column("row", ({ row }) => row, "number"),
    column("becomes", ({ verdict }) => verdictNames[verdict.is][language]),
    column("why", ({ says }) => says[language]),
    column("lead", ({ verdict }) => (verdict.is === "refused" ? undefined : verdict.leadId)),
    ...header.map(
      (name, at): TableColumn<ImportRow> => ({
        label: name || letters(at),
        type: "text",
        cell: ({ cells }) => cells?.[at] || undefined,
      }),
    ),
  ];
};
