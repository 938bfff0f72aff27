import { errorForLog } from "./error-for-log.ts";

export interface LogFacts {
  readonly code: string;
  readonly leadId?: string;
  readonly correlationId?: string;
  readonly [fact: string]: string | number | boolean | undefined;
}

/**
 * Structured lines: a sentence, a `code` to search by, `leadId` and `correlationId`. Never a name, an e-mail address, a
 * phone number or a body. By hand, since this line is all that we need, and Powertools' logger weighs 21 KB in every
 * function and opens its output, and a console on it, while the function starts.
 */
const write = (level: "INFO" | "WARN" | "ERROR", message: string, facts: object): void => {
  const { LOG_LEVEL, FUNCTION_ENTRY, _X_AMZN_TRACE_ID: trace } = process.env;
  if (LOG_LEVEL === "SILENT") return;
  const [, traceId] = /Root=([^;]+)/.exec(trace ?? "") ?? [];
  const line = { level, message, timestamp: new Date(), function: FUNCTION_ENTRY, xray_trace_id: traceId, ...facts };
  // Not the console: Lambda's adds to each line what is no JSON.
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

export const log = {
  info: (sentence: string, facts: LogFacts): void => write("INFO", sentence, facts),
  /** With the error, where one is the reason. */
  warn: (sentence: string, facts: LogFacts, ...errors: readonly [error?: unknown]): void =>
    write("WARN", sentence, { ...facts, ...(errors.length > 0 && { error: errorForLog(errors[0]) }) }),
  error: (sentence: string, facts: LogFacts, error: unknown): void =>
    write("ERROR", sentence, { ...facts, error: errorForLog(error) }),
};
