import { Logger } from "@aws-lambda-powertools/logger";
import { errorForLog } from "./error-for-log.ts";

/**
 * Structured lines: a sentence, a `code` to search by, `leadId` and `correlationId`. Never a name, an e-mail address, a
 * phone number or a body.
 */
const logger = new Logger();

export interface LogFacts {
  readonly code: string;
  readonly leadId?: string;
  readonly correlationId?: string;
  readonly [fact: string]: string | number | boolean | undefined;
}

export const log = {
  info: (sentence: string, facts: LogFacts): void => logger.info(sentence, { ...facts }),
  /** With the error, where one is the reason. */
  warn: (sentence: string, facts: LogFacts, ...errors: readonly [error?: unknown]): void =>
    logger.warn(sentence, { ...facts, ...(errors.length > 0 && { error: errorForLog(errors[0]) }) }),
  error: (sentence: string, facts: LogFacts, error: unknown): void =>
    logger.error(sentence, { ...facts, error: errorForLog(error) }),
};
