import { Duration } from "aws-cdk-lib";
import { parseDuration } from "../../lambdas/contract/time.ts";

/** A length of time of the contract, as the CDK takes it. */
export const lasts = (duration: string): Duration => Duration.millis(parseDuration(duration).millis);
