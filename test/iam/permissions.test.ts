/**
 * The roles of the template, judged both ways by what the functions were seen to do (`recorded-calls.json`) and by what
 * their code can do: nothing is refused that is asked for, and nothing is allowed that nobody asks for.
 */
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { keys, partitions } from "../../lambdas/contract/table.ts";
import { allStates, DefinitionSchema } from "../../local/twin/definition.ts";
import { shippedTemplate } from "../infrastructure/synthesise.ts";
import { codeCalls, partitionNames, partitionOfKey } from "./code-calls.ts";
import { byCdk, type Exception, neverReached, notSeen, ofEarlierCode, retired } from "./exceptions.ts";
import { type AccessRequest, isAllowed, isLike, listOf, type Statement, StatementSchema } from "./policy.ts";
import { readRecorded } from "./recording.ts";
import { requestsOf } from "./requests.ts";
import { type DeployedFunction, DeployedStack, type Role } from "./stack-roles.ts";

const leadingKeys = "dynamodb:LeadingKeys";
const stack = new DeployedStack(shippedTemplate());
const functions = stack.functions();
const recorded = await readRecorded();
const code = codeCalls();

const codeOf = ({ entry }: DeployedFunction) => code.get(entry) ?? { actions: new Set(), partitions: new Set() };

/** What the functions were seen to ask for. */
const seenOf = (each: DeployedFunction): AccessRequest[] =>
  (recorded[each.entry] ?? []).flatMap((call) => requestsOf(call, each.environment));

const MappingSchema = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  DestinationConfig: z.optional(z.object({ OnFailure: z.object({ Destination: z.string() }) })),
});
const InvokeConfigSchema = z.object({
  FunctionName: z.string(),
  DestinationConfig: z.optional(z.object({ OnFailure: z.object({ Destination: z.string() }) })),
});

const plain = (action: string, resource: string): AccessRequest => ({ action, resource, context: {} });

/** What Lambda asks for in the name of the function: its log, its queue or stream, and where failures go. */
const lambdasOf = ({ id, logs }: DeployedFunction): AccessRequest[] => {
  const mappings = stack
    .all("AWS::Lambda::EventSourceMapping", MappingSchema)
    .filter(({ FunctionName }) => FunctionName === id);
  const failures = [...mappings, ...stack.all("AWS::Lambda::EventInvokeConfig", InvokeConfigSchema)]
    .filter(({ FunctionName }) => FunctionName === id)
    .flatMap(({ DestinationConfig }) => (DestinationConfig === undefined ? [] : [DestinationConfig.OnFailure]));
  return [
    ...["logs:CreateLogStream", "logs:PutLogEvents"].map((action) => plain(action, logs)),
    ...mappings.flatMap(({ EventSourceArn: source }) =>
      (source.includes(":sqs:") ? queueReader : streamReader).map((action) => plain(action, source)),
    ),
    ...failures.map(({ Destination }) => plain("sqs:SendMessage", Destination)),
  ];
};
const queueReader = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
/** Lambda checks all four on the stream when the mapping is made. */
const streamReader = [
  "dynamodb:DescribeStream",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:ListStreams",
];

const refused = (role: Role, asked: readonly AccessRequest[]): string[] =>
  asked.filter((request) => !isAllowed(role.statements, request)).map(said);
const said = ({ action, resource, context }: AccessRequest): string =>
  [action, resource, ...Object.values(context).flat()].join(" ");

/** Each action, index and partition of the role's statements that none of these asks for. */
const unused = ({ statements }: Role, asked: readonly AccessRequest[]): string[] =>
  statements
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap((statement) => {
      const served = asked.filter((request) => isAllowed([statement], request));
      return [
        ...listOf(statement.Action).filter((action) => !served.some((request) => isSame(request.action, action))),
        ...resourcesIn(statement, served.length === 0).filter(
          (pattern) =>
            !served.some(({ resource }) => isLike(`${pattern.startsWith("index/") ? "*/" : ""}${pattern}`, resource)),
        ),
        ...partitionsIn(statement).filter(
          (pattern) => !served.some(({ context }) => context[leadingKeys]?.some((key) => isLike(pattern, key))),
        ),
      ];
    });
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const partitionsIn = ({ Condition = {} }: Statement): readonly string[] =>
  listOf(Condition["ForAllValues:StringLike"]?.[leadingKeys] ?? []);
/** Of a statement that nobody uses its actions say enough, unless it is about an index. */
const resourcesIn = ({ Resource = [] }: Statement, isIdle: boolean): string[] =>
  listOf(Resource)
    .map((arn) => arn.replace(/^.*:table\/\w+\/index/, "index"))
    .filter((arn) => !isIdle || arn.startsWith("index/"));

/** Such a statement says nothing about what may be done with other items. */
const isOfSecrets = (statement: Statement): boolean =>
  partitionsIn(statement).some((pattern) => secrets.some((kind) => pattern === partitions[kind]));
const secrets = ["signingKey", "apiKey", "smokeKey", "sourceSecret"] as const;

const exceptedFor = (exceptions: readonly Exception[], entry: string): string[] =>
  exceptions.flatMap(({ of, what }) => (of.includes(entry) ? what : [])).sort();
const eachOnce = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

describe.each(functions.map((each) => ({ ...each })))("$entry", (each) => {
  it("may do whatever it was seen to do, and what Lambda does for it", () => {
    expect(refused(each.role, [...seenOf(each), ...lambdasOf(each)])).toEqual([]);
  });

  it("may do whatever its code can, but what it never gets to", () => {
    const allowed = each.role.statements;
    const actions = [...codeOf(each).actions].filter(
      (action) => !allowed.some((statement) => listOf(statement.Action).includes(action) && !isOfSecrets(statement)),
    );
    const kinds = [...codeOf(each).partitions].filter(
      (kind) => !allowed.some((statement) => partitionsIn(statement).includes(partitions[kind])),
    );
    expect(eachOnce([...actions, ...kinds])).toEqual(exceptedFor(neverReached, each.entry));
  });

  it("may do nothing else", () => {
    const idle = eachOnce(unused(each.role, [...seenOf(each), ...lambdasOf(each)]));
    const isInCode = (what: string): boolean =>
      codeOf(each).actions.has(what) ||
      what.startsWith("index/") ||
      partitionNames.some((kind) => partitions[kind] === what && codeOf(each).partitions.has(kind));
    expect(idle.filter((what) => !isInCode(what))).toEqual(exceptedFor([...byCdk, ...ofEarlierCode], each.entry));
    expect(idle.filter(isInCode)).toEqual(exceptedFor(notSeen, each.entry));
  });

  it("was seen to do only what its code can", () => {
    const seen = (recorded[each.entry] ?? []).map((call) => call.split(" ")[0] ?? "");
    expect(seen.filter((action) => !codeOf(each).actions.has(action))).toEqual([]);
  });
});

it("every exception is of a function that there is", () => {
  const entries = functions.map(({ entry }) => entry);
  const named = [...neverReached, ...notSeen, ...ofEarlierCode, ...byCdk].flatMap(({ of }) => of);
  expect([...named, ...Object.keys(recorded)].filter((entry) => !entries.includes(entry))).toEqual([]);
});

describe("what is secret", () => {
  const leadTable = stack.arnOf(
    functions.find(({ entry }) => entry === "journey/read-lead")?.environment.TABLE_NAME ?? "",
  );

  it("is read only by those who sign, open links, or check a signature of another system", () => {
    const who = (kind: keyof typeof partitions) =>
      functions
        .filter(({ role }) => role.statements.some((statement) => partitionsIn(statement).includes(partitions[kind])))
        .map(({ entry }) => entry)
        .sort();
    expect(who("apiKey")).toEqual([
      "follow-up/post-answer",
      "metrics/get-sla",
      "outcome/post-outcome",
      "team/post-team",
    ]);
    const opens = (purpose: string) =>
      functions
        .filter(({ role, environment: { KMS_KEY_ARN: resource = "" } }) =>
          isAllowed(role.statements, {
            action: "kms:Decrypt",
            resource,
            context: { "kms:EncryptionContext:purpose": [purpose] },
          }),
        )
        .map(({ entry }) => entry)
        .sort();
    expect(opens("api-key")).toEqual(who("apiKey"));
    expect(who("sourceSecret")).toEqual(["source/post-source", "source/read-arrival"]);
    expect(opens("source")).toEqual(who("sourceSecret"));
    expect(opens("another")).toEqual([]);
    expect(who("smokeKey")).toEqual([...who("apiKey"), "capture/post-lead"].sort());
    expect(who("signingKey")).toEqual(
      [...code]
        .filter(([, { partitions: kinds }]) => kinds.has("signingKey"))
        .map(([entry]) => entry)
        .sort(),
    );
  });

  it("is in no partition that a permission of others could mean", () => {
    for (const [name, build] of Object.entries(keys))
      expect([name, Object.values(partitions).filter((pattern) => isLike(pattern, partitionOfKey(build)))]).toEqual([
        name,
        [expect.any(String)],
      ]);
  });

  it("is in no statement about the table that names no partition", () => {
    const open = functions.flatMap(({ entry, role }) =>
      role.statements
        .filter(({ Resource = [] }) => listOf(Resource).some((arn) => arn === leadTable))
        .filter(
          ({ Condition = {} }) =>
            Condition.Null?.[leadingKeys] !== "false" || Condition["ForAllValues:StringLike"] === undefined,
        )
        .map(() => entry),
    );
    expect(open).toEqual([]);
  });
});

const ArnSchema = z.object({ Arn: z.string() });

describe("services that act for us", () => {
  const CallSchema = z.looseObject({
    Resource: z.string(),
    Parameters: z.optional(
      z.looseObject({
        TableName: z.string(),
        Key: z.looseObject({ pk: z.looseObject({ "S.$": z.string() }) }),
      }),
    ),
  });

  /** What a state calls: a function, or the table by the service's own integration. */
  const requestOf = (state: unknown): AccessRequest => {
    const { Resource: resource, Parameters: parameters } = CallSchema.parse(state);
    if (parameters === undefined) return plain("lambda:InvokeFunction", resource);
    const [, action = ""] = /^arn:aws:states:::aws-sdk:dynamodb:(\w+)/.exec(resource) ?? [];
    const [, partition = ""] = /'([^'{]+)\{\}'/.exec(parameters.Key.pk["S.$"]) ?? [];
    const context = { [leadingKeys]: [`${partition}1`] };
    return { action: `dynamodb:${action}`, resource: stack.arnOf(parameters.TableName), context };
  };

  const machines = stack.all(
    "AWS::StepFunctions::StateMachine",
    z.object({ RoleArn: z.string(), DefinitionString: z.string() }),
  );

  it.each(machines)(
    "the state machine may do what its states do, and nothing else",
    ({ RoleArn, DefinitionString }) => {
      const role = stack.role(RoleArn);
      const asked = allStates(DefinitionSchema.parse(JSON.parse(DefinitionString)))
        .filter(([, { Type }]) => Type === "Task")
        .map(([, state]) => requestOf(state));
      const older = functions.filter(({ entry }) => retired.includes(entry)).map(({ arn }) => arn);
      asked.push(...older.map((arn) => plain("lambda:InvokeFunction", arn)));
      expect(asked.length).toBeGreaterThan(10);
      expect({ refused: refused(role, asked), unused: unused(role, asked) }).toEqual({ refused: [], unused: [] });
      const [write] = asked.filter(
        ({ action }) => action === "dynamodb:UpdateItem" || action === "dynamodb:updateItem",
      );
      if (write === undefined) throw new Error("no state writes to the table");
      const others = [keys.signingKey("k").pk, keys.rep("ana").pk, "LEADS#1"].map((partition) => ({
        [leadingKeys]: [partition],
      }));
      for (const context of [...others, {}])
        expect([context, isAllowed(role.statements, { ...write, context })]).toEqual([context, false]);
    },
  );

  const TargetSchema = z.object({ Arn: z.string(), RoleArn: z.string(), DeadLetterConfig: ArnSchema });
  const schedules = stack.all("AWS::Scheduler::Schedule", z.object({ Target: TargetSchema }));

  it.each(schedules)("the schedule $id may call its function and keep what it could not deliver", ({ Target }) => {
    const role = stack.role(Target.RoleArn);
    const asked = [plain("lambda:InvokeFunction", Target.Arn), plain("sqs:SendMessage", Target.DeadLetterConfig.Arn)];
    expect({ refused: refused(role, asked), unused: unused(role, asked) }).toEqual({ refused: [], unused: [] });
  });

  const rules = stack.all(
    "AWS::Events::Rule",
    z.object({ Targets: z.array(z.object({ Arn: z.string(), DeadLetterConfig: ArnSchema })) }),
  );
  const queuePolicies = stack.all(
    "AWS::SQS::QueuePolicy",
    z.object({ PolicyDocument: z.object({ Statement: z.array(StatementSchema) }) }),
  );
  const forEvents = queuePolicies
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Principal }) =>
      ['{"Service":"events.amazonaws.com"}', '{"AWS":"*"}'].includes(JSON.stringify(Principal)),
    );

  it.each(rules)("the rule $id, and no other, may send to its queue and to its dead letters", ({ id, Targets }) => {
    const sends = (resource: string, rule: string) =>
      isAllowed(forEvents, {
        action: "sqs:SendMessage",
        resource,
        context: { "aws:SourceArn": [rule], "aws:SecureTransport": ["true"] },
      });
    for (const { Arn, DeadLetterConfig } of Targets)
      for (const queue of [Arn, DeadLetterConfig.Arn])
        expect([sends(queue, stack.arnOf(id)), sends(queue, `${stack.arnOf(id)}x`)]).toEqual([true, false]);
  });

  it("no role is left that is none of theirs", () => {
    const known = [
      ...functions.map(({ role }) => role.id),
      ...machines.map(({ RoleArn }) => stack.role(RoleArn).id),
      ...schedules.map(({ Target }) => stack.role(Target.RoleArn).id),
    ];
    expect(stack.roles().filter(({ id, statements }) => !known.includes(id) && statements.length > 0)).toEqual([]);
  });
});

it("every role is far below what an inline policy may have", () => {
  const mostCharacters = 10_240;
  for (const { id, statements } of stack.roles())
    expect([id, JSON.stringify(statements).length < mostCharacters / 2]).toEqual([id, true]);
});
