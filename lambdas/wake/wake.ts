import * as z from "zod/mini";
import { countRestart, forgetToken } from "../adapters/dynamo-journeys.ts";
import { type JourneyItem, readJourney, readLead } from "../adapters/dynamo-leads.ts";
import { type DynamoTable, openTable } from "../adapters/dynamo-table.ts";
import { bindAtStart, clock, environmentOf } from "../adapters/lambda-runtime.ts";
import { log } from "../adapters/logger.ts";
import { type Journeys, journeysOf } from "../adapters/sfn-journeys.ts";
import { environments } from "../contract/environment.ts";
import { executionName, type Stand, standOf } from "../contract/journey.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { leadOfExecution, planWake } from "../domain/wake/plan-wake.ts";
import { mayRestart } from "../domain/wake/restart.ts";

/**
 * A domain event from the bus; the sweep's request to look at a lead, whether or not a signal came in; or what Step
 * Functions says of an execution that has died.
 */
const WakeUpSchema = z.union([
  z.object({ detail: z.object({ correlationId: z.string(), data: z.object({ leadId: z.string() }) }) }),
  z.object({ lookAt: z.string() }),
  z.object({ source: z.literal("aws.states"), detail: z.object({ name: z.string() }) }),
]);
type WakeUp = z.infer<typeof WakeUpSchema>;

const QueueEventSchema = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

export interface WakeDependencies {
  readonly table: DynamoTable;
  readonly journeys: Journeys;
  readonly now: () => string;
}

/** Wakes the journey of each lead with news; a message that fails is retried alone. */
export const wake = (deps: WakeDependencies) => async (event: unknown) => {
  const { Records: records } = QueueEventSchema.parse(event);
  const answers = await Promise.all(records.map((record) => wokenUp(deps, record)));
  return { batchItemFailures: answers.flatMap((failed) => failed ?? []) };
};

const wokenUp = async (deps: WakeDependencies, { messageId, body }: { messageId: string; body: string }) => {
  try {
    const { leadId, inAnyCase } = wishOf(WakeUpSchema.parse(JSON.parse(body)));
    if (leadId !== undefined) await wakeLead(deps, leadId, inAnyCase);
    return undefined;
  } catch (error) {
    log.warn("A wake-up failed and comes again", { code: "wake-failed", messageId }, error);
    return { itemIdentifier: messageId };
  }
};

const wishOf = (message: WakeUp): { readonly leadId: string | undefined; readonly inAnyCase: boolean } => {
  if ("lookAt" in message) return { leadId: message.lookAt, inAnyCase: true };
  if ("source" in message) return { leadId: leadOfExecution(message.detail.name), inAnyCase: true };
  return { leadId: message.detail.data.leadId, inAnyCase: false };
};

/** Ends a wait that has not seen the newest signal, and makes sure that the lead's cycle has a journey. */
const wakeLead = async (deps: WakeDependencies, leadId: string, inAnyCase: boolean): Promise<void> => {
  const [lead, journey] = await Promise.all([readLead(deps.table, leadId), readJourney(deps.table, leadId)]);
  if (lead === undefined || lead.aside !== undefined) return;
  const plan = planWake(journey, lead.cycle, inAnyCase);
  if (plan.next === "leave") return log.info("The journey has seen this", { code: "nothing-new", ...factsOf(lead) });
  if (plan.next === "answer") {
    const stage = standOf(lead, journey.tokenCycle ?? lead.cycle);
    const outcome = await answerWait(deps, lead, plan.taskToken, stage);
    if (outcome === "answered" && plan.ofThisCycle) return;
  }
  if ("nextDueAt" in lead) await startJourney(deps, lead, journey);
};

/**
 * The stage may be older than the newest write, whose own event comes; each step that it leads to looks for itself, and
 * an ended lead begins again in its next cycle only.
 */
const answerWait = async ({ table, journeys }: WakeDependencies, lead: Lead, taskToken: string, stage: Stand) => {
  const outcome = await journeys.answer(taskToken, stage);
  await forgetToken(table, lead.leadId, taskToken);
  log.info("The journey was woken", { code: `wait-${outcome}`, ...factsOf(lead) });
  return outcome;
};

const factsOf = ({ leadId, correlationId }: Lead) => ({ leadId, correlationId });

/** Starting twice is harmless. An open lead whose execution has ended has lost its journey: it gets a new one. */
const startJourney = async (deps: WakeDependencies, lead: Lead, journey: JourneyItem): Promise<void> => {
  const { leadId, cycle } = lead;
  const restarts = journey.restartedCycle === cycle ? journey.restarts : 0;
  const facts = factsOf(lead);
  const started = await deps.journeys.start(executionName(leadId, cycle, restarts), { leadId, cycle });
  if (started === "running") return log.info("The journey runs", { code: "journey-runs", ...facts });
  // The lead may have ended just now: only one that is still open has lost its journey.
  const now = await readLead(deps.table, leadId);
  if (now === undefined || now.cycle !== cycle || !("nextDueAt" in now)) return;
  const at = deps.now();
  if (!mayRestart({ restarts, restartedAt: journey.restartedAt }, at))
    return log.info("The journey died again too soon: it waits for its restart", {
      code: "restart-put-off",
      restarts,
      ...facts,
    });
  if (!(await countRestart(deps.table, leadId, { cycle, restarts: restarts + 1, at }))) return;
  await deps.journeys.start(executionName(leadId, cycle, restarts + 1), { leadId, cycle });
  log.warn("A journey that had died was started again", { code: "journey-restarted", ...facts });
};

export const handler = bindAtStart(() => {
  const { TABLE_NAME, STATE_MACHINE_ARN } = environmentOf(environments.wake);
  return wake({ table: openTable(TABLE_NAME), journeys: journeysOf(STATE_MACHINE_ARN), now: clock });
});
