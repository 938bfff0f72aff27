/** How many weeks can be shown, the current one included. */
export const ranges = [4, 8, 12, 26] as const;
export type Range = (typeof ranges)[number];

const usual: Range = 12;

/** Reads the address; anything unknown gives the usual range. */
export const rangeOf = (weeks: string | null): Range => ranges.find((range) => String(range) === weeks) ?? usual;
