import { type Recorded, readFacts, type SalesFactItem } from "../adapters/dynamo-answers.ts";
import { readDecisions } from "../adapters/dynamo-decisions.ts";
import { readLead } from "../adapters/dynamo-leads.ts";
import type { DynamoTable } from "../adapters/dynamo-table.ts";
import type { Lead } from "../domain/lead/lead.ts";
import { colleagueOf } from "../domain/team/owner.ts";
import { notifyOnce } from "../mail/deliver-once.ts";
import type { MailTask } from "../mail/mail-task.ts";
import { rejectedMail, type TurnedDown } from "../views/outcome/rejected-mail.ts";

/** The fields of an event that identify its fact. */
interface MarketingNotice {
  readonly leadId: string;
  readonly cycle: number;
  readonly kind: string;
  readonly corrects?: string | undefined;
}

/** Notifies marketing once of a lead that sales rejected, returned or lost: why, and why it had passed the gate. */
export const notifyMarketing = async (
  task: MailTask,
  of: SalesFactItem["kind"],
  notice: MarketingNotice,
  correlationId: string,
) => {
  const { table, agreement } = task;
  const { leadId, cycle } = notice;
  const [lead, facts] = await Promise.all([readLead(table, leadId), readFacts(table, of, notice)]);
  const fact = facts.findLast(({ kind, corrects }) => kind === notice.kind && corrects === notice.corrects);
  const turnedDown = fact && turnedDownBy(fact, task);
  if (lead === undefined || turnedDown === undefined) return;
  const gateReasons = await reasonsOf(table, { ...lead, cycle });
  await notifyOnce(task, {
    name: { leadId, cycle, purpose: "rejected", step: turnedDown.at },
    grants: [],
    mail: rejectedMail({ lead, fact: turnedDown, gateReasons, agreement }),
    correlationId,
  });
};

const turnedDownBy = (fact: Recorded, { agreement }: MailTask): TurnedDown | undefined => {
  const kind = (["rejected", "recycled", "lost"] as const).find((each) => each === fact.kind);
  if (kind === undefined) return undefined;
  const id = fact.by ?? fact.ownerId;
  return { ...fact, kind, by: colleagueOf(id, agreement)?.name ?? id, corrects: fact.corrects !== undefined };
};

/** Why the lead passed in that cycle: the gate's reasons, or marketing's override. */
const reasonsOf = async (table: DynamoTable, lead: Lead) => {
  const decisions = await readDecisions(table, lead);
  return decisions.findLast(({ of, verdict }) => of === "gate" && verdict === "qualified")?.reasons ?? [];
};
