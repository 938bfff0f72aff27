import * as z from "zod/mini";
import { DeployedEnvironmentSchema } from "./deployed-environment.ts";
import { droppable } from "./start-light.ts";

/** What `lib/house/function.ts` gives to every function; where no function runs (tests, the twin) it is not set. */
export const EveryFunctionSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    ENVIRONMENT: z.optional(DeployedEnvironmentSchema),
  }),
);

const table = () => ({ TABLE_NAME: z.string() });
const mail = () => ({
  SENDER: z.string(),
  /** Name of the SES configuration set that publishes what comes back. */
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.url(),
});

/** A dead-letter queue as the board shows it. */
export const DeadLetterQueueSchema = /* @__PURE__ */ droppable(() =>
  z.object({
    /** The part of the pipeline that it belongs to, such as `Capture`. */
    name: z.string(),
    url: z.url(),
    /** What the customer loses while a message is in it. */
    loss: z.string(),
    /** Anchor of its section in docs/runbook.md. */
    runbook: z.string(),
  }),
);

/**
 * One schema a function's environment: `lib/` must give exactly these variables (a missing one does not compile) and
 * the handler parses the same schema when it starts.
 * Each is made when it is read: a function needs one of them.
 */
export const environments = {
  get none() {
    return z.object({});
  },
  get table() {
    return z.object(table());
  },
  /** Of a route that another system signs: `KMS_KEY_ARN` is the key of KMS that its key's secret is encrypted by. */
  get signed() {
    return z.object({ ...table(), KMS_KEY_ARN: z.string() });
  },
  get boardSources() {
    return z.object({ ...table(), PUBLIC_URL: z.url() });
  },
  get capture() {
    return z.object({ ...table(), SITE_ORIGINS: z.string() });
  },
  /** `KMS_KEY_ARN`: what the secrets of sources are encrypted by; `ARRIVALS_BUCKET`: where large bodies are. */
  get source() {
    return z.object({
      ...table(),
      KMS_KEY_ARN: z.string(),
      ARRIVALS_BUCKET: z.string(),
      PUBLIC_URL: z.url(),
      SITE_ORIGINS: z.string(),
    });
  },
  /** `TOOLS_ORIGIN`: the host that leads are fetched from, instead of the tool's own; empty: the tool's own. */
  get readArrival() {
    return z.object({
      ...table(),
      SITE_ORIGINS: z.string(),
      KMS_KEY_ARN: z.string(),
      ARRIVALS_BUCKET: z.string(),
      TOOLS_ORIGIN: z.string(),
      DEAD_LETTER_QUEUE_URL: z.url(),
    });
  },
  /** `IMPORTS_BUCKET`: where lists are. */
  get importWork() {
    return z.object({ ...table(), IMPORTS_BUCKET: z.string(), DEAD_LETTER_QUEUE_URL: z.url() });
  },
  /** `UPLOADS_ORIGIN`: the address before the bucket's name that browsers upload to, in tests; empty: the bucket's own. */
  get boardImports() {
    return z.object({ ...table(), IMPORTS_BUCKET: z.string(), UPLOADS_ORIGIN: z.string() });
  },
  get agreementWork() {
    return z.object({
      ...table(),
      WAKE_QUEUE_URL: z.url(),
      /** Its own. */
      QUEUE_URL: z.url(),
      DEAD_LETTER_QUEUE_URL: z.url(),
    });
  },
  get busIntake() {
    return z.object({ ...table(), SITE_ORIGINS: z.string(), DEAD_LETTER_QUEUE_URL: z.url() });
  },
  get publish() {
    return z.object({ ...table(), BUS_NAME: z.string(), DEAD_LETTER_QUEUE_URL: z.url() });
  },
  get wake() {
    return z.object({ ...table(), STATE_MACHINE_ARN: z.string() });
  },
  get keepOutside() {
    return z.object({ OUTSIDE_TABLE_NAME: z.string(), DEAD_LETTER_QUEUE_URL: z.url() });
  },
  get sweep() {
    return z.object({
      ...table(),
      OUTSIDE_TABLE_NAME: z.string(),
      WAKE_QUEUE_URL: z.url(),
      STATE_MACHINE_ARN: z.string(),
    });
  },
  get waitingLine() {
    return z.object({ ...table(), WAKE_QUEUE_URL: z.url() });
  },
  get metrics() {
    return z.object({ ...table(), DEAD_LETTER_QUEUE_URL: z.url() });
  },
  get mailFeedback() {
    return z.object({ ...table(), DEAD_LETTER_QUEUE_URL: z.url() });
  },
  get mail() {
    return z.object({ ...table(), ...mail() });
  },
  get notifyTeams() {
    return z.object({ ...table(), ...mail(), DEAD_LETTER_QUEUE_URL: z.url() });
  },
  get canary() {
    return z.object({ ...table(), PUBLIC_URL: z.url() });
  },
  get meeting() {
    return z.object({ ...table(), ...mail() });
  },
  /** `DEAD_LETTER_QUEUES`: JSON, a list of `DeadLetterQueueSchema`. */
  get board() {
    return z.object({ ...table(), DEAD_LETTER_QUEUES: z.string() });
  },
  /** `SIGNING`: whether a signer needs a second factor, or (in a deployment for trying it out) may do without. */
  get room() {
    return z.object({ ...table(), SIGNING: z.enum(["with-factor", "without-factor"]) });
  },
  /** `UPLOADS_ORIGIN`: where the page may upload lists to; empty: to where it comes from. */
  get site() {
    return z.object({ UPLOADS_ORIGIN: z.string() });
  },
  get newPassword() {
    return z.object({ ...table(), ...mail(), USER_POOL_ID: z.string() });
  },
  get session() {
    return z.object({
      ...table(),
      USER_POOL_ID: z.string(),
      USER_POOL_CLIENT_ID: z.string(),
      PUBLIC_URL: z.url(),
      SECOND_FACTOR: z.enum(["required", "optional"]),
    });
  },
} as const;
