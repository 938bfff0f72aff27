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
import { type Partition, partitions, tableIndexes } from "../../lambdas/contract/table.ts";
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
  | "dynamodb:BatchGetItem"
  | "dynamodb:Query"
  | "dynamodb:PutItem"
  | "dynamodb:UpdateItem"
  | "dynamodb:DeleteItem"
  | "dynamodb:ConditionCheckItem";

/** What signs and opens is given by `allowSigning` and `allowApiKeys` only. */
export type OpenPartition = Exclude<Partition, "signingKey" | "apiKey" | "smokeKey" | "sourceSecret">;

/**
 * Permission to do this with the items in these partitions of the table itself; CDK's own grants would open all
 * partitions, and all indexes as well.
 */
export const allowOnTable = (
  table: ITable,
  grantee: IGrantable,
  within: readonly OpenPartition[],
  ...actions: TableAction[]
): Grant => allowWithin(table, grantee, within, actions);

/**
 * Permission to sign references and to open them. The put is for the first user of a new table, which makes the first
 * key (docs/adr/0003).
 */
export const allowSigning = (table: ITable, grantee: IGrantable): Grant =>
  allowWithin(table, grantee, ["signingKey"], ["dynamodb:Query", "dynamodb:PutItem"]);

/** Permission to read the key by which another system, or a smoke test, has signed its request. */
export const allowApiKeys = (table: ITable, grantee: IGrantable): void => {
  allowWithin(table, grantee, ["apiKey", "smokeKey"], ["dynamodb:GetItem"]);
  // The put is the release before's, whose functions run for a minute beside the new roles.
  allowWithin(table, grantee, ["keyUse"], ["dynamodb:UpdateItem", "dynamodb:PutItem"]);
};

/** Permission to read the secrets of sources. */
export const allowSourceSecrets = (table: ITable, grantee: IGrantable): Grant =>
  allowWithin(table, grantee, ["sourceSecret"], ["dynamodb:Query"]);

/** Permission to know a smoke test's lead by its signature. */
export const allowSmokeKeys = (table: ITable, grantee: IGrantable): Grant =>
  allowWithin(table, grantee, ["smokeKey"], ["dynamodb:GetItem"]);

/**
 * Each item that is asked for, and each part of a transaction, must lie in one of the partitions. A condition on all
 * values holds when there are none, as in a scan: so there must be one.
 */
const allowWithin = (
  table: ITable,
  grantee: IGrantable,
  within: readonly Partition[],
  actions: readonly TableAction[],
): Grant =>
  Grant.addToPrincipal({
    grantee,
    actions: [...actions],
    resourceArns: [table.tableArn],
    conditions: withinPartitions(within),
  });

/** Holds for requests that name partitions, and these only. */
export const withinPartitions = (within: readonly Partition[]) => ({
  "ForAllValues:StringLike": { [leadingKeys]: within.map((partition) => partitions[partition]).sort() },
  Null: { [leadingKeys]: "false" },
});

/** The partition keys that a request names. */
const leadingKeys = "dynamodb:LeadingKeys";
