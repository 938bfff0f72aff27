import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { TaskStateBase, Timeout } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { limits } from "../../lambdas/contract/limits.ts";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable, allowSigning, type OpenPartition, type TableAction } from "../table/lead-table.ts";
import { allowMail, mailVariables } from "./mail-sending.ts";
import { functionRetries, mailRetries } from "./retries.ts";

export interface JourneyTaskProps {
  readonly table: ITable;
  /** Handler file below `lambdas/`, without its ending. */
  readonly entry: string;
  /** What the function does, in one sentence. */
  readonly does: string;
  /** What it may do with the table, beyond reading items by their key. @default nothing */
  readonly writes?: readonly TableAction[];
  /** Partitions that it touches besides the lead's own. @default none */
  readonly within?: readonly OpenPartition[];
  /** It decides nothing by the agreement. @default false */
  readonly withoutAgreement?: boolean;
}

export interface MailingTaskProps extends JourneyTaskProps {
  /** The base address of links in mails. */
  readonly publicUrl: string;
}

/** The permissions to send a mail once: its claim and what becomes of it, what its links open, and the lead. */
const mailing = [
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:ConditionCheckItem",
] as const satisfies TableAction[];

/** A task's limit leaves room for the function's own and for Lambda to start it. */
const functionLimit = Duration.seconds(limits.stepSeconds);
const taskLimit = Duration.seconds(60);

/** A state in which a function does one step: its result is the input of the next state. */
export class JourneyTask extends TaskStateBase {
  /** The step of the journey that works with the table only. */
  static ofTable(scope: Construct, name: string, props: JourneyTaskProps): JourneyTask {
    const { entry, does } = props;
    const worker = tableFunction(scope, props);
    return new JourneyTask(scope, name, worker, `${does} (lambdas/${entry}.ts)`).retriedFor(functionRetries);
  }

  /** The step of the journey that sends mail. */
  static ofMail(
    scope: Construct,
    name: string,
    { table, entry, does, publicUrl, writes = [], within = [] }: MailingTaskProps,
  ): JourneyTask {
    const environment = { TABLE_NAME: table.tableName, ...mailVariables(scope, publicUrl) };
    const worker = new HouseFunction<"mail">(scope, idOf(entry), {
      entry,
      agreementIn: table,
      description: does,
      environment,
      timeout: functionLimit,
    });
    allowOnTable(table, worker, ["lead", "reference", ...within], "dynamodb:GetItem", ...mailing, ...writes);
    allowSigning(table, worker);
    allowMail(worker);
    return new JourneyTask(scope, name, worker, `${does} (lambdas/${entry}.ts)`).retriedFor(mailRetries);
  }

  protected readonly taskMetrics = undefined;
  protected readonly taskPolicies: PolicyStatement[];
  private readonly functionArn: string;

  private constructor(scope: Construct, name: string, worker: IFunction, comment: string) {
    super(scope, name, { taskTimeout: Timeout.duration(taskLimit), stateName: name, comment });
    this.functionArn = worker.functionArn;
    this.taskPolicies = [new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [this.functionArn] })];
  }

  protected _renderTask(): { Resource: string } {
    return { Resource: this.functionArn };
  }

  private retriedFor(retries: typeof functionRetries): this {
    for (const retry of retries) this.addRetry(retry);
    return this;
  }
}

/** The function of a step that works with the table only. */
export const tableFunction = (
  scope: Construct,
  { table, entry, does, writes = [], within = [], withoutAgreement = false }: JourneyTaskProps,
): IFunction => {
  const environment = { TABLE_NAME: table.tableName };
  const worker = new HouseFunction<"table">(scope, idOf(entry), {
    entry,
    agreementIn: withoutAgreement ? undefined : table,
    description: does,
    environment,
    timeout: functionLimit,
  });
  allowOnTable(table, worker, ["lead", ...within], "dynamodb:GetItem", ...writes);
  return worker;
};

/** `score/score-fit` -> `ScoreFit`. */
const idOf = (entry: string): string =>
  (entry.split("/").at(-1) ?? entry).replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
