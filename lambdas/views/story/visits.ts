import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry } from "../../contract/board.ts";
import type { Bilingual } from "../../contract/stages.ts";
import type { History } from "../../domain/lead/history.ts";
import { contentReadBy } from "../../domain/score/content-read.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { plural } from "../../domain/text/plural.ts";
import { readerIn, sayDay, sayInstantIn, timeOf } from "../../domain/text/when.ts";
import { labelOf } from "../hand-off/engagement-lines.ts";

type PastEngagement = History["engagements"][number];

/**
 * What the lead read and did; what a form says of is part of the form's entry. All that it did on one day is one entry.
 */
export const visitEntries = ({ engagements, forms }: History, agreement: Agreement): StoryEntry[] => {
  const inForms = new Set(forms.map(({ submissionId }) => submissionId));
  const own = engagements.filter(({ engagementId }) => !inForms.has(engagementId.split(".")[0] ?? ""));
  const readBy = contentReadBy(agreement.terms);
  const read = own.flatMap((engagement) => readBy(engagement).map((id) => ({ engagement, id })));
  const rest = own.filter((engagement) => readBy(engagement).length === 0);
  return [
    ...read.map(({ engagement, id }) => contentEntry(engagement, id, agreement)),
    ...[...byDay(rest, agreement).values()].map((day) => dayEntry(day, agreement)),
  ];
};

const contentEntry = ({ at, cycle }: PastEngagement, id: string, { terms }: Agreement): StoryEntry => {
  const title = terms.nurture.content.find((piece) => piece.id === id)?.title ?? { es: id, en: id };
  return {
    at,
    cycle,
    kind: "content",
    title: { es: `Leyó «${title.es}»`, en: `Read “${title.en}”` },
    details: [],
    tone: "plain",
  };
};

/** Days are those of the company's calendar. */
const byDay = (engagements: readonly PastEngagement[], agreement: Agreement): Map<string, PastEngagement[]> => {
  const days = new Map<string, PastEngagement[]>();
  for (const engagement of engagements.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    const day = `${engagement.cycle} ${sayDay(engagement.at, readerIn("en", agreement))}`;
    days.set(day, [...(days.get(day) ?? []), engagement]);
  }
  return days;
};

/** How many are named. */
const mostNamed = 20;

const dayEntry = (day: readonly PastEngagement[], agreement: Agreement): StoryEntry => {
  const newest = day.at(-1);
  if (newest === undefined) throw new Error("expected at least one engagement on that day");
  const { at, cycle } = newest;
  const about = { at, cycle, kind: "visit", tone: "plain" } as const;
  if (day.length === 1) return { ...about, title: sayEngagement(newest, agreement), details: [] };
  const title = {
    es: plural(day.length, "es", { one: "# acción este día", other: "# acciones este día" }),
    en: plural(day.length, "en", { one: "# action on this day", other: "# actions on this day" }),
  };
  const details = day.slice(-mostNamed).map((engagement) => {
    const said = sayEngagement(engagement, agreement);
    return inBoth((language) => `${timeOf(engagement.at, readerIn(language, agreement))} ${said[language]}`);
  });
  return { ...about, title, details };
};

/** `Página de precios visitada (/precios)`. */
const sayEngagement = ({ kind, subject }: PastEngagement, agreement: Agreement): Bilingual =>
  inBoth((language) => {
    const reader = readerIn(language, agreement);
    const label = labelOf(kind, reader, agreement);
    return subject === undefined ? label : `${label} (${sayInstantIn(subject, reader)})`;
  });
