import { type ColumnQuery, type Me, seesAllLeads } from "../../../../lambdas/contract/board.ts";
import { anyId } from "../../address/read-address.ts";

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

/** The colleagues whose leads can be chosen. */
export const ownersOf = ({ people, role }: Pick<Me, "people" | "role">): Me["people"] =>
  seesAllLeads(role) ? people.filter(({ post }) => post === "rep" || post === "manager") : [];

/** The filters of the address that this reader's board knows, and the names of those that it leaves out. */
export const knownFilters = (search: string, me: Pick<Me, "people" | "role" | "personas" | "grades">) => {
  const given = filtersOf(search);
  const params = new URLSearchParams(search);
  const isKnown: Record<FilterName, (value: string) => boolean> = {
    owner: (value) => ownersOf(me).some(({ id }) => id === value),
    persona: (value) => me.personas.some(({ id }) => id === value),
    // Leads have sources that the list of the last weeks' ones lacks.
    source: (value) => anyId(value) !== undefined,
    grade: (value) => me.grades.includes(value),
    overdue: (value) => value === "1",
    attention: (value) => value === "1",
  };
  const ignored = [...texts, ...marks].filter((name) => {
    const value = params.get(name) ?? "";
    return value !== "" && !isKnown[name](value);
  });
  const filters: Filters = Object.fromEntries(
    Object.entries(given).filter(([name]) => !ignored.some((each) => each === name)),
  );
  return { filters, ignored };
};

/** All filters by name for the address; those that are not set go from it. */
export const asParams = (filters: Filters): Readonly<Record<FilterName, string | undefined>> => ({
  owner: filters.owner,
  persona: filters.persona,
  source: filters.source,
  grade: filters.grade,
  overdue: filters.overdue,
  attention: filters.attention,
});
