import type { SliceRow } from "../../../../lambdas/contract/board.ts";

type Won = Pick<SliceRow, "amounts">;

/** The currencies in which anything was won, the company's own always and first. */
export const currenciesIn = (rows: readonly Won[], own: string): string[] => [
  ...new Set([own, ...rows.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)).sort()]),
];

/** What was won in this currency. */
export const wonIn = ({ amounts }: Won, currency: string): number =>
  amounts.find((sum) => sum.currency === currency)?.amount ?? 0;
