import { CreateEmailIdentityCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { CreateStateMachineCommand, DescribeStateMachineCommand, SFNClient } from "@aws-sdk/client-sfn";
import { credentials, type Endpoints, region } from "./local-environment.ts";

/** Brings the deployed state machine to the interpreter, under the same ARN, with its definition as `adapted`. */
export const copyJourneys = async (
  { awsEndpoint, stepFunctionsEndpoint }: Endpoints,
  stateMachineArn: string,
  adapted: (definition: string) => string,
): Promise<void> => {
  const deployed = new SFNClient({ endpoint: awsEndpoint, region, credentials });
  const interpreter = new SFNClient({ endpoint: stepFunctionsEndpoint, region, credentials });
  const { name, definition = "", roleArn } = await deployed.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const copy = await interpreter.send(
    new CreateStateMachineCommand({ name, definition: adapted(definition), roleArn, type: "STANDARD" }),
  );
  if (copy.stateMachineArn !== stateMachineArn) {
    throw new Error(`the copy of the state machine is ${copy.stateMachineArn}, not ${stateMachineArn}`);
  }
};

/**
 * The emulator drops the CORS configuration of a template: it is set again by the API. `cors` is as in CloudFormation;
 * the API's own calls write its keys in lower case.
 */
export const restoreCors = async ({ awsEndpoint }: Endpoints, apiId: string, cors: unknown): Promise<void> => {
  const corsConfiguration = Object.fromEntries(
    Object.entries(Object(cors)).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
  const scope = `${credentials.accessKeyId}/20260101/${region}/apigateway/aws4_request`;
  const response = await fetch(`${awsEndpoint}/v2/apis/${apiId}`, {
    method: "PATCH",
    headers: {
      "content-type": "application/json",
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify({ corsConfiguration }),
  });
  if (!response.ok) throw new Error(`UpdateApi answered ${response.status}: ${await response.text()}`);
};

/** Does what operations do once on AWS: makes the sender's address and its domain known to the mail service. */
export const verifySender = async ({ awsEndpoint }: Endpoints, email: string): Promise<void> => {
  const client = new SESv2Client({ endpoint: awsEndpoint, region, credentials });
  for (const EmailIdentity of [email, email.slice(email.indexOf("@") + 1)]) {
    await client.send(new CreateEmailIdentityCommand({ EmailIdentity }));
  }
};
