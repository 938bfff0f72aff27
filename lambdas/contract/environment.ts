import * as z from "zod/mini";

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

export const environments = {
  none: z.object({}),
  table: z.object(table),
  capture: z.object({ ...table, SITE_ORIGINS: z.string() }),
  takeInEvent: z.object({ ...table, SITE_ORIGINS: z.string(), DEAD_LETTER_QUEUE_URL: z.url() }),
  publish: z.object({ BUS_NAME: z.string(), DEAD_LETTER_QUEUE_URL: z.url() }),
  wake: z.object({ ...table, STATE_MACHINE_ARN: z.string() }),
  sweep: z.object({ ...table, WAKE_QUEUE_URL: z.url(), STATE_MACHINE_ARN: z.string() }),
  waitingLine: z.object({ ...table, WAKE_QUEUE_URL: z.url() }),
  metrics: z.object({ ...table, DEAD_LETTER_QUEUE_URL: z.url() }),
  mailFeedback: z.object({ ...table, DEAD_LETTER_QUEUE_URL: z.url() }),
  mail: z.object({ ...table, ...mail }),
  tellTeams: z.object({ ...table, ...mail, DEAD_LETTER_QUEUE_URL: z.url() }),
} as const;
