import { rmSync } from "node:fs";
import { Duration, Validations } from "aws-cdk-lib";
import type { ITable } from "aws-cdk-lib/aws-dynamodb";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { EveryFunctionSchema, environments } from "../../lambdas/contract/environment.ts";
import { allowOnTable } from "../table/lead-table.ts";
import { bundled, type FilesBeside } from "./bundle.ts";
import { Deployment } from "./deployment.ts";

type EnvironmentName = keyof typeof environments;
type SharedVariables = Record<keyof typeof EveryFunctionSchema.shape, string>;
type VariablesOf<E extends EnvironmentName> = Record<keyof (typeof environments)[E]["shape"], string>;

export interface HouseFunctionProps<E extends EnvironmentName> {
  /** Handler file below `lambdas/`, without its ending, e.g. `capture/post-lead`. */
  readonly entry: string;
  /** What it does, in one sentence; shown in the console. */
  readonly description: string;
  /** Exactly the variables of the function's schema in the contract. */
  readonly environment: VariablesOf<E>;
  /** For a function behind a queue, at most a sixth of the visibility timeout. @default 10 seconds */
  readonly timeout?: Duration;
  /** It works by the agreement in force, which it looks up in this table. @default it needs none */
  readonly agreementIn?: ITable | undefined;
  /** Files that the function reads besides the agreement. @default nothing */
  readonly beside?: FilesBeside;
  /** MB; docs/architecture.md has the measurement. @default 512 */
  readonly memorySize?: number;
  /** So many at once are kept for it alone, and it gets no more. @default it shares the account's */
  readonly concurrency?: number;
}

/**
 * The house's one kind of function: LTS Node on arm64, bundled, with its own role, log group and the agreement beside
 * it.
 */
export class HouseFunction<E extends EnvironmentName> extends LambdaFunction {
  constructor(scope: Construct, id: string, props: HouseFunctionProps<E>) {
    const deployment = Deployment.of(scope);
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: deployment.removalPolicy,
    });
    // The managed basic policy may write to every log group of the account; this role writes to one.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);
    const shared: SharedVariables = { ENVIRONMENT: deployment.environment };
    const folder = bundled(props.entry, deployment.agreement, props.beside);
    super(scope, id, {
      code: Code.fromAsset(folder),
      handler: "index.handler",
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize ?? 512,
      timeout: props.timeout ?? Duration.seconds(10),
      reservedConcurrentExecutions: props.concurrency,
      environment: { ...props.environment, ...shared, FUNCTION_ENTRY: props.entry },
      role,
      logGroup,
    });
    if (props.agreementIn !== undefined)
      allowOnTable(props.agreementIn, this, ["agreementInForce", "agreementTerms"], "dynamodb:GetItem");
    // The CDK has copied the folder into its assembly.
    rmSync(folder, { recursive: true });
    Validations.of(this).acknowledge(
      {
        id: "Serverless-LambdaDLQ",
        reason:
          "API, journey, queue and stream keep what fails; what the scheduler invokes has a destination for failures.",
      },
      {
        id: "Serverless-LambdaTracing",
        reason: "X-Ray would need leave on every resource; the correlation id in every log line joins the steps.",
      },
    );
  }
}
