import { Stack } from "aws-cdk-lib";
import { ConfigurationSet, ConfigurationSetTlsPolicy } from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";

/**
 * How SES treats every mail of the stack: encrypted on its way (what it cannot deliver so comes back as a bounce), and
 * with figures of its own for our reputation.
 */
export class MailConfiguration extends ConfigurationSet {
  static of(scope: Construct): MailConfiguration {
    const stack = Stack.of(scope);
    const known = stack.node.tryFindChild("Mails");
    return known instanceof MailConfiguration ? known : new MailConfiguration(stack, "Mails");
  }

  private constructor(scope: Construct, id: string) {
    super(scope, id, { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE, reputationMetrics: true });
  }
}
