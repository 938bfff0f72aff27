import * as z from "zod/mini";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { SalesFact } from "../domain/hand-off/earlier-cycles.ts";
import type { ListedEngagement } from "../domain/hand-off/engagement-list.ts";
import { type History, type HistoryKind, historySchemas } from "../domain/lead/history.ts";
import { type DynamoTable, type Key, readBeginningWith, readUpTo } from "./dynamo-table.ts";

/**
 * Engagements have ids that do not sort by time, so the newest cannot be queried. At most this many are read, in one
 * query: about 300 kB. Hardly any lead has more; for those the running sums say how much is missing.
 */
export const mostEngagementsRead = 1000;

const ListedEngagementSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    kind: z.string(),
    at: z.string(),
    subject: z.optional(z.string()),
    cycle: z.optional(z.int()),
  }),
);

/** The lead's engagements, in no particular order; for a very active lead, some of them. */
export const readEngagementList = async (table: DynamoTable, leadId: string): Promise<ListedEngagement[]> => {
  const { pk, sk } = keys.engagement(leadId, "");
  const { items } = await readAtMost(table, pk, "begins_with(sk, :sk)", sk);
  return items.map((item) => ListedEngagementSchema.parse(item));
};

const SalesFactSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    cycle: z.int(),
    at: z.string(),
    ownerId: z.string(),
    by: z.optional(z.string()),
    kind: z.string(),
    reason: z.optional(z.string()),
    note: z.optional(z.string()),
  }),
);
const ClockSchema = /* @__PURE__ */ droppable(() =>
  z.object({ cycle: z.int(), closedAt: z.string(), ownerId: z.string(), because: z.string() }),
);

/** What sales answered and recorded for the lead in all its cycles: a few items each. */
export const readSalesFacts = async (table: DynamoTable, leadId: string): Promise<SalesFact[]> => {
  const { pk } = keys.lead(leadId);
  const beginning = (sk: string): Key => ({ pk, sk });
  const [answers, outcomes, clocks] = await Promise.all([
    readBeginningWith(table, beginning("ANSWER#")),
    readBeginningWith(table, beginning("OUTCOME#")),
    readBeginningWith(table, beginning("CLOCK#")),
  ]);
  return [
    ...[...answers, ...outcomes].map((item) => SalesFactSchema.parse(item)),
    ...clocks.map((item) => {
      const { closedAt, ...clock } = ClockSchema.parse(item);
      return { ...clock, at: closedAt };
    }),
  ];
};

/** Of a lead's forms: hardly any has a handful. */
const mostFormsRead = 100;

/** The lead's forms, in no particular order. */
export const readForms = async (table: DynamoTable, leadId: string): Promise<History["forms"]> => {
  const { pk, sk } = keys.submission(leadId, "");
  const values = { ":pk": pk, ":sk": sk };
  const { items } = await readUpTo(table, mostFormsRead, "pk = :pk AND begins_with(sk, :sk)", values);
  return items.map((item) => historySchemas.SUBMISSION.parse(item));
};

/**
 * Everything that is kept of the lead's past, read at once: what it did, bounded as above, and all else, which is
 * little.
 */
export const readHistory = async (table: DynamoTable, leadId: string): Promise<History> => {
  const { pk, sk: engagements } = keys.engagement(leadId, "");
  // "$" is the character after "#": the first key behind all engagements.
  const behind = engagements.replace("#", "$");
  const parts = await Promise.all([
    readAtMost(table, pk, "sk < :sk", engagements),
    readAtMost(table, pk, "begins_with(sk, :sk)", engagements),
    readAtMost(table, pk, "sk >= :sk", behind),
  ]);
  const items = parts.flatMap((part) => part.items);
  const of = <T>(kind: HistoryKind, schema: { readonly parse: (item: unknown) => T }): T[] =>
    items.filter(({ sk }) => typeof sk === "string" && sk.startsWith(`${kind}#`)).map((item) => schema.parse(item));
  const { ENGAGEMENT, SUBMISSION, MESSAGE, SCORE, DECISION, ANSWER, OUTCOME, CLOCK, BREACH, MOVE } = historySchemas;
  return {
    engagements: of("ENGAGEMENT", ENGAGEMENT),
    forms: of("SUBMISSION", SUBMISSION),
    mails: of("MESSAGE", MESSAGE),
    scores: of("SCORE", SCORE),
    decisions: of("DECISION", DECISION),
    answers: of("ANSWER", ANSWER),
    outcomes: of("OUTCOME", OUTCOME),
    clocks: of("CLOCK", CLOCK),
    breaches: of("BREACH", BREACH),
    moves: of("MOVE", MOVE),
    isCut: parts.some(({ isCut }) => isCut),
  };
};

const readAtMost = (table: DynamoTable, pk: string, where: string, sk: string) =>
  readUpTo(table, mostEngagementsRead, `pk = :pk AND ${where}`, { ":pk": pk, ":sk": sk });
