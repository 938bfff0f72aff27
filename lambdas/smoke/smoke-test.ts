import { randomUUID } from "node:crypto";
import { untilWritten } from "../adapters/contention.ts";
import { beginErasure } from "../adapters/dynamo-erasure.ts";
import { readJourney, readLead } from "../adapters/dynamo-leads.ts";
import { readMessage } from "../adapters/dynamo-messages.ts";
import { addSmokeKey, expiredSmokeTests, removeSmokeKey, type SmokeKey } from "../adapters/dynamo-smoke-keys.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { simulatedAddress, smokeRepId } from "../contract/smoke.ts";
import { signatureOf, signedHeaders } from "../domain/http/signature.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { erasedAll } from "../erasure/erase.ts";

/** What the smoke test meets of the pipeline: its front door, and in the table only what belongs to its own lead. */
export interface SmokeDependencies {
  readonly table: DynamoTable;
  readonly post: (path: string, body: string, headers: Readonly<Record<string, string>>) => Promise<Answered>;
  readonly now: () => string;
  readonly pause: (millis: number) => Promise<void>;
  /** How long all its waiting may take together. */
  readonly patienceSeconds: number;
  /** Hears of each step when it is over. */
  readonly say: (step: SmokeStep) => void;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

export interface SmokeStep {
  readonly step: string;
  readonly ok: boolean;
  /** From the beginning of the step. */
  readonly seconds: number;
  /** Why it failed. */
  readonly because?: string;
}

export interface SmokeResult {
  readonly ok: boolean;
  readonly leadId: string;
}

/** A step did not do what it should; the message says what was seen instead. */
class StepFailedError extends Error {
  override readonly name = "StepFailed";
}

/**
 * Sends one lead through a deployed pipeline, as the web site, the rep and the CRM would: form, gate, hand-off mail, answer,
 * outcome; then erases it, whatever came before. Each step waits for what the pipeline did, in the lead's own items.
 */
export const smokeTest = async (deps: SmokeDependencies): Promise<SmokeResult> => {
  const swept = await carriedOut(deps, "What earlier smoke tests left is erased", () => clearUp(deps));
  const key = await addSmokeKey(deps.table, deps.now());
  const worked = await goThrough(deps, key);
  const erased = await carriedOut(deps, "The lead is erased: nothing of it is left", () => erase(deps, key.leadId));
  return { ok: swept && worked && erased, leadId: key.leadId };
};

/** The steps of the lead, in order, up to the first that fails. */
const goThrough = async (deps: SmokeDependencies, key: SmokeKey): Promise<boolean> => {
  const end = Date.parse(deps.now()) + deps.patienceSeconds * 1000;
  const { leadId } = key;
  const seen = (look: (deps: SmokeDependencies, leadId: string) => Promise<boolean>) => () =>
    eventually(deps, leadId, end, look);
  const steps: [string, () => Promise<unknown>][] = [
    ["The form is taken in", () => ask(deps, key, "/leads", form(leadId), 202)],
    ["Stream, bus and journey carry the lead through scores and gate", seen(isQualified)],
    ["The hand-off mail has gone to the smoke test's own rep", seen(isHandOffSent)],
    ["The journey waits for the rep's answer", seen(isAwaited("handed-off"))],
    [
      "The answer is taken in",
      () => ask(deps, key, "/answers", { ...by(leadId), answer: "accept", how: "called" }, 200),
    ],
    ["The journey goes on with the answer, and waits for the outcome", seen(isAwaited("accepted"))],
    ["The outcome is taken in", () => ask(deps, key, "/outcomes", { ...by(leadId), outcome: "won" }, 200)],
  ];
  for (const [step, act] of steps) if (!(await carriedOut(deps, step, act))) return false;
  return true;
};

/** @returns whether it worked */
const carriedOut = async (
  { now, say }: Pick<SmokeDependencies, "now" | "say">,
  step: string,
  act: () => Promise<unknown>,
): Promise<boolean> => {
  const began = Date.parse(now());
  const seconds = () => (Date.parse(now()) - began) / 1000;
  try {
    await act();
    say({ step, ok: true, seconds: seconds() });
    return true;
  } catch (error) {
    say({ step, ok: false, seconds: seconds(), because: sayFault(error) });
    return false;
  }
};

const sayFault = (error: unknown): string => {
  if (error instanceof StepFailedError) return error.message;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
};

const pauseMillis = 500;

/** @throws StepFailed when it is not seen in time: with where the lead is instead */
const eventually = async (
  deps: SmokeDependencies,
  leadId: string,
  end: number,
  isSeen: (deps: SmokeDependencies, leadId: string) => Promise<boolean>,
): Promise<void> => {
  while (!(await isSeen(deps, leadId))) {
    if (Date.parse(deps.now()) > end)
      throw new StepFailedError(
        `not seen when the test had taken ${deps.patienceSeconds} s; ${whereIs(await readLead(deps.table, leadId))}`,
      );
    await deps.pause(pauseMillis);
  }
};

const whereIs = (lead: Lead | undefined): string => {
  if (lead === undefined) return "the lead is not in the table";
  const { leadId, stage, needsAttention } = lead;
  const stopped = needsAttention === undefined ? "" : `, stopped by ${needsAttention.error} at ${needsAttention.at}`;
  return `lead ${leadId} is ${stage}${stopped}`;
};

/** Nothing by which anyone could be known; `utm_source` names it in the submission. */
const form = (leadId: string) => ({
  email: simulatedAddress(leadId),
  name: "Smoke test",
  message: "npm run smoke sent this through the pipeline, and erases it.",
  utm_source: "smoke",
});

const by = (leadId: string) => ({ leadId, by: smokeRepId });

/** A request as another system signs it. @throws StepFailed when the response is another one */
const ask = async (
  { post, now }: SmokeDependencies,
  { leadId, secret }: SmokeKey,
  path: string,
  content: object,
  expected: number,
): Promise<void> => {
  const body = JSON.stringify(content);
  const timestamp = String(Math.floor(Date.parse(now()) / 1000));
  const { status, body: text } = await post(path, body, {
    "content-type": "application/json",
    [signedHeaders.key]: leadId,
    [signedHeaders.timestamp]: timestamp,
    [signedHeaders.signature]: signatureOf(secret, { timestamp, method: "POST", path, body: Buffer.from(body) }),
  });
  if (status !== expected)
    throw new StepFailedError(`POST ${path} answered ${status} instead of ${expected}: ${text.slice(0, 300)}`);
};

const isQualified = async ({ table }: SmokeDependencies, leadId: string): Promise<boolean> =>
  (await readLead(table, leadId))?.qualifiedAt !== undefined;

/** As the pipeline records it, once the mail service has taken the mail. */
const isHandOffSent = async ({ table }: SmokeDependencies, leadId: string): Promise<boolean> => {
  const mail = await readMessage(table, { leadId, cycle: 1, purpose: "hand-off", step: `${smokeRepId}.0` });
  return mail?.status === "sent";
};

/** The lead is in this stage, and its journey waits and has seen everything that came in. */
const isAwaited =
  (stage: Lead["stage"]) =>
  async ({ table }: SmokeDependencies, leadId: string): Promise<boolean> => {
    const [lead, journey] = await Promise.all([readLead(table, leadId), readJourney(table, leadId)]);
    return lead?.stage === stage && journey.taskToken !== undefined && journey.seenSignals === journey.signals;
  };

/**
 * Erases the lead as the board does. The journey may be writing: whoever comes second reads again. What a function that is
 * at work now writes later, the sweep erases.
 * @returns whether there was a lead
 */
const eraseLead = async ({ table, now }: SmokeDependencies, leadId: string): Promise<boolean> => {
  const at = now();
  const erasure = { leadId, erasureId: randomUUID(), by: "smoke", at, since: at };
  const wasThere = await untilWritten(async () => {
    const lead = await readLead(table, leadId);
    if (lead === undefined) return false;
    return (await beginErasure(table, lead, { ...erasure, since: lead.createdAt })) ? true : undefined;
  });
  if (!(await erasedAll(table, erasure))) throw new StepFailedError("it has more items than any smoke test makes");
  return wasThere;
};

/** A form whose response was lost may still become a lead: its key stays, and the next smoke test looks again. */
const erase = async (deps: SmokeDependencies, leadId: string): Promise<void> => {
  if (await eraseLead(deps, leadId)) await removeSmokeKey(deps.table, leadId);
};

/** A smoke test that was stopped could not erase its lead. */
const clearUp = async (deps: SmokeDependencies): Promise<void> => {
  for (const leadId of await expiredSmokeTests(deps.table, deps.now())) {
    await eraseLead(deps, leadId);
    await removeSmokeKey(deps.table, leadId);
  }
};
