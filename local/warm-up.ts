import { setTimeout as pause } from "node:timers/promises";
import type { DynamoTable } from "../lambdas/adapters/dynamo-table.ts";
import { frontDoor } from "../lambdas/smoke/front-door.ts";
import { smokeTest } from "../lambdas/smoke/smoke-test.ts";

/** In seconds: who waits for the start waits no longer for it. */
const patienceSeconds = 60;

/**
 * Sends the smoke test's lead through the whole pipeline, so that the first real one finds every function started: their
 * cold starts, one after the other, are most of what it would wait for. No figure and no page knows of it.
 * @param api the deployed API, without a slash at the end
 * @returns whether every step worked
 */
export const warmUp = async (table: DynamoTable, api: string): Promise<boolean> => {
  const now = () => new Date().toISOString();
  const { ok } = await smokeTest({ table, post: frontDoor(api), now, pause, say: () => {}, patienceSeconds });
  return ok;
};
