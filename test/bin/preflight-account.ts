import { type Clients, clientsFor } from "../../bin/preflight/aws-account.ts";

/** What an account answers, by the command's name: as AWS does, with whatever it says besides. */
export type Answers = Readonly<Record<string, object | ((input: Readonly<Record<string, unknown>>) => object)>>;

/** An error as the SDK throws it. */
export const awsError = (name: string, message = "User: arn:aws:iam::123456789012:user/ci is not allowed"): Error =>
  Object.assign(new Error(message), { name, $fault: "client", $metadata: { httpStatusCode: 400 } });

const quota = (QuotaName: string, Value: number) => ({ ServiceCode: "any", QuotaCode: "L-1", QuotaName, Value });

/** A grown account in which production runs. */
export const grownAccount: Answers = {
  getCallerIdentity: { Account: "123456789012", Arn: "arn:aws:iam::123456789012:user/ops", UserId: "AIDA1" },
  getParameter: {
    Parameter: { Name: "/cdk-bootstrap/hnb659fds/version", Type: "String", Value: "30", Version: 1 },
  },
  describeStacks: {
    Stacks: [{ StackName: "Smarketing", StackStatus: "UPDATE_COMPLETE", CreationTime: new Date(0) }],
  },
  describeStackResources: {
    StackResources: [
      { ResourceType: "AWS::SQS::Queue", LogicalResourceId: "Queue", PhysicalResourceId: "https://sqs/queue" },
      {
        ResourceType: "AWS::SNS::Topic",
        LogicalResourceId: "Alarms1",
        PhysicalResourceId: "arn:aws:sns:eu-west-1:1:Alarms",
      },
    ],
  },
  listSubscriptionsByTopic: {
    Subscriptions: [
      {
        Endpoint: "ops@anaquel.example",
        Protocol: "email",
        Owner: "123456789012",
        SubscriptionArn: "arn:aws:sns:eu-west-1:1:Alarms:0001",
      },
    ],
  },
  getAccount: {
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: "HEALTHY",
    SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 12 },
  },
  listEmailIdentities: ({ NextToken }) =>
    NextToken === undefined
      ? {
          EmailIdentities: [{ IdentityName: "other.example", IdentityType: "DOMAIN", SendingEnabled: true }],
          NextToken: "2",
        }
      : { EmailIdentities: [{ IdentityName: "Anaquel.example", IdentityType: "DOMAIN", SendingEnabled: true }] },
  getAccountSettings: {
    AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000, TotalCodeSize: 80530636800 },
    AccountUsage: { FunctionCount: 60 },
  },
  listAWSDefaultServiceQuotas: ({ ServiceCode }) => ({
    Quotas:
      ServiceCode === "states"
        ? [
            quota("StartExecution throttle token bucket size", 800),
            quota("StartExecution throttle token refill rate per second", 150),
            quota("Open executions", 1_000_000),
            quota("Open map runs", 1000),
          ]
        : [quota("Throttle rate", 10_000), quota("Throttle burst rate", 5000)],
  }),
  listServiceQuotas: ({ ServiceCode }) => ({
    Quotas: ServiceCode === "states" ? [quota("StartExecution throttle token refill rate per second", 300)] : [],
  }),
};

/** A new account: nothing is made ready. */
export const newAccount: Answers = {
  ...grownAccount,
  getParameter: () => {
    throw awsError("ParameterNotFound", "");
  },
  describeStacks: () => {
    throw awsError("ValidationError", "Stack with id Smarketing does not exist");
  },
  getAccount: {
    ProductionAccessEnabled: false,
    SendingEnabled: true,
    EnforcementStatus: "HEALTHY",
    SendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 0 },
  },
  listEmailIdentities: { EmailIdentities: [] },
  getAccountSettings: { AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 } },
};

/** The SDK's own clients, which are answered instead of sending: no network is touched. */
export const answeredBy =
  (answers: Answers, asked: string[] = []) =>
  (region = "eu-west-1"): Clients => {
    const clients = clientsFor(region);
    const answer = (name: string, input: object): object => {
      const command = name.replace(/Command$/, "").replace(/^./, (first) => first.toLowerCase());
      asked.push(command);
      const known = answers[command];
      if (known === undefined) throw new Error(`nobody has recorded what ${command} is answered with`);
      return typeof known === "function" ? known({ ...input }) : known;
    };
    const send = async (command: object) =>
      answer(command.constructor.name, "input" in command ? Object(command.input) : {});
    for (const client of Object.values(clients)) Object.assign(client, { send });
    return clients;
  };
