import { Stack } from "aws-cdk-lib";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { Construct, IConstruct } from "constructs";
import { Deployment } from "../house/deployment.ts";
import { displayName } from "./display-name.ts";
import { MailConfiguration } from "./mail-configuration.ts";

/** The variables of a function that sends mail. */
export const mailVariables = (scope: Construct, publicUrl: string) => {
  const { name, email } = senderOf(scope);
  return {
    SENDER: `${displayName(name)} <${email}>`,
    CONFIGURATION_SET: MailConfiguration.of(scope).configurationSetName,
    PUBLIC_URL: publicUrl,
  };
};

/** Leave to send as the agreement's sender, whether its address or its domain is what SES has verified, in our way. */
export const allowMail = (grantee: IGrantable & IConstruct): Grant => {
  const { email } = senderOf(grantee);
  const identities = [email, email.slice(email.indexOf("@") + 1)];
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(grantee).formatArn({ service: "ses", resource, resourceName });
  const resourceArns = [
    ...identities.map((identity) => arnOf("identity", identity)),
    arnOf("configuration-set", MailConfiguration.of(grantee).configurationSetName),
  ];
  // Raw mail needs the second one; nobody documents whether attachments, from which SES makes raw mail, do.
  return Grant.addToPrincipal({ grantee, actions: ["ses:SendEmail", "ses:SendRawEmail"], resourceArns });
};

const senderOf = (scope: IConstruct) => Deployment.of(scope).agreement.terms.company.sender;
