/** The template as AWS sees it once it is deployed: every reference is a name or an ARN, every role has its statements. */
import * as z from "zod/mini";
import { type Statement, StatementSchema } from "./policy.ts";

const ResourceSchema = z.object({ Type: z.string(), Properties: z._default(z.record(z.string(), z.unknown()), {}) });
const TemplateSchema = z.object({ Resources: z.record(z.string(), ResourceSchema) });

const [region, account] = ["us-east-1", "000000000000"];
const pseudo: Readonly<Record<string, string>> = {
  "AWS::Partition": "aws",
  "AWS::Region": region,
  "AWS::AccountId": account,
  "AWS::URLSuffix": "amazonaws.com",
  "AWS::StackName": "Smarketing",
};

/** An ARN by the type of the resource. */
const arns: Readonly<Record<string, (id: string) => string>> = {
  "AWS::S3::Bucket": (id) => `arn:aws:s3:::${id}`,
  "AWS::DynamoDB::Table": (id) => arn("dynamodb", `table/${id}`),
  "AWS::SQS::Queue": (id) => arn("sqs", id),
  "AWS::Lambda::Function": (id) => arn("lambda", `function:${id}`),
  "AWS::Logs::LogGroup": (id) => arn("logs", `log-group:${id}:*`),
  "AWS::Events::EventBus": (id) => arn("events", `event-bus/${id}`),
  "AWS::Events::Rule": (id) => arn("events", `rule/${id}`),
  "AWS::Cognito::UserPool": (id) => arn("cognito-idp", `userpool/${id}`),
  "AWS::StepFunctions::StateMachine": (id) => arn("states", `stateMachine:${id}`),
  "AWS::KMS::Key": (id) => arn("kms", `key/${id}`),
  "AWS::SES::ConfigurationSet": (id) => arn("ses", `configuration-set/${id}`),
};
const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;

/** What a reference to it says, where that is not its name. */
const references: Readonly<Record<string, (id: string) => string>> = {
  "AWS::SQS::Queue": (id) => `https://sqs.${region}.amazonaws.com/${account}/${id}`,
  "AWS::StepFunctions::StateMachine": (id) => arn("states", `stateMachine:${id}`),
};

export interface Role {
  readonly id: string;
  readonly statements: readonly Statement[];
}

export interface DeployedFunction {
  readonly id: string;
  /** Handler file below `lambdas/`, without its ending. */
  readonly entry: string;
  readonly arn: string;
  readonly role: Role;
  readonly environment: Readonly<Record<string, string>>;
  /** Its own log group, as a permission names it. */
  readonly logs: string;
}

export class DeployedStack {
  private readonly resources: z.infer<typeof TemplateSchema>["Resources"];

  constructor(template: unknown) {
    this.resources = TemplateSchema.parse(template).Resources;
  }

  /** Ids and properties, references resolved. */
  all<T>(type: string, schema: z.ZodMiniType<T>): (T & { readonly id: string })[] {
    return Object.entries(this.resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, { Properties }]) => ({ ...schema.parse(this.resolved(Properties)), id }));
  }

  functions(): DeployedFunction[] {
    return this.all("AWS::Lambda::Function", FunctionSchema).map(({ id, Role, Environment, LoggingConfig }) => ({
      id,
      arn: this.arnOf(id),
      entry: Environment.Variables.FUNCTION_ENTRY ?? "",
      role: this.role(Role),
      environment: Environment.Variables,
      logs: this.arnOf(LoggingConfig.LogGroup),
    }));
  }

  roles(): Role[] {
    return this.all("AWS::IAM::Role", z.looseObject({})).map(({ id }) => this.role(id));
  }

  /** By its id, or by a reference to its ARN. */
  role(reference: string): Role {
    const id = reference.replace(/^.*:/, "");
    const statements = this.all("AWS::IAM::Policy", PolicySchema)
      .filter(({ Roles }) => Roles.includes(id))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    return { id, statements };
  }

  /** @throws for a type of resource that no permission was about so far */
  arnOf(id: string): string {
    const { Type } = this.known(id);
    const made = arns[Type]?.(id);
    if (made === undefined) throw new Error(`the ARN of ${Type} is not known here`);
    return made;
  }

  private known(id: string): z.infer<typeof ResourceSchema> {
    const resource = this.resources[id];
    if (resource === undefined) throw new Error(`the template has no resource ${id}`);
    return resource;
  }

  private resolved(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolved(each));
    if (typeof value !== "object" || value === null) return value;
    const [[name, argument] = ["", undefined], ...others] = Object.entries(value);
    if (others.length === 0 && (name === "Ref" || name.startsWith("Fn::"))) return this.intrinsic(name, argument);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.resolved(each)]));
  }

  private intrinsic(name: string, argument: unknown): string | string[] {
    switch (name) {
      case "Ref":
        return this.reference(String(argument));
      case "Fn::GetAtt": {
        const [id = "", attribute = ""] = Array.isArray(argument) ? argument.map(String) : [];
        return this.attribute(id, attribute);
      }
      case "Fn::Join": {
        const [separator, parts] = z.tuple([z.string(), z.array(z.unknown())]).parse(argument);
        return parts.map((part) => String(this.resolved(part))).join(separator);
      }
      case "Fn::Split": {
        const [separator, whole] = z.tuple([z.string(), z.unknown()]).parse(argument);
        return String(this.resolved(whole)).split(separator);
      }
      case "Fn::Select": {
        const [index, list] = z.tuple([z.coerce.number(), z.unknown()]).parse(argument);
        return z.array(z.string()).parse(this.resolved(list)).at(index) ?? "";
      }
      default:
        // What no policy and no variable uses may be anything.
        return `${name} ${JSON.stringify(argument)}`;
    }
  }

  private reference(id: string): string {
    const known = pseudo[id];
    if (known !== undefined) return known;
    if (this.resources[id] === undefined) return id;
    return references[this.known(id).Type]?.(id) ?? id;
  }

  private attribute(id: string, attribute: string): string {
    if (attribute === "StreamArn") return `${this.arnOf(id)}/stream/2026-01-01T00:00:00.000`;
    return attribute === "Arn" && arns[this.known(id).Type] !== undefined ? this.arnOf(id) : `${attribute}:${id}`;
  }
}

const FunctionSchema = z.object({
  Role: z.string(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
  LoggingConfig: z.object({ LogGroup: z.string() }),
});
const PolicySchema = z.object({
  PolicyDocument: z.object({ Statement: z.array(StatementSchema) }),
  Roles: z.array(z.string()),
});
