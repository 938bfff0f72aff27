import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { lifetimes } from "../contract/limits.ts";
import { droppable } from "../contract/start-light.ts";
import { keys } from "../contract/table.ts";
import type { HttpResponse } from "../domain/http/http.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { type DynamoTable, isNew, type NamedWrite, put, readItem, transact } from "./dynamo-table.ts";

const IdempotencySchema = /* @__PURE__ */ droppable(() =>
  z.object({
    statusCode: z.int(),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
    until: z.string(),
  }),
);

/** Identifies a request: its signature covers all of it. */
export interface SignedBy {
  readonly keyId: string;
  readonly signature: string;
}

const keyOf = ({ keyId, signature }: SignedBy) => keys.idempotency(`SIGNED#${keyId}#${signature}`);

/** The stored response to the request with this signature; `undefined` for a new one. */
export const readStoredResponse = async (
  table: DynamoTable,
  signed: SignedBy,
  now: string,
): Promise<HttpResponse | undefined> => {
  const item = await readItem(table, keyOf(signed));
  if (item === undefined) return undefined;
  const { until, ...response } = IdempotencySchema.parse(item);
  return now < until ? response : undefined;
};

/** Stores the response. @returns the one that counts: of two at the same time, the first. */
export const storeResponse = async (
  table: DynamoTable,
  signed: SignedBy,
  { statusCode, headers, body }: HttpResponse,
  now: string,
): Promise<HttpResponse> => {
  const until = Date.parse(now) + elapsedMillis(lifetimes.signedResponse);
  const item = { ...keyOf(signed), statusCode, headers, body, until: new Date(until).toISOString() };
  const kept = put(table, "given", { ...item, expiresAt: Math.ceil(until / 1000) }, isNew);
  const { done } = await transact(table, [kept]);
  const response = { statusCode, headers, body };
  return done ? response : ((await readStoredResponse(table, signed, now)) ?? response);
};

/** A user's action, as its sender named it. */
export interface NamedAction {
  readonly user: string;
  /** The request's `Idempotency-Key`. */
  readonly key: string;
  /** What is asked for: the same key for something else is a mistake of the sender. */
  readonly asks: string;
}

const MarkSchema = /* @__PURE__ */ droppable(() =>
  z.object({ asks: z.string(), until: z.string(), gave: z.optional(z.string()) }),
);

/** The user's key bounds neither its size nor its characters for us: its hash does. */
const markKeyOf = ({ user, key }: NamedAction) => keys.idempotency(`ACTION#${hashOf(JSON.stringify([user, key]))}`);

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Whether the user's action of this name has been carried out, or (`other`) one that asked for something else. */
export const readActionMark = async (
  table: DynamoTable,
  action: NamedAction,
  now: string,
): Promise<"done" | "other" | undefined> => {
  const item = await readItem(table, markKeyOf(action));
  if (item === undefined) return undefined;
  const { asks, until } = MarkSchema.parse(item);
  if (now >= until) return undefined;
  return asks === hashOf(action.asks) ? "done" : "other";
};

/** The id of what the user's action of this name has made; `other` and `undefined` as above. */
export const readMade = async (
  table: DynamoTable,
  action: NamedAction,
  now: string,
): Promise<{ readonly id: string } | "other" | undefined> => {
  const item = await readItem(table, markKeyOf(action));
  if (item === undefined) return undefined;
  const { asks, until, gave } = MarkSchema.parse(item);
  if (now >= until) return undefined;
  return asks === hashOf(action.asks) && gave !== undefined ? { id: gave } : "other";
};

/**
 * Belongs into the action's own transaction: then the mark is there if and only if the action was carried out.
 * @param gave the id of what it makes, where its response names it
 */
export const actionMark = (table: DynamoTable, action: NamedAction, now: string, gave?: string): NamedWrite => {
  const until = Date.parse(now) + elapsedMillis(lifetimes.idempotencyKey);
  return put(
    table,
    "mark",
    {
      ...markKeyOf(action),
      asks: hashOf(action.asks),
      ...(gave !== undefined && { gave }),
      until: new Date(until).toISOString(),
      expiresAt: Math.ceil(until / 1000),
    },
    { that: "attribute_not_exists(pk) OR #until <= :now", names: { "#until": "until" }, values: { ":now": now } },
  );
};
