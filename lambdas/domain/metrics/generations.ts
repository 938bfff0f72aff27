/**
 * One counting of everything. A recount makes the next while the last is looked at: it counts itself what was written
 * before `from`, and the live counting puts what was written later into both. The first has counted all there is.
 */
export interface Generation {
  readonly generation: number;
  readonly from: string;
}

/** Which generation is looked at, and which is being made. */
export interface Generations {
  readonly current: Generation;
  readonly building?: Generation | undefined;
}

export const firstGenerations: Generations = { current: { generation: 1, from: "" } };

/** Into which of them the live counting puts a fact that was written then. */
export const generationsFor = ({ current, building }: Generations, writtenAt: string): number[] =>
  [current, ...(building === undefined ? [] : [building])]
    .filter(({ from }) => writtenAt >= from)
    .map(({ generation }) => generation);
