import type { Agreement } from "../../contract/agreement.ts";
import type { Engagement, Lead } from "../lead/lead.ts";
import type { Fact } from "../page/facts.ts";
import { type Reader, sayBriefly } from "../page/when.ts";
import type { FamiliaritySums } from "../score/familiarity-sums.ts";

/** Something the lead read or did. */
export type Deed = Pick<Engagement, "kind" | "at" | "subject"> & { readonly cycle?: number | undefined };

export interface Deeds {
  /** In order of time. */
  readonly known: readonly Deed[];
  /** How many there were in all: of a lead that has done very much, not all of them are read. */
  readonly inAll: number;
}

/**
 * What the lead did, in order of time. The running sums know the newest time of every kind and how often it happened,
 * also where not all engagements were read.
 */
export const deedsOf = (read: readonly Deed[], sums: Pick<FamiliaritySums, "kinds"> | undefined): Deeds => {
  const kinds = Object.entries(sums?.kinds ?? {});
  const unread = kinds
    .filter(([kind, { newest }]) => !read.some((deed) => deed.kind === kind && deed.at >= newest))
    .map(([kind, { newest }]) => ({ kind, at: newest }));
  const known = [...read, ...unread].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const counted = kinds.reduce((sum, [, { count }]) => sum + count, 0);
  return { known, inAll: Math.max(known.length, counted) };
};

/** Those of this cycle. What nobody wrote a cycle on counts when it came after the last give-back. */
export const inThisCycle = ({ known }: Deeds, { cycle, recycled }: Pick<Lead, "cycle" | "recycled">): readonly Deed[] =>
  known.filter((deed) => (deed.cycle === undefined ? deed.at > (recycled?.at ?? "") : deed.cycle === cycle));

/** So many lines are read; more are skipped. */
const mostDeeds = 12;

/** When and what, in reading order, from the oldest to the newest; before them stands how much there was. */
export const sayDeeds = ({ known, inAll }: Deeds, reader: Reader, agreement: Agreement): Fact[] => {
  const newest = known.slice(-mostDeeds);
  const before = inAll - newest.length;
  return [
    ...(before > 0 ? [earlier[reader.language](before)] : []),
    ...newest.map((deed) => ({ label: sayBriefly(deed.at, reader), value: sayDeed(deed, reader, agreement) })),
  ];
};

const earlier = {
  es: (count: number) => ({ label: "Antes", value: count === 1 ? "otra cosa" : `otras ${count} cosas` }),
  en: (count: number) => ({ label: "Before", value: count === 1 ? "one other thing" : `${count} other things` }),
} as const;

/** `Página de precios visitada (/precios)`. */
const sayDeed = ({ kind, subject }: Deed, reader: Reader, agreement: Agreement): string => {
  const { content } = agreement.terms.nurture;
  const title = content.find(({ id }) => id === subject)?.title[reader.language] ?? subject;
  return `${labelOf(kind, reader, agreement)}${title === undefined ? "" : ` (${title})`}`;
};

/** What the agreement calls this kind of deed; of one that it does not know, the words of its code. */
export const labelOf = (kind: string, { language }: Pick<Reader, "language">, { terms }: Agreement): string =>
  terms.familiarity.find((event) => event.kind === kind)?.label[language] ?? capitalised(kind.replaceAll("-", " "));

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
