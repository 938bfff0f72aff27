import { randomUUID } from "node:crypto";
import type * as z from "zod/mini";
import {
  beginErasure,
  type Erasure,
  endErasure,
  eraseElsewhere,
  eraseSome,
  readErasures,
} from "../adapters/dynamo-erasure.ts";
import type { LeadTable } from "../adapters/dynamo-table.ts";
import { log } from "../adapters/logger.ts";
import type { actionBodies } from "../contract/board.ts";
import { unfit } from "../domain/board/actions/said.ts";
import { readEmail } from "../domain/capture/email.ts";
import { type Deed, done } from "./actions/lead-action.ts";

/** So many steps are taken within a request, some seconds; of a lead that did very much the sweep erases the rest. */
const mostSteps = 100;

/**
 * A person wants nothing of theirs to be kept. Why is not kept either: it is somebody's words about the person.
 */
export const eraseLead = ({ version, confirm }: z.infer<(typeof actionBodies)["erase"]>): Deed => ({
  action: "erase",
  version,
  gone: erased,
  doneBefore: async () => undefined,
  act: async ({ deps, lead, by, request }) => {
    if (readEmail(confirm) !== lead.email) return unfit([{ field: "confirm", detail: "not the address of this lead" }]);
    const { leadId, createdAt: since } = lead;
    const erasure = { leadId, erasureId: randomUUID(), by, at: deps.now(), since };
    if (!(await beginErasure(deps.table, lead, erasure))) return undefined;
    log.info("A lead is erased", { code: "lead-erased", leadId, correlationId: request.correlationId });
    if (await erasedAll(deps.table, erasure)) await eraseElsewhere(deps.table, erasure);
    return done(leadId, erased);
  },
});

const erased = {
  es: "No queda nada de esta persona: sus datos se han borrado y sus enlaces ya no abren nada.",
  en: "Nothing is left of this person: their data are erased, and their links open nothing any more.",
};

/** @returns false when there is more than can be erased at once */
const erasedAll = async (table: LeadTable, erasure: Erasure): Promise<boolean> => {
  for (let step = 0; step < mostSteps; step++) if (!(await eraseSome(table, erasure))) return true;
  return false;
};

/**
 * No function runs for longer: what it was about to write to the lead when the erasure began has come by then, and is
 * erased too.
 */
const settleMillis = 15 * 60_000;
const mostAtOnce = 25;

/**
 * Finishes the erasures that have begun, wherever they stopped; each of its steps can be repeated. The sweep's.
 * @returns how many are over now
 * @throws when any of them failed, after it has gone on with the others
 */
export const goOnErasing = async (table: LeadTable, now: string): Promise<number> => {
  let [over, failed] = [0, 0];
  for (const erasure of await readErasures(table, mostAtOnce)) {
    try {
      if (await isOver(table, erasure, now)) over++;
    } catch (error) {
      log.error("An erasure could not go on", { code: "erasure-failed", leadId: erasure.leadId }, error);
      failed++;
    }
  }
  if (failed > 0) throw new Error(`erasures that failed: ${failed}`);
  return over;
};

/** Goes on with this one. @returns whether nothing is left to do */
const isOver = async (table: LeadTable, erasure: Erasure, now: string): Promise<boolean> => {
  const isClean = await erasedAll(table, erasure);
  if (!isClean || Date.parse(now) - Date.parse(erasure.at) < settleMillis) return false;
  await eraseElsewhere(table, erasure);
  await endErasure(table, erasure, now);
  return true;
};
