import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { MendableError } from "./mendable-error.ts";

/** Of the pipeline on this machine, or of `cdk deploy --outputs-file`. */
const OutputsSchema = z.union([
  z.object({ awsEndpoint: z.url(), stack: z.unknown() }),
  z.object({ Smarketing: z.unknown() }),
]);

const credentials = { accessKeyId: "local", secretAccessKey: "local" };

/**
 * The outputs of a stack that runs, and how its services are reached: with the credentials and the region that are set,
 * or on this machine, where any credentials will do.
 * @throws {MendableError} with a sentence when the file is none with these outputs
 */
export const deployedStack = <T>(file: string, StackSchema: z.ZodMiniType<T>, outputs: string) => {
  try {
    const read = OutputsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    if ("Smarketing" in read) return { stack: StackSchema.parse(read.Smarketing), reach: {} };
    const reach = { endpoint: read.awsEndpoint, region: "us-east-1", credentials };
    return { stack: StackSchema.parse(read.stack), reach };
  } catch (cause) {
    throw new MendableError(`${file} is no file with the stack's ${outputs}.`, { cause });
  }
};
