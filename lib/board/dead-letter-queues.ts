import { Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { DeadLetterQueue } from "../house/dead-letter-queue.ts";

/** All dead-letter queues that the stack has so far. */
const queuesOf = (scope: Construct): DeadLetterQueue[] =>
  Stack.of(scope)
    .node.findAll()
    .filter((construct) => construct instanceof DeadLetterQueue);

/** The queues as the board's function gets them. */
export const deadLetterVariable = (scope: Construct): string =>
  Stack.of(scope).toJsonString(
    queuesOf(scope).map((queue) => ({
      name: nameOf(queue),
      url: queue.queueUrl,
      loss: queue.loss,
      runbook: "dead-letters",
    })),
  );

/** Permission to count the messages in them, and no more. */
export const allowCounting = (scope: Construct, counter: IFunction): void => {
  const resources = queuesOf(scope).map(({ queueArn }) => queueArn);
  counter.addToRolePolicy(new PolicyStatement({ actions: ["sqs:GetQueueAttributes"], resources }));
};

/** By the parts of the pipeline that it belongs to: `Wake`, `Wake Sweep`. */
const nameOf = (queue: DeadLetterQueue): string =>
  queue.node.path
    .split("/")
    .slice(1)
    .map((part) => part.replace(/^(FromBus|FromSes)$|DeadLetters$/, ""))
    .filter((part) => part !== "")
    .join(" ");
