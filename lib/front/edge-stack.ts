import { Stack } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import type { Construct } from "constructs";
import { Deployment, type FrontSettings } from "../house/deployment.ts";
import { tagAll } from "../house/tags.ts";
import { FrontAcl } from "./front-acl.ts";

export interface EdgeStackProps {
  /** Name of the stack that the front belongs to. */
  readonly of: string;
  readonly front: FrontSettings;
}

/** What CloudFront takes from us-east-1 only: the certificate of the public domain, and the rules before it. */
export class EdgeStack extends Stack {
  readonly certificate: Certificate;
  readonly acl: FrontAcl;

  constructor(scope: Construct, id: string, { of, front }: EdgeStackProps) {
    super(scope, id, {
      stackName: `${of}-Front`,
      description: "Smarketing: certificate and firewall of the front",
      env: { account: front.account, region: "us-east-1" },
      crossRegionReferences: true,
      terminationProtection: !Deployment.of(scope).disposable,
    });
    this.certificate = new Certificate(this, "Certificate", {
      domainName: front.domain,
      // The record that proves the domain is shown by the certificate while the deployment waits for it.
      validation: CertificateValidation.fromDns(),
    });
    this.acl = new FrontAcl(this, "Acl");
    tagAll(this);
  }
}
