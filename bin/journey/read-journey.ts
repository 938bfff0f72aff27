import { type JourneyItem, readJourney, readLead } from "../../lambdas/adapters/dynamo-leads.ts";
import { leadOfAddress } from "../../lambdas/adapters/dynamo-search.ts";
import { readHistory } from "../../lambdas/adapters/dynamo-story.ts";
import type { DynamoTable } from "../../lambdas/adapters/dynamo-table.ts";
import { readVersionMarks } from "../../lambdas/adapters/dynamo-version-marks.ts";
import type { Execution, ReadExecution } from "../../lambdas/adapters/sfn-executions.ts";
import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { executionName } from "../../lambdas/contract/journey.ts";
import { markOf, type VersionMark } from "../../lambdas/domain/agreement/version-mark.ts";
import { parseEmail } from "../../lambdas/domain/capture/email.ts";
import type { History } from "../../lambdas/domain/lead/history.ts";
import { isId, type Lead } from "../../lambdas/domain/lead/lead.ts";
import type { Owner } from "../../lambdas/domain/team/owner.ts";
import { ownerNow } from "../../lambdas/follow-up/owner-of.ts";
import { CommandError, UsageError } from "../frame/errors.ts";

/** Everything that the screen shows of one lead. */
export interface LeadJourney {
  readonly lead: Lead;
  readonly history: History;
  readonly owner: Owner | undefined;
  readonly journey: JourneyItem;
  /** The version of the agreement that was last applied, if it ever was in force. */
  readonly applied: VersionMark | undefined;
  /** Newest first; `undefined` when nobody said which state machine. */
  readonly executions: readonly (Execution | Missing)[] | undefined;
  /** Cycles whose executions were not looked for. */
  readonly cyclesLeftOut: number;
}

/** No execution has this name, which the lead's cycle should have. */
export interface Missing {
  readonly name: string;
  readonly status: undefined;
}

export interface Deployed {
  readonly table: DynamoTable;
  readonly readExecution: ReadExecution | undefined;
}

/** @throws {CommandError} when there is no such lead */
export const readLeadJourney = async (
  { table, readExecution }: Deployed,
  agreement: Agreement,
  asked: string,
  mostExecutions: number,
): Promise<LeadJourney> => {
  const lead = await leadAsked(table, asked);
  const [history, journey, owner, marks] = await Promise.all([
    readHistory(table, lead.leadId),
    readJourney(table, lead.leadId),
    "followUp" in lead ? ownerNow({ table, agreement }, lead) : undefined,
    lead.agreementVersion === undefined ? [] : readVersionMarks(table),
  ]);
  const { agreementVersion, judgedAt } = lead;
  const applied =
    agreementVersion === undefined || judgedAt === undefined ? undefined : markOf(marks, agreementVersion, judgedAt);
  const found = readExecution && (await executionsOf(readExecution, lead, journey, mostExecutions));
  const { executions, cyclesLeftOut = 0 } = found ?? {};
  return { lead, history, journey, owner, applied, executions, cyclesLeftOut };
};

/** By its id, or by its address in any spelling: the address is claimed in the form that capture gives it. */
const leadAsked = async (table: DynamoTable, asked: string): Promise<Lead> => {
  if (!asked.includes("@")) {
    if (!isId(asked)) throw new UsageError(`"${asked}" is neither a lead's id nor an e-mail address.`);
    const lead = await readLead(table, asked);
    if (lead === undefined)
      throw new CommandError(`No lead has the id ${asked}: it was never there, or has been erased.`);
    return lead;
  }
  const email = parseEmail(asked);
  if (email === undefined) throw new UsageError(`"${asked}" is no e-mail address.`);
  const lead = await leadOfAddress(table, email);
  if (lead === undefined)
    throw new CommandError(`No lead has the address ${email}: it never sent a form, or has been erased.`);
  return lead;
};

/** Of each cycle, the newest first: the execution that it began with, and one for each time that it was started again. */
const executionsOf = async (read: ReadExecution, { leadId, cycle }: Lead, journey: JourneyItem, most: number) => {
  const executions: (Execution | Missing)[] = [];
  let at: number = cycle;
  for (; at > 0 && executions.length < most; at--) {
    const known = journey.restartedCycle === at ? journey.restarts : 0;
    const ofCycle: (Execution | Missing)[] = [];
    for (let restarts = 0; ; restarts++) {
      const name = executionName(leadId, at, restarts);
      const execution = await read(name);
      if (execution === undefined && restarts > known) break;
      ofCycle.unshift(execution ?? { name, status: undefined });
    }
    executions.push(...ofCycle);
  }
  return { executions, cyclesLeftOut: at };
};
