import { parseDocument } from "yaml";
import * as z from "zod/mini";
import { wordsAt } from "../../../../lambdas/agreement/agreement-keys.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { roomWords as words } from "./room-words.ts";
import { type TermPath, withEntry, withEntryOf, withGroup, withList, withoutEntry, withValue } from "./text-edit.ts";

const said = z.object({ es: z.string(), en: z.string() });
const entries = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.array(z.object(shape));
const duration = z.string();
const reasonsOf = z.array(z.object({ id: z.string(), label: said, coolDown: z.optional(duration) }));

/** Of the agreement, what is negotiated most; a text of which this cannot be read has a mistake. */
const NegotiatedSchema = z.object({
  personas: entries({ name: said, criteria: entries({ id: z.string(), label: said, points: z.number() }) }),
  familiarity: entries({ label: said, points: z.number(), halfLife: duration }),
  grades: z.object({ fit: z.array(z.number()), familiarity: z.array(z.number()) }),
  gate: z.object({
    leastMatches: z.number(),
    leastFit: z.number(),
    leastFamiliarity: z.number(),
    mustHaves: z.array(z.string()),
    disqualifiers: entries({ id: z.string(), label: said }),
  }),
  nurture: z.object({ cadence: duration, mostTouches: z.number(), dormantAfter: duration }),
  sla: z.object({
    marketing: z.object({ qualifiedPerWeek: z.number(), leastAcceptanceRate: z.number() }),
    sales: z.object({
      followUp: duration,
      followUpFastLane: duration,
      followUpOf: z.optional(entries({ segment: z.string(), within: duration })),
      escalation: entries({ after: duration, to: z.optional(z.string()), reassign: z.optional(z.boolean()) }),
      reassignedWithin: duration,
      returnAfter: duration,
      rejectReasons: reasonsOf,
    }),
  }),
  segments: z.optional(entries({ id: z.string(), label: said })),
  team: z.object({
    reps: entries({ name: z.string(), capacity: z.object({ newPerWeek: z.number(), openAtMost: z.number() }) }),
  }),
  goals: z.optional(z.object({ wonPerQuarter: z.optional(z.number()) })),
});
type Negotiated = z.infer<typeof NegotiatedSchema>;

/** What a colleague may move without writing YAML. */
export type Control =
  | {
      readonly is: "number";
      readonly path: TermPath;
      readonly label: Bilingual;
      readonly value: number;
      /** Shown, and typed, in hundredths: 75 for 0.75. */
      readonly isShare?: true;
      readonly least?: number;
    }
  | { readonly is: "duration"; readonly path: TermPath; readonly label: Bilingual; readonly value: string }
  | {
      readonly is: "ids";
      readonly path: TermPath;
      readonly label: Bilingual;
      readonly chosen: readonly string[];
      readonly options: readonly { readonly id: string; readonly label: Bilingual }[];
    }
  | {
      /** Entries that can be taken out, and put back as they were. */
      readonly is: "kept";
      readonly path: TermPath;
      readonly label: Bilingual;
      readonly entries: readonly { readonly id: string; readonly label: Bilingual; readonly isKept: boolean }[];
    }
  | {
      readonly is: "ladder";
      readonly path: TermPath;
      readonly label: Bilingual;
      readonly steps: readonly LadderStep[];
    };

export interface LadderStep {
  readonly after: string;
  readonly does: LadderDeed;
}
export const ladderDeeds = ["manager", "reassign", "director"] as const;
export type LadderDeed = (typeof ladderDeeds)[number];

export interface ControlGroup {
  readonly id: string;
  readonly title: Bilingual;
  /** Groups within: the criteria of one persona, the capacity of one rep. */
  readonly parts: readonly { readonly title?: Bilingual; readonly controls: readonly Control[] }[];
}

/**
 * What the text says of the terms that are negotiated most; `undefined` when it cannot be read.
 * @param base the text that the proposal began with: what was taken out of it can be put back
 */
export const controlsOf = (text: string, base: string): readonly ControlGroup[] | undefined => {
  const now = negotiatedIn(text);
  return now === undefined ? undefined : groupsOf(now, negotiatedIn(base) ?? now);
};

const negotiatedIn = (text: string): Negotiated | undefined => {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  const read = NegotiatedSchema.safeParse(document.toJS());
  return read.success ? read.data : undefined;
};

const labelOf = (path: TermPath): Bilingual => wordsAt(path)?.label ?? { es: path.join("."), en: path.join(".") };
const number = (path: TermPath, value: number, label = labelOf(path)): Control => ({
  is: "number",
  path,
  label,
  value,
  least: 0,
});
const points = (path: TermPath, value: number, label: Bilingual): Control => ({ is: "number", path, label, value });
const share = (path: TermPath, value: number): Control => ({
  is: "number",
  path,
  label: labelOf(path),
  value,
  isShare: true,
  least: 0,
});
const length = (path: TermPath, value: string, label = labelOf(path)): Control => ({
  is: "duration",
  path,
  label,
  value,
});
const asIs = (text: string): Bilingual => ({ es: text, en: text });

const groupsOf = (now: Negotiated, base: Negotiated): ControlGroup[] => [
  { id: "gate", title: words.groups.gate, parts: [{ controls: gateOf(now, base) }] },
  {
    id: "points",
    title: words.groups.points,
    parts: now.personas.map(({ name, criteria }, i) => ({
      title: name,
      controls: criteria.map((each, k) => points(["personas", i, "criteria", k, "points"], each.points, each.label)),
    })),
  },
  {
    id: "familiarity",
    title: words.groups.familiarity,
    parts: now.familiarity.map(({ label, points: worth, halfLife }, i) => ({
      title: label,
      controls: [
        points(["familiarity", i, "points"], worth, words.points),
        length(["familiarity", i, "halfLife"], halfLife, words.halfLife),
      ],
    })),
  },
  {
    id: "grades",
    title: words.groups.grades,
    parts: (["fit", "familiarity"] as const).map((kind) => ({
      title: labelOf(["grades", kind]),
      controls: now.grades[kind].map((least, i) => number(["grades", kind, i], least, words.gradeFrom(kind, i))),
    })),
  },
  {
    id: "nurture",
    title: words.groups.nurture,
    parts: [
      {
        controls: [
          length(["nurture", "cadence"], now.nurture.cadence),
          number(["nurture", "mostTouches"], now.nurture.mostTouches),
          length(["nurture", "dormantAfter"], now.nurture.dormantAfter),
        ],
      },
    ],
  },
  { id: "promises", title: words.groups.promises, parts: [{ controls: promisesOf(now) }] },
  {
    id: "ladder",
    title: words.groups.ladder,
    parts: [
      {
        controls: [
          {
            is: "ladder",
            path: ladderPath,
            label: labelOf(ladderPath),
            steps: now.sla.sales.escalation.map(({ after, to }) => ({ after, does: deedOf(to) })),
          },
          length(["sla", "sales", "reassignedWithin"], now.sla.sales.reassignedWithin),
          length(["sla", "sales", "returnAfter"], now.sla.sales.returnAfter),
        ],
      },
    ],
  },
  {
    id: "capacity",
    title: words.groups.capacity,
    parts: now.team.reps.map(({ name, capacity }, i) => ({
      title: asIs(name),
      controls: (["newPerWeek", "openAtMost"] as const).map((key) =>
        number(["team", "reps", i, "capacity", key], capacity[key], words[key]),
      ),
    })),
  },
  {
    id: "cool-downs",
    title: words.groups.coolDowns,
    parts: [
      {
        controls: now.sla.sales.rejectReasons.flatMap(({ label, coolDown }, i) =>
          coolDown === undefined ? [] : [length(["sla", "sales", "rejectReasons", i, "coolDown"], coolDown, label)],
        ),
      },
    ],
  },
  ...(now.goals?.wonPerQuarter === undefined
    ? []
    : [
        {
          id: "goals",
          title: words.groups.goals,
          parts: [{ controls: [number(["goals", "wonPerQuarter"], now.goals.wonPerQuarter)] }],
        },
      ]),
];

const ladderPath = ["sla", "sales", "escalation"] as const;
const deedOf = (to: string | undefined): LadderDeed => (to === "manager" || to === "director" ? to : "reassign");

const gateOf = ({ gate, personas }: Negotiated, base: Negotiated): Control[] => [
  ...(["leastFit", "leastFamiliarity", "leastMatches"] as const).map((key) => number(["gate", key], gate[key])),
  {
    is: "ids",
    path: ["gate", "mustHaves"],
    label: labelOf(["gate", "mustHaves"]),
    chosen: gate.mustHaves,
    // Only what every persona has can be asked of everybody.
    options: (personas[0]?.criteria ?? []).filter(({ id }) =>
      personas.every(({ criteria }) => criteria.some((each) => each.id === id)),
    ),
  },
  {
    is: "kept",
    path: ["gate", "disqualifiers"],
    label: labelOf(["gate", "disqualifiers"]),
    entries: [
      ...base.gate.disqualifiers,
      ...gate.disqualifiers.filter(({ id }) => base.gate.disqualifiers.every((each) => each.id !== id)),
    ].map(({ id, label }) => ({ id, label, isKept: gate.disqualifiers.some((each) => each.id === id) })),
  },
];

const promisesOf = ({ sla: { marketing, sales }, segments = [] }: Negotiated): Control[] => [
  number(["sla", "marketing", "qualifiedPerWeek"], marketing.qualifiedPerWeek),
  share(["sla", "marketing", "leastAcceptanceRate"], marketing.leastAcceptanceRate),
  length(["sla", "sales", "followUp"], sales.followUp),
  length(["sla", "sales", "followUpFastLane"], sales.followUpFastLane),
  ...(sales.followUpOf ?? []).map(({ segment, within }, i) =>
    length(
      ["sla", "sales", "followUpOf", i, "within"],
      within,
      words.followUpOf(segments.find(({ id }) => id === segment)?.label ?? asIs(segment)),
    ),
  ),
];

/** The text with an entry taken out, or put back as it was in the base. */
export const withKept = (text: string, base: string, path: TermPath, id: string, isKept: boolean): string => {
  if (!isKept) return withoutEntry(text, path, disqualifierAt(text, id));
  return withEntryOf(text, path, base, disqualifierAt(base, id));
};

const disqualifierAt = (text: string, id: string): number =>
  negotiatedIn(text)?.gate.disqualifiers.findIndex((each) => each.id === id) ?? -1;

const stepGroup = ({ after, does }: LadderStep): Readonly<Record<string, string | boolean>> =>
  does === "reassign" ? { after, reassign: true } : { after, to: does };

export const withStep = (text: string, path: TermPath, at: number, step: LadderStep): string =>
  withGroup(text, [...path, at], stepGroup(step));
/** One more step, some time after the last one. */
export const withOneMoreStep = (text: string, path: TermPath, last: LadderStep | undefined): string => {
  const { amount, unit } = lengthPartsOf(last?.after ?? "0 working hours");
  return withEntry(text, path, stepGroup({ after: lengthOf(String(Number(amount) + 4), unit), does: "manager" }));
};
export const withoutStep = withoutEntry;

export { withList as withIds, withValue };

/** A length of time in its parts: `2 working days`. */
export const lengthPartsOf = (text: string): { readonly amount: string; readonly unit: LengthUnit } => {
  const [, amount = "", unit = ""] = /^(\S+) (.+?)s?$/.exec(text) ?? [];
  return { amount, unit: lengthUnits.find((each) => each === unit) ?? "day" };
};
export const lengthUnits = [
  "second",
  "minute",
  "hour",
  "day",
  "working minute",
  "working hour",
  "working day",
] as const;
export type LengthUnit = (typeof lengthUnits)[number];
export const lengthOf = (amount: string, unit: LengthUnit): string => `${amount} ${unit}${amount === "1" ? "" : "s"}`;
