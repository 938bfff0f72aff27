import { Logger } from "@aws-lambda-powertools/logger";

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
  warn: (sentence: string, facts: LogFacts): void => logger.warn(sentence, { ...facts }),
  error: (sentence: string, facts: LogFacts, error: unknown): void =>
    logger.error(sentence, { ...facts, reason: reasonOf(error) }),
};

/** Name and message only: a cause may carry what the sender wrote. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
