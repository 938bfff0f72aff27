import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod/mini";
import { smokePrefix } from "../contract/smoke.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { ByHand, LeadHistory } from "../domain/agreement/trial/history.ts";
import { EngagementSchema, LeadSchema } from "../domain/lead/lead.ts";
import { type MoveFact, MoveFactSchema } from "../domain/lead/move-fact.ts";
import { type DynamoTable, type Item, type Key, toItem } from "./dynamo-table.ts";

/** Where the reading of all histories goes on: behind an item of the table; none is its beginning. */
export const HistoryCursorSchema = /* @__PURE__ */ droppable(() => z.object({ pk: z.string(), sk: z.string() }));

/** What is left of the moves of somebody who was erased. */
export type ErasedMoves = readonly Pick<MoveFact, "at" | "to" | "again">[];

/** So many people's pasts, each whole. */
export interface Histories {
  readonly leads: readonly LeadHistory[];
  readonly erased: readonly ErasedMoves[];
  /** Whoever begins behind it reads all others and none of these again; `undefined`: there are no others. */
  readonly next: Key | undefined;
}

const kinds = ["PROFILE", "ENGAGEMENT#", "SUBMISSION#", "MOVE#", "OUTCOME#", "DECISION#"] as const;
const lead = keys.lead("").pk;
const erased = keys.erasedFact("", "").pk;
const byHandKinds = ["override", "new-deal", "unanswered"] as const;

const values = {
  ":lead": lead,
  ":erased": erased,
  ":smoke": keys.lead(smokePrefix).pk,
  ":move": "MOVE#",
  ":decision": "DECISION#",
  ...Object.fromEntries(kinds.slice(0, -1).map((kind, i) => [`:kind${i}`, kind])),
  ...Object.fromEntries(byHandKinds.map((of, i) => [`:of${i}`, of])),
};
/** The gate's own decisions are many and long, and are made again. */
const decidedByHand = `(begins_with(sk, :decision) AND (${byHandKinds.map((_, i) => `#of = :of${i}`).join(" OR ")}))`;
const ofLead = [...kinds.slice(0, -1).map((_, i) => `begins_with(sk, :kind${i})`), decidedByHand].join(" OR ");
const filter = `(begins_with(pk, :lead) AND NOT begins_with(pk, :smoke) AND (${ofLead})) OR (begins_with(pk, :erased) AND begins_with(sk, :move))`;

/**
 * The pasts of all leads, page by page, and what is left of those who were erased. What is in memory does not grow with the
 * table: a person whom a page cuts is finished from the next one. It scans the whole table.
 */
export async function* readHistories(table: DynamoTable, from?: Key): AsyncGenerator<Histories> {
  let position: Key | undefined = from;
  let [held, behind]: [Item[], Key | undefined] = [[], from];
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new ScanCommand({
        TableName: table.tableName,
        FilterExpression: filter,
        ExpressionAttributeNames: { "#of": "of" },
        ExpressionAttributeValues: toItem(values),
        ConsistentRead: true,
        ExclusiveStartKey: position && toItem(position),
      }),
    );
    position = LastEvaluatedKey && HistoryCursorSchema.parse(unmarshall(LastEvaluatedKey));
    const people = byPartition([...held, ...Items.map((item) => unmarshall(item))]);
    const last = people.at(-1);
    // Who stands at the end of a page may go on in the next one.
    const isCut = position !== undefined && last?.[0]?.pk === position.pk;
    held = isCut ? (people.pop() ?? []) : [];
    behind = isCut ? (positionOf(people.at(-1)) ?? behind) : position;
    yield { ...historiesOf(people), next: position === undefined ? undefined : behind };
  } while (position !== undefined);
}

/** A scan finds the items of a partition one after the other. */
const byPartition = (items: readonly Item[]): Item[][] => {
  const people: Item[][] = [];
  for (const item of items) {
    const last = people.at(-1);
    if (last?.[0]?.pk === item.pk) last?.push(item);
    else people.push([item]);
  }
  return people;
};

const positionOf = (items: readonly Item[] | undefined): Key | undefined => {
  const last = items?.at(-1);
  return last && HistoryCursorSchema.parse(last);
};

const historiesOf = (people: readonly (readonly Item[])[]): Pick<Histories, "leads" | "erased"> => ({
  leads: people.flatMap((items) => (String(items[0]?.pk).startsWith(lead) ? (historyOf(items) ?? []) : [])),
  erased: people.flatMap((items) => (String(items[0]?.pk).startsWith(erased) ? [erasedOf(items)] : [])),
});

const FormSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    submissionId: z.string(),
    at: z.string(),
    pending: z.optional(z.literal(true)),
    confirmedAt: z.optional(z.string()),
  }),
);
const DecidedSchema = /* @__PURE__ */ droppable(() =>
  z.object({ at: z.string(), cycle: z.int(), of: z.enum(byHandKinds), verdict: z.string() }),
);
const ToldSchema = /* @__PURE__ */ droppable(() =>
  z.object({ at: z.string(), cycle: z.int(), kind: z.string(), reason: z.optional(z.string()) }),
);
const LeftSchema = /* @__PURE__ */ droppable(() => z.omit(MoveFactSchema, { leadId: true }));

/** The past of one lead from their items; `undefined` of one that is kept aside, or whose own item is not there. */
const historyOf = (items: readonly Item[]): LeadHistory | undefined => {
  const of = (kind: (typeof kinds)[number]) => items.filter(({ sk }) => String(sk).startsWith(kind));
  const [profile] = of("PROFILE");
  const lead = profile && LeadSchema.parse(profile);
  if (lead === undefined || lead.aside !== undefined) return undefined;
  const byHand = of("DECISION#").flatMap((item) => byHandOf(DecidedSchema.parse(item)));
  return {
    lead,
    engagements: of("ENGAGEMENT#").map((item) => EngagementSchema.parse(item)),
    forms: of("SUBMISSION#").map((item) => FormSchema.parse(item)),
    moves: of("MOVE#").map((item) => MoveFactSchema.parse(item)),
    decisions: [...byHand, ...overrideOf(lead)],
    outcomes: of("OUTCOME#").map((item) => ToldSchema.parse(item)),
  };
};

const verdicts = {
  qualified: "qualified",
  "not-yet": "not-yet",
  disqualified: "disqualified",
  started: "qualified",
  "call-again": "qualified",
  "other-rep": "qualified",
  close: "disqualified",
} as const;
const decides = (verdict: string): verdict is keyof typeof verdicts => Object.hasOwn(verdicts, verdict);

/** What a colleague said, as it counts at the gate. That somebody stays in nurture leaves it to the gate. */
const byHandOf = ({ at, cycle, verdict }: z.infer<typeof DecidedSchema>): ByHand[] =>
  decides(verdict) ? [{ at, cycle, verdict: verdicts[verdict] }] : [];

const overrideOf = ({ cycle, override }: LeadHistory["lead"]): ByHand[] =>
  override === undefined ? [] : [{ at: override.at, cycle, verdict: override.verdict }];

const erasedOf = (items: readonly Item[]): ErasedMoves => items.map((item) => LeftSchema.parse(item));
