/** The latest of some instants, which sort as text; the empty text is before all of them. */
export const latestOf = (instants: readonly string[]): string => [...instants].sort().at(-1) ?? "";
