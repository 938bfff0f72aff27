import * as z from "zod/mini";
import { lifetimes } from "../contract/limits.ts";
import { keys } from "../contract/table.ts";
import type { HttpResponse } from "../domain/http/http.ts";
import { elapsedMillis } from "../domain/working-time/duration.ts";
import { type DynamoTable, isNew, put, readItem, transact } from "./dynamo-table.ts";

const IdempotencySchema = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  until: z.string(),
});

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
