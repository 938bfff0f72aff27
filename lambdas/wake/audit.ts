import { openLeadsFrom } from "../adapters/dynamo-board.ts";
import { markWoken } from "../adapters/dynamo-journeys.ts";
import { readJourney, readLead } from "../adapters/dynamo-leads.ts";
import { readCursor, recordOrphan, writeCursor } from "../adapters/dynamo-sweep.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import { readOwner } from "../adapters/dynamo-team.ts";
import { readDueWalks } from "../adapters/dynamo-walks.ts";
import { log } from "../adapters/logger.ts";
import type { IsRunning } from "../adapters/sfn-journeys.ts";
import type { Agreement } from "../contract/agreement.ts";
import { executionName } from "../contract/journey.ts";
import { isSmokeId } from "../contract/smoke.ts";
import { isOpen, type OrphanReason, orphanhood } from "../domain/wake/audit.ts";

export interface AuditDependencies {
  readonly table: DynamoTable;
  readonly agreement: Agreement;
  readonly now: () => string;
  readonly isRunning: IsRunning;
  readonly lookAt: (leadIds: readonly string[]) => Promise<void>;
  /** Adds one to the metric of orphans. */
  readonly count: () => void;
}

/** Leads checked in one run: 10,000 open leads take under two hours. */
const mostAtOnce = 100;
/** Step Functions allows ten sustained `DescribeExecution` calls a second; a run takes some seconds. */
const sideBySide = 10;

/** Walks on through all open leads, by index, and wakes the orphans among them. */
export const audit = async (deps: AuditDependencies, most = mostAtOnce): Promise<void> => {
  const isWalking = (await readDueWalks(deps.table, forEver, 1)).length > 0;
  const { leadIds, next } = await openLeadsFrom(deps.table, await readCursor(deps.table), most);
  let orphans = 0;
  for (let from = 0; from < leadIds.length; from += sideBySide) {
    const found = await Promise.all(
      leadIds.slice(from, from + sideBySide).map((leadId) => isRepaired({ ...deps, isWalking }, leadId)),
    );
    orphans += found.filter(Boolean).length;
  }
  await writeCursor(deps.table, next);
  log.info("The audit has gone on", {
    code: "audit-done",
    looked: leadIds.length,
    orphans,
    atTheEnd: next === undefined,
  });
};

/** Also of walks whose version is to hold later. */
const forEver = "9999-12-31T00:00:00.000Z";

interface Auditing extends AuditDependencies {
  /** A new agreement has come into force: whom it leaves without an owner, or due too late, its walk has woken soon. */
  readonly isWalking: boolean;
}

/** The mark comes last: a sweep that dies before it wakes twice, and records twice, which is harmless. */
const isRepaired = async (deps: Auditing, leadId: string): Promise<boolean> => {
  const before = await orphanReason(deps, leadId);
  if (before === undefined) return false;
  // The journey may have ended or started between reading the lead and checking its execution.
  const reason = await orphanReason(deps, leadId);
  if (reason === undefined) return false;
  const at = deps.now();
  // The canary itself reports a smoke test that was stopped.
  const isForPeople = !isSmokeId(leadId);
  if (isForPeople) await recordOrphan(deps.table, { leadId, at, why: reason });
  await deps.lookAt([leadId]);
  if (reason !== "no-journey") await markWoken(deps.table, leadId, at);
  if (isForPeople) deps.count();
  log.warn("An orphan was found, and is looked at", { code: "orphan-found", leadId, why: reason });
  return true;
};

/** An orphan that a wake-up does not repair is woken again after an hour only: each wake-up lengthens its execution. */
const lookAgainMillis = 3_600_000;

const orphanReason = async (deps: Auditing, leadId: string): Promise<OrphanReason | undefined> => {
  const [lead, journey] = await Promise.all([readLead(deps.table, leadId), readJourney(deps.table, leadId)]);
  if (lead === undefined || !isOpen(lead)) return undefined;
  const restarts = journey.restartedCycle === lead.cycle ? journey.restarts : 0;
  const [isRunning, owner] = await Promise.all([
    deps.isRunning(executionName(leadId, lead.cycle, restarts)),
    "followUp" in lead ? readOwner(deps.table, lead.followUp.ownerId, deps.agreement) : undefined,
  ]);
  const found = { isRunning, owner, restarts, restartedAt: journey.restartedAt };
  const now = deps.now();
  const reason = orphanhood(lead, found, now, deps.agreement);
  const { orphanSeenAt = "" } = journey;
  const wasWoken = orphanSeenAt > new Date(Date.parse(now) - lookAgainMillis).toISOString();
  if (deps.isWalking && reason !== "no-journey") return undefined;
  return wasWoken && reason !== "no-journey" ? undefined : reason;
};
