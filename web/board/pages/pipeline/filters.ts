import type { ColumnQuery } from "../../../../lambdas/contract/board.ts";

/** The filters of the columns. They are in the address, so that a view can be shared. */
export type Filters = Omit<ColumnQuery, "cursor">;
export type FilterName = keyof Filters;

const texts = ["owner", "persona", "source", "grade"] as const satisfies readonly FilterName[];
const marks = ["overdue", "attention"] as const satisfies readonly FilterName[];

/** Reads the address; unknown parameters are ignored. */
export const filtersOf = (search: string): Filters => {
  const params = new URLSearchParams(search);
  return Object.fromEntries([
    ...texts.flatMap((name) => {
      const value = params.get(name);
      return value === null || value === "" ? [] : [[name, value] as const];
    }),
    ...marks.flatMap((name) => (params.get(name) === "1" ? [[name, "1"] as const] : [])),
  ]);
};

/** The query for the address and the API, always in the same order; empty without filters. */
export const queryOf = (filters: Filters): string => {
  const params = new URLSearchParams();
  for (const name of [...texts, ...marks]) {
    const value = filters[name];
    if (value !== undefined && value !== "") params.set(name, value);
  }
  return params.toString();
};
