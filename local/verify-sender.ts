import { CreateEmailIdentityCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { credentials, type Endpoints, region } from "./local-environment.ts";

/** Does what operations do once on AWS: makes the sender's address and its domain known to the mail service. */
export const verifySender = async ({ awsEndpoint }: Endpoints, email: string): Promise<void> => {
  const client = new SESv2Client({ endpoint: awsEndpoint, region, credentials });
  for (const EmailIdentity of [email, email.slice(email.indexOf("@") + 1)]) {
    await client.send(new CreateEmailIdentityCommand({ EmailIdentity }));
  }
};
