import * as z from "zod/mini";
import { readCompiled } from "../adapters/dynamo-agreement-in-force.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { readWalk, storeWalk } from "../adapters/dynamo-walks.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { park, sendLater, sendPaced } from "../adapters/sqs-queues.ts";
import { environments } from "../contract/environment.ts";
import { detailSchemas, EnvelopeSchema } from "../contract/events.ts";
import { asked } from "../domain/agreement/walk/walk.ts";
import { eachMessage } from "../queue/each-message.ts";
import { goOnTrying } from "./try-past.ts";
import { goOnWalking, type WalkDependencies } from "./walk.ts";

export interface WorkDependencies extends WalkDependencies {
  /** Sends to this function's own queue, to come in so many seconds. */
  readonly sendLater: (body: string, seconds: number) => Promise<void>;
}

/** From the bus, or from this function to itself: the version of this number may hold by now. */
const MessageSchema = z.union([z.object({ detail: EnvelopeSchema }), z.object({ beginsWalk: z.int() })]);

/** Goes on with what a change of the agreement brings about: each message one turn. */
export const workOnAgreement = (deps: WorkDependencies, parkMessage: (body: string, reason: string) => Promise<void>) =>
  eachMessage(async (body) => {
    const message = MessageSchema.safeParse(JSON.parse(body)).data;
    if (message === undefined) return "no message of the agreement";
    if ("beginsWalk" in message) return beginWalking(deps, message.beginsWalk);
    const { type, data } = message.detail;
    if (type === "TrialDue") {
      const { proposalId, turn } = detailSchemas.TrialDue.parse(data);
      return goOn(goOnTrying(deps, proposalId, turn));
    }
    if (type !== "WalkDue") return "not an event of the agreement";
    const { number, turn } = detailSchemas.WalkDue.parse(data);
    return turn === 0 ? beginWalking(deps, number) : goOn(goOnWalking(deps, number, turn));
  }, parkMessage);

const goOn = async (going: Promise<void>): Promise<undefined> => {
  await going;
  return undefined;
};

/** SQS keeps a message back for so long at most. */
const longestSeconds = 900;

/** Begins the walk in the second in which its version holds. One whose message was lost is begun by the sweep. */
const beginWalking = async ({ table, now, sendLater: send }: WorkDependencies, number: number): Promise<undefined> => {
  const walk = await readWalk(table, number);
  if (walk?.dueAt === undefined || walk.turn > 0) return undefined;
  const seconds = Math.ceil((Date.parse(walk.dueAt) - Date.parse(now())) / 1000);
  if (seconds > 0) await send(JSON.stringify({ beginsWalk: number }), Math.min(seconds, longestSeconds));
  else await storeWalk(table, walk, asked(walk, now()));
  return undefined;
};

/** Immutable, so those that were read once are kept for as long as the process lives; a walk needs two of them. */
const remembered = (table: DynamoTable): WalkDependencies["terms"] => {
  const known = new Map<string, ReturnType<typeof readCompiled>>();
  return async (termsId) => {
    const terms = known.get(termsId) ?? readCompiled(table, termsId);
    known.set(termsId, terms);
    terms.catch(() => known.delete(termsId));
    return terms;
  };
};

export const handler = bindAtStart(() => {
  const { TABLE_NAME, WAKE_QUEUE_URL, QUEUE_URL, DEAD_LETTER_QUEUE_URL } = environmentOf(environments.agreementWork);
  const table = openTable(TABLE_NAME);
  const terms = remembered(table);
  return workOnAgreement(
    {
      table,
      now: clock,
      terms,
      sendPaced: (bodies) => sendPaced(WAKE_QUEUE_URL, bodies),
      sendLater: (body, seconds) => sendLater(QUEUE_URL, body, seconds),
    },
    (body, reason) => park(DEAD_LETTER_QUEUE_URL, body, reason),
  );
});
