import type { Agreement } from "../../lambdas/contract/agreement.ts";
import { stackNameOf } from "../../lambdas/contract/deployed-environment.ts";
import type { AwsAccount, MailAccount, MailIdentity } from "./aws-account.ts";
import { advice, type Check, type Finding, fault, ok } from "./finding.ts";

export interface Asked {
  readonly aws: AwsAccount;
  readonly account: string;
  readonly region: string;
  readonly environment: string;
  readonly agreement: Agreement;
  /** Whether a service has this address. */
  readonly isThere: (host: string) => Promise<boolean>;
}

/** What would make the deployment or its mails fail, and which values suit the account. It only reads. */
export const accountChecks = (asked: Asked): Check[] => [
  { about: "The region's services", permission: "nothing but a name server", look: () => regionFindings(asked) },
  { about: "The CDK's bootstrap", permission: "ssm:GetParameter", look: () => bootstrapFindings(asked) },
  { about: "The stack", permission: "cloudformation:DescribeStacks", look: () => stackFindings(asked) },
  {
    about: "Who hears of alarms",
    permission: "cloudformation:DescribeStackResources and sns:ListSubscriptionsByTopic",
    look: () => alarmFindings(asked),
  },
  { about: "The mail service", permission: "ses:GetAccount", look: () => mailFindings(asked) },
  {
    about: "Sender and recipients",
    permission: "ses:GetAccount and ses:ListEmailIdentities",
    look: () => identityFindings(asked),
  },
  { about: "Lambda's concurrency", permission: "lambda:GetAccountSettings", look: () => concurrencyFindings(asked) },
  { about: "Step Functions' quotas", permission: quotaPermission, look: () => journeyFindings(asked) },
  { about: "API Gateway's quotas", permission: quotaPermission, look: () => apiFindings(asked) },
];

const quotaPermission = "servicequotas:ListServiceQuotas and ListAWSDefaultServiceQuotas";

/** First part of the address of each service that the template has resources of, by the first part of their types. */
export const endpointOf: Readonly<Record<string, string>> = {
  "AWS::ApiGatewayV2": "apigateway",
  "AWS::CloudFormation": "cloudformation",
  "AWS::CloudWatch": "monitoring",
  "AWS::Cognito": "cognito-idp",
  "AWS::DynamoDB": "dynamodb",
  "AWS::Events": "events",
  "AWS::KMS": "kms",
  "AWS::Lambda": "lambda",
  "AWS::Logs": "logs",
  "AWS::S3": "s3",
  "AWS::SES": "email",
  "AWS::SNS": "sns",
  "AWS::SQS": "sqs",
  "AWS::Scheduler": "scheduler",
  "AWS::StepFunctions": "states",
};

const regionFindings = async ({ region, isThere }: Asked): Promise<Finding[]> => {
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const names = Object.values(endpointOf);
  const there = await Promise.all(names.map((name) => isThere(`${name}.${region}.${suffix}`)));
  const missing = names.filter((_, i) => there[i] !== true);
  return missing.length === 0
    ? [ok(`${region} has all services that the template needs.`)]
    : [
        fault(
          `${region} has no ${missing.join(", ")} (no such address, or none was found from here): deploy to another region, or look at the name server.`,
        ),
      ];
};

const bootstrapParameter = "/cdk-bootstrap/hnb659fds/version";
/** The least that the CDK's own deployments ask for. */
const leastBootstrap = 6;

const bootstrapFindings = async ({ aws, account, region }: Asked): Promise<Finding[]> => {
  const remedy = `run npx cdk bootstrap aws://${account}/${region}`;
  const version = await aws.parameter(bootstrapParameter);
  if (version === undefined) return [fault(`The CDK has not been bootstrapped here: ${remedy}.`)];
  return Number(version) < leastBootstrap
    ? [fault(`The CDK's bootstrap is version ${version}, and ${leastBootstrap} is needed: ${remedy}.`)]
    : [ok(`The CDK is bootstrapped, version ${version}.`)];
};

const stackFindings = async ({ aws, environment }: Asked): Promise<Finding[]> => {
  const name = stackNameOf(environment);
  const status = await aws.stackStatus(name);
  if (status === undefined) return [ok(`The stack ${name} is not there yet: cdk deploy makes it.`)];
  if (status.endsWith("_IN_PROGRESS")) return [fault(`The stack ${name} is ${status}: wait until that is over.`)];
  if (status === "ROLLBACK_COMPLETE" || status === "ROLLBACK_FAILED" || status === "CREATE_FAILED")
    return [
      fault(`The stack ${name} is ${status}, and was never complete: delete it (npx cdk destroy), then deploy again.`),
    ];
  if (status.endsWith("_FAILED"))
    return [
      fault(
        `The stack ${name} is ${status}: aws cloudformation continue-update-rollback --stack-name ${name} comes first.`,
      ),
    ];
  return [ok(`The stack ${name} is ${status}.`)];
};

const alarmFindings = async ({ aws, environment }: Asked): Promise<Finding[]> => {
  const name = stackNameOf(environment);
  if ((await aws.stackStatus(name)) === undefined)
    return [advice("Give -c alarmEmail=ADDRESS to the deploy: without it nobody hears of alarms.")];
  const topics = await aws.topicsOf(name);
  const subscriptions = (await Promise.all(topics.map((topic) => aws.subscriptionsTo(topic)))).flat();
  if (subscriptions.length === 0)
    return [advice("Nobody hears of alarms: deploy with -c alarmEmail=ADDRESS, or subscribe to the alarms' topic.")];
  return subscriptions.map(({ to, isConfirmed }) =>
    isConfirmed
      ? ok(`${to} hears of alarms.`)
      : advice(
          `${to} has not confirmed the subscription to the alarms: follow the link in the mail of AWS Notifications.`,
        ),
  );
};

/** Hand-off, reminders and questions of an MQL, and content to the leads behind it that do not become one. */
const mailsPerMql = 10;
const workingDaysPerWeek = 5;

const mailFindings = async ({ aws, agreement, region }: Asked): Promise<Finding[]> => {
  const { isSending, enforcement, hasProductionAccess, most } = await aws.mailAccount();
  const { qualifiedPerWeek } = agreement.terms.sla.marketing;
  const needed = Math.ceil((qualifiedPerWeek * mailsPerMql) / workingDaysPerWeek);
  const isEnough = most.perDay === -1 || most.perDay >= needed;
  const quota = `${most.perDay === -1 ? "any number of" : most.perDay} mails a day, ${most.perSecond} a second`;
  return [
    ...sendingFault({ isSending, enforcement }),
    ...(hasProductionAccess
      ? []
      : [
          advice(
            `SES is in the sandbox in ${region}: leads get no mail. Ask for production access before real leads come; for a trial verify the team's addresses.`,
          ),
        ]),
    isEnough
      ? ok(`SES takes ${quota}; ${qualifiedPerWeek} MQLs a week make about ${needed} mails a day.`)
      : advice(
          `SES takes ${quota}, and ${qualifiedPerWeek} promised MQLs a week make about ${needed} mails a day: ask for a higher sending quota.`,
        ),
  ];
};

const sendingFault = ({ isSending, enforcement }: Pick<MailAccount, "isSending" | "enforcement">): Finding[] => {
  if (!isSending || enforcement === "SHUTDOWN")
    return [
      fault("SES does not send for this account (paused): see the reason in its console, and answer AWS's case."),
    ];
  return enforcement === "HEALTHY"
    ? []
    : [advice(`SES reviews this account (${enforcement}): see docs/runbook.md#sending-reputation.`)];
};

/** In the sandbox each recipient must be verified, too. */
const identityFindings = async ({ aws, agreement }: Asked): Promise<Finding[]> => {
  const [{ hasProductionAccess }, identities] = await Promise.all([aws.mailAccount(), aws.mailIdentities()]);
  const { company, team } = agreement.terms;
  const sender = company.sender.email;
  const colleagues = [...team.reps, ...team.managers, team.director, team.marketing].map(({ email }) => email);
  const unverified = hasProductionAccess
    ? []
    : [...new Set(colleagues)].filter((email) => !isVerified(email, identities));
  return [
    isVerified(sender, identities)
      ? ok(`SES may send as ${sender}.`)
      : fault(
          `SES may not send as ${sender}, the agreement's sender: verify its domain (aws sesv2 create-email-identity --email-identity ${domainOf(sender)}, then the DKIM records), or the address.`,
        ),
    ...(unverified.length === 0
      ? []
      : [
          fault(
            `In the sandbox SES refuses mail to ${unverified.join(", ")}: verify them or their domain, or get production access.`,
          ),
        ]),
  ];
};

const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

/** By the address itself, its domain, or a domain above that. */
const isVerified = (email: string, identities: readonly MailIdentity[]): boolean => {
  const labels = domainOf(email).split(".");
  const names = new Set([email.toLowerCase(), ...labels.map((_, from) => labels.slice(from).join("."))]);
  return identities.some((identity) => identity.isVerified && names.has(identity.name));
};

/** AWS keeps these for functions without a reservation, and refuses a deployment that would take of them. */
const keptUnreserved = 100;
/** Forms at the API's full rate, a quarter of a second each. */
const usefulReservation = 50;
/** Queues, stream, journeys and the API together, at their busiest. */
const comfortable = 200;

const concurrencyFindings = async ({ aws }: Asked): Promise<Finding[]> => {
  const { limit, unreserved } = await aws.concurrency();
  const free = Math.max(0, unreserved - keptUnreserved);
  const reservation = Math.min(usefulReservation, free);
  return [
    reservation > 0
      ? advice(
          `Lambda may run ${limit} at once, ${unreserved} of them not reserved: -c captureConcurrency=${reservation} keeps some for forms alone, whatever else happens.`,
        )
      : ok(
          `Lambda may run ${limit} at once, ${unreserved} of them not reserved: nothing can be reserved, so leave out -c captureConcurrency.`,
        ),
    ...(limit < comfortable
      ? [
          advice(
            `${limit} at once is little: under load functions are throttled, and leads wait. Ask for 1000 (aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000).`,
          ),
        ]
      : []),
  ];
};

const startQuota = "StartExecution throttle token refill rate per second";
const bucketQuota = "StartExecution throttle token bucket size";
/** Five wake-ups side by side, each some twenty starts a second. */
const neededStarts = 100;

const journeyFindings = async ({ aws }: Asked): Promise<Finding[]> => {
  const quotas = await aws.quotas("states");
  const [rate, bucket] = [quotas.get(startQuota), quotas.get(bucketQuota)];
  const open = [...quotas].find(([name]) => /\bopen\b.*\bexecutions\b/i.test(name) && !/\bmap\b/i.test(name))?.[1];
  const most = open === undefined ? "" : `; ${open} journeys may be open at once, one a lead`;
  if (rate === undefined)
    return [{ level: "unknown", says: `Service Quotas has no "${startQuota}" of Step Functions here.` }];
  const says = `Step Functions starts ${rate} journeys a second, ${bucket ?? "an unknown number"} in a burst${most}`;
  return [
    rate >= neededStarts
      ? ok(`${says}.`)
      : advice(`${says}: a queue makes more of them wait. Ask for ${neededStarts} if crowds of leads come at once.`),
  ];
};

const apiQuota = /^throttle rate$/i;
/** The rate that the template gives the API's stage. */
export const apiRate = 200;

const apiFindings = async ({ aws }: Asked): Promise<Finding[]> => {
  const rate = [...(await aws.quotas("apigateway"))].find(([name]) => apiQuota.test(name))?.[1];
  if (rate === undefined)
    return [{ level: "unknown", says: `Service Quotas has no "Throttle rate" of API Gateway here.` }];
  return [
    rate >= apiRate
      ? ok(`API Gateway takes ${rate} requests a second in this account; this API, at most ${apiRate} of them.`)
      : advice(
          `API Gateway takes ${rate} requests a second in this account, and this API alone may have ${apiRate}: ask for more.`,
        ),
  ];
};
