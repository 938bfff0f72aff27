import { Duration } from "aws-cdk-lib";
import { JitterType, type RetryProps } from "aws-cdk-lib/aws-stepfunctions";
import { errorNames } from "../../lambdas/contract/journey.ts";

/** Lambda is throttled or fails itself: up to 1, 2, 4 … 60 s with full jitter, ten times: five minutes at most. */
const lambdaBusy: RetryProps = {
  errors: [...errorNames.lambdaBusy],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.minutes(1),
  maxAttempts: 10,
  jitterStrategy: JitterType.FULL,
};

/** Other writers were quicker thirty times (`untilWritten`): they finish within seconds. Up to 1, 2, 4, 8, 16 s. */
const contention: RetryProps = {
  errors: [errorNames.contention],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxAttempts: 5,
  jitterStrategy: JitterType.FULL,
};

/**
 * The mail service refused (its rate, an outage): up to 5, 10, 20 … 900 s, fourteen times: two hours at most, then a
 * person.
 */
const mailNotSent: RetryProps = {
  errors: [errorNames.mailNotSent],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxDelay: Duration.minutes(15),
  maxAttempts: 14,
  jitterStrategy: JitterType.FULL,
};

/** Retries of every function of the journey. */
export const functionRetries = [lambdaBusy, contention];
/** Retries of functions that send mail. */
export const mailRetries = [...functionRetries, mailNotSent];

/** DynamoDB is throttled or fails; the conditions make a repeat harmless. Up to 1, 2, 4 … 30 s, eight times. */
export const tableBusy: RetryProps = {
  errors: [...errorNames.tableBusy],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.seconds(30),
  maxAttempts: 8,
  jitterStrategy: JitterType.FULL,
};
