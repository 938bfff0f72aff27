import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { type EventPattern, type IEventBus, Match } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { eventSource, notifyingEvents, toldStages } from "../../lambdas/contract/events.ts";
import { allowSending } from "../house/allow-sending.ts";
import { HouseFunction } from "../house/function.ts";
import { Hop } from "../house/hop.ts";
import { allowMail, mailVariables } from "../journey/mail-sending.ts";
import { allowOnTable, allowSigning } from "../table/lead-table.ts";

export interface NotifyTeamsProps {
  readonly table: ITable;
  readonly bus: IEventBus;
  /** The base address of links in mails. */
  readonly publicUrl: string;
}

/** Feedback in both directions: marketing is notified of rejections, both teams of wins and of a full team. */
export class NotifyTeams extends Construct {
  constructor(scope: Construct, id: string, { table, bus, publicUrl }: NotifyTeamsProps) {
    super(scope, id);
    const hop = new Hop(this, "FromBus", {
      bus,
      pattern: somebodyIsTold(),
      loss: "Marketing does not hear why sales rejects leads, and nobody hears of wins.",
      // One mail a day says that sales is full, however many leads start to wait.
      concurrency: 2,
    });
    const notify = new HouseFunction<"notifyTeams">(this, "Notify", {
      entry: "outcome/notify-teams",
      agreementIn: table,
      description:
        "Tells marketing what sales turned down, both teams of wins and a full sales team, and a person what becomes of their form and where their data is",
      environment: {
        TABLE_NAME: table.tableName,
        ...mailVariables(this, publicUrl),
        DEAD_LETTER_QUEUE_URL: hop.deadLetters.queueUrl,
      },
    });
    // The puts are for claims, familiarity sums that may have to be rebuilt, and addresses that the mail service refuses.
    allowOnTable(
      table,
      notify,
      ["lead", "rep", "reference", "waiting", "suppression", "limit", "sweep"],
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:ConditionCheckItem",
    );
    allowOnTable(table, notify, ["proposals"], "dynamodb:GetItem", "dynamodb:Query");
    allowSigning(table, notify);
    allowMail(notify);
    allowSending(hop.deadLetters, notify);
    hop.leadsTo(notify);
  }
}

/** Only changes of stage say `to`. */
const somebodyIsTold = (): EventPattern => ({
  source: [eventSource],
  detailType: [...notifyingEvents],
  detail: { data: { to: [...Match.doesNotExist(), ...toldStages] } },
});
