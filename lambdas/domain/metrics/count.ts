import { type Stage, StageSchema } from "../../contract/stages.ts";
import { assertNever } from "../assert-never.ts";
import { newDealCode } from "../lead/deals.ts";
import { countAnswer, countBreach, countClock, countOutcome } from "./count-sales.ts";
import type { CountedFact, Move } from "./fact.ts";
import { bounded, slices } from "./slices.ts";
import { stepOf } from "./stage-figures.ts";

/** A counter of some slices of a week, or of a quarter, and by how much a fact moves it. */
export interface Count {
  readonly counter: string;
  readonly by: number;
  /** In the week, or quarter, that this instant falls in. */
  readonly at: string;
  readonly slices: readonly string[];
  readonly per?: "quarter";
}

/** The counters that a fact changes, from the fact alone: counting it again gives the same. Many facts change none. */
export const countsOf = (counted: CountedFact): Count[] => {
  switch (counted.is) {
    case "MOVE":
      return countMove(counted.fact);
    case "ANSWER":
      return countAnswer(counted.fact);
    case "OUTCOME":
      return countOutcome(counted.fact);
    case "CLOCK":
      return countClock(counted.fact);
    case "BREACH":
      return countBreach(counted.fact);
    default:
      return assertNever(counted);
  }
};

/**
 * Leads that sales has closed (won, lost, rejected), with the reasons for which they passed the gate: this shows
 * whether a reason goes with a deal. A wrong outcome is subtracted in the week in which it was counted.
 */
const countClosing = (move: Move): Count[] => {
  const { at, from, to, since, because } = move;
  const isCorrection = because === "corrected" && (from === "won" || from === "lost") && since !== undefined;
  return [
    ...(to === "won" || to === "lost" || because.startsWith("rejected:") ? closed(move, to === "won", 1, at) : []),
    ...(isCorrection ? closed(move, from === "won", -1, since) : []),
  ];
};

/** More than any lead has; an imported fact must not inflate the week's item. */
const mostIds = 40;

const closed = ({ persona, matched = [], read = [] }: Move, isWon: boolean, by: 1 | -1, at: string): Count[] => {
  const names = ["closed", ...unique(matched).map((id) => `effect:${id}`), ...unique(read).map((id) => `read:${id}`)];
  const of = [slices.effect(), ...(persona === undefined ? [] : [slices.effect(persona)])];
  return names.flatMap((name) => [
    { counter: `${name}:ended`, by, at, slices: of },
    ...(isWon ? [{ counter: `${name}:won`, by, at, slices: of }] : []),
  ]);
};

const unique = (ids: readonly string[]): string[] => [...new Set(ids.slice(0, mostIds).map(bounded))];

/**
 * A lead's change of stage or owner. An erasure leaves no stage, nor does a new owner in the same one; one that was imported by
 * mistake was never there.
 */
const countMove = (move: Move): Count[] => {
  const { at, from, to } = move;
  if (move.undoes !== undefined) return move.undoes.flatMap(countMove).map((each) => ({ ...each, by: -each.by }));
  if (to === null) return [one("erased", at, [slices.all])];
  if (from === to) return given(move);
  return [...begun(move), ...entered(move, to), ...given(move), ...left(move, to), ...countClosing(move)];
};

/** A new lead; its persona is known when it has been judged for the first time. */
const begun = ({ at, from, cycle, source, persona }: Move): Count[] => [
  ...(from === null ? [one("leads", at, [slices.all, ...sourceOf(source)])] : []),
  ...(from === "captured" && cycle === 1 && persona !== undefined ? [one("leads", at, [slices.persona(persona)])] : []),
];

/** A lead is an MQL once a cycle, however often it comes back to the gate. */
const entered = ({ at, again, source, persona }: Move, to: Stage): Count[] => [
  one(`entered:${to}`, at, [slices.all]),
  ...(to === "qualified" && again !== true
    ? [one("mql", at, [slices.all, ...sourceOf(source), ...(persona === undefined ? [] : [slices.persona(persona)])])]
    : []),
];

/** Each MQL that a rep gets counts for them, also a reassigned one. */
const given = ({ at, to, ownerId }: Move): Count[] =>
  to === "assigned" && ownerId !== undefined ? [one("given", at, [slices.rep(ownerId)])] : [];

/** Another deal begins beside a won one, which stays. */
export const isBeside = ({ from, because }: Pick<Move, "from" | "because">): boolean =>
  from === "won" && because === newDealCode;

/** The correction of an outcome leaves no stage, nor does a deal that begins beside a won one. */
const left = (move: Move, to: Stage): Count[] => {
  const { at, from, since, because } = move;
  if (from === null || because === "corrected" || isBeside(move)) return [];
  const seconds = since === undefined ? undefined : (Date.parse(at) - Date.parse(since)) / 1000;
  return [
    one(`left:${from}:${wayOf(from, to)}`, at, [slices.all]),
    ...(seconds === undefined ? [] : [one(String(stepOf(seconds)), at, [slices.stay(from)])]),
  ];
};

/** Out of the pipeline, on towards the deal, or back. */
const wayOf = (from: Stage, to: Stage): "forward" | "back" | "out" => {
  if (to === "lost" || to === "dormant" || to === "disqualified") return "out";
  return stageOrder.indexOf(to) > stageOrder.indexOf(from) ? "forward" : "back";
};

const stageOrder = StageSchema.options;

const sourceOf = (source: string | undefined): string[] => (source === undefined ? [] : [slices.source(source)]);

const one = (counter: string, at: string, of: readonly string[]): Count => ({ counter, by: 1, at, slices: of });
