import { Duration, Stack } from "aws-cdk-lib";
import { AccountRootPrincipal, Grant, type IGrantable, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { SecretPurpose } from "../../lambdas/contract/secrets.ts";
import { Deployment } from "./deployment.ts";

export interface SecretsKeyProps {
  readonly purpose: SecretPurpose;
  readonly description: string;
}

/**
 * A key of KMS for the secrets of one purpose. It rotates by itself once a year, has an alias by environment and purpose
 * (`alias/Smarketing-staging/api-key`), and encrypts nothing else: every request must name the purpose.
 */
export class SecretsKey extends Key {
  private readonly purpose: SecretPurpose;

  constructor(scope: Construct, id: string, { purpose, description }: SecretsKeyProps) {
    const { removalPolicy } = Deployment.of(scope);
    super(scope, id, {
      description,
      alias: `alias/${Stack.of(scope).stackName}/${purpose}`,
      enableKeyRotation: true,
      removalPolicy,
      pendingWindow: Duration.days(7),
      policy: policyFor(purpose),
    });
    this.purpose = purpose;
  }

  /** Permission to read secrets of this purpose. Nothing that is deployed makes any: operations' commands do. */
  allowDecrypting(grantee: IGrantable): Grant {
    return this.allow(grantee, "kms:Decrypt");
  }

  private allow(grantee: IGrantable, ...actions: string[]): Grant {
    return Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.keyArn],
      conditions: { StringEquals: { [purposeInContext]: this.purpose } },
    });
  }
}

const purposeInContext = "kms:EncryptionContext:purpose";

/** The account's administrators take care of the key; who uses it needs a permission of its own, and names the purpose. */
const policyFor = (purpose: SecretPurpose): PolicyDocument => {
  const principals = [new AccountRootPrincipal()];
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: "Administration",
        principals,
        actions: [
          "kms:CancelKeyDeletion",
          "kms:CreateAlias",
          "kms:DeleteAlias",
          "kms:Describe*",
          "kms:Disable*",
          "kms:Enable*",
          "kms:Get*",
          "kms:List*",
          "kms:PutKeyPolicy",
          "kms:RotateKeyOnDemand",
          "kms:ScheduleKeyDeletion",
          "kms:TagResource",
          "kms:UntagResource",
          "kms:Update*",
        ],
        resources: ["*"],
      }),
      new PolicyStatement({
        sid: "Use",
        principals,
        actions: ["kms:Encrypt", "kms:Decrypt"],
        resources: ["*"],
        conditions: { StringEquals: { [purposeInContext]: purpose } },
      }),
    ],
  });
};
