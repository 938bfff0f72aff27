import { CustomResource, Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Construct } from "constructs";
import { idOfTerms } from "../../lambdas/agreement/compile-text.ts";
import { deployedAgreementFile } from "../../lambdas/contract/agreement-explained.ts";
import { Deployment } from "../house/deployment.ts";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable } from "../table/lead-table.ts";

export interface InForceStageProps {
  readonly table: ITable;
}

/** Which agreement is in force: the deployment's step for the one that it brings. */
export class InForceStage extends Construct {
  /** What became of the deployment's agreement, in a sentence. */
  readonly says: string;

  constructor(scope: Construct, id: string, { table }: InForceStageProps) {
    super(scope, id);
    this.says = this.adopt(table);
  }

  private adopt(table: ITable): string {
    const { agreement, agreementText } = Deployment.of(this);
    const worker = new HouseFunction<"table">(this, "Adopt", {
      entry: "in-force/adopt-at-deploy",
      description: "Puts the agreement of a deployment in force, or makes a proposal of it once one is signed",
      environment: { TABLE_NAME: table.tableName },
      beside: { [deployedAgreementFile]: agreementText },
      timeout: Duration.seconds(60),
    });
    allowOnTable(table, worker, ["agreement"], "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem");
    allowOnTable(table, worker, ["proposals"], "dynamodb:Query", "dynamodb:PutItem");
    allowOnTable(
      table,
      worker,
      ["agreementInForce", "agreementTerms"],
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    );
    const adopted = new CustomResource(this, "Adopted", {
      serviceToken: worker.functionArn,
      resourceType: "Custom::Agreement",
      // CloudFormation asks again whenever this changes.
      properties: { Terms: idOfTerms({ agreement, text: agreementText }) },
      serviceTimeout: Duration.minutes(3),
    });
    // Its permissions are a resource of their own, which nothing else waits for.
    if (worker.role !== undefined) adopted.node.addDependency(worker.role);
    return adopted.getAttString("Says");
  }
}
