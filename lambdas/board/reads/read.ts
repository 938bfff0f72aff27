import type { DeadLetters } from "../../adapters/sqs-dead-letters.ts";
import type { Chapters } from "../../contract/agreement-explained.ts";
import { type FieldError, type HttpResponse, problem } from "../../domain/http/http.ts";
import type { BoardDependencies, BoardRequest } from "../board-request.ts";

export interface ReadDependencies extends BoardDependencies {
  /** The deployment's agreement in plain words, for as long as none is in force yet. */
  readonly deployedChapters: () => Chapters;
  readonly deadLetters: () => Promise<readonly DeadLetters[]>;
}

/** One read of the board, by a user who may do it. */
export type Read = (deps: ReadDependencies, request: BoardRequest) => Promise<HttpResponse>;

/** The query is invalid: the problems, by field. */
export const notUnderstood = (errors: readonly FieldError[]): HttpResponse =>
  problem(400, "Invalid query", "Some query parameters are missing or invalid.", errors);
