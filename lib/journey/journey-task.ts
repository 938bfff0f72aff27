import { Duration } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { TaskStateBase, Timeout } from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";
import { HouseFunction } from "../house/function.ts";
import { allowOnTable, type TableAction } from "../table/lead-table.ts";
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
}

export interface MailingTaskProps extends Omit<JourneyTaskProps, "writes"> {
  /** The base address of links in mails. */
  readonly publicUrl: string;
}

/** The permissions to send a mail once: claim, links and keys, marking it sent or releasing the claim, and the lead. */
const mailing = [
  "dynamodb:Query",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
] as const satisfies TableAction[];

/** A task's limit leaves room for the function's own and for Lambda to start it. */
const functionLimit = Duration.seconds(30);
const taskLimit = Duration.seconds(60);

/** A state in which a function does one step: its result is the input of the next state. */
export class JourneyTask extends TaskStateBase {
  /** The step of the journey that works with the table only. */
  static ofTable(scope: Construct, name: string, { table, entry, does, writes = [] }: JourneyTaskProps): JourneyTask {
    const worker = tableFunction(scope, { table, entry, does, writes });
    return new JourneyTask(scope, name, worker, `${does} (lambdas/${entry}.ts)`).retriedFor(functionRetries);
  }

  /** The step of the journey that sends mail. */
  static ofMail(scope: Construct, name: string, { table, entry, does, publicUrl }: MailingTaskProps): JourneyTask {
    const environment = { TABLE_NAME: table.tableName, ...mailVariables(scope, publicUrl) };
    const worker = new HouseFunction<"mail">(scope, idOf(entry), {
      entry,
      description: does,
      environment,
      timeout: functionLimit,
    });
    allowOnTable(table, worker, "dynamodb:GetItem", ...mailing);
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
export const tableFunction = (scope: Construct, { table, entry, does, writes = [] }: JourneyTaskProps): IFunction => {
  const environment = { TABLE_NAME: table.tableName };
  const worker = new HouseFunction<"table">(scope, idOf(entry), {
    entry,
    description: does,
    environment,
    timeout: functionLimit,
  });
  allowOnTable(table, worker, "dynamodb:GetItem", ...writes);
  return worker;
};

/** `score/score-fit` -> `ScoreFit`. */
const idOf = (entry: string): string =>
  (entry.split("/").at(-1) ?? entry).replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
