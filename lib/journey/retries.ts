import { Duration } from "aws-cdk-lib";
import { JitterType, type RetryProps } from "aws-cdk-lib/aws-stepfunctions";
import { errorNames } from "../../lambdas/contract/journey.ts";

/*
 * What passes by itself is not for people (docs/adr/0029). Every step may be repeated, so every fault is retried for
 * about a quarter of an hour, and only then is the lead flagged. Step Functions takes the first retrier that names the
 * error, and each counts its own attempts; catchers come after that one is exhausted.
 */

/** Full jitter: each pause is drawn from 0 up to its limit, so that leads that failed together do not return together. */
const backoff = {
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.minutes(1),
  jitterStrategy: JitterType.FULL,
} as const;

/**
 * Pauses of up to 1, 2, 4 … 32 s, then of up to 60 s: 63 + 28 × 60 = 1,743 s at most, and half of that, 14.5 minutes,
 * on average.
 */
const attempts = 34;

/**
 * Whatever has a name or none: Lambda's own faults, a function that died, and what it threw because the table, the mail
 * service or other writers stood in its way. Unknown names too. A bug (`TypeError`, `ZodError`) does not pass by itself,
 * but while a deployment runs, for about a minute, a function of the one release gets what one of the other made, and
 * throws just these. For a real bug the quarter of an hour costs 34 calls, and its lead waits that long for a person.
 */
const anything: RetryProps = { errors: [errorNames.all], ...backoff, maxAttempts: attempts };

/**
 * A function that gave no answer in time. Each attempt takes 30 s (the function's limit) to 60 s (the task's) itself:
 * 15 × 30 to 15 × 60 s, and pauses of (63 + 8 × 60) / 2 = 272 s on average: 12 to 20 minutes.
 */
const tooSlow: RetryProps = {
  errors: [errorNames.functionTimedOut, errorNames.timeout],
  ...backoff,
  maxAttempts: 14,
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

/** A result rather than a fault, which its catcher must get at once. */
const never = (error: string): RetryProps => ({ errors: [error], maxAttempts: 0 });

/** Retries of every function of the journey. */
export const functionRetries = [never(errorNames.leadGone), tooSlow, anything];
/** Retries of functions that send mail. */
export const mailRetries = [never(errorNames.leadGone), mailNotSent, tooSlow, anything];

/**
 * Retries of a wait, whose `States.Timeout` is its ordinary end: `States.TaskFailed` stands for every error but that.
 * They are for storing the token, and DynamoDB's faults pass by themselves as those of a function do.
 */
export const waitRetries = [
  never(errorNames.signalCameIn),
  { errors: [errorNames.taskFailed], ...backoff, maxAttempts: attempts },
];

/** Retries of a write that a state does itself; a condition that does not hold is its result. */
export const writeRetries = [never(errorNames.leadMovedOn), tooSlow, anything];
