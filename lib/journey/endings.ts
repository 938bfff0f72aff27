import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Fail, JsonPath, type State, Succeed, Timeout } from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { errorNames } from "../../lambdas/contract/journey.ts";
import { attentionPartition, keys } from "../../lambdas/contract/table.ts";
import { LeadUpdate, numberAt } from "./lead-update.ts";
import { writeRetries } from "./retries.ts";

/** How a journey ends. Ordinary endings succeed; only what we broke fails, and alarms. */
export class Endings extends Construct {
  readonly won = this.ending("Won", "Sales closed the deal");
  readonly lost = this.ending("Lost", "Sales lost the deal");
  readonly dormant = this.ending("Dormant", "The lead stayed silent; its next engagement starts the next cycle");
  readonly disqualified = this.ending("Disqualified", "By the agreement this is no lead for us");
  readonly nextCycle = this.ending("Over: the next cycle goes on", "The execution of the next cycle has the lead");
  readonly erased = this.ending("The lead was erased", "The table does not know it any more");
  readonly movedOn = this.ending("Over: nothing is owed here", "The lead ended, began its next cycle or was erased");
  /** A step said what this definition does not have: a newer one has it, and takes the lead on. Nobody is disturbed. */
  readonly unknown: State;
  /** Leads to `Needs attention`, for errors that retries did not cure; the error is at `$.fault`. */
  readonly flag: State;

  constructor(scope: Construct, id: string, table: ITable) {
    super(scope, id);
    this.flag = this.needsAttention(table);
    this.unknown = this.leftToTheNewest(table);
  }

  private ending(stateName: string, comment: string): Succeed {
    return new Succeed(this, stateName, { stateName, comment });
  }

  /**
   * The lead becomes due now: the sweep of the next minute finds that no execution waits for it, and starts one with the
   * newest definition. (Going back to the first state would come here again, without a pause.) A lead that comes here
   * again and again has a journey whose newest definition does not know the verdict either: then it is flagged.
   */
  private leftToTheNewest(table: ITable): State {
    const { flag } = this;
    const over = this.ending("Over: the newest definition goes on", "The sweep starts the journey again");
    const leave = new LeadUpdate(this, "Leave the lead to the newest definition", {
      comment: "A step said what only a newer definition knows: the lead is due now, for the sweep",
      table,
      item: keys.lead,
      update: {
        UpdateExpression:
          "SET nextDueAt = :now, unknownVerdicts = if_not_exists(unknownVerdicts, :zero) + :one, #version = #version + :one",
        ConditionExpression:
          "attribute_exists(nextDueAt) AND #cycle = :cycle AND (attribute_not_exists(unknownVerdicts) OR unknownVerdicts < :most)",
        ExpressionAttributeNames: { "#version": "version", "#cycle": "cycle" },
        ExpressionAttributeValues: {
          ":now": { S: now },
          ":zero": { N: "0" },
          ":one": { N: "1" },
          ":most": { N: String(mostUnknownVerdicts) },
          ":cycle": { N: numberAt("$.cycle") },
        },
      },
      taskTimeout: Timeout.duration(Duration.seconds(60)),
      resultPath: JsonPath.DISCARD,
    });
    for (const retry of writeRetries) leave.addRetry(retry);
    // It has come here too often; or it has moved on, which the flag's own condition finds.
    leave.addCatch(flag, { errors: [errorNames.all], resultPath: "$.fault" });
    leave.next(over);
    return leave;
  }

  /**
   * The lead is flagged by the state itself, since functions may be what is broken. Only the error's name is kept: its
   * cause may contain personal data. The lead becomes due now, so that the sweep restarts its journey, and enters the
   * index of leads that need attention. A lead that has ended meanwhile, or is in its next cycle, needs nobody.
   */
  private needsAttention(table: ITable): State {
    const fail = new Fail(this, "Needs attention", {
      comment: "A fault of ours: alarms, and is started again from the table",
      error: "NeedsAttention",
      cause: "A step failed for good and the lead is flagged: docs/runbook.md#needs-attention",
    });
    const flag = new LeadUpdate(this, "Flag the lead", {
      comment: "Marks the lead for people",
      table,
      item: keys.lead,
      update: {
        UpdateExpression:
          "SET needsAttention = :flag, attentionPartition = :attention, attentionAt = :now, nextDueAt = :now, #version = #version + :one",
        ConditionExpression: "attribute_exists(nextDueAt) AND #cycle = :cycle",
        ExpressionAttributeNames: { "#version": "version", "#cycle": "cycle" },
        ExpressionAttributeValues: {
          ":flag": { M: faultAsAttributes },
          ":attention": { S: attentionPartition },
          ":now": { S: now },
          ":one": { N: "1" },
          ":cycle": { N: numberAt("$.cycle") },
        },
      },
      taskTimeout: Timeout.duration(Duration.seconds(60)),
      resultPath: JsonPath.DISCARD,
    });
    for (const retry of writeRetries) flag.addRetry(retry);
    flag.addCatch(this.movedOn, { errors: [errorNames.leadMovedOn], resultPath: JsonPath.DISCARD });
    flag.addCatch(fail, { errors: [errorNames.all], resultPath: JsonPath.DISCARD });
    flag.next(fail);
    return flag;
  }
}

/** Restarts take 1, 2, 4 … minutes more each: these are about a quarter of an hour. */
const mostUnknownVerdicts = 5;

const now = JsonPath.stringAt("$$.State.EnteredTime");

const faultAsAttributes = {
  error: { S: JsonPath.stringAt("$.fault.Error") },
  at: { S: now },
};
