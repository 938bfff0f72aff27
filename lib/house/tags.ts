import { Tags } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { Deployment } from "./deployment.ts";

/** By it the bill is split, once it is activated as a cost allocation tag. */
export const environmentTag = "environment";

/** Tells, of each resource that can carry tags, what it belongs to. */
export const tagAll = (scope: IConstruct): void => {
  Tags.of(scope).add("application", "smarketing");
  Tags.of(scope).add(environmentTag, Deployment.of(scope).environment);
};
