/** Lives of leads in which another version of the agreement comes into force between any two calls of functions. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Agreement, AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { isWorked } from "../../lambdas/domain/lead/lead.ts";
import type { Definition } from "../../local/twin/definition.ts";
import { type FunctionCall, World } from "../../local/twin/world.ts";
import { duesOf, figuresOf, flagsOf, type Item, kindOf, mailsOf, movesOf, tracesIn } from "./chaos-life.ts";
import { factsOf, type Tale } from "./stories.ts";
import { Story } from "./story.ts";

/** What the next version has changed. */
export interface Variant {
  readonly name: string;
  readonly of: (terms: AgreementTerms) => AgreementTerms;
}

const sales = (terms: AgreementTerms, changed: Partial<AgreementTerms["sla"]["sales"]>): AgreementTerms => ({
  ...terms,
  sla: { ...terms.sla, sales: { ...terms.sla.sales, ...changed } },
});
const gate = (terms: AgreementTerms, changed: Partial<AgreementTerms["gate"]>): AgreementTerms => ({
  ...terms,
  gate: { ...terms.gate, ...changed },
});
const without = <T extends { readonly id: string }>(all: readonly T[], id: string): T[] =>
  all.filter((each) => each.id !== id);

const persona = (terms: AgreementTerms): AgreementTerms["personas"] => [
  { id: "buyers", name: { es: "Compras", en: "Buyers" }, criteria: terms.personas[0]?.criteria ?? [] },
];

export const variants: readonly Variant[] = [
  { name: "thresholds up", of: (terms) => gate(terms, { leastFit: 200, leastFamiliarity: 200 }) },
  { name: "thresholds down", of: (terms) => gate(terms, { leastMatches: 0, leastFit: -100, leastFamiliarity: -100 }) },
  { name: "follow-up shorter", of: (terms) => sales(terms, { followUp: "3 minutes", reassignedWithin: "2 minutes" }) },
  { name: "follow-up longer", of: (terms) => sales(terms, { followUp: "90 hours", reassignedWithin: "80 hours" }) },
  { name: "another ladder", of: (terms) => sales(terms, { escalation: [{ after: "1 hour", to: "director" }] }) },
  {
    name: "a rep removed",
    of: (terms) => ({ ...terms, team: { ...terms.team, reps: without(terms.team.reps, "ana") } }),
  },
  {
    name: "all reps but one removed",
    of: (terms) => ({ ...terms, team: { ...terms.team, reps: terms.team.reps.slice(2) } }),
  },
  {
    name: "a reject reason removed",
    of: (terms) => sales(terms, { rejectReasons: without(terms.sla.sales.rejectReasons, "not-now") }),
  },
  {
    name: "a lost reason replaced",
    of: (terms) => sales(terms, { lostReasons: [{ id: "other", label: { es: "Otro", en: "Other" } }] }),
  },
  {
    name: "content and programme removed",
    of: (terms) => ({
      ...terms,
      nurture: { ...terms.nurture, content: terms.nurture.content.slice(2), programmes: [] },
    }),
  },
  { name: "a persona removed", of: (terms) => ({ ...gate(terms, { mustHaves: [] }), personas: persona(terms) }) },
  {
    name: "a kind of engagement removed",
    of: (terms) => ({ ...terms, familiarity: terms.familiarity.filter(({ kind }) => kind !== "pricing-viewed") }),
  },
  { name: "a source removed", of: (terms) => ({ ...terms, sources: [] }) },
  {
    name: "a stage's limit changed",
    of: (terms) => ({
      ...terms,
      stages: {
        ...terms.stages,
        accepted: { ...terms.stages.accepted, limit: "1 hour" },
        nurturing: { ...terms.stages.nurturing, limit: "2 hours" },
      },
    }),
  },
];

const versions = ["the-first", "the-second"] as const;

/** Which version a call works by: from the so manyth on the second, for some calls side by side with the first. */
interface Change {
  readonly atCall: number;
  /** So many calls after it, every other one still works by the first. */
  readonly sideBySide: number;
}

const versionAt = ({ atCall, sideBySide }: Change, call: number): 0 | 1 => {
  if (call < atCall) return 0;
  return call < atCall + sideBySide && call % 2 === 0 ? 0 : 1;
};

/** A life that goes on longer than this never ends. */
const mostSteps = 2000;

interface ChangedLife {
  readonly wrong: readonly string[];
  readonly calls: number;
}

/** Lives the tale as far as it comes under both versions, and says what is not as it must be whatever holds when. */
export const changedLife = async (
  definition: Definition,
  tale: Tale,
  variant: Variant | undefined,
  change: Change,
): Promise<ChangedLife> => {
  const first: Agreement = { ...tale.agreement, version: versions[0] };
  const second: Agreement = { ...first, version: versions[1], terms: variant?.of(first.terms) ?? first.terms };
  const both = [first, second] as const;
  let changedAt: string | undefined;
  const inForce = ({ call, at }: FunctionCall): Agreement => {
    const now = both[versionAt(change, call)];
    if (now === second && call >= change.atCall + change.sideBySide) changedAt ??= at;
    return now;
  };
  const world = new World(definition, first, { chaos: { plan: [], random: () => 0 }, inForce });
  const story = new Story(world);
  await story.submit(factsOf(tale));
  const left = [...tale.steps];
  let [steps, refused, asked] = [0, 0, 0];
  for (; steps < mostSteps; steps++) {
    const lead = await story.leadIfAny();
    const [next] = left;
    if (lead !== undefined && next?.when(lead, world)) {
      left.shift();
      if (!(await isTaken(next.does(story)))) refused++;
    } else {
      // A deal of which nobody says more, since what was said was refused, is asked about for ever.
      if (lead !== undefined && isWorked(lead) && refused > 0 && ++asked > mostAsked) break;
      if (!(await world.advance())) break;
    }
  }
  const items = world.table.items().map((item) => unmarshall(item));
  const lead = await story.leadIfAny();
  const isErased = lead === undefined;
  const failed = world.executions.filter(({ status }) => status === "FAILED").length;
  const wrong = [
    ...(steps < mostSteps ? [] : ["it never ends"]),
    ...(isErased === (tale.ends.stage === undefined && left.length === 0) ? [] : ["it is gone, or is still there"]),
    ...(lead === undefined || !("nextDueAt" in lead) || asked > mostAsked
      ? []
      : [`it has not ended: ${lead.stage} ${lead.because}`]),
    ...(failed === 0 ? [] : [`${failed} executions failed`]),
    ...world.deadLetters.map((letter) => `a dead letter: ${letter}`),
    ...(isErased
      ? tracesIn(items)
      : [...mailsOf(world, items).wrong, ...movesOf(items), ...(await figuresOf(world, items))]),
    ...flagsOf(items),
    ...duesOf(items),
    ...items.filter((item) => String(item.pk) === "ORPHAN").map(({ why }) => `an orphan: ${why}`),
    ...(isErased ? [] : decidedBy(items, changedAt)),
  ];
  return { wrong, calls: world.functionCalls };
};

const mostAsked = 20;

/** What a person asks for may be there no longer: they hear so, and nothing is lost. */
const isTaken = async (done: Promise<unknown>): Promise<boolean> => {
  try {
    await done;
    return true;
  } catch (error) {
    if (error instanceof Error && /answered 4\d\d/.test(error.message)) return false;
    throw error;
  }
};

const decided = ["DECISION", "MOVE", "SCORE", "MESSAGE", "BREACH"];

/** Each decision names one of the versions, and from the moment that all calls work by the second, that one. */
const decidedBy = (items: readonly Item[], changedAt: string | undefined): string[] =>
  items
    .filter((item) => decided.includes(kindOf(item)))
    .flatMap((item) => {
      const { sk, agreementVersion: by } = item;
      const at = String(item.sentAt ?? item.sendingAt ?? item.at ?? "");
      const isLate = changedAt !== undefined && at > changedAt;
      // What nobody decides by an agreement: that somebody came, or came back.
      if (by === undefined && kindOf(item) === "MOVE" && item.to === "captured") return [];
      if (by !== versions[0] && by !== versions[1]) return [`${sk} names ${by}`];
      return isLate && by === versions[0] ? [`${sk} of ${at} names the version before ${changedAt}`] : [];
    });
