import { Stack } from "aws-cdk-lib";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { Deployment } from "./deployment.ts";

/** Where every alarm of the stack goes; the context value `alarmEmail` subscribes to it. */
export class AlarmTopic extends Topic {
  static of(scope: Construct): AlarmTopic {
    const stack = Stack.of(scope);
    const known = stack.node.tryFindChild("Alarms");
    return known instanceof AlarmTopic ? known : new AlarmTopic(stack, "Alarms");
  }

  private constructor(scope: Construct, id: string) {
    super(scope, id, { enforceSSL: true });
    const { alarmEmail } = Deployment.of(scope);
    if (alarmEmail !== undefined) this.addSubscription(new EmailSubscription(alarmEmail));
  }
}
