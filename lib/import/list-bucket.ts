import { Duration, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { lifetimes } from "../../lambdas/contract/limits.ts";
import { Deployment } from "../house/deployment.ts";
import { lasts } from "../house/lasts.ts";

/** Lists that are imported, and what is made of them: removed as they are done with, and in any case in the end. */
export class ListBucket extends Bucket {
  constructor(scope: Construct, id: string, { publicUrl }: { readonly publicUrl: string }) {
    const { removalPolicy } = Deployment.of(scope);
    super(scope, id, {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // A browser uploads by a request that was signed for it; nothing else is asked from a page.
      cors: [
        {
          allowedOrigins: [publicUrl],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: ["content-type", "if-none-match"],
          maxAge: Duration.hours(1).toSeconds(),
        },
      ],
      lifecycleRules: [
        { expiration: lasts(lifetimes.importFiles), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy,
    });
    Validations.of(this).acknowledge({
      id: "AwsSolutions-S1",
      reason: "Two functions of this stack use it, each within its permissions; the audit trail has who uploaded what.",
    });
  }

  /** Where browsers upload to, as their policy names it. */
  get origin(): string {
    return `https://${this.bucketRegionalDomainName}`;
  }

  /** CDK's own grants would open more. */
  allow(grantee: LambdaFunction, ...actions: readonly ("s3:GetObject" | "s3:PutObject" | "s3:DeleteObject")[]): void {
    grantee.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [this.arnForObjects("*")] }));
    const { defaultChild } = this.node;
    if (!(defaultChild instanceof CfnBucket)) throw new Error("the bucket is no CfnBucket");
    if (grantee.role !== undefined)
      Validations.of(grantee.role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(defaultChild)}.Arn>/*]`,
        reason:
          "Objects are named after the import they are of: the function does few things with those of this one bucket.",
      });
    // Without it, an object that is gone would read as one that is forbidden.
    if (actions.includes("s3:GetObject"))
      grantee.addToRolePolicy(new PolicyStatement({ actions: ["s3:ListBucket"], resources: [this.bucketArn] }));
  }
}
