import { SecretValue, Validations } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { Deployment, type FrontSettings } from "../house/deployment.ts";

/**
 * What only the front and the functions behind it know. It is made by Secrets Manager, and stands neither in the template
 * nor in a variable: CloudFormation passes it to CloudFront, and the functions read it when they start.
 */
export class OriginSecret extends Secret {
  private readonly front: FrontSettings;

  constructor(scope: Construct, id: string, front: FrontSettings) {
    super(scope, id, {
      description: "Smarketing: what CloudFront sends to the API as a proof that it is CloudFront",
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: Deployment.of(scope).removalPolicy,
    });
    this.front = front;
    Validations.of(this).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "A rotation changes CloudFront's configuration too, so a deployment does it (docs/runbook.md).",
    });
  }

  /** A reference that CloudFormation resolves; another version makes it another reference, so that it is resolved again. */
  get reference(): string {
    return SecretValue.secretsManager(this.secretArn, { versionId: this.front.secretVersion }).unsafeUnwrap();
  }

  /** The function knows the front's requests by it. */
  guard(answerer: LambdaFunction): void {
    answerer.addEnvironment("ORIGIN_SECRET_ARN", this.secretArn);
    answerer.addEnvironment("ORIGIN_OPEN", String(this.front.isOpen));
    answerer.addToRolePolicy(
      new PolicyStatement({ actions: ["secretsmanager:GetSecretValue"], resources: [this.secretArn] }),
    );
  }
}
