import type { StoryEntry } from "../../../../lambdas/contract/board.ts";

export const storyFilters = ["all", "lead", "decisions", "sales", "mails"] as const;
export type StoryFilter = (typeof storyFilters)[number];

/** The filter that shows each kind; a kind without one is shown only under `all`. */
const filterOfKind = {
  visit: "lead",
  content: "lead",
  form: "lead",
  consent: "lead",
  mail: "mails",
  score: "decisions",
  decision: "decisions",
  override: "decisions",
  stage: "decisions",
  assignment: "sales",
  clock: "sales",
  breach: "sales",
  answer: "sales",
  outcome: "sales",
  other: undefined,
} as const satisfies Record<StoryEntry["kind"], StoryFilter | undefined>;

const passes =
  (filter: StoryFilter) =>
  ({ kind }: StoryEntry): boolean =>
    filter === "all" || filterOfKind[kind] === filter;

export const filterStory = <E extends StoryEntry>(entries: readonly E[], filter: StoryFilter): E[] =>
  entries.filter(passes(filter));

/** How many entries each filter would show. */
export const countByFilter = (entries: readonly StoryEntry[]): Record<StoryFilter, number> => {
  const countOf = (filter: StoryFilter): number => filterStory(entries, filter).length;
  return {
    all: entries.length,
    lead: countOf("lead"),
    decisions: countOf("decisions"),
    sales: countOf("sales"),
    mails: countOf("mails"),
  };
};

/** An entry with an id that stays the same when newer ones come in above it. */
export type NamedEntry = StoryEntry & { readonly id: string };

/** Derives ids from what the entries say; entries that are alike are numbered from the oldest. */
export const nameEntries = (entries: readonly StoryEntry[]): NamedEntry[] => {
  const seen = new Map<string, number>();
  return entries
    .toReversed()
    .map((entry) => {
      const alike = `${entry.cycle}#${entry.at}#${entry.kind}`;
      const before = seen.get(alike) ?? 0;
      seen.set(alike, before + 1);
      return { ...entry, id: `${alike}#${before}` };
    })
    .toReversed();
};

export interface StoryDay {
  /** Such as `2026-11-27`, in the agreement's time zone. */
  readonly day: string;
  readonly entries: readonly NamedEntry[];
}
export interface StoryCycle {
  readonly cycle: number;
  readonly days: readonly StoryDay[];
}

/** Newest cycle first, and newest day first within it; the entries of a day keep their order. */
export const storyByCycle = (entries: readonly NamedEntry[], timeZone: string): StoryCycle[] => {
  const dayOf = dayIn(timeZone);
  return [...grouped(entries, ({ cycle }) => cycle)]
    .toSorted(([a], [b]) => b - a)
    .map(([cycle, ofCycle]) => ({
      cycle,
      days: [...grouped(ofCycle, ({ at }) => dayOf(at))]
        .toSorted(([a], [b]) => b.localeCompare(a))
        .map(([day, ofDay]) => ({ day, entries: ofDay })),
    }));
};

const grouped = <T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
};

const dayIn = (timeZone: string): ((at: string) => string) => {
  // Canadian English writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (at) => format.format(new Date(at));
};
