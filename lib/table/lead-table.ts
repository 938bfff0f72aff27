import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import { tableIndexes } from "../../lambdas/contract/table.ts";
import { Deployment } from "../house/deployment.ts";
import { tableAlarms } from "./table-alarms.ts";

/** The one table for everything that is known of a lead; its stream is the only source of domain events. */
export class LeadTable extends Table {
  constructor(scope: Construct, id: string) {
    const { disposable, removalPolicy } = Deployment.of(scope);
    super(scope, id, {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: "expiresAt",
      deletionProtection: !disposable,
      removalPolicy,
    });
    this.addSweepIndexes();
    this.addBoardIndexes();
    tableAlarms(this);
  }

  private addSweepIndexes(): void {
    this.addGlobalSecondaryIndex({
      indexName: tableIndexes.byStage,
      partitionKey: { name: "stagePartition", type: AttributeType.STRING },
      sortKey: { name: "nextDueAt", type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ["leadId", "cycle", "stage", "ownerId"],
    });
    this.addGlobalSecondaryIndex({
      indexName: tableIndexes.byOwner,
      partitionKey: { name: "ownerPartition", type: AttributeType.STRING },
      sortKey: { name: "nextDueAt", type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ["leadId", "cycle", "stage"],
    });
  }

  /** A lead's card is in the index itself: a page of a column reads no lead. */
  private addBoardIndexes(): void {
    const index = (indexName: string, partitionKey: string, sortKey: string, nonKeyAttributes: string[]) =>
      this.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partitionKey, type: AttributeType.STRING },
        sortKey: { name: sortKey, type: AttributeType.STRING },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes,
      });
    index(tableIndexes.board, "columnPartition", "columnAt", ["card", "needsAttention", "createdAt"]);
    index(tableIndexes.ownerBoard, "ownerColumn", "columnAt", ["card", "needsAttention"]);
    index(tableIndexes.search, "searchPartition", "searchKey", ["leadId"]);
    index(tableIndexes.attention, "attentionPartition", "attentionAt", ["leadId"]);
  }
}

/** Permission to query this one index; CDK's own grants would open all of them. */
export const queryIndex = (table: ITable, index: string): PolicyStatement =>
  new PolicyStatement({ actions: ["dynamodb:Query"], resources: [`${table.tableArn}/index/${index}`] });

/** What a function may do with items. A transaction needs the action of each of its parts. */
export type TableAction =
  | "dynamodb:GetItem"
  | "dynamodb:Query"
  | "dynamodb:PutItem"
  | "dynamodb:UpdateItem"
  | "dynamodb:DeleteItem"
  | "dynamodb:ConditionCheckItem";

/** Permission to do this with the table itself; CDK's own grants would open all of its indexes as well. */
export const allowOnTable = (table: ITable, grantee: IGrantable, ...actions: TableAction[]): Grant =>
  Grant.addToPrincipal({ grantee, actions, resourceArns: [table.tableArn] });
