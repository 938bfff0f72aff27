import type { Agreement } from "../../../contract/agreement.ts";
import type { StoryEntry } from "../../../contract/board.ts";
import type { Bilingual } from "../../../contract/stages.ts";
import { labelOf } from "../../hand-off/deeds.ts";
import { readerIn, sayDay, timeOf } from "../../page/when.ts";
import { contentReadBy } from "../../score/content-read.ts";
import { inBoth } from "./both.ts";
import type { History } from "./history.ts";

type Deed = History["deeds"][number];

/** What the lead read and did; what a form says of it is told with the form. All that it did on one day is one entry. */
export const visitEntries = ({ deeds, forms }: History, agreement: Agreement): StoryEntry[] => {
  const told = new Set(forms.map(({ submissionId }) => submissionId));
  const own = deeds.filter(({ engagementId }) => !told.has(engagementId.split(".")[0] ?? ""));
  const readBy = contentReadBy(agreement.terms);
  const read = own.flatMap((deed) => readBy(deed).map((id) => ({ deed, id })));
  const rest = own.filter((deed) => readBy(deed).length === 0);
  return [
    ...read.map(({ deed, id }) => contentEntry(deed, id, agreement)),
    ...[...byDay(rest, agreement).values()].map((day) => dayEntry(day, agreement)),
  ];
};

const contentEntry = ({ at, cycle }: Deed, id: string, { terms }: Agreement): StoryEntry => {
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
const byDay = (deeds: readonly Deed[], agreement: Agreement): Map<string, Deed[]> => {
  const days = new Map<string, Deed[]>();
  for (const deed of deeds.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    const day = `${deed.cycle} ${sayDay(deed.at, readerIn("en", agreement))}`;
    days.set(day, [...(days.get(day) ?? []), deed]);
  }
  return days;
};

/** So many are named. */
const mostNamed = 20;

const dayEntry = (day: readonly Deed[], agreement: Agreement): StoryEntry => {
  const newest = day.at(-1);
  if (newest === undefined) throw new Error("a day without a deed is none");
  const { at, cycle } = newest;
  const about = { at, cycle, kind: "visit", tone: "plain" } as const;
  if (day.length === 1) return { ...about, title: sayDeed(newest, agreement), details: [] };
  const title = { es: `Hizo ${day.length} cosas este día`, en: `Did ${day.length} things on this day` };
  const details = day.slice(-mostNamed).map((deed) => {
    const said = sayDeed(deed, agreement);
    return inBoth((language) => `${timeOf(deed.at, readerIn(language, agreement))} ${said[language]}`);
  });
  return { ...about, title, details };
};

/** `Página de precios visitada (/precios)`. */
const sayDeed = ({ kind, subject }: Deed, agreement: Agreement): Bilingual =>
  inBoth((language) => {
    const label = labelOf(kind, { language }, agreement);
    return subject === undefined ? label : `${label} (${subject})`;
  });
