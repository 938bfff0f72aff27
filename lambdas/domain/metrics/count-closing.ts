import type { Count } from "./count.ts";
import type { Move } from "./fact.ts";
import { bounded, slices } from "./slices.ts";

/**
 * Leads that sales has closed (won, lost, or turned down), with what spoke for them: so everybody sees whether it
 * speaks for a deal. One that was told wrongly is taken off in the week in which it was counted.
 */
export const countClosing = (move: Move): Count[] => {
  const { at, from, to, since, because } = move;
  const isCorrection = because === "corrected" && (from === "won" || from === "lost") && since !== undefined;
  return [
    ...(to === "won" || to === "lost" || because.startsWith("rejected:") ? closed(move, to === "won", 1, at) : []),
    ...(isCorrection ? closed(move, from === "won", -1, since) : []),
  ];
};

/** More than any lead has; a fact from elsewhere must not swell the week's item. */
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
