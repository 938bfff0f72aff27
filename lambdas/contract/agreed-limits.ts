import * as z from "zod/mini";
import type { AgreementTerms } from "./agreement.ts";
import { droppable } from "./start-light.ts";

/** By what the forms that anyone can send are counted and limited. */
export const limited = ["network", "address", "domain", "total"] as const;

/**
 * Why a form is kept aside: it seems to be a machine's (`signs`), or is beyond a limit. `fast-lane`: a lead is nurtured, but
 * does not take the fast lane.
 */
export const asideKinds = ["signs", ...limited, "fast-lane"] as const;
export const AsideKindSchema = /* @__PURE__ */ droppable(() => z.enum(asideKinds));
export type AsideKind = z.infer<typeof AsideKindSchema>;

type Agreed = NonNullable<AgreementTerms["limits"]>;
export type FormLimits = Required<NonNullable<Agreed["forms"]>>;
type Limits = Required<Omit<Agreed, "forms" | "fastLanePerDay">> & { readonly forms: FormLimits };

/** What applies when the agreement says nothing: more than a busy hour of people, far less than a flood. */
const usual: Limits = {
  forms: {
    network: { hour: 30, day: 120 },
    address: { hour: 5, day: 10 },
    domain: { hour: 40, day: 150 },
    total: { hour: 400, day: 2000 },
  },
  strangerMailsPerHour: 200,
};

/** How much people we do not know may cause before a colleague looks at it. */
export const limitsOf = ({ limits = {} }: Pick<AgreementTerms, "limits">): Limits => ({
  forms: {
    network: limits.forms?.network ?? usual.forms.network,
    address: limits.forms?.address ?? usual.forms.address,
    domain: limits.forms?.domain ?? usual.forms.domain,
    total: limits.forms?.total ?? usual.forms.total,
  },
  strangerMailsPerHour: limits.strangerMailsPerHour ?? usual.strangerMailsPerHour,
});

/**
 * Places a day in the fast lane for addresses that nobody has confirmed. When the agreement does not say: so many that a
 * flood that lasts all week takes half of the leads that the reps have promised to take in a week.
 */
export const fastLanePlaces = ({ limits = {}, team }: Pick<AgreementTerms, "limits" | "team">): number => {
  const week = team.reps.reduce((sum, { capacity }) => sum + capacity.newPerWeek, 0);
  return limits.fastLanePerDay ?? Math.max(1, Math.ceil(week / 10));
};

/** How fast lists become leads. */
export interface ImportPace {
  /** Rows in an hour, of all lists together. */
  readonly perHour: number;
  /** Imports hold while so many MQLs wait for sales. */
  readonly pauseAtWaiting: number;
}

/** What may be proposed from outcomes, when the agreement does not say. */
export const learningOf = ({ learning = {} }: Pick<AgreementTerms, "learning">) => ({
  mostCriteria: learning.mostCriteria ?? 20,
  mostLoss: learning.mostLoss ?? 0.4,
  afterSales: learning.afterSales ?? [],
});

/** When the agreement does not say: 600 rows an hour, while fewer MQLs wait than the reps have promised to take in a week. */
export const importPaceOf = ({ imports = {}, team }: Pick<AgreementTerms, "imports" | "team">): ImportPace => ({
  perHour: imports.perHour ?? 600,
  pauseAtWaiting:
    imports.pauseAtWaiting ??
    Math.max(
      1,
      team.reps.reduce((sum, { capacity }) => sum + capacity.newPerWeek, 0),
    ),
});
