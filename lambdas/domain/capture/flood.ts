import * as z from "zod/mini";
import { type AsideKind, AsideKindSchema } from "../../contract/agreed-limits.ts";
import { droppable } from "../../contract/start-light.ts";

/** A flood of forms, as it is told to people. */
export const FloodSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    at: z.string(),
    /** Kept aside in the hour before. */
    forms: z.int(),
    kinds: z.array(z.object({ kind: AsideKindSchema, count: z.int() })),
    /** Of the newest that were looked at: from how many networks, with how many texts, and which domains most. */
    sample: z.object({
      looked: z.int(),
      networks: z.int(),
      texts: z.int(),
      domains: z.array(z.object({ domain: z.string(), count: z.int() })),
    }),
  }),
);
export type Flood = z.infer<typeof FloodSchema>;

export interface Sampled {
  readonly email: string;
  readonly network?: string | undefined;
  readonly message?: string | undefined;
}

const mostDomains = 3;

/** The shape of a flood: how many for which reason, and what the newest of them have in common. */
export const floodOf = (
  kinds: readonly { readonly kind: AsideKind; readonly count: number }[],
  sample: readonly Sampled[],
  at: string,
): Flood => {
  const domains = countsOf(sample.map(({ email }) => email.slice(email.lastIndexOf("@") + 1)));
  return {
    at,
    forms: kinds.reduce((sum, { count }) => sum + count, 0),
    kinds: kinds.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count),
    sample: {
      looked: sample.length,
      networks: countsOf(sample.flatMap(({ network }) => network ?? [])).length,
      texts: countsOf(sample.flatMap(({ message }) => message ?? [])).length,
      domains: domains.slice(0, mostDomains).map(([domain, count]) => ({ domain, count })),
    },
  };
};

const countsOf = (values: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
};
