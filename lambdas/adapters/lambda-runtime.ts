import { readFileSync } from "node:fs";
import path from "node:path";
import * as z from "zod/mini";
import { errorForLog } from "./error-for-log.ts";
import { log } from "./logger.ts";

/** The function's variables, by its schema in the contract; throws with all problems at once. */
export const environmentOf = <S extends z.ZodMiniType>(schema: S): z.output<S> => schema.parse(process.env);

/** A file that the deployment put beside the bundle. */
export const fileBeside = (name: string): Buffer => readFileSync(path.join(__dirname, name));

/**
 * Binds a handler to its real dependencies: in a function while it starts, where time is cheap; elsewhere (a test that
 * imports the unbound handler) never.
 */
export const bindAtStart = <E extends unknown[], R>(
  make: () => (...event: E) => Promise<R>,
): ((...event: E) => Promise<R>) | undefined =>
  process.env.AWS_LAMBDA_FUNCTION_NAME === undefined ? undefined : failingSafely(make());

/**
 * What a function throws, Lambda writes into its log and Step Functions into the execution's history, with all that
 * hangs on it. They get an error of the same name (retries go by it), with the parts that may be logged.
 */
const failingSafely =
  <E extends unknown[], R>(handler: (...event: E) => Promise<R>) =>
  async (...event: E): Promise<R> => {
    try {
      return await handler(...event);
    } catch (error) {
      const { leadId } = LeadIdSchema.safeParse(event[0]).data ?? {};
      log.error("The function failed", { code: "function-failed", leadId }, error);
      const { name, message, stack } = errorForLog(error);
      throw Object.assign(new Error(message), { name, stack: `${name}: ${message}\n    ${stack}` });
    }
  };

const LeadIdSchema = z.object({ leadId: z.string() });

export const clock = (): string => new Date().toISOString();
