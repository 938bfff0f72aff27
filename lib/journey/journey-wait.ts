import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { IntegrationPattern, JsonPath, Timeout } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { keys } from "../../lambdas/contract/table.ts";
import { LeadUpdate, numberAt } from "./lead-update.ts";
import { waitRetries } from "./retries.ts";

/**
 * A state that waits until `wake` answers its task token, or until `$.wait.seconds` are over. It stores the token in
 * the lead's journey item, on condition that no signal came in since the journey last looked (docs/adr/0002). A lead
 * that never had one counts as 0: else the journey would look again for ever, without a pause.
 */
export class JourneyWait extends LeadUpdate {
  constructor(scope: Construct, name: string, table: ITable) {
    super(scope, name, {
      stateName: name,
      comment: "Stores the task token in the lead's journey item, and waits",
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      table,
      item: keys.journey,
      update: {
        UpdateExpression: "SET taskToken = :token, tokenCycle = :cycle, seenSignals = :seen",
        ConditionExpression: "signals = :seen OR (attribute_not_exists(signals) AND :seen = :zero)",
        ExpressionAttributeValues: {
          ":token": { S: JsonPath.taskToken },
          ":cycle": { N: numberAt("$.cycle") },
          ":seen": { N: numberAt("$.signals") },
          ":zero": { N: "0" },
        },
      },
      taskTimeout: Timeout.at("$.wait.seconds"),
      // `wake` answers with the stage in which it found the lead.
      resultPath: "$.stage",
    });
    for (const retry of waitRetries) this.addRetry(retry);
  }
}
