import type { Agreement } from "../../contract/agreement.ts";
import type { StoryEntry } from "../../contract/board.ts";
import type { History } from "../../domain/lead/history.ts";
import type { Lead } from "../../domain/lead/lead.ts";
import { answerEntries } from "./answers.ts";
import { breachEntries, clockEntries } from "./clocks.ts";
import { decisionEntries } from "./decisions.ts";
import { consentEntries, formEntries } from "./forms.ts";
import { mailEntries } from "./mails.ts";
import { causeOf, moveEntry } from "./moves.ts";
import { outcomeEntries } from "./outcomes.ts";
import { scoreEntries } from "./scores.ts";
import { visitEntries } from "./visits.ts";

/**
 * All that happened to the lead, the newest first. A move caused by an answer or a decision of the same instant is shown
 * with it, not a second time.
 */
export const entriesOf = (lead: Lead, history: History, agreement: Agreement): StoryEntry[] => {
  const causes = [
    ...decisionEntries(history, agreement),
    ...answerEntries(history, agreement),
    ...outcomeEntries(history, agreement),
  ];
  const moves = history.moves.map((move) => ({ cause: causeOf(move.because), told: moveEntry(move, agreement) }));
  const isMadeBy = (cause: StoryEntry) => (move: (typeof moves)[number]) =>
    move.cause === cause.kind && move.told.at === cause.at;
  const entries = [
    ...formEntries(history, agreement),
    ...visitEntries(history, agreement),
    ...scoreEntries(history),
    ...causes.map((cause) =>
      withMoves(
        cause,
        moves.filter(isMadeBy(cause)).map(({ told }) => told),
      ),
    ),
    ...moves.filter((move) => !causes.some((cause) => isMadeBy(cause)(move))).map(({ told }) => told),
    ...breachEntries(history, agreement),
    ...clockEntries(history, agreement),
    ...mailEntries(history, agreement),
    ...consentEntries(lead, history),
  ];
  return entries
    .map((entry, order) => ({ entry, order }))
    .sort(newestFirst)
    .map(({ entry }) => entry);
};

const withMoves = (cause: StoryEntry, moves: readonly StoryEntry[]): StoryEntry => ({
  ...cause,
  details: [...cause.details, ...moves.map(({ title }) => title)],
});

/** Of one instant, causes come before what follows from them. */
const inOrder: readonly StoryEntry["kind"][] = [
  "form",
  "consent",
  "visit",
  "content",
  "score",
  "override",
  "decision",
  "other",
  "assignment",
  "answer",
  "outcome",
  "stage",
  "clock",
  "breach",
  "mail",
];

interface Placed {
  readonly entry: StoryEntry;
  readonly order: number;
}

/** Instants sort as text. */
const newestFirst = (one: Placed, other: Placed): number => {
  if (one.entry.at !== other.entry.at) return one.entry.at < other.entry.at ? 1 : -1;
  return inOrder.indexOf(other.entry.kind) - inOrder.indexOf(one.entry.kind) || other.order - one.order;
};
