import * as z from "zod/mini";
import { droppable } from "./start-light.ts";

/**
 * The name of a deployed environment, such as `production` or `staging` (`-c environment=`, `--environment`). It is a
 * part of the stack's name and so of every physical name: short, because AWS cuts long ones.
 */
export const DeployedEnvironmentSchema = /* @__PURE__ */ droppable(() =>
  z
    .string()
    .check(
      z.regex(
        /^[a-z](-?[a-z0-9])*$/,
        "expected lower-case letters, digits and single hyphens, beginning with a letter",
      ),
      z.maxLength(16, "expected at most 16 characters"),
    ),
);

/** What a deployment, and a command, means that names no environment. */
export const defaultEnvironment = "production";

/**
 * The CloudFormation stack of an environment, also its key in what `cdk deploy --outputs-file` writes. Production keeps
 * the bare name: another one would be another stack, with an empty table.
 */
export const stackNameOf = (environment: string): string =>
  environment === defaultEnvironment ? "Smarketing" : `Smarketing-${environment}`;
