import { type Stage, StageSchema } from "../../contract/stages.ts";
import type { Count } from "./count.ts";
import { countClosing } from "./count-closing.ts";
import type { Move } from "./fact.ts";
import { slices } from "./slices.ts";
import { stepOf } from "./stay.ts";

/** A lead's change of stage or owner. Who is erased has left no stage, and a new owner in the same one neither. */
export const countMove = (move: Move): Count[] => {
  const { at, from, to } = move;
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

/** Each MQL that a rep gets is one for them, also when it comes from somebody else. */
const given = ({ at, to, ownerId }: Move): Count[] =>
  to === "assigned" && ownerId !== undefined ? [one("given", at, [slices.rep(ownerId)])] : [];

/** A deal that was told wrongly has left no stage. */
const left = ({ at, from, since, because }: Move, to: Stage): Count[] => {
  if (from === null || because === "corrected") return [];
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
