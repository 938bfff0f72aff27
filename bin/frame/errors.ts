import * as z from "zod/mini";

/** The command could not do what it was asked for: the message says why and what to do, and is shown without a stack. */
export class CommandError extends Error {
  override readonly name: string = "CommandError";
}

/** The command line itself is wrong. */
export class UsageError extends CommandError {
  override readonly name = "UsageError";
}

const unaccepted = /^(ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature)/;

const NodeErrorSchema = z.object({ code: z.string(), address: z.optional(z.string()), port: z.optional(z.number()) });

/** Any error in words: those that operators meet often are the same words in every command. */
export const sayError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CommandError) return error.message;
  if (error.name === "CredentialsProviderError")
    return "No AWS credentials were found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
  if (unaccepted.test(error.name))
    return `AWS does not accept the credentials (${error.name}): sign in again, or set others.`;
  if (error.message === "Region is missing") return "No AWS region is set: set AWS_REGION.";
  const refused = NodeErrorSchema.safeParse({ ...error });
  if (refused.success && refused.data.code === "ECONNREFUSED")
    return `Nothing answers at ${refused.data.address}:${refused.data.port}: is the pipeline running (npm start)?`;
  return `${error.name}: ${error.message}`;
};
