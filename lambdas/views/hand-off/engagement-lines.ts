import type { Agreement } from "../../contract/agreement.ts";
import type { EngagementList, ListedEngagement } from "../../domain/hand-off/engagement-list.ts";
import { plural } from "../../domain/text/plural.ts";
import { type Reader, sayBriefly, sayInstantIn } from "../../domain/text/when.ts";
import type { FactLine } from "../page/facts.ts";

/** How many lines a reader will read; the rest are skipped. */
const mostLines = 12;

/** When and what, in reading order, from the oldest to the newest; before them the total. */
export const sayEngagements = ({ known, inAll }: EngagementList, reader: Reader, agreement: Agreement): FactLine[] => {
  const newest = known.slice(-mostLines);
  const before = inAll - newest.length;
  return [
    ...(before > 0 ? [earlier[reader.language](before)] : []),
    ...newest.map((engagement) => ({
      label: sayBriefly(engagement.at, reader),
      value: sayEngagement(engagement, reader, agreement),
    })),
  ];
};

const earlier = {
  es: (count: number) => ({
    label: "Antes",
    value: plural(count, "es", { one: "otra acción", other: "otras # acciones" }),
  }),
  en: (count: number) => ({
    label: "Before",
    value: plural(count, "en", { one: "one other action", other: "# other actions" }),
  }),
} as const;

/** `Página de precios visitada (/precios)`. */
const sayEngagement = ({ kind, subject }: ListedEngagement, reader: Reader, agreement: Agreement): string => {
  const { content } = agreement.terms.nurture;
  const title =
    content.find(({ id }) => id === subject)?.title[reader.language] ?? (subject && sayInstantIn(subject, reader));
  return `${labelOf(kind, reader, agreement)}${title === undefined ? "" : ` (${title})`}`;
};

/** What the agreement calls this kind of engagement; for an unknown kind, the words of its code. */
export const labelOf = (kind: string, { language }: Pick<Reader, "language">, { terms }: Agreement): string =>
  terms.familiarity.find((event) => event.kind === kind)?.label[language] ?? capitalised(kind.replaceAll("-", " "));

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
