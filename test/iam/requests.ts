import type { AccessRequest } from "./policy.ts";

const [region, account] = ["us-east-1", "000000000000"];
const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;

/** What IAM is asked for a recorded call (`textOf` in calls.ts), in the deployment with these variables. */
export const requestsOf = (call: string, environment: Readonly<Record<string, string>>): AccessRequest[] => {
  const [action = "", on = "", ...rest] = call.split(" ");
  const named = on.startsWith("$") ? environment[on.slice(1)] : undefined;
  if (named === undefined) throw new Error(`no variable of the function names what it asked for: ${call}`);
  const index = rest.find((part) => part.startsWith("index/"));
  const purpose = rest.find((part) => part.startsWith("purpose/"));
  const key = rest.find((part) => part !== index && part !== purpose);
  return resourcesOf(action, on, named).map((resource) => ({
    action,
    resource: index === undefined ? resource : `${resource}/${index}`,
    context: {
      ...(key !== undefined && { "dynamodb:LeadingKeys": [key.endsWith("#") ? `${key}1` : key] }),
      ...(purpose !== undefined && { "kms:EncryptionContext:purpose": [purpose.slice("purpose/".length)] }),
      ...(action.startsWith("ses:") && { "ses:FromAddress": [addressIn(environment.SENDER ?? "")] }),
    },
  }));
};

const resourcesOf = (action: string, on: string, name: string): string[] => {
  const [service = "", operation] = action.split(":");
  switch (service) {
    case "dynamodb":
      return [arn(service, `table/${name}`)];
    case "sqs":
      return [...name.matchAll(/https:\/\/sqs[^"]*\/([^"/]+)/g)].map(([, queue]) => arn(service, String(queue)));
    case "events":
      return [arn(service, `event-bus/${name}`)];
    case "cognito-idp":
      return [arn(service, `userpool/${name}`)];
    case "kms":
      return [name];
    case "s3":
      return [`arn:aws:s3:::${name}${operation === "ListBucket" ? "" : "/1"}`];
    case "states":
      return [operation === "DescribeExecution" ? `${name.replace(":stateMachine:", ":execution:")}:lead.1` : name];
    case "ses":
      return on === "$SENDER"
        ? identitiesOf(name).map((identity) => arn(service, `identity/${identity}`))
        : [arn(service, `configuration-set/${name}`)];
    default:
      throw new Error(`what ${action} asks for is not known here`);
  }
};

const addressIn = (sender: string): string => /<(.*)>$/.exec(sender)?.[1] ?? sender;

/** The sender's own; in the sandbox SES asks for the recipient's, too. */
const identitiesOf = (sender: string): string[] => [addressIn(sender), "someone@company.example"];
