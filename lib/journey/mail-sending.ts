import { Stack } from "aws-cdk-lib";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { Construct, IConstruct } from "constructs";
import { Deployment } from "../house/deployment.ts";

/** The variables of a function that sends mail. */
export const mailVariables = (scope: Construct, publicUrl: string) => {
  const { name, email } = senderOf(scope);
  return { SENDER: `${displayName(name)} <${email}>`, PUBLIC_URL: publicUrl };
};

/** Leave to send as the agreement's sender, whether its address or its domain is what SES has verified. */
export const allowMail = (grantee: IGrantable & IConstruct): Grant => {
  const { email } = senderOf(grantee);
  const identities = [email, email.slice(email.indexOf("@") + 1)];
  const arnOf = (resourceName: string) =>
    Stack.of(grantee).formatArn({ service: "ses", resource: "identity", resourceName });
  return Grant.addToPrincipal({ grantee, actions: ["ses:SendEmail"], resourceArns: identities.map(arnOf) });
};

const senderOf = (scope: IConstruct) => Deployment.of(scope).agreement.terms.company.sender;

/** Bytes that fit into one encoded word of RFC 2047 (75 characters in all) as base64. */
const wordBytes = 45;

/** The name as RFC 5322 wants it before the address: quoted, or in encoded words where it is not ASCII. */
const displayName = (name: string): string =>
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
