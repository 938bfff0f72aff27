import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { IQueue } from "aws-cdk-lib/aws-sqs";

/** Permission to put messages into the queue; CDK's own grant would let it look at the queue as well. */
export const allowSending = ({ queueArn }: IQueue, grantee: IGrantable): Grant =>
  Grant.addToPrincipal({ grantee, actions: ["sqs:SendMessage"], resourceArns: [queueArn] });
