import * as z from "zod/mini";
import { bindInForce } from "../adapters/agreement-in-force.ts";
import { readImport, storeImport } from "../adapters/dynamo-imports.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { importFiles } from "../adapters/import-files.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { listStore } from "../adapters/s3-lists.ts";
import { park } from "../adapters/sqs-queues.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { detailSchemas, EnvelopeSchema } from "../contract/events.ts";
import { ended, hasToForget, type Import, isWork, leaseUntil } from "../domain/import/import.ts";
import { eachMessage } from "../queue/each-message.ts";
import { clearRows } from "./clear-rows.ts";
import { forgetRows } from "./forget-rows.ts";
import type { ImportDependencies, Step } from "./import-dependencies.ts";
import { readList } from "./read-list.ts";
import { takeRows } from "./take-rows.ts";
import { tryRows } from "./try-rows.ts";
import { undoRows } from "./undo-rows.ts";

const BusEventSchema = z.object({ detail: EnvelopeSchema });

/** Goes on with imports: each message one turn of one import, at whose end it is asked for the next. */
export const workOnImports = (deps: ImportDependencies, parkMessage: (body: string, reason: string) => Promise<void>) =>
  eachMessage(async (body) => {
    const event = BusEventSchema.safeParse(JSON.parse(body));
    const told = event.success ? detailSchemas.ImportDue.safeParse(event.data.detail.data) : undefined;
    if (told?.success !== true) return "not the event of an import";
    await goOn(deps, told.data.importId, told.data.turn);
    return undefined;
  }, parkMessage);

/** Steps of one message: each takes seconds at most. */
const mostSteps = 20;

/** Of two that go on with the same turn, the lock leaves one: what both have done until then is the same. */
const goOn = async (deps: ImportDependencies, importId: string, turn: number): Promise<void> => {
  let it = await readImport(deps.table, importId);
  for (let step = 0; it !== undefined && it.turn === turn && isWork(it, deps.now()); step++) {
    const isLast = step >= mostSteps;
    const { next, goesOn } = isLast ? { next: { ...it, turn: it.turn + 1 }, goesOn: false } : await stepOf(deps, it);
    const stored = await storeImport(deps.table, it, next);
    const { state, cursor, correlationId } = next;
    if (stored !== undefined && state !== it.state)
      log.info("An import has got on", { code: `import-${state}`, importId, cursor, correlationId });
    // A colleague has decided something meanwhile, which brings a message of its own, or another function was faster.
    it = goesOn ? stored : undefined;
  }
};

const stepOf = async (deps: ImportDependencies, it: Import): Promise<Step> => {
  const files = importFiles(deps.lists, it.importId);
  if (hasToForget(it)) return forgetRows(files, it);
  switch (it.state) {
    case "reading":
      return readList(deps, files, it);
    case "trying":
      return tryRows(deps, files, it);
    case "running":
      return takeRows(deps, files, it);
    case "undoing":
      return undoRows(deps, files, it);
    case "awaiting-file":
    case "unreadable":
    case "mapping":
    case "tried":
    case "paused":
      return { next: ended(it, "stopped", deps.now()), goesOn: true };
    case "done":
    case "stopped":
    case "undone":
      return it.cleared === undefined
        ? { next: { ...it, cleared: 0, dueAt: leaseUntil(deps.now()) }, goesOn: true }
        : clearRows(deps, files, it);
  }
};

const dependencies = () => {
  const { TABLE_NAME, IMPORTS_BUCKET, DEAD_LETTER_QUEUE_URL } = environmentOf(environments.importWork);
  const table = openTable(TABLE_NAME);
  const lists = listStore({ client: table.client, bucket: IMPORTS_BUCKET });
  const parkMessage = (body: string, reason: string) => park(DEAD_LETTER_QUEUE_URL, body, reason);
  return (agreement: Agreement) => ({
    deps: { table, lists, agreement, now: clock } satisfies ImportDependencies,
    parkMessage,
  });
};

export const handler = bindInForce(dependencies, ({ deps, parkMessage }) => workOnImports(deps, parkMessage));
