import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
  paginateListAWSDefaultServiceQuotas,
  paginateListServiceQuotas,
  ServiceQuotasClient,
} from "@aws-sdk/client-service-quotas";
import { GetAccountCommand, ListEmailIdentitiesCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { ListSubscriptionsByTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

/** What the preflight asks an account. It only reads; errors of the services come through. */
export interface AwsAccount {
  readonly identity: () => Promise<{ readonly account: string; readonly arn: string }>;
  /** `undefined` when there is no such parameter. */
  readonly parameter: (name: string) => Promise<string | undefined>;
  /** `undefined` when there is no such stack. */
  readonly stackStatus: (name: string) => Promise<string | undefined>;
  readonly topicsOf: (stack: string) => Promise<readonly string[]>;
  readonly subscriptionsTo: (topicArn: string) => Promise<readonly Subscription[]>;
  readonly mailAccount: () => Promise<MailAccount>;
  readonly mailIdentities: () => Promise<readonly MailIdentity[]>;
  readonly concurrency: () => Promise<{ readonly limit: number; readonly unreserved: number }>;
  /** Of a service by the quota's name: what applies to the account, else the default. */
  readonly quotas: (service: string) => Promise<ReadonlyMap<string, number>>;
}

export interface Subscription {
  readonly to: string;
  readonly isConfirmed: boolean;
}

export interface MailAccount {
  readonly hasProductionAccess: boolean;
  readonly isSending: boolean;
  /** `HEALTHY`, `PROBATION` or `SHUTDOWN`. */
  readonly enforcement: string;
  /** A day and a second; -1 stands for no limit. */
  readonly most: { readonly perDay: number; readonly perSecond: number };
}

export interface MailIdentity {
  /** An address or a domain. */
  readonly name: string;
  readonly isVerified: boolean;
}

export interface Clients {
  readonly sts: STSClient;
  readonly ssm: SSMClient;
  readonly cloudFormation: CloudFormationClient;
  readonly sns: SNSClient;
  readonly ses: SESv2Client;
  readonly lambda: LambdaClient;
  readonly serviceQuotas: ServiceQuotasClient;
}

/** With the credentials that are set; the region likewise when none is given. */
export const clientsFor = (region: string | undefined): Clients => {
  const at = region === undefined ? {} : { region };
  return {
    sts: new STSClient(at),
    ssm: new SSMClient(at),
    cloudFormation: new CloudFormationClient(at),
    sns: new SNSClient(at),
    ses: new SESv2Client(at),
    lambda: new LambdaClient(at),
    serviceQuotas: new ServiceQuotasClient(at),
  };
};

export const accountBehind = ({ sts, ssm, cloudFormation, sns, ses, lambda, serviceQuotas }: Clients): AwsAccount => ({
  identity: async () => {
    const { Account = "", Arn = "" } = await sts.send(new GetCallerIdentityCommand({}));
    return { account: Account, arn: Arn };
  },
  parameter: (name) =>
    unlessMissing(
      "ParameterNotFound",
      async () => (await ssm.send(new GetParameterCommand({ Name: name }))).Parameter?.Value,
    ),
  stackStatus: (name) =>
    // CloudFormation has no error of its own for it.
    unlessMissing("ValidationError", async () => {
      const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }));
      return stack?.StackStatus;
    }),
  topicsOf: async (stack) => {
    const command = new DescribeStackResourcesCommand({ StackName: stack });
    const { StackResources: resources = [] } = await cloudFormation.send(command);
    return resources.flatMap(({ ResourceType, PhysicalResourceId }) =>
      ResourceType === "AWS::SNS::Topic" && PhysicalResourceId !== undefined ? [PhysicalResourceId] : [],
    );
  },
  subscriptionsTo: async (topicArn) => {
    const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn }));
    return Subscriptions.map(({ Endpoint = "", SubscriptionArn = "" }) => ({
      to: Endpoint,
      isConfirmed: SubscriptionArn.startsWith("arn:"),
    }));
  },
  mailAccount: async () => {
    const account = await ses.send(new GetAccountCommand({}));
    return {
      hasProductionAccess: account.ProductionAccessEnabled === true,
      isSending: account.SendingEnabled === true,
      enforcement: account.EnforcementStatus ?? "HEALTHY",
      most: { perDay: account.SendQuota?.Max24HourSend ?? 0, perSecond: account.SendQuota?.MaxSendRate ?? 0 },
    };
  },
  mailIdentities: async () => {
    const identities: MailIdentity[] = [];
    let next: string | undefined;
    do {
      const page = await ses.send(new ListEmailIdentitiesCommand({ NextToken: next, PageSize: 1000 }));
      for (const { IdentityName, SendingEnabled } of page.EmailIdentities ?? [])
        identities.push({ name: (IdentityName ?? "").toLowerCase(), isVerified: SendingEnabled === true });
      next = page.NextToken;
    } while (next !== undefined);
    return identities;
  },
  concurrency: async () => {
    const { AccountLimit: limit } = await lambda.send(new GetAccountSettingsCommand({}));
    return { limit: limit?.ConcurrentExecutions ?? 0, unreserved: limit?.UnreservedConcurrentExecutions ?? 0 };
  },
  quotas: async (service) => {
    const known = new Map<string, number>();
    const of = { client: serviceQuotas };
    // Those that apply come last and replace the defaults.
    for (const pages of [paginateListAWSDefaultServiceQuotas, paginateListServiceQuotas])
      for await (const { Quotas = [] } of pages(of, { ServiceCode: service }))
        for (const { QuotaName, Value } of Quotas)
          if (QuotaName !== undefined && Value !== undefined) known.set(QuotaName, Value);
    return known;
  },
});

const unlessMissing = async <T>(name: string, look: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
};
