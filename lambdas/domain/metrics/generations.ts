/**
 * A generation is one counting of everything. A recount makes the next while the last is shown: it counts what was
 * written before `from`, and the live counting adds what was written later to both.
 */
export interface Generation {
  readonly generation: number;
  readonly from: string;
}

/** Which generation is shown, and which is being made. */
export interface Generations {
  readonly current: Generation;
  readonly building?: Generation | undefined;
}

export const firstGenerations: Generations = { current: { generation: 1, from: "" } };

/** The generations to which the live counting adds a fact written then. */
export const generationsFor = ({ current, building }: Generations, writtenAt: string): number[] =>
  [current, ...(building === undefined ? [] : [building])]
    .filter(({ from }) => writtenAt >= from)
    .map(({ generation }) => generation);
