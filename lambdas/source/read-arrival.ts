import * as z from "zod/mini";
import { bindInForce } from "../adapters/agreement-in-force.ts";
import { type Arrival, endReading, noteMailboxes, readArrival, readArrivalBody } from "../adapters/dynamo-arrivals.ts";
import { signingKeys } from "../adapters/dynamo-signing-keys.ts";
import { openTable } from "../adapters/dynamo-table.ts";
import { countOne } from "../adapters/emf-metrics.ts";
import { decryptBy } from "../adapters/kms-cipher.ts";
import { clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { remembering } from "../adapters/remembered-secrets.ts";
import { park } from "../adapters/sqs-queues.ts";
import type { Agreement } from "../contract/agreement.ts";
import { environments } from "../contract/environment.ts";
import { detailSchemas, EnvelopeSchema } from "../contract/events.ts";
import { limits } from "../contract/limits.ts";
import { metricNames } from "../contract/metrics.ts";
import { textOf } from "../domain/source/bodies.ts";
import type { ToolRequest } from "../domain/source/kind.ts";
import { mailboxesIn } from "../domain/source/mailboxes.ts";
import type { UnreadReason } from "../domain/source/unread.ts";
import { eachMessage } from "../queue/each-message.ts";
import { sourceCalled } from "./source-dependencies.ts";
import { nothing, type ReaderDependencies, type Taken, takeIn } from "./take-in.ts";

const BusEventSchema = z.object({ detail: EnvelopeSchema });

/**
 * Reads what a form tool has sent, after it was stored: each message one arrival, in one of its turns. What cannot be read
 * stays and is listed, with the reason; what was read before is not taken in again.
 */
export const readArrivals = (deps: ReaderDependencies, parkMessage: (body: string, reason: string) => Promise<void>) =>
  eachMessage(async (body) => {
    const event = BusEventSchema.safeParse(JSON.parse(body));
    const told = event.success ? detailSchemas.SourceArrived.safeParse(event.data.detail.data) : undefined;
    if (told?.success !== true) return "not the event of an arrival";
    await readOne(deps, told.data.arrivalId, told.data.turn);
    return undefined;
  }, parkMessage);

const readOne = async (deps: ReaderDependencies, arrivalId: string, turn: number): Promise<void> => {
  const arrival = await readArrival(deps.table, arrivalId);
  if (arrival === undefined || arrival.turn !== turn || (arrival.readTurn ?? 0) >= turn) return;
  const taken = await readingOf(deps, arrival);
  await endReading(deps.table, arrival, taken);
  const { sourceId, correlationId } = arrival;
  const { accepted, because } = taken;
  if (because !== undefined) countOne(metricNames.arrivalUnread);
  log.info("A form tool's request was read", {
    code: because === undefined ? "arrival-read" : `arrival-unread-${because}`,
    sourceId,
    arrivalId,
    accepted,
    correlationId,
  });
};

const readingOf = async (deps: ReaderDependencies, arrival: Arrival): Promise<Taken> => {
  const known = sourceCalled(deps.agreement, arrival.sourceId);
  if (known === undefined || known.source.kind !== arrival.kind) return unread("source-gone");
  const body = await readArrivalBody(deps.table, deps.bodies, arrival.arrivalId);
  if (body === undefined) return unread("body-gone");
  const request: ToolRequest = { url: arrival.url, headers: arrival.headers, body };
  const noted = new Set(mailboxesIn(textOf(request)));
  await noteMailboxes(deps.table, arrival, [...noted]);
  const reading = await known.kind.read(request, known.source);
  if (!reading.ok) return unread(reading.because);
  if (reading.arrived.length > limits.arrivedAtOnce) return unread("too-many");
  let sum: Taken = nothing;
  const all = reading.arrived.map((arrived, i) => ({
    arrived,
    of: { arrival, noted, name: `${arrival.arrivalId}.${i}` },
  }));
  for (let from = 0; from < all.length; from += together) {
    const some = all.slice(from, from + together);
    sum = (await Promise.all(some.map(({ arrived, of }) => takeIn(deps, known, arrived, of)))).reduce(added, sum);
  }
  return sum;
};

/** Leads of one request that are taken in at a time: a thousand must be done within the function's time. */
const together = 10;

const unread = (because: UnreadReason): Taken => ({ ...nothing, because });

/** Of several reasons the first is told. */
const added = (one: Taken, other: Taken): Taken => ({
  accepted: one.accepted + other.accepted,
  aside: one.aside + other.aside,
  tests: one.tests + other.tests,
  engagements: one.engagements + other.engagements,
  ...(one.because === undefined
    ? { because: other.because, detail: other.detail }
    : { because: one.because, detail: one.detail }),
});

const dependencies = () => {
  const environment = environmentOf(environments.readArrival);
  const table = openTable(environment.TABLE_NAME);
  const shared = {
    table,
    keyring: signingKeys(table),
    bodies: { client: table.client, bucket: environment.ARRIVALS_BUCKET },
    siteOrigins: environment.SITE_ORIGINS.split(","),
    decrypt: remembering(decryptBy(table.client, environment.KMS_KEY_ARN)),
    toolsOrigin: environment.TOOLS_ORIGIN === "" ? undefined : environment.TOOLS_ORIGIN,
    now: clock,
  };
  const parkMessage = (body: string, reason: string) => park(environment.DEAD_LETTER_QUEUE_URL, body, reason);
  return (agreement: Agreement) => ({ deps: { ...shared, agreement } satisfies ReaderDependencies, parkMessage });
};

export const handler = bindInForce(dependencies, ({ deps, parkMessage }) => readArrivals(deps, parkMessage));
