import type { Agreement } from "../../contract/agreement.ts";
import type { SourceCounts, SourceView } from "../../contract/board-sources.ts";
import type { Bilingual, Language } from "../../contract/stages.ts";
import { columnIn, type TableColumn, wallClock } from "../../domain/list/table.ts";

/** What is counted of a source, as people read it. */
export const countLabels = {
  received: { es: "Recibidos", en: "Received" },
  accepted: { es: "Aceptados", en: "Accepted" },
  aside: { es: "Apartados", en: "Kept aside" },
  engagements: { es: "Interacciones", en: "Engagements" },
  tests: { es: "Pruebas", en: "Tests" },
  refused: { es: "Rechazados", en: "Refused" },
} as const satisfies Record<keyof SourceCounts, Bilingual>;

const words = {
  source: { es: "Fuente", en: "Source" },
  id: { es: "ID de la fuente", en: "Source ID" },
  tool: { es: "Herramienta", en: "Tool" },
  address: { es: "Dirección", en: "Address" },
  last: { es: "Último envío", en: "Last received" },
  unread: { es: "Sin leer", en: "Could not be read" },
  at: { es: "Recibido", en: "Received" },
  reason: { es: "Por qué, y qué hacer", en: "Why, and what to do" },
  arrival: { es: "ID del envío", en: "ID of the request" },
} as const satisfies Record<string, Bilingual>;

const spans = { today: { es: "hoy (UTC)", en: "today (UTC)" }, week: { es: "7 días", en: "7 days" } } as const;

/** The address is the one without a secret. */
export const sourceColumns = ({ terms }: Agreement, language: Language): TableColumn<SourceView>[] => {
  const column = columnIn(words, language);
  const clock = wallClock(terms.company.timeZone);
  const counted = (["today", "week"] as const).flatMap((span) =>
    countNames.map(
      (name): TableColumn<SourceView> => ({
        label: `${countLabels[name][language]}, ${spans[span][language]}`,
        type: "number",
        cell: (source) => source[span][name],
      }),
    ),
  );
  return [
    column("source", ({ label }) => label[language]),
    column("tool", ({ tool }) => tool),
    column("last", ({ lastAt }) => clock(lastAt), "time"),
    ...counted,
    column("unread", ({ unread }) => unread.count, "number"),
    column("address", ({ address }) => address),
    column("id", ({ id }) => id),
  ];
};

const countNames = ["received", "accepted", "aside", "engagements", "tests", "refused"] as const;

/** Something that a form tool has sent and that could not be read: never what it says. */
export interface UnreadRow {
  readonly source: Pick<SourceView, "label" | "tool">;
  readonly entry: SourceView["unread"]["entries"][number];
}

export const unreadColumns = ({ terms }: Agreement, language: Language): TableColumn<UnreadRow>[] => {
  const column = columnIn(words, language);
  const clock = wallClock(terms.company.timeZone);
  return [
    column("at", ({ entry }) => clock(entry.at), "time"),
    column("source", ({ source }) => source.label[language]),
    column("tool", ({ source }) => source.tool),
    column("reason", ({ entry }) => entry.reason[language]),
    column("arrival", ({ entry }) => entry.id),
  ];
};
