import * as z from "zod/mini";
import { DeployedEnvironmentSchema } from "./deployed-environment.ts";

/** What `lib/house/function.ts` gives to every function; where no function runs (tests, the twin) it is not set. */
export const EveryFunctionSchema = z.object({
  ENVIRONMENT: z.optional(DeployedEnvironmentSchema),
});

/**
 * One schema a function's environment: `lib/` must give exactly these variables (a missing one does not compile) and
 * the handler parses the same schema when it starts.
 */
const table = { TABLE_NAME: z.string() };
const mail = {
  SENDER: z.string(),
  /** Name of the SES configuration set that publishes what comes back. */
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.url(),
};

/** A dead-letter queue as the board shows it. */
export const DeadLetterQueueSchema = z.object({
  /** The part of the pipeline that it belongs to, such as `Capture`. */
  name: z.string(),
  url: z.url(),
  /** What the customer loses while a message is in it. */
  loss: z.string(),
  /** Anchor of its section in docs/runbook.md. */
  runbook: z.string(),
});

export const environments = {
  none: z.object({}),
  table: z.object(table),
  capture: z.object({ ...table, SITE_ORIGINS: z.string() }),
  busIntake: z.object({ ...table, SITE_ORIGINS: z.string(), DEAD_LETTER_QUEUE_URL: z.url() }),
  publish: z.object({ BUS_NAME: z.string(), DEAD_LETTER_QUEUE_URL: z.url() }),
  wake: z.object({ ...table, STATE_MACHINE_ARN: z.string() }),
  keepOutside: z.object({ OUTSIDE_TABLE_NAME: z.string(), DEAD_LETTER_QUEUE_URL: z.url() }),
  sweep: z.object({ ...table, OUTSIDE_TABLE_NAME: z.string(), WAKE_QUEUE_URL: z.url(), STATE_MACHINE_ARN: z.string() }),
  waitingLine: z.object({ ...table, WAKE_QUEUE_URL: z.url() }),
  metrics: z.object({ ...table, DEAD_LETTER_QUEUE_URL: z.url() }),
  mailFeedback: z.object({ ...table, DEAD_LETTER_QUEUE_URL: z.url() }),
  mail: z.object({ ...table, ...mail }),
  notifyTeams: z.object({ ...table, ...mail, DEAD_LETTER_QUEUE_URL: z.url() }),
  canary: z.object({ ...table, PUBLIC_URL: z.url() }),
  meeting: z.object({ ...table, ...mail }),
  /** `DEAD_LETTER_QUEUES`: JSON, a list of `DeadLetterQueueSchema`. */
  board: z.object({ ...table, DEAD_LETTER_QUEUES: z.string() }),
  site: z.object({}),
  session: z.object({ USER_POOL_ID: z.string(), USER_POOL_CLIENT_ID: z.string(), PUBLIC_URL: z.url() }),
} as const;
