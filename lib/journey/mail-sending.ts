import { Stack, Validations } from "aws-cdk-lib";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, ConfigurationSetTlsPolicy } from "aws-cdk-lib/aws-ses";
import type { Construct, IConstruct } from "constructs";
import { Deployment } from "../house/deployment.ts";

/** The variables of a function that sends mail. */
export const mailVariables = (scope: Construct, publicUrl: string) => {
  const { name, email } = senderOf(scope);
  return {
    SENDER: `${displayName(name)} <${email}>`,
    CONFIGURATION_SET: MailConfiguration.of(scope).configurationSetName,
    PUBLIC_URL: publicUrl,
  };
};

/**
 * Permission to send as the agreement's sender, and as nobody else, with our configuration set. SES asks for the identity
 * that the sender is verified by, which may be a parent domain; in its sandbox also for the recipient's. So any identity
 * may be used, while `ses:FromAddress` (the address, without the display name) must be ours.
 */
export const allowMail = (grantee: IGrantable & IConstruct): Grant => {
  const arnOf = (resource: string, resourceName: string) =>
    Stack.of(grantee).formatArn({ service: "ses", resource, resourceName });
  const resourceArns = [
    arnOf("identity", "*"),
    arnOf("configuration-set", MailConfiguration.of(grantee).configurationSetName),
  ];
  // Raw mail needs the second action; whether mail with attachments does is not documented.
  const actions = ["ses:SendEmail", "ses:SendRawEmail"];
  const conditions = { StringEquals: { "ses:FromAddress": senderOf(grantee).email } };
  return Grant.addToPrincipal({ grantee, actions, resourceArns, conditions });
};

const senderOf = (scope: IConstruct) => Deployment.of(scope).agreement.terms.company.sender;

/** Bytes that fit into one encoded word of RFC 2047 (75 characters in all) as base64. */
const wordBytes = 45;

/** The name as RFC 5322 wants it before the address: quoted, or in encoded words where it is not ASCII. */
export const displayName = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : encodedWords(name).join(" ");

const encodedWords = (name: string): string[] => {
  const words: string[] = [""];
  for (const character of name) {
    const longer = `${words.at(-1)}${character}`;
    if (Buffer.byteLength(longer) > wordBytes) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`);
};

/**
 * How SES treats every mail of the stack: TLS required (what cannot be delivered so comes back as a bounce), and
 * with reputation metrics.
 */
export class MailConfiguration extends ConfigurationSet {
  static of(scope: Construct): MailConfiguration {
    const stack = Stack.of(scope);
    const known = stack.node.tryFindChild("Mails");
    return known instanceof MailConfiguration ? known : new MailConfiguration(stack, "Mails");
  }

  private constructor(scope: Construct, id: string) {
    super(scope, id, { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE, reputationMetrics: true });
    // Of the roles of all functions that send (`allowMail`).
    Validations.of(scope).acknowledge({
      id: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]",
      reason: "SES asks for the recipient's identity in its sandbox, and for a parent domain's; the sender is fixed.",
    });
  }
}
