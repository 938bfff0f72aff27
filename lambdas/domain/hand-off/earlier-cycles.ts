import type { Agreement } from "../../contract/agreement.ts";
import type { Language } from "../../contract/stages.ts";
import { nobodyFollowedUp } from "../escalation/nobody-answered.ts";
import { colleagueOf } from "../team/owner.ts";
import { type Reader, sayDay } from "../text/when.ts";

/** An answer, an outcome or a stopped clock of an earlier cycle. */
export interface SalesFact {
  readonly cycle: number;
  readonly at: string;
  readonly ownerId: string;
  /** Who recorded it, when that was not the owner. */
  readonly by?: string | undefined;
  /** Of an answer or an outcome: such as `rejected`, `passed-on`, `lost`. */
  readonly kind?: string | undefined;
  /** Of a clock that stopped without an answer: such as `nobody-followed-up`. */
  readonly because?: string | undefined;
  /** Id of an agreed one. */
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

type HowEnded = "rejected" | "recycled" | "lost" | "won" | "returned";

interface Ending extends SalesFact {
  readonly how: HowEnded;
}

/** How sales ended each cycle before this one, the oldest first; nothing for a cycle that never reached sales. */
export const endingsBefore = (facts: readonly SalesFact[], cycle: number): readonly Ending[] => {
  const cycles = [...new Set(facts.map((fact) => fact.cycle))].filter((each) => each < cycle).sort((a, b) => a - b);
  return cycles.flatMap((each) => endingOf(facts.filter((fact) => fact.cycle === each)) ?? []);
};

/** The newest record counts: a wrong one was corrected later. */
const endingOf = (facts: readonly SalesFact[]): Ending | undefined =>
  facts
    .flatMap((fact): Ending[] => {
      const how = howOf(fact);
      return how === undefined ? [] : [{ ...fact, how }];
    })
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .at(-1);

const howOf = ({ kind, because }: SalesFact): HowEnded | undefined => {
  if (because === nobodyFollowedUp) return "returned";
  return endings.find((each) => each === kind);
};

const endings = ["rejected", "recycled", "lost", "won"] as const;

/** The reasons for which sales returned the lead or lost it, the newest first. */
export const reasonsBefore = (facts: readonly SalesFact[], cycle: number): string[] =>
  endingsBefore(facts, cycle)
    .toReversed()
    .flatMap(({ reason }) => reason ?? []);

/** `Ciclo 1: rechazado por Núria Costa el 3 mar 2026: «Todavía no es el momento»`. */
export const sayEarlierCycles = (
  facts: readonly SalesFact[],
  cycle: number,
  reader: Reader,
  agreement: Agreement,
): string[] => endingsBefore(facts, cycle).map((ending) => sayEnding(ending, reader, agreement));

const sayEnding = (ending: Ending, reader: Reader, agreement: Agreement): string => {
  const { cycle, at, how, ownerId, by = ownerId, reason, note } = ending;
  const { language } = reader;
  const say = words[language];
  const who = colleagueOf(how === "returned" ? ownerId : by, agreement)?.name ?? by;
  const why = reason === undefined ? "" : `: ${say.quoted(reasonLabel(reason, language, agreement))}`;
  const noted = note === undefined || note === "" ? "" : `. ${say.note(note)}`;
  return `${say.cycle(cycle)}: ${say[how](who, sayDay(at, reader))}${why}${noted}`;
};

const words = {
  es: {
    cycle: (cycle: number) => `Ciclo ${cycle}`,
    rejected: (who: string, day: string) => `rechazado por ${who} el ${day}`,
    recycled: (who: string, day: string) => `devuelto a marketing por ${who} el ${day}`,
    lost: (who: string, day: string) => `perdido el ${day}, según ${who}`,
    won: (who: string, day: string) => `ganado por ${who} el ${day}`,
    returned: (who: string, day: string) => `volvió a marketing el ${day} sin respuesta de ${who}`,
    quoted: (text: string) => `«${text}»`,
    note: (text: string) => `Nota: «${text}»`,
  },
  en: {
    cycle: (cycle: number) => `Cycle ${cycle}`,
    rejected: (who: string, day: string) => `rejected by ${who} on ${day}`,
    recycled: (who: string, day: string) => `returned to marketing by ${who} on ${day}`,
    lost: (who: string, day: string) => `lost on ${day}, according to ${who}`,
    won: (who: string, day: string) => `won by ${who} on ${day}`,
    returned: (who: string, day: string) => `returned to marketing on ${day} without an answer from ${who}`,
    quoted: (text: string) => `“${text}”`,
    note: (text: string) => `Note: “${text}”`,
  },
} as const;

/** A reason that the agreement no longer has is shown by its code. */
const reasonLabel = (id: string, language: Language, { terms }: Agreement): string => {
  const { rejectReasons, lostReasons } = terms.sla.sales;
  return [...rejectReasons, ...lostReasons].find((each) => each.id === id)?.label[language] ?? id;
};
