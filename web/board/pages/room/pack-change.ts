import { isMap, isSeq, parseDocument } from "yaml";
import type { PackProposal, TermChange } from "../../../../lambdas/contract/board.ts";
import { limits } from "../../../../lambdas/contract/limits.ts";
import { isWeek } from "../../../../lambdas/domain/metrics/week.ts";
import { useParam } from "../../address/use-address.ts";
import { useBoard } from "../../data/api.ts";
import { reading } from "../../data/board-request.ts";
import { type TermPath, withValue } from "./text-edit.ts";

/** A proposal of the pack of a weekly meeting, as the form for one begins with it. */
export const usePackProposal = () => {
  const week = useParam("pack", (text) => (isWeek(text) ? text : undefined)).value;
  const number = useParam("number", (text) => (/^[1-9]\d?$/.test(text) ? text : undefined)).value;
  const isAsked = week !== undefined && number !== undefined;
  const read = useBoard(isAsked ? reading("meetings/{week}", { week }) : undefined);
  const proposal: PackProposal | undefined = read.data?.proposals[Number(number) - 1];
  return { isAsked, read, week, number, proposal };
};

/** The text of the agreement with these values; what it has no key for stays as it is. */
export const withChanges = (text: string, changes: readonly TermChange[]): string =>
  changes.reduce((changed, { path, value }) => withValue(changed, placeOf(changed, path), value), text);

/** Members of lists by their place in the text. */
const placeOf = (text: string, path: readonly string[]): TermPath => {
  const document = parseDocument(text);
  const place: (string | number)[] = [];
  for (const key of path) {
    const list: unknown = place.length === 0 ? document.contents : document.getIn(place, true);
    const at = isSeq(list)
      ? list.items.findIndex((item) => isMap(item) && (item.get("id") ?? item.get("kind")) === key)
      : -1;
    place.push(at === -1 ? key : at);
  }
  return place;
};

/** Why it is proposed, in the room for it. */
export const whyOf = (says: string): string => says.slice(0, limits.proposalWhyCharacters);
