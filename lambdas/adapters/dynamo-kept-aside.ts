import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type AsideKind, AsideKindSchema } from "../contract/agreed-limits.ts";
import type { Agreement } from "../contract/agreement.ts";
import { lifetimes } from "../contract/limits.ts";
import { LanguageSchema } from "../contract/stages.ts";
import { droppable } from "../contract/start-light.ts";
import { keptAsidePartition, keys, tableIndexes } from "../contract/table.ts";
import type { Submission } from "../domain/capture/submission.ts";
import { ConsentSchema, ContactSchema } from "../domain/lead/lead.ts";
import { mailboxHash } from "../domain/nurture/asked-address.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { untilWritten } from "./contention.ts";
import {
  type DynamoTable,
  isNew,
  type Key,
  type NamedWrite,
  put,
  readItem,
  readPage,
  remove,
  toItem,
  transact,
} from "./dynamo-table.ts";
import { epochSeconds } from "./epoch.ts";

const text = () => z.optional(z.string());

/** Every part of a submission: one that is left out here would be lost by a release. */
const submissionShape = () =>
  ({
    email: z.string(),
    language: LanguageSchema,
    languageChosen: z._default(z.boolean(), false),
    timeZone: text(),
    contact: ContactSchema,
    consents: z.array(ConsentSchema),
    declined: z.optional(z.array(ConsentSchema)),
    pageUrl: text(),
    utm: z.object({ source: text(), medium: text(), campaign: text(), term: text(), content: text() }),
    visitorId: text(),
    sourceId: text(),
    origin: text(),
    by: z.optional(z.object({ id: z.string(), way: z.string(), wants: z.optional(z.literal(true)) })),
    importId: text(),
    did: z.optional(z.array(z.object({ kind: z.string(), subject: text(), at: text() }))),
    other: z.array(z.object({ name: z.string(), value: z.string() })),
    cut: z._default(z.int(), 0),
  }) satisfies Record<keyof Submission, z.ZodMiniType>;

/** A form without a lead, as it was sent and parsed, and why it is kept aside. */
const KeptFormSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ...submissionShape(),
    at: z.string(),
    /** Earlier releases kept aside what seemed to be a machine's only, and no more than the signs. */
    kind: z._default(AsideKindSchema, "signs"),
    asideReason: z._default(z.array(z.string()), []),
    /** Of the reference that its sender got. */
    referenceId: text(),
    bodyHash: text(),
    /** Hash of the sender's network. */
    network: text(),
    correlationId: z._default(z.string(), "kept-aside"),
  }),
);
export type KeptForm = z.infer<typeof KeptFormSchema>;

export interface FormToKeep {
  readonly submission: Submission;
  readonly at: string;
  readonly kind: AsideKind;
  readonly signs: readonly string[];
  readonly referenceId: string;
  readonly bodyHash: string;
  readonly network?: string | undefined;
  readonly correlationId: string;
}

/**
 * Keeps a form aside, once for each body; no lead follows from it until a colleague says so.
 * @returns the id of its reference: of the same form sent again, the earlier one
 */
export const keepAside = async (
  table: DynamoTable,
  { submission, signs, ...form }: FormToKeep,
  { terms }: Pick<Agreement, "terms">,
): Promise<string> => {
  const kept = terms.retention?.keptAside ?? lifetimes.keptAside;
  const key = keys.keptAside(mailboxHash(submission.email), form.bodyHash);
  const item = {
    ...key,
    ...submission,
    ...form,
    asideReason: [...signs],
    expiresAt: epochSeconds(form.at, elapsedMillis(kept)),
    attentionPartition: keptAsidePartition(form.kind),
    attentionAt: form.at,
  };
  return untilWritten(async () => {
    const earlier = await readItem(table, key);
    if (earlier !== undefined) return KeptFormSchema.parse(earlier).referenceId ?? form.referenceId;
    return (await transact(table, [put(table, keptAsideWrite, item, isNew)])).done ? form.referenceId : undefined;
  });
};

/** What is kept aside: a form, or a lead whose form was found to be beyond a limit just after it was stored. */
export type AsideKey = Key;

const KeySchema = /* @__PURE__ */ droppable(() => z.object({ pk: z.string(), sk: z.string() }));

/** What came before it is no longer kept, though DynamoDB may take two days to delete it. */
export const keptSince = ({ terms }: Pick<Agreement, "terms">, now: string): string =>
  new Date(Date.parse(now) - elapsedMillis(terms.retention?.keptAside ?? lifetimes.keptAside)).toISOString();

interface Span {
  readonly since: string;
  readonly until: string;
}

/** What is kept aside for one reason, of those that came in this span, the oldest first, at most so many. */
export const readAsideKeys = async (
  table: DynamoTable,
  kind: AsideKind,
  { most, since, until, newestFirst = false }: Span & { readonly most: number; readonly newestFirst?: boolean },
): Promise<AsideKey[]> => {
  const question = { ...ofKind, ScanIndexForward: !newestFirst, Limit: most };
  const items = await readPage(table, question, {
    ":partition": keptAsidePartition(kind),
    ":since": since,
    ":until": until,
  });
  return items.map((item) => KeySchema.parse(item));
};

const ofKind = {
  IndexName: tableIndexes.attention,
  KeyConditionExpression: "attentionPartition = :partition AND attentionAt BETWEEN :since AND :until",
};

/** A flood of more than that is told as so many: counting reads what it counts. */
const mostCounted = 20_000;

/** How many are kept aside for this reason since then. */
export const countAside = async (table: DynamoTable, kind: AsideKind, since: string): Promise<number> => {
  const query = {
    TableName: table.tableName,
    IndexName: tableIndexes.attention,
    KeyConditionExpression: "attentionPartition = :partition AND attentionAt >= :since",
    ExpressionAttributeValues: toItem({ ":partition": keptAsidePartition(kind), ":since": since }),
    Select: "COUNT",
  } as const;
  let counted = 0;
  for await (const { Count: count = 0 } of paginateQuery({ client: table.client }, query)) {
    counted += count;
    if (counted >= mostCounted) break;
  }
  return counted;
};

/** The form under this key; `undefined` when it has been released or dropped, or its time is over. */
export const readKeptForm = async (table: DynamoTable, key: AsideKey, now: string): Promise<KeptForm | undefined> => {
  const item = await readItem(table, key);
  if (item === undefined || Number(item.expiresAt) * 1000 <= Date.parse(now)) return undefined;
  return KeptFormSchema.parse(item);
};

export const keptAsideWrite = "kept aside";

/** Part of a release: of two that release it at once, one does. */
export const takeKeptForm = (table: DynamoTable, key: AsideKey): NamedWrite =>
  remove(table, keptAsideWrite, key, { that: "attribute_exists(pk)" });

/** @returns false when somebody else has released or dropped it */
export const dropKeptForm = (table: DynamoTable, key: AsideKey): Promise<boolean> =>
  untilWritten(async () => (await transact(table, [takeKeptForm(table, key)])).done);
